"""Showing rows in a terminal: one line a row, nothing that a text could do to the screen.

Article texts are anybody's: what looks like markup is shown as it is, and control characters are shown
by their code instead of being obeyed by the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from pipeline.results.tables import Row
from pipeline.schema import Column
from pipeline.schema.values import HASH, SLUG

#: Characters of a claim's id that are shown; `explain` takes any unique beginning.
SHOWN_ID = 8
#: Characters of an article's id that are shown: the end, where the file's name is.
SHOWN_ARTICLE = 24

#: Widths below which words say too little: then columns are left out from the right.
_LEAST_NAME = 14
_LEAST_WORDS = 18
_GAP = 2


def visible(text: str) -> str:
    """The text on one line, blanks of all kinds as spaces, other unprintable characters by their code.

    >>> visible("Ajax\\x1b[31m wint\\n3-0")
    'Ajax\\\\x1b[31m wint 3-0'
    """
    return "".join(
        character if character.isprintable() else " " if character.isspace() else ascii(character)[1:-1]
        for character in text
    )


@dataclass(frozen=True)
class RowsView:
    """Rows as a table, with a line below that says how many there are; that line alone when there are none.

    In a narrow terminal columns are left out from the right, unless `whole`, until the others can be read;
    the last line names them. Then cells of words and names give way, the widest column first: numbers, days
    and the closed vocabularies stay whole as long as there is room.
    """

    rows: Sequence[Row]
    columns: Sequence[Column]
    total: int  # rows there are; those shown may be fewer
    whole: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        columns = list(self.columns)
        while not self.whole and len(columns) > 1 and self._least_width(columns) > options.max_width:
            columns.pop()
        if self.rows:
            yield self._grid(columns)
        yield Text(self._counted([column.name for column in self.columns[len(columns) :]]))

    def _least_width(self, columns: Sequence[Column]) -> int:
        return sum(_GAP + self._width(column) for column in columns)

    def _width(self, column: Column) -> int:
        heading = max(map(len, _heading(column).plain.split()))
        content = max((len(_cell(row[column.name], column)) for row in self.rows), default=0)
        if _gives_way(column):
            content = min(content, _LEAST_WORDS if column.free_text and not column.reference else _LEAST_NAME)
        return max(heading, content)

    def _grid(self, columns: Sequence[Column]) -> Grid:
        grid = Grid(box=box.SIMPLE_HEAD, padding=(0, _GAP - 1, 0, 0), pad_edge=False, header_style="bold")
        for column in columns:
            grid.add_column(
                _heading(column),
                justify="right" if _is_number(column) else "left",
                no_wrap=not _gives_way(column),
                overflow="ellipsis",
                vertical="bottom",
            )
        for row in self.rows:
            grid.add_row(*(_cell(row[column.name], column) for column in columns))
        return grid

    def _counted(self, left_out: Sequence[str]) -> str:
        shown = len(self.rows)
        counted = f"{self.total:,} {'row' if self.total == 1 else 'rows'}"
        counted = counted if shown == self.total else f"{shown:,} of {counted}"
        return f"{counted}; no room for {', '.join(left_out)}" if left_out and self.rows else counted


def _is_number(column: Column) -> bool:
    return column.type in ("integer", "number")


def _gives_way(column: Column) -> bool:
    return column.free_text or column.pattern == SLUG


def _heading(column: Column) -> Text:
    # Numbers are short and would be set apart by their headings, which therefore take a line a word.
    return Text(column.name.removesuffix("_id").replace("_", "\n" if _is_number(column) else " "))


def _cell(text: str, column: Column) -> Text:
    shown = visible(text)
    if column.pattern == HASH:
        shown = shown[:SHOWN_ID]
    elif column.reference == ("articles", "article_id") and len(shown) > SHOWN_ARTICLE:
        shown = "…" + shown[1 - SHOWN_ARTICLE :]
    return Text(shown, no_wrap=True, overflow="ellipsis")
