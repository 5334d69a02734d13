"""Trains the network of `pipeline.learned` on the annotated readings: `python -m training.claims --corpora FOLDER`.

Learning is thinc's Adam. From which likelihood on a proposal becomes a claim is read off the articles that are kept to
measure.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Adam, fix_random_seed

from pipeline import ner, ontology
from pipeline.learned.features import Floats, Pairs
from pipeline.learned.network import EVENTS, RELATIONS, Network, represent, sigmoid, softmax
from pipeline.learned.proposals import NAME, Thresholds, digest
from training.archive import PRESS, missing
from training.lessons import Lesson, lessons
from training.schedule import Schedule

ROOT = Path(__file__).resolve().parent.parent
EPOCHS = 20
DROPOUT = 0.3
SCHEDULE = Schedule(rate=0.002, warm=0.1, at_once=6)
RIGHT_RELATIONS = 0.72
"""The share of a relation's proposals on kept articles that must be right from its threshold on."""
RIGHT_EVENTS = 0.55
"""The same for words that tell an event; annotators mark one word where several tell it."""
CHOICES = tuple(step / 100 for step in range(40, 96, 5))
LEAST_RELATION = 0.6
"""Below it too little of what no rule says is right, however much of all proposals is."""
FEW = 5
"""Right proposals without which a type is left to the rules."""
ROLE = 0.5
"""The likelihood from which a role is filled."""


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


def thresholds(net: Network, kept: Sequence[Lesson]) -> Thresholds:
    """For each type the least likelihood from which enough of the proposals on kept articles are right."""
    likely, wanted, counted, telling, tells = [], [], [], [], []
    for item in kept:
        encoded = net.encode(item.words)
        if len(item.pairs):
            likely.append(net.tied(encoded, item.pairs))
            wanted.append(item.relations)
            counted.append(item.counted)
        telling.append(net.telling(encoded)[:, 1:])
        tells.append(item.tells)
    tied, right, counts = (np.concatenate(rows) for rows in (likely, wanted, counted))
    told, truly = np.concatenate(telling), np.concatenate(tells)
    relations = {t: (tied[:, k] * counts[:, k], right[:, k] > 0) for k, t in enumerate(RELATIONS)}
    events = {t: (told[:, k], truly == k + 1) for k, t in enumerate(EVENTS)}
    return Thresholds(
        _least(relations, RIGHT_RELATIONS, LEAST_RELATION),
        _least(events, RIGHT_EVENTS, CHOICES[0]),
        ROLE,
    )


def _least(told: Mapping[str, tuple[Floats, NDArray[np.bool_]]], share: float, lowest: float) -> dict[str, float]:
    found = {}
    for type_, (likely, right) in told.items():
        for least in (choice for choice in CHOICES if choice >= lowest):
            proposed = likely >= least
            if (proposed & right).sum() >= FEW and (proposed & right).sum() >= share * proposed.sum():
                found[type_] = least
                break
    return found


def write(net: Network, chosen: Thresholds, base: Language, out: Path) -> None:
    """Write the network and its thresholds to the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    net.write(out / "network")
    doc = base("Oui.")
    made_with = {"vectors": digest(doc.vocab), "width": doc.vocab.vectors_length, "context": doc.tensor.shape[1]}
    told = made_with | asdict(chosen)
    (out / "thresholds.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the archive is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("CORPORA", str(ROOT.parent / "shared" / "corpora"))
    parser.add_argument("--corpora", type=Path, default=Path(default), help="folder of the corpora (or set CORPORA)")
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
    write(net, thresholds(net, kept), nlp, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
