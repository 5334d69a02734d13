"""Regions and towns' unions where they act as a body or somebody heads them: "la présidente de la région Rance"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.ner import name_words as words
from pipeline.ner.beside import lemma_of
from pipeline.ner.name_span import Name
from pipeline.parsed import Doc

_HEADS = frozenset({"agglomération", "métropole", "région"})
_OF = frozenset({"de", "d'", "du", "des", "la", "le", "les", "l'"})
_HEADED_BY = (words.HEAD_OF | {"conseiller", "conseillère", "élu", "élue", "porte-parole"}) - {"patron", "patronne"}
_BETWEEN = 2
"""Words between a post and its body, at most."""
_LIKE_ADJECTIVES = frozenset("adjoint adjointe délégué déléguée sortant sortante".split())
"""Taken for nouns or verbs behind a post ("la directrice générale adjointe")."""
_DEEDS = words.ACTS | {"adopter", "attaquer", "commander", "financer", "lancer", "subventionner", "verser", "voter"}


def find(doc: Doc) -> Iterator[Name]:
    """The noun and the place's name behind it, where a post governs them, or they do what only a body does.

    In: a parsed article. Out: names of bodies; a region in which something takes place is none.
    """
    for token in doc[1:-1]:
        if token.lower_ not in _HEADS or doc[token.i - 1].lower_.replace("’", "'") not in {"la", "l'"}:
            continue
        start = token.i + 1
        while start < len(doc) - 1 and doc[start].lower_.replace("’", "'") in _OF and doc[start].is_lower:
            start += 1
        end = _name_end(doc, start)
        if end > start and (_is_headed(doc, token.i - 2) or _does(doc, token.i)):
            yield Name(token.i, end, "ORG", "institution")


def _name_end(doc: Doc, start: int) -> int:
    """Where the place's name that begins at ``start`` ends; ``start`` itself where none does."""
    if not doc[start].text[:1].isupper() or doc[start].ent_type_ == "PER":
        return start
    end = start + 1
    while end < len(doc) and (
        (doc[end].ent_iob_ == "I" and doc[start].ent_type_)
        or ("-" in (doc[end].text, doc[end - 1].text) and not doc[end - 1].whitespace_)
    ):
        end += 1
    return end


def _is_headed(doc: Doc, i: int) -> bool:
    """Whether "de" at ``i`` makes the body the complement of a post, with adjectives or a party's name between."""
    if i < 1 or doc[i].lower_ not in {"de", "d'"}:
        return False
    for token in reversed(doc[max(0, i - 1 - _BETWEEN) : i]):
        if token.is_lower and lemma_of(token) in _HEADED_BY:
            return True
        party = token.ent_type_ == "ORG" or token.is_upper
        if token.pos_ != "ADJ" and not party and token.lower_ not in _LIKE_ADJECTIVES:
            return False
    return False


def _does(doc: Doc, i: int) -> bool:
    head = doc[i].head
    return doc[i].dep_ == "obl:agent" or (doc[i].dep_ == "nsubj" and head.pos_ == "VERB" and head.lemma_ in _DEEDS)
