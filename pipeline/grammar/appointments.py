"""Posts taken and left: the body behind a part of it, and the body that the article tells.

"X est nommé directeur de Y", "la nomination de X au poste de directeur de Y", "X prend la tête de la rédaction de Y",
"Y a annoncé le départ de son PDG X", "X, patron de Y, … Il a démissionné lundi."
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.attribution.speech import SAYING_VERBS
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import HEAD_NOUNS, ORGAN_NOUNS, POST_NOUNS
from pipeline.grammar.predication import Predication

_FORMER = frozenset({"ancien", "ancienne", "ex", "ex-", "autrefois", "jadis"})
_NEW = frozenset({"nouveau", "nouvelle", "nouvel", "futur", "future", "prochain", "prochaine"})
_BESIDE = 6
_RANKS = frozenset({"chevalier", "officier", "officière", "commandeur", "commandeure", "grand-croix"})
_NO_PLACE = frozenset({"selon", "sur", "par", "avec", "contre", "comme"})
"""Prepositions before a body that is no place of work: a source, a channel, an opponent."""


# The body that the article has told ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Held:
    """A post that the article tells: whose, where, by which predication."""

    people: frozenset[int]
    bodies: tuple[Filler, ...]
    by: Predication


def complete(found: list[Predication], context: Context) -> list[Predication]:
    """Name the body of a post taken or left where the clause leaves it to the article.

    First the body of the person's own post, where the article names one; then, for a post at the head of a body that is
    named by its noun alone ("deviendra PDG"), the one body that the sentence speaks of; for who replaces somebody, the
    body that this one leaves.
    """
    rules = context.ontology.rules
    held = [_held(p, "source", "target") for p in found if rules[p.word.rule].post]
    held = [h for h in held if h.bodies]
    left: list[_Held] = []
    for predication in (p for p in found if {"person", "organisation"} <= rules[p.word.rule].roles.keys()):
        if not predication.fills.get("organisation"):
            _complete(predication, [h for h in held if h.people & predication.entities("person")], context)
        if any(tie.status == "former" for tie in predication.word.ties):
            left.append(_held(predication, "person", "organisation"))
    for predication in found:
        rule = rules[predication.word.rule]
        event = rules.get(predication.word.event or "")
        if event is None or "organisation" not in event.roles or rule.event_roles.get("source") != "person":
            continue
        people, before = predication.entities("source"), predication.entities("target")
        # The body that the predecessor headed; the successor may be told with the post that he comes from.
        fillers = _one_body([h for h in [*held, *left] if h.bodies and h.people & before])
        fillers = fillers or _one_body([h for h in held if h.people & people and not _is_former(h.by, context)])
        if fillers:
            predication.left_open["organisation"] = fillers
    found = [p for p in found if p.word.known <= p.fills.keys() | p.left_open.keys()]
    return [p for p in found if not ("appointer" in rules[p.word.rule].roles and _honours(p, context))]


def _honours(predication: Predication, context: Context) -> bool:
    """ "est nommée chevalier de la Légion d'honneur": a rank, no post."""
    end = min(predication.end + _BESIDE, context.sentence_end(context.doc[predication.trigger]))
    return any(context.lower[i].removesuffix("s") in _RANKS for i in range(predication.end, end))


def _held(predication: Predication, person: str, body: str) -> _Held:
    return _Held(predication.entities(person), tuple(predication.told(body)), predication)


def _complete(predication: Predication, mine: list[_Held], context: Context) -> None:
    sentence = context.doc[predication.trigger].sent
    if predication.posts:
        lemmas = {word.lemma for word in predication.posts}
        same = [h for h in mine if h.by.word.lemma in lemmas and not _is_former(h.by, context)]
        fillers = _one_body(same) or _sentence_body(predication, mine, context)
    else:
        leaves = any(tie.status == "former" for tie in predication.word.ties)
        # Who is appointed to an unnamed post does not get the post that the article tells of him already.
        mine = [h for h in mine if leaves or _is_new(h.by, context)]
        near = [h for h in mine if sentence.start <= h.by.trigger < sentence.end]
        elsewhere = leaves and _leaves_other(predication, context)
        far = [] if predication.word.known or elsewhere else mine
        fillers = [] if elsewhere else _one_body(near) or _one_body(far)
    if fillers:
        predication.left_open["organisation"] = fillers


def _leaves_other(predication: Predication, context: Context) -> bool:
    """Whether the clause names something else that is left: "claque la porte de la commission"."""
    found = context.preposition_at(predication.end) if predication.end < len(context.doc) else None
    if predication.word.part != "verb" or found is None or found[0] != "de":
        return False
    head = context.complement(found[1])
    return head is not None and context.lower[head] not in POST_NOUNS | HEAD_NOUNS | ORGAN_NOUNS


def _one_body(held: list[_Held]) -> list[Filler]:
    """The body of some posts where it is one and the same."""
    fillers = [f for h in held for f in h.bodies]
    return fillers[:1] if len({f.entities for f in fillers}) == 1 else []


def _speaks(index: int, context: Context) -> bool:
    """Whether a body only tells the news: "rapporte X", "X a annoncé que …" of another body."""
    token = context.doc[index]
    return token.dep_ in {"nsubj", "obj"} and token.i > token.head.i and token.head.lemma_ in SAYING_VERBS


def _is_new(predication: Predication, context: Context) -> bool:
    return any(context.lower[i] in _NEW for i in range(max(0, predication.start - 2), predication.start))


def _is_former(predication: Predication, context: Context) -> bool:
    if predication.word.status == "former":  # "venue de X"
        return True
    return any(context.lower[i] in _FORMER for i in range(max(0, predication.start - 2), predication.start))


def _sentence_body(predication: Predication, mine: list[_Held], context: Context) -> list[Filler]:
    """The one body of a sentence, for a post at the head of a body; not one where the person held another post."""
    if not any(context.ontology.rules[word.rule].part for word in predication.posts):
        return []
    sentence = context.doc[predication.trigger].sent
    other = {e for h in mine for f in h.bodies for e in f.entities}
    bodies: dict[int, Filler] = {}
    position, end = sentence.start, sentence.end
    if position > 1 and context.lower[position - 1] == ":":
        position = context.doc[position - 1].sent.start
    while position < end:
        mention = context.mention[position]
        if mention is None or context.kind(mention.entities[0]) != "Organisation":
            position += 1
            continue
        before = context.preposition_at(max(0, context.left_edge(mention.start) - 1))
        if (before is None or before[0] not in _NO_PLACE) and not _speaks(mention.head, context):
            bodies.setdefault(mention.entities[0], context.filler_of(mention))
        position = mention.end
    return list(bodies.values()) if len(bodies) == 1 and not set(bodies) & other else []
