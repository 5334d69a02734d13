"""Which names of one article are one person or one organisation."""

from pipeline import ner
from pipeline.document import NamedEntity
from pipeline.names import folded
from pipeline.ner.grouping import group
from pipeline.ner.kind_evidence import Kind
from pipeline.ner.name_span import Label, Name, text_of
from pipeline.parsed import read


def grouped(text: str, *marks: tuple[str, Label]) -> tuple[list[NamedEntity], list[tuple[str, str]]]:
    """Entities and (words, entity) of each mention; every copy of a marked name is one, longer names first."""
    nlp = ner.load_model(ner.STOCK_MODEL)
    with nlp.select_pipes(disable=["ner"]):
        doc = read(nlp(text))
    names: list[Name] = []
    taken: set[int] = set()
    for words, label in sorted(marks, key=lambda mark: -len(mark[0])):
        start = text.find(words)
        assert start >= 0, words
        while start >= 0:
            span = doc.parse.char_span(start, start + len(words))
            if span is not None and taken.isdisjoint(range(span.start, span.end)):
                names.append(Name(span.start, span.end, label, "model"))
                taken.update(range(span.start, span.end))
            start = text.find(words, start + 1)
    of_label: dict[str, Kind] = {"PER": "Person", "ORG": "Organisation", "LOC": "Place", "MISC": "Thing"}
    entities, mentions = group(doc, sorted(names), {folded(text_of(doc, n)): of_label[n.label] for n in names})
    return entities, [(doc.span(m.start, m.end).text, entities[m.entities[0]].name) for m in mentions]


def test_short_and_full_names_are_one_person() -> None:
    entities, mentions = grouped(
        "Claire Vasseur arrive. Vasseur parle. Mme Vasseur sort.", ("Claire Vasseur", "PER"), ("Vasseur", "PER")
    )
    assert [(e.id, e.name, e.aliases, e.gender) for e in entities] == [(0, "Claire Vasseur", ("Vasseur",), "Fem")]
    assert [name for _, name in mentions] == ["Claire Vasseur"] * 3


def test_a_name_with_one_slip_is_the_person_whom_the_article_names_rightly() -> None:
    entities, _ = grouped(
        "Claire Vasseur arrive. Vassuer parle. Vasseur rit. Claire Vaseur sort.",
        ("Claire Vasseur", "PER"), ("Vassuer", "PER"), ("Vasseur", "PER"), ("Claire Vaseur", "PER"),
    )  # fmt: skip
    assert [(e.name, e.aliases) for e in entities] == [("Claire Vasseur", ("Claire Vaseur", "Vasseur", "Vassuer"))]


def test_two_slips_or_another_first_name_make_another_person() -> None:
    entities, _ = grouped(
        "Claire Vasseur arrive. Anne Vaseur parle. Vasier rit.",
        ("Claire Vasseur", "PER"), ("Anne Vaseur", "PER"), ("Vasier", "PER"),
    )  # fmt: skip
    assert len(entities) == 3


def test_two_full_names_are_two_persons_and_the_surname_is_the_last_named() -> None:
    _, mentions = grouped(
        "Nicolas Tillier est parti. Tillier était fatigué. Florian Tillier reste. Tillier travaille.",
        ("Nicolas Tillier", "PER"),
        ("Florian Tillier", "PER"),
        ("Tillier", "PER"),
    )
    assert mentions == [
        ("Nicolas Tillier", "Nicolas Tillier"),
        ("Tillier", "Nicolas Tillier"),
        ("Florian Tillier", "Florian Tillier"),
        ("Tillier", "Florian Tillier"),
    ]


def test_a_title_decides_between_two_persons_of_one_surname() -> None:
    _, mentions = grouped(
        "Anne Tillier et Paul Tillier sont venus. Mme Tillier a parlé.",
        ("Anne Tillier", "PER"),
        ("Paul Tillier", "PER"),
        ("Tillier", "PER"),
    )
    assert mentions[-1] == ("Tillier", "Anne Tillier")


def test_a_person_and_a_firm_of_one_name_stay_two() -> None:
    entities, _ = grouped("Marcel Aubrac dirige Aubrac SA.", ("Marcel Aubrac", "PER"), ("Aubrac SA", "ORG"))
    assert [(e.kind, e.name) for e in entities] == [("Person", "Marcel Aubrac"), ("Organisation", "Aubrac SA")]


def test_spelling_case_and_accents_do_not_part_a_name() -> None:
    entities, _ = grouped(
        "Open Nébula grandit. OpenNebula vend. Paul TILLIER part, Paul Tillier aussi.",
        ("Open Nébula", "ORG"),
        ("OpenNebula", "ORG"),
        ("Paul TILLIER", "PER"),
        ("Paul Tillier", "PER"),
    )
    assert [(e.kind, len(e.aliases)) for e in entities] == [("Organisation", 1), ("Person", 1)]


def test_a_legal_body_of_its_own_stays_one() -> None:
    entities, _ = grouped("Altaïs a créé Altaïs LP.", ("Altaïs", "ORG"), ("Altaïs LP", "ORG"))
    assert [e.name for e in entities] == ["Altaïs", "Altaïs LP"]
    entities, _ = grouped("Altaïs LP a grandi. Altaïs en vit.", ("Altaïs LP", "ORG"), ("Altaïs", "ORG"))
    assert {e.name for e in entities} == {"Altaïs", "Altaïs LP"}


def test_a_capital_head_noun_is_the_body_that_it_opens() -> None:
    entities, _ = grouped(
        "La Ligue des jardiniers proteste. La Ligue se réunit.", ("Ligue des jardiniers", "ORG"), ("Ligue", "ORG")
    )
    assert [(e.name, e.aliases) for e in entities] == [("Ligue des jardiniers", ("Ligue",))]
    entities, _ = grouped(
        "La Fondation Vorst donne. La Fondation se réunit.", ("Fondation Vorst", "ORG"), ("Fondation", "ORG")
    )
    assert [(e.name, e.aliases) for e in entities] == [("Fondation Vorst", ("Fondation",))]


def test_another_name_is_told() -> None:
    entities, _ = grouped(
        "Le chanteur Paul Tillier, dit Alto, a signé chez Orion (ex-Nébula).",
        ("Paul Tillier", "PER"),
        ("Alto", "PER"),
        ("Orion", "ORG"),
        ("ex-Nébula", "ORG"),
    )
    assert [(e.name, e.aliases) for e in entities] == [("Paul Tillier", ("Alto",)), ("Orion", ("Nébula",))]


def test_what_the_article_calls_it_is_a_hint() -> None:
    entities, _ = grouped(
        "La start-up Altaïs recrute. Le milliardaire Paul Tillier, ancien ministre, investit.",
        ("Altaïs", "ORG"),
        ("Paul Tillier", "PER"),
    )
    assert [e.hints for e in entities] == [("start-up",), ("milliardaire", "ministre")]


def test_places_and_things_are_left_out() -> None:
    assert grouped("Brive fête la Clio.", ("Brive", "LOC"), ("Clio", "MISC")) == ([], [])
