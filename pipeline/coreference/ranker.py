"""The learned part of coreference: a small network says how likely each candidate is meant, or nobody.

Two layers read a candidate with what is known of the anaphor; a further one reads the greatest of each column and says
how likely none of them is. Trained by `training/links.py`; its card is `models/README.md`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from pipeline import shipped
from pipeline.coreference.columns import CANDIDATE, Floats, Table

NAME: Final = "press_links"
FILE: Final = "weights.npz"


class Ranker:
    """The network with its weights, which are named arrays."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self.weights = weights
        first, width = weights["first"], CANDIDATE.width
        self.of_candidate, self.of_anaphor = first[:, :width].T.copy(), first[:, width:].T.copy()
        self.of_nobody = weights["nobody"][:, :width].T.copy(), weights["nobody"][:, width:].T.copy()

    def chances(self, table: Table) -> Floats:
        """How likely each candidate of the table is meant; the last one: that nobody is."""
        w = self.weights
        about = np.concatenate([table.about[0], w["words"][table.words].ravel()])
        hidden = np.maximum(table.rows @ self.of_candidate + (about @ self.of_anaphor + w["first bias"]), 0)
        hidden = np.maximum(hidden @ w["second"].T + w["second bias"], 0)
        greatest, rest = self.of_nobody
        none = np.maximum(table.rows.max(axis=0) @ greatest + about @ rest + w["nobody bias"], 0)
        logits = np.append(hidden @ w["last"][0] + w["last bias"], none @ w["none"][0] + w["none bias"])
        raised = np.exp(logits - logits.max())
        return np.asarray(raised / raised.sum())

    def answer(self, table: Table, sure: float) -> tuple[int, ...]:
        """The likeliest of those who may be meant, where it is at least so likely; else nobody."""
        chances = np.where(table.named, self.chances(table)[:-1], 0)
        best = int(chances.argmax())
        return table.referents[best].entities if chances[best] >= sure else ()

    def write(self, folder: Path) -> None:
        """Write the weights, in half the digits."""
        folder.mkdir(parents=True, exist_ok=True)
        halves = {name.replace(" ", "_"): array.astype(np.float16) for name, array in self.weights.items()}
        np.savez(folder / FILE, **halves)  # type: ignore[arg-type]


def read(folder: Path) -> Ranker:
    """The network that :meth:`Ranker.write` wrote to the folder."""
    with np.load(folder / FILE) as arrays:
        return Ranker({name.replace("_", " "): arrays[name].astype(np.float32) for name in arrays.files})


def directory() -> Path:
    """The folder that holds the shipped network; raises `UsageError` where there is none."""
    return shipped.folder(NAME, FILE)


@cache
def trained() -> Ranker:
    """The shipped network, read once; raises `UsageError` where its file is missing."""
    return read(directory())
