"""What the rooms ask of a token is what spaCy answers."""

from collections.abc import Iterable

import pytest
from spacy import tokens

from pipeline import ner
from pipeline.parsed import Doc, read

TEXT = """Nora Vidal (Altaïs), 50 ans, l'une des "voix" du Vernois, a dit à M. Roy qu'elle rachèterait Nébula.

Le groupe et sa filiale, que dirigent Paul Martin et Lise Morel, n'ont pas répondu. "Qui l'a vu ?" dit-il en 2019."""
PLAIN = (
    "i idx text orth_ lower_ lemma_ pos_ dep_ tag_ shape_ ent_type_ ent_iob_ whitespace_ is_space is_punct is_quote "
    "is_alpha is_digit is_lower is_upper is_title like_num"
).split()
TREE = "lefts rights children subtree ancestors conjuncts".split()


@pytest.fixture(scope="module")
def parse() -> tokens.Doc:
    return ner.load_model(ner.STOCK_MODEL)(TEXT)


@pytest.fixture(scope="module")
def doc(parse: tokens.Doc) -> Doc:
    return read(parse)


def places(words: Iterable[object]) -> list[int]:
    return [getattr(word, "i") for word in words]  # noqa: B009


def test_a_token_has_the_attributes_of_spacy_s(parse: tokens.Doc, doc: Doc) -> None:
    assert len(doc) == len(parse) > 40 and doc.text == parse.text
    for mine, theirs in zip(doc, parse, strict=True):
        assert [getattr(mine, name) for name in PLAIN] == [getattr(theirs, name) for name in PLAIN]
        assert mine.is_sent_start == theirs.is_sent_start
        assert mine.morph == {name: theirs.morph.get(name, []) for name in theirs.morph.to_dict()}
        assert len(mine) == len(theirs) and mine.doc is doc


def test_it_hangs_where_spacy_s_hangs(parse: tokens.Doc, doc: Doc) -> None:
    for mine, theirs in zip(doc, parse, strict=True):
        assert (mine.head.i, mine.left_edge.i) == (theirs.head.i, theirs.left_edge.i)
        for name in TREE:
            assert places(getattr(mine, name)) == places(getattr(theirs, name)), (mine, name)
        assert [mine.is_ancestor(other) for other in doc] == [theirs.is_ancestor(other) for other in parse]
        assert (mine.sent.start, mine.sent.end) == (theirs.sent.start, theirs.sent.end)


def test_spans_are_those_of_spacy(parse: tokens.Doc, doc: Doc) -> None:
    assert len(doc.sents) > 1 and doc.ents
    for mine, theirs in zip([*doc.sents, *doc.ents], [*parse.sents, *parse.ents], strict=True):
        assert (mine.text, mine.label_, mine.root.i) == (theirs.text, theirs.label_, theirs.root.i)
        assert (mine.start_char, mine.end_char, len(mine)) == (theirs.start_char, theirs.end_char, len(theirs))
    for start in range(len(doc)):
        for end in range(start, min(start + 5, len(doc) + 2)):
            assert doc.span(start, end).text == parse[start:end].text
            assert places(doc[start:end]) == places(doc.span(start, end)) == places(parse[start:end])


def test_characters_are_read_as_the_tokens_that_they_touch(doc: Doc) -> None:
    start = TEXT.index("ébul")
    found = doc.char_span(start, start + 2)
    assert found is not None and found.text == "Nébula"
    assert doc.char_span(len(TEXT) + 5, len(TEXT) + 9) is None


def test_an_empty_article_has_no_tokens() -> None:
    doc = read(ner.load_model(ner.STOCK_MODEL)(""))
    assert (len(doc), doc.text, doc.sents, doc.ents) == (0, "", [], [])
