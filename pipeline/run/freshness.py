"""What a stage's results depend on, as digests: same digest, same result.

The parts are kept apart (code, settings, seeds, model), so that a run can say why something is stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.data import PACKAGE
from pipeline.language import model_digest
from pipeline.run.store import digest
from pipeline.seeds import seed_digest
from pipeline.settings import ReadOptions, Settings
from pipeline.stages.stage import Stage

#: Part of the dependencies of a stage → what it is called in "stale because … changed".
Parts = dict[str, str]


def dependencies(stage: Stage, settings: Settings) -> Parts:
    """The digests of all that a stage depends on besides its input, by what they are."""
    parts = {"code": _code_digest(stage)}
    for name in stage.settings:
        chosen = settings._asdict()[name]
        fields = chosen._asdict() if isinstance(chosen, ReadOptions) else {name: chosen}
        parts |= {f"setting {field}": str(value) for field, value in fields.items()}
    parts |= {f"seeds/{name}": seed_digest(name) for name in stage.seeds}
    if stage.model:
        parts["model"] = model_digest(settings.model)
    return parts


def stage_key(parts: Parts) -> str:
    return digest(*(f"{name}={value}" for name, value in sorted(parts.items())))


def files_of(stage: Stage) -> list[Path]:
    """The package's files that a stage's declaration names."""
    return sorted({path for source in stage.code for path in PACKAGE.glob(source)})


def _code_digest(stage: Stage) -> str:
    return digest(
        *(part for path in files_of(stage) for part in (path.relative_to(PACKAGE).as_posix(), path.read_bytes()))
    )


def reasons(before: Parts | Any, now: Parts) -> list[str]:
    """What changed between two sets of dependencies, in words: ["code", "seeds/clubs.csv"]."""
    if not isinstance(before, dict):
        return []
    return [name for name in sorted(before.keys() | now.keys()) if before.get(name) != now.get(name)]
