"""A French verb with its auxiliaries: tense, mood, negation, reflexive, as certainty needs them.

The tagger of ``fr_core_news_md`` takes many futures and conditionals for presents, so that the ending of the finite
form decides first and the tagger's features second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.certainty.cues import (
    AFTER_FIRST,
    BARE_NE_VERBS,
    EPITHETS,
    FIRSTS,
    NEGATIVE_DETERMINERS,
    NEGATORS,
    NOUNS,
    PSEUDO_AFTER_PAS,
    VERBS,
)
from pipeline.certainty.forms import IRREGULAR_FORMS, VERB_FORMS
from pipeline.certainty.reasons import denies_the_reason
from pipeline.parsed import Token

Tense = Literal["present", "past", "imperfect", "pluperfect", "future", "conditional", "infinitive", "participle"]

_CONDITIONAL = re.compile(r"r(ais|ait|ions|iez|aient)$")
_FUTURE = re.compile(r"r(ai|as|a|ons|ez|ont)$")
_AUXILIARY = frozenset({"aux", "aux:tense", "aux:pass", "aux:caus", "cop"})
_INFINITIVE_LINKS = frozenset({"de", "d'", "d’", "à", "pour", "sans", "pas", "plus", "jamais"})
_BEFORE_SEUL = frozenset({"été", "le", "la", "l'", "l’", "les"})
_CLAUSE_BREAKS = frozenset({";", ":", "«", "»", "“", "”", '"', "(", ")", "—", "–", "qui", "que", "qu'", "dont", "où"})


@dataclass(frozen=True)
class VerbGroup:
    """``verb`` with its auxiliaries in text order; ``finite`` is the form that carries the tense, if there is one."""

    verb: Token
    auxiliaries: tuple[Token, ...]
    tense: Tense
    finite: Token | None
    negation: tuple[Token, ...]
    """The words that deny it (empty: not denied); "ne" is in it when written."""
    no_longer: bool
    """The negation is "ne … plus": it was so."""
    perfect: bool = False
    """It has an auxiliary of tense: "a dirigé", "avoir dirigé"."""

    @property
    def negated(self) -> bool:
        """Whether a negation holds over the verb."""
        return bool(self.negation)

    @property
    def start(self) -> int:
        """Index of the first token of the group."""
        return min(token.i for token in (self.verb, *self.auxiliaries))


def mood_of(token: Token) -> Literal["conditional", "future", "imperfect", "present", "past", "other"]:
    """The tense and mood of ONE finite form, by its ending, then by the tagger; infinitives and participles: other."""
    form, lemma = token.lower_, token.lemma_.lower()
    morph = token.morph
    if _infinitive(token):
        return "other"
    participle = _participle(token)
    if _CONDITIONAL.search(form) and _on_future_stem(form, lemma, _CONDITIONAL):
        return "conditional"
    if participle:
        return "other"
    if _FUTURE.search(form) and len(form) > 3 and _on_future_stem(form, lemma, _FUTURE):
        return "future"
    tense = morph.get("Tense", [])
    if form.endswith(("ais", "ait", "ions", "iez", "aient")) and ("Imp" in tense or "Cnd" in morph.get("Mood", [])):
        return "imperfect"
    if ("Past" in tense and not form.endswith(("ons", "ez", "e", "ent", "aient"))) or _simple_past(form, lemma):
        return "past"
    return "present"


def _simple_past(form: str, lemma: str) -> bool:
    """The passé simple by its ending, which the tagger often takes for a present."""
    return form.endswith(("èrent", "irent", "urent", "tint", "vint", "tinrent", "vinrent", "gea", "ça")) or (
        form.endswith("a") and lemma == form[:-1].removesuffix("e") + "er"
    )


def _after_determiner(token: Token) -> bool:
    """Whether a determiner stands before a word, an epithet at most between: "une éventuelle offre"."""
    before = [token.doc[i] for i in range(max(0, token.i - 2), token.i)]
    if any(child.dep_ == "det" for child in token.lefts) or (before and before[-1].pos_ == "DET"):
        return True
    return len(before) == 2 and before[0].pos_ == "DET" and before[1].lower_ in EPITHETS


def _participle(token: Token) -> bool:
    """Whether the form can be the participle that the tagger takes it for ("recrute" cannot)."""
    if "Part" not in token.morph.get("VerbForm", []):
        return False
    return not token.lemma_.endswith("er") or token.lower_.rstrip("s").endswith(("é", "ée", "ant"))


def lemma_of(token: Token) -> str:
    """The lemma, lower case; for a form that the lemmatizer left as it is, that of the verb of the cue lists."""
    lemma, form = token.lemma_.lower(), token.lower_
    if form in NOUNS and token.pos_ == "VERB" and _after_determiner(token):
        return form
    if lemma in VERBS or (lemma in NOUNS and token.pos_ in {"NOUN", "ADJ"}):
        return lemma
    if form in IRREGULAR_FORMS and (
        token.pos_ not in {"NOUN", "DET", "PRON"} or (token.pos_ == "NOUN" and _after_auxiliary(token))
    ):
        return IRREGULAR_FORMS[form]
    if token.pos_ in {"VERB", "AUX"} and not lemma.endswith(("er", "ir", "re")):
        return VERB_FORMS.get(form, lemma)
    return lemma


def is_verbal(token: Token) -> bool:
    """Whether a token is used as a verb, also where the tagger took an infinitive or a rare future for a noun."""
    if token.pos_ in {"VERB", "AUX"} or token.morph.get("VerbForm", []):
        return not (token.lower_ in NOUNS and _after_determiner(token))
    if token.pos_ in {"DET", "PRON", "ADP", "PUNCT"}:
        return False
    if token.lower_ in IRREGULAR_FORMS and (token.pos_ in {"ADV", "ADJ", "X"} or _after_auxiliary(token)):
        return True
    if token.pos_ == "PROPN":
        return False
    if any(child.dep_ in {"det", "amod", "case"} and child.lower_ not in _INFINITIVE_LINKS for child in token.lefts):
        return False
    if token.lower_.endswith(("erons", "eront", "irons", "iront", "eraient", "iraient")):
        return True
    before = token.doc[token.i - 1] if token.i else None
    if before is None:
        return False
    if before.lower_ in {"ne", "n'", "n’", "il", "elle", "ils", "elles", "on", "je", "j'", "qui"} | {
        "-il",
        "-elle",
        "-ils",
        "-elles",
    }:
        return True
    infinitive = token.lower_.endswith(("er", "ir", "oir", "dre", "tre", "uire"))
    return infinitive and (before.pos_ in {"VERB", "AUX"} or before.lower_ in _INFINITIVE_LINKS)


def _after_auxiliary(token: Token) -> bool:
    """ "a d'abord tweeté": a participle that the tagger does not know."""
    return any(t.lemma_ == "avoir" for t in token.doc[max(0, token.i - 3) : token.i])


def _on_future_stem(form: str, lemma: str, ending: re.Pattern[str]) -> bool:
    """Whether the "r" before the ending is that of the future ("rachètera") and not the verb's own ("entrait")."""
    match = ending.search(form)
    stem = form[: match.start() + 1] if match else form
    if lemma.endswith("rer"):
        return stem.endswith("rer")
    if lemma.endswith(("rir", "érir")):
        return stem.endswith(("rir", "rr"))
    if lemma == form and ending is _FUTURE:
        return False
    if lemma.endswith("er") and lemma not in {"aller", "envoyer", "renvoyer"}:
        return stem.endswith(("er", "ér", "ir", "èr"))
    return True


def verb_group(verb: Token) -> VerbGroup:
    """The verb group of a verb, or of a predicative noun or adjective with its copula."""
    auxiliaries = tuple(child for child in verb.children if child.dep_ in _AUXILIARY and 0 < verb.i - child.i < 10)
    if not auxiliaries and _participle(verb):
        auxiliaries = _auxiliaries_before(verb)
    moods = {mood_of(token): token for token in reversed(auxiliaries)}
    past = any(child.dep_ == "aux:tense" for child in auxiliaries)
    carriers = [*auxiliaries, verb] if is_verbal(verb) else list(auxiliaries)
    finite = next((t for t in carriers if "Fin" in t.morph.get("VerbForm", [])), None)
    if finite is None and is_verbal(verb) and not _participle(verb) and not _infinitive(verb):
        finite = verb
    mood = mood_of(finite) if finite is not None else "other"
    tense: Tense
    if "conditional" in moods:
        tense, finite = "conditional", moods["conditional"]
    elif mood == "conditional":
        tense = "conditional"
    elif mood == "future":
        tense = "future"
    elif mood == "imperfect":
        tense = "pluperfect" if past else "imperfect"
    elif mood == "past" or (mood == "present" and past and finite is not verb):
        tense = "past"
    elif mood == "present" and finite is not None:
        tense = "present"
    elif _infinitive(verb) or any("Inf" in t.morph.get("VerbForm", []) for t in auxiliaries):
        tense = "infinitive"
    else:
        tense = "participle"
    negation, no_longer = _negation(verb, auxiliaries)
    return VerbGroup(verb, auxiliaries, tense, finite, negation, no_longer, past)


def _infinitive(verb: Token) -> bool:
    if verb.morph.get("VerbForm", []):
        return "Inf" in verb.morph.get("VerbForm", []) and verb.lower_.endswith(("r", "re"))
    return is_verbal(verb) and verb.lower_.endswith(("er", "ir", "re"))


def _auxiliaries_before(verb: Token) -> tuple[Token, ...]:
    """The auxiliary that the parser missed: straight before the participle, only clitics and adverbs between."""
    index = verb.i - 1
    while index >= verb.sent.start and verb.i - index <= 6:
        token = verb.doc[index]
        if token.lemma_ in {"avoir", "être"} and "Fin" in token.morph.get("VerbForm", []):
            return (token,) if token.head in {verb, token} or token.pos_ == "AUX" else ()
        if token.pos_ != "ADV" and token.lower_ not in {
            "été",
            "bel",
            "et",
            "-t",
            "-il",
            "-elle",
            "-ils",
        }:
            return ()
        index -= 1
    return ()


def _negation(verb: Token, auxiliaries: tuple[Token, ...]) -> tuple[tuple[Token, ...], bool]:
    """The negation words over a group, and whether they are "ne … plus"."""
    doc, sentence = verb.doc, verb.sent
    first = min((t.i for t in auxiliaries), default=verb.i)
    ne = _particle(verb, first)
    after = first if auxiliaries else verb.i
    words: list[Token] = []
    pseudo = False
    stop = min(sentence.end, max(after, verb.i) + 6)
    start = ne.i + 1 if ne is not None else after
    for index in range(start, stop):
        token = doc[index]
        if index > verb.i and (token.pos_ in {"VERB", "AUX"} or token.lower_ in _CLAUSE_BREAKS | {","}):
            if (
                token.lower_ in {"que", "qu'"}
                and ne is not None
                and _restrictive(token, verb)
                and [t.lower_ for t in words] in ([], ["pas"])
            ):
                pseudo = True
            break
        if token.lower_ in NEGATORS and _holds(token, ne is not None):
            after_pas = index + 1
            while after_pas < len(doc) - 1 and doc[after_pas].lower_ in _BEFORE_SEUL:
                after_pas += 1
            following = doc[min(after_pas, len(doc) - 1)]
            first = following.lower_ in FIRSTS and doc[min(after_pas + 1, len(doc) - 1)].lower_ not in AFTER_FIRST
            counted = first or (following.lower_ in PSEUDO_AFTER_PAS and not _subordinate(following))
            if token.lower_ == "pas" and counted:
                pseudo = True
                break
            words.append(token)
    if pseudo or ([t.lower_ for t in words] == ["pas"] and denies_the_reason(verb, lemma_of(verb))):
        return (), False
    subject = _negative_subject(verb)
    if ne is None:
        # Spoken "pas" without "ne": only straight after the finite form.
        bare = [t for t in words if t.lower_ in {"pas", "jamais"} and t.i == after + 1 and verb.pos_ in {"VERB", "AUX"}]
        if bare and bare[0].lower_ == "pas" and (auxiliaries or "Fin" in verb.morph.get("VerbForm", [])):
            return (bare[0],), False
        return (), False
    if subject is not None:
        words.insert(0, subject)
    if words:
        # "ne détient plus aucune part": it did
        no_longer = {t.lower_ for t in words} - {"ni", "aucun", "aucune"} == {"plus"}
        return (ne, *words), no_longer
    head = doc[min(ne.i + 1, len(doc) - 1)]
    if head.lemma_.lower() in BARE_NE_VERBS and not _restricted_later(ne, verb):
        return (ne,), False
    return (), False


def _particle(verb: Token, first: int) -> Token | None:
    """The "ne" of a group: before its first form with only clitics between, or before the infinitive ("ne pas …")."""
    doc = verb.doc
    for anchor in {first, verb.i}:
        index = anchor - 1
        while index >= verb.sent.start and anchor - index <= 5:
            token = doc[index]
            if token.lower_ in {"ne", "n'", "n’"}:
                return token
            if token.pos_ not in {"PRON", "ADV"} and token.lower_ not in {
                "le",
                "la",
                "les",
                "l'",
                "l’",
                "en",
                "y",
                "été",
            }:
                break
            if token.dep_ in {"nsubj", "nsubj:pass"} and not token.lower_.startswith("-"):
                break
            index -= 1
    return None


def _holds(token: Token, with_ne: bool) -> bool:
    """Whether a negator is one here: "plus" needs "ne", "personne" and "point" are nouns elsewhere."""
    form = token.lower_
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if form == "plus":
        before = token.doc[token.i - 1].lower_ if token.i else ""
        return (with_ne and following not in {"que", "qu'", "de", "d'"}) or (with_ne and before == "non")
    if form in {"personne", "point", "guère", "rien", "aucun", "aucune", "nul", "nulle", "ni"}:
        before = token.doc[token.i - 1].pos_ if token.i else ""
        return with_ne and not (form in {"personne", "point"} and before in {"DET", "NUM", "ADP"})
    if form == "jamais":
        return not (token.i and token.doc[token.i - 1].lower_ in {"que", "comme"})
    return True


def _restrictive(que: Token, verb: Token) -> bool:
    """ "ne … que": the clause after it has no verb of its own before the next comma."""
    return que.pos_ != "SCONJ" or not is_verbal(que.head) or que.head == verb


def _subordinate(que: Token) -> bool:
    """ "que" that opens a clause ("ne pense pas que"), not one that restricts ("pas que Nébula")."""
    return que.lower_ in {"que", "qu'", "qu’"} and que.dep_ == "mark"


def _restricted_later(ne: Token, verb: Token) -> bool:
    return any(t.lower_ in {"que", "qu'"} for t in verb.doc[ne.i + 1 : min(verb.i + 5, verb.sent.end)])


def _negative_subject(verb: Token) -> Token | None:
    """ "Aucun accord n'a …", "personne ne …", "ni X ni Y n'ont …": the word that denies."""
    for child in verb.lefts:
        # "Aucun des deux groupes, X et Y, n'a …": the parser takes the pronoun for an adjunct
        alone = child.dep_ in {"obl:mod", "dislocated"} and not any(
            c.dep_ == "case" and c.i < child.i for c in child.lefts
        )
        if alone or child.dep_ in {"nsubj", "nsubj:pass", "advmod", "cc", "obj"}:
            if child.lower_ in {"personne", "rien", "aucun", "aucune", "nul", "ni", "jamais"}:
                return child
            for word in child.lefts:
                if word.lower_ in NEGATIVE_DETERMINERS or word.lower_ == "ni":
                    return word
    first = verb.doc[verb.sent.start]
    return first if first.lower_ in {"ni", "jamais"} and first.i < verb.i else None
