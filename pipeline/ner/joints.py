"""Where one name ends and the next begins: "du Phare | et du Littoral", "la députée | PLR | Ulda Tessin"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.ner import name_words as words
from pipeline.ner.name_span import has_capital, is_first_name
from pipeline.parsed import Doc


def other_complement(doc: Doc, start: int, i: int) -> bool:
    """Whether a second "du" or an "aux" within a span answers a "du" before it: "du Phare | et du Littoral".

    A name that has its own "de" before is left whole ("ministère de la Culture et de la Mer").
    """
    token, following = doc[i], doc[min(i + 1, len(doc) - 1)]
    if start == 0 or i == start or not has_capital(doc[i - 1]) or not _is_of(doc[start - 1].lower_):
        return False
    if any(_is_of(inside.lower_) for inside in doc[start:i]):
        return False
    if token.lower_ in {"et", "ou"}:
        return following.lower_ in {"du", "de", "d'", "des"}
    return token.lower_ in {"au", "aux"} and has_capital(following) and doc[start].is_title


def agreed_end(doc: Doc, seen: int, told: int) -> int:
    """Where an institution ends that the model saw to ``seen`` and a pattern to ``told``.

    The model has the whole sentence in view; where it stops short, an adjective and a complement are taken in, but no
    person ("le Front des rives | de Paul Roy") and no second body ("au Sénat").
    """
    if told < seen and doc[told].lower_ == "pour":
        return told  # "la Ligue de rugby | pour l'état du terrain"
    tail = doc[seen:told]
    if seen >= told or tail[0].lower_ in {"à", "au", "aux"} or any(is_first_name(t.text) for t in tail):
        return seen
    return told


def is_epithet_sigle(doc: Doc, start: int, end: int) -> bool:
    """Whether a person's span begins with the sigle of her party: "la députée | PLR | (Ulda) Tessin"."""
    sigle = doc[start]
    if end - start < 2 or not sigle.is_upper or not sigle.is_alpha or not 2 <= len(sigle.text) <= 6 or not start:
        return False
    full = all(token.text.istitle() and token.is_alpha for token in doc[start + 1 : end][:2])
    return full and doc[start - 1].lower_ in words.PARTY_HOLDERS


_OF_MEMBERS = frozenset({"association", "fédération", "collectif", "mouvement", "ong", "syndicat", "coalition"})


def has_epithet(doc: Doc, i: int) -> bool:
    """Whether a word behind a body's noun takes its adjective into the name: "l'association Rivières vivantes".

    A plural does behind any body, a single common noun behind one of members ("la fédération Lune claire").
    """
    if not i or i + 1 >= len(doc) or doc[i - 1].lower_ not in words.APPOSED_NOUNS or not doc[i].text.istitle():
        return False
    epithet = doc[i + 1]
    plural = doc[i].text.endswith("s") and epithet.lower_.endswith(("s", "x")) and not doc[i - 1].lower_.endswith("s")
    common = doc[i].pos_ == "NOUN" and epithet.head.i == i and doc[i - 1].lower_ in _OF_MEMBERS
    return (plural or common) and epithet.is_lower and epithet.pos_ == "ADJ"


_JOINTS = frozenset({"-", "/"})
_BETWEEN = frozenset({
    "accord", "affiche", "bataille", "clash", "coalition", "collaboration", "combat", "contrat", "couple",
    "derby", "duel", "duo", "débat", "finale", "fusion", "guerre", "intersyndicale", "liste", "match", "mission",
    "négociations", "rapprochement", "rencontre", "rivalité", "tandem", "ticket",
})  # fmt: skip
"""What is between two parties, so that a hyphen behind it stands between their names ("l'accord Altaïs-Nébula")."""


def chained(doc: Doc, start: int, end: int, texts: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The names that hyphens or strokes chain: "la coalition PLR-UDR-FDL", "Roy/Tillier/Vorst", or the one whole name.

    ``texts``: where each word of the article stands. Three sigla are three bodies, two where one of them stands alone
    elsewhere ("CDE-CGA" does not: a double name); other words where the noun before is between parties, and persons'
    surnames where the article has both alone.
    """
    cuts = [i for i in range(start + 1, end - 1) if doc[i].text in _JOINTS and not doc[i - 1].whitespace_]
    bounds = list(zip([start, *(i + 1 for i in cuts)], [*cuts, end], strict=True))
    if cuts and all(has_capital(doc[first]) for first, _ in bounds) and _are_several(doc, bounds, texts):
        yield from bounds
    else:
        yield start, end


def _are_several(doc: Doc, bounds: list[tuple[int, int]], texts: dict[str, list[int]]) -> bool:
    start = bounds[0][0]
    if len(bounds) > 2 and all(doc[last].text == "/" for _, last in bounds[:-1]):
        return True
    sigla = sum(last == first + 1 and doc[first].is_upper and len(doc[first].text) > 1 for first, last in bounds)
    alone = [any(not _is_joined(doc, i) for i in texts[doc[first].text]) for first, _ in bounds]
    if sigla > 1:
        return len(bounds) > 2 or (sigla == 2 and any(alone))
    return start > 0 and doc[start - 1].lower_ in _BETWEEN and all(last == first + 1 for first, last in bounds)


def _is_joined(doc: Doc, i: int) -> bool:
    """Whether a word is a part of a chain."""
    before = i > 0 and doc[i - 1].text in _JOINTS and not doc[i - 1].whitespace_
    return before or (i + 1 < len(doc) and doc[i + 1].text in _JOINTS and not doc[i].whitespace_)


def _is_of(lower: str) -> bool:
    return lower in {"de", "d'", "du", "des", "la", "l'"}


def before_number(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that the model let run into a number: "l'Académie des eaux | en 1995", "Altaïs | 34 ports"."""
    dated = end - start > 2 and doc[end - 2].lower_ in {"en", "depuis"} and doc[end - 1].shape_ == "dddd"
    if dated:
        return end - 2
    counted = end - start > 1 and doc[end - 1].is_digit and end < len(doc) and doc[end].is_lower
    plural = counted and doc[end].pos_ == "NOUN" and doc[end].text.endswith(("s", "x"))
    return end - 1 if plural else end


_CLAUSE_STARTS = frozenset({"ce", "ces", "cet", "cette", "chargé", "chargée", "chargés"})
_HEADS = words.INSTITUTION_HEADS | words.ORGANISATION_OPENERS


def before_clause(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that the model let run into its sentence: "du Phare | de l'ampleur de ces écoutes".

    A demonstrative, a charge and an infinitive on "de" are in no body's name; what leads to them goes with them, and
    so does a complement in lower case behind a noun's agent ("la divulgation par Le Phare | de propos").
    """
    head = start + (doc[start].lower_ in words.NAME_ARTICLES)
    institution = doc[min(head, end - 1)].lower_ in _HEADS
    agent = start > 1 and doc[start - 1].lower_ == "par" and doc[start - 2].pos_ == "NOUN"
    cut = end
    for i in range(start + 1, end):
        of = doc[i].lower_ in {"de", "d'"} and i + 1 < end
        if doc[i].lower_ in _CLAUSE_STARTS or (of and doc[i + 1].morph.get("VerbForm", []) == ["Inf"]):
            cut = i - (doc[i - 1].pos_ == "ADP" and doc[i - 1].is_lower and i - 1 > start)
            break
    if institution or not (agent or cut < end):
        return cut
    for i in range(head + 1, cut):
        if doc[i].lower_ in {"de", "d'"} and not any(has_capital(token) for token in doc[i:cut]):
            return i
    return cut


def is_article(doc: Doc, start: int, i: int) -> bool:
    """Whether an article behind a sigle begins what is no more its name ("à l'ENR | le Premier ministre")."""
    sigle = i == start + 1 and doc[start].is_upper and doc[start].is_alpha and len(doc[start].text) > 1
    return sigle and doc[i].lower_ in words.NAME_ARTICLES and doc[i].is_lower


def is_dash(doc: Doc, i: int) -> bool:
    """Whether a hyphen that stands for a dash, or a quote run into a word, ends a name here ("Anne Roy - Yvon Til")."""
    if doc[i].text == "-":
        return i > 0 and bool(doc[i - 1].whitespace_) and bool(doc[i].whitespace_)
    return any(quote in doc[i].text for quote in '"«»')
