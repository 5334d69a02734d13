"""The organisations that an article shows to be political parties.

By their name, by the noun before it ("le parti X", "la sénatrice X", "les élus X"), by the group that sits in an
assembly ("le groupe X au Sénat"), by who heads it ("le président X du Sénat"), by what its people once were ("l'ex-X
Y"), or because someone in politics bears it in brackets ("le vice-président de la région Y (X)"); where an article
speaks of politics, or of unions, the sigle that any person bears in brackets is one too, and what one joins on leaving
a party is another. Trade unions count as parties here: one belongs to them in the same words.
"""

from __future__ import annotations

from pipeline.coreference.describing_nouns import NAME_WORDS
from pipeline.document import DocMention, Document
from pipeline.grammar.lexicon import ASSEMBLIES, MANDATES, PARTY_CUES, PARTY_HINTS, PARTY_NOUNS
from pipeline.parsed import Doc

_SIGLE = 6
"""The longest sigle that a person bears in brackets."""
_UNIONISTS = frozenset("syndicat syndicats intersyndicale syndicaliste syndicalistes syndical syndicale".split())
"""Words of an article in which the sigle that a person bears in brackets is a trade union's."""
_POLITICS = frozenset(
    """député députée députés députées sénateur sénatrice sénateurs sénatrices eurodéputé eurodéputée eurodéputés parti
    partis parlementaire parlementaires élection élections législatives municipales sénatoriales présidentielle
    européennes régionales départementales candidat candidate candidats candidature scrutin gauche droite opposition
    ministre ministres gouvernement maire maires élu élus élue élues hémicycle amendement amendements quinquennat
    militants investiture électeurs macroniste socialiste socialistes écologistes""".split()
)
_ENOUGH = 3
"""So many different words of politics make an article one about politics."""
_JOINING = ("rejoin", "ralli", "intégr", "intègr")
_LEAVING = ("quitt", "délaiss", "abandonn", "claqu", "démission", "départ", "lâch")
"""How the words begin that tell of joining one and of leaving another: the tagger often misses these verbs."""
_BEFORE_MEDIA = frozenset({"sur", "selon"})
"""What stands before a medium ("sur X") and before no party."""
_HEADS = frozenset("président présidente vice-président vice-présidente chef patron patronne questeur doyen".split())
_SEATS = frozenset("région département métropole agglomération".split())
_BEFORE = 14
"""So many tokens of a title may stand before the name of its holder."""


def find_parties(document: Document, mention_at: list[DocMention | None], lower: list[str]) -> frozenset[int]:
    """The entities of a document that are parties; ``mention_at`` has the mention that covers each token."""
    found: set[int] = set()
    borne: set[int] = set()
    on_air: set[int] = set()
    for mention in document.mentions:
        entity = document.entities[mention.entities[0]]
        if mention.form != "name" or entity.id in found or entity.kind != "Organisation":
            continue
        if mention.start and lower[mention.start - 1] in _BEFORE_MEDIA:
            on_air.add(entity.id)
        if _sigle_of_person(mention, document, mention_at, lower):
            borne.add(entity.id)
        hints = set(entity.hints)
        words = {lower[i] for i in range(mention.start, mention.end)}
        index = _noun_before(mention.start - 1, document.doc, lower)
        if (
            (index >= 0 and lower[index].removeprefix("ex-") in PARTY_CUES)
            or hints & PARTY_HINTS
            or (words & NAME_WORDS["party"] and not hints)
            or (index >= 0 and lower[index] == "groupe" and _sits(mention.end, lower))
            or (index >= 0 and lower[index] in _HEADS and _of_assembly(mention.end, lower))
            or (lower[mention.start - 1] == "(" and _borne(mention, document, mention_at, lower))
            or _once(mention, document, mention_at, lower)
        ):
            found.add(entity.id)
    if found or (borne and (not _UNIONISTS.isdisjoint(lower) or len(_POLITICS.intersection(lower)) >= _ENOUGH)):
        found |= borne - on_air
    return frozenset(found | _joined(found, document, lower))


def _once(mention: DocMention, document: Document, mention_at: list[DocMention | None], lower: list[str]) -> bool:
    """ "l'ex-X Y", "les ex-X Y et Z", "Y (ex-X)": what somebody once was, without a noun."""
    if not lower[mention.start].startswith("ex-") or not mention.start:
        return False
    beside = mention.start - 2 if lower[mention.start - 1] == "(" else mention.end
    holder = mention_at[beside] if 0 <= beside < len(lower) else None
    return holder is not None and holder.form == "name" and document.entities[holder.entities[0]].kind == "Person"


def _joined(found: set[int], document: Document, lower: list[str]) -> set[int]:
    """ "quitte le parti X pour rejoindre Y", "quitte X et rejoint Y": Y, named in one sentence with a party."""
    doc = document.doc
    joined: set[int] = set()
    left = {doc[m.start].sent.start for m in document.mentions if m.entities[0] in found}
    for mention in document.mentions:
        entity = document.entities[mention.entities[0]]
        if mention.form != "name" or entity.kind != "Organisation" or entity.hints or not mention.start:
            continue
        index = mention.start - 1
        while index > 0 and (doc[index].pos_ in {"DET", "ADP", "PUNCT"} or lower[index] in {"groupe", "camp"}):
            index -= 1
        start = doc[index].sent.start
        away = start in left and lower[index].startswith(_JOINING)
        if away and any(text.startswith(_LEAVING) for text in lower[start:index]):
            joined.add(entity.id)
    return joined


def _noun_before(index: int, doc: Doc, lower: list[str]) -> int:
    while index > 0 and (lower[index] == "(" or doc[index].pos_ == "ADJ" or doc[index].dep_ == "amod"):
        index -= 1
    return index


def _of_assembly(end: int, lower: list[str]) -> bool:
    """ "le président X de l'Assemblée", "la présidente X de la région Y"."""
    return lower[end : end + 1] in (["de"], ["du"], ["d'"], ["d’"]) and not (ASSEMBLIES | _SEATS).isdisjoint(
        lower[end + 1 : end + 3]
    )


def _sits(end: int, lower: list[str]) -> bool:
    """ "le groupe X à l'Assemblée", "le groupe X (Y) au Sénat"."""
    if lower[end : end + 1] == ["("]:
        end = next((i + 1 for i in range(end, min(end + 6, len(lower))) if lower[i] == ")"), end)
    return lower[end : end + 1] in (["à"], ["au"]) and bool(ASSEMBLIES & set(lower[end + 1 : end + 3]))


def _sigle_of_person(
    mention: DocMention, document: Document, mention_at: list[DocMention | None], lower: list[str]
) -> bool:
    """ "X (PZ)", "X (PZ, Brest)": a sigle without a description of its own, in brackets after a person's name."""
    if mention.end - mention.start != 1 or mention.start < 2 or lower[mention.start - 1] != "(":
        return False
    holder, text = mention_at[mention.start - 2], document.doc[mention.start].text.removeprefix("ex-")
    if holder is None or holder.form != "name" or document.entities[holder.entities[0]].kind != "Person":
        return False
    capitals = sum(letter.isupper() for letter in text)
    return len(text) <= _SIGLE and capitals > 1 and not document.entities[mention.entities[0]].hints


def _borne(mention: DocMention, document: Document, mention_at: list[DocMention | None], lower: list[str]) -> bool:
    """Whether the one who bears a name in brackets is in politics, here or elsewhere in the article."""
    holder = mention_at[mention.start - 2] if mention.start > 1 else None
    if holder is None or holder.form != "name" or document.entities[holder.entities[0]].kind != "Person":
        return False
    if set(document.entities[holder.entities[0]].hints) & (PARTY_NOUNS | MANDATES):
        return True
    after = mention.end + 2
    if lower[mention.end : after] == [")", ","] and not (PARTY_NOUNS | MANDATES).isdisjoint(lower[after : after + 5]):
        return True
    start = holder.start - (holder.start > 0 and lower[holder.start - 1] == ",")
    for index in range(start - 1, max(start - _BEFORE, -1), -1):
        if lower[index] in PARTY_NOUNS | MANDATES:
            return True
        if lower[index] in {",", ".", ";", ":", "(", ")", '"', "et"} or document.doc[index].pos_ in {"VERB", "AUX"}:
            return False
    return False
