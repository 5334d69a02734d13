"""Silver labels for press articles nobody annotated: what two readers say, corrected by what the whole corpus says.

A reader is a model and the repairs of `pipeline.ner`, with the kinds that the whole article decides: so the labels
have the extents and types of the graph, not WiNER's. One reader has the teacher's NER, the other the stock one's. A
name that the two call one thing nearly everywhere is that thing everywhere; where neither agreement nor the corpus
decides, the tokens are left without an annotation, and the training learns nothing from them.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.names import folded
from pipeline.ner import sentences
from pipeline.ner.kinds import decide
from pipeline.ner.name_span import text_of
from pipeline.ner.spans import find_names
from training import corpus as corpus_format

WORDS = 220
"""Words that are taken of an article, to the end of their paragraph: many short texts teach more than few long ones."""
OFTEN = 4
"""Votes that of each reader that a name needs before the corpus decides its label."""
CLEAR = 0.85
"""Share of the votes that the label needs."""
LABEL_OF = {"Person": "PER", "Organisation": "ORG", "Place": "LOC"}
OTHER = frozenset({"EVENT", "PRODUCT"})
DOUBTFUL = "MISC"
"""Neither person nor body nor place, and the teacher does not say what."""


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


def label(texts: Iterable[str], readers: Sequence[Language], base: Language) -> Iterator[Doc]:
    """Documents of the tokens of `base` with silver entities; a token that nothing decides has no annotation.

    `readers` are whole pipelines, the one that is believed first.
    """
    texts = [text.replace("’", "'") for text in texts]
    read = [[_names(doc) for doc in reader.pipe(texts, batch_size=32)] for reader in readers]
    corpus = decided(texts, read)
    runs: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in corpus:
        words = tuple(token.text for token in base.make_doc(name))
        runs[words[0]].append(words)
    for text, first, *others in zip(texts, *read, strict=True):
        doc = base.make_doc(text)
        theirs = [[span for name in names if (span := _put(doc, name)) is not None] for names in (first, *others)]
        yield _merged(doc, theirs[0], [span for spans in theirs[1:] for span in spans], corpus, runs)


def _names(doc: Doc) -> list[corpus_format.Span]:
    """The names of a parsed text after repair, with the kinds that the whole text gives them."""
    events = {i: ent.label_ for ent in doc.ents if ent.label_ in OTHER for i in range(ent.start, ent.end)}
    doc = sentences.rejoin(doc)
    names = find_names(doc)
    kinds = decide(doc, names)
    found = []
    for name in names:
        told = LABEL_OF.get(kinds[folded(text_of(doc, name))]) or events.get(name.start, DOUBTFUL)
        span = doc[name.start : name.end]
        found.append(corpus_format.Span(span.start_char, span.end_char, told))
    return found


def _put(doc: Doc, name: corpus_format.Span) -> Span | None:
    return doc.char_span(name.start, name.end, label=name.label, alignment_mode="contract")


def decided(texts: Sequence[str], read: Sequence[Sequence[Sequence[corpus_format.Span]]]) -> dict[str, str]:
    """The names to which the corpus gives one label, by their text; each reader has one vote for each place."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reader in read:
        for text, names in zip(texts, reader, strict=True):
            for name in names:
                votes[text[name.start : name.end]][name.label] += 1
    found: dict[str, str] = {}
    for form, counts in votes.items():
        best, most = counts.most_common(1)[0]
        clear = counts.total() >= OFTEN * len(read) and most >= CLEAR * counts.total()
        if clear and best != DOUBTFUL and form[:1].isupper():
            found[form] = best
    return found


def _merged(
    doc: Doc, first: list[Span], others: list[Span], corpus: dict[str, str], runs: dict[str, list[tuple[str, ...]]]
) -> Doc:
    kept: list[Span] = []
    doubtful: list[Span] = []
    by_token: dict[int, list[Span]] = defaultdict(list)
    for span in others:
        for i in range(span.start, span.end):
            by_token[i].append(span)
    for span in first:
        told = corpus.get(span.text)
        against = [other for i in range(span.start, span.end) for other in by_token[i]]
        same = all((s.start, s.end, s.label_) == (span.start, span.end, span.label_) for s in against)
        if told is not None:
            kept.append(Span(doc, span.start, span.end, label=told))
        elif same and span.label_ != DOUBTFUL:
            kept.append(span)
        else:
            doubtful += [span, *against]
    taken = {i for span in (*kept, *doubtful) for i in range(span.start, span.end)}
    for i, token in enumerate(doc):
        for words in runs.get(token.text, ()):
            end = i + len(words)
            if tuple(t.text for t in doc[i:end]) == words and taken.isdisjoint(range(i, end)):
                kept.append(Span(doc, i, end, label=corpus[doc[i:end].text]))
    kept = filter_spans(kept)
    taken = {i for span in kept for i in range(span.start, span.end)}
    doubtful += others
    doc.set_ents(
        kept,
        missing=filter_spans(span for span in doubtful if taken.isdisjoint(range(span.start, span.end))),
        default="outside",
    )
    return doc
