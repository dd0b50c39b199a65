"""voetbal_transfers: moves between clubs, told, agreed, rumoured or denied → claims for the transfers table.

`frames` holds words of moving with who is who beside each, `about` how sure and on what terms, `settle` what
the rest of the article adds and which statement of several stands.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe
from pipeline.components.document import add_claims
from pipeline.components.reading import reading_of
from pipeline.components.transfers.moves import RULES, moves_of
from pipeline.components.transfers.settle import settled

IDENTITY = ("person_id", "from_club_id", "to_club_id", "status")


class TransfersPipe(ClaimPipe):
    """Reads moves; the roles read before tell where somebody is."""

    def __call__(self, doc: Doc) -> Doc:
        add_claims(doc, settled(reading_of(doc), moves_of(doc), doc._.claims))
        return doc


@Language.factory("voetbal_transfers")
def make_transfers(nlp: Language, name: str) -> TransfersPipe:
    """The pipe, to stand behind roles, which it looks at when they are there."""
    return TransfersPipe("transfers", RULES, IDENTITY)
