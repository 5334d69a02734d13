"""Annotated readings as numbers: what the network of `pipeline.learned` learns from (see `claims.py`).

A pair of places whose relation the article tells elsewhere is no example for that relation, one whose kinds it never
takes is none either; everything else that was not marked teaches that nothing is told there. Relations and events that
are denied, planned or over are told alike: whether it is so is the business of `pipeline.certainty`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import ner
from pipeline.learned.features import FORMS, Floats, Kind, Pairs, Slot, Words, is_beside, near, pairs, word_at, words
from pipeline.learned.network import EVENTS, RELATIONS, ROLES
from pipeline.ontology import Ontology
from training import readings

_ANAPHORS = {"possessive": "possessive", "description": "description", "group": "description", "latter": "pronoun"}


@dataclass(frozen=True)
class Lesson:
    """One annotated article as numbers."""

    id: str
    words: Words
    pairs: Pairs
    relations: Floats
    """What is told of each pair; ``counted`` is zero where that teaches nothing."""
    counted: Floats
    tells: NDArray[np.int64]
    """For each word the event that it tells, from 1; 0 for none."""
    parts: Pairs
    events: Floats
    roles: NDArray[np.int64]


def lessons(nlp: Language, archive: Path, rules: Ontology) -> Iterator[tuple[readings.Annotated, Lesson]]:
    """Every annotated article whose text is the one that was annotated."""
    for annotated, article in readings.articles(archive):
        yield annotated, lesson(nlp(ner.reading_text(article)), annotated, rules)


def lesson(doc: Doc, annotated: readings.Annotated, rules: Ontology) -> Lesson:
    """What one parsed article teaches."""
    slots, numbers = _slots(doc, annotated)
    read = words(doc, slots)
    places = {number: place for place, number in enumerate(numbers)}
    entities = [annotated.slots[number].entities for number in numbers]
    here, anywhere = _told(annotated, places, rules)
    chosen: list[tuple[Slot, Slot]] = []
    relations: list[Floats] = []
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
            relations.append(np.array([t in told for t in RELATIONS], dtype=np.float32))
            counts = [
                t in told or (t not in elsewhere and _takes(rules, t, slots[first].kind, slots[second].kind))
                for t in RELATIONS
            ]
            counted.append(np.array(counts, dtype=np.float32))
    tells = np.zeros(len(doc), dtype=np.int64)
    parts: list[tuple[Slot, Slot]] = []
    roles: list[int] = []
    events: list[int] = []
    for told_ in annotated.events:
        span = doc.char_span(told_.start, told_.end, alignment_mode="expand")
        if span is None:
            continue
        at, type_ = span.root.i, EVENTS.index(told_.type)
        tells[at] = type_ + 1
        has = {places[slot]: role for role, slot in told_.roles if slot in places and role in ROLES}
        word = word_at(at)
        for place, slot in enumerate(slots):
            if place in has or (is_beside(read, slot, at) and entities[place]):
                parts.append((word, slot))
                events.append(type_)
                roles.append(ROLES.index(has[place]) + 1 if place in has else 0)
    shape = (-1, len(RELATIONS))
    return Lesson(
        annotated.id,
        read,
        pairs(read, slots, chosen),
        np.array(relations, dtype=np.float32).reshape(shape),
        np.array(counted, dtype=np.float32).reshape(shape),
        tells,
        pairs(read, slots, parts),
        np.eye(len(EVENTS), dtype=np.float32)[events].reshape(-1, len(EVENTS)),
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
    annotated: readings.Annotated, places: Mapping[int, int], rules: Ontology
) -> tuple[dict[tuple[int, int], set[str]], dict[tuple[int, int], set[str]]]:
    """The relations told at a pair of places, and those of a pair of entities anywhere in the article."""
    here: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    anywhere: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for relation in annotated.relations:
        ends = [(relation.source, relation.target)]
        if rules.rules[relation.type].symmetric:
            ends.append((relation.target, relation.source))
        for source, target in ends:
            if source in places and target in places:
                here[places[source], places[target]].add(relation.type)
            for one in annotated.slots[source].entities:
                for other in annotated.slots[target].entities:
                    anywhere[one, other].add(relation.type)
    return here, anywhere


def _takes(rules: Ontology, relation: str, source: Kind, target: Kind) -> bool:
    """Whether a relation is one between such kinds."""
    rule = rules.rules[relation]
    ends = (("source", source), ("target", target))
    return all(kind == "?" or readings.KINDS[kind] in rule.roles[role] for role, kind in ends)
