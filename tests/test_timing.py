"""Which date of a sentence belongs to which of its words."""

import pytest
from spacy.language import Language

from pipeline import ner
from pipeline.document import Document
from pipeline.parsed import Token, read
from pipeline.schema import Article
from pipeline.timing import Calendar


@pytest.fixture(scope="module")
def nlp() -> Language:
    return ner.load_model(ner.STOCK_MODEL)


def calendar(nlp: Language, text: str, word: str, date: str = "2018-10-26") -> tuple[Calendar, Token]:
    article = Article(id="a", source="a.txt", text=text, clean=text, date=date)
    document = Document(article, read(nlp(ner.reading_text(article))), [], [])
    return Calendar(document), next(token for token in document.doc if token.text == word)


def when(nlp: Language, text: str, word: str, kind: str = "acquisition") -> str | None:
    dates, trigger = calendar(nlp, text, word)
    return dates.when(trigger, told=True, kind=kind).at


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
        # An incise dates what it carries, not the relative clause in it, and not what is told as older.
        ("Altaïs a racheté Octavia, a annoncé le groupe jeudi.", "racheté", "2018-10-25"),
        ("Altaïs a racheté Octavia, a indiqué mardi sa directrice.", "racheté", "2018-10-23"),
        ("Altaïs avait racheté Octavia, a rappelé mardi la directrice.", "racheté", None),
        ("« Altaïs ment », a déploré mardi Jeanne Morvan, qui a quitté le groupe.", "quitté", None),
        ("Après la démission du directeur, Jeanne Morvan a répondu mardi.", "démission", None),
        ("La directrice est revenue mardi sur le rachat de Nébula.", "rachat", None),
        ("La directrice est revenue sur le rachat, en 2014, de Nébula.", "rachat", "2014"),
        # What is quoted dates nothing outside of the quotation.
        ("« Mon mari est mort le 3 octobre 2018 », a écrit Jeanne Morvan dans un communiqué.", "communiqué", None),
        # A date of a clause that looks ahead lies ahead.
        ("Le tribunal examinera le 9 novembre les offres.", "examinera", "2018-11-09"),
        ("La directrice va être nommée lundi.", "nommée", "2018-10-29"),
        ("Après des années chez Altaïs (entre 1972 et 1993), elle dirigea la banque.", "dirigea", None),
        # "se serait passé" speaks of the past.
        ("La scène se serait passée durant sa détention, au mois de juillet.", "détention", "2018-07"),
        # Nothing but the date stands before: an opening, no incise that reports something.
        ("Le 24 septembre, elle avait dénoncé la vente.", "dénoncé", "2018-09-24"),
        # What happened stands as a noun: with its own date, or that of the participle or relative clause behind it.
        ("Elle dirige la ville depuis son élection en mai 2017.", "élection", "2017-05"),
        (
            "Il a gardé ces notes depuis son limogeage de la banque, le 23 juillet, sans les lire.",
            "limogeage",
            "2018-07-23",
        ),
        ("Les ventes montent, selon une étude présentée jeudi 4 octobre par Nébula.", "étude", "2018-10-04"),
        ("Elle écrit un livre qui doit paraître en avril 2019.", "livre", "2019-04"),
        ("Un sondage de l'institut Nébula pour le Courrier, publié jeudi, la donne perdante.", "sondage", "2018-10-25"),
        ("Il fait l'objet d'une plainte, déposée à Lyon jeudi.", "plainte", "2018-10-25"),
        ("Elle vit loin des salons depuis 1987 et la parution de son roman.", "parution", "1987"),
        ("Il vit loin de la scène depuis 1998.", "vit", None),
        ("Le livre, qui raconte le siège de 1870, est épuisé.", "livre", None),
        # A present participle is of the time of its clause; one of a time before is not.
        ("Les élus ont réagi vendredi, dénonçant la vente.", "dénonçant", "2018-10-26"),
        ("Ayant vendu Octavia, elle a répondu lundi à la presse.", "vendu", None),
        ("La querelle avait éclaté en août 2015, quand Jeanne Morvan avait quitté Altaïs.", "quitté", "2015-08"),
        ("La banque a fermé en août 2015, parce que Jeanne Morvan avait quitté Altaïs.", "quitté", None),
        # A date that closes the sentence is that of the incise before it.
        ("La banque a fermé, rapporte le Courrier de Brest (CB), dimanche 14 octobre.", "rapporte", "2018-10-14"),
        # An issue is of the day on which the paper tells, an edition of a feast is not.
        ("Le Courrier révèle la vente dans son édition du 18 mai.", "révèle", "2018-05-18"),
        ("Elle a révélé un talent lors de l'édition 2016.", "révélé", None),
        # Quotation marks around nothing but the date.
        ('Elle quittera la banque "en juin 2019".', "quittera", "2019-06"),
        # Of days that something goes on, it happened on the first.
        ("Dans la nuit du 8 au 9 octobre 2018, elle a publié la vidéo.", "publié", "2018-10-08"),
        # A deed is done at one moment, whatever else has lasted since.
        ("Elle a racheté l'usine qui chôme depuis 2013.", "racheté", None),
        # The end of a time is not the day of what happened.
        ("Altaïs a annoncé l'arrêt de son activité jusqu'à lundi.", "annoncé", None),
        # A noun counted from a day; its own date before that of its clause.
        ("Elle a été libérée mardi, au lendemain de son arrestation.", "arrestation", "2018-10-22"),
        ("À la veille de la fusion avec Nébula, elle a démissionné mardi.", "fusion", "2018-10-24"),
        ("La cour a jugé, mardi, que la détention de Jeanne, en mars 2014, était juste.", "détention", "2014-03"),
        ("Selon un sondage publié lundi, une majorité envoie ses enfants à l'école mardi.", "sondage", "2018-10-22"),
        # "surveille" is no eve.
        ("Mardi, elle surveille du regard la vente.", "vente", "2018-10-23"),
        ("La police surveille le suspect deux mois après son arrestation.", "arrestation", "2018-08"),
        # A date behind a participle is its own; a gerund is of the time of its clause.
        ("Une étude publiée lundi 15 octobre dans la revue montre un progrès.", "publiée", "2018-10-15"),
        ("Elle avait surpris en septembre, en rachetant Octavia.", "rachetant", "2018-09"),
        ("Le 22 octobre, c'est Jeanne Morvan qui a partagé la vidéo.", "partagé", "2018-10-22"),
        # Since when somebody is what is said beside the name dates nothing else.
        ("L'avocat de Jeanne Morvan depuis 1986 annonce une plainte.", "annonce", None),
        ("Jeanne Morvan, aujourd'hui âgée de 49 ans, conteste sa détention.", "détention", None),
        ("Elle a été arrêtée en application de l'ordonnance de 1945.", "arrêtée", None),
    ],
)
def test_the_date_of_a_word(nlp: Language, text: str, word: str, expected: str | None) -> None:
    assert when(nlp, text, word) == expected


def test_a_publication_is_of_one_day(nlp: Language) -> None:
    text = "Des livreurs dorment depuis mardi dans la rue, selon une enquête de Nébula."
    assert when(nlp, text, "enquête", "publication") is None


def test_a_ruling_is_of_one_day(nlp: Language) -> None:
    text = "Détenue depuis un an, Jeanne Morvan a été condamnée à une amende."
    assert when(nlp, text, "condamnée", "ruling") is None


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("Paul Martin est mis en examen pour des violences lors du 1er mai 2017.", "mis", "lawsuit", None),
        ("Paul Martin est poursuivi dans l'affaire des écoutes de 2014.", "poursuivi", "lawsuit", None),
        ("Paul Martin a été mis en examen lundi pour des violences.", "mis", "lawsuit", "2018-10-22"),
        ("Il s'en est pris à Paul Martin, qui fut ministre de 2007 à 2012.", "pris", "conflict", None),
        ("Elle avait été élue maire de Morvan (2011-2017).", "élue", "appointment", "2011"),
        ("Jeanne Morvan a quitté Altaïs entre 2016 et 2018.", "quitté", "departure", "2016/2018"),
        ("Directrice d'Altaïs depuis 2012, Jeanne Morvan a été limogée.", "limogée", "departure", None),
    ],
)
def test_the_time_of_a_deed_or_of_a_post_is_not_that_of_what_is_told(
    nlp: Language, text: str, word: str, kind: str, expected: str | None
) -> None:
    dates, trigger = calendar(nlp, text, word)
    when = dates.when(trigger, told=True, kind=kind)
    assert (when.at or when.start) == expected


NEWS = "Altaïs a racheté Octavia, a annoncé le groupe jeudi. "


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        (NEWS + "La directrice dénonce cette vente dans un communiqué.", "dénonce", "conflict", "2018-10-25"),
        (NEWS + "Jeanne Morvan est nommée directrice.", "nommée", "appointment", "2018-10"),
        ("Altaïs a racheté Octavia. La directrice dénonce cette vente.", "dénonce", "conflict", None),
        (NEWS + "Jeanne Morvan avait quitté le groupe.", "quitté", "departure", None),
        (NEWS + "Le groupe, qui a nommé une directrice, se tait.", "nommé", "appointment", None),
        (NEWS + "Jeanne Morvan est accusée de fraude.", "accusée", "conflict", None),
        (NEWS + "Le ministre a réagi à un article du journal.", "article", "publication", None),
        (NEWS + "Jeanne Morvan a écrit plusieurs livres.", "écrit", "publication", None),
        (NEWS + "Jeanne Morvan dénonce depuis des mois cette politique.", "dénonce", "conflict", None),
        (NEWS + "Jeanne Morvan est condamnée à une amende.", "condamnée", "ruling", "2018-10-25"),
        # The source of the news is as new as the news; what is told "as X reveals" is older by days.
        (
            NEWS + "Selon une information de Nébula, la directrice partirait.",
            "information",
            "publication",
            "2018-10-25",
        ),
        (NEWS + "Elle partirait, selon des propos rapportés par Nébula.", "rapportés", "publication", "2018-10-25"),
        (NEWS + "Selon une récente étude de Nébula, les prix montent.", "étude", "publication", None),
        (NEWS + "Comme le révèle Nébula, la directrice est partie.", "révèle", "publication", "2018-10"),
        # What is decided is told with the decision; what somebody who is quoted has done happened at any time.
        (NEWS + "Nébula a décidé de suspendre sa directrice.", "suspendre", "departure", "2018-10"),
        (NEWS + "Nébula vient de quitter le conseil.", "quitter", "departure", "2018-10"),
        (NEWS + "« Nous avons quitté le conseil, car il ment. »", "quitté", "departure", None),
    ],
)
def test_the_day_of_the_news(nlp: Language, text: str, word: str, kind: str, expected: str | None) -> None:
    dates, trigger = calendar(nlp, text, word)
    assert dates.news_day(trigger, kind) == expected


def test_a_post_is_taken_from_a_day_on(nlp: Language) -> None:
    text = "Jeanne Morvan succédera à Louis Kervadec à partir du 1er décembre."
    assert when(nlp, text, "succédera", "appointment") == "2018-12-01"
    assert when(nlp, "Élue depuis 2012, elle a été nommée directrice.", "nommée", "appointment") is None
