"""Writes the annotated readings that are kept to measure in the gold format: `python -m training.as_gold OUT`.

`python -m pipeline eval OUT` then measures the program on them, and `--keep` fits the confidence of claims to them. The
texts are those of the archive: OUT is nothing to publish.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from pipeline import ner
from pipeline.schema import Article
from training import readings
from training.archive import PRESS, command_line, missing
from training.readings import KINDS, Annotated


def as_gold(annotated: Annotated, article: Article) -> dict[str, object]:
    """One article in the gold format: an entity by its names, a happening once with all who take part in it."""
    text = ner.reading_text(article)
    names: defaultdict[int, Counter[str]] = defaultdict(Counter)
    wrong: Counter[int] = Counter()
    for number, slot in enumerate(annotated.slots):
        if slot.form == "name":
            for entity in slot.entities:
                names[entity][text[slot.start : slot.end]] += 1
                wrong[entity] += number in annotated.wrong
    ends = (slot for relation in annotated.relations for slot in (relation.source, relation.target))
    parts = (slot for event in annotated.events for _, slot in event.roles)
    told = {entity for slot in (*ends, *parts) for entity in annotated.slots[slot].entities}
    entities = [
        {
            "id": f"n{entity}",
            "kind": KINDS[annotated.kinds[entity]],
            "name": _best(found),
            "aliases": sorted(found),
        }
        for entity, found in sorted(names.items())
        if entity in told or 2 * wrong[entity] < found.total()
    ]
    return {
        "doc": annotated.id,
        "date": article.date,
        "entities": entities,
        "relations": _relations(annotated),
        "events": _events(annotated),
    }


def _best(names: Counter[str]) -> str:
    return max(names, key=lambda name: (len(name), names[name], name))


def _state(state: frozenset[str]) -> dict[str, str]:
    return {
        "polarity": "negative" if "negative" in state else "positive",
        "modality": "other" if "other" in state else "asserted",
    }


def _relations(annotated: Annotated) -> list[dict[str, str]]:
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for relation in annotated.relations:
        ends = product(annotated.slots[relation.source].entities, annotated.slots[relation.target].entities)
        for source, target in ends:
            if source != target:
                row = {"type": relation.type, "source": f"n{source}", "target": f"n{target}", **_state(relation.state)}
                found[tuple(row.values())] = row
    return list(found.values())


def _events(annotated: Annotated) -> list[dict[str, object]]:
    """Happenings; what is told again ("same") adds to the last one of its type that somebody of it took part in.

    Where nobody of it took part in any, it adds to the last one of its type.
    """
    found: list[tuple[readings.Event, dict[tuple[str, int], None], str | None]] = []
    for event in annotated.events:
        parts = dict.fromkeys((role, entity) for role, slot in event.roles for entity in annotated.slots[slot].entities)
        if not parts:
            continue
        before = [k for k, (other, _, _) in enumerate(found) if other.type == event.type and "same" in event.state]
        who = {entity for _, entity in parts}
        shared = [k for k in before if who & {entity for _, entity in found[k][1]}]
        if before:
            at = (shared or before)[-1]
            first, whole, date = found[at]
            known = {entity for _, entity in whole}
            whole |= {part: None for part in parts if part[1] not in known}
            found[at] = first, whole, date or event.date
        else:
            found.append((event, parts, event.date))
    return [
        {
            "type": event.type,
            "date": date,
            **_state(event.state),
            "participants": [{"role": role, "entity": f"n{entity}"} for role, entity in parts],
        }
        for event, parts, date in found
    ]


def write(archive: Path, out: Path) -> int:
    """Write every article that is kept to measure, with its text; how many there are."""
    texts = out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    count = 0
    for annotated, article in readings.articles(archive):
        if annotated.is_kept:
            found = json.dumps(as_gold(annotated, article), ensure_ascii=False)
            (out / f"{annotated.id}.json").write_text(found, encoding="utf-8")
            (texts / f"{annotated.id}.txt").write_text(_file(article), encoding="utf-8")
            count += 1
    return count


def _file(article: Article) -> str:
    """An article as a text file of the gold format: the line of its date, then what is read."""
    date = [f"date {article.date}"] if article.date else []
    return "\n\n".join([*date, ner.reading_text(article)]) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the archive is missing, or the folder to write is not empty."""
    parser = command_line(__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to write, new or empty")
    options = parser.parse_args(arguments)
    fault = missing(options.corpora, (PRESS,))
    if options.out.exists() and not (options.out.is_dir() and not any(options.out.iterdir())):
        fault = f"{options.out} is no empty folder: what lies there would be measured too"
    if fault:
        print(fault, file=sys.stderr)
        return 2
    print(f"{write(options.corpora / PRESS, options.out)} articles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
