"""Whom a citation is about, for the verbs of attack that carry one: "« Altaïs ment », dénonce X": Altaïs.

The verb gives the speaker; the target is the first subject of a clause of the citation that hangs on no noun or verb.
"""

from __future__ import annotations

from pipeline.grammar.context import Context, Filler
from pipeline.parsed import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "dislocated", "vocative"})
_SUBORDINATE = frozenset({"acl:relcl", "acl", "advcl"})


def quoted(verb: Token, context: Context) -> list[Filler]:
    """Who is spoken of in the citation that a verb of saying carries."""
    span = context.citation(verb.i)
    if span is None:
        return []
    start, end, speaker = span
    source = context.referent(speaker)
    barred = set(source.entities) if source is not None else set()
    opening = context.name_at(start)
    if opening is not None and opening.start == start and not set(opening.entities) & barred:
        # Whatever the parser makes of what follows, a name that opens a citation is its subject.
        return context.coordinated(context.filler_of(opening))
    for token in context.doc[start:end]:
        mention = context.mention[token.i]
        if mention is None or mention.head != token.i or mention.form == "pronoun" or set(mention.entities) & barred:
            continue
        if token.dep_ in _SUBJECTS and token.head.dep_ not in _SUBORDINATE:
            return context.coordinated(context.filler_of(mention))
    return _headed(start - 2, barred, context)


def _headed(colon: int, barred: set[int], context: Context) -> list[Filler]:
    """ "X : « C'est pire », dénonce Y": whose matter a heading puts before the colon."""
    if colon < 1 or context.lower[colon] != ":":
        return []
    name = context.name_at(colon - 1)
    if name is None or name.end != colon or set(name.entities) & barred:
        return []
    before = context.doc[context.doc[name.start].sent.start : name.start]
    told = any(token.pos_ in {"VERB", "AUX"} for token in before)
    return [] if told else [context.filler_of(name)]
