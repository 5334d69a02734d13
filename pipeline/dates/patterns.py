"""The ways to write a point of the calendar: regular expressions from the named parts of calendar words.

Group ``x`` of a rule is the extent of the date; what stands outside it is context. The values are those of
:mod:`pipeline.dates.rules`.
"""

from __future__ import annotations

from pipeline import numbers
from pipeline.dates.calendar_words import (
    DAY,
    DAYPART,
    DECADE_WORDS,
    FEASTS,
    LAST,
    MONTH,
    MOVABLE_FEASTS,
    NEXT,
    PART,
    SEASON,
    WEEKDAY,
    YEAR,
)
from pipeline.dates.rules import (
    Rule,
    autumn_return_value,
    bare_year,
    century_value,
    day_value,
    days_value,
    decade_value,
    feast_value,
    month_numeric_value,
    month_value,
    months_value,
    named_day_value,
    numeric_partial_value,
    numeric_value,
    quarter_value,
    rule,
    season_value,
    year_after_noun_value,
    year_if_alone_value,
    years_value,
)

_YEAR2 = r"(?:'\d\d|(?:[4-9]\d))(?!\d|[.,:]\d| ?(?:h|%|€|euros?|ans|pour)\b)"
_WHICH = (
    rf"(?P<which> {LAST}| {NEXT}| suivante?| précédente?|,? (?:de )?(?:la même|cette) année"
    rf"| de l'(?:année|an) (?:suivante?|précédente?|{LAST}|{NEXT}))"
)
_OF_YEAR = rf"(?:(?:,| de(?: l'(?:année|an|exercice))?)? (?P<year>{YEAR})|{_WHICH})"
_DET = r"(?:le |la |l'|les |ce |cet |cette )"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}){DAYPART}?,? (?:le )?)"
_NOT_STREET = r"(?<!rue du )(?<!place du )(?<!avenue du )(?<!boulevard du )(?<!quai du )(?<!pont du )"
_FEASTS = "|".join(sorted([*FEASTS, *MOVABLE_FEASTS], key=len, reverse=True))
_ORDINAL = r"(?:premier|1er|1ère|deuxième|second|2e|2ème|2nd|troisième|3e|3ème|quatrième|4e|4ème|dernier)"
_ORDINAL_F = "|".join(sorted(numbers.ORDINALS, key=len, reverse=True))

RULES: tuple[Rule, ...] = (
    rule(
        "named day",
        r"\b(?:attentats?|attaques?) (?:terroristes? )?du (?P<x>11[ -]septembre)(?! (?:derni|procha|1|2))",
        named_day_value,
        near=("month",),
    ),
    rule(
        "days",
        rf"(?P<x>(?:du |de |entre (?:le )?){_WEEKDAY.replace('weekday', 'weekday1')}?(?P<day1>{DAY})"
        rf"(?: (?P<month1>{MONTH})(?: (?P<year1>{YEAR}))?)? (?:au|et(?: le)?|à|jusqu'au) {_WEEKDAY}?(?P<day>{DAY})"
        rf"[ -](?P<month>{MONTH}){_OF_YEAR}?)",
        days_value,
        near=("month",),
    ),
    rule(
        "days listed",
        rf"(?P<x>(?:les )?{_WEEKDAY.replace('weekday', 'weekday1')}?(?P<day1>{DAY})(?:(?:, ?"
        rf"| et ){_WEEKDAY.replace('weekday', 'weekday2')}?{DAY})*(?: ?[-–/] ?| et (?:le )?| au ){_WEEKDAY}?"
        rf"(?P<day>{DAY}) (?P<month>{MONTH}){_OF_YEAR}?)",
        days_value,
        near=("month",),
    ),
    rule(
        "night",
        rf"(?P<x>(?:la )?nuit du {_WEEKDAY.replace('weekday', 'weekday1')}?(?P<day1>{DAY})(?: (?P<month1>{MONTH}))? au "
        rf"{_WEEKDAY}?(?P<day>{DAY}) (?P<month>{MONTH}){_OF_YEAR}?)",
        days_value,
        needs=("nuit du",),
        near=("month",),
    ),
    rule(
        "day",
        rf"{_NOT_STREET}(?<!\bchaque )(?<!\btous les )(?P<x>{_DET}?{_WEEKDAY}?(?P<day>{DAY})(?: du mois de "
        rf"| du mois d'|[ -])(?P<month>{MONTH})"
        rf"(?:{_OF_YEAR}|-(?P<joined>{YEAR}))?{DAYPART}?)",
        day_value,
        final=True,
        near=("month",),
    ),
    rule(
        "day numeric",
        r"(?P<x>(?:le )?(?P<day>[0-3]?\d)([/.-])(?P<month>[01]?\d)\3(?P<year>(?:1\d|20)\d\d|\d\d))(?![/.-]?\d)",
        numeric_value,
        final=True,
        near=(
            "digit",
            "year",
        ),
    ),
    rule(
        "day iso",
        r"(?P<x>(?P<year>(?:1\d|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d))(?:t[\d:.]+z?)?",
        numeric_value,
        final=True,
        near=("year",),
    ),
    rule(
        "day and month numeric",
        r"(?:le|du|au) (?P<x>(?P<day>[0-3]?\d)/(?P<month>[01]?\d))(?![/.\d])",
        numeric_partial_value,
        near=(
            "digit",
            "year",
        ),
    ),
    rule(
        "months",
        rf"(?P<x>(?:de |d'|entre (?:le mois de )?){PART}?(?P<month1>{MONTH})(?: (?P<year1>{YEAR}))? (?:à|et|jusqu'à"
        rf"|jusqu'en) "
        rf"{PART}?(?P<month>{MONTH}){_OF_YEAR}?)",
        months_value,
        near=("month",),
    ),
    rule(
        "months joined", rf"(?P<x>(?P<month1>{MONTH})[-–/](?P<month>{MONTH}){_OF_YEAR}?)", months_value, near=("month",)
    ),
    rule(
        "month",
        rf"(?<!\d )(?<!\d  )(?<!\d-)(?P<x>(?:{PART}|(?:le |ce )?mois (?:de |d')|ce )?(?P<month>{MONTH})(?:{_OF_YEAR}"
        rf"| (?P<short>{_YEAR2}))?)",
        month_value,
        near=("month",),
    ),
    rule(
        "month numeric",
        rf"(?:en|depuis|dès|fin) (?P<x>(?P<month>0[1-9]|1[0-2])/(?P<year>{YEAR}))",
        month_numeric_value,
        final=True,
        near=("year",),
    ),
    rule(
        "years",
        rf"(?P<x>(?:(?:de |entre |d'|depuis )(?:l'(?:an|année) )?)(?P<year1>{YEAR}) (?:à|et|jusqu'à"
        rf"|jusqu'en) {PART}?(?P<year>{YEAR}))",
        years_value,
        near=("year",),
    ),
    rule(
        "years joined",
        r"(?P<x>(?P<year1>(?:1\d|20)\d\d) ?[-–/] ?(?P<year>(?:1\d|20)\d\d|\d\d))(?!\d|[-/.,]\d)",
        years_value,
        near=("year",),
    ),
    rule(
        "year",
        rf"(?:\b(?:en|ici|depuis|dès|courant|jusqu'en|jusqu'à|jusque|horizon|vers|circa|avant|après) |^\W*|\()"
        rf"(?P<x>{PART}?(?P<year>{YEAR}))",
        year_if_alone_value,
        near=("year",),
    ),
    rule("year part", rf"(?P<x>{PART}(?:l'(?:année|an) )?(?P<year>{YEAR}))", year_if_alone_value, near=("year",)),
    rule("year named", rf"(?P<x>(?:l'|cette )?(?:année|an) (?P<year>{YEAR}))", bare_year, near=("year",)),
    rule(
        "year counted",
        rf"\b(?:de|d'|à|et|ou|pour|sur|dans|puis|que|ou|par|qu'en|du|contre) (?P<x>(?P<year>{YEAR}))",
        year_if_alone_value,
        near=("year",),
    ),
    rule("year after noun", rf"\b(?P<noun>[^\W\d_]+) (?P<x>(?P<year>{YEAR}))", year_after_noun_value, near=("year",)),
    rule(
        "year short",
        rf"\b(?:en|depuis|dès|fin|début|avant|après) (?P<x>(?P<year>{_YEAR2}))",
        year_if_alone_value,
        near=(
            "digit",
            "year",
        ),
    ),
    rule(
        "season",
        rf"(?P<x>(?:{PART}(?:l')?|l'|le |cet |ce |d')?(?P<season>{SEASON}) (?:de )?(?:l'année )?(?P<year>{YEAR}"
        rf"|'\d\d)(?:[-/](?:\d{{4}}|\d\d))?)",
        season_value,
        near=("season",),
    ),
    rule(
        "season told",
        rf"(?P<x>(?:{PART}(?:l')?|l'|le |cet |ce )?(?P<season>{SEASON}){_WHICH})",
        season_value,
        near=("season",),
    ),
    rule("season this", rf"(?P<x>(?:{PART}(?:l')?)?(?:cet |ce )(?P<season>{SEASON}))", season_value, near=("season",)),
    rule(
        "season plain",
        rf"(?:\b(?:à|dès|avant|depuis|après|pour|pendant|durant|jusqu'à|d'ici à|d'ici|cours de) (?=l')|\b(?:au"
        rf"|en cours de|du) (?=p))"
        rf"(?P<x>(?:{PART})?(?:l')?(?P<season>{SEASON}))",
        season_value,
        near=("season",),
    ),
    rule("season part", rf"(?P<x>{PART}(?:l'|le )?(?P<season>{SEASON}))", season_value, near=("season",)),
    rule(
        "quarter",
        rf"(?P<x>(?:le )?{PART}?(?P<ordinal>{_ORDINAL}) (?P<unit>trimestre|semestre)"
        rf"(?: fiscal)?(?:{_OF_YEAR}| (?:de |d')?l'année)?)",
        quarter_value,
        needs=("trimestre", "semestre"),
    ),
    rule("quarter sign", rf"(?P<x>(?P<unit>[ts])(?P<ordinal>[1-4]) (?P<year>{YEAR}))", quarter_value, near=("year",)),
    rule(
        "decades",
        r"(?P<x>(?:les |des )?années (?P<decade>(?:1[89]|20)?[1-9]0|2000)(?: et |-|/| à )(?P<to>(?:1[89]|20)?\d0))",
        decade_value,
        needs=("années",),
    ),
    rule(
        "decade",
        rf"(?P<x>(?:{PART})?(?:les )?années (?:(?P<decade>(?:1\d|20)\d0|[1-9]0)"
        rf"|(?P<words>{'|'.join(sorted(DECADE_WORDS, key=len, reverse=True))}))(?![\w-]))",
        decade_value,
        needs=("années",),
    ),
    rule(
        "century",
        rf"(?P<x>(?:{PART})?(?:le )?(?:(?P<roman>[ivx]+) ?(?:ème|è|er|e)"
        rf"|(?P<ordinal>{_ORDINAL_F})) siècle(?P<era> (?:av\.|avant) (?:j\.?-?c\.?|jésus-christ))?)",
        century_value,
        needs=("siècle",),
    ),
    rule(
        "feast",
        rf"(?P<cue>\b(?:à|pour|avant|depuis|après|dès|jour de|soir de|jusqu'à|d'ici|d'ici à|le|la|l'|du"
        rf"|au) )?(?P<x>(?P<feast>{_FEASTS})(?:{_OF_YEAR})?)",
        feast_value,
        needs=(*FEASTS, *MOVABLE_FEASTS),
    ),
    rule(
        "rentrée",
        rf"(?:\b(?:à|dès|depuis|avant|pour|après|jusqu'à|d'ici) )(?P<x>la (?:prochaine )?rentrée(?: scolaire"
        rf"| politique| littéraire| universitaire)?(?:{_OF_YEAR})?)",
        autumn_return_value,
        needs=("rentrée",),
    ),
    rule(
        "rentrée told",
        rf"(?P<x>(?:la )?rentrée(?: scolaire| politique| littéraire| universitaire)?(?:{_OF_YEAR}))",
        autumn_return_value,
        needs=("rentrée",),
    ),
)
"""Longest extent first; among equals the earlier rule."""
