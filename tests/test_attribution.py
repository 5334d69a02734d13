"""Attribution: a table of sentences with their source, exact; citations and their speakers."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.attribution import Sources, attribute
from pipeline.attribution.quotations import quotes
from pipeline.document import DocMention, Document, NamedEntity
from pipeline.parsed import read
from pipeline.schema import Article

TABLE = Path(__file__).parent / "data" / "attributions.tsv"


@cache
def model() -> Language:
    return spacy.load("fr_core_news_md", exclude=["ner"])


def document(marked: str) -> tuple[Document, int]:
    """A Document whose names are the ``[…]`` of the text, and the character where the ``*…*`` trigger starts."""
    text, spans, trigger, position = "", [], -1, 0
    for match in re.finditer(r"\[(.+?)\]|\*(.+?)\*", marked):
        text += marked[position : match.start()]
        if match.group(1):
            spans.append((len(text), len(text) + len(match.group(1))))
        else:
            trigger = len(text)
        text += match.group(1) or match.group(2)
        position = match.end()
    text += marked[position:]
    doc = model()(text)
    names = sorted({text[start:end] for start, end in spans})
    mentions = []
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        assert span is not None
        mentions.append(DocMention(span.start, span.end, span.root.i, (names.index(text[start:end]),)))
    entities = [NamedEntity(i, "Organisation", name) for i, name in enumerate(names)]
    return Document(Article(id="t", source="t", text=text, clean=text), read(doc), entities, mentions), trigger


def cases() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["source"]) for row in reader]


def found(marked: str) -> tuple[str, tuple[str, ...]]:
    doc, start = document(marked)
    trigger = next(t for t in doc.doc if t.idx <= start < t.idx + len(t))
    source = attribute(trigger, doc)
    if source is None:
        return "-", ()
    words = doc.doc.span(source.start, source.end).text.removeprefix("-")
    return words, tuple(doc.entities[i].name for i in source.entities)


def test_the_table_is_large_enough() -> None:
    assert len(cases()) >= 100


@pytest.mark.parametrize(("text", "source"), cases())
def test_source(text: str, source: str) -> None:
    words, names = found(text)
    assert words == source
    if f"[{source}]" in text:
        assert names == (source,)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("« Nous partons », a dit Marie. « C'est fini. »", ["Marie", "Marie"]),
        ("Marie parle d'un « détail ».", [None]),
        ("Marie a déclaré : « Nous partons. Je reste. »", ["Marie"]),
        ("« Nous partons », a dit Marie.\n« Je reste », a répondu Jean.", ["Marie", "Jean"]),
        ("« Ouvert et jamais fermé, a dit Marie.", []),
    ],
)
def test_quotes(text: str, speakers: list[str | None]) -> None:
    spans = quotes(model()(text))
    assert [span.speaker.text if span.speaker is not None else None for span in spans] == speakers


def test_one_context_serves_every_trigger() -> None:
    doc, _ = document("Selon [Le Phare], [Altaïs] a racheté [Nébula]. [Altaïs] vend [Orbis].")
    sources = Sources(doc)
    verbs = [token for token in doc.doc if token.text in {"racheté", "vend"}]
    assert [sources.attribute(verb) is not None for verb in verbs] == [True, False]
