"""Every example sentence of the number rules, stretches that are taken, time, spelled integers, and the pipe."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.components.numbers import find_numbers
from pipeline.components.numbers.examples import NUMBER_EXAMPLES
from pipeline.components.numbers.rules import NUMBER_RULES
from pipeline.components.rules import Example
from tests.components.flatness import UNITS, assert_flat, seconds
from tests.dutch.spelling import SPELLINGS

CASES = [example for group in NUMBER_EXAMPLES.values() for example in group]


@pytest.mark.parametrize("example", CASES, ids=[example.text[:40] for example in CASES])
def test_example(example: Example) -> None:
    found = [
        {"text": example.text[m.start : m.end], "value": m.value, "kind": m.kind, "unit": m.unit}
        | {"qualifier": m.qualifier}
        for m in find_numbers(example.text)
    ]
    assert found == [{**row, "value": pytest.approx(row["value"])} for row in example.expect]


def test_every_kind_has_examples() -> None:
    kinds = {rule.kind for rule in NUMBER_RULES if rule.kind}
    assert kinds <= {str(row["kind"]) for example in CASES for row in example.expect}


def test_many_examples_hold_no_number() -> None:
    assert len(CASES) >= 200
    assert sum(not example.expect for example in CASES) >= 60


def test_keeps_clear_of_what_is_taken() -> None:
    text = "Hannover 96 won in 2024 met drie goals."
    found = find_numbers(text, [(0, 11), (text.index("2024"), text.index("2024") + 4)])
    assert [(text[m.start : m.end], m.value) for m in found] == [("drie", 3.0)]


def test_an_expression_does_not_run_into_what_is_taken() -> None:
    text = "Hij speelde 3 Euro 2024-duels."
    found = find_numbers(text, [(text.index("Euro"), text.index("-"))])
    assert [(m.kind, m.value) for m in found] == [("cardinal", 3.0)]


def test_overlapping_stretches_are_one() -> None:
    assert find_numbers("vier vijf zes", [(0, 9), (5, 9), (0, 4)])[0].value == 6


def test_a_letter_that_lower_case_makes_longer_moves_nothing() -> None:
    text = "İstanbul won met drie goals"
    (found,) = find_numbers(text)
    assert text[found.start : found.end] == "drie"


@given(st.integers(0, 999_999), st.sampled_from(sorted(SPELLINGS)))
@settings(max_examples=300, deadline=None)
def test_spelled_integers_are_found_whole(number: int, spelling: str) -> None:
    words = SPELLINGS[spelling](number)
    text = f"Er waren {words} mensen."
    found = find_numbers(text)
    assert [(text[m.start : m.end], m.value) for m in found if m.kind == "cardinal"] == (
        [] if words == "een" else [(words, float(number))]
    )


@given(st.text(alphabet="een twedrihonvjfza1 2.,-–/%€½'\n", max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_numbers_in_order(text: str) -> None:
    found = find_numbers(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize("unit", UNITS)
def test_time_per_character_is_flat(unit: str) -> None:
    assert_flat(find_numbers, unit)


def test_long_digits_and_numerals_are_quick() -> None:
    assert find_numbers("7" * 100_000) == []
    assert seconds(find_numbers, "tweehonderd" * 10_000) < 1


def test_pipe_leaves_dates_alone() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("voetbal_dates")
    nlp.add_pipe("voetbal_numbers")
    doc = nlp("In oktober 2022 speelde hij 14 duels.")
    assert [m.value for m in doc._.numbers] == [14.0]
