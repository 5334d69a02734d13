"""Who speaks in a document or on a network: "écrit X dans un communiqué", "a réagi X sur Pépiement", "sur son compte".

The document or the network hangs on a verb of saying, whose subject is the author. A network is told by its noun
("sur son compte", "sur le réseau social Y") or by a bare proper noun that names nobody ("a écrit X sur Pépiement"):
whatever has a newsroom, a station as well as a newspaper, is an entity.
"""

from __future__ import annotations

from pipeline.attribution.speech import SAYING_VERBS
from pipeline.certainty.verbgroup import is_verbal, lemma_of
from pipeline.coreference.describing_nouns import NAME_WORDS
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.control import is_passive
from pipeline.grammar.incises import incise_subject
from pipeline.grammar.lexicon import (
    APPEAL_VERBS,
    DOCUMENT_PREPOSITIONS,
    DOCUMENTS,
    LIGHT_NOUNS,
    NETWORK_NOUNS,
    VOICING_VERBS,
)
from pipeline.grammar.predication import Predication
from pipeline.grammar.subjects import subject
from pipeline.parsed import Token

FUNCTION = "network"
_STATIONS = NAME_WORDS["broadcast"]
"""Words in the names of stations: what one says there is said, not published."""
_LEFT = 20
_UP = 4
"""How far above a document its verb may stand ("a déclaré X, PDG de Y, dans un communiqué")."""


def authors(index: int, context: Context) -> tuple[Token, list[Filler]] | None:
    """The verb of saying that a document noun hangs on, and its subject: "écrit X dans une série de tweets"."""
    start = context.left_edge(index)
    if start > 1 and context.lower[start - 1] in {"de", "d'", "d’"} and context.lower[start - 2] in LIGHT_NOUNS:
        index = start - 2
        start = context.left_edge(index)
    if start == 0 or context.lower[start - 1] not in DOCUMENT_PREPOSITIONS:
        return None
    return _speaker(index, context, SAYING_VERBS | APPEAL_VERBS, any_verb=context.lower[index] in DOCUMENTS)


def network_predications(context: Context) -> list[Predication]:
    """What is said on a network: "a ajouté X sur son compte", "sur Y, X a dénoncé …"."""
    found = []
    for word in context.ontology.nouns_by_function.get(FUNCTION, ())[:1]:
        for position, text in enumerate(context.lower[:-1]):
            if text not in {"sur", "via"}:
                continue
            index = _network(position + 1, context)
            spoken = None if index is None else _speaker(index, context, SAYING_VERBS | VOICING_VERBS)
            if index is None or spoken is None:
                continue
            verb, fillers = spoken
            slot = word.slot_of(FUNCTION)
            fillers = [f for f in fillers if slot and all(context.admits(word, slot, e) for e in f.entities)]
            if slot and fillers:
                found.append(Predication(word, verb.i, index, index + 1, "network", {slot: fillers}))
    return found


def _network(position: int, context: Context) -> int | None:
    """The head of the noun phrase after "sur" that names a network or one's place on it."""
    token, before = context.doc[position], context.doc[max(position - 2, 0)]
    if before.pos_ == "VERB" and before.morph.get("Tense", []) == ["Past"] and before.dep_ in {"acl", "amod"}:
        # "raconte X, selon un extrait diffusé sur Y": the extract stands there, not what X says.
        return None
    if _STATIONS & set(context.lower[position : position + 3]) or (token.text.isupper() and len(token) > 1):
        return None
    if token.text[:1].isupper() and token.pos_ in {"PROPN", "X", "NOUN"}:
        return position if context.mention[position] is None and token.ent_type_ not in {"PER", "LOC"} else None
    index = position
    while index < min(position + 4, len(context.doc)) and context.doc[index].pos_ in {"DET", "ADJ"}:
        index += 1
    if index == position or index >= len(context.doc) or context.lower[index] not in NETWORK_NOUNS:
        return None
    if context.lower[index - 1 : index + 1] in (["le", "fil"], ["le", "mur"]):
        # "l'emporte sur le fil": somebody's own, or that of a named network ("sur le fil d'actualité").
        named = index + 1 < len(context.doc) and context.doc[index + 1].pos_ in {"PROPN", "X"}
        return index if named or context.lower[index + 1 : index + 2] in (["d'"], ["d’"]) else None
    return index


def _incise(index: int, context: Context) -> Token | None:
    """The verb of the incise that a document stands in, wherever the parser hangs it: "explique-t-il dans une note"."""
    for position in range(index - 1, max(context.doc[index].sent.start, index - _LEFT) - 1, -1):
        token = context.doc[position]
        if is_verbal(token):
            return token if incise_subject(token) is not None else None
        if context.lower[position] in {'"', "«", "»", ";", ":"}:
            return None
    return None


def _opened(index: int, context: Context, verbs: frozenset[str], any_verb: bool) -> tuple[Token, list[Filler]] | None:
    """ "Dans une lettre à Y, X demande …": what follows the comma, where the parser hangs the phrase on no verb."""
    doc = context.doc
    for comma in range(index + 1, min(index + _LEFT, len(doc) - 2)):
        mention = context.mention_in_phrase(comma + 1) if context.lower[comma] == "," else None
        if mention is None or mention.end >= len(doc):
            if context.lower[comma] in {".", ";", ":"} or doc[comma].morph.get("VerbForm", []) == ["Fin"]:
                return None
            continue
        verb = next((t for t in doc[mention.end : mention.end + _UP] if t.pos_ == "VERB"), None)
        if verb is None or not (any_verb or lemma_of(verb) in verbs):
            return None
        return verb, [context.filler_of(mention)]
    return None


def _speaker(
    index: int, context: Context, verbs: frozenset[str], any_verb: bool = False
) -> tuple[Token, list[Filler]] | None:
    """The verb that a phrase hangs on, past the apposition that the parser hangs it on, and its subject."""
    incise = _incise(index, context)
    if incise is not None and (any_verb or lemma_of(incise) in verbs):
        return incise, [f for i in subject(incise, context)[0] for f in context.referents(i)]
    governor = context.doc[index].head
    for _ in range(_UP):
        if governor.pos_ in {"VERB", "AUX"} or governor.head == governor or governor.i > index:
            break
        governor = governor.head
    if not (is_verbal(governor) or incise_subject(governor) is not None):
        return _opened(index, context, verbs, any_verb)
    if is_passive(governor) and incise_subject(governor) is None:
        agents = [c.i for c in governor.children if any(k.lower_ == "par" for k in c.lefts)] if any_verb else []
        return (governor, [f for i in agents for f in context.referents(i)]) if agents else None
    if not any_verb and lemma_of(governor) not in verbs:
        return None
    return governor, [f for i in subject(governor, context)[0] for f in context.referents(i)]
