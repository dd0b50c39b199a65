"""What the readers of file formats give."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.errors import RejectError


class RawArticle(NamedTuple):
    """One article as its file gives it; everything but the text may be empty."""

    text: str
    encoding: str
    title: str = ""
    published: str = ""  # in any form that metadata has
    outlet: str = ""
    url: str = ""
    record: str = ""  # in a file of many articles: its own id
    number: int = 0  # in a file of many articles: its line (JSON lines) or row (CSV), from 1


class BadRecord(NamedTuple):
    """One record that cannot be used, in a file of many articles."""

    error: RejectError
    record: str = ""
    number: int = 0
