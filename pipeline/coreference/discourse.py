"""The ground on which coreference stands: sentences, direct speech, and the function of each mention.

The parser's own sentences break at quotation marks, so sentences are read from punctuation here. Direct speech is a
stretch between quotation marks that is said by someone (it opens with a capital, or speaks in the first person); words
quoted within a sentence of the journalist ("elle veut 'rassurer' ses salariés") are the journalist's.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from pipeline.parsed import Doc, Token

Function = Literal["subject", "object", "agent", "oblique", "nested", "source"]

HEADING: Final = 14
"""Tokens of the longest heading within a text."""
OPENING: Final = frozenset({"«", "“", "„"})
CLOSING: Final = frozenset({"»", "”"})
STRAIGHT: Final = '"'
ENDS: Final = frozenset({".", "!", "?", "…", "...", "....", ".."})
FIRST_PERSON: Final = frozenset(
    "je j' j’ me m' m’ moi mon ma mes nous notre nos -je -nous vous votre vos tu -vous".split()
)
SAYING: Final = frozenset(
    """
    accuser admettre affirmer ajouter alerter analyser annoncer appeler arguer argumenter assurer avancer
    avertir avouer certifier clamer commenter conclure concéder confier confirmer constater contester convenir
    critiquer crier demander dénoncer déplorer dévoiler dire décider déclarer défendre détailler écrire
    encourager espérer estimer expliquer exposer exprimer faire_savoir féliciter fustiger glisser indiquer
    insister interroger ironiser jubiler juger jurer justifier lancer louer marteler mentionner menacer noter
    nuancer objecter observer penser plaider plaisanter poursuivre préciser prévenir proclamer promettre
    prophétiser raconter rappeler rapporter reconnaître refuser regretter relativiser relater relever répéter
    répliquer répondre reprendre reprocher résumer rétorquer révéler réagir réclamer réjouir saluer signaler
    souffler souhaiter souligner soutenir suggérer supposer témoigner tempérer tonner tweeter twitter vanter
    évoquer interrompre renchérir balayer tacler tancer revendiquer pester temporiser murmurer claironner
    tempêter enchaîner confesser enthousiasmer exclamer indigner emporter insurger agacer alarmer inquiéter
    moquer étonner offusquer désoler
    """.split()
)
_FUNCTIONS: Final[dict[str, Function]] = {
    "nsubj": "subject",
    "csubj": "subject",
    "obj": "object",
    "iobj": "object",
    "obl": "oblique",
    "nmod": "nested",
    "vocative": "oblique",
}
_SOURCE_CASES: Final = frozenset({"selon", "auprès", "après"})
_MEDIUM_CASES: Final = frozenset({"à", "au", "sur", "dans", "auprès", "aux", "par"})


@dataclass(frozen=True)
class Layout:
    """For each token: its sentence, its sentence outside direct speech and headings, and its speech (-1: none)."""

    sentence: tuple[int, ...]
    inner: tuple[int, ...]
    """As ``sentence``, but headings within the text count for nothing."""
    outer: tuple[int, ...]
    quote: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    """Token spans of direct speech, marks excluded, in text order."""

    def distance(self, earlier: int, later: int) -> int:
        """Sentences between two tokens, those of direct speech left out when the later one stands outside of it."""
        clock = self.inner if self.quote[later] >= 0 else self.outer
        return clock[later] - clock[earlier]


def layout(doc: Doc) -> Layout:
    """Divide a Doc into sentences and direct speech. Linear in its tokens."""
    quotes = _direct_speech(doc)
    quote = [-1] * len(doc)
    for number, (start, end) in enumerate(quotes):
        for index in range(start, end):
            quote[index] = number
    sentence: list[int] = []
    inner: list[int] = []
    outer: list[int] = []
    current = within = outside = 0
    words = [token.orth_ for token in doc]
    headings = _headings(doc, words)
    for index in range(len(words)):
        sentence.append(current)
        inner.append(within)
        outer.append(outside)
        if _ends_sentence(words, index):
            current += 1
            within += index not in headings
            outside += quote[index] < 0 and index not in headings
    return Layout(tuple(sentence), tuple(inner), tuple(outer), tuple(quote), quotes)


def _headings(doc: Doc, words: list[str]) -> frozenset[int]:
    """The line ends of headings within the text: short lines without a closing mark, the title left out."""
    ends = [index for index, word in enumerate(words) if "\n" in word]
    found = set()
    for before, end in pairwise(ends):
        if end - before > 2 * HEADING:
            continue
        line = [token for token in doc[before + 1 : end] if not token.is_space]
        if line and len(line) <= HEADING and line[-1].text not in ENDS | CLOSING | {STRAIGHT, ":", ",", ";"}:
            found.add(end)
    return frozenset(found)


def _ends_sentence(words: list[str], index: int) -> bool:
    word = words[index]
    if "\n" in word:
        return True
    if word not in ENDS or index + 1 >= len(words):
        return False
    following = words[index + 1]
    return following[0].isupper() or following in OPENING or following == STRAIGHT or "\n" in following


def _direct_speech(doc: Doc) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for token in doc:
        text = token.orth_
        straight = text == STRAIGHT
        if text in OPENING or (straight and opened is None):
            opened = token.i + 1
        elif opened is not None and (text in CLOSING or straight):
            if _is_said(doc, opened, token.i):
                spans.append((opened, token.i))
            opened = None
        elif opened is not None and "\n\n" in text and _straight_ahead(doc, token.i):
            opened = None
    return tuple(spans)


def _straight_ahead(doc: Doc, index: int) -> bool:
    """Whether a paragraph break inside an open quotation is the sign that it was never closed."""
    following = next((token for token in doc[index + 1 :] if not token.is_space), None)
    return following is None or following.text == STRAIGHT or following.text in OPENING


def _is_said(doc: Doc, start: int, end: int) -> bool:
    words = [token for token in doc[start:end] if not token.is_punct and not token.is_space]
    told = end + 1 < len(doc) and doc[end + 1].text == ","
    if len(words) < (2 if told else 3):
        return False
    if any(token.lower_ in FIRST_PERSON for token in words):
        return True
    finite = any("Fin" in token.morph.get("VerbForm", []) for token in words)
    return finite and len(words) > 2 and words[0].text[0].isupper()


def function_of(token: Token) -> Function:
    """The function of a mention by its head token: coordination, apposition and parts of a name take their head's."""
    for _ in range(5):
        label = token.dep_.split(":")[0]
        if token.dep_ == "obl:agent":
            return "agent"
        if label in ("obl", "nmod") and _is_source(token):
            return "source"
        if label in _FUNCTIONS:
            return _FUNCTIONS[label]
        if label in ("conj", "appos", "flat", "fixed", "compound", "dep") and token.head is not token:
            token = token.head
            continue
        break
    if token.dep_ == "ROOT":
        return "subject"
    return "oblique"


def _is_source(token: Token) -> bool:
    """Whether a name is a place of publication or a witness: "selon X", "d'après X", "confie à X", "affirme X"."""
    cases = {child.lower_ for child in token.children if child.dep_ in ("case", "fixed")}
    if cases & _SOURCE_CASES:
        return True
    return bool(cases & _MEDIUM_CASES) and token.head.lemma_ in SAYING


def main_verb(doc: Doc, index: int, limit: int = 7) -> Token | None:
    """The lexical verb (or predicate after a copula) that follows a subject at ``index``; None when there is none near.

    Reads the surface rather than the tree: clitics and negation are skipped, auxiliaries lead on to their participle.
    """
    auxiliary: Token | None = None
    for token in doc[index + 1 : index + 1 + limit]:
        if token.pos_ == "AUX" or token.lemma_ in ("être", "avoir"):
            auxiliary = token
        elif token.pos_ == "VERB" or (auxiliary is not None and token.pos_ in ("ADJ", "NOUN", "PROPN")):
            return token
        elif token.is_punct and token.text not in ("-", STRAIGHT, "«"):
            break
    return auxiliary
