"""The moves that an article's sentences tell, each for itself; roles look at them, too, to know whose player one is."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe
from pipeline.components.reading import reading_of
from pipeline.components.transfers import career, courting, passing, rumours, talked, told
from pipeline.records import Claim

#: All rules; where two tell the same move, the surer one stands (see `settle`).
RULES = (*told.RULES, *career.RULES, *passing.RULES, *talked.RULES, *rumours.RULES, *courting.RULES)

#: Sentences about somebody they do not name: the speaker of an interview, the one whom another club wants, too.
_OF_ME = re.compile(r" (?:me|mij) |\book ")


def moves_of(doc: Doc) -> list[Claim]:
    """All moves, not yet settled; read once and kept among the Doc's hooks, which are not serialized."""
    hooks: dict[str, Any] = doc.user_hooks
    if "voetbal_moves" not in hooks:
        pipe = ClaimPipe("transfers", RULES, ())
        sentences = [
            sentence
            for sentence in reading_of(doc).sentences
            if any(item.sign in "PH" for item in sentence.items) or _OF_ME.search(sentence.skeleton)
        ]
        hooks["voetbal_moves"] = [claim for sentence in sentences for claim in pipe.find(sentence)]
    moves: list[Claim] = hooks["voetbal_moves"]
    return moves
