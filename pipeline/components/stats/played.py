"""Matches that were played: whose they were, and how so many of them ended."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, clause, kind, near, unreal
from pipeline.components.reading import Item, pattern
from pipeline.components.rules import Example
from pipeline.components.stats.about import stat, stats
from pipeline.components.stats.nouns import ADJECTIVES, MATCHES
from pipeline.components.stats.subjects import subject
from pipeline.records import Claim

_OPEN_MATCHES = (
    r"(?<!punten uit )(?<!punten uit de )(?<!spreid )"
    r"\b(?:(?:laatste|afgelopen|voorbije|vorige|recente|komende|resterende|volgende|overige|andere|beide|elke"
    r"|iedere|onderlinge)(?: \w+)?|nog|over) $"
)
_NOT_PLAYED = (
    r"^[^,.;]{0,40}\b(?:op rij|op een rij|achter elkaar|achtereen|na elkaar|ongeslagen|zonder|niet|geschorst"
    r"|schorsing|te gaan|te spelen|voor de boeg|gewonnen|verloren|gelijk\w*)\b"
)
_PLAYED = (
    r"\b(?:teller (?:\w+ )?op|begon|startte|speelde\w*|gespeeld|speelt|spelen|"
    r"kwam\w*|komt|gekomen|uit|in|na|goed voor|met|maakte\w*|stond\w*"
    r"|staat|zit|verzamelde\w*|"
    r"werkte\w*|afgewerkt|droeg|verdedigde\w*|totaal van|totaal|liefst|optredens|haalde|en)\b"
)
_MATCH_SUPPORT = (
    r"<NX> [\w ]{0,30}(?:punten|doelpunten|goals|treffers|assists|zeges|keer)|<X>|scoor|gescoord|punten"
    r"|goed voor|doelpunt|treffer|\bgoal|assist"
)
_SIDE_SUPPORT = (
    r"<NX> (?:[\w-]+ ){0,2}(?:\w*punten|\w*doelpunten|\w*goals|\w*treffers|zeges|overwinningen|keer)|<X>"
    r"|\ber <N> uit|\bgespeeld|speelde|plaats\b|\bplek|<R>(?! keer| maal)"
)
_PLAY_VERB = (
    r"\b(?:speelde\w*|gespeeld|kwam\w* (?:[\w-]+ |<PCTDKNRMLH> ){0,8}(?:tot|uit|in actie)|goed voor|maakte\w*"
    r"|verzamelde\w*|afgewerkt|werkte\w*|achter zijn naam|uitgekomen|stond\w*|actie|teller)\b"
)
_BARE_BEFORE = r"(?:^|[:„“\"‘(])\W*(?:al |in totaal |samen )?$"
_BARE_BEHIND = r"^(?:, [^,.;]{0,40})?, (?:<N> |waarin|waarvan|waarbij|goed voor)|^ en <N> "
_STARTED = r"^ (?:[\w-]+ ){0,2}(?:in de basis|vanaf de aftrap|aan de aftrap|als basisspeler|als titularis)\b"
_NEEDED = r"\bhad(?:den)?\b(?!.* nog\b).* nodig\b"


def given(found: Found, metric: str) -> bool:
    """Whether a count is given beside what is wished or needed: "Met 92 interlands moet …", "had 912 minuten nodig"."""
    sentence = found.sentence
    words = sentence.skeleton[slice(*clause(sentence, found.match.start("n")))]
    if re.search(r"\bniet (?:verder|hoger) dan (?:\w+ )?$", sentence.skeleton[: found.match.start("n")]):
        return True
    if metric == "minutes_played":
        return bool(re.search(_NEEDED + r"|\bmocht\b.* (?:meedoen|spelen|invallen|meespelen)\b", words))
    if metric in (*MATCHES, "goals", "assists") and re.search(_NEEDED, words):
        return True
    return metric in ("caps", "appearances") and bool(pattern(r"^\W*(?:met|na) (?:\w+ ){0,2}<N>").match(words))


def played(found: Found, number: Item, before: str, behind: str) -> Iterable[Claim]:
    """Matches that were played: appearances of a person, matches_played of a side."""
    sentence, at = found.sentence, number.at
    start, end = clause(sentence, at)
    words = sentence.skeleton[start:end]
    won = _outcome(before, behind)
    if won:
        if re.search(r"\b(?:laatste|afgelopen|voorbije) $", before):
            won = "winning_streak" if won == "wins" else ""
        return stats(stat(found, won, number, subject(sentence, at, "CT"))) if won else ()
    if (
        re.search(_OPEN_MATCHES, before)
        or pattern(_NOT_PLAYED).match(behind)
        or "ongeslagen" in words
        or "zonder" in before[-40:]
    ):
        return ()
    bare = bool(
        re.search(_BARE_BEFORE, sentence.skeleton[max(0, start - 2) : at])
        and pattern(_BARE_BEHIND).match(sentence.skeleton[found.match.end() :][:REACH])
    )
    bare = bare or given(found, "appearances")
    bare = bare or bool(re.search(r"spreid over $", before))
    bare = bare or bool(re.search(r"\balle $", before) and re.search(r"\bspeelde|\bmiste|\bstond", sentence.skeleton))
    if not bare and not re.search(_PLAYED, before):
        return ()
    of_points = pattern(r"punten uit (?:[\w-]+ ){0,3}$").search(before)
    who = subject(sentence, at, "P" if bare else "CT" if of_points else "PCT")
    if of_points and kind(who) == "person" and not near(sentence, start, end, "P"):
        return ()
    supported = pattern(_MATCH_SUPPORT).search(words) or pattern(r"^, (?:goed voor|waarin|waarvan)").match(
        sentence.skeleton[end : end + 12]
    )
    if kind(who) == "person":
        if not (
            supported
            or bare
            or re.match(_STARTED, behind)
            or pattern(r"^ (?:voor|namens|in dienst van) (?:de |het )?<CT>").match(behind)
            or pattern(_PLAY_VERB).search(words)
            or re.search(r"optreden|basis|invalbeurt", found.match["noun"])
        ):
            return ()
        team = pattern(r" (?:voor|namens|bij|van|met) (?:de |het )?(?P<t><T>)").match(behind)
        played = "starts" if re.match(_STARTED, behind) else "appearances"
        return stats(stat(found, "caps" if team else played, number, who))
    if not pattern(_SIDE_SUPPORT).search(words):
        return ()
    return stats(stat(found, "matches_played", number, who))


def _outcome(before: str, behind: str) -> str:
    """wins or losses when the clause says that the matches ended so."""
    between = r"(?: <CTDKHR>| [\w-]+){0,6} $"
    for metric, past, done in (
        ("wins", "won|wonnen|wint|winnen", "gewonnen"),
        ("losses", "verloor|verloren|verliest", "verloren"),
    ):
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
    for metric, source in (
        ("clean_sheets", r"\bde <N>(?! \w+(?:en|s)\b)"),
        ("wins", r"\b(?:won|wonnen|gewonnen|wint|winnen)\b"),
        ("losses", r"\bverlo(?:or|ren)\b"),
        ("draws", r"\bgelijk"),
    ):
        if pattern(source).search(words):
            who = subject(sentence, at, "PCT" if metric == "clean_sheets" else "CT")
            total = found.item("total")
            return stats(
                stat(found, metric, number, who),
                total and stat(found, "appearances" if metric == "clean_sheets" else "matches_played", total, who),
            )
    return ()


RULES: tuple[ClaimRule, ...] = (
    ClaimRule(
        "stat-of-matches",
        (" van ",),
        r"(?P<n><N>) van (?:de|het|zijn|haar|hun"
        rf"|<H>) (?:[\w-]+ ){{0,2}}(?P<total><N>) {ADJECTIVES}[\w-]*(?:wedstrijden|duels|matchen|matches"
        r"|ontmoetingen|interlands|competitiewedstrijden)\b",
        of_matches,
        (
            Example(
                "[C PSV] won vijf van de laatste zes thuisduels.",
                (
                    {"subject_id": "PSV", "metric": "wins", "value": 5},
                    {"subject_id": "PSV", "metric": "matches_played", "value": 6},
                ),
            ),
            Example(
                "[C PSV] won acht van de tien competitieduels.",
                (
                    {"subject_id": "PSV", "metric": "wins", "value": 8},
                    {"subject_id": "PSV", "metric": "matches_played", "value": 10},
                ),
            ),
            Example("[C PSV] scoorde in vijf van de laatste zes thuisduels.", ()),
        ),
    ),
)
