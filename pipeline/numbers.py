"""French numbers: words ("quatre-vingt-dix-sept") and digits ("1 500", "1.500", "3,5") to values.

text2num 3 was tried: it turns a whole sentence into digits and loses the offsets, reads "second" and "un" as
numbers everywhere, and knows neither "demi" nor the collective numerals ("une centaine"). Offsets are what this
house lives on, so the grammar of French numerals is written here.
"""

from __future__ import annotations

import re

UNITS: dict[str, int] = {
    "zéro": 0,
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
}
TENS: dict[str, int] = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
COLLECTIVES: dict[str, int] = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
ORDINALS: dict[str, int] = {
    "premier": 1,
    "première": 1,
    "deuxième": 2,
    "second": 2,
    "seconde": 2,
    "troisième": 3,
    "quatrième": 4,
    "cinquième": 5,
    "sixième": 6,
    "septième": 7,
    "huitième": 8,
    "neuvième": 9,
    "dixième": 10,
    "onzième": 11,
    "douzième": 12,
    "treizième": 13,
    "quatorzième": 14,
    "quinzième": 15,
    "seizième": 16,
    "dix-septième": 17,
    "dix-huitième": 18,
    "dix-neuvième": 19,
    "vingtième": 20,
    "vingt et unième": 21,
    "vingt-et-unième": 21,
}
ROMAN: dict[str, int] = {"i": 1, "v": 5, "x": 10}

_WORD = "|".join(sorted([*UNITS, *TENS, "vingts", "cents?", "mille"], key=len, reverse=True))
WORDS = rf"(?:{_WORD})(?:[ -]et[ -](?:une?|onze)(?!\w)|[ -](?:{_WORD}))*(?![\w-])"
"""Regex source: a numeral in words, below a million, in lower case."""

DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
"""Regex source: a numeral in digits, with thousands separators and a decimal comma (or point)."""

_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?")
_SPLIT = re.compile(r"[ -]")


def from_words(words: str) -> int | None:
    """Value of a numeral in words (lower case, below a million), None when the words make no French numeral."""
    total = current = 0
    last = 10**9
    for word in _SPLIT.split(words):
        if word == "et":
            continue
        if word in UNITS:
            value = UNITS[word]
            # "soixante-quinze", "quatre-vingt-dix", "dix-sept": a number may only be followed by a smaller one.
            teen = last in (60, 80, 10) or last >= 100
            if value >= last or (last < 20 and last != 10) or (value > 9 and not teen):
                return None
            current += value
            last = value
        elif word in TENS or word == "vingts":
            value = TENS["vingt" if word == "vingts" else word]
            if value == 20 and last == 4:
                current += 76
                last = 80
                continue
            if last <= value:
                return None
            current += value
            last = value
        elif word in ("cent", "cents"):
            if last < 10 and current % 10 != 0 and current < 10:
                current *= 100
            elif current == 0:
                current = 100
            else:
                return None
            last = 100
        elif word == "mille":
            if total:
                return None
            total = (current or 1) * 1000
            current = 0
            last = 1000
        else:
            return None
    return total + current


def from_digits(digits: str) -> float:
    """Value of a numeral in digits: "1.500" and "1 500" are 1500, "3,5" and "3.5" are 3.5."""
    if _GROUPED.fullmatch(digits):
        return float(digits.replace(" ", "").replace(".", "").replace(",", "."))
    return float(digits.replace(",", "."))


def value(numeral: str) -> float | None:
    """Value of a numeral in digits or words (lower case, plain spaces), or None."""
    if numeral[:1].isdigit():
        return from_digits(numeral)
    return from_words(numeral)


def from_roman(roman: str) -> int | None:
    """Value of a roman numeral up to 39 (lower case), None when it is none."""
    if not re.fullmatch(r"x{0,3}(?:ix|iv|v?i{0,3})", roman) or not roman:
        return None
    digits = [ROMAN[letter] for letter in roman]
    return sum(-d if following > d else d for d, following in zip(digits, [*digits[1:], 0], strict=True))
