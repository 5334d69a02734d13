"""What stands above an article: a ``date`` line, a YAML front matter, a title.

The header stays in the source text, so that offsets hold; it is reported as spans to mask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date as calendar_date

_DATE_LINE = re.compile(r"\s*date[ \t\u00a0]*:?[ \t\u00a0]+(?P<value>\d[\d/:.TZ+-]*)(?=\s|$)", re.I)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<body>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?=\n|$)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]+(?P<value>[^\n]*)$", re.M)
_KEYS = {
    "date": "date",
    "published": "date",
    "date_publication": "date",
    "publication_date": "date",
    "title": "title",
    "titre": "title",
    "id": "id",
}
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{2})(?:[-/](?P<day>\d{2}))?)?(?:[T ]\d{2}:?\d{2}.*)?")
_HEADING = re.compile(r"#{1,2}[ \t]+(?P<title>[^\n]{1,300}?)[ \t]{0,9}#{0,6}[ \t]{0,9}(?=\n|$)")
_LONGEST_TITLE = 200
_SENTENCE_ENDS = (".", ";", ",")


@dataclass
class Header:
    """What a text says of itself; ``hidden`` are the spans of it that are no prose, ``body`` where the rest begins."""

    id: str | None = None
    date: str | None = None
    title: tuple[int, int] | None = None
    """Span of the title in the source text."""
    body: int = 0
    hidden: list[tuple[int, int]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def parse_date(written: str) -> str | None:
    """A date as data has it (``2024``, ``2024-03``, ``2024-03-12``, ISO 8601 with a time, ``12/03/2024``) → EDTF.

    A month of 21 to 24 is a season (ISO 8601-2). None for what is no date or no day of the calendar. The time of day
    and its zone are dropped: the day is the one that the source writes.
    """
    written = written.strip()
    match = _DAY_FIRST.fullmatch(written) or _YEAR_FIRST.fullmatch(written)
    if match is None:
        return None
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    if year is None or year == 0:
        return None
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}" if 1 <= month <= 12 or 21 <= month <= 24 else None
    try:
        return calendar_date(year, month, day).isoformat()
    except ValueError:
        return None


def read_header(text: str) -> Header:
    """Find the front matter or the date line, then the title, at the top of a text or Markdown file."""
    header = Header()
    front = _FRONT_MATTER.match(text)
    if front is not None and _FIELD.search(front["body"]):
        _read_front_matter(text, front, header)
    line = _DATE_LINE.match(text, header.body)
    if line is not None:
        _take_date(header, line["value"].rstrip(".:-/"))
        header.hidden.append((header.body, line.end()))
        header.body = line.end()
    span = find_title(text, header.body)
    if span is not None:
        if header.title is not None:
            # Told once above and once here: the one in the body is read, where its sentence belongs.
            header.hidden.append(header.title)
        header.title = span
    return header


def find_title(text: str, start: int) -> tuple[int, int] | None:
    """The span of the title that the text opens with: a Markdown heading, or one short line that is no sentence.

    Such a line stands alone (a blank line and more text follow), has two words or more, and no closing full stop.
    """
    while start < len(text) and text[start].isspace():
        start += 1
    heading = _HEADING.match(text, start)
    if heading is not None:
        return heading.span("title")
    end = text.find("\n", start)
    if end < 0 or not re.match(r"\n[^\S\n]*\n\s*\S", text[end:]):
        return None
    line = text[start:end].rstrip()
    sentence = line.endswith(_SENTENCE_ENDS) and not line.endswith("...")
    if sentence or line.endswith(":") or len(line) > _LONGEST_TITLE or len(line.split()) < 2:
        return None
    if re.match(r"[-–—•*>][ \t]|https?://", line) or not re.search(r"[^\W\d_]", line):
        return None
    return start, start + len(line)


def _take_date(header: Header, written: str) -> None:
    header.date = parse_date(written)
    if header.date is None:
        header.warnings.append(f"no such date: {written!r}")


def _read_front_matter(text: str, front: re.Match[str], header: Header) -> None:
    """Take the fields; all is hidden but the words of the title, which are read like any other."""
    offset = front.start("body")
    for match in _FIELD.finditer(front["body"]):
        key = _KEYS.get(match["key"].lower())
        start = offset + match.start("value")
        end = start + len(match["value"].rstrip())
        if text[start : start + 1] in {'"', "'"} and end - start >= 2 and text[end - 1] == text[start]:
            start, end = start + 1, end - 1
        value = text[start:end].strip()
        if key is None or not value or value in {"|", ">", "null", "~"}:
            continue
        if key == "date":
            _take_date(header, value)
        elif key == "id":
            header.id = value
        elif header.title is None:
            header.title = (start, end)
    if header.title is None:
        header.hidden.append(front.span())
    else:
        header.hidden += [(front.start(), header.title[0]), (header.title[1], front.end())]
    header.body = front.end()
