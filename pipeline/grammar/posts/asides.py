"""What may stand between a role noun and its holder: adverbs, a span of time, a clause about the body.

"X, à la fois PDG d'Y et président de Z", "X a été pendant dix ans directeur de Y", "PDG d'Y, qu'il a créée, X a dit".
"""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.posts.phrase import BRIDGES

_BOTH = (("à", "la", "fois"), ("tour", "à", "tour"), ("entre", "autres"), ("en", "même", "temps"))
_SINCE = frozenset({"depuis", "pendant", "durant", "jusqu'en", "jusqu'", "entre", "de", "dès", "en"})
"""What opens a span of time ("depuis 2015", "pendant dix ans", "de 2010 à 2015")."""
_TIME_TAGS = frozenset({"NUM", "NOUN", "DET", "ADJ", "ADP", "CCONJ"})
_SPAN = 6
_CLAUSE = 14
"""How many tokens a clause about the body may have before its comma."""
_CLAUSE_OPENERS = frozenset({"qui", "que", "qu'", "qu’", "dont", "où"})


def before_bridges(index: int, context: Context, determiners: bool = False) -> int:
    """The token before the adverbs and spans of time that end at a token (and the determiners among them)."""
    while index > 0:
        step = _both(index, context) or _time(index, context)
        if not step and (context.lower[index] in BRIDGES or (determiners and context.doc[index].pos_ == "DET")):
            step = 1
        if not step:
            break
        index -= step
    return index


def _both(index: int, context: Context) -> int:
    lower = context.lower
    return next((len(words) for words in _BOTH if tuple(lower[max(index - len(words) + 1, 0) : index + 1]) == words), 0)


def _time(index: int, context: Context) -> int:
    """How many tokens a span of time that ends here has: "pendant dix ans", "de 2010 à 2015"."""
    if not (context.doc[index].like_num or context.lower[index].rstrip("s") in {"an", "moi", "année"}):
        return 0
    for start in range(index - 1, max(index - _SPAN, 0), -1):
        if context.lower[start] in _SINCE - {"de", "en"} or (
            context.lower[start] in _SINCE and context.doc[start + 1].like_num
        ):
            return index - start + 1
        if context.doc[start].pos_ not in _TIME_TAGS:
            return 0
    return 0


def after_aside(index: int, context: Context) -> int:
    """After "depuis 2015", "pendant dix ans" or "qu'il a fondée" behind a fronted role: at the comma before its holder.

    Also after a clause between commas ("PDG d'Y, qu'il a fondée, X …"). The index itself where nothing of it stands.
    """
    if index >= len(context.doc):
        return index
    if context.lower[index] in _SINCE:
        return _comma(index, _SPAN, _TIME_TAGS, context)
    opening = index + (context.lower[index] == ",")
    if opening < len(context.doc) and context.lower[opening] in _CLAUSE_OPENERS:
        return _comma(opening, _CLAUSE, None, context)
    return index


def _comma(index: int, reach: int, tags: frozenset[str] | None, context: Context) -> int:
    """The next comma of the sentence within reach, past words of some tags only; the index itself where none is."""
    for position in range(index + 1, min(index + reach, context.sentence_end(context.doc[index]))):
        if context.lower[position] == ",":
            return position
        if tags is not None and context.doc[position].pos_ not in tags:
            break
    return index
