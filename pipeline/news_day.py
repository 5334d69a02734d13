"""The day of the news: when a happening of which the article tells no date is told as news.

A dispatch says once when its news happened ("a annoncé mardi le groupe"); its other sentences ("le groupe regrette
cette décision dans un communiqué") tell of the same day. An article that names no day near its own tells no news of
the day, and dates nothing by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from pipeline.certainty.verbgroup import verb_group
from pipeline.dates import edtf
from pipeline.parsed import Token

SPEECH = frozenset({"publication", "conflict", "ruling"})
"""Events that are acts of speech: in a dispatch, of the day on which the rest of it was said. Others may be older by
days, so that only the month is told for sure."""
_STATES = frozenset({"conflict", "lawsuit"})
"""Events that go on once they have begun."""
_NEAR = timedelta(days=6)
"""How old the news of a dispatch may be."""
ELSEWHEN = frozenset(
    """depuis déjà récemment auparavant jadis naguère autrefois alors ensuite puis longtemps dernièrement fraîchement
    précédemment initialement toujours jamais souvent régulièrement parfois bientôt prochainement lorsque
    quand""".split()
)
"""Words that give a clause a time of its own, or no time."""


_OLDER = frozenset({"à", "au", "aux", "de", "du", "des", "d'", "après", "avant", "depuis", "contre"})
"""Prepositions before a document that the news comes after ("a réagi au tweet de X")."""
_UP = 3
"""How far above its trigger the noun of a source may stand ("selon des propos rapportés par X")."""
_WORKS = frozenset("livre ouvrage roman essai recueil biographie autobiographie mémoire chanson album film".split())
"""Works: who wrote them did so at any time."""


class NewsDay:
    """The day that an article's news is of, if it names one."""

    def __init__(self, told: Iterable[str], article_date: str | None) -> None:
        """``told``: the dates (EDTF) of past clauses, in text order."""
        today = edtf.parse(article_date)
        day = today.as_date() if today is not None else None
        self.day: str | None = None
        for value in told:
            moment = edtf.parse(value) if "/" not in value else None
            date = moment.as_date() if moment is not None else None
            if date is not None and day is not None and timedelta(0) <= day - date <= _NEAR:
                self.day = value
                break

    def of(self, trigger: Token, clause: Token, kind: str, incise: bool) -> str | None:
        """The date of an undated happening; None where it is not told as news.

        Args:
            trigger: the verb or noun that tells it.
            clause: the verb of its clause.
            kind: the type of event.
            incise: the verb stands in an incise, whatever the parser hangs it on.
        """
        if self.day is None:
            return None
        if kind == "publication" and (cited := _cited(trigger)) is not None:
            return None if any(child.lemma_.lower() == "récent" for child in cited.children) else self.day
        if kind == "publication" and clause.i == trigger.i and _as_told(clause):
            return self.day[:7]
        if not _is_news(clause, incise) or (kind in _STATES and _lasts(clause)):
            return None
        words = {child.lemma_.lower() for verb in (trigger, clause) for child in verb.children if child.dep_ != "nsubj"}
        if any(child.lower_ in _OLDER for child in trigger.lefts if child.dep_ == "case") or words & _WORKS:
            return None
        return self.day if kind in SPEECH else self.day[:7]


def _cited(trigger: Token) -> Token | None:
    """The source that the news is told from: "selon une information de X", "d'après des propos rapportés par X"."""
    node = trigger
    for _ in range(_UP):
        before = [child.lower_ for child in node.lefts if child.dep_ == "case" or child.lower_ in {"d'", "d’", "après"}]
        if "selon" in before or ("après" in before and before[0] in {"d'", "d’"}):
            return node
        if node.head.i >= node.i and node.dep_ != "det":
            break
        node = node.head
    return None


def _as_told(verb: Token) -> bool:
    """ "Comme le révèle X, …": told before, so that the day is not known."""
    marked = any(child.lower_ == "comme" and child.i < verb.i for child in verb.children)
    return marked and verb_group(verb).tense == "present"


def _lasts(verb: Token) -> bool:
    """A passive in the present tells a state: "est accusé", "sont poursuivis", "est visé par une enquête"."""
    group = verb_group(verb)
    passive = any(child.lemma_ == "être" for child in group.auxiliaries) or verb.lemma_ in {"être", "rester"}
    return passive and group.tense == "present"


def _is_news(verb: Token, incise: bool) -> bool:
    """Whether a verb tells a step of the story: in a main clause, in the present or the passé composé, with no time."""
    if incise and verb.pos_ not in {"VERB", "AUX"}:
        # "…, a tweeté X": a new verb that the tagger does not know.
        return True
    group = verb_group(verb)
    if group.tense not in {"present", "past"} or (group.tense == "past" and not group.perfect):
        return False
    if any(child.lower_ in {"qui", "dont", "que", "qu'", "où"} for child in verb.children if child.i < verb.i):
        return False
    top = verb
    while top.head.i != top.i and not incise:
        if top.dep_ not in {"ccomp", "conj", "parataxis", "dep", "xcomp"}:
            return False
        top = top.head
    words = [word for child in verb.children for word in (child, *(c for c in child.lefts if c.dep_ == "case"))]
    return not any(word.lower_ in ELSEWHEN for word in words)
