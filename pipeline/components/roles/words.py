"""Role words in running text: where they stand, which role they name and what their prefixes say of time.

Roles come from seeds/roles.csv. Words that the file does not list are read by their last part where Dutch
compounds keep its meaning ("sterspits" is a spits); compounds of trainer and coach do not ("keeperstrainer"),
so only prefixes that are known to keep it count there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline import seeds
from pipeline.components.reading import pattern, sign
from pipeline.schema.values import COACH_ROLES

#: The sign of a role word in a marked skeleton; each of its characters is replaced, so places stay the same.
ROLE = sign("W")
#: Player words that praise or place someone rather than tell whose player he is: they count beside a club only.
_LOOSE = frozenset(
    (
        "talent toptalent belofte uitblinker matchwinnaar matchwinnares routinier veteraan doelpuntenmaker "
        "doelpuntenmaakster topscorer topscoorster topschutter topschutster invaller invalster reserve bankzitter "
        "debutant debutante aanwinst huurling vedette smaakmaker sterkhouder prof profvoetballer profvoetbalster "
        "linkspoot rechtspoot voetballer voetbalster stervoetballer topvoetballer topvoetbalster basisklant basispion "
        "wisselspeler wisselspeelster selectiespeler speler speelster basisspeler basisspeelster jeugdproduct "
        "jeugdexponent zomeraanwinst winteraanwinst huurspeler international sleutelspeler straatvoetballer "
        "goalmachine controleur strateeg regisseur matchwinner jeugdinternational amateurvoetballer jeugdspeler "
        "jeugdspeelster sterspeler"
    ).split()
)
#: Words that stand beside a name without telling a post of it.
_NOT_ROLES = frozenset(
    "ploeggenoot ploeggenote teamgenoot teamgenote ploegmaat zaalvoetballer prof interim dokter arts reserve".split()
)
_HEADS = (
    "trainer|trainster|coach|doelman|keeper|keepster|verdediger|verdedigster|middenvelder|aanvaller|aanvalster|spits|"
    "buitenspeler|vleugelspeler|flankspeler|achter|back|buiten|speler|speelster|directeur|voorzitter|scout|makelaar|"
    "scheidsrechter|international|aanvoerder|aanvoerster|kapitein|zaakwaarnemer|journalist"
)
_HEAD = re.compile(rf"(?:{_HEADS})$")
_COACH_PREFIX = re.compile(r"^(?:succes|club|ex|oud|hoofd|top|meester|vereniging\w*|titel|landskampioen|kampioenen)-?$")
_GONE = re.compile(r"^(?:ex|oud)[-‑]?(?=[a-z]{3})")
_WORD = re.compile(r"[a-zà-ɏ][\w’']*(?:-[\w’']+)*")
#: Behind a club's sign: "PSV'er", "Feyenoorder", "NAC-er".
_MEMBER = pattern(r"(?<=<CT>)(?:['’-]?ers?|ster)\b(?!-)")
_ENDINGS = frozenset({"er", "ers", "ster"})
_PLURAL = (("lieden", "man"), ("mannen", "man"), ("zen", "s"), ("sen", "s"), ("ers", "er"), ("s", ""), ("en", ""))


class Sense(NamedTuple):
    """What a role word means."""

    role: str
    former: bool  # its prefix says that it is over: oud-, ex-
    loose: bool  # it tells no post by itself, only with a club or team
    plural: bool
    capped: bool = False  # of a national team only: international


@cache
def _listed() -> dict[str, str]:
    return {row["word"]: row["role"] for row in seeds.rows("roles.csv") if row["word"] not in _NOT_ROLES}


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Entries of several words by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for entry in sorted(_listed(), key=lambda entry: (-len(entry), entry)):
        first, space, _ = entry.partition(" ")
        if space:
            found.setdefault(first, []).append(entry)
    return {first: tuple(entries) for first, entries in found.items()}


#: What a club's own word for its players means: word → id in seeds/clubs.csv.
CLUB_OF = {"ajacied": "ajax", "ajacieden": "ajax"}


@cache
def sense(word: str) -> Sense | None:
    """What a lower-case word means as a role, or None."""
    found = _sense(word)
    return found._replace(capped=True) if found and "international" in word else found


def _sense(word: str) -> Sense | None:
    if word in CLUB_OF:
        return Sense("player", False, True, word.endswith("en"))
    if re.fullmatch(r"['’-]?er|ster", word):
        return Sense("player", False, False, False)
    if re.fullmatch(r"['’-]?ers", word):
        return Sense("player", False, False, True)
    if word in _NOT_ROLES:
        return None
    if role := _listed().get(word):
        return Sense(role, False, word in _LOOSE, False)
    if gone := _GONE.match(word):
        rest = sense(word[gone.end() :])
        return rest._replace(former=True) if rest else None
    for ending, single in _PLURAL:
        if word.endswith(ending) and (role := _listed().get(word[: -len(ending)] + single)):
            return Sense(role, False, word[: -len(ending)] + single in _LOOSE, True)
    return _compound(word)


def _compound(word: str) -> Sense | None:
    head = _HEAD.search(word)
    if head is None or head.start() < 2 or (role := _listed().get(head[0])) is None:
        return None
    if role in COACH_ROLES and not _COACH_PREFIX.match(word[: head.start()]):
        return None
    if head[0] in ("achter", "buiten", "back") and not word.startswith(
        ("links", "rechts", "linker", "rechter", "vleugel")
    ):
        return None
    if "directeur" in head[0] or "ploeggenoot" in word:
        return None
    return Sense(role, False, head[0] in _LOOSE, False)


def marked(skeleton: str) -> str:
    """The skeleton with each character of each role word replaced by the sign `<W>`."""
    parts: list[str] = []
    end = 0
    for start, stop in _places(skeleton):
        parts += [skeleton[end:start], ROLE * (stop - start)]
        end = stop
    return "".join((*parts, skeleton[end:])) if parts else skeleton


def _places(skeleton: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _MEMBER.finditer(skeleton)]
    phrases = _phrases()
    end = 0
    for match in _WORD.finditer(skeleton):
        if match.start() < end:
            continue
        start, end = match.span()
        word = match[0]
        for phrase in phrases.get(word, ()):
            if (
                skeleton.startswith(phrase, start)
                and not skeleton[start + len(phrase) : start + len(phrase) + 1].isalpha()
            ):
                found.append((start, start + len(phrase)))
                end = start + len(phrase)
                break
        else:
            if word not in _ENDINGS and sense(word) is not None:
                found.append((start, end))
    return sorted(set(found))


def in_words(text: str) -> list[tuple[str, Sense]]:
    """The role words of a short text (a description), with what they mean."""
    lowered = text.lower()
    return [(lowered[start:end], meaning) for start, end in _places(lowered) if (meaning := sense(lowered[start:end]))]
