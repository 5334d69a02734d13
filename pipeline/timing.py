"""When a claim holds: the date told in its own clause, else the one that governs its line.

:mod:`pipeline.dates` finds every date expression of the text; this room decides which of them belongs to a trigger.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline import dates
from pipeline.dates import DateMention
from pipeline.document import Document


@dataclass(frozen=True)
class When:
    """The dates of a claim: ``at`` for what happened then, ``start`` and ``end`` for what lasted."""

    at: str | None = None
    start: str | None = None
    end: str | None = None
    cue: tuple[int, int] | None = None
    """Characters of the expression that was chosen."""


class Calendar:
    """The date expressions of one document, and which of them belongs to a trigger."""

    def __init__(self, document: Document) -> None:
        self.doc: Doc = document.doc
        text = document.article.clean
        self.found: list[DateMention] = dates.find(text, document.article.date)
        self.starts = [mention.start for mention in self.found]
        self.headings = dates.heading_dates(text, document.article.date)

    def when(self, trigger: Token, future: bool = False, start: int | None = None) -> When:
        """The dates of the clause of ``trigger``.

        Args:
            trigger: the verb or noun that states the claim.
            future: the clause is about the future, so that "mardi" is the next one.
            start: first token of the trigger's phrase, when it is not the trigger itself.
        """
        sentence = trigger.sent
        first = bisect_left(self.starts, sentence.start_char)
        last = bisect_right(self.starts, sentence.end_char - 1)
        best: tuple[float, DateMention] | None = None
        for mention in self.found[first:last]:
            span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            distance = self._distance(trigger, span.root, span.start, span.end)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, mention)
        if best is None:
            governing = [h for h in self.headings if h.start <= trigger.idx < h.end]
            return When(at=governing[-1].edtf) if governing else When()
        mention = best[1]
        value = dates.resolve(mention, "future" if future else "past")
        cue = (mention.start, mention.end)
        if mention.relation == "since":
            return When(start=value, cue=cue)
        if mention.relation in {"until", "by"}:
            return When(end=value, cue=cue)
        return When(at=value, cue=cue)

    def _distance(self, trigger: Token, root: Token, start: int, end: int) -> float | None:
        """How far a date stands from a trigger, in clauses first and tokens second; None: another clause's."""
        mine, theirs = _clause(trigger), _clause(root)
        gap = trigger.i - end if end <= trigger.i else start - trigger.i
        if mine.i == theirs.i:
            return gap / 100
        if _governs(root, trigger):
            return gap / 100
        # A date of the reporting or main clause holds for its complement ("mardi, le groupe a annoncé racheter").
        if theirs.is_ancestor(mine):
            steps = 1 + sum(1 for a in mine.ancestors if theirs.is_ancestor(a) and a.pos_ == "VERB")
            return steps + gap / 100 if steps <= 2 else None
        between = self.doc[min(end, trigger.i + 1) : max(start, trigger.i)]
        if gap <= 6 and not any(t.pos_ in {"VERB", "AUX"} or t.text in {";", ":"} for t in between):
            return 0.5 + gap / 100
        return None


def _clause(token: Token) -> Token:
    """The verb (or root) of the clause that a token stands in."""
    current = token
    while current.head != current:
        if current.pos_ in {"VERB", "AUX"} and not current.dep_.startswith(("aux", "cop")):
            return current
        current = current.head
    return current


def _governs(root: Token, trigger: Token) -> bool:
    """Whether the date hangs on the trigger itself or on a noun between ("le rachat, en 2014, de X")."""
    return any(a.i == trigger.i for a in root.ancestors) and not any(
        a.pos_ == "VERB" for a in root.ancestors if trigger.is_ancestor(a)
    )
