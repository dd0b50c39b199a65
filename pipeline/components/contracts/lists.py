"""Lists of people under contract: a heading that tells the end, and names behind or below it."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import near
from pipeline.components.contracts import parties
from pipeline.components.contracts.statements import end_of
from pipeline.components.contracts.words import NOUN
from pipeline.components.reading import Item, Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.dutch.contract_ends import ContractEnd, current_season_end
from pipeline.records import Claim

_NOBODY = f"[^:.{sign('P')}{sign('H')}]"
_HEADING = (
    rf"^\W*(?:[\w-]+ |<CKD> ){{0,5}}?(?:aflopende? {NOUN}|einde contract"
    rf"|{NOUN}(?: (?:loopt|lopen))?(?: (?:af|tot|in|tot en met))*|(?:liggen )?vast tot|onder contract tot)"
    r"(?: (?:in|op|tot|bij|van|na|per|en met|medio|de|het|spelers|dit seizoen)| ?<CKDN>){0,6} ?:"
    rf"|^\W*(?:[\w-]+ ){{0,3}}?(?:einde {NOUN}|aflopende? {NOUN}|{NOUN} tot(?: en met)?|vast tot|transfervrij)"
    r"(?: (?:in|op|per|na|tot|de|het)| ?<DN>){0,4}\s*$"
    rf"|^{_NOBODY}{{3,80}}{NOUN}{_NOBODY}{{1,20}}<DN>{_NOBODY}{{0,20}}:(?= ?[\w-]*,? ?<P>(?:[,.;]| en| \())"
)
#: A line of a list holds names, dates and few words of its own.
_WORDS = pattern(r"[a-z]{2,}")
#: A line with one person and, behind a colon, what becomes of him, which is no longer of the contract.
_ITEM = pattern(r"^\s*[-–•*·] ?<P>(?P<told>(?:(?!<P>)[^:\n]){0,80})(?=:|\n|$)")
_LIST_LINES = 40


def listed(found: Found) -> Iterable[Claim]:
    sentence = found.sentence
    heading = near(sentence, 0, found.match.end(), "DN")
    clubs = near(sentence, 0, found.match.end(), "C")
    default = heading[-1] if heading else None
    club = clubs[-1].entity if clubs else ""
    claims = _line(found, sentence, found.match.end(), len(sentence.skeleton), default, club)
    if claims or sentence.skeleton[found.match.end() :].strip():
        return claims
    for line in found.reading.sentences[sentence.index + 1 : sentence.index + 1 + _LIST_LINES]:
        names = near(line, 0, len(line.skeleton), "P")
        parted = "\n\n" in found.reading.text[line.start - 2 : line.start] and bool(claims)
        item = _ITEM.match(line.skeleton)
        if not names or (not item and (parted or len(_WORDS.findall(line.skeleton)) > 2 * len(names))):
            break
        line_end = item.end("told") if item else len(line.skeleton)
        claims += _line(found, line, 0, line_end, default, club)
    return claims


def _line(found: Found, line: Sentence, start: int, end: int, default: Item | None, club: str) -> list[Claim]:
    """The people of [start, end) of a line with the date and the club behind each, else those of the heading."""
    claims: list[Claim] = []
    names = near(line, start, end, "P")
    first = near(line, start, names[0].at if names else start, "C")
    for index, name in enumerate(names):
        stop = names[index + 1].at if index + 1 < len(names) else end
        own = near(line, name.at, stop, "C") or first
        dates = [item for item in near(line, name.at, stop, "DN") if end_of(found, item, True, "").day]
        until = dates[0] if dates else default
        key = own[0].entity if own else club
        told = _told(found, until, key)
        match = pattern("<P>").match(line.skeleton, name.at)
        if match is None or not told.day:
            continue
        claims.append(
            found._replace(sentence=line, match=match).claim(
                *dates[:1],
                person_id=name.entity,
                club_id=key,
                kind="running",
                start_value="",
                start_date="",
                end_text=found.reading.text[until.start : until.end] if until else "",
                end_value=told.value,
                end_date=told.day,
                end_precision=told.precision,
                certainty="stated",
                reported_by="",
            )
        )
    return claims


def _told(found: Found, end: Item | None, club: str) -> ContractEnd:
    if end is not None:
        return end_of(found, end, True, club)
    if not pattern(r"aflopend|einde contract|\baf\b").search(found.match[0]):
        return ContractEnd("", "", "")
    yearly = parties.plays_calendar_year(found.reading, club)
    return current_season_end(found.reading.published, yearly)


RULES = (
    ClaimRule(
        "contract-list",
        ("contract", "vast tot", "verbintenis"),
        _HEADING,
        listed,
        (
            Example(
                "Aflopende contracten [C PSV]: [P Til], [P Boscagli] en [P Benítez] (2026).",
                (
                    {"person_id": "Til", "club_id": "PSV", "end_date": "2025-06-30"},
                    {"person_id": "Boscagli", "end_date": "2025-06-30"},
                    {"person_id": "Benítez", "end_date": "2026-06-30"},
                ),
            ),
            Example(
                "Contract tot 2026:\n[P Til] ([C PSV])\n[P Hato] ([C Ajax])\n\n[P Bosz] was tevreden.",
                (
                    {"person_id": "Til", "club_id": "PSV", "end_date": "2026-06-30"},
                    {"person_id": "Hato", "club_id": "Ajax", "end_date": "2026-06-30"},
                ),
            ),
            Example(
                "Drie spelers hebben bij [C Kortrijk] nog een contract tot 2027: [P Kadri], [P Davies] en [P Silva].",
                ({"person_id": "Kadri"}, {"person_id": "Davies"}, {"person_id": "Silva", "club_id": "Kortrijk"}),
            ),
            Example(
                "Einde contract in 2025\n\n- [P Max Roos] (spits): mag weg\n- [P Wim Pot] (doelman): naar [C NEC]",
                ({"person_id": "Max Roos", "end_date": "2025-06-30"}, {"person_id": "Wim Pot", "club_id": ""}),
            ),
            Example("Over zijn contract: [P Til] was duidelijk.", ()),
        ),
    ),
)
