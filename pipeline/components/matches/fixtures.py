"""Matches to come: "PSV - Ajax (zaterdag 20.00 uur)", "ontvangt", "neemt het op tegen", "wacht de uitwedstrijd bij"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import SIDES, clause, near, subject, unreal
from pipeline.components.matches.rows import Sides, home_side, match_claim
from pipeline.components.reading import Item, sign
from pipeline.components.rules import Example
from pipeline.records import Claim


def fixture_line(found: Found) -> Iterable[Claim]:
    home, away = found.item("home"), found.item("away")
    if home is None or away is None or home.entity == away.entity or not home.entity or not away.entity:
        return ()
    if near(found.sentence, found.match.end(), found.match.end() + 12, "Q"):
        return ()
    return [match_claim(found, Sides(home, away, home), {}, found.match.start("home"))]


def fixture(found: Found) -> Iterable[Claim]:
    """A match to come, told in a sentence: "ontvangt", "neemt het op tegen", "wacht de uitwedstrijd bij"."""
    other, sentence = found.item("other"), found.sentence
    at = found.match.start("other")
    start, end = clause(sentence, at)
    if other is None or near(sentence, start, end, "Q") or unreal(sentence, at):
        return ()
    acting = subject(sentence, found.match.start(), SIDES)
    if acting is None or acting.entity == other.entity:
        acting = _side_before(found)
    if acting is None or acting.sign not in SIDES or acting.entity == other.entity or not acting.entity:
        return ()
    home = acting if re.search(r"\b(?:ontvang\w*|krijg\w*)\b", found.match[0]) else home_side(found, acting, other, at)
    return [match_claim(found, Sides(acting, other, home), {}, at)]


def _side_before(found: Found) -> Item | None:
    """The only side that the sentence before names."""
    if not found.sentence.index:
        return None
    previous = found.reading.sentences[found.sentence.index - 1]
    sides = {item.entity: item for item in near(previous, 0, len(previous.skeleton), SIDES)}
    return next(iter(sides.values())) if len(sides) == 1 else None


_GAP = r"(?:(?!en |maar |of |om (?!\d))[\w'’.-]+ |<DPKLNRH> ?|, ){0,6}?"
_OPPONENT = (
    r"(?:(?:het|de|een|zijn|haar|\w+e|nummer <N>|koploper|leider|hekkensluiter|promovendus|concurrent|rivaal"
    r"|aartsrivaal|titelhouder|laagvlieger|stadsgenoot|degradant) ){0,3}(?P<other><CT>)"
)

RULES = (
    ClaimRule(
        "match-fixture-line",
        (sign("C"), sign("T")),
        r"(?:^|[\n•*] ?|\b(?:wedstrijd|duel|topper|kraker|derby|match|affiche|ontmoeting|uur:?"
        r"|<D>:?) )(?P<home><CT>) ?[-–] ?(?P<away><CT>)(?=\s*(?:$|\((?!<Q>)|[.:]|<D>|op <D>))",
        fixture_line,
        (
            Example(
                "[C PSV] - [C Heerenveen] (zaterdag 18.45 uur)",
                ({"home_club_id": "PSV", "away_club_id": "Heerenveen", "home_goals": "", "venue": "home_away"},),
            ),
            Example("Bekijk hier de samenvatting van [C PSV]-[C Heerenveen].", ()),
        ),
    ),
    ClaimRule(
        "match-fixture-at",
        (sign("C"), sign("T")),
        r"(?P<home><CT>) ?[-–] ?(?P<away><CT>)(?= \((?:<D> ?|om |[a-z]+ ){0,3}\d{1,2}[.:u]\d\d)",
        fixture_line,
        (
            Example(
                "Ook [C Ajax]-[C NEC] (2-0) en [C AZ]-[C VVV] (16.45 uur) staan op het programma.",
                (
                    {"home_club_id": "Ajax", "away_club_id": "NEC", "home_goals": 2, "away_goals": 0},
                    {"home_club_id": "AZ", "away_club_id": "VVV", "home_goals": ""},
                ),
            ),
        ),
    ),
    ClaimRule(
        "match-fixture",
        ("ontvang", " tegen ", " bij ", " bezoek ", "treft", "treffen", " wacht", "tegenover", " naar "),
        rf"\b(?:(?:ontvangt|ontvangen|treft|treffen) (?:<CT> )?{_GAP}"
        rf"|(?:neemt|nemen) (?:<CT> )?{_GAP}het {_GAP}op tegen "
        rf"|(?:speelt|spelen|staat|begint|hervat) (?:<CT> )?{_GAP}(?:thuis|uit|in eigen huis) {_GAP}(?:tegen|bij) "
        rf"|(?:speelt|spelen|begint|beginnen|opent|heeft|krijgt|maakt|maken) (?:<CT> )?{_GAP}(?:thuis"
        r"|uit)(?:wedstrijd|duel|match) (?:tegen|bij|met) "
        rf"|(?:speelt|spelen) (?:<CT> )?(?:<D> |vanavond |later |weer ){{1,2}}{_GAP}(?:tegen|bij) "
        rf"|(?:trapt|trappen) (?:<CT> )?{_GAP}af tegen "
        rf"|(?:gaat|gaan|komt|komen|moet|reist|reizen|trekt|trekken) (?:<CT> )?{_GAP}(?:op bezoek (?:bij|aan)"
        r"|(?:af )?naar) "
        rf"|(?:wacht|wachten|volgt) (?:<CT> )?{_GAP}(?:(?:thuis|uit|beker|competitie)?(?:wedstrijd|duel"
        r"|match) (?:bij|tegen|met) )?"
        rf"){_OPPONENT}(?!-)",
        fixture,
        (
            Example(
                "[C Ajax] ontvangt zondag [C PSV].",
                (
                    {
                        "home_club_id": "Ajax",
                        "away_club_id": "PSV",
                        "home_goals": "",
                        "venue": "home_away",
                        "date_value": "2024-11-17",
                    },
                ),
            ),
            Example(
                "[C Ajax] won zondag. Zaterdag wacht de uitwedstrijd bij [C PSV].",
                ({"home_club_id": "PSV", "away_club_id": "Ajax", "home_goals": ""},),
            ),
            Example("[C Ajax] nam het in 2019 op tegen [C Tottenham].", ()),
        ),
    ),
)
