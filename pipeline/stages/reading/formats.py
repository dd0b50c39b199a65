"""The file formats: each reader takes the raw articles out of one open file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from pipeline.errors import EmptySource, MalformedSource, MissingText
from pipeline.settings import ReadOptions
from pipeline.stages.reading import decode
from pipeline.stages.reading.decode import LONGEST_ARTICLE, Line, Stream
from pipeline.stages.reading.raw import BadRecord, RawArticle

Raw: TypeAlias = RawArticle | BadRecord
Reader: TypeAlias = Callable[[Stream, ReadOptions], Iterator[Raw]]


def read_txt(stream: Stream, _: ReadOptions) -> Iterator[Raw]:
    """A text file is one article."""
    text, encoding = decode.decode(decode.whole(stream))
    yield RawArticle(text, encoding)


def read_html(stream: Stream, _: ReadOptions) -> Iterator[Raw]:
    """A web page is one article: its main text, without navigation, comments and the like."""
    from pipeline.stages.reading.webpage import article_of_page

    yield article_of_page(*decode.decode(decode.whole(stream)))


def read_docx(stream: Stream, _: ReadOptions) -> Iterator[Raw]:
    """A Word document is one article."""
    from pipeline.stages.reading.word import article_of_document

    yield article_of_document(decode.whole(stream))


def read_jsonl(stream: Stream, options: ReadOptions) -> Iterator[Raw]:
    """JSON lines: an object a line. A bad line is a bad record; empty lines are skipped."""
    for number, line in enumerate(decode.lines(stream), start=1):
        if line.error:
            yield BadRecord(line.error, number=number)
        elif line.text.strip():
            yield _of_json(line, number, options)


def _of_json(line: Line, number: int, options: ReadOptions) -> Raw:
    try:
        value = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        return BadRecord(MalformedSource(reason=f"line {number} is no JSON: {error}"), number=number)
    if not isinstance(value, dict):
        return BadRecord(MalformedSource(reason=f"line {number} is no JSON object"), number=number)
    return _of_fields({key.casefold(): item for key, item in value.items()}, line.encoding, number, options)


def read_csv(stream: Stream, options: ReadOptions) -> Iterator[Raw]:
    """CSV with a header row; the separator is a comma, semicolon or tab, whichever the header has.

    Raises MissingText when there is no text column. A row that does not fit the header is a bad record.
    """
    # The default of 131,072 characters is less than an article may have. A limit there must be: after a
    # quote that never closes, the rest of the file is one field.
    csv.field_size_limit(4 * LONGEST_ARTICLE)
    seen: list[Line] = []  # the lines of the row that is being read

    def texts() -> Iterator[str]:
        for line in decode.lines(stream):
            # A lone carriage return ends a line too; newline=None makes each of the three endings "\n".
            for text in io.StringIO(line.text, newline=None):
                seen.append(line)
                yield text

    source = texts()
    first = next(source, "")
    columns, separator = _header(first, options)
    if options.text_column.casefold() not in columns:
        raise MissingText(column=options.text_column) if first.strip() else EmptySource()
    rows = csv.reader(source, delimiter=separator, strict=True)
    number = 0
    while True:
        seen.clear()
        try:
            row = next(rows, None)
        except csv.Error as error:
            number += 1
            yield BadRecord(MalformedSource(reason=f"row {number}: {error}"), number=number)
            continue
        if row is None:
            return
        if row or any(line.error for line in seen):
            number += 1
            yield _of_row(columns, row, seen, number, options)


def _header(line: str, options: ReadOptions) -> tuple[list[str], str]:
    """The column names, in lower case, and the separator: the one that shows the text column, or most columns."""
    readings = [
        ([name.strip().casefold() for name in next(csv.reader([line], delimiter=mark), [])], mark) for mark in ",;\t"
    ]
    return max(readings, key=lambda reading: (options.text_column.casefold() in reading[0], len(reading[0])))


def _of_row(columns: list[str], row: list[str], seen: list[Line], number: int, options: ReadOptions) -> Raw:
    for line in seen:
        if line.error:
            return BadRecord(line.error, number=number)
    if len(row) != len(columns):
        reason = f"row {number} has {len(row)} fields where the header has {len(columns)}"
        return BadRecord(MalformedSource(reason=reason), number=number)
    encodings = {line.encoding for line in seen}
    encoding = "cp1252" if "cp1252" in encodings else seen[-1].encoding
    return _of_fields(dict(zip(columns, row, strict=True)), encoding, number, options)


def _of_fields(fields: Mapping[str, object], encoding: str, number: int, options: ReadOptions) -> Raw:
    """An article from named fields (names in lower case)."""

    def field(column: str) -> str:
        value = fields.get(column.casefold())
        return str(value) if isinstance(value, str | int) else ""

    record = field(options.id_column)
    if options.text_column.casefold() not in fields:
        return BadRecord(MissingText(column=options.text_column), record, number)
    return RawArticle(
        text=field(options.text_column),
        encoding=encoding,
        title=field(options.title_column),
        published=field(options.date_column),
        outlet=field(options.outlet_column),
        url=field(options.url_column),
        record=record,
        number=number,
    )


#: Reader by suffix.
READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
}
