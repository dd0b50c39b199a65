"""spaCy's Dutch tokenizer, with names in compounds set free.

Dutch glues a name to what follows: "Ajax-trainer", "Feyenoord-PSV", "Champions League-duel", "PSV'er",
"Messi's". spaCy keeps these whole, so no entity could cover the name alone. The extra infixes split at
a hyphen, dash or slash beside a capitalised word, and before the genitive s and -er of one; words such
as "22-jarige", "oud-speler" and "foto's" stay whole.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, registry

# A word character that is no digit and no lower-case Latin letter; of Latin Extended it takes both cases.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# Python's lookbehind has a fixed width, so a capitalised word is one alternative a length.
_AFTER_CAPITALISED = "(?:" + "|".join(rf"(?<={_CAPITAL}\w{{{length}}})" for length in range(20)) + ")"

INFIXES = (
    rf"{_AFTER_CAPITALISED}[-–/](?=\w)",
    rf"(?<=\w)[-–/](?={_CAPITAL})",
    rf"{_AFTER_CAPITALISED}['’](?=(?:s|er|ers)\b)",
)


def split_compounds(nlp: Language) -> Language:
    """Lets the pipeline's tokenizer split names out of compounds; returns the same pipeline."""
    infixes = compile_infix_regex([*nlp.Defaults.infixes, *INFIXES])  # type: ignore[misc]
    tokenizer: Any = nlp.tokenizer  # compiled, so without types
    tokenizer.infix_finditer = infixes.finditer
    return nlp


def make_callback() -> Callable[[Language], Language]:
    """For spaCy's training config: ``[initialize.before_init]``."""
    return split_compounds


registry.callbacks("voetbal_tokenizer", func=make_callback)
