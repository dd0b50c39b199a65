"""Sentences with names: the one form that every step of the recipe reads and writes.

A sentence is a text, its names, and the stretches whose names are unknown. Offsets are characters
``[start, end)`` of the text. On disk it is one JSON object a line (``*.jsonl``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.components.tokenizer import split_compounds

LABELS = ("PERSON", "CLUB", "NATIONAL_TEAM", "COMPETITION", "ORGANIZATION", "LOCATION", "MISC")

_MARKUP = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)\]")


class Name(NamedTuple):
    """A name at characters ``[start, end)`` of its sentence."""

    start: int
    end: int
    label: str


class Sentence(NamedTuple):
    """A text and its names; training ignores what stands in `unsure`, measuring reports it as unknown."""

    text: str
    names: tuple[Name, ...]
    unsure: tuple[tuple[int, int], ...] = ()


def parse_markup(line: str) -> Sentence:
    """Read ``[Messi|PERSON] speelt bij [Inter Miami|CLUB].``; raises ValueError for an unknown label."""
    text, names, at = "", [], 0
    for match in _MARKUP.finditer(line):
        text += line[at : match.start()]
        if match[2] not in LABELS:
            raise ValueError(f"unknown label {match[2]} in: {line}")
        names.append(Name(len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    text += line[at:]
    if "|" in text:
        raise ValueError(f"broken markup in: {line}")
    return Sentence(text, tuple(names))


def read_markup(path: Path) -> list[Sentence]:
    """All sentences of a markup file; empty lines and lines that begin with ``#`` are not sentences."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse_markup(line) for line in lines if line and not line.startswith("#")]


def write_jsonl(path: Path, sentences: Iterable[Sentence]) -> int:
    """Write sentences, one a line; returns how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(sentence._asdict(), ensure_ascii=False) for sentence in sentences]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return len(lines)


def read_jsonl(path: Path) -> Iterator[Sentence]:
    """Sentences as `write_jsonl` wrote them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        names = tuple(Name(*name) for name in row["names"])
        yield Sentence(row["text"], names, tuple((start, end) for start, end in row["unsure"]))


def join(sentences: Iterable[Sentence], separator: str = " ") -> Sentence:
    """One sentence of several, as they stand in running text."""
    text, names, unsure = "", [], []
    for number, sentence in enumerate(sentences):
        text += separator if number else ""
        names += [Name(len(text) + start, len(text) + end, label) for start, end, label in sentence.names]
        unsure += [(len(text) + start, len(text) + end) for start, end in sentence.unsure]
        text += sentence.text
    return Sentence(text, tuple(names), tuple(unsure))


def blank() -> Language:
    """An empty Dutch pipeline that tokenizes as the model does."""
    return split_compounds(spacy.blank("nl"))


def _span(doc: Doc, name: Name) -> Span | None:
    """The tokens of a name; a full stop that spaCy keeps as an abbreviation's is one of them ("Serie A.")."""
    start, end, label = name
    span = doc.char_span(start, end, label=label)
    return doc.char_span(start, end + 1, label=label) if span is None and doc.text.startswith(".", end) else span


def to_doc(nlp: Language, sentence: Sentence) -> Doc | None:
    """A Doc with the names as entities; None when a name does not fall on token boundaries."""
    doc = nlp.make_doc(sentence.text)
    spans = [span for name in sentence.names if (span := _span(doc, name)) is not None]
    if len(spans) < len(sentence.names):
        return None
    unknown = [doc.char_span(start, end, alignment_mode="expand") for start, end in sentence.unsure]
    doc.set_ents(spans, missing=[span for span in unknown if span is not None], default="outside")
    return doc
