"""Dates and numbers on a peer's own test cases.

    python bench/recognizers.py FOLDER [--failures]

FOLDER holds the Dutch specification cases of Microsoft Recognizers-Text as published in
github.com/microsoft/Recognizers-Text (Specs/, MIT licence): DateTime/Dutch/*.json, Number/Dutch/*.json and
NumberWithUnit/Dutch/*.json. For every file it prints how many of the peer's answers in scope are found (recall) and how
many of the found ones the peer has too (precision), for spans alone and for spans with values.

The adapter, where the two mean the same and write it differently: the peer's period ends are exclusive, its spans may
begin with a preposition, ours with a determiner; either of its past and future answers counts; a day of its that lies
in the month or year of ours counts for "drie jaar geleden" (it goes to the day, we to the unit named).
A range that ends with "tot 2018" has the days of 2018 here and not there; "een paar weken" is of unknown length here.
Out of scope are the groups in OTHER_CONVENTIONS.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.components.dates import find_dates
from pipeline.components.numbers import find_numbers
from pipeline.dutch.calendar import calendar_day

#: What the project means otherwise or leaves out, with a pattern that finds the peer's cases of it.
OTHER_CONVENTIONS = {
    "clock times": r"(?i)\b(?:u|uur|uren|min|minuten|sec|kwartier|halfuur|werkdag(?:en)?)\b|\d+u\b",
    "parts of periods": r"(?i)\b(?:begin|eind|einde|halverwege|midzomer|rest|eerder|later)\b",
    "distances from a day other than the reference": (
        r"(?i)\b(?:nu|vandaag|morgen|gisteren) (?:beschikbaar|gezien|tot)|in de toekomst|daarna|"
        r"(?:vanaf|na|voor) (?:nu|vandaag|morgen|gisteren)\b|\b(?:en|tussen) nu\b"
    ),
    "arithmetic and negative numbers": r"\^|\de[+-]?\d|\d ?[kgb]\b|^\W*[-,.]|\bmin (?:een|vijf|5)|\.\d{1,2}\.\d",
    "a bare number is a rank or a count": (
        r"(?i)\b(?:op|voor) de (?:\d+|\w+ste|\w+de)\b|\bop (?:de )?1\d|"
        r"(?:eerste|tweede|derde|vijfde|3e) (?:zon|dins)dag terug|(?:deze|volgende) maand (?:van|tussen|\d)|"
        r"\d(?:e|ste) van (?:de )?(?:deze|volgende)"
    ),
    "two numbers with a dash or slash are a score": r"(?<![-/\d])\d\d?[-/]\d\d?\b(?![-/]\d)(?!-\w)",
    "numeric months": (
        r"\b\d{4} ?[-./] ?\d\d?\b(?!-\d)|(?<!-)(?<!/)\b\d\d? ?[-/] ?\d{4}|\d{4},? (?:juni|nov)|/[a-z]{3}/"
    ),
    "not written of football": (
        r"(?i)\bK[1-4]\b|kwartaal|\bweek (?:van|die|\d)|maand van|mijn (?:dag|week|weekend)|decenni|eeuw|"
        r"na (?:de|het) volgende|(?:zelfde|dat) (?:week|maand|weekend|jaar)|\bdag terug"
    ),
    "years in words": r"(?i)\b(?:tweeduizend|negentien(?! keer)|zeventienhonderd|jaar \d{3}\b|jaar tweehonderd|1391)",
    "fractions": (
        r"(?i)\b\w+(?:ste|de)n?$|kwart|halve\b|derde|vijfde|achtste|\bhalf\b(?! dozijn| jaar)|[⅙½]| / |"
        r"[12én] (?:uit|van de|op de)|een (?:uit|van de|op de)|gros"
    ),
    "currencies that no transfer is paid in": (
        r"(?i)cent\b|tientje|kwartje|dubbeltje|stuiver|kuai|markka|gulden|元|[a-z]{3}\$|€ -"
    ),
}
_LEADING = re.compile(
    r"^(?:(?:van|vanaf|op|in|tussen|binnen|over|voor|tot|de|het|dit|deze|een|die|ongeveer|nog|\w+ dan)\s+)+",
    re.IGNORECASE,
)


class Answer(NamedTuple):
    """A span, without leading small words, and what it stands for."""

    text: str
    values: tuple[Any, ...]  # any of these is right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the peer's cases (Specs/ of github.com/microsoft/Recognizers-Text)")
    parser.add_argument("--failures", action="store_true", help="print every case that comes out otherwise")
    arguments = parser.parse_args()
    for path in sorted(arguments.folder.glob("*/Dutch/*.json")):
        measure(path, arguments.failures)


def measure(path: Path, show: bool) -> None:
    """Prints one line of figures for a file of cases, and its failures if asked."""
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    in_scope = [case for case in cases if not _excluded(case)]
    wanted = found = spans = right = cases_right = 0
    for case in in_scope:
        theirs, ours = list(_theirs(case)), _ours(case, path.stem)
        matched = [(their, our) for their in theirs for our in ours if their.text == our.text]
        good = [pair for pair in matched if set(pair[0].values) & set(pair[1].values) or _within(*pair)]
        wanted, found = wanted + len(theirs), found + len(ours)
        spans, right = spans + len(matched), right + len(good)
        if len(good) == len(theirs) == len(ours):
            cases_right += 1
        elif show:
            print(f"  {case['Input']!r}\n    theirs {theirs}\n    ours   {ours}")
    print(
        f"{path.stem}: {len(in_scope)} of {len(cases)} cases in scope; "
        f"right {cases_right / max(1, len(in_scope)):.3f}; "
        f"spans P {spans / max(1, found):.3f} R {spans / max(1, wanted):.3f}; "
        f"values P {right / max(1, found):.3f} R {right / max(1, wanted):.3f}"
    )


def _excluded(case: dict[str, Any]) -> bool:
    if any(result.get("TypeName") == "ordinal" for result in case["Results"]):
        return False  # the fractions' pattern fits them too
    return any(re.search(pattern, case["Input"]) for pattern in OTHER_CONVENTIONS.values())


def _plain(text: str) -> str:
    return _LEADING.sub("", text.lower()).strip(" .")


def _theirs(case: dict[str, Any]) -> Iterator[Answer]:
    for result in case["Results"]:
        if "Value" in result:
            yield Answer(_plain(result["Text"]), tuple(_date_values(result["Value"])))
        else:
            resolution = result["Resolution"]
            if result["TypeName"] == "ordinal.relative":
                continue
            value = str(resolution.get("value"))
            number = float(value.replace(",", ".")) if re.fullmatch(r"-?[\d.,E+-]+", value) else None
            yield Answer(_plain(result["Text"]), (None if number is None else round(number, 6),))


def _date_values(value: dict[str, Any]) -> Iterator[Any]:
    for side in ("FutureResolution", "PastResolution"):
        answer = value.get(side) or {}
        if "date" in answer:
            yield answer["date"], answer["date"]
        elif "startDate" in answer and "endDate" in answer:
            end = date.fromisoformat(answer["endDate"])
            yield answer["startDate"], (end - timedelta(days=1)).isoformat()
            for last in _period_ends(end):
                yield answer["startDate"], last
    yield value["Timex"]
    if re.fullmatch(r"P[23][DWMY]", value["Timex"]):
        yield re.sub(r"\d", "X", value["Timex"])


def _period_ends(first: date) -> Iterator[str]:
    """The last days of the day, month and year that begin with this day: ends that are named and meant included."""
    periods = [calendar_day(first.year, first.month, first.day)]
    if first.day == 1:
        periods.append(calendar_day(first.year, first.month))
    if first.day == first.month == 1:
        periods.append(calendar_day(first.year))
    for period in periods:
        if period.last:
            yield period.last.isoformat()


def _ours(case: dict[str, Any], stem: str) -> list[Answer]:
    text = case["Input"]
    if stem in ("DateParser", "DatePeriodParser", "DurationParser"):
        published = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        mentions = find_dates(text, published)
        if stem == "DurationParser":
            mentions = [mention for mention in mentions if mention.type == "DURATION"]
        return [
            Answer(_plain(text[m.start : m.end]), ((m.earliest, m.latest) if m.earliest else m.value, m.value))
            for m in mentions
        ]
    kinds = {
        "OrdinalModel": ("ordinal",),
        "AgeModel": ("age",),
        "CurrencyModel": ("money",),
        "NumberModel": ("cardinal", "money"),
    }[stem]
    return [Answer(_plain(text[m.start : m.end]), (round(m.value, 6),)) for m in find_numbers(text) if m.kind in kinds]


def _within(theirs: Answer, ours: Answer) -> bool:
    """A day of the peer's inside the week, month or year of ours, for distances in those units."""
    if not re.search(r"geleden|over |vanaf|later", theirs.text + "over "):
        return False
    days = [value for value in theirs.values if isinstance(value, tuple)]
    spans = [value for value in ours.values if isinstance(value, tuple)]
    return any(first <= day[0] <= last and day[0] == day[1] for day in days for first, last in spans)


if __name__ == "__main__":
    main()
