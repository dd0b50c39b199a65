"""Counts told without a counted noun behind the number: "scoorde twee keer", "hield in zeven duels de nul",
"maakte er drie", a hat-trick, and the lines of a list of scorers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, clause, kind, near, unreal
from pipeline.components.reading import Item, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import OF_SIDES, number_of, stat, stats
from pipeline.components.stats.nouns import MATCHES, SENT_OFF, STREAK, metric_of, noun
from pipeline.components.stats.subjects import subject
from pipeline.records import Claim, NumberMention

#: What happened so many times, by the words of the clause; the nearest to the number counts.
_TIMES = (
    ("goals_against", r"tegendoelpunt|tegengoal|incasseer|geïncasseerd|vissen"),
    (
        "goals",
        r"scoor\w*|scoren|gescoord|trefzeker|\braak\b(?! \w*te)|doel ?trof|\bdoel(?= (?:te )?tr[eo]f)"
        r"|trof(?:fen)? (?:[\w-]+ |<PCTDKXUN> ){0,9}doel|het net\b|\bscorebord|doelpunten maakte|doel vond"
        r"|\bsloeg(?:en)? (?:[\w-]+ |<XDR> ){0,3}toe\b|\btoegeslagen\b|\bde netten\b"
        r"|vond (?:[\w-]+ |<X> ){0,3}(?:doel|net)\b",
    ),
    ("assists", r"\bassist\w*|aangever|aan de basis van|aan de oorsprong"),
    ("losses", r"kopje[- ]onder|verloor|verloren|verliezen|onderuit|nederlaag|het onderspit|klop\b"),
    (
        "wins",
        r"versloeg\w*|klopte\w*|\b(?:win|wint|won|wonnen|gewonnen|winst|winnen)\b|zegevier\w*"
        r"|aan het langste eind|de beste\b",
    ),
    ("draws", r"gelijk(?:spel\w*|spel en|gespeeld)?\b|puntendeling|remise"),
    ("clean_sheets", r"de nul\b|\bde <N>(?! \w+(?:en|s)\b)|clean sheet|doel schoon"),
    ("yellow_cards", r"\bgeel\b|gele kaart"),
    ("red_cards", r"\brood\b|rode kaart|van het veld gestuurd"),
    ("titles", r"\bkampioen\b|landstitel|de titel\b|\bbeker\b"),
    ("starts", r"in de basis\b|basisplaats|aan de aftrap|\bstartte\b|basisspeler|basiself"),
    (
        "appearances",
        r"in actie|uitkwam|\bkwam\w* (?:\w+ |<[XKD]> ){0,4}uit\b|opwachting|in het veld|inviel"
        r"|viel\w* (?:[\w-]+ |<XDKCTU> ){0,4}in\b(?! (?:de|het|<L>))|ingevallen|onder de lat"
        r"|kleuren|\bspeelde\b|gespeeld|droeg",
    ),
)
_MISSED = (
    r"\b(?:paal|lat(?!ijn)|naast|over|gevaarlijk|kans(?:en)?|voorlangs|mis|miste|afgekeurd|gewisseld|geblesseerd"
    r"|redde|gered|wakker|dichtbij|aluminium|bijna|op doel(?! tr)|lattrap\w*|rust)\b"
)


#: So many times may be within one match: "scoorde voor de tweede keer".
_IN_ONE_MATCH = 3


def _rank(number: Item) -> float:
    return number.value.value if isinstance(number.value, NumberMention) else 0.0


def event(words: str) -> str:
    """The metric of the last thing that happened in a stretch of the skeleton; empty for none."""
    hits = [(match.start(), metric) for metric, source in _TIMES for match in pattern(source).finditer(words)]
    return max(hits)[1] if hits else ""


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
    if metric == "yellow_cards" and isinstance(number.value, NumberMention) and number.value.value <= SENT_OFF:
        return ()
    if metric == "wins" and pattern(
        r"\b(?:won|wonnen|wint|winnen|gewonnen) (?:<PCX> ){0,2}(?:de |het )?<K>|<K> (?:\w+ |<X> ){0,3}(?:won"
        r"|wonnen|gewonnen)"
    ).search(words):
        metric = "titles"
    found_metrics = {metric for _, metric, _ in near_by}
    if metric == "appearances" and "draws" in found_metrics:
        metric = "draws"
    behind = sentence.skeleton[found.match.end() : found.match.end() + 30]
    if re.match(STREAK, behind):
        if metric != "wins":
            return ()
        metric = "winning_streak"
    if (
        number.sign == "R"
        and _rank(number) <= _IN_ONE_MATCH
        and not near(sentence, start, end, "D")
        and metric in ("goals", "appearances", "assists", "clean_sheets", "goals_against")
    ):
        return ()
    who = subject(sentence, at, "PCT" if metric in ("titles", "clean_sheets") else "CT" if metric in OF_SIDES else "P")
    if metric in ("appearances", "starts") and kind(who) != "person":
        return ()
    if metric == "appearances" and near(sentence, start, end, "T"):
        metric = "caps"
    return stats(stat(found, metric, number, who))


def named_count(found: Found) -> Iterable[Claim]:
    """ "Hattrick" is three goals of one player, "dubbelslag" two."""
    at = found.match.start("word")
    if unreal(found.sentence, at):
        return ()
    who = (
        found.item("of")
        if found.match["of"]
        else found.item("owner")
        if found.match["owner"]
        else subject(found.sentence, at, "P")
    )
    if kind(who) != "person":
        return ()
    return stats(stat(found, "goals", 3.0 if "trick" in found.match["word"] else 2.0, who, at=at))


def scorer_line(found: Found) -> Iterable[Claim]:
    """A line of a list: who, for which club, how many; the heading above says what is counted."""
    number, who, side = found.item("n"), found.item("who"), found.item("side")
    if number is None or not isinstance(number.value, NumberMention):
        return ()
    metric = metric_of(found.match["noun"]) if found.match["noun"] else _heading(found)
    if not metric or (metric in MATCHES and not found.match["noun"]):
        return ()
    if side is None:
        return stats(stat(found, metric, number, who))
    if kind(side) == "national_team":
        return stats(stat(found, metric, number, who, national_team_id=side.entity))
    return stats(stat(found, metric, number, who, club_id=side.entity))


def _heading(found: Found) -> str:
    sentence = found.sentence
    above = [sentence.skeleton[max(0, found.match.start() - REACH) : found.match.start()]]
    above += [
        other.skeleton[:160]
        for other in reversed(found.reading.sentences[max(0, sentence.index - 40) : sentence.index])
    ]
    for words in above:
        if match := re.search(
            r"topsco|topschut|doelpuntenmakers|\b(?:doelpunten|goals|treffers)\b|\bassists?\b|aangevers", words
        ):
            return "assists" if match[0].startswith(("assist", "aangever")) else "goals"
    return ""


def nil(found: Found) -> Iterable[Claim]:
    """ "hield in zeven duels de nul"."""
    number = number_of(found)
    if (
        number is None
        or unreal(found.sentence, number.at)
        or near(found.sentence, *clause(found.sentence, number.at), "X")
        or ("houd" not in found.sentence.skeleton and "hield" not in found.sentence.skeleton)
    ):
        return ()
    return stats(stat(found, "clean_sheets", number, subject(found.sentence, number.at, "PCT")))


def rules() -> tuple[ClaimRule, ...]:
    """The rules for counts by verbs and in lists."""
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
                    "Topscorers [K Eredivisie]: 1. [P Cyriel Dessers] ([C Heracles]) 15, 2. [P Myron Boadu] "
                    "([C AZ]) 14",
                    (
                        {"subject_id": "Cyriel Dessers", "metric": "goals", "value": 15},
                        {"subject_id": "Myron Boadu", "metric": "goals", "value": 14},
                    ),
                ),
            ),
        ),
        ClaimRule(
            "stat-nil",
            (" de " + sign("N"),),
            r"\bin (?:de |zijn |haar )?(?:eerste )?(?P<n><N>) (?:[\w-]+e )?[\w-]*(?:wedstrijden|duels"
            r"|matchen) de <N>(?! \w+(?:en|s)\b)"
            r"|\bde <N> (?:te houden |gehouden |hield )?in (?:de |zijn "
            r"|haar )?(?:eerste )?(?P<m><N>) (?:[\w-]+e )?[\w-]*(?:wedstrijden|duels|matchen)\b",
            nil,
            (
                Example(
                    "[P Vaessen] hield in zeven duels de nul.",
                    ({"subject_id": "Vaessen", "metric": "clean_sheets", "value": 7},),
                ),
                Example(
                    "[P Vaessen] hield negen keer de nul in twintig duels.",
                    (
                        {"subject_id": "Vaessen", "metric": "clean_sheets", "value": 9},
                        {"subject_id": "Vaessen", "metric": "appearances", "value": 20},
                    ),
                ),
                Example("[P Vaessen] was in zeven duels de beste.", ()),
            ),
        ),
        ClaimRule(
            "stat-times",
            (sign("X"), " keer", " maal"),
            r"(?P<n><X>(?! (?:[\w-]+ )?(?:international|[\w-]*kampioen|bekerwinnaar))"
            r"|(?<=voor de )<R>(?= (?:keer|maal)\b))",
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
                    "[C PSV]-trainer [P Bosz], die met [C PSV] aan de leiding gaat in de [K Eredivisie], ging "
                    "in de [K Champions League] al "
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
            "stat-hattrick",
            ("hattrick", "hat-trick", "dubbelslag", "tweeklapper"),
            r"(?:(?P<owner><P>)['’]s? )?\b(?P<word>hat-?trick|dubbelslag"
            r"|tweeklapper)\b(?! aan)(?: van (?:invaller |spits |uitblinker )?(?P<of><P>))?",
            named_count,
            (
                Example(
                    "Een hattrick van [P Gimenez] hielp [C Feyenoord].",
                    ({"subject_id": "Gimenez", "metric": "goals", "value": 3},),
                ),
                Example("[P Gimenez] droomt van een hattrick.", ()),
            ),
        ),
    )
