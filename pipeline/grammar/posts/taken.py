"""The post that a verb or noun of appointment or departure names: "X est nommé PDG de Y", "sa nomination comme PDG"."""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.posts.phrase import RolePhrase, body_slots, post_words
from pipeline.grammar.predication import Predication

_REACH = 25


def take_post(
    result: Predication, start: int, starts: dict[int, RolePhrase], context: Context, functions: tuple[str, ...]
) -> None:
    """The post that a word of appointment or departure names, and the body that the post names.

    Args:
        result: the predication, which gets the post and perhaps its organisation.
        start: the token after the word.
        starts: role phrases by their noun.
        context: the document.
        functions: how the post may hang on the word: "attribute" (anyhow), "object" (right after it), prepositions.
    """
    limit = min(context.sentence_end(context.doc[result.trigger]), start + _REACH)
    for position in range(start, limit):
        token = context.doc[position]
        if token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm", []) == ["Fin"]:
            if context.lower[position - 2 : position] != ["il", "y"]:
                return
            continue
        phrase = starts.get(position)
        if phrase is None or context.name_at(position) is not None:
            continue
        if position > result.trigger and token.dep_.startswith("nsubj") and token.head.i > position:
            # "après la nomination de X, un procureur a …": the next clause begins.
            return
        before = context.preposition_at(phrase.start - 1) if phrase.start > 0 else None
        # The edge of a noun phrase steps over "du" (a determiner to the parser, a preposition to us).
        if before is None:
            before = context.preposition_at(phrase.start)
        if before is not None and before[0] == "par":
            return
        if before is None and "attribute" not in functions:
            if phrase.construction == "title" or "object" not in functions or phrase.start > start + 1:
                return
        elif before is not None and not {"attribute", "object", "de", before[0]} & set(functions):
            return
        described = phrase.construction == "apposition" and context.lower[phrase.start - 1] == ","
        if phrase.holders and (described or phrase.construction in {"title", "after comma"}):
            continue
        result.posts += post_words(phrase, context)
        if result.posts:
            result.post = phrase.noun
            roles = context.ontology.rules[result.word.rule].roles
            for word in result.posts if "organisation" in roles else ():
                taken = result.fills.setdefault("organisation", [])
                taken += [f for fs in body_slots(word, phrase).values() for f in fs if f not in taken]
            if not result.fills.get("organisation", [1]):
                del result.fills["organisation"]
            return
