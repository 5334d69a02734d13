import csv
import os
import sys
from pathlib import Path

import pytest

from pipeline import ontology
from pipeline.__main__ import main
from pipeline.errors import RuleError

GOOD = "Jeanne Morel est la PDG de Verdaline.\n"


def refused(out: Path) -> dict[str, tuple[str, str]]:
    with (out / "rejected.csv").open(encoding="utf-8-sig", newline="") as handle:
        return {row["Source"]: (row["Kind"], row["Reason"]) for row in csv.DictReader(handle)}


def labels(out: Path) -> set[str]:
    with (out / "nodes.csv").open(encoding="utf-8-sig", newline="") as handle:
        return {row["Label"] for row in csv.DictReader(handle)}


BAD: dict[str, tuple[dict[str, bytes], str, str]] = {
    "empty": ({"x.txt": b" \n"}, "x.txt", "empty"),
    "binary": ({"x.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))}, "x.txt", "binary"),
    "one word of 2 MB": ({"x.txt": b"a" * 2_000_000}, "x.txt", "too large"),
    "same id": (
        {"x.txt": b"Octavia attend.", "x.md": "Octavia espère encore.".encode()},
        "x.txt",
        "same id as x.md",
    ),
    "broken line": ({"x.jsonl": b'{"id": "k", "text": "Octavia attend."}\n{"id": \n'}, "x.jsonl:2", "broken JSON"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_the_rest_is_read(name: str, tmp_path: Path) -> None:
    files, source, reason = BAD[name]
    place = tmp_path / "in"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    for file, content in files.items():
        (place / file).write_bytes(content)
    assert main(["extract", str(place), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    found = {key: why for key, (kind, why) in refused(tmp_path / "out").items() if kind == "rejected"}
    assert list(found) == [source]
    assert reason in found[source]
    assert "Verdaline" in labels(tmp_path / "out")
    assert main(["extract", str(place), "--out", str(tmp_path / "out"), "--quiet", "--strict"]) == 1


def test_broken_and_old_encodings_and_control_characters_are_read(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    (place / "latin.txt").write_bytes("Hélène Morel est la PDG de Verdaline.".encode("latin-1"))
    (place / "control.txt").write_bytes(b"Octavia a \x07achet\xc3\xa9 Sylvarix en 2020, dit\x0b Paul Girard.")
    (place / "broken.txt").write_bytes("Été : Octavia a racheté Delphia".encode() + b"\xc3\x28.")
    assert main(["extract", str(place), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    assert "Hélène Morel" in labels(tmp_path / "out")
    assert {kind for kind, _ in refused(tmp_path / "out").values()} <= {"warning"}
    assert "broken.txt" in refused(tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_unreadable_file_and_link_that_leaves_are_named(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("Octavia cache Delphia.", encoding="utf-8")
    (place / "link.txt").symlink_to(tmp_path / "secret.txt")
    closed = place / "closed.txt"
    if os.geteuid() == 0:  # Root may read everything: a name that is no file stands in.
        os.mkfifo(closed)
    else:
        closed.write_text("Octavia attend.", encoding="utf-8")
        closed.chmod(0)
    assert main(["extract", str(place), "--out", str(tmp_path / "out"), "--quiet", "--strict"]) == 1
    found = refused(tmp_path / "out")
    assert set(found) == {"link.txt", "closed.txt"}
    assert "leaves the folder" in found["link.txt"][1]
    assert "Verdaline" in labels(tmp_path / "out")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "no-such-folder"], "no-such-folder"),
        (["extract", "good.txt", "--model", "no_such_model"], "no_such_model"),
        (["extract", "good.txt", "--min-confidence", "3"], "between 0 and 1"),
        (["extract", "good.txt", "--out", "good.txt"], "not a folder"),
        (["explain", "A", "B", "--in", "nowhere"], "no readings"),
        (["rules", "--on", "no-such-file"], "no-such-file"),
    ],
)
def test_wrong_call_is_one_line_and_exit_code_2(
    arguments: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("error: ")
    assert words in line


@pytest.mark.parametrize(
    "arguments",
    [["extract", "in", "--colour"], ["extract"], ["paint"], [], ["extract", "in", "--min-confidence", "x"]],
)
def test_wrong_option_is_one_line_and_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: ")


def test_faulty_rules_stop_with_code_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def faulty() -> None:
        raise RuleError(["x.toml: name: missing"])

    monkeypatch.setattr(ontology, "load", faulty)
    assert main(["rules"]) == 2
    assert "x.toml: name: missing" in capsys.readouterr().err


def test_summary_tells_what_was_found_and_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "in" / "void.txt").write_bytes(b"")
    assert main(["extract", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    for word in ("articles", "people", "relations", "void.txt", "empty"):
        assert word in captured.err


def test_explain_marks_the_trigger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    out = str(tmp_path / "out")
    assert main(["extract", str(tmp_path / "good.txt"), "--out", out, "--quiet"]) == 0
    assert main(["explain", "Jeanne Morel", "verdaline", "--in", out]) == 0
    assert "⟦PDG⟧ de Verdaline" in capsys.readouterr().out
    assert main(["explain", "Jeanne Morel", "Personne Inconnue", "--in", out]) == 2


def test_rules_are_listed_and_tried_on_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out
    assert main(["rules", "--table"]) == 0
    table = capsys.readouterr().out
    for name, rule in ontology.load().rules.items():
        assert name in listed
        assert f"| `{name}` | {rule.label} |" in table
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert main(["rules", "--on", str(tmp_path / "good.txt")]) == 0
    shown = capsys.readouterr().out
    assert "leader_of (source: Jeanne Morel, target: Verdaline)" in shown
    assert shown.startswith("names: ")
    assert "Verdaline (Organisation)" in shown.splitlines()[0]
