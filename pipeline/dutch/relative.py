"""Where a relative period lies: "vorig seizoen", "komende zomer", "zaterdag", seen from a publication day.

`which` is a value of calendar.DEICTICS: this, last ("vorig"), past ("afgelopen"), next ("volgend"),
coming ("komend") or new. `tense` is "past", "future" or "" when the sentence does not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from pipeline.dutch.calendar import (
    Period,
    Published,
    calendar_day,
    one_day,
    season,
    week,
    weekend,
    window,
    year_season,
)
from pipeline.dutch.tense import Tense

Place = Callable[[date], "Period | None"]

_BACK = ("last", "past")
_STEP = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1, "new": 1}
#: TIMEX3 for a relative period that nothing places.
REFERENCE = {"this": "PRESENT_REF", "last": "PAST_REF", "past": "PAST_REF"}


def placed(published: Published, place: Place, unplaced: str) -> Period:
    """The period that `place` gives for the publication day, or one with value `unplaced` and no days.

    `place` must never go back when the day goes on; then the two ends of what is known suffice.
    """
    if published.first is None or published.last is None:
        return Period(unplaced)
    period = place(published.first)
    if period is None or (published.last != published.first and period != place(published.last)):
        return Period(unplaced)
    return period


def recurring(published: Published, tense: Tense, of_year: Callable[[int], Period | None], unplaced: str) -> Period:
    """Which year's occurrence is meant of something that comes once a year ("30 juni", "Pasen", "de zomer").

    When the article's month is known, an occurrence in that month is the one meant.
    """
    if published.first is None or published.last is None:
        return Period(unplaced)
    if (published.last - published.first).days <= 31:
        around = range(published.first.year - 2, published.last.year + 3)
        candidates = [period for year in around if (period := of_year(year)) and period.first]
        if len(candidates) < len(around):  # 29 February, which may be 8 years away
            wide = range(published.first.year - 9, published.last.year + 10)
            candidates = [period for year in wide if (period := of_year(year)) and period.first]
        day = published.last if tense == "past" else published.first
        chosen = nearest(day, tense, candidates)
        if tense or published.first == published.last or chosen == nearest(published.last, tense, candidates):
            return chosen or Period(unplaced)
        overlapping = [period for period in candidates if _distance(period, published.first, published.last) == 0]
        return overlapping[0] if overlapping else Period(unplaced)
    years = range(published.first.year - 2, published.last.year + 3)
    candidates = [period for year in years if (period := of_year(year))]
    return placed(published, lambda day: nearest(day, tense, candidates), unplaced)


def nearest(day: date, tense: Tense, candidates: Iterable[Period]) -> Period | None:
    """The last one that has begun, the first one that has not ended, or the one closest to the day."""
    known = [period for period in candidates if period.first and period.last]
    if tense == "past":
        return max((p for p in known if p.first and p.first <= day), key=lambda p: p.first or day, default=None)
    if tense == "future":
        return min((p for p in known if p.last and p.last >= day), key=lambda p: p.first or day, default=None)
    return min(known, key=lambda p: _distance(p, day, day), default=None)


def _distance(period: Period, first: date, last: date) -> int:
    """Days between a period and a stretch of days; 0 when they overlap."""
    assert period.first is not None
    assert period.last is not None
    return max((period.first - last).days, (first - period.last).days, 0)


# --- one of a kind, by its deictic word -------------------------------------------------------------


def season_from(day: date, which: str, calendar_year: bool = False) -> Period | None:
    """From 15 May to 30 June "afgelopen" is the season that ends; "nieuw" is the current one in its first months."""
    start = day.year if calendar_year or day.month >= 7 else day.year - 1
    ending = not calendar_year and ((day.month, day.day) >= (5, 15) and day.month < 7)
    if which == "past" and ending:
        return season(start)
    if which == "new" and day.month >= 7 and not calendar_year:
        return season(start) if day.month < 10 else None
    return season(start + _STEP[which], calendar_year)


def year_from(day: date, which: str) -> Period:
    started = which == "new" and day.month < 3
    return calendar_day(day.year + (0 if started else _STEP[which]))


def month_from(day: date, which: str) -> Period:
    months = day.year * 12 + day.month - 1 + _STEP[which]
    return calendar_day(months // 12, months % 12 + 1)


def week_from(day: date, which: str) -> Period:
    return week(day + timedelta(weeks=_STEP[which]))


def weekend_from(day: date, which: str, tense: Tense = "") -> Period:
    """ "dit weekend" is the last one when the verb is past and the week young; "komend", "volgend" the first."""
    own = weekend(day)
    assert own.first is not None
    if which in _BACK:
        return weekend(day - timedelta(weeks=1))
    if which == "this":
        return weekend(day - timedelta(weeks=1)) if tense == "past" and day < own.first else own
    return own if day <= own.first else weekend(day + timedelta(weeks=1))


def named_month(day: date, which: str, month: int) -> Period:
    """ "afgelopen januari": the last one over; "komende januari": the first not begun; "deze": of this year."""
    if which == "this":
        return calendar_day(day.year, month)
    if which in _BACK:
        return calendar_day(day.year if month < day.month else day.year - 1, month)
    return calendar_day(day.year if month > day.month else day.year + 1, month)


def named_season(day: date, which: str, code: str) -> Period | None:
    """ "afgelopen zomer" is over or in its last month, "vorige" is over, "komende" not past its first month.

    "volgende" has not begun, and "deze" is the one of this year (of winters: of this football season).
    """
    around = [year_season(code, year) for year in range(day.year - 2, day.year + 4)]
    if which == "this":
        year = day.year + 1 if code == "WI" and day.month >= 7 else day.year
        return year_season(code, year)
    known = [(period, period.first, period.last) for period in around if period.first and period.last]
    if which == "last":
        return [period for period, _, last in known if last < day][-1]
    if which == "past":
        return [period for period, _, last in known if last.replace(day=1) <= day][-1]
    if which == "coming":
        return next(period for period, first, _ in known if day < first or _same_month(day, first))
    return next(period for period, first, _ in known if day < first)


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def named_window(day: date, which: str, name: str) -> Period | None:
    """The transfer window ("summer", "winter" or "" for either) that is open, was last or comes next."""
    names = (name,) if name else ("winter", "summer")
    windows = [window(each, year) for year in range(day.year - 2, day.year + 4) for each in names]
    known = [(period, period.first, period.last) for period in windows if period.first and period.last]
    if which in _BACK:
        return [period for period, _, last in known if last < day][-1]
    if which == "this":
        running = [period for period, first, last in known if first <= day <= last]
        return running[0] if running else nearest(day, "", [period for period, _, _ in known])
    return next(period for period, first, _ in known if first > day)


def weekday_from(day: date, which: str, weekday: int) -> Period:
    """ "afgelopen zaterdag" lies before the day, "komende" and "volgende" after it, "deze" in its week."""
    ahead = (weekday - day.weekday()) % 7
    if which == "this":
        return one_day(day + timedelta(days=weekday - day.weekday()))
    if which in _BACK:
        return one_day(day - timedelta(days=7 - ahead if ahead else 7))
    return one_day(day + timedelta(days=ahead or 7))


def plain_weekday(day: date, tense: Tense, weekday: int) -> Period:
    """A weekday by itself: the publication day if it is one, else the last or next; without a tense the nearest."""
    ahead = (weekday - day.weekday()) % 7
    back = tense == "past" or (not tense and ahead > 3)
    return one_day(day + timedelta(days=ahead - 7 if back and ahead else ahead))


def shifted(day: date, amount: float, unit: str) -> Period | None:
    """The day, week, month or year that lies `amount` units away; None if that is no whole number of smaller ones.

    Half years and one and a half years are counted in months, half seasons not at all.
    """
    if unit == "Y" and amount != int(amount):
        amount, unit = amount * 12, "M"
    if amount != int(amount):
        return None
    steps = int(amount)
    try:
        if unit == "D":
            return one_day(day + timedelta(days=steps))
        if unit == "W":
            return week(day + timedelta(weeks=steps))
        if unit == "M":
            months = day.year * 12 + day.month - 1 + steps
            return calendar_day(months // 12, months % 12 + 1)
        return calendar_day(day.year + steps)
    except (OverflowError, ValueError):
        return None
