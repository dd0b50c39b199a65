"""From bytes to text: byte order mark, then UTF-8, then Windows-1252, else a reject.

Guessing by statistics is not used: it takes Dutch in Windows-1252 for its Central European sister.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from pipeline.errors import BinarySource, RejectError, TooLong, UnknownEncoding

#: An article above this many characters is rejected: it is the longest text the language model takes.
LONGEST_ARTICLE = 1_000_000

#: A file with one article, or a line with one, above this many bytes is not read at all.
LONGEST_DOCUMENT = 16 * 1024 * 1024

#: Text may hold a few stray control characters; above this share of all bytes it is something else.
MOST_CONTROLS = 0.01
STRAY_CONTROLS = 3

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a") | {127})
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

#: An open binary file.
Stream: TypeAlias = "io.BufferedReader[Any]"


class Decoded(NamedTuple):
    """Text and the encoding it was in: utf-8, utf-8-sig, utf-16 or cp1252."""

    text: str
    encoding: str


class Line(NamedTuple):
    """One line with its ending; a line with an `error` holds no text."""

    text: str
    encoding: str
    error: RejectError | None = None


def decode(data: bytes) -> Decoded:
    """Bytes as text. Raises BinarySource or UnknownEncoding."""
    if data.startswith(_UTF16):
        return Decoded(_utf16(data), "utf-16")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > STRAY_CONTROLS + MOST_CONTROLS * len(data):
        raise BinarySource
    marked = data.startswith(codecs.BOM_UTF8)
    for encoding in ["utf-8-sig"] if marked else ["utf-8", "cp1252"]:
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    raise UnknownEncoding


def _utf16(data: bytes) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise UnknownEncoding from error
    if "\0" in text:
        raise BinarySource
    return text


def whole(stream: Stream) -> bytes:
    """All bytes of a file that holds one article. Raises TooLong beyond LONGEST_DOCUMENT."""
    data = stream.read(LONGEST_DOCUMENT + 1)
    if len(data) > LONGEST_DOCUMENT:
        # The text need not be decoded to know: no encoding spends more than four bytes a character.
        raise TooLong(characters=f"more than {LONGEST_DOCUMENT // 4}", limit=LONGEST_ARTICLE)
    return data


def lines(stream: Stream) -> Iterator[Line]:
    """The lines of a file of many articles, each decoded by itself, in bounded memory.

    Such files are often joined from several sources, so one line's encoding says little of the next.
    """
    if stream.peek(2)[:2] in _UTF16:
        yield from _utf16_lines(stream)
        return
    while line := stream.readline(LONGEST_DOCUMENT):
        if len(line) == LONGEST_DOCUMENT and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Line("\n", "", TooLong(characters=f"more than {LONGEST_DOCUMENT // 4}", limit=LONGEST_ARTICLE))
            continue
        try:
            yield Line(*decode(line))
        except RejectError as error:
            yield Line("\n", "", error)


def _skip_line(stream: Stream) -> None:
    while (rest := stream.readline(LONGEST_DOCUMENT)) and not rest.endswith(b"\n"):
        pass


def _utf16_lines(stream: Stream) -> Iterator[Line]:
    text = io.TextIOWrapper(stream, "utf-16", newline="\n")
    try:
        while line := text.readline(LONGEST_DOCUMENT):
            yield Line(line, "utf-16")
    except UnicodeDecodeError as error:
        raise UnknownEncoding from error
