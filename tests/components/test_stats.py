"""voetbal_stats: every rule's examples, and how numbers are tied to subject, club, competition and period."""

from __future__ import annotations

import pytest

from pipeline.components.rules import Example
from pipeline.components.stats import rules
from tests.components.harness import check, examples


@pytest.mark.parametrize(("rule", "example"), examples(rules()), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "stats", "voetbal_stats")
