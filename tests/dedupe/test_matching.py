import pytest

from pipeline.dedupe import matching
from pipeline.dedupe.matching import Profile, judge
from pipeline.schema import EntityKind


def who(name: str, *aliases: str, company: str = "", hints: str = "") -> Profile:
    return Profile("Person", name, frozenset(aliases), frozenset(hints.split()), frozenset(company.split()))


def body(name: str, *aliases: str, company: str = "", hints: str = "") -> Profile:
    return Profile("Organisation", name, frozenset(aliases), frozenset(hints.split()), frozenset(company.split()))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (who("Anne Morvan"), who("Mme Anne MORVAN"), "same name"),
        (who("Jean-Paul Morvan"), who("Jean Paul Morvan"), "same name"),
        (body("Le Phare"), body("Groupe Phare SA"), "same name"),
        (body("Open Nova"), body("OpenNova"), "same letters"),
        (who("Ilya Sutskever"), who("Ilya Sutskerver"), "spelling"),
        (who("Dmitri Rogozinski"), who("Dmitry Rogozynski"), "spelling"),
        (body("Confédération des pilotes", "CDP"), body("CDP"), "alias"),
        (body("Micorplane"), body("Microplane"), "spelling"),
        (who("Morvan", company="altais nova"), who("Anne Morvan", company="altais nova"), "surname, shared company"),
        (who("A. Morvan", company="altais"), who("Anne Morvan", company="altais"), "initial, shared company"),
        (body("Lazare", company="altais"), body("banque Lazare", company="altais"), "type noun, shared company"),
        (body("UPF", company="x y"), body("Union des pilotes français", company="x y"), "sigle, shared company"),
    ],
)
def test_one(one: Profile, other: Profile, reason: str) -> None:
    judgement = judge(one, other)
    assert judgement.same, judgement
    assert judgement.reason == reason
    assert judge(other, one) == judgement


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Anne Morvan"), body("Anne Morvan")),
        (who("Anne Morvan"), who("Alain Morvan")),
        (who("Anne Morvan", company="x y", hints="pdg"), who("Alain Morvan", company="x y", hints="pdg")),
        (who("Frédéric Rousseau"), who("Frédérique Rousseau")),
        (who("Jean Morvanelle"), who("Jean-Luc Morvanelle")),
        (who("Morvan"), who("Anne Morvan")),
        (who("Morvan"), who("Morvan")),
        (who("Morvan", company="x"), who("Anne Morvan", "Morvan", company="x")),
        (who("Paul", company="x y"), who("Jean Paul Morvan", company="x y")),
        (who("Paul Martin"), who("Paul Martins")),
        (body("France 2"), body("France 3")),
        (body("TF1"), body("TF2")),
        (body("Nova LP", "Nova"), body("Nova")),
        (body("Société générale Belgique", "Société générale"), body("Société générale")),
        (body("Nova Trucks", "Nova", company="x y"), body("Nova", company="x y")),
        (body("Le National"), body("La Nationale")),
        (body("Tribunal"), body("Tribunal")),
        (body("UPF"), body("Union des pilotes français")),
        (body("Universal"), body("Universel")),
    ],
)
def test_two(one: Profile, other: Profile) -> None:
    assert not judge(one, other).same, judge(one, other)
    assert judge(other, one) == judge(one, other)


def test_context_alone_is_no_evidence() -> None:
    assert (
        judge(body("Altaïs", company="x y z", hints="startup"), body("Nova", company="x y z", hints="startup")).score
        == 0
    )


def test_a_veto_names_itself() -> None:
    assert judge(body("France 2"), body("France 3")).reason == "other numbers"
    assert matching.vetoed(who("Anne Morvan"), who("Alain Morvan"))


def test_every_evidence_can_stand_alone_or_needs_context_as_the_table_says() -> None:
    most_context = sum(weight for _, weight in matching.CONTEXT_EVIDENCE)
    for evidence, weight in matching.NAME_EVIDENCE:
        assert weight + most_context >= matching.THRESHOLD, evidence.__name__
    assert most_context < matching.THRESHOLD


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ilya Sutskever", "Ilya Sutskerver", "Person"),
        ("Anne Grandmaison", "Anne Grandmaisn", "Person"),
        ("Micorplane", "Microplane", "Organisation"),
        ("Banque Altaïsienne", "Banque Altaïsiene", "Organisation"),
        ("Capgemini", "Capgemani", "Organisation"),
    ],
)
def test_spelling_variants_meet_in_a_block(one: str, other: str, kind: EntityKind) -> None:
    assert set(matching.spelling_keys(one, kind)) & set(matching.spelling_keys(other, kind))


@pytest.mark.parametrize(
    ("name", "kind", "weak"),
    [
        ("Morvan", "Person", True),
        ("A. Morvan", "Person", True),
        ("J.-P. Morvan", "Person", True),
        ("Anne Morvan", "Person", False),
        ("la Cour", "Organisation", True),
        ("Haute Autorité", "Organisation", True),
        ("Altaïs", "Organisation", False),
    ],
)
def test_is_weak(name: str, kind: EntityKind, weak: bool) -> None:
    assert matching.is_weak(name, kind) is weak
