"""Dates that name a point of the calendar: days, months, years, seasons, quarters, decades, centuries, ranges.

A rule is a name, a regular expression over lower-case text (group ``x`` is the extent, the rest is context) and a
function that gives the value, or None where the words are no date after all. Bottom-up from the named parts of
:mod:`pipeline.dates.calendar_words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline import numbers
from pipeline.dates import edtf
from pipeline.dates.calendar_words import (
    DECADE_WORDS,
    FEASTS,
    LAST,
    MEASURES,
    MOVABLE_FEASTS,
    NEXT,
    SEASONS,
    WEEKDAYS,
    YEAR_FOLLOWERS,
    YEAR_NOUNS,
    month_number,
)
from pipeline.dates.context import Context, Value, century, of_interval, of_point, partial, weekday_date
from pipeline.dates.edtf import Point, point
from pipeline.dates.signs import Sign

Match = re.Match[str]


@dataclass(frozen=True)
class Rule:
    """One way to write a date. Of rules that match at one place the longest extent wins, then the earlier rule."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Match, Context], Value | None]
    final: bool = False
    """Whether words that match but make no date (31 June 2019) are no date at all, not even in part."""
    needs: tuple[str, ...] = ()
    """Letters of which every match has one: a text without them need not be searched. Empty: not known."""
    near: tuple[Sign, ...] = ()
    """Signs of which every match has one: only the words around them need be searched. Empty: not known."""


def rule(
    name: str,
    source: str,
    resolve: Callable[[Match, Context], Value | None],
    final: bool = False,
    needs: tuple[str, ...] = (),
    near: tuple[Sign, ...] = (),
) -> Rule:
    """A rule from a regex source that begins and ends at word borders."""
    return Rule(name, re.compile(rf"(?<![\w-])(?:{source})(?!\w)"), resolve, final, needs, near)


def group(match: Match, name: str) -> str | None:
    """The text of a named group, None where the rule has no such group or it did not take part."""
    found: str | None = match.groupdict().get(name)
    return found


def which(match: Match) -> str:
    """Whether the words say "dernier", "prochain", "de la même année" or nothing (then "any")."""
    word = group(match, "which") or ""
    if re.search(LAST, word):
        return "last"
    if re.search(NEXT, word):
        return "next"
    if re.search(r"même|suivant|précédent|-là", word):
        return "told"
    return "this" if "cette année" in word else "any"


def day_number(text: str) -> int:
    """1 for "1er" or "premier", else the number."""
    return 1 if text.startswith("premier") else int(re.sub(r"\D", "", text))


def full_year(match: Match, context: Context, name: str = "year") -> int | None:
    """The year that group ``name`` tells, by two digits or four."""
    text = group(match, name) or (group(match, "joined") or group(match, "short") if name == "year" else None)
    if text is None:
        return None
    digits = re.sub(r"\D", "", text)
    return century(context, int(digits)) if len(digits) == 2 else int(digits)


def told_year(context: Context, word: str) -> int | None:
    """The year of "de la même année", "de l'année suivante": that of the last date told, one more, one less."""
    origin = context.origin()
    if origin is None:
        return None
    return origin.year + (1 if "suivant" in word else -1 if "précédent" in word else 0)


def without_year(match: Match, context: Context, part: int, day: int | None = None) -> Value | None:
    """A month, season, quarter or day of a month without its year, by "dernier", "prochain", "de la même année"."""
    told = which(match)
    if told == "told":
        year = told_year(context, group(match, "which") or "")
        return of_point(point(year, part, day), "chained") if year else None
    if told == "this":
        return of_point(point(context.reference.year, part, day), "article") if context.reference else None
    if told == "last":
        return partial(context, part, day, "last")
    return partial(context, part, day, "next" if told == "next" else "any")


def day_value(match: Match, context: Context) -> Value | None:
    """A day of a month, with or without its year: "le vendredi 19 juillet 2019", "12 mai dernier"."""
    day, month = day_number(match["day"]), month_number(match["month"])
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, month, day), "absolute")
    name = group(match, "weekday")
    if name and which(match) == "any":
        return weekday_date(context, WEEKDAYS[name], month, day)
    return without_year(match, context, month, day)


def month_value(match: Match, context: Context) -> Value | None:
    """A month, with or without its year: "mars 2015", "octobre dernier", "mai 68"."""
    month = month_number(match["month"])
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, month), "absolute")
    return without_year(match, context, month)


def numeric_value(match: Match, context: Context) -> Value | None:
    """A day in digits: "12/03/2019" (day before month, as in French), "2019-03-12"."""
    year = full_year(match, context)
    if year is None:
        return None
    return of_point(point(year, int(match["month"]), int(match["day"])), "absolute")


def numeric_partial_value(match: Match, context: Context) -> Value | None:
    """A day and month in digits: "le 12/03"."""
    if not 1 <= int(match["month"]) <= 12:
        return None
    return partial(context, int(match["month"]), int(match["day"]))


def month_numeric_value(match: Match, context: Context) -> Value | None:
    """A month in digits: "09/2018"."""
    return of_point(point(int(match["year"]), int(match["month"])), "absolute")


def days_value(match: Match, context: Context) -> Value | None:
    """ "du 3 au 5 mai", "du 28 avril au 3 mai 2019", "les 12 et 13 octobre"."""
    last = day_value(match, context)
    if last is None or last.anchor is None or last.anchor.part is None:
        return None
    first_month = group(match, "month1")
    month = month_number(first_month) if first_month else last.anchor.part
    day = day_number(match["day1"])
    year = full_year(match, context, "year1")
    if year is None:
        year = last.anchor.year - (1 if month > last.anchor.part else 0)
    return of_interval(point(year, month, day), last.anchor, last.kind)


def months_value(match: Match, context: Context) -> Value | None:
    """ "de mars à juin 2019", "entre novembre et février", "mars-avril 2020"."""
    last = month_value(match, context)
    if last is None or last.anchor is None or last.anchor.part is None:
        return None
    month = month_number(match["month1"])
    year = full_year(match, context, "year1")
    if year is None:
        year = last.anchor.year - (1 if month > last.anchor.part else 0)
    return of_interval(point(year, month), last.anchor, last.kind)


def bare_year(match: Match, context: Context) -> Value | None:
    """The year of group ``year``."""
    year = full_year(match, context)
    return of_point(point(year) if year else None, "absolute")


def year_if_alone_value(match: Match, context: Context) -> Value | None:
    """A year after a preposition that also counts things ("de 2000 salariés"): never before a plural noun."""
    follower = re.match(r"(?:\*\*|[\"»])? *([^\W\d_]+)", match.string[match.end() :])
    word = follower[1] if follower else ""
    if word in MEASURES or (word.endswith(("s", "x")) and word not in YEAR_FOLLOWERS):
        return None
    other = re.match(r" (?:et|à|ou|-) (\d(?:[\d. ]*\d)?)", match.string[match.end() :])
    if other and not re.fullmatch(r"(?:1\d|20)\d\d", other[1]) and not re.match(r"(?:en|depuis|dès) ", match[0]):
        return None
    return bare_year(match, context)


def year_after_noun_value(match: Match, context: Context) -> Value | None:
    """A year after a noun that takes one: "la présidentielle 2017"."""
    return bare_year(match, context) if match["noun"] in YEAR_NOUNS else None


def years_value(match: Match, context: Context) -> Value | None:
    """A span of years: "de 1998 à 2004", "2019-20"."""
    start, end = int(match["year1"]), match["year"]
    last = int(end) if len(end) == 4 else start - start % 100 + int(end)
    return of_interval(point(start), point(last), "absolute") if 0 < last - start < 500 else None


def season_value(match: Match, context: Context) -> Value | None:
    """A season, with or without its year: EDTF 21 to 24."""
    season = SEASONS[match["season"]]
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, season), "absolute")
    return without_year(match, context, season)


def quarter_value(match: Match, context: Context) -> Value | None:
    """A quarter (EDTF 33 to 36) or half (40, 41) of a year."""
    ordinal = match["ordinal"].strip()
    size = 4 if (group(match, "unit") or "t").startswith("t") else 2
    number = size if ordinal.startswith("dernier") else numbers.ORDINALS.get(ordinal) or int(re.sub(r"\D", "", ordinal))
    if not 1 <= number <= size:
        return None
    part = (32 if size == 4 else 39) + number
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, part), "absolute")
    word = group(match, "which") or ""
    if re.search(r"(?:an|année) (?:derni|passé)", word) or "prochain" in word:
        if context.reference is None:
            return None
        step = 1 if "prochain" in word else -1
        return of_point(point(context.reference.year + step, part), "article")
    return without_year(match, context, part)


def decade_value(match: Match, context: Context) -> Value | None:
    """A decade: "les années 80", "les années soixante-dix"."""
    digits = group(match, "decade")
    number = int(digits) if digits else DECADE_WORDS[match["words"]]
    if number < 100:
        now = context.reference.year if context.reference else 2000
        number += 1900 if number > now % 100 or now < 2025 or number >= 30 else 2000
    to = group(match, "to")
    if to:
        end = int(to)
        end += 1900 if end < 100 else 0
        return Value(f"{number // 10}X/{end // 10}X", "interval", "absolute")
    return Value(f"{number // 10}X", "decade", "absolute")


def century_value(match: Match, context: Context) -> Value | None:
    """A century: "XIXe siècle" is 18XX, the third before our era -02XX."""
    roman = group(match, "roman")
    number = numbers.from_roman(roman) if roman else numbers.ORDINALS.get(match["ordinal"])
    if number is None or not 1 <= number <= 21:
        return None
    sign = "-" if group(match, "era") else ""
    return Value(f"{sign}{number - 1:02d}XX", "century", "absolute")


def feast_value(match: Match, context: Context) -> Value | None:
    """A feast of the calendar, fixed or counted from Easter."""
    name = match["feast"]
    year = full_year(match, context)
    if year is None and group(match, "cue") is None and which(match) == "any":
        return None
    if name in FEASTS:
        month, day = FEASTS[name]
        if year is not None:
            return of_point(point(year, month, day), "absolute")
        return without_year(match, context, month, day)
    kind = "absolute" if year is not None else "article"
    if year is None:
        if context.reference is None:
            return None
        year = context.reference.year + {"last": -1, "next": 1}.get(which(match), 0)
    moment = edtf.shift(edtf.of(edtf.easter(year)), MOVABLE_FEASTS[name], "day")
    return of_point(moment, "absolute" if kind == "absolute" else "article")


def autumn_return_value(match: Match, context: Context) -> Value | None:
    """ "la rentrée": September, when France goes back to school, to parliament and to its programmes."""
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, 9), "absolute")
    return without_year(match, context, 9)


def named_day_value(match: Match, context: Context) -> Value | None:
    """11 September of "les attentats du 11 septembre": the one day that the press names without its year."""
    return of_point(Point(2001, 9, 11), "absolute")
