"""Periods, their parts, and where relative ones lie."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.dutch import calendar, relative
from pipeline.dutch.tense import tense_around


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2024-11-14", date(2024, 11, 14), date(2024, 11, 14)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("", None, None),
        ("2024-02-31", None, None),
    ],
)
def test_published(published: str, first: date | None, last: date | None) -> None:
    assert calendar.read_published(published) == (published, first, last)


@pytest.mark.parametrize(
    ("year", "day"), [(2000, (4, 23)), (2011, (4, 24)), (2024, (3, 31)), (2025, (4, 20)), (2038, (4, 25))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert calendar.easter(year) == date(year, *day)


def test_winter_is_named_after_the_year_it_ends_in() -> None:
    winter = calendar.year_season("WI", 2024)
    assert (winter.first, winter.last) == (date(2023, 12, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("period", "mod", "first", "last"),
    [
        (calendar.calendar_day(2026), "START", date(2026, 1, 1), date(2026, 3, 31)),
        (calendar.calendar_day(2026), "MID", date(2026, 6, 1), date(2026, 7, 31)),
        (calendar.calendar_day(2026), "END", date(2026, 10, 1), date(2026, 12, 31)),
        (calendar.calendar_day(2026, 2), "END", date(2026, 2, 21), date(2026, 2, 28)),
        (calendar.season(2024), "START", date(2024, 7, 1), date(2024, 8, 31)),
        (calendar.season(2024), "MID", date(2024, 7, 1), date(2025, 6, 30)),
        (calendar.season(2024), "END", date(2025, 5, 1), date(2025, 6, 30)),
    ],
)
def test_part(period: calendar.Period, mod: str, first: date, last: date) -> None:
    part = calendar.part_of(period, mod)
    assert (part.first, part.last, part.mod) == (first, last, mod)


def test_halves() -> None:
    season = calendar.season(2024)
    assert calendar.half_of(season, 1)[1:3] == (date(2024, 7, 1), date(2024, 12, 31))
    assert calendar.half_of(season, 2)[1:3] == (date(2025, 1, 1), date(2025, 6, 30))
    assert calendar.half_of(calendar.calendar_day(2025), 2)[1:3] == (date(2025, 7, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("day", "which", "start"),
    [
        (date(2025, 5, 14), "past", 2023),
        (date(2025, 5, 15), "past", 2024),
        (date(2025, 6, 30), "past", 2024),
        (date(2025, 7, 1), "past", 2024),
        (date(2025, 6, 1), "last", 2023),
        (date(2025, 6, 1), "coming", 2025),
        (date(2025, 7, 1), "this", 2025),
        (date(2025, 6, 30), "this", 2024),
    ],
)
def test_season_from(day: date, which: str, start: int) -> None:
    assert relative.season_from(day, which) == calendar.season(start)


@pytest.mark.parametrize(
    ("day", "which", "year"),
    [
        (date(2024, 7, 20), "past", 2023),
        (date(2024, 8, 20), "past", 2024),
        (date(2024, 8, 20), "last", 2023),
        (date(2024, 6, 10), "coming", 2024),
        (date(2024, 7, 10), "coming", 2025),
        (date(2024, 6, 10), "next", 2025),
        (date(2024, 11, 10), "this", 2024),
    ],
)
def test_named_summer(day: date, which: str, year: int) -> None:
    assert relative.named_season(day, which, "SU") == calendar.year_season("SU", year)


def test_partial_publication_places_only_what_is_certain() -> None:
    whole_year = calendar.read_published("2024")
    assert relative.placed(whole_year, lambda day: relative.year_from(day, "this"), "").value == "2024"
    assert relative.placed(whole_year, lambda day: relative.season_from(day, "this"), "?").value == "?"


def test_leap_day_without_a_year() -> None:
    published = calendar.read_published("2025-03-01")

    def of_year(year: int) -> calendar.Period | None:
        period = calendar.calendar_day(year, 2, 29)
        return period if period.first else None

    assert relative.recurring(published, "past", of_year, "").value == "2024-02-29"


def test_no_year_horizon() -> None:
    assert calendar.season(2079).value == "2079-07/2080-06"
    assert calendar.calendar_day(2150, 6, 30).first == date(2150, 6, 30)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("ajax won zondag van psv", "past"),
        ("ajax speelt zondag tegen psv", "future"),
        ("hij heeft zondag gescoord", "past"),
        ("hij is zondag geschorst", "future"),
        ("ajax won, maar zondag wacht psv", "future"),
        ("hij zei dat ajax zondag kampioen wordt", "future"),
        ("psv verloor. zondag tegen ajax", ""),
    ],
)
def test_tense(text: str, tense: str) -> None:
    start = text.index("zondag")
    assert tense_around(text, start, start + 6) == tense
