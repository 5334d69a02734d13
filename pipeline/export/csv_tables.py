"""A DataFrame as CSV (RFC 4180, UTF-8 without byte order mark, ``\\n`` line ends) with the same bytes everywhere."""

from __future__ import annotations

import re

import pandas as pd

# The csv module of Python 3.11 leaves a lone carriage return unquoted, and then refuses to read it.
TO_QUOTE = re.compile(r'[",\r\n]|^\s|\s$')


def table(frame: pd.DataFrame) -> bytes:
    """The frame, header first, rows in their order; missing values are empty, booleans ``true`` and ``false``.

    Text is kept character by character (line ends and control characters too), since quotes are compared with the
    article; only lone surrogates, which UTF-8 cannot hold, become one "?" each.
    """
    columns = [[cell(value) for value in frame[name].tolist()] for name in frame.columns]
    lines = [",".join(quoted(str(name)) for name in frame.columns)]
    lines += [",".join(row) for row in zip(*columns, strict=True)]
    return "".join(f"{line}\n" for line in lines).encode(errors="replace")


def cell(value: object) -> str:
    """One value as it stands in the file; floats as the shortest text that reads back to the same number."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "" if value != value else repr(value)
    if value is None or value is pd.NA:
        return ""
    raise TypeError(f"no cell can hold a {type(value).__name__}")


def quoted(text: str) -> str:
    """The text, between quotation marks where it would otherwise be read as something else."""
    return '"' + text.replace('"', '""') + '"' if TO_QUOTE.search(text) else text
