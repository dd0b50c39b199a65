"""Building blocks of regular expressions for running Dutch text.

Expressions are written for lower-cased text and joined into larger ones, so none of them has
capturing groups or flags. No repetition is unbounded: time stays linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

#: One space, no-break space or line break between two words of an expression; a blank line ends it.
SPACE = "[ \u00a0\u202f\n]"
#: Where a word starts and ends; letters, digits and the underscore count as parts of a word.
WORD_START = r"(?<!\w)"
WORD_END = r"(?!\w)"

_FOLDED = tuple(zip("äëïöü’‘", "aeiou''", strict=True))


def words(text: str) -> list[str]:
    """The words of a text, for word lists that are easier to read without quotes."""
    return text.split()


def any_of(alternatives: Iterable[str]) -> str:
    """A group that matches any of the words, sharing their beginnings; longer words are tried first.

    Sharing makes the time to see that none fits depend on the letters, not on the number of words.
    """
    tree: dict[str, dict[str, object]] = {}
    for word in alternatives:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _render(tree)


def _render(node: dict[str, dict[str, object]]) -> str:
    branches = []
    for letter, rest in node.items():
        if letter:
            branches.append((SPACE if letter == " " else re.escape(letter)) + _render(rest))  # type: ignore[arg-type]
    if not branches:
        return ""
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The expression, compiled when first needed: every worker pays for start-up."""
    return re.compile(source)


def lower(text: str) -> str:
    """The text in lower case, character for character, so that offsets stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def fold(text: str) -> str:
    """Lower case without diaereses and with straight apostrophes, character for character.

    Acute accents stay: they tell the number "één" from the article "een".
    """
    folded = lower(text)
    for letter, plain in _FOLDED:  # five times as fast as str.translate
        folded = folded.replace(letter, plain)
    return folded
