"""Who is the source of what is told."""

from pipeline.attribution.sources import Attribution, Sources, attribute

__all__ = ["Attribution", "Sources", "attribute"]
