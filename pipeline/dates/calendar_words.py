"""French words of the calendar, as data and as regex sources (lower case, plain spaces and apostrophes)."""

from __future__ import annotations

from pipeline import numbers

MONTHS: dict[str, int] = {
    "janvier": 1,
    "février": 2,
    "fevrier": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "aout": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
    "decembre": 12,
}
MONTH_ABBREVIATIONS: dict[str, int] = {
    "janv.": 1,
    "févr.": 2,
    "fév.": 2,
    "avr.": 4,
    "juil.": 7,
    "sept.": 9,
    "oct.": 10,
    "nov.": 11,
    "déc.": 12,
}
WEEKDAYS: dict[str, int] = {
    "lundi": 0,
    "mardi": 1,
    "mercredi": 2,
    "jeudi": 3,
    "vendredi": 4,
    "samedi": 5,
    "dimanche": 6,
}
SEASONS: dict[str, int] = {"printemps": 21, "été": 22, "automne": 23, "hiver": 24}
UNITS: dict[str, str] = {
    "jour": "day",
    "jours": "day",
    "semaine": "week",
    "semaines": "week",
    "mois": "month",
    "trimestre": "quarter",
    "trimestres": "quarter",
    "an": "year",
    "ans": "year",
    "année": "year",
    "années": "year",
    "décennie": "decade",
    "décennies": "decade",
    "siècle": "century",
    "siècles": "century",
}
UNIT_SIZES: dict[str, int] = {"quarter": 3, "decade": 10, "century": 100}
"""Units that are counted in another: quarters in months, decades and centuries in years."""

DECADE_WORDS: dict[str, int] = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "soixante-dix": 70,
    "quatre-vingt": 80,
    "quatre-vingts": 80,
    "quatre-vingt-dix": 90,
}
FEASTS: dict[str, tuple[int, int]] = {
    "noël": (12, 25),
    "jour de l'an": (1, 1),
    "nouvel an": (1, 1),
    "saint-valentin": (2, 14),
    "toussaint": (11, 1),
    "saint-sylvestre": (12, 31),
    "veille de noël": (12, 24),
    "lendemain de noël": (12, 26),
    "assomption": (8, 15),
    "fête nationale": (7, 14),
}
MOVABLE_FEASTS: dict[str, int] = {
    "pâques": 0,
    "lundi de pâques": 1,
    "vendredi saint": -2,
    "ascension": 39,
    "jeudi de l'ascension": 39,
    "pentecôte": 49,
    "lundi de pentecôte": 50,
    "mardi gras": -47,
    "mercredi des cendres": -46,
}
"""Feasts and how many days they lie after Easter Sunday."""

DAYS: dict[str, int] = {
    "avant-hier": -2,
    "hier": -1,
    "aujourd'hui": 0,
    "ce jour": 0,
    "ce matin": 0,
    "ce midi": 0,
    "cet après-midi": 0,
    "cette après-midi": 0,
    "ce soir": 0,
    "cette nuit": 0,
    "demain": 1,
    "après-demain": 2,
}
NEXT_DAYS: dict[str, int] = {
    "l'avant-veille": -2,
    "la veille": -1,
    "le jour même": 0,
    "le même jour": 0,
    "ce même jour": 0,
    "ce jour-là": 0,
    "ce matin-là": 0,
    "ce soir-là": 0,
    "cette nuit-là": 0,
    "le soir même": 0,
    "le lendemain": 1,
    "dès le lendemain": 1,
    "le jour suivant": 1,
    "le jour d'après": 1,
    "le surlendemain": 2,
}
"""Days told from the last date, and how many days they lie after it."""

YEAR_NOUNS = frozenset(
    """élection élections présidentielle présidentielles législative législatives municipale municipales régionale
    régionales départementales européennes sénatoriales cantonales primaire primaires mondial euro coupe jeux jo
    olympiade olympiades championnat championnats ligue tournoi festival salon biennale édition saison saisons
    millésime cuvée promotion rentrée exercice budget bilan rapport collection campagne cru palmarès classement
    baromètre cérémonie gala sommet congrès forum expo exposition vacances grammy oscars césar césars victoires
    accords année an""".split()
)
"""Nouns that a bare year may follow ("la présidentielle 2017", "l'édition 2019")."""

MEASURES = frozenset("m km cm mm kg ch cv cc kw kwh mw gw t hab tr ans h min mille million milliard".split())
"""Units that make the number before them a measure."""

YEAR_FOLLOWERS = frozenset(
    """à a au aux et ou où en le la les l un une des du de d dans sur sous par pour avec sans contre chez vers lors
    qui que qu dont est sont était étaient fut furent sera seront ont avait avaient aura il elle ils elles on nous
    vous je ne n se s y ce c cette cet ces mais car comme alors puis ainsi avant après depuis jusqu devant pendant
    durant entre grâce afin quand lorsque si sa son ses leur leurs soit selon suite face tandis aussi déjà encore
    plus moins notamment près seulement pas jamais auprès hors chaque cash comptant donc quant vu parce tant toutefois
    cependant pourtant via voire tout toute tous toutes dès parmi outre malgré selon peu""".split()
)
"""Words that may follow a year (or a sum) and are no counted noun."""

_ALL_MONTHS = sorted([*MONTHS, *MONTH_ABBREVIATIONS], key=len, reverse=True)
MONTH = "(?:" + "|".join(name.replace(".", r"\.") for name in _ALL_MONTHS) + r")(?![\w])"
WEEKDAY = "(?:" + "|".join(WEEKDAYS) + r")(?![\w])"
DAY = r"(?:1 ?er|premier|(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,]\d| ?%| ?€| ?\$))"
DAYPART = r"(?: (?:matin|midi|après-midi|soir|en soirée|dans la (?:soirée|matinée|nuit|journée)))"
YEAR = r"(?:(?<![\d.,])(?:1\d|20)\d\d(?!\d|[.,]\d| \d{3}(?!\d)| ?%| ?€| ?\$| ?(?:euros?|dollars?|km|m|kg)\b))"
COUNT = rf"(?:\d+|{numbers.WORDS})"
SEASON = "(?:" + "|".join(SEASONS) + r")(?![\w])"
UNIT = "(?:" + "|".join(sorted(UNITS, key=len, reverse=True)) + r")(?![\w-])"
LAST = r"(?:derni(?:er|ère)s?|passée?s?)(?!\w)"
NEXT = r"(?:prochaine?s?|à venir)(?!\w)"
PART = (
    r"(?:(?:(?:la |toute )?(?:fin|mi)|(?:le |tout )?(?:début|milieu)|(?:dans )?(?:le )?courant|"
    r"(?:la )?(?:première|deuxième|seconde) (?:moitié|quinzaine))(?: (?:du mois )?(?:de l'|de la |des |de |du |d')"
    r"|-| ))"
)
"""A part of a month, year or decade that EDTF keeps at the precision of the whole: "fin", "début", "mi-"."""


def month_number(word: str) -> int:
    """The number (1 to 12) of a month's name or abbreviation in lower case."""
    return MONTHS.get(word) or MONTH_ABBREVIATIONS[word]
