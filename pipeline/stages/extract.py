"""extract: mentions → claims: dates, contracts, stats, roles, transfers, matches."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.stage import Stage, Tools, Work


def run(works: Sequence[Work], tools: Tools) -> None:
    """Sets each article's claims, dates among them, in text order."""
    reader = tools.reader()
    for work in works:
        doc = reader.extract(work.doc(reader))
        work.payloads["extract"] = {"claims": sorted(doc._.claims, key=lambda claim: (claim.start, claim.end, claim.table, claim.rule))}


STAGE = Stage(
    name="extract",
    help="Read dates, contracts, stats, roles, transfers and matches by pattern rules.",
    reads=("ingest", "tokenize", "recognize"),
    writes="claims at their words",
    code=("language.py", "seeds.py", "dutch/*.py", "components/*.py", "components/*/*.py", "stages/extract.py", "stages/stage.py", "records.py"),
    seeds=("clubs.csv", "competitions.csv", "nationalities.csv", "roles.csv", "metrics.csv"),
    run=run,
)
