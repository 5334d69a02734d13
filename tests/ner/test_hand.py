"""Names annotated by hand in press articles: places are kept, texts are not."""

import json
import lzma
from itertools import pairwise
from pathlib import Path

import pytest

from training.corpus import Span
from training.hand import NAMES, digest, is_kept, read_hand

TITLE, BODY = "Altaïs rachète Nébula", "Jeanne Morvan dirige Altaïs."
TEXT = f"{TITLE}\n\n{BODY}"


def write(folder: Path, names: list[list[object]], text: str = TEXT, key: str = "7") -> tuple[Path, Path]:
    archive, annotation = folder / "press.jsonl.xz", folder / "names.jsonl"
    with lzma.open(archive, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"id": "7", "title": TITLE, "text": BODY}) + "\n")
    annotation.write_text(json.dumps({"id": key, "text": digest(text), "names": names}) + "\n", encoding="utf-8")
    return archive, annotation


def test_names_come_back_with_the_text_of_the_archive(tmp_path: Path) -> None:
    hand = read_hand(*write(tmp_path, [[0, 6, "ORG"], [23, 36, "PER"]]))
    (article,) = hand.learn or hand.kept
    assert article.text == TEXT
    assert article.spans == (Span(0, 6, "ORG"), Span(23, 36, "PER"))
    assert article.text[23:36] == "Jeanne Morvan"


def test_an_article_that_reads_otherwise_now_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="another text"):
        read_hand(*write(tmp_path, [], text="Altaïs"))


def test_an_article_that_the_archive_lacks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="article 8: not in the archive"):
        read_hand(*write(tmp_path, [], key="8"))


def test_some_articles_are_kept_to_measure() -> None:
    kept = [number for number in range(2000) if is_kept(str(number))]
    assert 150 < len(kept) < 250


def test_the_annotation_holds_no_text() -> None:
    """Ids, digests, places and labels only: the text belongs to its agencies."""
    rows = [json.loads(line) for line in NAMES.read_text(encoding="utf-8").splitlines()]
    assert all(row.keys() == {"id", "text", "names"} and row["id"].isdigit() for row in rows)
    assert {label for row in rows for _, _, label in row["names"]} == {"PER", "ORG", "LOC", "EVENT", "PRODUCT"}
    for row in rows:
        places = [(start, end) for start, end, _ in row["names"]]
        assert all(start < end for start, end in places)
        assert all(a[1] <= b[0] for a, b in pairwise(places))
