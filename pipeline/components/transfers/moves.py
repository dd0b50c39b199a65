"""The moves that an article's sentences tell, each for itself; roles look at them, too, to know whose player one is."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe
from pipeline.components.reading import reading_of
from pipeline.components.transfers.frames import RULES
from pipeline.records import Claim

__all__ = ["RULES", "moves_of"]


def moves_of(doc: Doc) -> list[Claim]:
    """All moves, not yet settled; read once and kept among the Doc's hooks, which are not serialized."""
    cached = doc.user_hooks.get("voetbal_moves")
    if not isinstance(cached, list):
        pipe = ClaimPipe("transfers", RULES, ())
        cached = [claim for sentence in reading_of(doc).sentences if sentence.items for claim in pipe.find(sentence)]
        doc.user_hooks["voetbal_moves"] = cached
    return cached
