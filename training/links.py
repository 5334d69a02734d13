"""Trains the linker of `pipeline.coreference` on the annotated readings (`readings.py`), with thinc's Adam.

Each anaphor that the annotators saw is one example: its candidates, and which of them is meant, or nobody. The first
round gathers the candidates as they stand where every anaphor before was resolved as annotated; the later ones as they
stand where the network of the round before decided (DAgger: Ross, Gordon & Bagnell 2011), so that it learns to go on
from its own mistakes. The loss is that of a choice among all candidates of one anaphor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Adam, Embed, Linear, Model, Relu, chain, fix_random_seed, use_ops

from pipeline import ner
from pipeline.coreference.columns import ABOUT, CANDIDATE, WORDS, Floats, Table
from pipeline.coreference.links import SURE, Resolver
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.ranker import Ranker
from pipeline.document import Document
from training import readings
from training.readings import Annotated
from training.schedule import Schedule

Layer = Model[Any, Any]

WIDTH = 16
"""Of a word's row."""
HIDDEN, SECOND, NOBODY = 96, 48, 48
DROPOUT = 0.35
WORDLESS = 0.15
"""Share of the anaphors that learn without their words."""
SCHEDULE = Schedule(rate=0.003, warm=0.2, at_once=64)
DECAY = 0.02
EPOCHS = 6


@dataclass(frozen=True)
class Example:
    """One anaphor; ``right`` is the row of who is meant, or -1: nobody, or one of those who cannot be the answer."""

    table: Table
    right: int


def meant(annotated: Annotated, document: Document) -> dict[int, tuple[int, ...]]:
    """For the first token of each anaphor that the annotators saw, the entities of the document that it stands for.

    Those of the annotation are found again by the names that both have.
    """
    covering = {token: mention for mention in document.mentions for token in range(mention.start, mention.end)}
    votes: dict[int, Counter[int]] = {}
    anaphors: list[tuple[int, tuple[int, ...]]] = []
    for slot in annotated.slots:
        span = document.doc.char_span(slot.start, slot.end)
        if span is None:
            continue
        if slot.form != "name":
            anaphors.append((span.start, slot.entities))
        elif span.start in covering:
            for entity in slot.entities:
                votes.setdefault(entity, Counter())[covering[span.start].entities[0]] += 1
    same = {entity: max(sorted(votes[entity]), key=votes[entity].__getitem__) for entity in votes}
    return {start: tuple(sorted({same[e] for e in entities if e in same})) for start, entities in anaphors}


class Taught(Resolver):
    """Resolves as annotated, or (``ranker``) as the network does, and keeps the examples on its way."""

    def __init__(self, document: Document, answers: dict[int, tuple[int, ...]], ranker: Ranker | None) -> None:
        super().__init__(document)
        self.answers = answers
        self.ranker = ranker
        self.examples: list[Example] = []

    def choose(self, anaphor: Anaphor, table: Table) -> tuple[int, ...]:
        """As annotated, or as the network does; nobody where neither says anything."""
        right = self.answers.get(anaphor.start)
        row = -1
        if right is not None:
            offered = enumerate(zip(table.referents, table.named, strict=True))
            row = next((k for k, (r, may) in offered if may and tuple(sorted(r.entities)) == right), -1)
            self.examples.append(Example(table, row))
        if self.ranker is not None:
            return self.ranker.answer(table, SURE[anaphor.form])
        return table.referents[row].entities if row >= 0 else ()


def examples(read: Iterable[tuple[Annotated, Document]], ranker: Ranker | None) -> Iterator[Example]:
    """The examples of annotated articles, resolved as annotated or by a network."""
    for annotated, document in read:
        resolver = Taught(document, meant(annotated, document), ranker)
        resolver.run()
        yield from resolver.examples


class Network:
    """The layers that learn; :meth:`ranker` gives what they know to the pipeline."""

    def __init__(self) -> None:
        with use_ops("numpy", use_blis=False):  # several times as fast as thinc's default
            about = ABOUT.width + 3 * WIDTH
            width = CANDIDATE.width + about
            self.words: Layer = Embed(WIDTH, WORDS)
            self.first = Relu(HIDDEN, width, dropout=DROPOUT)
            self.second, self.last = Relu(SECOND, HIDDEN, dropout=DROPOUT), Linear(1, SECOND)
            self.nobody, self.none = Relu(NOBODY, width, dropout=DROPOUT), Linear(1, NOBODY)
            self.candidate: Layer = chain(self.first, self.second, self.last)
            self.silence: Layer = chain(self.nobody, self.none)
            layers = [self.words, self.candidate, self.silence]
            self.whole: Layer = Model("links", _side_by_side, layers=layers)
            for layer in self.whole.layers:
                layer.initialize()

    def learn(self, batch: Sequence[Example], wordless: NDArray[np.bool_]) -> float:
        """Gather the gradients of some examples in the layers; what the network gets wrong in them, summed."""
        lengths = [len(example.table.rows) for example in batch]
        starts = np.cumsum([0, *lengths[:-1]])
        owner = np.repeat(np.arange(len(batch)), lengths)
        rows = np.concatenate([example.table.rows for example in batch])
        ids = np.concatenate([example.table.words for example in batch])
        looked, back_words = self.words.begin_update(ids)
        shown = np.where(wordless[:, None], np.float32(0), looked.reshape(len(batch), -1))
        about = np.concatenate([np.concatenate([example.table.about for example in batch]), shown], axis=1)
        greatest = np.maximum.reduceat(rows, starts)
        of_rows, back_rows = self.candidate.begin_update(np.concatenate([rows, about[owner]], axis=1))
        of_nobody, back_nobody = self.silence.begin_update(np.concatenate([greatest, about], axis=1))

        top = np.maximum(np.maximum.reduceat(of_rows[:, 0], starts), of_nobody[:, 0])
        raised, none = np.exp(of_rows[:, 0] - top[owner]), np.exp(of_nobody[:, 0] - top)
        total = np.add.reduceat(raised, starts) + none
        likely, nobody = raised / total[owner], none / total
        right = np.zeros(len(rows), dtype=np.float32)
        silent = np.array([example.right < 0 for example in batch])
        right[[start + e.right for start, e in zip(starts, batch, strict=True) if e.right >= 0]] = 1
        others = ~np.concatenate([example.table.named for example in batch]) & silent[owner]
        of_silence = np.add.reduceat(np.where(others, likely, 0), starts) + nobody
        wanted = np.where(others, likely / np.maximum(of_silence, 1e-9)[owner], right)
        wanted_nobody = np.where(silent, nobody / np.maximum(of_silence, 1e-9), 0)
        hit = np.where(silent, of_silence, np.add.reduceat(likely * right, starts))

        scale = np.float32(1 / len(batch))
        from_rows = back_rows(((likely - wanted) * scale).astype(np.float32)[:, None])[:, rows.shape[1] :]
        gradient = back_nobody(((nobody - wanted_nobody) * scale).astype(np.float32)[:, None])[:, rows.shape[1] :]
        gradient = gradient + np.add.reduceat(from_rows, starts)
        gradient = np.where(wordless[:, None], np.float32(0), gradient[:, ABOUT.width :])
        back_words(np.ascontiguousarray(gradient.reshape(-1, WIDTH)))
        return float(-np.log(hit + 1e-9).sum())

    def ranker(self) -> Ranker:
        """The network as the pipeline runs it."""
        layers = {
            "first": self.first,
            "second": self.second,
            "last": self.last,
            "nobody": self.nobody,
            "none": self.none,
        }
        weights: dict[str, Floats] = {"words": _array(self.words, "E")}
        for name, layer in layers.items():
            linear = next(part for part in layer.walk() if part.has_param("W"))
            weights[name], weights[f"{name} bias"] = _array(linear, "W"), _array(linear, "b")
        return Ranker(weights)


def _side_by_side(model: Layer, given: Any, is_train: bool) -> tuple[Any, Any]:
    raise NotImplementedError  # the layers are called one by one


def _array(layer: Layer, name: str) -> Floats:
    holder = next(part for part in layer.walk() if part.has_param(name))
    return np.array(holder.get_param(name), dtype=np.float32)


def train(taught: Sequence[Example], epochs: int, seed: int) -> Ranker:
    """A network that learned from these examples."""
    fix_random_seed(seed)
    masks = np.random.default_rng(seed)
    net = Network()
    optimizer = Adam(SCHEDULE.rate, L2=DECAY, L2_is_weight_decay=True, grad_clip=1.0)
    losses = [0.0] * epochs
    for epoch, rate, batch in SCHEDULE.steps(taught, epochs, seed):
        optimizer.learn_rate = rate
        losses[epoch - 1] += net.learn(batch, masks.random(len(batch)) < WORDLESS)
        net.whole.finish_update(optimizer)
    print("loss an anaphor, by epoch:", *(f"{loss / len(taught):.3f}" for loss in losses), flush=True)
    return net.ranker()


def found(read: Iterable[tuple[Annotated, Document]], ranker: Ranker) -> dict[str, tuple[float, float]]:
    """Precision and recall of the links of annotated articles, by the sort of the anaphor; ``all`` for all."""
    counts: Counter[tuple[str, str]] = Counter()
    for annotated, document in read:
        answers = meant(annotated, document)
        given = {mention.start: set(mention.entities) for mention in Taught(document, {}, ranker).run()}
        for slot in annotated.slots:
            span = document.doc.char_span(slot.start, slot.end)
            if span is None or slot.form == "name":
                continue
            right, said = set(answers[span.start]), given.get(span.start, set())
            for sort in (slot.form, "all"):
                counts.update(
                    {(sort, "right"): len(right & said), (sort, "said"): len(said), (sort, "told"): len(right)}
                )
    return {
        sort: (counts[sort, "right"] / max(counts[sort, "said"], 1), counts[sort, "right"] / counts[sort, "told"])
        for sort in sorted({sort for sort, _ in counts})
        if counts[sort, "told"]
    }


def make(nlp: Language, archive: Path, out: Path, seed: int) -> None:
    """Train in two rounds on the annotated articles, write the weights, say what is found in those kept to measure."""
    learn: list[tuple[Annotated, Document]] = []
    kept: list[tuple[Annotated, Document]] = []
    for annotated, article in readings.articles(archive):
        if annotated.linked and any(slot.entities for slot in annotated.slots if slot.form != "name"):
            document = ner.annotate(article, nlp(ner.reading_text(article)))
            (kept if annotated.is_kept else learn).append((annotated, document))
    as_annotated = list(examples(learn, None))
    ranker = train(as_annotated, EPOCHS, seed)
    ranker = train([*as_annotated, *examples(learn, ranker)], EPOCHS, seed)
    ranker.write(out)
    for sort, (precision, recall) in found(kept, ranker).items():
        print(f"{sort}: precision {precision:.3f}, recall {recall:.3f}", flush=True)
