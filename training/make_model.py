"""Trains the press NER model again: `python -m training.make_model --corpora ../shared/corpora`.

A NER as large as the stock one, its tok2vec initialised with the stock one's, learns WiNER-fr of 2016 and the first
half of 2017, in WiNER's spelling and in the natural one, by `spacy train` with `training/press_ner.cfg`; the best step
is chosen on the second half of 2017.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans
from thinc.api import Config

from training.corpus import Annotated, half_year, natural, read_winer

ROOT = Path(__file__).resolve().parent.parent
ARCHIVE = "winer_fr_2016_2017.tar.xz"
BASE = "fr_core_news_md"
DEV = "2017H2"
CONFIG = ROOT / "training" / "press_ner.cfg"
STEPS = 2500


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


def write_winer(archive: Path, base: Language, folder: Path) -> None:
    """`train.spacy` and `dev.spacy` in `folder`: each article in two spellings."""
    articles = read_winer(archive)
    learn = [a for a in articles if half_year(a) != DEV]
    test = [a for a in articles if half_year(a) == DEV]
    for name, chosen in (("train", learn), ("dev", test)):
        docs = [to_doc(base, article) for article in [*chosen, *map(natural, chosen)]]
        DocBin(docs=docs).to_disk(folder / f"{name}.spacy")


def write_component(trained: Path, out: Path) -> None:
    """Take the NER component, and the part of its configuration that rebuilds it, out of a trained pipeline."""
    config = Config().from_disk(trained / "config.cfg", interpolate=True)["components"]["ner"]
    del config["factory"]
    config["model"].pop("nO", None)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    spacy.load(trained).get_pipe("ner").to_disk(out, exclude=["vocab"])  # type: ignore[attr-defined]
    Config({"ner": config}).to_disk(out / "config.cfg")


def make(archive: Path, out: Path, work: Path, seed: int, steps: int) -> None:
    """Train in the folder `work` and write the component to `out`."""
    base = spacy.load(BASE)
    write_winer(archive, base, work)
    stock = base.get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]
    (work / "stock.bin").write_bytes(stock.to_bytes())
    overrides = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.init_tok2vec": str(work / "stock.bin"),
        "system.seed": seed,
        "training.max_steps": steps,
    }
    train(CONFIG, work / "trained", overrides=overrides)
    write_component(work / "trained" / "model-best", out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("CORPORA", str(ROOT.parent / "shared" / "corpora"))
    parser.add_argument("--corpora", type=Path, default=Path(default), help="folder of the corpora (or set CORPORA)")
    parser.add_argument("--out", type=Path, default=ROOT / "models" / "press_ner")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=STEPS)
    options = parser.parse_args(arguments)
    archive = options.corpora / ARCHIVE
    if not archive.is_file():
        print(f"no {ARCHIVE} in {options.corpora}: give its folder with --corpora or CORPORA=", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as work:
        make(archive, options.out, Path(work), options.seed, options.steps)
    return 0


if __name__ == "__main__":
    sys.exit(main())
