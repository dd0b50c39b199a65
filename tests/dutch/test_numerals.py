"""Numerals read back what they are written from."""

from __future__ import annotations

import re

import pytest

from pipeline.dutch.numerals import (
    GROUP,
    MULTIPLE,
    NUMERAL,
    ORDINAL,
    TEENS,
    TENS,
    UNITS,
    read_multiple,
    read_numeral,
    read_ordinal,
)
from pipeline.dutch.patterns import fold

_NAMES = {value: word for words in (TENS, TEENS) for word, value in words.items()} | {
    value: word for word, value in UNITS.items() if word not in ("één", "eén")
}


def spell(number: int) -> str:
    """A number below a million as the Woordenlijst writes it."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return ("" if thousands == 1 else spell(thousands)) + "duizend" + (spell(rest) if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return ("" if hundreds == 1 else spell(hundreds)) + "honderd" + (spell(rest) if rest else "")
    if number in _NAMES:
        return _NAMES[number]
    unit = _NAMES[number % 10]
    return unit + ("ën" if unit in ("twee", "drie") else "en") + _NAMES[number - number % 10]


@pytest.mark.parametrize(
    "number", [*range(2, 130), 199, 250, 999, 1000, 1001, 1250, 2016, 21021, 99999, 381000, 999999]
)
def test_spelled_numbers_come_back(number: int) -> None:
    words = spell(number)
    assert read_numeral(words) == number
    assert re.fullmatch(NUMERAL, fold(words))
    assert read_numeral(f"{number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.250", 1250),
        ("3,5 miljoen", 3_500_000),
        ("2.5 miljoen", 2_500_000),
        ("anderhalf", 1.5),
        ("anderhalf miljoen", 1_500_000),
        ("tweeënhalf", 2.5),
        ("twee en een half", 2.5),
        ("een half miljoen", 500_000),
        ("een dozijn", 12),
        ("een half dozijn", 6),
        ("twee ton", 200_000),
        ("anderhalve ton", 150_000),
        ("één", 1),
        ("zestienhonderd", 1600),
        ("tweeduizend en zestien", 2016),
        ("vijf miljard tweehonderd miljoen", 5_200_000_000),
    ],
)
def test_numeral(words: str, value: float) -> None:
    assert read_numeral(words) == value
    assert re.fullmatch(NUMERAL, fold(words))


@pytest.mark.parametrize("words", ["elftal", "eerste", "Ajax", "", "2-1", "1.2.3", "zesde", "tienmiljoenste", "12a"])
def test_no_numeral(words: str) -> None:
    assert read_numeral(words) is None


def test_article_is_no_numeral() -> None:
    assert re.match(NUMERAL, "een doelpunt") is None
    assert re.fullmatch(GROUP, "een drietal")
    assert re.match(GROUP, "elftal") is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dertiende", 13),
        ("58ste", 58),
        ("2e", 2),
        ("2de", 2),
        ("eerste", 1),
        ("tweeëntwintigste", 22),
        ("achtste", 8),
        ("driehonderdste", 300),
        ("honderdeerste", 101),
        ("honderdvijfentwintigste", 125),
    ],
)
def test_ordinal(words: str, value: int) -> None:
    assert read_ordinal(words) == value
    assert re.fullmatch(ORDINAL, fold(words))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("tweemaal", 2),
        ("drie keer", 3),
        ("driemaal", 3),
        ("53-voudig", 53),
        ("drievoudige", 3),
        ("2x", 2),
        ("éénmaal", 1),
    ],
)
def test_multiple(words: str, value: float) -> None:
    assert read_multiple(words) == value
    assert re.fullmatch(MULTIPLE, fold(words))


@pytest.mark.parametrize("words", ["drie", "eerste", "keer", "een"])
def test_no_multiple(words: str) -> None:
    assert read_multiple(words) is None
