"""Where a calendar expression can begin. It only saves time: most words of a text begin none, and most numbers count
no time, so the rules are tried at few places. The tests see to it that every example is let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from pipeline.dutch.calendar import DEICTICS, HOLIDAYS, MONTHS, SHORT_MONTHS, WEEKDAYS, YEAR_SEASONS
from pipeline.dutch.numerals import NUMBER_WORDS
from pipeline.dutch.patterns import any_of, words


class _Words(NamedTuple):
    """Words as they stand, and beginnings of words."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    numbers: bool  # whether a number that counts time will do as well

    def fit(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings)


def _words(*phrases: str, numbers: bool = True) -> _Words:
    """The first words of phrases; those that end in a star may run on ("gister*", "gisteravond")."""
    firsts = {phrase.split()[0] for phrase in phrases}
    whole = frozenset(word for word in firsts if not word.endswith("*"))
    return _Words(whole, tuple(sorted(word.removesuffix("*") for word in firsts - whole)), numbers)


_PERIODS = (*DEICTICS, *MONTHS, *HOLIDAYS, *(f"{name}*" for name in YEAR_SEASONS))
_WEEKDAYS = tuple(f"{name}*" for name in WEEKDAYS)
_AFTER_ARTICLE = _words(
    *_PERIODS,
    *_WEEKDAYS,
    *words("""
    begin eind einde midden slot start aanvang laatste allerlaatste week weekend weekeinde dag maand kalenderjaar jaar
    jaren seizoen* campagne ochtend middag voormiddag namiddag avond nacht
    hele gehele ganse heel paar aantal winterse zomerse transfer* jaargang voetbal* volle lange
    volledige competitie* eredivisieseizoen decennium januari*
    """),
)
_ALONE = _words(
    *_PERIODS,
    *SHORT_MONTHS,
    *_WEEKDAYS,
    *words("""
    begin eind einde midden slot start aanvang medio halverwege halfweg half heel gans gehele hele volle winterse
    zomerse januari* transferp* transferw* transferv* transferz* jaren elk* ieder* alle dagelijks* wekelijks*
    maandelijks* jaarlijks* eergister* gister* overmorgen vandaag vanavond vanmiddag vanochtend vannacht vanmorgen
    morgen* momenteel enkele meerdere verschillende tegenwoordig binnenkort weldra onlangs recentelijk dezelfde
    diezelfde hetzelfde datzelfde nu k1 k2 k3 k4 voetbaljaar week
    """),
)
#: Words that begin one only before certain others, or before a number that counts time.
_FOLLOWED = {
    **dict.fromkeys(words("de het 't dit deze dat die een"), _AFTER_ARTICLE),
    **dict.fromkeys(
        words("seizoen voetbalseizoen competitieseizoen eredivisieseizoen jaargang campagne"), _words("van")
    ),
    "laatste": _words(*_WEEKDAYS, "week", "weekend", "weekeinde"),
    "minder": _words("dan"),
    "over": _words(*words("een enkele minder ruim zo bijna ongeveer")),
    "op": _words("dit", numbers=False),
    "tot": _words("op", "nu", "nog", "dusver", numbers=False),
    "om": _words("de", numbers=False),
    "per": _words("dag", "week", "maand", "jaar", "seizoen", numbers=False),
}
_NUMBERS = _words(*(f"{word}*" for word in NUMBER_WORDS))
#: Digits that may be a date by themselves, what any other number must have near it, and how near.
_NUMERIC = re.compile(
    r"\d{4}(?!\d)|\d\d?[ ]?[-/.][ ]?\d|\d\d?[-/][a-z]{3}|\d\d/'|[23]\d(?:e|ste)(?!\w)|\w{0,20}tigste(?!\w)"
)
_TIME_UNITS = "dag week wek maand jaar jar seizoen decenn eeuw kwartaal helft duizend honderd mrt"
_COUNTED_TIME = re.compile(any_of([*(name[:3] for name in MONTHS), *words(_TIME_UNITS)]) + "|tien[a-z]{3}")
_REACH = 28
_WORD = re.compile(r"'?\w+")


class _Kind(Enum):
    """What a word can be at the beginning of an expression."""

    NOTHING = 0
    ALONE = 1  # enough by itself
    SMALL = 2  # only before certain words
    NUMBER = 3  # only with time near it
    ARTICLE_OR_NUMBER = 4  # "een", which is both


_NUMERALS = (_Kind.NUMBER, _Kind.ARTICLE_OR_NUMBER)


@lru_cache(maxsize=1 << 16)  # the words of a language come again and again
def _kind(word: str) -> _Kind:
    if word == "een":
        return _Kind.ARTICLE_OR_NUMBER
    if word in _FOLLOWED:
        return _Kind.SMALL
    if _ALONE.fit(word) or (word[0] == "'" and word[1:2].isdecimal()):
        return _Kind.ALONE
    return _Kind.NUMBER if word[0].isdecimal() or _NUMBERS.fit(word) else _Kind.NOTHING


def openings(text: str) -> Iterator[int]:
    """The places in a folded text, in order, at which a calendar expression may begin."""
    nothing, alone, number, small = _Kind.NOTHING, _Kind.ALONE, _Kind.NUMBER, _Kind.SMALL
    for match in _WORD.finditer(text):
        kind = _kind(match[0])
        if kind is nothing:
            continue
        start = match.start()
        if (
            kind is alone
            or (kind is not small and _counts_time(text, match))
            or (kind is not number and _is_followed(text, match.end() + 1, _FOLLOWED[match[0]]))
        ):
            yield start


def _is_followed(text: str, start: int, follows: _Words) -> bool:
    following = _WORD.match(text, start)
    if following is None:
        return False
    word = following[0]
    if follows.fit(word):
        return True
    if word[0] == "'":
        return word[1:2].isdecimal()
    return follows.numbers and _kind(word) in _NUMERALS and _counts_time(text, following)


def _counts_time(text: str, number: re.Match[str]) -> bool:
    """Whether a number has a unit of time or a month near it, or looks like a date itself."""
    end = number.end()
    return bool(_NUMERIC.match(text, number.start()) or _COUNTED_TIME.search(text, number.start(), end + _REACH))
