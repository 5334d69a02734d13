"""What the network reads of a text: names hidden, pairs of places within a sentence."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import ner
from pipeline.learned.features import EXTRA, FARTHEST, Slot, near, pairs, words


@pytest.fixture(scope="module")
def nlp() -> Language:
    return ner.load_model(None)


def slots_of(doc: Doc, *names: str) -> list[Slot]:
    """A slot for each name, a person's where it has two words."""
    found = []
    for name in names:
        at = doc.text.index(name)
        span = doc.char_span(at, at + len(name))
        assert span is not None
        found.append(Slot(span.start, span.end, span.root.i, "name", "P" if " " in name else "O"))
    return sorted(found, key=lambda slot: slot.start)


def test_who_is_named_is_hidden(nlp: Language) -> None:
    read = []
    for name in ("Jeanne Morvan", "Yann Penvern"):
        doc = nlp(f"Hier, {name} a quitté Nébula.")
        read.append(words(doc, slots_of(doc, name, "Nébula")))
    one, other = read
    assert (one.ids[:, 0] == other.ids[:, 0]).all()
    static = nlp.vocab.vectors_length
    assert (one.dense[:, :static] == other.dense[:, :static]).all()
    assert not one.dense[2:4, :static].any()
    assert one.dense[5, :static].any()


def test_pairs_are_of_one_sentence_and_in_text_order(nlp: Language) -> None:
    doc = nlp("Altaïs a racheté Nébula. Corvane se tait.\nMarelle aussi.")
    slots = slots_of(doc, "Altaïs", "Nébula", "Corvane", "Marelle")
    assert near(words(doc, slots), slots) == [(0, 1)]


def test_what_stands_around_a_pair(nlp: Language) -> None:
    doc = nlp("En mai, Altaïs a racheté Nébula en silence.")
    slots = slots_of(doc, "Altaïs", "Nébula")
    read = words(doc, slots)
    both = pairs(read, slots, [(slots[0], slots[1]), (slots[1], slots[0])])

    def told(row: np.ndarray) -> list[str]:
        return [doc[int(i)].text for i in row if i >= 0]

    assert told(both.before[0]) == ["En", "mai", ","]
    assert told(both.between[0]) == ["a", "racheté"]
    assert told(both.after[0]) == ["en", "silence", "."]
    assert doc[int(both.joint[0])].text == "racheté"
    assert (both.first == both.second[::-1]).all()
    assert (both.between[0] == both.between[1]).all()
    assert both.extra.shape == (2, EXTRA)
    assert both.extra[0, 0] == 1
    assert both.extra[1, 0] == 0


def test_far_places_are_no_pair(nlp: Language) -> None:
    doc = nlp("Altaïs " + "très " * (FARTHEST + 1) + "Nébula")
    slots = slots_of(doc, "Altaïs", "Nébula")
    assert near(words(doc, slots), slots) == []


def test_pairs_move_with_their_article(nlp: Language) -> None:
    doc = nlp("Altaïs a racheté Nébula.")
    slots = slots_of(doc, "Altaïs", "Nébula")
    found = pairs(words(doc, slots), slots, [(slots[0], slots[1])])
    moved = found.shifted(10)
    assert (moved.first == found.first + 10).all()
    assert ((moved.between < 0) == (found.between < 0)).all()
    assert moved.between.max() == found.between.max() + 10
