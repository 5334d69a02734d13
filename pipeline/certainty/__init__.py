"""Polarity, modality and status of a predication (ACE terms)."""

from pipeline.certainty.assessment import Context, assess, is_presupposed, last_word
from pipeline.certainty.effects import Certainty

__all__ = ["Certainty", "Context", "assess", "is_presupposed", "last_word"]
