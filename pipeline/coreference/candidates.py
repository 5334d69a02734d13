"""The candidates of one anaphor as a table of numbers: what the ranker reads.

Each row is a :class:`Candidate`, each column has a name; before the network reads them, codes become columns of their
own and amounts are brought to one scale. One row :class:`About` tells what holds for the anaphor whoever is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final, NamedTuple, get_args
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from pipeline.coreference.cautious import Cautious, Scored
from pipeline.coreference.discourse import Function
from pipeline.coreference.noun_anaphors import Anaphor, Sort
from pipeline.coreference.referents import Place, Referent
from pipeline.document import Document

Floats = NDArray[np.float32]

REACH: Final = 15
"""Sentences back to the last mention of an entity that a pronoun may stand for; whom the article is about, any."""
NOUN_REACH: Final = 2
"""As many to the last mention of a common noun."""
ENTITIES: Final = 12
"""The nearest entities that are asked about, and the nearest common nouns."""
NOUNS: Final = 4
WORDS: Final = 2048
"""Rows of the table of words: a word's row is its hash."""

_FUNCTIONS: Final = {function: code for code, function in enumerate(get_args(Function))}
_SORTS: Final = {sort: code for code, sort in enumerate(get_args(Sort))}
_FORMS: Final = {form: code for code, form in enumerate(("name", "pronoun", "possessive", "description", "noun"))}
_KINDS: Final = {kind: code for code, kind in enumerate(("Person", "Organisation", "Thing"))}
_NEAREST: Final = 5


class Candidate(NamedTuple):
    """One row: codes first (whole numbers from 0), then amounts; yes is 1, no is 0."""

    kind: int
    size: int
    """Entities: none (a common noun), one, several."""
    agreement: int
    """The anaphor shows no gender; the referent; they agree by guess; surely; they differ by guess; surely."""
    number: int
    """Alike; only the anaphor is plural; only the referent."""
    back: int
    """Sentences back to the last mention, 5 for more."""
    function: int
    form: int
    subject: int
    """It was subject in this sentence; the one before; earlier; never."""
    demand: int
    """The verb demands nothing; what it is; something else."""
    quoted: int
    """Direct speech: neither its last mention nor the anaphor; both in one; the anaphor at least; only the mention."""
    by_hand: int
    """By the hand-made scores: another one or nobody; partly this one; this one."""
    score: float
    """By hand."""
    hopeless: float
    """By hand, out of the question."""
    far: float
    gap: float
    """Tokens."""
    places: float
    named: float
    """How often the article named it so far."""
    nearer: float
    nearer_persons: float
    nearer_organisations: float
    told: float
    """How well a description agrees with what the article tells of it."""
    alike: float
    """How near the word vectors of the description and of what the article calls it are."""
    same_noun: float
    serves: float
    """It is told to serve the body that the description names."""
    serves_another: float
    is_body: float
    untold: float
    sorted: float
    """The article tells what sort of person or body it is."""
    first_of_kind: float
    """Nothing of its kind is nearer."""
    beside: float
    """Close within the sentence."""
    chance: float
    titled: float
    lead: float
    topic: float
    barred: float
    last_subject: float
    same_function: float


CODES: Final = {
    "kind": 3, "size": 3, "agreement": 6, "number": 3, "back": 6, "function": 6, "form": 5, "subject": 4, "demand": 3,
    "quoted": 4, "by_hand": 3,
}  # fmt: skip
"""How many values each code has."""
SCALES: Final = {
    "score": 4, "far": REACH, "gap": 100, "places": 4, "named": 10, "nearer": 10, "nearer_persons": 6,
    "nearer_organisations": 6, "told": 3.5,
}  # fmt: skip
"""What an amount is divided by, and at most; 1 for all others."""


class About(NamedTuple):
    """What holds for the anaphor: as :class:`Candidate`."""

    sort: int
    gender: int
    function: int
    noun_kind: int
    """Of a description: none, a person, an organisation."""
    plural: float
    inverted: float
    quoted: float
    spoken: float
    """It is known who says the words around."""
    body: float
    complement: float
    opens: float
    demonstrative: float
    wide: float
    decided: float
    """By the hand-made scores somebody is meant."""
    persons: float
    organisations: float
    sentence: float
    only_person: float
    only_organisation: float
    no_person: float
    no_organisation: float


ABOUT_CODES: Final = {"sort": len(_SORTS), "gender": 3, "function": 6, "noun_kind": 3}
ABOUT_SCALES: Final = {"persons": 6, "organisations": 6, "sentence": 20}


class _Columns:
    """How to turn rows with codes into rows of numbers between -1 and 1."""

    def __init__(self, names: tuple[str, ...], codes: dict[str, int], scales: dict[str, float]) -> None:
        places = [(names.index(name), value) for name, many in codes.items() for value in range(many)]
        self.coded = np.array([place for place, _ in places])
        self.values = np.array([value for _, value in places], dtype=np.float32)
        amounts = [name for name in names if name not in codes]
        self.plain = np.array([names.index(name) for name in amounts])
        self.scale = np.array([scales.get(name, 1.0) for name in amounts], dtype=np.float32)
        self.width = len(self.coded) + len(self.plain)

    def expand(self, rows: Floats) -> Floats:
        """A column for each value of each code, then the amounts on one scale."""
        codes = rows[:, self.coded] == self.values
        amounts = np.clip(rows[:, self.plain] / self.scale, -1, 1)
        return np.concatenate([codes, amounts], axis=1, dtype=np.float32)


CANDIDATE: Final = _Columns(Candidate._fields, CODES, dict(SCALES))
ABOUT: Final = _Columns(About._fields, ABOUT_CODES, dict(ABOUT_SCALES))


class Table(NamedTuple):
    """The candidates of one anaphor, nearest first, with a row of numbers each, and what is known of the anaphor."""

    referents: list[Referent]
    open: NDArray[np.bool_]
    """Which of them may be the answer: entities that syntax and what the article tells do not rule out."""
    rows: Floats
    about: Floats
    words: NDArray[np.int64]
    """Rows of the table of words: the governing verb or noun, the describing noun, the dependency of the first."""


class Candidates(Cautious):
    """Lays the candidates of an anaphor out as a table."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._starts: dict[int, list[int]] = {}
        for mention in self.names:
            for entity in mention.entities:
                self._starts.setdefault(entity, []).append(mention.start)
        self._vectors: dict[str, Floats | None] = {}

    def table(
        self,
        anaphor: Anaphor,
        speaker: tuple[int, ...],
        scores: list[Scored],
        barred: frozenset[int],
        by_hand: tuple[int, ...],
    ) -> Table | None:
        """The candidates among the scored referents; None where nobody can be meant."""
        chosen = self._worth_asking(anaphor, speaker, scores)
        if not any(referent.entities for _, referent in chosen):
            return None
        verb = self.doc[anaphor.verb] if anaphor.verb is not None else None
        demand = self.demand(anaphor)
        quote = self.layout.quote[anaphor.head]
        hand = set(by_hand)
        found: list[Candidate] = []
        nearer = [0, 0, 0]
        singles: list[set[int]] = [set(), set(), set()]
        for score, referent in chosen:
            entities = referent.entities
            kind = _KINDS[referent.kind]
            last = referent.places[-1]
            back = max(self.layout.distance(last.index, anaphor.head), 0)
            gap = anaphor.start - last.index
            starts = self._starts.get(entities[0], []) if entities else []
            profile = referent.profile
            body = anaphor.body
            serves = profile.serves if profile is not None else ()
            mine = self.layout.quote[last.index]
            told, alike, same = self._described(anaphor, referent)
            found.append(
                Candidate(
                    kind,
                    min(len(entities), 2),
                    _agreement(anaphor, referent),
                    0 if anaphor.plural == referent.plural else 1 if anaphor.plural else 2,
                    min(back, 5),
                    _FUNCTIONS[last.function],
                    _FORMS[last.form],
                    self._subject_of_late(anaphor, referent),
                    0 if demand is None else 1 if demand == referent.kind or (demand == "Agent" and kind < 2) else 2,
                    (0 if mine < 0 else 3) if quote < 0 else 1 if mine == quote else 2,
                    0 if not hand & set(entities) else 2 if hand == set(entities) else 1,
                    score or 0.0,
                    score is None,
                    back,
                    gap,
                    len(referent.places),
                    bisect_left(starts, anaphor.start),
                    len(found),
                    nearer[0],
                    nearer[1],
                    told,
                    alike,
                    same,
                    body is not None and body in serves,
                    body is not None and bool(serves) and body not in serves,
                    body is not None and body in entities,
                    profile is not None and not profile.told,
                    profile is not None and bool(profile.families),
                    bool(entities) and not nearer[kind],
                    abs(gap) < _NEAREST,
                    referent.chance,
                    referent.titled,
                    referent.lead,
                    bool(self.topics & set(entities)),
                    bool(barred & set(entities)),
                    self.subject is not None and bool(entities) and self.subject[1] == entities,
                    last.function == anaphor.function,
                )
            )
            if entities:
                nearer[kind] += 1
                singles[kind].update(entities)
        persons, organisations = len(singles[0]), len(singles[1])
        noun = anaphor.nouns[0] if anaphor.nouns else None
        about = About(
            _SORTS[anaphor.sort],
            0 if anaphor.gender is None else 1 if anaphor.gender == "Masc" else 2,
            _FUNCTIONS[anaphor.function],
            0 if noun is None else 1 if noun.kind == "Person" else 2,
            anaphor.plural,
            anaphor.inverted,
            quote >= 0,
            bool(speaker),
            anaphor.body is not None,
            bool(anaphor.complement),
            self._opens_sentence(anaphor),
            self.doc[anaphor.start].lower_ in ("ce", "cet", "cette", "ces"),
            noun is not None and noun.wide,
            bool(by_hand),
            persons,
            organisations,
            self.layout.sentence[anaphor.head],
            persons == 1,
            organisations == 1,
            persons == 0,
            organisations == 0,
        )
        words = (
            f"verb {verb.lemma_.lower() if verb is not None else ''}",
            f"noun {noun.lemma if noun is not None else ''}",
            f"function {verb.dep_ if verb is not None else ''}",
        )
        return Table(
            [referent for _, referent in chosen],
            np.array([self._may_be_meant(anaphor, score, referent, barred) for score, referent in chosen]),
            CANDIDATE.expand(np.array(found, dtype=np.float32)),
            ABOUT.expand(np.array([about], dtype=np.float32)),
            np.array([crc32(word.encode()) % WORDS for word in words]),
        )

    def with_speaker(self, anaphor: Anaphor, scores: list[Scored], said_by: tuple[int, ...]) -> list[Scored]:
        """For the first person: the speaker, who may be named only behind the words, and whom he speaks for."""
        here = Place(anaphor.start, "subject", "pronoun")
        added: list[Scored] = []
        for entity in said_by:
            referent = self.referent((entity,))
            added.append((None, replace(referent, places=[*referent.places, here])))
        return [item for item in scores if not set(item[1].entities) & set(said_by)] + added

    def _worth_asking(self, anaphor: Anaphor, speaker: tuple[int, ...], scores: list[Scored]) -> list[Scored]:
        """The nearest referents of a kind that can be meant, nearest first."""
        described = anaphor.sort == "description"
        kinds = {noun.kind for noun in anaphor.nouns}
        found: list[Scored] = []
        entities = nouns = 0
        for scored in sorted(scores, key=lambda item: -item[1].places[-1].index):
            score, referent = scored
            if not referent.entities:
                back = self.layout.distance(referent.places[-1].index, anaphor.head)
                if nouns < NOUNS and back <= NOUN_REACH and (not described or score is not None):
                    nouns += 1
                    found.append(scored)
                continue
            if speaker and set(referent.entities) & set(speaker) and anaphor.sort != "first":
                continue
            if described and referent.kind not in kinds:
                continue
            if score is None:
                if entities >= ENTITIES or (anaphor.sort == "place" and referent.kind == "Person"):
                    continue
                back = self.layout.distance(referent.places[-1].index, anaphor.head)
                if back > REACH and not described and not self.topics & set(referent.entities):
                    continue
            entities += 1
            found.append(scored)
        return found

    def _may_be_meant(self, anaphor: Anaphor, score: float | None, referent: Referent, barred: frozenset[int]) -> bool:
        if not referent.entities or barred & set(referent.entities):
            return False
        if anaphor.sort == "description" and referent.kind == "Person" and anaphor.body is not None:
            serves = referent.profile.serves if referent.profile is not None else set()
            if serves and anaphor.body not in serves:
                return False  # "la présidente d'Altaïs" is not the one who is told to be Nébula's
        if score is not None or anaphor.sort == "first":
            return True
        if anaphor.sort == "description" or self._is_own_subject(anaphor, referent):
            return False
        return any(self._may_bind(anaphor, place) for place in referent.places)

    def _subject_of_late(self, anaphor: Anaphor, referent: Referent) -> int:
        back = [self.layout.distance(p.index, anaphor.head) for p in referent.places if p.function == "subject"]
        return min(max(back[-1], 0), 2) if back else 3

    def _described(self, anaphor: Anaphor, referent: Referent) -> tuple[float, float, bool]:
        """Of a description: how well it agrees with what is told, how near it is to it, whether it is told itself."""
        if not anaphor.nouns:
            return 0.0, 0.0, False
        readings = [noun for noun in anaphor.nouns if noun.kind == referent.kind]
        told = max((self.told(noun, anaphor, referent) for noun in readings), default=0.0)
        profile = referent.profile
        if profile is None:
            lemmas = {noun.lemma for noun in referent.nouns}
            return told, 0.0, any(noun.lemma in lemmas for noun in anaphor.nouns)
        same = any(noun.lemma in profile.told for noun in anaphor.nouns)
        mine = self._vector(anaphor.nouns[0].lemma)
        if mine is None:
            return told, 0.0, same
        others = [vector for lemma in profile.told if (vector := self._vector(lemma)) is not None]
        return told, max((float(mine @ other) for other in others), default=0.0), same

    def _vector(self, lemma: str) -> Floats | None:
        """The word vector of a noun's last word, of length one; None where there is none."""
        if lemma not in self._vectors:
            vector = np.asarray(self.doc.vocab.get_vector(lemma.rsplit(" ", 1)[-1]), dtype=np.float32)
            length = float(np.linalg.norm(vector))
            self._vectors[lemma] = vector / np.float32(length) if length else None
        return self._vectors[lemma]


def _agreement(anaphor: Anaphor, referent: Referent) -> int:
    if anaphor.gender is None or referent.gender is None:
        return 0 if anaphor.gender is None else 1
    return (2 if anaphor.gender == referent.gender else 4) + referent.sure


__all__ = ["ABOUT", "CANDIDATE", "About", "Candidate", "Candidates", "Floats", "Table"]
