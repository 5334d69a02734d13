"""What kind of thing a name is in an article, decided over all its places at once.

Evidence functions (:mod:`pipeline.ner.kind_evidence`) look at one place each and give points for a kind; a name takes
the kind with most points, and is kept only as a person or an organisation. That the points are a readable table is the
manner of opensanctions/nomenklatura. Evidence counts whole for a name's first place and half for each of four more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.names import folded
from pipeline.ner import name_words as words
from pipeline.ner.beside import lemma_of, noun_kind, nouns, outside
from pipeline.ner.kind_evidence import POINTS, Kind, evidence
from pipeline.ner.name_span import Name, text_of
from pipeline.parsed import Doc
from pipeline.schema import EntityKind

MODEL_VOTES: dict[Kind, float] = {"Person": 2.0, "Organisation": 2.0, "Place": 2.0, "Thing": 1.2}
PLURAL = 0.2
"""What each further place adds to the weight of the model's votes, up to ten; votes for a thing do not grow:
what the model takes for an event or a product all through an article is a firm as often as not."""
COPIED = 0.5
"""What is left of a vote where the model saw the name at no place of its own, only within a longer one."""
PLURAL_NOUN = 3.0
"""Points for each name of a list that a plural noun introduces."""
LIKE_PERSON = 1.0
"""Points more for a body of such a list that looks like a person: houses are often called like their founders."""
NAMESAKE = 2.0
"""Points of context that keep a body's name apart from the surname of a person of the same article."""
COMPANY = 1.5
"""Points that the names enumerated beside a name share out among the kinds."""
BRANCH = 3.0
"""Points for a firm whose branch the article names ("Altaïs", where it has "Altaïs Belgique")."""
_LABEL_KIND: dict[str, Kind] = {"PER": "Person", "ORG": "Organisation", "LOC": "Place", "MISC": "Thing"}
_ORDER: tuple[Kind, ...] = ("Person", "Organisation", "Place", "Thing")
_MODEL_ARTICLES = frozenset({"la", "le", "l'", "une", "un", "les", "du", "cette", "sa"})
_LIST_GLUE = frozenset({",", "et", "ou", "le", "la", "l'", "les", "de", "d'", "du", '"', "«", "»", "puis", "encore"})


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
    context = {form: points(doc, found, votes=False) for form, found in places.items()}
    for name in sorted(_models(doc, names)):
        total[folded(text_of(doc, name))]["Thing"] += POINTS["brand and model"][1]
    for form in sorted(total):
        firm, _, country = form.rpartition(" ")
        if country in words.COUNTRIES and firm in total and _best(total[form]) == "Organisation":
            total[firm]["Organisation"] += BRANCH
    for chain in _lists(doc, names):
        forms = [folded(text_of(doc, name)) for name in chain]
        told = _plural_noun(doc, chain[0])
        if told is not None:
            for form in sorted(set(forms)):
                total[form][told] += PLURAL_NOUN
            if told == "Organisation":
                for form in sorted({folded(text_of(doc, name)) for name in chain if name.label == "PER"}):
                    total[form][told] += LIKE_PERSON
        for form in sorted(set(forms)):
            others = [other for other in forms if other != form] or forms
            company[form].append({k: sum(_share(total[other], k) for other in others) / len(others) for k in _ORDER})
    kinds = {form: _best(_with_company(own, company[form])) for form, own in total.items()}
    return {form: _of_namesake(form, kind, kinds, context[form]) for form, kind in kinds.items()}


def _of_namesake(form: str, kind: Kind, kinds: dict[str, Kind], context: dict[Kind, float]) -> Kind:
    """A bare surname is the person's whose full name the article has, unless its own places tell a body or a place."""
    if kind == "Person" or " " in form or context["Organisation"] >= NAMESAKE:
        return kind
    if kind == "Place" and context["Place"] > 0:
        return kind
    bearers = (full.split() for full, k in kinds.items() if k == "Person")
    return "Person" if any(len(b) > 1 and b[-1] == form for b in bearers) else kind


def _plural_noun(doc: Doc, name: Name) -> Kind | None:
    """What a plural noun before a list says of all that is in it: "les marques X, Y et Z"."""
    i = outside(doc, name)
    noun = next((noun for side, noun in nouns(doc, name) if side == "before"), None)
    if i > 0 and doc[i].lower_ in {"de", "d'"} and lemma_of(doc[i - 1]) in words.HEAD_OF:
        return "Organisation" if doc[i - 1].morph.get("Number", []) == ["Plur"] else None
    if noun is None or noun.morph.get("Number", []) != ["Plur"]:
        return None
    return next((POINTS[piece][0] for piece in noun_kind(noun, "before")), None)


def _models(doc: Doc, names: list[Name]) -> set[Name]:
    """Places where a name is a model's: an article before, an organisation's name within ("la Altana Brise")."""
    brands = {folded(text_of(doc, name)) for name in names if name.label == "ORG"}
    found: set[Name] = set()
    for name in names:
        length = name.end - name.start
        if name.start == 0 or doc[name.start - 1].lower_ not in _MODEL_ARTICLES:
            continue
        if any(
            folded(doc.span(name.start, name.start + n).text) in brands and not doc[name.start + n].is_lower
            for n in range(1, length)
        ):
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
        near = bool(chain) and 0 < name.start - chain[-1].end < 5
        between = [token.lower_.replace("’", "'") for token in doc[chain[-1].end : name.start]] if near else []
        if near and all(word in _LIST_GLUE for word in between):
            conjunction = conjunction or "et" in between or "ou" in between
        else:
            if len(chain) > 2 or (len(chain) == 2 and conjunction):
                yield chain
            chain, conjunction = [], False
        chain.append(name)
    if len(chain) > 2 or (len(chain) == 2 and conjunction):
        yield chain


def points(doc: Doc, places: list[Name], votes: bool = True) -> dict[Kind, float]:
    """The points of one name for each kind, from all its places; ``votes``: the model's labels count too."""
    total: dict[Kind, float] = dict.fromkeys(_ORDER, 0.0)
    seen: Counter[str] = Counter(kind for place in places for kind in sorted(set(evidence(doc, place))))
    if "institution" in seen:
        del seen["idle seat"]  # where a seat of power acts once, it is its body in the whole article
    for kind, count in sorted(seen.items()):
        target, weight = POINTS[kind]
        total[target] += weight * (1 + 0.5 * min(count - 1, 4))
    voters = [place for place in places if place.finder in {"model", "list"}] or places
    labels = Counter(place.label for place in voters if place.finder in {"model", "list", "copy"} and votes)
    for label, count in sorted(labels.items()):
        acts = label == "LOC" and "institution" in seen  # a seat of power that acts is no place
        if acts or (label in {"MISC", "LOC"} and "inner capital" in seen):
            weight = 0.0
        elif label == "MISC":
            weight = MODEL_VOTES["Thing"]
        else:
            weight = MODEL_VOTES[_LABEL_KIND[label]] * (1 + PLURAL * min(labels.total() - 1, 10))
        sure = 1.0 if voters[0].finder != "copy" else COPIED
        total[_LABEL_KIND[label]] += sure * weight * count / labels.total()
    return total


def _best(total: dict[Kind, float]) -> Kind:
    return max(_ORDER, key=lambda kind: (total[kind], -_ORDER.index(kind)))


def entity_kind(kind: Kind) -> EntityKind | None:
    """The kind of entity that a name becomes, or None where it becomes none."""
    return kind if kind == "Person" or kind == "Organisation" else None
