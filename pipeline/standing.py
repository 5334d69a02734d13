"""How a claim stands: polarity, modality and status, from the word that tells it and from the clause around that."""

from __future__ import annotations

from dataclasses import replace

from pipeline.certainty import Certainty
from pipeline.certainty.cues import VERBS
from pipeline.certainty.nouns import is_act
from pipeline.certainty.verbgroup import lemma_of
from pipeline.grammar import Context, Predication
from pipeline.ontology import Rule, Word
from pipeline.parsed import Token
from pipeline.schema import Modality, Polarity, Status
from pipeline.timing import When


def standing(word: Word, rule: Rule, trigger: Token, judged: Certainty) -> tuple[Polarity, Modality, Status | None]:
    """Polarity, modality and status of what a word of the rules tells, judged by its clause.

    A tie whose end is denied, planned or to come goes on ("n'a pas démissionné de la présidence de X"); what never
    was has not ended ("n'a jamais dirigé X").
    """
    polarity: Polarity = judged.polarity
    if word.polarity == "negative":
        polarity = "negative" if polarity == "positive" else "positive"
    modality: Modality = "other" if "other" in (judged.modality, word.modality) else "asserted"
    if word.modality == "asserted":
        polarity, modality = "positive", "asserted"
    relation = rule.kind == "relation"
    status: Status | None = (word.status or judged.status or "current") if relation else judged.status
    if relation and word.part == "verb" and word.event is None and (polarity, modality) == ("negative", "asserted"):
        said = {trigger.doc.text[start:end].lower() for start, end in judged.cues}
        if "plus" in said and not said & {"pas", "jamais"}:
            return "positive", "asserted", "former"  # "ne fait plus partie de X"
    goes_on = polarity == "negative" or modality == "other" or judged.status == "future"
    if relation and word.part == "verb" and word.status == "former" and goes_on:
        return "positive", "asserted", "current"
    if polarity == "negative" and (modality == "other" or (relation and status == "former")):
        status = None
    return polarity, modality, status


def bounded(when: When, trigger: Token, judged: Certainty) -> When:
    """The dates of a claim, where "depuis" does not tell since when it is.

    "n'appartient plus à X depuis 2018" ends then; "X, filiale de Y depuis 2012, va être vendu" dates the apposition.
    """
    if when.cue is None or when.start is None or when.at is not None or when.end is not None:
        return when
    since = trigger.doc.text[max(0, when.cue[0] - len("depuis ")) : when.cue[1]].lower()
    if "depuis" not in since:
        return when
    if judged.status == "future":
        return When()
    words = [trigger.doc.text[start:end].lower() for start, end in judged.cues]
    if judged.status == "former" and "plus" in words:
        return replace(when, start=None, end=when.start)
    return when


def is_own_act(found: Predication, context: Context) -> bool:
    """Whether a word that only the network takes for telling something can tell it itself.

    A verb that refuses or denies an act tells of that act and of no other ("exclut d'entrer au capital de X" is no
    departure, "écarte toute fusion avec X" no partnership); nor does one of a plan whose infinitive tells it.
    """
    verb = context.doc[found.trigger]
    if verb.pos_ != "VERB":
        return True
    effect = VERBS.get(lemma_of(verb))
    infinitive = any(c.dep_ in {"xcomp", "ccomp"} and "Inf" in c.morph.get("VerbForm", []) for c in verb.rights)
    act = any(c.dep_ == "obj" and is_act(c) for c in verb.rights)
    return not (effect in {"fail", "deny"} and (infinitive or act)) and not (effect == "plan" and infinitive)


def narrowed(found: Predication, context: Context) -> Predication:
    """Whoever a word between commas describes is alone in what it tells: "X remplace Y, démissionnaire, à …": Y."""
    place = found.trigger
    people = found.fills.get("person", [])
    if len(people) < 2 or place < 2 or context.lower[place - 1] != ",":
        return found
    name = context.name_at(place - 2)
    own = [] if name is None else [f for f in people if set(f.entities) & set(name.entities)]
    return replace(found, fills={**found.fills, "person": own}) if own else found
