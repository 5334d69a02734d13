"""Dates in French text: where they stand and what they mean, in EDTF (ISO 8601-2).

:func:`find` reads a text from left to right, once: absolute dates, dates told from the article's day, and dates
told from the last date ("quatre mois plus tard"). :func:`heading_dates` gives the dates that head a line or a
paragraph and the span that each governs. Pure functions on text: no model is needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pipeline.dates import deixis as date_deixis
from pipeline.dates import edtf
from pipeline.dates import patterns as date_patterns
from pipeline.dates import rules as date_rules
from pipeline.dates.context import Context, Kind
from pipeline.dates.edtf import Precision
from pipeline.dates.signs import Surroundings

Relation = Literal["at", "since", "until", "by"]
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True)
class DateMention:
    """A date expression, ``text[start:end]``: with its own article ("le 3 mai"), without the preposition before it.

    ``edtf`` is the point or span named, whatever the preposition; ``relation`` says how it bounds ("depuis 2015" is
    2015, since) and :attr:`interval` writes that as an EDTF interval. ``kind`` says what it was resolved by: itself
    (absolute), the article's date, the date told before (chained); ``heading`` marks a date that heads a line and
    governs what follows. ``past`` and ``future`` are the readings of an expression that names no direction.
    """

    start: int
    end: int
    edtf: str
    relation: Relation
    kind: Kind
    precision: Precision
    edtf_past: str | None = None
    edtf_future: str | None = None

    @property
    def interval(self) -> str:
        """The date with its relation: ``2015/..`` for since, ``../2018`` for until and by, else the date itself."""
        first, _, last = self.edtf.partition("/")
        if self.relation == "since":
            return f"{first}/.."
        return self.edtf if self.relation == "at" else f"../{last or first}"


@dataclass(frozen=True)
class HeadingDate:
    """A date that heads a line or paragraph, and the text ``start:end`` after it that it governs.

    ``heading`` is the place of the date itself. ``strong`` tells list items and headings ("Mars 2023 : …", a line
    "2015") from an opening adverbial ("En 2018, …"), which governs its paragraph only.
    """

    start: int
    end: int
    edtf: str
    heading: tuple[int, int]
    strong: bool


_SINCE = re.compile(r"(?:\bdepuis|\bà partir|\bà compter|\baprès)(?: (?:de|du|d'|des|le|la|l'|les|fin|début))? *$")
_UNTIL = re.compile(r"\bjusqu(?:'|e )(?:en|au|à|aux)?(?: (?:la|le|l'|les))? *$")
_BY = re.compile(r"(?:\bd'ici|\bavant|\bau plus tard)(?: (?:à|au|aux|en|le|la|l'|les|de|du|fin))* *$")
_AHEAD = re.compile(r"(?:\bà partir de|\bà compter de|\bjusqu'à|\bd'ici(?: à)?|\bavant|\bau plus tard|\bdès|\bpour) $")
"""Before a weekday: the coming one is meant."""
_SENTENCE_HEAD = re.compile(
    r"(?:^|[.!?…]»?\"? |\n)[ \t]*(?:[-–—•*]+ *|\d+[.)] )?(?:(?:en|le|à|au|dès|puis|puis en|et|fin|début) ?)*$"
)
_SENTENCE_END = re.compile(r"[.!?](?= |\n|$)|\n")
_PAST = re.compile(
    r"\b(?:a|ai|as|ont|avait|avaient|est|sont|était|étaient|s'est|s'était|fut|furent|eut) (?:\w+ment |été |pas "
    r"|jamais |déjà "
    r"|aussi |donc )*(?!lieu)\w+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte|ort|orte)\b|\b\w+(?:aient"
    r"|èrent)\b"
)
_FUTURE = re.compile(
    r"\b\w+(?:era|eront|erai|erons|erez|ira|iront|ra|ront|rait|raient)\b|\b(?:va|vont|doit|doivent|prévue?s?"
    r"|attendue?s?|"
    r"programmée?s?|prochain\w*|future?s?|bientôt|projet\w*|reportée?s?|repoussée?s?|fixée?s?|candidat\w*|échéance"
    r"|horizon)\b"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_BULLET = r"[ \t]*(?:#+[ \t]*|(?:[-–—•*‣▪>]|\d{1,2}[.)])[ \t]+)?(?:\*\*|__)?[ \t]*(?:(?:en|le|au|à|fin|début) )?(?:l')?"
_LINE_HEAD = re.compile(_BULLET)
_HEAD_END = re.compile(
    r"[ \t]*(?:\*\*|__)?[ \t]*(?:(?P<colon>:(?!\d)|[–—-](?=[ \t]))|(?P<line>\n|$)|(?P<comma>,))(?:\*\*|__)?"
)
_NEXT_HEADING = re.compile(r"\n[ \t]*(?:#+[ \t]|\*\*[^*\n]+\*\*[ \t]*(?=\n))")
_CAPITAL_MONTH = re.compile(
    r"(?:Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)\b"
)
_WRAPPED = re.compile(r"(?<=[^\n]{60})\n(?=[^\s*•#–—-])")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "‑": "-"})
_HEAD_YEAR = re.compile(
    rf"(?:(?<=\n)|^){_BULLET}(?P<x>(?P<year>(?:1\d|20)\d\d))(?=[ \t]*(?:\*\*|__)?[ \t]*(?::|[–—-][ \t]|\n|$))"
)
_YEAR_AT_HEAD = date_rules.Rule("year at head", _HEAD_YEAR, date_rules.bare_year, near=("year",))
_RULES = (*date_patterns.RULES, *date_deixis.RULES, _YEAR_AT_HEAD)


@dataclass(frozen=True)
class _Candidate:
    start: int
    end: int
    rule: int
    match: re.Match[str]


@lru_cache(maxsize=2)
def plain(text: str) -> str:
    """The text in lower case, with plain apostrophes, hyphens and spaces, and of the same length."""
    text = _WRAPPED.sub(" ", text.translate(_PLAIN))
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find(text: str, reference: str | None = None) -> list[DateMention]:
    """Every date expression of ``text``, in order, without overlaps.

    ``reference`` is the article's date (EDTF of any precision). Without it, expressions that need it are left out.
    A value is never more precise than what it is told from: "hier" in an article of ``2023-03`` is ``2023-03``.
    """
    return list(_found(text, reference)[0])


def resolve(mention: DateMention, tense: Tense) -> str:
    """The EDTF value once the tense of the clause is known: "mardi" of "sera nommé mardi" is the coming one."""
    if tense == "future" and mention.edtf_future:
        return mention.edtf_future
    if tense == "past" and mention.edtf_past:
        return mention.edtf_past
    return mention.edtf


def resolve_future(mention: DateMention) -> str:
    """The value in a clause of future tense (see :func:`resolve`)."""
    return resolve(mention, "future")


def heading_dates(text: str, reference: str | None = None) -> list[HeadingDate]:
    """The dates at the head of a line, list item or paragraph, each with the span that it governs.

    "Mars 2023 : …", "- 12 mai 2019 – …": up to the next dated line or the end of the paragraph. A line that is only
    a date ("**2015**"): up to the next such line or heading; dated items below it are read in its year and govern
    their own part of it (the innermost span counts). "En 2018, …" at a paragraph's head: that paragraph.
    """
    return list(_found(text, reference)[1])


@lru_cache(maxsize=2)  # dates and headings of an article are asked for one after the other
def _found(text: str, reference: str | None) -> tuple[list[DateMention], list[HeadingDate]]:
    """The dates of a text and the headings among them: read without headings first, then within those found."""
    candidates = _candidates(plain(text))
    mentions = _read(text, reference, [], candidates)
    headings = _headings(text, mentions)
    if headings:
        headings = _headings(text, _read(text, reference, headings, candidates))
        mentions = _read(text, reference, headings, candidates)
    return mentions, headings


def _headings(text: str, mentions: list[DateMention]) -> list[HeadingDate]:
    found: list[tuple[DateMention, int, str]] = []
    for mention in mentions:
        line = text.rfind("\n", 0, mention.start) + 1
        end = _HEAD_END.match(text, mention.end)
        if end is None or end.lastgroup is None or not _LINE_HEAD.fullmatch(plain(text[line : mention.start])):
            continue
        mark = end.lastgroup
        relative = mention.kind not in ("absolute", "heading") and mention.edtf_past is None
        if relative or not text[end.end() :].strip() or (mark == "comma" and mention.kind != "absolute"):
            continue
        found.append((mention, end.end(), mark))
    headings: list[HeadingDate] = []
    for index, (mention, body, mark) in enumerate(found):
        rivals = (
            other
            for other, _, kind in found[index + 1 :]
            if mark != "line" or kind == "line" or re.search(r"\d{4}", text[other.start : other.end])
        )
        following = next(rivals, None)
        stop = following.start if following else len(text)
        border = (_NEXT_HEADING if mark == "line" else _PARAGRAPH).search(text, body)
        if border is not None:
            stop = min(stop, border.start())
        place = (mention.start, mention.end)
        headings.append(HeadingDate(body, max(body, stop), mention.edtf, place, mark != "comma"))
    return headings


def _read(
    text: str, reference: str | None, headings: list[HeadingDate], candidates: list[_Candidate]
) -> list[DateMention]:
    low = plain(text)
    context = Context(edtf.parse(reference))
    strong = [heading for heading in headings if heading.strong]
    heads = {heading.heading[0] for heading in strong}
    mentions: list[DateMention] = []
    position = 0
    for candidate in candidates:
        if candidate.start < position or _is_name(text, candidate):
            continue
        before = low[max(0, candidate.start - 30) : candidate.start]
        context.sentence_head = bool(_SENTENCE_HEAD.search(before))
        relation = _relation(before)
        context.told_as_past = relation not in ("until", "by") and _is_past(low, candidate)
        governing = [heading for heading in strong if heading.start <= candidate.start < heading.end]
        context.heading = edtf.parse(governing[-1].edtf) if governing else None
        if mentions and _PARAGRAPH.search(low, mentions[-1].end, candidate.start):
            context.narrative = None
        rule = _RULES[candidate.rule]
        value = rule.resolve(candidate.match, context)
        if value is None:
            position = candidate.end if rule.final else position
            continue
        ahead = _AHEAD.search(before) if value.weekday else relation == "by"
        if ahead and value.future:
            value = replace(value, edtf=value.future, anchor=edtf.parse(value.future))
        mentions.append(
            DateMention(
                candidate.start,
                candidate.end,
                value.edtf,
                relation,
                "heading" if candidate.start in heads else value.kind,
                value.precision,
                edtf_past=value.past,
                edtf_future=value.future,
            )
        )
        position = candidate.end
        if value.anchor is not None:
            context.last = value.anchor
            if context.sentence_head and value.kind in ("absolute", "chained"):
                context.narrative = value.anchor
    return mentions


def _is_past(low: str, candidate: _Candidate) -> bool:
    """Whether the sentence around a place is told in a past tense, with no word of what is to come."""
    start = max(low.rfind(mark, 0, candidate.start) for mark in (". ", "\n", "! ", "? ")) + 1
    end = _SENTENCE_END.search(low, candidate.end)
    sentence = low[start : end.start() if end else len(low)]
    return bool(_PAST.search(sentence)) and not _FUTURE.search(sentence)


def _candidates(low: str) -> list[_Candidate]:
    """Every match of every rule: by place, then the longest, then the order of the rules."""
    around = Surroundings(low)
    candidates = [
        _Candidate(match.start("x"), match.end("x"), number, match)
        for number, entry in enumerate(_RULES)
        if not entry.needs or any(word in low for word in entry.needs)
        for start, end in around.of(entry.near)
        for match in entry.pattern.finditer(low, start, end)
    ]
    return sorted(candidates, key=lambda c: (c.start, -c.end, c.rule))


def _relation(before: str) -> Relation:
    if _UNTIL.search(before):
        return "until"
    if _SINCE.search(before):
        return "since"
    return "by" if _BY.search(before) else "at"


def _is_name(text: str, candidate: _Candidate) -> bool:
    """Whether a capital shows that the word is a name: Avril Lavigne, the planet Mars, Le Parisien Dimanche."""
    words = text[candidate.start : candidate.end]
    before, after = text[: candidate.start][-20:], text[candidate.end :][:20]
    opening = not before.strip() or bool(re.search(r"(?:[.!?…:]|\n|[-–—•*«\"“(])[\s\"«“*]*$", before))
    if _CAPITAL_MONTH.match(words):
        bare = _CAPITAL_MONTH.fullmatch(words) is not None
        if opening:
            return bare and not re.match(r"\s*(?:[:–—*]|$)", after)
        return (
            not re.search(r"\b(?:en|depuis|dès|fin|début|de|d['’]|et|à|au|mois de)\s*$", before, re.IGNORECASE) or bare
        )
    if (
        re.match(r"(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Printemps|Hier|Demain)\b", words)
        and not opening
    ):
        return re.match(r"\w+ \d", words) is None
    if re.search(r"No[ëe]l$", words):
        return re.match(r"[ -][A-ZÀ-Ý]", after) is not None or (
            re.search(r"[A-ZÀ-Ý][\w.-]* $", before) is not None and not opening
        )
    return bool(re.search(r"[Pp]oisson d['’]$", before))
