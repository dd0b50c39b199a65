"""What the stages made of each article, on disk: one shelf a stage and partition.

A shelf is one file: a JSON payload a line, then an index line, then the index's offset (20 digits).
The index tells of each article the key (digest of all its result depends on), the sum (digest of the
payload) and where the payload lies, so that freshness is known without reading payloads. A shelf is
written beside and renamed: it is there whole or not at all. A shelf or payload whose digest does not
fit is treated as missing, and computed again.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any, NamedTuple

#: Digits of the offset that closes a shelf; enough for any file.
OFFSET_DIGITS = 20

Payload = Any


def digest(*parts: str | bytes) -> str:
    """A 32-digit hexadecimal digest of the parts in order; ("ab", "c") and ("a", "bc") differ."""
    hasher = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(len(data).to_bytes(8, "big"))
        hasher.update(data)
    return hasher.hexdigest()


def encode(payload: Payload) -> bytes:
    """The payload's one and only form in bytes: compact JSON, keys sorted, no newline."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode(
        "utf-8", "surrogatepass"
    )


class Entry(NamedTuple):
    """One article on a shelf."""

    key: str
    sum: str
    offset: int
    length: int
    rejected: bool


def write_atomically(path: Path, chunks: Iterable[bytes]) -> None:
    """Writes beside, syncs, renames: readers see the old file or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Shelf:
    """The results of one stage for one partition, as last published; empty when there are none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, Entry] = {}
        self._file: IO[bytes] | None = None
        try:
            with path.open("rb") as file:
                self.entries = _read_index(file)
        except FileNotFoundError:
            pass

    def raw(self, article_id: str) -> bytes | None:
        """The payload's bytes; None when they are missing or do not fit their digest."""
        entry = self.entries.get(article_id)
        if entry is None:
            return None
        if self._file is None:
            self._file = self.path.open("rb")
        self._file.seek(entry.offset)
        data = self._file.read(entry.length)
        return data if digest(data) == entry.sum else None

    def payload(self, article_id: str) -> Payload | None:
        data = self.raw(article_id)
        return None if data is None else json.loads(data)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    @property
    def state(self) -> str:
        """A digest of all that lies here; of nothing, for an empty shelf."""
        return digest(*(f"{name}\0{entry.sum}" for name, entry in sorted(self.entries.items())))


def _read_index(file: IO[bytes]) -> dict[str, Entry]:
    size = file.seek(0, os.SEEK_END)
    try:
        file.seek(max(size - OFFSET_DIGITS - 1, 0))
        offset = int(file.read())
        file.seek(offset)
        line = file.read(size - OFFSET_DIGITS - 1 - offset)
        expected, _, index = line.rstrip(b"\n").partition(b" ")
        if digest(index) != expected.decode():
            return {}
        return {name: Entry(*fields) for name, fields in json.loads(index).items()}
    except (ValueError, OSError):
        return {}


class ShelfWriter:
    """Writes a new shelf piece by piece and publishes it at the end of the `with` block."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, Entry] = {}

    def __enter__(self) -> ShelfWriter:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
        self._temporary = Path(name)
        self._file = os.fdopen(handle, "wb")
        self._offset = 0
        return self

    def add(self, article_id: str, key: str, data: bytes, rejected: bool = False) -> str:
        """Puts one payload on the shelf; returns its sum."""
        entry = Entry(key, digest(data), self._offset, len(data), rejected)
        self._file.write(data + b"\n")
        self._offset += len(data) + 1
        self.entries[article_id] = entry
        return entry.sum

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._file.close()
            self._temporary.unlink(missing_ok=True)
            return
        index = json.dumps(self.entries, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        self._file.write(digest(index).encode() + b" " + index + b"\n")
        self._file.write(f"{self._offset:0{OFFSET_DIGITS}d}\n".encode())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._temporary.chmod(0o644)
        self._temporary.replace(self.path)


class Store:
    """All shelves of one run folder, and its few small state files."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.root = out / ".voetbal"
        self.tables = out / "tables"

    def shelf_path(self, stage: str, partition: int) -> Path:
        return self.root / stage / f"{partition:04d}.shelf"

    def shelf(self, stage: str, partition: int) -> Shelf:
        return Shelf(self.shelf_path(stage, partition))

    def writer(self, stage: str, partition: int) -> ShelfWriter:
        return ShelfWriter(self.shelf_path(stage, partition))

    def sweep(self) -> None:
        """Removes what a killed run left half-written; only for whoever holds the run's lock."""
        for folder in (self.root, self.tables):
            for path in folder.rglob(".*"):
                if path.is_file():
                    path.unlink(missing_ok=True)

    def read_json(self, name: str) -> Any | None:
        """A state file's value; None when it is missing or damaged."""
        try:
            return json.loads((self.root / name).read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def write_json(self, name: str, value: Any) -> None:
        write_atomically(self.root / name, [encode(value), b"\n"])

    def read_lines(self, name: str) -> Iterator[Any]:
        """The values of a JSON-lines state file; nothing when it is missing."""
        try:
            with (self.root / name).open("rb") as file:
                for line in file:
                    yield json.loads(line)
        except FileNotFoundError:
            return

    def write_lines(self, name: str, values: Iterable[Any]) -> None:
        write_atomically(self.root / name, (encode(value) + b"\n" for value in values))


def partition_of(article_id: str, partitions: int) -> int:
    """The partition an article lies in: a stable hash of its id."""
    return (
        int.from_bytes(blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") % partitions
    )
