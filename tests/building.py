"""Readings built by hand, for the tests of the rooms behind the doorway."""

from collections.abc import Sequence

from pipeline.schema import (
    Amount,
    Argument,
    Attribution,
    Claim,
    Entity,
    Mention,
    Modality,
    Polarity,
    Reading,
    Span,
    Status,
)


def entity(local: str, name: str, *aliases: str, kind: str = "Organisation", hints: Sequence[str] = ()) -> Entity:
    return Entity.model_validate(
        {"id": local, "kind": kind, "name": name, "aliases": aliases, "hints": tuple(hints), "mentions": 1}
    )


def person(local: str, name: str, *aliases: str, hints: Sequence[str] = ()) -> Entity:
    return entity(local, name, *aliases, kind="Person", hints=hints)


def claim(
    type_: str,
    at: int = 0,
    *,
    kind: str = "relation",
    polarity: Polarity = "positive",
    modality: Modality = "asserted",
    status: Status | None = "current",
    date: str | None = None,
    amount: float | None = None,
    object: str | None = None,
    attribution: str | None = None,
    confidence: float = 0.5,
    **roles: str,
) -> Claim:
    """A claim whose arguments are given as role="e1" or role="e1 e2"; its evidence starts at ``at``."""
    arguments = tuple(
        Argument(role=role, entity=local, form="name", span=Span(start=at, end=at + 1, text="x"))
        for role, locals_ in sorted(roles.items())
        for local in locals_.split()
    )
    return Claim.model_validate(
        {
            "type": type_,
            "kind": kind,
            "arguments": arguments,
            "polarity": polarity,
            "modality": modality,
            "status": status,
            "date": date,
            "amount": Amount(value=amount, currency="EUR") if amount else None,
            "object": object,
            "attribution": Attribution(text=attribution) if attribution else None,
            "trigger": Span(start=at + 2, end=at + 9, text="rachète"),
            "evidence": Span(start=at, end=at + 12, text="x rachète y."),
            "rule": type_,
            "construction": "active",
            "confidence": confidence,
        }
    )


def event(type_: str, at: int = 0, **rest: object) -> Claim:
    return claim(type_, at, kind="event", **rest)  # type: ignore[arg-type]


def reading(
    article: str, entities: Sequence[Entity], claims: Sequence[Claim] = (), date: str | None = "2020-01-15"
) -> Reading:
    mentions = tuple(
        Mention(entity=e.id, form="name", span=Span(start=i, end=i + 1, text="x")) for i, e in enumerate(entities)
    )
    return Reading(
        article=article, source=f"{article}.txt", date=date, title=None, characters=100, words=20,
        entities=tuple(entities), mentions=mentions, claims=tuple(claims),
    )  # fmt: skip
