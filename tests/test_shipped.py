"""Where the trained models lie."""

import pytest

from pipeline import learned, shipped, undated, vectors
from pipeline.coreference import ranker
from pipeline.errors import UsageError
from pipeline.ner import press_model, verdict


def test_all_models_lie_side_by_side() -> None:
    weights = [shipped.folder(part.NAME, part.FILE) for part in (undated, verdict, vectors)]
    folders = [*weights, learned.directory(), ranker.directory(), press_model.directory()]
    assert len({folder.parent for folder in folders}) == 1
    assert {folder.name for folder in folders} == {path.name for path in folders[0].parent.iterdir() if path.is_dir()}


def test_a_missing_model_is_told_in_one_line() -> None:
    with pytest.raises(UsageError, match="no nowhere/weights in ") as caught:
        shipped.folder("nowhere", "weights")
    assert "\n" not in str(caught.value)
