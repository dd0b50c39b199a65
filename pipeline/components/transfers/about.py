"""From a word of moving to a row: who moves, from where, to where, how sure, on what terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.components.claims import Found
from pipeline.components.clauses import REACH, clause, head, near, subject
from pipeline.components.reading import Item, Sentence, pattern
from pipeline.components.topic import town_club
from pipeline.records import Claim, NumberMention, TimeMention

#: What may stand between a preposition and its side: "naar het Duitse", "van promovendus", "aan onder andere".
_FILL = (
    r"(?:(?:de|het|een|zijn|haar|hun|<H>|onder|meer|andere|oude|ex-club|ex-werkgever|onze|<LMO>|[\w’'-]+(?:e|se|er|us|"
    r"ist|ant|club|ploeg|kampioen|genoot)|nummer <N>) ){0,4}"
)
_PREPOSITION = re.compile(
    r"\b(naar|aan|bij|van|uit|voor|door|richting|met|tegen|in|namens|tussen|onder|over|op|als|dan|via)$"
)
_PART = re.compile(
    r" ?(?:(?:de|het) )?(?:jeugd|jeugdafdeling|jeugdopleiding|jeugdacademie|academie|opleiding|amateurs|beloften|"
    r"directie|leiding|scouts?|technische staf) van$"
)
_JOINED = pattern(
    r"^(?:\s?\([^()]{0,30}\))?(?:, | en | of |, en | én | en ook | maar ook |, maar ook |/| & )(?:(?:de|het|ook|"
    r"[\w-]+e) )?$"
)

_CONDITION = (
    r"\b(?:indien|mits|tenzij|mocht(?:en)?)\b|\buitgesloten\b|(?:^|[,“”\"„‘’(] ?|\bmaar |\ben |\bpas )als (?=<PCTH>|"
    r"de |het |hij |zij |ze |we |je |er |een |dat )"
)
_NO_CLAIM = (
    r"\b(?:kan(?! op\b)|kunnen|mag|mogen|moet|moeten|niet voor de hand|optie om|droomt|ooit nog|zou ooit|"
    r"graag (?:ooit|nog|eens|een keer)|"
    r"hypothetisch|in de toekomst|op termijn|denkbaar)\b"
)
_MAYBE = (
    r"\b(?:zou|zouden|verluidt|lijkt|lijken|leek|mogelijk|mogelijke|misschien|wellicht|vermoedelijk|waarschijnlijk\w*|"
    r"geruchten?|gespeculeerd|speculaties?|wil|willen|wilde|wilden|hoopt|hopen|overweegt|overwegen|dreigt|aast|azen|"
    r"hengelt|interesse|belangstelling|kandidaat|ligt voor de hand|meer voor de hand|verwacht|verwachting|"
    r"onderhandel\w*|gesprekken|in gesprek|praat|aan tafel|rond de tafel|gelinkt|getipt|genoemd|verband|voorkeur|"
    r"favoriet|dromen|probeert|proberen|werkt aan|werken aan|bod|bieding|biedt|bood|dicht bij|op weg naar|nadert|"
    r"komt in beeld|in beeld|hint|uitverkorene|zal naar)\b"
)
_AGREED = (
    r"\b(?:akkoord|principeakkoord|rond(?! de tafel)|medische (?:keuring|tests?)|medisch gekeurd|gekeurd|keuring|"
    r"eens (?:met|over)|het (?:al )?eens|op het punt|beklonken|overeenstemming|mondeling|in kannen en kruiken|"
    r"nog (?:slechts )?formaliteit|aangekondigd|te ondertekenen|afronden|afgerond moet|zo goed als)\b"
)
_DENIED = (
    r"\b(?:ontken\w*|geen sprake|onzin|uit de lucht gegrepen|ketst\w* [^.]{0,50}\baf\b|sluit [^.]{0,60} uit\b|"
    r"afgeketst|van de baan|gaat niet door|niet door|weigert|weigerde|geweigerd|wees [^.]{0,80} af|"
    r"wijst [^.]{0,80} af|afgewezen|afwees|afwijst|bedankte voor|bedankt voor|sloeg [^.]{0,60}af|niet zitten|"
    r"spreekt [^.]{0,40}tegen|weersprak|weerspreekt|"
    r"(?<!een )\bmislukte?n?\b(?! (?:avontuur|periode|passage))|klapt\w*|sprong af|afgesprongen|stukgelopen|"
    r"blies [^.]{0,40}af|afgeblazen|geen interesse|niet geïnteresseerd|fabeltje|wuif\w* [^.]{0,40}weg|"
    r"houdt de deur dicht|gaat niet|komt er [^.]{0,70}niet|naast zich neer|niets (?:van )?(?:aan|waar))\b"
)
_NOT = (
    r"\b(?:niet(?! (?:alleen|enkel|lang|onverwacht|minder|voor niets|meer))|geen|nooit|evenmin|nog niet|komt er niet)\b"
)
_LOAN = (
    r"\b(?:ge|ver|in)?huur\w*|huurt|verhuurt|huurde|huren|\w*uitgeleend|uitleen\w*|uitlenen|leent|leende|uitleent|"
    r"uitleende|op leenbasis|leencontract|leenbasis|uitleenbeurt\b"
)
_FREE = (
    r"\b(?:transfervrij\w*|gratis|clubloos|clubloze|zonder club|vrije speler|einde contract|aflopend contract|"
    r"vrij man|transfervrije)\b"
)
_BOUGHT = (
    r"\b(?:definitief|definitieve|kocht|koopt|kopen|gekocht|verkocht|verkoopt|verkopen|verkocht|aankoop|transfersom|"
    r"transferbedrag|recordbedrag|recordtransfer|miljoenentransfer|permanent\w*|weghaal\w*|weggehaald|weggekocht|"
    r"wegkocht|betaal\w*|neertel\w*|neergeteld)\b"
)
_NO_FEE = (
    r"koopoptie|optie tot koop|aankoopoptie|prijskaartje|afkoopsom|vraagprijs|clausule|marktwaarde|salaris|jaarlijks|"
    r"per jaar|boete|waarde|budget"
)
_REPORTS = pattern(
    r"\b(?:volgens|meldt|meldde|melden|aldus|schrijft|schreef|bericht|weet|claimt|onthult|bevestigt) (?:(?:de |het |"
    r"onder meer )?(?:\w+ )?(?:\w+ )?)?(?P<o><OMP>)|(?P<p><OM>) (?:meldt|meldde|weet|schrijft|bericht|claimt|"
    r"onthult)\b"
)


#: Forms that tell of something over, so that no date of theirs lies ahead.
_PAST = (
    r"(?:kwam|kwamen|ging|nam|namen|trok|kocht|verkocht|vertrok|verliet|tekende|ruilde|sloot|overgekomen|overkwam|"
    r"verruilde|trad|[\w]+(?:alde|eerde|urde|apte|aakte|ukte|egde|uisde|aste|ikte|eende|ekende))\b"
)


class Ends(NamedTuple):
    """The sides of a stretch of words by the preposition before each; `bare` ones have none."""

    named: tuple[tuple[str, Item], ...]

    def after(self, *prepositions: str) -> list[Item]:
        return [item for preposition, item in self.named if preposition in prepositions]


def ends(sentence: Sentence, start: int, end: int) -> Ends:
    """The sides of a stretch, each with its preposition; a side joined to another by "en" shares that one's."""
    found: list[tuple[str, Item]] = []
    previous: Item | None = None
    for item in near(sentence, start, end, "CL"):
        side = item if item.sign == "C" and item.entity else _of_town(sentence, item)
        if side is None:
            continue
        gap = sentence.skeleton[previous.at + 1 : item.at] if previous is not None else ""
        if previous is not None and _JOINED.match(gap) and not (found[-1][0] in ("van", "") and gap == ", "):
            preposition = found[-1][0]
        else:
            before = pattern(rf" {_FILL}$").sub("", sentence.skeleton[max(0, item.at - 70) : item.at])
            # a part of a club acts for it: "de jeugdafdeling van Y pikte hem op", "bij de amateurs van Y"
            if part := _PART.search(before):
                before = before[: part.start()]
            match = _PREPOSITION.search(before)
            preposition = match[1] if match else ""
        if re.match(r"[-‑]\w|['’]?ers?\b|['’]s? \w", sentence.skeleton[item.at + 1 : item.at + 5]) and not preposition:
            preposition = "of"
        found.append((preposition, side))
        previous = item
    return Ends(tuple(found))


def _of_town(sentence: Sentence, item: Item) -> Item | None:
    """The article's club of a town behind "naar" or "uit": "naar Arnhem" is to Vitesse where the article names it."""
    if item.sign != "L" or not re.search(r"\b(?:naar|uit) $", sentence.skeleton[max(0, item.at - 6) : item.at]):
        return None
    return town_club(sentence, item)


class Move(NamedTuple):
    """A move as read; sides are items or None."""

    who: Item
    origin: Item | None
    goal: Item | None
    status: str
    kind: str


def status_of(sentence: Sentence, at: int, default: str, beside: str = "") -> str:
    """How sure a move told at `at` is; empty when the words make it no claim."""
    start, end = clause(sentence, at)
    words = sentence.skeleton[start:end] + beside
    whole = sentence.skeleton[max(0, at - REACH) : at + REACH]
    if (
        sentence.skeleton[-4:].rstrip(" \n”\"’'").endswith("?")
        or re.search(_NO_CLAIM, words)
        or re.match(r"\W*of (?!meer)", words)
    ):
        return ""
    if (
        pattern(_CONDITION).search(sentence.skeleton[max(0, at - 200) : at])
        or "niet uitgesloten" in whole
        or re.search(r"\bsluit[^.]{0,150} niet uit\b", whole)
    ):
        return ""
    reported = default != "done" or re.search(r"\bdat\b", words[:6])
    if re.search(_DENIED, whole if reported else words) or (re.search(_NOT, words) and default != "rumour"):
        return "denied"
    if re.search(r"\b(?:geen|niet)\b", words) and default == "rumour":
        return (
            "denied"
            if re.search(
                r"\b(?:geen|niet) (?:interesse|belangstelling|geïnteresseerd|van plan|bezig|serieus|meer)\b", words
            )
            else ""
        )
    before = sentence.skeleton[max(0, start - 120) : end]
    if (re.search(_AGREED, whole) and default != "done") or re.search(_AGREED, words):
        return "rumour" if re.search(r"\b(?:lijkt|zou|hoopt|wil)\b", words) else "agreed"
    if default in ("done", "agreed") and (
        re.search(_MAYBE, words)
        or re.search(r"\b(?:zou|zouden|verluidt|lijkt|verwacht\w*|gerucht\w*|misschien|ontkennen)\b", before)
    ):
        return "rumour"
    if default == "done" and not re.match(_PAST, sentence.skeleton[at:]) and _coming(sentence, start, end):
        return "agreed"
    return default


def _coming(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause tells of something ahead: "na dit seizoen", "volgende zomer", "per 1 juli 2025"."""
    words = sentence.skeleton[start:end]
    if re.search(
        (
            r"\b(?:na (?:dit|het) seizoen|vanaf volgend|komende? (?:zomer|winter|seizoen)|volgend (?:seizoen|jaar)|"
            r"na afloop van)\b"
        ),
        words,
    ):
        return True
    published = sentence.reading.published
    for item in near(sentence, start, end, "D"):
        date = item.value
        if not isinstance(date, TimeMention) or not date.earliest or not published:
            continue
        if re.search(r"\b(?:tot|t/m|sinds)(?: en met| \w+)? $", sentence.skeleton[max(0, item.at - 16) : item.at]):
            continue
        words = sentence.reading.text[item.start : item.end].lower()
        if date.earliest > published[: len(date.earliest)].ljust(10, "~") or re.match(
            r"^(?:komende|volgend|volgende)\b", words
        ):
            return True
        if words in ("dit seizoen", "het seizoen") and sentence.skeleton[max(0, item.at - 3) : item.at] == "na ":
            return True
    return False


def kind_of(sentence: Sentence, at: int, default: str) -> str:
    """loan, free or permanent where the words around a move say so."""
    start, end = clause(sentence, at)
    words = sentence.skeleton[max(0, start - 40) : end + 60]
    inner = sentence.skeleton[start:end]
    if re.search(_LOAN, inner):
        return "loan"
    if re.search(_FREE, words):
        return "free"
    if re.search(_LOAN, words) and not re.search(_BOUGHT, inner):
        return "loan"
    if re.search(_BOUGHT, inner):
        return "permanent"
    return default


def fee_of(sentence: Sentence, at: int) -> float | str:
    """The fee in euros beside a move, or empty."""
    start, end = clause(sentence, at)
    for item in near(sentence, max(0, start - 80), min(len(sentence.skeleton), end + 80), "EN"):
        around = sentence.skeleton[max(0, item.at - 50) : item.at + 50]
        if not isinstance(item.value, NumberMention) or item.value.value < 10_000 or re.search(_NO_FEE, around):
            continue
        # an amount without a currency is one behind "voor": "ging voor 7 miljoen naar Bologna"
        bare = item.value.value >= 100_000 and re.search(
            r"\bvoor (?:[\w’']+ ){0,2}$", sentence.skeleton[max(0, item.at - 20) : item.at]
        )
        if item.value.unit == "EUR" or (item.sign == "N" and bare):
            return float(item.value.value)
    return ""


def date_of(sentence: Sentence, at: int) -> str:
    """When: the one date of the clause that is no end of a contract."""
    values = [
        item.value.value
        for item in near(sentence, *clause(sentence, at), "D")
        if isinstance(item.value, TimeMention)
        and re.match(r"\d{4}", item.value.value)
        and not re.search(
            r"\b(?:tot|t/m|sinds|na)(?: en met| \w+)? $", sentence.skeleton[max(0, item.at - 16) : item.at]
        )
    ]
    return values[0] if len(values) == 1 else ""


def reporter(sentence: Sentence, at: int) -> str:
    """Who is said to report: "volgens Kicker", "meldt X"."""
    match = _REPORTS.search(sentence.skeleton, max(0, at - REACH), at + REACH)
    if match is None:
        return ""
    at = match.start(match.lastgroup or "o")
    item = next(iter(near(sentence, at, at + 1, "OMP")), None)
    return sentence.reading.text[item.start : item.end] if item else ""


def mover(found: Found, at: int) -> Item | None:
    """Who moves where the person is the subject: of the clause, or of those it continues when it has only a club."""
    sentence = found.sentence
    item = subject(sentence, at, "P")
    if item is not None and item.sign == "P":
        return item
    start = clause(sentence, at)[0]
    for _ in range(3):
        if start <= 0 or item is None:
            return None
        before = clause(sentence, start - 1)[0]
        if before >= start or pattern(r"^\W*(?:maar|want|terwijl|hoewel|omdat|toen|of)\b").match(
            sentence.skeleton[start:]
        ):
            return None
        people = [
            one for one in near(sentence, before, start, "P") if head(sentence, one) and not sentence.is_source(one)
        ]
        if people:
            return people[-1]
        start = before
    return None


#: Prepositions before whom a club takes: "versterkt zich met X", "verzekerd van de diensten van X".
_TAKEN = r"\b(?:met|voor|verzekerd van(?: de diensten van)?) (?:[\w-]+ ){0,3}$"


def moved(found: Found, pieces: list[tuple[int, int]], at: int) -> list[Item]:
    """Who is moved where a club is the subject: the person nearest the verb, by preference one without preposition."""
    sentence = found.sentence
    inside = [
        item
        for start, end in sorted(pieces)
        for item in near(sentence, start, end, "P")
        if not sentence.is_source(item)
    ]
    people = [item for item in inside if head(sentence, item)]
    people = people or [
        item
        for item in inside
        if re.search(
            r"\b(?:met|voor|verzekerd van(?: de diensten van)?) (?:[\w-]+ ){0,3}$",
            sentence.skeleton[max(0, item.at - 40) : item.at],
        )
    ]
    behind = [item for item in people if item.at > at]
    return behind[:1] or people[-1:]


def rows(found: Found, moves: Iterable[Move]) -> Iterable[Claim]:
    sentence = found.sentence
    at = found.match.start()
    for move in moves:
        if move.goal is not None and move.origin is not None and move.goal.entity == move.origin.entity:
            continue
        kind = kind_of(sentence, at, move.kind)
        fee = fee_of(sentence, at) if kind != "free" else ""
        if fee and kind == "unknown":
            kind = "permanent"
        values: dict[str, Any] = {
            "person_id": move.who.entity,
            "from_club_id": move.origin.entity if move.origin else "",
            "to_club_id": move.goal.entity if move.goal else "",
            "type": kind,
            "status": move.status,
            "fee_eur": fee,
            "date_value": date_of(sentence, at),
            "reported_by": reporter(sentence, at),
        }
        yield found.claim(move.who, move.origin, move.goal, **values)
