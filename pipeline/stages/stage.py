"""What a stage is: data about itself plus one function.

`ingest` works on sources, `tabulate` on the whole run; the four stages between work on articles, and
theirs is the `run` declared here. Everything that a stage's result depends on is named in its
declaration: change any of it, and what the stage made is stale.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.records import Article, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.language import Reader


class Work:
    """One article on its way through the article stages.

    `payloads` holds what each stage made of it, by stage name; None where a stage has made nothing yet. `doc` is
    built from them when first asked for, and then handed on: consecutive stages work on one Doc in memory.
    """

    def __init__(self, article_id: str, payloads: dict[str, Any]) -> None:
        self.article_id = article_id
        self.payloads = payloads
        self._doc: Doc | None = None

    @property
    def article(self) -> Article:
        return Article(*self.payloads["ingest"]["article"])

    def doc(self, reader: Reader) -> Doc:
        if self._doc is None:
            self._doc = reader.rebuild(self.article, self.payloads["tokenize"], self.payloads["recognize"])
        return self._doc

    def attach(self, doc: Doc) -> None:
        """Hands on a Doc that was just made, instead of building it again."""
        self._doc = doc

    def detach(self) -> None:
        """Forgets the Doc, whose state is unknown after a failure."""
        self._doc = None

    @property
    def mentions(self) -> list[Mention]:
        return [Mention(*fields) for fields in self.payloads["recognize"]["mentions"]]


class Tools(NamedTuple):
    """What article stages work with. Both are made when first called: a stage that is fresh loads nothing."""

    reader: Callable[[], Reader]
    identities: Callable[[], Any]


class Stage(NamedTuple):
    """A stage's declaration."""

    name: str
    help: str  # one line
    reads: tuple[str, ...]  # stages whose results it takes
    writes: str  # what it makes, in words
    code: tuple[str, ...]  # the package's files it runs, as glob patterns
    settings: tuple[str, ...] = ()  # fields of Settings
    seeds: tuple[str, ...] = ()  # files of seeds/
    model: bool = False  # whether the language model matters
    run: Callable[[Sequence[Work], Tools], None] | None = None  # for article stages: sets payloads[name]
