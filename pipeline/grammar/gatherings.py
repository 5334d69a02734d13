"""Who is told in a list that the parser does not hold together: "entre A et le groupe B", "des élus, tels A et B".

Read on the surface: the parser rarely joins two names of different kinds, or a name to the plural noun it exemplifies.
"""

from __future__ import annotations

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import EXAMPLE_OPENERS

_REACH = 16
"""So many tokens may stand between a plural noun and its examples, or within one member of a pair."""
_STOPS = frozenset({".", ";", ":", "!", "?", "»"})


def other_party(filler: Filler, context: Context) -> list[Filler]:
    """ "entre A, président de C, et le groupe B": B, whatever its kind; nothing where no "et" follows."""
    position = filler.end
    limit = min(filler.end + _REACH, len(context.doc))
    while position < limit and context.lower[position] not in _STOPS:
        if context.lower[position] in {"(", "["}:
            position = context.closing(position) + 1
            continue
        if context.doc[position].morph.get("VerbForm", []) == ["Fin"]:
            return []
        if context.lower[position] == "et":
            return _member(position + 1, context)
        position += 1
    return []


def examples(noun: int, context: Context) -> list[Filler]:
    """ "les partisans d'un retour, tels A et le ministre B", "trois élus, à commencer par A": those named."""
    if "Plur" not in context.doc[noun].morph.get("Number", []):
        return []
    limit = min(noun + _REACH, len(context.doc))
    for position in range(noun + 1, limit):
        if context.lower[position] in _STOPS or context.doc[position].is_space:
            return []
        for words in EXAMPLE_OPENERS:
            if tuple(context.lower[position : position + len(words)]) == words:
                return _list(position + len(words), context)
    return []


def _list(position: int, context: Context) -> list[Filler]:
    found = _member(position, context)
    while found:
        end = max(found[-1].end, found[-1].token + 1)
        step = 1 if context.lower[end : end + 1] in ([","], ["et"], ["ou"]) else 0
        more = _member(end + 1, context) if step else []
        if not more or context.kind(more[0].entities[0]) != context.kind(found[0].entities[0]):
            break
        found += more
    return found


def _member(position: int, context: Context) -> list[Filler]:
    """The one that the noun phrase beginning here names."""
    head = context.complement(position) if position < len(context.doc) else None
    if head is None:
        return []
    found = context.referent(head)
    if found is None or found.form == "pronoun":
        return []
    name = context.apposed(head) if context.name_at(head) is None else None
    return [context.filler_of(name)] if name is not None else [found]
