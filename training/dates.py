"""Trains the choice of `pipeline.undated` on the annotated readings: `python -m training.dates --corpora FOLDER`.

Each event annotated in an article, at the word that tells it, is one example where the rules of `pipeline.timing` find
no date beside it: the candidates, and which of them is the annotated date. Where none of them is, nothing is learned.
Softmax regression over the candidates that there are; the loss is that of all candidates that have the right value,
together (the day of the news is often the article's); Adam over all examples at once, so that no seed matters.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline import certainty, ner
from pipeline.document import Document
from pipeline.timing import Calendar, When
from pipeline.undated import CHOICES, FILE, NAME, Floats, Weights, candidates, context, decide, features, likely
from training import readings
from training.archive import PRESS, ROOT, command_line, missing
from training.readings import Annotated

LEAST = 8
"""A feature is learned from so many examples on."""
DENSE = 0.3
"""Deviation of the parser's numbers: the smaller, the less they weigh against the words."""
PENALTY, STEPS, RATE = 40.0, 120, 0.05
READIER = 0.75
"""By how much less likely "no date" is taken to be: these annotators left a third of all events undated, readers of
other articles, by the same guidelines, a fifth to a third."""
TARGET = ROOT / "models" / NAME / FILE


@dataclass(frozen=True)
class Example:
    """A happening told without date."""

    article: str
    kept: bool
    words: tuple[str, ...]
    context: Floats
    options: dict[str, str | None]
    rule: str | None
    right: str | None


def examples(annotated: Annotated, document: Document) -> Iterator[Example]:
    """Those of one article."""
    calendar, judge = Calendar(document), certainty.Context(document.doc)
    for event in annotated.events:
        span = document.doc.char_span(event.start, event.end)
        if span is None:
            continue
        trigger = span.root
        judged = judge.assess(trigger)
        future = judged.status == "future"
        planned = future or judged.modality == "other"
        if calendar.when(trigger, future=future, planned=planned, told=True, kind=event.type) != When():
            continue
        place = calendar.place(trigger, event.type, judged)
        yield Example(
            annotated.id,
            annotated.is_kept,
            tuple(features(place)),
            context(place),
            candidates(place),
            calendar.likely_date(trigger, event.type, judged),
            event.date,
        )


def gather(archive: Path) -> list[Example]:
    """All of them, in the order of the archive."""
    known = list(readings.articles(archive))
    documents = ner.read_docs(ner.load_model(None), [article for _, article in known])
    return [e for (a, _), document in zip(known, documents, strict=True) for e in examples(a, document)]


def fit(found: Sequence[Example]) -> Weights:
    """The weights that the examples give."""
    found = [e for e in found if e.right in e.options.values()]
    counts = Counter(word for e in found for word in set(e.words))
    index = {word: number for number, word in enumerate(sorted(w for w, n in counts.items() if n >= LEAST))}
    raw: NDArray[np.float64] = np.array([e.context for e in found], dtype=np.float64)
    middle, scale = raw.mean(axis=0), DENSE / (raw.std(axis=0) + 1e-6)
    seen = np.zeros((len(found), len(index)))
    open_ = np.zeros((len(found), len(CHOICES)), dtype=bool)
    right = np.zeros_like(open_)
    for row, e in enumerate(found):
        seen[row, [index[word] for word in e.words if word in index]] = 1
        for choice, value in e.options.items():
            open_[row, CHOICES.index(choice)] = True
            right[row, CHOICES.index(choice)] = value == e.right
    table = np.hstack([seen, (raw - middle) * scale])
    learned = np.zeros((table.shape[1], len(CHOICES)))
    mean, square = np.zeros_like(learned), np.zeros_like(learned)
    for step in range(1, STEPS + 1):
        score = np.where(open_, table @ learned, -np.inf)
        chances = np.exp(score - score.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        wanted = chances * right
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-12
        slope = PENALTY * learned - table.T @ (wanted - chances)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        learned -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    words, dense = learned[: len(index)], learned[len(index) :] * scale[:, None]
    words[index["always"]] -= middle @ dense
    words[index["always"], CHOICES.index("none")] -= READIER
    return Weights(
        {word: [round(float(weight), 3) for weight in words[row]] for word, row in index.items()},
        dense.astype(np.float32),
    )


def figures(found: Sequence[Example], known: Weights) -> str:
    """Right dates of the rules and of the choice, and what the choice mends and breaks."""
    rules = chosen = mended = broken = 0
    for e in found:
        day = decide(likely(e.options, e.words, e.context, known), e.rule)
        rules += e.rule == e.right
        chosen += day == e.right
        mended += day == e.right != e.rule
        broken += e.rule == e.right != day
    total = max(1, len(found))
    return f"{len(found)} undated: rules {rules / total:.3f}, choice {chosen / total:.3f} (+{mended} -{broken})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the corpora are missing."""
    parser = command_line(__doc__)
    options = parser.parse_args(arguments)
    if absent := missing(options.corpora, (PRESS,)):
        print(absent, file=sys.stderr)
        return 2
    found = gather(options.corpora / PRESS)
    kept, rest = [e for e in found if e.kept], [e for e in found if not e.kept]
    for half in (0, 1):
        told, others = ([e for e in rest if int(e.article) % 2 == side] for side in (half, 1 - half))
        print(f"learned from the other half: {figures(told, fit(others))}")
    known = fit(rest)
    print(f"kept: {figures(kept, known)}")
    rounded = [[round(float(weight), 4) for weight in row] for row in known.context]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(
        json.dumps({"words": known.words, "context": rounded}, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
