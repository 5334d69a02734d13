"""The notebook in examples/ runs from its first cell to its last, in a kernel of its own."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "examples" / "premiers-pas.ipynb"
READ: Callable[..., Any] = nbformat.read
"""nbformat gives this function no types."""


class ThisPython(KernelSpecManager):
    """Every kernel is the Python that runs the tests, whatever kernels the machine knows."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"])


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook with the outputs of a run from its own folder, as a reader opens it."""
    notebook = READ(NOTEBOOK, as_version=4)
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=ThisPython())
    client = NotebookClient(notebook, km=manager, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}})
    settings = tmp_path_factory.mktemp("jupyter")
    with pytest.MonkeyPatch.context() as patch:
        # Neither the settings nor the history of whoever runs the tests.
        patch.setenv("IPYTHONDIR", str(settings))
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep))
        client.execute()
    return notebook


def shown(notebook: Any, source: str) -> str:
    """What the one cell whose code holds ``source`` printed and showed."""
    (cell,) = [cell for cell in notebook.cells if cell.cell_type == "code" and source in cell.source]
    parts = [part.get("text") or "\n".join(part.data.values()) for part in cell.outputs]
    return "\n".join(parts)


def test_every_cell_shows_something(executed: Any) -> None:
    cells = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert len(cells) >= 8
    assert [cell.source for cell in cells if not cell.outputs] == []
    errors = {part.output_type for cell in cells for part in cell.outputs} | {
        part.get("name") for cell in cells for part in cell.outputs
    }
    assert not errors & {"error", "stderr"}


def test_graph_has_articles_and_a_table(executed: Any) -> None:
    told = shown(executed, "pipeline.extract(articles)")
    assert "<Graph: " in told and "<table>" in told
    assert re.search(r"Graph: [1-9][0-9]* articles, [1-9]", told)


def test_explanation_marks_the_trigger(executed: Any) -> None:
    told = shown(executed, "graph.explain(")
    assert "<mark>" in told and "nothing found" not in told


def test_own_text_gives_a_denied_edge(executed: Any) -> None:
    told = shown(executed, "own = ")
    assert "investor_in" in told and "negative" in told


def test_notebook_is_kept_without_outputs() -> None:
    notebook = READ(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.source for cell in cells if cell.outputs or cell.execution_count is not None] == []
