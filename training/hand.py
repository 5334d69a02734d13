"""Press articles whose names were annotated for this project: `press_names.jsonl` has ids and places, no texts.

One line an article: its `id` in `presse_fr.jsonl.xz`, the digest of the text that the pipeline reads of it (`text`),
and `names`, each [start, end, label] in characters of that text. Every tenth article is kept to measure, and nothing
learns from it. Who annotated, and what counts as a name of which label: `models/README.md`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import load, ner
from pipeline.schema import Article
from training.archive import rows, whole
from training.corpus import Annotated, Span

NAMES = Path(__file__).with_name("press_names.jsonl")
KEPT = 10
"""One article in so many is kept to measure."""


@dataclass(frozen=True)
class Hand:
    """The annotated articles: those to learn from, and those kept to measure."""

    learn: tuple[Annotated, ...]
    kept: tuple[Annotated, ...]


def digest(text: str) -> str:
    """What tells one text from another in `press_names.jsonl`."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def is_kept(article: str) -> bool:
    """Whether the article with this id is one to measure on; the same for every annotation, earlier or later."""
    return hashlib.sha256(f"kept-{article}".encode()).digest()[0] % KEPT == 0


def annotated_ids(path: Path = NAMES) -> frozenset[str]:
    """The ids of all annotated articles."""
    return frozenset(row["id"] for row in _annotations(path))


def read_hand(archive: Path, path: Path = NAMES) -> Hand:
    """The annotated articles with their texts out of the archive, in the order of the annotation.

    Raises `ValueError` where the archive lacks an article or the loader gives another text than was annotated.
    """
    annotations = _annotations(path)
    texts = _texts(archive, {row["id"] for row in annotations})
    learn: list[Annotated] = []
    kept: list[Annotated] = []
    for row in annotations:
        text = texts.get(row["id"])
        if text is None or digest(text) != row["text"]:
            raise ValueError(f"article {row['id']}: {'not in the archive' if text is None else 'another text'}")
        article = Annotated(f"hand-{row['id']}", text, tuple(Span(*name) for name in row["names"]))
        (kept if is_kept(row["id"]) else learn).append(article)
    return Hand(tuple(learn), tuple(kept))


def _annotations(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _texts(archive: Path, wanted: set[str]) -> dict[str, str]:
    return {id_: ner.reading_text(article) for id_, article in loaded(archive, wanted)}


def loaded(archive: Path, wanted: Collection[str]) -> Iterator[tuple[str, Article]]:
    """The articles with these ids out of the archive, as the pipeline loads them."""
    found = [row for row in rows(archive) if row["id"] in wanted]
    for row, article in zip(found, load.from_texts(map(whole, found)), strict=True):
        if isinstance(article, Article):
            yield row["id"], article.model_copy(update={"date": row.get("date")})
