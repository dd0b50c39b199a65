"""The known names of seeds/, as the recipe needs them: to tell clubs from other names, and to swap names."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Person(NamedTuple):
    """A name in its parts: "Virgil", "van Dijk". `family` is empty for who goes by one name."""

    given: str
    family: str

    @property
    def full(self) -> str:
        """The name as first told."""
        return f"{self.given} {self.family}".strip()

    @property
    def short(self) -> str:
        """The family name as it stands alone: "Van Dijk"."""
        alone = self.family or self.given
        return alone[0].upper() + alone[1:]


class Gazetteer(NamedTuple):
    """Known names by label. `clubs` and `national_teams` map a surface form to its kind (seeds/ formats)."""

    clubs: dict[str, str]
    club_rank: dict[str, int]  # best rank of a club that has this form
    national_teams: dict[str, str]
    competitions: frozenset[str]
    people: tuple[Person, ...]
    people_in_the_news: tuple[Person, ...]  # those that seeds/ lists of its own accord, women and coaches among them
    demonyms: frozenset[str]  # adjectives and inhabitants of countries
    countries: frozenset[str]
    towns: frozenset[str]


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a seeds file by column name; raises OSError when the file is not there."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def split_person(name: str) -> Person:
    """Part a full name in given and family name: the first word, and all the rest."""
    given, _, family = name.partition(" ")
    return Person(given, family)


def load(seeds: Path) -> Gazetteer:
    """Read the folder seeds/; raises OSError when one of its files is missing."""
    rank = {row["club_id"]: int(row["rank"]) for row in read_rows(seeds / "clubs.csv")}
    clubs: dict[str, str] = {}
    best: dict[str, int] = defaultdict(lambda: 3)
    for row in read_rows(seeds / "club_aliases.csv"):
        if len(row["alias"]) < 2:
            continue
        clubs.setdefault(row["alias"], row["kind"])
        best[row["alias"]] = min(best[row["alias"]], rank.get(row["club_id"], 3))
    people = [(split_person(row["name"]), row["source"]) for row in read_rows(seeds / "people.csv")]
    nationalities = list(read_rows(seeds / "nationalities.csv"))
    countries = frozenset(row["form"] for row in nationalities if row["kind"] == "country")
    return Gazetteer(
        clubs=clubs,
        club_rank=dict(best),
        national_teams={row["alias"]: row["kind"] for row in read_rows(seeds / "national_team_aliases.csv")},
        competitions=frozenset(row["alias"] for row in read_rows(seeds / "competition_aliases.csv")),
        people=tuple(person for person, _ in people),
        people_in_the_news=tuple(person for person, source in people if source == "editorial"),
        demonyms=frozenset(row["form"] for row in nationalities if row["kind"] != "country"),
        countries=countries,
        towns=frozenset(row["name"] for row in read_rows(seeds / "places.csv")) - countries,
    )
