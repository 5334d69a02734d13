"""The types of an ontology: a word with its valency, the rule it belongs to, all rules with their words indexed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pipeline.schema import ClaimKind, EntityKind, Modality, Polarity, Status

Part = Literal["verb", "noun", "role", "beside"]
Narrow = Literal["Party", "Employer", "Firm", "Press", "Group", "Alliance", "Chamber"]
FUNCTIONS = frozenset(
    """subject object attribute possessive reciprocal apposed author majority minority possessor bracket owner
    inverted quoted superior appointed headed medium adjunct told reviled complement offered network
    epithet caucus fronted board surveyor""".split()
)
"""The functions a slot may name beside a preposition:

- ``majority``, ``minority``: the firm whose shares are the object ("acquiert 51 % du capital de B", "détient 15 % de
  B"; a stake of unknown size is a minority)
- ``possessor``: the subject of a verb of holding over the role noun ("X regroupe les marques A et B")
- ``bracket``: the name in "B (groupe X)"; ``caucus``: the party in "le groupe X au Sénat"
- ``reciprocal``: a plural or coordinated subject ("A et B fusionnent", "une alliance entre A et B")
- ``apposed``: a name right after a noun or in brackets after its holder ("le député PX Y", "la sénatrice Y (PX)")
- ``author``: the subject of the verb that speaks in a document ("écrit X dans un communiqué"); ``network``: that of
  the verb that speaks on a network ("a réagi X sur son compte")
- ``owner``: whose the object is ("son album, sorti en 2014", "un article de X publié hier")
- ``headed``: the body whose head's post is the object ("confie à X la direction de B", "confie sa présidence à X": B)
- ``appointed``: who takes the post that another leaves ("X a été nommée après le départ de Z", "X reprend le poste
  occupé par Z": X)
- ``inverted``: a subject that stands after its verb ("rapporte X")
- ``quoted``: whom the citation speaks of that a verb of saying carries ("« A ment », dénonce B": A); ``reviled``: whom
  such words speak ill of ("B estime que A a menti": A)
- ``complement``: what follows a preposition that stands for a noun ("selon B")
- ``superior``: the body of the one whom a role noun serves ("adjoint au maire de X")
- ``adjunct``: who does what a noun after "après" or "en" is an adjunct of ("après dix années chez X, Y a fondé …",
  "Y bâtit en collaboration avec X": Y)
- ``told``: the body that the article is about, where a role noun names none ("le PDG X")
- ``epithet``: the body that stands for a title before a name, by itself or by an adjective ("l'ex-PX Y", "la socialiste
  Y", "la maire socialiste de Z, Y")
- ``surveyor``: who made a survey ("un sondage X pour Y", "une enquête réalisée par X pour Y": X)
- ``board``: the body whose board a verb leads to ("siège au conseil de Y", "Y a nommé X à son conseil")
- ``fronted``: the body that opens a sentence whose subject is a name ("Ancien de Y, X …", "Du côté du PX, Y …")
- ``medium``: the channel or station that the article is about, where nothing names one ("X animera « Le Grand Soir »")
- ``offered``: to whom the verb over a noun offers it ("propose à Y une fusion": Y)

"= role" is whoever fills that role of the same word ("X limoge Y": Y leaves X).
"""
VOICES = frozenset({"active", "passive", "participle"})
"""The voices of a verb that a word may be confined to: a past participle without an auxiliary is one of its own."""
POST = "post"
"""The slot of a verb or noun that takes a post ("nommer X directeur de Y"); as the relation of a tie it stands for
the relation that the post's own role noun makes."""


@dataclass(frozen=True)
class Tie:
    """The lasting relation that an event creates or ends, between two of its roles."""

    relation: str
    source: str
    target: str
    status: Status | None = None


@dataclass(frozen=True)
class Word:
    """One word or set phrase of a rule, with its valency: role → functions, the first that is filled counts."""

    rule: str
    part: Part
    lemma: str
    slots: Mapping[str, tuple[str, ...]]
    holder: str | None = None
    """A role noun's own slot: who is the "PDG", what is the "filiale"."""
    require: frozenset[str] = frozenset()
    status: Status | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    """Where it is "asserted", the word tells the tie whatever is wished or denied of it."""
    event: str | None = None
    """For a word of a relation: the event that telling it mints."""
    ties: tuple[Tie, ...] = ()
    reflexive: bool | None = None
    """True: only "se V"; False: never "se V"; None: either."""
    only: Mapping[str, frozenset[EntityKind | Narrow]] = field(default_factory=dict)
    """Slots that take fewer kinds with this word than the signature allows ("la société de X": a person); a party and
    any other organisation ("Employer"), and of these the schools ("Firm": none), are told apart here ("cadre de X");
    "Press" is a media title ("X affirme mercredi que …"), "Group" a group of firms, "Alliance" none; "Chamber" an
    assembly or an academy, to which one is elected."""
    least: int = 1
    """How many entities an event needs ("A s'allie à B": two)."""
    things: frozenset[str] = frozenset()
    """Forms of the common nouns that the object must be one of; empty: any."""
    never: frozenset[str] = frozenset()
    """Forms of the common nouns that the object must not be ("lancer un appel")."""
    known: frozenset[str] = frozenset()
    """Roles that the clause or, failing that, the sentence must name ("le PDG de Y, X, est parti")."""
    strict: bool = False
    """A proper noun that is no entity does not pass for a thing of the class either ("diffuser")."""
    dated: bool = False
    """Whether the clause must tell when: only then is it one happening ("X a annoncé mardi que …")."""
    gather: frozenset[str] = frozenset()
    """Roles that take the fillers of all their functions ("A s'allie avec B": both are parties), not of the first."""

    voice: frozenset[str] = VOICES
    """The voices that a verb means this in ("X a été jugé", not "X juge Y")."""
    judges: frozenset[str] = frozenset()
    """Roles that only a body that judges may fill ("le tribunal condamne X")."""
    disputants: frozenset[str] = frozenset()
    """Roles that a body that judges never fills: it condemns, but is no opponent."""
    without: frozenset[str] = frozenset()
    """Functions of the verb that must be empty ("jugé", not "jugé trop lent": no attribute)."""
    through: frozenset[str] = frozenset()
    """Roles that an entity fills through what it says, does or decides ("critique la stratégie de X": X)."""

    def __hash__(self) -> int:
        return hash((self.rule, self.part, self.lemma))

    @cached_property
    def functions(self) -> frozenset[str]:
        """Every function that some slot takes."""
        return frozenset(function for functions in self.slots.values() for function in functions)

    def slot_of(self, function: str) -> str | None:
        """The first role that a function fills, or None where none takes it."""
        return next((slot for slot, functions in self.slots.items() if function in functions), None)


@dataclass(frozen=True)
class Example:
    """A marked-up sentence and the claims that it must give; see ``parse_markup`` and ``relations.describe``."""

    text: str
    claims: tuple[str, ...]
    date: str | None = None


@dataclass(frozen=True)
class Rule:
    """One relation or event of the ontology."""

    name: str
    label: str
    kind: ClaimKind
    roles: Mapping[str, frozenset[EntityKind]]
    """A relation's are ``source`` and ``target``."""
    role_labels: Mapping[str, str]
    """Of an event: the French label of the edge to who plays a role."""
    core: frozenset[str]
    """Roles of which at least one must be filled (a relation needs both of its roles)."""
    symmetric: bool = False
    wikidata: str | None = None
    part: str | None = None
    """The relation that a role over a mere part of the body makes ("directrice du service juridique de X")."""
    party: str | None = None
    """The relation that it is where an event ties somebody to a party ("X quitte le parti Y")."""
    group: str | None = None
    """The relation that a role over a party's group of deputies makes ("le président du groupe X au Sénat")."""
    event_roles: Mapping[str, str] = field(default_factory=dict)
    """For a relation that mints an event: its role → the event's role."""
    post: bool = False
    """Whether it is a post that people are appointed to and leave."""
    future: tuple[str, Mapping[str, str]] | None = None
    """The event that telling it of the future mints ("elle dirigera X": an appointment), and its role → the event's."""
    announced: str | None = None
    """The role whose holder only announces such an event of the future ("va porter plainte"): a plan, no fact."""
    words: tuple[Word, ...] = ()
    says: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()
    file: str = ""


Phrase = tuple[tuple[str, ...], Word]


@dataclass(frozen=True)
class Ontology:
    """All rules, with their words indexed by first form so that a text is scanned once."""

    rules: Mapping[str, Rule]
    verbs: Mapping[str, tuple[Phrase, ...]]
    """verb lemma → (rest of the set phrase, word), longest first."""
    nouns: Mapping[str, tuple[Phrase, ...]]
    """first form → (all forms of the phrase, word) of nominalisations and role nouns, longest first."""
    beside: tuple[Phrase, ...] = ()
    """(what stands between a name and its body, word): "X (PX)", "X, de l'université Y", longest first."""

    @cached_property
    def verb_lemmas(self) -> frozenset[str]:
        """The lemmas that the rules know verbs by."""
        return frozenset(self.verbs)

    @cached_property
    def nouns_by_function(self) -> Mapping[str, tuple[Word, ...]]:
        """The nouns with a slot that takes a function, for each function, in the order of the index."""
        found: dict[str, list[Word]] = {}
        for phrases in self.nouns.values():
            for _, word in phrases:
                for function in word.functions:
                    found.setdefault(function, []).append(word)
        return {function: tuple(words) for function, words in found.items()}

    @property
    def relations(self) -> dict[str, Rule]:
        """The rules that are relations, by name."""
        return {name: rule for name, rule in self.rules.items() if rule.kind == "relation"}

    @property
    def events(self) -> dict[str, Rule]:
        """The rules that are events, by name."""
        return {name: rule for name, rule in self.rules.items() if rule.kind == "event"}

    @property
    def labels(self) -> dict[str, str]:
        """The French label of each relation and event by its name, of each role by ``event.role``."""
        roles = {f"{name}.{role}": text for name, rule in self.rules.items() for role, text in rule.role_labels.items()}
        return {name: rule.label for name, rule in self.rules.items()} | roles
