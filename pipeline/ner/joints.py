"""Where one name ends and the next begins: "du Phare | et du Littoral", "la députée | PLR | Ulda Tessin"."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.ner import name_words as words
from pipeline.ner.name_span import has_capital


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


def is_epithet_sigle(doc: Doc, start: int, end: int) -> bool:
    """Whether a person's span begins with the sigle of her party: "la députée | PLR | Ulda Tessin"."""
    sigle = doc[start]
    if end - start < 3 or not sigle.is_upper or not sigle.is_alpha or not 2 <= len(sigle.text) <= 6 or not start:
        return False
    full = all(token.text.istitle() for token in doc[start + 1 : start + 3])
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


def _is_of(lower: str) -> bool:
    return lower in {"de", "d'", "du", "des", "la", "l'"}
