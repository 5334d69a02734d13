"""One happening told twice is one event: tellings of events, brought together within and across articles.

Two tellings are one happening when they have the same type, share a participant in one role, and nothing contradicts:
in each role that both fill, one set of participants holds the other; all in all one telling holds the other (for types
of :data:`ONCE`, each may add what the other leaves open); the dates are equal or one lies within the other; amounts
and objects agree. Within one article a missing date agrees with any; across articles more is asked
(:func:`_same_across`), because the same people often do the same kind of thing again.

Measured on 71 articles annotated by hand, 305 events: 91 pairs of one type share a participant in its role within an
article and are two events. Participants keep 45 of them apart, dates 21, objects 6, nesting 5; 14 would be merged,
nearly all because one of the two has no date.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Literal

from pipeline import names
from pipeline.dedupe.day_bounds import bounds, extent
from pipeline.schema import Amount, Claim, Modality, Polarity, Reading

AMOUNT_TOLERANCE = 1.1
"""Two sums of one currency contradict each other when the larger is more than this times the smaller."""
ONCE = frozenset({"founding", "acquisition", "merger", "appointment", "departure"})
"""Types that happen once between the same participants, so that a date may be missing across articles."""
ANNOUNCED = frozenset({"appointment", "departure"})
"""Types of which the announcement and what was announced are one."""
DECISIVE = {"founding": "organisation", "appointment": "person", "departure": "person", "acquisition": "target"}
"""The role that alone says which happening it is, when another role is left open by one of the articles."""
ONCE_DAYS, OFTEN_DAYS = 400, 31
"""How far apart, in days, articles may be that tell one happening without its date: of types told once, of others."""
WINDOW = 30
"""Within a block sorted by date, each happening is compared with so many followers."""
GENERIC_ROLES = frozenset({"party"})
_CLEARED = re.compile(r"acquitt|relax|non-lieu|innocent|blanch|discul|hors de cause")
_GUILTY = re.compile(r"condamn|coupable|responsable")
"""The outcomes of a ruling, by the word that told it (``Claim.rule``)."""

Scope = Literal["article", "corpus"]
Role = tuple[str, str]
"""Role and the id of the entity that fills it."""


@dataclass(frozen=True)
class Telling:
    """One event claim of one article, with its participants as ids of the corpus."""

    reading: Reading
    claim: Claim
    roles: frozenset[Role]

    @property
    def document(self) -> str:
        """The article's id."""
        return self.reading.article

    @property
    def told(self) -> str | None:
        """The article's date."""
        return self.reading.date

    @cached_property
    def order(self) -> tuple[object, ...]:
        """Date of the article, then place in the text: what "later" means; content where the place is the same."""
        claim = self.claim
        amount = repr(claim.amount)
        return (*place(self.reading, claim), sorted(self.roles), claim.date or "", claim.object or "", amount,
                claim.polarity, claim.modality)  # fmt: skip


@dataclass(frozen=True)
class Joining:
    """Why a telling belongs to a happening."""

    telling: Telling
    scope: Scope
    reason: str
    score: float


@dataclass(frozen=True)
class Happening:
    """One event: its tellings in order, and the union of their participants."""

    type: str
    tellings: tuple[Telling, ...]
    joinings: tuple[Joining, ...] = ()

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """Every participant in its role; a bare "party" goes where another role says more."""
        every = {role for telling in self.tellings for role in telling.roles}
        named = {entity for role, entity in every if role not in GENERIC_ROLES}
        return tuple(sorted(r for r in every if r[0] not in GENERIC_ROLES or r[1] not in named))

    @cached_property
    def date(self) -> str | None:
        """The most precise date told; then the most frequent, then the first by the calendar."""
        dates = Counter(t.claim.date for t in self.tellings if t.claim.date)
        return min(dates, key=lambda d: (extent(d), -dates[d], d), default=None)

    @cached_property
    def object(self) -> str | None:
        """The object most often told; then the longest."""
        objects = Counter(t.claim.object for t in self.tellings if t.claim.object)
        return min(objects, key=lambda o: (-objects[o], -len(o), o), default=None)

    @cached_property
    def amount(self) -> Amount | None:
        """The sum most often told; then the first told."""
        sums = [t.claim.amount for t in self.tellings if t.claim.amount]
        return max(sums, key=lambda a: (sums.count(a), -sums.index(a)), default=None)

    @cached_property
    def state(self) -> tuple[Polarity, Modality]:
        """The last word on it (see :func:`last_word`)."""
        return last_word(self.tellings)


def place(reading: Reading, claim: Claim) -> tuple[str, str, str, int, int, str]:
    """Where a claim stands in the order of telling: date of the article, the article, place in its text."""
    return (reading.date or "", reading.article, reading.source, claim.trigger.start, claim.trigger.end, claim.rule)


def gather(tellings: Iterable[Telling]) -> list[Happening]:
    """Bring tellings together to happenings, within articles first. Any order in, sorted by content out."""
    by_article: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: t.order):
        by_article[telling.document, telling.claim.type].append(telling)
    told = [h for _, together in sorted(by_article.items()) for h in _join([_alone(t) for t in together], "article")]
    by_type: defaultdict[str, list[Happening]] = defaultdict(list)
    for happening in told:
        by_type[happening.type].append(happening)
    return [h for _, together in sorted(by_type.items()) for h in _join(together, "corpus")]


def last_word(tellings: Sequence[Telling]) -> tuple[Polarity, Modality]:
    """Polarity and modality of a happening. What is told as fact outranks plans and allegations of the same article.

    A plan of which some telling says that it failed is negative and ``other``, wherever in the article that stands: the
    press tells the end first. Fact against denial in one article: the later in the text. Articles follow one another by
    date: the later wins, save that a mere plan or conditional never takes back a fact.
    """
    by_article: dict[tuple[str, str], list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: t.order):
        by_article.setdefault((telling.told or "", telling.document), []).append(telling)
    state: tuple[Polarity, Modality] | None = None
    for _, together in sorted(by_article.items()):
        word = _word_of_article([(t.claim.polarity, t.claim.modality) for t in together])
        if state is None:
            state = word
        elif word[0] == "negative" and state == ("positive", "other"):
            state = ("negative", "other")
        elif not (word == ("positive", "other") and state == ("positive", "asserted")):
            state = word
    assert state is not None
    return state


def _word_of_article(states: list[tuple[Polarity, Modality]]) -> tuple[Polarity, Modality]:
    fact: tuple[Polarity, Modality] = ("positive", "asserted")
    decisive = [state for state in states if state == fact or state[0] == "negative"]
    if not decisive:
        return "positive", "other"
    if decisive[-1] == fact or (fact in decisive and decisive[-1][1] == "other"):
        return fact
    planned = any(modality == "other" for _, modality in states)
    return "negative", "other" if planned else "asserted"


def _alone(telling: Telling) -> Happening:
    return Happening(telling.claim.type, (telling,))


def _join(happenings: list[Happening], scope: Scope) -> list[Happening]:
    """Unite the likeliest pairs first, each union checked against all that its sides already hold."""
    across = scope == "corpus"
    pairs = _near_pairs(happenings) if across else combinations(range(len(happenings)), 2)
    scored = [
        (_likeness(happenings[a], happenings[b]), a, b)
        for a, b in pairs
        if _compatible(happenings[a], happenings[b]) and (not across or _same_across(happenings[a], happenings[b]))
    ]
    parent, groups = list(range(len(happenings))), dict(enumerate(happenings))
    for (score, _), a, b in sorted(scored, key=lambda s: (-s[0][0], s[0][1], s[1], s[2])):
        one, other = sorted((_root(parent, a), _root(parent, b)))
        if one == other or not _compatible(groups[one], groups[other]):
            continue
        if across and {t.document for t in groups[one].tellings} & {t.document for t in groups[other].tellings}:
            continue
        kept, merged = groups[one], groups.pop(other)
        joining = Joining(merged.tellings[0], scope, _reason(kept, merged), score)
        tellings = tuple(sorted(kept.tellings + merged.tellings, key=lambda t: t.order))
        groups[one] = Happening(kept.type, tellings, (*kept.joinings, *merged.joinings, joining))
        parent[other] = one
    return [groups[index] for index in sorted(groups)]


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _near_pairs(happenings: list[Happening]) -> list[tuple[int, int]]:
    """Pairs that share two participants, or the one that decides, and stand near in time."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, happening in enumerate(happenings):
        entities = sorted({entity for _, entity in happening.roles})
        for pair in combinations(entities[:8], 2):
            blocks[pair].append(index)
        for role, entity in happening.roles:
            if len(entities) == 1 or role == DECISIVE.get(happening.type):
                blocks[role, entity, ""].append(index)
    moment = [_moment(happening) or 0 for happening in happenings]
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        block = sorted(set(block), key=lambda index: (moment[index], index))
        for place, one in enumerate(block):
            pairs.update((min(one, b), max(one, b)) for b in block[place + 1 : place + 1 + WINDOW])
    return sorted(pairs)


def _compatible(one: Happening, other: Happening) -> bool:
    """Same type, a participant shared in its role, and no contradiction."""
    mine, theirs = _by_role(one), _by_role(other)
    if one.type != other.type or not _shared(mine, theirs):
        return False
    if any(not _nested(mine[role], theirs[role]) for role in mine.keys() & theirs.keys()):
        return False
    if one.type not in ONCE and not _nested({e for _, e in one.roles}, {e for _, e in other.roles}):
        return False
    return all(
        (_times_agree(a, b) or _announced(a, b))
        and _amounts_agree(a.claim.amount, b.claim.amount)
        and _objects_agree(a.claim.object, b.claim.object)
        and _outcomes_agree(a.claim.rule, b.claim.rule)
        for a in one.tellings
        for b in other.tellings
    )


def _outcomes_agree(one: str, other: str) -> bool:
    """Whether two words of a ruling may tell the same one: who is acquitted is not condemned by it."""
    return not any(_CLEARED.search(a) and _GUILTY.search(b) for a, b in ((one, other), (other, one)))


def _same_across(one: Happening, other: Happening) -> bool:
    """What is asked beyond compatibility of tellings in two articles.

    Types that happen once: two shared participants or the decisive one, and dates that agree or articles within
    :data:`ONCE_DAYS`. Others: the same participants in the same roles, and a date told by both, or a shared object or
    two participants and articles within :data:`OFTEN_DAYS`.
    """
    mine, theirs = _by_role(one), _by_role(other)
    shared = _shared(mine, theirs)
    dated = one.date is not None and other.date is not None
    days = _days_between(one, other)
    if one.type in ONCE:
        decisive = any(role == DECISIVE.get(one.type) for role, _ in shared)
        if not (decisive or len(shared) >= 2):
            return False
        return dated or one.type == "founding" or (len(shared) >= 2 if days is None else days <= ONCE_DAYS)
    if mine != theirs:
        return False
    if dated:
        return min(extent(one.date or ""), extent(other.date or "")) <= 31
    enough = len(shared) >= 2 or bool(_content(one.object) & _content(other.object))
    return enough and days is not None and days <= OFTEN_DAYS


def _likeness(one: Happening, other: Happening) -> tuple[float, int]:
    """Score (0 to 1) and distance in the text: the order in which unions are tried."""
    mine, theirs = set(one.roles), set(other.roles)
    overlap = len(mine & theirs) / max(1, len(mine | theirs))
    score = 0.5 + 0.3 * overlap + 0.2 * (one.date is not None and one.date == other.date)
    return round(score, 3), abs(one.tellings[0].claim.trigger.start - other.tellings[0].claim.trigger.start)


def _reason(one: Happening, other: Happening) -> str:
    shared = sorted({role for role, _ in _shared(_by_role(one), _by_role(other))})
    reasons = [f"same {one.type}", f"shared {' and '.join(shared)}"]
    if one.date and other.date:
        reasons.append("same date" if one.date == other.date else "one date within the other")
    return ", ".join(reasons)


def _by_role(happening: Happening) -> dict[str, set[str]]:
    filled: defaultdict[str, set[str]] = defaultdict(set)
    for role, entity in happening.roles:
        filled[role].add(entity)
    return dict(filled)


def _nested(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _shared(mine: dict[str, set[str]], theirs: dict[str, set[str]]) -> set[Role]:
    same = {(role, entity) for role in mine.keys() & theirs.keys() for entity in mine[role] & theirs[role]}
    for generic in GENERIC_ROLES:
        for one, other in ((mine, theirs), (theirs, mine)):
            same |= {(role, e) for role, es in other.items() for e in es & one.get(generic, set())}
    return same


def _dates_agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return True
    mine, theirs = bounds(one), bounds(other)
    if mine is None or theirs is None:
        return False
    return (mine[0] <= theirs[0] and theirs[1] <= mine[1]) or (theirs[0] <= mine[0] and mine[1] <= theirs[1])


def _announced(one: Telling, other: Telling) -> bool:
    """Whether one telling dates the announcement and the other what was announced ("nommée lundi … prendra ses
    fonctions le 1er octobre"), for what happens once."""
    first, second = bounds(one.claim.date or ""), bounds(other.claim.date or "")
    if one.claim.type not in ANNOUNCED or first is None or second is None:
        return False
    later = one if first[0] > second[0] else other
    return later.claim.status == "future" and abs(first[0] - second[0]) <= ONCE_DAYS


def _times_agree(one: Telling, other: Telling) -> bool:
    """The dates agree; and where only one is dated, what happens once more is not both done and to come.

    What an article says to come is not what it dates to an earlier time ("va quitter la chaîne", "l'avait quittée à
    l'automne 2018"), even where it happens but once.
    """
    if (one.claim.date is None) == (other.claim.date is None):
        return _dates_agree(one.claim.date, other.claim.date)
    dated, undated = (one, other) if other.claim.date is None else (other, one)
    when, told = bounds(dated.claim.date or ""), bounds(dated.told or "")
    if when is None or told is None:
        return True
    if undated.claim.status == "future":
        return when[1] >= told[0] - OFTEN_DAYS
    return one.claim.type in ONCE or when[0] <= told[1] or undated.claim.modality == "other"


def _amounts_agree(one: Amount | None, other: Amount | None) -> bool:
    if one is None or other is None or one.currency != other.currency:
        return True
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= AMOUNT_TOLERANCE * low


def _objects_agree(one: str | None, other: str | None) -> bool:
    """Either is not told, or more than half of the words of the shorter are in the longer."""
    mine, theirs = _content(one), _content(other)
    return not mine or not theirs or 2 * len(mine & theirs) > min(len(mine), len(theirs))


@lru_cache(maxsize=1 << 16)
def _content(text: str | None) -> frozenset[str]:
    """The words of an object that say which one it is, without their plural."""
    words = names.folded(text or "").split()
    return frozenset(w.rstrip("sx") for w in words if (len(w) > 2 or w.isdigit()) and w not in _EMPTY)


_EMPTY = names.STOP_WORDS | frozenset({
    "son", "ses", "leur", "leurs", "cette", "ces", "cet", "nouveau", "nouvelle", "nouveaux", "nouvelles", "premier",
    "premiere", "dernier", "derniere", "propre", "notre", "nos", "mon", "mes", "avec", "sous", "chez", "entre",
})  # fmt: skip
"""Words that tell no object from another; numbers do."""


def _moment(happening: Happening) -> int | None:
    """The day that the happening is told to be on, else the day of its first article."""
    for text in (happening.date, *(telling.told for telling in happening.tellings)):
        if text and (found := bounds(text)):
            return found[0]
    return None


def _days_between(one: Happening, other: Happening) -> int | None:
    mine, theirs = _moment(one), _moment(other)
    return None if mine is None or theirs is None else abs(mine - theirs)
