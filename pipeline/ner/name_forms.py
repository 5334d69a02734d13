"""What the shape of a name and of its article tells of its kind."""

from __future__ import annotations

from pipeline.ner import name_words as words
from pipeline.ner.name_span import Name, starts_sentence
from pipeline.parsed import Doc


def is_title_form(doc: Doc, name: Name) -> bool:
    """Whether a capital article opens a name within its sentence, and no person's longer name ends with it."""
    if (
        name.end - name.start != 2
        or doc[name.start].text not in {"Le", "La", "Les"}
        or starts_sentence(doc[name.start])
    ):
        return False
    text = doc.span(name.start, name.end).text
    return not any(ent.label_ == "PER" and ent.text != text and ent.text.endswith(text) for ent in doc.ents)


def is_place_form(doc: Doc, name: Name) -> bool:
    """Whether a name is a country's or has the article of one ("la Boldavie")."""
    before = doc[name.start - 1].lower_.replace("’", "'") if name.start else ""
    return before in words.NAME_ARTICLES or doc[name.start].lower_ in words.COUNTRIES
