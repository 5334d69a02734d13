"""How often claims of a construction were right: a number for every claim.

Prior values by part of speech and by how the arguments are named, until figures measured on annotated articles are
kept as data (see CHANGELOG, "Confidence"). They order claims; they are not yet frequencies.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.ontology import Part
from pipeline.schema import MentionForm

_PART: dict[Part, float] = {"role": 0.8, "verb": 0.7, "noun": 0.6}
_FORM: dict[MentionForm, float] = {"name": 1.0, "possessive": 0.9, "pronoun": 0.85, "description": 0.85}
_SURFACE = 0.8


def of_claim(type_: str, part: Part, construction: str, forms: Sequence[MentionForm]) -> float:
    """The confidence of a claim, between 0 and 1, from the word's part, the construction and the mentions' forms."""
    value = _PART[part] * (_SURFACE if "surface" in construction else 1.0)
    for form in forms:
        value *= _FORM[form]
    return round(value, 3)
