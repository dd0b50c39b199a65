"""What a person is rather than does: age, height, shirt number, caps and titles in a word, fee and value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, around, clause, near, unreal
from pipeline.components.reading import Item, Sentence, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import number_of, stat, stats
from pipeline.components.stats.subjects import carried, mention, spoken_of, subject
from pipeline.dutch.numerals import read_multiple, read_numeral
from pipeline.records import Claim, NumberMention, TimeMention

#: Ages of people in football; a bare number outside them is something else.
_YOUNGEST, _OLDEST = 15, 80
_NO_BREAK = r"(?:(?!en |maar |van |in |op |met |voor |bij |en$)[\w'’-]+ )"


def age_before(found: Found) -> Iterable[Claim]:
    """ "de 23-jarige linksback X"."""
    number = number_of(found)
    return stats(stat(found, "age", number, found.item("who"))) if number else ()


def age_behind(found: Found) -> Iterable[Claim]:
    """ "X (23)", "X, 23 jaar oud", "X, de 23-jarige spits"."""
    number, who = number_of(found), found.item("who")
    if number is None or who is None:
        return ()
    if isinstance(number.value, NumberMention) and number.sign == "N":
        skeleton = around(found.sentence, number.at)
        if (
            not _YOUNGEST <= number.value.value <= _OLDEST
            # "1-0 X (22), 2-0 Y (31)": minutes behind the scores
            or near(found.sentence, who.at - 6, who.at, "Q")
            or near(found.sentence, number.at, number.at + 6, "Q")
            or re.search(
                r"\b(?:scores?|doelpunten|goals|doelpuntenmakers?|kaart(?:en)?|geel|rood|opstelling\w*"
                r"|scheidsrechter|wissels?)\b[^.]{0,20}:",
                skeleton,
            )
        ):
            return ()
    return _age(found, number, who)


def age_of_described(found: Found) -> Iterable[Claim]:
    """ "De 36-jarige doelman", where only one person was spoken of."""
    number = number_of(found)
    if number is None:
        return ()
    who = carried(found.sentence, number.at, "P")
    if who is None and not near(found.sentence, 0, number.at, "P"):
        who = spoken_of(found.sentence)
    return stats(stat(found, "age", number, who))


def age_stated(found: Found) -> Iterable[Claim]:
    """ "is 19 jaar oud"; "is twintig jaar" is laid out as a duration."""
    number = number_of(found)
    if number is None or (unreal(found.sentence, number.at) and "lentes" not in found.match[0]):
        return ()
    if number.sign == "N" and not _YOUNGEST <= _value(number) <= _OLDEST:
        return ()
    return _age(found, number, subject(found.sentence, number.at, "P"))


def _value(number: Item) -> float:
    return number.value.value if isinstance(number.value, NumberMention) else 0.0


def _age(found: Found, number: Item, who: Item | None) -> Iterable[Claim]:
    """An age, also where it is laid out as a duration in years."""
    if not isinstance(number.value, TimeMention):
        return stats(stat(found, "age", number, who))
    years = re.fullmatch(r"P(\d+)Y", number.value.value)
    if years is None or not _YOUNGEST <= int(years[1]) <= _OLDEST:
        return ()
    return stats(stat(found, "age", int(years[1]), who, number, at=number.at))


def own_age(found: Found) -> Iterable[Claim]:
    """ "met zijn 34 jaar", "op zijn negentiende al": who the clause is about, and only then whom "zijn" was tied to."""
    number = number_of(found)
    if number is None or (number.sign == "R" and not _YOUNGEST <= _value(number) <= _OLDEST):
        return ()
    named = found.item("who") if found.match["who"] else None
    return _age(found, number, named or subject(found.sentence, found.match.end() - 1, "P"))


def described(found: Found) -> Iterable[Claim]:
    """A description that was resolved to a person tells age or caps: "de 23-jarige Deen"."""
    item = found.item("who")
    if item is None:
        return ()
    words = found.reading.text[item.start : item.end].lower()
    claims: list[Claim | None] = []
    if match := re.search(r"\b(\w+)-?jarige\b", words):
        claims.append(stat(found, "age", _spelled(match[1].rstrip("-")), item, at=item.at))
    if match := re.search(r"\b(\S+voudig)e? international\b", words):
        claims.append(stat(found, "caps", _float(read_multiple(match[1])), item, at=item.at))
    return stats(*claims)


def _spelled(words: str) -> float:
    return _float(read_numeral(words))


def _float(value: float | None) -> float:
    return value if value is not None else 0.0


def one_word(found: Found) -> Iterable[Claim]:
    """ "25-voudig international", "negenvoudig kampioen"."""
    number = number_of(found)
    if number is None:
        return ()
    metric = "caps" if "international" in found.match[0] else "titles"
    if found.match["who"]:
        return stats(stat(found, metric, number, found.item("who")))
    who = subject(found.sentence, number.at, "P" if metric == "caps" else "PCT")
    if metric == "caps" and who is not None and who.start > number.start:
        # "De 25-voudig international weet het: bij X …" goes on about who was spoken of, where that is one
        who = spoken_of(found.sentence) if _one_before(found.sentence) else None
    return stats(stat(found, metric, number, who))


def _one_before(sentence: Sentence) -> bool:
    """Whether the sentence before names one person."""
    previous = sentence.reading.sentences[sentence.index - 1] if sentence.index else None
    return previous is not None and len({item.entity for item in previous.items if item.sign == "P"}) == 1


def _behind(found: Found) -> str:
    return found.sentence.skeleton[found.match.end() : found.match.end() + REACH]


def measured(found: Found) -> Iterable[Claim]:
    number = number_of(found)
    if number is None or not isinstance(number.value, NumberMention) or number.value.kind != "height":
        return ()
    behind = pattern(r"^(?: lange?)? (?:[\w-]+ ){0,2}(?P<who><P>)").match(_behind(found))
    words = found.sentence.skeleton[slice(*clause(found.sentence, number.at))]
    if behind:
        place = found.match.end() + behind.start("who")
        return stats(stat(found, "height_m", number, next(iter(near(found.sentence, place, place + 1, "P")), None)))
    if not re.search(r"\b(?:lang|lange|lengte|meet|groot|grote|reus|van)\b", words):
        return ()
    return stats(stat(found, "height_m", number, subject(found.sentence, number.at, "P")))


def shirt(found: Found) -> Iterable[Claim]:
    number = number_of(found)
    if number is None or unreal(found.sentence, number.at) or not isinstance(number.value, NumberMention):
        return ()
    if not 1 <= number.value.value <= 99:
        return ()
    return stats(stat(found, "jersey_number", number, subject(found.sentence, number.at, "P")))


def crowd(found: Found) -> Iterable[Claim]:
    """A crowd is the home side's: of the one match told of, or the one side of the clause."""
    number, sentence = number_of(found), found.sentence
    if number is None or not isinstance(number.value, NumberMention) or number.value.value < 200:
        return ()
    home = found.reading.home
    if found.match["m"]:
        return stats(stat(found, "attendance", number, mention(found.reading, home)))
    start, end = clause(sentence, number.at)
    before = sentence.skeleton[start : found.match.start()]
    sides = [item for item in near(sentence, start, end, "CT") if item.entity == home or not home]
    if sides and (home or len({item.entity for item in sides}) == 1):
        return stats(stat(found, "attendance", number, sides[0]))
    if home and re.search(r"\b(?:voor|onder|door|liefst|en) (?:[\w’']+ ){0,2}$|^\W*de $", before):
        return stats(stat(found, "attendance", number, mention(found.reading, home)))
    return ()


RULES = (
    ClaimRule(
        "stat-age-before",
        (sign("A"),),
        rf"(?P<n><A>)(?! leeftijd) (?:(?:{_NO_BREAK}|<C>-|<C>[ -]|<L>se? ){{0,3}})(?P<who><P>)",
        age_before,
        (
            Example(
                "De 23-jarige linksback [P Jan Wit] vertrekt.",
                ({"subject_id": "Jan Wit", "metric": "age", "value": 23, "unit": "years"},),
            ),
            Example("Een 23-jarige fan van [P Jan Wit] vertrekt.", ()),
        ),
    ),
    ClaimRule(
        "stat-age-behind",
        (sign("A"), sign("U"), "(", sign("N") + ",", sign("N") + " ge", sign("N") + " in"),
        r"(?P<who><P>)(?: ?\((?:(?:<C>|[\w-]+)[,/;] ?)?(?P<n><NAU>)(?: jaar)?(?:, [\w -]+|, <C>)?\)"
        r"|, (?:<D> |inmiddels |pas )?(?P<a><U>)"
        r"(?=,| (?:en|pas|oud|jong)\b)"
        r"|, (?:<D> |inmiddels |pas |net )?(?P<b><N>)(?: (?:geworden|inmiddels|jaar))?(?=,)"
        r"|, (?:de |een )?(?:pas |nog maar "
        r"|inmiddels )?(?P<m><A>)(?! leeftijd)(?= ?[,.)]| (?:oud|[\w-]+ (?:van|uit|bij|die)\b|[\w-]+,)))",
        age_behind,
        (
            Example("[P Jan Wit] (23) tekent bij [C PSV].", ({"subject_id": "Jan Wit", "metric": "age", "value": 23},)),
            Example(
                "[P Jan Wit], 23 jaar oud, tekent bij [C PSV].",
                ({"subject_id": "Jan Wit", "metric": "age", "value": 23},),
            ),
            Example(
                "- [P Jan Wit] (doelman, 23): vertrekt",
                ({"subject_id": "Jan Wit", "metric": "age", "value": 23},),
            ),
            Example("[P Jan Wit], 23, vertrekt.", ({"subject_id": "Jan Wit", "metric": "age", "value": 23},)),
            Example("Doelpunten: [P Jan Wit] (23) en [P Piet Zwart] (67).", ()),
            Example("[P Jan Wit] (9) tekent bij [C PSV].", ()),
        ),
    ),
    ClaimRule(
        "stat-age",
        (sign("A"), sign("U"), " pas ", " maar ", "lentes", "inmiddels", "is", "bent"),
        r"\b(?:is|was|wordt|werd) (?:nog maar |pas |inmiddels |nu |<D> |al )?(?:(?P<n><A>)(?! leeftijd)"
        r"|(?P<m><U>)(?= ?(?:[,.;!]|$|en\b|maar\b)))"
        r"|\b(?:is|wordt) (?:nog maar|pas|inmiddels|amper) (?P<a><N>)(?= ?(?:[,.;!]|$|en\b|maar\b))"
        r"|(?:<P> is|\b(?:u|je|jij) bent) (?:nu |nog |al )?(?P<c><N>)(?= ?(?:[,.;!]|$|en\b|maar\b))"
        r"|<P>, die (?P<d><N>) is\b"
        r"|(?P<b><N>) lentes\b",
        age_stated,
        (
            Example("[P Jan Wit] is pas 19 jaar oud.", ({"subject_id": "Jan Wit", "metric": "age", "value": 19},)),
            Example("[P Jan Wit] is pas 19.", ({"subject_id": "Jan Wit", "metric": "age", "value": 19},)),
            Example("[P Jan Wit] is 21, snel en sterk.", ({"subject_id": "Jan Wit", "metric": "age", "value": 21},)),
            Example("[P Jan Wit], die 36 is, keept door.", ({"subject_id": "Jan Wit", "metric": "age", "value": 36},)),
            Example("[P Jan Wit] is twee duels geschorst.", ()),
            Example("[P Jan Wit] debuteerde op 17-jarige leeftijd.", ()),
        ),
    ),
    ClaimRule(
        "stat-own-age",
        (sign("H"), " zijn ", " haar "),
        r"(?:(?P<who><P>), )?\b(?:met (?:<H>|zijn|haar) (?P<n><U>)(?! (?:ervaring|contract|dienst))"
        r"|op (?:<H>|zijn|haar) (?P<m><R>)(?= (?:al|reeds|nog)\b))",
        own_age,
        (
            Example(
                "[P Jan Wit], op [H zijn=Jan Wit] negentiende al goed voor twaalf goals, vertrekt.",
                (
                    {"subject_id": "Jan Wit", "metric": "age", "value": 19},
                    {"subject_id": "Jan Wit", "metric": "goals", "value": 12},
                ),
            ),
            Example(
                "[P Jan Wit] is met [H zijn=Jan Wit] 34 jaar de oudste.",
                ({"subject_id": "Jan Wit", "metric": "age", "value": 34},),
            ),
            Example("[P Jan Wit] debuteerde op [H zijn=Jan Wit] zeventiende.", ()),
        ),
    ),
    ClaimRule(
        "stat-age-of-described",
        (sign("A"),),
        r"\b(?:de|deze) (?P<n><A>) (?:[\w-]+e )?(?!fan\b|zoon|dochter|broer|zus|man\b|vrouw\b|jongen|meisje|supporter)"
        r"(?:<MLO>|[\w-]+)(?! (?:[\w-]+ )?<P>)",
        age_of_described,
        (
            Example(
                "[P Jan Wit] is weg bij [C PSV]. De 36-jarige doelman wil nog niet stoppen.",
                ({"subject_id": "Jan Wit", "metric": "age", "value": 36},),
            ),
            Example("[P Jan Wit] en [P Piet Zwart] trainen. De 36-jarige doelman wil nog niet stoppen.", ()),
            Example("[P Jan Wit] is weg bij [C PSV]. De 36-jarige fan is boos.", ()),
        ),
    ),
    ClaimRule(
        "stat-described-person",
        (sign("P"),),
        r"(?P<who><P>)",
        described,
        (
            Example(
                "[P De 23-jarige Deen=Højbjerg] vertrekt.", ({"subject_id": "Højbjerg", "metric": "age", "value": 23},)
            ),
            Example(
                "[P De 25-voudig international=Wit] vertrekt.", ({"subject_id": "Wit", "metric": "caps", "value": 25},)
            ),
            Example("[P De Deen=Højbjerg] vertrekt.", ()),
        ),
    ),
    ClaimRule(
        "stat-manifold",
        ("international", "kampioen", "bekerwinnaar", "landskampioen"),
        r"(?P<n><X>) (?:[\w-]+ )?(?:international|[\w-]*kampioen|bekerwinnaar)\b(?: van <L>)?(?: (?P<who><PC>))?",
        one_word,
        (
            Example(
                "De 25-voudig international [P Jan Wit] vertrekt.",
                ({"subject_id": "Jan Wit", "metric": "caps", "value": 25},),
            ),
            Example("[C RWDM] is zevenvoudig kampioen.", ({"subject_id": "RWDM", "metric": "titles", "value": 7},)),
            Example(
                "[P Jan Wit] bleef rustig. De 25-voudig international zag hoe [P Piet Zwart] scoorde.",
                ({"subject_id": "Jan Wit", "metric": "caps", "value": 25},),
            ),
            Example("[P Jan Wit] is international.", ()),
        ),
    ),
    ClaimRule(
        "stat-height",
        (sign("F"),),
        r"(?P<n><F>)",
        measured,
        (
            Example(
                "De 1,93 meter lange [P Jan Wit] kopte.",
                ({"subject_id": "Jan Wit", "metric": "height_m", "value": 1.93, "unit": "m"},),
            ),
            Example("[P Jan Wit] had 63 procent van de ballen.", ()),
        ),
    ),
    ClaimRule(
        "stat-shirt",
        ("rugnummer", "shirtnummer", "op zijn rug", "op haar rug"),
        r"(?:rugnummer|shirtnummer) (?P<n><N>)|nummer (?P<m><N>) op (?:zijn|haar|de|<H>) rug",
        shirt,
        (
            Example(
                "[P Jan Wit] krijgt rugnummer 10.", ({"subject_id": "Jan Wit", "metric": "jersey_number", "value": 10},)
            ),
            Example("[P Jan Wit] wil rugnummer 10.", ()),
        ),
    ),
    ClaimRule(
        "stat-crowd",
        ("toeschouwers", "bezoekers", "publiek:"),
        r"(?P<n><N>) (?:[\w-]+e )?(?:toeschouwers|bezoekers)\b|\b(?:toeschouwers|bezoekers|publiek): ?(?P<m><N>)",
        crowd,
        (
            Example(
                "[C Feyenoord] won voor 45.000 toeschouwers.",
                ({"subject_id": "Feyenoord", "metric": "attendance", "value": 45_000},),
            ),
            Example("Er waren twee toeschouwers bij [C Feyenoord].", ()),
        ),
    ),
)
