"""A body beside a name, without a role noun: "X (PX)", "X, de l'université Y", "Ancien de Y, X …", "Au PX, Y …"."""

from __future__ import annotations

from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import BODY_NOUNS, PERSON_NOUNS, QUOTES
from pipeline.grammar.posts.phrase import allowed
from pipeline.grammar.predication import Predication
from pipeline.ontology import Word
from pipeline.prepositions import SPELLINGS

_TITLE = 6
"""How many tokens a title may have between the comma and the name ("Chez PX, le député Y …")."""
_SPAN = 6
"""How many tokens may stand between the preposition and the body's name ("de la jeune entreprise X")."""


def beside_predications(context: Context) -> list[Predication]:
    """The ties that a body right after a name states by itself."""
    found = []
    behind = [entry for entry in context.ontology.beside if entry[1].functions.isdisjoint({"epithet", "fronted"})]
    before = [entry for entry in context.ontology.beside if "fronted" in entry[1].functions]
    for mention in context.document.mentions:
        if mention.form != "name" or context.kind(mention.entities[0]) != "Person":
            continue
        fronted = _fronted(mention, before, context)
        if fronted is not None:
            found.append(fronted)
        for form, word in behind:
            end = _match(mention.end, form, context)
            if end is None:
                continue
            body = _body(end, form[-1] == "(", context)
            if body is None:
                continue
            fills = {slot: [context.filler_of(body)] for slot in word.slots}
            if word.holder is not None and allowed(word, fills, context):
                fills[word.holder] = [*_sharing(mention, form, context), context.filler_of(mention)]
                start = mention.end + (context.lower[mention.end] == ",")
                # "(ex-PX)": the name itself says that it is over.
                trigger = body.start if context.lower[body.start].startswith("ex-") else end - 1
                found.append(Predication(word, trigger, start, body.end, "beside", fills))
                break
    return found


def _fronted(mention: DocMention, entries: list[tuple[tuple[str, ...], Word]], context: Context) -> Predication | None:
    """ "Ancien de Y, X …", "Du côté de PX, le député X …": what opens the sentence whose subject is a name."""
    comma = mention.start - 1
    while comma > max(mention.start - _TITLE, 0) and context.doc[comma].pos_ in {"DET", "NOUN", "ADJ"}:
        comma -= 1
    body = context.name_at(comma - 1) if comma > 1 and context.lower[comma] == "," else None
    subject = context.doc[mention.head]
    subject = subject.head if subject.dep_ == "appos" and subject.head.i > comma else subject
    if body is None or body.end != comma or subject.dep_ != "nsubj":
        return None
    start = context.doc[mention.start].sent.start
    while start < body.start and (context.lower[start] in QUOTES or context.doc[start].is_space):
        start += 1
    for form, word in entries:
        end = _match(start, form, context)
        fills = {slot: [context.filler_of(body)] for slot in word.slots}
        if end is None or _body(end, False, context) != body or not allowed(word, fills, context):
            continue
        if word.holder is not None:
            fills[word.holder] = [context.filler_of(mention)]
            return Predication(word, end - 1, start, body.end, "fronted", fills)
    return None


def _sharing(mention: DocMention, form: tuple[str, ...], context: Context) -> list[Filler]:
    """ "les députés A, B et C (PX)": those before the one beside whom the body stands."""
    if form[-1] != "(":
        return []
    others = context.coordinated_before(context.filler_of(mention))
    noun = others[0].start - 1 if others else -1
    told = (
        noun > 0
        and context.doc[noun].lemma_.lower() in PERSON_NOUNS
        and "Plur" in context.doc[noun].morph.get("Number", [])
    )
    return others if told else []


def _match(position: int, form: tuple[str, ...], context: Context) -> int | None:
    """The index after the words that lead to the body, if they stand here; an age in between is stepped over."""
    lower = context.lower
    if position + 2 < len(lower) and lower[position] == "," and lower[position + 2] == "ans":
        position += 3
    if position + len(form) >= len(lower):
        return None
    for offset, word in enumerate(form):
        text = lower[position + offset]
        if text != word and text not in SPELLINGS.get(word, ()):
            return None
    return position + len(form)


def _body(position: int, bracketed: bool, context: Context) -> DocMention | None:
    """The organisation that the noun phrase here names, if that closes its phrase."""
    for index in range(position, min(position + _SPAN, len(context.doc))):
        name, token = context.name_at(index), context.doc[index]
        if name is not None:
            whole = context.kind(name.entities[0]) == "Organisation" and name.start == index
            return name if whole and _closed(name.end, bracketed, context) else None
        if bracketed or (token.pos_ == "NOUN" and token.lemma_.lower() not in BODY_NOUNS):
            return None
        if token.pos_ not in {"NOUN", "DET", "ADJ"} and context.lower[index] not in QUOTES:
            return None
    return None


def _closed(end: int, bracketed: bool, context: Context) -> bool:
    if end >= len(context.doc):
        return True
    text = context.lower[end]
    if bracketed:
        # "(PX, Isère)", "(PX-PZ)", "(PX/Paris)"
        return text in {")", ",", "-", "/", ";", "–"}
    return text in {",", ".", ")", ";", ":", "(", "»", '"', "!", "?"} or context.doc[end].is_space
