"""Clubs that court somebody without a bid told of: sights set on him, an agent sounded out, others in the race."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.components.claims import ClaimRule, Found
from pipeline.components.clauses import clause, near
from pipeline.components.rules import Example
from pipeline.components.topic import protagonist
from pipeline.components.transfers.about import Move, rows, status_of
from pipeline.components.transfers.phrases import wants
from pipeline.records import Claim

_X = "[P Jan Wit]"


def also(found: Found) -> Iterable[Claim]:
    """ "Ook Y informeerde": for the one whom the article is about, where the clause names nobody."""
    sentence, club = found.sentence, found.item("club")
    who = protagonist(found.reading)
    status = status_of(sentence, found.match.start(), "rumour")
    people = near(sentence, *clause(sentence, found.match.start("club")), "PH")
    if not who or club is None or not club.entity or not status or people:
        return ()
    return [
        claim._replace(values={**claim.values, "person_id": who})
        for claim in rows(found, [Move(club, None, club, status, "unknown")])
    ]


def _example(text: str, **values: object) -> Example:
    """A sentence about Jan Wit and the row it gives; none without values."""
    return Example(text, ({"person_id": "Jan Wit", **values},) if values else ())


RULES = (
    ClaimRule(
        "transfer-sights",
        ("pijlen", "zinnen", "denk", "gedachten", "stoel", "veil", "overheb", " over ", "werk van"),
        (
            r"\b(?:pijlen|zinnen|denkt|denken|gedachten|stoel|veil|overhebben|(?:heeft|had) [^.;]{0,15}<E> over|"
            r"werk van) (?:[^.;,]{0,30} )?(?:op|aan|naar|voor|maken van) (?:de )?(?:[\w-]+ )?(?P<who><P>)"
        ),
        wants(),
        (
            _example(f"[C PSV] heeft zijn pijlen gericht op {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] zou twee miljoen euro overhebben voor {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] denkt vooral aan {_X}.", to_club_id="PSV", status="rumour"),
            _example(f"De fans denken aan {_X}."),
        ),
    ),
    ClaimRule(
        "transfer-wants",
        (" wil ", " willen ", "laat ", "laten "),
        (
            r"(?:<C> wil(?:len)? (?=<P>(?:[,.;]| (?:dol)?graag\b))|"
            r"\blaa?t(?:en)? (?:[\w-]+ )?(?=<P> [^.;,]{0,25}\b(?:volgen|scouten)\b))(?P<who><P>)"
        ),
        wants(),
        (
            _example(f"[C PSV] wil {_X}, schrijft de krant.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] laat {_X} al maanden volgen.", to_club_id="PSV", status="rumour"),
            _example(f"[C PSV] wil {_X} sparen."),
            _example(f"[C PSV] laat {_X} juichen."),
        ),
    ),
    ClaimRule(
        "transfer-offers-for",
        ("voorstel", "aanbieding", "bod", "bieding", "aanbod", "interesse", "belangstelling"),
        (
            r"\bvoor (?:[\w-]+ ){0,2}(?P<who><P>) (?:ligt|liggen|lag|lagen|kwam|kwamen|is|zijn|was|bestaat)\b"
            r"[^.;,]{0,40}\b(?:voorstel|voorstellen|bod|biedingen?|aanbod|aanbieding\w*|interesse|belangstelling)\b"
            r"[^.;,]{0,15} van (?:[\w ]{0,20}<C>)(?:(?:,| en| én)(?: [\w]+){0,3} <C>){0,3}"
        ),
        wants(),
        (
            Example(
                f"Voor linksback {_X} liggen concrete voorstellen op tafel van [C PSV] en van [C AZ].",
                ({"to_club_id": "PSV", "status": "rumour"}, {"to_club_id": "AZ", "status": "rumour"}),
            ),
            _example(f"Voor {_X} was er een bod op de trofee."),
        ),
    ),
    ClaimRule(
        "transfer-agent",
        ("zaakwaarnemer", "makelaar", "agent", "entourage", "management"),
        r"\b(?:bij|met) (?P<who><H>) (?:zaakwaarnemer|makelaar|agent|entourage|management)\b",
        wants(),
        (
            _example(
                f"{_X} kan vertrekken. [C PSV] zat al met [H zijn=Jan Wit] agent aan tafel.",
                to_club_id="PSV",
                status="rumour",
            ),
            _example(f"{_X} brak met [H zijn=Jan Wit] makelaar."),
        ),
    ),
    ClaimRule(
        "transfer-also",
        ("ook ",),
        (
            r"\book (?:de \w+ van )?(?P<club><C>)(?: \w+){0,2} (?:informeerde|op de lijn|in de race|"
            r"meldde zich|belangstelling|interesse|geïnteresseerd|hengelt|aast)\b(?! (?:voor|in|naar|op) )"
        ),
        also,
        (
            Example(
                f"{_X} zwijgt. {_X} lacht. {_X} traint. {_X} kijkt. Ook [C PSV] informeerde, zegt men.",
                ({"person_id": "Jan Wit", "to_club_id": "PSV", "status": "rumour"},),
            ),
            _example(f"{_X} zwijgt. {_X} lacht. {_X} traint. {_X} kijkt. Ook [C PSV] won."),
        ),
    ),
)
