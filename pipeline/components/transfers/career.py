"""Moves in the story of a career: spells on loan, stations on the way, where somebody ended up, where he plays next."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline import seeds
from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import near
from pipeline.components.rules import Example
from pipeline.components.transfers.about import Move, mover, rows, status_of
from pipeline.components.transfers.frames import around, joins
from pipeline.records import Claim

_LEAVES = r"\b(?:vertrekt|vertrok|vertrokken|verkaste?|verhuisde?|verhuist|terugkeert|terug)\b"
_X = "[P Jan Wit]"


def via(found: Found) -> Iterable[Claim]:
    """ "via Y en Z keerde X terug": each station is a move to it."""
    at = found.match.start()
    who, stations = mover(found, at), around(found, at)[2].after("via")
    if who is None or status_of(found.sentence, at, "done") != "done":
        return ()
    return rows(found, [Move(who, None, club, "done", "unknown") for club in stations])


_plays = joins(("voor", "bij"), ())


def plays_next(found: Found) -> Iterable[Claim]:
    """ "X komt volgend seizoen uit voor Y": a season ahead, and no word of staying."""
    start, end, _ = around(found, found.match.start())
    text = found.reading.text
    ahead = any(
        re.match(r"(?:volgend|komend)\w* (?:seizoen|jaargang|jaar)", text[item.start : item.end].lower())
        for item in near(found.sentence, start, end, "D")
    )
    if not ahead or re.search(r"\b(?:nog|ook|opnieuw|weer|gewoon|steeds)\b", found.sentence.skeleton[start:end]):
        return ()
    return [claim for claim in _plays(found) if claim.values["status"] == "agreed"]


def abroad(found: Found) -> Iterable[Claim]:
    """ "X vertrok naar Israël": away from his club, to one that is not told."""
    sentence, at = found.sentence, found.match.start()
    place, who = found.item("land"), mover(found, at)
    status = status_of(sentence, at, "done")
    start, end, sides = around(found, at)
    if (
        who is None
        or place is None
        or status not in ("done", "agreed")
        or not re.search(_LEAVES, sentence.skeleton[start:end])
    ):
        return ()
    if found.reading.text[place.start : place.end] not in _countries() or sides.after("met", "bij"):
        return ()
    return rows(found, [Move(who, None, None, status, "unknown")])


def _countries() -> set[str]:
    return {row["form"] for row in seeds.rows("nationalities.csv") if row["kind"] == "country"}


def _example(text: str, **values: object) -> Example:
    """A sentence about Jan Wit and the row it gives; none without values."""
    return Example(text, ({"person_id": "Jan Wit", **values},) if values else ())


RULES = (
    ClaimRule(
        "transfer-loan-spell",
        ("huur", "leen"),
        (
            r"\b(?:op (?:huur|leen|uitleen)basis|als huurling|huurperiodes?|verhuurperiodes?|uitleenbeurt\w*|"
            r"uitleningen)\b(?=[^.;]{0,80} (?:bij|voor|aan|namens|naar) )|"
            r"\b(?:speelde|keepte|voetbalde|speelt|vertoefde|verbleef)\b"
            r"(?=[^.;]{0,80} (?:op (?:huur|leen|uitleen)basis|als huurling)\b)"
        ),
        joins(("bij", "voor", "aan", "namens", "naar"), ("van",), kind="loan"),
        (
            _example(
                f"{_X} keepte in 2019 op huurbasis een half jaar voor [C PSV].",
                to_club_id="PSV",
                type="loan",
                status="done",
            ),
            _example(f"Vorig seizoen stond {_X} als huurling onder de lat bij [C PSV].", to_club_id="PSV", type="loan"),
            _example(f"{_X} is tegen een uitleenbeurt."),
        ),
    ),
    ClaimRule(
        "transfer-land",
        ("neer", "beland", "terecht", "onderdak", "aan de slag", "in dienst"),
        (
            r"\b(?:streek|strijkt|streken)\b(?=[^.;]{0,80}\bneer\b)|\bneer(?:streek|strijkt|gestreken)\b|"
            r"\bbeland(?:t|de|den)?\b(?! (?:\w+ )?op)|\b(?:kwam|komt|kwamen)\b(?=[^.;]{0,80}\bterecht\b)|"
            r"\bterecht(?:kwam|komt|gekomen)\b|\bonderdak\b|\b(?:gaat|ging|gegaan)\b(?=[^.;]{0,80}\baan de slag bij\b)|"
            r"\baan de slag (?:gaat|ging|kan)\b|\bin dienst (?:van|bij)\b(?=[^.;]{0,60} (?:trad|treedt)\b)"
        ),
        joins(("bij",), ("van",)),
        (
            _example(f"In 2020 streek {_X} neer bij [C PSV].", to_club_id="PSV", status="done", date_value="2020"),
            _example(f"{_X} vond in 2017 onderdak bij [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} belandde op de bank bij [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-via",
        ("via ",),
        (
            r"\bvia (?:(?:de|het|\w+e) ){0,2}<C>(?=[^.;]{0,80}\b(?:keer|kwam|komt|beland|trok|ging|vond|verhuisde|"
            r"terug))|\b(?:keerde|keert|kwam|kwamen|belandde|trok|ging|verhuisde|vertrok)\b"
            r"(?=[^.;]{0,60}\bvia (?:(?:de|het|\w+e) ){0,2}<C>)"
        ),
        via,
        (
            _example(f"Via [C PSV] keerde {_X} terug naar huis.", to_club_id="PSV", status="done"),
            Example(
                f"Via [C PSV] en [C AZ] kwam {_X} terecht bij [C NEC].",
                ({"to_club_id": "PSV"}, {"to_club_id": "AZ"}, {"to_club_id": "NEC"}),
            ),
            _example(f"{_X} laat via [C PSV] weten dat het goed gaat."),
        ),
    ),
    ClaimRule(
        "transfer-plays-next",
        ("uitkomt", "uitkomen", "speelt", "spelen", "voetbalt", "komt"),
        r"\b(?:uitkomt|uitkomen|speelt|voetbalt|spelen|komt(?=[^.;]{0,60} uit (?:voor|bij)\b))\b",
        plays_next,
        (
            _example(
                f"{_X}, die volgend seizoen voor [C PSV] uitkomt, nam afscheid.", to_club_id="PSV", status="agreed"
            ),
            _example(f"{_X} speelt volgend seizoen nog voor [C PSV]."),
            _example(f"{_X} speelt zaterdag voor [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-helps",
        ("versterken", "helpen"),
        r"\b(?:gaat|zal|komt)\b(?= <C>[^.;]{0,50}\b(?:versterken|helpen)\b)",
        joins(("",), ()),
        (
            _example(f"{_X} komt [C PSV] versterken.", to_club_id="PSV", status="done"),
            _example(f"{_X} gaat de jeugd helpen."),
        ),
    ),
    ClaimRule(
        "transfer-abroad",
        (" naar ",),
        r"\bnaar (?P<land><L>)",
        abroad,
        (
            _example(
                f"[C PSV] zoekt een spits. [C PSV] mist {_X}, die in januari naar [L Israël] vertrok.",
                from_club_id="PSV",
                to_club_id="",
                status="done",
            ),
            _example(f"[C PSV] reist met {_X} naar [L Israël]."),
        ),
    ),
)
