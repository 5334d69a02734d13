"""Silver labels for press articles nobody annotated: what two models say, corrected by what the whole corpus says.

The teacher (trained on WiNER-fr, with its labels and its idea of a name's extent) reads each article, and so does the
stock model. A name that the two call one thing nearly everywhere is that thing everywhere; where neither agreement nor
the corpus decides, the tokens are left without an annotation, and the training learns nothing from them.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.ner.name_span import is_first_name
from pipeline.ner.name_words import TITLES

WORDS = 220
"""Words that are taken of an article, to the end of their paragraph: many short texts teach more than few long ones."""
OFTEN = 4
"""Votes that a name needs before the corpus decides its label."""
CLEAR = 0.85
"""Share of the votes that the label needs."""
STOCK_VOTE = 0.5
KINDS = frozenset({"PER", "ORG", "LOC"})


def sample(archive: Path, number: int, without: frozenset[str]) -> list[str]:
    """Beginnings of `number` articles, chosen by the hash of their ids; ids of annotated articles are left out."""
    chosen: list[tuple[str, str]] = []
    with lzma.open(archive, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["id"] not in without:
                order = hashlib.sha256(f"silver-{article['id']}".encode()).hexdigest()
                chosen.append((order, article["text"]))
    return [_beginning(text) for _, text in sorted(chosen)[:number]]


def _beginning(text: str) -> str:
    kept: list[str] = []
    words = 0
    for paragraph in text.split("\n\n"):
        kept.append(paragraph)
        words += len(paragraph.split())
        if words >= WORDS:
            break
    return "\n\n".join(kept)


def annotated_ids(folder: Path) -> frozenset[str]:
    """The ids of the articles that people annotated, by the names of their files: never to be learned from."""
    return frozenset(path.stem for path in folder.rglob("*.json")) if folder.is_dir() else frozenset()


def label(texts: Iterable[str], teacher: Language, stock: Language) -> Iterator[Doc]:
    """Documents with silver entities; a token that nothing decides has no annotation."""
    texts = [text.replace("’", "'") for text in texts]
    docs = list(teacher.pipe(texts))
    others = [list(doc.ents) for doc in stock.pipe(texts)]
    corpus = decided(docs, others)
    runs: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in corpus:
        words = tuple(name.split(" "))
        runs[words[0]].append(words)
    for doc, other in zip(docs, others, strict=True):
        yield _merged(doc, other, corpus, runs)


def decided(docs: list[Doc], others: list[list[Span]]) -> dict[str, str]:
    """The names to which the corpus gives one label, by their text."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, other in zip(docs, others, strict=True):
        for span in doc.ents:
            votes[_text(span)][span.label_] += 1.0
        for span in other:
            if span.label_ in KINDS:
                votes[_text(span)][span.label_] += STOCK_VOTE
    found: dict[str, str] = {}
    for name, counts in votes.items():
        best, most = counts.most_common(1)[0]
        if counts.total() >= OFTEN and most >= CLEAR * counts.total() and name[:1].isupper():
            found[name] = best
    return found


def _text(span: Span) -> str:
    return " ".join(token.text for token in span)


def _merged(doc: Doc, other: list[Span], corpus: dict[str, str], runs: dict[str, list[tuple[str, ...]]]) -> Doc:
    kept: list[Span] = []
    doubtful: list[Span] = []
    by_token = {i: span for span in other if span.label_ in KINDS for i in range(span.start, span.end)}
    for span in doc.ents:
        told = corpus.get(_text(span))
        against = {by_token[i] for i in range(span.start, span.end) if i in by_token}
        same = any((s.start, s.end, s.label_) == (span.start, span.end, span.label_) for s in against)
        if told is not None:
            kept.append(Span(doc, span.start, span.end, label=told))
        elif same or not against:
            kept.append(Span(doc, span.start, span.end, label=span.label_))
        else:
            doubtful.append(span)
    taken = {i for span in (*kept, *doubtful) for i in range(span.start, span.end)}
    for i, token in enumerate(doc):
        for words in runs.get(token.text, ()):
            end = i + len(words)
            if tuple(t.text for t in doc[i:end]) == words and taken.isdisjoint(range(i, end)):
                kept.append(Span(doc, i, end, label=corpus[" ".join(words)]))
    kept = filter_spans(kept)
    taken |= {i for span in (*kept, *doubtful) for i in range(span.start, span.end)}
    for span in other:
        if span.label_ in KINDS and taken.isdisjoint(range(span.start, span.end)):
            doubtful.append(doc[span.start : span.end])
    sure = [span for span in kept if len(span.text) > 2 or span.label_ == "ORG"]
    persons = {token.text for span in sure if span.label_ == "PER" and _has_first_name(span) for token in span}
    corpus_persons = {name for name, told in corpus.items() if told == "PER"}
    for span in list(sure):
        known = _has_first_name(span) or _text(span) in corpus_persons or span[0].text in persons
        titled = span.start > 0 and doc[span.start - 1].lower_ in TITLES
        if span.label_ == "PER" and not known and not titled:
            sure.remove(span)
            doubtful.append(span)
    doc.set_ents(sure, missing=filter_spans(doubtful), default="outside")
    return doc


def _has_first_name(span: Span) -> bool:
    return len(span) > 1 and is_first_name(span[0].text)
