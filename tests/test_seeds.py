"""The seed files keep their promises: columns, ids, references, allowed values, order, source."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

COLUMNS = {
    "clubs": "club_id name team gender city country rank calendar source",
    "club_aliases": "club_id alias kind source",
    "competitions": "competition_id name kind country gender calendar level source",
    "competition_aliases": "competition_id alias source",
    "national_teams": "national_team_id name country team gender source",
    "national_team_aliases": "national_team_id alias kind source",
    "nationalities": "country form kind source",
    "people": "person_id name position nationality birth_date gender role source",
    "people_aliases": "person_id alias source",
    "places": "name country source",
    "roles": "word role gender source",
    "metrics": "word metric source",
}
ALLOWED = {
    ("clubs", "team"): "first reserve youth",
    ("clubs", "gender"): "men women",
    ("clubs", "rank"): "1 2 3",
    ("clubs", "calendar"): "year season",
    ("club_aliases", "kind"): "name town common nickname inhabitants",
    ("competitions", "kind"): "league cup international",
    ("competitions", "gender"): "men women",
    ("competitions", "calendar"): "year season",
    ("national_teams", "team"): "first youth",
    ("national_teams", "gender"): "men women",
    ("national_team_aliases", "kind"): "name country nickname",
    ("nationalities", "kind"): "country adjective man woman people",
    ("people", "gender"): "man woman",
    ("people", "role"): "player coach other",
    ("roles", "role"): "head_coach assistant_coach interim_coach national_coach goalkeeper defender midfielder forward "
    "player captain technical_director sporting_director chairman owner agent scout referee journalist other",
    ("metrics", "metric"): "appearances starts goals assists clean_sheets minutes_played yellow_cards red_cards caps "
    "points points_gap matches_played league_position wins draws losses goals_for goals_against goal_difference titles "
    "unbeaten_matches winless_matches winning_streak attendance age height_m jersey_number transfer_fee_eur "
    "market_value_eur",
}
KEYS = {
    "clubs": ("club_id",),
    "club_aliases": ("club_id", "alias"),
    "competitions": ("competition_id",),
    "competition_aliases": ("competition_id", "alias"),
    "national_teams": ("national_team_id",),
    "national_team_aliases": ("national_team_id", "alias"),
    "nationalities": ("country", "form", "kind"),
    "people": ("person_id",),
    "people_aliases": ("person_id", "alias"),
    "places": ("name", "country"),
    "roles": ("word",),
    "metrics": ("word",),
}
REFERENCES = [
    ("club_aliases", "clubs", "club_id"),
    ("competition_aliases", "competitions", "competition_id"),
    ("national_team_aliases", "national_teams", "national_team_id"),
    ("people_aliases", "people", "person_id"),
]


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def countries() -> set[str]:
    return {row["country"] for row in rows("nationalities")}


@pytest.mark.parametrize("name", COLUMNS)
def test_file_is_plain_sorted_csv_with_its_columns(name: str) -> None:
    data = (SEEDS / f"{name}.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert list(rows(name)[0]) == COLUMNS[name].split()
    values = [list(row.values()) for row in rows(name)]
    assert values == sorted(values)


@pytest.mark.parametrize("name", COLUMNS)
def test_cells_are_trimmed_and_every_row_names_its_source(name: str) -> None:
    for row in rows(name):
        assert row["source"] in {"openfootball", "editorial"}, row
        assert all(value == value.strip() for value in row.values()), row


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_keys_are_filled_and_unique(name: str, key: tuple[str, ...]) -> None:
    counts = Counter(tuple(row[column] for column in key) for row in rows(name))
    assert [key for key, count in counts.items() if count > 1] == []
    assert all(values[0] for values in counts)


@pytest.mark.parametrize(("name", "column"), ALLOWED)
def test_only_allowed_values(name: str, column: str) -> None:
    assert {row[column] for row in rows(name)} <= set(ALLOWED[name, column].split())


@pytest.mark.parametrize(("aliases", "entities", "key"), REFERENCES)
def test_aliases_resolve(aliases: str, entities: str, key: str) -> None:
    assert {row[key] for row in rows(aliases)} <= {row[key] for row in rows(entities)}


@pytest.mark.parametrize("name", ["clubs", "competitions", "national_teams", "people"])
def test_ids_are_slugs(name: str) -> None:
    key = KEYS[name][0]
    assert [row[key] for row in rows(name) if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row[key])] == []


@pytest.mark.parametrize(("entities", "aliases"), [("clubs", "club_aliases"), ("competitions", "competition_aliases")])
def test_own_name_is_an_alias(entities: str, aliases: str) -> None:
    key = KEYS[entities][0]
    known = {(row[key], row["alias"]) for row in rows(aliases)}
    assert [row[key] for row in rows(entities) if (row[key], row["name"]) not in known] == []


@pytest.mark.parametrize(
    ("name", "column"), [("clubs", "country"), ("people", "nationality"), ("national_teams", "country")]
)
def test_countries_have_dutch_names(name: str, column: str) -> None:
    assert {row[column] for row in rows(name)} - countries() <= {""}


def test_every_country_has_a_name_and_most_have_people() -> None:
    kinds = Counter(row["kind"] for row in rows("nationalities"))
    assert kinds["country"] >= 200
    named = {row["country"] for row in rows("nationalities") if row["kind"] == "country"}
    assert countries() == named


def test_people_have_known_positions_and_whole_dates() -> None:
    positions = {"goalkeeper", "defender", "midfielder", "forward", ""}
    for row in rows("people"):
        assert row["position"] in positions, row
        assert re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", row["birth_date"]), row


@pytest.mark.parametrize("name", ["roles", "metrics"])
def test_words_are_lower_case(name: str) -> None:
    assert [row["word"] for row in rows(name) if row["word"] != row["word"].lower()] == []
    assert {row.get("gender", "") for row in rows(name)} <= {"", "woman"}


def test_short_aliases_are_only_those_the_press_uses() -> None:
    short = {row["alias"] for row in rows("club_aliases") if len(row["alias"]) < 3}
    assert short == {"AZ"}


@pytest.mark.parametrize(
    ("alias", "kind", "club_id"),
    [
        ("Ajax", "name", "ajax"),
        ("Utrecht", "town", "fc-utrecht"),
        ("Barcelona", "town", "barcelona"),
        ("Napoli", "name", "napoli"),
        ("United", "common", "manchester-united"),
        ("Union", "common", "union"),
        ("Godenzonen", "nickname", "ajax"),
        ("Rotterdammers", "inhabitants", "feyenoord"),
        ("Atalanta Bergamo", "name", "atalanta"),
        ("Bayer 04 Leverkusen", "name", "bayer-leverkusen"),
        ("Sporting Lissabon", "name", "sporting-cp"),
        ("Ajax Vrouwen", "name", "ajax-vrouwen"),
        ("Club NXT", "name", "club-nxt"),
    ],
)
def test_clubs_of_the_dutch_press(alias: str, kind: str, club_id: str) -> None:
    assert any(
        row["club_id"] == club_id and row["alias"] == alias and row["kind"] == kind for row in rows("club_aliases")
    )


def test_a_name_of_a_professional_club_is_no_name_of_another() -> None:
    ranks = {row["club_id"]: row["rank"] for row in rows("clubs")}
    names = [(row["alias"], row["club_id"]) for row in rows("club_aliases") if row["kind"] == "name"]
    first = {alias: club_id for alias, club_id in names if ranks[club_id] == "1"}
    assert [(alias, club_id) for alias, club_id in names if first.get(alias, club_id) != club_id] == []
