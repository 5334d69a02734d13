"""Trains the press NER model again: `python -m training.make_model --corpora ../shared/corpora`.

Twice `spacy train`. The teacher, as large as the stock NER and beginning with its tok2vec, learns WiNER-fr of 2016 and
the first half of 2017 and the press articles annotated by hand (`press_ner.cfg`). It reads press articles without
annotation, and what it, the stock model and the pipeline agree on becomes silver. The student goes on from the teacher
(`press_ner_student.cfg`), with WiNER and the articles annotated by hand, both under invented names too, and the silver
articles. The teacher's step is the best on the second half of 2017, the student's the last. What is written is the mean
of their weights: the teacher knows WiNER better, the student the press, the mean each as well as the better one.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language
from thinc.api import Config

from pipeline import ner
from pipeline.coreference import ranker
from pipeline.ner import press_model
from training import examples, links, press, votes
from training.archive import PRESS, ROOT, WINER, command_line, missing
from training.corpus import Annotated, read_winer
from training.hand import read_hand

BASE = press_model.BASE
CONFIG = ROOT / "training" / "press_ner.cfg"
STUDENT_CONFIG = ROOT / "training" / "press_ner_student.cfg"
STEPS = 3000
STUDENT_STEPS = 1600
SILVER = 1200
"""Press articles that the student learns from."""


def write_component(trained: Sequence[Path], out: Path) -> None:
    """Take the NER component, and the part of its configuration that rebuilds it, out of a trained pipeline.

    Of several pipelines of one shape, the mean of their weights.
    """
    config = Config().from_disk(trained[0] / "config.cfg", interpolate=True)["components"]["ner"]
    del config["factory"]
    config["model"].pop("nO", None)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    components = [spacy.load(path).get_pipe("ner") for path in trained]
    layers = zip(*(component.model.walk() for component in components), strict=True)  # type: ignore[attr-defined]
    for first, *others in layers:
        for name in first.param_names:
            if first.has_param(name):
                total = sum((other.get_param(name) for other in others), start=first.get_param(name))
                first.set_param(name, total / len(trained))
    components[0].to_disk(out, exclude=["vocab"])  # type: ignore[attr-defined]
    Config({"ner": config}).to_disk(out / "config.cfg")


def make_teacher(
    winer: list[Annotated], hand: Sequence[Annotated], base: Language, work: Path, seed: int, steps: int
) -> Path:
    """Train on what is annotated, in the folder `work`; the folder of the trained pipeline, which is the NER only."""
    work.mkdir(parents=True)
    examples.write_annotated(winer, hand, base, work)
    stock = base.get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]
    (work / "stock.bin").write_bytes(stock.to_bytes())
    overrides = {"paths.init_tok2vec": str(work / "stock.bin"), "training.max_steps": steps}
    train(CONFIG, work / "trained", overrides=_paths(work, seed) | overrides)
    return work / "trained" / "model-best"


def ask(teacher: Path, archive: Path, number: int, work: Path) -> list[votes.Votes]:
    """What the teacher, the stock model and the pipeline with the teacher say of `number` press articles."""
    write_component([teacher], work / "component")
    press_model.add_to(spacy.load(BASE, exclude=["ner"]), work / "component").to_disk(work / "reader")
    return list(votes.collect(ner.load_model(str(work / "reader")), press.read_press(archive, number)))


def make_student(
    winer: list[Annotated],
    said: list[votes.Votes],
    hand: Sequence[Annotated],
    base: Language,
    teacher: Path,
    work: Path,
    seed: int,
    steps: int,
) -> Path:
    """Let the teacher go on learning from everything; the folder of the trained pipeline.

    Its last step: WiNER's half year, on which steps could be compared, does not see what is gained in the press.
    """
    work.mkdir(parents=True)
    examples.write_mixture(winer, said, hand, base, work, seed)
    overrides = {"paths.teacher": str(teacher), "training.max_steps": steps}
    train(STUDENT_CONFIG, work / "trained", overrides=_paths(work, seed) | overrides)
    return work / "trained" / "model-last"


def _paths(work: Path, seed: int) -> dict[str, object]:
    train_file, dev_file = str(work / examples.TRAIN_FILE), str(work / examples.DEV_FILE)
    return {"paths.train": train_file, "paths.dev": dev_file, "system.seed": seed}


def make(corpora: Path, out: Path, work: Path, seed: int) -> None:
    """Train both in the folder `work` and write the component with their mean weights to `out`."""
    base = spacy.load(BASE)
    winer = read_winer(corpora / WINER)
    hand = read_hand(corpora / PRESS).learn
    teacher = make_teacher(winer, hand, base, work / "teacher", seed, STEPS)
    said = ask(teacher, corpora / PRESS, SILVER, work)
    student = make_student(winer, said, hand, base, teacher, work / "student", seed, STUDENT_STEPS)
    write_component([teacher, student], out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; exit code 2 with one line where a corpus is missing."""
    parser = command_line(__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "models" / press_model.NAME)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    absent = missing(options.corpora)
    if absent:
        print(absent, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as work:
        make(options.corpora, options.out, Path(work), options.seed)
    links.make(ner.load_model(None), options.corpora / PRESS, ROOT / "models" / ranker.NAME, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
