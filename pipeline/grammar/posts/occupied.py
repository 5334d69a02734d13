"""Posts that somebody occupies: "X occupe le poste de directeur de Y", "son poste de directeur de Y"."""

from __future__ import annotations

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import POST_NOUNS, POST_VERBS
from pipeline.grammar.posts.phrase import BRIDGES, RolePhrase
from pipeline.grammar.subjects import subject
from pipeline.parsed import Token

_UNTIL = frozenset({"jusqu'", "jusqu’", "jusque", "ici", "là", "à", "présent"})
"""The words of "jusqu'ici", "jusque-là", "jusqu'à présent"."""


def occupied(phrase: RolePhrase, context: Context) -> list[Filler]:
    """ "son poste de directeur de X", "X occupe le poste de directeur de Y", "le poste de directeur de Y qu'il …"."""
    index = phrase.start - 1
    if index < 1 or context.lower[index] not in {"de", "d'", "d’"}:
        return []
    post = context.doc[index - 1]
    if post.lower_ not in POST_NOUNS:
        return []
    owner = next(
        (context.possessive[i] for i in range(context.left_edge(post.i), post.i) if i in context.possessive), None
    )
    if owner is not None:
        return [context.filler_of(owner)]
    verb = post.head if post.dep_ == "obj" else _verb_before(context.left_edge(post.i), context)
    if verb.lemma_ in POST_VERBS:
        return [f for i in subject(verb, context)[0] for f in context.referents(i)]
    return []


def _verb_before(position: int, context: Context) -> Token:
    """The word before the adverbs that stand at a token's left ("occupait jusqu'alors le poste")."""
    index = position - 1
    while index > 0 and (context.doc[index].pos_ == "ADV" or context.lower[index] in BRIDGES | _UNTIL):
        index -= 1
    return context.doc[max(index, 0)]
