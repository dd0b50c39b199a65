"""What is computed again, and what not: the promise that a change costs what it touches."""

from __future__ import annotations

import ast
import os
import shutil
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from pipeline import data, seeds
from pipeline.data import PACKAGE
from pipeline.errors import MissingStage, NoRun, RunLocked
from pipeline.language import EXTRACT, RECOGNIZE, SENTENCES
from pipeline.run import runner
from pipeline.run.freshness import files_of
from pipeline.run.runner import Report, Request
from pipeline.run.status import status
from pipeline.run.store import Store
from pipeline.schema import TABLES
from pipeline.stages import BY_NAME, STAGES
from tests.conftest import ARTICLES, tables_of, write_articles


def quiet(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def go(folder: Path, out: Path, **options: object) -> Report:
    return runner.run(Request(folder, out, **options), quiet)  # type: ignore[arg-type]


def computed(report: Report) -> dict[str, int]:
    return {stage.name: stage.computed for stage in report.stages}


@pytest.fixture
def copied(finished: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A finished run of this test's own: its articles and its output."""
    shutil.copytree(finished.parent, tmp_path / "run")
    return tmp_path / "run" / "articles", tmp_path / "run" / "out"


def test_a_second_run_computes_nothing(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    before = tables_of(out)
    assert go(folder, out).computed == 0
    assert tables_of(out) == before


def test_an_edited_article_is_computed_alone(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    path = folder / "verslag-2024-03-10.txt"
    path.write_text(path.read_text(encoding="utf-8") + " Bosz blijft tot medio 2027.", encoding="utf-8")
    assert computed(go(folder, out)) == {stage.name: 1 for stage in STAGES} | {"tabulate": len(TABLES)}


def test_a_touched_article_is_not_computed(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    os.utime(folder / "verslag-2024-03-10.txt")
    assert go(folder, out).computed == 0


@pytest.mark.parametrize("change", ["added", "removed", "renamed"])
def test_incremental_tables_equal_fresh_ones(copied: tuple[Path, Path], tmp_path: Path, change: str) -> None:
    folder, out = copied
    if change == "added":
        write_articles(
            folder,
            {"nieuw-2024-05-01.txt": "Sparta heeft verloren\n\nSparta verloor zaterdag met 0-2 van Go Ahead Eagles."},
        )
    elif change == "removed":
        (folder / "transfer-2025-01-20.txt").unlink()
    else:
        (folder / "transfer-2025-01-20.txt").rename(folder / "overgang-2025-01-20.txt")
    go(folder, out)
    go(folder, tmp_path / "fresh")
    assert tables_of(out) == tables_of(tmp_path / "fresh")


def test_two_workers_write_the_same_bytes(copied: tuple[Path, Path], tmp_path: Path) -> None:
    folder, out = copied
    go(folder, tmp_path / "two", workers=2)
    assert tables_of(tmp_path / "two") == tables_of(out)


def test_a_changed_seed_reruns_from_the_stage_that_reads_it(
    copied: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = copied
    own = tmp_path / "seeds"
    shutil.copytree(data.data_folder("seeds"), own)
    with (own / "metrics.csv").open("a", encoding="utf-8") as file:
        file.write("zwabberballen,goals,editorial\n")
    real = data.data_folder
    monkeypatch.setattr(seeds, "data_folder", lambda name: own if name == "seeds" else real(name))
    report = computed(go(folder, out))
    assert (report["ingest"], report["tokenize"], report["recognize"]) == (0, 0, 0)
    assert report["extract"] == len(ARTICLES)
    monkeypatch.undo()
    assert next(stage for stage in status(out) if stage.name == "extract").reason == "seeds/metrics.csv changed"


def test_only_tabulate_rewrites_the_tables(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    before = tables_of(out)
    shutil.rmtree(out / "tables")
    assert computed(go(folder, out, first="tabulate")) == {"tabulate": len(TABLES)}
    assert tables_of(out) == before


def test_a_stage_without_its_input_says_so(tmp_path: Path, articles: Path) -> None:
    with pytest.raises(NoRun):
        go(articles, tmp_path / "out", first="tokenize")
    go(articles, tmp_path / "out", last="ingest")
    with pytest.raises(MissingStage, match="needs what tokenize writes"):
        go(articles, tmp_path / "out", first="extract")


def test_status_of_a_finished_run_is_all_fresh(finished: Path) -> None:
    found = status(finished)
    assert [stage.name for stage in found] == [stage.name for stage in STAGES]
    assert all(stage.stale == stage.missing == 0 and stage.fresh for stage in found)


def test_status_sees_what_changed_in_the_folder(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    go(folder, out)
    write_articles(folder, {"nieuw.txt": "Sparta verloor van Go Ahead Eagles.", "contract-2024-11-15.txt": "Anders."})
    ingest = status(out)[0]
    assert (ingest.fresh, ingest.stale, ingest.missing, ingest.reason) == (len(ARTICLES) - 1, 1, 1, "sources changed")


def test_a_lost_shelf_is_read_again(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    before = tables_of(out)
    next((out / ".voetbal" / "ingest").glob("*.shelf")).unlink()
    go(folder, out)
    assert tables_of(out) == before


def test_a_damaged_payload_is_computed_again(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    before = tables_of(out)
    for path in (out / ".voetbal" / "extract").glob("*.shelf"):
        whole = path.read_bytes()
        path.write_bytes(whole.replace(b"claims", b"cla1ms", 1))
    shutil.rmtree(out / "tables")
    go(folder, out, force=False, first="normalize")
    go(folder, out)
    assert tables_of(out) == before


def test_a_second_run_on_one_folder_is_refused(copied: tuple[Path, Path]) -> None:
    folder, out = copied
    with runner._locked(Store(out)), pytest.raises(RunLocked, match=f"process {os.getpid()}"):
        go(folder, out)


def imported(path: Path) -> Iterator[Path]:
    """The package's own files that a file imports when it runs; what only type checkers see is left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        for one in ast.walk(node):
            names = [alias.name for alias in one.names] if isinstance(one, ast.Import) else []
            if isinstance(one, ast.ImportFrom) and one.module:
                names = [one.module, *(f"{one.module}.{alias.name}" for alias in one.names)]
            for name in names:
                base = PACKAGE.joinpath(*name.split(".")[1:])
                yield from (
                    found
                    for found in (base.with_suffix(".py"), base / "__init__.py")
                    if name.startswith("pipeline.") and found.is_file()
                )


#: What the stages reach through the language model's pipes, by factory name.
PIPES = {"tokenize": (SENTENCES,), "recognize": RECOGNIZE, "extract": EXTRACT}


@pytest.mark.parametrize("stage", [stage.name for stage in STAGES if stage.name not in ("ingest", "tabulate")])
def test_a_stage_depends_on_all_the_code_it_runs(stage: str) -> None:
    """A declaration that forgets a file would leave stale results; imports are followed to be sure."""
    factories = {point.name: point.module for point in entry_points(group="spacy_factories")}
    queue = [PACKAGE / "stages" / f"{stage}.py"]
    for name in PIPES.get(stage, ()):
        base = PACKAGE.joinpath(*factories[name].split(".")[1:])
        queue.append(base / "__init__.py" if base.is_dir() else base.with_suffix(".py"))
    seen: set[Path] = set()
    while queue:
        path = queue.pop()
        if path not in seen:
            seen.add(path)
            queue += imported(path)
    # errors, defaults, folder look-up and this list of stages decide nothing about a result
    harmless = {PACKAGE / name for name in ("errors.py", "settings.py", "data.py", "stages/__init__.py")}
    missing = {str(path.relative_to(PACKAGE)) for path in seen - set(files_of(BY_NAME[stage])) - harmless}
    assert not missing
