"""Article → Document: the parse, and in it the named persons and organisations, typed over the whole article."""

from pipeline.ner.caucuses import with_caucuses
from pipeline.ner.committees import with_committees
from pipeline.ner.documents import (
    BATCH_SIZE,
    LONGEST,
    STOCK_MODEL,
    annotate,
    load_model,
    parse,
    read_docs,
    reading_text,
)

__all__ = [
    "BATCH_SIZE",
    "LONGEST",
    "STOCK_MODEL",
    "annotate",
    "load_model",
    "parse",
    "read_docs",
    "reading_text",
    "with_caucuses",
    "with_committees",
]
