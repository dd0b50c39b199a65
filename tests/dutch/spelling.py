"""Writes integers the ways Dutch does, for tests that read them back."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.dutch.numerals import TEENS, TENS, UNITS

_NAMES = {value: word for words in (TENS, TEENS) for word, value in words.items()} | {
    value: word for word, value in UNITS.items() if word not in ("één", "eén")
}


def spell(number: int, joint: str = "", gap: str = "", before_thousand: str = "") -> str:
    """An integer below ten million; `joint` stands behind honderd, `gap` behind duizend, the last before it."""
    if number >= 1_000_000:
        millions, rest = divmod(number, 1_000_000)
        return spell(millions) + " miljoen" + (" " + spell(rest, joint, gap, before_thousand) if rest else "")
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = "" if thousands == 1 else spell(thousands, joint) + before_thousand
        return head + "duizend" + (gap + spell(rest, joint) if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return ("" if hundreds == 1 else spell(hundreds)) + "honderd" + (joint + spell(rest) if rest else "")
    if number == 0:
        return "nul"
    if number in _NAMES:
        return _NAMES[number]
    unit = _NAMES[number % 10]
    return unit + ("ën" if unit in ("twee", "drie") else "en") + _NAMES[number - number % 10]


#: By what is special about them.
SPELLINGS: dict[str, Callable[[int], str]] = {
    "digits": str,
    "points": lambda number: f"{number:,}".replace(",", "."),
    "words": spell,
    "en": lambda number: spell(number, "en", "en"),
    "spaces": lambda number: spell(number, "", " ", " "),
}


def spell_ordinal(number: int) -> str:
    """The ordinal of an integer: its last part takes -de or -ste, "een" and "drie" become "eerste" and "derde"."""
    words = spell(number)
    last = number % 100
    if last in (1, 3):
        return words.removesuffix("een").removesuffix("drie") + {1: "eerste", 3: "derde"}[last]
    return words + ("de" if last in (2, 4, 5, 6, 7, *range(9, 20)) else "ste")
