"""Readers of lengths of time: durations, distances from now, what recurs, and the vague words for now."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.components.dates.reading import (
    Context,
    Match,
    Reading,
    reference,
    tense,
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
    for part in re.split(r",[ \n]|[ \n]en[ \n](?!een[ \n]hal)|(?<=[a-z])[ \n](?=\d)", words):
        match = _LENGTH.fullmatch(part)
        if match is None:
            return None
        count = (match["count"] or "een").strip()
        amount = 1.0 if count == "een" else read_numeral(count)
        if amount is None:
            return None
        parts.append((amount, _UNIT_LETTERS[match["unit"]]))
    return parts


def _calendar_length(words: str) -> list[tuple[float, str]] | None:
    """The same, if days, weeks, months and years are all it has: only these can be counted in the calendar."""
    parts = read_length(words)
    return parts if parts and all(unit in "DWMY" for _, unit in parts) else None


def length_value(parts: list[tuple[float, str]]) -> str:
    """The TIMEX3 duration, largest unit first: [(1, "Y"), (21, "D")] → "P1Y21D"."""
    whole = {"DE": (10, "Y"), "CE": (100, "Y"), "Q": (3, "M"), "WE": (1, "WE")}
    amounts = [(amount * whole[unit][0], whole[unit][1]) if unit in whole else (amount, unit) for amount, unit in parts]
    ordered = sorted(amounts, key=lambda part: ["Y", "M", "W", "WE", "D"].index(part[1]))
    return "P" + "".join(f"{amount:g}{unit}" for amount, unit in ordered)


_COPULA = re.compile(
    r"(?<!\w)(?:is|was|ben|bent|wordt|werd|word|waren) "
    r"(?:(?:pas|net|al|inmiddels|intussen|nog|maar|slechts|amper|nu|ook|toen) ){0,3}$"
)
_SENTENCE_PART_ENDS = re.compile(r"[.,;:!?)]|[ \n](?:en|maar|als|toen|wanneer|dus)(?!\w)|$")


def _is_age(match: Match, context: Context) -> bool:
    """ "Hij is pas 19 jaar.": the age of somebody, which is the numbers' to read."""
    before = context.text[max(0, match.start() - 40) : match.start()]
    return bool(_COPULA.search(before) and _SENTENCE_PART_ENDS.match(context.text, match.end()))


def duration(match: Match, context: Context) -> Reading | None:
    """A length of time; "een paar weken" is one of unknown length."""
    if match["some"]:
        return Reading(Period(f"PX{_UNIT_LETTERS[match['some']]}"), "DURATION")
    parts = read_length(match["length"] or match["length2"])
    if (
        parts
        and parts[0][1] == "Y"
        and 12 <= parts[0][0] <= 99
        and match[0].endswith("jaar")
        and _is_age(match, context)
    ):
        return None
    return Reading(Period(length_value(parts)), "DURATION") if parts else None


def contract_length(match: Match, _context: Context) -> Reading | None:
    """The "driejarig" of a contract, which elsewhere is an age."""
    parts = read_length(match["length"])
    return Reading(Period(length_value(parts)), "DURATION") if parts else None


def ago(match: Match, context: Context) -> Reading | None:
    """ "drie jaar geleden", "over twee weken": placed to the smallest unit named."""
    if match["some"] or match["some2"]:
        return Reading(Period("PAST_REF" if match["some"] else "FUTURE_REF"))
    return _away(match["length"] or match["length2"], -1 if match["length"] else 1, context)


def _away(length: str, sign: int, context: Context, offset: int = 0) -> Reading | None:
    """What lies a length before (-1) or after (1) the publication day moved by `offset` days."""
    parts = _calendar_length(length)
    if not parts:
        return None
    *larger, (amount, unit) = _largest_first(parts)

    def place(day: date) -> Period | None:
        start = _moved(day + timedelta(days=offset), larger, sign)
        return relative.shifted(start, sign * amount, unit) if start else None

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
    if match["count"] and match["count"] not in ("paar", "enkele"):
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


_DAYS_FROM_NOW = {"nu": 0, "vandaag": 0, "morgen": 1, "gisteren": -1}


def from_day(match: Match, context: Context) -> Reading | None:
    """ "twee weken vanaf nu", "drie dagen voor gisteren"."""
    sign, offset = -1 if match["side"] == "voor" else 1, _DAYS_FROM_NOW[match["day"] or "nu"]
    parts = _calendar_length(match["length"])
    if match["less"] and parts and sign > 0:
        return _from(context, parts, offset)
    return _away(match["length"], sign, context, offset)


def _from(context: Context, parts: list[tuple[float, str]], offset: int) -> Reading:
    """The stretch of this length that begins on the publication day moved by `offset` days."""

    def place(day: date) -> Period | None:
        start = day + timedelta(days=offset)
        end = _moved(start, parts, 1)
        return Period(f"{start.isoformat()}/{end.isoformat()}", start, end) if end else None

    return Reading(relative.placed(context.published, place, length_value(parts)), relative=True)


def stretch(match: Match, context: Context) -> Reading | None:
    """ "de komende drie dagen", "de afgelopen twee maanden": from the day after, or up to the day before publication.

    "de vorige drie jaar" and "deze drie dagen" point into the text, and seasons are counted whole: not here.
    """
    parts, which = read_length(match["length"]), DEICTICS[match["which"]]
    if not parts or "seizoen" in match["length"] or which == "this":
        return None
    if which not in ("past", "coming", "next") or not _calendar_length(match["length"]):
        return Reading(Period(length_value(parts)), "DURATION")
    sign = -1 if which == "past" else 1

    def place(day: date) -> Period | None:
        end = _moved(day, parts, sign)
        if end is None:
            return None
        first, last = (day + timedelta(days=1), end) if sign > 0 else (end, day - timedelta(days=1))
        return Period(f"{first.isoformat()}/{last.isoformat()}", first, last)

    return Reading(relative.placed(context.published, place, length_value(parts)), relative=True)


def within(match: Match, context: Context) -> Reading | None:
    """ "binnen vijf dagen" of what is to come: from the publication day on. Told of the past, it is a length."""
    parts = _calendar_length(match["length"])
    if not parts:
        return None
    if tense(match, context) != "future":
        return Reading(Period(length_value(parts)), "DURATION")
    return _from(context, parts, 0)


def _largest_first(parts: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return sorted(parts, key=lambda part: "YMWD".index(part[1]))


def _moved(day: date, parts: list[tuple[float, str]], sign: int) -> date | None:
    """The day that lies these amounts away; None outside the calendar."""
    moved: date | None = day
    for amount, unit in _largest_first(parts):
        moved = _step(moved, sign * amount, unit) if moved else None
    return moved
