"""What counts as right: how a run's rows and gold records are compared, one article at a time.

Read `pair_entities` first (which entity of the run is which of gold), then `MEASURES`: each says by which
key a gold record and a row agree. Gold names people and teams by name, a run by id; `Names` gives both
the same key. The comparing of strings is `fold`, which belongs to the yardstick and must not move with
the pipeline's own folding of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.results.tables import Row
from pipeline.schema import COACH_ROLES, PLAYER_ROLES, POINTS_TO

Gold = Mapping[str, Any]
Key = tuple[Any, ...]

_UNDECOMPOSED = str.maketrans({"’": "'", "ø": "o", "ł": "l", "đ": "d"})

#: Metrics that gold may leave out altogether: rows count only when some gold record has the metric.
OPTIONAL_METRICS = frozenset(
    {"unbeaten_matches", "winless_matches", "winning_streak", "goal_difference", "attendance", "height_m"}
)
COARSE_ROLES = dict.fromkeys(PLAYER_ROLES, "player") | dict.fromkeys(COACH_ROLES, "coach")


def fold(text: str | None) -> str:
    """A string without accents, case, hyphens, dots, runs of blanks and quotes around it; None gives ""."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    plain = "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
    return re.sub(r"[\s\-.]+", " ", plain.translate(_UNDECOMPOSED)).strip(" '\"")


# --- entities ------------------------------------------------------------------------------------


class EntityMeasure(NamedTuple):
    """An entity table that is scored: its mentions' label, and whether any shared form makes a pair."""

    table: str
    label: str
    loose: bool  # people must agree on the fullest name; clubs and competitions go by many


#: In this order a name of gold that says not what kind it is is looked up.
ENTITY_TABLES = ("people", "clubs", "national_teams", "competitions")
ENTITY_MEASURES = (
    EntityMeasure("people", "PERSON", loose=False),
    EntityMeasure("clubs", "CLUB", loose=True),
    EntityMeasure("competitions", "COMPETITION", loose=True),
    EntityMeasure("national_teams", "NATIONAL_TEAM", loose=True),
)


class Found(NamedTuple):
    """An entity that the run names in an article."""

    entity_id: str
    name: str  # folded
    forms: frozenset[str]  # folded; as written in the article, without pronouns and descriptions

    @property
    def longest(self) -> str:
        """The longest form, the first by alphabet of several."""
        return max(sorted(self.forms), key=len, default="")


def found_entities(mentions: Iterable[Row], label: str, names: Mapping[str, str]) -> list[Found]:
    """The entities that mentions of this label name, in the order of the text; `names` by entity id.

    One that is only referred to, by pronoun or description, is not named.
    """
    forms: dict[str, set[str]] = {}
    for mention in mentions:
        if mention["label"] == label and mention["entity_id"]:
            own = forms.setdefault(mention["entity_id"], set())
            if mention["found_by"] != "coreference":
                own.add(fold(mention["text"]))
    return [Found(key, fold(names.get(key, key)), frozenset(own)) for key, own in forms.items() if own]


def pair_entities(gold: Sequence[Gold], found: Sequence[Found], *, loose: bool) -> dict[str, Gold]:
    """Gold's entity for each entity id of the run that stands for one, one to one.

    Equal names go first, then a longest form that equals the name, then, if loose, any shared form.
    """
    pairs: dict[str, Gold] = {}
    paired: set[int] = set()

    def agree(entity: Gold, candidate: Found, step: int) -> bool:
        name = fold(entity["name"])
        if step == 0:
            return candidate.name == name
        if step == 1:
            return candidate.longest == name
        return bool((candidate.forms | {candidate.name}) & {name, *map(fold, entity.get("surface", ()))})

    for step in range(3 if loose else 2):
        for number, entity in enumerate(gold):
            if number in paired:
                continue
            for candidate in found:
                if candidate.entity_id not in pairs and agree(entity, candidate, step):
                    pairs[candidate.entity_id] = entity
                    paired.add(number)
                    break
    return pairs


class Names:
    """One key for each person or team of an article, whether gold or the run speaks of it."""

    def __init__(self, known: Mapping[str, Mapping[str, str]]) -> None:
        self._known = known  # names of the run, by table and entity id
        self._by_form: dict[tuple[str, str], str] = {}
        self._by_id: dict[tuple[str, str], str] = {}

    def learn(self, table: str, gold: Sequence[Gold], found: Sequence[Found], pairs: Mapping[str, Gold]) -> None:
        """Take in the entities of one table."""
        for entity in gold:
            for form in (entity["name"], *entity.get("surface", ())):
                self._by_form.setdefault((table, fold(form)), fold(entity["name"]))
        for candidate in found:
            pair = pairs.get(candidate.entity_id)
            self._by_id[table, candidate.entity_id] = fold(pair["name"]) if pair else candidate.name

    def of_gold(self, name: str | None) -> str:
        """The key of a name in gold, of whatever kind; "" for none."""
        folded = fold(name)
        return next((self._by_form[t, folded] for t in ENTITY_TABLES if name and (t, folded) in self._by_form), folded)

    def of_run(self, table: str, entity_id: str) -> str:
        """The key of an entity id in a row; "" for none."""
        if not entity_id:
            return ""
        name = fold(self._known[table].get(entity_id, entity_id))
        return self._by_id.get((table, entity_id)) or self._by_form.get((table, name), name)

    def side(self, club_id: str, national_team_id: str) -> str:
        """The key of a team that is a club or a national team."""
        return self.of_run("clubs", club_id) or self.of_run("national_teams", national_team_id)


# --- claims --------------------------------------------------------------------------------------


class Measure(NamedTuple):
    """One way to compare a table's rows with gold: they agree when their keys are equal.

    With a `detail`, only keys that both have are looked at, and the question is whether that column agrees.
    """

    name: str
    table: str
    gold_key: Callable[[Names, Gold], Key]
    row_key: Callable[[Names, Row], Key]
    detail: str = ""
    repeated: bool = False  # the same key twice is two records
    gold_counts: Callable[[Gold], bool] = lambda _: True
    row_counts: Callable[[Row], bool] = lambda _: True


def _number(value: object) -> float | None:
    try:
        return round(float(str(value).replace(",", ".")), 3)
    except ValueError:
        return None


def _gold_days(_: Names, gold: Gold) -> Key:
    return (gold["earliest"], gold["latest"])


def _row_days(_: Names, row: Row) -> Key:
    return (row["earliest"], row["latest"])


def _gold_date(names: Names, gold: Gold) -> Key:
    return (fold(gold["text"]), *_gold_days(names, gold))


def _row_date(names: Names, row: Row) -> Key:
    return (fold(row["text"]), *_row_days(names, row))


def _gold_end(names: Names, gold: Gold) -> Key:
    return (names.of_gold(gold["person"]), gold["end_date"][:7])


def _row_end(names: Names, row: Row) -> Key:
    return (names.of_run("people", row["person_id"]), row["end_date"][:7])


def _gold_contract(names: Names, gold: Gold) -> Key:
    return (*_gold_end(names, gold), names.of_gold(gold.get("club")))


def _row_contract(names: Names, row: Row) -> Key:
    return (*_row_end(names, row), names.of_run("clubs", row["club_id"]))


def _gold_value(_: Names, gold: Gold) -> Key:
    return (gold["metric"], _number(gold["value"]))


def _row_value(_: Names, row: Row) -> Key:
    return (row["metric"], _number(row["value"]))


def _gold_stat(names: Names, gold: Gold) -> Key:
    return (names.of_gold(gold["subject"]), *_gold_value(names, gold))


def _row_stat(names: Names, row: Row) -> Key:
    subject = names.of_run(POINTS_TO.get(row["subject_type"], "people"), row["subject_id"])
    return (subject, *_row_value(names, row))


def _gold_transfer(names: Names, gold: Gold) -> Key:
    return (names.of_gold(gold["person"]), names.of_gold(gold.get("to")))


def _row_transfer(names: Names, row: Row) -> Key:
    return (names.of_run("people", row["person_id"]), names.of_run("clubs", row["to_club_id"]))


def _gold_role(names: Names, gold: Gold) -> Key:
    return (names.of_gold(gold["person"]), gold["role"], names.of_gold(gold.get("club") or gold.get("national_team")))


def _row_role(names: Names, row: Row) -> Key:
    team = names.side(row["club_id"], row["national_team_id"])
    return (names.of_run("people", row["person_id"]), row["role"], team)


def _coarse(key: Key) -> Key:
    person, role, team = key
    return (person, COARSE_ROLES.get(role, role), team)


def _gold_match(names: Names, gold: Gold) -> Key:
    return (names.of_gold(gold["home"]), names.of_gold(gold["away"]), gold.get("score") or "")


def _row_match(names: Names, row: Row) -> Key:
    home, away = row["home_goals"], row["away_goals"]
    return (
        names.side(row["home_club_id"], row["home_national_team_id"]),
        names.side(row["away_club_id"], row["away_national_team_id"]),
        f"{home}-{away}" if home and away else "",
    )


def _unordered(key: Key) -> Key:
    """A match whichever side is named first."""
    home, away, score = key
    return min(key, (away, home, "-".join(reversed(score.split("-")))))


def _ends(record: Mapping[str, Any]) -> bool:
    return bool(record.get("end_date"))


def _stands(row: Row) -> bool:
    return _ends(row) and row["certainty"] != "denied"


def _two_sides(gold: Gold) -> bool:
    return bool(gold.get("home") and gold.get("away"))


_CONTRACT = Measure("contracts", "contracts", _gold_contract, _row_contract, gold_counts=_ends, row_counts=_stands)
_TRANSFER = Measure("transfers", "transfers", _gold_transfer, _row_transfer)
_DATE = Measure(
    "dates (value)", "dates", _gold_days, _row_days, repeated=True, row_counts=lambda r: bool(r["earliest"])
)
_COARSE_ROLE = Measure(
    "roles (coarse)", "roles", lambda n, g: _coarse(_gold_role(n, g)), lambda n, r: _coarse(_row_role(n, r))
)

MEASURES: tuple[Measure, ...] = (
    _DATE,
    _DATE._replace(name="dates (text+value)", gold_key=_gold_date, row_key=_row_date),
    _CONTRACT,
    _CONTRACT._replace(name="contracts (person+end)", gold_key=_gold_end, row_key=_row_end),
    _CONTRACT._replace(name="contracts (kind)", detail="kind"),
    Measure("stats", "stats", _gold_stat, _row_stat),
    Measure("stats (metric+value)", "stats", _gold_value, _row_value),
    _TRANSFER,
    _TRANSFER._replace(name="transfers (status)", detail="status"),
    Measure("roles", "roles", _gold_role, _row_role),
    _COARSE_ROLE,
    _COARSE_ROLE._replace(name="roles (status)", detail="status"),
    Measure(
        "matches",
        "matches",
        lambda n, g: _unordered(_gold_match(n, g)),
        lambda n, r: _unordered(_row_match(n, r)),
        gold_counts=_two_sides,
    ),
    Measure(
        "matches (home side)",
        "matches",
        _gold_match,
        _row_match,
        gold_counts=lambda g: _two_sides(g) and g.get("venue", "home_away") == "home_away",
        row_counts=lambda r: r["venue"] == "home_away",
    ),
)
#: The names of all measures, in the order they are shown.
MEASURE_NAMES = tuple(entity.table for entity in ENTITY_MEASURES) + tuple(measure.name for measure in MEASURES)
