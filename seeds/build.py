"""Rebuild the rows of seeds/ that come from openfootball; rows written by hand stay as they are.

Usage: python seeds/build.py OPENFOOTBALL_FOLDER

OPENFOOTBALL_FOLDER holds the checkouts `clubs` and `players` of https://github.com/openfootball (CC0 1.0,
public domain). Every row of clubs.csv, club_aliases.csv, people.csv, people_aliases.csv and places.csv with
`source` openfootball is made anew from them; a row with `source` editorial wins over an openfootball row of the
same key. openfootball_names.csv says which openfootball name stands for which id of ours, and what to leave out.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

SEEDS = Path(__file__).resolve().parent

#: openfootball's file prefixes that are no ISO 3166-1 alpha-2 code; the names of their home nations follow ISO 3166-2.
COUNTRY_CODES = {"eng": "GB-ENG", "sco": "GB-SCT", "wal": "GB-WLS", "nir": "GB-NIR", "kos": "XK"}
#: Where a trailing "FC" or "AFC" is left off in Dutch: Arsenal, not Arsenal FC.
BARE_NAME_COUNTRIES = {"GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE"}
POSITIONS = {"G": "goalkeeper", "D": "defender", "M": "midfielder", "F": "forward"}
#: An official name longer than this stands in a register, not in an article.
LONGEST_ALIAS = 32
#: Capitals up to this length are an abbreviation that belongs to several clubs or to no article.
LONGEST_ACRONYM = 5
#: Letters that Unicode does not split into a base letter and a mark.
UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ə": "a"}
)

PLAYER = re.compile(
    r"(?P<name>[^,]+),\s*(?P<position>[GDMF](?:\|[GDMF])*)\s*,\s*(?:-|\d\.\d+ m)\s*,"
    r"\s*b\. (?P<born>\d{1,2} [A-Z][a-z]{2} \d{4})(?:\s+@.*)?"
)
NICKNAME = re.compile(r'\s*"([^"]+)"\s*')
DEFUNCT = re.compile(r"\(\s*(?:\d{4})?\s*-\s*\d{4}\s*\)")
ABBREVIATION = re.compile(r"(?<!\bSt)(?<!\d)\.|^[A-Z]['-][a-zA-Z]|'$")

Row = dict[str, str]


class Club(NamedTuple):
    """A club as openfootball writes it."""

    country: str
    name: str
    team: str  # first | reserve
    city: str  # as written there, empty when not given
    aliases: list[str]


class Player(NamedTuple):
    """A player as openfootball writes him."""

    name: str
    nickname: str
    position: str  # empty when openfootball gives several
    nationality: str  # empty when he stands in the files of several countries
    birth_date: str  # YYYY-MM-DD


class Names(NamedTuple):
    """openfootball_names.csv: by (country, openfootball name) our id or name, empty to leave it out."""

    club: dict[tuple[str, str], str]
    alias: dict[tuple[str, str], str]
    person: dict[tuple[str, str], str]
    place: dict[tuple[str, str], str]


def slug(text: str) -> str:
    """Lower-case ASCII with hyphens: "Atlético Madrid" → "atletico-madrid"."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(UNDECOMPOSED))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "")).strip("-")


def read_rows(name: str, source: str = "") -> list[Row]:
    """Rows of a seed file, or only those of one source."""
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if not source or row["source"] == source]


def write_rows(name: str, rows: Iterable[Row]) -> int:
    """Write rows sorted by their columns under the header the file has; returns how many."""
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    ordered = sorted([row[column] for column in header] for row in rows)
    with (SEEDS / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *ordered])
    return len(ordered)


def read_names() -> Names:
    """The renames and omissions, by kind."""
    names = Names({}, {}, {}, {})
    for row in read_rows("openfootball_names.csv"):
        getattr(names, row["kind"])[row["country"], row["openfootball"]] = row["id"]
    return names


def country_code(path: Path) -> str:
    prefix = path.name.split(".")[0]
    return COUNTRY_CODES.get(prefix, prefix.upper())


def read_clubs(folder: Path) -> Iterator[Club]:
    """Every club and second team below `folder` that still exists."""
    for path in sorted(folder.glob("*/*/*.clubs.txt")):
        current: Club | None = None
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.split("#")[0].rstrip()
            if text.lstrip().startswith("|"):
                if current:
                    current.aliases.extend(part.strip() for part in text.split("|") if part.strip())
            elif text and not text.startswith((" ", "=")):
                if current:
                    yield current
                current = parse_club(country_code(path), text)
        if current:
            yield current


def parse_club(country: str, text: str) -> Club | None:
    """The head line of a club; None when it says that the club is no more."""
    if DEFUNCT.search(text):
        return None
    name, *facts = (part.strip() for part in text.split(","))
    team = "reserve" if name.startswith("ii)") else "first"
    name, *aliases = (part.strip() for part in re.sub(r"\(.*?\)", "", name.removeprefix("ii)")).split("|"))
    places = [fact for fact in facts if not re.fullmatch(r"\d{4}.*", fact) and not fact.startswith("@")]
    city = re.split(r"[(›]", places[0])[0].strip(" ?") if places else ""
    return Club(country, " ".join(name.split()), team, city, aliases)


def read_players(folder: Path) -> tuple[list[Player], list[str]]:
    """Every player below `folder` and the lines that could not be read.

    A player who stands in the files of several countries gets no nationality: they do not say which he plays for.
    """
    found: dict[tuple[str, str], tuple[str, str, set[str]]] = {}
    unread: list[str] = []
    for path in sorted(folder.glob("*/*/*.players.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip() or line.startswith(("#", "=")):
                continue
            match = PLAYER.fullmatch(line.split("#")[0].strip())
            if match is None:
                unread.append(f"{path.name}: {line.strip()}")
                continue
            born = datetime.strptime(match["born"], "%d %b %Y").date().isoformat()
            nickname = NICKNAME.search(match["name"])
            name = NICKNAME.sub(" ", match["name"]).strip()
            position = POSITIONS.get(match["position"], "")
            entry = found.setdefault((name, born), (nickname[1] if nickname else "", position, set()))
            entry[2].add(country_code(path))
    players = [
        Player(name, nickname, position, countries.pop() if len(countries) == 1 else "", born)
        for (name, born), (nickname, position, countries) in found.items()
    ]
    return players, unread


def usable_alias(alias: str) -> bool:
    """Whether an openfootball alias is a name one meets in print: no abbreviation, other script or register name."""
    tagged = re.search(r"\[(\w+)\]$", alias)
    letters = [c for c in alias if c.isalpha()]
    latin = all("LATIN" in unicodedata.name(c) for c in letters)
    acronym = alias.isupper() and len(alias) <= LONGEST_ACRONYM
    readable = 3 <= len(alias) <= LONGEST_ALIAS and letters and latin and not ABBREVIATION.search(alias)
    return bool(readable and not acronym and (not tagged or tagged[1] == "nl"))


def build_clubs(clubs: list[Club], names: Names) -> tuple[list[Row], list[Row]]:
    """Rows of clubs.csv and club_aliases.csv: the editorial ones and openfootball's beside them.

    An alias that the editors gave to some club is not given to further ones. One word alone (Saturn, Victoria,
    Pacific) is too little to know a club that no editor has looked at: its kind is common.
    """
    editorial = {row["club_id"]: row for row in read_rows("clubs.csv", "editorial")}
    editorial_aliases = read_rows("club_aliases.csv", "editorial")
    taken = {row["alias"] for row in editorial_aliases}
    towns = {row["name"] for row in read_rows("places.csv", "editorial")}
    towns |= {row["form"] for row in read_rows("nationalities.csv") if row["kind"] == "country"}
    towns |= {club.city for club in clubs}
    leagues = {row["country"]: row["calendar"] for row in read_rows("competitions.csv") if row["level"] == "1"}

    rows = dict(editorial)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for club in clubs:
        key = (club.country, club.name)
        if names.club.get(key) == "":
            continue
        name = re.sub(r" A?FC$", "", club.name) if club.country in BARE_NAME_COUNTRIES else club.name
        club_id = names.club.get(key, "") or free_id(slug(name), rows, club.country)
        if club_id not in rows:
            city = names.place.get((club.country, club.city), club.city)
            calendar = leagues.get(club.country, "season")
            rows[club_id] = {
                "club_id": club_id, "name": name, "team": club.team, "gender": "men", "city": city,
                "country": club.country, "rank": "3", "calendar": calendar, "source": "openfootball",
            }  # fmt: skip
            owners[name].add(club_id)
        for alias in [club.name, *club.aliases]:
            alias = re.sub(r"\s*\[nl\]$", "", alias)
            if usable_alias(alias) and alias not in taken and names.alias.get((club.country, alias)) != "":
                owners[alias].add(club_id)

    aliases = list(editorial_aliases)
    for alias, club_ids in owners.items():
        shared = len(club_ids) > 1 or alias in taken or " " not in alias
        kind = "town" if alias in towns else "common" if shared else "name"
        for club_id in club_ids:
            aliases.append({"club_id": club_id, "alias": alias, "kind": kind, "source": "openfootball"})
    return list(rows.values()), aliases


def free_id(base: str, rows: dict[str, Row], country: str) -> str:
    """`base`, or with the country behind it where another club has it."""
    candidates = [base, f"{base}-{country.lower()}", *(f"{base}-{country.lower()}-{n}" for n in range(2, 9))]
    return next(candidate for candidate in candidates if candidate not in rows)


def build_people(players: list[Player], names: Names) -> tuple[list[Row], list[Row], int]:
    """Rows of people.csv and people_aliases.csv, and how many players were left out.

    Left out are players known by one word (a first name or an ordinary word: no article means them by it alone;
    the famous ones are editorial) and whom openfootball_names.csv leaves out. People of one slug get their year of
    birth behind it; one who may be the editorial person of that slug is taken to be that person.
    """
    rows = {row["person_id"]: row for row in read_rows("people.csv", "editorial")}
    aliases = read_rows("people_aliases.csv", "editorial")
    by_slug: defaultdict[str, list[Player]] = defaultdict(list)
    omitted = 0
    for player in players:
        person_id = names.person.get((player.nationality, player.name), slug(player.name))
        if person_id and " " in player.name:
            by_slug[person_id].append(player)
        else:
            omitted += 1
    for base, group in by_slug.items():
        known = rows.get(base)
        if known is not None:
            group = [player for player in group if not may_be(player, known)]
        shared = len(group) > 1 or known is not None
        for player in sorted(group, key=lambda p: (p.birth_date, p.nationality, p.name)):
            person_id = f"{base}-{player.birth_date[:4]}" if shared else base
            if person_id in rows:
                person_id = f"{base}-{player.birth_date}"
            if person_id in rows:
                person_id = f"{person_id}-{player.nationality.lower()}"
            rows[person_id] = {
                "person_id": person_id, "name": player.name, "position": player.position,
                "nationality": player.nationality, "birth_date": player.birth_date, "gender": "man",
                "role": "player", "source": "openfootball",
            }  # fmt: skip
            if player.nickname:
                aliases.append({"person_id": person_id, "alias": player.nickname, "source": "openfootball"})
    return list(rows.values()), aliases, omitted


def may_be(player: Player, known: Row) -> bool:
    """Whether nothing tells the two apart: same birth date, or it is unknown and the nationality agrees."""
    if known["birth_date"]:
        return player.birth_date == known["birth_date"]
    return known["gender"] == "man" and known["nationality"] in ("", player.nationality)


def build_places(clubs: list[Club], names: Names) -> list[Row]:
    """Rows of places.csv: the editorial ones and the towns of clubs, under their Dutch names where we have one."""
    rows = {(row["name"], row["country"]): row for row in read_rows("places.csv", "editorial")}
    for club in clubs:
        city = names.place.get((club.country, club.city), club.city)
        if re.fullmatch(r"[^\W\d_][\w .'’-]{3,}", city):
            rows.setdefault((city, club.country), {"name": city, "country": club.country, "source": "openfootball"})
    return list(rows.values())


def main() -> None:
    """Rebuild from the folder given and print the counts."""
    parser = argparse.ArgumentParser(
        description="Rebuild the openfootball rows of seeds/.",
        epilog="openfootball is published at https://github.com/openfootball (clubs, players) under CC0 1.0.",
    )
    parser.add_argument("folder", type=Path, help="folder that holds openfootball's clubs and players")
    folder: Path = parser.parse_args().folder
    names = read_names()
    clubs = list(read_clubs(folder / "clubs"))
    players, unread = read_players(folder / "players")
    if not clubs or not players:
        parser.error(f"{folder} has no clubs/*/*/*.clubs.txt or no players/*/*/*.players.txt")

    people_rows, people_aliases, omitted = build_people(players, names)
    club_rows, club_aliases = build_clubs(clubs, names)
    place_rows = build_places(clubs, names)
    for name, rows in (
        ("clubs.csv", club_rows),
        ("club_aliases.csv", club_aliases),
        ("people.csv", people_rows),
        ("people_aliases.csv", people_aliases),
        ("places.csv", place_rows),
    ):
        print(f"{name}: {write_rows(name, rows)} rows")
    print(f"{omitted} players left out, {len(unread)} lines of players not read")
    for line in unread[:20]:
        print(f"  {line}")


if __name__ == "__main__":
    main()
