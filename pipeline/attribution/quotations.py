"""Quotations and the verbs of saying around them: where a citation begins and ends, and whose words it holds.

French, English and straight quotation marks are paired within a paragraph; a citation may run over several sentences.
A speaker stands after it ("…, a indiqué mardi le groupe"), before it ("X a déclaré : …"), or is that of the citation
straight before ("…, dit-il. « … »").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from pipeline.certainty.cues import VERBS
from pipeline.certainty.verbgroup import is_verbal, lemma_of

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", '"': '"', "''": "''"}
_SENTENCE_END = frozenset({".", "!", "?", "…", "..."})
_PRESENTS = frozenset({"dit", "écrit", "décrit", "prédit", "redit", "conclut"})
"""Presents that are spelled like past participles ("écrit le groupe")."""
_NO_SUBJECTS = frozenset({"-t", "ce", "c'", "cela", "le", "la", "les", "l'", "-le"})
_CLITIC_SUBJECTS = frozenset(
    {"-il", "-elle", "-ils", "-elles", "-on", "-je", "-nous", "il", "elle", "ils", "elles", "on"}
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj"})
_LONGEST_QUOTE = 400


# Verbs that carry a citation or an incise, beside those of the cue lists that report.
SAYING_VERBS: frozenset[str] = frozenset(
    """ajouter lâcher tempérer nuancer insister résumer exclamer souffler glisser justifier détailler
    abonder tonner ironiser prévenir argumenter valoir savoir entendre souvenir enchaîner reprendre
    interroger réjouir féliciter indigner insurger commenter dénoncer critiquer marteler plaider
    promettre regretter déplorer poursuivre conclure croire penser espérer inquiéter alarmer étonner
    amuser soupirer lire tweeter twitter poster publier recadrer avertir menacer jurer accuser nier
    démentir contester réfuter soupçonner reprocher prétendre défendre tacler railler moquer titrer
    développer alerter demander craindre redouter vanter saluer objecter protester réagir riposter
    trancher renchérir évoquer suggérer analyser décrire prédire chiffrer détailler reconnaître
    fustiger tancer pester tempêter étriller emporter cingler agacer fulminer éreinter brocarder épingler cogner
    offusquer scandaliser désoler attaquer interpeller apostropher sermonner gronder grincer persifler asséner assener
    éructer étrangler exaspérer émouvoir énerver vitupérer vilipender gourmander morigéner admonester rembarrer moucher
    accabler incendier pilonner invectiver insulter enflammer enrager bougonner rouspéter ronchonner maugréer
    lamenter""".split()
) | frozenset(lemma for lemma, effect in VERBS.items() if effect == "report")
TIME_WORDS: frozenset[str] = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet
    août septembre octobre novembre décembre matin soir midi après-midi jour semaine mois an année
    hier aujourd'hui demain heure nuit veille lendemain week-end""".split()
)


@dataclass(frozen=True)
class Speech:
    """A verb of saying and the token of its subject, the head of the words that name the source."""

    verb: Token
    subject: Token


@dataclass(frozen=True)
class QuoteSpan:
    """Tokens ``start`` to ``end`` (exclusive, marks left out) are quoted; ``speech`` says by whom, if the text does."""

    start: int
    end: int
    speech: Speech | None

    @property
    def speaker(self) -> Token | None:
        """The head of the words that name the speaker."""
        return self.speech.subject if self.speech is not None else None


def is_saying(token: Token) -> bool:
    """Whether a verb can carry a citation."""
    return is_verbal(token) and lemma_of(token) in SAYING_VERBS and not _is_noun_like(token) and not _bare(token)


def _bare(token: Token) -> bool:
    """A past participle without an auxiliary near it says nothing itself: "les mesures annoncées"."""
    if "Part" not in token.morph.get("VerbForm", []) or token.lower_.endswith("ant"):
        return False
    if token.lower_ in _PRESENTS and token.dep_ not in {"acl", "amod"}:
        return False
    return not any(t.lemma_ in {"avoir", "être"} for t in token.doc[max(0, token.i - 5) : token.i])


def _is_noun_like(token: Token) -> bool:
    return token.dep_ in {"amod", "nmod"} or any(child.dep_ == "det" for child in token.lefts)


def speech_of(verb: Token) -> Speech | None:
    """A verb of saying with its subject: written before or after it, shared, or the antecedent of "qui"."""
    subject = _subject(verb)
    return Speech(verb, subject) if subject is not None else None


def causative_saying(verb: Token) -> Token | None:
    """ "savoir" of "fait savoir", "entendre" of "laisse entendre", where the parser makes "faire" the head."""
    if lemma_of(verb) in {"faire", "laisser"}:
        return next((c for c in verb.children if lemma_of(c) in {"savoir", "valoir", "entendre", "comprendre"}), None)
    return None


def _subject(verb: Token) -> Token | None:
    node = verb
    for _ in range(5):
        passive = any(child.dep_ == "aux:pass" for child in node.children)
        for child in node.children:
            if passive and child.dep_.startswith("obl") and any(c.lower_ == "par" for c in child.lefts):
                return child
        for child in node.children:
            if (
                child.dep_ in _SUBJECTS
                and not (passive and node == verb)
                and child.lower_ not in {"-t", "ce", "c'", "cela"}
            ):
                if child.lower_ in {"qui", "lequel", "laquelle"} and node.dep_ == "acl:relcl":
                    return node.head
                return child
        if passive:
            return None
        if node.dep_ in {"acl", "acl:relcl"} and node.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return node.head
        if node.dep_ in {"conj", "xcomp", "advcl", "aux:caus", "acl", "aux"} and node.head != node:
            node = node.head
        else:
            break
    return None


def inverted(doc: Doc, index: int, limit: int = 9) -> Speech | None:
    """The incise that begins at ``index``: ", a-t-il ajouté", "a indiqué mardi le groupe"; None where there is none."""
    stop = min(len(doc), index + limit)
    while index < stop and doc[index].text in {",", "»", "”", '"', "-", "–", "—"}:
        index += 1
    if index >= stop:
        return None
    verb = None
    for position in range(index, min(stop, index + 6)):
        token = doc[position]
        if is_saying(token):
            verb = token
            break
        if not (
            token.pos_ in {"AUX", "ADV"} or lemma_of(token) in {"avoir", "faire"} or token.lower_ in BETWEEN_INCISE
        ):
            return None
    if verb is None:
        return None
    for token in doc[index : verb.i + 3]:
        if token.lower_ in _CLITIC_SUBJECTS:
            return Speech(verb, token)
    if not _clause_before(doc, index) and not _interrupts(doc, verb):
        return None
    for child in sorted(verb.children, key=lambda c: c.i):
        if child.dep_ in _SUBJECTS and child.i > verb.i and child.lower_ not in _NO_SUBJECTS:
            return Speech(verb, child)
    return _noun_after(verb)


@lru_cache(maxsize=1)  # attribution, dates and grammar ask for the same Doc, one after the other; see below too
def incises(doc: Doc) -> Sequence[Speech]:
    """Every incise of a Doc, in text order."""
    found = []
    opened = {start for start, _ in paired(doc)}
    for token in doc:
        if token.text in _BEFORE_INCISE and token.i + 1 < len(doc) and token.i + 1 not in opened:
            speech = inverted(doc, token.i)
            if speech is not None:
                found.append(speech)
    return found


_BEFORE_INCISE = frozenset({",", "»", "”", '"'})
BETWEEN_INCISE = frozenset(
    {"-t", "t", "-il", "-elle", "-ils", "-elles", "-on", "se", "s'", "s’", "lui", "leur", "il", "elle"}
    | {"d'", "d’", "abord"}
)
"""What may stand between the mark and the verb of an incise beside auxiliaries and adverbs ("a d'abord écrit X")."""


def _clause_before(doc: Doc, index: int) -> bool:
    """Whether a whole clause or a citation ends before ``index``: a subject and a comma alone make no incise."""
    position = index - 1
    while position >= 0 and index - position < 80:
        token = doc[position]
        if token.text in {"»", "”", '"'}:
            return True
        if token.text in _SENTENCE_END or "\n" in token.text:
            return False
        if token.pos_ in {"VERB", "AUX"} and not _in_relative(token):
            return True
        position -= 1
    return False


def _interrupts(doc: Doc, verb: Token) -> bool:
    """Whether a comma and the verb of the interrupted clause follow: "X, affirme Y, a racheté Z"."""
    for index in range(verb.i + 1, min(len(doc) - 1, verb.i + 9)):
        if doc[index].text == ",":
            return doc[index + 1].pos_ in {"VERB", "AUX"} or doc[index + 1].lower_ in {"ne", "n'", "se", "s'"}
        if doc[index].pos_ in {"ADP", "VERB", "AUX", "PUNCT"}:
            return False
    return False


def _in_relative(token: Token) -> bool:
    clause = token.head if token.dep_ in {"aux", "aux:tense", "aux:pass", "cop"} else token
    return clause.dep_ in {"acl", "acl:relcl", "advcl", "amod"}


_NO_NOUN_PHRASE = frozenset({":", ";", *_SENTENCE_END, *_PAIRS})


def _noun_after(verb: Token) -> Speech | None:
    """The first noun after a verb of saying that is no date and hangs on no preposition."""
    doc = verb.doc
    index = verb.i + 1
    while index < min(len(doc), verb.i + 16):
        token = doc[index]
        if token.text in _NO_NOUN_PHRASE or token.lower_ in {"que", "qu'", "qu’"}:
            return None
        cased = any(c.dep_ == "case" for c in token.lefts) or (token.dep_ in {"nmod", "flat:name", "nummod"})
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and not cased and token.lower_ not in TIME_WORDS:
            if token.pos_ == "PRON" and token.lower_ not in {"celui", "celle", "ceux", "celles"}:
                index += 1
                continue
            return Speech(verb, token)
        index += 1
    return None


@lru_cache(maxsize=1)
def quotes(doc: Doc) -> Sequence[QuoteSpan]:
    """The citations of a Doc in text order, with their speakers. Unclosed marks are left out."""
    found: list[QuoteSpan] = []
    for start, end in paired(doc):
        speech = _speaker(doc, start, end, found)
        found.append(QuoteSpan(start, end, speech))
    return found


@lru_cache(maxsize=1)
def paired(doc: Doc) -> Sequence[tuple[int, int]]:
    """The tokens between each pair of quotation marks, as (start, end)."""
    spans: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for token in doc:
        text = token.orth_
        if "\n" in text:
            opened = None
        elif opened is not None and (text == opened[1] or token.i - opened[0] > _LONGEST_QUOTE):
            if text == opened[1] and token.i > opened[0] + 1:
                spans.append((opened[0] + 1, token.i))
            opened = None
        elif opened is None and text in _PAIRS:
            opened = (token.i, _PAIRS[text])
    return spans


def _speaker(doc: Doc, start: int, end: int, before: list[QuoteSpan]) -> Speech | None:
    speech = inverted(doc, end + 1, limit=14)
    if speech is not None:
        return speech
    inside = _inside(doc, start, end)
    if inside is not None:
        return inside
    opening = start - 1
    index = opening - 1
    verb: Token | None = None
    while index >= 0 and opening - index < 45:
        token = doc[index]
        if token.text in _SENTENCE_END or "\n" in token.text:
            break
        if verb is None and is_saying(token):
            verb = token
        index -= 1
    if verb is not None and (speech := speech_of(verb)) is not None and speech.subject.i < opening:
        return speech
    if before and _follows(doc, before[-1], opening):
        return before[-1].speech
    return None


def _inside(doc: Doc, start: int, end: int) -> Speech | None:
    """An incise within the marks: « Nous achetons, dit-il, une part »."""
    for index in range(start, end - 1):
        if doc[index].text == "," and (speech := inverted(doc, index, limit=8)) is not None:
            after = max(speech.verb.i, speech.subject.i) + 1
            if speech.subject.i > speech.verb.i - 4 and any(
                t.text in {",", "."} for t in doc[after : min(end + 1, after + 8)]
            ):
                return speech
    return None


def _follows(doc: Doc, quote: QuoteSpan, opening: int) -> bool:
    """Whether only the incise of the citation before lies between it and this one."""
    if quote.speech is None:
        return False
    between = doc[quote.end + 1 : opening]
    ends = sum(token.text in _SENTENCE_END for token in between)
    return len(between) <= 25 and ends <= 1 and not any("\n" in token.text for token in between)
