"""The words and digits that number expressions are made of, found in one pass through a text.

Each becomes one capital letter in a skeleton of the text. Folded text has no capitals, so rules can be written as
plain patterns in which `N` is any cardinal. Openers stay words; they only mark where a rule may begin.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.components.numbers.units import COINS, CURRENCIES, SIGN
from pipeline.dutch.numerals import (
    GROUP,
    LOOSE,
    MAGNITUDES,
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
from pipeline.dutch.patterns import WORD_END, any_of, compiled, words


class Lexeme(NamedTuple):
    """One numeral, or a word that may open an expression."""

    start: int  # characters in the text
    end: int
    at: int  # where it stands in the skeleton
    sign: str  # a capital of the skeleton, or OPENER
    value: float  # 0 where there is none
    words: str  # folded


class Lexemes(NamedTuple):
    """The lexemes of a text and its skeleton."""

    skeleton: str
    found: list[Lexeme]


#: N cardinal ("drie miljoen", "een drietal") · R ordinal · P plural ordinal ("achtsten") · V "3/4", "½" · L counted
#: from the end ("voorlaatste") · A "23-jarige" · M "tweemaal" · C sign of a currency
OPENER = "o"

#: The character before is matched too: a pattern that begins with a set of characters is searched fastest.
_BEFORE = r"[^\w'&](?<!\w[-–/])(?<!\d[.,:])"
_AFTER = r"(?![\w'])(?![-–/]\w|[:.,]\d)"

_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅙": 1 / 6, "⅛": 1 / 8}
_PARTS_OF_ONE = ("derde", "vierde", "vijfde", "zesde", "achtste", "tiende")
_SLASHED = r"(?:\d{1,3} {1,2})?[1-7]/(?:[23458]|10)(?![\w/])(?!,\d)"
_HYPHENED = rf"een-{any_of(_PARTS_OF_ONE)}(?![\w-])"
_FRACTION = re.compile(rf"(?:(\d{{1,3}}) *)?(?:(\d)/(\d+)|([{''.join(_VULGAR)}]))")

#: What has digits and is no number: scores, formations, times, minutes of play, telephone numbers, the "04" of
#: Schalke, rounds of a cup.
_SKIP_DIGITS = (
    rf"\d{{1,3}}(?:[ \u00a0]?[-–][ \u00a0]?\d{{1,3}}){{1,4}}(?!\d)|"
    rf"\d{{1,2}}[.:u]\d\d(?:{S}?(?:uur|u{WORD_END})|(?=:))|\d{{1,2}}:\d\d|"
    rf"\d{{1,3}}(?:\+\d{{1,2}})?(?:'|{S}?min\.)|\+?\d{{2,4}}[-/ ]\d{{6,8}}|\d{{1,3}}\+\d{{1,2}}-?(?:ste|de|e)|"
    rf"0\d(?!\d)|[1-9]/(?:[248]|16|32){S}?finales?"
)
#: Words that look like numerals and are none: youth teams, "acht" and "vier" as verbs, a team called "de elf",
#: duels of one against one.
_ONE = any_of(("een", "één", "eén"))
_SKIP_WORDS = (
    rf"onder[- ](?:1[2-9]|2[0-3])(?!\d)(?!{S}(?:punten|jaar))|nu{S}eenmaal|"
    rf"vierde(?={S}(?:zijn|haar|hun|feest|uitbundig|mee){WORD_END})|"
    rf"(?:acht|vier){S}(?:het|zich|hem|dat|dit|je){WORD_END}|acht{S}(?:de{S}kans|haar|men|ik|hij|zij|ze){WORD_END}|"
    rf"(?:(?<=\bin )|(?<=\bbuiten )|(?<=\bgeen ))acht(?={S}(?:te{S})?(?:ne?em|nam|genom|l[ai]|gelat|sl|gesla))|"
    rf"(?:(?<=\bik )|(?<=\bwe ))vier{WORD_END}|"
    rf"(?:(?<=\bde )|(?<=\bzijn )|(?<=\bhun ))elf{WORD_END}(?={S}(?:van|die|in|uit){WORD_END}|[.,])|"
    rf"{_ONE}(?:[ -]op[ -]|{S}tegen{S}){_ONE}{WORD_END}"
)
_FROM_END = (
    rf"(?:op[- ])?(?=[^\s-]{{3,30}}[- ]na[- ])(?:{_ONE}|{LOOSE})[- ]na[- ]laatste|{_ONE}{S}voor{S}de{S}laatste|"
    rf"voor-?laatste|(?:aller)?laatste(?!{S}(?:nieuws|nieuwtjes|tijd|stand|moment))"
)
_OPENERS = rf"tussen|driekwart|half|kwart|op[- ]{_ONE}[- ]na[- ]|een|één"
_AMOUNT_NEXT = rf"(?={S}?-?(?:\d|{any_of(NUMBER_WORDS)}|een{S}))"
_CONTRACT = "(?:contract|verbintenis|overeenkomst|deal|huur|samenwerking|bestaan|jubileum|traditie|schorsing)"
_MAGNITUDE_RANKS = words("miljoenste miljardste biljoenste")
#: Words that make a number of the "een" before them.
_AFTER_ONE = any_of(
    (
        *(*NUMBER_WORDS, *MAGNITUDES, *COINS, *(word for word in CURRENCIES if word.isalpha())),
        *("kwart", "op", "van de", "uit", "en een", "voor de laatste", "tegen één", "tegen een", "na"),
        *_MAGNITUDE_RANKS,
    )
)
_OTHER_OPENINGS = words("één eén kwart laatste allerlaatste voorlaatste voor-laatste tussen")
#: What a lexeme begins with: most words of a text are none of these.
_OPENING = (
    rf"(?:een(?:[- ](?:[-/]{S})?{_AFTER_ONE}|\w)|{any_of(word for word in NUMBER_WORDS if word != 'een')}|"
    rf"op[- ]\w{{3,20}}[- ]na[- ]|{any_of(_OTHER_OPENINGS)}|"
    rf"onder[- ]\d|nu{S}eenm|{any_of(_MAGNITUDE_RANKS)}|{SIGN})"
)
_LEXEME = (
    rf"{_BEFORE}(?:"
    rf"(?=[\d{''.join(_VULGAR)}])(?:(?P<skip>{_SKIP_DIGITS})|(?P<V>{_SLASHED}|\d{{0,3}}[{''.join(_VULGAR)}]))|"
    rf"(?P<C>[€£$]){_AMOUNT_NEXT}|(?P<opener2>-(?=\d))|(?P<N>,\d{{1,9}}{WORD_END})|"
    rf"(?=\d|{_OPENING})(?:(?P<skip2>{_SKIP_WORDS})|"
    rf"(?P<N3>[12]\.\d\d(?={S}?m(?:eter)?{WORD_END})|\d{{1,9}}(?=元))|(?P<V2>{_HYPHENED})|"
    rf"(?:(?P<L>{_FROM_END})|(?P<N2>{NUMERAL}|{GROUP})|(?P<R>{ORDINAL})|"
    rf"(?P<M>{MULTIPLE})|(?P<P>{ORDINAL.removesuffix(WORD_END)}n)){_AFTER}|"
    rf"(?P<A>{STEM}-?jarige?){WORD_END}(?!{S}(?:\w{{2,12}}{S})?{_CONTRACT})|"
    rf"(?P<C2>{SIGN}){_AMOUNT_NEXT}|(?P<opener>{_OPENERS})))"
)
_STEM_END = re.compile("-?jarige?$")
_BEFORE_LAST = re.compile(r"(?:op[- ])?(.+?)[- ]na[- ]")


def find_lexemes(text: str, taken: Sequence[tuple[int, int]]) -> Lexemes:
    """The lexemes of a folded text outside the stretches of `taken`, which are in order."""
    found: list[Lexeme] = []
    parts: list[str] = []
    ends = [end for _, end in taken]
    padded = f" {text}"
    length = done = position = 0
    while match := compiled(_LEXEME).search(padded, position):
        start, name = match.start(), match.lastgroup or ""
        position = match.end() - 1
        if name.startswith("skip"):
            continue
        index = bisect_right(ends, start)
        if index < len(taken) and taken[index][0] < position:
            position = max(taken[index][0], start + 1)
            continue
        words = text[start:position]
        if name.startswith("opener"):
            found.append(Lexeme(start, position, length + start - done, OPENER, 0.0, words))
            continue
        value = _READERS[name[0]](words)
        if value is None:
            continue
        length += start - done
        found.append(Lexeme(start, position, length, name[0], value, words))
        parts += [text[done:start], name[0]]
        length, done = length + 1, position
    return Lexemes("".join([*parts, text[done:]]), found)


def _cardinal(words: str) -> float | None:
    return read_numeral("0" + words if words.startswith(",") else words)


def _plural(words: str) -> float | None:
    return read_ordinal(words.removesuffix("n"))


def _stem(words: str) -> float | None:
    return read_numeral(_STEM_END.sub("", words))


def _fraction(words: str) -> float | None:
    if words.startswith("een-"):
        return 1 / (read_ordinal(words[4:]) or 1)
    form = _FRACTION.fullmatch(words)
    if form is None:
        return None
    part = _VULGAR[form[4]] if form[4] else int(form[2]) / int(form[3])
    return float(form[1] or 0) + part if part < 1 else None


def _from_end(words: str) -> float | None:
    """1 for the last, 2 for the last but one."""
    if (words.endswith("rlaatste") and "voor" in words) or " voor " in words or words == "voor-laatste":
        return 2.0
    count = _BEFORE_LAST.match(words)
    if count is None:
        return 1.0
    steps = read_numeral(count[1])
    return None if steps is None else steps + 1


_READERS: dict[str, Callable[[str], float | None]] = {
    "N": _cardinal,
    "R": read_ordinal,
    "P": _plural,
    "V": _fraction,
    "L": _from_end,
    "A": _stem,
    "M": read_multiple,
    "C": lambda _: 0.0,
}
