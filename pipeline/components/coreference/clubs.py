"""Descriptions of clubs: "de Rotterdammers", "de ploeg van Alonso", "de regerend kampioen", "de club"."""

from __future__ import annotations

import re
from functools import cache

from pipeline import seeds
from pipeline.components.clauses import head
from pipeline.components.coreference.story import Meant, Story
from pipeline.components.descriptions import attributes
from pipeline.components.reading import Sentence, pattern

_DESCRIPTION = re.compile(r"\b(?:de|het|deze|die)(?=((?: [^\W_][\w'’-]*){1,4}))")
_TEAM_OF = (
    r"(?:de|het) (?:ploeg|team|elftal|formatie|mannen|manschappen|equipe|pupillen|keurkorps) van "
    r"(?:trainer |coach |t1 )?(?P<who><P>)"
)
_TITLES = frozenset({"kampioen", "landskampioen", "titelverdediger", "titelhouder", "bekerwinnaar", "bekerhouder"})
_BARE = frozenset({"club", "ploeg", "formatie", "clubleiding"})


def stretches(skeleton: str) -> list[tuple[int, int]]:
    """Where a definite article begins what may describe a club, with up to four words."""
    return [(match.start(), match.end(1)) for match in _DESCRIPTION.finditer(skeleton)]


def meant(story: Story, sentence: Sentence, start: int, end: int) -> Meant | None:
    """Which club the words from `start` on describe; None when that is open."""
    team = pattern(_TEAM_OF).match(sentence.skeleton, start)
    if team:
        item = sentence.item(team, "who")
        person = story.people.get(item.entity) if item else None
        return _meant(team.end(), person.club) if person and person.club else None
    words = sentence.skeleton[start:end].split(" ")
    for size in range(len(words), 1, -1):
        phrase = words[1:size]
        stop = start + len(" ".join(words[:size]))
        key = _nicknamed(story, sentence, " ".join(phrase)) or _titled(story, sentence, phrase)
        if key and not pattern(r"-?\w* ?<P>").match(sentence.skeleton, stop):
            return _meant(stop, key)
        if phrase[0] in _BARE and size == 2 and not re.match(r" (?:van|uit|die|waar|in)\b", sentence.skeleton[stop:]):
            key = _last_club(story, sentence, start)
            return _meant(stop, key) if key else None
    return None


def _meant(end: int, key: str) -> Meant:
    return Meant(end, key, "CLUB" if key.startswith("club/") else "NATIONAL_TEAM", "description")


def _nicknamed(story: Story, sentence: Sentence, phrase: str) -> str:
    """ "de Rotterdammers": the one club of the article that desks call so."""
    named = {
        key
        for key, entity in story.reading.entities.items()
        if entity.kind == "club" and phrase in _nicknames(entity.seed)
    }
    if len(named) > 1:
        near = {place.key for index in (sentence.index, sentence.index - 1) for place in story.sides_in(index)}
        named &= near
    return named.pop() if len(named) == 1 else ""


@cache
def _nicknames(club: str) -> frozenset[str]:
    """What desks call a club besides its name, lower case: "rotterdammers", "godenzonen"; nothing for unknown ones."""
    rows = seeds.grouped("club_aliases.csv", "club_id").get(club, ())
    return frozenset(row["alias"].lower() for row in rows if row["kind"] in ("inhabitants", "nickname"))


def _titled(story: Story, sentence: Sentence, words: list[str]) -> str:
    """ "de regerend kampioen", "de Duitse landskampioen": the one club that the article said is champion."""
    if words[-1] not in _TITLES:
        return ""
    title = "beker" if words[-1].startswith("beker") else "kampioen"
    said = attributes(words[:-1]) if len(words) > 1 else None
    champions = []
    for other in story.reading.sentences[: sentence.index]:
        for match in re.finditer(rf"\b(?:kroon\w*|{title}|titel)\b", other.skeleton):
            clubs = [item for item in other.of("C", 0, match.start()) if head(other, item)]
            champions += [club.entity for club in clubs[:1]]
    if said is not None and said.nationality:
        champions = [key for key in champions if story.reading.entities[key].facts.get("country") in said.nationality]
    return champions[-1] if len(set(champions)) == 1 else ""


def _last_club(story: Story, sentence: Sentence, at: int) -> str:
    """ "de club": the only club of the sentence so far, or the subject of one of the two before."""
    here = {place.key for place in story.sides_in(sentence.index) if place.at < at}
    if here:
        return here.pop() if len(here) == 1 else ""
    for back in (1, 2):
        earlier = story.sides_in(sentence.index - back)
        for keys in ({place.key for place in earlier}, {place.key for place in earlier if place.subject}):
            if len(keys) == 1:
                return keys.pop()
        if any(place.subject for place in earlier):
            return ""
    return ""
