"""French sums → value and currency (ISO 4217)."""

from pipeline.amounts.finding import REACH, AmountMention, find

__all__ = ["REACH", "AmountMention", "find"]
