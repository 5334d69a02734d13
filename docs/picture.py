"""Draw the graph of data/raw as docs/graphe.svg, from the positions, sizes and colours that Gephi gets.

Run from the project's folder: ``make extract``, then ``.venv/bin/python docs/picture.py``. Only connected
parts of at least LEAST nodes are drawn, so that names stay readable.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path

import networkx as nx

from pipeline.export.graphml import COLORS

GRAPH = Path("data/out/graph.graphml")
PICTURE = Path(__file__).parent / "graphe.svg"
WIDTH, HEIGHT, MARGIN = 1600.0, 1100.0, 80.0
LEAST = 7
LEGEND = (("Person", "personne"), ("Organisation", "organisation"), ("Event", "événement"))


def picture(graph: nx.MultiDiGraph[str]) -> str:
    """The larger connected parts of a graph read from GraphML, as SVG, with the names of people and organisations."""
    kept = sorted(node for part in nx.weakly_connected_components(graph) if len(part) >= LEAST for node in part)
    places = _fitted({node: (graph.nodes[node]["x"], graph.nodes[node]["y"]) for node in kept})
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" font-family="sans-serif">',
        f'<rect width="{WIDTH:g}" height="{HEIGHT:g}" fill="#ffffff"/>',
    ]
    edges = sorted(graph.subgraph(kept).edges(keys=True, data=True), key=lambda edge: edge[:3])
    for source, target, _, data in edges:
        (x1, y1), (x2, y2) = places[source], places[target]
        title = f"{graph.nodes[source]['label']} · {data['kind']} · {graph.nodes[target]['label']}"
        lines.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{data["color"]}" '
            f'stroke-opacity="0.6"><title>{escape(title)}</title></line>'
        )
    for node in kept:
        x, y = places[node]
        data = graph.nodes[node]
        radius = 0.5 * float(data["size"])
        lines.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{data["color"]}">'
            f"<title>{escape(data['label'])}</title></circle>"
        )
        if data["kind"] != "Event":
            lines.append(
                f'<text x="{x:.1f}" y="{y - radius - 3:.1f}" font-size="12" text-anchor="middle" stroke="#ffffff" '
                f'stroke-width="3" paint-order="stroke" fill="#222222">{escape(data["label"])}</text>'
            )
    for index, (kind, label) in enumerate(LEGEND):
        y = 24 + 22 * index
        lines.append(f'<circle cx="20" cy="{y}" r="7" fill="{COLORS[kind]}"/>')
        lines.append(f'<text x="34" y="{y + 5}" font-size="14" fill="#222222">{label}</text>')
    return "\n".join([*lines, "</svg>", ""])


def _fitted(places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The places stretched to the picture; GraphML counts upwards, SVG downwards."""
    if not places:
        return {}
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    wide, high = (max(values) - min(values) or 1.0 for values in (xs, ys))
    return {
        node: (
            MARGIN + (x - min(xs)) / wide * (WIDTH - 2 * MARGIN),
            HEIGHT - MARGIN - (y - min(ys)) / high * (HEIGHT - 2 * MARGIN),
        )
        for node, (x, y) in places.items()
    }


if __name__ == "__main__":
    if not GRAPH.is_file():
        sys.exit(f"error: no {GRAPH}: run `make extract` first")
    drawn = picture(nx.MultiDiGraph(nx.read_graphml(GRAPH, force_multigraph=True)))
    PICTURE.write_text(drawn, encoding="utf-8", newline="\n")
