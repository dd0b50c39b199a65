"""voetbal_stats: numbers about people, clubs and national teams → claims for the stats table.

One module a kind of number: `points` (gaps, table lines), `standings` (places), `streaks`, `ellipsis` (numbers
without a noun), `running` (totals so far), `times` (scored twice, a hat-trick), `played` (matches), `counts` (goals,
wins …), `people` (age, height …) and `money` (fee, value). `nouns` knows what is counted, `subjects` who a number is
about, and `about` turns a place in a sentence into a row's subject, club, competition and period.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe, ClaimRule, Found
from pipeline.components.clauses import near
from pipeline.components.document import add_claims
from pipeline.components.reading import Sentence, reading_of
from pipeline.components.stats import (
    counts,
    ellipsis,
    money,
    people,
    played,
    points,
    running,
    standings,
    streaks,
    times,
)
from pipeline.records import Claim
from pipeline.schema.values import COACH_ROLES

IDENTITY = ("subject_id", "metric", "value", "competition_id", "period_text")
#: Signs of numbers.
NUMBERS = "NRXEAF"
#: Cells that one telling of a number may have and another not, without being another number.
_OPEN = ("competition_id", "period_earliest")


@cache
def rules() -> tuple[ClaimRule, ...]:
    """All rules for stats, in the order in which they are tried."""
    return (
        *points.RULES,
        *standings.RULES,
        *streaks.RULES,
        *ellipsis.rules(),
        *running.RULES,
        *times.rules(),
        *played.RULES,
        *counts.rules(),
        *people.RULES,
        *money.RULES,
    )


class StatsPipe(ClaimPipe):
    """Reads stats; what earlier pipes read tells whom a coach leads and where a match was played."""

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        """The claims of a sentence; a number that one rule has read is not read again by another."""
        spent: set[int] = set()
        skeleton = sentence.skeleton
        for rule in self.rules:
            if rule.cues and not any(cue in skeleton for cue in rule.cues):
                continue
            for match in sentence.find(rule.pattern):
                numbers = [
                    item.at
                    for item in near(sentence, match.start(), match.end(), NUMBERS)
                    if not skeleton.startswith("nummer ", item.at - len("nummer "))
                    or item.at == match.start() + len("nummer ")
                ]
                if numbers and numbers[0] in spent:
                    continue
                claims = list(rule.read(Found(rule, self.table, sentence, match)))
                if claims:
                    spent.update(numbers)
                yield from claims

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        reading.teams = teams(doc._.claims)
        reading.home = home(doc._.claims)
        claims: list[Claim] = []
        for sentence in reading.sentences:
            for claim in self.find(sentence):
                add(claims, claim)
        add_claims(doc, claims)
        return doc


def add(claims: list[Claim], claim: Claim) -> None:
    """Appends a claim unless it only says again, more or less fully, what one before says."""
    for index, known in enumerate(claims):
        if _same(known.values, claim.values):
            filled = {name: known.values[name] or value for name, value in claim.values.items()}
            claims[index] = known._replace(values=filled)
            return
    claims.append(claim)


def _same(known: dict[str, Any], new: dict[str, Any]) -> bool:
    if any(known[name] != new[name] for name in ("subject_id", "metric", "value")):
        return False
    return all(known[name] == new[name] or not known[name] or not new[name] for name in _OPEN)


def teams(claims: list[Claim]) -> dict[str, str]:
    """Coach → the one side the article says he leads."""
    led: dict[str, set[str]] = {}
    for claim in claims:
        values = claim.values
        if claim.table == "roles" and values["role"] in COACH_ROLES and values["status"] == "current":
            led.setdefault(values["person_id"], set()).add(values["club_id"] or values["national_team_id"])
    return {person: next(iter(sides)) for person, sides in led.items() if len(sides) == 1}


def home(claims: list[Claim]) -> str:
    """The home side of the only match the article tells the result of; empty when there is no such one."""
    results = [claim.values for claim in claims if claim.table == "matches" and claim.values["home_goals"] != ""]
    sides = {
        values["home_club_id"] or values["home_national_team_id"]
        for values in results
        if values["venue"] == "home_away"
    }
    return sides.pop() if len(results) == 1 and len(sides) == 1 else ""


@Language.factory("voetbal_stats")
def make_stats(nlp: Language, name: str) -> StatsPipe:
    """The pipe, to stand behind roles and matches, which it looks at when they are there."""
    return StatsPipe("stats", rules(), IDENTITY)
