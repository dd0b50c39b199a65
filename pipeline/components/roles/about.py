"""From a role word and its surroundings to a row: club or team, status, start and end."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.components.claims import Found
from pipeline.components.clauses import clause, near
from pipeline.components.reading import Item, Sentence, pattern
from pipeline.components.roles.words import Sense
from pipeline.records import Claim, Mention, TimeMention

#: Words that may stand between a preposition and a side: "van het Spaanse", "bij promovendus", "van onder meer".
FILL = (
    r"(?:(?:onder (?:meer|andere|anderen)|zowel|de|het|zijn|haar|hun|onder|meer|het |[\w’'-]+(?:e|se|us|er|ist|ant|"
    r"club|ploeg)|<HLM>|nu|toen) ){0,4}?"
)
#: One side or several of them in a row.
SIDES = (
    rf"{FILL}<CT>(?:(?:, | en | & |, en |, maar ook |"
    rf", later | als | en later |, daarna | en (?:daarna |later |nadien )?(?:van|bij) ){FILL}<CT>)*"
)
OF = rf"(?: (?:van|bij|uit|voor|in dienst van|namens) (?P<of>{SIDES}))?"

_PAST = (
    r"voormalige?|toenmalige?|vroegere?|gewezen|ontslagen|vertrokken|opgestapte|weggestuurde|afgezette|"
    r"op non-actief gestelde|afscheid (?:genomen )?van"
)
_FORMER = re.compile(rf"\b(?:{_PAST})\b|(?<![\w-])(?:ex|oud)[- ]?$")
#: Adverbs between a name and its role: "X, eerder scout bij Y".
_ONCE = re.compile(r"\b(?:eerder|voorheen|destijds|toen|jarenlang|ooit|tot voor kort|vroeger)\b")
_FUTURE = re.compile(r"\b(?:toekomstige?|aanstaande|kersverse toekomstige|nieuwbakken toekomstige)\b")
_NOBODY = re.compile(r"\b(?:beoogde?|potentiële|mogelijke|kandidaat|eventuele|gedroomde|geen|favoriete|dé)\b")


class Place(NamedTuple):
    """Where someone has a role: one of the two is empty, or both."""

    club: str
    team: str


NOWHERE = Place("", "")


def place_of(item: Item | None) -> Place:
    if item is None or not item.entity:
        return NOWHERE
    return Place(item.entity, "") if item.entity.startswith("club/") else Place("", item.entity)


def sides_in(sentence: Sentence, start: int, end: int) -> list[Item]:
    return [item for item in near(sentence, start, end, "CT") if item.entity]


def status_of(words: str, meaning: Sense, default: str = "current", adverbs: bool = False) -> str:
    """current, former or future, by the words before a role word; empty when they make it nobody's."""
    if meaning.former or _FORMER.search(words) or (adverbs and _ONCE.search(words)):
        return "former"
    if _FUTURE.search(words):
        return "future"
    return "" if _NOBODY.search(words) else default


def is_name(item: Item) -> bool:
    return isinstance(item.value, Mention) and item.value.form == "name"


def words_of(found: Found, item: Item) -> str:
    return found.reading.text[item.start : item.end]


def role_at(place: Place, role: str) -> str:
    """A trainer or coach of a country is its national coach."""
    return "national_coach" if place.team and role == "head_coach" else role


def role(
    found: Found,
    who: Item | None,
    name: str,
    place: Place = NOWHERE,
    status: str = "current",
    *items: Item | None,
    span: tuple[str, str] = ("", ""),
    certainty: str = "stated",
) -> Claim:
    """A row; `span` holds start and end as TIMEX3."""
    assert who is not None
    if status == "current" and re.fullmatch(r"[\d-]+", span[0]) and span[0] > found.reading.published > "":
        status = "future"
    return found.claim(
        who,
        *items,
        person_id=who.entity,
        role=role_at(place, name),
        club_id=place.club,
        national_team_id=place.team,
        status=status,
        certainty=certainty,
        reported_by="",
        start_value=span[0],
        end_value=span[1],
    )


def span_of(sentence: Sentence, at: int) -> tuple[str, str]:
    """Start and end of a role by the dates of its clause: "sinds D", "tussen D en D", "van D tot D"."""
    start, end = clause(sentence, at)
    first = last = ""
    for item in near(sentence, start, end, "D"):
        date = item.value
        if not isinstance(date, TimeMention) or not date.value or date.value.endswith("_REF"):
            continue
        before = sentence.skeleton[max(0, item.at - 22) : item.at]
        until = re.match(r" en (?:begin |eind |medio )?(\d{4})\b", sentence.reading.text[item.end : item.end + 20])
        if before.endswith("tussen ") and until:
            first, last = date.value, until[1]
        elif "/" in date.value and not re.fullmatch(r"\d{4}-07/\d{4}-06", date.value):
            first, _, last = date.value.partition("/")
        elif re.search(r"\b(?:sinds|sedert|vanaf|per|van)(?: (?:begin|eind|de))? $", before):
            first = first or date.value
        elif re.search(r"\b(?:tot(?: en met)?|t/m)(?: (?:begin|eind|de))? $", before):
            last = date.value
    return first, last


def when_of(sentence: Sentence, at: int) -> str:
    """The one date of a clause, as TIMEX3: when somebody began; empty when it has none or several."""
    values = [
        item.value.value
        for item in near(sentence, *clause(sentence, at), "D")
        if isinstance(item.value, TimeMention) and re.match(r"\d{4}", item.value.value) and "/" not in item.value.value
    ]
    return values[0] if len(values) == 1 else ""


def find(source: str, text: str) -> bool:
    return bool(pattern(source).search(text))
