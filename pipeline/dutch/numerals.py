"""Dutch numerals in words and digits: what they look like in running text, and what they are worth.

NUMERAL, GROUP, ORDINAL and MULTIPLE are sources of regular expressions for folded text (lower case,
without diaereses: `patterns.fold`); they hold no capturing groups and begin and end at a word's edge.
"een" is no NUMERAL, since it is an article more often than not; "één" is, and so is "een miljoen".
Spelling follows the Woordenlijst and Onze Taal's advice on writing numbers in full.
"""

from __future__ import annotations

import re

from pipeline.dutch.patterns import SPACE, WORD_END, WORD_START, any_of, compiled, fold, words

UNITS = {word: value for value, word in enumerate(words("een twee drie vier vijf zes zeven acht negen"), start=1)} | {
    "één": 1,
    "eén": 1,
}
TEENS = {
    word: value
    for value, word in enumerate(
        words("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"), start=10
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), words("twintig dertig veertig vijftig zestig zeventig tachtig negentig"), strict=True
    )
}
#: Words that stand for a number of things in trade.
BUNDLES = {"dozijn": 12.0, "dozijnen": 12.0, "gros": 144.0}
#: Words that multiply what stands before them. "ton" is a hundred thousand (of money).
MAGNITUDES = {
    "miljoen": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "miljard": 1e9,
    "mld": 1e9,
    "biljoen": 1e12,
    "ton": 1e5,
    **BUNDLES,
}

#: An ordinal's last part and the cardinal it stands for: what goes before it is the same in both.
ORDINAL_ENDS = {
    **{f"{word}de": word for word in {**UNITS, **TEENS} if word not in ("een", "één", "eén", "drie", "acht")},
    **{f"{word}ste": word for word in (*TENS, "honderd", "duizend", "acht", "miljoen", "miljard", "biljoen")},
    "nulde": "nul",
    "eerste": "een",
    "eende": "een",
    "derde": "drie",
}

#: The words and parts of words that a numeral, ordinal or multiple can begin with.
NUMBER_WORDS = (*UNITS, *TEENS, *TENS, *ORDINAL_ENDS, "honderd", "duizend", "anderhal", "half", "halve", "nul")

_AND = "en"  # also "ën", which folding makes the same
_UNIT = any_of(UNITS)
_UNDER_100 = f"(?:{any_of(TEENS)}|{any_of(TENS)}|{_UNIT}(?:{_AND}{any_of(TENS)})?)"
_REST = f"(?:{_AND})?{_UNDER_100}"
_UNDER_1000 = f"(?:{_UNDER_100}?honderd(?:{_REST}|{SPACE}en{SPACE}{_UNDER_100})?|{_UNDER_100})"
_GAP = f"(?:{SPACE}(?:en{SPACE})?)"
_AFTER_THOUSAND = f"(?:(?:{_AND}|{_GAP})?{_UNDER_1000})?"
_WORDS = f"(?:nul|{_UNDER_1000}(?:{SPACE}?duizend{_AFTER_THOUSAND})?|duizend{_AFTER_THOUSAND})"
_DIGITS = (
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?:,\d{1,9})?(?!\d)|"
    r"(?:\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,9})?|\d{1,15}(?:,\d{1,9})?)(?!\d))"
)
_PART = any_of((*UNITS, *TEENS, *TENS, "honderd", "duizend", "nul"))
#: The parts of number words in any order. Expressions for text are small that way; `read_numeral` is the one that
#: knows which orders make a number, so "zesdrie" is found and then declined.
LOOSE = f"{_PART}(?:(?:{_AND})?{_PART}){{0,9}}"
_ORDINAL_END = any_of(ORDINAL_ENDS)
#: "honderd en twee", but not "honderd en tweehonderd", "honderd en twee dozijn" or "honderd en twee derde".
_NO_COUNT = rf"(?!{SPACE}(?:{any_of(BUNDLES)}|\w{{0,20}}?{_ORDINAL_END}n?{WORD_END}))"
_AND_MORE = f"(?<=honderd){SPACE}en{SPACE}{_UNDER_100}{WORD_END}{_NO_COUNT}"
_LOOSE_WORDS = f"{LOOSE}(?:{SPACE}duizend{WORD_END})?(?:(?<=duizend){_GAP}{LOOSE}{WORD_END}|{_AND_MORE})?"
_HALF = "hal(?:f|ve)"
_HALVES = f"(?:ander{_HALF}|{LOOSE}(?:en|{SPACE}en{SPACE})(?:een{SPACE}?)?{_HALF})"
_MAGNITUDE = any_of(word for word in MAGNITUDES if word not in BUNDLES)
#: A point for the decimals is English, but stands so often before "miljoen" that it is read there.
_POINTED = rf"\d{{1,4}}\.\d{{1,2}}(?={SPACE}{_MAGNITUDE})"
_SIMPLE = f"(?:{_POINTED}|{_DIGITS}|{_HALVES}|{_LOOSE_WORDS}){WORD_END}"
#: "drie miljoen en een half", where no word follows that the half could be of
_AND_A_HALF = rf"{SPACE}en{SPACE}een{SPACE}{_HALF}{WORD_END}(?!{SPACE}\w)"
_SMALLER = f"(?:{LOOSE}|(?:een{SPACE})?{_HALF}){SPACE}{_MAGNITUDE}"
_TAIL = rf"(?:{_GAP}(?:{_SMALLER}|(?=\w{{0,30}}(?:honderd|duizend)){_LOOSE_WORDS}){WORD_END}){{0,2}}"
_BIG = f"{SPACE}(?:{any_of(BUNDLES)}|{_MAGNITUDE}{WORD_END}(?:{_AND_A_HALF}|{_TAIL}))"
_ARTICLE = f"een{WORD_END}"
NUMERAL = f"{WORD_START}(?:(?:een{SPACE})?{_HALF}{_BIG}|een{_BIG}|(?!{_ARTICLE}){_SIMPLE}(?:{_BIG})?){WORD_END}"
#: A numeral as the first part of a longer word: "drie" in "driejarig".
STEM = f"{WORD_START}(?:{_HALVES}|{LOOSE}|{_DIGITS})"
#: Three of them: "een drietal", "een twintigtal". A team is an "elftal", which is no number.
GROUP = f"{WORD_START}(?:een{SPACE})?(?!elftal){LOOSE}tal{WORD_END}"
_ORDINAL_WORD = f"(?:{LOOSE}(?<=duizend){_GAP})?(?:{LOOSE}(?:{_AND})?)?{_ORDINAL_END}"
ORDINAL = rf"{WORD_START}(?:\d{{1,4}}-?(?:ste|de|e)|{_ORDINAL_WORD}){WORD_END}"
#: How often: "tweemaal", "drie keer", "2x", "53-voudig".
MULTIPLE = rf"{WORD_START}(?:(?:{LOOSE}|\d{{1,4}})(?:{SPACE}?(?:maal|keer)|-?voudige?)|\d{{1,3}}{SPACE}?x){WORD_END}"

_CARDINAL_FORM = _WORDS
_MORPHEME = any_of([*UNITS, *TEENS, *TENS, "honderd", "duizend", "nul"])
_HALF_FORM = rf"(?:(.+?)(?:en|{SPACE}en{SPACE})(?:een{SPACE}?)?|ander|een{SPACE})?hal(?:f|ve)"
_PARTS = rf"(.+?){SPACE}({any_of(MAGNITUDES)})(?:(?:{_GAP})(.+))?"
_GROUP_FORM = rf"(?:een{SPACE})?(.+)tal"
_DIGIT_FORM = r"\d[\d.,\s]*"
_ORDINAL_DIGITS = r"(\d{1,4})-?(?:ste|de|e)"
_ORDINAL_FORM = rf"(.*?)({_ORDINAL_END})"
#: Longer than any number has words; time would grow with its square.
_LONGEST = 250
_MULTIPLE_FORM = rf"(.+?)(?:{SPACE}?(?:maal|keer|x)|-?voudige?)"


def read_numeral(words: str) -> float | None:
    """The value of a numeral in words or digits, or None if it is none: "drieëntwintig" → 23.

    Takes thousands with points ("1.250"), decimals with a comma ("3,5 miljoen"), halves ("tweeënhalf"),
    magnitudes ("twee ton" → 200000) and groups ("een drietal"). "een" is 1 here: ask only for numerals.
    """
    if len(words) > _LONGEST:
        return None
    text = fold(words).strip()
    if parts := compiled(_PARTS).fullmatch(text):
        count, rest = read_numeral(parts[1]), read_numeral(parts[3]) if parts[3] else 0.0
        if count is None or rest is None:
            return None
        return (count + (rest if rest == 0.5 else 0)) * MAGNITUDES[parts[2]] + (0 if rest == 0.5 else rest)
    if compiled(_DIGIT_FORM).fullmatch(text):
        return _read_digits(re.sub(r"\s", "", text))
    if half := compiled(_HALF_FORM).fullmatch(text):
        if text.startswith("ander"):
            return 1.5
        whole = read_numeral(half[1]) if half[1] else 0.0
        return None if whole is None else whole + 0.5
    if compiled(_CARDINAL_FORM).fullmatch(text):
        return float(_read_words(text))
    if (group := compiled(_GROUP_FORM).fullmatch(text)) and group[1] != "elf":
        return read_numeral(group[1])
    return None


def _read_digits(text: str) -> float | None:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,15}(?:[.,]\d+)?", text):
        return float(text.replace(",", "."))
    return None


def _read_words(text: str) -> int:
    total = group = 0
    for part in compiled(_MORPHEME).findall(text):
        if part == "honderd":
            group = (group or 1) * 100
        elif part == "duizend":
            total, group = total + (group or 1) * 1000, 0
        elif part != "nul":
            group += UNITS.get(part) or TEENS.get(part) or TENS[part]
    return total + group


def read_ordinal(words: str) -> int | None:
    """The rank an ordinal stands for, or None if it is none: "dertiende" → 13, "58ste" → 58."""
    if len(words) > _LONGEST:
        return None
    text = fold(words).strip()
    if digits := compiled(_ORDINAL_DIGITS).fullmatch(text):
        return int(digits[1])
    form = compiled(_ORDINAL_FORM).fullmatch(text)
    if form is None:
        return None
    cardinal = ORDINAL_ENDS[form[2]]
    value = read_numeral(form[1] + cardinal) if form[1] or cardinal not in MAGNITUDES else MAGNITUDES[cardinal]
    return None if value is None else round(value)


def read_multiple(words: str) -> float | None:
    """How many times: "tweemaal" → 2, "drie keer" → 3, "53-voudig" → 53; None if it says no such thing."""
    form = compiled(_MULTIPLE_FORM).fullmatch(fold(words[:_LONGEST]).strip())
    return read_numeral(form[1]) if form else None
