"""Reading and validating the tables of a finished run.

A run's tables lie in OUT/tables/, one CSV file each, beside the datapackage.json that describes them.
`read_rows` streams, whatever the size; `read_table` loads a table as a typed data frame.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import FatalError, NoRun, UnknownTable
from pipeline.schema import TABLES, Column, Table, restore_cell

if TYPE_CHECKING:
    import pandas

FOLDER = "tables"
PACKAGE = "datapackage.json"

#: A table's row as read: text by column name, formula cells restored, "" for unknown.
Row = dict[str, str]

#: One sentence can be as long as the longest article; csv gives up at 131,072 characters unless told otherwise.
_LONGEST_CELL = 2**31 - 1


class OtherSchema(FatalError):
    """A table with other columns than this version's."""

    slug = "other-schema"
    template = "{path} has other columns than this version writes; run again"


class Problem(NamedTuple):
    """Something in a run's tables that the data package does not allow."""

    table: str
    row: int | None  # line of the file counted in rows, 1 = header; None for the table as a whole
    column: str  # empty when it is about more than one
    message: str

    def __str__(self) -> str:
        place = f"row {self.row}" if self.row else ""
        where = ", ".join(part for part in (self.table, place, self.column) if part)
        return f"{where}: {self.message}" if where else self.message


def find_table(name: str) -> Table:
    """The table of that name. Raises UnknownTable, which lists those that exist."""
    if name not in TABLES:
        raise UnknownTable(table=name, tables=", ".join(TABLES))
    return TABLES[name]


def table_path(out: Path, name: str) -> Path:
    """Where the table's file lies in a run. Raises UnknownTable, and NoRun when it is not there."""
    path = out / FOLDER / f"{find_table(name).name}.csv"
    if not path.is_file():
        raise NoRun(path=out)
    return path


def read_rows(out: Path, name: str) -> Iterator[Row]:
    """The rows of a table in the order of the file, one at a time.

    Raises UnknownTable, NoRun, and OtherSchema when the file's columns are not the schema's.
    """
    return rows_of(table_path(out, name), find_table(name))


def rows_of(path: Path, table: Table) -> Iterator[Row]:
    """The rows of one file of that table; `read_rows` for tables that lie in any folder."""
    csv.field_size_limit(_LONGEST_CELL)
    words = [column for column in table.columns if column.free_text]
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        if tuple(next(lines, ())) != table.names:
            raise OtherSchema(path=path)
        for cells in lines:
            if len(cells) != len(table.columns):
                raise OtherSchema(path=path)
            row = dict(zip(table.names, cells, strict=True))
            for column in words:
                row[column.name] = restore_cell(row[column.name], column)
            yield row


def value_of(text: str, column: Column) -> str | int | float | bool | None:
    """A read cell as a value of the column's type; None when it is empty. Days stay text."""
    if not text:
        return None
    if column.type == "boolean":
        return text == "true"
    if column.type == "integer" or (column.type == "number" and "." not in text):
        return int(text)
    return float(text) if column.type == "number" else text


def read_table(out: Path, name: str) -> pandas.DataFrame:
    """A whole table as a data frame, typed by the schema.

    Integers are Int64, numbers Float64, booleans boolean, all with <NA> for unknown; the rest is text,
    with "" for unknown. Days stay text in ISO 8601, as some lie outside pandas' timestamps and others
    are known only in part. Raises like `read_rows`.
    """
    import pandas

    path, table = table_path(out, name), find_table(name)
    # "NA", "null" and "None" are names like any other: only the schema says what is missing.
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    if tuple(frame.columns) != table.names:
        raise OtherSchema(path=path)
    for column in table.columns:
        cells = frame[column.name]
        if column.free_text:
            frame[column.name] = cells.map(lambda cell, column=column: restore_cell(cell, column))
        elif column.type == "boolean":
            frame[column.name] = cells.map({"true": True, "false": False}).astype("boolean")
        elif column.type == "integer":
            frame[column.name] = cells.replace("", None).astype("Int64")
        elif column.type == "number":
            frame[column.name] = cells.replace("", None).astype("Float64")
    return frame


def validate(out: Path) -> list[Problem]:
    """What frictionless finds wrong with the tables of a run: an empty list when all is well.

    Types, required cells, vocabularies, keys, references, and each file's size and checksum. Reads every
    table whole and keeps its keys in memory. Raises NoRun.
    """
    import frictionless

    package = out / FOLDER / PACKAGE
    if not package.is_file():
        raise NoRun(path=out)
    report = frictionless.validate(str(package))
    general = [Problem("", None, "", error.message) for error in report.errors]
    return general + [
        Problem(
            task.name,
            getattr(error, "row_number", None),
            getattr(error, "field_name", ""),
            error.message,
        )
        for task in report.tasks
        for error in task.errors
    ]
