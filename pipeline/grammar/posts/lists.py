"""Roles told by lists and beside verbs: "X regroupe les marques A et B", "les chaînes du groupe (A, B)", "dont A, B".

Read on the surface, as lists of names are what the parser knows least.
"""

from __future__ import annotations

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import COPULA_FORMS, HOLDING_VERBS
from pipeline.grammar.posts.phrase import RolePhrase
from pipeline.grammar.subjects import subject
from pipeline.parsed import Token

_STEPPED_OVER = frozenset("aussi également désormais l' l’ le la les un une le toujours notamment ancien".split())


_AMONG = 8
"""So many tokens may stand between "compte" and "parmi ses actionnaires"."""
_AMONG_VERBS = frozenset({"figurer", "compter", "compte", "être", "faire", "ranger"})
_HEADING = (("à", "la", "tête", "des"), ("à", "la", "tête", "de", "la"), ("à", "la", "tête", "du"))
"""What leads from a group to what it has: "X, à la tête des marques A et B"."""


def find_possessor(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> None:
    """Whose it is, where no "de" tells: "X regroupe les marques A et B", "X, avec notamment les marques A et B"."""
    if not phrase.holders or phrase.bodies:
        return
    owners, phrase.governor = _governing_owner(phrase, context)
    if not owners:
        end = _before_with(phrase, context)
        previous = by_end.get(end) if end is not None else None
        if previous is not None and previous.holders:
            owners = previous.holders
        else:
            owners = _ending_at(end if end is not None else _before_bracket(phrase, context), context)
    held = {e for f in phrase.holders for e in f.entities}
    owners = [f for f in owners if not held & set(f.entities)]
    if owners:
        phrase.bodies["possessor"] = owners


def _ending_at(end: int | None, context: Context) -> list[Filler]:
    mention = context.mention[end - 1] if end is not None and end > 0 else None
    return [] if mention is None or mention.end != end else [context.filler_of(mention)]


def _before_bracket(phrase: RolePhrase, context: Context) -> int | None:
    """Where the name ends before "(marques A et B)" or ", dont la filiale A"."""
    index = phrase.start - 1
    if index > 1 and context.lower[index] == "dont":
        return index - 1 if context.lower[index - 1] == "," else index
    return index if index > 0 and context.lower[index] == "(" else None


def _governing_owner(phrase: RolePhrase, context: Context) -> tuple[list[Filler], int | None]:
    """The subject of a verb of holding whose object is the role noun, and that verb."""
    noun = context.doc[phrase.noun]
    verb = noun.head
    if noun.dep_ not in {"obj", "obl:arg", "dep", "xcomp"} or verb.lemma_ not in HOLDING_VERBS:
        before = phrase.start - 1
        while before > 0 and (context.doc[before].pos_ in {"ADV", "DET", "NUM"} or context.lower[before] in {"pour"}):
            before -= 1
        verb = context.doc[max(before, 0)]
        if verb.lemma_ not in HOLDING_VERBS or verb.pos_ not in {"VERB", "AUX"}:
            return [], None
    owners = [f for i in subject(verb, context)[0] for f in context.referents(i)]
    return owners or _told_so(verb, context), verb.i


def _told_so(verb: Token, context: Context) -> list[Filler]:
    """ "X est un groupe comprenant les marques A et B": X, of whom the noun before the participle is said."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.pos_ != "NOUN":
        return []
    if any(child.dep_ == "cop" for child in noun.children):
        return [f for i in subject(noun, context)[0] for f in context.referents(i)]
    return context.referents(noun.i)


def _before_with(phrase: RolePhrase, context: Context) -> int | None:
    """Where the phrase ends that "avec (notamment) les marques A et B" hangs on; None without "avec"."""
    index = phrase.start - 1
    while index > 0 and context.doc[index].pos_ == "ADV":
        index -= 1
    for words in _HEADING:
        first = phrase.noun - len(words)
        if first > 0 and tuple(context.lower[first : phrase.noun]) == words:
            return first - 1 if context.lower[first - 1] == "," else first
    if index < 1 or context.lower[index] != "avec":
        return None
    return index - 1 if context.lower[index - 1] in {",", "("} else index


def among_them(start: int, context: Context) -> list[Filler] | None:
    """ "X figure parmi les fondateurs de Y", "X fait partie des actionnaires de Y": X, read before "les", "des".

    "Y compte X parmi ses actionnaires": X, the object. None where the noun phrase at ``start`` is no such group.
    """
    lower = context.lower
    if start < 2:
        return None
    end = start if lower[start] == "des" else start - 1
    if lower[start - 1] != "parmi" and (lower[end] != "des" or lower[end - 1] not in {"nombre", "partie"}):
        return None
    for token in reversed(context.doc[max(end - _AMONG, context.doc[start].sent.start) : end]):
        if token.lemma_ in _AMONG_VERBS:
            name = context.mention_in_phrase(token.i + 1)
            if token.lemma_ in {"compter", "compte"} and name is not None and name.end <= end:
                return context.coordinated(context.filler_of(name))
            return [f for i in subject(token, context)[0] for f in context.referents(i)]
    return None


def of_which(start: int, context: Context) -> tuple[Filler, Filler] | None:
    """ "Y, dont X est la cofondatrice", "Y, où X est ingénieur": (Y, X), read before the noun phrase at ``start``."""
    index = start - 1
    while index > 0 and context.lower[index] in _STEPPED_OVER:
        index -= 1
    if index < 3 or context.lower[index] not in COPULA_FORMS:
        return None
    name = context.name_at(index - 1)
    if name is None or name.start < 2:
        return None
    opening = name.start - 1
    while opening > 1 and context.doc[opening].pos_ in {"DET", "ADJ", "NOUN"} and context.lower[opening] != "dont":
        opening -= 1  # "Y, dont le grand patron X est propriétaire"
    if context.lower[opening] not in {"dont", "où"}:
        return None
    before = opening - 1
    if context.lower[before] == ",":
        before -= 1
    if before < 0:
        return None
    antecedent = context.mention[before]
    if antecedent is None and context.doc[before].pos_ == "NOUN":
        antecedent = context.name_at(context.antecedent(before))  # "Y, chaîne dont X est propriétaire"
    elif antecedent is not None and antecedent.end != before + 1:
        return None
    if antecedent is None:
        return None
    return context.filler_of(antecedent), context.filler_of(name)
