"""The pronouns, possessives and group words of French, and the verbs that decide how to read them. Data only."""

from __future__ import annotations

from typing import Final

from pipeline.coreference.discourse import SAYING
from pipeline.document import Gender
from pipeline.schema import EntityKind

NOMINATIVE: Final[dict[str, tuple[Gender | None, bool]]] = {
    "il": ("Masc", False),
    "elle": ("Fem", False),
    "ils": ("Masc", True),
    "elles": ("Fem", True),
}
LATTER: Final[dict[str, tuple[Gender | None, bool]]] = {
    "celui-ci": ("Masc", False),
    "celle-ci": ("Fem", False),
    "ceux-ci": ("Masc", True),
    "celles-ci": ("Fem", True),
    "ce dernier": ("Masc", False),
    "cette dernière": ("Fem", False),
    "ces derniers": ("Masc", True),
    "ces dernières": ("Fem", True),
    "l'intéressé": ("Masc", False),
    "l'intéressée": ("Fem", False),
    "le premier nommé": ("Masc", False),
    "le principal intéressé": ("Masc", False),
    "la principale intéressée": ("Fem", False),
    "le premier intéressé": ("Masc", False),
    "la première intéressée": ("Fem", False),
}
POSSESSIVES: Final = frozenset({"son", "sa", "ses"})
POSSESSIVES_OF_MANY: Final = frozenset({"leur", "leurs"})
FIRST_SINGULAR: Final = frozenset({"je", "j'", "me", "m'", "moi", "-je"})
FIRST_PLURAL: Final = frozenset({"nous", "-nous"})
FIRST_POSSESSIVE: Final = frozenset({"mon", "ma", "mes"})
FIRST_POSSESSIVE_OF_MANY: Final = frozenset({"notre", "nos"})
IMPERSONAL: Final = frozenset(
    """
    falloir agir pleuvoir neiger sembler paraître avérer convenir suffire importer exister rester arriver
    manquer valoir incomber advenir résulter revenir s'ensuivre ressortir
    """.split()
)
# "Il est possible que/de": an adjective or participle after a copula that takes a clause for its subject.
IMPERSONAL_ADJECTIVES: Final = frozenset(
    """
    possible impossible important nécessaire essentiel probable improbable clair évident vrai faux temps
    question difficile facile inutile utile urgent préférable indispensable interdit permis prévu normal logique
    certain regrettable dommage rare fréquent hors inadmissible inacceptable inconcevable légitime indéniable
    heure bon prématuré tard tôt minuit midi conseillé recommandé demandé reproché proposé écrit impératif
    souhaitable primordial fondamental exclu rappelé rare courant étonnant surprenant curieux étrange notoire
    crucial vital
    """.split()
)
# Verbs whose "le"/"l'" is mostly a clause ("il l'a confirmé"), not a thing or a person.
CLAUSAL: Final = SAYING | frozenset(
    """
    savoir faire vouloir pouvoir être croire comprendre voir imaginer devoir prouver montrer entendre sembler
    mériter
    """.split()
)
OBJECTS_OF_SAYING: Final = frozenset(
    """
    accuser critiquer appeler interroger menacer défendre saluer louer féliciter soutenir encourager tancer
    tacler
    """.split()
)
# Where "y" and "en" stand for an organisation: the verb (or the post) takes it as a place or an origin.
PLACE_VERBS: Final[dict[str, frozenset[str]]] = {
    "y": frozenset(
        """
    travailler investir créer fonder entrer rester officier occuper exercer siéger retourner jouer signer
    débuter intégrer devenir enseigner étudier diriger adhérer former rencontrer injecter détenir posséder
    passer arriver demeurer effectuer évoluer militer participer
    """.split()
    ),
    "en": frozenset(
        """
    devenir être rester diriger prendre quitter partir démissionner retirer détenir posséder assurer contrôler
    présider confier céder racheter acquérir sortir exclure évincer écarter prendre nommer rester claquer
    """.split()
    ),
}
POST_WORDS: Final = frozenset(
    """
    direction présidence tête contrôle rênes commandes capital parts actions vice-présidence gouvernance
    propriété
    """.split()
)
GROUP_NOUNS: Final[dict[str, tuple[int, EntityKind | None]]] = {
    "duo": (2, "Person"),
    "tandem": (2, "Person"),
    "couple": (2, "Person"),
    "binôme": (2, "Person"),
    "trio": (3, "Person"),
    "quatuor": (4, "Person"),
}
NUMBERS: Final = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
PARTNERS: Final[dict[str, EntityKind | None]] = {
    "partenaires": None,
    "parties": None,
    "rivaux": None,
    "concurrents": None,
    "camps": None,
    "alliés": None,
    "pays": None,
    "acteurs": None,
    "structures": "Organisation",
    "entités": "Organisation",
    "hommes": "Person",
    "femmes": "Person",
    "associés": "Person",
    "amis": "Person",
    "responsables": "Person",
    "frères": "Person",
    "sœurs": "Person",
    "géants": "Organisation",
}
