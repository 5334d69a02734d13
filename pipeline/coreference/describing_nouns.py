"""French nouns that describe a person or an organisation, by family. Data only.

A word alone has one form for both genders ("ministre"); "a/b" gives masculine and feminine; "m:" and "f:" mark nouns of
one gender, "x:" feminine nouns for people of any gender. An asterisk marks a noun that covers the whole family
("entreprise" fits every company). An underscore stands for a space.
"""

from __future__ import annotations

from typing import Final

PERSONS: Final[dict[str, str]] = {
    "human": """
        m:homme* f:femme* x:personnalité* x:figure* m:individu*
        quinquagénaire* quadragénaire* sexagénaire* septuagénaire* octogénaire* trentenaire* nonagénaire*
        m:jeune_homme* f:jeune_femme* x:star* x:vedette* parisien/parisienne* français/française*
        américain/américaine* natif/native* retraité/retraitée* m:père_de_famille* f:mère_de_famille* m:garçon*
        f:jeune_fille* m:natif* m:jeune_retraité* disparu/disparue* défunt/défunte*
    """,
    "business": """
        patron/patronne* dirigeant/dirigeante* pdg* p-dg* directeur/directrice
        directeur_général/directrice_générale président-directeur_général/présidente-directrice_générale
        président/présidente administrateur/administratrice fondateur/fondatrice cofondateur/cofondatrice
        co-fondateur/co-fondatrice créateur/créatrice entrepreneur/entrepreneuse* m:homme_d'affaires*
        f:femme_d'affaires* milliardaire* millionnaire* collaborateur/collaboratrice expert-comptable
        multimilliardaire* magnat* industriel/industrielle* financier/financière investisseur/investisseuse
        actionnaire propriétaire gérant/gérante manager responsable* m:cadre banquier/banquière trader
        m:capitaine_d'industrie* numéro_un numéro_deux héritier/héritière chef_d'entreprise/cheffe_d'entreprise*
        inventeur/inventrice directeur_financier/directrice_financière directeur_exécutif/directrice_exécutive
        coprésident/coprésidente ex-pdg* ex-patron/ex-patronne* ex-président/ex-présidente
        vice-président/vice-présidente secrétaire_général/secrétaire_générale ex-directeur/ex-directrice
        ex-dirigeant/ex-dirigeante* salarié/salariée ingénieur/ingénieure informaticien/informaticienne
        développeur/développeuse m:lanceur_d'alerte f:lanceuse_d'alerte promoteur/promotrice boss* ceo*
        m:tycoon* m:géniteur m:homme_fort
    """,
    "politics": """
        ministre ex-ministre premier_ministre/première_ministre ex-premier_ministre/ex-première_ministre
        m:chef_de_l'etat m:chef_de_l'état f:cheffe_de_l'etat f:cheffe_de_l'état m:chef_du_gouvernement
        f:cheffe_du_gouvernement président_de_la_république/présidente_de_la_république
        m:président_de_la_république secrétaire_d'etat secrétaire_d'état député/députée ex-député/ex-députée
        sénateur/sénatrice m:édile* locataire ex-sénateur/ex-sénatrice maire ex-maire eurodéputé/eurodéputée
        élu/élue* parlementaire* candidat/candidate* porte-parole chancelier/chancelière gouverneur/gouverneure
        préfet/préfète f:première_dame adjoint/adjointe conseiller/conseillère m:homme_politique* f:femme_politique*
        responsable_politique* militant/militante leader* chef/cheffe* chef_de_file/cheffe_de_file*
        opposant/opposante* dictateur roi/reine prince/princesse monarque souverain/souveraine
        m:locataire_de_l'elysée m:locataire_de_l'élysée socialiste* insoumis/insoumise* frontiste* écologiste*
        centriste* républicain/républicaine* démocrate* conservateur/conservatrice* ténor commissaire diplomate
        ambassadeur/ambassadrice chef_de_l'opposition bras_droit tribun secrétaire_national/secrétaire_nationale
        premier_secrétaire/première_secrétaire x:tête_de_liste garde_des_sceaux syndicaliste* m:président_élu
        président_sortant/présidente_sortante colistier/colistière prétendant/prétendante
    """,
    "law": """
        avocat/avocate juge magistrat/magistrate procureur/procureure pénaliste* notaire greffier/greffière
        fugitif/fugitive policier/policière commissaire gendarme général/générale officier/officière
        colonel/colonelle militaire soldat/soldate enquêteur/enquêtrice meurtrier/meurtrière terroriste
    """,
    "trial": """
        m:accusé* f:accusée* prévenu/prévenue* suspect/suspecte* plaignant/plaignante* condamné/condamnée*
        détenu/détenue* m:mis_en_cause* f:mise_en_cause* témoin x:victime*
    """,
    "sport": """
        joueur/joueuse* footballeur/footballeuse* attaquant/attaquante défenseur/défenseure m:milieu
        gardien/gardienne m:milieu_de_terrain entraîneur/entraîneuse* sélectionneur/sélectionneuse
        technicien/technicienne* coach* capitaine buteur/buteuse* athlète* champion/championne*
        coureur/coureuse* cycliste* tennisman* tenniswoman* pilote nageur/nageuse rugbyman
        basketteur/basketteuse* handballeur/handballeuse* sprinteur/sprinteuse ailier/ailière
        international/internationale m:avant-centre médaillé/médaillée skieur/skieuse boxeur/boxeuse x:recrue
        meneur/meneuse sportif/sportive* tacticien/tacticienne*
    """,
    "arts": """
        acteur/actrice* comédien/comédienne* chanteur/chanteuse* artiste* musicien/musicienne* rappeur/rappeuse*
        réalisateur/réalisatrice* cinéaste* écrivain/écrivaine* romancier/romancière* auteur/auteure* autrice*
        animateur/animatrice* présentateur/présentatrice* humoriste* peintre sculpteur/sculptrice photographe
        producteur/productrice* compositeur/compositrice essayiste* philosophe intellectuel/intellectuelle
        couturier/couturière styliste mannequin danseur/danseuse metteur_en_scène/metteuse_en_scène scénariste
        dessinateur/dessinatrice poète/poétesse pianiste interprète m:crooner chroniqueur/chroniqueuse*
        éditorialiste* polémiste* journaliste* rédacteur_en_chef/rédactrice_en_chef reporter chef_étoilé
        chef/cheffe youtubeur/youtubeuse* blogueur/blogueuse* éditeur/éditrice x:légende* x:icône*
        m:créateur_de_mode architecte
    """,
    "science": """
        chercheur/chercheuse* scientifique* savant/savante* professeur/professeure* économiste*
        historien/historienne* sociologue* médecin infirmier/infirmière ostéopathe dentiste kinésithérapeute
        vétérinaire instituteur/institutrice docteur/doctoresse infectiologue* virologue* biologiste*
        physicien/physicienne* astronaute spationaute mathématicien/mathématicienne* politologue*
        enseignant/enseignante expert/experte* universitaire* épidémiologiste* psychologue* énarque*
        polytechnicien/polytechnicienne* haut_fonctionnaire/haute_fonctionnaire* étudiant/étudiante
        généticien/généticienne pharmacien/pharmacienne chirurgien/chirurgienne lauréat/lauréate
    """,
    "trade": """
        agriculteur/agricultrice éleveur/éleveuse viticulteur/viticultrice boulanger/boulangère boucher/bouchère
        commerçant/commerçante artisan/artisane coiffeur/coiffeuse cuisinier/cuisinière
        restaurateur/restauratrice hôtelier/hôtelière ouvrier/ouvrière mécanicien/mécanicienne
        électricien/électricienne pompier/pompière conducteur/conductrice* chauffeur/chauffeuse*
        routier/routière marin/marine navigateur/navigatrice* skipper/skippeuse* facteur/factrice
        serveur/serveuse caissier/caissière vendeur/vendeuse secrétaire employé/employée fonctionnaire
        bibliothécaire libraire assistant/assistante jardinier/jardinière pêcheur/pêcheuse chasseur/chasseuse
        adolescent/adolescente* agresseur/agresseuse* tireur/tireuse* assaillant/assaillante*
        trésorier/trésorière comptable juriste délégué/déléguée délégué_général/déléguée_générale
        délégué_syndical/déléguée_syndicale bénévole stagiaire patineur/patineuse cavalier/cavalière alpiniste
        aventurier/aventurière* explorateur/exploratrice*
    """,
    "kin": """
        père/mère fils/fille frère/sœur époux/épouse mari/femme compagnon/compagne cousin/cousine oncle/tante
        veuf/veuve ami/amie associé/associée prédécesseur/prédécesseure successeur/successeure collègue
        rival/rivale proche mentor
    """,
    "faith": """
        pape évêque m:archevêque cardinal prêtre rabbin imam m:souverain_pontife m:saint-père pasteur m:prélat
        m:chef_de_l'église_catholique m:chef_de_l'eglise_catholique religieux/religieuse
    """,
}
ORGANISATIONS: Final[dict[str, str]] = {
    "company": """
        f:entreprise* f:société* m:groupe* f:firme* f:compagnie* m:géant* f:start-up* f:startup* f:jeune_pousse*
        f:multinationale* f:filiale f:marque f:enseigne* m:constructeur m:équipementier m:fabricant m:industriel
        m:distributeur m:opérateur m:fournisseur m:éditeur m:prestataire m:sous-traitant m:assureur m:banquier
        m:avionneur m:motoriste m:laboratoire m:cabinet m:fonds m:conglomérat* f:holding* f:maison_mère
        f:maison-mère f:licorne* m:transporteur m:armateur m:brasseur m:sidérurgiste m:chimiste m:pétrolier
        m:énergéticien m:électricien m:gazier m:câblo-opérateur m:hébergeur m:studio f:plateforme f:plate-forme
        m:site m:concurrent f:banque f:mutuelle f:coopérative m:voyagiste m:hôtelier m:joaillier m:maroquinier
        m:câblier f:pme* f:eti* m:entreprise_familiale f:entreprise_familiale* f:biotech* f:fintech*
        m:spécialiste m:numéro_un m:numéro_deux m:leader m:cimentier m:promoteur m:lunetier m:semencier
        m:papetier m:bijoutier m:volailler m:tour-opérateur f:régie f:agence m:moteur_de_recherche
        m:réseau_social m:mastodonte* m:pionnier m:restaurateur f:manufacture f:foncière m:fabriquant
        m:chausseur m:meunier m:producteur m:exploitant m:négociant m:sellier m:malletier
        m:fonds_d'investissement m:aciériste m:bancassureur m:réassureur m:courtier m:loueur m:bailleur m:afficheur
        f:néobanque m:e-commerçant m:cybermarchand m:vépéciste m:grossiste m:discounter m:hard-discounter
        m:chocolatier m:confiseur m:biscuitier m:sucrier m:céréalier m:horloger m:parfumeur m:verrier
        m:plasturgiste m:métallurgiste m:raffineur m:croisiériste m:logisticien m:fondeur m:agrochimiste
        f:maison_de_couture f:maison_d'édition f:maison_de_disques f:griffe f:coentreprise f:co-entreprise
        m:consortium m:développeur m:concessionnaire m:aménageur m:ascensoriste m:turbinier m:pneumaticien
    """,
    "media": """
        m:média* f:rédaction m:site f:agence_de_presse f:publication m:groupe_audiovisuel m:diffuseur
        m:pure_player
    """,
    "press": """
        m:journal* m:quotidien m:hebdomadaire m:hebdo m:mensuel m:magazine m:titre m:tabloïd f:revue m:bimensuel
        m:trimestriel m:périodique
    """,
    "broadcast": "f:chaîne* f:radio* f:station* f:télévision f:première_chaîne",
    "party": """
        m:parti* m:groupe* f:formation* m:mouvement* f:famille_politique* f:formation_politique* m:parti_présidentiel*
    """,
    "club": """
        m:club* f:équipe* f:formation m:champion f:franchise f:écurie m:promu m:onze f:sélection f:fédération
        f:ligue f:équipe_nationale m:leader f:écurie_italienne f:phalange m:relégué m:pensionnaire
    """,
    "body": """
        f:institution* f:administration* m:ministère f:autorité f:agence m:organisme* f:organisation* m:gendarme
        f:commission m:régulateur m:gendarme_de_la_bourse m:parquet m:tribunal f:cour f:juridiction* m:conseil
        m:établissement* f:mairie f:préfecture f:région f:chambre f:assemblée f:collectivité f:armée m:comité
        f:institut m:institut m:musée f:instance* f:haute_juridiction f:banque_centrale
        f:organisation_internationale m:état-major m:centre m:observatoire f:alliance m:exécutif_européen m:bloc
        f:coalition
    """,
    "union": """
        m:syndicat* f:centrale f:centrale_syndicale* f:confédération f:intersyndicale f:organisation_syndicale*
        f:confrérie
    """,
    "association": """
        f:association* f:ong* f:fondation f:organisation* m:collectif f:ligue f:fédération m:réseau
        f:organisation_caritative f:ong_environnementale m:mouvement f:église f:coordination f:congrégation
        m:think_tank m:cercle m:laboratoire_d'idées
    """,
    "school": """
        f:université* f:école* f:faculté m:campus m:établissement* m:lycée m:collège f:grande_école*
    """,
}
# Descriptions of one office in different words; lookups compare the right-hand form.
SYNONYMS: Final[dict[str, str]] = {
    "chef de l'etat": "président de la république",
    "chef de l'état": "président de la république",
    "cheffe de l'etat": "président de la république",
    "cheffe de l'état": "président de la république",
    "locataire de l'élysée": "président de la république",
    "locataire de l'elysée": "président de la république",
    "président sortant": "président de la république",
    "président élu": "président de la république",
    "chef du gouvernement": "premier ministre",
    "cheffe du gouvernement": "premier ministre",
    "ex-premier ministre": "ancien premier ministre",
    "ex-ministre": "ministre",
    "garde des sceaux": "ministre",
    "p-dg": "pdg",
    "ceo": "pdg",
    "président-directeur général": "pdg",
    "ex-pdg": "pdg",
    "ex-patron": "patron",
    "ex-président": "président",
    "ex-directeur": "directeur",
    "ex-dirigeant": "dirigeant",
    "ex-député": "député",
    "ex-sénateur": "sénateur",
    "ex-maire": "maire",
    "co-fondateur": "fondateur",
    "cofondateur": "fondateur",
    "créateur": "fondateur",
    "startup": "start-up",
    "jeune pousse": "start-up",
    "hebdo": "hebdomadaire",
    "plate-forme": "plateforme",
    "maison-mère": "maison mère",
    "chef de file": "leader",
    "chef": "leader",
    "boss": "patron",
    "footballeur": "joueur",
    "entraîneur": "coach",
    "technicien": "coach",
    "tacticien": "coach",
    "comédien": "acteur",
    "cinéaste": "réalisateur",
    "écrivain": "romancier",
    "formation politique": "parti",
    "multimilliardaire": "milliardaire",
    "jeune homme": "homme",
    "jeune femme": "femme",
    "secrétaire d'etat": "secrétaire d'état",
    "souverain pontife": "pape",
    "saint-père": "pape",
    "chef de l'église catholique": "pape",
    "chef de l'eglise catholique": "pape",
}
# What a told noun implies: whoever is told to be the left may later be called the right.
IMPLIES: Final[dict[str, frozenset[str]]] = {
    "pdg": frozenset({"patron", "dirigeant", "président", "chef d'entreprise", "homme d'affaires", "femme d'affaires"}),
    "directeur général": frozenset({"patron", "dirigeant", "directeur", "responsable"}),
    "président": frozenset({"dirigeant", "patron", "leader", "responsable"}),
    "patron": frozenset({"dirigeant", "pdg", "leader", "homme d'affaires", "chef d'entreprise"}),
    "fondateur": frozenset({"entrepreneur", "dirigeant", "patron"}),
    "directeur": frozenset({"responsable", "dirigeant", "patron"}),
    "homme d'affaires": frozenset({"entrepreneur", "milliardaire"}),
    "milliardaire": frozenset({"homme d'affaires", "entrepreneur", "magnat"}),
    "président de la république": frozenset({"président", "leader"}),
    "premier ministre": frozenset({"ministre", "leader"}),
    "ministre": frozenset({"responsable politique", "élu"}),
    "député": frozenset({"élu", "parlementaire", "responsable politique"}),
    "sénateur": frozenset({"élu", "parlementaire", "responsable politique"}),
    "eurodéputé": frozenset({"élu", "parlementaire", "député", "responsable politique"}),
    "maire": frozenset({"élu", "responsable politique"}),
    "leader": frozenset({"responsable politique", "patron", "dirigeant", "président"}),
    "acteur": frozenset({"artiste", "star"}),
    "chanteur": frozenset({"artiste", "musicien", "star", "interprète"}),
    "rappeur": frozenset({"chanteur", "artiste", "musicien"}),
    "journaliste": frozenset({"animateur", "présentateur", "chroniqueur"}),
    "animateur": frozenset({"présentateur", "journaliste"}),
    "attaquant": frozenset({"joueur", "buteur", "international"}),
    "défenseur": frozenset({"joueur", "international"}),
    "gardien": frozenset({"joueur", "international"}),
    "milieu": frozenset({"joueur", "international"}),
    "start-up": frozenset({"entreprise", "société", "licorne"}),
    "quotidien": frozenset({"journal", "titre"}),
    "hebdomadaire": frozenset({"journal", "magazine", "titre"}),
    "mensuel": frozenset({"magazine", "titre"}),
    "radio": frozenset({"station", "antenne"}),
    "station": frozenset({"radio"}),
}
# Families that may speak of one entity together without contradiction.
KINDRED: Final[frozenset[frozenset[str]]] = frozenset(
    {
        frozenset({"company", "media"}),
        frozenset({"company", "press"}),
        frozenset({"company", "broadcast"}),
        frozenset({"media", "press"}),
        frozenset({"media", "broadcast"}),
        frozenset({"association", "body"}),
        frozenset({"association", "union"}),
        frozenset({"body", "school"}),
        frozenset({"business", "politics"}),
        frozenset({"business", "arts"}),
        frozenset({"business", "science"}),
        frozenset({"politics", "science"}),
        frozenset({"politics", "law"}),
        frozenset({"company", "association"}),
        frozenset({"club", "association"}),
        frozenset({"company", "club"}),
    }
)
# Nouns with a commoner sense ("la publication des comptes"): they describe only what the article calls so.
AMBIGUOUS: Final = frozenset(
    """
    organisation mouvement administration institution équipe établissement organisme instance publication titre
    site réseau agence centre revue cabinet laboratoire studio fonds marque leader banque régie formation
    plateforme filiale concurrent spécialiste promoteur numéro_un numéro_deux producteur exploitant restaurateur
    foncière télévision maison chaîne radio
    """.replace("_", " ").split()
)
# Offices of the State that one person holds at a time, whom the article may name elsewhere or not at all.
OFFICES: Final = frozenset({"président de la république", "premier ministre"})
FORMER: Final = "ancien "
"""What stands before the lemma of an office for whoever held it before: another noun than the office."""
# Of the ambiguous nouns, those that are said of whatever organisation an article is about.
TOPICAL: Final = frozenset("marque plateforme agence".split())
# Parts in a story that any unnamed person may play: they describe only whom the article calls so.
UNNAMED: Final = frozenset(
    """
    victime témoin juge magistrat procureur policier gendarme enquêteur avocat notaire expert conducteur chauffeur
    adolescent agresseur tireur assaillant pompier médecin vendeur secrétaire employé salarié fonctionnaire
    """.split()
)
# Common words of names that tell what bears them.
NAME_WORDS: Final[dict[str, frozenset[str]]] = {
    "press": frozenset(
        """
            times post tribune gazette journal herald daily hebdo magazine presse dépêche écho échos courrier
            quotidien
        """.split()
    ),
    "broadcast": frozenset("tv télé télévision radio fm inter info".split()),
    "party": frozenset("parti républicains socialiste communiste démocrates insoumise rassemblement front".split()),
    "club": frozenset("fc olympique racing stade sporting athletic ac rc as os hbc real united".split()),
    "company": frozenset("group groupe motors airlines airways bank banque capital industries energy pharma".split()),
    "body": frozenset(
        """
            sénat assemblée parlement conseil commission ministère tribunal cour mairie préfecture région
            département agence haute autorité police gendarmerie armée élysée matignon nations
        """.split()
    ),
    "school": frozenset("université école lycée collège institut faculté".split()),
    "association": frozenset("association fondation collectif ligue fédération secours".split()),
    "union": frozenset("syndicat confédération".split()),
}
# Whatever stands before "de X" in these families tells what X is ("la direction de X": a company).
CONTEXTS: Final[dict[str, frozenset[str]]] = {
    "company": frozenset(
        """
            direction filiale filiales pdg actionnaire actionnaires salariés salarié usine usines client clients
            dirigeants actions capital employés employé magasin magasins boutiques patron pdg co-pdg filiale
            produits chez ventes titre
        """.split()
    ),
    "media": frozenset("journaliste journalistes lecteurs rédaction édition colonnes micro site plateau".split()),
    "club": frozenset(
        "joueur joueurs entraîneur stade supporters attaquant gardien défenseur milieu capitaine".split()
    ),
    "party": frozenset("député députés candidat candidats élus militants congrès sénateur eurodéputé bureau".split()),
    "union": frozenset("délégué délégués syndicaliste syndicalistes".split()),
}
OPEN_FAMILIES: Final = frozenset({"human", "kin", "trial", "trade"})
