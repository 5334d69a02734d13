"""Trains the press NER model again: `python -m training.make_model --corpora ../shared/corpora`.

1. A teacher as large as the stock NER, its tok2vec initialised with the stock one's, learns WiNER-fr of 2016 and the
   first half of 2017, in two spellings.
2. It labels press articles, together with the stock model, after the repairs of `pipeline.ner` (`training/silver.py`).
3. A student, narrower and quicker (`training/narrow.py`), learns WiNER-fr, with other spellings and other names
   (`training/augment.py`), and the silver labels; it is what `models/press_ner` holds.

Both are trained by `spacy train` with `training/press_ner.cfg`; the best step is chosen on the second half of 2017.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import Config

from pipeline.ner import documents, press_model
from training import silver
from training.augment import curly, shouted, stock_of, swapped
from training.corpus import Annotated, Span, half_year, natural, read_winer, without_footer
from training.narrow import narrow

ROOT = Path(__file__).resolve().parent.parent
ARCHIVE = "winer_fr_2016_2017.tar.xz"
PRESS = "presse_fr.jsonl.xz"
BASE = "fr_core_news_md"
DEV = "2017H2"
CONFIG = ROOT / "training" / "press_ner.cfg"
TEACHER_STEPS = 2500
TEACHER = {"width": 96, "depth": 4}
STUDENT = {"width": 80, "depth": 4}


def to_doc(nlp: Language, article: Annotated) -> Doc:
    """A document with entities; a name whose border falls within a token is drawn inwards or, if empty, left out."""
    doc = nlp.make_doc(article.text)
    found = []
    for span in article.spans:
        put = doc.char_span(span.start, span.end, label=span.label, alignment_mode="contract")
        if put is not None and len(put):
            found.append(put)
    doc.set_ents(filter_spans(found))
    return doc


def variants(articles: list[Annotated], rng: random.Random) -> list[Annotated]:
    """Each article in WiNER's spelling, the natural one, and twice with other names, once as agencies write."""
    bodies = [without_footer(article) for article in articles]
    plain = [natural(article) for article in bodies]
    stock = stock_of(plain)
    other = [shouted(swapped(article, stock, rng), rng) for article in plain]
    agency = [swapped(natural(article, agency=True), stock, rng) for article in bodies]
    return articles + plain + [curly(article, rng) for article in other + agency]


def write_winer(archive: Path, base: Language, folder: Path) -> None:
    """`teacher.spacy` and `dev.spacy` in `folder`: each article in two spellings; `train.spacy`: in all variants."""
    articles = read_winer(archive)
    learn = [a for a in articles if half_year(a) != DEV]
    test = [a for a in articles if half_year(a) == DEV]
    for name, chosen in (
        ("teacher", [*learn, *map(natural, learn)]),
        ("dev", [*test, *map(natural, test)]),
        ("train", variants(learn, random.Random(1))),
    ):
        DocBin(docs=[to_doc(base, article) for article in chosen]).to_disk(folder / f"{name}.spacy")


def write_component(trained: Path, out: Path) -> None:
    """Take the NER component, and the part of its configuration that rebuilds it, out of a trained pipeline."""
    config = Config().from_disk(trained / "config.cfg", interpolate=True)["components"]["ner"]
    del config["factory"]
    config["model"].pop("nO", None)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    spacy.load(trained).get_pipe("ner").to_disk(out, exclude=["vocab"])  # type: ignore[attr-defined]
    Config({"ner": config}).to_disk(out / "config.cfg")


def train_teacher(work: Path, base: Language, steps: int) -> None:
    """Train the teacher on `work/teacher.spacy`, from the stock NER's own tok2vec; it comes to `work/teacher`."""
    stock = base.get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]
    (work / "stock.bin").write_bytes(stock.to_bytes())
    _train(work, "teacher.spacy", "teacher", TEACHER, seed=1, steps=steps, init=str(work / "stock.bin"))


def write_silver(work: Path, press: Path, number: int) -> None:
    """`student.spacy` in `work`: WiNER-fr in all variants and press articles labelled by the readers."""
    write_component(work / "teacher" / "model-best", work / "teacher-ner")
    teacher = documents.prepared(press_model.add_to(spacy.load(BASE, exclude=["ner"]), work / "teacher-ner"))
    known = silver.annotated_ids(press.parent.parent / "gold")
    texts = silver.sample(press, number, known)
    labelled = silver.label(texts, [teacher, documents.load_model(BASE)], spacy.load(BASE))
    gold = DocBin().from_disk(work / "train.spacy")
    gold.merge(DocBin(docs=labelled))
    gold.to_disk(work / "student.spacy")


def write_narrow(work: Path) -> None:
    """`narrow.bin` in `work`: the teacher's tok2vec with as few channels as the student has."""
    nlp = spacy.load(work / "teacher" / "model-best")
    wide = nlp.get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]
    config = Config().from_disk(CONFIG)["components"]["ner"]
    del config["factory"]
    _resize(config["model"]["tok2vec"], STUDENT)
    student = nlp.add_pipe("ner", name="student", config=config)
    doc = to_doc(nlp, Annotated("", "Lyon", (Span(0, 4, "LOC"),)))
    student.initialize(lambda: [Example(doc, doc)], nlp=nlp)  # type: ignore[attr-defined]
    slim = student.model.get_ref("tok2vec")  # type: ignore[attr-defined]
    narrow(wide, slim)
    (work / "narrow.bin").write_bytes(slim.to_bytes())


def train_student(work: Path, seed: int, steps: int, out: Path) -> None:
    """Train the student on `work/student.spacy`, from the narrowed teacher, and write its component to `out`."""
    _train(work, "student.spacy", f"student-{seed}", STUDENT, seed=seed, steps=steps, init=str(work / "narrow.bin"))
    write_component(work / f"student-{seed}" / "model-best", out)


def _train(work: Path, corpus: str, name: str, size: dict[str, int], *, seed: int, steps: int, init: str) -> None:
    tok2vec = "components.ner.model.tok2vec"
    overrides = {
        "paths.train": str(work / corpus),
        "paths.dev": str(work / "dev.spacy"),
        "paths.init_tok2vec": init,
        "system.seed": seed,
        "training.max_steps": steps,
        f"{tok2vec}.embed.width": size["width"],
        f"{tok2vec}.encode.width": size["width"],
        f"{tok2vec}.encode.depth": size["depth"],
    }
    train(CONFIG, work / name, overrides=overrides)


def _resize(tok2vec: dict[str, Any], size: dict[str, int]) -> None:
    tok2vec["embed"]["width"] = tok2vec["encode"]["width"] = size["width"]
    tok2vec["encode"]["depth"] = size["depth"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the corpora are missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("CORPORA", str(ROOT.parent / "shared" / "corpora"))
    parser.add_argument("--corpora", type=Path, default=Path(default), help="folder of the corpora (or set CORPORA)")
    parser.add_argument("--out", type=Path, default=ROOT / "models" / "press_ner")
    parser.add_argument("--work", type=Path, help="folder for what is made on the way; what it has is not made again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3000, help="of the student")
    parser.add_argument("--silver", type=int, default=2500, help="number of press articles")
    options = parser.parse_args(arguments)
    for name in (ARCHIVE, PRESS):
        if not (options.corpora / name).is_file():
            print(f"no {name} in {options.corpora}: give its folder with --corpora or CORPORA=", file=sys.stderr)
            return 2
    with tempfile.TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        if not (work / "train.spacy").is_file():
            write_winer(options.corpora / ARCHIVE, spacy.load(BASE), work)
        if not (work / "teacher" / "model-best").is_dir():
            train_teacher(work, spacy.load(BASE), TEACHER_STEPS)
        if not (work / "student.spacy").is_file():
            write_silver(work, options.corpora / PRESS, options.silver)
        if not (work / "narrow.bin").is_file():
            write_narrow(work)
        train_student(work, options.seed, options.steps, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
