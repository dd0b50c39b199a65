"""How the claim pipes see an article: sentences in which everything already understood is one sign.

Rules would drown in spellings if they had to match names, dates and numbers themselves. So each sentence
is laid out once as a *skeleton*: lower-case text in which every name, date, number and score is a single
character, written `<P>` in patterns:

    Grimaldo heeft bij Bayer Leverkusen een contract tot medio 2027.
    <P> heeft bij <C> een contract tot <D>.

    <P> person (name, pronoun, description)   <H> a person's possessive: zijn, haar
    <C> club   <T> national team   <K> competition   <L> location   <O> organization   <M> other name
    <D> date   <U> duration   <N> number   <R> ordinal   <X> multiplicative ("tweemaal")
    <E> money  <A> age   <F> percentage, height, range   <Q> score

A class of signs is written with several letters: `<PH>` is either. The skeleton knows where each sign
lies in the text, so whatever a pattern finds can be pointed at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from pipeline.components.document import dates_of, entities_of, mentions_of, numbers_of
from pipeline.records import Entity, Mention, NumberMention, TimeMention

SIGN_OF_LABEL = {
    "PERSON": "P",
    "CLUB": "C",
    "NATIONAL_TEAM": "T",
    "COMPETITION": "K",
    "LOCATION": "L",
    "ORGANIZATION": "O",
    "MISC": "M",
}
SIGN_OF_NUMBER = {
    "cardinal": "N",
    "ordinal": "R",
    "multiplicative": "X",
    "money": "E",
    "age": "A",
    "range": "F",
    "percentage": "F",
    "height": "F",
    "fraction": "F",
}
_SCORE = re.compile(r"(?<![\w-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\w|[.,]\d|[-–]\d)")
_SIGNS = re.compile(r"<([A-Z]+)>")


class Score(NamedTuple):
    """Two numbers of goals as written; which side is at home is for the reader to tell."""

    start: int
    end: int
    first: int
    second: int


class Item(NamedTuple):
    """A sign in a skeleton, and what it stands for."""

    at: int  # position in the skeleton
    start: int  # characters in the article's text
    end: int
    sign: str
    value: Mention | TimeMention | NumberMention | Score

    @property
    def entity(self) -> str:
        """The key of the entity meant; empty for dates and numbers and names that are none."""
        return self.value.entity if isinstance(self.value, Mention) else ""


def sign(letter: str) -> str:
    """The character that stands for a sign: one of Unicode's private use, so no text contains it."""
    return chr(0xE000 + ord(letter))


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A compiled pattern in which `<P>` stands for the sign P and `<PH>` for either of two."""
    return re.compile(_SIGNS.sub(lambda match: f"[{''.join(map(sign, match[1]))}]", source))


class Sentence:
    """One sentence of an article: its skeleton and the way back into the text."""

    def __init__(self, reading: Reading, index: int, start: int, end: int) -> None:
        self.reading = reading
        self.index = index
        self.start = start
        self.end = end
        self.items: list[Item] = []
        self.skeleton = ""
        self._anchors: list[int] = [0]  # skeleton positions from which characters run in step
        self._chars: list[int] = [start]  # and the text position of each

    def lay_out(
        self, text: str, pieces: list[tuple[int, int, str, Mention | TimeMention | NumberMention | Score]]
    ) -> None:
        """Builds the skeleton from the understood pieces, which are in order and do not overlap."""
        parts: list[str] = []
        length, position = 0, self.start
        for start, end, letter, value in pieces:
            gap = lower(text[position:start])
            at = length + len(gap)
            parts += [gap, sign(letter)]
            self.items.append(Item(at, start, end, letter, value))
            length, position = at + 1, end
            self._anchors += [at, length]
            self._chars += [start, end]
        parts.append(lower(text[position : self.end]))
        self.skeleton = "".join(parts)

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """The text's [start, end) for the skeleton's."""
        return self._char(start), self._char(end)

    def _char(self, at: int) -> int:
        index = bisect_right(self._anchors, at) - 1
        return min(self._chars[index] + at - self._anchors[index], self.end)

    def find(self, source: str) -> Iterator[re.Match[str]]:
        return pattern(source).finditer(self.skeleton)

    def item(self, match: re.Match[str], group: str | int) -> Item | None:
        """The item at which a group of a match begins; None when the group took no part."""
        at = match.start(group)
        index = bisect_left(self.items, at, key=lambda item: item.at)
        return self.items[index] if index < len(self.items) and self.items[index].at == at else None

    def of(self, letters: str, start: int = 0, end: int | None = None) -> list[Item]:
        """The items of these signs between two skeleton positions."""
        stop = len(self.skeleton) if end is None else end
        return [item for item in self.items if item.sign in letters and start <= item.at < stop]

    def is_source(self, item: Item) -> bool:
        """Whether an item only says who reports or speaks: "aldus X", "volgens X", "meldt X"."""
        return bool(
            pattern(r"(?:aldus|volgens|meldt|schrijft|bericht|zegt|zei|vertelt|laat) (?:de |het |\w+ )?$").search(
                self.skeleton[max(0, item.at - 60) : item.at]
            )
        )


class Reading:
    """All sentences of a Doc with mentions, dates and numbers; made once and shared by the claim pipes."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.published: str = doc._.published
        self.entities: dict[str, Entity] = entities_of(doc)
        self.teams: dict[str, str] = {}  # coach → side, from the roles read before; set by who needs it
        self.home = ""  # home side of the one match told of, from the matches read before
        self.sentences: list[Sentence] = []
        pieces = self._pieces(doc)
        cursor = 0
        for index, span in enumerate(doc.sents):
            start, end = span.start_char, span.end_char
            sentence = Sentence(self, index, start, end)
            first = cursor
            while cursor < len(pieces) and pieces[cursor][0] < end:
                cursor += 1
            sentence.lay_out(self.text, [piece for piece in pieces[first:cursor] if piece[1] <= end])
            self.sentences.append(sentence)

    def _pieces(self, doc: Doc) -> list[tuple[int, int, str, Mention | TimeMention | NumberMention | Score]]:
        """Everything understood, in order; names win over dates, dates over scores, scores over numbers."""
        found: list[tuple[int, int, str, Mention | TimeMention | NumberMention | Score]] = []
        for mention in mentions_of(doc):
            letter = "H" if mention.form == "possessive" else SIGN_OF_LABEL[mention.label]
            found.append((mention.start, mention.end, letter, mention))
        for date in dates_of(doc):
            found.append((date.start, date.end, "U" if date.type == "DURATION" else "D", date))
        for match in _SCORE.finditer(self.text):
            found.append(
                (match.start(), match.end(), "Q", Score(match.start(), match.end(), int(match[1]), int(match[2])))
            )
        for number in numbers_of(doc):
            # "laatste" stays a word: a rank from the end is no place in a table, and ages in months are nobody's here
            if number.kind in SIGN_OF_NUMBER and number.unit not in ("months", "weeks", "days"):
                found.append((number.start, number.end, SIGN_OF_NUMBER[number.kind], number))
        taken: list[tuple[int, int, str, Mention | TimeMention | NumberMention | Score]] = []
        end = 0
        # a stable sort keeps that precedence among pieces that begin together
        for piece in sorted(found, key=lambda piece: piece[0]):
            if piece[0] >= end:
                taken.append(piece)
                end = piece[1]
        return taken


def lower(text: str) -> str:
    """Lower case of the same length: the few characters that would grow (İ) stay as they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(character.lower() if len(character.lower()) == 1 else character for character in text)


#: Kept beside the Docs, not on them: a Doc's own data must be plain enough to serialize.
_readings: WeakKeyDictionary[Doc, Reading] = WeakKeyDictionary()


def reading_of(doc: Doc) -> Reading:
    """The Doc's reading, made when the first claim pipe asks and gone with the Doc."""
    reading = _readings.get(doc)
    if reading is None:
        reading = _readings[doc] = Reading(doc)
    return reading
