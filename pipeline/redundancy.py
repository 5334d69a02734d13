"""Claims that say no more than another claim of the same article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from pipeline.ontology import Ontology
from pipeline.schema import Claim

_ANNOUNCEMENT = "publication"
_ANNOUNCING = frozenset({"annoncer", "faire savoir", "faire part"})
"""Words whose publication is that of whatever is announced."""


def without_weaker(claims: Collection[Claim], ontology: Ontology) -> list[Claim]:
    """Without what another claim says better.

    Weaker are an event's "works for" where the article says that the same person heads the same body; the event of a
    word with fewer participants than the same word gives; the appointment of who replaces somebody ("X succède à
    Y") where the article tells X's appointment itself; and the mere announcing of another event of the sentence.
    """
    ties = {(c.type, _entities(c)) for c in claims if c.kind == "relation"}
    heads: dict[str, list[str]] = {}
    for rule in ontology.rules.values():
        if rule.part is not None:
            heads.setdefault(rule.part, []).append(rule.name)
    told: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.kind == "event" and claim.rule_name == claim.type:
            told.setdefault(_state(claim), []).append(claim)
    happens = {(c.evidence.start, c.evidence.end) for c in claims if c.kind == "event" and c.type != _ANNOUNCEMENT}

    def weaker(claim: Claim) -> bool:
        if claim.kind == "event":
            # A bare person is any of his appointments; of two readings of one word the fuller counts.
            others = told.get(_state(claim), [])
            announces = claim.type == _ANNOUNCEMENT and claim.object is None and claim.lemma in _ANNOUNCING
            if announces and (claim.evidence.start, claim.evidence.end) in happens:
                return True
            if claim.rule_name != claim.type:
                return any(set(_entities(claim)) <= set(_entities(other)) for other in others)
            return any(
                claim.trigger.start == other.trigger.start and _participants(claim) < _participants(other)
                for other in others
            )
        minted = ontology.rules[claim.rule_name].kind == "event"
        return minted and any((head, _entities(claim)) in ties for head in heads.get(claim.type, []))

    return [claim for claim in claims if not weaker(claim)]


def _state(claim: Claim) -> tuple[str, str, str]:
    return claim.type, claim.polarity, claim.modality


def _participants(claim: Claim) -> set[tuple[str, str]]:
    return {(argument.role, argument.entity) for argument in claim.arguments}


def _entities(claim: Claim) -> tuple[str, ...]:
    return tuple(argument.entity for argument in claim.arguments)


def untold(claims: Iterable[Claim], told: Iterable[Claim]) -> list[Claim]:
    """Claims that none of those told says: no relation of the type between the two, no event of it in the sentence."""
    known = {(claim.kind, claim.type, _where(claim)) for claim in told}
    return [claim for claim in claims if (claim.kind, claim.type, _where(claim)) not in known]


def certain(claims: Iterable[Claim], told: Iterable[Claim]) -> list[Claim]:
    """Relations told as facts, between no two of whom the same sentence tells something denied or doubted besides.

    Of the two directions of one relation the surer is kept. Events stay as they are.
    """
    doubted = {
        (claim.evidence.start, frozenset(pair))
        for claim in told
        if _is_doubted(claim)
        for pair in combinations(_entities(claim), 2)
    }
    kept: dict[object, Claim] = {}
    for number, claim in enumerate(claims):
        if claim.kind == "event":
            kept[number] = claim
        elif not _is_doubted(claim) and (claim.evidence.start, frozenset(_entities(claim))) not in doubted:
            key = claim.type, frozenset(_entities(claim)), claim.trigger.start
            if key not in kept or claim.confidence > kept[key].confidence:
                kept[key] = claim
    return list(kept.values())


def _is_doubted(claim: Claim) -> bool:
    return claim.polarity == "negative" or claim.modality == "other"


def _where(claim: Claim) -> object:
    return claim.evidence.start if claim.kind == "event" else frozenset(_entities(claim))


def in_text_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by their trigger, and by what they say where one trigger has several."""
    return sorted(
        claims,
        key=lambda c: (
            c.trigger.start,
            c.type,
            [(a.role, a.entity) for a in c.arguments],
            c.rule,
            c.construction,
            -len(c.object or ""),
            c.object or "",
        ),
    )


def best(claims: Iterable[Claim]) -> Iterator[Claim]:
    """One claim per trigger, type and arguments: the most confident."""
    best: dict[object, Claim] = {}
    for claim in claims:
        key = (claim.trigger.start, claim.type, tuple((a.role, a.entity) for a in claim.arguments))
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    yield from best.values()
