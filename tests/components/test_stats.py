"""voetbal_stats: every rule's examples, and how numbers are tied to subject, club, competition and period."""

from __future__ import annotations

import time
from typing import Any

import pytest

from pipeline.components.rules import Example
from pipeline.components.stats import home, rules, teams
from pipeline.components.stats.nouns import metric_of
from pipeline.records import Claim
from tests.components.harness import check, examples, found, pipe, read


@pytest.mark.parametrize(("rule", "example"), examples(rules()), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "stats", "voetbal_stats")


@pytest.mark.parametrize(
    ("word", "metric"),
    [
        ("doelpunten", "goals"),
        ("competitiegoals", "goals"),
        ("tegentreffers", "goals_against"),
        ("bekerduels", "appearances"),
        ("interlands", "caps"),
        ("handicap", ""),
        ("gespeeld", ""),
    ],
)
def test_metric_of_a_noun(word: str, metric: str) -> None:
    assert metric_of(word) == metric


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "In 2023 scoorde [P Ueda] negen keer voor [C Feyenoord] in de [K Eredivisie].",
            {
                "club_id": "Feyenoord",
                "competition_id": "Eredivisie",
                "period_earliest": "2023-01-01",
                "period_latest": "2023-12-31",
            },
        ),
        (
            "[C Feyenoord]-spits [P Ueda] scoorde negen keer.",
            {"club_id": "Feyenoord", "competition_id": "", "period_text": ""},
        ),
        ("[P Ueda] scoorde sinds 2023 negen keer tegen [C Ajax].", {"club_id": "", "period_text": ""}),
        ("[P Ueda] maakte ruim negentig goals voor [T Japan].", {"national_team_id": "Japan", "qualifier": "at_least"}),
    ],
)
def test_scope(text: str, cells: dict[str, Any]) -> None:
    (row,) = found(Example(text, ()), "stats", "voetbal_stats")
    assert cells.items() <= row.items()


def test_the_same_number_twice_is_one_claim_with_what_both_tell() -> None:
    text = (
        "[C PSV] is koploper. [C PSV] gaat aan de leiding in de [K Eredivisie]. "
        "[C PSV] is koploper in de [K KNVB Beker]."
    )
    rows = found(Example(text, ()), "stats", "voetbal_stats")
    assert [row["competition_id"] for row in rows] == ["Eredivisie", "KNVB Beker"]


def test_claims_rest_on_their_words() -> None:
    doc = read("[P Ueda] maakte vijf goals en gaf twee assists.", "2024-11-15", "voetbal_stats")
    assert [doc.text[claim.start : claim.end] for claim in doc._.claims] == ["vijf goals", "twee assists"]


def _role(person: str, club: str, status: str = "current") -> Claim:
    values = {"person_id": person, "role": "head_coach", "status": status, "club_id": club, "national_team_id": ""}
    return Claim("roles", 0, 1, "role", values)


def test_a_coach_stands_for_the_one_side_he_leads() -> None:
    claims = [
        _role("person/a", "club/x"),
        _role("person/b", "club/x"),
        _role("person/b", "club/y"),
        _role("person/c", "club/z", "former"),
    ]
    assert teams(claims) == {"person/a": "club/x"}
    doc = read("[P Bosz] haalde zeventien punten uit tien duels.", "2024-11-15")
    doc._.claims = [_role("person/Bosz", "club/PSV")]
    stats = [claim.values for claim in pipe("voetbal_stats")(doc)._.claims if claim.table == "stats"]
    assert [(row["subject_id"], row["metric"]) for row in stats] == [
        ("club/PSV", "points"),
        ("club/PSV", "matches_played"),
    ]


def test_a_crowd_is_the_home_sides() -> None:
    text = (
        "[C Ajax] won met 2-0 bij [C NAC]. Er zaten 19.000 toeschouwers op de tribune. "
        "Voor 19.000 toeschouwers scoorde [P Godts]."
    )
    rows = found(Example(text, ()), "stats", "voetbal_matches", "voetbal_stats")
    assert [(row["subject_id"], row["metric"], row["value"]) for row in rows] == [("NAC", "attendance", 19000)]
    assert home([]) == ""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "[P Ueda] is terug. De spits maakte elf goals.",
            [("Ueda", "goals", 11)],
        ),
        ("[P Ueda] en [P Read] zijn terug. De spits maakte elf goals.", []),
        ("[C Genk] verloor van [C Gent]. De ploeg staat zevende.", [("Genk", "league_position", 7)]),
        ("Na negen op negen: [C Genk] wint weer.", [("Genk", "points", 9)]),
        (
            "- [C PSV]: 23 duels, 4 doelpunten\n- [C Ajax]: 11 duels, 2 doelpunten",
            [],
        ),
        (
            "[P Wit] won met [C Genk] van [C Gent]. Voor [C Genk] schijnt de zon. De club staat zevende.",
            [("Genk", "league_position", 7)],
        ),
        (
            "Met 92 interlands hoeft de aanvaller van [C Ajax] enkel [P Ueda] (96) te laten voorgaan.",
            [("Ueda", "caps", 96)],
        ),
        (
            "Met negen goals staat de spits van [C Ajax] onder [P Ueda] (12).",
            [("Ueda", "goals", 12)],
        ),
    ],
)
def test_who_is_spoken_of(text: str, rows: list[tuple[str, str, float]]) -> None:
    got = found(Example(text, ()), "stats", "voetbal_stats")
    assert [(row["subject_id"], row["metric"], row["value"]) for row in got] == rows


def test_time_does_not_grow_with_the_length_of_a_line() -> None:
    def seconds(repeats: int) -> float:
        doc = read("[P Ueda] scoorde twee keer in zeven duels voor [C Ajax] en " * repeats, "2024-11-15")
        began = time.perf_counter()
        pipe("voetbal_stats")(doc)
        return time.perf_counter() - began

    short = min(seconds(50) for _ in range(2))
    assert seconds(400) < 8 * short * 3
