"""What the network reads: the words of an article, and how two places in a sentence stand to each other.

Names are hidden: the network sees that a person or an organisation is named, not who, so that it learns French and not
the news of a year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.schema import MentionForm

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Kind = Literal["P", "O", "?"]

BESIDE: Final = 5
"""Words before the first and after the second place that are read."""
FARTHEST: Final = 40
"""Words between two places that may have to do with each other."""
PATH: Final = 20
"""Words of the longest path between two places in the parse that is read."""
CLIMB: Final = 15
"""Steps from a word up the parse."""
DISTANCES: Final = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40)
FORMS: Final = get_args(MentionForm)
KINDS: Final[tuple[Kind, ...]] = ("P", "O", "?")
_MARKS: Final = frozenset({".", "!", "?", "…", ";"})
_BREAKS: Final = ((",",), ("(", ")"), ('"', "«", "»", "“", "”"))
_READ: Final[tuple[str, ...]] = tuple("ORTH NORM LEMMA POS DEP HEAD IS_TITLE IS_UPPER LIKE_NUM IS_PUNCT".split())
EXTRA: Final = 1 + len(DISTANCES) + 1 + 2 * (len(FORMS) + 1) + 2 * len(KINDS) + 2 + len(_BREAKS) + 1
"""Numbers that tell how two places stand to each other, besides the words around them."""


@dataclass(frozen=True)
class Slot:
    """Tokens ``start`` to ``end`` (exclusive) that stand for somebody; ``head`` is the one that the parse hangs on."""

    start: int
    end: int
    head: int
    form: str
    kind: Kind


@dataclass(frozen=True)
class Words:
    """The tokens of one article as numbers."""

    dense: Floats
    """The word vector (zeros for names) and the parser's view of the word in its context."""
    ids: NDArray[np.uint64]
    """Lemma, part of speech, dependency, what is named there, and the look of the word."""
    sentence: Ints
    heads: Ints
    breaks: NDArray[np.bool_]
    """Whether a token is a comma, a bracket, a quotation mark: one row each."""

    def __len__(self) -> int:
        return len(self.sentence)


@dataclass(frozen=True)
class Pairs:
    """Pairs of places: indices of the words around them, padded with -1, and the numbers between them."""

    first: Ints
    second: Ints
    joint: Ints
    """Where their ways up the parse meet."""
    before: Ints
    between: Ints
    after: Ints
    path: Ints
    extra: Floats

    def __len__(self) -> int:
        return len(self.first)

    def shifted(self, by: int) -> Pairs:
        """The same pairs where the article begins at token ``by``."""

        def moved(indices: Ints) -> Ints:
            return np.where(indices < 0, indices, indices + by)

        return Pairs(
            moved(self.first),
            moved(self.second),
            moved(self.joint),
            moved(self.before),
            moved(self.between),
            moved(self.after),
            moved(self.path),
            self.extra,
        )


def words(doc: Doc, slots: Sequence[Slot]) -> Words:
    """The tokens of a parsed Doc, the slots hidden behind their kind. Linear in the tokens."""
    table = np.asarray(doc.to_array([*_READ]), dtype=np.uint64)
    orth, norm = table[:, 0], table[:, 1]
    vectors = doc.vocab.vectors
    rows = vectors.find(keys=norm)
    rows = np.where(rows < 0, vectors.find(keys=orth), rows)
    static = np.where((rows >= 0)[:, None], vectors.data[rows], 0).astype(np.float32)
    hidden = np.zeros(len(doc), dtype=np.uint64)
    for slot in slots:
        mark = 1 + KINDS.index(slot.kind) + (0 if slot.form == "name" else len(KINDS))
        hidden[slot.start : slot.end] = mark
    named = (hidden > 0) & (hidden <= len(KINDS))
    static[named] = 0
    look = (table[:, 6] | table[:, 7]) + 2 * table[:, 8] + 4 * table[:, 9]
    for span in doc.ents:
        if span.label_ == "LOC":
            look[span.start : span.end] += 8
    lemma = np.where(named, 0, table[:, 2])
    strings = doc.vocab.strings
    final = np.isin(orth, [strings.as_int(mark) for mark in _MARKS])
    for index in np.flatnonzero(np.isin(table[:, 3], [strings.as_int("SPACE")])):
        final[index] = "\n" in doc[int(index)].orth_
    sentence = np.concatenate([[0], np.cumsum(final)[:-1]]).astype(np.int64)
    heads = np.arange(len(doc)) + table[:, 5].astype(np.int64)
    breaks = np.stack([np.isin(orth, [strings.as_int(mark) for mark in marks]) for marks in _BREAKS])
    tensor = np.asarray(doc.tensor, dtype=np.float32)
    ids = np.stack([lemma, table[:, 3], table[:, 4], hidden + 1, look + 1], axis=1).astype(np.uint64)
    return Words(np.concatenate([static, tensor], axis=1), ids, sentence, heads, breaks)


def near(read: Words, slots: Sequence[Slot]) -> list[tuple[int, int]]:
    """Pairs of slots of one sentence, in text order, near enough to have to do with each other."""
    found: list[tuple[int, int]] = []
    for one, slot in enumerate(slots):
        for other in range(one + 1, len(slots)):
            second = slots[other]
            if read.sentence[second.start] != read.sentence[slot.start] or second.start - slot.end > FARTHEST:
                break
            if second.start >= slot.end:
                found.append((one, other))
    return found


def word_at(index: int) -> Slot:
    """The word that tells an event, as one place of a pair."""
    return Slot(index, index + 1, index, "", "?")


def is_beside(read: Words, slot: Slot, index: int) -> bool:
    """Whether a slot may take part in what the word at ``index`` tells: it stands near in the same sentence."""
    return bool(read.sentence[slot.start] == read.sentence[index]) and abs(slot.start - index) < FARTHEST


def pairs(read: Words, slots: Sequence[Slot], chosen: Sequence[tuple[Slot, Slot]]) -> Pairs:
    """How the two places of each chosen pair stand to each other, in either order.

    ``slots`` are all of the article: the names between two places count.
    """
    ways: dict[int, list[int]] = {}
    starts = np.array([s.start for s in slots if s.form == "name"], dtype=np.int64)
    before, between, after, paths, joints, extra = [], [], [], [], [], []
    for one, other in chosen:
        left, right = (one, other) if one.start <= other.start else (other, one)
        here = read.sentence[left.start]
        before.append([i for i in range(max(0, left.start - BESIDE), left.start) if read.sentence[i] == here])
        between.append(range(left.end, min(right.start, left.end + FARTHEST)))
        there = read.sentence[right.start]
        stop = min(len(read), right.end + BESIDE)
        after.append([i for i in range(right.end, stop) if read.sentence[i] == there])
        path, joint = _path(read.heads, one.head, other.head, ways)
        paths.append(path)
        joints.append(joint)
        extra.append(_extra(read, starts, one, other))
    return Pairs(
        np.array([one.head for one, _ in chosen], dtype=np.int64),
        np.array([other.head for _, other in chosen], dtype=np.int64),
        np.array(joints, dtype=np.int64),
        _padded(before, BESIDE),
        _padded(between, FARTHEST),
        _padded(after, BESIDE),
        _padded(paths, PATH),
        np.array(extra, dtype=np.float32).reshape(len(chosen), EXTRA),
    )


def _path(heads: Ints, one: int, other: int, ways: dict[int, list[int]]) -> tuple[list[int], int]:
    """The words on the way from one token to another in the parse, and where the ways up meet."""
    for index in (one, other):
        if index not in ways:
            way = [index]
            while heads[way[-1]] != way[-1] and len(way) <= CLIMB:
                way.append(int(heads[way[-1]]))
            ways[index] = way
    up, down = ways[one], ways[other]
    for step, index in enumerate(down):
        if index in up:
            return (up[: up.index(index)] + down[: step + 1])[:PATH], index
    return [], one


def _extra(read: Words, starts: Ints, one: Slot, other: Slot) -> list[float]:
    ordered = one.start <= other.start
    left, right = (one, other) if ordered else (other, one)
    distance = max(right.start - left.end, 0)
    names = int(np.searchsorted(starts, right.start) - np.searchsorted(starts, left.end))
    step = sum(distance >= limit for limit in DISTANCES)
    return [
        float(ordered),
        *(float(step == k) for k in range(len(DISTANCES) + 1)),
        *(float(slot.form == form) for slot in (one, other) for form in (*FORMS, "")),
        *(float(slot.kind == kind) for slot in (one, other) for kind in KINDS),
        min(names, 5) / 5,
        float(names == 0),
        *(float(row[left.end : right.start].any()) for row in read.breaks),
        float(distance == 0),
    ]


def _padded(rows: Sequence[Sequence[int]], longest: int) -> Ints:
    table = np.full((len(rows), longest), -1, dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table
