"""The result: people, organisations and events (nodes), relations and roles (edges), and the words behind each."""

from __future__ import annotations

import difflib
import html
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import networkx as nx
import pandas as pd

from pipeline import names
from pipeline.errors import UsageError
from pipeline.schema import Edge, Evidence, Frozen, Merge, Node, Rejection

OPEN, CLOSE = "⟦", "⟧"
"""What marks the trigger in a sentence."""


@dataclass(frozen=True)
class Source:
    """An article that was read: its id, file, date, title and length in words."""

    document: str
    source: str
    date: str | None
    title: str | None
    words: int


@dataclass(frozen=True)
class Sentence:
    """Words of an article, with the place of the trigger in them (character offsets into ``quote``)."""

    document: str
    quote: str
    start: int
    end: int
    rule: str
    construction: str
    polarity: str
    modality: str
    cues: tuple[str, ...] = ()
    """The words that decided polarity, modality and status."""

    @property
    def reason(self) -> str:
        """The rule that fired and by which construction, and the words that decided how sure it is."""
        cues = f"; « {' », « '.join(self.cues)} »" if self.cues else ""
        return f"{self.rule}, {self.construction}{cues}"

    def marked(self, opening: str = OPEN, closing: str = CLOSE) -> str:
        """The words with the trigger between two marks, on one line."""
        if not 0 <= self.start <= self.end <= len(self.quote):
            return " ".join(self.quote.split())
        parts = self.quote[: self.start], self.quote[self.start : self.end], self.quote[self.end :]
        return " ".join(f"{parts[0]}{opening}{parts[1]}{closing}{parts[2]}".split())


@dataclass(frozen=True)
class Tie:
    """One edge between two names, or one event in which both take part, with its sentences."""

    text: str
    state: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Explanation:
    """Every tie between two names, relations first; ``str()`` is plain text with the trigger as ⟦…⟧."""

    one: str
    other: str
    ties: tuple[Tie, ...]

    def text(self, opening: str = OPEN, closing: str = CLOSE) -> str:
        """The ties as lines, with the given marks around each trigger (ANSI codes for a terminal)."""
        if not self.ties:
            return f"{self.one} – {self.other}: nothing found"
        lines = []
        for tie in self.ties:
            lines.append(f"{tie.text}  ({tie.state})")
            lines += [f"    {s.document}: {s.marked(opening, closing)}  [{s.reason}]" for s in tie.sentences]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        rows = []
        for tie in self.ties:
            sentences = "".join(f"<li>{_told_html(sentence)}</li>" for sentence in tie.sentences)
            rows.append(f"<p><b>{html.escape(tie.text)}</b> <i>{html.escape(tie.state)}</i></p><ul>{sentences}</ul>")
        return "".join(rows) or f"<p>{html.escape(str(self))}</p>"


@dataclass(frozen=True)
class Graph:
    """The rows of the result, sorted; ``nodes``, ``edges``, … are the same as tidy DataFrames."""

    node_rows: tuple[Node, ...] = ()
    edge_rows: tuple[Edge, ...] = ()
    evidence_rows: tuple[Evidence, ...] = ()
    merge_rows: tuple[Merge, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    sources: tuple[Source, ...] = ()
    report: Mapping[str, object] = field(default_factory=dict, hash=False)

    @cached_property
    def nodes(self) -> pd.DataFrame:
        """People, organisations and events, one row each: Id, Label, Kind, Aliases ("|" between), Type, Date …"""
        return table(Node, self.node_rows)

    @cached_property
    def edges(self) -> pd.DataFrame:
        """Relations and roles, one row each: Id, Source, Target, Kind, Label, Polarity, Modality, Weight …"""
        return table(Edge, self.edge_rows)

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """The words behind edges and events: Item (an edge's or event's Id), Document, Start, End, Quote, Trigger …"""
        return table(Evidence, self.evidence_rows)

    @cached_property
    def merges(self) -> pd.DataFrame:
        """Names, and tellings of one event, that became one node: Kept, Merged, Reason, Score …"""
        return table(Merge, self.merge_rows)

    @cached_property
    def rejected(self) -> pd.DataFrame:
        """Inputs that were not read: Source, Reason, Kind (rejected, duplicate or warning)."""
        return table(Rejection, self.rejections)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """A MultiDiGraph: node and edge keys are the ids, attributes the fields of the rows that are not empty."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in self.node_rows:
            graph.add_node(node.id, **_attributes(node, {"id"}))
        for edge in self.edge_rows:
            graph.add_edge(edge.source, edge.target, key=edge.id, **_attributes(edge, {"id", "source", "target"}))
        return graph

    def find(self, name: str) -> tuple[Node, ...]:
        """The people and organisations of that name or alias; accents, case and legal forms do not matter.

        Raises UsageError, with the nearest names, when there is none.
        """
        wanted = {names.folded(name), names.compared(name, "Organisation"), names.compared(name, "Person")} - {""}
        found = sorted({index for form in wanted for index in self._by_name.get(form, ())})
        if not found:
            near = difflib.get_close_matches(names.folded(name), self._by_name, n=3, cutoff=0.6)
            known = list(dict.fromkeys(self.node_rows[self._by_name[form][0]].label for form in near))
            hint = f" (did you mean {', '.join(known)}?)" if known else ""
            raise UsageError(f"no person or organisation is called {name!r}{hint}")
        by_label = [index for index in found if names.folded(self.node_rows[index].label) == names.folded(name)]
        return tuple(self.node_rows[index] for index in by_label or found)

    def explain(self, one: str, other: str) -> Explanation:
        """Every edge between two names, and every event that both take part in, with the sentences that say so."""
        left, right = ({node.id for node in self.find(name)} for name in (one, other))
        ties: list[Tie] = []
        at_event: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in self.edge_rows:
            ends = edge.source, edge.target
            if (ends[0] in left and ends[1] in right) or (ends[0] in right and ends[1] in left):
                arrow = "—" if edge.symmetric else "→"
                labels = self._by_id[ends[0]].label, self._by_id[ends[1]].label
                ties.append(self._tie(f"{labels[0]} {edge.label} {arrow} {labels[1]}", edge.id, edge))
            elif edge.target in left | right:
                at_event[edge.source].append(edge)
        for event, roles in sorted(at_event.items()):
            roles.sort(key=lambda edge: (edge.kind, edge.id))
            node, ends_met = self._by_id[event], {edge.target for edge in roles}
            if node.kind == "Event" and ends_met & left and ends_met & right and (len(ends_met) > 1 or left == right):
                parts = ", ".join(
                    f"{self._by_id[edge.target].label}: {edge.label}"
                    for edge in sorted(roles, key=lambda edge: (edge.kind, edge.id))
                )
                ties.append(self._tie(f"{node.label} [{parts}]", event, node))
        first, second = (", ".join(sorted({self._by_id[i].label for i in ids})) for ids in (left, right))
        return Explanation(first, second, tuple(ties))

    def __repr__(self) -> str:
        kinds = Counter(node.kind for node in self.node_rows)
        events = {node.id for node in self.node_rows if node.kind == "Event"}
        relations = sum(edge.source not in events for edge in self.edge_rows)
        return (
            f"<Graph: {len(self.sources)} articles, {kinds['Person']} people, {kinds['Organisation']} organisations, "
            f"{kinds['Event']} events, {relations} relations, {len(self.evidence_rows)} quotes, "
            f"{len(self.rejections)} not read>"
        )

    def _repr_html_(self) -> str:
        largest = sorted(self.node_rows, key=lambda n: (n.kind == "Event", -n.articles, -n.mentions, n.label, n.id))[
            :10
        ]
        rows = "".join(
            f"<tr><td>{html.escape(n.label)}</td><td>{n.kind}</td><td>{n.articles}</td><td>{n.mentions}</td></tr>"
            for n in largest
        )
        head = "<tr><th>Label</th><th>Kind</th><th>Articles</th><th>Mentions</th></tr>"
        return f"<p>{html.escape(repr(self)[1:-1])}</p><table>{head}{rows}</table>"

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.node_rows}

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, node in enumerate(self.node_rows):
            if node.kind != "Event":
                every = (node.label, *node.aliases)
                for form in sorted({f for n in every for f in (names.folded(n), names.compared(n, node.kind))}):
                    found[form].append(index)
        return dict(found)

    @cached_property
    def _evidence_of(self) -> dict[str, list[Evidence]]:
        found: defaultdict[str, list[Evidence]] = defaultdict(list)
        for row in self.evidence_rows:
            found[row.item].append(row)
        return dict(found)

    def _tie(self, text: str, item: str, row: Node | Edge) -> Tie:
        state = [str(part) for part in (row.polarity, row.modality, row.status, row.date) if part]
        if row.attribution:
            state.append(f"selon {row.attribution}")
        if row.confidence is not None:
            state.append(f"confidence {row.confidence:.2f}")
        sentences = tuple(
            Sentence(
                e.document,
                e.quote,
                e.trigger_start - e.start,
                e.trigger_end - e.start,
                e.rule,
                e.construction,
                e.polarity,
                e.modality,
                tuple(e.cues.split("|")) if e.cues else (),
            )
            for e in self._evidence_of.get(item, ())
        )
        return Tie(text, ", ".join(state), sentences)


def table(row_type: type[Frozen], rows: Sequence[Frozen]) -> pd.DataFrame:
    """Rows as a DataFrame whose columns are the fields in capitals (``trigger_start`` → ``TriggerStart``)."""
    columns = {name: "".join(part.capitalize() for part in name.split("_")) for name in row_type.model_fields}
    cells = {column: [_cell(getattr(row, name)) for row in rows] for name, column in columns.items()}
    return pd.DataFrame(cells, columns=list(columns.values()))


def _cell(value: object) -> object:
    """A list becomes one string, "|" between; a bar within a name would part it, so it becomes a slash."""
    return "|".join(str(part).replace("|", "/") for part in value) if isinstance(value, tuple) else value


def _attributes(row: Node | Edge, keys: set[str]) -> dict[str, object]:
    return {name: _cell(value) for name, value in row if value is not None and value != () and name not in keys}


def _told_html(sentence: Sentence) -> str:
    marked = html.escape(sentence.marked()).replace(OPEN, "<mark>").replace(CLOSE, "</mark>")
    return f"{marked} <small>{html.escape(f'{sentence.document} [{sentence.reason}]')}</small>"
