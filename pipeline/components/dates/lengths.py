"""Readers of lengths of time: durations, distances from now, what recurs, and the vague words for now."""

from __future__ import annotations

import re
from datetime import date

from pipeline.components.dates.reading import (
    Context,
    Match,
    Reading,
    reference,
)
from pipeline.dutch import calendar, relative
from pipeline.dutch.calendar import DEICTICS, WEEKDAYS, Period
from pipeline.dutch.numerals import read_numeral

_UNIT_LETTERS = {
    "dag": "D", "dagen": "D", "week": "W", "weken": "W", "maand": "M", "maanden": "M", "maands": "M", "jaar": "Y",
    "jaren": "Y", "jarig": "Y", "jarige": "Y", "seizoen": "Y", "seizoenen": "Y", "voetbaljaar": "Y", "weekend": "WE",
    "weekends": "WE", "weekenden": "WE", "decennium": "DE", "decennia": "DE", "kwartaal": "Q", "eeuw": "CE",
}  # fmt: skip
_LENGTH = re.compile(
    r"(?:(?P<count>.+?)[ \u00a0\u202f\n-]?)??(?:(?:volle|hele|heel|lange|gehele|volledige|opeenvolgende|extra)"
    r"[ \n])?"
    rf"(?P<unit>{'|'.join(sorted(_UNIT_LETTERS, key=len, reverse=True))})"
)


def read_length(words: str) -> list[tuple[float, str]] | None:
    """Amounts with unit letters (D, W, M, Y) of "2 jaar, 1 maand en 21 dagen"; None if it cannot be read."""
    parts: list[tuple[float, str]] = []
    for part in re.split(r",[ \n]|[ \n]en[ \n](?!een[ \n]hal)", words):
        match = _LENGTH.fullmatch(part)
        if match is None:
            return None
        count = (match["count"] or "een").strip()
        amount = 1.0 if count in ("een", "het", "de", "nog een") else read_numeral(count)
        if amount is None:
            return None
        parts.append((amount, _UNIT_LETTERS[match["unit"]]))
    return parts


def length_value(parts: list[tuple[float, str]]) -> str:
    """The TIMEX3 duration, largest unit first: [(1, "Y"), (21, "D")] → "P1Y21D"."""
    whole = {"DE": (10, "Y"), "CE": (100, "Y"), "Q": (3, "M"), "WE": (1, "WE")}
    amounts = [(amount * whole[unit][0], whole[unit][1]) if unit in whole else (amount, unit) for amount, unit in parts]
    ordered = sorted(amounts, key=lambda part: ["Y", "M", "W", "WE", "D"].index(part[1]))
    return "P" + "".join(f"{amount:g}{unit}" for amount, unit in ordered)


def duration(match: Match, _context: Context) -> Reading | None:
    """A length of time; "een paar weken" is one of unknown length."""
    if match["some"]:
        return Reading(Period(f"PX{_UNIT_LETTERS[match['some']]}"), "DURATION")
    parts = read_length(match["length"] or match["length2"])
    return Reading(Period(length_value(parts)), "DURATION") if parts else None


def contract_length(match: Match, _context: Context) -> Reading | None:
    """The "driejarig" of a contract, which elsewhere is an age."""
    parts = read_length(match["length"])
    return Reading(Period(length_value(parts)), "DURATION") if parts else None


def ago(match: Match, context: Context) -> Reading | None:
    """ "drie jaar geleden", "over twee weken": placed to the smallest unit named."""
    if match["some"] or match["some2"]:
        return Reading(Period("PAST_REF" if match["some"] else "FUTURE_REF"))
    parts = read_length(match["length"] or match["length2"])
    if not parts or any(unit not in "DWMY" for _, unit in parts):
        return None
    sign = -1 if match["length"] else 1

    def place(day: date) -> Period | None:
        period: Period | None = calendar.one_day(day)
        for amount, unit in sorted(parts, key=lambda part: "YMWD".index(part[1])):
            start = _step(day, sign * amount, unit) if period else None
            period = relative.shifted(day, sign * amount, unit)
            if start is None:
                return None
            day = start
        return period

    return Reading(relative.placed(context.published, place, "PAST_REF" if sign < 0 else "FUTURE_REF"), relative=True)


def _step(day: date, amount: float, unit: str) -> date | None:
    """The day an amount away, the last of its month where the month is too short; None if outside the calendar."""
    period = relative.shifted(day, amount, unit)
    if period is None or period.first is None or period.last is None:
        return None
    if unit == "D":
        return period.first
    if unit == "W":
        return date.fromordinal(day.toordinal() + int(amount) * 7)
    month = day.month if period.first.month == 1 and period.last.month == 12 else period.first.month
    last = calendar.calendar_day(period.first.year, month).last
    assert last is not None
    return last.replace(day=min(day.day, last.day))


def vague(match: Match, _context: Context) -> Reading | None:
    """ "de laatste weken", "de komende drie maanden": a stretch up to now or from now, not placed."""
    which = DEICTICS.get(match["which"], "past")
    if which == "this":
        return None
    if match["count"]:
        parts = read_length(f"{match['count']} {match['unit']}")
        return Reading(Period(length_value(parts)), "DURATION") if parts else None
    return Reading(Period(reference(which)))


def recurrent(match: Match, _context: Context) -> Reading | None:
    if match["every"]:
        parts = read_length(match["every"])
        return Reading(Period(length_value(parts)), "SET") if parts else None
    if match["weekday"]:
        return Reading(Period(f"XXXX-WXX-{WEEKDAYS[match['weekday'].removesuffix('en')] + 1}"), "SET")
    adverbs = {"dagelijks": "D", "wekelijks": "W", "maandelijks": "M", "jaarlijks": "Y"}
    unit = match["unit"] or match["unit2"] or ""
    letter = next((letter for word, letter in adverbs.items() if match[0].startswith(word)), "") or _UNIT_LETTERS[unit]
    return Reading(Period(f"P1{letter}"), "SET")


def now(match: Match, _context: Context) -> Reading:
    words = match[0]
    if words in ("binnenkort", "weldra"):
        return Reading(Period("FUTURE_REF"))
    if words in ("onlangs", "recent", "recentelijk"):
        return Reading(Period("PAST_REF"))
    return Reading(Period("PRESENT_REF"))
