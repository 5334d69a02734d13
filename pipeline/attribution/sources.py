"""Who says so: the source that the text credits for what a trigger tells.

In this order: the speaker of the citation that holds the trigger; the subject of a verb of saying that governs it
("X annonce que …", "X dit avoir …", "X annonce le rachat"); an incise of its sentence ("…, a indiqué X"); "selon X" and
its like; a verb of saying before the "que" of its clause that the parser did not tie to it. What the article says in
its own name has no source. A party that tells its own act is credited all the same, as the annotators do ("X a confirmé
avoir fait une offre": X).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.attribution.namings import mentions_by_token, named, noun_phrase
from pipeline.attribution.phrases import NO_SOURCES, VIEWS, phrases
from pipeline.attribution.quotations import QuoteSpan, incises, outside, quotes
from pipeline.attribution.speech import (
    FIRST_PERSONS,
    SAYING_VERBS,
    TIME_WORDS,
    Speech,
    causative_saying,
    is_saying,
    speech_of,
)
from pipeline.certainty import is_presupposed
from pipeline.certainty.denials import denied_later, denied_whole
from pipeline.certainty.nouns import is_role
from pipeline.certainty.verbgroup import is_verbal, lemma_of
from pipeline.document import Document
from pipeline.parsed import Doc, Token

_THAT = frozenset({"que", "qu'", "qu’"})
_CHAIN = frozenset({"xcomp", "ccomp", "obj", "csubj", "obl:arg", "aux:caus", "dep"})
_MAX_DEPTH = 8
_CALLING = frozenset({"appeler", "exhorter", "enjoindre", "sommer", "presser"})
_LEARNING = frozenset({"apprendre", "savoir", "lire", "entendre"})
_NOBODY = FIRST_PERSONS | {"ce", "c'", "cela", "ça", "qui", "que"}
_RELATIVES = frozenset({"qui", "que", "qu'", "qu’", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"})
_BEFORE_THAT = frozenset(
    """alors bien afin pour dès après avant tandis parce tant sans depuis pendant ainsi plus moins aussi autant
    maintenant sauf pourvu jusqu'à ce tel telle quel quelle autre même""".split()
)


# Verbs that report a noun ("annonce le rachat"); the other verbs of saying speak about it.
TELLING_NOUN: frozenset[str] = frozenset(
    """annoncer confirmer révéler dévoiler officialiser démentir nier évoquer signaler rapporter
    mentionner déclarer revendiquer reconnaître publier prétendre""".split()
)


@dataclass(frozen=True)
class Attribution:
    """The words that name the source (tokens ``start`` to ``end``, exclusive), the cue, the entities they name."""

    start: int
    end: int
    cue_start: int
    cue_end: int
    entities: tuple[int, ...] = ()


class Sources:
    """The citations and named sources of one Document. Build it once; ``attribute`` then looks at one sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.doc: Doc = document.doc
        self.quotes: Sequence[QuoteSpan] = quotes(self.doc)
        self._quote_at = {i: quote for quote in self.quotes for i in range(quote.start, quote.end)}
        self._mention_at = mentions_by_token(document)
        self._phrases = phrases(self.doc)
        self._incises = {speech.verb.i: speech for speech in incises(self.doc)}

    def attribute(self, trigger: Token) -> Attribution | None:
        """The source credited for what the trigger tells; None where the article speaks for itself."""
        quote = self._quote_at.get(trigger.i)
        if quote is not None and quote.end - quote.start > 3:
            found = self._phrase_beside(quote) or (self._of_speech(quote.speech) if quote.speech is not None else None)
            if found is not None or quote.speech is not None:
                return found
        if is_presupposed(trigger):
            return None
        denial = denied_whole(trigger) or (denied_later(trigger) if trigger.pos_ == "NOUN" else None)
        if denial is not None and (speech := speech_of(denial)) is not None:
            return self._of_speech(speech)
        governed = self._governor(trigger)
        if governed is not None:
            return governed
        return self._incise(trigger) or self._phrase(trigger) or self._before_that(trigger)

    def _phrase_beside(self, quote: QuoteSpan) -> Attribution | None:
        """ "Selon X, « … »" and "« … », selon X", where no verb of saying stands nearer to the citation."""
        speech = quote.speech
        if speech is not None and speech.verb.i >= quote.start:
            return None
        start, _ = self._sentence(self.doc[max(0, quote.start - 2)])
        floor = max(start, speech.verb.i if speech is not None else 0)
        for cue in self._phrases:
            if floor <= cue[0] < quote.start or quote.end < cue[0] <= quote.end + 2:
                first = self.doc[quote.start if cue[0] < quote.start else cue[0] - 1]
                if (found := self._of_phrase(cue, first)) is not None and not found.start <= quote.start < found.end:
                    return found
        return None

    def _before_that(self, trigger: Token) -> Attribution | None:
        """ "X a indiqué mardi, « à titre personnel », que …": the verb of saying before the "que" of a clause."""
        doc, start = self.doc, self._sentence(trigger)[0]
        that = trigger.i - 1
        while that > start and doc[that].lower_ not in _THAT:
            if doc[that].text in {":", ";"} or (_is_finite(doc[that]) and not _auxiliary_of(doc[that], trigger)):
                return None
            that -= 1
        if that <= start:
            return None
        if doc[that - 1].lower_ in {"et", "ou", "mais"}:  # "X a dit que …, et qu'il …": the clause before tells who
            first = next((t.i for t in doc[start:that] if t.lower_ in _THAT and is_saying(doc[t.i - 1])), that)
            that = first if start < first else that
        if doc[that - 1].lower_ in _BEFORE_THAT:
            return None
        for token in reversed(doc[max(start, that - 9) : that]):
            if is_saying(token):
                speech = speech_of(token) if lemma_of(token) not in _LEARNING else None
                return self._of_speech(speech) if speech is not None and speech.subject.i < token.i else None
            if token.pos_ == "VERB" or token.lower_ in {"que", "qu'", "qu’", "plus", "moins", "aussi"}:
                return None
        return None

    def _governor(self, trigger: Token) -> Attribution | None:
        node = trigger
        for _ in range(_MAX_DEPTH):
            head, dep = node.head, node.dep_
            if head == node:
                return None
            if dep == "advcl" and _is_bare_infinitive(node):
                dep = "xcomp"
            if dep == "conj":
                node = head
                continue
            verb = is_verbal(node)
            if dep.startswith("acl") and head.lower_ == "fait" and any(c.lower_ in _THAT for c in node.lefts):
                node, head, dep, verb = head, head.head, head.dep_, True
            passive_subject = dep == "nsubj:pass"
            if dep not in _CHAIN and not passive_subject and not (dep == "nmod" and not verb and head.pos_ == "NOUN"):
                return None
            saying = causative_saying(head) or head
            if self._is_relative(node, dep) or self._is_cited_elsewhere(saying, trigger):
                return None
            clause = verb or dep == "ccomp"
            if self._calls(saying, node, dep) or (
                is_verbal(saying)
                and lemma_of(saying) in SAYING_VERBS
                and (self._tells(saying, clause) or self._is_quoted_apart(trigger, saying))
            ):
                speech = speech_of(saying)
                speech = outside(speech, self.quotes) if speech is not None else None
                if speech is not None and (found := self._of_speech(speech)) is not None:
                    return found
            node = head
        return None

    def _is_relative(self, node: Token, dep: str) -> bool:
        """A relative clause behind a comma that the parser took for what is said: "la loi, qui sera votée"."""
        subject = next((c for c in node.lefts if c.dep_.startswith("nsubj")), None)
        return dep == "ccomp" and subject is not None and subject.lower_ == "qui" and self._follows_comma(subject)

    def _is_cited_elsewhere(self, head: Token, trigger: Token) -> bool:
        """Whether a verb and the trigger stand in two citations: the one says nothing of the other."""
        here, there = self._quote_at.get(trigger.i), self._quote_at.get(head.i)
        return here is not None and there is not None and here != there

    def _follows_comma(self, token: Token) -> bool:
        return token.i > 0 and self.doc[token.i - 1].text == ","

    def _calls(self, head: Token, node: Token, dep: str) -> bool:
        """Whether a verb calls for the infinitive below it: "X a appelé le gouvernement à agir"."""
        if dep != "xcomp" or not is_verbal(head) or lemma_of(head) not in _CALLING:
            return False
        return any(child.lower_ in {"à", "de", "d'", "d’"} for child in node.lefts)

    def _is_quoted_apart(self, trigger: Token, head: Token) -> bool:
        """Whether the trigger stands in a citation of a word or two: "X a dénoncé un « accord secret »"."""
        quote = self._quote_at.get(trigger.i)
        return quote is not None and not quote.start <= head.i < quote.end and lemma_of(head) not in _LEARNING

    def _tells(self, head: Token, clause: bool) -> bool:
        """Whether a verb of saying tells what is below it: any clause; a noun only with verbs that announce one."""
        lemma = lemma_of(head)
        if lemma in _LEARNING:
            return lemma != "apprendre" and any(
                lemma_of(t) in {"faire", "laisser"} for t in (head.head, *head.children)
            )
        if lemma in {"demander", "espérer", "promettre", "menacer", "suggérer", "croire", "craindre"} and not clause:
            return False
        return clause or lemma in TELLING_NOUN

    def _of_speech(self, speech: Speech) -> Attribution | None:
        subject = speech.subject
        cue = (speech.verb.i, speech.verb.i + 1)
        if subject.lower_ in {"on", "-on"}:
            return self._learnt(speech.verb) or self._camp(speech.verb)
        if subject.lower_ in _NOBODY or self._impersonal(speech):
            return None
        return self._source(subject, cue)

    def _impersonal(self, speech: Speech) -> bool:
        return speech.subject.lower_ == "il" and speech.subject.dep_ in {"expl", "expl:subj", "expl:pass"}

    def _learnt(self, verb: Token) -> Attribution | None:
        """ "a-t-on appris de source proche", "apprend-on auprès du groupe": what follows the preposition."""
        doc = self.doc
        for index in range(verb.i + 1, min(len(doc) - 1, verb.i + 10)):
            token = doc[index]
            if token.text in {".", "\n"}:
                return None
            if token.lower_ == "auprès" or (token.lower_ in {"de", "par", "dans", "sur"} and token.pos_ == "ADP"):
                start = index + (2 if token.lower_ == "auprès" and doc[index + 1].lower_ in {"de", "du", "d'"} else 1)
                head = next((t for t in doc[start : start + 5] if t.pos_ in {"NOUN", "PROPN"}), None)
                if head is not None and head.lower_ not in TIME_WORDS:
                    return self._source(head, (verb.i, verb.i + 1), start)
        return None

    def _camp(self, verb: Token) -> Attribution | None:
        """ "Du côté de X, on assure que …", "dans l'entourage de X, on précise", "chez X, on dément"."""
        words = [t.lower_ for t in self.doc[self._sentence(verb)[0] : verb.i]]
        for index, word in enumerate(words):
            of = index + 2 if word in {"côté", "entourage", "rangs", "sein"} else index + 1 if word == "chez" else 0
            if of and of < len(words) and (word == "chez" or words[of - 1] in {"de", "du", "des", "d'", "d’"}):
                start = verb.i - len(words) + of
                head = next((t for t in self.doc[start : start + 4] if t.pos_ in {"NOUN", "PROPN"}), None)
                return self._source(head, (verb.i, verb.i + 1), start) if head is not None else None
        return None

    def _incise(self, trigger: Token) -> Attribution | None:
        """A verb of saying between or after commas, with its subject behind it, in the sentence of the trigger."""
        start, end = self._sentence(trigger)
        for index in range(start, end):
            speech = self._incises.get(index)
            if speech is None or speech.verb == trigger or not self._reaches(speech, trigger):
                continue
            if (found := self._of_speech(speech)) is not None and not found.start <= trigger.i < found.end:
                return found
        return None

    def _reaches(self, speech: Speech, trigger: Token) -> bool:
        """Whether an incise speaks of the trigger: what stands before it, or the rest of a clause it interrupts."""
        first = min(speech.verb.i, speech.subject.i)
        if trigger.i < first:
            return not any(t.text == ":" for t in self.doc[trigger.i : first])
        if speech.subject.i < trigger.i and speech.subject.is_ancestor(trigger):
            return False
        last = max(speech.verb.i, speech.subject.i)
        closed = next((t.i for t in self.doc[last + 1 : last + 12] if t.text in {",", "."}), None)
        if closed is None or self.doc[closed].text == "." or trigger.i <= closed:
            return False
        if self.doc[closed + 1].lower_ in _RELATIVES:
            return False
        floor = trigger.sent.start
        opening = next((t.i for t in reversed(self.doc[max(floor, first - 4) : first]) if t.text == ","), first - 1)
        return not any("Fin" in t.morph.get("VerbForm", []) for t in self.doc[floor:opening])

    def _sentence(self, token: Token) -> tuple[int, int]:
        """The sentence by its final marks: the parser likes to end one before an incise."""
        doc = self.doc
        start = end = token.i
        while start > 0 and doc[start - 1].text not in {".", "!", "?"} and "\n" not in doc[start - 1].text:
            start -= 1
        while end < len(doc) and doc[end].text != "." and "\n" not in doc[end].text:
            if doc[end].text in {"?", "!"} and end not in self._quote_at and self._begins(end + 1):
                break
            end += 1
        return start, end

    def _begins(self, index: int) -> bool:
        """Whether a sentence may begin with the token at ``index``: a capital or an opening quotation mark."""
        return index < len(self.doc) and (self.doc[index].text[0].isupper() or index + 1 in self._quote_at)

    def _phrase(self, trigger: Token) -> Attribution | None:
        start, end = self._sentence(trigger)
        best: Attribution | None = None
        for cue_start, cue_end in self._phrases:
            if not start <= cue_start < end:
                continue
            found = self._of_phrase((cue_start, cue_end), trigger)
            if found is None or found.start <= trigger.i < found.end:
                continue
            if trigger.i < cue_start and any(t.text == ":" for t in self.doc[trigger.i : cue_start]):
                continue
            if best is None or abs(found.start - trigger.i) < abs(best.start - trigger.i):
                best = found
        return best

    def _of_phrase(self, cue: tuple[int, int], trigger: Token) -> Attribution | None:
        """The source that follows "selon", unless the trigger is told of that source ("selon X, qui a enquêté")."""
        after = self.doc[cue[1] : cue[1] + 6]
        head = next((t for t in after if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
        if head is None or lemma_of(head) in NO_SOURCES or head.lower_ in NO_SOURCES | {"lequel", "laquelle"}:
            return None
        if self.doc[cue[0]].lower_ in VIEWS and not self._is_view(cue[0], head, trigger):
            return None
        if head.i < trigger.i and head.is_ancestor(trigger) and _in_relative_of(head, trigger):
            return None
        return self._source(head, cue, cue[1])

    def _is_view(self, start: int, head: Token, trigger: Token) -> bool:
        """Whether "pour X" opens a sentence before what X says: a pronoun, or a name before a citation."""
        doc = self.doc
        opening = start - 1 if start and doc[start - 1].lower_ in {"mais", "et", "or"} else start
        if (
            opening
            and doc[opening - 1].text not in {".", "!", "?", "»", '"', "”"}
            and "\n" not in doc[opening - 1].text
        ):
            return False
        end = self._sentence(doc[start])[1]
        comma = next((t.i for t in doc[head.i + 1 : end] if t.text == ","), end)
        if not start < comma < trigger.i:
            return False
        if head.lower_ in {"lui", "elle", "eux", "elles"}:
            return comma <= head.i + 2
        mention = self._mention_at.get(head.i)
        named = mention is not None and mention.form == "name"
        person = mention is not None and self.document.entities[mention.entities[0]].kind == "Person"
        least = 0 if named and person else 3
        quoted = (self._quote_at[index] for index in range(comma, end) if index in self._quote_at)
        return (named or is_role(head)) and any(quote.end - quote.start > least for quote in quoted)

    def _source(self, head: Token, cue: tuple[int, int], start: int | None = None) -> Attribution | None:
        """The words of a source around their head, and the entity they stand for."""
        mention = self._mention_at.get(head.i)
        if mention is None:
            mention = named(head, self._mention_at, within=start is not None)
        if mention is not None and (mention.form != "possessive"):
            return Attribution(mention.start, mention.end, *cue, mention.entities)
        first, last = noun_phrase(head, start)
        if first >= last:
            return None
        while first + 1 < last and (self.doc[first].text.startswith("-") or self.doc[first].lower_ in _RELATIVES):
            first += 1
        return Attribution(first, last, *cue, ())


def _is_finite(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", [])


def _is_bare_infinitive(token: Token) -> bool:
    """A past infinitive that nothing leads in, as in what is said: "X annonce, lundi, avoir vendu"."""
    led = any(child.dep_ in {"mark", "case"} for child in token.lefts)
    return not led and any(c.lower_ in {"avoir", "être"} and "Inf" in c.morph.get("VerbForm", []) for c in token.lefts)


def _auxiliary_of(token: Token, trigger: Token) -> bool:
    """Whether a finite verb only helps the trigger ("a racheté", "veut racheter") or tells of a noun before it."""
    return token.head == trigger or token.dep_.startswith("acl") or trigger.head == token


def _in_relative_of(head: Token, trigger: Token) -> bool:
    """Whether a word stands in a relative clause of a source's noun before it."""
    relative = any(token.lower_ in _RELATIVES for token in head.doc[head.i + 1 : trigger.i])
    return relative and any(t.dep_.startswith("acl") and head.is_ancestor(t) for t in (trigger, *trigger.ancestors))


def attribute(trigger: Token, document: Document) -> Attribution | None:
    """One trigger on its own; for several of one Document build :class:`Sources` once."""
    return Sources(document).attribute(trigger)


__all__ = ["Attribution", "QuoteSpan", "Sources", "attribute", "quotes"]
