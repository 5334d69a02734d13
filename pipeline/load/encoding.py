"""Bytes → text: which encoding a file is in, found in a fixed order, and what was lost on the way.

The order: byte-order mark, strict UTF-8, the encoding that the file declares, then Windows-1252 (the superset of
latin-1 that French web pages really use, as in the WHATWG Encoding Standard). A file that is UTF-8 but for a few
broken bytes is read as UTF-8, since Windows-1252 would turn each of its accents into two wrong letters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX or ODT"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS or PPT"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x7fELF", "ELF program"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"{\\rtf", "RTF"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w.:-]+)|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)""", re.I
)
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1b")
_HEAD = 4096
_MAX_CONTROL_SHARE = 0.05
"""Share of control bytes above which a file is no text; French prose with a few stray NULs stays far below."""


class BinaryError(ValueError):
    """The bytes are no text; the message says what they look like."""


@dataclass(frozen=True)
class Decoded:
    """``text`` without its byte-order mark, the ``encoding`` it was in, and a ``warning`` when there is doubt."""

    text: str
    encoding: str
    warning: str | None = None


def declared_encoding(data: bytes) -> str | None:
    """The Python name of the encoding that the head of an HTML or XML page declares; None without or if unknown."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    try:
        known = codecs.lookup(name).name
        # codecs also knows "rot13" or "base64", which are no encodings of text: these refuse here.
        "a".encode(known)
    except LookupError:
        return None
    return "cp1252" if known in {"iso8859-1", "ascii"} else known


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode the bytes of a file; ``declared`` is what the file says of itself, tried after strict UTF-8.

    Raises :class:`BinaryError` when the bytes are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise BinaryError(f"binary file ({kind})")
    unmarked = _utf16_without_mark(data)
    if unmarked is not None:
        return Decoded(data.decode(unmarked), unmarked, f"no byte-order mark, read as {unmarked}")
    if len(data) - len(data.translate(None, _CONTROL)) > max(_MAX_CONTROL_SHARE * len(data), 2):
        raise BinaryError("binary file (control characters throughout)")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken_at = error.start
    if declared is not None and declared != "utf-8":
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeDecodeError:
            pass
    sound = len(_UTF8_SEQUENCE.findall(data))
    stray = len(re.findall(rb"[\x80-\xff]", _UTF8_SEQUENCE.sub(b"", data)))
    if sound > stray:
        warning = f"broken UTF-8: {stray} byte(s) replaced, the first at byte {broken_at}"
        return Decoded(data.decode("utf-8", "replace"), "utf-8", warning)
    text = data.decode("cp1252", "replace")
    return Decoded(text, "cp1252", f"not UTF-8 (byte {broken_at}): read as Windows-1252")


def _lenient(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as error:
        warning = f"broken {name}: bytes replaced, the first at byte {error.start} after the mark"
        return Decoded(data.decode(name, "replace"), name, warning)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of a Latin script has a NUL in nearly every second byte, and on one side only."""
    head = data[:_HEAD]
    if len(head) < 8 or len(data) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    name = "utf-16-le" if odd > 0.7 * half and not even else "utf-16-be" if even > 0.7 * half and not odd else None
    if name is None:
        return None
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return None
    return name
