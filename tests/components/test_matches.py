"""voetbal_matches: every rule's examples, and how tellings of one match become one row."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.components.matches import RULES
from pipeline.components.rules import Example
from tests.components.harness import check, examples, found


@pytest.mark.parametrize(("rule", "example"), examples(RULES), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "matches", "voetbal_matches")


def matches(text: str, published: str = "2024-11-15") -> list[dict[str, Any]]:
    return found(Example(text, (), published), "matches", "voetbal_matches")


def test_one_match_told_twice_is_one_row_that_knows_what_both_tell() -> None:
    (row,) = matches(
        "[C PSV] wint met 3-1 van [C Ajax]\n\n"
        "[C PSV] heeft zaterdag in de [K Eredivisie] thuis met 3-1 gewonnen van [C Ajax]. "
        "[P Til] maakte de 1-0."
    )
    assert (row["home_club_id"], row["away_club_id"], row["home_goals"], row["away_goals"]) == ("PSV", "Ajax", 3, 1)
    assert (row["venue"], row["date_value"], row["competition_id"]) == ("home_away", "2024-11-09", "Eredivisie")


def test_a_fixture_that_has_been_played_is_no_row_of_its_own() -> None:
    (row,) = matches("[C Ajax] ontvangt [C PSV]. [C Ajax] won thuis met 2-0 van [C PSV].")
    assert row["home_goals"] == 2


def test_a_fixture_to_come_stands_beside_an_earlier_result() -> None:
    rows = matches("[C Ajax] ontvangt zondag [C PSV]. Vorig seizoen won [C Ajax] thuis met 2-0 van [C PSV].")
    assert [row["home_goals"] for row in rows] == ["", 2]


@pytest.mark.parametrize(
    ("text", "home", "away", "goals"),
    [
        ("[C De bezoekers=Ajax] wonnen met 2-0 van [C Sparta].", "Sparta", "Ajax", (0, 2)),
        ("[C Ajax] won met 2-0 op bezoek bij promovendus [C Sparta].", "Sparta", "Ajax", (0, 2)),
        ("[C Sparta] werd voor eigen publiek met 2-0 verslagen door [C Ajax].", "Sparta", "Ajax", (0, 2)),
        ("[T Spanje] - [T Italië] 2-1", "Spanje", "Italië", (2, 1)),
    ],
)
def test_goals_go_to_the_side_that_scored_them(text: str, home: str, away: str, goals: tuple[int, int]) -> None:
    (row,) = matches(text)
    assert (
        row["home_club_id"] or row["home_national_team_id"],
        row["away_club_id"] or row["away_national_team_id"],
    ) == (home, away)
    assert (row["home_goals"], row["away_goals"], row["venue"]) == (*goals, "home_away")


def test_the_opponent_may_be_the_other_side_of_the_lead() -> None:
    (row,) = matches("[C Sparta] en [C Ajax] beginnen om 20.00 uur. Het duel was snel beslist. [C Ajax] won met 2-0.")
    assert (row["home_club_id"], row["away_club_id"], row["home_goals"]) == ("Ajax", "Sparta", 2)
