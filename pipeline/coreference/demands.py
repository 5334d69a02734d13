"""What a verb demands of its subject or object, and a possessed noun of its possessor. Data, with one lookup each."""

from __future__ import annotations

from typing import Final, Literal

from pipeline.coreference.descriptions import noun_at
from pipeline.coreference.discourse import SAYING
from pipeline.document import Gender
from pipeline.parsed import Token

Demand = Literal["Person", "Organisation", "Agent", None]
"""``Agent``: a person or an organisation, no mere thing."""

PERSON_SUBJECTS: Final = frozenset(
    """
    démissionner naître mourir décéder épouser marier divorcer grandir étudier sourire pleurer vivre habiter
    souvenir siéger incarner succéder briguer candidater enseigner écoper comparaître plaider coiffer chanter
    jouer marquer blesser hospitaliser incarcérer arrêter inculper emprisonner suicider tweeter nommer limoger
    congédier évincer révoquer élire réélire licencier muter promouvoir interpeller écrouer libérer remplacer
    juger cumuler installer parler regarder entendre rêver aimer détester adorer rire boire manger dormir
    rencontrer assassiner tuer poignarder condamner soupçonner voter présider diriger cofonder diplômer fêter
    âgé né mort marié nommé élu limogé réélu écrivain député ministre avocat président patron directeur candidat
    """.split()
)
ORGANISATION_SUBJECTS: Final = frozenset(
    """
    employer recruter fabriquer produire commercialiser coter fusionner exploiter facturer licencier distribuer
    racheter diversifier implanter délocaliser exporter équiper
    """.split()
)
AGENT_SUBJECTS: Final = SAYING | frozenset(
    """
    vouloir refuser accepter décider tenter essayer chercher espérer compter préférer choisir envisager prévoir
    souhaiter investir acheter acquérir vendre céder signer fonder créer lancer lever négocier promettre quitter
    rejoindre gagner perdre remporter attaquer poursuivre porter verser payer toucher financer annuler
    participer rencontrer détenir posséder contrôler hériter renoncer abandonner publier travailler aider
    apprendre savoir connaître craindre redouter remercier accueillir engager embaucher proposer offrir
    collaborer saisir déposer battre affronter diriger
    """.split()
)
PERSON_OBJECTS: Final = frozenset(
    """
    nommer limoger congédier licencier évincer révoquer élire réélire remplacer arrêter interpeller condamner
    épouser accuser rencontrer inviter embaucher remercier recruter tuer blesser interroger hospitaliser
    incarcérer écrouer promouvoir juger soupçonner relaxer acquitter débarquer
    """.split()
)
PERSON_DATIVES: Final = frozenset({"succéder", "survivre"})
ORGANISATION_OBJECTS: Final = frozenset(
    "racheter fonder cofonder diriger présider rejoindre intégrer quitter absorber acquérir".split()
)
OWNED_BY_PERSON: Final = frozenset(
    """
    père mère fils fille frère sœur soeur femme épouse époux mari compagne compagnon conjoint enfant parent
    famille oncle tante cousin cousine neveu nièce ami amie amant petit-fils ex-femme ex-mari veuve beau-frère
    beau-père gendre carrière mandat poste démission domicile épaule visage main tête bras cœur jambe voix
    regard corps vie mort décès naissance enfance jeunesse retraite avocat fonction fortune biographie mémoires
    autobiographie livre roman prédécesseur successeur successeure adjoint homologue bras_droit mentor limogeage
    éviction nomination élection candidature réélection arrestation détention garde procès interpellation
    entourage compte salaire rémunération patrimoine anniversaire âge émotion colère passion talent rôle
    discours interview collègue garde_à_vue parcours villa appartement bureau cabinet équipe parti employeur
    club entreprise société patron arrivée départ coéquipier entraîneur ministère portefeuille formation
    mouvement conseiller protégé ex-mari chevet ressenti santé blessure œuvre disque album film
    """.split()
)
OWNED_BY_ORGANISATION: Final = frozenset(
    """
    pdg salarié salariée employé employés effectif effectifs filiale capital actionnaire action actions actif
    activité dette client clientèle siège usine site marque gamme chiffre bénéfice perte résultat titre cours
    offre réseau magasin boutique division branche maison-mère maison conseil administrateur dirigeant directeur
    directrice président présidente fondateur fondatrice co-fondateur cofondateur patronne cadre personnel
    fournisseur sous-traitant concurrent concurrente produit production introduction valorisation implantation
    catalogue abonné abonnés audience rédaction antenne utilisateur adhérent membre trésorerie part stratégie
    directoire secrétaire porte-parole licencié stade effectif joueur entraîneur restructuration faillite
    commandes carnet technologie plateforme application moteur appareil avion modèle véhicule
    """.split()
)

OWNED_BY_AGENT: Final = frozenset(
    """
    accord accusation adversaire affirmation aide allégation allié alliée ambition analyse annonce appel appui
    argument assertion attaque attitude audition autorisation aveu avis bilan camp campagne candidat candidate
    capacité choix combat commentaire communiqué compétence comportement conclusion concession condamnation
    confiance conseil contre-attaque contre-offre contrat contribution courrier critique date_de_naissance
    déclaration défaite défense démarche démenti départ désaccord détermination devoir don droit effort
    engagement ennemi ennemie enquête envie éviction exclusion excuse exigence expansion expérience explication
    expulsion faillite faveur gestion hésitation homologue hostilité identité idée implication inculpation
    indignation initiative inquiétude intention intérêt interlocuteur interlocutrice intervention investissement
    invitation lettre ligne lutte manoeuvre manœuvre mécontentement méfiance menace message méthode mise mission
    objectif objection obligation obsession offensive offre opinion opposant opposante opposition optimisme
    ordre pari partenaire participation partisan partisane patience pétition peur plainte plaidoyer plaidoirie
    politique porte-parole position pouvoir préférence préoccupation présence pression prétention prise
    proche programme projet promesse pronostic propos proposition protestation provocation publication
    question rachat réaction rébellion réclamation recours refus regret rejet renoncement réponse reproche
    réputation requête réserve résignation responsabilité retour réunion révélation rival rivale riposte
    savoir-faire service silence solidarité souci souhait soupçon soutien suspension tentative témoignage tort
    tribune tweet victoire visite vœu volonté vote
    """.split()
)
"""Of nouns in -tion and the like, that whose possessor acts or suffers: a person or an organisation, no mere thing."""

KIN: Final = frozenset(
    """
    père mère fils fille frère sœur soeur femme épouse époux mari compagne compagnon conjoint conjointe oncle tante
    cousin cousine neveu nièce veuve veuf petit-fils petite-fille beau-frère belle-sœur beau-père belle-mère gendre
    belle-fille beau-fils ex-femme ex-mari ex-épouse ex-époux ex-compagne ex-compagnon grand-père grand-mère demi-frère
    """.split()
)
"""Whose possessor is a person, and no body."""
SPOUSES: Final[dict[str, Gender]] = {
    **dict.fromkeys(("femme", "épouse", "compagne", "ex-femme", "ex-épouse", "ex-compagne", "veuve"), "Masc"),
    **dict.fromkeys(("mari", "époux", "compagnon", "ex-mari", "ex-époux", "ex-compagnon", "veuf"), "Fem"),
}
"""The gender of whoever most often has them: an article that tells otherwise gives the name."""

OBJECT_CONTROL: Final = frozenset(
    """
    accuser reprocher reproche demander permettre interdire proposer ordonner imposer soupçonner empêcher
    convaincre charger
    """.split()
)


def of_subject(verb: Token | None) -> Demand:
    """What a verb (or predicate after a copula) demands of its subject."""
    if verb is None:
        return None
    lemma = verb.lemma_
    if any(noun.kind == "Person" for noun in noun_at(verb.doc, verb.i)) and verb.pos_ in ("NOUN", "ADJ"):
        return "Person"
    if lemma in PERSON_SUBJECTS:
        return "Person"
    if lemma in ORGANISATION_SUBJECTS:
        return "Organisation"
    return "Agent" if lemma in AGENT_SUBJECTS else None


def of_object(verb: Token | None, dative: bool) -> Demand:
    """What a verb demands of its direct object, or (``dative``) of the one to whom."""
    if verb is None:
        return None
    if dative:
        return "Person" if verb.lemma_ in PERSON_DATIVES else "Agent"
    if verb.lemma_ in PERSON_OBJECTS:
        return "Person"
    return "Organisation" if verb.lemma_ in ORGANISATION_OBJECTS else None


def of_possessor(noun: Token | None) -> Demand:
    """What a possessed noun demands of its possessor ("son épouse": a person; "sa filiale": an organisation)."""
    if noun is None:
        return None
    words = {noun.lower_, noun.lemma_}
    person, organisation = bool(words & OWNED_BY_PERSON), bool(words & OWNED_BY_ORGANISATION)
    if person != organisation:
        return "Person" if person else "Organisation"
    return "Agent" if person or words & OWNED_BY_AGENT else None
