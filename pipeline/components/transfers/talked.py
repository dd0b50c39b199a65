"""Moves that are talked of: interest, bids, deals in the making, denials, and nouns ("een overstap naar")."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.rules import Example
from pipeline.components.transfers.about import Move, mover, rows
from pipeline.components.transfers.frames import joins
from pipeline.components.transfers.phrases import deal_over, destination, noun_of, noun_to, taken_along, wants
from pipeline.records import Claim

_X = "[P Jan Wit]"


def put_forward(found: Found) -> Iterable[Claim]:
    """ "De krant schuift X naar voren": for the club the article is about, which settling fills in."""
    who = found.item("who")
    return () if who is None else rows(found, [Move(who, None, None, "rumour", "unknown")])


def checked(found: Found) -> Iterable[Claim]:
    """ "X wordt medisch gekeurd": says of a move told beside it that it is not yet done."""
    who = mover(found, found.match.start())
    return () if who is None else rows(found, [Move(who, None, None, "agreed", "unknown")])


def _example(text: str, **values: object) -> Example:
    """A sentence about Jan Wit and the row it gives; none without values."""
    return Example(text, ({"person_id": "Jan Wit", **values},) if values else ())


RULES = (
    ClaimRule(
        "transfer-destination",
        ("bestemming", "werkgever", "nieuwe club"),
        (
            r"(?P<club><C>) (?:lijkt|wordt|is|zou)[^.]{0,20} (?P<whose><H>) (?:nieuwe|volgende|"
            r"toekomstige) (?:bestemming|werkgever|club)"
        ),
        destination,
        (
            _example(
                "[C PSV] lijkt [H zijn=Jan Wit] volgende bestemming te worden.", to_club_id="PSV", status="rumour"
            ),
            _example("[C PSV] is [H zijn=Jan Wit] grote liefde."),
        ),
    ),
    ClaimRule(
        "transfer-taken-along",
        (" mee naar ", " meenemen"),
        r"\b(?:neemt|nam) (?:<P> )?(?:ook )?(?:[\w-]+(?:trainer|coach|doelman|keeper|"
        r"speler) )?(?P<who><P>) [^.]{0,25}mee naar (?P<club><C>)",
        taken_along,
        (
            _example(
                "Misschien neemt [P Piet Zwart] [P Jan Wit] dan wel mee naar [C PSV].",
                to_club_id="PSV",
                status="rumour",
            ),
        ),
    ),
    ClaimRule(
        "transfer-linked",
        (
            "verband",
            "gelinkt",
            "radar",
            "lijst",
            "vizier",
            "in beeld",
            "picture",
            "belangstelling",
            "interesse",
            "aanbod",
            "voorstel",
            "aanbieding",
        ),
        (
            r"\b(?:belangstelling|interesse|aanbod|voorstel|aanbieding) (?:van|uit) (?=[^.;]{0,30}<C>)|\b(?:radar|"
            r"verlanglijst\w*|lijst\w*|wensenlijst\w*|vizier|in beeld|picture)(?: sta(?:at|an|nd))? (?:van|bij) (?="
            r"[^.;]{0,30}<C>)|\bin verband (?:gebracht )?met\b|\bmet (?=[^.;]{1,40} in verband\b)|\bgelinkt aan\b|"
            r"\bin (?:de )?(?:concrete )?(?:belangstelling|interesse) van\b"
        ),
        wants(),
        (
            _example(
                f"{_X}, die nadrukkelijk met [C PSV] in verband wordt gebracht, zwijgt.",
                to_club_id="PSV",
                status="rumour",
            ),
            _example(f"{_X} wordt in verband gebracht met [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} staat in de belangstelling van [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} brengt dat in verband met het weer."),
        ),
    ),
    ClaimRule(
        "transfer-interest",
        (
            "belangstelling",
            "interesse",
            "op het oog",
            "radar",
            "hengel",
            "aas",
            "bod",
            "verlanglijst",
            "vizier",
            "komst van",
            "gemeld",
            "meldt zich",
            "meldde zich",
            "melden zich",
            "geïnteresseerd",
            "tafel",
            "jaag",
            "jagen",
            "loert",
            "azen",
            "werkt",
            "onderhandelt",
            "informeer",
            "klopt",
            "laten vallen",
        ),
        (
            r"\b(?:belangstelling|interesse|geïnteresseerd|bod|bieding|hengel(?:t|de|den|en)|aast|aasden?|azen|"
            r"jaagt|jagen|loert|"
            r"gemeld|meld(?:t|de|en) zich|komst|tafel|werkt|onderhandelt|informeer\w*|klopt\w* aan|laten vallen|"
            r"verliefd|azend) (?:[^.;]{0,50}? )?\b(?:in|voor|op|naar|van|over) (?:(?:de|het|\w+) )?(?P<who><P>)"
        ),
        wants(),
        (
            _example(f"[C PSV] heeft belangstelling voor {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] bracht een bod van 8 miljoen euro uit op {_X}.", to_club_id="PSV", fee_eur=8000000.0),
            _example(f"[C PSV] hengelt naar {_X}.", to_club_id="PSV"),
            _example(f"De interesse van de pers in {_X} is groot."),
        ),
    ),
    ClaimRule(
        "transfer-eyed",
        ("oog", "radar", "lijst", "vizier", "wil", "in beeld"),
        (
            r"\b(?:heeft|hebben|wil|willen|had)\b [^.;]{0,40}?(?P<who><P>) [^.;]{0,40}?\b(?:op het oog|op de radar|"
            r"op (?:de|het|zijn|haar|<H>) (?:verlanglijst\w*|lijst\w*|wensenlijst\w*)|in het vizier|in beeld|"
            r"aantrekken|overnemen|inlijven|binnenhalen|vastleggen|terughalen|halen|weghalen|strikken|ophalen|"
            r"hebben|huren|kopen|contracteren)\b"
        ),
        wants(),
        (
            _example(f"[C PSV] heeft {_X} op het oog.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] wil {_X} aantrekken.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] heeft {_X} in de basis."),
        ),
    ),
    ClaimRule(
        "transfer-put-forward",
        ("naar voren",),
        r"\bschui(?:ft|ven) (?P<who><P>)(?=[^.;]{0,150}\bnaar voren\b)",
        put_forward,
        (
            _example(
                f"[C Ajax] zoekt een coach voor [C Ajax]. [O De Telegraaf] schuift {_X} naar voren.",
                to_club_id="Ajax",
                status="rumour",
            ),
            _example(f"De spits schuift {_X} aan de kant."),
        ),
    ),
    ClaimRule(
        "transfer-stays",
        ("blijft",),
        r"\bblijft\b(?=[^.;]{0,40} bij (?:de |het )?<C>)",
        joins(("bij",), ()),
        (
            _example(
                f"{_X} zou op weg zijn naar [C PSV]. [P De spits=Jan Wit] blijft bij [C Ajax].",
                to_club_id="PSV",
                status="denied",
            ),
            _example(f"{_X} blijft bij [C Ajax]."),
        ),
    ),
    ClaimRule(
        "transfer-checked",
        ("gekeurd", "keuring"),
        r"\b(?:gekeurd|keuring)\b",
        checked,
        (
            _example(
                f"{_X} wordt medisch gekeurd. [C PSV] neemt [P de Turk=Jan Wit] over van [C Ajax].",
                to_club_id="PSV",
                status="agreed",
            ),
            _example(f"{_X} wordt medisch gekeurd."),
        ),
    ),
    ClaimRule(
        "transfer-medical",
        ("keuring", "gekeurd", "rond met", "eens met", "akkoord met", "akkoord bereikt", "medisch"),
        r"\b(?:keuring|gekeurd|medische tests?|rond met|het eens met|akkoord (?:bereikt )?met)\b",
        joins(("bij", "met"), ("van",), default="agreed"),
        (
            _example(f"{_X} ondergaat vandaag de medische keuring bij [C PSV].", to_club_id="PSV", status="agreed"),
            _example(f"{_X} is akkoord met de trainer."),
        ),
    ),
    ClaimRule(
        "transfer-sale-of",
        ("verkoop van", "vertrek van", "overgang van"),
        (
            r"\bmet (?P<club><C>) (?:[\w-]+ ){0,4}over (?:de |een |het )?(?:verkoop|vertrek|overgang|transfer|"
            r"uitleenbeurt) van (?P<who><P>)"
        ),
        wants(),
        (
            _example(
                f"[C Ajax] zou een akkoord hebben met [C PSV] over de verkoop van {_X}.",
                to_club_id="PSV",
                status="rumour",
            ),
            _example(f"[C Ajax] praat met [C PSV] over de vorm van {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-deal-over",
        (" over ",),
        (
            r"\bmet (?P<other><C>) (?:[\w-]+ ){0,4}over (?:(?:de |een |het )?(?:komst|transfer|overname|"
            r"overgang|huur|"
            r"aankoop) van )?(?P<who><P>)"
        ),
        deal_over,
        (
            _example(
                f"[C PSV] is akkoord met [C Ajax] over een transfer van {_X}.",
                from_club_id="Ajax",
                to_club_id="PSV",
                status="agreed",
            ),
            _example(f"[C PSV] is het met [C Ajax] eens over {_X}.", to_club_id="PSV", status="agreed"),
            _example(f"[C PSV] speelt met [C Ajax] in de beker over {_X} heen."),
        ),
    ),
    ClaimRule(
        "transfer-on-the-way",
        ("op weg", "onderweg", "dicht bij", "nadert", "dicht tegen"),
        r"\b(?:op weg|onderweg|dicht (?:bij|tegen)|nadert)\b",
        joins(("naar", "bij", "tegen", ""), ("van",), default="rumour"),
        (
            _example(f"{_X} is op weg naar [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} is op weg naar het stadion."),
        ),
    ),
    ClaimRule(
        "transfer-noun-to",
        ("overstap naar", "transfer naar", "terugkeer naar", "vertrek naar", "overgang naar", "terugkeer bij"),
        (
            r"(?:(?P<whose><H>) )?\b(?:[\w-]+e )?(?:overstap|transfer|terugkeer|vertrek|overgang) (?:naar|"
            r"bij) (?:(?:de|het|\w+e) ){0,2}(?P<club><C>)"
        ),
        noun_to,
        (
            _example(
                f"Een overstap naar [C PSV], waar {_X} aan werd gelinkt, komt er niet.",
                to_club_id="PSV",
                status="denied",
            ),
            _example(
                f"Voor {_X} ligt een terugkeer naar [C PSV] meer voor de hand.", to_club_id="PSV", status="rumour"
            ),
            _example("Na [H zijn=Jan Wit] overstap naar [C PSV] bloeide hij op.", to_club_id="PSV", status="done"),
            _example(f"De overstap naar [C PSV] viel {_X} en [P Piet Zwart] zwaar."),
        ),
    ),
    ClaimRule(
        "transfer-noun-of",
        (" van ",),
        (
            r"\b(?:overstap|transfer|terugkeer|overgang|vertrek|verhuizing|komst) van (?:de )?"
            r"(?P<who><P>)(?=[^.;]{0,150} (?:naar|"
            r"bij) )"
        ),
        noun_of,
        (
            _example(f"De overstap van {_X} naar [C PSV] ketst af.", to_club_id="PSV", status="denied"),
            _example(f"De transfer van {_X} naar [C PSV] is rond.", to_club_id="PSV", status="agreed"),
            _example(f"Het vertrek van {_X} doet pijn."),
        ),
    ),
)
