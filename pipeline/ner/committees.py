"""The committees of assemblies and of other bodies: "la commission des lois du Sénat", "la commission d'éthique de PX".

A committee that names its body is a body of its own, over whose name its own lies; short forms elsewhere in the
article ("la commission des lois") are the same. Source of the wording: the standing orders of the French chambers
(commissions permanentes, spéciales, d'enquête, mixtes paritaires; missions d'information; délégations).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.document import Caucus, DocMention, Document, NamedEntity
from pipeline.parsed import Doc

_OF = frozenset({"de", "d'", "du", "des"})
_AT = frozenset({"du", "de", "d'", "des", "au", "à"})
_ARTICLES = frozenset({"la", "le", "les", "l'"})
_CERTAIN = frozenset({"la", "une", "cette", "même"})
"""What may stand before a committee: "la commission", "une commission d'enquête"."""
_FIELD_REACH = 11
"""So many tokens may tell what a committee is for."""
_KINDS = frozenset({
    "spéciale", "permanente", "nationale", "disciplinaire", "judiciaire", "électorale", "éthique", "indépendante",
    "parlementaire", "départementale", "médicale", "juridique", "sociale",
})  # fmt: skip
"""Adjectives that tell a committee's kind without a field."""

_NO_FIELDS = frozenset(
    "courtage intervention gestion rachat vente change part mouvement découvert souscription service performance "
    "congrès fête cérémonie réunion rencontre".split()
)
"""What a fee is for ("commission de courtage"), and where people are sent ("délégation au congrès")."""


@dataclass
class _Found:
    """One committee: its whole name and the places of it, its body, and the entity that the names gave it, if any."""

    body: int
    words: tuple[str, ...]
    name: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    known: int | None = None


def with_committees(document: Document) -> Document:
    """The document with the committees whose body it names as entities of their own, in full, and what they are of.

    In: a document whose mentions are names. Out: the same where it tells of no such committee.
    """
    starts = [token.i for token in document.doc if token.lower_ in {"commission", "mission", "délégation"}]
    named = {i: m for m in document.mentions if m.form == "name" for i in range(m.start, m.end)} if starts else {}
    committees: dict[tuple[tuple[str, ...], int], _Found] = {}
    for start in starts:
        told = _told(start, document, named)
        if told is None:
            continue
        words, end, body = told
        found = committees.setdefault((words, body), _Found(body, words))
        name = " ".join(document.doc.span(start, end).text.split())
        found.name = max(found.name, name, key=lambda form: (len(form), form))
        found.places.append((start, end))
        inner = named.get(start)
        if inner is not None and inner.start == start and inner.end < end:
            found.known = inner.entities[0]
    return _joined(document, list(committees.values()), starts, named) if committees else document


def _told(start: int, document: Document, named: Mapping[int, DocMention]) -> tuple[tuple[str, ...], int, int] | None:
    """The committee that begins here: the words of its field, the token after the body's name, the body."""
    doc, own = document.doc, named.get(start)
    if own is not None and own.start != start:
        return None
    if own is None and (start == 0 or doc[start - 1].lower_ not in _CERTAIN):
        return None
    for end in _field_ends(start, doc, named):
        body = _body(end, document, named)
        if body is not None and (own is None or own.end <= end):
            return _words(start, end, doc), body.end, body.entities[0]
    return None


def _field_ends(start: int, doc: Doc, named: Mapping[int, DocMention]) -> Iterator[int]:
    """The tokens at which the field of a committee may end ("commission | des affaires sociales | et du travail |")."""
    kind = doc[start].lower_
    position = start + 1
    while position < len(doc) and doc[position].lower_ in _KINDS:
        position += 1
    if position > start + 1 and kind == "commission":
        yield position
    if position >= len(doc) or doc[position].lower_ not in (_OF if kind != "délégation" else {"à", "au", "aux"}):
        return
    if kind == "mission" and (position + 1 >= len(doc) or doc[position + 1].lower_ != "information"):
        return
    field = position + 1 + (doc[position + 1].lower_ in _ARTICLES if position + 1 < len(doc) else 0)
    if field >= len(doc) or doc[field].like_num or doc[field].lower_ in _NO_FIELDS:
        return
    limit = min(len(doc), start + _FIELD_REACH)
    for end in range(position + 1, limit):
        token, name = doc[end], named.get(end)
        if name is not None and name.start == end and name.entities != _entity(named.get(start)):
            return
        if name is None and token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "PUNCT"} and token.text != ",":
            return
        if token.lower_ in _AT and doc[end - 1].lower_ not in {"et", ",", *_OF, *_ARTICLES}:
            yield end


def _entity(mention: DocMention | None) -> tuple[int, ...] | None:
    return None if mention is None else mention.entities


def _body(position: int, document: Document, named: Mapping[int, DocMention]) -> DocMention | None:
    """The organisation that a preposition here hangs on a committee: "du Sénat", "de l'Assemblée", "au Sénat"."""
    doc = document.doc
    if position >= len(doc) or doc[position].lower_ not in _AT:
        return None
    position += 1
    while position < len(doc) and doc[position].lower_ in _ARTICLES and position not in named:
        position += 1
    name = named.get(position)
    if name is None or name.start != position or document.entities[name.entities[0]].kind != "Organisation":
        return None
    return name


def _words(start: int, end: int, doc: Doc) -> tuple[str, ...]:
    return tuple(token.lower_ for token in doc[start:end])


def _joined(
    document: Document, committees: list[_Found], starts: list[int], named: Mapping[int, DocMention]
) -> Document:
    """The document with these committees; a short form is that of the one committee with the same field."""
    entities, caucuses = list(document.entities), dict(document.caucuses)
    mentions = list(document.mentions)
    claimed: set[int] = set()
    for found in committees:
        number = found.known
        alone = [other.words for other in committees].count(found.words) == 1
        if number is None or number in claimed:
            number = len(entities)
            entities.append(NamedEntity(number, "Organisation", found.name, gender="Fem", hints=("commission",)))
        else:
            entity = entities[number]
            aliases = tuple(sorted({*entity.aliases, entity.name} - {found.name}))
            entities[number] = replace(entity, kind="Organisation", name=found.name, aliases=aliases, gender="Fem")
        claimed.add(number)
        caucuses[number] = Caucus(None, found.body, committee=True)
        over = {start for start, _ in found.places}
        mentions = [m for m in mentions if m.form != "name" or m.start not in over]
        mentions += [DocMention(start, end, start, (number,)) for start, end in found.places]
        if alone:
            length = len(found.words)
            short = (s for s in starts if s not in over and s not in named)
            places = [s for s in short if _words(s, s + length, document.doc) == found.words]
            mentions += [DocMention(s, s + length, s, (number,)) for s in places]
    mentions.sort(key=lambda m: (m.start, -m.end, m.entities))
    return replace(document, entities=entities, mentions=mentions, caucuses=caucuses)
