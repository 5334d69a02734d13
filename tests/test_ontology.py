"""Faulty rule files: every fault is told at once, with its file and key."""

from pathlib import Path

import pytest

from pipeline import ontology
from pipeline.errors import RuleError

HEAD = """name = "neighbour_of"
label = "est voisin de"
source = ["Person"]
target = ["Person"]
"""
WORD = """
[[role]]
lemmas = ["voisin"]
target = ["de"]
"""


def faults(folder: Path, **files: str) -> tuple[str, ...]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        ontology.load(folder)
    return raised.value.faults


def test_a_sound_file_is_a_rule(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD + WORD, encoding="utf-8")
    assert set(ontology.load(tmp_path).relations) == {"neighbour_of"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD + "colour = 1\n" + WORD, "colour: unknown key"),
        (HEAD, "needs at least one word"),
        (HEAD.replace("Person", "Cat") + WORD, "must list some of"),
        (HEAD + WORD.replace("voisin", "Voisin"), "must be lower-case"),
        (HEAD + WORD.replace('["voisin"]', '["voisin", "voisin"]'), "stands twice"),
        (HEAD + WORD.replace('["de"]', '["nowhere"]'), "no function and no known preposition"),
        (HEAD + WORD.replace("target =", "goal ="), "neither a role of the rule nor a known key"),
        (HEAD + WORD + 'status = "maybe"\n', "must be one of"),
        (HEAD + WORD + 'ties = [{ relation = "x", target = "target" }]\n', "has not the shape"),
        (HEAD + "[role]\nlemmas = 1\n", "has not the shape"),
        (HEAD + "[[says]]\ntext = 'A'\n" + WORD, "says needs claims"),
        ("name = ", "Invalid"),
        ("label = 'a'", "name: must be a snake_case word"),
    ],
)
def test_a_fault_is_told_with_its_file(tmp_path: Path, text: str, fault: str) -> None:
    found = faults(tmp_path, bad=text)
    assert any(line.startswith("bad.toml: ") and fault in line for line in found), found


def test_missing_words_hide_no_other_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, bad=HEAD + WORD.replace("lemmas", "lemma").replace("target =", "goal ="))
    assert any("lemmas must be a list of words" in line for line in found)
    assert any("goal" in line for line in found)


def test_faults_of_two_files_are_told_together(tmp_path: Path) -> None:
    found = faults(tmp_path, one=HEAD + "colour = 1\n" + WORD, two=HEAD + WORD)
    assert any("one.toml: colour" in line for line in found)
    assert any("two.toml: name" in line and "already in one.toml" in line for line in found)
