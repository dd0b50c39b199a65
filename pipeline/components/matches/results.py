"""Final results: scores listed between two sides, and scores in words that tell how the match ended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, SIDES, around, clause, head, near
from pipeline.components.matches.endings import (
    AGGREGATE,
    DRAWN,
    LOST,
    NOUN,
    SHOOT_OUT_BEHIND,
    WON,
    bracketed,
    ending,
    final,
)
from pipeline.components.matches.rows import Sides, home_side, match_claim
from pipeline.components.matches.sides import (
    acting,
    context,
    distinct,
    of_town,
    opposed,
    own_side,
    places,
    previous_side,
    side_at,
    spoken_against,
)
from pipeline.components.reading import Item, Score, Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.records import Claim

_SIDE = r"(?:op bezoek |te gast |thuis |uit )?(?:van|op|tegen|bij|over) (?:(?!<CT>)[\w-]+ |nummer <N> ){0,3}?<CT>"
_PLACE = (
    r"(?:<D>|van <D>|eerder <D>|vorige week|eerder deze week|thuis|uit|in eigen \w+|in (?:het |de )?(?:eigen )?<LPM>"
    rf"|in (?:de|het) <K>|voor eigen \w+|{_SIDE})"
)
#: A result named in passing: "na de 5-1-nederlaag bij X", "in de met 2-0 gewonnen thuiswedstrijd tegen X".
_NAMED = (
    r"(?:\b(?:na|door|dankzij|ondanks|sinds|vanwege|tijdens|bij|in|met|van|op|over)|<D>) "
    r"(?:de|het|een|die|zijn|hun|<H>) (?:(?!<QCT>|met )(?:<L> |<D> |[\w-]+ )){0,3}?"
    rf"(?:<Q>(?:[- ]?(?:\w+ )?{NOUN})?|met (?:liefst |ruime )?<Q> (?:verloren|gewonnen) [\w-]+)(?:,? {_PLACE}){{0,4}}"
)
_ADJUNCT = r"\b(?:na|door|dankzij|ondanks|sinds|vanwege|tijdens) |met (?:liefst |ruime )?<Q>|^<D>|^bij de <Q> van "


#: Behind a parenthesis a verb of winning goes on with its object: the subject stands before.
_OBJECT = (
    r", (?:klopte|versloeg|verslaat|klopt|verraste|vernederde|overklaste|bedwong|verpletterde|ontving|trof)n? "
    r"(?:\w+ )?<CT>"
)


class Stretch(NamedTuple):
    """The part of a skeleton that tells of one score."""

    start: int
    end: int
    named: bool  # in passing, as part of a clause on something else


def listed(found: Found) -> Iterable[Claim]:
    """ "Feyenoord - PSV 2-1", "Feyenoord-PSV eindigde in 2-1", "Ajax 2-1 PSV": home side first."""
    home, away, score = found.item("home"), found.item("away"), found.item("q")
    if home is None or away is None or score is None or not isinstance(score.value, Score):
        return ()
    if home.entity == away.entity:
        return ()
    if re.search(AGGREGATE, around(found.sentence, score.at)) or re.match(
        r"[^.,;]{0,12}\b(?:rust|voorsprong|achterstand)",
        found.sentence.skeleton[found.match.end() : found.match.end() + 24],
    ):
        return ()
    goals = {home.entity: score.value.first, away.entity: score.value.second}
    return [match_claim(found, Sides(home, away, home), goals, score.at)]


def told(found: Found) -> Iterable[Claim]:
    """A score in words that tell how the match ended."""
    score, sentence = found.item("q"), found.sentence
    if score is None or not isinstance(score.value, Score):
        return ()
    stretch = _stretch(sentence, score.at)
    if not final(sentence, score, stretch.named):
        return ()
    words = _words(sentence, stretch)
    how = _ending(sentence, stretch, words, score)
    if not how or (how not in ("drawn", "lost") and re.search(r"\b(?:niet(?! alleen)|nooit|geen)\b", words)):
        return ()
    sides = _sides(sentence, score, stretch, how)
    if sides is None or not all(sides) or sides[0].entity == sides[1].entity:
        return ()
    first, second = sides
    start = stretch.start
    if not stretch.named:  # the place of a result told in passing before is not that of this one
        start = max([start, *(match.end() for match in _named(sentence, score.at) if match.end() <= score.at)])
    home = home_side(found, first, second, start, stretch.end)
    goals = _goals(score.value, how, Sides(first, second, home))
    if goals is None and "tussen " not in words:
        return ()
    goals = goals or {first.entity: score.value.first, second.entity: score.value.second}
    return [match_claim(found, Sides(first, second, home), goals, score.at)]


def _stretch(sentence: Sentence, at: int) -> Stretch:
    """What tells of a score: a phrase that names it in passing, or its clause.

    One in brackets or behind a colon belongs to the clause before, and to the rest of that behind the bracket.
    """
    for match in _named(sentence, at):
        if match.start() <= at < match.end():
            return Stretch(match.start(), match.end(), True)
    start, end = clause(sentence, at)
    bracketed = pattern(r"^\((?:<D> |na verlenging |thuis |uit |\w+ ){0,2}<Q>").match(sentence.skeleton[start:end])
    if bracketed and start:
        behind = sentence.skeleton[end : end + 1] == ")" and sentence.skeleton[end + 1 : end + 2] == " "
        return Stretch(clause(sentence, start - 1)[0], clause(sentence, end + 1)[1] if behind else end, False)
    if start and pattern(r"^[,:–-]\s?(?:het werd |met |<D> |\w+ )?<Q>").match(sentence.skeleton[start:end]):
        before = clause(sentence, start - 1)[0]
        closing = sentence.skeleton[start] == ":" and not sentence.skeleton[at + 1 :].strip(" .!\n")
        if closing and not pattern(f"{WON}|{LOST}|{DRAWN}").search(sentence.skeleton, before, at):
            before = max(0, at - REACH)  # "X verraste Y, dat lang met tien man stond: 1-3."
        return Stretch(before, end, False)
    return Stretch(start, end, False)


def _named(sentence: Sentence, at: int) -> Iterable[re.Match[str]]:
    """The results named in passing around a place."""
    for match in pattern(_NAMED).finditer(sentence.skeleton, max(0, at - 200), at + 200):
        score = match.start() + next(iter(pattern(r"<Q>").finditer(match[0]))).start()
        bare = not pattern(NOUN).search(match[0]) and not pattern(r"met (?:\w+ )?<Q>").search(match[0])
        value = next(iter(near(sentence, score, score + 1, "Q"))).value
        level = isinstance(value, Score) and value.first == value.second
        of = pattern(r"<Q> van (?:\w+ )?<CT> (?:op|tegen|bij) ").search(match[0])
        if pattern(_ADJUNCT).search(match[0]) and (not bare or level or of):
            yield match


def _words(sentence: Sentence, stretch: Stretch) -> str:
    """The words of a stretch; other results named in it in passing are blanked."""
    words = sentence.skeleton[stretch.start : stretch.end]
    if stretch.named:
        return words
    for match in _named(sentence, (stretch.start + stretch.end) // 2):
        low, high = match.start() - stretch.start, match.end() - stretch.start
        if low >= 0 and high <= len(words):
            words = words[:low] + " " * (high - low) + words[high:]
    return words


def _ending(sentence: Sentence, stretch: Stretch, words: str, score: Item) -> str:
    """How it ended; a score named in passing tells it by its noun, and a list of them by its first verb."""
    if not isinstance(score.value, Score):
        return ""
    if stretch.named and score.value.first == score.value.second:
        return "drawn"
    if stretch.named and pattern(r"<Q> van (?:\w+ )?<CT> (?:op|tegen|bij) ").search(words):
        return "won"
    if pattern(SHOOT_OUT_BEHIND).match(sentence.skeleton[score.at + 1 :]):
        return "drawn" if score.value.first == score.value.second else ""
    how = ending(words, score.at - stretch.start, score.value)
    if not how and bracketed(sentence, score):
        return "drawn" if score.value.first == score.value.second else "ordered"
    chained = pattern(r"^\)? ?(?:,|en|;) .*<CT> \(<Q>$").match(words)
    if not how and chained and stretch.start:
        start, end = clause(sentence, stretch.start - 1)
        if sentence.skeleton[start : start + 1] == "(" and start:
            start = clause(sentence, start - 1)[0]
        how = ending(sentence.skeleton[start:end], end - start, score.value)
    return how


def _sides(sentence: Sentence, score: Item, stretch: Stretch, how: str) -> tuple[Item, Item] | None:
    """Who acts, and the other side."""
    start, end = stretch.start, stretch.end
    inside = distinct(sentence, near(sentence, start, end, SIDES))
    pair = pattern(r"(?P<a><CT>) (?:en|-|–|tegen) (?P<b><CT>)").search(sentence.skeleton, start, end)
    if pair and not opposed(sentence, side_at(sentence, pair.start("a")) or score):
        both = [item for item in inside if item.at in (pair.start("a"), pair.start("b"))]
        if len(both) == 2:
            return both[0], both[1]
    between = pattern(r"\btussen (?:[\w-]+ ){0,3}(?P<a><CT>) en (?:[\w-]+ ){0,3}(?P<b><CT>)").search(
        sentence.skeleton, start, end
    )
    if between and (one := side_at(sentence, between.start("a"))) and (two := side_at(sentence, between.start("b"))):
        return one, two
    who = _acting(sentence, score, stretch)
    if who is None:
        return _without_subject(sentence, score, stretch, inside, how)
    other = _opponent(sentence, score, stretch, who, inside)
    return (who, other) if other is not None else None


def _acting(sentence: Sentence, score: Item, stretch: Stretch) -> Item | None:
    """The side that the words speak of: the owner of a "3-0-zege van X", an agent, or the subject."""
    owner = pattern(rf"^(?:-| )?(?:\w+ )?(?:{NOUN} van|voor|van(?= (?:\w+ )?<CT> op)) (?:de )?(?P<who><CT>)").match(
        sentence.skeleton[score.at + 1 : score.at + 60]
    )
    agent = pattern(
        r"\bwerd(?:en)? (?:[\w-]+ |<DQ> ){0,4}door (?:de )?(?P<who><CT>).{0,40}(?:gewonnen|verloren)"
    ).search(sentence.skeleton, stretch.start, stretch.end)
    if agent:
        return side_at(sentence, agent.start("who"))
    if pattern(_OBJECT).match(sentence.skeleton, stretch.start) and stretch.start:
        return acting(sentence, clause(sentence, stretch.start - 1)[0])  # "X, al weken zonder zege, klopte Y met 3-1"
    told_before = pattern(f"{WON}|{LOST}|{DRAWN}").search(sentence.skeleton, stretch.start, score.at)
    if told_before and sentence.skeleton[score.at - 2 : score.at] == ": ":
        return acting(sentence, told_before.start())
    bracket = sentence.skeleton.rfind("(", stretch.start, score.at)
    who = acting(sentence, bracket - 1 if bracket > 0 and not stretch.named else score.at)
    if owner and (stretch.named or not (who and who.at < score.at)):
        return side_at(sentence, score.at + 1 + owner.start("who")) or who
    if who is not None:
        return who
    people = pattern(r"\b(?:de|het) [\w-]+ uit (?P<where><L>) \w+[tne] ").search(
        sentence.skeleton, stretch.start, stretch.end
    )
    where = next(iter(near(sentence, people.start("where"), people.start("where") + 1, "L")), None) if people else None
    return of_town(sentence, where) if where else None


def _without_subject(
    sentence: Sentence, score: Item, stretch: Stretch, inside: list[Item], how: str
) -> tuple[Item, Item] | None:
    """Sides of words without a subject: "werd gewonnen van X", "in <town> werd het 1-2", "dan verlies je"."""
    played = [item for item in inside if opposed(sentence, item)]
    if len(inside) == 2 and len(played) == 1:  # "P bezorgde X een punt bij Y"
        acts = next(item for item in inside if item is not played[0])
        return (acts, played[0]) if head(sentence, acts) else None
    if not played and len(inside) < 2:
        played = [item for item in _earlier(sentence, stretch) if opposed(sentence, item)]
    if len(played) == 1:
        mine = own_side(sentence, score.at, played[0])
        return (mine, played[0]) if mine else None
    if played or how in ("won", "lost"):
        return None
    hosts = [side for place in places(sentence, stretch.start, stretch.end) if (side := of_town(sentence, place))]
    if pair := spoken_against(sentence) or context(sentence):
        if len(hosts) == 1 and pair.other(hosts[0].entity) is None:
            return None
        return (pair.first, pair.second)
    if len(hosts) == 1 and (guest := previous_side(sentence, hosts[0])):
        return hosts[0], guest
    return None


def _earlier(sentence: Sentence, stretch: Stretch) -> list[Item]:
    """The sides that the sentence names outside a stretch."""
    found = near(sentence, 0, len(sentence.skeleton), SIDES)
    return distinct(sentence, [item for item in found if not stretch.start <= item.at < stretch.end])


def _opponent(sentence: Sentence, score: Item, stretch: Stretch, who: Item, inside: list[Item]) -> Item | None:
    """Whom the acting side played: named beside it, as a town, elsewhere in the sentence, or before."""
    others = [item for item in inside if item.entity != who.entity]
    if len(others) == 1:
        return others[0]
    if others:
        played = [item for item in others if opposed(sentence, item)]
        return played[0] if len(played) == 1 else None
    hosts = [side for place in places(sentence, stretch.start, stretch.end) if (side := of_town(sentence, place))]
    if guests := [side for side in hosts if side.entity != who.entity]:
        return guests[0] if len(guests) == 1 else None
    outside = _earlier(sentence, stretch)
    if any(item.entity == who.entity and opposed(sentence, item) for item in outside):
        return own_side(sentence, score.at, who)
    played = [item for item in outside if item.entity != who.entity and opposed(sentence, item)]
    if len(played) == 1 and (stretch.named or (played[0].at < score.at and _same_day(sentence, played[0], score))):
        return played[0]
    if played:
        return None
    pairs = (context(sentence), spoken_against(sentence))
    return next((other for pair in pairs if pair and (other := pair.other(who.entity))), None)


def _same_day(sentence: Sentence, item: Item, score: Item) -> bool:
    """Whether no second day between a side and a score tells that they are of two matches."""
    return len(near(sentence, item.at, score.at, "D")) == 0 and len(near(sentence, item.at, score.at, "Q")) == 0


def _goals(score: Score, how: str, sides: Sides) -> dict[str, int] | None:
    """Goals by entity: the larger number is the winner's; without a winner as home–away, None if that is open."""
    first, second = sides.first, sides.second
    if how == "drawn":
        return {first.entity: score.first, second.entity: score.second}
    if how in ("won", "lost"):
        winner, loser = (first, second) if how == "won" else (second, first)
        return {winner.entity: max(score.first, score.second), loser.entity: min(score.first, score.second)}
    home = sides.home
    if how == "visitors":
        away = second if home is None or home.entity == first.entity else first
        host = first if away is second else second
        return {away.entity: max(score.first, score.second), host.entity: min(score.first, score.second)}
    if home is None:
        return None
    away = second if home.entity == first.entity else first
    return {home.entity: score.first, away.entity: score.second}


RULES = (
    ClaimRule(
        "match-listed",
        (sign("Q"),),
        r"(?P<home><CT>) ?[-–] ?(?P<away><CT>)(?: \([^)]{0,30}\))?(?:,[^,.]{3,50},)?:? ?(?:is |eindigde "
        r"|eindigt |werd |bleef |blijft |geëindigd )?(?:in |op |het )?(?:een )?\(?(?P<q><Q>)(?!-)",
        listed,
        (
            Example(
                "[C Feyenoord] - [C PSV] 2-1",
                (
                    {
                        "home_club_id": "Feyenoord",
                        "away_club_id": "PSV",
                        "home_goals": 2,
                        "away_goals": 1,
                        "venue": "home_away",
                    },
                ),
            ),
            Example(
                "[C Ajax]-[C AZ] eindigde in 2-2.",
                ({"home_club_id": "Ajax", "away_club_id": "AZ", "home_goals": 2, "away_goals": 2},),
            ),
            Example("Ruststand [C Ajax]-[C AZ] 1-0 bij rust", ()),
        ),
    ),
    ClaimRule(
        "match-score-between",
        (sign("Q"),),
        r"(?:^|[\n•*:] ?)(?P<home><CT>) (?P<q><Q>) (?P<away><CT>)",
        listed,
        (
            Example(
                "[C Ajax] 2-1 [C PSV]",
                ({"home_club_id": "Ajax", "away_club_id": "PSV", "home_goals": 2, "away_goals": 1},),
            ),
        ),
    ),
    ClaimRule(
        "match-told",
        (sign("Q"),),
        r"(?P<q><Q>)",
        told,
        (
            Example(
                "[C PSV] wint met 3-1 van [C Ajax].",
                (
                    {
                        "home_club_id": "PSV",
                        "away_club_id": "Ajax",
                        "home_goals": 3,
                        "away_goals": 1,
                        "venue": "unknown",
                    },
                ),
            ),
            Example(
                "[C PSV] verloor met 1-0 bij [C Ajax].",
                (
                    {
                        "home_club_id": "Ajax",
                        "away_club_id": "PSV",
                        "home_goals": 1,
                        "away_goals": 0,
                        "venue": "home_away",
                    },
                ),
            ),
            Example(
                "[C PSV] en [C Ajax] speelden gelijk (1-1).",
                (
                    {
                        "home_club_id": "PSV",
                        "away_club_id": "Ajax",
                        "home_goals": 1,
                        "away_goals": 1,
                        "venue": "unknown",
                    },
                ),
            ),
            Example(
                "Na de 3-1-zege op [C NEC] steeg [C AZ] naar de vierde plaats.",
                ({"home_club_id": "AZ", "away_club_id": "NEC", "home_goals": 3, "away_goals": 1},),
            ),
            Example("[P Til] maakte de 1-0 voor [C PSV] tegen [C Ajax].", ()),
            Example("[C PSV] leidde bij rust met 2-0 tegen [C Ajax].", ()),
            Example("[C PSV] won na strafschoppen met 4-2 van [C Ajax].", ()),
            Example("Als [C PSV] met 3-0 wint van [C Ajax], is het kampioen.", ()),
        ),
    ),
)
