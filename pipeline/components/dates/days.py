"""Readers of days, weeks, weekends and months."""

from __future__ import annotations

import re
from datetime import date

from pipeline.components.dates.reading import (
    Context,
    Match,
    Reading,
    full_year,
    is_surname,
    read_day,
    read_month,
    reference,
    tense,
    year_of,
)
from pipeline.dutch import calendar, relative
from pipeline.dutch.calendar import DEICTICS, WEEKDAYS, Period
from pipeline.dutch.numerals import read_ordinal


def iso_date(match: Match, _context: Context) -> Reading | None:
    period = calendar.calendar_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Reading(period) if period.first else None


def numeric_date(match: Match, _context: Context) -> Reading | None:
    if match["name"]:
        period = calendar.calendar_day(int(match["year2"]), read_month(match["name"]), int(match["day2"]))
        return Reading(period) if period.first else None
    if match["mark"] != match["mark2"] and not (match["mark2"] == ", " and len(match["year"]) == 4):
        return None
    period = calendar.calendar_day(full_year(match["year"]), int(match["month"]), int(match["day"]))
    return Reading(period) if period.first else None


_SPAN_OF_DAYS = re.compile(r"\d{1,2}[-/]\d{1,2} (?:tot|t/m|tot en met) \d{1,2}[-/]\d{1,2}(?!\w)")
_DAY_PREPOSITION = re.compile(r"(?<!\w)(?:op|tot|vanaf|per|sinds|van)[ \n]$")


def numeric_day(match: Match, context: Context) -> Reading | None:
    """ "22-4", "29/2": only numbers that are no score, which has no side above twelve, or both ends of a stretch.

    With a slash the month may stand first, and behind a preposition small numbers are a date, too.
    """
    day, month = int(match["day"]), int(match["month"])
    slashed, before = match["mark"] == "/", context.text[max(0, match.start() - 14) : match.start()]
    if slashed and day <= 12 < month:
        day, month = month, day
    if not calendar.is_day(2000, month, day) or (slashed and day <= 12 and not _DAY_PREPOSITION.search(before)):
        return None
    if not slashed and day <= 12 and not _in_span_of_days(match, context):
        return None
    return Reading(yearless(match, context, month, day, None), relative=True)


def _in_span_of_days(match: Match, context: Context) -> bool:
    """Whether it is an end of "van 1-10 tot 7-11"."""
    left = context.text.rfind("van ", max(0, match.start() - 20), match.start())
    span = _SPAN_OF_DAYS.match(context.text, left + 4) if left >= 0 else None
    return span is not None and span.start() <= match.start() and match.end() <= span.end()


def month_number(match: Match, _context: Context) -> Reading | None:
    """ "11-2016", "2016/11"; not "2010-11", which is a season."""
    if match["year"] and match["month"] == f"{(int(match['year']) + 1) % 100:02d}":
        return None
    return Reading(calendar.calendar_day(int(match["year"] or match["year2"]), int(match["month"] or match["month2"])))


#: What may stand behind a day without a month; a noun would make it a rank ("op de 27e plaats").
_NO_NOUN = re.compile(
    r"[ \n]?(?:$|[.,;:!?)]|(?:terug|is|was|wordt|werd|speelt|gaat|komt|moet|in|tegen|om|en|naar|weer)(?!\w))"
)
_ON_DAY = re.compile(r"(?<!\w)(?:op|voor|tot|vanaf|per)[ \n]$")


def bare_day(match: Match, context: Context) -> Reading | None:
    """ "op de 27e": above twenty, where no league has a rank, and without a noun behind it."""
    day = read_day(match["day"])
    before = context.text[max(0, match.start() - 8) : match.start()]
    if day is None or day <= 20 or not _ON_DAY.search(before) or not _NO_NOUN.match(context.text, match.end()):
        return None
    wanted = tense(match, context)

    def place(today: date) -> Period | None:
        return relative.nearest(today, wanted, _in_months_around(today, day, reach=2))

    return Reading(relative.placed(context.published, place, f"XXXX-XX-{day:02d}"), relative=True)


def _in_months_around(today: date, day: int, reach: int) -> list[Period]:
    """This day of the month in each of the months up to `reach` before and after today's, where they have it."""
    months = (today.year * 12 + today.month - 1 + step for step in range(-reach, reach + 1))
    days = (calendar.calendar_day(month // 12, month % 12 + 1, day) for month in months)
    return [each for each in days if each.first]


def nth_weekday(match: Match, context: Context) -> Reading | None:
    """ "de tweede zondag" with nothing behind it that counts Sundays: of the month of publication."""
    rank, number = read_ordinal(match["rank"]), WEEKDAYS[match["weekday"]]
    if rank is None or not 1 <= rank <= 5 or not _NO_NOUN.match(context.text, match.end()):
        return None

    def place(today: date) -> Period | None:
        month = relative.month_from(today, "this")
        return _nth_day(month, number, rank)

    return Reading(relative.placed(context.published, place, f"XXXX-WXX-{number + 1}"), relative=True)


def day_of_month(match: Match, context: Context) -> Reading | None:
    """ "de 20ste van volgende maand"."""
    day, month = read_day(match["day"]), _deictic_month(match["which"], context)
    if day is None or month.first is None:
        return None
    return _existing(calendar.calendar_day(month.first.year, month.first.month, day), True)


def days_of_month(match: Match, context: Context) -> Reading | None:
    """ "volgende maand van 4 tot 22"."""
    first, last, month = int(match["first"]), int(match["last"]), _deictic_month(match["which"], context)
    if month.first is None or not first < last or not calendar.is_day(month.first.year, month.first.month, last):
        return None
    start, end = month.first.replace(day=max(first, 1)), month.first.replace(day=last)
    return Reading(Period(f"{start.isoformat()}/{end.isoformat()}", start, end), relative=True)


def present(_match: Match, context: Context) -> Reading:
    """ "nu" as the end of a stretch: the publication day."""
    return Reading(relative.placed(context.published, calendar.one_day, "PRESENT_REF"), relative=True)


def day_month(match: Match, context: Context) -> Reading | None:
    day = read_day(match["day"])
    if day is None:
        return None
    month = read_month(match["month"])
    if match["year"]:
        year, is_relative = year_of(match["year"], context)
        if year.first is None:
            return Reading(Period(f"XXXX-{month:02d}-{day:02d}"), relative=True)
        return _existing(calendar.calendar_day(year.first.year, month, day), is_relative)
    weekday = WEEKDAYS.get(match["weekday"] or "")
    if not calendar.is_day(2000, month, day):
        return None
    return Reading(yearless(match, context, month, day, weekday), relative=True)


def _existing(period: Period, is_relative: bool) -> Reading | None:
    return Reading(period, relative=is_relative) if period.first else None


def yearless(match: Match, context: Context, month: int, day: int, weekday: int | None) -> Period:
    """The year is told by the weekday, if it fits one of the years around; else by tense and publication day."""

    def of_year(year: int) -> Period | None:
        period = calendar.calendar_day(year, month, day)
        return period if period.first else None

    unplaced, published = f"XXXX-{month:02d}-{day:02d}", context.published
    if weekday is not None and published.first and published.last:
        around = (of_year(year) for year in range(published.first.year - 1, published.last.year + 2))
        fitting = [period for period in around if period and period.first and period.first.weekday() == weekday]
        if len(fitting) == 1:
            return fitting[0]
    return relative.recurring(published, tense(match, context), of_year, unplaced)


def weekday_and_day(match: Match, context: Context) -> Reading | None:
    """ "donderdag de 21ste", "zondag 6": the nearest such day of the months around, by tense."""
    day, number = read_day(match["day"]), WEEKDAYS[match["weekday"]]
    if day is None:
        return None
    wanted = tense(match, context)

    def place(today: date) -> Period | None:
        days = _in_months_around(today, day, reach=7)
        return relative.nearest(today, wanted, [each for each in days if each.first and each.first.weekday() == number])

    return Reading(relative.placed(context.published, place, f"XXXX-WXX-{number + 1}"), relative=True)


def nth_of_month(match: Match, context: Context) -> Reading | None:
    """ "de eerste vrijdag van juli", "het laatste weekend van maart 2025": counted inside the month."""
    rank = -1 if match["rank"] == "laatste" else read_ordinal(match["rank"])
    month, is_relative = _month_phrase(match, context)
    if rank is None or not (rank == -1 or 1 <= rank <= 5):
        return None
    if month.first is None or month.last is None:
        return Reading(Period(month.value), relative=True)
    number = WEEKDAYS.get(match["weekday"] or "", 0 if match["unit"] == "week" else 5)
    chosen = _nth_day(month, None if match["unit"] == "dag" else number, rank)
    if chosen is None or chosen.first is None:
        return None
    day = chosen.first
    whole = {"week": calendar.week, "weekend": calendar.weekend, "weekeinde": calendar.weekend}
    period = whole[match["unit"]](day) if match["unit"] in whole else calendar.one_day(day)
    return Reading(period, relative=is_relative)


def _nth_day(month: Period, weekday: int | None, rank: int) -> Period | None:
    """The first, second … or last (-1) such day, or day at all, of a month; None if it has fewer."""
    assert month.first is not None
    assert month.last is not None
    days = [date.fromordinal(ordinal) for ordinal in range(month.first.toordinal(), month.last.toordinal() + 1)]
    chosen = [day for day in days if weekday is None or day.weekday() == weekday]
    return calendar.one_day(chosen[rank - 1 if rank > 0 else -1]) if rank <= len(chosen) else None


def _deictic_month(word: str, context: Context) -> Period:
    """ "volgende maand", by its deictic word."""
    which = DEICTICS[word]
    return relative.placed(context.published, lambda day: relative.month_from(day, which), "XXXX-XX")


def _month_phrase(match: Match, context: Context) -> tuple[Period, bool]:
    if match["which"] or match["this"]:
        return _deictic_month(match["which"] or "deze", context), True
    number = read_month(match["month"])
    if match["year"]:
        year, is_relative = year_of(match["year"], context)
        if year.first is None:
            return Period(f"XXXX-{number:02d}"), True
        return calendar.calendar_day(year.first.year, number), is_relative
    wanted = tense(match, context)
    place = relative.recurring(
        context.published, wanted, lambda year: calendar.calendar_day(year, number), f"XXXX-{number:02d}"
    )
    return place, True


def day_range(match: Match, context: Context) -> Reading | None:
    first, last = read_day(match["first"]), read_day(match["last"])
    month = read_month(match["month"])
    if first is None or last is None or first >= last:
        return None
    if match["year"]:
        year, is_relative = year_of(match["year"], context)
        end = calendar.calendar_day(year.first.year, month, last) if year.first else Period("")
    else:
        end, is_relative = yearless(match, context, month, last, None), True
    if end.last is None:
        return None
    start = end.last.replace(day=first)
    return Reading(Period(f"{start.isoformat()}/{end.last.isoformat()}", start, end.last), relative=is_relative)


def month_year(match: Match, context: Context) -> Reading:
    month = read_month(match["month"] or match["month2"] or match["month3"])
    year, is_relative = year_of(match["year"] or match["year2"] or match["year3"], context)
    if year.first is None:
        return Reading(Period(f"XXXX-{month:02d}"), relative=True)
    return Reading(calendar.calendar_day(year.first.year, month), relative=is_relative)


def deictic_month(match: Match, context: Context) -> Reading:
    month, which = read_month(match["month"]), DEICTICS[match["which"]]
    place = relative.placed(context.published, lambda day: relative.named_month(day, which, month), f"XXXX-{month:02d}")
    return Reading(place, relative=True)


def bare_month(match: Match, context: Context) -> Reading | None:
    if is_surname(match, "month", context):
        return None
    month = read_month(match["month"])
    place = relative.recurring(
        context.published,
        tense(match, context),
        lambda year: calendar.calendar_day(year, month),
        f"XXXX-{month:02d}",
    )
    return Reading(place, relative=True)


_UNIT_PLACES = {"week": relative.week_from, "maand": relative.month_from, "jaar": relative.year_from}


def deictic_unit(match: Match, context: Context) -> Reading | None:
    """ "vorige week", also with a day of it: "volgende week vrijdag"."""
    which, unit = DEICTICS[match["which"]], match["unit"]
    weekday = WEEKDAYS.get(match["weekday"] or match["weekday2"] or "")
    if unit == "week" and weekday is not None:

        def day_of_week(day: date) -> Period | None:
            whole = relative.week_from(day, which)
            return calendar.one_day(date.fromordinal(whole.first.toordinal() + weekday)) if whole.first else None

        return Reading(relative.placed(context.published, day_of_week, f"XXXX-WXX-{weekday + 1}"), relative=True)
    if unit == "dag":
        if which not in ("this", "past"):
            return None  # "de volgende dag" follows a day that the story has come to
        step = 0 if which == "this" else -1
        place = relative.placed(context.published, lambda day: relative.shifted(day, step, "D"), reference(which))
        return Reading(place, relative=True)
    if unit in ("weekend", "weekeinde"):
        wanted = tense(match, context)
        place = relative.placed(context.published, lambda day: relative.weekend_from(day, which, wanted), "XXXX-WXX-WE")
        return Reading(place, relative=True)
    unit_place = _UNIT_PLACES[unit.removeprefix("kalender")]
    place = relative.placed(context.published, lambda day: unit_place(day, which), reference(which))
    return Reading(place, relative=True)


def whole_unit(match: Match, context: Context) -> Reading | None:
    """ "het jaar", "de maand", "de week": dates only where a part of them is named, which the caller sees."""
    unit_place = _UNIT_PLACES[match["unit"] or match["unit2"]]
    place = relative.placed(context.published, lambda day: unit_place(day, "this"), "PRESENT_REF")
    return Reading(place, relative=True)


def the_weekend(match: Match, context: Context) -> Reading:
    wanted = tense(match, context)
    place = relative.placed(context.published, lambda day: relative.weekend_from(day, "this", wanted), "XXXX-WXX-WE")
    return Reading(place, relative=True)


def weekday(match: Match, context: Context) -> Reading | None:
    if is_surname(match, "weekday", context):
        return None
    number = WEEKDAYS[match["weekday"]]
    which = "past" if match["ago"] else DEICTICS.get(match["which"] or "")
    wanted = "" if which else tense(match, context)
    place = relative.placed(
        context.published,
        lambda day: relative.weekday_from(day, which, number) if which else relative.plain_weekday(day, wanted, number),
        f"XXXX-WXX-{number + 1}",
    )
    return Reading(place, relative=True)


_ADVERB_STEPS = (
    ("eergister", -2), ("overmorgen", 2), ("gister", -1), ("morgen", 1), ("van", 0), ("deze", 0), ("heden", 0),
)  # fmt: skip


def day_adverb(match: Match, context: Context) -> Reading:
    steps = next(number for word, number in _ADVERB_STEPS if match[0].startswith(word))
    unplaced = "PAST_REF" if steps < 0 else "FUTURE_REF" if steps else "PRESENT_REF"
    place = relative.placed(context.published, lambda day: relative.shifted(day, steps, "D"), unplaced)
    return Reading(place, relative=True)
