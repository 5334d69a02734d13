"""Participles that stand apart from what they are said of: "Fondée en 2015 par X, Y …", "Y (agence créée par X)".

The parser often makes such a participle a clause of its own; the order of words leads back to its noun.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.grammar.context import Context
from pipeline.grammar.lexicon import QUOTES

_LEFT = 9
"""So many tokens of a description may stand between a name's comma and the participle."""


def participle_object(verb: Token, context: Context) -> list[int]:
    """The deep object of a bare past participle that the parser leaves without one."""
    if verb.pos_ not in {"VERB", "ADJ"} or any(child.dep_.startswith(("aux", "cop")) for child in verb.children):
        return []
    return _described(verb, context) or _fronted(verb, context)


def _described(verb: Token, context: Context) -> list[int]:
    """ "Y, entreprise de logiciels rachetée par X", "Y (coentreprise détenue à 50 % par X)", "Y, fondée par X"."""
    start = verb.sent.start
    for index in range(verb.i - 1, max(verb.i - _LEFT, start) - 1, -1):
        text, token = context.lower[index], context.doc[index]
        if text in {",", "("}:
            name = context.name_at(index - 1) if index > start else None
            return [name.head] if name is not None and name.end == index else []
        if context.mention[index] is not None and context.name_at(index) is not None:
            return []
        if token.pos_ not in {"NOUN", "ADJ", "ADP", "DET", "ADV", "NUM"} and text not in QUOTES:
            return []
    return []


def _fronted(verb: Token, context: Context) -> list[int]:
    """ "Fondée en 2015 par X, Y emploie dix personnes": the noun phrase after the comma, where a verb follows it."""
    first = verb.sent.start
    while first < verb.i and (context.doc[first].pos_ in {"ADV", "SPACE", "PUNCT"} or context.lower[first] in QUOTES):
        first += 1
    if first != verb.i:
        return []
    agent = False
    position = verb.i + 1
    # The parser may end its sentence at the comma: the full stop ends ours.
    while position < min(len(context.doc), verb.i + 40):
        text = context.lower[position]
        if text in {".", "!", "?", ";", ":"}:
            return []
        if text == "(":
            position = context.closing(position) + 1
            continue
        agent = agent or text == "par"
        if text == ",":
            mention = context.mention_in_phrase(position + 1)
            if mention is not None and mention.end < len(context.doc):
                after = context.doc[mention.end]
                if after.pos_ in {"VERB", "AUX", "PRON"} or after.lower_ in {"ne", "n'", "(", "a", "est"}:
                    return [mention.head]
                if after.lower_ == "," and not agent:
                    return [mention.head]
        elif context.name_at(position) is None and context.doc[position].morph.get("VerbForm", []) == ["Fin"]:
            return []
        position += 1
    return []
