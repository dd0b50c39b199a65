"""Running totals without a noun: "zijn vijfde van het seizoen", "zijn teller staat op zeven", "beide goals"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import kind, near, unreal
from pipeline.components.reading import pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import about, number_of, stat, stats
from pipeline.components.stats.nouns import metric_of, noun
from pipeline.components.stats.subjects import subject
from pipeline.records import Claim, NumberMention

#: What a running number without a noun counts, by the words before it.
_CARD = r"\b(?:geel|gele kaart|gele prent|gele karton)\b"
_REFEREE = r"\b(?:scheidsrechter|arbiter|ref|leidsman) <P>"
_GOAL = (
    r"\b(?:maakte|scoor\w*|kopte|knikte|trapte|schoot|tikte|prikte|raak|binnen|treffer|goal|doelpunt|gelijkmaker|winner)"
    r"\b|<Q>"
)


def running(found: Found) -> Iterable[Claim]:
    """ "trapte raak, zijn vijfde al dit seizoen": the goals or bookings of one player so far."""
    number, sentence = found.item("n"), found.sentence
    if number is None or not isinstance(number.value, NumberMention) or unreal(sentence, number.at):
        return ()
    if number.value.value < 2:
        return ()
    before = sentence.skeleton[max(0, number.at - 160) : number.at]
    if sentence.index:
        before = sentence.reading.sentences[sentence.index - 1].skeleton[-60:] + before
    if re.search(_CARD, before):
        metric = "yellow_cards"
    elif pattern(_GOAL).search(before):
        metric = "goals"
    else:
        return ()
    who = found.item("own") or subject(sentence, number.at, "P")
    return stats(stat(found, metric, number, who)) if kind(who) == "person" else ()


def tally(found: Found) -> Iterable[Claim]:
    """ "zijn teller staat op zeven": goals, unless another noun was counted before."""
    number, sentence = number_of(found), found.sentence
    if number is None or unreal(sentence, number.at):
        return ()
    nouns = list(pattern(rf"\b{noun()}").finditer(sentence.skeleton, 0, found.match.start()))
    metric = metric_of(nouns[-1]["noun"]) if nouns else "goals"
    if metric not in ("goals", "goals_for", "assists", "appearances", "caps"):
        return ()
    owner = found.item("own") if found.match["own"] else None
    if owner and pattern(_REFEREE).search(sentence.skeleton[: found.match.start()]):
        return ()
    return stats(stat(found, metric, number, owner or about(found, "goals", number.at)))


def both(found: Found) -> Iterable[Claim]:
    """ "maakte beide goals": two goals of one player."""
    sentence, at = found.sentence, found.match.start("word")
    if unreal(sentence, at):
        return ()
    who = subject(sentence, at, "P")
    if kind(who) != "person" or len({item.entity for item in near(sentence, max(0, at - 60), at, "P")}) > 1:
        return ()
    return stats(stat(found, "goals", 2.0, who, at=at))


RULES = (
    ClaimRule(
        "stat-running-total",
        (sign("R"),),
        r"(?P<own><H>|zijn|haar) (?:al )?(?P<n><R>)(?: al(?:weer)?)?"
        r"(?: van (?:<D>|het seizoen|dit seizoen|de competitie|de campagne|het toernooi)| <D>)",
        running,
        (
            Example(
                "[P Jan Wit] trapte raak, [H zijn=Jan Wit] vijfde al dit seizoen.",
                ({"subject_id": "Jan Wit", "metric": "goals", "value": 5},),
            ),
            Example(
                "[P Jan Wit] pakte een gele kaart, [H zijn=Jan Wit] derde van de competitie.",
                ({"subject_id": "Jan Wit", "metric": "yellow_cards", "value": 3},),
            ),
            Example("[P Jan Wit] kreeg een nieuwe trainer, [H zijn=Jan Wit] derde dit seizoen.", ()),
        ),
    ),
    ClaimRule(
        "stat-tally",
        ("teller",),
        r"(?:(?P<own><H>) )?\bteller (?:(?:<D>|\w+) ){0,4}op (?P<n><N>)"
        r"(?= ?(?:[,.;!)]|$)| (?:en|steken|staat|stond|gebracht|te)\b)",
        tally,
        (
            Example(
                "[P Jan Wit] scoorde weer, zodat [H zijn=Jan Wit] teller nu op zeven staat.",
                ({"subject_id": "Jan Wit", "metric": "goals", "value": 7},),
            ),
            Example("[P Jan Wit] wil de teller op zeven brengen.", ()),
        ),
    ),
    ClaimRule(
        "stat-both",
        ("beide ", "allebei de "),
        r"\b(?:maakte|scoorde|nam|tekende voor) (?:[\w-]+ |<D> ){0,3}?"
        r"(?P<word>beide|allebei de) (?:[\w-]+e )?(?:goals|doelpunten|treffers)\b",
        both,
        (
            Example("[P Jan Wit] maakte beide goals.", ({"subject_id": "Jan Wit", "metric": "goals", "value": 2},)),
            Example("[P Jan Wit] had een aandeel in beide goals.", ()),
        ),
    ),
)
