"""What an article says of one entity, and what an organisation's name and the words around it tell of its sort.

A station is numbered, a newspaper is cited and has its article in its name, a body with a chief executive is a company.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from pipeline.coreference.describing_nouns import CONTEXTS, NAME_WORDS
from pipeline.coreference.descriptions import normal, nouns_of
from pipeline.coreference.discourse import SAYING
from pipeline.document import DocMention, Gender, NamedEntity
from pipeline.parsed import Doc
from pipeline.schema import EntityKind


@dataclass
class Profile:
    """What the article says of one entity; ``told`` maps the lemma of a noun to the words of its complements."""

    kind: EntityKind
    gender: Gender | None = None
    sure: bool = False
    """Whether the gender was shown (title, agreement), rather than guessed from the first name or a head noun."""
    plural: bool = False
    told: dict[str, set[str]] = field(default_factory=dict)
    families: set[str] = field(default_factory=set)
    serves: set[int] = field(default_factory=set)
    """Organisations that its posts belong to ("X, PDG de Y"): those it speaks for."""
    told_at: set[int] = field(default_factory=set)
    """Tokens of the nouns that stand beside its names: no referents of their own."""


# What a body is, by the posts it has: whoever has a chief executive is a company.
POSTS_OF: Final[dict[str, str]] = {
    "pdg": "company",
    "directeur financier": "company",
    "directeur général": "company",
    "patron": "company",
    "actionnaire": "company",
    "rédacteur en chef": "media",
    "journaliste": "media",
    "animateur": "media",
    "joueur": "club",
    "coach": "club",
    "attaquant": "club",
    "gardien": "club",
    "défenseur": "club",
    "député": "party",
    "eurodéputé": "party",
    "sénateur": "party",
    "étudiant": "school",
}


def bodies_led(found: dict[int, Profile]) -> list[tuple[int, str]]:
    """Families of organisations inferred from the posts that persons hold there, where nothing else was told."""
    return [
        (served, POSTS_OF[lemma])
        for profile in found.values()
        if profile.kind == "Person"
        for served in sorted(profile.serves)
        for lemma in profile.told
        if lemma in POSTS_OF and found[served].kind == "Organisation" and not found[served].families
    ]


# Stations are numbered ("Onde 3", "TV8"); a word with its article in the name is a newspaper's where it is cited.
_CHANNEL: Final = re.compile(r"[a-z+]{0,4}\d{1,2}")
_NEWSPAPER: Final = re.compile(r"(?:Le|La|Les) [A-ZÉ]|L['’][A-ZÉ]")


def from_name(entity: NamedEntity) -> Profile:
    """What the name alone tells: "Université …" is a school, "Les …" a plural."""
    profile = Profile(entity.kind, entity.gender, entity.gender is not None)
    if entity.kind == "Organisation":
        words = normal(entity.name).split()
        for word in words[:2]:
            for noun in nouns_of(word):
                if noun.kind == "Organisation" and not noun.plural:
                    profile.families.add(noun.family)
                    profile.told.setdefault(noun.lemma, set())
        if not profile.families:
            profile.families.update(family for family, known in NAME_WORDS.items() if known & set(words))
        if not profile.families and _CHANNEL.fullmatch(words[-1] if len(words) < 3 else ""):
            profile.families.add("broadcast")
        profile.plural = (bool(words) and words[0] in ("les", "des")) or (
            len(words) > 1 and words[0].endswith("s") and words[0] in _PLURAL_HEADS
        )
    return profile


_PLURAL_HEADS: Final = frozenset("républicains verts bleus bleues insoumis patriotes restos amis écologistes".split())


def from_context(doc: Doc, mention: DocMention, profile: Profile) -> None:
    """Read "la direction de X", "chez X": what X must be."""
    words = [token.lower_ for token in doc[max(mention.start - 3, 0) : mention.start]]
    if words and words[-1] in ("le", "la", "l'", "l’", "les"):
        words.pop()
    near = {words[-1]} if words and words[-1] in ("chez", "sur") else set(words[-2:])
    for family, nouns in CONTEXTS.items():
        if near & nouns:
            profile.families.add(family)


def from_citation(doc: Doc, mention: DocMention, profile: Profile) -> None:
    """Read "selon Le Phare", "rapporte La Gazette", "L'Écho révèle": a newspaper by its article and its part."""
    if not _NEWSPAPER.match(doc.span(mention.start, mention.end).text):
        return
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if any(token is not None and (token.lower_ == "selon" or token.lemma_ in SAYING) for token in (before, after)):
        profile.families.add("press")
