"""The learned part of coreference: its table of candidates, its weights, and how it is taught."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

from pipeline.coreference.columns import ABOUT, CANDIDATE, WORDS, About, Candidate, Table
from pipeline.coreference.links import Resolver
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.ranker import Ranker, read, trained
from pipeline.coreference.referents import Place, Referent
from pipeline.document import DocMention, Document, NamedEntity
from pipeline.parsed import read as read_parse
from pipeline.schema import Article
from training.links import Example, Network, Taught, found, meant, train
from training.readings import Annotated, Slot

TEXT = "Nora Vidal a quitté Brisa. Paul Martin se tait. Elle a démissionné mardi."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("fr_core_news_md", disable=["ner"])


def document(nlp: Language) -> Document:
    doc = nlp(TEXT)
    names = [("Nora Vidal", "Person"), ("Brisa", "Organisation"), ("Paul Martin", "Person")]
    mentions = []
    for number, (name, _) in enumerate(names):
        span = doc.char_span(TEXT.index(name), TEXT.index(name) + len(name))
        assert span is not None
        mentions.append(DocMention(span.start, span.end, span.root.i, (number,)))
    entities = [
        NamedEntity(number, "Person" if kind == "Person" else "Organisation", name)
        for number, (name, kind) in enumerate(names)
    ]
    return Document(Article(id="t", source="t", text=TEXT, clean=TEXT), read_parse(doc), entities, mentions)


def annotated(elle: tuple[int, ...]) -> Annotated:
    slots: list[tuple[str, str, tuple[int, ...]]]
    slots = [(name, "name", (number,)) for number, name in enumerate(("Nora Vidal", "Brisa", "Paul Martin"))]
    slots.append(("Elle", "subject", elle))
    places = tuple(Slot(TEXT.index(words), TEXT.index(words) + len(words), form, e) for words, form, e in slots)
    return Annotated("t", "", True, "POP", places, frozenset(), (), ())


def table(rows: int, seed: int) -> Table:
    numbers = np.random.default_rng(seed)
    referents = [Referent((k,), "Person", None, False, False, [Place(k, "subject", "name")]) for k in range(rows)]
    wide = numbers.random((rows, CANDIDATE.width), dtype=np.float32)
    about = numbers.random((1, ABOUT.width), dtype=np.float32)
    return Table(referents, np.ones(rows, dtype=np.bool_), wide, about, numbers.integers(0, WORDS, 3))


class Shown(Resolver):
    """Keeps the tables that it is asked about."""

    def __init__(self, given: Document) -> None:
        super().__init__(given)
        self.asked: list[tuple[Anaphor, Table]] = []

    def choose(self, anaphor: Anaphor, table: Table) -> tuple[int, ...]:
        self.asked.append((anaphor, table))
        return super().choose(anaphor, table)


def test_each_code_becomes_a_column_of_its_own_and_amounts_keep_their_scale() -> None:
    names = Candidate._fields
    row = np.zeros((1, len(names)), dtype=np.float32)
    row[0, names.index("back")], row[0, names.index("gap")] = 3, 1000
    wide = CANDIDATE.expand(row)[0]
    backs = [wide[k] for k, place in enumerate(CANDIDATE.coded) if place == names.index("back")]
    assert backs == [0, 0, 0, 1, 0, 0]
    assert wide.max() == 1 and len(wide) == CANDIDATE.width
    assert ABOUT.expand(np.zeros((1, len(About._fields)), dtype=np.float32)).shape == (1, ABOUT.width)


def test_the_candidates_of_a_pronoun_are_the_names_before_it_nearest_first(nlp: Language) -> None:
    resolver = Shown(document(nlp))
    links = resolver.run()
    ((anaphor, asked),) = resolver.asked
    named = [referent.entities for referent in asked.referents if referent.entities]
    assert anaphor.start == 11 and named == [(2,), (1,), (0,)]
    assert [mention.entities for mention in links] == [(0,)]


def test_chances_of_the_shipped_network_are_those_of_one_choice() -> None:
    for rows in (1, 2, 9):
        chances = trained().chances(table(rows, rows))
        assert len(chances) == rows + 1 and chances.min() >= 0 and abs(chances.sum() - 1) < 1e-5


def test_a_common_noun_is_never_the_answer() -> None:
    given = table(3, 1)
    likeliest = trained().answer(given, 0.0)
    others = given._replace(named=np.array([referent.entities != likeliest for referent in given.referents]))
    assert likeliest and trained().answer(others, 0.0) not in ((), likeliest)
    assert trained().answer(given._replace(named=np.zeros(3, dtype=np.bool_)), 0.1) == ()


def test_weights_come_back_from_their_file_and_the_file_is_the_same_twice(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        trained().write(tmp_path / folder)
    one, two = (next((tmp_path / folder).iterdir()).read_bytes() for folder in ("one", "two"))
    assert one == two and len(one) < 1_000_000
    assert np.array_equal(read(tmp_path / "one").chances(table(4, 2)), trained().chances(table(4, 2)))


def test_what_learns_and_what_is_shipped_compute_the_same() -> None:
    net, given = Network(), table(5, 3)
    about = np.concatenate([given.about, net.words.predict(given.words).reshape(1, -1)], axis=1)
    rows = net.candidate.predict(np.concatenate([given.rows, np.repeat(about, 5, axis=0)], axis=1))
    nobody = net.silence.predict(np.concatenate([given.rows.max(axis=0)[None], about], axis=1))
    raised = np.exp(np.append(rows[:, 0], nobody[0]))
    assert np.allclose(net.ranker().chances(given), raised / raised.sum(), atol=1e-5)


def test_the_annotation_is_carried_over_by_the_names(nlp: Language) -> None:
    assert meant(annotated((0,)), document(nlp)) == {11: (0,)}
    assert meant(annotated(()), document(nlp)) == {11: ()}


def test_teaching_resolves_as_annotated_and_counts_what_a_network_finds(nlp: Language) -> None:
    for elle, row in (((2,), 0), ((0,), 2), ((), -1)):
        teacher = Taught(document(nlp), {11: elle}, None)
        assert [mention.entities for mention in teacher.run()] == ([elle] if elle else [])
        (example,) = teacher.examples
        offered = [k for k, referent in enumerate(example.table.referents) if referent.entities]
        assert example.right == (offered[row] if row >= 0 else -1)
    told = [(annotated((0,)), document(nlp))]
    assert found(told, trained()) == {"all": (1.0, 1.0), "subject": (1.0, 1.0)}


def test_training_learns_whom_a_column_marks_and_when_to_be_silent(capsys: pytest.CaptureFixture[str]) -> None:
    examples = []
    for seed in range(300):
        given = table(4, seed)
        given.rows[:, 0] = 0
        right = seed % 5 - 1
        if right >= 0:
            given.rows[right, 0] = 1
        examples.append(Example(given, right))
    one, two = train(examples, 12, 1), train(examples, 12, 1)
    answers = [one.answer(example.table, 0.5) for example in examples]
    right = sum(answer == ((e.right,) if e.right >= 0 else ()) for answer, e in zip(answers, examples, strict=True))
    assert right > 0.9 * len(examples)
    assert all(np.array_equal(one.weights[name], two.weights[name]) for name in one.weights)
    assert isinstance(one, Ranker) and "loss" in capsys.readouterr().out
