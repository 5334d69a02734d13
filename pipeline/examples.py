"""The examples of a rule file, read as the pipeline reads an article: mark-up → Document → claims in words.

An example marks its entities (``[Altaïs|Organisation]``), so that what it shows is the rules and the grammar, never the
recognition of names. The claims are written as a reader would: ``Altaïs → Nébula (other, 3000000 EUR)``.
"""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from spacy.language import Language

from pipeline import coreference, relations
from pipeline.coreference.person_gender import first_name_gender
from pipeline.document import DocMention, Document, NamedEntity, syntactic_head
from pipeline.mending import mended
from pipeline.names import is_short_form
from pipeline.ner import reading_text, with_caucuses, with_committees
from pipeline.ontology import Ontology, Rule
from pipeline.parsed import read
from pipeline.schema import Amount, Article, Claim, EntityKind, Reading

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_TYPED = re.compile(r"[a-z_]+: ")
_KINDS: dict[str, EntityKind] = {kind: kind for kind in get_args(EntityKind)}


class Marked(NamedTuple):
    """A marked name: characters ``start`` to ``end`` of the plain text."""

    start: int
    end: int
    name: str
    kind: EntityKind


def parse_markup(text: str) -> tuple[str, list[Marked]]:
    """The plain text of an example and its marked names, in text order.

    Raises:
        ValueError: an unclosed or empty mark, an unknown kind, or no mark at all.
    """
    plain, names, done = "", [], 0
    for match in _MARK.finditer(text):
        name, kind = match.groups()
        if kind not in _KINDS or name != name.strip():
            raise ValueError(f"{match.group()!r} must be [Name|Person] or [Name|Organisation]: {text!r}")
        plain += text[done : match.start()]
        names.append(Marked(len(plain), len(plain) + len(name), name, _KINDS[kind]))
        plain += name
        done = match.end()
    plain += text[done:]
    if not names or set(plain) & set("[]|"):
        raise ValueError(f"malformed mark-up: {text!r}")
    return plain, names


def document_of(text: str, nlp: Language, date: str | None = None) -> Document:
    """Parse an example; its entities are those that it marks, its other mentions those that coreference finds.

    A marked short form ("[Penvern|Person]" after "[Yann Penvern|Person]") is the entity of the full name.

    Raises:
        ValueError: malformed mark-up, or a mark that cuts a token.
    """
    plain, names = parse_markup(text)
    article = Article(id="example", source="example", text=plain, clean=plain, date=date)
    doc = mended(read(nlp(reading_text(article))))
    entities: list[NamedEntity] = []
    mentions: list[DocMention] = []
    for mark in names:
        span = doc.parse.char_span(mark.start, mark.end)
        if span is None:
            raise ValueError(f"{mark.name!r} cuts a token: {text!r}")
        known = _known(mark, entities)
        if known is None:
            gender = first_name_gender(mark.name) if mark.kind == "Person" else None
            entities.append(NamedEntity(len(entities), mark.kind, mark.name, gender=gender[0] if gender else None))
            known = entities[-1].id
        mentions.append(DocMention(span.start, span.end, syntactic_head(doc.span(span.start, span.end)).i, (known,)))
    return coreference.resolve(with_committees(with_caucuses(Document(article, doc, entities, mentions))))


def claims_of(example_text: str, ontology: Ontology, nlp: Language, date: str | None = None) -> list[str]:
    """The claims of all rules on one marked-up example, in words, sorted, each once.

    ``date`` is that of the article, for relative dates. Raises ``ValueError`` for malformed mark-up.
    """
    return describe_all(relations.read(document_of(example_text, nlp, date), ontology, learned=False), ontology)


def describe_all(reading: Reading, ontology: Ontology) -> list[str]:
    """The claims of a reading in words, sorted, each once."""
    names = {entity.id: entity.name for entity in reading.entities}
    return sorted({describe(claim, names, ontology.rules[claim.type]) for claim in reading.claims})


def describe(claim: Claim, names: dict[str, str], rule: Rule) -> str:
    """One claim in words: ``type: A → B (…)``, ``type: A – B (…)`` or ``type: role A, role B (…)``.

    In brackets stands what is not the default: negative; other; former or future; the date (EDTF, ``2015/..`` for a
    tie since 2015, ``../2019`` until 2019); the amount. ``names`` leads from an entity's id to its name.
    """
    if rule.kind == "event":
        order = list(rule.roles)
        filled = sorted((order.index(a.role), a.role, names[a.entity]) for a in claim.arguments)
        told = ", ".join(f"{role} {name}" for _, role, name in filled)
    else:
        ends = {a.role: names[a.entity] for a in claim.arguments}
        pair = [ends["source"], ends["target"]]
        told = " – ".join(sorted(pair)) if rule.symmetric else " → ".join(pair)
    qualifiers = ", ".join(_qualifiers(claim))
    return f"{claim.type}: {told}" + (f" ({qualifiers})" if qualifiers else "")


def expected(rule: Rule, claims: tuple[str, ...]) -> list[str]:
    """The claims that an example of a rule names, sorted; a line without a type is of the rule itself."""
    return sorted(line if _TYPED.match(line) else f"{rule.name}: {line}" for line in claims)


def check(rule: Rule, ontology: Ontology, nlp: Language) -> list[str]:
    """How the examples of a rule differ from what all rules make of them; empty when nothing does."""
    differences = []
    for example in (*rule.says, *rule.silent):
        wanted, found = expected(rule, example.claims), claims_of(example.text, ontology, nlp, example.date)
        if wanted != found:
            differences.append(f"{rule.file}: {example.text}\n  expected {wanted}\n  found    {found}")
    return differences


def _known(mark: Marked, entities: list[NamedEntity]) -> int | None:
    for entity in entities:
        if entity.kind == mark.kind and (entity.name == mark.name or is_short_form(mark.name, entity.name, mark.kind)):
            return entity.id
    return None


def _qualifiers(claim: Claim) -> list[str]:
    found: list[str] = []
    if claim.polarity == "negative":
        found.append("negative")
    if claim.modality == "other":
        found.append("other")
    if claim.kind == "relation" and claim.status in ("former", "future"):
        found.append(claim.status)
    if claim.date is not None:
        found.append(claim.date)
    elif claim.start is not None or claim.end is not None:
        found.append(f"{claim.start or '..'}/{claim.end or '..'}")
    if claim.amount is not None:
        found.append(_amount(claim.amount))
    return found


def _amount(amount: Amount) -> str:
    value = int(amount.value) if amount.value == int(amount.value) else amount.value
    return f"{value} {amount.currency}"
