"""How up to date a run folder is: by stage, and why what is stale is stale. Computes nothing, changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.errors import InputMissing
from pipeline.run import articles, intake, runner, tables
from pipeline.run.freshness import dependencies, reasons, stage_key
from pipeline.run.store import Store
from pipeline.schema import TABLES
from pipeline.settings import ReadOptions, Settings
from pipeline.stages import STAGES
from pipeline.stages.stage import Stage


class StageStatus(NamedTuple):
    """Articles of one stage by state; of ingest, sources are stale or missing, and of tabulate, tables."""

    name: str
    fresh: int
    stale: int
    missing: int
    rejected: int
    reason: str  # why something is stale; empty when nothing is


def status(out: Path) -> list[StageStatus]:
    """The state of every stage, with the folder and settings of the last run. Raises NoRun."""
    store = Store(out)
    partitions = runner.partitions_of(store)
    state = store.read_json(runner.STATE) or {"stages": {}, "settings": {}, "folder": ""}
    chosen = state["settings"]
    settings = Settings(chosen["model"], ReadOptions(**chosen["reading"])) if chosen else Settings()
    found = []
    behind: list[str] = []  # stages that something has to be done for
    for stage in STAGES:
        parts = dependencies(stage, settings)
        key = stage_key(parts)
        if stage.name == "ingest":
            one = _ingested(store, stage, partitions, key, Path(state["folder"]))
        elif stage.name == "tabulate":
            one = _tabulated(store, stage, partitions, key)
        else:
            one = _computed(store, stage, partitions, key)
        because = [f"{name} changed" for name in reasons(state["stages"].get(stage.name), parts)]
        because = because or [f"{name} is stale" for name in stage.reads if name in behind]
        if one.stale or one.missing:
            behind.append(stage.name)
        found.append(one._replace(reason=", ".join(because) or one.reason or "its input changed" if one.stale else ""))
    return found


def _ingested(store: Store, stage: Stage, partitions: int, key: str, folder: Path) -> StageStatus:
    """Articles as they lie on the shelves; stale and missing are sources, as the folder shows them now."""
    try:
        changed = intake.compare(store, folder, key)
    except InputMissing:
        changed = None  # the folder is gone, or was on another machine: what was read stands
    entries = [entry for number in range(partitions) for entry in store.shelf(stage.name, number).entries.values()]
    rejected = sum(entry.rejected for entry in entries)
    new = changed.new if changed else 0
    gone = changed.gone if changed else []
    fresh = len(entries) - rejected - sum(len(source.articles) for source in gone)
    return StageStatus(stage.name, max(fresh, 0), len(gone), new, rejected, "sources changed" if gone else "")


def _computed(store: Store, stage: Stage, partitions: int, key: str) -> StageStatus:
    fresh = stale = missing = rejected = 0
    identities = store.read_json(tables.IDENTITIES) if stage.name == "normalize" else None
    for partition in range(partitions):
        shelf = store.shelf(stage.name, partition)
        inputs = {name: store.shelf(name, partition).entries for name in stage.reads}
        for name, source in inputs["ingest"].items():
            if source.rejected or any(name in entries and entries[name].rejected for entries in inputs.values()):
                continue
            entry = shelf.entries.get(name)
            if entry is None:
                missing += 1
                continue
            sums = {read: entries[name].sum for read, entries in inputs.items() if name in entries}
            extra = ""
            if identities is not None:
                extra = articles.identity_digest(
                    identities["overrides"].get(name, {}), identities["duplicates"].get(name, "")
                )
            whole = len(sums) == len(stage.reads)
            if not whole or entry.key != articles.article_key(stage, key, sums, extra):
                stale += 1
            elif entry.rejected:
                rejected += 1
            else:
                fresh += 1
    return StageStatus(stage.name, fresh, stale, missing, rejected, "")


def _tabulated(store: Store, stage: Stage, partitions: int, key: str) -> StageStatus:
    state = store.read_json(tables.STATE)
    total = len(TABLES)
    if state is None or not tables.intact(store, state["files"]):
        return StageStatus(stage.name, 0, 0, total, 0, "")
    if all(tables.chunk_is_fresh(store, partition, key) for partition in range(partitions)):
        return StageStatus(stage.name, total, 0, 0, 0, "")
    return StageStatus(stage.name, 0, total, 0, 0, "")
