"""Is it so? Polarity, modality and status of a predicate, from its own words and from everything that governs it.

The terms are those of ACE as the annotation guidelines use them. A predicate starts as a plain fact; its own tense,
negation and adverbs are applied first, then the effect of each governor on the way up to the root of the clause ("n'a
pas réussi à", "le projet de", "a nié"), innermost first, as scope goes. A presupposed noun or a relative clause takes
nothing from its surroundings. The words live in :mod:`pipeline.cues`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from pipeline import cues
from pipeline.cues import Effect
from pipeline.schema import Modality, Polarity, Status
from pipeline.verbgroup import VerbGroup, is_verbal, lemma_of, verb_group

_MAX_DEPTH = 10
_CLAUSAL = frozenset(
    {"xcomp", "ccomp", "csubj", "csubj:pass", "aux:caus", "obl:arg", "obl:mod", "obl", "obj", "dep", "iobj"}
)
_OBJECT = frozenset({"obj", "obl:arg", "obl:mod", "obl", "iobj", "xcomp", "dep", "obl:agent", "ccomp"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
_REFLEXIVE = frozenset({"se", "s'", "s’", "me", "m'", "m’", "nous", "vous", "te", "t'"})
_FINAL = frozenset({".", "!", "…", "...", "\n"})
_BREAKS = frozenset({":", ";", "«", "»", "“", "”", '"'})
_LIGHT_VERBS = frozenset(
    "avoir faire conclure signer mener réaliser effectuer procéder finaliser lancer nouer sceller entreprendre porter déposer engager intenter passer".split()
)
_TRANSPARENT_NOUNS = frozenset("accord opération processus procédure contrat dossier annonce cas série".split())
_OFFICE_NOUNS = frozenset("présidence direction tête poste fonction fauteuil siège présidences".split())
_CLITICS = frozenset(
    "le la les l' l’ lui leur y en se s' s’ me m' te t' nous vous ne n' n’ pas plus jamais ainsi aussi".split()
)
_BEFORE_NOUN = frozenset(
    "le la les l' l’ un une des du au aux son sa ses leur leurs ce cet cette ces tout toute".split()
)
_LINKS = frozenset("de d' d’ à pour sur".split())
_BETWEEN = frozenset("pas plus jamais même toujours encore aussi ainsi désormais déjà donc finalement bien".split())
_TAKING = frozenset(
    "prendre récupérer obtenir reprendre hériter assurer accéder occuper décrocher briguer conserver".split()
)
_LEAVING = frozenset("quitter céder laisser perdre démissionner abandonner".split())


@dataclass(frozen=True)
class Certainty:
    """How a predicate is told. ``status`` is None where it is not asserted; ``cues`` are character spans in the Doc."""

    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    status: Status | None = "current"
    cues: tuple[tuple[int, int], ...] = ()


@dataclass
class _State:
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    status: Status = "current"
    words: set[int] = field(default_factory=set)
    depth: int = 0

    def mark(self, *tokens: Token) -> None:
        self.words.update(token.i for token in tokens)

    def other(self, *tokens: Token) -> None:
        self.modality = "other"
        self.mark(*tokens)

    def apply(self, effect: Effect, group: VerbGroup | None, word: Token) -> None:
        """The effect of one governor, negated or not, on what stands below it."""
        negated = group is not None and group.negated
        before = self.polarity, self.modality, self.status
        match effect:
            case "plan" | "believe":
                self.modality = "other"
                if negated:
                    self.polarity = "negative"
            case "fail":
                self.modality = "other"
                if not negated:
                    self.polarity = "negative" if self.polarity == "positive" else "positive"
            case "near":
                self.modality, self.polarity = "other", "negative"
            case "achieve" | "commit":
                if negated:
                    self.modality, self.polarity = "other", "negative"
                elif effect == "commit":
                    self.status = "future"
            case "miss":
                if not negated:
                    self.polarity = "negative"
            case "end":
                self.status = "current" if negated else "former"
            case "deny":
                if not negated:
                    self.polarity = "negative" if self.polarity == "positive" else "positive"
            case "report":
                if negated:
                    self.modality = "other"
            case "allege":
                self.modality = "other"
            case "attempt":
                if negated:
                    self.polarity = "negative"
                else:
                    self.modality = "other"
            case "waver":
                if not negated:
                    self.modality = "other"
            case "delay" | "fact":
                pass
        if effect not in {"fact", "achieve", "report"} or before != (self.polarity, self.modality, self.status):
            self.mark(word, *(group.negation if group is not None else ()))

    def done(self, doc: Doc) -> Certainty:
        spans = tuple((doc[i].idx, doc[i].idx + len(doc[i])) for i in sorted(self.words))
        status = self.status if self.modality == "asserted" else None
        return Certainty(self.polarity, self.modality, status, spans)


class Context:
    """What one Doc's predicates share. Build it once per Doc; ``assess`` is then linear in the depth of the parse."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._groups: dict[int, VerbGroup] = {}

    def group(self, token: Token) -> VerbGroup:
        """The verb group of a token, worked out once."""
        if token.i not in self._groups:
            self._groups[token.i] = verb_group(token)
        return self._groups[token.i]

    def assess(self, trigger: Token, role: bool | None = None) -> Certainty:
        """Polarity, modality and status of a trigger: a verb, a noun that names an act, or a role noun.

        ``role`` says whether a noun is a role ("PDG", "filiale"), which the clause around it presupposes, or an act
        ("rachat"), which it may plan or deny; None lets the form of the noun decide.
        """
        state = _State()
        noun = not is_verbal(trigger)
        if role or (role is None and (is_role(trigger) or (noun and not is_act(trigger) and trigger.pos_ != "ADJ"))):
            self._role(trigger, state)
        elif not noun:
            self._verb(trigger, state)
        else:
            self._noun(trigger, state)
        return state.done(self.doc)

    # --- the three kinds of trigger -----------------------------------------------------------------------------------
    def _verb(self, verb: Token, state: _State) -> None:
        group = self.group(verb)
        self._own_words(group, state)
        if group.tense == "participle" and not group.auxiliaries:
            if verb.dep_ != "conj":
                self._adverbs(verb, state)
                return
        elif self._is_past(group) and lemma_of(verb) in cues.STATIVE_VERBS:
            self._past_state(verb, group, state)
        if group.tense == "infinitive":
            self._left_phrase(verb, group.start, state)
        self._adverbs(verb, state)
        self._scare_quotes(verb, state)
        self._climb(verb, state)

    def _noun(self, noun: Token, state: _State) -> None:
        self._nominal_words(noun, state)
        if lemma_of(noun) in cues.SELF_PLANS:
            state.apply("plan", self._copular(noun), noun)
        self._scare_quotes(noun, state)
        if any(child.dep_ == "cop" for child in noun.children):
            self._own_words(self.group(noun), state)
        self._climb(noun, state)

    def _role(self, noun: Token, state: _State) -> None:
        self._role_words(noun, state)
        if lemma_of(noun) in cues.SELF_PLANS:
            state.other(noun)
        group = self.group(noun)
        if any(token.lemma_ == "être" for token in group.auxiliaries):
            self._own_words(group, state)
            if self._is_past(group):
                self._past_state(noun, group, state)
            self._adverbs(noun, state)
            self._climb(noun, state)
            return
        top = noun
        while top.dep_ == "conj":
            top = top.head
        if top.dep_ in {"nmod", "obl:arg", "obl:mod"} and top.head.pos_ in {"NOUN", "ADJ"}:
            post = top.head
            if lemma_of(post) in cues.POST_NOUNS and (effect := cues.NOUNS.get(lemma_of(post))):
                state.apply(effect, None, post)
            if lemma_of(post) in cues.POST_NOUNS:
                self._climb(post, state)
                return
        governor = top.head
        if top.dep_ in _OBJECT | {"nsubj:pass"} and lemma_of(governor) in cues.NAMING_VERBS and governor != top:
            status = state.status
            self._verb(governor, state)
            state.status = state.status if status == "current" else status
        elif top.dep_ in {"obl:mod", "obl:arg", "obl", "advcl"} and lemma_of(governor) in cues.STATIVE_VERBS:
            self._verb(governor, state)

    # --- words of the predicate itself --------------------------------------------------------------------------------
    def _own_words(self, group: VerbGroup, state: _State) -> None:
        if group.negated:
            state.mark(*group.negation)
            if group.no_longer and (lemma_of(group.verb) in cues.STATIVE_VERBS or is_role(group.verb)):
                state.status = "former"
            else:
                state.polarity = "negative"
        self._tense(group, state)

    def _tense(self, group: VerbGroup, state: _State) -> None:
        if group.tense == "conditional" and group.finite is not None:
            state.other(group.finite)
        elif group.tense == "future" and group.finite is not None:
            state.status = "future"
            state.mark(group.finite)

    def _is_past(self, group: VerbGroup) -> bool:
        return group.tense in {"past", "pluperfect", "imperfect"} or (group.tense == "infinitive" and group.perfect)

    def _past_state(self, verb: Token, group: VerbGroup, state: _State) -> None:
        """A lasting tie told in the past is over, unless "depuis" or the sequence of tenses says otherwise."""
        if not group.negated and any(t.lower_ in {"depuis", "toujours"} for t in self._clause(verb)):
            return
        if (
            verb.dep_ == "ccomp"
            and group.tense == "imperfect"
            and self.group(verb.head).tense in {"past", "pluperfect"}
        ):
            return
        state.status = "former"
        state.mark(group.finite if group.finite is not None else verb)

    def _clause(self, verb: Token) -> Iterator[Token]:
        """The tokens near a predicate that belong to it directly: its children and theirs that are words of time."""
        for child in verb.children:
            yield child
            if child.dep_.startswith(("obl", "advmod")):
                yield from child.children

    def _adverbs(self, verb: Token, state: _State) -> None:
        for child in verb.children:
            form = child.lower_
            if form in cues.POSSIBILITY_ADVERBS:
                state.other(child)
            elif form in cues.ALMOST_ADVERBS and abs(child.i - verb.i) <= 2:
                state.apply("near", None, child)
            elif form in cues.FUTURE_ADVERBS and self.group(verb).tense == "present":
                state.status = "future"
                state.mark(child)
            elif child.dep_.startswith("obl"):
                self._doubtful_source(child, state)
        start = self.group(verb).start
        for phrase in cues.POSSIBILITY_PHRASES:
            for index in range(max(verb.sent.start, start - 4), min(verb.sent.end, verb.i + 4)):
                window = self.doc[index : index + len(phrase)]
                if tuple(t.lower_ for t in window) == phrase:
                    state.other(*window)

    def _doubtful_source(self, oblique: Token, state: _State) -> None:
        if lemma_of(oblique) in cues.DOUBTFUL_SOURCES:
            for case in oblique.children:
                if case.dep_ == "case" and case.lower_ in {"selon", "d'après", "suivant"}:
                    state.other(case, oblique)

    def _scare_quotes(self, token: Token, state: _State) -> None:
        """Quotation marks around the predicate alone keep it at a distance: le « rachat »."""
        if 0 < token.i < len(self.doc) - 1:
            before, after = self.doc[token.i - 1], self.doc[token.i + 1]
            if before.text in {"«", "“", '"'} and after.text in {"»", "”", '"'}:
                state.other(before, after)

    def _nominal_words(self, noun: Token, state: _State) -> None:
        """Determiner, epithets and introducing words of a noun that names an act."""
        for child in noun.children:
            if child.dep_ == "det" and child.lower_ in cues.NEGATIVE_DETERMINERS:
                if not self._negation_of_verb(noun):
                    state.polarity = "negative"
                    state.mark(child)
            elif child.pos_ in {"ADJ", "VERB"} or child.dep_ in {"amod", "acl"}:
                self._epithet(child, state)
        edge = min((c.i for c in noun.lefts if c.dep_ in {"det", "amod"}), default=noun.i)
        self._left_phrase(noun, edge, state)

    def _noun_effect(self, noun: Token, below: Token) -> Effect | None:
        """The effect of a governing noun on what hangs on it, where its phrase is whole."""
        lemma = lemma_of(noun)
        needed = cues.NOUN_NEEDS_BEFORE.get(lemma)
        if needed is not None and not any(t.lower_ == needed for t in self.doc[max(0, noun.i - 3) : noun.i]):
            return None
        after = cues.NOUN_NEEDS_AFTER.get(lemma)
        if after is not None and not any(t.lower_ in after for t in self.doc[noun.i + 1 : below.i]):
            return None
        return cues.NOUNS.get(lemma)

    def _copular(self, noun: Token) -> VerbGroup | None:
        return self.group(noun) if any(c.dep_ == "cop" for c in noun.children) else None

    def _negation_of_verb(self, noun: Token) -> bool:
        return noun.dep_ in _OBJECT | _SUBJECT and self.group(noun.head).negated

    def _epithet(self, word: Token, state: _State) -> None:
        lemma, form = lemma_of(word), word.lower_
        effect = cues.EPITHETS.get(form) or cues.EPITHETS.get(lemma)
        if word.dep_ == "acl:relcl" or (effect and any(c.dep_ in {"obj", "aux:tense"} for c in word.children)):
            return
        if effect:
            group = self.group(word)
            state.apply(effect, group, word)
        elif form in cues.FUTURE_ADJECTIVES:
            state.status = "future"
            state.mark(word)

    def _role_words(self, noun: Token, state: _State) -> None:
        """Epithets and dates of a role noun: "ancien", "ex-", "futur", "jusqu'en 2019"."""
        if noun.lower_.startswith(cues.FORMER_PREFIX):
            state.status = "former"
            state.mark(noun)
        near = [self.doc[i] for i in range(max(noun.sent.start, noun.i - 3), noun.i) if self._same_phrase(i, noun)]
        modifiers = {
            child.i: child for child in (*noun.children, *near) if child.pos_ in {"ADJ", "NOUN", "ADV", "X", "PROPN"}
        }
        for _, word in sorted(modifiers.items()):
            form = word.lower_
            if form in cues.FORMER_ADJECTIVES or (form in cues.FORMER_ADVERBS and abs(word.i - noun.i) < 4):
                state.status = "former"
                state.mark(word)
            elif form in cues.FUTURE_ADJECTIVES or (form in cues.FUTURE_ADVERBS and abs(word.i - noun.i) < 4):
                state.status = "future"
                state.mark(word)
            elif form in cues.POSSIBLE_ADJECTIVES:
                state.other(word)
        for child in noun.children:
            if child.dep_.startswith(("obl", "nmod", "advmod")):
                first = self.doc[child.left_edge.i]
                if first.lower_ in cues.UNTIL:
                    state.status = "former"
                    state.mark(first)
                elif first.lower_ in {"de", "entre"} and child.lower_.isdigit() and len(child) == 4:
                    state.status = "former"
                    state.mark(first, child)

    def _same_phrase(self, index: int, noun: Token) -> bool:
        """Whether only epithets and coordinated titles lie between a word and the role noun after it."""
        return all(
            (t.pos_ in {"ADJ", "NOUN", "ADV", "X"} and t.dep_ not in {"nsubj", "obj"}) or t.lower_ in {"et", "-"}
            for t in self.doc[index : noun.i]
        )

    def _left_phrase(self, token: Token, edge: int, state: _State) -> None:
        """The words straight before a noun phrase or an infinitive: "en vue de", "faute d'", "sans", "pas de"."""
        before = [t.lower_.replace("’", "'") for t in self.doc[max(token.sent.start, edge - 4) : edge]]
        words = [*before]
        if edge < token.i and self.doc[edge].lower_ in {"du", "au", "de", "d'"}:
            words.append(self.doc[edge].lower_)
        for phrases, negative in ((cues.OTHER_MARKS, False), (cues.NEGATIVE_MARKS, True)):
            for phrase in phrases:
                if len(words) >= len(phrase) and tuple(words[-len(phrase) :]) == phrase:
                    if phrase == ("sans",) and token.lower_ in cues.PSEUDO_SANS:
                        continue
                    if phrase[0] == "pas" and self._negation_of_verb(token):
                        continue
                    span = self.doc[edge - len(phrase) : edge]
                    if negative:
                        state.polarity = "negative"
                        state.mark(*span)
                    else:
                        state.other(*span)

    # --- the way up ---------------------------------------------------------------------------------------------------
    def _climb(self, start: Token, state: _State) -> None:
        node = start
        for _ in range(_MAX_DEPTH):
            head, nominal = node.head, self._is_nominal(node)
            if node.dep_ == "conj" and head != node:
                self._shared(node, state)
                node = head
            elif head.lower_ in cues.NEGATORS and head.head != head and is_verbal(head.head) and not nominal:
                self._govern(head.head, state, infinitive=False)
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
        return word if linked and lemma in cues.NOUNS else None

    def _govern_surface(self, governor: Token, node: Token, state: _State) -> None:
        if not is_verbal(governor):
            if (effect := self._noun_effect(governor, node)) is not None:
                state.apply(effect, None, governor)
            self._nominal_words(governor, state)
        elif self._is_nominal(node) and lemma_of(governor) in cues.NOUN_OBJECT_NEUTRAL:
            return
        else:
            self._govern(governor, state, infinitive=True)

    def _shared(self, node: Token, state: _State) -> None:
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

    def _from_verb(self, node: Token, state: _State) -> bool:
        """One step up from a verb (or a noun with its copula). False where its clause stands for itself."""
        head, dep = node.head, node.dep_
        infinitive = self.group(node).tense == "infinitive"
        if dep in {"acl", "nmod", "acl:relcl"} and head.pos_ in {"NOUN", "PROPN", "ADJ", "PRON"}:
            if not infinitive and not (dep == "acl" and any(c.lower_ in {"que", "qu'"} for c in node.lefts)):
                return False
            if head.lower_ == "ce":
                return True
            effect = self._noun_effect(head, node)
            if effect is None:
                return False
            state.apply(effect, self._copular(head), head)
            self._nominal_words(head, state)
            return True
        if dep == "advcl" or (dep not in _CLAUSAL and dep != "conj" and not infinitive and self._si(node) is not None):
            return self._adverbial(node, state)
        if dep in _CLAUSAL or (infinitive and dep not in {"conj", "ROOT", "parataxis", "appos"}):
            if not infinitive and dep != "xcomp" and (si := self._si(node)) is not None and not self._exclaims(head):
                state.other(si)
            return self._govern(head, state, infinitive or dep == "xcomp")
        return False

    def _govern(self, head: Token, state: _State, infinitive: bool) -> bool:
        """The effect of a governing verb or adjective on an infinitive or a clause; False where it can govern none."""
        lemma, group = lemma_of(head), self.group(head)
        if head.pos_ in {"NOUN", "ADJ"} and not (head.pos_ == "ADJ" and lemma in cues.VERBS):
            effect = self._noun_effect(head, head) or cues.EPITHETS.get(lemma)
            if effect is not None:
                state.apply(effect, group, head)
            return effect is not None
        if not is_verbal(head):
            return False
        if lemma in {"devoir", "aller", "pouvoir", "venir", "savoir"} and infinitive:
            self._modal(lemma, group, state)
        else:
            effect = self._idiom(head) or self._verb_effect(head)
            if effect is not None:
                state.apply(effect, group, head)
            elif group.negated and infinitive:
                state.polarity = "negative"
                state.mark(*group.negation)
        self._govern_tense(group, state, infinitive)
        self._adverbs(head, state)
        return True

    def _govern_tense(self, group: VerbGroup, state: _State, infinitive: bool) -> None:
        if group.tense == "conditional" and group.finite is not None:
            state.other(group.finite)
        elif group.tense == "future" and infinitive and group.finite is not None:
            state.status = "future"
            state.mark(group.finite)

    def _modal(self, lemma: str, group: VerbGroup, state: _State) -> None:
        """ "doit" and "va" announce; "devait", "allait", "peut" do not; "a dû", "a pu", "vient de" tell what happened."""
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
        if lemma == "pouvoir" or group.tense in {"imperfect", "conditional"}:
            state.other(word)
        else:
            state.status = "future"
            state.mark(word)

    def _verb_effect(self, head: Token) -> Effect | None:
        lemma = lemma_of(head)
        if lemma in cues.REFLEXIVE_ONLY and not any(c.lower_ in _REFLEXIVE for c in head.lefts):
            return None
        return cues.VERBS.get(lemma)

    def _idiom(self, head: Token) -> Effect | None:
        lemma = "être" if any(c.dep_ == "cop" for c in head.children) else lemma_of(head)
        for token in self.doc[head.i : min(head.i + 6, head.sent.end)]:
            if effect := cues.IDIOMS.get((lemma, lemma_of(token))) or cues.IDIOMS.get((lemma, token.lower_)):
                return effect
        return None

    def _adverbial(self, node: Token, state: _State) -> bool:
        """An adverbial clause: its conjunction decides, and the main clause says nothing about it."""
        first = self.group(node).start
        marks = [c for c in node.lefts if c.dep_ in {"mark", "advmod", "case", "fixed"} and c.i <= first]
        si = self._si(node)
        if si is not None:
            tense = self.group(node).tense
            concessive = (si.i > 0 and self.doc[si.i - 1].lower_ == "même") or self._contrast(node)
            if (
                not (concessive or tense == "past")
                or tense in {"pluperfect"}
                or self.group(node.head).tense == "conditional"
            ):
                state.other(si)
            return False
        head = node.head
        infinitive = self.group(node).tense == "infinitive"
        if infinitive and any(c.lower_ == "pour" for c in marks):
            if lemma_of(head) in cues.GOAL_VERBS or cues.NOUNS.get(lemma_of(head)) == "plan":
                state.other(head, next(c for c in marks if c.lower_ == "pour"))
            else:
                self._inherit(head, state)
            return False
        if infinitive and marks and marks[-1].lower_ in {"de", "d'", "d’", "à"} and self._verb_effect(head):
            self._govern(head, state, infinitive=True)
            return True
        self._left_phrase_at(marks[0].i if marks else first, first, node, state)
        return False

    def _inherit(self, head: Token, state: _State) -> None:
        """The purpose or the means of an act that is not a fact is none either: "pourrait grandir en rachetant X"."""
        above = _State()
        if is_verbal(head) and state.depth < _MAX_DEPTH:
            above.depth = state.depth + 1
            self._verb(head, above)
        if above.modality == "other" or self._verb_effect(head) == "plan":
            state.modality = "other"
            state.words |= above.words or {head.i}

    def _contrast(self, node: Token) -> bool:
        """ "S'il est premier ici, il est dernier là": a state in the present beside a present grants, and supposes not."""
        main = self.group(node.head).tense
        state = lemma_of(node) in cues.STATIVE_VERBS or self._copular(node) is not None
        return state and self.group(node).tense == "present" and main == "present" and node.i < node.head.i

    def _exclaims(self, verb: Token) -> bool:
        """ "Dieu sait si": an exclamation."""
        return verb.i > 0 and self.doc[verb.i - 1].lower_ in {"dieu", "diable"}

    def _si(self, verb: Token) -> Token | None:
        """The "si" that opens a verb's clause: among its children, or before its subject on the surface."""
        for child in verb.lefts:
            if child.lower_ in {"si", "s'", "s’"} and child.dep_ in {"mark", "advmod"}:
                return child
        index = self.group(verb).start - 1
        while index >= max(verb.sent.start, self.group(verb).start - 7):
            token = self.doc[index]
            if token.lower_ == "si" and (index == 0 or self.doc[index - 1].pos_ not in {"VERB", "AUX"}):
                return token
            if token.pos_ in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"}:
                return None
            index -= 1
        return None

    def _left_phrase_at(self, start: int, end: int, node: Token, state: _State) -> None:
        words = tuple(t.lower_.replace("’", "'") for t in self.doc[max(node.sent.start, start - 3) : end])
        for phrases, negative in ((cues.OTHER_MARKS, False), (cues.NEGATIVE_MARKS, True)):
            for phrase in phrases:
                at = next((k for k in range(len(words)) if words[k : k + len(phrase)] == phrase), None)
                if at is not None and not (phrase == ("sans",) and node.lower_ in cues.PSEUDO_SANS):
                    begin = max(node.sent.start, start - 3) + at
                    span = self.doc[begin : begin + len(phrase)]
                    if negative:
                        state.polarity = "negative"
                        state.mark(*span)
                    else:
                        state.other(*span)

    def _from_noun(self, node: Token, state: _State) -> bool:
        """One step up from a noun that names an act. False where it is presupposed."""
        head, dep = node.head, node.dep_
        if dep in {"nmod", "obl:arg", "obl:mod", "obl"} and head.pos_ in {"NOUN", "ADJ", "PROPN"}:
            effect = self._noun_effect(head, node)
            if effect is None and lemma_of(head) not in _TRANSPARENT_NOUNS:
                return False
            if effect is not None:
                state.apply(effect, self._copular(head), head)
            self._nominal_words(head, state)
            return True
        if dep in _SUBJECT:
            return self._subject_of(node, head, state)
        if dep in _OBJECT and head.pos_ in {"VERB", "AUX"}:
            return self._object_of(node, head, state)
        return False

    def _subject_of(self, node: Token, head: Token, state: _State) -> bool:
        group = self.group(head)
        lemma = lemma_of(head)
        effect = cues.EPITHETS.get(lemma) if self._is_passive(head) or head.pos_ in {"ADJ", "NOUN"} else None
        if effect is None and lemma in {"échouer", "capoter", "avorter"}:
            effect = "fail"
        effect = effect or self._idiom(head)
        if effect is None and lemma in cues.SUBJECT_ACHIEVE:
            effect = "achieve"
        if effect == "fail" and lemma_of(node) in cues.PROCEEDINGS:
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

    def _is_passive(self, verb: Token) -> bool:
        if "Pass" in verb.morph.get("Voice", []) or any(c.dep_ == "aux:pass" for c in verb.children):
            return True
        return any(c.lower_ in {"se", "s'", "s’"} for c in verb.lefts)

    def _object_of(self, node: Token, head: Token, state: _State) -> bool:
        lemma, group = lemma_of(head), self.group(head)
        if node.dep_ in {"obl:mod", "obl", "obl:arg"}:
            case = next((c for c in node.lefts if c.dep_ == "case" or c.lower_ in {"de", "d'", "d’"}), None)
            if case is None or case.lower_ not in {"à", "au", "aux", "de", "d'", "d’", "du", "sur", "pour"}:
                return False
        effect = self._idiom(head) if lemma in {"mettre", "opposer", "tirer", "avoir", "jeter"} else None
        if effect is None and lemma not in cues.NOUN_OBJECT_NEUTRAL:
            effect = self._verb_effect(head)
        if lemma_of(node) in _OFFICE_NOUNS and lemma in _LEAVING:
            effect = "end"
        if effect == "fail" and lemma_of(node) in cues.PROCEEDINGS:
            return False
        indefinite = effect is None and node.dep_ == "obj" and not self._definite(node)
        takes = lemma in _TAKING and lemma_of(node) in _OFFICE_NOUNS
        if effect == "achieve" or lemma in _LIGHT_VERBS or indefinite or takes:
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
        if group.negated and any(c.lower_ in cues.BARE_DETERMINERS and c.dep_ in {"det", "case"} for c in node.lefts):
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

    def _root(self, node: Token, nominal: bool, state: _State) -> None:
        """At the top of the sentence: a question, or a main clause under a condition."""
        for child in node.children:
            if nominal and child.i > node.i and any(c.dep_ == "cop" for c in child.children):
                self._subject_of(node, child, state)
            if child.dep_ == "advcl" and self.group(node).tense in {"present", "future", "conditional"}:
                si = self._si(child)
                if si is not None and self.group(child).tense in {"present", "imperfect", "pluperfect"}:
                    before = self.doc[si.i - 1].lower_ if si.i else ""
                    if before not in {"même", "comme"}:
                        state.other(si)
        self._question(node, state)

    def _question(self, node: Token, state: _State) -> None:
        """A yes-or-no question leaves the predicate open; "pourquoi" and "comment" presuppose it."""
        for token in self.doc[node.i : min(len(self.doc), node.i + 60)]:
            if token.text == "?":
                begin = max(node.sent.start, node.i - 12)
                if not any(t.lower_ in {"pourquoi", "comment"} for t in self.doc[begin : node.i]):
                    state.other(token)
                return
            if token.text in _FINAL or token.text in _BREAKS or "\n" in token.text:
                return


def is_role(noun: Token) -> bool:
    """Whether a noun names what somebody is ("PDG", "filiale") and not what happens, by its form."""
    lemma, form = lemma_of(noun), noun.lower_
    for word in (lemma, form):
        base = word.removeprefix("ex-").removeprefix("co-")
        if base in cues.ROLE_NOUNS or base.endswith(cues.ROLE_SUFFIXES):
            return True
    return False


def is_act(noun: Token) -> bool:
    """Whether a noun names something that happens or binds ("rachat", "nomination", "accord"), by its form."""
    lemma = lemma_of(noun)
    if lemma in cues.ACT_NOUNS or noun.lower_ in cues.ACT_NOUNS or lemma in cues.SELF_PLANS:
        return True
    return noun.pos_ == "NOUN" and lemma.removesuffix("s").endswith(cues.ACT_SUFFIXES)


def is_presupposed(trigger: Token) -> bool:
    """Whether a role noun or a reduced participle only describes ("le patron de X", "racheté par Y") and tells nothing."""
    if trigger.dep_ in {"acl", "amod"} and _bare_participle(trigger):
        return True
    if not is_role(trigger) or any(lemma_of(child) == "être" for child in trigger.lefts):
        return False
    return lemma_of(trigger.head) not in cues.NAMING_VERBS or trigger.dep_ not in _OBJECT


def _bare_participle(token: Token) -> bool:
    return "Part" in token.morph.get("VerbForm", []) and not any(c.dep_.startswith("aux") for c in token.lefts)


def assess(trigger: Token, role: bool | None = None) -> Certainty:
    """One trigger on its own; for several of one Doc build a :class:`Context` once."""
    return Context(trigger.doc).assess(trigger, role)
