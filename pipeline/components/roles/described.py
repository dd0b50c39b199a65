"""Roles told by what stands for a name or goes with it: "de linksback van Y", "de ploeg van X", lists of a squad."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline import seeds
from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, head, near
from pipeline.components.reading import Item, pattern
from pipeline.components.roles.about import OF, SIDES, Place, is_name, place_of, role, sides_in, words_of
from pipeline.components.roles.appositions import meaning_of, rows_of
from pipeline.components.roles.words import in_words
from pipeline.components.rules import Example
from pipeline.components.topic import town_club
from pipeline.records import Claim
from pipeline.schema.values import COACH_ROLES, PLAYER_ROLES, POSITIONS


def described(found: Found) -> Iterable[Claim]:
    """A description that was resolved to a person names his role: "de linksback", "de oud-Ajacied"."""
    who = found.item("who")
    if who is None or is_name(who):
        return
    text = words_of(found, who)
    if " " not in text and "-" not in text:
        return
    sides = sides_in(found.sentence, *found.match.span("of")) if found.match["of"] else []
    for word, meaning in in_words(text):
        before = text.lower()[: text.lower().find(word)]
        if not meaning.plural:
            yield from rows_of(found, who, meaning, sides, before, span=("", ""))


def anaphor(found: Found) -> Iterable[Claim]:
    """ "De rechtsachter van Y lag al vast", "X ontbreekt: de kapitein van Y is geblesseerd": who was spoken of last."""
    meaning = meaning_of(found)
    sides = sides_in(found.sentence, *found.match.span("of")) if found.match["of"] else []
    town = found.item("town")
    if town is not None and (club := town_club(found.sentence, town)) is not None:
        sides = [club]
    who = _spoken_of(found, meaning is not None and meaning.role in PLAYER_ROLES)
    if (
        meaning is None
        or meaning.plural
        or meaning.role not in (*PLAYER_ROLES, *COACH_ROLES)
        or who is None
        or not sides
    ):
        return
    yield from rows_of(found, who, meaning, sides, found.match["mid"])


#: Right before a name: somebody who does not play.
_OFFICIAL = re.compile(r"(?:coach|trainer|trainster|directeur|manager|voorzitter|makelaar|scheidsrechter|meester) $")


def announced(found: Found) -> Iterable[Claim]:
    """ "Y haalt een rechtsback in huis. X (22) komt over ...": the next sentence opens with who that is."""
    sentence, meaning, side = found.sentence, meaning_of(found), found.item("side")
    following = found.reading.sentences[sentence.index + 1 : sentence.index + 2]
    if meaning is None or meaning.plural or side is None or not head(sentence, side) or not following:
        return
    first = pattern(r"\W{0,3}<P>(?! (?:zegt|zei|stelt|vindt|wilde|meldt))").match(following[0].skeleton)
    who = next((item for item in following[0].items if item.sign == "P"), None)
    if first and who is not None and is_name(who) and meaning.role in (*POSITIONS, *COACH_ROLES):
        claim = role(found, side, meaning.role, place_of(side), "current")
        yield claim._replace(values={**claim.values, "person_id": who.entity})


def _spoken_of(found: Found, player: bool) -> Item | None:
    """The person a definite description takes up: the head of what stands before it, here or in the sentence before."""
    sentence, at = found.sentence, found.match.start()
    governed = pattern(r"\b(?:door|voor|van|met|aan|tegen|naar|bij|als|dan|over|om|onder|en|of) $").search(
        sentence.skeleton[max(0, at - 12) : at]
    )
    # "Voor de doelman van Y was het ..." opens a sentence with whom it is about
    opens = re.search(r"(?:^|[.”’\"] )\W*voor $", sentence.skeleton[max(0, at - 12) : at])
    if governed and not opens:
        return None
    here = [item for item in near(sentence, max(0, at - REACH), at, "P") if head(sentence, item)]
    if here:
        apart = re.search(r"[:;–]|[a-z]\. ", sentence.skeleton[here[-1].at : at])
        return here[-1] if apart and len({item.entity for item in here}) == 1 else None
    for other in found.reading.sentences[max(0, sentence.index - 2) : sentence.index][::-1]:
        people = [item for item in other.items if item.sign == "P" and head(other, item) and not other.is_source(item)]
        if player:
            people = [item for item in people if not _OFFICIAL.search(other.skeleton[max(0, item.at - 30) : item.at])]
        if people:
            return people[0]
        if any(item.sign == "P" and is_name(item) for item in other.items):
            # somebody was named since, but not as the one spoken of: it may be either
            return None
    return None


def listed(found: Found) -> Iterable[Claim]:
    """ "Doelmannen: X (Y), Z (Y)": position by the heading, club in brackets."""
    meaning = meaning_of(found)
    if meaning is None or meaning.role not in POSITIONS:
        return
    for match in pattern(r"(?P<who><P>) \((?:<NA>, ?)?(?P<club><C>)(?: ?[,/][^)]*)?\)").finditer(
        found.sentence.skeleton, found.match.end()
    ):
        who = next(iter(near(found.sentence, match.start("who"), match.start("who") + 1, "P")), None)
        side = next(iter(near(found.sentence, match.start("club"), match.start("club") + 1, "C")), None)
        if who is not None and side is not None:
            yield role(found, who, meaning.role, place_of(side), "current", side)


def team_of_coach(found: Found) -> Iterable[Claim]:
    """ "de ploeg van X", "het elftal van trainer X": X is its coach; which side that is tells the article."""
    who = found.item("who")
    if who is not None and is_name(who):
        yield role(found, who, "head_coach", Place("", ""), "current")


def described_team(found: Found) -> Iterable[Claim]:
    """ "de ploeg van X" that was resolved to a club: X is its coach."""
    side = found.item("side")
    if side is None or is_name(side):
        return
    match = re.search(
        (
            r"\b(?:ploeg|elftal|team|formatie|mannen|equipe|manschappen|pupillen|troepen|speelsters|"
            r"vrouwen) van (?:trainer |coach |bondscoach )?([A-ZÀ-Ý][\w’'. -]+)$"
        ),
        words_of(found, side),
    )
    if match is None:
        return
    name = match[1].rstrip("'’s ") if match[1].endswith(("'s", "’s")) else match[1]
    people = [
        key
        for key, entity in found.reading.entities.items()
        if entity.kind == "person" and (entity.name == name or entity.name.endswith(f" {name}"))
    ]
    if len(people) == 1:
        place = place_of(side)
        claim = role(found, side, "head_coach", place, "current")
        yield claim._replace(values={**claim.values, "person_id": people[0]})


def club_of_coach(found: Found) -> Iterable[Claim]:
    """ "het Y van X": X is its coach, unless he is known as a player."""
    who, side = found.item("who"), found.item("side")
    if who is None or not is_name(who):
        return
    entity = found.reading.entities[who.entity]
    if not entity.seed or seeds.by_id("people.csv")[entity.seed]["role"] != "player":
        yield role(found, who, "head_coach", place_of(side), "current", side)


RULES = (
    ClaimRule(
        "role-club-of",
        ("het ",),
        r"\bhet (?:[a-z]+e )?(?P<side><CT>) van (?:trainer |coach )?(?P<who><P>)(?! (?:en|of) <P>)",
        club_of_coach,
        (
            Example(
                "Het [C Anderlecht] van [P Piet Roels] staat zesde.",
                ({"person_id": "Piet Roels", "role": "head_coach", "club_id": "Anderlecht"},),
            ),
            Example("In het [C Anderlecht] van vroeger speelde [P Piet Roels].", ()),
        ),
    ),
    ClaimRule(
        "role-listed",
        (": ",),
        r"^\W{0,3}(?:<L>e? )?(?P<w><W>+)(?: \(<N>\))?: (?=<P>)",
        listed,
        (
            Example(
                "Doelmannen: [P Jan Wit] ([C PSV]), [P Piet Zwart] ([C Ajax])",
                (
                    {"person_id": "Jan Wit", "role": "goalkeeper", "club_id": "PSV"},
                    {"person_id": "Piet Zwart", "role": "goalkeeper", "club_id": "Ajax"},
                ),
            ),
            Example("Doelpunten: [P Jan Wit] ([C PSV]), [P Piet Zwart] ([C Ajax])", ()),
        ),
    ),
    ClaimRule(
        "role-described-team",
        (),
        r"(?P<side><CT>)",
        described_team,
        (
            Example(
                "[P Jan Wit] is blij. [C De ploeg van Wit=PSV] won.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "PSV"},),
            ),
        ),
    ),
    ClaimRule(
        "role-described",
        (),
        rf"(?P<who><P>)(?: \((?:<NA>)\))?{OF}",
        described,
        (
            Example(
                "[P De linksback=Jan Wit] van [C Ajax] scoorde.",
                ({"person_id": "Jan Wit", "role": "defender", "club_id": "Ajax", "status": "current"},),
            ),
            Example(
                "[P De voormalig middenvelder=Jan Wit] van onder meer [C Ajax] en [C PSV] zwijgt.",
                (
                    {"role": "midfielder", "club_id": "Ajax", "status": "former"},
                    {"role": "midfielder", "club_id": "PSV", "status": "former"},
                ),
            ),
            Example("[P De Deen=Jan Wit] van [C Ajax] scoorde.", ()),
        ),
    ),
    ClaimRule(
        "role-anaphor",
        ("de ", "het "),
        (
            rf"\b(?:de|deze) (?P<mid>(?:(?:[a-zà-ɏ’'-]+|<AMR>) ){{0,4}}?)(?P<w><W>+) (?:(?:van|bij) (?P<of>{SIDES})|"
            rf"uit (?P<town><L>))(?!,? <P>|'|’|-)"
        ),
        anaphor,
        (
            Example(
                "[P Jan Wit] is fit. De rechtsback van [C Ajax] traint weer.",
                ({"person_id": "Jan Wit", "role": "defender", "club_id": "Ajax"},),
            ),
            Example(
                "[P Jan Wit] ontbreekt: de kapitein van [C Ajax] is geblesseerd.",
                ({"role": "captain", "club_id": "Ajax"},),
            ),
            Example("[P Jan Wit] prees de trainer van [C Ajax].", ()),
            Example("[P Jan Wit] en [P Piet Zwart] kijken toe: de keeper van [C Ajax] is geblesseerd.", ()),
            Example(
                "De keeper van [C Ajax], [P Jan Wit], is geblesseerd.",
                ({"person_id": "Jan Wit", "role": "goalkeeper"},),
            ),
        ),
    ),
    ClaimRule(
        "role-announced",
        (" een ",),
        (
            r"(?P<side><C>) (?:haalt|haalde|strikt|heeft|vindt|contracteert|presenteert|legt) (?:[\w-]+ ){0,2}?een "
            r"(?:[\w-]+ ){0,2}?(?P<w><W>+)"
            r"(?: (?:in huis|binnen|beet|te pakken|vast|gevonden|gestrikt|gehaald))?[.!]?\s*$"
        ),
        announced,
        (
            Example(
                "[C Ajax] heeft eindelijk een linksback. [P Jan Wit] (22) komt over van [C PSV].",
                ({"person_id": "Jan Wit", "role": "defender", "club_id": "Ajax"},),
            ),
            Example("[C Ajax] heeft geen linksback. [P Jan Wit] (22) blijft bij [C PSV].", ()),
        ),
    ),
    ClaimRule(
        "role-team-of",
        (" van ",),
        (
            r"\b(?:ploeg|elftal|team|manschappen|formatie|pupillen|troepen|equipe|spelersgroep|mannen|vrouwen|"
            r"speelsters) van (?:trainer |coach |bondscoach )?(?P<who><P>)(?! (?:en|of) <P>)"
        ),
        team_of_coach,
        (
            Example(
                "[C Ajax] is fit. De ploeg van [P Jan Wit] won.",
                ({"person_id": "Jan Wit", "role": "head_coach", "club_id": "Ajax"},),
            ),
            Example("De ploeg van [P Jan Wit] won.", ()),  # of which side stays open
            Example("De ploeg van zijn dromen won.", ()),
        ),
    ),
)
