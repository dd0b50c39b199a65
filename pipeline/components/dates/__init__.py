"""Calendar expressions in running Dutch: where they stand, their TIMEX3 value and their days.

`find_dates` does the work on plain text; the pipe `voetbal_dates` puts its answer in `doc._.dates`, with the
publication date taken from `doc._.published` (YYYY, YYYY-MM, YYYY-MM-DD or "" for unknown). One compiled expression
is tried at the few words that a date can begin with; what it finds is then read by the rule that found it.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.dates.expressions import DATE_RULES, PART, PARTS, DateRule
from pipeline.components.dates.openings import openings
from pipeline.components.dates.reading import Context, Reading
from pipeline.components.document import register
from pipeline.dutch import calendar
from pipeline.dutch.calendar import Period
from pipeline.dutch.patterns import SPACE, WORD_END, fold
from pipeline.records import TimeMention

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
#: Names end in a number, scores and phone numbers run on: no date begins or ends in the middle of either.
_BEFORE = r"(?<![\w'/-])(?<!\d[.,:–])"
_AFTER = rf"{WORD_END}(?![/-]\w|[.,:–]\d|'\w)"


def _anonymous(pattern: str) -> str:
    return _NAMED_GROUP.sub("(?:", pattern)


_EXPRESSION = re.compile(
    f"{_BEFORE}(?:(?P<part>{_anonymous(PART)}){SPACE})?(?:"
    + "|".join(f"(?P<r{index}>{_anonymous(rule.pattern)})" for index, rule in enumerate(DATE_RULES))
    + f"){_AFTER}"
)
_PART_FORMS = tuple((re.compile(pattern), mod) for pattern, mod in PARTS.items())
_BETWEEN = re.compile(rf"{SPACE}(tot(?:{SPACE}en{SPACE}met|{SPACE}aan)?|t/m|en|[-–]){SPACE}(?:(?:in|op){SPACE})?")
#: What must stand before the first end. "verlengde in mei tot 2027" names two dates, "van mei tot 2027" one range.
_RANGE_OPENING = {"tot": ("van ", "vanaf ", "tussen "), "en": ("tussen ",), "tot aan": ("van ", "vanaf ")}
_DAY_RULES = ("day-month", "day-adverb", "numeric-date")
_PREPOSITION_BEFORE = re.compile(r"(?<!\w)(?:op|per|sinds|in|na|voor|vanaf|tot|met)[ \n]$")
_YEARLESS_RULES = ("month", "day-month")


class _Found(NamedTuple):
    start: int
    end: int
    rule: DateRule
    reading: Reading
    is_range: bool = False


def find_dates(text: str, published: str, calendar_year: bool = False) -> list[TimeMention]:
    """The calendar expressions of a text, in order, none overlapping.

    `published` anchors relative ones (YYYY, YYYY-MM or YYYY-MM-DD; "" leaves them without days);
    `calendar_year` is for leagues whose season is a calendar year. A span has the determiner, not the preposition.
    """
    context = Context(fold(text), text, calendar.read_published(published), calendar_year)
    found: list[_Found] = []
    position = 0
    for start in openings(context.text):
        if start < position:
            continue
        match = _EXPRESSION.match(context.text, start)
        hit = _read(match, context) if match else None
        if hit is not None:
            found.append(hit)
            position = hit.end
    return [_mention(hit, published) for hit in _joined(found, context) if hit.is_range or not hit.rule.range_only]


@cache
def _own_pattern(index: int) -> re.Pattern[str]:
    """A rule's pattern with its named groups, compiled when first needed: every worker pays for start-up."""
    return re.compile(f"(?:{DATE_RULES[index].pattern}){_AFTER}")


def _read(match: re.Match[str], context: Context) -> _Found | None:
    """What the first rule from the one that matched on makes of the words; None if all decline."""
    group = match.lastgroup or ""
    core = match.start(group)
    for index in range(int(group[1:]), len(DATE_RULES)):
        rule = DATE_RULES[index]
        own = _own_pattern(index).match(context.text, core)
        if own is None or (match["part"] is None and not rule.alone):
            continue
        reading = rule.read(own, context)
        if reading is None:
            continue
        if match["part"] is not None and reading.type == "DATE":
            mod = next(mod for form, mod in _PART_FORMS if form.fullmatch(match["part"]))
            reading = reading._replace(period=calendar.part_of(reading.period, mod))
            return _Found(match.start(), own.end(), rule, reading)
        if rule.alone:
            return _Found(core, own.end(), rule, reading)
    return None


def _joined(found: list[_Found], context: Context) -> list[_Found]:
    """The same, with the two ends of "van … tot …" and "tussen … en …" made one."""
    joined: list[_Found] = []
    for hit in found:
        whole = _range(joined[-1], hit, context) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(hit)
    return joined


def _range(left: _Found, right: _Found, context: Context) -> _Found | None:
    between = _BETWEEN.fullmatch(context.text, left.end, right.start)
    if between is None or left.reading.type != "DATE" or right.reading.type != "DATE":
        return None
    before = context.text[max(0, left.start - 12) : left.start]
    openings = _RANGE_OPENING.get(" ".join(between[1].split()), "")
    joined = before.endswith(openings) or (between[1] != "en" and _two_days(left, right, before))
    if "REF" in left.reading.period.value or not joined:
        return None
    if left.rule.range_only and not before.endswith(_RANGE_OPENING["tot"]):
        return None
    first, last = _same_year(left, right), right.reading.period
    if left.rule.name == right.rule.name == "weekday" and first.first and last.first and last.first < first.first:
        last = calendar.one_day(last.first + timedelta(days=7))
    if first.first is None or last.first is None or first.first > last.first:
        return None
    period = Period(f"{first.value}/{last.value}", first.first, last.last)
    reading = Reading(period, relative=right.reading.relative)
    return _Found(left.start, right.end, right.rule, reading, is_range=True)


def _two_days(left: _Found, right: _Found, before: str) -> bool:
    """Whether two days stand side by side with nothing that makes either a day of its own: "2 tot 22 oktober"."""
    days = left.rule.name in _DAY_RULES and right.rule.name in _DAY_RULES
    return days and not _PREPOSITION_BEFORE.search(before)


def _same_year(left: _Found, right: _Found) -> Period:
    """The first end of a range; one without a year of its own takes that of the second: "van mei tot juli 2019"."""
    period, goal = left.reading.period, right.reading.period
    if left.rule.name not in _YEARLESS_RULES or not left.reading.relative or right.reading.relative or not goal.first:
        return period
    month, _, day = period.value[5:].partition("-")
    for year in (goal.first.year, goal.first.year - 1):
        candidate = calendar.calendar_day(year, int(month), int(day or 0))
        if candidate.first and candidate.first <= goal.first:
            return candidate
    return period


def _mention(hit: _Found, published: str) -> TimeMention:
    period = hit.reading.period
    return TimeMention(
        hit.start,
        hit.end,
        hit.reading.type,
        period.value,
        period.mod,
        period.first.isoformat() if period.first else "",
        period.last.isoformat() if period.last else "",
        published if hit.reading.relative else "",
        hit.rule.name,
    )


class DatePipe:
    """Sets `doc._.dates` (a list of TimeMention) from the text and `doc._.published`."""

    def __init__(self, calendar_year: bool) -> None:
        self.calendar_year = calendar_year
        register()

    def __call__(self, doc: Doc) -> Doc:
        doc._.dates = find_dates(doc.text, doc._.published, self.calendar_year)
        return doc


@Language.factory("voetbal_dates", default_config={"calendar_year": False})
def make_dates(nlp: Language, name: str, calendar_year: bool) -> DatePipe:
    """The pipe; `calendar_year` is for texts on leagues whose season is a calendar year."""
    return DatePipe(calendar_year)
