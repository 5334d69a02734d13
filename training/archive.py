"""The archives of texts that the models are made from, the press articles in one, and where a command finds them."""

from __future__ import annotations

import argparse
import json
import lzma
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

WINER = "winer_fr_2016_2017.tar.xz"
PRESS = "presse_fr.jsonl.xz"
ROOT = Path(__file__).resolve().parent.parent


def command_line(description: str | None) -> argparse.ArgumentParser:
    """The command line of a trainer, with the option that tells where the archives are."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("CORPORA", str(ROOT.parent / "shared" / "corpora"))
    made.add_argument("--corpora", type=Path, default=Path(default), help="folder of the corpora (or set CORPORA)")
    return made


def missing(folder: Path, names: Sequence[str] = (WINER, PRESS)) -> str:
    """One line on the archives that are not in the folder; empty where all are."""
    absent = [name for name in names if not (folder / name).is_file()]
    return f"no {' and no '.join(absent)} in {folder}: give its folder with --corpora or CORPORA=" if absent else ""


def rows(archive: Path) -> Iterator[dict[str, str]]:
    """The press articles of an archive: `id`, `date`, `title`, `text`."""
    with lzma.open(archive, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def whole(row: dict[str, str]) -> str:
    """An article as the pipeline is given it: title, empty line, text."""
    return f"{row['title']}\n\n{row['text']}"
