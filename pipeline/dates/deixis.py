"""Dates told from the article's day ("hier", "il y a deux ans") or from the last date told ("le lendemain")."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from pipeline import numbers
from pipeline.dates import edtf
from pipeline.dates.calendar_words import (
    COUNT,
    DAY,
    DAYPART,
    DAYS,
    LAST,
    NEXT,
    NEXT_DAYS,
    PART,
    UNIT,
    UNIT_SIZES,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
)
from pipeline.dates.context import Context, Value, of_interval, of_point, of_week, weekday
from pipeline.dates.edtf import Point, point
from pipeline.dates.rules import Match, Rule, day_number, group, rule, which


def _near_day(match: Match, context: Context) -> Value | None:
    return _days_from(context.reference, DAYS[match["word"]], "article")


def _last_night(match: Match, context: Context) -> Value | None:
    if context.day is None:
        return of_point(context.reference, "article")
    return of_interval(edtf.of(context.day - timedelta(days=1)), edtf.of(context.day), "article")


def _chained_day(match: Match, context: Context) -> Value | None:
    if context.last is None and match["word"] not in ("la veille", "le lendemain"):
        return None
    return _days_from(context.origin(), NEXT_DAYS[match["word"]], "chained")


def _days_from(origin: Point | None, days: int, kind: str) -> Value | None:
    """So many days from ``origin``; where that is no day, as precise as it is."""
    moved = edtf.shift(origin, days, "day") if origin else None
    return of_point(moved or origin, "article" if kind == "article" else "chained")


def _weekday(match: Match, context: Context) -> Value | None:
    number, told = WEEKDAYS[match["weekday"]], which(match)
    if told == "told":
        origin = context.origin()
        day = origin.as_date() if origin else None
        if day is None:
            return None
        after = (number - day.weekday()) % 7 or 7
        before = -((day.weekday() - number) % 7 or 7)
        return of_point(edtf.of(day + timedelta(days=after if "suiv" in match["which"] else before)), "chained")
    if told == "last":
        return weekday(context, number, "last")
    return weekday(context, number, "next" if told == "next" else "any")


def _weekday_number(match: Match, context: Context) -> Value | None:
    """ "jeudi 19": the month nearest to the article in which that day is that weekday."""
    reference = context.reference
    if reference is None or reference.month is None:
        return None
    day = day_number(match["day"])
    for step in (0, -1, 1, -2, 2, -3, 3):
        month = edtf.shift(Point(reference.year, reference.month), step, "month")
        moment = point(month.year, month.part, day) if month else None
        told = moment.as_date() if moment else None
        if told is not None and told.weekday() == WEEKDAYS[match["weekday"]]:
            return of_point(moment, "article")
    return None


def _night(match: Match, context: Context) -> Value | None:
    first, second = WEEKDAYS[match["weekday"]], WEEKDAYS[match["weekday2"]]
    end = weekday(context, second)
    if end is None or end.anchor is None or end.anchor.as_date() is None:
        return end
    return of_interval(edtf.shift(end.anchor, -((second - first) % 7), "day"), end.anchor, "article")


def _week(match: Match, context: Context) -> Value | None:
    word = match["x"]
    chained = any(cue in word for cue in ("suivant", "précédent", "d'après", "même", "-là"))
    origin = context.origin() if chained else context.reference
    if chained and context.last is None:
        return None
    day = origin.as_date() if origin else None
    if day is None:
        return of_point(origin, "chained" if chained else "article")
    step = 1 if "suivant" in word or "d'après" in word or which(match) == "next" else 0
    step = -1 if "précédent" in word or which(match) == "last" else step
    day += timedelta(days=7 * step)
    if "week-end" not in word and "weekend" not in word:
        return of_week(day, "chained" if chained else "article")
    if match["x"].startswith("ce ") and not chained and context.told_as_past and day.weekday() < 4:
        day -= timedelta(days=7)
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
    return of_interval(edtf.of(saturday), edtf.of(saturday + timedelta(days=1)), "chained" if chained else "article")


def _month_or_year(match: Match, context: Context) -> Value | None:
    """ "le mois dernier", "cette année", "le mois suivant", "la même année", "l'année précédente"."""
    word, unit = match["x"], "month" if "mois" in match["unit"] else "year"
    chained = any(cue in word for cue in ("suivant", "précédent", "d'après", "d'avant", "même", "-là"))
    origin = (context.last or context.heading) if chained else context.reference
    if origin is None or (unit == "month" and origin.month is None):
        return None
    step = 1 if any(cue in word for cue in ("suivant", "d'après", "prochain", "à venir", "qui vient")) else 0
    if any(cue in word for cue in ("précédent", "d'avant", "dernier", "dernière", "passé")):
        step = -1
    return of_point(
        edtf.shift(origin, step, "month" if unit == "month" else "year"), "chained" if chained else "article"
    )


def _part_of_now(match: Match, context: Context) -> Value | None:
    """ "en début d'année", "à la fin du mois", "en fin de semaine"."""
    reference = context.reference
    if reference is None:
        return None
    unit = match["unit"]
    if unit == "semaine":
        return of_week(context.day, "article") if context.day else of_point(reference, "article")
    if unit == "mois":
        return of_point(point(reference.year, reference.month) if reference.month else reference, "article")
    return of_point(point(reference.year), "article")


def _day_of_month(match: Match, context: Context) -> Value | None:
    reference = context.reference
    if reference is None or reference.month is None:
        return None
    step = {"last": -1, "next": 1}.get(which(match), 0)
    month = edtf.shift(reference, step, "month")
    day = day_number(match["day"])
    return of_point(point(month.year, month.part, day), "article") if month else None


def _count(match: Match) -> int | None:
    if group(match, "half"):
        return None
    if collective := group(match, "collective"):
        return numbers.COLLECTIVES[collective]
    value = numbers.value(match["count"])
    return int(value) if value is not None and 0 < value < 3000 and value == int(value) else None


def _moved(match: Match, origin: Point | None, sign: int, kind: str) -> Value | None:
    """The point a counted span before or after ``origin``: "il y a deux ans", "quatre mois plus tard"."""
    count, unit = _count(match), UNITS[match["unit"]]
    if origin is None or count is None:
        return None
    size = UNIT_SIZES.get(unit, 1)
    base = {"quarter": "month", "decade": "year", "century": "year"}.get(unit, unit)
    moved = edtf.shift(origin, sign * count * size, cast(edtf.Unit, base))
    told = "article" if kind == "article" else "chained"
    if base == "week":
        day = moved.as_date() if moved else None
        return of_week(day, "article" if told == "article" else "chained") if day else None
    return of_point(moved, "article" if told == "article" else "chained")


def _ago(match: Match, context: Context) -> Value | None:
    return _moved(match, context.reference, -1, "article")


def _ahead(match: Match, context: Context) -> Value | None:
    return _moved(match, context.reference, 1, "article")


def _later(match: Match, context: Context) -> Value | None:
    return _moved(match, context.last or context.heading, 1, "chained")


def _earlier(match: Match, context: Context) -> Value | None:
    return _moved(match, context.last or context.heading, -1, "chained")


def _span_of_now(match: Match, context: Context) -> Value | None:
    """ "au cours des six derniers mois", "dans les trois prochaines années": from then to now, from now to then."""
    reference = context.reference
    if reference is None:
        return None
    forward = bool(group(match, "ahead"))
    moved = _moved(match, reference, 1 if forward else -1, "article")
    if moved is None or moved.anchor is None or moved.precision == "week":
        return None
    now = {"year": Point(reference.year), "month": Point(reference.year, reference.month)}.get(
        moved.precision, reference
    )
    return of_interval(now, moved.anchor, "article") if forward else of_interval(moved.anchor, now, "article")


_ABOUT = (
    r"(?:(?:environ|près de|plus de|moins de|à peine|déjà|presque|quelque|maintenant|tout juste|exactement|au moins) "
    r"|(?:près|plus|moins|un peu plus|un peu moins) d')*"
)
_COLLECTIVE = rf"une (?:petite |bonne )?(?P<collective>{'|'.join(numbers.COLLECTIVES)}) d(?:e |')"
_COUNTED = rf"{_ABOUT}(?:{_COLLECTIVE}|(?P<count>{COUNT}) )(?P<unit>{UNIT})"
_NO_NOUN = r"(?! (?:de|d'|du|et demie?|ferme)\b)"
_WHICH = rf"(?P<which> {LAST}| {NEXT}| suivante?| précédente?)"
_CLAUSE_END = r"(?= *(?:[,.;:!?()»\"”\n–—]|$|(?:il|elle|ils|elles|on|et)(?!\w)|c'))"
_PHRASE_END = (
    rf"(?:{_CLAUSE_END}|(?= (?:le|la|les|un|une|son|sa|ses|à|en|dans|par|lors|a|est|sont|ont|avec|chez|au|aux|sur"
    rf"|ce|cette"
    r"|pour|dans|sous|grâce|avait|était|sera|aura)\b| l'))"
)
_WEEKS = ("semaine", "week-end", "weekend")

RULES: tuple[Rule, ...] = (
    rule(
        "near day",
        rf"(?<!\b[dl]')(?<!de )(?<!\bà (?=ce jour))(?P<x>(?P<word>{'|'.join(sorted(DAYS, key=len, reverse=True))})"
        rf"{DAYPART}?)(?! (?:en france|de|du|où|même)\b)(?! d')(?!-)",
        _near_day,
        near=("day",),
    ),
    rule("last night", r"(?P<x>la nuit (?:dernière|passée))", _last_night, needs=("nuit",)),
    rule(
        "chained day",
        rf"(?P<x>(?P<word>{'|'.join(sorted(NEXT_DAYS, key=len, reverse=True))}){DAYPART}?)(?! (?:de|du|des|d'"
        rf"|où)\b)(?! d')",
        _chained_day,
        near=("day",),
    ),
    rule(
        "weekday told",
        rf"(?P<x>(?:le |la |ce )?(?P<weekday>{WEEKDAY}){DAYPART}?{_WHICH}{DAYPART}?)",
        _weekday,
        near=("weekday",),
    ),
    rule("weekday this", rf"(?P<x>ce (?P<weekday>{WEEKDAY}){DAYPART}?)", _weekday, near=("weekday",)),
    rule(
        "weekday",
        rf"(?<!\ble )(?<!\bla )(?<!\bdu )(?<!\bau )(?<!\bun )(?<!\bles )(?<!\bdes )(?<!\baux )(?<!\bchaque )"
        rf"(?<!\btous )(?<!\bmême )(?<!ième )(?<!\bpremier )(?<!\bsecond )(?<!\bautre )"
        rf"(?P<x>(?P<weekday>{WEEKDAY}){DAYPART}?)(?! (?:saint|gras|noir|prochain|dernier)\b)(?! au {WEEKDAY})",
        _weekday,
        near=("weekday",),
    ),
    rule(
        "weekday number",
        rf"(?P<x>(?:le |ce )?(?P<weekday>{WEEKDAY}){DAYPART}?,? (?:le )?(?P<day>{DAY}))(?! ?(?:h|heures?|ans|%"
        rf"|euros|millions?|personnes)\b)",
        _weekday_number,
        near=("weekday",),
    ),
    rule(
        "night of weekdays",
        rf"(?P<x>(?:la )?nuit (?:de|du) (?P<weekday>{WEEKDAY}) (?:à|au) (?P<weekday2>{WEEKDAY}))",
        _night,
        needs=("nuit d",),
        near=("weekday",),
    ),
    rule(
        "nights of weekdays",
        rf"(?P<x>(?:de|entre) (?P<weekday>{WEEKDAY}) (?:à|et) (?P<weekday2>{WEEKDAY}))",
        _night,
        near=("weekday",),
    ),
    rule(
        "week",
        rf"(?P<x>(?:la |le |ce |cette |en )?(?:même )?(?P<unit>semaine|week-end|weekend)(?:{_WHICH}| d'après"
        rf"| qui vient| à venir| écoulée?| qui s'achève|-là))",
        _week,
        needs=_WEEKS,
    ),
    rule(
        "week next",
        r"(?P<x>(?:la |le )(?:prochaine?(?P<which> prochaine?)?) (?P<unit>semaine|week-end))",
        _week,
        needs=_WEEKS,
    ),
    rule(
        "week this",
        r"(?P<x>(?:cette |ce )(?:même )?(?P<unit>semaine|week-end|weekend)(?:-là)?)(?! de)",
        _week,
        needs=_WEEKS,
    ),
    rule(
        "month or year",
        rf"(?P<x>(?<!les )(?<!ces )(?<!des )(?:{PART}(?:l')?|le |la |l')?(?:même )?(?P<unit>mois|année"
        rf"|an)(?: {LAST}| {NEXT}| suivante?| précédente?| d'après| d'avant| qui vient))",
        _month_or_year,
        near=("unit",),
    ),
    rule(
        "month or year this",
        rf"(?P<x>(?:{PART})?(?:ce |cette )(?:même )?(?P<unit>mois|année)(?:-ci|-là)?)(?! (?:de |d'|\d))",
        _month_or_year,
        needs=("mois", "année"),
        near=("unit",),
    ),
    rule(
        "month or year same",
        r"(?P<x>(?:le même |la même )(?P<unit>mois|année))(?! que)",
        _month_or_year,
        near=("unit",),
    ),
    rule(
        "part of now",
        r"(?P<x>(?:(?:la )?fin|(?:le )?début|(?:le )?milieu|(?:le )?courant) (?:de l'|d'|du |de la "
        r"|de )(?P<unit>année|an|mois|semaine))"
        r"(?! (?:de |d'|\d|derni|procha|suiv|précé|passé|scolaire|universitaire))(?!-)",
        _part_of_now,
        needs=("fin d", "début d", "milieu d", "courant d"),
        near=("unit",),
    ),
    rule(
        "day of month", rf"(?P<x>le (?P<day>{DAY}) du mois(?P<which> {LAST}| {NEXT})?)", _day_of_month, near=("unit",)
    ),
    rule(
        "ago",
        rf"(?P<x>(?:il y a|voici|voilà|cela fait) {_COUNTED}){_NO_NOUN}",
        _ago,
        needs=("il y a", "voici", "voilà", "cela fait"),
        near=(
            "unit",
            "day",
        ),
    ),
    rule(
        "since",
        rf"\bdepuis (?P<x>{_COUNTED}){_NO_NOUN}",
        _ago,
        needs=("depuis",),
        near=(
            "unit",
            "day",
        ),
    ),
    rule(
        "ahead",
        rf"(?P<x>(?:dans) {_COUNTED}){_NO_NOUN}",
        _ahead,
        near=(
            "unit",
            "day",
        ),
    ),
    rule(
        "within",
        rf"\bd'ici(?: à)? (?P<x>{_COUNTED}){_NO_NOUN}",
        _ahead,
        near=(
            "unit",
            "day",
        ),
    ),
    rule(
        "span of now",
        rf"(?P<x>(?:les |ces )?(?P<count>{COUNT}) (?:(?:derniers|dernières)|(?P<ahead>prochains"
        rf"|prochaines)) (?P<unit>{UNIT}))",
        _span_of_now,
        needs=("dernier", "dernière", "prochain"),
        near=(
            "unit",
            "day",
        ),
    ),
    rule(
        "later",
        rf"(?P<x>{_COUNTED} (?:plus tard{_PHRASE_END}|après{_CLAUSE_END}))",
        _later,
        needs=("plus tard", "après"),
        near=(
            "unit",
            "day",
        ),
    ),
    rule(
        "earlier",
        rf"(?P<x>{_COUNTED} (?:(?:plus tôt|auparavant){_PHRASE_END}|avant{_CLAUSE_END}))",
        _earlier,
        needs=("plus tôt", "auparavant", "avant"),
        near=(
            "unit",
            "day",
        ),
    ),
)
"""Rules whose value hangs on the article's date or on what was told before."""
