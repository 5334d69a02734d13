"""Files, tables and calls from Python → articles."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from files import BODY, articles, one, put, rejections

from pipeline.errors import UsageError
from pipeline.load import from_texts, load
from pipeline.schema import Article, Rejection

# --- text and Markdown ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("date 2024-03\n\n", "2024-03"),
        ("date 2024-03-12\n\n", "2024-03-12"),
        (" date 2024-03 ", "2024-03"),
        ("date 2024\n", "2024"),
        ("Date : 12/03/2024\n\n", "2024-03-12"),
        ("date 2024-03-12T08:30:00+01:00\n\n", "2024-03-12"),
        ("date 2024-22\n\n", "2024-22"),
        ("\ndate\u00a02024-03\r\n\r\n", "2024-03"),
    ],
)
def test_date_line_is_read_and_masked_not_cut(tmp_path: Path, head: str, date: str) -> None:
    path = put(tmp_path, "a.txt", head + BODY)
    article = one(path)
    assert article.date == date
    assert article.text == path.read_bytes().decode().replace("\r\n", "\n")
    assert article.clean.strip() == BODY
    assert len(article.clean) == len(article.text)


@pytest.mark.parametrize("written", ["2024-02-30", "2024-13", "31/11/2024", "0000", "99"])
def test_impossible_date_is_none_with_a_warning(tmp_path: Path, written: str) -> None:
    warning, article = load(put(tmp_path, "a.txt", f"date {written}\n\n{BODY}"))
    assert isinstance(warning, Rejection) and warning.kind == "warning" and written in warning.reason
    assert isinstance(article, Article) and article.date is None
    assert article.clean.strip() == BODY


def test_the_word_date_in_a_sentence_is_no_header(tmp_path: Path) -> None:
    text = "Date butoir fixée par Brévent : le 3 mars. " + BODY
    article = one(put(tmp_path, "a.txt", text))
    assert (article.date, article.clean) == (None, text)


def test_front_matter(tmp_path: Path) -> None:
    head = '---\nid: rachat-1\ntitle: "Brévent rachète Nivelle"\ndate: 2024-03-12\ntags: [a, b]\n---\n\n'
    path = put(tmp_path, "a.md", head + BODY)
    article = one(path)
    assert (article.id, article.date, article.title) == ("rachat-1", "2024-03-12", "Brévent rachète Nivelle")
    assert article.text == head + BODY
    assert article.clean.split() == ["Brévent", "rachète", "Nivelle", *BODY.split()]
    assert article.clean[: article.title_end].strip() == "Brévent rachète Nivelle"


def test_title_told_in_front_matter_and_body_is_read_once(tmp_path: Path) -> None:
    text = f"---\ntitre: Brévent rachète Nivelle\n---\n# Brévent rachète Nivelle\n\n{BODY}"
    article = one(put(tmp_path, "a.md", text))
    assert article.clean.count("rachète") == 1
    assert article.title == "Brévent rachète Nivelle"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# Brévent rachète Nivelle\n{BODY}", "Brévent rachète Nivelle"),
        (f"Brévent rachète Nivelle\n\n{BODY}", "Brévent rachète Nivelle"),
        (f"date 2024-03\n\nBrévent rachètera-t-il Nivelle ?\n\n{BODY}", "Brévent rachètera-t-il Nivelle ?"),
        (f"Brévent :bulb: rachète\u00a0Nivelle\n\n{BODY}", "Brévent rachète Nivelle"),
        (f"Brévent rachète Nivelle.\n\n{BODY}", None),
        (f"Brévent rachète Nivelle\n{BODY}", None),
        (f"{'Brévent rachète ' * 15}\n\n{BODY}", None),
        (f"- Brévent rachète Nivelle\n\n{BODY}", None),
        (f"2024\n\n{BODY}", None),
        ("Brévent rachète Nivelle", None),
        (BODY, None),
    ],
)
def test_title(tmp_path: Path, text: str, title: str | None) -> None:
    article = one(put(tmp_path, "a.txt", text))
    assert article.title == title
    assert " ".join(article.clean[: article.title_end].lstrip("# ").split()) == (title or "")


def test_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    article = one(put(tmp_path, "a.txt", "\ufeffUn début.\r\nUne suite.\rUne fin.\n"))
    assert article.text == "Un début.\nUne suite.\nUne fin.\n"


# --- pages ------------------------------------------------------------------------------------------------------------

PAGE = (
    "<!DOCTYPE html><html lang=fr><head>{meta}<title>Brévent rachète Nivelle</title>"
    '<meta property="og:title" content="Brévent rachète Nivelle">'
    '<meta property="article:published_time" content="2024-03-12T08:00:00+01:00"></head>'
    "<body><nav><a href=/>Accueil</a></nav><article><h1>Brévent rachète Nivelle</h1>"
    "<p>" + BODY + "</p><p>" + "Le syndicat de l'entreprise dit sa déception et demande une réunion. " * 4 + "</p>"
    "</article><script>var x = 1;</script><footer>Mentions légales</footer></body></html>"
)


@pytest.mark.parametrize(
    ("name", "encoding", "meta"),
    [
        ("a.html", "utf-8", ""),
        ("a.htm", "iso8859-15", '<meta charset="iso-8859-15">'),
        ("a.HTML", "cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
    ],
)
def test_page(tmp_path: Path, name: str, encoding: str, meta: str) -> None:
    article = one(put(tmp_path, name, PAGE.format(meta=meta).encode(encoding)))
    assert (article.id, article.date, article.title) == ("a", "2024-03-12", "Brévent rachète Nivelle")
    assert article.encoding == encoding
    assert BODY in article.clean
    assert "Accueil" not in article.clean and "Mentions" not in article.clean and "var x" not in article.clean
    assert article.clean.count("Brévent rachète Nivelle") == 1
    assert article.text.startswith("Brévent rachète Nivelle\n\n")


def test_page_without_an_article_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", "<html><body></body></html>")
    assert rejections(path) == [("a.html", "rejected", "no article found in the page")]


def test_broken_html_is_read_or_refused_but_never_raises(tmp_path: Path) -> None:
    put(tmp_path, "a.html", "<html><body><p>" + "<div" * 500)
    put(tmp_path, "b.html", PAGE.format(meta="")[:-60])
    put(tmp_path, "c.html", "\x00\x00" + PAGE.format(meta=""))
    assert [article.id for article in articles(tmp_path)] == ["b"]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_jsonl_with_broken_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": 7, "date": "2024-03", "title": "Brévent grandit", "text": BODY}).encode(),
        b'{"id": "x", "text": ',
        b"",
        b'["a"]',
        b'{"id": "y", "text": null}',
        b'{"id": "z", "text": 3}',
        b'{"id": "v", "text": "  "}',
        '{"id": "w", "text": "Nivelle a coulé."}'.encode("cp1252").replace(b"coul\xe9", b"coul\xe9"),
        '{"text": "Le siège est à Nîmes."}'.encode(),
    ]
    path = put(tmp_path, "a.jsonl", b"\r\n".join(lines))
    found = articles(path)
    assert [(article.id, article.source, article.date, article.title) for article in found] == [
        ("7", "a.jsonl:1", "2024-03", "Brévent grandit"),
        ("w", "a.jsonl:8", None, None),
        ("a-9", "a.jsonl:9", None, None),
    ]
    assert found[0].text == f"Brévent grandit\n\n{BODY}"
    assert found[0].clean[: found[0].title_end] == "Brévent grandit"
    assert found[1].text == "Nivelle a coulé." and found[1].encoding == "cp1252"
    refused = rejections(path)
    assert [(source, kind) for source, kind, _ in refused] == [
        ("a.jsonl:2", "rejected"),
        ("a.jsonl:4", "rejected"),
        ("a.jsonl:5", "rejected"),
        ("a.jsonl:6", "rejected"),
        ("a.jsonl:7", "rejected"),
        ("a.jsonl:8", "warning"),
    ]
    assert refused[0][2].startswith("broken JSON")


def test_jsonl_in_utf16_and_title_already_in_text(tmp_path: Path) -> None:
    record = {"id": "a", "title": "Brévent grandit", "text": f"Brévent grandit\n\n{BODY}"}
    article = one(put(tmp_path, "a.jsonl", json.dumps(record, ensure_ascii=False).encode("utf-16")))
    assert article.text == record["text"] and article.title == "Brévent grandit"
    assert article.encoding == "utf-16-le"


def test_jsonl_with_a_lone_surrogate(tmp_path: Path) -> None:
    article = one(put(tmp_path, "a.jsonl", b'{"id": "a\\udc80", "text": "Nivelle \\ud83d ferme."}'))
    assert article.id == "a\ufffd"
    assert article.text == "Nivelle \ufffd ferme." and article.clean == "Nivelle   ferme."
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["ID", "Date", "Title", "Text"],
        ["a", "2024-03", "Brévent grandit", '"Brévent a dit ""oui""' + delimiter + '\r\nNivelle aussi."'],
        ["b", "2024-03", "trop court"],
        ["c", "", "", "Maud Ostric part."],
    ]
    path = put(tmp_path, "t.csv", "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows))
    found = articles(path)
    assert [(article.id, article.source, article.date) for article in found] == [
        ("a", "t.csv:2", "2024-03"),
        ("c", "t.csv:5", None),
    ]
    assert found[0].text == f'Brévent grandit\n\nBrévent a dit "oui"{delimiter}\nNivelle aussi.'
    assert rejections(path) == [("t.csv:4", "rejected", "broken CSV: 3 cells for 4 columns")]


def test_csv_row_with_a_broken_quote_does_not_stop_the_next(tmp_path: Path) -> None:
    path = put(tmp_path, "t.csv", 'id,text\na,"Nivelle" ferme.\nb,Brévent ouvre.\n')
    assert [article.id for article in articles(path)] == ["b"]
    assert rejections(path)[0][:2] == ("t.csv:2", "rejected")


def test_csv_without_text_column_or_empty(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", "id,corps\n1,Brévent ouvre.\n")
    put(tmp_path, "b.csv", "")
    assert rejections(tmp_path) == [
        ("a.csv", "rejected", "no column named 'text' (found: id, corps)"),
        ("b.csv", "rejected", "empty"),
    ]


def test_csv_with_a_cell_beyond_the_default_limit(tmp_path: Path) -> None:
    article = one(put(tmp_path, "a.csv", "id,text\na," + "Brévent ouvre. " * 20_000))
    assert len(article.text) == 300_000


# --- from Python ------------------------------------------------------------------------------------------------------


def test_strings() -> None:
    first, broken, second = from_texts([f"date 2024-03\n\n{BODY}", 3, "Nivelle \ud800ferme.\r\nFin."])  # type: ignore[list-item]
    assert isinstance(first, Article) and (first.id, first.date) == ("text-1", "2024-03")
    assert isinstance(broken, Rejection) and broken.reason == "not a string but int"
    assert isinstance(second, Article) and second.text == "Nivelle \ufffdferme.\nFin."


def test_data_frame() -> None:
    frame = pd.DataFrame(
        {
            "id": ["x", None],
            "date": [pd.Timestamp("2024-03-12"), pd.NaT],
            "title": ["Brévent grandit", None],
            "text": [BODY, "Nivelle ferme."],
            "extra": [1, 2],
        }
    )
    first, second = from_texts(frame)
    assert isinstance(first, Article) and (first.id, first.date, first.title) == ("x", "2024-03-12", "Brévent grandit")
    assert isinstance(second, Article) and (second.id, second.date, second.text) == ("text-2", None, "Nivelle ferme.")


def test_wrong_calls_from_python() -> None:
    with pytest.raises(UsageError, match="one string"):
        from_texts("Nivelle ferme.")
    with pytest.raises(UsageError, match="no column named 'text'"):
        list(from_texts(pd.DataFrame({"corps": ["a"]})))


# --- folders ----------------------------------------------------------------------------------------------------------


def test_folder_is_walked_in_sorted_order_whatever_the_file_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ["b.txt", "a/z.md", "a.b.txt", "c/d/e.txt", ".hidden.txt", ".git/x.txt", "README.md", "x.txt/y.txt"]:
        put(tmp_path, name, f"Nivelle ouvre {name.replace('.', ' ')} ici.")
    expected = ["a.b", "a/z", "b", "c/d/e", "x.txt/y"]
    assert [article.id for article in articles(tmp_path)] == expected
    walk = os.walk

    def backwards(folder: Path, onerror: Callable[[OSError], object]) -> Iterator[tuple[str, list[str], list[str]]]:
        for name, subfolders, files in walk(str(folder), onerror=onerror):
            subfolders.reverse()
            yield name, subfolders, files[::-1]

    monkeypatch.setattr("os.walk", backwards)
    assert [article.id for article in articles(tmp_path)] == expected
    assert rejections(tmp_path) == []


def test_missing_path_and_wrong_option_are_usage_errors_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        load(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="max_characters"):
        load(tmp_path, max_characters=0)
    with pytest.raises(UsageError, match="formats are"):
        load(put(tmp_path, "a.pdf", b"%PDF-1.4"))


def test_unknown_format_in_a_folder_is_a_warning(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", b"PK\x03\x04")
    ((source, kind, reason),) = rejections(tmp_path)
    assert (source, kind) == ("a.docx", "warning") and "the formats are" in reason


def test_same_id_is_refused_and_named(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "Nivelle ferme.")
    put(tmp_path, "a.txt", "Brévent ouvre.")
    put(tmp_path, "b.txt", "Brévent ouvre.")
    assert [article.source for article in articles(tmp_path)] == ["a.md", "b.txt"]
    assert rejections(tmp_path) == [("a.txt", "rejected", "same id as a.md: 'a'")]


def test_same_content_is_read_once_and_reported(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", f"date 2024-03\n\n{BODY}")
    put(tmp_path, "b.txt", "\r\n" + BODY.replace(" ", "\u00a0\n") + "\n")
    assert [article.id for article in articles(tmp_path)] == ["a"]
    assert rejections(tmp_path) == [("b.txt", "duplicate", "same content as a.txt")]


def test_every_article_survives_json(tmp_path: Path) -> None:
    article = one(put(tmp_path, "a.txt", "Socie\u0301te\u0301 Bre\u0301vent\n\n" + BODY))
    assert article.shifts and article.title == "Société Brévent"
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_what_holds_no_texts_is_a_clear_error() -> None:
    with pytest.raises(UsageError, match="got int"):
        from_texts(3)  # type: ignore[arg-type]
