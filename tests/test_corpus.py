"""The gold of corpus/ is consistent, and every article is in a split."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.results.gold import check_gold
from pipeline.schema import LABELS
from pipeline.settings import ReadOptions
from pipeline.stages.reading import articles_in

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Kept text by article id."""
    found = articles_in(CORPUS / "articles", ReadOptions())
    return {article.article_id: article.text for article in found}  # type: ignore[union-attr]


def test_gold_is_consistent(texts: dict[str, str]) -> None:
    assert check_gold(CORPUS / "articles", CORPUS / "gold", texts.__getitem__) == []


def test_every_article_has_gold_and_a_split(texts: dict[str, str]) -> None:
    with (CORPUS / "splits.csv").open(encoding="utf-8", newline="") as file:
        splits = {row["id"]: row["split"] for row in csv.DictReader(file)}
    assert list(splits) == sorted(splits)
    assert set(splits) == set(texts) == {path.stem for path in (CORPUS / "gold").glob("*.json")}
    assert set(splits.values()) == {"train", "dev", "test"}


def test_labels_are_those_of_the_tables() -> None:
    import json

    for path in (CORPUS / "gold").glob("*.json"):
        names = json.loads(path.read_text(encoding="utf-8"))["names"]
        assert {name["label"] for name in names} <= set(LABELS), path.stem
