"""Who denies what: varied denials with their claims, all exact, and who is credited; near-misses that deny nothing."""

import csv
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline import ner, ontology, relations
from pipeline.examples import describe_all, document_of

RULES = ontology.load()
TABLE = Path(__file__).parent / "data" / "denials.tsv"


@cache
def model() -> Language:
    return ner.load_model()


def rows() -> list[tuple[str, list[str], list[str]]]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        found = list(csv.DictReader(handle, delimiter="\t"))
    return [(row["text"], _listed(row["claims"]), _listed(row["source"])) for row in found]


def _listed(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split(" ; ") if part]


def test_most_of_the_table_denies() -> None:
    assert sum(any("negative" in claim for claim in claims) for _, claims, _ in rows()) > 50


@pytest.mark.parametrize(("text", "claims", "source"), rows())
def test_a_denial_is_told_as_one(text: str, claims: list[str], source: list[str]) -> None:
    reading = relations.read(document_of(text, model()), RULES, learned=False)
    assert describe_all(reading, RULES) == claims
    assert sorted({claim.attribution.text for claim in reading.claims if claim.attribution}) == source


@pytest.mark.parametrize(
    "text",
    [
        "Une enquête vise [Paul Rivière|Person], mis en examen pour corruption, ce qu'il nie.",
        "[Paul Rivière|Person] a porté plainte contre [Altaïs|Organisation] pour vol, ce que nie la société.",
        "[Paul Rivière|Person] accuse [Altaïs|Organisation] de fraude, ce que le groupe nie.",
        "[Paul Rivière|Person], qui a fondé [Altaïs|Organisation], aurait fraudé le fisc, ce qu'il dément.",
        "[Paul Rivière|Person] a été licencié par [Altaïs|Organisation], accusé d'avoir volé, ce qu'il nie.",
        "[Altaïs|Organisation] a racheté [Nébula|Organisation] et fermera l'usine, ce que [Luc Roy|Person] dément.",
        "[Altaïs|Organisation] a annoncé le rachat de [Nébula|Organisation]. "
        "[Paul Rivière|Person] aurait touché un pot-de-vin, il l'a démenti.",
        "[Altaïs|Organisation] a annoncé le rachat de [Nébula|Organisation]. "
        "L'usine fermera ; [Paul Rivière|Person] l'a démenti.",
    ],
)
def test_what_is_denied_of_somebody_leaves_the_other_facts(text: str) -> None:
    reading = relations.read(document_of(text, model()), RULES, learned=False)
    assert reading.claims
    assert [claim for claim in reading.claims if claim.polarity == "negative"] == []
