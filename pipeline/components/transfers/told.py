"""Moves that are told: who stepped over, was hired, sold, signed, let go, or came back."""

from __future__ import annotations

from pipeline.components.claims import ClaimRule
from pipeline.components.rules import Example
from pipeline.components.transfers.frames import (
    dismissed,
    gives,
    goes,
    joins,
    leaves,
    swaps,
    takes,
)
from pipeline.components.transfers.phrases import addition, bracketed, departure_of, paid

_X = "[P Jan Wit]"


def _example(text: str, **values: object) -> Example:
    """A sentence about Jan Wit and the row it gives; none without values."""
    return Example(text, ({"person_id": "Jan Wit", **values},) if values else ())


RULES = (
    ClaimRule(
        "transfer-swap",
        ("ruil", "verlaat", "verliet", "verlaten"),
        r"\b(?:verruil\w*|ruilt|ruilde|inruil\w*|verlaat|verliet|verlaten)\b(?=[^.]{0,150} voor )",
        swaps,
        (
            _example(f"{_X} verruilt [C Ajax] voor [C PSV].", from_club_id="Ajax", to_club_id="PSV", status="done"),
            _example(f"{_X} verlaat [C Ajax] na dit seizoen voor [C PSV].", to_club_id="PSV", status="agreed"),
            _example(f"{_X} verruilt de bank voor de basis."),
        ),
    ),
    ClaimRule(
        "transfer-step",
        ("overstap", "oversteek", "stap", "sprong"),
        (
            r"\b(?:maakt\w*|maken|gemaakt|zette?|zetten|waagt|waagde)\b[^.;]{0,40}\b(?:overstap|oversteek|"
            r"de (?:stap|sprong)(?= naar ))\b|"
            r"\b(?:overstap|oversteek)\b[^.;]{0,30}\b(?:maakt\w*|maken|gemaakt)\b|\b(?:stapt|"
            r"stapte)\b[^.;]{0,60}\bover\b|\bover(?:ge)?stapte?\b"
        ),
        joins(("naar", "richting"), ("van",)),
        (
            _example(
                f"{_X} maakt de overstap van [C Ajax] naar [C PSV].",
                from_club_id="Ajax",
                to_club_id="PSV",
                status="done",
            ),
            _example(f"{_X} zou in de winter de overstap naar [C PSV] maken.", to_club_id="PSV", status="rumour"),
            _example(
                f"{_X} stapte vorige zomer transfervrij over naar [C PSV].",
                to_club_id="PSV",
                type="free",
                status="done",
            ),
            _example(f"Het is niet uitgesloten dat {_X} de overstap naar [C PSV] maakt."),
        ),
    ),
    ClaimRule(
        "transfer-loan-to",
        ("huur", "leen", "gestald"),
        r"\b(?:verhuurd?|verhuurt|verhuurde|verhuurden|verhuren|uitgeleend|uitleent|uitleende|leent|leende|"
        r"uitlenen|gestald(?= bij))\b",
        gives(("aan", "naar", "bij"), kind="loan"),
        (
            _example(
                f"{_X} wordt door [C Ajax] verhuurd aan [C PSV].",
                from_club_id="Ajax",
                to_club_id="PSV",
                type="loan",
                status="done",
            ),
            _example(f"[C Ajax] verhuurt {_X} aan [C PSV].", from_club_id="Ajax", to_club_id="PSV", type="loan"),
            _example(f"[C Ajax] verhuurt {_X} niet."),
        ),
    ),
    ClaimRule(
        "transfer-sell",
        ("verko",),
        r"\b(?:verkoopt|verkocht|verkochten|verkopen)\b",
        gives(("aan", "naar"), kind="permanent"),
        (
            _example(
                f"[C Ajax] verkoopt {_X} voor 8 miljoen euro aan [C PSV].",
                from_club_id="Ajax",
                to_club_id="PSV",
                fee_eur=8000000.0,
                type="permanent",
            ),
            _example(f"{_X} werd verkocht aan [C PSV].", to_club_id="PSV", status="done"),
            _example("[C Ajax] verkocht duizend kaarten."),
        ),
    ),
    ClaimRule(
        "transfer-lose",
        ("kwijt", "stalt", "stalde", "ziet", "zag", "verlies", "verloor"),
        (
            r"\b(?:raakt|raakte|stalt|stalde|verliest|verloor)\b"
            r"(?=[^.;]{0,150}(?:<P>[^.;]{0,150} (?:aan|bij) |kwijt aan))|"
            r"\b(?:ziet|zag)\b(?=[^.;]{0,150} vertrekken naar )"
        ),
        gives(("aan", "bij", "naar")),
        (
            _example(f"[C Ajax] verloor met {_X} de topschutter aan [C PSV].", from_club_id="Ajax", to_club_id="PSV"),
            _example(f"[C Ajax] ziet {_X} vertrekken naar [C PSV].", from_club_id="Ajax", to_club_id="PSV"),
            _example(f"[C Ajax] verloor met 2-1 van [C PSV] door {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-take",
        (
            "haal",
            "koop",
            "koch",
            "huur",
            "neem",
            "nam",
            "nomen",
            "losge",
            "trek",
            "trok",
            "trok",
            "leg",
            "lijf",
            "strik",
            "pluk",
            "versterk",
            "contracteer",
            "presente",
            "verwelkom",
            "vast",
            "betaal",
            "neer",
            "reken",
            "wierf",
            "werf",
            "worven",
            "pik",
            "kaap",
            "zekerd van",
            "leent",
            "losweek",
            "lijf",
            "engage",
        ),
        r"\b(?:haalt|haalde|haalden|weghaal\w*|gehaald|weggehaald|opgehaald|teruggehaald|koopt|kocht|gekocht|"
        r"weggekocht|huurt|huurde|gehuurd|huren(?! aan)|aangetrokken|vastgelegd|ingelijfd|weggeplukt|plukt|plukte|"
        r"strikt|strikte|gestrikt|contracteert|contracteerde|gecontracteerd|overgenomen|overnemen|aangekocht|"
        r"losgeweekt|losweekt|losweekte|overneemt|overnam|overnamen|aantrekt|aantrok|vastlegt|vastlegde|inlijft|"
        r"inlijfde|wegplukt|wegplukte|ophaalt|ophaalde|terughaal\w*|binnenhaal\w*|binnengehaald|wegkaapte?|"
        r"weggekaapt|"
        r"verwerft|verwierf|verworven|oppikte?|opgepikt|verzekerd van|leent(?=[^.;]{0,80} van )|geëngageerd|"
        r"engageerde?|versterkt?(?: zich)? met|versterkte zich met|betaalt|betaalde|betaalden|neertelde|neertelt|"
        r"verwelkomt|verwelkomde)\b|\b(?:neemt|nam|namen)\b(?=[^.;]{0,80}\bover\b)|\b(?:trekt|"
        r"trok)\b(?=[^.;]{0,60}\baan\b)|\b(?:legt|legde)\b(?=[^.;]{0,60}\bvast\b)|\b(?:pikt|"
        r"pikte)\b(?=[^.;]{0,60}\bop\b)|\b(?:plukt|plukte|kaapt|kaapte)\b(?=[^.;]{0,60}\bweg\b)|"
        r"\b(?:presenteert|presenteerde|gepresenteerd)\b(?=[^.;]{0,60}\b\w*aanwinst)|\b(?:lijft|"
        r"lijfde)\b(?=[^.;]{0,60}\bin\b)|\b(?:rekent|rekende)\b(?=[^.;]{0,60}\baf\b)|\b(?:telt|"
        r"telde)\b(?=[^.;]{0,60}\bneer\b)",
        takes(("van", "bij", "uit")),
        (
            _example(f"[C Ajax] haalt {_X} weg bij [C PSV].", from_club_id="PSV", to_club_id="Ajax", status="done"),
            _example(f"[C Ajax] huurt {_X} van [C PSV].", from_club_id="PSV", to_club_id="Ajax", type="loan"),
            _example(f"[C Ajax] neemt {_X} over van [C PSV].", from_club_id="PSV", to_club_id="Ajax"),
            _example(
                f"{_X} werd in 2022 door [C Ajax] overgenomen van [C PSV].",
                from_club_id="PSV",
                to_club_id="Ajax",
                date_value="2022",
            ),
            _example(f"[C Ajax] wil {_X} huren.", to_club_id="Ajax", type="loan", status="rumour"),
            _example("[C Ajax] haalt een punt bij [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-come",
        ("kwam", "komt", "komen", "overkwam"),
        (
            r"\b(?:kwam|komt|kwamen|komen|overgekomen|overkwam|overkomt|overkomen)\b(?=[^.;]{0,150}\bover\b|"
            r"[^.;]{0,3}\bvan\b|[^.;,]{0,30}(?:transfervrij|gratis|basis|definitief|<DE>) van (?:(?:de|het|"
            r"\w+e) ){0,2}<C>)|\boverge?k\w+"
        ),
        joins(("naar",), ("van", "uit", "bij"), needs_goal=False),
        (
            _example(
                (
                    f"[C Ajax] huldigt [C Ajax]-speler {_X}. Die kwam niet uit het niets: [P hij=Jan Wit] kwam in "
                    f"2021 over van [C PSV]."
                ),
                from_club_id="PSV",
                to_club_id="Ajax",
                status="done",
                date_value="2021",
            ),
            _example(f"{_X} kwam moeilijk over op de fans van [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-sign",
        ("teken", "krabbel", "handtekening"),
        r"\b(?:tekent|tekende|getekend|tekenen|ondertekent|ondertekende|ondertekend|krabbel|handtekening)\b",
        joins(("bij", "voor"), ("van",)),
        (
            _example(f"{_X} tekent voor drie jaar bij [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} tekende voor de gelijkmaker."),
        ),
    ),
    ClaimRule(
        "transfer-go",
        (" naar ",),
        (
            r"\b(?:vertrekt|vertrok|vertrekken|vertrokken|verhuist|verhuisde|verhuizen|verhuisd|verkast|verkaste|"
            r"verkassen|trekt|trok|keert terug|keerde terug|gaat|ging|gegaan|transfereerde|belandt|"
            r"belandde)\b(?=[^.;]{0,150} naar )|\bwil\b(?=[^.;,]{0,30} naar (?:\w+e )?<C>[ .,])|\bnaar (?:(?:de|"
            r"het|\w+e) ){0,2}<C> (?:\w+ ){0,2}"
            r"(?:gaat|vertrekt|verhuist|"
            r"verkast|trekt|ging|vertrok|verhuisde|verkaste|trok|gaan|vertrekken|vertrokken|verhuisd|gegaan)\b"
        ),
        goes,
        (
            _example(f"{_X} vertrekt transfervrij naar [C PSV].", to_club_id="PSV", type="free", status="done"),
            _example(f"{_X} gaat niet naar [C PSV].", to_club_id="PSV", status="denied"),
            _example(f"{_X} ontkent dat [P hij=Jan Wit] naar [C PSV] gaat.", to_club_id="PSV", status="denied"),
            _example(f"{_X} gaat naar de kapper."),
            _example(f"{_X} gaat met [C Ajax] naar [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-return",
        ("keert", "keerde", "keren", "teruggekeerd", "terugkeert", "terugkeerde", "aansluit", "sluit", "sloot"),
        (
            r"\b(?:keert|keerde|keren)\b(?=[^.;]{0,150}\bterug\b)|\b(?:teruggekeerd|terugkeert|terugkeerde|"
            r"terugkeren)\b|"
            r"\b(?:sluit|sloot)\b(?=[^.;]{0,150}\baan bij\b)|\b(?:aangesloten|aansluit|aansluiten)\b"
        ),
        joins(("naar", "bij"), ("van", "uit")),
        (
            _example(f"{_X} keert terug bij [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} keert na zijn huurperiode bij [C PSV] terug op het veld."),
            _example(f"{_X} keert terug op het trainingsveld."),
        ),
    ),
    ClaimRule(
        "transfer-leave",
        ("verlaat", "verliet", "verlaten", "vertrekt", "vertrok", "weg bij", "gaat", "stapt", "stopt", "zwaai"),
        (
            r"\b(?:verlaat|verliet|vertrekt|vertrok|vertrokken|(?<!goed )weg bij)\b|"
            r"\bgaat\b(?=[^.;]{0,150} weg (?:bij|als)\b)|"
            r"\bzwaai(?:t|de)\b(?=[^.;]{0,60} af\b)|\bstapte?\b(?=[^.;]{0,150} op (?:bij|als)\b)|"
            r"\bstopt\b(?= [^.;]{0,150}als (?:hoofd)?(?:trainer|coach))"
        ),
        leaves,
        (
            _example(f"{_X} verlaat [C PSV] per direct.", from_club_id="PSV", to_club_id="", status="done"),
            _example(f"{_X} vertrok in juni bij [C PSV].", from_club_id="PSV", to_club_id="", status="done"),
            _example(f"{_X} wil vertrekken bij [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-bracketed",
        ("(naar ",),
        r"(?P<who><P>) \(naar (?P<club><C>)\)",
        bracketed,
        (
            _example(f"[C Ajax] zag {_X} (naar [C PSV]) gaan.", to_club_id="PSV", status="done"),
            _example(f"{_X} (naar eigen zeggen) blijft."),
        ),
    ),
    ClaimRule(
        "transfer-departure-of",
        ("vertrek van ",),
        r"\bvertrek van (?:[\w-]+ ){0,3}?(?:[\w-]+, )?(?P<who><P>)",
        departure_of,
        (
            _example(
                f"[C PSV] bevestigt het vertrek van trainer {_X}.", from_club_id="PSV", to_club_id="", status="agreed"
            ),
            _example(f"Het vertrek van {_X} doet [C PSV] pijn."),
        ),
    ),
    ClaimRule(
        "transfer-dismissed",
        (
            "ontsla",
            "ontsloeg",
            "afscheid van",
            "uit elkaar",
            "stuur",
            "ontbind",
            "ontbonden",
            "op straat",
            "aan de deur",
            "de laan uit",
        ),
        (
            r"\b(?:ontslaat|ontsloeg|ontslagen(?! <P>)|uit elkaar|(?:stuurt|stuurde|gestuurd)(?=[^.;]{0,150} weg\b)|"
            r"weggestuurd|ontbonden|ontbindt|ontbinden|op straat|de laan uit|aan de deur)\b|\bafscheid van (?=<P>|"
            r"[\w-]+ <P>)"
        ),
        dismissed,
        (
            _example(f"[C Ajax] ontslaat {_X}.", from_club_id="Ajax", to_club_id="", status="done"),
            _example(f"[C Ajax] zet {_X} op straat.", from_club_id="Ajax", status="done"),
            _example(f"[C Ajax] wil {_X} niet ontslaan."),
        ),
    ),
    ClaimRule(
        "transfer-paid",
        ("betaal", "ontving", "kreeg", "neer", "ontvangt", "krijgt"),
        (
            r"(?P<first><C>)[^.;:]{0,30} (?:van|aan) (?P<second><C>) (?:\w+ ){0,2}(?P<verb>ontving|kreeg|krijgt|"
            r"ontvangt|betaalde|betaalt) voor (?P<who><P>)"
        ),
        paid,
        (
            _example(
                f"Het geld dat [C Ajax] van [C PSV] ontving voor {_X} is op.",
                from_club_id="Ajax",
                to_club_id="PSV",
                status="done",
            ),
            _example(f"[C Ajax] kreeg een kans door {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-career",
        ("voetballen", "loopbaan", "carrière", "spelen", "koos", "kiest", "gekozen", " af bij"),
        (
            r"\b(?:gaat|ging|zal) (?=[^.;]{1,60}(?:voetballen|spelen)\b)|\b(?:zet|zette|vervolgt|"
            r"vervolgde)\b(?=[^.;]{0,40}\b(?:loopbaan|carrière)\b)|\b(?:koos|kiest|gekozen)\b(?=[^.;]{0,30} voor )|"
            r"\bmaakt\b(?= (?:het seizoen|<D>) af bij)"
        ),
        joins(("bij", "voor"), ("van",)),
        (
            _example(f"{_X} koos voor [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} gaat bij [C PSV] voetballen.", to_club_id="PSV", status="done"),
            _example(f"{_X} zet zijn loopbaan voort bij [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} zet zijn loopbaan stop."),
        ),
    ),
    ClaimRule(
        "transfer-addition",
        ("aanwinst", "versterking", "nieuwkomer", "aankoop", "nieuwe"),
        (
            r"(?P<who><P>)(?:,| is| wordt) (?:de |het )?(?:[\w-]+ |<RN> ){0,3}(?:\w*aanwinst|versterking|nieuwkomer|"
            r"aankoop|nieuwe \w*(?:spits|aanvaller|verdediger|middenvelder|doelman|keeper|back|buiten)) (?:van|"
            r"voor|bij) (?P<club><C>)"
        ),
        addition,
        (
            _example(f"{_X} is de derde zomeraanwinst van [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} is een aanwinst voor de competitie."),
        ),
    ),
)
