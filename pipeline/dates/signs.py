"""The words and digits without which a rule for dates matches nothing, and the parts of a text around them.

Searching a whole text with every rule took a tenth of what is not the model's; most of a text has no sign of a date.
"""

from __future__ import annotations

import re
from typing import Literal

from pipeline.dates.calendar_words import SEASONS, UNITS, WEEKDAYS

Sign = Literal["month", "weekday", "season", "unit", "day", "year", "digit"]
"""The name of a month, a weekday, a season, a unit of time, a part of the day or a day told from another
("soir", "hier", "veille"), four digits in a row that may be a year, other digits."""

_REACH = 100
"""No match begins or ends farther, in characters, from the sign that is in it."""
_DAYS = "jour|matin|midi|soir|nuit|hier|demain|aujourd|veille|lendemain|surlendemain"
_SIGNS = re.compile(
    r"(?P<year>(?:1\d|20)\d\d(?!\d))|(?P<digit>\d+)|(?<!\w)(?:"
    r"(?P<month>janv|f[ée]v|mars|avr|mai|jui|ao[uû]t|sept|oct|nov|d[ée]c(?!enn))"
    rf"|(?:(?P<weekday>{'|'.join(WEEKDAYS)})|(?P<season>{'|'.join(SEASONS)})|(?P<day>{_DAYS})"
    rf"|(?P<unit>{'|'.join(UNITS)}))(?!\w))"
)


class Surroundings:
    """The parts of one text in lower case that lie around the signs in it."""

    def __init__(self, low: str) -> None:
        self._whole = [(0, len(low))]
        self._places: dict[str, list[int]] = {}
        for match in _SIGNS.finditer(low):
            self._places.setdefault(match.lastgroup or "", []).append(match.start())
        self._known: dict[tuple[Sign, ...], list[tuple[int, int]]] = {(): self._whole}

    def of(self, signs: tuple[Sign, ...]) -> list[tuple[int, int]]:
        """The parts of the text, in order and apart, where a match with one of ``signs`` lies; all of it for none."""
        if signs not in self._known:
            parts: list[tuple[int, int]] = []
            for place in sorted(place for sign in signs for place in self._places.get(sign, ())):
                start, end = max(0, place - _REACH), min(self._whole[0][1], place + _REACH)
                if parts and start <= parts[-1][1]:
                    start = parts.pop()[0]
                parts.append((start, end))
            self._known[signs] = parts
        return self._known[signs]
