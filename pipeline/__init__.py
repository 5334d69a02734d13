"""graphe-presse: French press articles in; a typed graph of people, organisations and events out.

    import pipeline
    graph = pipeline.extract("data/raw")

The rooms that need spaCy are imported when they are first used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from pipeline.graph import Graph
from pipeline.schema import Article, Reading

__all__ = ["Article", "Graph", "Reading", "extract", "read", "resolve"]


def extract(
    source: str | Path | Iterable[str] | pd.DataFrame,
    out: Path | str | None = None,
    *,
    model: str | None = None,
    work: Path | str | None = None,
    cache: bool = True,
    min_confidence: float = 0.0,
    progress: Callable[[int, int, int, bool], None] | None = None,
) -> Graph:
    """Read a file, a folder, a list of texts or a DataFrame into a graph; see :func:`pipeline.run.extract`."""
    from pipeline import run

    return run.extract(
        source, out, model=model, work=work, cache=cache, min_confidence=min_confidence, progress=progress
    )


def read(article: Article | str, *, model: str | None = None) -> Reading:
    """What one article, or one text, says; see :func:`pipeline.run.read`."""
    from pipeline import run

    return run.read(article, model=model)


def resolve(readings: Iterable[Reading], *, min_confidence: float = 0.0) -> Graph:
    """Readings → one graph; see :func:`pipeline.run.resolve`."""
    from pipeline import run

    return run.resolve(readings, min_confidence=min_confidence)
