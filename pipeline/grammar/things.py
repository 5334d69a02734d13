"""The thing that is launched or published: whether a noun phrase names one, which tokens it covers, and whose it is.

A word may ask that its object be of a class of things ("présenter une voiture" is a launch, "présenter des excuses" is
none), or not of a class ("lancer un appel"). The classes are lists of common nouns in the rule file.
"""

from __future__ import annotations

from pipeline.dates.calendar_words import MONTHS, SEASONS, UNITS, WEEKDAYS
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import BODY_NOUNS, DEMONSTRATIVES, LIGHT_NOUNS, OWN_NAME_NOUNS, QUOTES
from pipeline.grammar.participles import agree
from pipeline.ontology import Word
from pipeline.parsed import Token

_LONGEST = 12
_TIMES = frozenset({*WEEKDAYS, *MONTHS, *UNITS, *SEASONS, "matin", "soir", "nuit", "après-midi", "week-end", "weekend"})
_WHICH = frozenset("dernier dernière prochain prochaine passé passée suivant suivante même -là".split())
_BREAKS = frozenset({".", "!", "?", ";", ":", "»", '"'})
_BEFORE_NAME = frozenset({"DET", "ADJ"})
_THIS = frozenset({"ce", "cet", "cette"})
_POINTING = _THIS | {"le", "la", "l'", "l’"}


def is_thing(index: int, word: Word, context: Context) -> bool:
    """Whether the noun phrase headed by a token is a thing that the word takes."""
    if _is_time(index, context):
        return False
    if not word.things and not word.never:
        return True
    name = context.name_at(index)
    if name is not None:
        # "présente la Nimbus": what takes a determiner is a product, whatever the tagger of names calls it.
        kinds = {context.kind(entity) for entity in name.entities}
        determined = name.start > 0 and context.doc[name.start - 1].pos_ == "DET"
        return "Person" not in kinds and ((determined and not word.strict) or not word.things)
    token = context.doc[index]
    if token.pos_ == "PRON" or context.lower[index] in DEMONSTRATIVES:
        return False
    head = head_noun(index, context)
    token = context.doc[head]
    nouns = {context.lower[head], token.lemma_.lower()}
    if nouns & word.never:
        return False
    named = token.pos_ == "PROPN" or (
        token.pos_ in {"NOUN", "X"} and context.doc[max(head - 1, 0)].pos_ in _BEFORE_NAME
    )
    if ((named and token.text[:1].isupper()) or _is_title(head, context)) and not word.strict:
        return True
    return not word.things or bool(nouns & word.things)


def _is_title(head: int, context: Context) -> bool:
    """Whether a noun stands in a title in quotation marks ("animera « Le Grand Soir »")."""
    edge = context.left_edge(head)
    opening = next((i for i in range(max(edge - 1, 0), head) if context.lower[i] in QUOTES), head)
    return opening + 1 < head and context.doc[opening + 1].text[:1].isupper()


def head_noun(index: int, context: Context) -> int:
    """The noun that counts: in "une série de messages" it is "messages"."""
    while context.lower[index] in LIGHT_NOUNS and index + 2 < len(context.doc):
        found = context.preposition_at(index + 1)
        if found is None or found[0] != "de":
            break
        inner = context.complement(found[1])
        if inner is None or inner <= index:
            break
        index = inner
    return index


def tokens_of(index: int, context: Context) -> tuple[int, int]:
    """The tokens of the noun phrase headed by one, without relative clauses and the date that closes it."""
    token = context.doc[index]
    edges = [t.i for t in token.subtree if t.dep_ != "acl:relcl" and abs(t.i - index) < _LONGEST]
    start, end = min(edges), max(edges) + 1
    if start < index and context.lower[start] in _WHICH and context.doc[start + 1].pos_ == "DET":
        start += 1  # of the words of time before it
    time = time_before(end, context)
    return start, end if time is None or time <= index else time


def _is_time(index: int, context: Context) -> bool:
    """Whether a noun heads words of time: "a lancé la semaine dernière une application"."""
    ends = (index + 1, min(index + 2, len(context.doc)))
    return any((start := time_before(end, context)) is not None and start <= index for end in ends)


def past_time(index: int, context: Context) -> int:
    """The head of an object; of "a lancé la semaine dernière une application", the thing behind the words of time."""
    if not _is_time(index, context):
        return index
    after = index + 1
    while after < len(context.doc) and context.lower[after] in _WHICH:
        after += 1
    if after == len(context.doc):
        return index
    behind = context.complement(after) if context.doc[after].pos_ in {"DET", "NUM"} else None
    return index if behind is None else behind


def time_before(end: int, context: Context) -> int | None:
    """Where the words of time that end before ``end`` begin ("cette semaine", "le mois dernier", "jeudi"), if any do.

    After a preposition they belong to the thing: "le journal du soir".
    """
    index = end - 1
    which = context.lower[index] in _WHICH
    index -= which
    if index < 0 or context.lower[index] not in _TIMES:
        return None
    before = context.lower[index - 1] if index else ""
    if before in _POINTING:
        index -= 1
        if not (which or before in _THIS) or (index and context.doc[index - 1].pos_ == "ADP"):
            return None
        return index
    day = context.lower[index] in WEEKDAYS and not which
    return index if day and (index == 0 or context.doc[index - 1].pos_ != "ADP") else None


def left_of(participle: Token, context: Context) -> int | None:
    """The noun that a participle follows, past a title and a comma: "son album Nuages, sorti en 2014"."""
    position = participle.i - 1
    if position < 1 or context.lower[position] != ",":
        return None
    for index in range(position - 1, max(participle.sent.start, position - _LONGEST) - 1, -1):
        token = context.doc[index]
        if token.pos_ in {"PROPN", "X"} and index == position - 1 and context.name_at(index) is None:
            # "la Nimbus, présentée en 2019"
            return index if context.doc[context.left_edge(index)].pos_ == "DET" else None
        if token.pos_ == "NOUN":
            agrees = all(
                not token.morph.get(feature, []) or token.morph.get(feature, []) == participle.morph.get(feature, [])
                for feature in ("Gender", "Number")
            )
            return index if agrees else None
        if token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}:
            return None
    return None


def right_of(participle: Token, context: Context) -> int | None:
    """The noun that a participle opens the sentence for: "Lancée en 2015, l'application de Y compte …"."""
    doc, first = context.doc, participle.i
    if first and not (context.lower[first - 1] in _BREAKS or doc[first - 1].is_space or doc[first].is_sent_start):
        return None
    for index in range(first + 1, min(first + _LONGEST, len(doc) - 2)):
        if context.lower[index] == "," and doc[index + 1].pos_ in {"DET", "NOUN"}:
            head = context.complement(index + 1)
            if head is None or doc[head].pos_ != "NOUN":
                return None
            return head if agree(participle, doc[head]) else None
        if doc[index].pos_ in {"VERB", "AUX", "PRON"} or context.lower[index] in _BREAKS:
            return None
    return None


def owner(index: int, context: Context, depth: int = 1) -> list[Filler]:
    """Whose the thing is: "son album", "une enquête de X", "la chaîne du groupe X", "le salon X"."""
    index = head_noun(index, context)
    start = context.left_edge(index)
    for position in range(start, index):
        if position in context.possessive:
            return [context.filler_of(context.possessive[position])]
    position = index + 1
    while position < min(len(context.doc), index + 5) and context.doc[position].pos_ == "ADJ":
        position += 1
    if position < len(context.doc) and context.doc[position].text[0].isupper() and context.mention[position] is None:
        position += 1  # "le compte Pépiement de X"
    if position >= len(context.doc):
        return []
    name = context.name_at(position)
    if name is not None and position == index + 1 and context.lower[index] not in OWN_NAME_NOUNS:
        return [context.filler_of(name)]
    found = context.preposition_at(position)
    if found is None or found[0] != "de":
        return []
    head = context.complement(found[1])
    if head is None:
        return []
    told = context.referents(head)
    # "la grille des chaînes du groupe X": X owns what the thing belongs to; not "les images du procès de X".
    belongs = depth > 0 and context.mention[head] is None and context.doc[head].lemma_.lower() in BODY_NOUNS
    return owner(head, context, depth - 1) if belongs and not told else told
