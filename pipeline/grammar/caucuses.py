"""What parties' groups in assemblies and committees tell: of what body they are, of what their people are members.

"le président du groupe PX au Sénat" leads the group; he belongs to the party and to the assembly. "la commission des
lois du Sénat" is one of the assembly's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.document import Caucus, DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.posts.epithets import leanings
from pipeline.grammar.predication import Predication

FUNCTION = "caucus"


def caucus_predications(found: Iterable[Predication], context: Context) -> list[Predication]:
    """The ties of groups to their parties, and of the persons that ``found`` ties to a group to party and assembly."""
    if not context.document.caucuses:
        return []
    adjectives = leanings(context)
    over: list[Predication] = []
    for mention in context.document.mentions:
        caucus = context.document.caucuses.get(mention.entities[0])
        if caucus is None or mention.form != "name":
            continue
        party = _party(mention, caucus, adjectives, context)
        if party is None:
            continue
        for word in context.ontology.nouns_by_function.get(FUNCTION, ()):
            slot = word.slot_of(FUNCTION)
            if slot is None or word.holder is None:
                continue
            fills = {slot: [party], word.holder: [context.filler_of(mention)]}
            over.append(Predication(word, mention.start, mention.start, mention.end, FUNCTION, fills))
    return [*over, *(belonging for p in found for belonging in _belonging(p, adjectives, context))]


def _belonging(found: Predication, adjectives: dict[str, int], context: Context) -> list[Predication]:
    """The membership that a post or a seat in a group makes."""
    rule = context.ontology.rules[found.word.rule]
    groups = [f for f in found.fills.get("target", ()) if f.entities[0] in context.document.caucuses]
    if rule.group is None or not groups or any(context.kind(e) != "Person" for e in found.entities("source")):
        return []
    bodies: list[Filler] = []
    for group in groups:
        caucus = context.document.caucuses[group.entities[0]]
        mention = context.name_at(group.start)
        if mention is None or mention.entities != group.entities:
            continue  # "le groupe": the article has told elsewhere whose it is
        party = None if caucus.committee else _party(mention, caucus, adjectives, context)
        chamber = _within(mention, caucus.chamber, context)
        if caucus.committee and chamber is not None and not context.has_members(chamber.entities[0]):
            continue  # "la présidente de la commission d'éthique d'Altaïs"
        bodies += filter(None, (party, chamber))
    if not bodies:
        return []
    word = replace(found.word, rule=rule.group)
    return [replace(found, word=word, fills={**found.fills, "target": bodies})]


def _party(mention: DocMention, caucus: Caucus, adjectives: dict[str, int], context: Context) -> Filler | None:
    """The party of a group, by its name in the group's or by an adjective for its members; the body of a committee."""
    if caucus.committee:
        return _within(mention, caucus.chamber, context)
    if caucus.party is not None:
        return _within(mention, caucus.party, context)
    index = next((i for i in range(mention.start, mention.end) if context.lower[i] in adjectives), None)
    if index is None:
        return None
    return Filler(index, index, index + 1, (adjectives[context.lower[index]],), "description")


def _within(mention: DocMention, entity: int | None, context: Context) -> Filler | None:
    """Where an entity is named within a mention."""
    inner = (m for m in context.document.mentions if m.entities == (entity,) and m.start >= mention.start)
    found = next((m for m in inner if m.end <= mention.end), None)
    return None if found is None else context.filler_of(found)
