import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import UsageError
from pipeline.load import from_texts, load
from pipeline.schema import Article, Rejection

BODY = "Brévent a racheté Nivelle pour 3 millions d'euros. La fondatrice, Maud Ostric, reste à la tête de la filiale."


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def articles(path: Path, **options: int) -> list[Article]:
    return [item for item in load(path, **options) if isinstance(item, Article)]


def rejections(path: Path, **options: int) -> list[tuple[str, str, str]]:
    return [(item.source, item.kind, item.reason) for item in load(path, **options) if isinstance(item, Rejection)]


def one(path: Path) -> Article:
    found = list(load(path))
    assert len(found) == 1 and isinstance(found[0], Article), found
    return found[0]


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


# --- bad input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "binary file (PDF)"),
        (bytes(range(256)) * 20, "binary file (control characters throughout)"),
        (b"a" * 2_000_000, "too large: 2000000 characters, at most 1000000 are read"),
        (b"a" * 5_000_000, "too large: 5000000 bytes, at most 4000004 are read"),
        (b"a" * 900_000, "nothing to read once cleaned (1 unbroken token(s) of more than 500 characters not read)"),
        (b"https://exemple.fr/a", "nothing to read once cleaned"),
        (b"date 2024-03\n\n12 345", "nothing to read once cleaned"),
    ],
)
def test_bad_file_is_refused_with_its_reason_and_the_rest_is_read(tmp_path: Path, content: bytes, reason: str) -> None:
    put(tmp_path, "a.txt", content)
    put(tmp_path, "b.txt", BODY)
    assert [article.id for article in articles(tmp_path)] == ["b"]
    assert rejections(tmp_path) == [("a.txt", "rejected", reason)]


def test_limit_can_be_set(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BODY)
    assert articles(tmp_path, max_characters=len(BODY))
    assert rejections(tmp_path, max_characters=len(BODY) - 1)[0][2].startswith("too large")


@pytest.mark.parametrize(
    ("content", "encoding", "warning"),
    [
        (BODY.encode("latin-1"), "cp1252", "not UTF-8 (byte 2): read as Windows-1252"),
        (BODY.encode() + b" \xe9", "utf-8", "broken UTF-8: 1 byte(s) replaced"),
        (("a" * 600 + " " + BODY).encode(), "utf-8", "1 unbroken token(s)"),
    ],
)
def test_doubtful_file_is_read_with_a_warning(tmp_path: Path, content: bytes, encoding: str, warning: str) -> None:
    put(tmp_path, "a.txt", content)
    (article,) = articles(tmp_path)
    assert article.encoding == encoding
    assert article.clean.strip().removesuffix(" \ufffd").strip() == BODY
    ((source, kind, reason),) = rejections(tmp_path)
    assert (source, kind) == ("a.txt", "warning") and reason.startswith(warning)


def test_nul_and_control_characters_are_masked(tmp_path: Path) -> None:
    article = one(put(tmp_path, "a.txt", f"Nivelle\x00ferme\x07.\x1b {BODY}"))
    assert article.clean == f"Nivelle ferme .  {BODY}"
    assert article.text == f"Nivelle\x00ferme\x07.\x1b {BODY}"


def test_unreadable_file_and_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", BODY)
    put(tmp_path, "b.txt", "Nivelle ferme.")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [article.id for article in articles(tmp_path)] == ["b"]
    assert rejections(tmp_path) == [("a.txt", "rejected", "cannot be read: Permission denied")]


def test_unreadable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "closed/a.txt", BODY)
    put(tmp_path, "b.txt", BODY)
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert [article.id for article in articles(tmp_path)] == ["b"]
    assert rejections(tmp_path) == [("closed", "rejected", "folder cannot be read: Permission denied")]


def test_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    put(outside, "secret.txt", "Maud Ostric part.")
    put(inside, "real/a.txt", BODY)
    (inside / "leaves.txt").symlink_to(outside / "secret.txt")
    (inside / "leaves").symlink_to(outside)
    (inside / "dead.txt").symlink_to(inside / "none.txt")
    (inside / "self.txt").symlink_to(inside / "self.txt")
    (inside / "real" / "up").symlink_to(inside)
    (inside / "same").symlink_to(inside / "real")
    (inside / "z.txt").symlink_to(inside / "real" / "a.txt")
    assert [article.id for article in articles(inside)] == ["real/a"]
    assert rejections(inside) == [
        ("dead.txt", "rejected", "symbolic link that leads nowhere"),
        ("leaves", "rejected", "symbolic link that leaves the folder: not followed"),
        ("leaves.txt", "rejected", "symbolic link that leaves the folder: not followed"),
        ("real/up", "rejected", "symbolic link to a folder that holds it: a loop, not followed"),
        ("self.txt", "rejected", "symbolic link that leads back to itself"),
        ("z.txt", "duplicate", "same content as real/a.txt"),
    ]


def test_a_linked_input_folder_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "real/a.txt", BODY)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert [article.id for article in articles(tmp_path / "link")] == ["a"]


def test_a_pipe_is_refused_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert rejections(tmp_path) == [("a.txt", "rejected", "not a regular file")]
    with pytest.raises(UsageError, match="not a regular file"):
        load(tmp_path / "a.txt")


def test_a_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    try:
        put(tmp_path, os.fsdecode(b"caf\xe9.txt"), BODY)
    except OSError:
        pytest.skip("this file system holds UTF-8 names only")
    assert [(article.id, article.source) for article in articles(tmp_path)] == [("caf\ufffd", "caf\ufffd.txt")]


def test_every_article_survives_json(tmp_path: Path) -> None:
    article = one(put(tmp_path, "a.txt", "Socie\u0301te\u0301 Bre\u0301vent\n\n" + BODY))
    assert article.shifts and article.title == "Société Brévent"
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_what_holds_no_texts_is_a_clear_error() -> None:
    with pytest.raises(UsageError, match="got int"):
        from_texts(3)  # type: ignore[arg-type]
