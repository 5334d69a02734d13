"""What a construction yields: a word of a rule with its slots filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.grammar.context import Filler
from pipeline.ontology import Word


@dataclass
class Predication:
    """A word of the ontology found in a text, with what fills its slots."""

    word: Word
    trigger: int
    """Index of the token that is assessed for certainty (the verb, the noun)."""
    start: int
    end: int
    """Tokens of the trigger words, end exclusive."""
    construction: str
    fills: dict[str, list[Filler]] = field(default_factory=dict)
    posts: list[Word] = field(default_factory=list)
    """For a word that takes a post: the role nouns found there."""
    post: int | None = None
    object: tuple[int, int] | None = None
    """Tokens of the thing launched, published or bought that is no entity."""
    amount: bool = False
    """Whether a sum of money stands beside the trigger, for words that need one ("verser", "lever")."""
    surface: bool = False
    """Whether a slot was filled by the surface path."""
