"""The yardstick itself: every article in ``tests/gold`` is annotated in the exact format of the guidelines."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
PERSON, ORGANISATION = "Person", "Organisation"
EITHER = {PERSON, ORGANISATION}

# The tables of the annotation guidelines, written out here so that a change of the ontology cannot bend the yardstick.
RELATIONS = {
    "founder_of": (EITHER, {ORGANISATION}),
    "investor_in": (EITHER, {ORGANISATION}),
    "owner_of": (EITHER, {ORGANISATION}),
    "leader_of": ({PERSON}, {ORGANISATION}),
    "board_member_of": ({PERSON}, {ORGANISATION}),
    "employee_of": ({PERSON}, {ORGANISATION}),
    "member_of": (EITHER, {ORGANISATION}),
    "subsidiary_of": ({ORGANISATION}, {ORGANISATION}),
    "partner_of": ({ORGANISATION}, {ORGANISATION}),
    "competitor_of": (EITHER, EITHER),
    "supplier_of": ({ORGANISATION}, {ORGANISATION}),
    "successor_of": ({PERSON}, {PERSON}),
    "relative_of": ({PERSON}, {PERSON}),
    "opponent_of": (EITHER, EITHER),
}
ROLES = {
    "founding": {"founder", "organisation"},
    "investment": {"investor", "recipient"},
    "acquisition": {"buyer", "target", "seller"},
    "merger": {"party", "proposer"},
    "appointment": {"person", "organisation", "appointer"},
    "departure": {"person", "organisation", "dismisser"},
    "lawsuit": {"plaintiff", "defendant"},
    "ruling": {"court", "party"},
    "agreement": {"party"},
    "launch": {"organisation", "person"},
    "publication": {"publisher"},
    "conflict": {"party", "source", "target"},
}
DATE = r"\d{3}[\dX](-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12]\d|3[01]))?)?"
EDTF = re.compile(rf"{DATE}(/({DATE}|\.\.))?")
ARTICLES = sorted((GOLD / "articles").glob("*.json"))


def read(path: Path) -> tuple[dict[str, Any], str]:
    text = (GOLD / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8")), text


def is_date(value: str | None) -> bool:
    return value is None or EDTF.fullmatch(value) is not None


def test_every_text_has_its_annotation() -> None:
    assert len(ARTICLES) >= 8
    assert {path.stem for path in ARTICLES} == {path.stem for path in (GOLD / "texts").glob("*.txt")}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_entities_are_named_in_the_text(path: Path) -> None:
    gold, text = read(path)
    assert gold["doc"] == path.stem
    assert text.startswith(f"date {gold['date']}\n")
    ids = [entity["id"] for entity in gold["entities"]]
    assert len(ids) == len(set(ids))
    for entity in gold["entities"]:
        assert entity["kind"] in EITHER
        for name in [entity["name"], *entity["aliases"]]:
            assert name in text, name


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_relations_follow_the_guidelines(path: Path) -> None:
    gold, text = read(path)
    kinds = {entity["id"]: entity["kind"] for entity in gold["entities"]}
    seen = set()
    for relation in gold["relations"]:
        sources, targets = RELATIONS[relation["type"]]
        assert kinds[relation["source"]] in sources, relation
        assert kinds[relation["target"]] in targets, relation
        assert relation["source"] != relation["target"], relation
        assert relation["status"] in {"current", "former", "future", None}
        assert is_date(relation["start"]) and is_date(relation["end"]), relation
        check_certainty(relation, text)
        key = tuple(relation[name] for name in ("type", "source", "target", "polarity", "modality"))
        assert key not in seen, key
        seen.add(key)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_events_follow_the_guidelines(path: Path) -> None:
    gold, text = read(path)
    kinds = {entity["id"]: entity["kind"] for entity in gold["entities"]}
    for event in gold["events"]:
        assert event["participants"], event
        for participant in event["participants"]:
            assert participant["role"] in ROLES[event["type"]], event
            assert participant["entity"] in kinds, event
        assert all(is_date(date) for date in [event["date"], *event.get("date_also", [])]), event
        if "object" in event:
            assert event["object"] in text, event
        if "amount" in event:
            assert event["amount"]["value"] > 0
            assert re.fullmatch("[A-Z]{3}", event["amount"]["currency"])
        check_certainty(event, text)


def check_certainty(item: dict[str, Any], text: str) -> None:
    assert item["polarity"] in {"positive", "negative"}
    assert item["modality"] in {"asserted", "other"}
    assert item["evidence"].strip() == item["evidence"] != ""
    assert item["evidence"] in text, item["evidence"]


def test_the_set_covers_every_type_and_every_certainty() -> None:
    articles = [read(path)[0] for path in ARTICLES]
    relations = [relation for gold in articles for relation in gold["relations"]]
    events = [event for gold in articles for event in gold["events"]]
    assert {relation["type"] for relation in relations} == set(RELATIONS)
    assert {event["type"] for event in events} == set(ROLES)
    for items in (relations, events):
        certainties = {(item["polarity"], item["modality"]) for item in items}
        assert certainties >= {("positive", "asserted"), ("positive", "other"), ("negative", "other")}


@pytest.mark.parametrize("value", ["19", "2019-13", "2019-7", "2019-07-32", "été 2019", "2019/"])
def test_a_wrong_date_is_seen(value: str) -> None:
    assert not is_date(value)
