"""The words that name a source, around their head: a name beside it, or its noun phrase."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.attribution.speech import TIME_WORDS
from pipeline.certainty.nouns import is_role
from pipeline.document import DocMention, Document
from pipeline.parsed import Token

_PUNCTUATION = frozenset({",", ";", ":", ".", "(", ")", "«", "»", '"', "“", "”", "–", "—", "!", "?", "…", "\n"})
_MEDIA = frozenset("quotidien journal micro site magazine cours lendemain terme sujet passage moment nom".split())
_NP_INSIDE = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM", "X", "PRON"})


_REACH = 14
_FAMILIES = frozenset({"famille", "couple", "époux", "clan", "affaire", "frères", "sœurs"})


def mentions_by_token(document: Document) -> dict[int, DocMention]:
    """Each token's mention; a name before a description, the shorter before the longer."""
    found: dict[int, DocMention] = {}
    for mention in sorted(document.mentions, key=lambda m: (m.form != "name", m.end - m.start)):
        for index in range(mention.start, mention.end):
            found.setdefault(index, mention)
    return found


def noun_phrase(head: Token, start: int | None = None) -> tuple[int, int]:
    """Tokens of the noun phrase around a head: determiner to complements, no relative clause, no apposition."""
    doc = head.doc
    first = head.i
    lefts = [t.i for t in head.subtree if t.i < head.i]
    floor = start if start is not None else (min(lefts) if lefts else head.i)
    while (
        first - 1 >= floor and doc[first - 1].text not in _PUNCTUATION and doc[first - 1].pos_ in _NP_INSIDE - {"ADP"}
    ):
        first -= 1
    last = head.i + 1
    while last < len(doc) and doc[last].text not in _PUNCTUATION and doc[last].pos_ in _NP_INSIDE | {"CCONJ"}:
        if doc[last].lower_ in {"au", "aux"} and last + 1 < len(doc) and doc[last + 1].lower_ in _MEDIA:
            break
        if doc[last].lower_ in {"qui", "que", "dont", "où", "et", "à", "dans", "sur", "lors", "qu'"} | TIME_WORDS:
            break
        if not doc[last].is_ancestor(head) and not head.is_ancestor(doc[last]):
            break
        last += 1
    while last > head.i + 1 and doc[last - 1].pos_ in {"ADP", "DET", "CCONJ"}:
        last -= 1
    return first, last


def named(head: Token, mention_at: Mapping[int, DocMention], within: bool) -> DocMention | None:
    """The name that stands beside a common noun: "le groupe X", "le procureur X", not "le porte-parole de X"."""
    if is_role(head) and (person := _person_behind(head, mention_at)) is not None:
        return person
    for child in head.children:
        if child.dep_ in {"flat:name", "appos", "nmod", "flat"} and child.i > head.i:
            mention = mention_at.get(child.i)
            bare = not any(c.dep_ == "case" for c in child.lefts)
            comma = any(t.text in {",", "("} or t.lower_ == "dont" for t in head.doc[head.i + 1 : child.i])
            if (
                mention is not None
                and bare
                and not (comma and (within or child.dep_ != "appos"))
                and mention.form == "name"
            ):
                return mention
    after = mention_at.get(head.i + 1)
    return after if after is not None and after.form == "name" and after.start == head.i + 1 else None


def _person_behind(head: Token, mention_at: Mapping[int, DocMention]) -> DocMention | None:
    """Who holds a post whose noun and name a body parts: "le président du conseil régional du Morvan Paul Durand"."""
    doc = head.doc
    for index in range(head.i + 1, min(len(doc), head.i + _REACH)):
        token = doc[index]
        if token.text in _PUNCTUATION or "\n" in token.text or token.pos_ in {"VERB", "AUX", "CCONJ", "PRON"}:
            return None
        if is_role(token) or token.lower_ in _FAMILIES:
            return None
        mention = mention_at.get(index)
        if mention is None or mention.start != index or mention.form != "name" or mention.end - index < 2:
            continue
        if all(t.pos_ == "PROPN" for t in doc[index : mention.end]) and doc[index - 1].pos_ not in {"ADP", "DET"}:
            return mention
    return None
