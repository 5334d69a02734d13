"""Verdicts → figures: precision, recall and F1, over all, by type and by construction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.confidence import Judged, Told
from pipeline.evaluation.judging import Measure, Outcome, Verdict
from pipeline.graph import Graph
from pipeline.schema import Reading

MEASURES: tuple[Measure, ...] = ("entities", "relations", "relations exact", "events", "events exact", "evidence")


@dataclass(frozen=True)
class Figures:
    """Counts of one group; the ratios are those of information retrieval, 0 where there is nothing to divide by."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, how much is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what there is, how much was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def as_json(self) -> dict[str, float]:
        """Counts, and ratios to three places."""
        ratios = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return {**ratios, "right": self.right, "wrong": self.wrong, "missed": self.missed}


@dataclass(frozen=True)
class Report:
    """The figures of a set of annotated articles."""

    articles: int
    overall: Mapping[str, Figures]
    by_type: Mapping[str, Mapping[str, Figures]]
    by_construction: Mapping[str, Figures]
    """For each construction, the claims of it that led to something right or wrong (nothing is missed by one)."""

    def as_json(self) -> dict[str, object]:
        """The same as plain values, for ``json.dumps``."""
        return {
            "articles": self.articles,
            "overall": {name: figures.as_json() for name, figures in self.overall.items()},
            "by_type": {m: {t: f.as_json() for t, f in types.items()} for m, types in self.by_type.items()},
            "by_construction": {name: figures.as_json() for name, figures in self.by_construction.items()},
        }


def report(judged: Sequence[tuple[Graph, Sequence[Verdict]]]) -> Report:
    """Sum the verdicts on the graphs of articles, one pair an article."""
    verdicts = [verdict for _, found in judged for verdict in found]
    overall: dict[str, Figures] = {m: _figures(v for v in verdicts if v.measure == m) for m in MEASURES}
    by_type: dict[str, dict[str, Figures]] = {}
    for measure in MEASURES[:-1]:
        types = sorted({v.type for v in verdicts if v.measure == measure})
        by_type[measure] = {t: _figures(v for v in verdicts if (v.measure, v.type) == (measure, t)) for t in types}
    counts: defaultdict[str, Counter[Outcome]] = defaultdict(Counter)
    for graph, found in judged:
        outcome = _of_items(found)
        for row in graph.evidence_rows:
            if row.item in outcome:
                counts[row.construction][outcome[row.item]] += 1
    by_construction = {name: _of(counted) for name, counted in sorted(counts.items())}
    return Report(len(judged), overall, by_type, by_construction)


def judged_claims(reading: Reading, graph: Graph, verdicts: Sequence[Verdict]) -> list[Judged]:
    """The claims of a reading that led to an edge or event which is right or wrong; ``graph`` is of this reading."""
    outcome = _of_items(verdicts)
    type_of = {v.item: v.type for v in verdicts if v.item in outcome and v.measure != "evidence"}
    right: defaultdict[tuple[int, str, str, str], set[bool]] = defaultdict(set)
    for row in graph.evidence_rows:
        if row.item in outcome:
            key = row.trigger_start, row.rule, row.construction, type_of[row.item]
            right[key].add(outcome[row.item] == "right")
    return [
        Judged(
            Told(
                claim.type,
                claim.construction,
                tuple(a.form for a in claim.arguments),
                claim.polarity,
                claim.modality,
                claim.likelihood,
            ),
            all(found),
        )
        for claim in reading.claims
        if (found := right.get((claim.trigger.start, claim.rule, claim.construction, claim.type)))
    ]


def _of_items(verdicts: Iterable[Verdict]) -> dict[str, Outcome]:
    """What became of edges (with their polarity and modality) and of events."""
    return {v.item: v.outcome for v in verdicts if v.item and v.measure in ("relations exact", "events")}


def _figures(verdicts: Iterable[Verdict]) -> Figures:
    return _of(Counter(verdict.outcome for verdict in verdicts))


def _of(counted: Mapping[Outcome, int]) -> Figures:
    return Figures(counted.get("right", 0), counted.get("wrong", 0), counted.get("missed", 0))
