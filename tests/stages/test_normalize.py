"""Comparing articles: who is one, which is a copy, and rows as the tables want them."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.errors import StageFailed
from pipeline.records import Article, Claim, Entity, Mention
from pipeline.stages.normalize import Identities, article_rows, reduce, resolve, run, summarize
from pipeline.stages.reading import signature
from pipeline.stages.stage import Tools, Work

KNOWN: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in ("person", "club", "competition", "national_team")}


def work(article_id: str, names: dict[str, str], text: str = "", claims: list[Claim] | None = None) -> Work:
    """An article in which each name (text → entity key) stands once, in order."""
    text = text or " ".join(names)
    mentions, entities, at = [], {}, 0
    for name, key in names.items():
        at = text.index(name, at)
        kind = key.partition("/")[0]
        label = {"person": "PERSON", "club": "CLUB"}[kind]
        mentions.append(Mention(at, at + len(name), label, key, "model"))
        entities[key] = Entity(key, kind, name, "", {})
    article = Article(article_id, f"{article_id}.txt", "", "2024-11-15", "option", "", "", "nl", "utf-8", text)
    payloads: dict[str, Any] = {
        "ingest": {"article": article, "signature": signature(text), "sha256": "0" * 64},
        "tokenize": {"tokens": [2 * len(word) + 1 for word in text.split(" ")], "sentences": [0]},
        "recognize": {"mentions": mentions, "entities": list(entities.values())},
        "extract": {"claims": claims or []},
    }
    return Work(article_id, payloads)


def compared(*works: Work) -> Identities:
    return reduce([summarize([one]) for one in works], KNOWN)


FULL = work("a", {"Milan Vossen": "person/milan-vossen", "PSV": "club/psv"})


def test_a_surname_is_the_full_name_that_shares_its_club() -> None:
    identities = compared(FULL, work("b", {"Vossen": "person/vossen", "PSV": "club/psv"}))
    assert identities.overrides == {"b": {"person/vossen": "milan-vossen"}}
    people = identities.entities["people"]
    assert [(row["person_id"], row["name"], row["articles"], row["mentions"]) for row in people] == [
        ("milan-vossen", "Milan Vossen", 2, 2)
    ]
    assert {
        (row["alias"], row["entity_id"]) for row in identities.entities["aliases"] if row["entity_type"] == "person"
    } == {
        ("Milan Vossen", "milan-vossen"),
        ("Vossen", "milan-vossen"),
    }


@pytest.mark.parametrize(
    "others",
    [
        [work("b", {"Vossen": "person/vossen", "Ajax": "club/ajax"})],
        [
            work("b", {"Vossen": "person/vossen", "PSV": "club/psv"}),
            work("c", {"Jan Vossen": "person/jan-vossen", "PSV": "club/psv"}),
        ],
    ],
    ids=["of another club", "of two who could be meant"],
)
def test_a_surname_stays_by_itself(others: list[Work]) -> None:
    assert compared(FULL, *others).overrides == {}


def test_the_result_does_not_depend_on_how_articles_lie_in_partitions() -> None:
    works = [FULL, work("b", {"Vossen": "person/vossen", "PSV": "club/psv"})]
    together = reduce([summarize(works)], KNOWN)
    assert compared(*reversed(works)) == together == compared(*works)


def test_a_copy_points_at_the_first() -> None:
    text = " ".join(f"PSV won in {year} met {year % 7}-0 van Speler{year}." for year in range(1990, 2020))
    identities = compared(work("b", {"PSV": "club/psv"}, text), work("a", {"PSV": "club/psv"}, text))
    assert identities.duplicates == {"b": "a"}


def test_entity_columns_hold_global_ids() -> None:
    claim = Claim(
        "roles", 0, 12, "rule", {"person_id": "person/vossen", "role": "head_coach", "club_id": "", "status": "current"}
    )
    rows = article_rows(work("b", {"Vossen": "person/vossen"}, claims=[claim]), {"person/vossen": "milan-vossen"}, "")
    assert (rows["roles"][0]["person_id"], rows["roles"][0]["club_id"]) == ("milan-vossen", "")
    assert rows["mentions"][0]["entity_id"] == "milan-vossen"
    assert resolve("", {}) == ""


def test_what_becomes_the_same_claim_is_told_once() -> None:
    values = {"role": "head_coach", "club_id": "", "status": "current"}
    claims = [
        Claim("roles", at, at + 5, "rule", values | {"person_id": key})
        for at, key in ((0, "person/vossen"), (7, "person/milan-vossen"))
    ]
    rows = article_rows(
        work("b", {"Vossen": "person/vossen"}, "Vossen en Milan Vossen", claims), {"person/vossen": "milan-vossen"}, ""
    )
    assert [row["start"] for row in rows["roles"]] == [0]


def test_rows_carry_their_words_and_sentence() -> None:
    one = work("b", {"Vossen": "person/vossen"}, "Vossen lacht. Vossen tekent.")
    one.payloads["tokenize"] = {"tokens": [13, 10, 3, 13, 12, 2], "sentences": [0, 3]}
    one.payloads["extract"] = {"claims": [Claim("contracts", 14, 27, "rule", {"person_id": "person/vossen"})]}
    row = article_rows(one, {}, "")["contracts"][0]
    assert (row["text"], row["sentence"]) == ("Vossen tekent", "Vossen tekent.")
    assert row["contract_id"][0] == "c"


def test_an_impossible_row_sets_its_article_aside() -> None:
    bad = work("b", {"Vossen": "person/vossen"}, claims=[Claim("roles", 0, 6, "rule", {"role": "waterdrager"})])

    def no_reader() -> Any:
        raise AssertionError("normalize needs no reader")

    with pytest.raises(StageFailed, match="role"):
        run([bad], Tools(no_reader, lambda: Identities({}, {}, {})))
