"""In which order and how fast the networks of this project learn: shuffled batches, a rate that rises and falls."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

_LEAST = 1e-3
"""Share of the rate that is left at the end."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Schedule:
    """The greatest rate, the share of the steps in which it is reached (it falls from there), and items at a step."""

    rate: float
    warm: float
    at_once: int

    def steps(self, items: Sequence[Item], epochs: int, seed: int) -> Iterator[tuple[int, float, list[Item]]]:
        """For each step its epoch (from 1), its rate and its items, in an order that only the seed decides."""
        shuffler = random.Random(seed)
        order = list(items)
        total, step = epochs * -(-len(order) // self.at_once), 0
        for epoch in range(1, epochs + 1):
            shuffler.shuffle(order)
            for start in range(0, len(order), self.at_once):
                step += 1
                share = step / total
                rate = self.rate * min(share / self.warm, (1 - share) / (1 - self.warm) + _LEAST)
                yield epoch, rate, order[start : start + self.at_once]
