"""voetbal_matches: final results and fixtures → claims for the matches table.

A score is a result only where its clause says how the match ended: who won, who lost, that it was drawn.
Scores of goals told one by one, at half-time, over two legs or of a shoot-out are left alone. The larger
number goes to the winner, whichever way round it is written; who was at home is read from the words
("bij X", "in eigen huis", the town of a side) or stays open.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe
from pipeline.components.document import add_claims
from pipeline.components.matches import fixtures, results
from pipeline.components.matches.rows import IDENTITY
from pipeline.components.reading import reading_of
from pipeline.components.stats import teams
from pipeline.records import Claim

#: All rules for matches, in the order in which they are tried.
RULES = (*results.RULES, *fixtures.RULES)


class MatchesPipe(ClaimPipe):
    """Reads results and fixtures; one match told twice is one claim, at its first words."""

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        reading.teams = teams(doc._.claims)
        claims: list[Claim] = []
        for sentence in reading.sentences:
            for claim in self.find(sentence):
                add(claims, claim)
        results = {_sides_of(claim) for claim in claims if claim.values["home_goals"] != ""}
        kept = [
            claim
            for claim in claims
            if claim.values["home_goals"] != ""
            or _sides_of(claim) not in results
            or claim.values["date_earliest"] > reading.published > ""
        ]
        add_claims(doc, kept)
        return doc


def _sides_of(claim: Claim) -> frozenset[str]:
    return frozenset(claim.values[name] for name in IDENTITY[:4] if claim.values[name])


def _goals_by_side(claim: Claim) -> frozenset[tuple[str, Any]]:
    values = claim.values
    return frozenset(
        (values[f"{side}_club_id"] or values[f"{side}_national_team_id"], values[f"{side}_goals"])
        for side in ("home", "away")
    )


def add(claims: list[Claim], claim: Claim) -> None:
    """Appends a claim unless its match is known with these goals; what it tells more is taken over."""
    for index, known in enumerate(claims):
        if _goals_by_side(known) == _goals_by_side(claim):
            better = claim if known.values["venue"] == "unknown" and claim.values["venue"] != "unknown" else known
            values = {name: better.values[name] or known.values[name] or claim.values[name] for name in known.values}
            claims[index] = known._replace(values=values)
            return
    claims.append(claim)


@Language.factory("voetbal_matches")
def make_matches(nlp: Language, name: str) -> MatchesPipe:
    """The pipe, to stand behind dates and numbers."""
    return MatchesPipe("matches", RULES, IDENTITY)
