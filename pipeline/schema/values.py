"""The closed vocabularies of the tables: what a cell of such a column may hold.

Whoever writes or checks one of these columns takes the values from here.
"""

from __future__ import annotations

PUBLISHED_FROM = ("header", "metadata", "filename", "option")
LABELS = ("PERSON", "CLUB", "NATIONAL_TEAM", "COMPETITION", "ORGANIZATION", "LOCATION", "MISC")
FOUND_BY = ("model", "gazetteer", "rule", "coreference", "correction")
ENTITY_TYPES = ("person", "club", "competition", "national_team")
POSITIONS = ("goalkeeper", "defender", "midfielder", "forward")
TEAMS = ("first", "reserve", "youth")
NATIONAL_SIDES = ("first", "youth")
GENDERS = ("men", "women")
COMPETITION_KINDS = ("league", "cup", "international")
DATE_TYPES = ("DATE", "DURATION", "SET")
#: The values of TIMEX3's attribute `mod` (ISO-TimeML).
DATE_MODS = (
    *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"),
    *("START", "MID", "END", "APPROX"),
)
CONTRACT_KINDS = ("running", "new", "extension", "option", "expired")
END_PRECISIONS = ("day", "month", "half_year", "season", "year")
CERTAINTIES = ("stated", "reported", "rumoured", "denied")
SUBJECT_TYPES = ("person", "club", "national_team")
QUALIFIERS = ("exact", "at_least", "at_most", "about")
#: What is counted or measured, and in which unit; an empty unit is a plain count.
METRIC_UNITS = {
    "appearances": "",
    "starts": "",
    "goals": "",
    "assists": "",
    "clean_sheets": "",
    "minutes_played": "minutes",
    "yellow_cards": "",
    "red_cards": "",
    "caps": "",
    "points": "",
    "points_gap": "",
    "matches_played": "",
    "league_position": "",
    "wins": "",
    "draws": "",
    "losses": "",
    "goals_for": "",
    "goals_against": "",
    "goal_difference": "",
    "titles": "",
    "unbeaten_matches": "",
    "winless_matches": "",
    "winning_streak": "",
    "attendance": "",
    "age": "years",
    "height_m": "m",
    "jersey_number": "",
    "transfer_fee_eur": "EUR",
    "market_value_eur": "EUR",
}
METRICS = tuple(METRIC_UNITS)
UNITS = tuple(sorted(set(METRIC_UNITS.values()) - {""}))
COACH_ROLES = ("head_coach", "assistant_coach", "interim_coach", "national_coach")
PLAYER_ROLES = ("goalkeeper", "defender", "midfielder", "forward", "player", "captain")
BOARD_ROLES = ("technical_director", "sporting_director", "chairman", "owner")
OTHER_ROLES = ("agent", "scout", "referee", "journalist", "other")
ROLES = COACH_ROLES + PLAYER_ROLES + BOARD_ROLES + OTHER_ROLES
ROLE_STATUSES = ("current", "former", "future")
TRANSFER_TYPES = ("permanent", "loan", "free", "unknown")
TRANSFER_STATUSES = ("done", "agreed", "rumour", "denied")
VENUES = ("home_away", "neutral", "unknown")

#: What sort of entity a mention's label stands for; other labels stand for none.
KIND_OF_LABEL = {"PERSON": "person", "CLUB": "club", "NATIONAL_TEAM": "national_team", "COMPETITION": "competition"}
_TABLE_OF_KIND = {
    "person": "people",
    "club": "clubs",
    "competition": "competitions",
    "national_team": "national_teams",
}
#: Table an entity's key points to, by its type (subject_type, entity_type) or its mentions' label. Other
#: labels have no table and no key.
POINTS_TO = _TABLE_OF_KIND | {label: _TABLE_OF_KIND[kind] for label, kind in KIND_OF_LABEL.items()}

# --- patterns a whole cell must match ----------------------------------------------------------------

PARTIAL_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
#: The alphabet of TIMEX3 values rather than their grammar: it keeps words out.
TIMEX = r"([0-9PX][0-9A-Z:T./-]*|(PAST|PRESENT|FUTURE)_REF)"
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
HASH = r"[0-9a-z]+"
SHA256 = r"[0-9a-f]{64}"
COUNTRY = r"([A-Z]{2}|GB-(ENG|SCT|WLS|NIR))"
LANGUAGE = r"[a-z]{2}"
