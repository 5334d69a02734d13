"""The doc-side types, shared by the rooms above the doorway (where spaCy lives).

A :class:`Document` is one article with its parsed Doc, its named entities and its mentions. The Doc is
that of ``article.clean``; nothing is stored in global spaCy extensions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.parsed import Doc, Span, Token
from pipeline.schema import Article, EntityKind, MentionForm

Gender = Literal["Masc", "Fem"]


@dataclass(frozen=True)
class NamedEntity:
    """A person or organisation of one article. ``id`` is its position in ``Document.entities``."""

    id: int
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    hints: tuple[str, ...] = ()
    """Lemmas of the nouns that the article uses for it ("startup", "milliardaire", "ministre")."""


@dataclass(frozen=True)
class DocMention:
    """Tokens ``start`` to ``end`` (exclusive) stand for ``entities`` (several for "ils", "les deux hommes").

    ``head`` is the index of the token that carries the mention in the parse (for "Anne Morvan", that of "Morvan"
    or "Anne", whichever the parser attached to the rest of the sentence).
    """

    start: int
    end: int
    head: int
    entities: tuple[int, ...]
    form: MentionForm = "name"


@dataclass(frozen=True)
class Caucus:
    """What a group in an assembly belongs to: its party and the assembly, where they are entities of the article.

    A ``committee`` has no party: it belongs to its assembly, or to the body that it is of.
    """

    party: int | None
    chamber: int | None
    committee: bool = False


@dataclass
class Document:
    """One article on its way through the house."""

    article: Article
    doc: Doc
    entities: list[NamedEntity]
    mentions: list[DocMention] = field(default_factory=list)
    """Names first, in text order; coreference appends pronouns, possessives and descriptions."""
    press: frozenset[int] = frozenset()
    """The entities that the article shows to be media titles; coreference tells them."""
    caucuses: Mapping[int, Caucus] = field(default_factory=dict)
    """The entities that are groups of a party in an assembly or its committees; their mentions lie over those of
    party and assembly."""

    def span(self, mention: DocMention) -> Span:
        """The words of a mention."""
        return self.doc.span(mention.start, mention.end)


def syntactic_head(span: Span) -> Token:
    """The token of a span that hangs on the rest of the sentence (spaCy's ``Span.root``)."""
    return span.root
