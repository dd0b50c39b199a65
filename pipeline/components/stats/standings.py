"""Places in a table: "de dertiende plaats", "nummer drie", "staat vijfde", "koploper", "gaat aan de leiding"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import SIDES, apposed, around, clause, near, unreal
from pipeline.components.reading import Item, Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import number_of, stat, stats
from pipeline.components.stats.subjects import subject
from pipeline.records import Claim, NumberMention

_PLACE = r"(?:competitie|league|bekende|play-off|gedeelde )?(?:plaats|plek|positie|stek|stekje|plekje|rang)"
#: Words before a place that make it something wished for, left, or another's.
_NOT_HELD = (
    r"\b(?:om|voor|van|tussen|boven|onder|achter|tot|vanaf|dan|strijd|jaagt|jacht|aast|zicht|verloor|kwijt\w*"
    r"|verdreven|in) (?:\w+ ){0,2}$"
)
_COPULA = r"\b(?:is|zijn|was|waren|blijft|bleef|werd|wordt|als|staat|eindigde) (?:[\w-]+ |<PCTDKHN> ){0,9}$"
_SCORERS = r"topscor|topschut|assist|aangever|doelpuntenmakers|schutters"
_LEADS = (
    r"\b(?:gaat|gaan|staat|staan|stond|blijft|voert|ligt) (?:[\w-]+ |<PCTDKHN> ?"
    r"|, ){0,9}?(?P<word>aan (?:de leiding|kop)|bovenaan|de (?:\w+ )?(?:ranglijst|lijst|stand|rangschikking"
    r"|competitie|poule|groep) aan)\b"
    r""
    r"|\b(?P<word3>koppositie\b|(?:leidt|leiden)\b(?= (?:(?:in )?de (?:<K>|stand|ranglijst)|met <N> punten)))"
    r"|(?P<word2>aan (?:de leiding|kop)|bovenaan|de (?:ranglijst|lijst|stand"
    r"|rangschikking) aan)(?: \w+)? (?:gaat|gaan|staat|staan|voert|ging|gingen|blijft)\b"
)
_NOT_LED = (
    r"\b(?:verspeel\w*|verlie\w*|verloor|verloren|kwijt\w*|strijd|jaagt|jacht|zicht|over(?:nam|neemt|genomen)|om de)\b"
)
_LEADER = (
    r"\b(?:mede)?(?P<word>koploper|lijstaanvoerder|leider|competitieleider|ranglijstaanvoerder|klassementsleider)\b"
)
_LEADER_WORDS = "koploper|lijstaanvoerder|competitieleider|klassementsleider"


def place(found: Found) -> Iterable[Claim]:
    """A named place in a table is held by the subject of its clause."""
    number, sentence = number_of(found), found.sentence
    at = number.at if number else 0
    if number is None or unreal(sentence, at) or re.search(_SCORERS, around(sentence, at)):
        return ()
    before = sentence.skeleton[max(0, found.match.start() - 60) : found.match.start()]
    held = re.search(r"\b(?:op|naar|als)(?: de| een| het)?(?: \w+e)? $", before)
    if not held and re.search(_NOT_HELD, before):
        return ()
    if re.search(r"\bin de $|\bpunten (?:voorsprong |achterstand )?op (?:de|een|het) $", before):
        return ()
    return stats(position(found, number, holder(sentence, at)))


def position(found: Found, number: Item | float, who: Item | None, at: int | None = None) -> Claim | None:
    value = number.value.value if isinstance(number, Item) and isinstance(number.value, NumberMention) else number
    if not isinstance(value, float | int) or not 1 <= value <= 40:
        return None
    return stat(found, "league_position", number, who, at=at)


def holder(sentence: Sentence, at: int) -> Item | None:
    return subject(sentence, at, SIDES)


def ranked(found: Found) -> Iterable[Claim]:
    """ "nummer drie Feyenoord", "Feyenoord, de nummer drie", "staat vijfde"."""
    number = number_of(found)
    at = number.at if number else 0
    if number is None or unreal(found.sentence, at, denials=False) or re.search(_SCORERS, around(found.sentence, at)):
        return ()
    named = found.item("who") if "who" in found.match.groupdict() and found.match["who"] else None
    named = named or apposed(found.sentence, found.match.start())
    before = found.sentence.skeleton[max(0, found.match.start() - 60) : found.match.start()]
    # "de nummer vijf" by itself speaks of someone else than the subject: only a copula makes it his
    if named is None and "nummer" in found.match[0] and not pattern(_COPULA).search(before):
        return ()
    return stats(position(found, number, named or holder(found.sentence, at), at))


def leads(found: Found) -> Iterable[Claim]:
    at = max(found.match.start(name) for name in ("word", "word2", "word3"))
    sentence = found.sentence
    if found.match["word3"] and re.search(_NOT_LED, sentence.skeleton[slice(*clause(sentence, at))]):
        return ()
    if unreal(sentence, at) or re.search(_SCORERS, around(sentence, at)):
        return ()
    if pattern(r"^ met (?:<Q>|\d)").match(sentence.skeleton[found.match.end() : found.match.end() + 8]) or re.search(
        r"\brust\b|\bminu", around(sentence, at)
    ):
        return ()
    return stats(position(found, 1.0, subject(sentence, at, SIDES), at))


def leader(found: Found) -> Iterable[Claim]:
    """ "koploper X", "X, koploper in de Eredivisie", "X is koploper"."""
    sentence, at = found.sentence, found.match.start("word")
    behind = sentence.skeleton[found.match.end() : found.match.end() + 40]
    named = pattern(r"^ (?:in (?:de )?<K> )?(?P<who><CT>)(?!-)").match(behind)
    if re.search(_SCORERS, around(sentence, at)):
        return ()
    if named:
        place = found.match.end() + named.start("who")
        return stats(position(found, 1.0, next(iter(near(sentence, place, place + 1, SIDES)), None), at))
    if unreal(sentence, at):
        return ()
    if found.match["word"] == "leider" and not pattern(
        r"^ (?:in|van) (?:de |het )?(?:<K>|klassement|competitie|stand|rangschikking|reeks)"
    ).match(behind):
        return ()
    before = sentence.skeleton[max(0, at - 60) : at]
    if pattern(r"(?:\b(?:is|zijn|was|blijft|wordt|werd|als)|,)(?: <DCT>| [\w-]+){0,5} ?$").search(before) and pattern(
        r"^(?:\W|$| (?:in|van) )"
    ).match(behind):
        return stats(position(found, 1.0, apposed(sentence, at) or subject(sentence, at, SIDES), at))
    return ()


def described(found: Found) -> Iterable[Claim]:
    """Descriptions that were resolved to a side and tell its place: "de koploper", "de nummer drie"."""
    item = found.item("who")
    if item is None:
        return ()
    words = found.reading.text[item.start : item.end].lower()
    if re.search(rf"\b(?:{_LEADER_WORDS})\b", words) and not re.search(r"\b(?:ex|oud|voormalig)", words):
        return stats(position(found, 1.0, item, item.at))
    return ()


RULES = (
    ClaimRule(
        "stat-place",
        ("plaats", "plek", "positie", "stek", "rang"),
        rf"(?:(?P<n><R>) (?:en \w+ )?{_PLACE}\b|\b{_PLACE} (?P<m><N>)(?!\w))",
        place,
        (
            Example(
                "In de [K Champions League] bezet [C de ploeg van Alonso=Bayer Leverkusen] met zeven punten "
                "uit vier wedstrijden de dertiende plaats.",
                (
                    {
                        "subject_id": "Bayer Leverkusen",
                        "metric": "league_position",
                        "value": 13,
                        "competition_id": "Champions League",
                    },
                    {"subject_id": "Bayer Leverkusen", "metric": "points", "value": 7},
                    {"subject_id": "Bayer Leverkusen", "metric": "matches_played", "value": 4},
                ),
            ),
            Example("[C Ajax] bezet plek 4.", ({"subject_id": "Ajax", "metric": "league_position", "value": 4},)),
            Example("[C Ajax] strijdt met [C AZ] om de tweede plaats.", ()),
            Example("Dat is in de eerste plaats aan [C Ajax].", ()),
            Example("[C Willem II] is hekkensluiter en staat op de laatste plaats.", ()),
        ),
    ),
    ClaimRule(
        "stat-ranked",
        (sign("R"),),
        r"(?:\b(?:staat|staan|stond|eindigde|eindigt|finishte|werd|wordt|is|blijft|als) "
        r"(?:(?:de|het) (?!<R>)(?:[\w-]+e )?[\w-]+ )?(?:(?!de |het |zijn "
        r"|haar |hun |een )[\w-]+ |<D> |<PCTK> |in de <K> ){0,3}(?P<n><R>)(?= ?(?:$|[,.;:)!]|(?:in|op|met|na"
        r"|achter|van|en|geworden|geëindigd)\b))"
        r"|(?P<a><R>) (?:staat|stond|eindigde)\b"
        r"|(?<=, )(?:nu |momenteel |voorlopig |<D> |in <D> ){0,2}(?P<m><R>)(?= met <N> (?:uit|punten)"
        r"| (?:in|op|van) (?:de |het )?(?:<K>|stand|ranglijst"
        r"|klassement|poule|groep)))",
        ranked,
        (
            Example(
                "[C NEC] staat vijfde in de [K Eredivisie].",
                ({"subject_id": "NEC", "metric": "league_position", "value": 5, "competition_id": "Eredivisie"},),
            ),
            Example("[C NEC] is de eerste club die dat lukt.", ()),
        ),
    ),
    ClaimRule(
        "stat-number",
        ("nummer ",),
        r"(?<!rug)(?<!shirt)\bnummer (?P<n><N>)(?:(?: van| in) (?:de |het )?(?:<KL>|stand|ranglijst|klassement"
        r"|competitie))?(?: (?P<who><CT>)(?!-))?",
        ranked,
        (
            Example(
                "[P Bosz] speelt met [C PSV] tegen nummer drie [C Feyenoord].",
                ({"subject_id": "Feyenoord", "metric": "league_position", "value": 3},),
            ),
            Example("[P Schouten] draagt nummer 22.", ()),
        ),
    ),
    ClaimRule(
        "stat-leads",
        ("leiding", "bovenaan", " kop", " aan", "leidt", "leiden"),
        _LEADS,
        leads,
        (
            Example(
                "[C PSV] gaat aan de leiding in de [K Eredivisie].",
                ({"subject_id": "PSV", "metric": "league_position", "value": 1, "competition_id": "Eredivisie"},),
            ),
            Example(
                "[C PSV] verstevigde de koppositie.",
                ({"subject_id": "PSV", "metric": "league_position", "value": 1},),
            ),
            Example("[C PSV] raakte de koppositie kwijt.", ()),
            Example("[P Menig] bracht [C PEC] aan de leiding.", ()),
        ),
    ),
    ClaimRule(
        "stat-leader",
        ("koploper", "aanvoerder", "leider"),
        _LEADER,
        leader,
        (
            Example(
                "[C Union] is koploper in de [K Jupiler Pro League].",
                ({"subject_id": "Union", "metric": "league_position", "value": 1},),
            ),
            Example("[P Heynen] is de leider van [C Genk].", ()),
        ),
    ),
    ClaimRule(
        "stat-described-place",
        (sign("C"),),
        r"(?P<who><C>)",
        described,
        (
            Example(
                "[C De koploper=PSV] won opnieuw.", ({"subject_id": "PSV", "metric": "league_position", "value": 1},)
            ),
        ),
    ),
)
