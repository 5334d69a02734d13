"""Clauses that stand apart from what they are said of: "Fondée par X, Y …", "Y (agence créée par X)", "Y, que X …".

The parser often makes such a participle or relative clause a clause of its own; the order of words leads back to its
noun.
"""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.lexicon import QUOTES
from pipeline.grammar.predication import Predication
from pipeline.parsed import Token

_SIGNED = frozenset(form + ending for form in ("signé", "cosigné") for ending in ("", "e", "s", "es"))
_ANY = QUOTES | {"un", "une", "l'un", "l'une"}
"""What a noun phrase may have beside its nouns, adjectives, articles and prepositions."""
_STEPS = 4
"""How far above its participle a noun may stand, past the names that the parser hangs the participle on."""
_LEFT = 9
"""So many tokens of a description may stand between a name's comma and the participle."""


def signatory(verb: Token, context: Context) -> list[int]:
    """ "un message signé X": the name that stands right after the participle, without "par"."""
    if verb.lower_ not in _SIGNED:
        return []
    name = context.name_at(verb.i + 1)
    return [] if name is None else [name.head]


def participle_object(verb: Token, context: Context) -> list[int]:
    """The deep object of a bare past participle that the parser leaves without one."""
    if verb.pos_ not in {"VERB", "ADJ"} or any(child.dep_.startswith(("aux", "cop")) for child in verb.children):
        return []
    return _described(verb, context) or _fronted(verb, context)


def _described(verb: Token, context: Context) -> list[int]:
    """ "Y, entreprise de logiciels rachetée par X", "Y (coentreprise détenue à 50 % par X)", "Y, fondée par X".

    Also "la plateforme de partage de vidéos détenue par X", where the article has told what platform that is.
    """
    start = verb.sent.start
    reach = _LEFT
    for index in range(verb.i - 1, start - 1, -1):
        text, token = context.lower[index], context.doc[index]
        if verb.i - index > reach:
            return []
        if text in {",", "("}:
            name = context.name_at(index - 1) if index > start else None
            if name is not None and name.end == index:
                return [name.head]
            if text == "," or reach > _LEFT:
                return []
            reach += verb.i - index + _LEFT  # "Y, une grande société du pays (coentreprise détenue par X)"
            continue
        mention = context.mention[index]
        if mention is not None and mention.form == "description" and mention.head == index and agree(verb, token):
            return [index]
        if mention is not None and mention.form == "name":
            return []
        if token.pos_ not in {"NOUN", "ADJ", "ADP", "DET", "ADV", "NUM"} and text not in _ANY:
            return []
    return []


def agree(participle: Token, noun: Token) -> bool:
    """Whether a participle has the gender and number of a noun, as far as both tell them."""
    return all(
        not (mine := participle.morph.get(trait, [])) or not (theirs := noun.morph.get(trait, [])) or mine == theirs
        for trait in ("Gender", "Number")
    )


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


def relative_object(verb: Token, context: Context) -> int | None:
    """ "Y, que X a fondé", "Y, qu'il a contribué à créer": the noun phrase before "que"; None without one."""
    for index in range(verb.i - 1, max(verb.i - _LEFT, 0), -1):
        text, token = context.lower[index], context.doc[index]
        if text in {"que", "qu'", "qu’"}:
            before = index - 1
            if before > 0 and context.lower[before] == ",":
                before -= 1
            mention = context.mention[before]
            if mention is not None and mention.end == before + 1:
                return None if mention.form == "pronoun" else mention.head
            noun = context.antecedent(before) if context.doc[before].pos_ == "NOUN" else before
            return noun if noun != before else None
        if token.pos_ not in {"AUX", "VERB", "ADV", "PRON", "PROPN", "NOUN", "DET", "ADP", "X"} or text == ",":
            return None
    return None


def inverted_relative(verb: Token, context: Context) -> tuple[str, int, int] | None:
    """ "X, à qui appartient la chaîne Y": ("à", X, Y); "X, dont font partie Y et Z": ("de", X, Y); else None."""
    start = verb.i - 1
    if start < 2:
        return None
    function, after = "à", verb.i + 1
    if context.lower[start] in {"auquel", "auxquels"}:
        start -= 1
    elif context.lower[start] in {"qui", "laquelle"} and context.lower[start - 1] == "à":
        start -= 2
    elif context.lower[start] == "dont" and context.lower[after : after + 1] == ["partie"]:
        function, start, after = "de", start - 1, after + 1
        after += context.lower[after : after + 1] == ["notamment"]
    else:
        return None
    if context.lower[start] == ",":
        start -= 1
    mention = context.mention[start] if start >= 0 else None
    later = context.mention_in_phrase(after)
    if mention is None or mention.end != start + 1 or later is None:
        return None
    return function, mention.head, later.head


def with_documents(found: list[Predication], context: Context) -> list[Predication]:
    """Join what a noun and its own participle tell in one rule: "un sondage X publié par Y" is of X and of Y."""
    nouns = {(p.word.rule, p.trigger): p for p in found if p.construction == "nominal"}
    joined: set[tuple[str, int]] = set()
    for predication in found:
        token = context.doc[predication.trigger]
        if predication.construction != "participle":
            continue
        for _ in range(_STEPS):
            if token.dep_ not in {"acl", "conj", "amod", "nmod", "appos", "flat:name"} or token.head.i >= token.i:
                break
            token = token.head
            noun = nouns.get((predication.word.rule, token.i))
            if noun is None or (noun.word.rule, noun.trigger) in joined:
                continue
            for slot, fillers in noun.fills.items():
                known = predication.entities(slot)
                predication.fills.setdefault(slot, []).extend(f for f in fillers if not known & set(f.entities))
            joined.add((noun.word.rule, noun.trigger))
            break
    return [p for p in found if p.construction != "nominal" or (p.word.rule, p.trigger) not in joined]
