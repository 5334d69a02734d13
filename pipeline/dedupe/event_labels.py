"""The short French label of an event: "Acquisition : Altaïs → Nébula (2019)"."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.dedupe.happenings import Happening

LONGEST_LIST = 3
"""More names than this on one side become "…"."""

SIDES: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "founding": (("founder",), " → ", ("organisation",)),
    "investment": (("investor",), " → ", ("recipient",)),
    "acquisition": (("buyer",), " → ", ("target",)),
    "appointment": (("person",), " → ", ("organisation",)),
    "departure": (("person",), " – ", ("organisation",)),
    "lawsuit": (("plaintiff",), " → ", ("defendant",)),
    "ruling": (("court",), " → ", ("party",)),
    "conflict": (("source", "party"), " → ", ("target",)),
}
"""Roles left and right of the mark; an event type that is not here lists its participants and its object."""


def event_label(happening: Happening, label_of: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """Type, participants by side, object and year, and whether it came about.

    ``label_of`` gives the label of each participant's id, ``labels`` the French name of the type (the type itself,
    where there is none).
    """
    left, mark, right = SIDES.get(happening.type, ((), "", ()))
    every = sorted({entity for _, entity in happening.roles}, key=lambda entity: (label_of[entity], entity))
    sides = [
        [entity for entity in every if any((role, entity) in happening.roles for role in roles)]
        for roles in (left, right)
    ]
    if not any(sides):
        sides = [every, []]
    parts = [_listed([label_of[entity] for entity in side]) for side in sides if side]
    text = mark.join(parts)
    if happening.object and not (sides[0] and sides[1]):
        text += f", {' '.join(happening.object.split())}"
    notes = [happening.date[:4]] if happening.date and happening.date[:4].isdigit() else []
    polarity, modality = happening.state
    if polarity == "negative":
        notes.append("n'a pas eu lieu")
    elif modality == "other":
        notes.append("non établi")
    name = labels.get(happening.type, happening.type.replace("_", " ").capitalize())
    return f"{name} : {text}" + (f" ({', '.join(notes)})" if notes else "")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:LONGEST_LIST]) + (" …" if len(names) > LONGEST_LIST else "")
