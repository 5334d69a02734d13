"""Are these two names, of two articles, one person or organisation? A readable table of evidence and of vetoes.

Each evidence function looks at two profiles and says how far it speaks for their being one, from 0 to 1; the table
gives its weight. The best evidence of the NAMES counts, context is added to it, and one veto ends the matter. The form
is that of opensanctions/nomenklatura. The weights are judgements, not fitted: a name alone decides only where two
bearers are hardly thinkable; everything weaker needs context, and :data:`THRESHOLD` holds both apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from pipeline import names
from pipeline.schema import EntityKind

THRESHOLD = 0.7
"""From this score on two names are one node."""


@dataclass(frozen=True)
class Profile:
    """What decides about one name: its kind, its forms, and the company that it keeps in the articles."""

    kind: EntityKind
    name: str
    aliases: frozenset[str] = frozenset()
    hints: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    """Keys of the other names of its articles, those that are in nearly every article left out."""
    articles: int = 1


@dataclass(frozen=True)
class Judgement:
    """``score`` from 0 to 1 and the reasons that made it, for a reader; a veto scores 0."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether the two are one node."""
        return self.score >= THRESHOLD


Evidence = Callable[[Profile, Profile], float]
Veto = Callable[[Profile, Profile], bool]


def same_name(one: Profile, other: Profile) -> float:
    """Same compared form; a full name, not a lone first name or surname, nor a common noun such as "le tribunal"."""
    return float(
        _compared(one) == _compared(other) and not (is_weak(one.name, one.kind) or is_weak(other.name, one.kind))
    )


def same_letters(one: Profile, other: Profile) -> float:
    """Same letters, parted otherwise: "Alta Nova", "AltaNova"."""
    same = names.key(one.name, one.kind) == names.key(other.name, other.kind)
    return float(same and not (is_weak(one.name, one.kind) or is_weak(other.name, other.kind)))


def same_lone_name(one: Profile, other: Profile) -> float:
    """Same lone name ("Martin", "Martin"): says little without context."""
    return float(_compared(one) == _compared(other))


def alias(one: Profile, other: Profile) -> float:
    """One article gives the name of the other as a short form of its own name ("…, ou CGT")."""
    return float(_is_alias(one, other) or _is_alias(other, one))


def spelling(one: Profile, other: Profile) -> float:
    """One slip of the pen in a long word (eight letters or more), or two in one of twelve; half for six letters.

    Persons: the first names agree and the slip is in the surname. Inflection ("national", "nationale") is no slip.
    """
    if one.kind == "Person":
        (given, family), (others_given, others_family) = names.person_parts(one.name), names.person_parts(other.name)
        if not given or not others_given or _plain(given) != _plain(others_given):
            return 0.0
        return _slip("".join(family), "".join(others_family))
    mine, theirs = _compared(one).split(), _compared(other).split()
    if len(mine) != len(theirs):
        return 0.0
    pairs = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return _slip(*pairs[0]) if len(pairs) == 1 else 0.0


def sigle(one: Profile, other: Profile) -> float:
    """One is made of the initials of the other: "CGT", "Confédération générale du travail"."""
    return float(names.is_initials(one.name, other.name) or names.is_initials(other.name, one.name))


def type_noun(one: Profile, other: Profile) -> float:
    """One says what the other is: "banque Morel", "Morel"."""
    return float("type noun" in (_short(one, other), _short(other, one)))


def initial(one: Profile, other: Profile) -> float:
    """The first name is cut to its initial: "P. Rivière", "Paul Rivière"."""
    return float("initial" in (_short(one, other), _short(other, one)))


def surname(one: Profile, other: Profile) -> float:
    """A surname alone, and a full name that bears it."""
    return float(one.kind == "Person" and "surname" in (_short(one, other), _short(other, one)))


def shared_company(one: Profile, other: Profile) -> float:
    """The same other names stand in their articles: one says something, two say all that company can say."""
    shared = len(one.company & other.company)
    return 1.0 if shared >= 2 else 0.6 * shared


def shared_hint(one: Profile, other: Profile) -> float:
    """The articles call both the same ("milliardaire", "quotidien")."""
    return float(bool(one.hints & other.hints))


NAME_EVIDENCE: tuple[tuple[Evidence, float], ...] = (
    (same_name, 1.0),
    (same_letters, 0.95),
    (alias, 0.85),
    (spelling, 0.8),
    (type_noun, 0.55),
    (initial, 0.5),
    (same_lone_name, 0.5),
    (sigle, 0.45),
    (surname, 0.45),
)
CONTEXT_EVIDENCE: tuple[tuple[Evidence, float], ...] = ((shared_company, 0.35), (shared_hint, 0.15))


def other_kind(one: Profile, other: Profile) -> bool:
    """A person is never an organisation."""
    return one.kind != other.kind


def other_numbers(one: Profile, other: Profile) -> bool:
    """ "France 2" is not "France 3" (a sigle drops no number either)."""
    return names.numbers(one.name) != names.numbers(other.name)


def other_first_name(one: Profile, other: Profile) -> bool:
    """Two first names that do not agree are two people, whatever else speaks for one."""
    if one.kind != "Person":
        return False
    mine, theirs = names.person_parts(one.name)[0], names.person_parts(other.name)[0]
    if not mine or not theirs or _plain(mine) == _plain(theirs):
        return False
    return not (_initials_agree(mine, theirs) or _initials_agree(theirs, mine))


def other_body(one: Profile, other: Profile) -> bool:
    """One name is the other with a word that makes a body of its own: "Altaïs LP", "Altaïs Belgique"."""
    if one.kind != "Organisation":
        return False
    mine, theirs = set(_compared(one).split()), set(_compared(other).split())
    return (mine < theirs or theirs < mine) and bool(names.BODY_WORDS & (mine ^ theirs) - names.TYPE_NOUNS)


VETOES: tuple[Veto, ...] = (other_kind, other_numbers, other_first_name, other_body)


def judge(one: Profile, other: Profile) -> Judgement:
    """Weigh two names: the best evidence of the names, plus context, unless a veto speaks. Symmetric."""
    for veto in VETOES:
        if veto(one, other):
            return Judgement(0.0, veto.__name__.replace("_", " "))
    score, reason = max(
        ((weight * evidence(one, other), evidence.__name__) for evidence, weight in NAME_EVIDENCE),
        key=lambda found: found[0],
    )
    if score == 0:
        return Judgement(0.0, "other name")
    reasons = [reason]
    for evidence, weight in CONTEXT_EVIDENCE if score < 1 else ():
        if strength := evidence(one, other):
            score += weight * strength
            reasons.append(evidence.__name__)
    return Judgement(min(1.0, round(score, 3)), ", ".join(reasons).replace("_", " "))


def vetoed(one: Profile, other: Profile) -> bool:
    """Whether two names must not stand in one node, also when a chain of merges would bring them together."""
    return any(veto(one, other) for veto in VETOES)


def is_weak(name: str, kind: EntityKind) -> bool:
    """Whether a name alone does not tell its bearer: a person's single word or initialled name, a common noun."""
    if kind == "Person":
        given, _ = names.person_parts(name)
        return not given or _is_initialled(given)
    return names.is_common(name)


def spelling_keys(name: str, kind: EntityKind) -> tuple[str, ...]:
    """Blocks in which spelling variants meet, whatever the place of the slip: the halves of the word that may slip.

    A slip leaves one half of a word as it is (the pigeonhole principle), up to one letter about the middle.
    """
    if kind == "Person":
        given, family = names.person_parts(name)
        rest, word = " ".join(_plain(given)), "".join(family)
        return _halves(rest, word) if given else ()
    words = names.compared(name, kind).split()
    return tuple(
        block
        for place, word in enumerate(words)
        for block in _halves(" ".join([*words[:place], "*", *words[place + 1 :]]), word)
    )


def _halves(rest: str, word: str) -> tuple[str, ...]:
    if len(word) < 6:
        return ()
    half = (len(word) - 1) // 2
    return tuple(
        block for size in (half - 1, half, half + 1) for block in (f"{rest}|{word[:size]}…", f"{rest}|…{word[-size:]}")
    )


def _slip(one: str, other: str) -> float:
    if one == other or names.numbers(one) != names.numbers(other) or one[0] != other[0]:
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) < 6 or (long.startswith(short) and long[len(short) :] in _ENDINGS) or _inflected(one, other):
        return 0.0
    distance = OSA.distance(one, other, score_cutoff=2)
    if distance == 1:
        return 1.0 if len(short) >= 8 else 0.7
    return 1.0 if distance == 2 and len(short) >= 12 else 0.0


_ENDINGS = frozenset({"s", "e", "es", "x", "o", "a", "i", "n", "ne", "le", "te"})
"""Letters that French or Italian inflection adds: words that differ by one of them are two words."""
_INFLECTIONS = (
    ("al", "el"),
    ("ais", "ois"),
    ("o", "a"),
    ("er", "re"),
    ("eur", "euse"),
    ("el", "elle"),
    ("ien", "enne"),
)


def _inflected(one: str, other: str) -> bool:
    return any(
        one.endswith(a) and other.endswith(b) and one[: -len(a)] == other[: -len(b)]
        for ending in _INFLECTIONS
        for a, b in (ending, ending[::-1])
    )


def _compared(profile: Profile) -> str:
    return names.compared(profile.name, profile.kind)


def _is_alias(one: Profile, other: Profile) -> bool:
    """Lone surnames are everybody's alias and say nothing; a sigle does ("NKM")."""
    if is_weak(one.name, one.kind) and _short(one, other) != "initials":
        return False
    return _compared(one) in {names.compared(name, other.kind) for name in other.aliases}


def _short(one: Profile, other: Profile) -> str | None:
    return names.short_form(one.name, other.name, one.kind)


def _plain(given: tuple[str, ...]) -> tuple[str, ...]:
    """First names as they sound: "Dmitry" is "Dmitri", and "Jean Paul" is "Jean-Paul"."""
    return tuple(" ".join(given).replace("y", "i").split())


def _initials_agree(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return _is_initialled(short) and names.abbreviates(short, full)


def _is_initialled(given: tuple[str, ...]) -> bool:
    return bool(given) and all(len(part) == 1 for part in " ".join(given).split())
