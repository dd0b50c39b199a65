"""What a column and a table are, and short ways to declare a column.

The types are those of Frictionless Table Schema: string, integer, number, boolean, date. A day that may
be known only in part ("2022-10") is a string with a pattern, because a date would have to be whole. An
empty cell is an unknown value in every column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.schema.values import SLUG


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    type: str  # string | integer | number | boolean | date
    help: str  # one line, for the data package and the documentation
    required: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""  # the whole cell must match; alternatives in brackets, as validators only add ^ and $
    minimum: int | None = None
    reference: tuple[str, str] | None = None  # table and column this one points to
    by: str = ""  # column that tells which table this one points to, see POINTS_TO

    @cached_property
    def free_text(self) -> bool:
        """Whether a cell may hold any words, so that a spreadsheet could take it for a formula."""
        return self.type == "string" and not self.enum and not self.pattern

    @cached_property
    def form(self) -> re.Pattern[str] | None:
        """The pattern, compiled; None when there is none."""
        return re.compile(self.pattern) if self.pattern else None


@dataclass(frozen=True)
class Table:
    """One table: a CSV file of a run."""

    name: str
    help: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]  # primary key: unique, and the order of the rows
    claim: bool = False  # rows rest on words of an article: article_id, start, end, text, sentence, rule

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The column names in order, as in the header of the CSV file."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column | None:
        """The column of that name, or None."""
        return next((column for column in self.columns if column.name == name), None)


def text(name: str, about: str, *, required: bool = False) -> Column:
    """Any words."""
    return Column(name, "string", about, required)


def one_of(name: str, about: str, enum: tuple[str, ...], *, required: bool = False) -> Column:
    """One value of a closed vocabulary."""
    return Column(name, "string", about, required, enum=enum)


def like(name: str, about: str, pattern: str, *, required: bool = False) -> Column:
    """A string of a fixed form."""
    return Column(name, "string", about, required, pattern=pattern)


def count(name: str, about: str, *, required: bool = False) -> Column:
    """A whole number from 0."""
    return Column(name, "integer", about, required, minimum=0)


def day(name: str, about: str) -> Column:
    """A day, ISO 8601."""
    return Column(name, "date", about)


def key(name: str, about: str, pattern: str) -> Column:
    """The table's own key."""
    return Column(name, "string", about, required=True, pattern=pattern)


def link(name: str, about: str, table: str, column: str, *, required: bool = False) -> Column:
    """A key of another table."""
    return Column(name, "string", about, required, pattern=SLUG, reference=(table, column))


def person(about: str = "the person meant") -> Column:
    """A key of people, never empty."""
    return link("person_id", about, "people", "person_id", required=True)


def club(name: str, about: str, *, required: bool = False) -> Column:
    """A key of clubs."""
    return link(name, about, "clubs", "club_id", required=required)


def competition(about: str) -> Column:
    """A key of competitions."""
    return link("competition_id", about, "competitions", "competition_id")


def national_team(name: str, about: str) -> Column:
    """A key of national_teams."""
    return link(name, about, "national_teams", "national_team_id")
