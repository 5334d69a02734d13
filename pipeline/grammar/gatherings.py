"""Who is told in a list that the parser does not hold together: "entre A et le groupe B", "deux chaînes, A et B".

Read on the surface: the parser rarely joins two names of different kinds, or a name to the plural noun it exemplifies.
"""

from __future__ import annotations

from pipeline.coreference.anaphor_words import NUMBERS
from pipeline.coreference.descriptions import noun_at
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import EXAMPLE_OPENERS, LIST_OPENERS

_REACH = 16
"""So many tokens may stand between a plural noun and its examples, or within one member of a pair."""
_ONE = frozenset({"un", "une", "autre"})
"""What stands for one of many: "l'une de ses revues, A", "une autre de ses revues, A"."""
_SEVERAL = frozenset({*NUMBERS, "plusieurs", "les", "ses", "des", "leurs"})
"""What shows that a noun with one form for both numbers is plural ("deux start-up")."""
_ENDS = frozenset({",", ".", ";", ":", ")", "!", "?", "»", '"', "–", "-"})
"""What may stand after a list in apposition."""
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


def enumerated(noun: int, context: Context) -> list[Filler]:
    """ "deux chaînes, A et B,", "des titres comme A et B", "ses filiales (A, B…)", "une autre de ses revues, A,".

    Empty where the noun is no plural one for persons or organisations, or where no list of its kind follows its phrase.
    """
    single = context.lower[noun] in _ONE
    if single:
        found = context.preposition_at(noun + 1) if noun + 2 < len(context.doc) else None
        head = context.complement(found[1]) if found is not None and found[0] == "de" else None
        if head is None:
            return []
        noun = head
    readings = noun_at(context.doc, noun)
    counted = any(n.plural for n in readings) or (noun > 0 and context.lower[noun - 1] in _SEVERAL)
    if not readings or not (single or counted) or context.name_at(noun) is not None:
        return []
    position, limit = noun + readings[0].length, min(noun + _REACH, len(context.doc) - 2)
    while position < limit and context.doc[position].pos_ in {"ADJ", "ADP", "NOUN"} and not context.mention[position]:
        if listing(position, context) > position:
            break
        position += 1
    members = listed(position, context, least=1 if single else 2)
    kinds = {n.kind for n in readings}
    return members if all(context.kind(e) in kinds for f in members for e in f.entities) else []


def listed(position: int, context: Context, plural: bool = True, least: int = 2) -> list[Filler]:
    """The names listed from a token on: "(A, B)", ": A et B", "dont notamment A et B", ", A et B,".

    A singular noun has its names in a bracket only; after a bare comma there must be ``least`` of them.
    """
    if position + 1 >= len(context.doc):
        return []
    opening = context.lower[position]
    start = position + 1 if opening in {"(", ":"} else position
    names = listing(start, context)
    bare = names == start and opening not in {"(", ":"}
    if (not plural and opening != "(") or (bare and opening != ","):
        return []
    name = context.mention_in_phrase(names + bare)
    if opening == "(" and context.lower[names : names + 1] == ["groupe"]:
        # "la maison mère de B (groupe A)": A has the whole.
        return []
    if name is None or name.form != "name":
        return []
    found = context.coordinated(context.filler_of(name), unfinished=not bare)
    after = context.lower[found[-1].end : found[-1].end + 1]
    if opening == "(":
        return found if after and after[0] in {")", "...", "…", ","} else []
    return found if not bare or (len(found) >= least and (not after or after[0] in _ENDS)) else []


def listing(position: int, context: Context) -> int:
    """After "dont notamment", "comme", "tels que", ", parmi lesquelles"; the same position where nothing opens."""
    start = position
    if context.lower[position] == ",":
        position += 1
    for words in LIST_OPENERS:
        if tuple(context.lower[position : position + len(words)]) == words and (
            position == start or words != ("comme",)
        ):
            return position + len(words)
    return start


def examples(noun: int, context: Context) -> list[Filler]:
    """ "les partisans d'un retour, tels A et le ministre B", "trois élus, à commencer par A": those named."""
    if "Plur" not in context.doc[noun].morph.get("Number", []):
        return []
    kinds = {n.kind for n in noun_at(context.doc, noun) if n.plural}
    limit = min(noun + _REACH, len(context.doc) - 1)
    for position in range(noun + 1, limit):
        if context.lower[position] in _STOPS or context.doc[position].is_space:
            return []
        if context.lower[position] == "comme" and context.lower[position - 1] == "," and kinds:
            found = _list(position + 1, context)
            return found if all(context.kind(e) in kinds for f in found for e in f.entities) else []
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
        if not more or max(more[-1].end, more[-1].token + 1) <= end:
            break  # what only refers back leads no further
        if context.kind(more[0].entities[0]) != context.kind(found[0].entities[0]):
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
