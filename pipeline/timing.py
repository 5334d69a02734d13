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
from pipeline.attribution.quotations import Speech, causative_saying, incises, paired
from pipeline.certainty.verbgroup import verb_group
from pipeline.dates import DateMention, edtf
from pipeline.document import Document
from pipeline.news_day import NewsDay

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
    """publier diffuser paraître accorder poster mettre rendre envoyer signer dévoiler révéler rédiger adresser
    transmettre dater""".split()
)
"""Verbs whose participle dates a document, and with it what is said in it ("dans un entretien publié samedi")."""
_AHEAD = frozenset({"devoir", "prévoir", "envisager", "compter", "espérer", "vouloir", "souhaiter"})
"""Verbs whose present speaks of what is to come."""
_PLANNED = frozenset({"prévu", "attendu", "programmé", "fixé", "reporté"})
"""Participles, without their endings of gender and number, that do so."""
_APART = frozenset({"après", "avant", "depuis", "suite", "malgré", "sur", "pour", "sans"})
"""Prepositions whose noun has a time of its own."""
_BESIDE = 3
"""Tokens from a noun to a date that follows it straight ("le rachat, en 2014, de …")."""
_BREAKS = frozenset({",", ".", ";", ":", "(", "«", "“", '"', "!", "?"})
_FINAL = frozenset({".", "!", "?", "…"})
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
        self.incises = {speech.verb.i: _incise_end(speech) for speech in incises(self.doc)}
        self.news = NewsDay(self._told(), document.article.date)

    def when(self, trigger: Token, future: bool = False, planned: bool = False, told: bool = False) -> When:
        """The dates of the clause of ``trigger``.

        Args:
            trigger: the verb or noun that states the claim.
            future: the clause is about the future, so that "mardi" is the next one.
            planned: it is no fact, or not yet: the day on which it was announced is then not its own.
            told: a happening is told, so that the date of an incise ("…, a annoncé mardi le groupe") is its own.
        """
        counted = self._counted(trigger)
        if counted is not None:
            return counted
        best: tuple[float, DateMention, Token] | None = None
        for mention, root, start, end in self._dates_in(trigger.sent.start_char, trigger.sent.end_char):
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
        if mention.relation == "since":
            return When(start=value, cue=cue)
        if mention.relation in {"until", "by"}:
            return When(end=value, cue=cue)
        return When(at=value, cue=cue)

    def is_past(self, when: When) -> bool:
        """Whether the dates of a claim lie before the year of the article."""
        told = when.at or when.end or when.start
        return told is not None and self.today is not None and told[:4] < str(self.today)[:4]

    def news_day(self, trigger: Token, kind: str) -> str | None:
        """The date of an undated happening that the article tells as news (see :mod:`pipeline.news_day`)."""
        verb = trigger if trigger.i in self.incises else _clause(trigger)
        return self.news.of(trigger, verb, kind, verb.i in self.incises)

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
                span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
                self.places[mention.start] = None if span is None else (span.root, span.start, span.end)
            place = self.places[mention.start]
            if place is not None:
                yield mention, *place

    def _tense(self, root: Token) -> dates.Tense:
        """Whether the clause of a date speaks of the past or of what is to come; "present" where it does not tell."""
        verb = _clause(root)
        tense = verb_group(verb).tense
        if tense in {"future", "conditional"} or verb.lower_.rstrip("es") in _PLANNED:
            return "future"
        if tense in {"present", "infinitive"} and any(_looks_ahead(t) for t in (verb, verb.head)):
            return "future"
        return "past" if tense in {"past", "imperfect", "pluperfect", "participle"} else "present"

    def _of_incise(self, trigger: Token) -> tuple[float, DateMention, Token] | None:
        """The date of the incise that carries the sentence of a trigger told as news in its main clause."""
        verb = _clause(trigger)
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
        start, end = _by_marks(trigger)
        for index in range(start, end):
            stop = self.incises.get(index)
            if stop is None or not (trigger.i < index or trigger.i > stop):
                continue
            region = self.doc[index : stop + 1]
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
        if "après" not in (low := before.lower()) and "avant" not in low:
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

    def _distance(self, trigger: Token, root: Token, start: int, end: int, planned: bool) -> float | None:
        """How far a date stands from a trigger, in clauses first and tokens second; None: another clause's."""
        mine, theirs = trigger if trigger.i in self.incises else _clause(trigger), _clause(root)
        if theirs.head.i == mine.i and causative_saying(mine) is not None:
            # "a fait savoir en janvier que …": one verb.
            theirs = mine
        if _apart(trigger, mine, root):
            return None
        gap = trigger.i - end if end <= trigger.i else start - trigger.i
        if self._names(root, start) or self._bracketed(trigger, start) or self._reported(trigger, start):
            return None
        if self.quoted[start] and self.quoted[start] != self.quoted[trigger.i]:
            return None
        saying = next((verb for verb, stop in self.incises.items() if verb < start <= stop), None)
        if saying is not None:
            return gap / 100 if saying <= trigger.i <= self.incises[saying] else None
        if mine.i == theirs.i or _governs(root, trigger):
            return gap / 100
        if _cleft(mine, theirs):
            return 0.2 + gap / 100
        if _dates_document(theirs, trigger, mine) or _stands_in(trigger, theirs) or self._before_colon(end, trigger):
            return 0.5 + gap / 100
        if theirs.is_ancestor(mine):
            if root.lower_ in _PRESENT and mine.morph.get("VerbForm", []) == ["Part"]:
                return None
            if planned and verb_group(theirs).tense == "past":
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

    def _reported(self, trigger: Token, start: int) -> bool:
        """Whether a date is that of what a source tells: "X a chanté dimanche, rapporte Y", "…, selon une note"."""
        if start > trigger.i:
            return False
        if any(child.dep_ == "case" and child.lower_ == "selon" and start < child.i for child in trigger.lefts):
            return True
        return trigger.i in self.incises and not any(self.quoted[start : trigger.i])

    def _before_colon(self, end: int, trigger: Token) -> bool:
        """ "… lundi 19 novembre : X a été mis en garde à vue": the date that leads over to the clause of a trigger."""
        if end >= trigger.i or self.doc[end].text != ":":
            return False
        return not any(t.text in {":", ";"} or t.pos_ == "SCONJ" for t in self.doc[end + 1 : trigger.i])

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


def _looks_ahead(verb: Token) -> bool:
    """ "doit", "va nommer", "prévoit de": a present that speaks of what is to come."""
    if verb.lemma_.lower() in _AHEAD:
        return verb_group(verb).tense == "present"
    return verb.lower_ in {"va", "vont"} and any(child.dep_ == "xcomp" for child in verb.children)


def _incise_end(speech: Speech) -> int:
    """The token before the first mark after the verb of an incise."""
    doc, index = speech.verb.doc, speech.verb.i + 1
    while index < len(doc) and doc[index].text not in _BREAKS and "\n" not in doc[index].text:
        index += 1
    return index - 1


def _by_marks(token: Token) -> tuple[int, int]:
    """The sentence of a token by its final marks: the parser likes to end one before an incise."""
    doc, start, end = token.doc, token.i, token.i
    while start > 0 and doc[start - 1].text not in _FINAL and "\n" not in doc[start - 1].text:
        start -= 1
    while end < len(doc) and doc[end].text not in _FINAL and "\n" not in doc[end].text:
        end += 1
    return start, end


def _path(token: Token, ancestor: Token) -> Iterator[Token]:
    """A token and what lies above it, up to an ancestor, which is left out."""
    while token.i != ancestor.i and token.head.i != token.i:
        yield token
        token = token.head


def _apart(trigger: Token, clause: Token, root: Token) -> bool:
    """ "Après la démission du directeur, elle a répondu mardi": a noun behind a preposition that sets it apart."""
    if trigger.i == clause.i or 0 < root.i - trigger.i <= _BESIDE:
        return False
    top = trigger
    while top.head.i != clause.i and top.head.i != top.i:
        top = top.head
    return any(c.lower_ in _APART for c in top.lefts) and not top.is_ancestor(root) and top.i != root.i


def _dates_document(participle: Token, trigger: Token, verb: Token) -> bool:
    """ "dans un entretien accordé à Y et publié samedi, X a critiqué …": the document, and what is said in it."""
    last = participle
    while last.dep_ == "conj" and last.head.pos_ in {"VERB", "ADJ"}:
        last = last.head
    noun = last.head
    if participle.lemma_ not in _PUBLISHED or last.dep_ not in {"acl", "amod", "conj"} or noun.pos_ != "NOUN":
        return False
    return noun.i == trigger.i or (_clause(noun).i == verb.i and noun.dep_.startswith(("obl", "nmod", "advcl")))


def _stands_in(participle: Token, verb: Token) -> bool:
    """ "samedi, X a critiqué … dans une tribune publiée par Y": the document is of the day of what is said in it."""
    noun = participle.head
    if participle.dep_ not in {"acl", "amod"} or noun.pos_ != "NOUN" or participle.lemma_ not in _PUBLISHED:
        return False
    return any(c.dep_ == "case" and c.lower_ in {"dans", "par", "via"} for c in noun.lefts) and _clause(noun) == verb


def _cleft(clause: Token, head: Token) -> bool:
    """ "dimanche, c'est X qui a annoncé …": the clause that a cleft sentence is about."""
    return (
        clause.dep_ == "acl:relcl"
        and head.is_ancestor(clause)
        and any(child.lower_ in {"c'", "c’", "ce"} and child.dep_.startswith("nsubj") for child in head.children)
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
