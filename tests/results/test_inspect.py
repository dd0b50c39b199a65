"""Choosing rows and showing them."""

from __future__ import annotations

import json

import pytest
from rich.console import Console

from pipeline.errors import UnknownColumn, UnknownRow, UnknownTable
from pipeline.results.inspect import DEFAULT_COLUMNS, Query, as_csv, as_json, parse_condition, select, show
from pipeline.results.rendering import visible
from pipeline.schema import TABLES


def screen(renderable, width: int = 100) -> str:
    console = Console(width=width, color_system=None, force_terminal=False)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


def test_default_columns_are_columns():
    assert list(DEFAULT_COLUMNS) == list(TABLES)
    for name, columns in DEFAULT_COLUMNS.items():
        assert set(columns) <= set(TABLES[name].names)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query("stats"), ["57a7", "57a8"]),
        (Query("stats", article="psv-1"), ["57a7"]),
        (Query("stats", article="=wild"), ["57a8"]),
        (Query("stats", article="wild"), []),
        (Query("stats", person="luuk-de-jong"), ["57a7"]),
        (Query("stats", person="LUUK DE JONG"), ["57a7"]),
        (Query("stats", person="de jong"), ["57a7"]),
        (Query("stats", person="Mats Moller Daehli"), []),
        (Query("stats", club="Malmo FF"), ["57a8"]),
        (Query("stats", club="psv"), ["57a7", "57a8"]),
        (Query("stats", where=(("metric", "goals"),)), ["57a7"]),
        (Query("stats", where=(("value", "-9"),)), ["57a8"]),
        (Query("stats", where=(("value", "9"),)), []),
        (Query("stats", where=(("opponent_id", ""),)), ["57a7"]),
        (Query("stats", club="psv", where=(("metric", "goals"),)), ["57a7"]),
    ],
)
def test_select(run, query, ids):
    assert [row["stat_id"] for row in select(run, query)] == ids


def test_an_entity_column_counts_only_for_its_own_kind(run):
    assert [row["text"] for row in select(run, Query("mentions", person="luuk-de-jong"))] == ["Luuk de Jong", "Hij"]
    assert [row["alias"] for row in select(run, Query("aliases", club="psv"))] == ["PSV"]
    assert [row["name"] for row in select(run, Query("people", person="De Jong"))] == ["Luuk de Jong"]


@pytest.mark.parametrize(
    ("query", "error"),
    [
        (Query("goals"), UnknownTable),
        (Query("people", article="psv-1"), UnknownColumn),
        (Query("rejects", person="luuk-de-jong"), UnknownColumn),
        (Query("stats", person="Niemand"), UnknownRow),
        (Query("stats", club="luuk-de-jong"), UnknownRow),
        (Query("stats", where=(("goals", "1"),)), UnknownColumn),
    ],
)
def test_questions_that_cannot_be_asked(run, query, error):
    with pytest.raises(error):
        select(run, query)


def test_conditions():
    assert parse_condition("text=a=b", "stats") == ("text", "a=b")
    with pytest.raises(UnknownColumn, match="no column 'metriek'; it has: stat_id"):
        parse_condition("metriek=goals", "stats")


def test_claims_come_in_the_order_of_the_texts(tmp_path, rows, write, words):
    sentence = "Hij maakte 14 doelpunten."
    stat = rows["stats"][0]
    rows["stats"] = [
        stat | words("14 doelpunten", sentence) | {"stat_id": "a1"},
        stat | words("Hij", sentence) | {"stat_id": "f9", "metric": "age"},
    ]
    out = write(tmp_path, rows)
    lines = screen(show(out, Query("stats"))).splitlines()
    assert [line.split()[0] for line in lines if line.split()[:1] in (["a1"], ["f9"])] == ["f9", "a1"]
    limited = screen(show(out, Query("stats"), limit=1))
    assert "age" in limited
    assert "goals" not in limited
    assert "1 of 2 rows" in limited


def test_the_number_of_rows_is_told(run):
    assert screen(show(run, Query("people"))).rstrip().endswith("2 rows")
    assert screen(show(run, Query("people"), limit=1)).rstrip().endswith("1 of 2 rows")
    assert screen(show(run, Query("matches"))).strip() == "0 rows"


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("table", list(TABLES))
def test_a_row_is_a_line_whatever_the_width(run, table, width):
    shown = screen(show(run, Query(table)), width)
    total = sum(1 for _ in select(run, Query(table)))
    if total:
        below = shown.splitlines()[[line.strip()[:1] for line in shown.splitlines()].index("─") + 1 :]
        assert [line.strip() for line in below].index("") == total
    else:
        assert shown == "0 rows\n"
    assert all(len(line) <= width for line in shown.splitlines())


def test_columns_without_room_are_named(run):
    narrow = screen(show(run, Query("contracts")), 60)
    assert "no room for" in narrow
    assert "article_id, text" in " ".join(narrow.split())
    assert "tekende" in screen(show(run, Query("contracts"), columns=["text", "rule"]), 60)
    with pytest.raises(UnknownColumn):
        show(run, Query("contracts"), columns=["words"])


def test_texts_cannot_act_on_the_terminal(run):
    shown = screen(show(run, Query("articles")), 120)
    assert "\x1b" not in shown
    assert "\\x1b[31m[bold]rood" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Çelik – ‘goal’", "Çelik – ‘goal’"),
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\x9bb", "a\\x9bb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb\u00a0c\td", "a b c d"),
        ("[red]rood[/red]", "[red]rood[/red]"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


def test_csv_has_the_form_of_the_file(run):
    path = run / "tables" / "articles.csv"
    assert "".join(as_csv(run, Query("articles"))) == path.read_bytes().decode()
    assert list(as_csv(run, Query("stats"), limit=1, columns=["metric", "value"])) == ["metric,value\n", "goals,14\n"]


def test_json_has_values(run):
    records = [json.loads(line) for line in as_json(run, Query("stats"), columns=["metric", "value", "unit"])]
    assert records == [
        {"metric": "goals", "value": 14, "unit": None},
        {"metric": "points_gap", "value": -9, "unit": None},
    ]
    (known,) = {json.loads(line)["known"] for line in as_json(run, Query("clubs"))}
    assert known is True
