"""The values that cross from one stage to the next.

All are named tuples of plain values: they are small, compare by content, go into JSON (and into a
serialized Doc) as they are, and cannot be changed on the way. Offsets are characters ``[start, end)``
of an article's kept text. An empty string means "unknown" in every text field.
"""

from __future__ import annotations

from typing import Any, NamedTuple

#: Values a claim carries, by column name of its table. Entity columns hold local entity keys.
Values = dict[str, Any]


class Article(NamedTuple):
    """One article as ingested; offsets everywhere else count in `text`."""

    article_id: str
    source: str  # path below the input folder, "/" as separator; archives add "!member"
    title: str
    published: str  # YYYY, YYYY-MM or YYYY-MM-DD
    published_from: str  # header | metadata | filename | option
    outlet: str
    url: str
    language: str  # ISO 639-1
    encoding: str  # as found: utf-8, utf-8-sig, utf-16, cp1252
    text: str  # the kept text: title first, date header removed, cleaned once


class Reject(NamedTuple):
    """What could not be read or processed, and why."""

    source: str
    stage: str
    error: str  # slug of the error class
    message: str


class Mention(NamedTuple):
    """A name, or a description or pronoun that was resolved to one."""

    start: int
    end: int
    label: str  # PERSON | CLUB | NATIONAL_TEAM | COMPETITION | ORGANIZATION | LOCATION | MISC
    entity: str  # key of an Entity of the same article; empty for the last three labels
    found_by: str  # model | gazetteer | rule | coreference | correction
    form: str = "name"  # name | pronoun | possessive | description


class Entity(NamedTuple):
    """Who or what the mentions of one article stand for, before articles are compared."""

    key: str  # "person/xabi-alonso": kind, slash, slug; unique in its article
    kind: str  # person | club | competition | national_team
    name: str  # fullest form in the article, or the seed's name
    seed: str  # id in seeds/, empty when not known there
    facts: dict[str, str]  # what article and seeds tell: gender, position, nationality, ...


class TimeMention(NamedTuple):
    """A calendar expression, read as TIMEX3."""

    start: int
    end: int
    type: str  # DATE | DURATION | SET
    value: str  # TIMEX3 value; a season is an interval "2024-07/2025-06"
    mod: str  # START | MID | END | APPROX | BEFORE | AFTER, or empty
    earliest: str  # inclusive days, YYYY-MM-DD; both empty when it cannot be placed
    latest: str
    anchor: str  # the publication date used; empty when the words stand by themselves
    rule: str


class NumberMention(NamedTuple):
    """A number in words or digits with what it counts, where the words themselves tell."""

    start: int
    end: int
    #: cardinal | ordinal | rank_from_end (1 = last) | fraction | multiplicative | range | money | percentage | age |
    #: height
    kind: str
    value: float
    qualifier: str  # exact | at_least | at_most | about
    unit: str  # EUR, GBP and other ISO 4217 codes, years, months, weeks, days, m, % or empty


class Claim(NamedTuple):
    """One statement of an article, at the words it rests on."""

    table: str  # dates | contracts | stats | roles | transfers | matches
    start: int
    end: int
    rule: str
    values: Values
