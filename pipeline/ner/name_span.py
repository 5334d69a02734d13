"""A name as a run of tokens, and what its letters and its place tell: capitals, sentence starts, first names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.names import folded
from pipeline.ner import first_names
from pipeline.parsed import Doc, Token

Label = Literal["PER", "ORG", "LOC", "MISC"]
Finder = Literal[
    "title",
    "sigle",
    "institution",
    "post",
    "quoted",
    "model",
    "first name",
    "medium",
    "apposition",
    "capital article",
    "list",
    "copy",
]

_PREFIX = re.compile(r"^(?:ex|anti|pro|non|post|néo|mi)-(?=[A-ZÀ-Ý])")
_OPENING = frozenset({"«", '"', "“", "-", "–", "—", "•", "*", "'"})


@dataclass(frozen=True, order=True)
class Name:
    """Tokens ``start`` to ``end`` (exclusive) are a name; ``label`` is the finder's view of its kind."""

    start: int
    end: int
    label: Label
    finder: Finder


def text_of(doc: Doc, name: Name) -> str:
    """The name as one line, without the spaces and line breaks that the page put into it, nor "ex-", "pro-" before."""
    text = _PREFIX.sub("", " ".join(doc.span(name.start, name.end).text.split()))
    return text[0] if len(text) == 2 and text[1] == "." else text


def has_capital(token: Token) -> bool:
    """Whether a token is written as a name is: a capital anywhere ("Nébula", "eNéb"), or a digit with letters."""
    return _is_capital(token.orth_)


@lru_cache(maxsize=100_000)
def _is_capital(text: str) -> bool:
    return not text.islower() and any(c.isupper() for c in text)


def starts_sentence(token: Token) -> bool:
    """Whether a capital says nothing here: first word of a sentence, of a line, of a quotation."""
    before = token.i - 1
    while before >= 0 and token.doc[before].text in _OPENING:
        before -= 1
    if before < 0 or before < token.i - 1:
        return True
    return (
        bool(token.is_sent_start)
        or "\n" in token.doc[before].text
        or token.doc[before].text in {".", "!", "?", ":", "…"}
    )


@lru_cache(maxsize=100_000)
def is_first_name(word: str) -> bool:
    """Whether a word is a common first name; of a compound its first part decides."""
    first = folded(word).split()[:1]
    return bool(first) and (first[0] in first_names.MALE or first[0] in first_names.FEMALE)
