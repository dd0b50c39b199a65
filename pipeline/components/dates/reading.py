"""What date readers share: the article around an expression, a reader's answer, and small words read.

A reader gets the match of its rule's pattern (named groups only) and a Context, and gives a Reading, or None when the
words turn out to be no date. The text it sees is folded; offsets are those of the article.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pipeline.dutch import calendar, relative
from pipeline.dutch.calendar import DEICTICS, MONTHS, SHORT_MONTHS, Period, Published
from pipeline.dutch.numerals import TEENS, TENS, UNITS, read_numeral, read_ordinal
from pipeline.dutch.patterns import SPACE, any_of
from pipeline.dutch.tense import Tense, tense_around

Match = re.Match[str]

UNDER_100 = f"(?:{any_of(TEENS)}|{any_of(TENS)}|{any_of(UNITS)}(?:en{any_of(TENS)})?)"
_CENTURY = "(?:zestien|zeventien|achttien|negentien)"
#: Years written in full. In one word they are known by themselves, in more words only behind a day or month.
YEAR_IN_ONE_WORD = f"{_CENTURY}(?:honderd)?(?:en)?{UNDER_100}"
YEAR_IN_WORDS = (
    f"(?:{_CENTURY}(?:honderd)?{SPACE}?(?:en{SPACE})?{UNDER_100}|tweeduizend(?:{SPACE}?(?:en{SPACE})?{UNDER_100})?)"
)
_YEAR_FORM = re.compile(rf"(?:({_CENTURY})(?:honderd)?|(tweeduizend)){SPACE}?(?:en{SPACE}?)?({UNDER_100})?")


class Context(NamedTuple):
    """The article around an expression."""

    text: str  # folded
    original: str
    published: Published
    calendar_year: bool


class Reading(NamedTuple):
    """A date rule's answer."""

    period: Period
    type: Literal["DATE", "DURATION", "SET"] = "DATE"
    relative: bool = False  # whether the publication date was needed


_SINCE = re.compile(rf"(?<!\w)(?:sinds|sedert){SPACE}(?:begin{SPACE}|eind{SPACE}|half{SPACE}|medio{SPACE})?$")
_UNTIL = re.compile(rf"(?<!\w)(?:tot|t/m|en{SPACE}met){SPACE}(?:begin{SPACE}|eind{SPACE}|half{SPACE}|medio{SPACE})?$")


def tense(match: Match, context: Context) -> Tense:
    """On which side of the publication day an expression without a year lies, as its preposition and clause tell.

    "sinds" looks back whatever the verb is; what held "tot 31 december" may end after a verb in the past.
    """
    before = context.text[max(0, match.start() - 20) : match.start()]
    if _SINCE.search(before):
        return "past"
    clause = tense_around(context.text, match.start(), match.end())
    return "" if clause == "past" and _UNTIL.search(before) else clause


_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w-]+ $")


def is_surname(match: Match, group: str, context: Context) -> bool:
    """Whether it has a capital behind a word with one ("Danny Vrijdag"); days and months by themselves have none."""
    start = match.start(group)
    before = _CAPITAL_BEFORE.search(context.original, max(0, start - 30), start)
    return context.original[start].isupper() and before is not None


def capitalized(match: Match, group: str, context: Context) -> bool:
    return context.original[match.start(group)].isupper()


def full_year(words: str) -> int:
    """ "2027", "'27", "27" or "negentien zevenentachtig" as a year; two digits are of 1970–2069."""
    if form := _YEAR_FORM.fullmatch(words):
        century = 2000.0 if form[2] else 100 * (read_numeral(form[1]) or 0)
        return int(century + ((read_numeral(form[3]) or 0) if form[3] else 0))
    digits = words
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def read_day(words: str) -> int | None:
    """A day of the month as cardinal or ordinal, in words or digits; None beyond 31."""
    value = read_numeral(words)
    if value is None:
        value = read_ordinal(words)
    return int(value) if value is not None and 1 <= value <= 31 and value == int(value) else None


def read_month(word: str) -> int:
    return MONTHS.get(word) or SHORT_MONTHS[word.rstrip(".")]


def year_of(words: str, context: Context) -> tuple[Period, bool]:
    """The year that digits, number words or "vorig jaar" stand for, and whether the latter."""
    if words[-1].isdigit() or _YEAR_FORM.fullmatch(words):
        return calendar.calendar_day(full_year(words)), False
    which = _which(words)
    place = relative.placed(context.published, lambda day: relative.year_from(day, which), "")
    return place, True


def _which(words: str) -> str:
    return next(DEICTICS[word] for word in reversed(words.split()) if word in DEICTICS)


def reference(which: str) -> str:
    return relative.REFERENCE.get(which, "FUTURE_REF")
