"""ingest: files → articles with text, title and publication date.

How each format is read lies in `reading/`; this is the stage that asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.records import Article, Reject
from pipeline.settings import Settings
from pipeline.stages.reading import IdScheme, Source, articles_of, signature
from pipeline.stages.stage import Stage


def read(folder: Path, source: Source, settings: Settings, ids: IdScheme) -> Iterator[tuple[str, Any] | Reject]:
    """Each article of a source as (article_id, payload), or the reason why there is none."""
    for found in articles_of(folder, source, settings.reading, ids):
        if isinstance(found, Article):
            yield (
                found.article_id,
                {
                    "article": found,
                    "signature": signature(found.text),
                    "sha256": sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest(),
                },
            )
        else:
            yield found


STAGE = Stage(
    name="ingest",
    help="Read article files into clean text with title and publication date.",
    reads=(),
    writes="articles",
    code=(
        "stages/ingest.py",
        "stages/reading/*.py",
        "stages/stage.py",
        "records.py",
        "settings.py",
        "errors.py",
        "dutch/*.py",
    ),
    settings=("reading",),
)
