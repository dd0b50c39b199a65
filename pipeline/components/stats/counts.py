"""Counts: a number and what is counted ("68 wedstrijden", "zijn vijfde treffer", "scoorde twee keer")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, kind, near, unreal
from pipeline.components.reading import Item, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import OF_SIDES, about, stat, stats
from pipeline.components.stats.nouns import ADJECTIVES, MATCHES, SENT_OFF, STREAK, metric_of, noun
from pipeline.components.stats.played import given, played
from pipeline.components.stats.subjects import subject
from pipeline.records import Claim, NumberMention

#: Minutes in a match with extra time.
_LONGEST_MATCH = 120
_ALL = r"(?:de|het|hun|zijn|haar|<H>|alle) (?:<CT> )?"
_EACH = r"\b(?:allebei|beiden?|ieder|elk|allen|alle drie|alle vier)\b|\balle <N> "
_CONCEDED = (
    r"\b(?:kreeg|kregen|krijgt|krijgen|gekregen|incasseer\w*|geïncasseerd|slikte\w*|slikken|geslikt|toe te staan"
    r"|toestaan|tegen\b(?= *$)|om de oren|tegentreffers?|tegengoals?|te verwerken|doelpunten tegen)\b"
)
_CAUSED = (
    r"\b(?:bezorg\w*|toegebracht|toebracht|bracht .{0,30}toe|toegediend|trakteer\w*|getrakteerd|hielp|helpt"
    r"|hielpen|leidde|aan de kant gezet|opzij gezet|verslagen|geklopt)\b"
)
_EVENT = (
    r"\b(?:marge|verschil|voorsprong|achterstand|viel(?:en)?|vallen|kende|gezien|telde|leverde|zag(?:en)?"
    r"|afgekeurd|van de avond zag)\b"
)
_LACKS = (
    r"^ ?(?:\w+ ){0,1}(?:nodig|te kort|tekort|verschil|voorsprong|achterstand|voor(?= op\b)|achter|meer|minder"
    r"|los|verwijderd|per (?:wedstrijd|duel)|te weinig|te veel|gemist|niet)\b"
)
_LOST_POINTS = (
    r"\b(?:verspeel\w*|verspild\w*|verlies\w*|liet\w*|laat|laten|liggen|morst\w*|mindering|aftrek\w*|straf\w*"
    r"|maximaal|mogelijke|te verdienen|te pakken|gat|verschil|voorsprong|achterstand|marge|kloof|van de|tot op"
    r"|genaderd|resterende)\b"
)


def cardinal_count(found: Found) -> Iterable[Claim]:
    number, word = found.item("n"), found.match["noun"]
    metric = metric_of(word)
    sentence, at = found.sentence, found.match.start("n")
    if number is None or not metric or (unreal(sentence, at) and not given(found, metric)):
        return ()
    start, end = clause(sentence, at)
    before, behind = sentence.skeleton[max(start, at - 80) : at], sentence.skeleton[found.match.end() : end]
    if (re.match(_LACKS, behind) and not given(found, metric)) or re.search(
        r"\b(?:derde|kwart|helft) van (?:de )?$", before
    ):
        return ()
    if metric == "attendance":
        return ()
    if metric in MATCHES:
        return played(found, number, before, behind)
    part = pattern(rf"(?P<n><N>) van {_ALL}$").search(before)
    if part and metric in ("goals", "goals_for", "assists"):
        share = next(iter(near(sentence, at - len(part[0]), at, "N")), None)
        who = about(found, metric, at)
        if share is None or kind(who) != "person":
            return ()
        # "zes van zijn acht goals" are all his; "vier van de negen" are his side's
        whole = stat(found, metric, number, who) if re.search(r"zijn|haar|\ue048", part[0]) else None
        return stats(stat(found, metric, share, who), whole)
    if re.match(STREAK, behind) and metric == "wins":
        return ()
    if metric == "minutes_played" and not _minutes(number, word):
        return ()
    if metric == "points" and not _is_total(number, before, behind, found):
        return ()
    return _count(found, metric, number, before, behind)


def _minutes(number: Item, word: str) -> bool:
    """Whether minutes are playing time added up: within one match there are no more than 120."""
    return word.startswith("speel") or (isinstance(number.value, NumberMention) and number.value.value > _LONGEST_MATCH)


def _count(found: Found, metric: str, number: Item, before: str, behind: str) -> Iterable[Claim]:
    sentence, at = found.sentence, number.at
    if pattern(r"<PCT> \($").search(sentence.skeleton[max(0, at - 3) : at]):
        return stats(stat(found, metric, number, next(iter(near(sentence, at - 3, at - 2, "PCT")), None)))
    owner = pattern(r"^ (?:van|voor) (?:de )?(?P<who><PCT>)").match(behind)
    if metric == "goals" and (
        re.search(_CONCEDED, before) or re.match(r" ?(?:\w+ )?(?:tegen|om de oren|geïncasseerd)\b(?! <)", behind)
    ):
        metric = "goals_against"
    elif metric in ("goals", "goals_for") and owner and behind[1:4] == "van":
        place = found.match.end() + owner.start("who")
        who = next(iter(near(sentence, place, place + 1, "PCT")), None)
        return stats(stat(found, "goals" if kind(who) == "person" else "goals_for", number, who))
    if metric in ("goals", "goals_for") and re.search(_EVENT, before):
        return ()
    if metric in ("goals", "goals_for") and re.match(r" (?:\w+ )?voorbereid", behind):
        metric = "assists"
    if pattern(_EACH).search(before):
        return stats(*(stat(found, metric, number, who) for who in _together(found, metric)))
    who = about(found, metric, at)
    if metric == "clean_sheets" or metric == "titles" or metric.endswith("_cards"):
        who = subject(sentence, at, "PCT")
    return stats(stat(found, metric, number, who))


def _together(found: Found, metric: str) -> list[Item]:
    """The names of "X, Y en Z" before a count that each of them has."""
    sentence, at = found.sentence, found.match.start()
    low = max(0, at - 160)
    row = pattern(r"(?:<PCT>, ){0,4}<PCT> en (?:ook )?<PCT>(?= )").search(sentence.skeleton, low, at)
    return near(sentence, row.start(), row.end(), "CT" if metric in OF_SIDES else "PCT") if row else []


def _is_total(number: Item, before: str, behind: str, found: Found) -> bool:
    """Whether points are a side's total: not those of one match, a gap, or points that were lost."""
    wider = found.sentence.skeleton[max(0, number.at - 120) : number.at]
    if re.search(r"\b(?:achterstand|voorsprong|verschil|gat|kloof|marge)\b", wider):
        return False
    if (
        re.search(_LOST_POINTS, before)
        or re.match(r"[^,.;]{0,20}\b(?:mindering|aftrek)", behind)
        or re.match(
            r" ?(?:los|voor|achter|achtersta\w+|voorsta\w+|onder|boven|van|meer|minder|verschil)\b(?! de\b)", behind
        )
    ):
        return False
    if re.search(r"\bvolg(?:t|en|de|den) (?:\w+ ){0,2}op (?:\w+ )?$", before) and not re.match(r" uit\b", behind):
        return False
    if re.search(r"\b(?:op|tot) (?:\w+ )?$", before) and pattern(r"^ (?:van|achter) ").match(behind):
        return False
    value = number.value.value if isinstance(number.value, NumberMention) else 0
    if value in (1, 3) or re.search(r"\b(?:de|alle|volle) $", before):
        return bool(
            re.search(r"\b(?:heeft|staat|met|bezit|telt) (?:\w+ ){0,2}$", before)
            or pattern(r" (?:uit|na|in) ").match(behind)
        )
    return True


def ordinal_count(found: Found) -> Iterable[Claim]:
    number, word = found.item("n"), found.match["noun"]
    metric = metric_of(word)
    sentence, at = found.sentence, found.match.start("n")
    if number is None or not metric or unreal(sentence, at) or not isinstance(number.value, NumberMention):
        return ()
    start, end = clause(sentence, at)
    behind = sentence.skeleton[found.match.end() : end + 40]
    own = found.item("own")
    owned = own is not None or found.match["own"] in ("zijn", "haar", "hun")
    rank = number.value.value
    if re.search(r"\bwacht\w* (?:[\w-]+ ){0,2}op $", sentence.skeleton[max(0, at - 60) : found.match.start()]):
        return ()
    if re.match(r" (?:sinds|in <U>)", behind) or metric in ("points", "minutes_played", "attendance"):
        return ()
    if metric.endswith("_cards") and (rank <= SENT_OFF or not owned):
        return ()
    if metric in MATCHES and not (owned and rank > 1):
        return ()
    if re.match(STREAK, behind) and metric == "wins":
        return ()
    counted = re.match(r" van (?:het|dit) (?:seizoen|jaar|toernooi|ek|wk)| dit (?:seizoen|jaar)", behind) or pattern(
        r"^ (?:van )?<D>| van <P>"
    ).match(behind)
    if metric in ("goals", "assists", "goals_for") and not (owned or counted):
        return ()
    if metric in ("wins", "losses", "draws") and re.search(_CAUSED, sentence.skeleton[max(0, start - 40) : end]):
        return ()
    if metric in ("goals", "goals_for") and re.search(r"^ van de (?:avond|middag|wedstrijd|dag)", behind) and rank == 1:
        return ()
    who = own if own is not None and own.sign in "HP" else about(found, metric, at)
    if own is None and not owned and metric in ("goals", "goals_for"):
        owner = pattern(r"^ van (?P<who><P>)").match(behind)
        if owner:
            place = found.match.end() + owner.start("who")
            who = next(iter(near(sentence, place, place + 1, "P")), None)
    if metric in ("wins", "draws", "losses") and kind(who) == "person" and own is not None:
        who = subject(sentence, at, "CT") or who
    if metric == "titles" or metric == "clean_sheets":
        who = who or subject(sentence, at, "PCT")
    return stats(stat(found, metric, number, who, own))


def rules() -> tuple[ClaimRule, ...]:
    """The rules for counts; their nouns come from the seeds."""
    return (
        ClaimRule(
            "stat-count",
            (sign("N"),),
            rf"(?P<n><N>) {ADJECTIVES}{noun()}",
            cardinal_count,
            (
                Example(
                    "[P Grimaldo] speelde tot op heden 68 wedstrijden voor [C de Duitse landskampioen=Bayer "
                    "Leverkusen], goed "
                    "voor 14 doelpunten en 24 assists.",
                    (
                        {"subject_id": "Grimaldo", "metric": "appearances", "value": 68, "club_id": "Bayer Leverkusen"},
                        {"subject_id": "Grimaldo", "metric": "goals", "value": 14, "club_id": "Bayer Leverkusen"},
                        {"subject_id": "Grimaldo", "metric": "assists", "value": 24, "club_id": "Bayer Leverkusen"},
                    ),
                ),
                Example(
                    "[C De regerend kampioen=Bayer Leverkusen] haalde zeventien punten uit de eerste tien "
                    "competitieduels.",
                    (
                        {"subject_id": "Bayer Leverkusen", "metric": "points", "value": 17},
                        {"subject_id": "Bayer Leverkusen", "metric": "matches_played", "value": 10},
                    ),
                ),
                Example(
                    "[C NEC] incasseerde dit seizoen al dertig doelpunten.",
                    ({"subject_id": "NEC", "metric": "goals_against", "value": 30, "period_earliest": "2024-07-01"},),
                ),
                Example(
                    "[P Van Dijk] speelde 54 interlands voor [T Oranje].",
                    ({"subject_id": "Van Dijk", "metric": "caps", "value": 54, "national_team_id": "Oranje"},),
                ),
                Example(
                    "[P Jan Wit] was nooit ziek: 21 duels, 19 basisplaatsen.",
                    (
                        {"subject_id": "Jan Wit", "metric": "appearances", "value": 21},
                        {"subject_id": "Jan Wit", "metric": "starts", "value": 19},
                    ),
                ),
                Example(
                    "[P Jan Wit] begon in acht duels in de basis.",
                    ({"subject_id": "Jan Wit", "metric": "starts", "value": 8},),
                ),
                Example(
                    "[P Jan Wit] had voor tien treffers 912 minuten nodig.",
                    (
                        {"subject_id": "Jan Wit", "metric": "goals", "value": 10},
                        {"subject_id": "Jan Wit", "metric": "minutes_played", "value": 912},
                    ),
                ),
                Example(
                    "[P Jan Wit], goed voor vier van de negen bekerdoelpunten, is geschorst.",
                    ({"subject_id": "Jan Wit", "metric": "goals", "value": 4},),
                ),
                Example(
                    "In 2019 kwam [P Jan Wit] niet verder dan twee invalbeurten.",
                    ({"subject_id": "Jan Wit", "metric": "appearances", "value": 2},),
                ),
                Example("[P Jan Wit] kwam niet tot twee invalbeurten.", ()),
                Example("[C PSV] verspeelde in [L Breda] twee punten.", ()),
                Example("[P Bergwijn] is twee wedstrijden geschorst.", ()),
                Example("[C Ajax] heeft nog vier punten nodig.", ()),
                Example("Als [C PSV] wint, staat het op veertig punten.", ()),
            ),
        ),
        ClaimRule(
            "stat-running-count",
            (sign("R"),),
            r"(?P<own><H>|<P>(?=['’])|zijn|haar|hun|de|het|een)(?:['’]s?)? (?:al(?:weer)? |inmiddels "
            rf"|pas )?(?P<n><R>) {ADJECTIVES}{noun()}",
            ordinal_count,
            (
                Example(
                    "[P Veerman] maakte [H zijn=Veerman] vijfde treffer van het seizoen.",
                    ({"subject_id": "Veerman", "metric": "goals", "value": 5},),
                ),
                Example(
                    "[C Roda JC] leed de achtste nederlaag van het seizoen.",
                    ({"subject_id": "Roda JC", "metric": "losses", "value": 8},),
                ),
                Example(
                    "Voor [C Roda JC] was het de vierde nederlaag van het seizoen.",
                    ({"subject_id": "Roda JC", "metric": "losses", "value": 4},),
                ),
                Example("[P Berghuis] kreeg [H zijn=Berghuis] tweede gele kaart van de avond.", ()),
                Example("[P Veerman] maakte de tweede treffer.", ()),
            ),
        ),
    )
