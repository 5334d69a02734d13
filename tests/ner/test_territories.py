"""Regions and unions of towns: bodies where they act or are headed, places elsewhere."""

import pytest

from pipeline import ner
from pipeline.ner import territories
from pipeline.parsed import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La présidente de la région Rance-Vernois a parlé mardi.", ["région Rance-Vernois"]),
        ("Le vice-président socialiste de la région Brenne est absent.", ["région Brenne"]),
        ("Il est conseiller de la métropole de Tressac depuis mars.", ["métropole de Tressac"]),
        ("Les orages ont touché la région Rance-Vernois mardi.", []),
        ("Les vignes de la région Brenne ont gelé.", []),
        ("Le président de la région est absent.", []),
        ("La présidente LR de la région Brenne est absente.", ["région Brenne"]),
        ("La directrice générale adjointe de la région Brenne est absente.", ["région Brenne"]),
        ("Paul Girard est patron de bar de la région Brenne.", []),
        ("Paul Girard est patron de la région Brenne.", []),
        ("Le président du club de la région Brenne est absent.", []),
        ("Le président Paul Girard de la région Brenne est absent.", []),
        ("Paul Girard est conseiller bancaire indépendant de la région Brenne.", ["région Brenne"]),
    ],
)
def test_a_region_is_a_body_where_it_is_headed(text: str, names: list[str]) -> None:
    doc = read(ner.load_model(ner.STOCK_MODEL)(text))
    assert [doc.span(name.start, name.end).text for name in territories.find(doc)] == names
