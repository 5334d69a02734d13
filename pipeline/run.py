"""The composition: articles in, graph out. The only room that knows both the input and the deliverables.

Reading is slow and goes article by article: what was read is kept in shards (:mod:`pipeline.shards`), keyed by the
article, the rules, the model and the code. The graph is quick and made anew from all readings on every run.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pandas as pd

from pipeline import (
    confidence,
    coreference,
    coverage,
    dedupe,
    evaluation,
    export,
    learned,
    load,
    ner,
    ontology,
    relations,
)
from pipeline.errors import ArticleError, UsageError
from pipeline.graph import Graph
from pipeline.ner import press_model
from pipeline.ontology import Ontology
from pipeline.schema import Article, Reading, Rejection
from pipeline.shards import FOLDER, Shards

DISTRIBUTION = "graphe-presse"

Source = str | Path | Iterable[str] | pd.DataFrame
Progress = Callable[[int, int, int, bool], None]
"""Called after each article: articles done, articles in all, its words, whether it was known from an earlier run."""


def extract(
    source: Source,
    out: Path | str | None = None,
    *,
    model: str | None = None,
    work: Path | str | None = None,
    cache: bool = True,
    min_confidence: float = 0.0,
    progress: Progress | None = None,
) -> Graph:
    """Read articles and bring what they say together to one graph.

    Args:
        source: a file or folder (``str`` or ``Path``), a list of texts, or a DataFrame with a ``text`` column.
        out: the folder that the deliverables are written to; None writes none.
        model: a spaCy model by name or folder; None takes the best that there is (see :func:`pipeline.ner.load_model`).
        work: where readings are kept; ``<out>/.readings`` where None, nowhere when ``out`` is None too.
        cache: False neither takes nor keeps readings.
        min_confidence: claims below it, from 0 to 1, are left out of the graph.
        progress: called after each article.

    Raises:
        UsageError: a missing input, one without any article, an unknown model, a number out of range, a folder that
            cannot be written to.
        RuleError: the rules are faulty; nothing was read.
    """
    if not 0 <= min_confidence <= 1:
        raise UsageError(f"the least confidence must lie between 0 and 1, not {min_confidence:g}")
    rules = ontology.load()
    target = None if out is None else Path(out)
    inside = _check_folders(source, target)
    loaded = load.load(source) if isinstance(source, (str, Path)) else load.from_texts(source)
    engine = _engine(model)
    if target is not None:
        _make(target)
    folder = Path(work) if work is not None else target / FOLDER if target is not None else None
    shards = None
    if folder is not None:
        _make(folder)
        shards = Shards(folder)
    articles: list[Article] = []
    rejections: list[Rejection] = []
    for item in loaded:
        if inside is not None and item.source.startswith(inside):
            continue
        if isinstance(item, Article):
            articles.append(item)
        else:
            rejections.append(item)
    if not articles and not rejections:
        raise UsageError("no article to read")
    keys = {article.id: _key(engine, article) for article in articles}
    readings, faults = _readings(articles, keys, rules, model, shards if cache else None, progress)
    graph = _graph(readings, rules, [*rejections, *faults], model, min_confidence)
    if shards is not None:
        shards.forget()
    if target is not None:
        export.write(graph, target)
    if shards is not None and cache:
        shards.close((keys[reading.article] for reading in readings), {"min_confidence": min_confidence})
    return graph


def read(article: Article | str, *, model: str | None = None) -> Reading:
    """What one article, or one text, says.

    Raises :class:`ArticleError` when the text cannot be read, :class:`UsageError` for an unknown model.
    """
    if isinstance(article, str):
        found = list(load.from_texts([article]))
        for item in found:
            if isinstance(item, Rejection) and item.kind == "rejected":
                raise ArticleError(item.source, item.reason)
        article = next(item for item in found if isinstance(item, Article))
    rules = ontology.load()
    return _or_raise(next(_read([article], rules, model))[1])


def resolve(readings: Iterable[Reading], *, min_confidence: float = 0.0) -> Graph:
    """Bring readings together to one graph, with the labels of the rules."""
    return _graph(list(readings), ontology.load(), [], None, min_confidence)


def reopen(folder: Path | str) -> Graph:
    """The graph that the last run wrote to a folder, made again from the readings kept there.

    Raises :class:`UsageError` when no run came to its end there, or none whose readings were kept.
    """
    last = Shards(Path(folder) / FOLDER).last()
    if last is None:
        raise UsageError(f"no readings of a finished run in {folder}: run `extract` with `--out {folder}` first")
    readings, settings = last
    return resolve(readings, min_confidence=settings.get("min_confidence", 0.0))


def evaluate(
    gold: Path | str,
    texts: Path | str | None = None,
    *,
    model: str | None = None,
    least: float = confidence.LEAST,
) -> tuple[evaluation.Report, list[evaluation.Verdict], list[confidence.Judged]]:
    """Read annotated articles, each by itself, and measure what was found.

    Args:
        gold: a folder of annotations in the gold format.
        texts: the folder of their articles; None looks in ``texts`` within ``gold``, then beside it.
        model: a spaCy model by name or folder.
        least: what the network alone tells is left out where it is less sure.

    Returns:
        The figures, every verdict, and the claims that could be judged, for :func:`pipeline.confidence.fit`.

    Raises:
        UsageError: no annotations, a missing text, an unknown model.
    """
    rules = ontology.load()
    symmetric = {name for name, rule in rules.rules.items() if rule.symmetric}
    annotated = evaluation.load(gold, texts)
    articles = []
    for item in annotated:
        read_in = next((a for a in load.load(item.path) if isinstance(a, Article)), None)
        if read_in is None:
            raise UsageError(f"cannot read the annotated article {item.path.name}")
        articles.append(read_in)
    judged, claims = [], []
    for item, (_, outcome) in zip(annotated, _read(articles, rules, model, least), strict=True):
        reading = _or_raise(outcome)
        graph = _graph([reading], rules, [], model, 0.0)
        verdicts = evaluation.judge(item, graph, symmetric)
        judged.append((graph, verdicts))
        claims += evaluation.judged_claims(reading, graph, verdicts)
    return evaluation.report(judged), [v for _, found in judged for v in found], claims


def version() -> str:
    """The version of this package, ``unknown`` where it runs without being installed."""
    return _version_of(DISTRIBUTION) or "unknown"


def _readings(
    articles: Sequence[Article],
    keys: dict[str, str],
    rules: Ontology,
    model: str | None,
    shards: Shards | None,
    progress: Progress | None,
) -> tuple[list[Reading], list[Rejection]]:
    """The readings by id, those kept and the others, which are kept batch by batch; and what could not be read."""
    readings: list[Reading] = []
    faults: list[Rejection] = []

    def done(reading: Reading, known: bool) -> None:
        readings.append(reading)
        if progress is not None:
            progress(len(readings), len(articles), reading.words, known)

    new: list[Article] = []
    for article in articles:
        kept = shards.get(keys[article.id]) if shards is not None else None
        if kept is not None:
            done(kept, True)
        else:
            new.append(article)
    fresh: dict[str, Reading] = {}
    try:
        for article, reading in _read(new, rules, model):
            if isinstance(reading, ArticleError):
                faults.append(Rejection(source=reading.source, reason=reading.reason))
                continue
            fresh[keys[article.id]] = reading
            done(reading, False)
            if shards is not None and len(fresh) >= ner.BATCH_SIZE:
                shards.put(fresh)
                fresh = {}
    finally:  # What was read before an interruption need not be read again.
        if shards is not None:
            shards.put(fresh)
    return sorted(readings, key=lambda reading: (reading.article, reading.source)), faults


def cover(sources: Iterable[Path | str], *, model: str | None = None) -> coverage.Coverage:
    """What the rules know of the articles in files and folders, and which words between names they do not know.

    Raises :class:`UsageError` for a missing input, an unknown model, or where there is no article.
    """
    rules = ontology.load()
    articles = [item for source in sources for item in load.load(source) if isinstance(item, Article)]
    if not articles:
        raise UsageError("no article to read")
    documents = map(coreference.resolve, ner.read_docs(ner.load_model(model), articles))
    return coverage.cover(((document, relations.read(document, rules, learned=False)) for document in documents), rules)


Outcome = Reading | ArticleError


def _read(
    articles: Sequence[Article], rules: Ontology, model: str | None, least: float = confidence.LEAST
) -> Iterator[tuple[Article, Outcome]]:
    """What each article says. A fault of ours in one of thousands must not cost the run: it is given in its place."""
    if not articles:
        return
    for article, doc in ner.parse(ner.load_model(model), articles):
        outcome: Outcome
        try:
            outcome = relations.read(coreference.resolve(ner.annotate(article, doc)), rules, least=least)
        except Exception as error:
            outcome = ArticleError(article.source, f"a fault of this program: {type(error).__name__}: {error}")
            outcome.__cause__ = error
        yield article, outcome


def _or_raise(outcome: Outcome) -> Reading:
    if isinstance(outcome, ArticleError):
        raise outcome
    return outcome


def _graph(
    readings: Sequence[Reading],
    rules: Ontology,
    rejections: Sequence[Rejection],
    model: str | None,
    min_confidence: float,
) -> Graph:
    if min_confidence > 0:
        readings = [
            reading.model_copy(update={"claims": tuple(c for c in reading.claims if c.confidence >= min_confidence)})
            for reading in readings
        ]
    graph = dedupe.resolve(
        readings,
        labels=rules.labels,
        symmetric=frozenset(name for name, rule in rules.rules.items() if rule.symmetric),
        rejections=rejections,
    )
    return replace(graph, report=_report(graph, readings, rules, model, min_confidence))


def _report(
    graph: Graph, readings: Sequence[Reading], rules: Ontology, model: str | None, min_confidence: float
) -> dict[str, object]:
    """Counts, versions and settings: nothing that differs between two runs on the same input."""
    claims = [claim for reading in readings for claim in reading.claims]
    words = _counted(claim.rule for claim in claims)
    fired = _counted(claim.rule_name for claim in claims)
    events = {node.id for node in graph.node_rows if node.kind == "Event"}
    return {
        "versions": {
            DISTRIBUTION: version(),
            "spacy": _version_of("spacy"),
            "model": _model_identity(model)[0],
            "rules": _hash_files(ontology.RULES, "*.toml"),
            "weights": _trained(),
        },
        "settings": {"min_confidence": min_confidence},
        "input": {
            "articles": len(readings),
            "words": sum(reading.words for reading in readings),
            **dict.fromkeys(("rejected", "duplicate", "warning"), 0),
            **_counted(rejection.kind for rejection in graph.rejections),
        },
        "graph": {
            "nodes": _counted(node.kind for node in graph.node_rows),
            "relations": _counted(edge.kind for edge in graph.edge_rows if edge.source not in events),
            "events": _counted(node.type or "" for node in graph.node_rows if node.kind == "Event"),
            "roles": _counted(edge.kind for edge in graph.edge_rows if edge.source in events),
            "evidence": len(graph.evidence_rows),
            "merges": len(graph.merge_rows),
        },
        "claims": _counted(f"{claim.type} {claim.polarity} {claim.modality}" for claim in claims),
        "constructions": _counted(claim.construction for claim in claims),
        "rules_fired": fired,
        "words_fired": words,
        "rules_silent": sorted(set(rules.rules) - set(fired)),
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _check_folders(source: Source, out: Path | None) -> str | None:
    """The prefix of sources that lie within ``out`` when that is a folder of the input, which is then not read."""
    if out is None or not isinstance(source, (str, Path)):
        return None
    if out.exists() and not out.is_dir():
        raise UsageError(f"cannot write to {out}: not a folder")
    root, target = Path(source).resolve(), out.resolve()
    if root == target:
        raise UsageError(f"the output folder must not be the input folder: {out}")
    return target.relative_to(root).as_posix() + "/" if target.is_relative_to(root) else None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error


def _key(engine: str, article: Article) -> str:
    return hashlib.sha256(f"{engine}\x1f{article.model_dump_json()}".encode()).hexdigest()


def _engine(model: str | None) -> str:
    """Everything but the article that a reading depends on; code counts by its bytes, not by its version alone."""
    package = Path(__file__).parent
    code = (_hash_files(ontology.RULES, "*.toml"), _hash_files(package, "**/*.py"), _hash_files(package, "*.json"))
    parts = (*code, _trained(), *_model_identity(model))
    return "\x1f".join((version(), str(_version_of("spacy")), *parts))


def _trained() -> str:
    """What tells the shipped weights of all models from others."""
    return _hash_files(learned.directory().parent, "*/**/*")


def _model_identity(model: str | None) -> tuple[str, str]:
    """How a report names the model (no machine's path), and what tells its weights from others."""
    if model is None:
        try:
            weights = _hash_files(press_model.directory(), "**/*")
        except UsageError:
            return _model_identity(ner.STOCK_MODEL)
        base = press_model.BASE
        return f"{press_model.NAME} on {base} {_version_of(base)}", weights
    if Path(model).is_dir():
        return Path(model).name, _hash_files(Path(model), "**/*")
    return f"{model} {_version_of(model)}", ""


def _hash_files(folder: Path, pattern: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob(pattern)):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\x1f{len(content)}\x1f".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _version_of(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
