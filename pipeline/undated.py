"""What is likely the date of a happening beside which none is told: candidates, and what speaks for each.

Of an article's news the day is told once, of other happenings the month is all that is known, and many have no date
that the article lets tell. Which of these holds is learned from annotated articles (`training/dates.py`): a choice by
the sum of weights, those of the words around the happening and those of the parser's view of its word and its verb.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pipeline import shipped
from pipeline.certainty.verbgroup import verb_group
from pipeline.dates import edtf
from pipeline.news_day import ELSEWHEN
from pipeline.parsed import Token
from pipeline.vectors import are_known

NAME: Final = "press_dates"
FILE: Final = "weights.json"
CHOICES: Final = ("none", "news", "news month", "day", "month", "year", "beside", "before")
"""No date; the day of the news and its month; the article's day, month and year; a date told in the same sentence of
something else, the last date told before."""
MARGIN: Final = 0.3
"""By how much another date must be likelier than the one of :mod:`pipeline.news_day`."""
_NOTHING: Final = (0.0,) * len(CHOICES)
_WEEK: Final = 6
_MONTH: Final = 31
_RECENT: Final = 2
_TITLE, _LEAD, _EARLY, _MIDDLE = 0, 1, 4, 11
_WORDS: Final = ELSEWHEN | frozenset(
    "qui dont que où après avant comme finalement désormais également aussi notamment enfin selon suite".split()
)


Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Place:
    """Where a happening without a date is told."""

    trigger: Token
    clause: Token
    kind: str
    state: str
    """Polarity, modality and status in one word."""
    incise: bool
    quoted: bool
    sentence: int
    """Its number, counted from 1 behind the title."""
    news: str | None
    rule: str | None
    """What :mod:`pipeline.news_day` says."""
    today: str | None
    beside: tuple[str, ...]
    """The dates of the sentence."""
    before: str | None
    """The last date told before, and how many sentences back."""
    back: int


def candidates(place: Place) -> dict[str, str | None]:
    """The choices that there are at a place, each with its date."""
    found: dict[str, str | None] = {"none": None}
    if place.news is not None:
        found |= {"news": place.news, "news month": place.news[:7]}
    if place.today is not None:
        for name, length in (("day", 10), ("month", 7), ("year", 4)):
            if len(place.today) >= length:
                found[name] = place.today[:length]
    if place.beside and "/" not in place.beside[0]:
        found["beside"] = place.beside[0]
    if place.before is not None and "/" not in place.before:
        found["before"] = place.before
    return found


def features(place: Place) -> Iterator[str]:
    """What is seen at a place, in words."""
    group = verb_group(place.clause)
    kind, tense = place.kind, group.tense + (" perfect" if group.perfect else "")
    yield "always"
    for name, value in (
        ("tense", tense),
        ("part", place.trigger.pos_),
        ("clause", place.clause.dep_),
        ("trigger", place.trigger.dep_),
        ("state", place.state),
        ("word", place.trigger.lemma_.lower()),
        ("verb", place.clause.lemma_.lower()),
        ("news", _age(place.news, place.today)),
        ("rule", str(len(place.rule or ""))),
        ("place", _place(place.sentence)),
        ("beside", str(min(2, len(place.beside)))),
        ("before", _before(place)),
    ):
        yield f"{name} {value}"
        if name in {"tense", "rule", "place", "news", "part"}:
            yield f"{name} {value} {kind}"
    yield f"kind {kind}"
    if place.incise:
        yield "incise"
        yield f"incise {kind}"
    if place.quoted:
        yield "quoted"
    root = verb_group(place.trigger.sent.root)
    yield f"root {root.tense}{' perfect' if root.perfect else ''}"
    yield f"root {'itself' if place.trigger.sent.root.i == place.clause.i else 'other'}"
    for child in place.trigger.children:
        if child.dep_ in {"det", "case", "amod", "mark"}:
            yield f"{child.dep_} {child.lower_}"
    for child in place.clause.children:
        if child.lower_ in _WORDS:
            yield f"near {child.lower_}"


def _place(sentence: int) -> str:
    if sentence <= _TITLE:
        return "title"
    if sentence <= _LEAD:
        return "lead"
    return "early" if sentence <= _EARLY else "middle" if sentence <= _MIDDLE else "late"


def _before(place: Place) -> str:
    if place.before is None:
        return "nothing"
    back = "here" if place.back == 0 else "near" if place.back <= _RECENT else "far"
    return f"{_age(place.before, place.today)} {back}"


def _age(value: str | None, today: str | None) -> str:
    """How old a date is, as seen from the day of the article."""
    if value is None or today is None:
        return "none" if value is None else "undated"
    if value in (today, today[:7], today[:4]):
        return f"same {len(value)}"
    if "/" in value:
        return "span"
    days = _days(value, today)
    if days is None:
        return {4: "year", 7: "month"}.get(len(value), "other")
    if days < 0:
        return "coming"
    return "yesterday" if days == 1 else "week" if days <= _WEEK else "weeks" if days <= _MONTH else "old"


def _days(value: str, today: str) -> int | None:
    mine, theirs = edtf.parse(value), edtf.parse(today)
    one: date | None = mine.as_date() if mine else None
    other: date | None = theirs.as_date() if theirs else None
    return (other - one).days if one is not None and other is not None else None


@dataclass(frozen=True)
class Weights:
    """What each thing that is seen says for each of :data:`CHOICES`."""

    words: Mapping[str, Sequence[float]]
    """By the name of a feature."""
    context: Floats
    """By the numbers of :func:`context`."""


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Those of `models/press_dates`, read once; raises `UsageError` where there are none."""
    told = json.loads((shipped.folder(NAME, FILE) / FILE).read_text(encoding="utf-8"))
    return Weights(told["words"], np.array(told["context"], dtype=np.float32))


def context(place: Place) -> Floats:
    """The parser's view of the word that tells the happening and of the verb of its clause."""
    tensor = place.trigger.doc.parse.tensor
    return np.concatenate([tensor[place.trigger.i], tensor[place.clause.i]])


def likely(
    options: Mapping[str, str | None], words: Iterable[str], seen: Floats, known: Weights
) -> dict[str | None, float]:
    """How likely each date is that of the happening; the sum is 1.

    Args:
        options: see :func:`candidates`.
        words: see :func:`features`.
        seen: see :func:`context`.
        known: what was learned.
    """
    total = seen @ known.context
    for word in words:
        total = total + np.array(known.words.get(word, _NOTHING))
    scores = {name: float(total[CHOICES.index(name)]) for name in options}
    most = max(scores.values())
    parts = {name: math.exp(score - most) for name, score in scores.items()}
    found: dict[str | None, float] = dict.fromkeys(options.values(), 0.0)
    for name, part in parts.items():
        found[options[name]] += part / sum(parts.values())
    return found


def decide(chances: Mapping[str | None, float], rule: str | None) -> str | None:
    """The date of the rules, unless another one is likelier by :data:`MARGIN`."""
    best = max(chances, key=lambda day: (chances[day], day or ""))
    return best if chances[best] - chances.get(rule, 0.0) >= MARGIN else rule


def choose(place: Place, rule: str | None) -> str | None:
    """The date of a happening that is told without one, where the rules say ``rule``.

    Always that of the rules in a Doc of another spaCy model than the one that the weights were learned with.
    """
    known, tensor = weights(), place.trigger.doc.parse.tensor
    if tensor.ndim != 2 or 2 * tensor.shape[1] != len(known.context) or not are_known(place.trigger.doc.vocab):
        return rule
    return decide(likely(candidates(place), features(place), context(place), known), rule)
