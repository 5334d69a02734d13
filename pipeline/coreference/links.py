"""Who "il", "la startup", "son PDG", "ce dernier" are: anaphors linked to the named entities of one article.

The article is read in text order. Every name, every noun phrase and every anaphor already resolved is a *referent*
with its last mentions. For each anaphor the nearest referents that nothing rules out are laid out as a table of numbers
(:mod:`candidates`), among them the hand-made score (:mod:`evidence`) and the decision by it alone (:mod:`cautious`); a
small network (:mod:`ranker`) says how likely each is meant, or nobody. Common nouns take part as competitors. What
stands outside direct speech is resolved first, then who speaks, then what is said. A choice among all candidates of one
mention is the ranking model of Denis & Baldridge (2008).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.coreference.anaphors import find
from pipeline.coreference.candidates import Candidates
from pipeline.coreference.columns import Table
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.ranker import trained
from pipeline.coreference.signatories import find_signatories
from pipeline.coreference.speakers import Speech, speeches
from pipeline.coreference.weights import WEIGHTS
from pipeline.document import DocMention, Document

_MEDIA: Final = frozenset({"press", "media", "broadcast"})
"""Families of nouns for media titles."""


SURE: Final[dict[str, float]] = {"pronoun": 0.5, "possessive": 0.5, "description": 0.6}
"""How likely somebody must be meant by each form; chosen on the annotated articles that nothing learns from."""


def resolve(document: Document) -> Document:
    """The document with mentions of form pronoun, possessive and description appended, in text order.

    ``press`` of the result has the entities that the article describes as media titles.
    """
    resolver = Resolver(document)
    found = resolver.run()
    found += find_signatories(document, found)
    found.sort(key=lambda mention: (mention.start, mention.end))
    press = frozenset(number for number, profile in resolver.profiles.items() if profile.families & _MEDIA)
    return replace(document, mentions=[*document.mentions, *found], press=press)


class Resolver(Candidates):
    """Reads one article; :meth:`choose` decides, and training teaches it."""

    def run(self) -> list[DocMention]:
        """Every anaphor that stands for somebody named."""
        people = frozenset(entity.id for entity in self.document.entities if entity.kind == "Person")
        anaphors = find(self.doc, self.covered, people)
        speech = speeches(self.doc, self.layout, self.names, people)
        outer = [a for a in anaphors if not self._said(a, speech)]
        inner = [a for a in anaphors if self._said(a, speech)]
        tokens = [said.speaker for said in speech if said.speaker is not None]
        self.speaking = frozenset(tokens)
        self.spoke_before = {new: old for old, new in pairwise(dict.fromkeys(tokens))}
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
        last = max(by_start, default=-1)  # what stands behind the last one is nobody's antecedent
        for index in sorted({*starts, *by_start, *(earlier if speakers is not None else ()), *self.nouns}):
            if index > last:
                break
            if index in starts:
                mention = starts[index]
                self.see(mention, "name")
                group = self.coordinate(group, mention)
            if index in by_start:
                anaphor = by_start[index]
                speaker = (speakers or {}).get(self.layout.quote[anaphor.head], ())
                entities = self._resolve(anaphor, speaker)
                if entities:
                    self._take_post(anaphor, entities)
                    self._learn(anaphor, entities)
                    found = DocMention(anaphor.start, anaphor.end, anaphor.head, entities, anaphor.form)
                    self.resolved[anaphor.head] = found
                    if anaphor.sort != "first":
                        self.see(found, anaphor.form, "nested" if anaphor.form == "possessive" else anaphor.function)
                elif anaphor.sort == "description":
                    self.see_noun(anaphor.head, anaphor.nouns, anaphor.gender, anaphor.complement)
            elif index in earlier and speakers is not None:
                self.see(earlier[index], earlier[index].form)
            elif (
                index in self.nouns
                and index not in self.covered
                and index not in heads
                and (speakers is not None or self.layout.quote[index] < 0)
            ):
                self.see_noun(index, (), None)

    def _take_post(self, anaphor: Anaphor, entities: tuple[int, ...]) -> None:
        """ "Son président, X": whoever is named beside the possessed noun speaks for the possessor."""
        if anaphor.sort != "possessive" or len(entities) != 1:
            return
        for profile in self.profiles.values():
            if anaphor.verb in profile.told_at and profile.kind == "Person":
                profile.serves.update(entities)

    def _learn(self, anaphor: Anaphor, entities: tuple[int, ...]) -> None:
        """What a description was once resolved to, it stands for again."""
        if anaphor.sort != "description" or len(entities) != 1:
            return
        profile = self.profiles[entities[0]]
        nouns = [noun for noun in anaphor.nouns if noun.kind == profile.kind]
        told = max(self.told(noun, anaphor, self.referent(entities)) for noun in nouns)
        if profile.kind == "Person" and told < WEIGHTS["family fits"] and entities[0] not in self.topics:
            return
        noun = next((noun for noun in nouns if noun.family in profile.families), nouns[0])
        profile.told.setdefault(noun.lemma, set()).update(anaphor.complement)
        profile.families.add(noun.family)
        if anaphor.body is not None and profile.kind == "Person" and anaphor.body != entities[0]:
            profile.serves.add(anaphor.body)

    def _resolve(self, anaphor: Anaphor, speaker: tuple[int, ...]) -> tuple[int, ...]:
        if anaphor.named:
            return anaphor.named
        if anaphor.sort == "group":
            return self.members(anaphor, speaker)
        ahead = self.ahead(anaphor, speaker)
        if ahead or (anaphor.sort == "clitic" and self.subject_follows(anaphor)):
            return ahead
        own = len(speaker) == 1 and self.profiles[speaker[0]].kind == "Organisation"
        if anaphor.sort == "first" and speaker and (own or not anaphor.plural):
            return speaker  # a body that says "nous" means itself
        scores = self.scores(anaphor, speaker)
        if anaphor.sort == "first":
            by_hand = self.first_person(anaphor, speaker)
            table = self.table(anaphor, speaker, self.with_speaker(anaphor, scores, by_hand), frozenset(), by_hand)
            return self.choose(anaphor, table) if table is not None else ()
        barred = self.named_in_its_clause(anaphor)
        by_hand = self.by_hand(anaphor, speaker, scores, barred)
        if anaphor.sort == "place" or self.joined(anaphor, by_hand):
            return by_hand
        table = self.table(anaphor, speaker, scores, barred, by_hand)
        return self.choose(anaphor, table) if table is not None else ()

    def choose(self, anaphor: Anaphor, table: Table) -> tuple[int, ...]:
        """Whom the network holds to be meant, where it is sure enough."""
        return trained().answer(table, SURE[anaphor.form])
