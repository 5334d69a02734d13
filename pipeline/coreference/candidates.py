"""The candidates of one anaphor: the nearest referents that nothing rules out, laid out as a table of numbers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final
from zlib import crc32

import numpy as np

from pipeline.coreference.cautious import Cautious, Scored
from pipeline.coreference.columns import (
    ABOUT,
    CANDIDATE,
    FORMS,
    FUNCTIONS,
    KINDS,
    SORTS,
    WORDS,
    About,
    Candidate,
    Floats,
    Table,
)
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.referents import Place, Referent
from pipeline.document import Document
from pipeline.vectors import direction

REACH: Final = 15
"""Sentences back to the last mention of an entity that a pronoun may stand for; whom the article is about, any."""
NOUN_REACH: Final = 2
"""As many to the last mention of a common noun."""
ENTITIES: Final = 12
"""The nearest entities that are asked about, and the nearest common nouns."""
NOUNS: Final = 4
_NEAREST: Final = 5
"""Tokens within which a mention is beside the anaphor."""


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
        near = self._worth_asking(anaphor, speaker, scores)
        allowed = [self._may_be_meant(anaphor, score, referent, barred) for score, referent in near]
        if not any(may and referent.entities for (_, referent), may in zip(near, allowed, strict=True)):
            return None
        verb = self.doc[anaphor.verb] if anaphor.verb is not None else None
        demand = self.demand(anaphor)
        quote = self.layout.quote[anaphor.head]
        hand = set(by_hand)
        found: list[Candidate] = []
        nearer = [0, 0, 0]
        singles: list[set[int]] = [set(), set(), set()]
        for place, (score, referent) in enumerate(near):
            entities = referent.entities
            kind = KINDS[referent.kind]
            persons_nearer, organisations_nearer, _ = nearer
            first = bool(entities) and not nearer[kind]
            if entities:
                nearer[kind] += 1
                singles[kind].update(entities)
            if not allowed[place]:
                continue
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
                    FUNCTIONS[last.function],
                    FORMS[last.form],
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
                    place,
                    persons_nearer,
                    organisations_nearer,
                    told,
                    alike,
                    same,
                    body is not None and body in serves,
                    body is not None and bool(serves) and body not in serves,
                    body is not None and body in entities,
                    profile is not None and not profile.told,
                    profile is not None and bool(profile.families),
                    first,
                    abs(gap) < _NEAREST,
                    referent.chance,
                    referent.titled,
                    referent.lead,
                    bool(self.topics & set(entities)),
                    self.subject is not None and bool(entities) and self.subject[1] == entities,
                    last.function == anaphor.function,
                )
            )
        persons, organisations = len(singles[0]), len(singles[1])
        noun = anaphor.nouns[0] if anaphor.nouns else None
        about = About(
            SORTS[anaphor.sort],
            0 if anaphor.gender is None else 1 if anaphor.gender == "Masc" else 2,
            FUNCTIONS[anaphor.function],
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
        referents = [referent for (_, referent), may in zip(near, allowed, strict=True) if may]
        return Table(
            referents,
            np.array([bool(referent.entities) for referent in referents]),
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
        """Whether neither syntax nor what the article tells rules a referent out."""
        if not referent.entities:
            return True
        if barred & set(referent.entities):
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
            self._vectors[lemma] = direction(self.doc.vocab, lemma.rsplit(" ", 1)[-1])
        return self._vectors[lemma]


def _agreement(anaphor: Anaphor, referent: Referent) -> int:
    if anaphor.gender is None or referent.gender is None:
        return 0 if anaphor.gender is None else 1
    return (2 if anaphor.gender == referent.gender else 4) + referent.sure
