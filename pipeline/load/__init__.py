"""Files, texts and tables → :class:`pipeline.schema.Article`: the only rooms that read the input."""

from pipeline.load.articles import from_texts, load

__all__ = ["from_texts", "load"]
