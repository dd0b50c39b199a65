"""What a pattern rule is, for every room that reads claims out of words.

A rule is a name, a regular expression and the sentences that show what it is for: those it must
read, with the values expected, and those it must leave alone. The tests run all of them, so a rule
without examples is an unproven one. In an example names are marked up, so that it needs no model:

    [P Xabi Alonso] heeft bij [C Bayer Leverkusen] nog een contract tot medio 2026.

Other words that were resolved to a name are marked with it: `[P hij=Xabi Alonso]`, `[P de linksback=Alejandro
Grimaldo]`, and possessives with H: `[H zijn=Xabi Alonso] contract`.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pipeline.records import Mention
from pipeline.schema.values import KIND_OF_LABEL

#: The letter that opens a marked-up name, and the label it stands for.
LABELS = {
    "P": "PERSON",
    "H": "PERSON",
    "C": "CLUB",
    "T": "NATIONAL_TEAM",
    "K": "COMPETITION",
    "O": "ORGANIZATION",
    "L": "LOCATION",
    "M": "MISC",
}

_MARKED = re.compile(rf"\[([{''.join(LABELS)}]) ([^\]\n]+)\]")


class Example(NamedTuple):
    """A sentence and what must be made of it."""

    text: str  # names marked up
    expect: tuple[dict[str, Any], ...]  # values of the rows it must give, entity columns by name; () = leave alone
    published: str = "2024-11-15"


def read_markup(text: str) -> tuple[str, list[Mention]]:
    """The plain text of a marked-up sentence, and the names in it with offsets in the plain text.

    Labels that stand for entities get the key "kind/name"; the others an empty one. Brackets without
    a known letter are text like any other.
    """
    plain: list[str] = []
    mentions: list[Mention] = []
    length = position = 0
    for match in _MARKED.finditer(text):
        before = text[position : match.start()]
        label = LABELS[match[1]]
        words, _, name = match[2].rpartition("=")
        start = length + len(before)
        words, form = (words, _form(match[1], words)) if words else (name, "name")
        entity = f"{KIND_OF_LABEL[label]}/{name}" if label in KIND_OF_LABEL else ""
        mentions.append(Mention(start, start + len(words), label, entity, "rule", form))
        plain += [before, words]
        length = start + len(words)
        position = match.end()
    return "".join(plain) + text[position:], mentions


def _form(letter: str, words: str) -> str:
    if letter == "H":
        return "possessive"
    return "description" if " " in words else "pronoun"
