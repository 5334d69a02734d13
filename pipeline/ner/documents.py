"""Article → Document: the parse, and in it the named persons and organisations, typed over the whole article.

The model finds names (:func:`load_model`), :mod:`pipeline.ner.spans` repairs and completes them,
:mod:`pipeline.ner.kinds` decides what each is in this article, :mod:`pipeline.ner.grouping` makes entities of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import tee

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Document
from pipeline.errors import UsageError
from pipeline.mending import mended
from pipeline.ner import name_words as words
from pipeline.ner import paragraphs, press_model, sentences
from pipeline.ner.caucuses import with_caucuses
from pipeline.ner.committees import with_committees
from pipeline.ner.grouping import group
from pipeline.ner.kinds import decide
from pipeline.ner.spans import find_names
from pipeline.ner.verdict import judged
from pipeline.parsed import read as read_parse
from pipeline.schema import Article

STOCK_MODEL = "fr_core_news_md"
BATCH_SIZE = 32
"""Articles parsed at a time: more gains nothing on a CPU and costs memory."""
LONGEST = 1_000_000
"""Characters that a model accepts in one article (spaCy's own limit, which the parser's memory sets)."""

_NEEDED = ("parser", "ner")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
"""The models learned from texts with the plain apostrophe, and take "jusqu’" for a name; the length stays the same."""


@lru_cache(maxsize=4)
def load_model(name: str | None = None) -> Language:
    """Load a spaCy model, once a process.

    In: the name of an installed model or a folder; None takes the press model of this project where it is built, else
    ``fr_core_news_md``. Raises :class:`UsageError` with one line when there is no such model, or it is none that
    parses and finds names.
    """
    if name is None:
        return _prepared(press_model.load()) if _press_is_built() else load_model(STOCK_MODEL)
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise UsageError(f"cannot load the spaCy model {name!r}: {str(error).splitlines()[0]}") from error
    missing = [pipe for pipe in _NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise UsageError(f"the spaCy model {name!r} has no {' and no '.join(missing)}: it cannot read articles")
    return _prepared(nlp)


def read_docs(nlp: Language, articles: Iterable[Article], batch_size: int = BATCH_SIZE) -> Iterator[Document]:
    """Parse articles as a stream and annotate each.

    Out: one :class:`Document` an article, in the same order. Offsets of the Doc are those of ``article.clean``.
    """
    for article, doc in parse(nlp, articles, batch_size):
        yield annotate(article, doc)


def parse(nlp: Language, articles: Iterable[Article], batch_size: int = BATCH_SIZE) -> Iterator[tuple[Article, Doc]]:
    """The parse of each article's :func:`reading_text`, as a stream in the same order."""
    kept, texts = tee(articles)
    docs = nlp.pipe((reading_text(article) for article in texts), batch_size=batch_size)
    yield from zip(kept, docs, strict=True)


def reading_text(article: Article) -> str:
    """What the model is given: ``article.clean`` with plain apostrophes, character for character."""
    return article.clean.translate(_APOSTROPHES)


def annotate(article: Article, doc: Doc) -> Document:
    """The named persons and organisations of a parsed article, with every place where a name of theirs stands.

    In: an article and the parse of its :func:`reading_text`. Out: a Document whose mentions are names, in text order.
    """
    parsed = mended(read_parse(sentences.rejoin(doc)))
    names = find_names(parsed)
    entities, mentions = group(parsed, names, judged(parsed, names, decide(parsed, names)))
    return with_committees(with_caucuses(Document(article, parsed, entities, mentions)))


def _press_is_built() -> bool:
    try:
        press_model.directory()
    except UsageError:
        return False
    return True


def _prepared(nlp: Language) -> Language:
    nlp.max_length = LONGEST
    add_special_case = getattr(nlp.tokenizer, "add_special_case", None)
    if add_special_case is not None:  # a tokenizer of another make has its own ways
        for word in sorted(words.HYPHENATED):
            for form in (word, word.capitalize(), word + "s", word.capitalize() + "s"):
                add_special_case(form, [{"ORTH": form}])
    _hash_lemma_index(nlp)
    if paragraphs.NAME not in nlp.pipe_names:
        nlp.add_pipe(paragraphs.NAME, before="parser")
    return nlp


def _hash_lemma_index(nlp: Language) -> None:
    """Let the rule lemmatizer look its known forms up by hash; spaCy keeps them in lists, searched from end to end.

    The lemmas stay the same. Measured on 120 press articles: 2.8 µs a token instead of 118.
    """
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return
    table = lookups.get_table("lemma_index")
    for part in list(table):
        if isinstance(table[part], list):
            table[part] = dict.fromkeys(table[part], True)
