"""What is told in one clause and denied in a later one: "La rumeur d'un rachat a circulé. X l'a démentie."."""

from __future__ import annotations

from typing import Final

from pipeline.certainty import cues
from pipeline.certainty.nouns import is_act, is_proceeding
from pipeline.certainty.verbgroup import is_verbal, lemma_of, verb_group
from pipeline.parsed import Token

_DENYING: Final = frozenset("démentir nier réfuter récuser".split())
"""Verbs that deny what their object tells; "rejeter", "contester" quarrel with it, and an act stands."""
_TOLD: Final = frozenset("information nouvelle affirmation hypothèse thèse annonce scénario".split())
"""Nouns beside those of rumours that carry what is told: "l'information d'un rachat"."""
_CHARGING: Final = frozenset(
    "accuser porter déposer viser mettre soupçonner poursuivre condamner inculper reprocher dénoncer attaquer "
    "critiquer assigner saisir écrouer incarcérer licencier révoquer limoger suspendre".split()
)
"""Verbs of charges, lawsuits and sanctions."""
_CLITICS: Final = {"l'": "", "l’": "", "le": "Masc", "la": "Fem", "les": "Plur"}
_RELATIVES: Final = frozenset({"que", "qu'", "qu’"})
_REACH: Final = 45
_CLAUSE: Final = 10


def denied_later(noun: Token) -> Token | None:
    """The verb by which somebody denies, further on, what a noun tells; None where nobody does.

    The verb stands in the noun's sentence or the next, and its object is a pronoun that agrees with the noun, or with
    the rumour, accusation or news that the noun completes; or it heads the relative clause of that.
    """
    topic = noun
    while topic.dep_ in {"nmod", "obl:arg", "obl:mod"} and topic.head.i < topic.i and topic.head.pos_ == "NOUN":
        if not (_carries(topic.head) or is_act(topic.head)):
            return None
        topic = topic.head
    for token in _ahead(topic):
        if not is_verbal(token) or lemma_of(token) not in _DENYING:
            continue
        group = verb_group(token)
        clitic = token.doc[max(group.start - 1, 0)]
        relative = _object_relative(token, group.start, topic)
        if not group.negated and (relative or (clitic.i > topic.i and _stands_for(clitic, token, topic))):
            return token if relative or _carries(topic) or not _told_between(topic, group.start) else None
    return None


def _carries(noun: Token) -> bool:
    return lemma_of(noun) in _TOLD or cues.NOUNS.get(lemma_of(noun)) == "allege"


def _ahead(topic: Token) -> tuple[Token, ...]:
    """The words after a noun to the end of the next sentence, within its paragraph."""
    doc, end, sentences = topic.doc, topic.i + 1, 0
    while end < min(len(doc), topic.i + _REACH) and sentences < 2 and "\n" not in doc[end].text:
        sentences += doc[end].text in {".", "!", "?"}
        end += 1
    return doc[topic.i + 1 : end]


def _object_relative(verb: Token, start: int, topic: Token) -> bool:
    """Whether a clause tells of a noun what somebody denies ("une rumeur de rachat, que X a démentie")."""
    doc = verb.doc
    for index in range(start - 1, max(topic.i, start - _CLAUSE), -1):
        if doc[index].lower_ in _RELATIVES:
            said = doc[index - 1].lower_ == "ce" or is_verbal(doc[index - 1])
            return not said and not _rivals(doc[topic.i + 1 : index])
        if doc[index].text in {",", ";", "."} or is_verbal(doc[index]):
            return False
    return False


def _told_between(topic: Token, start: int) -> bool:
    """Whether another clause with a subject of its own stands nearer to a denial: it may be what is denied."""
    between = topic.doc[topic.i + 1 : start]
    return any(is_verbal(t) and any(c.dep_.startswith("nsubj") and c.i > topic.i for c in t.children) for t in between)


def _rivals(between: tuple[Token, ...]) -> bool:
    """Whether another rumour stands nearer."""
    return any(token.pos_ == "NOUN" and _carries(token) for token in between)


def denied_whole(trigger: Token) -> Token | None:
    """The verb of "…, ce que X dément" after a trigger: the clause right before it is denied; None elsewhere.

    Who denies what they are accused or sued for denies neither the charge nor the lawsuit.
    """
    doc = trigger.doc
    act = is_verbal(trigger) or (is_act(trigger) and not is_proceeding(trigger))
    if not act or trigger.dep_.startswith("acl") or lemma_of(trigger) in _CHARGING:
        return None
    for token in doc[trigger.i + 1 : min(len(doc), trigger.i + _REACH)]:
        if token.text in {".", "!", "?", ";"} or "\n" in token.text:
            return None
        if token.pos_ in {"VERB", "AUX"}:
            return None
        if token.lower_ == "ce" and doc[token.i - 1].text == "," and doc[token.i + 1].lower_ in _RELATIVES:
            verb = next((t for t in doc[token.i + 2 : token.i + _CLAUSE] if is_verbal(t) and t.pos_ != "AUX"), None)
            denies = verb is not None and lemma_of(verb) in _DENYING and not verb_group(verb).negated
            return verb if denies else None
    return None


def _stands_for(clitic: Token, verb: Token, topic: Token) -> bool:
    """Whether the pronoun before a verb agrees with a noun, and no nearer noun of a rumour can be meant."""
    if clitic.lower_ not in _CLITICS:
        return False
    wanted, plural = _CLITICS[clitic.lower_], topic.lower_.endswith(("s", "x"))
    if wanted == "Plur":
        return plural
    gender = topic.morph.get("Gender", [])
    if not wanted and "Part" in verb.morph.get("VerbForm", []) and verb.lower_.endswith("ie"):
        wanted = "Fem"
    agrees = not wanted or not gender or wanted in gender
    return agrees and not plural and not _rivals(topic.doc[topic.i + 1 : clitic.i])
