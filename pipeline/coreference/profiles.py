"""What one article tells about each of its entities: gender, number, and the nouns it uses for them.

Evidence is read off the surface around each name, because the parser's apposition is weak: the noun before a name
("le milliardaire X", "le ministre de l'Économie, X"), the apposition after it ("X, une start-up parisienne"),
the attribute ("X est le patron de …"), titles (M., Mme), the agreement of participles, and the first name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from pipeline.coreference.appositions import REACH as APPOSITION_REACH
from pipeline.coreference.appositions import TITLE_PARTICIPLES
from pipeline.coreference.describing_nouns import FORMER
from pipeline.coreference.descriptions import Noun, formerly, is_former, noun_at
from pipeline.coreference.person_gender import TITLES, first_name_gender
from pipeline.coreference.profile import Profile, bodies_led, from_citation, from_context, from_name
from pipeline.document import DocMention, Document, Gender, NamedEntity
from pipeline.parsed import Doc, Token
from pipeline.schema import EntityKind

FEMININE_ARTICLES: Final = frozenset({"la", "cette", "une"})
MASCULINE_ARTICLES: Final = frozenset({"le", "ce", "cet", "un", "du", "au"})
LINKS: Final = frozenset("de d' d’ du des chez à au aux la le l' l’ les".split())
COPULAS: Final = frozenset({"être", "devenir", "rester", "demeurer"})
_LEADING: Final = frozenset("diriger présider fonder cofonder".split())
_NAMING: Final = frozenset({"nommer", "élire", "réélire", "désigner", "comme", "promouvoir", "sacrer"})
MODIFIERS: Final = frozenset(
    """
    un une le la l' l’ ce cette cet ancien ancienne ex- ex nouveau nouvelle nouvel futur future jeune actuel
    actuelle grand grande premier première célèbre riche puissant puissante richissime petit petite principal
    principale désormais également actuellement aussi alors toujours son sa leur autre par très de comme jadis
    autrefois par ailleurs longtemps ainsi encore plus maintenant vieux vieille charismatique influent influente
    ambitieux ambitieuse
    """.split()
)


def profiles(document: Document) -> dict[int, Profile]:
    """Read what the article tells about every entity, from hints and from the words around its names."""
    doc = document.doc
    found = {entity.id: from_name(entity) for entity in document.entities}
    votes: dict[int, Counter[Gender]] = {entity.id: Counter() for entity in document.entities}
    owner = mention_index(document.mentions)
    for mention in document.mentions:
        if mention.form != "name" or len(mention.entities) != 1:
            continue
        named = mention.entities[0]
        profile = found[named]
        _from_left(doc, mention, profile, votes[named], owner)
        for noun, start in _appositions(doc, mention, profile):
            _tell(doc, named, profile, noun, start, votes[named], owner)
        if profile.kind == "Organisation" and not profile.families:
            from_context(doc, mention, profile)
            from_citation(doc, mention, profile)
        if profile.kind == "Person":
            _from_leading(doc, mention, profile, owner)
            _from_agreement(doc, mention, votes[named])
    for served, family in bodies_led(found):
        found[served].families.add(family)
    for entity in document.entities:
        _settle_gender(entity, found[entity.id], votes[entity.id])
    return found


def mention_index(mentions: Iterable[DocMention]) -> dict[int, DocMention]:
    """Which mention covers a token."""
    return {index: mention for mention in mentions for index in range(mention.start, mention.end)}


def complement(doc: Doc, after: int, limit: int = 9) -> frozenset[str]:
    """Content words of the complement that follows a noun ("de la Ligue" → {"ligue"}); empty when there is none."""
    words: set[str] = set()
    for token in doc[after : after + limit]:
        if (token.is_punct and token.text not in ("-", "'")) or token.is_space:
            break
        if token.pos_ in ("VERB", "AUX", "PRON") or token.lower_ in ("qui", "que", "qu'", "dont", "où", "et", "a", "à"):
            break
        if not words and token.i == after and token.lower_ not in ("de", "du", "des", "d'", "d’"):
            if token.pos_ == "ADJ":
                words.add(token.lower_)
            break
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "X", "NUM") and token.lower_ not in ("république",):
            words.add(token.lower_)
    return frozenset(words)


def _tell(
    doc: Doc,
    named: int,
    profile: Profile,
    noun: Noun,
    start: int,
    votes: Counter[Gender],
    owner: dict[int, DocMention],
) -> None:
    end = start + noun.length
    if start and is_former(doc[start - 1]):
        noun = formerly(noun)
    profile.told.setdefault(noun.lemma, set()).update(complement(doc, end))
    profile.families.add(noun.family)
    profile.told_at.update(range(start, end))
    if noun.gender is not None:
        votes[noun.gender] += 2
    if profile.kind == "Person":
        for index in range(end, min(end + 6, len(doc))):
            if index in owner and owner[index].entities != (named,):
                profile.serves.update(owner[index].entities[:1])
                break
            if index in owner or doc[index].is_punct or doc[index].pos_ in ("VERB", "AUX"):
                break


def _from_left(
    doc: Doc, mention: DocMention, profile: Profile, votes: Counter[Gender], owner: dict[int, DocMention]
) -> None:
    left = mention.start - 1
    if left < 0:
        return
    previous = doc[left].lower_
    if profile.kind == "Person" and (previous in TITLES or doc[mention.start].lower_ in TITLES):
        votes[TITLES.get(previous) or TITLES[doc[mention.start].lower_]] += 4
        return
    if profile.kind == "Organisation":
        if previous in FEMININE_ARTICLES:
            votes["Fem"] += 2
        elif previous in MASCULINE_ARTICLES:
            votes["Masc"] += 2
        elif previous in ("les", "aux", "des"):
            profile.plural = True
    loose = False
    if doc[left].text == ",":
        after = doc[mention.end].text if mention.end < len(doc) else "."
        loose = after not in (",", ".", ")", ";", ":") and doc[mention.start].dep_ != "appos"
        left -= 1
    for position in range(left, max(left - APPOSITION_REACH, -1), -1):
        start = position
        token = doc[start]
        if (
            (token.is_punct and token.text not in ("-", "(", ")", STRAIGHT_QUOTE))
            or token.is_space
            or token.pos_ in ("AUX",)
        ):
            return
        if token.pos_ == "VERB" and not noun_at(doc, start) and token.lower_ not in TITLE_PARTICIPLES:
            return
        if start in owner and start == left and doc[owner[start].start - 1].lower_ not in LINKS:
            return
        if start in owner:
            continue
        start, nouns = _longest_noun(doc, start)
        for noun in nouns:
            if noun.kind != profile.kind or noun.plural:
                continue
            before = doc[start - 1].lower_ if start else ""
            reach = start + noun.length
            gap = doc[reach : left + 1]
            if not _bridges(gap) or (loose and not _opens(doc, start)):
                continue
            _tell(doc, mention.entities[0], profile, noun, start, votes, owner)
            if noun.lemma == "président" and reach == mention.start:
                # "Le président X", of nothing named, is mostly a head of state.
                left_it = (start and is_former(doc[start - 1])) or doc[start].lower_.startswith("ex-")
                former = FORMER if left_it else ""
                profile.told.setdefault(former + "président de la république", set())
            for index in range(max(start - 2, 0), start):
                if doc[index].lower_ in ("la", "une", "cette"):
                    votes["Fem"] += 2
                elif doc[index].lower_ in ("le", "un", "ce") and before not in ("de",):
                    votes["Masc"] += 1
            return


def _opens(doc: Doc, noun: int) -> bool:
    """Whether a noun phrase opens its sentence, so that a name after its comma can only be in apposition to it."""
    first = next((t for t in reversed(doc[max(noun - 3, 0) : noun]) if t.lower_ not in MODIFIERS), None)
    return first is None or first.is_space or first.text in (".", "!", "?", "»")


def _longest_noun(doc: Doc, index: int) -> tuple[int, tuple[Noun, ...]]:
    """The noun that covers a token, read from as far left as it reaches ("directrice [générale]")."""
    for start in range(max(index - 3, 0), index):
        nouns = noun_at(doc, start)
        if nouns and start + nouns[0].length > index:
            return start, nouns
    return index, noun_at(doc, index)


STRAIGHT_QUOTE: Final = '"'


# What these open is told of something else: "la présidente d'Altaïs par une allusion au débat X".
_AWAY: Final = frozenset("par avec contre sans vers entre selon pendant depuis après avant lors que qu' un une".split())


def _is_complement(tokens: list[Token]) -> bool:
    """Whether a name after these words is the complement of the noun before them: "proche de l'énigmatique X"."""
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].pos_ != "ADJ"), -1)
    return last >= 0 and last < len(tokens) - 1 and tokens[last].pos_ in ("DET", "ADP")


def _bridges(gap: Iterable[Token]) -> bool:
    """Whether the words between a noun and a name can be that noun's complements ("le ministre [de l'Économie] X")."""
    tokens = [token for token in gap if token.lower_ not in TITLE_PARTICIPLES]
    if not tokens:
        return True
    if any(token.lower_ in _AWAY for token in tokens) or _is_complement(tokens):
        return False
    if any(token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") for token in tokens):
        return False
    return all(t.pos_ == "ADJ" or t.is_punct for t in tokens) or (
        tokens[0].pos_ in ("ADP", "ADJ") and tokens[-1].pos_ not in ("ADP", "DET")
    )


def _appositions(doc: Doc, mention: DocMention, profile: Profile) -> list[tuple[Noun, int]]:
    """Nouns told after the name: "X, une start-up", "X (PDG de Y)", "X est le patron", "X a été nommé directeur"."""
    index = mention.end
    if index >= len(doc):
        return []
    found: list[tuple[Noun, int]] = []
    if doc[index].text in (",", "(", "—", "–"):
        run = _noun_run(doc, index + 1, profile.kind)
        if run and doc[index + 1].lower_ in _DEFINITE and not _closes(doc, run[-1][1]):
            return []
        found.extend(run)
    elif (verb := _predicate_start(doc, index)) is not None:
        found.extend(_noun_run(doc, verb, profile.kind))
    return found


_DEFINITE: Final = frozenset({"le", "la", "l'", "l’"})


def _closes(doc: Doc, index: int) -> bool:
    """Whether punctuation comes before the next verb: else "selon X, le patron a dit" would be an apposition."""
    for token in doc[index + 1 : index + 16]:
        if token.is_punct and token.text not in ("-", STRAIGHT_QUOTE):
            return True
        if token.i == doc[index].head.i and doc[index].dep_.startswith("nsubj"):
            return False
        if token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", []):
            return False
        if token.is_space or token.lower_ in ("qui", "que", "qu'", "dont"):
            return True
    return False


def _predicate_start(doc: Doc, index: int) -> int | None:
    named = copula = False
    for token in doc[index : index + 6]:
        if token.lemma_ in COPULAS or token.lemma_ in _NAMING:
            copula = True
            named = named or token.lemma_ in _NAMING
            continue
        if token.lower_ in ("n'", "n’", "ne", "pas", "jamais"):
            return None
        if token.pos_ == "AUX" or token.lower_ in ("été", "également", "aussi", "désormais", "y", "en"):
            continue
        return token.i if copula else None
    return None


def _noun_run(doc: Doc, start: int, kind: EntityKind) -> list[tuple[Noun, int]]:
    found: list[tuple[Noun, int]] = []
    index = start
    steps = 0
    while index < len(doc) and steps < 5:
        nouns = [noun for noun in noun_at(doc, index) if noun.kind == kind and not noun.plural]
        if nouns:
            found.extend((noun, index) for noun in nouns[:1])
            index += nouns[0].length
            if index + 1 < len(doc) and doc[index].lower_ in ("et",):
                index += 1
                steps = 0
                continue
            break
        token = doc[index]
        if token.lower_ not in MODIFIERS and token.pos_ not in ("ADJ", "DET", "ADV", "NUM"):
            break
        index += 1
        steps += 1
    return found


def _from_leading(doc: Doc, mention: DocMention, profile: Profile, owner: dict[int, DocMention]) -> None:
    """Read "X dirige Y", "X, qui préside Y": a post told by a verb."""
    leads = False
    for token in doc[mention.end : mention.end + 9]:
        if leads and token.i in owner and len(owner[token.i].entities) == 1:
            profile.serves.add(owner[token.i].entities[0])
            return
        if token.lemma_ in _LEADING:
            leads = True
        elif token.pos_ in ("VERB", "NOUN") or token.text in (".", ";"):
            return


def _from_agreement(doc: Doc, mention: DocMention, votes: Counter[Gender]) -> None:
    """Read the participle of "être" or a predicate adjective: "X s'est réjouie", "X est morte"."""
    copula = False
    for token in doc[mention.end : mention.end + 5]:
        if token.lemma_ == "être" or token.lower_ == "été":
            copula = True
        elif copula and token.pos_ in ("VERB", "ADJ"):
            if token.lower_.endswith(
                ("ée", "ie", "ue", "ente", "ante", "euse", "ise", "inte", "orte")
            ) and "Fem" in token.morph.get("Gender", []):
                votes["Fem"] += 2
            elif token.lower_.endswith(("é", "i", "u", "eux", "ort", "is")) and "Masc" in token.morph.get("Gender", []):
                votes["Masc"] += 1
            return
        elif token.pos_ not in ("AUX", "ADV", "PRON") or token.is_punct:
            return


def _settle_gender(entity: NamedEntity, profile: Profile, votes: Counter[Gender]) -> None:
    if profile.gender is not None:
        return
    guessed = first_name_gender(entity.name) if entity.kind == "Person" else None
    if guessed is not None:
        votes[guessed[0]] += 3 if guessed[1] else 1
    masculine, feminine = votes["Masc"], votes["Fem"]
    if masculine != feminine:
        profile.gender = "Masc" if masculine > feminine else "Fem"
        profile.sure = abs(masculine - feminine) >= 2
