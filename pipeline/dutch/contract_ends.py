"""When a football contract ends, from the calendar expression that tells it.

Dutch and Belgian contracts run to 30 June unless the words say otherwise: "medio 2026", "de zomer van 2026",
"2026" and "het seizoen 2025/26" all mean that day, and so does "1 juli 2026", the first day without a contract.
Another explicit day stands, a month means its last day, a winter its January, the end of a year its December.
In leagues that play a calendar year, years, seasons and lengths end on 31 December. A length counts from the
publication day (from 1 July where that lies in the summer break), and ends on the nearest such last day.

Source of the conventions: how sports desks in the Netherlands and Flanders use these words (editorial).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.dutch.calendar import Published, calendar_day, read_published
from pipeline.dutch.relative import season_from
from pipeline.records import TimeMention

_LENGTH = re.compile(
    r"P(?:(?P<years>\d+(?:\.\d+)?)Y)?(?:(?P<months>\d+(?:\.\d+)?)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
)
_SEASON = re.compile(r"\d{4}-07/(\d{4})-06")
_WINDOW = re.compile(r"(\d{4})-07/\d{4}-08")
#: Expressions that name no year, so that they may have been placed in the past.
_YEARLESS = ("month", "day-month")


class ContractEnd(NamedTuple):
    """The end of a contract."""

    value: str  # TIMEX3
    day: str  # YYYY-MM-DD; empty where the words or the publication date leave it open
    precision: str  # day | month | half_year | season | year; empty with the day


def contract_end(mention: TimeMention, published: str, calendar_year: bool = False, ahead: bool = True) -> ContractEnd:
    """The end that an expression tells of a contract.

    `published` anchors lengths (YYYY, YYYY-MM or YYYY-MM-DD; "" when unknown); `calendar_year` is for clubs whose
    league plays one; `ahead` says that the contract is in force, so that "juni" is the next one.
    """
    if mention.type == "DURATION":
        return from_length(mention.value, published, calendar_year)
    moved = _ahead(mention, read_published(published)) if ahead else mention
    day, precision = _last_day(moved, calendar_year)
    return ContractEnd(moved.value, day, precision)


def contract_start(mention: TimeMention) -> str:
    """The first day of a contract that began at a date: contracts from a summer on begin on 1 July."""
    if mention.value.endswith("-SU") or mention.mod == "MID":
        return f"{mention.value[:4]}-07-01"
    return mention.earliest


def current_season_end(published: str, calendar_year: bool = False) -> ContractEnd:
    """The end of the season in which the article appeared: that of an "aflopend contract" without a date."""
    known = read_published(published)
    if known.first is None or known.last is None:
        return ContractEnd("PRESENT_REF", "", "")
    season = season_from(known.first, "this", calendar_year)
    if season is None or season.last is None or season != season_from(known.last, "this", calendar_year):
        return ContractEnd("PRESENT_REF", "", "")
    return ContractEnd(season.value, season.last.isoformat(), "season")


def year_end(year: int, calendar_year: bool = False) -> ContractEnd:
    """The end that a bare year tells."""
    return ContractEnd(f"{year:04d}", f"{year:04d}-{'12-31' if calendar_year else '06-30'}", "year")


def from_length(value: str, published: str, calendar_year: bool = False) -> ContractEnd:
    """The end of a contract of a length (TIMEX3: "P3Y", "P2.5Y") that begins with the publication."""
    known = read_published(published)
    ends = {_nearest_end(_begin(day, calendar_year), value, calendar_year) for day in (known.first, known.last) if day}
    end = ends.pop() if len(ends) == 1 else None
    return ContractEnd(value, end.isoformat() if end else "", "year" if end else "")


def prolonged(end: str, value: str, calendar_year: bool = False) -> ContractEnd:
    """A contract's end (YYYY-MM-DD) moved on by a length: "met een jaar verlengd", "optie voor nog een seizoen"."""
    later = _nearest_end(date.fromisoformat(end), value, calendar_year)
    return ContractEnd(value, later.isoformat() if later else "", "year" if later else "")


def _ahead(mention: TimeMention, published: Published) -> TimeMention:
    """A day or month without a year that was placed before the publication, placed after it."""
    if mention.rule not in _YEARLESS or not mention.anchor or not mention.latest or published.first is None:
        return mention
    if mention.latest >= published.first.isoformat():
        return mention
    parts = [int(part) for part in mention.value.split("-")]
    later = calendar_day(parts[0] + 1, *parts[1:])
    if later.first is None or later.last is None:
        return mention
    return mention._replace(value=later.value, earliest=later.first.isoformat(), latest=later.last.isoformat())


def _last_day(mention: TimeMention, calendar_year: bool) -> tuple[str, str]:
    value, turn = mention.value, "12-31" if calendar_year else "06-30"
    if not mention.latest:
        return "", ""
    if mention.rule == "ago" and not re.fullmatch(r"\d{4}", value):
        end = _nearest(date.fromisoformat(mention.latest), calendar_year)
        return end.isoformat(), "year"
    if re.fullmatch(r"\d{4}", value):
        if mention.mod == "START":
            return "", ""
        if mention.mod:
            return f"{value}-{'12-31' if mention.mod == 'END' else '06-30'}", "half_year"
        return f"{value}-{turn}", "year"
    season = _SEASON.fullmatch(value)
    if season:
        return ("", "") if mention.mod == "START" else (f"{season[1]}-06-30", "season")
    window = _WINDOW.fullmatch(value)
    if window or value.endswith("-SU"):
        return f"{value[:4]}-06-30", "half_year"
    if value.endswith("-WI"):
        return f"{value[:4]}-01-31", "half_year"
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return calendar_day(int(value[:4]), int(value[5:])).last.isoformat(), "month"  # type: ignore[union-attr]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return (f"{value[:4]}-06-30" if value.endswith("-07-01") else value), "day"
    if re.fullmatch(r"\d{4}-\d{2}/\d{4}-\d{2}", value):
        return mention.latest, "season"
    return "", ""


def _begin(day: date, calendar_year: bool) -> date:
    """The day from which a length counts."""
    return date(day.year, 7, 1) if not calendar_year and 6 <= day.month <= 8 else day


def _nearest_end(begin: date, value: str, calendar_year: bool) -> date | None:
    match = _LENGTH.fullmatch(value)
    if match is None:
        return None
    months = 12 * float(match["years"] or 0) + float(match["months"] or 0)
    days = 7 * int(match["weeks"] or 0) + int(match["days"] or 0)
    if not months and not days:
        return None
    whole = begin.year * 12 + begin.month - 1 + int(months)
    try:
        first = date(whole // 12, whole % 12 + 1, 1)
        reached = first + timedelta(days=begin.day - 1 + days + round(30 * (months - int(months))))
        return _nearest(reached, calendar_year)
    except (OverflowError, ValueError):
        return None


def _nearest(day: date, calendar_year: bool) -> date:
    """The nearest last day of a football year, the later on a tie."""
    month, last = (12, 31) if calendar_year else (6, 30)
    ends = [date(year, month, last) for year in (day.year - 1, day.year, day.year + 1)]
    return min(reversed(ends), key=lambda end: abs((end - day).days))
