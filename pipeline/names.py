"""The three forms of a name: shown (what a reader sees), compared (what decides equality), key (what blocks).

Nothing here knows two articles or two entities: it is all about strings. :mod:`pipeline.ner.grouping` uses it within
one article, :mod:`pipeline.dedupe.matching` across articles. The idea of three forms is that of opensanctions/rigour.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from pipeline.schema import EntityKind

ShortForm = Literal["surname", "first name", "initial", "initials", "head", "type noun"]
"""How a short name stands for a full one; "surname", "initial" and "type noun" are strong, the others want context."""

HONORIFICS = frozenset({
    "m", "mm", "mr", "mrs", "ms", "mme", "mmes", "mlle", "mlles", "me", "mes", "dr", "drs", "pr", "prof",
    "monsieur", "messieurs", "madame", "mesdames", "mademoiselle", "maitre", "docteur", "professeur", "sir", "dame",
    "lord", "lady", "mgr", "monseigneur", "cardinal", "abbe", "pere", "soeur", "frere", "rabbin", "imam", "cheikh",
    "general", "colonel", "capitaine", "commandant", "lieutenant", "amiral", "marechal", "adjudant", "prince",
    "princesse", "comte", "comtesse", "baron", "baronne", "marquis", "marquise", "duc", "duchesse", "roi", "reine",
    "pape",
})  # fmt: skip
PARTICLES = frozenset({
    "de", "d", "du", "des", "le", "la", "les", "l", "van", "von", "der", "den", "zu", "zum", "di", "da", "das",
    "do", "dos", "del", "della", "dello", "delle", "degli", "ben", "bin", "ibn", "al", "el", "abu", "abou", "ould",
    "ait", "o", "mac", "mc", "st", "saint", "sainte", "ter", "ten", "af", "av", "y", "e",
})  # fmt: skip
DROPPED_PARTICLES = frozenset({
    "de", "d", "du", "des", "van", "von", "der", "den", "zu", "di", "da", "dos", "al", "el",
})  # fmt: skip
"""Particles that a surname alone may lose ("Villepin" for "de Villepin"); "Le Pen" never becomes "Pen"."""
GENERATION = frozenset({"jr", "sr", "junior", "senior", "fils", "ii", "iii", "iv"})

ARTICLES = frozenset({"le", "la", "les", "l", "the"})
GROUP_WORDS = frozenset({"groupe", "group", "gruppe", "gruppo", "grupo"})
LEGAL_FORMS = frozenset({
    "sa", "sas", "sasu", "sarl", "eurl", "sca", "scs", "snc", "selarl", "se", "spa", "srl", "sau", "sl", "sll",
    "inc", "incorporated", "corp", "corporation", "co", "company", "cie", "ltd", "limited", "plc", "gmbh", "mbh",
    "ag", "kg", "kgaa", "ohg", "nv", "bv", "ab", "asa", "oy", "oyj", "aps", "sro", "doo", "kk", "pte", "pty", "bhd",
    "ltda",
})  # fmt: skip
"""Suffixes that say how a company is registered and nothing about which one it is."""
BODY_FORMS = frozenset({"lp", "llp", "llc", "gp", "nonprofit"})
"""Suffixes that tell a legal body of its own beside the one of the bare name ("Altaïs LP" is not "Altaïs")."""

BODY_WORDS = BODY_FORMS | frozenset({
    "trucks", "banque", "bank", "banking", "assurance", "assurances", "insurance", "capital", "ventures", "venture",
    "holding", "holdings", "fondation", "foundation", "mobile", "telecom", "production", "productions", "films",
    "pictures", "music", "records", "studios", "games", "sport", "sports", "racing", "digital", "media", "medias",
    "presse", "press", "publishing", "radio", "tv", "television", "info", "news", "magazine", "energie", "energy",
    "finance", "financial", "services", "immobilier", "logistics", "airlines", "aviation", "defence", "defense",
    "space", "cloud", "health", "sante", "pharma", "labs", "lab", "research", "france", "europe", "belgique",
    "suisse", "italie", "italia", "espagne", "allemagne", "deutschland", "uk", "usa", "us", "america", "americas",
    "amerique", "afrique", "africa", "asie", "asia", "chine", "china", "japon", "japan", "inde", "india", "russie",
    "bresil", "brasil", "canada", "quebec", "maroc", "algerie", "tunisie", "luxembourg", "portugal", "polska",
    "nord", "sud", "est", "ouest", "jeunes", "jeunesse", "feminin", "feminines", "espoirs", "international", "global",
})  # fmt: skip
"""Words that, added to a name, make a body of its own beside it: divisions, trades, places."""

TYPE_NOUNS = frozenset({
    "societe", "entreprise", "compagnie", "firme", "maison", "editions", "edition", "editeur", "agence", "chaine",
    "journal", "quotidien", "hebdomadaire", "hebdo", "mensuel", "magazine", "revue", "site", "cabinet", "banque",
    "laboratoire", "laboratoires", "labo", "startup", "constructeur", "equipementier", "association", "ong",
    "plateforme", "operateur", "studio", "studios", "marque", "enseigne", "transporteur", "distributeur",
})  # fmt: skip
"""Nouns that may stand before a name and leave it the same body ("la banque Morel", "les éditions Roncier")."""
STOP_WORDS = frozenset({
    "le", "la", "les", "l", "de", "du", "des", "d", "et", "en", "a", "au", "aux", "pour", "par", "sur", "un", "une",
    "the", "of", "and", "for", "dans",
})  # fmt: skip

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_HYPHENS = re.compile(r"[‐‑‒–—―−]")
_OUTER = " \t\n\r\"'«»“”„‹›()[]{},;:!?*_…-/|"
_DOT = re.compile(r"(?<=\w)\.(?=\w)|(?<=\w)\.(?=\s|-|$)")
_NOT_WORD = re.compile(r"[^\w]+|_")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=1 << 18)
def shown(name: str) -> str:
    """The form that a reader sees: NFC, one space between words, plain apostrophes and hyphens, no outer quotes."""
    text = unicodedata.normalize("NFC", name).translate(_APOSTROPHES)
    text = _HYPHENS.sub("-", text)
    text = " ".join(text.split()).strip(_OUTER)
    if text.endswith(".") and not re.search(r"\b\w\.$|\b[A-Z][a-z]{1,4}\.$", text):
        text = text[:-1]
    return text


@lru_cache(maxsize=1 << 18)
def folded(name: str) -> str:
    """Lower case without accents: the letters of a name and nothing else, words apart by one space.

    Dots vanish ("x.AI" → "xai", "S.N.C.F." → "sncf"), hyphens and apostrophes part words, "&" is "et", "+" is "plus".
    """
    text = unicodedata.normalize("NFKD", shown(name).translate(_LIGATURES).casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.replace("&", " et ").replace("+", " plus ")
    return " ".join(_NOT_WORD.sub(" ", _DOT.sub("", text)).split())


def strip_honorifics(name: str) -> str:
    """A person's name without what stands before it: "M. Dupont" → "Dupont", "le Dr Anne Roy" → "Anne Roy".

    A name that consists of honorifics only is given back as it is.
    """
    words = shown(name).split()
    rest = words
    while len(rest) > 1 and (folded(rest[0]) in HONORIFICS or (_is_article(rest[0]) and folded(rest[1]) in HONORIFICS)):
        rest = rest[1:]
    return " ".join(rest) if rest and folded(rest[0]) else " ".join(words)


@lru_cache(maxsize=1 << 18)
def compared(name: str, kind: EntityKind) -> str:
    """The form that decides whether two names are written the same; words apart by one space, never empty for a word.

    A person loses honorifics; an organisation loses its leading article, "groupe" and a trailing legal form, as long
    as something remains. Forms that make a body of its own (:data:`BODY_FORMS`) stay.
    """
    if kind == "Person":
        return folded(strip_honorifics(name))
    words = folded(name).split()
    while len(words) > 1:
        if words[0] in ARTICLES or words[0] in GROUP_WORDS:
            words = words[1:]
        elif words[-1] in LEGAL_FORMS or words[-1] in GROUP_WORDS:
            words = words[:-1]
            words = words[:-1] if len(words) > 1 and words[-1] == "et" else words
        else:
            break
    return " ".join(words)


def key(name: str, kind: EntityKind) -> str:
    """The blocking key: the compared form without spaces, so that "Alta Nova", "AltaNova" and "Alta-Nova" meet."""
    return compared(name, kind).replace(" ", "")


@lru_cache(maxsize=1 << 18)
def numbers(name: str) -> tuple[str, ...]:
    """The numbers in a name, in order: "France 2" → ("2",). Two names whose numbers differ are two bodies."""
    return tuple(_NUMBER.findall(folded(name)))


def initials(name: str) -> str:
    """The sigle of a name, of its significant words: "Confédération générale du travail" → "CGT"."""
    return "".join(word[0] for word in folded(name).split() if word not in STOP_WORDS).upper()


def is_initials(sigle: str, name: str) -> bool:
    """Whether a sigle stands for a name: every significant word gives its first letter, small ones may ("LREM", "EDF").

    ``sigle`` has two letters or more and is written in capitals; ``name`` has two significant words or more.
    """
    letters = shown(sigle).replace(".", "").replace(" ", "").replace("-", "")
    words = folded(name).split()
    if len(letters) < 2 or not letters.isalpha() or not letters.isupper() or len(words) < 2:
        return False
    if sum(word not in STOP_WORDS for word in words) < 2:
        return len(words) == len(letters) == 2 and [w[0] for w in words] == list(folded(letters))
    pattern = "".join(re.escape(word[0]) + ("?" if word in STOP_WORDS else "") for word in words)
    return re.fullmatch(pattern, folded(letters)) is not None


@lru_cache(maxsize=1 << 18)
def person_parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A person's first names and surname, folded, hyphens kept together by a space: (("charles",), ("de", "gaulle")).

    The surname begins at the first particle after the first word, else it is the last word; a name of one word is all
    surname. Generation marks ("Jr") are left out.
    """
    words = [folded(word) for word in _person_words(name)]
    words = [word for word in words if word]
    while len(words) > 1 and words[-1] in GENERATION:
        words = words[:-1]
    if len(words) < 2:
        return (), tuple(words)
    cut = next((i for i, word in enumerate(words) if i and word in PARTICLES and i < len(words) - 1), len(words) - 1)
    return tuple(words[:cut]), tuple(words[cut:])


def short_form(short: str, full: str, kind: EntityKind) -> ShortForm | None:
    """How ``short`` can stand for ``full`` within one article, or None. The two are never the same compared form.

    Person: "Rivière" of "Paul Rivière" (surname), "Paul" (first name), "P. Rivière" (initial), its sigle (initials).
    A middle word never stands alone, except before a particle ("Giscard" of "Valéry Giscard d'Estaing").
    Organisation: "EDF" of "Électricité de France" (initials), "Morel" of "banque Morel" (type noun), "Nébula" of
    "Nébula Conseil" (head); never the common word alone ("Société" of "Société générale") nor a name that lacks
    a body's mark ("Altaïs" of "Altaïs LP" and of "Altaïs Belgique") or a number.
    """
    if compared(short, kind) == compared(full, kind):
        return None
    return _short_person(short, full) if kind == "Person" else _short_organisation(short, full)


def is_short_form(short: str, full: str, kind: EntityKind) -> bool:
    """Whether ``short`` can stand for ``full`` within one article (see :func:`short_form`)."""
    return short_form(short, full, kind) is not None


def _short_person(short: str, full: str) -> ShortForm | None:
    small, whole = compared(short, "Person").split(), [folded(word) for word in _person_words(full)]
    whole = [word for word in whole if word not in GENERATION]
    if len(whole) < 2 or not small:
        return None
    if len(small[0]) >= 3 and len(small) == 1 and _letters_of(full, shown(short)):
        return "initials"
    joined = " ".join(small)
    for start in range(1, len(whole)):
        tail = whole[start:]
        if joined == " ".join(tail) and (start == 1 or whole[start - 1] not in PARTICLES - DROPPED_PARTICLES):
            return "surname"
    if len(whole) > 2 and joined in whole[1:-1] and whole[whole.index(joined) + 1] in PARTICLES:
        return "surname"
    first, last = person_parts(full)
    given, family = person_parts(short)
    if given and family and _same_surname(family, last) and given != first and abbreviates(given, first):
        return "initial"
    return "first name" if first and joined in (first[0], " ".join(first)) else None


def abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether first names are the other's initials or first words: ("e",) of ("elon",), ("jean",) of ("jean", "luc").

    Two written-out hyphenated names stay two: ("jean",) is not short for ("jean paul",).
    """
    mine = [letter for name in short for letter in name.split()]
    theirs = [part for name in full for part in name.split()]
    if mine and all(len(part) == 1 for part in mine):
        return len(mine) <= len(theirs) and all(b.startswith(a) for a, b in zip(mine, theirs, strict=False))
    return len(short) < len(full) and full[: len(short)] == short


def _short_organisation(short: str, full: str) -> ShortForm | None:
    small, whole = compared(short, "Organisation").split(), compared(full, "Organisation").split()
    if is_initials(short, full):
        return "initials"
    if not small or len(small) >= len(whole) or numbers(short) != numbers(full):
        return None
    if whole[0] in TYPE_NOUNS and _without_small(whole[1:]) == _without_small(small):
        return "type noun"
    rest = whole[len(small) :]
    if whole[: len(small)] != small or BODY_WORDS & set(rest) or rest[0] in STOP_WORDS or is_common(short):
        return None
    return "head"


COMMON_WORDS = TYPE_NOUNS | frozenset({
    "ministere", "tribunal", "cour", "conseil", "parti", "union", "federation", "confederation", "syndicat",
    "universite", "ecole", "institut", "centre", "comite", "commission", "assemblee", "senat", "republique",
    "mouvement", "front", "rassemblement", "alliance", "ligue", "club", "fondation", "academie", "prefecture",
    "mairie", "ville", "region", "departement", "parquet", "police", "gendarmerie", "armee", "direction",
    "autorite", "haute", "haut", "office", "chambre", "caisse", "credit", "mutuelle", "hopital", "musee", "theatre",
    "opera", "radio", "television", "tele", "france", "europe", "national", "nationale", "general", "generale",
    "international", "internationale", "nouveau", "nouvelle", "grand", "grande", "jeune", "jeunes", "bureau",
    "service", "services", "observatoire", "collectif", "organisation", "reseau", "cercle", "fonds", "royal",
    "royale", "saint", "sainte", "air", "bank", "american", "british", "new", "united", "first",
})  # fmt: skip
"""Words with which many bodies begin: alone they name none."""


def is_common(name: str) -> bool:
    """Whether a name consists only of words that begin many bodies' names ("Société", "Haute Autorité")."""
    return all(word in COMMON_WORDS or word in STOP_WORDS for word in compared(name, "Organisation").split())


def _is_article(word: str) -> bool:
    return folded(word) in ARTICLES


def _person_words(name: str) -> list[str]:
    """The words of a person's name; a hyphen holds together, an apostrophe parts the particle ("d'Estaing")."""
    return re.sub(r"(?<=\b[dDlL])'", " ", strip_honorifics(name)).split()


def _same_surname(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return _bare(one) == _bare(other)


def _bare(surname: tuple[str, ...]) -> tuple[str, ...]:
    while len(surname) > 1 and surname[0] in DROPPED_PARTICLES:
        surname = surname[1:]
    return surname


def _letters_of(full: str, sigle: str) -> bool:
    words = folded(full).split()
    if not sigle.isupper() or len(words) < 3:
        return False
    return folded(sigle) in (
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in PARTICLES),
    )


def _without_small(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in STOP_WORDS:
        words = words[1:]
    return words
