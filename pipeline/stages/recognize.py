"""recognize: tokens → names, and who or what each name, description and pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.stage import Stage, Tools, Work


def run(works: Sequence[Work], tools: Tools) -> None:
    """Sets each article's mentions and entities."""
    reader = tools.reader()
    docs = reader.recognize([work.doc(reader) for work in works])
    for work, doc in zip(works, docs, strict=True):
        work.attach(doc)
        work.payloads["recognize"] = {"mentions": doc._.mentions, "entities": list(doc._.entities.values())}


STAGE = Stage(
    name="recognize",
    help="Find names and tell who they, their descriptions and their pronouns stand for.",
    reads=("ingest", "tokenize"),
    writes="mentions and the entities of each article",
    code=(
        "language.py",
        "seeds.py",
        "dutch/*.py",
        "schema/*.py",
        "components/document.py",
        "components/gazetteer.py",
        "components/entities/*.py",
        "components/coreference/*.py",
        "components/descriptions.py",
        "components/clauses.py",
        "components/reading.py",
        "components/tokenizer.py",
        "stages/recognize.py",
        "stages/stage.py",
        "records.py",
    ),
    seeds=(
        "clubs.csv",
        "club_aliases.csv",
        "competitions.csv",
        "competition_aliases.csv",
        "national_teams.csv",
        "national_team_aliases.csv",
        "nationalities.csv",
        "people.csv",
        "people_aliases.csv",
        "organizations.csv",
        "roles.csv",
    ),
    model=True,
    run=run,
)
