"""Ctrl-C ends a run cleanly, and the next one goes on where it stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from pipeline.cli import INTERRUPTED, main
from tests.conftest import ARTICLES, tables_of, write_articles


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupted_and_gone_on(tmp_path: Path) -> None:
    many = {f"{number:03d}-{name}": text for number in range(40) for name, text in ARTICLES.items()}
    folder = write_articles(tmp_path / "in", many)
    command = [sys.executable, "-m", "pipeline.cli", "run", str(folder), "-o", str(tmp_path / "out")]
    pipes = {"stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL}
    # what is started in the background is told to ignore Ctrl-C, and tests may be
    with subprocess.Popen(command, text=True, preexec_fn=_heed_ctrl_c, **pipes) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("ingest")  # the model is being loaded now
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait() == INTERRUPTED, said
    assert said.strip().splitlines()[-1] == "voetbal: interrupted; run the same command again to go on"
    assert not (tmp_path / "out" / "tables").exists()

    for out in ("out", "fresh"):
        assert CliRunner().invoke(main, ["run", str(folder), "-o", str(tmp_path / out)]).exit_code == 0
    assert tables_of(tmp_path / "out") == tables_of(tmp_path / "fresh")
