"""voetbal_roles: who is, was or will be what, and where → claims for the roles table.

`words` finds role words; `predicates`, `led`, `appositions`, `described` and `relations` hold the rules, over
skeletons in which role words are a sign of their own; `about` makes rows; `settle` fills in the club that the
article tells elsewhere (`unsaid`: that it just named) and keeps the most exact playing role.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.claims import ClaimPipe, ClaimRule, Found
from pipeline.components.document import add_claims
from pipeline.components.reading import Sentence, pattern, reading_of
from pipeline.components.roles import appositions, described, led, predicates, relations
from pipeline.components.roles.settle import settled
from pipeline.components.roles.words import ROLE, marked
from pipeline.components.transfers.moves import moves_of
from pipeline.records import Claim

IDENTITY = ("person_id", "role", "club_id", "national_team_id", "status")
RULES: tuple[ClaimRule, ...] = (
    *predicates.RULES,
    *led.RULES,
    *appositions.RULES,
    *described.RULES,
    *relations.RULES,
)


class RolesPipe(ClaimPipe):
    """Reads roles over skeletons with role words marked."""

    def __call__(self, doc: Doc) -> Doc:
        reading = reading_of(doc)
        claims = [claim for sentence in reading.sentences for claim in self.find(sentence)]
        add_claims(doc, settled(reading, claims, moves_of(doc)))
        return doc

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        """Claims of a sentence. Places in the marked skeleton are those of the sentence's own."""
        if not any(item.sign in "PCTL" for item in sentence.items):
            return
        skeleton = marked(sentence.skeleton)
        for rule in self.rules:
            if "<W>" in rule.pattern and ROLE not in skeleton:
                continue
            if rule.cues and not any(cue in skeleton for cue in rule.cues):
                continue
            for match in pattern(rule.pattern).finditer(skeleton):
                yield from rule.read(Found(rule, self.table, sentence, match))


@Language.factory("voetbal_roles")
def make_roles(nlp: Language, name: str) -> RolesPipe:
    """The pipe, to stand behind names, coreference, dates and numbers."""
    return RolesPipe("roles", RULES, IDENTITY)
