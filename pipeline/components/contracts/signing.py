"""Contracts being signed, prolonged, taken up by option, or broken off."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import near
from pipeline.components.contracts.statements import end_item, governs, kind_of, latest, renewed, state, window
from pipeline.components.contracts.words import CLOSE, EXTENDING, LOAN, NEAR, NOUN, either, lasting, until
from pipeline.components.reading import pattern
from pipeline.components.rules import Example
from pipeline.records import Claim

_SIGNS = (
    r"\b(?:teken(?:t|de|den|en)|getekend|bijgetekend|bijteken(?:t|de|den|en)|ondertekent|ondertekende"
    r"|handtekening(?:en)?|krabbel(?:t|de|s)?|parafeert|parafeerde|gecontracteerd"
    r"|contracteert|contracteerde|contracteren|strikt|strikte|gestrikt)\b"
)
_BINDS = r"\b(?:verbonden|verbindt|verbinden|verbond|verbonden|bindt|binden|bond|bonden|gebonden)\b"
_EXTENDS = (
    r"\b(?:verlengt|verlengde|verlengden|verlengd|verlengen|contractverlenging"
    r"|(?<!optie op )(?<!optie tot )verlenging|bijgetekend|bijtekent|bijtekende|bijtekenden|opengebroken)\b"
)
_GAP = r"(?:(?! en )[^.,;!?\n]){0,40}?"
_APPOINTED = r"\b(?:aangesteld|benoemd|aan te stellen)\b"
_COACH = r"\b[\w-]*(?:trainer|trainster|coach)\b"
_ADDS = (
    r"\b(?:plakt|plakte|plakten|plakken|doet|deed|knoopt|knoopte|knopen|hangt|hing|hingen|hangen"
    r"|breit|breide|breien)\b"
)
_STAYS = r"\b(?:blijft|blijven|bleef|langer (?:door|actief|in dienst)|langer)\b"
#: A length is how much is added only where no date follows: "met een jaar verlengd, tot 2027".
_NO_DATE = r"(?![^.;!?\n]{0,40}?\btot (?:[a-z]+ ){0,2}<D>)"
_YEAR = (
    r"(?:een |<N> )?(?:(?:nog )?(?:een )?(?:extra|bijkomende?|andere?|<R>) |nog een )(?:jaar|seizoen|jaargang"
    r"|voetbaljaar)"
)


def signs(found: Found) -> Iterable[Claim]:
    first, last = found.match.span()
    if not governs(found.sentence, first, last - 1):
        return ()
    kind = kind_of(found.sentence, first, last)
    return state(found, kind, end_item(found), signing=True)


def binds(found: Found) -> Iterable[Claim]:
    """ "is verbonden tot" tells of a contract in force, "verbindt zich" and "bindt hem" of one being signed."""
    first, last = found.match.span()
    if not governs(found.sentence, first, last - 1):
        return ()
    left, right = window(found.sentence, first, last)
    if pattern(EXTENDING).search(found.sentence.skeleton, left, right):
        return state(found, "extension", end_item(found))
    resting = pattern(
        r"\b(?:is|was|zijn|waren|staat|blijft)\b[^,;]{0,60}\b(?:ver|ge)bonden\b|\bverbonden (?:is|was|zijn)\b"
    )
    if resting.search(found.sentence.skeleton, left, right):
        kind = "extension" if renewed(found.sentence, first, last) else "running"
        return state(found, kind, end_item(found), signing=False)
    return state(found, "new", end_item(found))


def extends(found: Found) -> Iterable[Claim]:
    first, last = found.match.span()
    if not governs(found.sentence, first, last - 1):
        return ()
    longer = found.match["length1"] or found.match["length3"] or found.match["length5"]
    return state(found, "extension", end_item(found), added=longer is not None)


def stays(found: Found) -> Iterable[Claim]:
    """Only where it is a club that he stays with: one may also stay injured, or leader, until a day."""
    left, right = window(found.sentence, *found.match.span())
    place = pattern(
        r"\b(?:bij|trouw aan|in dienst van|verbonden aan|aan) (?:[\w-]+ ){0,2}<C>|\bbij (?:de|zijn) club\b"
        r"|\bin <L>|\btrouw\b|\b(?:door|verder) met\b"
    )
    end = end_item(found)
    years = end is not None and pattern(r"(?:de )?(?:zomer|\d{4}|seizoen).*|(?:medio|juni) .*").fullmatch(
        found.reading.text[end.start : end.end].lower()
    )
    elsewhere = pattern(r"\b(?:geblesseerd|geschorst|afwezig|out|aan de kant|buiten strijd|dicht|koploper)\b")
    if found.match["length5"]:
        return state(found, "extension", end)
    before = found.reading.sentences[max(0, found.sentence.index - 2) : found.sentence.index + 1]
    if any(pattern(LOAN).search(each.skeleton) for each in before):
        return ()
    if years and not elsewhere.search(found.sentence.skeleton, left, right):
        return state(found, "extension", end)
    if not place.search(found.sentence.skeleton, left, right):
        return ()
    if pattern(r"\boptie\b").search(found.sentence.skeleton, left, right):
        return ()
    coming = end is not None and found.reading.text[end.start :].lower().startswith(("de komende", "komende"))
    if found.match["length4"] and end is not None and latest(end) and not coming:
        return ()
    return state(found, "extension", end, added=found.match["length3"] is not None)


def one_year(found: Found) -> Iterable[Claim]:
    kind = kind_of(found.sentence, *found.match.span())
    return () if kind == "running" else state(found, kind, length="P1Y")


def appointed(found: Found) -> Iterable[Claim]:
    """A coach "tot het einde van het seizoen aangesteld"."""
    first, last = found.match.span()
    if not governs(found.sentence, first, last - 1):
        return ()
    return state(found, "new", end_item(found))


def adds(found: Found) -> Iterable[Claim]:
    """ "plakt er twee jaar aan vast": counted from the contract's end, once that is known."""
    return state(found, "extension", end_item(found), added=True)


def last_year(found: Found) -> Iterable[Claim]:
    sentence = found.sentence
    first, last = found.match.span()
    left, right = window(sentence, first, last)
    if pattern(r"\b(?:sinds|sedert) <D>").search(sentence.skeleton, left, right):
        return ()
    dates = [item for item in near(sentence, left, right, "D") if latest(item) >= found.reading.published]
    return state(found, "running", dates[-1] if dates else None, season=True, signing=False)


def free(found: Found) -> Iterable[Claim]:
    """ "is komende zomer transfervrij": the contract ends then."""
    end = end_item(found)
    if end is None or latest(end) < found.reading.published:
        return ()
    return state(found, "running", end, signing=False)


def option(found: Found) -> Iterable[Claim]:
    """ "met een optie voor nog een jaar": the length counts from the contract's end, once that is known."""
    right = found.match["length3"] is not None or found.match["length4"] is not None
    if found.match["length5"] is not None:
        # only the club, or a clause, may prolong by itself: "hij kan" is no option
        ahead = found.sentence.skeleton[max(0, found.match.start() - 25) : found.match.end()]
        right = pattern(r"<C>|\bclub\b|\beenzijdig\b").search(ahead) is not None
        if not right:
            return ()
    return state(found, "option", end_item(found), length="P1Y" if found.match["year"] else "", added=True, given=right)


def option_taken(found: Found) -> Iterable[Claim]:
    return state(found, "extension", end_item(found), added=True)


def dissolved(found: Found) -> Iterable[Claim]:
    sentence = found.sentence
    left, right = window(sentence, *found.match.span())
    dates = [item for item in near(sentence, left, right, "D") if latest(item)]
    day = dates[0] if dates and pattern(r"\bper <D>").search(sentence.skeleton, left, right) else None
    return state(found, "expired", day, signing=True)


RULES = (
    ClaimRule(
        "contract-dissolved",
        ("ontb", "ingeleverd", "verscheur", "teruggegeven", "beëindig"),
        rf"{NOUN}{NEAR}\b(?:ontbonden|ontbindt|ingeleverd|verscheurd|teruggegeven|beëindigd)\b|\b(?:ontbindt"
        rf"|ontbond|ontbinden|verscheurt|verscheurde|beëindigt|beëindigde){NEAR}{NOUN}",
        dissolved,
        (
            Example(
                "[C Ajax] heeft het contract van [P Ziyech] per direct ontbonden.",
                ({"person_id": "Ziyech", "club_id": "Ajax", "kind": "expired", "end_date": ""},),
            ),
        ),
    ),
    ClaimRule(
        "contract-option-taken",
        ("optie",),
        rf"\b(?:licht|lichtte|lichten|lichtten|gelicht|gebruikt|gebruikte|benut|activeert"
        rf"|activeerde)\b{NEAR}\boptie\b{NEAR}{either(1)}|\boptie\b{CLOSE}{either(2)}{CLOSE}\b(?:gelicht"
        rf"|lichtte|licht|gebruikt|geactiveerd|benut)\b",
        option_taken,
        (
            Example(
                "[C PSV] licht de optie in het contract van [P Boscagli] en legt hem vast tot medio 2026.",
                ({"person_id": "Boscagli", "club_id": "PSV", "end_date": "2026-06-30", "kind": "extension"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-option",
        ("optie", "plakken", "hangen", "bijdoen", "knopen", "verlengen"),
        rf"(?<!koop)\b(?:club|verlengings|eenzijdige )?optie\b(?! tot koop)(?: (?:[\w-]+|<H>)){{0,4}}? (?:voor"
        rf"|op|van|met)(?: (?:nog|een|de|het|eens)){{0,2}} (?P<length1><UD>)"
        rf"|(?<!koop)\b(?:club|verlengings)?optie\b(?! tot koop)(?: [\w-]+){{0,3}}? {until(2)}"
        rf"|(?<!koop)\b(?:club|verlengings)?optie\b(?: [\w-]+){{0,3}}? (?:voor|op"
        rf"|van)(?: nog)? (?P<year>{_YEAR}|een <R>(?= ?(?:[.,;:)]|$)| en| bij))"
        rf"|\b(?:mag|kan|mogen|kunnen)\b{CLOSE}\ber (?:dan |daarna )?(?:nog )?(?P<length3><U>) (?:aan|bij)"
        rf" ?(?:plakken|vastplakken|hangen|knopen|breien|doen)\b"
        rf"|\boptie om {NEAR}(?P<length4><U>)"
        rf"|\b(?:kan|mag|kunnen|mogen)\b(?: (?:[\w-]+|<CH>)){{0,6}} met (?:nog )?(?P<length5><U>) verlengen\b",
        option,
        (
            Example(
                "[P De Schrevel] tekent bij [C AA Gent] een contract tot medio 2025, met een optie op een extra jaar.",
                (
                    {"person_id": "De Schrevel", "end_date": "2025-06-30", "kind": "new"},
                    {"person_id": "De Schrevel", "club_id": "AA Gent", "end_date": "2026-06-30", "kind": "option"},
                ),
            ),
            Example(
                "[P Verhulst] tekent bij [C NAC] tot 2026, met een optie voor een tweede jaargang.",
                ({"person_id": "Verhulst", "kind": "new"}, {"person_id": "Verhulst", "end_date": "2027-06-30"}),
            ),
            Example(
                "[P Goorhuis] tekende bij [C NEC] tot 2028. Wel bedong de club een optie voor nog een jaar.",
                (
                    {"person_id": "Goorhuis", "kind": "new"},
                    {"person_id": "Goorhuis", "club_id": "NEC", "kind": "option", "end_date": "2029-06-30"},
                ),
            ),
            Example("[C NAC] huurt [P Terpstra] met een optie tot koop.", ()),
            Example(
                "[P Verhulst] ligt bij [C NAC] vast tot 2026, al kan de club dat eenzijdig met een jaar verlengen.",
                ({"person_id": "Verhulst", "kind": "running"}, {"person_id": "Verhulst", "end_date": "2027-06-30"}),
            ),
            Example("[P Verhulst] kan [H zijn=Verhulst] contract met een jaar verlengen.", ()),
            Example(
                "[P Lotte Prins] tekende bij [C Telstar] tot medio 2026, met optie op een derde.",
                ({"person_id": "Lotte Prins", "kind": "new"}, {"person_id": "Lotte Prins", "end_date": "2027-06-30"}),
            ),
        ),
    ),
    ClaimRule(
        "contract-binds",
        ("bind", "bond"),
        rf"{_BINDS}{NEAR}{either(1)}|{either(2)}{NEAR}{_BINDS}",
        binds,
        (
            Example(
                "[P Goorhuis] tekende een contract dat [P hem=Goorhuis] tot medio 2028 aan [C NEC] verbindt.",
                ({"person_id": "Goorhuis", "club_id": "NEC", "end_date": "2028-06-30", "kind": "new"},),
            ),
            Example(
                "[P Slot] is tot 2026 aan [C Feyenoord] verbonden.",
                ({"person_id": "Slot", "club_id": "Feyenoord", "end_date": "2026-06-30", "kind": "running"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-extends",
        ("verleng", "teken", "opengebroken"),
        rf"{_EXTENDS}{NEAR}(?:{until(1)}|\bmet (?:nog )?(?:eens )?(?P<length1><U>){_NO_DATE}|{lasting(2)}{_NO_DATE})"
        rf"|\bmet (?:nog )?(?P<length3><U>){CLOSE}{_EXTENDS}{_NO_DATE}|{until(4)}{CLOSE}{_EXTENDS}"
        rf"|(?P<length5><U>) (?:contract)?verlenging\b{_NO_DATE}",
        extends,
        (
            Example(
                "[P Gakpo] heeft bij [C PSV] met een jaar verlengd, tot 2027.",
                ({"person_id": "Gakpo", "club_id": "PSV", "end_date": "2027-06-30", "kind": "extension"},),
            ),
            Example("[P Gakpo] wil niet verlengen tot 2027.", ()),
        ),
    ),
    ClaimRule(
        "contract-extends-by-adding",
        ("plak", "bovenop", "doet er", "deed er", "hang", "hing", "knoop", "brei", "bij"),
        rf"{_ADDS}{CLOSE}(?P<length1><U>){_NO_DATE}{CLOSE}\b(?:bij|aan|vast|bovenop|langer)\b"
        rf"|\bkom(?:t|en) (?:er )?(?:nu |nog )?(?P<length4><U>){_NO_DATE} bij\b"
        rf"|(?P<length2><U>){_NO_DATE} (?:bovenop|bijgeplakt|vastgeplakt|aan vastgeplakt)\b"
        rf"|{_ADDS}{CLOSE}<U>{NEAR}{until(3)}",
        adds,
        (
            Example(
                "[P Samoise] lag bij [C AA Gent] al vast tot medio 2026, maar daar komen nu twee seizoenen bovenop.",
                (
                    {"person_id": "Samoise", "end_date": "2026-06-30", "kind": "running"},
                    {"person_id": "Samoise", "end_date": "2028-06-30", "kind": "extension"},
                ),
            ),
            Example(
                "Eerder plakte [P Hoedemakers] er bij [C NEC] al een seizoen aan vast, tot medio 2026.",
                ({"person_id": "Hoedemakers", "end_date": "2026-06-30", "kind": "extension"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-signs",
        ("teken", "krabbel", "parafe", "contracte", "strik"),
        rf"{_SIGNS}{NEAR}{either(1)}|{either(2)}{_GAP}{_SIGNS}",
        signs,
        (
            Example(
                "[P Roman Bezus] vertrok transfervrij en tekende voor drie jaar bij [C AA Gent].",
                ({"person_id": "Roman Bezus", "club_id": "AA Gent", "end_date": "2027-06-30", "kind": "new"},),
            ),
            Example("[P Bezus] tekende voor twee van de drie doelpunten.", ()),
        ),
    ),
    ClaimRule(
        "contract-appointed",
        ("aangesteld", "benoem", "stelt", "stelde", "stellen", "trainer", "coach"),
        rf"{_APPOINTED}{_GAP}{either(1)}|{either(2)}{_GAP}{_APPOINTED}"
        rf"|\b(?:stelt|stelde|stellen)\b{_GAP}\baan\b{_GAP}{either(3)}"
        rf"|\b(?:wordt|werd)\b{_GAP}{either(4)}{_GAP}{_COACH}|\b(?:wordt|werd)\b{_GAP}{_COACH}{_GAP}{either(5)}",
        appointed,
        (
            Example(
                "[C Beerschot] heeft [P Tom Vos] aangesteld tot het einde van het seizoen.",
                ({"person_id": "Tom Vos", "club_id": "Beerschot", "end_date": "2025-06-30", "kind": "new"},),
            ),
            Example(
                "[P Tom Vos] wordt voor twee seizoenen hoofdtrainer van [C Beerschot].",
                ({"person_id": "Tom Vos", "club_id": "Beerschot", "end_value": "P2Y", "kind": "new"},),
            ),
            Example("[P Tom Vos] werd aangesteld en speelde tot december gelijk.", ()),
        ),
    ),
    ClaimRule(
        "contract-of-one-year",
        ("eenjarig", "éénjarig"),
        rf"\b(?P<year>(?:een|één)jarige?)(?: [\w-]+){{0,2}} (?:contractverlenging\b|verlenging\b|{NOUN}){_NO_DATE}",
        one_year,
        (
            Example(
                "[C Cambuur] en [P Joris Baas] zijn het eens over een eenjarige contractverlenging.",
                ({"person_id": "Joris Baas", "club_id": "Cambuur", "end_value": "P1Y", "kind": "extension"},),
            ),
            Example("[C Cambuur] biedt [P Joris Baas] een eenjarig contract aan.", ()),
        ),
    ),
    ClaimRule(
        "contract-stays",
        ("blijft", "blijven", "bleef", "langer", "met elkaar", "samen", "trouw"),
        rf"{_STAYS}{CLOSE}{until(1)}|\blanger\b{CLOSE}{lasting(2)}"
        rf"|(?P<length3><U>) langer (?:door|verder|bij|in|aan)\b{_NO_DATE}"
        rf"|\b(?:gaat|gaan|ging|gingen) (?:nog )?(?P<length5><U>) (?:met elkaar|samen) (?:door|verder)\b"
        rf"|\btrouw {until(6)}"
        r"|\b(?:blijft|blijven)\b(?: (?:zeker|ook|nog|gewoon|minstens|de komende)){0,3}"
        r" (?P<length4><U>|<D>(?= bij| trouw| in dienst| aan)) ",
        stays,
        (
            Example(
                "[P Slot] blijft tot 2026 bij [C Feyenoord].",
                ({"person_id": "Slot", "club_id": "Feyenoord", "end_date": "2026-06-30", "kind": "extension"},),
            ),
            Example("[P Slot] blijft tot december geblesseerd.", ()),
            Example("[P Slot] blijft tot de zomer bij [C Feyenoord], dat hem huurt van [C AZ].", ()),
            Example(
                "[C Feyenoord] en [P Slot] gaan nog twee seizoenen met elkaar door.",
                ({"person_id": "Slot", "club_id": "Feyenoord", "end_date": "2026-06-30", "kind": "extension"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-last-year",
        ("contractjaar", "einde contract", "aflopend", "contract"),
        rf"\b(?:laatste|slot) ?contractjaar\b|\beinde contract\b|\baflopende? {NOUN}|\buit (?:(?:<H>|zijn"
        rf"|haar) )?contract (?:loopt|lopen)\b|\bloop(?:t|en) uit contract\b|\blaatste (?:jaar"
        rf"|seizoen) onder contract\b|\b(?:is|zijn|zit|zitten) (?:bijna )?(?:aan|op) het einde? van"
        rf" (?:<H>|zijn|haar) {NOUN}"
        rf"|\blaatste (?:jaar"
        rf"|seizoen) van (?:<H>|zijn) {NOUN}",
        last_year,
        (
            Example(
                "[P Kums] is bij [C AA Gent] in juni einde contract.",
                ({"person_id": "Kums", "club_id": "AA Gent", "end_date": "2025-06-30", "kind": "running"},),
            ),
            Example("[P Odoi] is sinds 1 juli einde contract bij [C Club Brugge].", ()),
            Example(
                "[P Weghorst] heeft een aflopend contract bij [C Ajax].",
                ({"person_id": "Weghorst", "club_id": "Ajax", "end_date": "2025-06-30"},),
            ),
        ),
    ),
    ClaimRule(
        "contract-free",
        ("transfervrij",),
        rf"(?P<end1><D>){CLOSE}\btransfervrij\b|\btransfervrij\b{CLOSE}(?P<end2><D>)",
        free,
        (
            Example(
                "[P Mazraoui] is komende zomer transfervrij bij [C Ajax].",
                ({"person_id": "Mazraoui", "club_id": "Ajax", "end_date": "2025-06-30", "kind": "running"},),
            ),
            Example("[P Endo] kwam in juli 2023 transfervrij over.", ()),
        ),
    ),
)
