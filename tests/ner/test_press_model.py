"""The press NER model: exact names in sentences written for this project, its labels, and how it is loaded."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from thinc.api import Config

from pipeline import ner
from pipeline.errors import UsageError
from pipeline.ner import press_model
from training import claims, make_model, measure, speed

GOLD = Path(__file__).parent.parent / "data" / "ner_gold.jsonl"
FLOORS = {"PER": 0.93, "ORG": 0.74, "LOC": 0.86}
"""F1 of exact spans and labels below which no model may be committed."""


@cache
def model() -> Language:
    return press_model.load()


def sentences() -> list[tuple[str, set[tuple[int, int, str]]]]:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [(row["text"], {(start, end, label) for start, end, label in row["names"]}) for row in rows]


def test_the_gold_sentences_are_whole() -> None:
    found = sentences()
    assert len(found) >= 60
    assert Counter(label for _, names in found for _, _, label in names).keys() == FLOORS.keys()
    for text, names in found:
        for start, end, _ in names:
            assert text[start:end] == text[start:end].strip() != ""


@pytest.mark.parametrize("label", sorted(FLOORS))
def test_each_type_is_found_at_least_as_well_as_the_floor(label: str) -> None:
    right = given = both = 0
    for text, names in sentences():
        gold = {name for name in names if name[2] == label}
        found = {(e.start_char, e.end_char, e.label_) for e in model()(text).ents if e.label_ == label}
        right, given, both = right + len(gold), given + len(found), both + len(gold & found)
    assert 2 * both / (right + given) >= FLOORS[label]


def test_products_and_events_are_labels_of_their_own() -> None:
    assert set(model().get_pipe("ner").labels) == {"PER", "ORG", "LOC", "EVENT", "PRODUCT"}  # type: ignore[attr-defined]


def test_it_is_the_model_that_reads_unless_another_is_named() -> None:
    assert "PRODUCT" in ner.load_model().get_pipe("ner").labels  # type: ignore[attr-defined]
    assert "PRODUCT" not in ner.load_model(ner.STOCK_MODEL).get_pipe("ner").labels  # type: ignore[attr-defined]


def test_the_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in press_model.directory().rglob("*")) < 20_000_000


def test_a_pipeline_without_vectors_is_refused_in_one_line() -> None:
    with pytest.raises(UsageError) as caught:
        press_model.add_to(spacy.blank("fr"))
    assert "\n" not in str(caught.value)


def test_the_recipe_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (make_model.main, measure.main, speed.main, claims.main):
        assert command(["--corpora", str(tmp_path)]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_training_begins_from_the_stock_weights() -> None:
    """Without a section [pretraining], spaCy passes over `init_tok2vec` and does not say so."""
    section = Config().from_disk(make_model.CONFIG)["pretraining"]
    assert (section["component"], section["layer"]) == ("ner", "tok2vec")
