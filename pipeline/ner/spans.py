"""Where the names of an article are: the model's spans repaired, and what its patterns and its own text add.

A name here is a run of tokens with the label that its finder gave it; what kind it is in this article is decided
later, over all its places (:mod:`pipeline.ner.kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.names import BODY_FORMS, LEGAL_FORMS
from pipeline.ner import false_names, houses, institutions, joints, name_patterns, territories
from pipeline.ner import name_words as words
from pipeline.ner.name_span import Finder, Label, Name, has_capital, is_first_name, starts_sentence
from pipeline.parsed import Doc, Token

LABELS: dict[str, Label] = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
    "LOC": "LOC", "GPE": "LOC", "LOCATION": "LOC", "PLACE": "LOC",
}  # fmt: skip
"""The labels of the models that can be loaded; any other label is MISC (a product, an event, a work)."""

_PRIORITY: dict[Finder, int] = {
    "title": 0,
    "sigle": 1,
    "institution": 2,
    "post": 3,
    "quoted": 4,
    "model": 5,
    "first name": 6,
    "medium": 7,
    "apposition": 8,
    "capital article": 9,
    "list": 10,
    "copy": 11,
}
_BREAKS = frozenset(',;:()[]{}«»"“”„–—/|•·…?*') | {"...", "--", "''", "->", "→"}
_LEFT_HALF = re.compile(r"[^\W\d_a-zà-ÿ][^\s]*-")
_RIGHT_HALF = re.compile(r"-[^\W\d_a-zà-ÿ][^\s]*")
_BEFORE_NAMES = frozenset({
    "après", "avant", "avec", "chez", "contre", "côté", "dans", "depuis", "derrière", "devant", "entre", "hormis",
    "malgré", "outre", "parmi", "pour", "sans", "sauf", "selon", "sous", "sur",
})  # fmt: skip
"""With a capital at a sentence's start they stand before a name, and are no part of it."""
_CAPITAL_ARTICLES = frozenset({"Le", "La", "Les", "L'", "L’"})
_BARE_COUNTRY = frozenset({"sur", "à", "selon", "chez", "par"})
"""Before a country without its article they tell that it is no country: one says "selon la France", "en France"."""
_WORLDWIDE = frozenset({"international", "internationale"})
"""Behind a body's single word it is part of the name, in whatever case ("Clarté international")."""
_AFTER_COUNTRY = words.DAYS | words.MONTHS | {"dans", "pour", "depuis", "avec", "sans", "vers", "sous", "entre"}


def find_names(doc: Doc) -> list[Name]:
    """Every name of a parsed article, in text order and without overlap.

    In: a Doc with entities, parts of speech and sentences. Out: the model's entities after repair, names that a title
    announces ("Mme Roy"), institutions by pattern ("parquet de Lille"), sigla in parentheses after their name, and
    exact copies of all these elsewhere in the article.
    """
    texts: dict[str, list[int]] = {}
    for i, token in enumerate(doc):
        texts.setdefault(token.text, []).append(i)
    found = [
        name for ent in doc.ents for name in _repair(doc, ent.start, ent.end, LABELS.get(ent.label_.upper(), "MISC"))
    ]
    seen = {name.start: name.end for name in found if name.label == "ORG"}
    for start, end in institutions.find(doc):
        end = joints.agreed_end(doc, seen.get(start, end), end)
        inside = _person_inside(doc, start, end, "ORG")
        found.append(Name(start, inside or end, "ORG", "institution"))
    found += [*name_patterns.find(doc), *houses.find(doc), *territories.find(doc)]
    whole = (_extended(doc, name) for name in found)
    names = _without_overlap(
        replace(name, start=start, end=end)
        for name in whole
        for start, end in joints.chained(doc, name.start, name.end, texts)
    )
    names = [name for name in names if not false_names.is_false(doc, name, texts)]
    names = _without_overlap([*names, *name_patterns.in_lists(doc, names)])
    names = _without_overlap([*names, *_copies(doc, names, texts)])
    return [name for name in false_names.without_headings(doc, names) if not false_names.names_no_body(doc, name)]


# --- repair ----------------------------------------------------------------------------------------------------------


def _repair(doc: Doc, start: int, end: int, label: Label) -> Iterator[Name]:
    """Cut a model's span at what no name contains, then trim each piece."""
    end = joints.before_clause(doc, start, end)
    inside = _person_inside(doc, start, end, label)
    if inside is not None:
        yield from _repair(doc, inside, end, "PER")
        end, label = inside, "ORG" if label == "PER" else label
    piece = start
    for i in range(start, end + 1):
        if i == end or _parts(doc, start, i, label):
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
    if label in {"PER", "ORG"} and joints.is_epithet_sigle(doc, start, end):
        return start + 1
    seat = institutions.seat_end(doc, start) or start
    if start < seat < end and label in {"PER", "ORG"} and is_first_name(doc[seat].text):
        return seat
    for i in range(max(start + 1, seat), end):
        if i == start + 1 and i < end - 1 and label == "ORG" and name_patterns.is_told(doc, start):
            return i  # "a déclaré à l'OFAR | Tsilla Vorst"
        if doc[i].text.istitle() and is_first_name(doc[i].text) and i + 1 < len(doc) and has_capital(doc[i + 1]):
            if doc[i - 1].lower_ in {"de", "d'", "-", "et"} or doc[i + 1].is_punct:
                return None
            if i == start + 1 and doc[start].is_upper and len(doc[start].text) > 2:
                return i
            if doc[start].lower_ in words.NEVER_OF_A_PERSON:
                return i
            posts = any(_word(token) in words.PERSON_NOUNS for token in doc[max(0, start - 6) : start])
            return i if posts else None
    return None


def _word(token: Token) -> str:
    return token.lower_.removeprefix("ex-")


def _parts(doc: Doc, start: int, i: int, label: Label) -> bool:
    token = doc[i]
    if token.text in _BREAKS or token.text.count("\n") > 1 or joints.is_dash(doc, i):
        return True
    if label == "ORG" and (joints.other_complement(doc, start, i) or joints.is_article(doc, start, i)):
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
    end = joints.before_number(doc, start, end)
    while end > start and _loose_end(doc[end - 1], label) and not _is_epithet_verb(doc, start, end):
        end -= 1
    if end - start == 2 and doc[start].is_upper and doc[end - 1].is_lower and doc[end - 1].pos_ == "ADJ":
        end -= 1  # "PLR suisse": a sigle takes no adjective
    if start >= end or not (
        any(has_capital(token) or token.like_num for token in doc[start:end])
        or false_names.bare_lower(doc, start, end, label)
    ):
        return None
    if not any(c.isalpha() for c in doc.span(start, end).text):
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
        if lower in _BEFORE_NAMES and i + 1 < end and starts_sentence(token):
            return True  # "Derrière Altaïs, …"
        if lower in words.ARTICLES and starts_sentence(token):
            return lower not in words.NAME_ARTICLES or not _capital_elsewhere(doc, i, end)
        return lower in {"un", "une", "ce", "cette", "son", "sa", "ses", "au", "aux", "du", "des"} and i + 1 < end
    if token.like_num:
        return label == "PER"
    if label != "ORG":
        return True
    headed = i + 1 < end and token.lower_ in words.INSTITUTION_HEADS - words.APPOSED_NOUNS
    return not (headed or institutions.opens(doc, i) or (i + 1 == end and false_names.bare_lower(doc, i, end, label)))


def _capital_elsewhere(doc: Doc, i: int, end: int) -> bool:
    """Whether the same words stand elsewhere within a sentence with the article's capital ("dans Le Phare")."""
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
    return token.is_lower and (label == "PER" or token.pos_ in false_names.NOT_NAMES)


def _is_epithet_verb(doc: Doc, start: int, end: int) -> bool:
    """Whether a name ends with what the tagger takes for a verb, and the parser for an epithet: "Héron déchaîné"."""
    last = doc[end - 1]
    model = last.ent_iob_ == "I" and (end == len(doc) or doc[end].ent_iob_ != "I")
    return model and last.pos_ == "VERB" and last.dep_ in {"amod", "acl"} and last.head.i >= start


def _extended(doc: Doc, name: Name) -> Name:
    """Take in what the finder left outside: the other half of a hyphenated name, a first name, a surname."""
    if name.finder in {"post", "quoted", "list"}:
        return name
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
    if start > 1 and doc[start - 1].text in _CAPITAL_ARTICLES and not starts_sentence(doc[start - 1]):
        start -= 1
    while end < len(doc) and has_capital(doc[end]) and doc[end].lower_.strip(".") in LEGAL_FORMS | BODY_FORMS:
        end += 1
    if end < len(doc) and doc[end].text == "s" and doc[end - 1].text.endswith("'") and not doc[end - 1].whitespace_:
        end += 1  # "Altaï's"
    if name.finder == "model" and name.label in {"LOC", "ORG"} and end - start == 1 and _is_cut(doc, end):
        end += 1
    if name.label == "ORG":
        end = _end_in_brackets(doc, start, end)
        if end == start + 1 and joints.has_epithet(doc, start):
            end += 1
        if end == start + 1 and end < len(doc) and doc[end].lower_ in _WORLDWIDE and doc[start].text.istitle():
            end += 1
    if end - start == 1 and doc[start].lower_ in words.COUNTRIES and start > 1:
        if _is_name_before(doc, start):
            return Name(start - 1, end, "ORG", name.finder)
        if doc[start - 1].lower_ in _BARE_COUNTRY and _goes_on(doc, end):
            return Name(start, end + 1, "ORG", name.finder)
    if name.label == "PER":
        if (
            start
            and has_capital(doc[start - 1])
            and name_patterns.may_be_first_name(doc[start - 1])
            and start == name.start
            and institutions.seat_end(doc, max(0, start - 2)) != start
        ):
            start -= 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and doc[end].is_alpha:
            end += 1
    return Name(start, end, name.label, name.finder)


def _is_cut(doc: Doc, end: int) -> bool:
    """Whether the model left a name's second capital word outside: "Rives | Vivantes"."""
    if end >= len(doc) or doc[end].ent_type_ or doc[end].is_sent_start or "\n" in doc.span(end - 1, end + 1).text:
        return False
    word = doc[end]
    return word.text.istitle() and word.is_alpha and len(word) > 3 and not is_first_name(word.text)


def _end_in_brackets(doc: Doc, start: int, end: int) -> int:
    """Where a body's name in brackets ends, lower-case words and all: "(Les Rives en fête)"."""
    if start == 0 or doc[start - 1].text != "(":
        return end
    closing = next((i for i in range(end, min(end + 4, len(doc))) if doc[i].text == ")"), end)
    return closing if all(t.is_alpha and t.is_lower and t.pos_ != "VERB" for t in doc[end:closing]) else end


def _is_name_before(doc: Doc, i: int) -> bool:
    """Whether a capital word that opens nothing stands right before a country: "raconte Midi France"."""
    before = doc[i - 1]
    word = before.text.istitle() and before.is_alpha and before.lower_ not in words.ARTICLES
    return word and not starts_sentence(before) and not before.ent_type_ and before.pos_ in {"PROPN", "X", "NOUN"}


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether a lower-case word behind a bare country belongs to a medium's name: "sur France littoral"."""
    if i >= len(doc) or not doc[i].is_lower or not doc[i].is_alpha or len(doc[i].text) < 4:
        return False
    return doc[i].pos_ in {"NOUN", "ADJ", "ADP", "X", "PROPN"} and doc[i].lower_ not in _AFTER_COUNTRY


# --- copies, overlaps, false names -----------------------------------------------------------------------------------


def _copies(doc: Doc, names: list[Name], texts: dict[str, list[int]]) -> Iterator[Name]:
    """Exact copies of a name elsewhere in the article, and the surnames alone of the persons that were found."""
    runs: dict[tuple[str, ...], Label] = {}
    for name in names:
        run = tuple(token.text for token in doc[name.start : name.end] if not token.is_space)
        if len(run) > 1 or ((len(run[0]) > 2 or run[0].isupper()) and has_capital(doc[name.start])):
            runs.setdefault(run, name.label)
        surname = _surname(run) if name.label == "PER" else ()
        if surname:
            runs.setdefault(surname, "PER")
    by_first: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
    for run, label in runs.items():
        by_first.setdefault(run[0], []).append((run, label))
    for i, run, label in (
        (i, run, label) for first in by_first for i in texts[first] for run, label in by_first[first]
    ):
        if tuple(t.text for t in doc[i : i + len(run)]) == run and not _in_compound(doc, i, i + len(run)):
            copy = Name(i, i + len(run), label, "copy")
            if not false_names.is_false(doc, copy, texts):
                yield copy


def _in_compound(doc: Doc, start: int, end: int) -> bool:
    """Whether a run is one half of a hyphenated name ("Brive" in "Tulle-Brive")."""
    left = doc.span(start - 2, start).text if start > 1 and not doc[start - 1].whitespace_ else ""
    right = doc.span(end, end + 2).text if not doc[end - 1].whitespace_ else ""
    return bool(_LEFT_HALF.fullmatch(left) or _RIGHT_HALF.fullmatch(right))


def _surname(run: tuple[str, ...]) -> tuple[str, ...]:
    """The surname within a full name, with its particle in capitals ("Le Roy"); nothing where the name looks odd."""
    if len(run) < 2 or "-" in run or run[-1].lower() in words.LEGAL_FORMS:
        return ()
    if not is_first_name(run[0]) and not (len(run) == 2 and all(word.istitle() for word in run)):
        return ()
    start = next((i for i in range(1, len(run)) if run[i][0].isupper() and len(run[i].rstrip(".")) > 1), 0)
    return run[start:] if start and len(run[-1]) > 2 else ()


def _without_overlap(names: Iterable[Name]) -> list[Name]:
    """Keep the surest of overlapping names: by finder, then the longer, then the earlier."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(set(names), key=lambda n: (_PRIORITY[n.finder], n.start - n.end, n.start, n.label)):
        if taken.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return sorted(kept)
