import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline import confidence, export, learned, load, ontology, relations, run
from pipeline.document import Document
from pipeline.errors import ArticleError, UsageError
from pipeline.ontology import Ontology
from pipeline.schema import Article, Reading

FILES = {
    "a.txt": "date 2024-03-12\nVerdaline lève des fonds\n\nJeanne Morel est la PDG de Verdaline. "
    "Verdaline a racheté Octavia pour 3 millions d'euros en mars 2021.\n",
    "b.md": "date 2024-05\nJeanne Morel dirige Verdaline depuis 2019. "
    "Selon elle, Octavia n'a pas investi dans Verdaline.\n",
    "sub/c.txt": "Paul Girard a fondé Octavia en 2012 avec Luc Tessier.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "in", FILES)
    return tmp_path / "in"


def write(folder: Path, files: dict[str, str], *, backwards: bool = False) -> None:
    for name in sorted(files, reverse=backwards):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(files[name], encoding="utf-8")


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


@pytest.fixture
def read_ids(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are read from here on; ``boom`` stops the run, ``faulty`` is a fault."""
    ids: list[str] = []
    real = relations.read

    def counting(document: Document, rules: Ontology, *, least: float) -> Reading:
        if document.article.id == "boom":
            raise KeyboardInterrupt
        if document.article.id == "faulty":
            raise IndexError("no such token")
        ids.append(document.article.id)
        return real(document, rules, least=least)

    monkeypatch.setattr(relations, "read", counting)
    return ids


def test_folder_becomes_a_sourced_graph(folder: Path, tmp_path: Path) -> None:
    graph = pipeline.extract(folder, tmp_path / "out")
    assert set(contents(tmp_path / "out")) == set(export.WRITERS)
    assert {"Jeanne Morel", "Verdaline", "Octavia"} <= set(graph.nodes["Label"])
    labels = dict(zip(graph.nodes["Id"], graph.nodes["Label"], strict=True))
    edges = {(labels[e.source], e.kind, labels[e.target]) for e in graph.edge_rows}
    assert ("Jeanne Morel", "leader_of", "Verdaline") in edges
    texts = {item.id: item.text for item in load.load(folder) if isinstance(item, Article)}
    assert graph.evidence_rows
    for row in graph.evidence_rows:
        assert texts[row.document][row.start : row.end] == row.quote


def test_strings_and_tables_are_read_too() -> None:
    text = FILES["a.txt"].split("\n\n")[1]
    from_list = pipeline.extract([text])
    from_table = pipeline.extract(pd.DataFrame({"text": [text]}))
    assert from_list.edge_rows
    assert from_list.edge_rows == from_table.edge_rows


def test_report_has_counts_and_versions_but_no_path(folder: Path, tmp_path: Path) -> None:
    graph = pipeline.extract(folder, tmp_path / "out")
    text = (tmp_path / "out" / "report.json").read_text(encoding="utf-8")
    report = json.loads(text)
    assert str(tmp_path) not in text
    assert report["input"]["articles"] == 3
    assert sum(report["claims"].values()) == sum(report["rules_fired"].values()) > 0
    assert set(report["rules_fired"]) | set(report["rules_silent"]) == set(ontology.load().rules)
    assert report["graph"]["evidence"] == len(graph.evidence_rows)
    assert "fr_core_news_md 3.8.0" in report["versions"]["model"]
    assert re.fullmatch("[0-9a-f]{16}", report["versions"]["weights"])


def test_second_run_reads_only_what_is_new_and_writes_the_same_bytes(
    folder: Path, tmp_path: Path, read_ids: list[str]
) -> None:
    run.extract(folder, tmp_path / "out")
    first = contents(tmp_path / "out")
    assert sorted(read_ids) == ["a", "b", "sub/c"]
    read_ids.clear()
    run.extract(folder, tmp_path / "out")
    assert read_ids == []
    assert contents(tmp_path / "out") == first
    write(folder, {"b.md": "Octavia a porté plainte contre Verdaline.\n"})
    run.extract(folder, tmp_path / "out")
    assert read_ids == ["b"]
    read_ids.clear()
    run.extract(folder, tmp_path / "out", cache=False)
    assert sorted(read_ids) == ["a", "b", "sub/c"]


def test_damaged_shard_is_read_anew(folder: Path, tmp_path: Path, read_ids: list[str]) -> None:
    run.extract(folder, tmp_path / "out")
    first = contents(tmp_path / "out")
    (shard,) = (tmp_path / "out" / ".readings").glob("*.jsonl")
    shard.write_bytes(shard.read_bytes()[:-5])
    read_ids.clear()
    run.extract(folder, tmp_path / "out")
    assert sorted(read_ids) == ["a", "b", "sub/c"]
    assert contents(tmp_path / "out") == first


def test_killed_run_writes_nothing_and_the_next_goes_on(folder: Path, tmp_path: Path, read_ids: list[str]) -> None:
    write(folder, {"boom.txt": "Ce texte interrompt la lecture.\n"})
    with pytest.raises(KeyboardInterrupt):
        run.extract(folder, tmp_path / "out")
    assert contents(tmp_path / "out") == {}
    assert read_ids == ["a", "b"]
    read_ids.clear()
    (folder / "boom.txt").unlink()
    run.extract(folder, tmp_path / "out")
    assert read_ids == ["sub/c"]


def test_a_folder_without_articles_leaves_the_former_graph(folder: Path, tmp_path: Path) -> None:
    run.extract(folder, tmp_path / "out")
    former = contents(tmp_path / "out")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no article"):
        run.extract(tmp_path / "empty", tmp_path / "out")
    assert contents(tmp_path / "out") == former


def test_a_fault_in_one_article_does_not_stop_the_others(folder: Path, tmp_path: Path, read_ids: list[str]) -> None:
    write(folder, {"faulty.txt": "Ce texte révèle une faute.\n"})
    graph = run.extract(folder, tmp_path / "out")
    assert [tuple(row)[:2] for row in graph.rejected.itertuples(index=False)] == [
        ("faulty.txt", "a fault of this program: IndexError: no such token")
    ]
    assert graph.edge_rows
    assert read_ids == ["a", "b", "sub/c"]
    read_ids.clear()
    run.extract(folder, tmp_path / "out")  # it is tried again, and nothing else is
    assert read_ids == []
    assert len(graph.rejected) == 1
    with pytest.raises(ArticleError, match="no such token"):
        run.read(Article(id="faulty", source="x", text="Rien.", clean="Rien."))


KILLED = """
import os, pathlib, signal, sys
from pipeline import ner, relations, run

real = relations.read
ner.BATCH_SIZE = 1

def read(document, rules, *, least):
    if document.article.id == "sub/c":
        os.kill(os.getpid(), signal.SIGKILL)
    return real(document, rules, least=least)

relations.read = read
run.extract(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL exists on POSIX systems only")
def test_a_run_that_was_killed_outright_goes_on(folder: Path, tmp_path: Path, read_ids: list[str]) -> None:
    root = Path(run.__file__).parent.parent
    command = [sys.executable, "-c", KILLED, str(folder), str(tmp_path / "out")]
    assert subprocess.run(command, cwd=root, timeout=120).returncode == -signal.SIGKILL
    assert contents(tmp_path / "out") == {}
    run.extract(folder, tmp_path / "out")
    assert read_ids == ["sub/c"]
    run.extract(folder, tmp_path / "other")
    assert contents(tmp_path / "out") == contents(tmp_path / "other")


def test_failed_export_leaves_the_former_output(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run.extract(folder, tmp_path / "out")
    former = contents(tmp_path / "out")
    write(folder, {"d.txt": "Marc Vidal a quitté Octavia.\n"})

    def broken(_: object) -> bytes:
        raise RuntimeError("killed")

    monkeypatch.setitem(export.WRITERS, "report.json", broken)
    with pytest.raises(RuntimeError, match="killed"):
        run.extract(folder, tmp_path / "out")
    assert contents(tmp_path / "out") == former


def test_any_order_of_files_and_any_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        place = tmp_path / seed
        write(place / "in", FILES, backwards=seed == "2")
        command = [sys.executable, "-m", "pipeline", "extract", str(place / "in"), "--out", str(place / "out")]
        root = Path(run.__file__).parent.parent
        subprocess.run(command, check=True, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=120)
        written.append(contents(place / "out"))
    assert written[0] == written[1]
    assert set(written[0]) == set(export.WRITERS)


def test_output_within_the_input_is_not_read(folder: Path) -> None:
    run.extract(folder, folder / "graph")
    first = contents(folder / "graph")
    again = run.extract(folder, folder / "graph")
    assert contents(folder / "graph") == first
    assert again.rejections == ()
    with pytest.raises(UsageError, match="must not be the input"):
        run.extract(folder, folder)


def test_reopened_graph_is_the_one_that_was_written(folder: Path, tmp_path: Path) -> None:
    graph = run.extract(folder, tmp_path / "out", min_confidence=0.3)
    again = run.reopen(tmp_path / "out")
    assert (again.node_rows, again.edge_rows, again.evidence_rows) == (
        graph.node_rows,
        graph.edge_rows,
        graph.evidence_rows,
    )
    run.extract(folder, tmp_path / "out", cache=False)
    with pytest.raises(UsageError, match="no readings"):
        run.reopen(tmp_path / "out")


def test_least_confidence_leaves_weaker_claims_out(folder: Path) -> None:
    every = run.extract(folder)
    assert not run.extract(folder, min_confidence=1).edge_rows
    assert every.edge_rows
    with pytest.raises(UsageError, match="between 0 and 1"):
        run.extract(folder, min_confidence=2)


def test_one_text_is_read_and_resolved() -> None:
    reading = pipeline.read("Jeanne Morel est la PDG de Verdaline.")
    assert [claim.type for claim in reading.claims] == ["leader_of"]
    assert [edge.label for edge in pipeline.resolve([reading]).edge_rows] == [ontology.load().rules["leader_of"].label]
    with pytest.raises(ArticleError, match="empty"):
        pipeline.read("  ")


def test_readings_depend_on_every_trained_file(monkeypatch: pytest.MonkeyPatch) -> None:
    before = run._engine(None)
    assert run._engine(None) == before
    read_bytes = Path.read_bytes
    trained = Path(learned.directory()).parent
    files = [*trained.glob("*/**/*"), confidence.DATA]
    assert len(files) > 5
    for changed in (path for path in files if path.is_file()):
        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", lambda path, c=changed: read_bytes(path) + b"x" * (path == c))
            assert run._engine(None) != before, changed.name
