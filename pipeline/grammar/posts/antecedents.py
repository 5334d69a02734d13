"""What a role noun with a body but no name stands for: "cette filiale du groupe X", "la chaîne du groupe X".

The article has named it before: it calls it by that noun, or it is what the article is about.
"""

from __future__ import annotations

from collections import Counter

from pipeline.document import DocMention
from pipeline.grammar.context import Context
from pipeline.grammar.media import BROADCASTERS
from pipeline.grammar.posts.phrase import RolePhrase, is_plural

_DEMONSTRATIVE = frozenset({"ce", "cet", "cette"})
_DEFINITE = frozenset({"le", "la", "l'", "l’"})
_TITLED = frozenset(
    """filiale chaîne radio station marque quotidien hebdomadaire mensuel magazine enseigne plateforme messagerie
    application label""".split()
)
"""Nouns that with "le" or "la" may take up what the article is about; others need "ce" or to be its own."""
_APPOSED = frozenset({",", "(", "–", "—", "-", ":", "«", '"', "comme"})
"""Before a role noun: it is said of the name there, known or not."""
_BACK = 60
"""How many tokens back what is taken up must last have been named."""


def tell_holders(phrases: list[RolePhrase], context: Context) -> None:
    """Give phrases for organisations that name their body but no holder the one that the article speaks of."""
    asking = [phrase for phrase in phrases if _asks(phrase, context)]
    if not asking:
        return
    named = [m for m in context.document.mentions if m.form != "possessive" and _organisation(m, context)]
    for phrase in asking:
        bodies = {e for fillers in phrase.bodies.values() for f in fillers for e in f.entities}
        before = [m for m in named if m.end <= phrase.start and m.entities[0] not in bodies]
        opening = context.doc[phrase.noun].sent.start
        here = [m for m in before if m.start >= opening] if context.lower[phrase.start] in _DEMONSTRATIVE else []
        # "X prévoit …, a annoncé l'intersyndicale de cette filiale du groupe Y": X opens the sentence.
        told = here[0].entities[0] if here else _told(Counter(m.entities[0] for m in before), phrase, context)
        last = max((m for m in before if m.entities[0] == told), key=lambda m: m.start, default=None)
        if last is not None and phrase.start - last.end <= _BACK:
            phrase.holders, phrase.construction = [context.filler_of(last)], "described"


def _asks(phrase: RolePhrase, context: Context) -> bool:
    if phrase.holders or not phrase.named or phrase.of_part or is_plural(phrase, context) or phrase.start == 0:
        return False
    held = [context.ontology.rules[w.rule].roles.get(w.holder or "", frozenset()) for w in phrase.words]
    start = context.lower[phrase.start]
    opens = start in _DEMONSTRATIVE or (start in _DEFINITE and context.lower[phrase.noun] in _TITLED)
    if not opens or any(kinds != {"Organisation"} for kinds in held):
        return False
    if any(child.dep_ == "cop" and child.i < phrase.noun for child in context.doc[phrase.noun].children):
        return False
    return _unnamed(phrase.phrase_end, context) and not _of_a_name(phrase.start, context)


def _unnamed(end: int, context: Context) -> bool:
    """Whether no name follows a noun phrase that ends here: neither at once nor in apposition."""
    if end + 1 >= len(context.doc):
        return True
    after, following = context.doc[end], context.doc[end + 1]
    if after.text == ",":
        return following.is_lower and following.pos_ not in {"DET", "NOUN"}
    return not after.text[:1].isupper() and after.text not in {"(", "«", '"'}


def _of_a_name(start: int, context: Context) -> bool:
    """Whether a noun phrase is said of a name before it, known or not; "Lancée fin août, la chaîne de X" is of none."""
    if context.doc[start].is_sent_start or context.lower[start - 1] not in _APPOSED:
        return False
    opening = context.doc[start].sent.start
    before = context.doc[opening : start - 1]
    participle = before and before[0].morph.get("VerbForm", []) == ["Part"]
    return context.lower[start - 1] != "," or not participle or any(t.text[:1].isupper() for t in before[1:])


def _organisation(mention: DocMention, context: Context) -> bool:
    return len(mention.entities) == 1 and context.kind(mention.entities[0]) == "Organisation"


def _told(counts: Counter[int], phrase: RolePhrase, context: Context) -> int | None:
    """The one that the article calls by the noun, or that it names at least twice as often as any other."""
    noun = context.lower[phrase.noun]
    before = (m for m in context.document.mentions if m.form == "description" and m.head < phrase.noun)
    so_called = {m.entities[0] for m in before if context.lower[m.head] == noun and len(m.entities) == 1}
    called = [e for e in counts if e in so_called or noun in context.document.entities[e].hints]
    if not called and noun in BROADCASTERS:
        called = [e for e in counts if e in context.on_air]
    if called:
        return called[0] if len(called) == 1 else None
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]
