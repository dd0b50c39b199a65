"""The common frame of the claim pipes: rules over skeletons, and what they found.

A claim rule is a pattern over a sentence's skeleton (see `reading`) and a function that tells what the
matched words say. The function decides by understanding (who is the subject, is it denied), the pattern
only finds where to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from spacy.tokens import Doc

from pipeline.components.document import add_claims, register
from pipeline.components.reading import Item, Reading, Sentence, reading_of
from pipeline.components.rules import Example
from pipeline.records import Claim


class Found(NamedTuple):
    """A place where a rule's pattern fits."""

    rule: ClaimRule
    table: str
    sentence: Sentence
    match: re.Match[str]

    @property
    def reading(self) -> Reading:
        return self.sentence.reading

    def item(self, group: str | int) -> Item | None:
        return self.sentence.item(self.match, group)

    def claim(self, *items: Item | None, **values: Any) -> Claim:
        """A claim that rests on the matched words and on these items of the same sentence."""
        start, end = self.sentence.chars(*self.match.span())
        for item in items:
            if item is not None and self.sentence.start <= item.start < self.sentence.end:
                start, end = min(start, item.start), max(end, item.end)
        return Claim(self.table, start, end, self.rule.name, values)


class ClaimRule(NamedTuple):
    """One way in which Dutch states a claim."""

    name: str  # shown in the rule column
    cues: tuple[str, ...]  # one of these must be in the skeleton for the pattern to be tried at all; () = always
    pattern: str  # over skeletons
    read: Callable[[Found], Iterable[Claim]]
    examples: tuple[Example, ...]  # found and left alone


class ClaimPipe:
    """Runs the rules of one table over each sentence; an earlier rule wins where two claim the same."""

    def __init__(self, table: str, rules: tuple[ClaimRule, ...], identity: tuple[str, ...]) -> None:
        """`identity` names the values that make two claims the same claim."""
        register()
        self.table = table
        self.rules = rules
        self.identity = identity

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        claims: dict[tuple[Any, ...], Claim] = {}
        for sentence in reading.sentences:
            for claim in self.find(sentence):
                key = tuple(claim.values.get(name) for name in self.identity)
                claims.setdefault(key, claim)
        add_claims(doc, list(claims.values()))
        return doc

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        skeleton = sentence.skeleton
        for rule in self.rules:
            if rule.cues and not any(cue in skeleton for cue in rule.cues):
                continue
            for match in sentence.find(rule.pattern):
                yield from rule.read(Found(rule, self.table, sentence, match))
