"""Dates that name a point of the calendar: days, months, years, seasons, quarters, decades, centuries, ranges.

A rule is a name, a regular expression over lower-case text (group ``x`` is the extent, the rest is context) and a
function that gives the value, or None where the words are no date after all. Bottom-up from the named parts of
:mod:`pipeline.calendar_words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline import edtf, numbers
from pipeline.calendar_words import (
    DAY,
    DAYPART,
    DECADE_WORDS,
    FEASTS,
    LAST,
    MEASURES,
    MONTH,
    MOVABLE_FEASTS,
    NEXT,
    PART,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    YEAR_FOLLOWERS,
    YEAR_NOUNS,
    month_number,
)
from pipeline.date_context import Context, Value, century, of_interval, of_point, partial, weekday_date
from pipeline.edtf import Point, point

Match = re.Match[str]


@dataclass(frozen=True)
class Rule:
    """One way to write a date. Of rules that match at one place the longest extent wins, then the earlier rule."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Match, Context], Value | None]
    final: bool = False
    """Whether words that match but make no date (31 June 2019) are no date at all, not even in part."""


def rule(name: str, source: str, resolve: Callable[[Match, Context], Value | None], final: bool = False) -> Rule:
    """A rule from a regex source that begins and ends at word borders."""
    return Rule(name, re.compile(rf"(?<![\w-])(?:{source})(?!\w)"), resolve, final)


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


def _day(match: Match, context: Context) -> Value | None:
    day, month = day_number(match["day"]), month_number(match["month"])
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, month, day), "absolute")
    name = group(match, "weekday")
    if name and which(match) == "any":
        return weekday_date(context, WEEKDAYS[name], month, day)
    return without_year(match, context, month, day)


def _month(match: Match, context: Context) -> Value | None:
    month = month_number(match["month"])
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, month), "absolute")
    return without_year(match, context, month)


def _numeric(match: Match, context: Context) -> Value | None:
    year = full_year(match, context)
    if year is None:
        return None
    return of_point(point(year, int(match["month"]), int(match["day"])), "absolute")


def _numeric_partial(match: Match, context: Context) -> Value | None:
    if not 1 <= int(match["month"]) <= 12:
        return None
    return partial(context, int(match["month"]), int(match["day"]))


def _month_numeric(match: Match, context: Context) -> Value | None:
    return of_point(point(int(match["year"]), int(match["month"])), "absolute")


def _days(match: Match, context: Context) -> Value | None:
    """ "du 3 au 5 mai", "du 28 avril au 3 mai 2019", "les 12 et 13 octobre"."""
    last = _day(match, context)
    if last is None or last.anchor is None or last.anchor.part is None:
        return None
    first_month = group(match, "month1")
    month = month_number(first_month) if first_month else last.anchor.part
    day = day_number(match["day1"])
    year = full_year(match, context, "year1")
    if year is None:
        year = last.anchor.year - (1 if month > last.anchor.part else 0)
    return of_interval(point(year, month, day), last.anchor, last.kind)


def _months(match: Match, context: Context) -> Value | None:
    """ "de mars à juin 2019", "entre novembre et février", "mars-avril 2020"."""
    last = _month(match, context)
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


def _year_if_alone(match: Match, context: Context) -> Value | None:
    """A year after a preposition that also counts things ("de 2000 salariés"): never before a plural noun."""
    follower = re.match(r"(?:\*\*|[\"»])? *([^\W\d_]+)", match.string[match.end() :])
    word = follower[1] if follower else ""
    if word in MEASURES or (word.endswith(("s", "x")) and word not in YEAR_FOLLOWERS):
        return None
    other = re.match(r" (?:et|à|ou|-) (\d(?:[\d. ]*\d)?)", match.string[match.end() :])
    if other and not re.fullmatch(r"(?:1\d|20)\d\d", other[1]):
        return None
    return bare_year(match, context)


def _year_after_noun(match: Match, context: Context) -> Value | None:
    return bare_year(match, context) if match["noun"] in YEAR_NOUNS else None


def _years(match: Match, context: Context) -> Value | None:
    start, end = int(match["year1"]), match["year"]
    last = int(end) if len(end) == 4 else start - start % 100 + int(end)
    return of_interval(point(start), point(last), "absolute") if 0 < last - start < 500 else None


def _season(match: Match, context: Context) -> Value | None:
    season = SEASONS[match["season"]]
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, season), "absolute")
    return without_year(match, context, season)


def _quarter(match: Match, context: Context) -> Value | None:
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


def _decade(match: Match, context: Context) -> Value | None:
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


def _century(match: Match, context: Context) -> Value | None:
    roman = group(match, "roman")
    number = numbers.from_roman(roman) if roman else numbers.ORDINALS.get(match["ordinal"])
    if number is None or not 1 <= number <= 21:
        return None
    sign = "-" if group(match, "era") else ""
    return Value(f"{sign}{number - 1:02d}XX", "century", "absolute")


def _feast(match: Match, context: Context) -> Value | None:
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


def _autumn_return(match: Match, context: Context) -> Value | None:
    """ "la rentrée": September, when France goes back to school, to parliament and to its programmes."""
    year = full_year(match, context)
    if year is not None:
        return of_point(point(year, 9), "absolute")
    return without_year(match, context, 9)


def _named_day(match: Match, context: Context) -> Value | None:
    return of_point(Point(2001, 9, 11), "absolute")


_YEAR2 = r"(?:'\d\d|(?:[4-9]\d))(?!\d|[.,:]\d| ?(?:h|%|€|euros?|ans|pour)\b)"
_WHICH = (
    rf"(?P<which> {LAST}| {NEXT}| suivante?| précédente?|,? (?:de )?(?:la même|cette) année"
    rf"| de l'(?:année|an) (?:suivante?|précédente?|{LAST}|{NEXT}))"
)
_OF_YEAR = rf"(?:(?:,| de(?: l'(?:année|an|exercice))?)? (?P<year>{YEAR})|{_WHICH})"
_DET = r"(?:le |la |l'|les |ce |cet |cette )"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}){DAYPART}?,? (?:le )?)"
_NOT_STREET = rf"(?<!rue du )(?<!place du )(?<!avenue du )(?<!boulevard du )(?<!quai du )(?<!pont du )"
_FEASTS = "|".join(sorted([*FEASTS, *MOVABLE_FEASTS], key=len, reverse=True))
_ORDINAL = r"(?:premier|1er|1ère|deuxième|second|2e|2ème|2nd|troisième|3e|3ème|quatrième|4e|4ème|dernier)"
_ORDINAL_F = "|".join(sorted(numbers.ORDINALS, key=len, reverse=True))

RULES: tuple[Rule, ...] = (
    rule(
        "named day",
        r"\b(?:attentats?|attaques?) (?:terroristes? )?du (?P<x>11[ -]septembre)(?! (?:derni|procha|1|2))",
        _named_day,
    ),
    rule(
        "days",
        rf"(?P<x>(?:du |de |entre (?:le )?){_WEEKDAY.replace('weekday', 'weekday1')}?(?P<day1>{DAY})"
        rf"(?: (?P<month1>{MONTH})(?: (?P<year1>{YEAR}))?)? (?:au|et(?: le)?|à|jusqu'au) {_WEEKDAY}?(?P<day>{DAY})"
        rf"[ -](?P<month>{MONTH}){_OF_YEAR}?)",
        _days,
    ),
    rule(
        "days listed",
        rf"(?P<x>(?:les )?{_WEEKDAY.replace('weekday', 'weekday1')}?(?P<day1>{DAY})(?:(?:, ?| et ){_WEEKDAY.replace('weekday', 'weekday2')}?{DAY})*(?: ?[-–/] ?| et (?:le )?| au ){_WEEKDAY}?"
        rf"(?P<day>{DAY}) (?P<month>{MONTH}){_OF_YEAR}?)",
        _days,
    ),
    rule(
        "night",
        rf"(?P<x>(?:la )?nuit du {_WEEKDAY.replace('weekday', 'weekday1')}?(?P<day1>{DAY})(?: (?P<month1>{MONTH}))? au "
        rf"{_WEEKDAY}?(?P<day>{DAY}) (?P<month>{MONTH}){_OF_YEAR}?)",
        _days,
    ),
    rule(
        "day",
        rf"{_NOT_STREET}(?<!\bchaque )(?<!\btous les )(?P<x>{_DET}?{_WEEKDAY}?(?P<day>{DAY})(?: du mois de | du mois d'|[ -])(?P<month>{MONTH})"
        rf"(?:{_OF_YEAR}|-(?P<joined>{YEAR}))?{DAYPART}?)",
        _day,
        final=True,
    ),
    rule(
        "day numeric",
        r"(?P<x>(?:le )?(?P<day>[0-3]?\d)([/.-])(?P<month>[01]?\d)\3(?P<year>(?:1\d|20)\d\d|\d\d))(?![/.-]?\d)",
        _numeric,
        final=True,
    ),
    rule(
        "day iso",
        r"(?P<x>(?P<year>(?:1\d|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d))(?:t[\d:.]+z?)?",
        _numeric,
        final=True,
    ),
    rule(
        "day and month numeric", r"(?:le|du|au) (?P<x>(?P<day>[0-3]?\d)/(?P<month>[01]?\d))(?![/.\d])", _numeric_partial
    ),
    rule(
        "months",
        rf"(?P<x>(?:de |d'|entre (?:le mois de )?){PART}?(?P<month1>{MONTH})(?: (?P<year1>{YEAR}))? (?:à|et|jusqu'à|jusqu'en) "
        rf"{PART}?(?P<month>{MONTH}){_OF_YEAR}?)",
        _months,
    ),
    rule("months joined", rf"(?P<x>(?P<month1>{MONTH})[-–/](?P<month>{MONTH}){_OF_YEAR}?)", _months),
    rule(
        "month",
        rf"(?<!\d )(?<!\d-)(?P<x>(?:{PART}|(?:le |ce )?mois (?:de |d')|ce )?(?P<month>{MONTH})(?:{_OF_YEAR}| (?P<short>{_YEAR2}))?)",
        _month,
    ),
    rule(
        "month numeric",
        rf"(?:en|depuis|dès|fin) (?P<x>(?P<month>0[1-9]|1[0-2])/(?P<year>{YEAR}))",
        _month_numeric,
        final=True,
    ),
    rule(
        "years",
        rf"(?P<x>(?:(?:de |entre |d'|depuis )(?:l'(?:an|année) )?)(?P<year1>{YEAR}) (?:à|et|jusqu'à|jusqu'en) {PART}?(?P<year>{YEAR}))",
        _years,
    ),
    rule(
        "years joined",
        rf"(?P<x>(?P<year1>(?:1\d|20)\d\d) ?[-–/] ?(?P<year>(?:1\d|20)\d\d|\d\d))(?!\d|[-/.,]\d)",
        _years,
    ),
    rule(
        "year",
        rf"(?:\b(?:en|ici|depuis|dès|courant|jusqu'en|jusqu'à|jusque|horizon|vers|circa|avant|après) |^\W*|\()"
        rf"(?P<x>{PART}?(?P<year>{YEAR}))",
        _year_if_alone,
    ),
    rule("year part", rf"(?P<x>{PART}(?:l'(?:année|an) )?(?P<year>{YEAR}))", _year_if_alone),
    rule("year named", rf"(?P<x>(?:l'|cette )?(?:année|an) (?P<year>{YEAR}))", bare_year),
    rule(
        "year counted",
        rf"\b(?:de|d'|à|et|ou|pour|sur|dans|puis|que|ou|par|qu'en|du|contre) (?P<x>(?P<year>{YEAR}))",
        _year_if_alone,
    ),
    rule("year after noun", rf"\b(?P<noun>[^\W\d_]+) (?P<x>(?P<year>{YEAR}))", _year_after_noun),
    rule("year short", rf"\b(?:en|depuis|dès|fin|début|avant|après) (?P<x>(?P<year>{_YEAR2}))", _year_if_alone),
    rule(
        "season",
        rf"(?P<x>(?:{PART}(?:l')?|l'|le |cet |ce |d')?(?P<season>{SEASON}) (?:de )?(?:l'année )?(?P<year>{YEAR}|'\d\d)(?:[-/](?:\d{{4}}|\d\d))?)",
        _season,
    ),
    rule("season told", rf"(?P<x>(?:{PART}(?:l')?|l'|le |cet |ce )?(?P<season>{SEASON}){_WHICH})", _season),
    rule("season this", rf"(?P<x>(?:{PART}(?:l')?)?(?:cet |ce )(?P<season>{SEASON}))", _season),
    rule(
        "season plain",
        rf"(?:\b(?:à|dès|avant|depuis|après|pour|pendant|durant|jusqu'à|d'ici à|d'ici|cours de) (?=l')|\b(?:au|en cours de|du) (?=p))"
        rf"(?P<x>(?:{PART})?(?:l')?(?P<season>{SEASON}))",
        _season,
    ),
    rule("season part", rf"(?P<x>{PART}(?:l'|le )?(?P<season>{SEASON}))", _season),
    rule(
        "quarter",
        rf"(?P<x>(?:le )?{PART}?(?P<ordinal>{_ORDINAL}) (?P<unit>trimestre|semestre)"
        rf"(?: fiscal)?(?:{_OF_YEAR}| (?:de |d')?l'année)?)",
        _quarter,
    ),
    rule("quarter sign", rf"(?P<x>(?P<unit>[ts])(?P<ordinal>[1-4]) (?P<year>{YEAR}))", _quarter),
    rule(
        "decades",
        r"(?P<x>(?:les |des )?années (?P<decade>(?:1[89]|20)?[1-9]0|2000)(?: et |-|/| à )(?P<to>(?:1[89]|20)?\d0))",
        _decade,
    ),
    rule(
        "decade",
        rf"(?P<x>(?:{PART})?(?:les )?années (?:(?P<decade>(?:1\d|20)\d0|[1-9]0)|(?P<words>{'|'.join(sorted(DECADE_WORDS, key=len, reverse=True))}))(?![\w-]))",
        _decade,
    ),
    rule(
        "century",
        rf"(?P<x>(?:{PART})?(?:le )?(?:(?P<roman>[ivx]+) ?(?:ème|è|er|e)|(?P<ordinal>{_ORDINAL_F})) siècle(?P<era> (?:av\.|avant) (?:j\.?-?c\.?|jésus-christ))?)",
        _century,
    ),
    rule(
        "feast",
        rf"(?P<cue>\b(?:à|pour|avant|depuis|après|dès|jour de|soir de|jusqu'à|d'ici|d'ici à|le|la|l'|du|au) )?(?P<x>(?P<feast>{_FEASTS})(?:{_OF_YEAR})?)",
        _feast,
    ),
    rule(
        "rentrée",
        rf"(?:\b(?:à|dès|depuis|avant|pour|après|jusqu'à|d'ici) )(?P<x>la (?:prochaine )?rentrée(?: scolaire| politique| littéraire| universitaire)?(?:{_OF_YEAR})?)",
        _autumn_return,
    ),
    rule(
        "rentrée told",
        rf"(?P<x>(?:la )?rentrée(?: scolaire| politique| littéraire| universitaire)?(?:{_OF_YEAR}))",
        _autumn_return,
    ),
)
"""Longest extent first; among equals the earlier rule."""
