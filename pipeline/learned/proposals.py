"""From likelihoods to predications: what the network reads and no rule told.

The network proposes; certainty, dates, sources and sums are read at the word it points to, as for every rule.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from spacy.vocab import Vocab

from pipeline import shipped
from pipeline.certainty.nouns import is_role
from pipeline.document import DocMention, Document
from pipeline.grammar import Filler, Predication
from pipeline.learned.features import Floats, Slot, Words, is_beside, near, pairs, word_at, words
from pipeline.learned.network import EVENTS, RELATIONS, ROLES, Network
from pipeline.ontology import Ontology, Word
from pipeline.ontology.types import Part

NAME: Final = "press_claims"
CONSTRUCTION: Final = "learned"
STEPS: Final = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""Likelihoods at which a proposal has a construction of its own, and with it a confidence counted for it."""
_TELLING: Final = frozenset({"VERB", "NOUN", "AUX", "ADJ"})
_SAMPLE: Final = 64


@dataclass(frozen=True)
class Thresholds:
    """From which likelihood on a proposal becomes a claim: of each relation and each event, and of a role in it."""

    relations: Mapping[str, float]
    events: Mapping[str, float]
    role: float


@dataclass(frozen=True)
class Model:
    """The network with its thresholds."""

    network: Network
    thresholds: Thresholds
    vectors: str
    """A digest of the word vectors that it learned with."""
    context: int
    """The width of the parser's view of a word."""


def directory() -> Path:
    """The folder that holds the network; raises `UsageError` where there is none."""
    return shipped.folder(NAME, "network")


@lru_cache(maxsize=1)
def model() -> Model:
    """The network of `models/press_claims`, read once."""
    place = directory()
    told = json.loads((place / "thresholds.json").read_text(encoding="utf-8"))
    network = Network(told["width"] + told["context"]).read(place / "network")
    chosen = Thresholds(told["relations"], told["events"], told["role"])
    return Model(network, chosen, told["vectors"], told["context"])


def digest(vocab: Vocab) -> str:
    """What tells one table of word vectors from another: its shape and a few of its rows."""
    table = vocab.vectors
    some = np.ascontiguousarray(table.data[:: max(1, len(table.data) // _SAMPLE)], dtype=np.float32)
    return f"{len(table.data)}-{zlib.crc32(some.tobytes()):08x}"


@dataclass(frozen=True)
class Seen:
    """One article as the network reads it."""

    words: Words
    slots: tuple[Slot, ...]
    mentions: tuple[DocMention, ...]
    encoded: Floats


def look(document: Document, network: Network) -> Seen:
    """The mentions of an article as slots, the longest where some overlap, and the words in their contexts."""
    kept: list[DocMention] = []
    for mention in sorted(document.mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    slots = tuple(
        Slot(
            mention.start,
            mention.end,
            mention.head,
            mention.form,
            "P" if document.entities[mention.entities[0]].kind == "Person" else "O",
        )
        for mention in kept
    )
    read = words(document.doc, slots)
    return Seen(read, slots, tuple(kept), network.encode(read))


def propose(document: Document, ontology: Ontology) -> Iterator[Predication]:
    """What the network reads in an article: relations, then events, each in text order.

    Nothing of a Doc by another spaCy model than the one that the network learned with.
    """
    known, doc = model(), document.doc
    if doc.tensor.ndim != 2 or doc.tensor.shape[1] != known.context or digest(doc.vocab) != known.vectors:
        return
    seen = look(document, known.network)
    yield from _relations(document, ontology, seen, known)
    yield from _events(document, ontology, seen, known)


def _relations(document: Document, ontology: Ontology, seen: Seen, known: Model) -> Iterator[Predication]:
    ordered = [
        pair
        for one, other in near(seen.words, seen.slots)
        if not set(seen.mentions[one].entities) & set(seen.mentions[other].entities)
        for pair in ((one, other), (other, one))
    ]
    if not ordered:
        return
    found = pairs(seen.words, seen.slots, [(seen.slots[a], seen.slots[b]) for a, b in ordered])
    likely = known.network.tied(seen.encoded, found)
    least = np.array([known.thresholds.relations.get(relation, 2.0) for relation in RELATIONS])
    for row, column in np.argwhere(likely >= least):
        source, target = (seen.mentions[index] for index in ordered[row])
        rule = ontology.rules.get(RELATIONS[column])
        if rule is None or (rule.symmetric and source.start > target.start):
            continue
        around = (*found.joint[row : row + 1], *found.path[row], *found.between[row])
        trigger = _telling(document, seen, [int(index) for index in around])
        if trigger is None:
            trigger = target.head
        fills = {"source": [_filler(source)], "target": [_filler(target)]}
        yield predication(document, rule.name, trigger, fills, float(likely[row, column]))


def _events(document: Document, ontology: Ontology, seen: Seen, known: Model) -> Iterator[Predication]:
    likely = known.network.telling(seen.encoded)[:, 1:]
    least = np.array([known.thresholds.events.get(name, 2.0) for name in EVENTS])
    told = [
        (int(at), int(kind))
        for at, kind in np.argwhere(likely >= least)
        if EVENTS[kind] in ontology.rules and document.doc[int(at)].pos_ in _TELLING and not _named(seen, int(at))
    ]
    chosen: list[tuple[int, int]] = []
    for number, (at, _) in enumerate(told):
        for place, slot in enumerate(seen.slots):
            if is_beside(seen.words, slot, at):
                chosen.append((number, place))
    if not chosen:
        return
    spots = [word_at(told[number][0]) for number, _ in chosen]
    found = pairs(seen.words, seen.slots, [(w, seen.slots[place]) for w, (_, place) in zip(spots, chosen, strict=True)])
    kinds = np.eye(len(EVENTS), dtype=np.float32)[[told[number][1] for number, _ in chosen]]
    takes = np.array([[role in ontology.rules[EVENTS[kind]].roles for role in ROLES] for _, kind in told])
    roles = known.network.taking_part(seen.encoded, found, kinds)[:, 1:] * takes[[number for number, _ in chosen]]
    fills: list[dict[str, list[Filler]]] = [{} for _ in told]
    for (number, place), row in zip(chosen, roles, strict=True):
        best = int(row.argmax())
        if row[best] >= known.thresholds.role:
            fills[number].setdefault(ROLES[best], []).append(_filler(seen.mentions[place]))
    for (at, kind), filled in zip(told, fills, strict=True):
        if filled:
            yield predication(document, EVENTS[kind], at, filled, float(likely[at, kind]))


def predication(
    document: Document, rule: str, trigger: int, fills: dict[str, list[Filler]], sure: float
) -> Predication:
    """A proposal as if a word of the rule had been found: ``sure`` is its likelihood, told by the construction.

    What a noun tells may be denied or planned; a relation is no plan: where no rule reads it, the doubt of its sentence
    is mostly of something else ("X, chef de Y, voudrait partir").
    """
    token = document.doc[trigger]
    noun: Part = "role" if "source" in fills and (is_role(token) or token.pos_ == "PROPN") else "noun"
    part: Part = "verb" if token.pos_ in ("VERB", "AUX") else noun
    word = Word(rule, part, f"({CONSTRUCTION})", {}, modality="asserted" if "source" in fills else None)
    step = next((step for step in STEPS if sure >= step), STEPS[-1])
    return Predication(word, trigger, trigger, trigger + 1, f"{CONSTRUCTION} {step:.1f}", fills)


def _telling(document: Document, seen: Seen, around: Sequence[int]) -> int | None:
    """The word that tells a relation: where the ways up meet (the first), or a verb or noun on the way or between.

    None where mere names stand together: "X (Y)".
    """
    for index in around:
        if index >= 0 and document.doc[index].pos_ in _TELLING and not _named(seen, index):
            return index
    return None


def _named(seen: Seen, index: int) -> bool:
    return any(slot.start <= index < slot.end for slot in seen.slots)


def _filler(mention: DocMention) -> Filler:
    return Filler(mention.head, mention.start, mention.end, mention.entities, mention.form)
