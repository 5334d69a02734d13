"""One document as the constructions see it: which token stands for whom, and what surrounds it.

Built once per document; every lookup afterwards is by token index. ``Filler`` is what a slot of a valency is filled
with: a token and the entities that it stands for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from pipeline.amounts import AmountMention
from pipeline.amounts import find as find_amounts
from pipeline.attribution.quotations import quotes
from pipeline.coreference.descriptions import noun_at
from pipeline.document import DocMention, Document
from pipeline.grammar.lexicon import (
    CLOSERS,
    COPULA_FORMS,
    COURTS,
    NAMED_AFTER,
    OPENERS,
    PARTY_HINTS,
    PARTY_NOUNS,
    PERSON_NOUNS,
    QUOTES,
    SCHOOL_WORDS,
    SEPARATORS,
    TITLES,
)
from pipeline.grammar.parties import find_parties
from pipeline.ontology import Ontology, Phrase, Word
from pipeline.prepositions import COMPLEX, SIMPLE, spelled
from pipeline.schema import EntityKind, MentionForm


@dataclass(frozen=True)
class Filler:
    """The entities that a token stands for, and how it names them."""

    token: int
    start: int
    end: int
    entities: tuple[int, ...]
    form: MentionForm


_AWAY = frozenset({"contre", "envers", "vers", "selon", "avant", "après", "depuis", "malgré", "sans", "devant"})
"""Prepositions after which no name stands in apposition to the noun before them ("la plainte de salariés contre X")."""
_EXAMPLES = frozenset({"tel", "telle", "tels", "telles"})
"""What opens examples of the noun before it: "cède la licence à des groupes tels X"."""


class Context:
    """Token-indexed views of one :class:`Document`."""

    def __init__(self, document: Document, ontology: Ontology) -> None:
        self.document, self.ontology = document, ontology
        self.doc: Doc = document.doc
        self.amounts: list[AmountMention] = find_amounts(document.article.clean)
        self.lower: list[str] = [token.lower_ for token in self.doc]
        self.mention: list[DocMention | None] = [None] * len(self.doc)
        self.possessive: dict[int, DocMention] = {}
        rank = {"pronoun": 0, "description": 1, "name": 2}
        for mention in document.mentions:
            if mention.form == "possessive":
                self.possessive[mention.start] = mention
                continue
            for index in range(mention.start, mention.end):
                old = self.mention[index]
                if old is None or rank[mention.form] > rank[old.form]:
                    self.mention[index] = mention
        self._sentence_ends = [sentence.end for sentence in document.doc.sents for _ in sentence]
        self._citations: dict[int, tuple[int, int, int]] | None = None
        self.roles: dict[int, list[Phrase]] = self._scan(("role",))
        self.nouns: dict[int, list[Phrase]] = self._scan(("noun",))

    def _scan(self, parts: tuple[str, ...]) -> dict[int, list[Phrase]]:
        """Where a noun phrase of the ontology begins; the longest match at a token wins, inner ones are dropped."""
        found: dict[int, list[Phrase]] = {}
        covered = -1
        for index, text in enumerate(self.lower):
            text = text.removeprefix("ex-")
            if index < covered or text not in self.ontology.nouns:
                continue
            name = self.mention[index]
            if name is not None and name.form == "name":
                continue
            best = 0
            for form, word in self.ontology.nouns[text]:
                if word.part not in parts or len(form) < best:
                    continue
                if form[0] == text and tuple(self.lower[index + 1 : index + len(form)]) == form[1:]:
                    best = len(form)
                    found.setdefault(index, []).append((form, word))
            if best:
                token = self.doc[index]
                # "la chaîne parlementaire", but "X, marié à Y".
                adjective = token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.i < index
                adjective = adjective and self.lower[index - 1] != ","
                told = self._stands_as_noun(index)
                verbal = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"appos", "nmod"} and not told
                if best == 1 and (adjective or verbal):
                    found.pop(index)
                    continue
                covered = index + best
        return found

    def _stands_as_noun(self, index: int) -> bool:
        """Whether a form that the tagger takes for a verb stands as a noun: "X est cofondatrice", "Y, marque de X"."""
        if index == 0 or index + 1 >= len(self.lower):
            return False
        before, after = self.lower[index - 1], self.lower[index + 1]
        apposed = before in {",", "("} and SIMPLE.get(after) == "de" and self.name_at(index - 2) is not None
        as_post = before == "comme" or self.lower[max(index - 2, 0) : index] == ["tant", "que"]
        return apposed or as_post or before in COPULA_FORMS

    # Who a token stands for -------------------------------------------------------------------------------------

    def kind(self, entity: int) -> EntityKind:
        """Person or Organisation."""
        return self.document.entities[entity].kind

    def citation(self, verb: int) -> tuple[int, int, int] | None:
        """The citation that a verb of saying carries: its first token, the one after it, its speaker."""
        if self._citations is None:
            self._citations = {
                quote.speech.verb.i: (quote.start, quote.end, quote.speech.subject.i)
                for quote in reversed(quotes(self.doc))
                if quote.speech is not None
            }
        return self._citations.get(verb)

    def is_court(self, entity: int) -> bool:
        """Whether an entity is a body that judges or prosecutes, by the first words of its name."""
        words = self.document.entities[entity].name.lower().replace("’", "'").split()
        return any(tuple(words[: len(court)]) == court for court in COURTS)

    def admits(self, word: Word, slot: str, entity: int) -> bool:
        """Whether a word lets an entity fill one of its slots."""
        kinds = word.only.get(slot) or self.ontology.rules[word.rule].roles.get(slot, frozenset())
        if not self.narrowly(entity, kinds):
            return False
        if slot in word.judges or slot in word.disputants:
            return self.is_court(entity) == (slot in word.judges)
        return True

    def narrowly(self, entity: int, kinds: Collection[str]) -> bool:
        """Whether an entity is of one of these kinds, "Party", "Employer" (no party), "Firm" (no school) among them."""
        kind = self.kind(entity)
        if kind in kinds or kind != "Organisation":
            return kind in kinds
        if entity in self.parties:
            return "Party" in kinds
        first = self.document.entities[entity].name.lower().split()[0]
        return "Employer" in kinds or ("Firm" in kinds and first not in SCHOOL_WORDS)

    @cached_property
    def parties(self) -> frozenset[int]:
        """The organisations that the article shows to be political parties."""
        return find_parties(self.document, self.mention, self.lower)

    def filler_of(self, mention: DocMention, token: int | None = None) -> Filler:
        """The filler that a mention makes."""
        at = mention.head if token is None else token
        return Filler(at, mention.start, mention.end, mention.entities, mention.form)

    def name_at(self, index: int) -> DocMention | None:
        """The name mention that covers a token."""
        if not 0 <= index < len(self.mention):
            return None
        mention = self.mention[index]
        return mention if mention is not None and mention.form == "name" else None

    def referents(self, index: int) -> list[Filler]:
        """Whom the noun phrase headed by a token stands for, coordination included; empty when nobody is known."""
        filler = self.referent(index)
        return [] if filler is None else [*self.coordinated_before(filler), *self.coordinated(filler)]

    def coordinated_before(self, filler: Filler) -> list[Filler]:
        """What is coordinated with a filler to its left, where the parser took the last name for the head."""
        found: list[Filler] = []
        start = filler.start
        while start > 1 and self.lower[start - 1] in ({"et", "&", "/"} if not found else {","}):
            name = self.name_at(start - 2)
            if name is None or name.end != start - 1 or self.kind(name.entities[0]) != self.kind(filler.entities[0]):
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
            if token.pos_ == "ADP" or text in SIMPLE:
                if SIMPLE.get(text) in _AWAY:
                    return None
                after_preposition = True
            elif text in OPENERS and text not in QUOTES:
                position = self.closing(position)
            elif text == ",":
                name = self.name_at(position + 1)
                told = name is not None and self._apposed_person(index, name)
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

    def _definite(self, index: int) -> bool:
        start = self.left_edge(index)
        return self.doc[start].pos_ == "DET" and self.lower[start] not in {"un", "une", "des", "aucun", "aucune"}

    def _one(self, index: int) -> bool:
        """Whether a noun tells of one organisation not named before ("par un autre groupe, X,")."""
        start = self.left_edge(index)
        new = self.lower[start] in {"un", "une"} and self.doc[start].pos_ == "DET"
        return new and any(n.kind == "Organisation" and not n.plural for n in noun_at(self.doc, index))

    def _boundary(self, position: int) -> bool:
        """Whether a name that ends here ends its phrase too (so that ", X," after a title is an apposition)."""
        return position >= len(self.doc) or self.lower[position] not in {"et", "ou"}

    def coordinated(self, filler: Filler, unfinished: bool = False) -> list[Filler]:
        """A filler and those coordinated with it to its right: "A, B et C", "A ainsi que B", "A/B", "de A et de B".

        A list that ends without a conjunction ("A, B, C…") counts whole only where it may be ``unfinished``.
        """
        found: list[Filler] = [filler]
        pending: list[Filler] = []
        repeated = self._preposition_before(filler)
        position = filler.end if self.mention[filler.token] is not None or filler.form == "name" else filler.token + 1
        closed = False
        while position < len(self.doc):
            if self.lower[position] in {"(", "["}:
                position = self.closing(position) + 1
                continue
            step = self._separator(position)
            if not step:
                break
            final = step > 1 or self.lower[position] != ","
            after = position + step
            if repeated is not None and after < len(self.doc) and SIMPLE.get(self.lower[after]) == repeated:
                after += 1
            nxt = self.mention_in_phrase(after)
            if nxt is None and self.kind(filler.entities[0]) == "Person":
                nxt = self._titled(after)
            if nxt is None or self.kind(nxt.entities[0]) != self.kind(filler.entities[0]):
                break
            pending.append(self.filler_of(nxt))
            position = nxt.end
            if final:
                closed = True
                found += pending
                pending = []
        if unfinished:
            return found + pending
        head = self.doc[filler.token]
        if not closed:
            known = {f.start for f in found}
            for conjunct in head.conjuncts:
                if conjunct.i > filler.token:
                    other = self.referent(conjunct.i)
                    if other is not None and other.start not in known:
                        same = self.kind(other.entities[0]) == self.kind(filler.entities[0])
                        if same and not set(other.entities) & {e for f in found for e in f.entities}:
                            found.append(other)
        return found

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

    def _separator(self, position: int) -> int:
        for words in SEPARATORS:
            if tuple(self.lower[position : position + len(words)]) == words:
                return len(words)
        return 0

    def mention_in_phrase(self, position: int) -> DocMention | None:
        """The name within the noun phrase that begins here ("le groupe X", "son épouse Y"), if it begins soon."""
        for index in range(position, min(position + 6, len(self.doc))):
            mention = self.mention[index]
            if mention is not None and (mention.form == "name" or index == position):
                return mention
            token = self.doc[index]
            if token.pos_ not in {"DET", "ADJ", "NOUN"} and self.lower[index] not in QUOTES:
                return None
        return None

    # Where things stand -----------------------------------------------------------------------------------------

    def closing(self, position: int) -> int:
        """The index of the bracket that closes the one at ``position`` (or ``position`` when none does)."""
        close = CLOSERS.get(self.lower[position])
        if close is None:
            return position
        for index in range(position + 1, min(position + 40, len(self.doc))):
            if self.lower[index] == close:
                return index
        return position

    def left_edge(self, index: int) -> int:
        """The first token of the noun phrase whose head noun stands at ``index`` (determiner and adjectives)."""
        start = index
        while start > 0:
            token = self.doc[start - 1]
            if token.pos_ == "NUM" and len(token) == 4 and token.text.isdigit():
                # A year ("est depuis 2014 directeur de X") counts nobody.
                break
            if token.pos_ in {"DET", "ADJ", "NUM"} or self.lower[start - 1] in QUOTES | {"ex", "ex-", "-", "vice"}:
                start -= 1
                if token.pos_ == "DET" and self.lower[start] not in {"tous", "toutes", "tout", "toute"}:
                    break
                continue
            break
        return start

    def preposition_at(self, position: int) -> tuple[str, int] | None:
        """The preposition that begins at a token and the index after it; the longest complex one first."""
        first = self.lower[position]
        if first not in SIMPLE and first not in COMPLEX:
            return None
        if position + 1 in self.possessive and self.lower[position + 2 : position + 3] == ["encontre"]:
            # "à son encontre": the possessive is who it is against.
            return "à l'encontre de", position + 1
        for words, phrase in COMPLEX.get(first, ()):
            end = position + len(words)
            if end <= len(self.lower) and all(
                spelled(word, self.lower[position + offset], offset == len(words) - 1)
                for offset, word in enumerate(words)
            ):
                return phrase, end
        simple = SIMPLE.get(first)
        if simple is None or (self.doc[position].pos_ not in {"ADP", "DET", "SCONJ", "ADV", "PRON"} and simple != "de"):
            return None
        return simple, position + 1

    def complement(self, position: int) -> int | None:
        """The head of the noun phrase that begins at a token: a mention's head, or the first noun."""
        for index in range(position, min(position + 7, len(self.doc))):
            mention = self.mention[index]
            if mention is not None and mention.form != "pronoun":
                return mention.head if mention.start == index else index
            token = self.doc[index]
            if mention is not None or token.pos_ in {"NOUN", "PROPN", "X"}:
                return index
            if token.pos_ == "PRON":
                return index
            if token.pos_ == "VERB" and index > position and self.name_at(index + 1) is not None:
                # "la jeune pousse X": between a determiner and a name stands a noun, whatever the tagger says.
                return self.mention_head(index + 1)
            if token.pos_ not in {"DET", "ADJ", "NUM", "ADV"} and self.lower[index] not in QUOTES:
                return None
        return None

    def mention_head(self, index: int) -> int:
        """The head of the mention that covers a token, or the token itself."""
        mention = self.mention[index]
        return index if mention is None else mention.head

    def money_near(self, index: int) -> bool:
        """Whether a sum of money stands in a token's clause."""
        token = self.doc[index]
        sentence = token.sent
        return any(
            sentence.start_char <= a.start < sentence.end_char and abs(a.start - token.idx) <= _MONEY_REACH
            for a in self.amounts
            if a.amount.currency != "%"
        )

    def sentence_end(self, token: Token) -> int:
        """The index after the token's sentence."""
        return self._sentence_ends[token.i]


_MONEY_REACH = 60
"""So many characters may lie between a verb and its sum of money."""
