"""A negation that denies the reason and not the act: "il ne l'achète pas pour la fermer", "elle n'est pas partie par
hasard", "il n'a pas été poursuivi pour ses écrits, mais pour ses dettes"."""

from __future__ import annotations

from pipeline.parsed import Token

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
_REASONS = frozenset({"pour", "parce", "par", "sous", "à cause", "en raison", "grâce", "à la demande", "du fait"})
_PRESSURES = (("à", "la", "demande"), ("sous", "la", "pression"), ("sous", "la", "contrainte"), ("de", "gaieté"))
_CONTRAST_REACH = 30


def denies_the_reason(verb: Token, lemma: str) -> bool:
    """Whether what follows a verb with "ne … pas" is an aim or a manner that alone is denied."""
    doc = verb.doc
    if _pressed(verb) or _contrasted(verb):
        return True
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


def _pressed(verb: Token) -> bool:
    """ "n'a pas été mis en examen sous la pression de": straight after the verb, what pressed is denied."""
    start = verb.i + 1
    if verb.doc.span(start, start + 2).text.lower() in {"en examen", "en cause", "en détention", "à pied"}:
        start += 2
    after = tuple(t.lower_ for t in verb.doc[start : start + 3])
    return any(after[: len(words)] == words for words in _PRESSURES)


def _contrasted(verb: Token) -> bool:
    """ "n'est pas parti pour X, mais pour Y": of two reasons for one act the first is denied."""
    first = _reason_at(verb, verb.i + 1)
    if first is None:
        return False
    for index in range(verb.i + 2, min(verb.sent.end, verb.i + _CONTRAST_REACH)):
        if verb.doc[index].lower_ == "mais":
            at = index + 1 + (verb.doc[min(index + 1, len(verb.doc) - 1)].lower_ in {"bien", "plutôt", "surtout"})
            return _reason_at(verb, at) is not None
    return False


def _reason_at(verb: Token, index: int) -> str | None:
    """The word of a reason that begins at a token."""
    forms = [t.lower_ for t in verb.doc[index : index + 3]]
    return next((p for n in (1, 2, 3) if (p := " ".join(forms[:n])) in _REASONS), None)


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
