"""Files, strings and tables → articles: the only room that reads the input folder.

Nothing that is wrong with one input stops the others: it comes out as a :class:`~pipeline.schema.Rejection` that
names it. ``rejected`` was not read, ``duplicate`` was read before under another name, ``warning`` was read, or is of
a kind that is not read, and is worth a look.

What an offset refers to (``Article.text``), by format:

- ``.txt``, ``.md``: the file as decoded, header and all, without its byte-order mark, line ends as ``\\n``;
- ``.html``, ``.htm``: the title, a blank line, and the paragraphs that trafilatura took for the article, a blank
  line between them;
- ``.jsonl``, ``.csv`` and DataFrames: the title column (when the text does not already begin with it), a blank
  line, the text column: a title makes claims too, and is read;
- strings: the string.

A lone surrogate (half a character, which no file can hold) is U+FFFD there, at the same place.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from pipeline.errors import ArticleError, UsageError
from pipeline.load.cleaning import clean, one_line
from pipeline.load.encoding import BinaryError
from pipeline.load.formats import READERS, Draft, from_frame, from_strings
from pipeline.schema import Article, Rejection

MAX_CHARACTERS = 1_000_000
"""Characters of one article: spaCy's own limit for its parser (``nlp.max_length``)."""

_MAX_PAGE_BYTES = 50_000_000
_NOT_ARTICLES = re.compile(r"(?:readme|licen[cs]e|changelog|thumbs\.db|desktop\.ini)(?:\.(?:md|txt))?", re.I)
_SURROGATES = re.compile("[\ud800-\udfff]")

Loaded = Article | Rejection


def load(path: str | Path, *, max_characters: int = MAX_CHARACTERS) -> Iterator[Loaded]:
    """Read a file, or a folder with all its subfolders in sorted order, into articles and rejections.

    An article's id is its path within the folder without the extension (``2024/mars/fusion``), or its ``id`` in a
    front matter or column. ``max_characters`` bounds one article. Raises :class:`UsageError` at once when ``path``
    does not exist; anything else that is wrong with an input is a rejection.
    """
    root = Path(path)
    if max_characters < 1:
        raise UsageError(f"max_characters must be at least 1, not {max_characters}")
    if not root.exists():
        raise UsageError(f"no such file or folder: {_printable(str(root))}")
    if not root.is_dir() and not root.is_file():
        raise UsageError(f"cannot read {_printable(str(root))}: not a regular file")
    if not root.is_dir() and root.suffix.lower() not in READERS:
        known = ", ".join(sorted(READERS))
        raise UsageError(f"cannot read {_printable(str(root))}: the formats are {known}")
    return _Gate(max_characters).admit(_drafts(root, max_characters))


def from_texts(items: Iterable[str] | pd.DataFrame, *, max_characters: int = MAX_CHARACTERS) -> Iterator[Loaded]:
    """Read strings, or a DataFrame with the columns ``text`` and, where there are, ``id``, ``date`` and ``title``.

    Strings may carry a header, like a file. An item without an id is ``text-1``, ``text-2`` … by its place.
    """
    if isinstance(items, str):
        raise UsageError("expected a list of texts, got one string: put it in a list, or call load() on a path")
    if isinstance(items, pd.DataFrame):
        return _Gate(max_characters).admit(from_frame(items))
    if not isinstance(items, Iterable):
        raise UsageError(f"expected texts, a DataFrame, or the path of a file or folder, got {type(items).__name__}")
    return _Gate(max_characters).admit(from_strings(items))


class _Gate:
    """The door itself: cleans each draft, and refuses what was seen before, is too large, or says nothing."""

    def __init__(self, max_characters: int) -> None:
        self._max_characters = max_characters
        self._ids: dict[str, str] = {}
        self._contents: dict[str, str] = {}

    def admit(self, drafts: Iterable[Draft | Rejection]) -> Iterator[Loaded]:
        for draft in drafts:
            if isinstance(draft, Rejection):
                yield draft
                continue
            try:
                article, warnings = self._article(draft)
            except ArticleError as error:
                yield Rejection(source=error.source, reason=error.reason)
                continue
            known = self._known(article)
            if known is not None:
                yield known
                continue
            for warning in warnings:
                yield Rejection(source=article.source, reason=warning, kind="warning")
            yield article

    def _known(self, article: Article) -> Rejection | None:
        """Why this article is not the first of its kind; None, and it is noted, when it is."""
        digest = hashlib.sha256(one_line(article.clean).encode()).hexdigest()
        if digest in self._contents:
            reason = f"same content as {self._contents[digest]}"
            return Rejection(source=article.source, reason=reason, kind="duplicate")
        if article.id in self._ids:
            reason = f"same id as {self._ids[article.id]}: {article.id!r}"
            return Rejection(source=article.source, reason=reason)
        self._contents[digest] = self._ids[article.id] = article.source
        return None

    def _article(self, draft: Draft) -> tuple[Article, list[str]]:
        if len(draft.text) > self._max_characters:
            reason = f"too large: {len(draft.text)} characters, at most {self._max_characters} are read"
            raise ArticleError(draft.source, reason)
        text = _SURROGATES.sub("\ufffd", draft.text)
        if not text.strip():
            raise ArticleError(draft.source, "empty")
        header = draft.header
        cleaned = clean(text, header.hidden)
        warnings = list(header.warnings)
        if cleaned.long_tokens:
            warnings.append(f"{cleaned.long_tokens} unbroken token(s) of more than 500 characters not read")
        if not re.search(r"[^\W\d_]", cleaned.text):
            found = f" ({warnings[-1]})" if cleaned.long_tokens else ""
            raise ArticleError(draft.source, f"nothing to read once cleaned{found}")
        title, title_end = None, 0
        if header.title is not None:
            start, title_end = (cleaned.position(place) for place in header.title)
            title = one_line(cleaned.text[start:title_end]) or None
        article = Article(
            id=_printable(draft.id),
            source=_printable(draft.source),
            text=text,
            clean=cleaned.text,
            shifts=cleaned.shifts,
            date=header.date,
            title=title,
            title_end=title_end if title else 0,
            encoding=draft.encoding,
        )
        return article, warnings


def _drafts(root: Path, max_characters: int) -> Iterator[Draft | Rejection]:
    if root.is_dir():
        for name, file in _walk(root):
            yield from [file] if isinstance(file, Rejection) else _read_file(file, name, max_characters)
    else:
        yield from _read_file(root, _printable(root.name), max_characters)


def _walk(root: Path) -> Iterator[tuple[str, Path | Rejection]]:
    """Every file below ``root`` with its relative path, sorted by it; what cannot be followed as a rejection."""
    found: list[tuple[str, Path | Rejection]] = []
    home = root.resolve()

    def refuse(path: Path, reason: str) -> None:
        name = _printable(path.relative_to(root).as_posix())
        found.append((name, Rejection(source=name, reason=reason)))

    def unreadable(error: OSError) -> None:
        refuse(Path(error.filename), f"folder cannot be read: {error.strerror}")

    for folder, subfolders, files in os.walk(root, onerror=unreadable):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        linked_folders = [name for name in subfolders if (Path(folder) / name).is_symlink()]
        for name in [*files, *linked_folders]:
            path = Path(folder) / name
            if name.startswith(".") or _NOT_ARTICLES.fullmatch(name):
                continue
            if path.is_symlink() and (reason := _faulty_link(path, home)):
                refuse(path, reason)
            elif name in linked_folders:
                continue  # It leads to a folder that is walked anyway.
            elif not path.is_file():
                refuse(path, "not a regular file")
            else:
                found.append((_printable(path.relative_to(root).as_posix()), path))
    yield from sorted(found, key=lambda pair: pair[0])


def _faulty_link(path: Path, home: Path) -> str | None:
    try:
        target = path.resolve(strict=True)
    except FileNotFoundError:
        return "symbolic link that leads nowhere"
    except (OSError, RuntimeError):  # Python tells a loop by RuntimeError before 3.13, by OSError since.
        return "symbolic link that leads back to itself"
    if not target.is_relative_to(home):
        return "symbolic link that leaves the folder: not followed"
    if target.is_dir() and path.parent.resolve().is_relative_to(target):
        return "symbolic link to a folder that holds it: a loop, not followed"
    return None


def _read_file(path: Path, name: str, max_characters: int) -> Iterator[Draft | Rejection]:
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(sorted(READERS))
        reason = f"not read: the formats are {known}"
        yield Rejection(source=name, reason=reason, kind="warning")
        return
    try:
        size = path.stat().st_size
        limit = _largest_file(suffix, max_characters)
        if limit is not None and size > limit:
            yield Rejection(source=name, reason=f"too large: {size} bytes, at most {limit} are read")
            return
        yield from reader(path, name)
    except OSError as error:
        yield Rejection(source=name, reason=f"cannot be read: {error.strerror or error}")
    except BinaryError as error:
        yield Rejection(source=name, reason=str(error))
    except ArticleError as error:
        yield Rejection(source=error.source, reason=error.reason)


def _printable(name: str) -> str:
    """A file name that is not UTF-8 comes with lone surrogates, which no report can hold."""
    return _SURROGATES.sub("\ufffd", name)


def _largest_file(suffix: str, max_characters: int) -> int | None:
    """Bytes beyond which a file is not opened. A page is mostly markup; a table may hold any number of articles."""
    if suffix in {".txt", ".md"}:
        return 4 * max_characters + 4  # A character is four bytes at most, and so is a byte-order mark.
    return _MAX_PAGE_BYTES if suffix in {".html", ".htm"} else None
