"""Word vectors: of a word, and whether a spaCy model has those that the shipped weights were learned with."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from pipeline import shipped

NAME: Final = "press_claims"
"""The trained model that keeps the digest; all were learned with one spaCy model."""
FILE: Final = "meta.json"
_SAMPLE: Final = 64


def digest(vocab: Vocab) -> str:
    """What tells one table of word vectors from another: its shape and a few of its rows."""
    table = vocab.vectors
    some = np.ascontiguousarray(table.data[:: max(1, len(table.data) // _SAMPLE)], dtype=np.float32)
    return f"{len(table.data)}-{zlib.crc32(some.tobytes()):08x}"


def are_known(vocab: Vocab) -> bool:
    """Whether these are the vectors learned with; raises `UsageError` where no model is shipped that tells."""
    return digest(vocab) == known()


def direction(vocab: Vocab, word: str) -> NDArray[np.float32] | None:
    """The vector of a word, of length one; None where there is none."""
    vector = np.asarray(vocab.get_vector(word), dtype=np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else None


@lru_cache(maxsize=1)
def known() -> str:
    """The digest of the vectors learned with, read once."""
    return str(json.loads((shipped.folder(NAME, FILE) / FILE).read_text(encoding="utf-8"))["vectors"])
