"""normalize and tabulate over the whole run: partitions are summed up, compared once, and merged into tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import seeds
from pipeline.run.store import Store, digest, encode, write_atomically
from pipeline.schema import ENTITY_TYPES, TABLES, TableFile, check_row, csv_header, csv_line, datapackage
from pipeline.stages import normalize, tabulate
from pipeline.stages.normalize import Identities
from pipeline.stages.stage import Work

IDENTITIES = "normalize/identities.json"
ENTITIES = "normalize/entities.jsonl"
STATE = "tabulate/tables.json"
#: Tables whose rows lie in the articles; the others come from comparing all of them.
ARTICLE_TABLES = ("articles", "mentions", "dates", "contracts", "stats", "roles", "transfers", "matches")
CURRENT = "contracts_current"


class SummaryJob(NamedTuple):
    """Sum up one partition, unless its summary has this key already."""

    out: Path
    partition: int
    stage_key: str


def summarize(job: SummaryJob) -> str:
    """Brings a partition's summary up to date; returns its key."""
    store = Store(job.out)
    ingest, recognize = store.shelf("ingest", job.partition), store.shelf("recognize", job.partition)
    extract = store.shelf("extract", job.partition)
    key = digest(
        job.stage_key,
        ingest.state,
        recognize.state,
        *sorted(name for name, one in extract.entries.items() if not one.rejected),
    )
    name = _summary_name(job.partition)
    current = store.read_json(name)
    if current is None or current["key"] != key:
        works = []
        for article_id, entry in sorted(extract.entries.items()):
            if not entry.rejected:
                works.append(
                    Work(article_id, {"ingest": ingest.payload(article_id), "recognize": recognize.payload(article_id)})
                )
        store.write_json(name, {"key": key, "summary": normalize.summarize(works)})
    for shelf in (ingest, recognize, extract):
        shelf.close()
    return key


def compare(store: Store, partitions: int, keys: Iterable[str], stage_key: str) -> str:
    """Reduces all summaries to identities, unless none changed; returns the key of the identities."""
    key = digest(stage_key, *keys)
    current = store.read_json(IDENTITIES)
    if current is not None and current["key"] == key:
        return key
    known = {kind: seeds.entities(kind) for kind in ENTITY_TYPES}
    summaries = (_summary(store, partition) for partition in range(partitions))
    identities: Identities = normalize.reduce(summaries, known)
    for table, rows in identities.entities.items():
        for row in rows:
            check_row(row, TABLES[table])
    store.write_lines(
        ENTITIES, ({"table": table, "row": row} for table, rows in sorted(identities.entities.items()) for row in rows)
    )
    store.write_json(IDENTITIES, {"key": key, "overrides": identities.overrides, "duplicates": identities.duplicates})
    return key


def _summary(store: Store, partition: int) -> Any:
    value: Any = store.read_json(_summary_name(partition))
    return value["summary"]


def _summary_name(partition: int) -> str:
    return f"normalize/{partition:04d}.summary.json"


class ChunkJob(NamedTuple):
    """Lay down one partition's rows sorted, unless its chunks have this key already."""

    out: Path
    partition: int
    stage_key: str
    force: bool


def chunk(job: ChunkJob) -> str:
    """Brings a partition's chunks up to date; returns their key."""
    store = Store(job.out)
    shelf = store.shelf("normalize", job.partition)
    key = digest(job.stage_key, shelf.state)
    if not job.force and store.read_json(_chunk_state(job.partition)) == key:
        return key
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for article_id, entry in shelf.entries.items():
        if not entry.rejected:
            for table, found in (shelf.payload(article_id) or {}).items():
                rows[table] += found
    shelf.close()
    published = {row["article_id"]: row["published"] for row in rows["articles"]}
    for table in ARTICLE_TABLES:
        _write_chunk(store, job.partition, table, map(tabulate.dump, tabulate.lines(table, rows[table])))
    current = tabulate.current_contracts(rows["contracts"], published)
    pairs = sorted(([row["person_id"], row["club_id"]], row) for row in current)
    _write_chunk(store, job.partition, CURRENT, (encode(pair) + b"\n" for pair in pairs))
    store.write_json(_chunk_state(job.partition), key)
    return key


def chunk_is_fresh(store: Store, partition: int, stage_key: str) -> bool:
    """Whether a partition's chunks were made from the rows that are there now."""
    return bool(
        store.read_json(_chunk_state(partition)) == digest(stage_key, store.shelf("normalize", partition).state)
    )


def _chunk_state(partition: int) -> str:
    return f"tabulate/{partition:04d}.json"


def _chunk_path(store: Store, partition: int, table: str) -> Path:
    return store.root / "tabulate" / f"{partition:04d}.{table}.jsonl"


def _write_chunk(store: Store, partition: int, table: str, lines: Iterable[bytes]) -> None:
    write_atomically(_chunk_path(store, partition, table), lines)


def publish(
    store: Store, partitions: int, keys: Iterable[str], rejects: list[dict[str, Any]], force: bool
) -> dict[str, int] | None:
    """Merges the chunks into tables; returns rows by table, None when the tables were up to date."""
    entity_bytes = (store.root / ENTITIES).read_bytes()
    key = digest(*keys, entity_bytes, encode(rejects))
    state = store.read_json(STATE)
    if not force and state is not None and state["key"] == key and intact(store, state["files"]):
        return None
    entities: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in entity_bytes.splitlines():
        value = json.loads(line)
        entities[value["table"]].append(value["row"])
    entities["rejects"] = rejects

    files: dict[str, TableFile] = {}
    for table in TABLES:
        with ExitStack() as stack:
            if table in ARTICLE_TABLES:
                merged = tabulate.merge(_lines(store, partition, table, stack) for partition in range(partitions))
            elif table == CURRENT:
                found = tabulate.merge_current(_pairs(store, partition, stack) for partition in range(partitions))
                merged = (csv_line(row, TABLES[table]) for row in found)
            else:
                merged = (line.line for line in tabulate.lines(table, entities[table]))
            files[table] = _write_table(table_path(store, table), table, merged)
    package = json.dumps(datapackage(files), ensure_ascii=False, indent=2) + "\n"
    write_atomically(store.tables / "datapackage.json", [package.encode()])
    store.write_json(STATE, {"key": key, "files": files})
    return {table: file.rows for table, file in files.items()}


def table_path(store: Store, table: str) -> Path:
    return store.tables / f"{table}.csv"


def _lines(store: Store, partition: int, table: str, stack: ExitStack) -> Iterator[tabulate.Line]:
    return map(tabulate.load, stack.enter_context(_chunk_path(store, partition, table).open("rb")))


def _pairs(store: Store, partition: int, stack: ExitStack) -> Iterator[Any]:
    return map(json.loads, stack.enter_context(_chunk_path(store, partition, CURRENT).open("rb")))


def _write_table(path: Path, table: str, merged: Iterable[str]) -> TableFile:
    hasher, lines, size = sha256(), 0, 0

    def chunks() -> Iterator[bytes]:
        nonlocal lines, size
        for line in chain([csv_header(TABLES[table])], merged):
            data = line.encode("utf-8", "replace")
            hasher.update(data)
            lines, size = lines + 1, size + len(data)
            yield data

    write_atomically(path, chunks())
    return TableFile(lines - 1, size, hasher.hexdigest())


def intact(store: Store, files: dict[str, list[Any]]) -> bool:
    """Whether the published tables are those that were written, by size; their digests are in the data package."""
    try:
        return all(table_path(store, table).stat().st_size == TableFile(*file).bytes for table, file in files.items())
    except OSError:
        return False
