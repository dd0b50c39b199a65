"""More of what is talked of: clubs that sound somebody out, talks, names that go round, deals that are announced."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.rules import Example
from pipeline.components.transfers.about import Move, rows, status_of
from pipeline.components.transfers.frames import around, joins
from pipeline.components.transfers.phrases import wants
from pipeline.records import Claim

_X = "[P Jan Wit]"


def named(found: Found) -> Iterable[Claim]:
    """ "De naam van X circuleert", "dat X overkomt, ontkent hij": at the club that settling fills in."""
    groups = found.match.groupdict()
    who = found.item("who" if groups["who"] else "one")
    status = status_of(found.sentence, found.match.start(), "rumour", found.sentence.skeleton)
    if who is None or status not in ("rumour", "denied"):
        return ()
    club = next(iter(around(found, found.match.start())[2].after("bij")), None)
    return rows(found, [Move(who, None, club, status, "unknown")])


def _example(text: str, **values: object) -> Example:
    """A sentence about Jan Wit and the row it gives; none without values."""
    return Example(text, ({"person_id": "Jan Wit", **values},) if values else ())


RULES = (
    ClaimRule(
        "transfer-announced",
        ("komst van", "transfer van", "aankoop van", "overgang van", "overname van"),
        (
            r"\b(?:bevestigt|bevestigde|maakt|maakte|meldt|meldde|kondigt|kondigde|presenteert)\b[^.;]{0,40}"
            r"\b(?:komst|transfer|aankoop|overgang|overname) van (?:[\w-]+ ){0,2}(?P<who><P>)"
        ),
        wants("done"),
        (
            _example(f"[C PSV] bevestigt de komst van {_X}.", to_club_id="PSV", status="done"),
            _example(f"Het duel maakt de komst van {_X} bijzonder."),
        ),
    ),
    ClaimRule(
        "transfer-polled",
        ("polst", "benader", "contacteer", "achter "),
        (
            r"\b(?:(?:polst|polste|polsten|benadert|benaderde|benaderden|contacteert|contacteerde) [^.;]{0,40}?|"
            r"(?:zit|zitten|zat|zaten) (?:\w+ ){0,2}achter (?:de )?)(?P<who><P>)"
        ),
        wants(),
        (
            _example(f"[C PSV] polste vorige week {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"De bond polste {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-talks",
        ("gesprek", "praat", "praten", "onderhandel", "gevorderd", "tafel"),
        (
            r"\b(?:in gesprek|in onderhandeling|gesprekken|praat|praten|praatte|onderhandelt|onderhandelde|gevorderd|"
            r"om de tafel|rond de tafel|aan tafel)\b[^.;]{0,20} met (?:[\w-]+ ){0,2}(?P<who><P>)"
        ),
        wants(),
        (
            _example(f"[C PSV] is ver gevorderd met {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"[P Piet Zwart] is in gesprek met {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-talks-with",
        ("gesprek", "praat", "onderhandel", "genoemd", "getipt", "kandidaat"),
        (
            r"\b(?:in gesprek|gesprekken|praat|onderhandelt) (?:[^.;,]{0,25} )?met\b|\bgenoemd bij\b|\bgetipt bij\b|"
            r"\bmet <C>(?= [^.;]{0,20}in gesprek\b)|\b(?:kandidaat|topkandidaat|kandidaten) bij\b"
        ),
        joins(("met", "bij"), (), default="rumour"),
        (
            _example(f"{_X} zou in gesprek zijn met [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} is in gesprek met [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} wordt genoemd bij [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} ging in gesprek met de fans."),
        ),
    ),
    ClaimRule(
        "transfer-settled-with",
        ("rond met", "eens met", "akkoord"),
        r"\b(?:rond|het eens|(?:principe)?akkoord(?: bereikt)?) met (?:de )?(?P<who><P>)",
        wants("agreed"),
        (
            _example(f"[C PSV] is rond met {_X}.", to_club_id="PSV", status="agreed"),
            _example(f"[P Piet Zwart] is het eens met {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-named",
        ("naam van",),
        (
            r"\b(?:(?:circuleert|valt|viel|klinkt|zingt) (?:\w+ ){0,2}de naam van (?P<who><P>)|na(?:am|men) van "
            r"(?P<one><P>) (?:\w+ ){0,2}(?:circuleert|circuleren|valt|viel|zingt|doet|klinkt|duikt)\b)"
        ),
        named,
        (
            Example(
                f"[C PSV] zoekt een trainer. [C PSV] wil snel handelen. De naam van {_X} circuleert.",
                ({"to_club_id": "PSV", "status": "rumour"},),
            ),
            _example(f"Bij [C PSV] valt de naam van {_X} als vervanger.", to_club_id="PSV", status="rumour"),
            _example(f"De naam van {_X} prijkt op de gevel."),
        ),
    ),
    ClaimRule(
        "transfer-step-here",
        ("overstap", "overkomt"),
        r"\bdat (?:ook )?(?P<who><P>)[^.;,]{0,30} (?:de overstap maakt|overkomt)\b",
        named,
        (
            Example(
                f"[C PSV] zoekt een trainer. [C PSV] wil snel handelen. Ze ontkennen dat {_X} de overstap maakt.",
                ({"to_club_id": "PSV", "status": "denied"},),
            ),
            _example(f"Fijn dat {_X} overkomt als een leider."),
        ),
    ),
)
