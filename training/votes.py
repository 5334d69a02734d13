"""What is said about the names of press articles without annotation: two models and the whole pipeline, apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import ner
from pipeline.schema import Article
from training.corpus import Span

_KINDS = {"Person": "PER", "Organisation": "ORG"}


@dataclass(frozen=True)
class Votes:
    """One article: the text that was read, and names as the teacher, the stock model and the pipeline see them."""

    text: str
    teacher: tuple[Span, ...]
    stock: tuple[Span, ...]
    decided: tuple[Span, ...]
    """Persons and organisations only: spans repaired, types by all that the article says."""


def _spans(doc: Doc) -> tuple[Span, ...]:
    return tuple(Span(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)


def collect(teacher: Language, articles: Iterable[Article]) -> Iterator[Votes]:
    """The votes on each article, in order. `teacher` is a pipeline as `ner.load_model` prepares it."""
    stock = spacy.load(ner.STOCK_MODEL, exclude=["tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler"])
    for article, doc in ner.parse(teacher, articles):
        raw = _spans(doc)
        document = ner.annotate(article, doc)
        decided = tuple(
            Span(span.start_char, span.end_char, _KINDS[document.entities[mention.entities[0]].kind])
            for mention in document.mentions
            for span in [document.span(mention)]
        )
        yield Votes(doc.text, raw, _spans(stock(doc.text)), decided)
