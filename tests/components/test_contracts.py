"""voetbal_contracts: every rule's examples, and how person, club, end, kind and certainty are settled."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.components.contracts import rules
from pipeline.components.rules import Example
from tests.components.harness import check, examples, found


@pytest.mark.parametrize(("rule", "example"), examples(rules()), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "contracts", "voetbal_contracts")


def rows(text: str, published: str = "2024-11-15") -> list[dict[str, Any]]:
    return found(Example(text, (), published), "contracts", "voetbal_contracts")


@pytest.mark.parametrize(
    ("text", "certainty", "reported_by"),
    [
        ("[P Dolberg] heeft bij [C Ajax] een contract tot 2027.", "stated", ""),
        ("Volgens [O Het Nieuwsblad] heeft [P Ki] bij [C Ajax] een contract tot 2027.", "reported", "Het Nieuwsblad"),
        ("[P Dolberg] tekent bij [C Ajax] een contract tot 2027, meldt [O De Telegraaf].", "reported", "De Telegraaf"),
        ("[P Dolberg] tekent bij [C Ajax] tot 2027. Dat meldt [O De Telegraaf].", "reported", "De Telegraaf"),
        ("[P Dolberg] tekent bij [C Ajax] tot 2027, meldt de club.", "stated", ""),
        ("[P Dolberg] ligt naar verluidt tot 2027 vast bij [C Ajax].", "rumoured", ""),
        ("[P Dolberg] zou bij [C Ajax] tot 2027 vastliggen.", "rumoured", ""),
        ("[P Dolberg] ontkent dat [P hij=Dolberg] bij [C Ajax] een contract tot 2027 heeft.", "denied", ""),
        ("[P Dolberg] tekende bij [C Ajax] niet tot 2027.", "denied", ""),
        ("[P Dolberg] is tot 2027 contractueel aan [C Ajax] verbonden en wil volgens [O Kicker] weg.", "stated", ""),
    ],
)
def test_certainty(text: str, certainty: str, reported_by: str) -> None:
    (row,) = rows(text)
    assert (row["certainty"], row["reported_by"]) == (certainty, reported_by)


@pytest.mark.parametrize(
    "text",
    [
        "[C OH Leuven] biedt [P Maziz] een nieuw contract tot 2028 aan.",
        "[P Maziz] wil bij [C OH Leuven] tekenen tot 2028.",
        "[P Maziz] weigert zijn contract bij [C OH Leuven] te verlengen tot 2028.",
        "Er ligt voor [P Maziz] een contract tot 2028 klaar bij [C OH Leuven].",
        "Ligt [P Maziz] nog tot 2028 vast bij [C OH Leuven]?",
        "[C OH Leuven] verhuurt [P Maziz] tot het einde van het seizoen aan [C Dender].",
        "[P Maziz] tekent op huurbasis tot medio 2025 bij [C Dender].",
        "Het tv-contract van de [K Eredivisie] loopt tot 2025.",
        "[P Maziz] is tot half december geschorst.",
        "[C OH Leuven] onderhandelt met [P Maziz] over een contract tot 2028.",
        "[P Maziz] hoopt dat [C OH Leuven] hem een contract voor drie jaar geeft.",
    ],
)
def test_no_contract(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("[P Kroes] praat met [C Ajax]. [P Til] ([C PSV]) ligt tot 2026 vast.", "PSV"),
        ("[C PSV] won van [C Ajax] en [C AZ]. [C Ajax]-verdediger [P Hato] ligt tot 2026 vast.", "Ajax"),
        ("[C Wolfsburg] heeft zich gemeld voor [P Pröpper] van [C PSV]. [P Hij=Pröpper] ligt tot 2026 vast.", "PSV"),
        ("[P Poku] verruilt [C AZ] voor [C Leverkusen] en tekent tot 2030.", "Leverkusen"),
        ("[P Poku] komt over van [C AZ] en tekent bij [C Leverkusen] tot 2030.", "Leverkusen"),
        ("[C RKC] haalt [P Felida] bij [C Den Bosch] weg. [P Hij=Felida] tekent tot 2030.", "RKC"),
        ("[C Ajax] en [C PSV] speelden gelijk tegen [C AZ] en [C NEC]. [P Til] ligt tot 2026 vast.", ""),
    ],
)
def test_club(text: str, club: str) -> None:
    (row,) = rows(text)
    assert row["club_id"] == club


def test_people_joined_and_taken_up() -> None:
    both = rows("[C Lierse] verlengt met [P Van Looy] en [P Bosch]. Beiden liggen nu vast tot 2028.")
    assert {(row["person_id"], row["club_id"], row["kind"]) for row in both} == {
        ("Van Looy", "Lierse", "extension"),
        ("Bosch", "Lierse", "extension"),
    }


def test_kind_follows_the_article() -> None:
    replaced = rows("[P Ki] tekende bij [C Groningen] tot 2028. [H Zijn=Ki] oude contract liep in juni af.")
    assert [row["kind"] for row in replaced] == ["extension", "expired"]
    (old,) = rows("[P Will Still] tekende pas in juni bij [C Lens], tot 2027.")
    assert old["kind"] == "running"
    (over,) = rows("In 2013 tekende [P Bakkali] bij [C PSV] een contract tot 2015.")
    assert over["kind"] == "expired"
    (broken,) = rows("[C Cercle] en [P Muslic] gaan per direct uit elkaar. [P Muslic] had nog een contract tot 2026.")
    assert broken["kind"] == "expired"


def test_a_length_counts_from_the_end_told_before() -> None:
    old, longer = rows("[P Ki] lag bij [C Gent] vast tot medio 2025. [H Zijn=Ki] contract werd met twee jaar verlengd.")
    assert (old["end_date"], longer["end_date"], longer["kind"]) == ("2025-06-30", "2027-06-30", "extension")
    (unknown,) = rows("[P Ki] verlengde [H zijn=Ki] contract bij [C AA Gent] met twee jaar.")
    assert (unknown["end_value"], unknown["end_date"]) == ("P2Y", "2026-06-30")


def test_season_end_without_a_date() -> None:
    (row,) = rows("[P Kums] zit bij [C AA Gent] in zijn laatste contractjaar.")
    assert (row["end_date"], row["end_precision"], row["end_value"]) == ("2025-06-30", "season", "2024-07/2025-06")


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("[C Telstar] haalt [P Mats Roon] op bij [C Dordrecht]. De verdediger tekent tot medio 2026.", "Telstar"),
        ("[P Mats Roon] komt over van [C Dordrecht], waar zijn contract deze zomer afloopt.", "Dordrecht"),
        ("[P Mats Roon] verlengde zijn contract bij [C Telstar] tot 2026 en won bij [C Dordrecht].", "Telstar"),
        ("[P Mats Roon] (contract tot 2026) geniet belangstelling van [C Bath]. [C Telstar] zegt nee.", "Telstar"),
        ("[P Mats Roon] wordt trainer van [C Telstar]. [P Hij=Mats Roon] tekende tot 2026.", "Telstar"),
    ],
)
def test_club_is_the_one_that_signs_or_keeps(text: str, club: str) -> None:
    (row,) = rows(text)
    assert row["club_id"] == club


def test_first_person_is_the_speaker() -> None:
    (named,) = rows("‘Ik heb hier nog een contract tot 2026’, zegt [P Mats Roon] van [C Telstar].")
    assert (named["person_id"], named["club_id"]) == ("Mats Roon", "Telstar")
    text = "[P Mats Roon] speelt voor [C Telstar]. [P Roon=Mats Roon] prijst [P Bob Kok].\n„Ik lig vast tot 2026.”"
    (asked,) = rows(text)
    assert asked["person_id"] == "Mats Roon"
