"""From the roles that single sentences tell to those of the article: clubs filled in, the most exact kept."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.components.clauses import head, near, subject
from pipeline.components.reading import Reading, Sentence, pattern
from pipeline.components.roles.words import POSITIONS
from pipeline.records import Claim
from pipeline.schema.values import BOARD_ROLES, COACH_ROLES, PLAYER_ROLES

#: Roles that belong to nobody's club.
_FREE = frozenset({"referee", "journalist", "agent", "other", "scout", "owner"})
#: Words by which a clause tells that its person plays for or is tied to the side behind the preposition.
_TIED = (
    r"\b(?:onder contract|contract|verbintenis|vast\b|speelt|speelde|spelen|blijft|verlengt|verlengde|bijtekent|tekent bij|verbonden|"
    r"debuteerde|scoort|scoorde|maakte|keepte|komt uit|uitkomt|transfervrij|tekent|tekende|in dienst)\b"
)


def settled(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The article's rows: one a person, role, side and status, at its first words."""
    claims = _filled(reading, claims)
    return _exact(claims)


# --- clubs that other words of the article tell ---------------------------------------------------------


def _filled(reading: Reading, claims: list[Claim]) -> list[Claim]:
    tied = _ties(reading, claims)
    main = main_side(reading, "C")
    team = main_side(reading, "T")
    done = []
    for claim in claims:
        values = claim.values
        if values["club_id"] or values["national_team_id"] or values["role"] in _FREE:
            done.append(claim)
            continue
        side = ""
        if values["role"] == "national_coach":
            side = team
        elif values["status"] == "current":
            side = tied.get(values["person_id"], "") or _spoken_of(reading, claim, main, values["role"])
        key = "national_team_id" if side.startswith("national_team/") else "club_id"
        done.append(claim._replace(values={**values, key: side}))
    return done


def _ties(reading: Reading, claims: list[Claim]) -> dict[str, str]:
    """Person → the only club that the article says he is with."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.values["status"] == "current" and claim.values["club_id"] and claim.values["certainty"] != "denied":
            found.setdefault(claim.values["person_id"], set()).add(claim.values["club_id"])
    for sentence in reading.sentences:
        for person, club in _tied(sentence):
            found.setdefault(person, set()).add(club)
    return {person: next(iter(clubs)) for person, clubs in found.items() if len(clubs) == 1}


def _tied(sentence: Sentence) -> list[tuple[str, str]]:
    found = []
    for match in pattern(r"(?P<who><P>)(?: \(|, | van )(?P<club><C>)\)?").finditer(sentence.skeleton):
        if match[0].endswith(")") or " van " in match[0]:
            found.append((match.start("who"), match.start("club")))
    ties = [(_entity(sentence, who), _entity(sentence, club)) for who, club in found]
    for match in pattern(r"\b(?:bij|voor|aan|van) (?:(?:de|het|\w+e) ){0,2}(?P<club><C>)").finditer(sentence.skeleton):
        at = match.start("club")
        around = sentence.skeleton[max(0, at - 70) : at + 70]
        if re.search(_TIED, around) and not re.search(r"\b(?:eerder|voorheen|vroeger|destijds|overgekomen|over van|niet)\b", around):
            who = subject(sentence, match.start(), "P")
            if who is not None and who.sign == "P":
                ties.append((who.entity, _entity(sentence, at)))
    return ties


def _entity(sentence: Sentence, at: int) -> str:
    return next((item.entity for item in near(sentence, at, at + 1, "PC")), "")


def main_side(reading: Reading, letter: str) -> str:
    """The side that an article is about: named in its first sentences and clearly most often."""
    counts: Counter[str] = Counter()
    first: list[str] = []
    for sentence in reading.sentences:
        for item in sentence.items:
            if item.sign == letter and item.entity:
                counts[item.entity] += 1
                if sentence.index < 4:
                    first.append(item.entity)
    if not counts:
        return ""
    ranked = counts.most_common(2)
    clear = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
    return ranked[0][0] if clear and (ranked[0][0] in first or letter == "T") else ""


def _spoken_of(reading: Reading, claim: Claim, main: str, role: str) -> str:
    """The side meant by a bare "trainer X": the one the sentence is about, else the article's."""
    sentence = next(sentence for sentence in reading.sentences if sentence.start <= claim.start < sentence.end)
    sides = [item for item in sentence.items if item.sign == "C" and item.entity]
    if role in COACH_ROLES or role in BOARD_ROLES or role == "captain":
        heads = {item.entity for item in sides if head(sentence, item)}
        if len(heads) == 1 and len({item.entity for item in sides}) == 1:
            return heads.pop()
        return main if not sides or main in {item.entity for item in sides} or not heads else ""
    return main if all(item.entity == main for item in sides) else ""


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
    return [row for row in rows if not _superseded(row, rows)]


def _superseded(row: Claim, rows: list[Claim]) -> bool:
    """Whether another row tells the same more exactly: a position for player, a side for none, one position for two."""
    mine = row.values
    for other in rows:
        theirs = other.values
        if other is row or theirs["person_id"] != mine["person_id"]:
            continue
        same_side = (theirs["club_id"], theirs["national_team_id"]) == (mine["club_id"], mine["national_team_id"])
        sideless = not (mine["club_id"] or mine["national_team_id"])
        if theirs["role"] == mine["role"] and sideless and not same_side:
            return True
        if mine["role"] == "player" and theirs["role"] in POSITIONS and theirs["status"] == mine["status"] and (same_side or sideless):
            return True
        if same_side and mine["role"] == "head_coach" and theirs["role"] in ("interim_coach", "assistant_coach") and theirs["status"] == mine["status"]:
            return True
        if same_side and mine["role"] == theirs["role"] and mine["status"] == "current" and theirs["status"] in ("former", "future") and theirs["certainty"] == "stated":
            return True
        if mine["role"] in POSITIONS and theirs["role"] in POSITIONS and same_side and mine["status"] == theirs["status"] and rows.index(other) < rows.index(row):
            return True
    return False


_ = PLAYER_ROLES
