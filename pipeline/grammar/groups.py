"""A group told beside a name: "A (groupe X)", "A, du groupe X", "le groupe X (A, B et C)", "X et ses marques A et B".

The words are role nouns whose slot takes the function ``bracket``; what holds the role stands before the bracket or
in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.lexicon import BANDS
from pipeline.grammar.posts import RolePhrase
from pipeline.grammar.predication import Predication
from pipeline.ontology import Word
from pipeline.prepositions import SIMPLE

FUNCTION = "bracket"
_OPENING = frozenset({"dont", "notamment", "marques", "comme", "les", "la", "le", ":"})
"""What opens a list of brands or subsidiaries in brackets."""
_UNFINISHED = frozenset({",", "...", "…", "etc", "etc.", "."})
"""What may end a list that is not whole."""
_UNIONS = frozenset(
    """alliance association coalition collectif comité commission confédération conférence conseil consortium
    coordination fédération front intersyndicale ligue ministère mouvement otan réseau syndicat union université
    gouvernement ue onu""".split()
)
"""How the names of bodies begin whose members, and not subsidiaries, stand in brackets behind them."""
_OTHERS = frozenset(
    """syndicats syndicat clients partenaires concurrents fournisseurs rivaux actionnaires clubs sponsors adversaires
    investisseurs prestataires contre consortium coentreprise festival match matchs avocat avocate avocats soutiens
    projet""".split()
)
"""Before the name they tell that those in brackets behind it are others."""
_NEAR = 5
"""So many words before the name."""


def group_predications(context: Context, phrases: list[RolePhrase]) -> list[Predication]:
    """What names in brackets beside a group's say; "la maison mère de A (groupe X)" speaks of the parent, not of A."""
    by_end = {phrase.phrase_end: phrase for phrase in phrases if phrase.named}
    found: list[Predication] = []
    found_words: dict[int, tuple[Word, str]] = {}
    for index in sorted(context.roles):
        for form, word in context.roles[index]:
            slot = word.slot_of(FUNCTION)
            if slot is None or word.holder is None:
                continue
            name = _named(index + len(form), context)
            if name is None:
                continue
            if index + len(form) == name.start and context.lower[index] == "groupe":
                found_words |= dict.fromkeys(name.entities, (word, slot))
            told = by_end.get(index - 1) if index > 0 and context.lower[index - 1] == "(" else None
            if told is not None and _of_persons(told, context):
                told = None  # "la patronne de A (groupe X)"
            holders = _before(index, name, context)
            if told is not None and len(holders) < 2:
                holders = _organisations(told.holders, context)
            construction = "group in brackets"
            if not holders:
                holders, construction = _inside(name, context), "group with members"
            if holders:
                fills = {slot: [context.filler_of(name)], word.holder: holders}
                found.append(Predication(word, index, index, name.end, construction, fills))
    return found + _told_groups(found_words, context)


def _of_persons(phrase: RolePhrase, context: Context) -> bool:
    """Whether only persons hold a role, so that what stands in brackets behind its body is said of the body."""
    rules = context.ontology.rules
    return all("Organisation" not in rules[w.rule].roles.get(w.holder or "", ()) for w in phrase.words)


def _named(position: int, context: Context) -> DocMention | None:
    """The organisation that the noun introduces ("groupe X", "groupe de presse X")."""
    for index in range(position, min(position + 5, len(context.doc))):
        name = context.name_at(index)
        if name is not None:
            return name if context.kind(name.entities[0]) == "Organisation" else None
        text = context.lower[index]
        if context.doc[index].pos_ not in {"NOUN", "ADJ", "ADP"} or text in {"du", "des"} or text in BANDS:
            return None
    return None


def _before(index: int, group: DocMention, context: Context) -> list[Filler]:
    """ "A (groupe X)", "A (du groupe X)", "A, du groupe X": A."""
    position = index - 1
    partitive = position > 0 and context.lower[position] == "du"
    if partitive:
        position -= 1
    if position < 1 or context.lower[position] not in ({"(", ","} if partitive else {"("}):
        return []
    if context.lower[position] == "(" and (group.end >= len(context.doc) or context.lower[group.end] not in {")", ","}):
        return []
    name = context.name_at(position - 1)
    if name is None or name.end != position:
        return []
    last = context.filler_of(name)
    others = context.coordinated_before(last)
    if others and not _in_plural(others[0].start - 1, context):
        others = []  # "de A et B (groupe X)" may speak of B alone, "les enseignes A et B (groupe X)" does not
    return _organisations([*others, last], context)


def _in_plural(index: int, context: Context) -> bool:
    token = context.doc[index]
    return index >= 0 and token.pos_ == "NOUN" and token.morph.get("Number", []) == ["Plur"]


def _inside(group: DocMention, context: Context) -> list[Filler]:
    """ "le groupe X (A, B et C)", "le groupe X (propriétaire de A)" not: only names stand in the bracket."""
    position = group.end
    if position + 1 >= len(context.doc) or context.lower[position] != "(":
        return []
    position = _first(position + 1, context)
    name = context.name_at(position)
    if name is None or name.start != position:
        return []
    listed = context.coordinated(context.filler_of(name), unfinished=True)
    end = listed[-1].end
    if end >= len(context.doc) or context.lower[end] not in {")", ",", "...", "…", "etc"}:
        return []
    return _organisations(listed, context)


def _organisations(fillers: list[Filler], context: Context) -> list[Filler]:
    good = all(context.kind(e) == "Organisation" for f in fillers for e in f.entities)
    return fillers if good else []


def _first(position: int, context: Context) -> int:
    """Where the names in a bracket begin, behind what opens a list of brands ("dont", "avec notamment les marques")."""
    if context.lower[position : position + 2] == ["avec", "notamment"]:
        position += 2
    while position + 1 < len(context.doc) and context.lower[position] in _OPENING:
        position += 1
    return position


def _told_groups(groups: dict[int, tuple[Word, str]], context: Context) -> list[Predication]:
    """ "A (X)" and "X (A, B et C)", where the article says elsewhere that X is a group ("le groupe X").

    A firm with two or more others in brackets is a group without that.
    """
    found = []
    words = context.ontology.nouns_by_function.get(FUNCTION, ())
    untold = next(((w, s) for w in words if (s := w.slot_of(FUNCTION)) is not None and w.holder is not None), None)
    if untold is not None:
        groups = dict.fromkeys(_called_groups(context), untold) | groups
    for opening, text in enumerate(context.lower):
        closing = context.closing(opening) if text == "(" else opening
        first = context.name_at(opening - 1)
        inner = context.name_at(_first(opening + 1, context)) if closing > opening else None
        if closing == opening or first is None or inner is None or first.end != opening:
            continue
        holders = _organisations(context.coordinated(context.filler_of(inner), unfinished=True), context)
        if len(holders) == 1 and _initials(inner, first, context):
            continue
        rest = context.lower[holders[-1].end : closing] if holders else ["nobody"]
        if not _UNFINISHED.issuperset(rest) or not _organisations([context.filler_of(first)], context):
            continue
        outer = context.filler_of(first)
        if len(holders) == 1 and inner.entities[0] in groups and first.entities[0] not in groups:
            outer, holders = holders[0], [outer]
        group = groups.get(outer.entities[0])
        several = len({e for f in holders for e in f.entities}) > 1 or _some_of(first, opening, context)
        if group is None and several and _is_firm(first, holders, context):
            group = untold
        if group is not None and not set(outer.entities) & {e for f in holders for e in f.entities}:
            word, slot = group
            fills = {slot: [outer], word.holder or "": holders}
            found.append(Predication(word, outer.token, outer.start, outer.end, "told group in brackets", fills))
    return found


def _some_of(outer: DocMention, opening: int, context: Context) -> bool:
    """ "Altaïs (dont Nébula)", and not "les anciens d'Altaïs (dont Nébula)": one name is enough behind "dont"."""
    opened = opening + 1 < len(context.doc) and context.lower[opening + 1] == "dont"
    others = not _OTHERS.isdisjoint(context.lower[max(0, outer.start - _NEAR) : outer.start])
    return opened and not others and (outer.start == 0 or SIMPLE.get(context.lower[outer.start - 1]) != "de")


def _called_groups(context: Context) -> Iterator[int]:
    """The organisations that are a group by name: "Groupe Altaïs"."""
    for entity in context.document.entities:
        first, _, rest = entity.name.partition(" ")
        if first.lower() == "groupe" and rest[:1].isupper() and entity.id not in context.document.caucuses:
            yield entity.id


def _is_firm(outer: DocMention, listed: list[Filler], context: Context) -> bool:
    """Whether names in brackets behind a name are its own: no parties, and no body that others are members of."""
    entities = [*outer.entities, *(e for f in listed for e in f.entities)]
    if any(context.has_members(e) or context.is_court(e) for e in entities):
        return False
    name = context.document.entities[outer.entities[0]].name.lower().split()
    if not _OTHERS.isdisjoint(context.lower[max(0, outer.start - _NEAR) : outer.start]):
        return False  # "les syndicats d'Altaïs (A, B)"
    return name[0] not in _UNIONS and len({*entities}) == len(entities)


def _initials(inner: DocMention, first: DocMention, context: Context) -> bool:
    """Whether the name in brackets is a short form of the one before it: "les Républicains (LR)"."""
    short = context.doc[inner.start].text
    initials = {context.doc[i].text[:1] for i in range(first.start, first.end)}
    return inner.end == inner.start + 1 and short.isupper() and bool(initials & set(short))
