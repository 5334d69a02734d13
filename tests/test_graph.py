import networkx as nx
import pytest
from building import claim, entity, event, person, reading

from pipeline import dedupe
from pipeline.errors import UsageError
from pipeline.graph import Graph, Sentence
from pipeline.schema import Rejection

ENTITIES = [person("e1", "Anne Morvan", "Morvan"), entity("e2", "Altaïs <SA>"), entity("e3", "Nébula")]


@pytest.fixture
def graph() -> Graph:
    claims = [
        claim("leader_of", 0, source="e1", target="e2", attribution="Le Phare"),
        claim("leader_of", 30, source="e1", target="e2", modality="other"),
        claim("partner_of", 60, source="e2", target="e3"),
        event("acquisition", 90, buyer="e2", target="e3", date="2019-07"),
    ]
    return dedupe.resolve(
        [reading("a", ENTITIES, claims)],
        labels={
            "leader_of": "dirige",
            "acquisition": "Acquisition",
            "acquisition.buyer": "acheteur",
            "acquisition.target": "cible",
        },
        rejections=[Rejection(source="z.txt", reason="empty")],
        report={"articles": 1},
    )


def test_frames_have_the_columns_of_the_contract(graph: Graph) -> None:
    assert {"Id", "Label", "Kind", "Aliases", "Type", "Polarity", "Modality", "Date"} <= set(graph.nodes.columns)
    assert {"Id", "Source", "Target", "Kind", "Polarity", "Modality", "Weight"} <= set(graph.edges.columns)
    assert {"Item", "Document", "Start", "End", "Quote", "TriggerStart"} <= set(graph.evidence.columns)
    assert list(graph.rejected["Reason"]) == ["empty"]
    assert graph.nodes.loc[graph.nodes["Label"] == "Anne Morvan", "Aliases"].tolist() == ["Morvan"]
    assert len(graph.merges) == len(graph.merge_rows) == 1


def test_frames_of_an_empty_graph_have_columns_too() -> None:
    assert list(Graph().nodes.columns)[:3] == ["Id", "Label", "Kind"]
    assert "0 articles" in repr(Graph())


def test_to_networkx_keeps_parallel_edges(graph: Graph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert set(network.nodes) == set(graph.nodes["Id"])
    assert {key for _, _, key in network.edges(keys=True)} == set(graph.edges["Id"])
    assert max(network.number_of_edges(a, b) for a, b in network.edges()) == 2
    assert all(value is not None for _, data in network.nodes(data=True) for value in data.values())


def test_explain_shows_every_edge_with_its_sentence(graph: Graph) -> None:
    text = str(graph.explain("morvan", "ALTAIS <SA>"))
    assert text.count("Anne Morvan dirige → Altaïs <SA>") == 2
    assert "x ⟦rachète⟧ y." in text
    assert "positive, asserted, current, selon Le Phare, confidence 0." in text
    assert "leader_of, active]" in text
    assert "\033[1mrachète\033[0m" in graph.explain("Anne Morvan", "Altaïs <SA>").text("\033[1m", "\033[0m")


def test_explain_goes_through_an_event(graph: Graph) -> None:
    explanation = graph.explain("Nébula", "Altaïs <SA>")
    assert [tie.text for tie in explanation.ties] == [
        "Altaïs <SA> partner_of — Nébula",
        "Acquisition : Altaïs <SA> → Nébula (2019) [Altaïs <SA>: acheteur, Nébula: cible]",
    ]


def test_explain_says_when_nothing_is_found(graph: Graph) -> None:
    assert str(graph.explain("Anne Morvan", "Nébula")) == "Anne Morvan – Nébula: nothing found"


def test_an_unknown_name_is_a_usage_error_with_a_hint(graph: Graph) -> None:
    with pytest.raises(UsageError, match="did you mean Nébula"):
        graph.explain("Anne Morvan", "Nebulo")


def test_html_is_escaped(graph: Graph) -> None:
    for markup in (graph._repr_html_(), graph.explain("Altaïs <SA>", "Nébula")._repr_html_()):
        assert "&lt;SA&gt;" in markup
        assert "<SA>" not in markup
    assert "<mark>rachète</mark>" in graph.explain("Altaïs <SA>", "Nébula")._repr_html_()


def test_repr_counts(graph: Graph) -> None:
    assert repr(graph) == (
        "<Graph: 1 articles, 1 people, 2 organisations, 1 events, 3 relations, 6 quotes, 1 not read>"
    )  # fmt: skip


def test_a_trigger_outside_its_quote_is_not_marked() -> None:
    assert Sentence("a", "Un\nmot.", 50, 54, "r", "active", "positive", "asserted").marked() == "Un mot."
