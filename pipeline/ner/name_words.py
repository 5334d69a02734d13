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

ARTICLES = frozenset({
    "au", "aux", "ce", "ces", "cet", "cette", "d'", "de", "des", "du", "l'", "la", "le", "les", "leur", "leurs", "ma",
    "mes", "mon", "nos", "notre", "sa", "ses", "son", "un", "une", "vos", "votre",
})  # fmt: skip
NAME_ARTICLES = frozenset({"le", "la", "les", "l'"})
"""Articles that can be the first word of a name ("Le Phare", "La Verrerie")."""
PARTICLES = frozenset({
    "abou", "abu", "ait", "al", "ben", "bin", "bint", "d'", "da", "das", "de", "del", "della", "den", "der", "des",
    "di", "do", "dos", "du", "el", "ibn", "la", "le", "mac", "mc", "ould", "saint", "san", "st", "ten", "ter", "van",
    "von", "y", "zu", "zur",
})  # fmt: skip

MONTHS = frozenset({
    "août", "avril", "décembre", "février", "janvier", "juillet", "juin", "mai", "mars", "novembre", "octobre",
    "septembre",
})  # fmt: skip
DAYS = frozenset({"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"})

COMPANY_NOUNS = frozenset({
    "aciériste", "actionnaire", "agence", "alliance", "application", "armateur", "assureur", "avionneur", "avocats",
    "bailleur", "banque", "biotech", "boutique", "boîte", "branche", "brasserie", "brasseur", "cabinet", "carrossier",
    "casino", "chausseur", "chaîne hôtelière", "chimiste", "cimentier", "compagnie", "compagnie aérienne",
    "concepteur", "concessionnaire", "concurrent", "conglomérat", "constructeur", "coopérative", "courtier",
    "croisiériste", "câblo-opérateur", "distributeur", "développeur", "enseigne", "entreprise", "exploitant",
    "fabricant", "filiale", "fintech", "firme", "foncière", "fondeur", "fonds", "fournisseur", "franchise", "gazier",
    "gestionnaire", "glacier", "groupe", "géant", "holding", "horloger", "hébergeur", "hôtelier", "industriel",
    "installateur", "intégrateur", "jeune pousse", "joaillier", "label", "laboratoire", "leader", "lessivier",
    "librairie", "licorne", "loueur", "lunetier", "maison", "maison d'édition", "maison de disques", "maison mère",
    "maison-mère", "major", "manufacture", "maroquinier", "marque", "minier", "moteur de recherche", "motoriste",
    "multinationale", "mutuelle", "négociant", "opérateur", "papetier", "parfumeur", "plate-forme", "plateforme",
    "pme", "prestataire", "producteur", "promoteur", "préparateur", "préparatrice", "pure player", "pétrolier",
    "raffineur", "restaurateur", "rival", "régie", "réseau social", "semencier", "sidérurgiste", "site", "société",
    "sous-traitant", "spécialiste", "start-up", "startup", "studio", "sucrier", "tour-opérateur", "transporteur",
    "transporteur aérien", "tuner", "télécoms", "usine", "vendeur", "verrier", "voyagiste", "écurie", "éditeur",
    "édition", "électricien", "énergéticien", "équipe", "équipementier",
})  # fmt: skip
MEDIA_NOUNS = frozenset({
    "agence de presse", "antenne", "bihebdomadaire", "bimensuel", "blog", "chaîne", "gratuit", "groupe audiovisuel",
    "hebdo", "hebdomadaire", "journal", "magazine", "mensuel", "média", "newsletter", "périodique", "quotidien",
    "radio", "revue", "rédaction", "site", "station", "tabloïd", "titre", "trimestriel", "télévision", "webradio",
    "webzine",
})  # fmt: skip
PUBLIC_NOUNS = frozenset({
    "académie", "administration", "ambassade", "armée", "assemblée", "association", "autorité", "ballet", "brigade",
    "caisse", "cartel", "centrale", "centre", "chambre", "chorale", "club", "coalition", "collectif", "collège",
    "comité", "commissariat", "commission", "communauté", "compagnie", "confédération", "congrégation", "conseil",
    "consortium", "cour", "direction", "duo", "faculté", "fan-club", "festival", "fondation", "formation", "front",
    "fédération", "gendarme", "groupe de rock", "groupuscule", "guilde", "haute autorité", "hôpital", "instance",
    "institut", "institut de sondage", "institution", "ligue", "lobby", "lycée", "mairie", "milice", "ministère",
    "mouvement", "musée", "observatoire", "office", "ong", "orchestre", "organisation", "organisation terroriste",
    "organisme", "parlement", "parquet", "parti", "police", "préfecture", "quatuor", "quintette", "rassemblement",
    "rectorat", "régiment", "régulateur", "secrétariat", "secte", "service", "syndicat", "sénat", "think tank",
    "tribunal", "trio", "troupe", "union", "université", "école", "établissement",
})  # fmt: skip
ORGANISATION_NOUNS = COMPANY_NOUNS | MEDIA_NOUNS | PUBLIC_NOUNS

PERSON_NOUNS = frozenset({
    "acteur", "activiste", "actrice", "adjoint", "adjointe", "administrateur", "administratrice", "agent",
    "agresseur", "ambassadeur", "ambassadrice", "ami", "amie", "amiral", "analyste", "animateur", "animatrice",
    "arbitre", "archevêque", "architecte", "artiste", "assassin", "assistant", "assistante", "astronaute",
    "athlète", "attaquant", "auteur", "auteure", "autrice", "avocat", "avocat général", "avocate", "banquier",
    "banquière", "basketteur", "bassiste", "batteur", "biologiste", "blogueur", "blogueuse", "boxeur", "boxeuse",
    "bras droit", "businessman", "businesswoman", "candidat", "candidate", "capitaine", "cardinal", "caïd", "ceo",
    "cfo", "champion", "championne", "chancelier", "chancelière", "chanteur", "chanteuse", "chef", "chef de file",
    "chef de l'état", "cheffe", "chercheur", "chercheuse", "chorégraphe", "chroniqueur", "chroniqueuse", "cinéaste",
    "co-fondateur", "co-président", "coach", "cofondateur", "cofondatrice", "collaborateur", "collaboratrice",
    "collègue", "colonel", "comique", "commandant", "commissaire", "compagne", "compagnon", "compositeur",
    "compositrice", "comte", "comtesse", "comédien", "comédienne", "conjoint", "conjointe", "conseiller",
    "conseillère", "consultant", "consultante", "coprésident", "coprésidente", "correspondant", "correspondante",
    "coureur", "cousin", "cousine", "couturier", "critique", "créateur", "créatrice", "cto", "cuisinier",
    "cycliste", "danseur", "danseuse", "designer", "dessinateur", "dessinatrice", "dg", "dga", "dictateur",
    "directeur", "directeur adjoint", "directeur général", "directrice", "directrice générale", "dirigeant",
    "dirigeante", "disc-jockey", "dissident", "dissidente", "dj", "docteur", "drh", "duc", "duchesse", "défenseur",
    "délégué", "député", "députée", "détenu", "détenue", "empereur", "enseignant", "enseignante", "entraîneur",
    "entraîneuse", "entrepreneur", "entrepreneuse", "essayiste", "eurodéputé", "eurodéputée", "ex-femme", "ex-mari",
    "ex-ministre", "ex-patron", "ex-pdg", "ex-président", "expert", "experte", "femme", "femme d'affaires", "fille",
    "fils", "financier", "fondateur", "fondatrice", "footballeur", "footballeuse", "frère", "garde des sceaux",
    "gardien", "gardien de but", "gouverneur", "gouverneure", "grand-mère", "grand-père", "guide", "guitariste",
    "gymnaste", "général", "généticien", "handballeur", "historien", "historienne", "homme", "homme d'affaires",
    "humoriste", "héritier", "héritière", "imam", "imitateur", "infirmier", "infirmière", "influenceur",
    "influenceuse", "informaticien", "ingénieur", "ingénieure", "inventeur", "investisseur", "jeune", "joueur",
    "joueuse", "journaliste", "judoka", "juge", "juriste", "lanceur d'alerte", "leader", "lieutenant", "lobbyiste",
    "magistrat", "magistrate", "magnat", "maire", "mannequin", "mari", "marquis", "maréchal", "mathématicien",
    "metteur en scène", "milieu de terrain", "militant", "militante", "milliardaire", "millionnaire", "ministre",
    "moine", "musicien", "musicienne", "mère", "mécène", "médecin", "médiateur", "médiatrice", "nageur", "nageuse",
    "narcotrafiquant", "navigateur", "neveu", "nièce", "notaire", "numéro 1", "numéro 2", "numéro deux",
    "numéro un", "négociateur", "oligarque", "oncle", "opposant", "opposante", "otage", "ouvrier", "p-dg", "pape",
    "parlementaire", "parolier", "pasteur", "patriarche", "patron", "patronne", "pdg", "peintre", "philanthrope",
    "philosophe", "photographe", "physicien", "physicienne", "pianiste", "pilote", "plasticien", "policier",
    "policière", "politicien", "politicienne", "politologue", "polémiste", "porte-parole", "poète", "poétesse",
    "premier ministre", "première ministre", "prince", "princesse", "procureur", "procureure", "producteur",
    "productrice", "professeur", "professeure", "programmeur", "préfet", "préfète", "présentateur", "présentatrice",
    "président", "présidente", "prévenu", "prévenue", "prêtre", "psychiatre", "psychologue", "père", "rabbin",
    "rappeur", "rappeuse", "recteur", "rectrice", "reine", "reporter", "repreneur", "représentant", "représentante",
    "responsable", "roi", "romancier", "romancière", "rugbyman", "réalisateur", "réalisatrice", "rédacteur",
    "rédacteur en chef", "rédactrice", "résistant", "résistante", "scientifique", "sculpteur", "scénariste",
    "secrétaire", "secrétaire d'état", "secrétaire général", "secrétaire générale", "shérif", "skieur", "skieuse",
    "sociologue", "soldat", "spationaute", "sportif", "sportive", "star", "styliste", "successeur", "sultan",
    "surfeur", "suspect", "suspecte", "syndicaliste", "sélectionneur", "sénateur", "sénatrice", "sœur", "tante",
    "technicien", "tennisman", "tenniswoman", "terroriste", "trader", "trésorier", "trésorière", "tueur", "tycoon",
    "tête de liste", "vainqueur", "vedette", "veuf", "veuve", "vice-président", "vice-présidente", "victime",
    "violoniste", "virologue", "youtubeur", "youtubeuse", "écologiste", "économiste", "écrivain", "écrivaine",
    "élu", "élue", "épidémiologiste", "épouse", "époux", "évêque",
})  # fmt: skip
PLACE_NOUNS = frozenset({
    "abbaye", "arrondissement", "autoroute", "avenue", "aéroport", "banlieue", "boulevard", "canton", "capitale",
    "cathédrale", "château", "cinéma", "circuit", "col", "commune", "comté", "département", "fleuve", "forêt", "gare",
    "lac", "mont", "parc", "pays", "place", "plage", "pont", "port", "presqu'île", "prison", "province", "quartier",
    "rivière", "rue", "région", "salle", "stade", "station balnéaire", "théâtre", "tour", "vallée", "village",
    "espace", "ville", "église", "état", "île",
})  # fmt: skip
STREET_NOUNS = frozenset({
    "allée", "amphithéâtre", "autodrome", "avenue", "boulevard", "bd", "circuit", "esplanade", "gymnase",
    "hippodrome", "impasse", "parvis", "passerelle", "piscine", "place", "pont", "quai", "rue", "square",
    "stade", "vélodrome",
})  # fmt: skip
"""What is named after persons by their bare name ("avenue Claire Vasseur")."""
THING_NOUNS = frozenset({
    "affaire", "album", "appareil", "application", "assistant", "avion", "bande dessinée", "berline", "cabriolet",
    "championnat", "chanson", "chatbot", "citadine", "clip", "code", "collection", "concept", "concept-car",
    "concours", "console", "coupe", "coupé", "crossover", "dispositif", "documentaire", "dynastie", "essai", "famille",
    "feuilleton", "film", "franchise", "fusée", "gamme", "grand prix", "hypercar", "jeu", "label", "livre",
    "logiciel", "loi", "modèle", "montre", "morceau", "moteur", "moto", "médicament", "navette", "opération",
    "ouvrage", "pièce", "plan", "prix", "programme", "projet", "rapport", "roadster", "robot", "roman", "saga",
    "salon", "satellite", "single", "smartphone", "spectacle", "sportive", "supercar", "suv", "système", "série",
    "série limitée", "tableau", "tablette", "technologie", "titre", "tournoi", "tournée", "trophée", "tube",
    "télé-crochet", "téléphone", "vaccin", "variante", "version", "virus", "voiture", "véhicule", "édition",
    "émission",
    "bateau", "cargo", "drone", "goélette", "hélicoptère", "navire", "paquebot", "pétrolier", "podcast", "porte-avions",
    "sous-marin", "talk-show", "traité", "trimaran", "voilier", "websérie", "yacht",
})  # fmt: skip
OCCASIONS = frozenset({"lors", "cadre", "occasion", "marge"})
"""In front of "de" they tell that what follows takes place ("lors du X")."""
OF_A_MODEL = frozenset(
    {"assemblage", "carrosserie", "déclinaison", "exemplaire", "habitacle", "variante", "version", "volant"}
)
"""What a model has, and its maker has not ("les exemplaires de la X")."""
ADVERBIAL_PLACE = frozenset({"sa", "leur", "ma", "notre", "votre", "sur", "en"})
"""Before "place" they tell that no place is named by it ("remettre à sa place X")."""
MADE_NOUNS = frozenset({"avion", "concept-car", "gamme", "moteur", "moto", "véhicule", "voiture"})
"""Products that are told by their maker as often as by their own name ("la gamme Altaïs")."""

INSTITUTION_HEADS = frozenset({
    "académie", "agence", "alliance", "ambassade", "archevêché", "armée", "assemblée", "association", "autorité",
    "ballet", "banque", "barreau", "bibliothèque", "bourse", "brigade", "caisse", "centrale", "centre", "chambre",
    "chancelier", "chancellerie", "club", "collectif", "collège", "comité", "commissariat", "commission",
    "communauté", "compagnie", "comptoir", "comédie", "confédération", "conférence", "conseil", "consulat", "cour",
    "diocèse", "direction", "défenseur", "département", "faculté", "fondation", "fonds", "front", "fédération",
    "garde", "gendarmerie", "gouvernement", "grande", "groupe", "groupement", "haut", "haute", "hôpital",
    "inspection", "institut", "ligue", "lycée", "mairie", "maison", "ministère", "mission", "mouvement", "musée",
    "mutuelle", "métropole", "observatoire", "office", "opéra", "orchestre", "ordre", "organisation", "parlement",
    "parquet", "parti", "police", "préfecture", "rassemblement", "rectorat", "régie", "région", "réseau", "réunion",
    "secours", "secrétariat", "service", "société", "sous-préfecture", "syndicat", "sénat", "tribunal", "trésor",
    "union", "université", "école", "éditions",
})  # fmt: skip
"""Nouns that open the name of an institution, company or association."""

LOWERCASE_INSTITUTIONS: dict[str, frozenset[str]] = {
    "ministère": frozenset({"de", "des"}),
    "secrétariat d'état": frozenset({"à", "aux", "au"}),
    "parti": frozenset(
        {
            "communiste",
            "conservateur",
            "démocrate",
            "libéral",
            "radical",
            "républicain",
            "socialiste",
            "travailliste",
        }
    ),
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

SEATS_OF_POWER = frozenset({
    "beauvau", "bercy", "downing street", "elysée", "etat", "kremlin", "maison blanche", "maison-blanche", "matignon",
    "palais bourbon", "palais-bourbon", "pentagone", "place beauvau", "place vendôme", "quai d'orsay", "saint-siège",
    "vatican", "wall street", "élysée", "état",
})  # fmt: skip
"""Places whose name stands for the body that sits there, when it acts."""

LEGAL_FORMS = frozenset({
    "ab", "ag", "airlines", "airways", "asa", "auctions", "auto", "bank", "bv", "capital", "cars", "co", "co.",
    "company", "consulting", "corp", "corp.", "corporation", "design", "engineering", "entertainment", "eurl",
    "foundation", "games", "gaming", "gmbh", "group", "holding", "holdings", "inc", "inc.", "industries",
    "institute", "interactive", "kk", "limited", "livre", "llc", "llp", "lp", "ltd", "ltd.", "media", "motors",
    "motorsport", "news", "nv", "oy", "partners", "performance", "pictures", "plc", "press", "production",
    "productions", "records", "s.p.a.", "sa", "sarl", "sas", "sasu", "sca", "scop", "se", "services", "software",
    "solutions", "spa", "systems", "technologies", "télévision", "university", "ventures",
})  # fmt: skip
"""Last words of company names, legal forms first."""

ORGANISATION_OPENERS = frozenset({
    "ac", "académie", "agence", "alliance", "amis", "armée", "as", "assemblée", "association", "atlético", "autorité",
    "banque", "borussia", "bureau", "caisse", "centrale", "centre", "cercle", "chambre", "club", "collectif",
    "comité", "commission", "compagnie", "comédie", "confédération", "conférence", "conseil", "coordination", "cour",
    "crédit", "direction", "dynamo", "ecole", "editions", "fc", "fondation", "fonds", "front", "fédération",
    "galeries", "gazette", "gendarmerie", "groupe", "groupement", "générale", "générations", "haute", "hôpital",
    "hôpitaux", "institut", "inter", "journal", "laboratoire", "laboratoires", "ligue", "mairie", "ministère",
    "mission", "mouvement", "mutuelle", "nouvel", "observatoire", "office", "olympique", "opéra", "orchestre",
    "ordre", "organisation", "parlement", "parquet", "parti", "police", "préfecture", "racing", "radio",
    "rassemblement", "rc", "real", "rédaction", "région", "réseau", "réunion", "société", "sporting", "stade",
    "studio", "studios", "syndicat", "sécurité", "sénat", "théâtre", "tribunal", "télévision", "union", "université",
    "us", "école", "éditions",
    "génération", "élan",
})  # fmt: skip
"""First words with a capital that make the whole an organisation's name ("Fondation …", "Parti …", "Olympique …")."""

BIOGRAPHY_VERBS = frozenset({
    "arrêter", "avouer", "blesser", "chanter", "condamner", "confier", "divorcer", "décéder", "démissionner",
    "glisser", "grandir", "hospitaliser", "incarcérer", "incarner", "interpeller", "ironiser", "jouer", "lâcher",
    "marier", "marteler", "mourir", "naître", "nommer", "penser", "plaisanter", "pleurer", "raconter", "rire",
    "réélire", "rêver", "souffler", "sourire", "souvenir", "succéder", "suicider", "tweeter", "twitter", "écrire",
    "élire", "épouser", "étudier",
})  # fmt: skip
SPEECH_VERBS = frozenset({
    "accuser", "admettre", "affirmer", "ajouter", "annoncer", "appeler", "assurer", "commenter", "conclure",
    "demander", "dire", "déclarer", "dénoncer", "estimer", "expliquer", "indiquer", "insister", "juger", "justifier",
    "lancer", "noter", "poursuivre", "promettre", "préciser", "rappeler", "reconnaître", "regretter", "réagir",
    "répondre", "souligner",
})  # fmt: skip
COMPANY_VERBS = frozenset({
    "acquérir", "appartenir", "assembler", "commercialiser", "diffuser", "distribuer", "détenir", "développer",
    "dévoiler", "embaucher", "employer", "exploiter", "fabriquer", "fusionner", "investir", "licencier", "livrer",
    "produire", "proposer", "publier", "racheter", "rapporter", "recruter", "révéler", "titrer", "vendre", "équiper",
})  # fmt: skip
ACTS = frozenset({
    "accepter", "accuser", "affirmer", "annoncer", "apprêter", "assurer", "autoriser", "bloquer", "censurer",
    "choisir", "contester", "décider", "démentir", "déposer", "envisager", "espérer", "prévoir", "renoncer",
    "embaucher", "engager", "interdire", "investir", "licencier", "menacer", "négocier", "poursuivre", "promettre",
    "racheter", "recruter", "reconnaître", "refuser", "retirer", "répondre", "signer", "souhaiter", "supprimer",
    "suspendre", "tenter", "vendre", "vouloir",
})  # fmt: skip
"""Deeds of bodies and persons, never of a product."""
NEVER_OF_A_PERSON = frozenset({
    "assemblée", "chambre", "commission", "congrès", "conseil", "cour", "gouvernement", "ministère", "parlement",
    "parquet", "parti", "police", "préfecture", "sénat", "tribunal",
})  # fmt: skip
"""First words of bodies that bear no person's name: a first name behind them begins another name."""
CLUB_SIGLA = frozenset({
    "AC", "AJ", "AS", "ASM", "BC", "CA", "CS", "EA", "ES", "FC", "HBC", "OGC", "RC", "SC", "SO", "SU", "US",
})  # fmt: skip
"""Before a town they make a sports club of it (Union sportive, Racing Club …)."""
TOLD_VERBS = frozenset({
    "affirme", "annonce", "assure", "avance", "croit", "dévoile", "indique", "précise", "raconte", "rappelle",
    "rapporte", "relate", "relaie", "relève", "relevait", "révèle", "révélait", "souligne", "rapportait",
})  # fmt: skip
"""In front of its subject such a verb names the source ("…, rapporte Altaïs")."""
STAFF_NOUNS = frozenset({
    "action", "actionnaire", "adhérent", "antenne", "branche", "cadre", "capital", "ceo", "client", "co-fondateur",
    "cofondateur", "cofondatrice", "colonne", "concessionnaire", "concurrent", "directeur", "directrice", "dirigeant",
    "dirigeante", "division", "employé", "filiale", "fondateur", "fondatrice", "fusion", "gamme", "ingénieur",
    "journaliste", "marque", "membre", "micro", "militant", "numéro", "p-dg", "part", "patron", "patronne", "pdg",
    "plateau", "porte-parole", "propriétaire", "président", "présidente", "rachat", "rédaction", "salarié", "siège",
    "une", "usine",
})  # fmt: skip
"""Nouns whose complement with "de" is an organisation ("le PDG de X", "au micro de X", "le capital de X")."""

THING_OPENERS = frozenset({
    "accord", "affaire", "avenue", "aéroport", "bataille", "boulevard", "brevet", "brexit", "championnat",
    "championnats", "code", "constitution", "coupe", "covid", "césar", "césars", "euro", "eurovision", "facture",
    "festival", "formule", "gilets", "goncourt", "grand prix", "guerre", "internet", "jeux", "liga", "ligue 1",
    "ligue 2", "ligue des champions", "ligue europa", "loi", "miss", "mondial", "mondiaux", "nobel", "noël", "open",
    "opération", "oscar", "oscars", "plan", "premier league", "prix", "pro d2", "projet", "pâques", "rallye",
    "renaudot", "rue", "république", "salon", "serie a", "stade", "top 14", "tour", "tournoi", "traité", "trophée",
    "trophées", "virus",
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

INFORMATION_NOUNS = frozenset({
    "antenne", "article", "colonne", "enquête", "entretien", "info", "information", "interview", "micro", "plateau",
    "révélation", "site", "sondage", "tribune", "une", "édition",
})  # fmt: skip
"""Nouns that a medium gives or has ("une information de X", "une interview accordée à X")."""

THING_SIGLA = frozenset(
    """
    cop cop21 cop26 cop27 paf vidéo vidéos infographie exclusif direct photos photo portrait reportage analyse
    abs adn ame aoc aop api apl arn asbo bac bd bep bp bpa bts cac cap cape cb cdd cdi ce1 ce2 cep cm1 cm2 cmu
    co2 cp cpf csg cv cvc dif dj dnb dom drom dvd ehpad epr esp f1 f2 f3 fiv gp gpa gps gsm gt gti gtr hd hlm ht
    ia igp iphone irl isbn isf iss ist ivg jo jt kers km led lgbt lgbtq lgv lmd mba md mms mooc nb nba2k ndlr
    nft ogm ong ots ovni pac pacs pacte pc pcr pea pel pib pin plf plfss plu pma pme pmu ps4 ps5 pv pvc qcm qi
    qpc qr rdv rer rib ric rmi rs rsa rtt sdf sida siv smic smig sms suv svod tab tce tf tgi tgv tic tnt tom ttc
    tv tva uhd ulm url usb v10 v12 v6 v8 vae vhs vih vip vo vod vost vpn vtc vtt wc wifi wltp xiii xv xxe zac
    zad zep zfe btp cse dea deug dut pqr ter trv
    """.split()
) - {"ong"}
"""Sigla of the language that stand for things: contracts, taxes, devices, trains, engines. No body bears them."""

HEAD_OF = frozenset({
    "actionnaire", "capital", "ceo", "co-fondateur", "cofondateur", "cofondatrice", "coprésident", "dg", "directeur",
    "directeur général", "directrice", "dirigeant", "dirigeante", "employé", "filiale", "fondateur", "fondatrice",
    "p-dg", "patron", "patronne", "pdg", "président", "présidente", "rachat", "salarié", "vice-président",
})  # fmt: skip
"""Nouns that govern a body and hardly ever a person ("la présidente de X")."""

PARTY_HOLDERS = frozenset({
    "adjoint", "adjointe", "candidat", "candidate", "collègue", "confrère", "conseiller", "conseillère", "délégué",
    "déléguée", "député", "députée", "eurodéputé", "eurodéputée", "maire", "militant", "militante", "ministre",
    "parlementaire", "président", "présidente", "syndicaliste", "sénateur", "sénatrice", "élu", "élue",
})  # fmt: skip
"""Persons who carry their body's name as an epithet ("le député PLR")."""

PLACE_POSTS = frozenset({
    "adjoint", "adjointe", "ambassadeur", "ambassadrice", "archevêque", "député", "députée", "gouverneur", "maire",
    "préfet", "préfète", "roi", "reine", "sénateur", "sénatrice", "évêque",
})  # fmt: skip
"""Posts whose complement with "de" is a place ("le maire de X")."""

COUNTRIES = frozenset({
    "afrique", "algérie", "allemagne", "amérique", "angleterre", "argentine", "asie", "australie", "autriche",
    "belgique", "brésil", "canada", "chine", "corée", "danemark", "espagne", "europe", "france", "grèce", "inde",
    "irlande", "israël", "italie", "japon", "luxembourg", "maroc", "mexique", "norvège", "pologne", "portugal",
    "québec", "roumanie", "russie", "suisse", "suède", "sénégal", "tunisie", "turquie", "ukraine",
})  # fmt: skip
"""Last words that tell a firm's or a society's branch ("Altaïs France"); no person is called so."""

HOME_OF = frozenset({"constructeur", "société", "firme", "marque", "géant", "entreprise", "éditeur", "équipementier"})
"""With "de" and a place they are a firm told by its home ("la firme de Lannion")."""

LIST_OPENERS = frozenset({"dont", "notamment", "comme", "tel", "telle", "tels", "telles", "que", "surtout"})
"""Between a noun and the names that exemplify it ("des marques comme X et Y")."""

APPOSED_NOUNS = frozenset({
    "agence", "association", "assureur", "avionneur", "banque", "cabinet", "chaîne", "club", "collectif", "compagnie",
    "constructeur", "coopérative", "distributeur", "enseigne", "entreprise", "fabricant", "filiale", "fintech",
    "firme", "fondation", "fonds", "fédération", "groupe", "géant", "hebdo", "hebdomadaire", "holding", "institut",
    "jeune pousse", "journal", "laboratoire", "licorne", "magazine", "maison", "mensuel", "milice", "mouvement",
    "multinationale", "média", "ong", "opérateur", "organisation", "parti", "plate-forme", "plateforme", "quotidien",
    "radio", "revue", "réseau social", "site", "société", "start-up", "startup", "station", "studio", "syndicat",
    "think tank", "usine", "éditeur", "équipementier",
})  # fmt: skip
"""Nouns so sure of an organisation that a capital word behind them is its name, even where no model saw it."""

HYPHENATED = frozenset({"start-up", "plate-forme", "maison-mère", "e-commerce", "tour-opérateur", "co-entreprise"})
"""Common nouns that the stock tokenizer cuts at their hyphen, and whose parts the parser then ties to what follows."""
