"""Annotated articles: one JSON object an article, in the format of the annotation guidelines, beside its text.

Entities, relations and events carry the ids that the annotator gave; what is marked optional counts neither when
found nor when missed. Keys that say nothing to the measure (``start``, ``attribution``, ``evidence``) are not read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import UsageError
from pipeline.schema import EntityKind, Modality, Polarity


class _Annotated(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    optional: bool = False


class GoldEntity(_Annotated):
    """A person or organisation that the article names."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()


class GoldRelation(_Annotated):
    """A lasting tie, from one entity's id to another's."""

    type: str
    source: str
    target: str
    polarity: Polarity
    modality: Modality


class GoldParticipant(_Annotated):
    """Who takes part in an event, and how; without an entity it is told in words only."""

    role: str
    entity: str | None = None


class GoldEvent(_Annotated):
    """A happening; ``date_also`` holds the dates that count as right besides ``date``."""

    type: str
    date: str | None
    date_also: tuple[str | None, ...] = ()
    polarity: Polarity
    modality: Modality
    participants: tuple[GoldParticipant, ...]

    @property
    def roles(self) -> frozenset[tuple[str, str]]:
        """Role and entity id of every named participant."""
        return frozenset((p.role, p.entity) for p in self.participants if p.entity is not None)


class _Annotation(_Annotated):
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True)
class GoldArticle:
    """An annotated article: its id, its text as decoded, and what a careful reader found in it."""

    id: str
    path: Path
    text: str
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]
    events: tuple[GoldEvent, ...]


def load(folder: Path | str, texts: Path | str | None = None) -> list[GoldArticle]:
    """Read a folder of annotations (``<id>.json``), sorted by id.

    Args:
        folder: where the annotations are.
        texts: where the articles are (``<id>.txt``); None looks in ``texts`` within the folder, then beside it.

    Raises:
        UsageError: no annotations, a text that is missing, or a file that is not in the gold format.
    """
    root = Path(folder)
    paths = sorted(root.glob("*.json"))
    if not paths:
        raise UsageError(f"no annotated articles (*.json) in {folder}")
    places = [Path(texts)] if texts is not None else [root / "texts", root.parent / "texts"]
    place = next((p for p in places if p.is_dir()), None)
    if place is None:
        raise UsageError(f"no folder with the articles of {folder}: give it with --texts")
    return [_read(path, place / f"{path.stem}.txt") for path in paths]


def _read(path: Path, article: Path) -> GoldArticle:
    try:
        found = _Annotation.model_validate(json.loads(path.read_text(encoding="utf-8")))
        text = article.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise UsageError(f"cannot read {error.filename}: {error.strerror}") from error
    except (ValidationError, ValueError) as error:
        raise UsageError(f"{path.name} is not in the gold format: {str(error).splitlines()[0]}") from error
    return GoldArticle(path.stem, article, text, found.entities, found.relations, found.events)
