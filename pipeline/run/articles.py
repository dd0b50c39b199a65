"""The article stages over one partition: what is stale is computed, the rest is left as it is.

An article goes through consecutive stale stages as one Doc in memory. Where a stage makes the same as
before, the stages behind it stay fresh. An article that fails is rejected by itself.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import FatalError, ModelUnloadable, RejectError, StageFailed, VoetbalError
from pipeline.language import Reader, load
from pipeline.run.store import Shelf, ShelfWriter, Store, digest, encode
from pipeline.run.tables import IDENTITIES
from pipeline.stages import BY_NAME
from pipeline.stages.normalize import Identities
from pipeline.stages.stage import Stage, Tools, Work

#: Articles that are computed together: the model works in batches of this size, and one batch's Docs are in memory.
BATCH = 64


class Job(NamedTuple):
    """What a worker needs to know to bring one partition up to date; small, for it crosses process borders."""

    out: Path
    partition: int
    stages: tuple[str, ...]
    keys: dict[str, str]  # by stage: the digest of all it depends on besides its input
    model: str
    force: bool


class Done(NamedTuple):
    """What was done for one partition, by stage name."""

    partition: int
    computed: Counter[str]
    fresh: Counter[str]
    rejected: Counter[str]
    seconds: Counter[str]


class Result(NamedTuple):
    key: str
    data: bytes
    rejected: bool


def article_key(stage: Stage, stage_key: str, sums: dict[str, str], extra: str = "") -> str:
    """The digest of everything one article's result at a stage depends on."""
    return digest(stage_key, *(sums[name] for name in stage.reads), extra)


def identity_digest(overrides: dict[str, str], duplicate_of: str) -> str:
    """What an article's rows take from comparing all articles, as a part of their key."""
    return digest(encode([overrides, duplicate_of]))


def refresh(job: Job) -> Done:
    """Brings the job's stages of one partition up to date and publishes what changed."""
    return _Partition(job).refresh()


class _Partition:
    def __init__(self, job: Job) -> None:
        self.job = job
        self.store = Store(job.out)
        self.stages = [BY_NAME[name] for name in job.stages]
        names = {name for stage in self.stages for name in (stage.name, *stage.reads)}
        self.shelves = {name: self.store.shelf(name, job.partition) for name in names}
        self.results: dict[str, dict[str, Result]] = {stage.name: {} for stage in self.stages}
        self.identities: Identities | None = None
        if "normalize" in job.stages:
            self.identities = read_identities(job.out, job.keys["identities"])
        self.done = Done(job.partition, Counter(), Counter(), Counter(), Counter())

    def refresh(self) -> Done:
        present = [name for name, entry in self.shelves["ingest"].entries.items() if not entry.rejected]
        stale = [article_id for article_id in present if self._first_stale(article_id) is not None]
        for begin in range(0, len(stale), BATCH):
            self._compute(stale[begin : begin + BATCH])
        for stage in self.stages:
            self._publish(stage, present)
        for shelf in self.shelves.values():
            shelf.close()
        return self.done

    def _extra(self, stage: Stage, article_id: str) -> str:
        """What an article's rows take from comparing all articles."""
        return identity_digest(*self.identities.of(article_id)) if stage.name == "normalize" and self.identities else ""

    def _first_stale(self, article_id: str) -> Stage | None:
        """From the indexes alone; what a reject kept from later stages is not missing there."""
        sums = {}
        for name, shelf in self.shelves.items():
            if article_id in shelf.entries:
                sums[name] = shelf.entries[article_id].sum
        for stage in self.stages:
            if any(self._rejected(name, article_id) for name in stage.reads):
                return None
            entry = self.shelves[stage.name].entries.get(article_id)
            if self.job.force or entry is None or any(name not in sums for name in stage.reads):
                return stage
            if entry.key != article_key(stage, self.job.keys[stage.name], sums, self._extra(stage, article_id)):
                return stage
        return None

    def _rejected(self, stage: str, article_id: str) -> bool:
        result = self.results.get(stage, {}).get(article_id)
        if result is not None:
            return result.rejected
        entry = self.shelves[stage].entries.get(article_id)
        return entry is not None and entry.rejected

    def _compute(self, article_ids: Sequence[str]) -> None:
        with ExitStack() as stack:
            tools = Tools(reader=_zoned_reader(self.job.model, stack), identities=lambda: self.identities)
            works = [Work(article_id, _Payloads(self.shelves, article_id)) for article_id in article_ids]
            sums = {work.article_id: self._sums(work.article_id) for work in works}
            for stage in self.stages:
                started = time.perf_counter()
                keys = {}
                for work in list(works):
                    mine = sums[work.article_id]
                    if any(name not in mine for name in stage.reads):
                        works.remove(work)  # rejected before
                        continue
                    key = article_key(stage, self.job.keys[stage.name], mine, self._extra(stage, work.article_id))
                    entry = self.shelves[stage.name].entries.get(work.article_id)
                    if (
                        self.job.force
                        or entry is None
                        or entry.key != key
                        or self.shelves[stage.name].raw(work.article_id) is None
                    ):
                        keys[work.article_id] = key
                    elif entry.rejected:
                        works.remove(work)
                todo = [work for work in works if work.article_id in keys]
                for work in todo:
                    _forget(work, stage)
                for work, reject in _run(stage, todo, tools):
                    payload = (
                        work.payloads[stage.name] if reject is None else {"error": reject.slug, "message": str(reject)}
                    )
                    data = encode(payload)
                    self.results[stage.name][work.article_id] = Result(keys[work.article_id], data, reject is not None)
                    if reject is None:
                        sums[work.article_id][stage.name] = digest(data)
                    else:
                        works.remove(work)
                        sums[work.article_id].pop(stage.name, None)
                self.done.seconds[stage.name] += time.perf_counter() - started  # type: ignore[assignment]
            works.clear()

    def _sums(self, article_id: str) -> dict[str, str]:
        return {
            name: shelf.entries[article_id].sum
            for name, shelf in self.shelves.items()
            if article_id in shelf.entries and not shelf.entries[article_id].rejected
        }

    def _publish(self, stage: Stage, present: list[str]) -> None:
        """Writes the stage's shelf anew if anything on it changed or went away."""
        shelf, results = self.shelves[stage.name], self.results[stage.name]
        kept = [
            name for name in present if name in shelf.entries and name not in results and not self._blocked(stage, name)
        ]
        self.done.computed[stage.name] += len(results)
        self.done.fresh[stage.name] += len(kept)
        self.done.rejected[stage.name] += sum(result.rejected for result in results.values())
        self.done.rejected[stage.name] += sum(shelf.entries[name].rejected for name in kept)
        if not results and len(kept) == len(shelf.entries):
            return
        with self.store.writer(stage.name, self.job.partition) as writer:
            for name in sorted([*kept, *results]):
                _put(writer, name, shelf, results.get(name))

    def _blocked(self, stage: Stage, article_id: str) -> bool:
        return any(self._rejected(name, article_id) for name in stage.reads)


def _put(writer: ShelfWriter, name: str, shelf: Shelf, result: Result | None) -> None:
    if result is not None:
        writer.add(name, result.key, result.data, result.rejected)
        return
    data = shelf.raw(name)
    if data is not None:  # a damaged payload is left out, and so is stale next time
        writer.add(name, shelf.entries[name].key, data, shelf.entries[name].rejected)


def _run(stage: Stage, works: list[Work], tools: Tools) -> Iterator[tuple[Work, RejectError | None]]:
    """Runs a stage over all; if that fails, over each alone, so that only what fails is rejected."""
    assert stage.run is not None
    if not works:
        return
    try:
        stage.run(works, tools)
    except FatalError:
        raise
    except Exception as error:
        if len(works) == 1:
            reject = error if isinstance(error, RejectError) else StageFailed(reason=f"{type(error).__name__}: {error}")
            yield works[0], reject
            return
        for work in works:
            _forget(work, stage)
            work.detach()
            yield from _run(stage, [work], tools)
        return
    for work in works:
        yield work, None


def _forget(work: Work, stage: Stage) -> None:
    """What the stage made before is not what it makes now; nothing may be built from it."""
    work.payloads[stage.name] = None


class _Payloads(dict[str, Any]):
    """An article's payloads by stage, read from the shelves when first asked for; None for what is yet to be made."""

    def __init__(self, shelves: dict[str, Shelf], article_id: str) -> None:
        super().__init__()
        self._shelves = shelves
        self._article_id = article_id

    def __missing__(self, stage: str) -> Any:
        shelf = self._shelves.get(stage)
        entry = shelf.entries.get(self._article_id) if shelf else None
        self[stage] = None if shelf is None or entry is None or entry.rejected else shelf.payload(self._article_id)
        return self[stage]


def _zoned_reader(model: str, stack: ExitStack) -> Callable[[], Reader]:
    """The reader, inside a memory zone that ends with the stack; words stored for this batch go with it."""

    @cache
    def reader() -> Reader:
        try:
            loaded = load(model)
        except VoetbalError:
            raise
        except Exception as error:
            # no article's fault, so no article may be rejected for it
            raise ModelUnloadable(model=model, reason=f"{type(error).__name__}: {error}") from error
        stack.enter_context(loaded.memory_zone())
        return loaded

    return reader


@cache
def read_identities(out: Path, key: str) -> Identities:
    """What `normalize` decided about all articles; kept by `key`, so that a worker never uses a stale one."""
    value: Any = Store(out).read_json(IDENTITIES)
    assert value["key"] == key
    return Identities(value["overrides"], value["duplicates"], {})
