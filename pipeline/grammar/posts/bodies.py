"""The bodies of a role noun: what its prepositions name, and the possessor before it."""

from __future__ import annotations

from pipeline.document import DocMention
from pipeline.grammar.context import Context
from pipeline.grammar.lexicon import PART_NOUNS, QUOTES
from pipeline.grammar.posts.phrase import BRIDGES, RolePhrase, after_bracket
from pipeline.ontology import Word

_REACH = 18


def find_bodies(phrase: RolePhrase, context: Context) -> None:
    """What the prepositions after the role noun name, and the possessor before it."""
    possessive = next(
        (context.possessive[i] for i in range(phrase.start, phrase.noun) if i in context.possessive), None
    )
    if possessive is not None:
        phrase.bodies["possessive"] = [context.filler_of(possessive)]
    wanted = {function for word in phrase.words for functions in word.slots.values() for function in functions}
    people = any(_takes_people(slot, word, context) for word in phrase.words for slot in word.slots)
    position, limit = (
        phrase.end,
        min(len(context.doc), phrase.end + _REACH, context.sentence_end(context.doc[phrase.noun])),
    )
    function: str | None = None
    while position < limit:
        text = context.lower[position]
        token = context.doc[position]
        if text in {"(", "["}:
            closing = context.closing(position)
            if closing == position:
                return
            position = closing + 1
            continue
        found = context.preposition_at(position)
        if found is not None:
            function, position = found
            mention = _mention_from(position, context, people)
            if mention is not None:
                phrase.of_part = phrase.of_part or (
                    not phrase.bodies
                    and any(t.lemma_.lower() in PART_NOUNS for t in context.doc[position : mention.start])
                )
                key = (
                    function
                    if function in wanted
                    else "de"
                    if function in {"à", "en", "dans"} and "de" in wanted
                    else function
                )
                if key in wanted:
                    fillers = context.coordinated(context.filler_of(mention))
                    if people and key in phrase.bodies and context.lower[position - 2] == "et":
                        # "fils de X et de Y": both are what the noun takes.
                        phrase.bodies[key] = [*phrase.bodies[key], *fillers]
                    phrase.bodies.setdefault(key, fillers)
                    position = phrase.phrase_end = max(f.end for f in fillers)
                    position = after_bracket(position, context)
                    resumed = people and position + 1 < limit and context.lower[position] == "et"
                    nxt = context.preposition_at(position + resumed) if position < limit else None
                    if nxt is None or (resumed and nxt[0] != key):
                        return
                    position += resumed
                    continue
                position = mention.end
                phrase.phrase_end = max(phrase.phrase_end, position)
            continue
        if token.pos_ in {"ADJ", "DET", "NUM"} or text in QUOTES or text in {"-", "adjoint", "délégué"}:
            position += 1
            continue
        if token.pos_ in {"NOUN", "PROPN", "X"}:
            name = context.name_at(position)
            if name is not None:
                if position == phrase.end and "apposed" in wanted and context.kind(name.entities[0]) == "Organisation":
                    phrase.bodies["apposed"] = [context.filler_of(name)]
                    position = phrase.end = phrase.phrase_end = name.end
                    continue
                # Directly after the noun, without a preposition: the holder's name, or a body in apposition.
                if position == phrase.end and _held_by_organisations(phrase, context):
                    _body_after_name(phrase, name.end, context)
                return
            if function is None or (position in context.roles and _person_role(context, position)):
                return
            phrase.of_part = phrase.of_part or (not phrase.bodies and token.lemma_.lower() in PART_NOUNS)
            position += 1
            phrase.phrase_end = max(phrase.phrase_end, position)
            continue
        if text in {"et", "ou", "/"} and function is not None and position + 1 < limit:
            after = context.preposition_at(position + 1)
            if after is not None and after[0] == function:
                position += 1
                continue
        return


def _held_by_organisations(phrase: RolePhrase, context: Context) -> bool:
    return any(
        "Organisation" in context.ontology.rules[word.rule].roles.get(word.holder or "", ()) for word in phrase.words
    )


def _body_after_name(phrase: RolePhrase, position: int, context: Context) -> None:
    """ "la marque A de X", "la chaîne A du groupe X": the body follows the name of what the noun is said of."""
    if "possessive" in phrase.bodies or position >= len(context.doc):
        return
    found = context.preposition_at(position)
    if found is None or found[0] != "de":
        return
    mention = _mention_from(found[1], context)
    if mention is not None:
        phrase.bodies["de"] = context.coordinated(context.filler_of(mention))


def _takes_people(slot: str, word: Word, context: Context) -> bool:
    kinds = context.ontology.rules[word.rule].roles.get(slot, frozenset())
    return "Person" in (word.only.get(slot) or kinds)


def _mention_from(position: int, context: Context, people: bool = False) -> DocMention | None:
    """The mention that a preposition's noun phrase is, or is named by ("du groupe X", "de la start-up").

    ``people`` says that the noun takes a person: "le fils du ministre X" is the son of X.
    """
    nouns = 0
    described: DocMention | None = None
    for index in range(position, min(position + 7, len(context.doc))):
        mention = context.mention[index]
        if mention is not None and mention.form == "name":
            return mention
        if mention is not None and described is None and mention.form == "description":
            described = mention
        token = context.doc[index]
        if token.pos_ == "NOUN":
            nouns += 1
            if index in context.roles and _person_role(context, index):
                return mention if mention is not None or not people else context.apposed(index)
        elif token.pos_ in {"PROPN", "X"}:
            # A name that is no mention: whoever follows it is not what the preposition names.
            return described
        elif token.pos_ not in {"DET", "ADJ", "NUM"} and context.lower[index] not in QUOTES:
            return described
    return described


def _person_role(context: Context, index: int) -> bool:
    return any(
        "Organisation" not in context.ontology.rules[word.rule].roles.get(word.holder or "", {"Organisation"})
        for _, word in context.roles[index]
    )


def share_bodies(phrases: list[RolePhrase], context: Context) -> None:
    """ "président et directeur général de X": the first noun takes the second one's bodies."""
    for first, second in zip(reversed(phrases[:-1]), reversed(phrases[1:]), strict=True):
        if first.bodies or not second.bodies:
            continue
        between = context.lower[first.end : second.start] or context.lower[first.end : second.noun]
        if between and between[0] in {"et", "/", "-", ",", "ou"} and len(between) <= 3 and set(between[1:]) <= BRIDGES:
            first.bodies = dict(second.bodies)
            first.phrase_end = second.phrase_end
