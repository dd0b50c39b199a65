"""What is counted: the nouns that stand behind numbers, and the metric each of them names."""

from __future__ import annotations

from functools import cache

from pipeline.dutch.patterns import any_of
from pipeline.seeds import rows

#: Metrics whose words stand right behind a number; the others have rules of their own.
_COUNTED = frozenset({
    "appearances", "matches_played", "starts", "goals", "goals_for", "goals_against", "assists", "clean_sheets",
    "minutes_played", "yellow_cards", "red_cards", "caps", "points", "wins", "draws", "losses", "titles",
    "attendance",
})  # fmt: skip
#: Words of the seeds that tell a metric only together with others, and rounds, which are a competition's.
_NO_NOUN = frozenset({
    "raak", "trefzeker", "scoorde", "scoort", "gescoord", "binnengeschoten", "geslikt", "gespeeld", "afgewerkt",
    "gewonnen", "gelijkgespeeld", "verloren", "nul", "ongepasseerd", "geel", "rood", "verlies", "winst",
    "voorbereid", "geïncasseerd", "doeltreffend", "fans", "supporters", "bezoekers", "beker", "hattrick",
    "hattricks", "minuut", "speeldag", "speeldagen", "speelronde", "speelrondes", "competitieronde",
    "competitierondes", "selecties",
})  # fmt: skip
#: Metrics whose nouns name matches: who played them tells which of the two it is.
MATCHES = frozenset({"appearances", "matches_played"})
STREAK = r"^ ?(?:keer |maal )?(?:op (?:een )?rij|achter elkaar|achtereen\w*|na elkaar|in successie)\b"
#: Adjectives and competitions between a number and its noun.
ADJECTIVES = r"(?:(?!keer|maal)[\w-]+e |<K>[- ]){0,2}"
#: So many yellow cards in a match are one event: the sending-off.
SENT_OFF = 2
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
    tails = (word[cut:] for cut in range(1, len(word) - _SHORTEST_TAIL + 1))
    return known.get(word) or next((known[tail] for tail in tails if tail in known), "")
