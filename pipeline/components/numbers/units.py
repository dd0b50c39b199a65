"""What numbers are counted in: currencies and their coins, units of age, and words for how exact a number is."""

from __future__ import annotations

from pipeline.dutch.patterns import SPACE, WORD_END, any_of

#: Names of currencies as written behind an amount, and their ISO 4217 codes. A bare "dollar" is the American one;
#: "mark" and "frank" are named in full, since people are called that.
CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euro's": "EUR", "£": "GBP", "gbp": "GBP", "pond": "GBP",
    "ponden": "GBP", "britse pond": "GBP", "engelse pond": "GBP", "pond sterling": "GBP", "$": "USD", "usd": "USD",
    "dollar": "USD", "dollars": "USD", "amerikaanse dollar": "USD", "australische dollar": "AUD", "aud": "AUD",
    "canadese dollar": "CAD", "cad": "CAD", "gulden": "NLG", "markka": "FIM", "duitse mark": "DEM",
    "zwitserse frank": "CHF", "belgische frank": "BEF", "franse frank": "FRF",
    "zweedse kroon": "SEK", "zweedse kronen": "SEK", "deense kroon": "DKK", "deense kronen": "DKK",
    "noorse kroon": "NOK", "noorse kronen": "NOK", "turkse lira": "TRY", "lire": "ITL", "yen": "JPY",
    "yuan": "CNY", "元": "CNY", "braziliaanse real": "BRL", "argentijnse peso": "ARS", "mexicaanse peso": "MXN",
    "roebel": "RUB", "zloty": "PLN",
}  # fmt: skip
#: Hundredths of a currency and coins with a name: how many of it they are worth, and which.
COINS = {
    "cent": (0.01, "EUR"), "eurocent": (0.01, "EUR"), "stuiver": (0.05, "EUR"), "dubbeltje": (0.1, "EUR"),
    "kwartje": (0.25, "EUR"), "tientje": (10.0, "EUR"), "tientjes": (10.0, "EUR"), "penni": (0.01, "FIM"),
    "pence": (0.01, "GBP"),
}  # fmt: skip
#: Signs that stand before an amount; a code before "$" says whose dollars they are.
SIGNS = {
    "€": "EUR", "£": "GBP", "$": "USD", "eur": "EUR", "gbp": "GBP", "usd": "USD",
    **{f"{code}$": code.upper() for code in ("usd", "aud", "cad", "nzd", "mxn", "hkd", "sgd")},
}  # fmt: skip

CURRENCY = f"(?:{any_of(word for word in CURRENCIES if len(word) > 1)}{WORD_END}|[€£$元])"
COIN = f"{any_of(COINS)}{WORD_END}"
_CODES = [word for word in SIGNS if len(word) > 1]
_DOLLARS = any_of(word for word in _CODES if word[-1] == "$")
SIGN = f"(?:{_DOLLARS}|{any_of(word for word in _CODES if word.isalpha())}{WORD_END})"

#: Units of age and what they are called in a row.
AGE_UNITS = {"jaar": "years", "maanden": "months", "weken": "weeks", "dagen": "days"}

_QUALIFIERS = {
    "at_least": (
        "ruim|dik|minstens|minimaal|zeker|meer dan|ten minste|tenminste|op zijn minst|op z'n minst|vanaf|boven de|"
        "niet minder dan|een dikke|een ruime|ouder dan|langer dan|groter dan"
    ),
    "at_most": (
        "hooguit|hoogstens|maximaal|ten hoogste|minder dan|op zijn hoogst|op z'n hoogst|niet meer dan|jonger dan"
    ),
    "about": (
        "zo'n|bijna|ongeveer|circa|ca.|rond|om en nabij|om en bij|een kleine|grofweg|krap|plusminus|naar schatting|"
        "pakweg|een slordige|zowat|nagenoeg|haast"
    ),
}
QUALIFIER_OF = {phrase: name for name, group in _QUALIFIERS.items() for phrase in group.split("|")}
#: Behind the number instead of before it.
AFTERTHOUGHT = rf"{SPACE}of{SPACE}meer{WORD_END}"
QUALIFIER = rf"(?<!\w)({any_of(QUALIFIER_OF)}){SPACE}(?:de{SPACE}|het{SPACE})?$"
