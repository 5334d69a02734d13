"""What kind of thing a name is in an article, decided over all its places at once.

Evidence functions look at one place each and give points for a kind; a name takes the kind with most points, and is
kept only as a person or an organisation. The points are a readable table (:data:`POINTS`), in the manner of
opensanctions/nomenklatura; each piece of evidence counts once a name for the first place and half for further ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline import institutions
from pipeline import name_words as words
from pipeline.name_span import Name, is_first_name, text_of
from pipeline.names import folded
from pipeline.schema import EntityKind

Kind = Literal["Person", "Organisation", "Place", "Thing"]
Side = Literal["before", "after"]

POINTS: dict[str, tuple[Kind, float]] = {
    "title": ("Person", 6.0),
    "first name": ("Person", 2.5),
    "person noun before": ("Person", 3.5),
    "person noun after": ("Person", 2.0),
    "age": ("Person", 4.0),
    "biography verb": ("Person", 1.0),
    "speech verb": ("Person", 0.4),
    "institution": ("Organisation", 5.0),
    "organisation noun before": ("Organisation", 4.0),
    "organisation noun after": ("Organisation", 2.5),
    "opening word": ("Organisation", 2.5),
    "last word": ("Organisation", 2.5),
    "sigle": ("Organisation", 0.8),
    "head of": ("Organisation", 2.5),
    "party of": ("Organisation", 3.0),
    "article before": ("Person", -2.0),
    "one of many": ("Thing", 2.0),
    "home of a firm": ("Place", 3.0),
    "place word": ("Place", 4.0),
    "staff noun": ("Organisation", 1.2),
    "information": ("Organisation", 2.0),
    "house": ("Organisation", 1.0),
    "capital article": ("Organisation", 1.1),
    "source": ("Organisation", 0.8),
    "no place speaks": ("Place", -3.0),
    "medium": ("Organisation", 2.1),
    "staff": ("Organisation", 4.0),
    "company verb": ("Organisation", 0.4),
    "place noun before": ("Place", 3.0),
    "in a place": ("Place", 1.2),
    "brand and model": ("Thing", 3.0),
    "in quotes": ("Thing", 1.5),
    "work": ("Thing", 3.0),
    "thing noun before": ("Thing", 2.2),
    "thing opening": ("Thing", 5.0),
    "idle seat": ("Place", 6.0),
}
"""How much each piece of evidence says, in votes of the model (which has two at most)."""

MODEL_VOTES: dict[Kind, float] = {"Person": 2.0, "Organisation": 2.0, "Place": 2.0, "Thing": 1.2}
PLURAL = 0.2
"""What each further place adds to the weight of the model's votes, up to ten."""
PLURAL_NOUN = 3.0
"""Points for each name of a list that a plural noun introduces."""
COMPANY = 2.0
"""Points that the names enumerated beside a name share out among the kinds."""
_LABEL_KIND: dict[str, Kind] = {"PER": "Person", "ORG": "Organisation", "LOC": "Place", "MISC": "Thing"}
_ORDER: tuple[Kind, ...] = ("Person", "Organisation", "Place", "Thing")
_APPOSITION_OPENERS = frozenset({"le", "la", "l'", "un", "une", "ex", "-", "ancien", "ancienne", "également", "aussi"})
_MODEL_ARTICLES = frozenset({"la", "le", "l'", "une", "un", "les", "du", "cette", "sa"})
_LIST_GLUE = frozenset({",", "et", "ou", "le", "la", "l'", "les", "de", "d'", "du", '"', "«", "»", "puis", "encore"})
_QUOTES = frozenset({'"', "«", "“", "'", "”", "»"})


def decide(doc: Doc, names: list[Name]) -> dict[str, Kind]:
    """The kind of each name of an article, by its folded text.

    In: all places of all names of one Doc. Out: folded form → kind; forms with equal points take the earlier of
    person, organisation, place, thing.
    """
    places: dict[str, list[Name]] = defaultdict(list)
    company: dict[str, list[dict[Kind, float]]] = defaultdict(list)
    for name in names:
        places[folded(text_of(doc, name))].append(name)
    total = {form: points(doc, found) for form, found in places.items()}
    for name in sorted(_models(doc, names)):
        total[folded(text_of(doc, name))]["Thing"] += POINTS["brand and model"][1]
    for chain in _lists(doc, names):
        forms = [folded(text_of(doc, name)) for name in chain]
        told = _plural_noun(doc, chain[0])
        if told is not None:
            for form in sorted(set(forms)):
                total[form][told] += PLURAL_NOUN
        share = {kind: sum(_share(total[form], kind) for form in forms) / len(forms) for kind in _ORDER}
        for form in sorted(set(forms)):
            company[form].append(share)
    return {form: _best(_with_company(own, company[form])) for form, own in total.items()}


def _plural_noun(doc: Doc, name: Name) -> Kind | None:
    """What a plural noun before a list says of all that is in it: "les marques X, Y et Z"."""
    i = _outside(doc, name)
    noun = next((noun for side, noun in nouns(doc, name) if side == "before"), None)
    if i > 0 and doc[i].lower_ in {"de", "d'"} and _lemma(doc[i - 1]) in words.HEAD_OF:
        return "Organisation" if doc[i - 1].morph.get("Number", []) == ["Plur"] else None
    if noun is None or noun.morph.get("Number", []) != ["Plur"]:
        return None
    return next((POINTS[piece][0] for piece in _noun_kind(noun, "before")), None)


def _models(doc: Doc, names: list[Name]) -> set[Name]:
    """Places where a name is a model's: an article before, an organisation's name within ("la Altana Brise")."""
    brands = {folded(text_of(doc, name)) for name in names if name.label == "ORG"}
    found: set[Name] = set()
    for name in names:
        length = name.end - name.start
        if name.start == 0 or doc[name.start - 1].lower_ not in _MODEL_ARTICLES:
            continue
        if any(folded(doc[name.start : name.start + n].text) in brands for n in range(1, length)):
            last = doc[name.end - 1].lower_
            if last not in words.LEGAL_FORMS:
                found.add(name)
    return found


def _with_company(own: dict[Kind, float], shares: list[dict[Kind, float]]) -> dict[Kind, float]:
    """A name's own points and those of the lists it stands in: who is named in a row is mostly of one kind."""
    if not shares:
        return own
    return {kind: own[kind] + COMPANY * sum(share[kind] for share in shares) / len(shares) for kind in _ORDER}


def _share(total: dict[Kind, float], kind: Kind) -> float:
    positive = sum(value for value in total.values() if value > 0)
    return max(0.0, total[kind]) / positive if positive else 0.0


def _lists(doc: Doc, names: list[Name]) -> Iterator[list[Name]]:
    """Names that are enumerated: nothing but commas, "et", "ou" and articles between them, or two with "et"."""
    chain: list[Name] = []
    conjunction = False
    for name in names:
        between = [token.lower_.replace("’", "'") for token in doc[chain[-1].end : name.start]] if chain else []
        if chain and between and len(between) < 5 and all(word in _LIST_GLUE for word in between):
            conjunction = conjunction or "et" in between or "ou" in between
        else:
            if len(chain) > 2 or (len(chain) == 2 and conjunction):
                yield chain
            chain, conjunction = [], False
        chain.append(name)
    if len(chain) > 2 or (len(chain) == 2 and conjunction):
        yield chain


def points(doc: Doc, places: list[Name]) -> dict[Kind, float]:
    """The points of one name for each kind, from all its places."""
    total: dict[Kind, float] = dict.fromkeys(_ORDER, 0.0)
    seen: Counter[str] = Counter(kind for place in places for kind in sorted(set(evidence(doc, place))))
    for kind, count in sorted(seen.items()):
        target, weight = POINTS[kind]
        total[target] += weight * (1 + 0.5 * min(count - 1, 4))
    votes = Counter(place.label for place in places if place.finder == "model")
    for label, count in sorted(votes.items()):
        weight = MODEL_VOTES[_LABEL_KIND[label]] * (1 + PLURAL * min(votes.total() - 1, 10))
        total[_LABEL_KIND[label]] += weight * count / votes.total()
    return total


def _best(total: dict[Kind, float]) -> Kind:
    return max(_ORDER, key=lambda kind: (total[kind], -_ORDER.index(kind)))


def entity_kind(kind: Kind) -> EntityKind | None:
    """The kind of entity that a name becomes, or None where it becomes none."""
    return kind if kind == "Person" or kind == "Organisation" else None


def evidence(doc: Doc, name: Name) -> Iterator[str]:
    """The pieces of evidence (keys of :data:`POINTS`) that one place of a name gives."""
    yield from _within(doc, name)
    for side, noun in nouns(doc, name):
        epithet = side == "before" and _lemma(noun) in words.PARTY_HOLDERS and _is_epithet(doc, name)
        yield from ["party of"] if epithet else _noun_kind(noun, side)
    yield from _preposition(doc, _outside(doc, name))
    yield from _age(doc, name)
    yield from _as_subject(doc, name)


def nouns(doc: Doc, name: Name) -> Iterator[tuple[Side, Token]]:
    """The common nouns by which a place introduces the name: "la startup X", "le patron du groupe, X", "X, filiale"."""
    i = _outside(doc, name)
    if i >= 0:
        noun = _noun_before(doc, i)
        if noun is not None:
            full = name.end - name.start > 1 and (name.label == "PER" or is_first_name(doc[name.start].text))
            governor = _governor(doc, noun)
            if governor is not None and (
                (full and _lemma(governor) in words.PERSON_NOUNS)
                or (_lemma(noun) in words.THING_NOUNS and _lemma(governor) in words.ORGANISATION_NOUNS)
            ):
                noun = governor
            yield "before", noun
        if doc[i].text == "," and i:
            apposed = _phrase_head(doc, i - 1)
            if apposed is not None and _lemma(apposed) in words.PERSON_NOUNS:
                yield "after", apposed
    i = name.end
    if i + 1 < len(doc) and doc[i].text in {",", "("}:
        i += 1
        while i + 1 < len(doc) and (doc[i].lower_.replace("’", "'") in _APPOSITION_OPENERS or doc[i].pos_ == "ADJ"):
            i += 1
        if doc[i].is_lower or doc[i].text in {"PDG", "DG"}:
            yield "after", doc[i]


def _outside(doc: Doc, name: Name) -> int:
    """The index of the token before a name, past quotes and line breaks; -1 at the start of the text."""
    i = name.start - 1
    while i >= 0 and (doc[i].text in _QUOTES or (doc[i].is_space and doc[i].text.count("\n") < 2)):
        i -= 1
    return i


def _within(doc: Doc, name: Name) -> Iterator[str]:
    span = [token for token in doc[name.start : name.end] if not token.is_space]
    first, last = span[0].lower_, span[-1].lower_
    if name.finder == "title":
        yield "title"
    if institutions.seat_end(doc, name.start) == name.end:
        yield "institution" if institutions.acts(doc, name.start, name.end) else "idle seat"
    elif name.finder == "institution":
        yield "institution"
    if first in words.THING_OPENERS or " ".join(t.lower_ for t in span[:2]) in words.THING_OPENERS:
        yield "thing opening"
    if name.finder == "capital article":
        yield "capital article"
    if name.finder == "medium":
        yield "information"
    elif name.finder == "sigle":
        yield "institution" if name.label == "ORG" else "thing opening"
    if len(span) > 1:
        if first in words.ORGANISATION_OPENERS or (
            first in words.NAME_ARTICLES and span[1].lower_ in words.ORGANISATION_OPENERS
        ):
            yield "opening word"
        elif last in words.LEGAL_FORMS:
            yield "last word"
        elif last in words.PLACE_NOUNS and span[-1].is_lower:
            yield "place word"
        elif is_first_name(first) and span[1].text[:1].isalpha():
            yield "first name"
    elif span[0].is_upper and 2 <= len(first) <= 6:
        yield "sigle"
    if name.start and name.end < len(doc) and doc[name.start - 1].text in _QUOTES and doc[name.end].text in _QUOTES:
        yield "in quotes"
    if first.endswith((".com", ".fr", ".org", ".net")) or any(t.text.endswith("+") for t in span):
        yield "last word"


def _noun_before(doc: Doc, i: int) -> Token | None:
    """The common noun that ends right before the name: "la startup (américaine) | X"."""
    for _ in range(4):
        if i < 0:
            return None
        token = doc[i]
        if token.lower_ in words.LIST_OPENERS:
            i -= 1
            continue
        if (
            _lemma(token) in words.PERSON_NOUNS | words.ORGANISATION_NOUNS | words.THING_NOUNS | words.PLACE_NOUNS
            and token.is_lower
        ):
            return token
        if token.pos_ not in {"ADJ", "NOUN", "VERB", "PROPN"} or not token.is_lower:
            return None
        i -= 1
    return None


def _governor(doc: Doc, noun: Token) -> Token | None:
    """The noun that the noun is a complement of: "le chef de l'armée | Paul Roy", "le géant des logiciels | Altana"."""
    i = noun.i - 1
    while i >= 0 and doc[i].lower_.replace("’", "'") in words.ARTICLES:
        i -= 1
    linked = any(doc[j].lower_.replace("’", "'") in {"de", "d'", "du", "des"} for j in range(i + 1, noun.i))
    return doc[i] if i >= 0 and linked else None


def _phrase_head(doc: Doc, i: int) -> Token | None:
    """The post that the phrase before a comma begins with: "le président du groupe, X" → "président"."""
    for j in range(i, max(-1, i - 8), -1):
        token = doc[j]
        if token.is_punct or token.is_space or token.pos_ in {"VERB", "AUX", "PRON"}:
            return None
        if token.is_lower and _lemma(token) in words.PERSON_NOUNS:
            return token
        if token.is_sent_start:
            return None
    return None


def _is_epithet(doc: Doc, name: Name) -> bool:
    """Whether a name right behind a post is a body's: a sigle or a name with its article ("le député Les Rives")."""
    first = doc[name.start]
    return (first.is_upper and len(first.text) > 1) or first.lower_ in {"les", "la"}


def _noun_kind(noun: Token, side: Side) -> Iterator[str]:
    lemma = _lemma(noun)
    person, organisation = lemma in words.PERSON_NOUNS, lemma in words.ORGANISATION_NOUNS
    if person and not organisation:
        yield f"person noun {side}"
    elif organisation and not person:
        yield f"organisation noun {side}"
    elif lemma in words.THING_NOUNS and side == "before" and noun.nbor().text in _QUOTES:
        yield "work"
    elif lemma in words.THING_NOUNS and side == "before":
        yield "thing noun before"
    elif lemma in words.PLACE_NOUNS and side == "before":
        yield "place noun before"


def _preposition(doc: Doc, i: int) -> Iterator[str]:
    if i < 0:
        return
    lower = doc[i].lower_.replace("’", "'")
    if lower in {"un", "une"}:
        yield "one of many"
    previous = doc[i - 1] if i else None
    of_speech = lower == "selon" or (lower == "après" and previous is not None and previous.lower_ in {"d'", "d’"})
    if of_speech or (lower == "par" and previous is not None and previous.morph.get("VerbForm", []) == ["Part"]):
        yield "source"
        yield "no place speaks"
    if lower in {"le", "la", "du", "au", "un", "une"} and doc[i].is_lower:
        yield "article before"
    if lower in words.NAME_ARTICLES and i:
        i, lower = i - 1, doc[i - 1].lower_.replace("’", "'")
    if lower in {"de", "d'", "du", "des"} and i:
        governor = _lemma(doc[i - 1])
        if governor in words.HEAD_OF:
            yield "head of"
        elif governor in words.STAFF_NOUNS:
            yield "staff noun"
        elif governor in words.HOME_OF:
            yield "home of a firm"
    governor = doc[i - 1].lemma_ if i else ""
    if i > 1 and doc[i - 1].lower_.startswith(("accordé", "publié", "paru", "donné", "diffusé")):
        governor = doc[i - 2].lemma_
    if governor in words.INFORMATION_NOUNS and lower in {"à", "au", "du", "de", "d'", "dans", "par", "sur"}:
        yield "information"
        return
    if lower in {"de", "d'", "du", "des"}:
        return
    if lower == "chez":
        yield "house"
    elif lower == "sur" and doc[i + 1].pos_ != "DET":
        yield "medium"
    elif lower in {"à", "en"} and i + 1 < len(doc):
        yield "in a place"


def _age(doc: Doc, name: Name) -> Iterator[str]:
    """ "X, 49 ans" is a person, "X (240 salariés)" a firm."""
    i = name.end
    if i + 3 >= len(doc) or doc[i].text not in {",", "("} or not doc[i + 1].like_num:
        return
    following = {doc[i + 2].lower_, doc[i + 3].lower_}
    if doc[i + 2].lower_ == "ans":
        yield "age"
    elif following & {"salariés", "employés", "collaborateurs", "adhérents", "abonnés", "licenciés", "magasins"}:
        yield "staff"


def _as_subject(doc: Doc, name: Name) -> Iterator[str]:
    root = doc[name.start : name.end].root
    if root.dep_ not in {"nsubj", "nsubj:pass"} or root.head.i == root.i:
        return
    lemma = root.head.lemma_
    if lemma in words.BIOGRAPHY_VERBS:
        yield "biography verb"
    elif lemma in words.SPEECH_VERBS:
        yield "speech verb"
    elif lemma in words.COMPANY_VERBS:
        yield "company verb"


def _lemma(token: Token) -> str:
    """The dictionary form as the word lists have it; the form itself where the lemmatizer went astray."""
    lower = token.lower_.removeprefix("ex-")
    if token.i and f"{token.doc[token.i - 1].lower_} {lower}" in words.ORGANISATION_NOUNS | words.PERSON_NOUNS:
        return f"{token.doc[token.i - 1].lower_} {lower}"
    return lower if lower in words.PERSON_NOUNS or lower in words.ORGANISATION_NOUNS else token.lemma_.lower()
