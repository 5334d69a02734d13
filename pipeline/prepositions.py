"""The prepositions that a rule's valency may name, simple and complex, and how text spells them.

A rule says "à la tête de"; an article says "à la tête du groupe", "à la tête d'Altaïs". The last word of a phrase
("de", "à") therefore stands for its contracted and elided forms.
"""

from __future__ import annotations

_DE = ("de", "d'", "du", "des", "d’")
_A = ("à", "au", "aux", "a")
SPELLINGS: dict[str, tuple[str, ...]] = {
    "de": _DE,
    "à": _A,
    "en": ("en",),
    "jusque": ("jusqu'", "jusque"),
}
KNOWN: frozenset[str] = frozenset(
    phrase.strip()
    for phrase in """
    de|à|dans|chez|avec|contre|par|pour|sur|sous|vers|envers|entre|en|comme|face à|auprès de|au sein de|parmi|sans|
    devant|au capital de|dans le capital de|du capital de|à la tête de|à la direction de|à la présidence de|
    à la direction générale de|à la barre de|aux commandes de|aux manettes de|aux rênes de|à la place de|
    en remplacement de|en lieu et place de|à l'encontre de|au détriment de|au profit de|
    en faveur de|aux côtés de|au côté de|
    aux dépens de|au nom de|pour le compte de|au poste de|à son poste de|de son poste de|de ses fonctions de|
    aux fonctions de|au titre de|en tant que|en qualité de|autour de|
    au bureau de|à hauteur de|à l'égard de|vis-à-vis de|au comité de|au gouvernement de|
    à bord de|au service de|d'avec|à destination de|en direction de|à partir de|de la part de|de la direction de|
    de la direction générale de|de la présidence de|de la tête de|les rênes de|la direction de|la présidence de|
    la tête de|les commandes de|
    au cabinet de|à la rédaction de|à la rédaction en chef de|des rangs de|les rangs de|dans les rangs de|
    dans le giron de|sous l'impulsion de|sous la houlette de|à l'antenne de|au groupe de|à l'appel de|à l'initiative de|
    à propos de|au sujet de|quant à|au travers de|à travers|via|après|avant|depuis|
    dès|malgré|selon|à la suite de|
    pour diriger|pour présider|pour prendre la tête de|pour prendre la direction de|pour prendre la présidence de
    """.replace("\n", "").split("|")
    if phrase.strip()
)


def words(phrase: str) -> tuple[str, ...]:
    """A preposition as the lower-case tokens that spaCy makes of it ("à l'égard de" → à, l', égard, de)."""
    return tuple(phrase.replace("’", "'").replace("'", "' ").split())


def spelled(word: str, text: str, last: bool) -> bool:
    """Whether ``text`` (lower case) may stand for ``word`` of a preposition; only the last word contracts."""
    if text == word:
        return True
    if last and word in SPELLINGS:
        return text in SPELLINGS[word]
    # "à la tête de" may open as "à sa tête", "au" stays as written.
    return False


_COMPLEX = sorted(
    ((words(phrase), phrase) for phrase in KNOWN if " " in phrase), key=lambda pair: (-len(pair[0]), pair[0])
)
COMPLEX: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    first: tuple(entry for entry in _COMPLEX if entry[0][0] == first) for first in {entry[0][0] for entry in _COMPLEX}
}
"""The complex ones (their words, the phrase) by their first word, the longest first."""
SIMPLE: dict[str, str] = {
    text: phrase for phrase in sorted(KNOWN) if " " not in phrase for text in SPELLINGS.get(phrase, (phrase,))
}
