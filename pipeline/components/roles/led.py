"""Who leads a side, told without a role word: "onder leiding van X", "Y ontslaat X", "X trainde Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, head, kind, subject, unreal
from pipeline.components.roles.about import SIDES, is_name, place_of, role, sides_in
from pipeline.components.roles.appositions import meaning_of
from pipeline.components.rules import Example
from pipeline.records import Claim


def led_by(found: Found) -> Iterable[Claim]:
    """ "Onder leiding van X kroonde Y zich", "Y pakte onder X 4 op 6"."""
    sentence, who = found.sentence, found.item("who")
    if who is None or not is_name(who) or unreal(sentence, found.match.start(), denials=False):
        return
    start, end = clause(sentence, found.match.start())
    side = subject(sentence, found.match.start(), "CT")
    if side is None or kind(side) not in ("club", "national_team"):
        inside = [item for item in sides_in(sentence, start, end) if head(sentence, item)]
        side = inside[0] if len({item.entity for item in inside}) == 1 else None
    if (
        re.search(
            r"\b(?:wedstrijd|duel|finale|topper|derby|partij|match|bekerwedstrijd|staat)\b",
            sentence.skeleton[start:end],
        )
        and side is None
    ):
        yield role(found, who, "referee")
        return
    explicit = "leiding" in found.match[0] or "bewind" in found.match[0]
    if side is None and not explicit:
        return
    yield role(found, who, "head_coach", place_of(side), "current", side)


def coached(found: Found) -> Iterable[Claim]:
    """ "X trainde eerder Y en Z"."""
    who = subject(found.sentence, found.match.start(), "P")
    if (
        re.search(r"\b(?:bij|met|mee|tegen|op) ", found.match[0])
        or who is None
        or kind(who) != "person"
        or unreal(found.sentence, found.match.start(), denials=False)
    ):
        return
    for side in sides_in(found.sentence, *found.match.span("of")):
        yield role(
            found, who, "head_coach", place_of(side), "former" if found.match["v"].endswith("e") else "current", side
        )


def searched(found: Found) -> Iterable[Claim]:
    """ "Y kwam in de zoektocht naar een nieuwe hoofdtrainer uit bij X"."""
    who, side, meaning = found.item("who"), found.item("side"), meaning_of(found)
    if who is not None and meaning is not None:
        yield role(found, who, meaning.role, place_of(side), "current", side)


def dismissed(found: Found) -> Iterable[Claim]:
    """ "Y heeft niet de intentie om X te ontslaan": who can be dismissed is in office; "Y ontslaat X" ends it."""
    who, sentence = found.item("who"), found.sentence
    if who is None:
        return
    side = subject(sentence, found.match.start(), "CT")
    if side is None or kind(side) not in ("club", "national_team"):
        return
    words = sentence.skeleton[max(0, found.match.start() - 80) : found.match.end()]
    done = not re.search(r"\bte ontslaan|\b(?:niet|geen|wil|zou|overweegt|kan)\b", words)
    claim = role(found, who, "head_coach", place_of(side), "former" if done else "current", side)
    yield claim


def _dismissable(found: Found) -> Iterable[Claim]:
    who = found.item("b")
    sides = [
        item
        for item in sides_in(found.sentence, max(0, found.match.start() - 90), found.match.start())
        if head(found.sentence, item)
    ]
    if who is not None and sides:
        yield role(found, who, "head_coach", place_of(sides[-1]), "current", sides[-1])


RULES = (
    ClaimRule(
        "role-coached",
        ("trainde", "coachte", "traint", "coacht"),
        rf"\b(?P<v>trainde|coachte|traint|coacht) (?:[\w-]+ ){{0,3}}?(?P<of>{SIDES})",
        coached,
        (
            Example(
                "[P Jan Wit] trainde eerder [C Ajax] en [C PSV].",
                ({"club_id": "Ajax", "status": "former"}, {"club_id": "PSV", "role": "head_coach"}),
            ),
            Example("[P Jan Wit] trainde bij [C Ajax].", ()),
        ),
    ),
    ClaimRule(
        "role-led-by",
        ("onder ",),
        r"\bonder (?:de )?(?:leiding van |het bewind van |hoede van |supervisie van )?(?:de )?(?P<who><P>)",
        led_by,
        (
            Example(
                "Onder leiding van [P Jan Wit] kroonde [C Ajax] zich tot kampioen.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},),
            ),
            Example("Onder [P Jan Wit] en anderen heerst onvrede.", ()),
        ),
    ),
    ClaimRule(
        "role-searched",
        ("zoektocht", "zocht"),
        (
            r"(?P<side><CT>) [^.]{0,30}\bzoektocht naar een (?:nieuwe |andere |"
            r"definitieve )?(?P<w><W>+) [^.]{0,30}\b(?:uit|terecht|gestuit) (?:bij|op) (?P<who><P>)"
        ),
        searched,
        (
            Example(
                "[C Ajax] kwam in de zoektocht naar een nieuwe hoofdtrainer uit bij [P Jan Wit].",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},),
            ),
            Example("[C Ajax] begon de zoektocht naar een nieuwe trainer zonder [P Jan Wit].", ()),
        ),
    ),
    ClaimRule(
        "role-dismissed",
        ("ontsla",),
        r"(?:\bontslaat (?:per direct )?(?P<who><P>)|(?P<b><P>) [^.,]{0,40}\b(?:te )?ontslaan\b)",
        lambda found: dismissed(found) if found.match["who"] else _dismissable(found),
        (
            Example(
                "[C Ajax] is niet van plan [P Jan Wit] te ontslaan.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "current"},),
            ),
            Example("[C Ajax] ontslaat [P Jan Wit].", ({"status": "former", "club_id": "Ajax"},)),
        ),
    ),
)
