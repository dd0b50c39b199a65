"""Looking into the tables of a run: choose rows, then show them, or hand them on as CSV or JSON lines.

`select` streams the rows that fit a `Query`; `show` renders them for a terminal, `as_csv` and `as_json`
give lines for other programs. Nothing here needs more memory than the rows that are shown.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pipeline.dutch.names import folded
from pipeline.errors import UnknownColumn, UnknownRow
from pipeline.results.rendering import RowsView
from pipeline.results.tables import Row, find_table, read_rows, value_of
from pipeline.schema import POINTS_TO, TABLES, Column, Table, csv_cell, csv_join

#: What a terminal shows of each table unless columns are named: what the row says first, then where it says so.
#: Columns that are empty in all the rows shown are left out, and the article when the query names it.
DEFAULT_COLUMNS = {
    "articles": ("article_id", "title", "published", "outlet", "characters", "duplicate_of"),
    "mentions": ("article_id", "start", "text", "label", "entity_id", "found_by"),
    "people": ("person_id", "name", "position", "nationality", "birth_date", "articles", "mentions"),
    "clubs": ("club_id", "name", "team", "gender", "city", "country", "articles", "mentions"),
    "competitions": ("competition_id", "name", "kind", "country", "articles", "mentions"),
    "national_teams": ("national_team_id", "name", "team", "gender", "articles", "mentions"),
    "aliases": ("alias", "entity_type", "entity_id", "mentions"),
    "dates": ("date_id", "text", "value", "mod", "earliest", "latest", "article_id"),
    "contracts": ("contract_id", "person_id", "club_id", "kind", "end_date", "certainty", "article_id", "text"),
    "contracts_current": ("person_id", "club_id", "end_date", "published", "article_id"),
    "stats": ("stat_id", "subject_id", "metric", "value", "club_id", "competition_id", "article_id", "text"),
    "roles": ("role_id", "person_id", "role", "club_id", "national_team_id", "status", "article_id", "text"),
    "transfers": (
        *("transfer_id", "person_id", "from_club_id", "to_club_id", "type", "status", "fee_eur"),
        *("article_id", "text"),
    ),
    "matches": (
        *("match_id", "home_club_id", "home_national_team_id", "away_club_id", "away_national_team_id"),
        *("home_goals", "away_goals", "date_value", "competition_id", "article_id", "text"),
    ),
    "rejects": ("source", "stage", "error", "message"),
}

Test = Callable[[Row], bool]


class Query(NamedTuple):
    """Which rows of a table are wanted; an empty field asks nothing."""

    table: str
    article: str = ""  # its id, or the last part of it
    person: str = ""  # id, name or alias; case and accents do not matter
    club: str = ""  # likewise
    where: tuple[tuple[str, str], ...] = ()  # column and value; an empty value asks for empty cells


def parse_condition(text: str, table: str) -> tuple[str, str]:
    """ "column=value" as a pair for `Query.where`. Raises UnknownTable and UnknownColumn."""
    name, _, value = text.partition("=")
    return _column(find_table(table), name.strip()).name, value.strip()


def select(out: Path, query: Query) -> Iterator[Row]:
    """The rows that fit, in the order of the file.

    Raises, before the first row: UnknownTable, NoRun, UnknownColumn when the table cannot be asked that,
    UnknownRow when no person or club has that id, name or alias.
    """
    table = find_table(query.table)
    tests = [_is_value(_column(table, name), value) for name, value in query.where]
    if query.article:
        tests.append(_is_article(table, query.article))
    for kind, words in (("people", query.person), ("clubs", query.club)):
        if words:
            tests.append(_is_about(table, kind, find_entities(out, kind, words)))
    rows = read_rows(out, table.name)
    return (row for row in rows if all(test(row) for test in tests))


def find_entities(out: Path, kind: str, words: str) -> set[str]:
    """The ids in people or clubs (`kind`) of those with this id, name or alias.

    An id stands for itself alone. Raises UnknownRow when there is none.
    """
    (key,) = TABLES[kind].key
    wanted = folded(words)
    found = set()
    for row in read_rows(out, kind):
        if row[key] == words:
            return {words}
        if folded(row["name"]) == wanted:
            found.add(row[key])
    for row in read_rows(out, "aliases"):
        if POINTS_TO[row["entity_type"]] == kind and folded(row["alias"]) == wanted:
            found.add(row["entity_id"])
    if not found:
        raise UnknownRow(kind=kind, key=words, path=out)
    return found


def _column(table: Table, name: str) -> Column:
    column = table.column(name)
    if column is None:
        raise UnknownColumn(table=table.name, column=name, columns=", ".join(table.names))
    return column


def _is_value(column: Column, value: str) -> Test:
    form = folded if column.free_text else str.casefold
    return lambda row: form(row[column.name]) == form(value)


def _is_article(table: Table, article: str) -> Test:
    name = _column(table, "article_id").name
    ends = (f"/{article}", f"#{article}")
    return lambda row: row[name] == article or row[name].endswith(ends)


def _is_about(table: Table, kind: str, ids: set[str]) -> Test:
    """Whether a row points to one of these people or clubs, in whichever column."""
    own = table.key if table.name == kind else ()
    columns = [
        column
        for column in table.columns
        if column.name in own or column.by or (column.reference and column.reference[0] == kind)
    ]
    if not columns:
        raise UnknownColumn(table=table.name, column=TABLES[kind].key[0], columns=", ".join(table.names))
    return lambda row: any(
        row[column.name] in ids and (not column.by or POINTS_TO.get(row[column.by]) == kind) for column in columns
    )


# --- showing -------------------------------------------------------------------------------------


def show(out: Path, query: Query, limit: int | None = None, columns: Sequence[str] = ()) -> RowsView:
    """The rows that fit as a table for a terminal, at most `limit`, with how many there are.

    Claims come in the order of the articles' texts, other tables in the order of the file. Raises like
    `select`, and UnknownColumn for `columns`.
    """
    table = find_table(query.table)
    chosen = [_column(table, name) for name in columns or DEFAULT_COLUMNS[table.name]]
    total = 0

    def counted() -> Iterator[Row]:
        nonlocal total
        for row in select(out, query):
            total += 1
            yield row

    rows = _first(counted(), limit, by_text=table.claim)
    if not columns:
        hidden = {"article_id"} if query.article else set()
        chosen = [c for c in chosen if c.name not in hidden and any(row[c.name] for row in rows)]
    return RowsView(rows, chosen, total, whole=bool(columns))


def _first(rows: Iterable[Row], limit: int | None, *, by_text: bool) -> list[Row]:
    """The first rows, by place in the texts or as they come; all rows are gone through."""
    if by_text:
        return sorted(rows, key=_place) if limit is None else heapq.nsmallest(limit, rows, key=_place)
    kept = list(islice(rows, limit))
    for _ in rows:
        pass
    return kept


def _place(row: Row) -> tuple[str, int, int]:
    return row["article_id"], int(row["start"]), int(row["end"])


def as_csv(out: Path, query: Query, limit: int | None = None, columns: Sequence[str] = ()) -> Iterator[str]:
    """The rows that fit as lines of CSV with a header, in the form and order of the table's file.

    Formula cells stay neutralised. All columns unless some are named. Raises like `show`.
    """
    chosen = _chosen(query.table, columns)
    rows = islice(select(out, query), limit)
    yield csv_join(column.name for column in chosen)
    for row in rows:
        yield csv_join(csv_cell(row[column.name], column) for column in chosen)


def as_json(out: Path, query: Query, limit: int | None = None, columns: Sequence[str] = ()) -> Iterator[str]:
    """The rows that fit as JSON lines, in the order of the table's file.

    Numbers and booleans are such, unknown is null, formula cells are restored. All columns unless some
    are named. Raises like `show`.
    """
    chosen = _chosen(query.table, columns)
    for row in islice(select(out, query), limit):
        yield json.dumps({c.name: value_of(row[c.name], c) for c in chosen}, ensure_ascii=False) + "\n"


def _chosen(table: str, columns: Sequence[str]) -> list[Column]:
    found = find_table(table)
    return [_column(found, name) for name in columns or found.names]
