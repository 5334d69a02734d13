"""French names, signs and abbreviations of currencies, with their codes (ISO 4217).

Written out rather than taken from Babel: Babel knows "dollar canadien" but neither the plural by its own in a
sentence, "pétrodollar", "livre" alone, "M€" nor the press's "Md$".
"""

from __future__ import annotations

import re

DOLLARS: dict[str, str] = {
    "américain": "USD",
    "us": "USD",
    "canadien": "CAD",
    "australien": "AUD",
    "néo-zélandais": "NZD",
    "de hong kong": "HKD",
    "hongkongais": "HKD",
    "de singapour": "SGD",
    "singapourien": "SGD",
    "taïwanais": "TWD",
    "jamaïcain": "JMD",
    "namibien": "NAD",
}
NAMES: dict[str, str | None] = {
    "euro": "EUR",
    "dollar": "USD",
    "livre sterling": "GBP",
    "livre": "GBP",
    "livre égyptienne": "EGP",
    "livre libanaise": "LBP",
    "livre syrienne": "SYP",
    "livre turque": "TRY",
    "livre soudanaise": "SDG",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "franc": "FRF",
    "franc français": "FRF",
    "franc suisse": "CHF",
    "franc belge": "BEF",
    "franc luxembourgeois": "LUF",
    "franc cfa": "XOF",
    "fcfa": "XOF",
    "franc pacifique": "XPF",
    "franc congolais": "CDF",
    "franc guinéen": "GNF",
    "franc rwandais": "RWF",
    "franc cfp": "XPF",
    "rouble": "RUB",
    "rouble russe": "RUB",
    "won": "KRW",
    "won sud-coréen": "KRW",
    "roupie": "INR",
    "roupie indienne": "INR",
    "roupie pakistanaise": "PKR",
    "roupie indonésienne": "IDR",
    "rupiah": "IDR",
    "réal": "BRL",
    "réaux": "BRL",
    "reais": "BRL",
    "réal brésilien": "BRL",
    "peso": None,
    "dinar": None,
    "couronne": None,
    "peso mexicain": "MXN",
    "peso argentin": "ARS",
    "peso chilien": "CLP",
    "peso colombien": "COP",
    "peso philippin": "PHP",
    "couronne suédoise": "SEK",
    "couronne norvégienne": "NOK",
    "couronne danoise": "DKK",
    "couronne tchèque": "CZK",
    "couronne islandaise": "ISK",
    "zloty": "PLN",
    "forint": "HUF",
    "leu": "RON",
    "lei": "RON",
    "hryvnia": "UAH",
    "dinar algérien": "DZD",
    "dinar tunisien": "TND",
    "dinar koweïtien": "KWD",
    "dirham": "MAD",
    "dirham marocain": "MAD",
    "dirham émirati": "AED",
    "riyal saoudien": "SAR",
    "riyal": "SAR",
    "rial iranien": "IRR",
    "shekel": "ILS",
    "rand": "ZAR",
    "naira": "NGN",
    "cedi": "GHS",
    "shilling kényan": "KES",
    "baht": "THB",
    "ringgit": "MYR",
    "dong": "VND",
    "taka": "BDT",
    "deutsche mark": "DEM",
    "deutschemark": "DEM",
    "mark": "DEM",
    "lires": "ITL",
    "peseta": "ESP",
    "bitcoin": None,
    "ether": None,
}
"""Singular name to code; None where the name tells no country, or no currency of ISO 4217.

"franc" alone is the French one: in the press of today it tells a price of the past (see :mod:`pipeline.amounts` for
texts that speak of Switzerland or of CFA francs).
"""

SIGNS: dict[str, str] = {
    "€": "EUR",
    "us$": "USD",
    "$us": "USD",
    "$ us": "USD",
    "c$": "CAD",
    "$ca": "CAD",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₩": "KRW",
    "₹": "INR",
    "₪": "ILS",
}
CODES = frozenset(
    """EUR USD GBP JPY CNY CHF CAD AUD NZD HKD SGD TWD KRW INR BRL MXN ARS CLP COP RUB SEK NOK DKK CZK PLN HUF RON
    TRY ILS ZAR SAR AED MAD TND DZD EGP NGN XOF XAF""".split()
)
SHORT_SCALES: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mio": 10**6,
    "mn": 10**6,
    "md": 10**9,
    "mds": 10**9,
    "mrd": 10**9,
    "mrds": 10**9,
    "mld": 10**9,
    "b": 10**9,
    "bn": 10**9,
}
"""Abbreviated scales that stand before a sign or code: "3 M€", "2,5 Mds $", "300 k€"."""
ABOUT = (
    "près de",
    "environ",
    "quelque",
    "quelques",
    "autour de",
    "aux alentours de",
    "de l'ordre de",
    "à peu près",
    "approximativement",
    "pas loin de",
    "avoisinant",
    "proche de",
    "presque",
    "à hauteur d'environ",
    "un peu moins de",
    "un peu plus de",
)
AT_LEAST = (
    "plus de",
    "au moins",
    "au minimum",
    "minimum",
    "supérieur à",
    "supérieure à",
    "supérieurs à",
    "dépassant",
    "au-delà de",
    "à partir de",
    "bien plus de",
    "pas moins de",
    "a minima",
    "excédant",
    "au-dessus de",
)
AT_MOST = (
    "moins de",
    "jusqu'à",
    "au plus",
    "au maximum",
    "maximum",
    "inférieur à",
    "inférieure à",
    "inférieurs à",
    "un maximum de",
    "pas plus de",
    "plafonné à",
    "plafonnée à",
    "n'excédant pas",
    "tout au plus",
    "en dessous de",
    "au-dessous de",
    "dans la limite de",
    "à peine",
    "ne dépassant pas",
)
# Verbs straight before a sum that bound it, and adjectives with two words: "approche les", "n'a pas dépassé".
ABOUT_VERBS = (
    r"(?:avoisin|approch(?!es\b)|frôl)\w*(?: (?:de|des|les|désormais|déjà|même|aussi|par ailleurs))*"
    r"|flirt\w* avec(?: les)?"
)
AT_LEAST_VERBS = (
    r"(?:dépass|excèd|excéd(?!ents?\b))\w*(?: (?:les|largement|allègrement|la barre des?|le seuil des?|le cap des?))*"
    r"|supérieure?s? ou égale?s? à|supérieure?s? ou égaux à"
)
AT_MOST_VERBS = (
    r"(?:n(?:e |')(?:peu\w+|pourr\w+|saur\w+|doi\w+|devr\w+) (?:pas )?(?:dépass|excéd)\w*"
    r"|n(?:e |')(?:\w+ )?(?:dépass|excéd|excèd)\w* pas|n(?:e |')\w+ (?:pas|jamais) (?:dépass|excéd)\w*"
    r"|(?:sans|ne pas|ne jamais) (?:dépass|excéd)\w*|n(?:e |')(?:atteign\w+|atteint) pas)"
    r"(?: (?:les|la barre des?|le seuil des?|le cap des?))*"
    r"|inférieure?s? ou égale?s? à|inférieure?s? ou égaux à"
)
INCOMES = (
    "revenus?|salaires?|loyers?|pensions?|retraites?|chiffre d'affaires|aides?|charges|allocations?|primes?|bénéfices?"
)
"""What a sum "par mois" is of: "3.400 euros de primes par mois"."""
KINDS_OF_MONEY = (
    r"enveloppe|budget|dettes?|aides(?! à)|déficit|bénéfices?|dépenses|investissements?|financements?"
    r"|subventions?|économies|chiffre d'affaires|capital|fonds|dommages|excédent|trésorerie|plus-values?|dividendes?"
)
"""What "100 milliards d'enveloppe" counts: money, though no currency is told; nothing that has pieces ("prêts")."""

COUNTED: dict[str, re.Pattern[str]] = {
    "livre": re.compile(r"(?! (?:vendu|publié|imprimé|écrit|numériqu|de poche|pour|scolair|audio|rar|papier)|\w)"),
    "couronne": re.compile(r"(?! (?:de|d'|mortuair|dentair)|\w)"),
}
"""Names of currencies that are names of things too, and what must follow where they are money."""

MONEY_CUES = re.compile(
    r"\b(?:lev(?:er|é|ée|ait|ant|aient)|levée|invest\w+|inject\w+|débours\w+|vers(?:er|é|e|ait|ent)|pay(?:er|é|e"
    r"|ait|ant)"
    r"|coût\w*|rachet\w+|rachat|acqui\w+|vend(?:u|re|ue|ait)|cédé|céder|valoris\w+|évalu\w+|estimé\w*"
    r"|chiffre d'affaires"
    r"|bénéfices?|pertes?|dettes?|salaire|prix|montant|somme|budget|enveloppe|fonds|amendes?|capital|subventions?"
    r"|transfert"
    r"|dons?|donn(?:er|é)|aides?|prêts?|factur\w+|recettes|revenus?|dépens\w+|financ\w+|indemnis\w+|indemnités?"
    r"|déficit)\b"
    r"[^.;\n]*$"
)
"""Words that make "60 millions" money where no currency is told."""

STAKE_CUES = re.compile(
    r"(?:(?P<stake>(?<!taux de )\bparticipation (?:\w+ ){0,2}(?:de|à)|\bactionnaire (?:\w+ )?à(?: hauteur de)?)"
    r"|\b(?:détien|détenai|détenu|détenir|détenant|possèd|posséd|contrôl|rachet|acqui|acquér|cèd|céd|repren|repris"
    r"|racheté|vend|filiale à|propriétaire)\w*)[^.;%\n]*$"
)
"""Words before a percentage that make it a share of a firm ("détient 34 % de …", "une participation de 12 %")."""
