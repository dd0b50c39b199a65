"""extract: mentions → claims: dates, contracts, stats, roles, transfers, matches."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Claim, TimeMention
from pipeline.stages.stage import Stage, Tools, Work


def run(works: Sequence[Work], tools: Tools) -> None:
    """Sets each article's claims, dates among them, in text order."""
    reader = tools.reader()
    for work in works:
        doc = reader.extract(work.doc(reader))
        claims = [*map(dated, doc._.dates), *doc._.claims]
        work.payloads["extract"] = {
            "claims": sorted(claims, key=lambda claim: (claim.start, claim.end, claim.table, claim.rule))
        }


def dated(date: TimeMention) -> Claim:
    """A calendar expression as a row of its own table."""
    values = date._asdict()
    start, end, rule = (values.pop(name) for name in ("start", "end", "rule"))
    return Claim("dates", start, end, rule, values)


STAGE = Stage(
    name="extract",
    help="Read dates, contracts, stats, roles, transfers and matches by pattern rules.",
    reads=("ingest", "tokenize", "recognize"),
    writes="claims at their words",
    code=(
        "language.py",
        "seeds.py",
        "dutch/*.py",
        "components/*.py",
        "components/*/*.py",
        "schema/*.py",
        "stages/extract.py",
        "stages/stage.py",
        "records.py",
    ),
    seeds=("clubs.csv", "competitions.csv", "nationalities.csv", "roles.csv", "metrics.csv"),
    run=run,
)
