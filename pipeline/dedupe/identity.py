"""Who is who across articles: the entities of all readings, brought together to persons and organisations.

Blocks instead of all pairs, so that the work grows with the number of names. Strong names (a full name, an
organisation's own name) meet by their key; a weak name (a lone surname) stays with its article unless exactly one full
name bears it and context agrees. What one article tells apart stays apart, through any chain of merges.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from pipeline import names
from pipeline.dedupe.matching import Judgement, Profile, is_weak, judge, spelling_keys, vetoed
from pipeline.schema import Entity, EntityKind, Merge, Reading

LARGEST_BLOCK = 60
"""Blocks with more names say nothing: they are skipped for fuzzy matching."""
COMMON_SHARE = 0.01
COMMON_FLOOR = 50
"""A name in more than this share of the articles (and more than the floor) is no company that tells anything."""
EVERYDAY = 5
"""Two spellings that each stand in more articles than this are two names, no slip of the pen."""

Member = tuple[int, str]
"""An entity of one article: index of the reading, local id."""


@dataclass(frozen=True)
class Identity:
    """A person or organisation of the corpus."""

    kind: EntityKind
    label: str
    aliases: tuple[str, ...]
    members: tuple[Member, ...]
    weak: bool
    """Known by a name that others may bear: told from them only by its articles."""


@dataclass
class _Unit:
    """Local entities that are one by name alone; what clusters are made of."""

    kind: EntityKind
    key: str
    weak: bool
    members: list[Member] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    hints: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The form that most articles use; then the one most mentioned, the longest, the first."""
        return best_form(self.forms, self.mentions)

    def add(self, member: Member, entity: Entity) -> None:
        form = names.shown(entity.name)
        self.members.append(member)
        self.forms[form] += 1
        self.mentions[form] += entity.mentions
        self.aliases.update(names.shown(alias) for alias in entity.aliases)
        self.hints.update(entity.hints)
        self.articles.add(member[0])


def best_form(forms: Counter[str], mentions: Counter[str]) -> str:
    """The form to show: most articles, most mentions, no shouting, longest, then by the alphabet."""
    return min(forms, key=lambda form: (-forms[form], -mentions[form], _shouts(form), -len(form), form))


class Clusters:
    """Union-find over units that refuses a union against a veto or against an article that tells the two apart."""

    def __init__(self, units: Sequence[_Unit]) -> None:
        self.units = units
        self._parent = list(range(len(units)))
        self._members: dict[int, list[int]] = {}
        self._articles: dict[int, set[int]] = {}
        self.unions: list[tuple[int, int, Judgement]] = []

    def root(self, unit: int) -> int:
        """The unit that stands for the cluster."""
        while self._parent[unit] != unit:
            self._parent[unit] = self._parent[self._parent[unit]]
            unit = self._parent[unit]
        return unit

    def members(self, root: int) -> list[int]:
        """The units of a cluster, given by its root."""
        return self._members.get(root, [root])

    def articles(self, root: int) -> set[int]:
        """The readings in which a cluster stands."""
        return self._articles.get(root, self.units[root].articles)

    def unite(self, one: int, other: int, judgement: Judgement) -> bool:
        """Make one cluster of two; False where they are one already or must not be one."""
        one_root, other_root = sorted((self.root(one), self.root(other)))
        if one_root == other_root or not self.may_unite(one_root, other_root):
            return False
        self._members[one_root] = self.members(one_root) + self.members(other_root)
        self._articles[one_root] = self.articles(one_root) | self.articles(other_root)
        self._parent[other_root] = one_root
        self.unions.append((one, other, judgement))
        return True

    def may_unite(self, one_root: int, other_root: int) -> bool:
        """Whether no article tells the two apart and no name of the one is vetoed by a name of the other."""
        if not self.articles(one_root).isdisjoint(self.articles(other_root)):
            return False
        mine, theirs = self._profiles(one_root), self._profiles(other_root)
        return not any(vetoed(one, other) for one in mine for other in theirs)

    def _profiles(self, root: int) -> list[Profile]:
        distinct = {(self.units[unit].kind, self.units[unit].name) for unit in self.members(root)}
        return [Profile(kind, name) for kind, name in sorted(distinct)]


def identify(readings: Sequence[Reading]) -> tuple[list[Identity], list[Merge]]:
    """Bring the entities of all readings together. Sorted readings in; identities and the reason for each merge out."""
    units = _units(readings)
    clusters, company = Clusters(units), _Company(units, len(readings))
    for candidates in (_spelling_pairs, _alias_pairs, _sigle_pairs, _type_noun_pairs):
        found = ((judge(company.profile(a), company.profile(b)), a, b) for a, b in candidates(clusters))
        for judgement, a, b in sorted((f for f in found if f[0].same), key=lambda f: (-f[0].score, f[1], f[2])):
            clusters.unite(a, b, judgement)
    _place_weak_names(clusters, company)
    return _identities(clusters, readings)


def _units(readings: Sequence[Reading]) -> list[_Unit]:
    units: dict[tuple[str, str, int], _Unit] = {}
    for index, reading in enumerate(readings):
        for entity in reading.entities:
            weak, key = is_weak(entity.name, entity.kind), names.key(entity.name, entity.kind)
            place = (entity.kind, key, index if weak else -1)
            units.setdefault(place, _Unit(entity.kind, key, weak)).add((index, entity.id), entity)
    return [units[place] for place in sorted(units)]


class _Company:
    """The other strong names of a unit's articles, without those that stand everywhere."""

    def __init__(self, units: Sequence[_Unit], readings: int) -> None:
        self._units = units
        self._limit = max(COMMON_FLOOR, COMMON_SHARE * readings)
        self._by_article: defaultdict[int, set[str]] = defaultdict(set)
        self._profiles: dict[int, Profile] = {}
        for unit in units:
            if not unit.weak and len(unit.articles) <= self._limit:
                for article in unit.articles:
                    self._by_article[article].add(f"{unit.kind}:{unit.key}")

    def profile(self, index: int) -> Profile:
        """The profile of a unit, made once."""
        if index not in self._profiles:
            unit = self._units[index]
            company = set[str]().union(*(self._by_article[article] for article in unit.articles))
            self._profiles[index] = Profile(
                unit.kind,
                unit.name,
                frozenset(unit.aliases),
                frozenset(unit.hints),
                frozenset(company - {f"{unit.kind}:{unit.key}"}),
                len(unit.articles),
            )
        return self._profiles[index]


def _strong(clusters: Clusters, kind: EntityKind | None = None) -> Iterator[tuple[int, _Unit]]:
    return (
        (index, unit)
        for index, unit in enumerate(clusters.units)
        if not unit.weak and (kind is None or unit.kind == kind)
    )


def _spelling_pairs(clusters: Clusters) -> Iterable[tuple[int, int]]:
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, unit in _strong(clusters):
        for block in sorted(set(spelling_keys(unit.name, unit.kind))):
            blocks[unit.kind, block].append(index)
    pairs = {
        pair for block in blocks.values() if 1 < len(block) <= LARGEST_BLOCK for pair in combinations(sorted(block), 2)
    }
    return sorted(p for p in pairs if min(len(clusters.units[unit].articles) for unit in p) <= EVERYDAY)


def _alias_pairs(clusters: Clusters) -> Iterable[tuple[int, int]]:
    """A name and the one cluster that has it for an alias; an alias of two is nobody's."""
    holders: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for index, unit in _strong(clusters):
        for alias in unit.aliases:
            holders[unit.kind, names.key(alias, unit.kind)].add(index)
    for index, unit in enumerate(clusters.units):
        held_by = holders.get((unit.kind, unit.key), set())
        if unit.weak and not any(_is_sigle(unit.name, clusters.units[holder]) for holder in held_by):
            continue
        yield from _only(clusters, index, held_by)


def _is_sigle(short: str, full: _Unit) -> bool:
    return names.short_form(short, full.name, full.kind) == "initials"


def _sigle_pairs(clusters: Clusters) -> Iterable[tuple[int, int]]:
    full: defaultdict[str, set[int]] = defaultdict(set)
    for index, unit in _strong(clusters, "Organisation"):
        words = names.folded(unit.name).split()
        if len(words) > 1:
            full["".join(word[0] for word in words)].add(index)
            full[names.initials(unit.name).casefold()].add(index)
    for index, unit in _strong(clusters, "Organisation"):
        yield from _only(clusters, index, full.get(unit.key, ()))


def _type_noun_pairs(clusters: Clusters) -> Iterable[tuple[int, int]]:
    by_key = {unit.key: index for index, unit in _strong(clusters, "Organisation")}
    for index, unit in _strong(clusters, "Organisation"):
        words = names.compared(unit.name, unit.kind).split()
        if len(words) > 1 and words[0] in names.TYPE_NOUNS:
            rest = by_key.get(names.key(" ".join(words[1:]), unit.kind))
            if rest is not None:
                yield (rest, index)


def _only(clusters: Clusters, index: int, others: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The pair of a unit and the only other cluster among ``others``, if there is one and no more."""
    own = clusters.root(index)
    found: dict[int, int] = {}
    for other in sorted(others):
        found.setdefault(clusters.root(other), other)
    found.pop(own, None)
    if len(found) == 1:
        yield index, min(found.values())


def _place_weak_names(clusters: Clusters, company: _Company) -> None:
    """Lead a lone surname to the only full name that bears it, or else to the same lone name in like company."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for index, unit in _strong(clusters, "Person"):
        words = names.compared(unit.name, "Person").split()
        for word in sorted(set(words[1:])):
            bearers[word].append(index)
    orphans: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, unit in enumerate(clusters.units):
        words = names.compared(unit.name, unit.kind).split()
        if not unit.weak or unit.kind != "Person" or not words or clusters.root(index) != index:
            continue
        fitting = [b for b in bearers.get(words[-1], ()) if _bears(clusters.units[b].name, unit.name)]
        roots = {clusters.root(bearer) for bearer in fitting}
        if len(roots) == 1:
            judged = [(judge(company.profile(bearer), company.profile(index)), bearer) for bearer in fitting]
            judgement, bearer = max(judged, key=lambda found: (found[0].score, -found[1]))
            if judgement.same:
                clusters.unite(bearer, index, judgement)
        elif not roots:
            for known in sorted(company.profile(index).company):
                orphans[unit.key, known].append(index)
    for _, together in sorted(orphans.items()):
        for one, other in pairwise(together):
            judgement = judge(company.profile(one), company.profile(other))
            if judgement.same:
                clusters.unite(one, other, judgement)


def _bears(full: str, short: str) -> bool:
    return names.short_form(short, full, "Person") in ("surname", "initial")


def _identities(clusters: Clusters, readings: Sequence[Reading]) -> tuple[list[Identity], list[Merge]]:
    reasons: defaultdict[int, list[tuple[int, int, Judgement]]] = defaultdict(list)
    for union in clusters.unions:
        reasons[clusters.root(union[0])].append(union)
    identities: list[Identity] = []
    merges: list[Merge] = []
    by_local = {(index, entity.id): entity for index, reading in enumerate(readings) for entity in reading.entities}
    for root in range(len(clusters.units)):
        if clusters.root(root) != root:
            continue
        members = [clusters.units[unit] for unit in clusters.members(root)]
        identity = _identity(members)
        identities.append(identity)
        merges += _name_merges(members, by_local, readings)
        for one, other, judgement in reasons[root]:
            merges.append(_union_merge(identity, clusters.units[one], clusters.units[other], judgement, readings))
    return identities, merges


def _identity(units: Sequence[_Unit]) -> Identity:
    strong = [unit for unit in units if not unit.weak] or list(units)
    forms, mentions, every = Counter[str](), Counter[str](), Counter[str]()
    for unit in strong:
        forms.update(unit.forms)
        mentions.update(unit.mentions)
    for unit in units:
        every.update(unit.forms)
        every.update(unit.aliases)
    label = best_form(forms, mentions)
    aliases = tuple(sorted(set(every) - {label, ""}, key=lambda form: (-every[form], form)))
    members = tuple(sorted(member for unit in units for member in unit.members))
    return Identity(units[0].kind, label, aliases, members, all(unit.weak for unit in units))


def _name_merges(
    units: Sequence[_Unit], by_local: Mapping[Member, Entity], readings: Sequence[Reading]
) -> Iterator[Merge]:
    """The forms that a unit unites by their letters, and the short forms that single articles use."""
    for unit in units:
        seen = {unit.name}
        for member in sorted(unit.members):
            entity, document = by_local[member], readings[member[0]].article
            form = names.shown(entity.name)
            if form not in seen:
                seen.add(form)
                same = names.compared(form, unit.kind) == names.compared(unit.name, unit.kind)
                reason, score = ("same name", 1.0) if same else ("same letters", 0.95)
                yield Merge(kept=unit.name, merged=form, kind=unit.kind, scope="corpus", document=document,
                            reason=reason, score=score)  # fmt: skip
            for alias in entity.aliases:
                if names.shown(alias) != form:
                    yield Merge(kept=form, merged=names.shown(alias), kind=unit.kind, scope="article",
                                document=document, reason=_why(alias, entity), score=0.9)  # fmt: skip


def _union_merge(
    identity: Identity, one: _Unit, other: _Unit, judgement: Judgement, readings: Sequence[Reading]
) -> Merge:
    kept, merged = (one, other) if other.name != identity.label else (other, one)
    return Merge(kept=kept.name, merged=merged.name, kind=identity.kind, scope="corpus",
                 document=readings[min(merged.articles)].article, reason=judgement.reason,
                 score=judgement.score)  # fmt: skip


def _why(alias: str, entity: Entity) -> str:
    form = names.short_form(alias, entity.name, entity.kind)
    if form is not None:
        return form
    same = names.key(alias, entity.kind) == names.key(entity.name, entity.kind)
    return "same letters" if same else "used for it in the article"


def _shouts(form: str) -> bool:
    return form.isupper() and len(form) > 5
