"""Every example of every rule file: the claims of all rules, exactly."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from spacy.language import Language

from pipeline import ner, ontology, relations
from pipeline.document import Document
from pipeline.examples import check, claims_of, describe_all, document_of, expected, parse_markup
from pipeline.ontology import Example, Ontology, Rule

RULES = ontology.load()
EXAMPLES = [(rule, example) for rule in RULES.rules.values() for example in (*rule.says, *rule.silent)]
Documents = Callable[[Example], Document]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return ner.load_model()


@pytest.fixture(scope="session")
def documents(nlp: Language) -> Iterator[Documents]:
    """The documents of the examples, each parsed once."""
    parsed: dict[Example, Document] = {}

    def document(example: Example) -> Document:
        if example not in parsed:
            parsed[example] = document_of(example.text, nlp, example.date)
        return parsed[example]

    yield document
    parsed.clear()


def found(document: Document, rules: Ontology) -> list[str]:
    return describe_all(relations.read(document, rules, learned=False), rules)


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.name}-{example.text[:60]}" for rule, example in EXAMPLES]
)
def test_an_example_gives_its_claims_and_no_others(rule: Rule, example: Example, documents: Documents) -> None:
    assert found(documents(example), RULES) == expected(rule, example.claims)


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=lambda rule: rule.name)
def test_a_rule_has_examples_that_say_and_that_are_silent(rule: Rule) -> None:
    assert len(rule.says) >= 6
    assert len(rule.silent) >= 6


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=lambda rule: rule.name)
def test_silent_examples_are_near_misses(rule: Rule) -> None:
    """A sentence with one entity could not give a relation anyway."""
    wanted = 2 if rule.kind == "relation" else 1
    assert all(len(parse_markup(example.text)[1]) >= wanted for example in rule.silent)


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=lambda rule: rule.name)
def test_the_words_of_a_rule_carry_its_examples(rule: Rule, documents: Documents) -> None:
    without = ontology.build(replace(r, words=()) if r is rule else r for r in RULES.rules.values())
    assert any(found(documents(example), without) != expected(rule, example.claims) for example in rule.says)


def test_no_example_stands_twice() -> None:
    texts = [example.text for _, example in EXAMPLES]
    assert sorted(set(texts)) == sorted(texts)


@pytest.mark.parametrize(
    "text",
    [
        "[Altaïs|Organisation rachète Nébula.",
        "[Altaïs|Company] rachète [Nébula|Organisation].",
        "[Altaïs] rachète Nébula.",
        "Altaïs|Organisation] rachète Nébula.",
        "[|Organisation] rachète Nébula.",
        "[ Altaïs|Organisation] rachète Nébula.",
        "Altaïs rachète Nébula.",
    ],
)
def test_malformed_markup_raises(text: str) -> None:
    with pytest.raises(ValueError):
        parse_markup(text)


def test_a_mark_that_cuts_a_word_raises(nlp: Language) -> None:
    with pytest.raises(ValueError, match="cuts a token"):
        document_of("[Alta|Organisation]ïs rachète Nébula.", nlp)


def test_markup_becomes_plain_text_with_its_names() -> None:
    plain, names = parse_markup("[Yann Penvern|Person] dirige [Altaïs|Organisation].")
    assert plain == "Yann Penvern dirige Altaïs."
    assert [(plain[n.start : n.end], n.kind) for n in names] == [("Yann Penvern", "Person"), ("Altaïs", "Organisation")]


def test_a_marked_short_form_is_the_entity_of_its_full_name(nlp: Language) -> None:
    document = document_of("[Yann Penvern|Person] est là. [Penvern|Person] parle à [Lise Morel|Person].", nlp)
    assert [entity.name for entity in document.entities] == ["Yann Penvern", "Lise Morel"]
    assert [mention.entities for mention in document.mentions if mention.form == "name"] == [(0,), (0,), (1,)]


def test_claims_are_told_with_what_is_not_the_default(nlp: Language) -> None:
    text = "[Altaïs|Organisation] aurait investi 3 millions d'euros dans [Nébula|Organisation] en 2019."
    assert claims_of(text, RULES, nlp) == [
        "investment: investor Altaïs, recipient Nébula (other, 2019, 3000000 EUR)",
        "investor_in: Altaïs → Nébula (other, 2019/.., 3000000 EUR)",
    ]


def test_check_tells_each_difference(nlp: Language) -> None:
    right = Example("[Altaïs|Organisation] est une filiale de [Nébula|Organisation].", ("Altaïs → Nébula",))
    wrong = replace(right, claims=("Nébula → Altaïs",))
    rule = replace(RULES.rules["subsidiary_of"], says=(right, wrong), silent=())
    [difference] = check(rule, RULES, nlp)
    assert "expected ['subsidiary_of: Nébula → Altaïs']" in difference
    assert "found    ['subsidiary_of: Altaïs → Nébula']" in difference
