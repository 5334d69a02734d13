"""The incise: the clause of saying after a citation; its subject follows its verb ("…, a écrit mardi le groupe").

The parser often takes that subject for an object, or the verb for a participle.
"""

from __future__ import annotations

from pipeline.attribution.speech import BETWEEN_INCISE, inverted, is_saying
from pipeline.parsed import Token

_MARKS = frozenset({",", '"', "»", "”"})
_REACH = 6


def incise_subject(verb: Token) -> int | None:
    """The subject of a verb of saying that stands in an incise; None where it does not."""
    if not is_saying(verb):
        return None
    start = verb.i
    while start > max(0, verb.i - _REACH) and (
        verb.doc[start - 1].pos_ in {"AUX", "ADV", "PRON"}
        or verb.doc[start - 1].lemma_ in {"avoir", "faire"}
        or verb.doc[start - 1].lower_ in BETWEEN_INCISE
    ):
        start -= 1
    if start == 0 or verb.doc[start - 1].text not in _MARKS:
        return None
    if any(child.dep_.startswith("nsubj") and child.i < start for child in verb.children):
        # "La ministre, Jeanne Morvan, a répondu à …": the subject stands before the comma.
        return None
    speech = inverted(verb.doc, start)
    return speech.subject.i if speech is not None and speech.verb == verb else None
