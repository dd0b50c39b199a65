"""voetbal_matches: final results and fixtures → claims for the matches table.

A score is a result only where its clause says how the match ended: who won, who lost, that it was drawn.
Scores of goals told one by one, at half-time, over two legs or of a shoot-out are left alone. The larger
number goes to the winner, whichever way round it is written; who was at home is read from the words
("bij X", "in eigen huis", the town of a side) or stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe, ClaimRule, Found
from pipeline.components.clauses import SIDES, clause, near, subject, unreal
from pipeline.components.document import add_claims
from pipeline.components.reading import Item, Score, Sentence, pattern, reading_of, sign
from pipeline.components.rules import Example
from pipeline.records import Claim, TimeMention
from pipeline.seeds import by_id

IDENTITY = ("home_club_id", "away_club_id", "home_national_team_id", "away_national_team_id", "home_goals", "away_goals")

_WON = (
    r"\b(?:win|wint|winnen|won|wonnen|gewonnen|[\w-]*zege|[\w-]*overwinning|winst|versloeg\w*|verslaat|verslaan|klopt\w*|kloppen|te sterk|sterker|"
    r"zegevier\w*|langste eind|rekende\w* af|rekent af|afgerekend|ten koste van|vernederde\w*|vernedert|overklaste\w*|verpletterde\w*|walste\w*|"
    r"haalde\w* uit|haalt uit|bedwong\w*|bedwingt|schakelde\w* .{0,40}uit|droogde\w*|droogt|baas|te slim|boekte\w*|boekt|stuntte|stunt|inmaakte|"
    r"veegde\w*|zette\w* .{0,30}opzij|zet .{0,30}opzij|in te maken|af te rekenen|driepunter|te machtig|trok aan|tot een goed einde|kegelde\w*|gehakt|van de mat|wipte\w*|knikkerde\w*)\b"
)
_LOST = (
    r"\b(?:verliest|verliezen|verloor|verloren|[\w-]*nederlaag|verlies|onderuit|onderspit|de boot in|klop|afgang|kopje onder|te zwak|"
    r"in het stof|oorwassing|afstraffing|pandoering|voor de bijl|meerdere (?:erkennen|moeten)|liet\w* zich|lieten zich|laat zich|buigen voor|boog voor)\b"
)
_NOUN = r"[\w-]*(?:zege|overwinning|nederlaag|winst|verlies)"
_BEATEN = r"\b(?:werd|werden|wordt|worden|is|zijn|was|waren) .{0,60}(?:verslagen|geklopt|vernederd|afgedroogd|overklast|verpletterd|ingemaakt|uitgeschakeld|opgerold|weggeveegd|bedwongen)\b"
_DRAWN = r"\b(?:gelijk|gelijkspel\w*|gelijkgespeeld|puntendeling|remise|in evenwicht|steken op|bleven steken|bleef steken|niet verder|deelden|deelt|delen de punten|bleef het|bleef op|brilstand|een punt(?:je)?)\b"
_ENDED = r"\b(?:eindig\w*|eindstand|einduitslag|uitslag|werd het|het werd|bleef het|het bleef|afgelopen|slotstand)\b"
_RUNNING_BEHIND = (
    r"^(?:-| )?(?:voorsprong|achterstand|ruststand|tussenstand|stand\b|bij (?:de )?rust|aan de rust|voor\b(?! (?:<CT>|de ploeg))|achter\b|op het bord|binnen\b|"
    r"na (?:strafschoppen|penalty|verlenging en)|over twee|in totaal|maken|maakte|aantekenen|op aangeven|uit een|van <P>|door <P>|in de \w+ minuut|namens)"
)
_RUNNING_BEFORE = (
    r"(?:\brust(?:stand)?\b.{0,30}|\bpauze\b.{0,20}|tussenstand.{0,12}|\bstrafschoppen(?:reeks|serie)?\b.{0,14}|penalty's.{0,14}|voorsprong .{0,12}|"
    r"\b(?:maakte\w*|zorgde\w*|tekende\w*|schoot|kopte|tikte|prikte|knalde|bracht\w*|scoorde\w*|lukte|lag|viel|betekende|liep\w* uit|kwam\w*|kwamen|"
    r"stond|leidde\w*|kans op|verantwoordelijk) (?:[\w'’-]+ |<PCTXNR> ?){0,5}(?:de|op|tot|naar|met|voor)? ?)$"
)
_AGGREGATE = r"over twee (?:duels|wedstrijden|matchen)|\btotaalscore|aggregate|na strafschoppen|strafschoppenserie|strafschoppenreeks"
_HOME = r"\b(?:thuis\b(?! (?:tegen|van) <CT> (?:gewonnen|verloren))|in eigen (?:huis|stadion|arena|land)|voor eigen (?:publiek|aanhang|fans|supporters)|op eigen (?:veld|bodem|terrein|grasmat)|thuiswedstrijd|thuisduel|thuisnederlaag|thuiszege|thuisoverwinning|thuisverlies|thuismatch|ontving|ontvangt|kreeg .{0,20}op bezoek)\b"
_AWAY = r"\b(?:op bezoek|uit (?:bij|tegen|van|met)|uitwedstrijd|uitduel|uitzege|uitnederlaag|uitoverwinning|uitmatch|op vreemde bodem|buitenshuis|te gast|op (?:het )?veld van|in het hol van|op verplaatsing|trok naar|reisde|in en tegen|in het stadion van)\b"
_AT = r"\b(?:bij|op bezoek (?:bij|aan)|naar|te gast bij|uit bij|uit tegen|veld van|stadion van|hol van|huis van) (?:(?!tegen|van|op|in|met|rust)[\w-]+ |nummer <N> ){0,3}$"


class Sides(NamedTuple):
    """Two sides in the order named, and which of them was at home, if the words tell."""

    first: Item
    second: Item
    home: Item | None


def match_claim(found: Found, sides: Sides, goals: dict[str, int], at: int, *items: Item | None) -> Claim:
    """A row: `goals` by entity key, empty for a fixture; in home–away order where that is known."""
    home, away = sides.first, sides.second
    if sides.home is not None and sides.home.entity == away.entity:
        home, away = away, home
    values: dict[str, Any] = {name: "" for name in IDENTITY}
    for side, item in (("home", home), ("away", away)):
        kind = item.entity.partition("/")[0]
        values[f"{side}_{kind}_id"] = item.entity
        if goals:
            values[f"{side}_goals"] = goals[item.entity]
    values["venue"] = "home_away" if sides.home is not None else "unknown"
    date = _date(found.sentence, at)
    values |= {"date_value": "", "date_earliest": "", "date_latest": ""}
    if date is not None:
        values |= {"date_value": date.value, "date_earliest": date.earliest, "date_latest": date.latest}
    values["competition_id"] = _competition(found.sentence, at)
    return found.claim(sides.first, sides.second, *items, **values)


def _date(sentence: Sentence, at: int) -> TimeMention | None:
    """The day in a match's clause, or else the only one of the sentence around it."""
    start, end = clause(sentence, at)
    for low, high in ((start, end), (at - 200, at + 200)):
        dates = [item.value for item in near(sentence, low, high, "D")]
        days = [date for date in dates if isinstance(date, TimeMention) and date.earliest and len(date.value) >= 10]
        if len(days) == 1:
            return days[0]
    return None


def _competition(sentence: Sentence, at: int) -> str:
    keys = {item.entity for item in near(sentence, at - 200, at + 200, "K")}
    return keys.pop() if len(keys) == 1 else ""


def _goals(score: Score, winner: Item | None, loser: Item | None, first: Item, second: Item) -> dict[str, int]:
    """Goals by entity: the larger number is the winner's; without a winner as written."""
    high, low = max(score.first, score.second), min(score.first, score.second)
    if winner is not None and loser is not None:
        return {winner.entity: high, loser.entity: low}
    return {first.entity: score.first, second.entity: score.second}


def _home(found: Found, first: Item, second: Item, at: int) -> Item | None:
    """The side at home: `first` is the one that acts, so "thuis" is his and "bij X" the other's."""
    sentence = found.sentence
    for item in (first, second):
        words = found.reading.text[item.start : item.end].lower()
        other = second if item is first else first
        if re.search(r"thuis(?:ploeg|club)|gastheer|gastheren|gastvrouw", words):
            return item
        if re.search(r"bezoekers|bezoekende|uitploeg", words):
            return other
    start, end = clause(sentence, at)
    start, end = min(start, first.at, second.at), max(end, second.at + 1, first.at + 1)
    words = sentence.skeleton[start:end]
    if pattern(_AT).search(sentence.skeleton[max(0, second.at - 60) : second.at]):
        return second
    home, away = bool(pattern(_HOME).search(words)), bool(pattern(_AWAY).search(words))
    if home != away:
        return first if home else second
    return _by_town(found, first, second, start, end)


def _by_town(found: Found, first: Item, second: Item, start: int, end: int) -> Item | None:
    """The side whose town the clause names as the place."""
    for place in near(found.sentence, start, end, "L"):
        town = found.reading.text[place.start : place.end]
        at_home = [side for side in (first, second) if town and _town(found, side) == town]
        if len(at_home) == 1 and re.search(r"\bin $", found.sentence.skeleton[max(0, place.at - 4) : place.at]):
            return at_home[0]
    return None


def _town(found: Found, side: Item) -> str:
    entity = found.reading.entities.get(side.entity)
    if entity is None:
        return ""
    known = by_id("clubs.csv").get(entity.seed) if entity.seed else None
    return known["city"] if known else entity.facts.get("city", "")


# --- results ---


def listed(found: Found) -> Iterable[Claim]:
    """ "Feyenoord - PSV 2-1", "Feyenoord-PSV eindigde in 2-1", "Ajax 2-1 PSV": home side first."""
    home, away, score = found.item("home"), found.item("away"), found.item("q")
    if home is None or away is None or score is None or home.entity == away.entity or not isinstance(score.value, Score):
        return ()
    if re.search(_AGGREGATE, found.sentence.skeleton) or re.match(r"[^.,;]{0,12}\b(?:rust|voorsprong|achterstand)", found.sentence.skeleton[found.match.end() :]):
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
    if ending == "lost":
        winner, loser = second, first
    elif ending == "won":
        winner, loser = first, second
    else:
        winner = loser = None
    home = _home(found, first, second, score.at)
    return [match_claim(found, Sides(first, second, home), _goals(score.value, winner, loser, first, second), score.at)]


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
    if unreal(sentence, score.at, denials=False) or re.search(_AGGREGATE, sentence.skeleton):
        return False
    ended = pattern(rf"^(?:-| )?(?:\w+ )?(?:{_WON}|{_LOST}|{_DRAWN}|uitslag|eindstand)").match(behind)
    if pattern(_RUNNING_BEHIND).match(behind) and not ended:
        return False
    if pattern(r"(?:\b(?:de|een snelle|die) |<P> \()$").search(before) and not ended:
        return False
    return not pattern(_RUNNING_BEFORE).search(before) or bool(ended)


def _ending(words: str, at: int, score: Score) -> str:
    """won, lost or drawn for the subject: the nearest word that tells; empty when none does."""
    if score.first == score.second:
        return "drawn" if pattern(_DRAWN).search(words) or re.search(_ENDED, words) else ""
    if pattern(_BEATEN).search(words):
        return "lost"
    tellers = [(abs(match.start() - at), "won") for match in pattern(_WON).finditer(words)]
    tellers += [(abs(match.start() - at), "lost") for match in pattern(_LOST).finditer(words)]
    if tellers:
        return min(tellers)[1]
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
    owner = pattern(rf"^(?:-| )?(?:\w+ )?(?:{_NOUN} van|voor) (?:de )?(?P<who><CT>)").match(sentence.skeleton[score.at + 1 : score.at + 60])
    agent = pattern(r"\bwerd(?:en)? (?:[\w-]+ |<DQ> ){0,4}door (?:de )?(?P<who><CT>).{0,40}(?:gewonnen|verloren)").search(sentence.skeleton, start, end)
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
    governed = [item for item in others if pattern(r"\b(?:van|tegen|bij|op|voor|met|over|aan|af met)(?: [\w-]+){0,2} $").search(sentence.skeleton[max(0, item.at - 40) : item.at])]
    return (acting, governed[0]) if len({item.entity for item in governed}) == 1 else None


def _side_at(sentence: Sentence, at: int) -> Item | None:
    return next(iter(near(sentence, at, at + 1, SIDES)), None)


def _aside(sentence: Sentence, item: Item) -> bool:
    """Whether a side is named for another reason than playing this match: "oud-X", "X-trainer"."""
    return sentence.skeleton[item.at + 1 : item.at + 2] == "-" or sentence.skeleton[max(0, item.at - 1) : item.at] == "-"


def _opponent_of_lead(found: Found, acting: Item) -> Item | None:
    """The other of the two sides that title and first sentences name, when they name just two."""
    lead: dict[str, Item] = {}
    for sentence in found.reading.sentences[:5]:
        for item in near(sentence, 0, len(sentence.skeleton), SIDES):
            if item.entity and not _aside(sentence, item):
                lead.setdefault(item.entity, item)
    others = [item for key, item in lead.items() if key != acting.entity]
    return others[0] if len(others) == 1 and acting.entity in lead else None


# --- fixtures ---


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
    home = acting if re.search(r"\b(?:ontvang\w*|krijg\w*)\b", found.match[0]) else _home(found, acting, other, at)
    return [match_claim(found, Sides(acting, other, home), {}, at)]


def _side_before(found: Found) -> Item | None:
    """The only side that the sentence before names."""
    if not found.sentence.index:
        return None
    previous = found.reading.sentences[found.sentence.index - 1]
    sides = {item.entity: item for item in near(previous, 0, len(previous.skeleton), SIDES)}
    return next(iter(sides.values())) if len(sides) == 1 else None


_GAP = r"(?:(?!en |maar |of |om )[\w'’.-]+ |<DPKLNRH> ?|, ){0,6}?"
_OPPONENT = r"(?:(?:het|de|een|zijn|haar|\w+e|nummer <N>|koploper|leider|hekkensluiter|promovendus|concurrent|rivaal|aartsrivaal|titelhouder|laagvlieger|stadsgenoot|degradant) ){0,3}(?P<other><CT>)"

RULES = (
    ClaimRule(
        "match-listed",
        (sign("Q"),),
        r"(?P<home><CT>) ?[-–] ?(?P<away><CT>)(?: \([^)]{0,30}\))?(?:,[^,.]{3,50},)?:? ?(?:is |eindigde |eindigt |werd |geëindigd )?(?:in |op |het )?(?:een )?\(?(?P<q><Q>)(?!-)",
        listed,
        (
            Example("[C Feyenoord] - [C PSV] 2-1", ({"home_club_id": "Feyenoord", "away_club_id": "PSV", "home_goals": 2, "away_goals": 1, "venue": "home_away"},)),
            Example("[C Ajax]-[C AZ] eindigde in 2-2.", ({"home_club_id": "Ajax", "away_club_id": "AZ", "home_goals": 2, "away_goals": 2},)),
            Example("Ruststand [C Ajax]-[C AZ] 1-0 bij rust", ()),
        ),
    ),
    ClaimRule(
        "match-score-between",
        (sign("Q"),),
        r"(?:^|[\n•*:] ?)(?P<home><CT>) (?P<q><Q>) (?P<away><CT>)",
        listed,
        (Example("[C Ajax] 2-1 [C PSV]", ({"home_club_id": "Ajax", "away_club_id": "PSV", "home_goals": 2, "away_goals": 1},)),),
    ),
    ClaimRule(
        "match-told",
        (sign("Q"),),
        r"(?P<q><Q>)",
        told,
        (
            Example("[C PSV] wint met 3-1 van [C Ajax].", ({"home_club_id": "PSV", "away_club_id": "Ajax", "home_goals": 3, "away_goals": 1, "venue": "unknown"},)),
            Example("[C PSV] verloor met 1-0 bij [C Ajax].", ({"home_club_id": "Ajax", "away_club_id": "PSV", "home_goals": 1, "away_goals": 0, "venue": "home_away"},)),
            Example("[C PSV] en [C Ajax] speelden gelijk (1-1).", ({"home_club_id": "PSV", "away_club_id": "Ajax", "home_goals": 1, "away_goals": 1, "venue": "unknown"},)),
            Example("Na de 3-1-zege op [C NEC] steeg [C AZ] naar de vierde plaats.", ({"home_club_id": "AZ", "away_club_id": "NEC", "home_goals": 3, "away_goals": 1},)),
            Example("[P Til] maakte de 1-0 voor [C PSV] tegen [C Ajax].", ()),
            Example("[C PSV] leidde bij rust met 2-0 tegen [C Ajax].", ()),
            Example("[C PSV] won na strafschoppen met 4-2 van [C Ajax].", ()),
            Example("Als [C PSV] met 3-0 wint van [C Ajax], is het kampioen.", ()),
        ),
    ),
    ClaimRule(
        "match-fixture-line",
        (sign("C"), sign("T")),
        r"(?:^|[\n•*] ?|\b(?:wedstrijd|duel|topper|kraker|derby|match|affiche|ontmoeting|uur:?|<D>:?) )(?P<home><CT>) ?[-–] ?(?P<away><CT>)(?=\s*(?:$|\((?!<Q>)|[.:]|<D>|op <D>))",
        fixture_line,
        (
            Example("[C PSV] - [C Heerenveen] (zaterdag 18.45 uur)", ({"home_club_id": "PSV", "away_club_id": "Heerenveen", "home_goals": "", "venue": "home_away"},)),
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
        rf"|(?:speelt|spelen|begint|beginnen|opent|heeft|krijgt|maakt|maken) (?:<CT> )?{_GAP}(?:thuis|uit)(?:wedstrijd|duel|match) (?:tegen|bij|met) "
        rf"|(?:speelt|spelen) (?:<CT> )?(?:<D> |vanavond |later |weer ){{1,2}}{_GAP}(?:tegen|bij) "
        rf"|(?:gaat|gaan|komt|komen|moet|reist|reizen|trekt|trekken) (?:<CT> )?{_GAP}(?:op bezoek (?:bij|aan)|(?:af )?naar) "
        rf"|(?:wacht|wachten|volgt) (?:<CT> )?{_GAP}(?:(?:thuis|uit|beker|competitie)?(?:wedstrijd|duel|match) (?:bij|tegen|met) )?"
        rf"){_OPPONENT}(?!-)",
        fixture,
        (
            Example("[C Ajax] ontvangt zondag [C PSV].", ({"home_club_id": "Ajax", "away_club_id": "PSV", "home_goals": "", "venue": "home_away", "date_value": "2024-11-17"},)),
            Example("[C Ajax] won zondag. Zaterdag wacht de uitwedstrijd bij [C PSV].", ({"home_club_id": "PSV", "away_club_id": "Ajax", "home_goals": ""},)),
            Example("[C Ajax] nam het in 2019 op tegen [C Tottenham].", ()),
        ),
    ),
)


class MatchesPipe(ClaimPipe):
    """Reads results and fixtures; one match told twice is one claim, at its first words."""

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        claims: list[Claim] = []
        for sentence in reading.sentences:
            for claim in self.find(sentence):
                add(claims, claim)
        results = {_sides_of(claim) for claim in claims if claim.values["home_goals"] != ""}
        kept = [
            claim
            for claim in claims
            if claim.values["home_goals"] != ""
            or _sides_of(claim) not in results
            or claim.values["date_earliest"] > reading.published > ""
        ]
        add_claims(doc, kept)
        return doc


def _sides_of(claim: Claim) -> frozenset[str]:
    return frozenset(claim.values[name] for name in IDENTITY[:4] if claim.values[name])


def _goals_by_side(claim: Claim) -> frozenset[tuple[str, Any]]:
    values = claim.values
    return frozenset(
        (values[f"{side}_club_id"] or values[f"{side}_national_team_id"], values[f"{side}_goals"]) for side in ("home", "away")
    )


def add(claims: list[Claim], claim: Claim) -> None:
    """Appends a claim unless its match is known with these goals; what it tells more is taken over."""
    for index, known in enumerate(claims):
        if _goals_by_side(known) == _goals_by_side(claim):
            better = claim if known.values["venue"] == "unknown" and claim.values["venue"] != "unknown" else known
            values = {name: better.values[name] or known.values[name] or claim.values[name] for name in known.values}
            claims[index] = known._replace(values=values)
            return
    claims.append(claim)


@Language.factory("voetbal_matches")
def make_matches(nlp: Language, name: str) -> MatchesPipe:
    """The pipe, to stand behind dates and numbers."""
    return MatchesPipe("matches", RULES, IDENTITY)
