"""What a happening takes from the rest of its article."""

from typing import Literal

from pipeline.participants import completed, dated
from pipeline.schema import Argument, Claim, Span

BODIES = frozenset({"altais", "nebula"})


def claim(type_: str, *roles: str, at: int = 0, date: str | None = None, rule: str = "", sentence: int = 0) -> Claim:
    """A claim whose roles are written "person:morvan"."""
    pairs = [(role, entity) for role, _, entity in (text.partition(":") for text in roles)]
    kind: Literal["event", "relation"] = "relation" if type_.endswith("_of") else "event"
    return Claim(
        type=type_,
        kind=kind,
        arguments=tuple(Argument(role=r, entity=e, form="name", span=Span(start=0, end=1, text="x")) for r, e in pairs),
        polarity="positive",
        modality="asserted",
        date=date,
        trigger=Span(start=at, end=at + 1, text="x"),
        evidence=Span(start=sentence, end=sentence + 1, text="x"),
        rule=f"{type_}:{rule}",
        construction="active",
    )


def roles(claims: list[Claim]) -> list[str]:
    return [f"{a.role}:{a.entity}" for a in next(iter(completed(claims, BODIES))).arguments]


def test_who_dismisses_and_is_no_person_is_left() -> None:
    assert roles([claim("departure", "person:morvan", "dismisser:altais")])[2:] == ["organisation:altais"]
    assert len(roles([claim("departure", "person:morvan", "dismisser:riviere")])) == 2


def test_who_recruits_is_joined() -> None:
    assert (
        roles([claim("appointment", "person:morvan", "appointer:altais", rule="recruter")])[1] == "organisation:altais"
    )
    assert roles([claim("appointment", "person:morvan", "appointer:altais", rule="nommer")])[1] == "appointer:altais"


def test_news_takes_the_day_unless_told_with_a_date() -> None:
    news = {(5, "appointment"): "2020-01"}
    undated, elsewhere = (
        claim("appointment", "person:morvan", at=5),
        claim("appointment", "person:riviere", date="2019"),
    )
    assert [c.date for c in dated([undated], news)] == ["2020-01"]
    assert next(c.date for c in dated([undated, claim("appointment", "person:morvan", date="2019")], news)) is None
    assert next(c.date for c in dated([undated, elsewhere], news)) == "2020-01"


def test_tellings_of_one_happening_take_one_likely_date() -> None:
    likely = {(5, "departure"): "2020-01-14", (9, "departure"): "2020-01"}
    first, again = claim("departure", "person:morvan", at=5), claim("departure", "person:morvan", at=9)
    assert [c.date for c in dated([first, again], likely)] == ["2020-01-14", None]
