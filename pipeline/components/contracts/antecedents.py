"""Whom "ik", "hij" and "de verdediger" stand for where no name was found for them."""

from __future__ import annotations

from collections import Counter

from pipeline.components.clauses import head, near
from pipeline.components.reading import Item, Sentence, pattern

#: What may stand between a preposition or verb and the name it governs.
FILL = (
    r"(?: (?:de|het|zijn|haar|een|ook|doelman|keeper|spits|verdediger|middenvelder|aanvaller|trainer|coach"
    r"|hoofdtrainer|aanvoerder|talent|[\w-]+er|[\w-]+e|<A>)){0,3}"
)
_OPEN_PERSON = pattern(r"\b(?:hij|zij|ze|hem|haar|zijn|die|wiens)\b|^\W*(?:\w+ ){0,3}(?:de|het|een) ")

_FIRST_PERSON = pattern(r"\b(?:ik|mijn|mij|me)\b")
_SPEAKER = pattern(
    rf"\b(?:zegt|zei|vertelt|vertelde|aldus|reageert|reageerde|stelt|lacht|klinkt het bij){FILL} (?P<who><P>)"
)
_QUOTE = "„“”‘’'\""
#: How many sentences back a description or an "ik" may have its name.
_BACK = 3


def antecedent(sentence: Sentence, end: int) -> list[Item]:
    """Who the words before `end` speak of without naming anybody: the speaker, or the person named last."""
    if _FIRST_PERSON.search(sentence.skeleton):
        return _speaker(sentence)
    if sentence.of("P", 0, end) or not _OPEN_PERSON.search(sentence.skeleton):
        return []
    return _last_named(sentence)


def _last_named(sentence: Sentence) -> list[Item]:
    """The one person of the nearest sentence before that names any."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        before = sentence.reading.sentences[index]
        items = near(before, 0, len(before.skeleton), "P")
        named = [item for item in items if head(before, item)] or items
        if index < sentence.index - 1 and (
            before.of("O") or "\n" in sentence.reading.text[before.start : sentence.start]
        ):
            return []
        if named:
            return named[:1] if len({item.entity for item in named}) == 1 else []
    return []


def _speaker(sentence: Sentence) -> list[Item]:
    """Who says "ik": the speaker named with the quote; in an interview, whose answers are quotes of their own,
    the person named most; else the one named last before the quote."""
    said = _SPEAKER.search(sentence.skeleton)
    if said:
        at = said.start("who")
        return near(sentence, at, at + 1, "P")
    text = sentence.reading.text
    start = text.rfind("\n", 0, sentence.start) + 1
    if text[start] not in _QUOTE:
        return [] if sentence.of("P") else _last_named(sentence)
    counts: Counter[str] = Counter()
    first: dict[str, Item] = {}
    for other in sentence.reading.sentences:
        for item in other.of("PH"):
            counts[item.entity] += 1
            first.setdefault(item.entity, item)
    ranked = counts.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] > ranked[1][1])
    return [first[ranked[0][0]]] if clear else []
