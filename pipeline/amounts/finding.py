"""Sums of money, and shares of a capital, in French text: where they stand, value, currency (ISO 4217), bound.

Pure functions on text. A number is an amount only with a currency, told or clearly carried on ("3 millions de
personnes" is none), or as a share of a firm's capital ("10 % du capital": currency ``%``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline import numbers
from pipeline.amounts.currency_words import (
    ABOUT,
    ABOUT_VERBS,
    AT_LEAST,
    AT_LEAST_VERBS,
    AT_MOST,
    AT_MOST_VERBS,
    CODES,
    COUNTED,
    DOLLARS,
    INCOMES,
    KINDS_OF_MONEY,
    MONEY_CUES,
    NAMES,
    SHORT_SCALES,
    SIGNS,
    STAKE_CUES,
)
from pipeline.dates.calendar_words import YEAR_FOLLOWERS
from pipeline.schema import Amount

Bound = Literal["about", "min", "max"]
Period = Literal["year", "month", "week", "day"]

REACH = 1500
"""So many characters after a sum with its currency, "60 millions" alone is one of the same currency."""


@dataclass(frozen=True)
class AmountMention:
    """A sum, ``text[start:end]``: number, scale and currency, both ends of a range; without "près de", "plus de"."""

    start: int
    end: int
    amount: Amount


@dataclass(frozen=True)
class _Quantity:
    """A number with its scale, and the currency right after (or before) it."""

    start: int
    number_end: int
    end: int
    number: float
    scale: int
    about: bool
    currency: str | None = None
    money: bool = False

    @property
    def value(self) -> float:
        return _exact(self.number, self.scale)


_PLAIN = str.maketrans(
    {"’": "'", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "‑": "-", "–": "-", "—": "-", "−": "-"}
)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


def _cues(words: Iterable[str]) -> str:
    """Cues that stand before a number, elided too: "plus de", "plus d'"."""
    return re.sub(r"(?:\\ )de(?=[|)])", r"\\ (?:de|d')", _any(words))


def _plural(name: str) -> str:
    return " ".join(w if w == "cfa" or w.endswith(("s", "x")) else rf"{w}s?" for w in name.split())


_LONG_SCALES = {"mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}
_SCALES = _LONG_SCALES | {f"{name}s": size for name, size in _LONG_SCALES.items()} | SHORT_SCALES
_COLLECTIVE = (
    rf"(?:une?|la|le|{numbers.WORDS}) (?:bonne |petite |grosse )?(?P<half_collective>demi-)?"
    rf"(?P<collective>{'|'.join(numbers.COLLECTIVES)})s?"
)
_QUANTITY = re.compile(
    rf"(?<![\w,.])(?:(?:(?:un |une |le )?(?P<half>demi)[ -](?=m))|(?P<counted>{_COLLECTIVE})(?: (?=d)|(?= ))"
    rf"|(?P<digits>{numbers.DIGITS})(?![\d]) ?|(?P<words>{numbers.WORDS}) )"
    rf"(?:(?:de |d')?(?P<scale>{_any(_SCALES)})(?![a-zà-ÿ\d])(?P<and_half> et demie?\b)?)?"
)
_DOLLAR = "|".join(rf"{word}(?:e?s)?" if len(word) > 2 else word for word in sorted(DOLLARS, key=len, reverse=True))
_NAME = "|".join(_plural(name) for name in sorted(NAMES, key=lambda name: (-len(name), name)))
_CURRENCY = re.compile(
    rf" ?(?:de |d')?(?:(?P<dollar>dollars? (?:{_DOLLAR}))(?!\w)|(?P<name>{_NAME})(?!\w)"
    rf"|(?P<code>{_any(code.lower() for code in CODES)})(?!\w)|(?P<sign>{_any(SIGNS)})(?!\w))(?P<and_half> et demie"
    rf"?\b)?"
)
_SIGN_BEFORE = re.compile(rf"(?<![\w]){_any(SIGNS)} ?$")
_LINK = re.compile(r"(?P<plain> ?-(?:à-)? ?| à | ou | voire | et )")
_OPEN = re.compile(r"(?<!\w)(?:(?P<between>entre )|(?P<of>de ))$")
_BOUNDS: tuple[tuple[Bound, tuple[str, ...], str], ...] = (
    ("about", ABOUT, ABOUT_VERBS),
    ("max", AT_MOST, AT_MOST_VERBS),
    ("min", AT_LEAST, AT_LEAST_VERBS),
)
_BEFORE: tuple[tuple[Bound, re.Pattern[str]], ...] = tuple(
    (bound, re.compile(rf"(?<!\w)(?:{_cues(words)}|{verbs})(?: la somme de| un montant de)? ?$"))
    for bound, words, verbs in _BOUNDS
)
_AFTER: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("about", re.compile(r" (?:environ|à peu près)\b")),
    ("min", re.compile(r" (?:au moins|(?:au )?minimum|(?:et|ou) plus)\b")),
    ("max", re.compile(r" (?:(?:tout )?au plus|(?:au )?maximum)\b")),
)
_PERIOD = re.compile(
    rf" ?(?:d(?:e |')(?:{INCOMES}) )?(?:(?:bruts?|nets?|hors taxes|ht|ttc|en moyenne|environ) )?(?:"
    r"(?P<year>par an(?:née)?\b|annuel(?:le)?s?\b|l'an\b|/ ?an\b|chaque année\b|à l'année\b)"
    r"|(?P<month>par mois\b|mensuel(?:le)?s?\b|/ ?mois\b|chaque mois\b|le mois\b)"
    r"|(?P<week>par semaine\b|hebdomadaires?\b|/ ?semaine\b|chaque semaine\b)"
    r"|(?P<day>par jour\b|quotidien(?:ne)?s?\b|journali(?:er|ère)s?\b|/ ?jour\b|chaque jour\b))"
)
_PERCENT = re.compile(
    rf"(?<![\w,.])(?P<x>(?:(?P<low>\d+(?:[.,]\d+)?)(?: ?%)?(?: ?- ?| à | et ))?(?P<high>\d+(?:[.,]\d+)?"
    rf"|{numbers.WORDS})"
    r" ?(?:%|pour cent|pourcents?)"
    r"(?P<capital> (?:du|de son|de leur|de ce|dans le|au) capital\b(?! (?:risque|humain))"
    r"| (?:des|de ses|de leurs|de ces|du total des) (?:parts(?! de marché)|actions|titres|droits de vote)\b)?)"
)
_OF_MONEY = re.compile(rf" d(?:e |')(?:nouve(?:lles|aux) )?(?:{KINDS_OF_MONEY})\b")
_OF_FIRM = re.compile(r" (?:de |d'|du |des |dans )(?:l'|la |le )?(?=(?P<name>.))")


def find(text: str) -> list[AmountMention]:
    """Every sum of money and every share of a capital in ``text``, in order, without overlaps.

    The value is in units of the currency: "3,5 Md€" is 3,500,000,000 EUR. A range has ``high``; "plus de" gives the
    bound ``min``, "près de" ``about``, "jusqu'à" ``max``; "par an" gives ``per``. A number of millions without a
    currency is an amount where a sum stands shortly before it (of that currency) or a verb of money governs it
    ("lever 60 millions", currency None), never before "de" and what is counted.
    """
    low = _plain(text)
    mentions = sorted([*_sums(low, text), *_shares(low, text)], key=lambda mention: mention.start)
    return [m for i, m in enumerate(mentions) if i == 0 or m.start >= mentions[i - 1].end]


def _plain(text: str) -> str:
    """Lower case, plain apostrophes, dashes and spaces, of the same length."""
    text = re.sub(r"(?<!\n)\n(?!\s)", " ", text.translate(_PLAIN))
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _exact(number: float, scale: int) -> float:
    """The product without the noise of binary fractions: 1.15 million is 1,150,000."""
    return float(round(number * scale, 2))


def _quantities(low: str, text: str) -> Iterator[_Quantity]:
    for match in _QUANTITY.finditer(low):
        number = _number(match)
        if number is None:
            continue
        scale_word = match["scale"]
        scale = _SCALES[scale_word] if scale_word else 1
        if match["and_half"]:
            number += 0.5
        end = match.end() - (low[match.end() - 1] == " ")
        start, currency, money, after = match.start(), None, False, end
        told = _CURRENCY.match(low, end)
        if told and told["code"] and not text[told.start("code") : told.end("code")].isupper():
            told = None
        if told and not _is_counted(told, low, scale):
            currency, money, after = _code(told, low), True, told.end()
            number += 0.5 / scale if told["and_half"] else 0
        before = _SIGN_BEFORE.search(low[max(0, start - 4) : start])
        if not money and before:
            currency, money = SIGNS[before[0].strip()], True
            start -= len(before[0])
        if scale_word in SHORT_SCALES and not money:
            continue
        yield _Quantity(start, end, after, number, scale, bool(match["counted"]), currency, money)


def _number(match: re.Match[str]) -> float | None:
    if match["half"]:
        return 0.5
    if match["counted"]:
        count = match["counted"].split()[0]
        times = 1 if count in ("un", "une", "la", "le") else numbers.from_words(count)
        if times is None:
            return None
        return times * numbers.COLLECTIVES[match["collective"]] * (0.5 if match["half_collective"] else 1)
    if match["digits"]:
        return numbers.from_digits(match["digits"])
    return numbers.from_words(match["words"])


def _code(told: re.Match[str], low: str) -> str | None:
    if told["name"] in ("franc", "francs"):
        return "CHF" if "suisse" in low else "XOF" if "cfa" in low else "FRF"
    if told["dollar"]:
        word = told["dollar"].split(" ", 1)[1]
        return next(code for name, code in DOLLARS.items() if word in (name, f"{name}s", f"{name}es", f"{name}e"))
    if told["name"]:
        return next(code for name, code in NAMES.items() if re.fullmatch(_plural(name), told["name"]))
    return told["code"].upper() if told["code"] else SIGNS[told["sign"]]


def _is_counted(told: re.Match[str], low: str, scale: int) -> bool:
    """ "10.000 livres vendus" are books, "trois couronnes" are of flowers: names of things that are money too."""
    name = (told["name"] or "").rstrip("s")
    if name not in COUNTED:
        return False
    return (scale < 10**6 and "sterling" not in low) or COUNTED[name].match(low, told.end()) is None


def _sums(low: str, text: str) -> Iterator[AmountMention]:
    quantities = list(_quantities(low, text))
    carried: tuple[int, str | None] = (-REACH, None)
    skip = -1
    for index, quantity in enumerate(quantities):
        if index <= skip:
            continue
        first, last = quantity, quantity
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        link = _LINK.fullmatch(low[first.end : following.start]) if following else None
        opened = _OPEN.search(low[max(0, first.start - 8) : first.start])
        if following and link and _is_range(link[0].strip(), opened, first, following):
            last, skip = following, index + 1
        elif following and link and _shares_scale(link[0].strip(), first, following):
            first = last = replace(
                first, scale=following.scale, end=first.number_end, currency=following.currency, money=True
            )
        currency = last.currency if last.money else first.currency
        if not (first.money or last.money):
            if not _is_bare_sum(last, low):
                continue
            if first.start - carried[0] <= REACH:
                currency = carried[1]
            elif MONEY_CUES.search(low[max(0, first.start - 60) : first.start]) or _counts_money(last, low):
                currency = _told_later(last, quantities[index + 1 :])
            else:
                continue
        yield _mention(first, last, currency, opened, low)
        if first.money or last.money:
            carried = (last.end, currency)


def _shares_scale(link: str, first: _Quantity, last: _Quantity) -> bool:
    """ "respectivement 2 et 3 millions d'euros": two sums, the first by the scale and currency of the second."""
    short = first.scale == 1 and not first.money and first.number < 1000
    return link in ("et", "ou") and short and last.money and last.scale > 1


def _is_range(link: str, opened: re.Match[str] | None, first: _Quantity, last: _Quantity) -> bool:
    if first.money and not last.money:
        return False
    if first.money and first.currency != last.currency:
        return False
    low_end = _lower(first, last)
    if low_end >= last.value or last.value > 1000 * low_end:
        return False
    if link == "et":
        return bool(opened and opened["between"])
    if link in ("ou", "voire"):
        return not first.money
    if link == "à":
        return bool(opened) or not first.money or first.scale == last.scale
    return True


def _lower(first: _Quantity, last: _Quantity) -> float:
    """The lower end of a range: "2 à 3 millions" counts both in millions, "500 000 à 1 million" does not."""
    shared = first.scale == 1 and not first.money and last.scale > 1 and first.number < last.number
    return _exact(first.number, last.scale) if shared else first.value


def _is_bare_sum(quantity: _Quantity, low: str) -> bool:
    """Millions or milliards that count nothing told after them."""
    follower = re.match(r" ([^\W\d_]+)(?:'(\w+))?", low[quantity.end : quantity.end + 40])
    if quantity.scale < 10**6:
        return False
    if follower is None:
        return True
    if follower[1] in ("de", "d"):
        return follower[2] in ("ici", "abord", "un", "une") or _counts_money(quantity, low)
    return follower[1] in YEAR_FOLLOWERS


def _counts_money(quantity: _Quantity, low: str) -> bool:
    """ "100 milliards d'enveloppe": a sum whatever stands before it."""
    return _OF_MONEY.match(low, quantity.end) is not None


def _told_later(quantity: _Quantity, following: list[_Quantity]) -> str | None:
    """The currency of the same sum where it is told further on: "les 100 milliards", then "100 milliards d'euros"."""
    for later in following:
        if later.start - quantity.end > REACH:
            return None
        if later.money and later.value == quantity.value:
            return later.currency
    return None


def _mention(
    first: _Quantity, last: _Quantity, currency: str | None, opened: re.Match[str] | None, low: str
) -> AmountMention:
    start, end = first.start, last.end
    high = None
    value = last.value
    if first is not last:
        value, high = _lower(first, last), last.value
        start -= len(opened[0]) if opened else 0
    before, after = low[max(0, start - 40) : start], low[end : end + 40]
    bound = _bound(before) or next((name for name, cue in _AFTER if cue.match(after)), None)
    if bound is None and first.about:
        bound = "about"
    amount = Amount(value=value, currency=currency, high=high, bound=bound, per=_period(after))
    return AmountMention(start, end, amount)


def _bound(before: str) -> Bound | None:
    """What the words before a sum say of it; the longest cue holds: "pas moins de" is no "moins de"."""
    cues = [(match.start(), name) for name, cue in _BEFORE if (match := cue.search(before))]
    return min(cues)[1] if cues else None


def _period(after: str) -> Period | None:
    match = _PERIOD.match(after)
    if match is None:
        return None
    periods: tuple[Period, ...] = ("year", "month", "week", "day")
    return next((period for period in periods if match[period]), None)


def _shares(low: str, text: str) -> Iterator[AmountMention]:
    for match in _PERCENT.finditer(low):
        number = numbers.value(match["high"])
        start, end = match.span("x")
        before, after = low[max(0, start - 45) : start], low[end : end + 30]
        if number is None or number > 100:
            continue
        if not match["capital"]:
            firm = _OF_FIRM.match(after)
            named = firm is not None and text[end + firm.end() : end + firm.end() + 1].isupper()
            told = STAKE_CUES.search(before)
            if told is None or not (named or told["stake"]):
                continue
        low_end = numbers.value(match["low"]) if match["low"] else None
        opened = _OPEN.search(low[max(0, start - 8) : start]) if low_end is not None else None
        start -= len(opened[0]) if opened else 0
        before = low[max(0, start - 40) : start]
        bound = _bound(before)
        value, high = (number, None) if low_end is None else (low_end, number)
        yield AmountMention(start, end, Amount(value=value, currency="%", high=high, bound=bound))
