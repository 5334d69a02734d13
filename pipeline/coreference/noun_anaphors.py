"""Find descriptions and groups that stand for something named elsewhere ("le milliardaire", "les deux hommes").

Titles ("le ministre X"), appositions and attributes are left out: they tell something of a name beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.coreference.anaphor_words import GROUP_NOUNS, NUMBERS, PARTNERS
from pipeline.coreference.appositions import follows_name, name_after
from pipeline.coreference.descriptions import Noun, formerly, is_former, normal, noun_at
from pipeline.coreference.discourse import Function, function_of, main_verb
from pipeline.coreference.profiles import COPULAS, MODIFIERS, complement
from pipeline.document import DocMention, Gender
from pipeline.parsed import Doc, Token
from pipeline.schema import EntityKind, MentionForm

Sort = Literal["subject", "clitic", "strong", "place", "latter", "possessive", "description", "group", "first"]


@dataclass(frozen=True)
class Anaphor:
    """Words to be resolved, with what their own form demands of the referent."""

    start: int
    end: int
    head: int
    sort: Sort
    form: MentionForm
    gender: Gender | None = None
    plural: bool = False
    function: Function = "oblique"
    verb: int | None = None
    """The token of the verb (or, for a possessive, of the noun) that makes demands."""
    nouns: tuple[Noun, ...] = ()
    count: int | None = None
    """How many members a group has ("les deux hommes": 2)."""
    inverted: bool = False
    complement: frozenset[str] = frozenset()
    body: int | None = None
    """The entity named in the complement ("le patron de Nébula")."""
    kind: EntityKind | None = None
    named: tuple[int, ...] = ()
    """Of a description: who is named in apposition, farther than the grammar reads a title."""


DEFINITE: Final = frozenset({"le", "la", "l'", "ce", "cet", "cette", "du", "au"})
DEFINITE_PLURAL: Final = frozenset({"les", "ces", "des", "aux"})
FAR: Final = 5
"""Tokens between a description and a name in apposition from which the description is a mention of its own."""
# "La première femme à …", "l'autre ministre" introduce somebody rather than take up what is known.
_SINGLING: Final = frozenset("premier première seul seule autre prochain prochaine même second seconde".split())
_MARKET: Final = frozenset({"marché", "secteur", "mondial"})


def group_at(doc: Doc, token: Token, word: str) -> Anaphor | None:
    """ "Les deux hommes", "le duo", "tous deux", "les deux entreprises", "les deux partenaires"."""
    index = token.i
    if word in ("tous", "toutes") and index + 1 < len(doc) and doc[index + 1].lower_ in ("deux", "trois"):
        count = NUMBERS[doc[index + 1].lower_]
        return Anaphor(index, index + 2, index + 1, "group", "description", None, True, "subject", count=count)
    if index + 1 >= len(doc):
        return None
    following = doc[index + 1]
    if word in ("le", "ce", "du", "au") and following.lower_ in GROUP_NOUNS:
        if index + 2 < len(doc) and doc[index + 2].lower_ in ("de", "d'", "d’"):
            return None
        number, kind = GROUP_NOUNS[following.lower_]
        function = function_of(following)
        return Anaphor(
            index, index + 2, index + 1, "group", "description", None, True, function, count=number, kind=kind
        )
    if word not in DEFINITE_PLURAL or following.lower_ not in NUMBERS or index + 2 >= len(doc):
        return None
    noun = index + 2
    while noun < min(index + 4, len(doc) - 1) and doc[noun].pos_ == "ADJ" and not noun_at(doc, noun):
        noun += 1
    readings = tuple(n for n in noun_at(doc, noun) if n.plural or n.lemma.endswith(("s", "x")))
    partner = PARTNERS.get(doc[noun].lower_, "none") if doc[noun].lower_ in PARTNERS else "none"
    if not readings and partner == "none":
        return None
    length = readings[0].length if readings else 1
    plural_kind: EntityKind | None = readings[0].kind if readings else None
    if partner != "none":
        plural_kind, readings = PARTNERS[doc[noun].lower_], ()
    gender: Gender | None = "Fem" if doc[noun].lower_ == "femmes" else "Masc" if doc[noun].lower_ == "hommes" else None
    return Anaphor(
        index,
        noun + length,
        noun,
        "group",
        "description",
        gender,
        True,
        function_of(doc[noun]),
        nouns=readings,
        count=NUMBERS[following.lower_],
        kind=plural_kind,
    )


def description_at(
    doc: Doc, token: Token, word: str, covered: dict[int, DocMention], people: frozenset[int]
) -> Iterator[Anaphor]:
    """The description that a determiner at ``token`` opens, if any ("le milliardaire", "l'ancien ministre").

    ``people`` are the entities that are persons.
    """
    index = token.i + 1
    start = index
    while index < min(start + 3, len(doc)) and index not in covered:
        readings = noun_at(doc, index)
        joined = bool(readings) and readings[0].length > 1
        modifies = normal(doc[index].text) in MODIFIERS and index + 1 < len(doc) and noun_at(doc, index + 1)
        if readings and (joined or not modifies):
            break
        if (
            normal(doc[index].text) not in MODIFIERS
            and doc[index].pos_ not in ("ADJ", "NUM")
            and doc[index].text != "-"
        ):
            return
        index += 1
    else:
        return
    if any(normal(t.text) in _SINGLING for t in doc[start:index]):
        return
    if doc[index].lower_ == "milieu" and normal(doc.span(index, index + 3).text) != "milieu de terrain":
        return
    if index == start and _is_set_phrase(doc, word, index):
        return
    if word in DEFINITE_PLURAL:
        return
    readings = tuple(noun for noun in readings if not noun.plural)
    if any(is_former(token) for token in doc[start:index]):
        readings = tuple(formerly(noun) for noun in readings)
    end = index + (readings[0].length if readings else 1)
    kinds = {noun.kind for noun in readings}
    office = kinds == {"Person"}
    named_within = any(i in covered for i in range(index, end)) and not (office and end > index + 1)
    capital = doc[index].text[0].isupper() and not doc[index].text.isupper() and not office
    if not readings or named_within or capital:  # "le chef de l'Etat", "le Premier ministre", but no "la Chambre"
        return
    if _is_predicate(doc, token.i) or follows_name(doc, token.i, end, covered):
        return
    named = name_after(doc, token.i, end, kinds, covered, people)
    if named is not None and (named.start < end + FAR or not people & set(named.entities)):
        return
    shown: Gender | None = (
        "Fem" if word in ("la", "cette") else "Masc" if word in ("le", "ce", "cet", "du", "au") else None
    )
    gender = None if readings[0].fixed else readings[0].gender or shown or _adjective_gender(doc, start, end)
    function = surface_function(doc, token.i, index)
    verb = verb_index(doc, end - 1) if function == "subject" else None
    words = complement(doc, end)
    if words & _MARKET:
        readings = tuple(noun for noun in readings if noun.kind == "Organisation") or readings
    yield Anaphor(
        token.i,
        end,
        index,
        "description",
        "description",
        gender,
        False,
        function,
        verb,
        readings,
        complement=words,
        body=_body(doc, end, covered),
        named=named.entities if named is not None else (),
    )


def _is_set_phrase(doc: Doc, word: str, index: int) -> bool:
    """Whether a noun has another sense here: "dans le cadre", "au milieu", "la société civile"."""
    noun = doc[index].lower_
    after = normal(doc[index + 1].text) if index + 1 < len(doc) else ""
    if noun == "cadre" or (word == "au" and noun == "quotidien" and after not in ("de", "du", "d'", "des")):
        return True
    if noun == "figure" and index >= 2 and normal(doc[index - 2].text) == "à":
        return True
    return after in _OTHER_SENSES.get(noun, ())


_OTHER_SENSES: Final[dict[str, frozenset[str]]] = {
    "société": frozenset({"civile"}),
    "administration": frozenset({"fiscale", "américaine", "pénitentiaire", "judiciaire"}),
    "autorité": frozenset({"publique", "judiciaire", "parentale"}),
    "chef": frozenset({"d'accusation", "-d'oeuvre"}),
}


def _body(doc: Doc, end: int, covered: dict[int, DocMention]) -> int | None:
    for token in doc[end : end + 8]:
        if token.i in covered:
            entities = covered[token.i].entities
            return entities[0] if len(entities) == 1 else None
        if token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
            return None
    return None


def surface_function(doc: Doc, start: int, head: int) -> Function:
    """The parser's function, but whatever opens its sentence before a verb is a subject."""
    before = doc[start - 1] if start else None
    opens = before is None or before.is_space or before.text in (".", "!", "?", "»")
    following = doc[head + 1] if head + 1 < len(doc) else None
    if opens and following is not None and following.pos_ in ("VERB", "AUX"):
        return "subject"
    if before is not None and before.lower_ == "selon":
        return "source"
    return function_of(doc[head])


def verb_index(doc: Doc, head: int) -> int | None:
    """The token of the verb that follows a subject, if there is one near."""
    verb = main_verb(doc, head)
    return verb.i if verb is not None else None


def _adjective_gender(doc: Doc, start: int, end: int) -> Gender | None:
    for token in [*doc[start:end], *doc[end : end + 1]]:
        gender = token.morph.get("Gender", []) if token.pos_ == "ADJ" else []
        if gender and token.lower_.endswith(
            ("enne", "ive", "ère", "aine", "ée", "elle", "oise", "aise", "euse", "ale")
        ):
            return "Fem"
        if gender and token.lower_.endswith(("ien", "if", "er", "ain", "é", "el", "ois", "ais", "eux", "al")):
            return "Masc"
    return None


def _is_predicate(doc: Doc, determiner: int) -> bool:
    """Whether a noun phrase is said of a subject ("X est le patron", "nommé directeur", "en tant que le …")."""
    for token in reversed(list(doc[max(determiner - 3, 0) : determiner])):
        if token.lemma_ in COPULAS:
            return True
        if token.pos_ not in ("ADV", "AUX") and token.lower_ not in ("pas", "aussi", "toujours", "désormais", "été"):
            return token.lower_ in ("comme", "-ce")
    return False
