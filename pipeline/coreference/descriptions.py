"""The nouns that French articles use for a person or an organisation, and what each demands of its referent.

Data first: families of nouns ("constructeur" is a company, "quotidien" a media title), each noun with its masculine and
feminine forms; :func:`noun_at` looks one up at a token. A noun marked ``wide`` covers its whole family ("entreprise"
fits every company), the others only what the article says is so, or what nothing speaks against.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from pipeline.coreference.describing_nouns import (
    FORMER,
    KINDRED,
    OFFICES,
    OPEN_FAMILIES,
    ORGANISATIONS,
    PERSONS,
    SYNONYMS,
)
from pipeline.document import Gender
from pipeline.parsed import Doc, Token
from pipeline.schema import EntityKind


@dataclass(frozen=True)
class Noun:
    """One form of a describing noun: ``length`` tokens of the text, with the gender and number that the form shows."""

    lemma: str
    kind: EntityKind
    family: str
    gender: Gender | None
    plural: bool
    wide: bool = False
    length: int = 1
    fixed: bool = False
    """Whether the grammatical gender says nothing of the person ("la star", "la victime")."""


def _plural(form: str) -> str:
    first, _, rest = form.partition(" ")
    if rest.startswith(("d'", "de ", "du ", "en ")):
        return f"{_plural(first)} {rest}"
    if rest:
        return f"{_plural(first)} {_plural(rest)}"
    if first.endswith(("s", "x", "z")) or first == "porte-parole":
        return first
    if first.endswith("al"):
        return first[:-2] + "aux"
    return first + ("x" if first.endswith(("au", "eu")) else "s")


def _index() -> dict[str, tuple[Noun, ...]]:
    found: dict[str, list[Noun]] = {}
    tables: tuple[tuple[EntityKind, dict[str, str]], ...] = (("Person", PERSONS), ("Organisation", ORGANISATIONS))
    for kind, families in tables:
        for family, words in families.items():
            for word in words.split():
                wide = word.endswith("*")
                mark, _, forms = word.rstrip("*").rpartition(":")
                masculine, _, feminine = forms.replace("_", " ").partition("/")
                gender: Gender | None = "Masc" if mark == "m" or feminine else "Fem" if mark == "f" else None
                lemma = SYNONYMS.get(masculine, masculine)
                forms_shown: tuple[tuple[str, Gender | None], ...] = ((masculine, gender), (feminine, "Fem"))
                for form, shown in forms_shown:
                    if not form:
                        continue
                    for plural, surface in ((False, form), (True, _plural(form))):
                        noun = Noun(lemma, kind, family, shown, plural, wide, fixed=mark == "x")
                        if noun not in found.setdefault(surface, []):
                            found[surface].append(noun)
    return {surface: tuple(nouns) for surface, nouns in found.items()}


NOUNS: Final = _index()


def _starts() -> dict[str, int]:
    """For the first part of every form, how many tokens the longest form that begins with it may take."""
    starts: dict[str, int] = {"ex": 1}
    for surface in NOUNS:
        first = surface.split()[0].split("-")[0]
        tokens = len(surface.replace("-", " - ").replace("'", "' ").split())
        starts[first] = max(starts.get(first, 0), tokens)
    return starts


_STARTS: Final = _starts()


@lru_cache(maxsize=100_000)
def normal(text: str) -> str:
    """A surface form as the tables write it: lower case, straight apostrophe, single spaces."""
    return " ".join(text.lower().replace("’", "'").split())


def noun_at(doc: Doc, index: int) -> tuple[Noun, ...]:
    """The describing nouns whose words begin at token ``index``, longest match only; empty when there is none.

    Several readings come back for an ambiguous word ("industriel": a person or a company; "formation": a party or a
    club); all have the same ``length`` in tokens.
    """
    first = doc[index].lower_
    longest = _STARTS.get(first.split("-")[0])
    if longest is None:
        return ()
    for end in range(min(len(doc), index + longest), index, -1):
        nouns = NOUNS.get(normal(doc.span(index, end).text))
        if nouns:
            return _singular_first(nouns, end - index)
    if first.startswith("ex-"):
        return tuple(formerly(noun) for noun in _singular_first(NOUNS.get(normal(first[3:]), ()), 1))
    return ()


def is_former(token: Token) -> bool:
    """Whether a word before a noun tells that it is so no more: "l'ancien ministre", "l'ex ministre"."""
    return token.lemma_ == "ancien" or token.lower_ in ("ex", "ex-")


def formerly(noun: Noun) -> Noun:
    """An office that was left is another noun: whoever is told to hold it is not who held it before."""
    return replace(noun, lemma=FORMER + noun.lemma) if noun.lemma in OFFICES else noun


@lru_cache(maxsize=10_000)
def _singular_first(nouns: tuple[Noun, ...], length: int) -> tuple[Noun, ...]:
    """The readings with their length; a form that can be singular is not read as a plural."""
    singular = any(not noun.plural for noun in nouns)
    return tuple(replace(noun, length=length) for noun in nouns if not (noun.plural and singular))


def nouns_of(word: str) -> tuple[Noun, ...]:
    """The describing nouns that a lemma or a surface form names ("startup", "la SNCF" none)."""
    return NOUNS.get(normal(word), ())


def akin(left: str, right: str) -> bool:
    """Whether two families can describe one entity."""
    return left == right or bool(OPEN_FAMILIES & {left, right}) or frozenset({left, right}) in KINDRED
