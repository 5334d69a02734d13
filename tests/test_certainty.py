"""Certainty: minimal pairs from tables of triggers and frames, pseudo-cues and near-misses, all exact."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.certainty import Certainty, Context, assess, last_word
from pipeline.parsed import Doc, Token, read
from pipeline.schema import Modality, Polarity

DATA = Path(__file__).parent / "data"
Case = tuple[str, int, str, str, str]


@cache
def model() -> Language:
    return spacy.load("fr_core_news_md", exclude=["ner"])


def table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t"))


@cache
def parsed() -> dict[str, Doc]:
    """All sentences of the tables, parsed in one go."""
    texts = sorted({case[0] for case in (*verb_cases(), *noun_cases("noun"), *noun_cases("role"), *sentences())})
    return dict(zip(texts, map(read, model().pipe(texts, batch_size=128)), strict=True))


def trigger_at(text: str, start: int) -> Token:
    """The token of ``text`` that covers the character ``start``."""
    doc = parsed().get(text) or read(model()(text))
    return next(token for token in doc if token.idx <= start < token.idx + len(token))


def filled(frame: str, words: dict[str, str], key: str) -> tuple[str, int]:
    """The sentence of a frame, French elisions and contractions made, and where the trigger ``key`` starts."""
    text = frame.replace("{" + key + "}", "\0" + words[key])
    for name, value in words.items():
        text = text.replace("{" + name + "}", value)
        text = text.replace("{" + name.capitalize() + "}", value[:1].upper() + value[1:])
    for before, after in CONTRACTIONS:
        text = text.replace(before, after)
    for vowel in "aeiouéèêh":
        for word in ("de", "ne"):
            text = text.replace(f" {word} \0{vowel}", f" {word[0]}'\0{vowel}")
    return text.replace("\0", ""), text.index("\0")


CONTRACTIONS = (
    ("à le \0", "au \0"),
    ("de le \0", "du \0"),
    ("Une éventuel ", "Une éventuelle "),
    ("Pas de l'", "Pas de l'"),
)


def verb_cases() -> list[Case]:
    cases = []
    for words in table("certainty_verbs"):
        for frame in table("certainty_verb_frames"):
            key = next(k for k in words if "{" + k + "}" in frame["frame"] and k not in {"rest", "stative"})
            text, start = filled(frame["frame"], words, key)
            status = frame["stative"] if words["stative"] == "yes" else frame["status"]
            cases.append((text, start, frame["polarity"], frame["modality"], status))
    return cases


def noun_cases(kind: str) -> list[Case]:
    cases = []
    for words in table(f"certainty_{kind}s"):
        for frame in table(f"certainty_{kind}_frames"):
            text, start = filled(frame["frame"], words, "noun")
            if words.get("article") == "une":
                for masculine, feminine in (
                    ("finalisé", "finalisée"),
                    ("envisagé", "envisagée"),
                    ("annulé", "annulée"),
                ):
                    text = text.replace(f"{masculine} en", f"{feminine} en").replace(f" {masculine}.", f" {feminine}.")
                text = text.replace("est tombé ", "est tombée ")
            cases.append((text, start, frame["polarity"], frame["modality"], frame["status"]))
    return cases


def told(certainty: Certainty) -> tuple[str, str, str]:
    return certainty.polarity, certainty.modality, certainty.status or "none"


@pytest.mark.parametrize(("text", "start", "polarity", "modality", "status"), verb_cases())
def test_verb_frames(text: str, start: int, polarity: str, modality: str, status: str) -> None:
    assert told(assess(trigger_at(text, start))) == (polarity, modality, status)


@pytest.mark.parametrize(("text", "start", "polarity", "modality", "status"), noun_cases("noun"))
def test_noun_frames(text: str, start: int, polarity: str, modality: str, status: str) -> None:
    assert told(assess(trigger_at(text, start))) == (polarity, modality, status)


@pytest.mark.parametrize(("text", "start", "polarity", "modality", "status"), noun_cases("role"))
def test_role_frames(text: str, start: int, polarity: str, modality: str, status: str) -> None:
    assert told(assess(trigger_at(text, start))) == (polarity, modality, status)


def sentences() -> list[Case]:
    """Pseudo-cues, near-misses and turns of phrase, each with its trigger between stars."""
    return [
        (row["text"].replace("*", ""), row["text"].index("*"), row["polarity"], row["modality"], row["status"])
        for row in table("certainty_sentences")
    ]


@pytest.mark.parametrize(("text", "start", "polarity", "modality", "status"), sentences())
def test_sentences(text: str, start: int, polarity: str, modality: str, status: str) -> None:
    assert told(assess(trigger_at(text, start))) == (polarity, modality, status)


def test_twenty_triggers_and_more_than_eight_certainties() -> None:
    verbs, frames = table("certainty_verbs"), table("certainty_verb_frames")
    assert len(verbs) >= 20
    assert len({(f["polarity"], f["modality"], f["status"]) for f in frames}) >= 6
    assert len(frames) >= 60


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Altaïs n'a pas racheté Nébula.", "racheté", ["n'", "pas"]),
        ("Altaïs veut racheter Nébula.", "racheter", ["veut"]),
        ("Le projet de fusion est tombé à l'eau.", "fusion", ["projet", "tombé"]),
        ("Altaïs a racheté Nébula.", "racheté", []),
    ],
)
def test_cues_are_the_words_that_decided(text: str, trigger: str, words: list[str]) -> None:
    certainty = assess(trigger_at(text, text.index(trigger)))
    assert [text[start:end] for start, end in certainty.cues] == words


def test_a_context_serves_every_trigger_of_a_doc() -> None:
    doc = read(model()("Altaïs a racheté Nébula. Orbis veut racheter Altaïs."))
    context = Context(doc)
    assert [context.assess(token).modality for token in doc if token.lemma_ == "racheter"] == ["asserted", "other"]


@pytest.mark.parametrize(
    ("stages", "polarity", "modality"),
    [
        ([("positive", "other"), ("negative", "other")], "negative", "other"),
        ([("negative", "other"), ("positive", "other")], "negative", "other"),
        ([("positive", "other"), ("positive", "asserted")], "positive", "asserted"),
        ([("positive", "asserted"), ("positive", "other")], "positive", "asserted"),
    ],
)
def test_last_word(stages: list[tuple[Polarity, Modality]], polarity: str, modality: str) -> None:
    final = last_word([Certainty(*stage) for stage in stages])
    assert (final.polarity, final.modality) == (polarity, modality)


def test_no_stages_have_no_last_word() -> None:
    with pytest.raises(ValueError, match="no stages"):
        last_word([])
