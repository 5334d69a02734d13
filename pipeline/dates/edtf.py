"""Moments as EDTF (ISO 8601-2): checked calendar points, arithmetic that keeps precision, intervals.

A :class:`Point` is a year, optionally with a part (month 1 to 12, season 21 to 24, quarter 33 to 36, semester 40
and 41: the sub-year codes of EDTF level 2) and a day. Dates that do not exist (30 February) are never built.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "week", "month", "season", "quarter", "semester", "year", "decade", "century", "interval"]
Unit = Literal["day", "week", "month", "year"]

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, order=True)
class Point:
    """A calendar day, month, season, quarter, semester or year; ``str()`` gives EDTF."""

    year: int
    part: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.part is not None:
            text += f"-{self.part:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @property
    def month(self) -> int | None:
        """The month where one is known: that of a day or month."""
        return self.part if self.part is not None and self.part <= 12 else None

    @property
    def precision(self) -> Precision:
        """How much of the calendar the point covers."""
        if self.day is not None:
            return "day"
        if self.part is None:
            return "year"
        if self.part <= 12:
            return "month"
        if self.part <= 24:
            return "season"
        return "quarter" if self.part <= 36 else "semester"

    def as_date(self) -> date | None:
        """The calendar day, None when the point is no day."""
        if self.day is None or self.part is None:
            return None
        return date(self.year, self.part, self.day)

    def first_month(self) -> int:
        """The month in which the point begins (a winter begins in December of its year)."""
        if self.part is None:
            return 1
        if self.part <= 12:
            return self.part
        if self.part <= 24:
            return _SEASON_START[self.part]
        return 3 * (self.part - 33) + 1 if self.part <= 36 else 6 * (self.part - 40) + 1


def point(year: int, part: int | None = None, day: int | None = None) -> Point | None:
    """A point that exists in the (proleptic Gregorian) calendar, or None: 29 February only in leap years."""
    if not 1 <= year <= 9999:
        return None
    if part is None:
        return None if day is not None else Point(year)
    if day is not None:
        if not 1 <= part <= 12 or not 1 <= day <= calendar.monthrange(year, part)[1]:
            return None
        return Point(year, part, day)
    return Point(year, part) if 1 <= part <= 12 or 21 <= part <= 24 or 33 <= part <= 36 or part in (40, 41) else None


def parse(edtf: str | None) -> Point | None:
    """The point that an EDTF value begins with; None for none, for decades (``201X``) and open beginnings."""
    match = _POINT.match(edtf or "")
    if match is None or (edtf or "")[match.end() :][:1] == "X":
        return None
    year, part, day = (int(group) if group else None for group in match.groups())
    assert year is not None
    return point(year, part, day)


def of(day: date) -> Point:
    """The point of a calendar day."""
    return Point(day.year, day.month, day.day)


def shift(origin: Point, count: int, unit: Unit) -> Point | None:
    """The point ``count`` units after (before, if negative) ``origin``, as precise as the unit at most.

    "four months later" than 12 March is July, "two years later" than March 2015 is 2017; months from a bare year,
    or days from a month, cannot be told: None.
    """
    if unit == "year":
        return point(origin.year + count)
    if unit == "month":
        if origin.month is None:
            return None
        months = origin.year * 12 + origin.month - 1 + count
        return point(months // 12, months % 12 + 1)
    day = origin.as_date()
    if day is None:
        return None
    try:
        return of(day + timedelta(days=count * (7 if unit == "week" else 1)))
    except OverflowError:
        return None


def interval(start: Point | None, end: Point | None) -> str | None:
    """``start/end`` as EDTF; None when an end is missing or the end lies before the start."""
    if start is None or end is None:
        return None
    if (start.year, start.first_month(), start.day or 1) > (end.year, end.first_month(), end.day or 31):
        return None
    return f"{start}/{end}"


def week(day: date) -> tuple[Point, Point]:
    """Monday and Sunday of the week that holds ``day``."""
    monday = day - timedelta(days=day.weekday())
    return of(monday), of(monday + timedelta(days=6))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)
