"""The kept text of an article, from the store of a run."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import UnknownRow
from pipeline.run.runner import partitions_of
from pipeline.run.store import Store, partition_of


def text_of(out: Path, article_id: str) -> str:
    """The kept text, in which all offsets count. Raises NoRun and UnknownRow."""
    store = Store(out)
    payload = store.shelf("ingest", partition_of(article_id, partitions_of(store))).payload(article_id)
    if payload is None or "article" not in payload:
        raise UnknownRow(kind="article", key=article_id, path=out)
    return str(payload["article"][-1])
