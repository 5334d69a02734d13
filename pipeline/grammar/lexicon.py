"""The closed word classes that the constructions rest on. Data only."""

from __future__ import annotations

from pipeline.coreference.describing_nouns import ORGANISATIONS, PERSONS
from pipeline.inflection import forms

QUOTES = frozenset({'"', "«", "»", "“", "”", "'", "‘", "’"})
TITLES = frozenset(
    """m. mm. mme mmes mlle me maître mgr dr pr docteur professeur sir lady lord général colonel commandant capitaine
    lieutenant adjudant cardinal père sœur frère prince princesse imam rabbin""".split()
)
"""What may stand between a role and the name of its holder ("le président de X, Mgr Y")."""
PARTY_HINTS = frozenset({"parti", "mouvement", "syndicat", "confédération"})
"""What an article calls a party or a trade union, to which one belongs, and nothing else."""
GROUP_NOUNS = frozenset({"groupe", "holding", "conglomérat", "maison-mère"})
"""What an article calls a firm that has other firms."""
PARTY_NOUNS = PARTY_HINTS | frozenset(
    form[0]
    for noun in """député sénateur eurodéputé élu candidat maire parlementaire militant adhérent sympathisant électeur
    ministre conseiller colistier rapporteur""".split()
    for form in forms(noun)
)
"""Nouns right before a party's name ("le parti X", "la sénatrice X")."""
PARTY_CUES = PARTY_NOUNS | frozenset(
    """étiquette investiture primaire liste listes ténor ténors file cadre cadres frondeur frondeurs bannière adjoint
    adjointe délégué déléguée syndicaliste syndicalistes section collègue collègues camarade camarades""".split()
)
"""Nouns right before the name of a party or of a trade union ("sous l'étiquette X", "le délégué X")."""
LEANINGS: dict[str, frozenset[str]] = {
    form[0]: frozenset(stems.split())
    for adjective, stems in (
        ("socialiste", "socialiste"), ("social-démocrate", "démocrate"), ("communiste", "communiste"),
        ("écologiste", "écologie écologiste écologistes verts vert"), ("républicain", "républicain républicains"),
        ("démocrate", "démocrate démocrates"), ("insoumis", "insoumis insoumise"), ("radical", "radical radicaux"),
        ("centriste", "centriste centristes centre"), ("libéral", "libéral libéraux"), ("frontiste", "front"),
        ("conservateur", "conservateur conservateurs"), ("travailliste", "travailliste"), ("marcheur", "marche"),
        ("nationaliste", "nationaliste"), ("indépendantiste", "indépendantiste"),
        ("chrétien-démocrate", "chrétien démocrate"), ("autonomiste", "autonomiste"), ("royaliste", "royaliste"),
        ("anticapitaliste", "anticapitaliste"),
    )
    for form in forms(adjective)
}  # fmt: skip
"""Adjectives for members of a party, and the words that its name then has ("la socialiste X", "Parti socialiste")."""
MANDATES = frozenset(
    """région département métropole agglomération conseil assemblée sénat commission groupe mairie ville
    régional régionale départemental départementale municipal municipale""".split()
)
"""Where politicians sit or what they head, within their title ("le vice-président de la région X, Y (PZ)")."""
ASSEMBLIES = frozenset("assemblée sénat parlement conseil palais-bourbon".split())
"""Where parties have groups."""
CHAMBERS = frozenset("assemblée sénat parlement congrès chambre académie palais-bourbon".split())
"""First words of the names of bodies that one is elected to."""
NAMED_AFTER = frozenset("affaire affaires dossier loi projet rapport procès jurisprudence méthode effet plan".split())
"""Nouns that a name after them only labels: to denounce "l'affaire X" is not to denounce X."""
DEEDS = frozenset(
    """attentat attaque assassinat meurtre homicide tuerie fusillade massacre carnage génocide viol agression braquage
    cambriolage enlèvement rapt séquestration incendie explosion catastrophe accident crash naufrage
    effondrement déraillement avalanche drame tragédie mort décès disparition lynchage bizutage
    assassin meurtrier tueur violeur agresseur ravisseur braqueur cambrioleur bourreau commanditaire""".split()
)
"""Deeds, disasters and those who did them: "le procès des attentats contre X" is not the trial of X."""
SCHOOL_WORDS = frozenset(
    "école écoles lycée collège université universités institut faculté cours conservatoire académie prépa".split()
)
"""How the names of schools begin: whoever passed through one has studied there."""
OPENERS = frozenset({"(", "[", "«", "“"})
CLOSERS = {"(": ")", "[": "]", "«": "»", "“": "”"}
SEPARATORS: tuple[tuple[str, ...], ...] = (
    (",", "ainsi", "que"),
    (",", "mais", "aussi"),
    (",", "ou", "encore"),
    ("ainsi", "que"),
    ("mais", "aussi"),
    ("ou", "encore"),
    ("et", "aussi"),
    ("et", "même"),
    (",", "puis"),
    ("et", "puis"),
    (",", "et"),
    (",", "ou"),
    ("et",),
    ("ou",),
    ("puis",),
    ("&",),
    ("/",),
    (",",),
)

COPULAS = frozenset({"être", "devenir", "rester", "demeurer", "redevenir", "sembler", "paraître"})

COPULA_FORMS = frozenset({"est", "était", "fut", "sera", "serait", "sont", "étaient", "furent", "reste", "restait"})

ETRE_VERBS = frozenset(
    """passer entrer devenir aller venir naître rester tomber arriver partir revenir rentrer parvenir redevenir mourir
    monter descendre décéder""".split()
)
"""Verbs that take "être" in the active: "est passée sous le contrôle de X" is no passive."""
POST_NOUNS = frozenset(
    "poste postes fonction fonctions rôle mandat casquette siège titre statut job fauteuil place".split()
)
"""Nouns that a role follows ("son poste de directeur de X")."""
POST_VERBS = frozenset("occuper exercer assurer tenir cumuler quitter abandonner conserver garder assumer".split())
"""Verbs whose subject has, or had, the post that is their object."""
POST_TAKING = POST_VERBS | frozenset("reprendre récupérer prendre hériter obtenir décrocher briguer rejoindre".split())
"""Verbs whose subject has or gets the post that is their object ("reprend le poste laissé vacant par X")."""
HEAD_NOUNS = frozenset("direction présidence tête rêne rênes commande commandes manette manettes gouvernail".split())
"""What one takes, gives or leaves who begins or ceases to lead a body ("confie à X la présidence de Y")."""

OBJECT_CONTROL = frozenset(
    """accuser soupçonner autoriser obliger contraindre forcer convaincre charger persuader empêcher inciter pousser
    inviter appeler aider encourager condamner sommer prier exhorter presser
    destiner préparer former voir entendre regarder laisser""".split()
)
"""The object of these verbs is the subject of the infinitive that follows ("accuser X d'avoir …")."""

DATIVE_CONTROL = frozenset(
    "demander permettre ordonner interdire proposer reprocher conseiller suggérer imposer commander".split()
)
"""The "à" complement is the subject of the infinitive ("demander à X de …"), if there is one — except for
``proposer``, whose proposer acts too."""

PRESENT_AS_PARTICIPLE = frozenset({"rejoint", "joint", "atteint", "construit", "produit", "conduit", "séduit"})
"""Forms that are present and past participle alike: before a name, without "par", the verb is active."""

NAMING_VERBS = frozenset(
    """nommer désigner choisir élire recruter embaucher engager débaucher promouvoir appeler rappeler évoquer pressentir
    proposer trouver propulser solliciter""".split()
)
"""Who is named "pour remplacer X" is the subject of the infinitive, not who names."""

SUPPORT_VERBS = frozenset(
    """annoncer finaliser réaliser effectuer signer conclure procéder lancer préparer négocier envisager boucler
    officialiser confirmer proposer achever accepter refuser tenter mener prévoir multiplier opérer faire entamer
    poursuivre ouvrir sceller nouer obtenir prononcer publier présenter déposer présider souhaiter vouloir projeter
    évoquer étudier discuter renoncer abandonner échouer contribuer participer livrer""".split()
)
"""Verbs whose subject is that of the noun they govern ("X finalise le rachat de Y": X is the buyer)."""

FILING_VERBS = frozenset("déposer ouvrir engager intenter lancer former introduire diligenter".split())
"""Verbs by which a complaint or an inquiry is brought ("une plainte a été déposée contre X")."""

REFUSING_VERBS = frozenset("démentir nier exclure écarter réfuter".split())
"""Verbs by which a body says that it does not do what their object names ("X dément tout projet de rachat de Y")."""

CONCLUSION_VERBS = frozenset(
    """trouver signer conclure sceller nouer passer intervenir exister annoncer finaliser parapher négocier ratifier
    renouveler prolonger réaliser effectuer boucler lancer déposer""".split()
)
"""Verbs whose subject or passive subject is a deal that they tell of ("un accord est intervenu entre X et Y")."""

SECONDHAND_VERBS = frozenset("citer relayer reprendre consulter obtenir relever lire voir mentionner évoquer".split())
"""What others do with a document: "un communiqué cité par X" is none of X."""

LASTING_VERBS = frozenset(
    """continuer poursuivre durer enfler éclater reprendre monter intensifier empirer persister perdurer régner naître
    couver durcir rebondir aggraver cesser débuter commencer envenimer""".split()
)
"""What a quarrel does: its sides may stand behind ("le bras de fer continue entre A et B")."""

OFFERING_VERBS = frozenset("proposer offrir suggérer soumettre demander réclamer valoir".split())
"""Verbs that put a deal to somebody ("proposer une fusion à X"), or bring them blame ("valoir à X les foudres")."""
FIELD_NOUNS = frozenset(
    """directeur directrice responsable chef cheffe chargé chargée département service comité pôle direction délégué
    déléguée spécialiste expert experte""".split()
)
"""Posts and parts of a body that a plural noun of acts tells the field of ("la directrice des acquisitions")."""

AGENTLESS_NOUNS = frozenset("tentative projet intention volonté souhait désir décision offre promesse refus".split())
"""Nouns that pass their owner on as the subject of the infinitive they govern ("sa volonté de racheter")."""

REFLEXIVES = frozenset({"se", "s'", "s’", "me", "m'", "te", "t'"})

PART_NOUNS = frozenset(
    """section commission département direction pôle branche division rédaction service antenne cellule bureau équipe
    design ingénierie style communication marketing unité comité programme programmes matinale recherche campagne
    cabinet développement production stratégie finances juridique laboratoire centre atelier site
    information antenne vente achat""".split()
)
"""Nouns for a part of a body: who heads one works for the body and does not lead it."""

BOARDS = frozenset({"conseil", "board", "directoire", "comité"})
"""How the names of the boards of a body begin."""
BOARD_WORDS = frozenset({"administration", "surveillance", "exécutif", "direction", "gouverneurs", "administrateurs"})
"""Which council or committee is a board ("conseil d'administration", "comité exécutif")."""
BOARD_FUNCTIONS = ("object", "à", "dans", "au sein de", "de")
"""How a verb may lead to a board ("rejoint le conseil de X", "siège au conseil de X")."""

ORGAN_NOUNS = frozenset({"conseil", "directoire", "exécutif", "présidence"})
"""Nouns for what heads a body as a whole ("la présidence du conseil de X"): whoever heads it leads the body."""

BODY_NOUNS = (
    frozenset(word.rpartition(":")[2].strip("*") for family in ORGANISATIONS.values() for word in family.split())
    | frozenset(
        """festival théâtre hôpital clinique orchestre opéra éditions édition maison label duo trio quatuor boy-band
        département métropole communauté ville commune état pays république ordre caisse bourse zoo parc salon prison
        diocèse gouvernement sénat parlement force association banque hôtel casino cinéma union front armée police
        pôle_emploi sarl sas consortium coentreprise joint-venture incubateur""".split()
    )
) - frozenset({"rédaction", "concurrent", "leader", "champion", "promu"})
"""Nouns that say what a body is: with one of them before its name the whole body is meant ("la PDG du groupe X")."""

PERSON_NOUNS = frozenset(
    form
    for family in PERSONS.values()
    for word in family.split()
    for form in word.rpartition(":")[2].strip("*").split("/")
) | {"suppléant", "suppléante", "intérimaire", "remplaçant", "remplaçante", "dauphin", "dauphine", "transfuge"}
"""Nouns for a person ("l'épouse de l'acteur X")."""

SUPPORTERS = frozenset("partisan ami proche soutien sympathisant fidèle adversaire victime membre".split())
"""Nouns for people that are somebody's ("les partisans de X")."""

PART_ADJECTIVES = frozenset(
    form
    for masculine in """adjoint délégué suppléant associé régional départemental local fédéral médical éditorial
    scientifique sportif commercial juridique administratif artistique opérationnel industriel pédagogique numérique
    digital stratégique marketing technique financier mondial""".split()
    for (form,) in forms(masculine)
)
"""Adjectives after a leader's noun that leave him a part of the body only ("directrice médicale de X")."""

BANDS = frozenset(
    """islamiste djihadiste jihadiste terroriste armé rebelle extrémiste radical identitaire parlementaire politique
    rock pop punk rap hip-hop musical métal metal électro folk féministe militant""".split()
)
"""Adjectives beside "groupe" that say that it is no group of firms."""
STARS = frozenset("star stars vedette vedettes phare phares maison".split())
"""Nouns right after a role noun that only praise ("l'animateur vedette de X")."""

DOCUMENT_PREPOSITIONS = frozenset({"dans", "sur", "par", "via"})
"""What leads from a verb of saying to the document that it speaks in ("écrit X dans un communiqué")."""

HOLDING_VERBS = frozenset(
    """avoir compter rassembler regrouper réunir comprendre chapeauter éditer exploiter gérer commercialiser fédérer
    coiffer abriter inclure aligner englober""".split()
)
"""Verbs whose subject has what the role noun of their object names ("X regroupe les marques A et B")."""

LIST_OPENERS: tuple[tuple[str, ...], ...] = (
    ("dont", "notamment"),
    ("et", "notamment"),
    ("dont",),
    ("notamment",),
    ("comme",),
    ("telles", "que"),
    ("tels", "que"),
    ("telle", "que"),
    ("tel", "que"),
    ("à", "savoir"),
    ("parmi", "lesquelles"),
    ("parmi", "lesquels"),
)
"""What opens a list of examples after a plural noun."""

EXAMPLE_OPENERS: tuple[tuple[str, ...], ...] = (
    *(words for words in LIST_OPENERS if words != ("comme",)),
    ("à", "commencer", "par"),
    ("en", "particulier"),
    ("particulièrement",),
    ("en", "premier", "lieu"),
    ("au", "premier", "rang", "desquels"),
    ("tels",),
    ("telles",),
    ("à", "l'", "image", "de"),
    ("à", "l'", "instar", "de"),
    ("comme", "notamment"),
)
"""What leads from a plural noun to those of it that are named, however far ("les élus de la ville, tels A et B")."""

DOCUMENTS = frozenset({"communiqué", "communiqués", "tweet", "tweets"})
"""Documents that whoever does anything "dans" or "par" one has written, whatever the verb."""

NETWORK_NOUNS = frozenset("""compte page profil blog mur fil story site réseau réseaux plateforme""".split())
"""Where one publishes what one says: "sur son compte", "sur le réseau social X", "sur les réseaux sociaux"."""

APPEAL_VERBS = frozenset(
    """exhorter appeler sommer exprimer adresser interpeller réclamer exiger inviter implorer remercier supplier
    enjoindre présenter démissionner manifester réitérer détailler livrer dresser lister rendre faire""".split()
)
"""What one does in a letter, a message or a video, beside saying."""

VOICING_VERBS = frozenset(
    """exprimer adresser interpeller réclamer exiger appeler remercier implorer supplier exhorter rebondir relayer
    officialiser""".split()
)
"""What one does on a network, beside saying."""

LIGHT_NOUNS = frozenset(
    """série séries nombre partie ensemble lot dizaine douzaine vingtaine poignée salve multitude type sorte paire duo
    trio triplé million millions millier milliers centaine suite flot flopée liste""".split()
)
"""Nouns that only count or group what follows them ("une série de messages")."""

DEMONSTRATIVES = frozenset({"cela", "ceci", "ça", "celui", "celle", "ceux", "celles"})

OWN_NAME_NOUNS = frozenset(
    """groupe société entreprise firme compagnie marque maison holding start-up startup éditeur constructeur fabricant
    journal magazine mensuel quotidien hebdomadaire bimensuel trimestriel site média radio chaîne station revue titre
    club parti mouvement syndicat association fondation institut ministère cabinet banque réseau agence""".split()
)
"""Nouns for organisations: after "du" or "de la" the name that follows is theirs ("un appel au mensuel X")."""

COURTS: tuple[tuple[str, ...], ...] = tuple(
    tuple(name.split())
    for name in (
        "tribunal", "cour", "haute cour", "conseil d'état", "conseil constitutionnel", "conseil de prud'hommes",
        "prud'hommes", "parquet", "ministère public", "justice", "chambre criminelle", "chambre d'accusation",
        "tribunaux", "conseil supérieur de la magistrature", "commission de discipline", "autorité de la concurrence",
        "autorité des marchés", "conseil de la concurrence", "conseil supérieur de l'audiovisuel",
    )
)  # fmt: skip
"""How the names of bodies begin that judge, prosecute or fine: they condemn without being anybody's opponent."""

COURT_NOUNS = frozenset(
    """justice tribunal cour juge juré jury magistrat procureur parquet juridiction prud'homme jugement verdict arrêt
    décision autorité régulateur gendarme""".split()
)
"""Common nouns for who or what judges ("la justice a condamné X")."""

POSSESSIVES = frozenset("son sa ses leur leurs mon ma mes notre nos votre vos".split())
"""Determiners that say whose: "ses rivaux A et B" are the rivals of someone else."""
