"""Scoring: figures worked out by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.results.evaluate import (
    Evaluation,
    Figures,
    GoldDamaged,
    check_floors,
    evaluate,
    read_floors,
    stem,
    tally,
)
from pipeline.results.measures import MEASURE_NAMES, Found, fold, pair_entities

SENTENCE = "Luuk de Jong tekende bij PSV tot medio 2026."


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()

    def write_gold(**record: Any):
        (folder / f"{record['id']}.json").write_text(json.dumps(record), encoding="utf-8")
        return folder

    return write_gold


@pytest.fixture
def score(tmp_path, rows, write, gold):
    """Evaluate the small run, with some tables replaced, against a gold record for psv-1."""

    def evaluated(tables: dict[str, list[dict[str, Any]]], **record: Any) -> Evaluation:
        return evaluate(write(tmp_path / "out", rows | tables) / "tables", gold(id="psv-1", **record))

    return evaluated


def test_a_whole_record(run, gold):
    folder = gold(
        id="psv-1",
        people=[{"name": "Luuk de Jong", "surface": ["Luuk de Jong"]}, {"name": "Guus Til", "surface": ["Til"]}],
        clubs=[{"name": "PSV Eindhoven", "surface": ["PSV"]}],
        dates=[{"text": "Medio 2026", "earliest": "2026-06-01", "latest": "2026-07-31"}],
        contracts=[{"person": "De Jong", "club": "PSV", "end_date": "2026-06-15", "kind": "extension"}],
        stats=[
            {"subject": "Luuk de Jong", "metric": "goals", "value": "14,0"},
            {"subject": "PSV", "metric": "points", "value": 3},
        ],
    )
    evaluation = evaluate(run / "tables", folder)
    assert evaluation.articles == 1
    figures = {name: tuple(counts) for name, counts in evaluation.figures.items() if counts.records}
    assert figures == {
        "people": (1, 0, 1),
        "clubs": (1, 0, 0),
        "dates (value)": (1, 0, 0),
        "dates (text+value)": (1, 0, 0),
        "contracts": (0, 1, 1),  # "De Jong" is no form that gold lists: another person, as gold has it
        "contracts (person+end)": (0, 1, 1),
        "stats": (1, 0, 1),
        "stats (metric+value)": (1, 0, 1),
    }
    assert list(evaluation.figures) == list(MEASURE_NAMES)
    missed = [miss for miss in evaluation.misses if miss.measure == "people"]
    assert [(miss.spurious, miss.key) for miss in missed] == [(False, ("guus til",))]


def test_the_kind_is_asked_only_of_contracts_that_both_have(score):
    people = [{"name": "Luuk de Jong", "surface": ["De Jong"]}]
    clubs = [{"name": "PSV"}]
    contract = {"person": "De Jong", "club": "PSV", "end_date": "2026-06-30"}
    other = {"person": "De Jong", "club": "PSV", "end_date": "2027-06-30", "kind": "option"}
    evaluation = score({}, people=people, clubs=clubs, contracts=[contract | {"kind": "extension"}, other])
    assert evaluation.figures["contracts"] == (1, 0, 1)
    assert evaluation.figures["contracts (kind)"] == (0, 1, 1)
    evaluation = score({}, people=people, clubs=clubs, contracts=[contract | {"kind": "new"}, other])
    assert evaluation.figures["contracts (kind)"] == (1, 0, 0)


def test_a_denied_contract_and_one_without_end_do_not_count(score, rows):
    contract = rows["contracts"][0]
    tables = {"contracts_current": [], "contracts": [contract | {"certainty": "denied"}]}
    assert score(tables).figures["contracts"].records == 0
    tables["contracts"] = [contract | {"end_date": ""}]
    assert score(tables, contracts=[{"person": "Luuk de Jong", "end_date": None}]).figures["contracts"].records == 0


def test_who_is_only_referred_to_is_not_named(score, rows):
    only_he = [row for row in rows["mentions"] if row["found_by"] == "coreference"]
    evaluation = score({"mentions": only_he}, people=[{"name": "Luuk de Jong"}])
    assert evaluation.figures["people"] == (0, 0, 1)


def match(words: Any, **changed: Any) -> dict[str, Any]:
    place = words("PSV", SENTENCE)
    sides = {"home_club_id": "psv", "away_club_id": "malmo-ff", "home_goals": 3, "away_goals": 1}
    return {"match_id": "a0", "article_id": "psv-1", "venue": "home_away"} | sides | place | changed


@pytest.mark.parametrize(
    ("row", "record", "figures", "home"),
    [
        ({}, {"home": "PSV", "away": "Malmö FF", "score": "3-1"}, (1, 0, 0), (1, 0, 0)),
        ({}, {"home": "Malmö FF", "away": "PSV", "score": "1-3"}, (1, 0, 0), (0, 1, 1)),
        ({}, {"home": "Malmö FF", "away": "PSV", "score": "3-1"}, (0, 1, 1), (0, 1, 1)),
        ({"venue": "unknown"}, {"home": "Malmö FF", "away": "PSV", "score": "1-3"}, (1, 0, 0), (0, 0, 1)),
        ({"home_goals": None, "away_goals": None}, {"home": "PSV", "away": "Malmö FF", "score": None}, (1, 0, 0), None),
        ({"venue": "neutral"}, {"home": "PSV", "away": "Malmö FF", "score": "3-1", "venue": "neutral"}, (1, 0, 0), ()),
    ],
)
def test_matches_count_whichever_side_is_named_first(score, words, row, record, figures, home):
    evaluation = score({"matches": [match(words, **row)]}, matches=[record])
    assert evaluation.figures["matches"] == figures
    if home is not None:
        assert evaluation.figures["matches (home side)"] == (home or (0, 0, 0))


def test_roles_agree_at_two_grains(score, words):
    role = {
        "role_id": "aa",
        "article_id": "psv-1",
        "person_id": "luuk-de-jong",
        "club_id": "psv",
        "certainty": "stated",
    }
    row = role | {"role": "forward", "status": "former"} | words("Luuk de Jong", SENTENCE)
    record = {"person": "Luuk de Jong", "role": "captain", "club": "PSV", "status": "current"}
    evaluation = score({"roles": [row]}, roles=[record])
    assert evaluation.figures["roles"] == (0, 1, 1)
    assert evaluation.figures["roles (coarse)"] == (1, 0, 0)
    assert evaluation.figures["roles (status)"] == (0, 1, 1)


def test_optional_metrics_count_once_gold_has_them(score, rows):
    crowd = rows["stats"][0] | {"metric": "attendance", "value": 35_000}
    assert score({"stats": [crowd]}).figures["stats"].records == 0
    attendance = {"subject": "PSV", "metric": "attendance", "value": 35_000}
    assert score({"stats": [crowd]}, stats=[attendance]).figures["stats (metric+value)"] == (1, 0, 0)


def test_ignored_words_are_neither_right_nor_wrong(score):
    ignore = [{"table": "stats", "text": "maakte 14 doelpunten", "why": "test"}, {"table": "dates", "text": "2027"}]
    evaluation = score({}, ignore=ignore)
    assert evaluation.figures["stats"] == (0, 0, 0)
    assert evaluation.figures["dates (value)"] == (0, 1, 0)


def test_repeated_keys():
    keys = [("a",), ("a",), ("b",)]
    run = [(("a",), "x"), (("c",), "y"), (("c",), "y")]
    once = tally(keys, run)
    assert (once.both.total(), once.spurious.total(), once.missed.total()) == (1, 1, 1)
    each = tally(keys, run, repeated=True)
    assert (each.both.total(), each.spurious.total(), each.missed.total()) == (1, 2, 2)
    assert tally(keys, run, ["y"], repeated=True).spurious.total() == 0


def test_pairing_is_one_to_one_and_names_go_first():
    gold = [{"name": "Madrid", "surface": ["Real"]}, {"name": "Real Madrid", "surface": ["Madrid"]}]
    found = [Found("rm", "real madrid", frozenset({"madrid"})), Found("x", "x", frozenset({"real"}))]
    pairs = pair_entities(gold, found, loose=True)
    assert {key: entity["name"] for key, entity in pairs.items()} == {"rm": "Real Madrid", "x": "Madrid"}
    assert set(pair_entities(gold, found, loose=False)) == {"rm"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Çelik", "celik"),
        ("Ødegaard", "odegaard"),
        ("'s-Hertogenbosch", "s hertogenbosch"),
        ("S.V. Zulte", "s v zulte"),
        (None, ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("article_id", "name"), [("a/b/c", "c"), ("c.txt", "c"), ("a/b.jsonl#17", "17"), ("a#x/y.txt", "y"), ("c", "c")]
)
def test_stem(article_id, name):
    assert stem(article_id) == name


def test_gold_without_article_is_told(run, gold):
    gold(id="elders", people=[{"name": "X"}])
    evaluation = evaluate(run / "tables", gold(id="psv-1"))
    assert (evaluation.articles, evaluation.absent) == (1, ("elders",))
    assert evaluation.figures["people"] == (0, 1, 0)


@pytest.mark.parametrize("content", ["[]", "{", "{}"])
def test_damaged_gold_is_named(run, tmp_path, content):
    (tmp_path / "kapot.json").write_text(content)
    with pytest.raises(GoldDamaged, match=r"kapot\.json"):
        evaluate(run / "tables", tmp_path)


def test_gold_that_lacks_a_field_is_named(run, gold):
    with pytest.raises(GoldDamaged, match=r"psv-1\.json: a record lacks 'metric'"):
        evaluate(run / "tables", gold(id="psv-1", stats=[{"subject": "PSV", "value": 1}]))


def test_gold_for_two_articles_is_refused(tmp_path, rows, write, gold):
    rows["articles"].append(rows["articles"][0] | {"article_id": "map/psv-1"})
    with pytest.raises(GoldDamaged, match="fits two articles"):
        evaluate(write(tmp_path / "out", rows) / "tables", gold(id="psv-1"))


def test_figures():
    figures = Figures(6, 2, 4)
    assert (figures.precision, figures.recall) == (0.75, 0.6)
    assert figures.f1 == pytest.approx(2 / 3)
    assert Figures(0, 0, 0).f1 == 0


def test_floors(tmp_path):
    evaluation = Evaluation(
        1, {"people": Figures(6, 2, 4), "clubs": Figures(1, 0, 0), "dates": Figures(0, 0, 0)}, (), ()
    )
    assert check_floors(evaluation, {"people": 0.667, "clubs": 1.0}) == []
    assert check_floors(evaluation, {"people": 0.668}) == ["people: F1 0.667 is below the floor 0.668"]
    assert check_floors(evaluation, {"dates": 0.1}) == ["dates: no records to score"]
    path = tmp_path / "floors.json"
    path.write_text('{"people": 0.97, "contracts (kind)": 0.9}')
    assert read_floors(path) == {"people": 0.97, "contracts (kind)": 0.9}


@pytest.mark.parametrize("content", ['{"persons": 0.9}', '{"people": 97}', '{"people": "0.9"}', '{"people": true}'])
def test_floors_that_mean_nothing_are_refused(tmp_path, content):
    path = tmp_path / "floors.json"
    path.write_text(content)
    with pytest.raises(GoldDamaged):
        read_floors(path)


def test_the_figures_are_shown(score):
    evaluation = score({}, people=[{"name": "Luuk de Jong"}], clubs=[{"name": "Ajax"}])
    lines = evaluation.as_text().splitlines()
    assert lines[2].split() == ["people", "1", "0", "0", "1.000", "1.000", "1.000"]
    assert not any(line.startswith("transfers") for line in lines)
    assert evaluation.as_dict()["measures"]["clubs"] == {"tp": 0, "fp": 1, "fn": 1, "p": 0.0, "r": 0.0, "f1": 0.0}
    clubs = [str(miss).split(maxsplit=1)[1] for miss in evaluation.misses if miss.measure == "clubs"]
    assert clubs == ["psv-1  - ajax", 'psv-1  + ?psv  "psv"']
