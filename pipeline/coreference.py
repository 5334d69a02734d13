"""Who "il", "la startup", "son PDG", "ce dernier" are: anaphors linked to the named entities of one article.

The article is read in text order. Every name, every noun phrase and every anaphor already resolved is a *referent* with
its last mentions; each anaphor gives every referent a score, the sum of the evidence in :data:`WEIGHTS`. Common nouns
take part as competitors: where one of them wins, or where the best referent does not clearly beat the second, nothing
is linked. What stands outside direct speech is resolved first, then who speaks, then what is said. The scheme is that
of Lappin & Leass (1994) and Mitkov (1998), with the margin of a cautious reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from spacy.tokens import Doc

from pipeline import demands
from pipeline.anaphors import Anaphor, find
from pipeline.describing_nouns import AMBIGUOUS, IMPLIES, OPEN_FAMILIES, PERSONS
from pipeline.descriptions import Noun, akin, noun_at
from pipeline.discourse import SAYING, Function, Layout, function_of, layout
from pipeline.document import DocMention, Document, Gender
from pipeline.profiles import TITLES, Profile, mention_index, profiles
from pipeline.speakers import Speech, speeches

WEIGHTS: Final[dict[str, float]] = {
    # where it was last mentioned (sentences back), for pronouns and possessives
    "same sentence": 3.0,
    "one sentence back": 2.2,
    "two sentences back": 0.9,
    "three sentences back": 0.0,
    "farther": -1.5,
    "near (within the sentence)": 0.5,
    # as what
    "subject": 1.4,
    "object": 0.6,
    "agent": 0.5,
    "oblique": 0.2,
    "nested": -0.1,
    "source": -1.2,
    "same function": 0.3,
    "subject, for the latter": -0.4,
    "subject of the same verb": 1.2,
    # how salient
    "each further mention": 0.15,
    "in title or lead": 0.3,
    "mentioned by a pronoun": 0.4,
    # agreement
    "gender agrees": 1.0,
    "gender agrees (guess)": 0.6,
    "gender differs (guess)": -2.0,
    "gender differs (organisation)": -1.0,
    "plural organisation": 0.4,
    "pair by chance": -0.3,
    # demands
    "kind as demanded": 1.0,
    "kind against demand": -2.5,
    "thing against demand": -3.0,
    "mere thing": -0.6,
    "said by others": -1.5,
    "spoke before": 0.5,
    "subject of the main clause": 0.8,
    "controls the infinitive": 3.0,
    "only one of its kind": 1.0,
    # descriptions: what the article tells of it
    "told so": 3.5,
    "implied": 2.2,
    "family told": 1.6,
    "family fits": 0.6,
    "nothing told": 0.2,
    "told otherwise": -0.8,
    "akin at most": -1.0,
    "another family": -3.0,
    "another trade": -1.2,
    "cited, so a medium": 1.6,
    "complement agrees": 1.0,
    "complement differs": -2.5,
    "description near": 1.6,
    "description two back": 1.1,
    "description farther": 0.5,
}
MINIMUM: Final[dict[str, float]] = {"pronoun": 3.4, "possessive": 3.4, "description": 2.4}
MARGIN: Final[dict[str, float]] = {"pronoun": 0.5, "possessive": 0.5, "description": 0.8}
REACH: Final = 4
"""Sentences that a pronoun looks back."""
_RECENCY: Final = ("same sentence", "one sentence back", "two sentences back", "three sentences back")
# Nouns of time and measure are nobody's antecedent.
_MEASURES: Final = frozenset(
    """
    an année mois jour semaine heure minute siècle lundi mardi mercredi jeudi vendredi samedi dimanche janvier
    février mars avril mai juin juillet août septembre octobre novembre décembre matin soir million milliard
    euro dollar fois part cours cas fin début suite côté partie temps moment millier dizaine centaine ans lieu
    pour_cent date
    """.split()
)

_SUBORDINATORS: Final = frozenset("que qu' qu’ dont où si s' s’ lorsque lorsqu' quand parce car puisqu' alors".split())

_SPOKESMEN: Final = frozenset("pdg patron porte-parole dirigeant fondateur".split())

ReferentKind = Literal["Person", "Organisation", "Thing"]


@dataclass
class _Place:
    index: int
    function: Function
    form: str


@dataclass
class _Referent:
    """What can be meant: one entity, a group of them, or (no entities) a common noun, a competitor only."""

    entities: tuple[int, ...]
    kind: ReferentKind
    gender: Gender | None
    sure: bool
    plural: bool
    places: list[_Place] = field(default_factory=list)
    profile: Profile | None = None
    nouns: tuple[Noun, ...] = ()
    lead: bool = False
    words: frozenset[str] = frozenset()
    """Of a common noun: the words of its complement."""
    chance: bool = False
    """A group of two who merely stand in one sentence."""


def resolve(document: Document) -> Document:
    """Return the document with mentions of form pronoun, possessive and description appended, in text order."""
    found = _Resolver(document).run()
    found.sort(key=lambda mention: (mention.start, mention.end))
    return Document(document.article, document.doc, document.entities, [*document.mentions, *found])


class _Resolver:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.doc: Doc = document.doc
        self.layout: Layout = layout(self.doc)
        self.profiles = profiles(document)
        self.names = sorted(
            (mention for mention in document.mentions if mention.form == "name"), key=lambda mention: mention.start
        )
        self.covered = mention_index(self.names)
        self.beside = {index for profile in self.profiles.values() for index in profile.told_at}
        self.resolved: dict[int, DocMention] = {}
        self.referents: dict[tuple[int, ...] | str, _Referent] = {}
        self.subject: tuple[int, tuple[int, ...]] | None = None
        """The last subject seen: its token, and the entities it stands for."""

    def run(self) -> list[DocMention]:
        anaphors = find(self.doc, self.covered)
        speech = speeches(self.doc, self.layout, self.names)
        outer = [a for a in anaphors if not self._said(a, speech)]
        inner = [a for a in anaphors if self._said(a, speech)]
        self._pass([a for a in outer if a.sort != "first"], None)
        speakers = {number: self._speaker(said) for number, said in enumerate(speech)}
        self.referents.clear()
        self._pass(inner, speakers)
        return list(self.resolved.values())

    def _said(self, anaphor: Anaphor, speech: tuple[Speech, ...]) -> bool:
        quote = self.layout.quote[anaphor.head]
        return quote >= 0 and not any(start <= anaphor.head < end for start, end in speech[quote].incises)

    def _speaker(self, said: Speech) -> tuple[int, ...]:
        if said.speaker is None:
            return ()
        mention = self.covered.get(said.speaker) or self.resolved.get(said.speaker)
        return mention.entities if mention is not None else ()

    def _pass(self, anaphors: list[Anaphor], speakers: dict[int, tuple[int, ...]] | None) -> None:
        """Walk names, nouns and anaphors in text order, resolving the anaphors on the way."""
        by_start = {anaphor.start: anaphor for anaphor in anaphors}
        earlier = dict(self.resolved)
        starts = {mention.start: mention for mention in self.names}
        heads = {a.head for a in anaphors} | {m.head for m in earlier.values()}
        heads.update(i for a in anaphors if a.form == "description" for i in range(a.start, a.end))
        group: list[DocMention] = []
        for token in self.doc:
            if token.i in starts:
                mention = starts[token.i]
                self._see(mention, "name")
                group = self._coordinate(group, mention)
            if token.i in by_start:
                anaphor = by_start[token.i]
                speaker = (speakers or {}).get(self.layout.quote[anaphor.head], ())
                entities = (
                    self._first_person(anaphor, speaker) if anaphor.sort == "first" else self._resolve(anaphor, speaker)
                )
                if entities:
                    self._take_post(anaphor, entities)
                    found = DocMention(anaphor.start, anaphor.end, anaphor.head, entities, anaphor.form)
                    self.resolved[anaphor.head] = found
                    if anaphor.sort != "first":
                        self._see(found, anaphor.form, "nested" if anaphor.form == "possessive" else anaphor.function)
                elif anaphor.sort == "description":
                    self._see_noun(anaphor.head, anaphor.nouns, anaphor.gender, anaphor.complement)
            elif token.i in earlier and speakers is not None:
                self._see(earlier[token.i], earlier[token.i].form)
            elif (
                token.pos_ == "NOUN"
                and token.i not in self.covered
                and token.i not in heads
                and (speakers is not None or self.layout.quote[token.i] < 0)
            ):
                self._see_noun(token.i, (), None)

    def _take_post(self, anaphor: Anaphor, entities: tuple[int, ...]) -> None:
        """ "Son président, X": whoever is named beside the possessed noun speaks for the possessor."""
        if anaphor.sort != "possessive" or len(entities) != 1:
            return
        for profile in self.profiles.values():
            if anaphor.verb in profile.told_at and profile.kind == "Person":
                profile.serves.update(entities)

    # --- referents -------------------------------------------------------------------------------------------------

    def _see(self, mention: DocMention, form: str, function: Function | None = None) -> None:
        referent = self._referent(mention.entities)
        place = _Place(mention.head, function or function_of(self.doc[mention.head]), form)
        if form == "name":
            place.function = self._surface_function(mention, place.function)
        referent.places.append(place)
        if place.function == "subject":
            self.subject = (mention.head, mention.entities)
        del referent.places[:-4]
        if len(mention.entities) > 1:
            for entity in mention.entities:
                member = self._referent((entity,))
                member.places.append(_Place(mention.head, "oblique", form))
                del member.places[:-4]
        referent.lead = referent.lead or self.layout.sentence[mention.head] <= 2

    def _surface_function(self, mention: DocMention, function: Function) -> Function:
        """Mend the parser's function of a name by what stands beside it."""
        before = self.doc[mention.start - 1] if mention.start else None
        after = self.doc[mention.end] if mention.end < len(self.doc) else None
        if after is not None and after.text in (":", "?"):
            return "nested"
        organisation = self.profiles[mention.entities[0]].kind == "Organisation"
        if before is not None and organisation:
            article = before.lower_ in ("le", "la", "l'", "l’", "les") and mention.start > 1
            cue = self.doc[mention.start - 2] if article else before
            if cue.lower_ == "en" or (cue.lemma_ in SAYING and cue.pos_ in ("VERB", "AUX")):
                return "source"
        if function == "source" or after is None:
            return function
        opens = before is None or before.is_space or before.text in (".", "»")
        return "subject" if (opens and after.text == ",") or self._opens_clause(mention) else function

    def _opens_clause(self, mention: DocMention) -> bool:
        after = self.doc[mention.end] if mention.end < len(self.doc) else None
        before = self.doc[mention.start - 1] if mention.start else None
        return (
            after is not None
            and after.pos_ in ("VERB", "AUX")
            and "Fin" in after.morph.get("VerbForm", [])
            and (before is None or before.is_space or before.is_punct or before.pos_ in ("SCONJ", "CCONJ"))
        )

    def _referent(self, entities: tuple[int, ...]) -> _Referent:
        key = tuple(sorted(entities))
        if key not in self.referents:
            members = [self.profiles[entity] for entity in key]
            if len(members) == 1:
                one = members[0]
                created = _Referent(key, one.kind, one.gender, one.sure, one.plural, profile=one)
            else:
                kinds = {member.kind for member in members}
                genders = {member.gender for member in members}
                gender: Gender | None = "Fem" if genders == {"Fem"} else "Masc" if "Masc" in genders else None
                created = _Referent(key, kinds.pop() if len(kinds) == 1 else "Thing", gender, gender == "Masc", True)
            self.referents[key] = created
        return self.referents[key]

    def _see_noun(
        self, index: int, nouns: tuple[Noun, ...], gender: Gender | None, words: frozenset[str] = frozenset()
    ) -> None:
        token = self.doc[index]
        children = {child.dep_ for child in token.children}
        if "cop" in children or not children & {"det", "nummod"} and not nouns:
            return
        if token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > index - 12:
            self._see_noun_pair(index)
        if index in self.beside or token.lemma_ in _MEASURES or token.lower_ in _MEASURES or token.lower_ in TITLES:
            return
        nouns = nouns or noun_at(self.doc, index)
        if any(i in self.covered for i in range(index + 1, min(index + 2, len(self.doc)))) and nouns:
            return
        shown = token.morph.get("Gender", [])
        if gender is None and shown:
            gender = "Fem" if shown[0] == "Fem" else "Masc"
        plural = "Plur" in token.morph.get("Number", [])
        kind: ReferentKind = nouns[0].kind if nouns else "Thing"
        created = _Referent((), kind, gender, True, plural, nouns=nouns, words=words)
        referent = self.referents.setdefault(f"{token.lemma_}|{plural}", created)
        referent.places.append(_Place(index, function_of(token), "noun"))
        if referent.places[-1].function == "subject":
            self.subject = (index, ())
        del referent.places[:-2]

    def _see_noun_pair(self, index: int) -> None:
        """ "Le père et la fille", "la ministre et X": a competitor for plural anaphors."""
        referent = _Referent((), "Thing", "Masc", False, True)
        referent = self.referents.setdefault(f"{index}|pair", referent)
        referent.kind = "Person" if noun_at(self.doc, index) else "Thing"
        referent.places.append(_Place(index, function_of(self.doc[index].head), "noun"))

    def _coordinate(self, group: list[DocMention], mention: DocMention) -> list[DocMention]:
        """Join names standing in coordination ("X, Y et Z") into a group referent; returns the run so far."""
        if group:
            last = group[-1]
            gap = self.doc[last.end : mention.start]
            texts = {token.lower_ for token in gap}
            joined = texts <= {",", "et", "&", "le", "la", "l'", "les", "mm.", "mme", "m."} or (
                "et" in texts
                and len(gap) < 14
                and self.doc[mention.head].dep_ == "conj"
                and not any(t.pos_ in ("VERB", "AUX") for t in gap)
            )
            same = self.profiles[last.entities[0]].kind == self.profiles[mention.entities[0]].kind
            if joined and same and texts:
                group = [*group, mention]
                members = tuple(dict.fromkeys(m.entities[0] for m in group))
                if "et" in texts and len(members) > 1:
                    referent = self._referent(members)
                    referent.places.append(_Place(mention.head, function_of(self.doc[group[0].head]), "name"))
                return group
        return [mention]

    # --- choosing --------------------------------------------------------------------------------------------------

    def _resolve(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> tuple[int, ...]:
        if anaphor.sort == "group":
            return self._members(anaphor, speaker)
        if anaphor.sort == "possessive" and not anaphor.plural:
            ahead = self._ahead(anaphor)
            if ahead:
                return ahead
        if anaphor.sort == "clitic" and self._subject_follows(anaphor):
            return ()
        referents = list(self.referents.values())
        if anaphor.plural:
            referents.extend(self._pairs(anaphor))
        scored: list[tuple[float, int, _Referent]] = []
        for referent in referents:
            score = self._score(anaphor, referent, speaker)
            if score is not None:
                scored.append((score, referent.places[-1].index, referent))
        if not scored:
            return ()
        scored.sort(key=lambda item: (-item[0], -item[1]))
        best = scored[0]
        if anaphor.sort == "description" and (len(scored) == 1 or scored[1][0] < 0 < best[0]):
            best = (best[0] + WEIGHTS["only one of its kind"], best[1], best[2])
        if not best[2].entities or best[0] < MINIMUM[anaphor.form]:
            return ()
        for score, index, referent in scored[1:]:
            holds = set(best[2].entities) < set(referent.entities)
            if anaphor.plural and holds and best[0] - score < 1.0 and index >= best[1]:
                best = (best[0], index, referent)
        rivals = [item for item in scored if item[2] is not best[2] and not self._overlaps(best[2], item[2])]
        if rivals and best[0] - rivals[0][0] < MARGIN[anaphor.form]:
            return ()
        return best[2].entities

    def _ahead(self, anaphor: Anaphor) -> tuple[int, ...]:
        """Cataphora: "De son côté, X …", "Dans son dernier livre, X …": the name after the opening phrase."""
        sentence = self.layout.sentence
        start = anaphor.start
        while start > 0 and sentence[start - 1] == sentence[anaphor.start]:
            start -= 1
        while start < anaphor.start and (self.doc[start].is_space or self.doc[start].is_punct):
            start += 1
        opening = self.doc[start : anaphor.start + 1]
        if (
            len(opening) > 7
            or opening[0].pos_ not in ("ADP", "VERB", "ADV")
            or any(t.i in self.covered for t in opening)
        ):
            return ()
        comma = next((t.i for t in self.doc[anaphor.start : anaphor.start + 12] if t.text == "," or t.is_space), None)
        if comma is None or self.doc[comma].text != ",":
            return ()
        before = self.doc[anaphor.start : comma]
        if any(t.pos_ == "AUX" or "Fin" in t.morph.get("VerbForm", []) for t in [*opening, *before]):
            return ()
        first = comma + 1
        while first < len(self.doc) - 1 and self.doc[first].lower_ in ("le", "la", "l'", "l’", "m.", "mme"):
            first += 1
        mention = self.covered.get(first)
        if mention is None or len(mention.entities) != 1:
            return ()
        profile = self.profiles[mention.entities[0]]
        noun = self.doc[anaphor.verb] if anaphor.verb is not None else None
        demand = demands.of_possessor(noun)
        return mention.entities if demand in (None, "Agent", profile.kind) else ()

    def _subject_follows(self, anaphor: Anaphor) -> bool:
        """Whether the clitic's own subject is inverted, and so not known yet ("lui a-t-il expliqué")."""
        return any(t.lower_.startswith(("-il", "-elle", "-t-")) for t in self.doc[anaphor.end : anaphor.end + 4])

    @staticmethod
    def _overlaps(left: _Referent, right: _Referent) -> bool:
        return left.plural and bool(set(left.entities) & set(right.entities))

    def _score(self, anaphor: Anaphor, referent: _Referent, speaker: tuple[int, ...]) -> float | None:
        if speaker and set(referent.entities) & set(speaker) and anaphor.sort != "first":
            return None
        if anaphor.plural != referent.plural and not (
            anaphor.sort == "possessive" and not anaphor.plural and referent.profile
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
        return place + agreement + salience + self._demand(anaphor, referent)

    def _place(self, anaphor: Anaphor, referent: _Referent) -> float | None:
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
            else:
                score += WEIGHTS[place.function]
                score += WEIGHTS["near (within the sentence)"] * max(0.0, 1 - (anaphor.start - place.index) / 40)
                if place.function == anaphor.function:
                    score += WEIGHTS["same function"]
                if anaphor.form == "possessive" and self._same_clause(place, anaphor):
                    score += WEIGHTS["subject of the same verb"]
            if self._is_matrix(anaphor, place, distance):
                score += WEIGHTS["subject of the main clause"]
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
            best = score if best is None else max(best, score)
        return best

    def _same_clause(self, place: _Place, anaphor: Anaphor) -> bool:
        if place.function != "subject" or anaphor.function == "subject":
            return False
        verb = self.doc[place.index].head
        return verb.i == self.doc[anaphor.head].head.head.i or verb.is_ancestor(self.doc[anaphor.head])

    def _is_own_subject(self, anaphor: Anaphor, referent: _Referent) -> bool:
        """Binding across infinitives: in "X l'écoute avant de lui répondre", "lui" is not X."""
        if self.subject is None or anaphor.sort not in ("clitic", "strong", "place") or anaphor.function == "source":
            return False
        index, entities = self.subject
        return bool(set(entities) & set(referent.entities)) and self.layout.distance(index, anaphor.head) == 0

    def _is_matrix(self, anaphor: Anaphor, place: _Place, distance: int) -> bool:
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

    def _controls(self, anaphor: Anaphor, place: _Place, distance: int) -> bool:
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

    def _may_bind(self, anaphor: Anaphor, place: _Place) -> bool:
        """Binding: an object or oblique pronoun is not its own verb's subject; a possessor is not what is possessed."""
        if anaphor.sort in ("clitic", "strong", "place") and place.function == "subject" and anaphor.verb is not None:
            start = max(place.index, anaphor.head - 8)
            between = self.doc[start + 1 : anaphor.head]
            verbs = [token for token in between if token.pos_ == "VERB" or token.text in (",", ";")]
            if place.index >= anaphor.head - 8 and not verbs and self.layout.distance(place.index, anaphor.head) == 0:
                return False
            if self.doc[place.index].head.i == anaphor.verb:
                return False
        if anaphor.sort == "subject" and place.index == anaphor.start - 2:
            if self.doc[anaphor.start - 1].lower_ in ("que", "qu'", "qu’", "dont", "où"):
                return False
        return not (anaphor.sort == "possessive" and place.index == anaphor.verb)

    def _agreement(self, anaphor: Anaphor, referent: _Referent) -> float | None:
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

    def _salience(self, referent: _Referent) -> float:
        score = WEIGHTS["each further mention"] * (len(referent.places) - 1)
        return score + (WEIGHTS["in title or lead"] if referent.lead else 0.0)

    def _demand(self, anaphor: Anaphor, referent: _Referent) -> float:
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
        if demand == referent.kind or (demand == "Agent" and not thing):
            return score + WEIGHTS["kind as demanded"]
        return score + WEIGHTS["thing against demand" if thing else "kind against demand"]

    def _describe(self, anaphor: Anaphor, referent: _Referent) -> float | None:
        """How well a description fits: what was told, then distance and salience."""
        readings = [noun for noun in anaphor.nouns if noun.kind == referent.kind]
        if not readings or not referent.places:
            return None
        agreement = 0.0
        if readings[0].kind == "Person":
            judged = self._agreement(anaphor, referent)
            if judged is None:
                return None
            agreement = judged
        told = max(self._told(noun, anaphor, referent) for noun in readings)
        if not referent.entities and told < WEIGHTS["told so"]:
            return None
        last = max(self._distance_of(anaphor, place) for place in referent.places)
        cited = any(place.function == "source" for place in referent.places)
        if told < 0 and referent.kind == "Organisation" and not (cited and readings[0].family in ("media", "press")):
            return None
        if (
            cited
            and readings[0].family in ("media", "press")
            and referent.profile is not None
            and not referent.profile.families
        ):
            told = max(told, 0.0) + WEIGHTS["cited, so a medium"]
        elif referent.places[-1].function == "source" and len(referent.places) == 1 and told < WEIGHTS["implied"]:
            last += WEIGHTS["source"]
        return told + agreement + last + self._salience(referent)

    def _distance_of(self, anaphor: Anaphor, place: _Place) -> float:
        distance = self.layout.distance(place.index, anaphor.head)
        names = ("description near", "description near", "description two back")
        score = (
            WEIGHTS[names[distance]]
            if distance < len(names)
            else WEIGHTS["description farther"] - 0.05 * min(distance, 20)
        )
        score += 0.5 if place.function == "subject" else 0.0
        return score

    def _told(self, noun: Noun, anaphor: Anaphor, referent: _Referent) -> float:
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
        if any(noun.lemma in IMPLIES.get(told, frozenset()) for told in profile.told):
            return WEIGHTS["implied"]
        if noun.family in profile.families:
            return WEIGHTS["family told" if noun.wide else "told otherwise"]
        if not profile.families:
            if noun.kind == "Organisation" and (noun.family != "company" or noun.lemma in AMBIGUOUS):
                if noun.wide and self._is_only_unknown(referent):
                    return WEIGHTS["nothing told"]
                return WEIGHTS["another family"]
            return WEIGHTS["family fits" if noun.wide else "nothing told"]
        if noun.family in OPEN_FAMILIES or any(akin(noun.family, family) for family in profile.families):
            near = noun.wide and noun.family in ("company", *PERSONS)
            return WEIGHTS["nothing told"] if near or noun.family in OPEN_FAMILIES else WEIGHTS["akin at most"]
        return WEIGHTS["another family" if noun.kind == "Organisation" else "another trade"]

    def _is_only_unknown(self, referent: _Referent) -> bool:
        """Whether it is the only organisation seen so far whose sort the article leaves open."""
        return not any(
            other is not referent
            and other.kind == "Organisation"
            and other.profile is not None
            and not other.profile.families
            and not all(place.function == "source" for place in other.places)
            for other in self.referents.values()
        )

    # --- groups and speakers ---------------------------------------------------------------------------------------

    def _near(self, anaphor: Anaphor, reach: int) -> list[_Referent]:
        """Single referents mentioned within ``reach`` sentences, nearest first."""
        near = [
            (max(p.index for p in r.places), r)
            for r in self.referents.values()
            if len(r.entities) == 1
            and r.places
            and any(self.layout.distance(p.index, anaphor.head) <= reach and p.function != "source" for p in r.places)
        ]
        return [referent for _, referent in sorted(near, key=lambda item: -item[0])]

    def _pairs(self, anaphor: Anaphor) -> list[_Referent]:
        """The two persons of the last sentences, when there are just two: "X a vu Y. Ils …"."""
        for reach in (1, 2):
            people = [r for r in self._near(anaphor, reach) if r.kind == "Person"]
            if len(people) == 2:
                pair = tuple(sorted(e for r in people for e in r.entities))
                if pair in self.referents:
                    return []
                gender: Gender | None = "Fem" if all(r.gender == "Fem" for r in people) else "Masc"
                index = min(people[0].places[-1].index, people[1].places[-1].index)
                return [_Referent(pair, "Person", gender, True, True, [_Place(index, "subject", "name")], chance=True)]
            if len(people) > 2:
                return []
        return []

    def _members(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> tuple[int, ...]:
        """The N entities that "les deux hommes" or "le duo" stand for: a coordination, or just N candidates near."""
        count = anaphor.count or 0
        for reach in (0, 1, 2, 3, 5, 8):
            groups = [
                r
                for r in self.referents.values()
                if len(r.entities) == count
                and count > 1
                and self.layout.distance(r.places[-1].index, anaphor.head) <= reach
                and all(self._member(anaphor, self._referent((e,))) for e in r.entities)
            ]
            if len(groups) == 1:
                return groups[0].entities
            fits = [
                r for r in self._near(anaphor, reach) if self._member(anaphor, r) and not set(r.entities) & set(speaker)
            ]
            kinds = {r.kind for r in fits}
            if len(fits) == count and (len(kinds) == 1 or reach <= 1):
                return tuple(sorted(e for r in fits for e in r.entities))
            if len(fits) > count or (anaphor.kind is None and not anaphor.nouns and reach >= 1):
                return ()
        return ()

    def _member(self, anaphor: Anaphor, referent: _Referent) -> bool:
        if anaphor.kind is not None and referent.kind != anaphor.kind:
            return False
        if anaphor.gender is not None and referent.gender not in (None, anaphor.gender):
            return False
        if anaphor.nouns and referent.profile is not None:
            fits = [n for n in anaphor.nouns if n.kind == referent.kind]
            return any(self._told(n, anaphor, referent) >= WEIGHTS["told otherwise"] for n in fits)
        return True

    def _first_person(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> tuple[int, ...]:
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
