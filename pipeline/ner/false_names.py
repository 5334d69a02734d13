"""What looks like a name and is none: a month, a sentence's first word, a shouted heading, a minister's field."""

from __future__ import annotations

import re

from pipeline.names import LEGAL_FORMS, folded
from pipeline.ner import institutions
from pipeline.ner import name_words as words
from pipeline.ner.name_span import Label, Name, is_first_name, starts_sentence, text_of
from pipeline.parsed import Doc

NOT_NAMES = frozenset({"VERB", "AUX", "ADV", "ADP", "PRON", "SCONJ", "CCONJ", "INTJ", "DET"})
_ORDINAL = re.compile(r"[IVX]+(?:e|er|ème)$")
_QUOTES = {'"': '"', "«": "»", "“": "”"}
_CIRCUMSTANCES = words.DAYS | {"au", "dans", "depuis", "en", "hier", "le", "lors", "par", "sur", "à"}
_POST_ENDS = (" officer", " manager", " director")
_FIELDS = frozenset({
    "affaires sociales", "affaires étrangères", "agriculture", "culture", "défense", "finances", "outre-mer",
    "intérieur", "justice", "outre-mers", "santé", "sports", "sécurité nationale", "transition écologique",
    "transports", "travail", "économie", "economie", "éducation",
})  # fmt: skip
"""Fields of government: with a preposition before them they name no body."""
_HEADS_OF_STATE = frozenset({"chef", "cheffe", "chefs"})


def is_false(doc: Doc, name: Name, texts: dict[str, list[int]]) -> bool:
    """A month, a day, a letter; or a sentence's first word that only its place gave a capital."""
    token = doc[name.start]
    lower = doc.span(name.start, name.end).text.lower()
    if name.start and lower in words.MONTHS and name.label == "ORG" and not starts_sentence(token):
        return doc[name.start - 1].lower_ not in words.APPOSED_NOUNS  # "le groupe Avril"
    if lower in words.MONTHS or lower in words.DAYS or lower in words.TITLES or lower in words.PERSON_NOUNS:
        return True
    if (
        (lower in LEGAL_FORMS and name.finder != "post")
        or (token.lower_ in words.THING_SIGLA and (token.is_upper or name.end - name.start == 1))
        or _ORDINAL.match(token.text)
    ):
        return True
    if lower.removeprefix("conseils").removeprefix("conseil").strip() == "des ministres" or (
        lower in {"conseil", "conseils"} and doc.span(name.end, name.end + 2).text.lower() == "des ministres"
    ):
        return True
    if lower in {"premier", "première"} and doc.span(name.end, name.end + 1).text.lower() in words.PERSON_NOUNS:
        return True
    if lower.endswith(_POST_ENDS) or _is_initial(doc, name):
        return True
    if name.end - name.start > 1 or name.finder in {"title", "institution", "sigle", "quoted"}:
        return False
    if token.is_lower and bare_lower(doc, name.start, name.end, name.label):
        return False
    if len(token.text) == 1 and token.text != "X":
        return True
    if not starts_sentence(token):
        return token.is_lower or token.lower_ in words.ARTICLES
    if any(c.isupper() for c in token.text[1:]) or (name.label == "ORG" and _is_quoted(doc, name)):
        return False
    if _is_participle(doc, name.start) and len(texts[token.text]) == 1:
        return True
    if token.pos_ in NOT_NAMES or token.lower_ in texts:
        return True
    if token.pos_ == "PROPN" or not token.text.istitle():
        return False
    return not any(not starts_sentence(doc[i]) for i in texts[token.text])


def _is_quoted(doc: Doc, name: Name) -> bool:
    """Whether a name stands alone in quotes, so that its capital is its own ('un groupe baptisé "Rives"')."""
    before, behind = doc[max(0, name.start - 1)].text, doc[min(name.end, len(doc) - 1)].text
    return _QUOTES.get(before) == behind and behind not in {doc[name.start].text, doc[name.end - 1].text}


def _is_participle(doc: Doc, i: int) -> bool:
    """Whether a sentence begins with a participle and its circumstance ("Honoré le 20 mai, il …")."""
    following = doc[min(i + 1, len(doc) - 1)].lower_
    return doc[i].lower_.endswith(("é", "ée", "és", "ées")) and following in _CIRCUMSTANCES


def _is_initial(doc: Doc, name: Name) -> bool:
    """Whether a letter with its stop names nobody ("un produit noté E.")."""
    text = doc.span(name.start, name.end).text
    return len(text) == 2 and text[1] == "." and not (name.end < len(doc) and doc[name.end].text[:1].isupper())


def names_no_body(doc: Doc, name: Name) -> bool:
    """Whether a name is a minister's field ("ministre de la Justice"), a post, a prize to win ("briguer la mairie").

    A person behind a minister's post is none.
    """
    single = name.end - name.start == 1
    person = name.label == "PER" and (not single or name.finder == "title")
    head = doc[max(0, name.start - 2)].lower_.removeprefix("ex-")
    if (single or head in _HEADS_OF_STATE) and institutions.is_any_state(doc, name.start):
        return True
    if not person and (_is_field(doc, name) or institutions.is_prize(doc, name.start) or _is_any(doc, name)):
        return True
    if name.label == "PER" and single and doc[max(0, name.start - 1)].lower_ in {"etat", "état"}:
        return False  # "la secrétaire d'État Roy"
    return not person and not is_first_name(doc[name.start].text) and institutions.is_portfolio(doc, name.start)


def _is_field(doc: Doc, name: Name) -> bool:
    """Whether a field of government follows a preposition ("le budget de la Défense", "en charge des Transports")."""
    if name.finder == "institution" or doc.span(name.start, name.end).text.lower() not in _FIELDS or not name.start:
        return False
    i = name.start - 1
    if doc[i].lower_.replace("’", "'") in {"l'", "la"} and i:
        i -= 1
    return doc[i].lower_.replace("’", "'") in {"de", "d'", "du", "des", "à", "aux", "et"}


def _is_any(doc: Doc, name: Name) -> bool:
    """Whether any body of a kind is meant: "devant une Commission parlementaire"."""
    span = doc[name.start : name.end]
    if not name.start or len(span) == 1 or doc[name.start - 1].lower_ not in {"un", "une"}:
        return False
    return span[0].lower_ in words.INSTITUTION_HEADS and all(t.is_lower and t.pos_ == "ADJ" for t in span[1:])


def bare_lower(doc: Doc, start: int, end: int, label: Label) -> bool:
    """Whether a lower-case word may be a body's name ("selon ondes7"): a common noun has a determiner here."""
    if label != "ORG" or end - start > 1 or not start or len(doc[start].text) < 4 or doc[start].pos_ in NOT_NAMES:
        return False
    before = doc[start - 1]
    if not doc[start].text.replace(".", "").isalnum() or doc[start].pos_ == "ADJ":
        return False
    if before.lower_ in {"après", "relevé", "repéré", "rapporté", "révélé", "indiqué", "annoncé"}:
        return start > 1 and doc[start - 2].lower_ in {"d'", "a", "ont"}
    bare = before.lower_ in {"selon", "par", "chez", "à", "pour", "sur", "rapporte", "révèle", "indique", "annonce"}
    return bare or before.lower_ in words.APPOSED_NOUNS


def without_headings(doc: Doc, names: list[Name]) -> list[Name]:
    """In a line that is all capitals only names stay that the article also has elsewhere."""
    shouted, start = [False] * len(doc), 0
    for i in range(len(doc) + 1):
        if i == len(doc) or "\n" in doc[i].text:
            line = doc[start:i]
            alphabetic = [token for token in line if token.is_alpha]
            if len(alphabetic) > 1 and sum(t.is_upper for t in alphabetic) > 0.7 * len(alphabetic):
                shouted[start:i] = [True] * (i - start)
            start = i + 1
    elsewhere = {folded(text_of(doc, name)) for name in names if not shouted[name.start]}
    return [name for name in names if not shouted[name.start] or folded(text_of(doc, name)) in elsewhere]
