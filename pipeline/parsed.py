"""The parse of an article as plain Python: tokens, spans and the Doc, with the names that spaCy gives their attributes.

spaCy makes a new Token for every ``doc[i]`` and looks every string up anew; the rooms above the doorway ask some
hundred times for each token. Here each is asked once (:func:`read`), and everything after is a plain attribute. Slices
of a Doc are plain tuples; :meth:`Doc.span` gives their text and root.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from spacy import attrs, tokens
from spacy.vocab import Vocab

_STRINGS: Final = ("ORTH", "LOWER", "LEMMA", "POS", "DEP", "TAG", "MORPH", "ENT_TYPE", "SHAPE")
_FLAGS: Final = (
    "SPACY",
    "IS_SPACE",
    "IS_PUNCT",
    "IS_QUOTE",
    "IS_ALPHA",
    "IS_DIGIT",
    "IS_LOWER",
    "IS_UPPER",
    "IS_TITLE",
    "LIKE_NUM",
)
_NUMBERS: Final = ("HEAD", "SENT_START", "ENT_IOB")
_READ: Final = [attrs.IDS[name] for name in (*_STRINGS, *_FLAGS, *_NUMBERS)]
_IOB: Final = ("", "I", "O", "B")
"""What spaCy writes for its numbers of the place in an entity."""


class Token:
    """One word or mark of a Doc. There is one object for each place, so that ``is`` and ``==`` mean the same."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_digit",
        "is_lower",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "is_title",
        "is_upper",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "morph",
        "orth_",
        "pos_",
        "rights",
        "sent",
        "shape_",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: Doc
    head: Token
    sent: Span
    children: list[Token]

    def __init__(
        self, i: int, idx: int, strings: tuple[str, ...], flags: tuple[bool, ...], starts: int, iob: str
    ) -> None:
        self.i = i
        self.idx = idx
        (
            self.orth_,
            self.lower_,
            self.lemma_,
            self.pos_,
            self.dep_,
            self.tag_,
            morph,
            self.ent_type_,
            self.shape_,
        ) = strings
        self.text = self.orth_
        self.morph = _features(morph)
        (
            spaced,
            self.is_space,
            self.is_punct,
            self.is_quote,
            self.is_alpha,
            self.is_digit,
            self.is_lower,
            self.is_upper,
            self.is_title,
            self.like_num,
        ) = flags
        self.whitespace_ = " " if spaced else ""
        self.is_sent_start = starts == 1
        self.ent_iob_ = iob
        self.lefts: list[Token] = []
        self.rights: list[Token] = []

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether another token hangs on this one, over however many others."""
        while descendant.head is not descendant:
            descendant = descendant.head
            if descendant is self:
                return True
        return False

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens coordinated with it, as spaCy sees them."""
        return tuple(self.doc[token.i] for token in self.doc.parse[self.i].conjuncts)


class Span:
    """Tokens ``start`` to ``end`` (exclusive) of a Doc."""

    __slots__ = ("_root", "doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label
        self._root: Token | None = None

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def start_char(self) -> int:
        """Where it begins in the text of the Doc."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where it ends in the text of the Doc."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand."""
        if self.start >= self.end:
            return ""
        last = self.doc[self.end - 1]
        return self.doc.text[self.doc[self.start].idx : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The token that hangs on the rest of the sentence, as spaCy sees it."""
        if self._root is None:
            self._root = self.doc[self.doc.parse[self.start : self.end].root.i]
        return self._root


class Doc(tuple[Token, ...]):
    """The tokens of an article. ``parse`` is spaCy's Doc, for what only a network asks for."""

    parse: tokens.Doc
    text: str
    sents: list[Span]
    ents: list[Span]

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    @property
    def vocab(self) -> Vocab:
        """The words and vectors of the model."""
        return self.parse.vocab

    def span(self, start: int, end: int) -> Span:
        """The tokens from ``start`` to ``end`` (exclusive), cut where the Doc ends."""
        return Span(self, start, min(end, len(self)))

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that characters ``start`` to ``end`` of the text touch."""
        found = self.parse.char_span(start, end, alignment_mode="expand")
        return None if found is None else Span(self, found.start, found.end)


def read(parse: tokens.Doc) -> Doc:
    """spaCy's parse as plain objects. A change of the parse afterwards does not show here."""
    table = parse.to_array(_READ).reshape(len(parse), len(_READ))
    texts, flags = len(_STRINGS), len(_STRINGS) + len(_FLAGS)
    known = {int(key): parse.vocab.strings[int(key)] for key in np.unique(table[:, :texts])}
    strings = [tuple(map(known.__getitem__, row)) for row in table[:, :texts].tolist()]
    marks = [tuple(row) for row in table[:, texts:flags].astype(bool).tolist()]
    numbers = table[:, flags:].astype(np.int64).tolist()
    made: list[Token] = []
    idx = 0
    for i, (words, mark, (_, starts, iob)) in enumerate(zip(strings, marks, numbers, strict=True)):
        made.append(Token(i, idx, words, mark, starts, _IOB[iob]))
        idx += len(words[0]) + mark[0]
    doc = Doc(made)
    doc.parse, doc.text = parse, parse.text
    for token, (offset, _, _) in zip(made, numbers, strict=True):
        token.doc, token.head = doc, made[token.i + offset]
        if offset:
            (token.head.lefts if offset > 0 else token.head.rights).append(token)
    begins = [token.i for token in made if token.is_sent_start or not token.i]
    doc.sents = [Span(doc, start, end) for start, end in pairwise([*begins, len(made)])]
    for sentence in doc.sents:
        for token in sentence:
            token.sent, token.children = sentence, token.lefts + token.rights
    doc.ents = [Span(doc, ent.start, ent.end, ent.label_) for ent in parse.ents]
    return doc


@lru_cache(maxsize=1024)
def _features(morph: str) -> dict[str, list[str]]:
    """What "Gender=Masc|Number=Sing" says of each feature. Shared by all tokens that bear it: not to be changed."""
    pairs = (feature.partition("=") for feature in morph.split("|") if "=" in feature)
    return {name: values.split(",") for name, _, values in pairs}
