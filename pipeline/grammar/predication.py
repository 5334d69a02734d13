"""What a construction yields: a word of a rule with its slots filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.grammar.context import Context, Filler
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
    sides: dict[tuple[str, int], str] = field(default_factory=dict)
    """(slot, first token of a filler) → the function that gave it."""
    posts: list[Word] = field(default_factory=list)
    """For a word that takes a post: the role nouns found there."""
    post: int | None = None
    object: tuple[int, int] | None = None
    """Tokens of the thing launched, published or bought that is no entity."""
    amount: bool = False
    """Whether a sum of money stands beside the trigger, for words that need one ("verser", "lever")."""
    of_part: bool = False
    """Whether a body was named by a mere part of it ("la rédaction de X")."""
    left_open: dict[str, list[Filler]] = field(default_factory=dict)
    """Roles of the event that the clause leaves to the article: a body named earlier."""
    copied: frozenset[str] = frozenset()
    """Roles whose filler has another role too: who dismisses is whom one leaves."""
    surface: bool = False
    """Whether a slot was filled by the surface path."""

    def fill(self, slot: str, fillers: list[Filler], function: str) -> None:
        """Add fillers that a function of the word gives to a slot."""
        self.fills.setdefault(slot, []).extend(fillers)
        for filler in fillers:
            self.sides.setdefault((slot, filler.start), function)

    def entities(self, slot: str) -> frozenset[int]:
        """The entities that fill a slot."""
        return frozenset(e for filler in self.fills.get(slot, ()) for e in filler.entities)

    def told(self, slot: str) -> list[Filler]:
        """What fills a slot, in the clause or, where it leaves that open, in the article."""
        return self.fills.get(slot) or self.left_open.get(slot, [])

    def opposed(self, slot: str, one: Filler, other: Filler) -> bool:
        """Whether two fillers of a slot deal with each other.

        In "A signe avec B et C", A does with B and with C; in "A et B s'allient" the two do; of those "avec" whom
        nobody named deals, none does with another.
        """
        functions = {function for (name, _), function in self.sides.items() if name == slot}
        mine, theirs = self.sides.get((slot, one.start)), self.sides.get((slot, other.start))
        return mine != theirs if len(functions) > 1 else mine != "avec"


def copy_roles(result: Predication, context: Context) -> None:
    """Fill a role that nothing else filled with the filler of another one ("organisation = ["de", "= dismisser"]")."""
    for slot, functions in result.word.slots.items():
        for function in functions:
            if not function.startswith("= ") or result.fills.get(slot):
                continue
            kinds = context.ontology.rules[result.word.rule].roles[slot]
            fillers = result.fills.get(function[2:], [])
            if fillers and all(context.kind(e) in kinds for f in fillers for e in f.entities):
                result.fills[slot] = list(fillers)
                result.copied |= {slot}
