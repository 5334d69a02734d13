"""Reading does not break, wherever a text ends or begins."""

import random
import re

import pytest

from pipeline import coreference, ner, ontology, relations
from pipeline.load import from_texts
from pipeline.schema import Article

CUTS = 1500


def test_no_cut_of_a_text_breaks_the_reading() -> None:
    rules = ontology.load()
    texts = [
        re.sub(r"\[([^|\]]+)\|[^\]]*\]", r"\1", example.text)
        for rule in rules.rules.values()
        for example in (*rule.says, *rule.silent)
    ]
    chance = random.Random(11)
    cuts = []
    for text in chance.choices(sorted(texts), k=CUTS):
        words = text.split(" ")
        first = chance.choice([0, chance.randrange(len(words))])
        cuts.append(" ".join(words[first : chance.randrange(first, len(words)) + 1]))
    articles = [item for item in from_texts(sorted(set(cuts))) if isinstance(item, Article)]
    assert len(articles) > CUTS // 2
    claims = 0
    for document in ner.read_docs(ner.load_model(ner.STOCK_MODEL), articles):
        reading = relations.read(coreference.resolve(document), rules)
        claims += len(reading.claims)
        assert all(document.article.text[c.evidence.start : c.evidence.end] == c.evidence.text for c in reading.claims)
    assert claims


@pytest.mark.parametrize(
    "text",
    [
        "La société Altaïs dévoile ce mois",
        "La société Altaïs a publié le dernier",
        "Jeanne Morvan préside les marques (notamment",
        "Lise Morel a succédé à Lyon",
    ],
)
def test_a_text_may_end_where_a_phrase_has_only_begun(text: str) -> None:
    rules = ontology.load()
    for document in ner.read_docs(ner.load_model(None), [a for a in from_texts([text]) if isinstance(a, Article)]):
        relations.read(coreference.resolve(document), rules)
