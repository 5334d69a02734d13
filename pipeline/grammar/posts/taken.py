"""The post that a verb or noun of appointment or departure names: "X est nommé PDG de Y", "sa nomination comme PDG"."""

from __future__ import annotations

from pipeline.grammar.context import Context
from pipeline.grammar.lexicon import POST_NOUNS
from pipeline.grammar.posts.phrase import RolePhrase, body_slots, post_words
from pipeline.grammar.predication import Predication

_REACH = 25
_AT_POST = "au poste de"
_NEW = frozenset({"un", "une", "nouveau", "nouvelle", "nouvel"})


def take_post(
    result: Predication, start: int, starts: dict[int, RolePhrase], context: Context, functions: tuple[str, ...]
) -> None:
    """The post that a word of appointment or departure names, and the body that the post names.

    Args:
        result: the predication, which gets the post and perhaps its organisation.
        start: the token after the word.
        starts: role phrases by their noun.
        context: the document.
        functions: how the post may hang on the word: "attribute" (anyhow), "object" (right after it), prepositions.
    """
    limit = min(context.sentence_end(context.doc[result.trigger]), start + _REACH)
    for position in range(start, limit):
        token = context.doc[position]
        if token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm", []) == ["Fin"]:
            if context.lower[position - 2 : position] != ["il", "y"]:
                return
            continue
        phrase = starts.get(position)
        if phrase is None or context.name_at(position) is not None:
            continue
        if position > result.trigger and token.dep_.startswith("nsubj") and token.head.i > position:
            # "après la nomination de X, un procureur a …": the next clause begins.
            return
        before = context.preposition_at(phrase.start - 1) if phrase.start > 0 else None
        # The edge of a noun phrase steps over "du" (a determiner to the parser, a preposition to us).
        if before is None:
            before = context.preposition_at(phrase.start)
        if before is not None and _AT_POST in functions and context.lower[phrase.start - 2] in POST_NOUNS:
            # "succède à X au poste de directeur de Y", "dans les fonctions de directeur de Y"
            before = _AT_POST, phrase.start
        if before is not None and before[0] == "par":
            return
        if before is None and "attribute" not in functions:
            if phrase.construction == "title" or "object" not in functions or phrase.start > start + 1:
                return
        elif before is not None and not {"attribute", "object", "de", before[0]} & set(functions):
            return
        if _held_by_others(result, phrase, context):
            continue
        result.posts += post_words(phrase, context)
        if result.posts:
            result.post = phrase.noun
            roles = context.ontology.rules[result.word.rule].roles
            for word in result.posts if "organisation" in roles else ():
                taken = result.fills.setdefault("organisation", [])
                taken += [f for fs in body_slots(word, phrase).values() for f in fs if f not in taken]
            if not result.fills.get("organisation", [1]):
                del result.fills["organisation"]
            return


def _held_by_others(result: Predication, phrase: RolePhrase, context: Context) -> bool:
    """Whether a role noun only tells of somebody ("la présidente, X"); "un nouveau directeur, X" is a post given."""
    described = phrase.construction == "apposition" and context.lower[phrase.start - 1] == ","
    if not phrase.holders or not (described or phrase.construction in {"title", "after comma"}):
        return False
    people = {e for f in result.fills.get("person", []) for e in f.entities}
    held = {e for f in phrase.holders for e in f.entities}
    ends = any(tie.status == "former" for tie in result.word.ties)
    gives = ends or any(context.lower[i] in _NEW for i in range(phrase.start, phrase.noun))
    return not (gives and people and people == held)
