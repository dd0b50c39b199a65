"""Who a clause is about, and whether it states a fact: shared by the rooms that read numbers and results.

Dutch names the subject at the head of its clause or right behind the verb, never behind a preposition; a
clause without a subject takes over that of the clause before, and a relative clause that of the name it
follows. Everything here looks at a stretch of bounded length around a place, so that a line without end
costs no more per word than a short one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from weakref import WeakKeyDictionary

from pipeline.components.reading import Item, Sentence, pattern

#: How far around a cue clauses are looked at, in characters of the skeleton.
REACH = 400
SIDES = "CT"
ENTITIES = "PCT"

_CONJUNCTIONS = (
    "maar|want|terwijl|hoewel|omdat|doordat|zodat|waardoor|waarmee|waarin|waarna|nadat|voordat|wanneer|alvorens|"
    "toen|die|dat|wat|wiens|zonder|om|doch|al is"
)
_CUT = (
    rf"[,;:()–—\n]| - |…|\b(?:{_CONJUNCTIONS})\b"
    # "en" joins two clauses where a subject and its verb follow, and two names where a name goes before
    r"|(?<!<PCT> )\b(?:en|of)\b(?= (?:<PCT> \w|\w+(?:t|de|te|den|ten|n) <PCT>))"
)
_ROLE = (
    r"[\w-]*(?:trainer|coach|spits|doelman|keeper|aanvaller|verdediger|middenvelder|speler|speelster|kampioen|koploper|"
    r"leider|concurrent|rivaal|hekkensluiter|tegenstander|ploeg|club|landgenoot|aanvoerder|invaller|promovendus|"
    r"talent|stadsgenoot|degradant|degradatiekandidaat|titelkandidaat|titelverdediger|thuisploeg|nummer|buur|"
    r"achtervolger|bekerwinnaar|laagvlieger|topper|middenmoter|tweededivisionist|eersteklasser|huurling"
    r"|recordkampioen)s?"
)
_PREPOSITIONAL = (
    r"\b(?:van|bij|tegen|tegenover|voor|met|op|in|uit|naar|dan|namens|aan|door|onder|achter|tussen|over|sinds"
    r"|tot|als|via|"
    r"dankzij|richting|volgens|aldus|boven|na|ten koste van|ondanks|versus|behalve|zoals|rond|per|evenals|naast)"
    rf" (?:(?:de|het|een|zijn|hun|haar|<H>|mede|directe?|oud|nieuwe?|\w+e) ){{0,2}}(?:{_ROLE}(?: (?:<NR>|een))? )?$"
)
_UNREAL = (
    r"\b(?:niet(?! (?:minder|alleen|meer te))|nooit|geen|zou|zouden|wil|willen|wilde|hoopt|hopen|zal|zullen|mag|mogen|"
    r"kan(?! (?:terugkijken|bogen))|kunnen|kon|konden|moet(?:en)?(?! (?:<PCT> |\w+ )?het\b)|nodig"
    r"|bijna(?! (?:de )?<NEXRA>)|wellicht|misschien|dreigt|dreigen|aast|"
    r"mocht|mikt|droomt|indien|mits|tenzij|zolang|verwacht(?!ing)\w*|doel is|streeft|op jacht|op zoek|jaagt"
    r"|verzuim\w*|vergat|liet na|had kunnen|hadden kunnen|recht op|kans op|goed zijn voor)\b"
)
_CONDITION = (
    r"(?:^|, |[“”\"‘’'] ?|\bmaar |\ben )(?:als|indien|mits|tenzij|mocht(?:en)?) (?=<PCTH>|de |het |hij |zij |ze "
    r"|we |je |er |ook |dat |dit |een )"
)
_PRONOUN = r"\b(?:hij|zij|ze|ik|we|wij|je|jij|men|iemand|niemand|iedereen|beiden?|ploegen|teams|spelers)\b"
_OWN_SUBJECT = (
    r"^\W*(?:(?:maar|want|en|terwijl|omdat|zodat|waardoor|of|toen|nadat) )?(?:de|deze|een) (?!laatste|eerste"
    r"|afgelopen)[\w-]+ \w+[tne] "
)
_RELATIVE = r"^\W*(?:en |maar )?(die|dat|wat|wie)\b"


def near(sentence: Sentence, start: int, end: int, letters: str) -> list[Item]:
    """The items of these signs in a stretch of the skeleton, without walking through all of them."""
    items = sentence.items
    found: list[Item] = []
    for index in range(bisect_left(items, start, key=_place), len(items)):
        if items[index].at >= end:
            break
        if items[index].sign in letters:
            found.append(items[index])
    return found


def around(sentence: Sentence, at: int) -> str:
    """The skeleton within reach of a place."""
    return sentence.skeleton[max(0, at - REACH) : at + REACH]


def _place(item: Item) -> int:
    return item.at


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """The skeleton range of the clause around a place."""
    cuts = _cuts_of(sentence)
    low, high = max(0, at - REACH), min(len(sentence.skeleton), at + REACH)
    index = bisect_right(cuts, at)
    start = cuts[index - 1] if index else 0
    end = cuts[index] if index < len(cuts) else high
    return max(start, low), min(end, high)


#: Where clauses end in the sentences at hand; several rooms ask for each place many times.
_cuts: WeakKeyDictionary[Sentence, list[int]] = WeakKeyDictionary()


def _cuts_of(sentence: Sentence) -> list[int]:
    cuts = _cuts.get(sentence)
    if cuts is None:
        cuts = _cuts[sentence] = [match.start() for match in pattern(_CUT).finditer(sentence.skeleton)]
    return cuts


def head(sentence: Sentence, item: Item) -> bool:
    """Whether a name can be a subject: no preposition governs it and it is no part of a compound."""
    before = sentence.skeleton[max(0, item.at - 60) : item.at]
    behind = sentence.skeleton[item.at + 1 : item.at + 3]
    return not (pattern(_PREPOSITIONAL).search(before) or re.match(r"[-–]\w", behind) or before.endswith("-"))


def subject(sentence: Sentence, at: int, prefer: str = ENTITIES) -> Item | None:
    """Who a cue at `at` is about: a person, club or national team; None when its clause does not tell.

    `prefer` names the signs that the cue is usually said of: of two candidates in one clause, those win.
    """
    low = max(0, at - REACH)
    start, end = clause(sentence, at)
    place = at
    while True:
        candidates = [item for item in near(sentence, start, end, ENTITIES) if head(sentence, item)]
        if candidates:
            return _best(candidates, place, prefer)
        words = sentence.skeleton[start:end]
        if start <= low or pattern(_PRONOUN).search(words) or pattern(_OWN_SUBJECT).match(words):
            return None
        if relative := pattern(_RELATIVE).match(words):
            return _antecedent(sentence, start, relative[1])
        if place == at and words.startswith("(") and (owner := _adjacent(sentence, start)):
            return owner
        place = start
        start, end = clause(sentence, start - 1)


def _best(candidates: list[Item], at: int, prefer: str) -> Item:
    wanted = [item for item in candidates if item.sign in prefer] or candidates
    return ([item for item in wanted if item.at < at] or wanted)[0]


def _adjacent(sentence: Sentence, at: int) -> Item | None:
    """The name that stands right before a place, as before a bracket or the comma of an apposition."""
    before = near(sentence, at - 3, at, ENTITIES)
    return before[-1] if before and not sentence.skeleton[before[-1].at + 1 : at].strip(" ,") else None


def apposed(sentence: Sentence, at: int) -> Item | None:
    """The name that the words at `at` are an apposition to: "X, de verrassende nummer vijf"."""
    behind = pattern(r"<PCT>, (?:de |het |een )?(?:[\w-]+ ){0,2}$").search(sentence.skeleton[max(0, at - 60) : at])
    return next(iter(near(sentence, at - len(behind[0]), at - len(behind[0]) + 1, ENTITIES)), None) if behind else None


def _antecedent(sentence: Sentence, start: int, pronoun: str) -> Item | None:
    """The name a relative clause follows: the one right before it, else the nearest of the fitting kind."""
    before = near(sentence, max(0, start - REACH // 2), start, ENTITIES)
    if not before:
        return None
    gap = sentence.skeleton[before[-1].at + 1 : start]
    if re.fullmatch(r"[\s,(]{0,3}", gap):
        return before[-1]
    letters = "P" if pronoun in ("die", "wie") else SIDES
    return next((item for item in reversed(before) if item.sign in letters), None)


def unreal(sentence: Sentence, at: int, denials: bool = True) -> bool:
    """Whether the clause at `at` wishes, supposes, asks or (with `denials`) denies rather than states."""
    if sentence.skeleton[-4:].rstrip(" \n\"”’'").endswith("?"):
        return True
    start, end = clause(sentence, at)
    for match in pattern(_UNREAL).finditer(sentence.skeleton, start, end):
        if denials or match[0] not in ("niet", "nooit", "geen", "kon", "konden"):
            return True
    return bool(pattern(_CONDITION).search(sentence.skeleton[max(0, at - REACH) : at]))


def kind(item: Item | None) -> str:
    """What sort of entity an item stands for: person, club, national_team, competition or empty."""
    return item.entity.partition("/")[0] if item else ""
