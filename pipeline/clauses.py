"""Which clause a word stands in, and whose time a date beside it tells: the verb's, a document's, a name's."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.attribution.speech import Speech
from pipeline.certainty.verbgroup import verb_group
from pipeline.parsed import Token

PRESENT = frozenset({"aujourd'hui", "désormais", "actuellement", "maintenant"})
_PUBLISHED = frozenset(
    """publier diffuser paraître accorder poster mettre rendre envoyer signer dévoiler révéler rédiger adresser
    transmettre dater""".split()
)
"""Verbs whose participle dates a document, and with it what is said in it ("dans un entretien publié samedi")."""
_AHEAD = frozenset({"devoir", "prévoir", "envisager", "compter", "espérer", "vouloir", "souhaiter"})
"""Verbs whose present speaks of what is to come."""
_DECIDES = frozenset({"décider", "choisir", "accepter", "venir"})
"""Verbs whose infinitive is done with them."""
_APART = frozenset({"après", "avant", "depuis", "suite", "malgré", "sur", "pour", "sans"})
"""Prepositions whose noun has a time of its own."""
_BESIDE_NAMES = frozenset({"acl", "amod", "appos"})
_BESIDE = 3
"""Tokens from a noun to a date that follows it straight ("le rachat, en 2014, de …")."""
_LONG_BESIDE = 9
"""Tokens from a noun to a date behind its complements ("son limogeage de la banque, le 23 juillet")."""
_CASES = frozenset({"affaire", "dossier", "scandale"})
_HAPPENS = _PUBLISHED | frozenset(
    """présenter déposer prévoir programmer fixer annoncer lancer ouvrir signer conclure remettre prononcer survenir
    engager intenter entamer débuter commencer organiser sortir parvenir""".split()
)
"""Verbs whose participle or relative clause tells when the noun before them happened or is to happen."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PRON"})
_DATED = frozenset(
    """élection présidentielle législatives municipales régionales européennes scrutin campagne saison édition mondial
    coupe championnat jeu festival salon budget loi exercice guerre crise révolution rentrée modèle gamme ordonnance
    décret attentat attaque tuerie massacre""".split()
)
"""Nouns that a year names rather than dates ("la présidentielle de 2022", "le budget 2019")."""
_OWN = frozenset({"son", "sa", "leur", "notre"})
_BREAKS = frozenset({",", ".", ";", ":", "(", "«", "“", '"', "!", "?"})
_FINAL = frozenset({".", "!", "?", "…"})


def decided(verb: Token) -> Token:
    """The verb that tells the step of the story: "a décidé de suspendre X", "vient de quitter Y"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _DECIDES and verb_group(verb).tense == "infinitive":
        return verb.head
    return verb


def looks_ahead(verb: Token) -> bool:
    """ "doit", "va nommer", "prévoit de": a present that speaks of what is to come."""
    if verb.lemma_.lower() in _AHEAD:
        return verb_group(verb).tense == "present"
    return verb.lower_ in {"va", "vont"} and any(child.dep_ == "xcomp" for child in verb.children)


def incise_end(speech: Speech) -> int:
    """The token before the first mark after the verb of an incise."""
    doc, index = speech.verb.doc, speech.verb.i + 1
    while index < len(doc) and doc[index].text not in _BREAKS and "\n" not in doc[index].text:
        index += 1
    return index - 1


def by_marks(token: Token) -> tuple[int, int]:
    """The sentence of a token by its final marks: the parser likes to end one before an incise."""
    doc, start, end = token.doc, token.i, token.i
    while start > 0 and doc[start - 1].text not in _FINAL and "\n" not in doc[start - 1].text:
        start -= 1
    while end < len(doc) and doc[end].text not in _FINAL and "\n" not in doc[end].text:
        end += 1
    return start, end


def climb(token: Token, ancestor: Token) -> Iterator[Token]:
    """A token and what lies above it, up to an ancestor, which is left out."""
    while token.i != ancestor.i and token.head.i != token.i:
        yield token
        token = token.head


def apart(trigger: Token, clause: Token, root: Token) -> bool:
    """ "Après la démission du directeur, elle a répondu mardi": a noun behind a preposition that sets it apart."""
    if trigger.i == clause.i or 0 < root.i - trigger.i <= _BESIDE or closes(trigger, root):
        return False
    top = trigger
    while top.head.i != clause.i and top.head.i != top.i:
        top = top.head
    return any(c.lower_ in _APART for c in top.lefts) and not top.is_ancestor(root) and top.i != root.i


def closes(trigger: Token, root: Token) -> bool:
    """ "son limogeage de la banque, le 23 juillet": a noun, its complements, and the date behind them.

    A bare weekday behind them is that of the verb ("est revenu sur le rachat de Nébula mardi").
    """
    doc, start = trigger.doc, root.i
    while start > trigger.i and doc[start - 1].dep_ in {"det", "case"} and doc[start - 1].head.i == root.i:
        start -= 1
    if trigger.pos_ != "NOUN" or not 0 < start - trigger.i <= _LONG_BESIDE:
        return False
    comma = doc[start - 1].text == ","
    between = doc[trigger.i + 1 : start - comma]
    return (comma or start < root.i) and all(token.pos_ in _NOMINAL for token in between)


def dates_document(participle: Token, trigger: Token, verb: Token) -> bool:
    """ "dans un entretien accordé à Y et publié samedi, X a critiqué …": the document, and what is said in it."""
    last = participle
    while last.dep_ == "conj" and last.head.pos_ in {"VERB", "ADJ"}:
        last = last.head
    noun = last.head
    if participle.lemma_ not in _PUBLISHED or last.dep_ not in {"acl", "amod", "conj"} or noun.pos_ != "NOUN":
        return False
    return noun.i == trigger.i or (clause_of(noun).i == verb.i and noun.dep_.startswith(("obl", "nmod", "advcl")))


def stands_in(participle: Token, verb: Token) -> bool:
    """ "samedi, X a critiqué … dans une tribune publiée par Y": the document is of the day of what is said in it."""
    noun = participle.head
    if participle.dep_ not in {"acl", "amod"} or noun.pos_ != "NOUN" or participle.lemma_ not in _PUBLISHED:
        return False
    return any(c.dep_ == "case" and c.lower_ in {"dans", "par", "via"} for c in noun.lefts) and clause_of(noun) == verb


def dates_noun(verb: Token, noun: Token) -> bool:
    """ "un sondage publié jeudi", "son procès, qui débute mardi": what tells when the noun itself happened.

    The parser hangs the participle on the last name of "un sondage Altaïs et Octavia diffusé dimanche".
    """
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acl:relcl" and verb.lemma_ in _HAPPENS:
        verb = verb.head
    elif verb.lemma_ not in _HAPPENS:
        return False
    if verb.dep_ not in {"acl", "amod", "acl:relcl"} or verb.i < noun.i:
        return False
    if verb.i == noun.i + 2 and verb.doc[noun.i + 1].text == ",":
        return True
    if not noun.is_ancestor(verb):
        return False
    names = all(token.pos_ == "PROPN" or token.text[:1].isupper() for token in climb(verb.head, noun))
    return names or (verb.lemma_ in _PUBLISHED and _agree(verb, noun))


def _agree(participle: Token, noun: Token) -> bool:
    return all(participle.morph.get(what) == noun.morph.get(what) != [] for what in ("Gender", "Number"))


def behind_participle(participle: Token, root: Token, gap: int) -> bool:
    """ "une étude publiée dans la revue, mercredi 27 février": a date that the parser hangs on the noun before."""
    if participle.dep_ not in {"acl", "amod"} or not 0 <= gap <= 2 * _BESIDE or root.i < participle.i:
        return False
    nouns = [token for token in climb(root, participle.head) if token.i != root.i]
    return participle.head.is_ancestor(root) and all(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in nouns)


def gerund(verb: Token) -> bool:
    """ "a créé l'événement en septembre, en lançant …", "a réagi lundi, dénonçant …": at the time of its clause."""
    if verb.dep_ != "advcl" or not verb.lower_.endswith("ant"):
        return False
    return verb.head.i < verb.i or any(child.lower_ == "en" for child in verb.lefts)


def simultaneous(verb: Token) -> bool:
    """ "en août 2015, quand X a claqué la porte": at the time of its clause."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    return verb.dep_ == "advcl" and bool(marks & {"quand", "lorsque", "lorsqu'"})


def ends_sentence(start: int, end: int, saying: Token) -> bool:
    """ "…, rapporte le Courrier (LC), dimanche 27 mai.": a date that closes the sentence behind an incise."""
    doc = saying.doc
    between = doc[saying.i + 1 : start]
    names = all(token.pos_ not in {"VERB", "AUX", "PRON", "SCONJ"} for token in between)
    return names and doc[start - 1].text == "," and end < len(doc) and doc[end].text in _FINAL


def of_noun(trigger: Token, root: Token) -> bool:
    """ "l'avocat de X depuis 1986 annonce …": since when the subject has been what it is called."""
    head = root.head
    subject = root.dep_ == "nmod" and head.pos_ == "NOUN" and head.dep_.startswith("nsubj")
    return subject and root.i < clause_of(trigger).i and not governs(root, trigger)


def of_deed(trigger: Token, root: Token) -> bool:
    """ "mis en examen pour des violences lors du 1er mai", "dans l'affaire des écoutes de 2014": when the deed was."""
    verb, node = clause_of(trigger), root.head
    charged = False
    while node.i not in (trigger.i, verb.i) and node.head.i != node.i:
        before = {child.lower_ for child in node.lefts if child.dep_ in {"case", "mark"}}
        charged = charged or "pour" in before or ("dans" in before and node.lemma_.lower() in _CASES)
        node = node.head
    return charged and node.i in (trigger.i, verb.i)


def of_epithet(trigger: Token, root: Token) -> bool:
    """ "Jeanne Morvan, aujourd'hui âgée de 49 ans, …": the time of what is said beside a name."""
    return (
        root.lower_ in PRESENT
        and root.head.pos_ in {"ADJ", "NOUN"}
        and root.head.dep_ in _BESIDE_NAMES
        and (root.head.i != trigger.i)
    )


def cleft(clause: Token, head: Token) -> bool:
    """ "dimanche, c'est X qui a annoncé …": the clause that a cleft sentence is about."""
    return (
        clause.dep_ == "acl:relcl"
        and head.is_ancestor(clause)
        and any(child.lower_ in {"c'", "c’", "ce"} and "subj" in child.dep_ for child in head.children)
    )


def clause_of(token: Token) -> Token:
    """The verb (or root) of the clause that a token stands in."""
    current = token
    while current.head != current:
        if current.pos_ in {"VERB", "AUX"} and not current.dep_.startswith(("aux", "cop")):
            return current
        current = current.head
    return current


def governs(root: Token, trigger: Token) -> bool:
    """Whether the date hangs on the trigger itself or on a noun between ("le rachat, en 2014, de X")."""
    return any(a.i == trigger.i for a in root.ancestors) and not any(
        a.pos_ == "VERB" for a in root.ancestors if trigger.is_ancestor(a)
    )


def names_thing(trigger: Token, start: int) -> bool:
    """Whether a date names what stands before it instead of dating the clause ("la présidentielle de 2022").

    Not the trigger itself ("depuis son élection en 2017"), nor the issue in which a paper tells ("son édition du …").
    """
    doc, previous = trigger.doc, start - 1
    while previous >= 0 and doc[previous].lower_ in {"de", "d'", "en", "du", "l'", "l'année"}:
        previous -= 1
    if previous >= 0 and doc[previous].pos_ == "ADJ":
        previous -= doc[previous].lemma_.lower() not in _DATED
    if previous < 0 or previous == trigger.i:
        return False
    noun = doc[previous]
    own = noun.lower_ == "édition" and any(child.lower_ in _OWN for child in noun.lefts)
    return noun.lemma_.lower() in _DATED and not own


def in_brackets(trigger: Token, start: int) -> bool:
    """Whether a date stands in brackets that belong to something between it and the trigger."""
    doc = trigger.doc
    opening = start - 1
    while opening > trigger.sent.start and doc[opening].text not in {"(", ")"} and start - opening < 5:
        opening -= 1
    if doc[opening].text != "(":
        return False
    if trigger.i > start:
        closing = next((i for i in range(start, trigger.i) if doc[i].text == ")"), None)
        return closing is not None
    return any(t.pos_ == "VERB" for t in doc[trigger.i + 1 : opening])
