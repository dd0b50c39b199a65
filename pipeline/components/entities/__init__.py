"""voetbal_entities: one decision about every name of an article, from model, gazetteer and the article itself.

The model reads each occurrence by its context, the gazetteer knows spellings but no context, and the article
as a whole knows most: who was introduced in full is meant by the surname later on, and a form once understood
stays understood. The steps, each a module: `spans`, `forms`, `identities`.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.descriptions import roles
from pipeline.components.document import register
from pipeline.components.entities.forms import spread
from pipeline.components.entities.identities import Identifier, is_womens, seed_entity
from pipeline.components.entities.spans import LABELS, Doubts, Span, choose, trimmed
from pipeline.components.gazetteer import Gazetteer
from pipeline.records import Entity, Mention

__all__ = ["LABELS", "EntityPipe", "is_womens", "make_entities"]


class EntityPipe:
    """Reads `doc.ents`, writes `doc._.mentions` and `doc._.entities`."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        register()
        self._gazetteer = gazetteer
        self._doubts = Doubts(gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        model = [
            Span(*trimmed(doc, ent.start, ent.end, LABELS[ent.label_]), LABELS[ent.label_], "model")
            for ent in doc.ents
            if ent.label_ in LABELS
        ]
        words = [token.text for token in doc]  # once: every look at a token makes an object
        spans = choose(doc, [span for span in model if span.start < span.end], self._gazetteer(doc, words))
        spans = [kept for span in spans if (kept := self._doubts(doc, span, spans)) is not None]
        spans = spread(doc, words, spans, self._gazetteer)
        mentions, entities = Identifier(doc, spans, self._gazetteer).identify()
        mentions += self._inside_compounds(doc, words, mentions, entities)
        doc._.mentions = sorted(mentions)
        doc._.entities = {entity.key: entity for entity in entities.values()}
        return doc

    def _inside_compounds(
        self, doc: Doc, words: list[str], mentions: list[Mention], entities: dict[str, Entity]
    ) -> list[Mention]:
        """Clubs glued to a role: "Antwerp" in "Antwerpdoelman"."""
        taken = {mention.start for mention in mentions}
        found = []
        for index, word in enumerate(words):
            if len(word) < 8 or not word[0].isupper() or doc[index].idx in taken:
                continue
            start = doc[index].idx
            for cut in range(len(word) - 3, 2, -1):
                known = self._gazetteer.aliases["club"].get(word[:cut])
                if known is not None and word[cut:] in roles():
                    entity = seed_entity("club", known[1][0], word[:cut])
                    entities.setdefault(entity.key, entity)
                    found.append(Mention(start, start + cut, "CLUB", entity.key, "gazetteer"))
                    break
        return found


@Language.factory("voetbal_entities", assigns=["doc._.mentions", "doc._.entities"], requires=["doc.ents"])
def make_entities(nlp: Language, name: str) -> EntityPipe:
    return EntityPipe(Gazetteer(nlp))
