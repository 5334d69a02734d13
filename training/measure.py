"""Measures the names' model: `python -m training.measure --corpora ../shared/corpora [--model fr_core_news_md]`.

Exact spans and types of persons, organisations and places on WiNER of the second half of 2017, in the natural spelling
and in its own, and on the press articles annotated by hand that nothing learned from; with the words per second of
the whole pipeline.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence

import spacy

from pipeline.ner import press_model
from training.archive import PRESS, WINER, command_line, missing
from training.corpus import Annotated, half_year, natural, read_winer
from training.examples import DEV
from training.hand import read_hand

KINDS = ("PER", "ORG", "LOC")


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the corpora are missing."""
    parser = command_line(__doc__)
    parser.add_argument("--model", help="a spaCy model to measure instead of the press model")
    options = parser.parse_args(arguments)
    absent = missing(options.corpora)
    if absent:
        print(absent, file=sys.stderr)
        return 2
    nlp = spacy.load(options.model) if options.model else press_model.load()
    articles = [a for a in read_winer(options.corpora / WINER) if half_year(a) == DEV]
    press = list(read_hand(options.corpora / PRESS).kept)
    sets = (
        ("WiNER, natural spelling", [natural(a) for a in articles]),
        ("WiNER's spelling", articles),
        ("press", press),
    )
    for name, texts in sets:
        started = time.process_time()
        docs = list(nlp.pipe(a.text for a in texts))
        speed = sum(map(len, docs)) / (time.process_time() - started)
        found = [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in docs]
        print(f"{name}: {len(texts)} articles, {speed:.0f} words per second of processor time")
        for kinds in (*((kind,) for kind in KINDS), KINDS):
            print("  " + _figures(texts, found, kinds))
    return 0


def _figures(texts: list[Annotated], found: list[set[tuple[int, int, str]]], kinds: tuple[str, ...]) -> str:
    counts: Counter[str] = Counter()
    for article, names in zip(texts, found, strict=True):
        right = {(s.start, s.end, s.label) for s in article.spans if s.label in kinds}
        given = {name for name in names if name[2] in kinds}
        counts.update(both=len(right & given), right=len(right), given=len(given))
    precision, recall = counts["both"] / max(1, counts["given"]), counts["both"] / max(1, counts["right"])
    f1 = 2 * counts["both"] / max(1, counts["right"] + counts["given"])
    return f"{'+'.join(kinds):12} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} of {counts['right']} names"


if __name__ == "__main__":
    sys.exit(main())
