"""A party that stands for a title: "l'ex-PX Y", "les ex-PX Y et Z", "la socialiste Y", "la maire socialiste de Z, Y".

The adjective of a party is told by its name ("Parti socialiste"), which the article must give.
"""

from __future__ import annotations

from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import LEANINGS, PERSON_NOUNS, QUOTES, TITLES
from pipeline.grammar.posts.phrase import allowed
from pipeline.grammar.predication import Predication
from pipeline.prepositions import SIMPLE

_REACH = 10
"""So many tokens a title may have between its adjective and the name."""
_ARTICLES = frozenset({"le", "la", "l'", "l’"})
_PLURALS = frozenset({"les", "des", "aux", "deux", "trois"})


def epithet_predications(context: Context) -> list[Predication]:
    """The ties of persons to the parties that stand before their names, by themselves or by an adjective."""
    words = [word for _, word in context.ontology.beside if "epithet" in word.functions]
    if not words:
        return []
    found: list[Predication] = []
    adjectives = leanings(context)
    for mention in context.document.mentions:
        if mention.form != "name" or context.kind(mention.entities[0]) != "Person":
            continue
        filler = _party_before(mention, context) or _adjective(mention, adjectives, context)
        if filler is None:
            continue
        for word in words:
            fills = {slot: [filler] for slot in word.slots}
            if word.holder is not None and allowed(word, fills, context):
                holder = context.filler_of(mention)
                fills[word.holder] = context.coordinated(holder) if _several(filler, context) else [holder]
                found.append(Predication(word, filler.start, filler.start, filler.end, "epithet", fills))
    return found


def _several(party: Filler, context: Context) -> bool:
    """Whether the title is that of several: "les ex-PX A et B", "les députés socialistes A et B"."""
    word = context.doc[party.token]
    return context.lower[party.start - 1] in _PLURALS or "Plur" in word.morph.get("Number", [])


def _party_before(mention: DocMention, context: Context) -> Filler | None:
    """ "le PX Y", "l'ex-PX Y": a body between the article and the name."""
    body = context.name_at(mention.start - 1)
    if body is None or body.end != mention.start or body.start == 0:
        return None
    several = context.lower[body.start - 1] in _PLURALS and context.lower[body.start].startswith("ex-")
    alone = (several or context.lower[body.start - 1] in _ARTICLES) and context.kind(body.entities[0]) == "Organisation"
    return context.filler_of(body) if alone else None


def leanings(context: Context) -> dict[str, int]:
    """The forms of adjectives for the members of a party of the article, and that party: of several the shortest name
    ("Parti socialiste", not "Parti socialiste européen")."""
    stems: dict[str, set[int]] = {}
    for entity in context.parties:
        for name in (context.document.entities[entity].name, *context.document.entities[entity].aliases):
            for part in name.lower().replace("’", "'").replace("-", " ").replace("'", " ").split():
                stems.setdefault(part, set()).add(entity)
    found: dict[str, int] = {}
    for form, wanted in LEANINGS.items():
        parties = {entity for stem in wanted for entity in stems.get(stem, ())}
        ranked = sorted((len(context.document.entities[entity].name.split()), entity) for entity in parties)
        if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
            found[form] = ranked[0][1]
    return found


def _adjective(mention: DocMention, adjectives: dict[str, int], context: Context) -> Filler | None:
    """ "la (maire) socialiste (de Z,) Y", "Y, député socialiste de Z": the party that the adjective tells."""
    if not adjectives:
        return None
    index = _before(mention, adjectives, context)
    if index is None:
        index = _after(mention, adjectives, context)
    if index is None:
        return None
    return Filler(index, index, index + 1, (adjectives[context.lower[index].removeprefix("ex-")],), "description")


def _before(mention: DocMention, adjectives: dict[str, int], context: Context) -> int | None:
    index = mention.start - 1
    comma = index > 0 and context.lower[index] == ","
    index -= comma
    for position in range(index, max(index - _REACH, 0), -1):
        token, text = context.doc[position], context.lower[position]
        if text.removeprefix("ex-") in adjectives and context.name_at(position) is None:
            edge = context.left_edge(position)
            noun = position - 1 if context.doc[position - 1].pos_ in {"NOUN", "PROPN"} else None
            if noun is not None:
                edge = context.left_edge(noun)
            titled = noun is None or context.lower[noun] in PERSON_NOUNS or noun in context.roles
            definite = context.lower[edge] in _ARTICLES | _PLURALS and SIMPLE.get(context.lower[edge - 1]) != "de"
            return position if titled and (definite or (not comma and position == mention.start - 1)) else None
        name = context.name_at(position)
        if name is not None and context.kind(name.entities[0]) == "Person":
            return None
        plain = token.pos_ in {"NOUN", "ADJ", "DET", "ADP", "PROPN", "X"} or text in QUOTES | TITLES
        if not plain or text in PERSON_NOUNS:
            return None
    return None


def _after(mention: DocMention, adjectives: dict[str, int], context: Context) -> int | None:
    position = mention.end
    if position + 2 >= len(context.doc) or context.lower[position] not in {",", "("}:
        return None
    noun = position + 1 + (context.doc[position + 1].pos_ == "DET")
    while noun < len(context.doc) - 1 and context.doc[noun].pos_ == "ADJ" and context.lower[noun] not in adjectives:
        noun += 1
    person = context.lower[noun] in PERSON_NOUNS or noun in context.roles
    index = noun + 1 if person and noun + 1 < len(context.doc) else noun
    return index if context.lower[index].removeprefix("ex-") in adjectives and context.name_at(index) is None else None
