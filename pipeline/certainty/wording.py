"""The words of a predicate itself: tense, negation, adverbs, epithets, the phrase straight before it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.certainty import cues
from pipeline.certainty.cues import Effect
from pipeline.certainty.effects import State
from pipeline.certainty.nouns import is_proceeding, is_role
from pipeline.certainty.told import is_happened, is_set
from pipeline.certainty.verbgroup import VerbGroup, is_verbal, lemma_of, verb_group
from pipeline.parsed import Doc, Token

OBJECT = frozenset({"obj", "obl:arg", "obl:mod", "obl", "iobj", "xcomp", "dep", "ccomp"})
SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})


class Wording:
    """Judges predicates by their own words. Verb groups are worked out once for a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._groups: dict[int, VerbGroup] = {}

    def group(self, token: Token) -> VerbGroup:
        """The verb group of a token, worked out once."""
        if token.i not in self._groups:
            self._groups[token.i] = verb_group(token)
        return self._groups[token.i]

    def _own_words(self, group: VerbGroup, state: State, role: bool = False) -> None:
        if group.negated:
            state.mark(*group.negation)
            if group.no_longer and (role or lemma_of(group.verb) in cues.STATIVE_VERBS or is_role(group.verb)):
                state.status = "former"
            else:
                state.polarity = "negative"
        self._tense(group, state)

    def _tense(self, group: VerbGroup, state: State) -> None:
        if group.tense == "conditional" and group.finite is not None and not self._announced(group):
            state.other(group.finite)
        elif group.tense in {"future", "conditional"} and group.finite is not None:
            state.status = "future"
            state.mark(group.finite)
        elif self._imperative(group):
            state.other(group.verb)

    def _announced(self, group: VerbGroup) -> bool:
        """The future in the past: "a annoncé qu'il rachèterait"; not "aurait racheté", nor "devrait", of hearsay."""
        verb = group.verb
        if verb.dep_ != "ccomp" or group.perfect or lemma_of(verb) in {"devoir", "pouvoir", "vouloir"}:
            return False
        said = self.group(verb.head)
        told = said.tense == "past" and not said.negated and lemma_of(verb.head) in cues.ANNOUNCING
        return told and not any(c.lower_ in {"si", "s'", "s’"} for c in verb.lefts)

    def _imperative(self, group: VerbGroup) -> bool:
        """ "Passons un accord": a first or second person without its subject."""
        verb = group.verb
        if group.finite is not verb or group.tense != "present" or not verb.lower_.endswith(("ons", "ez")):
            return False
        return verb.dep_ != "conj" and not any(c.dep_.startswith(("nsubj", "expl")) for c in verb.children)

    def _is_past(self, group: VerbGroup) -> bool:
        return group.tense in {"past", "pluperfect", "imperfect"} or (group.tense == "infinitive" and group.perfect)

    def _past_state(self, verb: Token, group: VerbGroup, state: State) -> None:
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

    def _adverbs(self, verb: Token, state: State) -> None:
        for child in verb.children:
            form = child.lower_
            if form in cues.POSSIBILITY_ADVERBS:
                state.other(child)
            elif form in cues.ALMOST_ADVERBS and abs(child.i - verb.i) <= 2:
                state.apply("near", None, child)
            elif form in cues.FUTURE_ADVERBS and self.group(verb).tense in {"present", "participle"}:
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

    def _doubtful_source(self, oblique: Token, state: State) -> None:
        if lemma_of(oblique) in cues.DOUBTFUL_SOURCES:
            for case in oblique.children:
                if case.dep_ == "case" and case.lower_ in {"selon", "d'après", "suivant"}:
                    state.other(case, oblique)

    def _nominal_words(self, noun: Token, state: State) -> None:
        """Determiner, epithets and introducing words of a noun that names an act."""
        for child in noun.children:
            if child.dep_ == "det" and child.lower_ in cues.NEGATIVE_DETERMINERS:
                if not self._negation_of_verb(noun):
                    state.polarity = "negative"
                    state.mark(child)
            elif child.dep_ == "case" and child.lower_ == "vers" and child.is_sent_start:
                state.other(child)
            elif child.pos_ in {"ADJ", "VERB"} or child.dep_ in {"amod", "acl"}:
                self._epithet(noun, child, state)
        edge = min((c.i for c in noun.lefts if c.dep_ in {"det", "amod"}), default=noun.i)
        self._left_phrase(noun, edge, state)

    def _noun_effect(self, noun: Token, below: Token) -> Effect | None:
        """The effect of a governing noun on what hangs on it, where its phrase is whole."""
        lemma = lemma_of(noun)
        if lemma in cues.PROCEEDINGS_OUTLIVE and is_proceeding(below):
            return None
        needed = cues.NOUN_NEEDS_BEFORE.get(lemma)
        if needed is not None and not any(t.lower_ == needed for t in self.doc[max(0, noun.i - 3) : noun.i]):
            return None
        after = cues.NOUN_NEEDS_AFTER.get(lemma)
        if after is not None and not any(t.lower_ in after for t in self.doc[noun.i + 1 : below.i]):
            return None
        if lemma in cues.INFINITIVE_NOUNS and not is_verbal(below):
            return None
        if lemma == "occasion":
            lets = lemma_of(noun.head) == "passer" and lemma_of(noun.head.head) == "laisser"
            if is_happened(noun, self._copular(noun) or self.group(noun.head.head if lets else noun.head)):
                return None
        return cues.NOUNS.get(lemma)

    def _copular(self, noun: Token) -> VerbGroup | None:
        return self.group(noun) if any(c.dep_ == "cop" for c in noun.children) else None

    def _negation_of_verb(self, noun: Token) -> bool:
        return noun.dep_ in OBJECT | SUBJECT and self.group(noun.head).negated

    def _epithet(self, noun: Token, word: Token, state: State) -> None:
        lemma, form = lemma_of(word), word.lower_
        effect = cues.EPITHETS.get(form) or cues.EPITHETS.get(lemma)
        if lemma in cues.PROCEEDINGS_OUTLIVE and is_proceeding(noun):
            return
        if word.lower_.endswith("ant") and is_verbal(word):
            return  # "une lettre demandant de": what asks is there
        if word.i > noun.i and self.doc[word.i - 1].pos_ in {"ADP", "DET"}:
            return  # "les révélations sur de présumées pratiques": another noun's
        if word.dep_ == "acl:relcl" or (effect and any(c.dep_ in {"obj", "aux:tense"} for c in word.children)):
            return
        if effect == "plan" and is_proceeding(noun) and is_set(noun, word):
            state.status = "future"
            state.mark(word)
        elif effect:
            group = self.group(word)
            state.apply(effect, group, word)
        elif form in cues.FUTURE_ADJECTIVES:
            state.status = "future"
            state.mark(word)

    def _role_words(self, noun: Token, state: State) -> None:
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
            former = form in cues.FORMER_ADJECTIVES or form.startswith(cues.FORMER_PREFIX)
            if former or (form in cues.FORMER_ADVERBS and abs(word.i - noun.i) < 4):
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

    def _steps(self, index: int) -> bool:
        """Whether the "pas" at ``index`` is the noun: "les pas de lancement"."""
        return index > 0 and self.doc[index - 1].pos_ in {"DET", "ADJ"}

    def _left_phrase(self, token: Token, edge: int, state: State) -> None:
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
                    if phrase[0] == "pas" and (
                        self._negation_of_verb(token)
                        or self._steps(edge - len(phrase))
                        or any(child.lower_ in cues.MERE for child in token.lefts)
                    ):
                        continue
                    span = self.doc[edge - len(phrase) : edge]
                    if negative:
                        state.polarity = "negative"
                        state.mark(*span)
                    else:
                        state.other(*span)

    def _left_phrase_at(self, start: int, end: int, node: Token, state: State) -> None:
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
