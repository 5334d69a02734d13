"""Amounts, their extent and value: the table tests/data/amounts.tsv, and the numbers behind them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import amounts, numbers

TABLE = Path(__file__).parent / "data" / "amounts.tsv"


def rows() -> list[tuple[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(marked, values) for marked, values in (line.split("\t") for line in lines)]


def expected(marked: str, values: str) -> tuple[str, list[tuple[str, int, str]]]:
    """The sentence without its brackets, and (words, place, value) of each amount in it."""
    parts = re.split(r"\[([^\]]*)\]", marked)
    spans = [(part, len("".join(parts[:index]))) for index, part in enumerate(parts) if index % 2]
    text = "".join(parts)
    assert "[" not in text and "]" not in text, f"brackets do not match: {marked}"
    told = [value for value in values.split("; ") if value]
    assert len(told) == len(spans), f"{len(spans)} amounts, {len(told)} values: {marked}"
    return text, [(words, start, value) for (words, start), value in zip(spans, told, strict=True)]


def shown(text: str, mention: amounts.AmountMention) -> tuple[str, int, str]:
    amount = mention.amount
    value = f"{amount.value:.15g}" + (f"..{amount.high:.15g}" if amount.high is not None else "")
    told = [value, amount.currency or "-", amount.bound or "", f"/{amount.per}" if amount.per else ""]
    return text[mention.start : mention.end], mention.start, " ".join(part for part in told if part)


@pytest.mark.parametrize(("marked", "values"), rows(), ids=lambda value: str(value)[:60])
def test_table(marked: str, values: str) -> None:
    text, want = expected(marked, values)
    assert [shown(text, mention) for mention in amounts.find(text)] == want


def test_table_is_large() -> None:
    assert sum(marked.count("[") for marked, _ in rows()) >= 120


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("vingt et un", 21),
        ("soixante-quinze", 75),
        ("quatre-vingts", 80),
        ("quatre-vingt-onze", 91),
        ("septante-deux", 72),
        ("nonante-neuf", 99),
        ("cent", 100),
        ("deux cents", 200),
        ("quatre cent quatre", 404),
        ("mille neuf cent quatre-vingt-dix-huit", 1998),
        ("trois cent vingt mille", 320_000),
        ("deux trois", None),
        ("vingt-quinze", None),
        ("dix vingt", None),
    ],
)
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert numbers.from_words(words) == value


@pytest.mark.parametrize(("roman", "value"), [("xix", 19), ("iv", 4), ("xxi", 21), ("iix", None), ("", None)])
def test_roman_numerals(roman: str, value: int | None) -> None:
    assert numbers.from_roman(roman) == value


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Altaïs, au chiffre d'affaires annuel de 3 millions d'euros, a racheté Nébula.", True),
        ("Altaïs a levé 5 millions d'euros, contre 3 millions d'euros en 2019.", True),
        ("Altaïs a une dette de plus de 3 millions d'euros.", True),
        ("Altaïs a porté plainte contre Nébula pour 3 millions d'euros.", False),
        ("Altaïs a racheté Nébula pour 3 millions d'euros.", False),
        ("Altaïs a été condamnée à une amende de 3 millions d'euros.", False),
    ],
)
def test_a_measure_or_the_figure_of_another_year_belongs_to_no_event(text: str, elsewhere: bool) -> None:
    assert amounts.belongs_elsewhere(text, text.index("3 millions")) is elsewhere
