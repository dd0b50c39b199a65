"""Title and publication date of an article: what its first lines, its metadata and its file name say."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from pipeline.dutch.calendar import MONTHS

#: A first line above this many characters is no title.
LONGEST_TITLE = 120

#: Years in which an article about football can have been published; others are numbers of another kind.
YEARS = range(1860, 2100)

_WRITTEN_DAY = rf"\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+\d{{4}}"
_HEADER = re.compile(
    rf"\A\s*(?:date|datum)\s*:?\s+(\d{{4}}-\d{{2}}(?:-\d{{2}})?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}|{_WRITTEN_DAY})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?)?(?=\s|\Z)",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T.*)?\s*\Z", re.DOTALL)
_YEAR_FIRST = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s].*)?\Z", re.DOTALL)
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T\s,].*)?\Z", re.DOTALL)
_WRITTEN = re.compile(rf"\s*({_WRITTEN_DAY})(?:[\s,].*)?\Z", re.DOTALL | re.IGNORECASE)

_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_MONTH_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_.](\d{2})(?![-_.]?\d)")


class Header(NamedTuple):
    """A date in front of the article, and the article without it; `published` is empty when there is none."""

    published: str
    body: str


def split_header(text: str) -> Header:
    """Take a line or words such as "date 2024-11" or "Datum: 3 november 2024" off the very start of a text."""
    match = _HEADER.match(text)
    published = iso_date(match.group(1)) if match else ""
    return Header(published, text[match.end() :].lstrip()) if match and published else Header("", text)


def first_line_title(text: str) -> str:
    """The first line when it can be a title: short, no final stop, an empty line below; else empty."""
    line, separator, _ = text.partition("\n\n")
    is_title = separator and "\n" not in line and len(line) <= LONGEST_TITLE and not line.endswith(".")
    return line if is_title else ""


def iso_date(text: str) -> str:
    """A date or time of metadata as YYYY, YYYY-MM or YYYY-MM-DD; empty when it is none or impossible.

    Reads ISO 8601 and the Dutch order, day month year, with "-", "/", "." or the month's name; drops the time.
    """
    if match := _COMPACT.match(text) or _YEAR_FIRST.match(text):
        year, month, day = match.groups()
        return _checked(year, month, day)
    if match := _DAY_FIRST.match(text):
        day, month, year = match.groups()
        return _checked(year, month, day)
    if match := _WRITTEN.match(text):
        day, name, year = match.group(1).split()
        return _checked(year, str(MONTHS[name.lower()]), day)
    return ""


def date_in_name(stem: str) -> str:
    """The date in a file name without its folder, as YYYY-MM-DD or YYYY-MM; empty when there is none."""
    name = stem.rpartition("/")[2]
    for match in _DAY_IN_NAME.finditer(name):
        year, _, month, day = match.groups()
        if found := _checked(year, month, day):
            return found
    for match in _MONTH_IN_NAME.finditer(name):
        year, month = match.groups()
        found = _checked(year, month, None)
        if found and not _is_season(year, month):
            return found
    return ""


def _is_season(year: str, month: str) -> bool:
    """Whether "2010-11" could as well be the season 2010/11: then it says nothing for certain."""
    return int(month) == (int(year) + 1) % 100


def _checked(year: str, month: str | None, day: str | None) -> str:
    """The parts joined to an ISO date, or empty when the calendar has no such day."""
    if int(year) not in YEARS:
        return ""
    try:
        first_day = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return first_day if day else first_day[:7] if month else first_day[:4]
