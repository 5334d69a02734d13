"""Learns which names are no person and no organisation: `python -m training.verdicts --corpora ../shared/corpora`.

The names that the pipeline finds in the annotated articles (`readings.py`), each held for a person or a body, and what
the annotation has at their places: neither, a person, an organisation. Two regressions (`pipeline.ner.verdict`) are
fitted by Adam in numpy; articles kept to measure are left out, and the figures on them are printed.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy import tokens
from spacy.language import Language

from pipeline import ner
from pipeline.names import folded
from pipeline.ner import sentences, verdict
from pipeline.ner.kind_evidence import Kind
from pipeline.ner.kinds import decide
from pipeline.ner.name_span import text_of
from pipeline.ner.second_look import Floats, Look, look
from pipeline.ner.spans import find_names
from pipeline.ner.verdict import HELD_FOR, OUTCOMES, Weights
from pipeline.parsed import read
from training import readings
from training.archive import PRESS, ROOT, command_line, missing

OUT = ROOT / "models" / verdict.NAME / verdict.FILE
ARTICLES = 15
"""In how many articles a feature must be told to count."""
ROUNDS = 8
BATCH = 256
PACE = 0.01
DECAY = 5e-4
"""How strongly weights are drawn to zero (L2)."""


@dataclass(frozen=True)
class Case:
    """A name of an article: what is told of it, what it was held for, what it is (a place in ``OUTCOMES``)."""

    article: str
    held: Kind
    look: Look
    outcome: int


def cases(parse: tokens.Doc, annotated: readings.Annotated) -> Iterator[Case]:
    """The names of a parsed article that the annotation knows, each as most of its places there have it."""
    marked: dict[tuple[int, int], Kind] = {}
    for number, slot in enumerate(annotated.slots):
        if slot.form == "name":
            kind = readings.KINDS[annotated.kinds[slot.entities[0]]]
            marked[slot.start, slot.end] = "Thing" if number in annotated.wrong else kind
    doc = read(sentences.rejoin(parse))
    names = find_names(doc)
    kinds = decide(doc, names)
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for name in names:
        span = doc.span(name.start, name.end)
        if (span.start_char, span.end_char) in marked:
            votes[folded(text_of(doc, name))][marked[span.start_char, span.end_char]] += 1
    for form, told in look(doc, names, kinds):
        if form in votes:
            count = votes[form]
            named: Kind = "Person" if count["Person"] >= count["Organisation"] else "Organisation"
            best = "Thing" if 2 * count["Thing"] >= count.total() else named
            yield Case(annotated.id, kinds[form], told, OUTCOMES.index(best))


def fit(learned: Sequence[Case], held: Kind, seed: int = 1) -> Weights:
    """The regression for names held for one kind."""
    articles: dict[str, set[str]] = defaultdict(set)
    for case in learned:
        for feature in case.look.features:
            articles[feature].add(case.article)
    features = {f: row for row, f in enumerate(sorted(f for f, ids in articles.items() if len(ids) >= ARTICLES))}
    outcomes = np.array([case.outcome for case in learned])
    table = np.zeros((len(features) + len(learned[0].look.near), len(OUTCOMES)), dtype=np.float32)
    mean, square = np.zeros_like(table), np.zeros_like(table)
    prior, rng, step = verdict.prior(held), np.random.default_rng(seed), 0
    for turn in range(ROUNDS):
        order = rng.permutation(len(learned))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            told = _matrix([learned[i] for i in chosen], features)
            logits = told @ table + prior
            error = np.exp(logits - logits.max(axis=1, keepdims=True))
            error /= error.sum(axis=1, keepdims=True)
            error[np.arange(len(chosen)), outcomes[chosen]] -= 1
            gradient = told.T @ error / len(chosen) + DECAY * table
            step += 1
            mean = 0.9 * mean + 0.1 * gradient
            square = 0.999 * square + 0.001 * gradient**2
            scaled = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
            table -= PACE * (1 - turn / ROUNDS) * scaled
    return Weights(features, table[: len(features)], table[len(features) :], prior)


def _matrix(chosen: Sequence[Case], features: dict[str, int]) -> Floats:
    table: Floats = np.zeros((len(chosen), len(features) + len(chosen[0].look.near)), dtype=np.float32)
    for row, case in enumerate(chosen):
        for feature, value in case.look.features.items():
            if feature in features:
                table[row, features[feature]] = value
        table[row, len(features) :] = case.look.near
    return table


def figures(kept: Iterable[Case], known: Weights, held: Kind) -> str:
    """What the verdict does on articles that nothing learned from, in a line."""
    cases = list(kept)
    wrong = sum(OUTCOMES[case.outcome] != held for case in cases)
    count: Counter[str] = Counter()
    for case in cases:
        found, right = known.verdict(case.look, held), OUTCOMES[case.outcome]
        if found != held:
            of_use = right != held if found == "Thing" else right == found
            count[f"{'dropped' if found == 'Thing' else 'now ' + found} {'rightly' if of_use else 'wrongly'}"] += 1
    told = ", ".join(f"{what} {number}" for what, number in sorted(count.items()))
    return f"{held}: {len(cases)} names, {wrong} wrong; {told}"


def learn(nlp: Language, archive: Path) -> tuple[list[Case], list[Case]]:
    """The cases of the articles to learn from, and of those kept to measure."""
    learned: list[Case] = []
    kept: list[Case] = []
    for annotated, article in readings.articles(archive):
        (kept if annotated.is_kept else learned).extend(cases(nlp(ner.reading_text(article)), annotated))
    return learned, kept


def make(learned: Sequence[Case], kept: Sequence[Case], out: Path = OUT, seed: int = 1) -> None:
    """Fit both regressions, write them, print the figures."""
    found = {held: fit([case for case in learned if case.held == held], held, seed) for held in HELD_FOR}
    verdict.write(out, found)
    for held, known in verdict.read(out).items():
        print(figures((case for case in kept if case.held == held), known, held))


def main(arguments: Sequence[str] | None = None) -> int:
    """Train from the corpora and write the shipped weights; exit code 2 with one line where the archive is missing."""
    parser = command_line(__doc__)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if absent := missing(options.corpora, (PRESS,)):
        print(absent, file=sys.stderr)
        return 2
    make(*learn(ner.load_model(None), options.corpora / PRESS), seed=options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
