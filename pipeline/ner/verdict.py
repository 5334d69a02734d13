"""What a name is after all: what was held for a person or a body is judged once more, over all that is told of it.

A logistic regression with three outcomes (neither, person, organisation), one for names held for persons and one for
bodies, learned from press articles in which wrong names were marked (`training/verdicts.py`; card: `models/README.md`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline import shipped
from pipeline.names import BODY_FORMS, LEGAL_FORMS
from pipeline.ner.kind_evidence import Kind
from pipeline.ner.name_span import Name
from pipeline.ner.second_look import Floats, Look, look
from pipeline.parsed import Doc
from pipeline.vectors import are_known

NAME = "press_names"
FILE = "verdicts.npz"
OUTCOMES: tuple[Kind, ...] = ("Thing", "Person", "Organisation")
"""What a name may turn out to be; a thing stands for whatever is neither of the others."""
HELD_FOR: tuple[Kind, ...] = ("Person", "Organisation")
TRUST = 2.0
"""What speaks for the kind that a name was held for, before anything else is told."""
SURE: dict[Kind, float] = {"Thing": 0.6, "Person": 0.6, "Organisation": 0.6}
"""From what likelihood on a name turns out to be of a kind that it was not held for."""


@dataclass(frozen=True)
class Weights:
    """The weights of one regression: a row for each feature and each dimension of the word vectors."""

    features: Mapping[str, int]
    told: Floats
    near: Floats
    prior: Floats

    def likely(self, look: Look) -> Floats:
        """How likely each of :data:`OUTCOMES` is."""
        known = [(self.features[f], value) for f, value in look.features.items() if f in self.features]
        rows, values = [row for row, _ in known], np.array([value for _, value in known], dtype=np.float32)
        logits = values @ self.told[rows] + look.near @ self.near + self.prior
        likely: Floats = np.exp(logits - logits.max())
        likely /= likely.sum()
        return likely

    def verdict(self, look: Look, held: Kind) -> Kind:
        """What a name held for one kind is: another only where that is sure."""
        likely = self.likely(look)
        return next((kind for kind, p in zip(OUTCOMES, likely, strict=True) if kind != held and p >= SURE[kind]), held)


def judged(doc: Doc, names: Sequence[Name], kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """The kinds of an article's names, with those changed that turn out to be wrong.

    In: a parsed article, the places of its names, their kinds by folded text. Out: kinds by folded text; unchanged
    where the parse has other word vectors than those learned with.
    """
    known = weights()
    found = dict(kinds)
    if not are_known(doc.vocab):
        return found
    for form, told in look(doc, names, kinds):
        held = kinds[form]
        if form.rpartition(" ")[2] in LEGAL_FORMS | BODY_FORMS:
            continue  # a body by law, whatever else is told
        found[form] = known[held].verdict(told, held)
    return found


@lru_cache(maxsize=1)
def weights() -> dict[Kind, Weights]:
    """The shipped weights, read once; raises `UsageError` where their file is missing."""
    return read(shipped.folder(NAME, FILE) / FILE)


def read(file: Path) -> dict[Kind, Weights]:
    """The weights in a file that :func:`write` made."""
    with np.load(file, allow_pickle=False) as data:
        return {kind: _weights(kind, data) for kind in HELD_FOR}


def _weights(kind: Kind, data: Mapping[str, NDArray[np.generic]]) -> Weights:
    features = {feature: row for row, feature in enumerate(json.loads(str(data[f"{kind} features"])))}
    told, near = (data[f"{kind} {part}"].astype(np.float32) for part in ("told", "near"))
    return Weights(features, told, near, prior(kind))


def write(file: Path, learned: Mapping[Kind, Weights]) -> None:
    """Keep weights in a file, at half precision."""
    parts: dict[str, NDArray[np.generic]] = {}
    for kind, known in learned.items():
        names = json.dumps(sorted(known.features, key=known.features.__getitem__), ensure_ascii=False)
        parts |= {f"{kind} features": np.array(names), f"{kind} told": known.told.astype(np.float16)}
        parts[f"{kind} near"] = known.near.astype(np.float16)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, allow_pickle=False, **parts)


def prior(kind: Kind) -> Floats:
    """What each outcome starts with for a name held for ``kind``."""
    return np.array([TRUST * (outcome == kind) for outcome in OUTCOMES], dtype=np.float32)
