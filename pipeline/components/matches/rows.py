"""A match's row: its sides in home–away order as far as the words tell, its day and competition."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pipeline.components.claims import Found
from pipeline.components.clauses import clause, near
from pipeline.components.matches.sides import context, places, town
from pipeline.components.reading import Item, Sentence, pattern
from pipeline.records import Claim, TimeMention

IDENTITY = (
    "home_club_id",
    "away_club_id",
    "home_national_team_id",
    "away_national_team_id",
    "home_goals",
    "away_goals",
)

_HOME = (
    r"\b(?:thuis\b(?! (?:tegen|van) <CT> (?:gewonnen|verloren))|in eigen (?:huis|stadion|arena|land)"
    r"|voor eigen (?:publiek|aanhang|fans|supporters)|op eigen (?:veld|bodem|terrein|grasmat)|thuiswedstrijd"
    r"|thuisduel|thuisnederlaag|thuiszege|thuisoverwinning|thuisverlies|thuismatch|ontving|ontvangt"
    r"|kreeg .{0,20}op bezoek|in (?:het|de|hun|zijn) eigen)\b"
)
_AWAY = (
    r"\b(?:op bezoek|uit (?:bij|tegen|van)|(?<!<CT> )uit met|uitwedstrijd|uitduel|uitzege|uitnederlaag"
    r"|uitoverwinning|uitmatch"
    r"|op vreemde bodem|buitenshuis|te gast|op (?:het )?veld van|in het hol van|op verplaatsing|trok naar|reisde"
    r"|in en tegen|in het stadion van)\b"
)
_AT = (
    r"\b(?:bij|bezoek (?:bij|aan)|naar|te gast bij|uit bij|uit tegen|veld van|stadion van|hol van"
    r"|huis van) (?:(?!tegen|van|op|in|met|rust)[\w-]+ |nummer <N> ){0,3}$"
)


class Sides(NamedTuple):
    """Two sides in the order named, and which of them was at home, if the words tell."""

    first: Item
    second: Item
    home: Item | None


def match_claim(found: Found, sides: Sides, goals: dict[str, int], at: int, *items: Item | None) -> Claim:
    """A row: `goals` by entity key, empty for a fixture; in home–away order where that is known."""
    home, away = sides.first, sides.second
    if sides.home is not None and sides.home.entity == away.entity:
        home, away = away, home
    values: dict[str, Any] = dict.fromkeys(IDENTITY, "")
    for side, item in (("home", home), ("away", away)):
        kind = item.entity.partition("/")[0]
        values[f"{side}_{kind}_id"] = item.entity
        if goals:
            values[f"{side}_goals"] = goals[item.entity]
    values["venue"] = "home_away" if sides.home is not None else "unknown"
    date = _date(found.sentence, at)
    values |= {"date_value": "", "date_earliest": "", "date_latest": ""}
    if date is not None:
        values |= {"date_value": date.value, "date_earliest": date.earliest, "date_latest": date.latest}
    values["competition_id"] = _competition(found.sentence, at)
    return found.claim(sides.first, sides.second, *items, **values)


def _date(sentence: Sentence, at: int) -> TimeMention | None:
    """The day in a match's clause, or else the only one of the sentence around it."""
    start, end = clause(sentence, at)
    for low, high in ((start, end), (at - 200, at + 200)):
        dates = [item.value for item in near(sentence, low, high, "D")]
        days = [date for date in dates if isinstance(date, TimeMention) and date.earliest and len(date.value) >= 10]
        if len(days) == 1:
            return days[0]
    return None


def _competition(sentence: Sentence, at: int) -> str:
    keys = {item.entity for item in near(sentence, at - 200, at + 200, "K")}
    return keys.pop() if len(keys) == 1 else ""


def home_side(found: Found, first: Item, second: Item, start: int, end: int) -> Item | None:
    """The side at home by the words of [start, end): `first` acts, so "thuis" is his and "bij X" the other's."""
    sentence = found.sentence
    for item in (first, second):
        words = found.reading.text[item.start : item.end].lower()
        other = second if item is first else first
        if re.search(r"thuis(?:ploeg|club)|gastheer|gastheren|gastvrouw", words):
            return item
        if re.search(r"bezoekers|bezoekende|uitploeg", words):
            return other
    here = [item for item in (first, second) if sentence.start <= item.start < sentence.end]
    if second in here and pattern(_AT).search(sentence.skeleton[max(0, second.at - 60) : second.at]):
        return second
    words = sentence.skeleton[start:end]
    home, away = bool(pattern(_HOME).search(words)), bool(pattern(_AWAY).search(words))
    if home != away:
        return first if home else second
    return _by_town(sentence, first, second, start, end) or _of_heading(sentence, first, second)


def _by_town(sentence: Sentence, first: Item, second: Item, start: int, end: int) -> Item | None:
    """The side whose town the words name as the place."""
    for place in places(sentence, start, end):
        name = sentence.reading.text[place.start : place.end]
        at_home = [side for side in (first, second) if town(sentence.reading, side) == name]
        if len(at_home) == 1:
            return at_home[0]
    return None


def _of_heading(sentence: Sentence, first: Item, second: Item) -> Item | None:
    """The home side of the line "X - Y" above, where both sides are carried over from it."""
    pair = context(sentence)
    if pair is None or pair.home is None or {first.entity, second.entity} != {pair.first.entity, pair.second.entity}:
        return None
    return pair.home
