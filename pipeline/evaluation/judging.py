"""One article's graph against its annotation: what was found, what was wrong, what was missed.

An entity is found when kind and a name or alias agree (compared without case, accents and punctuation; else when the
words of one name are all within the other's, and that fits one entity only). A relation is right when type and both
ends are, *exact* when polarity and modality are too; an event when the type is right and the participants overlap by
at least half (Jaccard), *exact* when every participant stands in its role and date, polarity and modality are right.
A wrong or missing state counts once for each state, as precision and recall want it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.evaluation.gold import GoldArticle, GoldEvent
from pipeline.graph import Graph
from pipeline.schema import Node

Measure = Literal["entities", "relations", "relations exact", "events", "events exact", "evidence"]
Outcome = Literal["right", "wrong", "missed"]

_SAME_DATE = 0.2
"""What an agreeing date adds to the overlap of participants when tellings and happenings are paired."""


@dataclass(frozen=True)
class Verdict:
    """One item of one measure; ``item`` is the id of the edge or event in the graph, None where it was missed."""

    article: str
    measure: Measure
    type: str
    outcome: Outcome
    told: str
    item: str | None = None


def judge(gold: GoldArticle, graph: Graph, symmetric: Iterable[str]) -> list[Verdict]:
    """Every verdict on a graph made of this one article; ``symmetric`` names the relations without direction."""
    judge = _Judge(gold, graph, frozenset(symmetric))
    return [*judge.entities(), *judge.relations(), *judge.events(), *judge.evidence()]


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    return re.sub(r"[^\w]+", " ", "".join(c for c in decomposed if not unicodedata.combining(c))).strip()


class _Judge:
    def __init__(self, gold: GoldArticle, graph: Graph, symmetric: frozenset[str]) -> None:
        self.gold, self.graph, self.symmetric = gold, graph, symmetric
        self.optional = {e.id for e in gold.entities if e.optional}
        self.names = {e.id: {_plain(n) for n in (e.name, *e.aliases)} for e in gold.entities}
        self.nodes = {node.id: node for node in graph.node_rows}
        self.link: dict[str, str] = {}
        """Node id → id of the annotated entity, or "?" and the label where there is none."""

    def _verdict(self, measure: Measure, type_: str, outcome: Outcome, told: str, item: str | None = None) -> Verdict:
        return Verdict(self.gold.id, measure, type_, outcome, told, item)

    def entities(self) -> Iterator[Verdict]:
        """Persons and organisations; a second node for one entity is wrong."""
        seen: set[str] = set()
        for node in self.graph.node_rows:
            if node.kind == "Event":
                continue
            entity = self._entity(node)
            self.link[node.id] = entity or f"?{node.label}"
            if entity in self.optional:
                continue
            right = entity is not None and entity not in seen
            yield self._verdict("entities", node.kind, "right" if right else "wrong", node.label, node.id)
            if entity is not None:
                seen.add(entity)
        for gold in self.gold.entities:
            if gold.id not in seen | self.optional:
                yield self._verdict("entities", gold.kind, "missed", gold.name)

    def _entity(self, node: Node) -> str | None:
        told = {plain for name in (node.label, *node.aliases) if (plain := _plain(name))}
        same = [e.id for e in self.gold.entities if e.kind == node.kind]
        found = [i for i in same if told & self.names[i]]
        if not found:
            parts = [set(name.split()) for name in told]
            found = [
                i for i in same if any(p <= set(n.split()) or set(n.split()) <= p for p in parts for n in self.names[i])
            ]
        return found[0] if len(found) == 1 else None

    # Relations ------------------------------------------------------------------------------------------------------

    def _key(self, type_: str, source: str, target: str) -> tuple[str, str, str]:
        ends = sorted((source, target)) if type_ in self.symmetric else (source, target)
        return type_, ends[0], ends[1]

    def relations(self) -> Iterator[Verdict]:
        """Ties by type and ends, then by polarity and modality."""
        wanted: defaultdict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
        optional = set()
        for r in self.gold.relations:
            key = self._key(r.type, r.source, r.target)
            if r.optional:
                optional.add(key)
            else:
                wanted[key].add((r.polarity, r.modality))
        optional -= set(wanted)
        found: defaultdict[tuple[str, str, str], dict[tuple[str, str], str]] = defaultdict(dict)
        for edge in self.graph.edge_rows:
            if edge.source in self.link and edge.target in self.link:
                key = self._key(edge.kind, self.link[edge.source], self.link[edge.target])
                found[key][edge.polarity, edge.modality] = edge.id
        for key in sorted((set(found) | set(wanted)) - optional):
            told = " ".join(key)
            states = found.get(key, {})
            loose: Outcome = "missed" if not states else "right" if key in wanted else "wrong"
            yield self._verdict("relations", key[0], loose, told, next(iter(states.values()), None))
            for state in sorted(set(states) | wanted.get(key, set())):
                right = state in states and state in wanted.get(key, set())
                outcome: Outcome = "right" if right else "wrong" if state in states else "missed"
                detail = f"{told} {' '.join(state)}"
                yield self._verdict("relations exact", key[0], outcome, detail, states.get(state))

    # Events ---------------------------------------------------------------------------------------------------------

    def events(self) -> Iterator[Verdict]:
        """Happenings, each paired with the annotated one that it fits best."""
        roles = self._roles()
        told = [node for node in self.graph.node_rows if node.kind == "Event"]
        pairs = []
        for a, node in enumerate(told):
            for b, gold in enumerate(self.gold.events):
                overlap = _overlap(roles[node.id], gold.roles)
                if node.type == gold.type and overlap >= 0.5:
                    pairs.append((overlap + _SAME_DATE * _dated(node, gold), a, b))
        left, right = set(range(len(told))), set(range(len(self.gold.events)))
        for _, a, b in sorted(pairs, reverse=True):
            if a in left and b in right:
                left.remove(a)
                right.remove(b)
                yield from self._paired(told[a], self.gold.events[b], roles[told[a].id])
        for a in sorted(left):
            node = told[a]
            yield self._verdict("events", node.type or "", "wrong", node.label, node.id)
            yield self._verdict("events exact", node.type or "", "wrong", node.label, node.id)
        for b in sorted(right):
            gold = self.gold.events[b]
            if not gold.optional:
                yield self._verdict("events", gold.type, "missed", _told(gold))
                yield self._verdict("events exact", gold.type, "missed", _told(gold))

    def _roles(self) -> Mapping[str, set[tuple[str, str]]]:
        roles: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for edge in self.graph.edge_rows:
            if self.nodes[edge.source].kind == "Event" and edge.target in self.link:
                roles[edge.source].add((edge.kind, self.link[edge.target]))
        return roles

    def _paired(self, node: Node, gold: GoldEvent, roles: set[tuple[str, str]]) -> Iterator[Verdict]:
        if gold.optional:
            return
        yield self._verdict("events", gold.type, "right", _told(gold), node.id)
        state = (node.polarity, node.modality) == (gold.polarity, gold.modality)
        if roles == gold.roles and state and _dated(node, gold):
            yield self._verdict("events exact", gold.type, "right", _told(gold), node.id)
        else:
            yield self._verdict("events exact", gold.type, "wrong", f"{node.label} {node.date}", node.id)
            yield self._verdict("events exact", gold.type, "missed", _told(gold))

    def evidence(self) -> Iterator[Verdict]:
        """Quotes: each is exactly what stands at its place in the article."""
        for row in self.graph.evidence_rows:
            right = bool(row.quote.strip()) and self.gold.text[row.start : row.end] == row.quote
            yield self._verdict("evidence", "quote", "right" if right else "wrong", row.quote[:60], row.item)


def _overlap(roles: Iterable[tuple[str, str]], wanted: Iterable[tuple[str, str]]) -> float:
    mine, theirs = {entity for _, entity in roles}, {entity for _, entity in wanted}
    return len(mine & theirs) / max(1, len(mine | theirs))


def _dated(node: Node, gold: GoldEvent) -> bool:
    return node.date in (gold.date, *gold.date_also)


def _told(gold: GoldEvent) -> str:
    return " ".join([gold.type, str(gold.date), *sorted(f"{role}:{entity}" for role, entity in gold.roles)])
