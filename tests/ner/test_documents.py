"""Article → Document: models, parse, and the names of whole articles."""

import pytest
import spacy

from pipeline import ner
from pipeline.document import Document
from pipeline.errors import UsageError
from pipeline.ner import documents
from pipeline.schema import Article


def read(text: str) -> Document:
    article = Article(id="a", source="a.txt", text=text, clean=text)
    return next(ner.read_docs(ner.load_model(ner.STOCK_MODEL), [article]))


def names(document: Document) -> dict[str, str]:
    return {entity.name: entity.kind for entity in document.entities}


def test_a_model_is_loaded_once() -> None:
    assert ner.load_model(ner.STOCK_MODEL) is ner.load_model(ner.STOCK_MODEL)


def test_the_quicker_lemmatizer_gives_the_lemmas_of_the_stock_one() -> None:
    text = "Les salariées avaient racheté leurs usines ; d'anciens dirigeants, vaincus, s'y opposaient vainement."
    stock = spacy.load(ner.STOCK_MODEL, exclude=["ner"])
    ours = ner.load_model(ner.STOCK_MODEL)
    assert [token.lemma_ for token in ours(text)] == [token.lemma_ for token in stock(text)]
    table = ours.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    assert all(isinstance(table[part], dict) for part in table)


def test_an_unknown_model_is_one_clear_line() -> None:
    with pytest.raises(UsageError) as caught:
        ner.load_model("modele_inconnu_md")
    assert "modele_inconnu_md" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_model_is_one_clear_line(tmp_path: object) -> None:
    with pytest.raises(UsageError) as caught:
        ner.load_model(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_articles_come_back_in_order_with_the_offsets_of_the_clean_text() -> None:
    texts = [f"Mme Roy dirige l’usine de Brive depuis {year}." for year in range(2001, 2006)]
    articles = [Article(id=str(i), source="s", text=t, clean=t) for i, t in enumerate(texts)]
    documents = list(ner.read_docs(ner.load_model(ner.STOCK_MODEL), articles, batch_size=2))
    assert [d.article.id for d in documents] == ["0", "1", "2", "3", "4"]
    for document in documents:
        assert len(document.doc.text) == len(document.article.clean)
        span = document.span(document.mentions[0])
        assert document.article.clean[span.start_char : span.end_char] == "Roy"


def test_an_empty_article_has_no_names() -> None:
    for text in ("", " \n\n ", "..."):
        document = read(text)
        assert (document.entities, document.mentions) == ([], [])


def test_a_title_is_no_part_of_the_name_and_tells_the_gender() -> None:
    document = read("Mme Park a rencontré M. Delorme à Lyon. M. Delorme a remercié Mme Park.")
    assert names(document) == {"Park": "Person", "Delorme": "Person"}
    assert {e.name: e.gender for e in document.entities} == {"Park": "Fem", "Delorme": "Masc"}
    assert len(document.mentions) == 4


def test_two_persons_behind_one_title() -> None:
    assert names(read("La cour a entendu MM. Vasseur et Tillier mardi.")) == {"Vasseur": "Person", "Tillier": "Person"}


def test_a_name_that_turns_out_to_be_a_thing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Claire Vasseur dirige la société Altaïs."
    assert names(read(text)) == {"Claire Vasseur": "Person", "Altaïs": "Organisation"}
    monkeypatch.setattr(documents, "judged", lambda doc, found, kinds: {**kinds, "altais": "Thing"})
    assert names(read(text)) == {"Claire Vasseur": "Person"}


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    document = read("Claire Vasseur a fondé la société Altaïs en 2012. Depuis, Vasseur la dirige.")
    person = next(e for e in document.entities if e.kind == "Person")
    assert (person.name, person.aliases, person.gender) == ("Claire Vasseur", ("Vasseur",), "Fem")


def test_a_post_behind_a_name_is_no_part_of_it() -> None:
    assert "Claire Vasseur" in names(read("Claire Vasseur, PDG de la société Altaïs, a démissionné."))


def test_institutions_by_pattern() -> None:
    found = names(
        read(
            "Le parquet de Bobigny a saisi le tribunal de grande instance de Nanterre. "
            "La cour d'appel de Rennes et le ministère de l'Économie se taisent. "
            "Le conseil départemental de la Creuse a écrit à l'université de Pau."
        )
    )
    for institution in (
        "parquet de Bobigny",
        "tribunal de grande instance de Nanterre",
        "cour d'appel de Rennes",
        "ministère de l'Économie",
        "conseil départemental de la Creuse",
        "université de Pau",
    ):
        assert found.get(institution) == "Organisation", institution


def test_a_minister_s_field_is_no_organisation() -> None:
    found = names(read("Le ministre de l'Intérieur, Paul Tillier, a reçu la ministre des Affaires sociales."))
    assert found == {"Paul Tillier": "Person"}


def test_a_seat_of_power_counts_where_it_acts() -> None:
    assert names(read("L'Élysée a démenti cette information mardi.")) == {"Élysée": "Organisation"}
    assert names(read("Les maires ont été reçus mardi à l'Élysée.")) == {}


def test_a_sigle_in_parentheses_is_the_other_name_of_what_stands_before() -> None:
    document = read("La Ligue des jardiniers amateurs (LJA) proteste. La LJA demande une réunion.")
    assert [(e.kind, e.name, e.aliases) for e in document.entities] == [
        ("Organisation", "Ligue des jardiniers amateurs", ("LJA",))
    ]
    assert len(document.mentions) == 3


def test_a_sigle_of_a_thing_is_no_organisation() -> None:
    assert names(read("Ils demandent un référendum d'initiative citoyenne (RIC). Le RIC divise.")) == {}


def test_a_heading_begins_a_sentence_of_its_own() -> None:
    document = read("La grève continue chez Altaïs\n\nLes salariés ont voté mardi la reconduction du mouvement.")
    starts = [token.text for token in document.doc if token.is_sent_start]
    assert "Les" in starts


def test_a_hand_wrapped_line_does_not_end_a_sentence() -> None:
    document = read("Claire Vasseur a fondé la société Altaïs\nen 2012 avec deux amis de son école.")
    assert len(list(document.doc.sents)) == 1


def test_a_name_over_a_line_break_is_one_line() -> None:
    document = read("Le directeur a salué la nouvelle présidente, Claire\nVasseur, mardi soir à Lyon.")
    assert "Claire Vasseur" in names(document)


def test_reading_twice_gives_the_same() -> None:
    text = "Claire Vasseur, Paul Tillier et Jean Delorme ont rejoint Altaïs, Nébula et le groupe Orion."
    one, other = read(text), read(text)
    assert (one.entities, one.mentions) == (other.entities, other.mentions)


def test_an_article_in_capitals_is_part_of_a_title() -> None:
    found = names(read("Selon Le Phare, le chantier est arrêté. La nouvelle, révélée par Le Phare, surprend."))
    assert found == {"Le Phare": "Organisation"}


def test_what_has_a_capital_article_and_reveals_is_a_medium() -> None:
    found = names(read("Selon un rapport dont Le Vernois a révélé mercredi le contenu, l'usine fuit depuis avril."))
    assert found == {"Le Vernois": "Organisation"}


def test_the_state_counts_where_it_acts() -> None:
    assert names(read("L'État a vendu ses parts mardi.")) == {"État": "Organisation"}
    assert names(read("Le chef de l'État a pris la parole mardi.")) == {}


def test_a_legal_body_is_a_name_of_its_own() -> None:
    assert names(read("La société Altaïs dépend d'Altaïs LP, selon Claire Vasseur."))["Altaïs LP"] == "Organisation"


def test_a_surname_that_the_model_takes_for_a_firm_is_the_person() -> None:
    found = names(read("Le groupe Nébula appartient à Elon Tarvik. Tarvik dirige aussi la société Orbiton."))
    assert found["Elon Tarvik"] == "Person"
    assert "Tarvik" not in found


def test_a_post_its_body_and_its_holder_in_a_row() -> None:
    found = names(
        read("Le secrétaire général de la FDL Benoit Tessier et la PDG d'Yvon Saint Paul Anne Roy ont signé.")
    )
    assert found == {
        "FDL": "Organisation",
        "Benoit Tessier": "Person",
        "Yvon Saint Paul": "Organisation",
        "Anne Roy": "Person",
    }


def test_the_holder_of_a_town_s_post_leaves_the_town_a_place() -> None:
    assert names(read("Le maire de Brive Paul Tillier a reçu la presse.")) == {"Paul Tillier": "Person"}


def test_a_street_is_not_the_person_whose_name_it_bears() -> None:
    assert names(read("Le magasin ouvre au 18 avenue Claire Vasseur, près du stade Paul Tillier.")) == {}


def test_a_candidate_for_a_town_hall_belongs_to_nothing() -> None:
    assert names(read("La candidate à la mairie de Brive, Anne Roy, est avocate.")) == {"Anne Roy": "Person"}


def test_the_state_is_a_body_where_it_acts_and_any_state_is_none() -> None:
    text = "La taxe rapporte peu à l'État. Au total, l'État a engrangé 3 millions d'euros."
    assert names(read(text)) == {"État": "Organisation"}
    assert names(read("La force est employée par un État contre son peuple.")) == {}


def test_half_a_hyphenated_name_is_no_copy_of_a_name() -> None:
    document = read("Le journal Tulle-Matin a été vendu. Le maire de Tulle s'en réjouit.")
    assert "Tulle" not in names(document)


def test_no_sentence_begins_behind_a_word_or_a_comma() -> None:
    doc = ner.load_model(ner.STOCK_MODEL)(
        "Si l'on en croit l'hebdomadaire Auto Matin, les marques Altaïs, Zed ont fermé."
    )
    assert [token.text for token in doc if token.is_sent_start] == ["Si"]


def test_a_name_in_quotes_behind_a_kind_of_body_is_whole() -> None:
    found = names(read('Le rédacteur en chef de la revue "Terres et Rives" a répondu au site "Mortier".'))
    assert found == {"Terres et Rives": "Organisation", "Mortier": "Organisation"}


def test_the_branch_of_a_firm_is_a_firm() -> None:
    assert names(read("Altana Belgique supprime 40 postes, a annoncé mardi la direction.")) == {
        "Altana Belgique": "Organisation"
    }


def test_a_country_without_its_article_begins_a_medium_s_name() -> None:
    assert "France littoral" in names(read("Ce n'est pas possible, a déclaré Paul Tillier sur France littoral."))


def test_a_body_of_some_kind_is_no_name() -> None:
    assert names(read("Il a parlé mardi devant une Commission parlementaire.")) == {}


def test_a_body_of_a_state_takes_an_adjective_and_no_verb() -> None:
    assert names(read("Le gouvernement demande un geste aux sociétés.")) == {}
    assert names(read("Mardi, le gouvernement portugais demande un geste aux sociétés.")) == {
        "gouvernement portugais": "Organisation"
    }


def test_who_is_behind_a_verb_of_telling_is_no_complement_of_the_noun_before_it() -> None:
    assert names(read("L'avion a atterri en Irlande à cause d'une maladresse du pilote rapporte RTA.")) == {
        "RTA": "Organisation"
    }
    assert names(read("L'homme a été entendu, rapporte Altanews. Altanews a eu accès au dossier.")) == {
        "Altanews": "Organisation"
    }


def test_a_lower_case_international_behind_one_word_is_part_of_the_name() -> None:
    assert names(read("Sa condamnation a été dénoncée par l'ONG Clarté international.")) == {
        "Clarté international": "Organisation"
    }


def test_a_sports_club_s_sigle_makes_a_name_of_its_town() -> None:
    assert names(read("Arrivé du RC Vermelles, le pilier a signé mardi.")) == {"RC Vermelles": "Organisation"}


def test_what_follows_a_body_s_complement_is_no_part_of_its_name() -> None:
    found = names(read("L'amende que lui a infligée la Ligue méridionale de rugby pour l'état du terrain est lourde."))
    assert found == {"Ligue méridionale de rugby": "Organisation"}


def test_a_place_does_not_go_to_court() -> None:
    found = names(read("Sarthe Vivante et Génération Rives ont porté plainte jeudi contre le groupe Chimélia."))
    assert found["Génération Rives"] == "Organisation"


def test_where_a_body_sits_is_no_part_of_its_name() -> None:
    assert names(read("La Direction générale des rives à Vermelles refuse tout commentaire.")) == {
        "Direction générale des rives": "Organisation"
    }


def test_a_number_within_a_body_s_name() -> None:
    found = names(read("La nouvelle campagne de la Fondation 20 millions de rives commence mardi."))
    assert found == {"Fondation 20 millions de rives": "Organisation"}


def test_the_words_of_a_sigle_begin_with_the_institution_s_noun() -> None:
    found = names(read("Elle a écrit à la direction départementale de la protection des poissons (DDPP) de Brenne."))
    assert found == {"direction départementale de la protection des poissons": "Organisation"}
    assert names(read("Le chef de la Brenne insoumise (LBI) est parti.")) == {"la Brenne insoumise": "Organisation"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pour l'Élysée, rien ne presse.", {"Élysée": "Organisation"}),
        ("Elle préside le groupe au conseil régional d'Île-de-Brenne.", {"conseil régional d'Île-de-Brenne"}),
        ("La convention du parti républicain commence lundi.", {"parti républicain"}),
        ("Il a été soigné mardi dans un hôpital de Brenne.", set()),
        ("Il a rejoint le Service d'incendie et de secours mardi.", {"Service d'incendie et de secours"}),
        ("Elle siège à la Cour suprême du président depuis mai.", {"Cour suprême"}),
    ],
)
def test_institutions_of_the_press(text: str, found: set[str]) -> None:
    assert set(names(read(text))) == set(found)


def test_a_court_of_the_rights_of_man_keeps_its_name() -> None:
    found = names(read("Elle a saisi mardi la Cour méridionale des droits de l'homme."))
    assert found == {"Cour méridionale des droits de l'homme": "Organisation"}


def test_a_group_in_an_assembly_is_a_body_of_its_own_whose_forms_meet() -> None:
    text = (
        "Le groupe UDZ à l'Assemblée nationale hésite. Le groupe UDZ à l'Assemblée votera non, le groupe Nébula aussi."
    )
    document = read(text)
    (group,) = (e for e in document.entities if e.name.startswith("groupe"))
    assert (group.name, group.aliases) == ("groupe UDZ à l'Assemblée nationale", ("groupe UDZ à l'Assemblée",))
    party = next(e.id for e in document.entities if e.name == "UDZ")
    assert document.caucuses[group.id].party == party
    assert [document.span(m).text for m in document.mentions if m.entities == (group.id,)] == [
        "groupe UDZ à l'Assemblée nationale",
        "groupe UDZ à l'Assemblée",
    ]


def test_a_group_told_without_its_assembly_needs_an_adjective_of_deputies_or_a_party_of_the_article() -> None:
    text = "La députée UDZ Anne Roy hésite. Le groupe UDZ, lui, votera non, le groupe socialiste, lui, oui."
    found = {e.name for e in read(text).entities if e.name.startswith("groupe")}
    assert found == {"groupe UDZ", "groupe socialiste"}
    assert not read("Le groupe Nébula recrute, selon un groupe socialiste de Lyon.").caucuses


def test_a_committee_that_names_its_body_is_a_body_of_its_own_with_its_short_form() -> None:
    text = (
        "La commission des lois du Sénat hésite. Anne Roy préside la commission des lois. Elle a vu la commission "
        "des finances de l'Assemblée nationale."
    )
    document = read(text)
    whole = ("commission des lois du Sénat", "commission des finances de l'Assemblée nationale")
    found = {e.name: e.id for e in document.entities if e.id in document.caucuses}
    assert sorted(found) == sorted(whole)
    assert [document.span(m).text for m in document.mentions if m.entities == (found[whole[0]],)] == [
        "commission des lois du Sénat",
        "commission des lois",
    ]
    chamber = document.caucuses[found[whole[0]]].chamber
    assert chamber is not None and document.entities[chamber].name == "Sénat"


def test_a_committee_on_something_or_of_something_said_is_none_of_a_body() -> None:
    for text in (
        "Une commission d'enquête sur Nébula siégera au Sénat.",
        "La commission attend Anne Roy au Sénat.",
        "La mission de Nébula au Sénat échoue.",
    ):
        assert not read(text).caucuses


def test_a_fee_is_no_body() -> None:
    assert names(
        read("La commission de courtage d'Altaïs a baissé. Une commission de 3 % de Nébula coûte cher.")
    ).keys() <= {
        "Altaïs",
        "Nébula",
    }
