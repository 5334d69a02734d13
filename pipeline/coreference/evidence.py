"""How well a referent fits an anaphor: one small function for each evidence, weighed by the table in weights.py."""

from __future__ import annotations

from typing import Final

from pipeline.coreference import demands
from pipeline.coreference.describing_nouns import AMBIGUOUS, IMPLIES, OFFICES, OPEN_FAMILIES, PERSONS, TOPICAL, UNNAMED
from pipeline.coreference.descriptions import Noun, akin, normal
from pipeline.coreference.discourse import SAYING
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.referents import Discourse, Place, Referent
from pipeline.coreference.weights import WEIGHTS

REACH: Final = 4
"""Sentences that a pronoun looks back."""
SPEECH_REACH: Final = 120
"""Tokens between two speakers who may be one."""
_RECENCY: Final = ("same sentence", "one sentence back", "two sentences back", "three sentences back")
_LINKS: Final = frozenset("que qu' qu’ qui dont où et de d' d’ pour avant".split())
_SUBORDINATORS: Final = frozenset("que qu' qu’ dont où si s' s’ lorsque lorsqu' quand parce car puisqu' alors".split())


class Judge(Discourse):
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
            if distance == 0 and self._is_fronted(anaphor, place):
                score += WEIGHTS["within the opening phrase"]
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

    def _closes(self, index: int, anaphor: Anaphor) -> bool:
        """Whether the anaphor says the direct speech in which ``index`` stands: nobody names himself there."""
        end = self.layout.quotes[self.layout.quote[index]][1]
        return end <= anaphor.start < end + 6

    def _same_clause(self, place: Place, anaphor: Anaphor) -> bool:
        if place.function != "subject" or anaphor.function == "subject":
            return False
        between = self.doc[place.index + 1 : anaphor.start]
        if len(between) < 12 and not any(t.is_punct or t.is_space or t.lower_ in _LINKS for t in between):
            return True
        verb = self.doc[place.index].head
        return verb.i == self.doc[anaphor.head].head.head.i or verb.is_ancestor(self.doc[anaphor.head])

    def _before_and(self, place: Place, anaphor: Anaphor) -> bool:
        """ "X et sa chanteuse", "face à X (Y) et à ses rivaux": X."""
        index = anaphor.start - 1
        index -= self.doc[index].pos_ == "ADP"
        if not 0 <= place.index < index or self.doc[index].lower_ != "et":
            return False
        between = self.doc[place.index + 1 : index]
        words = [t.text for t in between]
        named = all(t.pos_ in ("PROPN", "X", "PUNCT", "NOUN") and t.text != "," for t in between)
        return len(between) < 6 and named and words.count("(") == words.count(")")

    def _is_own_subject(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Binding across infinitives: in "X l'écoute avant de lui répondre", "lui" is not X."""
        if self.subject is None or anaphor.sort not in ("clitic", "strong", "place") or anaphor.function == "source":
            return False
        index, entities = self.subject
        return bool(set(entities) & set(referent.entities)) and self.layout.distance(index, anaphor.head) == 0

    def _is_matrix(self, anaphor: Anaphor, place: Place, distance: int) -> bool:
        """Whether the anaphor is subject of a clause that hangs on the one whose subject stands at ``place``."""
        if distance != 0 or anaphor.sort != "subject" or place.function != "subject" or anaphor.inverted:
            return False
        before = self.doc[anaphor.start - 1]
        if before.lower_ not in _SUBORDINATORS:
            return False
        return not any(
            token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN")
            for token in self.doc[place.index + 1 : anaphor.start]
        )

    def _is_fronted(self, anaphor: Anaphor, place: Place) -> bool:
        """Whether a mention stands in the participle phrase before the subject: "Nommé chez X, il …"."""
        if anaphor.sort != "subject" or anaphor.inverted or self.doc[anaphor.start - 1].text != ",":
            return False
        start = anaphor.start
        while start > 0 and self.layout.sentence[start - 1] == self.layout.sentence[anaphor.start]:
            start -= 1
        opening = [token for token in self.doc[start : anaphor.start] if not token.is_space and not token.is_punct]
        return (
            place.index >= start
            and bool(opening)
            and "Part" in opening[0].morph.get("VerbForm", [])
            and not any("Fin" in token.morph.get("VerbForm", []) for token in opening)
        )

    def _is_in_its_clause(self, anaphor: Anaphor, place: Place, distance: int) -> bool:
        """Whether the anaphor's clause is said of what is at ``place``: "X, qui a perdu son poste", "X, élu …"."""
        if distance != 0 or anaphor.sort not in ("possessive", "subject") or anaphor.inverted or place.form != "name":
            return False
        mention = self.covered.get(place.index)
        start = mention.end if mention is not None else place.index + 1
        clause = list(self.doc[start : anaphor.start])
        comma = bool(clause) and clause[0].text == ","
        opening = clause[comma:]
        if not opening or len(opening) > 25:
            return False
        participle = comma and opening[0].pos_ in ("VERB", "ADJ") and "Part" in opening[0].morph.get("VerbForm", [])
        if normal(opening[0].text) != "qui" and not participle:
            return False
        if participle and "Pres" in opening[0].morph.get("Tense", []):
            return False
        return not any(t.text in (",", ";", ":", "—") or t.lower_ in ("qui", "dont") for t in opening[1:])

    def _controls(self, anaphor: Anaphor, place: Place, distance: int) -> bool:
        """Object control: in "X reproche à Y d'avoir trahi sa mission", Y is who has betrayed."""
        if distance != 0 or place.function == "subject" or anaphor.sort not in ("possessive",):
            return False
        after = self.doc[place.index + 1] if place.index + 1 < len(self.doc) else None
        if place.form == "pronoun" and after is not None and after.lemma_ in demands.OBJECT_CONTROL:
            return anaphor.start - place.index < 10
        marker = next((t for t in self.doc[place.index + 1 : place.index + 4] if t.lower_ in ("de", "d'", "d’")), None)
        if (
            marker is None
            or marker.i + 1 >= len(self.doc)
            or "Inf" not in self.doc[marker.i + 1].morph.get("VerbForm", [])
        ):
            return False
        verbs = [t for t in self.doc[max(place.index - 8, 0) : place.index] if t.pos_ == "VERB"]
        return bool(verbs) and verbs[-1].lemma_ in demands.OBJECT_CONTROL and anaphor.start - marker.i < 10

    def _may_bind(self, anaphor: Anaphor, place: Place) -> bool:
        """Binding: an object or oblique pronoun is not its own verb's subject; a possessor is not what is possessed."""
        if anaphor.sort == "clitic":
            who = next((t.i for t in self.doc[max(anaphor.start - 2, 0) : anaphor.start] if t.lower_ == "qui"), None)
            if who is not None and who - 4 <= place.index < who:
                return False
        if anaphor.sort in ("clitic", "strong", "place") and place.function == "subject" and anaphor.verb is not None:
            start = max(place.index, anaphor.head - 8)
            between = self.doc[start + 1 : anaphor.head]
            verbs = [token for token in between if token.pos_ == "VERB" or token.text in (",", ";")]
            if place.index >= anaphor.head - 8 and not verbs and self.layout.distance(place.index, anaphor.head) == 0:
                return False
            if self.doc[place.index].head.i == anaphor.verb:
                return False
        head = self.doc[anaphor.head]
        if anaphor.sort == "description" and place.function == "subject" and head.dep_ in ("obj", "iobj", "obl:arg"):
            # "X accuse le groupe": the group is another one.
            return self.doc[place.index].head.i != head.head.i
        relative = self.doc[anaphor.start - 1].lower_ in ("que", "qu'", "qu’", "dont", "où")
        if anaphor.sort == "subject" and place.index == anaphor.start - 2 and relative:
            return False
        return not (anaphor.sort == "possessive" and place.index == anaphor.verb)

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

    def _demand(self, anaphor: Anaphor, referent: Referent) -> float:
        verb = self.doc[anaphor.verb] if anaphor.verb is not None else None
        demand: demands.Demand
        if anaphor.sort == "possessive":
            demand = demands.of_possessor(verb)
        elif anaphor.sort == "clitic":
            demand = demands.of_object(verb, self.doc[anaphor.head].lower_ in ("lui", "leur"))
        elif anaphor.sort == "strong":
            demand = "Person"
        elif anaphor.sort == "place":
            demand = "Organisation"
        else:
            demand = demands.of_subject(verb)
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
            if noun.lemma in OFFICES:
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
            elsewhere = anaphor.complement and all(words and not words & anaphor.complement for words in implying)
            return WEIGHTS["implied"] + (WEIGHTS["complement differs"] if elsewhere else 0.0)
        if noun.lemma in UNNAMED:
            return WEIGHTS["another family"]
        if noun.family in profile.families:
            return WEIGHTS["family told" if noun.wide else "told otherwise"]
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
