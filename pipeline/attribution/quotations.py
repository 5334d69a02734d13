"""Quotations and the verbs of saying around them: where a citation begins and ends, and whose words it holds.

French, English and straight quotation marks are paired within a paragraph; a citation may run over several sentences.
A speaker stands after it ("…, a indiqué mardi le groupe"), before it ("X a déclaré : …"), or is that of the citation
straight before ("…, dit-il. « … »"); a quoted clause that names nobody goes on with the speaker of its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.attribution.speech import (
    FIRST_PERSONS,
    PAIRS,
    SENTENCE_END,
    Speech,
    causative_saying,
    inverted,
    is_saying,
    speech_of,
)
from pipeline.certainty.nouns import is_role
from pipeline.parsed import Doc, Token

_LONGEST_QUOTE = 400
_SAME_PARAGRAPH = 150
_BEFORE_INCISE = frozenset({",", "»", "”", '"'})


@dataclass(frozen=True)
class QuoteSpan:
    """Tokens ``start`` to ``end`` (exclusive, marks left out) are quoted; ``speech`` says by whom, if the text does."""

    start: int
    end: int
    speech: Speech | None

    @property
    def speaker(self) -> Token | None:
        """The head of the words that name the speaker."""
        return self.speech.subject if self.speech is not None else None


@lru_cache(maxsize=1)  # attribution, dates and grammar ask for the same Doc, one after the other; see below too
def incises(doc: Doc) -> Sequence[Speech]:
    """Every incise of a Doc, in text order."""
    found = []
    opened = {start for start, _ in paired(doc)}
    for token in doc:
        if token.text in _BEFORE_INCISE and token.i + 1 < len(doc) and token.i + 1 not in opened:
            speech = inverted(doc, token.i)
            if speech is not None:
                found.append(speech)
    return found


@lru_cache(maxsize=1)
def quotes(doc: Doc) -> Sequence[QuoteSpan]:
    """The citations of a Doc in text order, with their speakers. Unclosed marks are left out."""
    found: list[QuoteSpan] = []
    for start, end in paired(doc):
        speech = _speaker(doc, start, end, found)
        found.append(QuoteSpan(start, end, speech))
    return found


@lru_cache(maxsize=1)
def paired(doc: Doc) -> Sequence[tuple[int, int]]:
    """The tokens between each pair of quotation marks, as (start, end)."""
    spans: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for token in doc:
        text = token.orth_
        if "\n" in text:
            opened = opened if opened is not None and _goes_on(doc, token.i + 1, opened[1]) else None
        elif opened is not None and (text == opened[1] or token.i - opened[0] > _LONGEST_QUOTE):
            if text == opened[1] and token.i > opened[0] + 1:
                spans.append((opened[0] + 1, token.i))
            opened = None
        elif opened is None and text in PAIRS:
            opened = (token.i, PAIRS[text])
    return spans


def _goes_on(doc: Doc, index: int, closing: str) -> bool:
    """Whether the paragraph that begins at ``index`` closes a citation left open by the one before it."""
    marks = 0
    for token in doc[index : index + _LONGEST_QUOTE]:
        if "\n" in token.text and token.i > index:
            break
        if token.text == closing:
            marks += 1
        if token.text in PAIRS and token.text != closing and not marks:
            return False
    return marks % 2 == 1 if closing in PAIRS else marks > 0


def _speaker(doc: Doc, start: int, end: int, before: list[QuoteSpan]) -> Speech | None:
    speech = inverted(doc, end + 1, limit=14)
    if speech is not None:
        return speech
    inside = _inside(doc, start, end)
    if inside is not None:
        return inside
    opening = start - 1
    index = opening - 1
    verb: Token | None = None
    while index >= 0 and opening - index < 45:
        token = doc[index]
        if token.text in SENTENCE_END or "\n" in token.text:
            break
        if verb is None and is_saying(token) and not any(quote.start <= index < quote.end for quote in before):
            verb = token
        index -= 1
    speech = speech_of(verb) if verb is not None else None
    speech = outside(speech, before) if speech is not None else None
    if speech is not None and speech.subject.i < opening and speech.subject.lower_ not in FIRST_PERSONS:
        return speech
    if before and _follows(doc, before[-1], opening):
        return before[-1].speech
    return _own_words(doc, start, end) or _going_on(doc, start, end, before)


def outside(speech: Speech, said: Sequence[QuoteSpan]) -> Speech | None:
    """Who says it where the would-be subject stands within a citation and the verb behind it: the one who is cited.

    "« …, elles m'aident », avant d'ajouter" and "« … », tout en reconnaissant que" go on with the speaker before.
    """
    for quote in said:
        if quote.start <= speech.subject.i < quote.end <= speech.verb.i:
            return quote.speech
    return speech


def _own_words(doc: Doc, start: int, end: int) -> Speech | None:
    """ "X est revenu sur son départ : « Je … »": a first person after a colon is the one of whom the sentence tells."""
    colon = start - 2
    if colon < 1 or doc[colon].text != ":" or not any(t.lower_ in {"je", "j'", "j’", "-je"} for t in doc[start:end]):
        return None
    index = colon - 1
    while index > 0 and doc[index - 1].text not in SENTENCE_END and "\n" not in doc[index - 1].text:
        index -= 1
    for token in doc[index:colon]:
        of_clause = token.dep_ in {"nsubj", "nsubj:pass"} and token.head.head in {token.head, doc[start]}
        if of_clause and (token.pos_ == "PROPN" or is_role(token) or token.lower_ in {"il", "elle"}):
            return Speech(token.head, token)
    return None


def _going_on(doc: Doc, start: int, end: int, before: list[QuoteSpan]) -> Speech | None:
    """The last speaker of the paragraph, for a quoted clause that names none: "L'usine « ne rouvrira pas »."."""
    if not any("Fin" in token.morph.get("VerbForm", []) for token in doc[start:end]):
        return None
    opening = start - 1
    floor = max(0, opening - _SAME_PARAGRAPH)
    floor = next((t.i for t in reversed(doc[floor:opening]) if "\n" in t.text), floor)
    last = next((quote for quote in reversed(before) if quote.start > floor and quote.speech is not None), None)
    for token in reversed(doc[last.end if last is not None else floor : opening]):
        cited = any(quote.start <= token.i < quote.end for quote in before)
        if is_saying(token) and not cited and "Inf" not in token.morph.get("VerbForm", []):
            speech = speech_of(token)
            if speech is not None and speech.subject.lower_ not in FIRST_PERSONS | {"qui", "que", "on"}:
                return speech
    return last.speech if last is not None else None


def _inside(doc: Doc, start: int, end: int) -> Speech | None:
    """An incise within the marks: « Nous achetons, dit-il, une part »."""
    for index in range(start, end - 1):
        if doc[index].text == "," and (speech := inverted(doc, index, limit=8)) is not None:
            after = max(speech.verb.i, speech.subject.i) + 1
            if speech.subject.i > speech.verb.i - 4 and any(
                t.text in {",", "."} for t in doc[after : min(end + 1, after + 8)]
            ):
                return speech
    return None


def _follows(doc: Doc, quote: QuoteSpan, opening: int) -> bool:
    """Whether only the incise of the citation before lies between it and this one."""
    if quote.speech is None:
        return False
    between = doc[quote.end + 1 : opening]
    ends = sum(token.text in SENTENCE_END for token in between)
    return len(between) <= 25 and ends <= 1 and not any("\n" in token.text for token in between)


__all__ = ["QuoteSpan", "causative_saying", "incises", "paired", "quotes"]
