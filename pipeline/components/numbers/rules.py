"""The ways Dutch says how many, how much and which: one NumberRule each, tried in this order where a lexeme stands.

Patterns are for the skeleton of a text, in which every numeral is a capital (see lexemes). What can be part of a
longer expression stands below it; the last rule of each sign takes the numeral by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.components.numbers.lexemes import Lexeme
from pipeline.components.numbers.units import AGE_UNITS, COIN, COINS, CURRENCIES, CURRENCY, SIGNS
from pipeline.dutch.numerals import BUNDLES, MAGNITUDES, read_ordinal
from pipeline.dutch.patterns import SPACE as S
from pipeline.dutch.patterns import WORD_END, any_of


class Reading(NamedTuple):
    """What an expression is worth; `kind` overrules the rule's."""

    value: float
    unit: str = ""
    kind: str = ""


class Found(NamedTuple):
    """A match in the skeleton and the numerals in it, in order."""

    match: re.Match[str]
    lexemes: list[Lexeme]

    def value(self, index: int) -> float:
        return self.lexemes[index].value

    @property
    def words(self) -> str:
        """The match with its numerals written out."""
        parts, done = [], self.match.start()
        for lexeme in self.lexemes:
            parts += [self.match.string[done : lexeme.at], lexeme.words]
            done = lexeme.at + 1
        return "".join([*parts, self.match.string[done : self.match.end()]])


class NumberRule(NamedTuple):
    """A pattern for the skeleton, the sign or word it begins with, and how its value is read."""

    name: str
    opening: str  # capitals, or the words that open it
    pattern: str
    kind: str  # empty: these words are no number
    read: Callable[[Found], Reading | None]
    before: str = ""  # pattern of what must stand right before


_LAST = rf"(?!{S}?\w)"
_CLAUSE_END = rf"(?=\W*$|[^\w ]|{S}(?:en|maar|of|als|toen|wanneer|geworden){WORD_END})"
_COMPARED = ("jonger dan ", "ouder dan ")
_ENDING = re.compile(_CLAUSE_END)
_ALONE = r"(?:^|\n)\W?$"
_LINE_END = r"(?=[.!?]?[ ]?(?:$|\n))"
#: Nouns behind "derde" that make it a rank: "twee derde plaatsen".
_RANKED = (
    r"(?:\w*(?:plaats|plek|prij[sz]|finale|ronde|klass|divisie|set|helft|wedstrijd|doelpunt|goal|treffer|duel|keeper|"
    r"doelm|spits|titel|keus|keuze|kans|beurt|seizoen|nederlaag|zege|kwart|minuut|speler|trainer|keer|maal|man|jaar)\w*)"
)
_OF = rf"(?={S}(?:van{S}(?:de|het|'t|zijn|haar|hun|alle|al|onze|die|dat|dit|deze|een|N)|deel){WORD_END})"
_PART_OF = rf"(?!{S}{_RANKED})"
_DIGITS = re.compile(r"\d[\d.,\s]*")


def _nothing(found: Found) -> Reading | None:
    return Reading(0)


def _plain(found: Found) -> Reading | None:
    return Reading(found.value(0))


# --- money ----------------------------------------------------------------------------------------


def _signed_money(found: Found) -> Reading | None:
    """ "€ 12 miljoen", "usd$ 15", "€ -12"."""
    amount = found.value(1)
    return Reading(-amount if "-N" in found.match[0] else amount, SIGNS[found.lexemes[0].words])


def _money(found: Found) -> Reading | None:
    return Reading(found.value(0), CURRENCIES[" ".join(found.match["currency"].split())])


def _money_in_two(found: Found) -> Reading | None:
    """ "12 euro 50", "dertien euro en vijfenveertig cent"."""
    cents = found.lexemes[1]
    if not 0 < cents.value < 100 or cents.value % 1 or len(cents.words) == 1:
        return None
    return Reading(round(found.value(0) + cents.value / 100, 2), CURRENCIES[" ".join(found.match["currency"].split())])


def _coins(found: Found) -> Reading | None:
    worth, currency = COINS[found.match["coin"]]
    return Reading(round((found.value(0) if found.lexemes else 1) * worth, 2), currency)


def _one_coin(found: Found) -> Reading | None:
    return Reading(1, CURRENCIES[" ".join(found.match["currency"].split())])


def _tons(found: Found) -> Reading | None:
    """Amounts without a currency are tons, which only euros are counted in; other tons weigh a thousand kilos."""
    lexeme = found.lexemes[0]
    around = found.match.string[max(0, lexeme.at - 15) : lexeme.at + 20]
    weighs = re.search(r"\b(?:kg|kilo|weegt|wegen|zwaar|zand|staal)\b", around)
    return Reading(lexeme.value, "EUR") if lexeme.words.endswith(" ton") and not weighs else None


_CLUB_LETTERS = re.compile(rf"(?<!\w)(?:tsv|tsg|vf[bl]|fsv|ssv|s[cv]|fc|afc|rc|bv){S}$")


def _club_year(found: Found) -> Reading | None:
    """ "TSV 1860", "FC 07": the year in a club's name."""
    if not re.fullmatch(r"\d\d|1[89]\d\d", found.lexemes[0].words):
        return None
    at = found.match.start()
    return Reading(0) if _CLUB_LETTERS.search(found.match.string, max(0, at - 5), at) else None


# --- measures -------------------------------------------------------------------------------------


def _percentage(found: Found) -> Reading | None:
    return Reading(found.value(0), "%")


def _age(found: Found) -> Reading | None:
    return Reading(found.value(0), AGE_UNITS[found.match["unit"] or "jaar"])


def _grown_age(found: Found) -> Reading | None:
    """ "is 29 jaar": fewer years are a length of something."""
    reading = _age(found)
    return reading if reading and (reading.unit != "years" or reading.value >= 12) else None


def _told_age(found: Found) -> Reading | None:
    """ "toen hij achttien was", "toen de baby tien maanden was"."""
    return _age(found) if found.match["unit"] else _adult(found)


def _adult(found: Found) -> Reading | None:
    return Reading(found.value(0), "years") if 10 <= found.value(0) <= 60 else None


def _bare_age(found: Found) -> Reading | None:
    """ "op een leeftijd van 23", and "jonger dan dertig" where no noun follows that is counted."""
    text, at = found.match.string, found.match.start()
    if text.endswith(_COMPARED, 0, at) and not _ENDING.match(text, at + 1):
        return None
    return _adult(found) if text.endswith((*_COMPARED, "leeftijd van "), 0, at) else None


def _years(found: Found) -> Reading | None:
    return Reading(found.value(0), "years")


def _height(found: Found) -> Reading | None:
    """Only what people measure: other lengths are no heights."""
    words = found.words
    if "cm" in words or "centimeter" in words:
        metres = found.value(0) / 100
    elif len(found.lexemes) > 1:
        metres = found.value(0) + found.value(1) / 100
    elif re.match(r"\d[.,]\d\d", words):
        metres = float(words[:4].replace(",", "."))
    else:
        return None
    return Reading(round(metres, 2), "m") if 1.4 <= metres <= 2.3 else None


# --- several numbers ------------------------------------------------------------------------------


def _range(found: Found) -> Reading | None:
    """The lower end, in the unit and the magnitude that stand behind the higher one."""
    first, last = found.lexemes
    low, high = first.value, last.value
    magnitude = last.words.rpartition(" ")[2]
    if magnitude in MAGNITUDES and first.words.rpartition(" ")[2] not in MAGNITUDES:
        low *= MAGNITUDES[magnitude]
    years = first.words.isdigit() and last.words.isdigit() and low >= 1900 and high <= 2100
    if low >= high or years or (found.match["or"] and high != low + 1):
        return None
    unit = " ".join((found.match["unit"] or "").split())
    return Reading(low, "%" if unit in ("%", "procent") else CURRENCIES.get(unit, AGE_UNITS.get(unit[:4], "")))


def _joined_ordinal(found: Found) -> Reading | None:
    value = read_ordinal(found.words)
    return None if value is None else Reading(float(value))


def _whole(lexeme: Lexeme, part: float) -> float:
    """A number with a part behind it; behind a magnitude the part is of that: "vijf miljard en driekwart"."""
    magnitude = MAGNITUDES.get(lexeme.words.rpartition(" ")[2], 1.0)
    return lexeme.value + part * magnitude


def _fraction(found: Found) -> Reading | None:
    """ "twee derde", "een achtste", "drie en een kwart", "honderddrie en twee derde"."""
    numbers = [lexeme for lexeme in found.lexemes if lexeme.sign == "N"]
    ranks = [lexeme for lexeme in found.lexemes if lexeme.sign in "RP"]
    below = ranks[0].value if ranks else 4.0 if "kwart" in found.match[0] else 2.0
    if found.match.string[max(0, found.match.start() - 2) : found.match.start()] in ("R ", "L "):
        return None  # "de eerste twee derde plaatsen"
    if below < (2 if not ranks else 3) or any(_DIGITS.match(rank.words) for rank in ranks):
        return None
    above = numbers[-1] if found.match["above"] == "N" else None
    if above is not None and ((_DIGITS.match(above.words) and not found.match["of"]) or above.value % 1):
        return None
    parts = 3.0 if "driekwart" in found.match[0] else above.value if above else 1.0
    whole = numbers[0] if found.match["whole"] else None
    if whole is None:
        return Reading(parts / below)
    return Reading(_whole(whole, parts / below), kind="cardinal") if parts < below or whole.value % 10 == 0 else None


def _share(found: Found) -> Reading | None:
    """ "een op de drie", "1 van de 3"."""
    first, *rest = found.lexemes
    above, below = (first.value, rest[0].value) if rest else (1.0, first.value)
    return Reading(above / below) if 0 < above < below else None


def _sum(found: Found) -> Reading | None:
    """ "driehonderd en twee dozijn"."""
    first, last = found.lexemes
    fits = first.words.endswith("honderd") and last.words.rpartition(" ")[2] in BUNDLES
    return Reading(first.value + last.value) if fits else None


def _decimals(found: Found) -> Reading | None:
    """ "vijf komma vijf"."""
    first, last = found.lexemes
    whole = first.value % 1 == 0 and last.value % 1 == 0
    return Reading(float(f"{first.value:.0f}.{last.value:.0f}")) if whole else None


def _negative(found: Found) -> Reading | None:
    return Reading(-found.value(0))


def _mixed(found: Found) -> Reading | None:
    return Reading(found.value(0), kind="fraction" if abs(found.value(0)) < 1 else "cardinal")


def _one_and_a_part(found: Found) -> Reading | None:
    """ "een en een vierde"."""
    part = found.match["part"]
    below = found.value(0) if part == "R" else 4.0 if part == "kwart" else 2.0
    return Reading(1 + 1 / below) if below >= 2 else None


_BELOW = rf"(?:[RP]{_PART_OF}|kwart(?:en)?{WORD_END}(?!{S}(?:voor|over){S}))"
_ONLY = f"(?:(?:pas|nu|al|nog|maar|net|inmiddels|intussen|slechts){S}){{0,2}}"
_IS = rf"(?<!\w)(?:is|was|wordt|werd|ben|bent|zijn|waren|nu){S}{_ONLY}$"
_SUPERLATIVE = rf"[- ]na[- ](?:best|\w{{2,20}}st|meest|minst)\w{{0,3}}{WORD_END}"
_UNIT = rf"(?P<unit>{any_of(AGE_UNITS)}){WORD_END}"
_MONEY = rf"{S}?(?P<currency>{CURRENCY})"
_RANGE_UNIT = rf"(?:{S}?(?P<unit>{CURRENCY}|%|procent{WORD_END}|jaar(?={S}oud)))?"

NUMBER_RULES: tuple[NumberRule, ...] = (
    NumberRule("sign-and-amount", "C", f"C{S}?-?N", "money", _signed_money),
    NumberRule(
        "amount-and-cents",
        "N",
        rf"N{_MONEY}(?:{S}en{S}N(?:{S}(?:euro)?cent{WORD_END}|{_LAST})|{S}N(?:{S}(?:euro)?cent{WORD_END})?)",
        "money",
        _money_in_two,
    ),
    NumberRule("amount", "N", rf"N(?:\.(?={S}euro))?{_MONEY}", "money", _money),
    NumberRule("coins", "N", rf"N{S}(?P<coin>{COIN})", "money", _coins),
    NumberRule("coin", "een", rf"een{S}(?P<coin>{COIN})", "money", _coins),
    NumberRule("one-of-a-currency", "een", rf"een{_MONEY}", "money", _one_coin),
    NumberRule("hours", "N", rf"N{S}(?:uur|u){WORD_END}", "", _nothing),
    NumberRule("clock", "kwart", rf"kwart{S}(?:voor|over){S}N", "", _nothing),
    NumberRule("clock", "N", rf"N{S}(?:voor|over){S}half{S}N", "", _nothing),
    NumberRule("half-hour", "half", rf"half{S}N{WORD_END}", "", _nothing),
    NumberRule("percentage", "N", rf"N{S}?(?:%|procent{WORD_END})", "percentage", _percentage),
    NumberRule("age-adjective", "A", rf"A(?:{S}leeftijd{WORD_END})?", "age", _years),
    NumberRule("age-adjective", "N", rf"N{S}jarige?{WORD_END}(?:{S}leeftijd{WORD_END})?", "age", _years),
    NumberRule("age-old", "N", rf"N{S}{_UNIT}{S}(?:oude?|jonge?){WORD_END}", "age", _age),
    NumberRule("age-compared", "N", rf"N{S}{_UNIT}", "age", _age, rf"(?:leeftijd{S}van|jonger{S}dan|ouder{S}dan){S}$"),
    NumberRule("age-bare", "N", "N", "age", _bare_age),
    NumberRule("age-is", "N", rf"N{S}{_UNIT}{_CLAUSE_END}", "age", _grown_age, _IS),
    NumberRule(
        "age-when",
        "N",
        rf"N(?:{S}{_UNIT})?(?={S}(?:oud{S})?(?:was|werd|is|wordt){WORD_END})",
        "age",
        _told_age,
        rf"(?<!\w)(?:toen|sinds|voordat|nadat|omdat|dat){S}(?:hij|ze|zij|ik|de{S}\w{{2,20}}){S}(?:(?:pas|net|nog|al|maar){S}){{0,2}}$",
    ),
    NumberRule("age-of-things", "N", rf"N{S}{_UNIT}(?={S}(?:is|was){S}(?:\w{{2,12}}{S})?oud{WORD_END})", "age", _age),
    NumberRule(
        "height", "N", rf"N{S}?(?:m|meter){WORD_END}(?:{S}N)?|N{S}?(?:cm|centimeter){WORD_END}", "height", _height
    ),
    NumberRule("times", "N", rf"N{S}?(?:maal|keer|x){WORD_END}", "multiplicative", _plain),
    NumberRule("times-word", "M", "M", "multiplicative", _plain),
    NumberRule("range", "N", rf"N-?{S}(?:à|a|tot(?:{S}en{S}met)?|(?P<or>of)){S}N{_RANGE_UNIT}", "range", _range),
    NumberRule(
        "range-between", "tussen", rf"tussen{S}(?:de{S})?N{S}en(?P<or>){S}(?:de{S})?N{_RANGE_UNIT}", "range", _range
    ),
    NumberRule("club-year", "N", "N", "", _club_year),
    NumberRule("ton", "N", "N", "money", _tons),
    NumberRule("superlative", "N", f"N{_SUPERLATIVE}", "", _nothing),
    NumberRule("superlative", "op een één", rf"(?:op[- ])?(?:een|één){_SUPERLATIVE}", "", _nothing),
    NumberRule("joined-ordinal", "N", rf"N{S}(?:en{S})?R", "ordinal", _joined_ordinal),
    NumberRule(
        "mixed-fraction",
        "N",
        rf"(?P<whole>N){S}(?:(?:en{S})?(?P<above>N){S}{_BELOW}|en{S}een{S}(?:{_BELOW}|hal(?:f|ve){WORD_END})|(?:en{S})?driekwart{WORD_END})(?P<of>)",
        "cardinal",
        _fraction,
    ),
    NumberRule(
        "mixed-fraction-alone",
        "N",
        rf"(?P<whole>N){S}een{S}(?P<above>)(?P<of>)[RP]{_LINE_END}",
        "cardinal",
        _fraction,
        _ALONE,
    ),
    NumberRule(
        "fraction", "N", rf"(?P<whole>)(?P<above>N)(?:{S}|{S}?/{S}?){_BELOW}(?P<of>{_OF})?", "fraction", _fraction
    ),
    NumberRule(
        "fraction-one",
        "een",
        rf"(?P<whole>)(?P<above>)(?P<of>)een{S}(?:hal(?:f|ve){WORD_END}(?!{S}finale)|kwart{WORD_END}(?!{S}(?:voor|over){S})|[RP]{_OF})",
        "fraction",
        _fraction,
    ),
    NumberRule(
        "fraction-alone",
        "een",
        rf"(?P<whole>)(?P<above>)(?P<of>)een{S}?-?{S}?[RP]{_LINE_END}",
        "fraction",
        _fraction,
        _ALONE,
    ),
    NumberRule(
        "one-and-a-part",
        "een",
        rf"een{S}en{S}een{S}(?P<part>R|kwart|hal(?:f|ve)){WORD_END}",
        "cardinal",
        _one_and_a_part,
    ),
    NumberRule("three-quarters", "driekwart", "(?P<whole>)(?P<above>)(?P<of>)driekwart", "fraction", _fraction),
    NumberRule("share", "N een", rf"(?:N|een){S}op{S}de{S}N", "fraction", _share),
    NumberRule("share-of", "N een", rf"(?:N|een){S}van{S}de{S}N{_LAST}", "fraction", _share),
    NumberRule("share-alone", "N een", rf"(?:N|een){S}uit{S}(?:de{S})?N{_LINE_END}", "fraction", _share, _ALONE),
    NumberRule("sum", "N", rf"N{S}en{S}N", "cardinal", _sum),
    NumberRule("decimals", "N", rf"N{S}komma{S}N", "cardinal", _decimals),
    NumberRule("slashed", "V", "V", "fraction", _mixed),
    NumberRule("negative", "minus", rf"-[NV]{_LINE_END}", "cardinal", _negative, _ALONE),
    NumberRule("negative", "minus", "-N", "cardinal", _negative, rf"(?:saldo|saldo{S}van|saldo{S}is){S}$"),
    NumberRule("rank-from-end", "L", "L", "rank_from_end", _plain),
    NumberRule("firstly", "R", "R", "", _nothing, rf"(?<!\w)ten{S}$"),
    NumberRule("ordinal", "R", "R", "ordinal", _plain),
    NumberRule("cardinal", "N", "N", "cardinal", _plain),
)
