"""How claims stand: plans across an aside, ties that ended or go on, doubts of another clause; all exact."""

import csv
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline import ner, ontology, relations
from pipeline.examples import describe_all, document_of

RULES = ontology.load()
TABLE = Path(__file__).parent / "data" / "standing.tsv"


@cache
def model() -> Language:
    return ner.load_model()


def rows() -> list[tuple[str, list[str], list[str]]]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        found = list(csv.DictReader(handle, delimiter="\t"))
    return [(row["text"], _listed(row["claims"]), _listed(row["source"])) for row in found]


def _listed(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split(" ; ") if part]


@pytest.mark.parametrize(("text", "claims", "source"), rows())
def test_a_claim_stands_as_its_sentence_says(text: str, claims: list[str], source: list[str]) -> None:
    reading = relations.read(document_of(text, model()), RULES, learned=False)
    assert describe_all(reading, RULES) == claims
    assert sorted({claim.attribution.text for claim in reading.claims if claim.attribution}) == source
