"""tokenize: articles → tokens and sentences."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.stage import Stage, Tools, Work


def run(works: Sequence[Work], tools: Tools) -> None:
    """Sets each article's tokens and sentences."""
    reader = tools.reader()
    for work in works:
        doc, work.payloads["tokenize"] = reader.tokenize(work.article)
        work.attach(doc)


STAGE = Stage(
    name="tokenize",
    help="Split each article into tokens and sentences.",
    reads=("ingest",),
    writes="tokens and sentence starts",
    code=(
        "language.py",
        "components/sentences.py",
        "components/document.py",
        "components/tokenizer.py",
        "stages/tokenize.py",
        "stages/stage.py",
        "records.py",
    ),
    model=True,
    run=run,
)
