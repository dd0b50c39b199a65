"""Roles told by words beside a name: "Ajax-trainer X", "X, aanvoerder van Y", "de linksback van Y" for X."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import head, near
from pipeline.components.reading import Item, pattern
from pipeline.components.roles.about import (
    NOWHERE,
    OF,
    SIDES,
    is_name,
    place_of,
    role,
    sides_in,
    span_of,
    status_of,
)
from pipeline.components.roles.words import CLUB_OF, Sense, sense
from pipeline.components.rules import Example
from pipeline.records import Claim, Mention, TimeMention
from pipeline.schema.values import COACH_ROLES, POSITIONS

_LIST = r"<P>(?: ?\([^()]{1,40}\))?(?:(?:, | en |, en | & )<P>(?: ?\([^()]{1,40}\))?)*"
#: Between a role word and its name: a second role ("aanvoerder en doelman"), or a comma behind "van Y".
_SECOND = r"(?:(?: en |/| annex | én |, )(?:<CT>-)?(?P<w2><W>+))?"


def meaning_of(found: Found, group: str = "w") -> Sense | None:
    """What the role word of a group means, a plain one when the group took no part."""
    word = found.sentence.skeleton[slice(*found.match.span(group))]
    return sense(word) if word else None


def own_club(found: Found, word: str) -> Item | None:
    """The club that a word like "Ajacied" is of, when the article names it."""
    seed = CLUB_OF.get(word.removeprefix("oud-").removeprefix("ex-"))
    keys = [
        key
        for key, entity in found.reading.entities.items()
        if seed and entity.kind == "club" and entity.seed in (seed, f"{seed}-vrouwen")
    ]
    if len(keys) != 1:
        return None
    at = found.match.start("w")
    start, end = found.sentence.chars(at, at + len(word))
    return Item(at, start, end, "C", Mention(start, end, "CLUB", keys[0], "rule", "description"))


def _before(found: Found) -> str:
    """The words before a role word that belong to it: at most five, none behind a name or stop."""
    start = found.match.start("w")
    words = found.sentence.skeleton[max(0, start - 60) : start]
    cut = max(
        (match.end() for match in pattern(r"[,;:.()“”‘\"„\n]|<P>|<CT>(?![- ’'s]{0,2}$)").finditer(words)), default=0
    )
    return " ".join(pattern(r"<CT>(?:['’]s?)?[- ]?$").sub("", words[cut:]).split(" ")[-6:])


def _glued(found: Found) -> Item | None:
    """The side right before a role word: "Ajax-trainer", "Ajax' trainer", "PSV'er", "Antwerpdoelman"."""
    start = found.match.start("w")
    if (own := own_club(found, found.sentence.skeleton[slice(*found.match.span("w"))])) is not None:
        return own
    match = pattern(r"(?P<c><CT>)(?:['’]s?)?(?:[- ](?:[a-zà-ɏ]+(?:e|se|ig|end) ){0,2})?$").search(
        found.sentence.skeleton[max(0, start - 40) : start]
    )
    if match is None:
        return None
    at = max(0, start - 40) + match.start("c")
    return next(iter(near(found.sentence, at, at + 1, "CT")), None)


#: Behind a coach's name: the club has put him out.
_AWAY = (
    r" (?:per direct |met onmiddellijke ingang |<D> |gisteren |weer ){0,2}(?:op straat|aan de deur|de laan uit|"
    r"aan de kant ge|op non-actief|de wacht aan)|"
    r" (?:stapte|stapt) (?:<D> |[\w-]+ )?op\b(?! (?:<PCKL>|de|het|een)\b)|"
    r" is (?:<D> |[\w-]+ )?(?:opgestapt|ontslagen)\b"
)


def before_name(found: Found) -> Iterable[Claim]:
    """ "Ajax-trainer X", "oud-international X", "de Spaanse middenvelder X", "trainer van Y X"."""
    sentence, match = found.sentence, found.match
    people = [item for item in near(sentence, match.start("who"), match.end("who"), "P") if is_name(item)]
    first = meaning_of(found)
    if not people or first is None or people[0].at != match.start("who"):
        return
    words = _before(found)
    if first.role in COACH_ROLES and pattern(_AWAY).match(sentence.skeleton[match.end("who") : match.end("who") + 60]):
        words = f"voormalig {words}"
    if not first.plural:
        people = people[:1]
    glued = _glued(found)
    of = sides_in(sentence, *match.span("of")) if match["of"] else []
    shared = _behind_name(found, people[-1])
    for who in people:
        sides = [glued] if glued else of or _behind_name(found, who) or shared
        for meaning in (first, meaning_of(found, "w2")):
            if meaning is not None:
                yield from rows_of(found, who, meaning, sides, words)


def _behind_name(found: Found, who: Item) -> list[Item]:
    """The side behind a name: "spits X van Y", "X (Y)"."""
    sentence = found.sentence
    behind = sentence.skeleton[who.at + 1 : who.at + 60]
    match = pattern(
        r"^(?: \((?P<in><C>)(?:[,)])| \((?:<NA>|<D>)[,;] (?P<age><C>)\)|,? (?:van|uit) (?P<of>(?:het |de |"
        r"\w+e )?<CT>)(?! (?:over|naar|af)\b))"
    ).match(behind)
    if match is None:
        return []
    group = match.lastgroup or "in"
    return sides_in(sentence, who.at + 1 + match.start(group), who.at + 1 + match.end(group))


def rows_of(
    found: Found,
    who: Item,
    meaning: Sense,
    sides: list[Item],
    words: str,
    default: str = "current",
    span: tuple[str, str] = ("", ""),
    adverbs: bool = False,
) -> Iterable[Claim]:
    status = status_of(words, meaning, default, adverbs)
    if meaning.capped or meaning.role == "national_coach":
        sides = [side for side in sides if side.sign == "T"]
    if not status or (meaning.loose and not sides and status != "former"):
        return
    if not sides:
        yield role(found, who, meaning.role, NOWHERE, status, span=span)
    for side in sides:
        if meaning.role == "referee":
            yield role(found, who, meaning.role, NOWHERE, status)
        else:
            yield role(found, who, meaning.role, place_of(side), status, side, span=span)


_VERBAL = (
    r"\b(?:als|die|dat|zegt|zei|aldus|volgens|tegen|maar|omdat|waar|onder|met|door|van|voor|is|was|wordt|werd|heeft|"
    r"had|en|of|tot|naar|bij|op|in de|zoals|vindt)\b"
)


_RANGE = r"\b(?:tussen|van) (?:begin |eind )?<DN>(?: (?:en|tot|tot en met|t/m) (?:begin |eind )?(?:<DN>|\d{4}))? "


def _long_ago(found: Found) -> bool:
    """Whether the words between name and role place it in an earlier year: "in 1998 doelman van Y"."""
    words, start = found.match["mid"], found.match.start("mid")
    if re.search(r"\bin de jaren\b", words):
        return True
    dates = near(found.sentence, start, found.match.end("mid"), "D")
    year = found.reading.published[:4]
    return any(
        pattern(r"\bin $").search(words[: item.at - start])
        and isinstance(item.value, TimeMention)
        and re.match(r"\d{3}", item.value.value)
        and item.value.value[:4] < year
        for item in dates
    )


def behind_name(found: Found) -> Iterable[Claim]:
    """ "X, trainer van Y," and "X (34), sinds 2020 aanvoerder van Y,"."""
    who, meaning = found.item("who"), meaning_of(found)
    mid, ranged = pattern(_RANGE).subn("", found.match["mid"])
    mid, until = pattern(r"\btot (?:voor kort|<D>) ").subn("", mid)
    if who is None or meaning is None or re.search(_VERBAL, mid) or not is_name(who):
        return
    glued = _glued(found)
    sides = [glued] if glued else sides_in(found.sentence, *found.match.span("of")) if found.match["of"] else []
    if meaning.plural or (
        not sides
        and not re.match(r"^(?:de|het|een|zijn|haar|\w+jarige)\b|^$", mid)
        and not re.search(r"\b(?:voormalig|ex|oud|huidig)", mid)
        and not meaning.former
    ):
        return
    default = (
        "former"
        if ranged or until or _long_ago(found)
        else "future"
        if re.search(r"\bvolgend seizoen\b|vanaf|\bkomend", mid)
        else "current"
    )
    yield from rows_of(
        found, who, meaning, sides, mid, default, span_of(found.sentence, found.match.start("w")), adverbs=True
    )
    second = meaning_of(found, "w2")
    if second is not None:
        yield from rows_of(found, who, second, sides_in(found.sentence, *found.match.span("of2")), "")


def gone(found: Found) -> Iterable[Claim]:
    """ "de ontslagen X": only coaches are spoken of so."""
    who, sentence = found.item("who") or found.item("away"), found.sentence
    if who is None or not is_name(who):
        return
    sides = [item for item in sides_in(sentence, max(0, who.at - 150), who.at) if head(sentence, item)]
    yield role(
        found, who, "head_coach", place_of(sides[0]) if sides else NOWHERE, "former", sides[0] if sides else None
    )


def bracketed(found: Found) -> Iterable[Claim]:
    """ "X (doelman, 31)", "X (31, centrale verdediger, Y)": a position in brackets behind a name."""
    who, meaning, side = found.item("who"), meaning_of(found), found.item("of")
    if who is not None and meaning is not None and meaning.role in POSITIONS:
        yield from rows_of(found, who, meaning, [side] if side else [], "")


def once_too(found: Found) -> Iterable[Claim]:
    """ "zegt de coach en gewezen doelman van Y": what a person was besides."""
    who, meaning = found.item("who"), meaning_of(found)
    if who is not None and meaning is not None and not meaning.plural:
        yield from rows_of(found, who, meaning, sides_in(found.sentence, *found.match.span("of")), "voormalig")


RULES = (
    ClaimRule(
        "role-bracketed",
        (" (",),
        r"(?P<who><P>) \((?:<NA>,? )?(?:[a-z]+e )?(?P<w><W>+)(?:,? <NA>)?(?:, (?P<of><C>))?[,)]",
        bracketed,
        (
            Example(
                "[C Ajax] neemt afscheid.\n- [P Jan Wit] (doelman, 31): akkoord met [C PSV]\n- [C Ajax] zoekt verder.",
                ({"person_id": "Jan Wit", "role": "goalkeeper", "club_id": "Ajax"},),
            ),
            Example("[C Ajax] neemt afscheid van [P Jan Wit] (verkouden, 31).", ()),
        ),
    ),
    ClaimRule(
        "role-once-too",
        (" en ",),
        (
            rf"(?P<who><P>) en (?:(?:gewezen|voormalige?|vroegere?) |ex-|oud-)(?P<w><W>+) "
            rf"(?:van|bij) (?P<of>{SIDES})(?!,? <P>)"
        ),
        once_too,
        (
            Example(
                "‘Mooi’, zegt [P de coach=Jan Wit] en gewezen doelman van [C Ajax].",
                ({"role": "goalkeeper", "club_id": "Ajax", "status": "former"},),
            ),
            Example(
                "[P Jan Wit] en voormalig doelman van [C Ajax] [P Piet Kok] zwijgen.", ({"person_id": "Piet Kok"},)
            ),
        ),
    ),
    ClaimRule(
        "role-before-name",
        (),
        rf"(?P<w><W>+){_SECOND}(?: (?:van|bij|uit) (?P<of>{SIDES}))?"
        rf"(?:,|(?: (?:beet|bij|gevonden|te pakken|binnen|vast|aangesteld))?:)? (?P<who>{_LIST})",
        before_name,
        (
            Example(
                "[C Ajax]-trainer [P Jan Wit] is tevreden.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax", "status": "current"},),
            ),
            Example(
                "De Spaanse middenvelder [P Jan Wit] van [C Ajax] scoorde.",
                ({"person_id": "Jan Wit", "role": "midfielder", "club_id": "Ajax"},),
            ),
            Example(
                "De trainer van [C Ajax], [P Jan Wit], is tevreden.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},),
            ),
            Example(
                "Ex-[C Ajax]-speler [P Jan Wit] stopt.",
                ({"person_id": "Jan Wit", "role": "player", "club_id": "Ajax", "status": "former"},),
            ),
            Example(
                "Oud-[C PSV]'er [P Jan Wit] stopt.",
                ({"person_id": "Jan Wit", "role": "player", "club_id": "PSV", "status": "former"},),
            ),
            Example(
                "Bondscoach [P Jan Wit] van [T België] belt.",
                ({"person_id": "Jan Wit", "role": "national_coach", "national_team_id": "België"},),
            ),
            Example(
                "De spitsen [P Jan Wit] en [P Piet Zwart] van [C Ajax].",
                (
                    {"person_id": "Jan Wit", "role": "forward"},
                    {"person_id": "Piet Zwart", "role": "forward", "club_id": "Ajax"},
                ),
            ),
            Example(
                "Scheidsrechter [P Jan Wit] floot af.", ({"person_id": "Jan Wit", "role": "referee", "club_id": ""},)
            ),
            Example("Ploeggenoot [P Jan Wit] juichte.", ()),
            Example("De beoogde trainer [P Jan Wit] zegt niets.", ()),
        ),
    ),
    ClaimRule(
        "role-behind-name",
        (", ",),
        (
            rf"(?P<who><P>)(?: \([^()]{{1,20}}\))?, (?P<mid>(?:(?:[\w’'-]+|<AMLRXNDU>) ){{0,6}}?(?:ex-|"
            rf"oud-)?(?:<CT>-?)?)(?P<w><W>+){OF}(?: en (?P<w2><W>+) (?:van|"
            rf"bij) (?P<of2>{SIDES}))?(?! <P>)(?=[,.;:)–(“”\"'’]| en | die | dat | –|$|"
            rf" (?:aan|op|over|voor|met|van|naar|om) wie\b)"
        ),
        behind_name,
        (
            Example(
                "[P Jan Wit], trainer van [C Ajax], zwijgt.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},),
            ),
            Example(
                "[P Jan Wit], ex-trainer van [C Ajax] en [C PSV], zwijgt.",
                ({"club_id": "Ajax", "status": "former"}, {"club_id": "PSV", "status": "former"}),
            ),
            Example(
                "[P Jan Wit] (34), sinds 2020 aanvoerder van [C Ajax], zwijgt.",
                ({"role": "captain", "club_id": "Ajax", "start_value": "2020"},),
            ),
            Example("[P Jan Wit], aldus de trainer, is fit.", ()),
        ),
    ),
    ClaimRule(
        "role-dismissed-name",
        ("ontslagen", "opgestapt", "weggestuurd", "afgezette "),
        (
            r"\b(?:ontslagen|opgestapte|weggestuurde|afgezette) (?P<who><P>)|"
            r"(?P<away><P>), (?:(?:[\w-]+|<DNUR>) ){0,6}?(?:ontslagen|weggestuurd|opgestapt)(?=[,.;])"
        ),
        gone,
        (
            Example(
                "[C PSV] zoekt de opvolger van de ontslagen [P Jan Wit].",
                ({"person_id": "Jan Wit", "role": "head_coach", "status": "former"},),
            ),
            Example(
                "[C PSV] won sinds [P Jan Wit], in mei na tien duels weggestuurd, geen wedstrijd.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "PSV", "status": "former"},),
            ),
            Example("De opgestapte fans van [P Jan Wit] zwijgen.", ()),
        ),
    ),
)
