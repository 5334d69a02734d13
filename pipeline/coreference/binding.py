"""What syntax says of an anaphor and one place of a referent: what may not be one, what must be, who a clause is of."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from pipeline.coreference import demands
from pipeline.coreference.descriptions import normal, noun_at
from pipeline.coreference.discourse import SAYING
from pipeline.coreference.noun_anaphors import Anaphor
from pipeline.coreference.referents import MEASURES, Discourse, Place, Referent

_LINKS: Final = frozenset("que qu' qu’ qui dont où et de d' d’ pour avant".split())
_SUBORDINATORS: Final = frozenset("que qu' qu’ dont où si s' s’ lorsque lorsqu' quand parce car puisqu' alors".split())


class Binding(Discourse):
    """Predicates over an anaphor and a mention before it, read off the sentence that holds both."""

    def _closes(self, index: int, anaphor: Anaphor) -> bool:
        """Whether the anaphor says the direct speech in which ``index`` stands: nobody names himself there."""
        end = self.layout.quotes[self.layout.quote[index]][1]
        return end <= anaphor.start < end + 6

    def _same_clause(self, place: Place, anaphor: Anaphor) -> bool:
        if place.function != "subject" or anaphor.function == "subject":
            return False
        between = self.doc[place.index + 1 : anaphor.start]
        if len(between) < 12 and not any(t.is_punct or t.is_space or t.lower_ in _LINKS for t in between):
            return True
        verb = self.doc[place.index].head
        return verb.i == self.doc[anaphor.head].head.head.i or verb.is_ancestor(self.doc[anaphor.head])

    def _before_and(self, place: Place, anaphor: Anaphor) -> bool:
        """ "X et sa chanteuse", "face à X (Y) et à ses rivaux": X."""
        index = anaphor.start - 1
        index -= self.doc[index].pos_ == "ADP"
        if not 0 <= place.index < index or self.doc[index].lower_ != "et":
            return False
        between = self.doc[place.index + 1 : index]
        words = [t.text for t in between]
        named = all(t.pos_ in ("PROPN", "X", "PUNCT", "NOUN") and t.text != "," for t in between)
        return len(between) < 6 and named and words.count("(") == words.count(")")

    def _is_own_subject(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Binding across infinitives: in "X l'écoute avant de lui répondre", "lui" is not X.

        But what is told of a thing has its own subject: "X rejette les accusations portées contre lui / qui le visent".
        """
        if anaphor.sort == "clitic" and self._is_beside(anaphor, referent):
            return True
        if self.subject is None or anaphor.function in ("source", "subject"):
            return False
        if anaphor.sort not in ("clitic", "strong", "place", "latter"):
            return False
        index, entities = self.subject
        if not set(entities) & set(referent.entities) or self.layout.distance(index, anaphor.head) != 0:
            return False
        if anaphor.sort == "latter":  # "les liens entre X et Y ont commencé avant l'arrivée de ce dernier": Y
            subject = self.doc[index]
            return subject.dep_.startswith("nsubj") and subject.head.is_ancestor(self.doc[anaphor.head])
        return not self._is_told_of_a_thing(anaphor, index)

    def _is_told_of_a_thing(self, anaphor: Anaphor, subject: int) -> bool:
        """Whether a participle or a relative clause of a common noun stands between a subject and the anaphor."""
        verb = self.doc[anaphor.verb] if anaphor.sort == "clitic" and anaphor.verb is not None else None
        told = verb if verb is not None else self.doc[anaphor.head].head
        if told.lemma_ in ("être", "avoir") or (told.pos_ == "AUX" and told.head.i > subject):
            told = told.head
        thing = told.head
        if not (told.dep_.startswith("acl") and subject < thing.i < told.i) or "Inf" in told.morph.get("VerbForm", []):
            return False
        return thing.pos_ == "NOUN" and thing.i not in self.covered and not noun_at(self.doc, thing.i)

    def _is_beside(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether the name right before a clitic is the referent's: "X lui a répondu", "X ne l'a pas nié"."""
        before = anaphor.start - 1
        before -= before > 0 and self.doc[before].lower_ in ("ne", "n'", "n’")
        mention = self.covered.get(before)
        return mention is not None and bool(set(mention.entities) & set(referent.entities))

    def _is_matrix(self, anaphor: Anaphor, place: Place, distance: int) -> bool:
        """Whether the anaphor is subject of a clause that hangs on the one whose subject stands at ``place``."""
        if distance != 0 or anaphor.sort != "subject" or place.function != "subject" or anaphor.inverted:
            return False
        before = self.doc[anaphor.start - 1]
        if before.lower_ not in _SUBORDINATORS:
            return False
        return not any(
            token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN")
            for token in self.doc[place.index + 1 : anaphor.start]
        )

    def _is_antecedent(self, anaphor: Anaphor, place: Place) -> bool:
        """Whether "qui" stands for what is at ``place``, and the anaphor is its object: "X, qui l'a nommé"."""
        who = next((t.i for t in self.doc[max(anaphor.start - 2, 0) : anaphor.start] if t.lower_ == "qui"), None)
        if who is None or not who - 4 <= place.index < who:
            return False
        between = self.doc[place.index + 1 : who]
        return not any(t.pos_ == "NOUN" and t.i not in self.covered for t in between)

    def _is_fronted(self, anaphor: Anaphor, place: Place) -> bool:
        """Whether a mention stands in what is predicated of the subject before it, and so is somebody else.

        "Nommé chez X, il …", "Ancien ministre de X, il …", "Avant de rejoindre X, elle …".
        """
        if anaphor.function != "subject" or anaphor.inverted or place.index >= anaphor.start:
            return False
        if anaphor.start == 0 or self.doc[anaphor.start - 1].text != ",":
            return False
        start = self.opening(anaphor.start)
        if place.index < start:
            return False
        phrase = [token for token in self.doc[start : anaphor.start] if not token.is_space and not token.is_punct]
        if any("Fin" in token.morph.get("VerbForm", []) for token in phrase):
            return False
        first = next((token for token in phrase if token.pos_ != "ADV"), None)
        if first is None:
            return False
        bare = first.pos_ in ("NOUN", "ADJ") or "Part" in first.morph.get("VerbForm", [])
        if bare and first.i not in self.covered and first.lemma_ not in MEASURES:
            return True
        return any(t.pos_ == "VERB" and t.i < place.index for t in phrase)

    def opening(self, index: int) -> int:
        """The first word of the sentence in which a token stands."""
        sentence, start = self.layout.sentence, index
        while start > 0 and sentence[start - 1] == sentence[index]:
            start -= 1
        while start < index and (self.doc[start].is_space or self.doc[start].is_punct):
            start += 1
        return start

    def named_in_its_clause(self, anaphor: Anaphor) -> frozenset[int]:
        """The entities that are named in what is said of the anaphor: in "il a révélé que X …" nobody is X.

        Not whoever closes it ("il hésite, confie X"), nor a name after an opening clause ("s'il part, X …").
        """
        if anaphor.sort != "subject" or anaphor.inverted or anaphor.verb is None:
            return frozenset()
        verb = self.doc[anaphor.verb]
        found: set[int] = set()
        for mention in self.names[bisect_right(self.name_starts, anaphor.start) :]:
            if self.layout.sentence[mention.head] != self.layout.sentence[anaphor.head]:
                break
            said = self.doc[mention.start - 1].lemma_ in SAYING
            if not said and verb.is_ancestor(self.doc[mention.head]):
                found.update(mention.entities)
        return frozenset(found)

    def _is_in_its_clause(self, anaphor: Anaphor, place: Place, distance: int) -> bool:
        """Whether the anaphor's clause is said of what is at ``place``: "X, qui a perdu son poste", "X, élu …"."""
        if distance != 0 or anaphor.sort not in ("possessive", "subject") or anaphor.inverted or place.form != "name":
            return False
        mention = self.covered.get(place.index)
        start = mention.end if mention is not None else place.index + 1
        clause = list(self.doc[start : anaphor.start])
        comma = bool(clause) and clause[0].text == ","
        opening = clause[comma:]
        if not opening or len(opening) > 25:
            return False
        participle = comma and opening[0].pos_ in ("VERB", "ADJ") and "Part" in opening[0].morph.get("VerbForm", [])
        if normal(opening[0].text) != "qui" and not participle:
            return False
        if participle and "Pres" in opening[0].morph.get("Tense", []):
            return False
        return not any(t.text in (",", ";", ":", "—") or t.lower_ in ("qui", "dont") for t in opening[1:])

    def _controls(self, anaphor: Anaphor, place: Place, distance: int) -> bool:
        """Object control: in "X reproche à Y d'avoir trahi sa mission", Y is who has betrayed."""
        if distance != 0 or place.function == "subject" or anaphor.sort not in ("possessive",):
            return False
        after = self.doc[place.index + 1] if place.index + 1 < len(self.doc) else None
        if place.form == "pronoun" and after is not None and after.lemma_ in demands.OBJECT_CONTROL:
            return anaphor.start - place.index < 10
        marker = next((t for t in self.doc[place.index + 1 : place.index + 4] if t.lower_ in ("de", "d'", "d’")), None)
        if (
            marker is None
            or marker.i + 1 >= len(self.doc)
            or "Inf" not in self.doc[marker.i + 1].morph.get("VerbForm", [])
        ):
            return False
        verbs = [t for t in self.doc[max(place.index - 8, 0) : place.index] if t.pos_ == "VERB"]
        return bool(verbs) and verbs[-1].lemma_ in demands.OBJECT_CONTROL and anaphor.start - marker.i < 10

    def _may_bind(self, anaphor: Anaphor, place: Place) -> bool:
        """Binding: an object or oblique pronoun is not its own verb's subject; a possessor is not what is possessed."""
        if anaphor.sort == "clitic" and self._is_antecedent(anaphor, place):
            return False
        if self._is_fronted(anaphor, place):
            return False
        if anaphor.sort == "latter" and self.doc[anaphor.head].head.i == place.index:
            return False  # "le départ de ce dernier"
        if anaphor.sort in ("clitic", "strong", "place") and place.function == "subject" and anaphor.verb is not None:
            start = max(place.index, anaphor.head - 8)
            between = self.doc[start + 1 : anaphor.head]
            verbs = [token for token in between if token.pos_ == "VERB" or token.text in (",", ";")]
            if place.index >= anaphor.head - 8 and not verbs and self.layout.distance(place.index, anaphor.head) == 0:
                return False
            if self.doc[place.index].head.i == anaphor.verb:
                return False
        head = self.doc[anaphor.head]
        if anaphor.sort == "description" and place.function == "subject" and head.dep_ in ("obj", "iobj", "obl:arg"):
            # "X accuse le groupe": the group is another one.
            return self.doc[place.index].head.i != head.head.i
        relative = self.doc[anaphor.start - 1].lower_ in ("que", "qu'", "qu’", "dont", "où")
        if anaphor.sort == "subject" and place.index == anaphor.start - 2 and relative:
            return False
        return not (anaphor.sort == "possessive" and place.index == anaphor.verb)
