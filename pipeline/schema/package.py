"""The description of a run's tables for other programs: a Frictionless Tabular Data Package (version 1).

Facts about the format are from specs.frictionlessdata.io: Data Package, Table Schema, CSV Dialect.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pipeline.schema.columns import Column, Table
from pipeline.schema.tables import TABLES

_DESCRIPTION = (
    "Football facts from Dutch and Flemish articles. An empty cell is an unknown value. In string fields without "
    "enum and pattern, a cell that begins with =, +, -, @, tab, CR or LF, or so after apostrophes, is written with "
    "one apostrophe (') more in front, so that no spreadsheet takes it for a formula; take one away to restore it. "
    "Characters are counted from 0; the end is exclusive."
)
_DIALECT = {
    "csvddfVersion": "1.2",
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}


class TableFile(NamedTuple):
    """The published file of one table."""

    rows: int  # without the header
    bytes: int
    sha256: str


def datapackage(files: Mapping[str, TableFile]) -> dict[str, Any]:
    """The content of datapackage.json for the files of all tables, by table name.

    The same files give the same description: it holds no time and no path. Raises KeyError when a
    table is missing.
    """
    return {
        "profile": "tabular-data-package",
        "name": "voetbaltabel",
        "title": "Football tables",
        "description": _DESCRIPTION,
        "resources": [_resource(table, files[table.name]) for table in TABLES.values()],
    }


def _resource(table: Table, file: TableFile) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.help,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "dialect": dict(_DIALECT),
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [column.name], "reference": _reference(table, column.reference)}
                for column in table.columns
                if column.reference
            ],
        },
    }


def _reference(table: Table, reference: tuple[str, str]) -> dict[str, Any]:
    target, column = reference
    # Table Schema writes a reference to the own table as an empty name.
    return {"resource": "" if target == table.name else target, "fields": [column]}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.help}
    return field | {"constraints": constraints} if constraints else field
