"""Certainty: minimal pairs from tables of triggers and frames, pseudo-cues and near-misses, all exact."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Token

from pipeline.certainty import Certainty, assess

DATA = Path(__file__).parent / "data"
Case = tuple[str, int, str, str, str]


@cache
def model() -> Language:
    return spacy.load("fr_core_news_md", exclude=["ner"])


def table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t"))


def trigger_at(text: str, start: int) -> Token:
    """The token of ``text`` that covers the character ``start``."""
    return next(token for token in model()(text) if token.idx <= start < token.idx + len(token))


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
