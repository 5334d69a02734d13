"""What verbs do to the clause, the infinitive or the noun that they govern as subject or object."""

from __future__ import annotations

from pipeline.certainty import cues
from pipeline.certainty.cues import Effect
from pipeline.certainty.effects import State
from pipeline.certainty.nouns import is_proceeding
from pipeline.certainty.told import SPEECHES, is_explained, is_filed, is_there
from pipeline.certainty.verbgroup import VerbGroup, is_verbal, lemma_of
from pipeline.certainty.wording import Wording
from pipeline.parsed import Token

_REFLEXIVE = frozenset({"se", "s'", "s’", "me", "m'", "m’", "nous", "vous", "te", "t'"})
_LIGHT_VERBS = frozenset(
    """avoir faire conclure signer mener réaliser effectuer procéder finaliser lancer nouer sceller entreprendre porter
    déposer engager intenter passer""".split()
)
# With a noun of their own as object they bear no other: "faire appel de sa condamnation".
_BEARERS = frozenset("avoir faire porter déposer engager intenter passer".split())
_OFFICE_NOUNS = frozenset("présidence direction tête poste fonction fauteuil siège présidences".split())
_TAKING = frozenset("prendre récupérer obtenir reprendre hériter assurer accéder occuper décrocher conserver".split())
_LEAVING = frozenset("quitter céder laisser perdre démissionner abandonner".split())


def case_of_aim(noun: Token) -> bool:
    """Whether a noun hangs on its verb by "pour"."""
    return any(child.dep_ == "case" and child.lower_ == "pour" for child in noun.lefts)


class Governors(Wording):
    """Adds the effects of governing verbs to those of a predicate's own words."""

    def _govern(self, head: Token, below: Token, state: State, infinitive: bool) -> bool:
        """The effect of a governing verb or adjective on an infinitive or a clause; False where it can govern none."""
        lemma, group = lemma_of(head), self.group(head)
        if head.pos_ in {"NOUN", "ADJ"} and not (head.pos_ == "ADJ" and lemma in cues.VERBS):
            effect = self._noun_effect(head, below) or cues.EPITHETS.get(lemma)
            if effect is not None:
                state.apply(effect, group, head)
            return effect is not None
        if not is_verbal(head):
            return False
        if lemma == "devoir" and group.negated and group.tense == "conditional" and group.perfect:
            # "n'aurait pas dû racheter": it did.
            state.mark(head, *group.negation)
            return True
        past = group.tense in {"past", "pluperfect"} and not group.negated
        if lemma == "vouloir" and past and any(c.lower_ == "bien" for c in head.children):
            return True  # "a bien voulu s'associer à X": and did
        if lemma in {"devoir", "aller", "pouvoir", "venir", "savoir"} and infinitive:
            self._modal(lemma, group, state)
        else:
            effect = self._idiom(head) or self._verb_effect(head)
            compelled = lemma in cues.COMPELLING and self._is_passive(head) and not group.negated
            if effect is not None and not compelled:
                state.apply(effect, group, head)
            elif group.negated and infinitive:
                state.polarity = "negative"
                state.mark(*group.negation)
        self._govern_tense(group, state, infinitive)
        self._adverbs(head, state)
        return True

    def _govern_tense(self, group: VerbGroup, state: State, infinitive: bool) -> None:
        if group.tense == "conditional" and group.finite is not None and not self._announced(group):
            state.other(group.finite)
        elif group.tense in {"future", "conditional"} and infinitive and group.finite is not None:
            state.status = "future"
            state.mark(group.finite)

    def _modal(self, lemma: str, group: VerbGroup, state: State) -> None:
        """ "doit", "va" announce; "devait", "allait", "peut" do not; "a dû", "a pu", "vient de" tell what happened."""
        word = group.verb
        if group.negated and lemma != "venir":
            state.polarity = "negative"
            state.mark(*group.negation)
            if lemma in {"pouvoir", "devoir"}:
                state.other(word)
            return
        if lemma == "venir" or lemma == "savoir":
            return
        if group.tense in {"past", "pluperfect"} and lemma != "aller":
            return
        if lemma == "pouvoir" or (group.tense in {"imperfect", "conditional"} and not self._announced(group)):
            state.other(word)
        else:
            state.status = "future"
            state.mark(word)

    def _verb_effect(self, head: Token) -> Effect | None:
        lemma = lemma_of(head)
        if lemma == "défendre" and head.i + 1 < len(self.doc) and self.doc[head.i + 1].lower_ in {"de", "d'", "d’"}:
            return "deny"
        if lemma in cues.IMPERSONAL and self.doc[max(head.i - 1, 0)].lower_ not in {"mieux", "autant"}:
            return None
        reflexive = any(c.lower_ in _REFLEXIVE for c in head.lefts)
        if not reflexive and lemma in cues.REFLEXIVE_ONLY:
            return None
        if reflexive and lemma in cues.NEVER_REFLEXIVE and not any(self._is_aim(c) for c in head.rights):
            return None
        return cues.VERBS.get(lemma)

    def _is_aim(self, below: Token) -> bool:
        """An infinitive that a verb governs: "s'autorise à racheter"."""
        return below.dep_ in {"xcomp", "ccomp"} and is_verbal(below) and self.group(below).tense == "infinitive"

    def _idiom(self, head: Token) -> Effect | None:
        lemma = "être" if any(c.dep_ == "cop" for c in head.children) else lemma_of(head)
        for token in self.doc[head.i : min(head.i + 6, head.sent.end)]:
            if "Inf" in token.morph.get("VerbForm", []) and token != head:
                return cues.IDIOMS.get((lemma, token.lower_))
            if effect := cues.IDIOMS.get((lemma, lemma_of(token))) or cues.IDIOMS.get((lemma, token.lower_)):
                return effect
        return None

    def _subject_of(self, node: Token, head: Token, state: State) -> bool:
        group = self.group(head)
        lemma = lemma_of(head)
        effect = None
        if (self._is_passive(head) or head.pos_ in {"ADJ", "NOUN"}) and not self._stands_apart(head):
            effect = cues.EPITHETS.get(lemma) or cues.EPITHETS.get(head.lower_.rstrip("s").removesuffix("e"))
        if effect is None and cues.VERBS.get(lemma) == "report" and self._is_passive(head):
            effect = "report"
        if effect is None and lemma in {"échouer", "capoter", "avorter"}:
            effect = "fail"
        if node.i < head.i and lemma_of(node) in SPEECHES and effect in {"fail", "deny"}:
            return False
        if effect is None and ((idiom := self._idiom(head)) != "plan" or lemma != "avoir"):
            effect = idiom  # what has an aim is there: "la création du parti avait pour objectif de"
        if effect is None and lemma in cues.SUBJECT_ACHIEVE:
            effect = "achieve"
        if effect is None and group.negated and any(c.lower_ in cues.NEGATIVE_DETERMINERS for c in node.lefts):
            state.polarity = "negative"  # "aucune plainte n'a été déposée"
            state.mark(*group.negation)
        if lemma in cues.PROCEEDINGS_OUTLIVE and is_proceeding(node):
            return False
        if effect is None and is_explained(node, self._meant(head), is_proceeding(node)):
            return False
        if effect is not None:
            state.apply(effect, group, head)
        self._tense(group, state)
        if effect is None and lemma in {"pouvoir", "devoir"}:
            self._modal(lemma, group, state)
            for child in head.children:
                if child.dep_ == "xcomp":
                    deeper = cues.EPITHETS.get(lemma_of(child)) or self._idiom(child)
                    if deeper in {"fail", "near"}:
                        state.apply(deeper, None, child)
            effect = "plan"
        self._adverbs(head, state)
        return effect is not None

    def _meant(self, head: Token) -> Token:
        """Below "devoir" or "pouvoir" the verb that is meant: "devrait être examinée"."""
        if lemma_of(head) not in {"devoir", "pouvoir"}:
            return head
        return next((child for child in head.rights if child.dep_ == "xcomp"), head)

    def _stands_apart(self, participle: Token) -> bool:
        """A participle between commas tells of somebody else: "Le procès de X et Y, tous deux soupçonnés de …"."""
        if self.group(participle).auxiliaries:
            return False
        before = self.doc[max(participle.sent.start, participle.i - 3) : participle.i]
        return any(t.text == "," for t in before)

    def _is_passive(self, verb: Token) -> bool:
        if "Pass" in verb.morph.get("Voice", []) or any(c.dep_ == "aux:pass" for c in verb.children):
            return True
        return any(c.lower_ in {"se", "s'", "s’"} for c in verb.lefts)

    def _object_of(self, node: Token, head: Token, state: State) -> bool:
        lemma, group = lemma_of(head), self.group(head)
        if node.dep_ in {"obl:mod", "obl", "obl:arg"}:
            case = next((c for c in node.lefts if c.dep_ == "case" or c.lower_ in {"de", "d'", "d’"}), None)
            if case is None or case.lower_ not in {"à", "au", "aux", "de", "d'", "d’", "du", "sur", "pour"}:
                return False
        if is_there(node, head):
            return False
        if case_of_aim(node) and cues.VERBS.get(lemma) == "fail":
            return False  # "a annulé son voyage pour le lancement de"
        effect = self._idiom(head) if lemma in {"mettre", "opposer", "tirer", "avoir", "jeter", "dire"} else None
        if effect is None and lemma not in cues.NOUN_OBJECT_NEUTRAL:
            effect = self._verb_effect(head)
        if lemma_of(node) in SPEECHES and effect in {"fail", "deny"}:
            return False
        topic = effect == "report" and any(c.lower_ == "sur" and c.dep_ == "case" for c in node.lefts)
        known = effect == "fact" or topic or lemma in cues.INFORMING
        if known and self._definite(node):
            return False  # "a refusé de communiquer sur l'enquête", "n'a pas été informé de l'arrivée de X"
        done = group.tense in {"past", "pluperfect"} or lemma_of(head.head) == "venir"
        if lemma == "ordonner" and is_proceeding(node) and done:
            effect = None  # what a judge has ordered takes its course
        if lemma == "évoquer" and group.negated and self._definite(node):
            effect = "plan"  # "n'a jamais évoqué sa démission"
        if lemma_of(node) in _OFFICE_NOUNS and lemma in _LEAVING:
            effect = "end"
        if lemma in cues.PROCEEDINGS_OUTLIVE and is_proceeding(node):
            return False
        if lemma in {"accepter", "valider"} and lemma_of(node) in {"offre", "proposition"} and not group.negated:
            state.modality = "asserted"
        light = (lemma in _LIGHT_VERBS and (node.dep_ == "obj" or lemma not in _BEARERS)) or is_filed(node, head)
        indefinite = effect is None and node.dep_ == "obj" and not self._definite(node)
        takes = lemma in _TAKING and lemma_of(node) in _OFFICE_NOUNS
        if effect == "achieve" or light or indefinite or takes:
            if group.negated:
                state.polarity = "negative"
                state.mark(*group.negation)
            self._tense(group, state)
            self._adverbs(head, state)
            return True
        if effect is not None:
            state.apply(effect, group, head)
            if group.negated and any(c.lower_ in cues.NEGATIVE_DETERMINERS for c in node.lefts):
                state.polarity = "negative"
            self._govern_tense(group, state, infinitive=effect in {"report", "commit", "achieve"})
            self._adverbs(head, state)
            return True
        mere = any(c.lower_ in cues.MERE for c in node.lefts)  # "il ne s'agit pas d'un simple accord"
        bare = any(c.lower_ in cues.BARE_DETERMINERS and c.dep_ in {"det", "case"} for c in node.lefts)
        if group.negated and bare and not mere and not self._definite(node):
            state.polarity = "negative"
            state.mark(*group.negation)
            return True
        return False

    def _definite(self, noun: Token) -> bool:
        """Whether a noun phrase presupposes its thing; a bare or indefinite object is part of the predicate."""
        return noun.pos_ == "PROPN" or any(
            c.dep_ == "det"
            and ("Def" in c.morph.get("Definite", []) or c.morph.get("Poss", []) or c.lower_.startswith("ce"))
            for c in noun.lefts
        )
