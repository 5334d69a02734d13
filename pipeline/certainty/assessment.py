"""Is it so? Polarity, modality and status of a predicate, from its own words and from everything that governs it.

The terms are those of ACE as the annotation guidelines use them. A predicate starts as a plain fact; its own tense,
negation and adverbs are applied first (:mod:`pipeline.certainty.wording`), then the effect of each governor on the way
up to the root of the clause (:mod:`pipeline.certainty.scope`), innermost first: "n'a pas réussi à", "le projet de", "a
nié". The words live in :mod:`pipeline.certainty.cues`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.certainty import cues
from pipeline.certainty.denials import denied_later, denied_whole
from pipeline.certainty.effects import Certainty, State
from pipeline.certainty.nouns import is_act, is_role
from pipeline.certainty.scope import Scope
from pipeline.certainty.told import is_definite, is_done, is_granting, is_no_matter, is_quoted_from, owns
from pipeline.certainty.verbgroup import is_verbal, lemma_of
from pipeline.certainty.wording import OBJECT, SUBJECT
from pipeline.parsed import Token

_OBLIQUE = frozenset({"obl:mod", "obl:arg", "obl", "advcl"})


class Context(Scope):
    """What one Doc's predicates share. Build it once per Doc; ``assess`` is then linear in the depth of the parse."""

    def assess(self, trigger: Token, role: bool | None = None) -> Certainty:
        """Polarity, modality and status of a trigger: a verb, a noun that names an act, or a role noun.

        ``role`` says whether a noun is a role ("PDG", "filiale"), which the clause around it presupposes, or an act
        ("rachat"), which it may plan or deny; None lets the form of the noun decide.
        """
        state = State()
        if trigger.pos_ == "DET" and trigger.head.i > trigger.i:
            trigger = trigger.head  # "un article" is one word of the rules
        noun = not is_verbal(trigger)
        if role or (role is None and (is_role(trigger) or (noun and not is_act(trigger) and trigger.pos_ != "ADJ"))):
            self._role(trigger, state)
        elif not noun:
            self._verb(trigger, state)
        else:
            self._noun(trigger, state)
        told = not role and state.polarity == "positive" and not is_presupposed(trigger)
        if told and (denial := denied_whole(trigger)) is not None:
            state.apply("deny", None, denial)
        return state.done(self.doc)

    def _noun(self, noun: Token, state: State) -> None:
        if self._speaks(noun):
            return
        self._nominal_words(noun, state)
        if lemma_of(noun) in cues.SELF_PLANS:
            state.apply("plan", self._copular(noun), noun)
        self._scare_quotes(noun, state)
        if (denied := is_no_matter(noun)) is not None:
            state.polarity = "negative"
            state.mark(denied)
        if any(child.dep_ == "cop" for child in noun.children):
            self._own_words(self.group(noun), state)
        if not self._is_known_document(noun) and not is_done(noun):
            self._climb(noun, state)
        if state.polarity == "positive" and (denial := denied_later(noun)) is not None:
            state.apply("deny", None, denial)

    def _scare_quotes(self, noun: Token, state: State) -> None:
        """Quotation marks around its name alone keep an act at a distance: "le « rachat » d'Octavia est une rumeur".

        Not where the verb takes it for granted, or denies it: the press quotes somebody's word for it there.
        """
        if not 0 < noun.i < len(self.doc) - 1:
            return
        before, after = self.doc[noun.i - 1], self.doc[noun.i + 1]
        if before.text not in {"«", "“", '"'} or after.text not in {"»", "”", '"'}:
            return
        governors = [noun.head] if noun.dep_ in OBJECT | {"nsubj:pass"} else []
        if (surface := self._surface(noun, True)) is not None:
            governors.append(surface)
        if not any(is_granting(verb) or cues.VERBS.get(lemma_of(verb)) == "deny" for verb in governors):
            state.other(before, after)

    def _is_known_document(self, noun: Token) -> bool:
        """Whether a document is out, whatever is said of it: "à en croire les révélations de X"."""
        if lemma_of(noun) not in cues.OUT:
            return False
        owned = any(owns(child) for child in noun.lefts)
        if owned and noun.dep_ in SUBJECT and lemma_of(noun.head) in cues.APPEARING:
            return False
        making = noun.dep_ in OBJECT | {"nsubj:pass"} and lemma_of(noun.head) in cues.MAKING_VERBS
        return is_definite(noun) and not making

    def _speaks(self, noun: Token) -> bool:
        """Whether an act or a document is where words come from ("selon une étude", "dans un communiqué")."""
        index = noun.i - 1
        while index > 0 and self.doc[index].pos_ in {"DET", "ADJ", "NUM"}:
            index -= 1
        form = self.doc[max(index, 0)].lower_
        if is_quoted_from(noun, self.doc[max(index, 0)]):
            return True
        if form in {"dans", "sur", "via"}:
            return lemma_of(noun) in cues.DOCUMENTS
        if form == "croire" and index > 0 and self.doc[index - 1].lower_ == "en":
            return True
        dapres = form == "après" and index > 0 and self.doc[index - 1].lower_ in {"d'", "d’"}
        return dapres or form in cues.SOURCE_PREPOSITIONS

    def _role(self, noun: Token, state: State) -> None:
        self._role_words(noun, state)
        if lemma_of(noun) in cues.SELF_PLANS and not self._stands_for(noun):
            state.other(noun)
        group = self.group(noun)
        if any(token.lemma_ == "être" for token in group.auxiliaries):
            self._own_words(group, state, role=True)
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
        if top.dep_ in OBJECT | {"nsubj:pass"} and lemma_of(governor) in cues.NAMING_VERBS and governor != top:
            status = state.status
            self._verb(governor, state)
            state.status = state.status if status == "current" else status
        elif top.dep_ in _OBLIQUE and lemma_of(governor) in cues.STATIVE_VERBS and self._serves(top):
            self._verb(governor, state)

    def _serves(self, post: Token) -> bool:
        """Whether a role noun says as what somebody acts ("travaille comme"), and not who else does ("selon", "sa")."""
        if any(owns(child) for child in post.lefts):
            return False
        cases = [child.lower_ for child in post.lefts if child.dep_ in {"case", "mark", "cc"}]
        return not cases or cases[0] in cues.CAPACITIES

    def _stands_for(self, noun: Token) -> bool:
        """ "le candidat du parti", "la candidate investie par": whose candidate is one of theirs; not "candidat à"."""
        if lemma_of(noun) not in cues.CANDIDATES:
            return False
        index = noun.i + 1
        while index < noun.sent.end - 1 and self.doc[index].pos_ in {"ADJ", "ADV"}:
            index += 1
        return self.doc[min(index, len(self.doc) - 1)].lower_ not in {"à", "au", "aux", "pour"}


def is_presupposed(trigger: Token) -> bool:
    """Whether a role noun or a reduced participle only describes ("le patron de X", "racheté par Y")."""
    if trigger.dep_ in {"acl", "amod"} and _bare_participle(trigger):
        return True
    if not is_role(trigger) or any(lemma_of(child) == "être" for child in trigger.lefts):
        return False
    return lemma_of(trigger.head) not in cues.NAMING_VERBS or trigger.dep_ not in OBJECT


def _bare_participle(token: Token) -> bool:
    return "Part" in token.morph.get("VerbForm", []) and not any(c.dep_.startswith("aux") for c in token.lefts)


def assess(trigger: Token, role: bool | None = None) -> Certainty:
    """One trigger on its own; for several of one Doc build a :class:`Context` once."""
    return Context(trigger.doc).assess(trigger, role)


def last_word(stages: Sequence[Certainty]) -> Certainty:
    """What stands at the end of a story told in stages, in text order: offered, refused, concluded.

    A fact outlives later doubt, a refusal outlives the plan it answers, and of two facts the later holds. Raises
    ValueError for no stages.
    """
    if not stages:
        raise ValueError("no stages")
    facts = [stage for stage in stages if stage.modality == "asserted"]
    if facts:
        return facts[-1]
    refused = [stage for stage in stages if stage.polarity == "negative"]
    return refused[-1] if refused else stages[-1]


__all__ = ["Certainty", "Context", "assess", "is_presupposed", "last_word"]
