"""How values become cells and lines of a CSV file, and how a row is checked and ordered.

Two runs on the same input must give the same bytes, so there is one way to write each value: RFC 4180
quoting, "\\n" after a line, a decimal point, no thousands mark, no ".0", booleans true and false, nothing
for what is unknown.

A spreadsheet takes a cell that begins with =, +, -, @, tab, CR or LF for a formula and runs it (OWASP,
"CSV injection"). Free-text cells that begin so, or so after apostrophes, are written with one more apostrophe in
front, which makes the way back exact. Cells of other columns never need it: numbers must stay numbers, and the
patterns and enumerations of the rest leave no room for a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from pipeline.errors import FatalError
from pipeline.schema.columns import Column, Table

#: A cell of free text that gets an apostrophe in front, and one that has got it.
FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
NEUTRALISED = re.compile(r"'+[=+\-@\t\r\n]")

_FORMS = {
    "integer": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}


class SchemaViolation(FatalError):
    """A row that the schema does not allow: a fault of the program, never of an article."""

    slug = "schema"
    template = "table {table}, column {column}: {value!r} {reason}"


def cell_text(value: object) -> str:
    """The value as written, before neutralisation; None and "" give "".

    >>> [cell_text(value) for value in (None, True, 17.0, -9, 1.85, 8_500_000.0, "Ajax")]
    ['', 'true', '17', '-9', '1.85', '8500000', 'Ajax']
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    return str(value)


def csv_cell(value: object, column: Column) -> str:
    """The cell as it stands in the file, without quotes; see the module for what is neutralised."""
    text = cell_text(value)
    return "'" + text if column.free_text and FORMULA.match(text) else text


def restore_cell(cell: str, column: Column) -> str:
    """The value's text from a cell of a file: the reverse of `csv_cell`."""
    return cell[1:] if column.free_text and NEUTRALISED.match(cell) else cell


def csv_header(table: Table) -> str:
    """The first line of the table's file, with its line end."""
    return csv_join(table.names)


def csv_line(row: Mapping[str, object], table: Table) -> str:
    """The row as a line of the table's file, with its line end; a column the row lacks is empty."""
    return csv_join(csv_cell(row.get(column.name), column) for column in table.columns)


def csv_join(cells: Iterable[str]) -> str:
    """Cells as one line of RFC 4180, ended by a line feed."""
    buffer = io.StringIO()
    # With this terminator, every supported Python quotes both CR and LF; with "\n" older ones leave a CR bare.
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()[:-2] + "\n"


def sort_key(row: Mapping[str, object], table: Table) -> tuple[str | int, ...]:
    """What rows of the table are sorted by: the primary key, numbers as numbers, text by code point.

    The row is checked, or read back and restored: its key columns are filled.
    """
    return tuple(
        int(cell_text(row[column.name])) if column.type == "integer" else cell_text(row[column.name])
        for column in map(table.column, table.key)
        if column is not None
    )


def check_row(row: Mapping[str, object], table: Table) -> None:
    """Raise SchemaViolation when the row breaks the schema; run on every row before it is published.

    Checked are the column names, required cells, types, enumerations, patterns and minima. Whether keys
    are unique and references lead somewhere cannot be seen in one row.
    """
    for column in table.columns:
        text = cell_text(row.get(column.name))
        reason = _fault(text, column)
        if reason:
            raise SchemaViolation(table=table.name, column=column.name, value=text, reason=reason)
    for name in sorted(row.keys() - set(table.names)):
        raise SchemaViolation(table=table.name, column=name, value=row[name], reason="has no column to stand in")


def _fault(text: str, column: Column) -> str:
    """What is wrong with a cell's text, or ""."""
    if not text:
        return "is required" if column.required else ""
    if column.type != "string" and not _is_of_type(text, column.type):
        return f"is not of type {column.type}"
    if column.enum and text not in column.enum:
        return "is not one of " + ", ".join(column.enum)
    if column.form and not column.form.fullmatch(text):
        return f"is not of the form {column.pattern}"
    if column.minimum is not None and float(text) < column.minimum:
        return f"is below {column.minimum}"
    return ""


def _is_of_type(text: str, type_: str) -> bool:
    if not _FORMS[type_].fullmatch(text):
        return False
    if type_ == "date":
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
    return True
