"""Why a row is there: the sentence with the words it rests on, the article, and the rule that read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from pipeline.errors import FatalError, UnknownRow
from pipeline.results.rendering import visible
from pipeline.results.tables import Row, read_rows
from pipeline.schema import CLAIM_TABLES, POINTS_TO, TABLES, Column, Table

#: Fewer characters of an id fit too many rows of any but the smallest run.
SHORTEST_ID = 4

_PROVENANCE = ("article_id", "start", "end", "text", "sentence", "rule")


class UnclearRow(FatalError):
    """The beginning of an id that does not tell which row is meant."""

    slug = "unclear-row"
    template = "{key!r} {reason}"


class OtherText(FatalError):
    """A row whose words do not stand where it says, as tables and texts are of different runs."""

    slug = "other-text"
    template = "the text of {article} does not have the words of this row where the row says; run again"


class Explanation(NamedTuple):
    """One claim, and what it rests on."""

    table: str
    row_id: str
    facts: tuple[tuple[str, str], ...]  # column without "_id" and value, names with their ids; filled ones only
    before: str  # of the sentence
    words: str
    after: str
    rule: str
    place: tuple[int, int]  # characters [start, end) of the kept text
    article: Row


def explain(out: Path, row_id: str, text_of: Callable[[str], str]) -> Explanation:
    """What the claim with this id, or with the one id that begins so, rests on.

    `text_of` gives the kept text of an article by its id. Raises NoRun; UnknownRow when no claim has the
    id; UnclearRow when fewer than four characters are given or several ids begin so; OtherText.
    """
    table, row = find_claim(out, row_id)
    before, after = _around(row, text_of(row["article_id"]))
    article = next((one for one in read_rows(out, "articles") if one["article_id"] == row["article_id"]), None)
    if article is None:
        raise UnknownRow(kind="article", key=row["article_id"], path=out)
    names = _names(out, table, row)
    own = (*table.key, *_PROVENANCE)
    facts = tuple(
        (column.name.removesuffix("_id"), names.get(column.name, row[column.name]))
        for column in table.columns
        if column.name not in own and row[column.name]
    )
    place = (int(row["start"]), int(row["end"]))
    return Explanation(table.name, row[table.key[0]], facts, before, row["text"], after, row["rule"], place, article)


def find_claim(out: Path, row_id: str) -> tuple[Table, Row]:
    """The claim with this id, or the only one whose id begins so. Raises like `explain`."""
    if len(row_id) < SHORTEST_ID:
        raise UnclearRow(key=row_id, reason=f"is too short: give at least {SHORTEST_ID} characters of the id")
    found: list[tuple[Table, Row]] = []
    for table in CLAIM_TABLES:
        (key,) = table.key
        for row in read_rows(out, table.name):
            if row[key] == row_id:
                return table, row
            # Two are enough to know that it is unclear; more could be millions.
            if row[key].startswith(row_id) and len(found) < 2:
                found.append((table, row))
    if not found:
        raise UnknownRow(kind="claim", key=row_id, path=out)
    if len(found) > 1:
        ids = " and ".join(row[table.key[0]] for table, row in found)
        raise UnclearRow(key=row_id, reason=f"fits several rows, such as {ids}: give more characters")
    return found[0]


def _around(row: Row, text: str) -> tuple[str, str]:
    """What stands before and after the words in their sentence."""
    start, end, sentence = int(row["start"]), int(row["end"]), row["sentence"]
    begin = text.rfind(sentence, 0, start + len(sentence))
    stop = begin + len(sentence)
    if text[start:end] != row["text"] or begin < 0 or stop < end:
        raise OtherText(article=row["article_id"])
    return text[begin:start], text[end:stop]


def _names(out: Path, table: Table, row: Row) -> Mapping[str, str]:
    """ "Name (id)" for each filled column that points to an entity, by column name."""
    names = {}
    for column in table.columns:
        target = _target(column, row)
        if target and row[column.name]:
            (key,) = TABLES[target].key
            match = (one["name"] for one in read_rows(out, target) if one[key] == row[column.name])
            names[column.name] = f"{next(match, '?')} ({row[column.name]})"
    return names


def _target(column: Column, row: Row) -> str:
    """The entity table that a cell points to, or ""."""
    if column.by:
        return POINTS_TO.get(row[column.by], "")
    return column.reference[0] if column.reference and column.reference[0] in POINTS_TO.values() else ""


def _source_lines(explanation: Explanation) -> list[tuple[str, str]]:
    start, end = explanation.place
    article = explanation.article
    lines = [
        ("rule", explanation.rule),
        ("article", f"{article['article_id']}, characters {start}-{end}"),
        ("title", article["title"]),
        ("published", article["published"]),
        ("outlet", article["outlet"]),
        ("source", article["source"]),
    ]
    return [(name, value) for name, value in lines if value]


def rendered(explanation: Explanation) -> RenderableType:
    """The explanation for a terminal, the words marked in their sentence."""
    sentence = Text(visible(explanation.before))
    sentence.append(visible(explanation.words), style="bold reverse")
    sentence.append(visible(explanation.after))
    return Group(
        Text(f"{explanation.table} {explanation.row_id}", style="bold"),
        _pairs(explanation.facts),
        Text(),
        sentence,
        Text(),
        _pairs(_source_lines(explanation)),
    )


def _pairs(lines: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> Grid:
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in lines:
        grid.add_row(Text(name), Text(visible(value)))
    return grid


def plain(explanation: Explanation) -> str:
    """The explanation as text without colours, the words between »«."""
    lines = [f"{explanation.table} {explanation.row_id}"]
    lines += [f"  {name}: {visible(value)}" for name, value in explanation.facts]
    marked = f"{explanation.before}»{explanation.words}«{explanation.after}"
    lines += ["", f"  {visible(marked)}", ""]
    lines += [f"  {name}: {visible(value)}" for name, value in _source_lines(explanation)]
    return "\n".join(lines) + "\n"
