"""Trains the network of `pipeline.learned` on the annotated readings (`readings.py`), with thinc's Adam.

A pair of places that the article ties elsewhere is no example for that tie, one whose kinds the tie never takes is none
either; everything else that was not marked teaches that nothing is told there.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Adam, fix_random_seed

from pipeline import ner
from pipeline.learned.features import FARTHEST, FORMS, Floats, Kind, Pairs, Slot, Words, near, pairs, words
from pipeline.learned.network import HAPPENINGS, ROLES, TIES, Network, represent, sigmoid, softmax
from pipeline.ontology import Ontology
from training import readings
from training.hand import digest

DROPOUT = 0.3
RATE = 0.002
WARM = 0.1
"""Share of the steps in which the rate of learning rises; it falls to zero after them."""
AT_ONCE = 6
"""Articles in one step."""
_ANAPHORS = {"possessive": "possessive", "description": "description", "group": "description", "latter": "pronoun"}


@dataclass(frozen=True)
class Lesson:
    """One annotated article as numbers."""

    id: str
    words: Words
    pairs: Pairs
    ties: Floats
    """What is told of each pair; ``counted`` is zero where that teaches nothing."""
    counted: Floats
    tells: NDArray[np.int64]
    """For each word the happening that it tells, from 1; 0 for none."""
    parts: Pairs
    happenings: Floats
    roles: NDArray[np.int64]


def lessons(nlp: Language, archive: Path, ontology: Ontology) -> Iterator[tuple[readings.Annotated, Lesson]]:
    """Every annotated article whose text is the one that was annotated."""
    known = {annotated.id: annotated for annotated in readings.read_annotations()}
    for id_, article in readings.articles(archive, frozenset(known)):
        text = ner.reading_text(article)
        if digest(text) == known[id_].digest:
            yield known[id_], lesson(nlp(text), known[id_], ontology)


def lesson(doc: Doc, annotated: readings.Annotated, ontology: Ontology) -> Lesson:
    """What one parsed article teaches."""
    slots, numbers = _slots(doc, annotated)
    read = words(doc, slots)
    places = {number: place for place, number in enumerate(numbers)}
    entities = [annotated.slots[number].entities for number in numbers]
    here, anywhere = _told(annotated, places, ontology)
    chosen: list[tuple[Slot, Slot]] = []
    ties: list[Floats] = []
    counted: list[Floats] = []
    for one, other in near(read, slots):
        for first, second in ((one, other), (other, one)):
            known = bool(entities[first] and entities[second])
            marked = here.get((one, other)) or here.get((other, one))
            if set(entities[first]) & set(entities[second]) or not (known or marked):
                continue
            told = here.get((first, second), set())
            elsewhere = {t for a in entities[first] for b in entities[second] for t in anywhere.get((a, b), ())}
            chosen.append((slots[first], slots[second]))
            ties.append(np.array([t in told for t in TIES], dtype=np.float32))
            counts = [
                t in told or (t not in elsewhere and _takes(ontology, t, slots[first].kind, slots[second].kind))
                for t in TIES
            ]
            counted.append(np.array(counts, dtype=np.float32))
    tells = np.zeros(len(doc), dtype=np.int64)
    parts: list[tuple[Slot, Slot]] = []
    roles: list[int] = []
    happenings: list[int] = []
    for told_ in annotated.happenings:
        span = doc.char_span(told_.start, told_.end, alignment_mode="expand")
        if span is None:
            continue
        at, type_ = span.root.i, HAPPENINGS.index(told_.type)
        tells[at] = type_ + 1
        has = {places[slot]: role for role, slot in told_.roles if slot in places and role in ROLES}
        word = Slot(at, at + 1, at, "", "?")
        for place, slot in enumerate(slots):
            near_by = read.sentence[slot.start] == read.sentence[at] and abs(slot.start - at) < FARTHEST
            if place in has or (near_by and entities[place]):
                parts.append((word, slot))
                happenings.append(type_)
                roles.append(ROLES.index(has[place]) + 1 if place in has else 0)
    shape = (-1, len(TIES))
    return Lesson(
        annotated.id,
        read,
        pairs(read, slots, chosen),
        np.array(ties, dtype=np.float32).reshape(shape),
        np.array(counted, dtype=np.float32).reshape(shape),
        tells,
        pairs(read, slots, parts),
        np.eye(len(HAPPENINGS), dtype=np.float32)[happenings].reshape(-1, len(HAPPENINGS)),
        np.array(roles, dtype=np.int64),
    )


def _slots(doc: Doc, annotated: readings.Annotated) -> tuple[list[Slot], list[int]]:
    """The slots as tokens, in text order, with their numbers in the annotation."""
    found: list[tuple[Slot, int]] = []
    for number, slot in enumerate(annotated.slots):
        span = doc.char_span(slot.start, slot.end, alignment_mode="expand")
        if span is None:
            continue
        form = slot.form if slot.form in FORMS else _ANAPHORS.get(slot.form, "pronoun")
        letter = annotated.kinds[slot.entities[0]] if slot.entities else "?"
        kind: Kind = "P" if letter == "P" else "O" if letter == "O" else "?"
        found.append((Slot(span.start, span.end, span.root.i, form, kind), number))
    found.sort(key=lambda item: (item[0].start, item[0].end))
    return [slot for slot, _ in found], [number for _, number in found]


def _told(
    annotated: readings.Annotated, places: Mapping[int, int], ontology: Ontology
) -> tuple[dict[tuple[int, int], set[str]], dict[tuple[int, int], set[str]]]:
    """The ties told at a pair of places, and those of a pair of entities anywhere in the article."""
    here: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    anywhere: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for tie in annotated.ties:
        ends = [(tie.source, tie.target)]
        if ontology.rules[tie.type].symmetric:
            ends.append((tie.target, tie.source))
        for source, target in ends:
            if source in places and target in places:
                here[places[source], places[target]].add(tie.type)
            for one in annotated.slots[source].entities:
                for other in annotated.slots[target].entities:
                    anywhere[one, other].add(tie.type)
    return here, anywhere


def _takes(ontology: Ontology, tie: str, source: Kind, target: Kind) -> bool:
    """Whether a tie is one between such kinds."""
    rule = ontology.rules[tie]
    names = {"P": "Person", "O": "Organisation"}
    ends = (("source", source), ("target", target))
    return all(kind == "?" or names[kind] in rule.roles[role] for role, kind in ends)


def train(taught: Sequence[Lesson], epochs: int, seed: int) -> Network:
    """A network that learned from these articles."""
    fix_random_seed(seed)
    shuffler = random.Random(seed)
    net = Network(taught[0].words.dense.shape[1], DROPOUT)
    steps = epochs * -(-len(taught) // AT_ONCE)
    optimizer = Adam(RATE, L2=0.0, grad_clip=5.0)
    step = 0
    order = list(taught)
    for epoch in range(epochs):
        shuffler.shuffle(order)
        total = 0.0
        for start in range(0, len(order), AT_ONCE):
            step += 1
            share = step / steps
            optimizer.learn_rate = RATE * min(share / WARM, (1 - share) / (1 - WARM) + 1e-3)
            total += learn(net, order[start : start + AT_ONCE])
            net.whole.finish_update(optimizer)
        print(f"epoch {epoch + 1}: loss {total / len(order):.3f} an article", flush=True)
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

    told = [item.pairs.shifted(int(at)) for item, at in zip(batch, offsets, strict=False)]
    joined = _joined(told)
    if len(joined):
        rows, back_rows = represent(encoded, joined)
        logits, back = net.ties.begin_update(rows)
        wanted = np.concatenate([item.ties for item in batch])
        counted = np.concatenate([item.counted for item in batch])
        likely = sigmoid(logits)
        loss += float(-(counted * np.log(np.where(wanted > 0, likely, 1 - likely) + 1e-9)).sum())
        gradient += back_rows(back(((likely - wanted) * counted / 3).astype(np.float32)))

    logits, back = net.tells.begin_update(encoded)
    wanted_words = np.concatenate([item.tells for item in batch])
    difference, missed = _difference(logits, wanted_words)
    loss += missed
    gradient += back(difference / 3)

    joined = _joined([item.parts.shifted(int(at)) for item, at in zip(batch, offsets, strict=False)])
    if len(joined):
        rows, back_rows = represent(encoded, joined)
        kinds = np.concatenate([item.happenings for item in batch])
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
    names = ("first", "second", "joint", "before", "between", "after", "path", "extra")
    return Pairs(*(np.concatenate([getattr(item, name) for item in items]) for name in names))
