"""Whether the time a reader needs for a character stays the same however long the text is."""

from __future__ import annotations

import time
from collections.abc import Callable

#: What could make a pattern go back and forth: long digit runs, endless numerals, ever the same words.
UNITS = (
    "1", "een ", "en ", "een en ", "honderd", "honderd ", "een miljoen ", "12 12 ", "12 en ", "2-1 ", "1.000.",
    "tweeduizend drie en ", "twee derde ", "tussen de drie en ", "1/2 ", "op een na ", "drie-", "één op één ",
    "de eerste ", "in 2024 ", "30 juni ", "de zomer van ", "vorige week ", "van 2 tot ", "twee jaar, ", "2024/",
)  # fmt: skip
_LENGTH = 8_000
_GROWTH = 1.5


def seconds(read: Callable[[str], object], text: str) -> float:
    """Processor time, the best of several runs: the machine may be busy with other things."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def assert_flat(read: Callable[[str], object], unit: str) -> None:
    """Asserts that four times the text costs at most one and a half times as much a character."""
    read(unit * 20)
    for _ in range(3):
        short, long = (seconds(read, (unit * (size // len(unit) + 1))[:size]) / size for size in (_LENGTH, 4 * _LENGTH))
        if long <= _GROWTH * max(short, 1e-7):
            return
    raise AssertionError(f"{unit!r}: {short:.2e} s a character became {long:.2e}")
