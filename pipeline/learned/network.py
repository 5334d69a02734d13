"""The network: a convolution over the words of an article, and three readings of it.

Which pairs of places are tied, which words tell an event, and who has which role there. A pair is read from its two
heads, from what stands before, between and behind them (the greatest value of each feature, as in the piecewise
convolutional networks of Zeng et al. 2015), from the path between them in the parse, and from the word where it turns.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
from thinc.api import (
    HashEmbed,
    LayerNorm,
    Linear,
    Maxout,
    Model,
    Relu,
    chain,
    concatenate,
    expand_window,
    residual,
    use_ops,
)

from pipeline.learned.features import EXTRA, Floats, Ints, Pairs, Words

RELATIONS: Final = (
    "founder_of investor_in owner_of leader_of board_member_of employee_of member_of subsidiary_of partner_of "
    "competitor_of supplier_of successor_of relative_of opponent_of"
).split()
EVENTS: Final = (
    "founding investment acquisition merger appointment departure lawsuit ruling agreement launch publication conflict"
).split()
ROLES: Final = (
    "founder organisation investor recipient buyer target seller party proposer person appointer dismisser plaintiff "
    "defendant court publisher source"
).split()
WIDTH: Final = 128
HIDDEN: Final = 192
DEPTH: Final = 2
_LEMMAS: Final = 8000
_SMALL: Final = ((64, 8), (128, 12), (32, 16), (64, 8))
"""Rows and width of the tables for part of speech, dependency, what is named, look."""
_PARTS: Final = 7
_NEVER: Final = np.float32(-1e4)

Representation = tuple[Floats, Callable[[Floats], Floats]]


class Network:
    """The layers, with their weights; made anew or read from a file."""

    def __init__(self, dense: int, dropout: float = 0.0) -> None:
        """``dense`` is the width of ``Words.dense``; ``dropout`` is for training."""
        with use_ops("numpy", use_blis=False):  # several times as fast as thinc's default
            self._build(dense, dropout)

    def _build(self, dense: int, dropout: float) -> None:
        tables: list[Model[Any, Any]] = [HashEmbed(32, _LEMMAS, column=0, seed=1, dropout=dropout)]
        tables += [HashEmbed(n, rows, column=k, seed=k + 1) for k, (rows, n) in enumerate(_SMALL, start=1)]
        given = 96 + 32 + sum(n for _, n in _SMALL)
        self.words: Model[Any, Any] = Linear(96, dense)
        self.tables: Model[Any, Any] = concatenate(*tables)
        block: Model[Any, Any] = chain(
            expand_window(1), Maxout(WIDTH, WIDTH * 3, nP=2, normalize=True, dropout=dropout)
        )
        blocks = [residual(block if not n else block.copy()) for n in range(DEPTH)]
        self.context: Model[Any, Any] = chain(Relu(WIDTH, given, dropout=dropout), LayerNorm(WIDTH), *blocks)
        read = WIDTH * _PARTS + EXTRA
        self.relations: Model[Any, Any] = chain(Relu(HIDDEN, read, dropout=dropout), Linear(len(RELATIONS), HIDDEN))
        self.tells: Model[Any, Any] = chain(Relu(HIDDEN, WIDTH, dropout=dropout), Linear(len(EVENTS) + 1, HIDDEN))
        self.roles: Model[Any, Any] = chain(
            Relu(HIDDEN, read + len(EVENTS), dropout=dropout), Linear(len(ROLES) + 1, HIDDEN)
        )
        self.whole: Model[Any, Any] = Model(
            "claims",
            lambda model, given, is_train: (given, lambda gradient: gradient),
            layers=[self.words, self.tables, self.context, self.relations, self.tells, self.roles],
        )
        for layer in self.whole.layers:
            layer.initialize()

    def read(self, path: Path) -> Network:
        """Take the weights from a file that :meth:`write` wrote; returns itself."""
        self.whole.from_bytes(path.read_bytes())
        return self

    def write(self, path: Path) -> None:
        """Write the weights."""
        path.write_bytes(self.whole.to_bytes())

    # Reading --------------------------------------------------------------------------------------------------------

    def encode(self, read: Words) -> Floats:
        """The words in their contexts, a row each."""
        given = np.concatenate([self.words.predict(read.dense), self.tables.predict(read.ids)], axis=1)
        return np.asarray(self.context.predict(given))

    def tied(self, encoded: Floats, pairs: Pairs) -> Floats:
        """For each pair, how likely the first place is tied to the second by each of :data:`RELATIONS`."""
        return sigmoid(self.relations.predict(represent(encoded, pairs)[0]))

    def telling(self, encoded: Floats) -> Floats:
        """For each word, how likely it tells nothing (column 0) or each of :data:`EVENTS`."""
        return softmax(self.tells.predict(encoded))

    def taking_part(self, encoded: Floats, pairs: Pairs, events: Floats) -> Floats:
        """For each pair of a telling word and a slot: no role (column 0), or each of :data:`ROLES`.

        ``events`` has a one in the column of what the word tells.
        """
        return softmax(self.roles.predict(np.concatenate([represent(encoded, pairs)[0], events], axis=1)))


def represent(encoded: Floats, pairs: Pairs) -> Representation:
    """A row for each pair, and the way back: the gradient of the rows → that of the words."""
    words, width = encoded.shape
    padded = np.concatenate([encoded, np.full((1, width), _NEVER, dtype=np.float32)])
    parts: list[Floats] = [encoded[pairs.first], encoded[pairs.second], encoded[pairs.joint]]
    around: list[Ints] = []
    for indices in (pairs.before, pairs.between, pairs.after, pairs.path):
        longest = int((indices >= 0).sum(axis=1).max(initial=1)) or 1
        around.append(indices[:, :longest])
        some = np.asarray((around[-1] >= 0).any(axis=1))
        parts.append(np.where(some[:, None], padded[around[-1]].max(axis=1), np.float32(0)))

    def back(gradient: Floats) -> Floats:
        columns = np.arange(width)
        rows = [np.repeat(at[:, None], width, axis=1) for at in (pairs.first, pairs.second, pairs.joint)]
        rows += [np.take_along_axis(at, padded[at].argmax(axis=1), axis=1) for at in around]
        total = np.zeros(words * width)
        for number, at in enumerate(rows):
            weights = gradient[:, number * width : (number + 1) * width]
            places = (at * width + columns)[at >= 0]
            total += np.bincount(places, weights=weights[at >= 0], minlength=words * width)
        return total.reshape(words, width).astype(np.float32)

    return np.concatenate([*parts, pairs.extra], axis=1), back


def sigmoid(logits: Floats) -> Floats:
    """Probabilities of independent answers."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)


def softmax(logits: Floats) -> Floats:
    """Probabilities of answers that exclude one another, row by row."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
