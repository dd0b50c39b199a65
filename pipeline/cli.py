"""The `voetbal` command: thin verbs over run/ and results/. Nothing else prints, and nothing else exits.

Exit codes: 0 done · 1 the check failed (validate, evaluate) · 2 wrong use, or no such input · 3 the output
folder cannot be written or is in use · 4 model or seeds missing or damaged · 5 done, but something was
rejected (see the table rejects) · 130 interrupted.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.errors import FatalError
from pipeline.settings import ReadOptions

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.run.runner import Report

DONE_WITH_REJECTS = 5
INTERRUPTED = 130
OUT = click.Path(path_type=Path, file_okay=False)


class Voetbal(click.Group):
    """Turns our errors into one clear line and an exit code, for every verb."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except FatalError as error:
            click.echo(f"voetbal: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("voetbal: interrupted; run the same command again to go on", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # whoever read our output has had enough; what is left must not fail again on the way out
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=Voetbal, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="voetbaltabel", prog_name="voetbal")
def main() -> None:
    """Turn folders of Dutch and Flemish football articles into CSV tables.

    \b
    voetbal run FOLDER -o OUT          read articles, write OUT/tables/*.csv
    voetbal inspect OUT contracts      look at a table
    voetbal explain OUT ROW_ID         see the words a row rests on
    """
    # One process is one core's worth, as a worker is; numerical libraries read this when they are loaded.
    from pipeline.run.engines import one_thread_each

    one_thread_each()


def _stage_names() -> list[str]:
    from pipeline.stages import STAGES

    return [stage.name for stage in STAGES]


def _check_stage(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """That a stage of this name exists; which there are is asked for only when one is named."""
    if value is not None and value not in _stage_names():
        raise click.BadParameter(f"no stage {value!r}; there are: {', '.join(_stage_names())}")
    return value


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Which fields of .csv and .jsonl records hold what, and the date of articles that tell none."""
    for name, default in ReadOptions._field_defaults.items():
        if name.endswith("_column"):
            what = f"Field with the {name.removesuffix('_column')} in .csv and .jsonl files."
            flag = f"--{name.replace('_', '-')}"
            command = click.option(flag, default=default, show_default=True, metavar="NAME", help=what)(command)
    what = "Publication date (YYYY[-MM[-DD]]) of articles without one."
    return click.option("--published", default="", metavar="DATE", help=what)(command)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=OUT, required=True, help="Folder for the tables; made if it is not there.")
@click.option(
    "--from", "first", callback=_check_stage, metavar="STAGE", help="Begin at this stage, with what earlier ones wrote."
)
@click.option("--until", "last", callback=_check_stage, metavar="STAGE", help="Stop after this stage.")
@click.option("--only", callback=_check_stage, metavar="STAGE", help="Run this stage alone.")
@click.option("--force", is_flag=True, help="Compute again what is up to date, too.")
@click.option("--verify", is_flag=True, help="Read every source again to see whether it changed.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that share the work.")
@click.option(
    "--model", default="voetbal", show_default=True, help="Name or path of a spaCy pipeline that finds names."
)
@reading_options
def run(
    folder: Path,
    out: Path,
    first: str | None,
    last: str | None,
    only: str | None,
    force: bool,
    verify: bool,
    workers: int,
    model: str,
    **reading: str,
) -> None:
    """Read the articles below FOLDER and write tables to OUT/tables.

    What is up to date is not computed again. Stages, in order: ingest, tokenize, recognize, extract,
    normalize, tabulate.

    \b
    voetbal run articles -o out
    voetbal run articles -o out --only tabulate
    """
    from pipeline.run import runner
    from pipeline.settings import Settings
    from pipeline.stages.reading import iso_date

    if only and (first or last):
        raise click.UsageError("--only is --from and --until in one; use it alone")
    if reading["published"] and iso_date(reading["published"]) != reading["published"]:
        raise click.BadParameter("must be YYYY, YYYY-MM or YYYY-MM-DD", param_hint="--published")
    names = _stage_names()
    first, last = only or first or names[0], only or last or names[-1]
    if names.index(first) > names.index(last):
        raise click.UsageError(f"--from {first} comes after --until {last}")
    request = runner.Request(folder, out, Settings(model, ReadOptions(**reading)), first, last, force, verify, workers)
    with _progress() as progress:
        report = runner.run(request, progress)
    _summarize(report, out)
    if report.rejects:
        raise click.exceptions.Exit(DONE_WITH_REJECTS)


class _Bar:
    """A bar on a terminal; elsewhere a line at the end of each step."""

    def __enter__(self) -> Callable[[str, int, int], None]:
        if not sys.stderr.isatty():
            return self._line
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._bar.start()
        self._tasks: dict[str, Any] = {}
        return self._move

    def __exit__(self, *_: object) -> None:
        bar = getattr(self, "_bar", None)
        if bar is not None:
            bar.stop()

    def _move(self, what: str, done: int, total: int) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(what, total=total)
        self._bar.update(self._tasks[what], completed=done)

    @staticmethod
    def _line(what: str, done: int, total: int) -> None:
        if done == total:
            click.echo(f"{what}: {done} of {total} parts", err=True)


def _progress() -> _Bar:
    return _Bar()


def _summarize(report: Report, out: Path) -> None:
    for stage in report.stages:
        what = "tables" if stage.name == "tabulate" else "articles"
        rejected = f", {stage.rejected} rejected" if stage.rejected else ""
        verb = "written" if stage.name == "tabulate" else "computed"
        click.echo(
            f"{stage.name:<10} {stage.computed:>7} {what} {verb}, {stage.fresh} up to date{rejected}"
            f" ({stage.seconds:.1f} s)"
        )
    if report.removed:
        click.echo(f"{report.removed} articles are gone from the folder, and from the tables")
    if report.computed == 0:
        click.echo("Nothing had changed; nothing was computed.")
    if report.rejects:
        listed = ", ".join(f"{number} {slug}" for slug, number in sorted(report.rejects.items()))
        click.echo(f"Rejected: {listed} (voetbal inspect {out} rejects)", err=True)
    if report.rows is not None:
        click.echo(f"Tables: {out / 'tables'}")


@main.command()
@click.argument("out", type=OUT)
def status(out: Path) -> None:
    """Show what in OUT is up to date, stage by stage, and why what is stale is stale."""
    from pipeline.run.status import status as look

    click.echo(f"{'stage':<10} {'fresh':>8} {'stale':>8} {'missing':>8} {'rejected':>8}  why")
    for stage in look(out):
        click.echo(
            f"{stage.name:<10} {stage.fresh:>8} {stage.stale:>8} {stage.missing:>8} {stage.rejected:>8}"
            f"  {stage.reason}".rstrip()
        )


@main.command()
@click.argument("out", type=OUT)
@click.argument("table")
@click.option("--article", default="", help="Rows of this article (its id, or the last part of it).")
@click.option("--person", default="", help="Rows about this person (id, name or alias).")
@click.option("--club", default="", help="Rows about this club (id, name or alias).")
@click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Rows with this value; may be given again.")
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many rows.")
@click.option("--columns", default="", metavar="A,B", help="These columns, in this order.")
@click.option("--csv", "form", flag_value="csv", help="CSV, for other programs.")
@click.option("--json", "form", flag_value="json", help="One JSON object a line.")
def inspect(
    out: Path,
    table: str,
    article: str,
    person: str,
    club: str,
    where: tuple[str, ...],
    limit: int | None,
    columns: str,
    form: str | None,
) -> None:
    """Show a TABLE of a run, readable in a terminal.

    \b
    voetbal inspect out contracts --person "Xabi Alonso"
    voetbal inspect out stats --where metric=goals --csv
    """
    from pipeline.results import inspect as looking

    query = looking.Query(table, article, person, club, tuple(looking.parse_condition(one, table) for one in where))
    chosen = [name.strip() for name in columns.split(",") if name.strip()]
    if form == "csv":
        _write(looking.as_csv(out, query, limit, chosen))
    elif form == "json":
        _write(looking.as_json(out, query, limit, chosen))
    else:
        _console().print(looking.show(out, query, limit, chosen))


def _write(lines: Iterator[str]) -> None:
    for line in lines:
        sys.stdout.write(line)


def _console() -> Console:
    from rich.console import Console

    # Without a terminal rich would fold at 80 columns; files and pipes have no edge.
    return Console() if sys.stdout.isatty() else Console(width=160)


@main.command()
@click.argument("out", type=OUT)
@click.argument("row_id")
def explain(out: Path, row_id: str) -> None:
    """Show the sentence behind a row with its words marked, the rule, and the article."""
    from pipeline.results import explain as explaining
    from pipeline.run.texts import text_of

    found = explaining.explain(out, row_id, lambda article_id: text_of(out, article_id))
    if sys.stdout.isatty():
        _console().print(explaining.rendered(found))
    else:
        click.echo(explaining.plain(found))


@main.command()
@click.argument("out", type=OUT)
@click.argument("article_id")
def text(out: Path, article_id: str) -> None:
    """Print the kept text of an article, in which all offsets count."""
    from pipeline.run.texts import text_of

    click.echo(text_of(out, article_id))


@main.command()
@click.argument("out", type=OUT)
def validate(out: Path) -> None:
    """Check the tables against their data package (types, keys, references)."""
    from pipeline.results.tables import validate as check

    problems = check(out)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems)} problems" if problems else "The tables are valid.")
    if problems:
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("out", type=OUT)
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--errors", is_flag=True, help="List what was missed (-) and what was spurious (+).")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@click.option(
    "--floors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON file with the lowest F1 allowed a table.",
)
def evaluate(out: Path, gold: Path, errors: bool, as_json: bool, floors: Path | None) -> None:
    """Compare the tables with hand-made GOLD records: precision, recall and F1 a table."""
    from pipeline.results import evaluate as measuring

    found = measuring.evaluate(out / "tables", gold)
    if errors:
        for miss in found.misses:
            click.echo(str(miss))
    if as_json:
        click.echo(json.dumps(found.as_dict()))
    else:
        click.echo(found.as_text())
    fallen = measuring.check_floors(found, measuring.read_floors(floors)) if floors else []
    for line in fallen:
        click.echo(line, err=True)
    if fallen:
        raise click.exceptions.Exit(1)


if __name__ == "__main__":
    main()
