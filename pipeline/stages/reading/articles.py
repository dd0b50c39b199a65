"""From one source to its articles: open, take out, clean, date, and turn away what is not Dutch."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import (
    EmptySource,
    MalformedSource,
    NotDutch,
    RejectError,
    TooLong,
    UnknownFormat,
    UnreadableSource,
)
from pipeline.records import Article, Reject
from pipeline.settings import ReadOptions
from pipeline.stages.reading.clean import clean, clean_line
from pipeline.stages.reading.containers import DAMAGED, members, opened_member, unpacked
from pipeline.stages.reading.decode import LONGEST_ARTICLE, Stream
from pipeline.stages.reading.formats import READERS
from pipeline.stages.reading.header import date_in_name, first_line_title, iso_date, split_header
from pipeline.stages.reading.ids import (
    ZIP,
    IdScheme,
    colliding_among,
    colliding_stems,
    file_name,
    safe_path,
    safe_record,
)
from pipeline.stages.reading.language import DUTCH, language_of
from pipeline.stages.reading.raw import BadRecord, RawArticle
from pipeline.stages.reading.scan import Source, scan

STAGE = "ingest"


class _File(NamedTuple):
    """A file that holds articles: in the folder, or in an archive."""

    path: str  # in its folder or archive; its suffixes say the format
    label: str  # as tables show it
    file_id: str
    size: int
    dated: str  # what its name, or the archive's, says of the date


def articles_of(folder: Path, source: Source, options: ReadOptions, ids: IdScheme) -> Iterator[Article | Reject]:
    """The articles of one source, one at a time, in the order they stand in it.

    Never raises for a bad file: what cannot be read is a Reject, of a single record where the rest of
    its file is sound. A source yields at least one of either.
    """
    label = safe_path(source.path)
    yield from _rejecting(label, _articles_of_source(folder, source, label, options, ids))


def articles_in(folder: Path, options: ReadOptions) -> Iterator[Article | Reject]:
    """The articles of a whole folder, source by source; for corpora, a run goes by parts of it."""
    sources = list(scan(folder))
    ids = IdScheme(colliding_stems(sources))
    for source in sources:
        yield from articles_of(folder, source, options, ids)


def _articles_of_source(
    folder: Path, source: Source, label: str, options: ReadOptions, ids: IdScheme
) -> Iterator[Article | Reject]:
    path = folder / source.path
    if source.path.endswith("/"):
        path.stat()
        raise UnreadableSource(reason="the folder cannot be listed")
    name = file_name(source.path)
    file = _File(source.path, label, ids.file_id(source.path), source.size, date_in_name(name.stem))
    if name.suffix == ZIP:
        with zipfile.ZipFile(path) as archive:
            yield from _articles_of_archive(archive, file, options)
    elif name.suffix:
        with path.open("rb") as stream:
            yield from _articles_of_file(stream, file, options)
    else:
        raise _unknown_format(source.path)


def _articles_of_archive(archive: zipfile.ZipFile, file: _File, options: ReadOptions) -> Iterator[Article | Reject]:
    infos = members(archive)
    if not infos:
        raise EmptySource
    ids = IdScheme(colliding_among(info.filename for info in infos))
    unique = _Unique()
    for info in infos:
        path = info.filename
        member_id = unique(f"{file.file_id}#{ids.file_id(path)}")
        dated = date_in_name(file_name(path).stem) or file.dated
        member = _File(path, f"{file.label}!{safe_path(path)}", member_id, info.file_size, dated)
        yield from _rejecting(member.label, _articles_of_member(archive, info, member, options))


def _articles_of_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, member: _File, options: ReadOptions
) -> Iterator[Article | Reject]:
    if file_name(member.path).suffix not in READERS:
        raise _unknown_format(member.path)
    with opened_member(archive, info) as stream:
        yield from _articles_of_file(stream, member, options)


def _unknown_format(path: str) -> UnknownFormat:
    return UnknownFormat(suffix="".join(Path(path).suffixes[-2:]) or "none")


def _articles_of_file(stream: Stream, file: _File, options: ReadOptions) -> Iterator[Article | Reject]:
    name = file_name(file.path)
    unique = _Unique()
    is_empty = True
    with unpacked(stream, file.size, name.gzipped) as plain:
        for raw in READERS[name.suffix](plain, options):
            is_empty = False
            record = unique(safe_record(raw.record) or str(raw.number)) if raw.record or raw.number else ""
            mark = f"#{record}" if record else ""
            try:
                yield _article(raw, file, mark, options)
            except RejectError as error:
                yield Reject(file.label + mark, STAGE, error.slug, str(error))
    if is_empty:
        raise EmptySource


def _article(raw: RawArticle | BadRecord, file: _File, mark: str, options: ReadOptions) -> Article:
    """The finished article. Raises a RejectError when it cannot be one."""
    if isinstance(raw, BadRecord):
        raise raw.error
    header, body = split_header(clean(raw.text))
    if not body:
        raise EmptySource
    title, text = _with_title(clean_line(raw.title), body)
    if len(text) > LONGEST_ARTICLE:
        raise TooLong(characters=len(text), limit=LONGEST_ARTICLE)
    language = language_of(text)
    if language != DUTCH:
        raise NotDutch(language=language)
    dates = {"header": header, "metadata": iso_date(raw.published), "filename": file.dated, "option": options.published}
    published_from, published = next(((origin, day) for origin, day in dates.items() if day), ("", ""))
    return Article(
        article_id=file.file_id + mark,
        source=file.label,
        title=title,
        published=published,
        published_from=published_from,
        outlet=clean_line(raw.outlet),
        url=clean_line(raw.url),
        language=language,
        encoding=raw.encoding,
        text=text,
    )


def _with_title(title: str, body: str) -> tuple[str, str]:
    """Title and kept text, which has the title in front, once, with an empty line below."""
    if not title:
        return first_line_title(body), body
    line, _, rest = body.partition("\n")
    if line.strip().casefold() == title.casefold() and rest:
        body = rest.lstrip("\n")
    return title, f"{title}\n\n{body}"


class _Unique:
    """Tells ids of one file apart: the second of a name gets "~2", the third "~3"."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, name: str) -> str:
        candidate, number = name, 1
        while candidate in self._seen:
            number += 1
            candidate = f"{name}~{number}"
        self._seen.add(candidate)
        return candidate


def _rejecting(label: str, found: Iterator[Article | Reject]) -> Iterator[Article | Reject]:
    """What is found, and a Reject at the end when looking for it failed."""
    try:
        yield from found
    except RejectError as error:
        yield Reject(label, STAGE, error.slug, str(error))
    except DAMAGED as error:
        damaged = MalformedSource(reason=str(error) or type(error).__name__)
        yield Reject(label, STAGE, damaged.slug, str(damaged))
    except OSError as error:
        unreadable = UnreadableSource(reason=error.strerror or str(error))
        yield Reject(label, STAGE, unreadable.slug, str(unreadable))
