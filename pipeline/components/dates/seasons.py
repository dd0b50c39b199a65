"""Readers of football seasons, seasons of the year, transfer windows and holidays."""

from __future__ import annotations

import re
from datetime import date

from pipeline.components.dates.reading import (
    Context,
    Match,
    Reading,
    capitalized,
    full_year,
    reference,
    tense,
    year_of,
)
from pipeline.dutch import calendar, relative
from pipeline.dutch.calendar import DEICTICS, YEAR_SEASONS, Period
from pipeline.dutch.numerals import read_numeral


def season_years(match: Match, context: Context) -> Reading | None:
    """ "2024/25": a season when the years follow each other; else, with four digits, a stretch of years."""
    first = full_year(match["first"])
    second = match["second"].lstrip("'")
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if len(second) == 2 and last < first:
        last += 100
    short = len(match["first"].lstrip("'")) == 2
    if last == first + 1:
        if short and not match["noun"] and "'" not in match[0] and not _after_preposition(match, context):
            return None
        return Reading(_halved(match, calendar.season(first)))
    if short or len(second) == 2 or last <= first or last - first > 60:
        return None
    return Reading(Period(f"{first}/{last}", date(first, 1, 1), date(last, 12, 31)))


_PREPOSITION = re.compile(r"(?:in|sinds|vanaf|van|tot|uit|na|voor|tijdens|en met)[ \n]$")


def _after_preposition(match: Match, context: Context) -> bool:
    return bool(_PREPOSITION.search(context.text[max(0, match.start() - 10) : match.start()]))


def season_of_year(match: Match, _context: Context) -> Reading:
    """ "seizoen 2024", which only leagues that play a calendar year are written of."""
    return Reading(calendar.calendar_day(int(match["year"])))


def deictic_season(match: Match, context: Context) -> Reading:
    which = DEICTICS[match["which"]]
    place = relative.placed(
        context.published, lambda day: relative.season_from(day, which, context.calendar_year), reference(which)
    )
    return Reading(_halved(match, place), relative=True)


def current_season(match: Match, context: Context) -> Reading:
    place = relative.placed(
        context.published, lambda day: relative.season_from(day, "this", context.calendar_year), "PRESENT_REF"
    )
    edge = match.groupdict().get("edge")
    if edge:
        place = calendar.part_of(place, "END" if edge.startswith(("ein", "slo")) else "START")
    return Reading(_halved(match, place), relative=True)


def _halved(match: Match, period: Period) -> Period:
    half = match.groupdict().get("half")
    if not half:
        return period
    return calendar.half_of(period, 1 if half in ("eerste", "1e") else 2)


def seasons_back(match: Match, context: Context) -> Reading | None:
    """ "de afgelopen drie seizoenen": the seasons up to the last one, or from the next one."""
    count = read_numeral(match["count"])
    which = DEICTICS.get(match["which"], "past")
    if count is None or not 2 <= count <= 50 or count != int(count) or which not in ("last", "past", "coming", "next"):
        return None
    years = int(count)

    def place(day: date) -> Period | None:
        edge = relative.season_from(day, which, context.calendar_year)
        if edge is None or edge.first is None:
            return None
        start = edge.first.year - (years - 1 if which in ("last", "past") else 0)
        return calendar.season(start, context.calendar_year, years)

    return Reading(relative.placed(context.published, place, reference(which)), relative=True)


# --- seasons of the year, windows, holidays ---------------------------------------------------------


def year_season(match: Match, context: Context) -> Reading | None:
    code = YEAR_SEASONS[match["season"]]
    words = match["year"] or match["before"]
    if words:
        year, is_relative = year_of(words, context)
        if year.first is None:
            return Reading(Period(f"XXXX-{code}"), relative=True)
        return Reading(calendar.year_season(code, year.first.year), relative=is_relative)
    if capitalized(match, "season", context):
        return None  # a surname: "De Winter"
    if match["which"]:
        which = DEICTICS[match["which"]]
        place = relative.placed(context.published, lambda day: relative.named_season(day, which, code), f"XXXX-{code}")
    else:
        place = relative.recurring(
            context.published,
            tense(match, context),
            lambda year: calendar.year_season(code, year),
            f"XXXX-{code}",
        )
    return Reading(place, relative=True)


def transfer_window(match: Match, context: Context) -> Reading | None:
    kind = next((name for word, name in _WINDOW_WORDS if word in match[0]), "")
    unplaced = "XXXX-01" if kind == "winter" else "XXXX-07/XXXX-08" if kind else "PRESENT_REF"
    if match["season"] and kind:
        season = _season_from_words(match["season"])
        if season.last is None:
            return Reading(Period(unplaced), relative=True)
        year = season.last.year if kind == "winter" else season.last.year - 1
        return Reading(calendar.window(kind, year))
    if match["year"]:
        year_period, is_relative = year_of(match["year"], context)
        if year_period.first is None or not kind:
            return Reading(Period(unplaced), relative=True)
        return Reading(calendar.window(kind, year_period.first.year), relative=is_relative)
    if kind and not match["which"]:
        wanted = tense(match, context)
        place = relative.recurring(context.published, wanted, lambda year: calendar.window(kind, year), unplaced)
    else:
        which = DEICTICS[match["which"]] if match["which"] else "this"
        place = relative.placed(context.published, lambda day: relative.named_window(day, which, kind), unplaced)
    return Reading(place, relative=True)


_WINDOW_WORDS = (("zomer", "summer"), ("winter", "winter"), ("januari", "winter"))


def _season_from_words(words: str) -> Period:
    """The season of "2016/2017"; without days when the years do not follow each other."""
    years = re.findall(r"\d+", words)
    first, last = full_year(years[0]), full_year(years[1])
    return calendar.season(first) if last == first + 1 else Period("")


def holiday(match: Match, context: Context) -> Reading:
    name = re.sub(r"\s", " ", match["name"]).replace("1e ", "eerste ").replace("2e ", "tweede ")
    if match["year"]:
        year, is_relative = year_of(match["year"], context)
        if year.first:
            return Reading(calendar.holiday(name, year.first.year), relative=is_relative)
    place = relative.recurring(
        context.published, tense(match, context), lambda year: calendar.holiday(name, year), "XXXX"
    )
    return Reading(place, relative=True)
