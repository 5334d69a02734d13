"""What one place of a name tells about its kind: the noun before it, its preposition, its verb, its own words.

Every piece of evidence has a name and, in :data:`POINTS`, the kind that it speaks for and how loudly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.ner import institutions
from pipeline.ner import name_words as words
from pipeline.ner.name_forms import is_place_form, is_title_form
from pipeline.ner.name_span import Label, Name, is_first_name

Kind = Literal["Person", "Organisation", "Place", "Thing"]
Side = Literal["before", "after"]

POINTS: dict[str, tuple[Kind, float]] = {
    "title": ("Person", 6.0),
    "first name": ("Person", 2.5),
    "person noun before": ("Person", 3.5),
    "person noun after": ("Person", 1.9),
    "age": ("Person", 4.0),
    "biography verb": ("Person", 1.0),
    "speech verb": ("Person", 0.4),
    "institution": ("Organisation", 5.0),
    "organisation noun before": ("Organisation", 4.0),
    "organisation noun after": ("Organisation", 2.5),
    "opening word": ("Organisation", 2.5),
    "last word": ("Organisation", 2.5),
    "sigle": ("Organisation", 1.2),
    "inner capital": ("Organisation", 1.3),
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
    "platform": ("Thing", 1.4),
    "staff": ("Organisation", 4.0),
    "company verb": ("Organisation", 0.4),
    "place noun before": ("Place", 3.0),
    "in a place": ("Place", 1.2),
    "succeeded": ("Person", 2.5),
    "deals": ("Organisation", 2.5),
    "brand and model": ("Thing", 3.0),
    "in quotes": ("Thing", 2.5),
    "work": ("Thing", 4.6),
    "show": ("Thing", 2.0),
    "thing noun before": ("Thing", 2.2),
    "thing opening": ("Thing", 5.0),
    "holder of a post": ("Person", 4.0),
    "body of a post": ("Organisation", 6.0),
    "idle seat": ("Place", 6.0),
    "acts": ("Organisation", 1.6),
    "street": ("Place", 7.0),
    "occasion": ("Thing", 2.0),
    "specimen": ("Thing", 1.6),
}
"""How much each piece of evidence says, in votes of the model (which has two at most)."""

_APPOSITION_OPENERS = frozenset({"le", "la", "l'", "un", "une", "ex", "-", "ancien", "ancienne", "également", "aussi"})
_QUOTES = frozenset({'"', "«", "“", "'", "”", "»"})


_INNER_CAPITAL = re.compile(r"[A-ZÀ-Ý]*[a-zà-ÿ]{2,}[A-ZÀ-Ý][A-Za-zÀ-ÿ]*")
_OF_SURNAME = re.compile(r"(?:Ma?c|De|Di|Du|Le|La|Van|Von)[A-ZÀ-Ý]")
"""What a capital within a surname stands behind ("McNulty")."""
_DEALS = frozenset({"acquérir", "commercialiser", "fabriquer", "fusionner", "licencier", "racheter", "recruter"})
"""Deeds of firms, that towns are seldom told to do."""
_REVEALS = frozenset({"dévoiler", "rapporter", "relater", "révéler", "titrer"})

_PRESENTED = frozenset({"présentateur", "présentatrice", "présentation", "animateur", "animatrice", "animation"})
"""What is in quotes behind one of these is a programme."""
_GENERAL = frozenset({"général", "générale", "généraux", "exécutif", "exécutive"})
"""Behind a post they tell that it is a firm's ("directrice générale d'Altaïs")."""
_OF_PERSONS = frozenset({"administration", "camp", "clan", "commission", "gouvernement"})
"""Nouns that take the bare surname of whoever leads ("le gouvernement Roy")."""
_NO_PLACE = frozenset({
    "acheter", "appartenir", "contrairement", "céder", "dû", "emprunter", "face", "grâce", "opposer", "quant",
    "racheter", "rapport", "revenir", "reprocher", "suite", "vendre", "verser",
})  # fmt: skip
"""In front of "à" they tell that no place follows ("grâce à X", "racheté à X")."""
_BEARERS = words.ORGANISATION_NOUNS | words.PERSON_NOUNS
_KNOWN_NOUNS = _BEARERS | words.THING_NOUNS | words.PLACE_NOUNS


def evidence(doc: Doc, name: Name) -> Iterator[str]:
    """The pieces of evidence (keys of :data:`POINTS`) that one place of a name gives."""
    yield from _within(doc, name)
    for side, noun in nouns(doc, name):
        epithet = side == "before" and lemma_of(noun) in words.PARTY_HOLDERS and _is_epithet(doc, name)
        told = ["party of"] if epithet else list(noun_kind(noun, side))
        if side == "before" and name.label == "PER" and name.end - name.start == 1 and lemma_of(noun) in _OF_PERSONS:
            told = []  # "l'administration Roy": who leads it
        if told == ["thing noun before"] and name.label == "PER" and lemma_of(noun) == "affaire":
            told = []  # "l'affaire Roy": whose it is
        if side == "before" and noun.i and doc[noun.i - 1].lower_ in words.ADVERBIAL_PLACE and noun.lower_ == "place":
            told = []
        if told == ["thing noun before"] and name.label == "ORG" and lemma_of(noun) in words.MADE_NOUNS:
            told = []  # "la gamme Altaïs": the maker's name
        yield from told
    yield from _preposition(doc, outside(doc, name), name.label)
    yield from _street(doc, name)
    yield from _age(doc, name)
    yield from _as_subject(doc, name)
    if name.label in {"MISC", "LOC"} and _acts(doc, name):
        yield "acts"


def nouns(doc: Doc, name: Name) -> Iterator[tuple[Side, Token]]:
    """The common nouns by which a place introduces the name: "la startup X", "le patron du groupe, X", "X, filiale"."""
    i = outside(doc, name)
    if i >= 0:
        noun = _noun_before(doc, i)
        if noun is not None:
            full = name.end - name.start > 1 and (name.label == "PER" or is_first_name(doc[name.start].text))
            governor = _governor(doc, noun)
            if governor is not None and (
                (full and lemma_of(governor) in words.PERSON_NOUNS)
                or (
                    lemma_of(noun) in words.THING_NOUNS | words.PLACE_NOUNS
                    and lemma_of(governor) in words.ORGANISATION_NOUNS
                )
            ):
                noun = governor
            yield "before", noun
        if doc[i].text == "," and i:
            apposed = _phrase_head(doc, i - 1)
            if apposed is not None and (name.label != "PER" or lemma_of(apposed) in words.PERSON_NOUNS):
                yield "after", apposed
    i = name.end
    if i + 1 < len(doc) and doc[i].text in {",", "("}:
        i += 1
        while i + 1 < len(doc) and (doc[i].lower_.replace("’", "'") in _APPOSITION_OPENERS or doc[i].pos_ == "ADJ"):
            i += 1
        if doc[i].is_lower or doc[i].text in {"PDG", "DG"}:
            yield "after", doc[i]


def outside(doc: Doc, name: Name) -> int:
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
    if name.finder == "post":
        yield "holder of a post" if name.label == "PER" else "body of a post"
    if name.finder == "capital article" or (first in {"l'", "l’"} and span[0].text[0] == "L"):
        yield "capital article"
    if name.finder == "medium":
        yield "information"
    elif name.finder == "sigle":
        yield "institution" if name.label == "ORG" else "thing opening"
    if len(span) > 1:
        if words.ORGANISATION_OPENERS & {first, first.removesuffix("s")} or (
            first in words.NAME_ARTICLES and span[1].lower_ in words.ORGANISATION_OPENERS
        ):
            yield "opening word"
        elif last in words.LEGAL_FORMS or (last in words.COUNTRIES and _is_branch(span)):
            yield "last word"
        elif last in words.PLACE_NOUNS and span[-1].is_lower:
            yield "place word"
        elif is_first_name(first) and span[1].text[:1].isalpha():
            yield "first name"
    elif span[0].is_upper and span[0].is_alpha and 2 <= len(first) <= 6:
        yield "sigle"
    elif name.start and doc[name.start - 1].text == "#":
        pass  # words run together
    elif _INNER_CAPITAL.fullmatch(span[0].text) and not _OF_SURNAME.match(span[0].text):
        yield "inner capital"
    if name.start and name.end < len(doc) and doc[name.start - 1].text in _QUOTES and doc[name.end].text in _QUOTES:
        yield "in quotes"
        i = outside(doc, name)
        if (
            i > 0
            and doc[i].lower_ in {"de", "d'", "du", "des"}
            and _PRESENTED & {doc[i - 1].lower_, doc[max(0, i - 2)].lower_}
        ):
            yield "show"
    if first.endswith((".com", ".fr", ".org", ".net")) or any(t.text.endswith("+") for t in span):
        yield "last word"


def _is_branch(span: list[Token]) -> bool:
    """Whether a country's name behind another word tells a branch: "Altaïs France", not "Nouvelle-France"."""
    return (
        span[-2].text != "-" and span[-2].is_alpha and span[-2].text[:1].isupper() and not is_first_name(span[0].text)
    )


def _noun_before(doc: Doc, i: int) -> Token | None:
    """The common noun that ends right before the name: "la startup (américaine) | X"."""
    passed = False
    for _ in range(6):
        if i < 0:
            return None
        token = doc[i]
        epithet = token.pos_ == "ADJ" and i > 0 and doc[i - 1].is_lower and doc[i - 1].pos_ == "NOUN"
        if token.lower_ in words.LIST_OPENERS or (passed and token.lower_ in {"de", "d'", "d’"}) or epithet:
            i -= 1
            continue
        if token.is_lower and lemma_of(token) in _KNOWN_NOUNS:
            return token
        if token.pos_ not in {"ADJ", "NOUN", "VERB", "PROPN"} or not token.is_lower or _told(token):
            return None
        passed = passed or token.pos_ == "NOUN"  # "la société de production X"
        i -= 1
    return None


def _told(token: Token) -> bool:
    """Whether a verb says where the news is from, its subject behind it: "…, rapporte | X"."""
    return token.lower_ in words.TOLD_VERBS


def _governor(doc: Doc, noun: Token) -> Token | None:
    """The noun that the noun is a complement of: "le chef de l'armée | Paul Roy", "le géant des logiciels | Altana"."""
    i = noun.i - 1
    while i >= 0 and doc[i].lower_.replace("’", "'") in words.ARTICLES:
        i -= 1
    linked = any(doc[j].lower_.replace("’", "'") in {"de", "d'", "du", "des"} for j in range(i + 1, noun.i))
    return doc[i] if i >= 0 and linked else None


def _phrase_head(doc: Doc, i: int) -> Token | None:
    """The post, or else the body, that the phrase before a comma begins with: "le président du groupe, X"."""
    body: Token | None = None
    for j in range(i, max(-1, i - 8), -1):
        token = doc[j]
        if token.is_punct or token.is_space or token.pos_ in {"VERB", "AUX", "PRON"}:
            break
        if token.is_lower and lemma_of(token) in words.PERSON_NOUNS:
            return token
        if token.is_lower and lemma_of(token) in words.ORGANISATION_NOUNS:
            body = token
        if token.is_sent_start:
            break
    return body


def _is_epithet(doc: Doc, name: Name) -> bool:
    """Whether a name right behind a post is a body's: a sigle or a name with its article ("le député Les Rives")."""
    first = doc[name.start]
    return (first.is_upper and len(first.text) > 1) or first.lower_ in {"les", "la"}


def noun_kind(noun: Token, side: Side) -> Iterator[str]:
    """The evidence that a noun beside a name gives; none where it may be said of persons and of bodies alike."""
    lemma = lemma_of(noun)
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


def _street(doc: Doc, name: Name) -> Iterator[str]:
    """A street, a square, a stadium named after somebody: the noun stands right before the name."""
    i = name.start - 1
    if i >= 0 and doc[i].lower_ in words.STREET_NOUNS and not (i and doc[i - 1].lower_ in words.ADVERBIAL_PLACE):
        yield "street"


def _preposition(doc: Doc, i: int, label: Label) -> Iterator[str]:
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
        governor = lemma_of(doc[i - 1])
        general = doc[i - 1].lower_ in _GENERAL and i > 1
        if governor in words.HEAD_OF or (general and lemma_of(doc[i - 2]) in words.PERSON_NOUNS):
            yield "head of"
        elif governor in words.STAFF_NOUNS:
            yield "staff noun"
        elif governor in words.OCCASIONS and doc[i + 1].lower_ not in words.INSTITUTION_HEADS:
            yield "occasion"
        elif governor in words.OF_A_MODEL and (lower == "du" or doc[i + 1].lower_ in {"la", "le", "l'"}):
            yield "specimen"
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
        yield "platform" if label == "MISC" else "medium"
    elif lower == "à" and label == "LOC" and governor == "succéder" and doc[i + 2 : i + 3].text.istitle():
        yield "succeeded"
    elif lower == "en" or (lower == "à" and not _NO_PLACE & {governor, doc[i - 1].lower_ if i else ""}):
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
    if lemma in _REVEALS and is_title_form(doc, name):
        yield from ("capital article", "medium")
    if name.label == "LOC" and not is_place_form(doc, name):
        done = {lemma, *(child.lemma_ for child in root.head.children if child.dep_ == "xcomp")}
        if done & _DEALS and root.dep_ == "nsubj":
            yield "deals"


def _acts(doc: Doc, name: Name) -> bool:
    """Whether what the model calls a product does what only a body does: announces, forbids, sues; or tells news."""
    root = doc[name.start : name.end].root
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    if any(child.lower_ == "plainte" for child in root.head.children) and root.dep_ == "nsubj":
        return True  # a place does not go to court
    if name.label == "LOC":
        return False
    if name.start > 1 and name.end - name.start == 1 and doc[name.start - 1].lower_ in words.TOLD_VERBS:
        return True
    if root.dep_ not in {"nsubj", "obl:agent"} or root.head.i == root.i:
        return False
    return root.dep_ == "obl:agent" or bool(
        words.ACTS & {root.head.lemma_, *(child.lemma_ for child in root.head.children if child.dep_ == "xcomp")}
    )


def lemma_of(token: Token) -> str:
    """The dictionary form as the word lists have it; the form itself where the lemmatizer went astray."""
    lower = token.lower_.removeprefix("ex-")
    if token.i and f"{token.doc[token.i - 1].lower_} {lower}" in _BEARERS:
        return f"{token.doc[token.i - 1].lower_} {lower}"
    return lower if lower in _BEARERS else token.lemma_.lower()
