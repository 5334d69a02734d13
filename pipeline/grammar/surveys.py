"""Who surveyed for whom: "selon un sondage X pour Y et Z", "une enquête de X réalisée en mai pour la presse et Z".

The words are nouns whose slot takes the function ``surveyor``; the other slot holds the clients. The parser hangs the
parts of such a phrase now here, now there, so that it is read by its words alone.
"""

from __future__ import annotations

from pipeline.attribution.speech import TIME_WORDS
from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.predication import Predication
from pipeline.prepositions import SIMPLE

FUNCTION = "surveyor"
_TOLD = frozenset(
    form + ending
    for form in """réalisé mené publié diffusé dévoilé paru conduit effectué commandé fait relayé
    annuel trimestriel mensuel hebdomadaire exclusif quotidien récent nouveau""".split()
    for ending in ("", "e", "s", "es")
)
"""What may be told of a survey between its noun, who made it and for whom."""
_MAKERS = frozenset("institut cabinet société agence bureau entreprise groupe think-tank observatoire".split())
_FILLING = frozenset("* ** le la les l' en ce cette de d' du des par et , ( )".split())
_JOINTS = frozenset({"-", "–", "/", "et", "&", "avec"})
_GAP = 9
"""So many tokens may stand between a survey and who made it, and between that and its clients."""
_PHRASE = 6
"""So many words may an unnamed client take ("la presse quotidienne régionale")."""


def survey_predications(context: Context) -> list[Predication]:
    """What the surveys of a document say of who made them for whom."""
    found = []
    for index in sorted(context.nouns):
        for form, word in context.nouns[index]:
            slot = word.slot_of(FUNCTION)
            target = word.slot_of("pour")
            if slot is None or target is None:
                continue
            makers = _makers(index + len(form), context)
            clients = _clients(makers[-1].end, context) if makers else []
            clients = [c for c in clients if c.entities not in {m.entities for m in makers}]
            if clients:
                fills = {slot: makers, target: clients}
                found.append(Predication(word, index, index, clients[-1].end, "survey", fills))
    return found


def _makers(position: int, context: Context) -> list[Filler]:
    """Who made a survey: the first organisation behind its noun, and those joined to it ("X - Y", "X/Y")."""
    for index in range(position, min(position + _GAP, len(context.doc))):
        name = context.name_at(index)
        if name is not None:
            break
        if not _is_told(index, context) and context.lower[index] not in _MAKERS:
            return []
    else:
        return []
    makers = [name]
    while name is not None and name.end + 1 < len(context.doc) and context.lower[name.end] in _JOINTS:
        name = context.name_at(name.end + 1)
        makers += [name] if name is not None and name.start == makers[-1].end + 1 else []
    return [context.filler_of(m) for m in makers if _is_organisation(m, context)]


def _is_told(index: int, context: Context) -> bool:
    """Whether a word only tells more of a survey: a date, or what was done with it."""
    token, text = context.doc[index], context.lower[index]
    dated = text in TIME_WORDS or token.is_digit or (token.ent_type_ == "" and token.pos_ == "NUM")
    return dated or text in _FILLING or text in _TOLD or text.isdigit()


def _is_organisation(mention: DocMention, context: Context) -> bool:
    return all(context.kind(e) == "Organisation" for e in mention.entities)


def _clients(position: int, context: Context) -> list[Filler]:
    """For whom a survey was made, behind who made it: "pour la presse régionale, Y et Z"."""
    limit = min(position + _GAP, len(context.doc))
    if position + 1 < limit and context.doc[position].is_alpha and context.lower[position + 1] == "pour":
        position += 1  # "une enquête Nébula interactive pour Y"
    while position < limit and context.lower[position] != "pour":
        if context.name_at(position) is not None or not _is_told(position, context):
            return []
        position += 1
    clients: list[Filler] = []
    position += 1
    while position < len(context.doc):
        start = position
        described = context.doc[start].pos_ == "DET"
        while described and position < min(start + _PHRASE, len(context.doc)) and _is_unnamed(position, context):
            position += 1
        name = context.name_at(position) if position < len(context.doc) else None
        if name is not None and name.start == position:
            if not _is_organisation(name, context):
                break
            clients.append(context.filler_of(name))
            position = name.end
        elif position == start:
            break
        if position >= len(context.doc) or context.lower[position] not in {",", "et", "/"}:
            break
        if context.lower[position] == "," and "et" in context.lower[start - 1 : start + 1]:
            break  # "pour Y et Z, la liste W mène"
        position += 1 + (context.lower[position + 1] in {"pour", "et"})
    return clients


def _is_unnamed(position: int, context: Context) -> bool:
    """Whether a word is part of a client's common noun: "la presse régionale", "le site spécialisé | Y"."""
    token = context.doc[position]
    if context.name_at(position) is not None or token.lower_ in {",", "et", "/"}:
        return False
    return token.pos_ in {"DET", "NOUN", "ADJ"} or SIMPLE.get(token.lower_) == "de"
