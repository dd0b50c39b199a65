"""From files of every format, sound and damaged, to articles and rejects."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import zipfile
from pathlib import Path

import pytest

from pipeline.records import Article, Reject
from pipeline.stages.reading import ReadOptions, articles_in, articles_of, scan
from pipeline.stages.reading import containers as containing
from pipeline.stages.reading.ids import IdScheme

BODY = "De trainer van Ajax heeft zijn contract bij de club met een jaar verlengd.\n\nHij blijft tot de zomer."
LINES = BODY.split("\n\n")
HTML = f"""<!DOCTYPE html><html><head><title>Trainer blijft</title>
<meta property="og:site_name" content="Sportblad">
<meta property="article:published_time" content="2024-11-03T10:00:00Z">
<link rel="canonical" href="https://sportblad.example/trainer"></head><body>
<nav><ul><li><a href="/">Voorpagina</a></li><li><a href="/voetbal">Voetbal</a></li></ul></nav>
<article><h1>Trainer blijft</h1>{"".join(f"<p>{line}</p>" for line in LINES * 4)}</article>
<footer>Alle rechten voorbehouden</footer></body></html>"""
DEFAULT = ReadOptions()


def read(folder: Path, options: ReadOptions = DEFAULT) -> list[Article | Reject]:
    return list(articles_in(folder, options))


def read_bytes(folder: Path, name: str, data: bytes, options: ReadOptions = DEFAULT) -> list[Article | Reject]:
    (folder / name).write_bytes(data)
    return read(folder, options)


def articles(found: list[Article | Reject]) -> list[Article]:
    return [one for one in found if isinstance(one, Article)]


def rejects(found: list[Article | Reject]) -> list[tuple[str, str]]:
    return [(one.source, one.error) for one in found if isinstance(one, Reject)]


def zipped(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def document(title: str = "Trainer blijft", body: str = BODY, head: str = "") -> bytes:
    """A Word document with the parts that are read."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in body.split("\n\n"))
    text = f'{head}<w:document xmlns:w="{namespace}"><w:body>{paragraphs}</w:body></w:document>'
    properties = (
        '<p:coreProperties xmlns:p="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><t:created>2024-11-03T09:00:00Z</t:created></p:coreProperties>"
    )
    return zipped({"word/document.xml": text.encode(), "docProps/core.xml": properties.encode()})


def test_text_file(tmp_path: Path) -> None:
    (tmp_path / "nieuws").mkdir()
    text = f" date 2024-11 Trainer blijft\n\n{BODY}\n"
    (article,) = read_bytes(tmp_path, "nieuws/a.txt", text.encode("cp1252"))
    assert article == Article(
        article_id="nieuws/a",
        source="nieuws/a.txt",
        title="Trainer blijft",
        published="2024-11",
        published_from="header",
        outlet="",
        url="",
        language="nl",
        encoding="utf-8",
        text=f"Trainer blijft\n\n{BODY}",
    )


def test_web_page(tmp_path: Path) -> None:
    (article,) = articles(read_bytes(tmp_path, "a.html", HTML.encode()))
    assert (article.title, article.published, article.published_from) == ("Trainer blijft", "2024-11-03", "metadata")
    assert (article.outlet, article.url) == ("Sportblad", "https://sportblad.example/trainer")
    assert article.text.startswith(f"Trainer blijft\n\n{BODY}")
    assert article.text.count("Trainer blijft") == 1
    assert "Voorpagina" not in article.text
    assert "voorbehouden" not in article.text


def test_word_document(tmp_path: Path) -> None:
    (article,) = articles(read_bytes(tmp_path, "a.docx", document()))
    assert article.text == f"Trainer blijft\n\n{BODY}"
    assert (article.title, article.published, article.published_from) == ("Trainer blijft", "2024-11-03", "metadata")


def test_json_lines(tmp_path: Path) -> None:
    records = [
        {"id": "x", "title": "Trainer  blijft", "text": BODY, "published": "3-11-2024", "outlet": "Sportblad"},
        {"ID": 7, "Text": BODY},
        {"text": BODY},
        {"id": "x", "text": BODY},
    ]
    found = articles(read_bytes(tmp_path, "a.jsonl", "\n".join(map(json.dumps, records)).encode()))
    assert [article.article_id for article in found] == ["a#x", "a#7", "a#3", "a#x~2"]
    assert {article.source for article in found} == {"a.jsonl"}
    first = found[0]
    assert (first.title, first.published, first.outlet) == ("Trainer blijft", "2024-11-03", "Sportblad")
    assert first.text == f"Trainer blijft\n\n{BODY}"


def test_a_bad_line_of_json_lines_is_one_reject(tmp_path: Path) -> None:
    good = json.dumps({"text": BODY}).encode()
    bad = [b'{"text": ', b"[1]", b'{"tekst": "x"}', b'{"text": null}', b'{"text": "\x81\xff"}', b"[" * 100_000]
    found = read_bytes(tmp_path, "a.jsonl", b"\n".join([good, *bad, good]))
    assert [article.article_id for article in articles(found)] == ["a#1", "a#8"]
    slugs = ["malformed", "malformed", "no-text-column", "empty", "unknown-encoding", "malformed"]
    assert rejects(found) == [(f"a.jsonl#{number}", slug) for number, slug in enumerate(slugs, start=2)]


def test_half_surrogates_in_json_do_no_harm(tmp_path: Path) -> None:
    line = json.dumps({"id": "\ud800", "title": "\udfff", "text": BODY + " \ud83d"})
    (article,) = articles(read_bytes(tmp_path, "a.jsonl", line.encode()))
    "".join(article).encode("utf-8")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_csv(tmp_path: Path, separator: str, ending: str) -> None:
    body = BODY.replace("\n", ending)
    rows = [
        ["id", "Title", "text", "published"],
        ["1", "Trainer; blijft, ook", body, "2024-11"],
        ["2", "", BODY[:74], ""],
    ]
    data = ending.join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    found = articles(read_bytes(tmp_path, "a.csv", ("\ufeff" + data).encode()))
    assert [article.article_id for article in found] == ["a#1", "a#2"]
    assert found[0].text == f"Trainer; blijft, ook\n\n{BODY}"
    assert [article.published for article in found] == ["2024-11", ""]


def test_csv_columns_may_have_other_names(tmp_path: Path) -> None:
    data = f'Kop;Inhoud\nTrainer blijft;"{BODY}"\n'
    options = ReadOptions(text_column="inhoud", title_column="kop")
    (article,) = articles(read_bytes(tmp_path, "a.csv", data.encode(), options))
    assert article.title == "Trainer blijft"
    assert rejects(read(tmp_path)) == [("a.csv", "no-text-column")]


def test_a_bad_row_of_csv_is_one_reject(tmp_path: Path) -> None:
    rows = [
        b"id;text",
        b"1;Hij speelt nog altijd voor Ajax.",
        b"2;drie;velden",
        b"3;" + b"\x81",
        b"",
        b"4;",
        "5;Hij scoorde één keer voor Çelik.".encode("cp1252"),
    ]
    found = read_bytes(tmp_path, "a.csv", b"\r\n".join(rows))
    assert [(article.article_id, article.encoding) for article in articles(found)] == [
        ("a#1", "utf-8"),
        ("a#5", "cp1252"),
    ]
    assert articles(found)[1].text == "Hij scoorde één keer voor Çelik."
    assert rejects(found) == [("a.csv#2", "malformed"), ("a.csv#3", "unknown-encoding"), ("a.csv#4", "empty")]


def test_a_quote_that_never_closes_ends_in_a_reject(tmp_path: Path) -> None:
    found = read_bytes(tmp_path, "a.csv", f'text\n"{BODY}"\n"{BODY}\n'.encode())
    assert len(articles(found)) == 1
    assert [slug for _, slug in rejects(found)] == ["malformed"]


def test_compressed_files(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": BODY}).encode()))
    (tmp_path / "c.docx.gz").write_bytes(gzip.compress(document()))
    found = read_bytes(tmp_path, "a.txt.gz", gzip.compress(BODY.encode()))
    assert [article.article_id for article in articles(found)] == ["a", "b#1", "c"]


def test_archive(tmp_path: Path) -> None:
    text = BODY.encode()
    data = zipped(
        {
            "nieuws/2024-11-03-a.txt": text,
            "nieuws/b.html": HTML.encode(),
            "c.jsonl.gz": gzip.compress(json.dumps({"id": "x", "text": BODY}).encode()),
            "d.txt": text,
            "d.htm": HTML.encode(),
            "../../weg.txt": text,
            "__MACOSX/._d.txt": b"x",
            "plaatje.png": b"x",
            "nog.zip": zipped({"a.txt": text}),
        }
    )
    found = read_bytes(tmp_path, "oud.zip", data)
    ids = {article.article_id: article for article in articles(found)}
    assert set(ids) == {
        "oud#weg", "oud#c#x", "oud#d.htm", "oud#d.txt", "oud#nieuws/2024-11-03-a", "oud#nieuws/b",
    }  # fmt: skip
    dated = ids["oud#nieuws/2024-11-03-a"]
    assert (dated.source, dated.published) == ("oud.zip!nieuws/2024-11-03-a.txt", "2024-11-03")
    assert rejects(found) == [("oud.zip!nog.zip", "unknown-format"), ("oud.zip!plaatje.png", "unknown-format")]


def test_a_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": BODY.encode(), "b.txt": BODY.encode(), "c.txt": BODY.encode()}))
    start = data.index(b"b.txt") + len("b.txt")
    data[start : start + 20] = b"x" * 20
    encrypted = data.rindex(b"PK\x01\x02") + 8
    data[encrypted] |= 1
    found = read_bytes(tmp_path, "a.zip", bytes(data))
    assert [article.article_id for article in articles(found)] == ["a#a"]
    assert rejects(found) == [("a.zip!b.txt", "malformed"), ("a.zip!c.txt", "unreadable")]


def test_what_grows_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containing, "ALLOWED_GROWTH", 10_000)
    bomb = b'{"text": "' + b"x" * 1_000_000 + b'"}\n'
    (tmp_path / "b.zip").write_bytes(zipped({"a.jsonl": bomb}))
    found = read_bytes(tmp_path, "a.jsonl.gz", gzip.compress(bomb))
    assert rejects(found) == [("a.jsonl.gz", "malformed"), ("b.zip!a.jsonl", "malformed")]


ENTITIES = '<!DOCTYPE w [<!ENTITY a "x">' + "".join(
    f'<!ENTITY {name} "{f"&{below};" * 100}">' for below, name in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("name", "data", "slug"),
    [
        ("leeg.txt", b"", "empty"),
        ("wit.txt", b" \n\n\t", "empty"),
        ("kop.txt", b"date 2024-11-03\n", "empty"),
        ("binair.txt", b"\x7fELF\x00\x01\x02", "binary"),
        ("vreemd.txt", b"een \x81\xff\xfe", "unknown-encoding"),
        ("engels.txt", b"The manager will leave the club at the end of the season, he said.", "not-dutch"),
        ("lang.txt", b"Ajax wint een duel. " * 60_000, "too-long"),
        ("README.md", b"# Lees mij", "unknown-format"),
        ("zonder", b"tekst", "unknown-format"),
        ("a.json", b"{}", "unknown-format"),
        ("leeg.html", b"<html><body></body></html>", "empty"),
        ("geen.html", b"geen pagina", "empty"),
        ("leeg.csv", b"", "empty"),
        ("kop.csv", b"id,text\n", "empty"),
        ("leeg.jsonl", b"\n\n", "empty"),
        ("kapot.txt.gz", gzip.compress(BODY.encode())[:-9], "malformed"),
        ("geen.txt.gz", BODY.encode(), "malformed"),
        ("geen.zip", b"geen archief", "malformed"),
        ("leeg.zip", zipped({}), "empty"),
        ("geen.docx", b"geen document", "malformed"),
        ("ander.docx", zipped({"a.txt": b"x"}), "malformed"),
        ("entiteiten.docx", document(body="&h;", head=ENTITIES + "]>"), "malformed"),
    ],
)
def test_what_cannot_be_read_is_a_reject(tmp_path: Path, name: str, data: bytes, slug: str) -> None:
    assert rejects(read_bytes(tmp_path, name, data)) == [(name, slug)]


def test_a_reject_names_the_stage_and_the_reason(tmp_path: Path) -> None:
    (reject,) = read_bytes(tmp_path, "README.md", b"")
    assert reject == Reject("README.md", "ingest", "unknown-format", "has a file type that is not read: .md")


def test_a_vanished_file_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.zip").write_bytes(zipped({"a.txt": b""}))
    sources = list(scan(tmp_path))
    for source in sources:
        (tmp_path / source.path).unlink()
        found = list(articles_of(tmp_path, source, ReadOptions(), IdScheme()))
        assert rejects(found) == [(source.path, "unreadable")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_what_may_not_be_read_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir(mode=0o000)
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt").chmod(0o000)
    assert rejects(read(tmp_path)) == [("a.txt", "unreadable"), ("map", "unreadable")]


def test_two_files_of_one_stem_keep_their_suffixes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    assert [article.article_id for article in articles(read_bytes(tmp_path, "a.html", HTML.encode()))] == [
        "a.html",
        "a.txt",
    ]


@pytest.mark.parametrize(
    ("name", "text", "option", "expected"),
    [
        ("2024-10-01-a.txt", f"date 2024-11-03\n{BODY}", "2024-09", ("2024-11-03", "header")),
        ("2024-10-01-a.txt", BODY, "2024-09", ("2024-10-01", "filename")),
        ("a.txt", BODY, "2024-09", ("2024-09", "option")),
        ("a.txt", BODY, "", ("", "")),
    ],
)
def test_dates_are_trusted_in_order(
    tmp_path: Path, name: str, text: str, option: str, expected: tuple[str, str]
) -> None:
    (article,) = articles(read_bytes(tmp_path, name, text.encode(), ReadOptions(published=option)))
    assert (article.published, article.published_from) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_kept_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Çelik heeft ‘zijn’ contract – goed voor € 12 miljoen – verlengd bij DÃ¼sseldorf."
    (article,) = articles(read_bytes(tmp_path, "a.txt", text.encode(encoding)))
    assert article.text == "Çelik heeft ‘zijn’ contract – goed voor € 12 miljoen – verlengd bij Düsseldorf."
    assert article.encoding == encoding


def damaged(data: bytes, draw: random.Random) -> bytes:
    """The data with a few bytes changed, lost, doubled or cut off."""
    for _ in range(draw.choice([1, 3, 30])):
        place, length = draw.randrange(len(data) + 1), draw.randrange(40)
        piece = draw.choice([b"", draw.randbytes(length), data[:length], data[place:][:length] * 2])
        data = data[:place] + piece + data[place + draw.choice([length, len(data)] if length == 7 else [length]) :]
    return data


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.jsonl", "a.csv", "a.zip", "a.txt.gz"])
def test_damage_never_raises(tmp_path: Path, name: str) -> None:
    sound = {
        "a.txt": BODY.encode(),
        "a.html": HTML.encode(),
        "a.docx": document(),
        "a.jsonl": b"\n".join([json.dumps({"id": "x", "text": BODY}).encode()] * 3),
        "a.csv": f'id;text\r\n1;"{BODY}"\r\n2;"{BODY}"\r\n'.encode("cp1252"),
        "a.zip": zipped({"a.txt": BODY.encode(), "b.csv": f'id,text\n1,"{BODY}"\n'.encode()}),
        "a.txt.gz": gzip.compress(BODY.encode()),
    }
    draw = random.Random(name)
    for _ in range(60):
        found = read_bytes(tmp_path, name, damaged(sound[name], draw))
        assert found
        "".join("".join(one) for one in found).encode("utf-8")
