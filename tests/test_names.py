import pytest

from pipeline import names


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  «\u00a0Le  Monde\u00a0» ", "Le Monde"),
        ("L’Oréal", "L'Oréal"),
        ("Kosciusko\u2011Morizet", "Kosciusko-Morizet"),
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
        ("OpenAI LP", "openai lp"),
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
        ("Mme Le Pen", "le pen"),
        ("le Dr Anne Roy", "anne roy"),
        ("Me Élodie Martin", "elodie martin"),
        ("M.", "m"),
        ("Jean-Paul Sa", "jean paul sa"),
    ],
)
def test_compared_person(raw: str, expected: str) -> None:
    assert names.compared(raw, "Person") == expected


def test_key_meets_spacing_variants() -> None:
    assert names.key("Open AI", "Organisation") == names.key("OpenAI", "Organisation") == "openai"
    assert names.key("France 2", "Organisation") != names.key("France 3", "Organisation")


@pytest.mark.parametrize(
    ("sigle", "name", "expected"),
    [
        ("LREM", "La République en marche", True),
        ("EDF", "Électricité de France", True),
        ("CGT", "Confédération générale du travail", True),
        ("AFP", "Agence France-Presse", True),
        ("LR", "Les Républicains", True),
        ("CGT", "Confédération générale des cadres", False),
        ("Cgt", "Confédération générale du travail", False),
        ("E", "Électricité", False),
        ("EDFA", "Électricité de France", False),
    ],
)
def test_is_initials(sigle: str, name: str, expected: bool) -> None:
    assert names.is_initials(sigle, name) is expected


def test_initials() -> None:
    assert names.initials("Confédération générale du travail") == "CGT"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Charles de Gaulle", (("charles",), ("de", "gaulle"))),
        ("Marine Le Pen", (("marine",), ("le", "pen"))),
        ("Nathalie Kosciusko-Morizet", (("nathalie",), ("kosciusko morizet",))),
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
        ("Musk", "Elon Musk", "surname"),
        ("M. Musk", "Elon Musk", "surname"),
        ("Elon", "Elon Musk", "first name"),
        ("E. Musk", "Elon Musk", "initial"),
        ("J.-P. Dupont", "Jean-Paul Dupont", "initial"),
        ("A. Musk", "Elon Musk", None),
        ("Villepin", "Dominique de Villepin", "surname"),
        ("Le Pen", "Marine Le Pen", "surname"),
        ("Pen", "Marine Le Pen", None),
        ("Giscard", "Valéry Giscard d'Estaing", "surname"),
        ("Giscard d'Estaing", "Valéry Giscard d’Estaing", "surname"),
        ("Paul", "Jean Paul Dupont", None),
        ("Paul", "Jean-Paul Dupont", None),
        ("Jean Paul", "Jean-Paul Dupont", "first name"),
        ("Jean Dupont", "Jean-Paul Dupont", None),
        ("Morizet", "Nathalie Kosciusko-Morizet", None),
        ("NKM", "Nathalie Kosciusko-Morizet", "initials"),
        ("Elon Musk", "Elon Musk", None),
        ("Anne Musk", "Elon Musk", None),
    ],
)
def test_short_form_of_a_person(short: str, full: str, expected: str | None) -> None:
    assert names.short_form(short, full, "Person") == expected
    assert names.is_short_form(short, full, "Person") is (expected is not None)


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("EDF", "Électricité de France", "initials"),
        ("Lazard", "banque Lazard", "type noun"),
        ("Le Phare", "journal Le Phare", "type noun"),
        ("Goldman", "Goldman Sachs", "head"),
        ("Société", "Société générale", None),
        ("OpenAI", "OpenAI LP", None),
        ("Altaïs", "Altaïs Trucks", None),
        ("Altaïs", "Altaïs Belgique", None),
        ("France", "France 2", None),
        ("Crédit agricole", "Crédit agricole d'Aquitaine", None),
        ("Sachs", "Goldman Sachs", None),
    ],
)
def test_short_form_of_an_organisation(short: str, full: str, expected: str | None) -> None:
    assert names.short_form(short, full, "Organisation") == expected


def test_type_nouns_are_folded_words() -> None:
    words = names.TYPE_NOUNS | names.COMMON_WORDS | names.LEGAL_FORMS | names.HONORIFICS | names.PARTICLES
    assert [word for word in words if names.folded(word) != word] == []
