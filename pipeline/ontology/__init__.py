"""rules/*.toml → typed, checked relations and events.

A rule file holds one relation or one event: its name, label and signature, its words (verbs, nominalisations, role
nouns) with their valency, and its examples. Words are data; what a French sentence may do with them is
:mod:`pipeline.grammar`. All faults of all files are raised at once, each with its file and key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.errors import RuleError
from pipeline.inflection import forms
from pipeline.ontology.reading import RuleReader, cross_check
from pipeline.ontology.types import POST, Example, Narrow, Ontology, Part, Phrase, Rule, Tie, Word

__all__ = ["POST", "RULES", "Example", "Narrow", "Ontology", "Part", "Phrase", "Rule", "Tie", "Word", "build", "load"]

RULES = Path(__file__).parent.parent / "rules"


@cache
def load(folder: Path = RULES) -> Ontology:
    """Read and check every ``*.toml`` of a folder.

    Raises:
        RuleError: with all faults of all files, each with file and key.
    """
    faults: list[str] = []
    rules: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(f"{path.name}: {error}")
            continue
        reader = RuleReader(path.name, data, faults)
        try:
            rule = reader.rule()
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            faults.append(f"{path.name}: a value has not the shape of the format ({type(error).__name__}: {error})")
            continue
        if rule is None:
            continue
        if rule.name in rules:
            faults.append(f"{path.name}: name: {rule.name!r} is already in {rules[rule.name].file}")
        rules[rule.name] = rule
    if not rules and not faults:
        faults.append(f"{folder}: no rule file")
    cross_check(rules, faults)
    if faults:
        raise RuleError(faults)
    return build(rules.values())


def build(rules: Iterable[Rule]) -> Ontology:
    """Index the words of checked rules."""
    rules = sorted(rules, key=lambda rule: rule.name)
    verbs: dict[str, list[Phrase]] = {}
    nouns: dict[str, list[Phrase]] = {}
    beside: list[Phrase] = []
    for word in (word for rule in rules for word in rule.words):
        if word.part == "verb":
            first, *rest = word.lemma.replace("’", "'").replace("'", "' ").split()
            if first in {"se", "s'"}:
                # "s'en prendre à" is looked up by its verb; that it is reflexive is asked of the clause.
                word = replace(word, reflexive=True)
                first, *rest = rest[1:] if rest[0] == "en" else rest
            verbs.setdefault(first, []).append((tuple(rest), word))
        elif word.part == "beside":
            beside.append((tuple(word.lemma.split()), word))
        else:
            for form in forms(word.lemma):
                nouns.setdefault(form[0], []).append((form, word))

    def order(phrases: list[Phrase]) -> tuple[Phrase, ...]:
        return tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[0], p[1].rule, p[1].part, p[1].lemma)))

    return Ontology(
        {rule.name: rule for rule in rules},
        {first: order(phrases) for first, phrases in sorted(verbs.items())},
        {first: order(phrases) for first, phrases in sorted(nouns.items())},
        order(beside),
    )
