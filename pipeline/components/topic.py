"""Which side a stretch of an article is about: what "de club", "de trainer", "de aanwinst" leave unsaid.

An article names its club in the first sentences and most often; a paragraph of a ticker or round-up has its
own. Where two sides are named about as often (a match report), nothing is taken for granted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from pipeline import seeds
from pipeline.components.clauses import REACH, clause, head, near
from pipeline.components.reading import Item, Reading, Sentence, pattern
from pipeline.records import Mention

#: A main side is named this many times as often as the next one.
CLEAR = 1.4
#: For whose coach somebody is, previews of a match need a clearer one: at 1.4 they got one of the two sides.
VERY_CLEAR = 2.0
#: How many sentences to either side a paragraph is looked at.
_NEAR = 12
#: How many signs of each of them: a list of a thousand names must not be walked through for each.
_ITEMS = 40
_JOINED = pattern(r"<C>(?:,| en| of) $")
_GOVERNED = pattern(r"\b(?:tegen|naar|van|uit|met|dan|voor|over) (?:(?:de|het|een|\w+e) ){0,2}$")

_ACROSS = re.compile(
    r"\W*(?:aan de (?:andere|overzijde|overkant)|aan de overkant|"
    r"bij de (?:tegen\w+|opponent|bezoekers|gasten|verliezer)|daartegenover|diens? opponent)\b"
)


def main_side(reading: Reading, letter: str, clear: float = CLEAR) -> str:
    """The side that the article is about; C for clubs, T for national teams; empty when there is none."""
    counts: Counter[str] = Counter()
    first: set[str] = set()
    for sentence in reading.sentences:
        for item in sentence.items:
            if item.sign == letter and item.entity:
                counts[item.entity] += 1
                if sentence.index < 4:
                    first.add(item.entity)
    if not counts:
        return ""
    ranked = counts.most_common(2)
    alone = len(ranked) == 1 or ranked[0][1] >= clear * ranked[1][1]
    if (
        ranked[0][1] == 1
        and letter == "C"
        and not any(
            item.entity == ranked[0][0] and _acts(sentence, item)
            for sentence in reading.sentences
            for item in sentence.items
        )
    ):
        return ""
    return ranked[0][0] if alone and (ranked[0][0] in first or letter == "T") else ""


def protagonist(reading: Reading) -> str:
    """The person whom an article names clearly most often; empty when there is none."""
    counts = Counter(
        item.entity for sentence in reading.sentences for item in sentence.items if item.sign in "PH" and item.entity
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 4:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else ""


def sentence_at(reading: Reading, char: int) -> Sentence:
    """The sentence that holds a character of the text."""
    return reading.sentences[max(0, bisect_right(reading.sentences, char, key=_start) - 1)]


def _start(sentence: Sentence) -> int:
    return sentence.start


def paragraph(reading: Reading, sentence: Sentence) -> list[Sentence]:
    """The sentences of the line of text that a sentence stands in, a few on either side at most."""
    start = reading.text.rfind("\n", 0, sentence.start + 1) + 1
    end = reading.text.find("\n", sentence.start + 1)
    end = len(reading.text) if end < 0 else end
    low, high = max(0, sentence.index - _NEAR), sentence.index + _NEAR + 1
    return [other for other in reading.sentences[low:high] if start <= other.start < end or other is sentence]


def ticker(reading: Reading) -> bool:
    """Whether an article is a row of items with a subject each: lines that begin with a time, dash or number."""
    lines = [line for line in reading.text.split("\n") if len(line) > 60]
    return (
        len(lines) > 3
        and sum(line[:1].isdigit() or line[:2] in ("- ", "• ", "– ", "* ") for line in lines) > len(lines) / 2
    )


def town_club(sentence: Sentence, item: Item) -> Item | None:
    """The article's club of a town: "in Stuttgart" is with VfB Stuttgart where the article names that club only."""
    town = sentence.reading.text[item.start : item.end]
    rows = seeds.by_id("clubs.csv")
    clubs = [
        entity
        for entity in sentence.reading.entities.values()
        if entity.kind == "club" and entity.seed and rows[entity.seed]["city"] == town
    ]
    if item.sign != "L" or len(clubs) != 1:
        return None
    return item._replace(value=Mention(item.start, item.end, "CLUB", clubs[0].key, "rule", "description"))


def place_of_char(sentence: Sentence, char: int) -> int:
    """Where in the skeleton the first sign at or behind a character of the text stands; 0 when there is none."""
    index = bisect_left(sentence.items, char, key=_item_start)
    return sentence.items[index].at if index < len(sentence.items) else 0


def _item_start(item: Item) -> int:
    return item.start


def place_before(sentence: Sentence, at: int) -> str:
    """The club that "er" stands for: "bij Brentford onder Frank, die er nog altijd coach is"."""
    clubs = [item.entity for item in near(sentence, max(0, at - REACH), at, "C") if item.entity]
    return clubs[-1] if clubs else ""


def topic(reading: Reading, char: int, main: str) -> str:
    """The club that the words at a character are about: their clause's, else the article's or the paragraph's."""
    sentence = sentence_at(reading, char)
    at = place_of_char(sentence, char)
    start, end = clause(sentence, at)
    own = {item.entity for item in near(sentence, start, end, "C") if item.entity and _acts(sentence, item)}
    if len(own) == 1:
        return own.pop()
    if not own and (opening := _opening(sentence)):
        return opening
    block = paragraph(reading, sentence)
    before = [other for other in block if other.index == sentence.index - 1]
    opens = at < REACH and sentence.skeleton[:at].strip(' \n“”"„‘’').count(" ") < 4
    for other in before if opens else ():
        if opening := _opening(other):
            return opening
        heads = {item.entity for item in other.items[:_ITEMS] if item.sign == "C" and _acts(other, item)}
        if len(heads) == 1 and (not main or ticker(reading)):
            return heads.pop()
    if main and not ticker(reading):
        return elsewhere(reading, sentence, main) or main
    if spoken := centre(reading, sentence, at):
        return spoken
    clubs = {
        item.entity
        for other in block
        for item in other.items[:_ITEMS]
        if item.sign == "C" and item.entity and not opposed(other, item)
    }
    return clubs.pop() if len(clubs) == 1 else ""


def lead_side(reading: Reading, letter: str) -> str:
    """The side that acts first, in the title or first two sentences, when none is named more often; else empty.

    A club counts when it is named again; a national team is seldom named by chance.
    """
    for sentence in reading.sentences[:3]:
        for item in sentence.items[:_ITEMS]:
            if item.sign == letter and _acts(sentence, item):
                counts = Counter(
                    other.entity for line in reading.sentences for other in line.items if other.sign == letter
                )
                return item.entity if counts[item.entity] == max(counts.values()) > (letter == "C") else ""
    return ""


def centre(reading: Reading, sentence: Sentence, at: int) -> str:
    """The club that is being spoken of where a sentence names none that acts: that of the sentences before.

    "Aan de andere kant" turns to the one spoken of before. A paragraph that has named no club yet goes on
    with the one that the paragraph before opened with. Two clubs acting in one sentence leave it open.
    """
    here = _actors(sentence, at)
    if len(here) == 1:
        return here[0]
    if here:
        return ""
    block = [other for other in paragraph(reading, sentence) if other.index < sentence.index]
    spoken = [clubs for other in reversed(block) if (clubs := _actors(other, REACH) or _opened(other))]
    if _ACROSS.match(sentence.skeleton):
        named = [[item.entity for item in other.items[:_ITEMS] if item.sign == "C"] for other in reversed(block)]
        last = set(named[0] if named and len(set(named[0])) == 1 else spoken[0][:1] if spoken else ())
        others = [club for clubs in named for club in clubs if club and club not in last]
        return others[0] if others and len(last) == 1 else ""
    if spoken:
        return spoken[0][0] if len(spoken[0]) == 1 else ""
    first = block[0] if block else sentence
    before = next((other for other in reading.sentences[: first.index][-3:][::-1] if other.items), None)
    if before is None:
        return ""
    opened = _actors(paragraph(reading, before)[0], REACH)
    return opened[0] if len(opened) == 1 else ""


def spoken_of(reading: Reading, char: int) -> str:
    """The club that was named before the words at a character as the one spoken of; empty when open."""
    sentence = sentence_at(reading, char)
    return _opening(sentence) or centre(reading, sentence, place_of_char(sentence, char))


def _actors(sentence: Sentence, end: int) -> list[str]:
    """The clubs that act in a sentence before a place, in order, each once."""
    acting = [item for item in near(sentence, max(0, end - REACH), end, "C")[:_ITEMS] if _acts(sentence, item)]
    return list(dict.fromkeys(item.entity for item in acting))


def opposed(sentence: Sentence, item: Item) -> bool:
    """Whether a side is only played against: "verloor van Y", "tegen Y"."""
    return bool(
        re.search(r"\b(?:tegen|van|naar) (?:(?:het|de|\w+e) )?$", sentence.skeleton[max(0, item.at - 24) : item.at])
    )


def _acts(sentence: Sentence, item: Item) -> bool:
    before = sentence.skeleton[max(0, item.at - 30) : item.at]
    return bool(item.entity) and head(sentence, item) and not _GOVERNED.search(before) and not _JOINED.search(before)


def elsewhere(reading: Reading, sentence: Sentence, main: str) -> str:
    """The only club of a paragraph of some length that leaves the article's own club out; empty for others."""
    block = paragraph(reading, sentence)
    sides = [(other, item) for other in block for item in other.items[:_ITEMS] if item.sign == "C" and item.entity]
    named = {item.entity for _, item in sides}
    if len(block) < 3 or len(named) != 1 or main in named or not any(_acts(other, item) for other, item in sides):
        return ""
    return named.pop()


def _opened(sentence: Sentence) -> list[str]:
    opening = _opening(sentence)
    return [opening] if opening else []


def _opening(sentence: Sentence) -> str:
    """The club or town that a sentence opens with: "Rust bij Feyenoord", "In Stuttgart ..."."""
    match = pattern(r"^(?:[\d.:]+ uur – )?(?:rust |onrust |ook |en |maar ){0,2}(?:bij|in) (?P<side><CL>)").match(
        sentence.skeleton.lstrip()
    )
    if match is None:
        return ""
    at = match.start("side") + len(sentence.skeleton) - len(sentence.skeleton.lstrip())
    item = next(item for item in sentence.items if item.at == at)
    side = item if item.sign == "C" else town_club(sentence, item)
    return side.entity if side else ""
