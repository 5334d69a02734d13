"""What the parser takes apart and French grammar does not; and sentences that need no mending."""

import pytest
from spacy.language import Language

from pipeline import ner
from pipeline.mending import hang, mended
from pipeline.parsed import Doc, read


@pytest.fixture(scope="module")
def nlp() -> Language:
    return ner.load_model()


def tree(doc: Doc) -> list[tuple[int, str]]:
    return [(token.head.i, token.dep_) for token in doc]


def word(doc: Doc, form: str) -> int:
    return next(token.i for token in doc if token.text == form)


@pytest.mark.parametrize(
    "text",
    [
        "Octavia dément avoir racheté Nébula.",
        "Octavia dément être candidate au rachat de Nébula.",
        "Octavia dément tout projet de rachat de Nébula.",
        "La société Octavia dément vouloir vendre Nébula.",
        "Interrogé mardi, le groupe dément.",
    ],
)
def test_dement_is_the_verb_of_its_clause(nlp: Language, text: str) -> None:
    doc = mended(read(nlp(text)))
    verb = doc[word(doc, "dément")]
    assert (verb.pos_, verb.lemma_, verb.head) == ("VERB", "démentir", verb)
    assert [c.pos_ in {"NOUN", "PROPN"} for c in verb.lefts if c.dep_ == "nsubj"] == [True]


def test_a_mad_rhythm_is_no_verb(nlp: Language) -> None:
    doc = mended(read(nlp("Il mène un train dément, depuis des mois, et son chef un rythme dément.")))
    assert doc[word(doc, "dément")].lemma_ != "démentir"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Lise Morel dément avoir démissionné de Nébula.", "démissionné"),
        ("Paul Rivière se défend d'avoir financé Nébula.", "financé"),
        ("Paul Rivière conteste avoir dirigé Nébula.", "dirigé"),
        ("Paul Rivière assure ne pas avoir quitté Nébula.", "quitté"),
    ],
)
def test_a_compound_infinitive_is_one_verb(nlp: Language, text: str, verb: str) -> None:
    doc = mended(read(nlp(text)))
    auxiliary = doc[word(doc, "avoir")]
    assert auxiliary.head is doc[word(doc, verb)] and auxiliary.dep_ == "aux:tense"
    assert not [c for c in doc[word(doc, verb)].rights if c.dep_.startswith("nsubj")]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "speaker"),
    [
        ("Paul Rivière, a-t-il assuré, n'a jamais travaillé pour Nébula.", "travaillé", "Paul", "-il"),
        ("Paul Rivière, a assuré Lise Morel, n'a jamais travaillé pour Nébula.", "travaillé", "Paul", "Lise"),
        ("Paul Rivière, a assuré Lise Morel, dirige Nébula.", "dirige", "Paul", "Lise"),
    ],
)
def test_an_incise_takes_nothing_of_its_clause(nlp: Language, text: str, verb: str, subject: str, speaker: str) -> None:
    doc = mended(read(nlp(text)))
    assert doc[word(doc, subject)].head is doc[word(doc, verb)]
    assert doc[word(doc, speaker)].head is doc[word(doc, "assuré")]


@pytest.mark.parametrize(
    "text",
    [
        "Octavia a racheté Nébula, a annoncé mardi le groupe.",
        "Le groupe, a-t-on appris.",
        "Octavia, que dirige Lise Morel, a racheté Nébula.",
        "Lise Morel nie vouloir quitter Nébula.",
    ],
)
def test_other_sentences_stay_as_they_are(nlp: Language, text: str) -> None:
    parse = nlp(text)
    assert tree(mended(read(parse))) == tree(read(parse))


def test_a_word_never_hangs_on_itself_over_others(nlp: Language) -> None:
    doc = read(nlp("Octavia a racheté Nébula."))
    root = doc[word(doc, "racheté")]
    before = tree(doc)
    hang(root, doc[word(doc, "Nébula")], "obj")
    assert tree(doc) == before
