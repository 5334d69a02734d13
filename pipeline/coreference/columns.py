"""The columns of the table that the ranker reads: what is known of a candidate, and of the anaphor.

Each row is a :class:`Candidate`, each column has a name; before the network reads them, codes become columns of their
own and amounts are brought to one scale. One row :class:`About` tells what holds for the anaphor whoever is meant.
"""

from __future__ import annotations

from typing import Final, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from pipeline.coreference.discourse import Function
from pipeline.coreference.noun_anaphors import Sort
from pipeline.coreference.referents import Referent

Floats = NDArray[np.float32]

WORDS: Final = 2048
"""Rows of the table of words: a word's row is its hash."""

FUNCTIONS: Final = {function: code for code, function in enumerate(get_args(Function))}
SORTS: Final = {sort: code for code, sort in enumerate(get_args(Sort))}
FORMS: Final = {form: code for code, form in enumerate(("name", "pronoun", "possessive", "description", "noun"))}
KINDS: Final = {kind: code for code, kind in enumerate(("Person", "Organisation", "Thing"))}


class Candidate(NamedTuple):
    """One row: codes first (whole numbers from 0), then amounts; yes is 1, no is 0."""

    kind: int
    size: int
    """Entities: none (a common noun), one, several."""
    agreement: int
    """The anaphor shows no gender; the referent; they agree by guess; surely; they differ by guess; surely."""
    number: int
    """Alike; only the anaphor is plural; only the referent."""
    back: int
    """Sentences back to the last mention, 5 for more."""
    function: int
    form: int
    subject: int
    """It was subject in this sentence; the one before; earlier; never."""
    demand: int
    """The verb demands nothing; what it is; something else."""
    quoted: int
    """Direct speech: neither its last mention nor the anaphor; both in one; the anaphor at least; only the mention."""
    by_hand: int
    """By the hand-made scores: another one or nobody; partly this one; this one."""
    score: float
    """By hand."""
    hopeless: float
    """By hand, out of the question."""
    far: float
    gap: float
    """Tokens."""
    places: float
    named: float
    """How often the article named it so far."""
    nearer: float
    nearer_persons: float
    nearer_organisations: float
    told: float
    """How well a description agrees with what the article tells of it."""
    alike: float
    """How near the word vectors of the description and of what the article calls it are."""
    same_noun: float
    serves: float
    """It is told to serve the body that the description names."""
    serves_another: float
    is_body: float
    untold: float
    sorted: float
    """The article tells what sort of person or body it is."""
    first_of_kind: float
    """Nothing of its kind is nearer."""
    beside: float
    """Close within the sentence."""
    chance: float
    titled: float
    lead: float
    topic: float
    last_subject: float
    same_function: float


_CODES: Final = {
    "kind": 3, "size": 3, "agreement": 6, "number": 3, "back": 6, "function": 6, "form": 5, "subject": 4, "demand": 3,
    "quoted": 4, "by_hand": 3,
}  # fmt: skip
"""How many values each code has."""
_SCALES: Final = {
    "score": 4, "far": 15, "gap": 100, "places": 4, "named": 10, "nearer": 10, "nearer_persons": 6,
    "nearer_organisations": 6, "told": 3.5,
}  # fmt: skip
"""What an amount is divided by, and at most; 1 for all others."""


class About(NamedTuple):
    """What holds for the anaphor: as :class:`Candidate`."""

    sort: int
    gender: int
    function: int
    noun_kind: int
    """Of a description: none, a person, an organisation."""
    plural: float
    inverted: float
    quoted: float
    spoken: float
    """It is known who says the words around."""
    body: float
    complement: float
    opens: float
    demonstrative: float
    wide: float
    decided: float
    """By the hand-made scores somebody is meant."""
    persons: float
    organisations: float
    sentence: float
    only_person: float
    only_organisation: float
    no_person: float
    no_organisation: float


_ABOUT_CODES: Final = {"sort": len(SORTS), "gender": 3, "function": 6, "noun_kind": 3}
_ABOUT_SCALES: Final = {"persons": 6, "organisations": 6, "sentence": 20}


class Columns:
    """How to turn rows with codes into rows of numbers between -1 and 1."""

    def __init__(self, names: tuple[str, ...], codes: dict[str, int], scales: dict[str, float]) -> None:
        places = [(names.index(name), value) for name, many in codes.items() for value in range(many)]
        self.coded = np.array([place for place, _ in places])
        self.values = np.array([value for _, value in places], dtype=np.float32)
        amounts = [name for name in names if name not in codes]
        self.plain = np.array([names.index(name) for name in amounts])
        self.scale = np.array([scales.get(name, 1.0) for name in amounts], dtype=np.float32)
        self.width = len(self.coded) + len(self.plain)

    def expand(self, rows: Floats) -> Floats:
        """A column for each value of each code, then the amounts on one scale."""
        wide = np.empty((len(rows), self.width), dtype=np.float32)
        codes = len(self.coded)
        wide[:, :codes] = rows[:, self.coded] == self.values
        amounts = wide[:, codes:]
        np.divide(rows[:, self.plain], self.scale, out=amounts)
        np.minimum(amounts, 1, out=amounts)
        np.maximum(amounts, -1, out=amounts)
        return wide


CANDIDATE: Final = Columns(Candidate._fields, _CODES, dict(_SCALES))
ABOUT: Final = Columns(About._fields, _ABOUT_CODES, dict(_ABOUT_SCALES))


class Table(NamedTuple):
    """The candidates of one anaphor, nearest first, with a row of numbers each, and what is known of the anaphor."""

    referents: list[Referent]
    named: NDArray[np.bool_]
    """Which of them are entities; the others are common nouns, which are no answer."""
    rows: Floats
    about: Floats
    words: NDArray[np.int64]
    """Rows of the table of words: the governing verb or noun, the describing noun, the dependency of the first."""
