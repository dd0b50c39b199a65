"""Shelves: there whole or not at all, and nothing on them that does not fit its digest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.store import Shelf, ShelfWriter, Store, digest, encode, partition_of, write_atomically


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with ShelfWriter(tmp_path / "0000.shelf") as writer:
        writer.add("a/één", "key-1", encode({"text": "Çelik\n"}))
        writer.add("b", "key-2", encode({"error": "empty"}), rejected=True)
    return tmp_path / "0000.shelf"


def test_what_was_put_down_is_there(path: Path) -> None:
    shelf = Shelf(path)
    assert list(shelf.entries) == ["a/één", "b"]
    assert shelf.payload("a/één") == {"text": "Çelik\n"}
    assert (shelf.entries["b"].key, shelf.entries["b"].rejected) == ("key-2", True)
    assert shelf.payload("c") is None
    shelf.close()


def test_no_shelf_is_an_empty_one(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "none.shelf").entries == {}


@pytest.mark.parametrize("cut", [0, 1, 10, 40, 100])
def test_a_shelf_cut_short_is_an_empty_one(path: Path, cut: int) -> None:
    path.write_bytes(path.read_bytes()[:cut])
    assert Shelf(path).entries == {}


@given(position=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_no_flipped_byte_goes_unnoticed(tmp_path_factory: pytest.TempPathFactory, position: int, byte: int) -> None:
    path = tmp_path_factory.mktemp("shelf") / "0000.shelf"
    with ShelfWriter(path) as writer:
        writer.add("a", "key", encode(["waar", 1]))
    data = bytearray(path.read_bytes())
    data[position % len(data)] = byte
    path.write_bytes(data)
    assert Shelf(path).payload("a") in (["waar", 1], None)


def test_a_failed_write_leaves_what_was(path: Path) -> None:
    before = path.read_bytes()

    def fail_on_the_shelf() -> None:
        with ShelfWriter(path) as writer:
            writer.add("a", "key", b"1")
            raise RuntimeError

    def fail_on_the_way() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_on_the_shelf()
    with pytest.raises(RuntimeError):
        write_atomically(path, fail_on_the_way())
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_leftovers_of_a_killed_run_are_swept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for folder in (store.root / "ingest", store.tables):
        folder.mkdir(parents=True)
        (folder / ".0000.shelf.x1").write_bytes(b"half")
        (folder / "kept").write_bytes(b"whole")
    store.sweep()
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["kept", "kept"]


def test_digests_keep_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("é") == digest("é".encode())


@given(st.text(), st.integers(1, 512))
def test_a_partition_is_a_function_of_the_id(article_id: str, partitions: int) -> None:
    assert partition_of(article_id, partitions) == partition_of(article_id, partitions) < partitions
