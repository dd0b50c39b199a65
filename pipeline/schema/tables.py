"""The tables of a run, declared column by column.

The CSV header, the data package, the check before publishing, the documentation and every reader of
the tables come from `TABLES`.
"""

from __future__ import annotations

from pipeline.schema.columns import (
    Column,
    Table,
    club,
    competition,
    count,
    day,
    key,
    like,
    national_team,
    one_of,
    person,
    text,
)
from pipeline.schema.values import (
    CERTAINTIES,
    COMPETITION_KINDS,
    CONTRACT_KINDS,
    COUNTRY,
    DATE_MODS,
    DATE_TYPES,
    END_PRECISIONS,
    ENTITY_TYPES,
    FOUND_BY,
    GENDERS,
    HASH,
    LABELS,
    LANGUAGE,
    METRICS,
    NATIONAL_SIDES,
    PARTIAL_DAY,
    POSITIONS,
    PUBLISHED_FROM,
    QUALIFIERS,
    ROLE_STATUSES,
    ROLES,
    SHA256,
    SLUG,
    SUBJECT_TYPES,
    TEAMS,
    TIMEX,
    TRANSFER_STATUSES,
    TRANSFER_TYPES,
    UNITS,
    VENUES,
)

# --- columns that several tables share ---

# An article's id is a path of the user's and may begin with any character: free text, not a slug.
_ARTICLE = Column("article_id", "string", "article the row is about", True, reference=("articles", "article_id"))
_START = count("start", "first character of the words, counted from 0 in the kept text", required=True)
_END = count("end", "character after the last of the words", required=True)
_TEXT = text("text", "the words the row rests on", required=True)
_SENTENCE = text("sentence", "the whole sentence they stand in", required=True)
_RULE = text("rule", "name of the pattern that read them", required=True)
_WORDS = (_START, _END, _TEXT, _SENTENCE, _RULE)
_CERTAINTY = one_of("certainty", "how sure the article is of it", CERTAINTIES, required=True)
_REPORTED_BY = text("reported_by", "who says so, when the article passes on another's report")
_COUNTS = (
    count("articles", "number of articles that name it", required=True),
    count("mentions", "number of mentions over all articles", required=True),
)
_KNOWN = Column("known", "boolean", "whether the seed tables know it", True)
_COUNTRY = like("country", "ISO 3166-1 alpha-2, or GB-ENG, GB-SCT, GB-WLS, GB-NIR", COUNTRY)

# --- the tables ---

_ARTICLES = Table(
    "articles",
    "One row an article that was read.",
    (
        text("article_id", "path of the source without its suffix, plus # and record for files of many", required=True),
        text("source", "path of the file below the input folder", required=True),
        text("title", "the headline"),
        like("published", "day of publication: YYYY, YYYY-MM or YYYY-MM-DD", PARTIAL_DAY),
        one_of("published_from", "what the day of publication was taken from", PUBLISHED_FROM),
        text("outlet", "newspaper or site"),
        text("url", "address of the page"),
        like("language", "ISO 639-1", LANGUAGE),
        Column(
            "duplicate_of",
            "string",
            "article that this one is a near-identical copy of",
            reference=("articles", "article_id"),
        ),
        text("encoding", "character encoding of the source as found", required=True),
        count("characters", "length of the kept text", required=True),
        count("tokens", "words and punctuation marks of the kept text", required=True),
        count("sentences", "sentences of the kept text", required=True),
        like("sha256", "SHA-256 of the kept text in UTF-8", SHA256, required=True),
    ),
    ("article_id",),
)
_MENTIONS = Table(
    "mentions",
    "Every name, and every description or pronoun that was resolved to one.",
    (
        _ARTICLE,
        _START,
        _END,
        _TEXT,
        count("sentence_index", "number of the sentence in the article, from 0", required=True),
        one_of("label", "what kind of name it is", LABELS, required=True),
        Column(
            "entity_id",
            "string",
            "key into people, clubs, competitions or national_teams, by label; empty for the other labels",
            pattern=SLUG,
            by="label",
        ),
        one_of("found_by", "what found it", FOUND_BY, required=True),
    ),
    ("article_id", "start", "end"),
)
_PEOPLE = Table(
    "people",
    "One row a person over the whole run.",
    (
        key("person_id", "readable key", SLUG),
        text("name", "fullest form in the texts, or the known one it certainly is", required=True),
        one_of("position", "where a player plays", POSITIONS),
        like("nationality", _COUNTRY.help, COUNTRY),
        like("birth_date", "YYYY or YYYY-MM-DD", PARTIAL_DAY),
        _KNOWN,
        *_COUNTS,
    ),
    ("person_id",),
)
_CLUBS = Table(
    "clubs",
    "One row a club's team over the whole run.",
    (
        key("club_id", "readable key", SLUG),
        text("name", "the Dutch press's usual name", required=True),
        one_of("team", "which of the club's teams", TEAMS),
        one_of("gender", "whose football", GENDERS),
        text("city", "where it is at home"),
        _COUNTRY,
        _KNOWN,
        *_COUNTS,
    ),
    ("club_id",),
)
_COMPETITIONS = Table(
    "competitions",
    "One row a competition over the whole run, whatever the edition.",
    (
        key("competition_id", "readable key", SLUG),
        text("name", "the Dutch press's usual name", required=True),
        one_of("kind", "league, national cup or international", COMPETITION_KINDS),
        _COUNTRY,
        _KNOWN,
        *_COUNTS,
    ),
    ("competition_id",),
)
_NATIONAL_TEAMS = Table(
    "national_teams",
    "One row a national team over the whole run.",
    (
        key("national_team_id", "readable key", SLUG),
        text("name", "the country in Dutch", required=True),
        _COUNTRY,
        one_of("team", "which of the country's teams", NATIONAL_SIDES),
        one_of("gender", "whose football", GENDERS),
        *_COUNTS,
    ),
    ("national_team_id",),
)
_ALIASES = Table(
    "aliases",
    "Every name that the texts use for an entity.",
    (
        one_of("entity_type", "table that entity_id points to", ENTITY_TYPES, required=True),
        Column(
            "entity_id",
            "string",
            "key into people, clubs, competitions or national_teams, by entity_type",
            required=True,
            pattern=SLUG,
            by="entity_type",
        ),
        text("alias", "the name as written", required=True),
        count("mentions", "how often it is written so", required=True),
    ),
    ("entity_type", "entity_id", "alias"),
)
_DATES = Table(
    "dates",
    "Calendar expressions, one row a mention.",
    (
        key("date_id", "content hash", HASH),
        _ARTICLE,
        _START,
        _END,
        _TEXT,
        one_of("type", "TIMEX3 type", DATE_TYPES, required=True),
        like("value", "TIMEX3 value; a season is an interval 2024-07/2025-06", TIMEX, required=True),
        one_of("mod", "TIMEX3 modifier", DATE_MODS),
        day("earliest", "first day it can mean; empty when it cannot be placed"),
        day("latest", "last day it can mean; empty when it cannot be placed"),
        like("anchor", "publication date it was placed from, if relative", PARTIAL_DAY),
        _SENTENCE,
        _RULE,
    ),
    ("date_id",),
    claim=True,
)
_CONTRACTS = Table(
    "contracts",
    "Who is under contract where, and until when.",
    (
        key("contract_id", "content hash", HASH),
        _ARTICLE,
        person("who is under contract"),
        club("club_id", "at which club"),
        one_of("kind", "in force, being signed now, an option, or no longer in force", CONTRACT_KINDS, required=True),
        like("start_value", "start as TIMEX3", TIMEX),
        day("start_date", "first day, where the text tells it"),
        text("end_text", "the words for the end"),
        like("end_value", "end as TIMEX3", TIMEX),
        day("end_date", "last day, by the conventions of Dutch football"),
        one_of("end_precision", "how exactly the text tells the end", END_PRECISIONS),
        _CERTAINTY,
        _REPORTED_BY,
        *_WORDS,
    ),
    ("contract_id",),
    claim=True,
)
_CONTRACTS_CURRENT = Table(
    "contracts_current",
    "The latest stated end of contract a person and club over all articles.",
    (
        person("who is under contract"),
        club("club_id", "at which club", required=True),
        Column("end_date", "date", "last day", True),
        Column("contract_id", "string", "row it is taken from", True, (), HASH, reference=("contracts", "contract_id")),
        _ARTICLE,
        like("published", "day of publication of that article: YYYY, YYYY-MM or YYYY-MM-DD", PARTIAL_DAY),
    ),
    ("person_id", "club_id"),
)
_STATS = Table(
    "stats",
    "One number about one person, club or national team.",
    (
        key("stat_id", "content hash", HASH),
        _ARTICLE,
        one_of("subject_type", "table that subject_id points to", SUBJECT_TYPES, required=True),
        Column(
            "subject_id",
            "string",
            "key into people, clubs or national_teams, by subject_type",
            required=True,
            pattern=SLUG,
            by="subject_type",
        ),
        one_of("metric", "what is counted or measured", METRICS, required=True),
        Column("value", "number", "the number; points_gap is negative for the side behind", True),
        one_of("unit", "unit of the value; empty for a count", UNITS),
        one_of("qualifier", "how exact the number is", QUALIFIERS, required=True),
        club("club_id", "for which club, when the subject is a person"),
        national_team("national_team_id", "for which national team, when the subject is a person"),
        competition("in which competition"),
        Column(
            "opponent_id",
            "string",
            "other side of a points_gap: key into the subject's own table",
            pattern=SLUG,
            by="subject_type",
        ),
        text("period_text", "the words for the period"),
        day("period_earliest", "first day of the period"),
        day("period_latest", "last day of the period"),
        *_WORDS,
    ),
    ("stat_id",),
    claim=True,
)
_ROLES = Table(
    "roles",
    "Who is, was or will be what, where and when.",
    (
        key("role_id", "content hash", HASH),
        _ARTICLE,
        person("who has the role"),
        one_of("role", "the most exact role the text gives", ROLES, required=True),
        club("club_id", "at which club"),
        national_team("national_team_id", "at which national team"),
        one_of("status", "current, former or future, seen from the article", ROLE_STATUSES, required=True),
        _CERTAINTY,
        _REPORTED_BY,
        like("start_value", "start as TIMEX3", TIMEX),
        like("end_value", "end as TIMEX3", TIMEX),
        *_WORDS,
    ),
    ("role_id",),
    claim=True,
)
_TRANSFERS = Table(
    "transfers",
    "Moves between clubs.",
    (
        key("transfer_id", "content hash", HASH),
        _ARTICLE,
        person("who moves"),
        club("from_club_id", "club that is left"),
        club("to_club_id", "club that is joined; empty when only the leaving is told"),
        one_of("type", "on what terms", TRANSFER_TYPES, required=True),
        one_of("status", "how far it is", TRANSFER_STATUSES, required=True),
        Column("fee_eur", "number", "transfer fee in euros", minimum=0),
        like("date_value", "when, as TIMEX3", TIMEX),
        _REPORTED_BY,
        *_WORDS,
    ),
    ("transfer_id",),
    claim=True,
)
_MATCHES = Table(
    "matches",
    "Final results, and fixtures without goals.",
    (
        key("match_id", "content hash", HASH),
        _ARTICLE,
        club("home_club_id", "home side, or the side named first"),
        club("away_club_id", "away side, or the side named second"),
        national_team("home_national_team_id", "home side of an international, or the side named first"),
        national_team("away_national_team_id", "away side of an international, or the side named second"),
        count("home_goals", "goals of the home side; empty for a fixture"),
        count("away_goals", "goals of the away side; empty for a fixture"),
        one_of("venue", "whether the text tells who was at home", VENUES, required=True),
        like("date_value", "when, as TIMEX3", TIMEX),
        day("date_earliest", "first day it can have been"),
        day("date_latest", "last day it can have been"),
        competition("in which competition"),
        *_WORDS,
    ),
    ("match_id",),
    claim=True,
)
_REJECTS = Table(
    "rejects",
    "What could not be read or processed, one row a distinct reason.",
    (
        text("source", "path of the file below the input folder", required=True),
        text("stage", "stage that could not go on", required=True),
        text("error", "short name of the error", required=True),
        text("message", "the reason in words", required=True),
    ),
    ("source", "stage", "error", "message"),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _ARTICLES,
        _MENTIONS,
        _PEOPLE,
        _CLUBS,
        _COMPETITIONS,
        _NATIONAL_TEAMS,
        _ALIASES,
        _DATES,
        _CONTRACTS,
        _CONTRACTS_CURRENT,
        _STATS,
        _ROLES,
        _TRANSFERS,
        _MATCHES,
        _REJECTS,
    )
}
#: Tables whose rows rest on words of an article.
CLAIM_TABLES = tuple(table for table in TABLES.values() if table.claim)
