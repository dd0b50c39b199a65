"""Rows on their way into tables: sorted, merged as a stream, and the one contract that counts now."""

from __future__ import annotations

from typing import Any

from pipeline.stages.tabulate import current_contracts, dump, lines, load, merge, merge_current


def alias(text: str, mentions: int = 1) -> dict[str, Any]:
    return {"entity_type": "club", "entity_id": "psv", "alias": text, "mentions": mentions}


def test_merged_chunks_equal_one_chunk() -> None:
    rows = [alias(text) for text in ("PSV", "Boeren", "Eindhoven", "Philips", "a\nb", '"x"')]
    together = [line.line for line in lines("aliases", rows)]
    chunks = [map(load, map(dump, lines("aliases", rows[start::3]))) for start in range(3)]
    assert list(merge(chunks)) == together


def contract(article_id: str, end: str, **other: str) -> dict[str, Any]:
    row = {"contract_id": f"c-{article_id}", "article_id": article_id, "person_id": "milan-vossen", "club_id": "psv"}
    return row | {"end_date": end, "kind": "running", "certainty": "stated"} | other


PUBLISHED = {"old": "2023-05-01", "new": "2024-05-01"}


def current(*contracts: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["article_id"], row["end_date"]) for row in current_contracts(contracts, PUBLISHED)]


def test_the_latest_article_counts() -> None:
    assert current(contract("new", "2026-06-30"), contract("old", "2027-06-30")) == [("new", "2026-06-30")]


def test_in_one_article_the_latest_end_counts() -> None:
    assert current(contract("new", "2024-06-30"), contract("new", "2026-06-30")) == [("new", "2026-06-30")]


def test_what_is_no_contract_in_force_does_not_count() -> None:
    others = (
        {"kind": "option"},
        {"kind": "expired"},
        {"certainty": "rumoured"},
        {"certainty": "denied"},
        {"club_id": ""},
    )
    for other in others:
        assert current(contract("new", "2026-06-30", **other)) == []
    assert current(contract("new", "")) == []


def test_each_partitions_own_are_merged() -> None:
    chunks = []
    for one in (contract("old", "2025-06-30"), contract("new", "2026-06-30")):
        chunks.append([(["milan-vossen", "psv"], row) for row in current_contracts([one], PUBLISHED)])
    assert [row["article_id"] for row in merge_current(chunks)] == ["new"]
