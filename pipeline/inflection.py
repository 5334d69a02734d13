"""French inflection, as far as rule words need it: the feminine and plural forms of nouns and adjectives.

A rule names a role noun once ("directeur général"); the forms that an article may use are derived here
("directrice générale", "directeurs généraux", …). The endings are those of any school grammar (Grevisse, *Le bon
usage*, chapters on the noun and the adjective); what they miss is listed by hand.
"""

from __future__ import annotations

from functools import cache

_FEMININE: dict[str, tuple[str, ...]] = {
    "chef": ("cheffe", "chef"),
    "médecin": ("médecin",),
    "post": ("post",),
    "maire": ("maire", "mairesse"),
    "homme": ("femme",),
    "patron": ("patronne",),
    "compagnon": ("compagne",),
    "époux": ("épouse",),
    "successeur": ("successeure", "successeuse", "successeur"),
    "prédécesseur": ("prédécesseure", "prédécesseuse", "prédécesseur"),
    "professeur": ("professeure", "professeur"),
    "procureur": ("procureure", "procureuse"),
    "gouverneur": ("gouverneure",),
    "ingénieur": ("ingénieure",),
    "entraîneur": ("entraîneuse", "entraîneure"),
    "défenseur": ("défenseure", "défenseuse"),
    "auteur": ("auteure", "autrice"),
    "chroniqueur": ("chroniqueuse",),
    "chercheur": ("chercheuse",),
    "rapporteur": ("rapporteure", "rapporteuse", "rapporteur"),
    "enquêteur": ("enquêtrice", "enquêteuse"),
    **{
        f"{stem}teur": (f"{stem}teuse",)
        for stem in "chan ache transpor por emprun prê con visi exploi colpor men recru sauve domp fréquen mon".split()
    },
    "repreneur": ("repreneuse",),
    "joueur": ("joueuse",),
    "fossoyeur": ("fossoyeuse",),
    "bailleur": ("bailleuse", "bailleresse"),
    "créancier": ("créancière",),
    "copain": ("copine",),
    "neveu": ("nièce",),
    "bras": ("bras",),
    **dict.fromkeys(("rapport", "post", "tweet"), ()),
    "favori": ("favorite",),
    "premier": ("première",),
    "public": ("publique",),
    "grec": ("grecque",),
    "turc": ("turque",),
    "nouveau": ("nouvelle",),
    "beau": ("belle",),
    "juif": ("juive",),
    "majeur": ("majeure",),
    "supérieur": ("supérieure",),
    "extérieur": ("extérieure",),
    "intérieur": ("intérieure",),
    "mineur": ("mineure",),
}
_PLURAL: dict[str, str] = {"bras": "bras", "fils": "fils", "pdg": "pdg", "ceo": "ceo", "dg": "dg", "œil": "yeux"}
_INVARIABLE = frozenset("de d' du des la le les l' à au aux en et par chez sous sur pour".split())


@cache
def feminine(word: str) -> tuple[str, ...]:
    """Feminine singular forms of a masculine singular noun or adjective; the word itself when it has one form."""
    if "-" in word:
        first, _, rest = word.partition("-")
        if first in {"co", "vice", "ex", "sous", "contre", "micro", "éco"}:
            return tuple(f"{first}-{form}" for form in feminine(rest))
    if word in _FEMININE:
        return _FEMININE[word]
    for prefix in ("co", "vice"):
        if word.startswith(prefix) and word[len(prefix) :] in _FEMININE:
            return tuple(prefix + form for form in _FEMININE[word[len(prefix) :]])
    for ending, replacement in (
        ("teur", "trice"),
        ("eur", "euse"),
        ("ien", "ienne"),
        ("éen", "éenne"),
        ("on", "onne"),
        ("el", "elle"),
        ("er", "ère"),
        ("if", "ive"),
        ("eux", "euse"),
        ("et", "ète" if word.endswith(("secret", "complet", "discret")) else "ette"),
        ("e", "e"),
    ):
        if word.endswith(ending):
            return (word[: -len(ending)] + replacement,)
    if word.endswith(("a", "o", "y")) or not word.isalpha():
        return (word,)
    return (word + "e", word)


@cache
def plural(word: str) -> str:
    """The plural of a noun or adjective."""
    if word in _PLURAL:
        return _PLURAL[word]
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word.endswith(("eau", "eu", "au")):
        return word + "x"
    return word + "s"


@cache
def forms(phrase: str) -> frozenset[tuple[str, ...]]:
    """Every form of a noun phrase, as tuples of lower-case words.

    The words up to the first preposition agree with one another ("directeur général" → "directrices générales");
    what follows it stays ("chef de file" → "cheffes de file"). An apostrophe closes a word: "chef d'orchestre" is
    three words, as spaCy splits it.
    """
    words = phrase.lower().replace("’", "'").replace("'", "' ").split()
    if words[0] in _INVARIABLE:
        # "à la tête" as a role
        return frozenset({tuple(words)})
    cut = next((index for index, word in enumerate(words) if index and word in _INVARIABLE), len(words))
    head, tail = words[:cut], tuple(words[cut:])
    masculine = [tuple(head)]
    feminines = _products([feminine(word) for word in head])
    singular = [*masculine, *feminines]
    return frozenset((*form, *tail) for form in [*singular, *(tuple(plural(w) for w in form) for form in singular)])


def _products(choices: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for options in choices:
        found = [(*form, option) for form in found for option in options]
    return found
