"""Annotated readings in the gold format: entities by their names, happenings once, ties with their state."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.load import from_texts
from pipeline.schema import Article
from training import verdicts
from training.archive import PRESS
from training.as_gold import as_gold, main
from training.readings import Annotated, Event, Relation, Slot

TEXT = "Jeanne Morvan dirige Altaïs. Elle a racheté Nébula. Le rachat de Nébula par Altaïs est contesté. Vala se tait."


def slot(words: str, number: int, *entities: int, form: str = "name") -> Slot:
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Slot(start, start + len(words), form, entities)


def event(word: str, *roles: tuple[str, int], date: str | None = None, state: str = "") -> Event:
    start = TEXT.index(word)
    return Event("acquisition", start, start + len(word), roles, date, frozenset(state.split()))


def annotated() -> Annotated:
    return Annotated(
        "7",
        "",
        True,
        "POOO",
        (
            slot("Jeanne Morvan", 1, 0),
            slot("Altaïs", 1, 1),
            slot("Elle", 1, 0, form="subject"),
            slot("Nébula", 1, 2),
            slot("Nébula", 2, 2),
            slot("Altaïs", 2, 1),
            slot("Vala", 1, 3),
        ),
        frozenset({6}),
        (
            Relation("leader_of", 0, 1, frozenset()),
            Relation("owner_of", 2, 3, frozenset({"negative", "former"})),
        ),
        (
            event("racheté", ("buyer", 2), ("target", 3)),
            event("rachat", ("buyer", 5), ("target", 4), date="2024", state="same"),
        ),
    )


def gold(read: Annotated | None = None) -> dict[str, object]:
    (article,) = (item for item in from_texts([TEXT]) if isinstance(item, Article))
    return as_gold(read or annotated(), article)


def test_entities_have_their_names_and_wrong_ones_are_none() -> None:
    assert gold()["entities"] == [
        {"id": "n0", "kind": "Person", "name": "Jeanne Morvan", "aliases": ["Jeanne Morvan"]},
        {"id": "n1", "kind": "Organisation", "name": "Altaïs", "aliases": ["Altaïs"]},
        {"id": "n2", "kind": "Organisation", "name": "Nébula", "aliases": ["Nébula"]},
    ]


def test_ties_are_of_entities_with_polarity_and_modality() -> None:
    assert gold()["relations"] == [
        {"type": "leader_of", "source": "n0", "target": "n1", "polarity": "positive", "modality": "asserted"},
        {"type": "owner_of", "source": "n0", "target": "n2", "polarity": "negative", "modality": "asserted"},
    ]


def test_what_is_told_again_is_one_happening_with_all_who_take_part() -> None:
    assert gold()["events"] == [
        {
            "type": "acquisition",
            "date": "2024",
            "polarity": "positive",
            "modality": "asserted",
            "participants": [
                {"role": "buyer", "entity": "n0"},
                {"role": "target", "entity": "n2"},
                {"role": "buyer", "entity": "n1"},
            ],
        }
    ]


def test_who_takes_part_in_a_happening_is_an_entity_though_its_name_is_wrong() -> None:
    read = annotated()
    added = replace(read, events=(*read.events, event("contesté", ("target", 6))))
    assert gold(added)["entities"] == [
        *gold()["entities"],  # type: ignore[misc]
        {"id": "n3", "kind": "Organisation", "name": "Vala", "aliases": ["Vala"]},
    ]


def test_nothing_is_written_among_other_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / PRESS).touch()
    assert main([str(tmp_path), "--corpora", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "no empty folder" in told
    assert told.count("\n") == 1


def test_a_missing_archive_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for run in (lambda given: main([str(tmp_path / "out"), *given]), verdicts.main):
        assert run(["--corpora", str(tmp_path)]) == 2
        told = capsys.readouterr().err
        assert PRESS in told
        assert told.count("\n") == 1
