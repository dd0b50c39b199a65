"""From a place where contract words fit to rows: who, where, until when, how certain, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from pipeline.components.claims import Found
from pipeline.components.clauses import REACH, clause, near
from pipeline.components.contracts import parties
from pipeline.components.contracts.words import ENDING, EXTENDING, LASTING, LOAN, NOUN, SIGNING
from pipeline.components.reading import Item, Sentence, pattern
from pipeline.dutch.calendar import read_published
from pipeline.dutch.contract_ends import (
    ContractEnd,
    contract_end,
    contract_start,
    current_season_end,
    from_length,
    year_end,
)
from pipeline.records import Claim, NumberMention, TimeMention
from pipeline.seeds import by_id

_NOTHING = ContractEnd("", "", "")
_OFFER_WORD = (
    r"\b(?:aanbod|aanbieding\w*|voorstel\w*|\bbod\b|aangeboden|aanbieden|biedt|bood|onderhandel\w*|gesprek\w*"
    r"|praat|praten|praatte|overweeg\w*"
    r"|bedenktijd|hoopt|hopen|hoopte|streeft|streven|wens|wenst|zicht op|uitzicht op|in ruil|eis\w*|vraagt"
    r"|plan(?:nen)?|probeer\w*|poging\w*"
    r"|onderhandelingstafel|rond de tafel|om tafel|ter tafel|mogelijkheid|bereid|weiger\w*|afgewezen"
    r"|wees \w+ af|afgeslagen|sloeg)\b"
)
_OFFER = pattern(_OFFER_WORD)
_WISH = pattern(
    r"\b(?:wil|willen|wilde|wilden|wou|wouden|moet|moeten|moest|moesten|kan|kunnen|kon|mag|mogen|zouden? (?:graag"
    r"|willen|kunnen|moeten)|liefst|graag|dient|hoeft)\b"
)
#: "plakt er een jaar aan vast en de club kan": a wish of somebody else, in a clause of its own.
_OTHER_WISH = pattern(r"\ben (?:de |het )?(?:<PC>|club|ploeg) (?:kan|kon|mag|wil|wilde|moet)\b")
#: "zijn verbintenis in Baskenland": with a club of that place, which the article may not name.
_PLACED = pattern(rf"{NOUN} in (?:het |de )?<L>")
_CONDITION = pattern(
    r"(?:^|, |[“”\"‘’'„] ?|\bmaar |\ben |\bwant )(?:als|indien|mits|tenzij|mocht(?:en)?|zodra|stel dat"
    r"|wanneer)\b"
)
_NEGATION = pattern(r"\b(?:niet(?! (?:alleen|minder|langer dan|meer dan))|nooit|geen|noch|evenmin)\b")
_NO_CONTRACT = pattern(
    rf"\bgeen (?:[\w-]+ ){{0,3}}{NOUN}|\bniet (?:meer |langer |nog )?(?:vast|onder contract|gebonden|verbonden)"
    rf"|{NOUN} (?:meer )?niet\b"
)
_OFFERED = pattern(
    rf"{_OFFER_WORD}(?: (?:[\w-]+|<\w>)){{0,6}} {NOUN}|\b(?:biedt|bood|bieden|boden)\b[^.;:]{{0,60}}{NOUN}"
    rf"|\b(?:onderhandel\w*|praat|praten|praatte|gesprek\w*)\b[^.;:]{{0,60}}\bover [^.;:]{{0,30}}{NOUN}"
    rf"|\b(?:ligt|lag|wacht|wachtte)(?: er)?(?: [\w-]+){{0,2}} {NOUN}"
    rf"|{NOUN}[^.;:]{{0,60}}\b(?:klaar|van de hand|naast (?:zich|zijn))\b"
    rf"|\b(?:wees|wijst) [^.;:]{{0,40}}{NOUN}[^.;:]{{0,60}}\baf\b"
)
_DENIAL = pattern(
    r"\b(?:ontken\w*|tegengesproken|spreekt \w+ tegen|weersprak\w*|weerspreek\w*|uit de lucht gegrepen"
    r"|klopt niet|onzin|naar het rijk der fabelen)\b"
)
_DENIED = pattern(rf"{_DENIAL.pattern}[^:;.–]{{0,60}}\bdat\b[^:;.–]{{0,60}}$")
_HOPED = pattern(r"\b(?:hoop\w*|hopen|wil|willen|wens\w*|eis\w*) (?:\w+ ){0,2}dat\b[^:;.]{0,60}$")
_RUMOUR = pattern(
    r"\b(?:naar verluidt|zou(?:den)?(?! [^,.;]{0,40}(?:aflopen|verlopen|verstrijken))"
    r"|lijkt|lijken|leek|mogelijk|waarschijnlijk|vermoedelijk|wellicht|misschien|schijnt|geruchten|naar verwachting"
    r"|verwacht\w*|op het punt|staat dicht bij|nadert|dichtbij|bijna rond|zo goed als|kennelijk)\b"
)
_SAYS = pattern(
    r"(?P<who><OMKP>)(?: <D>| \(\w+\))? (?:meldt|meldde|melden|weet|schrijft|schreef|bericht|berichtte|onthult"
    r"|onthulde|verneemt"
    r"|vernam)(?: (?:te melden|<D>|ook|althans))? ?,?(?: dat\b| hoe\b|:)"
)
_TOLD = r"(?:meldt|meldde|melden|bericht|berichtte|berichten|schrijft|schreef|weet|onthult|onthulde|vernam|verneemt)"
_SOURCE = pattern(rf"(?P<set>(?:^|[,’”\"'–-] ?)(?:(?:zo|dat|aldus|zoals) )?)?\b(?P<cue>volgens|aldus|{_TOLD}) ")
_NEXT_SOURCE = pattern(rf"^\W*(?:dat|dit|zo) {_TOLD} ")
_NAME = re.compile(
    r"(?:(?:La|L['’]|Il|Le)\s?)?[A-ZÀ-Ý][\w’'.-]*"
    r"(?:\s(?:[A-ZÀ-Ý][\w’'.-]*|dello|della|de|van|den|het|of)(?=\s|[,.;:]|$))*"
)
_OWN = re.compile(r"^(?:de club|zijn club|zijn werkgever|eigen|ingewijden|entourage)\b")
_PAST = pattern(r"\b(?:lag|lagen|liep|liepen|had|hadden|stond|stonden|was|waren|doorliep|afliep|vastlag|gold)\b")
_LONGER = pattern(r"\blanger (?:bij|in|door|aan)\b|\b(?:contract)?verleng\w*\b")
#: Words that present a contract in force as the outcome of news.
OUTCOME = pattern(r"\b(?:nu|zo|daarmee|daardoor|waardoor|waarmee|inmiddels|voortaan|dus)\b")
#: How long ago a contract may have been signed to be news.
_RECENT = timedelta(days=60)
_QUESTION = re.compile(r"\?[\s\"”’']*$")


class Certainty(NamedTuple):
    """How sure a statement is, and the name of who made it, if not the article."""

    degree: str  # stated | reported | rumoured | denied; empty where it is no claim at all
    reported_by: str = ""


def end_of(found: Found, item: Item | None, ahead: bool, club: str) -> ContractEnd:
    """What a date, a length or the number of a year tells of the end."""
    reading = found.reading
    yearly = parties.plays_calendar_year(reading, club)
    if item is None:
        return _NOTHING
    if isinstance(item.value, TimeMention):
        return contract_end(item.value, reading.published, yearly, ahead)
    if isinstance(item.value, NumberMention) and 1950 <= item.value.value <= 2100:
        return year_end(int(item.value.value), yearly)
    return _NOTHING


def state(
    found: Found,
    kind: str,
    end: Item | None = None,
    *,
    season: bool = False,
    signing: bool | None = None,
    start: Item | None = None,
    given: bool = False,
    length: str = "",
    added: bool = False,
) -> Iterable[Claim]:
    """The rows of one statement; none when nobody is meant or nothing is claimed.

    `season` ends it with the current season where no date is told; `given` says that the contract is taken for
    granted, whatever the clause denies or wants; `start` is since when it runs; `length` is a TIMEX3 length that the
    words tell without being a date; `added` says that a length is counted from the contract's end before. A row whose
    person is empty is for the pipe to complete.
    """
    sentence = found.sentence
    first, last = found.match.span()
    certainty = Certainty("stated") if given else certainty_of(sentence, first, last, kind, end)
    if not certainty.degree or lent(sentence, first, last, end):
        return ()
    persons: Sequence[Item | None] = parties.people(sentence, first, last)
    if kind == "option" and not any(person in sentence.items for person in persons):
        persons = ()
    if not persons:
        if kind != "option":
            return ()
        persons = (None,)
    new = kind in ("new", "extension") if signing is None else signing
    club = parties.club(sentence, first, last, new)
    placed = _PLACED.search(sentence.skeleton, first, last + 1)
    if not club and placed and _is_town(sentence, placed.end() - 1):
        return ()
    left, right = window(sentence, first, last)
    dates = [item for item in near(sentence, left, min(right, last), "D") if item not in (end, start)]
    if kind in ("new", "extension") and any(_long_ago(item, found.reading.published) for item in dates):
        kind = "running"
    told = end_of(found, end, kind != "expired" and not (start and not end), club)
    words = found.reading.text[end.start : end.end] if end is not None else ""
    if season and end is None:
        told = current_season_end(found.reading.published, parties.plays_calendar_year(found.reading, club))
        words = found.reading.text[slice(*sentence.chars(*found.match.span()))]
    if length:
        told = from_length(length, found.reading.published, parties.plays_calendar_year(found.reading, club))
        words = found.reading.text[slice(*sentence.chars(*found.match.span("year")))]
    if added and told.value.startswith("P"):
        told = ContractEnd(told.value, "", "")
    begin = start.value if start is not None and isinstance(start.value, TimeMention) else None
    return [
        found.claim(
            person,
            end,
            start,
            person_id=person.entity if person else "",
            club_id=club,
            kind=kind,
            start_value=begin.value if begin else "",
            start_date=contract_start(begin) if begin else "",
            end_text=words,
            end_value=told.value,
            end_date=told.day,
            end_precision=told.precision,
            certainty=certainty.degree,
            reported_by=certainty.reported_by,
        )
        for person in persons
    ]


def _is_town(sentence: Sentence, at: int) -> bool:
    """Whether the place there is a town or region and no ground."""
    return any(
        sentence.reading.text[item.start : item.end] in by_id("places.csv") for item in near(sentence, at, at + 1, "L")
    )


def lent(sentence: Sentence, first: int, last: int, end: Item | None) -> bool:
    """Whether the words speak of a loan: its end is no end of a contract."""
    left, right = clause(sentence, end.at if end is not None else first)
    loan = pattern(LOAN)
    return bool(loan.search(sentence.skeleton, left, right) or loan.search(sentence.skeleton, first, last))


def certainty_of(sentence: Sentence, first: int, last: int, kind: str, end: Item | None) -> Certainty:
    """How sure the sentence is of what stands in [first, last); without a degree when it is an offer or a wish."""
    skeleton = sentence.skeleton
    if _QUESTION.search(skeleton[-10:]):
        return Certainty("")
    left = clause(sentence, first)[0]
    right = max(clause(sentence, max(last - 1, first))[1], last)
    if _CONDITION.search(skeleton, max(0, left - 60), first):
        return Certainty("")
    running = kind in ("running", "expired")
    other = _OTHER_WISH.search(skeleton, last, right)
    right = other.start() if other else right
    if not running and (_OFFER.search(skeleton, left, right) or _WISH.search(skeleton, left, right)):
        return Certainty("")
    if _HOPED.search(skeleton[max(0, left - 120) : left + 5]):
        return Certainty("")
    if running and _OFFERED.search(skeleton, left, right):
        return Certainty("")
    negation = _NO_CONTRACT if running else _NEGATION
    if negation.search(skeleton, left, right) and kind != "expired":
        return Certainty("denied" if end is not None else "")
    if _DENIAL.search(skeleton, left, right) or _DENIED.search(skeleton[max(0, left - 120) : left + 5]):
        return Certainty("denied")
    if _RUMOUR.search(skeleton, left, right):
        return Certainty("rumoured", reporter(sentence, first))
    by = reporter(sentence, first)
    return Certainty("reported" if by else "stated", by)


def reporter(sentence: Sentence, at: int) -> str:
    """The name of the medium or person that gives the words at `at`; empty when the article itself says it."""
    low = max(0, at - REACH)
    says = _SAYS.search(sentence.skeleton, low, at)
    if says:
        return _words(sentence, says.start("who"), says.end("who"))
    for match in _SOURCE.finditer(sentence.skeleton, low, at + REACH):
        if match["set"] is not None or _together(sentence, match.start(), at):
            name = _name_behind(sentence, match)
            if name:
                return name
    follow = sentence.index + 1
    if follow < len(sentence.reading.sentences):
        behind = sentence.reading.sentences[follow]
        later = _NEXT_SOURCE.match(behind.skeleton)
        return _name_behind(behind, later) if later else ""
    return ""


def _together(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two places lie in one clause and no "en" parts them."""
    between = sentence.skeleton[min(one, other) : max(one, other)]
    return clause(sentence, one) == clause(sentence, other) and " en " not in between


def _words(sentence: Sentence, start: int, end: int) -> str:
    return sentence.reading.text[slice(*sentence.chars(start, end))]


def _name_behind(sentence: Sentence, match: re.Match[str]) -> str:
    """The first name behind the words of a source, with at most a function before it; a club speaks of itself."""
    rest = _words(sentence, match.end(), min(len(sentence.skeleton), match.end() + 100))
    name = _NAME.search(rest)
    if name is None or name.start() > 45 or re.search(r"[,.;:]", rest[: name.start()]) or _OWN.match(rest):
        return ""
    start = sentence.chars(match.end(), match.end())[0] + name.start()
    if any(item.start == start for item in near(sentence, match.end(), match.end() + 60, "C")):
        return ""
    return name[0].rstrip(" .,;:'’")


def kind_of(sentence: Sentence, first: int, last: int) -> str:
    """running, new or extension, by the verbs around a contract's words."""
    left, right = window(sentence, first, last)
    words = sentence.skeleton
    if pattern(EXTENDING).search(words, left, right):
        return "extension"
    if pattern(SIGNING).search(words, left, right):
        return "extension" if _LONGER.search(words, max(0, left - REACH), left) else "new"
    return "running"


def latest(item: Item) -> str:
    """The last day of a date (YYYY-MM-DD); empty for a date that is not placed and for what is none."""
    return item.value.latest if isinstance(item.value, TimeMention) else ""


def _long_ago(item: Item, published: str) -> bool:
    """Whether a date lies months before the publication."""
    known = read_published(published).first
    day = latest(item)
    return known is not None and day != "" and day < (known - _RECENT).isoformat()


def renewed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a contract in force is the outcome of what the sentence has just told: "en ligt nu vast tot"."""
    left, right = window(sentence, first, last)
    now = OUTCOME.search(sentence.skeleton, left, right)
    return bool(now and pattern(rf"{EXTENDING}|\boptie\b").search(sentence.skeleton, max(0, first - REACH), first))


def window(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The clauses that the words in [first, last) lie in."""
    return clause(sentence, first)[0], max(clause(sentence, max(last - 1, first))[1], last)


def governs(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an end at `end` belongs to the contract words at `start`, though a clause ends between them.

    "een contract, dat loopt tot" does, "een contract, maar is tot december geblesseerd" does not.
    """
    left = clause(sentence, end)[0]
    if left <= start:
        return True
    own = sentence.skeleton[left : clause(sentence, end)[1]]
    bare = pattern(
        r"^\W*(?:(?:dat|die|welke|waarmee|en|en wel|namelijk|ditmaal|nu|nog|zelfs) ){0,2}(?:tot|t/m|voor"
        r"|<DU>)\b"
    )
    return bool(bare.match(own) or pattern(LASTING).search(own))


def ended(sentence: Sentence, at: int) -> bool:
    """Whether a contract told of in the past was broken off, by this sentence or the one before."""
    before = sentence.reading.sentences[sentence.index - 1].skeleton if sentence.index else ""
    here = sentence.skeleton[max(0, at - REACH) : at + REACH]
    return bool(pattern(ENDING).search(here) or pattern(ENDING).search(before[-REACH:]))


def was(sentence: Sentence, first: int, last: int) -> bool:
    left, right = window(sentence, first, last)
    return bool(_PAST.search(sentence.skeleton, left, right))


def end_item(found: Found) -> Item | None:
    """The date or length in the match: the item of the first such group that took part in it."""
    for group in found.match.re.groupindex:
        if group.startswith(("end", "length")) and found.match[group] is not None:
            return found.item(group)
    return None
