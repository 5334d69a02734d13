"""Whom an anaphor stands for by the hand-made scores alone: the best, where nothing comes near it.

What opens a sentence before the name, groups ("les deux hommes") and the first person are decided here; the answer for
all others is one of the features of :mod:`pipeline.coreference.candidates`. The scheme is that of Lappin & Leass (1994)
and Mitkov (1998), with the margin of a cautious reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.coreference import demands
from pipeline.coreference.descriptions import normal, noun_at
from pipeline.coreference.evidence import REACH, Judge
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.referents import Place, Referent
from pipeline.coreference.weights import WEIGHTS
from pipeline.document import Gender
from pipeline.parsed import Token

_FRAMING: Final = frozenset({"après", "avant", "depuis", "lors", "dès"})
"""Prepositions of time: what they open stands before the subject that its possessive is of."""

_BEFORE_NAMES: Final = frozenset({"le", "la", "l'", "l’", "m.", "mme"})
_CLAUSES: Final = frozenset("si s' s’ que qu' qu’ lorsque lorsqu' lorsqu’ quand puisque puisqu' puisqu’".split())
_AMONG: Final = frozenset({"du côté de", "selon", "d'après", "pour", "chez", "parmi", "face à", "contre"})
"""Before somebody's people, these set them apart: in "du côté de ses opposants, X …" X is one of them."""

MINIMUM: Final[dict[str, float]] = {"pronoun": 3.4, "possessive": 3.4, "description": 2.4}
MARGIN: Final[dict[str, float]] = {"pronoun": 0.5, "possessive": 0.5, "description": 0.8}
CENTRED: Final = 0.2
"""The margin for the last subject, where the second best was none."""
AHEAD: Final = 2.0
"""The lead over all others from which a description needs less evidence of its own."""
FAINT: Final = 2.0
"""What fits no better leaves room for somebody who is farther away."""
FAR_BACK: Final = 8
"""Sentences that a pronoun looks back for somebody who alone can be meant."""
UNKNOWN_SPEAKER: Final = 0.7
"""What the margin grows by in direct speech of an unknown speaker, who may be the best candidate."""
_SPOKESMEN: Final = frozenset(
    "pdg patron porte-parole dirigeant fondateur vice-président directeur président responsable".split()
)


Scored = tuple[float | None, Referent]
"""A referent with the sum of its evidence; None where it is out of the question."""


class Cautious(Judge):
    """The decision by hand-made scores, and what is decided without any."""

    def scores(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> list[Scored]:
        """What the evidence gives each referent seen so far, in the order in which they came up."""
        clock = self.layout.inner if self.layout.quote[anaphor.head] >= 0 else self.layout.outer
        oldest = 0 if anaphor.form == "description" else clock[anaphor.head] - REACH
        referents = [
            referent
            for referent in self.referents.values()
            if referent.places and (referent.entities or clock[referent.places[-1].index] >= oldest)
        ]
        if anaphor.plural:
            referents.extend(self._pairs(anaphor))
        return [(self.score(anaphor, referent, speaker), referent) for referent in referents]

    def ahead(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> tuple[int, ...]:
        """Who is named behind an opening phrase or clause, where the anaphor in it must be that one."""
        if anaphor.sort == "possessive" and not anaphor.plural:
            return self._ahead(anaphor)
        if anaphor.sort == "subject" and not anaphor.plural and not anaphor.inverted:
            main = self._main_subject(anaphor)
            return () if set(main) & set(speaker) else main
        return ()

    def joined(self, anaphor: Anaphor, entities: tuple[int, ...]) -> bool:
        """Whether somebody stands before "et" and what is possessed: "face à X et à ses rivaux"."""
        if anaphor.sort != "possessive" or not entities:
            return False
        referent = self.referents.get(tuple(sorted(entities)))  # a pair by chance is none of them
        return referent is not None and any(self._before_and(place, anaphor) for place in referent.places)

    def by_hand(
        self, anaphor: Anaphor, speaker: tuple[int, ...], scores: list[Scored], barred: frozenset[int]
    ) -> tuple[int, ...]:
        """The best by the hand-made scores, where it is good and clearly better than the next; else nobody."""
        scored = [
            (score, referent.places[-1].index, referent)
            for score, referent in scores
            if score is not None and not barred & set(referent.entities)
        ]
        if not scored:
            return self._only_person(anaphor, None, speaker, barred)
        scored.sort(key=lambda item: (-item[0], -item[1]))
        best = scored[0]
        if anaphor.sort == "description" and (len(scored) == 1 or scored[1][0] < 0 < best[0]):
            best = (best[0] + WEIGHTS["only one of its kind"], best[1], best[2])
        elif anaphor.sort == "description" and best[0] - scored[1][0] > AHEAD:
            best = (best[0] + WEIGHTS["far ahead"], best[1], best[2])
        if not best[2].entities or best[0] < MINIMUM[anaphor.form]:
            return self._only_person(anaphor, best[0], speaker, barred)
        for score, index, referent in scored[1:]:
            holds = set(best[2].entities) < set(referent.entities)
            if anaphor.plural and holds and best[0] - score < 1.0 and index >= best[1]:
                best = (best[0], index, referent)
        rivals = [item for item in scored if item[2] is not best[2] and not self._overlaps(best[2], item[2])]
        margin = MARGIN[anaphor.form]
        if rivals and anaphor.sort == "subject" and self._was_subject(anaphor, best[2]):
            margin = margin if self._was_subject(anaphor, rivals[0][2]) else CENTRED
        if self.layout.quote[anaphor.head] >= 0 and not speaker:
            margin += UNKNOWN_SPEAKER
        if rivals and best[0] - rivals[0][0] < margin:
            return ()
        return best[2].entities

    def _only_person(
        self, anaphor: Anaphor, best: float | None, speaker: tuple[int, ...], barred: frozenset[int]
    ) -> tuple[int, ...]:
        """Who alone of the persons around can be meant, however far, where nothing near is fit ("Elle a rejoint …")."""
        if anaphor.sort not in ("subject", "possessive") or anaphor.plural or self.layout.quote[anaphor.head] >= 0:
            return ()
        verb = self.doc[anaphor.verb] if anaphor.verb is not None else None
        possessive = anaphor.sort == "possessive"
        demand = demands.of_possessor(verb) if possessive else demands.of_subject(verb)
        if demand != "Person" and (possessive or (best is not None and best > FAINT)):
            return ()
        people = [
            referent
            for referent in self.referents.values()
            if referent.kind == "Person"
            and not referent.plural
            and (anaphor.gender == referent.gender or None in (anaphor.gender, referent.gender))
            and any(self.layout.distance(p.index, anaphor.head) <= FAR_BACK for p in referent.places)
        ]
        if len(people) != 1 or set(people[0].entities) & (set(speaker) | barred):
            return ()
        return people[0].entities

    def _was_subject(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether it was the subject of this sentence or the one before: the first that a subject pronoun takes up."""
        return any(
            place.function == "subject" and self.layout.distance(place.index, anaphor.head) <= 1
            for place in referent.places
        )

    def _ahead(self, anaphor: Anaphor) -> tuple[int, ...]:
        """Cataphora: "De son côté, X …", "Dans son dernier livre, X …": the name after the opening phrase."""
        start = self.opening(anaphor.start)
        opening = self.doc[start : anaphor.start + 1]
        led = opening[0].pos_ in ("ADP", "VERB", "ADV") or opening[0].lower_ in ("a", "à") or self._timed(opening)
        if (
            len(opening) > 7
            or not led
            or (
                anaphor.verb is not None
                and normal(self.doc.span(start, anaphor.start).text) in _AMONG
                and noun_at(self.doc, anaphor.verb)
            )
            or any(t.i in self.covered for t in opening)
        ):
            return ()
        comma = next((t.i for t in self.doc[anaphor.start : anaphor.start + 18] if t.text == "," or t.is_space), None)
        if comma is None or self.doc[comma].text != ",":
            return ()
        before = self.doc[anaphor.start : comma]
        if any(t.pos_ == "AUX" or "Fin" in t.morph.get("VerbForm", []) for t in [*opening[1:], *before]):
            return ()
        first = comma + 1
        while first < len(self.doc) - 1 and self.doc[first].lower_ in _BEFORE_NAMES:
            first += 1
        limit = first + 3 if any(t.lower_ in _FRAMING for t in opening) else first
        while first < min(limit, len(self.doc) - 1) and self.doc[first].pos_ in ("NOUN", "ADJ"):
            # "après son rachat, l'enseigne X"; but in "avec son mari, le dessinateur X" X is the husband.
            first += 1
        mention = self.covered.get(first)
        if mention is None or len(mention.entities) != 1:
            return ()
        profile = self.profiles[mention.entities[0]]
        noun = self.doc[anaphor.verb] if anaphor.verb is not None else None
        demand = demands.of_possessor(noun)
        return mention.entities if demand in (None, "Agent", profile.kind) else ()

    def _main_subject(self, anaphor: Anaphor) -> tuple[int, ...]:
        """Cataphora: "S'il renonce à l'offre, X …", "Alors qu'elle sort de prison, X …": the subject after the clause.

        Only where the name stands right after the comma and before a verb, and the pronoun in the opening clause.
        """
        start = self.opening(anaphor.start)
        if not 0 < anaphor.start - start <= 3 or self.doc[anaphor.start - 1].lower_ not in _CLAUSES:
            return ()
        comma = next((t.i for t in self.doc[anaphor.start : anaphor.start + 30] if t.text == "," or t.is_space), None)
        if comma is None or self.doc[comma].text != ",":
            return ()
        first = comma + 1
        while first < len(self.doc) - 1 and self.doc[first].lower_ in _BEFORE_NAMES:
            first += 1
        mention = self.covered.get(first)
        if mention is None or len(mention.entities) != 1 or mention.end >= len(self.doc):
            return ()
        after = self.doc[mention.end]
        if after.pos_ not in ("VERB", "AUX") and after.lower_ not in ("n'", "n’", "ne", "s'", "s’", "se"):
            return ()
        profile = self.profiles[mention.entities[0]]
        agrees = profile.gender in (None, anaphor.gender)
        return mention.entities if agrees and (profile.kind == "Person" or profile.gender) else ()

    @staticmethod
    def _timed(opening: Sequence[Token]) -> bool:
        """Whether an opening phrase tells how long before or after: "deux ans après son rachat"."""
        return opening[0].pos_ in ("NUM", "DET") and any(t.lower_ in _FRAMING for t in opening)

    def subject_follows(self, anaphor: Anaphor) -> bool:
        """Whether the clitic's own subject is inverted, and so not known yet ("lui a-t-il expliqué")."""
        return any(t.lower_.startswith(("-il", "-elle", "-t-")) for t in self.doc[anaphor.end : anaphor.end + 4])

    @staticmethod
    def _overlaps(left: Referent, right: Referent) -> bool:
        return left.plural and bool(set(left.entities) & set(right.entities))

    def _near(self, anaphor: Anaphor, reach: int) -> list[Referent]:
        """Single referents mentioned within ``reach`` sentences, nearest first."""
        near = [
            (max(p.index for p in r.places), r)
            for r in self.referents.values()
            if len(r.entities) == 1
            and r.places
            and any(self.layout.distance(p.index, anaphor.head) <= reach and p.function != "source" for p in r.places)
        ]
        return [referent for _, referent in sorted(near, key=lambda item: -item[0])]

    def _pairs(self, anaphor: Anaphor) -> list[Referent]:
        """The two persons of the last sentences, when there are just two: "X a vu Y. Ils …"."""
        for reach in (1, 2):
            people = [r for r in self._near(anaphor, reach) if r.kind == "Person"]
            if len(people) == 2:
                pair = tuple(sorted(e for r in people for e in r.entities))
                if pair in self.referents:
                    return []
                gender: Gender | None = "Fem" if all(r.gender == "Fem" for r in people) else "Masc"
                index = min(people[0].places[-1].index, people[1].places[-1].index)
                return [Referent(pair, "Person", gender, True, True, [Place(index, "subject", "name")], chance=True)]
            if len(people) > 2:
                return []
        return []

    def members(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> tuple[int, ...]:
        """The N entities that "les deux hommes" or "le duo" stand for: a coordination, or just N candidates near."""
        count = anaphor.count or 0
        for reach in (0, 1, 2, 3, 5, 8):
            groups = [
                r
                for r in self.referents.values()
                if r.places
                and len(r.entities) == count > 1
                and self.layout.distance(r.places[-1].index, anaphor.head) <= reach
                and all(self._member(anaphor, self.referent((e,))) for e in r.entities)
            ]
            if len(groups) == 1:
                return groups[0].entities
            fits = [
                r for r in self._near(anaphor, reach) if self._member(anaphor, r) and not set(r.entities) & set(speaker)
            ]
            kinds = {r.kind for r in fits}
            if len(fits) == count and len(kinds) == 1:
                return tuple(sorted(e for r in fits for e in r.entities))
            if len(fits) > count or (anaphor.kind is None and not anaphor.nouns and reach >= 1):
                return ()
        return ()

    def _member(self, anaphor: Anaphor, referent: Referent) -> bool:
        if anaphor.kind is not None and referent.kind != anaphor.kind:
            return False
        if anaphor.gender is not None and referent.gender not in (None, anaphor.gender):
            return False
        if anaphor.nouns and referent.profile is not None:
            fits = [n for n in anaphor.nouns if n.kind == referent.kind]
            return any(self.told(n, anaphor, referent) >= WEIGHTS["told otherwise"] for n in fits)
        return True

    def first_person(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> tuple[int, ...]:
        """ "Je" is the speaker; "nous" the speaker and the organisation that they speak for."""
        if not anaphor.plural or len(speaker) != 1:
            return speaker if not anaphor.plural else ()
        profile = self.profiles[speaker[0]]
        organisations = sorted(e for e in profile.serves if self.profiles[e].kind == "Organisation")
        if not organisations and _SPOKESMEN & profile.told.keys():
            organisations = self._main_organisation()
        return (speaker[0], *organisations[:1])

    def _main_organisation(self) -> list[int]:
        """The organisation that the article is about: named in its lead, and more often than any other."""
        counts: dict[int, int] = {}
        for mention in self.names:
            for entity in mention.entities:
                if self.profiles[entity].kind == "Organisation":
                    counts[entity] = counts.get(entity, 0) + 1
        ranked = sorted(counts, key=lambda entity: (-counts[entity], entity))
        if not ranked or (len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]):
            return []
        return ranked[:1]
