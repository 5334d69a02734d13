"""What a sentence takes for granted, whatever it wishes, denies or supposes besides: "la plainte déposée par X", "comme
le rapporte un article de Y", "au point que Z a démissionné", "il faut dire que Z a démissionné"."""

from __future__ import annotations

from pipeline.certainty.cues import DOCUMENTS, MERE, NEGATORS, VERBS
from pipeline.certainty.nouns import is_proceeding
from pipeline.certainty.verbgroup import VerbGroup, lemma_of
from pipeline.parsed import Token

_DONE = frozenset(
    """déposer porter ouvrir intenter engager signer conclure publier paraître diffuser prononcer formuler émettre
    envoyer adresser nouer sceller réaliser survenir intervenir poster mener""".split()
)
"""Participles that tell of an act beside it: it was done."""
_TELLING = frozenset(
    """rapporter indiquer révéler montrer suggérer affirmer expliquer rappeler souligner relater raconter
    préciser""".split()
)
SPEECHES = frozenset("accusation critique reproche attaque".split())
"""Who rejects one rejects what it says: it was made."""
_QUARRELS = frozenset(
    """dispute conflit litige querelle différend polémique crise tension désaccord contentieux brouille guerre
    bataille""".split()
)
_SETTLING = frozenset("résoudre régler apaiser trancher désamorcer éteindre attiser calmer surmonter résorber".split())
_LASTING = frozenset("partenariat collaboration coopération alliance soutien mandat dialogue grève".split())
_JUDGING = frozenset(
    """dénoncer critiquer condamner saluer regretter fustiger déplorer commenter célébrer fêter applaudir stigmatiser
    vilipender indigner réjouir féliciter déplaire""".split()
)
_MISSING = frozenset("manquer rater perdre laisser".split())
_KEEPING = frozenset("rembourser respecter violer honorer appliquer enfreindre tenir digérer".split())
"""What is kept or broken was there: "n'a pas remboursé le prêt"."""
_EXPLAINED = frozenset("lier expliquer motiver justifier dater remonter découler résulter dû".split())
_HANDLED = frozenset("examiner traiter étudier instruire joindre transmettre durer prolonger renouveler".split())
_SETTLED = frozenset("prévoir programmer attendre prévu programmé attendu fixer".split())
_HEARINGS = frozenset({"procès", "audience"})
_REQUESTS = frozenset({"divorce", "renvoi"})
_OWN_VOICE = frozenset(
    """dire rappeler souligner noter reconnaître préciser ajouter constater avouer admettre signaler remarquer observer
    répéter savoir""".split()
)
_DUTIES = frozenset("falloir devoir pouvoir vouloir tenir convenir".split())
_MATTERS = frozenset("agit agissait agira agirait agisse".split())
_ONLY = frozenset("seulement uniquement que qu' qu’ simplement juste".split())
_REACH = 7
_RESULTS = (("au", "point"), ("si", "bien"), ("de", "sorte"), ("de", "telle", "sorte"), ("parce",), ("tandis",))


def is_definite(noun: Token) -> bool:
    """Whether an article, a possessive or a demonstrative says that one knows which."""
    return any(
        child.dep_ == "det"
        and ("Def" in child.morph.get("Definite", []) or owns(child) or child.lower_ in {"ce", "cet", "cette", "ces"})
        for child in noun.lefts
    )


def owns(determiner: Token) -> bool:
    """Whether a determiner is a possessive."""
    return determiner.lower_ in {"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos"}


def is_done(noun: Token) -> bool:
    """ "la plainte déposée par X", "un sondage publié mardi": a participle beside the noun says that it was done."""
    if not (is_definite(noun) or lemma_of(noun) in DOCUMENTS):
        return False
    for child in noun.rights:
        bare = child.dep_ == "acl" and not any(c.dep_.startswith("aux") for c in child.lefts)
        if bare and lemma_of(child) in _DONE and "Part" in child.morph.get("VerbForm", []):
            return True
    return False


def is_quoted_from(noun: Token, before: Token) -> bool:
    """ "comme le rapporte un article de X": a document straight after a verb of telling is what tells."""
    return lemma_of(noun) in DOCUMENTS | {"article"} and lemma_of(before) in _TELLING


def is_said_anyway(saying: Token) -> bool:
    """ "il faut dire que", "il tient à rappeler que": who must or will say it says it with that."""
    if lemma_of(saying) not in _OWN_VOICE or VERBS.get(lemma_of(saying)) not in {"report", "fact", None}:
        return False
    duty = saying.head
    negated = any(child.lower_ in {"ne", "n'", "n’"} for child in duty.lefts)
    hedged = duty.lower_.endswith(("rait", "raient", "rais", "rions"))
    return (
        saying.lower_.endswith("re") | saying.lower_.endswith("r")
        and lemma_of(duty) in _DUTIES
        and not (negated or hedged)
    )


def is_granting(verb: Token) -> bool:
    """Whether a verb judges what it names, which is there: "dénonce le « bannissement » de X"."""
    return lemma_of(verb) in _JUDGING


def is_no_matter(noun: Token) -> Token | None:
    """The "agit" of "il ne s'agit pas d'un rachat", "il ne s'agit en aucun cas d'une fusion"; None elsewhere.

    What "pas" only makes smaller is there: "il ne s'agit pas d'un simple partenariat", "pas seulement d'un rachat".
    """
    doc, index = noun.doc, noun.i - 1
    while index > 1 and doc[index].pos_ in {"DET", "ADJ"} and doc[index].lower_ not in MERE:
        index -= 1
    if doc[max(index, 0)].lower_ not in {"de", "d'", "d’", "du"}:
        return None
    words: list[str] = []
    while index > 2 and doc[index].lower_ not in _MATTERS and len(words) < _REACH:
        words.append(doc[index].lower_)
        index -= 1
    verb = doc[max(index, 0)]
    before = {t.lower_ for t in doc[max(index - 2, 0) : index]}
    denied = bool(NEGATORS.intersection(words)) and not _ONLY.intersection(words)
    return verb if verb.lower_ in _MATTERS and denied and before & {"ne", "n'", "n’"} else None


def is_there(noun: Token, head: Token) -> bool:
    """Whether a verb takes its object for granted: a quarrel is settled, a loan paid back, whoever does so or not."""
    lemma = lemma_of(head)
    if lemma == "poursuivre":  # "poursuit sa collaboration avec"; "poursuit le rachat" is not done
        return is_proceeding(noun) or lemma_of(noun) in _QUARRELS | _LASTING
    return (lemma in _SETTLING and lemma_of(noun) in _QUARRELS) or lemma in _KEEPING


def is_filed(noun: Token, head: Token) -> bool:
    """ "a demandé le divorce", "requiert le renvoi de X": whoever asks a court for it brings it there."""
    return lemma_of(head) in {"demander", "requérir", "réclamer"} and lemma_of(noun) in _REQUESTS


def is_explained(noun: Token, head: Token, step: bool) -> bool:
    """Whether what is said of a known happening is its cause ("le départ de X serait lié à"), or how it is dealt with.

    ``step``: the noun names a step of justice ("la plainte de X devrait être examinée").
    """
    lemma = lemma_of(head)
    if not is_definite(noun) or noun.i > head.i:
        return False
    return lemma in _EXPLAINED or head.lower_ in _EXPLAINED or (step and lemma in _HANDLED)


def is_set(noun: Token, word: Token) -> bool:
    """ "son procès prévu le 3 mai": of a known step of justice its day is set."""
    return lemma_of(noun) in _HEARINGS and is_definite(noun) and lemma_of(word) in _SETTLED


def is_happened(occasion: Token, group: VerbGroup) -> bool:
    """ "a eu l'occasion de", "fut l'occasion de", "profite de l'occasion pour", "n'a pas raté l'occasion de": and did.

    ``group``: the verb of which it is the object, or its own with its copula.
    """
    lemma = lemma_of(group.verb)
    if not is_definite(occasion) or group.negated != (lemma in _MISSING):
        return False
    if lemma in {"profiter", "saisir"}:
        return group.tense != "infinitive"
    had = group.verb == occasion or lemma in _MISSING | {"avoir", "être"}
    return had and group.tense in {"past", "pluperfect", "imperfect"}


def is_result(verb: Token) -> bool:
    """ "au point que", "si bien que", "parce que": the clause tells what came of it, or why."""
    doc = verb.doc
    for child in verb.lefts:
        if child.lower_ in {"que", "qu'", "qu’"} and child.dep_ in {"mark", "fixed"}:
            before = tuple(t.lower_ for t in doc[max(0, child.i - 3) : child.i])
            return any(before[-len(words) :] == words for words in _RESULTS)
    return False
