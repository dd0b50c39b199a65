"""Scoring a run against hand-made gold: precision, recall and F1 for each table.

`evaluate` compares the tables with a folder of gold records, one JSON file an article, named after the
article's file stem. Only articles with gold are scored. What counts as right is in `measures`; here it is
read, counted and summed up. `check_floors` turns the figures into a gate for continuous integration.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import FatalError
from pipeline.results.measures import (
    ENTITY_MEASURES,
    ENTITY_TABLES,
    MEASURE_NAMES,
    MEASURES,
    OPTIONAL_METRICS,
    Gold,
    Key,
    Measure,
    Names,
    fold,
    found_entities,
    pair_entities,
)
from pipeline.results.rendering import visible
from pipeline.results.tables import Row, rows_of
from pipeline.schema import TABLES

#: Names by table and entity id.
Known = Mapping[str, Mapping[str, str]]

_CLAIMS = ("dates", "contracts", "stats", "transfers", "roles", "matches")


class GoldDamaged(FatalError):
    """A gold record or floors file that cannot be used."""

    slug = "damaged-gold"
    template = "{path}: {reason}"


class Figures(NamedTuple):
    """Counts of one measure, and the ratios that follow from them; a ratio of nothing is 0."""

    tp: int  # in both
    fp: int  # in the run only
    fn: int  # in gold only

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def records(self) -> int:
        """How many records were compared; a measure of none says nothing."""
        return self.tp + self.fp + self.fn


class Miss(NamedTuple):
    """A record that only one side has."""

    measure: str
    article: str  # gold's id
    spurious: bool  # True: the run has it and gold has not; False: the other way round
    key: Key
    words: str  # the words a spurious row rests on, folded; empty for gold's

    def __str__(self) -> str:
        key = " | ".join("" if part is None else str(part) for part in self.key)
        words = f'  "{self.words}"' if self.words else ""
        return visible(f"{self.measure:24}{self.article}  {'+' if self.spurious else '-'} {key}{words}")


class Evaluation(NamedTuple):
    """The outcome for all scored articles."""

    articles: int  # with gold and in the run
    figures: dict[str, Figures]  # by measure, in the order of MEASURE_NAMES
    misses: tuple[Miss, ...]
    absent: tuple[str, ...]  # ids of gold whose article is not in the run: not scored

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON: articles, absent, and measures with tp, fp, fn, p, r and f1 (three decimals)."""
        measures = {
            name: one._asdict() | {"p": round(one.precision, 3), "r": round(one.recall, 3), "f1": round(one.f1, 3)}
            for name, one in self.figures.items()
        }
        return {"articles": self.articles, "absent": list(self.absent), "measures": measures}

    def as_text(self) -> str:
        """The figures in columns, a line a measure; measures without any record are left out."""
        lines = [
            f"articles scored: {self.articles}",
            f"{'measure':24}{'right':>8}{'spurious':>10}{'missed':>8}{'P':>8}{'R':>8}{'F1':>8}",
        ]
        lines += [
            f"{name:24}{one.tp:8}{one.fp:10}{one.fn:8}{one.precision:8.3f}{one.recall:8.3f}{one.f1:8.3f}"
            for name, one in self.figures.items()
            if one.records
        ]
        if self.absent:
            lines.append(f"not in the run: {', '.join(self.absent)}")
        return "\n".join(lines)


class Outcome(NamedTuple):
    """How one measure came out for one article."""

    both: Counter[Key]
    spurious: Counter[Key]
    missed: Counter[Key]


class _Article(NamedTuple):
    """What is compared: one article's gold, and the run's rows by table."""

    gold: Gold
    rows: Mapping[str, Sequence[Row]]
    ignored: Mapping[str, Sequence[str]]  # by table: folded words on which a row is neither right nor wrong


def stem(article_id: str) -> str:
    """What gold is named after: the record's own id, or the last part of the path."""
    return article_id.rsplit("#", 1)[-1].rsplit("/", 1)[-1].removesuffix(".txt")


def evaluate(tables: Path, gold: Path) -> Evaluation:
    """Compare the CSV tables in one folder with the gold records in another.

    Raises GoldDamaged when a record is not readable or its name fits two articles, and OtherSchema for
    tables of another version.
    """
    records = _read_gold(gold)
    present = _find_articles(tables, records)
    rows = {name: _rows_by_stem(tables, name, present) for name in ("mentions", *_CLAIMS)}
    known = _names(tables, rows)
    scored_metrics = {stat.get("metric") for record in records.values() for stat in record.get("stats") or ()}
    unscored = OPTIONAL_METRICS - scored_metrics

    sums = {name: Counter[str]() for name in MEASURE_NAMES}
    misses: list[Miss] = []
    for article_stem in (name for name in records if name in present):
        own = {name: by_stem[article_stem] for name, by_stem in rows.items()}
        own["stats"] = [row for row in own["stats"] if row["metric"] not in unscored]
        record = records[article_stem]
        try:
            outcomes = list(_compare(_Article(record, own, _ignored(record)), known))
        except KeyError as error:
            raise GoldDamaged(path=gold / f"{article_stem}.json", reason=f"a record lacks {error}") from error
        for name, outcome, words in outcomes:
            sums[name].update(tp=outcome.both.total(), fp=outcome.spurious.total(), fn=outcome.missed.total())
            misses += _misses(name, article_stem, outcome, words)
    figures = {name: Figures(count["tp"], count["fp"], count["fn"]) for name, count in sums.items()}
    return Evaluation(len(present), figures, tuple(misses), tuple(name for name in records if name not in present))


def tally(
    gold: Sequence[Key], run: Sequence[tuple[Key, str]], ignored: Sequence[str] = (), *, repeated: bool = False
) -> Outcome:
    """Count keys in both, in the run only and in gold only; the run's come with the words they rest on.

    A key that only the run has is left out when its words hold ignored words or are held by them. Unless
    `repeated`, a key counts once however often it occurs.
    """
    keys = [key for key, _ in run]
    expected, got = (Counter(gold), Counter(keys)) if repeated else (Counter(set(gold)), Counter(set(keys)))
    spurious = got - expected
    for key, words in run:
        if words and any(words in other or other in words for other in ignored):
            del spurious[key]
    return Outcome(expected & got, spurious, expected - got)


def _compare(
    article: _Article, known: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, Outcome, dict[Key, str]]]:
    """Each measure's name and outcome, and the words that each key of the run rests on."""
    names = Names(known)
    for entity in ENTITY_MEASURES:
        expected = article.gold.get(entity.table) or []
        found = found_entities(article.rows["mentions"], entity.label, known[entity.table])
        pairs = pair_entities(expected, found, loose=entity.loose)
        names.learn(entity.table, expected, found, pairs)
        run = [
            ((fold(pairs[one.entity_id]["name"]) if one.entity_id in pairs else f"?{one.name}",), one.longest)
            for one in found
        ]
        outcome = tally([(fold(one["name"]),) for one in expected], run, article.ignored[entity.table])
        yield entity.table, outcome, dict(run)
    for measure in MEASURES:
        yield measure.name, *_compare_claims(measure, names, article)


def _compare_claims(measure: Measure, names: Names, article: _Article) -> tuple[Outcome, dict[Key, str]]:
    records = [one for one in article.gold.get(measure.table) or () if measure.gold_counts(one)]
    gold = [(measure.gold_key(names, one), one) for one in records]
    run = [(measure.row_key(names, row), row) for row in article.rows[measure.table] if measure.row_counts(row)]
    if not measure.detail:
        worded = [(key, fold(row["text"])) for key, row in run]
        ignored = article.ignored[measure.table]
        return tally([key for key, _ in gold], worded, ignored, repeated=measure.repeated), dict(worded)
    shared = {key for key, _ in gold} & {key for key, _ in run}
    worded = [((*key, row[measure.detail]), fold(row["text"])) for key, row in run if key in shared]
    return tally([(*key, one.get(measure.detail)) for key, one in gold if key in shared], worded), dict(worded)


def _misses(measure: str, article: str, outcome: Outcome, words: Mapping[Key, str]) -> list[Miss]:
    missed = [Miss(measure, article, False, key, "") for key in sorted(outcome.missed.elements(), key=str)]
    return missed + [
        Miss(measure, article, True, key, words[key]) for key in sorted(outcome.spurious.elements(), key=str)
    ]


# --- reading -------------------------------------------------------------------------------------


def _read_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """The records by id, in the order of their file names."""
    records: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        record = read_json(path)
        if not isinstance(record.get("id"), str) or record["id"] in records:
            raise GoldDamaged(path=path, reason="has no id of its own")
        records[record["id"]] = record
    return records


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object in a file. Raises GoldDamaged when there is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldDamaged(path=path, reason=f"cannot be read as JSON ({error})") from error
    if not isinstance(content, dict):
        raise GoldDamaged(path=path, reason="holds no JSON object")
    return content


def _ignored(record: Gold) -> Mapping[str, Sequence[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for entry in record.get("ignore") or ():
        words[entry["table"]].append(fold(entry["text"]))
    return words


def _find_articles(tables: Path, records: Mapping[str, Gold]) -> set[str]:
    """The stems of the run's articles that have gold."""
    found: dict[str, str] = {}
    for row in rows_of(tables / "articles.csv", TABLES["articles"]):
        article_id = row["article_id"]
        own = stem(article_id)
        if own in found:
            raise GoldDamaged(path=own, reason=f"fits two articles, {found[own]} and {article_id}")
        if own in records:
            found[own] = article_id
    return set(found)


def _rows_by_stem(tables: Path, name: str, stems: set[str]) -> Mapping[str, list[Row]]:
    """The rows of the scored articles, in the order of the file."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(tables / f"{name}.csv", TABLES[name]):
        own = stem(row["article_id"])
        if own in stems:
            rows[own].append(row)
    return rows


def _names(tables: Path, rows: Mapping[str, Mapping[str, Sequence[Row]]]) -> Known:
    """The names of the entities that the rows point to; those of other articles are passed over."""
    ids = {
        row[column]
        for name, by_stem in rows.items()
        for column in TABLES[name].names
        if column.endswith("_id")
        for own in by_stem.values()
        for row in own
    }
    names: dict[str, dict[str, str]] = {}
    for name in ENTITY_TABLES:
        (key,) = TABLES[name].key
        found = rows_of(tables / f"{name}.csv", TABLES[name])
        names[name] = {row[key]: row["name"] for row in found if row[key] in ids}
    return names


# --- floors --------------------------------------------------------------------------------------


def read_floors(path: Path) -> dict[str, float]:
    """The least F1 that each measure must reach, from a JSON file.

    The file is one object, measure to number between 0 and 1: {"people": 0.97, "contracts (kind)": 0.9}.
    A measure that is not named has no floor. Raises GoldDamaged for anything else.
    """
    floors = read_json(path)
    for measure, floor in floors.items():
        if measure not in MEASURE_NAMES:
            raise GoldDamaged(path=path, reason=f"names no measure: {measure!r}; there are: {', '.join(MEASURE_NAMES)}")
        if isinstance(floor, bool) or not isinstance(floor, int | float) or not 0 <= floor <= 1:
            raise GoldDamaged(path=path, reason=f"the floor of {measure!r} is no number between 0 and 1")
    return floors


def check_floors(evaluation: Evaluation, floors: Mapping[str, float]) -> list[str]:
    """One line for each measure whose F1 is below its floor; empty when all hold.

    F1 is compared as it is shown, rounded to three decimals. A measure without any record fails too: a
    gate that measures nothing would pass for ever.
    """
    failures = []
    for measure, floor in floors.items():
        figures = evaluation.figures[measure]
        if not figures.records:
            failures.append(f"{measure}: no records to score")
        elif round(figures.f1, 3) < floor:
            failures.append(f"{measure}: F1 {figures.f1:.3f} is below the floor {floor:.3f}")
    return failures
