"""Who holds a role: title, apposition, attribute, list, name between commas."""

from __future__ import annotations

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.frames import subject
from pipeline.grammar.lexicon import COPULAS, QUOTES
from pipeline.grammar.posts.lists import listed, of_which
from pipeline.grammar.posts.phrase import BRIDGES, RolePhrase, after_bracket, is_plural

AS = frozenset({"comme", "en tant que", "en qualité de"})


def find_holders(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> None:
    """Fill in the holders that the first construction finds, and which one it was."""
    for find in (_title, _apposition, _list, _attribute, _after_comma, _described, _listed):
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
        index = after_bracket(index, context)
        name = context.name_at(index)
        if name is not None and name.start == index:
            return (
                context.coordinated(context.filler_of(name))
                if is_plural(phrase, context)
                else [context.filler_of(name)]
            )
    return []


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
    filler = context.filler_of(mention)
    return [*context.coordinated_before(filler), filler] if is_plural(phrase, context) else [filler]


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
    told = of_which(phrase.start, context)
    if told is not None:
        phrase.bodies.setdefault("de", [told[0]])
        return [told[1]]
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
    definite = context.doc[phrase.start].pos_ == "DET" and context.lower[phrase.start] not in {"un", "une", "des"}
    if not (definite or phrase.one_of):
        return []
    index = after_bracket(phrase.phrase_end, context)
    if index >= len(context.doc) or context.lower[index] not in {",", "(", ":"}:
        return []
    index += 1
    while index < len(context.doc) and context.lower[index] in QUOTES | {"m.", "mme", "me"}:
        index += 1
    if context.doc[phrase.start].i in context.possessive and context.doc[index].pos_ == "DET":
        # "son épouse, l'actrice X": the name's own noun stands before it.
        index += 1
        while index < len(context.doc) and context.doc[index].pos_ in {"ADJ", "NOUN"} and not context.name_at(index):
            index += 1
    name = context.name_at(index) if index < len(context.doc) else None
    if name is None or name.start != index:
        return []
    if name.end < len(context.doc) and context.lower[name.end] in {"et"} and not is_plural(phrase, context):
        return []
    filler = context.filler_of(name)
    return context.coordinated(filler) if is_plural(phrase, context) else [filler]


def _described(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """The role noun is itself a mention: "le PDG de Renault" where the article has said who that is."""
    mention = context.mention[phrase.noun]
    if mention is None or mention.form != "description":
        return []
    return [context.filler_of(mention)]


def _listed(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "les marques du groupe : A et B", "150 marques dont notamment A et B"."""
    return listed(phrase, context)
