import hashlib
import json
from pathlib import Path

import pytest
from building import entity

from pipeline.errors import UsageError
from pipeline.schema import Reading
from pipeline.shards import Shards, write_whole


def reading(article: str, name: str = "Altaïs\u2028 & Cie") -> Reading:
    return Reading(
        article=article,
        source=f"{article}.txt",
        date=None,
        title=None,
        characters=10,
        words=2,
        entities=(entity("e1", name),),
        mentions=(),
        claims=(),
    )


def test_what_was_put_is_there_when_opened_again(tmp_path: Path) -> None:
    Shards(tmp_path / "kept").put({"k1": reading("a"), "k2": reading("b")})
    again = Shards(tmp_path / "kept")
    assert again.get("k1") == reading("a")
    assert again.get("k2") == reading("b")
    assert again.get("k3") is None


def test_damaged_shard_counts_as_not_there(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    shards.put({"k1": reading("a")})
    shards.put({"k2": reading("b")})
    hurt, whole = sorted(tmp_path.glob("*.jsonl"))
    lost = json.loads(hurt.read_text(encoding="utf-8"))["key"]
    hurt.write_bytes(hurt.read_bytes()[:-20])
    again = Shards(tmp_path)
    assert again.get(lost) is None
    assert again.get({"k1": "k2", "k2": "k1"}[lost]) is not None
    assert whole.exists()


def test_reading_of_another_shape_is_read_anew(tmp_path: Path) -> None:
    data = b'{"key":"k1","reading":{"article":"a","words":"many"}}\n'
    (tmp_path / f"{hashlib.sha256(data).hexdigest()[:32]}.jsonl").write_bytes(data)
    assert Shards(tmp_path).get("k1") is None


def test_close_drops_only_shards_that_no_article_uses(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    shards.put({"old": reading("a")})
    shards.put({"new": reading("b"), "stale": reading("c")})
    shards.close(["new"], {"min_confidence": 0.5})
    again = Shards(tmp_path)
    assert again.get("old") is None
    assert again.get("new") == reading("b")
    assert again.last() == ([reading("b")], {"min_confidence": 0.5})


def test_last_run_is_unknown_when_forgotten_or_damaged(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    assert shards.last() is None
    shards.put({"k": reading("a")})
    shards.close(["k"], {})
    shards.forget()
    assert shards.last() is None
    shards.close(["k", "missing"], {})
    assert shards.last() is None
    (tmp_path / "last.json").write_text("[1", encoding="utf-8")
    assert shards.last() is None


def test_failed_write_leaves_the_former_file_and_no_scrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_whole(path, b"former")

    def broken(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.shards.os.fsync", broken)
    with pytest.raises(UsageError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"former"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
