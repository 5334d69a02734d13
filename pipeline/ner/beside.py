"""The common nouns beside a name, by which a place of it introduces what it is: "la startup X", "X, filiale de Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.ner import name_words as words
from pipeline.ner.name_span import Name, is_first_name
from pipeline.parsed import Doc, Token

Side = Literal["before", "after"]

_APPOSITION_OPENERS = frozenset({"le", "la", "l'", "un", "une", "ex", "-", "ancien", "ancienne", "également", "aussi"})
QUOTES = frozenset({'"', "«", "“", "'", "”", "»"})
_BEARERS = words.ORGANISATION_NOUNS | words.PERSON_NOUNS
_KNOWN_NOUNS = _BEARERS | words.THING_NOUNS | words.PLACE_NOUNS


def nouns(doc: Doc, name: Name) -> Iterator[tuple[Side, Token]]:
    """The common nouns by which a place introduces the name: "la startup X", "le patron du groupe, X", "X, filiale"."""
    i = outside(doc, name)
    if i >= 0:
        noun = _noun_before(doc, i)
        if noun is not None:
            full = name.end - name.start > 1 and (name.label == "PER" or is_first_name(doc[name.start].text))
            governor = _governor(doc, noun)
            if governor is not None and (
                (full and lemma_of(governor) in words.PERSON_NOUNS)
                or (
                    lemma_of(noun) in words.THING_NOUNS | words.PLACE_NOUNS
                    and lemma_of(governor) in words.ORGANISATION_NOUNS
                )
            ):
                noun = governor
            yield "before", noun
        if doc[i].text == "," and i:
            apposed = _phrase_head(doc, i - 1)
            if apposed is not None and (name.label != "PER" or lemma_of(apposed) in words.PERSON_NOUNS):
                yield "after", apposed
    i = name.end
    if i + 1 < len(doc) and doc[i].text in {",", "("}:
        i += 1
        while i + 1 < len(doc) and (doc[i].lower_.replace("’", "'") in _APPOSITION_OPENERS or doc[i].pos_ == "ADJ"):
            i += 1
        if doc[i].is_lower or doc[i].text in {"PDG", "DG"}:
            yield "after", doc[i]


def outside(doc: Doc, name: Name) -> int:
    """The index of the token before a name, past quotes and line breaks; -1 at the start of the text."""
    i = name.start - 1
    while i >= 0 and (doc[i].text in QUOTES or (doc[i].is_space and doc[i].text.count("\n") < 2)):
        i -= 1
    return i


def _noun_before(doc: Doc, i: int) -> Token | None:
    """The common noun that ends right before the name: "la startup (américaine) | X"."""
    passed = False
    for _ in range(6):
        if i < 0:
            return None
        token = doc[i]
        epithet = token.pos_ == "ADJ" and i > 0 and doc[i - 1].is_lower and doc[i - 1].pos_ == "NOUN"
        if token.lower_ in words.LIST_OPENERS or (passed and token.lower_ in {"de", "d'", "d’"}) or epithet:
            i -= 1
            continue
        if token.pos_ == "VERB" and i and doc[i - 1].pos_ == "AUX":
            return None  # "avait prévenu | Altaïs"
        if token.is_lower and lemma_of(token) in _KNOWN_NOUNS:
            return token
        trade = token.is_upper and not token.ent_type_ and i > 0 and doc[i - 1].lower_ == "de"  # "le groupe de BTP X"
        if not trade and (token.pos_ not in {"ADJ", "NOUN", "VERB", "PROPN"} or not token.is_lower or _told(token)):
            return None
        passed = passed or trade or token.pos_ != "VERB"  # "la société de production X"
        i -= 1
    return None


def _told(token: Token) -> bool:
    """Whether a verb says where the news is from, its subject behind it: "…, rapporte | X"."""
    return token.lower_ in words.TOLD_VERBS


def _governor(doc: Doc, noun: Token) -> Token | None:
    """The noun that the noun is a complement of: "le chef de l'armée | Paul Roy", "le géant des logiciels | Altana"."""
    i = noun.i - 1
    while i >= 0 and doc[i].lower_.replace("’", "'") in words.ARTICLES:
        i -= 1
    linked = any(doc[j].lower_.replace("’", "'") in {"de", "d'", "du", "des"} for j in range(i + 1, noun.i))
    return doc[i] if i >= 0 and linked else None


def _phrase_head(doc: Doc, i: int) -> Token | None:
    """The post, or else the body, that the phrase before a comma begins with: "le président du groupe, X"."""
    body: Token | None = None
    for j in range(i, max(-1, i - 8), -1):
        token = doc[j]
        if token.is_punct or token.is_space or token.pos_ in {"VERB", "AUX", "PRON"}:
            break
        if token.is_lower and lemma_of(token) in words.PERSON_NOUNS:
            return token
        if token.is_lower and lemma_of(token) in words.ORGANISATION_NOUNS:
            body = token
        if token.is_sent_start:
            break
    return body


def noun_kind(noun: Token, side: Side) -> Iterator[str]:
    """The evidence that a noun beside a name gives; none where it may be said of persons and of bodies alike."""
    lemma = lemma_of(noun)
    person, organisation = lemma in words.PERSON_NOUNS, lemma in words.ORGANISATION_NOUNS
    if person and not organisation:
        yield f"person noun {side}"
    elif organisation and not person:
        yield f"organisation noun {side}"
    elif lemma in words.THING_NOUNS and side == "before" and noun.doc[noun.i + 1].text in QUOTES:
        yield "work"
    elif lemma in words.THING_NOUNS and side == "before":
        yield "thing noun before"
    elif lemma in words.PLACE_NOUNS and side == "before":
        yield "place noun before"


def lemma_of(token: Token) -> str:
    """The dictionary form as the word lists have it; the form itself where the lemmatizer went astray."""
    lower = token.lower_.removeprefix("ex-")
    if token.i and f"{token.doc[token.i - 1].lower_} {lower}" in _BEARERS:
        return f"{token.doc[token.i - 1].lower_} {lower}"
    return lower if lower in _BEARERS else token.lemma_.lower()
