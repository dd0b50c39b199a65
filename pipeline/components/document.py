"""What the pipes hand to one another on a Doc: the `doc._.` attributes, registered in one place.

All of them hold records of plain values with character offsets, so a Doc stays serializable.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from pipeline.records import Claim, Entity, Mention, NumberMention, TimeMention


@cache
def register() -> None:
    """Declares the attributes; each factory calls this, so any pipe can be used by itself.

    published (str): YYYY, YYYY-MM or YYYY-MM-DD; empty when unknown. The only "now" there is.
    mentions (list[Mention]): names, and the descriptions and pronouns resolved to them, in text order.
    entities (dict[str, Entity]): what the mentions stand for, by key.
    dates (list[TimeMention]), numbers (list[NumberMention]): in text order, none overlapping.
    claims (list[Claim]): in the order the pipes found them.
    """
    Doc.set_extension("published", default="")
    for name in ("mentions", "dates", "numbers", "claims"):
        Doc.set_extension(name, default=[])
    Doc.set_extension("entities", default={})


def mentions_of(doc: Doc) -> list[Mention]:
    return doc._.mentions  # type: ignore[no-any-return]


def entities_of(doc: Doc) -> dict[str, Entity]:
    return doc._.entities  # type: ignore[no-any-return]


def dates_of(doc: Doc) -> list[TimeMention]:
    return doc._.dates  # type: ignore[no-any-return]


def numbers_of(doc: Doc) -> list[NumberMention]:
    return doc._.numbers  # type: ignore[no-any-return]


def add_claims(doc: Doc, claims: list[Claim]) -> None:
    doc._.claims = [*doc._.claims, *claims]
