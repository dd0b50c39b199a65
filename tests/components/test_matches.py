"""voetbal_matches: every rule's examples, and how tellings of one match become one row."""

from __future__ import annotations

import pytest

from pipeline.components.matches import RULES
from pipeline.components.rules import Example
from tests.components.harness import check, examples


@pytest.mark.parametrize(("rule", "example"), examples(RULES), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "matches", "voetbal_matches")
