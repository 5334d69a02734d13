"""How often claims of this kind were right on annotated text: a number for every claim.

The figures are counts kept as data (``confidence.json``, written by ``python -m pipeline eval GOLD --keep``): how many
claims of a type by a construction, and with a mention of a form as its weakest argument, were right and how many were
judged. Cells are small, so each is drawn towards what its type, its construction and its weakest mention lead to
expect: their log-odds are added as in a naive Bayes classifier, and the cell's own counts outweigh that expectation
the more there are (a beta prior that weighs as much as :data:`STRENGTH` claims).
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.schema import MentionForm

DATA = Path(__file__).parent / "confidence.json"
STRENGTH = 6.0
"""Claims that an expectation weighs as much as."""
UNKNOWN = 0.5
"""The confidence of any claim where nothing was measured."""

_WEAKER: tuple[MentionForm, ...] = ("name", "possessive", "description", "pronoun")


@dataclass(frozen=True)
class Judged:
    """A claim of an annotated article: what it was made by, and whether it was right."""

    type: str
    construction: str
    forms: tuple[MentionForm, ...]
    right: bool


def weakest(forms: Iterable[MentionForm]) -> MentionForm:
    """The form of a claim's arguments that tells least surely who is meant."""
    return max(forms, key=_WEAKER.index, default="name")


def count(claims: Iterable[Judged]) -> dict[str, dict[str, object]]:
    """The data of :data:`DATA`: ``[right, judged]`` for each type and construction, and for each weakest form."""
    cells: defaultdict[str, defaultdict[str, Counter[bool]]] = defaultdict(lambda: defaultdict(Counter))
    forms: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for claim in claims:
        cells[claim.type][claim.construction][claim.right] += 1
        forms[weakest(claim.forms)][claim.right] += 1
    return {
        "claims": {t: {c: _pair(n) for c, n in sorted(made.items())} for t, made in sorted(cells.items())},
        "forms": {form: _pair(n) for form, n in sorted(forms.items())},
    }


def keep(claims: Iterable[Judged]) -> None:
    """Write the counts of claims to :data:`DATA`, a type a line."""
    groups = [
        f"{json.dumps(name)}: {{\n" + ",\n".join(f" {json.dumps(k)}: {json.dumps(v)}" for k, v in cells.items()) + "\n}"
        for name, cells in count(claims).items()
    ]
    DATA.write_text("{" + ",\n".join(groups) + "}\n", encoding="utf-8")


def _pair(counted: Mapping[bool, int]) -> list[int]:
    return [counted.get(True, 0), counted.get(True, 0) + counted.get(False, 0)]


def of_claim(type_: str, construction: str, forms: Sequence[MentionForm]) -> float:
    """The confidence of a claim, between 0 and 1."""
    return _table().confidence(type_, construction, weakest(forms))


@lru_cache(maxsize=1)
def _table() -> Table:
    return Table(json.loads(DATA.read_text(encoding="utf-8")) if DATA.is_file() else {"claims": {}, "forms": {}})


class Table:
    """Counts with the ratios made of them; ``data`` is what :func:`count` gives."""

    def __init__(self, data: Mapping[str, Mapping[str, object]]) -> None:
        self._cells: dict[tuple[str, str], tuple[int, int]] = {}
        types: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        constructions: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for type_, made in data["claims"].items():
            assert isinstance(made, Mapping)
            for construction, (right, judged) in made.items():
                self._cells[type_, construction] = right, judged
                types[type_].append((right, judged))
                constructions[construction].append((right, judged))
        self._base = _share(self._cells.values(), UNKNOWN)
        self._types = {name: _share(cells, self._base) for name, cells in types.items()}
        self._constructions = {name: _share(cells, self._base) for name, cells in constructions.items()}
        self._forms = {form: _share([_cell(cell)], self._base) for form, cell in data["forms"].items()}
        self._known: dict[tuple[str, str, MentionForm], float] = {}

    def confidence(self, type_: str, construction: str, form: MentionForm) -> float:
        """The share that is to be expected right, from 0 to 1, to three places."""
        key = type_, construction, form
        if key not in self._known:
            self._known[key] = round(self._expected(type_, construction, form), 3)
        return self._known[key]

    def _expected(self, type_: str, construction: str, form: MentionForm) -> float:
        base = _log_odds(self._base)
        odds = base + sum(
            _log_odds(shares.get(name, self._base)) - base
            for shares, name in (
                (self._types, type_),
                (self._constructions, construction),
                (self._forms, form),
            )
        )
        prior = 1 / (1 + math.exp(-odds))
        right, judged = self._cells.get((type_, construction), (0, 0))
        return (right + STRENGTH * prior) / (judged + STRENGTH)


def _cell(value: object) -> tuple[int, int]:
    assert isinstance(value, Sequence)
    return value[0], value[1]


def _share(cells: Iterable[tuple[int, int]], prior: float) -> float:
    every = list(cells)
    return (sum(right for right, _ in every) + STRENGTH * prior) / (sum(judged for _, judged in every) + STRENGTH)


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))
