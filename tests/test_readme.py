"""What the README shows is what the program does: example, rule, table, columns, commands."""

import contextlib
import io
import json
import re
import shutil
from pathlib import Path

import pytest

import pipeline
from pipeline import examples, export, ner, ontology
from pipeline.__main__ import main, markdown_table
from pipeline.evaluation import gold
from pipeline.graph import Graph

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def example(name: str) -> str:
    """The fenced block below the marker ``<!-- example: name -->``."""
    found = re.findall(rf"<!-- example: {re.escape(name)} -->\n```\w+\n(.*?)```\n", README, re.S)
    assert len(found) == 1, name
    return str(found[0])


def section(title: str) -> str:
    """What stands below a third-level heading."""
    found = re.findall(rf"^### {re.escape(title)}\n(.*?)(?=^##)", README, re.S | re.M)
    assert len(found) == 1, title
    return str(found[0])


def first_cells(text: str) -> list[str]:
    """The names in backquotes of the first column of a table."""
    return [name for row in re.findall(r"^\| (`[^|]*) \|", text, re.M) for name in re.findall(r"`(\w+)`", row)]


def test_example_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "article.md").write_text(example("article.md"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example("code"), "README.md", "exec"), {})
    assert printed.getvalue() == example("output")


def test_rule_of_the_readme_is_valid_and_proved(tmp_path: Path) -> None:
    for file in ontology.RULES.glob("*.toml"):
        shutil.copy(file, tmp_path)
    (tmp_path / "sponsor_of.toml").write_text(example("rule"), encoding="utf-8")
    rules = ontology.load(tmp_path)
    rule = rules.rules["sponsor_of"]
    assert rule.says and rule.silent
    assert examples.check(rule, rules, ner.load_model()) == []


def test_annotation_of_the_readme_is_in_the_gold_format(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Jeanne Morvan dirige Altaïs depuis mars 2024.\n", encoding="utf-8")
    (tmp_path / "a.json").write_text(example("annotation"), encoding="utf-8")
    (article,) = gold.load(tmp_path)
    assert [relation.type for relation in article.relations] == ["leader_of"]
    assert [event.date for event in article.events] == ["2024-03"]
    assert {entity.id for entity in article.entities} == {id_ for _, id_ in article.events[0].roles}


def test_table_of_rules_is_the_generators() -> None:
    found = re.findall(r"<!-- rules -->\n(.*?)\n<!-- /rules -->", README, re.S)
    assert found == [markdown_table(ontology.load())]


def test_relations_without_direction_are_named() -> None:
    symmetric = sorted(name for name, rule in ontology.load().rules.items() if rule.symmetric)
    line = re.search(r"^(`.*)have no direction", README, re.M)
    assert line is not None
    assert re.findall(r"`(\w+)`", line[1]) == symmetric


@pytest.mark.parametrize("name", ["nodes", "edges", "evidence", "merges", "rejected"])
def test_every_column_is_explained_in_order(name: str) -> None:
    columns = list(getattr(Graph(), name).columns)
    assert first_cells(section(f"{name}.csv")) == columns


def test_every_file_and_every_key_of_the_report_is_explained(tmp_path: Path) -> None:
    for name in export.WRITERS:
        assert f"### {name}" in README
    pipeline.extract(["Il pleut."], tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert sorted(first_cells(section("report.json"))) == sorted(report)


def test_commands_exist(capsys: pytest.CaptureFixture[str]) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"^make ([a-z]+)", README, re.M)) == {"eval", "extract", "test"} <= set(targets)
    commands = set(re.findall(r"-m pipeline ([a-z]+)", README))
    assert commands == {"eval", "extract", "explain", "rules"}
    for command in sorted(commands):
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0
    shown = capsys.readouterr().out
    assert all(option in shown for option in ("--table", "--details", "--keep", "--json"))


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(links) >= 3
    assert [link for link in links if not (ROOT / link).is_file()] == []
