"""What the names' model learns from: invented names, swapped names, silver names. No training runs here."""

import random

import spacy

from training.corpus import UNSURE, Annotated, Span
from training.examples import to_doc
from training.invented import Inventor, Letters, sounds_open
from training.press import LEFT_OUT
from training.silver import KNOWN, Table, annotate
from training.swapping import common_words, swapped
from training.votes import Votes

WORDS = ["Morvan", "Tillier", "Garance", "Valmont", "Altana", "Nébula", "Corvane", "Marelle", "Tornade", "Vernier"]


def inventor() -> Inventor:
    return Inventor(Letters(WORDS), ["horizon", "clarté"])


def marked(text: str) -> Annotated:
    """ "[Nébula|ORG] recrute" → the text and its names."""
    spans: list[Span] = []
    plain = ""
    for piece in text.split("["):
        name, bracket, rest = piece.rpartition("]")
        if bracket:
            words, _, label = name.partition("|")
            spans.append(Span(len(plain), len(plain) + len(words), label))
            plain += words
        plain += rest
    return Annotated("a", plain, tuple(spans))


def names(article: Annotated) -> list[tuple[str, str]]:
    return [(article.text[s.start : s.end], s.label) for s in article.spans]


def votes(teacher: str, stock: str, decided: str) -> Votes:
    read = [marked(text) for text in (teacher, stock, decided)]
    assert len({article.text for article in read}) == 1
    return Votes(read[0].text, *(article.spans for article in read))


def silver(case: Votes, *corpus: Votes) -> list[tuple[str, str]]:
    return names(annotate("a", case, Table([case, *corpus])))


# --- invented names ---------------------------------------------------------------------------------------------------


def test_an_invented_word_is_new_and_the_same_chance_spells_the_same() -> None:
    letters = Letters(WORDS)
    spelt = [letters.word(random.Random(seed)) for seed in range(50)]
    assert not set(spelt) & set(WORDS)
    assert spelt == [letters.word(random.Random(seed)) for seed in range(50)]
    assert all(word[0].isupper() and 4 <= len(word) <= 11 for word in spelt)


def test_organisations_take_many_forms() -> None:
    chance = random.Random(1)
    made = [inventor().organisation(chance) for _ in range(300)]
    assert any(name.isupper() for name in made)
    assert any(" " in name for name in made)
    assert any(name[1:] != name[1:].lower() and " " not in name for name in made if not name.isupper())


# --- swapped names ----------------------------------------------------------------------------------------------------


def test_swapped_names_keep_their_kind_and_are_the_same_in_the_whole_article() -> None:
    article = marked("[Anne Roy|PER] dirige [Nébula|ORG]. Mme [Roy|PER] a fondé [Nébula|ORG] à [Tours|LOC].")
    changed = 0
    for seed in range(40):
        found = names(swapped(article, inventor(), random.Random(seed)))
        assert [label for _, label in found] == ["PER", "ORG", "PER", "ORG", "LOC"]
        words = [word for word, _ in found]
        assert words[1].lower() == words[3].lower()
        changed += words[1] != "Nébula"
        if words[0] not in {"Anne Roy", "ANNE ROY"} and words[2] not in {"Roy", "ROY"}:
            assert words[0].lower().endswith(words[2].lower())
    assert changed > 15


def test_the_article_before_a_swapped_name_fits() -> None:
    for seed in range(60):
        elided = swapped(marked("Un rachat d'[Altana|ORG] par la firme"), inventor(), random.Random(seed))
        assert sounds_open(names(elided)[0][0])
        full = swapped(marked("Un rachat de [Nébula|ORG] par la firme"), inventor(), random.Random(seed))
        assert not sounds_open(names(full)[0][0])


def test_names_of_common_words_stay() -> None:
    article = marked("le [parti de la clarté|ORG] et les [Verts|ORG] sont au [Forum Clarté|EVENT]")
    for seed in range(20):
        assert [n.lower() for n, _ in names(swapped(article, inventor(), random.Random(seed)))] == [
            n.lower() for n, _ in names(article)
        ]


def test_common_words_are_no_part_of_a_name() -> None:
    assert common_words([marked("la vallée du [Forum Clarté|EVENT] cherche la clarté")]) == ["cherche", "vallée"]


# --- silver names -----------------------------------------------------------------------------------------------------


def test_the_decision_over_the_article_beats_the_raw_label() -> None:
    raw = "La firme [AltaïsIA|PRODUCT] recrute [Anne Roy|PER]."
    case = votes(
        raw, "La firme [AltaïsIA|MISC] recrute [Anne Roy|PER].", "La firme [AltaïsIA|ORG] recrute [Anne Roy|PER]."
    )
    assert silver(case) == [("AltaïsIA", "ORG"), ("Anne Roy", "PER")]


def test_a_state_that_acts_stays_open_or_a_place() -> None:
    acts = votes("La [Ruritanie|LOC] a signé.", "La [Ruritanie|LOC] a signé.", "La [Ruritanie|ORG] a signé.")
    lies = votes("En [Ruritanie|LOC] il pleut.", "En [Ruritanie|LOC] il pleut.", "En Ruritanie il pleut.")
    assert silver(acts) == [("Ruritanie", UNSURE)]
    assert silver(acts, lies) == [("Ruritanie", "LOC")]


def test_a_name_that_the_corpus_knows_is_one_where_it_was_missed() -> None:
    clear = "Le groupe [Nébula|ORG] recrute."
    known = votes(clear, clear, clear)
    missed = votes("Un an chez Nébula.", "Un an chez Nébula.", "Un an chez Nébula.")
    assert silver(missed, *[known] * (KNOWN - 1)) == []
    assert silver(missed, *[known] * 8) == [("Nébula", "ORG")]


def test_what_one_model_alone_calls_a_place_is_left_open() -> None:
    assert silver(votes("Vu à [Vesk|LOC].", "Vu à Vesk.", "Vu à Vesk.")) == [("Vesk", UNSURE)]


def test_open_places_are_missing_values() -> None:
    doc = to_doc(spacy.blank("fr"), marked("[Nébula|ORG] et [Vesk|?] recrutent"))
    assert [token.ent_iob_ for token in doc] == ["B", "O", "", "O"]


def test_articles_that_were_read_to_judge_are_left_out() -> None:
    ids = LEFT_OUT.read_text(encoding="utf-8").split()
    assert len(ids) == len(set(ids)) > 1700
