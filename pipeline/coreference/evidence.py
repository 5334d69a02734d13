"""How well a referent fits an anaphor: one small function for each evidence, weighed by the table in weights.py."""

from __future__ import annotations

from typing import Final

from pipeline.coreference import demands
from pipeline.coreference.describing_nouns import AMBIGUOUS, IMPLIES, OPEN_FAMILIES, PERSONS, TOPICAL, UNNAMED
from pipeline.coreference.descriptions import Noun, akin, nouns_of
from pipeline.coreference.discourse import SAYING
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.offices import Offices, is_office
from pipeline.coreference.profile import Profile
from pipeline.coreference.referents import Place, Referent
from pipeline.coreference.weights import WEIGHTS

REACH: Final = 4
"""Sentences that a pronoun looks back."""
SPEECH_REACH: Final = 120
"""Tokens between two speakers who may be one."""
_OF: Final = frozenset({"de", "d'", "d’", "du", "des"})
_RECENCY: Final = ("same sentence", "one sentence back", "two sentences back", "three sentences back")


class Judge(Offices):
    """Scores each referent for an anaphor; None where it is out of the question."""

    def score(self, anaphor: Anaphor, referent: Referent, speaker: tuple[int, ...]) -> float | None:
        """The sum of the evidence for a referent; ``speaker`` says the words around and cannot be "il"."""
        if speaker and set(referent.entities) & set(speaker) and anaphor.sort != "first":
            return None
        if anaphor.plural != referent.plural and not (
            anaphor.sort in ("possessive", "description") and not anaphor.plural and referent.profile
        ):
            return None
        if anaphor.sort == "place" and referent.kind == "Person":
            return None
        if anaphor.sort == "possessive" and referent.kind != "Person" and self._is_kin(anaphor):
            return None
        if anaphor.form == "description" and anaphor.sort != "latter":
            return self._describe(anaphor, referent)
        if self._is_own_subject(anaphor, referent):
            return None
        place = self._place(anaphor, referent)
        if place is None:
            return None
        agreement = self._agreement(anaphor, referent)
        if agreement is None:
            return None
        salience = 0.0 if anaphor.sort == "latter" else self._salience(referent)
        return place + agreement + salience + self._demand(anaphor, referent) + self._speaks_on(anaphor, referent)

    def _is_kin(self, anaphor: Anaphor) -> bool:
        """Whether a possessed noun is kin, which no body has ("sa fille")."""
        return anaphor.verb is not None and self.doc[anaphor.verb].lower_ in demands.KIN

    def _place(self, anaphor: Anaphor, referent: Referent) -> float | None:
        """Recency and function of the best of the last mentions."""
        best: float | None = None
        for place in referent.places:
            if not self._may_bind(anaphor, place):
                continue
            distance = self.layout.distance(place.index, anaphor.head)
            if distance > REACH:
                continue
            score = WEIGHTS[_RECENCY[distance]] if distance < len(_RECENCY) else WEIGHTS["farther"]
            if anaphor.sort == "latter":
                score += 1.5 - 0.05 * min(anaphor.start - place.index, 60)
                score += WEIGHTS["source"] if place.function == "source" else 0.0
                score += WEIGHTS["subject, for the latter"] if place.function == "subject" else 0.0
                best = score if best is None else max(best, score)
                continue
            score += WEIGHTS[place.function]
            score += WEIGHTS["near (within the sentence)"] * max(0.0, 1 - (anaphor.start - place.index) / 40)
            if place.function == anaphor.function:
                score += WEIGHTS["same function"]
            if anaphor.form == "possessive" and self._same_clause(place, anaphor):
                score += WEIGHTS["subject of the same verb"]
            if anaphor.form == "possessive" and self._before_and(place, anaphor):
                score += WEIGHTS["coordinated with what is possessed"]
            if self._is_matrix(anaphor, place, distance):
                score += WEIGHTS["subject of the main clause"]
            if self._is_in_its_clause(anaphor, place, distance):
                score += WEIGHTS["antecedent of the clause around"]
            if self._controls(anaphor, place, distance):
                score += WEIGHTS["controls the infinitive"]
            if anaphor.inverted and place.function == "subject" and self.doc[place.index].head.lemma_ in SAYING:
                score += WEIGHTS["spoke before"]
            if place.form in ("pronoun", "possessive"):
                score += WEIGHTS["mentioned by a pronoun"]
            if (
                self.layout.quote[place.index] >= 0
                and self.layout.quote[anaphor.head] != self.layout.quote[place.index]
            ):
                score += WEIGHTS["said by others"]
                if anaphor.inverted and self._closes(place.index, anaphor):
                    score += WEIGHTS["named in these very words"]
            best = score if best is None else max(best, score)
        return best

    def _agreement(self, anaphor: Anaphor, referent: Referent) -> float | None:
        score = 0.0
        if referent.chance:
            score += WEIGHTS["pair by chance"]
        if anaphor.plural and len(referent.entities) == 1:
            score += WEIGHTS["plural organisation"]
        if anaphor.gender is None or referent.gender is None:
            return score
        if anaphor.gender == referent.gender:
            return score + WEIGHTS["gender agrees" if referent.sure else "gender agrees (guess)"]
        if not referent.entities:
            return None
        if referent.kind == "Person":
            return None if referent.sure else score + WEIGHTS["gender differs (guess)"]
        return score + WEIGHTS["gender differs (organisation)"]

    def _salience(self, referent: Referent) -> float:
        score = WEIGHTS["each further mention"] * (len(referent.places) - 1)
        if len(referent.entities) == 1 and referent.entities[0] in self.topics:
            person = referent.kind == "Person"
            score += WEIGHTS["who the article is about" if person else "what the article is about"]
        return score + (WEIGHTS["in title or lead"] if referent.lead else 0.0)

    def demand(self, anaphor: Anaphor) -> demands.Demand:
        """What the verb (of a possessive, the noun) demands of whoever is meant."""
        verb = self.doc[anaphor.verb] if anaphor.verb is not None else None
        if anaphor.sort == "possessive":
            return demands.of_possessor(verb)
        if anaphor.sort == "clitic":
            return demands.of_object(verb, self.doc[anaphor.head].lower_ in ("lui", "leur"))
        if anaphor.sort == "strong":
            return "Person"
        return "Organisation" if anaphor.sort == "place" else demands.of_subject(verb)

    def _demand(self, anaphor: Anaphor, referent: Referent) -> float:
        demand = self.demand(anaphor)
        thing = referent.kind == "Thing"
        score = WEIGHTS["mere thing"] if thing else 0.0
        if demand is None:
            return score
        if anaphor.inverted and demand == "Agent" and referent.kind == "Organisation":
            return score
        if demand == referent.kind or (demand == "Agent" and not thing):
            return score + WEIGHTS["kind as demanded"]
        return score + WEIGHTS["thing against demand" if thing else "kind against demand"]

    def _describe(self, anaphor: Anaphor, referent: Referent) -> float | None:
        """How well a description fits: what was told, then distance and salience."""
        if anaphor.head in self.speaking and self._is_named_in_own_words(anaphor, referent):
            return None
        readings = [noun for noun in anaphor.nouns if noun.kind == referent.kind]
        if not readings or not referent.places or not (referent.entities or referent.introduced):
            return None
        agreement = 0.0
        if readings[0].kind == "Person":
            judged = self._agreement(anaphor, referent)
            if judged is None:
                return None
            agreement = judged
        told = max(self.told(noun, anaphor, referent) for noun in readings)
        if not referent.entities and told < WEIGHTS["told so"]:
            return None
        last = max(self._distance_of(anaphor, place) for place in referent.places)
        noun = readings[0]
        cited = any(place.function == "source" for place in referent.places)
        sources = all(place.function == "source" for place in referent.places)
        medium = noun.family in ("media", "press") and noun.lemma not in AMBIGUOUS
        families = referent.profile.families if referent.profile is not None else set()
        if (
            told == WEIGHTS["told otherwise"]
            and noun.kind == "Organisation"
            and (noun.lemma not in AMBIGUOUS or noun.lemma in TOPICAL)
            and noun.family != "body"
            and self.topics & set(referent.entities)
        ):
            told = WEIGHTS["nothing told"]
        if told < 0 and referent.kind == "Organisation" and not (cited and medium):
            return None
        if cited and medium and referent.profile is not None and families <= {"media", "press"}:
            told = max(told, 0.0) + WEIGHTS["cited, so a medium"]
        elif (
            (sources or (cited and "press" in families))
            and noun.kind == "Organisation"
            and not medium
            and told < WEIGHTS["implied"]
        ):
            last += WEIGHTS["source"]
        if anaphor.function == "subject" and self._opens_sentence(anaphor):
            last += WEIGHTS["opens its sentence"]
        if self.doc[anaphor.start].lower_ in ("ce", "cet", "cette"):
            back = min(self.layout.distance(place.index, anaphor.head) for place in referent.places)
            last += WEIGHTS["this one, not near"] * max(0, back - 1)
        serves = referent.profile.serves if referent.profile is not None else set()
        if noun.kind == "Person" and anaphor.body is not None and serves and anaphor.body not in serves:
            last += WEIGHTS["another body"]
        if noun.kind == "Person" and told < WEIGHTS["implied"]:
            if anaphor.body is not None and referent.entities and self._is_somebody_else(anaphor, noun, referent):
                return None
            if is_office(noun):
                if not self._may_hold(anaphor, noun, referent):
                    return None
                last += WEIGHTS["office untold"]
            elif referent.titled and told > 0 and self.layout.sentence[anaphor.head] <= 3:
                last += WEIGHTS["named in the title, described in the lead"]
            elif anaphor.complement:
                last += WEIGHTS["complement untold"]
        if referent.kind == "Organisation" and self.topics & set(referent.entities):
            last += WEIGHTS["what the article is about, described"] - WEIGHTS["what the article is about"]
        if self._speaks_on(anaphor, referent):
            last += WEIGHTS["speaks on, described"]
        return told + agreement + last + self._salience(referent)

    def _is_named_in_own_words(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether the direct speech that a description closes names the referent: "X a tort", juge le patron."""
        return any(
            place.form == "name" and self.layout.quote[place.index] >= 0 and self._closes(place.index, anaphor)
            for place in referent.places
        )

    def _speaks_on(self, anaphor: Anaphor, referent: Referent) -> float:
        """Whoever spoke last goes on: "…", regrette X. "…", ajoute-t-il."""
        before = self.spoke_before.get(anaphor.head)
        if before is None or anaphor.head - before > SPEECH_REACH:
            return 0.0
        mention = self.covered.get(before) or self.resolved.get(before)
        goes_on = mention is not None and mention.entities == referent.entities
        return WEIGHTS["speaks on"] if goes_on else 0.0

    def _opens_sentence(self, anaphor: Anaphor) -> bool:
        """Whether nothing stands before it in its sentence: mostly somebody who is known."""
        start = anaphor.start
        return start == 0 or self.layout.sentence[start - 1] != self.layout.sentence[start]

    def _distance_of(self, anaphor: Anaphor, place: Place) -> float:
        distance = self.layout.distance(place.index, anaphor.head)
        names = ("description near", "description near", "description two back")
        score = (
            WEIGHTS[names[distance]]
            if distance < len(names)
            else WEIGHTS["description farther"] - 0.05 * min(distance, 20)
        )
        score += 0.5 if place.function == "subject" else 0.0
        return score

    def told(self, noun: Noun, anaphor: Anaphor, referent: Referent) -> float:
        """How well a noun agrees with what the article tells of a referent."""
        if not referent.entities:
            differs = bool(referent.words and anaphor.complement) and not referent.words & anaphor.complement
            same = any(n.lemma == noun.lemma for n in referent.nouns)
            return WEIGHTS["told so"] if same and not differs else 0.0
        profile = referent.profile
        if profile is None:
            return WEIGHTS["another family"]
        if noun.lemma in profile.told:
            words = profile.told[noun.lemma]
            if anaphor.body is not None and profile.serves:
                agrees = anaphor.body in profile.serves
                return WEIGHTS["told so"] + WEIGHTS["complement agrees" if agrees else "complement differs"]
            if words and anaphor.complement:
                agrees = bool(words & anaphor.complement)
                return WEIGHTS["told so"] + WEIGHTS["complement agrees" if agrees else "complement differs"]
            return WEIGHTS["told so"]
        serves = anaphor.body is not None and anaphor.body in profile.serves
        implying = [words for told, words in profile.told.items() if noun.lemma in IMPLIES.get(told, frozenset())]
        if implying or (serves and noun.family in profile.families):
            if serves:
                return WEIGHTS["implied"] + WEIGHTS["complement agrees"]
            if anaphor.complement and any(words & anaphor.complement for words in implying):
                return WEIGHTS["implied"] + WEIGHTS["complement agrees"]
            elsewhere = anaphor.complement and all(words and not words & anaphor.complement for words in implying)
            return WEIGHTS["implied"] + (WEIGHTS["complement differs"] if elsewhere else 0.0)
        if noun.lemma in UNNAMED:
            return WEIGHTS["another family"]
        if noun.family in profile.families:
            if noun.wide:
                return WEIGHTS["family told"]
            silent = noun.kind == "Organisation" and noun.family != "company" and not _told_in(profile, noun)
            return WEIGHTS["nothing told" if silent else "told otherwise"]
        if not profile.families:
            if noun.kind == "Organisation" and (noun.family != "company" or noun.lemma in AMBIGUOUS):
                if noun.wide and noun.lemma not in AMBIGUOUS and self._is_only_unknown(referent):
                    return WEIGHTS["nothing told"]
                return WEIGHTS["another family"]
            return WEIGHTS["family fits" if noun.wide else "nothing told"]
        if noun.family in OPEN_FAMILIES or any(akin(noun.family, family) for family in profile.families):
            near = noun.wide and noun.family in ("company", *PERSONS)
            return WEIGHTS["nothing told"] if near or noun.family in OPEN_FAMILIES else WEIGHTS["akin at most"]
        return WEIGHTS["another family" if noun.kind == "Organisation" else "another trade"]

    def _is_somebody_else(self, anaphor: Anaphor, noun: Noun, referent: Referent) -> bool:
        """Whether "le patron de X" can hardly be this one, of whom the article tells nothing of the sort.

        Kin are no salient person's by chance ("le frère de X"), who is cited is introduced by it ("selon le chef de
        X, Y est …"), a clause that is joined on has a subject of its own ("Y se tait, tandis que le chef de X …"), and
        a post that somebody else is told to hold there is that one's, unless it takes up who is in the title.
        """
        of_body = any(token.lower_ in _OF for token in self.doc[anaphor.end : anaphor.end + 1])
        if (noun.family == "kin" and of_body) or anaphor.function == "source":
            return True
        joined = anaphor.start > 0 and self.doc[anaphor.start - 1].pos_ == "SCONJ"
        if joined and any(self.layout.distance(place.index, anaphor.head) == 0 for place in referent.places):
            return True
        if referent.titled and self._opens_sentence(anaphor):
            return False
        return any(
            anaphor.body in profile.serves and (noun.lemma in profile.told or noun.family in profile.families)
            for entity, profile in self.profiles.items()
            if entity not in referent.entities and profile.kind == "Person"
        )

    def _is_only_unknown(self, referent: Referent) -> bool:
        """Whether it is the only organisation seen so far whose sort the article leaves open."""
        return not any(
            other is not referent
            and other.kind == "Organisation"
            and other.profile is not None
            and not other.profile.families
            and not all(place.function == "source" for place in other.places)
            for other in self.referents.values()
        )


def _told_in(profile: Profile, noun: Noun) -> bool:
    """Whether the article uses another narrow noun of the same family ("mensuel" of what may be no "quotidien")."""
    return any(
        other.family == noun.family and not other.wide
        for lemma in profile.told
        for other in nouns_of(lemma)
        if other.lemma != noun.lemma
    )
