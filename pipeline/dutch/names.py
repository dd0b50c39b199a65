"""Dutch names as strings: particles, family names, genitives, slugs. No lists of people or clubs."""

from __future__ import annotations

import re
import unicodedata

#: Particles (tussenvoegsels) that stand between given and family name, lower case. Closed class; Dutch,
#: Flemish and the foreign ones that Dutch sports pages print.
PARTICLES = frozenset(
    "van von de den der het ter ten te op in 't d' da do dos das di del della de' du la le el al ben bin of zu "
    "zur".split()
)
#: Letters that Unicode does not decompose, as Dutch desks write them without diacritics.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ð": "d",
    }
)
_APOSTROPHES = "'’‘`´"
_GENITIVE = re.compile(rf"(?<=\w)[{_APOSTROPHES}]s?$")


def plain(text: str) -> str:
    """The text without diacritics: "Çelik" → "Celik"."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def folded(name: str) -> str:
    """What two spellings of one name share: no diacritics, case, hyphens, dots or curly apostrophes."""
    text = plain(name).casefold()
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "'")
    return re.sub(r"[\s\-.]+", " ", text).strip()


def slug(name: str) -> str:
    """A readable ASCII identifier: "Frenkie de Jong" → "frenkie-de-jong"; "x" when no letter or digit is left."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).casefold()).strip("-") or "x"


def bare(word: str) -> str:
    """A name without its genitive: "Messi's" → "Messi", "Ajax'" → "Ajax"."""
    return _GENITIVE.sub("", word)


def family_name(name: str) -> str:
    """The part of a full name that stands for it: "Virgil van Dijk" → "van Dijk", "Xabi Alonso" → "Alonso".

    The first word is the given name; what follows from the first particle on belongs together. A single
    word is returned as it is.
    """
    words = name.split()
    if len(words) < 2:
        return name
    for index in range(1, len(words) - 1):
        if words[index].lower() in PARTICLES:
            return " ".join(words[index:])
    return words[-1]


def name_tails(name: str) -> list[str]:
    """All shorter forms that leave out given names: "Donny van de Beek" → ["van de Beek", "Beek"]... longest first."""
    words = name.split()
    return [
        " ".join(words[index:])
        for index in range(1, len(words))
        if words[index].lower() not in PARTICLES or index < len(words) - 1
    ]
