"""Runs the examples that pattern rules carry: names come from the markup, so no model is needed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.components.dates
import pipeline.components.numbers
import pipeline.components.sentences  # noqa: F401  (registers the factories)
from pipeline.components.claims import ClaimRule
from pipeline.components.document import register
from pipeline.components.rules import Example, read_markup
from pipeline.records import Claim, Entity


@cache
def language() -> Language:
    """A blank Dutch pipeline with the pipes that need no model."""
    register()
    nlp = spacy.blank("nl")
    nlp.add_pipe("voetbal_sentences")
    nlp.add_pipe("voetbal_dates")
    nlp.add_pipe("voetbal_numbers")
    return nlp


@cache
def pipe(factory: str) -> Any:
    return language().create_pipe(factory)


def read(text: str, published: str, *factories: str) -> Doc:
    """The Doc of a marked-up text after dates, numbers and the named claim pipes."""
    nlp = language()
    plain, mentions = read_markup(text)
    doc = nlp.make_doc(plain)
    doc._.published = published
    doc._.mentions = mentions
    keys = {mention.entity for mention in mentions if mention.entity}
    doc._.entities = {key: Entity(key, key.partition("/")[0], key.partition("/")[2], "", {}) for key in sorted(keys)}
    doc._.claims = []
    for _, component in nlp.pipeline:
        doc = component(doc)
    for factory in factories:
        doc = pipe(factory)(doc)
    return doc


def named(values: dict[str, Any]) -> dict[str, Any]:
    """Claim values with entities by name: "person/Xabi Alonso" becomes "Xabi Alonso"."""
    kinds = ("person/", "club/", "national_team/", "competition/")
    return {
        name: value.partition("/")[2] if isinstance(value, str) and value.startswith(kinds) else value
        for name, value in values.items()
    }


def found(example: Example, table: str, *factories: str) -> list[dict[str, Any]]:
    """The values of the claims of a table that an example gives."""
    claims: Iterable[Claim] = read(example.text, example.published, *factories)._.claims
    return [named(claim.values) for claim in claims if claim.table == table]


def check(example: Example, table: str, *factories: str) -> None:
    """Asserts that an example gives the rows it expects and no others."""
    rows = found(example, table, *factories)
    left = list(rows)
    for expected in example.expect:
        fitting = [row for row in left if expected.items() <= row.items()]
        assert len(fitting) == 1, f"{example.text}\nexpected {expected}\namong {rows}"
        left.remove(fitting[0])
    assert not left, f"{example.text}\nunexpected {left}"


def examples(rules: Iterable[ClaimRule]) -> list[tuple[str, Example]]:
    """Each rule's name with each of its examples, for parametrizing a test."""
    return [(rule.name, example) for rule in rules for example in rule.examples]
