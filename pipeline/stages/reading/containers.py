"""Opening files: plain, compressed with gzip, or members of a zip archive."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from pipeline.errors import MalformedSource, UnreadableSource
from pipeline.stages.reading.decode import Stream

#: What reading raises when compressed data is not what it should be.
DAMAGED = (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, ValueError)

#: Text shrinks three- to tenfold; data that grows more than this when unpacked is made to do harm.
MOST_GROWTH = 100

#: Unpacked bytes that are always allowed: repetitive small files may shrink any amount.
ALLOWED_GROWTH = 16 * 1024 * 1024


class _Bounded(io.RawIOBase):
    """Unpacked data that may not go on for ever."""

    def __init__(self, inner: IO[bytes] | gzip.GzipFile, packed_size: int) -> None:
        self._inner = inner
        self._left = max(ALLOWED_GROWTH, MOST_GROWTH * packed_size)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # RawIOBase names no buffer type
        data = self._inner.read(len(view))
        self._left -= len(data)
        if self._left < 0:
            raise MalformedSource(reason=f"grows more than {MOST_GROWTH} times when unpacked")
        view[: len(data)] = data
        return len(data)


@contextmanager
def unpacked(stream: Stream, packed_size: int, gzipped: bool) -> Iterator[Stream]:
    """The stream, without its gzip compression if it has one."""
    if not gzipped:
        yield stream
        return
    with gzip.open(stream) as plain, io.BufferedReader(_Bounded(plain, packed_size)) as bounded:
        yield bounded


def members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The visible files of an archive, by name. Those macOS adds (__MACOSX, .DS_Store) are not articles."""
    visible = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
    return sorted(visible, key=lambda info: (info.filename, info.header_offset))


def _is_hidden(name: str) -> bool:
    parts = [part for part in name.split("/") if part not in {".", ".."}]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


@contextmanager
def opened_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Stream]:
    """One file of an archive. Raises UnreadableSource when it is encrypted."""
    if member.flag_bits & 1:
        raise UnreadableSource(reason="encrypted")
    with archive.open(member) as plain, io.BufferedReader(_Bounded(plain, member.compress_size)) as bounded:
        yield bounded
