"""The referents of one article: what can be meant, with its last mentions, as the text is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from pipeline.coreference.descriptions import Noun, noun_at
from pipeline.coreference.discourse import SAYING, Function, Layout, function_of, layout
from pipeline.coreference.person_gender import TITLES
from pipeline.coreference.profile import Profile
from pipeline.coreference.profiles import mention_index, profiles
from pipeline.document import DocMention, Document, Gender
from pipeline.parsed import Doc, Token

# Nouns of time and measure are nobody's antecedent.
MEASURES: Final = frozenset(
    """
    an année mois jour semaine heure minute siècle lundi mardi mercredi jeudi vendredi samedi dimanche janvier
    février mars avril mai juin juillet août septembre octobre novembre décembre matin soir million milliard
    euro dollar fois part cours cas fin début suite côté partie temps moment millier dizaine centaine ans lieu
    pour_cent date
    """.split()
)

_DEFINITE: Final = frozenset(
    "le la l' l’ les du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos".split()
)
_JOINS: Final = frozenset({",", "et", "&", "le", "la", "l'", "les", "mm.", "mme", "m."})
"""What may stand between names in coordination, besides a title."""
_FAR: Final = 14
"""Tokens between two names that are in no coordination any more."""

# Nouns of groups and powers, which act as persons and bodies do, though they are no entity.
_COLLECTIVES: Final = frozenset(
    """
    gouvernement exécutif opposition majorité justice parquet police gendarmerie armée état etat direction rédaction
    public peuple foule population équipe famille classe jeunesse droite gauche extrême-droite junte régime pouvoir
    patronat clergé électorat tribunal cour pays nation ville commune mairie région département république
    """.split()
)

ReferentKind = Literal["Person", "Organisation", "Thing"]


@dataclass
class Place:
    """One mention of a referent: its head token, its function, and its form ("noun" for a common noun)."""

    index: int
    function: Function
    form: str


@dataclass
class Referent:
    """What can be meant: one entity, a group of them, or (no entities) a common noun, a competitor only."""

    entities: tuple[int, ...]
    kind: ReferentKind
    gender: Gender | None
    sure: bool
    plural: bool
    places: list[Place] = field(default_factory=list)
    profile: Profile | None = None
    nouns: tuple[Noun, ...] = ()
    lead: bool = False
    titled: bool = False
    """Whether the title names it."""
    words: frozenset[str] = frozenset()
    """Of a common noun: the words of its complement."""
    introduced: bool = False
    """Of a common noun: whether "un", a number or no determiner brought it in, so that it may be meant again."""
    chance: bool = False
    """A group of two who merely stand in one sentence."""


class Discourse:
    """One article with its layout, its profiles, and the referents seen so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.doc: Doc = document.doc
        self.layout: Layout = layout(self.doc)
        self.profiles = profiles(document)
        self.names = sorted(
            (mention for mention in document.mentions if mention.form == "name"), key=lambda mention: mention.start
        )
        self.name_starts = [mention.start for mention in self.names]
        self.covered = mention_index(self.names)
        first = next((token.i for token in self.doc if not token.is_space), 0)
        self.title_end = next((token.i for token in self.doc[first:] if "\n" in token.text), 0)
        self.topics = self._topics()
        self.nouns = frozenset(token.i for token in self.doc if token.pos_ == "NOUN")
        self.beside = {index for profile in self.profiles.values() for index in profile.told_at}
        self.spoke_before: dict[int, int] = {}
        """For the token of each speaker, that of the speaker before."""
        self.speaking: frozenset[int] = frozenset()
        """The tokens of those who say direct speech."""
        self.resolved: dict[int, DocMention] = {}
        self.referents: dict[tuple[int, ...] | str, Referent] = {}
        self.dependents: dict[int, frozenset[str]] = {}
        self.subject: tuple[int, tuple[int, ...]] | None = None
        """The last subject seen: its token, and the entities it stands for."""

    def _topics(self) -> frozenset[int]:
        """The person and the organisation named most often, in the title or the first sentences too.

        The title counts double.
        """
        counts: dict[int, int] = {}
        for mention in self.names:
            for entity in mention.entities:
                counts[entity] = counts.get(entity, 0) + (2 if mention.head < self.title_end else 1)
        opening = {e for m in self.names if self.layout.sentence[m.head] <= 2 for e in m.entities}
        found = set()
        for kind in ("Person", "Organisation"):
            ranked = sorted((e for e in counts if self.profiles[e].kind == kind), key=lambda e: (-counts[e], e))
            if ranked and ranked[0] in opening and (len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]]):
                found.add(ranked[0])
        return frozenset(found)

    def see(self, mention: DocMention, form: str, function: Function | None = None) -> None:
        """Take note of a mention of one or several entities; ``function`` overrides the one read from the parse."""
        referent = self.referent(mention.entities)
        place = Place(mention.head, function or function_of(self.doc[mention.head]), form)
        if form == "name":
            place.function = self._surface_function(mention, place.function)
        referent.places.append(place)
        if place.function == "subject":
            self.subject = (mention.head, mention.entities)
        del referent.places[:-4]
        if len(mention.entities) > 1:
            for entity in mention.entities:
                member = self.referent((entity,))
                member.places.append(Place(mention.head, "oblique", form))
                del member.places[:-4]
        referent.titled = referent.titled or (form == "name" and mention.head < self.title_end)
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
        if mention.head in self.speaking:
            return "subject"
        if function == "source" or after is None:
            return function
        if before is not None and before.text == "Pour" and after.text == ",":
            return "subject"
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

    def referent(self, entities: tuple[int, ...]) -> Referent:
        """The referent of an entity, or of a group of them, made when first asked for."""
        key = tuple(sorted(entities))
        if key not in self.referents:
            members = [self.profiles[entity] for entity in key]
            if len(members) == 1:
                one = members[0]
                created = Referent(key, one.kind, one.gender, one.sure, one.plural, profile=one)
            else:
                kinds = {member.kind for member in members}
                genders = {member.gender for member in members}
                gender: Gender | None = "Fem" if genders == {"Fem"} else "Masc" if "Masc" in genders else None
                created = Referent(key, kinds.pop() if len(kinds) == 1 else "Thing", gender, gender == "Masc", True)
            self.referents[key] = created
        return self.referents[key]

    def see_noun(
        self, index: int, nouns: tuple[Noun, ...], gender: Gender | None, words: frozenset[str] = frozenset()
    ) -> None:
        """Take note of a common noun: a competitor, never an answer."""
        told = bool(nouns)
        token = self.doc[index]
        children = self._dependents(token)
        if "cop" in children or (not children & {"det", "nummod"} and not nouns):
            return
        if token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > index - 12:
            self.see_noun_pair(index)
        if index in self.beside or token.lemma_ in MEASURES or token.lower_ in MEASURES or token.lower_ in TITLES:
            return
        nouns = nouns or noun_at(self.doc, index)
        if nouns and index + 1 in self.covered:
            return
        definite = told or any(
            t.lower_ in _DEFINITE for t in self.doc[max(index - 2, 0) : index] if t.pos_ in ("DET", "ADP")
        )
        shown = token.morph.get("Gender", [])
        if gender is None and shown:
            gender = "Fem" if shown[0] == "Fem" else "Masc"
        plural = "Plur" in token.morph.get("Number", [])
        kind: ReferentKind = nouns[0].kind if nouns else "Thing"
        if token.lemma_ in _COLLECTIVES or token.lower_ in _COLLECTIVES:
            kind = "Organisation"
        created = Referent((), kind, gender, True, plural, nouns=nouns, words=words)
        referent = self.referents.setdefault(f"{token.lemma_}|{plural}", created)
        referent.introduced = referent.introduced or not definite
        referent.places.append(Place(index, function_of(token), "noun"))
        if referent.places[-1].function == "subject":
            self.subject = (index, ())
        del referent.places[:-2]

    def _dependents(self, token: Token) -> frozenset[str]:
        """The dependencies that hang on a token; the text is walked more than once, and asks each time."""
        if token.i not in self.dependents:
            self.dependents[token.i] = frozenset(child.dep_ for child in token.children)
        return self.dependents[token.i]

    def see_noun_pair(self, index: int) -> None:
        """ "Le père et la fille", "la ministre et X": a competitor for plural anaphors."""
        referent = Referent((), "Thing", "Masc", False, True)
        referent = self.referents.setdefault(f"{index}|pair", referent)
        referent.kind = "Person" if noun_at(self.doc, index) else "Thing"
        referent.places.append(Place(index, function_of(self.doc[index].head), "noun"))

    def coordinate(self, group: list[DocMention], mention: DocMention) -> list[DocMention]:
        """Join names standing in coordination ("X, Y et Z") into a group referent; returns the run so far."""
        if group:
            last = group[-1]
            gap = self.doc[last.end : mention.start]
            if len(gap) >= _FAR and gap[0].lower_ not in _JOINS:
                return [mention]
            texts = {token.lower_ for token in gap}
            joined = texts <= _JOINS or (
                "et" in texts
                and len(gap) < _FAR
                and self.doc[mention.head].dep_ == "conj"
                and not any(t.pos_ in ("VERB", "AUX") for t in gap)
            )
            same = self.profiles[last.entities[0]].kind == self.profiles[mention.entities[0]].kind
            if joined and same and texts:
                group = [*group, mention]
                members = tuple(dict.fromkeys(m.entities[0] for m in group))
                if "et" in texts and len(members) > 1:
                    referent = self.referent(members)
                    referent.places.append(Place(mention.head, function_of(self.doc[group[0].head]), "name"))
                return group
        return [mention]
