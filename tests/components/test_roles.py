"""voetbal_roles: every rule's examples, role words, and how an article's rows are settled."""

from __future__ import annotations

import pytest

from pipeline.components.reading import sign
from pipeline.components.roles import RULES
from pipeline.components.roles.words import ROLE, marked, sense
from pipeline.components.rules import Example
from tests.components.harness import check, examples


@pytest.mark.parametrize(("rule", "example"), examples(RULES), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "roles", "voetbal_roles")


@pytest.mark.parametrize(
    ("word", "role", "former"),
    [
        ("hoofdtrainer", "head_coach", False),
        ("ex-trainer", "head_coach", True),
        ("oud-aanvoerder", "captain", True),
        ("doelmannen", "goalkeeper", False),
        ("basisdoelman", "goalkeeper", False),  # not listed: a compound keeps the meaning of its last part
        ("keeperstrainer", "other", False),
    ],
)
def test_word(word: str, role: str, former: bool) -> None:
    found = sense(word)
    assert found is not None
    assert (found.role, found.former) == (role, former)


@pytest.mark.parametrize("word", ["ploeggenoot", "autotrainer", "wedstrijd", "achterban"])
def test_no_role_word(word: str) -> None:
    assert sense(word) is None


def test_only_behind_a_club_an_ending_is_a_role_word() -> None:
    assert marked("er speelt een ster") == "er speelt een ster"
    assert marked(f"{sign('C')}'er") == sign("C") + 3 * ROLE


ARTICLES = (
    # a bare "trainer" is the trainer of the club that the article is about
    Example(
        "[C Ajax] is klaar voor zondag.\nTrainer [P Jan Wit] looft [C Ajax] en rept niet over [C PSV].",
        ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},),
    ),
    # the position that a description tells, at the club that another sentence tells
    Example(
        "[P Jan Wit] staat onder contract bij [C Ajax]. [P De linksback=Jan Wit] is fit.",
        ({"person_id": "Jan Wit", "role": "defender", "club_id": "Ajax"},),
    ),
    # not both player and defender
    Example(
        "[C Ajax]-speler [P Jan Wit] is fit. [P De linksback=Jan Wit] van [C Ajax] speelt.",
        ({"person_id": "Jan Wit", "role": "defender", "club_id": "Ajax"},),
    ),
    # who is dismissed in the same article is no longer in office
    Example(
        "[C Ajax] heeft hoofdtrainer [P Jan Wit] ontslagen.",
        ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "former"},),
    ),
    # the club spoken of, and across from it the other one
    Example(
        "[C Ajax] won met 2-0 van [C PSV]. Doelman [P Jan Wit] bleef koel.",
        ({"person_id": "Jan Wit", "role": "goalkeeper", "club_id": "Ajax"},),
    ),
    Example(
        "[C Ajax] won met 2-0 van [C PSV]. Aan de overkant faalde spits [P Piet Kok].",
        ({"person_id": "Piet Kok", "role": "forward", "club_id": "PSV"},),
    ),
    # a match report does not tell whose trainer comes up where neither side was just named
    Example("[C Ajax] - [C PSV] 2-0. Het regende. [C Ajax] was beter. De zon kwam. Trainer [P Jan Wit] zweeg.", ()),
    # the captain of an article on a national team
    Example(
        "[T België] oefent zondag. Aanvoerder [P Jan Wit] is fit.",
        ({"person_id": "Jan Wit", "role": "captain", "national_team_id": "België"},),
    ),
    # a coach right behind a player of a known club
    Example(
        "[C AZ] - [C PSV] was saai.\nSpits [P Piet Kok] van [C Ajax] juichte. De ploeg van [P Jan Wit] is eerste.",
        (
            {"person_id": "Piet Kok", "role": "forward", "club_id": "Ajax"},
            {"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},
        ),
    ),
    # from a date to come on
    Example(
        "[P Jan Wit] is vanaf 1 juli 2025 trainer van [C Ajax].",
        ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "future"},),
    ),
    # a position without any club is nobody's
    Example("Spits [P Jan Wit] en doelman [P Piet Kok] zagen [C Ajax] van [C PSV] winnen.", ()),
)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.text)
def test_settled(article: Example) -> None:
    check(article, "roles", "voetbal_roles")
