"""What a verb takes beside its subject: phrases on prepositions, clitics, and an object that only its place tells."""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.frame import Frame
from pipeline.grammar.lexicon import QUOTES
from pipeline.mending import incise_end
from pipeline.parsed import Token

_WHERE = frozenset("sur dans devant lors via après avant depuis pendant durant malgré selon sans suite face".split())
"""Prepositions that lead to where, when or against what something is said or done."""


def add_obliques(verb: Token, end: int, result: Frame, context: Context) -> None:
    """Noun phrases on prepositions: those that the parser hangs on the verb, and those that directly follow it."""
    limit = context.sentence_end(verb)
    anchors = set(range(verb.i, end))
    # What follows an inverted subject describes it ("s'agace le président de l'assemblée").
    inverted = frozenset(result.functions.get("subject", []) if result.construction == "incise" else [])
    for index in result.functions.get("object", []):
        if index > verb.i:
            anchors.add(index)
    position = end
    adjacent = True
    while position < limit:
        token = context.doc[position]
        aside = incise_end(token) if token.text == "," else None
        if aside is not None:  # "n'a jamais travaillé, a-t-il assuré, pour Y"
            position = aside
            continue
        finite = token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm", []) == ["Fin"]
        if finite and token.dep_ != "acl:relcl":
            break
        if context.lower[position] in {";", ":"}:
            break
        found = context.preposition_at(position)
        if found is None:
            mention = context.mention[position]
            if mention is not None and mention.end > position:
                adjacent = adjacent and mention.head in anchors
                position = mention.end
                continue
            if token.pos_ not in {"ADV", "DET", "NUM", "SYM"} and context.lower[position] not in QUOTES:
                adjacent = adjacent and token.i in anchors
            position += 1
            continue
        phrase, after = found
        head = context.complement(after)
        if head is None:
            position = after
            continue
        # "né à Brest en 1960 de X et Y": no verb takes "de" with a person at such a distance but this one.
        born = verb.lemma_ == "naître" and phrase == "de" and context.name_at(head) is not None
        born = born and context.doc[position - 1].pos_ != "NOUN"
        if phrase == "de" and _complement_of_person(position - 1, result, context):
            # "la propriété du patron de X, Y": X only completes the noun before it.
            position = after
            continue
        hangs = _attached(context.doc[head], anchors, inverted)
        if phrase != "de" or adjacent or born or hangs:
            resumed = phrase in result.functions and context.lower[position - 1] in {"et", ","}
            clear = phrase != "de" and (
                resumed or (phrase not in result.functions and _no_verb(position, end, context))
            )
            hangs = hangs and not (phrase == "de" and _of_place(head, anchors, context))
            if adjacent or hangs or " " in phrase or clear or born:
                if phrase not in result.functions and not hangs:
                    result.surface.add(phrase)
                if result.voice == "active" or phrase != "par":
                    result.add(phrase, head)
                elif "subject" not in result.functions:
                    # "menacée d'interdiction par X": the parser hangs the agent on the noun.
                    result.add("subject", head)
                    result.surface.add("subject")
        mention = context.mention[head]
        # A noun that is no mention may itself carry the phrase on ("dans le capital de X"): it stays adjacent.
        adjacent = False
        position = max(after, mention.end if mention is not None else head + 1)
    for child in verb.children:
        if child.i < verb.i and child.dep_.startswith("obl") and child.pos_ in {"NOUN", "PROPN", "X"}:
            start = context.left_edge(child.i)
            mention = context.mention[child.i]
            start = min(start, mention.start if mention is not None else start)
            found = context.preposition_at(start - 1) if start > 0 else None
            if found is not None:
                result.add(found[0], child.i)


def add_clitics(verb: Token, result: Frame) -> None:
    """Give the clitics of a verb their functions ("lui", "en", "y" stand for phrases on a preposition)."""
    for child in verb.children:
        if child.pos_ != "PRON" or child.i > verb.i + 1:
            continue
        text = child.lower_
        if text in {"lui", "leur"} and child.i < verb.i:
            result.add("à", child.i)
        elif text == "en":
            result.add("de", child.i)
        elif text == "y":
            for function in ("à", "dans", "chez"):
                result.add(function, child.i)
        elif text in {"le", "la", "l'", "l’", "les"} and child.dep_ in {"obj", "iobj", "nsubj:pass"}:
            result.add("object", child.i)


def add_surface_object(verb: Token, end: int, result: Frame, context: Context) -> None:
    """A mention that directly follows the verb, past determiners and titles."""
    if end >= len(context.doc) or result.construction == "incise":
        # "« … », interpelle le député PX": after the inverted subject stands no object that the parser missed.
        return
    index = end
    if context.lower[end : end + 3] in (["de", "son", "côté"], ["de", "leur", "côté"]):
        index = end = end + 3
    while index < min(end + 3, len(context.doc)) and context.doc[index].pos_ in {"ADV"}:
        index += 1
    receiver = context.preposition_at(index) if index < len(context.doc) else None
    if receiver is not None and receiver[0] in {"à", "auprès de"}:
        # "a racheté à X la société Y": the object after whom it was bought from.
        between = context.mention_in_phrase(receiver[1])
        if between is None or between.end >= len(context.doc) or context.doc[between.end].pos_ != "DET":
            return
        index = between.end
    for position in range(index, min(index + 5, len(context.doc))):
        mention = context.mention[position]
        if mention is not None:
            if mention.form != "pronoun" and mention.head not in result.functions.get("subject", []):
                result.add("object", mention.head)
                result.surface.add("object")
            return
        token = context.doc[position]
        if token.pos_ not in {"DET", "ADJ", "NOUN"} and context.lower[position] not in QUOTES:
            return


def _complement_of_person(index: int, result: Frame, context: Context) -> bool:
    """Whether a noun that the verb takes on "de" already stands for somebody by the name that follows it."""
    if index not in result.functions.get("de", []) or context.mention[index] is not None:
        return False
    return context.referent(index) is not None


def _no_verb(position: int, end: int, context: Context) -> bool:
    """Whether only the verb's own object stands between a verb and a preposition."""
    return not any(token.pos_ in {"VERB", "AUX", "SCONJ"} or token.text == "," for token in context.doc[end:position])


def _of_place(head: int, anchors: set[int], context: Context) -> bool:
    """ "annonce sa démission sur le plateau de X": what "de" names belongs to where it is said."""
    current = context.doc[head]
    while current.dep_ == "nmod" and current.head.i not in anchors and current.head != current:
        current = current.head
    return current.i != head and any(c.dep_ == "case" and c.lower_ in _WHERE for c in current.children)


def _attached(token: Token, anchors: set[int], inverted: frozenset[int]) -> bool:
    current = token
    for _ in range(3):
        if current.i in inverted:
            return False
        if current.i in anchors or current.head.i in anchors:
            return True
        if current.dep_ not in {"flat:name", "flat:foreign", "conj", "appos", "nmod", "case", "obl:mod"}:
            return False
        current = current.head
    return False
