"""Press articles without annotation (`presse_fr.jsonl.xz`) that the names' model may learn from.

Left out are the articles of the gold sets, those that people read to judge (`left_out.txt`, ids only) and those whose
names are annotated by hand (`hand.py`). The rest is taken
in the order of a hash of the id, so that any number of them is a sample and a longer one begins with the shorter.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from pipeline import load
from pipeline.schema import Article
from training.archive import rows, whole
from training.hand import annotated_ids

LEFT_OUT = Path(__file__).with_name("left_out.txt")
WORDS = range(150, 900)
NAMED = 0.07
"""Share of words with a capital behind a word of lower case: an article below it has few names to teach."""
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,]) (?=[A-ZÀ-Ý])")


def read_press(archive: Path, number: int) -> list[Article]:
    """The first `number` articles of the sample, as the pipeline loads them."""
    left_out = set(LEFT_OUT.read_text(encoding="utf-8").split()) | annotated_ids()
    chosen: list[tuple[str, str]] = []
    for row in rows(archive):
        words = len(row["text"].split())
        if row["id"] in left_out or words not in WORDS or len(_CAPITAL.findall(row["text"])) < NAMED * words:
            continue
        chosen.append((hashlib.sha256(f"silver-{row['id']}".encode()).hexdigest(), whole(row)))
    return [a for a in load.from_texts(text for _, text in sorted(chosen)[:number]) if isinstance(a, Article)]
