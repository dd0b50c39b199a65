"""tabulate: rows → CSV tables and the data package that describes them.

Each partition's rows are laid down sorted, one chunk a table; the tables are
then merged from the chunks as a stream. Nothing is kept in memory but the head of each chunk, and the result
depends on the rows alone, not on how they were partitioned.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from pipeline.schema import TABLES, csv_line, sort_key
from pipeline.stages.stage import Stage

Row = dict[str, Any]


class Line(NamedTuple):
    """A row on its way into a table: what it sorts by, and its CSV line."""

    key: list[Any]
    line: str


def lines(table: str, rows: Iterable[Row]) -> list[Line]:
    """The rows of one table as CSV lines, sorted by primary key."""
    schema = TABLES[table]
    return sorted(Line(list(sort_key(row, schema)), csv_line(row, schema)) for row in rows)


def current_contracts(contracts: Iterable[Row], published: Mapping[str, str]) -> list[Row]:
    """The contract that counts for each person and club: that of the latest article, then the latest end.

    Only contracts in force or being signed whose end is stated: an option, a denial or a rumour is none.
    """
    best: dict[tuple[str, str], Row] = {}
    for contract in contracts:
        if not (contract.get("person_id") and contract.get("club_id") and contract.get("end_date")):
            continue
        if contract["kind"] in ("option", "expired") or contract["certainty"] not in ("stated", "reported"):
            continue
        row = {name: contract[name] for name in ("person_id", "club_id", "end_date", "contract_id", "article_id")}
        row["published"] = published.get(contract["article_id"], "")
        pair = (row["person_id"], row["club_id"])
        if pair not in best or recency(row) > recency(best[pair]):
            best[pair] = row
    return list(best.values())


def recency(row: Row) -> tuple[str, str, str]:
    return row["published"], row["end_date"], row["contract_id"]


def merge(chunks: Iterable[Iterable[Line]]) -> Iterator[str]:
    """The CSV lines of all chunks in the order of their keys."""
    for line in heapq.merge(*chunks):
        yield line.line


def merge_current(chunks: Iterable[Iterable[tuple[list[Any], Row]]]) -> Iterator[Row]:
    """The one current contract of each person and club, from each partition's own."""
    merged = heapq.merge(*chunks, key=lambda item: item[0])
    for _, same in groupby(merged, key=lambda item: item[0]):
        yield max((row for _, row in same), key=recency)


def dump(line: Line) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def load(data: bytes) -> Line:
    key, line = json.loads(data)
    return Line(key, line)


STAGE = Stage(
    name="tabulate",
    help="Write the CSV tables and the data package that describes them.",
    reads=("normalize",),
    writes="tables/*.csv and tables/datapackage.json",
    code=("stages/tabulate.py", "schema/*.py", "run/tables.py"),
)
