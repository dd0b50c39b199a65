"""Cleaning, once: afterwards the text is never changed, and all offsets count in it."""

from __future__ import annotations

import re
import unicodedata

#: Combining marks on one letter; no writing system has more, and joke text has hundreds.
MOST_MARKS = 8

# Most articles hold nothing but these characters, and then there is nothing to look for. Not among them: "Ã", "Â" and
# "â", with which UTF-8 begins when it is read as Windows-1252, and "&", with which HTML entities do.
_HARMLESS = frozenset(map(chr, range(0x20, 0x7F))) - {"&"} | set("\néèëêïíóöôüúçñäáà‘’“”–—…€")
# What can be broken, all in one look, as mending costs far more than looking: UTF-8 that was read as Windows-1252
# ("Ã¼", "â€™") or as Mac Roman ("√º", "‚Äô"), HTML entities, terminal colours, C1 controls, accents apart from their
# letter, ligatures and wide forms, half surrogate pairs.
_BROKEN = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    "|Ã |√|‚Ä|&#?[0-9A-Za-z]{2,31};"
    "|\x1b|[\u0080-\u009f\u0300-\u036f\ufb00-\ufb06\uff01-\uff5e\ud800-\udfff]"
)
_NEWLINE = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls (newline apart), soft hyphens, zero-width characters, bidirectional controls, byte order marks.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """The text with broken characters mended and invisible ones gone; good ones, curly quotes too, stay.

    Lines end in "\\n" and not in spaces, there is at most one empty line between two others, and none at
    either end. The result is always encodable as UTF-8.
    """
    if not _HARMLESS.issuperset(text):
        text = _INVISIBLE.sub("", _SPACE.sub(" ", _NEWLINE.sub("\n", _mended(text))))
    if " \n" in text:
        text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def clean_line(text: str) -> str:
    """Cleaned text on one line, with single spaces: for titles and names."""
    return " ".join(clean(text).split())


def _mended(text: str) -> str:
    if not _BROKEN.search(text):
        return text
    from ftfy import TextFixerConfig, fix_text

    mended = fix_text(text, TextFixerConfig(uncurl_quotes=False, normalization=None, explain=False))
    return unicodedata.normalize("NFC", _with_few_marks(mended))


def _with_few_marks(text: str) -> str:
    """The text with at most MOST_MARKS combining marks in a row: NFC takes quadratic time in their number."""
    marks = "".join(sorted(character for character in set(text) if unicodedata.combining(character)))
    return re.sub(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+", r"\1", text) if marks else text
