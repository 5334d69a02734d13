"""Nouns by what they name: an act or a bond ("rachat", "accord"), or what somebody is ("PDG", "filiale").

A clause may plan or deny an act; it presupposes a role. Both are told by the form of the noun alone.
"""

from __future__ import annotations

from pipeline.certainty.cues import PROCEEDINGS, SELF_PLANS
from pipeline.certainty.verbgroup import lemma_of
from pipeline.parsed import Token

# Nouns that name an act or a bond, by ending or one by one; any other noun without a cue of a role is a thing.
ACT_SUFFIXES: tuple[str, ...] = ("tion", "sion", "ment", "age", "ance", "ence", "xion", "ure", "ation")
ACT_NOUNS: frozenset[str] = frozenset(
    """rachat achat vente fusion départ accord offre alliance partenariat don prêt procès plainte
    retrait retour arrivée prise entrée sortie reprise mise contrat conflit litige bataille guerre
    duel soutien candidature projet présidence direction tête poste fauteuil siège mandat bail pacte
    traité deal joint-venture coentreprise recours enquête poursuite poursuites procédure amende
    peine verdict jugement appel grève boycott embargo rupture divorce mariage apport versement
    débauchage limogeage renvoi éviction démission putsch venue passage choix succès tension
    querelle dispute polémique brouille clash scission introduction essor proposition tentative
    rumeur cession transfert envoi tournage tribune lettre communiqué audience concession commande
    livraison fourniture""".split()
)

# Role nouns by form: whoever hangs an event's certainty on them would be wrong in "X, PDG de Y, n'a pas …".
ROLE_NOUNS: frozenset[str] = frozenset(
    """pdg ceo dg patron patronne chef cheffe président présidente coprésident coprésidente
    vice-président vice-présidente ministre secrétaire porte-parole membre actionnaire associé
    associée partenaire filiale maison-mère rival rivale concurrent concurrente fils fille père mère
    frère sœur époux épouse mari femme cousin cousine conjoint conjointe compagnon compagne neveu
    nièce oncle tante petit-fils petite-fille beau-frère beau-père gendre veuve veuf avocat avocate
    député députée sénateur sénatrice maire journaliste salarié salariée employé employée cadre
    responsable numéro propriétaire dirigeant dirigeante gérant gérante leader successeur
    successeure successeuse prédécesseur prédécesseure héritier héritière maison division branche
    marque client cliente prestataire adversaire opposant opposante ennemi ennemie allié alliée
    adhérent adhérente militant militante élu élue commissaire consul ambassadeur ambassadrice
    préfet préfète général adjoint adjointe gouverneur capitaine sélectionneur entraîneur entraîneuse coach joueur
    joueuse chanteur économiste stagiaire ingénieur ingénieure architecte artiste boss""".split()
)
ROLE_SUFFIXES: tuple[str, ...] = (
    "teur",
    "trice",
    "seur",
    "seuse",
    "neur",
    "neuse",
    "ieur",
    "leur",
    "leuse",
    "deur",
    "gueur",
)


def is_role(noun: Token) -> bool:
    """Whether a noun names what somebody is ("PDG", "filiale") and not what happens, by its form."""
    lemma, form = lemma_of(noun), noun.lower_
    for word in (lemma, form):
        base = word.removeprefix("ex-").removeprefix("co-")
        if base in ROLE_NOUNS or base.endswith(ROLE_SUFFIXES):
            return True
    return False


def is_act(noun: Token) -> bool:
    """Whether a noun names something that happens or binds ("rachat", "nomination", "accord"), by its form."""
    lemma = lemma_of(noun)
    if lemma in ACT_NOUNS or noun.lower_ in ACT_NOUNS or lemma in SELF_PLANS:
        return True
    return noun.pos_ == "NOUN" and lemma.removesuffix("s").endswith(ACT_SUFFIXES)


def is_proceeding(noun: Token) -> bool:
    """Whether a noun names a step of justice ("procès", "garde à vue", "mise en examen"), that stays when annulled."""
    if lemma_of(noun) in PROCEEDINGS or noun.lower_ in PROCEEDINGS:
        return True
    after = noun.doc.span(noun.i + 1, noun.i + 3)
    step = after.text.lower() in {"en examen", "en détention", "en accusation", "en cause"}
    return step and noun.lower_ in {"mise", "mises"}
