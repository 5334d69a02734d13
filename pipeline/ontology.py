"""rules/*.toml → typed, checked relations and events.

A rule file holds one relation or one event: its name, label and signature, its words (verbs, nominalisations, role
nouns) with their valency, and its examples. Words are data; what a French sentence may do with them is
:mod:`pipeline.grammar`. All faults of all files are raised at once, each with its file and key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.errors import RuleError
from pipeline.inflection import forms, plural
from pipeline.prepositions import KNOWN as PREPOSITIONS
from pipeline.schema import ClaimKind, EntityKind, Modality, Polarity, Status

Part = Literal["verb", "noun", "role", "beside"]
Narrow = Literal["Party", "Employer", "Firm"]
FUNCTIONS = frozenset(
    """subject object attribute possessive reciprocal apposed author majority minority possessor bracket owner
    inverted quoted superior adjunct told reviled complement offered network""".split()
)
"""The functions a slot may name beside a preposition. ``majority`` and ``minority`` are the firm whose shares are the
object ("acquiert 51 % du capital de B", "détient 15 % de B"; a stake of unknown size is a minority), ``possessor`` the
subject of a verb of holding over the role noun ("X regroupe les marques A et B"), ``bracket`` the name in "B (groupe
X)", ``reciprocal`` is a plural or coordinated subject ("A et B
fusionnent", "une alliance entre A et B"), ``apposed`` a name right after a noun or in brackets after its holder ("le
député LREM X", "la sénatrice X (PS)", "un sondage Ifop"), ``author`` the subject of the verb that speaks in a document
("écrit X dans un communiqué"), ``network`` that of the verb that speaks on a network ("a réagi X
sur son compte"), ``owner`` whose the object is ("son album, sorti en 2014", "un article de X publié
hier"), ``inverted`` a subject that stands after its verb ("rapporte X"), ``quoted`` whom the citation
speaks of that a verb of saying carries ("« A ment », dénonce B": A), ``reviled`` whom such words speak ill of ("B
estime que A a menti": A), ``complement`` what follows a preposition that stands for a noun ("selon B"),
``superior`` the body of the one whom a role noun serves ("adjoint au maire de X"), ``adjunct`` who does what a noun
after "après" or "en" is an adjunct of ("après dix années chez X, Y a fondé …", "Y bâtit en collaboration avec X": Y),
``told`` the body that the article is about, where a role noun names none ("le PDG X"), ``offered`` to whom the verb
over a noun offers it ("propose à Y une fusion": Y). "= role" is whoever fills that role of the same word
("X limoge Y": Y leaves X)."""
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
    event: str | None = None
    """For a word of a relation: the event that telling it mints."""
    ties: tuple[Tie, ...] = ()
    reflexive: bool | None = None
    """True: only "se V"; False: never "se V"; None: either."""
    only: Mapping[str, frozenset[EntityKind | Narrow]] = field(default_factory=dict)
    """Slots that take fewer kinds with this word than the signature allows ("la société de X": a person); a party and
    any other organisation ("Employer"), and of these the schools ("Firm": none), are told apart here ("cadre de X")."""
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
    """(what stands between a name and its body, word): "X (PS)", "X, de l'université Y", longest first."""

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


RULES = Path(__file__).parent / "rules"


@cache
def load(folder: Path = RULES) -> Ontology:
    """Read and check every ``*.toml`` of a folder.

    Raises:
        RuleError: with all faults of all files, each with file and key.
    """
    faults: list[str] = []
    rules: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(f"{path.name}: {error}")
            continue
        reader = _Reader(path.name, data, faults)
        rule = reader.rule()
        if rule is None:
            continue
        if rule.name in rules:
            faults.append(f"{path.name}: name: {rule.name!r} is already in {rules[rule.name].file}")
        rules[rule.name] = rule
    if not rules and not faults:
        faults.append(f"{folder}: no rule file")
    _cross_check(rules, faults)
    if faults:
        raise RuleError(faults)
    return build(rules.values())


def build(rules: Iterable[Rule]) -> Ontology:
    """Index the words of checked rules."""
    rules = sorted(rules, key=lambda rule: rule.name)
    verbs: dict[str, list[Phrase]] = {}
    nouns: dict[str, list[Phrase]] = {}
    beside: list[Phrase] = []
    for word in (word for rule in rules for word in rule.words):
        if word.part == "verb":
            first, *rest = word.lemma.replace("’", "'").replace("'", "' ").split()
            if first in {"se", "s'"}:
                # "s'en prendre à" is looked up by its verb; that it is reflexive is asked of the clause.
                word = replace(word, reflexive=True)
                first, *rest = rest[1:] if rest[0] == "en" else rest
            verbs.setdefault(first, []).append((tuple(rest), word))
        elif word.part == "beside":
            beside.append((tuple(word.lemma.split()), word))
        else:
            for form in forms(word.lemma):
                nouns.setdefault(form[0], []).append((form, word))

    def order(phrases: list[Phrase]) -> tuple[Phrase, ...]:
        return tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[0], p[1].rule, p[1].part, p[1].lemma)))

    return Ontology(
        {rule.name: rule for rule in rules},
        {first: order(phrases) for first, phrases in sorted(verbs.items())},
        {first: order(phrases) for first, phrases in sorted(nouns.items())},
        order(beside),
    )


class _Reader:
    """One rule file on its way to a :class:`Rule`; every fault is kept, none is raised."""

    TOP = frozenset(
        """name label source target roles role_labels core gather part party group symmetric wikidata event post future
        ties things verb noun role beside says silent""".split()
    )
    WORD = frozenset(
        """lemmas require known status polarity modality event ties reflexive holder only least post object amount thing
        never strict voice judges disputants through without gather""".split()
    )

    def __init__(self, file: str, data: dict[str, Any], faults: list[str]) -> None:
        self.file, self.data, self.faults = file, data, faults

    def fault(self, key: str, what: str) -> None:
        self.faults.append(f"{self.file}: {key}: {what}")

    def rule(self) -> Rule | None:
        data = self.data
        for key in sorted(set(data) - self.TOP):
            self.fault(key, "unknown key")
        name, label = data.get("name"), data.get("label")
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z_]*", name):
            self.fault("name", "must be a snake_case word")
            return None
        if not isinstance(label, str) or not label:
            self.fault("label", "must be the French label of the edge")
            return None
        is_event = "roles" in data
        if is_event:
            roles = {role: self.kinds(f"roles.{role}", kinds) for role, kinds in data["roles"].items()}
        else:
            roles = {role: self.kinds(role, data.get(role)) for role in ("source", "target")}
        role_labels = dict(data.get("role_labels", {}))
        for role in sorted(set(role_labels) ^ set(roles if is_event else ())):
            self.fault("role_labels", f"{role!r} must be in both roles and role_labels")
        core = frozenset(data.get("core", [] if is_event else ["source", "target"]))
        for role in sorted(core - set(roles)):
            self.fault("core", f"no role {role!r}")
        for role in sorted(set(data.get("gather", [])) - set(roles)):
            self.fault("gather", f"no role {role!r}")
        event_roles: dict[str, str] = {}
        event = data.get("event")
        if event is not None:
            event_roles = dict(event.get("roles", {}))
        words = tuple(
            word
            for part in get_args(Part)
            for index, entry in enumerate(data.get(part, []), 1)
            for word in self.words(part, f"{part} {index}", entry, name, roles, event, is_event)
        )
        if not words:
            self.fault("verb, noun, role", "a rule needs at least one word")
        return Rule(
            name=name,
            label=label,
            kind="event" if is_event else "relation",
            roles=roles,
            role_labels=role_labels,
            core=core,
            symmetric=bool(data.get("symmetric", False)),
            wikidata=data.get("wikidata"),
            part=data.get("part"),
            party=data.get("party"),
            group=data.get("group"),
            event_roles=event_roles,
            post=bool(data.get("post", False)),
            future=(data["future"]["event"], data["future"]["roles"]) if "future" in data else None,
            words=words,
            says=self.examples("says"),
            silent=self.examples("silent"),
            file=self.file,
        )

    def kinds(self, key: str, value: Any) -> frozenset[EntityKind]:
        if not isinstance(value, list) or not value or set(value) - set(get_args(EntityKind)):
            self.fault(key, f"must list some of {', '.join(get_args(EntityKind))}")
            return frozenset()
        return frozenset(value)

    def only(self, key: str, value: Any) -> frozenset[EntityKind | Narrow]:
        allowed = {*get_args(EntityKind), *get_args(Narrow)}
        if not isinstance(value, list) or not value or set(value) - allowed:
            self.fault(key, f"must list some of {', '.join(sorted(allowed))}")
            return frozenset()
        return frozenset(value)

    def words(
        self,
        part: Part,
        key: str,
        entry: dict[str, Any],
        rule: str,
        roles: Mapping[str, frozenset[EntityKind]],
        event: dict[str, Any] | None,
        is_event: bool,
    ) -> list[Word]:
        lemmas = entry.get("lemmas")
        if not isinstance(lemmas, list) or not lemmas or not all(isinstance(x, str) and x.strip() for x in lemmas):
            self.fault(key, "lemmas must be a list of words")
            return []
        slots: dict[str, tuple[str, ...]] = {}
        for slot, value in entry.items():
            if slot in self.WORD and slot not in {POST, "object", "amount"}:
                continue
            if slot not in roles and slot not in {POST, "object", "amount"}:
                self.fault(f"{key}.{slot}", "is neither a role of the rule nor a known key")
                continue
            functions = tuple(value) if isinstance(value, list) else (value,)
            for function in functions:
                if function.removeprefix("= ") in roles:
                    continue
                if function not in FUNCTIONS and function not in PREPOSITIONS:
                    self.fault(f"{key}.{slot}", f"{function!r} is no function and no known preposition")
            slots[slot] = functions
        holder = entry.get("holder", "source" if part in {"role", "beside"} and not is_event else None)
        if holder is not None and holder not in roles:
            self.fault(f"{key}.holder", f"no role {holder!r}")
        for field_name, allowed in (("status", Status), ("polarity", Polarity), ("modality", Modality)):
            if entry.get(field_name) not in (None, *get_args(allowed)):
                self.fault(f"{key}.{field_name}", f"must be one of {', '.join(get_args(allowed))}")
        require = frozenset(entry.get("require", []))
        for slot in sorted(require - set(slots) - {holder}):
            self.fault(f"{key}.require", f"no slot {slot!r}")
        for field_name in ("judges", "disputants", "through", "gather", "known"):
            for role in sorted(set(entry.get(field_name, [])) - set(roles)):
                self.fault(f"{key}.{field_name}", f"no role {role!r}")
        for function in sorted(set(entry.get("without", [])) - FUNCTIONS - PREPOSITIONS):
            self.fault(f"{key}.without", f"{function!r} is no function")
        voice = frozenset(entry.get("voice", VOICES))
        if not voice <= VOICES:
            self.fault(f"{key}.voice", f"must list some of {', '.join(sorted(VOICES))}")
        minted = entry.get("event", event["type"] if event and part not in {"role", "beside"} else None)
        ties = tuple(Tie(**tie) for tie in entry.get("ties", self.data.get("ties", [])))
        seen: set[str] = set()
        for lemma in lemmas:
            if lemma in seen:
                self.fault(key, f"{lemma!r} stands twice")
            seen.add(lemma)
            if lemma != lemma.strip().lower():
                self.fault(key, f"{lemma!r} must be lower-case")
        return [
            Word(
                rule=rule,
                part=part,
                lemma=lemma,
                slots=slots,
                holder=holder,
                require=require,
                status=entry.get("status"),
                polarity=entry.get("polarity"),
                modality=entry.get("modality"),
                event=minted or None,
                ties=ties,
                reflexive=entry.get("reflexive"),
                least=int(entry.get("least", 1)),
                only={slot: self.only(f"{key}.only.{slot}", kinds) for slot, kinds in entry.get("only", {}).items()},
                gather=frozenset(entry.get("gather", self.data.get("gather", []))),
                things=self.things(f"{key}.thing", entry.get("thing")),
                never=self.things(f"{key}.never", entry.get("never")),
                known=frozenset(entry.get("known", [])),
                strict=bool(entry.get("strict", False)),
                voice=voice,
                judges=frozenset(entry.get("judges", [])),
                disputants=frozenset(entry.get("disputants", [])),
                through=frozenset(entry.get("through", [])),
                without=frozenset(entry.get("without", [])),
            )
            for lemma in lemmas
        ]

    def things(self, key: str, names: Any) -> frozenset[str]:
        """The singular and plural forms of the classes of things that a word names."""
        classes = self.data.get("things", {})
        found: set[str] = set()
        for name in [] if names is None else names if isinstance(names, list) else [names]:
            if name not in classes:
                self.fault(key, f"no class of things {name!r}")
                continue
            found |= {form for noun in classes[name].split() for form in (noun, plural(noun))}
        return frozenset(found)

    def examples(self, key: str) -> tuple[Example, ...]:
        found = []
        for index, entry in enumerate(self.data.get(key, []), 1):
            if not isinstance(entry.get("text"), str):
                self.fault(f"{key} {index}", "needs a text")
                continue
            claims = tuple(entry.get("claims", []))
            if (key == "says") != bool(claims):
                self.fault(f"{key} {index}", "says needs claims, silent has none")
            found.append(Example(entry["text"], claims, entry.get("date")))
        return tuple(found)


def _cross_check(rules: Mapping[str, Rule], faults: list[str]) -> None:
    """What one file says of another: minted events, ties."""
    for rule in rules.values():
        for key, name in (("part", rule.part), ("party", rule.party), ("group", rule.group)):
            if name is not None and (name not in rules or rules[name].kind != "relation"):
                faults.append(f"{rule.file}: {key}: {name!r} is no relation rule")
        if rule.future is not None and not set(rule.future[1].values()) <= set(
            rules[rule.future[0]].roles if rule.future[0] in rules else ()
        ):
            faults.append(f"{rule.file}: future: no event rule {rule.future[0]!r} with these roles")
        for word in rule.words:
            if word.event is not None:
                event = rules.get(word.event)
                if event is None or event.kind != "event":
                    faults.append(f"{rule.file}: {word.lemma}: event {word.event!r} is no event rule")
                elif set(rule.event_roles.values()) - set(event.roles):
                    faults.append(f"{rule.file}: event.roles: not all are roles of {word.event}")
            for tie in word.ties:
                if tie.relation != POST and (tie.relation not in rules or rules[tie.relation].kind != "relation"):
                    faults.append(f"{rule.file}: ties: {tie.relation!r} is no relation rule")
                for role in (tie.source, tie.target):
                    if role not in rule.roles:
                        faults.append(f"{rule.file}: ties: no role {role!r}")
    faults[:] = sorted(set(faults))
