"""What the article shows of its entities: kinds, parties, groups, courts, the channel it is about; who speaks where.

``Filler`` is what a slot of a valency is filled with: a token and the entities that it stands for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from pipeline.attribution.quotations import quotes
from pipeline.document import DocMention, Document
from pipeline.grammar.layout import Layout
from pipeline.grammar.lexicon import BANDS, CHAMBERS, COURTS, GROUP_NOUNS, SCHOOL_WORDS
from pipeline.grammar.media import find_medium, find_on_air
from pipeline.grammar.parties import find_parties
from pipeline.ontology import Ontology, Word
from pipeline.schema import EntityKind, MentionForm

_CALLED = 4
"""So many tokens before a name may hold the noun that it is called by."""


@dataclass(frozen=True)
class Filler:
    """The entities that a token stands for, and how it names them."""

    token: int
    start: int
    end: int
    entities: tuple[int, ...]
    form: MentionForm


class Facts(Layout):
    """A document with what its article shows of the entities in it."""

    def __init__(self, document: Document, ontology: Ontology) -> None:
        super().__init__(document)
        self.ontology = ontology
        self._citations: dict[int, tuple[int, int, int]] | None = None

    def kind(self, entity: int) -> EntityKind:
        """Person or Organisation."""
        return self.document.entities[entity].kind

    def citation(self, verb: int) -> tuple[int, int, int] | None:
        """The citation that a verb of saying carries: its first token, the one after it, its speaker."""
        if self._citations is None:
            self._citations = {
                quote.speech.verb.i: (quote.start, quote.end, quote.speech.subject.i)
                for quote in reversed(quotes(self.doc))
                if quote.speech is not None
            }
        return self._citations.get(verb)

    def is_court(self, entity: int) -> bool:
        """Whether an entity is a body that judges or prosecutes, by the first words of its name."""
        words = self.document.entities[entity].name.lower().replace("’", "'").split()
        return any(tuple(words[: len(court)]) == court for court in COURTS)

    def admits(self, word: Word, slot: str, entity: int) -> bool:
        """Whether a word lets an entity fill one of its slots."""
        kinds = word.only.get(slot) or self.ontology.rules[word.rule].roles.get(slot, frozenset())
        if not self.narrowly(entity, kinds):
            return False
        if slot in word.judges or slot in word.disputants:
            return self.is_court(entity) == (slot in word.judges)
        return True

    def is_chamber(self, entity: int) -> bool:
        """Whether an organisation bears the name of an assembly or an academy: who enters it becomes a member."""
        return self.document.entities[entity].name.lower().split()[0] in CHAMBERS

    def has_members(self, entity: int) -> bool:
        """Whether who joins or leaves an organisation is its member and not its employee."""
        return entity in self.parties or self.is_chamber(entity)

    def narrowly(self, entity: int, kinds: Collection[str]) -> bool:
        """Whether an entity is of one of these kinds; "Employer" is no party, "Firm" no party and no school."""
        kind = self.kind(entity)
        if kind in kinds or kind != "Organisation":
            return kind in kinds
        if entity in self.parties:
            return "Party" in kinds
        if self.is_chamber(entity) and not {"Chamber", "Employer"}.isdisjoint(kinds):
            return "Chamber" in kinds
        if not {"Group", "Alliance"}.isdisjoint(kinds):
            return ("Group" if entity in self.groups else "Alliance") in kinds
        if "Press" in kinds and entity in self.document.press:
            return True
        first = self.document.entities[entity].name.lower().split()[0]
        return "Employer" in kinds or ("Firm" in kinds and first not in SCHOOL_WORDS)

    @cached_property
    def parties(self) -> frozenset[int]:
        """The organisations that the article shows to be political parties."""
        return find_parties(self.document, self.mention, self.lower)

    @cached_property
    def groups(self) -> frozenset[int]:
        """The organisations that the article calls a group of firms ("le groupe de presse X")."""
        names = (m for m in self.document.mentions if m.form == "name" and self.kind(m.entities[0]) == "Organisation")
        before = ((m, self.lower[max(m.start - _CALLED, 0) : m.start]) for m in names)
        called = ((m, words) for m, words in before if not GROUP_NOUNS.isdisjoint(words) and BANDS.isdisjoint(words))
        return frozenset(e for m, _ in called for e in m.entities)

    @cached_property
    def on_air(self) -> frozenset[int]:
        """The organisations that the article shows to broadcast ("sur X", "l'antenne de X", "la matinale de X")."""
        return find_on_air(self.document, self.lower)

    @cached_property
    def medium(self) -> list[Filler]:
        """The mentions of the one channel or station that the article is about, in text order."""
        return [self.filler_of(mention) for mention in find_medium(self.document, self.lower)]

    def told_medium(self, index: int) -> list[Filler]:
        """Its last mention before a token, where the article has named it by then."""
        return [filler for filler in self.medium if filler.start < index][-1:]

    def filler_of(self, mention: DocMention, token: int | None = None) -> Filler:
        """The filler that a mention makes."""
        at = mention.head if token is None else token
        return Filler(at, mention.start, mention.end, mention.entities, mention.form)
