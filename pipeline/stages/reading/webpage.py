"""Web pages: the main text and what the page says of itself. Loads trafilatura, so import it late."""

from __future__ import annotations

import logging

from trafilatura import bare_extraction

from pipeline.errors import EmptySource, MalformedSource
from pipeline.stages.reading.raw import RawArticle

# The page's own date tags only: no guess from dates in the text, and no comparison with the clock.
_DATE = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}

# trafilatura reports each page it can do little with; the reject row says so already.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def article_of_page(page: str, encoding: str) -> RawArticle:
    """The article of a page. Raises EmptySource when it has no main text, MalformedSource when it is no page."""
    try:
        found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATE)
    except Exception as error:  # a parser of the web's worst pages: whatever it stumbles over, this page is the cause
        raise MalformedSource(reason=f"no readable page ({type(error).__name__})") from error
    if found is None or isinstance(found, dict) or not found.text:
        raise EmptySource
    return RawArticle(
        # One line a paragraph there; an empty line between two here.
        text=found.text.replace("\n", "\n\n"),
        encoding=encoding,
        title=found.title or "",
        published=found.date or "",
        outlet=found.sitename or "",
        url=found.url or "",
    )
