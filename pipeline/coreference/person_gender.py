"""The gender of a person by title and first name."""

from __future__ import annotations

import unicodedata
from typing import Final

from pipeline.coreference.descriptions import normal
from pipeline.document import Gender
from pipeline.ner.first_names import FEMALE, MALE

TITLES: Final[dict[str, Gender]] = {
    "m.": "Masc",
    "m": "Masc",
    "mr": "Masc",
    "mr.": "Masc",
    "monsieur": "Masc",
    "sir": "Masc",
    "mme": "Fem",
    "mme.": "Fem",
    "madame": "Fem",
    "mlle": "Fem",
    "mademoiselle": "Fem",
    "lady": "Fem",
}
# For first names that the lists of first names do not have.
FEMININE_ENDINGS: Final = ("a", "ine", "elle", "ette", "ienne", "anne", "ille", "ande", "ise", "ence", "ie", "ane")
MASCULINE_ENDINGS: Final = (
    "o",
    "os",
    "us",
    "is",
    "el",
    "en",
    "an",
    "in",
    "ain",
    "as",
    "ck",
    "rd",
    "ert",
    "ald",
    "ic",
    "er",
    "on",
)


def first_name_gender(name: str) -> tuple[Gender, bool] | None:
    """The gender that a first name suggests, and whether the lists know it; None for one word or a doubtful ending."""
    words = [word for word in normal(name).split() if word not in TITLES]
    if len(words) < 2:
        return None
    first = words[0]
    stem = unaccented(first.split("-")[0])
    if (stem in MALE) != (stem in FEMALE):
        return ("Masc" if stem in MALE else "Fem"), True
    if stem in MALE:
        return None
    if first.endswith(FEMININE_ENDINGS):
        return "Fem", False
    if first.endswith(MASCULINE_ENDINGS):
        return "Masc", False
    return None


def unaccented(word: str) -> str:
    """A word without its accents, as the lists of first names write it."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
