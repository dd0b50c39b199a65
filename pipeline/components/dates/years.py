"""Readers of years and decades."""

from __future__ import annotations

import re
from datetime import date

from pipeline.components.dates.reading import (
    Context,
    Match,
    Reading,
    full_year,
    reference,
)
from pipeline.dutch import calendar, relative
from pipeline.dutch.calendar import DEICTICS, Period
from pipeline.dutch.numerals import read_numeral, read_ordinal
from pipeline.dutch.patterns import words


def decade(match: Match, context: Context) -> Reading:
    name = match["decade"].lstrip("'")
    if len(name) == 4 and name.isdigit():
        return Reading(calendar.decade(int(name)))
    if name.startswith(("negentien", "achttien", "tweeduizend")):
        return Reading(calendar.decade(full_year(name)))
    tens = int(name) if name.isdigit() else int(read_numeral(name) or 0)
    latest = context.published.first.year if context.published.first else 2009
    start = 1900 + tens
    while start + 100 <= latest:
        start += 100
    return Reading(calendar.decade(start))


_YEAR_BEFORE = re.compile(
    r"(?:(?<!\w)(?:in|tot|sinds|vanaf|uit|sedert|anno|medio|midden|eind|begin|jaar|juli|rond|tegen|omstreeks|met|tussen|wk|ek|euro|"
    r"editie|spelen|cup|halverwege|half|voor|na|van|en|of|naar|per|jaargang|om|winter|zomer|kampioen|was|is|door)[ \n]|"
    r"[(\"'„“‘\[:;/–-][ \n]?|,[ \n]|^)$"
)
_STRONG_BEFORE = re.compile(
    r"(?:(?<!\w)(?:in|tot|en met|t/m|sinds|sedert|vanaf|tussen|anno|jaar|medio|midden|eind|begin|wk|ek|euro|"
    r"editie)[ \n]|\()$"
)
_COUNTED = re.compile(
    r"[ \n](?:(?:betalende|uitzinnige|meegereisde|uitverkochte|laaiend|enthousiaste|vierkante)[ \n])?"
    r"(?:\w*(?:toeschouwers?|supporters?|fans|aanhangers|kijkers|bezoekers|mensen|plaatsen|stoelen|zitjes|inwoners|"
    r"leden|wedstrijden|duels|minuten|seconden|punten|goals|doelpunten|kaarten|tickets|spelers|keer|maal|stuks|dagen|"
    r"uren|euro|dollar|pond|meter|kilometer|km|jaar|uur)|miljoen|duizend|man|procent)(?!\w)|[ \n]?[%€]"
)
#: The other year of "tussen 2010 en 2014", "van 2012 t/m 2014"; one year tells that the other is one.
_PAIR = r"(?:en|of|tot|t/m|tot en met)"
_YEAR_AFTER = re.compile(rf"[ \n]{_PAIR}[ \n](?:19|20)\d\d(?![\w.,]*\d)")
_YEAR_AHEAD = re.compile(rf"(?<!\d)(?:19|20)\d\d[ \n]{_PAIR}[ \n]$")
_CONTENT_WORD = re.compile(r"[ \n](\w+)")
#: After "voor" or "van", a year is followed by one of these (or by a mark), a count by what is counted.
_FUNCTION_WORDS = frozenset(
    words(
        "aan achter al alle als bij boven daar dan dat de deze die dit door een en er geen had haar heeft het hij hoe "
        "hun in is kan kon kwam maar me met mocht moest na naar niet nog nooit of om omdat onder ook op over pas per "
        "sinds speelde te tegen ten terug toch toen tot tussen twee uit uitkwam van vanaf vast via voor vertrok want "
        "was wat weer werd wel wie wordt won zal zich zijn zo zou zonder"
    )
)


def bare_year(match: Match, context: Context) -> Reading | None:
    """A year by itself, told from a count by what stands before and behind it."""
    if _COUNTED.match(context.text, match.end()):
        return None
    before = context.text[max(0, match.start() - 18) : match.start()]
    other = _YEAR_AFTER.match(context.text, match.end())
    if (other and not _COUNTED.match(context.text, other.end())) or _YEAR_AHEAD.search(before):
        return Reading(calendar.calendar_day(int(match["year"])))
    if not _YEAR_BEFORE.search(before):
        return None
    following = _CONTENT_WORD.match(context.text, match.end())
    if not _STRONG_BEFORE.search(before) and following and following[1] not in _FUNCTION_WORDS:
        return None
    return Reading(calendar.calendar_day(int(match["year"])))


def year_in_words(match: Match, _context: Context) -> Reading:
    """ "negentienachtentwintig": in one word it is a year and no count."""
    return Reading(calendar.calendar_day(full_year(match["year"])))


def century(match: Match, _context: Context) -> Reading | None:
    """ "de 21ste eeuw": 2000 to 2099, as people count."""
    number = read_ordinal(match["rank"])
    if number is None or not 1 <= number <= 99:
        return None
    first, last = calendar.calendar_day(100 * (number - 1) or 1), calendar.calendar_day(100 * number - 1)
    return Reading(Period(f"{number - 1:02d}", first.first, last.last))


def deictic_decade(match: Match, context: Context) -> Reading | None:
    """ "dit decennium", "de afgelopen twee decennia": whole ones of ten calendar years."""
    which = DEICTICS.get(match["which"] or "", "past")
    count = read_numeral(match["count"]) if match["count"] else 1.0
    if count is None or count != int(count) or not 1 <= count <= 20:
        return None

    def place(day: date) -> Period | None:
        start = day.year // 10 * 10
        if which in ("last", "past"):
            start -= int(count) * 10
        elif which != "this":
            start += 10
        last = calendar.calendar_day(start + 10 * int(count) - 1)
        value = f"{start // 10}" if count == 1 else f"{start}/{last.value}"
        return Period(value, date(start, 1, 1), last.last)

    return Reading(relative.placed(context.published, place, reference(which)), relative=True)
