"""The deep subject of a verb, and the deep object of a passive one: through coordination, control and participles."""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.control import (
    controlled_by_other,
    controller,
    impersonal_controller,
    is_infinitive,
    is_passive,
    own_subjects,
)
from pipeline.grammar.incises import incise_subject
from pipeline.grammar.lexicon import AGENTLESS_NOUNS, NAMING_VERBS
from pipeline.grammar.relatives import SUBJECTS, is_relative_pronoun, relative_antecedent
from pipeline.parsed import Token

_DEPTH = 8
_PLACES = frozenset({"sur", "dans", "chez", "via", "lors", "avec", "selon", "après", "avant", "depuis", "pour"})


def subject(verb: Token, context: Context) -> tuple[list[int], str]:
    """The deep subject of an active verb and the construction that gives it."""
    speaker = incise_subject(verb)
    if speaker is not None:
        return [speaker], "incise"
    construction = "active"
    current = verb
    for step in range(_DEPTH):
        direct = [child for child in own_subjects(current) if child.dep_ in SUBJECTS or child.dep_ == "nsubj:pass"]
        direct = [child for child in direct if child.pos_ not in {"VERB", "AUX"} and not _adjunct(child)]
        if direct:
            nominal = [child for child in direct if not is_relative_pronoun(child)]
            before = [child for child in nominal if child.i < verb.i]
            # A second subject to the right is an object that the parser misread.
            nominal = before or nominal
            if nominal:
                return [child.i for child in nominal], construction
            if current.dep_ == "acl:relcl":
                return [relative_antecedent(current, context)], "relative"
        if current.dep_ == "acl:relcl" and step == 0 and any(child.lower_ == "qui" for child in current.children):
            return [relative_antecedent(current, context)], "relative"
        governor = current.head
        if governor == current:
            break
        if current.dep_ == "conj":
            construction = "shared subject" if step == 0 else construction
            if governor.pos_ in {"NOUN", "PROPN"} and governor.dep_ not in {"ROOT"}:
                return [], construction
        elif current.dep_ in {"xcomp", "ccomp", "obl:arg", "obl:mod", "advcl", "obj", "dep", "obl"}:
            if current.dep_ == "ccomp" and not is_infinitive(current):
                break
            if any(child.lower_ == "où" and child.i < current.i for child in current.children):
                # "X quitte le conseil, où entre Y": the clause has a subject of its own, even if the parser missed it.
                break
            construction = "control" if current.dep_ != "advcl" else "adverbial"
            controlled = controller(current, governor) or impersonal_controller(governor)
            if controlled:
                return controlled, construction
            if controlled_by_other(current, governor):
                return _named_next(governor, context), construction
            if is_passive(governor) and governor.pos_ == "VERB":
                return frame_object(governor, context), construction
        elif current.dep_ in {"acl", "nmod", "amod"}:
            return _owner(current, governor, context)
        elif current.dep_ in {"aux", "aux:tense", "cop"}:
            pass
        else:
            break
        predicate = any(child.dep_ == "cop" for child in governor.children)
        if governor.pos_ in {"NOUN", "PROPN"} and current.dep_ in {"advcl", "obl:mod", "obl"} and not predicate:
            return [governor.i], construction
        current = governor
    return _surface_subject(verb, context), "surface"


def _adjunct(token: Token) -> bool:
    """Whether what the parser calls a subject hangs on a preposition of place or time: "Sur Pépiement, X a publié"."""
    return any(c.dep_ == "case" and c.lower_ in _PLACES for c in token.lefts)


def frame_object(verb: Token, context: Context) -> list[int]:
    """The deep object of a passive verb, through coordination."""
    for _ in range(_DEPTH):
        found = [c.i for c in own_subjects(verb) if c.dep_ in {"nsubj:pass", "nsubj"} and not is_relative_pronoun(c)]
        if found:
            return found
        if verb.dep_ == "acl:relcl" or verb.dep_ in {"acl", "amod"}:
            return [verb.head.i]
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return subject(verb, context)[0]


def _named_next(verb: Token, context: Context) -> list[int]:
    """The person right after a verb of naming whose object the parser missed ("a nommé X directrice générale")."""
    for index in range(verb.i + 1, min(verb.i + 5, verb.sent.end) if verb.lemma_ in NAMING_VERBS else 0):
        name = context.name_at(index)
        if name is not None and context.kind(name.entities[0]) == "Person":
            return [name.head]
    return []


def _owner(verb: Token, noun: Token, context: Context) -> tuple[list[int], str]:
    """The subject of a participle or infinitive that hangs on a noun ("Altaïs, détenant …", "sa volonté de …")."""
    if not is_infinitive(verb):
        return [context.antecedent(noun.i)], "participle"
    possessor = context.possessive.get(noun.i - 1) or next(
        (context.possessive[c.i] for c in noun.children if c.i in context.possessive), None
    )
    if possessor is not None:
        return [possessor.start], "control"
    if noun.lemma_ in AGENTLESS_NOUNS:
        owners = [c.i for c in noun.children if c.dep_ == "nmod" and c.i < verb.i]
        if owners:
            return owners, "control"
    governor = noun if any(child.dep_ == "cop" for child in noun.children) else noun.head
    if governor == noun or governor.pos_ == "VERB":
        # "X est sur le point de racheter Y", "X a l'intention de …": the subject of what governs the noun.
        return subject(governor, context)[0], "control"
    return [], "control"


def _surface_subject(verb: Token, context: Context) -> list[int]:
    """The nearest mention to the left in the same clause that no preposition governs."""
    if verb.morph.get("VerbForm", []) == ["Inf"]:
        return []
    start = verb.sent.start
    for index in range(verb.i - 1, start - 1, -1):
        token = context.doc[index]
        if token.pos_ in {"VERB"} and token.morph.get("VerbForm", []) == ["Fin"]:
            return []
        if context.lower[index] in {";", ":"}:
            return []
        mention = context.mention[index]
        if mention is not None:
            before = context.left_edge(mention.start) - 1
            if before >= start and context.doc[before].pos_ == "ADP":
                continue
            return [mention.head]
    return []
