"""Annotated articles with other names: each name of an article is put out for an invented one, the same everywhere."""

from __future__ import annotations

import random
import re
from collections import defaultdict

from training.corpus import Annotated, edited
from training.invented import Inventor, sounds_open

SHARES = {"PER": 0.6, "ORG": 0.7, "LOC": 0.25, "PRODUCT": 0.4}
"""How many names of a kind are put out; events keep theirs, which are mostly common words."""
TOWN = 0.04
"""Organisations that take the name of a place of the same article, as clubs and firms do."""
SHOUTED = 0.04
"""Lines put in capitals, as some headlines are."""
_PLURAL = frozenset({"les", "des", "aux", "ces", "leurs"})
_PARTICLES = re.compile(r"[a-zà-ÿ'’.\-]+$")


def swapped(article: Annotated, inventor: Inventor, chance: random.Random) -> Annotated:
    """The article with other names and, here and there, a line in capitals."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, span in enumerate(article.spans):
        places[span.label, article.text[span.start : span.end]].append(i)
    towns = sorted({name for label, name in places if label == "LOC" and " " not in name})
    surnames: dict[str, str] = {}
    edits: list[tuple[int, int, str]] = []
    for (label, name), indices in places.items():
        if chance.random() >= SHARES.get(label, 0) or not _is_proper(name):
            continue
        before = {_word_before(article.text, article.spans[i].start) for i in indices}
        person = label == "PER"
        new = (
            _person(name, surnames, inventor, chance)
            if person
            else _other(label, name, before, towns, inventor, chance)
        )
        if new is not None:
            edits += [(article.spans[i].start, article.spans[i].end, new) for i in indices]
    return _shouted(edited(article, sorted(edits)), chance)


def _is_proper(name: str) -> bool:
    """Whether a name is made of capitalised words only, and few: "parti socialiste" keeps its words."""
    parts = name.split()
    return len(parts) <= 4 and all(part[0].isupper() or _PARTICLES.match(part) for part in parts) and name[0].isupper()


def _word_before(text: str, start: int) -> str:
    match = re.search(r"([^\W\d_]+['’]|[^\W\d_]+ )$", text[max(0, start - 20) : start])
    return match.group(1).strip().lower() if match else ""


def _person(name: str, surnames: dict[str, str], inventor: Inventor, chance: random.Random) -> str:
    """Another person; who is called by the surname alone elsewhere keeps the one given first."""
    parts = name.split()
    new = [part if _PARTICLES.match(part) else inventor.first_name(chance) for part in parts[:-1]]
    surname = surnames.setdefault(parts[-1], inventor.word(chance))
    return " ".join([*new, surname])


def _other(
    label: str, name: str, before: set[str], towns: list[str], inventor: Inventor, chance: random.Random
) -> str | None:
    """Another organisation, place or thing that fits the article before it; None where none is likely to."""
    articled = bool(before & {"la", "le", "l'", "l’", "du", "au"})
    if before & _PLURAL or (articled and " " in name):
        return None
    elided = any(word.endswith(("'", "’")) for word in before)
    for _ in range(20):
        if label == "ORG" and name.isupper() and len(name) < 6 and chance.random() < 0.8:
            new = inventor.sigle(chance)
        elif label == "ORG" and towns and chance.random() < TOWN:
            new = chance.choice(towns)
        elif label == "LOC":
            new = inventor.word(chance)
        else:
            new = inventor.organisation(chance) if label == "ORG" else inventor.product(chance)
        if not before - {""} or sounds_open(new) == elided:
            return new
    return None


def _shouted(article: Annotated, chance: random.Random) -> Annotated:
    """Some lines in capitals; a letter that becomes two ("ß") keeps its line as it is."""
    lines = article.text.split("\n")
    upper = [line.upper() if chance.random() < SHOUTED else line for line in lines]
    text = "\n".join(new if len(new) == len(old) else old for new, old in zip(upper, lines, strict=True))
    return Annotated(article.id, text, article.spans)


def common_words(articles: list[Annotated]) -> list[str]:
    """Words of five letters and more that the articles write in lower case and never as a part of a name, sorted."""
    plain: set[str] = set()
    named: set[str] = set()
    for article in articles:
        plain.update(re.findall(r"\b[a-zà-ÿ]{5,10}\b", article.text))
        for span in article.spans:
            named.update(article.text[span.start : span.end].lower().split())
    return sorted(plain - named)
