"""When a contract ends, by the words that tell it."""

from __future__ import annotations

import pytest

from pipeline.components.dates import find_dates
from pipeline.dutch.contract_ends import (
    contract_end,
    contract_start,
    current_season_end,
    from_length,
    prolonged,
    year_end,
)

NOVEMBER = "2024-11-15"


@pytest.mark.parametrize(
    ("words", "day", "precision"),
    [
        ("tot medio 2026", "2026-06-30", "half_year"),
        ("tot de zomer van 2026", "2026-06-30", "half_year"),
        ("tot 2026", "2026-06-30", "year"),
        ("tot en met het seizoen 2025/26", "2026-06-30", "season"),
        ("tot 1 juli 2026", "2026-06-30", "day"),
        ("tot 15 mei 2026", "2026-05-15", "day"),
        ("tot mei 2026", "2026-05-31", "month"),
        ("tot eind mei", "2025-05-31", "month"),
        ("is in juni einde contract", "2025-06-30", "month"),
        ("tot het einde van dit seizoen", "2025-06-30", "season"),
        ("tot het einde van volgend seizoen", "2026-06-30", "season"),
        ("loopt komende zomer af", "2025-06-30", "half_year"),
        ("tot de winterstop", "2025-01-31", "half_year"),
        ("tot de winter van 2026", "2026-01-31", "half_year"),
        ("tot eind 2026", "2026-12-31", "half_year"),
        ("tot begin 2026", "", ""),
        ("loopt over anderhalf jaar af", "2026-06-30", "year"),
        ("voor drie seizoenen", "2027-06-30", "year"),
    ],
)
def test_end(words: str, day: str, precision: str) -> None:
    end = contract_end(find_dates(words, NOVEMBER)[0], NOVEMBER)
    assert (end.day, end.precision) == (day, precision)


def test_calendar_year_leagues() -> None:
    year, summer = find_dates("tot 2026 of de zomer van 2027", NOVEMBER)
    assert contract_end(year, NOVEMBER, calendar_year=True).day == "2026-12-31"
    assert contract_end(summer, NOVEMBER, calendar_year=True).day == "2027-06-30"
    assert from_length("P2Y", "2024-03-01", calendar_year=True).day == "2025-12-31"


@pytest.mark.parametrize(
    ("value", "published", "day"),
    [
        ("P1Y", "2016-08-31", "2017-06-30"),  # summer: from 1 July
        ("P1Y", "2016-06-02", "2017-06-30"),
        ("P2.5Y", "2024-01-20", "2026-06-30"),
        ("P4Y", "2024-02-14", "2028-06-30"),
        ("P18M", "2024-01-20", "2025-06-30"),
        ("P0.5Y", "2024-01-20", "2024-06-30"),
        ("P3Y", "2024", ""),  # January and December give different ends
        ("P3Y", "", ""),
        ("PXY", "2024-01-20", ""),
    ],
)
def test_length(value: str, published: str, day: str) -> None:
    assert from_length(value, published).day == day


def test_prolonged() -> None:
    assert prolonged("2025-06-30", "P1Y").day == "2026-06-30"
    assert prolonged("2024-06-30", "P2Y").day == "2026-06-30"


def test_current_season() -> None:
    assert current_season_end("2024-11").day == "2025-06-30"
    assert current_season_end("2024").day == ""
    assert year_end(2027).day == "2027-06-30"


def test_past_month_stays_for_what_is_over() -> None:
    month = find_dates("liep in juni af", NOVEMBER)[0]
    assert contract_end(month, NOVEMBER, ahead=False).day == "2024-06-30"


def test_start() -> None:
    summer, day = find_dates("sinds de zomer van 2023, sinds 4 januari 2022", NOVEMBER)
    assert (contract_start(summer), contract_start(day)) == ("2023-07-01", "2022-01-04")
