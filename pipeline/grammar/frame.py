"""What a verb takes, as the constructions fill it in: function → heads of noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Frame:
    """What a verb takes: function → indices of the heads of its noun phrases; and by which construction."""

    construction: str = "active"
    functions: dict[str, list[int]] = field(default_factory=dict)
    surface: set[str] = field(default_factory=set)
    """The functions that the surface path found."""
    reflexive: bool = False
    voice: str = "active"
    """active, passive (with an auxiliary) or participle (without one)."""

    alone: bool = False
    """Whether the subject counts without those coordinated with it ("par A (51 %) et B (49 %)")."""

    def add(self, function: str, index: int) -> None:
        """Add a filler's head to a function, once."""
        slot = self.functions.setdefault(function, [])
        if index not in slot:
            slot.append(index)
