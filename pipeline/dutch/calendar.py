"""The calendar as Dutch football writing uses it: periods, and where a relative one lies.

Everything here is a pure function of its arguments; "now" is a publication date, which may be known to
the day, the month or the year only. A relative expression is placed when every day on which the article
may have appeared gives the same answer, and is left unplaced otherwise; nothing is guessed.

Conventions: a season is 1 July to 30 June (a calendar year in leagues that play one); summer is June to
August, winter December to February of the year it is named after; a week is Monday to Sunday, a weekend
Friday to Sunday; the summer window is July and August, the winter window January.
Values are TIMEX3 (ISO-TimeML): 2022-10-05, 2022-10, 2026-SU, 2024-W46-WE; a season is an interval of months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.dutch.patterns import words

MONTHS = {
    name: number
    for number, name in enumerate(
        words("januari februari maart april mei juni juli augustus september oktober november december"), start=1
    )
}
#: Abbreviations, which stand only beside a day or a year: "jan" is also a man.
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"), start=0)
}
DAY_PARTS = ("ochtend", "morgen", "voormiddag", "middag", "namiddag", "avond", "nacht")
#: Seasons of the year: TIMEX3 letters. A winter is named after the year in which it ends.
YEAR_SEASONS = {"lente": "SP", "voorjaar": "SP", "zomer": "SU", "herfst": "FA", "najaar": "FA", "winter": "WI"}
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

#: Which one of its kind: the one that holds the day, the one before or the one after it.
DEICTICS = {
    **dict.fromkeys(("dit", "deze", "huidig", "huidige", "lopend", "lopende"), "this"),
    **dict.fromkeys(("vorig", "vorige", "voorgaand", "voorgaande", "verleden"), "last"),
    **dict.fromkeys(("afgelopen", "voorbij", "voorbije", "jongstleden"), "past"),
    **dict.fromkeys(("volgend", "volgende", "eerstvolgende"), "next"),
    **dict.fromkeys(("komend", "komende", "aankomend", "aankomende", "aanstaand", "aanstaande"), "coming"),
    **dict.fromkeys(("nieuw", "nieuwe"), "new"),
}

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Period(NamedTuple):
    """A stretch of days with its TIMEX3 value; without days when it cannot be placed."""

    value: str
    first: date | None = None
    last: date | None = None
    mod: str = ""


class Published(NamedTuple):
    """The days on which an article may have appeared; both None when that is unknown."""

    text: str
    first: date | None
    last: date | None


def read_published(text: str) -> Published:
    """The span that a publication date leaves open: "2024-11" → 1 to 30 November 2024; "" → unknown."""
    match = _PUBLISHED.fullmatch(text)
    if match is None:
        return Published(text, None, None)
    period = calendar_day(*(int(part) for part in match.groups() if part))
    return Published(text, period.first, period.last)


# --- absolute periods -----------------------------------------------------------------------------


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def calendar_day(year: int, month: int = 0, day: int = 0) -> Period:
    """A day, a month (without `day`) or a year; without days where the calendar has none such."""
    value = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    if not is_day(year, month or 1, day or 1):
        return Period(value)
    last_month = month or 12
    last = day or monthrange(year, last_month)[1]
    return Period(value, date(year, month or 1, day or 1), date(year, last_month, last))


def one_day(day: date) -> Period:
    return Period(day.isoformat(), day, day)


def season(start_year: int, calendar_year: bool = False, years: int = 1) -> Period:
    """The season(s) that begin in `start_year`: July to June, or January to December."""
    if calendar_year:
        last = calendar_day(start_year + years - 1)
        value = last.value if years == 1 else f"{start_year:04d}/{last.value}"
        return Period(value, date(start_year, 1, 1), last.last)
    end = start_year + years
    return Period(f"{start_year:04d}-07/{end:04d}-06", date(start_year, 7, 1), date(end, 6, 30))


def year_season(code: str, year: int) -> Period:
    """Spring, summer, autumn or winter (SP, SU, FA, WI) of a year."""
    month = _FIRST_MONTH[code]
    first = date(year - 1 if code == "WI" else year, month, 1)
    end_year, end_month = (year, 2) if code == "WI" else (year, month + 2)
    return Period(f"{year:04d}-{code}", first, date(end_year, end_month, monthrange(end_year, end_month)[1]))


def window(name: str, year: int) -> Period:
    """A transfer window: "summer" (July and August) or "winter" (January)."""
    if name == "winter":
        return calendar_day(year, 1)
    return Period(f"{year:04d}-07/{year:04d}-08", date(year, 7, 1), date(year, 8, 31))


def decade(start_year: int) -> Period:
    return Period(f"{start_year // 10:03d}", date(start_year, 1, 1), date(start_year + 9, 12, 31))


def week(day: date) -> Period:
    year, number, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Period(f"{year:04d}-W{number:02d}", monday, monday + timedelta(days=6))


def weekend(day: date) -> Period:
    """Friday to Sunday of the week that holds the day."""
    whole = week(day)
    assert whole.first is not None
    return Period(f"{whole.value}-WE", whole.first + timedelta(days=4), whole.last)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous computus, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


#: Days off that football dates by: month and day, or the distance to Easter Sunday.
FIXED_HOLIDAYS = {
    "nieuwjaar": (1, 1), "nieuwjaarsdag": (1, 1), "koningsdag": (4, 27), "koninginnedag": (4, 30),
    "bevrijdingsdag": (5, 5), "sinterklaas": (12, 5), "kerstavond": (12, 24), "eerste kerstdag": (12, 25),
    "tweede kerstdag": (12, 26), "boxing day": (12, 26), "oudejaarsdag": (12, 31), "oudejaarsavond": (12, 31),
}  # fmt: skip
EASTER_HOLIDAYS = {
    "goede vrijdag": -2, "eerste paasdag": 0, "paaszondag": 0, "tweede paasdag": 1, "paasmaandag": 1,
    "hemelvaartsdag": 39, "hemelvaart": 39, "eerste pinksterdag": 49, "pinksterzondag": 49,
    "tweede pinksterdag": 50, "pinkstermaandag": 50,
}  # fmt: skip
#: Those of more than one day: (first, last) as above.
LONG_HOLIDAYS: dict[str, tuple[tuple[int, int] | int, tuple[int, int] | int]] = {
    "kerst": ((12, 25), (12, 26)), "kerstmis": ((12, 25), (12, 26)), "oud en nieuw": ((12, 31), (1, 1)),
    "jaarwisseling": ((12, 31), (1, 1)), "pasen": (0, 1), "pinksteren": (49, 50),
}  # fmt: skip
HOLIDAYS = (*FIXED_HOLIDAYS, *EASTER_HOLIDAYS, *LONG_HOLIDAYS)


def holiday(name: str, year: int) -> Period:
    """The days of a holiday that begins in `year`; KeyError if the name is not one of HOLIDAYS."""
    if name in FIXED_HOLIDAYS:
        return calendar_day(year, *FIXED_HOLIDAYS[name])
    if name in EASTER_HOLIDAYS:
        return one_day(easter(year) + timedelta(days=EASTER_HOLIDAYS[name]))
    ends = LONG_HOLIDAYS[name]
    first, last = (_holiday_end(end, year) for end in ends)
    if last < first:
        last = last.replace(year=year + 1)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last)


def _holiday_end(end: tuple[int, int] | int, year: int) -> date:
    return easter(year) + timedelta(days=end) if isinstance(end, int) else date(year, end[0], end[1])


def part_of(period: Period, mod: str) -> Period:
    """Beginning, middle or end (START, MID, END) of a year, a season or a month; of others the whole, marked.

    Years: January–March, June–July, October–December. Months: days 1–10, 11–20, 21–last. Seasons: July–August
    and May–June. The middle of a season is not narrowed.
    """
    marked = period._replace(mod=mod)
    first, last = period.first, period.last
    if first is None or last is None:
        return marked
    if re.fullmatch(r"\d{4}", period.value):
        months = {"START": (1, 3), "MID": (6, 7), "END": (10, 12)}[mod]
        return marked._replace(first=date(first.year, months[0], 1), last=calendar_day(first.year, months[1]).last)
    if re.fullmatch(r"\d{4}-\d{2}", period.value):
        days = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[mod]
        return marked._replace(first=first.replace(day=days[0]), last=first.replace(day=days[1]))
    if re.fullmatch(r"\d{4}-07/\d{4}-06", period.value):
        if mod == "START":
            return marked._replace(last=date(first.year, 8, 31))
        if mod == "END":
            return marked._replace(first=date(last.year, 5, 1))
    return marked


def half_of(period: Period, number: int) -> Period:
    """First or second half of a year or of a season; of anything else the whole."""
    first, last = period.first, period.last
    if first is None or last is None or not re.fullmatch(r"\d{4}(-07/\d{4}-06)?", period.value):
        return period
    turn = calendar_day(first.year, 12 if first.month == 7 else 6).last
    assert turn is not None
    if number == 1:
        return Period(f"{first:%Y-%m}/{turn:%Y-%m}", first, turn)
    second = turn + timedelta(days=1)
    return Period(f"{second:%Y-%m}/{last:%Y-%m}", second, last)
