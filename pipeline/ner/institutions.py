"""Names of institutions by pattern: a head noun and what French hangs on it ("parquet de Lille", "Cour des comptes").

Source: the naming habits of the French state and press (typographic rules of the Imprimerie nationale for the
capitals); the heads are in :mod:`pipeline.ner.name_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.ner import name_words as words
from pipeline.parsed import Doc, Token

_DE = frozenset({"de", "d'", "d’", "du", "des"})
_LINKS = _DE | {"à", "au", "aux", "pour", "contre", "sur", "en"}
_DETERMINERS = frozenset({"la", "le", "les", "l'", "l’"})
_FIXED_ADJECTIVES = frozenset({
    "administratif", "antiterroriste", "centrale", "constitutionnel", "constitutionnelle", "correctionnel",
    "criminelle", "départemental", "départementale", "environnemental", "européen", "européenne", "financier",
    "financière", "fédéral", "fédérale", "général", "générale", "international", "internationale", "judiciaire",
    "maritime", "municipal", "municipale", "métropolitain", "national", "nationale", "normale", "polytechnique",
    "préfectorale", "pénal", "pénale", "régional", "régionale", "scientifique", "social", "suprême", "supérieure",
    "territoriale", "économique",
})  # fmt: skip
_OF_AN_OBJECT = frozenset({"la", "le", "les", "l'", "un", "une", "que", "qu'", "leur", "leurs", "sa", "ses", "son"})
"""Behind a word they tell that it is a verb, with its object."""
_PORTFOLIO_END = frozenset({"république", "constitution"})
_DEMONYM = re.compile(
    r"\w+(?:ais|aise|ois|oise|ien|ienne|éen|éenne|cain|caine|mand|mande|gnol|gnole|nique|turque)|russe|suisse|belge|turc|grec"
)
"""What an adjective of nationality looks like."""
_NO_DEMONYM = re.compile(
    r"\w*(?:demande|commande|réprimande|ancien|ancienne|quotidien|quotidienne|citoyen|citoyenne|moyen|moyenne|mauvais|"
    r"chrétien|chrétienne|(?:tech|mécha|méca|commu|orga|électro|u)nique)"
)
"""Verbs and adjectives that only end as one does ("le gouvernement demande")."""
_COMMON_PARTS = frozenset({
    "appel", "assises", "cassation", "commerce", "conseil", "enfants", "grande", "instance", "justice", "médecine",
    "police", "prud'hommes", "état",
})  # fmt: skip
"""Common nouns within a court's or a faculty's name ("tribunal de grande instance de …")."""
_COMPLETE = frozenset({
    "cour constitutionnelle", "cour pénale internationale", "cour suprême", "gendarmerie nationale",
    "parti communiste", "parti conservateur", "parti démocrate", "parti libéral", "parti radical", "parti républicain",
    "parti socialiste", "parti travailliste", "parquet européen", "parquet général", "parquet national antiterroriste",
    "parquet national financier",
    "police judiciaire", "police municipale", "police nationale", "police scientifique", "école centrale",
    "école des beaux-arts", "école nationale d'administration", "école normale supérieure", "école polytechnique",
})  # fmt: skip
_NO_COURTS = frozenset({"cour d'honneur", "cour d'école", "cour de ferme", "cour de récréation"})
_INDEFINITE = frozenset({"un", "chaque", "tout", "cet", "aucun", "quel"})
"""Before "État" they tell that any state is meant."""
_OFFICERS = frozenset(
    {
        "préfet",
        "préfète",
        "commissariat",
        "poste",
        "officier",
        "officière",
        "commissaire",
        "agent",
        "agente",
        "lieutenant",
    }
)
_OF_A_STATE = frozenset({"armée", "gouvernement", "police", "parlement"})
"""Bodies that the press names by their state in lower case ("l'armée suisse")."""
_OPEN_ENDED = frozenset({"assemblée", "sénat", "parlement", "gouvernement", "police", "gendarmerie", "armée", "groupe"})
"""Capital heads whose "de" is not part of the name ("le Parlement de …")."""
_IN_OFFICE = frozenset({
    "ancien", "cabinet", "collaborateur", "collaboratrice", "communiqué", "conseiller", "conseillère", "directeur",
    "directrice", "employé", "employée", "entourage", "fonctionnaire", "patron", "patronne", "porte-parole",
    "responsable", "secrétaire", "service",
})  # fmt: skip
"""Whoever and whatever belongs to a seat of power as a body."""
_RUNS = ("candidat", "prétendant", "course", "conquête", "bataille")
_WINS = frozenset({"briguer", "conquérir", "convoiter", "lorgner", "ravir", "remporter", "viser"})
"""Who runs for a town hall, and what is done to one that is to be won ("briguer la mairie de Lannion")."""
_CANDIDATE_REACH = 7
"""How many tokens before "à la mairie" a candidate and whose he is may take."""


_SEAT_STARTS = frozenset(seat[:end] for seat in words.SEATS_OF_POWER for end in range(1, len(seat) + 1)).union(
    ("état", "etat")
)
"""Whatever the first word of a seat of power may be."""


def opens(doc: Doc, i: int) -> bool:
    """Whether the lower-case noun at ``i`` begins an institution's name, so that it is part of it."""
    return _lower_end(doc, i) is not None


def find(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans (start, end) of institutions, in text order; spans of different heads may overlap."""
    for token in doc:
        end = _lower_end(doc, token.i) if token.is_lower else _capital_end(doc, token.i) if token.is_title else None
        seat = seat_end(doc, token.i) if not token.is_lower and _has_article(doc, token.i) else None
        if seat is not None and acts(doc, token.i, seat):
            end = seat
        if end is not None and not is_portfolio(doc, token.i) and not _of_an_officer(doc, token.i):
            yield token.i, end


def is_portfolio(doc: Doc, i: int) -> bool:
    """Whether token ``i`` is inside a minister's field or the head of state's title, which name no body.

    "ministre de l'Économie et des Finances", "secrétaire d'État aux Transports", "président de la République".
    """
    if doc[i].lower_ in _PORTFOLIO_END:
        return True
    linked = False
    j = i - 1
    while j >= 0 and i - j < 14:
        token = doc[j]
        lower = token.lower_.replace("’", "'")
        if lower in words.PORTFOLIO_NOUNS or (lower.startswith("secrétaire") and _is_of_state(doc, j + 1)):
            return linked
        linked = linked or lower in _LINKS
        glue = (
            lower in _LINKS
            or lower in _DETERMINERS
            or lower in {"et", ",", "-", "chargé", "chargée", "délégué", "d'état"}
        )
        if not glue and not (token.text[:1].isupper() and not doc[j].is_sent_start) and token.pos_ != "ADJ":
            return False
        if token.is_sent_start:
            return False
        j -= 1
    return False


def _is_of_state(doc: Doc, i: int) -> bool:
    """Whether "d'État" stands at ``i``, and not the body of a party's secretary ("premier secrétaire du Parti")."""
    return doc.span(i, i + 2).text.lower().replace("’", "'") in {"d'état", "d'etat"}


def _of_an_officer(doc: Doc, i: int) -> bool:
    """ "préfet de police", "officier de gendarmerie", "candidat à la mairie de …": an office, and not the body."""
    if i > 2 and doc[i - 1].lower_ == "la" and doc[i - 2].lower_ == "à":
        return doc[i].lower_ == "mairie" and _stood_for(doc, i - 3)
    return i > 1 and doc[i - 1].lower_ == "de" and doc[i - 2].lower_ in _OFFICERS


def is_prize(doc: Doc, i: int) -> bool:
    """Whether the town hall or the police at ``i`` is what somebody runs for, or is prefect of, and not a body."""
    if _of_an_officer(doc, i) or doc.span(max(0, i - 3), i).text.lower() == "relations avec le":
        return True
    if doc[i].lower_ != "mairie" or i < 2:
        return False
    return any(
        token.lower_.removeprefix("ex-").startswith(_RUNS) or token.lemma_ in _WINS
        for token in doc[max(doc[i].sent.start, i - 6) : i]
    )


def _stood_for(doc: Doc, i: int) -> bool:
    """Whether a candidate and whose he is end here: "la candidate X", "le candidat du parti X"."""
    for token in reversed(doc[max(doc[i].sent.start, i - _CANDIDATE_REACH) : i + 1]):
        if token.lower_.startswith(("candidat", "prétendant")):
            return True
        if token.pos_ in {"VERB", "AUX"} or token.text in {",", ";", ":"}:
            return False
    return False


def acts(doc: Doc, start: int, end: int) -> bool:
    """Whether a seat of power stands for its body here: it does something, or somebody says or asks something of it."""
    if start and doc[start - 1].lower_ in _INDEFINITE:
        return False
    root = doc.span(start, end).root
    if root.dep_ == "conj" and root.head.i < root.i:
        root = root.head  # "Matignon et l'Élysée sont remontés"
    if start > 1 and doc[start - 2].lower_ in words.TOLD_VERBS:
        return True  # "…, affirme l'Élysée"
    if root.dep_ in {"nsubj", "nsubj:pass"} or _is_staffed(doc, start):
        return True
    if end < len(doc) and doc[end].text == "," and start > 1 and doc[start - 2].text == "Pour":
        return True  # "Pour l'Élysée, rien ne presse"
    before = [token.lower_ for token in doc[max(0, start - 3) : start]]
    return any(word in {"selon", "par", "auprès", "contre", "entre"} for word in before)


def _is_staffed(doc: Doc, start: int) -> bool:
    """Whether somebody's post is there or something comes from there: "conseiller à l'Élysée", "un communiqué de X"."""
    i = start - 1 - (start > 1 and doc[start - 1].lower_.replace("’", "'") in {"l'", "le", "la"})
    if i < 1 or doc[i].lower_ not in {"de", "d'", "du", "à", "au"} or doc[start].lower_ in {"état", "etat"}:
        return False
    noun = doc[i - 1 - (i > 1 and doc[i - 1].lower_ in {"général", "générale", "généraux"})]
    return not _IN_OFFICE.isdisjoint({noun.lower_, noun.lemma_.lower()})


def is_any_state(doc: Doc, i: int) -> bool:
    """Whether "État" names no body here: "le chef de l'État", "un coup d'État", "l'État de droit"."""
    if doc[i].lower_ not in {"état", "etat"} or not i:
        return False
    if doc[i - 1].lower_ == "d'" or doc.span(i + 1, i + 3).text.lower() == "de droit":
        return True
    return i > 2 and doc[i - 2].lower_ == "de" and doc[i - 3].lower_.removeprefix("ex-") in {"chef", "cheffe", "chefs"}


def _has_article(doc: Doc, i: int) -> bool:
    """Whether a definite article stands before: "l'État", and not "secrétaire d'État"."""
    return i > 0 and doc[i - 1].lower_.replace("’", "'") in {"l'", "le", "la"}


def seat_end(doc: Doc, i: int) -> int | None:
    """The end of a seat of power that begins at ``i`` ("l'Élysée", "le Quai d'Orsay"), or None."""
    head = doc[i].orth_
    if not head[:1].isupper() or (head := head.lower().replace("’", "'")) not in _SEAT_STARTS:
        return None
    if head in {"état", "etat"} and i + 1 < len(doc) and _is_demonym(doc[i + 1]):
        return i + 2
    for length in (3, 2, 1):
        if doc.span(i, i + length).text.lower().replace("’", "'") in words.SEATS_OF_POWER:
            return i + length
    return None


def _lower_end(doc: Doc, i: int) -> int | None:
    """The end of a lower-case institution: its complement must reach a proper name, or be one of the complete names."""
    head = doc[i]
    if doc.span(i, i + 3).text.lower() in _NO_COURTS:
        return None
    follow = words.LOWERCASE_INSTITUTIONS.get(head.lower_)
    if follow is None or i + 1 >= len(doc) or (i and doc[i - 1].lower_ in {"un", "une"}):
        return None
    after = doc[i + 1].lower_.replace("’", "'")
    if not (
        after in follow or (after in _DE and "de" in follow) or (head.lower_ in _OF_A_STATE and _is_demonym(doc[i + 1]))
    ):
        return None
    best: int | None = None
    for end in range(i + 2, min(i + 5, len(doc) + 1)):
        if doc.span(i, end).text.lower().replace("’", "'") in _COMPLETE:
            best = end
    if head.lower_ in _OF_A_STATE and _is_demonym(doc[i + 1]):
        return i + 2
    if head.lower_ == "ministère":
        best = _noun_phrases_end(doc, i + 1)
    return _proper_end(doc, i + 1, best)


def _is_demonym(token: Token) -> bool:
    return bool(_DEMONYM.fullmatch(token.lower_)) and not _NO_DEMONYM.fullmatch(token.lower_)


def _proper_end(doc: Doc, i: int, best: int | None) -> int | None:
    """Walk over adjectives, "de" and common nouns to the last proper name within reach."""
    commons = 0
    while i < len(doc) and commons < 5:
        token = doc[i]
        lower = token.lower_.replace("’", "'")
        if token.is_title or (token.text[:1].isupper() and (token.is_alpha or "-" in token.text)):
            i += 1
            while i < len(doc) and (
                _joined(doc, i) or (doc[i].text[:1].isupper() and doc[i].pos_ in {"PROPN", "X", "NOUN"})
            ):
                i += 1
            return i
        if lower == "et" and doc[min(i + 1, len(doc) - 1)].lower_ not in _DE:
            break
        if (
            lower in _DE
            or lower in _DETERMINERS
            or lower in _FIXED_ADJECTIVES
            or lower in {"à", "aux"}
            or _joins_complements(doc, i)
        ):
            i += 1
        elif lower in _COMMON_PARTS or (token.pos_ == "ADJ" and lower.endswith("if")):
            i, commons = i + 1, commons + 1
        else:
            break
    return best


def _joins_complements(doc: Doc, i: int) -> bool:
    """Whether "et" goes on with another complement ("de l'Économie et des Finances")."""
    return doc[i].lower_ == "et" and i + 1 < len(doc) and doc[i + 1].lower_.replace("’", "'") in _DE


def _joined(doc: Doc, i: int) -> bool:
    """Whether token ``i`` goes on a hyphenated name ("Seine" "-" "Saint" "-" "Denis", "Île-de-France")."""
    return (doc[i].text == "-" or doc[i - 1].text == "-") and not doc[i - 1].whitespace_


def _noun_phrases_end(doc: Doc, i: int) -> int | None:
    """The end of "de la Santé", "de l'Économie et des Finances", "des affaires étrangères" that begins at ``i``."""
    best: int | None = None
    while i < len(doc) and doc[i].lower_ in _DE:
        i += 1
        while i < len(doc) and doc[i].lower_ in _DETERMINERS:
            i += 1
        if i >= len(doc) or doc[i].pos_ not in {"NOUN", "PROPN", "ADJ", "X"} or doc[i].lower_ == "tutelle":
            break
        i += 1
        while i < len(doc) and doc[i].pos_ == "ADJ" and (doc[i].is_lower or doc[i - 1].text[:1].isupper()):
            i += 1
        best = i
        if (
            i + 1 < len(doc)
            and doc[i].lower_ in {"et", ","}
            and doc[i + 1].lower_ in _DE
            and _capital_after(doc, i + 1)
        ):
            i += 1
    return best


def _capital_after(doc: Doc, i: int) -> bool:
    return any(token.text[:1].isupper() for token in doc[i + 1 : i + 3])


def _capital_end(doc: Doc, i: int) -> int | None:
    """The end of "Conseil économique et social", "Cour des comptes", "Haute Autorité de santé": a capital head
    that its place in the sentence does not explain, its adjectives, and one complement."""
    head = doc[i]
    lower = head.lower_
    if lower not in words.INSTITUTION_HEADS or _capital_by_place(head):
        return None
    if doc.span(i, i + 3).text.lower().startswith("conseil des ministres") or (
        doc.span(i, i + 2).text.lower() in words.THING_OPENERS
    ):
        return None
    before = doc[i - 1]
    if before.lower_ in {"un", "une", "cette", "chaque"} or (before.is_title and before.pos_ in {"PROPN", "X"}):
        return None  # any of them; or the last word of another name ("Altaïs Technology Centre")
    end = i + 1
    if lower in {"haut", "haute", "grande", "grand"}:
        if end >= len(doc) or doc[end].lower_ not in words.INSTITUTION_HEADS:
            return None
        end += 1
    while end < len(doc) and (
        _is_adjective(doc[end]) or (doc[end].is_title and doc[end].pos_ in {"PROPN", "NOUN", "ADJ"})
    ):
        end += 1
    if end + 1 < len(doc) and doc[end].like_num and doc[end].text.isdigit() and doc[end + 1].pos_ == "NOUN":
        end += 2  # "la Fondation 30 millions de rives"
    if lower not in _OPEN_ENDED:
        end = _complement_end(doc, end)
    return end if end > i + 1 else None


def _complement_end(doc: Doc, i: int) -> int:
    """The end of up to two complements "de/pour/des …" of a capital head, each one noun with its adjectives."""
    for turn in range(2):
        j = i
        if turn and j < len(doc) and doc[j].lower_ == "pour":
            return i  # "condamnée par la Ligue de rugby | pour l'état du terrain"
        if j >= len(doc) or doc[j].lower_ not in _LINKS or (j > 0 and doc[j].is_sent_start):
            return i
        if doc[j].lower_ not in _DE | {"pour"} and not _capital_after(doc, j):
            return i
        if doc[j].lower_ in {"à", "en", "pour"} and doc[j + 1].text[:1].isupper():
            return i  # "la Direction générale des rives | à Brenne": where it sits; "l'Agence Nébula | pour Altaïs"
        j += 1
        while j < len(doc) and doc[j].lower_ in _DETERMINERS:
            j += 1
        if (
            j >= len(doc)
            or doc[j].pos_ not in {"NOUN", "PROPN", "X"}
            or (not doc[j].is_alpha and "-" not in doc[j].text)
            or (doc[j].is_lower and doc[j].lower_ in words.HEAD_OF and doc[j - 1].lower_ != "des")
        ):
            return i
        j += 1
        while j < len(doc) and (_is_adjective(doc[j]) or _joined(doc, j) or (doc[j].is_title and doc[j - 1].is_title)):
            j += 1
        i = j
        if not turn and _second_field(doc, i):
            i += 3
    return i


def _second_field(doc: Doc, i: int) -> bool:
    """Whether a second field of lower case goes on a name: "Service d'incendie | et de secours"."""
    if i + 3 > len(doc) or doc[i].lower_ != "et" or doc[i + 1].lower_ not in {"de", "d'"}:
        return False
    return doc[i - 1].is_lower and doc[i + 2].is_lower and doc[i + 2].pos_ == "NOUN"


def _is_adjective(token: Token) -> bool:
    """Whether an adjective of the name stands here, and no verb that the tagger took for one ("la Cour valide la")."""
    if not (token.is_lower and token.is_alpha and token.pos_ == "ADJ"):
        return False
    following = token.doc[min(token.i + 1, len(token.doc) - 1)].lower_
    governs = following in _OF_AN_OBJECT and token.lower_.endswith(("e", "t"))
    return not governs or token.lower_ in _FIXED_ADJECTIVES or _is_demonym(token)


def _capital_by_place(token: Token) -> bool:
    """Whether the capital may come from the start of a sentence or line."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.doc[token.i - 1]
    return "\n" in before.text or before.text in {".", "!", "?", ":", "…", "«", '"', "“", "-", "–", "•"}
