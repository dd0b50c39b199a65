"""Points in a table: gaps between sides, points per matches ("22 uit 21"), table lines, goal difference."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import ENTITIES, REACH, SIDES, kind, near, unreal
from pipeline.components.reading import Item, Score, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import number_of, stat, stats
from pipeline.components.stats.standings import holder, position
from pipeline.components.stats.subjects import side_spoken_of, subject
from pipeline.records import Claim, NumberMention


def ellipsis(found: Found) -> Iterable[Claim]:
    """ "22 uit 21", "zes op zes": points, and the matches they were taken from."""
    points, of = found.item("n"), found.item("of")
    at = found.match.start("n")
    if points is None or of is None or unreal(found.sentence, at, denials=False):
        return ()
    first, second = (item.value.value if isinstance(item.value, NumberMention) else 0 for item in (points, of))
    if found.match["by"] == "op":
        if second % 3 or not 3 <= second <= 120 or first > second or first == second - 1:
            return ()
    elif first > 3 * second or first == 3 * second - 1:
        return ()
    who = holder(found.sentence, at) or side_spoken_of(found.sentence)
    if kind(who) == "person" and found.match["by"] == "uit":
        return ()
    told = stat(found, "points", points, who)
    # "twaalf op 21": of so many points, the matches are not told
    return stats(told, None if found.match["by"] == "op" else stat(found, "matches_played", second, who, at=of.at))


def gap(found: Found) -> Iterable[Claim]:
    """Points between two sides; the sign tells whether the subject is ahead."""
    number, groups = number_of(found), found.match.groupdict()
    other = next((found.item(name) for name in ("other", "other2") if groups.get(name)), None)
    sentence, at = found.sentence, number.at if number else 0
    if number is None or unreal(sentence, at) or not isinstance(number.value, NumberMention):
        return ()
    words = found.match[0]
    ahead = bool(re.search(r"voorsprong|\bvoor(?:staa\w+)?\b|\bmeer\b|\bboven\b|\blos van", words))
    behind = bool(
        re.search(r"achterstand|^volg|\bachter(?:staa\w+)?\b|\bminder\b|\bonder\b|\bop [^ ]+ punten van", words)
    )
    if ahead == behind:
        return ()
    who = found.item("own") if groups.get("own") else _of_gap(found, at, other)
    if other is not None and who is not None and other.entity == who.entity:
        return ()
    value = number.value.value if ahead else -number.value.value
    return stats(stat(found, "points_gap", value, who, number, other, at=at, opponent_id=other.entity if other else ""))


def _of_gap(found: Found, at: int, other: Item | None) -> Item | None:
    """The side the gap is told of; "dat zijn er … minder" goes on about the side of the sentence before."""
    who = subject(found.sentence, at, SIDES)
    if who is not None and (other is None or who.at != other.at):
        return who
    if found.sentence.index and pattern(r"^\W*(?:dat|dit|daarmee|het) ").match(found.sentence.skeleton):
        previous = found.reading.sentences[found.sentence.index - 1]
        items = near(previous, 0, len(previous.skeleton), ENTITIES)
        return subject(previous, items[0].at + 1, SIDES) if items else None
    return None


def table_line(found: Found) -> Iterable[Claim]:
    """ "1. PSV 17-45" or "1. PSV 17 15 0 2 45": place, matches, (won, drawn or lost in either order,) points."""
    who = found.item("who")
    if who is None or found.sentence.skeleton[found.match.end() : found.match.end() + REACH].strip(" \n.,;*"):
        return ()
    rank = _rank_before(found)
    if rank is None:
        return ()
    claims = [position(found, rank, who, who.at)]
    numbers = [
        item.value for item in near(found.sentence, found.match.start(), found.match.end(), "NQ") if item.at > who.at
    ]
    values = [int(value.value) for value in numbers if isinstance(value, NumberMention)]
    if len(numbers) == 1 and isinstance(numbers[0], Score):
        played, points = numbers[0].first, numbers[0].second
        if points > 3 * played:
            return ()
        claims += [stat(found, "matches_played", played, who, at=who.at), stat(found, "points", points, who, at=who.at)]
    elif len(values) >= 5 and sum(values[1:4]) == values[0]:
        won = values[1]
        drawn = values[4] - 3 * won
        if drawn not in values[2:4]:
            return ()
        lost = values[0] - won - drawn
        named = {"matches_played": values[0], "wins": won, "draws": drawn, "losses": lost, "points": values[4]}
        claims += [stat(found, metric, value, who, at=who.at) for metric, value in named.items()]
    elif len(values) == 2 and values[1] <= 3 * values[0]:
        claims += [
            stat(found, "matches_played", values[0], who, at=who.at),
            stat(found, "points", values[1], who, at=who.at),
        ]
    else:
        return ()
    return stats(*claims)


def _rank_before(found: Found) -> float | None:
    """The place at the head of a line, which may have been cut off as a sentence of its own ("1.")."""
    own = found.sentence.skeleton[: found.match.start("who")]
    sentence = found.sentence
    if not own.strip() and found.sentence.index:
        sentence = found.reading.sentences[found.sentence.index - 1]
        own = sentence.skeleton
    if not pattern(r"^\s*<NR>[.):]?\s*$").match(own):
        return None
    value = sentence.items[0].value
    return value.value if isinstance(value, NumberMention) else None


def goal_difference(found: Found) -> Iterable[Claim]:
    number, sentence = found.item("n"), found.sentence
    at = found.match.start("n")
    if number is None or unreal(sentence, at) or not isinstance(number.value, NumberMention):
        return ()
    value = abs(number.value.value)
    text = found.reading.text[number.start : number.end]
    negative = re.match(r"[-–−]|min\b", (found.match["sign"] or text).strip())
    return stats(
        stat(found, "goal_difference", -value if negative else value, subject(sentence, at, SIDES), number, at=at)
    )


RULES = (
    ClaimRule(
        "stat-table-line",
        (sign("C"), sign("T")),
        r"^(?:\s*<NR>[.):]?)?\s*(?P<who><CT>)(?:\s*[:|–-]?\s+<NQ>){1,8}(?: (?:punten|ptn))?",
        table_line,
        (
            Example(
                "1. [C PSV] 17-45",
                (
                    {"subject_id": "PSV", "metric": "league_position", "value": 1},
                    {"subject_id": "PSV", "metric": "matches_played", "value": 17},
                    {"subject_id": "PSV", "metric": "points", "value": 45},
                ),
            ),
            Example(
                "3. [C Genk] 17 10 4 3 33",
                (
                    {"subject_id": "Genk", "metric": "league_position", "value": 3},
                    {"subject_id": "Genk", "metric": "matches_played", "value": 17},
                    {"subject_id": "Genk", "metric": "wins", "value": 10},
                    {"subject_id": "Genk", "metric": "draws", "value": 3},
                    {"subject_id": "Genk", "metric": "losses", "value": 4},
                    {"subject_id": "Genk", "metric": "points", "value": 33},
                ),
            ),
            Example("[C PSV] 17 15 1", ()),
        ),
    ),
    ClaimRule(
        "stat-points-gap",
        ("punt", " er "),
        r"(?:(?:voorsprong|achterstand)(?: van (?P<own><CT>))?(?: op (?P<other2><CT>))?"
        r"(?: (?:is|was|bedraagt|bedroeg|groeide|slonk|liep)(?: [\w-]+){0,3})?(?: van| tot| naar| op)?(?: \w+){0,2} "
        r"(?P<n><N>) punten(?: (?:op"
        r"|ten opzichte van|tegenover) (?:(?!punten)[\w-]+ |<NR> ){0,4}(?P<other><CT>))?)",
        gap,
        (
            Example(
                "[C PSV] heeft een voorsprong van vijf punten op nummer twee [C Ajax].",
                (
                    {"subject_id": "PSV", "metric": "points_gap", "value": 5, "opponent_id": "Ajax"},
                    {"subject_id": "Ajax", "metric": "league_position", "value": 2},
                ),
            ),
            Example(
                "De voorsprong van [C PSV] op [C Ajax] is gegroeid tot negen punten.",
                ({"subject_id": "PSV", "metric": "points_gap", "value": 9, "opponent_id": "Ajax"},),
            ),
        ),
    ),
    ClaimRule(
        "stat-points-ahead-or-behind",
        ("punt", " er "),
        r"(?P<n>(?<=<N> punten, )<N>|<N>) (?:punten |punt |\w+ punten )?(?:(?:meer|minder|voorsprong|achterstand|voor"
        r"|achter|achterstaa\w+|voorstaa\w+)\b)(?: (?:dan|op|van) (?:(?!punten)[\w-]+ |<NR> ){0,4}"
        r"(?P<other><CT>)| (?P<_>koploper|leider))?",
        gap,
        (
            Example(
                "[C De regerend kampioen=Leverkusen] haalde zeventien punten. Dat zijn er al negen minder dan "
                "koploper [C Bayern München].",
                (
                    {"subject_id": "Leverkusen", "metric": "points", "value": 17},
                    {"subject_id": "Leverkusen", "metric": "points_gap", "value": -9, "opponent_id": "Bayern München"},
                    {"subject_id": "Bayern München", "metric": "league_position", "value": 1},
                ),
            ),
            Example("[C Ajax] maakte twee doelpunten meer dan [C PSV].", ()),
        ),
    ),
    ClaimRule(
        "stat-points-off",
        (" punt",),
        r"(?:\bop (?:\w+ )?(?P<n><N>) punten (?:achterstand )?(?:van|achter)|(?P<m><N>) punt(?:en)? (?:boven|onder))"
        r" (?:(?!punten)[\w-]+ "
        r"|<NR> ){0,4}(?P<other><CT>)|\bvolg(?:t|en) (?:[\w-]+ ){0,2}op (?P<a><N>) punt(?:en)?\b(?! uit)",
        gap,
        (
            Example(
                "[C AZ] staat op vijf punten van koploper [C PSV].",
                (
                    {"subject_id": "AZ", "metric": "points_gap", "value": -5, "opponent_id": "PSV"},
                    {"subject_id": "PSV", "metric": "league_position", "value": 1},
                ),
            ),
            Example("[C AZ] volgt op vijf punten.", ({"subject_id": "AZ", "metric": "points_gap", "value": -5},)),
        ),
    ),
    ClaimRule(
        "stat-points-per-matches",
        (" uit ", " op "),
        r"(?P<n><N>)(?: punten)? (?P<by>uit|op) (?P<of><N>)(?= ?(?:[,.;:)!?]|$|(?:en|naar|tegen|voor|in|na|door"
        r"|aan|bij|op|is|was|blijft|kan|heeft|staat|staan|gestart|begonnen|de|het|zijn|hun|dit)\b"
        r"|<C>))(?! (?:wedstrijden|duels|matchen))",
        ellipsis,
        (
            Example(
                "[C NAC] staat 17e met 22 uit 21.",
                (
                    {"subject_id": "NAC", "metric": "league_position", "value": 17},
                    {"subject_id": "NAC", "metric": "points", "value": 22},
                    {"subject_id": "NAC", "metric": "matches_played", "value": 21},
                ),
            ),
            Example(
                "[C Genk] begon met een zes op zes.",
                ({"subject_id": "Genk", "metric": "points", "value": 6},),
            ),
            Example("[C Genk] krijgt een acht op tien.", ()),
        ),
    ),
    ClaimRule(
        "stat-goal-difference",
        ("doelsaldo", "doelpuntensaldo"),
        r"(?:doelsaldo|doelpuntensaldo) (?:van |is |bedraagt |\(){0,2}(?P<sign>[+−–-] ?|plus |min )?(?P<n><N>)",
        goal_difference,
        (
            Example(
                "[C PSV] heeft een doelsaldo van +12.",
                ({"subject_id": "PSV", "metric": "goal_difference", "value": 12},),
            ),
        ),
    ),
)
