"""The project's own articles as training and test texts: names from their gold records, by split."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from sentences import Name, Sentence

from pipeline.settings import ReadOptions
from pipeline.stages.reading import articles_in

#: Where an article may be cut: behind a sentence or at the end of a line.
_CUT = re.compile(r"(?<=[.!?”’'\"]) (?=[A-Z„“‘\"'])|\n+")
_LENGTH = 400  # characters of a piece, about


def whole(corpus: Path, splits: tuple[str, ...]) -> Iterator[Sentence]:
    """The articles of these splits, in the order of their ids."""
    with (corpus / "splits.csv").open(encoding="utf-8", newline="") as file:
        wanted = {row["id"] for row in csv.DictReader(file) if row["split"] in splits}
    for article in articles_in(corpus / "articles", ReadOptions()):
        if article.article_id in wanted:
            record = json.loads((corpus / "gold" / f"{article.article_id}.json").read_text(encoding="utf-8"))
            names = tuple(Name(name["start"], name["end"], name["label"]) for name in record["names"])
            yield Sentence(article.text, names)


def read(corpus: Path, splits: tuple[str, ...]) -> Iterator[Sentence]:
    """Pieces of some sentences each of the articles of these splits."""
    for article in whole(corpus, splits):
        yield from _pieces(article.text, article.names)


def _pieces(text: str, names: tuple[Name, ...]) -> Iterator[Sentence]:
    start = 0
    for cut in [*_CUT.finditer(text), None]:
        end = cut.start() if cut else len(text)
        if cut and (end - start < _LENGTH or any(name.start < cut.end() and cut.start() < name.end for name in names)):
            continue
        inside = tuple(
            name._replace(start=name.start - start, end=name.end - start)
            for name in names
            if start <= name.start and name.end <= end
        )
        yield Sentence(text[start:end], inside)
        start = cut.end() if cut else end
