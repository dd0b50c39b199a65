"""Dates and numbers: a peer's own test cases, and what both pipes cost.

    python bench/dates_numbers.py --spec FOLDER [--floors]
    python bench/dates_numbers.py --speed

FOLDER holds the Dutch specification cases of Microsoft Recognizers-Text as published in
github.com/microsoft/Recognizers-Text (Specs/, MIT licence): DateTime/Dutch/*.json, Number/Dutch/*.json and
NumberWithUnit/Dutch/*.json. A case is right when ours finds the spans that the peer finds, no others, with its values.
Every case in scope that comes out otherwise is printed. Floors make the command fail below them.

In scope is every case whose answer is a calendar date, range, duration, cardinal, ordinal, age or amount. Not in scope,
told by the answer alone: clock times, days the calendar lacks, parts of periods (begin, middle, end, rest, earlier,
later), powers, suffixes (10k) and other arithmetic.

The adapter, where the two mean the same and write it differently: the peer's period ends are exclusive, its spans may
begin with a preposition, ours with a determiner; either of its past and future answers counts; ours are placed from
the unit that is named ("over twee weken" is a week), the peer's go to the day, which must lie in ours; "een paar weken"
is of unknown length here; coins are parts of their currency here. Among periods, the peer counts no distances from now.
Whatever else differs on purpose is listed in EXCEPTIONS, input by input.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.components.dates import find_dates
from pipeline.components.numbers import find_numbers
from pipeline.dutch.calendar import calendar_day

FLOORS = {
    "DateParser": 0.95, "DatePeriodParser": 0.95, "DurationParser": 0.95,
    "NumberModel": 0.97, "OrdinalModel": 0.97, "AgeModel": 0.97, "CurrencyModel": 0.97,
}  # fmt: skip
#: The speed that both pipes together may cost, in parts of the embedded model's time.
SPEED_GOAL = 0.10

#: Where the project means something else on purpose: reason → inputs.
EXCEPTIONS: dict[str, tuple[str, ...]] = {
    "a bare ordinal or number of a league's size is a rank": (
        "Ik ga terug op de 15e.", "Ben op de tweede terug gegaan", "Ik ging voor de tweede terug", "Ik ga op 15 terug",
    ),
    "a day that follows or ends what the story tells is not placed from the publication date": (
        "Ik ga de volgende dag terug.", "Ik ga de volgende dag terug", "Ik ga volgende dag terug",
        "Ik ga laatste dag terug", "Ik ga de laatste dag terug", "Ik ga de dag terug", "Hoe ziet mijn dag er uit?",
        "Het zal 2 dagen daarna gebeuren",
    ),
    "a bare week is a length more often than this week": ("de week", "mijn week", "mijn weekend"),
    "a month or day with 'afgelopen' or 'aankomende' is the nearest one": (
        "Ik ben afgelopen september weg", "Ik zal vertrekken van aankomende vrijdag tot 1 okt 2020",
    ),
    "2-7 is a score": ("Ik ben in feb tussen 2-7 tweeduizend achttien weg",),
    "no year before 1300 is written of": ("Ik ben jaar 247 weg", "Jaar tweehonderdzevenenzestig"),
    "'vorige' and 'volgende' are no ranks": (
        'Bedoel je "volgende" of "laatste"?', "Laat me de vorige zien.", "Laat me de volgende zien.",
        "Ik wil volgende 3 boeken.", "Ga naar de vorige pagina.",
    ),
    "a telephone number or a date is no number": (
        "Mijn telefoonnummer is +1-222-2222/2222", "Heb je op 17/5/2018 tijd om af te spreken?",
    ),
    "coins of China in colloquial words": ("Het zal een kuai en vijf mao vijf kosten.",),
    "the length of a term is no age": ("Wanneer komt er druk om een afspraak van één jaar na te komen?",),
    "'tussen de 40 en 50 jaar' is a range": ("Hij is tussen de 40 en 50 jaar.",),
    "K3 is a pop group": ("Ik ben tijdens K3 terug", "Ik ben tijdens K2 terug"),
}  # fmt: skip

_PARTS = re.compile(r"(?i)\b(?:begin|einde?|halverwege|midzomer|rest|eerder|later (?:deze|dit|in))\b")
_ARITHMETIC = re.compile(r"(?i)\^|\de[+-]?\d|\d ?[kgb]\b|^min\b|^- ")
_CLOCK = re.compile(r"T\d|^T")
_UNKNOWN = re.compile(r"\b(?:enkele|paar|aantal)\b")
_LEADING = re.compile(
    r"^(?:(?:van|vanaf|op|in|tussen|binnen|over|voor|tot|de|het|dit|deze|een|die|ongeveer|nog|\w+ dan)\s+)+",
    re.IGNORECASE,
)
#: The peer gives coins in coins; ours are parts of their currency.
_COINS = {"Cent": 0.01, "Penni": 0.01, "Stuiver": 0.05, "Dubbeltje": 0.1, "Kwartje": 0.25, "Tientje": 10.0}
_DATES = ("DateParser", "DatePeriodParser", "DurationParser")
_KINDS = {
    "OrdinalModel": ("ordinal", "rank_from_end"),
    "AgeModel": ("age",),
    "CurrencyModel": ("money",),
    "NumberModel": ("cardinal", "fraction", "money"),
}


class Answer(NamedTuple):
    """A span, without leading small words, and what it stands for."""

    text: str
    values: tuple[Any, ...]  # any of these is right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spec", type=Path, help="the peer's cases (Specs/ of github.com/microsoft/Recognizers-Text)")
    parser.add_argument("--floors", action="store_true", help="fail when a share is below its floor")
    parser.add_argument("--speed", action="store_true", help="what both pipes cost beside the embedded model")
    arguments = parser.parse_args()
    low = []
    if arguments.spec:
        low += measure_spec(arguments.spec)
    if arguments.speed:
        low += measure_speed()
    if arguments.floors and low:
        sys.exit("below the floor: " + ", ".join(low))


# --- a peer's cases ---------------------------------------------------------------------------------


def measure_spec(folder: Path) -> list[str]:
    """Prints the failures and a line of figures for each file; returns the files below their floor."""
    reason_of = {case: reason for reason, cases in EXCEPTIONS.items() for case in cases}
    lines, low, used, total = [], [], Counter[str](), 0
    for path in sorted(folder.glob("*/Dutch/*.json")):
        cases = [case for case in json.loads(path.read_text(encoding="utf-8-sig")) if _in_scope(case)]
        ordinary = [case for case in cases if case["Input"].strip() not in reason_of]
        used.update(reason_of[case["Input"].strip()] for case in cases if case["Input"].strip() in reason_of)
        wrong = [failure for case in ordinary if (failure := _failure(case, path.stem))]
        share = 1 - len(wrong) / len(ordinary)
        total += len(cases)
        print(f"\n{path.stem}")
        print("".join(f"{failure}\n" for failure in wrong), end="")
        left_out = len(cases) - len(ordinary)
        lines.append(f"{path.stem:18}{len(cases):10}{left_out:12}{share:10.3f}{FLOORS[path.stem]:8.2f}")
        if share < FLOORS[path.stem]:
            low.append(path.stem)
    print(f"\n{'file':18}{'in scope':>10}{'exceptions':>12}{'right':>10}{'goal':>8}", *lines, sep="\n")
    print(f"\nexceptions: {used.total()} of {total} in scope ({used.total() / total:.1%})")
    print("".join(f"  {number:3} {reason}\n" for reason, number in used.most_common()), end="")
    return low


def _in_scope(case: dict[str, Any]) -> bool:
    return not any(_foreign(result) for result in case["Results"])


def _foreign(result: dict[str, Any]) -> bool:
    """Whether an answer is of a kind that is not in scope."""
    text = result["Text"]
    if "Value" not in result:
        return bool(_ARITHMETIC.search(text))
    value = result["Value"]
    answers = {**(value.get("FutureResolution") or {}), **(value.get("PastResolution") or {})}
    impossible = "0001-01-01" in answers.values()
    return impossible or bool(_PARTS.search(text)) or bool(_CLOCK.search(value["Timex"]))


def _failure(case: dict[str, Any], stem: str) -> str:
    """What came out otherwise, or nothing."""
    theirs, ours = list(_theirs(case)), _ours(case, stem)
    left = list(ours)
    for their in theirs:
        fitting = [our for our in left if our.text == their.text and _same(their, our)]
        if fitting:
            left.remove(fitting[0])
    if len(theirs) == len(ours) and not left:
        return ""
    return f"  {case['Input']!r}\n    theirs {theirs}\n    ours   {ours}"


def _same(theirs: Answer, ours: Answer) -> bool:
    return bool(set(theirs.values) & set(ours.values)) or _within(theirs, ours)


def _plain(text: str) -> str:
    return _LEADING.sub("", text.lower()).strip(" .,-")


def _theirs(case: dict[str, Any]) -> Iterator[Answer]:
    for result in case["Results"]:
        if "Value" in result:
            unknown = ("PAST_REF", "FUTURE_REF") if _UNKNOWN.search(result["Text"]) else ()
            yield Answer(_plain(result["Text"]), (*_date_values(result["Value"]), *unknown))
        else:
            value = str(result["Resolution"].get("value"))
            if from_end := re.fullmatch(r"end([+-]\d)", value):
                yield Answer(_plain(result["Text"]), (1.0 - int(from_end[1]),))
            else:
                if not re.fullmatch(r"-?[\d.,E+-]+", value):
                    continue  # a currency's name without an amount
                coin = _COINS.get(result["Resolution"].get("unit", ""), 1.0)
                yield Answer(_plain(result["Text"]), (round(coin * float(value.replace(",", ".")), 6),))


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
        elif day := answer.get("startDate") or answer.get("endDate"):
            yield day, day
    yield value["Timex"]
    if value["Timex"] in ("SP", "SU", "FA", "WI"):
        yield from (f"{year}-{value['Timex']}" for year in range(2000, 2040))
    if re.fullmatch(r"P[23][DWMY]", value["Timex"]):
        yield re.sub(r"\d", "X", value["Timex"])


def _period_ends(first: date) -> Iterator[str]:
    """The last days of the day, month and year that begin with this day: ends that are named and meant included."""
    periods = [calendar_day(first.year, first.month, first.day)]
    if first.weekday() == 0:
        yield (first + timedelta(days=6)).isoformat()
    if first.day == 1:
        periods.append(calendar_day(first.year, first.month))
    if first.day == first.month == 1:
        periods.append(calendar_day(first.year))
    for period in periods:
        if period.last:
            yield period.last.isoformat()


def _ours(case: dict[str, Any], stem: str) -> list[Answer]:
    text = case["Input"]
    if stem in _DATES:
        published = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        found = find_dates(text, published)
        if stem == "DurationParser":
            mentions = [m for m in found if m.type == "DURATION"]
        elif stem == "DatePeriodParser":
            mentions = [m for m in found if m.rule != "ago"]
        else:
            mentions = found
        return [
            Answer(_plain(text[m.start : m.end]), ((m.earliest, m.latest) if m.earliest else m.value, m.value))
            for m in mentions
        ]
    return [
        Answer(_plain(text[m.start : m.end]), (round(m.value, 6),))
        for m in find_numbers(text)
        if m.kind in _KINDS[stem]
    ]


def _within(theirs: Answer, ours: Answer) -> bool:
    """A day of the peer's inside the week, month or year of ours, for distances in those units."""
    if not re.search(
        r"geleden|terug|later|vanaf|\bna\b|^(?:\w+ )?(?:week|weken|maand|maanden|jaar)\b|\d+ \w+$|\w+ \w+$", theirs.text
    ):
        return False
    days = [value for value in theirs.values if isinstance(value, tuple)]
    spans = [value for value in ours.values if isinstance(value, tuple)]
    return any(first <= day[0] <= last and day[0] == day[1] for day in days for first, last in spans)


# --- what the pipes cost ----------------------------------------------------------------------------


def measure_speed() -> list[str]:
    """Prints what the two pipes cost in parts of the embedded model's time; returns their name if that is too much."""
    from speed import pipe_shares  # beside this file; loads the model

    shares, _, _ = pipe_shares(("voetbal_dates", "voetbal_numbers"), 120, rounds=6)
    print(f"\n{'pipe':18}{'of the model':>14}")
    print("".join(f"{name:18}{share:14.1%}\n" for name, share in shares.items()), end="")
    print(f"{'together':18}{sum(shares.values()):14.1%}   (goal {SPEED_GOAL:.0%})")
    return ["speed of dates and numbers"] if sum(shares.values()) > SPEED_GOAL else []


if __name__ == "__main__":
    main()
