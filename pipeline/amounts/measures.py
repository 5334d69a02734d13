"""Sums that measure something else than an event: a turnover, a fortune, the figure of another year."""

from __future__ import annotations

import re

_REACH = 60
_MEASURE = re.compile(
    r"\b(?:chiffres? d['’]affaires?|bénéfices?|résultats?|profits?|pertes?|dettes?|endettement|passif|trésorerie"
    r"|recettes|revenus?|ventes annuelles|capitalisations?|fortunes?|patrimoine|budgets?|salaires?|loyers?|dividendes?"
    r"|déficit)"
    r"(?: (?:annuel|net|brut|cumulé|record|mondial|personnel|boursière|total|moyen|mensuel)(?:le|te|e)?s?)*"
    r"(?: (?:de|d['’]environ|estimée?s?|évaluée?s?|supérieure?s?|s['’]élev\w+|atteint|à|près|plus|moins|quelque|est"
    r"|d['’]))*\W*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:,|\d|euros?|dollars?|€|\$) ?\(?(?:contre|au lieu de|après)(?: (?:près|plus|moins) de)? ?$", re.IGNORECASE
)


def belongs_elsewhere(text: str, start: int) -> bool:
    """Whether the sum that starts at a character of a text is a measure, or what another sum is compared with.

    "un chiffre d'affaires de 3 millions", "5 millions d'euros, contre 3 millions l'an dernier".
    """
    before = text[max(0, start - _REACH) : start]
    return _MEASURE.search(before) is not None or _COMPARED.search(before) is not None
