"""What one place of a name tells about its kind: the noun before it, its preposition, its verb, its own words.

Every piece of evidence has a name and, in :data:`POINTS`, the kind that it speaks for and how loudly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pipeline.ner import institutions
from pipeline.ner import name_words as words
from pipeline.ner.beside import QUOTES, lemma_of, noun_kind, nouns, outside
from pipeline.ner.name_forms import is_place_form, is_title_form
from pipeline.ner.name_span import Name, is_first_name, starts_sentence
from pipeline.parsed import Doc, Token

Kind = Literal["Person", "Organisation", "Place", "Thing"]

POINTS: dict[str, tuple[Kind, float]] = {
    "title": ("Person", 6.0),
    "first name": ("Person", 2.5),
    "person noun before": ("Person", 3.5),
    "person noun after": ("Person", 1.9),
    "age": ("Person", 4.0),
    "biography verb": ("Person", 1.0),
    "speech verb": ("Person", 0.4),
    "institution": ("Organisation", 5.0),
    "organisation noun before": ("Organisation", 4.0),
    "organisation noun after": ("Organisation", 2.5),
    "opening word": ("Organisation", 2.5),
    "last word": ("Organisation", 2.5),
    "sigle": ("Organisation", 1.2),
    "inner capital": ("Organisation", 1.3),
    "head of": ("Organisation", 2.5),
    "party of": ("Organisation", 3.0),
    "article before": ("Person", -2.0),
    "one of many": ("Thing", 2.0),
    "home of a firm": ("Place", 3.0),
    "place word": ("Place", 4.0),
    "staff noun": ("Organisation", 1.2),
    "information": ("Organisation", 2.0),
    "house": ("Organisation", 1.0),
    "capital article": ("Organisation", 1.1),
    "source": ("Organisation", 0.8),
    "no place speaks": ("Place", -3.0),
    "medium": ("Organisation", 2.1),
    "platform": ("Thing", 1.4),
    "staff": ("Organisation", 4.0),
    "company verb": ("Organisation", 0.4),
    "place noun before": ("Place", 3.0),
    "in a place": ("Place", 1.2),
    "succeeded": ("Person", 2.5),
    "deals": ("Organisation", 2.5),
    "brand and model": ("Thing", 3.0),
    "in quotes": ("Thing", 2.5),
    "work": ("Thing", 4.6),
    "show": ("Thing", 2.0),
    "thing noun before": ("Thing", 2.2),
    "thing opening": ("Thing", 5.0),
    "holder of a post": ("Person", 4.0),
    "body of a post": ("Organisation", 6.0),
    "idle seat": ("Place", 6.0),
    "acts": ("Organisation", 1.6),
    "street": ("Place", 7.0),
    "venue": ("Place", 6.0),
    "a person's lot": ("Person", 1.5),
    "sigle of a thing": ("Thing", 8.0),
    "founder's name": ("Organisation", 2.0),
    "occasion": ("Thing", 2.0),
    "specimen": ("Thing", 1.6),
}
"""How much each piece of evidence says, in votes of the model (which has two at most)."""


_INNER_CAPITAL = re.compile(r"[A-ZÀ-Ý]*[a-zà-ÿ]{2,}[A-ZÀ-Ý][A-Za-zÀ-ÿ]*")
_OF_SURNAME = re.compile(r"(?:Ma?c|De|Di|Du|Le|La|Van|Von)[A-ZÀ-Ý]")
"""What a capital within a surname stands behind ("McNulty")."""
_PREFIXED = re.compile(r"(?:anti|pro|non)-")
"""What makes an adjective of a name, so that the noun before is not its bearer's ("l'association pro-Roy")."""
_OF_EITHER = frozenset({"rival", "concurrent", "leader", "spécialiste"})
"""Nouns of firms that are said of persons as well."""
_BEAR_FOUNDERS = frozenset({"éditions", "édition", "galerie", "cabinet", "maison", "librairie", "manufacture"})
"""Houses that are called after whoever founded them ("les éditions Paul Roy")."""
_DEPUTIES = frozenset({"vice-président", "vice-présidente"})
_OF_A_STATE = frozenset({"président", "présidente"})
_PLURAL_COUNTRIES = frozenset({"comores", "etats-unis", "pays-bas", "philippines", "états-unis", "royaume-uni"})
_LOTS = frozenset({
    "arrestation", "assassinat", "avocat", "avocate", "carrière", "concert", "démission", "départ", "décès",
    "limogeage", "mort", "naissance", "procès", "roman", "spectacle", "éviction",
})  # fmt: skip
"""What befalls persons and what they make ("le départ de X")."""
_SITED = frozenset({"antenne", "siège", "site", "une", "usine"})
"""What is told by the place where it stands ("l'usine de Lannion")."""
_VENUES = frozenset({"aréna", "arena", "stadium", "vélodrome"})
_VENUE_OPENERS = frozenset({"docks", "salle", "zénith"})
_MEETINGS = frozenset({"championship", "challenge", "climb", "cup", "meeting", "trophy"})
_VISITS = frozenset({"à", "au", "depuis", "hôte", "jardins", "locataire", "loin"})
"""Near a seat of power they tell that somebody is or is not there ("loin de l'Élysée")."""
_DEALS = frozenset({"acquérir", "commercialiser", "fabriquer", "fusionner", "licencier", "racheter", "recruter"})
"""Deeds of firms, that towns are seldom told to do."""
_REVEALS = frozenset({"dévoiler", "rapporter", "relater", "révéler", "titrer"})

_PRESENTED = frozenset({"présentateur", "présentatrice", "présentation", "animateur", "animatrice", "animation"})
"""What is in quotes behind one of these is a programme."""
_GENERAL = frozenset({"général", "générale", "généraux", "exécutif", "exécutive"})
"""Behind a post they tell that it is a firm's ("directrice générale d'Altaïs")."""
_OF_PERSONS = frozenset({"administration", "camp", "clan", "commission", "gouvernement"})
"""Nouns that take the bare surname of whoever leads ("le gouvernement Roy")."""
_NO_PLACE = frozenset({
    "acheter", "appartenir", "contrairement", "céder", "dû", "emprunter", "face", "grâce", "opposer", "quant",
    "racheter", "rapport", "revenir", "reprocher", "suite", "vendre", "verser",
})  # fmt: skip
"""In front of "à" they tell that no place follows ("grâce à X", "racheté à X")."""


def evidence(doc: Doc, name: Name) -> Iterator[str]:
    """The pieces of evidence (keys of :data:`POINTS`) that one place of a name gives."""
    yield from _within(doc, name)
    beside = () if _PREFIXED.match(doc[name.start].text) else nouns(doc, name)
    for side, noun in beside:
        holder = lemma_of(noun) in words.PARTY_HOLDERS
        holder = holder or (lemma_of(noun) in words.PERSON_NOUNS and _is_slogan(doc, name))
        epithet = side == "before" and holder and _is_epithet(doc, name)
        told = ["party of"] if epithet else list(noun_kind(noun, side))
        if side == "before" and name.label == "PER" and name.end - name.start == 1 and lemma_of(noun) in _OF_PERSONS:
            told = []  # "l'administration Roy": who leads it
        if told in (["thing noun before"], ["work"]) and name.label == "PER" and lemma_of(noun) == "affaire":
            told = []  # "l'affaire Roy": whose it is
        if told == ["organisation noun before"] and name.label == "PER":
            if lemma_of(noun) in _OF_EITHER:
                told = []  # "son rival Paul Roy"
            elif lemma_of(noun) in _BEAR_FOUNDERS and noun.i == name.start - 1:
                told.append("founder's name")
        if side == "before" and noun.i and doc[noun.i - 1].lower_ in words.ADVERBIAL_PLACE and noun.lower_ == "place":
            told = []
        if told == ["thing noun before"] and name.label == "ORG" and lemma_of(noun) in words.MADE_NOUNS:
            told = []  # "la gamme Altaïs": the maker's name
        yield from told
    yield from _preposition(doc, outside(doc, name), name)
    yield from _street(doc, name)
    yield from _age(doc, name)
    yield from _as_subject(doc, name)
    if name.label in {"MISC", "LOC"} and _acts(doc, name):
        yield "acts"


def _within(doc: Doc, name: Name) -> Iterator[str]:
    span = [token for token in doc[name.start : name.end] if not token.is_space]
    first, last = span[0].lower_, span[-1].lower_
    if name.finder == "title":
        yield "title"
    if institutions.seat_end(doc, name.start) == name.end:
        if institutions.acts(doc, name.start, name.end):
            yield "institution"
        elif name.label != "ORG" or first in {"état", "etat"} or _is_visited(doc, name):
            yield "idle seat"
    elif name.finder == "institution":
        yield "institution"
    if _is_thing(span) and not (name.label == "PER" and is_first_name(first) and len(span) > 1):
        yield "thing opening"
    elif len(span) > 1 and (last in _VENUES or first in _VENUE_OPENERS):
        yield "venue"
    if name.finder == "post":
        yield "holder of a post" if name.label == "PER" else "body of a post"
    if name.finder == "capital article" or (first in {"l'", "l’"} and span[0].text[0] == "L"):
        yield "capital article"
    if name.finder == "medium":
        yield "information"
    elif name.finder == "sigle":
        yield "institution" if name.label == "ORG" else "sigle of a thing"
    if len(span) > 1:
        if (name.label == "LOC" and first in {"centre", "région"}) or (first == "ligue" and _is_thing(span)):
            pass  # "Centre-Val de Rance", "Ligue Europa"
        elif words.ORGANISATION_OPENERS & {first, first.removesuffix("s")} or (
            first in words.NAME_ARTICLES and span[1].lower_ in words.ORGANISATION_OPENERS
        ):
            yield "opening word"
        elif last in words.LEGAL_FORMS or (last in words.COUNTRIES and _is_branch(span)):
            yield "last word"
        elif last in words.PLACE_NOUNS and span[-1].is_lower:
            yield "place word"
        elif is_first_name(first) and span[1].text[:1].isalpha():
            yield "first name"
    elif span[0].is_upper and span[0].is_alpha and 2 <= len(first) <= 6:
        yield "sigle"
    elif name.start and doc[name.start - 1].text == "#":
        pass  # words run together
    elif _INNER_CAPITAL.fullmatch(span[0].text) and not _OF_SURNAME.match(span[0].text):
        yield "inner capital"
    if name.start and name.end < len(doc) and doc[name.start - 1].text in QUOTES and doc[name.end].text in QUOTES:
        yield "in quotes"
        i = outside(doc, name)
        if (
            i > 0
            and doc[i].lower_ in {"de", "d'", "du", "des"}
            and _PRESENTED & {doc[i - 1].lower_, doc[max(0, i - 2)].lower_}
        ):
            yield "show"
    if first.endswith((".com", ".fr", ".org", ".net")) or any(t.text.endswith("+") for t in span):
        yield "last word"


def _is_visited(doc: Doc, name: Name) -> bool:
    """Whether a seat of power is where something takes place ("reçu à l'Élysée"); else the model's word counts."""
    return any(token.lower_ in _VISITS for token in doc[max(0, name.start - 3) : name.start])


def _is_thing(span: list[Token]) -> bool:
    """Whether a competition, a feast, a work of law opens or ends a name ("Ligue Europa", "Rance Grand Prix")."""
    lower = [token.lower_ for token in span]
    opens = lower[0] in words.THING_OPENERS or " ".join(lower[:2]) in words.THING_OPENERS
    if lower[0] == "stade" and len(lower) > 1:
        opens = lower[1] == "de" and lower[-1] in words.COUNTRIES  # a club but for the country's own ground
    return opens or (len(lower) > 2 and (lower[-2:] == ["grand", "prix"] or lower[-1] in _MEETINGS))


def _is_branch(span: list[Token]) -> bool:
    """Whether a country's name behind another word tells a branch: "Altaïs France", not "Nouvelle-France"."""
    return (
        span[-2].text != "-" and span[-2].is_alpha and span[-2].text[:1].isupper() and not is_first_name(span[0].text)
    )


def _is_slogan(doc: Doc, name: Name) -> bool:
    """Whether a name is written as a party's alone is: "La Rive unie" behind a leader's post."""
    return name.end - name.start > 2 and doc[name.start].text in {"La", "Les"} and not starts_sentence(doc[name.start])


def _is_epithet(doc: Doc, name: Name) -> bool:
    """Whether a name right behind a post is a body's: a sigle or a name with its article ("le député Les Rives")."""
    first = doc[name.start]
    if (first.is_upper and len(first.text) > 1) or first.lower_ in {"les", "la"}:
        return True
    return name.label == "ORG" and not is_first_name(first.text) and outside(doc, name) == name.start - 1


def _is_country(doc: Doc, name: Name) -> bool:
    """Whether a place is a country's name ("des États-Unis")."""
    return doc.span(name.start, name.end).text.lower() in words.COUNTRIES | _PLURAL_COUNTRIES


def _heads_a_firm(post: Token) -> bool:
    """Whether a general post is a firm's ("directeur général de"), and not of a town ("procureur général de")."""
    lemma = lemma_of(post)
    return lemma in words.PERSON_NOUNS and not lemma.startswith(("procureur", "avocat", "consul"))


def _street(doc: Doc, name: Name) -> Iterator[str]:
    """A street, a square, a stadium named after somebody: the noun stands right before the name."""
    i = name.start - 1
    if i >= 0 and doc[i].lower_ in words.STREET_NOUNS and not (i and doc[i - 1].lower_ in words.ADVERBIAL_PLACE):
        yield "street"


def _preposition(doc: Doc, i: int, name: Name) -> Iterator[str]:
    label = name.label
    if i < 0:
        return
    lower = doc[i].lower_.replace("’", "'")
    if lower in {"un", "une"}:
        yield "one of many"
    previous = doc[i - 1] if i else None
    of_speech = lower == "selon" or (lower == "après" and previous is not None and previous.lower_ in {"d'", "d’"})
    if of_speech or (lower == "par" and previous is not None and previous.morph.get("VerbForm", []) == ["Part"]):
        yield "source"
        yield "no place speaks"
    if lower in {"le", "la", "du", "au", "un", "une"} and doc[i].is_lower:
        yield "article before"
    if lower in words.NAME_ARTICLES and i:
        i, lower = i - 1, doc[i - 1].lower_.replace("’", "'")
    if lower in {"de", "d'", "du", "des"} and i:
        governor = lemma_of(doc[i - 1])
        general = doc[i - 1].lower_ in _GENERAL and i > 1
        if governor in _DEPUTIES and label == "PER" and name.end - name.start > 1:
            pass  # "le vice-président de Paul Roy"
        elif label == "LOC" and governor in _OF_A_STATE and _is_country(doc, name):
            pass  # "le président des États-Unis"
        elif governor in words.HEAD_OF or (general and _heads_a_firm(doc[i - 2])):
            yield "head of"
        elif governor in words.STAFF_NOUNS and not (label == "LOC" and governor in _SITED):
            yield "staff noun"
        elif governor in _LOTS and label in {"ORG", "MISC"} and not doc[name.start].is_upper:
            yield "a person's lot"
        elif governor in words.OCCASIONS and doc[i + 1].lower_ not in words.INSTITUTION_HEADS:
            yield "occasion"
        elif governor in words.OF_A_MODEL and (lower == "du" or doc[i + 1].lower_ in {"la", "le", "l'"}):
            yield "specimen"
        elif governor in words.HOME_OF:
            yield "home of a firm"
    governor = doc[i - 1].lemma_ if i else ""
    if i > 1 and doc[i - 1].lower_.startswith(("accordé", "publié", "paru", "donné", "diffusé")):
        governor = doc[i - 2].lemma_
    if governor == "site" and label == "LOC":
        return
    if governor in words.INFORMATION_NOUNS and lower in {"à", "au", "du", "de", "d'", "dans", "par", "sur"}:
        yield "information"
        return
    if lower in {"de", "d'", "du", "des"}:
        return
    if lower == "chez":
        yield "house"
    elif lower == "sur" and doc[i + 1].pos_ != "DET":
        yield "platform" if label == "MISC" else "medium"
    elif lower == "à" and label == "LOC" and governor == "succéder" and doc.span(i + 2, i + 3).text.istitle():
        yield "succeeded"
    elif lower == "en" or (lower == "à" and not _NO_PLACE & {governor, doc[i - 1].lower_ if i else ""}):
        yield "in a place"


def _age(doc: Doc, name: Name) -> Iterator[str]:
    """ "X, 49 ans" is a person, "X (240 salariés)" a firm."""
    i = name.end
    if i + 3 >= len(doc) or doc[i].text not in {",", "("} or not doc[i + 1].like_num:
        return
    following = {doc[i + 2].lower_, doc[i + 3].lower_}
    if doc[i + 2].lower_ == "ans":
        yield "age"
    elif following & {"salariés", "employés", "collaborateurs", "adhérents", "abonnés", "licenciés", "magasins"}:
        yield "staff"


def _as_subject(doc: Doc, name: Name) -> Iterator[str]:
    root = doc.span(name.start, name.end).root
    if root.dep_ not in {"nsubj", "nsubj:pass"} or root.head.i == root.i:
        return
    lemma = root.head.lemma_
    if root.head.pos_ == "NOUN" and any(child.dep_ == "cop" for child in root.head.children):
        yield from noun_kind(root.head, "after")  # "Altaïs est une start-up"
    if lemma in words.BIOGRAPHY_VERBS:
        yield "biography verb"
    elif lemma in words.SPEECH_VERBS:
        yield "speech verb"
    elif lemma in words.COMPANY_VERBS:
        yield "company verb"
    if lemma in _REVEALS and is_title_form(doc, name):
        yield from ("capital article", "medium")
    if name.label == "LOC" and not is_place_form(doc, name):
        done = {lemma, *(child.lemma_ for child in root.head.children if child.dep_ == "xcomp")}
        if done & _DEALS and root.dep_ == "nsubj":
            yield "deals"


def _acts(doc: Doc, name: Name) -> bool:
    """Whether what the model calls a product does what only a body does: announces, forbids, sues; or tells news."""
    root = doc.span(name.start, name.end).root
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    if any(child.lower_ == "plainte" for child in root.head.children) and root.dep_ == "nsubj":
        return True  # a place does not go to court
    if name.label == "LOC":
        return False
    if name.start > 1 and name.end - name.start == 1 and doc[name.start - 1].lower_ in words.TOLD_VERBS:
        return True
    if root.dep_ not in {"nsubj", "obl:agent"} or root.head.i == root.i:
        return False
    return root.dep_ == "obl:agent" or bool(
        words.ACTS & {root.head.lemma_, *(child.lemma_ for child in root.head.children if child.dep_ == "xcomp")}
    )
