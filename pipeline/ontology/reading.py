"""One rule file → :class:`~pipeline.ontology.types.Rule`, and what the files say of one another.

Every fault is kept with its file and key, none is raised: whoever writes rules sees them all at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from pipeline.inflection import plural
from pipeline.ontology.types import FUNCTIONS, POST, VOICES, Example, Narrow, Part, Rule, Tie, Word
from pipeline.prepositions import KNOWN as PREPOSITIONS
from pipeline.schema import EntityKind, Modality, Polarity, Status


class RuleReader:
    """One rule file on its way to a :class:`Rule`; every fault is kept, none is raised."""

    TOP = frozenset(
        """name label source target roles role_labels core gather part party group symmetric wikidata event post future
        announced ties things verb noun role beside says silent""".split()
    )
    WORD = frozenset(
        """lemmas require known status polarity modality event ties reflexive holder only least post object amount thing
        never strict voice judges disputants through without gather dated""".split()
    )

    def __init__(self, file: str, data: dict[str, Any], faults: list[str]) -> None:
        self.file, self.data, self.faults = file, data, faults

    def _fault(self, key: str, what: str) -> None:
        self.faults.append(f"{self.file}: {key}: {what}")

    def rule(self) -> Rule | None:
        """The rule of the file; None where not even its name and label can be read."""
        data = self.data
        for key in sorted(set(data) - self.TOP):
            self._fault(key, "unknown key")
        name, label = data.get("name"), data.get("label")
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z_]*", name):
            self._fault("name", "must be a snake_case word")
            return None
        if not isinstance(label, str) or not label:
            self._fault("label", "must be the French label of the edge")
            return None
        is_event = "roles" in data
        if is_event:
            roles = {role: self._kinds(f"roles.{role}", kinds) for role, kinds in data["roles"].items()}
        else:
            roles = {role: self._kinds(role, data.get(role)) for role in ("source", "target")}
        role_labels = dict(data.get("role_labels", {}))
        for role in sorted(set(role_labels) ^ set(roles if is_event else ())):
            self._fault("role_labels", f"{role!r} must be in both roles and role_labels")
        core = frozenset(data.get("core", [] if is_event else ["source", "target"]))
        for role in sorted(core - set(roles)):
            self._fault("core", f"no role {role!r}")
        for role in sorted(set(data.get("gather", [])) - set(roles)):
            self._fault("gather", f"no role {role!r}")
        event_roles: dict[str, str] = {}
        event = data.get("event")
        if event is not None:
            event_roles = dict(event.get("roles", {}))
        words = tuple(
            word
            for part in get_args(Part)
            for index, entry in enumerate(data.get(part, []), 1)
            for word in self._words(part, f"{part} {index}", entry, name, roles, event, is_event)
        )
        if not words:
            self._fault("verb, noun, role", "a rule needs at least one word")
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
            announced=data.get("announced"),
            future=(data["future"]["event"], data["future"]["roles"]) if "future" in data else None,
            words=words,
            says=self._examples("says"),
            silent=self._examples("silent"),
            file=self.file,
        )

    def _kinds(self, key: str, value: Any) -> frozenset[EntityKind]:
        if not isinstance(value, list) or not value or set(value) - set(get_args(EntityKind)):
            self._fault(key, f"must list some of {', '.join(get_args(EntityKind))}")
            return frozenset()
        return frozenset(value)

    def _only(self, key: str, value: Any) -> frozenset[EntityKind | Narrow]:
        allowed = {*get_args(EntityKind), *get_args(Narrow)}
        if not isinstance(value, list) or not value or set(value) - allowed:
            self._fault(key, f"must list some of {', '.join(sorted(allowed))}")
            return frozenset()
        return frozenset(value)

    def _words(
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
            self._fault(key, "lemmas must be a list of words")
            lemmas = []
        slots = self._slots(key, entry, roles)
        holder = entry.get("holder", "source" if part in {"role", "beside"} and not is_event else None)
        if holder is not None and holder not in roles:
            self._fault(f"{key}.holder", f"no role {holder!r}")
        for field_name, allowed in (("status", Status), ("polarity", Polarity), ("modality", Modality)):
            if entry.get(field_name) not in (None, *get_args(allowed)):
                self._fault(f"{key}.{field_name}", f"must be one of {', '.join(get_args(allowed))}")
        require = frozenset(entry.get("require", []))
        for slot in sorted(require - set(slots) - {holder}):
            self._fault(f"{key}.require", f"no slot {slot!r}")
        for field_name in ("judges", "disputants", "through", "gather", "known"):
            for role in sorted(set(entry.get(field_name, [])) - set(roles)):
                self._fault(f"{key}.{field_name}", f"no role {role!r}")
        for function in sorted(set(entry.get("without", [])) - FUNCTIONS - PREPOSITIONS):
            self._fault(f"{key}.without", f"{function!r} is no function")
        voice = frozenset(entry.get("voice", VOICES))
        if not voice <= VOICES:
            self._fault(f"{key}.voice", f"must list some of {', '.join(sorted(VOICES))}")
        minted = entry.get("event", event["type"] if event and part not in {"role", "beside"} else None)
        ties = tuple(Tie(**tie) for tie in entry.get("ties", self.data.get("ties", [])))
        seen: set[str] = set()
        for lemma in lemmas:
            if lemma in seen:
                self._fault(key, f"{lemma!r} stands twice")
            seen.add(lemma)
            if lemma != lemma.strip().lower():
                self._fault(key, f"{lemma!r} must be lower-case")
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
                only={slot: self._only(f"{key}.only.{slot}", kinds) for slot, kinds in entry.get("only", {}).items()},
                gather=frozenset(entry.get("gather", self.data.get("gather", []))),
                things=self._things(f"{key}.thing", entry.get("thing")),
                never=self._things(f"{key}.never", entry.get("never")),
                known=frozenset(entry.get("known", [])),
                strict=bool(entry.get("strict", False)),
                dated=bool(entry.get("dated", False)),
                voice=voice,
                judges=frozenset(entry.get("judges", [])),
                disputants=frozenset(entry.get("disputants", [])),
                through=frozenset(entry.get("through", [])),
                without=frozenset(entry.get("without", [])),
            )
            for lemma in lemmas
        ]

    def _slots(
        self, key: str, entry: Mapping[str, Any], roles: Mapping[str, frozenset[EntityKind]]
    ) -> dict[str, tuple[str, ...]]:
        """The functions that fill each role, the post, the object and the amount of a word."""
        slots: dict[str, tuple[str, ...]] = {}
        for slot, value in entry.items():
            if slot in self.WORD and slot not in {POST, "object", "amount"}:
                continue
            if slot not in roles and slot not in {POST, "object", "amount"}:
                self._fault(f"{key}.{slot}", "is neither a role of the rule nor a known key")
                continue
            slots[slot] = tuple(value) if isinstance(value, list) else (value,)
            for function in slots[slot]:
                if function.removeprefix("= ") in roles:
                    continue
                if function not in FUNCTIONS and function not in PREPOSITIONS:
                    self._fault(f"{key}.{slot}", f"{function!r} is no function and no known preposition")
        return slots

    def _things(self, key: str, names: Any) -> frozenset[str]:
        """The singular and plural forms of the classes of things that a word names."""
        classes = self.data.get("things", {})
        found: set[str] = set()
        for name in [] if names is None else names if isinstance(names, list) else [names]:
            if name not in classes:
                self._fault(key, f"no class of things {name!r}")
                continue
            found |= {form for noun in classes[name].split() for form in (noun, plural(noun))}
        return frozenset(found)

    def _examples(self, key: str) -> tuple[Example, ...]:
        found = []
        for index, entry in enumerate(self.data.get(key, []), 1):
            if not isinstance(entry.get("text"), str):
                self._fault(f"{key} {index}", "needs a text")
                continue
            claims = tuple(entry.get("claims", []))
            if (key == "says") != bool(claims):
                self._fault(f"{key} {index}", "says needs claims, silent has none")
            found.append(Example(entry["text"], claims, entry.get("date")))
        return tuple(found)


def cross_check(rules: Mapping[str, Rule], faults: list[str]) -> None:
    """What one file says of another: minted events, ties."""
    for rule in rules.values():
        for key, name in (("part", rule.part), ("party", rule.party), ("group", rule.group)):
            if name is not None and (name not in rules or rules[name].kind != "relation"):
                faults.append(f"{rule.file}: {key}: {name!r} is no relation rule")
        if rule.announced is not None and rule.announced not in rule.roles:
            faults.append(f"{rule.file}: announced: no role {rule.announced!r}")
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
