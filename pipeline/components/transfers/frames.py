"""Words of moving, and who is who beside each: the mover as subject, the club that buys or the club that sells.

Each frame reads the sides of its clause by their prepositions; what is missing there is looked for in the
clauses right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pipeline.components.claims import Found
from pipeline.components.clauses import REACH, clause, head, near
from pipeline.components.reading import Item, pattern
from pipeline.components.transfers.about import Ends, Move, ends, moved, mover, rows, status_of
from pipeline.records import Claim

_BACK_IN_TEAM = (
    r"\b(?:blessure|schorsing|ziekte|interland\w*|vakantie|afwezigheid|selectie|basis|trainingskamp|rust|"
    r"pauze|zijspoor|tribune|strafbank\w*)\b"
)

Read = Callable[[Found], Iterable[Claim]]


def segments(found: Found, at: int) -> list[tuple[int, int]]:
    """The clause of a cue and what it continues: an insertion between commas does not end a clause.

    "X wordt door Y, dat in de tweede klasse speelt, gehuurd van Z" is one clause with a relative one inside.
    """
    sentence = found.sentence
    start, end = clause(sentence, at)
    skeleton = sentence.skeleton
    while end < len(skeleton) and pattern(_GOES_ON).match(skeleton[end : end + 24]):
        further = clause(sentence, end + 1)[1]
        if further <= end:
            break
        end = further
    found_segments = [(start, end)]
    for _ in range(2):
        if start <= 0 or (skeleton[start] not in ",)–" and skeleton[start : start + 3] != " - "):
            break
        inserted = clause(sentence, start - 1)
        if (
            inserted[0] <= 0
            or inserted[0] >= start
            or not pattern(_INSERTED).match(skeleton[inserted[0] : inserted[1]])
        ):
            break
        before = clause(sentence, inserted[0] - 1)
        if before[1] - before[0] < 4 and before[0] > 0:
            # the comma before "die" and "dat" cuts, too
            before = (clause(sentence, before[0] - 1)[0], before[0])
        if before[0] >= inserted[0]:
            break
        found_segments.append(before)
        start = before[0]
    return found_segments


_GOES_ON = (
    r"^(?:, |[ ]?\(|\) |, en |\), | - )(?:(?:waar|als) )?(?:na|op huurbasis|voor|transfervrij|naar|van|bij|aan|per|op|"
    r"in|met|<C>|<U>|<D>|<E>)"
)
_INSERTED = r"^\W*(?:(?:die|dat|wie|waar\w*|wiens)\b|<NA>|(?:de|een|\w+-)\s?\w+|[\w-]+ (?:van|bij) )"


def around(found: Found, at: int) -> tuple[int, int, Ends]:
    """The clause of a cue with its sides, those before an insertion included."""
    pieces = segments(found, at)
    sides = [pair for start, end in sorted(pieces) for pair in ends(found.sentence, start, end).named]
    return *pieces[0], Ends(tuple(sides))


_JOINED = r"(?: \([^()]{1,30}\))?(?:, | en |, en | & )(?P<who><P>)(?! (?:is|was|heeft|wil|zegt|kreeg)\b)"


def company(found: Found, who: Item) -> list[Item]:
    """A person and those joined to him: "X en Z keren terug"."""
    people = [who]
    skeleton = found.sentence.skeleton
    joined = pattern(_JOINED)
    while match := joined.match(skeleton, people[-1].at + 1):
        at = match.start("who")
        people.append(next(iter(near(found.sentence, at, at + 1, "P"))))
    return people if " en " in skeleton[who.at : people[-1].at] or "&" in skeleton[who.at : people[-1].at] else [who]


def joins(
    goals: tuple[str, ...],
    origins: tuple[str, ...],
    default: str = "done",
    kind: str = "unknown",
    needs_goal: bool = True,
) -> Read:
    """The mover is the subject: "X stapt over van Y naar Z"."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        who = mover(found, at)
        if who is None:
            return ()
        start, end, sides = around(found, at)
        status = status_of(found.sentence, at, default)
        # "na een jaar bij Y terug naar Z": where both are said, he goes to Z
        to = (sides.after("naar") if "naar" in goals else []) or sides.after(*goals)
        origin = sides.after(*origins)
        to = [side for side in to if not _left_behind(found, side)]
        if re.search(_BACK_IN_TEAM, found.sentence.skeleton[start:end]):
            return ()
        if not to and needs_goal:
            to = _further(found, end, goals)
        if not status or (needs_goal and not to) or not (to or origin):
            return ()
        targets: list[Item | None] = list(to) or [None]
        start_club = origin[0] if origin else None
        return rows(
            found, (Move(one, start_club, goal, status, kind) for one in company(found, who) for goal in targets)
        )

    return read


def _left_behind(found: Found, side: Item) -> bool:
    """Whether a side is where somebody was before: "na zijn uitleenbeurt bij Y terug naar Z"."""
    before = found.sentence.skeleton[max(0, side.at - 60) : side.at]
    return bool(re.search(r"\bna (?:[^ .;:,]+ ){1,4}bij (?:(?:de|het|\w+e) ){0,2}$", before))


def _further(found: Found, end: int, prepositions: tuple[str, ...]) -> list[Item]:
    """A destination behind an insertion: "ging voor zeven miljoen, bonussen niet inbegrepen, naar Y"."""
    rest = found.sentence.skeleton[end:]
    stop = re.search(r"[.;:]|\b(?:die|dat|maar|terwijl|want|waar\w*|omdat|nadat|en (?=\w+(?:t|de|te)\b))\b", rest[1:])
    limit = end + 1 + stop.start() if stop else len(found.sentence.skeleton)
    if pattern("<P>").search(found.sentence.skeleton[end:limit]):
        return []
    return ends(found.sentence, end, limit).after(*prepositions)


def takes(origins: tuple[str, ...], default: str = "done", kind: str = "unknown") -> Read:
    """A club is the subject and takes somebody: "Y haalt X weg bij Z"; in the passive the club stands behind "door"."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        sentence = found.sentence
        start, end, sides = around(found, at)
        status = status_of(sentence, at, default)
        goal = sides.after("door") or subject_club(found, at, start, end)
        goal = goal if len(goal) < 3 else []
        people = moved(found, segments(found, at), at) or _passive(found, at, start, end)
        if not status or not people:
            return ()
        origin = [item for item in sides.after(*origins) if not goal or item.entity != goal[0].entity]
        if not goal and not origin:
            return ()
        targets: list[Item | None] = list(goal) or [None]
        return rows(
            found,
            (Move(who, origin[0] if origin else None, target, status, kind) for who in people for target in targets),
        )

    return read


def _passive(found: Found, at: int, start: int, end: int) -> list[Item]:
    """The mover of a passive or relative clause that goes on from one before: "…, maar werd uitgeleend aan Y"."""
    words = found.sentence.skeleton[start:end]
    # an apposition has no auxiliary at all: "X, deze zomer gehuurd van Y"
    bare = re.fullmatch(r"\w*ge\w+(?:d|t|en)", found.match[0]) and not re.search(r"\b(?:heeft|hebben|had)\b", words)
    if not bare and not re.search(r"\b(?:werd|wordt|is|was|werden|worden)\b|^\W*die\b", words):
        return []
    who = mover(found, at)
    return [who] if who is not None else []


def gives(goals: tuple[str, ...], default: str = "done", kind: str = "unknown") -> Read:
    """A club is the subject and gives somebody: "Y verkoopt X aan Z", "X wordt door Y verhuurd aan Z"."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        start, end, sides = around(found, at)
        status = status_of(found.sentence, at, default)
        goal = sides.after(*goals)
        origin = sides.after("door", "van") or subject_club(found, at, start, end)
        people = moved(found, segments(found, at), at) or _passive(found, at, start, end)
        if not status or not people or not goal:
            return ()
        return rows(
            found, (Move(who, origin[0] if origin else None, target, status, kind) for who in people for target in goal)
        )

    return read


def subject_club(found: Found, at: int, start: int, end: int) -> list[Item]:
    """The clubs that act in a clause: heads without preposition, joined ones all of them; else whom it continues."""
    sentence = found.sentence
    inside = [
        item for preposition, item in ends(sentence, start, end).named if preposition == "" and head(sentence, item)
    ]
    if inside:
        return inside if len(inside) < 4 else []
    while start > max(0, at - REACH):
        relative = pattern(r"^\W*(?:dat|die)\b").match(sentence.skeleton[start:end])
        before, end = clause(sentence, start - 1)[0], start
        if before >= start:
            return []
        clubs = [
            item for item in near(sentence, before, start, "C") if item.entity and (relative or head(sentence, item))
        ]
        if clubs:
            return clubs[-1:] if relative else clubs[:1]
        start = before
    return []


def swaps(found: Found) -> Iterable[Claim]:
    """ "X verruilt Y voor Z", "X ruilt Y in voor Z", "X verlaat Y voor Z"."""
    at = found.match.start()
    who = mover(found, at)
    sides = around(found, at)[2]
    status = status_of(found.sentence, at, "done")
    goal, origin = sides.after("voor", "naar"), sides.after("")
    if who is None or not status or not goal:
        return ()
    return rows(found, [Move(who, origin[0] if origin else None, goal[0], status, "unknown")])


def leaves(found: Found) -> Iterable[Claim]:
    """ "X verlaat Y", "X vertrekt bij Y": without a destination only what is done or agreed counts."""
    at = found.match.start()
    who = mover(found, at)
    sides = around(found, at)[2]
    status = status_of(found.sentence, at, "done")
    goal = sides.after("naar", "voor", "richting")
    origin = sides.after("bij", "uit", "van") or (sides.after("") if "verl" in found.match[0] else [])
    if who is None or not status or (not goal and (status not in ("done", "agreed") or not origin)):
        return ()
    return rows(found, [Move(who, origin[0] if origin else None, goal[0] if goal else None, status, "unknown")])


def dismissed(found: Found) -> Iterable[Claim]:
    """ "Y ontslaat X", "X is ontslagen bij Y", "Y zet X op straat"."""
    at = found.match.start()
    sentence = found.sentence
    start, end, sides = around(found, at)
    status = status_of(sentence, at, "done")
    farewell = found.match[0].startswith("afscheid")
    ended = found.match[0].startswith("ontb")  # "het contract van X wordt ontbonden"
    people = [
        item
        for item in near(sentence, start, end, "P")
        if (item.at > at if farewell else ended or head(sentence, item))
    ]
    origin = [] if farewell else sides.after("door", "bij", "van")
    origin = origin or subject_club(found, at, start, end)
    if status not in ("done", "agreed") or not people or not origin:
        return ()
    return rows(found, [Move(people[0], origin[0], None, status, "unknown")])


_go = joins(("naar", "richting"), ("van", "bij", "uit"))


def goes(found: Found) -> Iterable[Claim]:
    """ "X vertrekt naar Y"; with a side beside him he only travels: "X gaat met Y naar Z"."""
    start, end, sides = around(found, found.match.start())
    words = found.sentence.skeleton[start:end]
    if sides.after("met", "namens") or pattern(
        r"\bmet (?:\w+ ){0,2}<T>|\b(?:wedstrijd|duel|uitduel|supporters|fans|bezoek)\b"
    ).search(words):
        return ()
    return _go(found)
