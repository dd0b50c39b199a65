"""Dutch is kept, however short or full of names; other languages are turned away."""

from __future__ import annotations

import pytest

from pipeline.stages.reading.language import language_of

DUTCH = [
    "Ajax wint met 2-1 van PSV.",
    "De Rode Duivels speelden gelijk tegen Wales in Cardiff, na een zwakke tweede helft.",
    "Opstelling Ajax: Pasveer; Rensch, Sutalo, Hato, Gaaei; Taylor, Henderson, Klaassen; Traoré, Brobbey, Godts.",
    "45+2' Doelpunt Ajax! Brobbey kopt de 1-0 binnen uit een hoekschop.",
    "Uitslagen: AZ - FC Twente 1-1, NEC - Heracles 3-0, PSV - Willem II 4-1, Go Ahead - Utrecht 2-2.",
    "Geel: Hato, Mannsverk. Rood: geen. Scheidsrechter: Danny Makkelie. Toeschouwers: 54.012.",
    "Stand: 1. PSV 34, 2. Ajax 31, 3. Utrecht 30, 4. Feyenoord 26, 5. AZ 20.",
    "Blessure houdt Malen maanden aan de kant.",
    "Anderlecht klopt Genk na verlengingen en staat in de finale van de Beker van België.",
    "Rust in de Kuip: 0-0.",
    "Kan de trainer aanblijven, of is het over en uit in Waalwijk?",
    "“We’re going to win the league”, zongen de supporters, en dat zou weleens waar kunnen worden voor de club.",
    "AJAX WINT VAN PSV",
    "",
]

OTHERS = [
    ("de", "Nach dem Spiel sagte der Kapitän, dass er seinen Vertrag nicht verlängern wird."),
    ("de", "Am Samstag trifft der FC Köln auf Schalke, das seit Wochen nicht mehr gewonnen hat."),
    ("en", "He has scored twelve goals in fifteen matches and is under contract until the summer of next year."),
    ("en", "Ajax were held to a draw by PSV on Sunday in a game that had everything but a winner."),
    ("fr", "L'entraîneur du Standard de Liège quitte son poste après la défaite contre Charleroi."),
    ("af", "Hy sal nie vir die volgende wedstryd gekies word nie, omdat hy sy knie beseer het."),
    ("af", "Die afrigter sê sy spelers het hard gewerk en dat hulle die oorwinning verdien het."),
    ("fy", "Hy is hjoed foar it earst wer op it fjild, nei't er moannen net spylje koe."),
    ("fy", "Yn de twadde helte kaam de doelman noch ien kear goed foar it ljocht."),
    ("tr", "Teknik direktör sezon sonunda kulüpten ayrılacağını açıkladı ve taraftarlara teşekkür etti."),
    ("ar", "سجل اللاعب هدفين في الشوط الأول وقاد فريقه إلى الفوز في المباراة النهائية"),
]


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_is_kept(text: str) -> None:
    assert language_of(text) == "nl"


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_languages_are_named(language: str, text: str) -> None:
    assert language_of(text) == language
