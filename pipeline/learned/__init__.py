"""What no rule tells: ties and happenings that a small network reads, which learned them from annotated press articles."""

from pipeline.learned.proposals import CONSTRUCTION, proposals

__all__ = ["CONSTRUCTION", "proposals"]
