"""What looks like a name and is none, and where the model let a name run on: each sentence with the model's spans."""

import re

import pytest
from spacy.tokens import Span

from pipeline import ner
from pipeline.ner.spans import find_names
from pipeline.parsed import Doc, read

_MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")


def seen(text: str) -> Doc:
    """The parse of a text, with what stands in "[name|LABEL]" as all that the model has seen."""
    pieces, spans, plain = _MARK.split(text), [], ""
    for before, name, label in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=False):
        plain += before
        spans.append((len(plain), len(plain) + len(name), label))
        plain += name
    nlp = ner.load_model(ner.STOCK_MODEL)
    with nlp.select_pipes(disable="ner"):
        doc = nlp(plain + pieces[-1])
    ents = [doc.char_span(start, end, label) for start, end, label in spans]
    doc.set_ents([span for span in ents if isinstance(span, Span)])
    return read(doc)


def names(text: str) -> list[str]:
    """The names that are found in a marked text."""
    doc = seen(text)
    return [doc.span(name.start, name.end).text for name in find_names(doc)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Depuis la divulgation par [Le Phare de propos|ORG] injurieux, elle se tait.", ["Le Phare"]),
        ("La révélation par le [Phare de l'ampleur de ces écoutes|ORG] a choqué.", ["Phare"]),
        ("Elle est l'organe du [Parti national lacustre chargé de la pêche|ORG].", ["Parti national lacustre"]),
        ("Elle dirige la [Fondation Morvan - la branche|ORG] des arts.", ["Fondation Morvan"]),
        ("Voici le duo [Anne Roy - Claire Tessin|PER] hier.", ["Anne Roy", "Claire Tessin"]),
        ("Il a lu le [Héron déchaîné|ORG] hier.", ["Héron déchaîné"]),
        ("[Derrière Altaïs|PER], se trouve Nébula.", ["Altaïs"]),
        ("Le candidat à la [Maison Blanche Paul Roy|ORG] a perdu.", ["Maison Blanche", "Paul Roy"]),
        ("Elle l'a connu à l'[ENR le Premier|ORG] ministre l'a dit.", ["ENR"]),
        ("Elle compte [Altaïs 34|ORG] magasins ici.", ["Altaïs"]),
        ("La vente de [RM Altaï'|ORG]s est close.", ["RM Altaï's"]),
        ("Elle aime la [Ligue de rugby|ORG] et le lac.", ["Ligue de rugby"]),
    ],
)
def test_a_name_ends_where_its_sentence_goes_on(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Elle est candidate à la [mairie de Lannion|ORG] depuis mai.",
        "Il voudrait briguer la [mairie de Lannion|ORG] en mars.",
        "La ministre des Relations avec le [Parlement|ORG] a parlé.",
        "Le préfet de [police de Lannion|ORG] est venu.",
        "Elle pèse sur le budget de la [Défense|ORG] cette année.",
        "Il est en charge des [Transports|ORG] depuis mai.",
        "Elle a parlé devant une [Commission parlementaire|ORG] hier.",
        "Il l'a dit lors des [Conseils des ministres|ORG] de mai.",
        "Elle a été nommée [Chief Rowing Officer|ORG] de la maison.",
        "Elle rit. [Honoré|PER] le 20 mars, il a pleuré.",
        "Un produit noté [E.|PER] est mauvais.",
        "Les chefs d'[Etat contemporains|ORG] sont nombreux.",
    ],
)
def test_a_post_a_field_or_a_prize_is_no_body(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[NébuPost|ORG] a été épinglé hier.", ["NébuPost"]),
        ('Un groupe baptisé "[Liberté|ORG]", dit-on, est né.', ["Liberté"]),
        ("Elle dirige le groupe [Avril|ORG] depuis peu.", ["Avril"]),
        ("Elle a vu [Led Altaïs|ORG] en concert.", ["Led Altaïs"]),
        ("Mais d'après [ondes7|ORG], il pleut.", ["ondes7"]),
        ("Elle a vu la secrétaire d'État [Morvan|PER] hier.", ["Morvan"]),
        ("Le premier secrétaire du [Parti lacustre|ORG] a parlé.", ["Parti lacustre"]),
        ("La [mairie de Lannion|ORG] a payé.", ["mairie de Lannion"]),
        ("L'[État islamique|ORG] a revendiqué l'acte.", ["État islamique"]),
    ],
)
def test_what_looks_like_no_name_may_be_one(text: str, found: list[str]) -> None:
    assert names(text) == found
