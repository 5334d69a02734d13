"""Find the words that stand for something named elsewhere: pronouns, possessives, descriptions, groups.

One pass over the surface of a Doc; nothing is resolved here. Impersonal "il", reflexives, "on", relative pronouns
(the grammar's work), titles ("le ministre X"), appositions and attributes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from spacy.tokens import Doc, Token

from pipeline.descriptions import Noun, normal, noun_at
from pipeline.discourse import SAYING, Function, function_of, main_verb
from pipeline.document import DocMention, Gender
from pipeline.profiles import COPULAS, MODIFIERS, complement
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
    """The entity named in the complement ("le patron de Renault")."""
    kind: EntityKind | None = None


NOMINATIVE: Final[dict[str, tuple[Gender | None, bool]]] = {
    "il": ("Masc", False),
    "elle": ("Fem", False),
    "ils": ("Masc", True),
    "elles": ("Fem", True),
}
LATTER: Final[dict[str, tuple[Gender | None, bool]]] = {
    "celui-ci": ("Masc", False),
    "celle-ci": ("Fem", False),
    "ceux-ci": ("Masc", True),
    "celles-ci": ("Fem", True),
    "ce dernier": ("Masc", False),
    "cette dernière": ("Fem", False),
    "ces derniers": ("Masc", True),
    "ces dernières": ("Fem", True),
    "l'intéressé": ("Masc", False),
    "l'intéressée": ("Fem", False),
    "le premier nommé": ("Masc", False),
}
POSSESSIVES: Final = frozenset({"son", "sa", "ses"})
POSSESSIVES_OF_MANY: Final = frozenset({"leur", "leurs"})
FIRST_SINGULAR: Final = frozenset({"je", "j'", "me", "m'", "moi", "-je"})
FIRST_PLURAL: Final = frozenset({"nous", "-nous"})
FIRST_POSSESSIVE: Final = frozenset({"mon", "ma", "mes"})
FIRST_POSSESSIVE_OF_MANY: Final = frozenset({"notre", "nos"})
IMPERSONAL: Final = frozenset(
    """
    falloir agir pleuvoir neiger sembler paraître avérer convenir suffire importer exister rester arriver
    manquer valoir incomber advenir résulter revenir s'ensuivre ressortir
    """.split()
)
# "Il est possible que/de": an adjective or participle after a copula that takes a clause for its subject.
IMPERSONAL_ADJECTIVES: Final = frozenset(
    """
    possible impossible important nécessaire essentiel probable improbable clair évident vrai faux temps
    question difficile facile inutile utile urgent préférable indispensable interdit permis prévu normal logique
    certain regrettable dommage rare fréquent hors inadmissible inacceptable inconcevable légitime indéniable
    heure bon prématuré tard tôt minuit midi conseillé recommandé demandé reproché proposé écrit impératif
    souhaitable primordial fondamental exclu rappelé rare courant étonnant surprenant curieux étrange notoire
    crucial vital
    """.split()
)
# Verbs whose "le"/"l'" is mostly a clause ("il l'a confirmé"), not a thing or a person.
CLAUSAL: Final = SAYING | frozenset(
    """
    savoir faire vouloir pouvoir être croire comprendre voir imaginer devoir prouver montrer entendre sembler
    mériter
    """.split()
)
_OBJECTS_OF_SAYING: Final = frozenset(
    """
    accuser critiquer appeler interroger menacer défendre saluer louer féliciter soutenir encourager tancer
    tacler
    """.split()
)
# Where "y" and "en" stand for an organisation: the verb (or the post) takes it as a place or an origin.
PLACE_VERBS: Final[dict[str, frozenset[str]]] = {
    "y": frozenset(
        """
    travailler investir créer fonder entrer rester officier occuper exercer siéger retourner jouer signer
    débuter intégrer devenir enseigner étudier diriger adhérer former rencontrer injecter détenir posséder
    passer arriver demeurer effectuer évoluer militer participer
    """.split()
    ),
    "en": frozenset(
        """
    devenir être rester diriger prendre quitter partir démissionner retirer détenir posséder assurer contrôler
    présider confier céder racheter acquérir sortir exclure évincer écarter prendre nommer rester claquer
    """.split()
    ),
}
_POST_WORDS: Final = frozenset(
    """
    direction présidence tête contrôle rênes commandes capital parts actions vice-présidence gouvernance
    propriété
    """.split()
)
GROUP_NOUNS: Final[dict[str, tuple[int, EntityKind | None]]] = {
    "duo": (2, "Person"),
    "tandem": (2, "Person"),
    "couple": (2, "Person"),
    "binôme": (2, "Person"),
    "trio": (3, "Person"),
    "quatuor": (4, "Person"),
}
NUMBERS: Final = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
_PARTNERS: Final[dict[str, EntityKind | None]] = {
    "partenaires": None,
    "parties": None,
    "rivaux": None,
    "concurrents": None,
    "camps": None,
    "alliés": None,
    "pays": None,
    "acteurs": None,
    "structures": "Organisation",
    "entités": "Organisation",
    "hommes": "Person",
    "femmes": "Person",
    "associés": "Person",
    "amis": "Person",
    "responsables": "Person",
    "frères": "Person",
    "sœurs": "Person",
    "géants": "Organisation",
}
_DEFINITE: Final = frozenset({"le", "la", "l'", "ce", "cet", "cette", "du", "au"})
_DEFINITE_PLURAL: Final = frozenset({"les", "ces", "des", "aux"})
# Before a name, these make it a complement of the noun, not its apposition ("le patron de Renault").
_INSIDE: Final = frozenset("de d' du des la le l' les à au aux chez en par sur -".split())
_MARKET: Final = frozenset({"marché", "secteur", "mondial"})
_CLITICS: Final = frozenset({"le", "la", "l'", "les"})


def find(doc: Doc, covered: dict[int, DocMention]) -> list[Anaphor]:
    """Every anaphor of a Doc in text order; ``covered`` tells which tokens belong to names (see ``mention_index``)."""
    found: list[Anaphor] = []
    taken = -1
    for token in doc:
        if token.i <= taken or token.i in covered or token.is_space:
            continue
        for anaphor in _at(doc, token, covered):
            found.append(anaphor)
            taken = anaphor.end - 1 if anaphor.sort in ("latter", "group") else anaphor.start
    return found


def _at(doc: Doc, token: Token, covered: dict[int, DocMention]) -> Iterator[Anaphor]:
    word = normal(token.text)
    plain = word.lstrip("-").removeprefix("t-")
    latter = _latter(doc, token)
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
    elif word in FIRST_SINGULAR | FIRST_PLURAL | FIRST_POSSESSIVE | FIRST_POSSESSIVE_OF_MANY:
        form: MentionForm = "possessive" if word in FIRST_POSSESSIVE | FIRST_POSSESSIVE_OF_MANY else "pronoun"
        plural = word in FIRST_PLURAL | FIRST_POSSESSIVE_OF_MANY
        yield Anaphor(token.i, token.i + 1, token.i, "first", form, plural=plural)
    else:
        group = _group(doc, token, word)
        if group is not None:
            yield group
            return
        if word in _CLITICS and token.pos_ != "DET" and _before_verb(doc, token.i):
            yield from _accusative(doc, token, word)
        elif word in _DEFINITE or word in _DEFINITE_PLURAL:
            yield from _description(doc, token, word, covered)


def _latter(doc: Doc, token: Token) -> Anaphor | None:
    for length in (1, 2, 3):
        if token.i + length > len(doc):
            break
        found = LATTER.get(normal(doc[token.i : token.i + length].text))
        if found is not None and not _is_adjective_use(doc, token.i + length):
            head = token.i + length - 1
            form: MentionForm = "pronoun" if length == 1 else "description"
            function = _surface_function(doc, token.i, head)
            verb = _verb_index(doc, head) if function == "subject" else None
            return Anaphor(token.i, token.i + length, head, "latter", form, *found, function=function, verb=verb)
    return None


def _is_adjective_use(doc: Doc, after: int) -> bool:
    """Whether "ces dernières" goes on to a noun ("ces dernières semaines")."""
    return after < len(doc) and doc[after].pos_ in ("NOUN", "NUM") and doc[after].lower_ != "a"


def _nominative(doc: Doc, token: Token, plain: str, inverted: bool) -> Iterator[Anaphor]:
    gender, plural = NOMINATIVE[plain]
    before = normal(doc[token.i - 1].text) if token.i else ""
    after = normal(doc[token.i + 1].text) if token.i + 1 < len(doc) else ""
    if after in ("-même", "-mêmes") or plain.endswith("-même"):
        return
    strong = plain in ("elle", "elles") and not inverted and doc[token.i - 1].pos_ == "ADP" if token.i else False
    if strong:
        yield Anaphor(token.i, token.i + 1, token.i, "strong", "pronoun", gender, plural, _strong_function(before))
        return
    verb = _inverted_verb(doc, token.i) if inverted else main_verb(doc, token.i)
    if plain == "il" and _impersonal(doc, token.i, verb, inverted):
        return
    at = verb.i if verb is not None else None
    yield Anaphor(token.i, token.i + 1, token.i, "subject", "pronoun", gender, plural, "subject", at, inverted=inverted)


def _inverted_verb(doc: Doc, index: int) -> Token | None:
    """The verb of an inverted subject: "a-t-il déclaré" leads on to the participle."""
    before = next((doc[i] for i in range(index - 1, max(index - 4, -1), -1) if doc[i].pos_ in ("VERB", "AUX")), None)
    if before is not None and before.lemma_ in ("avoir", "être"):
        return next((t for t in doc[index + 1 : index + 4] if t.pos_ in ("VERB", "ADJ")), before)
    return before


def _impersonal(doc: Doc, index: int, verb: Token | None, inverted: bool) -> bool:
    window = [normal(token.text) for token in doc[index + 1 : index + 5]]
    if (
        not inverted and window[:2] in (["y", "a"], ["y", "avait"], ["y", "aura"], ["y", "ait"], ["n'y", "a"])
    ) or window[:3] in (
        ["n'", "y", "a"],
        ["n'", "y", "avait"],
        ["n'", "y", "aura"],
        ["n'", "en", "est"],
        ["en", "est", "de"],
    ):
        return True
    if "y" in window[:2] and any(word in ("avoir", "a", "avait", "aura", "aurait", "eu") for word in window[1:4]):
        return True
    if (
        inverted
        and index >= 2
        and normal(doc[index - 1].text) in ("a", "-t")
        and "y" in (normal(doc[index - 2].text), normal(doc[index - 3].text))
    ):
        return True
    if verb is None:
        return False
    if verb.lemma_ in IMPERSONAL and not (
        verb.lemma_ in ("rester", "revenir", "arriver", "sembler", "paraître", "agir")
        and not _clause_follows(doc, verb)
    ):
        return True
    if verb.lemma_ in SAYING and doc[verb.i - 1].lemma_ == "être" and _clause_follows(doc, verb):
        return True
    return verb.lower_ in IMPERSONAL_ADJECTIVES and (_clause_follows(doc, verb) or verb.lower_ in ("temps", "question"))


def _clause_follows(doc: Doc, verb: Token) -> bool:
    following = [normal(token.text) for token in doc[verb.i + 1 : verb.i + 4]]
    reflexive = verb.i > 0 and normal(doc[verb.i - 1].text) in ("s'", "se")
    if verb.lemma_ == "agir":
        return reflexive
    return any(word in ("que", "qu'", "de", "d'", "à") for word in following[:2])


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
        plural=word in POSSESSIVES_OF_MANY,
        function=function,
        verb=noun.i if noun is not None else None,
    )


def _before_verb(doc: Doc, index: int) -> bool:
    for token in doc[index + 1 : index + 3]:
        if token.pos_ in ("VERB", "AUX"):
            return "Part" not in token.morph.get("VerbForm", []) or token.pos_ == "AUX"
        if normal(token.text) not in ("y", "en", "lui", "leur", "l'", "a", "avait"):
            return False
    return False


def _dative(doc: Doc, token: Token, word: str) -> Iterator[Anaphor]:
    following = normal(doc[token.i + 1].text) if token.i + 1 < len(doc) else ""
    if following.startswith("-même") or (word == "leur" and not _before_verb(doc, token.i)):
        return
    before = normal(doc[token.i - 1].text) if token.i else ""
    clitic = word != "eux" and _before_verb(doc, token.i) and (token.i == 0 or doc[token.i - 1].pos_ != "ADP")
    gender: Gender | None = None if clitic else "Masc"
    if clitic:
        verb = main_verb(doc, token.i)
        index = verb.i if verb is not None else None
        yield Anaphor(token.i, token.i + 1, token.i, "clitic", "pronoun", gender, word != "lui", "object", index)
    else:
        yield Anaphor(
            token.i, token.i + 1, token.i, "strong", "pronoun", gender, word != "lui", _strong_function(before)
        )


def _strong_function(case: str) -> Function:
    return "source" if case == "selon" else "agent" if case == "par" else "oblique"


def _accusative(doc: Doc, token: Token, word: str) -> Iterator[Anaphor]:
    verb = main_verb(doc, token.i)
    if verb is None or (word in ("le", "l'") and verb.lemma_ in CLAUSAL - _OBJECTS_OF_SAYING):
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
    if word == "l'" and feminine and "Part" in verb.morph.get("VerbForm", []):
        gender = "Fem"
    yield Anaphor(token.i, token.i + 1, token.i, "clitic", "pronoun", gender, word == "les", "object", verb.i)


def _place(doc: Doc, token: Token, word: str) -> Iterator[Anaphor]:
    if token.pos_ not in ("PRON", "ADV"):
        return
    verb = main_verb(doc, token.i)
    if verb is None or not _before_verb(doc, token.i):
        return
    window = [normal(t.text) for t in doc[verb.i : verb.i + 6]]
    posts = any(noun.kind == "Person" for t in doc[verb.i : verb.i + 5] for noun in noun_at(doc, t.i))
    if word == "en" and not (
        posts
        or _POST_WORDS & set(window)
        or verb.lemma_ in ("démissionner", "retirer", "évincer", "exclure", "écarter")
    ):
        return
    if (verb.lemma_ not in PLACE_VERBS[word] and not posts) or (word == "y" and "a" in window[:1] and not posts):
        return
    yield Anaphor(
        token.i, token.i + 1, token.i, "place", "pronoun", None, False, "oblique", verb.i, kind="Organisation"
    )


def _group(doc: Doc, token: Token, word: str) -> Anaphor | None:
    """ "Les deux hommes", "le duo", "tous deux", "les deux entreprises", "les deux partenaires"."""
    index = token.i
    if word in ("tous", "toutes") and index + 1 < len(doc) and doc[index + 1].lower_ in ("deux", "trois"):
        count = NUMBERS[doc[index + 1].lower_]
        return Anaphor(index, index + 2, index + 1, "group", "description", None, True, "subject", count=count)
    if index + 1 >= len(doc):
        return None
    following = doc[index + 1]
    if word in ("le", "ce", "du", "au") and following.lower_ in GROUP_NOUNS:
        number, kind = GROUP_NOUNS[following.lower_]
        function = function_of(following)
        return Anaphor(
            index, index + 2, index + 1, "group", "description", None, True, function, count=number, kind=kind
        )
    if word not in _DEFINITE_PLURAL or following.lower_ not in NUMBERS or index + 2 >= len(doc):
        return None
    noun = index + 2
    while noun < min(index + 4, len(doc) - 1) and doc[noun].pos_ == "ADJ" and not noun_at(doc, noun):
        noun += 1
    readings = tuple(n for n in noun_at(doc, noun) if n.plural or n.lemma.endswith(("s", "x")))
    partner = _PARTNERS.get(doc[noun].lower_, "none") if doc[noun].lower_ in _PARTNERS else "none"
    if not readings and partner == "none":
        return None
    length = readings[0].length if readings else 1
    plural_kind: EntityKind | None = readings[0].kind if readings else None
    if partner != "none":
        plural_kind, readings = _PARTNERS[doc[noun].lower_], ()
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


def _description(doc: Doc, token: Token, word: str, covered: dict[int, DocMention]) -> Iterator[Anaphor]:
    index = token.i + 1
    start = index
    while index < min(start + 3, len(doc)) and index not in covered:
        readings = noun_at(doc, index)
        if readings and not (normal(doc[index].text) in MODIFIERS and index + 1 < len(doc) and noun_at(doc, index + 1)):
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
    plural = word in _DEFINITE_PLURAL
    if plural:
        return
    readings = tuple(noun for noun in readings if not noun.plural)
    end = index + (readings[0].length if readings else 1)
    if (
        not readings
        or any(i in covered for i in range(index, end))
        or (doc[index].text[0].isupper() and not doc[index].text.isupper())
    ):
        return
    kinds = {noun.kind for noun in readings}
    if _is_predicate(doc, token.i) or _is_title(doc, token.i, end, kinds, covered):
        return
    shown: Gender | None = (
        "Fem" if word in ("la", "cette") else "Masc" if word in ("le", "ce", "cet", "du", "au") else None
    )
    gender = None if readings[0].fixed else readings[0].gender or shown or _adjective_gender(doc, start, end)
    function = _surface_function(doc, token.i, index)
    verb = _verb_index(doc, end - 1) if function == "subject" else None
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
    )


def _body(doc: Doc, end: int, covered: dict[int, DocMention]) -> int | None:
    for token in doc[end : end + 5]:
        if token.i in covered:
            entities = covered[token.i].entities
            return entities[0] if len(entities) == 1 else None
        if token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
            return None
    return None


def _surface_function(doc: Doc, start: int, head: int) -> Function:
    """The parser's function, but whatever opens its sentence before a verb is a subject."""
    before = doc[start - 1] if start else None
    opens = before is None or before.is_space or before.text in (".", "!", "?", "»")
    following = doc[head + 1] if head + 1 < len(doc) else None
    if opens and following is not None and following.pos_ in ("VERB", "AUX"):
        return "subject"
    if before is not None and before.lower_ == "selon":
        return "source"
    return function_of(doc[head])


def _verb_index(doc: Doc, head: int) -> int | None:
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


def _is_title(doc: Doc, determiner: int, end: int, kinds: set[EntityKind], covered: dict[int, DocMention]) -> bool:
    """Whether a name stands in apposition: "le patron de Renault, X,", "X, le patron de Renault", "la société X"."""
    before = determiner - 1
    if before >= 1 and doc[before].text in (",", "(", "—", "–") and before - 1 in covered and doc[before].text != ".":
        closing = next((t.text for t in doc[end : end + 12] if t.is_punct and t.text not in ("-", '"')), "")
        verb = next((t for t in doc[end : end + 12] if t.pos_ in ("VERB", "AUX")), None)
        comma = next((t.i for t in doc[end : end + 12] if t.is_punct and t.text not in ("-", '"')), len(doc))
        relative = end < len(doc) and normal(doc[end].text) in ("qui", "que", "qu'", "dont", "où")
        if relative:
            return True
        if closing in (",", ")", ".", "—", "–", ";") and (verb is None or comma < verb.i):
            return True
    index, limit = end, min(end + 10, len(doc))
    while index < limit:
        token = doc[index]
        if index in covered:
            preceded = normal(doc[index - 1].text)
            if preceded in _INSIDE:
                index = covered[index].end
                continue
            if covered[index].form == "name" and preceded == ",":
                after = covered[index].end
                return (
                    after >= len(doc)
                    or doc[after].text in (",", ".", ")", ";", ":", "»", '"', "(")
                    or doc[after].is_space
                )
            return index == end or preceded not in ("et", "ou")
        if token.is_space or token.pos_ in ("VERB", "AUX", "SCONJ", "PRON"):
            return False
        if token.is_punct and token.text not in (",", "-", "(", ")", '"', "«", "»"):
            return False
        if token.text == "," and index + 1 not in covered and index + 2 not in covered:
            return False
        index += 1
    return False
