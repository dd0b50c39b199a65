"""Streaks: matches in a row without defeat or without a win, and wins in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import unreal
from pipeline.components.reading import Item
from pipeline.components.rules import Example
from pipeline.components.stats.about import number_of, stat, stats
from pipeline.components.stats.subjects import subject
from pipeline.records import Claim

_MATCHES = r"(?:[\w-]*(?:wedstrijden|duels|partijen|matchen|matches|ontmoetingen|interlands|potjes))"
_ADJECTIVES = r"(?:[\w-]+e ){0,2}"
_ROW = r"(?:op (?:een )?rij|achter elkaar|achtereen(?:volgens)?|na elkaar|in successie|aaneen|opeenvolgend)"
_WIN = r"[\w-]*(?:zege|overwinning|winstpartij)"


def _length(found: Found) -> Item | None:
    return number_of(found) or (found.item("ordinal") if "ordinal" in found.match.groupdict() else None)


def _streak(metric: str) -> Callable[[Found], Iterable[Claim]]:
    """Reads the first of a pattern's number groups as the length of a streak of the clause's side."""

    def read(found: Found) -> Iterable[Claim]:
        number = _length(found)
        if number is None or unreal(found.sentence, number.at, denials=False):
            return ()
        return stats(stat(found, metric, number, subject(found.sentence, number.at, "CT")))

    return read


RULES = (
    ClaimRule(
        "stat-unbeaten",
        ("ongeslagen", "verloren", "verloor", "nederlaag"),
        rf"ongeslagen (?:[\w-]+ ){{0,4}}(?P<a><N>) {_ADJECTIVES}{_MATCHES}"
        rf"|(?P<b><N>) {_ADJECTIVES}{_MATCHES} (?:{_ROW} )?(?:lang |al )?(?:ongeslagen|zonder (?:te verliezen"
        r"|nederlaag)|niet (?:meer )?(?:verloren|verloor))"
        rf"|(?:laatste|afgelopen|voorbije) (?P<m><N>) {_ADJECTIVES}{_MATCHES} (?:bleef|is|was|bleven"
        rf"|zijn) (?:<CT> |[\w-]+ ){{0,3}}(?:ongeslagen|zonder nederlaag)"
        rf"|ongeslagen (?:reeks|serie) (?:van|is|telt|van al) (?:nu |al )?(?P<c><N>)"
        rf"|(?:verloor|verloren) (?:[\w-]+ ){{0,3}}(?:laatste|afgelopen"
        rf"|voorbije) (?P<d><N>) {_ADJECTIVES}{_MATCHES} niet\b",
        _streak("unbeaten_matches"),
        (
            Example(
                "[C Utrecht] is al elf duels op rij ongeslagen.",
                ({"subject_id": "Utrecht", "metric": "unbeaten_matches", "value": 11},),
            ),
            Example(
                "[C Utrecht] bleef ongeslagen in elf duels.",
                ({"subject_id": "Utrecht", "metric": "unbeaten_matches", "value": 11},),
            ),
            Example("[C Utrecht] is ongeslagen in eigen huis.", ()),
        ),
    ),
    ClaimRule(
        "stat-winless",
        ("zonder", "gewonnen", "zegeloos", "winstloos", "winnen", " wacht", "winstloze", "zegeloze", " keer niet "),
        rf"(?P<a><N>) {_ADJECTIVES}{_MATCHES} (?:{_ROW} )?(?:zonder (?:\w+ )?{_WIN}|niet (?:meer )?(?:gewonnen"
        rf"|won\b|te winnen)|zegeloos|winstloos|op (?:een|de \w+) {_WIN})"
        rf"|(?P<m><R>) (?:[\w-]*(?:match|duel|wedstrijd|partij)) {_ROW}"
        rf" (?:zonder (?:\w+ )?{_WIN}|niet (?:gewonnen|won\b))"
        rf"|(?P<n><N>) {_ADJECTIVES}{_MATCHES} (?:is|zijn|zit|zitten|blijft)"
        rf" (?:<CT> |[\w-]+ ){{1,3}}zonder (?:\w+ )?{_WIN}"
        r"|\bvoor de (?P<ordinal><R>) (?:achtereenvolgende|opeenvolgende) keer niet (?:\w+ ){0,3}(?:won|winnen)\b"
        rf"|(?:zegeloze|winstloze) reeks van (?P<b><N>)"
        rf"|(?P<c><N>) (?:zegeloze|winstloze) {_MATCHES}"
        rf"|(?:zonder (?:\w+ )?{_WIN}|zegeloos|winstloos"
        rf"|niet gewonnen) in (?:[\w-]+ ){{0,2}}(?P<d><N>) {_ADJECTIVES}{_MATCHES}",
        _streak("winless_matches"),
        (
            Example(
                "[C AZ] zit al vijf wedstrijden zonder zege.",
                ({"subject_id": "AZ", "metric": "winless_matches", "value": 5},),
            ),
            Example(
                "[C AZ] bleef voor de vijfde wedstrijd op rij zonder zege.",
                ({"subject_id": "AZ", "metric": "winless_matches", "value": 5},),
            ),
            Example(
                "[C AZ], dat voor de vijfde achtereenvolgende keer niet wist te winnen, zakt.",
                ({"subject_id": "AZ", "metric": "winless_matches", "value": 5},),
            ),
            Example(
                "Vijf duels is [C AZ] nu zonder overwinning.",
                ({"subject_id": "AZ", "metric": "winless_matches", "value": 5},),
            ),
            Example("[C AZ] won de laatste vijf wedstrijden niet.", ()),
        ),
    ),
    ClaimRule(
        "stat-winning-streak",
        ("zege", "overwinning", "winst", "won", "gewonnen", "reeks"),
        rf"(?P<a><NR>) (?:[\w-]+e ){{0,2}}{_WIN}(?:s|en)? (?:dit seizoen )?{_ROW}"
        rf"|(?P<b><NR>) (?:opeenvolgende|achtereenvolgende) (?:[\w-]+e )?{_WIN}(?:s|en)?\b"
        rf"|(?:reeks|serie) van (?P<c><N>) (?:[\w-]+e )?{_WIN}(?:s|en)?\b"
        rf"|\b(?:won|wonnen) (?:<D> |[\w-]+ ){{0,3}}(?P<d><N>) {_ADJECTIVES}{_MATCHES} {_ROW}",
        _streak("winning_streak"),
        (
            Example(
                "[C Twente] boekte de zesde zege op rij.",
                ({"subject_id": "Twente", "metric": "winning_streak", "value": 6},),
            ),
            Example(
                "Na zes overwinningen op rij verloor [C Twente].",
                ({"subject_id": "Twente", "metric": "winning_streak", "value": 6},),
            ),
            Example("[C Twente] droomt van zes zeges op rij.", ()),
        ),
    ),
)
