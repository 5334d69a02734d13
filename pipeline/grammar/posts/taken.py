"""The post that a verb or noun of appointment or departure names: "X est nommé PDG de Y", "sa nomination comme PDG"."""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.posts.phrase import RolePhrase, body_slots, post_words
from pipeline.grammar.predication import Predication


def take_post(
    result: Predication, span: range, starts: dict[int, RolePhrase], context: Context, *, title: bool
) -> None:
    """Add the first post within ``span`` to a predication, and the body that the post names.

    A role that stands as the title of a name is nobody's new post ("nomme le directeur X"), except where the word
    takes it as an attribute (``title``); neither is what follows "par" or the next finite verb.
    """
    rule = context.ontology.rules[result.word.rule]
    for position in span:
        if position >= len(context.doc) or _new_clause(position, context):
            return
        phrase = starts.get(position)
        if phrase is None or context.name_at(position) is not None:
            continue
        # The edge of a noun phrase steps over "du" (a determiner to the parser, a preposition to us).
        before = context.preposition_at(phrase.start - 1) if phrase.start > 0 else None
        before = before or context.preposition_at(phrase.start)
        if before is not None and before[0] == "par":
            return
        if phrase.construction == "title" and before is None and not title:
            return
        if phrase.construction in {"title", "after comma"} and phrase.holders:
            continue
        for word in post_words(phrase, context):
            result.posts.append(word)
            if "organisation" in rule.roles:
                organisations = result.fills.get("organisation", [])
                told = [f for fillers in body_slots(word, phrase).values() for f in fillers]
                organisations += [f for f in told if f not in organisations]
                if organisations:
                    result.fills["organisation"] = organisations
        if result.posts:
            result.post = phrase.noun
            return


def _new_clause(position: int, context: Context) -> bool:
    token = context.doc[position]
    return token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Fin"]
