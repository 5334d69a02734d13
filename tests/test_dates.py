"""Date expressions, their extent and EDTF value: the table tests/data/dates.tsv, and what a table cannot say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import dates

TABLE = Path(__file__).parent / "data" / "dates.tsv"
Row = tuple[str, str, str]


def rows() -> list[Row]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    cut = [line.split("\t") for line in lines]
    return [(reference, marked, values) for reference, marked, values in cut]


def expected(marked: str, values: str) -> tuple[str, list[tuple[str, int, str]]]:
    """The sentence without its brackets, and (words, place, value) of each date in it."""
    spans: list[tuple[str, int]] = []
    text = ""
    for part in re.split(r"(\[[^\]]*\])", marked):
        if part.startswith("["):
            spans.append((part[1:-1], len(text)))
            text += part[1:-1]
        else:
            assert "[" not in part and "]" not in part, f"brackets do not match: {marked}"
            text += part
    told = values.split()
    assert len(told) == len(spans), f"{len(spans)} dates, {len(told)} values: {marked}"
    return text, [(words, start, value) for (words, start), value in zip(spans, told, strict=True)]


def shown(text: str, mention: dates.DateMention) -> tuple[str, int, str]:
    bound = "" if mention.relation == "at" else f"{mention.relation}:"
    return text[mention.start : mention.end], mention.start, bound + mention.edtf


@pytest.mark.parametrize(("reference", "marked", "values"), rows(), ids=lambda value: str(value)[:60])
def test_table(reference: str, marked: str, values: str) -> None:
    text, want = expected(marked, values)
    assert [shown(text, mention) for mention in dates.find(text, reference or None)] == want
