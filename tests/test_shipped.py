"""Where the trained models lie."""

import pytest

from pipeline import learned, shipped, undated
from pipeline.coreference import ranker
from pipeline.errors import UsageError
from pipeline.ner import press_model


def test_all_models_lie_side_by_side() -> None:
    dates = shipped.folder(undated.NAME, undated.FILE)
    assert dates.parent == learned.directory().parent == ranker.directory().parent == press_model.directory().parent


def test_a_missing_model_is_told_in_one_line() -> None:
    with pytest.raises(UsageError, match="no nowhere/weights in ") as caught:
        shipped.folder("nowhere", "weights")
    assert "\n" not in str(caught.value)
