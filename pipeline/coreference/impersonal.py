"""Whether "il" stands for nobody: "il y a", "il faut", "il est absurde de", "est-il écrit"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from pipeline.coreference.anaphor_words import IMPERSONAL, IMPERSONAL_ADJECTIVES
from pipeline.coreference.descriptions import normal
from pipeline.coreference.discourse import SAYING
from pipeline.parsed import Doc, Token

# After "y": "il y a", "il n'y aura", "il y aurait eu".
THERE_IS: Final = frozenset("a avait aura aurait ait eut avoir".split())
_MUST: Final = frozenset("faut faudra faudrait fallait fallut fallu".split())
# Adjectives with a "que" or "de" clause that are said of a person ("il est sûr que", "il est capable de").
_OF_PERSONS: Final = frozenset(
    """
    sûr certain convaincu persuadé heureux content ravi fier conscient triste déçu capable incapable libre prêt
    soucieux désireux coupable responsable obligé contraint censé las digne indigne susceptible satisfait curieux
    accusé soupçonné suspecté tenu empêché menacé chargé passible inquiet impatient proche seul malade mort étonné
    surpris honoré tenté forcé dispensé désolé furieux
    """.split()
)


def is_impersonal(doc: Doc, index: int, verb: Token | None, inverted: bool) -> bool:
    """Whether the "il" at ``index`` stands for nobody; ``verb`` is its verb, or the predicate after its copula."""
    window = [normal(token.text) for token in doc[index + 1 : index + 5]]
    if _there_is(doc, index) or window[:3] in (["n'", "en", "est"], ["en", "est", "de"]):
        return True
    if inverted and (_must_before(doc, index) or _is_written(doc, index)):
        return True
    if (
        inverted
        and index >= 2
        and normal(doc[index - 1].text) in ("a", "-t")
        and "y" in (normal(doc[index - 2].text), normal(doc[index - 3].text))
    ):
        return True
    if verb is None:
        return False
    if verb.lower_ in _MUST or any(word in _MUST for word in window[:3]):
        return True
    if verb.lemma_ in ("appartenir", "incomber", "revenir"):
        rest = doc[verb.i + 1 : verb.i + 9]
        if any(t.lower_ in ("de", "d'", "d’") and "Inf" in u.morph.get("VerbForm", []) for t, u in pairwise(rest)):
            return True
    if verb.pos_ == "ADJ" and verb.lower_ not in _OF_PERSONS and _takes_clause(doc, verb):
        return True
    if verb.lemma_ in IMPERSONAL and not (
        verb.lemma_ in ("rester", "revenir", "arriver", "sembler", "paraître", "agir")
        and not _clause_follows(doc, verb)
    ):
        return True
    if verb.lemma_ in SAYING and doc[verb.i - 1].lemma_ == "être" and _clause_follows(doc, verb):
        return True
    return verb.lower_ in IMPERSONAL_ADJECTIVES and (_clause_follows(doc, verb) or verb.lower_ in ("temps", "question"))


def _there_is(doc: Doc, index: int) -> bool:
    """ "Il y a", "il n'y aurait", "qu'il n'y en ait", but not "il y a travaillé"."""
    words = [token for token in doc[index + 1 : index + 7] if normal(token.text) not in ("n'", "ne", "en")]
    if len(words) < 2 or normal(words[0].text) not in ("y", "n'y"):
        return False
    if words[1].lower_ not in THERE_IS:
        return False
    after = words[2] if len(words) > 2 else None
    return (
        after is None or after.pos_ != "VERB" or "Part" not in after.morph.get("VerbForm", []) or after.lower_ == "eu"
    )


def _takes_clause(doc: Doc, adjective: Token) -> bool:
    """Whether "que" or "de" and an infinitive follow: "il est étonnant que", "il serait « absurde » de vendre"."""
    after = [token for token in doc[adjective.i + 1 : adjective.i + 5] if not token.is_punct]
    if not after:
        return False
    if normal(after[0].text) in ("que", "qu'"):
        return True
    infinitive = any("Inf" in token.morph.get("VerbForm", []) for token in after[1:3])
    return normal(after[0].text) in ("de", "d'") and infinitive


def _must_before(doc: Doc, index: int) -> bool:
    """ "Faut-il", "encore faudrait-il"."""
    return any(token.lower_ in _MUST for token in doc[max(index - 2, 0) : index])


def _is_written(doc: Doc, index: int) -> bool:
    """ "Est-il écrit", "est-il précisé dans le communiqué": nobody is the subject."""
    after = doc[index + 1 : index + 4]
    said = next((token for token in after if token.pos_ not in ("ADV", "ADP", "NOUN")), None)
    return (
        doc[index - 1].lower_ == "est"
        and said is not None
        and (said.lemma_ in SAYING or said.lower_ in IMPERSONAL_ADJECTIVES)
    )


def _clause_follows(doc: Doc, verb: Token) -> bool:
    following = [normal(token.text) for token in doc[verb.i + 1 : verb.i + 4]]
    reflexive = verb.i > 0 and normal(doc[verb.i - 1].text) in ("s'", "se")
    if verb.lemma_ == "agir":
        return reflexive
    return any(word in ("que", "qu'", "de", "d'", "à") for word in following[:2])
