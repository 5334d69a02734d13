"""The closed word classes that the constructions rest on. Data only."""

from __future__ import annotations

QUOTES = frozenset({'"', "«", "»", "“", "”", "'", "‘", "’"})
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
    (",", "et"),
    (",", "ou"),
    ("et",),
    ("ou",),
    ("&",),
    ("/",),
    (",",),
)

COPULAS = frozenset({"être", "devenir", "rester", "demeurer", "redevenir", "sembler", "paraître"})

COPULA_FORMS = frozenset({"est", "était", "fut", "sera", "serait", "sont", "étaient", "furent", "reste", "restait"})

ETRE_VERBS = frozenset(
    """passer entrer devenir aller venir naître rester tomber arriver partir revenir rentrer parvenir redevenir mourir
    décéder""".split()
)
"""Verbs that take "être" in the active: "est passée sous le contrôle de X" is no passive."""

OBJECT_CONTROL = frozenset(
    """accuser soupçonner autoriser obliger contraindre forcer convaincre charger persuader empêcher inciter pousser
    inviter appeler aider encourager condamner sommer prier exhorter presser""".split()
)
"""The object of these verbs is the subject of the infinitive that follows ("accuser X d'avoir …")."""

DATIVE_CONTROL = frozenset(
    "demander permettre ordonner interdire proposer reprocher conseiller suggérer imposer commander".split()
)
"""The "à" complement is the subject of the infinitive ("demander à X de …"), if there is one — except for
``proposer``, whose proposer acts too."""

SUPPORT_VERBS = frozenset(
    """annoncer finaliser réaliser effectuer signer conclure procéder lancer préparer négocier envisager boucler
    officialiser confirmer proposer achever accepter refuser tenter mener prévoir multiplier opérer faire entamer
    poursuivre ouvrir sceller nouer obtenir prononcer publier présenter déposer présider souhaiter vouloir projeter
    évoquer étudier discuter renoncer abandonner échouer""".split()
)
"""Verbs whose subject is that of the noun they govern ("X finalise le rachat de Y": X is the buyer)."""

AGENTLESS_NOUNS = frozenset("tentative projet intention volonté souhait désir décision offre promesse refus".split())
"""Nouns that pass their owner on as the subject of the infinitive they govern ("sa volonté de racheter")."""

REFLEXIVES = frozenset({"se", "s'", "s’", "me", "m'", "te", "t'"})

PART_NOUNS = frozenset(
    """section commission département direction pôle branche division rédaction service antenne cellule bureau équipe
    design ingénierie style communication marketing unité comité programme programmes matinale recherche campagne
    cabinet développement production stratégie finances juridique laboratoire centre atelier""".split()
)
"""Nouns for a part of a body: who heads one works for the body and does not lead it."""

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

DOCUMENTS = frozenset({"communiqué", "communiqués", "tweet", "tweets"})
"""Documents that whoever does anything "dans" or "par" one has written, whatever the verb."""

APPEAL_VERBS = frozenset(
    """exhorter appeler sommer exprimer adresser interpeller réclamer exiger inviter implorer remercier supplier
    enjoindre présenter démissionner manifester réitérer détailler livrer dresser lister rendre faire""".split()
)
"""What one does in a letter, a message or a video, beside saying."""

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
