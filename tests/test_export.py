import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import igraph
import networkx as nx
import pandas as pd
import pytest
from building import claim, entity, event, person, reading
from lxml import etree

from pipeline import dedupe, export
from pipeline.errors import UsageError
from pipeline.export import csv_tables, graphml, layout
from pipeline.graph import Graph
from pipeline.schema import Edge, Evidence, Node, Rejection

FILES = ["nodes.csv", "edges.csv", "evidence.csv", "merges.csv", "rejected.csv", "graph.graphml", "report.json"]
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
NUMBERS = {"Amount", "Articles", "Mentions", "Confidence", "Weight"}


def sample() -> Graph:
    ents = [person("e1", "Anne Morvan", "Morvan"), entity("e2", 'Altaïs, "filiale" & <SA>'), entity("e3", "Nébula")]
    claims = [
        claim("leader_of", 0, source="e1", target="e2", attribution="Le Phare"),
        claim("leader_of", 30, source="e1", target="e2", modality="other"),
        claim("founder_of", 45, source="e1", target="e2", status=None),
        claim("partner_of", 60, source="e2", target="e3", polarity="negative"),
        event("acquisition", 90, buyer="e2", target="e3", date="2019-07", amount=1.5e6, confidence=0.7),
        event("lawsuit", 120, plaintiff="e1", defendant="e3", modality="other", object="un brevet"),
    ]
    return dedupe.resolve(
        [reading("a", ents, claims), reading("b", ents, claims[:1])],
        labels={"leader_of": "dirige", "acquisition": "Acquisition", "acquisition.buyer": "acheteur"},
        symmetric=frozenset({"partner_of"}),
        rejections=[Rejection(source="z.txt", reason="vide")],
        report={"articles": 2, "modèle": "fr"},
    )


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def edge_elements(path: Path) -> list[etree._Element]:
    return list(etree.parse(str(path)).getroot().iter(f"{NAMESPACE}edge"))


def read_graphml(path: Path) -> "nx.MultiDiGraph[str]":
    read = nx.read_graphml(path, force_multigraph=True)
    assert isinstance(read, nx.MultiDiGraph)
    return read


def check_attributes(row: dict[str, str], read: dict[str, object], keys: dict[str, str]) -> None:
    """Every cell of the CSV row is in the GraphML, and nothing is in the GraphML that the row does not have."""
    drawn = {"color", "size", "x", "y", "item"}
    for name in keys.keys() - drawn:
        cell, value = row[name.capitalize()], read.get(name)
        if name.capitalize() in NUMBERS:
            missing = value is None or value != value
            assert (cell == "") == missing, name
            if not missing:
                assert float(cell) == float(str(value)), name
        elif keys[name] == "boolean":
            assert (cell == "true") is value, name
        else:
            assert cell == (value or ""), name


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "new" / "folder"
    export.write(sample(), folder)
    return folder


def test_every_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    paths = export.write(sample(), tmp_path)
    assert [path.name for path in paths] == FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == {"articles": 2, "modèle": "fr"}


def test_tables_have_the_columns_that_readers_look_for(out: Path) -> None:
    nodes, edges, evidence = (rows(out / f"{name}.csv") for name in ("nodes", "edges", "evidence"))
    assert {"Id", "Label", "Kind", "Aliases", "Type", "Polarity", "Modality", "Date"} <= set(nodes[0])
    assert {"Id", "Source", "Target", "Kind", "Label", "Polarity", "Modality"} <= set(edges[0])
    assert {"Item", "Document", "Start", "End", "Quote"} <= set(evidence[0])
    assert {row["Label"]: row["Aliases"] for row in nodes}["Anne Morvan"] == "Morvan"
    assert {row["Reason"] for row in rows(out / "rejected.csv")} == {"vide"}
    assert {row["Source"] for row in edges} | {row["Target"] for row in edges} <= {row["Id"] for row in nodes}


def test_pandas_reads_what_the_frames_hold(out: Path) -> None:
    graph = sample()
    for name, frame in {"nodes": graph.nodes, "edges": graph.edges, "evidence": graph.evidence}.items():
        read = pd.read_csv(out / f"{name}.csv")
        assert list(read.columns) == list(frame.columns)
        for column in frame.columns:
            held = [None if pd.isna(value) or value == "" else value for value in frame[column].tolist()]
            assert [None if pd.isna(value) else value for value in read[column].tolist()] == held, column


def test_networkx_reads_the_rows_of_the_tables(out: Path) -> None:
    read = read_graphml(out / "graph.graphml")
    nodes, edges = rows(out / "nodes.csv"), rows(out / "edges.csv")
    assert list(read.nodes) == [row["Id"] for row in nodes]
    for row in nodes:
        check_attributes(row, read.nodes[row["Id"]], graphml.NODE_KEYS)
    assert read.number_of_edges() == len(edges) == 8
    for row in edges:
        check_attributes(row, read.edges[row["Source"], row["Target"], row["Id"]], graphml.EDGE_KEYS)


def test_igraph_reads_the_rows_of_the_tables(out: Path) -> None:
    read = igraph.Graph.Read_GraphML(str(out / "graph.graphml"))
    nodes, edges = rows(out / "nodes.csv"), rows(out / "edges.csv")
    assert [vertex["id"] for vertex in read.vs] == [row["Id"] for row in nodes]
    for row, vertex in zip(nodes, read.vs, strict=True):
        check_attributes(row, vertex.attributes(), graphml.NODE_KEYS)
    for row, edge in zip(edges, read.es, strict=True):
        ends = read.vs[edge.source]["id"], read.vs[edge.target]["id"]
        assert (edge["item"], *ends) == (row["Id"], row["Source"], row["Target"])
        check_attributes(row, edge.attributes(), graphml.EDGE_KEYS)


def test_edge_elements_keep_parallel_edges_apart(out: Path) -> None:
    elements = edge_elements(out / "graph.graphml")
    assert len({element.get("id") for element in elements}) == len(elements) == 8
    seen = {(element.get("source"), element.get("target"), element.get("label")) for element in elements}
    assert len(seen) == len(elements)
    kinds = {row["Id"]: row["Kind"] for row in rows(out / "edges.csv")}
    labels = [str(element.get("label")) for element in elements]
    assert [label.split(" (")[0] for label in labels] == [kinds[str(element.get("id"))] for element in elements]
    # Two edges of one kind between one pair: the surest keeps the kind alone.
    assert [label for label in labels if "(" in label] == ["leader_of (positive, other, current)"]


def test_each_key_is_declared_once_with_one_type(out: Path) -> None:
    keys = list(etree.parse(str(out / "graph.graphml")).getroot().iter(f"{NAMESPACE}key"))
    names = [(key.get("for"), key.get("attr.name")) for key in keys]
    assert len(set(names)) == len(names)
    types = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in keys}
    assert {types["node", name] for name in ("size", "x", "y")} == {types["edge", "weight"]} == {"double"}


def test_looks_follow_kind_and_certainty(out: Path) -> None:
    read = read_graphml(out / "graph.graphml")
    colors = {data.get("type") or data["label"]: data["color"] for _, data in read.nodes(data=True)}
    assert len({colors["Anne Morvan"], colors["Nébula"], colors["acquisition"], colors["lawsuit"]}) == 4
    ties = {(d["kind"], d["modality"], d["polarity"]): d["color"] for _, _, d in read.edges(data=True)}
    told, unsure = ties["leader_of", "asserted", "positive"], ties["leader_of", "other", "positive"]
    assert len({told, unsure, ties["partner_of", "asserted", "negative"]}) == 3
    sizes = {data["label"]: data["size"] for _, data in read.nodes(data=True)}
    assert sizes["Anne Morvan"] > min(sizes.values())


def test_bytes_are_the_same_in_every_process(tmp_path: Path) -> None:
    script = "import sys, pathlib, test_export as t; t.export.write(t.sample(), pathlib.Path(sys.argv[1]))"
    here = Path(__file__).parent
    for seed in ("0", "4242"):
        path = os.pathsep.join([str(here), str(here.parent)])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        subprocess.run([sys.executable, "-c", script, str(tmp_path / seed)], env=environment, check=True, timeout=120)
    export.write(sample(), tmp_path / "0" / "again")
    for name in FILES:
        first = (tmp_path / "0" / name).read_bytes()
        assert first == (tmp_path / "4242" / name).read_bytes() == (tmp_path / "0" / "again" / name).read_bytes()
        assert b"\r" not in first


@pytest.mark.parametrize("failing", ["nodes.csv", "report.json"])
def test_a_failing_writer_leaves_the_former_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    export.write(sample(), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fail(graph: Graph) -> bytes:
        raise RuntimeError("broken")

    monkeypatch.setitem(export.WRITERS, failing, fail)
    with pytest.raises(RuntimeError, match="broken"):
        export.write(Graph(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_kill_while_writing_leaves_the_former_files(tmp_path: Path) -> None:
    export.write(sample(), tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    script = (
        "import os, sys, pathlib; from pipeline import export; from pipeline.graph import Graph\n"
        "export.WRITERS['report.json'] = lambda graph: os._exit(9)\n"
        "export.write(Graph(), pathlib.Path(sys.argv[1]))"
    )
    root = Path(__file__).parent.parent
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, timeout=120)
    assert ended.returncode == 9
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == before


def test_what_a_kill_left_is_removed_later(tmp_path: Path) -> None:
    old, new = tmp_path / ".part-old", tmp_path / ".part-new"
    for part in (old, new):
        part.mkdir()
        (part / "nodes.csv").write_bytes(b"Id")
    os.utime(old, (0, 0))
    export.write(sample(), tmp_path)
    assert not old.exists()
    assert new.exists()


def test_a_full_disk_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    export.write(sample(), tmp_path)
    before = (tmp_path / "nodes.csv").read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"cannot write to .*: No space left"):
        export.write(Graph(), tmp_path)
    assert (tmp_path / "nodes.csv").read_bytes() == before


def in_the_way_file(tmp_path: Path) -> Path:
    (tmp_path / "out").write_text("x")
    return tmp_path / "out"


def in_the_way_folder(tmp_path: Path) -> Path:
    (tmp_path / "out" / "report.json").mkdir(parents=True)
    return tmp_path / "out"


@pytest.mark.parametrize("prepare", [in_the_way_file, in_the_way_folder])
def test_what_is_in_the_way_is_told(tmp_path: Path, prepare: Callable[[Path], Path]) -> None:
    out = prepare(tmp_path)
    with pytest.raises(UsageError, match="cannot write"):
        export.write(sample(), out)
    assert not (out / "nodes.csv").exists()


def test_an_empty_graph_has_headers_and_no_rows(tmp_path: Path) -> None:
    export.write(Graph(), tmp_path)
    for name in FILES[:5]:
        assert rows(tmp_path / name) == []
        assert (tmp_path / name).read_bytes().count(b"\n") == 1
    assert len(nx.read_graphml(tmp_path / "graph.graphml")) == 0
    assert igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml")).vcount() == 0
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == {}


QUOTE = 'Il dit : "non,\n\n merci" ;\ttout\x00 va \rbien\u2028, =A1 '


def odd() -> Graph:
    bad = "Al\x00ta\x1bïs\ud83d \n& <b>\ufffe"
    evidence = Evidence(
        item="r1", document="a", source="a.txt", start=3, end=3 + len(QUOTE), quote=QUOTE, trigger_start=3,
        trigger_end=5, trigger="Il", cues="", rule="x", construction="active", confidence=0.1 + 0.2,
        polarity="positive", modality="asserted",
    )  # fmt: skip
    edges = [
        Edge(id="r1", source="n1", target="n2", kind="k", label=bad, polarity="positive", modality="asserted"),
        Edge(id="r2", source="n1", target="gone", kind="k", label="k", polarity="positive", modality="asserted"),
        Edge(id="r3", source="n1", target="", kind="k", label="k", polarity="positive", modality="asserted"),
        Edge(id="r4", source="n2", target="n2", kind="k", label="k", polarity="negative", modality="other", weight=0),
    ]
    nodes = (
        Node(id="n1", label=bad, kind="Organisation", aliases=("A|B", "C")),
        Node(id="n2", label="É", kind="Event", amount=float("inf")),
    )
    return Graph(node_rows=nodes, edge_rows=tuple(edges), evidence_rows=(evidence,))


def test_quotes_survive_character_by_character(tmp_path: Path) -> None:
    export.write(odd(), tmp_path)
    (row,) = rows(tmp_path / "evidence.csv")
    assert row["Quote"] == QUOTE
    assert int(row["End"]) - int(row["Start"]) == len(row["Quote"])
    assert float(row["Confidence"]) == 0.1 + 0.2


def test_graphml_holds_nothing_that_gephi_refuses(tmp_path: Path) -> None:
    export.write(odd(), tmp_path)
    raw = (tmp_path / "graph.graphml").read_text("utf-8")
    assert not any(ord(character) < 32 and character != "\n" for character in raw)
    assert "&#" not in raw
    read = read_graphml(tmp_path / "graph.graphml")
    assert read.nodes["n1"]["label"] == "Al ta ïs & <b>"
    assert read.nodes["n1"]["aliases"] == "A/B|C"
    assert "amount" not in read.nodes["n2"]
    assert sorted(key for _, _, key in read.edges(keys=True)) == ["r1", "r4"]
    assert all(data["weight"] > 0 for _, _, data in read.edges(data=True))


@pytest.mark.parametrize("value", ["", "a", "a,b", '"', "a\rb", "a\n", " a ", "a\x00b", "é\u2028è"])
def test_cells_read_back(value: str) -> None:
    data = csv_tables.table(pd.DataFrame({"A": [value], "B": ["end"]})).decode()
    assert list(csv.reader(io.StringIO(data, newline="")))[1] == [value, "end"]


def test_cells_of_numbers_and_missing_values() -> None:
    cells = [csv_tables.cell(value) for value in (1, 2.5, 1e21, float("nan"), None, pd.NA, True)]
    assert cells == ["1", "2.5", "1e+21", "", "", "", "true"]
    with pytest.raises(TypeError, match="list"):
        csv_tables.cell([1])


@pytest.mark.parametrize("limit", [layout.FORCE_LIMIT, 1])
def test_places_are_apart_and_hang_on_the_graph_alone(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(layout, "FORCE_LIMIT", limit)
    nodes = [f"n{i}" for i in range(60)]
    edges = [(f"n{i}", f"n{i // 3}") for i in range(1, 40)]
    places = layout.places(nodes, edges)
    assert set(places) == set(nodes)
    assert len(set(places.values())) == len(nodes)
    assert all(abs(x) < 1e4 and abs(y) < 1e4 for x, y in places.values())
    assert layout.places(nodes, [(b, a) for a, b in reversed(edges)]) == places


def test_linked_nodes_are_nearer_than_others() -> None:
    nodes = [f"{side}{i}" for side in "ab" for i in range(8)]
    edges = [(f"{side}{i}", f"{side}{j}") for side in "ab" for i in range(8) for j in range(i)]
    places = layout.places(nodes, [*edges, ("a0", "b0")])

    def distance(one: str, other: str) -> float:
        return float(((places[one][0] - places[other][0]) ** 2 + (places[one][1] - places[other][1]) ** 2) ** 0.5)

    within = max(distance(one, other) for one, other in edges)
    assert within < min(distance(f"a{i}", f"b{j}") for i in range(1, 8) for j in range(1, 8))
