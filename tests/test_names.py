import pytest

from pipeline import names


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  «\u00a0Le  Monde\u00a0» ", "Le Monde"),
        ("L’Oréal", "L'Oréal"),
        ("Brandeau\u2011Morvan", "Brandeau-Morvan"),
        ("Altaïs.", "Altaïs"),
        ("Altaïs Inc.", "Altaïs Inc."),
        ("S.N.C.F.", "S.N.C.F."),
    ],
)
def test_shown(raw: str, expected: str) -> None:
    assert names.shown(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("x.AI", "xai"),
        ("S.N.C.F.", "sncf"),
        ("Groupe Altaïs", "altais"),
        ("Altaïs Group, Inc.", "altais"),
        ("Nébula S.A.S.", "nebula"),
        ("L'Oréal", "oreal"),
        ("Les Échos", "echos"),
        ("Durand & Cie", "durand"),
        ("AltaNova LP", "altanova lp"),
        ("Canal+", "canal plus"),
        ("Cœur-de-Ville", "coeur de ville"),
        ("SA", "sa"),
        ("Le Groupe", "groupe"),
    ],
)
def test_compared_organisation(raw: str, expected: str) -> None:
    assert names.compared(raw, "Organisation") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mme Le Roc", "le roc"),
        ("le Dr Anne Roy", "anne roy"),
        ("Me Élodie Martin", "elodie martin"),
        ("M.", "m"),
        ("Jean-Paul Sa", "jean paul sa"),
    ],
)
def test_compared_person(raw: str, expected: str) -> None:
    assert names.compared(raw, "Person") == expected


def test_key_meets_spacing_variants() -> None:
    assert names.key("Alta Nova", "Organisation") == names.key("AltaNova", "Organisation") == "altanova"
    assert names.key("France 2", "Organisation") != names.key("France 3", "Organisation")


@pytest.mark.parametrize(
    ("sigle", "name", "expected"),
    [
        ("LFEA", "La Forêt en avant", True),
        ("EDF", "Électricité de France", True),
        ("CGJ", "Confédération générale du jardin", True),
        ("AFP", "Agence France-Presse", True),
        ("LV", "Les Verdoyants", True),
        ("CGJ", "Confédération générale des cadres", False),
        ("Cgj", "Confédération générale du jardin", False),
        ("E", "Électricité", False),
        ("EDFA", "Électricité de France", False),
    ],
)
def test_is_initials(sigle: str, name: str, expected: bool) -> None:
    assert names.is_initials(sigle, name) is expected


def test_initials() -> None:
    assert names.initials("Confédération générale du jardin") == "CGJ"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Charles de Gaulle", (("charles",), ("de", "gaulle"))),
        ("Jeanne Le Roc", (("jeanne",), ("le", "roc"))),
        ("Nathalie Brandeau-Morvan", (("nathalie",), ("brandeau morvan",))),
        ("Jean Paul Dupont", (("jean", "paul"), ("dupont",))),
        ("M. Robert Downey Jr.", (("robert",), ("downey",))),
        ("Dupont", ((), ("dupont",))),
    ],
)
def test_person_parts(name: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert names.person_parts(name) == expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Rivière", "Luc Rivière", "surname"),
        ("M. Rivière", "Luc Rivière", "surname"),
        ("Luc", "Luc Rivière", "first name"),
        ("L. Rivière", "Luc Rivière", "initial"),
        ("J.-P. Dupont", "Jean-Paul Dupont", "initial"),
        ("A. Rivière", "Luc Rivière", None),
        ("Vaucelles", "Dominique de Vaucelles", "surname"),
        ("Le Roc", "Jeanne Le Roc", "surname"),
        ("Roc", "Jeanne Le Roc", None),
        ("Brissac", "Valéry Brissac d'Orval", "surname"),
        ("Brissac d'Orval", "Valéry Brissac d’Orval", "surname"),
        ("Paul", "Jean Paul Dupont", None),
        ("Paul", "Jean-Paul Dupont", None),
        ("Jean Paul", "Jean-Paul Dupont", "first name"),
        ("Jean Dupont", "Jean-Paul Dupont", None),
        ("Morvan", "Nathalie Brandeau-Morvan", None),
        ("NBM", "Nathalie Brandeau-Morvan", "initials"),
        ("Luc Rivière", "Luc Rivière", None),
        ("Anne Rivière", "Luc Rivière", None),
    ],
)
def test_short_form_of_a_person(short: str, full: str, expected: str | None) -> None:
    assert names.short_form(short, full, "Person") == expected
    assert names.is_short_form(short, full, "Person") is (expected is not None)


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("EDF", "Électricité de France", "initials"),
        ("Morel", "banque Morel", "type noun"),
        ("Le Phare", "journal Le Phare", "type noun"),
        ("Altona", "Altona Brandt", "head"),
        ("Société", "Société générale", None),
        ("AltaNova", "AltaNova LP", None),
        ("Altaïs", "Altaïs Trucks", None),
        ("Altaïs", "Altaïs Belgique", None),
        ("France", "France 2", None),
        ("Crédit agricole", "Crédit agricole d'Aquitaine", None),
        ("Brandt", "Altona Brandt", None),
    ],
)
def test_short_form_of_an_organisation(short: str, full: str, expected: str | None) -> None:
    assert names.short_form(short, full, "Organisation") == expected


def test_type_nouns_are_folded_words() -> None:
    words = names.TYPE_NOUNS | names.COMMON_WORDS | names.LEGAL_FORMS | names.HONORIFICS | names.PARTICLES
    assert [word for word in words if names.folded(word) != word] == []
