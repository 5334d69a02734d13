"""Where things stand in a document: its tokens and mentions by index, where a noun phrase begins and ends."""

from __future__ import annotations

from pipeline.document import DocMention, Document
from pipeline.grammar.lexicon import CLOSERS, QUOTES
from pipeline.parsed import Doc, Token
from pipeline.prepositions import COMPLEX, SIMPLE, spelled

_RANK = {"pronoun": 0, "description": 1, "name": 2}
"""Where two mentions cover a token, the one that says more of whom it means counts."""

_AIMED = frozenset({"visant", "ciblant"})
"""Participles that stand for "contre" ("une plainte visant X")."""
_NOTHING_ELSE = frozenset({"de", "envers", "avec", "chez", "dans", "malgré", "parmi", "selon"})
"""Prepositions that are nothing else, whatever the tagger says."""


class Layout:
    """Token-indexed views of one :class:`Document`, without the words of any rule."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.doc: Doc = document.doc
        self.lower: list[str] = [token.lower_ for token in self.doc]
        self.mention: list[DocMention | None] = [None] * len(self.doc)
        self.possessive: dict[int, DocMention] = {}
        for mention in document.mentions:
            if mention.form == "possessive":
                self.possessive[mention.start] = mention
                continue
            for index in range(mention.start, mention.end):
                old = self.mention[index]
                if old is None or _RANK[mention.form] > _RANK[old.form]:
                    self.mention[index] = mention
        self._names = [m if m is not None and m.form == "name" else None for m in self.mention]
        self._prepositions: dict[int, tuple[str, int] | None] = {}
        self._sentence_ends = [sentence.end for sentence in document.doc.sents for _ in sentence]

    def name_at(self, index: int) -> DocMention | None:
        """The name mention that covers a token."""
        return self._names[index] if 0 <= index < len(self._names) else None

    def mention_in_phrase(self, position: int) -> DocMention | None:
        """The name within the noun phrase that begins here ("le groupe X", "son épouse Y"), if it begins soon."""
        for index in range(position, min(position + 6, len(self.doc))):
            mention = self.mention[index]
            if mention is not None and (mention.form == "name" or index == position):
                return mention
            token = self.doc[index]
            if token.pos_ not in {"DET", "ADJ", "NOUN"} and self.lower[index] not in QUOTES:
                return None
        return None

    def mention_head(self, index: int) -> int:
        """The head of the mention that covers a token, or the token itself."""
        mention = self.mention[index]
        return index if mention is None else mention.head

    def closing(self, position: int) -> int:
        """The index of the bracket that closes the one at ``position`` (or ``position`` when none does)."""
        close = CLOSERS.get(self.lower[position])
        if close is None:
            return position
        for index in range(position + 1, min(position + 40, len(self.doc))):
            if self.lower[index] == close:
                return index
        return position

    def left_edge(self, index: int) -> int:
        """The first token of the noun phrase whose head noun stands at ``index`` (determiner and adjectives)."""
        start = index
        while start > 0:
            token = self.doc[start - 1]
            if token.pos_ == "NUM" and len(token) == 4 and token.text.isdigit():
                # A year ("est depuis 2014 directeur de X") counts nobody.
                break
            if token.pos_ in {"DET", "ADJ", "NUM"} or self.lower[start - 1] in QUOTES | {"ex", "ex-", "-", "vice"}:
                start -= 1
                if token.pos_ == "DET" and self.lower[start] not in {"tous", "toutes", "tout", "toute"}:
                    break
                continue
            break
        return start

    def preposition_at(self, position: int) -> tuple[str, int] | None:
        """The preposition that begins at a token and the index after it; the longest complex one first."""
        if position not in self._prepositions:
            self._prepositions[position] = self._preposition_from(position)
        return self._prepositions[position]

    def _preposition_from(self, position: int) -> tuple[str, int] | None:
        first = self.lower[position]
        if first in _AIMED and self.lower[position + 1 : position + 2] not in ([], ["à"]):
            return "contre", position + 1
        if first not in SIMPLE and first not in COMPLEX:
            return None
        if position + 1 in self.possessive and self.lower[position + 2 : position + 3] == ["encontre"]:
            # "à son encontre": the possessive is who it is against.
            return "à l'encontre de", position + 1
        for words, phrase in COMPLEX.get(first, ()):
            end = position + len(words)
            if end <= len(self.lower) and all(
                spelled(word, self.lower[position + offset], offset == len(words) - 1)
                for offset, word in enumerate(words)
            ):
                return phrase, end
        simple = SIMPLE.get(first)
        if simple is None or (
            self.doc[position].pos_ not in {"ADP", "DET", "SCONJ", "ADV", "PRON"} and simple not in _NOTHING_ELSE
        ):
            return None
        return simple, position + 1

    def complement(self, position: int) -> int | None:
        """The head of the noun phrase that begins at a token: a mention's head, or the first noun."""
        for index in range(position, min(position + 7, len(self.doc))):
            mention = self.mention[index]
            if mention is not None and mention.form != "pronoun":
                return mention.head if mention.start == index else index
            token = self.doc[index]
            if mention is not None or token.pos_ in {"NOUN", "PROPN", "X"}:
                return index
            if token.pos_ == "PRON":
                return index
            if token.pos_ == "VERB" and index > position and self.name_at(index + 1) is not None:
                # "la jeune pousse X": between a determiner and a name stands a noun, whatever the tagger says.
                return self.mention_head(index + 1)
            if token.pos_ not in {"DET", "ADJ", "NUM", "ADV"} and self.lower[index] not in QUOTES:
                return None
        return None

    def sentence_end(self, token: Token) -> int:
        """The index after the token's sentence."""
        return self._sentence_ends[token.i]
