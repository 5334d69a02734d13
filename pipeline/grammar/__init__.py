"""French constructions → predications: who stands in which slot of which word.

One function a construction; every rule is served by all of them. Words come from :mod:`pipeline.ontology`, the
entities behind tokens from the document's mentions. Nothing here knows a relation by name.
"""

from pipeline.grammar.appointments import complete
from pipeline.grammar.authors import network_predications
from pipeline.grammar.caucuses import caucus_predications
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.groups import group_predications
from pipeline.grammar.nominals import nominal_predications
from pipeline.grammar.participles import with_documents
from pipeline.grammar.posts import beside_predications, epithet_predications, role_phrases, role_predications
from pipeline.grammar.predication import Predication
from pipeline.grammar.successions import successions
from pipeline.grammar.surveys import survey_predications
from pipeline.grammar.verbs import verb_predications

__all__ = ["Context", "Filler", "Predication", "predications"]


def predications(context: Context) -> list[Predication]:
    """Every predication of a document, in text order."""
    phrases = role_phrases(context)
    governors = {phrase.governor for phrase in phrases if "possessor" in phrase.bodies}
    # "X regroupe les marques A et B" says what A and B are; that X "regroupe" them adds nothing.
    verbal = [p for p in verb_predications(context, phrases) if p.trigger not in governors]
    roles = role_predications(context, phrases)
    # A noun within a set phrase of its own rule says nothing more ("être à l'origine de la création").
    inside = {(p.word.rule, index) for p in (*verbal, *roles) for index in range(p.start + 1, p.end)}
    found = [
        *verbal,
        *(p for p in nominal_predications(context, phrases) if (p.word.rule, p.trigger) not in inside),
        *roles,
        *group_predications(context, phrases),
        *beside_predications(context),
        *epithet_predications(context),
        *network_predications(context),
        *survey_predications(context),
    ]
    found = with_documents(complete(found, context), context)
    found += caucus_predications(found, context)
    return sorted(
        [*found, *successions(found, context)], key=lambda p: (p.trigger, p.word.rule, p.word.lemma, p.construction)
    )
