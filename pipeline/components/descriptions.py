"""What the words of a description say of whom it means: "de 23-jarige Spaanse linksback", "de oefenmeester".

Dutch sports desks hardly repeat a name: the second mention is a description. Its words – a role, an origin,
an age – are attributes; the same words also stand beside names ("linksback Alejandro Grimaldo"), and so tell
what to expect of whom.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline import seeds
from pipeline.schema.values import COACH_ROLES, PLAYER_ROLES, POSITIONS

#: Roles that play, and those that coach; a player and a coach are not the same person at one time.
PLAYING = frozenset(PLAYER_ROLES)
COACHING = frozenset(COACH_ROLES)
#: Where on the field: of these a player has one.
EXACT = frozenset(POSITIONS)
_PREFIX = re.compile(r"^(?:oud|ex|voormalig[e]?|toenmalig[e]?|gewezen|vroegere)-?")
_AGE = re.compile(r"^(\d{1,2})-jarige$")
#: Words that may stand between the article and the noun of a description without telling anything of use.
FILLERS = frozenset(
    "jonge oude ervaren succesvolle nieuwe talentvolle geboren boomlange kleine grote snelle linksbenige rechtsbenige "
    "routiné creatieve aanvallende verdedigende defensieve offensieve linkse rechtse centrale polyvalente geblesseerde "
    "piepjonge sterke populaire ambitieuze huidige vaste tweede eerste derde amper pas nog maar voormalig "
    "voormalige gewezen toenmalige vroegere jeugdige multifunctionele razendsnelle immer altijd technisch begaafde "
    "trefzekere linkspotige rechtspotige ontketende uitblinkende onbetwiste".split()
)


class Attributes(NamedTuple):
    """What words tell of a person; everything empty when they tell nothing."""

    nationality: frozenset[str] = frozenset()  # ISO codes; several where a form is ambiguous
    role: str = ""
    gender: str = ""  # man | woman
    age: str = ""
    former: bool = False  # the role is past ("oud-trainer")
    townsman: bool = False  # called after a town; which one nothing here knows

    @property
    def any(self) -> bool:
        return bool(self.nationality or self.role or self.age or self.townsman)


@cache
def origins() -> dict[str, tuple[frozenset[str], str]]:
    """Lower-case origin words → (countries, gender): "spanjaard" → ({"ES"}, "man")."""
    found: dict[str, tuple[frozenset[str], str]] = {}
    for row in seeds.rows("nationalities.csv"):
        if row["kind"] in ("country", "people"):
            continue
        word = row["form"].lower()
        countries, gender = found.get(word, (frozenset(), row["kind"]))
        # a form that is both adjective and noun for a woman ("Spaanse") tells no gender
        gender = gender if gender == row["kind"] else "adjective"
        found[word] = (countries | {row["country"]}, gender)
    return found


@cache
def roles() -> dict[str, tuple[str, str]]:
    """Lower-case role words → (role, gender where the word tells it)."""
    return {row["word"]: (row["role"], row["gender"]) for row in seeds.rows("roles.csv")}


def attributes(words: list[str]) -> Attributes | None:
    """What the words of a noun phrase tell; None when a word among them is neither attribute nor filler."""
    found = Attributes()
    index = 0
    while index < len(words):
        # longest role first: "aanvallende middenvelder" is one
        for size in (3, 2, 1):
            phrase = " ".join(words[index : index + size])
            bare = _PREFIX.sub("", phrase)
            if index + size <= len(words) and bare in roles():
                role, gender = roles()[bare]
                found = found._replace(role=role, gender=gender or found.gender, former=found.former or bare != phrase)
                index += size
                break
        else:
            word = words[index]
            age = _AGE.match(word)
            origin = origins().get(_PREFIX.sub("", word))
            if age:
                found = found._replace(age=age[1])
            elif origin is not None:
                countries, kind = origin
                found = found._replace(nationality=countries, gender=kind if kind in ("man", "woman") else found.gender)
            elif word not in FILLERS:
                return None
            else:
                found = found._replace(
                    former=found.former or word in ("voormalig", "voormalige", "gewezen", "toenmalige", "vroegere")
                )
            index += 1
    return found


def is_noun(words: list[str]) -> bool:
    """Whether words end in a noun that a description can end in."""
    bare = _PREFIX.sub("", words[-1])
    if bare in roles() or " ".join(words[-2:]) in roles() or _AGE.match(words[-1]):
        return True
    return origins().get(bare, (frozenset(), ""))[1] in ("man", "woman")
