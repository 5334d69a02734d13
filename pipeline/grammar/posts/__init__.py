"""Role nouns: "le PDG de X Y", "Y, PDG de X", "Y est PDG de X", "son PDG Y", "Y (PDG de X)", "la filiale Z de X".

Role noun phrases are read on the surface: the parser's apposition and coordination are its weakest parts, while the
order of words in a French title is strict. A phrase is the noun, the bodies that its prepositions name, and whoever
holds it.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.parts import to_part
from pipeline.grammar.posts.antecedents import tell_holders
from pipeline.grammar.posts.around import find_body_around
from pipeline.grammar.posts.beside import beside_predications
from pipeline.grammar.posts.bodies import find_bodies, share_bodies
from pipeline.grammar.posts.epithets import epithet_predications
from pipeline.grammar.posts.holders import find_holders, share_holders
from pipeline.grammar.posts.lists import find_possessor
from pipeline.grammar.posts.paired import pair
from pipeline.grammar.posts.phrase import RolePhrase, allowed, body_slots, one_of
from pipeline.grammar.posts.taken import take_post
from pipeline.grammar.posts.told import tell_bodies
from pipeline.grammar.predication import Predication
from pipeline.ontology import Word

__all__ = [
    "RolePhrase",
    "beside_predications",
    "epithet_predications",
    "role_phrases",
    "role_predications",
    "take_post",
]

_UNNAMED = frozenset({"told", "medium", "apposed"})
"""Functions of a body slot that no name in brackets or list fills."""


def role_phrases(context: Context) -> list[RolePhrase]:
    """Every role noun phrase of a document with its bodies and, where the surface tells it, its holders."""
    found: list[RolePhrase] = []
    by_noun: dict[int, RolePhrase] = {}
    for index in sorted(context.roles, reverse=True):
        matches = context.roles[index]
        end = index + len(matches[0][0])
        # "premier actionnaire": the parser hangs the phrase on its noun.
        noun = index
        while noun + 1 < end and context.doc[noun].pos_ == "ADJ":
            noun += 1
        phrase = RolePhrase([word for _, word in matches], noun, context.left_edge(noun), end, end)
        find_bodies(phrase, by_noun, context)
        first = one_of(phrase.start, context)
        if first is not None:
            phrase.one_of, phrase.start = True, first
        by_noun[noun] = phrase
        found.append(phrase)
    found.reverse()
    # Of two that end together ("cofondateur de la plateforme Y"), the outer one goes on after "et".
    by_end = {phrase.phrase_end: phrase for phrase in reversed(found)}
    share_bodies(found, context)
    by_end |= {phrase.phrase_end: phrase for phrase in found if phrase.phrase_end not in by_end}
    for phrase in found:
        find_holders(phrase, by_end, context)
    share_holders(found, context)
    for phrase in found:
        find_possessor(phrase, by_end, context)
        find_body_around(phrase, context)
        pair(phrase, context)
    tell_holders(found, context)
    tell_bodies(found, context)
    for phrase in found:
        if phrase.of_part:
            phrase.words = [to_part(word, context) for word in phrase.words]
        if phrase.over_people:
            phrase.words = [_of_party(word, phrase, context) for word in phrase.words]
        if _over_group(phrase, context):
            phrase.words = [*phrase.words, *(_in_group(word, context) for word in phrase.words)]
    return found


def _of_party(word: Word, phrase: RolePhrase, context: Context) -> Word:
    """ "le chef de file des députés X": who leads people of a party belongs to it."""
    rule = context.ontology.rules[word.rule]
    party = rule.party if rule.part is None else context.ontology.rules[rule.part].party
    bodies = {e for fillers in phrase.bodies.values() for f in fillers for e in f.entities}
    return replace(word, rule=party) if party is not None and bodies <= context.parties else word


def _over_group(phrase: RolePhrase, context: Context) -> bool:
    """ "le président du groupe X au Sénat", where X is a party: who leads its deputies is a member too."""
    bodies = [filler for fillers in phrase.bodies.values() for filler in fillers]
    return any(
        "groupe" in context.lower[phrase.end : filler.start] and context.parties.issuperset(filler.entities)
        for filler in bodies
    )


def _in_group(word: Word, context: Context) -> Word:
    group = context.ontology.rules[word.rule].group
    return word if group is None else replace(word, rule=group)


def role_predications(context: Context, phrases: list[RolePhrase]) -> list[Predication]:
    """The ties that role nouns state by themselves."""
    found = []
    known = _known_leaders(phrases, context)
    for phrase in phrases:
        if not phrase.holders:
            continue
        for word in phrase.words:
            if phrase.pairs and word.holder is not None:
                found += _paired(word, phrase, context)
                continue
            fills = body_slots(word, phrase)
            together = any("reciprocal" in f for f in word.slots.values()) and _several(phrase.holders)
            if word.holder is None or not (fills or together) or not allowed(word, fills, context):
                continue
            fills[word.holder] = phrase.holders
            if phrase.construction == "described" and _taken(word, fills, known):
                continue
            found.append(Predication(word, phrase.noun, phrase.noun, phrase.end, phrase.construction, fills))
    return found


def _paired(word: Word, phrase: RolePhrase, context: Context) -> list[Predication]:
    """One tie for each holder with a body of his own."""
    found = []
    for holder, body in phrase.pairs:
        slot = next((s for s, functions in word.slots.items() if s != word.holder and set(functions) - _UNNAMED), None)
        fills = {} if slot is None else {slot: [body]}
        if slot is None or word.holder is None or not allowed(word, fills, context):
            continue
        fills[word.holder] = [holder]
        found.append(Predication(word, phrase.noun, phrase.noun, phrase.end, "paired", fills))
    return found


def _known_leaders(phrases: list[RolePhrase], context: Context) -> dict[tuple[str, int], set[int]]:
    """Whom the surface names beside a role noun over a whole body: (rule, body) → persons."""
    known: dict[tuple[str, int], set[int]] = {}
    for phrase in phrases:
        if not phrase.holders or phrase.construction == "described":
            continue
        for word in phrase.words:
            if context.ontology.rules[word.rule].part is not None and word.holder == "source":
                bodies = {e for fillers in body_slots(word, phrase).values() for f in fillers for e in f.entities}
                for body in bodies:
                    known.setdefault((word.rule, body), set()).update(e for f in phrase.holders for e in f.entities)
    return known


def _taken(word: Word, fills: dict[str, list[Filler]], known: dict[tuple[str, int], set[int]]) -> bool:
    """Whether the article names somebody else as who leads the body ("le patron du parti", said to be a third one)."""
    persons = {e for f in fills.get("source", []) for e in f.entities}
    leaders = [known.get((word.rule, e), set()) for f in fills.get("target", []) for e in f.entities]
    return any(leaders) and not any(group & persons for group in leaders)


def _several(holders: list[Filler]) -> bool:
    """Whether a symmetric role is held by several at once ("A et B sont partenaires")."""
    return len({e for f in holders for e in f.entities}) > 1
