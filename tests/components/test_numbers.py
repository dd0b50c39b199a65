"""Every example sentence of the number rules, stretches that are taken, and the pipe."""

from __future__ import annotations

import time

import pytest
import spacy

from pipeline.components.numbers import NUMBER_RULES, find_numbers
from pipeline.components.rules import Example

CASES = [example for rule in NUMBER_RULES for example in rule.examples]


@pytest.mark.parametrize("example", CASES, ids=[example.text[:40] for example in CASES])
def test_example(example: Example) -> None:
    found = find_numbers(example.text)
    assert [{"value": m.value, "kind": m.kind, "qualifier": m.qualifier, "unit": m.unit} for m in found] == list(
        example.expect
    )


def test_every_rule_finds_something() -> None:
    for rule in NUMBER_RULES:
        assert any(row["kind"] == rule.kind for example in rule.examples for row in example.expect), rule.name


def test_keeps_clear_of_what_is_taken() -> None:
    text = "Hannover 96 won in 2024 met drie goals."
    found = find_numbers(text, [(0, 11), (text.index("2024"), text.index("2024") + 4)])
    assert [(text[m.start : m.end], m.value) for m in found] == [("drie", 3.0)]


def test_span_is_the_number_with_its_unit() -> None:
    text = "Hij kostte ruim 8,5 miljoen euro."
    (found,) = find_numbers(text)
    assert text[found.start : found.end] == "8,5 miljoen euro"


@pytest.mark.parametrize("unit", ["1", "een en ", "honderd", "12 12 ", "12 en ", "2-1 ", "1.000."])
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        find_numbers(unit * count)
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 40 * max(seconds(200), 0.002)


def test_pipe_leaves_dates_alone() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("voetbal_dates")
    nlp.add_pipe("voetbal_numbers")
    doc = nlp("In oktober 2022 speelde hij 14 duels.")
    assert [m.value for m in doc._.numbers] == [14.0]
