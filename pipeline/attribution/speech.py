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
_PRESENTS_LIKE_NOUNS = frozenset(lemma.removesuffix("r") for lemma in SAYING_VERBS if lemma.endswith("er"))
# Verbs that say something only beside a citation: "« … », complète la ministre".
INCISE_VERBS: frozenset[str] = SAYING_VERBS | frozenset(
    """compléter terminer continuer commencer rectifier corriger rassurer plaisanter blaguer sourire rire philosopher
    imaginer proposer exiger réclamer ordonner inviter exhorter conseiller recommander préconiser énumérer traduire
    citer situer évaluer calculer anticiper trouver supposer applaudir approuver acquiescer balayer balancer charger
    condamner rejeter récuser éclaircir clarifier décrypter diagnostiquer dédramatiser tranquilliser opposer contredire
    débuter bredouiller bafouiller balbutier grommeler grogner sangloter pleurer impatienter attrister narrer""".split()
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
    return _narrated(verb) or _parsed_subject(verb) or _noun_before(verb)


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
    before = [t for t in verb.doc[verb.sent.start : verb.i - 1] if t.pos_ == "VERB" and _is_finite(t)]
    own = [t for t in before if not t.dep_.startswith("acl")]
    return next(reversed(own or before), None)


def _dependents(verb: Token) -> list[Token]:
    """What hangs on a verb or, where the parser split the two, on its auxiliary ("X a quant à lui évoqué")."""
    children = list(verb.children)
    return children + [below for child in children if child.pos_ == "AUX" for below in child.children]


def _narrated(verb: Token) -> Token | None:
    """The subject of the sentence before "Et de conclure": an infinitive that tells on."""
    doc, index = verb.doc, verb.i - 2
    if index < 1 or doc[verb.i - 1].lower_ not in {"de", "d'", "d’"} or doc[index].lower_ not in {"et", "puis"}:
        return None
    if doc[index].lower_ == "puis" and doc[index - 1].lower_ == "et":
        index -= 1
    while index > 0 and (doc[index - 1].text in {*_CLOSING, ","} or doc[index - 1].text in SENTENCE_END):
        index -= 1
    for token in reversed(doc[max(0, index - 120) : index]):
        if "\n\n" in token.text:
            return None
        told = is_saying(token) and not token.dep_.startswith("acl")
        if told and (subject := _parsed_subject(token)) is not None:
            return subject
    return None


def _is_finite(verb: Token) -> bool:
    """Whether a verb, or the auxiliary before it, is finite."""
    group = (verb, *(child for child in verb.lefts if child.pos_ == "AUX"))
    return any("Fin" in token.morph.get("VerbForm", []) for token in group)


def _parsed_subject(verb: Token) -> Token | None:
    node = verb
    if node.head.pos_ not in {"VERB", "AUX"} and (main := _main_verb_of_gerund(verb)) is not None:
        return next((t for t in verb.doc[main.i + 1 : main.i + 4] if t.lower_ in _CLITIC_SUBJECTS), _subject(main))
    for _ in range(5):
        passive = any(child.dep_ == "aux:pass" for child in node.children)
        for child in node.children:
            if passive and child.dep_.startswith("obl") and any(c.lower_ == "par" for c in child.lefts):
                return child
        for child in _dependents(node):
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
            return None if node == verb and _bare(node) else node.head
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
    if verb is None or verb.lower_.endswith("ant") or _is_infinitive(doc, index, verb):
        return None
    near = (token for token in doc[index : verb.i + 3] if token.lower_ in _CLITIC_SUBJECTS)
    clitic = next((token for token in near if doc[token.i - 1].lower_ != "à"), None)
    if clitic is not None:
        return Speech(verb, clitic) if quoted or _is_inverted(clitic, index) else None
    if verb.pos_ == "NOUN":
        return Speech(verb, doc[verb.i + 1])
    if not _clause_before(doc, index) and not _interrupts(doc, verb) and not _after_adverbial(doc, index, verb):
        return None
    for child in sorted(verb.children, key=lambda c: c.i):
        if child.dep_ in _SUBJECTS and child.i > verb.i and child.lower_ not in _NO_SUBJECTS and not _is_date(child):
            return Speech(verb, child)
    return _noun_after(verb)


def _before_name(doc: Doc, token: Token) -> bool:
    """A verb of saying taken for a noun, between a comma or a mark and a name: ", analyse Anne Morvan"."""
    if token.pos_ != "NOUN" or token.i == 0 or token.i + 1 >= len(doc) or token.lower_ not in _PRESENTS_LIKE_NOUNS:
        return False
    return doc[token.i - 1].text in _BEFORE_NAME and doc[token.i + 1].pos_ == "PROPN"


def _is_infinitive(doc: Doc, index: int, verb: Token) -> bool:
    """Whether a would-be incise is an infinitive: "annonce, mardi, avoir signalé"; "fait savoir" is none."""
    group = doc[index : verb.i + 1]
    infinite = any("Inf" in token.morph.get("VerbForm", []) and _ends_as_infinitive(token) for token in group)
    return infinite and not any(lemma_of(token) in {"faire", "laisser"} for token in group)


def _ends_as_infinitive(token: Token) -> bool:
    return token.lower_.endswith(("er", "ir", "re", "oir"))


def _is_inverted(clitic: Token, index: int) -> bool:
    """Whether a pronoun stands behind its verb ("dit-il", "a t-elle ajouté"): "ému, il a dit" goes on with a clause."""
    return clitic.text.startswith("-") or (clitic.i > index and clitic.doc[clitic.i - 1].pos_ != "ADV")


_CLOSING = frozenset({"»", "”", '"', "''"})
_BEFORE_NAME = _CLOSING | {","}


def _is_date(token: Token) -> bool:
    """Whether a would-be subject is a day or a month ("affirmait le 28 juin Marie Durand")."""
    return token.lower_ in TIME_WORDS or token.text.isdigit() or token.lower_ == "1er"


def _says_beside(token: Token, quoted: bool) -> bool:
    """Whether a word says what stands before it: a verb used so only beside a citation, or any with its pronoun.

    "« … », complète la ministre" and "« … », maugrée-t-il", also where the tagger saw no verb.
    """
    doc = token.doc
    if _before_name(doc, token):
        return True
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
    | {"d'", "d’", "abord", "quant", "à", "eux", "elles"}
)
"""What may stand between the mark and the verb of an incise beside auxiliaries and adverbs ("a quant à lui dit X")."""


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


def _after_adverbial(doc: Doc, index: int, verb: Token) -> bool:
    """Whether an opening adverbial stands before and the clause behind: "En moyenne, rapporte X, chaque agent …"."""
    start = index - 1
    while start > 0 and doc[start - 1].text not in SENTENCE_END and "\n" not in doc[start - 1].text:
        start -= 1
    closed = any(token.text == "," for token in doc[verb.i + 1 : verb.i + 9])
    return closed and index - start <= 6 and doc[start].pos_ in {"ADP", "ADV"}


def _in_relative(token: Token, incise: int) -> bool:
    """Whether a verb is in a clause below another; a clause that the parser hangs on the incise behind it is none."""
    clause = token.head if token.dep_ in {"aux", "aux:tense", "aux:pass", "cop"} else token
    if clause.dep_ == "advcl" and clause.head.i >= incise:
        return False
    return clause.dep_ in {"acl", "acl:relcl", "advcl", "amod"}


def _nickname(doc: Doc, opening: int) -> Token | None:
    """The speaker of 'le "gilet jaune" Paul Durand': a few words in marks after an article, with the name behind."""
    if opening == 0 or doc[opening - 1].pos_ != "DET":
        return None
    closing = next((t.i for t in doc[opening + 1 : opening + 6] if t.text == PAIRS[doc[opening].text]), None)
    if closing is None:
        return None
    behind = doc[closing + 1] if closing + 1 < len(doc) else None
    if behind is not None and behind.pos_ == "PROPN":
        return behind
    return next((t for t in doc[opening + 1 : closing] if t.pos_ == "NOUN"), None)


def _stands_for_noun(token: Token) -> bool:
    """A word that the tagger took for none: "le N.2 du parti", and an acronym ("rapporte BFMTX")."""
    if token.pos_ in {"NUM", "X"}:
        return token.text[0].isalpha() and token.text.isupper() and len(token.text) > 1
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    article = token.doc[token.i - 1].lower_ in {"le", "la", "l'", "l’", "un", "une"}
    return token.pos_ == "ADJ" and article and after is not None and after.lower_ in {"de", "du", "des", "d'", "d’"}


def _behind_date(token: Token) -> bool:
    """Whether the parser hung a noun with its article on a date: "a annoncé mercredi 20 mai la police"."""
    return _is_date(token.head) and any(child.dep_ == "det" for child in token.lefts)


_NO_NOUN_PHRASE = frozenset({":", ";", *SENTENCE_END, *PAIRS})
_LAST_NAMED = frozenset({"dernier", "dernière", "derniers", "dernières"})


def _noun_after(verb: Token) -> Speech | None:
    """The first noun after a verb of saying that is no date and hangs on no preposition."""
    doc = verb.doc
    index = verb.i + 1
    while index < min(len(doc), verb.i + 16):
        token = doc[index]
        if token.text in PAIRS and (inside := _nickname(doc, index)) is not None:
            return Speech(verb, inside)
        if token.text in _NO_NOUN_PHRASE or token.lower_ in {"que", "qu'", "qu’"}:
            return None
        if token.lower_ in _LAST_NAMED and doc[token.i - 1].lower_ in {"ce", "cette", "ces"}:
            return Speech(verb, token)
        cased = any(c.dep_ == "case" for c in token.lefts) or (
            token.dep_ in {"nmod", "flat:name", "nummod"} and not _behind_date(token)
        )
        if (token.pos_ in {"NOUN", "PROPN", "PRON"} or _stands_for_noun(token)) and not cased and not _is_date(token):
            if token.pos_ == "PRON" and token.lower_ not in {"celui", "celle", "ceux", "celles"}:
                index += 1
                continue
            return Speech(verb, token)
        index += 1
    return None
