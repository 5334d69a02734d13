"""What the network makes of an article: what no rule told, and how likely it finds what one did.

The network proposes; certainty, dates, sources and sums are read at the word it points to, as for every rule, but that
a relation of its own is never doubted (see :func:`predication`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from pipeline import shipped
from pipeline.certainty.nouns import is_role
from pipeline.confidence import LEARNED
from pipeline.document import DocMention, Document
from pipeline.grammar import Filler, Predication
from pipeline.learned.features import (
    Floats,
    Pairs,
    Slot,
    Words,
    is_beside,
    near,
    pairs,
    word_at,
    words,
)
from pipeline.learned.network import EVENTS, RELATIONS, ROLES, Network
from pipeline.ontology import Ontology, Rule, Word
from pipeline.ontology.types import Part
from pipeline.vectors import are_known

NAME: Final = "press_claims"
FROM_RELATION: Final = 0.2
FROM_EVENT: Final = 0.3
"""Likelihoods from which on something is proposed; its confidence decides whether it is worth telling."""
FROM_ROLE: Final = 0.5
_TELLING: Final = frozenset({"VERB", "NOUN", "AUX", "ADJ"})
_AROUND: Final = 2
"""Words around a trigger that may be the one which an annotator would mark."""


@dataclass(frozen=True)
class Model:
    """The network, and what it needs to be given."""

    network: Network
    context: int
    """The width of the parser's view of a word."""


def directory() -> Path:
    """The folder that holds the network; raises `UsageError` where there is none."""
    return shipped.folder(NAME, "network")


@lru_cache(maxsize=1)
def model() -> Model:
    """The network of `models/press_claims`, read once."""
    place = directory()
    told = json.loads((place / "meta.json").read_text(encoding="utf-8"))
    network = Network(told["width"] + told["context"]).read(place / "network")
    return Model(network, told["context"])


def look(document: Document) -> View | None:
    """An article as the network sees it; None for a Doc by another spaCy model than the one that it learned with."""
    known, doc = model(), document.doc.parse
    if doc.tensor.ndim != 2 or doc.tensor.shape[1] != known.context or not are_known(doc.vocab):
        return None
    return View(document, known.network)


class View:
    """One article as the network sees it: the longest mentions as slots, and the words in their contexts."""

    def __init__(self, document: Document, network: Network) -> None:
        self.document, self._network = document, network
        self._mentions: list[DocMention] = []
        for mention in sorted(document.mentions, key=lambda m: (m.start, -m.end)):
            if not self._mentions or mention.start >= self._mentions[-1].end:
                self._mentions.append(mention)
        self._slots = tuple(self._slot(mention) for mention in self._mentions)
        self._words: Words = words(document.doc.parse, self._slots)
        self._encoded = network.encode(self._words)
        self._telling: Floats = network.telling(self._encoded)[:, 1:]
        self._ordered = [
            pair
            for one, other in near(self._words, self._slots)
            if not set(self._mentions[one].entities) & set(self._mentions[other].entities)
            for pair in ((one, other), (other, one))
        ]
        self._pairs: Pairs = pairs(
            self._words, self._slots, [(self._slots[one], self._slots[other]) for one, other in self._ordered]
        )
        none = np.zeros((0, len(RELATIONS)), dtype=np.float32)
        self._tied: Floats = network.tied(self._encoded, self._pairs) if self._ordered else none
        self._between: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for row, (source, target) in enumerate(self._ordered):
            for one in self._mentions[source].entities:
                for other in self._mentions[target].entities:
                    self._between[one, other].append(row)

    def _slot(self, mention: DocMention) -> Slot:
        kind = self.document.entities[mention.entities[0]].kind
        return Slot(mention.start, mention.end, mention.head, mention.form, "P" if kind == "Person" else "O")

    # Likelihoods ----------------------------------------------------------------------------------------------------

    def relation(self, rule: Rule, source: int, target: int) -> float:
        """How likely the article ties two entities so, by its likeliest place; 0 where they never stand together."""
        if rule.name not in RELATIONS:
            return 0.0
        rows = [*self._between[source, target], *(self._between[target, source] if rule.symmetric else ())]
        return float(self._tied[rows, RELATIONS.index(rule.name)].max(initial=0.0))

    def event(self, rule: Rule, start: int, end: int) -> float:
        """How likely such an event is told by the tokens ``start`` to ``end`` or right beside them."""
        if rule.name not in EVENTS:
            return 0.0
        return float(self._telling[max(0, start - _AROUND) : end + _AROUND, EVENTS.index(rule.name)].max(initial=0.0))

    # Proposals ------------------------------------------------------------------------------------------------------

    def propose(self, ontology: Ontology) -> Iterator[Predication]:
        """What the network reads in the article: relations, then events, each in text order."""
        yield from self._relations(ontology)
        yield from self._events(ontology)

    def _relations(self, ontology: Ontology) -> Iterator[Predication]:
        found = self._pairs
        for row, column in np.argwhere(self._tied >= FROM_RELATION):
            source, target = (self._mentions[index] for index in self._ordered[row])
            rule = ontology.rules.get(RELATIONS[column])
            if rule is None or (rule.symmetric and source.start > target.start):
                continue
            around = (*found.joint[row : row + 1], *found.path[row], *found.between[row])
            trigger = self._trigger([int(index) for index in around])
            if trigger is None:
                trigger = target.head
            fills = {"source": [_filler(source)], "target": [_filler(target)]}
            yield predication(self.document, rule, trigger, fills)

    def _events(self, ontology: Ontology) -> Iterator[Predication]:
        told = [
            (int(at), ontology.rules[EVENTS[kind]])
            for at, kind in np.argwhere(self._telling >= FROM_EVENT)
            if EVENTS[kind] in ontology.rules and self._tells(int(at))
        ]
        chosen = [
            (number, place)
            for number, (at, _) in enumerate(told)
            for place, slot in enumerate(self._slots)
            if is_beside(self._words, slot, at)
        ]
        if not chosen:
            return
        spots = [(word_at(told[number][0]), self._slots[place]) for number, place in chosen]
        found = pairs(self._words, self._slots, spots)
        rules = [told[number][1] for number, _ in chosen]
        kinds = np.eye(len(EVENTS), dtype=np.float32)[[EVENTS.index(rule.name) for rule in rules]]
        takes = np.array([[role in rule.roles for role in ROLES] for rule in rules])
        roles = self._network.taking_part(self._encoded, found, kinds)[:, 1:] * takes
        fills: list[dict[str, list[Filler]]] = [{} for _ in told]
        for (number, place), row in zip(chosen, roles, strict=True):
            best = int(row.argmax())
            if row[best] >= FROM_ROLE:
                fills[number].setdefault(ROLES[best], []).append(_filler(self._mentions[place]))
        for (at, rule), filled in zip(told, fills, strict=True):
            if filled:
                yield predication(self.document, rule, at, filled)

    def _trigger(self, around: Sequence[int]) -> int | None:
        """The word that tells a relation: where the ways up meet (the first), a verb or noun on the way or between.

        None where mere names stand together: "X (Y)".
        """
        return next((index for index in around if index >= 0 and self._tells(index)), None)

    def _tells(self, index: int) -> bool:
        named = any(slot.start <= index < slot.end for slot in self._slots)
        return self.document.doc[index].pos_ in _TELLING and not named


def predication(document: Document, rule: Rule, trigger: int, fills: dict[str, list[Filler]]) -> Predication:
    """A proposal as if a word of the rule had been found.

    A relation that a noun or mere names tell is no plan: where no rule reads it, the doubt of its sentence is mostly of
    something else ("X, chef de Y, voudrait partir").
    """
    token = document.doc[trigger]
    tie = rule.kind == "relation"
    noun: Part = "role" if tie and (is_role(token) or token.pos_ == "PROPN") else "noun"
    part: Part = "verb" if token.pos_ in ("VERB", "AUX") else noun
    word = Word(rule.name, part, f"({LEARNED})", {}, modality="asserted" if tie and part != "verb" else None)
    return Predication(word, trigger, trigger, trigger + 1, LEARNED, fills)


def _filler(mention: DocMention) -> Filler:
    return Filler(mention.head, mention.start, mention.end, mention.entities, mention.form)
