"""The six stages, in the order of the data. Read them in this order too."""

from pipeline.stages import extract, ingest, normalize, recognize, tabulate, tokenize
from pipeline.stages.stage import Stage

STAGES: tuple[Stage, ...] = (
    ingest.STAGE,
    tokenize.STAGE,
    recognize.STAGE,
    extract.STAGE,
    normalize.STAGE,
    tabulate.STAGE,
)
BY_NAME: dict[str, Stage] = {stage.name: stage for stage in STAGES}
