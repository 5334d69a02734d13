"""The body that an article has told before: "le PDG X", "la directrice financière, X", "le patron de la chaîne, X".

A role noun that names no body belongs to the body that the article is about. Words that take it so say ``told``; after
"de" a common noun for a body asks for one that fits it.
"""

from __future__ import annotations

from collections import Counter

from pipeline.coreference.describing_nouns import NAME_WORDS
from pipeline.coreference.descriptions import normal, noun_at
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.posts.phrase import RolePhrase

_TOLD, _MEDIUM = "told", "medium"
_BACK = 6
"""How many sentences back the body may last have been named, where no noun takes it up."""
_REPORTED = frozenset({"à", "au", "aux", "sur", "selon", "par"})
"""What stands before a medium that only reports ("a déclaré à X", "sur X", "selon X")."""
_CONSTRUCTIONS = frozenset({"title", "after comma", "apposition", "attribute", "shared", "list"})
_FIRMS = frozenset("société entreprise firme compagnie constructeur fabricant éditeur enseigne start-up".split())
"""Nouns that an adjective after them only describes ("la firme américaine")."""
_INDEFINITE = frozenset({"un", "une", "des", "d'", "d’", "aucun", "aucune", "chaque"})
_TERRITORIES = frozenset("région ville département mairie métropole commune agglomération pays état ministère".split())
"""Nouns for bodies of which the article speaks only where it calls one so ("le président de la région")."""
_PARTY_POSTS = frozenset({"délégué général", "premier secrétaire", "secrétaire national", "porte-parole"})
"""Posts that parties have too."""
_ORGANS = NAME_WORDS["body"] | frozenset("comité parquet syndicat cabinet état".split())
"""How the names of organs begin that have no chief executive of their own in an article about a firm."""


def tell_bodies(phrases: list[RolePhrase], context: Context) -> None:
    """Give the bodiless phrases that have a holder the body that the article is about."""
    for phrase in phrases:
        if _MEDIUM in phrase.functions and not phrase.bodies and _held(phrase, context):
            phrase.bodies[_MEDIUM] = context.told_medium(phrase.noun)
    asking = [(p, noun) for p in phrases for noun in [_asks(p, context)] if noun is not None]
    if not asking:
        return
    named = _named(context)
    sentences = {token.i: number for number, sentence in enumerate(context.doc.sents) for token in sentence}
    for phrase, noun in asking:
        political = any(word.lemma in _PARTY_POSTS for word in phrase.words)
        before = [f for f in named if f.start < phrase.noun and _fits(f, noun, political, context)]
        held = {e for f in phrase.holders for e in f.entities}
        counts = Counter(f.entities[0] for f in before if f.entities[0] not in held)
        told = _only(counts, noun, context)
        reach = len(sentences) if noun else _BACK
        near = [f for f in before if f.entities[0] == told and sentences[phrase.noun] - sentences[f.start] <= reach]
        here = [f for f in before if sentences[f.start] == sentences[phrase.noun]]
        if here and here[-1].entities[0] != told:
            # "l'affaire Y … le PDG X" speaks of another body than the rest of the article.
            continue
        called = bool(near) and noun in context.document.entities[near[-1].entities[0]].hints
        if near and (called or counts[near[-1].entities[0]] > 1 or sentences[near[-1].start] == 0):
            phrase.bodies["de" if noun else _TOLD] = near[-1:]


def _asks(phrase: RolePhrase, context: Context) -> str | None:
    """The common noun of the body that a phrase asks for, "" where it has none; None where it asks for no body."""
    if phrase.bodies or not _held(phrase, context):
        return None
    functions = phrase.functions
    preposition = context.preposition_at(phrase.end) if phrase.end < len(context.doc) else None
    if preposition is None:
        return "" if _TOLD in functions and not _names_other(phrase, context) else None
    return _common(preposition[1], context) if preposition[0] == "de" and "de" in functions else None


def _held(phrase: RolePhrase, context: Context) -> bool:
    """Whether a certain person beside the noun holds the role."""
    definite = context.lower[phrase.start] not in _INDEFINITE
    return bool(phrase.holders) and phrase.construction in _CONSTRUCTIONS and definite


def _names_other(phrase: RolePhrase, context: Context) -> bool:
    """Whether a name that is not the holder's stands right after the role noun ("délégué syndical XY, Z")."""
    if phrase.end >= len(context.doc) or context.doc[phrase.end].pos_ not in {"PROPN", "X"}:
        return False
    return all(not f.start <= phrase.end < f.end for f in phrase.holders)


def _common(position: int, context: Context) -> str | None:
    """The common noun for a body that makes up the noun phrase that begins here ("du groupe", "de la chaîne")."""
    while position < len(context.doc) and context.doc[position].pos_ == "DET":
        if any(letter.isdigit() for letter in context.lower[position]):
            # "le neuvième groupe" is none that the article has told.
            return None
        position += 1
    if position >= len(context.doc) or context.mention[position] is not None:
        return None
    nouns = [noun for noun in noun_at(context.doc, position) if noun.kind == "Organisation" and not noun.plural]
    if not nouns:
        return None
    end = position + nouns[0].length
    narrowed = end
    if nouns[0].lemma in _FIRMS and any(nouns[0].lemma in entity.hints for entity in context.document.entities):
        # "la société spatiale" is what the article has called a society; "le parti socialiste" is a party of its own.
        while narrowed < len(context.doc) and context.doc[narrowed].pos_ == "ADJ":
            narrowed += 1
    end = narrowed
    following = context.preposition_at(end) if end < len(context.doc) else None
    if end < len(context.doc) and (
        context.doc[end].pos_ in {"ADJ", "NOUN", "VERB", "PROPN", "X"} or (following and following[0] == "de")
    ):
        return None
    name = context.name_at(end)
    return None if name is not None and context.kind(name.entities[0]) == "Organisation" else nouns[0].lemma


def _only(counts: Counter[int], noun: str, context: Context) -> int | None:
    """The one body that the article calls by the noun, or that it names at least twice as often as any other."""
    called = [e for e in counts if noun and noun in context.document.entities[e].hints]
    if called:
        return called[0] if len(called) == 1 else None
    ranked = [] if noun in _TERRITORIES else counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def _fits(filler: Filler, noun: str, political: bool, context: Context) -> bool:
    """Whether a body may be meant: one with a chief executive, or one that the noun may be said of."""
    first = normal(context.document.entities[filler.entities[0]].name).split()[0]
    family = {n.family for n in noun_at(context.doc, filler.start)} if filler.form == "description" else set()
    if noun:
        return True
    if filler.entities[0] in context.parties:
        return political
    return first not in _ORGANS and "club" not in family


def _named(context: Context) -> list[Filler]:
    """The mentions of single organisations in text order, without media that only report."""
    found = []
    for mention in sorted(context.document.mentions, key=lambda m: m.start):
        if len(mention.entities) > 1 or context.kind(mention.entities[0]) != "Organisation":
            continue
        before = mention.start - 1
        if before > 0 and context.lower[before] in {"l'", "l’", "la", "le"}:
            before -= 1
        if mention.form == "name" and before >= 0 and context.lower[before] in _REPORTED:
            continue
        found.append(context.filler_of(mention))
    return found
