"""Every type that crosses a room's door: Article, Reading (mentions and claims), Graph rows.

Frozen pydantic models, so that a reading can be kept as one JSON line and read back as it was. Nothing here,
and nothing after :mod:`pipeline.relations`, knows spaCy. All offsets are character offsets into the article's
source text as decoded (``Article.text``), end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from pydantic import BaseModel, ConfigDict

EntityKind = Literal["Person", "Organisation"]
NodeKind = Literal["Person", "Organisation", "Event"]
ClaimKind = Literal["relation", "event"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "other"]
Status = Literal["current", "former", "future"]
MentionForm = Literal["name", "pronoun", "possessive", "description"]


class Frozen(BaseModel):
    """A value: unchangeable, hashable, strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(Frozen):
    """One article, cleaned once at the door.

    ``text`` is the source text as decoded (``\\n`` line ends) and the only text that offsets refer to. ``clean`` is
    what is read: NFC, with control characters, shortcodes, bare URLs, the date header and "Lire aussi" blocks
    masked by spaces. Where a length had to change (NFC), ``shifts`` leads back: pairs (position in ``clean``,
    offset to add from there on to get a position in ``text``), sorted, empty when nothing moved.
    """

    id: str
    source: str
    text: str
    clean: str
    shifts: tuple[tuple[int, int], ...] = ()
    date: str | None = None
    title: str | None = None
    title_end: int = 0
    """Position in ``clean`` where the title ends and the body begins (0: no title within the text)."""
    encoding: str = "utf-8"

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span of ``clean`` back to the span of ``text`` that it was read from."""
        return self._back(start), self._back(end)

    def _back(self, position: int) -> int:
        if not self.shifts:
            return position
        index = bisect_right(self.shifts, position, key=lambda shift: shift[0]) - 1
        return position + (self.shifts[index][1] if index >= 0 else 0)

    def quote(self, start: int, end: int) -> Span:
        """What stands in the source text from one character of ``clean`` to another, without the blanks around it."""
        begin, stop = self.to_source(start, end)
        text = self.text[begin:stop]
        begin += len(text) - len(text.lstrip())
        text = text.strip()
        return Span(start=begin, end=begin + len(text), text=text)


class Rejection(Frozen):
    """An input that was not read, and why; ``kind`` is ``rejected``, ``duplicate`` or ``warning``."""

    source: str
    reason: str
    kind: Literal["rejected", "duplicate", "warning"] = "rejected"


class Span(Frozen):
    """Words of the source text: ``text == article.text[start:end]``."""

    start: int
    end: int
    text: str


class Entity(Frozen):
    """A person or organisation within ONE article; ``id`` is local to its reading ("e1", "e2", …)."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    """What the article says it is ("startup", "quotidien"), for deduplication across articles."""
    mentions: int = 0


class Mention(Frozen):
    """A place in the text that stands for an entity; ``form`` says how (name, pronoun, possessive, description)."""

    entity: str
    form: MentionForm
    span: Span


class Amount(Frozen):
    """A sum: ``value`` in units of ``currency`` (ISO 4217, or ``%``); ``bound`` for "plus de", "près de"."""

    value: float
    currency: str | None
    high: float | None = None
    """The upper end of a range, when the text gives one."""
    bound: Literal["about", "min", "max"] | None = None
    per: Literal["year", "month", "week", "day"] | None = None


class Attribution(Frozen):
    """Who says so: the words of the source, and the local entity id where the source is one."""

    text: str
    entity: str | None = None


class Argument(Frozen):
    """An entity in its role ("source", "target" in a relation; "buyer", "party" … in an event)."""

    role: str
    entity: str
    form: MentionForm
    span: Span


class Claim(Frozen):
    """What one place of one article states: a relation or an event, with everything that qualifies it."""

    type: str
    kind: ClaimKind
    arguments: tuple[Argument, ...]
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    status: Status | None = "current"
    attribution: Attribution | None = None
    date: str | None = None
    """EDTF: when the event happened; for a relation, the date told with it."""
    start: str | None = None
    end: str | None = None
    amount: Amount | None = None
    object: str | None = None
    """The thing launched, published or bought where it is no entity, in the article's words."""
    trigger: Span
    evidence: Span
    cues: tuple[Span, ...] = ()
    """The words that decided polarity, modality and status."""
    rule: str
    """The rule that fired and its word: "leader_of:pdg"."""
    construction: str
    likelihood: float | None = None
    """How likely the network of :mod:`pipeline.learned` finds it, from 0 to 1; None where it did not read along."""
    confidence: float = 0.5

    @property
    def rule_name(self) -> str:
        """The rule that fired: "leader_of"."""
        return self.rule.partition(":")[0]

    @property
    def lemma(self) -> str:
        """The word of the rule: "pdg"."""
        return self.rule.partition(":")[2]


class Reading(Frozen):
    """What ONE article says."""

    article: str
    source: str
    date: str | None
    title: str | None
    characters: int
    words: int
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


class Node(Frozen):
    """A row of ``nodes.csv``: a person, an organisation or an event."""

    id: str
    label: str
    kind: NodeKind
    aliases: tuple[str, ...] = ()
    type: str | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    status: Status | None = None
    attribution: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    amount: float | None = None
    currency: str | None = None
    object: str | None = None
    articles: int = 0
    mentions: int = 0
    confidence: float | None = None


class Edge(Frozen):
    """A row of ``edges.csv``: a relation between two entities, or the role that leads from an event to an entity."""

    id: str
    source: str
    target: str
    kind: str
    label: str
    symmetric: bool = False
    polarity: Polarity
    modality: Modality
    status: Status | None = None
    attribution: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    amount: float | None = None
    currency: str | None = None
    articles: int = 1
    weight: float = 1.0
    confidence: float = 0.5


class Evidence(Frozen):
    """A row of ``evidence.csv``: the article's own words behind one edge or one event.

    ``item`` is the id of the edge, or of the event's node.
    """

    item: str
    document: str
    source: str
    start: int
    end: int
    quote: str
    trigger_start: int
    trigger_end: int
    trigger: str
    cues: str
    rule: str
    construction: str
    confidence: float
    polarity: Polarity
    modality: Modality


class Merge(Frozen):
    """A row of ``merges.csv``: two names (or two tellings of one event) that became one node, and why."""

    kept: str
    merged: str
    kind: NodeKind
    scope: Literal["article", "corpus"]
    document: str
    reason: str
    score: float
