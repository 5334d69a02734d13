import pytest

from pipeline.dedupe.day_bounds import bounds
from pipeline.dedupe.happenings import Happening, Role, Telling, gather, last_word
from pipeline.schema import Amount, Argument, Claim, Modality, Polarity, Reading, Span

State = tuple[Polarity, Modality]
FACT: State = ("positive", "asserted")
PLAN: State = ("positive", "other")
DENIAL: State = ("negative", "asserted")
REFUSAL: State = ("negative", "other")


def telling(
    type_: str = "acquisition",
    *roles: str,
    date: str | None = None,
    state: State = FACT,
    at: int = 0,
    document: str = "a",
    told: str | None = "2020-01-15",
    object: str | None = None,
    amount: float | None = None,
    word: str = "",
) -> Telling:
    """A telling whose roles are written "buyer:altais"."""
    span = Span(start=at, end=at + 1, text="x")
    pairs: list[Role] = [(role, entity) for role, _, entity in (text.partition(":") for text in roles)]
    reading = Reading(
        article=document, source=document, date=told, title=None, characters=1, words=1,
        entities=(), mentions=(), claims=(),
    )  # fmt: skip
    claim = Claim(
        type=type_,
        kind="event",
        arguments=tuple(Argument(role=role, entity=entity, form="name", span=span) for role, entity in pairs),
        polarity=state[0],
        modality=state[1],
        date=date,
        object=object,
        amount=None if amount is None else Amount(value=amount, currency="EUR"),
        trigger=span,
        evidence=span,
        rule=f"{type_}:{word}",
        construction="active",
    )
    return Telling(reading, claim, frozenset(pairs))


def count(*tellings: Telling) -> int:
    found = gather(tellings)
    assert sum(len(happening.tellings) for happening in found) == len(tellings)
    assert gather(reversed(tellings)) == found
    return len(found)


def test_who_is_acquitted_is_not_condemned_by_the_same_ruling() -> None:
    told = [telling("ruling", "party:a", word=word, at=at) for at, word in enumerate(("condamner", "relaxer"))]
    assert count(*told) == 2
    assert count(told[0], telling("ruling", "party:a", word="déclarer coupable", at=9)) == 1


def test_parts_of_one_telling_come_together() -> None:
    (one,) = gather(
        [
            telling("acquisition", "buyer:a", "target:n", date="2019", at=0),
            telling("acquisition", "target:n", "seller:z", date="2019-07", at=90),
        ]
    )
    assert one.roles == (("buyer", "a"), ("seller", "z"), ("target", "n"))
    assert one.date == "2019-07"
    assert [joining.reason for joining in one.joinings] == [
        "same acquisition, shared target, one date within the other"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (telling("acquisition", "buyer:a", "target:n"), telling("acquisition", "buyer:b", "target:n")),
        (telling("acquisition", "buyer:a", "target:n"), telling("acquisition", "buyer:a", "target:m")),
        (telling("acquisition", "buyer:a", "target:n"), telling("merger", "party:a", "party:n")),
        (telling("departure", "person:p", date="2019"), telling("departure", "person:p", date="2021-03")),
        (telling("conflict", "source:p", "target:q"), telling("conflict", "source:q", "target:p")),
        (telling("conflict", "source:p"), telling("conflict", "target:p")),
        (telling("agreement", "party:p", "party:q"), telling("agreement", "party:p", "party:r")),
        (telling("conflict", "source:p", "target:q"), telling("conflict", "target:q", "target:r")),
        (telling("launch", "organisation:o", object="la Vega"), telling("launch", "organisation:o", object="l'Orion")),
        (
            telling("launch", "organisation:o", object="un salon Nova"),
            telling("launch", "organisation:o", object="le programme Nova"),
        ),
        (telling("investment", "investor:i", amount=1e6), telling("investment", "investor:i", amount=3e6)),
        # One trial is to come, the other complaint has been made.
        (telling("lawsuit", "defendant:p", date="2020-06"), telling("lawsuit", "defendant:p")),
    ],
)
def test_what_contradicts_stays_two(one: Telling, other: Telling) -> None:
    assert count(one, other) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (telling("departure", "person:p", date="2019"), telling("departure", "person:p", "organisation:o")),
        (telling("investment", "investor:i", amount=59e6), telling("investment", "investor:i", amount=60e6)),
        (
            telling("launch", "organisation:o", object="sa Vega"),
            telling("launch", "organisation:o", object="la Vega 500"),
        ),
        (telling("conflict", "party:p", "party:q"), telling("conflict", "source:p", "target:q")),
        (telling("lawsuit", "defendant:p", date="2020-06"), telling("lawsuit", "defendant:p", state=PLAN)),
        (telling("appointment", "person:p", date="2020-06"), telling("appointment", "person:p")),
        (telling("merger", "party:p", "party:q", date="2020-22"), telling("merger", "party:p", date="2020-07-04")),
    ],
)
def test_what_agrees_within_an_article_is_one(one: Telling, other: Telling) -> None:
    assert count(one, other) == 1


def test_an_announcement_and_what_it_announces_are_one() -> None:
    named = telling("appointment", "person:p", "organisation:o", date="2020-01-15")
    starts = telling("appointment", "person:p", "organisation:o", date="2020-04-01", at=9)
    later = Telling(starts.reading, starts.claim.model_copy(update={"status": "future"}), starts.roles)
    (one,) = gather([named, later])
    assert one.date == "2020-01-15"
    assert count(named, starts) == 2


def test_what_is_to_come_is_not_what_was_before() -> None:
    left = telling("departure", "person:p", "organisation:o", date="2018-23")
    leaves = telling("departure", "person:p", "organisation:o", at=9)
    later = Telling(leaves.reading, leaves.claim.model_copy(update={"status": "future"}), leaves.roles)
    assert count(left, leaves) == 1
    assert count(left, later) == 2
    assert count(telling("departure", "person:p", date="2020-01-14"), later) == 1


def test_a_party_becomes_the_role_that_says_more() -> None:
    (one,) = gather([telling("conflict", "party:p", "party:q"), telling("conflict", "source:p", "target:q", at=9)])
    assert one.roles == (("source", "p"), ("target", "q"))


def test_an_undated_telling_joins_one_of_two_and_never_bridges_them() -> None:
    dated = [telling("departure", "person:p", date=year, at=at) for year, at in (("2015", 0), ("2020", 500))]
    found = gather([*dated, telling("departure", "person:p", at=480)])
    assert [(happening.date, len(happening.tellings)) for happening in found] == [("2015", 1), ("2020", 2)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (telling("acquisition", "buyer:a", "target:n"), telling("acquisition", "buyer:a", "target:n", document="b"), 1),
        (
            telling("acquisition", "buyer:a", "target:n"),
            telling("acquisition", "buyer:a", "target:n", document="b", told="2009-01-01"),
            2,
        ),
        (
            telling("acquisition", "buyer:a", "target:n", date="2009"),
            telling("acquisition", "buyer:a", "target:n", document="b", date="2009-05"),
            1,
        ),
        (telling("acquisition", "buyer:a"), telling("acquisition", "buyer:a", document="b"), 2),
        (
            telling("publication", "publisher:p", date="2020-01-10"),
            telling("publication", "publisher:p", document="b", date="2020-01-10"),
            1,
        ),
        (telling("publication", "publisher:p"), telling("publication", "publisher:p", document="b"), 2),
        (
            telling("lawsuit", "plaintiff:p", "defendant:q"),
            telling("lawsuit", "plaintiff:p", "defendant:q", document="b", told="2020-01-20"),
            1,
        ),
        (
            telling("lawsuit", "plaintiff:p", "defendant:q"),
            telling("lawsuit", "plaintiff:p", "defendant:q", document="b", told="2020-06-20"),
            2,
        ),
    ],
)
def test_across_articles_more_is_asked(one: Telling, other: Telling, expected: int) -> None:
    assert count(one, other) == expected


def test_what_an_article_tells_apart_stays_apart_across_articles() -> None:
    two = [telling("launch", "organisation:o", object=name, date="2020") for name in ("Vega", "Orion")]
    assert count(*two, telling("launch", "organisation:o", object="Vega Orion", date="2020-03", document="b")) == 2


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([FACT], FACT),
        ([PLAN, FACT], FACT),
        ([FACT, PLAN], FACT),
        ([PLAN, DENIAL], REFUSAL),
        ([DENIAL, PLAN], REFUSAL),
        ([DENIAL], DENIAL),
        ([REFUSAL], REFUSAL),
        ([FACT, DENIAL], DENIAL),
        ([DENIAL, FACT], FACT),
        ([FACT, REFUSAL], FACT),
    ],
)
def test_last_word_of_one_article(states: list[State], expected: State) -> None:
    tellings = [telling("merger", "party:p", state=state, at=10 * place) for place, state in enumerate(states)]
    assert last_word(tellings[::-1]) == expected


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([PLAN, FACT], FACT),
        ([FACT, PLAN], FACT),
        ([PLAN, DENIAL], REFUSAL),
        ([DENIAL, PLAN], PLAN),
        ([REFUSAL, FACT], FACT),
        ([FACT, DENIAL], DENIAL),
    ],
)
def test_last_word_of_two_articles(states: list[State], expected: State) -> None:
    tellings = [
        telling("merger", "party:p", state=state, document=document, told=told)
        for state, document, told in zip(states, "ba", ("2020-01-01", "2020-02-01"), strict=True)
    ]
    assert last_word(tellings[::-1]) == expected


def test_amount_and_object_most_often_told() -> None:
    told = [telling("launch", "organisation:o", object=text, amount=value, at=at)
            for at, (text, value) in enumerate([("Vega", 1e6), ("la Vega", 1.05e6), ("Vega", 1.05e6)])]  # fmt: skip
    (one,) = gather(told)
    assert one.object == "Vega"
    assert one.amount is not None and one.amount.value == 1.05e6
    assert isinstance(one, Happening)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("2019-07-22", "2019-07"),
        ("2019-07", "2019"),
        ("2019", "201X"),
        ("2017-08", "2017-22"),
        ("2018-02", "2017-24"),
        ("2020-09", "2020-09/2020-10"),
        ("2020-05", "2020-34"),
        ("2020-08", "2020-41"),
        ("2019-07-22", "2019-07~"),
    ],
)
def test_bounds_hold_one_another(inner: str, outer: str) -> None:
    first, last = bounds(inner), bounds(outer)
    assert first is not None and last is not None
    assert last[0] <= first[0] <= first[1] <= last[1]
    assert first != last


@pytest.mark.parametrize("text", ["", "hier", "2019-13", "2019-02-30", "0000", "XXXX"])
def test_bounds_of_what_is_no_date(text: str) -> None:
    assert bounds(text) is None
