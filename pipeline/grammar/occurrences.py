"""Where the nouns of the rules stand in a document: role nouns ("PDG", "filiale") and nominalisations ("rachat")."""

from __future__ import annotations

from pipeline.grammar.layout import Layout
from pipeline.grammar.lexicon import COPULA_FORMS
from pipeline.ontology import Ontology, Part, Phrase
from pipeline.prepositions import SIMPLE


def occurrences(part: Part, layout: Layout, ontology: Ontology) -> dict[int, list[Phrase]]:
    """Where a noun phrase of the ontology begins; the longest match at a token wins, inner ones are dropped."""
    found: dict[int, list[Phrase]] = {}
    covered = -1
    for index, text in enumerate(layout.lower):
        text = text.removeprefix("ex-")
        if index < covered or text not in ontology.nouns:
            continue
        name = layout.mention[index]
        if name is not None and name.form == "name":
            continue
        best = 0
        for form, word in ontology.nouns[text]:
            if word.part != part or len(form) < best:
                continue
            if form[0] == text and tuple(layout.lower[index + 1 : index + len(form)]) == form[1:]:
                best = len(form)
                found.setdefault(index, []).append((form, word))
        if best:
            token = layout.doc[index]
            # "la chaîne parlementaire", but "X, marié à Y".
            adjective = token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.i < index
            adjective = adjective and layout.lower[index - 1] != ","
            told = _stands_as_noun(index, layout, part) or (index - 2 in found and _joined(index, layout))
            verbal = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"appos", "nmod"} and not told
            if best == 1 and (adjective or verbal):
                found.pop(index)
                continue
            covered = index + best
    return found


def _joined(index: int, layout: Layout) -> bool:
    """ "chanteur et leader de X": "et" joins the form to a role noun, and "de" leads on."""
    after = layout.lower[index + 1 : index + 2]
    return layout.lower[index - 1] == "et" and bool(after) and SIMPLE.get(after[0]) == "de"


def _stands_as_noun(index: int, layout: Layout, part: Part) -> bool:
    """Whether a form that the tagger takes for a verb stands as a noun: "X est cofondatrice", "Y, marque de X"."""
    if index == 0 or index + 1 >= len(layout.lower):
        return False
    before, after = layout.lower[index - 1], layout.lower[index + 1]
    start = index
    while start > 2 and layout.doc[start - 1].pos_ == "ADJ":
        start -= 1
    opened = layout.lower[start - 1] in {",", "("} and layout.name_at(start - 2) is not None
    apposed = opened and SIMPLE.get(after) in ({"de", "à"} if start < index else {"de"})
    as_post = before == "comme" or layout.lower[max(index - 2, 0) : index] == ["tant", "que"]
    copula = index - 1
    while copula > 0 and (layout.doc[copula].pos_ == "ADV" or layout.lower[copula] == "aujourd'hui"):
        copula -= 1
    # "elle est sortie de": no noun of an act stands there.
    return apposed or as_post or (part == "role" and layout.lower[copula] in COPULA_FORMS)
