"""Every error the project raises, in one tree.

An error class carries a `slug` (what the rejects table and scripts show), a message template and the
exit code of the command. A `RejectError` concerns one source or article: the run writes a reject row
and goes on. A `FatalError` ends the command with one clear line.
"""

from __future__ import annotations

from typing import ClassVar


class VoetbalError(Exception):
    """Base of all errors; `str(error)` is one readable line."""

    slug: ClassVar[str] = "error"
    template: ClassVar[str] = "{detail}"

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.template.format(**values))

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword arguments do not survive default pickling, and errors cross process borders.
        return (_rebuild, (type(self), self.values))


def _rebuild(cls: type[VoetbalError], values: dict[str, object]) -> VoetbalError:
    return cls(**values)


# --- one source or article -----------------------------------------------------------------------


class RejectError(VoetbalError):
    """A source or an article that cannot be used; the run goes on without it."""

    slug = "reject"


class UnreadableSource(RejectError):
    slug = "unreadable"
    template = "cannot be read: {reason}"


class EmptySource(RejectError):
    slug = "empty"
    template = "holds no text"


class BinarySource(RejectError):
    slug = "binary"
    template = "is binary data, not text"


class UnknownEncoding(RejectError):
    slug = "unknown-encoding"
    template = "is neither UTF-8 nor Windows-1252"


class UnknownFormat(RejectError):
    slug = "unknown-format"
    template = "has a file type that is not read: {suffix}"


class MalformedSource(RejectError):
    slug = "malformed"
    template = "is damaged or not of its format: {reason}"


class MissingText(RejectError):
    slug = "no-text-column"
    template = "has no column {column!r} with the text; name it with --text-column"


class NotDutch(RejectError):
    slug = "not-dutch"
    template = "is not Dutch but {language!r}"


class TooLong(RejectError):
    slug = "too-long"
    template = "has {characters} characters, more than the {limit} that are read as one article"


class StageFailed(RejectError):
    slug = "failed"
    template = "{reason}"


# --- the whole command ---------------------------------------------------------------------------


class FatalError(VoetbalError):
    """Ends the command; `exit_code` is what the shell sees."""

    slug = "fatal"
    exit_code: ClassVar[int] = 2


class InputMissing(FatalError):
    slug = "no-input"
    template = "no such folder: {path}"


class NoArticles(FatalError):
    slug = "no-articles"
    template = "no article files below {path}"


class OutputUnwritable(FatalError):
    slug = "output-unwritable"
    template = "cannot write to {path}: {reason}"
    exit_code = 3


class RunLocked(FatalError):
    slug = "locked"
    template = "another run (process {pid}) is writing to {path}"
    exit_code = 3


class NoRun(FatalError):
    slug = "no-run"
    template = "{path} holds no run; make one with: voetbal run FOLDER -o {path}"


class MissingStage(FatalError):
    slug = "missing-stage"
    template = "stage {stage} needs what {needs} writes, and that is not in {path}; run without --from/--only first"


class ModelMissing(FatalError):
    slug = "no-model"
    template = "model {model!r} is not installed; {hint}"
    exit_code = 4


class ModelDamaged(FatalError):
    slug = "damaged-model"
    template = "the model in {path} does not match its checksums: {reason}"
    exit_code = 4


class ModelUnloadable(FatalError):
    slug = "broken-model"
    template = "the pipeline with model {model!r} cannot be loaded: {reason}"
    exit_code = 4


class SeedsDamaged(FatalError):
    slug = "damaged-seeds"
    template = "{path}: {reason}"
    exit_code = 4


class UnknownTable(FatalError):
    slug = "unknown-table"
    template = "no table {table!r}; there are: {tables}"


class UnknownRow(FatalError):
    slug = "unknown-row"
    template = "no {kind} {key!r} in {path}"


class UnknownColumn(FatalError):
    slug = "unknown-column"
    template = "table {table} has no column {column!r}; it has: {columns}"
