"""Files for the tests of loading, and what is loaded from them."""

from pathlib import Path

from pipeline.load import load
from pipeline.schema import Article, Rejection

BODY = "Brévent a racheté Nivelle pour 3 millions d'euros. La fondatrice, Maud Ostric, reste à la tête de la filiale."


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def articles(path: Path, **options: int) -> list[Article]:
    return [item for item in load(path, **options) if isinstance(item, Article)]


def rejections(path: Path, **options: int) -> list[tuple[str, str, str]]:
    return [(item.source, item.kind, item.reason) for item in load(path, **options) if isinstance(item, Rejection)]


def one(path: Path) -> Article:
    found = list(load(path))
    assert len(found) == 1 and isinstance(found[0], Article), found
    return found[0]
