"""Words of moving, and who is who beside each: the mover as subject, the club that buys or the club that sells.

Each frame reads the sides of its clause by their prepositions; what is missing there is looked for in the
clauses right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, head, near, subject
from pipeline.components.reading import Item, pattern
from pipeline.components.rules import Example
from pipeline.components.transfers.about import Ends, Move, ends, moved, mover, rows, status_of
from pipeline.records import Claim

_BACK_IN_TEAM = r"\b(?:blessure|schorsing|ziekte|interland\w*|vakantie|afwezigheid|selectie|basis|trainingskamp)\b"

Read = Callable[[Found], Iterable[Claim]]


def segments(found: Found, at: int) -> list[tuple[int, int]]:
    """The clause of a cue and what it continues: an insertion between commas does not end a clause.

    "X wordt door Y, dat in de tweede klasse speelt, gehuurd van Z" is one clause with a relative one inside.
    """
    sentence = found.sentence
    start, end = clause(sentence, at)
    skeleton = sentence.skeleton
    while end < len(skeleton) and pattern(_GOES_ON).match(skeleton[end : end + 24]):
        further = clause(sentence, end + 1)[1]
        if further <= end:
            break
        end = further
    found_segments = [(start, end)]
    for _ in range(2):
        if start <= 0 or skeleton[start] not in ",)–" and skeleton[start : start + 3] != " - ":
            break
        inserted = clause(sentence, start - 1)
        if inserted[0] <= 0 or inserted[0] >= start or not pattern(_INSERTED).match(skeleton[inserted[0] : inserted[1]]):
            break
        before = clause(sentence, inserted[0] - 1)
        if before[1] - before[0] < 4 and before[0] > 0:
            # the comma before "die" and "dat" cuts, too
            before = (clause(sentence, before[0] - 1)[0], before[0])
        if before[0] >= inserted[0]:
            break
        found_segments.append(before)
        start = before[0]
    return found_segments


_GOES_ON = (
    r"^(?:, |[ ]?\(|\) |, en |\), | - )(?:(?:waar|als) )?"
    r"(?:na|op huurbasis|voor|transfervrij|naar|van|bij|aan|per|op|in|met|<C>|<U>|<D>|<E>)"
)
_INSERTED = r"^\W*(?:(?:die|dat|wie|waar\w*|wiens)\b|<NA>|(?:de|een|\w+-)\s?\w+|[\w-]+ (?:van|bij) )"


def around(found: Found, at: int) -> tuple[int, int, Ends]:
    """The clause of a cue with its sides, those before an insertion included."""
    pieces = segments(found, at)
    sides = [pair for start, end in sorted(pieces) for pair in ends(found.sentence, start, end).named]
    return *pieces[0], Ends(tuple(sides))


def company(found: Found, who: Item) -> list[Item]:
    """A person and those joined to him: "X en Z keren terug"."""
    people = [who]
    skeleton = found.sentence.skeleton
    while match := pattern(r"^(?: \([^()]{1,30}\))?(?:, | en |, en | & )(?P<who><P>)(?! (?:is|was|heeft|wil|zegt|kreeg)\b)").match(skeleton[people[-1].at + 1 :]):
        at = people[-1].at + 1 + match.start("who")
        people.append(next(iter(near(found.sentence, at, at + 1, "P"))))
    return people if " en " in skeleton[who.at : people[-1].at] or "&" in skeleton[who.at : people[-1].at] else [who]


def joins(goals: tuple[str, ...], origins: tuple[str, ...], default: str = "done", kind: str = "unknown", needs_goal: bool = True) -> Read:
    """The mover is the subject: "X stapt over van Y naar Z"."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        who = mover(found, at)
        if who is None:
            return ()
        start, end, sides = around(found, at)
        status = status_of(found.sentence, at, default)
        to, origin = sides.after(*goals), sides.after(*origins)
        if re.search(_BACK_IN_TEAM, found.sentence.skeleton[start:end]):
            return ()
        if not to and needs_goal:
            to = _further(found, end, goals)
        if not status or (needs_goal and not to) or not (to or origin):
            return ()
        targets: list[Item | None] = list(to) or [None]
        start_club = origin[0] if origin else None
        return rows(found, (Move(one, start_club, goal, status, kind) for one in company(found, who) for goal in targets))

    return read


def _further(found: Found, end: int, prepositions: tuple[str, ...]) -> list[Item]:
    """A destination behind an insertion: "ging voor zeven miljoen, bonussen niet inbegrepen, naar Y"."""
    rest = found.sentence.skeleton[end:]
    stop = re.search(r"[.;:]|\b(?:die|dat|maar|terwijl|want|waar\w*|omdat|nadat|en (?=\w+(?:t|de|te)\b))\b", rest[1:])
    limit = end + 1 + stop.start() if stop else len(found.sentence.skeleton)
    if pattern("<P>").search(found.sentence.skeleton[end:limit]):
        return []
    return ends(found.sentence, end, limit).after(*prepositions)


def takes(origins: tuple[str, ...], default: str = "done", kind: str = "unknown") -> Read:
    """A club is the subject and takes somebody: "Y haalt X weg bij Z"; in the passive the club stands behind "door"."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        sentence = found.sentence
        start, end, sides = around(found, at)
        status = status_of(sentence, at, default)
        goal = sides.after("door") or _subject_club(found, at, start, end)
        goal = goal if len(goal) < 3 else []
        people = moved(found, segments(found, at), at)
        if not status or not people:
            return ()
        origin = [item for item in sides.after(*origins) if not goal or item.entity != goal[0].entity]
        if not goal and not origin:
            return ()
        targets: list[Item | None] = list(goal) or [None]
        return rows(found, (Move(who, origin[0] if origin else None, target, status, kind) for who in people for target in targets))

    return read


def gives(goals: tuple[str, ...], default: str = "done", kind: str = "unknown") -> Read:
    """A club is the subject and gives somebody: "Y verkoopt X aan Z", "X wordt door Y verhuurd aan Z"."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        start, end, sides = around(found, at)
        status = status_of(found.sentence, at, default)
        goal = sides.after(*goals)
        origin = sides.after("door", "van") or _subject_club(found, at, start, end)
        people = moved(found, segments(found, at), at)
        if not status or not people or not goal:
            return ()
        return rows(found, (Move(who, origin[0] if origin else None, target, status, kind) for who in people for target in goal))

    return read


def _subject_club(found: Found, at: int, start: int, end: int) -> list[Item]:
    """The clubs that act in a clause: heads without preposition, joined ones all of them; else whom it continues."""
    sentence = found.sentence
    inside = [item for preposition, item in ends(sentence, start, end).named if preposition == "" and head(sentence, item)]
    if inside:
        return inside if len(inside) < 4 else []
    while start > 0:
        relative = pattern(r"^\W*(?:dat|die)\b").match(sentence.skeleton[start:end])
        before, end = clause(sentence, start - 1)[0], start
        if before >= start:
            return []
        clubs = [item for item in near(sentence, before, start, "C") if item.entity and (relative or head(sentence, item))]
        if clubs:
            return clubs[-1:] if relative else clubs[:1]
        start = before
    return []


def wants(default: str = "rumour") -> Read:
    """Interest of clubs in somebody: groups `who` and, where the pattern binds them, `club`."""

    def read(found: Found) -> Iterable[Claim]:
        at = found.match.start()
        sentence = found.sentence
        start, end, sides = around(found, at)
        status = status_of(sentence, at, default)
        groups = found.match.groupdict()
        who = found.item("who") if groups.get("who") else None
        if who is None:
            who = mover(found, at)
        clubs: list[Item] = []
        if groups.get("club"):
            clubs = [item for item in near(sentence, *found.match.span("club"), "C") if item.entity]
        if not clubs:
            clubs = sides.after("van", "bij", "aan", "met") if "who" not in groups else _subject_club(found, at, start, end)
        if not status or who is None or not clubs or who.sign not in "PH":
            return ()
        return rows(found, (Move(who, None, club, status, "unknown") for club in clubs))

    return read


def swaps(found: Found) -> Iterable[Claim]:
    """ "X verruilt Y voor Z", "X ruilt Y in voor Z", "X verlaat Y voor Z"."""
    at = found.match.start()
    who = mover(found, at)
    start, end, sides = around(found, at)
    status = status_of(found.sentence, at, "done")
    goal, origin = sides.after("voor", "naar"), sides.after("")
    if who is None or not status or not goal:
        return ()
    return rows(found, [Move(who, origin[0] if origin else None, goal[0], status, "unknown")])


def leaves(found: Found) -> Iterable[Claim]:
    """ "X verlaat Y", "X vertrekt bij Y": without a destination only what is done or agreed counts."""
    at = found.match.start()
    who = mover(found, at)
    start, end, sides = around(found, at)
    status = status_of(found.sentence, at, "done")
    goal = sides.after("naar", "voor", "richting")
    origin = sides.after("bij", "uit", "van") or (sides.after("") if "verl" in found.match[0] else [])
    if who is None or not status or (not goal and (status not in ("done", "agreed") or not origin)):
        return ()
    return rows(found, [Move(who, origin[0] if origin else None, goal[0] if goal else None, status, "unknown")])


def dismissed(found: Found) -> Iterable[Claim]:
    """ "Y ontslaat X", "X is ontslagen bij Y", "Y zet X op straat"."""
    at = found.match.start()
    sentence = found.sentence
    start, end, sides = around(found, at)
    status = status_of(sentence, at, "done")
    farewell = found.match[0].startswith("afscheid")
    people = [item for item in near(sentence, start, end, "P") if (item.at > at if farewell else head(sentence, item))]
    origin = [] if farewell else sides.after("door", "bij", "van")
    origin = origin or _subject_club(found, at, start, end)
    if status not in ("done", "agreed") or not people or not origin:
        return ()
    return rows(found, [Move(people[0], origin[0], None, status, "unknown")])


def destination(found: Found) -> Iterable[Claim]:
    """ "Y lijkt zijn volgende bestemming te worden"."""
    who, club = found.item("whose"), found.item("club")
    status = status_of(found.sentence, found.match.start(), "rumour")
    if who is None or club is None or not status:
        return ()
    return rows(found, [Move(who, None, club, status, "unknown")])


def taken_along(found: Found) -> Iterable[Claim]:
    """ "Misschien neemt X Z mee naar Y": Z goes there, too."""
    who, club = found.item("who"), found.item("club")
    status = status_of(found.sentence, found.match.start(), "done")
    if who is None or club is None or not status:
        return ()
    return rows(found, [Move(who, None, club, status, "unknown")])


def noun_of(found: Found) -> Iterable[Claim]:
    """ "de overstap van X naar Y", "een terugkeer van X bij Y"."""
    who = found.item("who")
    start, end, sides = around(found, found.match.start())
    status = status_of(found.sentence, found.match.start(), "rumour")
    goal = sides.after("naar", "bij")
    origin = [item for item in sides.after("van") if item.at > found.match.end()]
    if who is None or not goal or not status:
        return ()
    return rows(found, [Move(who, origin[0] if origin else None, goal[0], status, "unknown")])


def noun_to(found: Found) -> Iterable[Claim]:
    """ "Een overstap naar Y komt er niet", "voor X ligt een terugkeer naar Y voor de hand": the one person of the sentence."""
    sentence, club = found.sentence, found.item("club")
    people = [item for item in sentence.items if item.sign == "P" and not _speaks(found, item)]
    default = "rumour"
    if whose := found.item("whose"):
        people = [whose]
        if re.search(r"\b(?:na|sinds|sedert|door|voor|met) $", sentence.skeleton[: whose.at]):
            default = "done"
    status = status_of(sentence, found.match.start(), default, sentence.skeleton if default == "rumour" else "")
    if club is None or not status or len({item.entity for item in people}) != 1:
        return ()
    return rows(found, [Move(people[0], None, club, status, "unknown")])


def _speaks(found: Found, item: Item) -> bool:
    """Whether a person is only the source: "volgens technisch directeur X"."""
    return bool(re.search(r"\b(?:volgens|aldus|zegt|zei|meldt|tegenover|bevestigt|vertelt)(?: [\w-]+){0,3} $", found.sentence.skeleton[max(0, item.at - 50) : item.at]))


def put_forward(found: Found) -> Iterable[Claim]:
    """ "De krant schuift X naar voren": for the club the article is about, which settling fills in."""
    who = found.item("who")
    return () if who is None else rows(found, [Move(who, None, None, "rumour", "unknown")])


def paid(found: Found) -> Iterable[Claim]:
    """ "het bedrag dat Y van Z ontving voor X"."""
    who, first, second = found.item("who"), found.item("first"), found.item("second")
    if who is None or not status_of(found.sentence, found.match.start("verb"), "done"):
        return ()
    origin, goal = (second, first) if found.match["verb"].startswith("betaal") else (first, second)
    return rows(found, [Move(who, origin, goal, "done", "permanent")])


def checked(found: Found) -> Iterable[Claim]:
    """ "X wordt medisch gekeurd": says of a move told beside it that it is not yet done."""
    who = mover(found, found.match.start())
    return () if who is None else rows(found, [Move(who, None, None, "agreed", "unknown")])


def addition(found: Found) -> Iterable[Claim]:
    """ "X is de derde aanwinst van Y"."""
    who, club = found.item("who"), found.item("club")
    status = status_of(found.sentence, found.match.start(), "done")
    return () if who is None or club is None or not status else rows(found, [Move(who, None, club, status, "unknown")])


_X = "[P Jan Wit]"


def _example(text: str, **values: object) -> Example:
    return Example(text, ({"person_id": "Jan Wit", **values},) if values else ())


RULES = (
    ClaimRule(
        "transfer-destination",
        ("bestemming", "werkgever", "nieuwe club"),
        r"(?P<club><C>) (?:lijkt|wordt|is|zou)[^.]{0,20} (?P<whose><H>) (?:nieuwe|volgende|toekomstige) (?:bestemming|werkgever|club)",
        destination,
        (
            _example("[C PSV] lijkt [H zijn=Jan Wit] volgende bestemming te worden.", to_club_id="PSV", status="rumour"),
            _example("[C PSV] is [H zijn=Jan Wit] grote liefde."),
        ),
    ),
    ClaimRule(
        "transfer-taken-along",
        (" mee naar ", " meenemen"),
        r"\b(?:neemt|nam) (?:<P> )?(?:ook )?(?P<who><P>) [^.]{0,25}mee naar (?P<club><C>)",
        taken_along,
        (_example("Misschien neemt [P Piet Zwart] [P Jan Wit] dan wel mee naar [C PSV].", to_club_id="PSV", status="rumour"),),
    ),
    ClaimRule(
        "transfer-swap",
        ("ruil", "verlaat", "verliet", "verlaten"),
        r"\b(?:verruil\w*|ruilt|ruilde|inruil\w*|verlaat|verliet|verlaten)\b(?=[^.]* voor )",
        swaps,
        (
            _example(f"{_X} verruilt [C Ajax] voor [C PSV].", from_club_id="Ajax", to_club_id="PSV", status="done"),
            _example(f"{_X} verlaat [C Ajax] na dit seizoen voor [C PSV].", to_club_id="PSV", status="agreed"),
            _example(f"{_X} verruilt de bank voor de basis."),
        ),
    ),
    ClaimRule(
        "transfer-step",
        ("overstap", "oversteek", "stapt", "overgestapt"),
        r"\b(?:maakt\w*|maken|gemaakt|zette?|zetten|waagt|waagde)\b[^.;]{0,40}\b(?:overstap|oversteek)\b|\b(?:overstap|oversteek)\b[^.;]{0,30}\b(?:maakt\w*|maken|gemaakt)\b|\b(?:stapt|stapte)\b[^.;]{0,60}\bover\b|\boverge?stapte?\b",
        joins(("naar", "richting"), ("van",)),
        (
            _example(f"{_X} maakt de overstap van [C Ajax] naar [C PSV].", from_club_id="Ajax", to_club_id="PSV", status="done"),
            _example(f"{_X} zou in de winter de overstap naar [C PSV] maken.", to_club_id="PSV", status="rumour"),
            _example(f"{_X} stapte vorige zomer transfervrij over naar [C PSV].", to_club_id="PSV", type="free", status="done"),
            _example(f"Het is niet uitgesloten dat {_X} de overstap naar [C PSV] maakt."),
        ),
    ),
    ClaimRule(
        "transfer-loan-to",
        ("huur", "leen"),
        r"\b(?:verhuurd?|verhuurt|verhuurde|verhuurden|verhuren|uitgeleend|uitleent|uitleende|leent|leende|uitlenen)\b",
        gives(("aan", "naar"), kind="loan"),
        (
            _example(f"{_X} wordt door [C Ajax] verhuurd aan [C PSV].", from_club_id="Ajax", to_club_id="PSV", type="loan", status="done"),
            _example(f"[C Ajax] verhuurt {_X} aan [C PSV].", from_club_id="Ajax", to_club_id="PSV", type="loan"),
            _example(f"[C Ajax] verhuurt {_X} niet."),
        ),
    ),
    ClaimRule(
        "transfer-sell",
        ("verko", "van de hand", "laat gaan"),
        r"\b(?:verkoopt|verkocht|verkochten|verkopen)\b",
        gives(("aan", "naar"), kind="permanent"),
        (
            _example(f"[C Ajax] verkoopt {_X} voor 8 miljoen euro aan [C PSV].", from_club_id="Ajax", to_club_id="PSV", fee_eur=8000000.0, type="permanent"),
            _example(f"{_X} werd verkocht aan [C PSV].", to_club_id="PSV", status="done"),
            _example("[C Ajax] verkocht duizend kaarten."),
        ),
    ),
    ClaimRule(
        "transfer-take",
        ("haal", "koop", "koch", "huur", "neem", "nam", "nomen", "losge", "trek", "trok", "trok", "leg", "lijf", "strik", "pluk", "versterk", "contracteer", "presente", "verwelkom", "vast", "betaal", "neer", "reken"),
        r"\b(?:haalt|haalde|haalden|weghaal\w*|gehaald|weggehaald|opgehaald|teruggehaald|koopt|kocht|gekocht|weggekocht|huurt|huurde|gehuurd|huren(?! aan)|aangetrokken|vastgelegd|ingelijfd|"
        r"weggeplukt|plukt|plukte|strikt|strikte|gestrikt|contracteert|contracteerde|gecontracteerd|overgenomen|overnemen|aangekocht|losgeweekt|versterkt?(?: zich)? met|versterkte zich met|betaalt|betaalde|betaalden|neertelde|neertelt|verwelkomt|verwelkomde)\b"
        r"|\b(?:neemt|nam|namen)\b(?=[^.;]{0,80}\bover\b)|\b(?:trekt|trok)\b(?=[^.;]{0,60}\baan\b)|\b(?:legt|legde)\b(?=[^.;]{0,60}\bvast\b)|\b(?:lijft|lijfde)\b(?=[^.;]{0,60}\bin\b)"
        r"|\b(?:rekent|rekende)\b(?=[^.;]{0,60}\baf\b)|\b(?:telt|telde)\b(?=[^.;]{0,60}\bneer\b)",
        takes(("van", "bij", "uit")),
        (
            _example(f"[C Ajax] haalt {_X} weg bij [C PSV].", from_club_id="PSV", to_club_id="Ajax", status="done"),
            _example(f"[C Ajax] huurt {_X} van [C PSV].", from_club_id="PSV", to_club_id="Ajax", type="loan"),
            _example(f"[C Ajax] neemt {_X} over van [C PSV].", from_club_id="PSV", to_club_id="Ajax"),
            _example(f"{_X} werd in 2022 door [C Ajax] overgenomen van [C PSV].", from_club_id="PSV", to_club_id="Ajax", date_value="2022"),
            _example(f"[C Ajax] wil {_X} huren.", to_club_id="Ajax", type="loan", status="rumour"),
            _example(f"[C Ajax] haalt een punt bij [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-come",
        ("kwam", "komt", "komen", "overkwam"),
        r"\b(?:kwam|komt|kwamen|komen|overgekomen|overkwam|overkomt|overkomen)\b(?=[^.;]*\bover\b|[^.;]{0,3}\bvan\b)|\boverge?k\w+",
        joins(("naar",), ("van", "uit", "bij"), needs_goal=False),
        (
            _example(f"[C Ajax] huldigt [C Ajax]-speler {_X}. Die kwam niet uit het niets: [P hij=Jan Wit] kwam in 2021 over van [C PSV].", from_club_id="PSV", to_club_id="Ajax", status="done", date_value="2021"),
            _example(f"{_X} kwam moeilijk over op de fans van [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-sign",
        ("teken", "krabbel", "handtekening"),
        r"\b(?:tekent|tekende|getekend|tekenen|ondertekent|ondertekende|ondertekend|krabbel|handtekening)\b",
        joins(("bij", "voor"), ("van",)),
        (
            _example(f"{_X} tekent voor drie jaar bij [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} tekende voor de gelijkmaker."),
        ),
    ),
    ClaimRule(
        "transfer-go",
        (" naar ",),
        r"\b(?:vertrekt|vertrok|vertrekken|vertrokken|verhuist|verhuisde|verhuizen|verhuisd|verkast|verkaste|verkassen|trekt|trok|keert terug|keerde terug|"
        r"gaat|ging|gegaan|transfereerde|belandt|belandde)\b(?=[^.;]* naar )",
        joins(("naar", "richting"), ("van", "bij", "uit")),
        (
            _example(f"{_X} vertrekt transfervrij naar [C PSV].", to_club_id="PSV", type="free", status="done"),
            _example(f"{_X} gaat niet naar [C PSV].", to_club_id="PSV", status="denied"),
            _example(f"{_X} gaat naar de kapper."),
        ),
    ),
    ClaimRule(
        "transfer-return",
        ("keert", "keerde", "keren", "teruggekeerd", "terugkeert", "terugkeerde", "aansluit", "sluit", "sloot"),
        r"\b(?:keert|keerde|keren)\b(?=[^.;]*\bterug\b)|\b(?:teruggekeerd|terugkeert|terugkeerde|terugkeren)\b|\b(?:sluit|sloot)\b(?=[^.;]*\baan bij\b)|\b(?:aangesloten|aansluit|aansluiten)\b",
        joins(("naar", "bij"), ("van", "uit")),
        (
            _example(f"{_X} keert terug bij [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} keert terug op het trainingsveld."),
        ),
    ),
    ClaimRule(
        "transfer-leave",
        ("verlaat", "verliet", "verlaten", "vertrekt", "vertrok", "weg bij", "gaat", "stapt", "stopt"),
        r"\b(?:verlaat|verliet|vertrekt|vertrok|vertrokken|weg bij)\b|\bgaat\b(?=[^.;]* weg (?:bij|als)\b)|\bstapte?\b(?=[^.;]* op (?:bij|als)\b)|\bstopt\b(?= [^.;]*als (?:hoofd)?(?:trainer|coach))",
        leaves,
        (
            _example(f"{_X} verlaat [C PSV] per direct.", from_club_id="PSV", to_club_id="", status="done"),
            _example(f"{_X} vertrok in juni bij [C PSV].", from_club_id="PSV", to_club_id="", status="done"),
            _example(f"{_X} wil vertrekken bij [C PSV]."),
        ),
    ),
    ClaimRule(
        "transfer-dismissed",
        ("ontsla", "ontsloeg", "afscheid van", "uit elkaar", "stuur", "ontbind", "ontbonden", "op straat", "aan de deur", "de laan uit"),
        r"\b(?:ontslaat|ontsloeg|ontslagen(?! <P>)|uit elkaar|(?:stuurt|stuurde|gestuurd)(?=[^.;]* weg\b)|weggestuurd|ontbonden|ontbindt|op straat|de laan uit|aan de deur)\b|\bafscheid van (?=<P>|[\w-]+ <P>)",
        dismissed,
        (
            _example(f"[C Ajax] ontslaat {_X}.", from_club_id="Ajax", to_club_id="", status="done"),
            _example(f"[C Ajax] zet {_X} op straat.", from_club_id="Ajax", status="done"),
            _example(f"[C Ajax] wil {_X} niet ontslaan."),
        ),
    ),
    ClaimRule(
        "transfer-linked",
        ("verband", "gelinkt", "genoemd bij", "belangstelling", "interesse", "aanbod", "voorstel", "aanbieding"),
        r"\b(?:belangstelling|interesse|aanbod|voorstel|aanbieding) (?:van|uit) (?=[^.;]{0,30}<C>)|\bin verband (?:gebracht )?met\b|\bmet (?=[^.;]{1,40} in verband\b)|\bgelinkt aan\b|\bin (?:de )?(?:concrete )?(?:belangstelling|interesse) van\b",
        wants(),
        (
            _example(f"{_X}, die nadrukkelijk met [C PSV] in verband wordt gebracht, zwijgt.", to_club_id="PSV", status="rumour"),
            _example(f"{_X} wordt in verband gebracht met [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} staat in de belangstelling van [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} brengt dat in verband met het weer."),
        ),
    ),
    ClaimRule(
        "transfer-interest",
        ("belangstelling", "interesse", "op het oog", "radar", "hengelt", "aast", "bod", "verlanglijst", "vizier", "komst van", "gemeld", "meldt zich", "meldde zich", "melden zich", "geïnteresseerd", "tafel", "jaag", "jagen", "loert", "azen", "werkt", "onderhandelt", "informeer", "klopt", "laten vallen"),
        r"\b(?:belangstelling|interesse|geïnteresseerd|bod|bieding|hengelt|hengelen|aast|azen|jaagt|jagen|loert|gemeld|meld(?:t|de|en) zich|komst|tafel|werkt|onderhandelt|informeer\w*|klopt\w* aan|laten vallen|verliefd|azend) (?:[^.;]{0,50}? )?\b(?:in|voor|op|naar|van|over) (?:(?:de|het|\w+) )?(?P<who><P>)",
        wants(),
        (
            _example(f"[C PSV] heeft belangstelling voor {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] bracht een bod van 8 miljoen euro uit op {_X}.", to_club_id="PSV", fee_eur=8000000.0),
            _example(f"[C PSV] hengelt naar {_X}.", to_club_id="PSV"),
            _example(f"De interesse van de pers in {_X} is groot."),
        ),
    ),
    ClaimRule(
        "transfer-eyed",
        ("oog", "radar", "lijst", "vizier", "wil", "in beeld"),
        r"\b(?:heeft|hebben|wil|willen|had)\b [^.;]{0,40}?(?P<who><P>) [^.;]{0,40}?\b(?:op het oog|op de radar|op (?:de|het|zijn|haar|<H>) (?:verlanglijst\w*|lijst\w*|wensenlijst\w*)|in het vizier|in beeld|aantrekken|overnemen|inlijven|binnenhalen|vastleggen|terughalen|hebben|huren|kopen|contracteren)\b",
        wants(),
        (
            _example(f"[C PSV] heeft {_X} op het oog.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] wil {_X} aantrekken.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] heeft {_X} in de basis."),
        ),
    ),
    ClaimRule(
        "transfer-put-forward",
        ("naar voren",),
        r"\bschui(?:ft|ven) (?P<who><P>)(?=[^.;]*\bnaar voren\b)",
        put_forward,
        (
            _example(f"[C Ajax] zoekt een coach voor [C Ajax]. [O De Telegraaf] schuift {_X} naar voren.", to_club_id="Ajax", status="rumour"),
            _example(f"De spits schuift {_X} aan de kant."),
        ),
    ),
    ClaimRule(
        "transfer-paid",
        ("betaal", "ontving", "kreeg", "neer", "ontvangt", "krijgt"),
        r"(?P<first><C>)[^.;:]{0,30} (?:van|aan) (?P<second><C>) (?:\w+ ){0,2}(?P<verb>ontving|kreeg|krijgt|ontvangt|betaalde|betaalt) voor (?P<who><P>)",
        paid,
        (
            _example(f"Het geld dat [C Ajax] van [C PSV] ontving voor {_X} is op.", from_club_id="Ajax", to_club_id="PSV", status="done"),
            _example(f"[C Ajax] kreeg een kans door {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-career",
        ("voetballen", "loopbaan", "carrière", "spelen"),
        r"\b(?:gaat|zal) (?=[^.;]{1,60}(?:voetballen|spelen)\b)|\b(?:zet|zette|vervolgt|vervolgde)\b(?=[^.;]{0,40}\b(?:loopbaan|carrière)\b)",
        joins(("bij", "voor"), ("van",)),
        (
            _example(f"{_X} gaat bij [C PSV] voetballen.", to_club_id="PSV", status="done"),
            _example(f"{_X} zet zijn loopbaan voort bij [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} zet zijn loopbaan stop."),
        ),
    ),
    ClaimRule(
        "transfer-stays",
        ("blijft",),
        r"\bblijft\b(?=[^.;]{0,40} bij (?:de |het )?<C>)",
        joins(("bij",), ()),
        (
            _example(f"{_X} zou op weg zijn naar [C PSV]. [P De spits=Jan Wit] blijft bij [C Ajax].", to_club_id="PSV", status="denied"),
            _example(f"{_X} blijft bij [C Ajax]."),
        ),
    ),
    ClaimRule(
        "transfer-checked",
        ("gekeurd", "keuring"),
        r"\b(?:gekeurd|keuring)\b",
        checked,
        (
            _example(f"{_X} wordt medisch gekeurd. [C PSV] neemt [P de Turk=Jan Wit] over van [C Ajax].", to_club_id="PSV", status="agreed"),
            _example(f"{_X} wordt medisch gekeurd."),
        ),
    ),
    ClaimRule(
        "transfer-medical",
        ("keuring", "gekeurd", "rond met", "eens met", "akkoord met", "medisch"),
        r"\b(?:keuring|gekeurd|medische tests?|rond met|het eens met|akkoord met)\b",
        joins(("bij", "met"), ("van",), default="agreed"),
        (
            _example(f"{_X} ondergaat vandaag de medische keuring bij [C PSV].", to_club_id="PSV", status="agreed"),
            _example(f"{_X} is akkoord met de trainer."),
        ),
    ),
    ClaimRule(
        "transfer-sale-of",
        ("verkoop van", "vertrek van", "overgang van"),
        r"\bmet (?P<club><C>) (?:[\w-]+ ){0,4}over (?:de |een |het )?(?:verkoop|vertrek|overgang|transfer|uitleenbeurt) van (?P<who><P>)",
        wants(),
        (
            _example(f"[C Ajax] zou een akkoord hebben met [C PSV] over de verkoop van {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"[C Ajax] praat met [C PSV] over de vorm van {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-addition",
        ("aanwinst", "versterking", "nieuwkomer", "aankoop"),
        r"(?P<who><P>)(?:,| is| wordt) (?:de |het )?(?:[\w-]+ |<RN> ){0,3}(?:\w*aanwinst|versterking|nieuwkomer|aankoop) (?:van|voor|bij) (?P<club><C>)",
        addition,
        (
            _example(f"{_X} is de derde zomeraanwinst van [C PSV].", to_club_id="PSV", status="done"),
            _example(f"{_X} is een aanwinst voor de competitie."),
        ),
    ),
    ClaimRule(
        "transfer-on-the-way",
        ("op weg", "onderweg", "dicht bij", "nadert", "dicht tegen"),
        r"\b(?:op weg|onderweg|dicht (?:bij|tegen)|nadert)\b",
        joins(("naar", "bij", "tegen", ""), ("van",), default="rumour"),
        (
            _example(f"{_X} is op weg naar [C PSV].", to_club_id="PSV", status="rumour"),
            _example(f"{_X} is op weg naar het stadion."),
        ),
    ),
    ClaimRule(
        "transfer-noun-to",
        ("overstap naar", "transfer naar", "terugkeer naar", "vertrek naar", "overgang naar", "terugkeer bij"),
        r"(?:(?P<whose><H>) )?\b(?:[\w-]+e )?(?:overstap|transfer|terugkeer|vertrek|overgang) (?:naar|bij) (?:(?:de|het|\w+e) ){0,2}(?P<club><C>)",
        noun_to,
        (
            _example(f"Een overstap naar [C PSV], waar {_X} aan werd gelinkt, komt er niet.", to_club_id="PSV", status="denied"),
            _example(f"Voor {_X} ligt een terugkeer naar [C PSV] meer voor de hand.", to_club_id="PSV", status="rumour"),
            _example("Na [H zijn=Jan Wit] overstap naar [C PSV] bloeide hij op.", to_club_id="PSV", status="done"),
            _example(f"De overstap naar [C PSV] viel {_X} en [P Piet Zwart] zwaar."),
        ),
    ),
    ClaimRule(
        "transfer-noun-of",
        (" van ",),
        r"\b(?:overstap|transfer|terugkeer|overgang|vertrek|verhuizing) van (?:de )?(?P<who><P>)(?=[^.;]* (?:naar|bij) )",
        noun_of,
        (
            _example(f"De overstap van {_X} naar [C PSV] ketst af.", to_club_id="PSV", status="denied"),
            _example(f"De transfer van {_X} naar [C PSV] is rond.", to_club_id="PSV", status="agreed"),
            _example(f"Het vertrek van {_X} doet pijn."),
        ),
    ),
)
