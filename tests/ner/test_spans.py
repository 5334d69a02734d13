"""Where one name ends and the next begins."""

import pytest
from spacy.tokens import Doc

from pipeline import ner
from pipeline.ner import institutions, joints


def made(text: str) -> Doc:
    return ner.load_model(ner.STOCK_MODEL).make_doc(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("coalition PLR-UDR-FDL contre", ["PLR", "UDR", "FDL"]),
        ("coalition PLR-UDR contre le PLR", ["PLR", "UDR"]),
        ("syndicat CDE-CGA contre elles", ["CDE-CGA"]),
        ("accord Altane-Vorst contre elles", ["Altane", "Vorst"]),
        ("alliance Altane-Vorst contre elles", ["Altane-Vorst"]),
        ("syndicat CDE-Bateliers contre le CDE", ["CDE-Bateliers"]),
        ("équipage Roy/Vorst/Tessin contre elles", ["Roy", "Vorst", "Tessin"]),
    ],
)
def test_hyphens_between_bodies_are_no_part_of_a_name(text: str, found: list[str]) -> None:
    doc = made(text)
    end = next(token.i for token in doc if token.text == "contre")
    texts: dict[str, list[int]] = {}
    for token in doc:
        texts.setdefault(token.text, []).append(token.i)
    assert [doc[a:b].text for a, b in joints.parties(doc, 1, end, texts)] == found


@pytest.mark.parametrize(
    ("text", "seen", "told", "end"),
    [
        ("Office des rives et de la faune", 6, 3, 6),
        ("Front des rives au Sénat", 3, 5, 3),
        ("Front des rives de Paul Roy", 3, 6, 3),
        ("Comité international lacustre", 2, 3, 3),
        ("Ligue de rugby pour l'état du terrain", 8, 3, 3),
    ],
)
def test_the_model_and_the_pattern_agree_on_an_institution_s_end(text: str, seen: int, told: int, end: int) -> None:
    assert joints.agreed_end(made(text), seen, told) == end


@pytest.mark.parametrize(
    ("text", "split"),
    [("député PLR Tessin", True), ("député PLR Ulda Tessin", True), ("groupe PLR Tessin", False)],
)
def test_a_party_s_sigle_before_a_person_s_name_is_its_own_name(text: str, split: bool) -> None:
    doc = made(text)
    assert joints.is_epithet_sigle(doc, 1, len(doc)) is split


def test_a_verb_behind_an_institution_is_no_adjective_of_it() -> None:
    nlp = ner.load_model(ner.STOCK_MODEL)
    doc = nlp("Selon lui, le Conseil constitutionnel valide la loi sur les rives.")
    assert [doc[a:b].text for a, b in institutions.find(doc)] == ["Conseil constitutionnel"]
