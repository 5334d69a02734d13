"""Whom one attacks through what they say, do or decide: "critique la stratégie de X", "dénonce ses propos".

French names the opponent in the complement of such a noun. Only nouns for deeds and words of one's own count: who
denounces "l'arrestation de X" is no opponent of X.
"""

from __future__ import annotations

from typing import Final

from pipeline.grammar.context import Context, Filler
from pipeline.grammar.gatherings import examples

OWN_DEEDS: frozenset[str] = frozenset(
    """propos déclaration parole mot discours sortie phrase tweet message tribune lettre réponse communiqué article
    dessin couverture une éditorial campagne publicité slogan plaisanterie blague mensonge provocation insulte injure
    attaque accusation critique menace ingérence agression répression
    politique stratégie ligne position positionnement programme projet réforme plan loi mesure décision choix gestion
    méthode attitude comportement conduite posture pratique action inaction acte geste bilan discrétion silence absence
    manque refus rejet renoncement reniement recul revirement volte-face virage dérive abus excès erreur faute échec
    incompétence irresponsabilité hypocrisie cynisme arrogance mépris démagogie populisme racisme antisémitisme sexisme
    homophobie autoritarisme laxisme passivité complaisance opportunisme ambition méconnaissance amateurisme
    violence brutalité pression manœuvre manipulation manigance méfait crime agissement responsabilité rôle démarche
    initiative proposition idée vision volonté intention tentative promesse engagement soutien ralliement alliance
    candidature présence interdiction offre projet offensive opération pratiques management gouvernance présidence
    mandat règne système modèle monopole domination impunité opacité lenteur indifférence négligence
    légèreté traitement utilisation usage exploitation intervention prise passage nomination condition""".split()
)
"""What one says, does or decides, and the faults that one is reproached with."""

OWN_PEOPLE: frozenset[str] = frozenset(
    "direction directoire dirigeant équipe équipes camp rédaction état-major".split()
)
"""Who speaks for a body without being named: to be against "la direction de X" is to be against X."""

_REACH = 8


_NO_DEALERS: Final = tuple(
    "autorité cour tribunal parquet syndicat confédération fédération union journal quotidien hebdomadaire magazine "
    "commission ministère gouvernement préfecture conseil comité association collectif ong".split()
)
"""Words at the beginning of a body that speaks of other bodies' deals."""


def told_by(index: int, context: Context) -> list[Filler]:
    """Who stands behind a noun phrase that names nobody: whose deed it is, or the members of a group that are named."""
    return possessors(index, context) or ([] if context.name_at(index) is not None else examples(index, context))


def possessors(index: int, context: Context) -> list[Filler]:
    """Whose word, deed or people the noun at a token names; empty when it is no such noun or nobody is known."""
    token = context.doc[index]
    if context.name_at(index) is not None or not _opens(index, context):
        return []
    start = context.left_edge(index)
    for position in range(start, index):
        if position in context.possessive:
            return [context.filler_of(context.possessive[position])]
    position, limit = index + 1, min(context.sentence_end(token), index + 1 + _REACH)
    while position < limit:
        text, word = context.lower[position], context.doc[position]
        found = context.preposition_at(position)
        if found is not None:
            phrase, after = found
            head = context.complement(after)
            if head is None:
                return []
            if phrase == "de" or (phrase == "par" and context.doc[position - 1].pos_ in {"VERB", "ADJ"}):
                named = context.referents(head)
                if named:
                    return named
                return possessors(head, context) if _opens(head, context) else _bare(after, head, context)
            return []
        if (
            word.pos_ in {"ADJ", "ADV", "NUM"}
            or text in {'"', "«", "»"}
            or (word.pos_ == "VERB" and "Part" in word.morph.get("VerbForm", []))
        ):
            position += 1
        elif (
            text in {"et", ",", "ou"}
            and position + 2 < limit
            and context.doc[position + 1].pos_ == "DET"
            and _opens(position + 2, context)
        ):
            position += 3  # "les mensonges et les trahisons de X"
        else:
            return []
    return []


def _opens(index: int, context: Context) -> bool:
    lemma = context.doc[index].lemma_.lower()
    return lemma in OWN_DEEDS or lemma in OWN_PEOPLE or context.lower[index] in OWN_DEEDS


def _bare(after: int, head: int, context: Context) -> list[Filler]:
    """ "la stratégie de communication de X": a noun without a determiner only says which strategy."""
    if after != head or head + 2 >= len(context.doc):
        return []
    found = context.preposition_at(head + 1)
    if found is None or found[0] != "de":
        return []
    body = context.complement(found[1])
    return [] if body is None else context.referents(body)


def deals(filler: Filler, context: Context) -> bool:
    """Whether who excludes or denies a deal could make it: an organisation, no court, regulator, union, paper."""
    told = context.lower[max(0, context.left_edge(filler.start) - 2) : filler.end]
    return all(
        context.kind(e) == "Organisation" and e not in context.document.press for e in filler.entities
    ) and not any(word.startswith(_NO_DEALERS) for word in told)
