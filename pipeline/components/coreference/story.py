"""What an article has told so far: who was mentioned where, and what stands beside their names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pipeline.components.descriptions import COACHING, EXACT, PLAYING, Attributes, attributes
from pipeline.components.reading import Item, Reading, Sentence, pattern
from pipeline.records import Entity

_WORD = r"[^\W_][\w'’-]*"
_BEFORE_NAME = re.compile(rf"((?:{_WORD} ){{1,5}})$")
_AFTER_NAME = re.compile(rf"^, (?:de |het |een )?((?:{_WORD} ){{0,3}}{_WORD})")
_AGE_AFTER = re.compile(r"^ \((\d\d)[),]")
#: Ages at which somebody plays or coaches; other numbers in brackets are something else.
AGES = range(15, 80)
#: So many times "ik" make an article an interview, if the first so many sentences name somebody. Both editorial: a
#: report quotes a sentence or two of each.
INTERVIEW = 6
OPENING = 4
_FIRST_PERSON = re.compile(r"\b[Ii]k\b")
_COACH = r"(?:[\w-]*(?:trainer|coach|oefenmeester|keuzeheer|t1|manager))"


class Place(NamedTuple):
    """A mention of somebody, in reading order."""

    sentence: int
    at: int
    key: str
    subject: bool  # can be the subject of its clause


class Meant(NamedTuple):
    """Whom a stretch of words stands for."""

    end: int  # where in the skeleton it ends
    key: str
    label: str
    form: str


@dataclass
class Person:
    """What the article, and seeds, tell of somebody."""

    key: str
    gender: str = ""
    nationality: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    age: str = ""
    club: str = ""  # key of the club or national team they coach, as far as it stands beside the name

    def note(self, said: Attributes) -> None:
        """Takes over what words beside the name, or a description of them, say."""
        if said.role and not said.former:
            self.roles.add(said.role)
        if said.nationality and not self.nationality:
            self.nationality |= said.nationality
        self.gender = self.gender or said.gender
        self.age = self.age or said.age

    def agrees(self, said: Attributes) -> int:
        """-1 when something contradicts, else how many attributes are known to fit."""
        score = 0
        if (self.gender and said.gender and self.gender != said.gender) or (
            self.age and said.age and self.age != said.age
        ):
            return -1
        if said.age and self.age:
            score += 1
        if said.nationality and self.nationality:
            if not said.nationality & self.nationality:
                return -1
            score += 1
        if said.role and self.roles:
            fit = _roles_fit(said.role, self.roles)
            if fit < 0 and not said.former:
                return -1
            score += max(fit, 0)
        return score


def _roles_fit(told: str, known: set[str]) -> int:
    """1 when a role is among those known or a player's fits, -1 when it contradicts them, 0 when open."""
    if told in known:
        return 1
    if told in PLAYING:
        if not known & PLAYING:
            return -1 if known & COACHING else 0
        return -1 if known & EXACT and told in EXACT else 1
    if told in COACHING:
        return 1 if known & COACHING else -1 if known & PLAYING else 0
    return -1


class Story:
    """An article being read: its people, and the places where people and sides were mentioned so far."""

    def __init__(self, reading: Reading, womens: bool) -> None:
        self.reading = reading
        self.womens = womens
        self.people = {
            entity.key: _from_seeds(entity) for entity in reading.entities.values() if entity.kind == "person"
        }
        self._people_at: dict[int, list[Place]] = defaultdict(list)
        self._counts: Counter[str] = Counter()
        self._sides_at: dict[int, list[Place]] = defaultdict(list)
        for sentence in reading.sentences:
            for item in sentence.items:
                if item.sign == "P" and item.entity in self.people:
                    _learn(self.people[item.entity], sentence, item)
        # only what stands beside a name is a fact; what a description adds helps to read on, but may be mistaken
        self._beside = {key: _facts(person) for key, person in self.people.items()}

    def add(self, place: Place) -> None:
        (self._people_at if place.key in self.people else self._sides_at)[place.sentence].append(place)
        self._counts[place.key] += 1

    def mentioned(self, key: str) -> int:
        """How often somebody was mentioned so far."""
        return self._counts[key]

    def people_in(self, sentence: int) -> list[Place]:
        """Where people were mentioned in a sentence, as far as it was read."""
        return self._people_at.get(sentence, [])

    def sides_in(self, sentence: int) -> list[Place]:
        """Likewise clubs and national teams."""
        return self._sides_at.get(sentence, [])

    @cached_property
    def interviewed(self) -> str:
        """Who says "ik" in an interview: the first person its opening names; empty when it is none."""
        if len(_FIRST_PERSON.findall(self.reading.text)) < INTERVIEW:
            return ""
        opening = (item for sentence in self.reading.sentences[:OPENING] for item in sentence.of("P"))
        return next((item.entity for item in opening), "")

    def entities(self) -> dict[str, Entity]:
        """The entities with what the article told of them, where seeds did not know."""
        return {key: self._told(entity) for key, entity in self.reading.entities.items()}

    def _told(self, entity: Entity) -> Entity:
        told = self._beside.get(entity.key, {})
        return entity._replace(facts=told | entity.facts)


def _facts(person: Person) -> dict[str, str]:
    """What is certain of somebody, as facts of an entity."""
    positions = sorted(person.roles & EXACT)
    told = {
        "position": positions[0] if len(positions) == 1 else "",
        "nationality": next(iter(person.nationality)) if len(person.nationality) == 1 else "",
        "gender": person.gender,
    }
    return {name: value for name, value in told.items() if value}


def _from_seeds(entity: Entity) -> Person:
    facts = entity.facts
    roles = {facts.get("position", ""), {"coach": "head_coach", "player": "player"}.get(facts.get("role", ""), "")} - {
        ""
    }
    origin = {facts["nationality"]} if facts.get("nationality") else set()
    return Person(entity.key, gender=facts.get("gender", ""), nationality=origin, roles=roles)


def _learn(person: Person, sentence: Sentence, item: Item) -> None:
    """Attributes beside a name: "de 23-jarige linksback X", "X (23)", "X, de aanvoerder"."""
    before = _BEFORE_NAME.search(sentence.skeleton, max(0, item.at - 60), item.at)
    words = before[1].split() if before else []
    for first in range(len(words)):
        said = attributes(words[first:])
        if said is not None:
            person.note(said)
            break
    behind = sentence.skeleton[item.at + 1 : item.at + 80]
    age = _AGE_AFTER.match(behind)
    if age and int(age[1]) in AGES:
        person.age = person.age or age[1]
    after = _AFTER_NAME.match(behind)
    words = after[1].split() if after else []
    for last in range(len(words), 0, -1):
        said = attributes(words[:last])
        if said is not None and said.any:
            person.note(said)
            break
    person.club = person.club or _coached(sentence, item)


def _coached(sentence: Sentence, item: Item) -> str:
    """The side that the words beside a name say they coach: "Ajax-trainer X", "X, trainer van Ajax", "X stapte in als
    trainer van Ajax"; empty when they do not."""
    skeleton, low = sentence.skeleton, max(0, item.at - 60)
    before = pattern(rf"(<CT>)-{_COACH} $").search(skeleton[low : item.at]) or pattern(
        rf"{_COACH} van (<CT>),? $"
    ).search(skeleton[low : item.at])
    after = pattern(rf"^,? (?:[^.;:<PCT>]{{0,60}}\b)?(?:als |is |de |nieuwe |van )?{_COACH} (?:van|bij) (<CT>)").match(
        skeleton[item.at + 1 : item.at + 160]
    )
    at = low + before.start(1) if before else item.at + 1 + after.start(1) if after else -1
    return next((other.entity for other in sentence.items if other.at == at), "")
