"""CACAPO's football reports (van der Lee et al., INLG 2020, CC0 1.0) as sentences with names.

Each sentence comes with attribute-value pairs. A value that is a name gives an annotated name, and the
attribute gives its label. Not every name is annotated: the rest is found by what is annotated elsewhere
in the reports and by seeds/; a sentence with a capitalised word that stays unexplained is left out.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from gazetteer import Gazetteer, split_person
from sentences import Name, Sentence

from pipeline.dutch.names import PARTICLES

_PEOPLE = frozenset(
    {
        *("goalName", "chanceForName", "goalkeeperName", "assistName", "coachName", "playerName", "refereeName"),
        *("tackleRecipientName", "tackleGiverName", "substituteName", "twiceYellowName", "redCardName"),
        *("injuredName", "disallowedGoalName", "suspendedName"),
    }
)
_CLUBS = frozenset({"teamName", "hasWonTeam", "hasLostTeam", "hasTiedTeam", "hasScored", "nextMatchTeam"})
_PLACES = frozenset({"stadiumPlayed"})

_WORD = re.compile(r"\w[\w'’.-]*")
_INSIDE = r"(?<![\w-]){}(?=(?:['’](?:s|er|ers)?)?(?![\w])|-)"
_AFTER_PLACE_WORD = re.compile(r"\b(?:in|te|uit|naar|stadion|regio) $", re.IGNORECASE)
_ROLE_WORD = re.compile(
    r"^(?:Aanvoerder|Trainer|Coach|Doelman|Keeper|Spits|Verdediger|Invaller|Middenvelder|Oud)\b[- ]?"
)
_COMMON_COMPETITIONS = ("Eredivisie", "eredivisie", "Jupiler League", "Europa League", "Champions League", "KNVB-beker")


class Report(NamedTuple):
    """One sentence of a report: its text, and (attribute, value) pairs with spaces as they stand in text."""

    text: str
    values: tuple[tuple[str, str], ...]


def read(path: Path) -> list[Report]:
    """Sentences of a CACAPO file in running order."""
    reports = []
    for entry in ElementTree.parse(path).getroot().iter("entry"):
        pairs = (triple.text.split(" | ", 1) for triple in entry.iter("mtriple") if triple.text)
        text = " ".join((entry.findtext("lex/text") or "").split())
        reports.append(Report(text, tuple((key, value.replace("_", " ").replace("\xa0", " ")) for key, value in pairs)))
    return reports


def bare_name(value: str) -> str:
    """The name in a value, without description ("PSV-trainer Phillip Cocu"), genitive or compound; may be empty."""
    value = _ROLE_WORD.sub("", re.sub(r"^(?:oud|ex)-", "", value.strip(" '\"‘’")))
    words = value.split()
    while words and ((re.search(r"-[a-z]", words[0]) and len(words) > 1) or not words[0][0].isupper()):
        is_particle = words[0].lower() in PARTICLES and len(words) > 1 and words[-1][0].isupper()
        if is_particle and not re.search(r"[a-z]{4}", words[0]):
            break
        words = words[1:]
    return re.sub(r"(?:['’](?:s|er|ers)?|-[a-z]\w*)$", "", " ".join(words))


def is_adjective(name: str, known: Gazetteer) -> bool:
    """Whether a team's description is an adjective of its town ("Friese", "Haags"), which is no name here."""
    return name not in known.clubs and re.fullmatch(r"\w+(?:se|che|s|aan|aar|ied|enaar)", name) is not None


def annotated_names(report: Report, known: Gazetteer) -> Iterator[tuple[str, str]]:
    """(form, label) of each name that the attributes give."""
    for key, value in report.values:
        name = bare_name(value)
        if len(name) < 2 or not name[0].isalpha():
            continue
        if key in _PEOPLE and name not in known.demonyms:
            yield name, "PERSON"
        elif key in _CLUBS and name[0].isupper() and not is_adjective(name, known):
            yield name, "CLUB"
        elif key in _PLACES and name[0].isupper():
            yield name, "LOCATION"


def find(text: str, forms: dict[str, str], towns: frozenset[str]) -> tuple[Name, ...]:
    """Where the forms stand in a text, longer ones first, none over another. "in Utrecht" is the town."""
    found: list[Name] = []
    for form in sorted((form for form in forms if form in text), key=lambda form: (-len(form), form)):
        for match in re.finditer(_INSIDE.format(re.escape(form)), text):
            start, end = match.span()
            if all(end <= name.start or start >= name.end for name in found):
                in_place = form in towns and _AFTER_PLACE_WORD.search(text[:start])
                found.append(Name(start, end, "LOCATION" if in_place else forms[form]))
    return merge_people(text, sorted(found))


def merge_people(text: str, names: list[Name]) -> tuple[Name, ...]:
    """Join a given name and a family name that were found apart; reports set no two people side by side."""
    merged: list[Name] = []
    for name in names:
        before = merged[-1] if merged else None
        if before and before.label == name.label == "PERSON" and text[before.end : name.start] == " ":
            merged[-1] = Name(before.start, name.end, "PERSON")
        else:
            merged.append(name)
    return tuple(merged)


def all_forms(reports: Iterable[Report], known: Gazetteer) -> dict[str, str]:
    """Every name annotated anywhere, family names by themselves, and the surest of seeds/, with their labels."""
    forms = {form: "COMPETITION" for form in (*_COMMON_COMPETITIONS, *known.competitions) if len(form) > 3}
    forms |= dict.fromkeys(known.towns | known.countries, "LOCATION")
    forms |= {form: "NATIONAL_TEAM" for form, kind in known.national_teams.items() if kind != "country"}
    forms |= {form: "CLUB" for form, kind in known.clubs.items() if kind == "name" and known.club_rank[form] < 3}
    named = [pair for report in reports for pair in annotated_names(report, known)]
    for label in ("LOCATION", "PERSON", "CLUB"):
        forms |= {form: label for form, found in named if found == label}
    families = {split_person(form) for form, label in named if label == "PERSON" and " " in form}
    for person in families:
        forms.setdefault(person.short, "PERSON")
        forms.setdefault(person.family, "PERSON")
    return forms


def annotated(reports: Iterable[Report], known: Gazetteer) -> Iterator[Sentence]:
    """Sentences with the annotated names only, for measuring recall; other names may stand unmarked."""
    for report in reports:
        yield Sentence(report.text, find(report.text, dict(annotated_names(report, known)), known.towns))


def completed(reports: list[Report], names: Path) -> Iterator[Sentence]:
    """The first hundred sentences of even number, all names marked by hand, for measuring precision.

    `names` lists them as sentence (number in `reports`), start, end, label; a sentence without names has no line.
    """
    marked: dict[int, list[Name]] = {number: [] for number in range(0, 200, 2)}
    with names.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            marked[int(row["sentence"])].append(Name(int(row["start"]), int(row["end"]), row["label"]))
    for number, found in marked.items():
        yield Sentence(reports[number].text, tuple(found))


def is_explained(sentence: Sentence, known: Gazetteer, lower: frozenset[str]) -> bool:
    """Whether each capitalised word is a name, a word of a country, or begins the sentence as a common word."""
    opening = True
    for match in _WORD.finditer(sentence.text):
        word, start = match[0].rstrip(".'’-"), match.start()
        inside = any(name.start <= start < name.end for name in sentence.names)
        if word[:1].isupper() and not inside and word not in known.demonyms:
            adjective = re.fullmatch(r"\w+(?:se|sche|aan|aar|ied|enaar|er)", word) and not opening
            if not adjective and not (opening and word.lower() in lower):
                return False
        opening = sentence.text[match.end() :].lstrip("\"'”’").startswith((". ", ": ", "! ", "? "))
    return True


def complete(reports: list[Report], known: Gazetteer) -> Iterator[Sentence]:
    """Sentences in which every name is marked."""
    forms = all_forms(reports, known)
    words = (word for report in reports for word in _WORD.findall(report.text))
    lower = frozenset(word for word in words if word.islower())
    for report in reports:
        own = dict(annotated_names(report, known))
        sentence = Sentence(report.text, find(report.text, forms | own, known.towns))
        if is_explained(sentence, known, lower):
            yield sentence
