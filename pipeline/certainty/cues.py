"""The words that make a statement less, or other, than a plain fact: French cue lists, as data.

Lemmas are those that ``fr_core_news_md`` gives, lower case. Each list says what a governor does to the predicate that
hangs on it; :mod:`pipeline.certainty` applies them. Pseudo-cues (words that look like a cue and are none) stand beside
the cues they guard, as edsnlp does it. No list names a person or an organisation.
"""

from __future__ import annotations

from typing import Literal

Effect = Literal[
    "plan",  # wished, offered, negotiated, possible: other; negated: negative, other
    "fail",  # refused, given up, rejected: negative, other; negated: positive, other
    "attempt",  # other; negated ("n'a jamais cherché à"): negative
    "near",  # almost happened: negative, other, whatever the negation
    "achieve",  # did happen; negated: negative, other
    "cause",  # other; happened when told in the past ("l'a poussé à"); negated: negative, other
    "commit",  # bound to happen: asserted, future; negated: negative, other
    "miss",  # did not do it: negative; negated: it did ("ne manque pas de", "n'a pas oublié de")
    "delay",  # happens all the same ("tarde à", "n'a pas tardé à"): the negation is not the predicate's
    "waver",  # other; negated ("n'hésite pas à"): it happens
    "end",  # was so and has ended: former; negated ("ne cesse de"): current
    "deny",  # a source says that it is not so: negative; negated: positive
    "report",  # a source says so: unchanged; negated ("n'a pas confirmé"): other
    "fact",  # presupposed, negated or not ("regrette d'avoir", "ignore que")
    "believe",  # held to be so: other; negated ("ne pense pas que"): negative, other
    "allege",  # blamed for, suspected, rumoured: other
]

# Verbs that govern an infinitive, a clause or a noun: "veut racheter", "annonce que", "négocie le rachat".
_VERBS: dict[Effect, str] = {
    "plan": """vouloir souhaiter désirer espérer envisager projeter prévoir planifier programmer préparer
        compter songer réfléchir méditer rêver ambitionner aspirer proposer pressentir offrir
        suggérer recommander préconiser conseiller demander réclamer exiger solliciter appeler
        inviter encourager presser sommer enjoindre ordonner prier supplier plaider
        militer négocier discuter pourparler étudier examiner explorer évoquer viser briguer
        convoiter lorgner guigner menacer risquer craindre redouter autoriser pouvoir
        apprêter disposer destiner attendre anticiper entrevoir miser parier travailler œuvrer
        valoir peiner conditionner subordonner imaginer courtiser approcher
        intéresser prétendre postuler candidater tabler escompter ficeler mijoter esquisser ébaucher
        imposer mériter efforcer évertuer""",
    "cause": "pousser permettre contraindre obliger forcer amener conduire inciter falloir",
    "fail": """refuser rejeter repousser décliner renoncer abandonner exclure écarter échouer capoter
        empêcher interdire bloquer enterrer annuler torpiller retoquer dissuader
        déconseiller avorter enrayer décommander désister récuser geler entraver stopper
        contrecarrer""",
    "attempt": "chercher tenter essayer",
    "near": "faillir",
    "achieve": """réussir parvenir arriver aboutir décider accepter choisir finir terminer conclure signer
        sceller finaliser entériner ratifier officialiser réaliser effectuer mener concrétiser
        procéder obtenir boucler commencer débuter oser daigner acter approuver valider résoudre
        consentir""",
    "commit": "engager promettre jurer garantir",
    "miss": "manquer omettre oublier négliger abstenir garder éviter priver dispenser passer",
    "delay": "tarder traîner",
    "waver": "hésiter rechigner",
    "end": "cesser arrêter rompre",
    "deny": "nier démentir contester réfuter",
    "report": """annoncer déclarer dire affirmer assurer indiquer préciser ajouter expliquer confirmer
        révéler rapporter raconter écrire souligner signaler noter rappeler informer communiquer
        certifier attester soutenir avancer maintenir répéter marteler confier répondre rétorquer
        répliquer lancer avouer reconnaître admettre concéder déplorer publier dévoiler relater
        mentionner constater observer estimer juger considérer témoigner énoncer exposer revendiquer
        clamer proclamer apprendre prévenir relever pointer prouver démontrer""",
    "fact": """savoir regretter réjouir féliciter cacher dissimuler ignorer saluer commenter critiquer
        dénoncer fêter célébrer découvrir remercier justifier déplaire""",
    "believe": "penser croire supposer présumer pronostiquer subodorer deviner",
    "allege": """opposer accuser soupçonner suspecter reprocher incriminer insinuer prétendre spéculer sembler
        paraître circuler courir douter imputer inculper poursuivre""",
}
VERBS: dict[str, Effect] = {lemma: effect for effect, lemmas in _VERBS.items() for lemma in lemmas.split()}
# A verb in two lists takes its effect from what it governs.
VERBS["interdire"] = "fail"
VERBS["arriver"] = "achieve"
VERBS["prétendre"] = "allege"
VERBS["estimer"] = "report"
# Told with them in the past, a conditional is a future in the past: "a annoncé qu'elle rachèterait".
ANNOUNCING: frozenset[str] = frozenset(
    """annoncer déclarer dire assurer indiquer préciser confirmer révéler promettre jurer informer prévenir apprendre
    décider garantir certifier""".split()
)
# Who is not told of a thing does not make it doubtful: "n'a pas été informé du rachat".
INFORMING: frozenset[str] = frozenset({"informer", "prévenir", "avertir", "aviser"})
# Whoever is under such a constraint does it: "est contraint de vendre".
COMPELLING: frozenset[str] = frozenset({"contraindre", "obliger", "forcer"})
# Impersonal only: "mieux vaut racheter"; "fait valoir", "vaut 3 millions" govern nothing.
IMPERSONAL: frozenset[str] = frozenset({"valoir"})

# Verbs whose object is presupposed, not planned, when it is a noun: "exige la démission", but "évoque le rachat".
NOUN_OBJECT_NEUTRAL: frozenset[str] = frozenset(
    """évoquer discuter permettre autoriser examiner étudier commenter soutenir défendre contester
    attendre imposer lancer préparer approuver suspendre reconnaître pousser conseiller
    approcher risquer hésiter offrir travailler intéresser disposer engager garantir finir terminer
    passer manquer éviter garder arrêter oublier programmer courtiser destiner compter accuser paraître""".split()
)

# Reflexive only: "s'apprêter à", "se défendre de"; without "se" the verb is neutral.
REFLEXIVE_ONLY: frozenset[str] = frozenset(
    "apprêter disposer engager abstenir garder opposer priver efforcer intéresser destiner passer".split()
)

# The other way round: "s'inviter dans le débat", "s'offrir Nébula" plan nothing; "s'autorise à racheter" does.
NEVER_REFLEXIVE: frozenset[str] = frozenset("inviter imposer autoriser offrir".split())

# Verb and noun or adverb that mean something together: (verb, another lemma within the clause) → effect on the subject
# or on the infinitive.
IDIOMS: dict[tuple[str, str], Effect] = {
    ("voir", "jour"): "achieve",
    ("avoir", "lieu"): "achieve",
    ("faire", "feu"): "fail",
    ("tomber", "eau"): "fail",
    ("tourner", "court"): "fail",
    ("rester", "morte"): "fail",
    ("rester", "mort"): "fail",
    ("partir", "fumée"): "fail",
    ("battre", "aile"): "plan",
    ("mettre", "terme"): "end",
    ("mettre", "fin"): "end",
    ("prendre", "fin"): "end",
    ("arriver", "terme"): "end",
    ("tirer", "trait"): "fail",
    ("claquer", "porte"): "fail",
    ("jeter", "éponge"): "fail",
    ("passer", "près"): "near",
    ("être", "doigt"): "near",
    ("être", "passe"): "plan",
    ("être", "point"): "plan",
    ("être", "question"): "plan",
    ("être", "ordre"): "plan",
    ("être", "étude"): "plan",
    ("être", "discussion"): "plan",
    ("être", "pourparlers"): "plan",
    ("être", "lice"): "plan",
    ("être", "rang"): "plan",
    ("avoir", "intention"): "plan",
    ("avoir", "but"): "plan",
    ("avoir", "objectif"): "plan",
    ("avoir", "ambition"): "plan",
    ("avoir", "projet"): "plan",
    ("avoir", "vocation"): "plan",
    ("avoir", "envie"): "plan",
    ("avoir", "peur"): "plan",
    ("laisser", "entendre"): "allege",
    ("dire", "non"): "fail",
    ("opposer", "veto"): "fail",
    ("mettre", "veto"): "fail",
    ("opposer", "recevoir"): "fail",
}

# Nouns and adjectives that govern a noun or an infinitive: "projet de rachat", "candidat au rachat", "prêt à racheter".
_NOUNS: dict[Effect, str] = {
    "plan": """projet offre question proposition tentative volonté intention souhait désir velléité négociation
        discussion pourparler pourparlers tractation promesse possibilité éventualité hypothèse perspective
        risque menace idée plan scénario option candidat candidate candidature prétendant prétendante appel
        demande ambition envie espoir rêve crainte vœu droit but
        objectif chance opportunité occasion besoin nécessité obligation intérêt propositions peur
        préparatif préparation étude faveur sollicitation exigence ordre prêt prête favori favorite
        disposé susceptible capable libre tenté intéressé déterminé résolu enclin désireux soucieux
        impatient pressenti pressentie convoitise appétit favorable menaçant point passe vue
        réflexion espérance invitation injonction autorisation probabilité vocation mission""",
    "fail": """échec refus abandon absence rejet impossibilité renoncement annulation veto interdiction
        opposition avortement incapable opposé défavorable hostile réticent impossible incapacité""",
    "near": "doigt",
    "achieve": "annonce décision réalisation signature conclusion finalisation concrétisation officialisation",
    "commit": "engagement",
    "end": "fin rupture dissolution résiliation arrêt cessation",
    "deny": "démenti faux",
    "report": "confirmation révélation communiqué",
    "allege": "accusation soupçon rumeur spéculation suspicion allégation bruit présomption soupçonné accusé suspecté",
}
NOUNS: dict[str, Effect] = {lemma: effect for effect, lemmas in _NOUNS.items() for lemma in lemmas.split()}

# Nouns that govern only in a phrase: the preposition before them ("sur le point de") or after them ("appel à").
NOUN_NEEDS_BEFORE: dict[str, str] = {"point": "sur", "passe": "en", "vue": "en", "doigt": "à"}
NOUN_NEEDS_AFTER: dict[str, frozenset[str]] = {"appel": frozenset("à au aux".split())}
# Nouns that govern an infinitive only: "l'occasion de racheter", but not "à l'occasion du rachat".
INFINITIVE_NOUNS: frozenset[str] = frozenset(
    """question occasion chance opportunité droit faveur intérêt étude ordre mission besoin but objectif plan obligation
    nécessité crainte autorisation peur""".split()
)
# Nouns of a plan that tell of the act themselves: "son offre sur X", "candidat au rachat".
SELF_PLANS: frozenset[str] = frozenset(
    """offre proposition projet candidature candidat candidate tentative négociation discussion pourparler pourparlers
    prétendant prétendante tractation rumeur promesse""".split()
)
SEEKING = SELF_PLANS | {"course", "lice", "compétition", "pression", "contact"}  # "en lice pour racheter"
# Who stands for a party belongs to it, whatever the vote: "la candidate X"; a candidate "à" something plans it.
CANDIDATES: frozenset[str] = frozenset({"candidat", "candidate"})
# Proceedings that were brought stay brought when they are dropped or dismissed.
PROCEEDINGS: frozenset[str] = frozenset(
    """poursuite poursuites procédure procès plainte enquête recours action assignation garde inculpation
    incarcération détention arrestation condamnation amende peine verdict jugement sanction""".split()
)

# What undoes them not; to renounce or to refuse one does.
PROCEEDINGS_OUTLIVE: frozenset[str] = frozenset(
    """abandonner suspendre annuler rejeter classer bloquer écarter enterrer stopper contester casser invalider
    annulation suspension abandon rejet cassation contestation""".split()
)

# Participles and adjectives of the event itself, as its epithet or its attribute: "le rachat avorté", "la fusion est
# exclue".
_EPITHETS: dict[Effect, str] = {
    "plan": """éventuel éventuelle possible potentiel potentielle hypothétique probable envisagé envisager
        prévu prévoir proposé proposer souhaité souhaiter espéré espérer imminent imminente
        programmé programmer attendu attendre suggéré suggérer étudier plausible vraisemblable
        improbable conditionnel conditionnelle projeté projeter convoité évoqué évoquer réclamé
        réclamer exigé exiger demandé demander discuter virtuel virtuelle pressentir""",
    "fail": """avorté avorter manqué manquer raté rater annulé annuler abandonné abandonner refusé refuser
        rejeté rejeter impossible exclu exclure écarté écarter bloqué bloquer inabouti mort-né
        enterré enterrer interdit interdire repoussé repousser décliner caduc
        caduque compromis échouer capoter empêcher retoquer torpiller""",
    "deny": "démenti démentir nier nié",
    "end": "terminé terminer rompu rompre défunt",
    "allege": """présumé présumer prétendu prétendre supposé supposer soi-disant allégué alléguer soupçonné
        soupçonner apparent fictif""",
}
EPITHETS: dict[str, Effect] = {lemma: effect for effect, lemmas in _EPITHETS.items() for lemma in lemmas.split()}

# Of an act as subject: "le rachat a eu lieu", "l'accord se concrétise". Any other verb leaves its subject as it is.
SUBJECT_ACHIEVE: frozenset[str] = frozenset(
    """aboutir concrétiser réaliser faire signer conclure finaliser officialiser valider approuver
    sceller entériner produire survenir intervenir boucler acter effectuer opérer
    matérialiser ratifier parapher trouver nouer accomplir exister""".split()
)

# "premier" after "pas" counts; these are posts and shares: "n'est pas le premier actionnaire".
FIRSTS: frozenset[str] = frozenset("premier première premiers premières dernier dernière".split())
AFTER_FIRST: frozenset[str] = frozenset("actionnaire ministre secrétaire vice-président adjoint adjointe".split())

# A negated light verb and a bare object deny the act: "n'a signé aucun accord", "n'a pas d'accord".
BARE_DETERMINERS: frozenset[str] = frozenset("de d' aucun aucune nul nulle".split())

# --- negation ---------------------------------------------------------------------------------------------------------
NEGATORS: frozenset[str] = frozenset(
    "pas plus jamais rien guère point aucunement nullement personne aucun aucune nul nulle ni".split()
)
# "ne" alone denies only with these verbs; elsewhere it is expletive ("avant qu'il ne rachète").
BARE_NE_VERBS: frozenset[str] = frozenset("pouvoir savoir oser cesser".split())
# After "pas": the negation is of the amount, not of the act.
PSEUDO_AFTER_PAS: frozenset[str] = frozenset(
    "seul seule seuls seules seulement uniquement que exclusivement simplement moins qu' forcément sans juste".split()
)
# What "pas" before them makes smaller is there: "il ne s'agit pas d'un simple partenariat".
MERE: frozenset[str] = frozenset("simple seul seule premier première".split())
# "non seulement", "pas seulement" before the verb, "plus que jamais", "sans doute", "sans cesse"
PSEUDO_SANS: frozenset[str] = frozenset(
    """doute cesse conteste surprise attendre tarder compter oublier parler nul aucun délai préciser
    dire détour difficulté mal encombre précédent""".split()
)
NEGATIVE_DETERMINERS: frozenset[str] = frozenset("aucun aucune nul nulle".split())

# --- possibility, hypothesis, purpose ---------------------------------------------------------------------------------
POSSIBILITY_ADVERBS: frozenset[str] = frozenset(
    """peut-être probablement vraisemblablement éventuellement apparemment possiblement
    hypothétiquement prétendument supposément potentiellement présumément soi-disant théoriquement
    idéalement censément""".split()
)
POSSIBILITY_PHRASES: tuple[tuple[str, ...], ...] = (
    ("sans", "doute"),
    ("en", "principe"),
    ("en", "théorie"),
    ("le", "cas", "échéant"),
    ("à", "l'", "avenir"),
)
ALMOST_ADVERBS: frozenset[str] = frozenset("presque quasi quasiment".split())
# Conjunctions of what is not (yet) so. "si" is judged by the tense (see certainty).
OTHER_MARKS: tuple[tuple[str, ...], ...] = (
    ("pour", "que"),
    ("pour", "qu'"),
    ("afin", "que"),
    ("afin", "qu'"),
    ("afin", "de"),
    ("afin", "d'"),
    ("à", "moins", "que"),
    ("à", "moins", "qu'"),
    ("à", "moins", "de"),
    ("à", "condition", "que"),
    ("à", "condition", "de"),
    ("au", "cas", "où"),
    ("dans", "le", "cas", "où"),
    ("dans", "l'", "hypothèse", "où"),
    ("pourvu", "que"),
    ("de", "peur", "que"),
    ("de", "crainte", "que"),
    ("sous", "réserve", "que"),
    ("en", "vue", "de"),
    ("en", "vue", "d'"),
    ("en", "vue", "du"),
    ("en", "cas", "de"),
    ("en", "cas", "d'"),
    ("en", "passe", "de"),
    ("en", "passe", "d'"),
    ("sous", "réserve", "de"),
    ("sous", "réserve", "d'"),
    ("sous", "réserve", "du"),
    ("comme", "si"),
    ("sauf", "si"),
)
NEGATIVE_MARKS: tuple[tuple[str, ...], ...] = (
    ("sans",),
    ("sans", "que"),
    ("au", "lieu", "de"),
    ("au", "lieu", "d'"),
    ("plutôt", "que", "de"),
    ("plutôt", "que"),
    ("faute", "de"),
    ("faute", "d'"),
    ("à", "défaut", "de"),
    ("à", "défaut", "d'"),
    ("pas", "de"),
    ("pas", "d'"),
    ("loin", "de"),
    ("loin", "d'"),
)
# "pour racheter": a goal after these verbs, an act that follows after any other ("démissionne pour rejoindre").
GOAL_VERBS: frozenset[str] = frozenset(
    """lever emprunter négocier discuter chercher étudier œuvrer militer plaider appeler prévoir lutter
    battre manœuvrer disposer réserver mandater candidater postuler économiser citer évoquer approcher
    contacter sonder solliciter pressentir courtiser préparer""".split()
)

# Sources that do not vouch: "selon des rumeurs".
DOUBTFUL_SOURCES: frozenset[str] = frozenset(
    """rumeur bruit détracteur accusation accusateur accusatrice plaignant plaignante adversaire
    mauvais langue hypothèse scénario spéculation""".split()
)

# Before what words come from.
SOURCE_PREPOSITIONS: frozenset[str] = frozenset("selon suivant dixit".split())
DOCUMENTS: frozenset[str] = frozenset(
    """communiqué tweet message lettre rapport étude sondage enquête tribune note courrier mail courriel post
    publication entretien interview vidéo billet document livre""".split()
)

# Of these and of revelations nobody doubts that they are out ("à en croire les révélations de X").
OUT: frozenset[str] = DOCUMENTS | {"révélation"}

# What brings a document about, or wants one: nothing says yet that there is one.
MAKING_VERBS: frozenset[str] = frozenset(
    """publier préparer rédiger écrire envoyer adresser attendre promettre réclamer demander exiger annoncer remettre
    rendre produire diffuser transmettre présenter signer lire dévoiler""".split()
)

# A work whose subject they are is not out yet: "son livre devrait paraître".
APPEARING: frozenset[str] = MAKING_VERBS | {"paraître", "sortir", "devoir", "pouvoir", "être"}

# --- status -----------------------------------------------------------------------------------------------------------
STATIVE_VERBS: frozenset[str] = frozenset(
    """diriger présider détenir posséder contrôler appartenir travailler siéger employer être gérer
    piloter commander occuper exercer animer représenter conseiller concurrencer rivaliser militer
    administrer chapeauter codiriger coprésider figurer œuvrer officier servir côtoyer seconder
    superviser""".split()
)
FORMER_ADJECTIVES: frozenset[str] = frozenset(
    """ancien ancienne anciens anciennes ex ex- feu défunt défunte précédent précédente précédents précédentes éphémère
    éphémères ci-devant""".split()
)
FUTURE_ADJECTIVES: frozenset[str] = frozenset(
    "futur future futurs futures prochain prochaine prochains prochaines".split()
)
POSSIBLE_ADJECTIVES: frozenset[str] = frozenset(
    """possible potentiel potentielle éventuel éventuelle pressenti pressentie prétendu prétendue possibles potentiels
    potentielles éventuels éventuelles pressentis pressenties""".split()
)
FORMER_PREFIX = ("ex-", "ex ", "anciennement ")
FORMER_ADVERBS: frozenset[str] = frozenset("anciennement autrefois jadis naguère précédemment auparavant".split())
FUTURE_ADVERBS: frozenset[str] = frozenset("bientôt prochainement".split())
UNTIL: frozenset[str] = frozenset("jusque jusqu' jusqu'en jusqu'à jusqu'au jusqu'aux".split())

NAMING_VERBS: frozenset[str] = frozenset(
    """nommer devenir rester demeurer désigner élire choisir promouvoir propulser introniser réélire
    sacrer reconduire proclamer appeler redevenir""".split()
)
# "travaille comme directeur", "siège parmi les membres": what somebody does it as.
CAPACITIES: frozenset[str] = frozenset("comme en parmi à au aux de d' du dans pour".split())
POST_NOUNS: frozenset[str] = frozenset(
    "poste fonction présidence direction tête titre fauteuil siège candidat candidate prétendant prétendante".split()
)
