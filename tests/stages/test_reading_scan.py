"""Listing a folder, and naming what is in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import InputMissing
from pipeline.stages.reading import Source, colliding_stems, scan
from pipeline.stages.reading.ids import IdScheme, file_name, safe_path, safe_record


def paths(folder: Path) -> list[str]:
    return [source.path for source in scan(folder)]


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("tekst")


def scheme(*names: str) -> IdScheme:
    return IdScheme(colliding_stems(Source(name, 0, 0, 0) for name in names))


def test_every_visible_file_is_listed_in_the_order_of_its_path(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/c/d.txt", "a.txt", "a-1.txt", "a/README.md", ".verborgen.txt", ".git/x.txt")
    assert paths(tmp_path) == sorted(["b.txt", "a/c/d.txt", "a.txt", "a-1.txt", "a/README.md"])


def test_a_source_tells_whether_its_file_changed(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    (before,) = scan(tmp_path)
    assert before.size == len("tekst")
    (tmp_path / "a.txt").write_text("andere tekst")
    assert list(scan(tmp_path)) != [before]


def test_very_deep_folders_are_listed(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep /= "m"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("tekst")
    assert paths(tmp_path) == ["m/" * 300 + "a.txt"]


def test_links_are_followed_to_files_below_the_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    touch(tmp_path, "in/a.txt", "buiten.txt")
    (folder / "binnen.txt").symlink_to(folder / "a.txt")
    (folder / "naar-buiten.txt").symlink_to(tmp_path / "buiten.txt")
    (folder / "lus").symlink_to(folder)
    (folder / "zelf.txt").symlink_to(folder / "zelf.txt")
    (folder / "weg.txt").symlink_to(folder / "verdwenen.txt")
    assert paths(folder) == ["a.txt", "binnen.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_are_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    assert paths(tmp_path) == []


@pytest.mark.parametrize("name", ["weg", "bestand.txt"])
def test_a_folder_that_is_none_ends_the_command(tmp_path: Path, name: str) -> None:
    touch(tmp_path, "bestand.txt")
    with pytest.raises(InputMissing):
        list(scan(tmp_path / name))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("nieuws/a.txt", ("nieuws/a", ".txt", False)),
        ("a.b.HTML", ("a.b", ".html", False)),
        ("a.jsonl.gz", ("a", ".jsonl", True)),
        ("a.zip", ("a", ".zip", False)),
        ("a.zip.gz", ("a.zip.gz", "", True)),
        ("a.pdf", ("a.pdf", "", False)),
        ("map.txt/a", ("map.txt/a", "", False)),
        ("a", ("a", "", False)),
        ("map/.txt", ("map/.txt", "", False)),
    ],
)
def test_suffixes_say_the_format(path: str, expected: tuple[str, str, bool]) -> None:
    assert tuple(file_name(path)) == expected


def test_an_id_has_no_suffix_unless_two_files_would_share_it() -> None:
    names = ["a.txt", "a.html", "b/a.txt", "c.txt", "c.txt.gz", "d.txt", "d.md"]
    ids = scheme(*names)
    assert [ids.file_id(name) for name in names] == ["a.txt", "a.html", "b/a", "c.txt", "c.txt.gz", "d", "d.md"]


def test_an_id_that_keeps_its_suffix_takes_no_other_files_id() -> None:
    names = ["a.txt", "a.html", "a.txt.html"]
    ids = scheme(*names)
    assert len({ids.file_id(name) for name in names}) == 3


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("nieuws/Çelik 2024", "nieuws/Çelik 2024"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\weg", "..%5Cweg"),
        ("a\nb", "a%0Ab"),
        ("a#1", "a%231"),
        ("50%", "50%"),
        ("a%0Ab", "a%250Ab"),
        ("caf\udce9", "caf%E9"),
        ("a\u202eb", "a%E2%80%AEb"),
    ],
)
def test_paths_are_made_printable_and_stay_inside(path: str, safe: str) -> None:
    assert safe_path(path) == safe


@pytest.mark.parametrize(
    ("key", "safe"),
    [
        ("abc-1", "abc-1"),
        ("https://voorbeeld.example/1", "https://voorbeeld.example/1"),
        ("../../x", "x"),
        (" a\x00\nb ", "a b"),
        ("x" * 1000, "x" * 200),
    ],
)
def test_record_ids_are_made_printable(key: str, safe: str) -> None:
    assert safe_record(key) == safe
