"""Counts: a number and what is counted ("68 wedstrijden", "zijn vijfde treffer", "scoorde twee keer")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, clause, kind, near, subject, unreal
from pipeline.components.reading import Item, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import OF_SIDES, about, number_of, stat, stats
from pipeline.dutch.patterns import any_of
from pipeline.records import Claim, NumberMention
from pipeline.seeds import rows

#: Metrics whose nouns name matches: who played them tells which of the two it is.
_MATCHES = frozenset({"appearances", "matches_played"})
_OPEN_MATCHES = r"\b(?:(?:laatste|afgelopen|voorbije|vorige|recente|komende|resterende|volgende|overige|andere|beide|elke|iedere|onderlinge)(?: \w+)?|nog|over) $"
_NOT_PLAYED = r"^[^,.;]{0,40}\b(?:op rij|op een rij|achter elkaar|achtereen|na elkaar|ongeslagen|zonder|niet|geschorst|schorsing|te gaan|te spelen|voor de boeg|gewonnen|verloren|gelijk\w*)\b"
_STREAK = r"^ ?(?:keer |maal )?(?:op (?:een )?rij|achter elkaar|achtereen\w*|na elkaar|in successie)\b"
_PLAYED = (
    r"\b(?:speelde\w*|gespeeld|speelt|spelen|kwam\w*|komt|gekomen|uit|in|na|goed voor|met|maakte\w*|stond\w*|staat|zit|verzamelde\w*|"
    r"werkte\w*|afgewerkt|droeg|verdedigde\w*|totaal van|totaal|liefst|optredens|haalde|en)\b"
)
_MATCH_SUPPORT = r"<NX> [\w ]{0,30}(?:punten|doelpunten|goals|treffers|assists|zeges|keer)|<X>|scoor|gescoord|punten|goed voor|doelpunt|treffer|\bgoal|assist"
_SIDE_SUPPORT = r"<NX> (?:[\w-]+ ){0,2}(?:\w*punten|\w*doelpunten|\w*goals|\w*treffers|zeges|overwinningen|keer)|<X>|\bgespeeld|speelde|plaats\b|\bplek|<R>(?! keer| maal)"
_PLAY_VERB = r"\b(?:speelde\w*|gespeeld|kwam\w* (?:[\w-]+ |<PCTDKNR> ){0,6}(?:tot|uit|in actie)|goed voor|maakte\w*|verzamelde\w*|afgewerkt|werkte\w*|achter zijn naam|uitgekomen|stond\w*|actie)\b"
_CONCEDED = r"\b(?:kreeg|kregen|krijgt|krijgen|gekregen|incasseer\w*|geïncasseerd|slikte\w*|slikken|geslikt|toe te staan|toestaan|tegen\b(?= *$)|om de oren|tegentreffers?|tegengoals?|te verwerken|doelpunten tegen)\b"
_CAUSED = r"\b(?:bezorg\w*|toegebracht|toebracht|bracht .{0,30}toe|toegediend|trakteer\w*|getrakteerd|hielp|helpt|hielpen|leidde)\b"
_EVENT = r"\b(?:marge|verschil|voorsprong|achterstand|viel(?:en)?|vallen|kende|gezien|telde|leverde|zag(?:en)?|afgekeurd|van de avond zag)\b"
_LACKS = r"^ ?(?:\w+ ){0,1}(?:nodig|te kort|tekort|verschil|voorsprong|achterstand|voor(?= op\b)|achter|meer|minder|los|verwijderd|per (?:wedstrijd|duel)|te weinig|te veel|gemist|niet)\b"
_LOST_POINTS = r"\b(?:verspeel\w*|verspild\w*|verlies\w*|liet\w*|laat|laten|liggen|morst\w*|mindering|aftrek\w*|straf\w*|maximaal|mogelijke|te verdienen|te pakken|gat|verschil|voorsprong|achterstand|marge|kloof|van de|tot op|genaderd|resterende)\b"


#: Metrics whose words stand right behind a number; the others have rules of their own.
_COUNTED = frozenset(
    "appearances matches_played starts goals goals_for goals_against assists clean_sheets minutes_played yellow_cards "
    "red_cards caps points wins draws losses titles attendance".split()
)
#: Words of the seeds that tell a metric only together with others, and rounds, which are a competition's.
_NO_NOUN = frozenset(
    "raak trefzeker scoorde scoort gescoord binnengeschoten geslikt gespeeld afgewerkt gewonnen gelijkgespeeld verloren "
    "nul ongepasseerd geel rood verlies winst voorbereid geïncasseerd doeltreffend fans supporters bezoekers beker hattrick "
    "hattricks minuut speeldag speeldagen speelronde speelrondes competitieronde competitierondes selecties".split()
)
#: So many yellow cards in a match are one event: the sending-off.
_SENT_OFF = 2
#: Minutes in a match with extra time.
_LONGEST_MATCH = 120
#: Shorter words are whole words only, so that "handicap" holds no cap.
_SHORTEST_TAIL = 5


@cache
def metrics() -> dict[str, str]:
    """Nouns that name what is counted, and the metric of each; from seeds/metrics.csv."""
    return {
        row["word"]: row["metric"]
        for row in rows("metrics.csv")
        if row["metric"] in _COUNTED and row["word"] not in _NO_NOUN
    }


@cache
def noun() -> str:
    """A counted noun, compounds with it as their last part too: "competitieduels", "eredivisiegoals"."""
    tails = [word for word in metrics() if len(word) >= _SHORTEST_TAIL]
    return rf"(?P<noun>(?!verliespunt|strafpunt)(?:{any_of(metrics())}|[\w-]{{1,24}}?{any_of(tails)}))(?!\w)"


def metric_of(word: str) -> str:
    """The metric a counted noun stands for: that of its longest known ending; empty for none."""
    known = metrics()
    return next((known[word[cut:]] for cut in range(len(word)) if word[cut:] in known), "")


def cardinal_count(found: Found) -> Iterable[Claim]:
    number, word = found.item("n"), found.match["noun"]
    metric = metric_of(word)
    sentence, at = found.sentence, found.match.start("n")
    if number is None or not metric or unreal(sentence, at):
        return ()
    start, end = clause(sentence, at)
    before, behind = sentence.skeleton[max(start, at - 80) : at], sentence.skeleton[found.match.end() : end]
    if re.match(_LACKS, behind) or re.search(r"\b(?:derde|kwart|helft) van (?:de )?$", before):
        return ()
    if metric in _MATCHES:
        return _matches(found, number, before, behind)
    if re.match(_STREAK, behind) and metric == "wins":
        return ()
    if metric == "minutes_played" and not _minutes(number, word):
        return ()
    if metric == "points" and not _is_total(number, before, behind, start, found):
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
    if metric == "goals" and (re.search(_CONCEDED, before) or re.match(r" ?(?:\w+ )?(?:tegen|om de oren|geïncasseerd)\b(?! <)", behind)):
        metric = "goals_against"
    elif metric in ("goals", "goals_for") and owner and behind[1:4] == "van":
        place = found.match.end() + owner.start("who")
        who = next(iter(near(sentence, place, place + 1, "PCT")), None)
        return stats(stat(found, "goals" if kind(who) == "person" else "goals_for", number, who))
    if metric in ("goals", "goals_for") and re.search(_EVENT, before):
        return ()
    if metric in ("goals", "goals_for") and re.match(r" (?:\w+ )?voorbereid", behind):
        metric = "assists"
    who = about(found, metric, at)
    if metric == "clean_sheets" or metric == "titles" or metric.endswith("_cards"):
        who = subject(sentence, at, "PCT")
    return stats(stat(found, metric, number, who))


def _is_total(number: Item, before: str, behind: str, start: int, found: Found) -> bool:
    """Whether points are a side's total: not those of one match, a gap, or points that were lost."""
    wider = found.sentence.skeleton[max(0, number.at - 120) : number.at]
    if re.search(r"\b(?:achterstand|voorsprong|verschil|gat|kloof|marge)\b", wider):
        return False
    if re.search(_LOST_POINTS, before) or re.match(r"[^,.;]{0,20}\b(?:mindering|aftrek)", behind) or re.match(r" ?(?:los|voor|achter|onder|boven|van|meer|minder|verschil)\b(?! de\b)", behind):
        return False
    if re.search(r"\b(?:op|tot) (?:\w+ )?$", before) and pattern(r"^ (?:van|achter) ").match(behind):
        return False
    value = number.value.value if isinstance(number.value, NumberMention) else 0
    if value in (1, 3) or re.search(r"\b(?:de|alle|volle) $", before):
        return bool(re.search(r"\b(?:heeft|staat|met|bezit|telt) (?:\w+ ){0,2}$", before) or pattern(r" (?:uit|na|in) ").match(behind))
    return True


def _matches(found: Found, number: Item, before: str, behind: str) -> Iterable[Claim]:
    """Matches that were played: appearances of a person, matches_played of a side."""
    sentence, at = found.sentence, number.at
    start, end = clause(sentence, at)
    words = sentence.skeleton[start:end]
    won = _outcome(before, behind)
    if won:
        if re.search(r"\b(?:laatste|afgelopen|voorbije) $", before):
            won = "winning_streak" if won == "wins" else ""
        return stats(stat(found, won, number, subject(sentence, at, "CT"))) if won else ()
    if re.search(_OPEN_MATCHES, before) or pattern(_NOT_PLAYED).match(behind) or "ongeslagen" in words or "zonder" in before[-40:]:
        return ()
    if not re.search(_PLAYED, before):
        return ()
    who = subject(sentence, at, "PCT")
    supported = pattern(_MATCH_SUPPORT).search(words) or pattern(r"^, (?:goed voor|waarin|waarvan)").match(sentence.skeleton[end : end + 12])
    if kind(who) == "person":
        if not (supported or pattern(_PLAY_VERB).search(words) or re.search(r"optreden|basis|invalbeurt", found.match["noun"])):
            return ()
        team = pattern(r" (?:voor|namens|bij|van|met) (?:de |het )?(?P<t><T>)").match(behind)
        return stats(stat(found, "caps" if team else "appearances", number, who))
    if not pattern(_SIDE_SUPPORT).search(words):
        return ()
    return stats(stat(found, "matches_played", number, who))


def _outcome(before: str, behind: str) -> str:
    """wins or losses when the clause says that the matches ended so."""
    between = r"(?: <CTDKHR>| [\w-]+){0,6} $"
    for metric, past, done in (("wins", "won|wonnen|wint|winnen", "gewonnen"), ("losses", "verloor|verloren|verliest", "verloren")):
        if pattern(rf"\b(?:{past}){between}").search(before) or re.match(rf" (?:\w+ ){{0,3}}{done}\b", behind):
            return metric
    return ""


def of_matches(found: Found) -> Iterable[Claim]:
    """ "won vijf van de laatste zes duels": how many of them ended so."""
    number = found.item("n")
    sentence, at = found.sentence, found.match.start("n")
    if number is None or unreal(sentence, at):
        return ()
    words = sentence.skeleton[slice(*clause(sentence, at))]
    for metric, source in (("clean_sheets", r"\bde <N>(?! \w+(?:en|s)\b)"), ("wins", r"\b(?:won|wonnen|gewonnen|wint|winnen)\b"), ("losses", r"\bverlo(?:or|ren)\b"), ("draws", r"\bgelijk")):
        if pattern(source).search(words):
            return stats(stat(found, metric, number, subject(sentence, at, "PCT" if metric == "clean_sheets" else "CT")))
    return ()


def nil(found: Found) -> Iterable[Claim]:
    """ "hield in zeven duels de nul"."""
    number = number_of(found)
    if number is None or unreal(found.sentence, number.at) or "houd" not in found.sentence.skeleton and "hield" not in found.sentence.skeleton:
        return ()
    return stats(stat(found, "clean_sheets", number, subject(found.sentence, number.at, "PCT")))


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
    if re.match(r" (?:sinds|in <U>)", behind) or metric in ("points", "minutes_played", "attendance"):
        return ()
    if metric.endswith("_cards") and (rank <= _SENT_OFF or not owned):
        return ()
    if metric in _MATCHES and not (owned and rank > 1):
        return ()
    if re.match(_STREAK, behind):
        if metric == "wins":
            return ()
    counted = re.match(r" van (?:het|dit) (?:seizoen|jaar|toernooi|ek|wk)| dit (?:seizoen|jaar)", behind) or pattern(r"^ (?:van )?<D>| van <P>").match(behind)
    if metric in ("goals", "assists", "goals_for") and not (owned or counted):
        return ()
    if metric in ("wins", "losses", "draws") and re.search(_CAUSED, sentence.skeleton[start:end]):
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


#: What happened so many times, by the words of the clause; the nearest to the number counts.
_TIMES = (
    ("goals_against", r"tegendoelpunt|tegengoal|incasseer|geïncasseerd|vissen"),
    ("goals", r"scoor\w*|scoren|gescoord|trefzeker|\braak\b(?! \w*te)|doel ?trof|\bdoel(?= (?:te )?tr[eo]f)|trof(?:fen)? (?:[\w-]+ |<PCTDKXU> ){0,6}doel|het net\b|\bscorebord|doelpunten maakte"),
    ("assists", r"\bassist\w*|aangever"),
    ("losses", r"kopje[- ]onder|verloor|verloren|verliezen|onderuit|nederlaag|het onderspit|klop\b"),
    ("wins", r"versloeg\w*|klopte\w*|\b(?:win|wint|won|wonnen|gewonnen|winst|winnen)\b|zegevier\w*|aan het langste eind|de beste\b"),
    ("draws", r"gelijk(?:spel\w*|spel en|gespeeld)?\b|puntendeling|remise"),
    ("clean_sheets", r"de nul\b|\bde <N>(?! \w+(?:en|s)\b)|clean sheet|doel schoon"),
    ("yellow_cards", r"\bgeel\b|gele kaart"),
    ("red_cards", r"\brood\b|rode kaart|van het veld gestuurd"),
    ("titles", r"\bkampioen\b|landstitel|de titel\b|\bbeker\b"),
    ("starts", r"in de basis\b|basisplaats|aan de aftrap|\bstartte\b|basisspeler|basiself"),
    ("appearances", r"in actie|uitkwam|\bkwam\w* (?:\w+ |<[XKD]> ){0,4}uit\b|opwachting|in het veld|inviel|onder de lat|kleuren|\bspeelde\b|gespeeld|droeg"),
)
_MISSED = r"\b(?:paal|lat(?!ijn)|naast|over|gevaarlijk|kans(?:en)?|voorlangs|mis|miste|afgekeurd|gewisseld|geblesseerd|redde|gered|wakker|dichtbij|aluminium|bijna|op doel(?! tr)|lattrap\w*|rust)\b"


def times(found: Found) -> Iterable[Claim]:
    number = found.item("n")
    sentence, at = found.sentence, found.match.start("n")
    if number is None or unreal(sentence, at):
        return ()
    start, end = clause(sentence, at)
    words = sentence.skeleton[start:end]
    if re.search(_MISSED, words):
        return ()
    near_by = [
        (abs(match.start() + start - at), metric, match[0])
        for metric, source in _TIMES
        for match in pattern(source).finditer(words)
    ]
    if not near_by:
        return ()
    _, metric, word = min(near_by)
    if word.startswith(("versloeg", "klopte")) and re.search(r"\bwerd", words):
        return ()
    if metric == "yellow_cards" and isinstance(number.value, NumberMention) and number.value.value <= _SENT_OFF:
        return ()
    if metric == "wins" and pattern(r"\b(?:won|wonnen|wint|winnen|gewonnen) (?:<PC> )?(?:de |het )?<K>|<K> (?:\w+ |<X> ){0,3}(?:won|wonnen|gewonnen)").search(words):
        metric = "titles"
    found_metrics = {metric for _, metric, _ in near_by}
    if metric == "appearances" and "draws" in found_metrics:
        metric = "draws"
    behind = sentence.skeleton[found.match.end() : found.match.end() + 30]
    if re.match(_STREAK, behind):
        if metric != "wins":
            return ()
        metric = "winning_streak"
    if number.sign == "R" and metric in ("goals", "appearances", "assists", "clean_sheets", "goals_against"):
        return ()
    who = subject(sentence, at, "PCT" if metric in ("titles", "clean_sheets") else "CT" if metric in OF_SIDES else "P")
    if metric in ("appearances", "starts") and kind(who) != "person":
        return ()
    if metric == "appearances" and near(sentence, start, end, "T"):
        metric = "caps"
    return stats(stat(found, metric, number, who))


def made_of_them(found: Found) -> Iterable[Claim]:
    number = found.item("n")
    at = found.match.start("n")
    if number is None or unreal(found.sentence, at):
        return ()
    if re.match(r" (?!voor|in|dit|namens|bij|tegen|maar|en|op|tijdens|vorig|afgelopen)\w", found.sentence.skeleton[found.match.end() : found.match.end() + 12]):
        return ()
    return stats(stat(found, "goals", number, about(found, "goals", at)))


def named_count(found: Found) -> Iterable[Claim]:
    """ "Hattrick" is three goals of one player, "dubbelslag" two."""
    at = found.match.start("word")
    if unreal(found.sentence, at):
        return ()
    who = found.item("of") if found.match["of"] else found.item("owner") if found.match["owner"] else subject(found.sentence, at, "P")
    if kind(who) != "person":
        return ()
    return stats(stat(found, "goals", 3.0 if "trick" in found.match["word"] else 2.0, who, at=at))


def scorer_line(found: Found) -> Iterable[Claim]:
    """A line of a list: who, for which club, how many; the heading above says what is counted."""
    number, who, side = found.item("n"), found.item("who"), found.item("side")
    if number is None or not isinstance(number.value, NumberMention):
        return ()
    metric = metric_of(found.match["noun"]) if found.match["noun"] else _heading(found)
    if not metric or metric in _MATCHES and not found.match["noun"]:
        return ()
    extra = {"national_team_id" if kind(side) == "national_team" else "club_id": side.entity} if side else {}
    return stats(stat(found, metric, number, who, **extra))


def _heading(found: Found) -> str:
    sentence = found.sentence
    above = [sentence.skeleton[max(0, found.match.start() - REACH) : found.match.start()]]
    above += [other.skeleton[:160] for other in reversed(found.reading.sentences[max(0, sentence.index - 40) : sentence.index])]
    for words in above:
        if match := re.search(r"topsco|topschut|doelpuntenmakers|\b(?:doelpunten|goals|treffers)\b|\bassists?\b|aangevers", words):
            return "assists" if match[0].startswith(("assist", "aangever")) else "goals"
    return ""


_ADJECTIVES = r"(?:(?!keer|maal)[\w-]+e |<K>[- ]){0,2}"


def rules() -> tuple[ClaimRule, ...]:
    """The rules for counts; their nouns come from the seeds."""
    return (
        ClaimRule(
            "stat-scorer-line",
            ("(",),
            rf"(?P<who><P>) ?\((?P<side><CT>)\),? ?[-–:]? ?(?P<n><N>)(?: {noun()})?(?=$|[\s,;.]|\W*$)(?! [a-z]\w+en\b)",
            scorer_line,
            (
                Example(
                    "1. [P Luuk de Jong] ([C PSV]) - 21 doelpunten",
                    ({"subject_id": "Luuk de Jong", "metric": "goals", "value": 21, "club_id": "PSV"},),
                ),
                Example(
                    "Topscorers [K Eredivisie]: 1. [P Cyriel Dessers] ([C Heracles]) 15, 2. [P Myron Boadu] ([C AZ]) 14",
                    (
                        {"subject_id": "Cyriel Dessers", "metric": "goals", "value": 15},
                        {"subject_id": "Myron Boadu", "metric": "goals", "value": 14},
                    ),
                ),
            ),
        ),
        ClaimRule(
            "stat-of-matches",
            (" van ",),
            rf"(?P<n><N>) van (?:de|het|zijn|haar|hun|<H>) (?:[\w-]+ ){{0,2}}<N> {_ADJECTIVES}[\w-]*(?:wedstrijden|duels|matchen|matches|ontmoetingen|interlands|competitiewedstrijden)\b",
            of_matches,
            (
                Example("[C PSV] won vijf van de laatste zes thuisduels.", ({"subject_id": "PSV", "metric": "wins", "value": 5},)),
                Example("[C PSV] scoorde in vijf van de laatste zes thuisduels.", ()),
            ),
        ),
        ClaimRule(
            "stat-nil",
            (" de " + sign("N"),),
            r"\bin (?:de |zijn |haar )?(?:eerste )?(?P<n><N>) (?:[\w-]+e )?[\w-]*(?:wedstrijden|duels|matchen) de <N>(?! \w+(?:en|s)\b)"
            r"|\bde <N> (?:te houden |gehouden |hield )?in (?:de |zijn |haar )?(?:eerste )?(?P<m><N>) (?:[\w-]+e )?[\w-]*(?:wedstrijden|duels|matchen)\b",
            nil,
            (
                Example("[P Vaessen] hield in zeven duels de nul.", ({"subject_id": "Vaessen", "metric": "clean_sheets", "value": 7},)),
                Example("[P Vaessen] was in zeven duels de beste.", ()),
            ),
        ),
        ClaimRule(
            "stat-count",
            (sign("N"),),
            rf"(?P<n><N>) {_ADJECTIVES}{noun()}",
            cardinal_count,
            (
                Example(
                    "[P Grimaldo] speelde tot op heden 68 wedstrijden voor [C de Duitse landskampioen=Bayer Leverkusen], goed "
                    "voor 14 doelpunten en 24 assists.",
                    (
                        {"subject_id": "Grimaldo", "metric": "appearances", "value": 68, "club_id": "Bayer Leverkusen"},
                        {"subject_id": "Grimaldo", "metric": "goals", "value": 14, "club_id": "Bayer Leverkusen"},
                        {"subject_id": "Grimaldo", "metric": "assists", "value": 24, "club_id": "Bayer Leverkusen"},
                    ),
                ),
                Example(
                    "[C De regerend kampioen=Bayer Leverkusen] haalde zeventien punten uit de eerste tien competitieduels.",
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
                Example("[C PSV] verspeelde in [L Breda] twee punten.", ()),
                Example("[P Bergwijn] is twee wedstrijden geschorst.", ()),
                Example("[C Ajax] heeft nog vier punten nodig.", ()),
                Example("Als [C PSV] wint, staat het op veertig punten.", ()),
            ),
        ),
        ClaimRule(
            "stat-running-count",
            (sign("R"),),
            rf"(?P<own><H>|<P>(?=['’])|zijn|haar|hun|de|het|een)(?:['’]s?)? (?:al(?:weer)? |inmiddels |pas )?(?P<n><R>) {_ADJECTIVES}{noun()}",
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
                Example("[P Berghuis] kreeg [H zijn=Berghuis] tweede gele kaart van de avond.", ()),
                Example("[P Veerman] maakte de tweede treffer.", ()),
            ),
        ),
        ClaimRule(
            "stat-times",
            (sign("X"), " keer", " maal"),
            r"(?P<n><X>|(?<=voor de )<R>(?= (?:keer|maal)\b))",
            times,
            (
                Example(
                    "Dit seizoen scoorde [P hij=Brobbey] twee keer in zeven duels.",
                    (
                        {"subject_id": "Brobbey", "metric": "goals", "value": 2, "period_earliest": "2024-07-01"},
                        {"subject_id": "Brobbey", "metric": "appearances", "value": 7},
                    ),
                ),
                Example("[C PSV] scoorde dertig keer.", ({"subject_id": "PSV", "metric": "goals_for", "value": 30},)),
                Example(
                    "[C PSV]-trainer [P Bosz], die met [C PSV] aan de leiding gaat in de [K Eredivisie], ging in de [K Champions League] al "
                    "tweemaal kopje onder.",
                    (
                        {"subject_id": "PSV", "metric": "losses", "value": 2, "competition_id": "Champions League"},
                        {"subject_id": "PSV", "metric": "league_position", "value": 1, "competition_id": "Eredivisie"},
                    ),
                ),
                Example("[P Luckassen] was twee keer gevaarlijk.", ()),
                Example("[P Luckassen] schoot twee keer naast.", ()),
            ),
        ),
        ClaimRule(
            "stat-made-of-them",
            (" er ",),
            r"\b(?:maakte\w*|scoorde\w*|schoot|prikte|kopte)(?: <P>)? er (?:al |dit seizoen |<D> |in totaal |alleen al |zelfs |liefst |maar liefst ){0,2}(?P<n><N>)(?!\w)",
            made_of_them,
            (
                Example(
                    "[P Dessers] maakte er vijftien voor [C Heracles].",
                    ({"subject_id": "Dessers", "metric": "goals", "value": 15, "club_id": "Heracles"},),
                ),
                Example("[P Dessers] maakte er 1-0 van.", ()),
            ),
        ),
        ClaimRule(
            "stat-hattrick",
            ("hattrick", "hat-trick", "dubbelslag", "tweeklapper"),
            r"(?:(?P<owner><P>)['’]s? )?\b(?P<word>hat-?trick|dubbelslag|tweeklapper)\b(?! aan)(?: van (?:invaller |spits |uitblinker )?(?P<of><P>))?",
            named_count,
            (
                Example("Een hattrick van [P Gimenez] hielp [C Feyenoord].", ({"subject_id": "Gimenez", "metric": "goals", "value": 3},)),
                Example("[P Gimenez] droomt van een hattrick.", ()),
            ),
        ),
    )

