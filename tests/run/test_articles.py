"""One article that fails is set aside; the others, and the run, go on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.errors import ModelUnloadable
from pipeline.language import Reader
from pipeline.results.tables import read_rows
from pipeline.run import runner
from pipeline.run.runner import Request
from tests.conftest import ARTICLES


def quiet(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def test_an_article_that_breaks_a_pipe_is_rejected_alone(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Reader.recognize

    def fragile(self: Reader, docs: Sequence[object]) -> object:
        if any("PSV" in doc.text for doc in docs):  # type: ignore[attr-defined]
            raise ZeroDivisionError("op PSV")
        return real(self, docs)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "recognize", fragile)
    report = runner.run(Request(articles, tmp_path / "out"), quiet)
    assert dict(report.rejects) == {"failed": 1}
    rejects = list(read_rows(tmp_path / "out", "rejects"))
    assert [(row["source"], row["stage"]) for row in rejects] == [("verslag-2024-03-10.txt", "recognize")]
    assert "ZeroDivisionError: op PSV" in rejects[0]["message"]
    others = {name.removesuffix(".txt") for name in ARTICLES} - {"verslag-2024-03-10"}
    assert {row["article_id"] for row in read_rows(tmp_path / "out", "articles")} == others

    monkeypatch.undo()  # mended: only the code's digest would tell, so the stage is forced
    assert not runner.run(Request(articles, tmp_path / "out", force=True), quiet).rejects


def test_a_pipeline_that_cannot_be_loaded_is_nobodys_reject(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(model: str) -> Reader:
        raise SyntaxError(model)

    monkeypatch.setattr("pipeline.run.articles.load", broken)
    with pytest.raises(ModelUnloadable):
        runner.run(Request(articles, tmp_path / "out"), quiet)
