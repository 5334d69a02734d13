"""The deep functions of a verb: who is its subject, what its object, which noun phrases hang on which preposition.

Active, passive, participle and causative are undone here; relative clauses, subjects under control or coordination,
and phrases on prepositions in rooms of their own. Where the parser gives no answer, a surface path reads the
neighbourhood; what it found is marked, so that its confidence can differ.
"""

from __future__ import annotations

from pipeline.attribution.speech import TIME_WORDS
from pipeline.grammar.context import Context
from pipeline.grammar.control import is_bare_participle, is_passive, own_subjects
from pipeline.grammar.frame import Frame
from pipeline.grammar.incises import incise_subject
from pipeline.grammar.lexicon import PRESENT_AS_PARTICIPLE, REFLEXIVES
from pipeline.grammar.obliques import add_clitics, add_obliques, add_surface_object
from pipeline.grammar.participles import participle_object, signatory
from pipeline.grammar.relatives import add_relative, add_surface_relative, is_relative_pronoun
from pipeline.grammar.stakes import stakes
from pipeline.grammar.subjects import frame_object, subject
from pipeline.parsed import Token


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
    add_relative(verb, passive, result, context)
    _causative(verb, result)
    _suffered(verb, result)
    add_clitics(verb, result)
    add_obliques(verb, end, result, context)
    if not passive and "object" not in result.functions and not result.reflexive:
        if end > verb.i + 1:
            # "appelle X à démissionner": within the set phrase.
            add_surface_object(verb, verb.i + 1, result, context)
        if "object" not in result.functions:
            add_surface_object(verb, end, result, context)
        if "object" not in result.functions and verb.pos_ != "VERB" and end < len(context.doc):
            # "X raille l'amateurisme de Y": the parser takes the verb for part of the name, and its object for nothing.
            head = context.complement(end) if context.preposition_at(end) is None else None
            if head is not None:
                result.add("object", head)
                result.surface.add("object")
    if not passive:
        add_surface_relative(verb, result, context)
    if passive and not _told(result.functions.get("object", []), context):
        for index in participle_object(verb, context):
            result.add("object", index)
            result.surface.add("object")
    stakes(verb, end, passive, result.functions, context)
    for function, antecedents in list(result.functions.items()):
        result.functions[function] = [a for a in antecedents if a != verb.i]
    return result


def _told(indices: list[int], context: Context) -> bool:
    return any(context.referent(index) is not None for index in indices)


def _active(verb: Token, result: Frame, context: Context) -> None:
    for child in verb.children:
        if child.dep_ == "obj" and child.lower_ not in REFLEXIVES and not is_relative_pronoun(child):
            result.add("object", child.i)
        elif child.dep_ in {"xcomp", "dep", "obl:pred"} and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            result.add("attribute", child.i)
    if "object" not in result.functions or _is_time(result.functions["object"][0], context):
        delayed = _behind_time(verb)
        if delayed is not None:
            result.functions["object"] = [delayed.i]
    indices, construction = subject(verb, context)
    for index in indices:
        result.add("subject", index)
    result.construction = construction


def _is_time(index: int, context: Context) -> bool:
    return context.lower[index] in TIME_WORDS


def _behind_time(verb: Token) -> Token | None:
    """ "a présenté mercredi ses résultats": the object that the parser hangs on the day before it."""
    for child in verb.children:
        if child.i < verb.i or child.lower_ not in TIME_WORDS:
            continue
        for noun in child.subtree:
            plain = noun.pos_ in {"NOUN", "PROPN"} and noun.lower_ not in TIME_WORDS and noun.dep_ in {"nmod", "appos"}
            marks = {c.dep_ for c in noun.lefts}
            if plain and noun.head.lower_ in TIME_WORDS and "det" in marks and "case" not in marks:
                return noun
    return None


def _passive(verb: Token, result: Frame, context: Context) -> None:
    bare = is_bare_participle(verb)
    result.construction = "participle" if bare else "passive"
    for index in signatory(verb, context) if bare else []:
        result.add("subject", index)
    for child in own_subjects(verb):
        if any(c.dep_ == "case" and c.lower_ == "comme" for c in child.children):
            # "accusé comme X": X bears it too.
            continue
        if child.dep_ == "obl:agent" or (
            child.dep_.startswith(("obl", "nmod"))
            and any(c.dep_ == "case" and c.lower_ == "par" for c in child.children)
        ):
            result.add("subject", child.i)
        elif child.dep_ in {"nsubj:pass", "nsubj"} and not is_relative_pronoun(child):
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
            if not bare or _of_one_gender(verb, context.doc[index]):
                result.add("object", index)
    elif verb.dep_ in {"xcomp", "ccomp"} or (bare and verb.dep_ == "ROOT") or (verb.dep_ == "acl" and not bare):
        for index in subject(verb, context)[0]:
            result.add("object", index)


def _of_one_gender(participle: Token, noun: Token) -> bool:
    """Whether a participle may be of a common noun: "la commission a exclu X, mis en examen" speaks of X."""
    mine, theirs = participle.morph.get("Gender", []), noun.morph.get("Gender", [])
    return noun.pos_ != "NOUN" or not mine or not theirs or mine == theirs


def _suffered(verb: Token, result: Frame) -> None:
    """ "X s'est fait recadrer par Y": whom the reflexive stands for bears it, the agent does it."""
    governor = next((c for c in verb.children if c.lemma_ == "faire" and c.i < verb.i), verb.head)
    if governor.lemma_ != "faire" or governor.i > verb.i or verb.morph.get("VerbForm", []) != ["Inf"]:
        return
    if not any(c.lower_ in REFLEXIVES and c.i < governor.i for word in (verb, governor) for c in word.children):
        return
    bearers = [i for i in result.functions.get("subject", []) if i < governor.i]
    agents = [c.i for c in verb.children if any(k.lower_ == "par" for k in c.lefts if k.dep_ == "case")]
    result.functions |= {"object": bearers, "subject": agents}
    result.reflexive, result.voice = False, "passive"


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
