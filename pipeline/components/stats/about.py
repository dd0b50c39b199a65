"""What a number is about: from a place in a sentence to a row's subject, club, competition and period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pipeline.components.claims import Found
from pipeline.components.clauses import clause, kind, near
from pipeline.components.reading import Item, Sentence, pattern
from pipeline.components.stats.subjects import career_side, own, subject
from pipeline.records import Claim, NumberMention, TimeMention
from pipeline.schema.values import METRIC_UNITS

#: Metrics that only a person has, and those that only a side (a club or national team) has.
PERSONAL = frozenset(
    [
        "appearances",
        "starts",
        "goals",
        "assists",
        "minutes_played",
        "caps",
        "age",
        "height_m",
        "jersey_number",
        "transfer_fee_eur",
        "market_value_eur",
    ]
)
OF_SIDES = frozenset(
    [
        "points",
        "points_gap",
        "matches_played",
        "league_position",
        "wins",
        "draws",
        "losses",
        "goals_for",
        "goals_against",
        "goal_difference",
        "unbeaten_matches",
        "winless_matches",
        "winning_streak",
        "attendance",
    ]
)
#: What a count of a person is called when a side has it, and the other way round.
_SIDE_NAME = {"goals": "goals_for", "appearances": "matches_played", "caps": "matches_played"}
#: Metrics that hold at one moment, so that a period near them is not theirs.
_TIMELESS = frozenset(["age", "height_m", "jersey_number", "transfer_fee_eur", "market_value_eur", "attendance"])
_COACH = r"(?:hoofd)?(?:trainer|coach)|oefenmeester|keuzeheer|bondscoach|t1"
_ELLIPTIC = (
    r"^\W*(?:(?:en|ook) )?(?:goed voor|met|waarvan|waarin|waarbij|inclusief|waaronder|in <NUX>|uit <N>|goals|<NX>)"
)
_FOR = (
    r"(?:\b(?:voor|namens|bij|met|van|in (?:dienst|het shirt|de kleuren) van)"
    r"(?: (?:de|het|zijn|haar|\w+e|oude?|huidige|<H>)){0,3} |[\w’']\()$"
)


def stat(
    found: Found,
    metric: str,
    value: Item | float,
    who: Item | None,
    *items: Item | None,
    at: int | None = None,
    **extra: str,
) -> Claim | None:
    """A row on a metric, or None when who it is about is unknown or cannot have it.

    `value` is a number's item or a plain number; `at` where it stands, if not at that item; `items` are
    further signs the claim rests on.
    """
    place = at if at is not None else value.at if isinstance(value, Item) else found.match.start()
    named = _named(found, metric, who, place)
    if named is None or who is None:
        return None
    metric, entity = named
    number = value.value if isinstance(value, Item) else None
    worth = value if isinstance(value, float | int) else number.value if isinstance(number, NumberMention) else None
    if worth is None:
        return None
    qualifier = number.qualifier if isinstance(number, NumberMention) and number.qualifier else "exact"
    claim = found.claim(
        *items,
        value if isinstance(value, Item) else None,
        subject_type=entity.partition("/")[0],
        subject_id=entity,
        metric=metric,
        value=float(worth),
        unit=METRIC_UNITS[metric],
        qualifier=qualifier,
        **{**_scope(found.sentence, metric, place, who, entity), **extra},
    )
    return claim if entity else None


def stats(*claims: Claim | None) -> Iterable[Claim]:
    return [claim for claim in claims if claim is not None]


def about(found: Found, metric: str, at: int) -> Item | None:
    """Who has a metric named at `at`: persons are preferred for what persons have, sides for the rest."""
    return subject(found.sentence, at, "CT" if metric in OF_SIDES else "P" if metric in PERSONAL else "PCT")


def _named(found: Found, metric: str, who: Item | None, at: int) -> tuple[str, str] | None:
    """The metric as it is called for this subject, and the subject's key; a coach stands for the side."""
    if who is None or not who.entity:
        return None
    if kind(who) == "person":
        if metric in _SIDE_NAME and metric != "caps" and _coaches(found, who):
            metric = _SIDE_NAME[metric]
        elif metric == "goals_for":
            metric = "goals"
        if metric in OF_SIDES and not (metric == "goals_against" and not _coaches(found, who)):
            side = team_of(found, who, at)
            return (metric, side) if side else None
        return metric, who.entity
    if kind(who) not in ("club", "national_team"):
        return None
    metric = _SIDE_NAME.get(metric, metric)
    return None if metric in PERSONAL else (metric, who.entity)


def _coaches(found: Found, person: Item) -> bool:
    """Whether a person is spoken of as a coach, whose goals and matches are those of his side."""
    if person.entity in found.reading.teams:
        return True
    before = found.sentence.skeleton[max(0, person.at - 24) : person.at]
    return own(found.sentence, person) and bool(re.search(rf"\b(?:[\w-]*(?:{_COACH})) $", before))


def team_of(found: Found, person: Item, at: int) -> str:
    """The side a coach leads, when the text tells: "met PSV" beside the count, his role, or an apposition."""
    sentence = found.sentence
    start, end = clause(sentence, at)
    for item in near(sentence, start, end, "CT"):
        if pattern(r"\bmet (?:<H> |zijn |haar )?$").search(sentence.skeleton[max(0, item.at - 20) : item.at]):
            return item.entity
    if known := found.reading.teams.get(person.entity):
        return known
    if not own(sentence, person):
        return ""
    around = sentence.skeleton[max(0, person.at - 40) : person.at + 60]
    place = person.at - max(0, person.at - 40)
    for match in pattern(
        rf"(?P<a><CT>)-(?:{_COACH}) <P>|(?:{_COACH}) <P> van (?P<b><CT>)|<P>,? (?:de )?(?:{_COACH}) (?:van"
        r"|bij) (?P<c><CT>)"
    ).finditer(around):
        if match.start() <= place < match.end():
            group = match.lastgroup or "a"
            at_side = match.start(group) + person.at - place
            return next((item.entity for item in near(sentence, at_side, at_side + 1, "CT")), "")
    return ""


def _scope(sentence: Sentence, metric: str, at: int, who: Item, entity: str) -> dict[str, Any]:
    """Club or team of a person, competition and period, as far as the words beside the number tell."""
    ranges = [clause(sentence, at)]
    if own(sentence, who) and who.at < ranges[0][0] and pattern(_ELLIPTIC).match(sentence.skeleton[slice(*ranges[0])]):
        ranges.append(clause(sentence, who.at))
    scope: dict[str, Any] = dict.fromkeys(
        (
            "club_id",
            "national_team_id",
            "competition_id",
            "opponent_id",
            "period_text",
            "period_earliest",
            "period_latest",
        ),
        "",
    )
    if metric in _TIMELESS:
        return scope
    for start, end in ranges:
        if kind(who) == "person" and entity == who.entity and not (scope["club_id"] or scope["national_team_id"]):
            side = _side_of(sentence, start, end, who)
            if side:
                scope["club_id" if side.startswith("club/") else "national_team_id"] = side
        if not scope["competition_id"]:
            scope["competition_id"] = _nearest_entity(near(sentence, start, end, "K"), at)
        if not scope["period_text"] and (period := _period(sentence, start, end, at)):
            scope.update(period)
    return scope


def _side_of(sentence: Sentence, start: int, end: int, who: Item) -> str:
    sides = {
        item.entity
        for item in near(sentence, start, end + 3, "CT")
        if item.entity and pattern(_FOR).search(sentence.skeleton[max(0, item.at - 40) : item.at])
    }
    if not sides and (line := career_side(sentence)):
        return line.entity if kind(line) == "club" else ""
    if not sides and own(sentence, who):
        behind = sentence.skeleton[who.at + 1 : who.at + 5]
        if match := pattern(r" \(<CT>\)").match(behind):
            sides = {item.entity for item in near(sentence, who.at + match.end() - 1, who.at + match.end(), "CT")}
        elif match := pattern(r"<CT>-[\w-]+ $").search(sentence.skeleton[max(0, who.at - 40) : who.at]):
            place = who.at - len(match[0])
            sides = {item.entity for item in near(sentence, place, place + 1, "CT")}
    return sides.pop() if len(sides) == 1 else ""


def _nearest_entity(items: list[Item], at: int) -> str:
    return min(items, key=lambda item: abs(item.at - at)).entity if items else ""


def _period(sentence: Sentence, start: int, end: int, at: int) -> dict[str, str]:
    """The date beside a number, unless it only tells since when or until when is counted."""
    dates = [
        item
        for item in near(sentence, start, end, "D")
        if not re.search(r"\b(?:sinds|vanaf|tot|per)(?: \w+)? $", sentence.skeleton[max(0, item.at - 16) : item.at])
        and isinstance(item.value, TimeMention)
        and item.value.earliest
    ]
    if not dates:
        return {}
    nearest = min(dates, key=lambda item: abs(item.at - at))
    date = nearest.value
    assert isinstance(date, TimeMention)
    text = sentence.reading.text[nearest.start : nearest.end]
    return {"period_text": text, "period_earliest": date.earliest, "period_latest": date.latest}


def number_of(found: Found) -> Item | None:
    """The number of a match: the first of the groups n, m, a, b, c, d that took part."""
    groups = found.match.groupdict()
    return next((item for group in "nmabcd" if group in groups and (item := found.item(group)) is not None), None)
