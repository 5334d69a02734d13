"""What is written: tables for any tool, a graph for Gephi, a report; every file whole, or none at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.export import csv_tables, graphml
from pipeline.graph import Graph


def _report(graph: Graph) -> bytes:
    text = json.dumps(dict(graph.report), ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    return f"{text}\n".encode(errors="replace")


WRITERS: dict[str, Callable[[Graph], bytes]] = {
    "nodes.csv": lambda graph: csv_tables.table(graph.nodes),
    "edges.csv": lambda graph: csv_tables.table(graph.edges),
    "evidence.csv": lambda graph: csv_tables.table(graph.evidence),
    "merges.csv": lambda graph: csv_tables.table(graph.merges),
    "rejected.csv": lambda graph: csv_tables.table(graph.rejected),
    "graph.graphml": lambda graph: graphml.document(graph),
    "report.json": _report,
}
"""Each file and what gives its bytes. The report comes last: where it is new, so is everything else."""


_PART = ".part-"
_ABANDONED = 3600.0
"""Seconds after which the hidden folder of another run is taken for one that a kill left behind."""


def write(graph: Graph, out: Path) -> list[Path]:
    """Write every file of ``WRITERS`` into the folder ``out`` (made if missing) and return their paths.

    All files are first written to a hidden folder within ``out`` and brought to disk; only then are they renamed, so
    an error or a kill leaves the former files, or whole new ones, never a part. The same graph gives the same bytes.
    Raises UsageError where ``out`` cannot be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(out)
        part = Path(tempfile.mkdtemp(prefix=_PART, dir=out))
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror or error}") from error
    try:
        # A folder in the place of a file would stop the renaming half-way.
        for name in WRITERS:
            if (out / name).is_dir():
                raise UsageError(f"cannot write {out / name}: a folder of that name is in the way")
        for name, contents in WRITERS.items():
            _to_disk(part / name, contents(graph))
        paths = [(part / name).replace(out / name) for name in WRITERS]
        _sync_folder(out)
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return paths


def _remove_abandoned(out: Path) -> None:
    for part in out.glob(f"{_PART}*"):
        if time.time() - part.stat().st_mtime > _ABANDONED:
            shutil.rmtree(part, ignore_errors=True)


def _to_disk(path: Path, contents: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(contents)
        handle.flush()
        os.fsync(handle.fileno())


def _sync_folder(folder: Path) -> None:
    """Bring the renames to disk, where the system lets a folder be opened (Windows does not)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
