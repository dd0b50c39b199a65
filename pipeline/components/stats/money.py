"""Money tied to a person: what was paid for him, and what he is thought to be worth."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, head, kind, near, unreal
from pipeline.components.reading import Item, pattern, sign
from pipeline.components.rules import Example
from pipeline.components.stats.about import number_of, stat, stats
from pipeline.components.stats.subjects import carried, spoken_of, subject
from pipeline.records import Claim, NumberMention

#: Fees are at least this many euros; with a word of magnitude ("3,5 miljoen") the currency is left out.
_SMALLEST = 1000
_MAGNITUDE = 50_000
_MOVE = (
    r"\b(?:verko\w+|koopt|kocht|gekocht|overgenomen|neemt|nam|overneem\w*|overkomst|overgekomen|kwam|komt"
    r"|gekomen|maakt\w*|vertrok\w*|vertrekt|vertrokken|"
    r"betaal\w*|betaalde|weggekaapt|neergelegd|telden|neergeteld|neertel\w*|telde|legt|legde|haalde|haalt|gehaald|aantrok|trekt|trok"
    r"|aangetrokken|kostte|kost|gekost|transfer\w*|"
    r"overstap|verhuisde|verhuist|verhuisd|verkast\w*|stapt\w*|ruil\w*|weggeplukt|losgeweekt|plukte|strikte|lijfde"
    r"|verruil\w*|vastgelegd|legt vast|aanwinst|aankoop|gaat|ging|verlaat|verliet|opgeleverd|levert|leverde"
    r"|ontving\w*|ontvangt|ontvangen|vangt|ving|incasseer\w*|kreeg|krijgt|kregen|opgestreken|streek|strijkt|opstreek"
    r"|oplevert|opleverde|weggehaald|weghaalde|oppikte|pikte|ingelijfd|binnengehaald|afkoopsom betaalde)\b"
)
_NO_FEE = (
    r"\b(?:bod|bieding\w*|biedt|bood|geboden|vraagprijs|vraagt|vragen|eist|afkoopsom|clausule"
    r"|ontsnappingsclausule|marktwaarde|salaris|verdient|verdiende|boete|budget|begroting|schuld\w*|bonus\w*|wil"
    r"|interesse|kijkkaartje|prijskaartje|jaarsalaris|omzet|winst|verlies|stadion|schade|\w*optie|waard|per jaar"
    r"|(?<!vaste )waarde|tekort|sponsor\w*|prijzengeld|premie\w*)\b"
)


def fee(found: Found) -> Iterable[Claim]:
    """What a club paid or pays for a player, where the clause tells of the move."""
    number, sentence = number_of(found), found.sentence
    if number is None or not _euros(found, number):
        return ()
    start, end = clause(sentence, number.at)
    if re.match(r" (?:die|dat)\b", sentence.skeleton[number.at + 1 : number.at + 6]):
        # "de zes miljoen die X ontving": the relative clause tells what for
        end = clause(sentence, end + 1)[1]
    words = sentence.skeleton[start:end]
    if unreal(sentence, number.at) or re.search(_NO_FEE, words):
        return ()
    named = pattern(r"\b(?:voor|van) (?:[\w-]+ ){0,2}(?P<who><P>)").search(sentence.skeleton, number.at, end)
    if not (
        re.search(_MOVE, words)
        or (re.search(_MOVE, sentence.skeleton[max(0, start - 120) : end + 40]) and re.match(r"\W*voor ", words))
    ):
        return ()
    return stats(stat(found, "transfer_fee_eur", number, _moved(found, number, named.start("who") if named else -1)))


def _euros(found: Found, number: Item) -> bool:
    """Whether a number is a sum in euros; a magnitude without a currency is one."""
    if not isinstance(number.value, NumberMention):
        return False
    if number.sign == "E":
        return number.value.unit == "EUR" and number.value.value >= _SMALLEST
    words = found.reading.text[number.start : number.end].lower()
    return number.value.value >= _MAGNITUDE and bool(re.search(r"miljoen|ton\b|mln", words))


def _moved(found: Found, number: Item, place: int) -> Item | None:
    """For whom was paid: named behind "voor", the one person of the clause or around it, or spoken of before."""
    sentence = found.sentence
    if place >= 0:
        return next(iter(near(sentence, place, place + 1, "P")), None)
    start, end = clause(sentence, number.at)
    if re.match(r"\W*(?:die|wiens) ", sentence.skeleton[start:end]):
        who = subject(sentence, number.at, "P")
        if kind(who) == "person":
            return who
    people = [item for item in near(sentence, start, end, "P") if head(sentence, item)]
    described = pattern(r"^\W*(?:de|het|deze) [\w-]+,").match(sentence.skeleton)
    if not people and not described:
        # "De Deen, voor zes miljoen weggehaald, zag X …" is about neither X nor anybody named here
        people = [item for item in near(sentence, max(0, start - 200), end + 120, "P") if head(sentence, item)]
    names = {item.entity for item in people}
    if len(names) > 1:
        return None
    return people[0] if people else carried(sentence, number.at, "P") or spoken_of(sentence)


def value(found: Found) -> Iterable[Claim]:
    number = number_of(found)
    if number is None or not _euros(found, number) or unreal(found.sentence, number.at):
        return ()
    who = subject(found.sentence, number.at, "P")
    start, end = clause(found.sentence, number.at)
    if who is None or kind(who) != "person":
        people = near(found.sentence, start, end, "PH")
        who = people[0] if len(people) == 1 else None
    return stats(stat(found, "market_value_eur", number, who))


RULES: tuple[ClaimRule, ...] = (
    ClaimRule(
        "stat-market-value",
        ("waarde", "geschat", "getaxeerd", " waard"),
        r"(?:marktwaarde|transferwaarde|waarde)\b[^,.;]{0,40}?(?P<n><EN>)|(?P<m><E>) waard\b",
        value,
        (
            Example(
                "[P Jan Wit] heeft een marktwaarde van twaalf miljoen euro.",
                ({"subject_id": "Jan Wit", "metric": "market_value_eur", "value": 12_000_000},),
            ),
            Example("[P Jan Wit] is veel geld waard.", ()),
        ),
    ),
    ClaimRule(
        "stat-fee",
        (sign("E"), sign("N")),
        r"(?P<n><EN>)",
        fee,
        (
            Example(
                "[C PSV] neemt [P Jan Wit] voor acht miljoen euro over van [C NEC].",
                ({"subject_id": "Jan Wit", "metric": "transfer_fee_eur", "value": 8_000_000, "unit": "EUR"},),
            ),
            Example(
                "[P Jan Wit] ging voor 3,5 miljoen naar [C PSV].",
                ({"subject_id": "Jan Wit", "metric": "transfer_fee_eur", "value": 3_500_000},),
            ),
            Example(
                "De zes miljoen euro die [C NEC] van [C PSV] ontving voor [P Jan Wit] is op.",
                ({"subject_id": "Jan Wit", "metric": "transfer_fee_eur", "value": 6_000_000},),
            ),
            Example(
                "[P Jan Wit] is weg. [C PSV] betaalde bijna vier miljoen voor de spits.",
                ({"subject_id": "Jan Wit", "metric": "transfer_fee_eur", "value": 4_000_000, "qualifier": "about"},),
            ),
            Example("[C PSV] bracht een bod van acht miljoen euro uit op [P Jan Wit].", ()),
            Example("[C PSV] huurt [P Jan Wit], met een koopoptie van vier miljoen.", ()),
            Example("[C PSV] heeft een begroting van tachtig miljoen euro.", ()),
        ),
    ),
)
