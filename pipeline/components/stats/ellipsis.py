"""Numbers without a noun of their own: what was told before, or the verb, says what they count.

"maakte er negen", "won er zes en verloor er twee", "X slechts 36", "waarvan 21 in de basis", "achter Y (11)",
"met respectievelijk zeven en vijf assists", "Assists: X 8, Y 7".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, kind, near, unreal
from pipeline.components.reading import Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import OF_SIDES, about, number_of, stat, stats
from pipeline.components.stats.nouns import ADJECTIVES, MATCHES, metric_of, noun
from pipeline.components.stats.subjects import subject
from pipeline.components.stats.times import event
from pipeline.records import Claim, NumberMention

#: What "er N" counts, by the verb that goes with it; "heeft", "telt", "staat op" leave it to the noun before.
_VERBS = (
    ("assists", r"voorbereid\w*|bereidde|gaf|assisteerde"),
    (
        "goals_against",
        r"incasseerde\w*|geïncasseerd|slikte\w*|geslikt|kreeg|kregen|gekregen|om de oren|doorlaten|doorliet",
    ),
    ("wins", r"won|wonnen|gewonnen|wint|winnen"),
    ("losses", r"verloor|verloren|verliest"),
    ("draws", r"gelijk\w*"),
    ("points", r"verzameld\w*|verzamelde\w*|pakte\w*|gepakt|sprokkel\w*|gesprokkeld|behaald\w*"),
    (
        "goals",
        r"maakte\w*|maakt|gemaakt|scoorde\w*|scoort|gescoord|schoot|prikte|kopte|knalde|geschoten|in lagen",
    ),
    ("appearances", r"speelde\w*|gespeeld"),
    ("", r"heeft|had|telt|telde|staat|stond|naam|teller|kwam|komt|noteerde|volgt|volgen|liggen|waren|zijn|haalde\w*"),
)
#: Behind a number without a noun; any other word would be the noun.
_NO_NOUN = (
    r"(?= ?(?:$|[,.;:)!?”’\n])| (?:<DKCPUQHL>|voor|in|dit|dat|namens|bij|tegen|maar|en|op|tijdens|vorig"
    r"|afgelopen|achter|uit|van|had|heeft|te|om|als|terwijl|waarvan|sinds|keer op|tot|met|per"
    r"|gelijk|binnen|ge\w+|voor\w+de|\w+de|\w+te"
    r"|\w+bereid)\b)"
)
_BETWEEN = r"(?:(?:<DKHXUPCT>|[\w’-]+),? ){0,7}?(?:in (?:de |zijn |hun )?(?:[\w-]+e )?<N> [\w-]+ )?(?:[\w-]+ ){0,2}?"
_NOT_COUNTED = r"\b(?:sprake|vanuit|wonen|werken|bestaan|komen nog|vallen|vielen|waren er|zijn er|hebben er)\b"


def told(sentence: Sentence, at: int) -> str:
    """The metric of the last counted noun before a place, in this sentence or the one before; empty for none."""
    words = sentence.skeleton[max(0, at - 300) : at]
    if sentence.index:
        words = sentence.reading.sentences[sentence.index - 1].skeleton[-300:] + words
    # "vier punten uit twee duels": the points are what is counted
    words = pattern(rf"(?<=punten) uit <N> {ADJECTIVES}[\w-]+").sub("", words)
    nouns = list(pattern(rf"\b{noun()}").finditer(words))
    return metric_of(nouns[-1]["noun"]) if nouns else ""


def of_them(found: Found) -> Iterable[Claim]:
    """ "maakte er negen", "heeft er al 25 achter zijn naam"."""
    number = found.item("n")
    sentence, at = found.sentence, found.match.start("n")
    if number is None or not isinstance(number.value, NumberMention) or unreal(sentence, at):
        return ()
    start, end = clause(sentence, at)
    if re.search(_NOT_COUNTED, sentence.skeleton[start:end]):
        return ()
    metric = _by_verb(found, start, end)
    if metric is None:
        return ()
    own_name = re.search(r"\b(?:naam|teller)\b", sentence.skeleton[start:end])
    metric = metric or told(sentence, found.match.start()) or ("goals" if own_name else "")
    if not metric or metric in ("minutes_played", "attendance"):
        return ()
    if metric == "points" and number.value.value > 3 * 40:
        return ()
    who = about(found, metric, at) if metric != "appearances" else subject(sentence, at, "P")
    return stats(stat(found, metric, number, who))


def _by_verb(found: Found, start: int, end: int) -> str | None:
    """The metric of the verb nearest to "er N": behind it up to the next "er", else before it; None without one."""
    sentence = found.sentence
    behind = sentence.skeleton[found.match.end() : end + 1][:60]
    behind = re.split(r"\ber\b|\ben <|,| en \w+ er\b", behind)[0]
    before = sentence.skeleton[max(start, found.match.start() - 60) : found.match.end()]
    for words, last in ((behind, False), (before, True)):
        hits = [
            (match.start(), metric) for metric, verbs in _VERBS for match in re.finditer(rf"\b(?:{verbs})\b", words)
        ]
        named = [hit for hit in hits if hit[1]] or hits
        if named:
            return (max(named) if last else min(named))[1]
    return None


def gapped(found: Found) -> Iterable[Claim]:
    """ "X verzamelde er veertig, Y slechts dertig": the verb and what is counted are those of the first half."""
    number, who = found.item("n"), found.item("who")
    sentence, at = found.sentence, found.match.start()
    if number is None or who is None or unreal(sentence, at):
        return ()
    first = list(pattern(rf"\ber {_BETWEEN}<N>|<N> {ADJECTIVES}{noun()}").finditer(sentence.skeleton, 0, at))
    first = [match for match in first if not match["noun"]] or first
    if number.sign == "X":
        metric = event(sentence.skeleton[max(0, at - 120) : at])
        return stats(stat(found, metric, number, who)) if metric and metric != "appearances" else ()
    if not first:
        return ()
    verbs = sentence.skeleton[max(0, first[0].start() - 60) : at]
    if first[0]["noun"]:
        metric = metric_of(first[0]["noun"])
    else:
        hits = [metric for metric, words in _VERBS if metric and re.search(rf"\b(?:{words})\b", verbs)]
        metric = hits[0] if hits else told(sentence, first[0].start())
    if not metric or metric in MATCHES or (kind(who) == "person") == (metric in OF_SIDES and metric != "goals_for"):
        return ()
    return stats(stat(found, metric, number, who))


def part(found: Found) -> Iterable[Claim]:
    """ "47 duels, waarvan 40 in de basis"."""
    number = number_of(found)
    if number is None or unreal(found.sentence, number.at):
        return ()
    return stats(stat(found, "starts", number, subject(found.sentence, max(0, found.match.start() - 1), "P")))


def compared(found: Found) -> Iterable[Claim]:
    """ "Met dertien goals staat hij achter X (18)": numbers in brackets of the same kind, not ages."""
    number, who = found.item("n"), found.item("who")
    sentence, at = found.sentence, found.match.start("who")
    before = sentence.skeleton[max(0, at - 200) : at]
    nouns = list(pattern(rf"<N> {ADJECTIVES}{noun()}").finditer(before))
    if number is None or who is None or len(nouns) != 1 or not pattern(_BESIDE).search(before[nouns[0].end() :]):
        return ()
    return stats(stat(found, metric_of(nouns[0]["noun"]), number, who))


_BESIDE = (
    r"(?:\b(?:achter|na|voor|dan|enkel|alleen|boven|onder|gevolgd door|gevolgd)(?: [\w-]+){0,3}|\bvolg(?:t|en)) "
    r"(?:(?:[\w-]+ )?<P> \(<N>\)(?:, | en ))*(?:[\w-]+ )?$"
)


def as_many(found: Found) -> Iterable[Claim]:
    """ "zeven goals en evenveel assists": the second count; the first is read by itself."""
    at = found.match.start() - 1
    number, metric = next(iter(near(found.sentence, at, at + 1, "N")), None), metric_of(found.match["noun"])
    if number is None or not metric or unreal(found.sentence, number.at):
        return ()
    who = subject(found.sentence, number.at, "CT") if metric in MATCHES else about(found, metric, number.at)
    if metric in MATCHES and kind(who) == "person":
        return ()
    return stats(stat(found, metric, number, who, at=number.at))


def respectively(found: Found) -> Iterable[Claim]:
    """ "X en Y volgen met respectievelijk zeven en vijf assists"."""
    sentence, metric = found.sentence, metric_of(found.match["noun"])
    numbers = near(sentence, found.match.start("numbers"), found.match.end("numbers"), "N")
    letters = "CT" if metric in OF_SIDES else "P"
    names = near(sentence, max(0, found.match.start() - 200), found.match.start(), letters)
    if not metric or metric in MATCHES or len(names) < len(numbers) or unreal(sentence, found.match.start()):
        return ()
    pairs = zip(names[-len(numbers) :], numbers, strict=True)
    return stats(*(stat(found, metric, number, who, at=number.at) for who, number in pairs))


def listed(found: Found) -> Iterable[Claim]:
    """ "Assists: X 8, Y 7": the heading of the line says what is counted."""
    number, who = found.item("n"), found.item("who")
    sentence = found.sentence
    heading = pattern(r"^\W*(?:[\w-]+ ){0,2}(?P<noun>[\w-]+)(?: (?:<KD>|van <KD>|in de <K>))?:").match(
        sentence.skeleton
    )
    metric = "" if heading is None else _HEADINGS.get(heading["noun"]) or metric_of(heading["noun"])
    if number is None or not metric or metric in MATCHES:
        return ()
    return stats(stat(found, metric, number, who))


_HEADINGS = {"topscorers": "goals", "topschutters": "goals", "aangevers": "assists", "doelpuntenmakers": ""}


def rules() -> tuple[ClaimRule, ...]:
    """The rules for elliptic counts; their nouns come from the seeds."""
    return (
        ClaimRule(
            "stat-compared",
            ("(" + sign("N"),),
            r"(?P<who><P>) \((?P<n><N>)\)",
            compared,
            (
                Example(
                    "Met dertien goals staat [P hij=Jan Wit] derde, achter [P Piet Zwart] (18) en [P Kees Rood] (16).",
                    (
                        {"subject_id": "Jan Wit", "metric": "goals", "value": 13},
                        {"subject_id": "Piet Zwart", "metric": "goals", "value": 18},
                        {"subject_id": "Kees Rood", "metric": "goals", "value": 16},
                    ),
                ),
                Example(
                    "Met dertien goals was [P Piet Zwart] (18) de beste.",
                    (
                        {"subject_id": "Piet Zwart", "metric": "goals", "value": 13},
                        {"subject_id": "Piet Zwart", "metric": "age", "value": 18},
                    ),
                ),
            ),
        ),
        ClaimRule(
            "stat-respectively",
            ("respectievelijk",),
            rf"respectievelijk (?P<numbers><N>(?:, <N>){{0,3}} en <N>) {ADJECTIVES}{noun()}",
            respectively,
            (
                Example(
                    "[P Jan Wit] en [P Piet Zwart] zijn met respectievelijk elf en negen treffers de gevaarlijksten.",
                    (
                        {"subject_id": "Jan Wit", "metric": "goals", "value": 11},
                        {"subject_id": "Piet Zwart", "metric": "goals", "value": 9},
                    ),
                ),
            ),
        ),
        ClaimRule(
            "stat-as-many",
            ("evenveel", "even veel", "net zoveel"),
            rf"(?<=<N>) [\w-]+ (?:en|uit) (?:evenveel|even veel|net zoveel) {ADJECTIVES}{noun()}",
            as_many,
            (
                Example(
                    "[P Jan Wit] sloot af met zeven goals en evenveel assists.",
                    (
                        {"subject_id": "Jan Wit", "metric": "goals", "value": 7},
                        {"subject_id": "Jan Wit", "metric": "assists", "value": 7},
                    ),
                ),
                Example(
                    "[C NEC] staat met 21 punten uit evenveel duels dertiende.",
                    (
                        {"subject_id": "NEC", "metric": "points", "value": 21},
                        {"subject_id": "NEC", "metric": "matches_played", "value": 21},
                    ),
                ),
            ),
        ),
        ClaimRule(
            "stat-listed",
            (":",),
            r"(?P<who><P>)(?: \(<CT>\))?:? (?P<n><N>)(?= ?(?:[,;.\n]|$| en\b))",
            listed,
            (
                Example(
                    "Assists: [P Jan Wit] 8, [P Piet Zwart] 7.",
                    (
                        {"subject_id": "Jan Wit", "metric": "assists", "value": 8},
                        {"subject_id": "Piet Zwart", "metric": "assists", "value": 7},
                    ),
                ),
                Example("Wissels: [P Jan Wit] 60.", ()),
            ),
        ),
        ClaimRule(
            "stat-of-them",
            (" er ",),
            rf"\ber {_BETWEEN}(?P<n><N>){_NO_NOUN}",
            of_them,
            (
                Example(
                    "[P Dessers] maakte er vijftien voor [C Heracles].",
                    ({"subject_id": "Dessers", "metric": "goals", "value": 15, "club_id": "Heracles"},),
                ),
                Example(
                    "[P Dessers], die er voor de winterstop al negen had gemaakt, ontbreekt.",
                    ({"subject_id": "Dessers", "metric": "goals", "value": 9},),
                ),
                Example(
                    "[C PSV] speelde tien duels, won er zes en verloor er drie.",
                    (
                        {"subject_id": "PSV", "metric": "matches_played", "value": 10},
                        {"subject_id": "PSV", "metric": "wins", "value": 6},
                        {"subject_id": "PSV", "metric": "losses", "value": 3},
                    ),
                ),
                Example("[P Dessers] maakte er 1-0 van.", ()),
                Example("[C PSV] kocht er drie spelers bij.", ()),
                Example("[C PSV] haalde er twee binnen van [C Ajax].", ()),
            ),
        ),
        ClaimRule(
            "stat-gapped",
            (sign("N"), sign("X")),
            r"(?:,| en|;|, terwijl) (?P<who><PCT>) (?:er )?(?:slechts |maar |pas |er |al )?(?P<n><NX>)"
            r"(?=[.,;]|\W*$| en\b)",
            gapped,
            (
                Example(
                    "[C PSV] pakte er dertig, [C Ajax] slechts zestien.",
                    (
                        {"subject_id": "PSV", "metric": "points", "value": 30},
                        {"subject_id": "Ajax", "metric": "points", "value": 16},
                    ),
                ),
                Example(
                    "[P Jan Wit] maakte negen goals, [P Piet Zwart] zeven.",
                    (
                        {"subject_id": "Jan Wit", "metric": "goals", "value": 9},
                        {"subject_id": "Piet Zwart", "metric": "goals", "value": 7},
                    ),
                ),
                Example(
                    "[C PSV] verloor één keer, [C Ajax] twee keer.",
                    (
                        {"subject_id": "PSV", "metric": "losses", "value": 1},
                        {"subject_id": "Ajax", "metric": "losses", "value": 2},
                    ),
                ),
                Example("Wissels bij [C PSV], [P Jan Wit] 60.", ()),
            ),
        ),
        ClaimRule(
            "stat-part",
            ("waarvan",),
            r"\bwaarvan (?:er |<D> |al ){0,2}(?P<n><N>) (?:keer )?(?:in de basis|vanaf de aftrap|aan de aftrap"
            r"|vanaf de eerste minuut|als (?:basisspeler|titularis|starter))",
            part,
            (
                Example(
                    "[P Jan Wit] speelde dertig duels, waarvan twaalf in de basis.",
                    (
                        {"subject_id": "Jan Wit", "metric": "appearances", "value": 30},
                        {"subject_id": "Jan Wit", "metric": "starts", "value": 12},
                    ),
                ),
            ),
        ),
    )
