"""Who says some direct speech: the subject of the verb of saying beside it, or of what stands before the colon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.coreference.anaphor_words import NOMINATIVE
from pipeline.coreference.descriptions import normal, noun_at
from pipeline.coreference.discourse import CLOSING, ENDS, OPENING, SAYING, STRAIGHT, Layout
from pipeline.document import DocMention
from pipeline.parsed import Doc

# Between quotations that one person says.
_JOINING: Final = frozenset({",", "et", "mais", "ou", "puis", "que", "qu'"})


@dataclass(frozen=True)
class Speech:
    """One stretch of direct speech; ``speaker`` is the head token of whoever says it, named or not (None: unknown)."""

    start: int
    end: int
    speaker: int | None
    incises: tuple[tuple[int, int], ...] = ()
    """Words of the journalist within it (", explique-t-il.")."""


def speeches(doc: Doc, ground: Layout, names: list[DocMention], people: frozenset[int]) -> tuple[Speech, ...]:
    """Every stretch of direct speech with its speaker's token, in text order; ``people`` are entities."""
    heads = {index: name.head for name in names for index in range(name.start, name.end)}
    bodies = frozenset(
        index for name in names if not people & set(name.entities) for index in range(name.start, name.end)
    )
    found: list[Speech] = []
    for start, end in ground.quotes:
        incises: list[tuple[int, int]] = []
        speaker = _after(doc, end, heads, bodies)
        for token in doc[start:end]:
            if (
                token.lemma_ in SAYING
                and token.pos_ in ("VERB", "AUX")
                and doc[token.i - 1].text in (",", '"', "t", "a")
            ):
                inside = _inverted(doc, token.i, heads, bodies, end)
                if inside is not None:
                    incises.append((token.i, min(end, max(inside + 1, token.i + 4))))
                    speaker = speaker if speaker is not None else inside
        if speaker is None:
            speaker = _before(doc, start, heads, ground)
        if speaker is None and found and _goes_on(doc, found[-1].end, start):
            speaker = found[-1].speaker
        found.append(Speech(start, end, speaker, tuple(incises)))
    return tuple(found)


def _says(doc: Doc, index: int) -> bool:
    if doc[index].lemma_ == "mettre":
        return normal(doc.span(index + 1, index + 3).text) == "en garde"
    return doc[index].lemma_ in SAYING


def _goes_on(doc: Doc, end: int, start: int) -> bool:
    """Whether a quotation goes on after an incise, within one paragraph: "…", a dit X. "…"."""
    between = doc[end:start]
    return len(between) < 25 and not any("\n" in token.text for token in between)


def _after(doc: Doc, end: int, heads: dict[int, int], bodies: frozenset[int]) -> int | None:
    """The subject of an inverted verb of saying after the closing mark: "…", a déclaré X / assure-t-elle."""
    end = _past_further_quotations(doc, end)
    for token in doc[end + 1 : end + 9]:
        if (token.is_space and "\n" in token.text) or token.text in (".", "!", "?"):
            return None
        if _says(doc, token.i) and token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            return _inverted(doc, token.i, heads, bodies, len(doc))
        if token.i in heads and token.i > end + 2:
            return None
        if normal(token.text).lstrip("-") in NOMINATIVE:
            return token.i
    return None


def _past_further_quotations(doc: Doc, end: int) -> int:
    """The closing mark of the last of quotations in a row: "…" mais "…", "…" et "…", a déclaré X."""
    for _ in range(3):
        mark = next((t.i for t in doc[end + 1 : end + 5] if t.text in OPENING or t.text == STRAIGHT), None)
        if mark is None or any(normal(t.text) not in _JOINING for t in doc[end + 1 : mark]):
            break
        closing = next((t.i for t in doc[mark + 1 : mark + 60] if t.text in CLOSING or t.text == STRAIGHT), None)
        if closing is None:
            break
        end = closing
    return end


def _inverted(doc: Doc, verb: int, heads: dict[int, int], bodies: frozenset[int], limit: int) -> int | None:
    """The subject after its verb; in "a réagi la présidente du groupe X, Y" that is Y, and without Y the president."""
    described: int | None = None
    passed: int | None = None
    for token in doc[max(verb - 2, 0) : min(verb + 16, limit)]:
        plain = normal(token.text).lstrip("-")
        if plain in NOMINATIVE and normal(token.text) != plain:
            return token.i
        if token.i <= verb:
            continue
        if token.i in heads:
            preceded = normal(doc[token.i - 1].text)
            if heads[token.i] == passed:
                continue
            if described is not None and token.i in bodies and token.i > described + 1:
                passed = heads[token.i]
                continue
            if (
                preceded in ("à", "au", "de", "du", "d'", "des", "chez", "sur", "dans", "aux", "l'")
                and token.i > verb + 1
            ):
                passed = heads[token.i]
                continue
            return heads[token.i]
        if (
            described is None
            and normal(doc[token.i - 1].text) in ("le", "la", "l'", "ce", "cet", "cette", "ancien", "ancienne")
            and noun_at(doc, token.i)
        ):
            described = token.i
            if {"ce", "cet", "cette"} & {t.lower_ for t in doc[token.i - 2 : token.i]}:
                return described
        if token.text in (".", "!", "?", ";") or "\n" in token.text:
            break
        if token.text == "," and described is not None and token.i + 1 not in heads:
            break
    return described


def _before(doc: Doc, start: int, heads: dict[int, int], ground: Layout) -> int | None:
    """The subject of the sentence that leads to the quotation: X a expliqué : "…"; X : "…"."""
    mark = start - 2
    while mark >= 0 and doc[mark].is_space and "\n" not in doc[mark].text:
        mark -= 1
    if mark >= 0 and doc[mark].text in ENDS:
        return _told_before(doc, mark, heads, ground)
    while mark >= 0 and doc[mark].is_space:
        mark -= 1
    if mark < 0 or doc[mark].text in ENDS:
        return None
    first = start - 2
    while first > 0 and ground.sentence[first - 1] == ground.sentence[mark]:
        first -= 1
    words = doc[first:start]
    colon = doc[mark].text == ":"
    if not colon and not any(t.lemma_ in SAYING and t.pos_ == "VERB" for t in words):
        return None
    return _subject(doc, first, start, heads)


def _told_before(doc: Doc, mark: int, heads: dict[int, int], ground: Layout) -> int | None:
    """The subject of the sentence before, where it tells what somebody says: X se dit confiant. "Nous …"."""
    if ground.quote[mark] >= 0 or ground.quote[max(mark - 1, 0)] >= 0:
        return None
    first = mark
    while first > 0 and ground.sentence[first - 1] == ground.sentence[mark]:
        first -= 1
    subject = _subject(doc, first, mark, heads)
    if subject is None:
        return None
    verb = next((t for t in doc[subject + 1 : mark] if t.pos_ == "VERB"), None)
    return subject if verb is not None and (verb.lemma_ in SAYING or doc[subject].head.lemma_ in SAYING) else None


def _subject(doc: Doc, first: int, end: int, heads: dict[int, int]) -> int | None:
    """The first subject among some words that can be somebody: a name, a pronoun or a describing noun."""
    for token in doc[first:end]:
        subject = token.dep_.startswith("nsubj") or (token.i == first and doc[token.i].pos_ == "PROPN")
        if token.i in heads and heads[token.i] == token.i and (subject or token.dep_ == "ROOT"):
            return token.i
        if subject and (normal(token.text) in NOMINATIVE or noun_at(doc, token.i)):
            return token.i
    return None
