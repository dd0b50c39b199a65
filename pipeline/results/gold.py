"""Checking gold records before they are trusted: a slip in gold is a wrong figure for ever.

`check_gold` reads every record of a folder against the text of its article and against itself: what is
quoted must stand in the text, who is named must be listed, and each value must be one that the tables know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.results.evaluate import GoldDamaged, read_json
from pipeline.results.measures import ENTITY_TABLES, Gold, fold
from pipeline.schema import (
    CERTAINTIES,
    CONTRACT_KINDS,
    LABELS,
    METRICS,
    POINTS_TO,
    ROLE_STATUSES,
    ROLES,
    TABLES,
    TRANSFER_STATUSES,
    TRANSFER_TYPES,
    VENUES,
)
from pipeline.schema.values import PARTIAL_DAY

_PEOPLE = ("people",)
_TEAMS = ("clubs", "national_teams")
_SCORE = re.compile(r"[0-9]{1,2}-[0-9]{1,2}")


class Rules(NamedTuple):
    """What the records of one claim list must be like."""

    required: tuple[str, ...]
    named: Mapping[str, tuple[str, ...]]  # field with a name, and the entity lists that may hold it
    enums: Mapping[str, tuple[str, ...]]
    quoted: tuple[str, ...] = ("text",)  # fields with words of the article
    days: tuple[str, ...] = ()


CLAIM_RULES = {
    "dates": Rules(("text", "earliest", "latest"), {}, {}, days=("earliest", "latest")),
    "contracts": Rules(
        ("person", "kind"),
        {"person": _PEOPLE, "club": ("clubs",)},
        {"kind": CONTRACT_KINDS, "certainty": CERTAINTIES},
        ("text", "start_text", "end_text"),
        ("start_date", "end_date"),
    ),
    "stats": Rules(
        ("subject", "metric", "value"),
        {"subject": (*_PEOPLE, *_TEAMS), "club": _TEAMS, "opponent": _TEAMS, "competition": ("competitions",)},
        {"metric": METRICS},
    ),
    "roles": Rules(
        ("person", "role", "status"),
        {"person": _PEOPLE, "club": _TEAMS, "national_team": ("national_teams",)},
        {"role": ROLES, "status": ROLE_STATUSES, "certainty": CERTAINTIES},
    ),
    "transfers": Rules(
        ("person", "status"),
        {"person": _PEOPLE, "from": ("clubs",), "to": ("clubs",)},
        {"type": TRANSFER_TYPES, "status": TRANSFER_STATUSES},
    ),
    "matches": Rules(
        ("home", "away"),
        {"home": _TEAMS, "away": _TEAMS, "competition": ("competitions",)},
        {"venue": VENUES},
    ),
}
_LISTS = {*ENTITY_TABLES, *CLAIM_RULES, "names", "ignore"}


def check_gold(articles: Path, gold: Path, text_of: Callable[[str], str]) -> list[str]:
    """One line for each fault in a folder of gold records, "file: what is wrong"; empty when all is well.

    `articles` is the folder of the articles' files, whose stems gold is named after; `text_of` gives the kept
    text of an article by its stem.
    """
    stems = Counter(path.stem for path in articles.rglob("*") if path.is_file())
    faults = []
    for path in sorted(gold.glob("*.json")):
        try:
            record = read_json(path)
        except GoldDamaged as error:
            faults.append(str(error))
            continue
        found = [*_check_id(record, path.stem, stems)]
        if stems[path.stem] == 1:
            found += check_record(record, text_of(path.stem))
        faults += [f"{path.name}: {fault}" for fault in found]
    return faults


def _check_id(record: Gold, stem: str, stems: Mapping[str, int]) -> Iterator[str]:
    if record.get("id") != stem:
        yield f"id {record.get('id')!r} is not the file's stem"
    if stems[stem] != 1:
        yield f"{stems[stem]} articles have this stem, not one"


def check_record(record: Gold, text: str) -> Iterator[str]:
    """The faults of one record, given the kept text of its article."""
    if not re.fullmatch(PARTIAL_DAY, str(record.get("published") or "")):
        yield f"published {record.get('published')!r} is no day, month or year"
    for name, value in record.items():
        if isinstance(value, list) and name not in _LISTS:
            yield f"there is no list {name!r}"
    listed: dict[str, set[str]] = {}
    for table in ENTITY_TABLES:
        entities = record.get(table) or []
        yield from _check_entities(table, entities, text)
        listed[table] = {fold(form) for one in entities for form in (one.get("name"), *one.get("surface", ()))}
    for table, rules in CLAIM_RULES.items():
        for number, claim in enumerate(record.get(table) or (), start=1):
            for fault in _check_claim(claim, rules, listed, text):
                yield f"{table} {number}: {fault}"
    yield from _check_dates(record.get("dates") or (), text)
    for number, match in enumerate(record.get("matches") or (), start=1):
        if match.get("score") is not None and not _SCORE.fullmatch(str(match["score"])):
            yield f"matches {number}: score {match['score']!r} is not of the form 2-1"
    yield from _check_names(record.get("names") or (), record, text)
    for number, words in enumerate(record.get("ignore") or (), start=1):
        if words.get("table") not in TABLES or not words.get("text"):
            yield f"ignore {number}: needs a table and words"
        elif words["text"] not in text:
            yield f"ignore {number}: {words['text']!r} is not in the text"


def _check_entities(table: str, entities: Iterable[Gold], text: str) -> Iterator[str]:
    names: Counter[str] = Counter()
    for number, entity in enumerate(entities, start=1):
        if not entity.get("name"):
            yield f"{table} {number}: has no name"
            continue
        names[fold(entity["name"])] += 1
        if not entity.get("surface"):
            yield f"{table} {number}: {entity['name']!r} has no form in the text"
        for form in entity.get("surface", ()):
            if form not in text:
                yield f"{table} {number}: {form!r} is not in the text"
    for name, times in names.items():
        if times > 1:
            yield f"{table}: {name!r} is listed {times} times"


def _check_claim(claim: Gold, rules: Rules, listed: Mapping[str, set[str]], text: str) -> Iterator[str]:
    for field in rules.required:
        if claim.get(field) in (None, ""):
            yield f"{field} is missing"
    for field, tables in rules.named.items():
        name = claim.get(field)
        if name and not any(fold(name) in listed[table] for table in tables):
            yield f"{field} {name!r} is not listed in {' or '.join(tables)}"
    for field, values in rules.enums.items():
        if claim.get(field) is not None and claim[field] not in values:
            yield f"{field} {claim[field]!r} is not one of {', '.join(values)}"
    for field in rules.quoted:
        if claim.get(field) and claim[field] not in text:
            yield f"{field} {claim[field]!r} is not in the text"
    days = [claim[field] for field in rules.days if claim.get(field)]
    for day in days:
        if not _is_day(day):
            yield f"{day!r} is no day"
    if all(map(_is_day, days)) and days != sorted(days):
        yield f"{days[0]} is after {days[1]}"


def _check_dates(dates: Iterable[Gold], text: str) -> Iterator[str]:
    """Dates are one record a mention: there cannot be more than the text has."""
    quoted = Counter(one["text"] for one in dates if one.get("text"))
    for words, times in quoted.items():
        present = text.count(words)
        if 0 < present < times:
            yield f"dates: {words!r} is listed {times} times but stands in the text {present} times"


def _check_names(names: Iterable[Gold], record: Gold, text: str) -> Iterator[str]:
    """Names in the text: their places, and that entities are listed with the form that stands there."""
    for number, one in enumerate(names, start=1):
        start, end, label = one.get("start"), one.get("end"), one.get("label")
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
            yield f"names {number}: {start}-{end} is no place in the text"
            continue
        words = text[start:end]
        if label not in LABELS:
            yield f"names {number}: label {label!r} is not one of {', '.join(LABELS)}"
        elif words != words.strip():
            yield f"names {number}: {words!r} has blanks around it"
        elif label in POINTS_TO:
            entities = record.get(POINTS_TO[label]) or ()
            forms = [entity.get("surface", ()) for entity in entities if entity.get("name") == one.get("name")]
            if not forms:
                yield f"names {number}: {one.get('name')!r} is not listed in {POINTS_TO[label]}"
            elif words not in forms[0]:
                yield f"names {number}: {words!r} is not listed as a form of {one['name']!r}"


def _is_day(value: Any) -> bool:
    try:
        # Other forms of ISO 8601, such as 20260630, are no day in the tables.
        return date.fromisoformat(str(value)).isoformat() == str(value)
    except ValueError:
        return False
