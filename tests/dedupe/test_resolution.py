import random
import time

from building import claim, entity, event, person, reading

from pipeline import dedupe
from pipeline.graph import Graph
from pipeline.schema import (
    Edge,
    Node,
    Reading,
)


def labels(graph: Graph, kind: str) -> list[str]:
    return [node.label for node in graph.node_rows if node.kind == kind]


def relations(graph: Graph) -> list[Edge]:
    return [edge for edge in graph.edge_rows if edge.id.startswith("r")]


def events(graph: Graph) -> list[Node]:
    return [node for node in graph.node_rows if node.kind == "Event"]


def test_one_name_in_two_articles_is_one_node() -> None:
    graph = dedupe.resolve([reading("a", [entity("e1", "Groupe Altaïs")]), reading("b", [entity("e1", "Altaïs SA")])])
    (node,) = graph.node_rows
    assert (node.articles, node.mentions) == (2, 2)
    assert {node.label, *node.aliases} == {"Groupe Altaïs", "Altaïs SA"}
    (merge,) = graph.merge_rows
    assert (merge.reason, merge.scope) == ("same name", "corpus")


def test_spacing_and_spelling_variants_are_one_node() -> None:
    articles = [
        reading("a", [entity("e1", "Open Nova"), person("e2", "Ilya Sutskever")]),
        reading("b", [entity("e1", "OpenNova"), person("e2", "Ilya Sutskerver")]),
    ]
    graph = dedupe.resolve(articles)
    assert len(graph.node_rows) == 2
    assert {merge.reason.split(",")[0] for merge in graph.merge_rows} == {"same letters", "spelling"}


def test_first_names_that_differ_are_two_people() -> None:
    graph = dedupe.resolve(
        [reading("a", [person("e1", "Marie Dupontel")]), reading("b", [person("e1", "Marc Dupontel")])]
    )
    assert labels(graph, "Person") == ["Marc Dupontel", "Marie Dupontel"]


def test_bodies_of_their_own_stay_apart() -> None:
    bodies = ["Nova", "Nova LP", "Nova Belgique", "France 2", "France 3", "TF1", "TF2"]
    graph = dedupe.resolve([reading(f"a{i}", [entity("e1", name)]) for i, name in enumerate(bodies)])
    assert sorted(labels(graph, "Organisation")) == sorted(bodies)


def test_an_alias_that_makes_another_body_merges_nothing() -> None:
    graph = dedupe.resolve([reading("a", [entity("e1", "Nova Trucks", "Nova")]), reading("b", [entity("e1", "Nova")])])
    assert len(graph.node_rows) == 2


def test_a_lone_surname_needs_context_and_a_single_bearer() -> None:
    known = reading("a", [person("e1", "Anne Morvan", "Morvan"), entity("e2", "Altaïs"), entity("e3", "Nébula")])
    in_company = reading("b", [person("e1", "Morvan"), entity("e2", "Altaïs"), entity("e3", "Nébula")])
    alone = reading("c", [person("e1", "Morvan"), entity("e2", "Zéphyr")])
    graph = dedupe.resolve([known, in_company, alone])
    assert labels(graph, "Person") == ["Anne Morvan", "Morvan"]
    assert next(node.articles for node in graph.node_rows if node.label == "Anne Morvan") == 2
    namesake = reading("d", [person("e1", "Paul Morvan")])
    graph = dedupe.resolve([known, in_company, alone, namesake])
    assert labels(graph, "Person") == ["Anne Morvan", "Morvan", "Morvan", "Paul Morvan"]


def test_what_one_article_tells_apart_stays_apart() -> None:
    apart = reading(
        "a", [person("e1", "Morvan"), person("e2", "Anne Morvan"), entity("e3", "Altaïs"), entity("e4", "Nova")]
    )
    graph = dedupe.resolve(
        [apart, reading("b", [person("e1", "Anne Morvan"), entity("e3", "Altaïs"), entity("e4", "Nova")])]
    )
    assert labels(graph, "Person") == ["Anne Morvan", "Morvan"]


def test_an_initial_does_not_join_two_first_names() -> None:
    around = [entity("e8", "Altaïs"), entity("e9", "Nova")]
    graph = dedupe.resolve(
        [
            reading("a", [person("e1", "Jean Morvan"), *around]),
            reading("b", [person("e1", "J. Morvan"), *around]),
            reading("c", [person("e1", "Julie Morvan"), *around]),
        ]
    )
    assert labels(graph, "Person") == ["J. Morvan", "Jean Morvan", "Julie Morvan"]


def test_a_sigle_meets_its_name_by_alias() -> None:
    union = "Confédération générale des pilotes"
    graph = dedupe.resolve([reading("a", [entity("e1", union, "CGP")]), reading("b", [entity("e1", "CGP")])])
    assert len(graph.node_rows) == 1
    other = reading("c", [entity("e1", "Comité des grands parcs", "CGP")])
    graph = dedupe.resolve([reading("a", [entity("e1", union, "CGP")]), reading("b", [entity("e1", "CGP")]), other])
    assert len(graph.node_rows) == 3


def test_common_nouns_stay_with_their_article() -> None:
    graph = dedupe.resolve([reading("a", [entity("e1", "Tribunal")]), reading("b", [entity("e1", "Tribunal")])])
    assert len({node.id for node in graph.node_rows}) == 2


def test_relations_are_one_edge_per_state() -> None:
    people = [person("e1", "Anne Morvan"), entity("e2", "Altaïs")]
    graph = dedupe.resolve(
        [
            reading("a", people, [claim("leader_of", source="e1", target="e2", status="former", confidence=0.9)]),
            reading("b", people, [claim("leader_of", source="e1", target="e2")], date="2020-02-01"),
            reading("c", people, [claim("leader_of", source="e1", target="e2", modality="other", status=None)]),
        ],
        labels={"leader_of": "dirige"},
    )
    asserted, other = sorted(relations(graph), key=lambda edge: edge.modality)
    assert (asserted.weight, asserted.articles, asserted.status, asserted.confidence) == (2.0, 2, "current", 0.9)
    assert (asserted.label, other.weight, other.status) == ("dirige", 1.0, None)
    assert sorted(row.item for row in graph.evidence_rows) == sorted([asserted.id, asserted.id, other.id])


def test_symmetric_relations_have_one_direction() -> None:
    both = [entity("e1", "Nova"), entity("e2", "Altaïs")]
    articles = [
        reading("a", both, [claim("partner_of", source="e1", target="e2")]),
        reading("b", both, [claim("partner_of", source="e2", target="e1")]),
    ]
    (edge,) = relations(dedupe.resolve(articles))
    assert edge.symmetric and edge.weight == 2
    assert len(relations(dedupe.resolve(articles, symmetric=frozenset()))) == 2


def test_a_tie_with_oneself_is_none() -> None:
    same = [entity("e1", "Nova"), entity("e2", "Nova SA")]
    assert relations(dedupe.resolve([reading("a", same, [claim("owner_of", source="e1", target="e2")])])) == []


def test_events_are_nodes_with_role_edges_and_evidence() -> None:
    firms = [entity("e1", "Altaïs"), entity("e2", "Nébula")]
    told = [
        event("acquisition", 0, buyer="e1", target="e2", date="2019-07", amount=3e6, modality="other"),
        event("acquisition", 50, buyer="e1", date="2019", modality="other", polarity="negative"),
    ]
    graph = dedupe.resolve(
        [reading("a", firms, told)], labels={"acquisition": "Acquisition", "acquisition.buyer": "acheteur"}
    )
    (node,) = events(graph)
    assert node.label == "Acquisition : Altaïs → Nébula (2019, n'a pas eu lieu)"
    assert (node.type, node.polarity, node.modality, node.date, node.amount) == (
        "acquisition", "negative", "other", "2019-07", 3e6)  # fmt: skip
    roles = sorted(graph.edge_rows, key=lambda edge: edge.kind)
    assert [(edge.kind, edge.label) for edge in roles] == [("buyer", "acheteur"), ("target", "target")]
    assert {edge.source for edge in roles} == {node.id}
    assert {edge.polarity for edge in roles} == {"negative"}
    per_item = [sum(row.item == item for row in graph.evidence_rows) for item in (node.id, *(e.id for e in roles))]
    assert per_item == [2, 2, 1]
    assert [merge.kind for merge in graph.merge_rows] == ["Event"]


def test_ids_tell_parts_apart() -> None:
    assert dedupe.content_id("n", "ab", "c") != dedupe.content_id("n", "a", "bc")


def test_ids_stay_unique_when_contents_collide() -> None:
    firms = [entity("e1", "Altaïs")]
    told = [event("launch", 0, organisation="e1", object="Vega")]
    graph = dedupe.resolve([reading("a", firms, told, date="2010-01-01"), reading("b", firms, told, date="2020-01-01")])
    assert len({node.id for node in events(graph)}) == 2


def _corpus(size: int, seed: int = 7) -> list[Reading]:
    draw = random.Random(seed)
    syllables = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "ou", "an")]

    def word(length: int) -> str:
        return "".join(draw.choice(syllables) for _ in range(length)).capitalize()

    people = [f"{word(2)} {word(3)}" for _ in range(size // 2 + 5)]
    firms = [word(4) for _ in range(size // 3 + 5)]
    articles = []
    for number in range(size):
        who, firm, rival = draw.choice(people), *draw.sample(firms[: max(3, len(firms) // 10)] + firms, 2)
        name = draw.choice([who, who, who.split()[1], f"{who[:-2]}{who[-1]}{who[-2]}"])
        entities = [person("e1", name, who.split()[1]), entity("e2", firm), entity("e3", f"{rival} SA"),
                    person("e4", draw.choice(people))]  # fmt: skip
        day = f"20{draw.randrange(10, 24)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}"
        claims = [
            claim("leader_of", 0, source="e1", target="e2"),
            claim("partner_of", 20, source="e2", target="e3"),
            event("acquisition", 40, buyer="e2", target="e3", date=draw.choice([None, day[:4], day[:7]])),
            event("publication", 60, publisher="e2", date=day, object=draw.choice(["un rapport", "une lettre", None])),
            event("appointment", 80, person="e1 e4", organisation="e2", date=day[:4]),
        ]
        articles.append(reading(f"{number:06d}", entities, claims, date=draw.choice([day, day, None])))
    return articles


def _rows(graph: Graph) -> list[tuple[object, ...]]:
    return [graph.node_rows, graph.edge_rows, graph.evidence_rows, graph.merge_rows, graph.sources]


def test_any_order_of_readings_gives_the_same_graph() -> None:
    articles = _corpus(150)
    first = _rows(dedupe.resolve(articles))
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        assert _rows(dedupe.resolve(articles)) == first


def test_every_row_refers_to_rows_that_exist() -> None:
    graph = dedupe.resolve(_corpus(150))
    ids = [node.id for node in graph.node_rows] + [edge.id for edge in graph.edge_rows]
    assert len(ids) == len(set(ids))
    nodes = {node.id for node in graph.node_rows}
    assert all(edge.source in nodes and edge.target in nodes and edge.weight > 0 for edge in graph.edge_rows)
    assert {row.item for row in graph.evidence_rows} == {e.id for e in graph.edge_rows} | {n.id for n in events(graph)}


def test_time_grows_with_the_corpus_and_not_with_its_square() -> None:
    def seconds(size: int) -> float:
        articles = _corpus(size)
        start = time.process_time()
        dedupe.resolve(articles)
        return time.process_time() - start

    small, large = seconds(400), seconds(3200)
    assert large < 24 * max(small, 0.05), f"{small:.2f} s for 400 articles, {large:.2f} s for 3,200"
