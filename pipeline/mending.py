"""Constructions that the parser takes apart, put together again before anything asks for them.

Three that French grammar decides whatever the words: "dément" before what it denies is a verb, and what stands before
it its subject; "avoir racheté" is one verb, and a noun after it is its object; and an incise with its inverted pronoun
(", a-t-il assuré,") takes nothing of the clause that it stands in. Only the plain objects of :mod:`pipeline.parsed`
change; the networks go on reading spaCy's parse.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.certainty.cues import VERBS
from pipeline.certainty.forms import VERB_FORMS
from pipeline.certainty.verbgroup import lemma_of
from pipeline.parsed import Doc, Token

_DENIALS: Final = {"dément": "Sing", "démentent": "Plur"}
"""Forms of "démentir" that the tagger takes for adverbs or adjectives, with their number."""
_OPENING: Final = frozenset(
    "avoir être que qu' qu’ tout toute toutes tous le la les l' l’ un une son sa ses leur".split()
)
"""What stands after a verb, and after neither the adjective nor the noun."""
_ASIDES: Final = frozenset({"quant", "malgré", "outre", "selon"})
_MISTAKEN: Final = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_PAST: Final = re.compile(r"[^aeiou](?:e?a|èrent)$|ça$")
_SUBORDINATES: Final = frozenset({"que", "qu'", "qu’", "qui", "mais", "et", "si", "quand", "alors"})
_CLITICS: Final = frozenset({"le", "la", "les", "l'", "l’"})
_CLAUSE_ENDS: Final = frozenset({",", ".", ";", ":", "»", "”", '"', "!", "…"})
_INNER: Final = frozenset({"pas", "plus", "jamais", "rien", "été", "déjà", "bien", "elle-même", "lui-même"})
_INVERTED: Final = frozenset({"-il", "-elle", "-ils", "-elles", "-on"})
_ARGUMENTS: Final = ("nsubj", "obj", "obl", "iobj", "xcomp", "ccomp")
_REACH: Final = 4
_LONGEST: Final = 12
"""Words of an incise."""


def mended(doc: Doc) -> Doc:
    """The same Doc, its parse put right where the constructions of this room stand in it."""
    for token in doc:
        if token.lower_ in _DENIALS and token.pos_ not in {"VERB", "AUX"}:
            _denial(token)
        elif token.pos_ in _MISTAKEN and token.is_lower and _PAST.search(token.lower_):
            _past(token)
    for token in doc:
        if token.lower_ in {"avoir", "être"}:
            _compound(token)
        elif token.lower_ == "qui":
            _relative(token)
        elif token.morph.get("VerbForm", []) == ["Inf"]:
            _planned(token)
        elif token.lower_ in _INVERTED:
            _incise(token)
        elif token.text == ",":
            _named_incise(token)
    return doc


def hang(token: Token, head: Token, dep: str) -> None:
    """Hang a token on another head; on itself it becomes the root. Nothing happens where that made a circle."""
    if token is not head and token.is_ancestor(head):
        return
    if token.head is not token:
        side = token.head.lefts if token in token.head.lefts else token.head.rights
        side.remove(token)
        token.head.children = token.head.lefts + token.head.rights
    token.head, token.dep_ = head, dep
    if token is not head:
        side = head.lefts if token.i < head.i else head.rights
        side.append(token)
        side.sort()
        head.children = head.lefts + head.rights


# "dément" -------------------------------------------------------------------------------------------------------------


def _denial(word: Token) -> None:
    """ "X dément avoir racheté Y", "Le groupe dément.": the verb, its subject and what it denies."""
    doc = word.doc
    if not 0 < word.i < len(doc) - 1:
        return
    following, before = doc[word.i + 1], doc[word.i - 1]
    clitic = before.lower_ in _CLITICS and doc[max(word.i - 2, 0)].pos_ in {"NOUN", "PROPN"}
    if clitic and following.text in _CLAUSE_ENDS:
        before.pos_, before.dep_ = "PRON", "obj"
    elif before.pos_ in {"DET", "ADP", "ADV"}:
        return
    opens = (
        following.lower_ in _OPENING or following.text in _CLAUSE_ENDS or "Inf" in following.morph.get("VerbForm", [])
    )
    if not opens or before.pos_ not in {"NOUN", "PROPN", "PRON", "X", "NUM", "ADJ", "PUNCT"} or _has_verb(word):
        return
    word.pos_ = word.tag_ = "VERB"
    word.lemma_ = "démentir"
    word.morph = {
        "Mood": ["Ind"],
        "Number": [_DENIALS[word.lower_]],
        "Person": ["3"],
        "Tense": ["Pres"],
        "VerbForm": ["Fin"],
    }
    path = [word, *word.ancestors]
    top = next((node for node in path[1:] if node.i < word.i), None)
    if top is not None:
        _lead(word, top)
    elif len(path) > 1 and path[-1].i > word.i:
        _take_over(word, path[-1])
    if before.dep_ == "obj" and before.head is not word:
        hang(before, word, "obj")


def _past(word: Token) -> None:
    """ "X dirigea Y", "X siégea au conseil de Y": a simple past that the tagger takes for part of the name."""
    lemma = VERB_FORMS.get(word.lower_)
    if lemma is None or not word.i or word.doc[word.i - 1].pos_ not in {"NOUN", "PROPN", "PRON"} or _has_verb(word):
        return
    word.pos_ = word.tag_ = "VERB"
    word.lemma_ = lemma
    number = "Plur" if word.lower_.endswith("nt") else "Sing"
    word.morph = {"Mood": ["Ind"], "Number": [number], "Person": ["3"], "Tense": ["Past"], "VerbForm": ["Fin"]}
    top = next((node for node in word.ancestors if node.i < word.i), None)
    if top is not None:
        _lead(word, top)


def _has_verb(word: Token) -> bool:
    """Whether its clause has a finite verb already: "il mène un train dément"."""
    for token in reversed(word.doc[word.sent.start : word.i]):
        if token.text in _CLAUSE_ENDS or token.lower_ in _SUBORDINATES:
            return False
        if token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", []):
            return True
    return False


def _lead(word: Token, subject: Token) -> None:
    """The verb takes the place of the noun that the parser made the head, and what it governs from that noun."""
    if subject.pos_ in {"VERB", "AUX"}:
        return
    while subject.dep_ in {"nmod", "appos", "flat:name", "amod"} and subject.head.i < subject.i:
        subject = subject.head
    after = [child for child in subject.rights if child.i > word.i]
    head, dep = subject.head, subject.dep_
    aside = head.dep_ == "ROOT" and head.morph.get("VerbForm", []) == ["Part"]  # "Interrogé mardi, le groupe dément"
    hang(word, word if aside or head is subject else head, "ROOT" if aside else dep)
    hang(subject, word, "nsubj")
    if aside:
        hang(head, word, "advcl")
    for child in after:
        if child is not word:
            hang(child, word, _function(child))


def _take_over(word: Token, root: Token) -> None:
    """The verb takes the place of what it governs, and the subject from it."""
    before = [child for child in root.lefts if child.i < word.i]
    hang(word, word, root.dep_)
    hang(root, word, _function(root))
    for child in before:
        bare = child.pos_ in {"NOUN", "PROPN"} and not any(c.dep_ == "case" for c in child.lefts)
        hang(child, word, "nsubj" if bare or child.dep_.startswith(_ARGUMENTS) else child.dep_)


def _function(child: Token) -> str:
    """What a token is to the verb that governs it."""
    if child.dep_ == "punct" or child.dep_.startswith(("advmod", "advcl", "conj", "parataxis")):
        return child.dep_
    if any(c.lower_ in {"que", "qu'", "qu’"} and c.dep_ == "mark" for c in child.lefts):
        return "ccomp"
    predicate = any(c.dep_.startswith(("aux", "cop")) for c in child.lefts)
    if predicate or child.pos_ in {"VERB", "AUX"}:
        return "xcomp"
    return "obl:mod" if any(c.dep_ == "case" for c in child.lefts) else "obj"


# "X, qui a quitté Y" --------------------------------------------------------------------------------------------------


def _relative(pronoun: Token) -> None:
    """ "succède à X, qui a quitté Y": a clause with "qui" that the parser makes an adverbial is of the name."""
    verb, doc = pronoun.head, pronoun.doc
    if (
        verb.dep_ not in {"advcl", "parataxis", "conj"}
        or pronoun.dep_ not in {"nsubj", "nsubj:pass"}
        or verb.i < pronoun.i
    ):
        return
    before = doc[pronoun.i - 1] if pronoun.i else pronoun
    name = doc[before.i - 1] if before.text == "," and before.i else before
    while name.dep_ in {"flat:name", "flat:foreign"}:
        name = name.head
    if name.pos_ == "PROPN":
        hang(verb, name, "acl:relcl")


# "envisage quant à elle de vendre" ------------------------------------------------------------------------------------


def _planned(infinitive: Token) -> None:
    """An infinitive that the parser hangs on what stands between it and its verb: "quant à elle", "malgré la crise"."""
    held = infinitive.head
    if infinitive.dep_ == "parataxis" and held.i < infinitive.i and VERBS.get(lemma_of(held)) is not None:
        if not any(c.dep_ in {"xcomp", "ccomp", "obj"} for c in held.rights):
            hang(infinitive, held, "xcomp")
        return
    led = any(c.lower_ in {"de", "d'", "d’", "à"} and c.dep_ in {"mark", "case"} for c in infinitive.lefts)
    aside = any(c.lower_ in _ASIDES for c in held.lefts)
    verb = held.head
    if infinitive.dep_ != "acl" or not led or not aside or not verb.i < held.i < infinitive.i:
        return
    if verb.pos_ == "VERB" and VERBS.get(lemma_of(verb)) is not None:
        hang(infinitive, verb, "xcomp")


# "avoir racheté" ------------------------------------------------------------------------------------------------------


def _compound(auxiliary: Token) -> None:
    """ "nie avoir racheté Y": the participle is the verb, the infinitive its auxiliary, a noun after it the object."""
    doc = auxiliary.doc
    index = auxiliary.i + 1
    while index < min(auxiliary.i + _REACH, len(doc)) and doc[index].lower_ in _INNER:
        index += 1
    verb = doc[min(index, len(doc) - 1)]
    if verb.morph.get("VerbForm", []) != ["Part"] or verb.lower_.endswith("ant"):
        return
    if verb.head is auxiliary and auxiliary.dep_ not in {"aux:tense", "aux:pass", "aux"}:
        head, dep = auxiliary.head, auxiliary.dep_
        hang(verb, verb if head is auxiliary else head, dep)
        for child in list(auxiliary.children):
            hang(child, verb, child.dep_)
        passive = auxiliary.lower_ == "être" and "Pass" in verb.morph.get("Voice", [])
        hang(auxiliary, verb, "aux:pass" if passive else "aux:tense")
        verb.pos_ = "VERB"
    if auxiliary.head is verb and auxiliary.lower_ == "avoir" and auxiliary.dep_.startswith(("aux", "cop")):
        auxiliary.dep_ = "aux:tense"
        for child in verb.rights:
            if child.dep_ in {"nsubj", "nsubj:pass"} and not any(c.dep_ == "obj" for c in verb.rights):
                child.dep_ = "obj"


# ", a-t-il assuré," ---------------------------------------------------------------------------------------------------


def incise_around(pronoun: Token) -> tuple[int, int] | None:
    """Where the words between the two commas of an incise begin and end; None where an inverted pronoun has none."""
    doc, verb = pronoun.doc, pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubj:pass", "expl:subj"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    start = min(verb.i, pronoun.i)
    while start > verb.sent.start and doc[start - 1].text != "," and verb.i - start < _LONGEST:
        start -= 1
    end = max(verb.i, pronoun.i) + 1
    while end < verb.sent.end and doc[end].text not in _CLAUSE_ENDS and end - verb.i < _LONGEST:
        end += 1
    if doc[max(start - 1, 0)].text != "," or end >= verb.sent.end or doc[end].text != ",":
        return None
    return start, end


def incise_end(comma: Token) -> int | None:
    """The place after the incise that a comma opens (", a-t-il assuré, chez Y"); None where it opens none."""
    for token in comma.doc[comma.i + 1 : comma.i + _REACH + 1]:
        if token.lower_ in _INVERTED:
            found = incise_around(token)
            return found[1] + 1 if found is not None and found[0] == comma.i + 1 else None
    return None


def _incise(pronoun: Token) -> None:
    """What the parser hangs on the verb of an incise, from before or after its commas, is the clause's."""
    found = incise_around(pronoun)
    if found is not None:
        _free(pronoun.head, found)


def _named_incise(comma: Token) -> None:
    """The same of ", a assuré X,", whose subject is a name or noun after the verb."""
    doc, start = comma.doc, comma.i + 1
    verb = next((t for t in doc[start : start + 3] if t.pos_ == "VERB"), None)
    if verb is None or VERBS.get(lemma_of(verb)) != "report" or any(t.pos_ != "AUX" for t in doc[start : verb.i]):
        return
    if verb.i == start and "Fin" not in verb.morph.get("VerbForm", []):
        return
    end = verb.i + 1
    while end < verb.sent.end and doc[end].text not in _CLAUSE_ENDS and end - verb.i < _LONGEST:
        end += 1
    named = next((t for t in doc[verb.i + 1 : end] if t.pos_ in {"NOUN", "PROPN"}), None)
    if end >= verb.sent.end or doc[end].text != "," or named is None:
        return
    if any(t.pos_ == "ADP" for t in doc[verb.i : named.i]):
        return
    if named.head is verb:
        named.dep_ = "nsubj"
    _free(verb, (start, end))


def _free(verb: Token, found: tuple[int, int]) -> None:
    """Hang what stands before and after an incise on the verb of the clause, and that verb on nothing of the incise."""
    start, end = found
    top = verb if start <= verb.head.i < end else verb.head
    nominal = top.i < start and top.pos_ in {"NOUN", "PROPN", "PRON"}
    main = verb.head
    if top is verb or nominal:
        main = next((c for c in verb.rights if c.i > end and c.pos_ == "VERB" and _speaks_for_itself(c)), main)
        if main is not verb.head:
            head, dep = top.head, top.dep_
            hang(main, main if head is top else head, dep)
            hang(verb, main, "parataxis")
            if nominal:
                hang(top, main, "nsubj")
    if main is verb or main.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return
    for child in list(verb.children):
        if not start <= child.i < end and child.dep_ != "punct":
            hang(child, main, "nsubj" if child.dep_ == "nsubj:pass" else child.dep_)


def _speaks_for_itself(verb: Token) -> bool:
    """Whether a verb is finite, or has a finite auxiliary, and no word of subordination."""
    words = [verb, *(c for c in verb.lefts if c.dep_.startswith("aux"))]
    return any("Fin" in t.morph.get("VerbForm", []) for t in words) and not any(c.dep_ == "mark" for c in verb.lefts)
