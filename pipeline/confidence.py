"""How often claims of this kind were right on annotated text: a number for every claim.

Log-odds are added: of its type, its construction, the form of its weakest argument, its polarity and modality, and of
how likely the network finds it. The weights are a logistic regression, with a ridge that draws rare
kinds towards the others (Hosmer and Lemeshow 1989; le Cessie and van Houwelingen 1992), over the claims on annotated
articles; `python -m pipeline eval GOLD --keep` fits them and keeps them as data (``confidence.json``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.schema import MentionForm, Modality, Polarity

DATA = Path(__file__).parent / "confidence.json"
UNKNOWN = 0.5
"""The confidence of any claim where nothing was measured."""
LEAST: Final = 0.35
"""What only the network tells, and is less sure than that, is not told: on annotated articles, where precision and
recall of relations are best together. What a rule reads in so many words is always told."""
LEARNED: Final = "learned"
"""The construction of what the network told and no rule."""
RIDGE: Final = 8.0

_WEAKER: tuple[MentionForm, ...] = ("name", "possessive", "description", "pronoun")
_SURE: Final = 0.99
"""Beyond it one likelihood tells no more than another."""
_STEPS: Final = 30

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Told:
    """What the confidence of a claim follows from."""

    type: str
    construction: str
    forms: tuple[MentionForm, ...]
    """Of its arguments."""
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    likelihood: float | None = None
    """How likely the network finds it; None where it did not read the article."""


@dataclass(frozen=True)
class Judged:
    """A claim of an annotated article, and whether it was right."""

    told: Told
    right: bool


def weakest(forms: Iterable[MentionForm]) -> MentionForm:
    """The form of a claim's arguments that tells least surely who is meant."""
    return max(forms, key=_WEAKER.index, default="name")


def features(told: Told) -> dict[str, float]:
    """The claim as the regression sees it."""
    found = {
        "any": 1.0,
        f"type {told.type}": 1.0,
        f"construction {told.construction}": 1.0,
        f"form {weakest(told.forms)}": 1.0,
        f"state {told.polarity} {told.modality}": 1.0,
    }
    if told.likelihood is not None:
        odds = _log_odds(min(max(told.likelihood, 1 - _SURE), _SURE)) / 2
        who = "network" if told.construction == LEARNED else "rule"
        found |= {f"odds {who}": odds, f"odds {told.type}": odds, f"{who} {told.type}": 1.0}
    return found


def fit(claims: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """The data of :data:`DATA`: weights where the network read along, and, of the rules' claims, where it did not."""
    alone = [Judged(replace(c.told, likelihood=None), c.right) for c in claims if c.told.construction != LEARNED]
    judged = [claim for claim in claims if claim.told.likelihood is not None]
    return {"with network": _regression(judged), "rules alone": _regression(alone)}


def _regression(claims: Sequence[Judged]) -> dict[str, float]:
    """Weights by Newton's method, to three places; none where there are no claims."""
    rows = [features(claim.told) for claim in claims]
    names = sorted({name for row in rows for name in row})
    if not names:
        return {}
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    right = np.array([float(claim.right) for claim in claims])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + RIDGE * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def keep(claims: Sequence[Judged]) -> None:
    """Fit the weights to claims and write them to :data:`DATA`, a weight a line; what no claim tells of stays."""
    kept = {name: weights or _data()[name] for name, weights in fit(claims).items()}
    DATA.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def of(told: Told) -> float:
    """The confidence of a claim, between 0 and 1, to three places."""
    return round(sure(_data()["rules alone" if told.likelihood is None else "with network"], told), 3)


def sure(weights: Weights, told: Told) -> float:
    """The share that is to be expected right by some weights, :data:`UNKNOWN` by none."""
    if not weights:
        return UNKNOWN
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features(told).items())))


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Weights]:
    if not DATA.is_file():
        return {"with network": {}, "rules alone": {}}
    found: Mapping[str, Weights] = json.loads(DATA.read_text(encoding="utf-8"))
    return found


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))
