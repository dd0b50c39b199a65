"""A run from folder to tables: which stages, over which partitions, in what order, and what came of it."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import MissingStage, NoRun, OutputUnwritable, RunLocked
from pipeline.language import check_model
from pipeline.run import articles, intake, tables
from pipeline.run.engines import Engine, ManyProcesses, OneProcess, Progress
from pipeline.run.freshness import dependencies, stage_key
from pipeline.run.store import Store
from pipeline.schema import TABLES
from pipeline.settings import Settings
from pipeline.stages import BY_NAME, STAGES

STATE = "run.json"
#: The stages that go through an article as one Doc.
DOC_STAGES = ("tokenize", "recognize", "extract")


class Request(NamedTuple):
    """What the user asked for."""

    folder: Path
    out: Path
    settings: Settings = Settings()
    first: str = STAGES[0].name
    last: str = STAGES[-1].name
    force: bool = False  # compute what is fresh, too
    verify: bool = False  # hash every source
    workers: int = 1

    @property
    def stages(self) -> tuple[str, ...]:
        names = [stage.name for stage in STAGES]
        return tuple(names[names.index(self.first) : names.index(self.last) + 1])


class StageReport(NamedTuple):
    """One line of a run's summary: articles (for tabulate: tables) by what happened to them."""

    name: str
    computed: int
    fresh: int
    rejected: int
    seconds: float


class Report(NamedTuple):
    """What a run did."""

    stages: list[StageReport]
    rows: dict[str, int] | None  # by table; None when tables were not asked for or up to date
    rejects: Counter[str]  # by slug
    removed: int  # articles that were there and are gone from the folder

    @property
    def computed(self) -> int:
        return sum(stage.computed for stage in self.stages)


def run(request: Request, progress: Progress) -> Report:
    """Carries out a run. Raises FatalError for what concerns all of it; what concerns one article becomes a reject."""
    check_model(request.settings.model)
    keys = {stage.name: stage_key(dependencies(stage, request.settings)) for stage in STAGES}
    store = Store(request.out)
    with _locked(store):
        engine: Engine = ManyProcesses(request.workers, progress) if request.workers > 1 else OneProcess(progress)
        try:
            return _run(request, store, keys, engine)
        finally:
            engine.close()


def _run(request: Request, store: Store, keys: dict[str, str], engine: Engine) -> Report:
    wanted = request.stages
    reports: list[StageReport] = []
    removed = 0
    if "ingest" in wanted:
        taken = intake.take_in(
            store, request.folder, request.settings, keys["ingest"], engine, request.force, request.verify
        )
        reports.append(StageReport("ingest", taken.computed, taken.fresh, taken.rejected, taken.seconds))
        removed = taken.removed
    partitions = partitions_of(store)
    _require(store, request, partitions)
    _remember(store, request)

    doc_stages = tuple(name for name in DOC_STAGES if name in wanted)
    if doc_stages:
        reports += _articles(request, store, keys, engine, doc_stages, partitions)
    if "normalize" in wanted:
        started = time.perf_counter()
        jobs = [tables.SummaryJob(request.out, partition, keys["normalize"]) for partition in range(partitions)]
        summaries = sorted(engine.map(tables.summarize, jobs, "compare"))
        identities = tables.compare(store, partitions, summaries, keys["normalize"])
        compared = time.perf_counter() - started
        report = _articles(request, store, keys | {"identities": identities}, engine, ("normalize",), partitions)[0]
        reports.append(report._replace(seconds=report.seconds + compared))

    found = list(intake.rejects(store, partitions, [stage.name for stage in STAGES]))
    rows = None
    if "tabulate" in wanted:
        started = time.perf_counter()
        # asked for by name, tables are written again even if nothing changed
        force = request.force or request.first == "tabulate"
        chunk_jobs = [
            tables.ChunkJob(request.out, partition, keys["tabulate"], force) for partition in range(partitions)
        ]
        chunks = sorted(engine.map(tables.chunk, chunk_jobs, "tabulate"))
        rows = tables.publish(store, partitions, chunks, found, force)
        written = 0 if rows is None else len(rows)
        reports.append(StageReport("tabulate", written, len(TABLES) - written, 0, time.perf_counter() - started))
    return Report(reports, rows, Counter(reject["error"] for reject in found), removed)


def _articles(
    request: Request, store: Store, keys: dict[str, str], engine: Engine, stages: tuple[str, ...], partitions: int
) -> list[StageReport]:
    jobs = [
        articles.Job(request.out, partition, stages, keys, request.settings.model, request.force)
        for partition in range(partitions)
        if any(store.shelf_path(name, partition).exists() for name in ("ingest", *stages))
    ]
    computed: Counter[str] = Counter()
    fresh: Counter[str] = Counter()
    rejected: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for done in engine.map(articles.refresh, jobs, stages[-1]):
        computed.update(done.computed)
        fresh.update(done.fresh)
        rejected.update(done.rejected)
        seconds.update(done.seconds)
    return [StageReport(name, computed[name], fresh[name], rejected[name], float(seconds[name])) for name in stages]


def partitions_of(store: Store) -> int:
    """How many partitions the run in this folder has. Raises NoRun."""
    layout = store.read_json(intake.LAYOUT)
    if layout is None:
        raise NoRun(path=store.out)
    return int(layout["partitions"])


def _require(store: Store, request: Request, partitions: int) -> None:
    """That what the first stage reads is there, at least for some article."""
    for name in BY_NAME[request.first].reads:
        if not any(store.shelf(name, partition).entries for partition in range(partitions)):
            raise MissingStage(stage=request.first, needs=name, path=store.out)


def _remember(store: Store, request: Request) -> None:
    """Notes what the stages of this run depend on, so that `status` can say what changed since."""
    state = store.read_json(STATE) or {"stages": {}}
    state["folder"] = str(request.folder.resolve())
    state["settings"] = {"model": request.settings.model, "reading": request.settings.reading._asdict()}
    for name in request.stages:
        state["stages"][name] = dependencies(BY_NAME[name], request.settings)
    store.write_json(STATE, state)


@contextmanager
def _locked(store: Store) -> Iterator[None]:
    """One run at a time on a folder. A lock that a dead process left behind is taken over."""
    try:
        store.root.mkdir(parents=True, exist_ok=True)
        handle = _lock(store)
    except OSError as error:
        raise OutputUnwritable(path=store.out, reason=error.strerror or error) from error
    try:
        store.sweep()
        yield
    except PermissionError as error:
        raise OutputUnwritable(path=error.filename or store.out, reason=error.strerror) from error
    finally:
        os.close(handle)


def _lock(store: Store) -> int:
    """An open file with the process id in it, locked as long as it is open: the system frees it however we end."""
    import fcntl

    handle = os.open(store.root / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pid = os.read(handle, 20).decode() or "?"
        os.close(handle)
        raise RunLocked(pid=pid, path=store.out) from None
    os.truncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle
