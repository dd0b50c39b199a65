"""ingest over a folder: what is new, changed or gone among the sources, and the articles that come of it.

The manifest tells of each source what it looked like when it was read (size, mtime, inode, digest) and
which articles came from it. A source that looks the same, and whose mtime is older than the run that read
it, is not opened again, unless everything is to be verified.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import NoArticles
from pipeline.records import Reject
from pipeline.run.engines import Engine
from pipeline.run.store import Store, digest, encode, partition_of
from pipeline.settings import Settings
from pipeline.stages import ingest
from pipeline.stages.reading import IdScheme, Source, colliding_stems, scan

MANIFEST = "ingest/sources.jsonl"
LAYOUT = "layout.json"
#: Sources read by one call of a worker.
BATCH = 32
#: Bytes of source text that make a partition worth having, about 256 articles; between these bounds.
PARTITION_BYTES = 800_000
PARTITIONS = (4, 512)
#: A source touched within this time of the run's start may be written again without its mtime moving on.
MTIME_GRAIN_NS = 2_000_000_000


class Known(NamedTuple):
    """A source as it was when last read."""

    path: str
    size: int
    mtime_ns: int
    inode: int
    sha256: str
    key: str
    seen_ns: int  # when the run that looked at it began
    articles: list[str]  # shelf entries that came of it, rejects among them

    def looks_like(self, source: Source) -> bool:
        same = (self.size, self.mtime_ns, self.inode) == (source.size, source.mtime_ns, source.inode)
        return same and source.mtime_ns + MTIME_GRAIN_NS < self.seen_ns


class Intake(NamedTuple):
    """What ingest did."""

    computed: int  # articles read now
    fresh: int  # articles that were there
    rejected: int
    removed: int
    seconds: float


class ReadSource(NamedTuple):
    """The articles of one source, and what its bytes were."""

    path: str
    sha256: str
    found: list[tuple[str, bytes, bool]]  # shelf entry, payload, rejected


def partitions_of(store: Store, total_bytes: int) -> int:
    """How many partitions the run has: chosen by its size when first made, and kept."""
    layout = store.read_json(LAYOUT)
    if layout is None:
        count = PARTITIONS[0]
        while count < PARTITIONS[1] and count * PARTITION_BYTES < total_bytes:
            count *= 2
        layout = {"partitions": count}
        store.write_json(LAYOUT, layout)
    return int(layout["partitions"])


class Comparison(NamedTuple):
    """A folder's sources against what the run knows of them."""

    ids: IdScheme
    kept: dict[str, Known]  # by path: as they were
    changed: list[Source]  # new, or not as they were
    new: int  # how many of those changed are new
    gone: list[Known]  # no longer there, or no longer as they were


def compare(store: Store, folder: Path, stage_key: str, force: bool = False, verify: bool = False) -> Comparison:
    """Looks what changed since the last run. Raises InputMissing."""
    now = time.time_ns()
    sources = list(scan(folder))
    ids = IdScheme(colliding_stems(sources))
    known = {line[0]: Known(*line) for line in store.read_lines(MANIFEST)}
    shelved = _shelved(store)
    kept: dict[str, Known] = {}
    changed: list[Source] = []
    for source in sources:
        before = known.get(source.path)
        if (
            before is None
            or force
            or before.key != _key(stage_key, source, ids)
            or not shelved.issuperset(before.articles)
        ):
            changed.append(source)
        elif before.looks_like(source) and not verify:
            kept[source.path] = before
        elif before.sha256 == _sha256(folder / source.path):
            kept[source.path] = Known(*source, before.sha256, before.key, now, before.articles)
        else:
            changed.append(source)
    new = sum(source.path not in known for source in changed)
    return Comparison(ids, kept, changed, new, [before for path, before in known.items() if path not in kept])


def _shelved(store: Store) -> set[str]:
    """What lies on the ingest shelves: a source whose articles were lost with a damaged shelf is read again."""
    layout = store.read_json(LAYOUT)
    shelves = range(layout["partitions"]) if layout else ()
    return {name for partition in shelves for name in store.shelf(ingest.STAGE.name, partition).entries}


def take_in(
    store: Store, folder: Path, settings: Settings, stage_key: str, engine: Engine, force: bool, verify: bool
) -> Intake:
    """Brings the ingest shelves up to date with the folder. Raises InputMissing and NoArticles."""
    started, now = time.perf_counter(), time.time_ns()
    ids, kept, changed, _, gone = compare(store, folder, stage_key, force, verify)
    if not kept and not changed:
        raise NoArticles(path=folder)
    sizes = [source.size for source in changed] + [source.size for source in kept.values()]
    partitions = partitions_of(store, sum(sizes))
    dropped = {name for before in gone for name in before.articles}
    fresh = [name.startswith(REJECT) for one in kept.values() for name in one.articles]
    added: dict[int, dict[str, tuple[bytes, bool]]] = defaultdict(dict)
    counts: Counter[bool] = Counter()
    by_path = {source.path: source for source in changed}
    batches = [changed[begin : begin + BATCH] for begin in range(0, len(changed), BATCH)]
    for results in engine.map(partial(_read_all, folder, settings, ids), batches, "ingest"):
        for result in results:
            source = by_path[result.path]
            for name, data, rejected in result.found:
                added[partition_of(name, partitions)][name] = (data, rejected)
                counts[rejected] += 1
            names = [name for name, _, _ in result.found]
            kept[source.path] = Known(*source, result.sha256, _key(stage_key, source, ids), now, names)

    for partition in sorted(set(added) | {partition_of(name, partitions) for name in dropped}):
        _reshelve(store, partition, dropped, added.get(partition, {}), stage_key)
    store.write_lines(MANIFEST, (kept[path] for path in sorted(kept)))
    again = {name for part in added.values() for name in part}
    removed = sum(not name.startswith(REJECT) for name in dropped - again)
    seconds = time.perf_counter() - started
    return Intake(counts[False], len(fresh) - sum(fresh), counts[True] + sum(fresh), removed, seconds)


#: Begins the shelf entry of a source without an article; no article id begins with it.
REJECT = "\0"


def _key(stage_key: str, source: Source, ids: IdScheme) -> str:
    return digest(stage_key, ids.file_id(source.path))


def _sha256(path: Path) -> str:
    """The digest of a file's bytes; empty when it cannot be read, which no manifest holds for a good source."""
    hasher = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                hasher.update(block)
    except OSError:
        return ""
    return hasher.hexdigest()


def _read_all(folder: Path, settings: Settings, ids: IdScheme, sources: list[Source]) -> list[ReadSource]:
    return [
        ReadSource(source.path, _sha256(folder / source.path), list(_entries(folder, source, settings, ids)))
        for source in sources
    ]


def _entries(folder: Path, source: Source, settings: Settings, ids: IdScheme) -> Iterator[tuple[str, bytes, bool]]:
    for found in ingest.read(folder, source, settings, ids):
        if isinstance(found, Reject):
            yield REJECT + found.source, encode({"error": found.error, "message": found.message}), True
        else:
            article_id, payload = found
            yield article_id, encode(payload), False


def _reshelve(
    store: Store, partition: int, dropped: Iterable[str], added: dict[str, tuple[bytes, bool]], stage_key: str
) -> None:
    """Publishes a partition's shelf without what is gone and with what is new."""
    shelf = store.shelf(ingest.STAGE.name, partition)
    old = shelf.entries.keys() - set(dropped) - added.keys()
    with store.writer(ingest.STAGE.name, partition) as writer:
        for name in sorted(old | added.keys()):
            if name in added:
                data, rejected = added[name]
                writer.add(name, stage_key, data, rejected)
            else:
                kept = shelf.raw(name)
                if kept is not None:
                    writer.add(name, shelf.entries[name].key, kept, shelf.entries[name].rejected)
    shelf.close()


def rejects(store: Store, partitions: int, stages: Iterable[str]) -> Iterator[dict[str, Any]]:
    """A row for every source and article that was rejected, at whichever stage."""
    for partition in range(partitions):
        shelf = store.shelf(ingest.STAGE.name, partition)
        for stage in stages:
            own = shelf if stage == ingest.STAGE.name else store.shelf(stage, partition)
            for name, entry in own.entries.items():
                if not entry.rejected:
                    continue
                payload = own.payload(name) or {"error": "unreadable", "message": ""}
                if stage == ingest.STAGE.name:
                    source = name.removeprefix(REJECT)
                else:
                    source = (shelf.payload(name) or {"article": ["", name]})["article"][1]
                yield {"source": source, "stage": stage, **payload}
            if own is not shelf:
                own.close()
        shelf.close()
