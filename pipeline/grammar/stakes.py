"""Shares of a firm's capital: "acquiert 51 % du capital de B", "B, détenue à 30 % par A", "l'achat de 20 % de B".

Whoever holds half or more owns the firm; a smaller stake, or one of unknown size, is an investment in it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.grammar.context import Context
from pipeline.grammar.frame import Frame
from pipeline.parsed import Token

SHARES = frozenset(
    """% capital parts actions participation participations moitié tiers quart quarts majorité totalité
    intégralité""".split()
)
"""Nouns for what one holds of a firm."""
_NO_SHARE = frozenset({"part", "action"})
"""Singulars that are shares where one holds none ("aucune part", "pas la moindre action")."""
_WHOLE = {
    "majorité": 51.0,
    "totalité": 100.0,
    "moitié": 50.0,
    "intégralité": 100.0,
    "tiers": 33.4,
    "quart": 25.0,
    "quarts": 25.0,
}
_TIMES = {"deux": 2, "trois": 3, "quatre": 4}
_WHOLLY = frozenset(
    "majoritairement intégralement totalement entièrement parité égalité 50/50 50-50 majorité majoritaire".split()
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_REACH = 9
_TO_FIRM = frozenset({"de", "dans", "du capital de", "au capital de", "dans le capital de", "chez"})


def stakes(verb: Token, end: int, passive: bool, functions: dict[str, list[int]], context: Context) -> None:
    """Add the functions ``majority`` and ``minority`` to those of a verb whose object is a share."""
    if passive:
        for index in functions.get("object", []):
            # "le capital de B est détenu par A"
            firm = firm_of(index, context) if context.lower[index] == "capital" else None
            if firm is not None:
                functions["object"] = [firm]
        size = _adverbial_share(verb, context)
        if size is not None and size < 50 and "object" in functions:
            functions["minority"] = functions.pop("object")
            return
    for index in [*functions.get("object", []), *([] if passive else _after(end, context))]:
        if is_share(index, context) and not verb.i <= index < end:
            # "B, dont A détient 20 %"
            firm = firm_of(index, context) or next(iter(functions.get("de", [])), None)
            if firm is not None:
                functions.setdefault("majority" if size_of(index, context) >= 50 else "minority", []).append(firm)
                for function in ("de", "du capital de", "dans"):
                    functions[function] = [i for i in functions.get(function, []) if i != firm]
                functions["object"] = [i for i in functions.get("object", []) if i != index]
                return


def is_share(index: int, context: Context) -> bool:
    """Whether a noun is a share of a firm: "30 %", "des parts", "aucune part", but not "prendre part"."""
    word, before = context.lower[index], context.lower[index - 1] if index else ""
    return word in SHARES or (word in _NO_SHARE and before in {"aucune", "nulle", "moindre", "seule"})


def shared_out(verb: Token, found: Frame, context: Context) -> list[Frame]:
    """The frames of a passive whose agents hold shares of their own: "détenue à 51 % par A et à 49 % par B".

    One frame where no share is told beside a further agent; "par A (51 %) et B (49 %)" is read too.
    """
    firm = [i for function in ("object", "majority", "minority") for i in found.functions.get(function, [])]
    holders = _shares_of(verb, context) if found.voice != "active" and firm else []
    if not holders:
        return [found]
    frames = []
    for holder, size in holders:
        rest = {k: v for k, v in found.functions.items() if k not in {"object", "majority", "minority", "subject"}}
        share = "object" if size >= 50 else "minority"
        frames.append(replace(found, functions={**rest, "subject": [holder], share: firm}, alone=True))
    return frames


def _shares_of(verb: Token, context: Context) -> list[tuple[int, float]]:
    """Who holds how much of what a passive verb is said of; empty where less than two tell it."""
    found: list[tuple[int, float]] = []
    size, agents = None, False
    position, limit = verb.i + 1, context.sentence_end(verb)
    while position < limit:
        text, name = context.lower[position], context.name_at(position)
        if name is not None:
            own = context.lower[name.end : name.end + 3]
            if agents and own[:1] == ["("] and own[2:] == ["%"]:
                found.append((name.head, _per_cent(name.end + 2, context)))
                position = name.end + 4
                continue
            if agents and size is not None:
                found.append((name.head, size))
            size, position = None, name.end
            continue
        if text == "%":
            size = _per_cent(position, context)
        agents = agents or text == "par"
        if context.doc[position].pos_ in {"VERB", "AUX"} or text in {".", ";", ":"}:
            break
        position += 1
    return found if len(found) > 1 else []


def _after(end: int, context: Context) -> list[int]:
    """A share that follows the verb's words where the parser calls it no object ("a acquis 51 % …")."""
    position = end
    while position < min(end + 5, len(context.doc)):
        if is_share(position, context):
            return [position]
        if context.doc[position].pos_ not in {"NUM", "ADV", "DET", "ADJ", "ADP"} or context.mention[position]:
            return []
        position += 1
    return []


def firm_of(index: int, context: Context) -> int | None:
    """The firm whose share stands at ``index``: "51 % (du capital) de B", "des parts dans B"."""
    position = index + 1
    name = context.name_at(position)
    if name is not None and context.lower[index] in {"parts", "actions"}:
        # "ses actions B"
        return name.head
    while position < min(index + _REACH, len(context.doc)):
        found = context.preposition_at(position)
        if found is None:
            token = context.doc[position]
            if context.mention[position] is not None or token.pos_ not in {"NOUN", "ADJ", "NUM", "SYM", "DET"}:
                return None
            position += 1
            continue
        phrase, after = found
        if phrase not in _TO_FIRM:
            position = after
            continue
        mention = context.mention_in_phrase(after)
        if mention is not None and mention.form != "pronoun":
            return mention.head
        position = after
    return None


def size_of(index: int, context: Context) -> float:
    """The per cent that a share is; 0 where nothing tells."""
    if context.lower[index] in _WHOLE:
        times = _TIMES.get(context.lower[index - 1], 1) if index else 1
        return times * _WHOLE[context.lower[index]]
    window = context.lower[max(index - 4, 0) : index + 5]
    if "%" in window:
        return _per_cent(max(index - 4, 0) + window.index("%"), context)
    return 51.0 if {"majoritaire", "majorité"} & set(window) else 0.0


def _per_cent(sign: int, context: Context) -> float:
    """The number before a per cent sign; 0 where none stands there."""
    number = _NUMBER.fullmatch(context.lower[sign - 1]) if sign else None
    return float(number.group().replace(",", ".")) if number else 0.0


def _adverbial_share(verb: Token, context: Context) -> float | None:
    """The per cent of "détenue à 30 % par A", "contrôlée majoritairement par A"; None when no share is told."""
    for position in range(verb.i + 1, min(verb.i + 7, len(context.doc))):
        text = context.lower[position]
        if text in _WHOLLY:
            return 100.0
        if text == "%":
            return size_of(position, context)
        if text == "par" or context.mention[position] is not None:
            return None
    return None


def nominal_stakes(complements: list[tuple[str, int]], context: Context) -> list[tuple[str, int]]:
    """The complements of "l'acquisition de 50 % du capital de B" with B as ``majority`` or ``minority``."""
    for place, (_, head) in enumerate(complements):
        if context.lower[head] in SHARES and context.mention[head] is None:
            for later, (phrase, firm) in enumerate(complements[place + 1 :], place + 1):
                if phrase in _TO_FIRM and (context.mention[firm] is not None or context.apposed(firm) is not None):
                    function = "majority" if size_of(head, context) >= 50 else "minority"
                    return [*complements[:place], (function, firm), *complements[later + 1 :]]
    return complements
