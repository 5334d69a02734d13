"""Names that the words around them announce: a title, a first name, a full name, a medium's deed, a kind of body."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from pipeline.names import is_initials
from pipeline.ner import name_words as words
from pipeline.ner.name_span import Label, Name, has_capital, is_first_name, starts_sentence
from pipeline.parsed import Doc, Token


def find(doc: Doc) -> Iterator[Name]:
    """Every name that a pattern finds in a parsed article; they may overlap, and none has been checked."""
    yield from _with_sigla(doc)
    yield from _after_titles(doc)
    yield from _after_posts(doc)
    yield from _after_first_names(doc)
    yield from _media(doc)
    yield from _apposed(doc)
    yield from _quoted(doc)
    yield from _capital_articles(doc)
    yield from _sigla_of_posts(doc)
    yield from _former_sigla(doc)
    yield from _clubs(doc)
    yield from _told_bodies(doc)


def _person_run(doc: Doc, i: int) -> int:
    """Where the run of a person's name that begins at ``i`` ends: capitals, particles between, hyphens, initials."""
    end = i
    while i < len(doc):
        token = doc[i]
        if has_capital(token) and (
            token.is_alpha or token.text.endswith(".") or "-" in token.text or "'" in token.text
        ):
            i = end = i + 1
        elif (
            end and token.lower_.replace("’", "'") in words.PARTICLES and i + 1 < len(doc) and has_capital(doc[i + 1])
        ) or (
            token.text == "-" and end == i and not token.whitespace_ and i + 1 < len(doc) and has_capital(doc[i + 1])
        ):
            i += 1
        else:
            break
    return end


def _after_titles(doc: Doc) -> Iterator[Name]:
    """ "M. X", "Mme X", "MM. X et Y": what follows the title is a person, and the title is no part of the name."""
    for token in doc[:-1]:
        if token.lower_ not in words.ABBREVIATED_TITLES or not token.text[0].isupper():
            continue
        start = token.i + 1
        end = _person_run(doc, start) if has_capital(doc[start]) else start
        if end == start:
            continue
        yield Name(start, end, "PER", "title")
        while token.lower_ in {"mm.", "mmes", "mm"} and end + 1 < len(doc) and doc[end].lower_ in {"et", ","}:
            start, end = end + 1, _person_run(doc, end + 1)
            if end == start or not has_capital(doc[start]):
                break
            yield Name(start, end, "PER", "title")


def _after_first_names(doc: Doc) -> Iterator[Name]:
    """A common first name and a capital word behind it, where the model saw no name at all."""
    for token in doc[:-1]:
        if token.ent_type_ or not may_be_first_name(token):
            continue
        following = doc[token.i + 1]
        if not following.ent_type_ and following.is_alpha and has_capital(following) and not following.is_sent_start:
            yield Name(token.i, max(_person_run(doc, token.i), token.i + 2), "PER", "first name")


def _after_posts(doc: Doc) -> Iterator[Name]:
    """A post, its body and its holder in one row: "la secrétaire générale de la | FDL | Anne Roy"."""
    for token in doc[1:-2]:
        start = token.i
        if not has_capital(token) or has_capital(doc[start - 1]) or not _hangs_on_post(doc, start):
            continue
        end = start
        while end < len(doc) and (has_capital(doc[end]) or doc[end].text == "-") and not doc[end].is_sent_start:
            end += 1
        firsts = [i for i in range(start + 1, end - 1) if _begins_person(doc, i)]
        firm_of_a_person = is_first_name(token.text)  # "Yvon Tillier Anne Roy": the last first name is the holder's
        if not firsts or (firm_of_a_person and firsts[-1] == start + 1):
            continue
        first = firsts[-1] if firm_of_a_person else firsts[0]
        place = any(_lower_word(t) in words.PLACE_POSTS for t in doc[max(0, start - 4) : start])
        served = firm_of_a_person and any(_lower_word(t) in _SERVANTS for t in doc[max(0, start - 3) : start])
        if not place and token.ent_type_ not in {"LOC", "GPE"}:
            yield Name(start, first, "PER" if served else "ORG", "post")
        yield Name(first, _person_run(doc, first), "PER", "post")


_SERVANTS = words.PORTFOLIO_NOUNS | {"avocat", "avocate", "conseiller", "conseillère", "collaborateur", "épouse"}
"""Who serves a person, so that two persons stand in a row ("l'ex-ministre de Paul Roy | Anne Tessin")."""


def _hangs_on_post(doc: Doc, i: int) -> bool:
    """Whether the words before token ``i`` are a post and "de" ("directrice générale d'", "président de la")."""
    j = i - 1
    if doc[j].lower_ in words.NAME_ARTICLES:
        j -= 1
    if j < 1 or doc[j].lower_.replace("’", "'") not in {"de", "d'", "du", "des"}:
        return False
    return any(_lower_word(doc[k]) in words.PERSON_NOUNS for k in range(max(0, j - 2), j))


def _lower_word(token: Token) -> str:
    return token.lower_.removeprefix("ex-")


def _begins_person(doc: Doc, i: int) -> bool:
    joined = doc[i - 1].text == "-" or doc[i + 1].text == "-"
    return doc[i].text.istitle() and is_first_name(doc[i].text) and has_capital(doc[i + 1]) and not joined


def _media(doc: Doc) -> Iterator[Name]:
    """What has given an interview a home is a medium: "une information du Phare", "un entretien accordé à Ondes"."""
    for token in doc[:-2]:
        if not token.is_lower or token.lemma_ not in words.INFORMATION_NOUNS:
            continue
        i = token.i + 1
        if doc[i].lower_.startswith(("accord", "publi", "parue", "paru", "donné", "diffus")):
            i += 1
        if i + 1 >= len(doc) or doc[i].lower_ not in {"à", "au", "du", "de", "dans", "par", "sur"}:
            continue
        i += 1
        start = i
        while i < len(doc) and has_capital(doc[i]) and doc[i].is_alpha:
            i += 1
        if i > start and not is_first_name(doc[start].text) and doc[start].lower_ not in words.PERSON_NOUNS:
            yield Name(start, i, "ORG", "medium")


def _apposed(doc: Doc) -> Iterator[Name]:
    """A capital word behind a noun that names a kind of organisation: "la start-up (suisse) Altana"."""
    for token in doc[:-1]:
        if token.lower_ not in words.APPOSED_NOUNS:
            continue
        i = token.i + 1
        while i + 1 < len(doc) and (doc[i].text in {'"', "«", "“"} or (doc[i].is_lower and doc[i].pos_ == "ADJ")):
            i += 1
        start = i
        while i < len(doc) and has_capital(doc[i]) and not doc[i].is_punct and not doc[i].is_sent_start:
            i += 1
        if i > start and not is_first_name(doc[start].text) and doc[start].lower_ not in words.TITLES:
            yield Name(start, i, "ORG", "apposition")


_COMMON_SIGLA = words.THING_SIGLA | words.ORGANISATION_NOUNS | words.PERSON_NOUNS
"""Sigla that are common nouns ("l'ONG", "la PDG")."""
_QUOTES = {'"': '"', "«": "»", "“": "”"}
_IN_LIST = frozenset({",", "et", "ou"})
_LONGEST_GAP = 16
"""How many tokens of a list may stand between two names that the model saw."""


def _quoted(doc: Doc) -> Iterator[Name]:
    """What stands in quotes behind such a noun is the name, whatever is in it: 'la revue "Terres et Rives"'."""
    for token in doc[1:-2]:
        if token.orth_ not in _QUOTES or doc[token.i - 1].lower_ not in words.APPOSED_NOUNS:
            continue
        start = token.i + 1
        closing = _QUOTES[token.text]
        end = next((i for i in range(start + 1, min(start + 8, len(doc))) if doc[i].text == closing), None)
        inside = doc[start:end] if end is not None else None
        if inside is not None and has_capital(inside[0]) and not any(t.is_punct and t.text != "-" for t in inside):
            yield Name(start, start + len(inside), "ORG", "quoted")


def in_lists(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """What stands between two names of a list and is none yet: "Altaïs, Lire, Agir pour la mer, Nébula et Orion"."""
    for left, right in itertools.pairwise(names):
        gap = doc[left.end : right.start]
        if not 3 <= len(gap) <= _LONGEST_GAP or gap[0].text != "," or any(token.is_sent_start for token in gap):
            continue
        sides = {left.label, right.label}
        bodies = sides == {"ORG", "MISC"}  # bodies told by what they make: "Altaïs, Lire et Nébula"
        if not bodies and (len(sides) > 1 or "MISC" in sides):
            continue
        label = "ORG" if bodies else left.label
        items = list(_items(doc, left.end, right.start))
        if items and all(_is_item(doc[start:end], label) for start, end in items):
            yield from (Name(start, end, label, "list") for start, end in items)


def _items(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs between the commas and the "et" of ``doc[start:end]``, without article; an empty one if words go on."""
    begin = start + 1
    for i in range(start + 1, end):
        if doc[i].lower_ in _IN_LIST:
            yield begin, i
            begin = i + 1
        elif begin == i and doc[i].lower_.replace("’", "'") in words.NAME_ARTICLES and doc[i].is_lower:
            begin = i + 1
    if begin < end:
        yield end, end


def _is_item(run: Sequence[Token], label: Label) -> bool:
    """Whether a run is written as a name: up to three capitals, or a body's capital word and lower-case ones."""
    if not run or not has_capital(run[0]) or not all(token.is_alpha or token.text == "l'" for token in run):
        return False
    if len(run) < 4 and all(has_capital(token) for token in run):
        return True
    lower = run[1:]
    plain = all(token.is_lower and token.pos_ not in {"VERB", "AUX", "PRON", "ADV", "SCONJ"} for token in lower)
    first = run[0].lower_
    return label == "ORG" and len(run) < 6 and plain and first not in words.PERSON_NOUNS | words.TITLES | words.ARTICLES


def _capital_articles(doc: Doc) -> Iterator[Name]:
    """A capital behind a number or on an article, within a sentence, is a title's: "50 Nuances", "dans Le Phare"."""
    for token in doc[:-1]:
        text = token.orth_
        if len(text) == 2 and text.isdigit():
            following = doc[token.i + 1]
            plural = following.text.istitle() and following.text.endswith("s") and following.lower_ not in words.MONTHS
            if plural and not starts_sentence(token):
                yield Name(token.i, token.i + 2, "ORG", "capital article")
        if text not in {"Le", "La", "Les", "L'"} or starts_sentence(token) or token.ent_type_:
            continue
        before = doc[token.i - 1]
        opening = before.pos_ == "ADP" and starts_sentence(before)  # "Selon Le Phare"
        if (
            (has_capital(before) and not opening)
            or doc[token.i - 1].text in {"-", "/"}
            or not doc[token.i + 1].text.istitle()
        ):
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].text.istitle() and doc[end].is_alpha and not doc[end].is_sent_start:
            end += 1
        closing = next((i for i in range(end, min(end + 4, len(doc))) if doc[i].text == ")"), None)
        if (
            closing is not None
            and doc[token.i - 1].text == "("
            and doc.span(token.i, closing).text.replace(" ", "").isalpha()
        ):
            end = closing
        yield Name(token.i, end, "ORG", "capital article")


def _sigla_of_posts(doc: Doc) -> Iterator[Name]:
    """A sigle that acts, that a post is of, or that somebody has told something: "l'OFAR accuse", "a dit à l'OFAR"."""
    for token in doc[1:]:
        sigle = token.is_upper and token.is_alpha and 3 <= len(token.text) <= 6 and not token.ent_type_
        if not sigle or doc[token.i - 1].is_upper or (token.i + 1 < len(doc) and doc[token.i + 1].is_upper):
            continue
        article = doc[token.i - 1].lower_.replace("’", "'")
        told = is_told(doc, token.i)
        acts = article in {"l'", "la", "le"} and token.lower_ not in _COMMON_SIGLA and _acts(token)
        if told or acts or (article in {"l'", "la", "du", "d'", "de"} and _hangs_on_post(doc, token.i)):
            yield Name(token.i, token.i + 1, "ORG", "post")


def _former_sigla(doc: Doc) -> Iterator[Name]:
    """The body that somebody has left, before or behind their name: "l'ex-OFAR Anne Roy", "Anne Roy (ex-OFAR)"."""
    for token in doc[1:-1]:
        text = token.orth_
        sigle = text.removeprefix("ex-")
        if sigle == text or not (sigle.isupper() and sigle.isalpha() and 1 < len(sigle) <= 6):
            continue
        behind = doc[token.i - 1].text == "(" and doc[token.i + 1].text in {")", ","}
        if behind or (has_capital(doc[token.i + 1]) and doc[token.i + 1].text.istitle()):
            yield Name(token.i, token.i + 1, "ORG", "post")


def _clubs(doc: Doc) -> Iterator[Name]:
    """A sports club's sigle and its town: "l'US Brive", "le RC Tulle"."""
    for token in doc[:-1]:
        if token.orth_ not in words.CLUB_SIGLA:
            continue
        town = doc[token.i + 1]
        if town.text.istitle() and town.is_alpha and not town.is_sent_start:
            yield Name(token.i, token.i + 2, "ORG", "apposition")


def _acts(token: Token) -> bool:
    """Whether a name is the subject of what bodies do or say."""
    deeds = words.ACTS | words.SPEECH_VERBS | words.COMPANY_VERBS
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.head.lemma_ in deeds


def is_told(doc: Doc, i: int) -> bool:
    """Whether somebody has told the sigle at ``i`` something: "a déclaré (mardi) à l'OFAR"."""
    if i < 3 or not doc[i].is_upper or len(doc[i].text) < 3 or doc.span(i - 2, i).text.lower() != "à l'":
        return False
    verb = doc[i - 4] if doc[i - 3].lower_ in words.DAYS and i > 3 else doc[i - 3]
    return verb.lemma_ in words.SPEECH_VERBS | {"confier"} and verb.lower_.endswith(("é", "it"))


def _with_sigla(doc: Doc) -> Iterator[Name]:
    """A name and its sigle in parentheses, where the letters fit: "Parti du lac et des rives (PLR)", then "PLR"."""
    for token in doc[1:-1]:
        if not has_capital(token):  # no sigle, written as a word or not
            continue
        if doc[token.i - 1].text != "(":
            if token.is_upper and doc[token.i + 1].text == "(" and _is_sigle(token.text):
                yield from _sigle_told(doc, token.i)
            continue
        if doc[token.i + 1].text != ")" or not (_is_sigle(token.text) or _is_word_sigle(token.text)):
            continue
        stop = token.i - 1
        start = _expansion(doc, stop, token.text.upper())
        if start is None:
            continue
        opener = doc[start].lower_ in words.ORGANISATION_OPENERS | words.INSTITUTION_HEADS
        body = opener or any(token.text[:1].isupper() for token in doc[start : start + 2])
        label: Label = "ORG" if body and doc[start].lower_ not in words.THING_OPENERS else "MISC"
        yield Name(start, stop, label, "sigle")
        yield Name(token.i, token.i + 1, label, "sigle")


def _sigle_told(doc: Doc, i: int) -> Iterator[Name]:
    """A sigle before what it stands for: "le PLR (Parti du lac et des rives)"."""
    end = next((j for j in range(i + 2, min(i + 12, len(doc))) if doc[j].text == ")"), None)
    if end is None or not doc[i + 2].text[:1].isupper() or not is_initials(doc[i].text, doc.span(i + 2, end).text):
        return
    if doc[i + 2].lower_ not in words.THING_OPENERS and doc[i].lower_ not in words.THING_SIGLA:
        yield Name(i, i + 1, "ORG", "sigle")
        yield Name(i + 2, end, "ORG", "sigle")


def _told_bodies(doc: Doc) -> Iterator[Name]:
    """Capital words that no model saw where only a body stands: "la PDG d'Altaïs", "chez Altaïs", "Altaïs, filiale"."""
    for token in doc[2:-1]:
        if not has_capital(token) or token.ent_type_ or starts_sentence(token) or has_capital(doc[token.i - 1]):
            continue
        end = token.i + 1
        while end < len(doc) and has_capital(doc[end]) and doc[end].is_alpha and not doc[end].ent_type_:
            end += 1
        known = is_first_name(token.text) or token.lower_ in words.THING_SIGLA | words.PERSON_NOUNS | words.COUNTRIES
        hyphen = doc[token.i - 1].text == "-" or (end < len(doc) and doc[end].text == "-")
        if known or not token.is_alpha or len(token.text) < 3 or hyphen:
            continue
        if _heads(doc, token.i - 1) or _has_body_behind(doc, end):
            yield Name(token.i, end, "ORG", "apposition")


def _heads(doc: Doc, i: int) -> bool:
    """Whether the words that end at ``i`` are "chez" or a post or share and "de" ("le PDG de", "filiale d'")."""
    if doc[i].lower_ == "chez":
        return True
    if doc[i].lower_.replace("’", "'") not in {"de", "d'"}:
        return False
    noun = doc[i - 1]
    if noun.lower_ in {"général", "générale"} and i > 1:
        noun = doc[i - 2]
    return noun.is_lower and (noun.lemma_ in words.HEAD_OF or noun.lower_ in words.HEAD_OF)


def _has_body_behind(doc: Doc, i: int) -> bool:
    """Whether a kind of body stands in apposition behind a comma: ", filiale de", ", une start-up"."""
    if i + 2 >= len(doc) or doc[i].text != ",":
        return False
    i += 1
    while i + 1 < len(doc) and (doc[i].lower_ in {"une", "un", "la", "le", "l'"} or doc[i].pos_ == "ADJ"):
        i += 1
    return doc[i].lower_ in words.APPOSED_NOUNS


def _expansion(doc: Doc, stop: int, sigle: str) -> int | None:
    """Where the words begin whose initials are ``sigle`` and that end before ``stop``; a sentence is not left.

    The nearest such words, or farther ones that begin with an institution's noun ("la direction départementale …").
    """
    found: int | None = None
    for start in range(stop - 2, max(-1, stop - 16), -1):
        if (doc[start].is_punct and doc[start].text != ",") or doc[start + 1].is_sent_start:
            return found
        fits = doc[start].text[:1].upper() == sigle[0] and is_initials(sigle, doc.span(start, stop).text)
        if fits and (found is None or doc[start].lower_ in words.INSTITUTION_HEADS):
            found = start
    return found


def _is_sigle(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isalpha() and sum(c.isupper() for c in text) >= 2 and text[0].isupper()


def _is_word_sigle(text: str) -> bool:
    """Whether a sigle may be written as a word: "Sadel"."""
    return 4 <= len(text) <= 8 and text.isalpha() and text.istitle()


def may_be_first_name(token: Token) -> bool:
    """Whether a token is written and tagged as a first name is."""
    return token.orth_.istitle() and token.pos_ in {"PROPN", "X", "NOUN"} and is_first_name(token.text)
