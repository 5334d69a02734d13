"""Press articles in which who did what to whom was annotated for this project: `press_readings.jsonl`, places only.

One line an article: its `id` in `presse_fr.jsonl.xz`, the digest of the text that the pipeline reads of it
(`text`), the `kinds` of its entities (one letter each, P or O), and, in characters of that text,

- `slots`: `[start, end, form, entities]`, the names that the pipeline found and the words that may stand for somebody;
  `form` is `name` or the sort of an anaphor, `entities` whom it stands for by the annotation (none: nobody named);
- `wrong`: the numbers of the slots that are no name of a person or an organisation;
- `relations`: `[type, source slot, target slot, state]`, once for each place that tells the relation;
- `events`: `[type, start, end, [[role, slot], …], date, state]`, `start` and `end` being those of the word that
  tells it.

`anaphors` is `told` where only those were annotated whom a relation or an event names; the pipeline linked the others.
`state` holds those of `negative`, `other`, `former`, `future`, `same` that apply (`same`: told before in the article).
About every tenth article, by a hash of its id, is kept to measure, and nothing learns from it. Who annotated, and how
well: `models/README.md`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline import ner
from pipeline.schema import Article, EntityKind
from training.hand import digest, loaded

READINGS = Path(__file__).with_name("press_readings.jsonl")
KEPT = 8
"""One article in so many is kept to measure."""
KINDS: dict[str, EntityKind] = {"P": "Person", "O": "Organisation"}
"""What the letters of an entity's kind stand for."""


@dataclass(frozen=True)
class Slot:
    """Words that stand for somebody, or may: characters, form, and the entities meant (none: nobody named)."""

    start: int
    end: int
    form: str
    entities: tuple[int, ...]


@dataclass(frozen=True)
class Relation:
    """A relation at a place that tells it; `source` and `target` are numbers of slots."""

    type: str
    source: int
    target: int
    state: frozenset[str]


@dataclass(frozen=True)
class Event:
    """An event at a place that tells it; `start` and `end` are the characters of the telling word."""

    type: str
    start: int
    end: int
    roles: tuple[tuple[str, int], ...]
    date: str | None
    state: frozenset[str]


@dataclass(frozen=True)
class Annotated:
    """One article with what was annotated; `digest` tells whether the text read now is the one annotated."""

    id: str
    digest: str
    linked: bool
    """Whether all anaphors were annotated; else only those in relations and events, the others linked by program."""
    kinds: str
    slots: tuple[Slot, ...]
    wrong: frozenset[int]
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]

    @property
    def is_kept(self) -> bool:
        """Whether the article is one to measure on."""
        return hashlib.sha256(f"reading-{self.id}".encode()).digest()[0] % KEPT == 0


def read_annotations(path: Path = READINGS) -> Iterator[Annotated]:
    """The annotation, article by article, without the texts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Annotated(
            row["id"],
            row["text"],
            row.get("anaphors") != "told",
            row["kinds"],
            tuple(Slot(start, end, form, tuple(entities)) for start, end, form, entities in row["slots"]),
            frozenset(row["wrong"]),
            tuple(
                Relation(type_, source, target, frozenset(state.split()))
                for type_, source, target, state in row["relations"]
            ),
            tuple(
                Event(type_, start, end, tuple((role, slot) for role, slot in roles), date, frozenset(state.split()))
                for type_, start, end, roles, date, state in row["events"]
            ),
        )


def articles(archive: Path) -> Iterator[tuple[Annotated, Article]]:
    """The annotated articles out of the archive, as the pipeline loads them; those that now read otherwise left out."""
    known = {annotated.id: annotated for annotated in read_annotations()}
    for id_, article in loaded(archive, known.keys()):
        if digest(ner.reading_text(article)) == known[id_].digest:
            yield known[id_], article
