"""When a claim holds: the date told in its own clause, else the one that governs its line.

:mod:`pipeline.dates` finds every date expression of the text; this room decides which of them belongs to a trigger.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import dates, numbers, undated
from pipeline.attribution.quotations import causative_saying, incises, paired
from pipeline.certainty import Certainty
from pipeline.certainty.verbgroup import verb_group
from pipeline.clauses import (
    PRESENT,
    apart,
    behind_participle,
    by_marks,
    clause_of,
    cleft,
    climb,
    dates_document,
    dates_noun,
    decided,
    ends_sentence,
    gerund,
    governs,
    in_brackets,
    incise_end,
    looks_ahead,
    names_thing,
    of_deed,
    of_epithet,
    of_noun,
    simultaneous,
    stands_in,
)
from pipeline.dates import DateMention, edtf
from pipeline.document import Document
from pipeline.news_day import NewsDay
from pipeline.parsed import Doc, Token

_LATER = re.compile(
    r"(?P<count>\d+|[a-zé-]+) (?P<unit>jour|semaine|mois|an|année)s? (?P<side>après|avant) "
    r"(?:[\wà-ÿ'-]+ ){0,2}[\wà-ÿ]*'?$",
    re.IGNORECASE,
)
_EVE = re.compile(
    r"(?<![\w-])(?P<eve>lendemain|surlendemain|avant-veille|veille) (?:même )?(?:de |d'|du |des )"
    r"(?:[\wà-ÿ'-]+ ){0,2}[\wà-ÿ]*'?$",
    re.IGNORECASE,
)
_EVES = {"lendemain": -1, "surlendemain": -2, "veille": 1, "avant-veille": 2}
"""How many days a happening lies from the day that is told as its eve, or as the day after it."""
_UNITS: dict[str, edtf.Unit] = {"jour": "day", "semaine": "week", "mois": "month", "an": "year", "année": "year"}
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "obj", "obl:arg", "nsubj", "conj", "parataxis", "dep", "obl:mod"})
"""Dependencies over which the date of a main clause reaches down ("mardi, le groupe a annoncé racheter"); a relative
clause or a participle in apposition has a time of its own."""
_PLANNED = frozenset({"prévu", "attendu", "programmé", "fixé", "reporté"})
"""Participles, without their endings of gender and number, that do so."""
_BOUNDS = frozenset({"until", "by"})
"""What a date is that ends a time: it is not the day on which something happened ("fermé jusqu'à lundi")."""
_MOMENTS = frozenset({"publication", "ruling", "appointment", "departure"})
"""Events of one day: "détenue depuis un an, elle a été condamnée" says since when something else has lasted."""
_CHARGES = frozenset({"lawsuit", "ruling"})
"""Events that are about a deed, which has a time of its own."""
_ONE_MOMENT = frozenset({"conflict", "ruling", "lawsuit", "founding", "acquisition", "merger"})
"""Events that a verb does not tell of years: "il attaque X, qui fut ministre de 2007 à 2012"."""
_BOUND = {"appointment": 0, "departure": -1}
"""At which end of the years of a post ("élue maire (2011-2017)") it was taken or left."""
_YEARS = re.compile(r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_FROM = re.compile(r"(?:dans )?(?:la )?nuit |(?:du )?\d", re.IGNORECASE)
"""Days that an event goes on for is the first of them ("la nuit de lundi à mardi", "du 8 au 11 janvier"); a
week-end is no day."""
_JOINED = 9
"""Characters from a date to the noun that is joined to it: " et la "."""
_BEGINS = re.compile(r"à (?:partir|compter) (?:de|du|d')(?: l[ea])? *$", re.IGNORECASE)


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

    def __init__(self, document: Document, learned: bool = False) -> None:
        self.learned = learned
        self.doc: Doc = document.doc
        self.text = document.doc.text
        text = document.article.clean
        self.found: list[DateMention] = dates.find(text, document.article.date)
        self.starts = [mention.start for mention in self.found]
        self.places: dict[int, tuple[Token, int, int] | None] = {}
        self.headings = dates.heading_dates(text, document.article.date)
        self.today = edtf.parse(document.article.date)
        self.quoted = [0] * len(self.doc)
        for number, (start, end) in enumerate(paired(self.doc), 1):
            self.quoted[start:end] = [number] * (end - start)
        self.incises = {speech.verb.i: incise_end(speech) for speech in incises(self.doc)}
        self.sentences = [sentence.start_char for sentence in self.doc.sents]
        self.body = bisect_left(self.sentences, document.article.title_end)
        self.news = NewsDay(self._told(), document.article.date)

    def when(
        self, trigger: Token, future: bool = False, planned: bool = False, told: bool = False, kind: str | None = None
    ) -> When:
        """The dates of the clause of ``trigger``.

        Args:
            trigger: the verb or noun that states the claim.
            future: the clause is about the future, so that "mardi" is the next one.
            planned: it is no fact, or not yet: the day on which it was announced is then not its own.
            told: a happening is told, so that the date of an incise ("…, a annoncé mardi le groupe") is its own.
            kind: the type of the event; None for a tie that lasts, whose end "jusqu'à lundi" tells.
        """
        counted = self._counted(trigger)
        if counted is not None:
            return counted
        best: tuple[float, DateMention, Token] | None = None
        for mention, root, start, end in self._dates_in(trigger.sent.start_char, trigger.sent.end_char):
            if kind is not None and not planned and mention.relation in _BOUNDS:
                continue
            if mention.relation == "since" and not self._begins(mention, trigger) and _lasts(trigger, root, kind):
                continue
            if kind in _CHARGES and of_deed(trigger, root):
                continue
            if kind in _ONE_MOMENT and trigger.pos_ == "VERB" and _YEARS.fullmatch(mention.edtf):
                continue
            distance = self._distance(trigger, root, start, end, planned)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, mention, root)
        if best is None and told and not planned:
            best = self._of_incise(trigger)
        if best is None:
            governing = [h for h in self.headings if h.start <= trigger.idx < h.end]
            return When(at=governing[-1].edtf) if governing else When()
        _, mention, root = best
        tense = "future" if future else self._tense(root)
        value = dates.resolve(mention, tense)
        cue = (mention.start, mention.end)
        if mention.relation == "since" and not (kind is not None and self._begins(mention, trigger)):
            return When(start=value, cue=cue)
        if mention.relation in {"until", "by"}:
            return When(end=value, cue=cue)
        if kind in _BOUND and _YEARS.fullmatch(value) and self._of_post(mention):
            value = value.split("/")[_BOUND[kind]]
        if kind is not None and _DAYS.fullmatch(value) and _FROM.match(self.text[mention.start :]):
            value = value.split("/")[0]
        return When(at=value, cue=cue)

    def _begins(self, mention: DateMention, trigger: Token) -> bool:
        """Whether a date is itself that of a trigger: "à partir du 1er avril", "depuis 1987 et la parution de …"."""
        if _BEGINS.search(self.text[: mention.start]):
            return True
        return trigger.dep_ == "conj" and mention.end < trigger.idx <= mention.end + _JOINED

    def _of_post(self, mention: DateMention) -> bool:
        """Whether years are those of a post: "maire (2011-2017)", "de 2011 à 2017"; not "entre 2011 et 2017"."""
        bracketed = self.text[: mention.start].endswith("(") and self.text[mention.start].isdigit()
        return bracketed or self.text[mention.start :].lower().startswith(("de ", "d'", "d’"))

    def is_past(self, when: When) -> bool:
        """Whether the dates of a claim lie before the year of the article."""
        told = when.at or when.end or when.start
        return told is not None and self.today is not None and told[:4] < str(self.today)[:4]

    def news_day(self, trigger: Token, kind: str) -> str | None:
        """The date of an undated happening that the article tells as news (see :mod:`pipeline.news_day`)."""
        verb = trigger if trigger.i in self.incises else decided(clause_of(trigger))
        incise = verb.i in self.incises
        if self.quoted[trigger.i] and not incise and verb_group(verb).tense == "past":
            # Who is quoted tells what he has done, whenever that was.
            return None
        return self.news.of(trigger, verb, kind, incise)

    def likely_date(self, trigger: Token, kind: str, judged: Certainty) -> str | None:
        """The date of a happening that is told without one: that of the article's news, or what else is likely.

        What is learned (:mod:`pipeline.undated`) overrules :mod:`pipeline.news_day` where it is asked for.
        """
        fact = (judged.polarity, judged.modality) == ("positive", "asserted")
        rule = self.news_day(trigger, kind) if fact else None
        return undated.choose(self.place(trigger, kind, judged), rule) if self.learned else rule

    def place(self, trigger: Token, kind: str, judged: Certainty) -> undated.Place:
        """What is seen where a happening is told without a date."""
        incise = trigger.i in self.incises
        verb = trigger if incise else decided(clause_of(trigger))
        sentence = trigger.sent
        beside = [m for m, *_ in self._dates_in(sentence.start_char, sentence.end_char) if m.relation == "at"]
        before = [m for m in self.found[: bisect_left(self.starts, trigger.idx)] if m.relation == "at"]
        last = before[-1] if before else None
        number = bisect_right(self.sentences, sentence.start_char)
        return undated.Place(
            trigger=trigger,
            clause=verb,
            kind=kind,
            state=f"{judged.polarity} {judged.modality} {judged.status}",
            incise=incise or verb.i in self.incises,
            quoted=bool(self.quoted[trigger.i]),
            sentence=number - self.body,
            news=self.news.day,
            rule=self.news_day(trigger, kind),
            today=None if self.today is None else str(self.today),
            beside=tuple(mention.edtf for mention in beside),
            before=None if last is None else last.edtf,
            back=0 if last is None else number - bisect_right(self.sentences, last.start),
        )

    def _told(self) -> Iterator[str]:
        """The dates of what is told as past or present, in text order."""
        for mention, root, _, _ in self._dates_in(0, len(self.doc.text)):
            tense = self._tense(root)
            if mention.relation == "at" and tense != "future":
                yield dates.resolve(mention, tense)

    def _dates_in(self, start: int, end: int) -> Iterator[tuple[DateMention, Token, int, int]]:
        """The dates between two characters, each with its head and its tokens."""
        for mention in self.found[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]:
            if mention.start not in self.places:
                span = self.doc.char_span(mention.start, mention.end)
                self.places[mention.start] = None if span is None else (span.root, span.start, span.end)
            place = self.places[mention.start]
            if place is not None:
                yield mention, *place

    def _tense(self, root: Token) -> dates.Tense:
        """Whether the clause of a date speaks of the past or of what is to come; "present" where it does not tell."""
        verb = clause_of(root)
        group = verb_group(verb)
        tense = group.tense
        if tense == "conditional" and group.perfect:
            return "past"  # "se serait déroulé"
        if tense in {"future", "conditional"} or verb.lower_.rstrip("es") in _PLANNED:
            return "future"
        if tense in {"present", "infinitive"} and any(looks_ahead(t) for t in (verb, verb.head)):
            return "future"
        return "past" if tense in {"past", "imperfect", "pluperfect", "participle"} else "present"

    def _of_incise(self, trigger: Token) -> tuple[float, DateMention, Token] | None:
        """The date of the incise that carries the sentence of a trigger told as news in its main clause."""
        verb = clause_of(trigger)
        group = verb_group(verb)
        if any(child.lower_ == "qui" for child in verb.children):
            return None
        if group.tense not in {"past", "present", "infinitive"} or self.quoted[trigger.i]:
            return None
        top = trigger
        while top.head.i != top.i and top.i not in self.incises:
            carried = top.head.i in self.incises and top.i < top.head.i
            if top.dep_ not in _COMPLEMENTS - {"obl:mod"} and not carried:
                return None
            top = top.head
        start, end = by_marks(trigger)
        for index in range(start, end):
            stop = self.incises.get(index)
            if stop is None or not (trigger.i < index or trigger.i > stop):
                continue
            region = self.doc.span(index, stop + 1)
            for mention, _, _, _ in self._dates_in(region.start_char, region.end_char):
                if mention.relation == "at":
                    return (0.0, mention, self.doc[index])
        return None

    def _counted(self, trigger: Token) -> When | None:
        """The date of a noun that another date is counted from: "deux semaines après la démission, … mardi"."""
        if trigger.pos_ not in {"NOUN", "PROPN"}:
            return None
        sentence = trigger.sent
        before = self.text[sentence.start_char : trigger.idx]
        low = before.lower()
        beside = self._beside_day(trigger, before) if "veille" in low or "lendemain" in low else None
        if beside is not None:
            return beside
        if "après" not in low and "avant" not in low:
            return None
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

    def _beside_day(self, trigger: Token, before: str) -> When | None:
        """ "a été libérée samedi, au lendemain de son arrestation": a noun that a day is counted from."""
        match = _EVE.search(before)
        if match is None:
            return None
        sentence = trigger.sent
        days = [m for m, *_ in self._dates_in(sentence.start_char, sentence.end_char) if m.precision == "day"]
        anchor = edtf.parse(min(days, key=lambda m: abs(m.start - trigger.idx)).edtf if days else self.news.day)
        moment = None if anchor is None else edtf.shift(anchor, _EVES[match["eve"].lower()], "day")
        start = sentence.start_char + match.start()
        return None if moment is None else When(at=str(moment), cue=(start, start + len(match[0].rstrip())))

    def _distance(self, trigger: Token, root: Token, start: int, end: int, planned: bool) -> float | None:
        """How far a date stands from a trigger, in clauses first and tokens second; None: another clause's."""
        mine, theirs = trigger if trigger.i in self.incises else clause_of(trigger), clause_of(root)
        if theirs.head.i == mine.i and causative_saying(mine) is not None:
            # "a fait savoir en janvier que …": one verb.
            theirs = mine
        if apart(trigger, mine, root) or of_epithet(trigger, root):
            return None
        gap = trigger.i - end if end <= trigger.i else start - trigger.i
        if names_thing(trigger, start) or in_brackets(trigger, start) or self._reported(trigger, start, end):
            return None
        if self.quoted[start] and self.quoted[start] != self.quoted[trigger.i] and not self._alone(start, end):
            return None
        saying = next((verb for verb, stop in self.incises.items() if verb < start <= stop), None)
        if saying is not None:
            return gap / 100 if saying <= trigger.i <= self.incises[saying] else None
        if trigger.i in self.incises and ends_sentence(start, end, trigger):
            return gap / 100
        if trigger.pos_ in {"NOUN", "PROPN"} and (governs(root, trigger) or dates_noun(theirs, trigger)):
            return gap / 1000
        if mine.i == theirs.i or governs(root, trigger) or behind_participle(trigger, root, gap):
            return gap / 100
        if cleft(mine, theirs):
            return 0.2 + gap / 100
        if dates_document(theirs, trigger, mine) or stands_in(trigger, theirs) or self._before_colon(end, trigger):
            return 0.5 + gap / 100
        if theirs.is_ancestor(mine):
            if root.lower_ in PRESENT and mine.morph.get("VerbForm", []) == ["Part"]:
                return None
            if planned and verb_group(theirs).tense == "past":
                return None
            path = list(climb(mine, theirs))
            if not all(token.dep_ in _COMPLEMENTS or gerund(token) or simultaneous(token) for token in path):
                return None
            steps = 1 + sum(1 for token in path[1:] if token.pos_ == "VERB")
            return steps + gap / 100 if steps <= 2 else None
        between = self.doc[min(end, trigger.i + 1) : max(start, trigger.i)]
        if gap <= 6 and not any(t.pos_ in {"VERB", "AUX"} or t.text in {";", ":"} for t in between):
            return 0.5 + gap / 100
        return None

    def _reported(self, trigger: Token, start: int, end: int) -> bool:
        """Whether a date is that of what a source tells: "X a chanté dimanche, rapporte Y", "…, selon une note"."""
        if start > trigger.i:
            return False
        if any(child.dep_ == "case" and child.lower_ == "selon" and start < child.i for child in trigger.lefts):
            return True
        verb = next((verb for verb, stop in self.incises.items() if verb <= trigger.i <= stop), None)
        if verb is None or start > verb or any(self.quoted[start:verb]):
            return False
        # "Le 24 avril, il avait dénoncé …": nothing but the date stands before, so nothing is reported.
        before = self.doc[trigger.sent.start : verb]
        return any(t.pos_ in {"NOUN", "PROPN", "VERB"} and not start <= t.i < end for t in before)

    def _before_colon(self, end: int, trigger: Token) -> bool:
        """ "… lundi 19 novembre : X a été mis en garde à vue": the date that leads over to the clause of a trigger."""
        if end >= trigger.i or self.doc[end].text != ":":
            return False
        return not any(t.text in {":", ";"} or t.pos_ == "SCONJ" for t in self.doc[end + 1 : trigger.i])

    def _alone(self, start: int, end: int) -> bool:
        """Whether nothing but a date is quoted: ils partiront "en juin"."""
        first, last = start, end
        while first > 0 and self.quoted[first - 1] == self.quoted[start]:
            first -= 1
        while last < len(self.quoted) and self.quoted[last] == self.quoted[start]:
            last += 1
        return last == end and all(token.pos_ in {"ADP", "DET"} for token in self.doc[first:start])


def _done(verb: Token) -> bool:
    """A passé composé or pluperfect, which tells of a moment: "a dénoncé X, qui dirige le parti depuis 2017"."""
    group = verb_group(verb)
    return group.perfect and group.tense in {"past", "pluperfect"}


def _lasts(trigger: Token, root: Token, kind: str | None) -> bool:
    """Whether "depuis 2017" tells since when something else has lasted than what a trigger tells."""
    if kind in _MOMENTS or of_noun(trigger, root):
        return True
    return kind is not None and trigger.pos_ != "ADJ" and _done(clause_of(trigger))
