"""Names by pattern and by the words around them."""

import pytest

from pipeline import ner
from pipeline.ner import name_patterns
from pipeline.ner.name_span import Name
from pipeline.parsed import read as read_parse


@pytest.mark.parametrize(
    "text", ["La PDG d'Altaïs", "Elle travaille chez Nébula Orvane", "Il dirige la filiale de Velbrac"]
)
def test_a_text_may_end_with_a_name(text: str) -> None:
    doc = ner.load_model(ner.STOCK_MODEL)(text)
    doc.set_ents([])
    assert [name.end for name in name_patterns.find(read_parse(doc))] in ([], [len(doc)])


def test_a_name_between_the_names_of_a_list_is_one() -> None:
    doc = read_parse(ner.load_model(ner.STOCK_MODEL)("Les éditeurs Altana, Nébula, Lire, Orion et Zénith ont signé."))
    found = [Name(i, i + 1, "ORG", "model") for i in (2, 4, 8)]
    assert [doc[n.start].text for n in name_patterns.in_lists(doc, found)] == ["Lire"]


def test_a_sigle_that_a_post_is_of_is_a_body() -> None:
    nlp = ner.load_model(ner.STOCK_MODEL)
    for text, sigle in (
        ("Le directeur de l'OFAR a répondu.", ["OFAR"]),
        ("Il a déclaré à l'OFAR que tout allait bien.", ["OFAR"]),
        ("Il a touché à l'ADN et payé la TVA.", []),
    ):
        with nlp.select_pipes(disable=["ner"]):
            doc = read_parse(nlp(text))
        assert [doc.span(n.start, n.end).text for n in name_patterns.find(doc)] == sigle


def test_a_body_that_somebody_has_left_is_named_with_ex() -> None:
    nlp = ner.load_model(ner.STOCK_MODEL)
    for text, sigle in (
        ("L'ex-OFAR Anne Roy a dit non.", ["ex-OFAR"]),
        ("Anne Roy (ex-OFAR) a dit non.", ["ex-OFAR"]),
        ("L'ex-PDG a dit non.", []),
        ("L'ex-URSS a dit non.", []),
    ):
        with nlp.select_pipes(disable=["ner"]):
            doc = read_parse(nlp(text))
        assert [doc.span(n.start, n.end).text for n in name_patterns.find(doc) if "ex" in doc[n.start].text] == sigle


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elle dirige le PLR (Parti du lac et des rives) depuis mai.", ["PLR", "Parti du lac et des rives"]),
        (
            "Selon la Société des artisans, fleuristes et ébénistes (Safe), tout va bien.",
            ["Société des artisans, fleuristes et ébénistes", "Safe"],
        ),
        ("Elle a été nommée mardi directrice générale d'Orvella.", ["Orvella"]),
        ("Il travaille chez Orvella depuis mai.", ["Orvella"]),
        ("Il a créé en mai Orvella, filiale de sa banque.", ["Orvella"]),
        ("Il a lu dans L'Orvellois une longue enquête.", ["L'Orvellois"]),
        ("Il se promène avec Orvella, fille de son voisin.", []),
        ("Il a parlé de Orvella hier.", []),
    ],
)
def test_the_words_around_announce_a_body_that_no_model_saw(text: str, found: list[str]) -> None:
    nlp = ner.load_model(ner.STOCK_MODEL)
    with nlp.select_pipes(disable=["ner"]):
        doc = read_parse(nlp(text))
    spans = {(n.start, n.end) for n in name_patterns.find(doc) if n.label == "ORG"}
    assert [doc.span(start, end).text for start, end in sorted(spans)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Il soutient [Altaïs], Agir pour la rivière, Rives vivantes, la Verrerie et [Nébula].",
            ["Agir pour la rivière", "Rives vivantes", "Verrerie"],
        ),
        ("Il soutient [Altaïs], Orion et [Nébula].", ["Orion"]),
        ("Il soutient [Altaïs], qui aide Orion et [Nébula].", []),
        ("Il soutient [Altaïs], le groupe [Nébula].", []),
    ],
)
def test_what_stands_in_a_list_of_names_is_one(text: str, found: list[str]) -> None:
    nlp = ner.load_model(ner.STOCK_MODEL)
    with nlp.select_pipes(disable=["ner"]):
        doc = read_parse(nlp(text.replace("[", "").replace("]", "")))
    ends = [next(t.i for t in doc if t.text == word) for word in ("Altaïs", "Nébula")]
    names = [Name(i, i + 1, "ORG", "model") for i in ends]
    assert [doc.span(n.start, n.end).text for n in name_patterns.in_lists(doc, names)] == found


def test_a_sigle_that_acts_is_a_body() -> None:
    nlp = ner.load_model(ner.STOCK_MODEL)
    for text, sigle in (
        ("La SPZ a annoncé mardi une campagne.", ["SPZ"]),
        ("L'ONG a annoncé mardi une campagne.", []),
        ("La TVA a augmenté mardi.", []),
    ):
        with nlp.select_pipes(disable=["ner"]):
            doc = read_parse(nlp(text))
        assert [doc.span(n.start, n.end).text for n in name_patterns.find(doc)] == sigle
