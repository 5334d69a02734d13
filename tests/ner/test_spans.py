"""Where one name ends and the next begins."""

import pytest

from pipeline import ner
from pipeline.ner import institutions, joints
from pipeline.ner.kind_evidence import evidence
from pipeline.ner.name_span import Label, Name
from pipeline.parsed import Doc, read


def made(text: str) -> Doc:
    return read(ner.load_model(ner.STOCK_MODEL).make_doc(text))


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
    assert [doc.span(a, b).text for a, b in joints.chained(doc, 1, end, texts)] == found


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
    doc = read(nlp("Selon lui, le Conseil constitutionnel valide la loi sur les rives."))
    assert [doc.span(a, b).text for a, b in institutions.find(doc)] == ["Conseil constitutionnel"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Un conseiller à l'Élysée est parti.", True),
        ("La secrétaire générale de l'Élysée est partie.", True),
        ("Elle a couru devant la porte de l'Élysée.", False),
    ],
)
def test_a_seat_of_power_that_has_staff_is_its_body(text: str, acts: bool) -> None:
    doc = read(ner.load_model(ner.STOCK_MODEL)(text))
    place = next(token.i for token in doc if token.text == "Élysée")
    assert institutions.acts(doc, place, place + 1) is acts


@pytest.mark.parametrize(
    ("text", "any_state"),
    [
        ("Selon le chef de l'État, rien", True),
        ("Une visite d'État, rien", True),
        ("Selon l'État de droit, rien", True),
        ("Selon l'État, rien", False),
    ],
)
def test_the_state_of_a_title_or_of_law_is_no_body(text: str, any_state: bool) -> None:
    doc = made(text)
    assert institutions.is_any_state(doc, next(t.i for t in doc if t.text == "État")) is any_state


@pytest.mark.parametrize(
    ("text", "name", "label", "piece", "given"),
    [
        ("Elle l'a vu lors du Carol de mai.", "Carol", "ORG", "occasion", True),
        ("Elle l'a vu lors du Conseil de mai.", "Conseil", "ORG", "occasion", False),
        ("Elle regrette le départ de Vorst hier.", "Vorst", "ORG", "a person's lot", True),
        ("Elle regrette le départ de Vorst hier.", "Vorst", "LOC", "a person's lot", False),
        ("Les exemplaires de la Brise sont rares.", "Brise", "ORG", "specimen", True),
        ("Les exemplaires de Brise sont rares.", "Brise", "ORG", "specimen", False),
        ("Elle a retrouvé le sous-marin Ulda hier.", "Ulda", "ORG", "thing noun before", True),
        ("L'affaire Vorst est close.", "Vorst", "PER", "thing noun before", False),
        ("Elle a remis à sa place Vorst hier.", "Vorst", "PER", "street", False),
        ("Elle a couru sur la place Vorst hier.", "Vorst", "PER", "street", True),
    ],
)
def test_the_words_around_tell_what_a_name_is(text: str, name: str, label: Label, piece: str, given: bool) -> None:
    doc = read(ner.load_model(ner.STOCK_MODEL)(text))
    place = next(token.i for token in doc if token.text == name)
    assert (piece in set(evidence(doc, Name(place, place + 1, label, "model")))) is given
