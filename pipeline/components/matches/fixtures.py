"""Matches to come: "PSV - Ajax (zaterdag 20.00 uur)", "ontvangt", "zondag tegen X", "het duel tussen X en Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import SIDES, clause, head, near, unreal
from pipeline.components.matches.rows import Sides, home_side, match_claim
from pipeline.components.matches.sides import LED, acting, context, of_town, own_side, places
from pipeline.components.reading import Item, Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.records import Claim, TimeMention

_PAST = (
    r"\b(?:was|waren|had|hadden|werd|werden|won|wonnen|verloor|verloren|kwam\w*|ging\w*|stond\w*|kreeg|kregen|bleef"
    r"|speelde\w*|scoorde\w*|maakte\w*|viel\w*|heeft|hebben|trof|troffen|nam|namen|deed|moest\w*|mocht\w*|kon\w*)\b"
)


def fixture_line(found: Found) -> Iterable[Claim]:
    home, away = found.item("home"), found.item("away")
    if home is None or away is None or home.entity == away.entity or not home.entity or not away.entity:
        return ()
    if near(found.sentence, found.match.end(), found.match.end() + 12, "Q"):
        return ()
    return [match_claim(found, Sides(home, away, home), {}, found.match.start("home"))]


def fixture(found: Found) -> Iterable[Claim]:
    """A match to come by its verb: "ontvangt", "neemt het op tegen", "wacht de uitwedstrijd bij"."""
    other, sentence = found.item("other"), found.sentence
    at = found.match.start("other")
    verbs = sentence.skeleton[found.match.start() : found.match.end() + 10]
    duty = "moet" in verbs  # having to travel is a fact, having to win is none
    if other is None or not other.entity or _told_as_result(sentence, at) or (unreal(sentence, at) and not duty):
        return ()
    mine = _named_player(sentence, found.match.start(), other)
    if mine is None and (_coming(sentence, at) or _first_words(found)):
        mine = own_side(sentence, at, other)
    return _claim(found, mine, other, re.search(r"\b(?:ontvang\w*|krijg\w*)", verbs) is not None)


def against(found: Found) -> Iterable[Claim]:
    """A match on a day to come, by its opponent alone: "zaterdag tegen X", "zondag het duel met X"."""
    other, sentence = found.item("other"), found.sentence
    at = found.match.start("other")
    if other is None or not other.entity or _told_as_result(sentence, at) or not _coming(sentence, at):
        return ()
    start, end = clause(sentence, at)
    if re.search(r"\b(?:als|indien|mits|mocht|zou|zouden)\b", sentence.skeleton[start:end]):
        return ()
    mine = _named_player(sentence, at, other) or own_side(sentence, at, other)
    return _claim(found, mine, other, False)


def visit(found: Found) -> Iterable[Claim]:
    """The opponent comes: "dan komt X langs", "wacht het bezoek van X"; at home is the side or town named before."""
    names, sentence = ("other", "guest", "caller", "comer", "arrival"), found.sentence
    other = next((item for name in names if (item := found.item(name))), None)
    if other is None or not other.entity:
        return ()
    at = other.at
    # "de komst van X" is a transfer as often: a day or a week to come must tell that it is a match
    arrives = found.match[0].startswith("de komst") and not _next_week(sentence, at)
    if arrives or (unreal(sentence, at) and not found.item("comer") and not found.item("arrival")):
        return ()
    if not (_coming(sentence, at) or _next_week(sentence, at)):
        return ()
    hosts = [side for place in places(sentence, 0, at) if (side := of_town(sentence, place))]
    hosts = [side for side in hosts if side.entity != other.entity]
    mine = hosts[-1] if hosts else _named_player(sentence, at, other) or own_side(sentence, at, other)
    return _claim(found, mine, other, True)


def pair(found: Found) -> Iterable[Claim]:
    """Both sides in one breath: "het duel tussen X en Y", "zondag treffen X en Y elkaar"."""
    sentence, at = found.sentence, found.match.start()
    first = found.item("first") or found.item("one") or found.item("a")
    second = found.item("second") or found.item("two") or found.item("b")
    if first is None and (known := context(sentence)):
        first, second, home = known
    else:
        home = None
    if first is None or second is None or not first.entity or not second.entity or first.entity == second.entity:
        return ()
    moved = re.search(r"\b(?:verplaatst|uitgesteld|verzet|afgelast|verschoven)\b", sentence.skeleton)
    if near(sentence, at, at + 200, "Q") or not (_coming(sentence, at) or moved):
        return ()
    start, end = clause(sentence, found.match.end() - 1)
    home = home or home_side(found, first, second, start, end)
    return [match_claim(found, Sides(first, second, home), {}, found.match.end() - 1)]


def _claim(found: Found, mine: Item | None, other: Item, at_home: bool) -> Iterable[Claim]:
    if mine is None or mine.sign != other.sign or mine.entity == other.entity or not mine.entity:
        return ()
    start, end = clause(found.sentence, other.at)
    home = mine if at_home else home_side(found, mine, other, start, end)
    return [match_claim(found, Sides(mine, other, home), {}, other.at)]


def _named_player(sentence: Sentence, at: int, other: Item) -> Item | None:
    """The side that the clause names beside the opponent: its subject, or "met X", "X-verdediger"."""
    mine = acting(sentence, at)
    if mine is not None and mine.entity != other.entity:
        return mine
    heads = {
        item.entity: item
        for item in near(sentence, 0, at, SIDES)
        if item.entity not in ("", other.entity) and head(sentence, item)
    }
    led = pattern(LED).search(sentence.skeleton, *clause(sentence, at))
    if mine is not None and len(heads) == 1 and not led:  # "X, zesde met tien punten, krijgt Y op bezoek"
        return next(iter(heads.values()))
    start, end = clause(sentence, other.at)
    named = {
        item.entity: item
        for item in near(sentence, start, end, SIDES)
        if item.entity
        and item.entity != other.entity
        and not re.search(
            r"\b(?:oud|ex|voormalig)-$|\b(?:van|naar|bij|dan|over van) (?:de )?$", _before(sentence, item)
        )
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _before(sentence: Sentence, item: Item) -> str:
    return sentence.skeleton[max(0, item.at - 24) : item.at]


def _told_as_result(sentence: Sentence, at: int) -> bool:
    start, end = clause(sentence, at)
    return bool(near(sentence, start, min(len(sentence.skeleton), end + 3), "Q"))


def _first_words(found: Found) -> bool:
    """Whether the verb opens its sentence behind a day: "Zaterdag wacht X": then the text before tells whose match."""
    return bool(re.match(r"^\W*[\w ]{0,20}$", found.sentence.skeleton[: found.match.start()]))


def _coming(sentence: Sentence, at: int) -> bool:
    """Whether the day nearest to a place is still to come on the day of publication.

    "drie dagen later" counts from the nearest day told before.
    """
    later = pattern(r"(?:<U>|<D>|\w+ dagen|een \w+) (?:later|erna|nadien) [^.;]{0,40}$").search(sentence.skeleton[:at])
    days = [item for item in near(sentence, at - 160, at + 120, "D") if _is_day(item)]
    if not days and later and sentence.index:
        before = sentence.reading.sentences[sentence.index - 1]
        days = [item for item in before.items if item.sign == "D" and _is_day(item)]
        return bool(days) and _is_coming(sentence, days[-1])
    if days:
        return _is_coming(sentence, min(days, key=lambda item: abs(item.at - at)))
    if not days and pattern(_NEXT).search(sentence.skeleton):
        return True
    # where only the month of publication is known, a weekday has no place: the tense tells
    weekdays = [item for item in near(sentence, at - 160, at, "D") if _is_weekday(item)]
    start, end = clause(sentence, at)
    return bool(weekdays) and not re.search(_PAST, sentence.skeleton[start:end])


def _next_week(sentence: Sentence, at: int) -> bool:
    """Whether a week or weekend to come stands just before a place: "mist volgende week de komst van X"."""
    dates = [item.value for item in near(sentence, at - 60, at + 60, "D")]
    weeks = [date for date in dates if isinstance(date, TimeMention) and "-W" in date.value]
    return any(week.earliest > sentence.reading.published > "" for week in weeks)


def _is_day(item: Item) -> bool:
    return isinstance(item.value, TimeMention) and len(item.value.value) >= 10 and bool(item.value.earliest)


def _is_weekday(item: Item) -> bool:
    return isinstance(item.value, TimeMention) and item.value.value.startswith("XXXX-W")


def _is_coming(sentence: Sentence, item: Item) -> bool:
    published = sentence.reading.published
    value = item.value
    if not isinstance(value, TimeMention) or not published:
        return False
    words = sentence.reading.text[item.start : item.end].lower()
    today = re.search(r"vandaag|vanavond|vanmiddag|vannacht|straks", words)
    if value.earliest == published:
        return bool(today) or not re.search(_PAST, sentence.skeleton)
    return value.earliest > published


_NEXT = r"\bvolgende (?:opdracht|tegenstander|opponent|wedstrijd|match|duel|opgave|horde|afspraak)\b"
_ASIDE = r"(?:\([^()]{0,25}\) )?"
_WHO = r"(?:(?:de |het )?<CT> )?"
_GAP = r"(?:(?!en |maar |of |om (?!\d))[\w'’.-]+ |<DPKLNRHUM> ?|, |<U> later |met <CT> ){0,7}?"
_OPPONENT = (
    r"(?:(?:het|de|een|zijn|haar|hun|\w+e|nummer <N>|nummer \w+|koploper|leider|hekkensluiter|promovendus|concurrent"
    r"|rivaal|aartsrivaal|titelhouder|laagvlieger|stadsgenoot|degradant|\w+kampioen|kampioen|[\w-]+genoot"
    r"|buurman|[\w-]+ploeg"
    r"|[\w-]+(?:aanvoerder|leider|divisionist|klasser)"
    r"|middenmoter|bekerhouder|tweededivisionist|<K>-?\w*) ){0,3}(?P<other><CT>)(?![-–]\w| en <CT>)"
)
#: The same, where a pattern needs a second and third name for it.
_GUEST, _CALLER, _COMER, _ARRIVAL = (
    _OPPONENT.replace("<other>", f"<{name}>") for name in ("guest", "caller", "comer", "arrival")
)
_MATCH = (
    r"[\w-]*(?:wedstrijd|duel|match|pot|potje|interland|kraker|derby|topper|treffen|ontmoeting|confrontatie|partij|clash"
    r"|affiche|finale|generale|return|uitduel|klassieker|krachtmeting|herkansing|start|strijd om (?:de )?<K>)"
)

RULES = (
    ClaimRule(
        "match-fixture-line",
        (sign("C"), sign("T")),
        r"(?:^|[\n•*] ?|\b(?:wedstrijd|duel|topper|kraker|derby|match|affiche|ontmoeting|uur:?"
        r"|\d\d[.:]\d\d:?) |<D>:? )(?P<home><CT>) ?[-–] ?(?P<away><CT>)(?=\s*(?:$|\((?!<Q>)|[.:]|<D>|op <D>))",
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
        (
            "ontvang",
            " tegen ",
            " bij ",
            " bezoek ",
            "treft",
            "treffen",
            "wacht",
            "tegenover",
            " naar ",
            "volgt",
            "partij",
            "langs",
        ),
        rf"\b(?:(?:ontvangt|ontvangen|treft|treffen|bekampt|bekampen) {_WHO}{_ASIDE}{_GAP}"
        rf"|(?:neemt|nemen) {_WHO}{_GAP}het {_GAP}op tegen "
        rf"|(?:speelt|spelen|staat|begint|hervat) {_WHO}{_GAP}(?:thuis|uit|in eigen huis) {_GAP}(?:tegen|bij) "
        rf"|(?:speelt|spelen|begint|beginnen|opent|openen|heeft|krijgt|maakt|maken) {_WHO}{_GAP}(?:thuis"
        r"|uit)(?:wedstrijd|duel|match) (?:tegen|bij|met) "
        rf"|(?:speelt|spelen) {_WHO}(?:(?:op )?<D> |vanavond |later |weer ){{1,2}}{_GAP}(?:tegen|bij) "
        rf"|(?:begint|beginnen|opent|openen|hervat|hervatten|besluit|besluiten|start|starten) {_WHO}{_GAP}"
        r"(?:thuis tegen|uit (?:tegen|bij)|op bezoek bij|tegen) "
        rf"|(?:trapt|trappen) {_WHO}{_GAP}af tegen "
        rf"|(?:gaat|gaan|komt|komen|moet|moeten|reist|reizen|trekt|trekken|is|zijn) {_WHO}{_ASIDE}{_GAP}"
        r"(?:op bezoek (?:bij|aan)|te gast bij|uit (?:tegen|bij|naar)|op verplaatsing (?:naar|bij)|aan bij) "
        rf"|(?:reist|reizen|trekt|trekken) {_WHO}{_ASIDE}{_GAP}(?:af )?naar "
        rf"|(?:moet|moeten|gaat|gaan) {_WHO}(?:<D> |dan |vervolgens )"
        r"(?:in (?:de )?(?:beker|competitie|<K>) |voor de beker )?naar "
        rf"|(?:treedt|treden) {_WHO}{_GAP}aan tegen |(?:staat|staan) (?:<D> )?{_WHO}(?:<D> )?tegenover "
        rf"|(?:geeft|geven) {_WHO}(?:<D> |thuis |in eigen huis )*(?=[\w ]{{0,24}}<CT> (?:<D> )?partij)"
        r"|(?:die|dat|dan) (?:<D> |thuis |dan )?(?=(?:[\w-]+ ){0,2}<CT> (?:ontvangt|ontvangen|treft|treffen|bekampt)\b)"
        r"|(?:die|dat) (?:<D> |thuis )*(?=(?:[\w-]+ ){0,2}<CT> (?:<D> )?partij (?:geeft|geven)\b)"
        r"|(?:die|dat) (?:<D> )?in de (?:<K>|beker) naar (?=(?:[\w-]+ )?<CT> (?:moet|moeten|trekt|reist|gaat)\b)"
        rf"|(?:gaat|gaan) {_WHO}{_GAP}langs bij |het (?:in <L> |<D> |thuis |uit )*opnemen tegen "
        rf"|(?:wacht|wachten|volgt) {_WHO}(?:thuis )?{_GAP}(?:{_MATCH} (?:bij|tegen|met) )?"
        rf"){_OPPONENT}",
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
            Example(
                "Zondag trekt [C Lokeren] (8 op 15) naar hekkensluiter [C Deinze].",
                ({"home_club_id": "Deinze", "away_club_id": "Lokeren", "venue": "home_away"},),
            ),
            Example("[C Ajax] nam het in 2019 op tegen [C Tottenham].", ()),
        ),
    ),
    ClaimRule(
        "match-fixture-visit",
        (" bezoek van ", "kom", "op bezoek"),
        rf"\b(?:(?:wacht|wachten|volgt|staat|krijgt|krijgen) {_WHO}{_GAP}(?:het )?bezoek van {_OPPONENT}"
        rf"|komt (?:<D> |dan |met )?{_GUEST}(?= (?:<D> )?(?:langs|op bezoek|op de koffie|over de vloer|hier"
        r"|naar (?:het |de )?<LM>)|[.,!]| ?$)"
        rf"|\b(?:als|wanneer|waarin) {_COMER} (?:<D> |in <LM> |hier |naar <LM> )?(?:op bezoek|langs|over de vloer) komt"
        rf"|\bde komst van {_ARRIVAL}"
        rf"|(?:krijgt|krijgen) {_WHO}{_GAP}{_CALLER} (?:<D> )?(?:op bezoek|over de vloer|op de koffie))",
        visit,
        (
            Example(
                "[C Telstar] won. Vrijdag komt [C Dordrecht] op bezoek.",
                ({"home_club_id": "Telstar", "away_club_id": "Dordrecht", "venue": "home_away"},),
                "2024-11-12",
            ),
            Example("Zondag kwam [C Dordrecht] slecht uit de kleedkamer bij [C Telstar].", ()),
        ),
    ),
    ClaimRule(
        "match-fixture-against",
        (" tegen ", "tegen ", " met ", " bij ", " van ", " aan ", " naar "),
        r"(?:\b(?:(?:thuis |uit |in en |in )?tegen|uit bij|op het veld van|bezoek aan|verplaatsing naar) "
        rf"|\b{_MATCH} (?:<D> |thuis |uit |in <L> )?(?:met|bij|tegen|op bezoek bij) "
        r"|(?<!per )(?:<U>|<D>|\b\w+ dagen) (?:later |nadien |erna )?"
        r"(?:uit |op bezoek |te gast |op verplaatsing )?(?:bij"
        rf"|naar) (?={_OPPONENT.replace('?P<other>', '?:')}(?:[,.]| in de <K>| \())){_OPPONENT}",
        against,
        (
            Example(
                "[C Telstar] mist [P Overtoom] zaterdag tegen [C Dordrecht].",
                ({"home_club_id": "Telstar", "away_club_id": "Dordrecht", "home_goals": ""},),
                "2024-11-12",
            ),
            Example(
                "[C Telstar] kan zich opmaken voor twee duels: zaterdag thuis tegen [C Dordrecht], "
                "drie dagen later bij [C Emmen].",
                (
                    {"home_club_id": "Telstar", "away_club_id": "Dordrecht", "venue": "home_away"},
                    {"home_club_id": "Emmen", "away_club_id": "Telstar", "venue": "home_away"},
                ),
                "2024-11-12",
            ),
            Example(
                "Vrijdag, op het veld van [C Emmen], zit de trainer van [C Telstar] op de tribune.",
                ({"home_club_id": "Emmen", "away_club_id": "Telstar", "venue": "home_away"},),
                "2024-11-12",
            ),
            Example("[C Telstar] speelde zondag slecht tegen [C Dordrecht].", (), "2024-11-12"),
            Example("[C Telstar] verloor nog nooit tegen [C Dordrecht].", (), "2024-11-12"),
        ),
    ),
    ClaimRule(
        "match-fixture-pair",
        ("tussen", "elkaar", "speelronde", "speelweekend", "spits af", "speeldag", "competitie"),
        rf"(?:\b{_MATCH} tussen (?:[\w-]+ ){{0,3}}(?P<first><CT>) en (?:[\w-]+ ){{0,3}}(?P<second><CT>)"
        r"|(?:(?P<one><CT>) en (?:[\w-]+ ){0,2}(?P<two><CT>)|\bbeide (?:ploegen|teams|clubs|elftallen|landen))"
        r"[^.;]{0,60}?\belkaar\b"
        r"|\b(?:besluiten|openen|sluiten|trappen|bijten|beginnen) (?P<a><CT>) en (?:het |de )?(?P<b><CT>)"
        r"[^.;]{0,40}(?:speelronde|speelweekend|speeldag|spits af|competitie))",
        pair,
        (
            Example(
                "Het duel tussen [C Telstar] en [C Dordrecht] is verplaatst naar dinsdag.",
                ({"home_club_id": "Telstar", "away_club_id": "Dordrecht", "venue": "unknown"},),
            ),
            Example(
                "Zondag treffen [C Telstar] en [C Dordrecht] elkaar.",
                ({"home_club_id": "Telstar", "away_club_id": "Dordrecht", "home_goals": ""},),
            ),
            Example("Het verschil tussen [C Telstar] en [C Dordrecht] is zes punten.", ()),
            Example("Zaterdag hielden [C Telstar] en [C Dordrecht] elkaar in evenwicht.", ()),
        ),
    ),
)
