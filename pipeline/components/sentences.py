"""voetbal_sentences: where sentences begin, from punctuation and line breaks alone.

A sentence ends at a line break, and at `.`, `!`, `?` or `…` with the closing quotes and brackets behind
it, when what follows does not begin in lower case. The tokenizer keeps abbreviations and initials in one
token with their dot, so a lone dot is a full stop. A quote that goes on behind its stop with the speaker
('"Mooi." zegt hij', '"Mooi!", aldus …') stays one sentence with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

STOPS = frozenset({".", "!", "?", "…", "..", "...", "!!", "?!", "!?", "!!!"})
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "’’", "''", "“"})
OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "„", "-", "–", "—", "•", "*"})


class SentenceSplitter:
    """Sets where sentences begin."""

    def __call__(self, doc: Doc) -> Doc:
        tokens = list(doc)
        set_starts(
            doc, sentence_starts([token.text for token in tokens], [bool(token.whitespace_) for token in tokens])
        )
        return doc


def set_starts(doc: Doc, starts: Sequence[int]) -> None:
    """Marks the tokens at which sentences begin.

    The others are left unset, which is quicker and which spaCy takes for "no start" – unless no token but the
    first is marked at all, when it takes the Doc for one without sentences.
    """
    for index in starts:
        doc[index].is_sent_start = True
    if len(starts) == 1 and len(doc) > 1:
        doc[1].is_sent_start = False


def sentence_starts(words: list[str], spaces: list[bool]) -> list[int]:
    """The tokens at which sentences begin, in order; none for no tokens. `spaces` tells whether one follows a token."""
    starts = {0} if words else set()
    for index, word in enumerate(words):
        # most words end in a letter, and end nothing
        if word[-1].isalnum():
            continue
        if "\n" in word:
            if index + 1 < len(words):
                starts.add(index + 1)
            continue
        if (word not in STOPS and not _glued_stop(word)) or (index - 1 in starts and _counts(words, index)):
            continue
        following = index + 1
        while following < len(words) and words[following] in CLOSERS and not spaces[following - 1]:
            following += 1
        if following < len(words) and "\n" not in words[following] and _begins_sentence(words, following):
            starts.add(following)
    return sorted(starts)


def _glued_stop(word: str) -> bool:
    """A long word that the tokenizer left its stop on ("gewonnen.”", "voorbij..")."""
    return len(word) > 4 and word[-1] in ".!?" and word[-2].islower() and "." not in word[:-1]


def _counts(words: list[str], index: int) -> bool:
    """Whether a dot at `index` makes an ordinal of a number that begins a line or sentence: "1. Luuk de Jong"."""
    return words[index] == "." and len(words[index - 1]) < 3 and words[index - 1].isdigit()


def _begins_sentence(words: list[str], index: int) -> bool:
    while index < len(words) - 1 and words[index] in OPENERS:
        index += 1
    first = words[index][0]
    return not first.islower() and first not in ",;:"


@Language.factory("voetbal_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> SentenceSplitter:
    return SentenceSplitter()
