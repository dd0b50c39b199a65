"""voetbal_contracts: who is under contract where and until when → claims for the contracts table.

`running` reads contracts in force, `signing` those being signed, prolonged or broken off. `statements` turns a
place where words fit into rows: `parties` says who and where, `pipeline.dutch.contract_ends` until when. What
one sentence leaves open is completed here from the sentences before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe, ClaimRule, Found
from pipeline.components.contracts import parties, running, signing
from pipeline.components.document import add_claims
from pipeline.components.reading import Reading, Sentence, reading_of
from pipeline.dutch.contract_ends import prolonged
from pipeline.records import Claim

IDENTITY = ("person_id", "club_id", "kind", "end_date", "end_value")


@cache
def rules() -> tuple[ClaimRule, ...]:
    """All rules for contracts, in the order in which they are tried; each end belongs to the first that reads it."""
    order = {rule.name: rule for rule in (*running.RULES, *signing.RULES)}
    first = ("contract-attributive", "contract-option-taken", "contract-option", "contract-dissolved")
    return tuple(order.pop(name) for name in first) + tuple(order.values())


class ContractPipe(ClaimPipe):
    """Reads contracts, sentence by sentence, with what earlier sentences told in mind."""

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        known = list(doc._.claims)
        told: list[Claim] = []
        for sentence in reading.sentences:
            for claim in sorted(self.find(sentence), key=lambda claim: claim.start):
                complete = _complete(claim, reading, sentence.index, known, told)
                if complete is not None:
                    told.append(complete)
        add_claims(doc, told)
        return doc

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        """The claims of a sentence; an end that one rule has read is not read again by another."""
        skeleton = sentence.skeleton
        spent: set[tuple[str, str]] = set()
        for rule in self.rules:
            if not any(cue in skeleton for cue in rule.cues):
                continue
            for match in sentence.find(rule.pattern):
                for claim in list(rule.read(Found(rule, self.table, sentence, match))):
                    key = (claim.values["person_id"], claim.values["end_text"])
                    if key not in spent:
                        spent.add(key)
                        yield claim


def _complete(claim: Claim, reading: Reading, index: int, known: list[Claim], told: list[Claim]) -> Claim | None:
    """The claim with the club implied and a length counted from the contract it prolongs; None if told before."""
    values = dict(claim.values)
    person = values["person_id"]
    if not values["club_id"]:
        values["club_id"] = parties.own_club(reading, person, index, [*known, *told]) or parties.main_club(reading, index)
    before = [row.values for row in told if row.values["person_id"] == person and row.values["end_date"]]
    if values["kind"] == "option" or (values["kind"] == "extension" and "extends" in claim.rule):
        if values["end_value"].startswith("P") and before:
            yearly = parties.plays_calendar_year(reading, values["club_id"])
            end = prolonged(before[-1]["end_date"], values["end_value"], yearly)
            values.update(end_date=end.day, end_precision=end.precision)
    if values["kind"] == "new" and any(row["kind"] == "running" and row["club_id"] == values["club_id"] for row in before):
        values["kind"] = "extension"
    same = [row for row in before if row["club_id"] == values["club_id"] and row["end_date"] == values["end_date"]]
    return None if same else claim._replace(values=values)


@Language.factory("voetbal_contracts")
def make_contracts(nlp: Language, name: str) -> ContractPipe:
    """The pipe, to stand behind roles, which it looks at when they are there."""
    return ContractPipe("contracts", rules(), IDENTITY)
