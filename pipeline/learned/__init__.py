"""What no rule tells: relations and events that a small network reads, learned from annotated press articles."""

from pipeline.learned.proposals import CONSTRUCTION, directory, propose

__all__ = ["CONSTRUCTION", "directory", "propose"]
