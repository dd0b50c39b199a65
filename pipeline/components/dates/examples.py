"""Sentences that show what each date rule reads and leaves alone; the tests run all of them.

An expression stands between braces; behind the sentence, in the same order, come its TIMEX3 value and its days
("2027 2027-06-01 2027-07-31"; one day once; none when it cannot be placed). A sentence without braces holds no date.
"""

from __future__ import annotations

import re

from pipeline.components.rules import Example

_MARKED = re.compile(r"\{([^}]*)\}")
THURSDAY = "2024-11-14"


def _example(text: str, *values: str, published: str = THURSDAY) -> Example:
    expect = []
    for match, value in zip(_MARKED.finditer(text), values, strict=True):
        name, *days = value.split()
        first, last = (days[0], days[-1]) if days else ("", "")
        expect.append({"text": match[1], "value": name, "earliest": first, "latest": last})
    return Example(_MARKED.sub(r"\1", text), tuple(expect), published)


#: By rule name. Those under "" must find nothing.
DATE_EXAMPLES: dict[str, tuple[Example, ...]] = {
    "iso-date": (
        _example("Update {2024-11-02}: de club bevestigt.", "2024-11-02 2024-11-02"),
        _example("Het dossiernummer is 2024-13-45."),
    ),
    "numeric-date": (
        _example("Hij is vrij per {30-6-2027}.", "2027-06-30 2027-06-30"),
        _example("Hij is vrij per {30/06/2027}.", "2027-06-30 2027-06-30"),
        _example("Hij is vrij per {30-6-'27}.", "2027-06-30 2027-06-30"),
        _example("Geboren op {04.05.1998} in Gent.", "1998-05-04 1998-05-04"),
        _example("Het systeem was 31-2-2024 niet bekend."),
    ),
    "day-range": (
        _example("Het toernooi is van {4 tot 22 juni 2025}.", "2025-06-04/2025-06-22 2025-06-04 2025-06-22"),
        _example("De loting valt tussen {2 en 7 december}.", "2024-12-02/2024-12-07 2024-12-02 2024-12-07"),
        _example("Er wordt op {15 en 16 maart 2025} gespeeld.", "2025-03-15/2025-03-16 2025-03-15 2025-03-16"),
    ),
    "day-month": (
        _example("Hij had een contract tot en met {31 december}.", "2024-12-31 2024-12-31"),
        _example("De middenvelder, wiens contract op {30 juni} verloopt, zweeg.", "2025-06-30 2025-06-30"),
        _example("Zijn contract loopt tot {30 juni 2027}.", "2027-06-30 2027-06-30"),
        _example("Hij vertrekt per {1 juli}.", "2025-07-01 2025-07-01"),
        _example("Op {12 oktober} verloor de ploeg thuis.", "2024-10-12 2024-10-12"),
        _example("Op {12 oktober} verloor de ploeg thuis.", "2024-10-12 2024-10-12", published="2024-11"),
        _example("{Zondag 24 november} komt Ajax op bezoek.", "2024-11-24 2024-11-24"),
        _example("De finale is op {zaterdag 31 mei 2025}.", "2025-05-31 2025-05-31"),
        _example("{Zaterdagavond 9 november} ging het mis.", "2024-11-09 2024-11-09"),
        _example("De eerste training is op {drie januari}.", "2025-01-03 2025-01-03"),
        _example("Sinds {de 2e van augustus} traint hij mee.", "2024-08-02 2024-08-02", published="2024-11"),
        _example("Hij is op {12 maart vorig jaar} geopereerd.", "2023-03-12 2023-03-12"),
        _example("Hij tekende op {2 jan. 2023}.", "2023-01-02 2023-01-02"),
        _example("Op {7 maart} speelt Jong Oranje.", "2025-03-07 2025-03-07", published="2024-11"),
        _example("Op {7 maart} speelt Jong Oranje.", "XXXX-03-07", published="2024"),
        _example("Op {7 maart} speelt Jong Oranje.", "XXXX-03-07", published=""),
    ),
    "nth-of-month": (
        _example("Hij tekende op {de laatste dag van januari 2024}.", "2024-01-31 2024-01-31"),
        _example("{De eerste vrijdag van juli 2025} is de aftrap.", "2025-07-04 2025-07-04"),
        _example("In {het laatste weekend van april 2025} valt de beslissing.", "2025-W17-WE 2025-04-25 2025-04-27"),
        _example("{De tweede zondag van de maand} is er koopzondag.", "2024-11-10 2024-11-10"),
    ),
    "weekday-and-day": (
        _example("{Donderdag de 21ste} speelt Genk.", "2024-11-21 2024-11-21"),
        _example("{Zondag} de derde nederlaag voor Lommel.", "2024-11-17 2024-11-17"),
    ),
    "week-of-day": (
        _example("In {de week die op 4 februari begint} is er een dubbel programma.", "2025-W06 2025-02-03 2025-02-09"),
    ),
    "month-number": (
        _example("Hij ligt vast tot {06/2026}.", "2026-06 2026-06-01 2026-06-30"),
        _example("Zijn verbintenis eindigt {6-2027}.", "2027-06 2027-06-01 2027-06-30"),
        _example("In {2016-11} kwam hij terug.", "2016-11 2016-11-01 2016-11-30"),
        _example("Topscorer van {2010-11}.", "2010-07/2011-06 2010-07-01 2011-06-30"),
    ),
    "days-of-month": (
        _example("Hij is {volgende maand van 4 tot 22} geschorst.", "2024-12-04/2024-12-22 2024-12-04 2024-12-22"),
        _example("Er wordt {deze maand tussen 18 en 22} geloot.", "2024-11-18/2024-11-22 2024-11-18 2024-11-22"),
    ),
    "nth-of-year": (
        _example("In {de eerste week van 2025} wordt er getraind.", "2025-W01 2024-12-30 2025-01-05"),
        _example("In {het derde kwartaal van 2023} steeg de omzet.", "2023-07/2023-09 2023-07-01 2023-09-30"),
        _example("De cijfers van {K3 2023} zijn goed.", "2023-07/2023-09 2023-07-01 2023-09-30"),
        _example("De meiden van K3 traden op."),
        _example("De eerste week van de voorbereiding viel tegen."),
    ),
    "day-of-month": (
        _example("Op {de 20ste van volgende maand} wordt er geloot.", "2024-12-20 2024-12-20"),
        _example("De 20ste van de ranglijst degradeert."),
    ),
    "nth-weekday": (
        _example("Er wordt gespeeld op {de tweede zondag}.", "2024-11-10 2024-11-10"),
        _example("Voor de tweede {zondag} op rij bleef het doelpuntloos.", "2024-11-10 2024-11-10"),
    ),
    "bare-day": (
        _example("De persconferentie is op {de 27e}.", "2024-11-27 2024-11-27"),
        _example("Op {de 23ste} speelt Genk thuis.", "2024-11-23 2024-11-23"),
        _example("De ploeg staat op de vijftiende."),
        _example("Oranje staat op de 27e plaats van de wereldranglijst."),
        _example("Hij scoorde in de 27e minuut."),
        _example("In de 27e viel hij uit."),
    ),
    "numeric-day": (
        _example("De loting is op {22/11}.", "2024-11-22 2024-11-22"),
        _example("Op {6/12} komt Genk op bezoek.", "2024-12-06 2024-12-06"),
        _example("Speeldatum: {22-11}.", "2024-11-22 2024-11-22"),
        _example("Open van {1-10 tot 7-11}.", "2024-10-01/2024-11-07 2024-10-01 2024-11-07"),
        _example("Ajax won met 10-1 van de amateurs."),
        _example("De thuisploeg kwam op 2-1."),
        _example("Met 6/9 begon Gent goed aan de competitie."),
        _example("Genk pakte 18/24."),
        _example("Het stond 12-9 in strafschoppen."),
    ),
    "week-number": (
        _example("In {week 31} begint de voorbereiding.", "2024-W31 2024-07-29 2024-08-04"),
        _example("Hij is {een week} of 6 uitgeschakeld.", "P1W"),
    ),
    "after-next": (
        _example("{De week na de volgende} speelt Twente in Europa.", "2024-W48 2024-11-25 2024-12-01"),
        _example("In de week na de zege ging het mis."),
    ),
    "that-unit": (
        _example("{Datzelfde jaar} werd hij kampioen.", "XXXX"),
        _example("{Dat weekend} verloor Gent van Genk.", "XXXX-WXX-WE"),
        _example("In {hetzelfde seizoen} won hij de beker.", "XXXX-07/XXXX-06"),
        _example("{Die zomer} trok hij naar Gent.", "XXXX-SU"),
        _example("Hij deed dat week na week."),
    ),
    "last-weekday": (
        _example("De beslissing volgt ten laatste {maandag}.", "2024-11-18 2024-11-18"),
        _example("Hij viel {de laatste zondag} uit.", "2024-11-10 2024-11-10"),
    ),
    "decades-back": (
        _example("De beste spits van {het afgelopen decennium}.", "201 2010-01-01 2019-12-31"),
        _example("Zo slecht was het {de laatste twee decennia} niet.", "2000/2019 2000-01-01 2019-12-31"),
    ),
    "century": (
        _example("De club stamt uit {de 19e eeuw}.", "18 1800-01-01 1899-12-31"),
        _example("De eeuwige reserve mocht invallen."),
    ),
    "from-day": (
        _example("{Twee weken vanaf nu} is de finale.", "2024-W48 2024-11-25 2024-12-01"),
        _example("{Drie dagen na morgen} wordt er geloot.", "2024-11-18 2024-11-18"),
        _example("{Twee dagen} na de nederlaag werd hij ontslagen.", "P2D"),
    ),
    "stretch": (
        _example("{De komende drie weken} is hij er niet bij.", "2024-11-15/2024-12-05 2024-11-15 2024-12-05"),
        _example("Hij scoorde {de afgelopen twee maanden} niet.", "2024-09-14/2024-11-13 2024-09-14 2024-11-13"),
        _example("{De komende drie weken} is hij er niet bij.", "P3W", published="2024-11"),
        _example("De volgende drie wedstrijden mist hij."),
    ),
    "within": (
        _example("Hij zal binnen {tien dagen} tekenen.", "2024-11-14/2024-11-24 2024-11-14 2024-11-24"),
        _example("Hij scoorde drie keer binnen {twee weken}.", "P2W"),
    ),
    "present": (
        _example("Hij verlengde opnieuw, nu tot en met {2027}.", "2027 2027-01-01 2027-12-31"),
        _example("Tussen {2020 en nu} speelde hij bij vier clubs.", "2020/2024-11-14 2020-01-01 2024-11-14"),
    ),
    "year-2000": (
        _example("Van {tweeduizend tot tweeduizend veertien} was hij jeugdtrainer.", "2000/2014 2000-01-01 2014-12-31"),
        _example("Er waren tweeduizend toeschouwers."),
    ),
    "year-in-words": (
        _example("De club werd in {negentienhonderdtwaalf} opgericht.", "1912 1912-01-01 1912-12-31"),
        _example("Op {21 september negentien achtenzeventig} debuteerde hij.", "1978-09-21 1978-09-21"),
        _example("Hij speelde negentien wedstrijden."),
        _example("In negentien duels maakte hij drie goals."),
    ),
    "season-years": (
        _example("In {de eerste helft van het seizoen 2021/22} ging het mis.", "2021-07/2021-12 2021-07-01 2021-12-31"),
        _example("Topschutter van {de campagne 20/21}.", "2020-07/2021-06 2020-07-01 2021-06-30"),
        _example("In {het seizoen 2021/22} was hij basisspeler.", "2021-07/2022-06 2021-07-01 2022-06-30"),
        _example("Hij won de titel in {2018-2019}.", "2018-07/2019-06 2018-07-01 2019-06-30"),
        _example("Hij won de titel in {2018-19}.", "2018-07/2019-06 2018-07-01 2019-06-30"),
        _example("Topscorer van {seizoen '23/'24}.", "2023-07/2024-06 2023-07-01 2024-06-30"),
        _example("De topscorer van {seizoen 2024/'25} is bekend.", "2024-07/2025-06 2024-07-01 2025-06-30"),
        _example("Sinds {24/25} speelt hij links.", "2024-07/2025-06 2024-07-01 2025-06-30"),
        _example("Hij speelde bij Heracles ({2014-2018}).", "2014/2018 2014-01-01 2018-12-31"),
        _example("Ook {de jaargang 1999-2000} was sterk.", "1999-07/2000-06 1999-07-01 2000-06-30"),
    ),
    "season-of-year": (_example("In {het seizoen 2024} werd Malmö kampioen.", "2024 2024-01-01 2024-12-31"),),
    "month-year": (
        _example("Hij loopt {volgend jaar in juni} uit zijn contract.", "2025-06 2025-06-01 2025-06-30"),
        _example("Hij kwam in {oktober 2022} binnen.", "2022-10 2022-10-01 2022-10-31"),
        _example("Zijn knieblessure liep hij in {februari vorig jaar} op.", "2023-02 2023-02-01 2023-02-28"),
        _example("In {vorig jaar mei} degradeerde de club.", "2023-05 2023-05-01 2023-05-31"),
        _example("Tot {jun. 2027}.", "2027-06 2027-06-01 2027-06-30"),
        _example("Tot {eind mei 2026}.", "2026-05 2026-05-21 2026-05-31"),
        _example("Tot {medio juni 2026}.", "2026-06 2026-06-11 2026-06-20"),
    ),
    "deictic-month": (
        _example("Hij debuteerde {afgelopen januari}.", "2024-01 2024-01-01 2024-01-31"),
        _example("{Komende maart} is hij fit.", "2025-03 2025-03-01 2025-03-31"),
        _example("{Afgelopen september} kwam hij over.", "2024-09 2024-09-01 2024-09-30"),
    ),
    "month": (
        _example("Sinds {september} is hij niet uit de ploeg te denken.", "2024-09 2024-09-01 2024-09-30"),
        _example("De ploeg heeft sinds {half september} niet gewonnen.", "2024-09 2024-09-11 2024-09-20"),
        _example("De spits, in {september} overgekomen van Ajax, start.", "2024-09 2024-09-01 2024-09-30"),
        _example("Ik heb haar in {augustus} drie keer zien spelen.", "2024-08 2024-08-01 2024-08-31"),
        _example("Genk zou het in {juni} opnieuw proberen.", "2025-06 2025-06-01 2025-06-30"),
        _example("Hij zou in {juni} al hebben getekend.", "2024-06 2024-06-01 2024-06-30"),
        _example("In {juni} maakte hij zijn debuut.", "2024-06 2024-06-01 2024-06-30"),
        _example("In {januari} vertrekt hij naar Genk.", "2025-01 2025-01-01 2025-01-31"),
        _example("Hij staat sinds {begin november} droog.", "2024-11 2024-11-01 2024-11-10"),
        _example("In {de maand december} speelt PSV zes duels.", "2024-12 2024-12-01 2024-12-31"),
        _example("In {november} won PSV alles.", "2024-11 2024-11-01 2024-11-30", published="2024-11"),
        _example("In {juni} maakte hij zijn debuut.", "XXXX-06", published=""),
        _example("Jan maakte de winnende treffer."),
        _example("De meiden van Oranje."),
    ),
    "transfer-window": (
        _example(
            "In {de winterse transferperiode van het seizoen 2016/2017} kwam hij.", "2017-01 2017-01-01 2017-01-31"
        ),
        _example(
            "{De transferperiode} is nog even open.", "2024-07/2024-08 2024-07-01 2024-08-31", published="2024-08"
        ),
        _example("In {de wintermercato} moet er een spits komen.", "2025-01 2025-01-01 2025-01-31"),
        _example("{De afgelopen zomermercato} was druk.", "2024-07/2024-08 2024-07-01 2024-08-31"),
        _example(
            "Hij is de duurste van {de zomerse transferperiode van 2023}.", "2023-07/2023-08 2023-07-01 2023-08-31"
        ),
        _example("In {de aankomende transferzomer} gaat hij weg.", "2025-07/2025-08 2025-07-01 2025-08-31"),
        _example("De club is actief op de transfermarkt."),
    ),
    "year-season": (
        _example("Zijn contract loopt tot {de zomer van 2026}.", "2026-SU 2026-06-01 2026-08-31"),
        _example("Tot {zomer 2027}.", "2027-SU 2027-06-01 2027-08-31"),
        _example("Hij vertrok {vorig jaar zomer}.", "2023-SU 2023-06-01 2023-08-31"),
        _example("Hij kwam {afgelopen zomer} over van Gent.", "2024-SU 2024-06-01 2024-08-31"),
        _example("{Komende zomer} loopt zijn contract af.", "2025-SU 2025-06-01 2025-08-31"),
        _example("{Volgende zomer} is hij vrij.", "2025-SU 2025-06-01 2025-08-31"),
        _example("{Deze zomer} haalde Antwerp vijf spelers.", "2024-SU 2024-06-01 2024-08-31"),
        _example("Hij vertrok {afgelopen winter}.", "2024-WI 2023-12-01 2024-02-29"),
        _example("Hij vertrekt {deze winter}.", "2025-WI 2024-12-01 2025-02-28"),
        _example("In {de winterstop} vertrekt hij.", "2025-WI 2024-12-01 2025-02-28"),
        _example("In {het voorjaar van 2019} brak hij door.", "2019-SP 2019-03-01 2019-05-31"),
        _example("{Deze zomer} wordt er verbouwd.", "XXXX-SU", published=""),
        _example("Koni De Winter maakte de gelijkmaker."),
        _example("De Winter stond in de basis."),
        _example("De Zomer is een straat in Gent."),
    ),
    "deictic-unit": (
        _example("Ze deden het {vorige week} nog beter.", "2024-W45 2024-11-04 2024-11-10"),
        _example("Ik denk dat {vorig weekend} doorslaggevend was.", "2024-W45-WE 2024-11-08 2024-11-10"),
        _example("{Vorige week} trainde hij nog apart.", "2024-W45 2024-11-04 2024-11-10"),
        _example("{Volgende week vrijdag} volgt de loting.", "2024-11-22 2024-11-22"),
        _example("{Komend weekend} wacht Willem II.", "2024-W46-WE 2024-11-15 2024-11-17"),
        _example("{Afgelopen weekend} won Utrecht.", "2024-W45-WE 2024-11-08 2024-11-10"),
        _example("{Dit weekend} verloor Beveren.", "2024-W45-WE 2024-11-08 2024-11-10", published="2024-11-11"),
        _example("{Dit weekend} speelt Beveren thuis.", "2024-W46-WE 2024-11-15 2024-11-17", published="2024-11-11"),
        _example("{Vorig jaar} werd hij kampioen.", "2023 2023-01-01 2023-12-31"),
        _example("{Volgend jaar} is het EK.", "2025 2025-01-01 2025-12-31", published="2024"),
        _example("Tot {eind dit jaar} is hij out.", "2024 2024-10-01 2024-12-31"),
        _example("Tot {begin volgend jaar} is hij out.", "2025 2025-01-01 2025-03-31"),
        _example("{Deze maand} nog volgt een besluit.", "2024-11 2024-11-01 2024-11-30", published="2024-11"),
        _example("{Vorige week} trainde hij nog apart.", "PAST_REF", published="2024-11"),
        _example("{Het voorbije jaar} miste hij niets.", "2023 2023-01-01 2023-12-31"),
    ),
    "seasons-back": (
        _example("{De afgelopen twee seizoenen} werd Gent vijfde.", "2022-07/2024-06 2022-07-01 2024-06-30"),
    ),
    "deictic-season": (
        _example("{Deze competitiejaargang} won Emmen niets.", "2024-07/2025-06 2024-07-01 2025-06-30"),
        _example("Na {dit seizoen} vertrekt hij.", "2024-07/2025-06 2024-07-01 2025-06-30"),
        _example("{Het afgelopen seizoen} won hij de titel.", "2023-07/2024-06 2023-07-01 2024-06-30"),
        _example("Aan {het einde van dit seizoen} stopt hij.", "2024-07/2025-06 2025-05-01 2025-06-30"),
        _example("{Volgend seizoen} speelt hij in Brugge.", "2025-07/2026-06 2025-07-01 2026-06-30"),
        _example("{Vorige jaargang} degradeerde Oostende.", "2023-07/2024-06 2023-07-01 2024-06-30"),
        _example("{Het huidige Eredivisieseizoen} is spannend.", "2024-07/2025-06 2024-07-01 2025-06-30"),
        _example(
            "{Afgelopen seizoen} eindigde RKC als vijfde.", "2023-07/2024-06 2023-07-01 2024-06-30", published="2024-06"
        ),
        _example("{Komend seizoen} is hij trainer.", "2024-07/2025-06 2024-07-01 2025-06-30", published="2024-06"),
        _example("{Het nieuwe seizoen} is begonnen.", "2024-07/2025-06 2024-07-01 2025-06-30", published="2024-08"),
        _example("{Afgelopen seizoen} was zwaar.", "PAST_REF", published="2024-05"),
        _example("{Dit seizoen} gaat het beter.", "PRESENT_REF", published="2024"),
        _example("Zijn eerste seizoen was goed."),
        _example("Hij is bezig aan het vierde seizoen van zijn termijn."),
    ),
    "current-season": (
        _example("Hij wordt midden in {het seizoen} ontslagen.", "2024-07/2025-06 2024-07-01 2025-06-30"),
        _example("Tot {het einde van het seizoen}.", "2024-07/2025-06 2025-05-01 2025-06-30"),
        _example("Aan {het begin van het seizoen} liep het stroef.", "2024-07/2025-06 2024-07-01 2024-08-31"),
        _example("In {de eerste helft van het seizoen} viel het tegen.", "2024-07/2024-12 2024-07-01 2024-12-31"),
        _example("{Heel het seizoen} bleef hij fit.", "2024-07/2025-06 2024-07-01 2025-06-30"),
        _example("{Het seizoenseinde} nadert.", "2024-07/2025-06 2025-05-01 2025-06-30"),
        _example("Het seizoen daarop degradeerde de club."),
    ),
    "season-half": (
        _example("In {de eerste competitiehelft} won Twente alles.", "2024-07/2024-12 2024-07-01 2024-12-31"),
        _example("{De tweede seizoenshelft} wordt zwaar.", "2025-01/2025-06 2025-01-01 2025-06-30"),
    ),
    "weekend": (
        _example("In {het weekend} verloor Gent.", "2024-W45-WE 2024-11-08 2024-11-10", published="2024-11-12"),
        _example("In {het weekend} speelt Gent thuis.", "2024-W46-WE 2024-11-15 2024-11-17", published="2024-11-12"),
    ),
    "unit": (
        _example("Voor {het einde van het jaar} volgt een besluit.", "2024 2024-10-01 2024-12-31"),
        _example("Hij is voetballer van het jaar."),
        _example("Het doelpunt van de week."),
    ),
    "recurrent": (
        _example("Er wordt {elke zondag} gespeeld.", "XXXX-WXX-7"),
        _example("Hij verdient twee miljoen euro {per jaar}.", "P1Y"),
        _example("De ploeg speelt {om de drie dagen}.", "P3D"),
    ),
    "weekday": (
        _example("De spits, die {zaterdag} uitviel, is fit.", "2024-11-09 2024-11-09"),
        _example(
            "Van {maandag tot donderdag} gaat de selectie op kamp.",
            "2024-11-18/2024-11-21 2024-11-18 2024-11-21",
        ),
        _example("Met zijn lengte steekt Danny Vrijdag boven iedereen uit."),
        _example("Jan Maart juicht zelden."),
        _example("{Deze vrijdag} wordt er geloot.", "2024-11-15 2024-11-15"),
        _example("{Zondag} won Ajax met 2-1.", "2024-11-10 2024-11-10"),
        _example("Ajax speelt {zondag} tegen PSV.", "2024-11-17 2024-11-17"),
        _example("{Zaterdagavond} wacht de topper.", "2024-11-16 2024-11-16"),
        _example("Hij heeft {dinsdag} zijn handtekening gezet.", "2024-11-12 2024-11-12"),
        _example("{Donderdag} werd de aanvoerder gehuldigd.", "2024-11-14 2024-11-14"),
        _example("{Afgelopen donderdag} ging het mis.", "2024-11-07 2024-11-07"),
        _example("{Vorige vrijdag} won Union nog.", "2024-11-08 2024-11-08"),
        _example("{Komende dinsdag} treft Nederland Bosnië.", "2024-11-19 2024-11-19"),
        _example("{Zondag} won Ajax met 2-1.", "XXXX-WXX-7", published="2024-11"),
        _example("De zaterdagamateurs trainen apart."),
    ),
    "day-adverb": (
        _example("{Deze namiddag} stelde Westerlo zijn trainer voor.", "2024-11-14 2024-11-14"),
        _example("{Gisteren} werd hij voorgesteld.", "2024-11-13 2024-11-13"),
        _example("{Gisterenavond} viel hij uit.", "2024-11-13 2024-11-13"),
        _example("{Eergisteren} viel hij uit.", "2024-11-12 2024-11-12"),
        _example("{Vanavond} speelt Oranje.", "2024-11-14 2024-11-14"),
        _example("Hij tekent {morgen}.", "2024-11-15 2024-11-15"),
        _example("Hij tekent {overmorgen}.", "2024-11-16 2024-11-16"),
        _example("{Vandaag} is hij jarig.", "PRESENT_REF", published="2024-11"),
    ),
    "ago": (
        _example("{Drie jaar geleden} kwam hij over.", "2021 2021-01-01 2021-12-31"),
        _example("{Twee weken geleden} viel hij uit.", "2024-W44 2024-10-28 2024-11-03"),
        _example("Hij is {over twee maanden} terug.", "2025-01 2025-01-01 2025-01-31"),
        _example("{Over drie jaar} stopt hij.", "2027 2027-01-01 2027-12-31", published="2024-11"),
        _example("{Anderhalf jaar geleden} stond hij aan de grond.", "2023-05 2023-05-01 2023-05-31"),
        _example("{Een paar weken geleden} was hij nog fit.", "PAST_REF"),
        _example("{Vijf dagen geleden} was hij nog fit.", "2024-11-09 2024-11-09"),
    ),
    "vague": (
        _example("{De laatste weken} gaat het beter.", "PAST_REF"),
        _example("{De komende maanden} staat hij aan de kant.", "FUTURE_REF"),
        _example("Hij won {de laatste drie jaar} niets.", "P3Y"),
        _example("Hij is bezig aan zijn laatste maanden als trainer."),
    ),
    "duration": (
        _example("De spits is pas 19 jaar."),
        _example("Hij was toen 34 jaar en speelde in Gent."),
        _example("Hij is {drie jaar} actief bij Gent.", "P3Y"),
        _example("Hij is al {34 jaar} lid van de club.", "P34Y"),
        _example("Hij tekent voor {drie seizoenen}.", "P3Y"),
        _example("Hij tekent voor {tweeënhalf jaar}.", "P2.5Y"),
        _example("Zijn ban duurt {vier weken}.", "P4W"),
        _example("De ploeg bleef {een heel jaar} ongeslagen.", "P1Y"),
        _example("Hij wordt voor {een half jaar} verhuurd.", "P0.5Y"),
        _example("Hij verlengt met {een jaar}.", "P1Y"),
        _example("Hij is {een paar weken} uit de roulatie.", "PXW"),
        _example("Na {1 jaar en 3 maanden} is hij terug.", "P1Y3M"),
        _example("De keeper is 38 jaar oud."),
        _example("Na negentig minuten was het 1-1."),
    ),
    "contract-length": (
        _example("Hij tekent een {driejarig} contract.", "P3Y"),
        _example("Hij kreeg een {2,5-jarige} verbintenis.", "P2.5Y"),
        _example("De 23-jarige spits scoorde."),
    ),
    "decade": (
        _example("In {de jaren negentig} was hij speler.", "199 1990-01-01 1999-12-31"),
        _example("In {de jaren '70} won Ajax alles.", "197 1970-01-01 1979-12-31"),
        _example("{Eind jaren tachtig} kwam hij.", "198 1980-01-01 1989-12-31"),
    ),
    "holiday": (
        _example("Op {tweede kerstdag} speelt Arsenal.", "2024-12-26 2024-12-26"),
        _example("Tot {Kerst} is hij out.", "2024-12-25/2024-12-26 2024-12-25 2024-12-26"),
        _example("Met {Pasen 2025} is er geen voetbal.", "2025-04-20/2025-04-21 2025-04-20 2025-04-21"),
        _example("Op {Koningsdag} wordt niet gespeeld.", "2025-04-27 2025-04-27"),
    ),
    "now": (
        _example("Hij speelde {tot op heden} 68 duels.", "PRESENT_REF"),
        _example("Hij is {momenteel} geblesseerd.", "PRESENT_REF"),
    ),
    "year": (
        _example("{Midden 2016} nam de familie de aandelen over.", "2016 2016-06-01 2016-07-31"),
        _example("Zijn contract loopt tot {2026}.", "2026 2026-01-01 2026-12-31"),
        _example("Zijn contract ({2027}) is langer.", "2027 2027-01-01 2027-12-31"),
        _example("Hij ligt vast tot {medio 2028}.", "2028 2028-06-01 2028-07-31"),
        _example("Tot {eind 2025}.", "2025 2025-10-01 2025-12-31"),
        _example("Het WK {2034} is ver weg.", "2034 2034-01-01 2034-12-31"),
        _example("Hij was van {2019 tot 2021} speler.", "2019/2021 2019-01-01 2021-12-31"),
        _example("Van {augustus 2019 tot juni 2021} was hij trainer.", "2019-08/2021-06 2019-08-01 2021-06-30"),
        _example("Van {mei tot juli 2019} was hij vrij.", "2019-05/2019-07 2019-05-01 2019-07-31"),
        _example("Hij verlengde {zaterdag} tot {2027}.", "2024-11-09 2024-11-09", "2027 2027-01-01 2027-12-31"),
        _example("In {2018} debuteerde hij.", "2018 2018-01-01 2018-12-31"),
        _example("In {1888} werd de club opgericht.", "1888 1888-01-01 1888-12-31"),
        _example("Hij staat sinds {2012} onder contract.", "2012 2012-01-01 2012-12-31", published=""),
        _example("Tussen {2009 en 2013} trainer van Lierse.", "2009/2013 2009-01-01 2013-12-31"),
        _example("Hij bleef van {2012 t/m 2014} speler.", "2012/2014 2012-01-01 2014-12-31"),
        _example("Er kwamen 2000 tot 2014 toeschouwers."),
        _example("Er waren 2026 toeschouwers."),
        _example("Voor 2000 fans won Lierse."),
        _example("Een stadion met 2500 plaatsen."),
    ),
    "": (
        _example("Ajax won met 2-1 van PSV."),
        _example("Het werd 3-2 na een ruststand van 1-1."),
        _example("Hij speelt in een 4-3-3."),
        _example("Gemiddeld 3,5 schoten per duel."),
        _example("TSV 1860 München won van Schalke 04."),
        _example("Hannover 96 en 1. FC Köln speelden gelijk."),
        _example("De bondscoach van Oranje U21."),
        _example("De aftrap is om 20.45 uur."),
        _example("In de 67e minuut viel hij in."),
        _example("De tweede helft begon goed."),
        _example("De eerste tien duels leverden zeventien punten op."),
        _example("Hij draagt rugnummer 10."),
        _example("Bel 020-1234567."),
        _example("De club betaalde 2000 euro."),
        _example("Hij staat op 250 duels."),
        _example("Het is zijn derde club."),
        _example("Dit was de laatste kans."),
        _example("De nieuwe trainer heet Jansen."),
        _example("De vorige eigenaar vertrok."),
        _example("De volgende tegenstander is Gent."),
        _example("Een half uur voor tijd werd het 1-0."),
        _example("FC Twente'65 speelde in Enschede."),
        _example("Zeven plus één is acht."),
        _example("Hij droeg nummer 14 bij Ajax."),
        _example(""),
    ),
}
