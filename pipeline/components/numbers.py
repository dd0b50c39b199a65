"""Numbers in running Dutch: what they are worth, what kind they are and how exact.

`find_numbers` does the work on plain text, keeping clear of stretches that are already taken (dates, names); the
pipe `voetbal_numbers` puts its answer in `doc._.numbers`. Scores (2-1), formations (4-3-3), youth teams (U21), times
(20.45 uur), minute marks (67') and telephone numbers are no numbers. "een" counts only as "één" or with a magnitude.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.document import dates_of, mentions_of, register
from pipeline.components.rules import Example
from pipeline.dutch.numerals import (
    GROUP,
    MULTIPLE,
    NUMBER_WORDS,
    NUMERAL,
    ORDINAL,
    STEM,
    read_multiple,
    read_numeral,
    read_ordinal,
)
from pipeline.dutch.patterns import SPACE as S
from pipeline.dutch.patterns import WORD_END, any_of, fold, words
from pipeline.records import NumberMention

Match = re.Match[str]


class NumberRule(NamedTuple):
    """A pattern of named groups, the kind it gives and how its value is read."""

    name: str
    pattern: str
    kind: str
    read: Callable[[Match], tuple[float, str] | None]  # value and unit
    examples: tuple[Example, ...]


_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euro's": "EUR", "£": "GBP", "pond": "GBP", "gbp": "GBP",
    "ponden": "GBP", "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
}  # fmt: skip
_SIGN = "(?:[€£$]|eur|usd|gbp)"
_CURRENCY = f"(?:{any_of(word for word in _CURRENCIES if len(word) > 1)}{WORD_END}|[€£$])"
_ADJECTIVE = f"(?:(?:britse|engelse|amerikaanse){S})?"
_AMOUNT = f"(?:{NUMERAL}|een{WORD_END})"

_QUALIFIERS = {
    "at_least": "ruim|dik|minstens|minimaal|zeker|meer dan|ten minste|tenminste|op zijn minst|vanaf",
    "at_most": "hooguit|hoogstens|maximaal|ten hoogste|minder dan|op zijn hoogst",
    "about": "zo'n|bijna|ongeveer|circa|ca.|rond|om en nabij|een kleine|grofweg|krap|plusminus|naar schatting",
}
_QUALIFIER_OF = {phrase: name for name, group in _QUALIFIERS.items() for phrase in group.split("|")}
_QUALIFIER = re.compile(rf"(?<!\w)({any_of(_QUALIFIER_OF)}){S}(?:de{S}|het{S})?$")
_LONGEST_QUALIFIER = max(map(len, _QUALIFIER_OF)) + 5


def _money(match: Match) -> tuple[float, str] | None:
    """Amounts without a currency are tons, which only euros are counted in."""
    amount = read_numeral(match["amount"] or match["amount2"] or match["ton"])
    sign = match["sign"] or match["currency"]
    return None if amount is None else (amount, _CURRENCIES[sign] if sign else "EUR")


def _cents(match: Match) -> tuple[float, str] | None:
    whole, cents = read_numeral(match["whole"]), read_numeral(match["cents"])
    return None if whole is None or cents is None or cents >= 100 else (whole + cents / 100, _CURRENCIES[match["coin"]])


def _percentage(match: Match) -> tuple[float, str] | None:
    value = read_numeral(match["value"])
    return None if value is None else (value, "%")


def _age(match: Match) -> tuple[float, str] | None:
    value = read_numeral(match["years"] or match["years2"] or match["years3"])
    return None if value is None else (value, "years")


def _height(match: Match) -> tuple[float, str] | None:
    value = float(f"{match['metres']}.{match['parts']}") if match["metres"] else float(match["whole"]) / 100
    return (value, "m") if 1.4 <= value <= 2.3 else None


def _range(match: Match) -> tuple[float, str] | None:
    """The lower end; which it is of, the words tell."""
    low, high = read_numeral(match["low"] or match["low2"]), read_numeral(match["high"] or match["high2"])
    return (low, "") if low is not None and high is not None and low < high else None


def _ordinal(match: Match) -> tuple[float, str] | None:
    value = read_ordinal(match["rank"])
    return None if value is None else (float(value), "")


def _multiple(match: Match) -> tuple[float, str] | None:
    value = read_multiple(match["times"])
    return None if value is None else (value, "")


def _cardinal(match: Match) -> tuple[float, str] | None:
    value = read_numeral(match["number"])
    return None if value is None else (value, "")


def _found(text: str, value: float, kind: str, qualifier: str = "exact", unit: str = "") -> Example:
    return Example(text, ({"value": value, "kind": kind, "qualifier": qualifier, "unit": unit},))


#: Tried in this order at every place; what may be part of a longer expression stands below it.
NUMBER_RULES: tuple[NumberRule, ...] = (
    NumberRule(
        "money-cents",
        rf"(?P<whole>{NUMERAL}){S}(?P<coin>euro|dollar|pond){S}(?:en{S})?(?P<cents>\d\d(?!\d)|{NUMERAL})(?:{S}cent)?",
        "money",
        _cents,
        (_found("Een kaartje kost 12 euro 50.", 12.5, "money", unit="EUR"),),
    ),
    NumberRule(
        "money",
        rf"(?P<sign>{_SIGN}){S}?(?P<amount>{NUMERAL})(?:,-)?|"
        rf"(?P<amount2>{_AMOUNT}){S}?{_ADJECTIVE}(?P<currency>{_CURRENCY})|(?P<ton>{NUMERAL}(?<=ton))",
        "money",
        _money,
        (
            _found("PSV betaalde 8,5 miljoen euro voor hem.", 8_500_000, "money", unit="EUR"),
            _found("Ze vragen zo'n € 12 miljoen.", 12_000_000, "money", "about", "EUR"),
            _found("De transfersom bedraagt anderhalve ton.", 150_000, "money", unit="EUR"),
            _found("Hij kwam voor twee ton.", 200_000, "money", unit="EUR"),
            _found("De club legde ruim 40 miljoen pond neer.", 40_000_000, "money", "at_least", "GBP"),
            _found("Een boete van 150.000 euro.", 150_000, "money", unit="EUR"),
            _found("Hij kost $ 3 miljoen.", 3_000_000, "money", unit="USD"),
        ),
    ),
    NumberRule(
        "percentage",
        rf"(?P<value>{NUMERAL}){S}?(?:%|procent{WORD_END})",
        "percentage",
        _percentage,
        (_found("Ajax had 63 procent balbezit.", 63, "percentage", unit="%"),),
    ),
    NumberRule(
        "age",
        rf"(?P<years>{STEM}){S}?-?jarige?{WORD_END}(?!{S}(?:\w{{2,12}}{S})?(?:contract|verbintenis|overeenkomst|deal|huur|samenwerking))"
        rf"(?:{S}leeftijd)?|(?P<years2>{NUMERAL}){S}jaar{S}(?:oud|oude|jong|jonge){WORD_END}|"
        rf"(?<=leeftijd van )(?P<years3>{NUMERAL})(?:{S}jaar)?",
        "age",
        _age,
        (
            _found("De 23-jarige spits tekent.", 23, "age", unit="years"),
            _found("Hij debuteerde op 17-jarige leeftijd.", 17, "age", unit="years"),
            _found("De keeper is 38 jaar oud.", 38, "age", unit="years"),
            _found("De negentienjarige buitenspeler.", 19, "age", unit="years"),
            _found("Hij stierf op de leeftijd van 74 jaar.", 74, "age", unit="years"),
            Example("Hij tekent een driejarig contract.", ()),
        ),
    ),
    NumberRule(
        "height",
        rf"(?P<metres>[12])(?:[.,]|{S}meter{S})(?P<parts>\d\d)(?:{S}?m(?:eter)?{WORD_END}|(?<=meter ..))|"
        rf"(?P<whole>1[4-9]\d|2[0-2]\d){S}?(?:cm|centimeter){WORD_END}",
        "height",
        _height,
        (
            _found("De spits van 1,93 meter.", 1.93, "height", unit="m"),
            _found("Hij meet 1.85 m.", 1.85, "height", unit="m"),
            _found("De verdediger is 188 cm lang.", 1.88, "height", unit="m"),
        ),
    ),
    NumberRule(
        "multiplicative",
        f"(?P<times>{MULTIPLE})",
        "multiplicative",
        _multiple,
        (
            _found("Hij scoorde tweemaal.", 2, "multiplicative"),
            _found("Ze wonnen negentien keer.", 19, "multiplicative"),
            _found("De 53-voudig international.", 53, "multiplicative"),
            _found("Hij trof minstens drie keer doel.", 3, "multiplicative", "at_least"),
            Example("Zo is het nu eenmaal.", ()),
        ),
    ),
    NumberRule(
        "range",
        rf"(?P<low>{NUMERAL}){S}(?:à|a|tot){S}(?P<high>{NUMERAL})|(?:tussen{S}(?:de{S})?)(?P<low2>{NUMERAL}){S}en{S}(?P<high2>{NUMERAL})",
        "range",
        _range,
        (
            _found("Hij is zes à zeven weken uit de roulatie.", 6, "range", "about"),
            _found("Er waren tussen de tien en vijftien fans.", 10, "range", "about"),
        ),
    ),
    NumberRule(
        "ordinal",
        f"(?P<rank>{ORDINAL})",
        "ordinal",
        _ordinal,
        (
            _found("AZ staat op de dertiende plaats.", 13, "ordinal"),
            _found("Zijn 58ste interland.", 58, "ordinal"),
            _found("In de 67e minuut viel hij in.", 67, "ordinal"),
        ),
    ),
    NumberRule(
        "cardinal",
        f"(?P<number>{NUMERAL}|{GROUP})",
        "cardinal",
        _cardinal,
        (
            _found("Hij maakte zeventien goals.", 17, "cardinal"),
            _found("Voor 1.250 toeschouwers.", 1250, "cardinal"),
            _found("Zo'n veertig fans.", 40, "cardinal", "about"),
            _found("Hooguit twee wedstrijden.", 2, "cardinal", "at_most"),
            _found("Meer dan honderd duels.", 100, "cardinal", "at_least"),
            _found("Bijna 300 interlands.", 300, "cardinal", "about"),
            _found("Hij maakte één doelpunt.", 1, "cardinal"),
            Example("Ajax won met 2-1 van PSV.", ()),
            Example("Hij speelt in een 4-3-3.", ()),
            Example("De bondscoach van Oranje U21.", ()),
            Example("Ajax O18 verloor.", ()),
            Example("De aftrap is om 20.45 uur.", ()),
            Example("Een aanvaller van een grote club.", ()),
            Example("Rode kaart in de 67'.", ()),
            Example("Bel 020-1234567 voor kaarten.", ()),
            Example("Het werd 2–1 in Gent.", ()),
            Example("Het elftal van de bondscoach.", ()),
        ),
    ),
)


_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_BEFORE = r"(?<![\w'&])(?<![\w\d][-–/])(?<!\d[.,:])"
_AFTER = r"(?![\w'])(?![-–/]\w|[:.,]\d)"
#: What has digits and is no number: scores, formations, times, minutes of play, telephone numbers, youth teams, the
#: "04" of Schalke, fractions (for which there is no kind).
_SKIP = (
    rf"\d{{1,3}}(?:[ \u00a0]?[-–][ \u00a0]?\d{{1,3}}){{1,4}}(?!\d)|"
    rf"\d{{1,2}}[.:u]\d\d(?:{S}?(?:uur|u{WORD_END})|(?=:))|\d{{1,2}}:\d\d|"
    rf"\d{{1,2}}{S}uur{WORD_END}|\d{{1,3}}(?:\+\d{{1,2}})?(?:'|{S}?min\.)|\+?\d{{2,4}}[-/ ]\d{{6,8}}|"
    rf"onder[- ](?:1[2-9]|2[0-3])(?!\d)(?!{S}(?:punten|jaar))|nu{S}eenmaal|\d{{1,3}}\+\d{{1,2}}(?:ste|de|e)|"
    rf"0\d(?!\d)|{NUMERAL}{S}(?:derden?|vierden?|vijfden?|achtsten?|tienden?|kwart){WORD_END}"
)
_OPENING = rf"(?:[\d{re.escape('€$£')}]|{any_of((*NUMBER_WORDS, *words('tussen eur usd gbp onder nu een')))})"
_SEARCH = re.compile(
    f"{_BEFORE}(?={_OPENING})(?:(?P<skip>{_SKIP})|(?:"
    + "|".join(f"(?P<r{i}>{_NAMED_GROUP.sub('(?:', rule.pattern)})" for i, rule in enumerate(NUMBER_RULES))
    + f"){_AFTER})"
)


@cache
def _own_pattern(index: int) -> re.Pattern[str]:
    """A rule's pattern with its named groups, compiled when first needed: every worker pays for start-up."""
    return re.compile(f"(?:{NUMBER_RULES[index].pattern}){_AFTER}")


def find_numbers(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[NumberMention]:
    """The numbers of a text, in order, none overlapping another or a stretch of `taken` (dates and names).

    The value is in full units ("8,5 miljoen euro" → 8500000 EUR); of a range it is the lower end, qualifier about.
    """
    folded = fold(text)
    blocked = sorted(taken)
    found: list[NumberMention] = []
    position = 0
    while match := _SEARCH.search(folded, position):
        position = match.end()
        if match.lastgroup == "skip":
            continue
        while blocked and blocked[0][1] <= match.start():
            blocked.pop(0)
        if blocked and blocked[0][0] < match.end():
            position = max(blocked[0][1], match.start() + 1)
            continue
        index = int((match.lastgroup or "")[1:])
        rule, own = NUMBER_RULES[index], _own_pattern(index).match(folded, match.start())
        answer = rule.read(own) if own else None
        if answer is not None:
            qualifier = "about" if rule.kind == "range" else _qualifier(folded, match.start())
            found.append(NumberMention(match.start(), match.end(), rule.kind, answer[0], qualifier, answer[1]))
    return found


def _qualifier(text: str, start: int) -> str:
    before = _QUALIFIER.search(text, max(0, start - _LONGEST_QUALIFIER), start)
    return _QUALIFIER_OF[" ".join(before[1].split())] if before else "exact"


class NumberPipe:
    """Sets `doc._.numbers` (a list of NumberMention), clear of dates and of names.

    Names are `doc._.mentions`; in a pipeline without our entities, `doc.ents`.
    """

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        names = [(name.start, name.end) for name in mentions_of(doc) if name.form == "name"]
        taken = names or [(entity.start_char, entity.end_char) for entity in doc.ents]
        doc._.numbers = find_numbers(doc.text, [*((date.start, date.end) for date in dates_of(doc)), *taken])
        return doc


@Language.factory("voetbal_numbers")
def make_numbers(nlp: Language, name: str) -> NumberPipe:
    """The pipe, to stand behind `voetbal_dates` and whatever finds names."""
    return NumberPipe()
