"""The bodies of a role noun: what its prepositions name, and the possessor before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import BODY_NOUNS, PART_ADJECTIVES, PART_NOUNS, PERSON_NOUNS, QUOTES, STARS, TITLES
from pipeline.grammar.posts.phrase import BRIDGES, RolePhrase, after_bracket, bracketed, is_plural
from pipeline.ontology import Word
from pipeline.prepositions import SIMPLE

_REACH = 22
_NARROWING = 7
_SPAN = 9
"""How many tokens a noun phrase after a preposition may have before its name."""
_ADVERBS = frozenset({"notamment", "également", "aussi", "désormais", "aujourd'hui"})
"""What may stand between a role noun and its preposition ("propriétaire notamment de X")."""
_PLACES = frozenset({"à", "en", "dans"})
"""Prepositions that may name the body in the place of "de" ("présidente à la Cour X", "directeur dans le groupe X")."""
_INTERIM = (["par", "intérim"], ["en", "exercice"], ["en", "titre"], ["en", "fonction"])
"""What may stand right behind a post and narrows it in time only."""


@dataclass
class _NounPhrase:
    """The noun phrase after a preposition: who it stands for, and the common nouns on the way there."""

    mention: DocMention | None = None
    role: int | None = None
    """The noun of a person that it names instead ("adjoint au directeur de …")."""
    nouns: list[int] = field(default_factory=list)
    end: int = 0


def find_bodies(phrase: RolePhrase, later: dict[int, RolePhrase], context: Context) -> None:
    """What the prepositions after the role noun name, and the possessor before it.

    ``later`` holds the role phrases to the right by their noun: whoever assists a director works for his body.
    """
    possessive = next((context.possessive[i] for i in range(phrase.start, phrase.end) if i in context.possessive), None)
    if possessive is not None:
        phrase.bodies["possessive"] = [context.filler_of(possessive)]
    wanted = phrase.functions
    people = any(_takes_people(slot, word, context) for word in phrase.words for slot in word.slots)
    position = phrase.end
    limit = min(len(context.doc), phrase.end + _REACH, context.sentence_end(context.doc[phrase.noun]))
    function: str | None = None
    passed: list[int] = []
    while position < limit:
        text, token = context.lower[position], context.doc[position]
        if text == "(" and position == phrase.end and _bracketed(phrase, position, wanted, context):
            position = phrase.phrase_end
            continue
        if context.lower[position : position + 2] in _INTERIM:
            position = phrase.phrase_end = position + 2
            continue
        if text in {"(", "["}:
            closing = context.closing(position)
            if closing == position:
                return
            party = bracketed(position, context) if "apposed" in wanted else None
            if party is not None and party.entities[0] in context.parties and "apposed" not in phrase.bodies:
                # "le député de Brest (PX)"
                phrase.bodies["apposed"] = [context.filler_of(party)]
                phrase.phrase_end = closing + 1
            position = closing + 1
            continue
        found = context.preposition_at(position)
        if found is not None:
            function, position = found
            inner = _noun_phrase(position, context, people)
            if inner.mention is None and inner.role is None:
                inner.mention = _named_after(inner.nouns, context)
            master = None if inner.role is None else later.get(inner.role)
            if master is not None and function != "par" and _serve(phrase, master, wanted, context):
                return
            if inner.mention is not None:
                people_of = bool(inner.nouns) and context.doc[inner.nouns[0]].lemma_.lower() in PERSON_NOUNS
                phrase.over_people = phrase.over_people or (people_of and not phrase.named)
                if not people and all(context.kind(e) == "Person" for e in inner.mention.entities):
                    # "conseiller de Z à Y": whom one serves; the body comes next.
                    position = phrase.phrase_end = max(phrase.phrase_end, inner.mention.end)
                    if position >= limit or context.preposition_at(position) is None:
                        return
                    continue
                phrase.of_part = phrase.of_part or (not phrase.named and _part(passed, inner.nouns, context))
                position = _bind(phrase, function, inner.mention, wanted, context)
                position = after_bracket(position, context)
                resumed = _resumed(position, function, limit, context)
                if resumed is not None:
                    position = resumed
                elif position >= limit or context.preposition_at(position) is None:
                    return
            elif inner.role is not None:
                return
            elif inner.nouns:
                if function == "dans" and context.doc[inner.nouns[0]].lemma_.lower() not in BODY_NOUNS | PART_NOUNS:
                    # "maire dans l'attente d'une décision de X"
                    return
                passed += inner.nouns
                position = phrase.phrase_end = max(inner.end, position)
            continue
        if text in PART_ADJECTIVES and not phrase.named:
            phrase.of_part = True
            position += 1
            continue
        name = context.name_at(position)
        if name is None and (
            token.pos_ in {"ADJ", "DET", "NUM"}
            or token.dep_ == "amod"
            or text in QUOTES
            or text == "-"
            or (text in STARS and position == phrase.end)
            or (text in _ADVERBS and not phrase.named)
            or _participle(position, context)
        ):
            position += 1
            continue
        if name is not None or token.pos_ in {"NOUN", "PROPN", "X"}:
            if name is not None:
                beside = function is None and all(t.pos_ != "NOUN" for t in context.doc[phrase.end : position])
                if beside and "apposed" in wanted and context.kind(name.entities[0]) == "Organisation":
                    phrase.bodies["apposed"] = [context.filler_of(name)]
                    position = phrase.end = phrase.phrase_end = name.end
                    continue
                if function is None and position == phrase.end and _at_work(name, wanted, context):
                    position = phrase.end = phrase.phrase_end = name.end
                    continue
                # Directly after the noun, without a preposition: the holder's name, or a body in apposition.
                if position == phrase.end and _held_by_organisations(phrase, context):
                    named = context.coordinated(context.filler_of(name)) if is_plural(phrase, context) else []
                    _body_after_name(phrase, named[-1].end if named else name.end, context)
                return
            near = function is None and position <= phrase.end + 1
            narrowed = _narrowed(position, context) if near else None
            if narrowed is not None:
                # "la branche édition de X", "directeur achats et marketing de X"
                phrase.of_part = phrase.of_part or not phrase.named
                position = phrase.phrase_end = narrowed
                continue
            if function is None or (position in context.roles and _person_role(context, position)):
                return
            if token.pos_ == "NOUN":
                passed.append(position)
            position += 1
            phrase.phrase_end = max(phrase.phrase_end, position)
            continue
        if text == "," and context.lower[position + 1 : position + 3] == ["à", "hauteur"]:
            # "actionnaire, à hauteur de 15 %, de X"
            position = next((i + 1 for i in range(position + 3, limit) if context.lower[i] == ","), limit)
            continue
        if text == "et" and position == phrase.end and (narrowed := _narrowed(position, context)) is not None:
            # "directeur marketing et communication de X"
            phrase.of_part = True
            position = phrase.phrase_end = narrowed
            continue
        if text in {"et", "ou", "/"} and function is not None:
            resumed = _resumed(position, function, limit, context)
            if resumed is not None:
                position = resumed
                continue
        return


def _named_after(nouns: list[int], context: Context) -> DocMention | None:
    """ "administratrice d'une agence de presse, X": the body whose name follows its own noun after a comma."""
    if not nouns or context.doc[nouns[0]].lemma_.lower() not in BODY_NOUNS:
        return None
    name = context.apposed(nouns[0])
    return name if name is not None and context.kind(name.entities[0]) == "Organisation" else None


def _at_work(name: DocMention, wanted: frozenset[str], context: Context) -> bool:
    """ "délégué syndical X chez Y": between role noun and employer stands whom one is sent by."""
    after = context.preposition_at(name.end) if name.end < len(context.doc) else None
    return context.kind(name.entities[0]) == "Organisation" and after is not None and after[0] in {"chez"} & wanted


def _held_by_organisations(phrase: RolePhrase, context: Context) -> bool:
    return any(
        "Organisation" in context.ontology.rules[word.rule].roles.get(word.holder or "", ()) for word in phrase.words
    )


def _narrowed(position: int, context: Context) -> int | None:
    """After the nouns right behind the role noun that narrow it ("jeux vidéo", "achats et marketing"), before "de"."""
    for end in range(position, min(position + _NARROWING, len(context.doc))):
        token = context.doc[end]
        if SIMPLE.get(context.lower[end]) == "de":
            return end if end > position else None
        linked = context.lower[end] in {"et", "&", "/", "-"} or (end > position and context.lower[end] == ",")
        if context.name_at(end) is not None or end in context.roles or token.lemma_.lower() in PERSON_NOUNS:
            return None
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "X", "ADV"} and not linked:
            return None
    return None


def _names_holders(phrase: RolePhrase, fillers: list[Filler], context: Context) -> bool:
    """Whether what follows the first body are the holders: "les deux filiales de X, A et B"."""
    definite = context.lower[phrase.start] in {"les", "ses", "des", "aux"} or phrase.one_of
    return (
        len(fillers) > 1
        and definite
        and context.lower[fillers[0].end] == ","
        and context.lower[fillers[-1].end : fillers[-1].end + 1] in ([","], ["."], [")"], [])
        and _held_by_organisations(phrase, context)
        and is_plural(phrase, context)
    )


def _body_after_name(phrase: RolePhrase, position: int, context: Context) -> None:
    """ "la marque A de X", "la chaîne A du groupe X": the body follows the name of what the noun is said of."""
    if "possessive" in phrase.bodies or position >= len(context.doc):
        return
    found = context.preposition_at(position)
    if found is None or found[0] != "de":
        return
    mention = _noun_phrase(found[1], context).mention
    if mention is not None:
        phrase.bodies["de"] = context.coordinated(context.filler_of(mention))


def _takes_people(slot: str, word: Word, context: Context) -> bool:
    kinds = context.ontology.rules[word.rule].roles.get(slot, frozenset())
    return "Person" in (word.only.get(slot) or kinds)


def _bind(phrase: RolePhrase, function: str, mention: DocMention, wanted: frozenset[str], context: Context) -> int:
    """Make a mention the body on a preposition, if the role takes that preposition; the index after it."""
    # "la candidate X au Sénat" stands for X: the Senate is where to.
    place = function in _PLACES and "de" in wanted and "apposed" not in phrase.bodies
    key = function if function in wanted else "de" if place else None
    if key is None:
        phrase.phrase_end = max(phrase.phrase_end, mention.end)
        return mention.end
    fillers = _joined(context.filler_of(mention), context)
    if _names_holders(phrase, fillers, context):
        fillers = fillers[:1]
    if not phrase.bodies.get(key):
        phrase.bodies[key] = fillers
    elif phrase.last == function:
        phrase.bodies[key] = phrase.bodies[key] + fillers
    phrase.last, phrase.named = function, True
    phrase.phrase_end = max(f.end for f in fillers)
    return phrase.phrase_end


def _bracketed(phrase: RolePhrase, position: int, wanted: frozenset[str], context: Context) -> bool:
    """ "le maire (PX) de Y": the body in brackets right after the noun."""
    name = bracketed(position, context)
    if "apposed" not in wanted or name is None:
        return False
    closing = context.closing(position)
    phrase.bodies["apposed"] = [context.filler_of(name)]
    phrase.end = phrase.phrase_end = max(closing + 1, name.end)
    return True


def _joined(filler: Filler, context: Context) -> list[Filler]:
    """A body and those that "et" or "ainsi que" joins to it; a bare comma opens what follows ("PDG d'A, B …")."""
    fillers = context.coordinated(filler)
    kept = fillers[:1]
    for other in fillers[1:]:
        between = context.lower[kept[-1].end : other.start]
        if not between or between[0] == "(":
            break
        kept.append(other)
    last = kept[-1]
    return kept if len(kept) == 1 or "," not in context.lower[kept[-2].end : last.start] else kept[:1]


def _resumed(position: int, function: str, limit: int, context: Context) -> int | None:
    """Where the same preposition comes again: "pour X et pour Y"."""
    if position + 1 < limit and context.lower[position] in {"et", "ou", "/", "puis"}:
        after = context.preposition_at(position + 1)
        if after is not None and after[0] == function:
            return position + 1
    return None


def _serve(phrase: RolePhrase, master: RolePhrase, wanted: frozenset[str], context: Context) -> bool:
    """ "adjoint au directeur de X": the body of the one served; "le patron des députés X": that of those led."""
    key = "de" if is_plural(master, context) else "superior"
    bodies = next((fillers for fillers in master.bodies.values() if fillers), [])
    if bodies and key in wanted:
        phrase.bodies[key] = bodies
        phrase.phrase_end = max(phrase.phrase_end, master.phrase_end)
        phrase.named = True
        return True
    return False


def _noun_phrase(position: int, context: Context, people: bool = False) -> _NounPhrase:
    """The noun phrase that begins here ("du groupe X", "de la start-up", "de l'ingénierie X").

    ``people`` says that the role noun takes a person: "le fils du ministre X" is the son of X.
    """
    result = _NounPhrase(end=position)
    described: DocMention | None = None
    for index in range(position, min(position + _SPAN, len(context.doc))):
        mention, token = context.mention[index], context.doc[index]
        if mention is not None and mention.form == "name":
            # "l'épouse de M. X": a title is a noun of a person too.
            noun = context.doc[result.nouns[-1]] if result.nouns else None
            thing = noun is not None and noun.lemma_.lower() not in PERSON_NOUNS and noun.lower_ not in TITLES
            if thing and context.kind(mention.entities[0]) == "Person":
                # "le ministre de l'Intérieur X": the noun is no person, so the name is the holder's.
                break
            result.mention = mention
            return result
        if mention is not None and described is None and mention.form == "description":
            described = mention
        if token.pos_ == "NOUN":
            if index in context.roles and _person_role(context, index):
                body = body_of_trade(index, context)
                if body is not None:
                    result.nouns.append(index)
                    result.mention = body
                    return result
                result.mention, result.role = mention, index
                if mention is None and people:
                    result.mention = context.apposed(index)
                return result
            if described is None or not described.start <= index < described.end:
                result.nouns.append(index)
            result.end = index + 1
        elif token.pos_ in {"PROPN", "X"}:
            # A name that is no mention: whoever follows it is not what the preposition names.
            break
        elif token.pos_ not in {"DET", "ADJ", "NUM"} and context.lower[index] not in QUOTES | {"-"}:
            break
    result.mention = described
    return result


def body_of_trade(index: int, context: Context) -> DocMention | None:
    """The body that a noun of trade, which is people's too, introduces ("l'éditeur de logiciels X")."""
    doc = context.doc
    if doc[index].lemma_.lower() not in BODY_NOUNS:
        return None
    for position in range(index + 1, min(index + _NARROWING, len(doc) - 1)):
        name = context.name_at(position)
        if name is not None:
            return name if context.kind(name.entities[0]) == "Organisation" else None
        of = context.lower[position] in {"de", "d'"} and doc[position + 1].is_lower
        if not (of or doc[position].pos_ in {"ADJ", "NOUN"}):
            return None
    return None


def _part(passed: list[int], beside: list[int], context: Context) -> bool:
    """Whether the nouns on the way to a body tell a part of it ("directrice de l'information de X").

    ``passed`` are those of earlier noun phrases, ``beside`` those of the body's own: "la PDG du groupe X", "du géant
    du commerce X" lead the whole, "la patronne du style X", "du laboratoire de X" a part.
    """
    nouns = [*passed, *beside]
    if not nouns:
        return False
    return context.doc[nouns[0]].lemma_.lower() not in BODY_NOUNS or (bool(passed) and not beside)


def _participle(position: int, context: Context) -> bool:
    """ "chargé de la stratégie", "investie par X": a participle that leads on to the body."""
    token = context.doc[position]
    return (
        token.pos_ == "VERB"
        and token.morph.get("VerbForm", []) == ["Part"]
        and not context.lower[position].endswith("ant")
        and not context.lower[position].startswith("issu")
    )


def _person_role(context: Context, index: int) -> bool:
    return any(
        "Organisation" not in context.ontology.rules[word.rule].roles.get(word.holder or "", {"Organisation"})
        for _, word in context.roles[index]
    )


def share_bodies(phrases: list[RolePhrase], context: Context) -> None:
    """ "président et directeur général de X": the first noun takes the second one's bodies."""
    for first, second in zip(reversed(phrases[:-1]), reversed(phrases[1:]), strict=True):
        if first.bodies or not second.bodies or context.doc[second.noun].pos_ == "ADP":
            continue
        between = context.lower[first.end : second.start] or context.lower[first.end : second.noun]
        if between and between[0] in {"et", "/", "-", ",", "ou"} and len(between) <= 3 and set(between[1:]) <= BRIDGES:
            first.bodies = dict(second.bodies)
            first.phrase_end = second.phrase_end
