"""Roles told through somebody else: who stands in, assists, is a right hand, or came after another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, kind, near, subject, unreal
from pipeline.components.reading import pattern
from pipeline.components.roles.about import NOWHERE, SIDES, place_of, role, sides_in, status_of
from pipeline.components.roles.appositions import meaning_of
from pipeline.components.rules import Example
from pipeline.records import Claim


def stand_in(found: Found) -> Iterable[Claim]:
    """ "X neemt voorlopig over", "X staat tijdelijk voor de groep": interim coach of the club spoken of."""
    who = subject(found.sentence, found.match.start(), "P")
    if found.match["behind"]:
        who = found.item("behind")
    if who is not None and kind(who) == "person" and not unreal(found.sentence, found.match.start()):
        yield role(found, who, "interim_coach")


def assisted(found: Found) -> Iterable[Claim]:
    """ "De trainer wordt bijgestaan door X"."""
    who = found.item("who")
    if who is not None and not unreal(found.sentence, found.match.start()):
        yield role(found, who, "assistant_coach")


def right_hand(found: Found) -> Iterable[Claim]:
    """ "X was bij Y de rechterhand van Z": assistant there."""
    sentence, at = found.sentence, found.match.start("w")
    who = subject(sentence, at, "P")
    if who is None or kind(who) != "person":
        return
    start, end = clause(sentence, at)
    sides = sides_in(sentence, start, end)
    side = sides[0] if len({item.entity for item in sides}) == 1 else None
    over = re.search(
        r"\b(?:was|werkte|eerder|jarenlang|voorheen|destijds|vroeger|ooit)\b", sentence.skeleton[start:end]
    )
    yield role(
        found, who, "assistant_coach", place_of(side) if side else NOWHERE, "former" if over else "current", side
    )


def assistant_of(found: Found) -> Iterable[Claim]:
    """ "X, voormalig assistent van Y bij Z", "X wordt assistent van Y bij Z"."""
    sentence, at = found.sentence, found.match.start("w")
    meaning = meaning_of(found)
    if meaning is None or meaning.role != "assistant_coach" or unreal(sentence, at):
        return
    start, _ = clause(sentence, at)
    apposed = pattern(r"(?P<who><P>), $").search(sentence.skeleton[: start + 2])
    words = sentence.skeleton[start:at]
    who = subject(sentence, at, "P")
    if apposed and not re.search(r"\b(?:is|was|wordt|werd)\b", words):
        who = next(iter(near(sentence, apposed.start("who"), apposed.start("who") + 1, "P")), None)
    if who is None or kind(who) != "person":
        return
    status = "future" if re.search(r"\bwordt\b", words) else status_of(words, meaning, adverbs=True)
    status = "former" if re.search(r"\bwas\b", words) else status
    if status:
        for side in sides_in(sentence, *found.match.span("of")):
            yield role(found, who, "assistant_coach", place_of(side), status, side)


def succeeded(found: Found) -> Iterable[Claim]:
    """ "X volgde Y op", "X, de opvolger van Y": where Y was, the post of X tells (see `settle`)."""
    who, heir = found.item("who"), found.item("heir")
    if who is None or heir is None or who.entity == heir.entity:
        return
    if not unreal(found.sentence, found.match.start("who")):
        yield role(found, who, "head_coach", NOWHERE, "former", heir)


RULES = (
    ClaimRule(
        "role-stand-in",
        ("voorlopig", "tijdelijk", "ad interim"),
        (
            r"\b(?:neemt|nam|staat|stond|leidt|zit|zat|heeft|krijgt) (?P<behind><P>)?[^.;:]{0,30}?\b"
            r"(?:voorlopig|tijdelijk|ad interim)\b[^.;:]{0,30}?"
            r"\b(?:over|waar|voor de groep|de leiding|langs de lijn|op de bank|de training)\b"
        ),
        stand_in,
        (
            Example(
                "[C PSV] ontsloeg gisteren zijn trainer. [P Jan Wit] neemt voorlopig de taken waar bij [C PSV].",
                ({"person_id": "Jan Wit", "role": "interim_coach", "club_id": "PSV"},),
            ),
            Example("[P Jan Wit] neemt voorlopig geen besluit over [C PSV].", ()),
        ),
    ),
    ClaimRule(
        "role-assisted",
        ("bijgestaan door", "geassisteerd door"),
        r"\b(?:bijgestaan|geassisteerd) door (?:[\w-]+ ){0,3}?(?P<who><P>)",
        assisted,
        (
            Example(
                "[C PSV] won. [C PSV]-trainer [P Jan Wit] wordt bijgestaan door [P Piet Kok].",
                (
                    {"person_id": "Jan Wit", "role": "head_coach"},
                    {"person_id": "Piet Kok", "role": "assistant_coach", "club_id": "PSV"},
                ),
            ),
            Example("[P Jan Wit] werd door [P Piet Kok] op de schouder geslagen.", ()),
        ),
    ),
    ClaimRule(
        "role-right-hand",
        ("rechterhand",),
        r"\b(?P<w>rechterhand) van (?:[\w-]+ ){0,2}?<P>",
        right_hand,
        (
            Example(
                "Eerder was [P Jan Wit] bij [C PSV] de rechterhand van [P Piet Kok].",
                ({"person_id": "Jan Wit", "role": "assistant_coach", "club_id": "PSV", "status": "former"},),
            ),
            Example("[P Jan Wit] brak in [C PSV]-[C Ajax] de rechterhand.", ()),
        ),
    ),
    ClaimRule(
        "role-assistant-of",
        (" van ",),
        rf"(?P<w><W>+) van (?:[\w-]+ )?<P> (?:bij|in dienst van) (?P<of>{SIDES})",
        assistant_of,
        (
            Example(
                "[P Jan Wit], voormalig assistent van [P Piet Kok] bij [C PSV], zwijgt.",
                ({"person_id": "Jan Wit", "role": "assistant_coach", "club_id": "PSV", "status": "former"},),
            ),
            Example(
                "[P Jan Wit] wordt assistent van [P Piet Kok] bij [C PSV].",
                ({"person_id": "Jan Wit", "role": "assistant_coach", "club_id": "PSV", "status": "future"},),
            ),
            Example("[P Jan Wit] is fan van [P Piet Kok] bij [C PSV].", ()),
        ),
    ),
    ClaimRule(
        "role-succeeded",
        ("opvolg",),
        (
            r"(?P<heir><P>)(?:,? (?:in|per|sinds|begin|eind) <D>)?,?"
            r"(?: (?:die|is|was|wordt|als|de|in|per|sinds|<D>)){0,5} "
            r"(?:(?=opvolger)|(?=<P>(?: <D>)? opvolg))(?:opvolger van (?:de (?:ontslagen|vertrokken) )?)?(?P<who><P>)"
        ),
        succeeded,
        (
            Example(
                "[P Jan Wit], die in mei [P Piet Kok] opvolgde, is trainer van [C PSV].",
                (
                    {"person_id": "Jan Wit", "role": "head_coach", "club_id": "PSV", "status": "current"},
                    {"person_id": "Piet Kok", "role": "head_coach", "club_id": "PSV", "status": "former"},
                ),
            ),
            Example("[P Jan Wit], die in mei [P Piet Kok] opvolgde, zwijgt over [C PSV].", ()),
        ),
    ),
)
