"""The graph as GraphML for Gephi, yEd, igraph and networkx.

Written here and not by networkx, whose writer declares a key once for each type that it meets and cannot give an
``<edge>`` the attribute ``label`` without which Gephi merges parallel edges.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from lxml import etree

from pipeline.export import layout
from pipeline.graph import Graph
from pipeline.schema import Edge, Node

NODE_KEYS = {
    "label": "string", "kind": "string", "type": "string", "aliases": "string", "polarity": "string",
    "modality": "string", "status": "string", "attribution": "string", "date": "string", "start": "string",
    "end": "string", "amount": "double", "currency": "string", "object": "string", "articles": "int",
    "mentions": "int", "confidence": "double",
    "color": "string", "size": "double", "x": "double", "y": "double",
}  # fmt: skip
"""Attributes of nodes and their GraphML types. Gephi reads label, color, size, x and y by these very names."""
EDGE_KEYS = {
    "label": "string", "kind": "string", "symmetric": "boolean", "polarity": "string", "modality": "string",
    "status": "string", "attribution": "string", "date": "string", "start": "string", "end": "string",
    "amount": "double", "currency": "string", "articles": "int", "confidence": "double", "weight": "double",
    "color": "string", "item": "string",
}  # fmt: skip
"""Attributes of edges and their GraphML types. Gephi reads label, weight (> 0) and color by these very names.

``item`` repeats the id, as evidence.csv names it: igraph 1.0 puts ids of nodes in the place of those of edges.
"""

COLORS = {"Person": "#2f6db5", "Organisation": "#d9822b", "Event": "#4a9a5b"}
UNSURE_EVENT = "#b5d8bc"
ASSERTED, UNSURE, NEGATIVE, UNSURE_NEGATIVE = "#4d4d4d", "#bdbdbd", "#c0392b", "#e6a59d"

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
TAIL = "  </graph>\n</graphml>\n"

# Gephi aborts on control characters, raw or escaped; XML 1.0 (§2.2) has no surrogates, U+FFFE and U+FFFF either.
BLANK = re.compile(r"[\x00-\x20\x7f-\x9f]+")
NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def document(graph: Graph) -> bytes:
    """The graph as one GraphML file (UTF-8): nodes and edges in the order of the rows, empty values left out.

    Every edge is directed (``symmetric`` says which are not) and has an id and a ``label`` in the XML element, which
    is its kind (see ``_told_apart``). An edge whose ends are not both among the nodes is left out: Gephi would refuse
    the whole file.
    """
    known = {node.id for node in graph.node_rows}
    edges = [edge for edge in graph.edge_rows if edge.source in known and edge.target in known]
    places = layout.places([node.id for node in graph.node_rows], ((edge.source, edge.target) for edge in edges))
    lines = [HEAD]
    lines += [_line(_key("node", name, type_), 2) for name, type_ in NODE_KEYS.items()]
    lines += [_line(_key("edge", name, type_), 2) for name, type_ in EDGE_KEYS.items()]
    lines.append('  <graph id="G" edgedefault="directed">')
    for node in graph.node_rows:
        element = etree.Element("node", id=clean(node.id))
        lines.append(_line(_filled(element, "node", NODE_KEYS, _node_values(node, places[node.id])), 4))
    labels = _told_apart(edges)
    for edge in edges:
        element = etree.Element("edge", id=clean(edge.id), source=clean(edge.source), target=clean(edge.target))
        element.set("label", clean(labels[edge.id]))
        lines.append(_line(_filled(element, "edge", EDGE_KEYS, _edge_values(edge)), 4))
    return "\n".join([*lines, TAIL]).encode()


def clean(text: str) -> str:
    """The text on one line, without what XML or Gephi refuses."""
    return NOT_XML.sub("", BLANK.sub(" ", text)).strip()


def _node_values(node: Node, place: layout.Place) -> dict[str, object]:
    values = dict(node)
    values["color"] = COLORS[node.kind]
    if node.kind == "Event" and (node.modality != "asserted" or node.polarity != "positive"):
        values["color"] = UNSURE_EVENT
    # The area of the disc, not its width, should grow with the number of articles.
    values["size"] = round(10 * math.sqrt(max(node.articles, 1)), 2)
    values["x"], values["y"] = place
    return values


def _edge_values(edge: Edge) -> dict[str, object]:
    values = dict(edge)
    asserted = edge.modality == "asserted"
    if edge.polarity == "negative":
        values["color"] = NEGATIVE if asserted else UNSURE_NEGATIVE
    else:
        values["color"] = ASSERTED if asserted else UNSURE
    values["item"] = edge.id
    # Gephi deletes an edge of weight 0.
    values["weight"] = edge.weight if edge.weight > 0 else 1.0
    return values


def _told_apart(edges: Sequence[Edge]) -> dict[str, str]:
    """By edge id the label of its XML element, which no other edge from the same source to the same target has.

    It is the kind alone; where a pair has several edges of a kind, the surest keeps it and the others add their state.
    """
    labels: dict[str, str] = {}
    taken: set[tuple[str, str, str]] = set()
    for edge in sorted(edges, key=lambda e: (e.modality != "asserted", e.polarity != "positive", e.id)):
        state = ", ".join(part for part in (edge.polarity, edge.modality, edge.status) if part)
        label, number = edge.kind, 1
        while (edge.source, edge.target, label) in taken:
            label = f"{edge.kind} ({state})" if number == 1 else f"{edge.kind} ({state}, {number})"
            number += 1
        taken.add((edge.source, edge.target, label))
        labels[edge.id] = label
    return labels


def _key(domain: str, name: str, type_: str) -> etree._Element:
    element = etree.Element("key", id=f"{domain}_{name}")
    for attribute, value in {"for": domain, "attr.name": name, "attr.type": type_}.items():
        element.set(attribute, value)
    return element


def _filled(
    element: etree._Element, domain: str, keys: Mapping[str, str], values: Mapping[str, object]
) -> etree._Element:
    for name in keys:
        text = _text(values[name])
        if text:
            etree.SubElement(element, "data", key=f"{domain}_{name}").text = text
    return element


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else ""
    if isinstance(value, tuple):
        return "|".join(clean(str(part).replace("|", "/")) for part in value)
    return clean(str(value))


def _line(element: etree._Element, indent: int) -> str:
    return " " * indent + etree.tostring(element, encoding="unicode")
