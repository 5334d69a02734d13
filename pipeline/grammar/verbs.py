"""Verbs and set phrases: "X rachète Y", "X porte plainte contre Y", "X est nommé PDG de Y"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline.coreference.descriptions import noun_at
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.frame import Frame
from pipeline.grammar.frames import frame
from pipeline.grammar.gatherings import enumerated, examples
from pipeline.grammar.lexicon import BOARD_FUNCTIONS, COURT_NOUNS, HEAD_NOUNS, QUOTES
from pipeline.grammar.parts import (
    board_bodies,
    headed_bodies,
    is_board,
    is_part,
    narrows,
    over_part,
    part_bodies,
    taker,
    takes_part,
    to_part,
)
from pipeline.grammar.posts import RolePhrase, take_post
from pipeline.grammar.predication import Predication, copy_roles
from pipeline.grammar.quoted import quoted
from pipeline.grammar.reproaches import reviled
from pipeline.grammar.stakes import shared_out
from pipeline.grammar.stances import told_by
from pipeline.grammar.things import is_thing, left_of, owner, past_time, right_of, tokens_of
from pipeline.grammar.verb_forms import between, enters, is_between, known_lemma, titled, verb_tag, verbal
from pipeline.ontology import POST, Narrow, Word
from pipeline.parsed import Token
from pipeline.prepositions import SIMPLE, SPELLINGS
from pipeline.schema import EntityKind

_SPOKEN_OF = {"quoted": quoted, "reviled": reviled}
"""Functions that whoever a citation or clause of a verb of saying speaks of fills."""
_OPEN_TAGS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "X"})
"""What the tagger makes of verbs, rightly or not."""
_SHORT = 4
"""Words no longer than this may be spelled in ways that :func:`_same` knows."""
_GAP = 4
"""How many adverbs, determiners and adjectives may stand within a set phrase ("prend ainsi le contrôle")."""


def verb_predications(context: Context, phrases: list[RolePhrase]) -> list[Predication]:
    """The predications of every verb that a rule knows."""
    found: list[Predication] = []
    starts = {phrase.noun: phrase for phrase in phrases}
    there: frozenset[str] = frozenset()
    last = 0
    verbs = context.ontology.verb_lemmas
    for index, token in enumerate(context.doc):
        if index >= last:
            last = context.sentence_end(token)
            there = _singulars(context.lower[index:last])
        tag, form = verb_tag(token, context), context.lower[index]
        if (tag not in _OPEN_TAGS and form != "entre") or is_between(token, context):
            continue
        as_verb = (tag == "PROPN" and token.dep_ == "acl:relcl" and context.lower[index - 1] == "que") or (
            tag != "VERB" and between(token, context)
        )
        lemma = "entrer" if enters(token, context) else known_lemma(token.lemma_, form, tag, as_verb, verbs)
        entries = context.ontology.verbs.get(lemma, ())
        if not entries or context.name_at(index) is not None:
            continue
        if tag not in {"VERB", "AUX"} and form != "entre" and not verbal(token, context):
            continue
        if token.dep_.startswith("aux") and token.dep_ != "aux:caus":
            continue
        if token.i in context.roles and token.dep_ in {"acl", "appos", "nmod", "amod"} and titled(token.i + 1, context):
            continue
        longest = 0
        frames: dict[int, list[Frame]] = {}
        for rest, word in entries:
            if len(rest) < longest:
                break
            end = _phrase_end(token, rest, context) if _long_words(rest) <= there else None
            if end is None:
                continue
            longest = len(rest)
            if end not in frames:
                whole = frame(token, end, context)
                frames[end] = shared_out(token, whole, context) if "%" in there else [whole]
            filled = (_fill(token, end, word, each, starts, context) for each in frames[end])
            found += [predication for predication in filled if predication is not None]
    return found


def _phrase_end(token: Token, rest: tuple[str, ...], context: Context) -> int | None:
    """Where the set phrase that begins with a verb ends; None when it is not there."""
    if not rest:
        return token.i + 1
    position, matched = token.i + 1, 0
    gap = 0
    limit = context.sentence_end(token)
    while position < limit and matched < len(rest):
        text = context.lower[position]
        if _same(rest[matched], text, context.doc[position]):
            matched += 1
        elif (
            matched == 0
            and context.lower[position] not in {",", ";", ":"}
            and (after := _object(position, rest, context) or _year(position, context))
        ):
            position = after
            continue
        elif (
            matched in (0, len(rest) - 1)
            and gap < _GAP
            and (context.doc[position].pos_ in {"ADV", "DET", "ADJ", "AUX", "PRON", "NUM"} or text in {"pas", "plus"})
        ):
            gap += 1
        else:
            return None
        position += 1
    return position if matched == len(rest) else None


def _year(position: int, context: Context) -> int | None:
    """After the year that stands within a set phrase: "prend en 2011 la direction"."""
    if context.lower[position] not in {"en", "depuis", "dès"} or position + 1 >= len(context.doc):
        return None
    end = position + (2 if context.doc[position + 1].like_num else 3)
    year = context.lower[end - 1 : end]
    return end if year and len(year[0]) == 4 and year[0].isdigit() else None


def _object(position: int, rest: tuple[str, ...], context: Context) -> int | None:
    """After the noun phrase of the object that stands within a set phrase: "attaquer X en justice"."""
    if SIMPLE.get(rest[0]) is None:
        return None
    end = position
    while end < min(position + 9, len(context.doc)) and context.lower[end] != rest[0]:
        token, name = context.doc[end], context.name_at(end)
        if (
            name is None
            and token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "X"}
            and context.lower[end] not in QUOTES
        ) and context.preposition_at(end) is None:
            return None
        end = end + 1 if name is None else name.end
    return end if position < end < len(context.doc) and context.lower[end] == rest[0] else None


def _singulars(words: list[str]) -> frozenset[str]:
    """The words of a sentence, and what they are without the "s" or "x" of a plural."""
    return frozenset(words).union(word[:-1] for word in words if word.endswith(("s", "x")))


@cache
def _long_words(rest: tuple[str, ...]) -> frozenset[str]:
    """The nouns and the like of a set phrase: where one is not in the sentence at all, the phrase is not either."""
    return frozenset(word for word in rest if len(word) > _SHORT)


def _same(word: str, text: str, token: Token) -> bool:
    if word == text or text in SPELLINGS.get(word, ()):
        return True
    if word == "au" and text == "aux":
        return True
    if word in {"son", "leur"}:
        return text in {"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos"}
    if word in {"le", "la", "les", "l'"}:
        return text in {"le", "la", "les", "l'", "l’"}
    return token.pos_ in {"NOUN", "ADJ"} and text in {word + "s", word + "x"}


def _fill(
    token: Token, end: int, word: Word, found: Frame, starts: dict[int, RolePhrase], context: Context
) -> Predication | None:
    if word.reflexive is not None and word.reflexive != found.reflexive:
        return None
    found = _spoken(token, word, found, context)
    if any(found.functions.get(function) for function in word.without):
        return None
    if found.voice not in word.voice or not _judged(word, found, context):
        return None
    result = Predication(word, token.i, token.i, end, found.construction)
    used: set[tuple[str, int]] = set()
    thing = _thing(token, word, found, context)
    if thing is not None:
        result.object = tokens_of(thing, context)
    bodies = {"target", "organisation", "appointer", "dismisser"} if takes_part(word, context) else set()
    leads = not HEAD_NOUNS.isdisjoint(context.lower[token.i + 1 : end])
    for slot, functions in word.slots.items():
        if slot == POST:
            take_post(result, end, starts, context, functions)
            continue
        if slot == "amount":
            result.amount = context.money_near(result.trigger)
        if slot in {"object", "amount"}:
            continue
        kinds = _kinds(slot, word, context)
        for function in functions:
            if function == "owner":
                fillers = [] if thing is None else _of_kinds(owner(thing, context), kinds, context)
            elif function == "headed":
                fillers, mere = headed_bodies(found.functions.get("object", []), context)
                fillers = _of_kinds(fillers, kinds, context)
                result.of_part = result.of_part or mere
            elif function == "board":
                fillers = _of_kinds(board_bodies(found.functions, context), kinds, context)
            elif function == "medium":
                fillers = context.told_medium(token.i)
            elif function == "appointed":
                fillers = _of_kinds(taker(token, context), kinds, context)
            elif function == "inverted":
                after = [i for i in found.functions.get("subject", []) if i > token.i]
                fillers = [f for i in after for f in _referents(i, slot, word, context)]
            elif function == "reciprocal":
                fillers = [f for i in found.functions.get("subject", []) for f in context.referents(i)]
                if len({e for f in fillers for e in f.entities}) < 2:
                    continue
            elif function in _SPOKEN_OF:
                fillers = [f for f in _SPOKEN_OF[function](token, context) if _admitted(f, slot, word, context)]
            else:
                heads = found.functions.get(function, [])
                # "la tête de la rédaction de X": what stands nearest counts, a part of the body.
                in_part = slot in bodies and bool(heads) and is_part(heads[0], context)
                # "démissionne du conseil de X" leaves its board; "préside le conseil de X" leads the body.
                sits = bool(heads) and not leads and function in BOARD_FUNCTIONS and is_board(heads[0], context)
                sits = sits and (function != "object" or slot == "organisation")
                fillers = [] if in_part or sits else [f for i in heads for f in _referents(i, slot, word, context)]
                if not fillers and slot in bodies and not sits:
                    fillers, mere = part_bodies(heads, slot, word, context)
                    result.of_part = result.of_part or (mere and slot in {"target", "organisation"})
            if found.alone and function == "subject":
                fillers = [f for f in fillers if f.token in found.functions["subject"]]
            others = {e for name, fs in result.fills.items() if name != slot for f in fs for e in f.entities}
            others = set() if function == "reciprocal" else others
            fillers = [f for f in fillers if (function, f.start) not in used and not others.issuperset(f.entities)]
            if fillers:
                result.fill(slot, fillers, function)
                used |= {(function, f.start) for f in fillers}
                result.surface = result.surface or function in found.surface
                if slot not in word.gather:
                    break
    copy_roles(result, context)
    if found.voice == "active" and word.disputants - set(result.fills) and not found.functions.get("subject"):
        # "pour critiquer X": an attack that nobody is told to make.
        return None
    result.of_part = result.of_part or (takes_part(word, context) and narrows(end, context))
    result.word = over_part(word, found, result, context)
    told = {
        slot for slot, there in ((POST, result.posts), ("object", result.object), ("amount", result.amount)) if there
    }
    if not result.fills or not word.require <= set(result.fills) | told:
        return None
    if result.of_part:
        result.word = to_part(word, context)
    return result


def _referents(index: int, slot: str, word: Word, context: Context) -> list[Filler]:
    possessive = context.possessive.get(index)
    if possessive is not None:
        return [context.filler_of(possessive)]
    found = context.referents(index)
    if not found and slot in word.through:
        found = told_by(index, context)
    if not found:
        found = enumerated(index, context) or _members(index, context)
    return [f for f in found if _admitted(f, slot, word, context)]


def _members(index: int, context: Context) -> list[Filler]:
    """ "plusieurs élus ont dénoncé l'accord, comme A et B": those of the subject who are named further on."""
    noun = context.doc[index]
    named = examples(index, context) if noun.dep_.startswith("nsubj") else []
    between = context.doc[index + 1 : named[0].start] if named else ()
    nearer = any(n.plural for t in between if t.pos_ == "NOUN" for n in noun_at(context.doc, t.i))
    return [] if nearer else named


def _spoken(token: Token, word: Word, found: Frame, context: Context) -> Frame:
    """The speaker of the citation that a verb carries is its subject, wherever the parser hangs the incise.

    What follows an inverted speaker describes them and is nothing that the verb takes.
    """
    span = context.citation(token.i)
    if span is None or span[0] <= token.i < span[1] or not context.referents(span[2]):
        return found
    functions = found.functions
    if span[2] > token.i:
        functions = {name: [i for i in indices if i <= span[2]] for name, indices in functions.items()}
    if not word.functions.isdisjoint(_SPOKEN_OF):
        functions = {**functions, "subject": [span[2]]}
    return replace(found, functions=functions)


def _admitted(filler: Filler, slot: str, word: Word, context: Context) -> bool:
    return all(context.admits(word, slot, entity) for entity in filler.entities)


def _judged(word: Word, found: Frame, context: Context) -> bool:
    """Whether a word that only judges may do has nobody else for its doer; and one of a quarrel no judge."""
    doers = found.functions.get("subject", [])
    for slot in word.judges:
        if word.slots.get(slot) == ("subject",):
            named = [e for i in doers for f in context.referents(i) for e in f.entities]
            if named:
                return all(context.is_court(e) for e in named)
            return found.voice != "active" or any(context.doc[i].lemma_.lower() in COURT_NOUNS for i in doers)
    if word.disputants:
        return not any(context.doc[i].lemma_.lower() in COURT_NOUNS for i in doers)
    return True


def _kinds(slot: str, word: Word, context: Context) -> frozenset[EntityKind | Narrow]:
    """The kinds of entity that a slot takes with this word."""
    return word.only.get(slot) or context.ontology.rules[word.rule].roles.get(slot, frozenset())


def _of_kinds(fillers: list[Filler], kinds: frozenset[EntityKind | Narrow], context: Context) -> list[Filler]:
    return [f for f in fillers if all(context.narrowly(e, kinds) for e in f.entities)]


def _thing(verb: Token, word: Word, found: Frame, context: Context) -> int | None:
    """The head of the object that is a thing for this word."""
    functions = word.slots.get("object", ())
    heads = [past_time(i, context) for function in functions for i in found.functions.get(function, [])]
    beside = left_of(verb, context) if word.things and found.construction == "participle" else None
    if beside is None and (word.things or word.never) and found.voice == "participle":
        beside = right_of(verb, context)
    if beside is not None:
        heads.append(beside)
    return next((index for index in heads if is_thing(index, word, context)), None)
