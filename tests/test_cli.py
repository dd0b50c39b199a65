"""The command as a user meets it: what it prints, what it exits with, what it does with bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from pipeline.cli import main
from pipeline.results.tables import read_rows
from pipeline.schema import TABLES
from tests.conftest import ARTICLES, write_articles

Voetbal = Callable[..., Result]


def rows(out: Path, table: str) -> list[dict[str, str]]:
    return list(read_rows(out, table))


def test_run_writes_all_tables(finished: Path) -> None:
    assert {path.stem for path in (finished / "tables").glob("*.csv")} == set(TABLES)
    assert len(rows(finished, "articles")) == len(ARTICLES)


def test_rows_point_at_their_words(finished: Path, voetbal: Voetbal) -> None:
    for table in ("dates", "contracts", "stats", "roles", "transfers", "matches"):
        for row in rows(finished, table):
            text = voetbal("text", finished, row["article_id"]).output
            assert text[int(row["start"]) : int(row["end"])] == row["text"]
            assert row["text"] in row["sentence"]


def test_a_contract_from_article_to_row(finished: Path) -> None:
    ends = {(row["person_id"], row["club_id"], row["end_date"], row["kind"]) for row in rows(finished, "contracts")}
    assert ("milan-vossen", "feyenoord", "2028-06-30", "extension") in ends


def test_validate_finds_nothing(finished: Path, voetbal: Voetbal) -> None:
    result = voetbal("validate", finished)
    assert (result.exit_code, result.output.strip()) == (0, "The tables are valid.")


def test_inspect_filters_and_forms(finished: Path, voetbal: Voetbal) -> None:
    assert "milan-vossen" in voetbal("inspect", finished, "contracts", "--person", "Milan Vossen").output
    assert "milan-vossen" not in voetbal("inspect", finished, "contracts", "--club", "Ajax").output
    line = voetbal(
        "inspect", finished, "clubs", "--where", "club_id=psv", "--columns", "club_id,country", "--csv"
    ).output
    assert line == "club_id,country\npsv,NL\n"
    found = voetbal("inspect", finished, "people", "--json", "--limit", "1").output
    assert json.loads(found)["person_id"]


def test_explain_shows_sentence_rule_and_article(finished: Path, voetbal: Voetbal) -> None:
    row = rows(finished, "contracts")[0]
    shown = voetbal("explain", finished, row["contract_id"]).output
    assert row["rule"] in shown
    assert row["article_id"] in shown


def test_status(finished: Path, voetbal: Voetbal) -> None:
    shown = voetbal("status", finished).output.splitlines()
    assert [line.split()[0] for line in shown] == [
        "stage",
        "ingest",
        "tokenize",
        "recognize",
        "extract",
        "normalize",
        "tabulate",
    ]
    assert shown[1].split()[1:] == [str(len(ARTICLES)), "0", "0", "0"]


def test_evaluate_prints_figures_and_keeps_floors(finished: Path, voetbal: Voetbal, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    record = {"id": "verslag-2024-03-10", "people": [{"name": "Peter Bosz", "surface": ["Peter Bosz"]}]}
    (gold / "verslag-2024-03-10.json").write_text(json.dumps(record), encoding="utf-8")
    assert "people" in voetbal("evaluate", finished, gold).output
    floors = tmp_path / "floors.json"
    floors.write_text('{"people": 1.0}', encoding="utf-8")
    assert voetbal("evaluate", finished, gold, "--floors", floors).exit_code == 0
    floors.write_text('{"clubs": 1.0}', encoding="utf-8")  # gold names no club, the run does
    assert voetbal("evaluate", finished, gold, "--floors", floors).exit_code == 1


def test_bad_files_are_rejected_and_the_rest_is_done(tmp_path: Path, voetbal: Voetbal) -> None:
    folder = write_articles(tmp_path / "in")
    (folder / "leeg.txt").write_text("", encoding="utf-8")
    (folder / "rommel.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "english.txt").write_text(
        "The club announced on Monday that the striker has signed a new contract. He was very happy.",
        encoding="utf-8",
    )
    (folder / "plaatje.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = voetbal("run", folder, "-o", tmp_path / "out")
    assert result.exit_code == 5
    assert "Rejected: 1 binary, 1 empty, 1 not-dutch, 1 unknown-format" in result.output
    assert len(rows(tmp_path / "out", "articles")) == len(ARTICLES)
    assert {row["source"]: row["error"] for row in rows(tmp_path / "out", "rejects")}["leeg.txt"] == "empty"


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("run", "{tmp}/nergens", "-o", "{tmp}/out"), 2, "no such folder"),
        (("run", "{tmp}/in", "-o", "{tmp}/out", "--only", "raden"), 2, "no stage 'raden'"),
        (("run", "{tmp}/in", "-o", "{tmp}/out", "--only", "extract", "--until", "extract"), 2, "--only"),
        (("run", "{tmp}/in", "-o", "{tmp}/out", "--from", "extract", "--until", "ingest"), 2, "comes after"),
        (("run", "{tmp}/in", "-o", "{tmp}/out", "--published", "gisteren"), 2, "YYYY"),
        (("run", "{tmp}/in", "-o", "{tmp}/out", "--model", "nl_nergens"), 4, "python -m spacy download nl_nergens"),
        (("run", "{tmp}/in", "-o", "{tmp}/in/a.txt/out"), 3, "cannot write"),
        (("run", "{tmp}/leeg", "-o", "{tmp}/out"), 2, "no article files"),
        (("inspect", "{tmp}/out", "contracts"), 2, "holds no run"),
        (("status", "{tmp}/out"), 2, "holds no run"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_clear_line(
    tmp_path: Path, voetbal: Voetbal, arguments: tuple[str, ...], code: int, line: str
) -> None:
    write_articles(tmp_path / "in", {"a.txt": "Ajax wint met 2-0 van PSV."})
    (tmp_path / "leeg").mkdir()
    result = voetbal(*(argument.replace("{tmp}", str(tmp_path)) for argument in arguments))
    assert result.exit_code == code, result.output
    assert line in result.output
    assert "Traceback" not in result.output


def test_unknown_tables_rows_and_articles(finished: Path, voetbal: Voetbal) -> None:
    for arguments in (
        ("inspect", finished, "spelers"),
        ("explain", finished, "c000000000000"),
        ("text", finished, "geen"),
    ):
        result = voetbal(*arguments)
        assert result.exit_code == 2
        assert len(result.output.strip().splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere, so nothing is unwritable")
def test_a_folder_that_may_not_be_written(articles: Path, tmp_path: Path, voetbal: Voetbal) -> None:
    (tmp_path / "dicht").mkdir(mode=0o500)
    assert voetbal("run", articles, "-o", tmp_path / "dicht" / "out").exit_code == 3


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["inspect", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom pipeline.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'pandas', 'numpy', 'trafilatura', 'frictionless', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_verb_has_help() -> None:
    for name, command in main.commands.items():
        assert command.help, name
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or getattr(parameter, "help", ""), (name, parameter.name)


def test_published_is_for_articles_without_a_date(tmp_path: Path, voetbal: Voetbal) -> None:
    text = "Milan Vossen speelt dit seizoen voor Feyenoord."
    folder = write_articles(tmp_path / "in", {"zonder.txt": text, "met-2020-05-01.txt": text})
    assert voetbal("run", folder, "-o", tmp_path / "out", "--published", "2024-11").exit_code == 0
    told = {row["article_id"]: (row["published"], row["published_from"]) for row in rows(tmp_path / "out", "articles")}
    assert told == {"zonder": ("2024-11", "option"), "met-2020-05-01": ("2020-05-01", "filename")}
    days = {row["article_id"]: row["earliest"] for row in rows(tmp_path / "out", "dates")}
    assert days == {"zonder": "2024-07-01", "met-2020-05-01": "2019-07-01"}
