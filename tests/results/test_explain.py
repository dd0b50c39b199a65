"""Why a row is there."""

from __future__ import annotations

import pytest
from rich.console import Console

from pipeline.errors import UnknownRow
from pipeline.results.explain import OtherText, UnclearRow, explain, plain, rendered


def test_explanation(run, text):
    explanation = explain(run, "c0ffee", {"psv-1": text}.__getitem__)
    assert explanation.table == "contracts"
    assert (explanation.before, explanation.words, explanation.after) == (
        "Luuk de Jong ",
        "tekende bij PSV tot medio 2026",
        ".",
    )
    facts = dict(explanation.facts)
    assert facts["person"] == "Luuk de Jong (luuk-de-jong)"
    assert facts["club"] == "PSV (psv)"
    assert facts["end_date"] == "2026-06-30"
    assert not {"contract", "article", "sentence", "start", "reported_by"} & set(facts)
    assert explanation.article["title"] == "PSV wint weer"


def test_rendering(run, text):
    explanation = explain(run, "c0ff", lambda _: text)
    written = plain(explanation)
    assert "Luuk de Jong »tekende bij PSV tot medio 2026«." in written
    for part in ("by-hand", "PSV wint weer", "2024-11", "psv-1.txt", "characters 28-58"):
        assert part in written
    console = Console(width=100, force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(rendered(explanation))
    assert "\x1b[1;7mtekende bij PSV tot medio 2026\x1b[0m" in capture.get()


def test_the_same_sentence_twice_is_told_apart(tmp_path, rows, write, words):
    sentence = "Hij maakte 14 doelpunten."
    text = f"{sentence} {sentence}"
    place = words("14 doelpunten", sentence) | {"start": 37, "end": 50}
    rows["stats"] = [rows["stats"][0] | place]
    explanation = explain(write(tmp_path, rows), "57a7", lambda _: text)
    assert (explanation.before, explanation.after) == ("Hij maakte ", ".")
    assert explanation.place == (37, 50)


def test_ids(run, text):
    with pytest.raises(UnknownRow, match="no claim 'ffff'"):
        explain(run, "ffff", lambda _: text)
    with pytest.raises(UnclearRow, match="at least 4"):
        explain(run, "c0f", lambda _: text)


def test_an_exact_id_is_clear_and_a_shared_beginning_is_not(tmp_path, rows, write, text):
    rows["stats"][0]["stat_id"] = "57a8b"
    out = write(tmp_path, rows | {"stats": [rows["stats"][0], rows["stats"][0] | {"stat_id": "57a8c"}]})
    with pytest.raises(UnclearRow, match="57a8b and 57a8c"):
        explain(out, "57a8", lambda _: text)
    assert explain(out, "57a8b", lambda _: text).row_id == "57a8b"


def test_a_text_of_another_run_is_noticed(run, text):
    with pytest.raises(OtherText):
        explain(run, "c0ffee", lambda _: "x" + text)
