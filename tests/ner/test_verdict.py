"""What a name is after all. Weights are invented here but for the shipped ones' test."""

from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline import ner
from pipeline.ner import verdict
from pipeline.ner.kind_evidence import Kind
from pipeline.ner.kinds import decide
from pipeline.ner.second_look import Look, look
from pipeline.ner.spans import find_names
from pipeline.ner.verdict import HELD_FOR, Weights
from pipeline.parsed import read


def told(text: str) -> dict[str, Look]:
    doc = read(ner.load_model()(text))
    names = find_names(doc)
    return dict(look(doc, names, decide(doc, names)))


def weights(held: Kind, **rows: tuple[float, float, float]) -> Weights:
    table = np.array(list(rows.values()), dtype=np.float32)
    near = np.zeros((2, 3), dtype=np.float32)
    return Weights({f: i for i, f in enumerate(rows)}, table, near, verdict.prior(held))


def seen(**features: float) -> Look:
    return Look(features, np.zeros(2, dtype=np.float32))


def test_a_name_stays_what_it_was_held_for_until_something_sure_is_told() -> None:
    known = weights("Organisation", figure=(5.0, 0.0, 0.0), late=(1.0, 0.0, 0.0), first=(0.0, 5.0, 0.0))
    assert known.verdict(seen(), "Organisation") == "Organisation"
    assert known.verdict(seen(late=1.0), "Organisation") == "Organisation"
    assert known.verdict(seen(figure=1.0), "Organisation") == "Thing"
    assert known.verdict(seen(first=1.0), "Organisation") == "Person"
    assert known.verdict(seen(unheard=9.0), "Organisation") == "Organisation"


def test_likelihoods_are_shares() -> None:
    likely = weights("Person", figure=(1.0, 2.0, 3.0)).likely(seen(figure=0.5))
    assert likely.sum() == pytest.approx(1.0)
    assert list(np.argsort(likely)) == [0, 2, 1]


def test_weights_come_back_from_their_file(tmp_path: Path) -> None:
    made = {held: weights(held, b=(1.0, 0.5, -2.0), a=(0.25, 0.0, 3.0)) for held in HELD_FOR}
    verdict.write(tmp_path / "some" / verdict.FILE, made)
    back = verdict.read(tmp_path / "some" / verdict.FILE)
    for held, known in made.items():
        assert dict(back[held].features) == dict(known.features)
        assert np.array_equal(back[held].told, known.told)
        assert np.array_equal(back[held].prior, known.prior)


def test_no_feature_holds_a_word_of_a_name() -> None:
    found = told("La société Altaïs a recruté Anne Tessin, selon Claire Morvan. Altaïs Nord a été vendue à Tessin.")
    assert "altais" in found
    features = " ".join(feature.lower() for seen_ in found.values() for feature in seen_.features)
    assert not [word for word in ("alta", "tessin", "morvan", "claire", "anne") if word in features]


def test_places_share_what_they_tell() -> None:
    (found,) = [seen_ for form, seen_ in told("Altaïs recrute. Nous quittons Altaïs.").items() if form == "altais"]
    assert found.features["first of sentence"] == 0.5
    assert found.features["once"] == 0.0


def test_a_legal_form_makes_a_body() -> None:
    doc = read(ner.load_model()("La société Altaïs dépend d'Altaïs LP, selon Claire Vasseur."))
    names = find_names(doc)
    assert verdict.judged(doc, names, decide(doc, names))["altais lp"] == "Organisation"


def test_a_model_by_its_article_and_its_figures_is_no_body_to_the_vectors_learned_with() -> None:
    text = "Le moteur de la nouvelle Altana GT4 délivre 400 ch.\n\nCette Altana GT4 reçoit des jantes de 20 pouces."
    doc = read(ner.load_model()(text))
    names = find_names(doc)
    kinds: dict[str, Kind] = dict.fromkeys(decide(doc, names), "Organisation")
    assert verdict.judged(doc, names, kinds)["altana gt4"] == "Thing"
    vocab = Vocab(strings=doc.vocab.strings)
    other = read(Doc(vocab).from_bytes(doc.parse.to_bytes()))
    for shape in ((0, 0), doc.vocab.vectors.shape):  # no word vectors, others of the same shape
        vocab.vectors = type(doc.vocab.vectors)(shape=shape)
        assert verdict.judged(other, names, kinds) == kinds


def test_every_annotated_name_is_a_case() -> None:
    from training.readings import Annotated, Slot
    from training.verdicts import cases, fit

    text = "La société Altaïs a recruté Anne Tessin. La société Nébula a recruté Claire Morvan."
    doc = ner.load_model()(text)
    slots = tuple(
        Slot(text.index(name), text.index(name) + len(name), "name", (i,))
        for i, name in enumerate(("Altaïs", "Anne Tessin", "Nébula"))
    )
    annotated = Annotated("1", "", True, "OPO", slots, frozenset({2}), (), ())
    found = list(cases(doc, annotated))
    assert [verdict.OUTCOMES[case.outcome] for case in found] == ["Organisation", "Person", "Thing"]
    many = [
        case
        for i in range(20)
        for case in cases(doc, Annotated(str(i), "", True, "OPO", slots, frozenset({0, 2}), (), ()))
    ]
    bodies = [case for case in many if case.held == "Organisation"]
    assert len(bodies) == 40
    learned = fit(bodies * 20, "Organisation")
    assert all(learned.verdict(case.look, "Organisation") == "Thing" for case in bodies)
