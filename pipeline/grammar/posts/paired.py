"""Several holders of one role noun, each with a body of his own: "les patrons d'A et de B, X et Y", "X (A), Y (B)"."""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.posts.phrase import RolePhrase, bracketed, is_plural


def pair(phrase: RolePhrase, context: Context) -> None:
    """Give each holder of a plural post the body in brackets behind the name, or that at the same place of the list."""
    if len(phrase.holders) < 2 or not is_plural(phrase, context):
        return
    bodies = [filler for fillers in phrase.bodies.values() for filler in fillers]
    if not bodies:
        behind = [(holder, bracketed(holder.end, context)) for holder in phrase.holders]
        parties = context.parties
        phrase.pairs = [
            (holder, context.filler_of(name))
            for holder, name in behind
            if name is not None and name.entities[0] not in parties
        ]
    elif len(bodies) == len(phrase.holders) and all(context.kind(f.entities[0]) == "Person" for f in phrase.holders):
        phrase.pairs = list(zip(phrase.holders, bodies, strict=True))
