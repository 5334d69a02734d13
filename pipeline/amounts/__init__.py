"""French sums → value and currency (ISO 4217)."""

from pipeline.amounts.finding import REACH, AmountMention, find
from pipeline.amounts.measures import belongs_elsewhere
from pipeline.amounts.nearest import nearest

__all__ = ["REACH", "AmountMention", "belongs_elsewhere", "find", "nearest"]
