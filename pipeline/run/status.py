"""How up to date a run folder is: by stage, and why what is stale is stale. Computes nothing, changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.run import articles, runner, tables
from pipeline.run.freshness import dependencies, reasons, stage_key
from pipeline.run.store import Store, digest
from pipeline.schema import TABLES
from pipeline.stages import STAGES
from pipeline.stages.stage import Settings, Stage


class StageStatus(NamedTuple):
    """Articles (for tabulate: tables) of one stage, by state."""

    name: str
    fresh: int
    stale: int
    missing: int
    rejected: int
    reason: str  # why something is stale; empty when nothing is


def status(out: Path) -> list[StageStatus]:
    """The state of every stage. Raises NoRun."""
    store = Store(out)
    partitions = runner.partitions_of(store)
    state = store.read_json(runner.STATE) or {"stages": {}, "settings": {}}
    settings = Settings(**state["settings"])
    found = []
    changed: list[str] = []
    for stage in STAGES:
        parts = dependencies(stage, settings)
        own = reasons(state["stages"].get(stage.name), parts)
        one = (
            _tabulated(store, stage, partitions, stage_key(parts))
            if stage.name == "tabulate"
            else _stage(store, stage, stage_key(parts), partitions)
        )
        because = [f"{name} changed" for name in own] or [f"{name} is stale" for name in stage.reads if name in changed]
        if one.stale or one.missing:
            changed.append(stage.name)
        found.append(one._replace(reason=", ".join(because) or "its input changed" if one.stale else ""))
    return found


def _stage(store: Store, stage: Stage, key: str, partitions: int) -> StageStatus:
    fresh = stale = missing = rejected = 0
    identities = store.read_json(tables.IDENTITIES) if stage.name == "normalize" else None
    for partition in range(partitions):
        shelf = store.shelf(stage.name, partition)
        inputs = {name: store.shelf(name, partition).entries for name in stage.reads}
        if not stage.reads:
            rejected += sum(entry.rejected for entry in shelf.entries.values())
            fresh += sum(entry.key == key and not entry.rejected for entry in shelf.entries.values())
            stale += sum(entry.key != key and not entry.rejected for entry in shelf.entries.values())
            continue
        for name, source in store.shelf("ingest", partition).entries.items():
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
    for partition in range(partitions):
        if store.read_json(f"tabulate/{partition:04d}.json") != digest(key, store.shelf("normalize", partition).state):
            return StageStatus(stage.name, 0, total, 0, 0, "")
    return StageStatus(stage.name, total, 0, 0, 0, "")
