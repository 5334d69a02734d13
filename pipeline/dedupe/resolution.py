"""Readings → Graph: one node a person, organisation or happening, one edge a tie, with the reason for every merge.

Pure and repeatable: the same readings in any order give the same rows, sorted, with ids made from their content.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

from pipeline import names
from pipeline.dedupe.event_labels import event_label
from pipeline.dedupe.happenings import Happening, Telling, gather, place
from pipeline.dedupe.identity import Identity, Member, identify
from pipeline.graph import Graph, Source
from pipeline.schema import Claim, Edge, Evidence, Merge, Modality, Node, Polarity, Reading, Rejection

SYMMETRIC = frozenset({"partner_of", "competitor_of", "relative_of"})
"""Relations without a direction, unless the caller says otherwise."""

Value = TypeVar("Value", bound=Hashable)
Row = TypeVar("Row", Merge, Evidence)
EdgeKey = tuple[str, str, str, Polarity, Modality]
Told = tuple[Reading, Claim]


def resolve(
    readings: Iterable[Reading],
    *,
    labels: Mapping[str, str] | None = None,
    symmetric: AbstractSet[str] = SYMMETRIC,
    rejections: Iterable[Rejection] = (),
    report: Mapping[str, object] | None = None,
) -> Graph:
    """Bring what all articles say together to one graph.

    ``labels`` gives the French label of a relation, an event type or a role (``type.role``), else its name is taken;
    ``symmetric`` the relations without direction; ``rejections`` and ``report`` are handed on to the graph. Where
    tellings of one tie differ in status, dates, amount or attribution, what most say counts, then the latest article.
    ``weight`` is the number of articles, ``confidence`` that of the surest telling.
    """
    ordered = _in_order(readings)
    labels = labels or {}
    identities, merges = identify(ordered)
    ids = _entity_ids(identities, ordered)
    entity_of = {member: ids[i] for i, identity in enumerate(identities) for member in identity.members}
    mentions = {(index, e.id): e.mentions for index, reading in enumerate(ordered) for e in reading.entities}
    nodes = {ids[i]: _entity_node(ids[i], identity, ordered, mentions) for i, identity in enumerate(identities)}
    edges: list[Edge] = []
    evidence: list[Evidence] = []
    for key, told in _ties(ordered, entity_of, nodes, symmetric).items():
        edge = _relation_edge(key, told, labels, key[0] in symmetric)
        edges.append(edge)
        evidence.extend(_evidence(edge.id, reading, claim) for reading, claim in told)
    happenings = gather(_tellings(ordered, entity_of))
    for event_id, happening in zip(_event_ids(happenings), happenings, strict=True):
        node = nodes[event_id] = _event_node(event_id, happening, nodes, labels)
        evidence.extend(_evidence(event_id, t.reading, t.claim) for t in happening.tellings)
        for role, entity in happening.roles:
            tellings = [t for t in happening.tellings if entity in {filler for _, filler in t.roles}]
            edge = _role_edge(node, role, entity, tellings, labels)
            edges.append(edge)
            evidence.extend(_evidence(edge.id, t.reading, t.claim) for t in tellings)
        merges += _event_merges(node, happening)
    return Graph(
        node_rows=tuple(sorted(nodes.values(), key=lambda n: (_RANK[n.kind], n.label, n.id))),
        edge_rows=tuple(sorted(edges, key=lambda e: (e.source, e.target, e.kind, e.id))),
        evidence_rows=_sorted_once(evidence, _evidence_order),
        merge_rows=_sorted_once(merges, _merge_order),
        rejections=tuple(sorted(rejections, key=lambda r: (r.source, r.kind, r.reason))),
        sources=tuple(Source(r.article, r.source, r.date, r.title, r.words) for r in ordered),
        report=dict(report or {}),
    )


def _in_order(readings: Iterable[Reading]) -> list[Reading]:
    """By article and file; whole contents are compared only where both are the same."""
    every = list(readings)
    shared = Counter((reading.article, reading.source) for reading in every)
    return sorted(
        every, key=lambda r: (r.article, r.source, r.model_dump_json() if shared[r.article, r.source] > 1 else "")
    )


def _sorted_once(rows: Iterable[Row], order: Callable[[Row], tuple[object, ...]]) -> tuple[Row, ...]:
    """Rows sorted, each once; ``order`` holds every field (hashing whole models takes ten times as long)."""
    once = {order(row): row for row in rows}
    return tuple(once[key] for key in sorted(once))


def _merge_order(row: Merge) -> tuple[object, ...]:
    return (row.kind, row.kept, row.merged, row.document, row.reason, row.score, row.scope)


def _evidence_order(row: Evidence) -> tuple[object, ...]:
    return (row.item, row.document, row.source, row.start, row.end, row.trigger_start, row.trigger_end, row.rule,
            row.construction, row.polarity, row.modality, row.cues, row.confidence, row.quote, row.trigger)  # fmt: skip


_RANK = {"Person": 0, "Organisation": 1, "Event": 2}


def content_id(prefix: str, *parts: object) -> str:
    """An id made from content: the prefix and 12 hexadecimal digits of SHA-256 over the parts, kept apart.

    At 300,000 ids the odds of one collision are about 1 in 6,000.
    """
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _distinct(prefix: str, contents: Sequence[tuple[object, ...]], further: Sequence[tuple[object, ...]]) -> list[str]:
    """Ids of contents; those that share their content take what tells them apart as well."""
    shared = Counter(contents)
    return [
        content_id(prefix, *content) if shared[content] == 1 else content_id(prefix, *content, *more)
        for content, more in zip(contents, further, strict=True)
    ]


def _entity_ids(identities: Sequence[Identity], readings: Sequence[Reading]) -> list[str]:
    """From kind and compared name; a name that others may bear adds its first article."""
    contents: list[tuple[object, ...]] = []
    further: list[tuple[object, ...]] = []
    for identity in identities:
        first = min((readings[index].article, readings[index].source, local) for index, local in identity.members)
        name = (identity.kind, names.compared(identity.label, identity.kind))
        contents.append((*name, first[0]) if identity.weak else name)
        further.append(first)
    return _distinct("n", contents, further)


def _event_ids(happenings: Sequence[Happening]) -> list[str]:
    contents: list[tuple[object, ...]] = []
    further: list[tuple[object, ...]] = []
    for happening in happenings:
        amount, first = happening.amount, happening.tellings[0]
        roles = (part for role in happening.roles for part in role)
        contents.append((happening.type, happening.date, names.folded(happening.object or ""),
                         amount and amount.value, *roles))  # fmt: skip
        trigger = first.claim.trigger
        further.append((first.document, first.reading.source, trigger.start, trigger.end, first.claim.rule))
    return _distinct("v", contents, further)


def _entity_node(node_id: str, identity: Identity, readings: Sequence[Reading], mentions: Mapping[Member, int]) -> Node:
    return Node(
        id=node_id,
        label=identity.label,
        kind=identity.kind,
        aliases=identity.aliases,
        articles=len({readings[index].article for index, _ in identity.members}),
        mentions=sum(mentions[member] for member in identity.members),
    )


def _ties(
    readings: Sequence[Reading], entity_of: Mapping[Member, str], nodes: Mapping[str, Node], symmetric: AbstractSet[str]
) -> dict[EdgeKey, list[Told]]:
    """Relation claims by what makes one edge; a tie of a node with itself (after merging) is none."""
    ties: defaultdict[EdgeKey, list[Told]] = defaultdict(list)
    for index, reading in enumerate(readings):
        for claim in reading.claims:
            if claim.kind == "relation":
                ends = {argument.role: entity_of[index, argument.entity] for argument in claim.arguments}
                source, target = ends["source"], ends["target"]
                if claim.type in symmetric:
                    source, target = sorted((source, target), key=lambda end: (nodes[end].label, end))
                if source != target:
                    ties[claim.type, source, target, claim.polarity, claim.modality].append((reading, claim))
    return dict(ties)


def _tellings(readings: Sequence[Reading], entity_of: Mapping[Member, str]) -> list[Telling]:
    return [
        Telling(reading, claim, frozenset((a.role, entity_of[index, a.entity]) for a in claim.arguments))
        for index, reading in enumerate(readings)
        for claim in reading.claims
        if claim.kind == "event" and claim.arguments
    ]


def most_told(values: Sequence[tuple[Value | None, Told]]) -> Value | None:
    """The value that most claims give; then that of the latest article, then the last in its text. None is no value."""
    told = [(value, when) for value, when in values if value is not None]
    if not told:
        return None
    counts = Counter(value for value, _ in told)
    return max(told, key=lambda found: (counts[found[0]], place(*found[1])))[0]


def _relation_edge(key: EdgeKey, told: Sequence[Told], labels: Mapping[str, str], symmetric: bool) -> Edge:
    kind, source, target, polarity, modality = key
    amount = most_told([(claim.amount, (reading, claim)) for reading, claim in told])
    articles = len({reading.article for reading, _ in told})
    return Edge(
        id=content_id("r", *key),
        source=source,
        target=target,
        kind=kind,
        label=labels.get(kind, kind),
        symmetric=symmetric,
        polarity=polarity,
        modality=modality,
        status=most_told([(claim.status, (reading, claim)) for reading, claim in told]),
        attribution=_attribution(told),
        date=most_told([(claim.date, (reading, claim)) for reading, claim in told]),
        start=most_told([(claim.start, (reading, claim)) for reading, claim in told]),
        end=most_told([(claim.end, (reading, claim)) for reading, claim in told]),
        amount=amount.value if amount else None,
        currency=amount.currency if amount else None,
        articles=articles,
        weight=float(articles),
        confidence=max(claim.confidence for _, claim in told),
    )


def _attribution(told: Sequence[Told]) -> str | None:
    """The source's words as most claims give them."""
    return most_told([(c.attribution.text if c.attribution else None, (reading, c)) for reading, c in told])


def _event_node(node_id: str, happening: Happening, nodes: Mapping[str, Node], labels: Mapping[str, str]) -> Node:
    told = [(t.reading, t.claim) for t in happening.tellings]
    polarity, modality = happening.state
    amount = happening.amount
    names_of = {entity: nodes[entity].label for _, entity in happening.roles}
    return Node(
        id=node_id,
        label=event_label(happening, names_of, labels),
        kind="Event",
        type=happening.type,
        polarity=polarity,
        modality=modality,
        status=most_told([(claim.status, (reading, claim)) for reading, claim in told]),
        attribution=_attribution(told),
        date=happening.date,
        start=most_told([(claim.start, (reading, claim)) for reading, claim in told]),
        end=most_told([(claim.end, (reading, claim)) for reading, claim in told]),
        amount=amount.value if amount else None,
        currency=amount.currency if amount else None,
        object=happening.object,
        articles=len({reading.article for reading, _ in told}),
        mentions=len(told),
        confidence=max(claim.confidence for _, claim in told),
    )


def _role_edge(event: Node, role: str, entity: str, tellings: Sequence[Telling], labels: Mapping[str, str]) -> Edge:
    assert event.polarity is not None and event.modality is not None
    articles = len({telling.document for telling in tellings})
    return Edge(
        id=content_id("p", event.id, role, entity),
        source=event.id,
        target=entity,
        kind=role,
        label=labels.get(f"{event.type}.{role}", role),
        polarity=event.polarity,
        modality=event.modality,
        status=event.status,
        attribution=event.attribution,
        date=event.date,
        start=event.start,
        end=event.end,
        amount=event.amount,
        currency=event.currency,
        articles=articles,
        weight=float(articles),
        confidence=max(telling.claim.confidence for telling in tellings),
    )


def _evidence(item: str, reading: Reading, claim: Claim) -> Evidence:
    return Evidence(
        item=item,
        document=reading.article,
        source=reading.source,
        start=claim.evidence.start,
        end=claim.evidence.end,
        quote=claim.evidence.text,
        trigger_start=claim.trigger.start,
        trigger_end=claim.trigger.end,
        trigger=claim.trigger.text,
        cues="|".join(cue.text.replace("|", "/") for cue in claim.cues),
        rule=claim.rule,
        construction=claim.construction,
        confidence=claim.confidence,
        polarity=claim.polarity,
        modality=claim.modality,
    )


def _event_merges(event: Node, happening: Happening) -> list[Merge]:
    """One row for each telling that joined: its sentence, and why it is the same happening."""
    return [
        Merge(
            kept=event.label,
            merged=" ".join(joining.telling.claim.evidence.text.split()),
            kind="Event",
            scope=joining.scope,
            document=joining.telling.document,
            reason=joining.reason,
            score=joining.score,
        )
        for joining in happening.joinings
    ]
