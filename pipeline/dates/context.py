"""What a date expression is resolved against: the article's date, the last date told, the heading above.

A partial date ("le 19 juillet", "en mars") has more than one reading; :func:`partial` gives the likeliest of them,
and the past and future readings beside it for a caller who knows the tense.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pipeline.dates import edtf
from pipeline.dates.edtf import Point, Precision

Kind = Literal["absolute", "article", "chained", "heading"]
Which = Literal["last", "next", "any"]

AHEAD, BACK = 8, 10
"""A month without a year is one of the article's year, unless it lies this many months ahead of the article (then
it is last year's) or back (then it is next year's): "en novembre" told in January, "en janvier" in December."""

TOO_FAR = 3
"""In a sentence of past tense, a month that lies so many months ahead of the article is that of the year before."""

YEARS_AROUND = 8
"""29 February may lie up to eight years from the article (around 1900 and 2100)."""


@dataclass(frozen=True)
class Value:
    """What a date expression stands for. ``anchor`` is the point that "le mois suivant" starts from."""

    edtf: str
    precision: Precision
    kind: Kind
    anchor: Point | None = None
    past: str | None = None
    future: str | None = None
    weekday: bool = False


@dataclass
class Context:
    """The state of one reading from left to right."""

    reference: Point | None
    last: Point | None = None
    """The last date told, of any kind."""
    narrative: Point | None = None
    """A date that opened the current paragraph's narrative ("En mars 2015, …"), for "En avril, …" after it."""
    heading: Point | None = None
    """The date of the heading or list item that governs the place that is read."""
    told_as_past: bool = False
    """Whether the sentence speaks of the past only."""
    sentence_head: bool = False
    """Whether the expression that is read opens its sentence."""

    @property
    def day(self) -> date | None:
        """The day of the article, where it is known to the day."""
        return self.reference.as_date() if self.reference else None

    def origin(self) -> Point | None:
        """Where "le mois suivant" starts from: the last date told, else the article's date."""
        return self.last or self.heading or self.reference


def of_point(moment: Point | None, kind: Kind) -> Value | None:
    """The value of one point, or None."""
    return Value(str(moment), moment.precision, kind, moment) if moment else None


def of_interval(start: Point | None, end: Point | None, kind: Kind) -> Value | None:
    """The value of a span of time; its anchor is its end."""
    text = edtf.interval(start, end)
    if text is None:
        return None
    if start == end:
        return of_point(end, kind)
    return Value(text, "interval", kind, end)


def of_week(day: date, kind: Kind) -> Value:
    """The value of the week, Monday to Sunday, that holds ``day``."""
    monday, sunday = edtf.week(day)
    return Value(f"{monday}/{sunday}", "week", kind, sunday)


def partial(context: Context, part: int, day: int | None = None, which: Which = "any") -> Value | None:
    """A month, season, quarter or semester, or a day of a month, without its year."""
    governed = _governed(context, part, day) if which == "any" else None
    if governed is not None:
        return governed
    reference = context.reference
    if reference is None:
        return None
    moments = list(_around(reference.year, part, day))
    if reference.part is None:
        return of_point(next((m for m in moments if m.year == reference.year), None), "article")
    here = _place(reference, day is not None)
    past = [m for m in moments if _place(m, reference.day is not None) <= here]
    future = [m for m in moments if _place(m, reference.day is not None) >= here]
    if which == "last":
        past = [m for m in past if _place(m, reference.day is not None) < here and not _within(reference, m)]
        return of_point(max(past, default=None, key=_order), "article")
    if which == "next":
        future = [m for m in future if _place(m, reference.day is not None) > here]
        return of_point(min(future, default=None, key=_order), "article")
    before, after = max(past, default=None, key=_order), min(future, default=None, key=_order)
    moment = _likeliest(reference, moments) or before or after
    if moment and before and context.told_as_past and _months(moment) - _months(reference) >= TOO_FAR:
        moment = before
    if moment is None:
        return None
    return Value(
        str(moment),
        moment.precision,
        "article",
        moment,
        past=str(before) if before else None,
        future=str(after) if after else None,
    )


def weekday_date(context: Context, weekday: int, month: int, day: int) -> Value | None:
    """ "vendredi 19 juillet": the year in which the weekday agrees; where it agrees in none, as without it."""
    value = partial(context, month, day)
    years = [value.anchor.year] if value and value.anchor else []
    if context.reference:
        years += [context.reference.year, context.reference.year - 1, context.reference.year + 1]
    for year in years:
        moment = edtf.point(year, month, day)
        told = moment.as_date() if moment else None
        if told is not None and told.weekday() == weekday:
            return of_point(moment, value.kind if value else "article")
    return value


def weekday(context: Context, number: int, which: Which = "any") -> Value | None:
    """A weekday of the article's time: the same day or the nearest past one, with the nearest coming one beside it."""
    today = context.day
    if today is None:
        return of_point(context.reference, "article")
    back = (today.weekday() - number) % 7
    ahead = (number - today.weekday()) % 7
    if which == "last":
        return of_point(edtf.of(today - timedelta(days=back or 7)), "article")
    if which == "next":
        return of_point(edtf.of(today + timedelta(days=ahead or 7)), "article")
    past, future = edtf.of(today - timedelta(days=back)), edtf.of(today + timedelta(days=ahead))
    return Value(str(past), "day", "article", past, past=str(past), future=str(future), weekday=True)


def century(context: Context, two_digits: int) -> int:
    """The year that two digits stand for: the nearest to the article that is not over five years ahead of it."""
    now = context.reference.year if context.reference else 2000
    year = now - now % 100 + two_digits
    return year if year <= now + 5 else year - 100


def _around(year: int, part: int, day: int | None) -> Iterator[Point]:
    for candidate in range(year - YEARS_AROUND, year + YEARS_AROUND + 1):
        moment = edtf.point(candidate, part, day)
        if moment is not None:
            yield moment


def _order(moment: Point) -> tuple[int, int, int]:
    return moment.year, moment.first_month(), moment.day or 0


def _place(moment: Point, days: bool) -> tuple[int, ...]:
    """Where a point lies, for comparing at the precision that both sides have."""
    if days and moment.day is not None:
        return moment.year, moment.first_month(), moment.day
    return moment.year, moment.first_month()


def _months(moment: Point) -> int:
    return moment.year * 12 + moment.first_month()


def _within(reference: Point, season: Point) -> bool:
    """Whether the article is written within a season: "l'été dernier" is then not the present one."""
    if season.precision != "season":
        return False
    return _months(season) <= _months(reference) < _months(season) + 3


def _likeliest(reference: Point, moments: list[Point]) -> Point | None:
    here = _months(reference)
    for moment in moments:
        if moment.year != reference.year:
            continue
        distance = _months(moment) - here
        if distance >= AHEAD or -distance >= BACK:
            shifted = edtf.point(reference.year + (1 if distance < 0 else -1), moment.part, moment.day)
            return shifted or moment
        return moment
    return None


def _governed(context: Context, part: int, day: int | None) -> Value | None:
    """The reading under a dated heading, or in a narrative of past dates, if there is one."""
    if context.heading is not None:
        return of_point(edtf.point(context.heading.year, part, day), "chained")
    told = context.narrative
    if told is None or not context.sentence_head or (context.reference and told.year == context.reference.year):
        return None
    moment = edtf.point(told.year, part, day)
    if moment is not None and told.part is not None and _order(moment) < _order(told):
        moment = edtf.point(told.year + 1, part, day)
    if moment is None or (context.reference and _order(moment) > _order(context.reference)):
        return None
    return of_point(moment, "chained")
