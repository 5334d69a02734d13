"""Readings kept on disk, so that a second run reads only what is new and a killed run goes on.

A shard is a file of JSON lines, one reading each with its key, and is named by the hash of its bytes: one that was
damaged no longer fits its name and counts as not there. It is written whole (temporary name, fsync, rename). The key
is made by the caller from everything that a reading depends on.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import UsageError
from pipeline.schema import Reading

FOLDER = ".readings"
"""Where shards lie within an output folder: hidden, so that no input walk reads them."""
_LAST = "last.json"


class Shards:
    """The readings kept in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines: dict[str, str] = {}
        self._keys: dict[Path, frozenset[str]] = {}
        for path in sorted(folder.glob("*.jsonl")):
            self._open(path)

    def get(self, key: str) -> Reading | None:
        """The reading of that key; None when there is none, or none that this version understands."""
        line = self._lines.get(key)
        if line is None:
            return None
        try:
            return Reading.model_validate_json(line)
        except ValidationError:
            return None

    def put(self, readings: Mapping[str, Reading]) -> None:
        """Keep readings, by key, as one new shard."""
        if not readings:
            return
        lines = {key: reading.model_dump_json() for key, reading in readings.items()}
        content = "".join(f'{{"key":{json.dumps(key)},"reading":{line}}}\n' for key, line in sorted(lines.items()))
        data = content.encode()
        path = self.folder / f"{_digest(data)}.jsonl"
        write_whole(path, data)
        self._lines.update(lines)
        self._keys[path] = frozenset(lines)

    def close(self, keys: Iterable[str], settings: Mapping[str, float]) -> None:
        """Note which readings, and which settings, made the graph; drop shards that hold none of them."""
        used = sorted(set(keys))
        for path, held in sorted(self._keys.items()):
            if held.isdisjoint(used):
                path.unlink(missing_ok=True)
        note = {"keys": used, "settings": dict(sorted(settings.items()))}
        write_whole(self.folder / _LAST, json.dumps(note).encode())

    def forget(self) -> None:
        """Take the note of the last run away: from here on the output may be another's."""
        (self.folder / _LAST).unlink(missing_ok=True)

    def last(self) -> tuple[list[Reading], dict[str, float]] | None:
        """The readings and settings that made the graph; None when no run came to its end, or a shard is damaged."""
        try:
            note = json.loads((self.folder / _LAST).read_text(encoding="utf-8"))
            keys, settings = list(note["keys"]), dict(note["settings"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        readings = [reading for key in keys if (reading := self.get(key)) is not None]
        return (readings, settings) if len(readings) == len(keys) else None

    def _open(self, path: Path) -> None:
        held: dict[str, str] = {}
        data = path.read_bytes()
        if _digest(data) == path.stem:
            for line in data.decode().split("\n")[:-1]:
                head, _, rest = line.partition(',"reading":')
                held[json.loads(head + "}")["key"]] = rest.removesuffix("}")
        self._lines.update(held)
        self._keys[path] = frozenset(held)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that its name holds the old bytes or all of the new ones, never a part.

    Raises :class:`UsageError` where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    finally:  # Nothing of that name is left once it was renamed.
        Path(name).unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
