"""Role nouns: "le PDG de X Y", "Y, PDG de X", "Y est PDG de X", "son PDG Y", "Y (PDG de X)", "la filiale Z de X".

Role noun phrases are read on the surface: the parser's apposition and coordination are its weakest parts, while the
order of words in a French title is strict. A phrase is the noun, the bodies that its prepositions name, and whoever
holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.frames import subject
from pipeline.grammar.lexicon import COPULAS, PART_NOUNS, QUOTES
from pipeline.grammar.predication import Predication
from pipeline.ontology import Word

BRIDGES = frozenset(
    """également aussi actuel actuelle ancien ancienne anciens anciennes ex ex- nouveau nouvelle nouvel futur future
    désormais toujours par ailleurs alors aujourd'hui encore puis ensuite lui elle même lui-même elle-même autrefois
    jusqu'alors jadis longtemps notamment surtout célèbre puissant puissante très tout tous deux premier première seul
    seule unique autre principal principale historique feu fraîchement jeune emblématique charismatique
    numéro un""".split()
)
"""Words that may stand between a name's comma and the role noun ("X, également ancien PDG de Y")."""
AS = frozenset({"comme", "en tant que", "en qualité de"})
_REACH = 18


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
    of_part: bool = False
    """Whether the role is over a part of the body only."""


def role_phrases(context: Context) -> list[RolePhrase]:
    """Every role noun phrase of a document with its bodies and, where the surface tells it, its holders."""
    found: list[RolePhrase] = []
    for index in sorted(context.roles):
        matches = context.roles[index]
        noun, end = index, index + len(matches[0][0])
        phrase = RolePhrase([word for _, word in matches], noun, context.left_edge(noun), end, end)
        _bodies(phrase, context)
        found.append(phrase)
    _share_bodies(found, context)
    by_end = {phrase.phrase_end: phrase for phrase in found}
    for phrase in found:
        _holders(phrase, by_end, context)
    for phrase in found:
        _in_brackets(phrase, context)
        if phrase.of_part:
            phrase.words = [_over_part(word, context) for word in phrase.words]
    return found


def _over_part(word: Word, context: Context) -> Word:
    part = context.ontology.rules[word.rule].part
    return word if part is None else replace(word, rule=part)


def _in_brackets(phrase: RolePhrase, context: Context) -> None:
    """ "la sénatrice X (PS)", "X (LR), maire de Y": the body in brackets after the holder."""
    if not phrase.holders or not any("apposed" in f for w in phrase.words for f in w.slots.values()):
        return
    end = phrase.holders[0].end
    if end + 1 < len(context.doc) and context.lower[end] == "(":
        name = context.name_at(end + 1)
        if name is not None and context.kind(name.entities[0]) == "Organisation":
            phrase.bodies.setdefault("apposed", [context.filler_of(name)])


def role_predications(context: Context, phrases: list[RolePhrase]) -> list[Predication]:
    """The ties that role nouns state by themselves."""
    found = []
    for phrase in phrases:
        if not phrase.holders:
            continue
        for word in phrase.words:
            fills = body_slots(word, phrase)
            together = context.ontology.rules[word.rule].symmetric and _several(phrase.holders)
            if word.holder is None or not (fills or together) or not _only(word, fills, context):
                continue
            fills[word.holder] = phrase.holders
            found.append(Predication(word, phrase.noun, phrase.noun, phrase.end, phrase.construction, fills))
    return found


def _several(holders: list[Filler]) -> bool:
    """Whether a symmetric role is held by several at once ("A et B sont partenaires")."""
    return len({e for f in holders for e in f.entities}) > 1


def _only(word: Word, fills: dict[str, list[Filler]], context: Context) -> bool:
    return all(
        context.kind(e) in kinds for slot, kinds in word.only.items() for f in fills.get(slot, []) for e in f.entities
    )


def body_slots(word: Word, phrase: RolePhrase) -> dict[str, list[Filler]]:
    """The slots of a role word that the phrase's bodies fill."""
    fills: dict[str, list[Filler]] = {}
    for slot, functions in word.slots.items():
        for function in functions:
            if phrase.bodies.get(function):
                fills[slot] = phrase.bodies[function]
                break
    return fills


# Bodies ---------------------------------------------------------------------------------------------------------


def _bodies(phrase: RolePhrase, context: Context) -> None:
    """What the prepositions after the role noun name, and the possessor before it."""
    possessive = next(
        (context.possessive[i] for i in range(phrase.start, phrase.noun) if i in context.possessive), None
    )
    if possessive is not None:
        phrase.bodies["possessive"] = [context.filler_of(possessive)]
    wanted = {function for word in phrase.words for functions in word.slots.values() for function in functions}
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
            mention = _mention_from(position, context)
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
                    phrase.bodies.setdefault(key, fillers)
                    position = phrase.phrase_end = max(f.end for f in fillers)
                    position = _skip_bracket(position, context)
                    nxt = context.preposition_at(position) if position < limit else None
                    if nxt is None:
                        return
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


def _mention_from(position: int, context: Context) -> DocMention | None:
    """The mention that a preposition's noun phrase is, or is named by ("du groupe X", "de la start-up")."""
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
                return mention
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


def _skip_bracket(position: int, context: Context) -> int:
    if position < len(context.doc) and context.lower[position] == "(":
        closing = context.closing(position)
        if closing > position:
            return closing + 1
    return position


def _share_bodies(phrases: list[RolePhrase], context: Context) -> None:
    """ "président et directeur général de X": the first noun takes the second one's bodies."""
    for first, second in zip(reversed(phrases[:-1]), reversed(phrases[1:]), strict=True):
        if first.bodies or not second.bodies:
            continue
        between = context.lower[first.end : second.start] or context.lower[first.end : second.noun]
        if between and between[0] in {"et", "/", "-", ",", "ou"} and len(between) <= 3 and set(between[1:]) <= BRIDGES:
            first.bodies = dict(second.bodies)
            first.phrase_end = second.phrase_end


# Holders --------------------------------------------------------------------------------------------------------


def _holders(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> None:
    for find in (_title, _apposition, _list, _attribute, _after_comma, _described):
        holders = [f for f in find(phrase, by_end, context) if _may_hold(phrase, f, context)]
        if holders:
            phrase.holders, phrase.construction = holders, find.__name__.strip("_").replace("_", " ")
            return


def _may_hold(phrase: RolePhrase, filler: Filler, context: Context) -> bool:
    kinds = {k for word in phrase.words for k in context.ontology.rules[word.rule].roles.get(word.holder or "", ())}
    bodies = {e for fillers in phrase.bodies.values() for f in fillers for e in f.entities}
    return all(context.kind(e) in kinds for e in filler.entities) and not bodies & set(filler.entities)


def _title(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "le PDG de Renault Carlos Ghosn", "la filiale Opel", "son avocat, Me X" without the comma."""
    for position in dict.fromkeys((phrase.phrase_end, phrase.end)):
        index = position
        while index < len(context.doc) and (
            context.lower[index] in QUOTES
            or (context.doc[index].pos_ == "ADJ" and context.name_at(index) is None and index < position + 3)
            or context.lower[index] in {"m.", "mme", "me", "mm."}
            or (context.doc[index].pos_ in {"PROPN", "X"} and context.name_at(index) is None and index < position + 3)
        ):
            index += 1
        index = _skip_bracket(index, context)
        name = context.name_at(index)
        if name is not None and name.start == index:
            return (
                context.coordinated(context.filler_of(name)) if _plural(phrase, context) else [context.filler_of(name)]
            )
    return []


def _plural(phrase: RolePhrase, context: Context) -> bool:
    return "Plur" in context.doc[phrase.noun].morph.get("Number", []) or context.lower[phrase.start] in {
        "les",
        "des",
        "ses",
    }


def _apposition(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "Carlos Ghosn, PDG de Renault", "Carlos Ghosn (PDG de Renault)", "Altice, le propriétaire de RMC"."""
    index = phrase.start - 1
    while index >= 0 and (context.lower[index] in BRIDGES or context.doc[index].pos_ == "DET"):
        index -= 1
    if index > 0 and context.lower[index] == "l'un":
        index -= 1
    if index < 1 or context.lower[index] not in {",", "(", "–", "-", "--", ":"}:
        return []
    index -= 1
    index = _skip_age(index, context)
    if context.lower[index] == ")":
        opening = next((i for i in range(index, max(index - 12, -1), -1) if context.lower[i] == "("), index)
        index = opening - 1
    while index > 0 and context.lower[index] in QUOTES:
        index -= 1
    mention = context.mention[index] if index >= 0 else None
    if mention is None or mention.end - 1 != index or mention.form == "pronoun":
        return []
    if (
        not _plural(phrase, context)
        and context.lower[mention.start - 1 : mention.start] == ["et"]
        and _plural(phrase, context)
    ):
        return []
    return [context.filler_of(mention)]


def _skip_age(index: int, context: Context) -> int:
    """Step back over ", 58 ans"."""
    if (
        index > 2
        and context.lower[index] == "ans"
        and context.doc[index - 1].like_num
        and context.lower[index - 2] == ","
    ):
        return index - 3
    return index


def _list(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "X, cofondateur de Y et actuel président de Z": the second role has the first one's holder."""
    index = phrase.start - 1
    while index > 0 and (context.lower[index] in BRIDGES or context.doc[index].pos_ == "DET"):
        index -= 1
    if index < 1 or context.lower[index] not in {"et", ",", "/", "-", "puis"}:
        return []
    if context.lower[index - 1] == ",":
        index -= 1
    previous = by_end.get(index)
    if previous is not None and previous is not phrase and previous.construction != "title":
        return previous.holders
    return []


def _attribute(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "X est (devenu) PDG de Y", "X, qui est aussi le patron de Y", "Y, dont X est PDG", "X officie comme …"."""
    noun = context.doc[phrase.noun]
    if any(child.dep_ == "cop" for child in noun.children):
        holders, _ = subject(noun, context)
        for child in noun.children:
            if child.lower_ == "dont" and noun.dep_ == "acl:relcl":
                phrase.bodies.setdefault("de", context.referents(noun.head.i))
            elif child.lower_ == "en" and child.pos_ == "PRON":
                phrase.bodies.setdefault("de", context.referents(child.i))
        return [f for index in holders for f in context.referents(index)]
    head = noun.head
    if noun.dep_ == "nsubj" and any(child.dep_ == "cop" for child in head.children):
        # "Y, dont le PDG est X": the name is the predicate.
        for child in [*noun.children, *head.children]:
            if child.lower_ == "dont" and head.dep_ == "acl:relcl":
                phrase.bodies.setdefault("de", context.referents(head.head.i))
        return context.referents(head.i)
    preposition = context.preposition_at(phrase.start - 1) if phrase.start else None
    if phrase.start >= 3 and preposition is None:
        preposition = context.preposition_at(phrase.start - 3)
    as_post = preposition is not None and preposition[0] in AS
    if head.pos_ in {"VERB", "AUX"} and (
        (
            head.lemma_ in COPULAS
            and noun.dep_ in {"xcomp", "obj", "attr", "obl:arg", "dep", "advmod"}
            and preposition is None
        )
        or as_post
    ):
        for child in head.children:
            if child.lower_ == "en" and child.pos_ == "PRON":
                phrase.bodies.setdefault("de", context.referents(child.i))
        holders, _ = subject(head, context)
        return [f for index in holders for f in context.referents(index)]
    return []


def _after_comma(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "la porte-parole du gouvernement, Sibeth Ndiaye, …": a definite role, then the name between commas."""
    if context.doc[phrase.start].pos_ != "DET" or context.lower[phrase.start] in {"un", "une", "des"}:
        return []
    index = _skip_bracket(phrase.phrase_end, context)
    if index >= len(context.doc) or context.lower[index] not in {",", "(", ":"}:
        return []
    index += 1
    while index < len(context.doc) and context.lower[index] in QUOTES | {"m.", "mme", "me"}:
        index += 1
    name = context.name_at(index)
    if name is None or name.start != index:
        return []
    if name.end < len(context.doc) and context.lower[name.end] in {"et"} and not _plural(phrase, context):
        return []
    filler = context.filler_of(name)
    return context.coordinated(filler) if _plural(phrase, context) else [filler]


def _described(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """The role noun is itself a mention: "le PDG de Renault" where the article has said who that is."""
    mention = context.mention[phrase.noun]
    if mention is None or mention.form != "description":
        return []
    return [context.filler_of(mention)]
