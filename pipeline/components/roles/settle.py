"""From the roles that single sentences tell to those of the article: clubs filled in, the most exact kept."""

from __future__ import annotations

import re

from pipeline.components.clauses import REACH, near, subject
from pipeline.components.reading import Reading, Sentence, pattern
from pipeline.components.roles.unsaid import clubs_around, contest, first_named, just_named, team_before
from pipeline.components.topic import (
    elsewhere,
    lead_side,
    main_side,
    opposed,
    place_before,
    place_of_char,
    protagonist,
    sentence_at,
    ticker,
)
from pipeline.records import Claim
from pipeline.schema.values import COACH_ROLES, PLAYER_ROLES, POSITIONS

#: Roles that belong to nobody's club.
_FREE = frozenset({"referee", "journalist", "agent", "scout"})
#: Words by which a clause tells that its person plays for or is tied to the side behind the preposition.
_TIED = (
    r"\b(?:onder contract|contract|verbintenis|vast\b|speelt|speelde|spelen|blijft|verlengt|verlengde|bijtekent|"
    r"tekent bij|verbonden|debuteerde|scoort|scoorde|maakte|keepte|komt uit|uitkomt|transfervrij|tekent|tekende|"
    r"in dienst)\b"
)


#: Verbs beside which "X van Y" tells from where he comes.
_FETCHED = (
    r"\b(?:\w*huur\w*|neemt|nam|haalt|haalde|kocht|koopt|pluk\w*|overgenomen|aangetrokken|over|"
    r"won|wint|winnen|verloor|verliest)\b"
)
#: "Y praat met Z over X": X is with Z.
_TALKS = (
    r"\b(?:rond de tafel|aan tafel|onderhandel\w*|in gesprek|gesprekken|praat|akkoord|overeenstemming|eens)(?: \w+)? "
    r"met (?P<club><C>) (?:over|voor) (?:(?:de|een|het|\w+e) ){0,2}(?:[\w-]+ )?(?P<who><P>)"
)
#: Before a position and name: somebody whom the club spoken of meets, wants or lost.
_MET = r"\b(?:voor|op|naar|van|tegen|over|in|langs|voorbij) (?:(?:de|een|het|\w+e) ){0,2}$"
_UNTIED = r"\b(?:eerder|voorheen|vroeger|destijds|overgekomen|over van|niet|zou|wil|debuut|tegen)\b"


def settled(reading: Reading, claims: list[Claim], moves: list[Claim]) -> list[Claim]:
    """The article's rows: one a person, role, side and status, at its first words; `moves` are its transfers."""
    return _exact(_filled(reading, claims, moves))


# --- clubs that other words of the article tell ---------------------------------------------------------


def _filled(reading: Reading, claims: list[Claim], moves: list[Claim]) -> list[Claim]:
    main, team = main_side(reading, "C"), main_side(reading, "T") or lead_side(reading, "T")
    match = contest(reading)
    lead = main or lead_side(reading, "C")
    # a report of a match speaks of either side in turn: there, only the sentence before tells which
    own = "" if match or ticker(reading) else main or ("" if team else first_named(reading))
    tied = _ties(reading, claims, moves)
    claims = [_ended(claim, moves) for claim in claims]
    if (hero := protagonist(reading)) and main and not ticker(reading):
        tied.setdefault(hero, main)
    filled = [
        _with_side(
            reading,
            claim,
            tied,
            own,
            lead,
            "" if main or match else team,
            team,
            moves,
        )
        for claim in claims
    ]
    filled = _succeeded(reading, [_beside(reading, claim, tied) for claim in filled])
    # a role without a side says of whom it is told, not where he has it
    return [
        claim
        for claim in filled
        if claim.values["role"] in _FREE or claim.values["club_id"] or claim.values["national_team_id"]
    ]


def _ended(claim: Claim, moves: list[Claim]) -> Claim:
    """A coach whom the article tells to be dismissed is no longer that."""
    values = claim.values
    if values["role"] not in COACH_ROLES or values["status"] != "current":
        return claim
    for move in moves:
        if (
            move.rule == "transfer-dismissed"
            and move.values["person_id"] == values["person_id"]
            and move.values["status"] == "done"
            and values["club_id"] in ("", move.values["from_club_id"])
        ):
            return claim._replace(values={**values, "club_id": move.values["from_club_id"], "status": "former"})
    return claim


def _succeeded(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """ "X, die Y opvolgde": Y had the post that X has; without one of X nothing is known of Y."""
    posts = [
        claim.values
        for claim in claims
        if claim.values["role"] in COACH_ROLES and (claim.values["club_id"] or claim.values["national_team_id"])
    ]
    found: list[Claim] = []
    for claim in claims:
        if claim.rule != "role-succeeded":
            found.append(claim)
            continue
        values = claim.values
        heirs = {
            item.entity
            for item in sentence_at(reading, claim.start).items
            if item.sign == "P" and claim.start <= item.start < claim.end and item.entity != values["person_id"]
        }
        post = next((post for post in posts if post["person_id"] in heirs and post["status"] != "former"), None)
        if post is not None:
            role = "national_coach" if post["national_team_id"] else "head_coach"
            side = {"club_id": post["club_id"], "national_team_id": post["national_team_id"]}
            found.append(claim._replace(values={**values, **side, "role": role}))
    return found


def _with_side(
    reading: Reading,
    claim: Claim,
    tied: dict[str, str],
    main: str,
    lead: str,
    national: str,
    team: str,
    moves: list[Claim],
) -> Claim:
    """The claim with the side that the article tells.

    `main` is its club, `lead` that too where it is less clear, `national` its team where no club is main.
    """
    values = claim.values
    if claim.rule == "role-succeeded":
        return claim
    if values["club_id"] or values["national_team_id"] or values["role"] in _FREE:
        return claim
    if values["role"] == "national_coach" or "bondscoach" in claim_words(reading, claim):
        side = team or team_before(reading, claim)
    elif values["status"] == "future":
        side = ""
    elif values["role"] in PLAYER_ROLES:
        if "international" in claim_words(reading, claim):
            side = team
        elif values["status"] == "former":
            # the club of an article is not where all its former players played
            side = _of_team(reading, claim, national)
        else:
            side = _of_team(reading, claim, national) or tied.get(values["person_id"], "")
            if claim.rule == "role-bracketed":
                side = side or lead
            side = side or _only(reading, claim, main)
            if not main and claim.rule == "role-before-name":
                side = side or _spoken_of(reading, claim, moves)
    else:
        stays = values["status"] == "current" and claim.rule != "role-stand-in"
        # "de trainer" may have been resolved to somebody else of the article
        side = tied.get(values["person_id"], "") if stays and claim.rule != "role-described" else ""
        there = re.search(r"\ber\b", claim_words(reading, claim)) and claim.rule in ("role-is", "role-behind-is")
        side = side or (_there(reading, claim) if there else main or just_named(reading, claim))
    key = "national_team_id" if side.startswith("national_team/") else "club_id"
    return claim._replace(values={**values, key: side})


def _beside(reading: Reading, claim: Claim, tied: dict[str, str]) -> Claim:
    """A coach still without a side, spoken of right behind somebody whose only club is known: that club's."""
    values = claim.values
    if (
        values["role"] not in COACH_ROLES
        or values["role"] == "national_coach"
        or values["status"] != "current"
        or values["club_id"]
        or values["national_team_id"]
        or claim.rule == "role-succeeded"
    ):
        return claim
    sentence = sentence_at(reading, claim.start)
    if sentence.index == 0 or clubs_around(sentence, claim):
        return claim
    before = reading.sentences[sentence.index - 1]
    first = next((item.entity for item in near(before, 0, REACH, "P") if item.entity != values["person_id"]), "")
    return claim._replace(values={**values, "club_id": tied.get(first, "")})


def _of_team(reading: Reading, claim: Claim, national: str) -> str:
    """Of an article on a national team, a captain whose sentence names no club is the team's."""
    if claim.values["role"] != "captain" or not national:
        return ""
    return "" if clubs_around(sentence_at(reading, claim.start), claim) else national


def _spoken_of(reading: Reading, claim: Claim, moves: list[Claim]) -> str:
    """The club being spoken of, for a player of it: not who is only wanted there or met by it."""
    if re.search(_MET, reading.text[max(0, claim.start - 24) : claim.start]):
        return ""
    side = just_named(reading, claim)
    person = claim.values["person_id"]
    wanted = any(
        move.values["person_id"] == person and move.values["to_club_id"] == side and move.values["status"] != "done"
        for move in moves
    )
    return "" if wanted else side


def _there(reading: Reading, claim: Claim) -> str:
    sentence = sentence_at(reading, claim.start)
    return place_before(sentence, place_of_char(sentence, claim.start))


def claim_words(reading: Reading, claim: Claim) -> str:
    return reading.text[claim.start : claim.end].lower()


def _only(reading: Reading, claim: Claim, main: str) -> str:
    """The article's club for a player whose sentence names no other one that acts."""
    if not main or ticker(reading):
        return ""
    sentence = sentence_at(reading, claim.start)
    if elsewhere(reading, sentence, main):
        return ""
    at = place_of_char(sentence, claim.start)
    return (
        main
        if all(
            item.entity in ("", main) or opposed(sentence, item) for item in near(sentence, at - REACH, at + REACH, "C")
        )
        else ""
    )


def _ties(reading: Reading, claims: list[Claim], moves: list[Claim]) -> dict[str, str]:
    """Person → the only club that the article says he is with; where he has just gone to wins."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.values["status"] == "current" and claim.values["club_id"] and claim.values["certainty"] != "denied":
            found.setdefault(claim.values["person_id"], set()).add(claim.values["club_id"])
    for sentence in reading.sentences:
        for person, club in _tied(sentence):
            found.setdefault(person, set()).add(club)
    ties = {person: next(iter(clubs)) for person, clubs in found.items() if len(clubs) == 1}
    others = {claim.values["person_id"] for claim in claims if claim.values["role"] not in PLAYER_ROLES}
    gone: dict[str, list[str]] = {}
    for move in moves:
        told_whole = move.rule not in ("transfer-come", "transfer-take")
        if (
            told_whole
            and move.values["from_club_id"]
            and (move.values["status"] != "done" or not move.values["to_club_id"])
        ):
            # who may leave, or leaves now, is still theirs
            gone.setdefault(move.values["person_id"], []).append(move.values["from_club_id"])
        elif move.values["status"] == "done" and move.values["to_club_id"]:
            gone.setdefault(move.values["person_id"], []).append(move.values["to_club_id"])
    for person, clubs in gone.items():
        if person not in found and len(set(clubs)) == 1 and person not in others:
            ties.setdefault(person, clubs[0])
    return ties


def _tied(sentence: Sentence) -> list[tuple[str, str]]:
    """Person and club pairs of a sentence: "X (Y)", "X van Y", "X staat onder contract bij Y"."""
    found = [
        (match.start("who"), match.start("club"))
        for match in pattern(r"(?P<who><P>)(?: \((?P<club><C>)\))").finditer(sentence.skeleton)
    ]
    found += [(match.start("who"), match.start("club")) for match in pattern(_TALKS).finditer(sentence.skeleton)]
    if not re.search(_FETCHED, sentence.skeleton):
        found += [
            (match.start("who"), match.start("club"))
            for match in pattern(r"(?P<who><P>) van (?P<club><C>)(?! (?:over|naar)\b)").finditer(sentence.skeleton)
        ]
    ties = [(_entity(sentence, who), _entity(sentence, club)) for who, club in found]
    for match in pattern(r"\b(?:bij|voor|aan) (?:(?:de|het|\w+e) ){0,2}(?P<club><C>)").finditer(sentence.skeleton):
        at = match.start("club")
        # the words around this club, not those that belong to the one before or behind it
        before = pattern(r"<C>").split(sentence.skeleton[max(0, at - 70) : at])[-1]
        around = before + pattern(r"<C>|,| en ").split(sentence.skeleton[at + 1 : at + 70])[0]
        if re.search(_TIED, around) and not re.search(_UNTIED, around):
            who = subject(sentence, match.start(), "P")
            if who is not None and who.sign == "P":
                ties.append((who.entity, _entity(sentence, at)))
    return [tie for tie in ties if all(tie)]


def _entity(sentence: Sentence, at: int) -> str:
    return next((item.entity for item in near(sentence, at, at + 1, "PC")), "")


# --- the most exact role --------------------------------------------------------------------------------


def _exact(claims: list[Claim]) -> list[Claim]:
    claims = sorted(claims, key=lambda claim: (claim.start, claim.end))
    kept: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        values = claim.values
        key = (values["person_id"], values["role"], values["club_id"], values["national_team_id"], values["status"])
        known = kept.get(key)
        if known is None:
            kept[key] = claim
        else:
            spans = {name: known.values[name] or values[name] for name in ("start_value", "end_value")}
            kept[key] = known._replace(values={**known.values, **spans})
    rows = list(kept.values())
    of_person: dict[str, list[Claim]] = {}
    for row in rows:
        of_person.setdefault(row.values["person_id"], []).append(row)
    return [row for row in rows if not _superseded(row, of_person[row.values["person_id"]])]


def _superseded(row: Claim, rows: list[Claim]) -> bool:
    """Whether another of a person's rows tells the same more exactly: a position for player, a side for none."""
    return any(other is not row and _better(other, row, rows) for other in rows)


def _better(other: Claim, row: Claim, rows: list[Claim]) -> bool:
    theirs, mine = other.values, row.values
    same_side = (theirs["club_id"], theirs["national_team_id"]) == (mine["club_id"], mine["national_team_id"])
    sideless = not (mine["club_id"] or mine["national_team_id"])
    same_time = theirs["status"] == mine["status"]
    if theirs["role"] == mine["role"]:
        if sideless and not same_side:
            return True
        # what is told to be over or ahead is not what he is now
        over = mine["status"] == "current" and theirs["status"] in ("former", "future")
        return same_side and over and theirs["certainty"] == "stated"
    if not same_time:
        return False
    if mine["role"] == "player" and theirs["role"] in POSITIONS:
        return same_side or sideless
    if mine["role"] == "head_coach" and theirs["role"] in ("interim_coach", "assistant_coach"):
        # a description may have been resolved to the wrong coach
        return same_side and other.rule != "role-described"
    both = mine["role"] in POSITIONS and theirs["role"] in POSITIONS
    return same_side and both and rows.index(other) < rows.index(row)
