"""Article ids: short, printable, and one for each article of a folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.stages.reading.formats import READERS
from pipeline.stages.reading.scan import Source

GZIP = ".gz"
ZIP = ".zip"

#: The longest id that a record may bring along; longer ones are cut.
LONGEST_RECORD = 200

# "#" parts the file from the record, so it is escaped inside a path, and so is what would read as an escape.
_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE_IN_PATH = re.compile(f"[{_UNPRINTABLE}#\\\\]|%(?=[0-9A-F]{{2}})")
_UNSAFE_IN_RECORD = re.compile(f"[{_UNPRINTABLE}]")


class FileName(NamedTuple):
    """A path and what its suffixes say; `suffix` is lower case and empty for a type that is not read."""

    stem: str  # without the suffixes that say the type; the whole path for a type that is not read
    suffix: str  # a key of READERS, or ".zip", or empty
    gzipped: bool


def file_name(path: str) -> FileName:
    """Take the suffixes off a path: "nieuws/a.txt.gz" is ("nieuws/a", ".txt", True)."""
    inner, gzipped = (path[: -len(GZIP)], True) if path.lower().endswith(GZIP) else (path, False)
    name = inner.rpartition("/")[2]
    base, dot, ending = name.rpartition(".")
    suffix = (dot + ending).lower()
    if base and (suffix in READERS or (suffix == ZIP and not gzipped)):
        return FileName(inner[: -len(suffix)], suffix, gzipped)
    return FileName(path, "", gzipped)


class IdScheme(NamedTuple):
    """How the files of one folder (or archive) are named: see `colliding_stems`."""

    colliding: frozenset[str] = frozenset()

    def file_id(self, path: str) -> str:
        """The id of a file: its safe path, without the suffix unless two files would share it."""
        stem = file_name(path).stem
        return safe_path(path if stem in self.colliding else stem)


def colliding_stems(sources: Iterable[Source]) -> frozenset[str]:
    """Stems that cannot serve as an id, as two files of the listing would share it."""
    return colliding_among(source.path for source in sources)


def colliding_among(paths: Iterable[str]) -> frozenset[str]:
    """Stems that two of these paths share, or that are themselves one of the paths.

    The latter are "a.txt" in a folder with a.txt, a.html and a.txt.html: the first keeps its suffix, so
    the stem of the last is taken.
    """
    listed = set(paths)
    counts = Counter(file_name(path).stem for path in listed)
    return frozenset(stem for stem, count in counts.items() if count > 1 or (stem in listed and _is_read(stem)))


def _is_read(path: str) -> bool:
    return file_name(path).suffix != ""


def safe_path(path: str) -> str:
    r"""A path as printable text that stays inside its folder; two files of a folder stay different.

    Control and format characters, "#", "\", and bytes that are no UTF-8 are written as %XX.
    """
    parts = [part for part in path.split("/") if part not in {"", ".", ".."}]
    return _UNSAFE_IN_PATH.sub(_escaped, "/".join(parts))


def safe_record(key: str) -> str:
    """A record's own id as printable text of at most LONGEST_RECORD characters, without ".." steps."""
    printable = " ".join(_UNSAFE_IN_RECORD.sub(" ", key).split())
    return "/".join(part for part in printable.split("/") if part not in {".", ".."})[:LONGEST_RECORD]


def _escaped(match: re.Match[str]) -> str:
    # A byte of a file name that is no UTF-8 stands there as a lone surrogate (PEP 383); others come from archives.
    errors = "surrogateescape" if "\udc80" <= match.group() <= "\udcff" else "surrogatepass"
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", errors))
