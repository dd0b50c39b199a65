"""Which files lie below the input folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import InputMissing


class Source(NamedTuple):
    """One file as the folder lists it; the numbers tell whether it changed since another listing."""

    path: str  # below the input folder, "/" as separator; as the file system spells it
    size: int  # bytes
    mtime_ns: int
    inode: int


def scan(folder: Path) -> Iterator[Source]:
    """Every file below `folder`, to any depth, in the order of its path.

    Hidden files and folders are left out; so are pipes, sockets and devices. A link to a file counts as
    a file when its target lies below `folder`; links to folders are not followed, so there are no loops.
    A folder that may not be listed is itself given as a source, with "/" at the end of its path: reading
    it yields a reject. Raises InputMissing when `folder` is no folder.
    """
    if not folder.is_dir():
        raise InputMissing(path=folder)
    root = folder.resolve()
    waiting = _listed(folder, "")[::-1]
    while waiting:
        path, entry = waiting.pop()
        if not path.endswith("/"):
            source = _source(root, path, entry)
            if source:
                yield source
            continue
        try:
            waiting += _listed(Path(entry.path), path)[::-1]
        except OSError:
            yield Source(path, 0, 0, 0)


def _listed(folder: Path, prefix: str) -> list[tuple[str, os.DirEntry[str]]]:
    """The visible entries of one folder, sorted; a folder's path ends in "/".

    That ending makes the order within each folder also the order of the whole paths: "a.txt" comes
    before "a/b.txt", as "." comes before "/".
    """
    with os.scandir(folder) as entries:
        visible = [entry for entry in entries if not entry.name.startswith(".")]
    named = [(prefix + entry.name + ("/" if entry.is_dir(follow_symlinks=False) else ""), entry) for entry in visible]
    return sorted(named, key=lambda item: item[0])


def _source(root: Path, path: str, entry: os.DirEntry[str]) -> Source | None:
    """The entry as a source, or None when it is no ordinary file below `root` (any more)."""
    try:
        if not entry.is_file():
            return None
        if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root):
            return None
        status = entry.stat()
    except OSError:
        return None
    return Source(path, status.st_size, status.st_mtime_ns, status.st_ino)
