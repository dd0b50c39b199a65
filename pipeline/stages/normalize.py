"""normalize: the claims of all articles → one identity a person or club, and rows ready for the tables.

Articles are understood one by one; here they are compared. Each partition is summed up, the summaries are
brought together once (`reduce`), and what that decides is a few overrides: an article whose entities did
not change identity is not rewritten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from pipeline.dutch.names import family_name, folded
from pipeline.errors import StageFailed
from pipeline.records import Claim, Entity
from pipeline.schema import POINTS_TO, TABLES, SchemaViolation, check_row
from pipeline.stages.reading import near_identical
from pipeline.stages.stage import Stage, Tools, Work

Row = dict[str, Any]
#: Local entity key → global id, where it is not simply the key's own slug.
Overrides = dict[str, str]

#: Which values make two claims of an article one: same person or club, metric, value, competition and period.
IDENTITY = {
    "contracts": ("person_id", "club_id", "kind", "end_date", "end_value", "certainty"),
    "stats": ("subject_id", "metric", "value", "club_id", "competition_id", "period_earliest", "period_latest"),
    "roles": ("person_id", "role", "club_id", "national_team_id", "status"),
    "transfers": ("person_id", "to_club_id", "from_club_id", "status"),
    "matches": (
        "home_club_id",
        "away_club_id",
        "home_national_team_id",
        "away_national_team_id",
        "home_goals",
        "away_goals",
        "date_earliest",
    ),
}
#: Table → its id column's name and the letter ids begin with; a letter, so that no spreadsheet reads a number.
CLAIM_IDS = {
    "dates": ("date_id", "d"),
    "contracts": ("contract_id", "c"),
    "stats": ("stat_id", "s"),
    "roles": ("role_id", "r"),
    "transfers": ("transfer_id", "t"),
    "matches": ("match_id", "m"),
}


class Identities(NamedTuple):
    """What comparing all articles decided."""

    overrides: dict[str, Overrides]  # by article_id, only where there are any
    duplicates: dict[str, str]  # article_id → the article it nearly equals
    entities: dict[str, list[Row]]  # rows of people, clubs, competitions, national_teams, aliases

    def of(self, article_id: str) -> tuple[Overrides, str]:
        """All that an article's rows take from here."""
        return self.overrides.get(article_id, {}), self.duplicates.get(article_id, "")


class EntityCount(NamedTuple):
    """What a partition's articles say of one entity."""

    kind: str
    seed: str
    names: Counter[str]  # fullest form in each article
    facts: Counter[tuple[str, str]]
    aliases: Counter[str]  # every form as written → mentions
    articles: int
    mentions: int


# --- one partition ---------------------------------------------------------------------------------


def summarize(works: Iterable[Work]) -> dict[str, Any]:
    """A partition's articles with the entities each names, as plain JSON.

    {"articles": {article_id: {"signature": [...], "keys": {key: {kind, name, seed, facts, mentions, aliases}}}}}
    where `aliases` counts each form of the name as written.
    """
    return {"articles": {work.article_id: _summary(work) for work in works}}


def _summary(work: Work) -> dict[str, Any]:
    text = work.article.text
    keys: dict[str, Any] = {}
    entities = {fields[0]: Entity(*fields) for fields in work.payloads["recognize"]["entities"]}
    for mention in work.mentions:
        if not mention.entity:
            continue
        entity = entities[mention.entity]
        seen = keys.setdefault(entity.key, entity._asdict() | {"mentions": 0, "aliases": {}})
        seen["mentions"] += 1
        if mention.form == "name":
            alias = text[mention.start : mention.end]
            seen["aliases"][alias] = seen["aliases"].get(alias, 0) + 1
    return {"signature": work.payloads["ingest"]["signature"], "keys": keys}


# --- all partitions --------------------------------------------------------------------------------


def reduce(summaries: Iterable[Mapping[str, Any]], known: Mapping[str, Mapping[str, Row]]) -> Identities:
    """One identity for everything that the same words or facts show to be the same.

    `known` holds the rows of seeds/ by kind and id. Surnames without a given name are joined to the one
    full name that shares a club with them; where more than one could be meant, they stay by themselves.
    """
    articles = {article_id: value for summary in summaries for article_id, value in summary["articles"].items()}
    overrides = _join_surnames(articles)
    counts = _count(articles, overrides)
    duplicates = near_identical(
        (article_id, tuple(value["signature"])) for article_id, value in sorted(articles.items())
    )
    return Identities(overrides, duplicates, _entity_rows(counts, known))


def _join_surnames(articles: Mapping[str, Any]) -> dict[str, Overrides]:
    clubs: dict[str, set[str]] = defaultdict(set)
    full_names: dict[str, set[str]] = defaultdict(set)
    for value in articles.values():
        here = {key for key, seen in value["keys"].items() if seen["kind"] in ("club", "national_team")}
        for key, seen in value["keys"].items():
            if seen["kind"] == "person" and " " in seen["name"]:
                full_names[folded(family_name(seen["name"]))].add(key)
                clubs[key] |= here
    overrides: dict[str, Overrides] = {}
    for article_id, value in articles.items():
        here = {key for key, seen in value["keys"].items() if seen["kind"] in ("club", "national_team")}
        for key, seen in value["keys"].items():
            if seen["kind"] != "person" or seen["seed"] or key in clubs:
                continue
            candidates = full_names.get(folded(seen["name"]), set())
            meant = [candidate for candidate in candidates if clubs[candidate] & here]
            if len(candidates) == 1 and meant:
                overrides.setdefault(article_id, {})[key] = _own_id(meant[0])
    return overrides


def _own_id(key: str) -> str:
    return key.partition("/")[2]


def resolve(key: str, overrides: Overrides) -> str:
    """The global id of a local entity key; empty stays empty."""
    return overrides.get(key) or _own_id(key)


def _count(articles: Mapping[str, Any], overrides: Mapping[str, Overrides]) -> dict[tuple[str, str], EntityCount]:
    counts: dict[tuple[str, str], EntityCount] = {}
    for article_id, value in sorted(articles.items()):
        mine = overrides.get(article_id, {})
        for key, seen in value["keys"].items():
            identity = (seen["kind"], resolve(key, mine))
            count = counts.get(identity) or EntityCount(seen["kind"], "", Counter(), Counter(), Counter(), 0, 0)
            count.names[seen["name"]] += 1
            count.facts.update(seen["facts"].items())
            count.aliases.update(seen["aliases"])
            counts[identity] = count._replace(
                seed=count.seed or seen["seed"], articles=count.articles + 1, mentions=count.mentions + seen["mentions"]
            )
    return counts


def _entity_rows(
    counts: Mapping[tuple[str, str], EntityCount], known: Mapping[str, Mapping[str, Row]]
) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {"people": [], "clubs": [], "competitions": [], "national_teams": [], "aliases": []}
    for (kind, identity), count in counts.items():
        facts: Row = dict(known[kind].get(count.seed, {}))
        for (fact, value), _ in count.facts.most_common():
            if not facts.get(fact):
                facts[fact] = value
        # the fullest form; among equals the most frequent, then the first by alphabet
        fullest = min(count.names, key=lambda name: (-len(name.split()), -count.names[name], -len(name), name))
        row = facts | {
            f"{kind}_id": identity,
            "name": fullest if kind == "person" and " " in fullest else facts.get("name") or fullest,
            "known": bool(count.seed),
            "articles": count.articles,
            "mentions": count.mentions,
        }
        table = TABLES[POINTS_TO[kind]]
        tables[table.name].append({name: value for name, value in row.items() if name in table.names})
        for alias, number in count.aliases.items():
            tables["aliases"].append({"entity_type": kind, "entity_id": identity, "alias": alias, "mentions": number})
    return tables


# --- one article -----------------------------------------------------------------------------------


def run(works: Sequence[Work], tools: Tools) -> None:
    """Sets each article's rows by table, entity columns holding global ids.

    Raises StageFailed for a row that the schema does not allow.
    """
    identities: Identities = tools.identities()
    for work in works:
        overrides, duplicate_of = identities.of(work.article_id)
        tables = article_rows(work, overrides, duplicate_of)
        try:
            for table, rows in tables.items():
                for row in rows:
                    check_row(row, TABLES[table])
        except SchemaViolation as error:
            # a rule that made an impossible row: its article is set aside, the run goes on
            raise StageFailed(reason=error) from error
        work.payloads["normalize"] = tables


def article_rows(work: Work, overrides: Overrides, duplicate_of: str) -> dict[str, list[Row]]:
    article = work.article
    sentences = _sentence_spans(article.text, work.payloads["tokenize"])
    starts = [start for start, _ in sentences]
    tables: dict[str, list[Row]] = {
        "articles": [
            article._asdict()
            | {
                "duplicate_of": duplicate_of,
                "characters": len(article.text),
                "tokens": len(work.payloads["tokenize"]["tokens"]),
                "sentences": len(sentences),
                "sha256": work.payloads["ingest"]["sha256"],
            }
        ],
        "mentions": [
            {
                "article_id": article.article_id,
                "start": mention.start,
                "end": mention.end,
                "text": article.text[mention.start : mention.end],
                "sentence_index": max(bisect_right(starts, mention.start) - 1, 0),
                "label": mention.label,
                "entity_id": resolve(mention.entity, overrides),
                "found_by": mention.found_by,
            }
            for mention in work.mentions
        ],
    }
    del tables["articles"][0]["text"]
    seen: set[tuple[Any, ...]] = set()
    for fields in work.payloads["extract"]["claims"]:
        claim = Claim(*fields)
        row = {
            name: resolve(value, overrides) if name.endswith("_id") and value else value
            for name, value in claim.values.items()
        }
        same = (claim.table, *(str(row.get(name) or "") for name in IDENTITY.get(claim.table, ())))
        if claim.table in IDENTITY and same in seen:
            continue
        seen.add(same)
        tables.setdefault(claim.table, []).append(
            _claim_row(article.article_id, article.text, claim, row, sentences, starts)
        )
    return tables


def _claim_row(
    article_id: str, text: str, claim: Claim, row: Row, sentences: list[tuple[int, int]], starts: list[int]
) -> Row:
    column, letter = CLAIM_IDS[claim.table]
    facts = (str(row.get(name) or "") for name in IDENTITY.get(claim.table, ("type", "value")))
    identity = "\0".join((article_id, claim.table, str(claim.start), str(claim.end), *facts))
    first = sentences[max(bisect_right(starts, claim.start) - 1, 0)]
    last = sentences[max(bisect_right(starts, claim.end - 1) - 1, 0)]
    return row | {
        column: letter + blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        "article_id": article_id,
        "start": claim.start,
        "end": claim.end,
        "text": text[claim.start : claim.end],
        "sentence": text[first[0] : last[1]].strip(),
        "rule": claim.rule,
    }


def _sentence_spans(text: str, tokenized: Mapping[str, Any]) -> list[tuple[int, int]]:
    """The characters of each sentence, from the tokens' lengths and the sentences' first tokens."""
    offsets, position = [], 0
    for code in tokenized["tokens"]:
        offsets.append(position)
        position += code // 2 + code % 2
    begins = [offsets[first] for first in tokenized["sentences"]]
    return list(zip(begins, [*begins[1:], len(text)], strict=True))


STAGE = Stage(
    name="normalize",
    help="Compare all articles: one identity a person or club, duplicates marked, rows ready for the tables.",
    reads=("ingest", "tokenize", "recognize", "extract"),
    writes="rows by table",
    code=("stages/normalize.py", "stages/reading/*.py", "stages/stage.py", "schema/*.py", "dutch/*.py", "records.py"),
    seeds=("people.csv", "clubs.csv", "competitions.csv", "national_teams.csv"),
    run=run,
)
