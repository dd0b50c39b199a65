"""Standings: places, points per matches, gaps and lines of a table ("17e met 22 uit 21", "op vijf punten van X")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import ENTITIES, SIDES, apposed, kind, near, subject, unreal
from pipeline.components.reading import Item, Score, Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import number_of, stat, stats
from pipeline.records import Claim, NumberMention

_PLACE = r"(?:competitie|league|bekende|play-off|gedeelde )?(?:plaats|plek|positie|stek|stekje|plekje|rang)"
#: Words before a place that make it something wished for, left, or another's.
_NOT_HELD = r"\b(?:om|voor|van|tussen|boven|onder|achter|tot|vanaf|dan|strijd|jaagt|jacht|aast|zicht|verloor|kwijt\w*|verdreven|in) (?:\w+ ){0,2}$"
_COPULA = r"\b(?:is|zijn|was|waren|blijft|bleef|werd|wordt|als|staat|eindigde) (?:[\w-]+ |<PCTDKHN> ){0,6}$"
_SCORERS = r"topscor|topschut|assist|aangever|doelpuntenmakers|schutters"
_LEADS = (
    r"\b(?:gaat|gaan|staat|staan|stond|blijft|voert|ligt) (?:[\w-]+ |<PCTDKH> ?|, ){0,6}?(?P<word>aan (?:de leiding|kop)|bovenaan|de (?:\w+ )?(?:ranglijst|lijst|stand|rangschikking|competitie|poule|groep) aan)\b"
    r"|(?P<word2>aan (?:de leiding|kop)|bovenaan|de (?:ranglijst|lijst|stand|rangschikking) aan)(?: \w+)? (?:gaat|gaan|staat|staan|voert|ging|gingen|blijft)\b"
)
_LEADER = r"\b(?:mede)?(?P<word>koploper|lijstaanvoerder|leider|competitieleider|ranglijstaanvoerder|klassementsleider)\b"
_LEADER_WORDS = "koploper|lijstaanvoerder|competitieleider|klassementsleider"
_GAP_AHEAD = r"voorsprong|voor(?: op\b)?|meer|bonus|los"
_GAP_BEHIND = r"achterstand|achter|minder|erop na"


def place(found: Found) -> Iterable[Claim]:
    """A named place in a table is held by the subject of its clause."""
    number, sentence = number_of(found), found.sentence
    at = number.at if number else 0
    if number is None or unreal(sentence, at) or re.search(_SCORERS, sentence.skeleton):
        return ()
    before = sentence.skeleton[max(0, found.match.start() - 60) : found.match.start()]
    held = re.search(r"\b(?:op|naar|als)(?: de| een| het)?(?: \w+e)? $", before)
    if not held and re.search(_NOT_HELD, before):
        return ()
    if re.search(r"\bin de $|\bpunten (?:voorsprong |achterstand )?op (?:de|een|het) $", before):
        return ()
    return stats(_position(found, number, _holder(sentence, at)))


def _position(found: Found, number: Item | float, who: Item | None, at: int | None = None) -> Claim | None:
    value = number.value.value if isinstance(number, Item) and isinstance(number.value, NumberMention) else number
    if not isinstance(value, float | int) or not 1 <= value <= 40:
        return None
    return stat(found, "league_position", number, who, at=at)


def _holder(sentence: Sentence, at: int) -> Item | None:
    return subject(sentence, at, SIDES)


def ranked(found: Found) -> Iterable[Claim]:
    """ "nummer drie Feyenoord", "Feyenoord, de nummer drie", "staat vijfde"."""
    number = number_of(found)
    at = number.at if number else 0
    if number is None or unreal(found.sentence, at, denials=False) or re.search(_SCORERS, found.sentence.skeleton):
        return ()
    named = found.item("who") if "who" in found.match.groupdict() and found.match["who"] else None
    named = named or apposed(found.sentence, found.match.start())
    before = found.sentence.skeleton[max(0, found.match.start() - 60) : found.match.start()]
    # "de nummer vijf" by itself speaks of someone else than the subject: only a copula makes it his
    if named is None and "nummer" in found.match[0] and not pattern(_COPULA).search(before):
        return ()
    return stats(_position(found, number, named or _holder(found.sentence, at), at))


def ellipsis(found: Found) -> Iterable[Claim]:
    """ "22 uit 21", "zes op zes": points, and the matches they were taken from."""
    points, of = found.item("n"), found.item("of")
    at = found.match.start("n")
    if points is None or of is None or unreal(found.sentence, at):
        return ()
    first, second = (item.value.value if isinstance(item.value, NumberMention) else 0 for item in (points, of))
    if found.match["by"] == "op":
        if second % 3 or not 3 <= second <= 120 or first > second or first == second - 1:
            return ()
        matches = second / 3
    else:
        matches = second
        if first > 3 * matches or first == 3 * matches - 1:
            return ()
    who = _holder(found.sentence, at)
    if kind(who) == "person" and found.match["by"] == "uit":
        return ()
    return stats(stat(found, "points", points, who), stat(found, "matches_played", matches, who, at=of.at))


def leads(found: Found) -> Iterable[Claim]:
    at = found.match.start("word") if found.match["word"] else found.match.start("word2")
    sentence = found.sentence
    if unreal(sentence, at) or re.search(_SCORERS, sentence.skeleton):
        return ()
    if pattern(r"^ met (?:<Q>|\d)").match(sentence.skeleton[found.match.end() :]) or re.search(r"\brust\b|\bminu", sentence.skeleton):
        return ()
    return stats(_position(found, 1.0, subject(sentence, at, SIDES), at))


def leader(found: Found) -> Iterable[Claim]:
    """ "koploper X", "X, koploper in de Eredivisie", "X is koploper"."""
    sentence, at = found.sentence, found.match.start("word")
    behind = sentence.skeleton[found.match.end() : found.match.end() + 40]
    named = pattern(r"^ (?:in (?:de )?<K> )?(?P<who><CT>)(?!-)").match(behind)
    if re.search(_SCORERS, sentence.skeleton):
        return ()
    if named:
        place = found.match.end() + named.start("who")
        return stats(_position(found, 1.0, next(iter(near(sentence, place, place + 1, SIDES)), None), at))
    if unreal(sentence, at):
        return ()
    if found.match["word"] == "leider" and not pattern(r"^ (?:in|van) (?:de |het )?(?:<K>|klassement|competitie|stand|rangschikking|reeks)").match(behind):
        return ()
    before = sentence.skeleton[max(0, at - 60) : at]
    if pattern(r"(?:\b(?:is|zijn|was|blijft|wordt|werd|als)|,)(?: <D>| [\w-]+){0,4} ?$").search(before) and pattern(r"^(?:\W|$| (?:in|van) )").match(behind):
        return stats(_position(found, 1.0, apposed(sentence, at) or subject(sentence, at, SIDES), at))
    return ()


def described(found: Found) -> Iterable[Claim]:
    """Descriptions that were resolved to a side and tell its place: "de koploper", "de nummer drie"."""
    item = found.item("who")
    if item is None:
        return ()
    words = found.reading.text[item.start : item.end].lower()
    if re.search(rf"\b(?:{_LEADER_WORDS})\b", words) and not re.search(r"\b(?:ex|oud|voormalig)", words):
        return stats(_position(found, 1.0, item, item.at))
    return ()


def gap(found: Found) -> Iterable[Claim]:
    """Points between two sides; the sign tells whether the subject is ahead."""
    number, other = found.item("n"), found.item("other") if found.match["other"] else None
    at = found.match.start("n")
    sentence = found.sentence
    if number is None or unreal(sentence, at) or not isinstance(number.value, NumberMention):
        return ()
    words = found.match[0]
    ahead = bool(re.search(r"voorsprong|\bvoor\b|\bmeer\b|\blos van", words))
    behind = bool(re.search(r"achterstand|\bachter\b|\bminder\b|\bop [^ ]+ punten (?:van|achter)|genaderd", words))
    if ahead == behind:
        return ()
    who = _of_gap(found, at, other)
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
    if who is None or found.sentence.skeleton[found.match.end() :].strip(" \n.,;*"):
        return ()
    rank = _rank_before(found)
    if rank is None:
        return ()
    claims = [_position(found, rank, who, who.at)]
    numbers = [item.value for item in near(found.sentence, found.match.start(), found.match.end(), "NQ") if item.at > who.at]
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
        claims += [stat(found, "matches_played", values[0], who, at=who.at), stat(found, "points", values[1], who, at=who.at)]
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
    return stats(stat(found, "goal_difference", -value if negative else value, subject(sentence, at, SIDES), number, at=at))


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
        r"(?:(?:voorsprong|achterstand) (?:van|is|bedraagt) (?:\w+ ){0,2}(?P<n><N>) punten(?: (?:op|ten opzichte van|tegenover) (?:(?!punten)[\w-]+ |<NR> ){0,4}(?P<other><CT>))?)",
        gap,
        (
            Example(
                "[C PSV] heeft een voorsprong van vijf punten op nummer twee [C Ajax].",
                (
                    {"subject_id": "PSV", "metric": "points_gap", "value": 5, "opponent_id": "Ajax"},
                    {"subject_id": "Ajax", "metric": "league_position", "value": 2},
                ),
            ),
        ),
    ),
    ClaimRule(
        "stat-points-ahead-or-behind",
        ("punt", " er "),
        r"(?P<n><N>) (?:punten |punt |\w+ punten )?(?:(?:meer|minder|voorsprong|achterstand|voor|achter)\b)(?: (?:dan|op|van) (?:(?!punten)[\w-]+ |<NR> ){0,4}(?P<other><CT>)| (?P<_>koploper|leider))?",
        gap,
        (
            Example(
                "[C De regerend kampioen=Leverkusen] haalde zeventien punten. Dat zijn er al negen minder dan koploper [C Bayern München].",
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
        r"\bop (?:\w+ )?(?P<n><N>) punten (?:achterstand )?(?:van|achter) (?:(?!punten)[\w-]+ |<NR> ){0,4}(?P<other><CT>)",
        gap,
        (
            Example(
                "[C AZ] staat op vijf punten van koploper [C PSV].",
                (
                    {"subject_id": "AZ", "metric": "points_gap", "value": -5, "opponent_id": "PSV"},
                    {"subject_id": "PSV", "metric": "league_position", "value": 1},
                ),
            ),
        ),
    ),
    ClaimRule(
        "stat-points-per-matches",
        (" uit ", " op "),
        r"(?P<n><N>)(?: punten)? (?P<by>uit|op) (?P<of><N>)(?= ?(?:[,.;:)!?]|$|(?:en|naar|tegen|voor|in|na|door|aan|bij|op|is|was|blijft|kan|heeft|staat|staan|gestart|begonnen|de|het|zijn|hun|dit)\b|<C>))(?! (?:wedstrijden|duels|matchen))",
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
                (
                    {"subject_id": "Genk", "metric": "points", "value": 6},
                    {"subject_id": "Genk", "metric": "matches_played", "value": 2},
                ),
            ),
            Example("[C Genk] krijgt een acht op tien.", ()),
        ),
    ),
    ClaimRule(
        "stat-place",
        ("plaats", "plek", "positie", "stek", "rang"),
        rf"(?:(?P<n><R>) (?:en \w+ )?{_PLACE}\b|\b{_PLACE} (?P<m><N>)(?!\w))",
        place,
        (
            Example(
                "In de [K Champions League] bezet [C de ploeg van Alonso=Bayer Leverkusen] met zeven punten uit vier wedstrijden de dertiende plaats.",
                (
                    {"subject_id": "Bayer Leverkusen", "metric": "league_position", "value": 13, "competition_id": "Champions League"},
                    {"subject_id": "Bayer Leverkusen", "metric": "points", "value": 7},
                    {"subject_id": "Bayer Leverkusen", "metric": "matches_played", "value": 4},
                ),
            ),
            Example("[C Ajax] bezet plek 4.", ({"subject_id": "Ajax", "metric": "league_position", "value": 4},)),
            Example("[C Ajax] strijdt met [C AZ] om de tweede plaats.", ()),
            Example("Dat is in de eerste plaats aan [C Ajax].", ()),
            Example("[C Willem II] is hekkensluiter en staat op de laatste plaats.", ()),
        ),
    ),
    ClaimRule(
        "stat-ranked",
        (sign("R"),),
        r"(?:\b(?:staat|staan|stond|eindigde|eindigt|finishte|werd|wordt|is|blijft|als) (?:(?!de |het |zijn |haar |hun |een )[\w-]+ |<D> |<PCTK> |in de <K> ){0,3}(?P<n><R>)(?= ?(?:$|[,.;:)!]|(?:in|op|met|na|achter|van|en|geworden|geëindigd)\b))"
        r"|(?P<a><R>) (?:staat|stond|eindigde)\b"
        r"|(?<=, )(?:nu |momenteel |voorlopig )?(?P<m><R>)(?= (?:in|op|van) (?:de |het )?(?:<K>|stand|ranglijst|klassement|poule|groep)))",
        ranked,
        (
            Example("[C NEC] staat vijfde in de [K Eredivisie].", ({"subject_id": "NEC", "metric": "league_position", "value": 5, "competition_id": "Eredivisie"},)),
            Example("[C NEC] is de eerste club die dat lukt.", ()),
        ),
    ),
    ClaimRule(
        "stat-number",
        ("nummer ",),
        r"(?<!rug)(?<!shirt)\bnummer (?P<n><N>)(?:(?: van| in) (?:de |het )?(?:<KL>|stand|ranglijst|klassement|competitie))?(?: (?P<who><CT>)(?!-))?",
        ranked,
        (
            Example("[P Bosz] speelt met [C PSV] tegen nummer drie [C Feyenoord].", ({"subject_id": "Feyenoord", "metric": "league_position", "value": 3},)),
            Example("[P Schouten] draagt nummer 22.", ()),
        ),
    ),
    ClaimRule(
        "stat-leads",
        ("leiding", "bovenaan", " kop", " aan"),
        _LEADS,
        leads,
        (
            Example("[C PSV] gaat aan de leiding in de [K Eredivisie].", ({"subject_id": "PSV", "metric": "league_position", "value": 1, "competition_id": "Eredivisie"},)),
            Example("[P Menig] bracht [C PEC] aan de leiding.", ()),
        ),
    ),
    ClaimRule(
        "stat-leader",
        ("koploper", "aanvoerder", "leider"),
        _LEADER,
        leader,
        (
            Example("[C Union] is koploper in de [K Jupiler Pro League].", ({"subject_id": "Union", "metric": "league_position", "value": 1},)),
            Example("[P Heynen] is de leider van [C Genk].", ()),
        ),
    ),
    ClaimRule(
        "stat-described-place",
        (sign("C"),),
        r"(?P<who><C>)",
        described,
        (Example("[C De koploper=PSV] won opnieuw.", ({"subject_id": "PSV", "metric": "league_position", "value": 1},)),),
    ),
    ClaimRule(
        "stat-goal-difference",
        ("doelsaldo", "doelpuntensaldo"),
        r"(?:doelsaldo|doelpuntensaldo) (?:van |is |bedraagt |\(){0,2}(?P<sign>[+−–-] ?|plus |min )?(?P<n><N>)",
        goal_difference,
        (Example("[C PSV] heeft een doelsaldo van +12.", ({"subject_id": "PSV", "metric": "goal_difference", "value": 12},)),),
    ),
)
