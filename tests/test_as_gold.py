"""Annotated readings in the gold format: entities by their names, happenings once, ties with their state."""

from pipeline.load import from_texts
from pipeline.schema import Article
from training.as_gold import as_gold
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


def gold() -> dict[str, object]:
    (article,) = (item for item in from_texts([TEXT]) if isinstance(item, Article))
    return as_gold(annotated(), article)


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
