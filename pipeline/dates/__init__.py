"""French date expressions → EDTF (ISO 8601-2)."""

from pipeline.dates.finding import DateMention, HeadingDate, Tense, find, heading_dates, plain, resolve, resolve_future

__all__ = ["DateMention", "HeadingDate", "Tense", "find", "heading_dates", "plain", "resolve", "resolve_future"]
