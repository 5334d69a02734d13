"""The house: imports run one way, downwards, and spaCy stays above the doorway."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "pipeline").rglob("*.py"))
BELOW = ("schema", "errors", "names", "graph", "dedupe", "export", "shards", "confidence", "evaluation")
"""Rooms behind the doorway: they know claims, not parses."""


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(path): path for path in FILES}


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def test_imports_never_run_in_a_circle() -> None:
    graph = {name: {i for i in imported(path) if i in MODULES} - {name} for name, path in MODULES.items()}
    order = list(TopologicalSorter(graph).static_order())  # raises CycleError, which names the circle
    assert len(order) == len(MODULES) > 60


def test_nothing_behind_the_doorway_knows_spacy() -> None:
    behind = {name: path for name, path in MODULES.items() if name.startswith(tuple(f"pipeline.{b}" for b in BELOW))}
    assert len(behind) > 12
    todo, reached = list(behind), set(behind)
    while todo:
        for name in imported(MODULES[todo.pop()]):
            assert name.partition(".")[0] not in ("spacy", "thinc")
            if name in MODULES and name not in reached:
                reached.add(name)
                todo.append(name)


def test_only_run_and_the_command_line_know_both_input_and_deliverables() -> None:
    both = {
        name
        for name, path in MODULES.items()
        if {"pipeline.load", "pipeline.export"} <= {".".join(i.split(".")[:2]) for i in imported(path)}
    }
    assert both <= {"pipeline.run"}


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    assert not [name for name in MODULES if name.rpartition(".")[2] in ("utils", "helpers", "common", "misc", "tools")]
