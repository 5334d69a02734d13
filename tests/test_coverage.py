from pathlib import Path

import pytest

from pipeline import run
from pipeline.__main__ import main
from pipeline.errors import UsageError

TEXT = """Le groupe Verdaline a racheté la société Octavia en 2020.

Le groupe Verdaline taquine gentiment la société Solénia depuis longtemps.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_what_fires_what_does_not_and_the_words_no_rule_knows(folder: Path) -> None:
    found = run.cover([folder])
    assert found.articles == 1
    assert found.rules["acquisition"] >= 1
    assert sum(found.rules.values()) == sum(found.constructions.values())
    assert "merger" in found.silent
    assert "acquisition" not in found.silent
    assert any("taquine" in words for words in found.between)
    assert not any("racheté" in words for words in found.between)
    assert "racheter" not in found.unknown


def test_the_command_prints_every_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--coverage", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("1 articles")
    assert "never fired: " in shown
    assert "taquine" in shown


def test_no_article_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no article"):
        run.cover([tmp_path])


def test_a_relation_that_another_rule_tells_is_not_silent(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le groupe Verdaline a racheté la société Octavia en 2020.", encoding="utf-8")
    found = run.cover([tmp_path])
    assert "owner_of" not in found.rules
    assert "owner_of" not in found.silent
