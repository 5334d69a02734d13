"""What the network adds to the rules: claims like theirs, marked as learned, and the same every time."""

import numpy as np
import pytest
import spacy

from pipeline import certainty, coreference, learned, ner, ontology, relations, undated, vectors
from pipeline.confidence import LEARNED, LEAST
from pipeline.document import Document
from pipeline.grammar import Filler, Predication
from pipeline.learned import proposals
from pipeline.load import from_texts
from pipeline.parsed import read as read_parse
from pipeline.schema import Article, Claim

TEXT = """Altaïs change de main

Jeanne Morvan, qui a fondé Altaïs en 2009, a vendu son entreprise au groupe Nébula. Le nouveau propriétaire, dirigé par
Yann Penvern, a porté plainte contre la société Corvane, sa rivale de toujours. Chez Corvane, Lise Tillier a succédé à
Paul Kermarec à la tête de l'entreprise. Le syndicat Marelle, dont Anne Vernier est la déléguée, a dénoncé la vente."""


UNTOLD = ("appointment", "Lise Tillier", "Corvane")


def document(text: str, model: str | None = None) -> Document:
    articles = [item for item in from_texts([text]) if isinstance(item, Article)]
    return coreference.resolve(next(iter(ner.read_docs(ner.load_model(model), articles))))


@pytest.fixture(scope="module")
def read() -> Document:
    return document(TEXT)


def proposed(read: Document) -> list[Predication]:
    view = learned.look(read)
    assert view is not None
    return list(view.propose(ontology.load()))


def claims(read: Document, with_network: bool) -> tuple[Claim, ...]:
    return relations.read(read, ontology.load(), learned=with_network).claims


def test_the_network_takes_nothing_from_the_rules(read: Document) -> None:
    alone, both = claims(read, False), claims(read, True)
    assert not any(is_learned(c) for c in alone)
    assert {(c.type, c.arguments) for c in alone if c.kind == "relation"} <= {(c.type, c.arguments) for c in both}
    assert [c.trigger for c in alone if c.kind == "event"] == [
        c.trigger for c in both if c.kind == "event" and not is_learned(c)
    ]


def test_what_no_rule_tells_is_read(read: Document) -> None:
    names = {f"e{e.id + 1}": e.name for e in read.entities}
    added = [c for c in claims(read, True) if is_learned(c)]
    assert UNTOLD in {(c.type, *(names[a.entity] for a in c.arguments)) for c in added}


def is_learned(claim: Claim) -> bool:
    return claim.construction == LEARNED


def test_what_is_learned_fits_its_rule_and_tells_how_likely_it_is(read: Document) -> None:
    rules = ontology.load().rules
    predications = proposed(read)
    assert predications
    for found in predications:
        assert found.construction == LEARNED
        assert found.fills.keys() <= rules[found.word.rule].roles.keys()
    for claim in claims(read, True):
        assert claim.likelihood is not None
        assert 0 <= claim.likelihood <= 1
        if is_learned(claim):
            assert claim.likelihood >= min(proposals.FROM_RELATION, proposals.FROM_EVENT)
    assert all(claim.likelihood is None for claim in claims(read, False))


def test_what_the_network_is_less_sure_of_is_left_out(read: Document) -> None:
    rules = ontology.load()
    told = {
        least: [c.confidence for c in relations.read(read, rules, least=least).claims if is_learned(c)]
        for least in (0.0, LEAST, 1.0)
    }
    assert told[1.0] == []
    assert told[LEAST] == [confidence for confidence in told[0.0] if confidence >= LEAST]
    assert min(told[0.0]) < LEAST <= max(told[0.0])
    assert [c.confidence for c in claims(read, True) if is_learned(c)] == told[LEAST]


def test_likely_dates_reach_claims_where_networks_read_along(read: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undated, "choose", lambda place, rule: "2017-03")
    for with_network, day in ((True, "2017-03"), (False, None)):
        assert [c.date for c in claims(read, with_network) if c.type == "lawsuit"] == [day]


def test_it_answers_alike_every_time(read: Document) -> None:
    assert claims(read, True) == claims(document(TEXT), True)


def test_another_parser_is_not_read(read: Document) -> None:
    doc = spacy.blank("fr")("Altaïs a racheté Nébula.")
    other = Document(read.article, read_parse(doc), [])
    assert learned.look(other) is None
    known = proposals.model()
    doc.tensor = np.ones((len(doc), known.context), dtype=np.float32)
    doc.vocab.reset_vectors(shape=read.doc.vocab.vectors.shape)
    assert learned.look(other) is None
    assert vectors.digest(read.doc.vocab) == vectors.known()


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Il n'y a pas eu de démission de Jeanne Morvan.", "negative", "asserted"),
        ("Il y a eu une démission de Jeanne Morvan.", "positive", "asserted"),
    ],
)
def test_an_event_told_by_a_noun_may_be_denied(text: str, polarity: str, modality: str) -> None:
    read = document(text)
    at = next(token.i for token in read.doc if token.text == "démission")
    filler = Filler(at + 2, at + 2, at + 4, (0,), "name")
    found = proposals.predication(read, ontology.load().rules["departure"], at, {"person": [filler]})
    judged = certainty.Context(read.doc).assess(read.doc[at], role=found.word.part in {"role", "beside"})
    assert (judged.polarity, judged.modality) == (polarity, modality)


def test_a_text_without_names_gives_nothing() -> None:
    assert proposed(document("Il pleut sur la ville depuis ce matin.")) == []


def test_a_learned_conflict_may_be_denied_though_it_has_a_source() -> None:
    rules = ontology.load().rules
    read = document("Jeanne Morvan dénonce Altaïs.")
    fills = {"source": [Filler(1, 0, 2, (0,), "name")]}
    assert proposals.predication(read, rules["conflict"], 2, fills).word.modality is None
    assert proposals.predication(read, rules["opponent_of"], 2, fills).word.modality is None
    assert proposals.predication(read, rules["opponent_of"], 3, fills).word.modality == "asserted"


def test_the_network_knows_what_stands_nowhere_together(read: Document) -> None:
    view = learned.look(read)
    assert view is not None
    rules = ontology.load().rules
    named = {e.name: e.id for e in read.entities}
    assert view.relation(rules["founder_of"], named["Jeanne Morvan"], named["Altaïs"]) > 0.5
    assert view.relation(rules["founder_of"], named["Jeanne Morvan"], named["Marelle"]) == 0
