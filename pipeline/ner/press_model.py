"""The press NER model: `fr_core_news_md` with its NER part put out and the one of `models/press_ner` put in.

Labels: PER, ORG, LOC, EVENT, PRODUCT. How it was trained, its figures and its limits: `models/README.md`.
"""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Config

from pipeline import shipped
from pipeline.errors import UsageError

NAME = "press_ner"
BASE = "fr_core_news_md"


def directory() -> Path:
    """The folder that holds the trained component; raises `UsageError` where there is none."""
    return shipped.folder(NAME, "config.cfg")


def add_to(nlp: Language, place: Path | None = None) -> Language:
    """Put the press NER in front of the pipeline of `nlp` and return it.

    In front, not at the end: a name never crosses a sentence boundary that is already set, so that the parser's
    wrong boundaries would cut names; and the component reads nothing that the others write.
    """
    place = place or directory()
    if nlp.vocab.vectors_length == 0:
        raise UsageError(f"the press model needs the word vectors of {BASE}: {nlp.meta['name']} has none")
    config = Config().from_disk(place / "config.cfg")
    component = nlp.add_pipe("ner", config=config["ner"], first=True)
    component.from_disk(place, exclude=["vocab"])  # type: ignore[attr-defined]
    return nlp


def load(base: str = BASE) -> Language:
    """The spaCy pipeline with the press NER instead of that of `base`, whose vectors it was trained on.

    No network, no state: two calls give pipelines that answer alike. `base` is an installed package or a folder with
    the vectors of `fr_core_news_md`.
    """
    try:
        nlp = spacy.load(base, exclude=["ner"])
    except OSError as error:
        raise UsageError(f"spaCy model {base} is not installed") from error
    return add_to(nlp)
