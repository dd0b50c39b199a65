"""Who a number is about where its own clause does not name anybody.

Sports pages name a player or side once and go on about it: "De spits maakte er negen", "Met elf punten staan de
Brabanders …", "21 duels, 21 basisplaatsen." What coreference left open is answered here only where one answer
is left: the one person or side that the words before were about, or in an interview the one who speaks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.components import clauses
from pipeline.components.clauses import ENTITIES, SIDES, clause, head, near
from pipeline.components.descriptions import COACHING, origins, roles
from pipeline.components.reading import Item, Reading, Sentence, pattern
from pipeline.components.topic import VERY_CLEAR, main_side, protagonist

#: How many sentences back a person and a side are still spoken of.
PERSON_REACH = 2
SIDE_REACH = 4
#: This many lines that open with a quotation mark make an interview.
_ANSWERS = 4
#: A head of a sentence that cannot be a subject: the name stands behind it.
_FRAGMENT = r"^\W*(?:(?:[\w-]+ )?na|met|dankzij|ondanks|goed voor|uit|in|door|sinds|onder|bij) "
_DESCRIPTION = (
    r"(?<!\bvan )(?<!\bmet )(?<!\bvoor )(?<!\bbij )(?<!\btegen )\b(?:de|het|deze|die) "
    r"(?:(?:<AM>|geboren|[\w’-]+e|<L>se?) ){0,2}(?P<noun>[\w-]+|<MLO>)"
)
#: Nouns that stand for a player besides the roles of the seeds.
_PERSONS = (
    r"(?:teller|captain|nestor|\w*topscorer|topschutter|goaltjesdief|goalgetter|routinier|\w*talent|\w*international)"
)
_TEAM = (
    r"\b(?:de|het|deze|onze|zijn|<H>) (?:[\w-]+e )?(?:ploeg|club|elftal|team|formatie|equipe|selectie|recordkampioen"
    r"|promovendus|traditieclub|hekkensluiter|titelverdediger|landskampioen|nieuwkomer|middenmoter|degradant|titelhouder"
    r"|bekerwinnaar|subtopper|vierdeklasser|derdeklasser|tweedeklasser|eersteklasser|eerstedivisionist"
    r"|(?!eerste|laatste|tweede|derde|andere|wedstrijd|speler)\w+(?:aren|ers|enaars|burgers|ezen))(?!\w)"
    r"|\b(?:paars|rood|geel|blauw|groen|zwart)-(?:wit|zwart|blauw|rood|geel|groen)\b|^\W*het \w+(?:t|de|te)\b"
    r"|\bhet (?:speelde|won|verloor|pakte)"
)
_LED = r"\b(?:ploeg|elftal|team|formatie|equipe|club) van (?:[\w-]+ ){0,2}(?P<coach><P>)"
#: A side named by who leads it: "zijn ploeg", "het elftal van X".
_LED_TEAM = (
    r"(?:(?<![\w'’])<H> (?:[\w-]+e ){0,2}(?:ploeg|elftal|team|formatie|equipe|club)"
    r"|\b(?:de|het) (?:ploeg|elftal|team|formatie|equipe) van (?:[\w-]+ ){0,2}<P>)(?!\w)"
)
_CAREER = (
    r"^\s*[-–•*]\s*(?:<DNQU>:? )?(?P<side><PCTLO>|[\w-]+)(?: \([\w ]+\))? ?[:,–-] <N> [\w-]+(?:,| en| \() ?<N> "
    r"(?:[\w-]*(?:goals?|doelpunten|doelpunt|treffers?))"
)
_GOOD_FOR = (
    r"(?P<who><P>)(?: \(<N>\))?, (?:<D> |op <H> <R> |al |nu |reeds |inmiddels |samen ){0,3}"
    r"goed voor (?:[\w-]+ |<N> (?:[\w-]+ )?en |<N> van de ){0,2}$"
)
_FOR_WHOM = r"\bvoor (?P<who><PCT>) (?:was|is|wordt|werd|betekent|betekende) (?:het|dat|dit) (?:[\w-]+ ){0,3}$"
#: Pronouns that take up the side of the sentence before: "staan zij negende", "Dat nestelt zich …".
_THEY = r"\b(?:staan|stonden|bezetten|hebben|tellen) (?:zij|ze)\b|^\W*(?:zij|ze) (?:staan|hebben|bezetten|tellen)\b"
_THAT = r"^\W*dat (?:staat|nestelt|bezet|telt|heeft|pakte|won|verloor|klom|zakte)\b"
_GOVERNED = r"\b(?:van|bij|tegen|tegenover|voor|met|op|in|uit|naar|dan|namens|aan|door|onder|achter|over|tot) $"
_COUNTS = r"^\W*(?:(?:na|met|goed voor|in totaal|in|samen|<D>|onder <H> leiding|en|al|dat) )?(?:\w+ ){0,2}<NX>"
_OTHERS = r"\b(?:hij|zij|ze|men|iemand|niemand|iedereen|beiden?|spelers|speelsters|collega\w*|ploegmaat|ploegmaats)\b"
_I = r"\b(?:ik|me|mij|mijn|je|jij|jouw)\b"
_WE = r"\b(?:we|wij|ons|onze|jullie)\b"
_LEADER = r"\b(?:[\w-]*(?:trainer|coach|directeur|voorzitter|manager|makelaar|zaakwaarnemer|analist)|t1|oefenmeester) $"


def subject(sentence: Sentence, at: int, prefer: str = ENTITIES) -> Item | None:
    """Who a cue at `at` is about; None when neither its clause nor the words before leave one answer.

    `prefer` names the signs that the cue is usually said of. The item may stand in an earlier sentence.
    """
    if career_side(sentence):
        return mention(sentence.reading, protagonist(sentence.reading))
    if (good := _good_for(sentence, at, prefer)) is not None:
        return good
    led = _led(sentence, at, prefer)
    if led is not None:
        return mention(sentence.reading, led)
    found = clauses.subject(sentence, at, prefer)
    if found is not None and found.at > at and _passed_over(sentence.skeleton[at : found.at]):
        found = None
    if found is None:
        return _ahead(sentence, at, prefer) or carried(sentence, at, prefer)
    if found.sign not in prefer and not head(sentence, found):
        # "de oud-doelman van X, die 30 keer …": the relative clause follows the whole phrase
        return _before(sentence, found.at, prefer) or found
    return found


def _good_for(sentence: Sentence, at: int, prefer: str) -> Item | None:
    """The name before an apposition "X, dit seizoen goed voor tien goals", whatever governs the name."""
    low = max(0, at - 80)
    match = pattern(_GOOD_FOR).search(sentence.skeleton, low, at)
    if match is None and (opens := pattern(_FOR_WHOM).search(sentence.skeleton, low, at)):
        # "Voor X was het de vierde nederlaag": the one it was so for, if the number can be his
        item = _at(sentence, opens.start("who"))
        return item if item is not None and item.sign in prefer else None
    return _at(sentence, match.start("who")) if match else None


def career_side(sentence: Sentence) -> Item | None:
    """The club of a line of someone's career, "- PSV: 23 duels, 4 goals", which tells of a player, not of the club."""
    line = _career(sentence)
    if line is None:
        return None
    around = (sentence.index - 1, sentence.index + 1)
    lines = sentence.reading.sentences
    if not any(0 <= index < len(lines) and pattern(_CAREER).match(lines[index].skeleton) for index in around):
        return None
    return next(iter(near(sentence, line.start("side"), line.start("side") + 1, "PCT")), None)


def _career(sentence: Sentence) -> re.Match[str] | None:
    return pattern(_CAREER).match(sentence.skeleton)


def _led(sentence: Sentence, at: int, prefer: str) -> str | None:
    """The side that "zijn ploeg" or "de ploeg van X" before a place stands for; None where no such words are.

    Empty when they stand there and nothing tells which side it is: no other name of the sentence is meant then.
    """
    if "C" not in prefer:
        return None
    start = max(0, at - clauses.REACH)
    teams = [
        match
        for match in pattern(_LED_TEAM).finditer(sentence.skeleton, start, at)
        if not pattern(_GOVERNED).search(sentence.skeleton[max(0, match.start() - 16) : match.start()])
    ]
    if not teams:
        return None
    last = teams[-1]
    if any(head(sentence, item) for item in near(sentence, last.end(), at, SIDES)):
        return None
    leader = next(iter(near(sentence, last.start(), last.end(), "PH")), None)
    return sentence.reading.teams.get(leader.entity, "") if leader else ""


def _passed_over(words: str) -> bool:
    """Whether a description is the subject and the name behind it somebody else: "moet de spits enkel X voorlaten"."""
    match = pattern(rf"{_DESCRIPTION}(?: van (?:de )?<CTL>)?(?: [\w-]+)+ $").search(words)
    return match is not None and _described(match[0]) is not None


def own(sentence: Sentence, item: Item) -> bool:
    """Whether an item stands in this sentence."""
    return sentence.start <= item.start < sentence.end


def _before(sentence: Sentence, at: int, letters: str) -> Item | None:
    heads = [item for item in near(sentence, max(0, at - 200), at, letters) if head(sentence, item)]
    return heads[-1] if heads else None


def _ahead(sentence: Sentence, at: int, prefer: str) -> Item | None:
    """ "Na negen op negen: Genk wint": a fragment at the head of a sentence speaks of who comes next."""
    start, end = clause(sentence, at)
    if sentence.skeleton[:start].strip(' \n„“"‘') or not pattern(_FRAGMENT).match(sentence.skeleton[start:end]):
        return None
    if pattern(_OTHERS).search(sentence.skeleton[start:end]):
        return None
    start, end = clause(sentence, end + 1)
    heads = [item for item in near(sentence, start, end, ENTITIES) if head(sentence, item)]
    return next((item for item in heads if item.sign in prefer), None)


def carried(sentence: Sentence, at: int, prefer: str) -> Item | None:
    """The one person or side the sentences before are about, when a description or nothing stands for it here."""
    start, end = clause(sentence, at)
    words = sentence.skeleton[:end]
    if _interview(sentence.reading):
        return _speaker(sentence, words, prefer)
    if "P" in prefer and (player := _described(words[max(0, start - 160) :])) is not None:
        here = _single(sentence, 0, at, "P", player)
        return here or _earlier(sentence, "P", PERSON_REACH, player)
    if prefer != "P" and "C" in prefer and pattern(_TEAM).search(words[max(0, start - 160) :]):
        if led := pattern(_LED).search(words[max(0, start - 160) :]):
            coach = _at(sentence, max(0, start - 160) + led.start("coach"))
            side_led = sentence.reading.teams.get(coach.entity, "") if coach else ""
            return mention(sentence.reading, side_led or main_side(sentence.reading, "C", VERY_CLEAR))
        side = _topical(sentence) or _earlier(sentence, SIDES, SIDE_REACH, False)
        clear = main_side(sentence.reading, "C", VERY_CLEAR)
        if side is not None and clear and side.entity != clear:
            # the article's own side is "de ploeg" also where another was named last
            return mention(sentence.reading, clear)
        return side or mention(sentence.reading, _main(sentence.reading))
    if "C" in prefer and prefer != ENTITIES and pattern(rf"{_THEY}|{_THAT}").search(sentence.skeleton):
        return _earlier(sentence, SIDES, 1, False) or _only_side(sentence)
    if not pattern(_OTHERS).search(words) and _bare(sentence, start):
        return _earlier(sentence, prefer, 1, False)
    return None


def spoken_of(sentence: Sentence) -> Item | None:
    """The one person whom the nearest sentence before is about."""
    return _earlier(sentence, "P", PERSON_REACH, False)


def side_spoken_of(sentence: Sentence) -> Item | None:
    """The one side the sentences before are about, for a sentence that names none."""
    if near(sentence, 0, len(sentence.skeleton), SIDES):
        return None
    return _earlier(sentence, SIDES, SIDE_REACH, False) or mention(sentence.reading, _main(sentence.reading))


def _bare(sentence: Sentence, start: int) -> bool:
    """Whether the sentence so far names nobody, described nobody and has no subject: "21 duels, 21 basisplaatsen."."""
    words = sentence.skeleton[: start + 40]
    if pattern(r"<N> [^,.]*\b(?:maakte|scoorde|gaf|speelde|telt|heeft|had) (?:de|het) ").search(
        sentence.skeleton, start
    ):
        return False  # "Acht goals maakte de scholiere": somebody is described
    if pattern(r"^[^:]*<N>[^:]*: (?:[\w-]+ )?<PCT>").match(sentence.skeleton[start:]):
        return False  # what stands before a colon may be said of who comes behind it
    return bool(pattern(_COUNTS).match(words) or pattern(r": <N> [\w-]+, <N>").search(words)) and not near(
        sentence, 0, start, ENTITIES
    )


def _described(words: str) -> bool | None:
    """Whether words hold a description of a person, and whether that is a player; None for no description."""
    for match in pattern(_DESCRIPTION).finditer(words):
        noun = re.sub(r"^(?:oud|ex)-", "", match["noun"])
        role = roles().get(noun)
        if role is not None and role[0] not in ("other", "journalist", "referee", "agent", "scout"):
            return role[0] not in COACHING
        if re.fullmatch(_PERSONS, noun) or "geboren " in match[0]:
            return True
        if pattern("<A>").search(match[0]) or origins().get(noun, ("", ""))[1] in ("man", "woman"):
            return False
    return None


def _earlier(sentence: Sentence, letters: str, reach: int, player: bool) -> Item | None:
    """The only head of these signs in the nearest sentence before that has one."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - reach), -1):
        other = sentence.reading.sentences[index]
        found = _heads(other, 0, len(other.skeleton), letters, player)
        if not found and letters == "P":
            # "Ook rond X is het onrustig": the only one named is spoken of in any case
            found = [item for item in other.items if item.sign == "P" and item.entity and not _reports(other, item)]
        if found:
            return found[0] if len({item.entity for item in found}) == 1 else None
    return None


def _topical(sentence: Sentence) -> Item | None:
    """The side the sentence right before opens with: "Voor X schijnt de zon."."""
    previous = sentence.reading.sentences[sentence.index - 1] if sentence.index else None
    opens = pattern(r"^\W*(?:ook )?(?:voor|bij) (?P<who><CT>)(?![-–])").match(previous.skeleton) if previous else None
    return _at(previous, opens.start("who")) if previous and opens else None


def _only_side(sentence: Sentence) -> Item | None:
    """The only side the sentence right before names, also behind a preposition."""
    previous = sentence.reading.sentences[sentence.index - 1] if sentence.index else None
    sides = [item for item in previous.items if item.sign in SIDES and item.entity] if previous else []
    return sides[0] if len({item.entity for item in sides}) == 1 else None


def _single(sentence: Sentence, start: int, end: int, letters: str, player: bool) -> Item | None:
    found = _heads(sentence, start, end, letters, player)
    return found[-1] if len({item.entity for item in found}) == 1 else None


def _heads(sentence: Sentence, start: int, end: int, letters: str, player: bool) -> list[Item]:
    return [
        item
        for item in near(sentence, start, end, letters)
        if item.entity
        and head(sentence, item)
        and not _reports(sentence, item)
        and not (player and _leads(sentence, item))
    ]


def _reports(sentence: Sentence, item: Item) -> bool:
    before = sentence.skeleton[max(0, item.at - 50) : item.at]
    return sentence.is_source(item) or bool(re.search(r"\b(?:volgens|aldus) (?:[\w-]+ ){0,3}$", before))


def _leads(sentence: Sentence, item: Item) -> bool:
    before = sentence.skeleton[max(0, item.at - 30) : item.at]
    return item.entity in sentence.reading.teams or bool(re.search(_LEADER, before))


@lru_cache(maxsize=1)
def _interview(reading: Reading) -> bool:
    return len(re.findall(r"^[„“\"‘']", reading.text, re.MULTILINE)) >= _ANSWERS


def _speaker(sentence: Sentence, words: str, prefer: str) -> Item | None:
    """In an interview "ik" and the "je" of the questions are the one interviewed, "wij" and "jullie" his side."""
    if prefer == "PCT":
        prefer = SIDES if re.search(_WE, words) and not re.search(_I, words) else "P"
    if "P" in prefer:
        if pattern(r"\b(?:hij|zij|ze|de <A>|een)\b|<P>").search(words) and not re.search(_I, words):
            return None
        return mention(sentence.reading, protagonist(sentence.reading))
    return mention(sentence.reading, main_side(sentence.reading, "C", VERY_CLEAR)) if re.search(_WE, words) else None


@lru_cache(maxsize=1)
def _main(reading: Reading) -> str:
    return main_side(reading, "C") or main_side(reading, "T")


def _at(sentence: Sentence, at: int) -> Item | None:
    return next(iter(near(sentence, at, at + 1, ENTITIES)), None)


def mention(reading: Reading, entity: str) -> Item | None:
    """Any mention of an entity, to speak of it where the sentence does not name it."""
    items = (item for sentence in reading.sentences for item in sentence.items)
    return next((item for item in items if entity and item.entity == entity), None)
