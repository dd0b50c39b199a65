"""Whether the words around an expression speak of the past or of what is to come.

Dutch puts the finite verb second in a main clause and last in a subordinate one; either way the verb that
governs a time expression is the nearest one of the same clause. Only closed lists and regular endings are
used: strong past forms, frequent weak ones, perfects (auxiliary and participle), and present forms, which
with a time expression mean what is still to come.
"""

from __future__ import annotations

import re
from typing import Literal

from pipeline.dutch.patterns import any_of, words

Tense = Literal["past", "future", ""]

_PAST = frozenset(
    words("""
was waren werd werden had hadden kwam kwamen ging gingen won wonnen verloor gaf gaven nam namen zag zagen stond
stonden bleef bleven vond vonden kreeg kregen viel vielen liet lieten schoot schoten sloot sloten hield hielden begon
trof troffen bracht brachten dacht dachten kocht kochten verkocht vertrok sprak spraken zei zeiden deed deden liep
liepen hielp hielpen zat zaten lag lagen trad traden koos kozen moest moesten kon konden mocht mochten wilde wilden
bezocht bezochten floot schreef schreven riep riepen bood boden verbleef sloeg sloegen versloeg versloegen ontsloeg
leed leden steeg stegen zakte leek leken bleek bleken ontbrak ontbraken verscheen verschenen ontving ontvingen hing
scoorde scoorden maakte maakten haalde haalden klopte klopten raakte raakten boekte boekten pakte pakten zette zetten
tekende tekenden verlengde stapte verhuisde keerde keerden verruilde behaalde behaalden bereikte bereikten eindigde
eindigden leidde leidden zorgde zorgden opende rondde kopte benutte miste misten knalde kroonde veroverde veroverden
huurde verhuurde meldde meldden bevestigde trainde trainden startte startten stopte onthulde versterkte versterkten
leverde leverden verdiende betaalde betaalden hoopte duurde volgde volgden strandde stelde stelden toonde bekroonde
speelde speelden deelde telde wisselde herstelde onderging onderwierp ging werkte werkten legde legden greep wist wisten
verdedigde redde vertelde kondigde landde groeide bekeek wachtte stuntte stuurde verraste verrasten bond
""")
)
_FUTURE = frozenset(
    words("""
duurt duren zal zullen gaat gaan wordt worden speelt spelen wacht wachten staat staan start begint beginnen ontvangt
ontvangen treedt treden reist reizen komt komen vertrekt vertrekken sluit sluiten neemt nemen mag mogen moet moeten
kan kunnen wil willen hoopt hopen krijgt krijgen treft treffen verwacht verwachten volgt volgen hervat keert keren
tekent maakt maken ligt liggen loopt lopen verloopt verlopen afloopt aflopen verstrijkt verstrijken vervalt ingaat
ondergaat verhuist vindt vinden opent trekt trekken bezoekt bezoeken ontbreekt mist eindigt blijft blijven verlaat
""")
)
#: What separable verbs begin with in a subordinate clause: "die zaterdag uitviel".
_PARTICLE = "(?:af|aan|in|op|uit|toe|mee|terug|weg|door|over|voor|na|om|bij|neer|vast|los|rond|binnen|samen)?"
_CUE = re.compile(
    rf"(?<!\w){_PARTICLE}(?:(?P<past>{any_of(_PAST)}|\w{{2,20}}eerden?)|(?P<future>{any_of(_FUTURE)})"
    r"|(?P<auxiliary>heeft|hebben|heb|is|zijn|ben|bent)|(?P<conditional>zou|zouden))(?!\w)"
)
_PARTICIPLE = re.compile(
    r"(?<!\w)(?:\w{0,8}ge\w{2,14}(?:[dt]|en)|(?:ver|be|ont|her|over|onder)\w{2,12}(?:[dt]|en)|begonnen)(?!\w)"
)
#: "heb hem zien spelen", "heeft laten weten": an infinitive that stands for a participle.
_INFINITIVES = re.compile(
    r"(?<!\w)(?:zien|horen|laten|kunnen|moeten|mogen|willen|komen|gaan|blijven) (?:\w+ ){0,2}\w+en(?!\w)"
)
_PERFECT = re.compile(r"(?<!\w)(?:hebben|zijn)(?!\w)")
#: "in september overgekomen van Ajax": a participle behind the expression, in a clause of its own without a verb.
_REDUCED = re.compile(
    r" (?:\w+ ){0,2}?(?:\w{0,8}ge\w{2,14}(?:[dt]|en)|(?:ver|be|ont|her|over)\w{2,12}(?:[dt]|en))"
    r"(?: (?:van|uit|bij|door|naar|als|voor)(?!\w)|,|$)"
)
_REDUCED_BEFORE = re.compile(r"[,(–] (?:(?:pas|al) )?(?:in|op)? ?$")
#: States that hold on: "is zaterdag geschorst" says that he will miss a match.
_STATE = ("geschorst", "geblesseerd", "beschikbaar", "gepland", "bekend", "verkrijgbaar")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]?[ \n]|\n")
_CLAUSE_EDGE = re.compile(
    r"[,;:()–“”\"]| (?:maar|want|dat|die|wie|wiens|wat|waarvan|of|waarin|waarna|nadat|toen|terwijl|als|omdat|zodat|"
    r"voordat) "
)
_REACH = 240
_EDGE_COST = 1000


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds `text[start:end]` (folded text), of its sentence, or "" if neither tells."""
    left, right = _sentence(text, start, end)
    if _REDUCED_BEFORE.search(text, max(left, start - 12), start) and _REDUCED.match(text, end, min(right, end + 60)):
        return "past"
    best: tuple[int, Tense] | None = None
    for cue in _CUE.finditer(text, left, right):
        if cue.start() < end and cue.end() > start:
            continue
        tense = _tense_of(cue, text, right)
        if not tense:
            continue
        between = text[end : cue.start()] if cue.start() >= end else text[cue.end() : start]
        cost = len(between) + _EDGE_COST * len(_CLAUSE_EDGE.findall(between))
        if best is None or cost < best[0]:
            best = (cost, tense)
    return best[1] if best else ""


def _tense_of(cue: re.Match[str], text: str, right: int) -> Tense:
    if cue.lastgroup == "past":
        return "past"
    if cue.lastgroup == "future":
        return "future"
    participle = _PARTICIPLE.search(text, cue.end(), right)
    if cue.lastgroup == "conditional":
        return "past" if participle and _PERFECT.search(text, cue.end(), right) else "future"
    if cue[0].startswith("h") and _INFINITIVES.search(text, cue.end(), right):
        return "past"
    if participle and not participle[0].startswith(_STATE):
        return "past"
    return "future" if cue[0] == "is" else ""


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    left = max(0, start - _REACH)
    for match in _SENTENCE_END.finditer(text, left, start):
        left = match.end()
    after = _SENTENCE_END.search(text, end, end + _REACH)
    return left, after.start() if after else min(len(text), end + _REACH)
