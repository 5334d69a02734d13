"""The groups of parties in assemblies, as bodies of their own: "le groupe PX au Sénat", "le groupe socialiste à la
Chambre".

Their names are descriptions, with the party's and the assembly's names in them, so that they lie over those names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from pipeline.document import Caucus, DocMention, Document, NamedEntity
from pipeline.parsed import Doc

_LEADS = frozenset({"de", "du", "des", "d'", "la", "les", "le", "l'"})
_PARLIAMENTARY = frozenset({"parlementaire", "politique"})
_ALONE = frozenset("socialiste socialistes communiste communistes écologiste écologistes centriste centristes".split())
"""Adjectives that tell a group of deputies without their assembly, where it is a certain one ("le groupe socialiste").
"""
_LEANINGS = _ALONE | frozenset(
    """républicain démocrate insoumis radical libéral conservateur travailliste nationaliste indépendantiste
    gaulliste""".split()
)
"""Adjectives that a group is called by in the place of its party."""
_CERTAIN = frozenset({"le", "du", "au", "ce", "notre", "leur", "son"})
_POLITICIANS = frozenset(
    """député députée députés députées sénateur sénatrice sénateurs sénatrices élu élue élus élues parti parlementaire
    parlementaires eurodéputé eurodéputée eurodéputés conseiller conseillère conseillers ministre ministres""".split()
)
"""Before a name they show that it is a party's."""
_AT = frozenset({"à", "a", "au", "de", "du", "dans", "d'"})
_ASSEMBLIES = frozenset(
    "assemblée sénat parlement bundestag palais-bourbon hémicycle chambre congrès knesset douma".split()
)
_ASSEMBLY_PHRASES = frozenset({
    ("palais", "bourbon"), ("palais", "du", "luxembourg"), ("conseil", "municipal"), ("conseil", "régional"),
    ("conseil", "départemental"), ("conseil", "de", "paris"), ("conseil", "métropolitain"), ("conseil", "national"),
    ("conseil", "général"), ("conseil", "fédéral"),
})  # fmt: skip
_REACH = 6
"""So many tokens a bracket behind the party's name may take."""


@dataclass
class _Found:
    """One group: its forms with the places where they stand, its party and its assembly where they are entities."""

    party: int | None
    chamber: int | None
    forms: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, int]] = field(default_factory=list)


def with_caucuses(document: Document) -> Document:
    """The document with the groups in assemblies that it tells as further entities, their mentions and what they are.

    In: a document whose mentions are names. Out: the same where it tells of no such group.
    """
    starts = [token.i for token in document.doc if token.lower_ == "groupe"]
    if not starts:
        return document
    named = {i: m for m in document.mentions if m.form == "name" for i in range(m.start, m.end)}
    groups: dict[tuple[int | str, int | str], _Found] = {}
    for start in starts:
        called = _called(start + 1, document, named)
        if called is None:
            continue
        end, party, text = called
        seat = _seat(end, document.doc, named)
        if seat is None and not _needs_no_seat(start, text if party is None else party, document):
            continue
        end, chamber, place = seat or (end, None, "")
        found = groups.setdefault((text if party is None else party, place), _Found(party, chamber))
        found.forms[" ".join(document.doc.span(start, end).text.split())] += 1
        found.places.append((start, end))
    _join(groups)
    if not groups:
        return document
    entities, mentions, caucuses = list(document.entities), list(document.mentions), {}
    for found in groups.values():
        name = max(found.forms, key=lambda form: (len(form), form))
        number = len(entities)
        aliases = tuple(sorted(form for form in found.forms if form != name))
        entities.append(NamedEntity(number, "Organisation", name, aliases, hints=("groupe",)))
        mentions += [DocMention(start, end, start, (number,)) for start, end in found.places]
        caucuses[number] = Caucus(found.party, found.chamber)
    mentions.sort(key=lambda m: (m.start, -m.end, m.entities))
    return replace(document, entities=entities, mentions=mentions, caucuses=caucuses)


def _needs_no_seat(start: int, called: int | str, document: Document) -> bool:
    """Whether a group is one of deputies by what it is called: an adjective for them, or a party of the article."""
    if start == 0 or document.doc[start - 1].lower_ not in _CERTAIN:
        return False
    if isinstance(called, str):
        return called in _ALONE
    before = (document.doc[m.start - 1].lower_ for m in document.mentions if m.entities == (called,) and m.start)
    return not _POLITICIANS.isdisjoint(before)


def _join(groups: dict[tuple[int | str, int | str], _Found]) -> None:
    """Give the places without an assembly to the one group of the same party that the article tells with one."""
    for called, place in list(groups):
        seated = [key for key in groups if key[0] == called and key[1] != ""]
        if place == "" and len(seated) == 1:
            bare = groups.pop((called, place))
            groups[seated[0]].forms += bare.forms
            groups[seated[0]].places += bare.places


def _called(position: int, document: Document, named: dict[int, DocMention]) -> tuple[int, int | None, str] | None:
    """By what party or adjective a group is called here: the token after it, the party, the words."""
    doc = document.doc
    while position < len(doc) and doc[position].lower_ in _PARLIAMENTARY:
        position += 1
    start = position
    while start < len(doc) and start not in named and (doc[start].lower_ in _LEADS or doc[start].is_quote):
        start += 1
    name = named.get(start)
    if name is not None:
        organisation = document.entities[name.entities[0]].kind == "Organisation"
        if name.start != start or not organisation or doc[start].lower_ in _ASSEMBLIES:
            return None
        end = name.end + (name.end < len(doc) and doc[name.end].is_quote)
        if end < len(doc) and doc[end].text == "(":
            closing = next((i for i in range(end, min(end + _REACH, len(doc))) if doc[i].text == ")"), None)
            if closing is None:
                return None
            end = closing + 1
        return end, name.entities[0], ""
    end = position
    while end < len(doc) and (doc[end].lower_ in _LEANINGS or (end > position and doc[end].lower_ in {",", "et"})):
        end += 1
    while end > position and doc[end - 1].lower_ in {",", "et"}:
        end -= 1
    return (end, None, doc[position].lower_) if end > position else None


def _seat(position: int, doc: Doc, named: dict[int, DocMention]) -> tuple[int, int | None, int | str] | None:
    """The assembly that a group sits in: the token after it, its entity where it is one, what it is known by."""
    if position >= len(doc) or doc[position].lower_ not in _AT:
        return None
    start = position + 1
    while start < len(doc) and doc[start].lower_ in {"l'", "la", "le"}:
        start += 1
    if start >= len(doc):
        return None
    words = tuple(token.lower_ for token in doc[start : start + 3])
    length = next((n for n in (3, 2) if words[:n] in _ASSEMBLY_PHRASES), int(words[0] in _ASSEMBLIES))
    if not length:
        return None
    name = named.get(start)
    if name is not None and name.start == start:
        return name.end, name.entities[0], name.entities[0]
    end = start + length
    if end < len(doc) and doc[end].lower_ in {"nationale", "européen", "basse", "haute"}:
        end += 1
    return end, None, words[0]
