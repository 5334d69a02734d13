"""Find the words that stand for something named elsewhere: pronouns, possessives, and (noun_anaphors) descriptions.

One pass over the surface of a Doc; nothing is resolved here. Impersonal "il", reflexives, "on" and relative pronouns
(the grammar's work) are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.coreference.anaphor_words import (
    CLAUSAL,
    FIRST_PLURAL,
    FIRST_POSSESSIVE,
    FIRST_POSSESSIVE_OF_MANY,
    FIRST_SINGULAR,
    LATTER,
    NOMINATIVE,
    OBJECTS_OF_SAYING,
    PLACE_VERBS,
    POSSESSIVES,
    POSSESSIVES_OF_MANY,
    POST_WORDS,
)
from pipeline.coreference.demands import SPOUSES
from pipeline.coreference.descriptions import normal, noun_at
from pipeline.coreference.discourse import Function, function_of, main_verb
from pipeline.coreference.impersonal import THERE_IS, is_impersonal
from pipeline.coreference.noun_anaphors import (
    DEFINITE,
    DEFINITE_PLURAL,
    Anaphor,
    description_at,
    group_at,
    surface_function,
    verb_index,
)
from pipeline.document import DocMention, Gender
from pipeline.parsed import Doc, Token
from pipeline.schema import MentionForm

# "L'entreprise telle qu'elle existe": the noun before is meant.
_SUCH: Final = frozenset({"tel", "telle", "tels", "telles"})
_CLITICS: Final = frozenset({"le", "la", "l'", "les"})


_FIRST: Final = FIRST_SINGULAR | FIRST_PLURAL | FIRST_POSSESSIVE | FIRST_POSSESSIVE_OF_MANY


def _triggers() -> frozenset[str]:
    """Every word that can begin an anaphor, with either apostrophe: all others are passed over at once."""
    words = {form.split()[0].split("'")[0] for form in LATTER} | {form for form in LATTER if " " not in form}
    words |= {prefix + form for form in NOMINATIVE for prefix in ("", "-", "-t-", "t-")}
    words |= POSSESSIVES | POSSESSIVES_OF_MANY | FIRST_SINGULAR | FIRST_PLURAL | FIRST_POSSESSIVE
    words |= FIRST_POSSESSIVE_OF_MANY | DEFINITE | DEFINITE_PLURAL | _CLITICS
    words |= {form.split("-")[0] for form in LATTER}
    words |= {"l'", "lui", "leur", "eux", "y", "en", "tous", "toutes"}
    return frozenset(words | {word.replace("'", "’") for word in words})


_TRIGGERS: Final = _triggers()
# Tokenisers disagree on "celui-ci": one token or two.
_LATTER_STARTS: Final = frozenset(
    {form.split()[0] for form in LATTER} | {form.split("-")[0] for form in LATTER} | {"l'"}
)


def find(doc: Doc, covered: dict[int, DocMention], people: frozenset[int]) -> list[Anaphor]:
    """Every anaphor of a Doc in text order.

    ``covered`` tells which tokens belong to names (see ``mention_index``), ``people`` which entities are persons.
    """
    found: list[Anaphor] = []
    taken = -1
    for token in doc:
        if token.i <= taken or token.lower_ not in _TRIGGERS or token.i in covered:
            continue
        for anaphor in _at(doc, token, covered, people):
            found.append(anaphor)
            taken = anaphor.end - 1 if anaphor.sort in ("latter", "group") else anaphor.start
    return found


def _at(doc: Doc, token: Token, covered: dict[int, DocMention], people: frozenset[int]) -> Iterator[Anaphor]:
    word = normal(token.text)
    plain = word.lstrip("-").removeprefix("t-")
    latter = _latter(doc, token) if word in _LATTER_STARTS else None
    if latter is not None:
        yield latter
    elif plain in NOMINATIVE and (plain != word or token.pos_ != "DET"):
        yield from _nominative(doc, token, plain, plain != word)
    elif word in POSSESSIVES or (word in POSSESSIVES_OF_MANY and not _before_verb(doc, token.i)):
        yield _possessive(doc, token, word)
    elif word in ("lui", "leur", "eux"):
        yield from _dative(doc, token, word)
    elif word in ("y", "en"):
        yield from _place(doc, token, word)
    elif word in _FIRST:
        form: MentionForm = "possessive" if word in FIRST_POSSESSIVE | FIRST_POSSESSIVE_OF_MANY else "pronoun"
        plural = word in FIRST_PLURAL | FIRST_POSSESSIVE_OF_MANY
        yield Anaphor(token.i, token.i + 1, token.i, "first", form, plural=plural)
    else:
        group = group_at(doc, token, word)
        if group is not None:
            yield group
            return
        clitic = word in _CLITICS and (token.pos_ != "DET" or _participle_follows(doc, token.i))
        if clitic and _before_verb(doc, token.i):
            yield from _accusative(doc, token, word)
        elif word in DEFINITE or word in DEFINITE_PLURAL:
            yield from description_at(doc, token, word, covered, people)


def _latter(doc: Doc, token: Token) -> Anaphor | None:
    for length in (1, 2, 3):
        if token.i + length > len(doc):
            break
        found = LATTER.get(normal(doc.span(token.i, token.i + length).text))
        if found is not None and not _is_adjective_use(doc, token.i + length):
            head = token.i + length - 1
            form: MentionForm = "pronoun" if length == 1 else "description"
            function = surface_function(doc, token.i, head)
            verb = verb_index(doc, head) if function == "subject" else None
            return Anaphor(token.i, token.i + length, head, "latter", form, *found, function=function, verb=verb)
    return None


def _is_adjective_use(doc: Doc, after: int) -> bool:
    """Whether "ces dernières" goes on to a noun ("ces dernières semaines")."""
    if after + 1 >= len(doc) or normal(doc[after + 1].text) in ("que", "qu'"):
        return False
    return doc[after].pos_ in ("NOUN", "NUM") and doc[after].lower_ != "a"


def _nominative(doc: Doc, token: Token, plain: str, inverted: bool) -> Iterator[Anaphor]:
    gender, plural = NOMINATIVE[plain]
    before = normal(doc[token.i - 1].text) if token.i else ""
    after = normal(doc[token.i + 1].text) if token.i + 1 < len(doc) else ""
    if after in ("-même", "-mêmes") or plain.endswith("-même") or (before == "à" and _repeats_subject(doc, token.i)):
        return
    if before in ("que", "qu'") and token.i > 1 and doc[token.i - 2].lower_ in _SUCH:
        return
    strong = plain in ("elle", "elles") and not inverted and doc[token.i - 1].pos_ == "ADP" if token.i else False
    if strong:
        yield Anaphor(token.i, token.i + 1, token.i, "strong", "pronoun", gender, plural, _strong_function(before))
        return
    verb = _inverted_verb(doc, token.i) if inverted else main_verb(doc, token.i)
    if plain == "il" and is_impersonal(doc, token.i, verb, inverted):
        return
    at = verb.i if verb is not None else None
    yield Anaphor(token.i, token.i + 1, token.i, "subject", "pronoun", gender, plural, "subject", at, inverted=inverted)


def _inverted_verb(doc: Doc, index: int) -> Token | None:
    """The verb of an inverted subject: "a-t-il déclaré" leads on to the participle."""
    before = next((doc[i] for i in range(index - 1, max(index - 4, -1), -1) if doc[i].pos_ in ("VERB", "AUX")), None)
    if before is not None and before.lemma_ in ("avoir", "être"):
        return next((t for t in doc[index + 1 : index + 4] if t.pos_ in ("VERB", "ADJ")), before)
    return before


def _possessive(doc: Doc, token: Token, word: str) -> Anaphor:
    noun = next((t for t in doc[token.i + 1 : token.i + 5] if t.pos_ in ("NOUN", "PROPN") or noun_at(doc, t.i)), None)
    if noun is not None:
        function = function_of(noun)
    elif token.i + 1 < len(doc):
        noun, function = doc[token.i + 1], "oblique"
    else:
        function = "oblique"
    return Anaphor(
        token.i,
        token.i + 1,
        token.i,
        "possessive",
        "possessive",
        gender=SPOUSES.get(noun.lower_) if noun is not None else None,
        plural=word in POSSESSIVES_OF_MANY,
        function=function,
        verb=noun.i if noun is not None else None,
    )


def _participle_follows(doc: Doc, index: int) -> bool:
    """Whether a present participle follows (", l'accusant de"), which takes no article; "l'opposant" is a noun."""
    after = doc[index + 1] if index + 1 < len(doc) else None
    if after is None or after.pos_ != "VERB" or not after.lower_.endswith("ant") or noun_at(doc, after.i):
        return False
    return index > 0 and doc[index - 1].lower_ in (",", "en", "comme", "tout")


def _before_verb(doc: Doc, index: int) -> bool:
    for token in doc[index + 1 : index + 3]:
        if token.pos_ in ("VERB", "AUX"):
            present = token.lower_.endswith("ant") and not noun_at(doc, token.i)  # "l'accusant", but "l'opposant"
            return present or token.pos_ == "AUX" or "Part" not in token.morph.get("VerbForm", [])
        if normal(token.text) not in ("y", "en", "lui", "leur", "l'", "a", "avait"):
            return False
    return False


def _dative(doc: Doc, token: Token, word: str) -> Iterator[Anaphor]:
    following = normal(doc[token.i + 1].text) if token.i + 1 < len(doc) else ""
    if following.startswith("-même") or (word == "leur" and not _before_verb(doc, token.i)):
        return
    if word != "leur" and _repeats_subject(doc, token.i):
        return
    before = normal(doc[token.i - 1].text) if token.i else ""
    clitic = (
        word != "eux"
        and _before_verb(doc, token.i)
        and (token.i == 0 or doc[token.i - 1].pos_ != "ADP" or "Inf" in doc[token.i + 1].morph.get("VerbForm", []))
    )
    gender: Gender | None = None if clitic else "Masc"
    if clitic:
        verb = main_verb(doc, token.i)
        index = verb.i if verb is not None else None
        yield Anaphor(token.i, token.i + 1, token.i, "clitic", "pronoun", gender, word != "lui", "object", index)
    else:
        yield Anaphor(
            token.i, token.i + 1, token.i, "strong", "pronoun", gender, word != "lui", _strong_function(before)
        )


def _repeats_subject(doc: Doc, index: int) -> bool:
    """A strong pronoun that only repeats the subject: "X, lui, refuse", "X est quant à elle partie", "lui aussi"."""
    before = normal(doc[index - 1].text) if index else ""
    after = normal(doc[index + 1].text) if index + 1 < len(doc) else ""
    if after in ("aussi", "-aussi") or (before == "," and after in (",", ".")):
        return True
    return before == "à" and index > 1 and normal(doc[index - 2].text) == "quant"


def _strong_function(case: str) -> Function:
    return "source" if case == "selon" else "agent" if case == "par" else "oblique"


def _accusative(doc: Doc, token: Token, word: str) -> Iterator[Anaphor]:
    verb = main_verb(doc, token.i)
    if verb is None or (word in ("le", "l'") and verb.lemma_ in CLAUSAL - OBJECTS_OF_SAYING):
        return
    if (
        token.i
        and normal(doc[token.i - 1].text) in ("que", "si", "-t")
        and word == "l'"
        and normal(doc[token.i + 1].text) == "on"
    ):
        return
    gender: Gender | None = "Masc" if word == "le" else "Fem" if word == "la" else None
    feminine = verb.lower_.endswith(("ée", "ées", "ie", "ite", "ise", "uite", "uverte")) and verb.pos_ != "NOUN"
    if word == "l'" and "Part" in verb.morph.get("VerbForm", []) and verb.pos_ != "NOUN":
        # The participle agrees with the object before it: "X l'a accusée", "X l'avait accusé".
        gender = "Fem" if feminine else "Masc" if verb.lower_.endswith("é") else None
    yield Anaphor(token.i, token.i + 1, token.i, "clitic", "pronoun", gender, word == "les", "object", verb.i)


def _place(doc: Doc, token: Token, word: str) -> Iterator[Anaphor]:
    if token.pos_ not in ("PRON", "ADV"):
        return
    verb = main_verb(doc, token.i)
    if verb is None or not _before_verb(doc, token.i):
        return
    following = doc[token.i + 2 : token.i + 3]
    joined = any("Part" in t.morph.get("VerbForm", []) and t.lower_ != "eu" for t in following)
    if word == "y" and normal(doc[token.i + 1].text) in THERE_IS and not joined:
        return
    window = [normal(t.text) for t in doc[verb.i : verb.i + 6]]
    posts = any(noun.kind == "Person" for t in doc[verb.i : verb.i + 5] for noun in noun_at(doc, t.i))
    if word == "en" and not (
        posts or POST_WORDS & set(window) or verb.lemma_ in ("démissionner", "retirer", "évincer", "exclure", "écarter")
    ):
        return
    if (verb.lemma_ not in PLACE_VERBS[word] and not posts) or (word == "y" and "a" in window[:1] and not posts):
        return
    yield Anaphor(
        token.i, token.i + 1, token.i, "place", "pronoun", None, False, "oblique", verb.i, kind="Organisation"
    )
