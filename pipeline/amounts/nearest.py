"""Which of several sums is a happening's: the nearest in its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.amounts.finding import AmountMention
from pipeline.amounts.measures import belongs_elsewhere
from pipeline.schema import Amount


def nearest(sums: Iterable[AmountMention], text: str, sentence: tuple[int, int], at: int) -> Amount | None:
    """The sum of money nearest to the character ``at`` within a sentence, none that measures something else."""
    first, last = sentence
    money = [s for s in sums if first <= s.start < last and s.amount.currency not in (None, "%")]
    own = [s for s in money if not belongs_elsewhere(text, s.start)]
    return min(own, key=lambda s: (abs(s.start - at), s.start)).amount if own else None
