"""Final results: scores listed between two sides, and scores in a clause that tells how the match ended."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import SIDES, around, clause, near, subject, unreal
from pipeline.components.matches.rows import Sides, home_side, match_claim
from pipeline.components.reading import Item, Score, Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.records import Claim

_WON = (
    r"\b(?:win|wint|winnen|won|wonnen|gewonnen|[\w-]*zege|[\w-]*overwinning|winst|versloeg\w*|verslaat|verslaan"
    r"|klopt\w*|kloppen|te sterk|sterker|"
    r"zegevier\w*|langste eind|rekende\w* af|rekent af|afgerekend|ten koste van|vernederde\w*|vernedert"
    r"|overklaste\w*|verpletterde\w*|walste\w*|"
    r"haalde\w* uit|haalt uit|bedwong\w*|bedwingt|schakelde\w* .{0,40}uit|droogde\w*|droogt|baas|te slim"
    r"|boekte\w*|boekt|stuntte|stunt|inmaakte|"
    r"veegde\w*|zette\w* .{0,30}opzij|zet .{0,30}opzij|in te maken|af te rekenen|driepunter|te machtig|trok aan"
    r"|tot een goed einde|kegelde\w*|gehakt|van de mat|wipte\w*|knikkerde\w*)\b"
)
_LOST = (
    r"\b(?:verliest|verliezen|verloor|verloren|[\w-]*nederlaag|verlies|onderuit\w*|onderspit|de boot in|klop"
    r"|afgang|kopje onder|te zwak|"
    r"in het stof|oorwassing|afstraffing|pandoering|voor de bijl|meerdere (?:erkennen|moeten)|liet\w* zich"
    r"|kansloos|eraan geloven|lieten zich|laat zich|buigen voor|boog voor)\b"
)
_NOUN = r"[\w-]*(?:zege|overwinning|nederlaag|winst|verlies)"
_BEATEN = (
    r"\b(?:werd|werden|wordt|worden|is|zijn|was|waren) .{0,60}(?:verslagen|geklopt|vernederd|afgedroogd"
    r"|overklast|verpletterd|ingemaakt|uitgeschakeld|opgerold|weggeveegd|bedwongen|afgestraft|gedwongen"
    r"|afgemaakt|ingepakt)\b"
)
_DRAWN = (
    r"\b(?:gelijk|gelijkspel\w*|gelijkgespeeld|puntendeling|remise|in evenwicht|steken op|bleven steken"
    r"|bleef steken|niet verder|deelden|deelt|delen de punten|bleef het|bleef op|brilstand|een punt(?:je)?)\b"
)
_ENDED = (
    r"\b(?:eindig\w*|geëindigd|eindstand|einduitslag|uitslag|werd het|het werd|bleef het|het bleef|afgelopen"
    r"|slotstand)\b"
)
_RUNNING_BEHIND = (
    r"^(?:-| )?(?:voorsprong|achterstand|ruststand|tussenstand|stand\b|bij (?:de )?rust|aan de rust"
    r"|voor\b(?! (?:<CT>|de ploeg))|achter\b|op het bord|binnen\b|"
    r"na (?:strafschoppen|penalty|verlenging en)|over twee|in totaal|maken|maakte|aantekenen|op aangeven|uit een"
    r"|van <P>|door <P>|in de \w+ minuut|namens)"
)
_RUNNING_BEFORE = (
    r"(?:\brust(?:stand)?\b.{0,30}|\bpauze\b.{0,20}|tussenstand.{0,12}|\bstrafschoppen(?:reeks|serie)?\b.{0,14}"
    r"|penalty's.{0,14}|voorsprong .{0,12}|"
    r"\b(?:maakte\w*|zorgde\w*|tekende\w*|schoot|kopte|tikte|prikte|knalde|bracht\w*|scoorde\w*|lukte|lag|viel"
    r"|betekende|liep\w* uit|kwam\w*|kwamen|"
    r"stond|leidde\w*|kans op|verantwoordelijk) (?:[\w'’-]+ |<PCTXNR> ?){0,5}(?:de|op|tot|naar|met|voor)? ?)$"
)
_AGGREGATE = (
    r"over twee (?:duels|wedstrijden|matchen)|\btotaalscore|aggregate|na strafschoppen|strafschoppenserie"
    r"|strafschoppenreeks"
)


def listed(found: Found) -> Iterable[Claim]:
    """ "Feyenoord - PSV 2-1", "Feyenoord-PSV eindigde in 2-1", "Ajax 2-1 PSV": home side first."""
    home, away, score = found.item("home"), found.item("away"), found.item("q")
    if (
        home is None
        or away is None
        or score is None
        or home.entity == away.entity
        or not isinstance(score.value, Score)
    ):
        return ()
    if re.search(_AGGREGATE, around(found.sentence, score.at)) or re.match(
        r"[^.,;]{0,12}\b(?:rust|voorsprong|achterstand)",
        found.sentence.skeleton[found.match.end() : found.match.end() + 24],
    ):
        return ()
    goals = {home.entity: score.value.first, away.entity: score.value.second}
    return [match_claim(found, Sides(home, away, home), goals, score.at)]


def told(found: Found) -> Iterable[Claim]:
    """A score in a clause that tells how the match ended."""
    score, sentence = found.item("q"), found.sentence
    if score is None or not isinstance(score.value, Score) or not _final(found, score):
        return ()
    start, end = _scope(sentence, score.at)
    words = sentence.skeleton[start:end]
    ending = _ending(words, score.at - start, score.value)
    sides = _sides(found, score, start, end)
    if not ending or sides is None or (ending != "drawn" and re.search(r"\b(?:niet|nooit|geen)\b", words)):
        return ()
    first, second = sides
    home = home_side(found, first, second, score.at)
    return [match_claim(found, Sides(first, second, home), _goals(score.value, ending, first, second), score.at)]


def _scope(sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause of a score; one in brackets or behind a colon belongs to the clause before."""
    start, end = clause(sentence, at)
    if pattern(r"^[(:,–-]\s?(?:met |<D> )?<Q>").match(sentence.skeleton[start:end]):
        return clause(sentence, start - 1)[0] if start else 0, end
    if sentence.skeleton[at - 1 : at] == "(" and start:
        return clause(sentence, start - 1)[0], end
    return start, end


def _final(found: Found, score: Item) -> bool:
    """Whether nothing around the score says that the match went on, or that it is not of one match."""
    sentence = found.sentence
    before = sentence.skeleton[max(0, score.at - 80) : score.at]
    behind = sentence.skeleton[score.at + 1 : score.at + 60]
    # a result named in passing is real whatever its clause only wishes: "na de 5-1-nederlaag wil X …"
    named = re.search(r"\b(?:na|door|dankzij|ondanks|sinds|vanwege) (?:de|het|een) (?:[\w-]+ ){0,2}$", before)
    if (not named and unreal(sentence, score.at, denials=False)) or re.search(_AGGREGATE, around(sentence, score.at)):
        return False
    ended = pattern(
        rf"^(?:-| )?(?:\w+ )?(?:{_WON}|{_LOST}|{_DRAWN}|uitslag|eindstand)| (?:<D> )?(?:bij|tegen) <CT>"
    ).match(behind)
    if pattern(_RUNNING_BEHIND).match(behind) and not ended:
        return False
    if pattern(r"(?:\b(?:de|een snelle|die) |<P> \()$").search(before) and not ended:
        return False
    return not pattern(_RUNNING_BEFORE).search(before) or bool(ended)


def _ending(words: str, at: int, score: Score) -> str:
    """won, lost or drawn for the side that acts, by the nearest word that tells; empty when none does.

    "ordered" stands for a match between two sides that ended so: goals in the order of the sides.
    """
    if score.first == score.second:
        after = pattern(
            r"\b(?:door|na|met|dankzij) (?:de|een|het) <Q> (?:<D> )?(?:bij|tegen|op bezoek bij|thuis tegen) "
        ).search(words)
        return "drawn" if after or pattern(_DRAWN).search(words) or re.search(_ENDED, words) else ""
    if pattern(_BEATEN).search(words):
        return "lost"
    tellers = [(abs(match.start() - at), "won") for match in pattern(_WON).finditer(words)]
    tellers += [(abs(match.start() - at), "lost") for match in pattern(_LOST).finditer(words)]
    if tellers:
        return min(tellers)[1]
    if re.search(r"\beindig\w*|\bgeëindigd", words) and pattern(r"\btussen (?:[\w-]+ ){0,2}<CT> en ").search(words):
        return "lost" if pattern(r"<Q> voor de (?:gasten|bezoekers|uitploeg)").search(words) else "ordered"
    return "won" if pattern(r"\b(?:werd het|het werd|eindstand) .{0,10}<Q> voor <CT>").search(words) else ""


def _sides(found: Found, score: Item, start: int, end: int) -> tuple[Item, Item] | None:
    """Who acts, and the other side: named in the clause, or else the only other side of the lead."""
    sentence = found.sentence
    inside = near(sentence, start, end, SIDES)
    pair = pattern(r"(?P<a><CT>) (?:en|-|–) (?P<b><CT>)").search(sentence.skeleton, start, end)
    if pair:
        both = [item for item in inside if item.at in (pair.start("a"), pair.start("b"))]
        if len({item.entity for item in both}) == 2:
            return both[0], both[1]
    acting = subject(sentence, score.at if score.at < end else end - 1, SIDES)
    owner = pattern(rf"^(?:-| )?(?:\w+ )?(?:{_NOUN} van|voor) (?:de )?(?P<who><CT>)").match(
        sentence.skeleton[score.at + 1 : score.at + 60]
    )
    agent = pattern(
        r"\bwerd(?:en)? (?:[\w-]+ |<DQ> ){0,4}door (?:de )?(?P<who><CT>).{0,40}(?:gewonnen|verloren)"
    ).search(sentence.skeleton, start, end)
    if agent:
        acting = _side_at(sentence, agent.start("who"))
    elif owner and not (acting and acting.at < score.at):
        acting = _side_at(sentence, score.at + 1 + owner.start("who")) or acting
    if acting is None or acting.sign not in SIDES:
        return None
    others = [item for item in inside if item.entity and item.entity != acting.entity and not _aside(sentence, item)]
    if len({item.entity for item in others}) == 1:
        return acting, others[0]
    if not others:
        other = _opponent_of_lead(found, acting)
        return (acting, other) if other is not None else None
    governed = [
        item
        for item in others
        if pattern(r"\b(?:van|tegen|bij|op|voor|met|over|aan|af met)(?: [\w-]+){0,2} $").search(
            sentence.skeleton[max(0, item.at - 40) : item.at]
        )
    ]
    return (acting, governed[0]) if len({item.entity for item in governed}) == 1 else None


def _side_at(sentence: Sentence, at: int) -> Item | None:
    return next(iter(near(sentence, at, at + 1, SIDES)), None)


def _aside(sentence: Sentence, item: Item) -> bool:
    """Whether a side is named for another reason than playing this match: "oud-X", "X-trainer"."""
    return (
        sentence.skeleton[item.at + 1 : item.at + 2] == "-" or sentence.skeleton[max(0, item.at - 1) : item.at] == "-"
    )


def _opponent_of_lead(found: Found, acting: Item) -> Item | None:
    """The other of the two sides that title and first sentences name, when they name just two."""
    lead: dict[str, Item] = {}
    for sentence in found.reading.sentences[:5]:
        for item in near(sentence, 0, len(sentence.skeleton), SIDES):
            if item.entity and not _aside(sentence, item):
                lead.setdefault(item.entity, item)
    others = [item for key, item in lead.items() if key != acting.entity]
    return others[0] if len(others) == 1 and acting.entity in lead else None


def _goals(score: Score, ending: str, first: Item, second: Item) -> dict[str, int]:
    """Goals by entity: the larger number is the winner's; without a winner as written."""
    if ending not in ("won", "lost"):
        return {first.entity: score.first, second.entity: score.second}
    winner, loser = (first, second) if ending == "won" else (second, first)
    return {winner.entity: max(score.first, score.second), loser.entity: min(score.first, score.second)}


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
