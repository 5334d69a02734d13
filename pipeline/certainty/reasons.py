"""A negation that denies the reason and not the act: "il ne l'achète pas pour la fermer", "elle n'est pas partie par
hasard"."""

from __future__ import annotations

from spacy.tokens import Token

_ACTS = frozenset(
    """acheter racheter acquérir reprendre quitter fonder créer lancer investir vendre revendre céder rejoindre signer
    publier fusionner absorber financer""".split()
)
"""Acts of which an aim can be denied. With verbs that choose for an aim ("n'a pas choisi X pour diriger Y") it is the
act that is denied."""
_CHANCE = frozenset({"hasard", "plaisir", "charité", "altruisme", "philanthropie", "bonté", "nostalgie", "caprice"})
_OWN = frozenset({"son", "sa", "ses", "leur", "leurs"})
_CLITICS = frozenset({"le", "la", "l'", "l’", "les", "lui", "y", "en", "leur", "se", "s'", "s’", "mieux", "ensuite"})
_BREAKS = frozenset({",", ";", ":", ".", "«", '"', "(", "que", "qu'", "qui"})
_REACH = 15


def denies_the_reason(verb: Token, lemma: str) -> bool:
    """Whether what follows a verb with "ne … pas" is an aim or a manner that alone is denied."""
    doc = verb.doc
    if lemma not in _ACTS:
        return False
    for index in range(verb.i + 1, min(verb.sent.end, verb.i + _REACH, len(doc) - 1)):
        token, following = doc[index], doc[index + 1]
        if token.text in _BREAKS or (token.pos_ in {"VERB", "AUX"} and token.i > verb.i):
            return False
        if token.lower_ == "par" and following.lower_ in _CHANCE:
            return True
        if token.lower_ == "pour":
            return _aim(following)
    return False


def _aim(word: Token) -> bool:
    """Whether "pour" goes on as an aim: an infinitive, with its clitics, or what belongs to somebody."""
    doc, index = word.doc, word.i
    if word.lower_ in _OWN and index + 1 < len(doc) and doc[index + 1].pos_ in {"NOUN", "ADJ"}:
        return True
    while index < len(doc) - 1 and doc[index].lower_ in _CLITICS:
        index += 1
    aim = doc[index]
    clitic = index > word.i and aim.lower_.endswith(("er", "ir", "re"))  # the tagger takes some for names
    return clitic or "Inf" in aim.morph.get("VerbForm", [])
