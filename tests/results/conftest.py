"""A small run written by hand, for the tests of what reads one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.schema import TABLES, TableFile, check_row, csv_header, csv_line, datapackage, sort_key

TEXT = "PSV wint weer\n\nLuuk de Jong tekende bij PSV tot medio 2026. Hij maakte 14 doelpunten.\n"
FIRST = "Luuk de Jong tekende bij PSV tot medio 2026."
SECOND = "Hij maakte 14 doelpunten."

Rows = Mapping[str, Iterable[Mapping[str, Any]]]


def at(words: str, near: str = "", text: str = TEXT) -> dict[str, Any]:
    """start, end and text of these words, the first time they stand in the text or in a part of it."""
    start = text.index(words, text.index(near))
    return {"start": start, "end": start + len(words), "text": words}


def claim(words: str, sentence: str, text: str = TEXT) -> dict[str, Any]:
    """The provenance columns of a row that rests on these words of a sentence."""
    return at(words, sentence, text) | {"sentence": sentence, "rule": "by-hand"}


def article(article_id: str, text: str = TEXT) -> dict[str, Any]:
    """A row of articles with the required columns filled."""
    return {
        "article_id": article_id,
        "source": f"{article_id}.txt",
        "title": text.split("\n")[0],
        "published": "2024-11",
        "published_from": "header",
        "language": "nl",
        "encoding": "utf-8",
        "characters": len(text),
        "tokens": len(text.split()),
        "sentences": 3,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


def club(club_id: str, name: str) -> dict[str, Any]:
    """A row of clubs with the required columns filled."""
    counts = {"known": True, "articles": 1, "mentions": 1}
    return {"club_id": club_id, "name": name, "team": "first", "gender": "men", **counts}


def person(person_id: str, name: str) -> dict[str, Any]:
    """A row of people with the required columns filled."""
    return {"person_id": person_id, "name": name, "known": False, "articles": 1, "mentions": 2}


def small_run() -> dict[str, list[dict[str, Any]]]:
    """Rows of a run over two articles: one about Luuk de Jong, and one with awkward characters."""
    odd = "nieuws/=wild"
    mention = {"article_id": "psv-1", "sentence_index": 1, "found_by": "model"}
    contract = {"contract_id": "c0ffee", "article_id": "psv-1", "person_id": "luuk-de-jong", "club_id": "psv"}
    return {
        "articles": [article("psv-1"), article(odd) | {"title": "=1+1 \x1b[31m[bold]rood", "duplicate_of": "psv-1"}],
        "mentions": [
            mention | at("Luuk de Jong") | {"label": "PERSON", "entity_id": "luuk-de-jong"},
            mention | at("PSV", FIRST) | {"label": "CLUB", "entity_id": "psv"},
            mention | at("Hij") | {"label": "PERSON", "entity_id": "luuk-de-jong", "found_by": "coreference"},
        ],
        "people": [person("luuk-de-jong", "Luuk de Jong"), person("mats-moller-daehli", "Mats Møller Dæhli")],
        "clubs": [club("psv", "PSV"), club("malmo-ff", "Malmö FF")],
        "aliases": [
            {"entity_type": "person", "entity_id": "luuk-de-jong", "alias": "De Jong", "mentions": 1},
            {"entity_type": "club", "entity_id": "psv", "alias": "PSV", "mentions": 2},
        ],
        "dates": [
            {"date_id": "d1a7e", "article_id": "psv-1", "type": "DATE", "value": "2026", "mod": "MID"}
            | {"earliest": "2026-06-01", "latest": "2026-07-31"}
            | claim("medio 2026", FIRST)
        ],
        "contracts": [
            contract
            | {"kind": "new", "certainty": "stated", "end_text": "medio 2026", "end_value": "2026"}
            | {"end_date": "2026-06-30", "end_precision": "half_year"}
            | claim("tekende bij PSV tot medio 2026", FIRST)
        ],
        "contracts_current": [
            {"person_id": "luuk-de-jong", "club_id": "psv", "end_date": "2026-06-30", "contract_id": "c0ffee"}
            | {"article_id": "psv-1", "published": "2024-11"}
        ],
        "stats": [
            {"stat_id": "57a7", "article_id": "psv-1", "subject_type": "person", "subject_id": "luuk-de-jong"}
            | {"metric": "goals", "value": 14.0, "qualifier": "exact", "club_id": "psv"}
            | claim("14 doelpunten", SECOND),
            {"stat_id": "57a8", "article_id": odd, "subject_type": "club", "subject_id": "malmo-ff"}
            | {"metric": "points_gap", "value": -9, "qualifier": "exact", "opponent_id": "psv"}
            | claim("14 doelpunten", SECOND)
            | {"start": 1, "end": 14},
        ],
        "rejects": [{"source": "leeg.txt", "stage": "ingest", "error": "empty", "message": "holds no text"}],
    }


def write_run(out: Path, tables: Rows) -> Path:
    """Write all tables and the data package below `out`; a table not given has no rows."""
    folder = out / "tables"
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for table in TABLES.values():
        rows = sorted(tables.get(table.name, ()), key=lambda row, table=table: sort_key(row, table))
        for row in rows:
            check_row(row, table)
        content = (csv_header(table) + "".join(csv_line(row, table) for row in rows)).encode()
        (folder / f"{table.name}.csv").write_bytes(content)
        files[table.name] = TableFile(len(rows), len(content), hashlib.sha256(content).hexdigest())
    (folder / "datapackage.json").write_text(json.dumps(datapackage(files), indent=1) + "\n", encoding="utf-8")
    return out


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small run, written once."""
    return write_run(tmp_path_factory.mktemp("run"), small_run())


@pytest.fixture
def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of the small run, to change and write again."""
    return small_run()


@pytest.fixture(scope="session")
def write() -> Callable[[Path, Rows], Path]:
    """Writes all tables and the data package below a folder."""
    return write_run


@pytest.fixture(scope="session")
def words() -> Callable[[str, str], dict[str, Any]]:
    """The provenance columns of a row that rests on some words of a sentence of the text."""
    return claim


@pytest.fixture(scope="session")
def text() -> str:
    """The kept text of the article psv-1."""
    return TEXT
