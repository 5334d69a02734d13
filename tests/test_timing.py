"""Which date of a sentence belongs to which of its words."""

import pytest
from spacy.language import Language

from pipeline import ner
from pipeline.document import Document
from pipeline.schema import Article
from pipeline.timing import Calendar


@pytest.fixture(scope="module")
def nlp() -> Language:
    return ner.load_model(ner.STOCK_MODEL)


def when(nlp: Language, text: str, word: str, date: str = "2018-10-26") -> str | None:
    article = Article(id="a", source="a.txt", text=text, clean=text, date=date)
    document = Document(article, nlp(ner.reading_text(article)), [], [])
    trigger = next(token for token in document.doc if token.text == word)
    return Calendar(document).when(trigger).at


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Verdaline a racheté Octavia en mars 2014.", "racheté", "2014-03"),
        ("Mardi, le groupe a annoncé avoir racheté Octavia.", "racheté", "2018-10-23"),
        ("Deux semaines après la démission du directeur, elle a fermé mardi 16 octobre.", "démission", "2018-10-02"),
        ("Deux jours après la démission du directeur, les critiques pleuvent.", "démission", "2018-10-24"),
        ("Trois mois avant la fusion de 2017, la banque a fermé en juin 2018.", "fermé", "2018-06"),
        ("Dans un entretien publié samedi 20 octobre, la ministre a critiqué la banque.", "critiqué", "2018-10-20"),
        # The date of the main clause is not that of a relative clause or of a participle in apposition.
        ("Le maire, qui a quitté le parti, a répondu lundi à la presse.", "quitté", None),
        ("Née à Lyon, l'entreprise approvisionne aujourd'hui des hôtels.", "Née", None),
        # A year that names a thing does not date the clause.
        ("Elle a été nommée directrice en vue de l'élection de 2022.", "nommée", None),
        ("La banque a présenté mardi le budget 2019.", "présenté", "2018-10-23"),
        ("Après des années chez Altaïs (entre 1972 et 1993), elle dirigea la banque.", "dirigea", None),
    ],
)
def test_the_date_of_a_word(nlp: Language, text: str, word: str, expected: str | None) -> None:
    assert when(nlp, text, word) == expected
