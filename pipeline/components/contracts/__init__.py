"""voetbal_contracts: who is under contract where and until when → claims for the contracts table.

`running` reads contracts in force, `signing` those being signed, prolonged or broken off. `statements` turns a
place where words fit into rows: `parties` says who and where, `pipeline.dutch.contract_ends` until when. What
one sentence leaves open is completed here from the sentences before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe, ClaimRule, Found
from pipeline.components.contracts import lists, parties, running, signing
from pipeline.components.contracts.statements import OUTCOME
from pipeline.components.contracts.words import EXTENDING, NOUN, TAKEN_UP
from pipeline.components.document import add_claims
from pipeline.components.reading import Sentence, pattern, reading_of
from pipeline.dutch.contract_ends import current_season_end, from_length, prolonged, year_end
from pipeline.records import Claim

IDENTITY = ("person_id", "club_id", "kind", "end_date", "end_value")


#: How far behind a contract an option may be told of without naming its holder, in characters.
_OPTION_REACH = 1500


#: What every rule needs in a sentence; it only saves time.
_ANY_CUE = re.compile(
    r"contract|verbintenis|overeenkomst|dienstverband|vast|optie|bind|bond|verleng|teken|krabbel|parafe|blij[fv]|trouw"
    r"|met elkaar|samen|langer|transfervrij|ontb|plak|bovenop|loonlijst|lopend|opengebroken|(?:doet|deed) er"
    r"|hangt?en?|hing|knoop|brei"
    r"|aangesteld|strik|benoem|stel(?:t|de|len)\b|\b(?:wordt|werd)\b[^.\n]{1,80}(?:trainer|coach)"
)
#: How near to an "aflopend contract" its prolongation is the same news, in characters.
_BREATH = 100


@cache
def rules() -> tuple[ClaimRule, ...]:
    """All rules for contracts, in the order in which they are tried; each end belongs to the first that reads it."""
    order = {rule.name: rule for rule in (*running.RULES, *signing.RULES, *lists.RULES)}
    first = (
        "contract-list",
        "contract-attributive",
        "contract-option-taken",
        "contract-option",
        "contract-dissolved",
        "contract-extends-by-adding",
    )
    return tuple(order.pop(name) for name in first) + tuple(order.values())


class ContractPipe(ClaimPipe):
    """Reads contracts, sentence by sentence, with what earlier sentences told in mind."""

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        known = list(doc._.claims)
        told: list[Claim] = []
        for sentence in reading.sentences:
            for claim in self.find(sentence):
                for each in _with_holder(claim, told):
                    complete = _complete(each, sentence, known, told)
                    if complete is not None:
                        told.append(complete)
        add_claims(doc, [_renewing(claim, told) for claim in told if not _superseded(claim, told)])
        return doc

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        """The claims of a sentence in the order of their ends; an end that one rule has read is not read again."""
        skeleton = sentence.skeleton
        if not _ANY_CUE.search(skeleton):
            return
        spent: set[tuple[str, str]] = set()
        placed: list[tuple[int, Claim]] = []
        for rule in self.rules:
            if not any(cue in skeleton for cue in rule.cues):
                continue
            for match in sentence.find(rule.pattern):
                for claim in list(rule.read(Found(rule, self.table, sentence, match))):
                    key = (claim.values["person_id"], claim.values["end_text"])
                    if key not in spent:
                        spent.add(key)
                        placed.append((match.end(), claim))
        yield from (claim for _, claim in sorted(placed, key=lambda each: each[0]))


def _with_holder(claim: Claim, told: list[Claim]) -> list[Claim]:
    """An option in a sentence that names nobody belongs to the contract told of last."""
    if claim.values["person_id"]:
        return [claim]
    signed = [row for row in told if row.values["kind"] in ("new", "extension")]
    last = [row for row in signed if row.start >= claim.start - _OPTION_REACH]
    last = last or [row for row in told if row.values["kind"] == "running" and row.start >= claim.start - _BREATH]
    return [claim._replace(values=claim.values | {"person_id": row.values["person_id"]}) for row in last[-1:]]


def _complete(claim: Claim, sentence: Sentence, known: list[Claim], told: list[Claim]) -> Claim | None:
    """The claim with the club implied and a length counted from the contract it prolongs; None if told before."""
    reading = sentence.reading
    values = dict(claim.values)
    person = values["person_id"]
    if not values["club_id"]:
        values["club_id"] = _implied_club(claim, sentence, known, told)
    if not claim.values["club_id"] and parties.plays_calendar_year(reading, values["club_id"]):
        values.update(_by_calendar_year(values, reading.published))
    before = [row.values for row in told if row.values["person_id"] == person and row.values["end_date"]]
    if not values["end_date"] and values["end_value"].startswith("P") and before:
        yearly = parties.plays_calendar_year(reading, values["club_id"])
        end = prolonged(before[-1]["end_date"], values["end_value"], yearly)
        values.update(end_date=end.day, end_precision=end.precision)
    elif not values["end_date"] and values["end_value"].startswith("P") and values["kind"] == "extension":
        end = from_length(
            values["end_value"], reading.published, parties.plays_calendar_year(reading, values["club_id"])
        )
        values.update(end_date=end.day, end_precision=end.precision)
    if values["kind"] == "new" and _stays(sentence, person):
        values["kind"] = "extension"
    if values["kind"] == "running" and OUTCOME.search(sentence.skeleton) and _stays(sentence, person):
        values["kind"] = "extension"
    if values["kind"] != "option" and values["end_date"] and values["end_date"] < reading.published[:10]:
        values["kind"] = "expired"
    same = [row for row in before if row["club_id"] == values["club_id"] and row["end_date"] == values["end_date"]]
    return None if same else claim._replace(values=values)


def _by_calendar_year(values: dict[str, str], published: str) -> dict[str, str]:
    """The end as a club means it whose league plays from spring to autumn, where its words leave that open."""
    value, precision = values["end_value"], values["end_precision"]
    if precision == "year" and re.fullmatch(r"\d{4}", value):
        end = year_end(int(value), True)
    elif precision == "year" and value.startswith("P"):
        end = from_length(value, published, True)
    elif precision == "season" and pattern(NOUN).search(values["end_text"].lower()):
        end = current_season_end(published, True)
    else:
        return {}
    return {"end_value": end.value, "end_date": end.day, "end_precision": end.precision}


def _renewing(claim: Claim, told: list[Claim]) -> Claim:
    """A new contract as an extension, where the article goes on to tell of the one that it replaces."""
    mine = ("person_id", "club_id")
    replaced = claim.values["kind"] == "new" and any(
        row.values["kind"] in ("running", "expired") and all(row.values[name] == claim.values[name] for name in mine)
        for row in told
    )
    return claim._replace(values=claim.values | {"kind": "extension"}) if replaced else claim


def _superseded(claim: Claim, told: list[Claim]) -> bool:
    """Whether a row only prepares another of the same person: an extension without a date for one with a date, or
    the "aflopende contract" that is prolonged in the same breath."""
    person, kind = claim.values["person_id"], claim.values["kind"]
    own = [row for row in told if row.values["person_id"] == person and row.values["kind"] == "extension"]
    dated = [row for row in own if row.values["end_date"]]
    if kind == "extension" and not claim.values["end_date"]:
        return bool(dated)
    undated = kind == "running" and bool(pattern(NOUN).search(claim.values["end_text"].lower()))
    if undated and claim.rule == "contract-not-extended":
        return any(row is not claim and row.values["person_id"] == person and row.values["end_date"] for row in told)
    return undated and any(row.start - _BREATH < claim.start < row.end for row in dated)


def _stays(sentence: Sentence, person: str) -> bool:
    """Whether the sentence before says that the person stays, so that what he signs is no first contract."""
    if not sentence.index:
        return False
    before = sentence.reading.sentences[sentence.index - 1]
    named = any(item.entity == person for item in before.of("PH"))
    return named and bool(pattern(rf"{EXTENDING}|{TAKEN_UP}").search(before.skeleton))


def _implied_club(claim: Claim, sentence: Sentence, known: list[Claim], told: list[Claim]) -> str:
    """The person's own club; of a new contract, the club that takes him."""
    person = claim.values["person_id"]
    if claim.values["kind"] == "new":
        return parties.new_club(sentence)
    if claim.values["kind"] == "option":
        known = []
        held = [row.values["club_id"] for row in told if row.values["person_id"] == person]
        if held:
            return str(held[-1])
    own = parties.own_club(sentence.reading, person, sentence.index, [*known, *told])
    return own or parties.courted_club(sentence) or parties.main_club(sentence)


@Language.factory("voetbal_contracts")
def make_contracts(nlp: Language, name: str) -> ContractPipe:
    """The pipe, to stand behind roles, which it looks at when they are there."""
    return ContractPipe("contracts", rules(), IDENTITY)
