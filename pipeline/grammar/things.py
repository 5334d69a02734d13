"""The thing that is launched or published: whether a noun phrase names one, which tokens it covers, and whose it is.

A word may ask that its object be of a class of things ("présenter une voiture" is a launch, "présenter des excuses" is
none), or not of a class ("lancer un appel"). The classes are lists of common nouns in the rule file.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import BODY_NOUNS, DEMONSTRATIVES, LIGHT_NOUNS, OWN_NAME_NOUNS
from pipeline.ontology import Word

_LONGEST = 12


def is_thing(index: int, word: Word, context: Context) -> bool:
    """Whether the noun phrase headed by a token is a thing that the word takes."""
    if not word.things and not word.never:
        return True
    name = context.name_at(index)
    if name is not None:
        # "présente la Nimbus": what takes a determiner is a product, whatever the tagger of names calls it.
        kinds = {context.kind(entity) for entity in name.entities}
        determined = name.start > 0 and context.doc[name.start - 1].pos_ == "DET"
        return "Person" not in kinds and (determined or not word.things)
    token = context.doc[index]
    if token.pos_ == "PRON" or context.lower[index] in DEMONSTRATIVES:
        return False
    head = head_noun(index, context)
    token = context.doc[head]
    nouns = {context.lower[head], token.lemma_.lower()}
    if nouns & word.never:
        return False
    named = token.pos_ == "PROPN" or (token.pos_ in {"NOUN", "X"} and context.doc[max(head - 1, 0)].pos_ == "DET")
    if named and token.text[:1].isupper() and not word.strict:
        return True
    return not word.things or bool(nouns & word.things)


def head_noun(index: int, context: Context) -> int:
    """The noun that counts: in "une série de messages" it is "messages"."""
    while context.lower[index] in LIGHT_NOUNS and index + 2 < len(context.doc):
        found = context.preposition_at(index + 1)
        if found is None or found[0] != "de":
            break
        inner = context.complement(found[1])
        if inner is None or inner <= index:
            break
        index = inner
    return index


def tokens_of(index: int, context: Context) -> tuple[int, int]:
    """The tokens of the noun phrase headed by one, relative clauses left out."""
    token = context.doc[index]
    edges = [t.i for t in token.subtree if t.dep_ != "acl:relcl" and abs(t.i - index) < _LONGEST]
    return min(edges), max(edges) + 1


def left_of(participle: Token, context: Context) -> int | None:
    """The noun that a participle follows, past a title and a comma: "son album Nuages, sorti en 2014"."""
    position = participle.i - 1
    if position < 1 or context.lower[position] != ",":
        return None
    for index in range(position - 1, max(participle.sent.start, position - _LONGEST) - 1, -1):
        token = context.doc[index]
        if token.pos_ in {"PROPN", "X"} and index == position - 1 and context.name_at(index) is None:
            # "la Nimbus, présentée en 2019"
            return index if context.doc[context.left_edge(index)].pos_ == "DET" else None
        if token.pos_ == "NOUN":
            agrees = all(
                not token.morph.get(feature, []) or token.morph.get(feature, []) == participle.morph.get(feature, [])
                for feature in ("Gender", "Number")
            )
            return index if agrees else None
        if token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}:
            return None
    return None


def owner(index: int, context: Context, depth: int = 1) -> list[Filler]:
    """Whose the thing is: "son album", "une enquête de X", "la chaîne du groupe X", "le salon X"."""
    index = head_noun(index, context)
    start = context.left_edge(index)
    for position in range(start, index):
        if position in context.possessive:
            return [context.filler_of(context.possessive[position])]
    position = index + 1
    while position < min(len(context.doc), index + 5) and context.doc[position].pos_ == "ADJ":
        position += 1
    if position >= len(context.doc):
        return []
    name = context.name_at(position)
    if name is not None and position == index + 1 and context.lower[index] not in OWN_NAME_NOUNS:
        return [context.filler_of(name)]
    found = context.preposition_at(position)
    if found is None or found[0] != "de":
        return []
    head = context.complement(found[1])
    if head is None:
        return []
    told = context.referents(head)
    # "la grille des chaînes du groupe X": X owns what the thing belongs to; not "les images du procès de X".
    belongs = depth > 0 and context.mention[head] is None and context.doc[head].lemma_.lower() in BODY_NOUNS
    return owner(head, context, depth - 1) if belongs and not told else told
