"""Which tokens are verbs that the rules know, whatever the tagger makes of them, and under which lemma.

The tagger takes verbs for nouns ("X contrôle Y"), for adjectives or for part of the name before them, and the
lemmatizer leads forms to other verbs.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.grammar.context import Context
from pipeline.grammar.incises import incise_subject
from pipeline.grammar.lexicon import COPULA_FORMS
from pipeline.parsed import Token
from pipeline.prepositions import SIMPLE

_ALSO_NOUNS = frozenset({"part", "siège"})
"""Forms of verbs that the tagger takes for nouns right behind their subject ("X siège au conseil de Y")."""
_OPENS_OBJECT = frozenset(
    {"le", "la", "les", "l'", "l’", "son", "sa", "ses", "leur", "leurs", "un", "une", '"', "«", "“"}
)
"""What opens the object of a verb that the tagger takes for a noun or for part of the name before it."""
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
_AFTER_LEAVING = frozenset({".", ",", "pour", "avec", "après"})
_ENDINGS = (
    ("pris", "prendre"), ("prise", "prendre"), ("prises", "prendre"), ("ège", "éger"), ("ègent", "éger"),
    ("e", "er"), ("es", "er"), ("ent", "er"), ("ons", "er"), ("ez", "er"), ("ait", "er"), ("aient", "er"), ("a", "er"),
    ("èrent", "er"), ("era", "er"), ("eront", "er"), ("erait", "er"), ("eraient", "er"), ("é", "er"), ("ée", "er"),
    ("és", "er"), ("ées", "er"), ("ant", "er"), ("ète", "eter"), ("ètent", "eter"), ("ètera", "eter"), ("ge", "ger"),
    ("geait", "ger"), ("ce", "cer"), ("çait", "cer"), ("it", "ir"), ("issent", "ir"), ("issait", "ir"), ("i", "ir"),
    ("ie", "ir"), ("is", "ir"), ("ies", "ir"), ("ira", "ir"), ("irait", "ir"), ("iront", "ir"), ("irent", "ir"),
    ("issant", "ir"), ("ient", "enir"), ("iennent", "enir"), ("int", "enir"), ("inrent", "enir"), ("enu", "enir"),
    ("enue", "enir"), ("iendra", "enir"), ("iendrait", "enir"), ("end", "endre"), ("endu", "endre"), ("endue", "endre"),
    ("endent", "endre"), ("endra", "endre"), ("endait", "endre"), ("oie", "oyer"), ("oient", "oyer"), ("onne", "onner"),
)  # fmt: skip
"""Endings that lead a form back to its infinitive where the model's lemmatizer takes a verb for a noun ("porte")."""
_CORRECTED = {
    ("fondre", form): "fonder"
    for form in ("fonde", "fondes", "fonda", "fondèrent", "fondé", "fondée", "fondés", "fondées")
} | {("part", "part"): "partir", ("tweeté", "tweeté"): "tweeter", ("pleuvoir", "plu"): "plaire"}
"""Forms that the model's lemmatizer leads to another verb: lemma and form → the right lemma."""
_ENTERED_BY = frozenset("à au aux dans en chez comme".split())


def is_between(token: Token, context: Context) -> bool:
    """Whether "entre" is the preposition, whatever its tag: none follows that one enters by ("à", "dans", "chez")."""
    if context.lower[token.i] != "entre":
        return False
    after = token.i + 1
    while after < len(context.doc) and context.doc[after].pos_ == "ADV":
        after += 1
    return after == len(context.doc) or context.lower[after] not in _ENTERED_BY


def enters(token: Token, context: Context) -> bool:
    """Whether what looks like "between" is a form of "entrer"."""
    return context.lower[token.i] == "entre" and context.lower[token.i + 1 : token.i + 3] == ["au", "capital"]


@lru_cache(maxsize=100_000)
def known_lemma(lemma: str, form: str, tag: str, as_verb: bool, verbs: frozenset[str]) -> str:
    """The lemma under which rules know a form; ``as_verb``: whatever its tag, it stands where a verb does."""
    lemma = _CORRECTED.get((lemma.lower(), form), lemma.lower())
    if lemma in verbs or (tag not in {"VERB", "AUX", "ADJ", "NOUN", "X"} and not as_verb):
        return lemma
    return _infinitive(form, verbs) or lemma


def _infinitive(form: str, verbs: frozenset[str]) -> str | None:
    """The verb that a form is led back to by its ending, if the rules know one."""
    for ending, infinitive in _ENDINGS:
        if form.endswith(ending) and form[: -len(ending)] + infinitive in verbs:
            return form[: -len(ending)] + infinitive
    return None


def verb_tag(token: Token, context: Context) -> str:
    """A token's tag; that of a verb for a participle that the tagger does not know ("est pressentie")."""
    unknown = token.i > 0 and token.pos_ == "ADV" and context.lower[token.i].endswith(_PARTICIPLES)
    return "VERB" if unknown and context.lower[token.i - 1] in COPULA_FORMS else token.pos_


def titled(after: int, context: Context) -> bool:
    """Whether a form that is participle and noun alike is the noun: "élu d'opposition", "élue PX"."""
    if after >= len(context.doc):
        return False
    name = context.name_at(after)
    return SIMPLE.get(context.lower[after]) == "de" or (
        name is not None and context.kind(name.entities[0]) == "Organisation"
    )


def verbal(token: Token, context: Context) -> bool:
    """A form that the tagger took for a noun or adjective, but that stands as a verb does."""
    name = context.name_at(token.i - 1)
    behind_name = name is not None and name.end == token.i
    if token.lower_ in _ALSO_NOUNS:
        before, after = context.lower[token.i - 1] if token.i else "", context.lower[token.i + 1 : token.i + 2]
        leaves = token.lower_ == "part" and before == "," and after and after[0] in _AFTER_LEAVING
        return before in {"qui", "il", "elle"} or bool(leaves) or behind_name
    if token.lower_.endswith("é") and incise_subject(token) is not None:
        # "…, a tweeté X": a new verb that the tagger does not know.
        return True
    if token.pos_ == "ADJ":
        return token.lower_.endswith(_PARTICIPLES) and token.dep_ in {"ROOT", "acl", "amod", "conj"}
    if behind_name and between(token, context):
        return True
    return (
        token.pos_ in {"NOUN", "PROPN", "X"}
        and token.dep_ in {"ROOT", "acl:relcl"}
        and any(c.dep_.startswith(("nsubj", "obj", "aux", "dep")) for c in token.children)
    )


def between(token: Token, context: Context) -> bool:
    """Whether a form stands between a name and what it does to whom: "X contrôle Y", "X raille le bilan de Y"."""
    name = context.name_at(token.i - 1)
    if name is None or name.end != token.i or not token.text.islower() or token.i + 1 >= len(context.doc):
        return False
    after = context.name_at(token.i + 1)
    if token.pos_ == "ADJ" and after is None:
        return context.lower[token.i + 1] in _OPENS_OBJECT and token.lower_.endswith(("e", "ent"))
    return after is not None or context.lower[token.i + 1] in _OPENS_OBJECT
