"""Readers of weeks by number, of what is named by its place in a year, and of what the text before has named."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.components.dates.days import yearless
from pipeline.components.dates.reading import Context, Match, Reading, read_day, read_month, year_of
from pipeline.dutch import calendar, relative
from pipeline.dutch.calendar import Period
from pipeline.dutch.numerals import read_ordinal


def week_number(match: Match, context: Context) -> Reading | None:
    """ "week 31": of the year of publication."""
    number = int(match["week"])

    def place(today: date) -> Period | None:
        try:
            return calendar.week(date.fromisocalendar(today.year, number, 1))
        except ValueError:
            return None

    return Reading(relative.placed(context.published, place, f"XXXX-W{number:02d}"), relative=True)


def week_of_day(match: Match, context: Context) -> Reading | None:
    """ "de week die 4 februari begint"."""
    day = read_day(match["day"])
    if day is None:
        return None
    period = yearless(match, context, read_month(match["month"]), day, None)
    return Reading(calendar.week(period.first) if period.first else Period("XXXX-WXX"), relative=True)


def nth_of_year(match: Match, context: Context) -> Reading | None:
    """ "de derde week van 2027", "het derde kwartaal van 2016"."""
    quarter = match["quarter"] or match["quarter2"]
    words = match["rank"] or match["rank2"]
    rank = int(quarter) if quarter else -1 if words == "laatste" else read_ordinal(words)
    year, is_relative = year_of(match["year"] or match["year2"] or match["year3"], context)
    if year.first is None or rank is None:
        return None
    number = year.first.year
    if "week" in (match["unit"], match["unit2"]):
        last = date(number, 12, 28).isocalendar()[1]
        if not (rank == -1 or 1 <= rank <= last):
            return None
        return Reading(calendar.week(date.fromisocalendar(number, last if rank < 0 else rank, 1)), relative=is_relative)
    if not 1 <= rank <= 4:
        return None
    start, end = calendar.calendar_day(number, 3 * rank - 2), calendar.calendar_day(number, 3 * rank)
    return Reading(Period(f"{start.value}/{end.value}", start.first, end.last), relative=is_relative)


def after_next(match: Match, context: Context) -> Reading:
    """ "de week na de volgende"."""

    def place(today: date) -> Period | None:
        if match["unit"] == "week":
            return calendar.week(today + timedelta(weeks=2))
        if match["unit"].startswith("weekend") or match["unit"] == "weekeinde":
            return calendar.weekend(today + timedelta(weeks=2))
        return relative.shifted(today, 2, "M" if match["unit"] == "maand" else "Y")

    return Reading(relative.placed(context.published, place, "FUTURE_REF"), relative=True)


_UNNAMED = {
    "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "weekeinde": "XXXX-WXX-WE", "maand": "XXXX-XX", "jaar": "XXXX",
    "seizoen": "XXXX-07/XXXX-06", "zomer": "XXXX-SU",
}  # fmt: skip


def that_unit(match: Match, _context: Context) -> Reading:
    """ "dat weekend", "hetzelfde jaar": the one that the story has come to, which its words alone do not place."""
    return Reading(Period(_UNNAMED[match["unit"] or match["unit2"]]))
