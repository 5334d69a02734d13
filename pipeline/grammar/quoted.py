"""Whom a citation is about, for the verbs of attack that carry one: "« Altaïs ment », dénonce X": Altaïs.

The verb gives the speaker; the target stands in the citation: the subject of its clauses, or the only one it names.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.grammar.context import Context, Filler

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "dislocated", "vocative"})


def quoted(verb: Token, context: Context) -> list[Filler]:
    """Who is spoken of in the citation that a verb of saying carries."""
    span = context.citation(verb.i)
    if span is None:
        return []
    start, end, speaker = span
    source = context.referent(speaker)
    barred = set(source.entities) if source is not None else set()
    named: list[Filler] = []
    position = start
    while position < end:
        mention = context.mention[position]
        if mention is None or mention.start != position or set(mention.entities) & barred:
            position += 1
            continue
        filler = context.filler_of(mention)
        if context.doc[mention.head].dep_ in _SUBJECTS and mention.form != "pronoun":
            return context.coordinated(filler)
        if mention.form == "name":
            named.append(filler)
        position = mention.end
    return named[:1] if len({f.entities for f in named}) == 1 else []
