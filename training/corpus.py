"""WiNER-fr (brat files) → documents with the five entity labels of the press model.

Labels: PER, ORG, LOC, EVENT, PRODUCT. Dates and hours are left to `pipeline.dates`. Of nested names the outermost is
kept ("université de Lille" is one ORG, its "Lille" none of its own).
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

LABELS = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Event": "EVENT", "Product": "PRODUCT"}

UNSURE = "?"
"""The label of a place that may or may not be a name: training neither asks for nor forbids one there."""

# One span with two types (68 of 12,400): the first of this order is kept.
PRIORITY = ["PER", "ORG", "LOC", "EVENT", "PRODUCT"]


@dataclass(frozen=True)
class Span:
    """A name: character offsets in the text, end excluded, and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Annotated:
    """A text with its names, sorted, without overlap. `id` is the file's name: WiNER's begins with the date."""

    id: str
    text: str
    spans: tuple[Span, ...]


def outermost(spans: list[Span]) -> tuple[Span, ...]:
    """Drop every span that another one covers; sorted by place."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, PRIORITY.index(s.label))):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _trimmed(span: Span, text: str) -> Span:
    """Leave out white space and marks without width at the ends of a span (a handful of slips of the annotators)."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum() and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200e\u200f"):
        end -= 1
    return replace(span, start=start, end=end)


def read_winer(archive: Path) -> list[Annotated]:
    """All articles of the archive, in the order of their dates."""
    files: dict[str, str] = {}
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            path = Path(member.name)
            if member.isfile() and re.fullmatch(r"\d{4}_\d\d_\d\d-\d+\.(txt|ann)", path.name):
                content = tar.extractfile(member)
                assert content is not None
                files[path.name] = content.read().decode("utf-8")
    return [
        _read_brat(name[:-4], files[name], files[name[:-4] + ".ann"]) for name in sorted(files) if name.endswith(".txt")
    ]


def _read_brat(name: str, text: str, annotation: str) -> Annotated:
    spans = []
    for line in annotation.splitlines():
        kind, start, end = line.split("\t")[1].split()
        if kind in LABELS:
            spans.append(_trimmed(Span(int(start), int(end), LABELS[kind]), text))
    return Annotated(name, text, outermost(spans))


def edited(doc: Annotated, edits: list[tuple[int, int, str]]) -> Annotated:
    """The document with each `text[start:end]` of the edits (sorted, apart) put as given; names move along."""
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = []  # from this offset of the old text on, add this
    last = shift = 0
    for start, end, words in edits:
        pieces += [doc.text[last:start], words]
        shift += len(words) - (end - start)
        shifts.append((end, shift))
        last = end
    pieces.append(doc.text[last:])

    def moved(offsets: list[int]) -> Iterator[int]:
        i = 0
        for offset in offsets:
            while i < len(shifts) and shifts[i][0] <= offset:
                i += 1
            yield offset + (shifts[i - 1][1] if i else 0)

    starts = moved([s.start for s in doc.spans])
    ends = moved([s.end for s in doc.spans])
    spans = tuple(Span(a, b, s.label) for a, b, s in zip(starts, ends, doc.spans, strict=True))
    return Annotated(doc.id, "".join(pieces), spans)


ARTEFACTS = re.compile(r"(?<=\S) +(?=[,.)\]…])|(?<=[(\[]) +|(?<=['’]) +(?=\w)")


def natural(doc: Annotated) -> Annotated:
    """The usual French spelling: no space before a comma, a full stop or a bracket, none after an apostrophe."""
    return edited(doc, [(m.start(), m.end(), "") for m in ARTEFACTS.finditer(doc.text)])


def half_year(doc: Annotated) -> str:
    """ "2016_05_01-001" → "2016H1"."""
    return f"{doc.id[:4]}H{1 if int(doc.id[5:7]) <= 6 else 2}"
