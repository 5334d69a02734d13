"""From the names of one article to its entities: which names are one person or one organisation.

Names meet by their compared form and by short forms (:mod:`pipeline.names`). A bare surname that two persons of the
article share is given, place by place, to the one of them that was last named in full (titles that tell the gender
decide first); two full names are never one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from pipeline.document import DocMention, Gender, NamedEntity, syntactic_head
from pipeline.names import BODY_FORMS, folded, initials, key, short_form, shown
from pipeline.ner import first_names
from pipeline.ner import name_words as words
from pipeline.ner.beside import nouns
from pipeline.ner.kind_evidence import Kind
from pipeline.ner.kinds import entity_kind
from pipeline.ner.name_span import Name, is_first_name, text_of
from pipeline.parsed import Doc
from pipeline.schema import EntityKind


@dataclass
class _Group:
    """The names that are one entity, while they are being gathered."""

    kind: EntityKind
    forms: Counter[str] = field(default_factory=Counter)
    places: list[Name] = field(default_factory=list)
    former: set[str] = field(default_factory=set)
    """Forms that the article gives as names of the past ("ex-…")."""

    @property
    def fullest(self) -> str:
        """The form with most words, then the most frequent, then the longest; a former name only where it is alone."""
        return max(self.forms, key=lambda f: (f not in self.former, len(f.split()), self.forms[f], len(f), f))


def group(doc: Doc, names: list[Name], kinds: dict[str, Kind]) -> tuple[list[NamedEntity], list[DocMention]]:
    """The entities of an article, in order of first mention, and the mentions of them by name, in text order."""
    full: dict[tuple[EntityKind, str], _Group] = {}
    for name in names:
        text = shown(text_of(doc, name))
        kind = entity_kind(kinds[folded(text_of(doc, name))])
        if kind is None or not folded(text):
            continue
        bucket = full.setdefault((kind, key(text, kind)), _Group(kind))
        bucket.forms[text] += 1
        bucket.places.append(name)
        if doc[name.start].lower_.startswith("ex-"):
            bucket.former.add(text)
    groups = _with_short_forms(doc, list(full.values()))
    groups.sort(key=lambda g: g.places[0])
    entities = [_entity(doc, number, g) for number, g in enumerate(groups)]
    mentions = [
        DocMention(place.start, place.end, syntactic_head(doc.span(place.start, place.end)).i, (number,))
        for number, g in enumerate(groups)
        for place in g.places
    ]
    return entities, sorted(mentions, key=lambda m: (m.start, m.end, m.entities))


def _with_short_forms(doc: Doc, groups: list[_Group]) -> list[_Group]:
    """Give each group of a short form to the group of its full form, the longest forms first."""
    groups.sort(key=lambda g: (-len(g.fullest.split()), g.places[0]))
    kept: list[_Group] = []
    for small in groups:
        owners = [g for g in kept if g.kind == small.kind and _stands_for(doc, small, g)]
        if not owners and small.kind == "Person":
            owners = [g for g in kept if g.kind == "Person" and _is_misspelt(small, g)]
        if not owners:
            kept.append(small)
        elif len(owners) == 1:
            _give(small, small.places, owners[0], doc)
        elif small.kind == "Person":
            _share(doc, small, owners)
        else:
            kept.append(small)
    for g in kept:
        g.places.sort()
    return kept


def _stands_for(doc: Doc, small: _Group, full: _Group) -> bool:
    if small.kind == "Organisation":
        adjacent = any(
            (first.end + 1 == second.start and doc[first.end].text == "(")
            and _may_abbreviate(doc[place.start].text, full.fullest)
            for place in small.places
            for other in full.places
            for first, second in [(min(place, other), max(place, other))]
        )
        if adjacent:
            return True
    if not _may_be_short(small.fullest, full.fullest):
        return _renamed(doc, small, full)
    form = short_form(small.fullest, full.fullest, small.kind)
    if form == "first name":
        return small.places[0] > full.places[0]
    if form == "head":
        return _only_registered(small, full)
    return form is not None or _is_bare_head(small, full) or _is_family_firm(small, full) or _renamed(doc, small, full)


def _is_misspelt(small: _Group, full: _Group) -> bool:
    """Whether one of two persons' names, met once, has a slip in its last word: "Tessain" beside "Anne Tessin"."""
    if min(len(small.places), len(full.places)) > 1:
        return False
    (*before, last), (*others, known) = folded(small.fullest).split(), folded(full.fullest).split()
    if not others or (before and before != others) or len(known) < 6 or last[0] != known[0]:
        return False
    return OSA.distance(last, known, score_cutoff=1) == 1


def _may_be_short(short: str, full: str) -> bool:
    """A quick look before the thorough one: a word in common, or capitals that begin as one of the first words does."""
    if short.isupper() and folded(short)[:1] in {word[0] for word in folded(full).split()[:3]}:
        return True
    return not set(folded(short).split()).isdisjoint(folded(full).split())


def _only_registered(small: _Group, full: _Group) -> bool:
    """Whether what the long name adds is how a firm is called in full, and no branch or model of it."""
    added = full.fullest.split()[len(small.fullest.split()) :]
    if not added:
        return True
    if folded(added[-1]) in BODY_FORMS:
        return False
    return added[-1].lower() in words.LEGAL_FORMS or (
        small.places[0] > full.places[0] and len(full.places) >= 1 and added[0][:1].isupper() and len(small.places) == 1
    )


def _is_bare_head(small: _Group, full: _Group) -> bool:
    """ "la Ligue" after "Ligue des rives du lac": a capital head noun for the body whose name it opens."""
    short, long = small.fullest, full.fullest
    if small.kind != "Organisation" or not short[:1].isupper() or not folded(long).startswith(folded(short) + " "):
        return False
    opener = short.split()[0].lower()
    added = long.split()[len(short.split()) :]
    heads = words.INSTITUTION_HEADS | words.ORGANISATION_OPENERS
    return opener in heads and bool(added) and (added[0][:1].islower() or len(short.split()) == 1)


def _is_family_firm(small: _Group, full: _Group) -> bool:
    """ "Dupont" for the firm "Marcel Dupont"."""
    first, _, rest = full.fullest.partition(" ")
    return (
        small.kind == "Organisation" and is_first_name(first) and bool(rest) and folded(rest) == folded(small.fullest)
    )


def _renamed(doc: Doc, one: _Group, other: _Group) -> bool:
    """ "X, dit Y", "X, née Y", "X (ex-Y)", "X, anciennement Y"."""
    for a in one.places:
        for b in other.places:
            first, second = (a, b) if a < b else (b, a)
            if not 0 < second.start - first.end < 4:
                continue
            between = [token.lower_ for token in doc[first.end : second.start]]
            marked = doc[second.start].lower_.startswith("ex-") or any(word in words.SAID_BEFORE for word in between)
            if marked and all(word in words.SAID_BEFORE | {",", "(", "-"} for word in between):
                return True
    return False


def _may_abbreviate(sigle: str, name: str) -> bool:
    """Whether a sigle right behind a name may be its own: its letters are initials in their order, most of them."""
    letters, rest = sigle.upper(), iter("".join(word[0] for word in folded(name).split()).upper())
    return len(letters) > 1 and all(c in rest for c in letters) and len(letters) > len(initials(name)) / 2


def _give(small: _Group, places: Iterable[Name], owner: _Group, doc: Doc) -> None:
    for place in places:
        owner.places.append(place)
        owner.forms[shown(text_of(doc, place))] += 1
    owner.former |= small.former


def _share(doc: Doc, small: _Group, owners: list[_Group]) -> None:
    """Each place of a shared surname goes to the owner of its gender that was last named in full before it."""
    last = {id(owner): list(owner.places) for owner in owners}
    for place in small.places:
        gender = _title_gender(doc, place)
        fit = [owner for owner in owners if gender is None or _gender(doc, owner) in {gender, None}] or owners
        owner = max(fit, key=lambda o: max((p.start for p in last[id(o)] if p.start < place.start), default=-1))
        _give(small, [place], owner, doc)


def _entity(doc: Doc, number: int, g: _Group) -> NamedEntity:
    name = g.fullest
    aliases = sorted((form for form in g.forms if form != name), key=lambda f: (-g.forms[f], f))
    return NamedEntity(
        number, g.kind, name, tuple(aliases), _gender(doc, g) if g.kind == "Person" else None, _hints(doc, g)
    )


def _title_gender(doc: Doc, place: Name) -> Gender | None:
    before = doc[place.start - 1].lower_ if place.start else ""
    if before in words.MALE_TITLES:
        return "Masc"
    return "Fem" if before in words.FEMALE_TITLES else None


def _gender(doc: Doc, g: _Group) -> Gender | None:
    """By title, else by first name, else by the nouns and participles that agree with the person."""
    titles: Counter[Gender] = Counter()
    for place in g.places:
        told = _title_gender(doc, place)
        if told is not None:
            titles[told] += 1
    if titles:
        return "Masc" if titles["Masc"] >= titles["Fem"] else "Fem"
    parts = folded(g.fullest).split()
    if len(parts) > 1 and (parts[0] in first_names.MALE) != (parts[0] in first_names.FEMALE):
        return "Masc" if parts[0] in first_names.MALE else "Fem"
    votes: Counter[Gender] = Counter()
    for place in g.places:
        root = syntactic_head(doc.span(place.start, place.end))
        agreeing = [t for t in (root.head, *root.children) if t.dep_ in {"appos", "amod", "acl"} or t.tag_ == "VERB"]
        for token in [*agreeing, *(noun for _, noun in nouns(doc, place))]:
            value = token.morph.get("Gender", [])
            votes["Masc"] += value == ["Masc"]
            votes["Fem"] += value == ["Fem"]
    if votes["Masc"] == votes["Fem"]:
        return None
    return "Masc" if votes["Masc"] > votes["Fem"] else "Fem"


def _hints(doc: Doc, g: _Group) -> tuple[str, ...]:
    known = words.PERSON_NOUNS if g.kind == "Person" else words.ORGANISATION_NOUNS
    found = (token.lemma_.lower() for place in g.places for _, token in nouns(doc, place))
    return tuple(sorted({lemma for lemma in found if lemma in known}))
