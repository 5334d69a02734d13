"""Trains the network of `pipeline.learned` on the annotated readings: `python -m training.claims --corpora FOLDER`.

Learning is thinc's Adam. What a likelihood of the network is worth is no matter of the network: see
`pipeline.confidence`, whose weights are fitted to the articles that are kept to measure (`as_gold.py`).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Adam, fix_random_seed

from pipeline import ner, ontology
from pipeline.learned.features import Floats, Pairs
from pipeline.learned.network import EVENTS, Network, represent, sigmoid, softmax
from pipeline.learned.proposals import NAME
from pipeline.vectors import digest
from training.archive import PRESS, ROOT, command_line, missing
from training.lessons import Lesson, lessons
from training.schedule import Schedule

EPOCHS = 14
DROPOUT = 0.3
SCHEDULE = Schedule(rate=0.002, warm=0.1, at_once=6)
HALF = 0.5


def train(taught: Sequence[Lesson], epochs: int, seed: int) -> Network:
    """A network that learned from these articles."""
    fix_random_seed(seed)
    net = Network(taught[0].words.dense.shape[1], DROPOUT)
    optimizer = Adam(SCHEDULE.rate, L2=0.0, grad_clip=5.0)
    losses = [0.0] * epochs
    for epoch, rate, batch in SCHEDULE.steps(taught, epochs, seed):
        optimizer.learn_rate = rate
        losses[epoch - 1] += learn(net, batch)
        net.whole.finish_update(optimizer)
    print("loss an article, by epoch:", *(f"{loss / len(taught):.3f}" for loss in losses), flush=True)
    return net


def learn(net: Network, batch: Sequence[Lesson]) -> float:
    """Gather the gradients of some articles in the layers; what the network gets wrong in them, summed."""
    dense = np.concatenate([item.words.dense for item in batch])
    ids = np.concatenate([item.words.ids for item in batch])
    first, back_words = net.words.begin_update(dense)
    second, back_tables = net.tables.begin_update(ids)
    encoded, back_context = net.context.begin_update(np.concatenate([first, second], axis=1))
    gradient = np.zeros_like(encoded)
    loss = 0.0
    offsets = np.cumsum([0, *(len(item.words) for item in batch)])

    joined = _joined(item.pairs.shifted(int(at)) for item, at in zip(batch, offsets, strict=False))
    if len(joined):
        rows, back_rows = represent(encoded, joined)
        logits, back = net.relations.begin_update(rows)
        wanted = np.concatenate([item.relations for item in batch])
        counted = np.concatenate([item.counted for item in batch])
        likely = sigmoid(logits)
        loss += float(-(counted * np.log(np.where(wanted > 0, likely, 1 - likely) + 1e-9)).sum())
        gradient += back_rows(back(((likely - wanted) * counted / 3).astype(np.float32)))

    logits, back = net.tells.begin_update(encoded)
    wanted_words = np.concatenate([item.tells for item in batch])
    difference, missed = _difference(logits, wanted_words)
    loss += missed
    gradient += back(difference / 3)

    joined = _joined(item.parts.shifted(int(at)) for item, at in zip(batch, offsets, strict=False))
    if len(joined):
        rows, back_rows = represent(encoded, joined)
        kinds = np.concatenate([item.events for item in batch])
        logits, back = net.roles.begin_update(np.concatenate([rows, kinds], axis=1))
        difference, missed = _difference(logits, np.concatenate([item.roles for item in batch]))
        loss += missed
        gradient += back_rows(back(difference / 6)[:, : rows.shape[1]])

    given = back_context(gradient)
    back_words(given[:, : first.shape[1]])
    back_tables(given[:, first.shape[1] :])
    return loss


def _difference(logits: Floats, wanted: NDArray[np.int64]) -> tuple[Floats, float]:
    """The gradient of the cross entropy, and its sum."""
    likely = softmax(logits)
    rows = np.arange(len(wanted))
    missed = float(-np.log(likely[rows, wanted] + 1e-9).sum())
    likely[rows, wanted] -= 1
    return likely.astype(np.float32), missed


def _joined(several: Iterable[Pairs]) -> Pairs:
    items = list(several)
    return Pairs(*(np.concatenate([getattr(item, field.name) for item in items]) for field in fields(Pairs)))


def found(net: Network, kept: Sequence[Lesson]) -> dict[str, tuple[float, float]]:
    """Precision and recall at a likelihood of one half: of relations at their places, of words that tell an event."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in kept:
        encoded = net.encode(item.words)
        if len(item.pairs):
            tied = (net.tied(encoded, item.pairs) >= HALF) & (item.counted > 0)
            _add(counts, "relations", tied, item.relations > 0)
        telling = net.telling(encoded)[:, 1:] >= HALF
        _add(counts, "events", telling, item.tells[:, None] == np.arange(1, len(EVENTS) + 1))
    return {
        name: (
            counts[name, "right"] / max(1, counts[name, "proposed"]),
            counts[name, "right"] / max(1, counts[name, "told"]),
        )
        for name in ("relations", "events")
    }


def _add(counts: Counter[tuple[str, str]], name: str, proposed: NDArray[np.bool_], told: NDArray[np.bool_]) -> None:
    counts[name, "right"] += int((proposed & told).sum())
    counts[name, "proposed"] += int(proposed.sum())
    counts[name, "told"] += int(told.sum())


def write(net: Network, base: Language, out: Path) -> None:
    """Write the network, and what it needs to be given, to the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    net.write(out / "network")
    doc = base("Oui.")
    told = {"vectors": digest(doc.vocab), "width": doc.vocab.vectors_length, "context": doc.tensor.shape[1]}
    (out / "meta.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the archive is missing."""
    parser = command_line(__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "models" / NAME)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    absent = missing(options.corpora, (PRESS,))
    if absent:
        print(absent, file=sys.stderr)
        return 2
    nlp = ner.load_model(None)
    taught: list[Lesson] = []
    kept: list[Lesson] = []
    for annotated, item in lessons(nlp, options.corpora / PRESS, ontology.load()):
        (kept if annotated.is_kept else taught).append(item)
    print(f"{len(taught)} articles to learn from, {len(kept)} to measure on", flush=True)
    if not taught or not kept:
        print("no annotated article reads as it did: the pipeline cleans texts otherwise now", file=sys.stderr)
        return 1
    net = train(taught, EPOCHS, options.seed)
    write(net, nlp, options.out)
    for name, (precision, recall) in found(net, kept).items():
        print(f"{name}: precision {precision:.3f}, recall {recall:.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
