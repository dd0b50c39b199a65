"""Which two sides a score or a fixture is of: named in the clause, or carried over from what stands before.

A round-up puts a line "X - Y" above what it tells of a match; a report names both sides in its title and
first sentences; an article on one club leaves that club out ("verloor bij Y", "zondag tegen Y").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline import seeds
from pipeline.components.clauses import SIDES, near, subject
from pipeline.components.reading import Item, Reading, Sentence, pattern
from pipeline.components.topic import main_side, paragraph, topic

_HEADING = r"^(?:(?!<CT>).){0,40}?(?P<home><CT>) ?[-–] ?(?P<away><CT>)[^.!?]{0,40}$"
_OPPOSED = (
    r"\b(?:tegen|bij|van|op|aan|voor|met|over|bezoek aan|naar|tegenover) (?:(?:het|de|een|zijn|<H>|[\w-]+e|nummer <N>"
    r"|koploper|promovendus|leider|hekkensluiter|[\w-]*(?:concurrent|genoot|rivaal|houder|ploeg|kampioen)) ){0,4}$"
)
_PLACED = r"\b(?:in(?: (?:het|de) (?:\w+e )?)? ?|(?:neemt|nemen|nam|namen|pakte|haalde|sleepte) .{0,20}uit )$"
#: "de ploeg van X": the side is told by its coach.
_LED = r"^\W*(?:de|het) (?:ploeg|elftal|team|formatie|mannen|equipe|elf) van (?:[\w-]+ ){0,2}(?P<coach><P>)"
_JOINED = r"<CT> ?[-–] ?<CT>"


class Pair(NamedTuple):
    """The two sides of the match that a stretch of text tells of, and which was at home, if that is known."""

    first: Item
    second: Item
    home: Item | None

    def other(self, entity: str) -> Item | None:
        """The side that is not this one; None where this one does not play."""
        if entity == self.first.entity:
            return self.second
        return self.first if entity == self.second.entity else None


def side_at(sentence: Sentence, at: int) -> Item | None:
    return next(iter(near(sentence, at, at + 1, SIDES)), None)


def aside(sentence: Sentence, item: Item) -> bool:
    """Whether a side is named for another reason than playing this match: "oud-X", "X-trainer"."""
    return (
        sentence.skeleton[item.at + 1 : item.at + 2] == "-" or sentence.skeleton[max(0, item.at - 1) : item.at] == "-"
    )


def opposed(sentence: Sentence, item: Item) -> bool:
    """Whether a preposition makes a side the one played against: "bij X", "van koploper X"."""
    return bool(pattern(_OPPOSED).search(sentence.skeleton[max(0, item.at - 60) : item.at]))


def distinct(sentence: Sentence, items: list[Item]) -> list[Item]:
    """One item a side, in order, without those named for another reason."""
    sides: dict[str, Item] = {}
    for item in items:
        if item.entity and not aside(sentence, item):
            sides.setdefault(item.entity, item)
    return list(sides.values())


def of_sentence(sentence: Sentence) -> list[Item]:
    return distinct(sentence, near(sentence, 0, len(sentence.skeleton), SIDES))


def context(sentence: Sentence) -> Pair | None:
    """The match that a sentence is about without saying so."""
    reading = sentence.reading
    if heading := _heading(sentence):
        return heading
    before = [other for other in paragraph(reading, sentence) if sentence.index - 2 <= other.index < sentence.index]
    for other in reversed(before):
        if len(both := of_sentence(other)) == 2:
            return Pair(both[0], both[1], both[0] if pattern(_JOINED).search(other.skeleton) else None)
    lead: dict[str, Item] = {}
    for other in reading.sentences[:5]:
        for item in of_sentence(other):
            lead.setdefault(item.entity, item)
    if len(lead) != 2:
        return None
    first, second = lead.values()
    return Pair(first, second, None)


def _heading(sentence: Sentence) -> Pair | None:
    """The line "X - Y" above a sentence: of its own paragraph or the nearest one above."""
    for index in range(sentence.index, max(-1, sentence.index - 12), -1):
        above = sentence.reading.sentences[index]
        line = above.skeleton.strip()
        match = pattern(_HEADING).match(line) if index < sentence.index and len(line) < 90 else None
        if match:
            offset = len(above.skeleton) - len(above.skeleton.lstrip())
            home, away = (side_at(above, match.start(name) + offset) for name in ("home", "away"))
            if home and away and home.entity and away.entity and home.entity != away.entity:
                return Pair(home, away, home)
        if 0 < len(line) < 40 and index < sentence.index and not line.endswith((".", "!", "?", "”", "’")):
            return None  # another heading: what it stands above is not of the match before
    return None


def own_side(sentence: Sentence, at: int, other: Item | None) -> Item | None:
    """Who plays where the clause names nobody but the opponent: the side that the text is about."""
    if other is not None and (pair := context(sentence)) and (mine := pair.other(other.entity)):
        return mine
    led = pattern(_LED).search(sentence.skeleton)
    if led:  # somebody's team: nobody else's, whether or not it is known whose
        coach = next(iter(near(sentence, led.start("coach"), led.start("coach") + 1, "P")), None)
        return of_person(sentence, coach) if coach else None
    letter = other.sign if other is not None else "C"
    reading = sentence.reading
    main = main_side(reading, letter)
    if letter == "T":
        key = main
    else:
        start, _ = sentence.chars(at, at + 1)
        key = topic(reading, start, main)
    item = mention(reading, key, sentence) if key else None
    return item if item and (other is None or item.entity != other.entity) else None


def mention(reading: Reading, key: str, sentence: Sentence) -> Item | None:
    """A side as an item: where it was last named up to a sentence, else where it is named first."""
    named = [item for other in reading.sentences for item in other.items if item.entity == key and item.sign in SIDES]
    before = [item for item in named if item.start < sentence.end]
    return before[-1] if before else next(iter(named), None)


def of_person(sentence: Sentence, person: Item) -> Item | None:
    """The side that a coach leads, as the roles read before tell."""
    key = sentence.reading.teams.get(person.entity)
    return mention(sentence.reading, key, sentence) if key else None


def acting(sentence: Sentence, at: int) -> Item | None:
    """The side that the clause at `at` is about; a coach stands for his side; None when it does not tell."""
    who = subject(sentence, at, SIDES)
    if who is None or who.sign in SIDES:
        return who if who and who.entity else None
    return of_person(sentence, who)


def town(reading: Reading, side: Item) -> str:
    """The town a side plays in, as far as known."""
    entity = reading.entities.get(side.entity)
    if entity is None:
        return ""
    known = seeds.by_id("clubs.csv").get(entity.seed) if entity.seed else None
    return known["city"] if known else entity.facts.get("city", "")


def of_town(sentence: Sentence, place: Item) -> Item | None:
    """The only first team of the article that is at home in a town named as the place of a match."""
    reading = sentence.reading
    name = reading.text[place.start : place.end]
    named: dict[str, Item] = {}
    for other in reading.sentences:
        for item in other.items:
            if item.sign == "C" and item.entity and item.entity not in named and town(reading, item) == name:
                named[item.entity] = item
    return next(iter(named.values())) if len(named) == 1 else None


def places(sentence: Sentence, start: int, end: int) -> list[Item]:
    """Towns named as the place of a match: "in Tilburg", "uit Tilburg"."""
    return [
        place
        for place in near(sentence, start, end, "L")
        if re.search(_PLACED, sentence.skeleton[max(0, place.at - 40) : place.at])
    ]


def previous_side(sentence: Sentence, other: Item) -> Item | None:
    """The only side that the sentence before names, where it is not this one."""
    before = [near_by for near_by in paragraph(sentence.reading, sentence) if near_by.index == sentence.index - 1]
    sides = of_sentence(before[0]) if before else []
    return sides[0] if len(sides) == 1 and sides[0].entity != other.entity else None
