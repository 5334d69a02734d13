"""Firms named by a plural noun and a place, however the model labels the place."""

import pytest
import spacy
from spacy import tokens

from pipeline.ner import houses, joints
from pipeline.parsed import Doc, read


def doc(words: str, *places: str) -> Doc:
    found = tokens.Doc(spacy.blank("fr").vocab, words.split())
    for token in found:
        token.is_sent_start = token.i == 0
    texts = [token.text for token in found]
    found.set_ents([tokens.Span(found, texts.index(place), texts.index(place) + 1, "LOC") for place in places])
    return read(found)


@pytest.mark.parametrize(
    ("words", "place", "names"),
    [
        ("Il reprend les Filatures du Vernois .", "Vernois", ["Filatures du Vernois"]),
        ("Le patron des Verreries de la Brenne part .", "Brenne", ["Verreries de la Brenne"]),
        ("Elle a visité les Gorges du Vernois .", "Vernois", []),
        ("Les Filatures du Vernois ferment .", "Vernois", ["Filatures du Vernois"]),
        ("Filatures du Vernois .", "Vernois", []),
        ("Il a vendu les filatures du Vernois .", "Vernois", []),
    ],
)
def test_a_plural_noun_and_its_place(words: str, place: str, names: list[str]) -> None:
    parsed = doc(words, place)
    assert [parsed.span(name.start, name.end).text for name in houses.find(parsed)] == names


def test_a_year_is_no_part_of_a_name() -> None:
    parsed = doc("l' Académie des jardins en 1995")
    assert joints.before_number(parsed, 1, 6) == 4
    assert joints.before_number(parsed, 1, 4) == 4
