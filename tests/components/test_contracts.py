"""voetbal_contracts: every rule's examples, and how persons, clubs, ends and certainty are settled."""

from __future__ import annotations

import pytest

from pipeline.components.contracts import rules
from pipeline.components.rules import Example
from tests.components.harness import check, examples


@pytest.mark.parametrize(("rule", "example"), examples(rules()), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "contracts", "voetbal_contracts")
