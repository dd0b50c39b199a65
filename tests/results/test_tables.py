"""Reading and validating a run's tables."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.errors import NoRun, UnknownTable
from pipeline.results.tables import OtherSchema, read_rows, read_table, validate
from pipeline.schema import TABLES


def test_rows_come_restored_and_in_order(run):
    rows = list(read_rows(run, "articles"))
    assert [row["article_id"] for row in rows] == ["nieuws/=wild", "psv-1"]
    assert rows[0]["title"] == "=1+1 \x1b[31m[bold]rood"
    assert (run / "tables" / "articles.csv").read_text().splitlines()[1].split(",")[2].startswith("'=1+1")


def test_frame_is_typed_by_the_schema(run):
    stats = read_table(run, "stats")
    assert {name: str(stats[name].dtype) for name in ("value", "start")} == {"value": "Float64", "start": "Int64"}
    assert stats["value"].tolist() == [14.0, -9.0]
    assert stats["unit"].tolist() == ["", ""]
    matches = read_table(run, "matches")
    assert len(matches) == 0
    assert str(matches["home_goals"].dtype) == "Int64"
    people = read_table(run, "people")
    assert people["known"].tolist() == [False, False]
    assert read_table(run, "articles")["title"][0] == "=1+1 \x1b[31m[bold]rood"


@pytest.mark.parametrize("name", ["NA", "null", "None", "nan", "1.0", "regel\nregel", "\rterug", '"', "'=x", "'t Veld"])
def test_names_that_look_like_something_else_stay_names(tmp_path, rows, write, name):
    rows["people"][1]["name"] = name
    out = write(tmp_path, rows)
    assert [row["name"] for row in read_rows(out, "people")][1] == name
    assert read_table(out, "people")["name"][1] == name


def test_unknown_goals_stay_unknown(tmp_path, rows, write, words, text):
    place = words("PSV", "Luuk de Jong tekende bij PSV tot medio 2026.")
    rows["matches"] = [{"match_id": "m1", "article_id": "psv-1", "venue": "unknown", "home_goals": 0} | place]
    matches = read_table(write(tmp_path, rows), "matches")
    assert matches["home_goals"][0] == 0
    assert matches["away_goals"].isna().all()


def test_a_sentence_may_be_a_megabyte(tmp_path, rows, write):
    rows["articles"][0]["title"] = "a" * 1_000_000
    titles = {row["article_id"]: row["title"] for row in read_rows(write(tmp_path, rows), "articles")}
    assert len(titles["psv-1"]) == 1_000_000


def test_missing_things_are_said(run, tmp_path):
    with pytest.raises(UnknownTable, match=r"no table 'goals'; there are: articles, mentions"):
        read_rows(run, "goals")
    with pytest.raises(NoRun):
        read_rows(tmp_path, "articles")
    with pytest.raises(NoRun):
        validate(tmp_path)


def test_a_table_of_another_version_is_refused(tmp_path, rows, write):
    out = write(tmp_path, rows)
    path = out / "tables" / "people.csv"
    path.write_text(path.read_text().replace("position", "place"))
    with pytest.raises(OtherSchema):
        list(read_rows(out, "people"))
    with pytest.raises(OtherSchema):
        read_table(out, "people")


def test_a_good_run_is_valid(run):
    assert validate(run) == []


def test_problems_are_rows(tmp_path, rows, write):
    out = write(tmp_path, rows)
    path = out / "tables" / "stats.csv"
    path.write_text(path.read_text().replace(",goals,14,", ",keepers,14,").replace("malmo-ff", "malmo"))
    people = out / "tables" / "people.csv"
    people.write_text(people.read_text().replace("luuk-de-jong", "l-de-jong"))
    problems = validate(out)
    assert ("stats", 2, "metric") in {problem[:3] for problem in problems}
    assert {problem.table for problem in problems if "l-de-jong" in problem.message or "foreign" in problem.message}
    assert {"stats", "people", "contracts"} <= {problem.table for problem in problems}
    assert any(str(problem).startswith("stats, row 2, metric: ") for problem in problems)


def test_streaming_needs_no_pandas():
    code = (
        "import sys; import pipeline.results.inspect, pipeline.results.explain, pipeline.results.evaluate;"
        "print([name for name in ('pandas', 'spacy', 'frictionless') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_tables_can_be_read(run):
    for name, table in TABLES.items():
        assert tuple(read_table(run, name).columns) == table.names
