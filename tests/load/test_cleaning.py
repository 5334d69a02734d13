import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load.cleaning import Cleaned, clean, one_line
from pipeline.schema import Article


def article(text: str, cleaned: Cleaned) -> Article:
    return Article(id="a", source="a.txt", text=text, clean=cleaned.text, shifts=cleaned.shifts)


def read(text: str) -> str:
    """What is left, with masks squeezed: for examples where the place does not matter."""
    return one_line(clean(text).text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Une idée :bulb: brillante :+1:", "Une idée brillante"),
        ("Fini :bird::sparkles: pour lui", "Fini pour lui"),
        ("Départ à 10:30:20 précises", "Départ à 10:30:20 précises"),
        ("Score 2:1:0 et ratio 3:100:2", "Score 2:1:0 et ratio 3:100:2"),
        ("midi:minuit:une", "midi:minuit:une"),
        ("Le communiqué 🎉 est là ✅", "Le communiqué est là"),
        ("Voir https://exemple.fr/a/b?c=d#e.", "Voir ."),
        ("(voir www.exemple.fr/page)", "(voir )"),
        ("Source exemple.com/index/une-page ici", "Source ici"),
        ("Booking.com rachète OpenTable.", "Booking.com rachète OpenTable."),
        ("Écrire à redaction@exemple.fr.", "Écrire à ."),
        ("Le compte @brevent répond", "Le compte @brevent répond"),
        ("**Brévent** rachète *Nivelle*", "Brévent rachète Nivelle"),
        ("une insulte (niqu** alors)", "une insulte (niqu** alors)"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("## Le rachat", "Le rachat"),
        ("#Brévent rachète", "#Brévent rachète"),
        ("selon [Le Quotidien](https://exemple.fr/x_(y)) hier", "selon Le Quotidien hier"),
        ("un concurrent [NDLR : Nivelle], puis", "un concurrent [NDLR : Nivelle], puis"),
        ("![le siège](photo.jpg) Brévent", "Brévent"),
        ("> Une citation", "Une citation"),
        ("Brévent<br/>et <b>Nivelle</b>", "Brévent et Nivelle"),
        ("5 < 6 et a > b", "5 < 6 et a > b"),
        ("Le mot_clé_interne reste", "Le mot_clé_interne reste"),
    ],
)
def test_what_is_no_prose_is_masked_and_nothing_else(text: str, left: str) -> None:
    assert read(text) == left
    assert len(clean(text).text) == len(text)


@pytest.mark.parametrize(
    "block",
    [
        "Lire aussi : Nivelle quitte Brévent",
        "À lire aussi : Nivelle quitte Brévent",
        "A LIRE AUSSI - Nivelle quitte Brévent",
        "- À lire également : Nivelle quitte Brévent",
        "**À lire aussi** Nivelle quitte Brévent",
        "Voir aussi : Nivelle quitte Brévent",
        "(Re)lire : Nivelle quitte Brévent",
        "À relire aussi : Nivelle quitte Brévent",
        "► LIRE AUSSI » Nivelle quitte Brévent",
        "Lire aussi « Nivelle quitte Brévent »",
        "Lire aussi :\n- Nivelle quitte Brévent\n- Un autre titre sur Brévent ?",
        "Lire aussi :\n\n• Nivelle quitte Brévent",
        "Lire aussi :\nNivelle quitte Brévent",
        "Lire la suite sur Le Quotidien",
        "Sur le même sujet : Nivelle quitte Brévent",
        "Lire aussi : [Nivelle quitte Brévent](https://exemple.fr/a)",
    ],
)
def test_invitations_to_read_are_masked_whole(block: str) -> None:
    before, after = "Brévent a grandi vite.", "Le groupe emploie dix personnes."
    assert read(f"{before}\n{block}\n\n{after}") == f"{before} {after}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Il faut voir aussi ce que dira Nivelle.",
        "Ses élèves savent lire aussi bien que Nivelle.",
        "Ils disent avoir aussi constaté une hausse.",
        "Pour aller plus loin, Brévent rachète Nivelle.",
        "Le rapport est à lire avant lundi.",
    ],
)
def test_a_sentence_with_the_same_words_is_read(sentence: str) -> None:
    assert clean(sentence).text == sentence


def test_an_invitation_within_a_paragraph_ends_with_its_sentence() -> None:
    text = "Brévent a grandi. Lire aussi : Nivelle s'en va. Le groupe emploie dix personnes."
    assert read(text) == "Brévent a grandi. Le groupe emploie dix personnes."


def test_an_aside_in_brackets_is_masked() -> None:
    assert read("Brévent (lire aussi page 4) rachète Nivelle.") == "Brévent rachète Nivelle."


def test_a_sentence_below_an_empty_invitation_is_read() -> None:
    assert read("Lire aussi :\nBrévent rachète Nivelle.") == "Brévent rachète Nivelle."


def test_masks_keep_line_ends() -> None:
    text = "Un.\n\nLire aussi :\n- Deux\n- Trois\n\nQuatre."
    cleaned = clean(text).text
    assert [index for index, character in enumerate(text) if character == "\n"] == [
        index for index, character in enumerate(cleaned) if character == "\n"
    ]


def test_spaces_of_every_kind_become_ordinary() -> None:
    assert clean("60\u202fmillions\u00a0:\u2009oui\tnon\u3000fin").text == "60 millions : oui non fin"


def test_separators_of_lines_become_line_ends() -> None:
    assert clean("un\u2028deux\u2029trois\x0cquatre\x85cinq").text == "un\ndeux\ntrois\nquatre\ncinq"


def test_control_characters_and_lone_surrogates_become_spaces() -> None:
    text = "Brévent\x00achète\x1bNivelle \ud83d ici\x9f"
    assert clean(text).text == "Brévent achète Nivelle   ici "
    assert clean(text).shifts == ()


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e", "\u00ad\u200b"])
def test_a_word_with_an_invisible_character_stays_whole_and_leads_back(invisible: str) -> None:
    text = f"Le groupe Bré{invisible}vent achète Nivelle."
    cleaned = clean(text)
    assert cleaned.text == "Le groupe Brévent achète Nivelle."
    start = cleaned.text.index("Brévent")
    a, b = article(text, cleaned).to_source(start, start + 7)
    assert text[a:b] == f"Bré{invisible}vent"
    start = cleaned.text.index("Nivelle")
    a, b = article(text, cleaned).to_source(start, start + 7)
    assert text[a:b] == "Nivelle"


def test_an_invisible_character_between_words_is_masked_in_place() -> None:
    assert clean("Brévent \u200bachète\u00ad Nivelle").text == "Brévent  achète  Nivelle"


def test_nfc_leads_back_to_both_characters() -> None:
    text = unicodedata.normalize("NFD", "Société Brévent, créée à Nîmes")
    cleaned = clean(text)
    assert cleaned.text == "Société Brévent, créée à Nîmes"
    for word in ["Société", "Brévent", "créée", "Nîmes"]:
        start = cleaned.text.index(word)
        a, b = article(text, cleaned).to_source(start, start + len(word))
        assert text[a:b] == unicodedata.normalize("NFD", word)


def test_position_is_the_way_forth() -> None:
    text = unicodedata.normalize("NFD", "Été à Nîmes")
    cleaned = clean(text)
    assert cleaned.text[cleaned.position(text.index("N")) :] == "Nîmes"
    assert cleaned.position(len(text)) == len(cleaned.text)
    assert clean("Nîmes").position(3) == 3


def test_hidden_spans_are_masked() -> None:
    assert clean("date 2024 Brévent", [(0, 9)]).text == "          Brévent"


def test_a_token_too_long_for_a_word_is_masked_and_counted() -> None:
    cleaned = clean("Brévent " + "x" * 501 + " Nivelle " + "y" * 500)
    assert one_line(cleaned.text) == "Brévent Nivelle " + "y" * 500
    assert cleaned.long_tokens == 1


def test_long_runs_of_marks_and_invisible_characters_are_cleaned_in_time() -> None:
    assert clean("e" + "\u0301" * 100_000).long_tokens == 1
    assert one_line(clean("a" + "\u200b" * 100_000 + "b").text) == "a b"
    assert clean("(" * 400 + " " + "[" * 400 + " " + ":a" * 200 + " " + "* " * 100_000).long_tokens == 0
    assert clean(":" + "a" * 500_000).long_tokens == 1
    assert clean("Lire aussi :\n" * 20_000).long_tokens == 0
    assert clean("a." * 200 + " " + "<b" * 200 + " " + "! [" * 50_000 + "(" + "\t" * 100_000).long_tokens == 0


PIECES = st.sampled_from(
    (
        *("e\u0301", "\u0301", "\u0323", "e", "Å", "ﬁ", "\u1100", "\u1161", "\u11a8", "\u0958", "\u200b", "\u00ad"),
        *(
            "\u00a0",
            "\x00",
            "\ud83d",
            "\ufffd",
            "🎉",
            "\n",
            " ",
            "a",
            ":bulb:",
            "https://a.fr/b",
            "**",
            "Lire aussi : ",
        ),
        *("x" * 501, "’"),
    )
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_word_leads_back_to_the_characters_it_was_made_of(text: str) -> None:
    cleaned = clean(text)
    whole = article("", cleaned).model_copy(update={"text": text})
    assert whole.to_source(len(cleaned.text), len(cleaned.text)) == (len(text), len(text))
    for word in re.finditer(r"\S+", cleaned.text):
        start, end = whole.to_source(*word.span())
        visible = "".join(character for character in text[start:end] if unicodedata.category(character) != "Cf")
        assert unicodedata.normalize("NFC", visible) == word[0]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_clean_text_is_nfc_without_control_characters_and_can_be_encoded(text: str) -> None:
    cleaned = clean(text).text
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {"Cs", "Cc"} & {unicodedata.category(character) for character in cleaned if character != "\n"}
    assert cleaned.encode().decode() == cleaned


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_line_ends_are_kept(text: str) -> None:
    assert clean(text).text.count("\n") == sum(text.count(end) for end in "\n\x0b\x0c\x85\u2028\u2029")
