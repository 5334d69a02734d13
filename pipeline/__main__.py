"""The command line: ``extract``, ``explain``, ``rules``, ``eval``.

Exit codes: 0 done; 1 with ``--strict`` when an input was rejected; 2 with one line when the call or a rule is wrong;
130 when interrupted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NoReturn

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from pipeline import confidence, load, ontology, run
from pipeline.coverage import Coverage
from pipeline.errors import PipelineError, UsageError
from pipeline.evaluation import Figures, Report
from pipeline.graph import Graph
from pipeline.ontology import Ontology, Rule
from pipeline.schema import Article, Claim, Reading

OUT = "data/out"
MOST = 40
"""Lines of each table of ``rules --coverage``."""
SHOWN = 20
"""Refused inputs that the terminal lists; ``rejected.csv`` has them all."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of the usage and a line."""
        self.exit(2, f"error: {message} (try: {self.prog} --help)\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; out: the exit code (a wrong option leaves by SystemExit(2))."""
    options = _parser().parse_args(argv)
    try:
        code: int = options.command(options)
    except PipelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted: what was read is kept, the next run goes on from there", file=sys.stderr)
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="graphe-presse", description="French press articles in; a typed, sourced graph out.")
    parser.add_argument("--version", action="version", version=run.version())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser("extract", help="read articles and write the graph")
    extract.add_argument("input", metavar="IN", help="a file, or a folder with all its subfolders")
    extract.add_argument("--out", default=OUT, help=f"the folder to write to (default: {OUT})")
    extract.add_argument("--model", help="a spaCy model, by name or folder (default: the best there is)")
    extract.add_argument("--strict", action="store_true", help="exit with 1 when an input was rejected")
    extract.add_argument("--no-cache", action="store_true", help="read everything anew and keep no readings")
    extract.add_argument(
        "--min-confidence", type=float, default=0.0, metavar="X", help="leave claims below X (0-1) out"
    )
    extract.add_argument("--quiet", action="store_true", help="print neither progress nor table")
    extract.set_defaults(command=_extract)
    explain = commands.add_parser("explain", help="print every edge between two names, with its sentences")
    explain.add_argument("one", metavar="A")
    explain.add_argument("other", metavar="B")
    explain.add_argument("--in", dest="folder", default=OUT, help=f"what extract wrote (default: {OUT})")
    explain.set_defaults(command=_explain)
    rules = commands.add_parser("rules", help="check and list the rules, or show which fire on a text")
    which = rules.add_mutually_exclusive_group()
    which.add_argument("--on", metavar="FILE", help="show which rules fire on a text file, or on standard input (-)")
    which.add_argument("--table", action="store_true", help="print the relations and events as a Markdown table")
    which.add_argument(
        "--coverage", metavar="PATH", nargs="+", help="count which rules fire on articles, and the words none knows"
    )
    rules.add_argument("--model", help="with --on or --coverage: a spaCy model, by name or folder")
    rules.set_defaults(command=_rules)
    evaluate = commands.add_parser("eval", help="measure what is found against annotated articles")
    evaluate.add_argument("gold", metavar="GOLD", help="a folder of annotations (<id>.json) in the gold format")
    evaluate.add_argument("--texts", metavar="DIR", help="their articles (default: texts/ within GOLD, or beside it)")
    evaluate.add_argument("--model", help="a spaCy model, by name or folder")
    evaluate.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    evaluate.add_argument("--details", action="store_true", help="print what was wrong and missed as well")
    evaluate.add_argument("--keep", action="store_true", help="fit the confidence of claims to all that is proposed")
    evaluate.set_defaults(command=_evaluate)
    return parser


# extract --------------------------------------------------------------------------------------------------------------


def _extract(options: argparse.Namespace) -> int:
    console = Console(stderr=True)
    with _progress(console, shown=console.is_terminal and not options.quiet) as progress:
        graph = run.extract(
            options.input,
            options.out,
            model=options.model,
            cache=not options.no_cache,
            min_confidence=options.min_confidence,
            progress=progress,
        )
    rejected = [rejection for rejection in graph.rejections if rejection.kind == "rejected"]
    if not options.quiet:
        _print_summary(console, graph)
    elif rejected:
        print(f"warning: {len(rejected)} input(s) not read, see rejected.csv", file=sys.stderr)
    return 1 if options.strict and rejected else 0


@contextmanager
def _progress(console: Console, *, shown: bool) -> Iterator[run.Progress | None]:
    """A bar with articles and words per second (of what is read now, not of what was known)."""
    if not shown:
        yield None
        return
    speed_column = TextColumn("{task.fields[speed]}")
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), speed_column)
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("reading", total=None, speed="")
        words = 0

        def step(done: int, total: int, more: int, known: bool) -> None:
            nonlocal words
            words += 0 if known else more
            seconds = bar.tasks[0].elapsed or 0.0
            speed = f"{words / seconds:,.0f} words/s" if words and seconds else ""
            bar.update(task, completed=done, total=total, speed=speed)

        yield step


def _print_summary(console: Console, graph: Graph) -> None:
    counts = Table(show_header=False, box=None)
    kinds = [node.kind for node in graph.node_rows]
    events = {node.id for node in graph.node_rows if node.kind == "Event"}
    for name, number in (
        ("articles", len(graph.sources)),
        ("words", sum(source.words for source in graph.sources)),
        ("people", kinds.count("Person")),
        ("organisations", kinds.count("Organisation")),
        ("events", kinds.count("Event")),
        ("relations", sum(edge.source not in events for edge in graph.edge_rows)),
        ("merges", len(graph.merge_rows)),
    ):
        counts.add_row(name, f"{number:,}")
    console.print(counts)
    if graph.rejections:
        refused = Table("not read, or worth a look", "why", "kind", box=None)
        for rejection in graph.rejections[:SHOWN]:
            refused.add_row(escape(rejection.source), escape(rejection.reason), rejection.kind)
        console.print(refused)
    if len(graph.rejections) > SHOWN:
        console.print(f"… and {len(graph.rejections) - SHOWN} more in rejected.csv")


# explain --------------------------------------------------------------------------------------------------------------


def _explain(options: argparse.Namespace) -> int:
    explanation = run.reopen(options.folder).explain(options.one, options.other)
    print(explanation.text("\033[1m", "\033[0m") if sys.stdout.isatty() else explanation.text())
    return 0


# rules ----------------------------------------------------------------------------------------------------------------


def _rules(options: argparse.Namespace) -> int:
    rules = ontology.load()
    if options.on is not None:
        reading = run.read(_article(options.on), model=options.model)
        print(_names_line(reading))
        print("\n".join(_claim_line(claim, reading) for claim in reading.claims) or "no rule fires")
    elif options.coverage:
        _print_coverage(run.cover(options.coverage, model=options.model))
    elif options.table:
        print(markdown_table(rules))
    else:
        table = Table("name", "label", "from", "to", "words", "says", "silent", box=None)
        for rule in _in_order(rules):
            ends = _signature(rule)
            counts = (len(rule.words), len(rule.says), len(rule.silent))
            table.add_row(rule.name, rule.label, *ends, *(str(count) for count in counts))
        Console(width=None if sys.stdout.isatty() else 160).print(table)
        print(f"{len(rules.relations)} relations and {len(rules.events)} events, no fault")
    return 0


def _article(name: str) -> Article | str:
    if name == "-":
        return sys.stdin.read()
    for item in load.load(name):
        if isinstance(item, Article):
            return item
        if item.kind == "rejected":
            raise UsageError(f"cannot read {name}: {item.reason}")
    raise UsageError(f"no article in {name}")


def _print_coverage(found: Coverage) -> None:
    print(f"{found.articles} articles")
    for title, counts in (
        ("rules", found.rules),
        ("constructions", found.constructions),
        ("words between names that no rule knows", found.unknown),
        ("what stands between names that nothing links", found.between),
    ):
        print(f"\n{title}")
        for name, count in list(counts.items())[:MOST]:
            print(f"{count:7}  {name}")
    print(f"\nnever fired: {', '.join(found.silent) or 'none'}")


def _names_line(reading: Reading) -> str:
    """Whom the text names, with their kinds: a rule cannot fire on a name that was not seen."""
    seen = (f"{entity.name} ({entity.kind})" for entity in reading.entities)
    return f"names: {', '.join(seen) or 'none'}"


def _claim_line(claim: Claim, reading: Reading) -> str:
    names = {entity.id: entity.name for entity in reading.entities}
    arguments = ", ".join(f"{a.role}: {names[a.entity]}" for a in claim.arguments)
    state = ", ".join(str(part) for part in (claim.polarity, claim.modality, claim.status, claim.date) if part)
    made = f"{claim.construction}, {claim.confidence:.2f}"
    return f"{claim.rule} → {claim.type} ({arguments}) [{state}]  “{claim.trigger.text}”, {made}"


def markdown_table(rules: Ontology) -> str:
    """The relations and events as a Markdown table, for the README."""
    lines = ["| Name | Label | From | To | Wikidata |", "| --- | --- | --- | --- | --- |"]
    for rule in _in_order(rules):
        source, target = _signature(rule)
        lines.append(f"| `{rule.name}` | {rule.label} | {source} | {target} | {rule.wikidata or ''} |")
    return "\n".join(lines)


def _in_order(rules: Ontology) -> list[Rule]:
    """Relations first, then events."""
    return [*rules.relations.values(), *rules.events.values()]


def _signature(rule: Rule) -> tuple[str, str]:
    """What a rule leads from and to: kinds for a relation, the event and its roles for an event."""
    if rule.kind == "event":
        return "Event", ", ".join(sorted(rule.roles))
    source, target = (" or ".join(sorted(rule.roles[end], reverse=True)) for end in ("source", "target"))
    return source, target


# eval -----------------------------------------------------------------------------------------------------------------


def _evaluate(options: argparse.Namespace) -> int:
    least = 0.0 if options.keep else confidence.LEAST
    figures, verdicts, claims = run.evaluate(options.gold, options.texts, model=options.model, least=least)
    if options.details:
        for verdict in verdicts:
            if verdict.outcome != "right":
                print(f"{verdict.article}  {verdict.measure} {verdict.outcome}: {verdict.told}")
    if options.json:
        print(json.dumps(figures.as_json(), ensure_ascii=False))
    else:
        _print_figures(figures)
    if options.keep:
        confidence.keep(claims)
    return 0


def _print_figures(report: Report) -> None:
    console = Console(width=None if sys.stdout.isatty() else 160)
    groups: list[tuple[str, Mapping[str, Figures]]] = [(f"{report.articles} articles", report.overall)]
    groups += [(f"{measure}, by type", types) for measure, types in report.by_type.items()]
    for title, rows in groups:
        table = Table(title, "precision", "recall", "F1", "right", "wrong", "missed", box=None)
        for name, found in rows.items():
            ratios = (f"{ratio:.3f}" for ratio in (found.precision, found.recall, found.f1))
            table.add_row(name, *ratios, *(str(count) for count in (found.right, found.wrong, found.missed)))
        console.print(table)
    table = Table("claims, by construction", "precision", "right", "wrong", box=None)
    for name, found in report.by_construction.items():
        table.add_row(name, f"{found.precision:.3f}", str(found.right), str(found.wrong))
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
