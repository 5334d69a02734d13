"""Times the press model beside the stock one: `python -m training.speed --corpora ../shared/corpora [ARTICLES]`.

Words per second of processor time, on WiNER's articles of the second half of 2017 in the natural spelling, or on
articles of your own. All are timed in one process, in turn, the order turned round each time; ratios are taken turn
by turn. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer

from pipeline import coreference, load, ner, ontology, relations, run
from pipeline.schema import Article
from training.archive import WINER, command_line, missing
from training.corpus import half_year, natural, read_winer
from training.examples import DEV

PLAIN, STOCK, PRESS = "stock, spacy.load", "stock, our loader", "press model"


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the corpus is missing."""
    parser = command_line(__doc__)
    parser.add_argument("articles", nargs="?", help="a file or folder that `extract` reads, instead of WiNER")
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args(arguments)
    absent = "" if options.articles else missing(options.corpora, [WINER])
    if absent:
        print(absent, file=sys.stderr)
        return 2
    if options.articles:
        loaded = load.load(options.articles)
    else:
        winer = read_winer(options.corpora / WINER)
        loaded = load.from_texts([natural(a).text for a in winer if half_year(a) == DEV])
    articles = [item for item in loaded if isinstance(item, Article)]
    models = {PLAIN: spacy.load(ner.STOCK_MODEL), STOCK: ner.load_model(ner.STOCK_MODEL), PRESS: ner.load_model()}
    texts = [ner.reading_text(article) for article in articles]
    words = sum(len(models[PRESS].make_doc(text)) for text in texts)
    print(f"{len(articles)} articles, {words} words, {options.turns} turns")

    def parse(name: str) -> None:
        _forget(models[name])
        for _ in models[name].pipe(texts, batch_size=ner.BATCH_SIZE):
            pass

    rules = ontology.load()
    ours: list[float] = []  # per turn, the share of the whole with the press model that is not spaCy

    def whole(name: str) -> None:
        _forget(models[name])
        readings, inside = [], 0.0
        started = time.process_time()
        for article, doc in ner.parse(models[name], articles):
            resumed = time.process_time()
            readings.append(relations.read(coreference.resolve(ner.annotate(article, doc)), rules))
            inside += time.process_time() - resumed
        resumed = time.process_time()
        run.resolve(readings)
        ended = time.process_time()
        if name == PRESS:
            ours.append((inside + ended - resumed) / (ended - started))

    _compare("nlp.pipe", parse, [PLAIN, STOCK, PRESS], options.turns, words)
    _compare("whole pipeline", whole, [STOCK, PRESS], options.turns, words)
    shares = ours[1:]  # the first was the warm-up
    print(f"not spaCy, of the whole with the {PRESS}: {median(shares):.2f} ({min(shares):.2f} to {max(shares):.2f})")
    return 0


def _forget(nlp: Language) -> None:
    """Empty the lemmatizer's cache: it has seen the words in the turn before, and new articles have new ones."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.cache.clear()


def _compare(what: str, work: Callable[[str], None], names: list[str], turns: int, words: int) -> None:
    speeds: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(turns + 1):
        for name in names if turn % 2 else names[::-1]:
            started = time.process_time()
            work(name)
            if turn:  # the first only warms up
                speeds[name].append(words / (time.process_time() - started))
    for name in names:
        print(f"{what}, {name}: {median(speeds[name]):.0f} words per second", end="")
        ratios = [press / other for press, other in zip(speeds[PRESS], speeds[name], strict=True)]
        print("" if name == PRESS else f"; press / it {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    sys.exit(main())
