"""What a happening has without being told beside it: the body that is left or joined, the day of the news.

A body that dismisses or recruits is the one that is left or joined; that of the person's own post is the grammar's
business (:mod:`pipeline.grammar.appointments`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.news_day import SPEECH
from pipeline.schema import Claim

_BODY = "organisation"
_RECRUITS = frozenset({"recruter", "embaucher", "engager", "débaucher", "réembaucher"})
"""Verbs whose subject is the body that the person comes to work for."""


def completed(claims: Iterable[Claim], organisations: frozenset[str]) -> Iterator[Claim]:
    """The claims of one article; departures and appointments that name no body take the one that acts.

    Args:
        claims: in text order.
        organisations: the ids of the entities that are organisations.
    """
    for claim in claims:
        if claim.kind == "event" and not any(a.role == _BODY for a in claim.arguments):
            if claim.type == "departure":
                claim = _departed(claim, organisations)
            elif claim.type == "appointment":
                claim = _recruited(claim, organisations)
        yield claim


def _departed(claim: Claim, organisations: frozenset[str]) -> Claim:
    """A departure with the body that dismisses."""
    body = next((a for a in claim.arguments if a.role == "dismisser" and a.entity in organisations), None)
    if body is None:
        return claim
    return claim.model_copy(update={"arguments": (*claim.arguments, body.model_copy(update={"role": _BODY}))})


def _recruited(claim: Claim, organisations: frozenset[str]) -> Claim:
    """An appointment by a body that recruits: the person comes to work for it."""
    if claim.lemma not in _RECRUITS:
        return claim
    arguments = tuple(
        a.model_copy(update={"role": _BODY}) if a.role == "appointer" and a.entity in organisations else a
        for a in claim.arguments
    )
    return claim.model_copy(update={"arguments": arguments})


def dated(claims: Iterable[Claim], news: Mapping[tuple[int, str], str]) -> Iterator[Claim]:
    """The claims of one article; happenings that are news take its day, unless another telling of them has a date.

    Args:
        claims: in text order.
        news: the day by place of the trigger and type (see :mod:`pipeline.news_day`).
    """
    claims = list(claims)
    told = [c for c in claims if c.kind == "event" and c.date is not None]
    for claim in claims:
        day = news.get((claim.trigger.start, claim.type)) if claim.kind == "event" and claim.date is None else None
        if day is not None and not any(_may_be_one(claim, o) and _may_date(o, day) for o in told):
            claim = claim.model_copy(update={"date": day})
            told.append(claim)
        yield claim


def _may_date(other: Claim, day: str) -> bool:
    """Whether the date of another telling may be that of the news: of an act of speech only in the same month."""
    told = (other.date or "")[:7]
    return told == day[:7] if other.type in SPEECH else told <= day[:7]


def _may_be_one(claim: Claim, other: Claim) -> bool:
    """Whether two claims may tell one happening: same type, and the participants of one are among the other's."""
    mine, theirs = ({(a.role, a.entity) for a in c.arguments} for c in (claim, other))
    return claim.type == other.type and (mine <= theirs or theirs <= mine)
