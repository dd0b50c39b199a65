"""Moves told in passing: by the player himself, in a relative word ("de huurling van"), or in a chain of stations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import REACH, clause, head, near
from pipeline.components.reading import Item, pattern
from pipeline.components.rules import Example
from pipeline.components.transfers.about import Move, ends, mover, rows, status_of
from pipeline.components.transfers.frames import around, company
from pipeline.records import Claim

_X = "[P Jan Wit]"
_I = "[P Ik=Jan Wit]"
_MOVES = r"\b(?:vertrok|ging|trok|verhuisde|verkaste|stapte|verkocht|belandde|vertrekt|trekt|gaat|gegaan|vertrokken)\b"


def speaker(found: Found) -> Item | None:
    """Who says "me" and "mij": the one who says "ik" or "mijn" in the same sentence or one of two on either side."""
    sentences = found.reading.sentences
    here = found.sentence.index
    for index in sorted(range(max(0, here - 2), min(len(sentences), here + 3)), key=lambda place: abs(place - here)):
        for item in sentences[index].items:
            if item.sign in "PH" and item.entity and found.reading.text[item.start : item.end].lower() in _FIRST:
                return item
    return None


_FIRST = ("ik", "mijn", "m'n", "m’n")


def took_me(found: Found) -> Iterable[Claim]:
    """ "Y plukte me weg bij Z": told by the one who was taken."""
    who, goal = speaker(found), found.item("club" if found.match["club"] else "other")
    at = found.match.start()
    if who is None or goal is None or not goal.entity or status_of(found.sentence, at, "done") != "done":
        return ()
    if re.search(r"\b(?:naar de kant|eruit|eraf|uit de (?:ploeg|basis))\b", found.sentence.skeleton[at:]):
        return ()
    origin = [item for item in ends(found.sentence, *clause(found.sentence, at)).after("van", "bij") if item != goal]
    return rows(found, [Move(who, origin[0] if origin else None, goal, "done", "unknown")])


def gave_me(found: Found) -> Iterable[Claim]:
    """ "ze stalden me bij Y": lent or sold, told by the one who went."""
    who, at = speaker(found), found.match.start()
    start, end = clause(found.sentence, at)
    goals = ends(found.sentence, found.match.start("me"), end).after("aan", "bij")
    if who is None or not goals or status_of(found.sentence, at, "done") != "done":
        return ()
    kind = "permanent" if "verko" in found.match[0] else "loan"
    sellers = [item for item in near(found.sentence, start, found.match.end(), "C") if head(found.sentence, item)]
    return rows(found, (Move(who, sellers[0] if sellers else None, goal, "done", kind) for goal in goals))


def hired(found: Found) -> Iterable[Claim]:
    """ "X, de huurling van Y": on loan from Y to where he plays, which settling fills in."""
    groups = found.match.groupdict()
    person, club = next(pair for pair in (("who", "club"), ("lent", "lender"), ("one", "owner")) if groups[pair[0]])
    who, owner = found.item(person), found.item(club)
    if who is None or owner is None or not owner.entity:
        return ()
    return rows(found, [Move(who, owner, None, "done", "loan")])


def then_to(found: Found) -> Iterable[Claim]:
    """ "hij vertrok naar Y, twee jaar later naar Z": the verb of the first station holds for the next."""
    sentence, at, club = found.sentence, found.match.start(), found.item("club")
    who = mover(found, at)
    told = pattern(_MOVES).search(sentence.skeleton[max(0, at - REACH // 2) : at])
    if who is None or club is None or not told or status_of(sentence, at, "done") != "done":
        return ()
    return rows(found, [Move(who, None, club, "done", "unknown")])


def exits(found: Found) -> Iterable[Claim]:
    """ "X en Z vertrekken", "X mag beschikken": from the club they are at, which settling fills in."""
    sentence, at = found.sentence, found.match.start()
    start, end, sides = around(found, at)
    words = sentence.skeleton[start:end]
    who = mover(found, at)
    if who is None or sides.after(*_TOWARDS) or pattern(_TRAVELS).search(words) or pattern(_UNSURE).search(words):
        return ()
    if sentence.skeleton[-4:].rstrip(" \n”\"’'").endswith("?"):
        return ()
    return rows(found, (Move(one, None, None, "agreed", "unknown") for one in company(found, who)))


_TOWARDS = ("naar", "richting", "voor", "bij", "met", "uit", "tegen", "door")
_TRAVELS = r"\bnaar\b|\b(?:bus|trein|vliegtuig|stadion|trainingskamp|stage|interland\w*|vanuit|huis)\b|<L>|<T>"
_UNSURE = (
    r"\b(?:niet|nooit|geen|als|indien|mocht|zou|zouden|wil|willen|wilde|misschien|wellicht|mogelijk|kan|kunnen|of|"
    r"lijkt|dreigt|hoopt|waarschijnlijk|verluidt|alleen|ziet|zag|zien|laat|laten)\b"
)


def ended(found: Found) -> Iterable[Claim]:
    """ "het contract van X is ontbonden": he leaves the club he is at, which settling fills in."""
    who = found.item("who")
    if who is None or status_of(found.sentence, found.match.end() - 1, "done") not in ("done", "agreed"):
        return ()
    return rows(found, [Move(who, None, None, "done", "free")])


def _example(text: str, **values: object) -> Example:
    """A sentence about Jan Wit and the row it gives; none without values."""
    return Example(text, ({"person_id": "Jan Wit", **values},) if values else ())


_TAKE = r"haalde|haalden|plukte|plukten|kocht|huurde|pikte|lijfde|strikte|nam|contracteerde"

RULES = (
    ClaimRule(
        "transfer-took-me",
        (" me ", " mij "),
        (
            rf"(?:(?P<club><C>) (?:{_TAKE})|\b(?:{_TAKE}) (?P<other><C>)) (?:me|mij)\b"
            r"(?= (?:[\w-]+ ){0,6}?(?:weg|op|over|in|aan|uit|van|bij|terug)\b)"
        ),
        took_me,
        (
            _example(f"{_I} speelde op straat. Daar plukte [C PSV] me weg.", to_club_id="PSV", status="done"),
            _example(f"{_I} was jong. [C PSV] haalde me weg bij [C Ajax].", from_club_id="Ajax", to_club_id="PSV"),
            _example(f"{_I} was moe. [C PSV] haalde me naar de kant."),
        ),
    ),
    ClaimRule(
        "transfer-gave-me",
        (" me ", " mij "),
        (
            r"\b(?:leenden?|verhuurden?|stalden?|verkochten?|verkocht) (?:(?:ze|zij|<C>) )?(?P<me>me|mij)\b"
            r"(?=[^.;]{0,40} (?:aan|bij) )"
        ),
        gave_me,
        (
            _example(f"{_I} was jong. Ze leenden me uit aan [C PSV].", to_club_id="PSV", type="loan", status="done"),
            _example(f"{_I} was jong. In 2002 stalde [C Ajax] me bij [C PSV].", from_club_id="Ajax", to_club_id="PSV"),
            _example(f"{_I} was jong. Ze leenden me een fiets."),
        ),
    ),
    ClaimRule(
        "transfer-hired-from",
        ("huurling", "gehuurde"),
        (
            r"(?P<who><P>), (?:de |een )?(?:\w+ )?huurling van (?:(?:de|het|\w+e) ){0,2}(?P<club><C>)|"
            r"\bvan (?:(?:de|het|\w+e) ){0,2}(?P<lender><C>) gehuurde (?:[\w-]+ ){0,2}(?P<lent><P>)|"
            r"\bhuurling(?:en)? (?P<one><P>) \((?:van )?(?P<owner><C>)\)"
        ),
        hired,
        (
            _example(
                f"[C PSV] won. [C PSV] viert. Dat {_X}, de huurling van [C Ajax], scoorde, hielp [C PSV].",
                from_club_id="Ajax",
                to_club_id="PSV",
                type="loan",
                status="done",
            ),
            _example(f"{_X}, de trainer van [C Ajax], huurt een huis."),
        ),
    ),
    ClaimRule(
        "transfer-then-to",
        (" naar ",),
        (
            r"(?:\b(?:later|daarna|vervolgens|nadien|daarop|uiteindelijk)|<D>|<U>) (?:weer )?naar "
            r"(?:(?:de|het|\w+e) ){0,2}(?P<club><C>)"
        ),
        then_to,
        (
            Example(
                f"In 2008 vertrok {_X} naar [C PSV], twee winters later naar [C AZ].",
                ({"to_club_id": "PSV"}, {"to_club_id": "AZ", "status": "done"}),
            ),
            _example(f"{_X} won, en reist een week later naar [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-exit",
        ("vertrek", "beschikken", "moet weg", "opstappen"),
        r"\b(?:vertrekt|vertrekken|(?:mag|moet) (?:beschikken|weg|vertrekken|opstappen))\b",
        exits,
        (
            _example(
                f"[C PSV] ruimt op. [C PSV] bouwt. Doelman {_X} mag beschikken.",
                from_club_id="PSV",
                to_club_id="",
                status="agreed",
            ),
            _example(f"[C PSV] ruimt op. [C PSV] bouwt. {_X} vertrekt niet."),
            _example(f"[C PSV] traint. [C PSV] rust. {_X} vertrekt met de bus naar huis."),
        ),
    ),
    ClaimRule(
        "transfer-contract-ended",
        ("ontbonden", "ontbind"),
        r"\b(?:contract|verbintenis|overeenkomst) van (?:[\w-]+ ){0,2}(?P<who><P>)(?=[^.;]{0,120}\bontbonden\b)",
        ended,
        (
            _example(
                f"[C PSV] ruimt op. [C PSV] bouwt. Het contract van {_X} is in goed overleg ontbonden.",
                from_club_id="PSV",
                to_club_id="",
                status="done",
                type="free",
            ),
            _example(f"[C PSV] ruimt op. [C PSV] bouwt. Het contract van {_X} wordt niet ontbonden."),
        ),
    ),
)
