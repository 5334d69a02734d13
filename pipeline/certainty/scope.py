"""The way up from a predicate to the root of its clause: which governors have it in their scope, and which do not.

The parse leads; where it is weak, the words straight before an infinitive or a noun do. Relative clauses, appositions
and definite nouns are presupposed and take nothing from above.
"""

from __future__ import annotations

from pipeline.certainty import cues
from pipeline.certainty.conditions import Conditions
from pipeline.certainty.effects import State
from pipeline.certainty.told import is_result, is_said_anyway
from pipeline.certainty.verbgroup import is_verbal, lemma_of
from pipeline.certainty.wording import OBJECT, SUBJECT
from pipeline.parsed import Token

_MAX_DEPTH = 10
_REACH = 7
_CLAUSAL = frozenset(
    {"xcomp", "ccomp", "csubj", "csubj:pass", "aux:caus", "obl:arg", "obl:mod", "obl", "obj", "dep", "iobj"}
)
_FINAL = frozenset({".", "!", "…", "...", "\n"})
_BREAKS = frozenset({":", ";", "«", "»", "“", "”", '"'})
_TRANSPARENT_NOUNS = frozenset("accord opération processus procédure contrat dossier annonce cas série".split())
_CLITICS = frozenset(
    "le la les l' l’ lui leur y en se s' s’ me m' te t' nous vous ne n' n’ pas plus jamais ainsi aussi".split()
)
_OBJECT_CLITICS = frozenset("le la les l' l’ lui leur y en se s' s’".split())
_BEFORE_NOUN = frozenset(
    "le la les l' l’ un une des du au aux son sa ses leur leurs ce cet cette ces tout toute".split()
)
_GOVERNED_CASES = frozenset("de d' d’ du des à au aux sur pour en entre concernant".split())
_LINKS = frozenset("de d' d’ à pour sur".split())
_ORDERS = frozenset({"avant", "après"})
_BETWEEN = frozenset("pas plus jamais même toujours encore aussi ainsi désormais déjà donc finalement bien".split())


class Scope(Conditions):
    """Climbs from a predicate through everything that has it in its scope."""

    def _verb(self, verb: Token, state: State) -> None:
        group = self.group(verb)
        self._own_words(group, state)
        if group.tense == "participle" and not group.auxiliaries:
            if verb.dep_ != "conj":
                self._adverbs(verb, state)
                if verb.dep_ == "advcl" and verb.lower_.endswith("ant"):
                    self._adverbial(verb, state)
                if not any("Fin" in t.morph.get("VerbForm", []) for t in verb.sent):
                    self._question(verb, state)
                return
        elif self._is_past(group) and lemma_of(verb) in cues.STATIVE_VERBS:
            self._past_state(verb, group, state)
        if group.tense == "infinitive":
            edge = group.start
            while edge > 1 and self.doc[edge - 1].lower_ in _OBJECT_CLITICS:
                edge -= 1  # "sans la nommer"
            self._left_phrase(verb, edge, state)
        elif mark := next((c for c in verb.lefts if c.dep_ == "mark"), None):
            self._left_phrase_at(mark.i, mark.i + 1, verb, state)
        self._adverbs(verb, state)
        self._climb(verb, state)

    def _climb(self, start: Token, state: State) -> None:
        node = start
        for _ in range(_MAX_DEPTH):
            head, nominal = node.head, self._is_nominal(node)
            if head != node and (self._apart(node, head) or self._incise(node)):
                self._root(node, nominal, state)
                return
            if head != node and (self._relative(node) or is_result(node)):
                return
            if node.dep_ == "conj" and head != node:
                if nominal and any(c.dep_ == "case" and c.lower_ not in _GOVERNED_CASES for c in node.lefts):
                    return
                if is_verbal(node) and self.group(node).finite is not None and not self._finite(head):
                    # "ne peut pas rembourser et a lancé": a finite verb is beside the governor of the infinitive.
                    self._root(node, nominal, state)
                    return
                if any(c.lower_ == "mais" for c in node.lefts):
                    self._despite(head, state)
                    return
                # An infinitive beside a finite verb hangs on it: "veut vendre X et racheter Y".
                if not nominal and self._infinitive(node) and is_verbal(head) and not self._infinitive(head):
                    self._govern(head, node, state, infinitive=True)
                else:
                    self._shared(node, state)
                node = head
            elif head.lower_ in cues.NEGATORS and head.head != head and is_verbal(head.head) and not nominal:
                self._govern(head.head, node, state, infinitive=False)
                node = head.head
            elif (
                nominal
                and node.dep_.startswith("obl")
                and (noun := self._surface(node, nominal))
                and not is_verbal(noun)
            ):
                self._govern_surface(noun, node, state)
                node = noun
            elif head != node and (self._from_noun(node, state) if nominal else self._from_verb(node, state)):
                node = head
            elif (governor := self._surface(node, nominal)) is not None and governor.i < node.i:
                self._govern_surface(governor, node, state)
                node = governor
            else:
                if head == node or node.dep_ in {"parataxis", "dep", "appos"}:
                    self._root(node, nominal, state)
                return

    def _infinitive(self, node: Token) -> bool:
        return self.group(node).tense == "infinitive"

    def _finite(self, node: Token) -> bool:
        return self.group(node).finite is not None

    def _despite(self, head: Token, state: State) -> None:
        """After "mais" the plan holds on, the negation does not: "veut non pas vendre, mais racheter"."""
        polarity = state.polarity
        self._climb(head, state)
        state.polarity = polarity

    def _apart(self, node: Token, head: Token) -> bool:
        """Whether a sentence ends, or a citation begins before a finite clause, between a node and its head."""
        between = self.doc[min(node.i, head.i) + 1 : max(node.i, head.i)]
        if any(t.text in {".", "!", "?"} or "\n" in t.text for t in between):
            return True
        told = cues.VERBS.get(lemma_of(head)) in {"report", "deny", "believe"}
        quoted = head.i < node.i and any(t.text in {"«", "“", '"'} for t in between)
        return quoted and not told and is_verbal(node) and self.group(node).tense not in {"infinitive", "participle"}

    def _incise(self, verb: Token) -> bool:
        """Whether a verb stands in an incise ("…, révèle la presse"): its subject follows it."""
        if verb.dep_ == "conj" or not is_verbal(verb) or self.group(verb).tense in {"infinitive", "participle"}:
            return False
        start = self.group(verb).start
        while start > 1 and self.doc[start - 1].lower_ in _OBJECT_CLITICS:
            start -= 1
        before = self.doc[start - 1].text if start else ""
        after = self.doc[min(verb.i + 1, len(self.doc) - 1)]
        if before not in {",", "»", "”", '"'} or any(c.dep_.startswith("nsubj") and c.i < start for c in verb.lefts):
            return False
        return after.pos_ in {"PROPN", "DET"} or any(c.dep_.startswith("nsubj") for c in verb.rights)

    def _relative(self, verb: Token) -> bool:
        """A relative clause that the parser took for a completive: "Altaïs, qu'il a quitté", "…, qui a quitté"."""
        if verb.dep_ not in _CLAUSAL or not is_verbal(verb) or self.group(verb).tense in {"infinitive", "participle"}:
            return False
        for index in range(self.group(verb).start - 1, max(1, self.group(verb).start - _REACH), -1):
            token = self.doc[index]
            if token.lower_ in {"que", "qu'", "qu’", "qui", "dont", "où"}:
                before, name = self.doc[index - 1], self.doc[index - 2]
                told = cues.VERBS.get(lemma_of(verb.head)) == "report"
                return before.text == "," and name.pos_ in {"NOUN", "PROPN"} and not told
            if token.pos_ in {"VERB", "AUX", "PUNCT", "CCONJ"}:
                return False
        return False

    def _is_nominal(self, node: Token) -> bool:
        return not is_verbal(node) and not any(c.dep_ == "cop" for c in node.children)

    def _surface(self, node: Token, nominal: bool) -> Token | None:
        """The governor that stands straight before an infinitive or a noun, where the parser found another one."""
        if not nominal and self.group(node).tense != "infinitive":
            return None
        first = max(0, node.i - 12)
        index = (node.i if nominal else self.group(node).start) - 1
        skipped = _BEFORE_NOUN if nominal else _CLITICS
        contracted = False
        if nominal and self.doc[index].text in {"«", "“", '"'}:
            index -= 1  # "dément le « rachat »"
        while index > first and (self.doc[index].lower_ in skipped or (nominal and self.doc[index].pos_ == "ADJ")):
            contracted = contracted or self.doc[index].lower_ in {"du", "au", "aux", "des"}
            index -= 1
        linked = contracted or self.doc[index].lower_ in _LINKS
        if self.doc[index].lower_ in _LINKS:
            index -= 1
        while index > first and self.doc[index].lower_ in _BETWEEN:
            index -= 1
        word = self.doc[index]
        if index < first or word == node.head:
            return None
        lemma = lemma_of(word)
        if is_verbal(word):
            return word if lemma in cues.VERBS or (nominal and lemma == "avoir") else None
        return word if linked and self._noun_effect(word, node) is not None else None

    def _govern_surface(self, governor: Token, node: Token, state: State) -> None:
        if not is_verbal(governor):
            if (effect := self._noun_effect(governor, node)) is not None:
                state.apply(effect, None, governor)
            self._nominal_words(governor, state)
        elif self._is_nominal(node) and lemma_of(governor) in cues.NOUN_OBJECT_NEUTRAL:
            return
        else:
            self._govern(governor, node, state, infinitive=True)

    def _shared(self, node: Token, state: State) -> None:
        """A second participle or infinitive without its own auxiliary shares the tense and negation of the first."""
        mine, first = self.group(node), self.group(node.head)
        if node.pos_ not in {"VERB", "AUX"} or node.head.pos_ not in {"VERB", "AUX"}:
            return
        if not mine.auxiliaries and mine.tense == "participle" and first.auxiliaries:
            if first.negated and not mine.negated:
                state.polarity = "negative"
                state.mark(*first.negation)
            self._tense(first, state)
            self._adverbs(node.head, state)

    def _from_verb(self, node: Token, state: State) -> bool:
        """One step up from a verb (or a noun with its copula). False where its clause stands for itself."""
        head, dep = node.head, node.dep_
        infinitive = self.group(node).tense == "infinitive"
        if infinitive and (order := next((c for c in node.lefts if c.dep_ == "mark" and c.lower_ in _ORDERS), None)):
            if order.lower_ == "avant":
                self._not_before(head, state)
            return False
        if dep in {"acl", "nmod", "acl:relcl"} and head.pos_ in {"NOUN", "PROPN", "ADJ", "PRON"}:
            if not infinitive and not any(
                c.lower_ in {"que", "qu'", "qu’"} and (dep == "acl" or c.dep_ == "mark") for c in node.lefts
            ):
                return False
            if head.lower_ == "ce":
                return True
            effect = self._noun_effect(head, node)
            if effect is None:
                return False
            had = self.group(head.head)
            if head.lower_ == "idée" and lemma_of(head.head) == "avoir" and (had.tense == "past" or had.perfect):
                return True  # "a eu l'idée de lancer": and did
            state.apply(effect, self._copular(head), head)
            self._nominal_words(head, state)
            return True
        if dep == "advcl" or (dep not in _CLAUSAL and dep != "conj" and not infinitive and self.si(node) is not None):
            return self._adverbial(node, state)
        if dep in _CLAUSAL or (infinitive and dep not in {"conj", "ROOT", "parataxis", "appos"}):
            if not infinitive and dep == "ccomp" and is_said_anyway(head):
                return False
            if not infinitive and dep != "xcomp" and (si := self.si(node)) is not None and not self.exclaims(head):
                state.other(si)
                state.polarity = "positive"
            return self._govern(head, node, state, infinitive or dep == "xcomp")
        return False

    def _not_before(self, first: Token, state: State) -> None:
        """What follows an act is no surer than it: "veut grandir avant de racheter"; "a grandi avant de racheter"."""
        while not is_verbal(first) and first.head != first:
            first = first.head
        main = first
        while self._infinitive(main) and main.head != main and is_verbal(main.head):
            main = main.head
        if not is_verbal(main) or state.depth >= _MAX_DEPTH:
            return
        tense = self.group(main).tense
        done = tense in {"past", "pluperfect"}
        over = done or (tense == "imperfect" and lemma_of(main) not in {"devoir", "pouvoir", "falloir", "aller"})
        waits = not done and lemma_of(first) != "travailler" and self._verb_effect(first) in {"plan", "waver"}
        above = State(depth=state.depth + 1)
        self._verb(main if over else first, above)
        if waits or above.modality == "other":
            state.modality = "other"
            state.words |= above.words or {first.i}
        elif above.status == "future":
            state.status = "future"
            state.words |= above.words

    def _from_noun(self, node: Token, state: State) -> bool:
        """One step up from a noun that names an act. False where it is presupposed."""
        head, dep = node.head, node.dep_
        if dep in {"nmod", "obl:arg", "obl:mod", "obl"} and head.pos_ in {"NOUN", "ADJ", "PROPN"}:
            case = next((c for c in node.lefts if c.dep_ == "case"), None)
            if case is not None and (case.lower_ not in _GOVERNED_CASES or self.doc[case.i + 1].lower_ == "après"):
                return False
            effect = self._noun_effect(head, node)
            if effect is None and lemma_of(head) not in _TRANSPARENT_NOUNS:
                return False
            if effect is not None:
                state.apply(effect, self._copular(head), head)
            self._nominal_words(head, state)
            return True
        if dep in SUBJECT:
            return self._subject_of(node, head, state)
        if dep in OBJECT and head.pos_ in {"VERB", "AUX"}:
            return self._object_of(node, head, state)
        return False

    def _adverbial(self, node: Token, state: State) -> bool:
        """An adverbial clause: its conjunction decides, and the main clause says nothing about it."""
        first = self.group(node).start
        marks = [c for c in node.lefts if c.dep_ in {"mark", "advmod", "case", "fixed"} and c.i <= first]
        si = self.si(node)
        if si is not None:
            if not self.granted(node, node.head, si):
                state.other(si)
                state.polarity = "positive"  # "s'il n'arrive pas à signer" leaves it open
            return False
        head = node.head
        infinitive = self.group(node).tense == "infinitive"
        before = any(c.lower_ in _ORDERS for c in marks)
        if infinitive and (before or any(c.lower_ == "pour" for c in marks)) and self.group(node).perfect:
            return False  # "risque une amende pour avoir publié": the reason
        if infinitive and any(c.lower_ == "pour" for c in marks):
            seeks = lemma_of(head) in cues.GOAL_VERBS or cues.NOUNS.get(lemma_of(head)) == "plan"
            if seeks or any(child.i < node.i and lemma_of(child) in cues.SEEKING for child in head.rights):
                # "est entré en négociations pour racheter X"
                state.other(head, next(c for c in marks if c.lower_ == "pour"))
            else:
                self._inherit(head, state)
            return False
        if infinitive and marks and not before and marks[-1].lower_ in _LINKS and self._verb_effect(head):
            self._govern(head, node, state, infinitive=True)
            return True
        fronted = node.lower_.endswith("ant") and node.i < head.i and self.group(head).tense != "conditional"
        if ((infinitive and not self.group(node).perfect) or node.lower_.endswith("ant")) and not (fronted or before):
            self._inherit(head, state, None if infinitive else node)
        self._left_phrase_at(marks[0].i if marks else first, first, node, state)
        return False

    def _was_done(self, means: Token, head: Token) -> bool:
        """ "a voulu lui rendre hommage en postant": done; and what is beside a citation hangs on none of its verbs."""
        wish = head.head if self._infinitive(head) else head
        if lemma_of(wish) in {"vouloir", "tenir", "souhaiter"} and self.group(wish).tense == "past":
            return not self.group(wish).negated
        between = self.doc[head.i : means.i]
        return sum(t.text in {"»", "”", '"'} for t in between) > sum(t.text in {"«", "“"} for t in between)

    def _inherit(self, head: Token, state: State, means: Token | None = None) -> None:
        """The purpose or the means of an act that is not a fact is none either: "pourrait grandir en rachetant X"."""
        above = State()
        if means is not None and (self._was_done(means, head) or self._incise(head)):
            return
        if cues.VERBS.get(lemma_of(head.head)) == "attempt":
            return
        if is_verbal(head) and state.depth < _MAX_DEPTH:
            above.depth = state.depth + 1
            self._verb(head, above)
        guest = means is not None and self.group(head).tense == "participle"  # "invité sur France 3, en accusant X"
        if above.modality == "other" or (self._verb_effect(head) == "plan" and not guest):
            state.modality = "other"
            state.words |= above.words or {head.i}

    def _root(self, node: Token, nominal: bool, state: State) -> None:
        """At the top of the sentence: a question, or a main clause under a condition."""
        for child in node.children:
            if nominal and child.i > node.i and any(c.dep_ == "cop" for c in child.children):
                self._subject_of(node, child, state)
            if child.dep_ == "advcl" and self.group(node).tense in {"present", "future", "conditional"}:
                quoted = any(
                    t.text in {"«", "»", "“", "”", '"'} for t in self.doc[min(child.i, node.i) : max(child.i, node.i)]
                )
                si = None if quoted else self.si(child)
                if si is not None and self.doc[max(si.i - 1, 0)].lower_ != "comme" and self.binds(child, node, si):
                    state.other(si)
        if self.group(node).tense in {"future", "conditional"}:
            for token in self.doc[node.i : min(node.sent.end, node.i + _REACH * 2)]:
                if token.lower_ == "cas" and self.doc[token.i - 1].lower_ == "en" and token.i > node.i:
                    state.other(token)
        self._question(node, state)

    def _question(self, node: Token, state: State) -> None:
        """A yes-or-no question leaves the predicate open; "pourquoi" and "comment" presuppose it."""
        for token in self.doc[node.i : min(len(self.doc), node.i + 60)]:
            if token.text == "?":
                begin = max(node.sent.start, node.i - 25)
                if not any(t.lower_ in {"pourquoi", "comment"} for t in self.doc[begin : node.i]):
                    state.other(token)
                return
            if token.text in _FINAL or token.text in _BREAKS or "\n" in token.text:
                return
