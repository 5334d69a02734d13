"""Who follows whom in a post, where two words of a sentence tell it together; and what the one before held.

"X a été nommée directrice de Y après le départ de Z": X follows Z. "X succède à Z à la tête de Y": Z headed Y.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.predication import Predication
from pipeline.ontology import POST, Word

_AFTER = frozenset({"après", "depuis"})
_FOLLOWING = frozenset({"à", "au", "de", "du", "d'", "d’"})
"""What may stand between "suite" and the noun ("suite au départ de X", "à la suite de la démission de X")."""


def successions(found: list[Predication], context: Context) -> Iterator[Predication]:
    """The ties that appointments and departures of one sentence make between who comes and who has gone.

    Args:
        found: every predication of the document, with the bodies of its posts.
        context: the document.
    """
    given = [p for p in found if _leads_to(p, context) and p.entities("person")]
    if not given:
        return
    follow = [p for p in found if _follows(p, context)]
    vacant = [s for p in found for s in _into_vacancy(p, given, context)]
    yield from vacant
    held = {
        (e, b) for p in found if context.ontology.rules[p.word.rule].post
        for e in p.entities("source") for b in p.entities("target")
    }  # fmt: skip
    for succession in (*follow, *vacant):
        for appointment in _of(given, succession, succession.entities("source"), context)[:1]:
            before = succession.fills["target"]
            bodies = [f for f in appointment.told("organisation") if not _entities(before) & set(f.entities)]
            if bodies and not held & {(e, b) for e in _entities(before) for b in _entities(bodies)}:
                yield _former(appointment, succession, before, bodies, context)


def _leads_to(predication: Predication, context: Context) -> bool:
    """Whether somebody is given a post, or the place at the head of a body."""
    rules = context.ontology.rules
    if "appointer" not in rules[predication.word.rule].roles:
        return False
    return bool(predication.posts) or _head_of(predication.word, context) is not None


def _head_of(word: Word, context: Context) -> str | None:
    """The relation of those who head a body, where a word of appointment gives it by itself."""
    rules = context.ontology.rules
    return next((t.relation for t in word.ties if t.relation != POST and rules[t.relation].part), None)


def _follows(predication: Predication, context: Context) -> bool:
    rule = context.ontology.rules[predication.word.rule]
    return rule.event_roles.get("source") == "person" and {"source", "target"} <= predication.fills.keys()


def _into_vacancy(departure: Predication, given: list[Predication], context: Context) -> Iterator[Predication]:
    """ "nommée directrice de Y après le départ de Z": the word that says so of the noun, with X and Z in its slots."""
    if departure.construction != "nominal" or not _after(departure.trigger, context):
        return
    gone = departure.fills.get("person", [])
    words = [
        w for rule in context.ontology.rules.values() if rule.event_roles.get("source") == "person"
        for w in rule.words if w.lemma == departure.word.lemma and "appointed" in w.slots.get("source", ())
    ]  # fmt: skip
    left = _entities(departure.told("organisation"))
    for appointment in _of(given, departure, None, context) if words and gone else []:
        bodies = _entities(appointment.told("organisation"))
        if appointment.entities("person") & _entities(gone) or (left and bodies and not left & bodies):
            continue
        fills = {"source": appointment.fills["person"], "target": gone}
        if not left and appointment.told("organisation"):
            departure.left_open["organisation"] = appointment.told("organisation")
        yield Predication(words[0], appointment.trigger, appointment.start, appointment.end, "succession", fills)
        return


def _after(noun: int, context: Context) -> bool:
    """ "après le départ", "suite au départ", "à la suite de la démission"."""
    start = context.left_edge(noun)
    before = context.lower[start - 1] if start else ""
    if context.lower[start] in _FOLLOWING:
        return before == "suite"
    return before in _AFTER or (before in _FOLLOWING and start > 1 and context.lower[start - 2] == "suite")


def _of(
    given: list[Predication], other: Predication, people: frozenset[int] | None, context: Context
) -> list[Predication]:
    """The appointments of some people in the sentence of another predication, the nearest first."""
    sentence = context.doc[other.trigger].sent
    near = [p for p in given if sentence.start <= p.trigger < sentence.end]
    near = [p for p in near if people is None or p.entities("person") == people]
    return sorted(near, key=lambda p: abs(p.trigger - other.trigger))


def _former(
    appointment: Predication, succession: Predication, before: list[Filler], bodies: list[Filler], context: Context
) -> Predication:
    """The post of who was replaced, as the appointment of the one who follows tells it."""
    relation = _head_of(appointment.word, context) or ""
    if appointment.posts:
        relation = appointment.posts[0].rule
    part = context.ontology.rules[relation].part
    rule = part if appointment.of_part and part is not None else relation
    word = replace(appointment.word, rule=rule, part="role", status="former", ties=(), event=None)
    fills = {"source": before, "target": bodies}
    return Predication(word, before[0].token, succession.start, succession.end, "succession", fills)


def _entities(fillers: list[Filler]) -> set[int]:
    return {e for f in fillers for e in f.entities}
