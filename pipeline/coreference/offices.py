"""Who "le chef de l'État", "l'ancien Premier ministre" can be, where the article tells of nobody that he holds it.

One person holds such an office at a time, and articles name him without it. He is found by elimination: he is whom the
article is about, or whose ministers, advisers, election or term it names, and he is told to have no other post.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from pipeline.coreference.binding import Binding
from pipeline.coreference.describing_nouns import FORMER, OFFICES
from pipeline.coreference.descriptions import Noun, is_former, nouns_of
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.profile import Profile
from pipeline.coreference.referents import Referent

_OF: Final = frozenset({"de", "d'", "d’"})
# What only the head of a State or of a government has: "la majorité de X", "un ministre de X".
_POWERS: Final = frozenset(
    """
    quinquennat septennat présidence majorité gouvernement élection réélection investiture ministre ministres conseiller
    conseillère conseillers collaborateur collaboratrice collaborateurs
    """.split()
)


def is_office(noun: Noun) -> bool:
    """Whether one person at a time is meant, now or formerly."""
    return noun.lemma.removeprefix(FORMER) in OFFICES


class Offices(Binding):
    """Candidates for offices that the article gives to nobody."""

    def _may_hold(self, anaphor: Anaphor, noun: Noun, referent: Referent) -> bool:
        """Whether a referent of whom the office is not told may be its holder by elimination."""
        profile = referent.profile
        if profile is None or len(referent.entities) != 1:
            return False
        if any(self.layout.sentence[p.index] == self.layout.sentence[anaphor.head] for p in referent.places):
            return False
        if noun.lemma.startswith(FORMER):
            held = self._held_before(anaphor, noun)
            return held == referent.entities or (
                referent.entities[0] in held and self._takes_up(anaphor, held, referent)
            )
        named = self._is_prominent(referent.entities[0]) and anaphor.function == "subject"
        told = any(noun.lemma in other.told for other in self.profiles.values())
        return not told and (named or referent.entities[0] in self._served) and not _has_a_post(profile)

    def _held_before(self, anaphor: Anaphor, noun: Noun) -> tuple[int, ...]:
        """Who can have held an office: whom the article is about, and gives no other office, now or formerly."""
        people = [
            entity
            for entity, profile in self.profiles.items()
            if profile.kind == "Person"
            and (anaphor.gender == profile.gender or None in (anaphor.gender, profile.gender))
            and (noun.lemma in profile.told or self._is_prominent(entity))
            and not any(lemma.removeprefix(FORMER) in OFFICES for lemma in profile.told if lemma != noun.lemma)
        ]
        return tuple(e for e in people if e not in self._served) if len(people) > 1 else tuple(people)

    def _takes_up(self, anaphor: Anaphor, held: tuple[int, ...], referent: Referent) -> bool:
        """Whether it opens its sentence after one that names the referent alone of those who can be meant."""
        if anaphor.start != self.opening(anaphor.start) or anaphor.function != "subject":
            return False
        near = {
            entity
            for other in self.referents.values()
            for entity in set(other.entities) & set(held)
            if any(self.layout.distance(place.index, anaphor.head) <= 1 for place in other.places)
        }
        return near == set(referent.entities)

    def _is_prominent(self, entity: int) -> bool:
        """Whether an article is about a person, or names them in its title."""
        return entity in self.topics or entity in self._titled

    @cached_property
    def _titled(self) -> frozenset[int]:
        return frozenset(e for mention in self.names if mention.head < self.title_end for e in mention.entities)

    @cached_property
    def _served(self) -> frozenset[int]:
        """The persons whose ministers, advisers, election or term the article names."""
        found: set[int] = set()
        for mention in self.names:
            before = self.doc[max(mention.start - 2, 0) : mention.start]
            if len(before) == 2 and before[1].lower_ in _OF and before[0].lower_ in _POWERS:
                past = before[0].i > 0 and is_former(self.doc[before[0].i - 1])
                found.update(() if past else mention.entities[:1])
        return frozenset(found)


def _has_a_post(profile: Profile) -> bool:
    """Whether the article gives a person a narrow noun of a trade or a post: he is that, and not head of the State."""
    posts = (lemma for lemma, words in profile.told.items() if words or lemma != "président")
    nouns = (noun for lemma in posts for noun in nouns_of(lemma.removeprefix(FORMER)) if noun.kind == "Person")
    return any(not noun.wide and noun.family != "human" for noun in nouns)
