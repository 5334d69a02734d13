"""The first and last day of an EDTF date, so that dates of different precision can be compared."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def bounds(edtf: str) -> tuple[int, int] | None:
    """First and last day (ordinals) of an EDTF date, season, decade or interval; None if it cannot be told."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        start, end = bounds(first), bounds(last)
        return (start[0], end[1]) if start and end and start[0] <= end[1] else start or end
    text = edtf.rstrip("?~%")
    if match := re.fullmatch(r"(\d{1,3})(X{1,3})", text):
        low, high = int(match[1] + "0" * len(match[2])), int(match[1] + "9" * len(match[2]))
        return (date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()) if len(text) == 4 and low else None
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if match is None:
        return None
    year, part, day = int(match[1]), match[2] and int(match[2]), match[3] and int(match[3])
    try:
        if day:
            return (date(year, int(part), day).toordinal(),) * 2
        first_month, months = _months(int(part) if part else None)
        return _month(year, first_month), _month(year, first_month + months) - 1
    except ValueError:
        return None


def _months(part: int | None) -> tuple[int, int]:
    """First month and number of months of an EDTF sub-year code; winter runs into the next year."""
    if part is None:
        return 1, 12
    if 1 <= part <= 12:
        return part, 1
    if 21 <= part <= 24:
        return 3 * (part - 20), 3
    if 33 <= part <= 36:
        return 3 * (part - 33) + 1, 3
    if part in (40, 41):
        return 6 * (part - 40) + 1, 6
    raise ValueError(part)


def _month(year: int, month: int) -> int:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()


def extent(edtf: str) -> int:
    """How many days it spans: the less, the more precise."""
    found = bounds(edtf)
    return found[1] - found[0] if found else 10**6
