"""What a governor does to the predicate below it: the running state of a judgement, and the effects of the cues.

One :class:`State` starts as a plain fact and takes, innermost first, the effect of each governor that the cue lists
name; :meth:`State.done` freezes it into a :class:`Certainty`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.certainty.cues import Effect
from pipeline.certainty.verbgroup import VerbGroup
from pipeline.parsed import Doc, Token
from pipeline.schema import Modality, Polarity, Status


@dataclass(frozen=True)
class Certainty:
    """How a predicate is told. ``status`` is None where it is not asserted; ``cues`` are character spans in the Doc."""

    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    status: Status | None = "current"
    cues: tuple[tuple[int, int], ...] = ()


@dataclass
class State:
    """The judgement so far; ``words`` are the tokens that decided it, ``depth`` guards against circles."""

    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    status: Status = "current"
    words: set[int] = field(default_factory=set)
    depth: int = 0

    def mark(self, *tokens: Token) -> None:
        """Keep the words that decided."""
        self.words.update(token.i for token in tokens)

    def other(self, *tokens: Token) -> None:
        """No plain fact, because of these words."""
        self.modality = "other"
        self.mark(*tokens)

    def apply(self, effect: Effect, group: VerbGroup | None, word: Token) -> None:
        """The effect of one governor, negated or not, on what stands below it."""
        negated = group is not None and group.negated
        before = self.polarity, self.modality, self.status
        match effect:
            case "plan" | "believe":
                self.modality = "other"
                if negated:
                    self.polarity = "negative"
            case "cause":
                if negated:
                    self.polarity = "negative"
                if negated or group is None or group.tense not in {"past", "pluperfect"}:
                    self.modality = "other"
            case "fail":
                self.modality = "other"
                if not negated:
                    self.polarity = "negative" if self.polarity == "positive" else "positive"
            case "near":
                self.modality, self.polarity = "other", "negative"
            case "achieve" | "commit":
                if negated:
                    self.modality, self.polarity = "other", "negative"
                elif effect == "commit":
                    self.status = "future"
            case "miss":
                if not negated:
                    self.polarity = "negative"
            case "end":
                self.status = "current" if negated else "former"
            case "deny":
                if not negated:
                    self.polarity = "negative" if self.polarity == "positive" else "positive"
            case "report":
                if negated:
                    self.modality = "other"
            case "allege":
                self.modality = "other"
            case "attempt":
                if negated:
                    self.polarity = "negative"
                else:
                    self.modality = "other"
            case "waver":
                if not negated:
                    self.modality = "other"
            case "delay" | "fact":
                pass
        if effect not in {"fact", "achieve", "report"} or before != (self.polarity, self.modality, self.status):
            self.mark(word, *(group.negation if group is not None else ()))

    def done(self, doc: Doc) -> Certainty:
        """The judgement, with its cues as character spans of ``doc``."""
        spans = tuple((doc[i].idx, doc[i].idx + len(doc[i])) for i in sorted(self.words))
        status = self.status if self.modality == "asserted" else None
        return Certainty(self.polarity, self.modality, status, spans)
