"""Votes on press articles → annotated articles: what is agreed on is a name, what is not is left open.

Where the pipeline's decision over the whole article says person or organisation, the model learns that, against its own
raw label too; the other labels need the agreement of two, or of the corpus: a name that is nearly always of one kind
is so in the place where it was missed. Open places have the label `UNSURE`: training neither asks for nor forbids them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from training.corpus import UNSURE, Annotated, Span
from training.votes import Votes

KNOWN = 3
"""Articles that a name must be agreed on in, before the corpus has a say."""
CLEAR = 0.8
"""Share of its articles in which it must be of one kind."""
_RUN = re.compile(r"(?<![\w'’-])[A-ZÀ-Ý][\w&+-]*(?: (?:[A-ZÀ-Ý][\w&+-]*|&))*")


class Table:
    """What the corpus says of each name: the kinds it was agreed on, and the articles in which it was no name."""

    def __init__(self, corpus: Iterable[Votes]) -> None:
        self._kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for votes in corpus:
            agreed = {(_text(votes, span), label) for span, label in _agreed(votes)}
            named = {name for name, _ in agreed}
            for name, label in sorted(agreed):
                self._kinds[name][label] += 1
            for run in sorted({match.group() for match in _RUN.finditer(votes.text)} - named):
                self._kinds[run][""] += 1

    def kind(self, name: str) -> str | None:
        """The label that the name nearly always has, or None where it has none or several."""
        kinds = self._kinds.get(name)
        if not kinds:
            return None
        label, count = kinds.most_common(1)[0]
        return label if label and count >= KNOWN and count >= CLEAR * kinds.total() else None

    def share(self, name: str, label: str) -> float:
        """How much of its named articles the name has the label in."""
        kinds = self._kinds.get(name, Counter())
        named = kinds.total() - kinds[""]
        return kinds[label] / named if named else 0.0


def annotate(name: str, votes: Votes, table: Table) -> Annotated:
    """The article `name` with its silver names, and with open places under `UNSURE`; sorted, without overlap."""
    spans: list[Span] = []
    taken: list[bool] = [False] * len(votes.text)

    def put(span: Span, label: str | None) -> None:
        if label is not None and not any(taken[span.start : span.end]):
            spans.append(Span(span.start, span.end, label))
            taken[span.start : span.end] = [True] * (span.end - span.start)

    teacher, stock = _labels(votes.teacher), _labels(votes.stock)
    for span in votes.decided:
        put(span, _of_decided(votes, span, teacher, stock, table))
    for span in votes.teacher:
        put(span, _of_teacher(votes, span, stock, table))
    for span in votes.stock:
        put(span, _of_stock(votes, span, table))
    for match in _RUN.finditer(votes.text):
        put(Span(match.start(), match.end(), ""), table.kind(match.group()))
    return Annotated(name, votes.text, tuple(sorted(spans, key=lambda span: span.start)))


_Labels = dict[tuple[int, int], str]


def _labels(spans: Iterable[Span]) -> _Labels:
    return {(span.start, span.end): span.label for span in spans}


def _text(votes: Votes, span: Span) -> str:
    return votes.text[span.start : span.end]


def _agreed(votes: Votes) -> Iterator[tuple[Span, str]]:
    teacher, stock, decided = _labels(votes.teacher), _labels(votes.stock), _labels(votes.decided)
    for span in votes.decided:
        if span.label in {teacher.get((span.start, span.end)), stock.get((span.start, span.end))}:
            yield span, span.label
    for span in votes.teacher:
        place = span.start, span.end
        if place not in decided and (span.label in {"EVENT", "PRODUCT"} or span.label == stock.get(place) == "LOC"):
            yield span, span.label


def _of_decided(votes: Votes, span: Span, teacher: _Labels, stock: _Labels, table: Table) -> str:
    """Persons and organisations as decided, but for states that act and for bodies that only a pattern finds."""
    labels = {teacher.get((span.start, span.end)), stock.get((span.start, span.end))}
    if span.label in labels:
        return span.label
    name = _text(votes, span)
    if table.share(name, "LOC") >= 0.5:
        return "LOC"
    return UNSURE if labels == {"LOC"} or name[0].islower() else span.label


def _of_teacher(votes: Votes, span: Span, stock: _Labels, table: Table) -> str | None:
    """Places, events and things, and what the pipeline did not take for a person or a body."""
    name, other = _text(votes, span), stock.get((span.start, span.end))
    known = table.kind(name)
    if span.label in {"EVENT", "PRODUCT"}:
        return UNSURE if known in {"PER", "ORG", "LOC"} or other in {"PER", "ORG"} else span.label
    if span.label == "LOC" and (other == "LOC" or known == "LOC"):
        return "LOC"
    return UNSURE


def _of_stock(votes: Votes, span: Span, table: Table) -> str | None:
    """What only the stock model sees: a name if the corpus knows it, open if it may be one."""
    name = _text(votes, span)
    if name[0].islower() or not name[0].isalpha() or "\n" in name:
        return None
    return table.kind(name) or (UNSURE if span.label != "MISC" else None)
