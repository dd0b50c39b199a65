"""Which side is left unsaid because it was just named: what the opening and the sentence before tell of it."""

from __future__ import annotations

import re

from pipeline.components.clauses import REACH, near
from pipeline.components.reading import Reading, Sentence, pattern
from pipeline.components.topic import opposed, paragraph, place_of_char, sentence_at
from pipeline.records import Claim

#: How many sentences of an article are looked at for a score, and how many for a pairing.
_OPENING, _LEAD = 8, 3
#: A match between two sides: a pairing, an opponent.
_PAIRING = r"<C> ?[-–—] ?<C>|\b(?:tegen|op bezoek bij|bezoek aan) (?:(?:het|de|\w+e) ){0,2}<C>|tussen <C> en <C>"
_OTHER_SIDE = r"\W*(?:aan de (?:andere|overzijde|overkant)|daartegenover)\b"


def contest(reading: Reading) -> bool:
    """Whether the article opens with two clubs and a match: "Ajax - PSV", "2-0", "tegen PSV"."""
    opening = reading.sentences[:_OPENING]
    clubs = {item.entity for sentence in opening[:_LEAD] for item in near(sentence, 0, REACH, "C") if item.entity}
    return len(clubs) > 1 and any(
        near(sentence, 0, REACH, "Q") or (sentence.index < _LEAD and pattern(_PAIRING).search(sentence.skeleton))
        for sentence in opening
    )


def first_named(reading: Reading) -> str:
    """The club that the title or opening names alone, where none is named clearly most often."""
    for sentence in reading.sentences[:3]:
        clubs = [item for item in near(sentence, 0, REACH, "C") if item.entity]
        if clubs:
            alone = len({item.entity for item in clubs}) == 1
            return clubs[0].entity if alone and not opposed(sentence, clubs[0]) else ""
    return ""


def just_named(reading: Reading, claim: Claim) -> str:
    """The club that the sentence before opens with, in the same paragraph, where it names no other that acts."""
    sentence = sentence_at(reading, claim.start)
    if clubs_around(sentence, claim):
        return ""
    before = next((other for other in paragraph(reading, sentence) if other.index == sentence.index - 1), None)
    if before is None or not pattern(r"^\W*(?:bij )?<C>").match(before.skeleton):
        return ""
    first, *others = near(before, 0, REACH, "C")
    if any(item.entity != first.entity and not opposed(before, item) for item in others):
        return ""
    if not re.match(_OTHER_SIDE, sentence.skeleton):
        return first.entity
    rivals = {item.entity for item in others if item.entity != first.entity}
    return rivals.pop() if len(rivals) == 1 else ""


def clubs_around(sentence: Sentence, claim: Claim) -> bool:
    at = place_of_char(sentence, claim.start)
    return bool(near(sentence, at - REACH, at + REACH, "C"))


def team_before(reading: Reading, claim: Claim) -> str:
    """The only national team of the sentence before: "Ook Gambia kreunt. Bondscoach X ..."."""
    sentence = sentence_at(reading, claim.start)
    if near(sentence, 0, REACH, "T"):
        return ""
    index = sentence.index
    teams = {
        item.entity for other in reading.sentences[max(0, index - 1) : index] for item in near(other, 0, REACH, "T")
    }
    return teams.pop() if len(teams) == 1 else ""
