"""A role noun phrase: the noun, the bodies that its prepositions name, and whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.ontology import Word

BRIDGES = frozenset(
    """également aussi actuel actuelle ancien ancienne anciens anciennes ex ex- nouveau nouvelle nouvel futur future
    désormais déjà toujours par ailleurs alors aujourd'hui encore puis ensuite lui elle même lui-même
    elle-même autrefois jusqu'alors jusque-là jadis naguère hier auparavant récemment longtemps notamment surtout
    célèbre puissant puissante très tout tous deux premier première seul seule unique autre principal
    principale historique feu fraîchement jeune emblématique charismatique numéro un homme femme élu élue
    réélu réélue""".split()
)
"""Words that may stand between a name's comma and the role noun ("X, également ancien PDG de Y")."""


@dataclass
class RolePhrase:
    """A role noun with its surroundings."""

    words: list[Word]
    noun: int
    start: int
    """First token of the noun phrase (determiner and adjectives included)."""
    end: int
    """After the role words."""
    phrase_end: int
    """After the bodies that the phrase names."""
    bodies: dict[str, list[Filler]] = field(default_factory=dict)
    """Preposition (or "possessive") → those it names."""
    holders: list[Filler] = field(default_factory=list)
    construction: str = ""
    named: bool = False
    """Whether a preposition has named a body."""
    last: str | None = None
    """The preposition that named it."""
    of_part: bool = False
    """Whether the role is over a part of the body only."""
    over_people: bool = False
    """Whether the role is over people of the body ("le patron des députés X")."""
    one_of: bool = False
    """Whether the noun is plural but one alone holds it ("l'un des fondateurs de X")."""
    pairs: list[tuple[Filler, Filler]] = field(default_factory=list)
    """Each holder with the body that is his alone ("les patrons de X et de Y, A et B", "les PDG A (X) et B (Y)")."""
    governor: int | None = None
    """The verb whose subject is the body ("X regroupe les marques A et B")."""

    @property
    def functions(self) -> frozenset[str]:
        """Every function that a slot of its words takes."""
        return frozenset().union(*(word.functions for word in self.words))


def one_of(start: int, context: Context) -> int | None:
    """Where "l'un des …", "une des …" begins before a noun phrase that begins at ``start``; None when it does not."""
    lower = context.lower
    index = start if lower[start] == "des" else start - 1
    if index < 1 or lower[index] not in {"des", "de"} or lower[index - 1] not in {"un", "une", "l'un", "l'une"}:
        return None
    index -= 1
    return index - 1 if index > 0 and lower[index - 1] in {"l'", "l’"} else index


def bracketed(index: int, context: Context) -> DocMention | None:
    """The organisation in the brackets that open at ``index``: "le maire (PX)", "l'économiste X (Y)"."""
    if index + 1 >= len(context.doc) or context.lower[index] != "(":
        return None
    name = context.name_at(index + 1)
    return name if name is not None and context.kind(name.entities[0]) == "Organisation" else None


def body_slots(word: Word, phrase: RolePhrase) -> dict[str, list[Filler]]:
    """The slots of a role word that the phrase's bodies fill."""
    fills: dict[str, list[Filler]] = {}
    for slot, functions in word.slots.items():
        for function in functions:
            if phrase.bodies.get(function):
                fills[slot] = phrase.bodies[function]
                break
    return fills


def allowed(word: Word, fills: dict[str, list[Filler]], context: Context) -> bool:
    """Whether all fillers are of the kinds that this word takes."""
    return all(
        context.narrowly(e, kinds) for slot, kinds in word.only.items() for f in fills.get(slot, []) for e in f.entities
    )


def post_words(phrase: RolePhrase, context: Context) -> list[Word]:
    """The role nouns of a phrase as the post that someone takes: those whose body it names, if it names one."""
    posts = []
    for word in phrase.words:
        rule = context.ontology.rules[word.rule]
        if "source" in rule.roles and "Person" in rule.roles.get(word.holder or "", frozenset()):
            posts.append(word)
    filled = [word for word in posts if (fills := body_slots(word, phrase)) and allowed(word, fills, context)]
    return filled or [word for word in posts if set(word.slots.get("target", ())) != {"apposed"} and not word.only]


def is_plural(phrase: RolePhrase, context: Context) -> bool:
    """Whether several hold the role ("les porte-parole de X, A et B")."""
    if phrase.one_of or context.doc[phrase.noun].pos_ == "ADP":
        return False
    plural = "Plur" in context.doc[phrase.noun].morph.get("Number", [])
    return plural or context.lower[phrase.noun] == "couple" or context.lower[phrase.start] in {"les", "des", "ses"}


def after_bracket(position: int, context: Context) -> int:
    """The index after the bracket that opens at a token, or the token's own."""
    if position < len(context.doc) and context.lower[position] == "(":
        closing = context.closing(position)
        if closing > position:
            return closing + 1
    return position
