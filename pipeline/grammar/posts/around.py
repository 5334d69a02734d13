"""Bodies told around the holder of a role: "la sénatrice X (PX)", "l'économiste X (Y)", "X de l'université Y".

The role noun itself names none: the body stands after the holder's name, or opens the sentence ("Chez Y, le PDG X").
"""

from __future__ import annotations

from pipeline.document import DocMention
from pipeline.grammar.context import Context
from pipeline.grammar.lexicon import CHAMBERS
from pipeline.grammar.posts.phrase import RolePhrase, bracketed, is_plural

_BESIDE = frozenset({"title", "after comma"})
_FRONTED = frozenset({"chez", "au sein de", "à la tête de"})
_SPAN = 5
"""How many tokens the noun phrase that names the body may have before its name."""


def find_body_around(phrase: RolePhrase, context: Context) -> None:
    """Give a phrase with one holder the body that stands in brackets or after "de" behind the holder's name."""
    if not phrase.holders or is_plural(phrase, context):
        return
    functions = phrase.functions
    end = phrase.holders[0].end
    body_in_brackets = bracketed(end, context)
    if body_in_brackets is not None and "apposed" in functions:
        phrase.bodies.setdefault("apposed", [context.filler_of(body_in_brackets)])
    if phrase.bodies or phrase.construction not in _BESIDE:
        return
    if body_in_brackets is not None and body_in_brackets.entities[0] in context.parties:
        return
    beside = (_employer(functions), body_in_brackets)
    for function, body in (beside, _after_name(end, context), _opening(phrase, context)):
        if body is not None and function in functions:
            phrase.bodies[function] = [context.filler_of(body)]
            return


def _employer(functions: frozenset[str]) -> str:
    return next((f for f in ("chez", "de", "à") if f in functions), "")


def _after_name(end: int, context: Context) -> tuple[str, DocMention | None]:
    """ "l'astronome X de l'université Y": preposition and body, where nothing follows that they could belong to."""
    found = context.preposition_at(end) if end < len(context.doc) else None
    if found is None or found[0] not in {"de", "chez"}:
        return "", None
    function, position = found
    for index in range(position, min(position + _SPAN, len(context.doc))):
        name = context.name_at(index)
        if name is not None:
            whole = context.kind(name.entities[0]) == "Organisation" and name.start == index
            whole = whole and context.lower[index] not in CHAMBERS
            return ("chez" if function == "de" else function), name if whole else None
        if context.doc[index].pos_ not in {"DET", "NOUN", "ADJ"} or index in context.roles:
            break
    return "", None


def _opening(phrase: RolePhrase, context: Context) -> tuple[str, DocMention | None]:
    """ "Chez Y, l'ingénieur X …": the body that opens the sentence."""
    sentence = context.doc[phrase.noun].sent
    start = sentence.start
    found = context.preposition_at(start)
    if found is None or found[0] not in _FRONTED:
        return "", None
    name = context.name_at(found[1])
    if name is None or name.end >= len(context.doc) or context.lower[name.end] != ",":
        return "", None
    opens = phrase.start == name.end + 1 and context.kind(name.entities[0]) == "Organisation"
    return found[0], name if opens else None
