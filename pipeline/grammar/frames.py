"""The deep functions of a verb: who is its subject, what its object, which noun phrases hang on which preposition.

Every alternation is undone here, one function each: active and passive, relative clause, participle, infinitive under
control, causative, coordination with a shared subject, heading without an auxiliary. Where the parser gives no
answer, a surface path reads the neighbourhood; what it found is marked, so that its confidence can differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from pipeline.grammar.context import Context
from pipeline.grammar.control import controlled_by_other, controller, is_bare_participle, is_passive
from pipeline.grammar.incises import incise_subject
from pipeline.grammar.lexicon import AGENTLESS_NOUNS, NAMING_VERBS, PRESENT_AS_PARTICIPLE, QUOTES, REFLEXIVES
from pipeline.grammar.participles import inverted_relative, participle_object, relative_object, signatory
from pipeline.grammar.stakes import stakes
from pipeline.prepositions import SIMPLE

SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:caus"})
OBLIQUES = frozenset({"obl", "obl:arg", "obl:mod", "obl:agent", "nmod", "iobj"})
_DEPTH = 8


@dataclass
class Frame:
    """What a verb takes: function → indices of the heads of its noun phrases; and by which construction."""

    construction: str = "active"
    functions: dict[str, list[int]] = field(default_factory=dict)
    surface: set[str] = field(default_factory=set)
    """The functions that the surface path found."""
    reflexive: bool = False
    voice: str = "active"
    """active, passive (with an auxiliary) or participle (without one)."""

    def add(self, function: str, index: int) -> None:
        """Add a filler's head to a function, once."""
        slot = self.functions.setdefault(function, [])
        if index not in slot:
            slot.append(index)


def frame(verb: Token, end: int, context: Context) -> Frame:
    """The deep functions of a verb whose set phrase ends before token ``end``."""
    result = Frame()
    passive = is_passive(verb) and not (
        verb.lower_ in PRESENT_AS_PARTICIPLE and is_bare_participle(verb) and context.name_at(end) is not None
    )
    if not passive and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
        passive = verb.morph.get("VerbForm", []) == ["Part"] and not any(c.dep_ == "aux:tense" for c in verb.children)
    result.reflexive = any(
        child.lower_ in REFLEXIVES and child.i < verb.i and child.dep_ not in {"nsubj", "det"}
        for child in verb.children
    )
    speaker = incise_subject(verb)
    if speaker is not None:
        passive = False
        result.construction = "incise"
        result.add("subject", speaker)
    elif passive:
        _passive(verb, result, context)
        result.voice = "participle" if is_bare_participle(verb) else "passive"
    else:
        _active(verb, result, context)
    _relative(verb, passive, result, context)
    _causative(verb, result)
    _clitics(verb, result)
    _prepositions(verb, end, result, context)
    if not passive and "object" not in result.functions and not result.reflexive:
        _surface_object(verb, end, result, context)
    if not passive:
        _surface_relative(verb, result, context)
    if passive and not _told(result.functions.get("object", []), context):
        for index in participle_object(verb, context):
            result.add("object", index)
            result.surface.add("object")
    stakes(verb, end, passive, result.functions, context)
    for function, antecedents in list(result.functions.items()):
        result.functions[function] = [a for a in antecedents if a != verb.i]
    return result


def _surface_relative(verb: Token, result: Frame, context: Context) -> None:
    """ "Y, que X a fondé", "X, à qui appartient Y", where the parser sees no relative clause."""
    if "object" not in result.functions:
        antecedent = relative_object(verb, context)
        if antecedent is not None:
            result.add("object", antecedent)
            result.surface.add("object")
    inverted = inverted_relative(verb, context)
    if inverted is not None:
        result.functions["à"], result.functions["subject"] = [inverted[0]], [inverted[1]]


def _told(indices: list[int], context: Context) -> bool:
    return any(context.referent(index) is not None for index in indices)


def _active(verb: Token, result: Frame, context: Context) -> None:
    for child in verb.children:
        if child.dep_ == "obj" and child.lower_ not in REFLEXIVES and not _relative_pronoun(child):
            result.add("object", child.i)
        elif child.dep_ in {"xcomp", "dep", "obl:pred"} and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            result.add("attribute", child.i)
    indices, construction = subject(verb, context)
    for index in indices:
        result.add("subject", index)
    result.construction = construction


def _passive(verb: Token, result: Frame, context: Context) -> None:
    bare = is_bare_participle(verb)
    result.construction = "participle" if bare else "passive"
    for index in signatory(verb, context) if bare else []:
        result.add("subject", index)
    for child in verb.children:
        if any(c.dep_ == "case" and c.lower_ == "comme" for c in child.children):
            # "accusé comme X": X bears it too.
            continue
        if child.dep_ == "obl:agent" or (
            child.dep_.startswith(("obl", "nmod"))
            and any(c.dep_ == "case" and c.lower_ == "par" for c in child.children)
        ):
            result.add("subject", child.i)
        elif child.dep_ in {"nsubj:pass", "nsubj"} and not _relative_pronoun(child):
            result.add("object", child.i)
        elif child.dep_ in {"xcomp", "obj", "dep", "appos"} and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            result.add("attribute", child.i)
    if "object" in result.functions:
        return
    if verb.dep_ in {"acl", "amod", "appos", "nmod"} and bare:
        result.add("object", context.antecedent(verb.head.i))
    elif verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "ADJ", "AUX"}:
        inherited = frame_object(verb.head, context)
        for index in inherited:
            result.add("object", index)
    elif verb.dep_ == "advcl" or (bare and verb.dep_ in {"xcomp", "ccomp"}):
        for index in subject(verb.head, context)[0]:
            result.add("object", index)
    elif verb.dep_ in {"xcomp", "ccomp"} or (bare and verb.dep_ == "ROOT"):
        for index in subject(verb, context)[0]:
            result.add("object", index)


def frame_object(verb: Token, context: Context) -> list[int]:
    """The deep object of a passive verb, through coordination."""
    for _ in range(_DEPTH):
        found = [c.i for c in verb.children if c.dep_ in {"nsubj:pass", "nsubj"} and not _relative_pronoun(c)]
        if found:
            return found
        if verb.dep_ == "acl:relcl" or verb.dep_ in {"acl", "amod"}:
            return [verb.head.i]
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return subject(verb, context)[0]


def subject(verb: Token, context: Context) -> tuple[list[int], str]:
    """The deep subject of an active verb and the construction that gives it."""
    speaker = incise_subject(verb)
    if speaker is not None:
        return [speaker], "incise"
    construction = "active"
    current = verb
    for step in range(_DEPTH):
        direct = [child for child in current.children if child.dep_ in SUBJECTS or child.dep_ == "nsubj:pass"]
        direct = [child for child in direct if child.pos_ not in {"VERB", "AUX"}]
        if direct:
            nominal = [child for child in direct if not _relative_pronoun(child)]
            before = [child for child in nominal if child.i < verb.i]
            # A second subject to the right is an object that the parser misread.
            nominal = before or nominal
            if nominal:
                return [child.i for child in nominal], construction
            if current.dep_ == "acl:relcl":
                return [_antecedent(current, context)], "relative"
        if current.dep_ == "acl:relcl" and step == 0 and _has_relative(current, {"qui"}):
            return [_antecedent(current, context)], "relative"
        governor = current.head
        if governor == current:
            break
        if current.dep_ == "conj":
            construction = "shared subject" if step == 0 else construction
            if governor.pos_ in {"NOUN", "PROPN"} and governor.dep_ not in {"ROOT"}:
                return [], construction
        elif current.dep_ in {"xcomp", "ccomp", "obl:arg", "obl:mod", "advcl", "obj", "dep", "obl"}:
            if current.dep_ == "ccomp" and current.morph.get("VerbForm", []) != ["Inf"]:
                break
            construction = "control" if current.dep_ != "advcl" else "adverbial"
            controlled = controller(current, governor)
            if controlled:
                return controlled, construction
            if controlled_by_other(current, governor):
                return _named_next(governor, context), construction
            if is_passive(governor) and governor.pos_ == "VERB":
                return frame_object(governor, context), construction
        elif current.dep_ in {"acl", "nmod", "amod"}:
            return _owner(current, governor, context)
        elif current.dep_ in {"aux", "aux:tense", "cop"}:
            pass
        else:
            break
        if governor.pos_ in {"NOUN", "PROPN"} and current.dep_ in {"advcl", "obl:mod", "obl"}:
            return [governor.i], construction
        current = governor
    return _surface_subject(verb, context), "surface"


def _named_next(verb: Token, context: Context) -> list[int]:
    """The person right after a verb of naming whose object the parser missed ("a nommé X directrice générale")."""
    for index in range(verb.i + 1, min(verb.i + 5, verb.sent.end) if verb.lemma_ in NAMING_VERBS else 0):
        name = context.name_at(index)
        if name is not None and context.kind(name.entities[0]) == "Person":
            return [name.head]
    return []


def _owner(verb: Token, noun: Token, context: Context) -> tuple[list[int], str]:
    """The subject of a participle or infinitive that hangs on a noun ("Altaïs, détenant …", "sa volonté de …")."""
    if verb.morph.get("VerbForm", []) != ["Inf"]:
        return [context.antecedent(noun.i)], "participle"
    possessor = context.possessive.get(noun.i - 1) or next(
        (context.possessive[c.i] for c in noun.children if c.i in context.possessive), None
    )
    if possessor is not None:
        return [possessor.start], "control"
    if noun.lemma_ in AGENTLESS_NOUNS:
        owners = [c.i for c in noun.children if c.dep_ == "nmod" and c.i < verb.i]
        if owners:
            return owners, "control"
    governor = noun if any(child.dep_ == "cop" for child in noun.children) else noun.head
    if governor == noun or governor.pos_ == "VERB":
        # "X est sur le point de racheter Y", "X a l'intention de …": the subject of what governs the noun.
        return subject(governor, context)[0], "control"
    return [], "control"


def _surface_subject(verb: Token, context: Context) -> list[int]:
    """The nearest mention to the left in the same clause that no preposition governs."""
    if verb.morph.get("VerbForm", []) == ["Inf"]:
        return []
    start = verb.sent.start
    for index in range(verb.i - 1, start - 1, -1):
        token = context.doc[index]
        if token.pos_ in {"VERB"} and token.morph.get("VerbForm", []) == ["Fin"]:
            return []
        if context.lower[index] in {";", ":"}:
            return []
        mention = context.mention[index]
        if mention is not None:
            before = context.left_edge(mention.start) - 1
            if before >= start and context.doc[before].pos_ == "ADP":
                continue
            return [mention.head]
    return []


def _surface_object(verb: Token, end: int, result: Frame, context: Context) -> None:
    """A mention that directly follows the verb, past determiners and titles."""
    if end >= len(context.doc):
        return
    index = end
    if context.lower[end : end + 3] in (["de", "son", "côté"], ["de", "leur", "côté"]):
        index = end = end + 3
    while index < min(end + 3, len(context.doc)) and context.doc[index].pos_ in {"ADV"}:
        index += 1
    receiver = context.preposition_at(index) if index < len(context.doc) else None
    if receiver is not None and receiver[0] in {"à", "auprès de"}:
        # "a racheté à X la société Y": the object after whom it was bought from.
        between = context.mention_in_phrase(receiver[1])
        if between is None or between.end >= len(context.doc) or context.doc[between.end].pos_ != "DET":
            return
        index = between.end
    for position in range(index, min(index + 5, len(context.doc))):
        mention = context.mention[position]
        if mention is not None:
            if mention.form != "pronoun" and mention.head not in result.functions.get("subject", []):
                result.add("object", mention.head)
                result.surface.add("object")
            return
        token = context.doc[position]
        if token.pos_ not in {"DET", "ADJ", "NOUN"} and context.lower[position] not in QUOTES:
            return


def _relative(verb: Token, passive: bool, result: Frame, context: Context) -> None:
    """Lead a relative pronoun back to its antecedent, in the function that the pronoun has in its clause."""
    clause = _clause_head(verb)
    if clause is None:
        return
    antecedent = _antecedent(clause, context)
    for child in verb.subtree if verb == clause else verb.children:
        if not _relative_pronoun(child) or child.i > verb.i:
            continue
        if child.head != verb and child.head.head != verb:
            continue
        text = child.lower_
        if text == "qui" and child.dep_ in SUBJECTS | {"nsubj:pass", "nsubj"}:
            result.add("object" if passive else "subject", antecedent)
            result.construction = "relative"
        elif text in {"que", "qu'", "qu’"}:
            result.add("object", antecedent)
            result.construction = "relative"
        elif text == "dont":
            result.add("de", antecedent)
        elif text in {"où"}:
            for function in ("dans", "chez", "à"):
                result.add(function, antecedent)
        else:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
            if case is not None:
                result.add({"d'": "de", "d’": "de"}.get(case, case), antecedent)


def _antecedent(clause: Token, context: Context) -> int:
    """The token that a relative clause is said of: the name right before ", qui", else what the parser hangs it on."""
    pronoun = next((c for c in clause.children if c.lower_ == "qui" and c.i < clause.i), None)
    found = context.antecedent(clause.head.i)
    if pronoun is None or pronoun.i < 2:
        return found
    index = pronoun.i - 2 if context.lower[pronoun.i - 1] == "," else pronoun.i - 1
    name = context.name_at(index)
    if name is None or name.end != index + 1:
        return found
    before = context.left_edge(name.start) - 1
    # "le patron de X, qui …": the name only completes the noun before it.
    governed = before >= 0 and (context.doc[before].pos_ in {"ADP", "NOUN", "ADJ"} or context.lower[before] in SIMPLE)
    titled = before >= 0 and context.lower[before] in {"m.", "mme", "me", "mgr"}
    return name.head if titled or not governed else found


def _clause_head(verb: Token) -> Token | None:
    """The verb of the relative clause that a verb belongs to (itself, or what governs it as an infinitive)."""
    current = verb
    for _ in range(3):
        if current.dep_ == "acl:relcl":
            return current
        if current.dep_ not in {"xcomp", "conj"}:
            return None
        current = current.head
    return None


def _has_relative(verb: Token, texts: set[str]) -> bool:
    return any(child.lower_ in texts for child in verb.children)


def _relative_pronoun(token: Token) -> bool:
    return (
        token.pos_ in {"PRON", "SCONJ"}
        and (
            token.morph.get("PronType", []) == ["Rel"]
            or token.lower_ in {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"}
        )
        and token.dep_ not in {"mark"}
    )


def _causative(verb: Token, result: Frame) -> None:
    """ "X fait racheter Y par Z": Z, named by "par" or "à", is the subject."""
    faire = next((c for c in verb.children if c.dep_ == "aux:caus"), None)
    if faire is None and verb.dep_ == "xcomp" and verb.head.lemma_ == "faire":
        faire = verb.head
    if faire is None:
        return
    agents = [
        c.i
        for c in verb.children
        if c.dep_ in {"obl:agent", "obl:arg", "obl:mod"}
        and any(k.lower_ in {"par"} for k in c.children if k.dep_ == "case")
    ]
    if agents:
        result.functions["subject"] = agents
        result.construction = "causative"


def _clitics(verb: Token, result: Frame) -> None:
    for child in verb.children:
        if child.pos_ != "PRON" or child.i > verb.i + 1:
            continue
        text = child.lower_
        if text in {"lui", "leur"} and child.i < verb.i:
            result.add("à", child.i)
        elif text == "en":
            result.add("de", child.i)
        elif text == "y":
            for function in ("à", "dans", "chez"):
                result.add(function, child.i)
        elif text in {"le", "la", "l'", "l’", "les"} and child.dep_ in {"obj", "iobj", "nsubj:pass"}:
            result.add("object", child.i)


def _prepositions(verb: Token, end: int, result: Frame, context: Context) -> None:
    """Noun phrases on prepositions: those that the parser hangs on the verb, and those that directly follow it."""
    limit = context.sentence_end(verb)
    anchors = {verb.i, *range(verb.i, end)}
    for index in result.functions.get("object", []):
        if index > verb.i:
            anchors.add(index)
    position = end
    adjacent = True
    while position < limit:
        token = context.doc[position]
        if (
            position >= end
            and token.pos_ in {"VERB", "AUX"}
            and token.morph.get("VerbForm", []) == ["Fin"]
            and (token.dep_ not in {"acl:relcl"})
        ):
            break
        if context.lower[position] in {";", ":"}:
            break
        found = context.preposition_at(position)
        if found is None:
            mention = context.mention[position]
            if mention is not None and mention.end > position:
                adjacent = adjacent and mention.head in anchors
                position = mention.end
                continue
            if token.pos_ not in {"ADV", "DET", "NUM", "SYM"} and context.lower[position] not in QUOTES:
                adjacent = adjacent and token.i in anchors
            position += 1
            continue
        phrase, after = found
        head = context.complement(after)
        if head is None:
            position = after
            continue
        # "né à Brest en 1960 de X et Y": no verb takes "de" with a person at such a distance but this one.
        born = verb.lemma_ == "naître" and phrase == "de" and context.name_at(head) is not None
        born = born and context.doc[position - 1].pos_ != "NOUN"
        if phrase == "de" and _complement_of_person(position - 1, result, context):
            # "la propriété du patron de X, Y": X only completes the noun before it.
            position = after
            continue
        if phrase != "de" or adjacent or born or _attached(context.doc[head], anchors):
            resumed = phrase in result.functions and context.lower[position - 1] in {"et", ","}
            clear = phrase != "de" and (
                resumed or (phrase not in result.functions and _no_verb(position, end, context))
            )
            attached = adjacent or _attached(context.doc[head], anchors) or " " in phrase or clear or born
            if attached:
                if phrase not in result.functions and not _attached(context.doc[head], anchors):
                    result.surface.add(phrase)
                if result.voice == "active" or phrase != "par":
                    result.add(phrase, head)
                elif "subject" not in result.functions:
                    # "menacée d'interdiction par X": the parser hangs the agent on the noun.
                    result.add("subject", head)
                    result.surface.add("subject")
        mention = context.mention[head]
        # A noun that is no mention may itself carry the phrase on ("dans le capital de X"): it stays adjacent.
        adjacent = False
        position = max(after, mention.end if mention is not None else head + 1)
    for child in verb.children:
        if child.i < verb.i and child.dep_.startswith("obl") and child.pos_ in {"NOUN", "PROPN", "X"}:
            start = context.left_edge(child.i)
            mention = context.mention[child.i]
            start = min(start, mention.start if mention is not None else start)
            found = context.preposition_at(start - 1) if start > 0 else None
            if found is not None:
                result.add(found[0], child.i)


def _complement_of_person(index: int, result: Frame, context: Context) -> bool:
    """Whether a noun that the verb takes on "de" already stands for somebody by the name that follows it."""
    if index not in result.functions.get("de", []) or context.mention[index] is not None:
        return False
    return context.referent(index) is not None


def _no_verb(position: int, end: int, context: Context) -> bool:
    """Whether only the verb's own object stands between a verb and a preposition."""
    return not any(token.pos_ in {"VERB", "AUX", "SCONJ"} or token.text == "," for token in context.doc[end:position])


def _attached(token: Token, anchors: set[int]) -> bool:
    current = token
    for _ in range(3):
        if current.i in anchors or current.head.i in anchors:
            return True
        if current.dep_ not in {"flat:name", "flat:foreign", "conj", "appos", "nmod", "case", "obl:mod"}:
            return False
        current = current.head
    return False
