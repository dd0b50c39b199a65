"""The schema: its declarations, cells, lines, order, checks and data package."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.schema import (
    CLAIM_TABLES,
    METRICS,
    POINTS_TO,
    ROLES,
    TABLES,
    Column,
    SchemaViolation,
    TableFile,
    check_row,
    csv_cell,
    csv_header,
    csv_line,
    datapackage,
    restore_cell,
    sort_key,
)

WORDS = Column("title", "string", "")
NUMBER = Column("value", "number", "")


def alias(**changed: Any) -> dict[str, Any]:
    return {"entity_type": "person", "entity_id": "luuk-de-jong", "alias": "De Jong", "mentions": 2} | changed


def stat(**changed: Any) -> dict[str, Any]:
    claim = {"stat_id": "a1", "article_id": "a", "start": 3, "end": 9, "text": "1 goal", "sentence": "s", "rule": "r"}
    subject = {"subject_type": "person", "subject_id": "luuk-de-jong", "metric": "goals", "value": 1}
    return claim | subject | {"qualifier": "exact"} | changed


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_declarations_agree_with_each_other(table):
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= {column.name for column in table.columns if column.required}
    for column in table.columns:
        assert column.type in ("string", "integer", "number", "boolean", "date")
        assert column.help
        if column.reference:
            target, key = column.reference
            assert TABLES[target].key == (key,)
        if column.by:
            assert any(value in POINTS_TO for value in table.column(column.by).enum)


def test_claims_can_point_at_their_words():
    assert [table.name for table in CLAIM_TABLES] == ["dates", "contracts", "stats", "roles", "transfers", "matches"]
    for table in CLAIM_TABLES:
        for name in ("article_id", "start", "end", "text", "sentence", "rule"):
            assert table.column(name).required, (table.name, name)


def test_vocabularies_have_no_value_twice():
    assert len(set(METRICS)) == len(METRICS) == 29
    assert len(set(ROLES)) == len(ROLES) == 19


@pytest.mark.parametrize(
    ("value", "column", "cell"),
    [
        (None, WORDS, ""),
        ("", WORDS, ""),
        ("Ajax", WORDS, "Ajax"),
        ("'t Veld", WORDS, "'t Veld"),
        ("=1+1", WORDS, "'=1+1"),
        ("+31", WORDS, "'+31"),
        ("-9", WORDS, "'-9"),
        ("@ajax", WORDS, "'@ajax"),
        ("\tx", WORDS, "'\tx"),
        ("\rx", WORDS, "'\rx"),
        ("'=1+1", WORDS, "''=1+1"),
        (-9, NUMBER, "-9"),
        (17.0, NUMBER, "17"),
        (1.85, NUMBER, "1.85"),
        (8_500_000.0, NUMBER, "8500000"),
        (1e-7, NUMBER, "0.0000001"),
        (True, Column("known", "boolean", ""), "true"),
        (False, Column("known", "boolean", ""), "false"),
    ],
)
def test_cell(value, column, cell):
    assert csv_cell(value, column) == cell


@given(st.text(alphabet="'=+-@\t\r\na\"1 ,", max_size=6))
def test_text_comes_back_as_it_was(text):
    cell = csv_cell(text, WORDS)
    assert restore_cell(cell, WORDS) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text(alphabet="'=\r\n\"a, ;", max_size=8))
def test_line_is_read_back_by_any_csv_reader(text):
    line = csv_line(alias(alias=text), TABLES["aliases"])
    assert line.endswith("\n")
    (cells,) = csv.reader(io.StringIO(line, newline=""))
    assert restore_cell(cells[2], TABLES["aliases"].columns[2]) == text


def test_lines_have_no_carriage_return_of_their_own():
    assert csv_header(TABLES["aliases"]) == "entity_type,entity_id,alias,mentions\n"
    assert csv_line(alias(alias='De "Jong", L.'), TABLES["aliases"]) == 'person,luuk-de-jong,"De ""Jong"", L.",2\n'


def test_rows_are_sorted_by_number_and_code_point():
    table = TABLES["mentions"]
    rows = [{"article_id": name, "start": start, "end": start + 1} for name, start in [("b", 2), ("a", 10), ("a", 9)]]
    ordered = sorted(rows, key=lambda row: sort_key(row, table))
    assert [(row["article_id"], row["start"]) for row in ordered] == [("a", 9), ("a", 10), ("b", 2)]
    assert sort_key({"article_id": "a", "start": "9", "end": "10"}, table) == ("a", 9, 10)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("aliases", alias()),
        ("stats", stat()),
        ("stats", stat(metric="points_gap", value=-9)),
        ("stats", stat(value=2.5, unit="", period_earliest="2024-07-01")),
        ("stats", stat(article_id="-nieuws/#1")),
    ],
)
def test_good_rows_pass(table, row):
    check_row(row, TABLES[table])


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"metric": "keepers"}, "column metric: 'keepers' is not one of appearances"),
        ({"value": None}, "column value: '' is required"),
        ({"value": "veel"}, "column value: 'veel' is not of type number"),
        ({"value": float("nan")}, "column value: 'NaN' is not of type number"),
        ({"value": "1.000,5"}, "is not of type number"),
        ({"start": -1}, "column start: '-1' is below 0"),
        ({"start": 2.5}, "column start: '2.5' is not of type integer"),
        ({"subject_id": "person/Luuk"}, "column subject_id: 'person/Luuk' is not of the form"),
        ({"period_latest": "2026-06-31"}, "column period_latest: '2026-06-31' is not of type date"),
        ({"period_latest": "20260630"}, "is not of type date"),
        ({"text": ""}, "column text: '' is required"),
        ({"metrics": 1}, "column metrics: 1 has no column"),
    ],
)
def test_bad_rows_are_named(changed, message):
    with pytest.raises(SchemaViolation) as caught:
        check_row(stat(**changed), TABLES["stats"])
    assert message in str(caught.value)
    assert "table stats" in str(caught.value)


@pytest.mark.parametrize(
    "value", ["2022-10-05", "2022-10", "2026-SU", "P3Y", "P0.5Y", "2024-07/2025-06", "2024-W45-WE"]
)
def test_timex_values_pass(value):
    dates = {"date_id": "d1", "article_id": "a", "start": 0, "end": 4, "text": "dit", "sentence": "dit", "rule": "r"}
    check_row(dates | {"type": "DATE", "value": value}, TABLES["dates"])
    check_row(dates | {"type": "DATE", "value": "PRESENT_REF"}, TABLES["dates"])
    with pytest.raises(SchemaViolation):
        check_row(dates | {"type": "DATE", "value": "medio 2026"}, TABLES["dates"])


def test_datapackage_is_the_schema():
    files = {name: TableFile(0, 10, "0" * 64) for name in TABLES}
    package = datapackage(files)
    assert json.dumps(package) == json.dumps(datapackage(files))
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    stats = next(resource for resource in package["resources"] if resource["name"] == "stats")
    assert [field["name"] for field in stats["schema"]["fields"]] == list(TABLES["stats"].names)
    assert stats["schema"]["primaryKey"] == ["stat_id"]
    assert {key["reference"]["resource"] for key in stats["schema"]["foreignKeys"]} == {
        "articles",
        "clubs",
        "national_teams",
        "competitions",
    }
    assert (stats["path"], stats["rows"], stats["bytes"], stats["hash"]) == ("stats.csv", 0, 10, "sha256:" + "0" * 64)
    assert "'" in package["description"]
