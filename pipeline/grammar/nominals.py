"""Nominalisations: "le rachat de X par Y", "l'alliance entre X et Y", "sa nomination à la tête de X"."""

from __future__ import annotations

from pipeline.attribution.speech import TIME_WORDS
from pipeline.certainty.nouns import is_proceeding
from pipeline.grammar.authors import authors
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.control import is_passive
from pipeline.grammar.gatherings import other_party
from pipeline.grammar.lexicon import (
    CONCLUSION_VERBS,
    DEEDS,
    FIELD_NOUNS,
    FILING_VERBS,
    LASTING_VERBS,
    OFFERING_VERBS,
    PERSON_NOUNS,
    QUOTES,
    REFUSING_VERBS,
    SECONDHAND_VERBS,
    SUPPORT_VERBS,
    SUPPORTERS,
)
from pipeline.grammar.parts import behind_part, takes_part
from pipeline.grammar.posts import RolePhrase, take_post
from pipeline.grammar.predication import Predication, copy_roles
from pipeline.grammar.reproaches import reviled_beside
from pipeline.grammar.stakes import nominal_stakes
from pipeline.grammar.stances import deals, told_by
from pipeline.grammar.subjects import subject
from pipeline.grammar.things import is_thing, owner
from pipeline.ontology import POST, Word
from pipeline.parsed import Token

_REACH = 22
_FIELD = 7
"""How far before a noun the post may stand whose field it tells."""
_INSERTED = 9
_BESIDE = frozenset({"après", "avant", "depuis", "malgré", "selon", "contre", "pendant", "sans", "lors"})
"""Prepositions whose noun the verb does not do: "X ouvre une enquête après la plainte de …"."""
_PARTIES = frozenset({"entre", "avec", "par", "auprès de"})
"""Prepositions that name the sides of a deal after the verb that tells of it ("un accord a été signé avec X")."""
_LOOSE = frozenset({"à", "dans", "sur", "pour"})
"""Prepositions whose noun keeps the "de" that follows it."""


def nominal_predications(context: Context, phrases: list[RolePhrase]) -> list[Predication]:
    """The predications of every nominalisation that a rule knows."""
    found = []
    starts = {phrase.noun: phrase for phrase in phrases}
    for index in sorted(context.nouns):
        matches = context.nouns[index]
        if _field_of_post(index, context):
            continue
        end = index + len(matches[0][0])
        complements = _complements(index, end, context)
        complements += _past_verb(index, end, context) + _party_before(index, context)
        complements = nominal_stakes(complements, context)
        for form, word in matches:
            if len(form) != end - index:
                continue
            predication = _fill(index, end, word, complements, starts, context)
            if predication is not None:
                found.append(predication)
    return found


def _complements(index: int, end: int, context: Context) -> list[tuple[str, int]]:
    """The noun's complements in order: (preposition, head of the noun phrase)."""
    found: list[tuple[str, int]] = []
    if index > 0:
        start = context.left_edge(index)
        for position in range(start, index):
            if position in context.possessive:
                found.append(("possessive", position))
    position, limit = end, min(context.sentence_end(context.doc[index]), end + _REACH)
    while position < limit:
        text, token = context.lower[position], context.doc[position]
        if text in {"(", "["}:
            closing = context.closing(position)
            if closing == position:
                break
            position = closing + 1
            continue
        preposition = context.preposition_at(position)
        if preposition is not None:
            phrase, after = preposition
            if phrase == "selon":
                break
            head = context.complement(after)
            if head is None:
                position = after
                continue
            carrier = found[-1] if found else None
            borne = carrier is not None and carrier[1] == position - 1 and context.name_at(position - 1) is None
            if not (phrase == "de" and carrier is not None and borne and carrier[0] in _LOOSE):
                # "un message au décès de X": what follows the head of another complement is that one's.
                found.append((phrase, head))
            mention = context.mention[head]
            position = max(after, mention.end if mention is not None else head + 1)
            continue
        name = context.name_at(position)
        if name is not None:
            position = name.end
            continue
        if token.pos_ in {"ADJ", "NOUN", "NUM", "ADV", "DET", "PROPN", "X", "CCONJ"} or text in QUOTES | {","}:
            if text == "," and not any(goes_on(position + 1, context) for goes_on in (_resumes, _inserted, _led)):
                break
            position += 1
            continue
        if (
            token.pos_ == "VERB"
            and token.morph.get("VerbForm", []) == ["Part"]
            and (token.dep_ in {"acl", "amod", "appos"} or position == end)
            and token.lemma_ not in SECONDHAND_VERBS
        ):
            position += 1
            continue
        break
    return found


def _field_of_post(index: int, context: Context) -> bool:
    """ "le directeur des programmes et des acquisitions": a plural noun that only tells what a post is about."""
    if "Plur" not in context.doc[index].morph.get("Number", []):
        return False
    for position in range(index - 1, max(index - _FIELD, 0), -1):
        if context.lower[position] in FIELD_NOUNS:
            return True
        if context.doc[position].pos_ not in {"NOUN", "ADJ", "ADP", "DET", "CCONJ", "PUNCT"}:
            return False
    return False


def _inserted(position: int, context: Context) -> bool:
    """Whether a date or the like stands between two commas, before the noun's own "de": "la diffusion, lundi, de"."""
    for index in range(position, min(position + _INSERTED, len(context.doc) - 1)):
        if context.lower[index] == ",":
            following = context.preposition_at(index + 1)
            return following is not None and following[0] in {"de", "par"}
        name = context.name_at(index)
        named = name is not None and context.kind(name.entities[0]) == "Person"
        if named or context.doc[index].pos_ in {"VERB", "AUX", "PRON", "PUNCT", "CCONJ"}:
            return False
    return False


def _led(position: int, context: Context) -> bool:
    """Whether a participle with its agent stands after the comma: "le tour de table de Y, mené par X"."""
    if position >= len(context.doc):
        return False
    token, following = context.doc[position], context.lower[position + 1 : position + 3]
    return token.morph.get("VerbForm", []) == ["Part"] and token.dep_ in {"acl", "amod", "appos"} and "par" in following


def _offered(index: int, context: Context) -> list[Filler]:
    """ "X a proposé à Y une fusion": Y, to whom the verb over the noun offers it."""
    verb = context.doc[index].head
    if verb.lemma_ not in OFFERING_VERBS or context.doc[index].dep_ not in {"obj", "obl:arg"}:
        return []
    found = []
    for child in verb.children:
        if child.dep_ == "iobj" or any(c.dep_ == "case" and c.lower_ in {"à", "au", "aux"} for c in child.children):
            found += context.referents(child.i)
    return found


def _past_verb(index: int, end: int, context: Context) -> list[tuple[str, int]]:
    """The noun's complements after the verb that it is the subject of: "un accord a été trouvé entre X et Y"."""
    noun = context.doc[index]
    verb = noun.head
    lasts = verb.lemma_ in LASTING_VERBS
    filed = is_proceeding(noun) and verb.lemma_ in FILING_VERBS  # "une plainte a été déposée contre X"
    if not noun.dep_.startswith("nsubj") or verb.i < end or not (lasts or filed or verb.lemma_ in CONCLUSION_VERBS):
        return []
    parties = _PARTIES | {"contre", "à l'encontre de"} if filed else _PARTIES
    found, position = [], verb.i + 1
    while position < min(verb.i + _REACH, context.sentence_end(noun)):
        preposition = context.preposition_at(position)
        if preposition is None or preposition[0] not in parties or (lasts and preposition[0] != "entre"):
            if context.doc[position].pos_ in {"VERB", "AUX"} or context.lower[position] in {";", ":"}:
                break
            position += 1
            continue
        head = context.complement(preposition[1])
        if head is not None:
            found.append((preposition[0], head))
        position = preposition[1] if head is None else max(head + 1, preposition[1])
    return found


def _party_before(index: int, context: Context) -> list[tuple[str, int]]:
    """The side that stands between the verb and its deal: "a signé vendredi avec X un partenariat"."""
    start = context.left_edge(index)
    party = context.mention[start - 1] if start else None
    if party is None or party.end != start:
        return []
    position = context.left_edge(party.start) - 1
    while position > 0 and context.doc[position].pos_ in {"DET", "ADJ", "NOUN"}:
        position -= 1
    if context.lower[position] != "avec":
        return []
    before = position - 1
    while before > 0 and (context.lower[before] in TIME_WORDS or context.doc[before].pos_ in {"ADV", "NUM"}):
        before -= 1
    return [("avec", party.head)] if context.doc[before].lemma_ in CONCLUSION_VERBS else []


def _resumes(position: int, context: Context) -> bool:
    return position < len(context.doc) and context.preposition_at(position) is not None


def _fill(
    index: int,
    end: int,
    word: Word,
    complements: list[tuple[str, int]],
    starts: dict[int, RolePhrase],
    context: Context,
) -> Predication | None:
    if "appointer" in word.slots and index > 0 and context.lower[index - 1] == "sur":
        # "sur nomination de X": X appoints.
        return None
    result = Predication(word, index, index, end, "nominal")
    taken: set[int] = set()
    thing = _thing(word, complements, context)
    if thing is not None:
        edges = [t.i for t in context.doc[thing].subtree if thing <= t.i < thing + 10]
        result.object = (context.left_edge(thing), max(edges, default=thing) + 1)
    for slot, functions in word.slots.items():
        if slot == POST:
            take_post(result, end, starts, context, functions)
            continue
        if slot in {"object", "amount"}:
            continue
        for function in functions:
            if function == "subject":
                fillers = _support_subject(index, context)
            elif function == "reciprocal":
                fillers = _reciprocal(complements, context)
            elif function == "author":
                verb, fillers = authors(index, context) or (None, [])
                if fillers and verb is not None:
                    # The verb of saying carries the date, the tense and the negation.
                    result.trigger, result.construction = verb.i, "author"
            elif function == "owner":
                fillers = [] if thing is None else owner(thing, context)
            elif function == "offered":
                fillers = _offered(index, context)
            elif function == "reviled":
                fillers = reviled_beside(index, end, context)
            elif function == "complement":
                head = context.complement(end)
                fillers = [] if head is None else context.referents(head)
            elif function == "adjunct":
                fillers = _adjunct(index, context)
            elif function == "apposed":
                name = context.name_at(end)
                fillers = [] if name is None else context.coordinated(context.filler_of(name))
            else:
                fillers = []
                for place, (phrase, head) in enumerate(complements):
                    before = {p for p, _ in complements[:place]} - {"de", "possessive", "en"}
                    if phrase == "de" and (before - {"à"} if slot == "person" else before):
                        # "la plainte déposée par un actionnaire de X": X is what that actionnaire holds.
                        continue
                    if slot == "defendant" and _of_deed(complements[: place + 1], context):
                        break
                    if phrase == function and head not in taken:
                        possessive = context.possessive.get(head)
                        found = [context.filler_of(possessive)] if possessive is not None else context.referents(head)
                        if not found and slot in word.through:
                            found = told_by(head, context)
                        if not found and slot == "organisation" and takes_part(word, context):
                            found, result.of_part = behind_part(head, context)
                        if not found and phrase == "de" and _is_people(head, context):
                            # "l'arrestation de partisans de X": what follows is theirs.
                            break
                        if found and all(context.admits(word, slot, e) for f in found for e in f.entities):
                            fillers = [*fillers, *found]
                            taken.add(head)
                            if phrase != "contre":
                                break
            others = {e for name, fs in result.fills.items() if name != slot for f in fs for e in f.entities}
            fillers = [
                f
                for f in fillers
                if all(context.admits(word, slot, e) for e in f.entities) and not others.issuperset(f.entities)
            ]
            if fillers:
                result.fill(slot, fillers, function)
                if slot not in word.gather or function == "reciprocal":
                    # Who announces an alliance "entre A et B" is none of the two.
                    break
    copy_roles(result, context)
    if not result.fills or not word.require <= set(result.fills) | ({"object"} if result.object else set()):
        return None
    return result


def _of_deed(complements: list[tuple[str, int]], context: Context) -> bool:
    """Whether a trial is named by the deed or its doers ("le procès des attentats contre X"): X is the victim."""
    deeds = (h for p, h in complements if p == "de" and {context.doc[h].lemma_.lower(), context.lower[h]} & DEEDS)
    return any(context.mention[h] is None and context.name_at(h + 1) is None for h in deeds)


def _is_people(head: int, context: Context) -> bool:
    noun = context.doc[head]
    return noun.lemma_.lower() in PERSON_NOUNS or noun.lower_ in PERSON_NOUNS or noun.lemma_.lower() in SUPPORTERS


def _reciprocal(complements: list[tuple[str, int]], context: Context) -> list[Filler]:
    """ "entre X et Y", or "de X et Y"."""
    for wanted in ("entre", "de", "possessive"):
        for phrase, head in complements:
            if phrase == wanted:
                possessive = context.possessive.get(head)
                fillers = [context.filler_of(possessive)] if possessive is not None else context.referents(head)
                if wanted == "entre" and len(fillers) == 1 and len(fillers[0].entities) == 1:
                    fillers = [*fillers, *other_party(fillers[0], context)]
                if len({e for f in fillers for e in f.entities}) > 1:
                    return fillers
    return []


def _support_subject(index: int, context: Context) -> list[Filler]:
    """The subject of the light verb that governs the noun ("X finalise le rachat de Y")."""
    token = context.doc[index]
    if token.pos_ == "ADJ" and token.head.pos_ == "NOUN" and token.head.i > index:
        token = token.head  # "une vive altercation"
    governor = token.head
    if governor.pos_ == "NOUN" and governor.i < index and governor.dep_ in {"obj", "obl:arg", "obl:mod"}:
        governor = governor.head
    refuses = governor.lemma_ in REFUSING_VERBS
    does = refuses or governor.lemma_ in SUPPORT_VERBS or _has_with(governor, token.i, context)
    if governor.pos_ not in {"VERB", "AUX"} or not does or is_passive(governor):
        return []
    start = context.left_edge(index)
    before = context.lower[start - 1] if start else ""
    if token.dep_ in {"nsubj", "nsubj:pass"} or before in _BESIDE or before == "en":
        return []
    doers = [f for i in subject(governor, context)[0] for f in context.referents(i)]
    if not refuses:
        return doers
    if any(t.pos_ == "PRON" for t in token.subtree):
        # "exclut toute entente avec lui": who that is, is too unsure to deny anything of.
        return []
    return [f for f in doers if deals(f, context)]


def _has_with(governor: Token, index: int, context: Context) -> bool:
    """ "X a eu une altercation avec Y": what one has with somebody, one does."""
    with_whom = context.lower[index + 1 : index + 2 * _INSERTED // 3]
    return governor.lemma_ in {"avoir", "entretenir", "connaître"} and "avec" in with_whom


_AS_PART_OF = (["dans", "le", "cadre", "d'"], ["dans", "le", "cadre", "de"])
"""What stands for "en" ("dans le cadre d'un partenariat avec X")."""


def _adjunct(index: int, context: Context) -> list[Filler]:
    """Who does what the noun is an adjunct of.

    "Après dix années chez X, Y a fondé …", "sous la direction de X, Y a grandi": the subject of the clause; "conçu par
    Y en collaboration avec X": its agent.
    """
    start = context.left_edge(index)
    before = context.lower[start - 1] if start else ""
    head = context.doc[index].head
    if before in {"après", "avant", "depuis", "sous"}:
        if head.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"}:
            return []
        return [f for i in subject(head, context)[0] for f in context.referents(i)]
    if context.lower[max(start - 4, 0) : start] in _AS_PART_OF:
        start -= 3
    elif before != "en":
        return []
    beside = context.name_at(start - 3) if start > 2 and context.lower[start - 2] == "," else None
    if beside is not None and beside.end == start - 2:
        # "X, en partenariat avec Y, …"
        return [*context.coordinated_before(context.filler_of(beside)), context.filler_of(beside)]
    for _ in range(3):
        if head.pos_ == "VERB":
            break
        head = head.head
    if head.pos_ != "VERB":
        return []
    agents = [child.i for child in head.children if child.dep_ == "obl:agent"]
    heads = agents if is_passive(head) else subject(head, context)[0]
    return [f for i in heads for f in context.referents(i)]


def _thing(word: Word, complements: list[tuple[str, int]], context: Context) -> int | None:
    """The head of what is launched or published."""
    functions = word.slots.get("object", ())
    heads = (h for phrase, h in complements if phrase in functions)
    return next((h for h in heads if context.name_at(h) is None and is_thing(h, word, context)), None)
