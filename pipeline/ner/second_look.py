"""What is told about a name before it is judged once more: its places, its letters, the other names of the article.

Every feature is a word with a number; none holds a word of a name. Of its words only the vectors count, so that what
is learned (:mod:`pipeline.ner.verdict`) is no list of whom the press wrote of.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from pipeline.names import folded
from pipeline.ner.beside import QUOTES, nouns
from pipeline.ner.kind_evidence import Kind, evidence
from pipeline.ner.kinds import entity_kind, points
from pipeline.ner.name_span import Name, has_capital, is_first_name, starts_sentence, text_of
from pipeline.parsed import Doc, Token
from pipeline.vectors import direction

Floats = NDArray[np.float32]
NOUN = "noun "
"""What a feature begins with that tells the common noun before a name."""
LEAST_POINTS, MOST_POINTS, POINTS_SCALE = -8.0, 12.0, 4.0
LONG = 1500
"""Words from which on an article counts as long."""
FIRST_PLACES = 3
"""Places of a name whose governing words are looked at."""
NEAR_SCALE = 3.0
"""What brings the word vectors to the size of the other features, so that one pace of learning fits both."""
_SHAPES = ((str.isdigit, "#"), (str.isupper, "XX"), (str.istitle, "Xx"))
_LEFT = 5
"""Words before a name among which the nearest common noun is looked for."""


@dataclass(frozen=True)
class Look:
    """What is told about one name of an article: features with their values, and what its words are near to."""

    features: dict[str, float]
    near: Floats


def look(doc: Doc, names: Sequence[Name], kinds: Mapping[str, Kind]) -> Iterator[tuple[str, Look]]:
    """Every name of an article that is held for a person or a body, by its folded form, and what is told about it.

    In: a parsed article with word vectors, the places of its names, the kind that each was found to be.
    """
    places: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        places[folded(text_of(doc, name))].append(name)
    beside, article = _neighbours(doc, names, kinds), dict(_of_article(doc, kinds))
    for form, found in places.items():
        if entity_kind(kinds[form]) is not None:
            told = _of_name(doc, form, found, kinds, beside) | article
            yield form, Look(told, _near(doc, found, told))


def _of_name(
    doc: Doc, form: str, places: Sequence[Name], kinds: Mapping[str, Kind], beside: Mapping[Name, Sequence[str]]
) -> dict[str, float]:
    """The features of one name; of what its places tell, the share of the places that tell it."""
    told: dict[str, float] = defaultdict(float)
    for place in places:
        pieces = (f"told {piece}" for piece in evidence(doc, place))
        for feature in dict.fromkeys((*_of_place(doc, place), *pieces, *beside.get(place, ()))):
            told[feature] += 1 / len(places)
    for feature in [feature for feature in told if feature.startswith("told ")]:
        told["once " + feature] = 1.0
    for feature in (*_of_letters(doc, places[0]), *_of_others(form, kinds)):
        told[feature] = 1.0
    counted = points(doc, list(places))
    for kind, value in counted.items():
        told[f"points {kind}"] = min(max(value, LEAST_POINTS), MOST_POINTS) / POINTS_SCALE
    second, first = sorted(counted.values())[-2:]
    told["margin"] = min(first - second, -LEAST_POINTS) / POINTS_SCALE
    words = [doc.vocab.has_vector(word) for word in _words(doc, places[0])]
    told["unknown"] = words.count(False) / len(words) if words else 0.0
    told["all unknown"] = float(not any(words))
    told |= {"times": math.log(len(places)), "once": float(len(places) == 1), "late": places[0].start / len(doc)}
    return told | {"always": 1.0}


def _of_article(doc: Doc, kinds: Mapping[str, Kind]) -> Iterator[tuple[str, float]]:
    """How many of an article's names have figures, of which kinds they are, and how long it is."""
    yield "figures", 2 * sum(any(c.isdigit() for c in form) for form in kinds) / max(1, len(kinds))
    for kind, number in Counter(kinds.values()).items():
        yield f"share {kind}", number / len(kinds)
    yield "long", min(len(doc), LONG) / 1000


def _near(doc: Doc, places: Sequence[Name], told: Mapping[str, float]) -> Floats:
    """Word vectors: of the name's words and of its last, of what it depends on, of the common nouns before it."""
    words = _words(doc, places[0])
    heads = [doc.span(place.start, place.end).root.head.text for place in places[:FIRST_PLACES]]
    last = _direction(doc.vocab, words[-1]) if words else None
    nouns_before = np.zeros(doc.vocab.vectors_length, dtype=np.float32)
    for feature, share in told.items():
        noun = _direction(doc.vocab, feature[len(NOUN) :]) if feature.startswith(NOUN) else None
        if noun is not None:
            nouns_before += share * noun
    empty = np.zeros_like(nouns_before)
    return NEAR_SCALE * np.concatenate(
        (_mean(doc.vocab, words), empty if last is None else last, _mean(doc.vocab, heads), nouns_before)
    )


def _words(doc: Doc, name: Name) -> list[str]:
    return text_of(doc, name).replace("-", " ").replace("'", " ").split()


def _mean(vocab: Vocab, words: Sequence[str]) -> Floats:
    known = [found for word in words if (found := _direction(vocab, word)) is not None]
    return np.mean(known, axis=0) if known else np.zeros(vocab.vectors_length, dtype=np.float32)


def _direction(vocab: Vocab, word: str) -> Floats | None:
    """The word's vector at length one, or that of its lower-case form; None where there is neither."""
    for form in (word, word.lower()):
        if vocab.has_vector(form):
            return direction(vocab, form)
    return None


def _of_place(doc: Doc, name: Name) -> Iterator[str]:
    yield f"finder {name.finder}"
    yield f"label {name.label}"
    yield f"model {doc[name.start].ent_type_}"
    one, two = _word(doc, name.start - 1), _word(doc, name.start - 2)
    yield f"before {one}"
    yield f"before {two} {one}"
    one, two = _word(doc, name.end), _word(doc, name.end + 1)
    yield f"behind {one}"
    yield f"behind {one} {two}"
    root = doc.span(name.start, name.end).root
    yield f"as {root.dep_}"
    if not has_capital(root.head):
        yield f"as {root.dep_} of {root.head.lemma_.lower()}"
    if starts_sentence(doc[name.start]):
        yield "first of sentence"
    if name.start and doc[name.start - 1].text in QUOTES and doc[min(name.end, len(doc) - 1)].text in QUOTES:
        yield "quoted"
    noun = _noun_before(doc, name.start)
    if noun is not None:
        yield NOUN + noun.lemma_.lower()
    for side, beside in nouns(doc, name):
        yield f"{side} {beside.lemma_.lower()}"


def _word(doc: Doc, i: int) -> str:
    """A word beside a name as it counts: in lower case, a capital word or a figure by its shape alone."""
    if not 0 <= i < len(doc):
        return "^"
    text = doc[i].text
    if text.isspace():
        return "¶" if "\n" in text else "_"
    if starts_sentence(doc[i]) and text.istitle() and doc[i].pos_ in {"DET", "ADP", "SCONJ", "PRON"}:
        return doc[i].lower_
    if any(c.isdigit() for c in text):
        return "#"
    return next((shape for test, shape in _SHAPES if test(text)), doc[i].lower_)


def _noun_before(doc: Doc, start: int) -> Token | None:
    """The nearest common noun before a name in its clause: "les sièges en cuir de la X"."""
    for i in range(start - 1, max(-1, start - 1 - _LEFT), -1):
        token = doc[i]
        if token.pos_ == "NOUN" and token.is_lower:
            return token
        if token.pos_ in {"VERB", "AUX"} or token.text in {",", ";", ":", "."} or "\n" in token.text:
            return None
    return None


def _of_letters(doc: Doc, name: Name) -> Iterator[str]:
    span = doc.span(name.start, name.end)
    words = span.text.split()
    yield f"words {min(len(words), 5)}"
    first, last = words[0], words[-1]
    if any(c.isdigit() for c in span.text):
        yield "figure"
        yield "figure last" if last[-1].isdigit() else "figure within"
        if first[0].isdigit():
            yield "figure first"
    if any(w.isalpha() and w.isupper() and len(w) > 1 for w in words):
        yield "capitals" if span.text.isupper() else "capitals within"
        yield f"capitals {min(len(span.text), 7)}" if span.text.isupper() else "capitals beside small letters"
    for sign in "-+&!'./’":
        if sign in span.text:
            yield f"sign {sign}"
    if is_first_name(first):
        yield "first name" if len(words) > 1 else "first name alone"
    if len(words) > 1 and is_first_name(last):
        yield "first name last"
    if first[0].islower():
        yield "small first"
    if last[0].islower():
        yield "small last"
    if any(w[0].islower() for w in words[1:-1]):
        yield "small within"
    if first.lower() in {"le", "la", "les", "the", "l'"}:
        yield "article first"
    for token in (doc[name.start], doc[name.end - 1]):
        yield f"{'first' if token.i == name.start else 'last'} is {token.pos_}"
    if any(c.isupper() for c in first[1:]) and not first.isupper():
        yield "inner capital"
    if len(first) < 4 and len(words) == 1:
        yield f"letters {len(first)}"


def _of_others(form: str, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """How a name stands to the other names: opens one, ends one, begins with one, and of what kind that is."""
    padded = f" {form} "
    for other, kind in kinds.items():
        if other == form or not other:
            continue
        if form.startswith(other + " "):
            yield f"begins with {kind}"
        elif form.endswith(" " + other):
            yield f"ends with {kind}"
        elif other.startswith(form + " "):
            yield f"opens {kind}"
        elif other.endswith(" " + form):
            yield f"closes {kind}"
        elif padded in f" {other} ":
            yield f"within {kind}"


def _neighbours(doc: Doc, names: Sequence[Name], kinds: Mapping[str, Kind]) -> dict[Name, list[str]]:
    """What stands between a name and the next, and of what kind that one is."""
    found: dict[Name, list[str]] = defaultdict(list)
    for one, other in pairwise(names):
        if 0 <= other.start - one.end < 3:
            glue = " ".join(_word(doc, i) for i in range(one.end, other.start))
            found[one].append(f"then {glue} {kinds[folded(text_of(doc, other))]}")
            found[other].append(f"since {glue} {kinds[folded(text_of(doc, one))]}")
    return found
