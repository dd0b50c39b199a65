"""Numbers in running Dutch: what they are worth, what kind they are and how exact.

`find_numbers` does the work on plain text, keeping clear of stretches that are already taken (dates, names); the
pipe `voetbal_numbers` puts its answer in `doc._.numbers`. Scores (2-1), formations (4-3-3), youth teams (U21), times
(20.45 uur), minute marks (67') and telephone numbers are no numbers. "een" counts only as "één", with a magnitude, a
currency or as a part ("een kwart").

Where to read on: units (what is counted in), lexemes (one pass finds the numerals), rules (what stands around them
tells the kind), examples (what each rule reads and leaves alone).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.document import dates_of, mentions_of, register
from pipeline.components.numbers.lexemes import OPENER, Lexeme, find_lexemes
from pipeline.components.numbers.rules import NUMBER_RULES, Found, NumberRule
from pipeline.components.numbers.units import AFTERTHOUGHT, QUALIFIER, QUALIFIER_OF
from pipeline.dutch.patterns import compiled, fold
from pipeline.records import NumberMention

#: How far back a rule or a qualifier looks.
_REACH = 32
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
#: The words that qualifiers end with; looking for these first saves most of the time.
_LAST_WORDS = {phrase.rpartition(" ")[2] for phrase in QUALIFIER_OF}
_FIRST_WORD = re.compile(r"\W")


def find_numbers(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[NumberMention]:
    """The numbers of a text, in order, none overlapping another or a stretch of `taken` (dates and names).

    The value is in full units ("8,5 miljoen euro" → 8500000 EUR); of a range it is the lower end, qualifier about; of
    a rank_from_end 1 is the last, 2 the last but one.
    """
    blocked = _merged(taken)
    starts = [start for start, _ in blocked]
    skeleton, lexemes = find_lexemes(fold(text), blocked)
    found: list[NumberMention] = []
    done = 0  # in the skeleton
    for index, lexeme in enumerate(lexemes):
        if lexeme.at < done:
            continue
        rules = _rules(_opening(lexeme))
        for rule in rules.all if rules.longer.match(skeleton, lexeme.at) else rules.bare:
            match = compiled(rule.pattern).match(skeleton, lexeme.at)
            if match is None or (rule.before and not _stands_before(rule.before, skeleton, lexeme.at)):
                continue
            inside = _inside(lexemes, index, match.end())
            end = _text_end(lexeme, inside, match.end())
            here = bisect_right(starts, lexeme.start)
            reading = rule.read(Found(match, inside))
            if reading is None or (here < len(starts) and starts[here] < end):
                continue
            done = match.end()
            kind = reading.kind or rule.kind
            if kind:
                qualifier = "about" if kind == "range" else _qualifier(skeleton, lexeme.at, match.end())
                found.append(NumberMention(lexeme.start, end, kind, reading.value, qualifier, reading.unit))
            break
    return found


def _opening(lexeme: Lexeme) -> str:
    """The sign, or the first word of an opener; a minus sign is "minus"."""
    if lexeme.sign != OPENER:
        return lexeme.sign
    return "minus" if lexeme.words == "-" else _FIRST_WORD.split(lexeme.words, 1)[0]


def _inside(lexemes: list[Lexeme], first: int, end: int) -> list[Lexeme]:
    """The numerals from the first on that stand before a place in the skeleton."""
    last = first
    while last < len(lexemes) and lexemes[last].at < end:
        last += 1
    return [lexeme for lexeme in lexemes[first:last] if lexeme.sign != OPENER]


def _text_end(first: Lexeme, inside: list[Lexeme], end: int) -> int:
    """Where a match ends in the text."""
    return inside[-1].end + end - inside[-1].at - 1 if inside else first.start + end - first.at


def _merged(taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, overlapping ones made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(taken):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class _Rules(NamedTuple):
    """The rules that may begin with a sign or a word, in order."""

    all: tuple[NumberRule, ...]
    bare: tuple[NumberRule, ...]  # those that take no more than the numeral
    longer: re.Pattern[str]  # fits where any of the others may: most numerals stand before a plain noun


@cache
def _rules(opening: str) -> _Rules:
    rules = tuple(rule for rule in NUMBER_RULES if opening in rule.opening.split())
    bare = tuple(rule for rule in rules if rule.pattern == opening)
    longer = "|".join(_NAMED_GROUP.sub("(?:", rule.pattern) for rule in rules if rule not in bare)
    return _Rules(rules, bare, re.compile(longer or r"(?!)"))


def _stands_before(pattern: str, skeleton: str, at: int) -> bool:
    return compiled(pattern).search(skeleton, max(0, at - _REACH), at) is not None


def _qualifier(skeleton: str, start: int, end: int) -> str:
    words = skeleton[max(0, start - _REACH) : start].rsplit(None, 2)
    likely = not _LAST_WORDS.isdisjoint(words[-2:])
    before = compiled(QUALIFIER).search(skeleton, max(0, start - _REACH), start) if likely else None
    if before:
        return QUALIFIER_OF[" ".join(before[1].split())]
    return "at_least" if compiled(AFTERTHOUGHT).match(skeleton, end) else "exact"


class NumberPipe:
    """Sets `doc._.numbers` (a list of NumberMention), clear of dates and of names.

    Names are `doc._.mentions`; in a pipeline without our entities, `doc.ents`.
    """

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        names = [(name.start, name.end) for name in mentions_of(doc) if name.form == "name"]
        taken = names or [(entity.start_char, entity.end_char) for entity in doc.ents]
        doc._.numbers = find_numbers(doc.text, [*((date.start, date.end) for date in dates_of(doc)), *taken])
        return doc


@Language.factory("voetbal_numbers")
def make_numbers(nlp: Language, name: str) -> NumberPipe:
    """The pipe, to stand behind `voetbal_dates` and whatever finds names."""
    return NumberPipe()
