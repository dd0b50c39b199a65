"""Nouns of moving and words of interest: "de komst van X", "belangstelling van Y", "het vertrek van Z"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.claims import Found
from pipeline.components.clauses import REACH, clause, near
from pipeline.components.reading import Item, pattern
from pipeline.components.transfers.about import Move, ends, mover, rows, status_of
from pipeline.components.transfers.frames import Read, around, subject_club
from pipeline.records import Claim


def wants(default: str = "rumour") -> Read:
    """Interest of clubs in somebody: groups `who` and, where the pattern binds them, `club`."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        sentence = found.sentence
        start, end, sides = around(found, at)
        status = status_of(sentence, at, default)
        groups = found.match.groupdict()
        who = found.item("who") if groups.get("who") else None
        if who is None:
            who = mover(found, at)
        clubs: list[Item] = []
        if groups.get("club"):
            clubs = [item for item in near(sentence, *found.match.span("club"), "C") if item.entity]
        if not clubs:
            bidders = (
                ends(sentence, at, found.match.end()).after("van")
                if "who" in groups
                else sides.after("van", "bij", "aan", "met")
            )
            clubs = bidders or ([] if "who" not in groups else subject_club(found, at, start, end))
        if not status or who is None or not clubs or who.sign not in "PH":
            return ()
        return rows(found, (Move(who, None, club, status, "unknown") for club in clubs))

    return read


def destination(found: Found) -> Iterable[Claim]:
    """ "Y lijkt zijn volgende bestemming te worden"."""
    who, club = found.item("whose"), found.item("club")
    status = status_of(found.sentence, found.match.start(), "rumour")
    if who is None or club is None or not status:
        return ()
    return rows(found, [Move(who, None, club, status, "unknown")])


def taken_along(found: Found) -> Iterable[Claim]:
    """ "Misschien neemt X Z mee naar Y": Z goes there, too."""
    who, club = found.item("who"), found.item("club")
    status = status_of(found.sentence, found.match.start(), "agreed")
    if who is None or club is None or not status:
        return ()
    return rows(found, [Move(who, None, club, status, "unknown")])


def noun_of(found: Found) -> Iterable[Claim]:
    """ "de overstap van X naar Y", "een terugkeer van X bij Y"."""
    who = found.item("who")
    sides = around(found, found.match.start())[2]
    status = status_of(found.sentence, found.match.start(), "rumour")
    goal = sides.after("naar", "bij")
    origin = [item for item in sides.after("van") if item.at > found.match.end()]
    if who is None or not goal or not status:
        return ()
    return rows(found, [Move(who, origin[0] if origin else None, goal[0], status, "unknown")])


#: Verbs after which a transfer has come about.
_EARNED = r"\b(?:verdiende|versierde|leverde|bekroonde|dwong|kreeg|volgde)\b"


def noun_to(found: Found) -> Iterable[Claim]:
    """ "Een overstap naar Y komt er niet": said of the one person of the sentence."""
    sentence, club = found.sentence, found.item("club")
    at = found.match.start()
    people = [item for item in near(sentence, at - REACH, at + REACH, "PH") if not _speaks(found, item)]
    default = "rumour"
    if whose := found.item("whose"):
        people = [whose]
        if re.search(r"\b(?:na|sinds|sedert|door|voor|met) $", sentence.skeleton[max(0, whose.at - 10) : whose.at]):
            default = "done"
    elif pattern(_EARNED).search(sentence.skeleton[slice(*clause(sentence, at))]):
        default = "done"
    status = status_of(sentence, found.match.start(), default, sentence.skeleton if default == "rumour" else "")
    if club is None or not status or len({item.entity for item in people}) != 1:
        return ()
    return rows(found, [Move(people[0], None, club, status, "unknown")])


def _speaks(found: Found, item: Item) -> bool:
    """Whether a person is only the source: "volgens technisch directeur X"."""
    return bool(
        re.search(
            r"\b(?:volgens|aldus|zegt|zei|meldt|tegenover|bevestigt|vertelt)(?: [\w-]+){0,3} $",
            found.sentence.skeleton[max(0, item.at - 50) : item.at],
        )
    )


def paid(found: Found) -> Iterable[Claim]:
    """ "het bedrag dat Y van Z ontving voor X"."""
    who, first, second = found.item("who"), found.item("first"), found.item("second")
    if who is None or not status_of(found.sentence, found.match.start("verb"), "done"):
        return ()
    origin, goal = (second, first) if found.match["verb"].startswith("betaal") else (first, second)
    return rows(found, [Move(who, origin, goal, "done", "permanent")])


def deal_over(found: Found) -> Iterable[Claim]:
    """ "Y is akkoord met Z over de komst van X": Y gets him, from Z."""
    who, other = found.item("who"), found.item("other")
    start, end, _ = around(found, found.match.start())
    clubs = subject_club(found, found.match.start(), start, end)
    status = status_of(found.sentence, found.match.start(), "rumour")
    deal = re.search(
        r"\b(?:eens|akkoord|overeenstemming|gesprek\w*|onderhandel\w*|praat|tafel|deal|rond)\b",
        found.sentence.skeleton[start:end],
    )
    if who is None or not clubs or not status or not deal:
        return ()
    return rows(found, [Move(who, other, clubs[0], status, "unknown")])


def bracketed(found: Found) -> Iterable[Claim]:
    """ "X (naar Y)" in a list of who went."""
    who, club = found.item("who"), found.item("club")
    return () if who is None or club is None else rows(found, [Move(who, None, club, "done", "unknown")])


def departure_of(found: Found) -> Iterable[Claim]:
    """ "Y bevestigt het vertrek van coach X", "het vertrek van X bij Y werd bekend"."""
    sentence, who = found.sentence, found.item("who")
    at = found.match.start()
    start, end, sides = around(found, at)
    told = re.search(r"\b(?:bevestig\w*|bekend\w*|aangekondigd|kondigt|meldt)\b", sentence.skeleton)
    origin = [item for item in sides.after("bij") if item.at != at] or subject_club(found, at, start, end)
    if (
        who is None
        or not told
        or len({item.entity for item in origin}) != 1
        or sides.after("naar")
        or status_of(sentence, at, "agreed") != "agreed"
    ):
        return ()
    return rows(found, [Move(who, origin[0], None, "agreed", "unknown")])


def addition(found: Found) -> Iterable[Claim]:
    """ "X is de derde aanwinst van Y"."""
    who, club = found.item("who"), found.item("club")
    status = status_of(found.sentence, found.match.start(), "done")
    return () if who is None or club is None or not status else rows(found, [Move(who, None, club, status, "unknown")])
