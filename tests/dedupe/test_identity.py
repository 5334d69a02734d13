from collections import Counter

from building import entity, person, reading

from pipeline.dedupe.identity import Clusters, _Unit, _units, best_form, identify
from pipeline.dedupe.matching import Judgement
from pipeline.schema import Reading


def labels(*readings: Reading) -> list[str]:
    return sorted(identity.label for identity in identify(readings)[0])


def test_every_local_entity_belongs_to_one_identity() -> None:
    articles = [
        reading("a", [person("e1", "Anne Morvan"), entity("e2", "Altaïs")]),
        reading("b", [entity("e1", "Altaïs")]),
    ]
    members = [member for identity in identify(articles)[0] for member in identity.members]
    assert sorted(members) == [(0, "e1"), (0, "e2"), (1, "e1")]


def test_best_form() -> None:
    assert best_form(Counter({"Altaïs": 2, "Altaïs SA": 1}), Counter()) == "Altaïs"
    assert best_form(Counter({"ALTAÏS": 1, "Altaïs": 1}), Counter()) == "Altaïs"
    assert best_form(Counter({"Altaïs": 1, "Groupe Altaïs": 1}), Counter({"Altaïs": 5})) == "Altaïs"


def test_a_negative_judgement_survives_a_chain_of_merges() -> None:
    """The initial agrees with both first names; whichever it joins, the other may not follow."""
    units = _one_unit_each("Jean Morvanelle", "J. Morvanelle", "Julie Morvanelle")
    clusters = Clusters(units)
    yes = Judgement(1.0, "test")
    assert clusters.unite(0, 1, yes)
    assert not clusters.unite(1, 2, yes)
    assert clusters.root(2) != clusters.root(0)


def test_a_common_spelling_is_no_slip() -> None:
    def articles(name: str, count: int) -> list[Reading]:
        return [reading(f"{name}{i}", [entity("e1", name)]) for i in range(count)]

    assert labels(*articles("Mediaprox", 8), *articles("Mediapros", 2)) == ["Mediaprox"]
    assert labels(*articles("Mediaprox", 8), *articles("Mediapros", 8)) == ["Mediapros", "Mediaprox"]


def _one_unit_each(*every: str) -> list[_Unit]:
    articles = [reading(str(i), [person("e1", name)]) for i, name in enumerate(every)]
    found = {unit.name: unit for unit in _units(articles)}
    return [found[name] for name in every]
