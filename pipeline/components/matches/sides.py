"""Which two sides a score or a fixture is of: named in the clause, or carried over from what stands before.

A round-up puts a line "X - Y" above what it tells of a match; a report names both sides in its title and
first sentences; an article on one club leaves that club out ("verloor bij Y", "zondag tegen Y").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline import seeds
from pipeline.components.clauses import REACH, SIDES, near, subject
from pipeline.components.reading import Item, Reading, Sentence, pattern
from pipeline.components.topic import VERY_CLEAR, centre, main_side, paragraph, topic

_HEADING = r"^(?:(?!<CT>).){0,40}?(?P<home><CT>) ?[-–] ?(?P<away><CT>)[^.!?]{0,40}$"
_OPPOSED = (
    r"\b(?:tegen|bij|van|op|aan|voor|met|over|bezoek aan|naar|tegenover) (?:(?:het|de|een|zijn|<H>|[\w-]+e|nummer <N>"
    r"|koploper|promovendus|leider|hekkensluiter|[\w-]*(?:concurrent|genoot|rivaal|houder|ploeg|kampioen)) ){0,4}$"
)
_PLACED = r"\b(?:in(?: (?:het|de) (?:\w+e )?)? ?|(?:neemt|nemen|nam|namen|pakte|haalde|sleepte) .{0,20}uit )$"
#: "de ploeg van X": the side is told by its coach.
LED = r"\b(?:de|het) (?:ploeg|elftal|team|formatie|mannen|equipe|elf) van (?:[\w-]+ ){0,2}(?P<coach><P>)"
_JOINED = r"<CT> ?[-–] ?<CT>"
#: "zijn ploeg": somebody's too.
_HIS = r"(?P<owner><H>) (?:ploeg|elftal|team|formatie|mannen|equipe|club)\b"
_FIRST_PERSON = re.compile(r"\b(?:[Ii]k|[Ww]e|[Ww]ij|ons|onze|hier)\b")
_SELF = re.compile(r"\b(?:[Ii]k|me|mij|mijn)\b")
#: The two sides of a report are named this many times as often as a third.
_PAIR = 2


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
    if len(lead) == 2:
        first, second = lead.values()
        return Pair(first, second, None)
    return _of_report(reading)


def _of_report(reading: Reading) -> Pair | None:
    """The two sides that a text names far more often than any other: it tells of their match."""
    named: dict[str, list[Item]] = {}
    for sentence in reading.sentences:
        for item in sentence.items:
            if item.sign in SIDES and item.entity and not aside(sentence, item):
                named.setdefault(item.entity, []).append(item)
    ranked = sorted(named.values(), key=len, reverse=True)
    if len(ranked) < 2 or len(ranked[1]) < 3 or (len(ranked) > 2 and len(ranked[1]) < _PAIR * len(ranked[2])):
        return None
    first, second = sorted(ranked[:2], key=lambda items: items[0].start)
    return Pair(first[0], second[0], None) if first[0].sign == second[0].sign else None


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
    led = pattern(LED).search(sentence.skeleton, max(0, at - REACH), at)
    if led:  # somebody's team: nobody else's, but where it is not known whose, the match may tell
        coach = next(iter(near(sentence, led.start("coach"), led.start("coach") + 1, "P")), None)
        mine = of_person(sentence, coach) if coach else None
        told = _of_report(sentence.reading) if other is not None and mine is None else None
        return told.other(other.entity) if told and other is not None else mine
    reading = sentence.reading
    letter = other.sign if other is not None else "C"
    clear = main_side(reading, letter, VERY_CLEAR)
    his = pattern(_HIS).search(sentence.skeleton, max(0, at - REACH), at + REACH)
    before = [
        item
        for near_by in sentence.reading.sentences[max(0, sentence.index - 2) : sentence.index]
        for item in near_by.items
        if item.sign == letter and item.entity
    ]
    if _SELF.search(reading.text, sentence.start, sentence.end):
        return None  # a life told: any club that he has had
    if his and (not clear or any(item.entity != clear for item in before)):
        owner = next(iter(near(sentence, his.start(), his.start() + 1, "H")), None)
        mine = of_person(sentence, owner) if owner else None
        return mine if mine and (other is None or mine.entity != other.entity) else None
    if not his and other is not None and (pair := context(sentence)) and (mine := pair.other(other.entity)):
        return mine
    main = main_side(reading, letter)
    if letter == "T":
        key = main
    else:
        char, _ = sentence.chars(at, at + 1)
        spoken = centre(reading, sentence, at) if clear != main else ""
        key = spoken or topic(reading, char, main)
        if other is not None and key == other.entity:
            key = main or centre(reading, sentence, 0)
        if not clear and _FIRST_PERSON.search(reading.text, sentence.start, sentence.end):
            return None  # whoever speaks of "we" may speak of any of his clubs
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


def spoken_against(sentence: Sentence) -> Pair | None:
    """The article's own side and the only other that the words before name: "X bleek te sterk. Het werd 3-2"."""
    before = [other for other in paragraph(sentence.reading, sentence) if 0 < sentence.index - other.index < 3]
    for other in reversed(before):
        named = of_sentence(other)
        main = main_side(sentence.reading, named[0].sign) if len(named) == 1 else ""
        if main and named[0].entity != main and (mine := mention(sentence.reading, main, sentence)):
            return Pair(mine, named[0], None)
    return None


def previous_side(sentence: Sentence, other: Item) -> Item | None:
    """The only side that the sentence before names, where it is not this one."""
    before = [near_by for near_by in paragraph(sentence.reading, sentence) if near_by.index == sentence.index - 1]
    sides = of_sentence(before[0]) if before else []
    return sides[0] if len(sides) == 1 and sides[0].entity != other.entity else None
