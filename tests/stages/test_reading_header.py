"""Titles and publication dates."""

from __future__ import annotations

import pytest

from pipeline.stages.reading.header import date_in_name, first_line_title, iso_date, split_header


@pytest.mark.parametrize(
    ("text", "published", "body"),
    [
        (" date 2024-11 Xabi blijft.", "2024-11", "Xabi blijft."),
        ("date 2024-11-03 Xabi blijft.", "2024-11-03", "Xabi blijft."),
        ("date 2024-11-03\nXabi blijft\n\nHij tekent.", "2024-11-03", "Xabi blijft\n\nHij tekent."),
        ("Datum: 3 november 2024\n\nXabi blijft.", "2024-11-03", "Xabi blijft."),
        ("datum 03/11/2024 20:15\nXabi blijft.", "2024-11-03", "Xabi blijft."),
        ("date 2024-11-03", "2024-11-03", ""),
    ],
)
def test_a_date_header_is_read_and_taken_off(text: str, published: str, body: str) -> None:
    assert split_header(text) == (published, body)


@pytest.mark.parametrize(
    "text",
    [
        "date 2024-13 Xabi blijft.",
        "date 2024-02-30 Xabi blijft.",
        "date 2024-1123 Xabi blijft.",
        "Xabi blijft. date 2024-11",
        "update 2024-11 Xabi blijft.",
        "dates 2024-11",
        "Datum van het duel is 3 november 2024.",
        "",
    ],
)
def test_other_beginnings_stay(text: str) -> None:
    assert split_header(text) == ("", text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ajax wint\n\nVerslag.", "Ajax wint"),
        ("Wie volgt Slot op?\n\nVerslag.", "Wie volgt Slot op?"),
        ("‘Ik blijf’\n\nVerslag.", "‘Ik blijf’"),
        ("Ajax wint.\n\nVerslag.", ""),
        ("Ajax wint\nVerslag.", ""),
        ("Ajax wint\nVerslag.\n\nSlot.", ""),
        ("Ajax wint", ""),
        ("x" * 120 + "\n\nVerslag.", "x" * 120),
        ("x" * 121 + "\n\nVerslag.", ""),
    ],
)
def test_a_title_is_a_short_first_line_without_a_stop(text: str, title: str) -> None:
    assert first_line_title(text) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-11-03", "2024-11-03"),
        ("2024-11-03T20:15:00+01:00", "2024-11-03"),
        ("2024-11-03 20:15", "2024-11-03"),
        ("20241103", "2024-11-03"),
        ("2024-11", "2024-11"),
        ("2024", "2024"),
        ("2024/11/3", "2024-11-03"),
        ("3-11-2024", "2024-11-03"),
        ("03/11/2024 20:15", "2024-11-03"),
        ("3.11.2024", "2024-11-03"),
        (" 3 november 2024, 20:15", "2024-11-03"),
        ("2024-02-30", ""),
        ("31-06-2024", ""),
        ("2024-00", ""),
        ("1492-10-12", ""),
        ("1730668500", ""),
        ("gisteren", ""),
        ("2-1", ""),
        ("", ""),
    ],
)
def test_dates_of_metadata(text: str, expected: str) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("alonso-leverkusen-2024-11", "2024-11"),
        ("2024-11-03-ajax-psv", "2024-11-03"),
        ("nieuws/20241103_ajax", "2024-11-03"),
        ("ajax_2024_11_03", "2024-11-03"),
        ("2024-11-03/verslag", ""),
        ("eredivisie-2024-25", ""),
        ("eredivisie-2010-11", ""),
        ("ajax-2010-12", "2010-12"),
        ("artikel-20241399", ""),
        ("artikel-1202411039", ""),
        ("id-2024", ""),
        ("2024-02-30", ""),
    ],
)
def test_dates_in_file_names(stem: str, expected: str) -> None:
    assert date_in_name(stem) == expected
