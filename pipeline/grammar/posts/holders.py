"""Who holds a role: title, apposition, attribute, list, name between commas."""

from __future__ import annotations

from pipeline.document import DocMention
from pipeline.grammar.context import Context, Filler
from pipeline.grammar.gatherings import listed
from pipeline.grammar.lexicon import COPULA_FORMS, COPULAS, POSSESSIVES, QUOTES, TITLES
from pipeline.grammar.posts.asides import after_aside, before_bridges
from pipeline.grammar.posts.described import described
from pipeline.grammar.posts.lists import among_them, of_which
from pipeline.grammar.posts.occupied import occupied
from pipeline.grammar.posts.phrase import BRIDGES, RolePhrase, after_bracket, is_plural
from pipeline.grammar.subjects import subject
from pipeline.ontology import POST

AS = frozenset({"comme", "en tant que", "en qualité de"})
_ARTICLES = frozenset({"le", "la", "l'", "l’", "les"})
_OWN_NOUNS = frozenset({"ADJ", "NOUN", "PROPN", "X"})
"""What the tagger makes of the noun before a name, of people of a place too ("le Breton X")."""
_ASIDE = 6
"""So many tokens "depuis 2015" or "pendant dix ans" may have between a fronted role and the next one."""
_DASHES = frozenset({"–", "—", "-", "--"})


def find_holders(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> None:
    """Fill in the holders that the first construction finds, and which one it was."""
    order = [_title, _apposition, _list, _post, _attribute, _whom_qui, _after_comma, described, _listed]
    if _bare_after_comma(phrase, context):
        # "X, cheffe de Y à l'époque de l'affaire Z": the name before the comma is nearer than any that follows.
        order.sort(key=lambda find: find is not _apposition)
    order.append(_directly_before)
    for find in order:
        holders = [f for f in find(phrase, by_end, context) if _may_hold(phrase, f, context)]
        if holders:
            phrase.holders, phrase.construction = holders, find.__name__.strip("_").replace("_", " ")
            return


def _bare_after_comma(phrase: RolePhrase, context: Context) -> bool:
    start = phrase.start
    return start > 1 and context.doc[start].pos_ != "DET" and context.lower[start - 1] in {",", "("}


def _may_hold(phrase: RolePhrase, filler: Filler, context: Context) -> bool:
    kinds = {k for word in phrase.words for k in context.ontology.rules[word.rule].roles.get(word.holder or "", ())}
    bodies = {e for fillers in phrase.bodies.values() for f in fillers for e in f.entities}
    return all(context.kind(e) in kinds for e in filler.entities) and not bodies & set(filler.entities)


def _title(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "le PDG de Nébula Paul Rivière", "la filiale Orion", "son avocat, Me X" without the comma."""
    for position in dict.fromkeys((phrase.phrase_end, phrase.end)):
        index = position
        while index < len(context.doc) and (
            context.lower[index] in QUOTES
            or (context.doc[index].pos_ == "ADJ" and context.name_at(index) is None and index < position + 3)
            or context.lower[index] in TITLES
            or (context.doc[index].pos_ in {"PROPN", "X"} and context.name_at(index) is None and index < position + 3)
        ):
            index += 1
        index = after_bracket(index, context)
        name = context.name_at(index)
        if name is not None and name.start == index:
            # "les époux Penvern, A et B": a surname alone closes the couple.
            surname = name.end == name.start + 1 and context.kind(name.entities[0]) == "Person"
            alone = surname and context.lower[name.end : name.end + 1] == [","]
            filler = context.filler_of(name)
            gaps = context.kind(name.entities[0]) == "Organisation"
            return context.coordinated(filler, gaps=gaps) if is_plural(phrase, context) and not alone else [filler]
    return []


def _apposition(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "Paul Rivière, PDG de Nébula", "Paul Rivière (PDG de Nébula)", "Altaïs, le propriétaire d'Orion"."""
    index = phrase.start - 1
    if context.lower[phrase.start] in _DASHES:
        # "X - cadre chez Y -": the edge of the noun phrase steps over hyphens.
        index += 1
    index = before_bridges(index, context)
    while index >= 0 and _qualifies(index, context):
        index -= 1
    if index < 1 or context.lower[index] not in {",", "(", ":"} | _DASHES:
        return []
    index -= 1
    index = _skip_age(index, context)
    if context.lower[index] == ")":
        opening = next((i for i in range(index, max(index - 12, -1), -1) if context.lower[i] == "("), index)
        index = opening - 1
    while index > 0 and context.lower[index] in QUOTES:
        index -= 1
    mention = context.mention[index] if index >= 0 else None
    if mention is None or mention.end - 1 != index or mention.form == "pronoun":
        return []
    if _enumerated(phrase, context) or _is_source(mention, phrase, by_end, context):
        return []
    holder = context.filler_of(mention)
    if is_plural(phrase, context):
        others = context.coordinated_before(holder)
        return [*others, holder] if others or len(mention.entities) > 1 else []
    return [holder]


def _qualifies(index: int, context: Context) -> bool:
    """Whether a word between the comma and a role noun only says which or what kind of holder it is."""
    token = context.doc[index]
    return context.lower[index] in BRIDGES or token.pos_ in {"DET", "ADJ"} or token.dep_ == "amod"


def _is_source(mention: DocMention, phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> bool:
    """ "Selon X, le propriétaire de Y, Z, …": X only says so. "Selon X, la présidente de Y, …" stays an apposition."""
    before = mention.start - 1
    while before > 0 and (context.doc[before].pos_ in {"DET", "ADJ", "NOUN"} or context.lower[before] in QUOTES):
        before -= 1
    if before < 0 or context.lower[before] not in {"selon", "après"} or context.lower[phrase.start] not in _ARTICLES:
        return False
    return all(context.kind(e) == "Organisation" for e in mention.entities) or bool(
        _after_comma(phrase, by_end, context)
    )


def _directly_before(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "a confirmé X directeur de Y": no comma between name and role, and no verb that gives posts ("nomme X PDG")."""
    name = context.name_at(phrase.start - 1)
    if name is None or name.end != phrase.start or not phrase.named or context.doc[phrase.start].pos_ == "DET":
        return []
    bodies = (e for fillers in phrase.bodies.values() for f in fillers for e in f.entities)
    if any(context.kind(entity) == "Person" for entity in bodies):
        # "X épouse les idées de Y"
        return []
    sentence = context.doc[phrase.noun].sent
    for token in context.doc[sentence.start : name.start]:
        if any(POST in word.slots for _, word in context.ontology.verbs.get(token.lemma_.lower(), ())):
            if _tells(token.i, name.start, context):
                continue
            said = context.doc[name.head]
            if not (said.dep_.startswith("nsubj") and said.head.i == token.i):
                # "a confirmé X directeur de Y": X says so, unless "Z a nommé X directeur de Y".
                return []
    return [context.filler_of(name)]


def _tells(verb: int, end: int, context: Context) -> bool:
    """ "…, a confirmé à Y X directeur de Z": between verb and name stands whom it is told."""
    found = context.preposition_at(verb + 1) if verb + 1 < end else None
    told = context.mention_in_phrase(found[1]) if found is not None and found[0] in {"à", "auprès de"} else None
    return told is not None and told.end == end


def _enumerated(phrase: RolePhrase, context: Context) -> bool:
    """ "le journal X, sa régie et son site", "X, la cellule de Y, Z et W": what is counted is in no apposition."""
    end = phrase.phrase_end
    if end + 1 >= len(context.doc) or context.lower[end] not in {"et", ","}:
        return False
    if phrase.start in context.possessive:
        return context.lower[end + 1] in POSSESSIVES
    following = context.name_at(end + 1)
    if following is None or following.start != end + 1 or context.kind(following.entities[0]) == "Person":
        return False
    definite = context.lower[phrase.start] in _ARTICLES and context.lower[end] == ","
    return definite and context.lower[following.end : following.end + 1] in ([","], ["et"])


def _skip_age(index: int, context: Context) -> int:
    """Step back over ", 58 ans"."""
    if (
        index > 2
        and context.lower[index] == "ans"
        and context.doc[index - 1].like_num
        and context.lower[index - 2] == ","
    ):
        return index - 3
    return index


def _list(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "X, cofondateur de Y et actuel président de Z": the second role has the first one's holder.

    So has the second post of "X occupe les fonctions de directeur de Y et de président de Z".
    """
    index = phrase.start - 1
    if index > 2 and context.lower[index] in {"de", "d'", "d’"} and context.lower[index - 1] == "et":
        first = by_end.get(index - 1 - (context.lower[index - 2] == ","))
        return first.holders if first is not None and first.construction == "post" else []
    index = before_bridges(index, context, determiners=True)
    if index < 1 or context.lower[index] not in {"et", ",", "/", "-", "puis", "mais"}:
        return []
    if context.lower[index - 1] in {",", "("}:
        index -= 1
    previous = by_end.get(index)
    closed = {"title"} if context.lower[index] == "et" and index == phrase.start - 1 else {"title", "described"}
    if previous is not None and previous is not phrase and previous.construction not in closed:
        return previous.holders
    return []


def _whom_qui(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "X, qui est aussi le beau-fils de Y", where the parser makes the role a subject of the next verb."""
    index = before_bridges(phrase.start - 1, context)
    if index > 3 and context.lower[index] == "été":
        index = before_bridges(index - 1, context)
    if index < 3 or context.lower[index] not in COPULA_FORMS | {"a", "avait"} or context.lower[index - 1] != "qui":
        return []
    before = index - 2 if context.lower[index - 2] != "," else index - 3
    mention = context.mention[before]
    if mention is None or mention.end != before + 1 or mention.form == "pronoun":
        return []
    return [context.filler_of(mention)]


def _attribute(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "X est (devenu) PDG de Y", "X, qui est aussi le patron de Y", "Y, dont X est PDG", "X officie comme …"."""
    noun = context.doc[phrase.noun]
    if phrase.one_of and noun.head.lower_ in {"un", "une"}:
        # "X est l'un des patrons de Y": the parser makes the pronoun the predicate.
        noun = noun.head
    told = of_which(phrase.start, context)
    if told is not None:
        phrase.bodies.setdefault("de", [told[0]])
        return [told[1]]
    _whose(phrase, context)
    among = among_them(phrase.start, context)
    if among is not None:
        return among
    if any(child.dep_ in {"cop", "aux:pass"} for child in noun.children):
        holders, _ = subject(noun, context)
        for child in noun.children:
            if child.lower_ == "en" and child.pos_ == "PRON":
                phrase.bodies.setdefault("de", context.referents(child.i))
        return [f for index in holders for f in context.referents(index)]
    head = noun.head
    if noun.dep_.startswith("nsubj") and any(child.dep_ == "cop" for child in head.children):
        # "Y, dont le PDG est X": the name is the predicate.
        return context.referents(head.i)
    # "en tant que", "en qualité de" are three words, "comme" one.
    longer = context.preposition_at(phrase.start - 3) if phrase.start >= 3 else None
    preposition = context.preposition_at(phrase.start - 1) if phrase.start else None
    if longer is not None and longer[0] in AS:
        preposition = longer
    as_post = preposition is not None and preposition[0] in AS
    if as_post and head.pos_ == "NOUN" and head.head.pos_ == "VERB":
        # "a commencé sa carrière comme journaliste": the parser hangs the post on the career.
        head = head.head
    if head.pos_ in {"VERB", "AUX"} and (
        (
            (head.lemma_ in COPULAS or head.lower_ in COPULA_FORMS)
            and noun.dep_ in {"xcomp", "obj", "attr", "obl:arg", "dep", "advmod"}
            and preposition is None
        )
        or as_post
    ):
        for child in head.children:
            if child.lower_ == "en" and child.pos_ == "PRON":
                phrase.bodies.setdefault("de", context.referents(child.i))
        holders, _ = subject(head, context)
        return [f for index in holders for f in context.referents(index)]
    return []


def _post(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "X occupe le poste de directeur de Y"."""
    return occupied(phrase, context)


def _whose(phrase: RolePhrase, context: Context) -> None:
    """ "Y, dont le PDG est X", "Y (Z), dont X a été le patron": the body that "dont" takes up, right before it."""
    if phrase.bodies:
        return
    for index in range(phrase.start - 1, max(phrase.start - 9, 1), -1):
        if context.lower[index] == "dont":
            end = index - 1 if context.lower[index - 1] == "," else index
            if end > 0 and context.lower[end - 1] == ")":
                end = next((i for i in range(end - 1, max(end - 9, 0), -1) if context.lower[i] == "("), end)
            mention = context.mention[end - 1] if end > 0 else None
            if mention is not None and mention.end == end:
                phrase.bodies["de"] = [context.filler_of(mention)]
            return
        if context.lower[index] in {",", ";", ".", ":"}:
            return


def _after_comma(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "la porte-parole du gouvernement, X, …": a definite role, then the name; "PDG d'Y, X a dit": a fronted one."""
    fronted = _fronted(phrase, context) or _carries_on(phrase, by_end, context)
    definite = _definite(phrase, by_end, context) or phrase.one_of or fronted
    index = after_bracket(phrase.phrase_end, context)
    if fronted:
        index = after_aside(index, context)
    if is_plural(phrase, context):
        # "deux sénateurs PX sortants, A et B"
        while index < len(context.doc) and context.doc[index].pos_ == "ADJ" and context.name_at(index) is None:
            index += 1
    if index >= len(context.doc) or context.lower[index] not in {",", "(", ":", "-", "–", "—"}:
        return []
    behind_name = phrase.start > 1 and context.name_at(phrase.start - 2) is not None
    if behind_name and context.lower[phrase.start - 1] == "," and _enumerated(phrase, context):
        return []
    index += 1
    while index < len(context.doc) and context.lower[index] in QUOTES | TITLES:
        index += 1
    determined = index < len(context.doc) and context.doc[index].pos_ == "DET"
    if determined and (phrase.start in context.possessive or definite):
        # "son épouse, l'actrice X", "le propriétaire de Y, le fonds X": the name's own noun stands before it.
        index += 1
        while index < len(context.doc) and context.doc[index].pos_ in _OWN_NOUNS and not context.name_at(index):
            index += 1
    name = context.name_at(index) if index < len(context.doc) else None
    if name is None or name.start != index:
        return []
    if name.end < len(context.doc) and context.lower[name.end] in {"et"} and not is_plural(phrase, context):
        return []
    if determined and not _closed(name.end, context):
        return []
    if not definite and (is_plural(phrase, context) or not _closed(name.end, context)):
        # "un ancien cadre de Y, X, …" is X, "selon un cadre de Y, X a menti" is not.
        return []
    filler = context.filler_of(name)
    return context.coordinated(filler) if is_plural(phrase, context) else [filler]


def _closed(end: int, context: Context) -> bool:
    return end >= len(context.doc) or context.lower[end] in {",", ".", ";", ":", ")", "»", '"', "("}


def _definite(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> bool:
    """Whether a role is that of a certain person: "le patron de X", "le patron de X et ancien directeur de Y"."""
    start = phrase.start
    if context.doc[start].pos_ == "DET":
        return context.lower[start] not in {"un", "une", "des"}
    if start > 0 and context.lower[start - 1] in {"du", "au", "aux"}:
        return True
    if start > 0 and context.lower[start - 1] == "et":
        first = by_end.get(start - 1)
        return first is not None and first is not phrase and _definite(first, by_end, context)
    return False


def _fronted(phrase: RolePhrase, context: Context) -> bool:
    """Whether a role without a determiner opens a sentence."""
    start = phrase.start
    while start > 0 and (context.lower[start - 1] in QUOTES or context.doc[start - 1].is_space):
        start -= 1
    if context.doc[phrase.start].pos_ == "DET":
        return False
    return start == 0 or context.doc[start].is_sent_start or context.lower[start - 1] in {".", ":"}


def _carries_on(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> bool:
    """Whether a bare role comes after a fronted one: "Membre de X depuis 2012, conseiller de Y, Z a dit"."""
    comma = phrase.start - 1
    if comma < 1 or context.lower[comma] != "," or context.doc[phrase.start].pos_ == "DET":
        return False
    first = next((by_end[end] for end in range(comma, max(comma - _ASIDE, 0), -1) if end in by_end), None)
    return first is not None and _fronted(first, context) and after_aside(first.phrase_end, context) == comma


def share_holders(phrases: list[RolePhrase], context: Context) -> None:
    """ "le patron de X et ancien de Y, Z": the first role has the second one's holder; so has a fronted one."""
    for number in range(len(phrases) - 2, -1, -1):
        first = phrases[number]
        second = next((p for p in phrases[number + 1 :] if p.noun >= first.phrase_end), None)
        if second is None or second.construction not in {"title", "after comma", "shared"}:
            continue
        if first.holders and first.construction != "described":
            continue
        between = context.lower[first.phrase_end : second.start]
        joined = bool(between) and between[0] == "et" and set(between[1:]) <= BRIDGES
        comma = second.start - 1
        fronted = between[-1:] == [","] and _fronted(first, context) and after_aside(first.phrase_end, context) == comma
        holders = [f for f in second.holders if _may_hold(first, f, context)]
        if holders and ((joined and is_plural(first, context) == is_plural(second, context)) or fronted):
            first.holders, first.construction = holders, "shared"


def _listed(phrase: RolePhrase, by_end: dict[int, RolePhrase], context: Context) -> list[Filler]:
    """ "les marques du groupe : A et B", "150 marques dont notamment A et B"."""
    plural = "Plur" in context.doc[phrase.noun].morph.get("Number", [])
    return listed(phrase.phrase_end, context, plural)
