"""Firms and institutions whose name is a plural noun and where it stands: "les Filatures du Vernois"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.ner.name_span import Name, starts_sentence
from pipeline.parsed import Doc

_ARTICLES = frozenset({"les", "des", "aux"})
_OF = frozenset({"du", "de", "d'", "d’", "des"})
_LAND = frozenset("""
    alpes arènes balcons bois bords bouches calanques cascades caves chaînes champs chutes collines coteaux côtes
    criques dunes états émirats falaises forêts gorges grottes halles hauteurs hauts îles jardins jeux lacs marais
    marches massifs monts montagnes nations parcs pays plages plaines plateaux pointes ponts portes quartiers quais
    rives rochers rues salines sources terres thermes tours trottoirs vallées villages
    accords assises attentats championnats conventions entretiens états-généraux fêtes internationaux journées
    mondiaux nuits rencontres traités trophées
""".split())  # fmt: skip
"""What lies or takes place somewhere, and is no body."""


def find(doc: Doc) -> Iterator[Name]:
    """A capital plural noun on its article within a sentence, with the place that completes it."""
    for token in doc[1:-2]:
        of, place = doc[token.i + 1], doc[token.i + 2]
        if of.lower_ not in _OF or doc[token.i - 1].lower_ not in _ARTICLES or starts_sentence(token):
            continue
        if place.lower_ in {"la", "l'", "l’"} and token.i + 3 < len(doc):
            place = doc[token.i + 3]
        if (
            token.text.istitle()
            and token.lower_.endswith("s")
            and token.lower_ not in _LAND
            and place.ent_type_ == "LOC"
            and place.text[:1].isupper()
        ):
            end = place.i + 1
            while end < len(doc) and doc[end].ent_iob_ == "I":
                end += 1
            yield Name(token.i, end, "ORG", "institution")
