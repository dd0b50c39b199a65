"""Every example sentence of the date rules, the ranges and parts around them, and the pipe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import spacy
from hypothesis import given, strategies

from pipeline.components.dates import find_dates
from pipeline.components.dates.examples import DATE_EXAMPLES
from pipeline.components.dates.expressions import DATE_RULES
from pipeline.components.dates.openings import openings
from pipeline.components.rules import Example
from pipeline.dutch.calendar import MONTHS
from pipeline.dutch.patterns import fold
from tests.components.flatness import UNITS, assert_flat

MONTH_NAMES = tuple(MONTHS)
SHORT_NAMES = "jan. febr. mrt. apr. mei jun. jul. aug. sept. okt. nov. dec.".split()
CASES = [(name, example) for name, examples in DATE_EXAMPLES.items() for example in examples]


@pytest.mark.parametrize(("name", "example"), CASES, ids=[f"{name}-{example.text[:40]}" for name, example in CASES])
def test_example(name: str, example: Example) -> None:
    found = find_dates(example.text, example.published)
    assert [
        {"text": example.text[m.start : m.end], "value": m.value, "earliest": m.earliest, "latest": m.latest}
        for m in found
    ] == list(example.expect)


def test_every_rule_has_examples() -> None:
    names = {rule.name for rule in DATE_RULES}
    assert names == set(DATE_EXAMPLES) - {""}
    for name in names:
        assert any(example.expect for example in DATE_EXAMPLES[name]), name


@pytest.mark.parametrize("name", sorted(set(DATE_EXAMPLES) - {""}))
def test_rule_is_the_one_that_reads_its_examples(name: str) -> None:
    rules = {m.rule for each in DATE_EXAMPLES[name] for m in find_dates(each.text, each.published)}
    assert name in rules


def test_openings_let_every_expression_through() -> None:
    for _, example in CASES:
        starts = set(openings(fold(example.text)))
        for row in example.expect:
            assert example.text.index(row["text"]) in starts, row["text"]


SPELLINGS: dict[str, Callable[[date], str]] = {
    "in full": lambda day: f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
    "short": lambda day: f"{day.day} {SHORT_NAMES[day.month - 1]} {day.year}",
    "dashes": lambda day: f"{day.day}-{day.month}-{day.year}",
    "slashes": lambda day: f"{day:%d/%m/%Y}",
    "iso": date.isoformat,
}


def _days_read(spelled: str) -> list[tuple[str, str]]:
    return [(mention.earliest, mention.latest) for mention in find_dates(f"Hij kwam op {spelled} aan.", "")]


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(day=strategies.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_comes_back(spelling: str, day: date) -> None:
    assert _days_read(SPELLINGS[spelling](day)) == [(day.isoformat(), day.isoformat())]


@pytest.mark.exhaustive
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_day_comes_back(spelling: str) -> None:
    days = [date.fromordinal(number) for number in range(date(1900, 1, 1).toordinal(), date(2101, 1, 1).toordinal())]
    wrong = [day for day in days if _days_read(SPELLINGS[spelling](day)) != [(day.isoformat(), day.isoformat())]]
    assert not wrong


def test_calendar_year_league() -> None:
    (mention,) = find_dates("Dit seizoen gaat het goed.", "2024-11-14", calendar_year=True)
    assert (mention.value, mention.earliest, mention.latest) == ("2024", "2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("words", "mod"), [("begin 2026", "START"), ("medio 2026", "MID"), ("het einde van 2026", "END"), ("2026", "")]
)
def test_mod(words: str, mod: str) -> None:
    (mention,) = find_dates(f"Tot {words}.", "")
    assert (mention.mod, mention.anchor) == (mod, "")


def test_anchor_is_kept_for_relative_ones_only() -> None:
    relative, absolute = find_dates("Vorig seizoen tekende hij tot 2027.", "2024-11")
    assert (relative.anchor, absolute.anchor) == ("2024-11", "")


def test_offsets_survive_letters_that_change_length() -> None:
    text = "İlkay speelt tot medio 2026 in Gent."
    (mention,) = find_dates(text, "")
    assert text[mention.start : mention.end] == "medio 2026"


def test_blank_line_ends_an_expression() -> None:
    found = find_dates("Contract tot 30\n\njuni is mooi.", "2024-11-14")
    assert [m.value for m in found] == ["2025-06"]


@pytest.mark.parametrize("unit", UNITS)
def test_time_per_character_is_flat(unit: str) -> None:
    assert_flat(lambda text: find_dates(text, "2024-11-14"), unit)


def test_pipe() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("voetbal_dates")
    doc = nlp.make_doc("Na dit seizoen vertrekt hij.")
    doc._.published = "2024-11"
    (mention,) = nlp(doc)._.dates
    assert (mention.earliest, mention.latest) == ("2024-07-01", "2025-06-30")
