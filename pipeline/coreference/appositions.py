"""Whether a name stands beside a noun phrase, so that the phrase tells something of it: "le maire de Lyon, X".

A name in apposition always wins: a phrase that has one is no anaphor, and stands for nobody else.
"""

from __future__ import annotations

from typing import Final

from pipeline.coreference.descriptions import normal
from pipeline.document import DocMention
from pipeline.parsed import Doc
from pipeline.schema import EntityKind

REACH: Final = 18
"""Tokens between a noun and the name in apposition to it: "le ministre chargé de la Ville et du Logement X"."""
# Participles of titles, which carry on the noun phrase: "le ministre délégué aux Transports", "chargée du Logement".
TITLE_PARTICIPLES: Final = frozenset("chargé chargée délégué déléguée attaché attachée adjoint adjointe".split())
# Before a name, these make it a complement of the noun, not its apposition ("le patron de Nébula").
_INSIDE: Final = frozenset("de d' du des la le l' les à au aux chez en par sur pour avec contre -".split())
_SOURCES: Final = frozenset("selon pour d'après après avec chez comme contre devant".split())
# Nouns of persons that take a party's name without a preposition: "la députée PX de la Somme".
_OF_PARTIES: Final = frozenset(
    """
    député députée sénateur sénatrice eurodéputé eurodéputée élu élue maire candidat candidate conseiller conseillère
    parlementaire groupe secrétaire porte-parole
    """.split()
)
_CLOSING: Final = frozenset({",", ".", ")", ";", ":", "»", '"', "(", "—", "–"})
_RELATIVE: Final = frozenset("qui que qu' dont où".split())


def follows_name(doc: Doc, determiner: int, end: int, covered: dict[int, DocMention]) -> bool:
    """Whether a phrase stands in apposition to the name before it: "X, le patron de Nébula,", "X, le maire, qui …"."""
    before = determiner - 1
    if before < 1 or doc[before].text not in (",", "(", "—", "–") or before - 1 not in covered:
        return False
    after = doc[end : end + 12]
    if end < len(doc) and normal(doc[end].text) in _RELATIVE:
        return True
    mark = next((t for t in after if t.is_punct and t.text not in ("-", '"')), None)
    verb = next((t for t in after if t.pos_ in ("VERB", "AUX") and t.lower_ not in TITLE_PARTICIPLES), None)
    return mark is not None and mark.text in (",", ")", ".", "—", "–", ";") and (verb is None or mark.i < verb.i)


def name_after(
    doc: Doc,
    determiner: int,
    end: int,
    kinds: set[EntityKind],
    covered: dict[int, DocMention],
    people: frozenset[int],
) -> DocMention | None:
    """The name in apposition after a phrase: "le patron de Nébula, X,", "la société X", "le maire de Lyon X".

    In "le président du groupe X", X names the body and not the president.
    """
    index, limit = end, min(end + REACH, len(doc))
    while index < limit:
        token = doc[index]
        if index in covered:
            preceded = normal(doc[index - 1].text)
            named: EntityKind = "Person" if covered[index].entities[0] in people else "Organisation"
            if index == end and named not in kinds and normal(doc[end - 1].text) not in _OF_PARTIES:
                return covered[index]
            if (index > end and preceded in _INSIDE) or named not in kinds:
                index = covered[index].end
                continue
            if covered[index].form == "name" and preceded == ",":
                return covered[index] if _is_apposed(doc, determiner, covered[index].end) else None
            return covered[index] if index == end or preceded not in ("et", "ou") else None
        if token.is_space or token.pos_ in ("SCONJ", "PRON"):
            return None
        if token.lower_ in ("et", "ou") and index + 1 < limit and doc[index + 1].pos_ in ("DET", "NUM"):
            return None  # "le candidat et deux autres députés, X et Y"
        if token.pos_ in ("VERB", "AUX") and token.lower_ not in TITLE_PARTICIPLES:
            return None
        if token.is_punct and token.text not in (",", "-", "(", ")", '"', "«", "»"):
            return None
        if token.text == "," and index + 1 not in covered and index + 2 not in covered:
            return None
        index += 1
    return None


def _is_apposed(doc: Doc, determiner: int, after: int) -> bool:
    """Whether a name after a comma is the phrase's own: closed by a mark, or the phrase would else have no clause."""
    if after >= len(doc) or doc[after].text in _CLOSING or doc[after].is_space:
        return True
    before = doc[determiner - 1] if determiner else None
    if before is None or before.is_space or before.text in (".", "!", "?", "»"):
        return True
    return before.pos_ in ("VERB", "AUX") and normal(before.text) not in _SOURCES
