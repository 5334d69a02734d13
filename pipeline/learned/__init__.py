"""What no rule tells: relations and events that a small network reads, learned from annotated press articles."""

from pipeline.learned.proposals import View, directory, look

__all__ = ["View", "directory", "look"]
