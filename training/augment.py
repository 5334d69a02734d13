"""Variants of an annotated article, so that the model learns contexts and not lists: other names, other letters.

Every function takes an article and a `random.Random` and gives a new article; the same seed gives the same bytes.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from training.corpus import Annotated, Span, edited

SWAPPED = {"PER": 0.5, "ORG": 0.6, "LOC": 0.3, "PRODUCT": 0.3, "EVENT": 0.1}
"""How many of the names of an article are put out for others of their label."""
SHOUTED = 0.04
"""How many names are written in capitals, as in headings and captions."""
CURLY = 0.3
"""How many articles get typographic apostrophes."""
_VOWEL = re.compile(r"[aeiouyhàâéèêëîïôöûüœAEIOUYHÀÂÉÈÊËÎÏÔÖÛÜŒ]")

Stock = Mapping[tuple[str, bool, int], Sequence[str]]
"""Names by label, by whether they begin with a vowel, and by their number of words (three stands for more)."""


def stock_of(articles: Iterable[Annotated]) -> Stock:
    """All names of annotated articles, each once, for :func:`swapped`."""
    found: dict[tuple[str, bool, int], set[str]] = defaultdict(set)
    for article in articles:
        for span in article.spans:
            text = article.text[span.start : span.end]
            if "\n" not in text and (span.label != "PER" or text[:1].isupper()):
                found[_class(text, span.label)].add(text)
    return {key: sorted(names) for key, names in sorted(found.items())}


def swapped(article: Annotated, stock: Stock, rng: random.Random) -> Annotated:
    """Some names put out for others of the same label; one name is the same other name all over the article."""
    others: dict[tuple[str, str], str] = {}
    edits: list[tuple[int, int, str]] = []
    for span in article.spans:
        text = article.text[span.start : span.end]
        if (text, span.label) not in others:
            choice = stock.get(_class(text, span.label), ())
            swap = choice and rng.random() < SWAPPED[span.label]
            others[text, span.label] = rng.choice(choice) if swap else text
        edits.append((span.start, span.end, others[text, span.label]))
    return _put(article, edits)


def shouted(article: Annotated, rng: random.Random) -> Annotated:
    """A few names written in capitals."""
    edits = [(s.start, s.end, article.text[s.start : s.end].upper()) for s in article.spans if rng.random() < SHOUTED]
    return edited(article, [edit for edit in edits if len(edit[2]) == edit[1] - edit[0]])


def curly(article: Annotated, rng: random.Random) -> Annotated:
    """In some articles, the typographic apostrophe throughout."""
    if rng.random() >= CURLY:
        return article
    return Annotated(article.id, article.text.replace("'", "’"), article.spans)


def _class(text: str, label: str) -> tuple[str, bool, int]:
    return label, bool(_VOWEL.match(text)), min(3, len(text.split()))


def _put(article: Annotated, names: list[tuple[int, int, str]]) -> Annotated:
    """The article with each of its names, in order, written as given."""
    pieces: list[str] = []
    spans: list[Span] = []
    last = length = 0
    for span, (start, end, words) in zip(article.spans, names, strict=True):
        pieces += [article.text[last:start], words]
        length += start - last
        spans.append(Span(length, length + len(words), span.label))
        length += len(words)
        last = end
    return Annotated(article.id, "".join([*pieces, article.text[last:]]), tuple(spans))
