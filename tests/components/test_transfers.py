"""voetbal_transfers: every rule's examples, and how an article's moves are settled."""

from __future__ import annotations

import pytest

from pipeline.components.rules import Example
from pipeline.components.transfers import RULES
from tests.components.harness import check, examples


@pytest.mark.parametrize(("rule", "example"), examples(RULES), ids=lambda value: getattr(value, "text", value))
def test_examples(rule: str, example: Example) -> None:
    check(example, "transfers", "voetbal_roles", "voetbal_transfers")


ARTICLES = (
    # he came to the club that he now leaves
    Example(
        "[C PEC] verkoopt [P Jan Wit] aan [C Fortuna]. [P Hij=Jan Wit] kwam in 2018 over van [C Ajax].",
        (
            {"from_club_id": "PEC", "to_club_id": "Fortuna", "date_value": ""},
            {"from_club_id": "Ajax", "to_club_id": "PEC", "date_value": "2018"},
        ),
    ),
    # the surest statement of one move stands
    Example(
        "[C PSV] wil [P Jan Wit] aantrekken. [P Jan Wit] tekent bij [C PSV].",
        ({"to_club_id": "PSV", "status": "done"},),
    ),
    # what somebody concerned denies is no rumour any more
    Example(
        "[P Jan Wit] wordt in verband gebracht met [C PSV]. De transfer van [P Jan Wit] naar [C PSV] gaat niet door.",
        ({"to_club_id": "PSV", "status": "denied"},),
    ),
    # an appointment of years ago is a role, no move
    Example("Trainer [P Jan Wit] tekende in 2019 bij [C Ajax].", ()),
    # a new coach is a move
    Example(
        "[P Jan Wit] wordt volgend seizoen trainer van [C Ajax].",
        ({"person_id": "Jan Wit", "to_club_id": "Ajax", "status": "agreed"},),
    ),
    # an insertion does not end a clause
    Example(
        "[P Jan Wit] wordt door [C PSV], dat hoog staat, voor een jaar gehuurd van [C Ajax].",
        ({"from_club_id": "Ajax", "to_club_id": "PSV", "type": "loan"},),
    ),
    # a career: each station is a move
    Example(
        "[P Jan Wit] begon bij [C Ajax], trok in 2015 naar [C PSV] en keerde via [C AZ] terug.",
        ({"to_club_id": "PSV", "status": "done"}, {"to_club_id": "AZ", "status": "done"}),
    ),
    # an apposition without an auxiliary
    Example(
        "[C PSV] won. [C PSV] viert. [C PSV] prijst [P Jan Wit], deze zomer gehuurd van [C Ajax].",
        ({"from_club_id": "Ajax", "to_club_id": "PSV", "type": "loan"},),
    ),
    # where both are said, he leaves the one and goes to the other
    Example(
        "Na een jaar bij [C PSV] keerde [P Jan Wit] terug naar [C Ajax].",
        ({"to_club_id": "Ajax", "status": "done"},),
    ),
    Example("[P Jan Wit] keerde na rust niet terug bij [C PSV].", ()),
    Example("Als [P Jan Wit] naar [C PSV] gaat, is dat jammer.", ()),
    Example("Gaat [P Jan Wit] naar [C PSV]?", ()),
)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.text)
def test_settled(article: Example) -> None:
    check(article, "transfers", "voetbal_roles", "voetbal_transfers")
