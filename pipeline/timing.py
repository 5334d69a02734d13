"""When a claim holds: the date told in its own clause, else the one that governs its line.

:mod:`pipeline.dates` finds every date expression of the text; this room decides which of them belongs to a trigger.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline import dates, numbers
from pipeline.dates import DateMention, edtf
from pipeline.document import Document

_LATER = re.compile(
    r"(?P<count>\d+|[a-zé-]+) (?P<unit>jour|semaine|mois|an|année)s? (?P<side>après|avant) "
    r"(?:[\wà-ÿ'-]+ ){0,2}[\wà-ÿ]*'?$",
    re.IGNORECASE,
)
_UNITS: dict[str, edtf.Unit] = {"jour": "day", "semaine": "week", "mois": "month", "an": "year", "année": "year"}
_PRESENT = frozenset({"aujourd'hui", "désormais", "actuellement", "maintenant"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "obj", "obl:arg", "nsubj", "conj", "parataxis", "dep", "obl:mod"})
"""Dependencies over which the date of a main clause reaches down ("mardi, le groupe a annoncé racheter"); a relative
clause or a participle in apposition has a time of its own."""
_PUBLISHED = frozenset(
    {"publier", "diffuser", "paraître", "accorder", "poster", "mettre", "rendre", "envoyer", "signer"}
)
"""Verbs whose participle dates a document, and with it what is said in it ("dans un entretien publié samedi")."""
_DATED = frozenset(
    """élection présidentielle législatives municipales régionales européennes scrutin campagne saison édition mondial
    coupe championnat jeu festival salon budget loi exercice guerre crise révolution rentrée modèle gamme""".split()
)
"""Nouns that a year names rather than dates ("la présidentielle de 2022", "le budget 2019")."""


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
        self.today = edtf.parse(document.article.date)

    def when(self, trigger: Token, future: bool = False, start: int | None = None) -> When:
        """The dates of the clause of ``trigger``.

        Args:
            trigger: the verb or noun that states the claim.
            future: the clause is about the future, so that "mardi" is the next one.
            start: first token of the trigger's phrase, when it is not the trigger itself.
        """
        counted = self._counted(trigger)
        if counted is not None:
            return counted
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

    def _counted(self, trigger: Token) -> When | None:
        """The date of a noun that another date is counted from: "deux semaines après la démission, … mardi"."""
        if trigger.pos_ not in {"NOUN", "PROPN"}:
            return None
        sentence = trigger.sent
        before = self.doc.text[sentence.start_char : trigger.idx]
        match = _LATER.search(before)
        count = None if match is None else numbers.value(match["count"].lower())
        if match is None or not count:
            return None
        anchor = self.today
        for mention in self.found:
            if mention.start >= sentence.start_char + match.end() and mention.end <= sentence.end_char:
                anchor = edtf.parse(mention.edtf)
                break
        if anchor is None:
            return None
        shift = -int(count) if match["side"].lower() == "après" else int(count)
        moment = edtf.shift(anchor, shift, _UNITS[match["unit"].lower()])
        start = sentence.start_char + match.start()
        return None if moment is None else When(at=str(moment), cue=(start, start + len(match[0].rstrip())))

    def _distance(self, trigger: Token, root: Token, start: int, end: int) -> float | None:
        """How far a date stands from a trigger, in clauses first and tokens second; None: another clause's."""
        mine, theirs = _clause(trigger), _clause(root)
        gap = trigger.i - end if end <= trigger.i else start - trigger.i
        if self._names(root, start) or self._bracketed(trigger, start):
            return None
        if mine.i == theirs.i or _governs(root, trigger):
            return gap / 100
        if _dates_document(theirs, mine):
            return 0.5 + gap / 100
        if theirs.is_ancestor(mine):
            if root.lower_ in _PRESENT and mine.morph.get("VerbForm", []) == ["Part"]:
                return None
            path = list(_path(mine, theirs))
            if not all(token.dep_ in _COMPLEMENTS for token in path):
                return None
            steps = 1 + sum(1 for token in path[1:] if token.pos_ == "VERB")
            return steps + gap / 100 if steps <= 2 else None
        between = self.doc[min(end, trigger.i + 1) : max(start, trigger.i)]
        if gap <= 6 and not any(t.pos_ in {"VERB", "AUX"} or t.text in {";", ":"} for t in between):
            return 0.5 + gap / 100
        return None

    def _names(self, root: Token, start: int) -> bool:
        """Whether a date names what stands before it instead of dating the clause."""
        previous = start - 1
        while previous >= 0 and self.doc[previous].lower_ in {"de", "d'", "en", "du", "l'", "l'année"}:
            previous -= 1
        if previous >= 0 and self.doc[previous].pos_ == "ADJ":
            previous -= self.doc[previous].lemma_.lower() not in _DATED
        return previous >= 0 and self.doc[previous].lemma_.lower() in _DATED

    def _bracketed(self, trigger: Token, start: int) -> bool:
        """Whether a date stands in brackets that belong to something between it and the trigger."""
        opening = start - 1
        while opening > trigger.sent.start and self.doc[opening].text not in {"(", ")"} and start - opening < 5:
            opening -= 1
        if self.doc[opening].text != "(":
            return False
        if trigger.i > start:
            closing = next((i for i in range(start, trigger.i) if self.doc[i].text == ")"), None)
            return closing is not None
        return any(t.pos_ == "VERB" for t in self.doc[trigger.i + 1 : opening])


def _path(token: Token, ancestor: Token) -> Iterator[Token]:
    """A token and what lies above it, up to an ancestor, which is left out."""
    while token.i != ancestor.i and token.head.i != token.i:
        yield token
        token = token.head


def _dates_document(participle: Token, verb: Token) -> bool:
    """ "dans un entretien publié samedi, X a critiqué …": the participle of a document that the verb's clause names."""
    noun = participle.head
    return (
        participle.lemma_ in _PUBLISHED
        and participle.dep_ in {"acl", "conj"}
        and noun.pos_ == "NOUN"
        and _clause(noun).i == verb.i
        and noun.dep_.startswith(("obl", "nmod", "advcl"))
    )


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
