"""Whether a text is Dutch.

Function words decide, as they are what every sentence needs and what names, scores and line-ups lack.
Only a text with few of the Dutch ones is shown to a statistical identifier, which is slow to load. When
neither is sure – a ticker, a table, two lines – the text is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

DUTCH = "nl"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Frequent Dutch function words that none of Afrikaans, Frisian, German, English and French has (so without
#: "het", "de", "van", "en", "in", "was", "die"). Editorial.
_DUTCH_ONLY = _words(
    "een niet zijn voor naar bij wordt werd heeft hebben hebt heb hadden hij zij ze wij jij jullie mijn deze tegen "
    "zich zou zouden zullen kunnen moeten mocht moest konden kwam kwamen kreeg kregen gaat doet deed komt zonder sinds "
    "tijdens terwijl zodat zoals echter zelf zelfs elkaar iets niets iedereen vooral vandaag gisteren"
)

#: Share of `_DUTCH_ONLY` among running words from which a text is Dutch without another look.
_ENOUGH = 0.04

#: Letters of running words below which nothing is said against a text.
_LEAST = 25

#: The identifier's probability of Dutch below which a text is not. The 18,000 single sentences of CACAPO and CoNLL-2002
#: Dutch all have more, but for four in English or French; of 32 sentences in other languages, one has more (0.085).
_UNLIKELY = 0.04

#: Characters that are looked at: a page tells as much as a book.
_MOST = 2500

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language; "nl" also where there is too little running text to tell."""
    # Capitals are names, and names have no language. ("Not upper" rather than "lower": Arabic has no case.)
    running = [word for word in _WORD.findall(text[:_MOST]) if not word[0].isupper()]
    if sum(map(len, running)) < _LEAST or sum(map(_DUTCH_ONLY.__contains__, running)) >= _ENOUGH * len(running):
        return DUTCH
    probabilities = _identifier().rank(" ".join(running))
    return DUTCH if dict(probabilities)[DUTCH] >= _UNLIKELY else str(probabilities[0][0])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
