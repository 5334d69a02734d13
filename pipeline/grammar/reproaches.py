"""Whom one speaks ill of: "« A ment », lance B", "B estime que la politique de A est un échec", "selon B, A a trahi".

The subject of a clause that is said by somebody, where its verb or its predicate is a word of blame
(:mod:`pipeline.grammar.blame_words`), or where what is denied is a virtue ("n'écoute pas").
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.certainty.verbgroup import lemma_of
from pipeline.grammar.blame_words import (
    BLAME_NOUNS,
    BLAME_VERBS,
    DEMANDED,
    JUDGING_VERBS,
    MERITS,
    VIRTUES,
    WEAK_HEADS,
)
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import QUOTES
from pipeline.grammar.stances import possessors
from pipeline.parsed import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "dislocated"})
_ADDRESSED = frozenset({"appos", "vocative"})
_APART = frozenset({"acl:relcl", "acl", "advcl"})
_NEGATIONS = frozenset({"ne", "n'", "n’", "pas", "jamais", "plus", "rien", "aucun", "aucune", "nullement"})
_REACH = 10
_JUDGED = 6
"""So many tokens may stand between whom one judges and the end of the judgement."""


def reviled(verb: Token, context: Context) -> list[Filler]:
    """Who is spoken ill of in what a verb of saying carries: its citation, or its clause with "que"."""
    span = context.citation(verb.i)
    if span is not None:
        start, end, speaker = span
        found = _blamed(context.doc[start:end], _entities(speaker, context), context)
        if found:
            return found
    judged = _judged(verb, context) if {verb.lemma_.lower(), verb.lower_ + "r"} & JUDGING_VERBS else []
    if judged:
        return judged
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None or not any(c.lower_ in {"que", "qu'", "qu’"} for c in clause.children):
        return []
    subjects = [e for c in verb.children if c.dep_ in _SUBJECTS for e in _entities(c.i, context)]
    return _blamed(clause.subtree, set(subjects), context)


def _judged(verb: Token, context: Context) -> list[Filler]:
    """ "juge X incompétent", "a qualifié X de « menteur »": whom the verb takes as object beside a word of blame."""
    position, blamed = verb.i + 1, False
    while position < len(context.doc) and (
        context.doc[position].pos_ in {"DET", "ADV", "ADJ"} or context.lower[position] in QUOTES
    ):
        blamed = blamed or context.doc[position].lemma_.lower() in BLAME_NOUNS or context.lower[position] in BLAME_NOUNS
        position += 1
    head = context.complement(position)
    if head is None or _denied(verb) or context.preposition_at(position) is not None:
        return []
    mention = context.mention[head]
    fillers = context.referents(head) or possessors(head, context)
    if blamed:
        # "juge « irresponsable » l'attitude de X"
        return fillers
    start = max([mention.end if mention is not None else head + 1, *(f.end for f in fillers)])
    for index in range(start, min(start + _JUDGED, len(context.doc))):
        token = context.doc[index]
        if token.lemma_.lower() in BLAME_NOUNS or context.lower[index] in BLAME_NOUNS:
            return fillers
        if token.pos_ in {"VERB", "AUX", "SCONJ", "PRON"} or context.lower[index] in {",", ".", ";", ":", "pas", "ni"}:
            return []
    return []


def reviled_beside(index: int, end: int, context: Context) -> list[Filler]:
    """Who is spoken ill of in the sentence of "selon B": what follows its comma, or stands before it."""
    head = context.complement(end)
    if head is None:
        return []
    sentence = context.doc[index].sent
    opens = index == sentence.start or context.doc[index - 1].pos_ in {"PUNCT", "CCONJ", "SPACE"}
    if context.lower[index] == "pour" and not opens:
        # "elle travaille pour B": only what opens a clause tells whose opinion it is.
        return []
    return _blamed((t for t in sentence if not index <= t.i <= head), _entities(head, context), context)


def _entities(index: int, context: Context) -> set[int]:
    found = context.referent(index)
    return set() if found is None else set(found.entities)


def _blamed(said: Iterable[Token], barred: set[int], context: Context) -> list[Filler]:
    tokens = list(said)
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.dep_ in _ADDRESSED and _is_blame(token.head) and (name := context.name_at(token.i)) is not None:
            # "« Quel mépris, X ! »"
            if not set(name.entities) & barred:
                return [context.filler_of(name)]
            continue
        if (
            token.dep_ not in _SUBJECTS
            or (token.head.dep_ in _APART and token.head.head.i in inside)
            or not _blames(token.head, token)
        ):
            continue
        fillers = context.referents(token.i) or possessors(token.i, context)
        fillers = [f for f in fillers if not set(f.entities) & barred]
        if fillers:
            return fillers
    return []


def _blames(predicate: Token, subject: Token) -> bool:
    """Whether what is said of a subject is blame."""
    if predicate.dep_ == "xcomp" or predicate.i < subject.i:
        return False
    denied = _denied(predicate)
    if predicate.pos_ in {"VERB", "AUX"} and predicate.lemma_.lower() in VIRTUES:
        return denied
    passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in predicate.children)
    copula = any(child.dep_ == "cop" for child in predicate.children)
    if predicate.pos_ in {"VERB", "AUX"} and not copula and not denied:
        if predicate.lower_.startswith("plac"):
            return any(child.lower_ == "mal" for child in predicate.children)
        if predicate.lemma_ in {"devoir", "falloir"}:
            return any(c.dep_ == "xcomp" and c.lemma_.lower() in DEMANDED for c in predicate.children)
        if predicate.lemma_ == "avoir":
            return any(c.dep_ == "obj" and c.lower_ == "tort" for c in predicate.children)
        return lemma_of(predicate).lower() in BLAME_VERBS and not passive
    if denied:
        return any(t.lemma_.lower() in MERITS for t in (predicate, *predicate.children))
    if not copula:
        return False
    return _is_blame(predicate)


def _is_blame(predicate: Token) -> bool:
    if predicate.lemma_.lower() in BLAME_NOUNS or predicate.lower_ in BLAME_NOUNS:
        return True
    if predicate.lemma_.lower() not in WEAK_HEADS:
        return predicate.pos_ == "NOUN" and any(
            c.dep_ == "amod" and c.lemma_.lower() in BLAME_NOUNS for c in predicate.children
        )
    near = (t for t in predicate.subtree if predicate.i < t.i <= predicate.i + _REACH)
    return any(t.lemma_.lower() in BLAME_NOUNS for t in near)


def _denied(predicate: Token) -> bool:
    return any(child.lower_ in _NEGATIONS for child in predicate.children)
