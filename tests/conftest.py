"""What several rooms' tests share: small folders of articles, and runs over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main

ARTICLES = {
    "contract-2024-11-15.txt": (
        "Feyenoord verlengt met Milan Vossen\n\n"
        "Milan Vossen heeft zijn contract bij Feyenoord verlengd tot medio 2028. De 21-jarige middenvelder "
        "kwam dit seizoen tot twaalf wedstrijden voor de Rotterdammers. Vossen is blij met zijn nieuwe contract."
    ),
    "verslag-2024-03-10.txt": (
        "PSV wint in Heerenveen\n\n"
        "PSV heeft zondag met 2-1 gewonnen van sc Heerenveen. De koploper van de Eredivisie heeft nu 62 punten "
        "uit 25 wedstrijden. Trainer Peter Bosz was tevreden over het spel van zijn ploeg."
    ),
    "transfer-2025-01-20.txt": (
        "Ajax neemt aanvaller over van NEC\n\n"
        "Ajax heeft Jesper Grootveld overgenomen van NEC. De 23-jarige aanvaller tekende in Amsterdam een contract "
        "tot medio 2029. Met de overgang is acht miljoen euro gemoeid, meldt De Gelderlander."
    ),
}


def write_articles(folder: Path, articles: dict[str, str] = ARTICLES) -> Path:
    """A folder with these files in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of three articles of this test's own."""
    return write_articles(tmp_path / "articles")


@pytest.fixture
def voetbal() -> Callable[..., Result]:
    """The command, called with its arguments."""

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return call


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run over those articles; tests read it and leave it as it is."""
    folder = tmp_path_factory.mktemp("finished")
    result = CliRunner().invoke(main, ["run", str(write_articles(folder / "articles")), "-o", str(folder / "out")])
    assert result.exit_code == 0, result.output
    return folder / "out"


def tables_of(out: Path) -> dict[str, bytes]:
    """The bytes of all that a run published."""
    return {path.name: path.read_bytes() for path in sorted((out / "tables").iterdir())}
