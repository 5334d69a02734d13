"""Input that cannot be read, or only with a warning: nothing raises, every reason is told."""

import os
from pathlib import Path

import pytest
from files import BODY, articles, one, put, rejections

from pipeline.errors import UsageError
from pipeline.load import load


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
