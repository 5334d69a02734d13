"""French words that stand next to names or are part of them: titles, trades, kinds of organisation. Data only.

Lemmas or lower-case forms, straight apostrophes. They are the language's words, never names of anybody.
"""

from __future__ import annotations

MALE_TITLES = frozenset(
    {"m.", "m", "mm.", "mm", "monsieur", "messieurs", "mr", "mr.", "monseigneur", "mgr", "sir", "lord"}
)
FEMALE_TITLES = frozenset(
    {"mme", "mme.", "mmes", "madame", "mesdames", "mlle", "mlle.", "mademoiselle", "mrs", "mrs.", "ms", "lady"}
)
OTHER_TITLES = frozenset({"me", "maître", "dr", "dr.", "docteur", "pr", "pr.", "professeur"})
ABBREVIATED_TITLES = frozenset(
    {"m.", "mm.", "mr", "mr.", "mme", "mme.", "mmes", "mlle", "mlle.", "me", "dr", "dr.", "mgr"}
)
"""Titles that stand before a name and nowhere else: what follows with a capital is a person."""
TITLES = MALE_TITLES | FEMALE_TITLES | OTHER_TITLES

ARTICLES = frozenset({"le", "la", "les", "l'", "un", "une", "du", "des", "de", "d'", "au", "aux", "ce", "cet", "cette",
                      "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos", "mon", "ma", "mes"})  # fmt: skip
NAME_ARTICLES = frozenset({"le", "la", "les", "l'"})
"""Articles that can be the first word of a name ("Le Monde", "La Poste", "L'Oréal")."""
PARTICLES = frozenset({"de", "d'", "du", "des", "la", "le", "von", "van", "der", "den", "ten", "ter", "zu", "zur", "di",
                       "da", "del", "della", "dos", "das", "do", "y", "ben", "bin", "ibn", "bint", "al", "el", "abou",
                       "abu", "ould", "ait", "mc", "mac", "st", "saint", "san"})  # fmt: skip

MONTHS = frozenset({"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                    "novembre", "décembre"})  # fmt: skip
DAYS = frozenset({"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"})

COMPANY_NOUNS = frozenset({
    "agence", "alliance", "branche", "assureur", "avionneur", "armateur", "banque", "biotech", "boîte", "boutique", "brasseur", "cabinet",
    "câblo-opérateur", "carrossier", "chaîne hôtelière", "cimentier", "compagnie", "concepteur", "concessionnaire",
    "conglomérat", "constructeur", "coopérative", "courtier", "croisiériste", "développeur", "distributeur", "édition",
    "énergéticien", "enseigne", "entreprise", "équipementier", "exploitant", "fabricant", "firme", "filiale", "fintech",
    "fonds", "fondeur", "fournisseur", "foncière", "franchise", "géant", "groupe", "gestionnaire", "holding", "horloger",
    "hébergeur", "hôtelier", "industriel", "installateur", "intégrateur", "jeune pousse", "joaillier", "label",
    "laboratoire", "leader", "licorne", "loueur", "maison", "manufacture", "maroquinier", "marque", "motoriste",
    "multinationale", "mutuelle", "major", "négociant", "opérateur", "papetier", "parfumeur", "pétrolier", "plateforme",
    "plate-forme", "pme", "préparateur", "prestataire", "producteur", "promoteur", "pure player", "raffineur", "régie",
    "sidérurgiste", "société", "sous-traitant", "spécialiste", "start-up", "startup", "studio", "télécoms", "transporteur",
    "transporteur aérien", "usine", "vendeur", "verrier", "voyagiste", "éditeur", "écurie", "équipe", "avocats",
    "lessivier", "semencier", "chimiste", "minier", "gazier", "électricien", "chausseur", "lunetier", "glacier",
    "restaurateur", "sucrier", "brasserie", "maison-mère", "maison mère", "actionnaire", "concurrent", "rival",
    "réseau social", "moteur de recherche", "site", "application", "librairie", "maison d'édition", "maison de disques",
    "compagnie aérienne", "tour-opérateur", "casino", "aciériste", "tuner", "préparatrice", "bailleur",
})  # fmt: skip
MEDIA_NOUNS = frozenset({
    "agence de presse", "blog", "chaîne", "groupe audiovisuel", "hebdomadaire", "hebdo", "journal", "magazine", "média",
    "mensuel", "newsletter", "périodique", "quotidien", "radio", "rédaction", "revue", "site", "station", "tabloïd",
    "télévision", "webzine", "trimestriel", "bimensuel", "gratuit", "titre", "antenne", "webradio", "bihebdomadaire",
})  # fmt: skip
PUBLIC_NOUNS = frozenset({
    "académie", "administration", "ambassade", "armée", "assemblée", "association", "autorité", "brigade", "caisse",
    "centrale", "centre", "chambre", "club", "collectif", "comité", "commissariat", "commission", "communauté",
    "confédération", "conseil", "consortium", "cour", "direction", "école", "église", "faculté", "fédération", "fondation",
    "formation", "front", "haute autorité", "hôpital", "institut", "institution", "instance", "ligue", "mairie", "ministère",
    "mouvement", "musée", "observatoire", "office", "organisation", "organisme", "ong", "orchestre", "parlement", "parquet",
    "parti", "police", "préfecture", "rectorat", "régiment", "secrétariat", "sénat", "service", "syndicat", "think tank",
    "tribunal", "union", "université", "lycée", "collège", "festival", "rassemblement", "coalition", "milice",
    "organisation terroriste", "groupuscule", "lobby", "régulateur", "gendarme", "institut de sondage", "établissement",
    "cartel", "guilde", "secte", "congrégation", "fan-club", "chorale", "ballet", "compagnie", "troupe", "duo", "trio",
    "quatuor", "quintette", "groupe de rock",
})  # fmt: skip
ORGANISATION_NOUNS = COMPANY_NOUNS | MEDIA_NOUNS | PUBLIC_NOUNS

PERSON_NOUNS = frozenset({
    "acteur", "actrice", "activiste", "adjoint", "adjointe", "administrateur", "administratrice", "agent", "agresseur",
    "ambassadeur", "ambassadrice", "ami", "amie", "amiral", "analyste", "animateur", "animatrice", "architecte",
    "arbitre", "archevêque", "artiste", "assassin", "assistant", "assistante", "astronaute", "athlète", "auteur", "autrice",
    "auteure", "avocat", "avocate", "avocat général", "banquier", "banquière", "bassiste", "batteur", "biologiste",
    "blogueur", "blogueuse", "candidat", "candidate", "capitaine", "cardinal", "champion", "championne", "chancelier",
    "chancelière", "chanteur", "chanteuse", "chef", "cheffe", "chercheur", "chercheuse", "chorégraphe", "chroniqueur",
    "chroniqueuse", "cinéaste", "coach", "co-fondateur", "cofondateur", "cofondatrice", "collaborateur", "collaboratrice",
    "collègue", "colonel", "comique", "commandant", "commissaire", "comédien", "comédienne", "compagne", "compagnon",
    "compositeur", "compositrice", "comte", "comtesse", "conjoint", "conjointe", "conseiller", "conseillère",
    "consultant", "consultante", "correspondant", "correspondante", "coureur", "cousin", "cousine", "couturier",
    "créateur", "créatrice", "critique", "cuisinier", "cycliste", "danseur", "danseuse", "défenseur", "délégué",
    "députée", "député", "dessinateur", "dessinatrice", "designer", "dictateur", "directeur", "directrice", "dirigeant",
    "dirigeante", "disc-jockey", "dj", "docteur", "duc", "duchesse", "écologiste", "économiste", "écrivain", "écrivaine",
    "élu", "élue", "empereur", "enseignant", "enseignante", "entraîneur", "entraîneuse", "entrepreneur",
    "entrepreneuse", "épouse", "époux", "essayiste", "ex-femme", "ex-mari", "évêque", "expert", "experte", "femme",
    "fille", "fils", "financier", "fondateur", "fondatrice", "footballeur", "footballeuse", "frère", "gardien",
    "général", "généticien", "gouverneur", "gouverneure", "grand-mère", "grand-père", "guitariste", "guide", "gymnaste",
    "héritier", "héritière", "historien", "historienne", "homme", "humoriste", "imam", "imitateur", "informaticien",
    "infirmier", "infirmière", "influenceur", "influenceuse", "ingénieur", "ingénieure", "inventeur", "investisseur",
    "jeune", "joueur", "joueuse", "journaliste", "juge", "juriste", "lanceur d'alerte", "leader", "lieutenant",
    "lobbyiste", "maire", "magistrat", "magistrate", "magnat", "maréchal", "mannequin", "mari", "marquis", "mathématicien",
    "mécène", "médecin", "médiateur", "médiatrice", "mère", "metteur en scène", "militant", "militante", "milliardaire",
    "millionnaire", "ministre", "moine", "musicien", "musicienne", "nageur", "nageuse", "navigateur",
    "négociateur", "neveu", "nièce", "notaire", "numéro deux", "numéro un", "oncle", "opposant", "opposante", "oligarque",
    "otage", "ouvrier", "pape", "parolier", "parlementaire", "pasteur", "patriarche", "patron", "patronne", "pdg",
    "p-dg", "ceo", "père", "peintre", "philanthrope", "philosophe", "photographe", "physicien", "physicienne", "pianiste",
    "pilote", "plasticien", "poète", "poétesse", "policier", "policière", "politicien", "politicienne", "politologue",
    "polémiste", "porte-parole", "préfet", "préfète", "premier ministre", "première ministre", "présentateur",
    "présentatrice", "président", "présidente", "prévenu", "prévenue", "prêtre", "prince", "princesse", "procureur",
    "procureure", "producteur", "productrice", "professeur", "professeure", "programmeur", "psychiatre", "psychologue",
    "rabbin", "rappeur", "rappeuse", "réalisateur", "réalisatrice", "recteur", "rectrice", "rédacteur", "rédactrice",
    "reine", "reporter", "repreneur", "représentant", "représentante", "responsable", "roi", "romancier", "romancière",
    "sculpteur", "scientifique", "scénariste", "secrétaire", "sénateur", "sénatrice", "shérif", "skieur", "skieuse",
    "sociologue", "sœur", "soldat", "spationaute", "sportif", "sportive", "star", "styliste", "successeur", "sultan",
    "surfeur", "suspect", "suspecte", "syndicaliste", "technicien", "tante", "tennisman", "tenniswoman", "terroriste",
    "trader", "trésorier", "trésorière", "tueur", "vainqueur", "vedette", "veuf", "veuve", "vice-président",
    "vice-présidente", "victime", "violoniste", "virologue", "épidémiologiste", "youtubeur", "youtubeuse", "directeur général", "directrice générale", "directeur adjoint", "rédacteur en chef", "secrétaire général",
    "secrétaire générale", "secrétaire d'état", "chef de file", "chef de l'état", "garde des sceaux", "dg", "dga", "drh", "cfo", "cto", "eurodéputé",
    "eurodéputée", "co-président", "coprésident", "coprésidente", "ex-président", "ex-ministre", "ex-pdg", "ex-patron",
    "numéro 2", "tête de liste", "homme d'affaires", "femme d'affaires", "bras droit", "attaquant", "milieu de terrain",
    "gardien de but", "sélectionneur", "numéro 1", "rugbyman", "boxeur", "boxeuse", "judoka", "handballeur", "basketteur",
})  # fmt: skip
PLACE_NOUNS = frozenset({
    "ville", "commune", "village", "quartier", "rue", "avenue", "boulevard", "place", "département", "région", "province",
    "pays", "île", "fleuve", "rivière", "lac", "mont", "col", "stade", "aéroport", "gare", "port", "circuit", "état",
    "arrondissement", "canton", "capitale", "banlieue", "presqu'île", "plage", "forêt", "pont", "autoroute", "prison",
    "salle", "théâtre", "cinéma", "tour", "château", "cathédrale", "abbaye", "parc", "comté", "vallée", "station balnéaire",
})  # fmt: skip
THING_NOUNS = frozenset({
    "album", "famille", "dynastie", "application", "appareil", "assistant", "avion", "berline", "cabriolet", "chanson", "clip", "code", "concours",
    "console", "coupé", "émission", "film", "fusée", "jeu", "livre", "logiciel", "loi", "roman", "modèle", "moto", "navette",
    "ouvrage", "pièce", "plan", "projet", "programme", "prix", "rapport", "robot", "saga", "satellite", "série", "single",
    "smartphone", "spectacle", "sportive", "supercar", "suv", "système", "tableau", "technologie", "téléphone", "titre",
    "tournée", "tube", "variante", "véhicule", "version", "voiture", "vaccin", "virus", "opération", "affaire", "label",
    "grand prix", "coupe", "tournoi", "championnat", "trophée", "salon", "essai", "bande dessinée", "documentaire",
    "franchise", "tablette", "montre", "médicament", "moteur", "crossover", "citadine", "roadster", "hypercar", "chatbot",
    "gamme", "édition", "série limitée", "concept", "concept-car", "collection", "télé-crochet", "feuilleton", "morceau",
})  # fmt: skip

INSTITUTION_HEADS = frozenset({
    "ministère", "secrétariat", "parquet", "tribunal", "cour", "mairie", "préfecture", "sous-préfecture", "rectorat",
    "ambassade", "consulat", "université", "conseil", "chambre", "commissariat", "direction", "académie", "office",
    "agence", "autorité", "commission", "comité", "caisse", "institut", "fondation", "fédération", "confédération",
    "association", "syndicat", "ligue", "union", "police", "gendarmerie", "armée", "banque", "école", "lycée", "collège",
    "hôpital", "archevêché", "diocèse", "observatoire", "barreau", "chancellerie", "sénat", "assemblée", "parlement",
    "gouvernement", "société", "musée", "faculté", "centre", "éditions", "région", "département", "métropole", "ordre",
    "brigade", "service", "groupe", "organisation", "communauté", "conférence", "comptoir", "mutuelle", "opéra", "orchestre",
    "ballet", "comédie", "haut", "haute", "grande", "garde", "maison", "mission", "parti", "front", "mouvement",
    "rassemblement", "collectif", "réseau", "régie", "réunion", "centrale", "alliance", "fonds", "club",
    "bibliothèque", "chancelier", "bourse", "groupement", "compagnie", "secours", "défenseur", "inspection", "trésor",
})  # fmt: skip
"""Nouns that open the name of an institution, company or association."""

LOWERCASE_INSTITUTIONS: dict[str, frozenset[str]] = {
    "ministère": frozenset({"de", "des"}),
    "secrétariat d'état": frozenset({"à", "aux", "au"}),
    "parquet": frozenset({"de", "national", "général", "fédéral", "européen"}),
    "tribunal": frozenset({"de", "correctionnel", "administratif", "judiciaire", "fédéral", "international", "pénal"}),
    "cour": frozenset(
        {"de", "d'", "suprême", "constitutionnelle", "fédérale", "européenne", "internationale", "pénale"}
    ),
    "mairie": frozenset({"de"}),
    "préfecture": frozenset({"de"}),
    "rectorat": frozenset({"de"}),
    "ambassade": frozenset({"de"}),
    "université": frozenset({"de", "paris"}),
    "conseil": frozenset({"départemental", "régional", "municipal", "général", "métropolitain"}),
    "chambre": frozenset({"de"}),
    "académie": frozenset({"de"}),
    "armée": frozenset({"de"}),
    "police": frozenset({"nationale", "municipale", "judiciaire", "de", "aux"}),
    "gendarmerie": frozenset({"nationale", "de"}),
    "gouvernement": frozenset(),
    "parlement": frozenset(),
    "barreau": frozenset({"de"}),
    "hôpital": frozenset({"de"}),
    "école": frozenset({"normale", "nationale", "polytechnique"}),
}
"""Institutions that the press writes in lower case, and how their name goes on after the head noun."""

SEATS_OF_POWER = frozenset({"élysée", "elysée", "matignon", "bercy", "kremlin", "maison blanche", "maison-blanche",
                            "quai d'orsay", "vatican", "pentagone", "beauvau", "place vendôme", "saint-siège",
                            "downing street", "palais-bourbon", "palais bourbon", "place beauvau", "wall street"})  # fmt: skip
"""Places whose name stands for the body that sits there, when it acts."""

LEGAL_FORMS = frozenset({"sa", "sas", "sarl", "sasu", "eurl", "sca", "scop", "inc", "inc.", "corp", "corp.", "co", "co.",
                         "ltd", "ltd.", "llc", "lp", "llp", "plc", "gmbh", "ag", "se", "nv", "bv", "spa", "s.p.a.",
                         "ab", "oy", "kk", "asa", "holding", "holdings", "group", "company", "limited",
                         "corporation", "foundation", "partners", "industries", "technologies", "motors",
                         "cars", "livre", "systems", "software", "games", "gaming", "solutions", "services", "télévision",
                         "entertainment", "pictures", "records", "productions", "media", "capital", "ventures",
                         "bank", "airlines", "airways", "auto", "engineering", "design", "consulting", "production", "gaming", "news", "press", "university", "institute"})  # fmt: skip
"""Last words of company names, legal forms first."""

ORGANISATION_OPENERS = frozenset({
    "académie", "agence", "alliance", "amis", "assemblée", "association", "autorité", "banque", "bureau", "caisse",
    "centrale", "centre", "chambre", "cercle", "club", "collectif", "comité", "commission", "compagnie", "confédération",
    "conseil", "coordination", "cour", "crédit", "direction", "école", "éditions", "fédération", "fondation", "fonds", "fc",
    "front", "groupe", "groupement", "haute", "institut", "laboratoire", "laboratoires", "ligue", "mairie", "ministère",
    "mouvement", "mutuelle", "observatoire", "office", "olympique", "orchestre", "ordre", "organisation", "parlement",
    "parquet", "parti", "police", "préfecture", "rassemblement", "région", "réseau", "sécurité", "sénat", "société",
    "stade", "syndicat", "théâtre", "tribunal", "union", "université", "mission", "opéra", "comédie", "gendarmerie",
    "conférence", "rédaction", "studio", "studios", "galeries", "hôpital", "hôpitaux", "ecole", "editions",
    "armée", "générale", "générations", "réunion", "journal", "gazette", "nouvel", "télévision", "radio",
    "as", "rc", "us", "ac", "real", "inter", "sporting", "racing", "atlético", "borussia", "dynamo",
})  # fmt: skip
"""First words with a capital that make the whole an organisation's name ("Fondation …", "Parti …", "Olympique …")."""

BIOGRAPHY_VERBS = frozenset({
    "naître", "mourir", "décéder", "épouser", "divorcer", "grandir", "étudier", "marier", "blesser", "suicider", "sourire",
    "rire", "pleurer", "rêver", "chanter", "jouer", "incarner", "démissionner", "raconter", "confier", "avouer", "penser",
    "souvenir", "écrire", "twitter", "tweeter", "lâcher", "ironiser", "plaisanter", "marteler", "souffler", "glisser",
    "arrêter", "interpeller", "incarcérer", "condamner", "hospitaliser", "réélire", "élire", "nommer", "succéder",
})  # fmt: skip
SPEECH_VERBS = frozenset({
    "dire", "déclarer", "expliquer", "affirmer", "assurer", "indiquer", "estimer", "préciser", "ajouter", "souligner",
    "annoncer", "répondre", "rappeler", "juger", "regretter", "dénoncer", "lancer", "conclure", "insister", "reconnaître",
    "admettre", "commenter", "poursuivre", "noter", "promettre", "réagir", "appeler", "demander", "accuser", "justifier",
})  # fmt: skip
COMPANY_VERBS = frozenset({
    "commercialiser", "employer", "fabriquer", "produire", "distribuer", "proposer", "fusionner", "licencier", "embaucher",
    "recruter", "vendre", "exploiter", "diffuser", "publier", "dévoiler", "détenir", "racheter", "acquérir", "investir",
    "appartenir", "équiper", "livrer", "assembler", "développer", "révéler", "rapporter", "titrer",
})  # fmt: skip
STAFF_NOUNS = frozenset({
    "pdg", "p-dg", "ceo", "patron", "patronne", "fondateur", "fondatrice", "cofondateur", "cofondatrice", "co-fondateur",
    "actionnaire", "salarié", "employé", "filiale", "siège", "capital", "rachat", "action", "directeur", "directrice",
    "président", "présidente", "dirigeant", "dirigeante", "propriétaire", "journaliste", "antenne", "plateau", "micro",
    "colonne", "une", "concurrent", "client", "fusion", "adhérent", "militant", "porte-parole", "ingénieur", "numéro",
    "branche", "division", "usine", "marque", "membre", "cadre", "rédaction", "concessionnaire", "part", "gamme",
})  # fmt: skip
"""Nouns whose complement with "de" is an organisation ("le PDG de X", "au micro de X", "le capital de X")."""

THING_OPENERS = frozenset({
    "affaire", "avenue", "boulevard", "championnat", "championnats", "code", "coupe", "festival", "formule", "grand prix",
    "jeux", "ligue 1", "ligue 2", "loi", "mondial", "mondiaux", "open", "opération", "place", "plan", "prix", "projet",
    "rallye", "route", "rue", "salon", "tour", "tournoi", "trophée", "trophées", "euro", "top 14", "pro d2", "eurovision",
    "ligue des champions", "ligue europa", "brevet", "traité", "accord", "constitution", "république", "guerre", "bataille",
    "premier league", "serie a", "liga", "gilets", "quai", "pont", "porte", "stade", "gare", "aéroport", "virus", "covid",
    "césar", "césars", "oscars", "oscar", "nobel", "goncourt", "renaudot", "brexit", "noël", "pâques", "internet", "facture",
})  # fmt: skip
"""First words of names that are no person and no organisation: competitions, prizes, laws, streets, feasts."""

PORTFOLIO_NOUNS = frozenset(
    {"ministre", "ministres", "portefeuille", "vice-ministre", "ex-ministre", "sous-secrétaire"}
)
"""Nouns whose complement is a field of government ("ministre de l'Intérieur"): the post names no body."""

SAID_BEFORE = frozenset(
    {"dit", "dite", "alias", "né", "née", "ex", "ex-", "anciennement", "rebaptisé", "rebaptisée", "renommé", "renommée"}
)
"""Between two names they say that the second is the first's other name."""

INFORMATION_NOUNS = frozenset({"information", "interview", "entretien", "tribune", "enquête", "sondage", "révélation",
                               "article", "colonne", "antenne", "micro", "plateau", "édition", "une", "site"})  # fmt: skip
"""Nouns that a medium gives or has ("une information de X", "une interview accordée à X")."""

THING_SIGLA = frozenset(
    "adn arn api asbo bac bd bep bts bp cac cap cape cb cdd cdi cep cm1 cm2 cp ce1 ce2 co2 csg cv cvc dj dnb dom tom drom dvd "
    "epr ehpad fiv f1 f2 f3 gp gpa gps gsm gt hlm hd ia iphone irl isf ivg isbn ist jo jt km led lgbt lgbtq lgv lmd mba "
    "md mms mooc nba2k nft ogm ong ovni pacs pacte pac pc pcr pea pel pib pin plu plfss pma pme pmu pv qcm qi qpc qr rdv "
    "rer ric rmi rsa rtt sdf sida siv smic sms suv svod tab tce tf tgi tgv tic tnt ttc tva tv ulm url usb v6 v8 v10 v12 vae "
    "vhs vih vip vo vod vost vpn vtc vtt wc wifi wltp xxe zac zad zep zfe iss kers rs gti gtr abs esp bpa cmu ame apl rib "
    "pvc plf dif cpf smig xv xiii ndlr nb ps5 ps4 aoc aop igp ht uhd ots".split()
) - {"ong"}
"""Sigla of the language that stand for things: contracts, taxes, devices, trains, engines. No body bears them."""

HEAD_OF = frozenset({
    "pdg", "p-dg", "ceo", "dg", "président", "présidente", "directeur", "directrice", "patron", "patronne", "fondateur",
    "fondatrice", "cofondateur", "cofondatrice", "co-fondateur", "dirigeant", "dirigeante", "actionnaire", "salarié",
    "filiale", "rachat", "directeur général", "vice-président", "capital", "coprésident", "employé",
})  # fmt: skip
"""Nouns that govern a body and hardly ever a person ("la présidente de X")."""

PARTY_HOLDERS = frozenset({"député", "députée", "sénateur", "sénatrice", "élu", "élue", "maire", "ministre", "candidat",
                           "candidate", "conseiller", "conseillère", "militant", "militante", "eurodéputé", "eurodéputée",
                           "parlementaire", "président", "présidente", "délégué", "déléguée", "syndicaliste"})  # fmt: skip
"""Persons who carry their body's name as an epithet ("le député PLR")."""

HOME_OF = frozenset({"constructeur", "société", "firme", "marque", "géant", "entreprise", "éditeur", "équipementier"})
"""With "de" and a place they are a firm told by its home ("la firme de Lannion")."""

LIST_OPENERS = frozenset({"dont", "notamment", "comme", "tel", "telle", "tels", "telles", "que", "surtout"})
"""Between a noun and the names that exemplify it ("des marques comme X et Y")."""

APPOSED_NOUNS = frozenset({
    "start-up", "startup", "société", "entreprise", "groupe", "constructeur", "hebdomadaire", "quotidien", "magazine", "chaîne",
    "radio", "site", "journal", "éditeur", "agence", "association", "ong", "syndicat", "parti", "mouvement", "fonds", "compagnie",
    "opérateur", "géant", "fabricant", "plateforme", "plate-forme", "club", "maison", "cabinet", "banque", "holding",
    "filiale", "équipementier", "distributeur", "organisation", "laboratoire", "institut", "mensuel", "studio", "firme",
    "multinationale", "hebdo", "collectif", "assureur", "avionneur", "fédération", "fondation", "enseigne", "licorne",
    "fintech", "jeune pousse", "réseau social", "média", "revue", "station", "usine", "coopérative", "think tank", "milice",
})  # fmt: skip
"""Nouns so sure of an organisation that a capital word behind them is its name, even where no model saw it."""
