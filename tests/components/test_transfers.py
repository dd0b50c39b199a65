"""voetbal_transfers: every rule's examples, and how an article's rows are settled."""

from __future__ import annotations

import pytest

from pipeline.components.rules import Example
from pipeline.components.transfers import RULES
from tests.components.harness import check, examples


@pytest.mark.parametrize(("rule", "example"), examples(RULES), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "transfers", "voetbal_transfers")
