"""The channel or station that an article is about: whoever presents a programme there works for it."""

from __future__ import annotations

from collections import Counter

from pipeline.document import DocMention, Document

BROADCASTERS = frozenset({"chaîne", "radio", "station", "télévision", "antenne"})
"""What an article calls a channel or a station."""
_ON_AIR = frozenset({"antenne", "matinale", "grille"})
"""What stands before "de" and the name of a broadcaster."""
_LEAST = 2


def find_medium(document: Document, lower: list[str]) -> list[DocMention]:
    """The mentions, in text order, of the one broadcaster that an article names most; empty where none stands out."""
    counts: Counter[int] = Counter()
    known: set[int] = set()
    for mention in document.mentions:
        entity = mention.entities[0]
        if len(mention.entities) > 1 or document.entities[entity].kind != "Organisation":
            continue
        counts[entity] += 1
        described = mention.form == "description" and lower[mention.head] in BROADCASTERS
        if described or _on_air(mention.start, lower) or BROADCASTERS & set(document.entities[entity].hints):
            known.add(entity)
    ranked = sorted(known, key=lambda e: (-counts[e], e))
    if not ranked or counts[ranked[0]] < _LEAST or (len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]]):
        return []
    chosen = [m for m in document.mentions if m.entities == (ranked[0],) and m.form != "pronoun"]
    return sorted(chosen, key=lambda m: m.start)


def find_on_air(document: Document, lower: list[str]) -> frozenset[int]:
    """The organisations that an article shows to broadcast ("sur X", "l'antenne de X", "la radio X")."""
    found: set[int] = set()
    for mention in document.mentions:
        if mention.form != "name" or mention.start == 0:
            continue
        seen = lower[mention.start - 1] == "sur" or _on_air(mention.start, lower)
        if seen and document.entities[mention.entities[0]].kind == "Organisation":
            found.add(mention.entities[0])
    return frozenset(found)


def _on_air(start: int, lower: list[str]) -> bool:
    """Whether what stands before a name says that it broadcasts: "la radio X", "l'antenne de X"."""
    called = start > 0 and lower[start - 1] in BROADCASTERS
    return called or (start > 1 and lower[start - 2] in _ON_AIR and lower[start - 1] in {"de", "d'"})
