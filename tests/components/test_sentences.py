"""Where sentences end in running football text."""

from __future__ import annotations

import pytest
import spacy

import pipeline.components.sentences  # noqa: F401  (registers the factory)

SENTENCES = [
    ["Ajax won.", "PSV verloor."],
    ["Trainer J. de Boer was tevreden.", "Hij wisselde dhr. Smit in de 60e minuut."],
    ["Het werd 2-1.", "‘Mooi,’ zei hij."],
    ["“Dit doet pijn.”", "De aanvoerder keek omlaag."],
    ["“Dit doet pijn!” zei de aanvoerder.", "Hij keek omlaag."],
    ["Voor 3,5 miljoen euro?", "Dat is veel…", "Of niet?"],
    ["KOP ZONDER PUNT\n\n", "De eerste alinea begint hier.", "En gaat door."],
    ["Volgens o.a. De Telegraaf is het rond.", "1. FC Köln zwijgt."],
    ["1. Luuk de Jong (PSV)\n", "2. Santiago Giménez (Feyenoord)"],
]


@pytest.mark.parametrize("expected", SENTENCES, ids=lambda sentences: sentences[0])
def test_sentences(expected: list[str]) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("voetbal_sentences")
    text = " ".join(expected).replace("\n ", "\n")
    assert [sentence.text.strip() for sentence in nlp(text).sents] == [sentence.strip() for sentence in expected]


def test_no_words_no_sentences() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("voetbal_sentences")
    assert list(nlp("").sents) == []
