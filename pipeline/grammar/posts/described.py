"""A role noun that is itself a mention of its holder: "le PDG de Nébula", where the article has said who that is."""

from __future__ import annotations

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.posts.phrase import RolePhrase


def described(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """The role noun is itself a mention: "le PDG de Nébula" where the article has said who that is."""
    mention = context.mention[phrase.noun]
    if mention is None or mention.form != "description":
        return []
    if _within(phrase.noun, mention.entities, context) or _of_subject(phrase.noun, mention.entities, context):
        return []
    return [context.filler_of(mention)]


def _of_subject(noun: int, entities: tuple[int, ...], context: Context) -> bool:
    """Whether these are the subject of the noun's own clause: "X a critiqué le patron du parti" speaks of another."""
    token = context.doc[noun]
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        if token.dep_.startswith("nsubj"):
            return False
        token = token.head
    subjects = [child.i for child in token.children if child.dep_.startswith("nsubj")]
    return any((m := context.mention[i]) is not None and set(m.entities) & set(entities) for i in subjects)


def _within(noun: int, entities: tuple[int, ...], context: Context) -> bool:
    """Whether a noun stands within a phrase about these very entities: "X, une amie du patron", "X est l'adjoint du
    directeur" speak of somebody else."""
    token = context.doc[noun]
    for _ in range(4):
        if token.dep_ not in {"nmod", "obl:arg", "obl:mod", "obl"}:
            return False
        token = token.head
        edge = context.left_edge(token.i)
        apposed = token.dep_ == "appos" or (edge > 0 and context.lower[edge - 1] == ",")
        about = [token.head] if apposed else []
        about += [child for child in token.children if child.dep_.startswith("nsubj")]
        if any((m := context.mention[t.i]) is not None and set(m.entities) & set(entities) for t in about):
            return token.pos_ != "VERB"
    return False
