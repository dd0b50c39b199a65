"""voetbal_coreference: who "hij", "zijn", "de linksback" and "de Rotterdammers" stand for.

An article is read in order, as a reader does. Names, and what stands beside them, tell the attributes of people
and clubs (`story`); a pronoun takes up the subject of the clause or sentence before it (`pronouns`), a description
the last one it fits (`people`, `clubs`). Agreement (gender, origin, role, age) decides; what stays open stays open.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.clauses import head
from pipeline.components.coreference import clubs, people, pronouns
from pipeline.components.coreference.story import Meant, Place, Story
from pipeline.components.document import register
from pipeline.components.entities import is_womens
from pipeline.components.reading import Reading, Sentence
from pipeline.records import Mention

#: Each finder yields the stretches of a sentence that may stand for somebody, and tells for whom.
Resolve = Callable[[Story, Sentence, int, int], Meant | None]
FINDERS: tuple[tuple[Callable[[str], list[tuple[int, int]]], Resolve], ...] = (
    (clubs.stretches, clubs.meant),
    (people.stretches, people.meant),
    (pronouns.stretches, pronouns.meant),
)


class CoreferencePipe:
    """Adds resolved pronouns and descriptions to `doc._.mentions`, and what the article tells to `doc._.entities`."""

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        if doc._.mentions:
            story = Story(Reading(doc), is_womens(doc.text))
            found = [mention for sentence in story.reading.sentences for mention in read(story, sentence)]
            doc._.mentions = sorted([*doc._.mentions, *found])
            doc._.entities = story.entities()
        return doc


def read(story: Story, sentence: Sentence) -> list[Mention]:
    """The mentions that a sentence adds; names and resolved words alike become what later ones refer to."""
    found: list[Mention] = []
    names = {item.at: item for item in sentence.items if item.sign in "PCT"}
    steps: list[tuple[int, int, int]] = [(at, -1, at) for at in names]
    for number, (stretches, _) in enumerate(FINDERS):
        steps += [(start, number, end) for start, end in stretches(sentence.skeleton)]
    done = 0  # what was resolved up to here is not read again
    for start, number, end in sorted(steps):
        if number < 0:
            item = names[start]
            story.add(Place(sentence.index, start, item.entity, head(sentence, item)))
        elif start >= done:
            meant = FINDERS[number][1](story, sentence, start, end)
            if meant is not None:
                span = sentence.chars(start, meant.end)
                found.append(Mention(*span, meant.label, meant.key, "coreference", meant.form))
                story.add(Place(sentence.index, start, meant.key, meant.form != "possessive"))
                done = meant.end
    return found


@Language.factory("voetbal_coreference", requires=["doc._.mentions", "doc._.entities"], assigns=["doc._.mentions"])
def make_coreference(nlp: Language, name: str) -> CoreferencePipe:
    return CoreferencePipe()
