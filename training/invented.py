"""Names that nobody bears, so that the model learns the words around a name and not the name.

Words are spelt by a chain of letters that is learned from the names of the corpus; organisations' and products' names
are composed of them in the forms of the press: sigles, inner capitals, surnames, legal forms, words of the language.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from pipeline.ner import first_names

ORDER = 3
_VOWELS = frozenset("aeiouyàâäéèêëîïôöûüh")
_BEFORE = ("Groupe", "Open", "Banque", "Studio", "Maison", "Radio", "Air", "Club", "Editions", "Fondation", "Team")
_BEHIND = (
    *("SA", "SAS", "Inc", "Ltd", "AG", "Corp", "Group", "Holding", "Capital", "Partners", "Technologies", "Médias"),
    *("Energy", "Energies", "France", "International", "Europe", "Industries", "Labs", "Motors", "Bank", "Airlines"),
    *("Pharma", "Games", "Music", "Télécom", "Santé", "Conseil", "Distribution", "Immobilier", "News", "Invest"),
)
_TAILS = ("IA", "AI", "Tech", "Lab", "Soft", "Net", "Pay", "Bio", "Space", "Link", "Cloud", "TV", "X", "Tel", "Med")
_FIRST = sorted(first_names.MALE | first_names.FEMALE)


class Letters:
    """Spells words like those it was given: each letter by the three before it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        self._known = frozenset(words)
        for word in sorted(self._known):
            padded = "^" * ORDER + word + "$"
            for i in range(ORDER, len(padded)):
                self._next[padded[i - ORDER : i]].append(padded[i])

    def word(self, chance: random.Random) -> str:
        """A capitalised word of four to eleven letters that was not among those given."""
        while True:
            text = "^" * ORDER
            while not text.endswith("$") and len(text) < 16:
                text += chance.choice(self._next[text[-ORDER:]])
            word = text.strip("^$")
            if 4 <= len(word) <= 11 and word not in self._known:
                return word[0].upper() + word[1:]


class Inventor:
    """Composes names. `letters` spells; `common` are words of the language that may become names ("Horizon")."""

    def __init__(self, letters: Letters, common: Sequence[str]) -> None:
        self._letters = letters
        self._common = common
        self._organisations: list[tuple[int, Callable[[random.Random], str]]] = [
            (34, letters.word),
            (
                14,
                lambda c: (
                    letters.word(c)[: c.randint(3, 6)] + (c.choice(_TAILS) if c.random() < 0.5 else letters.word(c))
                ),
            ),
            (14, self.sigle),
            (12, lambda c: f"{letters.word(c)} {c.choice(_BEHIND)}"),
            (5, lambda c: f"{c.choice(_BEFORE)} {letters.word(c)}"),
            (3, lambda c: f"{letters.word(c)} & {letters.word(c)}"),
            (2, lambda c: f"{letters.word(c)}-{letters.word(c)}"),
            (3, lambda c: f"{letters.word(c)} {letters.word(c)}"),
            (2, lambda c: f"{self.first_name(c)} {letters.word(c)}"),
            (5, self.common),
            (2, lambda c: f"{self.common(c)} {self.common(c)}"),
            (2, lambda c: letters.word(c) + c.choice(["+", ".com", ".fr", " 21", " 360", "2i"])),
            (2, lambda c: c.choice("ie") + letters.word(c)),
        ]

    def organisation(self, chance: random.Random) -> str:
        """A firm's name."""
        weights = [weight for weight, _ in self._organisations]
        return chance.choices([form for _, form in self._organisations], weights)[0](chance)

    def product(self, chance: random.Random) -> str:
        """A thing's name: with a number more often than not."""
        word = self._letters.word(chance) if chance.random() < 0.7 else self.common(chance)
        number = chance.choice(
            [str(chance.randint(1, 99)), f"{chance.choice('ACGRSX')}{chance.randint(1, 9)}00", "Pro"]
        )
        return f"{word} {number}" if chance.random() < 0.55 else word

    def word(self, chance: random.Random) -> str:
        """One word that is no word: a surname or a place."""
        return self._letters.word(chance)

    def first_name(self, chance: random.Random) -> str:
        """A first name: one that people bear, or in one of three cases an invented one."""
        if chance.random() < 0.33:
            return self._letters.word(chance)
        return "-".join(part.capitalize() for part in chance.choice(_FIRST).split("-"))

    def common(self, chance: random.Random) -> str:
        """A word of the language with a capital."""
        return chance.choice(self._common).capitalize()

    @staticmethod
    def sigle(chance: random.Random) -> str:
        """Two to five capitals."""
        letters = chance.choices("ABCDEFGHILMNOPRSTUV", k=chance.choice([2, 3, 3, 3, 4, 4, 5]))
        return "".join(letters)


def sounds_open(name: str) -> bool:
    """Whether "l'" and "d'" go before the name."""
    return name[:1].lower() in _VOWELS
