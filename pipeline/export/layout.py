"""A first place for every node, so that a viewer shows a picture and not a heap; the same for the same graph."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import networkx as nx
import numpy as np

STEP = 60.0
"""Distance that neighbouring nodes should have, in units of the viewer (node sizes are 10 to 60)."""
FORCE_LIMIT = 1000
"""Components up to this size are laid out by forces, whose cost grows with the square of the size."""
ROUNDS = 60
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Place = tuple[float, float]


def places(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """An (x, y) for each node, in units of the viewer.

    Each connected component is laid out alone, by forces (Fruchterman and Reingold, 1991) or, where it is large, as
    a sunflower spiral (Vogel, 1979) in breadth-first order from its best connected node; the components then stand
    in rows, largest first. Nodes of ``edges`` that are not in ``nodes`` are an error (KeyError).
    """
    index = {node: position for position, node in enumerate(nodes)}
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(range(len(nodes)))
    # Numbers, sorted, make every later step independent of hash seeds and of the order of the edges.
    network.add_edges_from(sorted({_ordered(index[one], index[other]) for one, other in edges if one != other}))
    components = sorted((sorted(part) for part in nx.connected_components(network)), key=lambda p: (-len(p), p[0]))
    laid_out = [_component(network, part) for part in components]
    return {nodes[number]: place for number, place in _in_rows(laid_out).items()}


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _component(network: nx.Graph[int], part: Sequence[int]) -> dict[int, Place]:
    """The places of one component, within a circle around (0, 0) that grows with the number of nodes."""
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    if len(part) > FORCE_LIMIT:
        return _sunflower(network, part)
    return _by_forces(network, part)


def _by_forces(network: nx.Graph[int], part: Sequence[int]) -> dict[int, Place]:
    """Fruchterman and Reingold: all nodes push each other away, linked ones pull, steps grow smaller.

    Not networkx' own, which starts from random numbers and needs scipy from 500 nodes on; here the sunflower is the
    start, so the places hang on nothing but the graph.
    """
    row = {number: position for position, number in enumerate(part)}
    start = _sunflower(network, part)
    # In units of STEP: the distance at which push and pull of two linked nodes are even is 1.
    x, y = np.array([start[number] for number in part]).T / STEP
    linked = np.zeros((len(part), len(part)))
    for number in part:
        for other in network[number]:
            linked[row[number], row[other]] = 1.0
    extent = math.sqrt(len(part))
    for turn in range(ROUNDS):
        across, down = np.subtract.outer(x, x), np.subtract.outer(y, y)
        squared = np.maximum(across * across + down * down, 1e-4)
        force = 1 / squared - linked * np.sqrt(squared)
        push_x, push_y = (across * force).sum(axis=1), (down * force).sum(axis=1)
        length = np.maximum(np.hypot(push_x, push_y), 0.01)
        step = np.minimum(length, 0.2 * extent * (1 - turn / ROUNDS)) / length
        x, y = x + push_x * step, y + push_y * step
    x, y = (x - x.mean()) * STEP, (y - y.mean()) * STEP
    return {number: (float(x[position]), float(y[position])) for number, position in row.items()}


def _sunflower(network: nx.Graph[int], part: Sequence[int]) -> dict[int, Place]:
    root = min(part, key=lambda number: (-len(network[number]), number))
    order, seen = [root], {root}
    for number in order:
        fresh = sorted(other for other in network[number] if other not in seen)
        seen.update(fresh)
        order += fresh
    return {
        number: (
            STEP * math.sqrt(rank) * math.cos(rank * GOLDEN_ANGLE),
            STEP * math.sqrt(rank) * math.sin(rank * GOLDEN_ANGLE),
        )
        for rank, number in enumerate(order)
    }


def _in_rows(components: Sequence[dict[int, Place]]) -> dict[int, Place]:
    """Components side by side in rows that make about a square, largest first; coordinates to a tenth."""
    sides = [2 * max(math.hypot(x, y) for x, y in component.values()) + STEP for component in components]
    width = max(math.sqrt(sum(side * side for side in sides)), max(sides, default=0.0))
    placed: dict[int, Place] = {}
    left = top = height = 0.0
    for component, side in zip(components, sides, strict=True):
        if left and left + side > width:
            left, top, height = 0.0, top + height, 0.0
        for number, (x, y) in component.items():
            placed[number] = round(left + side / 2 + x, 1), round(-top - side / 2 + y, 1)
        left, height = left + side, max(height, side)
    return placed
