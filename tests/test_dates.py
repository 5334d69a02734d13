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


def test_table_is_large() -> None:
    assert sum(marked.count("[") for _, marked, _ in rows()) >= 300


def test_tense_chooses_the_reading() -> None:
    text = "Il sera nommé mardi, il l'a promis en mars."
    tuesday, march = dates.find(text, "2020-05-13")
    assert (tuesday.edtf, dates.resolve_future(tuesday)) == ("2020-05-12", "2020-05-19")
    assert (dates.resolve(march, "past"), dates.resolve(march, "future")) == ("2020-03", "2021-03")
    (fixed,) = dates.find("Il sera nommé le 3 mai 2019.", "2020-05-13")
    assert dates.resolve(fixed, "future") == "2019-05-03"


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Depuis 2015, il préside.", "2015/.."),
        ("Jusqu'en 2018, il préside.", "../2018"),
        ("D'ici à 2025, il préside.", "../2025"),
        ("En 2015, il préside.", "2015"),
        ("Il préside de 1998 à 2004.", "1998/2004"),
        ("Il a été condamné en 2019 à 12 ans de prison.", "2019"),
    ],
)
def test_interval(text: str, interval: str) -> None:
    (mention,) = dates.find(text, "2020-05-13")
    assert mention.interval == interval


def test_kind_and_precision() -> None:
    text = "En mars 2015, il part. Quatre mois plus tard, il revient. Hier, il a ri. Il aimait les années 1980."
    told = [(mention.kind, mention.precision) for mention in dates.find(text, "2020-05-13")]
    assert told == [("absolute", "month"), ("chained", "month"), ("article", "day"), ("absolute", "decade")]


CHRONICLE = """Une histoire

**2015**

- mars : il fonde la société.
- 12 mai – il la quitte.

**2016**

Rien de neuf.

Mars 2023 : elle crée un fonds. En avril, elle le vend.

En 2018, il avait tout perdu. On l'a su hier.

Fin de l'histoire."""


def test_headings_govern_what_follows() -> None:
    headings = dates.heading_dates(CHRONICLE, "2023-05-02")
    told = [(h.edtf, CHRONICLE[h.start : h.end].strip(), h.strong) for h in headings]
    assert told == [
        ("2015", "- mars : il fonde la société.\n- 12 mai – il la quitte.", True),
        ("2015-03", "il fonde la société.\n-", True),
        ("2015-05-12", "il la quitte.", True),
        ("2016", "Rien de neuf.", True),
        ("2023-03", "elle crée un fonds. En avril, elle le vend.", True),
        ("2018", "il avait tout perdu. On l'a su hier.", False),
    ]
    assert [CHRONICLE[slice(*h.heading)] for h in headings] == ["2015", "mars", "12 mai", "2016", "Mars 2023", "2018"]


def test_dates_under_a_heading_take_its_year() -> None:
    found = dates.find(CHRONICLE, "2023-05-02")
    assert [(CHRONICLE[m.start : m.end], m.edtf, m.kind) for m in found] == [
        ("2015", "2015", "heading"),
        ("mars", "2015-03", "heading"),
        ("12 mai", "2015-05-12", "heading"),
        ("2016", "2016", "heading"),
        ("Mars 2023", "2023-03", "heading"),
        ("avril", "2023-04", "chained"),
        ("2018", "2018", "absolute"),
        ("hier", "2023-05-01", "article"),
    ]


@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\u2009"])
def test_spaces_and_apostrophes_do_not_matter(space: str) -> None:
    text = f"Il part le 3{space}avril{space}2019, l’an dernier."
    found = [(text[m.start : m.end], m.edtf) for m in dates.find(text, "2020-05-13")]
    assert found == [(f"le 3{space}avril{space}2019", "2019-04-03"), ("l’an dernier", "2019")]


def test_lower_case_that_changes_length_moves_nothing() -> None:
    text = "İİİ, le 3 mai 2019."
    (mention,) = dates.find(text)
    assert text[mention.start : mention.end] == "le 3 mai 2019"
