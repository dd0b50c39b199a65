"""The gold check finds each kind of slip, and nothing in a good record."""

from __future__ import annotations

import copy
import json

import pytest

from pipeline.results.gold import check_gold, check_record

TEXT = "Luuk de Jong tekende bij PSV tot medio 2026. De Jong (34) won met 3-1 van Ajax in de Eredivisie."
GOOD = {
    "id": "psv-1",
    "published": "2024-11",
    "genre": "test",
    "people": [{"name": "Luuk de Jong", "surface": ["Luuk de Jong", "De Jong"]}],
    "clubs": [{"name": "PSV", "surface": ["PSV"]}, {"name": "Ajax", "surface": ["Ajax"]}],
    "competitions": [{"name": "Eredivisie", "surface": ["Eredivisie"]}],
    "national_teams": [],
    "dates": [{"text": "medio 2026", "earliest": "2026-06-01", "latest": "2026-07-31"}],
    "contracts": [
        {"person": "De Jong", "club": "PSV", "end_text": "medio 2026", "end_date": "2026-06-30", "kind": "new"}
    ],
    "stats": [{"subject": "Luuk de Jong", "metric": "age", "value": 34, "text": "34"}],
    "roles": [{"person": "Luuk de Jong", "role": "forward", "club": "PSV", "status": "current"}],
    "transfers": [{"person": "Luuk de Jong", "from": None, "to": "PSV", "type": "free", "status": "done"}],
    "matches": [{"home": "PSV", "away": "Ajax", "score": "3-1", "venue": "unknown", "competition": "Eredivisie"}],
    "names": [{"start": 45, "end": 52, "label": "PERSON", "name": "Luuk de Jong"}],
    "ignore": [{"table": "stats", "text": "3-1", "why": "test"}],
}


def test_a_good_record_has_no_faults():
    assert list(check_record(GOOD, TEXT)) == []


@pytest.mark.parametrize(
    ("table", "number", "changed", "fault"),
    [
        ("people", 0, {"surface": ["Luuk de Jongh"]}, "people 1: 'Luuk de Jongh' is not in the text"),
        ("people", 0, {"surface": []}, "people 1: 'Luuk de Jong' has no form in the text"),
        ("people", 0, {"name": ""}, "people 1: has no name"),
        ("clubs", 1, {"name": "PSV"}, "clubs: 'psv' is listed 2 times"),
        ("dates", 0, {"text": "eind 2026"}, "dates 1: text 'eind 2026' is not in the text"),
        ("dates", 0, {"earliest": "2026-06-31"}, "dates 1: '2026-06-31' is no day"),
        ("dates", 0, {"earliest": "2026-08-01"}, "dates 1: 2026-08-01 is after 2026-07-31"),
        ("dates", 0, {"latest": None}, "dates 1: latest is missing"),
        ("contracts", 0, {"person": "Til"}, "contracts 1: person 'Til' is not listed in people"),
        ("contracts", 0, {"club": "Eredivisie"}, "contracts 1: club 'Eredivisie' is not listed in clubs"),
        ("contracts", 0, {"kind": "extended"}, "contracts 1: kind 'extended' is not one of running"),
        ("contracts", 0, {"end_text": "2027"}, "contracts 1: end_text '2027' is not in the text"),
        ("contracts", 0, {"end_date": "2026-06"}, "contracts 1: '2026-06' is no day"),
        ("stats", 0, {"metric": "leeftijd"}, "stats 1: metric 'leeftijd' is not one of"),
        ("stats", 0, {"value": None}, "stats 1: value is missing"),
        ("stats", 0, {"subject": "Oranje"}, "stats 1: subject 'Oranje' is not listed in people or clubs"),
        ("roles", 0, {"role": "spits"}, "roles 1: role 'spits' is not one of"),
        ("roles", 0, {"status": "now"}, "roles 1: status 'now' is not one of"),
        ("transfers", 0, {"status": "rumoured"}, "transfers 1: status 'rumoured' is not one of"),
        ("transfers", 0, {"from": "Twente"}, "transfers 1: from 'Twente' is not listed"),
        ("matches", 0, {"score": "3–1"}, "matches 1: score '3–1' is not of the form"),
        ("matches", 0, {"venue": "home"}, "matches 1: venue 'home' is not one of"),
        ("names", 0, {"start": 44}, "names 1: ' De Jong' has blanks around it"),
        ("names", 0, {"end": 500}, "names 1: 45-500 is no place in the text"),
        ("names", 0, {"label": "PER"}, "names 1: label 'PER' is not one of"),
        ("names", 0, {"name": "De Jong"}, "names 1: 'De Jong' is not listed in people"),
        ("names", 0, {"end": 47}, "names 1: 'De' is not listed as a form of 'Luuk de Jong'"),
        ("ignore", 0, {"text": "4-1"}, "ignore 1: '4-1' is not in the text"),
        ("ignore", 0, {"table": "stat"}, "ignore 1: needs a table and words"),
    ],
)
def test_slips_are_found(table, number, changed, fault):
    record = copy.deepcopy(GOOD)
    record[table][number] |= changed
    assert any(found.startswith(fault) for found in check_record(record, TEXT)), list(check_record(record, TEXT))


def test_a_date_cannot_be_listed_more_often_than_it_stands():
    record = GOOD | {"dates": GOOD["dates"] * 2}
    assert list(check_record(record, TEXT)) == ["dates: 'medio 2026' is listed 2 times but stands in the text 1 times"]


def test_misspelled_lists_and_days_are_found():
    faults = list(check_record(GOOD | {"stat": [], "published": "november"}, TEXT))
    assert faults == ["published 'november' is no day, month or year", "there is no list 'stat'"]


def test_files(tmp_path):
    articles, gold = tmp_path / "articles", tmp_path / "gold"
    articles.mkdir()
    gold.mkdir()
    for stem in ("psv-1", "anders"):
        (articles / f"{stem}.txt").write_text(TEXT)
    (gold / "psv-1.json").write_text(json.dumps(GOOD))
    assert check_gold(articles, gold, lambda _: TEXT) == []
    (gold / "anders.json").write_text(json.dumps(GOOD))
    (gold / "weg.json").write_text(json.dumps(GOOD | {"id": "weg"}))
    (gold / "kapot.json").write_text("{")
    faults = check_gold(articles, gold, lambda _: TEXT)
    assert faults[0] == "anders.json: id 'psv-1' is not the file's stem"
    assert "kapot.json: cannot be read as JSON" in faults[1]
    assert faults[2] == "weg.json: 0 articles have this stem, not one"
    assert len(faults) == 3
