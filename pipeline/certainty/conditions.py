"""Clauses with "si": which leave their own predicate open, and which only grant it.

What the tenses of the two clauses say together, as French grammar has it:

- "si" + present, main clause in the future: a hypothesis;
- "si" + imperfect or pluperfect, main clause in the conditional: a hypothesis; with any other main clause both are
  told ("S'il félicitait l'une, il saluait l'autre");
- "si" + compound past, or "aller" and an infinitive ("s'il va quitter"): granted, unless the main clause is
  conditional;
- "même si", "si … c'est que": granted.
"""

from __future__ import annotations

from pipeline.certainty import cues
from pipeline.certainty.governors import Governors
from pipeline.certainty.verbgroup import lemma_of
from pipeline.parsed import Token

_SI = frozenset({"si", "s'", "s’"})
_EXPLAINING = frozenset(
    """que qu' qu’ parce pour grâce surtout avant aussi d'abord à bien peut-être justement tout car simplement
    uniquement notamment""".split()
)
_REACH = 7


class Conditions(Governors):
    """Adds the clauses with "si" to the judgement of a predicate."""

    def granted(self, clause: Token, main: Token, si: Token) -> bool:
        """Whether a clause with "si" tells what is so, beside a main clause."""
        told = self.group(main).tense
        if told == "conditional" and not self._explained(clause):
            return False
        if (si.i > 0 and self.doc[si.i - 1].lower_ == "même") or self._explained(clause):
            return True
        tense = self.group(clause).tense
        if tense in {"imperfect", "pluperfect"}:
            return told in {"present", "past", "imperfect", "pluperfect"}
        return tense == "past" or self._contrast(clause, main)

    def binds(self, clause: Token, main: Token, si: Token) -> bool:
        """Whether a clause with "si" makes its main clause depend on it."""
        tense = self.group(clause).tense
        if tense not in {"present", "imperfect", "pluperfect"}:
            return False
        return not self.granted(clause, main, si)

    def si(self, verb: Token) -> Token | None:
        """The "si" that opens a verb's clause: among its children, or before its subject on the surface."""
        for child in verb.lefts:
            elided = child.lower_ == "si" or self.doc[child.i + 1].lower_ in {"il", "ils"}  # else "s'" is "se"
            if child.lower_ in _SI and child.dep_ in {"mark", "advmod"} and elided:
                return child
        start = self.group(verb).start
        for index in range(start - 1, max(verb.sent.start, start - _REACH) - 1, -1):
            token = self.doc[index]
            if token.lower_ == "si" and (index == 0 or self.doc[index - 1].pos_ not in {"VERB", "AUX"}):
                return token
            if token.pos_ in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"}:
                return None
        return None

    def exclaims(self, verb: Token) -> bool:
        """ "Dieu sait si": an exclamation."""
        return verb.i > 0 and self.doc[verb.i - 1].lower_ in {"dieu", "diable"}

    def _contrast(self, clause: Token, main: Token) -> bool:
        """ "S'il est premier ici, il est dernier là": a state in the present beside a present grants; so does "va"."""
        if lemma_of(clause) == "aller" or any(lemma_of(child) == "aller" for child in clause.lefts):
            return True
        if lemma_of(clause.head) == "aller" and clause.dep_ == "xcomp":
            return True
        state = lemma_of(clause) in cues.STATIVE_VERBS or self._copular(clause) is not None
        both = self.group(clause).tense == "present" == self.group(main).tense
        return state and both and clause.i < main.i

    def _explained(self, clause: Token) -> bool:
        """ "S'il est parti, c'est que …": what is explained is so."""
        for index in range(clause.i + 1, min(clause.sent.end - 2, clause.i + 25)):
            if self.doc[index].lower_ in {"c'", "c’"} and lemma_of(self.doc[index + 1]) == "être":
                return self.doc[index + 2].lower_ in _EXPLAINING
        return False
