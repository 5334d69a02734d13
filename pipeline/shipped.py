"""Where the trained models of this project lie: in a checkout beside the package, in an installed wheel inside it."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import UsageError

_PACKAGE = Path(__file__).parent


def folder(name: str, file: str) -> Path:
    """The folder of the model ``name``, which holds ``file``; raises `UsageError` where there is none."""
    places = (_PACKAGE / "models", _PACKAGE.parent / "models")
    for place in places:
        if (place / name / file).is_file():
            return place / name
    raise UsageError(f"a model is missing: no {name}/{file} in {' or '.join(map(str, places))}")
