"""What the rules know of a set of articles: which fire, which never do, and the words between names that none knows.

The compass for writing rules (``python -m pipeline rules --coverage FILE…``): the words that stand between two entities
of a sentence in which no claim links the two, the most frequent first, are where the next rule is to be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pipeline.document import DocMention, Document
from pipeline.ontology import Ontology
from pipeline.parsed import Token
from pipeline.schema import Reading

REACH = 8
"""The most tokens between two mentions that can be a construction of both."""
_CONTENT = frozenset({"NOUN", "VERB"})


@dataclass(frozen=True)
class Coverage:
    """Counts over a set of articles."""

    articles: int
    rules: Mapping[str, int]
    constructions: Mapping[str, int]
    silent: tuple[str, ...]
    """Rules none of whose words fired and whose relation or event no other rule's words told either."""
    unknown: Mapping[str, int]
    """Lemmas of nouns and verbs between two entities that no claim links, and that no rule has; most frequent first."""
    between: Mapping[str, int]
    """The whole words between such entities ("le nouveau patron de"), most frequent first."""


def cover(read: Iterable[tuple[Document, Reading]], ontology: Ontology) -> Coverage:
    """Count what fired and what stands between entities that nothing links.

    In: parsed articles with their mentions, and what was read in each. Out: counts, in order of frequency, then of
    the alphabet.
    """
    rules: Counter[str] = Counter()
    told: set[str] = set()
    constructions: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    between: Counter[str] = Counter()
    known = {word for rule in ontology.rules.values() for entry in rule.words for word in entry.lemma.split()}
    articles = 0
    for document, reading in read:
        articles += 1
        rules.update(claim.rule_name for claim in reading.claims)
        told.update(claim.type for claim in reading.claims)
        constructions.update(claim.construction for claim in reading.claims)
        for words in _unlinked(document, reading):
            between[" ".join(token.lower_ for token in words)] += 1
            unknown.update(t.lemma_ for t in words if t.pos_ in _CONTENT and t.lemma_ not in known)
    return Coverage(
        articles,
        _ordered(rules),
        _ordered(constructions),
        tuple(sorted(set(ontology.rules) - set(rules) - told)),
        _ordered(unknown),
        _ordered(between),
    )


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _unlinked(document: Document, reading: Reading) -> Iterator[list[Token]]:
    """The words between two neighbouring mentions of a sentence whose entities no claim of the article links."""
    linked = {
        frozenset((one.entity, other.entity))
        for claim in reading.claims
        for one in claim.arguments
        for other in claim.arguments
    }
    mentions = sorted((m for m in document.mentions if m.form != "possessive"), key=lambda m: (m.start, -m.end))
    for left, right in pairwise(mentions):
        words = list(document.doc[left.end : right.start]) if left.end < right.start else []
        if 0 < len(words) <= REACH and _one_sentence(document, left, right):
            pairs = {frozenset((f"e{a + 1}", f"e{b + 1}")) for a in left.entities for b in right.entities if a != b}
            if pairs and not pairs & linked and any(word.pos_ in _CONTENT for word in words):
                yield words


def _one_sentence(document: Document, left: DocMention, right: DocMention) -> bool:
    return bool(document.doc[left.start].sent.end >= right.end)
