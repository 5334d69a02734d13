"""One document as the constructions see it: which token stands for whom, and what surrounds it.

Built once per document; every lookup afterwards is by token index.
"""

from __future__ import annotations

from pipeline.amounts import AmountMention
from pipeline.amounts import find as find_amounts
from pipeline.coreference.descriptions import noun_at
from pipeline.document import DocMention, Document
from pipeline.grammar.facts import Facts, Filler
from pipeline.grammar.lexicon import (
    NAMED_AFTER,
    OPENERS,
    PARTY_HINTS,
    PARTY_NOUNS,
    PERSON_NOUNS,
    QUOTES,
    SEPARATORS,
    TITLES,
)
from pipeline.grammar.occurrences import occurrences
from pipeline.ontology import Ontology, Phrase
from pipeline.prepositions import SIMPLE

__all__ = ["Context", "Filler"]


_AWAY = frozenset({"contre", "envers", "vers", "selon", "avant", "après", "depuis", "malgré", "sans", "devant"})
"""Prepositions after which no name stands in apposition to the noun before them ("la plainte de salariés contre X")."""
_EXAMPLES = frozenset({"tel", "telle", "tels", "telles"})
"""What opens examples of the noun before it: "cède la licence à des groupes tels X"."""

_APPOSITION = 12
"""So many tokens may an apposition within a list of persons have."""
_MONEY_REACH = 60
"""So many characters may lie between a verb and its sum of money."""

_LOOSE_JOINTS = frozenset({",", "ou", "puis"})
"""What joins two names to the right of the first, but tells nothing of what stands before the second."""


class Context(Facts):
    """A document with the words of the rules in it: who a token stands for, alone, apposed or coordinated."""

    def __init__(self, document: Document, ontology: Ontology) -> None:
        super().__init__(document, ontology)
        self.amounts: list[AmountMention] = find_amounts(document.article.clean)
        self.roles: dict[int, list[Phrase]] = occurrences("role", self, ontology)
        self.nouns: dict[int, list[Phrase]] = occurrences("noun", self, ontology)

    def referents(self, index: int) -> list[Filler]:
        """Whom the noun phrase headed by a token stands for, coordination included; empty when nobody is known."""
        filler = self.referent(index)
        return [] if filler is None else [*self.coordinated_before(filler), *self.coordinated(filler)]

    def coordinated_before(self, filler: Filler) -> list[Filler]:
        """What is coordinated with a filler to its left, where the parser took the last name for the head."""
        found: list[Filler] = []
        start = filler.start
        while start > 1:
            end = start - (int(self.lower[start - 1] == ",") if found else self._joint(start))
            name = self.name_at(end - 1) if end < start else None
            if name is None or name.end != end or self.kind(name.entities[0]) != self.kind(filler.entities[0]):
                break
            found.insert(0, self.filler_of(name))
            start = name.start
        if not found or (start > 0 and (self.doc[start - 1].pos_ == "ADP" or self.lower[start - 1] in SIMPLE)):
            return []
        return found

    def referent(self, index: int) -> Filler | None:
        """Whom the noun phrase headed by one token stands for, without what is coordinated with it."""
        mention = self.mention[index]
        if mention is not None and mention.form == "name":
            return self.filler_of(mention, index)
        if self.lower[index] == "ans" and index > 2 and self.lower[index - 2] == ",":
            # "X, 50 ans, sera nommé": the parser takes the age for the subject.
            name = self.name_at(index - 3)
            return None if name is None else self.filler_of(name)
        if mention is None and self.doc[index].pos_ == "ADJ":
            # "un autre ancien chef de X, Y": the parser takes the first adjective for the head.
            index = self._noun_behind(index)
            mention = self.mention[index]
        if self.doc[index].pos_ in {"NOUN", "PROPN", "ADJ", "X"}:
            apposed = self.apposed(index)
            if apposed is not None:
                return self.filler_of(apposed, index)
            before = self.name_at(self.antecedent(index)) if mention is None else None
            if before is not None and self.doc[index].dep_.startswith("nsubj"):
                # "X, la présidente d'Y, a signé": the parser takes the apposition for the subject.
                return self.filler_of(before, index)
        if mention is None and self.doc[index].dep_ == "appos":
            # "X, un ingénieur passé par Y"
            name = self.name_at(self.doc[index].head.i)
            return None if name is None or name.end > index else self.filler_of(name)
        return None if mention is None else self.filler_of(mention, index)

    def _noun_behind(self, index: int) -> int:
        """The noun for a person that directly follows an adjective and those after it, else the adjective's token."""
        for position in range(index + 1, min(index + 4, len(self.doc))):
            if self.doc[position].pos_ == "NOUN":
                return position if position in self.roles or self.lower[position] in PERSON_NOUNS else index
            if self.doc[position].pos_ != "ADJ":
                break
        return index

    def apposed(self, index: int) -> DocMention | None:
        """The name that a common noun introduces: "le constructeur X", "le PDG d'Altaïs X", "la ministre, X,"."""
        after_preposition = False
        limit = min(len(self.doc), index + 14)
        position = index + 1
        person_noun = index in self.roles
        inner = -1
        while position < limit:
            token = self.doc[position]
            name = self.name_at(position)
            if name is not None:
                if after_preposition or inner == position - 1:
                    # "les proches du ministre X": the name is that of the minister.
                    position, after_preposition = name.end, False
                    continue
                after = self.name_at(name.end)
                if after is not None and after.start == name.end and self.kind(after.entities[0]) == "Person":
                    # "le député PX Y": the party first, then whom the noun names.
                    return after
                organisation = any(self.kind(e) != "Person" for e in name.entities)
                if organisation and (
                    (person_noun and self._holds_person(index)) or self.lower[index] in PARTY_NOUNS - PARTY_HINTS
                ):
                    # "un député PX": somebody of the party, not the party.
                    return None
                return None if self.lower[index] in NAMED_AFTER else name
            text = self.lower[position]
            if text in _EXAMPLES:
                return None
            if self.lower[position : position + 3] in (["du", "nom", "de"], ["du", "nom", "d'"], ["du", "nom", "d’"]):
                # "un ancien soldat du nom de X"
                return self.name_at(position + 3)
            if token.pos_ == "ADP" or text in SIMPLE:
                if SIMPLE.get(text) in _AWAY:
                    return None
                after_preposition = True
            elif text in OPENERS and text not in QUOTES:
                position = self.closing(position)
            elif text == ",":
                name = self.name_at(position + 1)
                told = name is not None and (
                    self._apposed_person(index, name) or (person_noun and self._closed_person(name))
                )
                told = told or (person_noun and self._definite(index)) or self._one(index)
                if name is None or after_preposition or not told:
                    return None
                return name if self._boundary(name.end) else None
            elif token.pos_ in {"NOUN", "ADJ", "NUM"}:
                if text in NAMED_AFTER and self.name_at(position + 1) is not None:
                    return None
                if after_preposition and token.pos_ == "NOUN" and self._own_noun(position):
                    inner = position
                after_preposition = after_preposition and (token.pos_ != "NOUN" or text in TITLES)
            elif token.pos_ not in {"DET", "PROPN", "X"} and text not in QUOTES:
                return None
            elif token.is_upper and len(text) > 1:
                after_preposition = False  # "le groupe de BTP X": letters that name a trade
            position += 1
        return None

    def antecedent(self, index: int) -> int:
        """The token of the name that a describing noun stands in apposition to ("A, holding appartenant à X" → A).

        The noun itself where it is a name, introduces one ("la société B") or stands in no apposition.
        """
        if self.name_at(index) is not None or self.apposed(index) is not None:
            return index
        start = self.left_edge(index)
        if start < 2 or self.lower[start - 1] not in {",", "(", "–", "-"}:
            return index
        name = self.name_at(start - 2)
        if name is None or name.end != start - 1:
            return index
        kind = self.kind(name.entities[0])
        fits = any(noun.kind == kind and not noun.plural for noun in noun_at(self.doc, index))
        return name.head if fits else index

    def _own_noun(self, position: int) -> bool:
        """Whether a noun after a preposition takes a name itself: one of people or bodies, with its article."""
        edge = self.left_edge(position)
        article = self.doc[edge].pos_ == "DET" or self.lower[edge - 1] in {"du", "des", "au", "aux"}
        return article and bool(noun_at(self.doc, position))

    def _holds_person(self, index: int) -> bool:
        return all(
            "Person" in self.ontology.rules[word.rule].roles.get(word.holder or "", ())
            and "Organisation" not in self.ontology.rules[word.rule].roles.get(word.holder or "", ())
            for _, word in self.roles[index]
        )

    def _apposed_person(self, index: int, name: DocMention) -> bool:
        """Whether the parser sees a name in apposition to a noun for a person ("sa suppléante, X")."""
        head = self.doc[name.head]
        apposed = head.dep_ == "appos" and head.head.i == index and self.kind(name.entities[0]) == "Person"
        return apposed and (self.lower[index] in PERSON_NOUNS or self.doc[index].lemma_.lower() in PERSON_NOUNS)

    def _closed_person(self, name: DocMention) -> bool:
        """Whether a person's name ends its phrase: "par un ancien préfet, X, …", not "un préfet, X et Y"."""
        closed = name.end >= len(self.doc) or self.lower[name.end] in {",", ".", ")", ";"}
        return closed and self.kind(name.entities[0]) == "Person"

    def _definite(self, index: int) -> bool:
        start = self.left_edge(index)
        if self.doc[start].pos_ != "DET":
            return start > 0 and self.lower[start - 1] in {"du", "au"}
        return self.lower[start] not in {"un", "une", "des", "aucun", "aucune"}

    def _one(self, index: int) -> bool:
        """Whether a noun tells of one organisation not named before ("par un autre groupe, X,")."""
        start = self.left_edge(index)
        new = self.lower[start] in {"un", "une"} and self.doc[start].pos_ == "DET"
        return new and any(n.kind == "Organisation" and not n.plural for n in noun_at(self.doc, index))

    def _boundary(self, position: int) -> bool:
        """Whether a name that ends here ends its phrase too (so that ", X," after a title is an apposition)."""
        return position >= len(self.doc) or self.lower[position] not in {"et", "ou"}

    def coordinated(self, filler: Filler, unfinished: bool = False, gaps: bool = False) -> list[Filler]:
        """A filler and those coordinated with it to its right: "A, B et C", "A ainsi que B", "A/B", "de A et de B".

        A list that ends without a conjunction ("A, B, C…") counts whole only where it may be ``unfinished``, or where
        dots or "etc." end it. Of such a list, and of one that may have ``gaps``, members that are no entity of its kind
        are stepped over.
        """
        found: list[Filler] = [filler]
        pending: list[Filler] = []
        repeated = self._preposition_before(filler)
        position = filler.end if self.mention[filler.token] is not None or filler.form == "name" else filler.token + 1
        closed = False
        gaps = gaps or unfinished
        while position < len(self.doc):
            if self.lower[position] in {"(", "["}:
                position = self.closing(position) + 1
                continue
            step = self._separator(position)
            if not step and gaps:
                position = after = self._adjunct_end(position)
                step = self._separator(position)
            aside = (
                self._apposition_end(position) if step == 1 and self.kind(filler.entities[0]) == "Person" else position
            )
            if aside > position:
                position = aside
                continue
            if not step:
                break
            final = step > 1 or self.lower[position] != ","
            after = position + step
            if repeated is not None and after < len(self.doc) and SIMPLE.get(self.lower[after]) == repeated:
                after += 1
            nxt = self.mention_in_phrase(after)
            if nxt is None and self.kind(filler.entities[0]) == "Person":
                nxt = self._titled(after)
            if final and (nxt is None or self.kind(nxt.entities[0]) != self.kind(filler.entities[0])):
                last = self._other_kind(after, nxt)
                if last is not None:
                    return [*found, *pending, self.filler_of(last)]
            if nxt is None or self.kind(nxt.entities[0]) != self.kind(filler.entities[0]):
                stranger = self._stranger_end(after) if gaps else after
                if stranger == after:
                    break
                position, closed = stranger, closed or final
                continue
            pending.append(self.filler_of(nxt))
            position = nxt.end
            if final:
                closed = True
                found += pending
                pending = []
        if not closed and (unfinished or self.lower[position : position + 1] in (["..."], ["…"], ["etc"])):
            return found + pending
        head = self.doc[filler.token]
        if not closed:
            known = {f.start for f in found}
            for conjunct in head.conjuncts:
                if conjunct.i > filler.token:
                    joined = self.referent(conjunct.i)
                    if joined is not None and joined.start not in known:
                        same = self.kind(joined.entities[0]) == self.kind(filler.entities[0])
                        if same and not set(joined.entities) & {e for f in found for e in f.entities}:
                            found.append(joined)
        return found

    def _apposition_end(self, position: int) -> int:
        """At the comma that closes an apposition in a list of persons ("A, patron de X, et B"), else ``position``."""
        start = position + 1
        if self.lower[position] != "," or start >= len(self.doc) or self.doc[start].pos_ not in {"NOUN", "DET", "ADJ"}:
            return position
        for end in range(start + 1, min(start + _APPOSITION, len(self.doc) - 1)):
            if self.lower[end] == ",":
                name = self.mention_in_phrase(end + self._separator(end))
                goes_on = name is not None and self.kind(name.entities[0]) == "Person"
                noun = any(i in self.roles or self.lower[i] in PERSON_NOUNS for i in range(start, min(start + 3, end)))
                return end if goes_on and noun else position
            if self.doc[end].pos_ in {"VERB", "AUX", "PRON", "CCONJ"}:
                break
        return position

    def _adjunct_end(self, position: int) -> int:
        """After what a member of a list may have behind its name: "A à Lyon, B en Bretagne", "Maison de poche"."""
        end = position
        if SIMPLE.get(self.lower[end]) in {"de", "à", "en", "dans"}:
            end += 1
            while end < min(position + 4, len(self.doc)) and self.doc[end].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "X"}:
                end += 1
        return end

    def _stranger_end(self, position: int) -> int:
        """After a member of a list that is no entity of its kind, by its capital or number; ``position`` for none."""
        end = position
        while end < min(position + 5, len(self.doc)) and (self.doc[end].text[0].isupper() or self.doc[end].like_num):
            end += 1
        ends = end < len(self.doc) and (self.lower[end] in {")", "...", "…"} or self._separator(end) > 0)
        return end if ends else position

    def _other_kind(self, position: int, name: DocMention | None) -> DocMention | None:
        """The last of a list, of another kind than the others: "contre Altaïs et son patron, X", "Altaïs et X"."""
        if name is None:
            if position >= len(self.doc):
                return None
            end = position + 1
            while end < min(position + 5, len(self.doc)) and self.doc[end].pos_ in {"NOUN", "ADJ"}:
                end += 1
            titled = self.lower[position : position + 1] in (["son"], ["sa"]) and self.lower[end : end + 1] == [","]
            name = self.name_at(end + 1) if titled else None
            if name is None or self.kind(name.entities[0]) != "Person":
                return None
        closed = self.lower[name.end : name.end + 1] in ([","], ["."], [";"], [])
        return name if name.form == "name" and closed else None

    def _titled(self, position: int) -> DocMention | None:
        """The person right after the body of their title: "le président de X Y" → Y."""
        for index in range(position, min(position + 9, len(self.doc))):
            name = self.name_at(index)
            if name is not None:
                after = self.name_at(name.end)
                return after if after is not None and self.kind(after.entities[0]) == "Person" else None
            noun = self.doc[index].pos_ in {"DET", "ADJ", "NOUN", "PROPN"}
            if not noun and SIMPLE.get(self.lower[index]) != "de" and self.lower[index] not in QUOTES:
                return None
        return None

    def _preposition_before(self, filler: Filler) -> str | None:
        """The preposition that a filler's noun phrase stands on: "de" of "auprès d'Altaïs" and "du groupe Altaïs"."""
        start = filler.start
        while start > 0 and self.doc[start - 1].pos_ in {"DET", "ADJ", "NOUN"} and self.lower[start - 1] not in SIMPLE:
            start -= 1
        return SIMPLE.get(self.lower[start - 1]) if start > 0 else None

    def _joint(self, start: int) -> int:
        """How many tokens join what begins at ``start`` to what stands before it ("A et B", "A ou encore B")."""
        for words in SEPARATORS:
            if words[-1] not in _LOOSE_JOINTS and tuple(self.lower[max(start - len(words), 0) : start]) == words:
                return len(words)
        return 0

    def _separator(self, position: int) -> int:
        for words in SEPARATORS:
            if tuple(self.lower[position : position + len(words)]) == words:
                return len(words)
        return 0

    def money_near(self, index: int) -> bool:
        """Whether a sum of money stands in a token's clause."""
        token = self.doc[index]
        sentence = token.sent
        return any(
            sentence.start_char <= a.start < sentence.end_char and abs(a.start - token.idx) <= _MONEY_REACH
            for a in self.amounts
            if a.amount.currency != "%"
        )
