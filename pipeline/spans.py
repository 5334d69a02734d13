"""Where the names of an article are: the model's spans repaired, and what its patterns and its own text add.

A name here is a run of tokens with the label that its finder gave it; what kind it is in this article is decided
later, over all its places (:mod:`pipeline.kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline import first_names, institutions
from pipeline import name_words as words
from pipeline.names import folded, is_initials

Label = Literal["PER", "ORG", "LOC", "MISC"]
Finder = Literal["title", "sigle", "institution", "model", "first name", "medium", "apposition", "copy"]

LABELS: dict[str, Label] = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "LOC": "LOC", "GPE": "LOC",
    "LOCATION": "LOC", "PLACE": "LOC",
}  # fmt: skip
"""The labels of the models that can be loaded; any other label is MISC (a product, an event, a work)."""

_PRIORITY: dict[Finder, int] = {
    "title": 0,
    "sigle": 1,
    "institution": 2,
    "model": 3,
    "first name": 4,
    "medium": 5,
    "apposition": 6,
    "copy": 7,
}
_BREAKS = frozenset(',;:()[]{}«»"“”„–—/|•·…?*') | {"...", "--", "''", "->", "→"}
_ORDINAL = re.compile(r"[IVXLC]+(?:e|er|ème)$")
_PREFIX = re.compile(r"^(?:ex|anti|pro|non|post|néo|mi)-(?=[A-ZÀ-Ý])")
_NOT_NAMES = frozenset({"VERB", "AUX", "ADV", "ADP", "PRON", "SCONJ", "CCONJ", "INTJ", "DET"})


@dataclass(frozen=True, order=True)
class Name:
    """Tokens ``start`` to ``end`` (exclusive) are a name; ``label`` is the finder's view of its kind."""

    start: int
    end: int
    label: Label
    finder: Finder


def find_names(doc: Doc) -> list[Name]:
    """Every name of a parsed article, in text order and without overlap.

    In: a Doc with entities, parts of speech and sentences. Out: the model's entities after repair, names that a title
    announces ("Mme Roy"), institutions by pattern ("parquet de Lille"), sigla in parentheses after their name, and
    exact copies of all these elsewhere in the article.
    """
    found = [
        name for ent in doc.ents for name in _repair(doc, ent.start, ent.end, LABELS.get(ent.label_.upper(), "MISC"))
    ]
    for start, end in institutions.find(doc):
        inside = _person_inside(doc, start, end, "ORG")
        found.append(Name(start, inside or end, "ORG", "institution"))
    found += _with_sigla(doc)
    found += _after_titles(doc)
    found += _after_first_names(doc)
    found += _media(doc)
    found += _apposed(doc)
    names = _without_overlap(_extended(doc, name) for name in found)
    names = [name for name in names if not _is_false(doc, name)]
    names = _without_overlap([*names, *_copies(doc, names)])
    return [name for name in _without_headings(doc, names) if not _is_portfolio(doc, name)]


def _is_portfolio(doc: Doc, name: Name) -> bool:
    single = name.end - name.start == 1
    person = name.label == "PER" and (not single or name.finder == "title") or is_first_name(doc[name.start].text)
    return not person and institutions.is_portfolio(doc, name.start)


def text_of(doc: Doc, name: Name) -> str:
    """The name as one line, without the spaces and line breaks that the page put into it, nor "ex-", "pro-" before."""
    return _PREFIX.sub("", " ".join(doc[name.start : name.end].text.split()))


def has_capital(token: Token) -> bool:
    """Whether a token is written as a name is: a capital anywhere ("Renault", "eBay"), or a digit with letters."""
    return any(c.isupper() for c in token.text)


def starts_sentence(token: Token) -> bool:
    """Whether a capital says nothing here: first word of a sentence, of a line, of a quotation."""
    before = token.i - 1
    while before >= 0 and (token.doc[before].text in {"«", '"', "“", "-", "–", "—", "•", "*", "'"}):
        before -= 1
    if before < 0 or before < token.i - 1:
        return True
    return (
        bool(token.is_sent_start)
        or "\n" in token.doc[before].text
        or token.doc[before].text in {".", "!", "?", ":", "…"}
    )


# --- repair ----------------------------------------------------------------------------------------------------------


def _repair(doc: Doc, start: int, end: int, label: Label) -> Iterator[Name]:
    """Cut a model's span at what no name contains, then trim each piece."""
    inside = _person_inside(doc, start, end, label)
    if inside is not None:
        yield from _repair(doc, inside, end, "PER")
        end, label = inside, "ORG" if label == "PER" else label
    piece = start
    for i in range(start, end + 1):
        if i == end or _parts(doc, i, label):
            trimmed = _trim(doc, piece, i, label)
            if trimmed is not None:
                yield trimmed
            piece = i + 1


def _person_inside(doc: Doc, start: int, end: int, label: Label) -> int | None:
    """Where a person's full name begins that hangs on a body's name: "de la Ligue des rives | Anne Roy".

    Only after a post ("le président de la Ligue … Anne Roy"), since bodies bear persons' names too.
    """
    if is_first_name(doc[start].text) and label == "PER":
        return None
    for i in range(start + 1, end):
        if doc[i].text.istitle() and is_first_name(doc[i].text) and i + 1 < len(doc) and has_capital(doc[i + 1]):
            if doc[i - 1].lower_ in {"de", "d'", "-", "et"} or doc[i + 1].is_punct:
                return None
            posts = any(_word(token) in words.PERSON_NOUNS for token in doc[max(0, start - 6) : start])
            return i if posts else None
    return None


def _word(token: Token) -> str:
    return token.lower_.removeprefix("ex-")


def _parts(doc: Doc, i: int, label: Label) -> bool:
    token = doc[i]
    if token.text in _BREAKS or token.text.count("\n") > 1:
        return True
    if label != "PER":
        return False
    if i and doc[i - 1].text.endswith(".") and token.lower_ in words.ARTICLES | {"il", "elle", "ils", "elles"}:
        return True
    return token.lower_ in {"et", "ou", "alias", "dit"} or (token.is_lower and token.pos_ in {"VERB", "AUX"})


def _trim(doc: Doc, start: int, end: int, label: Label) -> Name | None:
    while start < end and _loose_start(doc, start, end, label):
        start += 1
    if label == "PER":
        stop = next((i for i in range(start, end) if _ends_person(doc[i])), end)
        end = stop
    while end > start and _loose_end(doc[end - 1], label):
        end -= 1
    if start >= end or not any(has_capital(token) or token.like_num for token in doc[start:end]):
        return None
    if not any(c.isalpha() for c in doc[start:end].text):
        return None
    return Name(start, end, label, "model")


def _loose_start(doc: Doc, i: int, end: int, label: Label) -> bool:
    token, lower = doc[i], doc[i].lower_.replace("’", "'")
    if token.is_space or token.is_punct or (lower in words.TITLES and i + 1 < end):
        return True
    if has_capital(token):
        post = lower.removeprefix("ex-")
        if post in {"premier", "première", "vice"} and i + 1 < end and doc[i + 1].lower_ in words.PERSON_NOUNS:
            return True
        if i + 1 < end and post in words.PERSON_NOUNS and not is_first_name(lower):
            return True
        if lower in words.ARTICLES and starts_sentence(token):
            return lower not in words.NAME_ARTICLES or not _capital_elsewhere(doc, i, end)
        return lower in {"un", "une", "ce", "cette", "son", "sa", "ses", "au", "aux", "du", "des"} and i + 1 < end
    if token.like_num:
        return label == "PER"
    if label == "ORG" and institutions.opens(doc, i):
        return False
    return True


def _capital_elsewhere(doc: Doc, i: int, end: int) -> bool:
    """Whether the same words stand elsewhere within a sentence with the article's capital ("dans Le Monde")."""
    run = [token.text for token in doc[i:end]]
    return any(
        other.text == run[0]
        and not starts_sentence(other)
        and [t.text for t in doc[other.i : other.i + len(run)]] == run
        for other in doc
    )


def _ends_person(token: Token) -> bool:
    lower = token.lower_.replace("’", "'")
    return token.is_lower and lower not in words.PARTICLES and not token.is_punct and token.text.isalpha()


def _loose_end(token: Token, label: Label) -> bool:
    if token.is_lower and (token.lower_ in words.DAYS or token.lower_ in words.MONTHS):
        return True
    if token.is_space or (token.is_punct and token.text not in {"!", "+"}) or token.text in {"'s", "’s"}:
        return True
    if token.lower_ in words.PARTICLES or token.lower_.replace("’", "'") in words.ARTICLES:
        return token.is_lower
    return token.is_lower and (label == "PER" or token.pos_ in _NOT_NAMES)


def _extended(doc: Doc, name: Name) -> Name:
    """Take in what the finder left outside: the other half of a hyphenated name, a first name, a surname."""
    start, end = name.start, name.end
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        if not has_capital(doc[end + 1]):
            break
        end += 2
    while (
        start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    ):
        if not has_capital(doc[start - 2]):
            break
        start -= 2
    if name.label == "PER":
        if start and has_capital(doc[start - 1]) and _is_first_name(doc[start - 1]) and start == name.start:
            start -= 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and doc[end].is_alpha:
            end += 1
    return Name(start, end, name.label, name.finder)


# --- patterns --------------------------------------------------------------------------------------------------------


def _person_run(doc: Doc, i: int) -> int:
    """Where the run of a person's name that begins at ``i`` ends: capitals, particles between, hyphens, initials."""
    end = i
    while i < len(doc):
        token = doc[i]
        if has_capital(token) and (
            token.is_alpha or token.text.endswith(".") or "-" in token.text or "'" in token.text
        ):
            i = end = i + 1
        elif (
            end and token.lower_.replace("’", "'") in words.PARTICLES and i + 1 < len(doc) and has_capital(doc[i + 1])
        ) or (
            token.text == "-" and end == i and not token.whitespace_ and i + 1 < len(doc) and has_capital(doc[i + 1])
        ):
            i += 1
        else:
            break
    return end


def _after_titles(doc: Doc) -> Iterator[Name]:
    """ "M. X", "Mme X", "MM. X et Y": what follows the title is a person, and the title is no part of the name."""
    for token in doc[:-1]:
        if token.lower_ not in words.ABBREVIATED_TITLES or not token.text[0].isupper():
            continue
        start = token.i + 1
        end = _person_run(doc, start) if has_capital(doc[start]) else start
        if end == start:
            continue
        yield Name(start, end, "PER", "title")
        while token.lower_ in {"mm.", "mmes", "mm"} and end + 1 < len(doc) and doc[end].lower_ in {"et", ","}:
            start, end = end + 1, _person_run(doc, end + 1)
            if end == start or not has_capital(doc[start]):
                break
            yield Name(start, end, "PER", "title")


def _after_first_names(doc: Doc) -> Iterator[Name]:
    """A common first name and a capital word behind it, where the model saw no name at all."""
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if (
            not token.ent_type_
            and not following.ent_type_
            and _is_first_name(token)
            and token.text.istitle()
            and following.is_alpha
            and has_capital(following)
            and not following.is_sent_start
        ):
            yield Name(token.i, max(_person_run(doc, token.i), token.i + 2), "PER", "first name")


def _is_first_name(token: Token) -> bool:
    return folded(token.text).split()[:1] != [] and is_first_name(token.text) and token.pos_ in {"PROPN", "X", "NOUN"}


def is_first_name(word: str) -> bool:
    """Whether a word is a common first name; of a compound its first part decides."""
    first = folded(word).split()[:1]
    return bool(first) and (first[0] in first_names.MALE or first[0] in first_names.FEMALE)


def _media(doc: Doc) -> Iterator[Name]:
    """What has given an interview a home is a medium: "une information du Phare", "un entretien accordé à Ondes"."""
    for token in doc[:-2]:
        if token.lemma_ not in words.INFORMATION_NOUNS or not token.is_lower:
            continue
        i = token.i + 1
        if doc[i].lower_.startswith(("accord", "publi", "parue", "paru", "donné", "diffus")):
            i += 1
        if i + 1 >= len(doc) or doc[i].lower_ not in {"à", "au", "du", "de", "dans", "par", "sur"}:
            continue
        i += 1
        start = i
        while i < len(doc) and has_capital(doc[i]) and doc[i].is_alpha:
            i += 1
        if i > start and not is_first_name(doc[start].text) and doc[start].lower_ not in words.PERSON_NOUNS:
            yield Name(start, i, "ORG", "medium")


def _apposed(doc: Doc) -> Iterator[Name]:
    """A capital word behind a noun that names a kind of organisation: "la start-up (suisse) Altana"."""
    for token in doc[:-1]:
        if token.lower_ not in words.APPOSED_NOUNS:
            continue
        i = token.i + 1
        while i + 1 < len(doc) and (doc[i].text in {'"', "«", "“"} or (doc[i].is_lower and doc[i].pos_ == "ADJ")):
            i += 1
        start = i
        while i < len(doc) and has_capital(doc[i]) and not doc[i].is_punct and not doc[i].is_sent_start:
            i += 1
        if i > start and not is_first_name(doc[start].text) and doc[start].lower_ not in words.TITLES:
            yield Name(start, i, "ORG", "apposition")


def _with_sigla(doc: Doc) -> Iterator[Name]:
    """A name and its sigle in parentheses, where the letters fit: "Parti du lac et des rives (PLR)", then "PLR"."""
    for token in doc[1:-1]:
        if doc[token.i - 1].text != "(" or doc[token.i + 1].text != ")" or not _is_sigle(token.text):
            continue
        stop = token.i - 1
        start = _expansion(doc, stop, token.text.upper())
        if start is None:
            continue
        body = (
            doc[start].lower_ in words.ORGANISATION_OPENERS | words.INSTITUTION_HEADS or doc[start].text[:1].isupper()
        )
        label: Label = "ORG" if body and doc[start].lower_ not in words.THING_OPENERS else "MISC"
        yield Name(start, stop, label, "sigle")
        yield Name(token.i, token.i + 1, label, "sigle")


def _expansion(doc: Doc, stop: int, sigle: str) -> int | None:
    """Where the words begin whose initials are ``sigle`` and that end before ``stop``; a sentence is not left."""
    for start in range(stop - 2, max(-1, stop - 16), -1):
        if doc[start].is_punct or doc[start + 1].is_sent_start:
            return None
        if doc[start].text[:1].upper() == sigle[0] and is_initials(sigle, doc[start:stop].text):
            return start
    return None


def _is_sigle(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isalpha() and sum(c.isupper() for c in text) >= 2 and text[0].isupper()


# --- copies, overlaps, false names -----------------------------------------------------------------------------------


def _copies(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Exact copies of a name elsewhere in the article, and the surnames alone of the persons that were found."""
    runs: dict[tuple[str, ...], Label] = {}
    for name in names:
        run = tuple(token.text for token in doc[name.start : name.end] if not token.is_space)
        if len(run) > 1 or ((len(run[0]) > 2 or run[0].isupper()) and has_capital(doc[name.start])):
            runs.setdefault(run, name.label)
        if name.label == "PER" and len(run) > 1 and is_first_name(run[0]):
            surname = next((run[i:] for i in range(1, len(run)) if run[i][0].isupper() and len(run[i]) > 2), ())
            if surname:
                runs.setdefault(surname, "PER")
    by_first: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
    for run, label in runs.items():
        by_first.setdefault(run[0], []).append((run, label))
    for token in doc:
        for run, label in by_first.get(token.text, ()):
            if tuple(t.text for t in doc[token.i : token.i + len(run)]) == run:
                copy = Name(token.i, token.i + len(run), label, "copy")
                if not _is_false(doc, copy):
                    yield copy


def _without_overlap(names: Iterable[Name]) -> list[Name]:
    """Keep the surest of overlapping names: by finder, then the longer, then the earlier."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(set(names), key=lambda n: (_PRIORITY[n.finder], n.start - n.end, n.start, n.label)):
        if taken.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return sorted(kept)


def _is_false(doc: Doc, name: Name) -> bool:
    """A month, a day, a letter; or a sentence's first word that only its place gave a capital."""
    token = doc[name.start]
    lower = doc[name.start : name.end].text.lower()
    if lower in words.MONTHS or lower in words.DAYS or lower in words.TITLES or lower in words.PERSON_NOUNS:
        return True
    if lower in words.THING_SIGLA or _ORDINAL.match(token.text):
        return True
    if lower == "conseil" and doc[name.end : name.end + 2].text.lower() == "des ministres":
        return True
    if name.end - name.start > 1 or name.finder in {"title", "institution", "sigle"}:
        return False
    if len(token.text) == 1 and token.text != "X":
        return True
    if not starts_sentence(token):
        return token.is_lower or token.lower_ in words.ARTICLES
    if token.text.isupper() and len(token.text) > 1:
        return False
    if token.pos_ in _NOT_NAMES or any(other.text == token.lower_ for other in doc):
        return True
    if token.pos_ == "PROPN" or not token.text.istitle():
        return False
    return not any(other.text == token.text and not starts_sentence(other) for other in doc)


def _without_headings(doc: Doc, names: list[Name]) -> list[Name]:
    """In a line that is all capitals only names stay that the article also has elsewhere."""
    shouted: list[bool] = [False] * len(doc)
    start = 0
    for i in range(len(doc) + 1):
        if i == len(doc) or "\n" in doc[i].text:
            line = doc[start:i]
            alphabetic = [token for token in line if token.is_alpha]
            if len(alphabetic) > 2 and sum(t.is_upper for t in alphabetic) > 0.7 * len(alphabetic):
                shouted[start:i] = [True] * (i - start)
            start = i + 1
    elsewhere = {folded(text_of(doc, name)) for name in names if not shouted[name.start]}
    return [name for name in names if not shouted[name.start] or folded(text_of(doc, name)) in elsewhere]
