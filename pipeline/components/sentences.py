"""voetbal_sentences: where sentences begin, from punctuation and line breaks alone.

A sentence ends at a line break, and at `.`, `!`, `?` or `…` with the closing quotes and brackets behind
it, when what follows does not begin in lower case. The tokenizer keeps abbreviations and initials in one
token with their dot, so a lone dot is a full stop. A quote that goes on behind its stop with the speaker
('"Mooi." zegt hij', '"Mooi!", aldus …') stays one sentence with it.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

STOPS = frozenset({".", "!", "?", "…", "..", "...", "!!", "?!", "!?", "!!!"})
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "’’", "''", "“"})
OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "„", "-", "–", "—", "•", "*"})


class SentenceSplitter:
    """Sets `is_sent_start` on every token."""

    def __call__(self, doc: Doc) -> Doc:
        starts = sentence_starts([token.text for token in doc], [bool(token.whitespace_) for token in doc])
        for token, start in zip(doc, starts, strict=True):
            token.is_sent_start = start
        return doc


def sentence_starts(words: list[str], spaces: list[bool]) -> list[bool]:
    """For each token whether a sentence begins there. `spaces` tells whether a space follows the token."""
    starts = [False] * len(words)
    if starts:
        starts[0] = True
    for index, word in enumerate(words):
        if "\n" in word:
            if index + 1 < len(words):
                starts[index + 1] = True
            continue
        if word not in STOPS and not _glued_stop(word):
            continue
        following = index + 1
        while following < len(words) and words[following] in CLOSERS and not spaces[following - 1]:
            following += 1
        if following < len(words) and "\n" not in words[following] and _begins_sentence(words, following):
            starts[following] = True
    return starts


def _glued_stop(word: str) -> bool:
    """A long word that the tokenizer left its stop on ("gewonnen.”", "voorbij..")."""
    return len(word) > 4 and word[-1] in ".!?" and word[-2].islower() and "." not in word[:-1]


def _begins_sentence(words: list[str], index: int) -> bool:
    while index < len(words) - 1 and words[index] in OPENERS:
        index += 1
    first = words[index][0]
    return not first.islower() and first not in ",;:"


@Language.factory("voetbal_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> SentenceSplitter:
    return SentenceSplitter()
