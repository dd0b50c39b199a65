"""Roles told by a verb: "X is trainer van Y", "X stapte in als hoofdtrainer", "onder leiding van X"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, head, kind, near, subject, unreal
from pipeline.components.reading import Item, Sentence, pattern
from pipeline.components.roles.about import NOWHERE, OF, SIDES, is_name, place_of, role, sides_in, span_of, when_of
from pipeline.components.roles.appositions import meaning_of, own_club
from pipeline.components.roles.words import Sense
from pipeline.components.rules import Example
from pipeline.records import Claim

_MID = r"(?:(?:[\w’'-]+|<ADLMNRUXO>) ){0,7}?"
_STARTED = (
    r"\b(?:stapte .{0,30}\bin|trad .{0,30}\baan|(?:stelt|stelde) .{0,60}\b(?:aan|voor)|haalt|haalde|gehaald|"
    r"contracteer\w*|(?:trekt|trok|legt|legde) .{0,60}\b(?:aan|vast)|presenteer\w*|benoem\w*|instapte|aangesteld|"
    r"benoemd|gepresenteerd|voorgesteld|aangetrokken|aangeworven|begon|begonnen|ging|gestart|startte|aan de slag ging|"
    r"ingestapt|teruggekeerd|keerde|aantrad|trad aan|aangetreden|overnam|doorgeschoven|vastgelegd)\b"
)
_BUSY = (
    r"\b(?:is bezig|bezig aan|fungeert|werkt|werkzaam|actief|aan de slag is|in dienst|staat|zit|verlengt|tekent bij|"
    r"bijgetekend|tekende bij|blijft|rol|taak|neemt .{0,20}waar|aangebleven|functioneert|dient|maanden|seizoen|jaar|"
    r"debuut|bekend|te boek)\b"
)
_COMING = (
    r"\b(?:gaat .{0,40}(?:aan de slag|werken|beginnen)|begint|start|aan de slag gaat|keert .{0,30}terug|"
    r"volgt .{0,40} op|aantreedt|treedt .{0,30}aan|aan de slag als)\b"
)
_GONE = (
    r"\b(?:ontslagen|ontslaat|ontslag|ontheven|weggestuurd|opgestapt|stapte .{0,20}op|vertrok|gestopt|stopte|stopt|"
    r"afscheid|periode|verleden|tijd|destijds|eerder|voorheen|jarenlang|was|werkte|loopbaan|carrière|afgezet|"
    r"aan de kant|op straat|op non-actief|nam .{0,20}afscheid|opgestapte|beide? periodes|diende|afzwaaide|zwaaide|"
    r"stelde .{0,30}beschikbaar)\b"
)
_QUALITY = (
    r"\b(?:goede|betere?|beste|grote|echte|geweldige|fantastische|fijne|uitstekende|mooie|veel|meer|zo'n|wat voor|"
    r"welke|hoeveel|type|soort|enige|derde|tweede|vierde|complete|moderne|leuke|slimme|jonge)\b"
)


#: A preposition right before a role word makes it somebody else: "werd door de trainer van Y geprezen".
_GOVERNED = (
    r"\b(?:door|voor|met|aan|tegen|over|naar|om|onder|bij|van|dan|als|zoals|die|dat|wat|en|of) (?:(?:de|het|een|zijn|"
    r"haar|hun|<H>|\w+e) ){0,3}$"
)


def is_role(found: Found) -> Iterable[Claim]:
    """ "X is (nog altijd) trainer van Y", "Sinds 2020 is X aanvoerder van Y", "X, die trainer was bij Y"."""
    meaning, sentence = meaning_of(found), found.sentence
    if meaning is None or meaning.plural:
        return
    at, verb, mid = found.match.start("w"), found.match["v"], found.match["mid"]
    who = subject(sentence, found.match.start("v"), "P")
    # behind a relative clause the verb goes on with the name before it: "X, die Y opvolgde, is trainer"
    resumed = pattern(r"(?P<who><P>), (?:die|wiens|wie) [^,;]{1,80}, $").search(
        sentence.skeleton[max(0, found.match.start("v") - 100) : found.match.start("v")]
    )
    if resumed:
        place = max(0, found.match.start("v") - 100) + resumed.start("who")
        who = next(iter(near(sentence, place, place + 1, "P")), None)
    inverted = pattern(r"^ (?P<who><P>)").match(sentence.skeleton[found.match.end("v") :])
    if inverted:
        place = found.match.end("v") + inverted.start("who")
        who = next(iter(near(sentence, place, place + 1, "P")), None)
    yield from _predicated(found, meaning, who, verb, mid, at)


def role_is(found: Found) -> Iterable[Claim]:
    """ "... die nu trainer van Y is", "toen hij trainer was bij Y"."""
    meaning = meaning_of(found)
    if meaning is not None and not meaning.plural:
        at = found.match.start("w")
        yield from _predicated(
            found, meaning, subject(found.sentence, at, "P"), found.match["v"], found.match["mid"], at
        )


def of_behind(found: Found) -> Iterable[Claim]:
    """ "X, die nog coach was van Y": a role word with an article would be the subject."""
    before = found.sentence.skeleton[max(0, found.match.start() - 30) : found.match.start()]
    if not pattern(r"(?:\b(?:de|het|een|zijn|haar|hun|onze|deze|welke)|<H>) (?:\w+e )?$").search(before):
        yield from role_is(found)


def _predicated(found: Found, meaning: Sense, who: Item | None, verb: str, mid: str, at: int) -> Iterable[Claim]:
    sentence = found.sentence
    sides = _sides(found)
    if who is None or kind(who) != "person" or _hypothetical(found, at):
        return
    if not sides and (
        meaning.loose
        or re.search(_QUALITY, mid)
        or re.search(r"\b(?:een|geen|als|die|voor|van|met|door|bij|aan|tegen|om|op|in|over|naar)\b", mid)
    ):
        return
    if pattern(_GOVERNED).search(mid):
        return
    if sides and re.search(_QUALITY, mid) and meaning.role not in ("captain",):
        return
    words = sentence.skeleton[found.match.start("v") : found.match.end()]
    denied = re.search(r"\b(?:niet|geen)\b", words)
    over = re.search(r"\b(?:niet (?:langer|meer)|geen \W*\w* meer|af)\b", words)
    if denied and not over:
        status, certainty = "current", "denied"
    elif (
        over
        or meaning.former
        or verb in ("was", "waren", "geweest")
        or re.search(r"\b(?:tot voor kort|voormalig|ex|oud|destijds|ooit|eerder)\b", mid)
    ):
        status, certainty = "former", "stated"
    elif verb in ("wordt", "worden"):
        status, certainty = (
            ("current" if re.search(r"\b(?:per direct|aangesteld|gepresenteerd)\b", sentence.skeleton) else "future"),
            "stated",
        )
    else:
        status, certainty = "current", "stated"
    span = span_of(sentence, at)
    if verb in ("werd", "werden") and not span[0]:
        span = (when_of(sentence, at), span[1])
    yield from _each(found, who, meaning, sides, status, span, certainty)


def _each(
    found: Found,
    who: Item,
    meaning: Sense,
    sides: list[Item],
    status: str,
    span: tuple[str, str] = ("", ""),
    certainty: str = "stated",
) -> Iterable[Claim]:
    if meaning.capped:
        sides = [side for side in sides if side.sign == "T"]
    if not sides:
        yield role(found, who, meaning.role, NOWHERE, status, span=span, certainty=certainty)
    for side in sides:
        yield role(found, who, meaning.role, place_of(side), status, side, span=span, certainty=certainty)


def _hypothetical(found: Found, at: int) -> bool:
    return unreal(found.sentence, at, denials=False)


def _sides(found: Found) -> list[Item]:
    """The sides of a role word: glued before it, or behind "van"."""
    own = own_club(found, found.sentence.skeleton[slice(*found.match.span("w"))])
    if own is not None:
        return [own]
    at = found.match.start("w")
    low = max(0, at - 2)
    glued = pattern(r"(?P<c><CT>)-?$").search(found.sentence.skeleton[low:at])
    if glued:
        return sides_in(found.sentence, low + glued.start("c"), low + glued.start("c") + 1)
    if found.match["of"]:
        return sides_in(found.sentence, *found.match.span("of"))
    start = clause(found.sentence, found.match.start("w"))[0]
    where = pattern(r"<CT>,? (?:waar|waarvan)\b").search(found.sentence.skeleton[max(0, start - 6) : start + 8])
    return sides_in(found.sentence, max(0, start - 6), start) if where else []


_CANDIDATE = (
    r"\b(?:kandida\w+|in beeld|genoemd|getipt|favoriet|in de race|geldt|gold|gezien|beoogde?|gevraagd|gepolst|"
    r"solliciteer\w*|opgeleid|te worden)\b"
)


def as_role(found: Found) -> Iterable[Claim]:
    """ "X stapte in oktober in als hoofdtrainer van Y", "X is ontslagen als coach van Y"."""
    meaning, sentence = meaning_of(found), found.sentence
    if meaning is None or meaning.plural or re.search(_QUALITY, found.match["mid"]):
        return
    at = found.match.start()
    start, end = clause(sentence, at)
    words = sentence.skeleton[start:end]
    if (
        _hypothetical(found, at)
        or re.search(r"\b(?:niet|geen|net|zo goed|even|zoals)\b", words)
        or re.search(_CANDIDATE, words)
    ):
        return
    status = _turn(words)
    if not status and _sides(found):
        # "dwong een selectie af als aanvoerder van Y"
        status = "current"
    if not status:
        return
    who = subject(sentence, at, "P")
    heir = pattern(r"(?P<who><P>),? (?:die )?[^,;]{0,40}<P> (?:<D> )?(?:opvolgde|opvolgt) $").search(
        sentence.skeleton[max(0, at - 100) : at]
    )
    if heir:
        place = max(0, at - 100) + heir.start("who")
        who = next(iter(near(sentence, place, place + 1, "P")), None)
    if who is None or kind(who) != "person":
        people = [item for item in near(sentence, start, end, "P") if head(sentence, item)]
        who = people[0] if len({item.entity for item in people}) == 1 else None
    if who is None:
        return
    sides = _sides(found) or _clause_sides(found, start, end)
    if not sides and meaning.loose:
        return
    span = span_of(sentence, at)
    when = when_of(sentence, at)
    if (
        status == "current"
        and when[:4].isdigit()
        and when[:4] < _last_year(sentence)
        and not span[0]
        and not re.search(_STARTED, words)
    ):
        status = "former"
    if not span[0] and re.search(_STARTED, words):
        span = (when_of(sentence, at), span[1])
    for sense in (meaning, meaning_of(found, "w2")):
        if sense is not None:
            yield from _each(found, who, sense, sides, status, span)


def _last_year(sentence: Sentence) -> str:
    """The year before that of publication, or empty."""
    year = sentence.reading.published[:4]
    return str(int(year) - 1) if year.isdigit() else ""


def _turn(words: str) -> str:
    """The status that the verbs around "als trainer" give; empty when they tell of no post."""
    if pattern(r"\bbegint (?:<D> )?aan (?:(?:zijn|haar|een) |<H> )?(?:<R>|\w+de) ").search(words):
        return "current"
    if re.search(r"\b(?:wordt|gaat|zal|per <D>)\b.{0,60}\b(?:aangesteld|gepresenteerd|benoemd)", words) or re.search(
        _COMING, words
    ):
        return "future"
    if re.search(_GONE, words) and not re.search(r"\b(?:sinds|is bezig)\b", words):
        return "former"
    return "current" if re.search(_STARTED, words) or re.search(_BUSY, words) else ""


def _clause_sides(found: Found, start: int, end: int) -> list[Item]:
    """The only side of a clause."""
    sides = sides_in(found.sentence, start, end)
    return sides[:1] if len({item.entity for item in sides}) == 1 else []


def named(found: Found) -> Iterable[Claim]:
    """ "De nieuwe trainer van Y heet X"."""
    who, meaning = found.item("who"), meaning_of(found)
    if who is not None and meaning is not None and is_name(who):
        status = "former" if meaning.former else "future" if found.match["v"] == "wordt" else "current"
        yield from _each(found, who, meaning, sides_in(found.sentence, *found.match.span("of")), status)


RULES = (
    ClaimRule(
        "role-is",
        (" is ", " was ", " wordt ", " werd ", " blijft ", "is ", "was ", "ben "),
        rf"\b(?P<v>is|was|ben|wordt|werd|blijft|bleef) (?:<P> )?(?P<mid>{_MID}(?:<CT>-?)?)(?P<w><W>+){OF}(?! <P>)",
        is_role,
        (
            Example(
                "[P Jan Wit] is nog altijd trainer van [C Ajax].",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "current"},),
            ),
            Example(
                "[P Jan Wit] was tussen 2010 en 2014 trainer van [C Ajax].",
                ({"status": "former", "start_value": "2010", "end_value": "2014"},),
            ),
            Example("[P Jan Wit] is niet langer T1 van [C Ajax].", ({"role": "head_coach", "status": "former"},)),
            Example(
                "Sinds 2020 is [P Jan Wit] aanvoerder van [C Ajax].", ({"role": "captain", "start_value": "2020"},)
            ),
            Example("[P Jan Wit] wordt volgend seizoen trainer van [C Ajax].", ({"status": "future"},)),
            Example("[P Jan Wit] is een goede trainer.", ()),
            Example("[P Jan Wit] wordt door de trainer gewisseld.", ()),
        ),
    ),
    ClaimRule(
        "role-behind-is",
        (" is", " was", " wordt"),
        rf"(?P<mid>)(?P<w><W>+){OF} (?P<v>is|was|wordt|geweest)\b(?! <P>| (?:van|bij) <C>)",
        role_is,
        (
            Example(
                "[P Jan Wit], die nog altijd coach van [C Ajax] is, zwijgt.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "current"},),
            ),
            Example("De trainer is tevreden over [P Jan Wit].", ()),
        ),
    ),
    ClaimRule(
        "role-behind-is-of",
        (" is ", " was ", " wordt ", " werd ", " geweest "),
        rf"(?P<mid>)(?P<w><W>+) (?P<v>is|was|wordt|werd|geweest) (?:van|bij) (?P<of>{SIDES})",
        of_behind,
        (
            Example(
                "[P Jan Wit], die vorig jaar nog coach was van [C Ajax], zwijgt.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "former"},),
            ),
            Example("[P Jan Wit] zag dat de trainer was van [C Ajax] geschrokken.", ()),
        ),
    ),
    ClaimRule(
        "role-is-there",
        (" is ", " was ", " wordt ", " werd ", "is ", "was "),
        (
            rf"\b(?P<v>is|was|wordt|werd) (?:<P> )?(?:(?:[\w-]+|<DUR>) ){{0,3}}?bij (?P<of>{SIDES})"
            rf"(?P<mid>(?: (?:de|eerste|tweede|derde|nu|nog|ook|jarenlang|eerder|twee|drie|<DUNR>)){{0,4}} )(?P<w><W>+)"
            rf"(?!,? <P>| van <P>)"
        ),
        is_role,
        (
            Example(
                "[P Jan Wit] was bij [C Ajax] jarenlang hoofdtrainer.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "former"},),
            ),
            Example("[P Jan Wit] was bij [C Ajax] niet geliefd bij de trainer.", ()),
        ),
    ),
    ClaimRule(
        "role-as",
        ("als ",),
        rf"\bals (?P<mid>{_MID}(?:<CT>-?)?)(?P<w><W>+)(?: (?:en|én) (?P<w2><W>+))?{OF}",
        as_role,
        (
            Example(
                "[P Jan Wit] stapte in oktober 2022 in als hoofdtrainer van [C Ajax].",
                (
                    {
                        "person_id": "Jan Wit",
                        "role": "head_coach",
                        "club_id": "Ajax",
                        "status": "current",
                        "start_value": "2022-10",
                    },
                ),
            ),
            Example("[P Jan Wit] is ontslagen als trainer van [C Ajax].", ({"status": "former"},)),
            Example(
                "[P Jan Wit] gaat volgend seizoen aan de slag als assistent-trainer bij [C Ajax].",
                ({"role": "assistant_coach", "status": "future"},),
            ),
            Example("[P Jan Wit] geldt als de beste keeper van het land.", ()),
        ),
    ),
    ClaimRule(
        "role-is-name",
        (" heet ", " wordt ", " is "),
        rf"\bde (?:[\w-]+e )?(?P<w><W>+) (?:van|bij) (?P<of>{SIDES}) (?P<v>heet|wordt|is) (?P<who><P>)(?=[ .,!])",
        named,
        (
            Example(
                "De nieuwe trainer van [C Ajax] heet [P Jan Wit].",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},),
            ),
            Example("De trainer van [C Ajax] is [P hem=Jan Wit] niet vergeten.", ()),
        ),
    ),
)
