"""An HTML page → the article in it, with trafilatura (Barbaresi, ACL 2021, DOI 10.18653/v1/2021.acl-demo.15)."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """The ``text`` of the article, a blank line between its paragraphs, and what the page says of itself."""

    text: str
    title: str | None
    date: str | None


def read_page(html: str) -> Page | None:
    """Take the article out of a decoded page; None when there is none in it."""
    # Here and not at the top: it takes a second to import, which most runs need not spend.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        # Without a fixed end, the search for a date depends on the day of the run.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2199-12-31"},
    )
    if not isinstance(found, Document) or not found.text or not found.text.strip():
        return None
    paragraphs = re.split(r"\n+", found.text.strip())
    return Page("\n\n".join(paragraphs), found.title, found.date)
