"""Bodies that a verb or noun names by a part of them or by the post at their head.

"X est nommé directeur de la rédaction de Y", "X dirige le style de Y", "la direction de Y a été confiée à X".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.frame import Frame
from pipeline.grammar.lexicon import (
    BOARD_FUNCTIONS,
    BOARD_WORDS,
    BOARDS,
    HEAD_NOUNS,
    ORGAN_NOUNS,
    PART_ADJECTIVES,
    PART_NOUNS,
    POST_NOUNS,
    POST_TAKING,
)
from pipeline.grammar.predication import Predication
from pipeline.grammar.subjects import subject
from pipeline.ontology import POST, Word
from pipeline.parsed import Token
from pipeline.prepositions import SIMPLE

_DEPTH = 4


def behind_part(index: int, context: Context) -> tuple[list[Filler], bool]:
    """The body behind a part of it ("la direction des vols de X", "le conseil de X"); whether it is a mere part."""
    mere, position = False, index
    for _ in range(_DEPTH):
        lemma = context.doc[position].lemma_.lower()
        if lemma not in PART_NOUNS | ORGAN_NOUNS | BOARDS and position == index:
            return [], False
        mere = mere or lemma in PART_NOUNS
        complement = _of(position, context)
        if complement is None:
            return [], False
        fillers = context.referents(complement)
        if fillers:
            return fillers, mere
        position = complement
    return [], False


def _of(index: int, context: Context) -> int | None:
    """The head of the noun phrase that "de" or "à" hangs on a noun."""
    position, limit = index + 1, min(context.sentence_end(context.doc[index]), index + 6)
    while position < limit:
        found = context.preposition_at(position)
        if found is not None:
            return context.complement(found[1]) if found[0] in {"de", "à", "en", "chez"} else None
        token = context.doc[position]
        narrowing = token.pos_ in {"ADJ", "NOUN"} or token.morph.get("VerbForm", []) == ["Part"]
        if not narrowing or context.name_at(position) is not None:
            return None
        position += 1
    return None


def headed(index: int, context: Context) -> tuple[list[Filler], bool]:
    """The body that a noun for the post at its head names ("la présidence de X", "sa direction"), or a part of it."""
    if context.doc[index].lemma_.lower() not in HEAD_NOUNS:
        return [], False
    possessive = context.possessive.get(context.left_edge(index))
    if possessive is not None:
        return [context.filler_of(possessive)], False
    mere = narrows(index + 1, context)
    complement = _of(index, context)
    if complement is None:
        return [], False
    fillers = context.referents(complement)
    if fillers:
        return fillers, mere
    return behind_part(complement, context)


def narrows(position: int, context: Context) -> bool:
    """Whether the word here leaves a post at the head of a body only a part of it ("la direction financière de X")."""
    return position < len(context.doc) and context.lower[position] in PART_ADJECTIVES


def takes_part(word: Word, context: Context) -> bool:
    """Whether a word ties somebody to a body by a post, so that a part of the body leads to the body."""
    rules = context.ontology.rules
    return rules[word.rule].part is not None or any(t.relation == POST or rules[t.relation].part for t in word.ties)


def to_part(word: Word, context: Context) -> Word:
    """A word for who is tied to a mere part of a body, by the rule's ``part``; the word itself where it has none."""
    part = context.ontology.rules[word.rule].part
    return word if part is None else replace(word, rule=part)


def over_part(word: Word, found: Frame, result: Predication, context: Context) -> Word:
    """ "dirige le style de X": who heads a part of a body has another tie to it (``part`` of the rule)."""
    if context.ontology.rules[word.rule].part is None or word.slots.get("target") != ("object",):
        return word
    for index in found.functions.get("object", []):
        if context.doc[index].lemma_.lower() not in PART_NOUNS or context.mention[index] is not None:
            continue
        if "target" not in result.fills:
            result.fills["target"] = _owner(index, context)
        if result.fills["target"]:
            return to_part(word, context)
        del result.fills["target"]
    return word


def _owner(noun: int, context: Context) -> list[Filler]:
    """The organisation that "de" names after a noun, past its adjectives and the parts of it ("de la marque X")."""
    position, limit = noun + 1, min(noun + 9, context.sentence_end(context.doc[noun]))
    while position < limit:
        name = context.mention[position]
        if name is not None and name.form != "pronoun":
            filler = context.filler_of(name)
            return [filler] if context.kind(name.entities[0]) == "Organisation" else []
        if context.doc[position].pos_ not in {"ADJ", "DET", "NOUN", "ADP"} and context.preposition_at(position) is None:
            return []
        position += 1
    return []


def is_part(index: int, context: Context) -> bool:
    """Whether a noun stands for a part of a body ("la rédaction") that the article does not take for the body."""
    return context.mention[index] is None and context.doc[index].lemma_.lower() in PART_NOUNS


def headed_bodies(objects: list[int], context: Context) -> tuple[list[Filler], bool]:
    """The body whose head's post one of some objects names; whether only a part of it."""
    return next((told for told in (headed(index, context) for index in objects) if told[0]), ([], False))


def is_board(index: int, context: Context) -> bool:
    """Whether a noun stands for a board: "le conseil d'administration", "le comité exécutif", "le conseil de X"."""
    lemma, mention = context.doc[index].lemma_.lower(), context.mention[index]
    if lemma not in BOARDS or (mention is not None and mention.form == "name"):
        return False
    if not BOARD_WORDS.isdisjoint(context.lower[index + 1 : index + 3]) or lemma in {"board", "directoire"}:
        return True
    complement = _of(index, context) if lemma == "conseil" else None
    filler = None if complement is None else context.referent(complement)
    # "le conseil municipal de X" is none of a firm's.
    plain = index + 1 < len(context.doc) and SIMPLE.get(context.lower[index + 1]) == "de"
    return plain and filler is not None and filler.form == "name" and context.kind(filler.entities[0]) == "Organisation"


def board_bodies(functions: Mapping[str, list[int]], context: Context) -> list[Filler]:
    """The bodies to whose board a verb with these functions leads ("au conseil de X", "à son conseil")."""
    for index in (i for function in BOARD_FUNCTIONS for i in functions.get(function, [])):
        if not is_board(index, context):
            continue
        possessive = context.possessive.get(context.left_edge(index))
        return [context.filler_of(possessive)] if possessive is not None else behind_part(index, context)[0]
    return []


def taker(participle: Token, context: Context) -> list[Filler]:
    """Who takes the post that a participle tells somebody to have left: "X reprend le poste occupé par Z"."""
    post = participle.head
    if post.lower_ not in POST_NOUNS or post.head.lemma_ not in POST_TAKING:
        return []
    return [f for i in subject(post.head, context)[0] for f in context.referents(i)]


def part_bodies(indices: list[int], slot: str, word: Word, context: Context) -> tuple[list[Filler], bool]:
    """The body behind the first part of one among some nouns, of the kinds that a slot takes; whether a mere part."""
    kinds = context.ontology.rules[word.rule].roles.get(slot, frozenset())
    for index in indices:
        fillers, mere = behind_part(index, context)
        fillers = [f for f in fillers if all(context.kind(e) in kinds for e in f.entities)]
        if fillers:
            return fillers, mere
    return [], False
