"""Annotated articles → the files that `spacy train` reads."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from training import silver
from training.corpus import UNSURE, Annotated, half_year, natural
from training.invented import Inventor, Letters
from training.swapping import common_words, swapped
from training.votes import Votes

DEV = "2017H2"
"""The half year of WiNER that nothing learns from."""
TRAIN_FILE, DEV_FILE = "train.spacy", "dev.spacy"


def to_doc(nlp: Language, article: Annotated) -> Doc:
    """A document with entities; a name whose border falls within a token is drawn inwards or, if empty, left out.

    Places that are `UNSURE` are missing values: no answer there is wrong.
    """
    doc = nlp.make_doc(article.text)
    found: list[Span] = []
    unsure: list[Span] = []
    for name in article.spans:
        mode = "expand" if name.label == UNSURE else "contract"
        put = doc.char_span(name.start, name.end, name.label, alignment_mode=mode)
        if put is not None and len(put):
            (unsure if name.label == UNSURE else found).append(put)
    found = filter_spans(found)
    taken = {i for span in found for i in range(span.start, span.end)}
    doc.set_ents(
        found, missing=[doc[i : i + 1] for span in unsure for i in range(span.start, span.end) if i not in taken]
    )
    return doc


def write_annotated(winer: list[Annotated], hand: Sequence[Annotated], nlp: Language, folder: Path) -> None:
    """For the teacher: WiNER's articles, each in two spellings, and the press articles annotated by hand."""
    learn = [a for a in winer if half_year(a) != DEV]
    _write(nlp, [*learn, *map(natural, learn), *hand], folder / TRAIN_FILE)
    write_dev(winer, nlp, folder)


def write_dev(winer: list[Annotated], nlp: Language, folder: Path) -> None:
    """The half year that is kept to measure, in two spellings."""
    dev = [a for a in winer if half_year(a) == DEV]
    _write(nlp, [*dev, *map(natural, dev)], folder / DEV_FILE)


def write_mixture(
    winer: list[Annotated],
    votes: list[Votes],
    hand: Sequence[Annotated],
    nlp: Language,
    folder: Path,
    seed: int,
) -> None:
    """For the student: WiNER and the articles annotated by hand, each as it is and once with other names, and silver.

    Half of WiNER is there in its own spelling too; every other silver article has other names.
    """
    chance = random.Random(seed)
    learn = [a for a in winer if half_year(a) != DEV]
    plain = [natural(a) for a in learn]
    inventor = Inventor(Letters(_name_words(plain)), common_words(plain))
    table = silver.Table(votes)
    press = [silver.annotate(f"press-{i}", v, table) for i, v in enumerate(votes)]
    mixed = [*learn[::2], *plain, *(swapped(a, inventor, chance) for a in plain)]
    mixed += [*hand, *(swapped(a, inventor, chance) for a in hand)]
    mixed += [swapped(a, inventor, chance) if i % 2 else a for i, a in enumerate(press)]
    _write(nlp, mixed, folder / TRAIN_FILE)
    write_dev(winer, nlp, folder)


def _name_words(articles: list[Annotated]) -> list[str]:
    names = (a.text[s.start : s.end] for a in articles for s in a.spans if s.label != "EVENT")
    return [w for name in names for w in name.split() if w.isalpha() and w[0].isupper() and not w.isupper()]


def _write(nlp: Language, articles: Iterable[Annotated], path: Path) -> None:
    DocBin(docs=[to_doc(nlp, article) for article in articles]).to_disk(path)
