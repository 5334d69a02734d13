"""Voice and control: which verb forms are passive, and whose act an infinitive under another verb is."""

from __future__ import annotations

from pipeline.grammar.lexicon import DATIVE_CONTROL, ETRE_VERBS, NAMING_VERBS, OBJECT_CONTROL, REFLEXIVES
from pipeline.parsed import Token


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: with its auxiliary, or a past participle that stands without one."""
    agent = verb.lemma_ != "passer" and any(child.dep_ == "obl:agent" for child in verb.children)
    if verb.lemma_ in ETRE_VERBS and not agent:
        return False
    if any(child.dep_.startswith("aux") and child.lemma_ == "avoir" and child.i < verb.i for child in verb.children):
        # With "avoir" alone it is active, whatever the parser calls its subject; "a été racheté" has both.
        return any(child.dep_ == "aux:pass" and child.lemma_ != "avoir" for child in verb.children)
    if any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children):
        return not any(child.lower_ in REFLEXIVES and child.i < verb.i for child in verb.children)
    return is_bare_participle(verb)


def is_bare_participle(verb: Token) -> bool:
    """A past participle without an auxiliary ("fondée en 2015", "X révoqué de son poste")."""
    if verb.morph.get("VerbForm", []) != ["Part"] or verb.morph.get("Tense", []) == ["Pres"]:
        return False
    text = verb.lower_
    if text.endswith("ant") or (verb.lemma_.endswith("er") and not text.endswith(("é", "ée", "és", "ées"))):
        # The tagger now and then takes a present for a participle ("épingle").
        return False
    return not any(child.dep_.startswith(("aux", "cop")) for child in verb.children) and not (
        verb.dep_ == "conj" and verb.head.pos_ == "VERB" and any(c.dep_.startswith("aux") for c in verb.head.children)
    )


def is_infinitive(verb: Token) -> bool:
    """Whether a verb form is an infinitive, simple or compound: "racheter", "avoir racheté", "avoir été nommé"."""
    if verb.morph.get("VerbForm", []) == ["Inf"]:
        return True
    first = min((c for c in verb.lefts if c.dep_.startswith("aux") and c.dep_ != "aux:caus"), default=None)
    return first is not None and first.morph.get("VerbForm", []) == ["Inf"]


def controller(infinitive: Token, governor: Token) -> list[int]:
    """The subject of an infinitive where the verb above it says who that is; empty where it does not."""
    lemma = governor.lemma_
    if lemma in OBJECT_CONTROL or (lemma in NAMING_VERBS and _led_by(infinitive, {"pour"})):
        passive = is_passive(governor)
        wanted = {"nsubj:pass", "nsubj"} if passive else {"obj", "iobj"}
        return [_named(child).i for child in governor.children if child.dep_ in wanted and child != infinitive]
    if lemma in DATIVE_CONTROL and lemma != "proposer":
        return [
            child.i
            for child in governor.children
            if child.dep_ in {"obl:arg", "iobj", "obl:mod"}
            and child.i < infinitive.i
            and (child.dep_ == "iobj" or any(c.dep_ == "case" and c.lemma_ == "à" for c in child.children))
        ]
    return []


def impersonal_controller(governor: Token) -> list[int]:
    """ "il n'est pas question pour X de vendre Y", "il est prévu pour X de": X."""
    impersonal = any(c.lower_ in {"il", "-il", "ce", "c'", "c’"} and c.i < governor.i for c in governor.children)
    copular = any(c.dep_.startswith(("cop", "aux")) for c in governor.children)
    if not impersonal or not copular:
        return []
    return [
        c.i for c in governor.rights if c.dep_.startswith(("obl", "nmod")) and any(k.lower_ == "pour" for k in c.lefts)
    ]


def _named(noun: Token) -> Token:
    """ "évoque le nom de X", "le nom de X est cité": X."""
    return next((c for c in noun.children if c.dep_ == "nmod"), noun) if noun.lower_ in {"nom", "noms"} else noun


def controlled_by_other(infinitive: Token, governor: Token) -> bool:
    """Whether the infinitive's subject is not the governor's, though the clause does not say whose it is.

    "a demandé de démissionner" is not said of who asks, "pour la remplacer, il a désigné …" not of who names.
    """
    if governor.lemma_ in NAMING_VERBS:
        return _led_by(infinitive, {"pour"})
    return governor.lemma_ in DATIVE_CONTROL - {"proposer"} and _led_by(infinitive, {"de", "d'"})


def _led_by(infinitive: Token, words: set[str]) -> bool:
    return any(child.lower_ in words and child.i < infinitive.i for child in infinitive.children)


def own_subjects(verb: Token) -> list[Token]:
    """The children of a verb, and those of its auxiliaries: "X a, à la surprise générale, été nommé" hangs X on "a"."""
    return [*verb.children, *(c for aux in verb.children if aux.dep_.startswith("aux") for c in aux.children)]
