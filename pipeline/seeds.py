"""Loads seeds/: the reference facts and word lists that reading rests on. See seeds/README.md for the columns."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from hashlib import sha256

from pipeline.data import data_folder
from pipeline.errors import SeedsDamaged
from pipeline.schema.values import POINTS_TO

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """All rows of a seed file, in file order. Raises SeedsDamaged when it is missing or ragged."""
    path = data_folder("seeds") / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            found = tuple(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SeedsDamaged(path=name, reason=error) from error
    for number, row in enumerate(found, 2):
        if None in row or None in row.values():
            raise SeedsDamaged(path=name, reason=f"line {number} has not as many cells as the header")
    return found


@cache
def by_id(name: str) -> dict[str, Row]:
    """Rows by their first column, which identifies them."""
    found = rows(name)
    key = next(iter(found[0])) if found else ""
    return {row[key]: row for row in found}


def entities(kind: str) -> dict[str, Row]:
    """What seeds/ know of all people, clubs, competitions or national teams, by id; `kind` as in `Entity.kind`."""
    return by_id(f"{POINTS_TO[kind]}.csv")


@cache
def grouped(name: str, column: str) -> dict[str, tuple[Row, ...]]:
    """Rows by the value of a column, those of one value in file order."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows(name):
        groups[row[column]].append(row)
    return {value: tuple(members) for value, members in groups.items()}


@cache
def words(name: str, column: str) -> str:
    """A regular expression for all values of a column, longest first, so that the longest wins."""
    values = sorted({row[column] for row in rows(name)}, key=lambda value: (-len(value), value))
    return "|".join(re.escape(value) for value in values)


def seed_digest(name: str) -> str:
    """What stands for a seed file in the digests of stages."""
    try:
        return sha256((data_folder("seeds") / name).read_bytes()).hexdigest()
    except OSError as error:
        raise SeedsDamaged(path=name, reason=error) from error
