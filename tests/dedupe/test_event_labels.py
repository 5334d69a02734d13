import pytest
from test_happenings import DENIAL, FACT, PLAN, telling

from pipeline.dedupe.event_labels import event_label
from pipeline.dedupe.happenings import Happening, Telling

NAMES = {"a": "Altaïs", "n": "Nébula", "p": "Anne Morvan", "x": "Xénon", "y": "Ypsilon", "z": "Zéphyr"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (telling("acquisition", "buyer:a", "target:n", date="2019-07"), "Acquisition : Altaïs → Nébula (2019)"),
        (telling("acquisition", "target:n", state=PLAN), "Acquisition : Nébula (non établi)"),
        (telling("merger", "party:a", "party:n", state=DENIAL), "Fusion : Altaïs, Nébula (n'a pas eu lieu)"),
        (telling("departure", "person:p", "organisation:a", state=FACT), "Departure : Anne Morvan – Altaïs"),
        (telling("launch", "organisation:a", object="la  Vega"), "Launch : Altaïs, la Vega"),
        (telling("agreement", "party:a", "party:n", "party:x", "party:y"), "Agreement : Altaïs, Nébula, Xénon …"),
    ],
)
def test_event_label(told: Telling, expected: str) -> None:
    happening = Happening(told.claim.type, (told,))
    assert event_label(happening, NAMES, {"acquisition": "Acquisition", "merger": "Fusion"}) == expected
