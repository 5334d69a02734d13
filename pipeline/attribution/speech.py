"""The verbs of saying, whose words they carry, and the incises around what is said ("…, a indiqué mardi le groupe")."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.certainty.cues import VERBS
from pipeline.certainty.forms import VERB_FORMS
from pipeline.certainty.verbgroup import is_verbal, lemma_of
from pipeline.parsed import Doc, Token

PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", '"': '"', "''": "''"}
SENTENCE_END = frozenset({".", "!", "?", "…", "..."})
_PRESENTS = frozenset({"dit", "écrit", "décrit", "prédit", "redit", "conclut"})
"""Presents that are spelled like past participles ("écrit le groupe")."""
_NO_SUBJECTS = frozenset({"-t", "ce", "c'", "cela", "le", "la", "les", "l'", "-le"})
FIRST_PERSONS: frozenset[str] = frozenset({"je", "j'", "j’", "-je", "moi", "nous", "-nous"})
"""Subjects that name nobody: inside a citation they are its speaker's own."""
_CLITIC_SUBJECTS = frozenset(
    {"-il", "-elle", "-ils", "-elles", "-on", "-je", "-nous", "il", "elle", "ils", "elles", "on"}
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj"})


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
    lamenter réaffirmer redire remarquer arguer alléguer garantir murmurer chuchoter susurrer crier écrier hurler
    vociférer clamer scander décréter surenchérir pronostiquer prophétiser conjecturer présumer plaindre targuer
    gargariser enorgueillir divulguer convenir implorer supplier relativiser minimiser récapituler extasier émerveiller
    enthousiasmer épancher rétorquer""".split()
) | frozenset(lemma for lemma, effect in VERBS.items() if effect == "report")
# Verbs that say something only beside a citation: "« … », complète la ministre".
INCISE_VERBS: frozenset[str] = SAYING_VERBS | frozenset(
    """compléter terminer continuer commencer rectifier corriger rassurer plaisanter blaguer sourire rire philosopher
    imaginer proposer exiger réclamer ordonner inviter exhorter conseiller recommander préconiser énumérer traduire
    citer situer évaluer calculer anticiper trouver supposer applaudir approuver acquiescer balayer balancer charger
    condamner rejeter récuser éclaircir clarifier décrypter diagnostiquer dédramatiser tranquilliser opposer contredire
    bredouiller bafouiller balbutier grommeler grogner sangloter pleurer impatienter attrister narrer""".split()
)
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
    return _parsed_subject(verb) or _noun_before(verb)


def _noun_before(verb: Token) -> Token | None:
    """The noun straight before a finite verb whose subject the parser lost: "M. Durand a indiqué mardi que"."""
    doc = verb.doc
    index = verb.i - 1
    while index > 0 and (doc[index].pos_ in {"AUX", "ADV"} or doc[index].lower_ in BETWEEN_INCISE):
        index -= 1
    if index < 0:
        return None
    if index + 1 < verb.i and doc[index + 1].lower_ in _CLITIC_SUBJECTS:
        return doc[index + 1]
    group = doc[index + 1 : verb.i + 1]
    finite = any("Fin" in token.morph.get("VerbForm", []) for token in group)
    passive = verb.lower_.endswith(_PARTICIPLE) and any(lemma_of(token) == "être" for token in group)
    if doc[index].text == ",":  # an apposition ends: the name before it speaks
        opening = next((t for t in reversed(doc[max(0, index - 25) : index]) if t.text in {",", *SENTENCE_END}), None)
        if opening is None or opening.text != "," or not opening.i or doc[opening.i - 1].pos_ != "PROPN":
            return None
        index = opening.i - 1
    noun = doc[index]
    if not finite or passive or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    while noun.dep_ == "nmod" and noun.head.i < noun.i and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun if noun.lower_ not in TIME_WORDS and "\n" not in doc.span(noun.i, verb.i).text else None


def _that_between(verb: Token, subject: Token) -> bool:
    """Whether a would-be subject stands in the clause that the verb introduces ("on assure qu'aucun accord …")."""
    return any(token.lower_ in {"que", "qu'", "qu’"} for token in verb.doc[verb.i + 1 : subject.i])


def _main_verb_of_gerund(verb: Token) -> Token | None:
    """The finite verb before "en affirmant", whose subject it shares, where the parser hangs it on a noun."""
    if verb.i == 0 or verb.doc[verb.i - 1].lower_ != "en" or not verb.lower_.endswith("ant"):
        return None
    before = verb.doc[verb.sent.start : verb.i - 1]
    return next((t for t in reversed(before) if "Fin" in t.morph.get("VerbForm", []) and t.pos_ == "VERB"), None)


def _parsed_subject(verb: Token) -> Token | None:
    node = verb
    if node.head.pos_ not in {"VERB", "AUX"} and (main := _main_verb_of_gerund(verb)) is not None:
        return next((t for t in verb.doc[main.i + 1 : main.i + 4] if t.lower_ in _CLITIC_SUBJECTS), _subject(main))
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
                and not _is_date(child)
                and not (child.i > verb.i and _that_between(verb, child))
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
    quoted = any(token.text in _CLOSING for token in doc[max(0, index - 2) : index])
    verb = None
    for position in range(index, min(stop, index + 6)):
        token = doc[position]
        if is_saying(token) or _says_beside(token, quoted):
            verb = token
            break
        if not (
            token.pos_ in {"AUX", "ADV"} or lemma_of(token) in {"avoir", "faire"} or token.lower_ in BETWEEN_INCISE
        ):
            return None
    if verb is None or verb.lower_.endswith("ant"):
        return None
    for token in doc[index : verb.i + 3]:
        if token.lower_ in _CLITIC_SUBJECTS:
            return Speech(verb, token)
    if not _clause_before(doc, index) and not _interrupts(doc, verb):
        return None
    for child in sorted(verb.children, key=lambda c: c.i):
        if child.dep_ in _SUBJECTS and child.i > verb.i and child.lower_ not in _NO_SUBJECTS and not _is_date(child):
            return Speech(verb, child)
    return _noun_after(verb)


_CLOSING = frozenset({"»", "”", '"', "''"})


def _is_date(token: Token) -> bool:
    """Whether a would-be subject is a day or a month ("affirmait le 28 juin Marie Durand")."""
    return token.lower_ in TIME_WORDS or token.text.isdigit() or token.lower_ == "1er"


def _says_beside(token: Token, quoted: bool) -> bool:
    """Whether a word says what stands before it: a verb used so only beside a citation, or any with its pronoun.

    "« … », complète la ministre" and "« … », maugrée-t-il", also where the tagger saw no verb.
    """
    doc = token.doc
    if not quoted:
        return _has_pronoun(doc, token.i + 1) and VERB_FORMS.get(token.lower_) in SAYING_VERBS
    if is_verbal(token) and lemma_of(token) in INCISE_VERBS and not _is_noun_like(token) and not _bare(token):
        return True
    if token.pos_ == "AUX" or lemma_of(token) in {"être", "avoir"} or token.lower_ in BETWEEN_INCISE:
        return False
    participle = token.i > 1 and doc[token.i - 1].lower_ in _CLITIC_SUBJECTS and token.lower_.endswith(_PARTICIPLE)
    return _has_pronoun(doc, token.i + 1) or participle


_PARTICIPLE = ("é", "i", "u", "it", "is", "ert", "aint")


def _has_pronoun(doc: Doc, index: int) -> bool:
    """Whether an inverted subject stands at ``index``: "-t-il", "-elle"."""
    index += index < len(doc) and doc[index].lower_ in {"-t", "t"}
    return index < len(doc) and doc[index].lower_ in _CLITIC_SUBJECTS and doc[index].text.startswith("-")


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
        if token.text in SENTENCE_END or "\n" in token.text:
            return False
        if token.pos_ in {"VERB", "AUX"} and not _in_relative(token, index):
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


def _in_relative(token: Token, incise: int) -> bool:
    """Whether a verb is in a clause below another; a clause that the parser hangs on the incise behind it is none."""
    clause = token.head if token.dep_ in {"aux", "aux:tense", "aux:pass", "cop"} else token
    if clause.dep_ == "advcl" and clause.head.i >= incise:
        return False
    return clause.dep_ in {"acl", "acl:relcl", "advcl", "amod"}


_NO_NOUN_PHRASE = frozenset({":", ";", *SENTENCE_END, *PAIRS})
_LAST_NAMED = frozenset({"dernier", "dernière", "derniers", "dernières"})


def _noun_after(verb: Token) -> Speech | None:
    """The first noun after a verb of saying that is no date and hangs on no preposition."""
    doc = verb.doc
    index = verb.i + 1
    while index < min(len(doc), verb.i + 16):
        token = doc[index]
        if token.text in _NO_NOUN_PHRASE or token.lower_ in {"que", "qu'", "qu’"}:
            return None
        if token.lower_ in _LAST_NAMED and doc[token.i - 1].lower_ in {"ce", "cette", "ces"}:
            return Speech(verb, token)
        cased = any(c.dep_ == "case" for c in token.lefts) or (token.dep_ in {"nmod", "flat:name", "nummod"})
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and not cased and not _is_date(token):
            if token.pos_ == "PRON" and token.lower_ not in {"celui", "celle", "ceux", "celles"}:
                index += 1
                continue
            return Speech(verb, token)
        index += 1
    return None
