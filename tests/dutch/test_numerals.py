"""Numerals read back what they are written from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dutch.numerals import (
    GROUP,
    MULTIPLE,
    NUMERAL,
    ORDINAL,
    read_multiple,
    read_numeral,
    read_ordinal,
)
from pipeline.dutch.patterns import fold
from tests.dutch.spelling import SPELLINGS, spell, spell_ordinal


@pytest.mark.parametrize(
    "number", [*range(2, 130), 199, 250, 999, 1000, 1001, 1250, 2016, 21021, 99999, 381000, 999999]
)
def test_spelled_numbers_come_back(number: int) -> None:
    words = spell(number)
    assert read_numeral(words) == number
    assert re.fullmatch(NUMERAL, fold(words))
    assert read_numeral(f"{number:,}".replace(",", ".")) == number


@given(st.integers(0, 9_999_999), st.sampled_from(sorted(SPELLINGS)))
@settings(max_examples=500, deadline=None)
def test_any_spelling_comes_back(number: int, spelling: str) -> None:
    assert read_numeral(SPELLINGS[spelling](number)) == number


@given(st.integers(1, 9_999_999))
@settings(max_examples=300, deadline=None)
def test_any_ordinal_comes_back(number: int) -> None:
    assert read_ordinal(spell_ordinal(number)) == number


@pytest.mark.exhaustive
@pytest.mark.parametrize("spelling", sorted(SPELLINGS))
def test_every_integer_comes_back(spelling: str) -> None:
    write = SPELLINGS[spelling]
    wrong = [number for number in range(1_000_000) if read_numeral(write(number)) != number]
    wrong += [number for number in range(1_000_000, 10_000_000, 97) if read_numeral(write(number)) != number]
    assert not wrong


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
        ("een miljard en een half miljoen", 1_000_500_000),
        ("drie miljoen en een half", 3_500_000),
        ("drie dozijnen", 36),
        ("een gros", 144),
        ("1 234 567", 1_234_567),
        ("honderd en twee", 102),
        ("vijfentwintighonderdenzevenenzeventig", 2577),
        ("honderdduizend miljoen", 1e11),
    ],
)
def test_numeral(words: str, value: float) -> None:
    assert read_numeral(words) == value
    assert re.fullmatch(NUMERAL, fold(words))


@pytest.mark.parametrize(
    "words", ["elftal", "eerste", "Ajax", "", "2-1", "1.2.3", "zesde", "tienmiljoenste", "12a", "miljoen " * 1000]
)
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
        ("nulde", 0),
        ("500-ste", 500),
        ("honderdentweede", 102),
        ("tweeduizend zestiende", 2016),
        ("drieduizend tweehonderdtwintigste", 3220),
    ],
)
def test_ordinal(words: str, value: int) -> None:
    assert read_ordinal(words) == value
    assert re.fullmatch(ORDINAL, fold(words))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("miljoenste", 1_000_000),
        ("vier miljoenste", 4_000_000),
        ("vier miljoen vierhonderdduizendste", 4_400_000),
        ("twee derde", None),
        ("drieste", None),
        ("laatste", None),
    ],
)
def test_ordinal_of_several_words(words: str, value: int | None) -> None:
    assert read_ordinal(words) == value


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
