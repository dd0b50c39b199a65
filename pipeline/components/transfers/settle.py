"""From the moves that single sentences tell to those of the article: missing sides filled, the strongest kept."""

from __future__ import annotations

import re

from pipeline.components.clauses import head
from pipeline.components.reading import Reading
from pipeline.components.topic import main_side, sentence_at, ticker, topic
from pipeline.records import Claim
from pipeline.schema.values import BOARD_ROLES, COACH_ROLES

#: Rules that tell of no move themselves.
HINTS = ("transfer-stays", "transfer-checked")
#: Rules of a deal without a destination: it is the club that the article is about.
_TO_HERE = ("transfer-come", "transfer-take", "transfer-hired-from")
#: Rules of a leaving without a club: it is the one where he is.
_FROM_HERE = ("transfer-abroad", "transfer-exit", "transfer-contract-ended")
_TO_MAIN = ("transfer-put-forward", "transfer-named", "transfer-step-here")
_STRENGTH = {"done": 3, "agreed": 2, "rumour": 1, "denied": 0}


def settled(reading: Reading, moves: list[Claim], known: list[Claim]) -> list[Claim]:
    """The article's rows; `known` are the claims that earlier pipes read."""
    main = main_side(reading, "C") or _headlined(reading)
    now = _clubs_now(known)
    coaches = {
        claim.values["person_id"] for claim in known if claim.table == "roles" and claim.values["role"] in COACH_ROLES
    }
    board = {
        claim.values["person_id"] for claim in known if claim.table == "roles" and claim.values["role"] in BOARD_ROLES
    }
    # clubs court players and coaches: where a director seems meant, a description was understood wrongly
    moves = [move for move in moves if move.values["status"] != "rumour" or move.values["person_id"] not in board]
    moves = [*moves, *_appointed(reading, known), *_signed(reading, known, moves)]
    left = _left(moves)
    filled = [_filled(reading, move, now, main, left) for move in moves]
    filled = [
        move
        for move in filled
        if move.rule in HINTS
        or move.values["from_club_id"]
        or move.values["status"] not in ("rumour", "agreed")
        or now.get(move.values["person_id"]) != move.values["to_club_id"]
    ]
    filled = [move for move in filled if move.values["person_id"] and (move.rule in HINTS or _tells(move))]
    filled = [
        move for move in filled if not (move.values["person_id"] in coaches and _long_ago(move, reading.published))
    ]
    return _strongest([_in_context(reading, move, moves) for move in filled if move.rule not in HINTS])


def _headlined(reading: Reading) -> str:
    """The one club of the title, where it acts and counts do not tell; empty otherwise."""
    title = reading.sentences[0] if reading.sentences else None
    clubs = [item for item in title.items if item.sign == "C" and item.entity] if title else []
    alone = len({item.entity for item in clubs}) == 1 and title and head(title, clubs[0])
    return clubs[0].entity if alone and not ticker(reading) else ""


def _in_context(reading: Reading, move: Claim, moves: list[Claim]) -> Claim:
    """What a sentence beside adds: "X blijft bij Y" denies the rumour before it, a medical check keeps a deal open."""
    person = move.values["person_id"]
    here = sentence_at(reading, move.start).index
    for other in moves:
        if other.rule not in HINTS or other.values["person_id"] != person:
            continue
        gap = sentence_at(reading, other.start).index - here
        if (
            other.rule == "transfer-stays"
            and move.values["status"] == "rumour"
            and gap in (1, 2)
            and other.values["to_club_id"] != move.values["to_club_id"]
        ):
            return move._replace(values={**move.values, "status": "denied"})
        if other.rule == "transfer-checked" and move.values["status"] == "done" and gap in (-1, 0, 1):
            return move._replace(values={**move.values, "status": "agreed"})
    return move


def _appointed(reading: Reading, known: list[Claim]) -> list[Claim]:
    """A coach's new post is a move: agreed while it lies ahead, done when he is presented."""
    found = []
    for claim in known:
        values = claim.values
        if (
            claim.table != "roles"
            or claim.rule not in _APPOINTING
            or values["role"] not in _POSTS
            or not values["club_id"]
            or values["certainty"] != "stated"
        ):
            continue
        words = reading.text[claim.start : claim.end].lower()
        new = (
            values["status"] == "current"
            and re.search(_NEW, words)
            and values["start_value"][:4] in ("", reading.published[:4])
        )
        if not (new or values["status"] == "future"):
            continue
        row = dict.fromkeys(("from_club_id", "fee_eur", "date_value", "reported_by"), "")
        row |= {"person_id": values["person_id"], "to_club_id": values["club_id"], "type": "unknown"}
        row |= {"status": "done" if new else "agreed", "date_value": values["start_value"]}
        found.append(Claim("transfers", claim.start, claim.end, "transfer-appointed", row))
    return found


def _signed(reading: Reading, known: list[Claim], moves: list[Claim]) -> list[Claim]:
    """A new contract of somebody of whom another club is told, at one that nothing calls his: he moves there."""
    held = {
        (claim.values["person_id"], claim.values["club_id"])
        for claim in known
        if claim.table == "contracts" and claim.values["kind"] in ("running", "extension", "expired")
    }
    told = {(move.values["person_id"], move.values["to_club_id"]) for move in moves}
    clubs: dict[str, set[str]] = {}
    for claim in (*known, *moves):
        if claim.table in ("roles", "contracts", "transfers"):
            names = (claim.values.get(name, "") for name in ("club_id", "from_club_id", "to_club_id"))
            clubs.setdefault(claim.values["person_id"], set()).update(name for name in names if name)
    found = []
    for claim in known:
        values = claim.values
        if claim.table != "contracts" or values["kind"] != "new" or values["certainty"] != "stated":
            continue
        sentence = sentence_at(reading, claim.start)
        words = reading.text[sentence.start : sentence.end].lower()
        pair = (values["person_id"], values["club_id"])
        if not all(pair) or pair in held | told or not clubs[pair[0]] - {pair[1]}:
            continue
        if re.search(_NO_MOVE, words):
            continue
        row = dict.fromkeys(("from_club_id", "fee_eur", "date_value", "reported_by"), "")
        row |= {"person_id": pair[0], "to_club_id": pair[1], "type": "unknown", "status": "done"}
        found.append(Claim("transfers", claim.start, claim.end, "transfer-signed", row))
    return found


#: A first contract, one renewed, and one that was spoken of only.
_NO_MOVE = r"\b(?:eerste|prof\w*|jeugd\w*|nieuwe?|verleng\w*|nog|al|langer|bij)\b"


#: Who steps in for a while has mostly been at the club already.
_POSTS = ("head_coach", "assistant_coach", "national_coach")
_APPOINTING = ("role-is", "role-as", "role-succeeds")
_LEAVING = (*_FROM_HERE, "transfer-leave", "transfer-dismissed", "transfer-departure-of")
_NEW = r"\b(?:nieuwe|aangesteld|stelt|stelde|aan als|present\w+|gepresenteerd|benoem\w+|voorgesteld)\b"


def _clubs_now(known: list[Claim]) -> dict[str, str]:
    """Person → the only club where the article says he is now."""
    clubs: dict[str, set[str]] = {}
    for claim in known:
        role = claim.table == "roles" and claim.values["status"] == "current"
        contract = claim.table == "contracts" and claim.values["kind"] in ("running", "extension")
        if (role or contract) and claim.values["club_id"]:
            clubs.setdefault(claim.values["person_id"], set()).add(claim.values["club_id"])
    return {person: next(iter(names)) for person, names in clubs.items() if len(names) == 1}


def _left(moves: list[Claim]) -> dict[str, str]:
    """Person → the only club that he leaves for another: where he came before, he came to that one."""
    clubs: dict[str, set[str]] = {}
    for move in moves:
        if move.values["from_club_id"] and move.values["to_club_id"] and move.rule != "transfer-come":
            clubs.setdefault(move.values["person_id"], set()).add(move.values["from_club_id"])
    return {person: next(iter(names)) for person, names in clubs.items() if len(names) == 1}


def _filled(reading: Reading, move: Claim, now: dict[str, str], main: str, left: dict[str, str]) -> Claim:
    """The move with the side that its own sentence leaves unsaid."""
    values = dict(move.values)
    here = now.get(values["person_id"], "")
    if not values["to_club_id"] and move.rule in (*_TO_HERE, *_TO_MAIN):
        options: tuple[str, ...] = (main,)
        if move.rule not in _TO_MAIN:
            options = (left.get(values["person_id"], ""), here, topic(reading, move.start, main), main)
        if move.rule == "transfer-hired-from":
            options = (main, *options)
        values["to_club_id"] = next((club for club in options if club and club != values["from_club_id"]), "")
    elif move.rule in _FROM_HERE:
        values["from_club_id"] = here or topic(reading, move.start, main)
    elif not values["from_club_id"] and values["to_club_id"] and here != values["to_club_id"]:
        values["from_club_id"] = here
    return move._replace(values=values)


def _tells(move: Claim) -> bool:
    values = move.values
    if values["to_club_id"]:
        return bool(values["to_club_id"] != values["from_club_id"])
    return values["status"] in ("done", "agreed") and bool(values["from_club_id"]) and move.rule in _LEAVING


def _long_ago(move: Claim, published: str) -> bool:
    """Whether a coach's move is of another year: his past appointments are roles only."""
    date = move.values["date_value"][:4]
    return bool(date and published) and date < published[:4]


def _strongest(moves: list[Claim]) -> list[Claim]:
    """One row a person, origin and destination: the surest; what is denied stands beside it."""
    kept: dict[tuple[str, str, bool], Claim] = {}
    for move in sorted(moves, key=lambda claim: (claim.start, claim.end)):
        values = move.values
        key = (values["person_id"], values["to_club_id"], values["status"] == "denied")
        known = kept.get(key)
        if known is None:
            kept[key] = move
            continue
        best, other = (
            (known, move) if _STRENGTH[known.values["status"]] >= _STRENGTH[values["status"]] else (move, known)
        )
        if "" not in (one := best.values["from_club_id"], two := other.values["from_club_id"]) and one != two:
            kept[key] = best
            continue
        merged = {name: value or other.values[name] for name, value in best.values.items()}
        if best.values["type"] == "unknown":
            merged["type"] = other.values["type"]
        kept[key] = best._replace(values=merged)
    # a rumour that somebody concerned denies is denied
    rows = [
        move
        for (person, club, _), move in kept.items()
        if move.values["status"] in ("done", "denied") or (person, club, True) not in kept
    ]
    return [row for row in rows if not _told_better(row, rows)]


def _told_better(row: Claim, rows: list[Claim]) -> bool:
    """Whether a leaving without destination is the same as a move that has one.

    Of somebody who is about to go and whose destination is only rumoured, the rumour is the row.
    """
    if row.values["to_club_id"]:
        return False
    known = ("done", "agreed", "rumour") if row.values["status"] == "agreed" else ("done", "agreed")
    return any(
        other.values["person_id"] == row.values["person_id"]
        and other.values["to_club_id"]
        and other.values["status"] in known
        and other.values["from_club_id"] in ("", row.values["from_club_id"])
        and not (row.values["date_value"] and row.values["date_value"] != other.values["date_value"])
        for other in rows
    )
