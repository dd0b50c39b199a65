"""From bytes to text, and from text to clean text."""

from __future__ import annotations

import codecs
import io
import time

import pytest

from pipeline.errors import BinarySource, RejectError, TooLong, UnknownEncoding
from pipeline.stages.reading import decode as decoding
from pipeline.stages.reading.clean import clean, clean_line
from pipeline.stages.reading.decode import decode

TEXT = "Çelik (‘de Turk’) kost € 12 miljoen – écht"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_and_noted(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04\x00\x00tekst", BinarySource),
        (bytes(range(1, 32)) * 10, BinarySource),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), BinarySource),
        (b"\xff\xfe\x00\xd8", UnknownEncoding),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\x00", BinarySource),
        (b"een \x81 teken dat Windows-1252 niet heeft \xff", UnknownEncoding),
        (codecs.BOM_UTF8 + b"\xff", UnknownEncoding),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, error: type[RejectError]) -> None:
    with pytest.raises(error):
        decode(data)


def test_a_stray_control_character_does_not_make_text_binary() -> None:
    assert decode(b"kort\x08e zin").text == "kort\be zin"


def test_a_file_too_long_for_one_article_is_not_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LONGEST_DOCUMENT", 10)
    stream = io.BufferedReader(io.BytesIO(b"x" * 1000), 16)  # type: ignore[arg-type]
    with pytest.raises(TooLong):
        decoding.whole(stream)
    assert stream.tell() < 50


def test_lines_are_decoded_each_by_itself_and_long_ones_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LONGEST_DOCUMENT", 10)
    data = b"\xef\xbb\xbfeen\n" + "é\n".encode() + "é\n".encode("cp1252") + b"x" * 35 + b"\nslot"
    lines = list(decoding.lines(io.BufferedReader(io.BytesIO(data))))  # type: ignore[arg-type]
    assert [(line.text, line.encoding) for line in lines if not line.error] == [
        ("een\n", "utf-8-sig"),
        ("é\n", "utf-8"),
        ("é\n", "cp1252"),
        ("slot", "utf-8"),
    ]
    assert [type(line.error) for line in lines if line.error] == [TooLong]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Fortuna DÃ¼sseldorf", "Fortuna Düsseldorf"),
        ("Fortuna D√ºsseldorf", "Fortuna Düsseldorf"),
        ("de â€˜Koningâ€™ van Ã‡elik", "de ‘Koning’ van Çelik"),
        ("Ajax &amp; PSV, Ba&euml;l", "Ajax & PSV, Baël"),
        ("cafe\u0301", "café"),
        ("de \ufb01nale", "de finale"),
        ("een\u00a0man\u2009of\ttwee", "een man of twee"),
        ("mid\u00advelder\u200b \u202edie\u202c\ufeff", "midvelder die"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a  \n\n\n\n b \n", "a\n\n b"),
        ("a\x00b\x07c\x1b[0md", "abcd"),
        ("half \ud83d paar", "half \ufffd paar"),
        ("\ud83d\ude00", "😀"),
    ],
)
def test_broken_characters_are_mended(broken: str, mended: str) -> None:
    assert clean(broken) == mended


@pytest.mark.parametrize(
    "good",
    [
        "‘Koning’ “Johan” – één café’s, naïef, Modrić, Şahin, Ødegaard, Håland",
        "Sörloth’s ‘hattrick’ in ’t Kuipje: 3-0…",
        "R&D en AT&T; 2 < 3",
        "À propos: Â is een letter, Ã ook",
        "5 × 5 = 25 €, 1½ ton, 30°",
        "Ελλάδα, Україна, مصر",
        "a\n\nb\nc",
    ],
)
def test_good_characters_stay(good: str) -> None:
    assert clean(good) == good


@pytest.mark.parametrize(
    "text", ["Ã¼", "a \u00a0\n\n \n\nb", "&amp;amp;", "\ud800", "e\u0301\u0327", "Ã\u00a0 \u200b\n"]
)
def test_clean_text_is_always_encodable(text: str) -> None:
    clean(text).encode("utf-8")


@pytest.mark.parametrize("unit", [" ", "\t\n", "Ã¼", "\u0327\u0301", "&#x327;&#x301;", "é’", "&a", "\n "])
def test_cleaning_takes_time_in_proportion_to_length(unit: str) -> None:
    clean(unit * 10)
    start = time.perf_counter()
    clean(unit * 60_000)
    # Quadratic time would be minutes.
    assert time.perf_counter() - start < 5


def test_a_title_is_one_line() -> None:
    assert clean_line(" Ajax \n wint\u00a0 weer ") == "Ajax wint weer"
