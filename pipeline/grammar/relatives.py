"""Relative clauses: what a relative pronoun stands for, in the function that it has in its clause."""

from __future__ import annotations

from pipeline.document import DocMention
from pipeline.grammar.context import Context
from pipeline.grammar.frame import Frame
from pipeline.grammar.participles import inverted_relative, relative_object
from pipeline.parsed import Token
from pipeline.prepositions import SIMPLE

SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:caus"})

_UP = 5
"""How far above a place its bearer may stand in the parse."""


def add_relative(verb: Token, passive: bool, result: Frame, context: Context) -> None:
    """Lead a relative pronoun back to its antecedent, in the function that the pronoun has in its clause."""
    clause = _clause_head(verb)
    if clause is None:
        return
    antecedent = relative_antecedent(clause, context)
    for child in verb.subtree if verb == clause else verb.children:
        if not is_relative_pronoun(child) or child.i > verb.i:
            continue
        if child.head != verb and child.head.head != verb:
            continue
        text = child.lower_
        if text == "qui" and child.dep_ in SUBJECTS | {"nsubj:pass", "nsubj"}:
            result.add("object" if passive else "subject", antecedent)
            result.construction = "relative"
        elif text in {"que", "qu'", "qu’"} and not _has_object(verb, child):
            result.add("object", antecedent)
            result.construction = "relative"
        elif text == "dont":
            result.add("de", antecedent)
        elif text in {"où"}:
            for function in ("dans", "chez", "à"):
                result.add(function, antecedent)
        else:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
            if case is not None:
                result.add({"d'": "de", "d’": "de"}.get(case, case), antecedent)


def _has_object(verb: Token, pronoun: Token) -> bool:
    """ "a annoncé dans Y qu'il avait pris sa retraite": a verb with an object of its own takes no "que" for one."""
    return any(c.dep_ == "obj" and c.i > pronoun.i and c.pos_ in {"NOUN", "PROPN"} for c in verb.children)


def add_surface_relative(verb: Token, result: Frame, context: Context) -> None:
    """ "Y, que X a fondé", "X, à qui appartient Y", where the parser sees no relative clause."""
    if "object" not in result.functions:
        antecedent = relative_object(verb, context)
        if antecedent is not None:
            result.add("object", antecedent)
            result.surface.add("object")
    inverted = inverted_relative(verb, context)
    if inverted is not None:
        function, antecedent, later = inverted
        result.functions[function], result.functions["subject"] = [antecedent], [later]


def relative_antecedent(clause: Token, context: Context) -> int:
    """The token that a relative clause is said of: the name right before ", qui", else what the parser hangs it on."""
    pronoun = next((c for c in clause.children if c.lower_ == "qui" and c.i < clause.i), None)
    found = context.antecedent(clause.head.i)
    if pronoun is None or pronoun.i < 2:
        return found
    index = pronoun.i - 2 if context.lower[pronoun.i - 1] == "," else pronoun.i - 1
    name = context.name_at(index)
    if name is None or name.end != index + 1:
        return _past_place(found, context) if context.lower[pronoun.i - 1] == "," else found
    before = context.left_edge(name.start) - 1
    # "le patron de X, qui …": the name only completes the noun before it.
    governed = before >= 0 and (context.doc[before].pos_ in {"ADP", "NOUN", "ADJ"} or context.lower[before] in SIMPLE)
    titled = before >= 0 and context.lower[before] in {"m.", "mme", "me", "mgr"}
    return name.head if titled or not governed or _of_act(found, name, context) else found


def _of_act(noun: int, name: DocMention, context: Context) -> bool:
    """ "après le départ de X, qui a …": who is told of is the person, not what happened to them."""
    person = context.kind(name.entities[0]) == "Person" and context.mention[noun] is None
    return person and noun in context.nouns and noun not in context.roles


def _past_place(index: int, context: Context) -> int:
    """ "X, candidat à Lunéville, qui a annoncé …": a place does nothing, so that whoever it hangs on is meant."""
    token = context.doc[index]
    if token.pos_ != "PROPN" or context.mention[index] is not None:
        return index
    for _ in range(_UP):
        token = token.head
        name = context.name_at(token.i)
        if name is not None:
            return name.head
        apposed = context.apposed(token.i) if token.pos_ == "NOUN" else None
        if apposed is not None and apposed.end <= index:
            return apposed.head
    return index


def _clause_head(verb: Token) -> Token | None:
    """The verb of the relative clause that a verb belongs to (itself, or what governs it as an infinitive)."""
    current = verb
    for _ in range(3):
        if current.dep_ == "acl:relcl":
            return current
        if current.dep_ not in {"xcomp", "conj"}:
            return None
        current = current.head
    return None


def is_relative_pronoun(token: Token) -> bool:
    """Whether a token is a relative pronoun, also where the tagger gives it no type ("que")."""
    return (
        token.pos_ in {"PRON", "SCONJ"}
        and (
            token.morph.get("PronType", []) == ["Rel"]
            or token.lower_ in {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"}
        )
        and token.dep_ not in {"mark"}
    )
