"""What the network adds to the rules: claims like theirs, marked as learned, and the same every time."""

import re

import pytest
import spacy

from pipeline import coreference, learned, ner, ontology, relations
from pipeline.document import Document
from pipeline.learned import proposals
from pipeline.load import from_texts
from pipeline.schema import Article, Claim

TEXT = """Altaïs change de main

Jeanne Morvan, qui a fondé Altaïs en 2009, a vendu son entreprise au groupe Nébula. Le nouveau propriétaire, dirigé par
Yann Penvern, a porté plainte contre la société Corvane, sa rivale de toujours. Chez Corvane, Lise Tillier a succédé à
Paul Kermarec à la tête de l'entreprise. Le syndicat Marelle, dont Anne Vernier est la déléguée, a dénoncé la vente."""


def document(text: str, model: str | None = None) -> Document:
    articles = [item for item in from_texts([text]) if isinstance(item, Article)]
    return coreference.resolve(next(iter(ner.read_docs(ner.load_model(model), articles))))


@pytest.fixture(scope="module")
def read() -> Document:
    return document(TEXT)


def claims(read: Document, with_network: bool) -> tuple[Claim, ...]:
    return relations.read(read, ontology.load(), learned=with_network).claims


def test_the_rules_go_first(read: Document) -> None:
    def told(found: tuple[Claim, ...]) -> set[tuple[str, frozenset[str]]]:
        return {(c.type, frozenset(a.entity for a in c.arguments)) for c in found if c.kind == "relation"}

    alone, both = claims(read, False), claims(read, True)
    assert not any(c.construction.startswith(learned.CONSTRUCTION) for c in alone)
    assert told(alone) <= told(both)
    added = [c for c in both if c.construction.startswith(learned.CONSTRUCTION) and c.kind == "relation"]
    assert not {(c.type, frozenset(a.entity for a in c.arguments)) for c in added} & told(alone)


def test_what_is_learned_fits_its_rule_and_tells_how_likely_it_is(read: Document) -> None:
    rules = ontology.load().rules
    predications = list(learned.propose(read, ontology.load()))
    assert predications
    for found in predications:
        assert re.fullmatch(rf"{learned.CONSTRUCTION} 0\.\d", found.construction)
        assert set(found.fills) <= set(rules[found.word.rule].roles)


def test_it_answers_alike_every_time(read: Document) -> None:
    assert claims(read, True) == claims(document(TEXT), True)


def test_another_parser_is_not_read(read: Document) -> None:
    other = Document(read.article, spacy.blank("fr")("Altaïs a racheté Nébula."), [])
    assert list(learned.propose(other, ontology.load())) == []


def test_a_text_without_names_gives_nothing() -> None:
    assert list(learned.propose(document("Il pleut sur la ville depuis ce matin."), ontology.load())) == []


def test_thresholds_are_of_known_types() -> None:
    known = proposals.model().thresholds
    rules = ontology.load().rules
    assert {rules[name].kind for name in known.ties} == {"relation"}
    assert {rules[name].kind for name in known.happenings} == {"event"}
    assert all(0 < least < 1 for least in (*known.ties.values(), *known.happenings.values(), known.role))
