"""What is likely the date of a happening that is told without one."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline import ner, undated
from pipeline.certainty import assess
from pipeline.document import Document
from pipeline.parsed import read
from pipeline.schema import Article
from pipeline.timing import Calendar
from pipeline.undated import CHOICES, Place, Weights, candidates, choose, context, decide, features, likely
from training.dates import Example, figures, fit

TEXT = (
    "Altaïs vend Octavia\n\nEn mars 2014, Altaïs a racheté Octavia. Jeanne Morvan l'a annoncé jeudi. Elle démissionne."
)


@pytest.fixture(scope="module")
def place() -> Place:
    article = Article(id="a", source="a.txt", text=TEXT, clean=TEXT, date="2018-10-26", title_end=TEXT.index("\n"))
    document = Document(article, read(ner.load_model(ner.STOCK_MODEL)(ner.reading_text(article))), [], [])
    trigger = next(token for token in document.doc if token.text == "démissionne")
    return Calendar(document).place(trigger, "departure", assess(trigger))


def test_a_place_has_the_dates_that_the_article_gives(place: Place) -> None:
    assert candidates(place) == {
        "none": None,
        "news": "2018-10-25",
        "news month": "2018-10",
        "day": "2018-10-26",
        "month": "2018-10",
        "year": "2018",
        "before": "2018-10-25",
    }


def test_an_article_of_a_year_offers_no_day_and_years_that_lasted_are_no_moment(place: Place) -> None:
    bare = replace(place, today="2018", news=None, before="2011/2014", beside=("2016", "2017"))
    assert candidates(bare) == {"none": None, "year": "2018", "beside": "2016"}


def test_sentences_are_counted_behind_the_title(place: Place) -> None:
    assert place.sentence == 3
    assert "place early departure" in set(features(place))
    assert "place title" in set(features(replace(place, sentence=0)))


def test_what_is_seen_speaks_for_the_dates_and_equal_dates_stand_together(place: Place) -> None:
    words = {"kind departure": [0.0 if choice != "month" else 9.0 for choice in CHOICES]}
    known = Weights(words, np.zeros((len(context(place)), len(CHOICES)), dtype=np.float32))
    chances = likely(candidates(place), features(place), context(place), known)
    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=lambda day: chances[day]) == "2018-10"
    even = likely(candidates(place), (), context(place), known)
    assert even["2018-10-25"] == pytest.approx(2 / 7)


def test_the_rules_stand_where_nothing_is_likelier_by_far() -> None:
    assert decide({None: 0.5, "2018": 0.3, "2018-10": 0.2}, "2018") == "2018"
    assert decide({None: 0.7, "2018": 0.3}, "2018") is None
    assert decide({None: 0.2, "2018-10": 0.8}, "2017") == "2018-10"


def test_another_models_parse_leaves_the_rules_alone(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    sure = Weights({"always": [0.0] * (len(CHOICES) - 1) + [99.0]}, np.zeros((2, len(CHOICES)), dtype=np.float32))
    monkeypatch.setattr(undated, "weights", lambda: sure)
    assert choose(place, "2017") == "2017"
    sure = replace(sure, context=np.zeros((len(context(place)), len(CHOICES)), dtype=np.float32))
    assert choose(place, "2017") == "2018-10-25"
    monkeypatch.setattr(undated, "are_known", lambda vocab: vocab is not place.trigger.doc.vocab)
    assert choose(place, "2017") == "2017"


def test_what_is_learned_overrules_the_news_only_where_asked(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undated, "choose", lambda place, rule: f"not {rule}")
    article = Article(id="a", source="a.txt", text=TEXT, clean=TEXT, date="2018-10-26")
    document = Document(article, place.trigger.doc, [], [])
    judged = assess(place.trigger)
    assert Calendar(document).likely_date(place.trigger, "departure", judged) == "2018-10"
    assert Calendar(document, learned=True).likely_date(place.trigger, "departure", judged) == "not 2018-10"


def example(*words: str, right: str | None) -> Example:
    options = {"none": None, "day": "2018-10-26", "month": "2018-10"}
    return Example("1", False, ("always", *words), np.zeros(2, dtype=np.float32), options, None, right)


def test_training_learns_which_words_go_with_which_date() -> None:
    found = [example("new", right="2018-10-26"), example("old", right=None)] * 200
    known = fit([*found, example("old", right="1999")])
    for word, day in (("new", "2018-10-26"), ("old", None)):
        chances = likely(found[0].options, ("always", word), np.zeros(2, dtype=np.float32), known)
        assert max(chances, key=lambda option: chances[option]) == day
    assert figures(found, known) == "400 undated: rules 0.500, choice 1.000 (+200 -0)"


def test_a_word_seen_too_seldom_is_not_learned() -> None:
    found = [example("new", right="2018-10-26")] * 20
    assert "rare" not in fit([*found, example("rare", right=None)]).words
