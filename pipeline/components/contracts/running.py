"""Contracts in force: how long they run, when they run out, since when."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, clause, near, unreal
from pipeline.components.contracts.statements import (
    end_item,
    ended,
    governs,
    kind_of,
    latest,
    renewed,
    state,
    was,
    window,
)
from pipeline.components.contracts.words import CLOSE, EXTENDING, NEAR, NOUN, either, lasting, until
from pipeline.components.reading import pattern
from pipeline.components.rules import Example
from pipeline.records import Claim

_CUES = ("contract", "verbintenis", "overeenkomst", "dienstverband")
_UNDER = r"\b(?:onder contract|op de loonlijst)\b"
_LATE = (
    r"\b(?:loopt|liep|lopen|liepen|afloopt|afliep|aflopen|verstrijkt|verstreek|eindigt|eindigde|verloopt"
    r"|verliep|expireert)\b"
)


#: What a contract just signed does with the one whose end the past tense tells.
_REPLACED = pattern(r"\b(?:vervangt|vervangen)\b")
#: Verbs that need no "af" to say so.
_ENDS = (
    r"\b(?:afloopt|afliep|aflopen|verstrijkt|verstrijken|verstreek|eindigt|eindigen|expireert|expireren|verloopt"
    r"|verlopen|vervalt|vervallen)\b"
)
#: "houdt vast aan zijn besluit" binds nobody to a club.
_FAST = r"(?<!aan )\bvast\b(?! aan (?:<HP>|(?:zijn|haar|hun|het|een|dit|dat|deze)\b))"

_SIGNED = pattern(
    r"\b(?:getekend|ondertekend|teken(?:t|de|den|en)|ondertekent|ondertekende|krijgt|kreeg|kregen|afgesloten|sloot)\b"
)


#: "legde de spits (1,90 meter) vast": the verb lies before the bracket.
_LAYING = pattern(r"\b(?:legt|legde|leggen|legden) (?:[^,;:.!?()]|\([^()]{1,40}\)){1,80}$")


def _force(found: Found) -> str:
    """Running; expired where a past one was broken off; extension where it has just been prolonged."""
    first, last = found.match.span()
    new = pattern(r"\bnieuwe? (?=contract|verbintenis|overeenkomst)")
    if new.search(found.sentence.skeleton, max(0, first - REACH), last) or renewed(found.sentence, first, last):
        return "extension"
    if _SIGNED.search(found.sentence.skeleton, clause(found.sentence, first)[0], last):
        return "new"
    return "expired" if was(found.sentence, first, last) and ended(found.sentence, first) else "running"


def runs(found: Found) -> Iterable[Claim]:
    kind = _force(found)
    return state(found, kind, end_item(found), signing=kind == "new")


def attributive(found: Found) -> Iterable[Claim]:
    """ "zijn tot 2027 lopende contract" holds whatever the verb does with it."""
    return state(found, "running", end_item(found), signing=False, given=True)


def has(found: Found) -> Iterable[Claim]:
    """A contract and its end, of whatever the verb makes it."""
    first, last = found.match.span()
    if not governs(found.sentence, first, last - 1):
        return ()
    kind = kind_of(found.sentence, first, last)
    return state(found, _force(found) if kind == "running" else kind, end_item(found))


def lies(found: Found) -> Iterable[Claim]:
    """ "ligt vast", unless a club is laying down someone now, which is a new contract."""
    first, last = found.match.span()
    if not governs(found.sentence, first, last - 1):
        return ()
    left, right = window(found.sentence, first, last)
    laying = pattern(r"\b(?:legt|legde|leggen|legden|vastlegt|vastlegde|vastleggen|vast te leggen|vastgelegd)\b")
    behind_bracket = _LAYING.search(found.sentence.skeleton, max(0, first - REACH), first)
    if laying.search(found.sentence.skeleton, left, right) or behind_bracket:
        longer = pattern(EXTENDING).search(found.sentence.skeleton, left, right)
        return state(found, "extension" if longer else "new", end_item(found))
    return state(found, _force(found), end_item(found), signing=False)


def runs_out(found: Found) -> Iterable[Claim]:
    """The end is the date in the clause; without one, that of the season."""
    sentence = found.sentence
    first, last = found.match.span()
    left, right = window(sentence, first, last)
    dates = [item for item in near(sentence, left, right, "D") if latest(item)]
    past = pattern(r"\b(?:liep|liepen|afliep|verstreek|eindigde|verliep)\b").search(found.match[0])
    if _REPLACED.search(sentence.skeleton, 0, first):
        return state(found, "running", dates[-1] if dates else None, signing=False)
    if past and not dates:
        return ()
    kind = "expired" if past and latest(dates[-1]) < found.reading.published else "running"
    return state(found, kind, dates[-1] if dates else None, season=True, signing=False)


def not_extended(found: Found) -> Iterable[Claim]:
    """ "wordt niet verlengd": it ends with the season, or at the date in the clause."""
    sentence = found.sentence
    first, last = found.match.span()
    if unreal(sentence, first, denials=False) or pattern(r"\bnog niet\b").search(found.match[0]):
        return ()
    dates = [item for item in near(sentence, *window(sentence, first, last), "D") if latest(item)]
    ahead = [item for item in dates if latest(item) >= found.reading.published]
    return state(found, "running", ahead[-1] if ahead else None, season=True, signing=False, given=True)


def since(found: Found) -> Iterable[Claim]:
    begin = found.item("begin") if found.match["begin"] else found.item("begin2")
    return state(found, "running", None, start=begin, signing=False)


RULES = (
    ClaimRule(
        "contract-attributive",
        ("lopend",),
        rf"(?:\btot (?:en met )?(?P<end1><DN>) (?:nog )?(?:door)?lopende? "
        rf"|(?P<end2><D>) (?:nog )?aflopende? )(?:[\w-]+ ){{0,2}}{NOUN}",
        attributive,
        (
            Example(
                "[P Til] verlengt [H zijn=Til] tot 2025 lopende contract bij [C PSV] niet.",
                ({"person_id": "Til", "club_id": "PSV", "end_date": "2025-06-30", "kind": "running"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-runs-out",
        _CUES,
        rf"{NOUN}{NEAR}{_LATE}{CLOSE}\baf\b|{NOUN}{NEAR}{_ENDS}"
        rf"|\b(?:loopt|liep|lopen|liepen|eindigt) (?:<D> |in <D> |op <D> )?(?:<H> |het "
        rf"|de )(?:[\w-]+ )?{NOUN}{CLOSE}\baf\b",
        runs_out,
        (
            Example(
                "Het contract van [P Bram Nuytinck] bij [C NEC] loopt komende zomer af.",
                ({"person_id": "Bram Nuytinck", "club_id": "NEC", "end_date": "2025-06-30", "kind": "running"},),
            ),
            Example(
                "[H Zijn=Bram Nuytinck] verbintenis bij [C NEC] loopt af.",
                ({"person_id": "Bram Nuytinck", "end_date": "2025-06-30"},),
            ),
            Example("Het contract met de hoofdsponsor loopt volgend jaar af.", ()),
            Example(
                "[P Bram Nuytinck] ziet [H zijn=Bram Nuytinck] contract bij [C NEC] op 30 juni verstrijken.",
                ({"person_id": "Bram Nuytinck", "club_id": "NEC", "end_date": "2025-06-30", "kind": "running"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-runs-until",
        _CUES,
        rf"(?:{NOUN}{NEAR}\b(?:door)?(?:loopt|liep|lopen|liepen|geldt|gold|duurt)\b{CLOSE}{until(1)}"
        rf"|\b(?:loopt|liep|lopen|liepen)\b{CLOSE}{NOUN}{CLOSE}{until(2)}"
        rf"|{NOUN}{CLOSE}{until(3)}{CLOSE}\b(?:door)?(?:loopt|liep|lopen|liepen)\b)",
        runs,
        (
            Example(
                "[H Zijn=Cuypers] verbintenis bij [C AA Gent] loopt tot 2026.",
                ({"person_id": "Cuypers", "club_id": "AA Gent", "end_date": "2026-06-30", "kind": "running"},),
            ),
            Example(
                "[H Zijn=Riemer] contract, eind vorig jaar opengebroken, loopt tot de zomer van 2026.",
                ({"person_id": "Riemer", "end_date": "2026-06-30", "kind": "running"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-lies-fast",
        ("vast", "vastlig", "vastlag", "vastgelegd"),
        rf"\b(?:ligt|lag|liggen|lagen|zit|zat|zitten|legt|legde|leggen|legden)\b{NEAR}{either(1)}"
        rf"{CLOSE}(?<!aan )\bvast\b"
        rf"|{_FAST}{CLOSE}{either(2)}"
        rf"|\bvast(?:ligt|lag|liggen|lagen|gelegd|legt|legde|leggen|legden|zit|zat)\b{CLOSE}{either(4)}"
        rf"|{either(3)}{CLOSE}\bvast(?:ligt|lag|liggen|lagen|gelegd|zit|zat|legt|legde|leggen)\b",
        lies,
        (
            Example(
                "[P Davy Pröpper] ligt bij [C PSV] nog tot de zomer van 2026 vast.",
                ({"person_id": "Davy Pröpper", "club_id": "PSV", "end_date": "2026-06-30", "kind": "running"},),
            ),
            Example(
                "[C Volendam] legt [P Roemer] vast tot medio 2026.",
                ({"person_id": "Roemer", "club_id": "Volendam", "end_date": "2026-06-30", "kind": "new"},),
            ),
            Example(
                "[P Til] en [P Veerman] lagen tot 2027 vast bij [C PSV].",
                ({"person_id": "Til", "end_date": "2027-06-30"}, {"person_id": "Veerman", "end_date": "2027-06-30"}),
            ),
            Example("Het programma ligt tot december vast.", ()),
            Example("[C PSV] houdt vast aan [P Slot] tot het einde van het seizoen.", ()),
            Example("[P Slot] houdt vast aan [H zijn=Slot] besluit van juni.", ()),
            Example(
                "[C PSV] legde [P Roemer] (1,96 meter) vast tot medio 2026.",
                ({"person_id": "Roemer", "club_id": "PSV", "kind": "new"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-under",
        ("onder contract", "loonlijst"),
        rf"{_UNDER}{CLOSE}{either(1)}|{either(2)}{CLOSE}{_UNDER}",
        runs,
        (
            Example(
                "[P Paixão], die bij [C Feyenoord] tot 2027 onder contract staat, scoorde.",
                ({"person_id": "Paixão", "club_id": "Feyenoord", "end_date": "2027-06-30", "kind": "running"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-not-extended",
        ("verleng",),
        rf"{NOUN}{NEAR}\b(?:wordt|worden|werd|werden|zal|zullen)\b{CLOSE}\bniet (?:meer )?(?:\w+ )?verlengd\b"
        rf"|{NOUN}{NEAR}\bniet (?:meer )?(?:verlengd (?:wordt|worden|zal)|wordt verlengd|te verlengen)\b"
        rf"|\b(?:verlengt|verlengen) {CLOSE}{NOUN}{CLOSE}\bniet\b",
        not_extended,
        (
            Example(
                "Het contract van [P Joris Baas] bij [C Cambuur] wordt niet verlengd.",
                ({"person_id": "Joris Baas", "club_id": "Cambuur", "end_date": "2025-06-30", "kind": "running"},),
            ),
            Example(
                "[C Cambuur] verlengt het contract van [P Joris Baas] niet.",
                ({"person_id": "Joris Baas", "club_id": "Cambuur", "end_date": "2025-06-30"},),
            ),
            Example("Het contract van [P Joris Baas] bij [C Cambuur] wordt verlengd.", ()),
            Example("Het contract van [P Joris Baas] bij [C Cambuur] is nog niet verlengd.", ()),
        ),
    ),
    ClaimRule(
        "contract-since",
        ("onder contract",),
        rf"\bsinds (?P<begin><D>){CLOSE}onder contract|onder contract{CLOSE}\bsinds (?P<begin2><D>)",
        since,
        (
            Example(
                "[P De linksback=Grimaldo] staat sinds de zomer van 2023 onder contract bij [C Bayer Leverkusen].",
                ({"person_id": "Grimaldo", "club_id": "Bayer Leverkusen", "start_value": "2023-SU", "end_date": ""},),
            ),
        ),
    ),
    ClaimRule(
        "contract-until",
        _CUES,
        rf"{NOUN}{NEAR}{until()}",
        has,
        (
            Example(
                "Hoewel [P hij=Xabi Alonso] bij [C Leverkusen] nog een contract heeft tot de zomer van 2026, gaat hij.",
                ({"person_id": "Xabi Alonso", "club_id": "Leverkusen", "end_date": "2026-06-30", "kind": "running"},),
            ),
            Example(
                "[P Sem Goorhuis] tekende bij [C NEC] een contract tot medio 2028.",
                ({"person_id": "Sem Goorhuis", "club_id": "NEC", "end_date": "2028-06-30", "kind": "new"},),
            ),
            Example(
                "[P Gakpo] verlengde [H zijn=Gakpo] contract bij [C PSV] tot 2026.",
                ({"person_id": "Gakpo", "club_id": "PSV", "end_date": "2026-06-30", "kind": "extension"},),
            ),
            Example("[P Gakpo] heeft een contract, maar is tot december geblesseerd.", ()),
            Example("[C PSV] is met [P Gakpo] in gesprek over een contract tot 2027.", ()),
            Example("Als [P Gakpo] een contract tot 2027 tekent, blijft hij.", ()),
            Example("[P Gakpo] heeft een huurcontract tot het einde van het seizoen bij [C PSV].", ()),
        ),
    ),
    ClaimRule(
        "until-contract",
        _CUES,
        rf"{until()}{NEAR}{NOUN}",
        has,
        (
            Example(
                "[P De Jong] heeft tot medio 2026 een contract bij [C PSV].",
                ({"person_id": "De Jong", "club_id": "PSV", "end_date": "2026-06-30", "kind": "running"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-of-length",
        _CUES,
        rf"(?P<length><U>) (?:(?!huur)[\w-]+ ){{0,2}}{NOUN}|{NOUN}{CLOSE}{lasting(2)}",
        has,
        (
            Example(
                "[P Donny Verhulst] tekent bij [C NAC] een driejarig contract.",
                ({"person_id": "Donny Verhulst", "club_id": "NAC", "end_date": "2027-06-30", "kind": "new"},),
            ),
            Example(
                "[P Van Persie] tekent bij [C Feyenoord] een verbintenis van 2,5 jaar.",
                ({"person_id": "Van Persie", "club_id": "Feyenoord", "end_value": "P2.5Y", "kind": "new"},),
            ),
        ),
    ),
)
