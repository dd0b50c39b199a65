"""Descriptions of people: "de 23-jarige linksback", "de Spanjaard", "de oefenmeester"."""

from __future__ import annotations

import re

from pipeline.components.coreference.story import Meant, Story
from pipeline.components.descriptions import COACHING, PLAYING, Attributes, attributes, is_noun
from pipeline.components.reading import Sentence, pattern

#: How many sentences back a description may point; it names attributes and so reaches further than a pronoun.
#: Set on the development split of corpus/.
REACH = 12
#: Sentences after which a position alone no longer tells whom a description means.
ROLE_REACH = 2
_DESCRIPTION = re.compile(r"\b(?:de|het|deze|die)(?=((?: [^\W_][\w'’-]*){1,5}))")
#: Before a description that says what somebody is, not who is meant: "is de topscorer", "als trainer".
_PREDICATE = re.compile(
    r"\b(?:is|was|wordt|werd|blijft|bleef|zijn|waren|als|tot|noemt|heet|worden|geen)"
    r"(?: (?:nu|nog|ook|al|momenteel|inmiddels|opnieuw|weer|met|\w+))? $"
)
#: How Dutch calls somebody after a town; plurals in -s are clubs.
_INHABITANT = re.compile(r"\w{3,}(?:naar|aar|er|ër)")
#: Behind words that belong to the name that follows, or to a club.
_APPOSED = r"(?:-\w+)? ?<CT>?[ -]?(?:\w+ )?<P>| (?:van|bij|uit|in dienst van) "


def stretches(skeleton: str) -> list[tuple[int, int]]:
    """Where a definite article begins what may be a description, with up to five words."""
    return [(match.start(), match.end(1)) for match in _DESCRIPTION.finditer(skeleton)]


def meant(story: Story, sentence: Sentence, start: int, end: int) -> Meant | None:
    """Whom the words from `start` on describe; of several readings the longest that tells something."""
    words = sentence.skeleton[start:end].split(" ")
    for size in range(len(words), 1, -1):
        phrase = words[1:size]
        stop = start + len(" ".join(words[:size]))
        said = attributes(phrase) if is_noun(phrase) else None
        if said is None and _is_inhabitant(sentence, stop, phrase[-1]):
            said = attributes(phrase[:-1])
            said = said._replace(townsman=True) if said is not None else None
        if said is not None and said.any:
            if _stands_beside(sentence.skeleton, start, stop):
                return None
            key = _described(story, sentence, start, said)
            if not key:
                return None
            story.people[key].note(said)
            return Meant(stop, key, "PERSON", "description")
    return None


def _is_inhabitant(sentence: Sentence, stop: int, word: str) -> bool:
    """Whether a word is somebody of a town, written with a capital: "de Hagenaar", "de geboren Enschedeër"."""
    at = stop - len(word)
    begin, _ = sentence.chars(at, stop)
    return bool(_INHABITANT.fullmatch(word)) and sentence.reading.text[begin].isupper()


def _stands_beside(skeleton: str, start: int, stop: int) -> bool:
    """Whether the words stand beside a name or say what somebody is, instead of standing for somebody."""
    if skeleton[stop : stop + 1] in (" ", "-") and pattern(_APPOSED).match(skeleton, stop):
        return True
    before = skeleton[max(0, start - 30) : start]
    return bool(pattern("<P>, $").search(before) or _PREDICATE.search(before))


def _described(story: Story, sentence: Sentence, at: int, said: Attributes) -> str:
    """The last one whom the attributes fit; with nothing known to fit, only who the text is plainly about."""
    best: tuple[int, int, int, str] | None = None
    possible = set()
    for index in range(max(0, sentence.index - REACH), sentence.index + 1):
        for place in story.people_in(index):
            score = story.people[place.key].agrees(said)
            if score >= 0:
                possible.add(place.key)
                if score > 0:
                    best = max(best or (0, 0, 0, ""), (score, index, place.at, place.key))
    alone = _alone_before(story, sentence, at, possible)
    if best is None:
        return alone if said.role in PLAYING | COACHING or not said.role else ""
    # positions are few: one that fitted long ago yields to whom the text is about by now; an origin or age does not
    far = sentence.index - best[1] > ROLE_REACH and not (said.nationality or said.age)
    return alone if far and alone else best[3]


def _alone_before(story: Story, sentence: Sentence, at: int, possible: set[str]) -> str:
    """The one person whom the sentence before is about, if nobody was named since."""
    if any(place.at < at for place in story.people_in(sentence.index)):
        return ""
    before = [place for place in story.people_in(sentence.index - 1) if place.key in possible]
    for keys in ({place.key for place in before}, {place.key for place in before if place.subject}):
        if len(keys) == 1:
            return keys.pop()
    return ""
