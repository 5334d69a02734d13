"""The network: its way back from pairs to words, its file, and that it learns."""

from pathlib import Path

import numpy as np
import pytest

from pipeline import ner, ontology
from pipeline.learned.features import Pairs, Slot, pairs, words
from pipeline.learned.network import EVENTS, RELATIONS, ROLES, Network, represent
from training import claims, readings
from training.lessons import Lesson
from training.lessons import lesson as lesson_of


def test_types_and_roles_are_those_of_the_rules() -> None:
    rules = ontology.load().rules
    assert set(RELATIONS) <= {name for name, rule in rules.items() if rule.kind == "relation"}
    assert set(EVENTS) <= {name for name, rule in rules.items() if rule.kind == "event"}
    assert set(ROLES) <= {role for rule in rules.values() for role in rule.roles}


def some_pairs() -> Pairs:
    some, all_ = np.array([[0, 2, -1], [-1, -1, -1]]), np.array([[1, 2, 3], [4, -1, -1]])
    one = np.array([0, 3])
    return Pairs(one, one[::-1], np.array([1, 4]), some, all_, some, all_, np.ones((2, 4), dtype=np.float32))


def test_the_way_back_is_the_gradient() -> None:
    chance = np.random.default_rng(5)
    encoded = chance.normal(size=(5, 3)).astype(np.float32)
    rows, back = represent(encoded, some_pairs())
    weights = chance.normal(size=rows.shape).astype(np.float32)
    gradient = back(weights)
    step = 1e-2
    for word, feature in np.ndindex(*encoded.shape):
        moved = encoded.copy()
        moved[word, feature] += step
        more = float((represent(moved, some_pairs())[0] * weights).sum())
        moved[word, feature] -= 2 * step
        less = float((represent(moved, some_pairs())[0] * weights).sum())
        assert gradient[word, feature] == pytest.approx((more - less) / (2 * step), abs=0.05)


def test_nothing_between_reads_as_zeros() -> None:
    rows, _ = represent(np.full((5, 3), -7.0, dtype=np.float32), some_pairs())
    assert (rows[1, 9:12] == 0).all()
    assert (rows[0, 9:12] == -7).all()


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    """ "Altaïs a racheté Nébula.": an owner, an acquisition with buyer and target."""
    nlp = ner.load_model(None)
    text = "Altaïs a racheté Nébula."
    slots = (readings.Slot(0, 6, "name", (0,)), readings.Slot(17, 23, "name", (1,)))
    annotated = readings.Annotated(
        "1",
        "",
        True,
        "OO",
        slots,
        frozenset(),
        (readings.Relation("owner_of", 0, 1, frozenset()),),
        (readings.Event("acquisition", 9, 16, (("buyer", 0), ("target", 1)), None, frozenset()),),
    )
    return lesson_of(nlp(text), annotated, ontology.load())


def test_a_lesson_counts_only_what_its_kinds_allow(lesson: Lesson) -> None:
    owner, leader = RELATIONS.index("owner_of"), RELATIONS.index("leader_of")
    assert lesson.relations[:, owner].tolist() == [1, 0]
    assert lesson.counted[0, owner] == 1
    assert not lesson.counted[:, leader].any()
    assert lesson.tells[2] == EVENTS.index("acquisition") + 1
    assert lesson.roles.tolist() == [ROLES.index("buyer") + 1, ROLES.index("target") + 1]


def test_it_learns_what_it_is_shown_and_keeps_it_in_a_file(lesson: Lesson, tmp_path: Path) -> None:
    net = claims.train([lesson], 30, 1)
    net.write(tmp_path / "network")
    read = Network(lesson.words.dense.shape[1]).read(tmp_path / "network")
    encoded = read.encode(lesson.words)
    tied = read.tied(encoded, lesson.pairs)
    assert tied[0, RELATIONS.index("owner_of")] > 0.8 > 0.2 > tied[1, RELATIONS.index("owner_of")]
    told = read.telling(encoded)
    assert told[2].argmax() == lesson.tells[2]
    assert told[0].argmax() == 0
    roles = read.taking_part(encoded, lesson.parts, lesson.events)
    assert roles.argmax(axis=1).tolist() == lesson.roles.tolist()
    again = claims.train([lesson], 30, 1)
    assert (again.encode(lesson.words) == encoded).all()


def test_pairs_of_no_slots_are_none() -> None:
    nlp = ner.load_model(None)
    doc = nlp("Il pleut.")
    read = words(doc, [])
    found = pairs(read, [], [])
    assert len(found) == 0
    slot = Slot(0, 1, 0, "pronoun", "?")
    assert len(pairs(read, [slot], [(slot, slot)])) == 1


def test_what_it_finds_is_counted(lesson: Lesson) -> None:
    net = claims.train([lesson], 30, 1)
    assert claims.found(net, [lesson]) == {"relations": (1, 1), "events": (1, 1)}
