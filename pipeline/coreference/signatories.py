"""Who "les signataires" and, after them, "ils" are: those who signed a joint text, named in one list.

A list is taken where a text is "signé par" it, where it signs, or, in an article that speaks of "signataires", where
it is the article's only long list of names. Persons sign; organisations do where none of the list is a person, or
where the article says that organisations signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pipeline.document import DocMention, Document
from pipeline.parsed import Doc, Token

_SIGNING: Final = frozenset({"signer", "cosigner", "co-signer", "contresigner"})
_SIGNS: Final = ("signataire", "signé", "cosign", "co-sign", "signent")
_BODIES: Final = frozenset("ong association associations syndicat syndicats organisation organisations".split())
_PEOPLE: Final = _BODIES | frozenset(
    "élus députés sénateurs maires avocats intellectuels artistes journalistes".split()
)
_TEXTS: Final = frozenset("tribune lettre appel pétition texte manifeste communiqué courrier".split())
_PRONOUNS: Final = frozenset({"ils", "elles", "-ils", "-elles"})
_LEAST: Final = 3
_GAP: Final = 20
_FOLLOW: Final = 3
"""So many sentences after the last word on the signatories "ils" may still be they."""


def find_signatories(document: Document, known: list[DocMention]) -> list[DocMention]:
    """Mentions of the signatories beside those already known; none where the article names no joint signatories."""
    doc = document.doc
    if "sign" not in doc.text.lower() or not any(t.lower_.startswith(_SIGNS) for t in doc):
        return []
    at = {m.start: m for m in document.mentions}
    people = {e.id for e in document.entities if e.kind == "Person"}
    found = _told(doc, at, people)
    if found is None:
        return []
    entities, last = found
    covered = {i for m in (*document.mentions, *known) if m.form != "possessive" for i in range(m.start, m.end)}
    sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}
    fresh = sentence[min(last, len(doc) - 1)]
    mentions: list[DocMention] = []
    for token in doc:
        if token.i in covered:
            continue
        if _is_group_noun(token, doc):
            mentions.append(DocMention(token.i - 1, token.i + 1, token.i, entities, "description"))
            fresh = max(fresh, sentence[token.i])
        elif token.lower_ in _PRONOUNS and last < token.i and 0 <= sentence[token.i] - fresh <= _FOLLOW:
            mentions.append(DocMention(token.i, token.i + 1, token.i, entities, "pronoun"))
            fresh = sentence[token.i]
    return mentions


def _is_group_noun(token: Token, doc: Doc) -> bool:
    """Whether "les signataires", "ces ONG" or "les auteurs de la tribune" ends here."""
    if token.i == 0:
        return False
    before = doc[token.i - 1].lower_
    if token.lower_ == "signataires":
        return before in {"les", "ces", "des", "aux"}
    if token.lower_ == "auteurs" and before in {"les", "ces", "des"}:
        return any(t.lower_ in _TEXTS for t in doc[token.i + 1 : token.i + 4])
    return before == "ces" and token.lower_ in _PEOPLE


def _told(doc: Doc, at: dict[int, DocMention], people: set[int]) -> tuple[tuple[int, ...], int] | None:
    """The entities of the list and the token where it ends."""
    lists: list[list[DocMention]] = []
    for sentence in doc.sents:
        names = [at[t.i] for t in sentence if t.i in at and at[t.i].form == "name"]
        signed = next((t for t in sentence if t.lemma_.lower() in _SIGNING or t.lower_.startswith("cosign")), None)
        if signed is not None:
            agents = any(t.lower_ == "par" for t in doc[signed.i + 1 : signed.i + 3])
            side = [m for m in names if (m.start > signed.i if agents else m.end <= signed.i)]
            if len({e for m in side for e in m.entities}) >= 2 and (agents or _listed(side, doc)):
                return _members([side], doc, people)
        if len(names) >= _LEAST and _listed(names, doc):
            lists.append(names)
    if any(t.lower_ == "signataires" for t in doc) and len(lists) == 1:
        return _members(lists, doc, people)
    return None


def _members(lists: list[list[DocMention]], doc: Doc, people: set[int]) -> tuple[tuple[int, ...], int]:
    named = [e for mentions in lists for m in mentions for e in m.entities]
    persons = [e for e in named if e in people]
    bodies = any(t.lower_ in _BODIES for t in doc)
    chosen = named if bodies or not persons else persons
    return tuple(dict.fromkeys(chosen)), max(m.end for mentions in lists for m in mentions)


def _listed(names: list[DocMention], doc: Doc) -> bool:
    """Whether names stand in one list, be it with members that nobody recognised as names."""
    return len(names) >= 2 and all(
        _joins(doc[one.end : two.start]) for one, two in pairwise(names) if two.start > one.end
    )


def _joins(between: Sequence[Token]) -> bool:
    if not between or len(between) > _GAP or between[0].lower_ not in {",", "et", "ainsi", "("}:
        return False
    return not any("Fin" in t.morph.get("VerbForm", []) or t.text in {".", ";", ":", '"', "»"} for t in between)
