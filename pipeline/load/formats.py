"""One file of each format → drafts: articles before they are cleaned and compared.

What the text of a draft is (and so what offsets refer to) stands in :mod:`pipeline.load`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.errors import ArticleError, UsageError
from pipeline.load.cleaning import one_line
from pipeline.load.encoding import BinaryError, Decoded, declared_encoding, decode
from pipeline.load.header import Header, find_title, parse_date, read_header
from pipeline.load.webpage import read_page
from pipeline.schema import Rejection

_COLUMNS = ("id", "date", "title", "text")


@dataclass(frozen=True)
class Draft:
    """One article before cleaning: what its format could tell."""

    id: str
    source: str
    text: str
    header: Header
    encoding: str = "utf-8"


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0] or name


def _read_text(path: Path, name: str) -> Iterator[Draft | Rejection]:
    decoded = decode(path.read_bytes())
    text = _line_ends(decoded.text)
    header = read_header(text)
    header.warnings[:0] = _as_list(decoded.warning)
    yield Draft(header.id or _stem(name), name, text, header, decoded.encoding)


def _read_html(path: Path, name: str) -> Iterator[Draft | Rejection]:
    data = path.read_bytes()
    decoded = decode(data, declared_encoding(data))
    if not decoded.text.strip():
        raise ArticleError(name, "empty")
    page = read_page(decoded.text)
    if page is None:
        raise ArticleError(name, "no article found in the page")
    warnings = _as_list(decoded.warning)
    yield _assembled(_stem(name), name, page.title, page.date, _line_ends(page.text), warnings, decoded.encoding)


def _read_jsonl(path: Path, name: str) -> Iterator[Draft | Rejection]:
    """One JSON object a line; a broken line is refused by its number and the rest is read."""
    for number, decoded in _lines(path):
        source = f"{name}:{number}"
        if not decoded.text.strip():
            continue
        try:
            record = json.loads(decoded.text)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            yield Rejection(source=source, reason=f"broken JSON: {reason}")
            continue
        if not isinstance(record, dict):
            yield Rejection(source=source, reason="not a JSON object")
            continue
        yield _from_record(record, f"{_stem(name)}-{number}", source, decoded)


def _lines(path: Path) -> Iterator[tuple[int, Decoded]]:
    """Lines with their numbers, each decoded by itself, so that one broken byte spoils one line only."""
    with path.open("rb") as handle:
        head = handle.read(4)
        handle.seek(0)
        if head[:2] in {b"\xff\xfe", b"\xfe\xff"} or head == b"\x00\x00\xfe\xff":
            whole = decode(handle.read())
            for number, line in enumerate(whole.text.split("\n"), 1):
                yield number, Decoded(line, whole.encoding, whole.warning if number == 1 else None)
            return
        decode(handle.read(65536).rsplit(b"\n", 1)[0])  # A binary file is refused as a whole.
        handle.seek(0)
        for number, data in enumerate(handle, 1):
            try:
                yield number, decode(data)
            except BinaryError:
                yield number, Decoded(data.decode("latin-1"), "latin-1", "control characters throughout")


def _read_csv(path: Path, name: str) -> Iterator[Draft | Rejection]:
    """A table with a header line; commas, semicolons or tabs. A broken row is refused by its line and the rest read."""
    decoded = decode(path.read_bytes())
    if decoded.warning:
        yield Rejection(source=name, reason=decoded.warning, kind="warning")
    first_line = decoded.text.lstrip().split("\n", 1)[0]
    if not first_line:
        raise ArticleError(name, "empty")
    delimiter = max(",;\t", key=first_line.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(decoded.text) + 1))
    rows = csv.reader(io.StringIO(decoded.text.lstrip(), newline=""), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    line = 1
    while True:
        source = f"{name}:{line}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Rejection(source=source, reason=f"broken CSV: {error}")
            line = rows.line_num + 1
            continue
        line = rows.line_num + 1
        if row is None:
            return
        if columns is None:
            columns = [column.strip().lower() for column in row]
            if "text" not in columns:
                raise ArticleError(name, f"no column named 'text' (found: {', '.join(columns)[:200]})")
        elif row and len(row) != len(columns):
            yield Rejection(source=source, reason=f"broken CSV: {len(row)} cells for {len(columns)} columns")
        elif row:
            record = dict(zip(columns, row, strict=True))
            plain = Decoded("", decoded.encoding)
            yield _from_record(record, f"{_stem(name)}-{source.rsplit(':', 1)[1]}", source, plain)


def from_frame(frame: pd.DataFrame) -> Iterator[Draft | Rejection]:
    """Rows of a table in memory; a missing value (None, NaN, NaT) counts as absent."""
    if "text" not in frame.columns:
        raise UsageError(f"the DataFrame has no column named 'text' (found: {', '.join(map(str, frame.columns))})")
    columns = [column for column in _COLUMNS if column in frame.columns]
    for place, values in enumerate(frame[columns].itertuples(index=False, name=None), 1):
        missing = frame[columns].iloc[place - 1].isna()
        record = {column: None if missing[column] else value for column, value in zip(columns, values, strict=True)}
        yield _from_record(record, f"text-{place}", f"row {place}", Decoded("", "utf-8"))


def from_strings(items: Iterable[str]) -> Iterator[Draft | Rejection]:
    """Strings, each with the header that it may carry."""
    for place, item in enumerate(items, 1):
        source = f"text {place}"
        if not isinstance(item, str):
            yield Rejection(source=source, reason=f"not a string but {type(item).__name__}")
            continue
        text = _line_ends(item)
        header = read_header(text)
        yield Draft(header.id or f"text-{place}", source, text, header)


def _from_record(record: Mapping[str, object], name: str, source: str, decoded: Decoded) -> Draft | Rejection:
    """One row of a table; ``name`` is its id when it has none."""
    text = record.get("text")
    if not isinstance(text, str):
        return Rejection(source=source, reason="no text" if text is None else "the text is not a string")
    if not text.strip():
        return Rejection(source=source, reason="empty")
    title, date, identity = (record.get(column) for column in ("title", "date", "id"))
    given = one_line(str(identity)) if identity is not None else ""
    return _assembled(
        given or name,
        source,
        title if isinstance(title, str) else None,
        str(date) if date is not None else None,
        _line_ends(text),
        _as_list(decoded.warning),
        decoded.encoding,
    )


def _assembled(
    identity: str, source: str, title: str | None, date: str | None, text: str, warnings: list[str], encoding: str
) -> Draft:
    """Put the title above the text, unless it stands there already."""
    title = one_line(title) if title else ""
    header = Header(warnings=warnings)
    if date and date.strip():
        header.date = parse_date(date)
        if header.date is None:
            header.warnings.append(f"no such date: {date.strip()[:40]!r}")
    start = len(text) - len(text.lstrip())
    if not title:
        header.title = find_title(text, 0)
    elif text.startswith(title, start):
        header.title = (start, start + len(title))
    else:
        text = f"{title}\n\n{text}"
        header.title = (0, len(title))
    return Draft(identity, source, text, header, encoding)


def _line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _as_list(warning: str | None) -> list[str]:
    return [warning] if warning else []


Reader = Callable[[Path, str], Iterator[Draft | Rejection]]
READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": _read_jsonl,
    ".csv": _read_csv,
}
