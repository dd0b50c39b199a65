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


@pytest.mark.parametrize(
    ("text", "home", "away", "goals"),
    [
        # the subject stands before a parenthesis, behind it verb and object
        ("[C Ajax], al weken zonder zege, klopte [C PSV] voor eigen publiek met 3-1.", "Ajax", "PSV", (3, 1)),
        # a score that closes the sentence, told at its head
        ("[C Ajax] liet zich thuis verrassen door [C PSV], dat lang met tien man stond: 1-3.", "Ajax", "PSV", (1, 3)),
        # a relative clause with a result behind a day
        (
            "[C AZ] telt minder punten dan [C PSV], dat eerder op de dag met 5-0 gehakt maakte van [C Ajax].",
            "PSV",
            "Ajax",
            (5, 0),
        ),
        # whoever gives a side a point is not the side
        ("[P Til] bezorgde [C PSV] een punt op het veld van [C Ajax]: 1-1.", "Ajax", "PSV", (1, 1)),
        ("[C Ajax] kwam thuis tegen [C PSV] niet verder dan 1-1.", "Ajax", "PSV", (1, 1)),
        # in brackets behind the match
        ("[C PSV] zag hem debuteren in het uitduel met [C Ajax] (1-1).", "Ajax", "PSV", (1, 1)),
        # the place of the first match is not that of the second
        ("[C PSV] werd derde. [C Ajax] bleek te sterk voor [C PSV]. Het werd 3-2 bij [C Ajax].", "Ajax", "PSV", (3, 2)),
    ],
)
def test_results_told_in_other_orders(text: str, home: str, away: str, goals: tuple[int, int]) -> None:
    (row,) = matches(text)
    assert (row["home_club_id"], row["away_club_id"]) == (home, away)
    assert (row["home_goals"], row["away_goals"]) == goals


@pytest.mark.parametrize(
    ("text", "home", "away"),
    [
        ("[C Cercle] verlengt met hem. Op 24 november komt [C Genk] langs.", "Cercle", "Genk"),
        ("[C Telstar] wint. Vrijdag, wanneer [C VVV] op bezoek komt, ontbreekt hij.", "Telstar", "VVV"),
        ("Woensdag trekken de [C Waaslanders=Lokeren] naar [C Gent].", "Gent", "Lokeren"),
        ("- 24 november: [C Patro] - [C MVV]", "Patro", "MVV"),
        ("Alle ogen op [C Roma], dat donderdag in de [K Europa League] naar [C Porto] moet.", "Porto", "Roma"),
        ("Vier zeges op rij voor [C PEC], dat zondag [C Feyenoord] ontvangt.", "PEC", "Feyenoord"),
        ("[C Westerlo] won. Volgende opdracht is de verplaatsing naar [C Dender].", "Dender", "Westerlo"),
        ("[C Willem II], twaalfde met tien punten, krijgt zaterdag [C NEC] op bezoek.", "Willem II", "NEC"),
        ("[C Porto] telt vijf punten en geeft zondag [C Benfica] partij.", "Porto", "Benfica"),
    ],
)
def test_fixtures_of_the_side_told_of(text: str, home: str, away: str) -> None:
    (row,) = matches(text)
    assert (row["home_club_id"], row["away_club_id"], row["home_goals"]) == (home, away, "")


@pytest.mark.parametrize(
    "text",
    [
        "[P De Jong] scoorde zondag tegen [C Ajax] (1-0) voor [C PSV].",
        "[C VVV] is klaar. De assistent vertrekt per 1 januari naar [C Willem II].",
        "[C Standard] rekent op de komst van de spits van [C Troyes].",
        "[C Ajax] telt drie punten meer dan [C PSV], dat volgende zomer [P Til] ziet vertrekken.",
    ],
)
def test_no_match_is_told(text: str) -> None:
    assert matches(text) == []
