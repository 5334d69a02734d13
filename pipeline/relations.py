"""Document + ontology → Reading: the doorway. After it nothing knows spaCy.

Every predication of the grammar becomes a claim when its arguments are of the kinds that the rule's signature asks
for; a happening that is told mints an event claim, and the lasting tie it creates stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from pipeline import attribution as sources
from pipeline import certainty, confidence, redundancy
from pipeline.amounts import AmountMention, nearest
from pipeline.confidence import Told
from pipeline.document import Document
from pipeline.grammar import Context, Filler, Predication, predications
from pipeline.grammar.lexicon import POSSESSIVES
from pipeline.learned import look
from pipeline.ontology import POST, Ontology, Rule, Tie
from pipeline.participants import completed, dated
from pipeline.schema import (
    Amount,
    Argument,
    Attribution,
    Claim,
    Entity,
    Mention,
    Modality,
    Polarity,
    Reading,
    Span,
    Status,
)
from pipeline.standing import bounded, is_own_act, narrowed, standing
from pipeline.timing import Calendar, When

_PAID = frozenset({"investment", "acquisition", "ruling", "agreement"})
"""Events that an amount belongs to."""


_NEAR = 12
"""Characters between a role noun and a date that is its own."""


_Side = tuple[Filler, int]
"""A filler and one of the entities that it stands for."""


@dataclass(frozen=True)
class _State:
    """What qualifies every claim of one predication."""

    polarity: Polarity
    modality: Modality
    status: Status | None
    attribution: Attribution | None
    when: When
    amount: Amount | None
    cues: tuple[Span, ...]


def read(document: Document, ontology: Ontology, *, learned: bool = True, least: float = confidence.LEAST) -> Reading:
    """What one article says.

    Args:
        document: parsed, with its named entities and all mentions (names and coreference).
        ontology: the checked rules.
        learned: whether the networks add what no rule tells, judge what they do, and date what is told without a date;
            without them, the claims and their confidence are those of the rules alone.
        least: what the network alone tells is left out where its confidence is less.

    Returns:
        The reading, with offsets into the article's source text; claims in text order, each once.
    """
    article = document.article
    reader = _Reader(document, ontology, learned)
    told = redundancy.without_weaker(dict.fromkeys(reader.claims()), ontology)
    claims = redundancy.in_text_order([*told, *reader.learned(told, least)])
    bodies = frozenset(f"e{e.id + 1}" for e in document.entities if e.kind == "Organisation")
    counts = [0] * len(document.entities)
    for mention in document.mentions:
        for entity in mention.entities:
            counts[entity] += 1
    return Reading(
        article=article.id,
        source=article.source,
        date=article.date,
        title=article.title,
        characters=len(article.text),
        words=sum(1 for token in document.doc if token.is_alpha),
        entities=tuple(
            Entity(id=f"e{e.id + 1}", kind=e.kind, name=e.name, aliases=e.aliases, hints=e.hints, mentions=counts[e.id])
            for e in document.entities
        ),
        mentions=tuple(
            Mention(entity=f"e{entity + 1}", form=m.form, span=reader.span(m.start, m.end))
            for m in sorted(document.mentions, key=lambda m: (m.start, m.end, m.form))
            for entity in m.entities
        ),
        claims=tuple(dated(completed(redundancy.best(claims), bodies), reader.news)),
    )


class _Reader:
    """The claims of one document."""

    def __init__(self, document: Document, ontology: Ontology, learned: bool) -> None:
        self.document, self.ontology = document, ontology
        self.context = Context(document, ontology)
        self.certainty = certainty.Context(document.doc)
        self.sources = sources.Sources(document)
        self.calendar = Calendar(document, learned)
        self.amounts: list[AmountMention] = self.context.amounts
        self.view = look(document) if learned else None
        self.news: dict[tuple[int, str], str] = {}
        """The likely date for triggers (place, type of event) that tell no date of their own."""

    def claims(self) -> Iterator[Claim]:
        """Every claim of the rules, in no particular order."""
        for predication in predications(self.context):
            yield from self._told(predication)

    def learned(self, told: Sequence[Claim], least: float) -> list[Claim]:
        """What the network reads beside the claims of the rules, which it never replaces."""
        if self.view is None:
            return []
        before, self.news = self.news, {}
        founds = (f for f in self.view.propose(self.ontology) if is_own_act(f, self.context))
        proposed = (claim for found in founds for claim in self._told(narrowed(found, self.context)))
        new = redundancy.untold((claim for claim in proposed if claim.confidence >= least), told)
        dated = {(claim.trigger.start, claim.type) for claim in new}
        self.news = before | {at: day for at, day in self.news.items() if at in dated}
        found = dict.fromkeys(redundancy.certain(dict.fromkeys(new), told))
        return [claim for claim in redundancy.without_weaker([*told, *found], self.ontology) if claim in found]

    def _told(self, found: Predication) -> Iterator[Claim]:
        rule = self.ontology.rules[found.word.rule]
        return self._relation(found, rule) if rule.kind == "relation" else self._event(found, rule)

    # Claims -------------------------------------------------------------------------------------------------------

    def _relation(self, found: Predication, rule: Rule) -> Iterator[Claim]:
        state = None
        told = found.word.event is not None and rule.event_roles
        for (source, one), (target, other) in self._pairs(found, rule):
            if self._fits(rule, one, other):
                state = state or self._state(found, rule)
                arguments = (self._argument("source", source, one), self._argument("target", target, other))
                yield self._claim(rule.name, "relation", arguments, state, found)
        if rule.future is not None and state is not None and state.status == "future":
            name, roles = rule.future
            if found.word.part == "verb" or found.construction == "attribute":
                fills = {roles[slot]: fillers for slot, fillers in found.fills.items() if slot in roles}
                yield from self._happening(found, self.ontology.rules[name], fills, state)
        if told and state is not None:
            event = self.ontology.rules[found.word.event or ""]
            fills = {
                rule.event_roles[slot]: fillers for slot, fillers in found.fills.items() if slot in rule.event_roles
            }
            yield from self._happening(found, event, fills, self._state(found, event))

    def _pairs(self, found: Predication, rule: Rule) -> Iterable[tuple[_Side, _Side]]:
        """Whom a relation ties: each source to each target, or all of one slot to one another."""
        sources_, targets = self._flat(found.fills.get("source", [])), self._flat(found.fills.get("target", []))
        if targets or not rule.symmetric:
            return product(sources_, targets)
        start = self.context.left_edge(found.start)
        if found.word.part == "role" and self.context.lower[start] in POSSESSIVES:
            # "ses rivaux A et B" are the rivals of someone else.
            return ()
        # "nous" of somebody who speaks for a firm stands for both, and ties neither to the other.
        kind = self.context.kind
        return [(a, b) for a, b in combinations(sources_, 2) if a[0] != b[0] or kind(a[1]) == kind(b[1])]

    @staticmethod
    def _flat(fillers: Iterable[Filler]) -> list[_Side]:
        return [(filler, entity) for filler in fillers for entity in filler.entities]

    def _fits(self, rule: Rule, source: int, target: int) -> bool:
        kind = self.context.kind
        return source != target and kind(source) in rule.roles["source"] and kind(target) in rule.roles["target"]

    def _event(self, found: Predication, rule: Rule) -> Iterator[Claim]:
        state = self._state(found, rule)
        if found.word.dated and state.when == When():
            return
        planned = state.status == "future" and rule.announced in found.fills and found.construction != "passive"
        told = replace(state, modality="other", status=None) if planned else state
        yield from self._happening(found, rule, found.fills, told)
        for tie in found.word.ties:
            yield from self._tie(found, tie, state)

    def _happening(
        self, found: Predication, rule: Rule, fills: dict[str, list[Filler]], state: _State
    ) -> Iterator[Claim]:
        arguments: list[Argument] = []
        seen: set[int] = set()
        filled: set[tuple[str, int]] = set()
        fills = fills | found.left_open
        for role, kinds in rule.roles.items():
            for filler in fills.get(role, []):
                for entity in filler.entities:
                    again = (role, entity) in filled or (entity in seen and not found.copied)
                    if self.context.kind(entity) in kinds and not again:
                        seen.add(entity)
                        filled.add((role, entity))
                        arguments.append(self._argument(role, filler, entity))
        roles = {a.role for a in arguments}
        if found.word.gather and state.status == "former":
            # "met fin à son partenariat": what ends was agreed before; no agreement is told.
            return
        gathered = found.word.gather & set(found.word.slots)
        counted = [a for a in arguments if found.word.least == 1 or not gathered or a.role in gathered]
        if len(counted) < found.word.least or (rule.core and not roles & rule.core):
            return
        if found.word.rule == rule.name and not found.word.require & set(rule.roles) <= roles:
            # One entity in two roles fills neither for certain.
            return
        thing = None
        if found.object is not None and not self._is_entity(found.object):
            thing = self.span(*found.object).text
        yield self._claim(rule.name, "event", tuple(arguments), state, found, thing)

    def _is_entity(self, tokens: tuple[int, int]) -> bool:
        return all(self.context.name_at(i) is not None for i in range(*tokens))

    def _tie(self, found: Predication, tie: Tie, state: _State) -> Iterator[Claim]:
        if tie.relation == POST:
            names = list(dict.fromkeys(word.rule for word in found.posts))
        else:
            names = [tie.relation] if not (found.posts and any(t.relation == POST for t in found.word.ties)) else []
        for name in names:
            rule = self.ontology.rules[name]
            if found.of_part and rule.part is not None:
                rule = self.ontology.rules[rule.part]
            fills = found.fills | found.left_open if found.posts else found.fills
            sources_, targets = self._flat(fills.get(tie.source, [])), self._flat(fills.get(tie.target, []))
            both_ways = tie.source == tie.target and not rule.symmetric
            if both_ways and (state.polarity, state.modality) != ("positive", "asserted"):
                # A quarrel that is rumoured or denied sets nobody against anybody.
                continue
            for (source, one), (target, other) in product(sources_, targets):
                mutual = tie.source != tie.target or (
                    (one < other or both_ways) and found.opposed(tie.source, source, target)
                )
                if mutual and self._fits(rule, one, other):
                    arguments = (self._argument("source", source, one), self._argument("target", target, other))
                    in_party = self.context.has_members(other) and not found.posts
                    type_ = rule.party if rule.party and in_party else rule.name
                    yield self._claim(type_, "relation", arguments, self._tie_state(tie, state), found)

    @staticmethod
    def _tie_state(tie: Tie, state: _State) -> _State:
        """An event's tie: an event that ends one ("former") leaves it true that it was; dates become its bounds."""
        ends = tie.status == "former"
        happened = state.polarity == "positive" and state.modality == "asserted"
        when = When(end=state.when.at) if ends else When(start=state.when.at or state.when.start)
        if ends:
            status: Status = "former" if happened and state.status != "future" else "current"
            return _State("positive", "asserted", status, None, when if happened else When(), None, state.cues)
        current: Status | None = state.status if state.status in {"future", "former"} else tie.status or "current"
        if not happened:
            current = None
        return _State(state.polarity, state.modality, current, state.attribution, when, state.amount, state.cues)

    # What qualifies a claim -----------------------------------------------------------------------------------------

    def _state(self, found: Predication, rule: Rule) -> _State:
        doc, word = self.document.doc, found.word
        trigger = doc[found.trigger]
        judged = self.certainty.assess(trigger, role=word.part in {"role", "beside"})
        polarity, modality, status = standing(word, rule, trigger, judged)
        when = self.calendar.when(
            trigger,
            future=judged.status == "future",
            planned=modality == "other" or judged.status == "future",
            told=rule.kind == "event" or word.event is not None,
            kind=rule.name if rule.kind == "event" else None,
        )
        when = bounded(when, trigger, judged)
        if status == "future" and self.calendar.is_past(when):
            # The future of a narrative: "En 1998, elle fondera Altaïs."
            status = "current" if rule.kind == "event" else word.status or "current"
        if word.part in {"role", "beside"} and found.construction != "attribute" and not self._beside(found, when):
            # A role noun beside a name tells nothing of when: the date of its sentence is that of the main verb.
            when = When()
        if rule.kind == "event" and when == When():
            day = self.calendar.likely_date(trigger, rule.name, judged)
            if day is not None:
                self.news[self.span(found.start, found.end).start, rule.name] = day
        credited = self.sources.attribute(trigger)
        return _State(
            polarity,
            modality,
            status,
            None if credited is None else self._attribution(credited),
            when,
            self._amount(found, rule),
            tuple(sorted((self.document.article.quote(*c) for c in judged.cues), key=lambda s: s.start)),
        )

    def _beside(self, found: Predication, when: When) -> bool:
        """Whether a date stands right after a role noun or its body ("membre de X depuis 2012")."""
        if when.cue is None:
            return False
        last = [found.end, *(filler.end for fillers in found.fills.values() for filler in fillers)]
        return any(0 <= when.cue[0] - self._char_end(end - 1) <= _NEAR for end in last)

    def _char_end(self, index: int) -> int:
        token = self.document.doc[index]
        return token.idx + len(token)

    def _attribution(self, credited: sources.Attribution) -> Attribution:
        entity = f"e{credited.entities[0] + 1}" if credited.entities else None
        text = self.span(credited.start, credited.end).text
        if self.document.doc[credited.start].pos_ == "PRON" and credited.end == credited.start + 1:
            text = text.lstrip("-").lower()  # "a-t-il dit", of somebody unnamed
        return Attribution(text=text, entity=entity)

    def _amount(self, found: Predication, rule: Rule) -> Amount | None:
        """The sum nearest to the trigger in its sentence, for the kinds of event that sums belong to."""
        if rule.name not in _PAID and found.word.event not in _PAID:
            return None
        trigger = self.document.doc[found.trigger]
        return nearest(
            self.amounts, self.document.doc.text, (trigger.sent.start_char, trigger.sent.end_char), trigger.idx
        )

    # Spans --------------------------------------------------------------------------------------------------------

    def _claim(
        self,
        type_: str,
        kind: str,
        arguments: tuple[Argument, ...],
        state: _State,
        found: Predication,
        thing: str | None = None,
    ) -> Claim:
        doc = self.document.doc
        trigger = self.span(found.start, found.end)
        sentence = doc[found.trigger].sent
        evidence = self.document.article.quote(sentence.start_char, sentence.end_char)
        construction = found.construction + (" (surface)" if found.surface else "")
        event = kind == "event"
        likelihood = self._likelihood(type_, arguments, found)
        forms = tuple(argument.form for argument in arguments)
        told = Told(type_, construction, forms, state.polarity, state.modality, likelihood)
        return Claim(
            type=type_,
            kind="event" if event else "relation",
            arguments=arguments,
            polarity=state.polarity,
            modality=state.modality,
            status=state.status,
            attribution=state.attribution,
            date=(state.when.at or state.when.start or state.when.end) if event else state.when.at,
            start=state.when.start,
            end=state.when.end,
            amount=state.amount if event or type_ == "investor_in" else None,
            object=thing,
            trigger=trigger,
            evidence=evidence,
            cues=state.cues,
            rule=f"{found.word.rule}:{found.word.lemma}",
            construction=construction,
            likelihood=likelihood,
            confidence=confidence.of(told),
        )

    def _likelihood(self, type_: str, arguments: tuple[Argument, ...], found: Predication) -> float | None:
        if self.view is None:
            return None
        rule = self.ontology.rules[type_]
        if rule.kind == "event":
            return round(self.view.event(rule, found.start, found.end), 3)
        source, target = (int(argument.entity[1:]) - 1 for argument in arguments)
        return round(self.view.relation(rule, source, target), 3)

    def _argument(self, role: str, filler: Filler, entity: int) -> Argument:
        return Argument(role=role, entity=f"e{entity + 1}", form=filler.form, span=self.span(filler.start, filler.end))

    def span(self, start: int, end: int) -> Span:
        """Tokens as a span of the source text."""
        doc = self.document.doc
        return self.document.article.quote(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
