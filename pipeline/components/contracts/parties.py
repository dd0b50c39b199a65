"""Whose contract a statement is about, and with which club."""

from __future__ import annotations

from pipeline.components.clauses import REACH, clause, head, near, subject
from pipeline.components.contracts.antecedents import FILL, antecedent
from pipeline.components.contracts.words import NOUN, PLAYER
from pipeline.components.reading import Item, Reading, Sentence, pattern
from pipeline.components.topic import main_side, paragraph, ticker, town_club
from pipeline.records import Claim
from pipeline.seeds import by_id

#: "contract van P", "verlengt met P", directly behind the noun or the verb.
_OWNER = rf"{NOUN}(?: \((?:[a-z]+ )?<DN>\)| <D>)?(?: bij <C>)? (?:van|met){FILL} (?P<who><P>)"
_PARTNER = (
    rf"\b(?:verlengt|verlengde|verlengd|verlengen|akkoord|in zee|verder"
    rf"|door) (?:\w+ ){{0,3}}met{FILL} (?P<who><P>)"
)
_POSSESSED = rf"(?P<who><H>)(?: (?:[\w-]+|<[DURX]>)){{0,4}} {NOUN}"
#: Names joined by commas and "en", with brackets and short descriptions between them.
_JOINED = (
    r"(?:(?: ?\([^()]{1,40}\))?(?:,? (?:en|én|als|of|alsook|evenals)(?: ook)?|,)(?: (?!die|dat|maar"
    r"|want)[a-z-]+){0,3} <P>(?! (?:van|die)))"
)
_RUN = pattern(rf"<P>{_JOINED}{{1,12}}")
_BOTH = pattern(
    r"\b(?:beiden?|het duo|het tweetal|het drietal|het trio|het viertal|het kwartet|de twee|alle (?:twee|drie"
    r"|vier)|deze spelers|allebei|de spelers)\b"
    r"|\bhun (?:[\w-]+ )?(?:contracten|verbintenissen|overeenkomsten)\b"
)
#: How far behind its clause a contract may name its owner: "het contract (tot 2028) van P".
_BEHIND_BRACKET = 60
#: "P, van wie het contract" and "P (contract tot 2027)": the name right before.
_BESIDE = pattern(
    rf"(?P<who><P>)(?: \([^()]{{1,20}}\))?(?:,? (?:van wie|wiens) |,? \((?:[\w-]+ |<\w>){{0,4}}(?={NOUN}|tot"
    rf"|onder))"
)

_BEFORE_CLUB = (
    r"(?: (?:de|het|zijn|haar|hun|<H>|huidige|nieuwe|zich|[\w-]+e|[\w-]*(?:club|ploeg|kampioen|koploper|er|ist)))*?"
    r" (?P<club><C>)(?!-| (?:weg|vandaan|los)\b)"
)
#: The club that a contract is with; one that somebody goes to; one that he plays or signs for.
_WITH = r"(?:contract|verbintenis|overeenkomst|dienstverband|akkoord|eens|rond|in zee)(?: \w+){0,2} met"
_AT = rf"\b(?:bij|aan|in dienst van|namens|op de loonlijst van|{_WITH}){_BEFORE_CLUB}"
_TO = rf"\b(?:naar|aan|bij){_BEFORE_CLUB}"
_THERE = pattern(r"\b(?:daar|er|aldaar)\b")
_OF = r"(?:nieuwe?|aanwinst|versterking|wordt|werd) (?:[\w-]+ ){0,2}?van"
_FOR = rf"\b(?:bij|aan|naar|voor|in dienst van|{_OF}|door|{_WITH}){_BEFORE_CLUB}"
_COACHING = pattern(
    rf"\b(?:wordt|werd|aangesteld|benoemd|volgt|aan de slag|begint|nieuwe)\b[^,;.]{{0,60}}"
    rf"(?:trainer|coach) (?:van|bij){_BEFORE_CLUB}"
)
#: A loaned player's contract runs with the club that lends him.
_LENT = pattern(rf"\b(?:gehuurd|huurt|huurde|huren|huurling|overkwam op huurbasis)\b[^,;.]{{0,40}}\bvan{_BEFORE_CLUB}")
#: "X, waar zijn contract afloopt": the club right before is the contract's.
_WHERE = pattern(r"(?P<club><C>),? (?:al)?waar [^,;]*$")
_WHERE_TOWN = pattern(r"(?P<town><L>),? (?:al)?waar [^,;]*$")
_AWAY = pattern(
    r"\b(?:\w*kwam|\w*komt|overgekomen|over|verl(?!eng)\w+|vertrek\w*|vertrok\w*|weg|afkomstig|speelde|speelt"
    r"|voetbalde|debuteerde|periode|tegen|ex|oud|duel|verruilt|verruilde|interesse|belangstelling|uitgekomen"
    r"|uitkwam|stage|verleden|terug|eerder|aan de slag|op|weggehaald|opgehaald|gehaald|weggeplukt|plukt|plukte"
    r"|was|geweest|assistent|gewezen \w+|actief) (?:\w+ ){0,2}(?:van|bij|tegen|van de|voor"
    r"|uit) (?:[\w-]+ ){0,2}$"
)
#: Clubs that are after somebody.
_SUITOR = pattern(
    r"\b(?:belangstelling|interesse|aandacht|vizier|radar|verlanglijst\w*|wensenlijst\w*|bod|gelinkt|verband"
    r"|gemeld|akkoord|praat|gesprek\w*|onderhandel\w*|richting|naar)(?: gebracht| zijn| is| was)?"
    r"(?: (?:van|bij|aan|met|voor))?(?: (?:de|het|onder meer|zowel|\w+e))* $"
)
#: "nu nog assistent bij FC Utrecht": where somebody is until he goes to the club that the contract is with.
_SO_FAR = pattern(
    r"\b(?:nu nog|momenteel nog|vandaag nog|tot voor kort|tot dusver|voorheen|destijds|vroeger|daarvoor)\b[^,;.:]*$"
)
#: "Daarna won hij van MVV" ties nobody to that club.
_WON = pattern(r"\b(?:won|wint|wonnen|winnen|verloor|verliest|verloren|verliezen|zege|winst|nederlaag) $")
_PRONOUNS = ("hij", "zij", "ze", "ik", "hem", "haar")
#: "De aanvaller van Lierse tekende daar": the club that the subject belongs to.
_OWN_PLACE = pattern(rf"^\W*(?:de|het) (?:[\w-]+ )?{PLAYER} van (?:de |het )?(?P<club><C>)\.? ?[^,;.:]{{0,25}}\bdaar\b")
_FORMER = pattern(
    r"(?:\boud-|\bex-|\bvoormalig[e]? (?:[\w-]+ )?|\bvroegere? (?:[\w-]+ )?|eerder (?:[\w-]+ ){0,2}|\b(?:over"
    r"|overgekomen|weg|afkomstig|vertrok(?:ken)?) (?:van|bij) )$"
)
#: How many clubs of a sentence are looked at.
_MANY = 40
#: How many sentences a title and a first paragraph have at most.
_LEAD = 8
_COURTING = pattern(
    r"\b(?:gemeld voor|interesse|belangstelling|geïnteresseerd|wil|willen|aast|azen|hoopt|bod|lonkt|jaagt|volgt"
    r"|polst|polste|op het oog|gelinkt|in verband|begeert|denkt aan)\b"
)
_COMMITTING = pattern(
    r"\b(?:verleng\w*|bindt|bond|gebonden|verbindt|legt|legde|leggen|legden|vastgelegd|vastlegt|contracte\w*"
    r"|neemt|nam|nemen|namen|heeft|had|hebben"
    r"|geeft|gaf|gegeven|licht|lichtte|gelicht|breekt|brak|opengebroken|haalt|haalde|trekt|trok|ontbindt"
    r"|ontbond|ontbonden|stelt|stelde|beloon\w*|ziet|raakt|raakte|bedong|biedt|sloot|sluit|bereik\w*"
    r"|eens|akkoord|gevorderd|rond|kiest|koos|presente\w*|maakt|maakte|vindt|vond|versterkt\w*|strikt\w*"
    r"|benoem\w*|wijst|huldigt|laat|gaat)\b"
)


def people(sentence: Sentence, start: int, end: int) -> list[Item]:
    """The people under contract by the words in [start, end); several when the sentence joins them."""
    left = clause(sentence, start)[0]
    right = max(clause(sentence, max(end - 1, start))[1], end)
    beside = _BESIDE.search(sentence.skeleton, max(0, left - 80), end)
    if beside and beside.end() > left:
        return joined(sentence, _item(sentence, beside.start("who")))
    for source in (_POSSESSED, _OWNER, _PARTNER):
        matches = list(pattern(source).finditer(sentence.skeleton, left, right + _BEHIND_BRACKET))
        fitting = [match for match in matches if match.end() > start - 25 and match.start() < end]
        if fitting:
            return joined(sentence, _item(sentence, fitting[0].start("who")))
    both = _BOTH.search(sentence.skeleton, left, right)
    if both and not near(sentence, left, right, "P"):
        return _together(sentence, left) or _named_before(sentence)
    who = _subject(sentence, start)
    if who is None and end > start:
        who = _subject(sentence, end - 1)
    if who is not None:
        return joined(sentence, who)
    named = near(sentence, 0, left, "P")
    if named and len({item.entity for item in named}) == 1 and not pattern(r"\bik\b").search(sentence.skeleton):
        return named[:1]
    return antecedent(sentence, right)


def _item(sentence: Sentence, at: int) -> Item:
    return near(sentence, at, at + 1, "PHCDUNT")[0]


def _subject(sentence: Sentence, at: int) -> Item | None:
    """The person a clause is about; a club that is its subject has him as object."""
    who = subject(sentence, at, "P")
    if who is not None and who.sign == "P":
        return who
    start, end = clause(sentence, at)
    inside = near(sentence, start, end, "P")
    if inside:
        return inside[0]
    if who is not None:
        earlier = [item for item in near(sentence, max(0, start - REACH), start, "P") if head(sentence, item)]
        return earlier[-1] if earlier else None
    return None


def joined(sentence: Sentence, who: Item) -> list[Item]:
    """The item, or all of an enumeration it belongs to, each person once."""
    for match in _RUN.finditer(sentence.skeleton, max(0, who.at - 300), who.at + 300):
        if match.start() <= who.at < match.end():
            items = near(sentence, match.start(), match.end(), "P")
            return list({item.entity: item for item in reversed(items)}.values())[::-1]
    return [who]


def _together(sentence: Sentence, end: int) -> list[Item]:
    """The people joined right before the clause of "allebei": "X en Y, allebei einde contract"."""
    runs = list(_RUN.finditer(sentence.skeleton, max(0, end - 120), end))
    return list({item.entity: item for item in near(sentence, *runs[-1].span(), "P")}.values()) if runs else []


def _named_before(sentence: Sentence) -> list[Item]:
    """Those whom "beiden" or "het duo" takes up: the people named together in the sentences before."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        before = sentence.reading.sentences[index]
        for match in _RUN.finditer(before.skeleton):
            items = near(before, match.start(), match.end(), "P")
            if len({item.entity for item in items}) > 1:
                return list({item.entity: item for item in items}.values())
    return []


# --- clubs ------------------------------------------------------------------------------------------


def club(sentence: Sentence, start: int, end: int, signing: bool) -> str:
    """The club that the sentence itself names as the contract's; empty when it names none.

    A new contract is also with the club that a player goes to or that takes him; one that runs only with the
    club it is said to be "bij".
    """
    left = clause(sentence, start)[0]
    right = max(clause(sentence, max(end - 1, start))[1], end)
    low = max(0, left - REACH)
    place = _OWN_PLACE.search(sentence.skeleton, 0, right)
    if place:
        return _item(sentence, place.start("club")).entity
    found = _governed(sentence, _AT, left, right, (start, end))
    if found:
        return found
    coach = _COACHING.search(sentence.skeleton, left, right) if signing else None
    if coach:
        return _item(sentence, coach.start("club")).entity
    where = _WHERE.search(sentence.skeleton, low, start)
    if where:
        return _item(sentence, where.start("club")).entity
    there = _WHERE_TOWN.search(sentence.skeleton, low, start)
    towns = near(sentence, there.start("town"), there.end("town"), "L") if there else []
    home = town_club(sentence, towns[0]) if towns else None
    if home:
        return home.entity
    owner = _committing(sentence, left, right)
    if owner:
        return owner
    towns = [home for item in near(sentence, left, right, "L") if (home := town_club(sentence, item))]
    if towns:
        return towns[-1].entity
    if _THERE.search(sentence.skeleton, left, right):
        found = _governed(sentence, _TO, low, left) or _governed(sentence, _TO, low, right)
        if found:
            return found
    lender = None if signing else _LENT.search(sentence.skeleton, low, right)
    if lender:
        return _item(sentence, lender.start("club")).entity
    if signing:
        found = _governed(sentence, _FOR, left, right) or _governed(sentence, _FOR, low, right)
        return found or _committing(sentence, low, left)
    return ""


def _governed(sentence: Sentence, source: str, left: int, right: int, words: tuple[int, int] | None = None) -> str:
    """The last club behind such a preposition, or the one nearest to the contract's words."""
    hits = [
        match
        for match in pattern(source).finditer(sentence.skeleton, left, right)
        if not _AWAY.search(sentence.skeleton[max(0, match.start() - 30) : match.start("club")])
        and not _SO_FAR.search(sentence.skeleton, max(0, match.start() - 60), match.start())
    ]
    if words is not None:
        hits.sort(key=lambda match: -max(words[0] - match.start("club"), match.start("club") - words[1], 0))
    return _item(sentence, hits[-1].start("club")).entity if hits else ""


def _committing(sentence: Sentence, left: int, right: int) -> str:
    """A club that is the subject of a clause whose verb commits it to a person."""
    if not _COMMITTING.search(sentence.skeleton, left, right):
        return ""
    heads = [item for item in near(sentence, left, right, "C") if head(sentence, item)]
    own = [item for item in heads if not _RELATIVE.match(sentence.skeleton, clause(sentence, item.at)[0])]
    return own[0].entity if own else ""


def own_club(reading: Reading, person: str, index: int, claims: list[Claim]) -> str:
    """The club a person belongs to as far as the article tells, nearest words first; empty when it does not.

    A role told by a description alone ("de spits") has its club from the surroundings: that counts only
    where no other club is what the article is about.
    """
    for claim in reversed(claims):
        values = claim.values
        if values.get("person_id") != person or not values.get("club_id"):
            continue
        if claim.table == "contracts" or (
            claim.table == "roles" and values["status"] == "current" and claim.rule != "role-described"
        ):
            return str(values["club_id"])
    described = {
        str(claim.values["club_id"])
        for claim in claims
        if claim.rule == "role-described" and claim.values["person_id"] == person and claim.values["club_id"]
    }
    if len(described) == 1 and main_side(reading, "C") in ("", *described):
        return described.pop()
    order = [*range(index, -1, -1), *range(index + 1, len(reading.sentences))]
    for number in order:
        found = _beside(reading.sentences[number], person)
        if found:
            return found
    return ""


_RELATIVE = pattern(r"\W*die\b")
_DISMISSING = pattern(r"<P> (?:[\w-]+ ){0,5}(?:ontslaan|ontslaat|ontslagen|ontsloeg)\b")
_BEHIND = (
    r"^(?: ?\((?:<AN>,? ?)?(?P<a><C>)"
    r"|(?: ?\([^()]{1,20}\))?(?:,? (?:de|een|het) (?:[\w-]+ |<A> ?){1,4}?| is (?:[\w-]+ ){1,4}?"
    r"| (?:speelt|voetbalt|keept|zit|staat)(?: [\w-]+){0,2} )(?:van|bij|voor|in dienst van) (?:de "
    r"|het )?(?P<b><C>)(?!-)"
    r"|(?:(?:,| en) <P>){1,8} \((?P<f><C>)\)"
    r"|(?: ?\([^()]{1,20}\))?,? van (?:de |het )?(?P<d><C>)(?!-)"
    r"| (?:vertrekt|vertrok|verlaat|verliet|verruilt|verruilde|ruilt)(?: [\w-]+){0,3}? (?P<e><C>))"
)
_AHEAD = (
    rf"(?:(?P<a><C>)(?:(?:-|’s |'s )[\w-]+ (?:[\w-]+ )?| {PLAYER} )|\b(?:van|bij) (?:de |het )?(?P<b><C>),? "
    r"|(?P<c><C>) - )$"
)


def _beside(sentence: Sentence, person: str) -> str:
    """The club that an apposition, a possessive or a dismissal ties to the person in a sentence."""
    for item in sentence.items:
        if item.entity != person or item.sign != "P":
            continue
        if sentence.reading.text[item.start : item.end].lower() in _PRONOUNS or _WON.search(
            sentence.skeleton[max(0, item.at - 20) : item.at]
        ):
            continue
        behind = sentence.skeleton[item.at + 1 : item.at + 80]
        match = pattern(_BEHIND).match(behind)
        if match and not _FORMER.search(behind[: match.start(match.lastgroup or 0)]):
            return _item(sentence, item.at + 1 + match.start(match.lastgroup or 0)).entity
        low = max(0, item.at - 50)
        ahead = pattern(_AHEAD).search(sentence.skeleton[low : item.at])
        if ahead:
            at = low + ahead.start(ahead.lastgroup or 0)
            if not _FORMER.search(sentence.skeleton[max(0, at - 60) : at]):
                return _item(sentence, at).entity
        if _DISMISSING.match(sentence.skeleton, item.at):
            clubs = {each.entity for each in sentence.of("C") if head(sentence, each)}
            if len(clubs) == 1:
                return clubs.pop()
    return ""


def new_club(sentence: Sentence) -> str:
    """Where a person signs when the sentence does not say: the club that takes him in the sentences before."""
    context = _context(sentence)
    close = [each for each in reversed(context) if sentence.index - 4 < each.index < sentence.index]
    for before in dict.fromkeys([*close, context[0]]):
        stop = min(len(before.skeleton), REACH)
        coach = _COACHING.search(before.skeleton, 0, stop)
        if coach:
            return _item(before, coach.start("club")).entity
        found = _governed(before, _TO, 0, stop) or _committing(before, 0, stop) or _governed(before, _FOR, 0, stop)
        if found:
            return found
    left = {item.entity for item in sentence.of("C")}
    found = main_club(sentence)
    return "" if found in left else found


def courted_club(sentence: Sentence) -> str:
    """Whose player is courted: of the clubs named shortly before, the one that is not after him."""
    courting, named = set(), set()
    for index in range(max(0, sentence.index - 1), sentence.index + 1):
        before = sentence.reading.sentences[index]
        for item in before.of("C"):
            named.add(item.entity)
            ahead = before.skeleton[max(0, item.at - 50) : item.at]
            if (_COURTING.search(before.skeleton) and head(before, item)) or _SUITOR.search(ahead):
                courting.add(item.entity)
    left = named - courting
    return left.pop() if courting and len(left) == 1 else ""


def main_club(sentence: Sentence) -> str:
    """The club that the article, or in a ticker the item, is about; else the only one named so far."""
    reading = sentence.reading
    upto: set[str] = set()
    later: set[str] = set()
    for each in _context(sentence):
        (upto if each.index <= sentence.index else later).update(_own_clubs(each))
    for named in (upto, later if not upto else upto | later):
        if len(named) == 1:
            return next(iter(named))
    if ticker(reading):
        return ""
    strange = {item.entity for item in sentence.of("C")} - set(_own_clubs(sentence))
    found = main_side(reading, "C") or _title_club(reading)
    return "" if found in strange else found


def _own_clubs(sentence: Sentence) -> list[str]:
    """The clubs of a sentence but those that somebody comes from or that are after him."""
    return [item.entity for item in sentence.of("C")[:_MANY] if item.entity and not _strange(sentence, item)]


def _strange(sentence: Sentence, item: Item) -> bool:
    before = sentence.skeleton[max(0, item.at - 50) : item.at]
    if _AWAY.search(before) or _FORMER.search(before) or _SUITOR.search(before):
        return True
    return bool(_COURTING.search(sentence.skeleton, *clause(sentence, item.at)) and head(sentence, item))


def _title_club(reading: Reading) -> str:
    """The one club of the title, else of title and first paragraph."""
    title = reading.text.find("\n\n")
    lead = reading.text.find("\n\n", title + 1)
    for stop in (title, lead):
        upto = [sentence for sentence in reading.sentences[:_LEAD] if sentence.start < stop]
        clubs = {key for sentence in upto for key in _own_clubs(sentence)}
        if len(clubs) == 1:
            return clubs.pop()
    return ""


def _context(sentence: Sentence) -> list[Sentence]:
    """The sentences that may tell what this one implies: of a ticker only its own item."""
    return paragraph(sentence.reading, sentence) if ticker(sentence.reading) else sentence.reading.sentences


def plays_calendar_year(reading: Reading, key: str) -> bool:
    """Whether a club's league plays from spring to autumn, as far as seeds tell."""
    entity = reading.entities.get(key)
    row = by_id("clubs.csv").get(entity.seed) if entity and entity.seed else None
    return row is not None and row["calendar"] == "year"
