"""Which words are a name, and of what kind: model and gazetteer reconciled where they overlap, and doubted where Dutch
forbids what the model alone says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline import seeds
from pipeline.components.descriptions import roles
from pipeline.components.gazetteer import SURE, Gazetteer, Hit
from pipeline.dutch.names import PARTICLES, bare
from pipeline.schema.values import KIND_OF_LABEL

#: Labels of our model, and of spaCy's Dutch models (nl_core_news_*), as ours; labels that are not named are no names.
LABELS = {
    name: name for name in ("PERSON", "CLUB", "NATIONAL_TEAM", "COMPETITION", "ORGANIZATION", "LOCATION", "MISC")
} | {
    "PER": "PERSON",
    "ORG": "ORGANIZATION",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "FAC": "LOCATION",
    "EVENT": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
}
LABEL_OF_KIND = {kind: label for label, kind in KIND_OF_LABEL.items()} | {
    "organization": "ORGANIZATION",
    "place": "LOCATION",
}

#: A town names its club behind these words, if the article names the club in full elsewhere or tells of a move.
CLUB_BEFORE = frozenset({"bij", "tegen", "naar", "aan"})
#: Behind these a town or country is a place, whatever else it could be.
PLACE_BEFORE = frozenset({"in", "uit", "nabij", "rond"})
#: A sentence with one of these is about a move, and a town at its end is the club there.
_MOVE = re.compile(r"miljoen|transfer|verhuur|huur|verko|overstap|aankoop|contract|teken")
#: What a stadium's name ends in.
STADIUMS = frozenset({"arena", "stadion", "stadium", "park", "stade", "dome"})
#: What the names of clubs begin with, desks' lower case included; a closed class.
CLUB_FORMS = frozenset(
    "FC SC SV VV KV KVV KSV KFC KSK KVC KRC AFC USV HSV RKSV RKVV RKAV VVV CVV SVV HVV VVSB ASV BVV DVS OJC UDI "
    "sc vv sv fc Sportclub Sportvereniging Olympique Real Sporting Racing Royal Royale Dynamo Dinamo Lokomotiv".split()
)
#: What women's teams are called behind the name of their club.
WOMENS_TEAMS = frozenset({"Vrouwen", "Ladies", "Dames", "Women", "Femenino", "Féminines", "Frauen"})
#: A sentence with one of these is about national teams, and a country in it may be one.
_INTERNATIONAL = re.compile(
    r"interland|international|bondscoach|caps\b|kwalificatie|selectie|nations league|\b[we]k\b|oefenduel|wereldkamp",
    re.IGNORECASE,
)
TEAM_BEFORE = frozenset({"voor", "van", "tegen", "met", "bij", "door"})
#: Words before which a capitalised word is no name of a person or club.
ARTICLES = frozenset({"de", "De", "het", "Het", "een", "Een", "deze", "Deze", "die", "onze"})
#: "WK 2026" is the competition WK; the year is a date.
_EDITION = re.compile(r"^(?:19|20)\d\d$|^['’]\d\d$")


class Span(NamedTuple):
    """Tokens [start, end) taken for one name."""

    start: int
    end: int
    label: str
    found_by: str
    seeds: tuple[str, ...] = ()  # who it could be, likeliest first
    sure: bool = False  # the gazetteer alone would do


def trimmed(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """A model's span without the article, common word, quote, genitive or year that does not belong to a name.

    A name begins with a capital or digit, a person's with a particle, too ("van Dijk"), a club's with its short form
    ("sc Heerenveen").
    """
    while start < end:
        word = doc[start].text
        if word[0].isupper() or word[0].isdigit() or word in CLUB_FORMS or (label == "PERSON" and word in PARTICLES):
            break
        start += 1
    while start < end and (
        doc[end - 1].is_space
        or doc[end - 1].is_punct
        or doc[end - 1].lower_ in ("'s", "’s", "'", "’")
        or _EDITION.match(doc[end - 1].text)
    ):
        end -= 1
    return start, end


def choose(doc: Doc, model: list[Span], hits: list[Hit]) -> list[Span]:
    """The spans that stand after model and gazetteer met; none overlap, in text order."""
    by_model = {(span.start, span.end): span for span in model}
    known = [_weighed(doc, hit, by_model, hits) for hit in hits]
    candidates = [span for span in known if span is not None]
    candidates += [piece for span in model for piece in _split_people(doc, span, hits)]
    chosen: list[Span] = []
    taken: set[int] = set()
    for span in sorted(candidates, key=_weight):
        tokens = range(span.start, span.end)
        if taken.isdisjoint(tokens):
            chosen.append(span)
            taken.update(tokens)
    return sorted(_with_women(doc, span, taken) for span in chosen)


def _with_women(doc: Doc, span: Span, taken: set[int]) -> Span:
    """ "Ajax Vrouwen", "AA Gent Ladies": the word behind a club's name that makes it another team."""
    behind = span.end
    if span.label == "CLUB" and behind < len(doc) and behind not in taken and doc[behind].text in WOMENS_TEAMS:
        return span._replace(end=behind + 1, sure=True)
    return span


def _weight(span: Span) -> tuple[int, int, int]:
    """Longer first; of one length, what the gazetteer is sure of, then what both say."""
    return (-(span.end - span.start), -span.sure, span.start)


def _weighed(doc: Doc, hit: Hit, by_model: dict[tuple[int, int], Span], hits: list[Hit]) -> Span | None:
    """A gazetteer hit as a span, if model and context do not speak against it."""
    same = by_model.get((hit.start, hit.end))
    said = same.label if same else ""
    before = doc[hit.start - 1].lower_ if hit.start else ""
    label = LABEL_OF_KIND[hit.kind]
    if hit.kind == "person":
        if hit.strength != SURE and said != "PERSON":
            return None
        return Span(
            hit.start, hit.end, label, "model" if said == label else "gazetteer", hit.seeds, hit.strength == SURE
        )
    if hit.strength == SURE:
        # one word may still be a person's name where the model reads it so, unless desks write it in capitals (PSV)
        if said == "PERSON" and hit.end - hit.start == 1 and not doc[hit.start].is_upper and hit.kind == "club":
            return None
        return Span(hit.start, hit.end, label, "model" if said == label else "gazetteer", hit.seeds, True)
    if hit.kind == "place":
        # behind "in" the model's person is the town it is called like; all else about places the model tells
        town = said == "PERSON" and before in PLACE_BEFORE
        return Span(hit.start, hit.end, label, "gazetteer", sure=True) if town else None
    if before in PLACE_BEFORE and said != label:
        return None
    if said == label or (said == "ORGANIZATION" and hit.kind == "club"):
        return Span(hit.start, hit.end, label, "model" if said == label else "gazetteer", hit.seeds)
    if hit.kind == "national_team" and said == "LOCATION" and before in TEAM_BEFORE:
        about_teams = before == "tegen" or _INTERNATIONAL.search(doc[hit.start].sent.text)
        return Span(hit.start, hit.end, label, "rule", hit.seeds) if about_teams else None
    if hit.kind == "club" and said == "LOCATION" and before in CLUB_BEFORE:
        elsewhere = {other.seeds[0] for other in hits if other.kind == "club" and other.strength == SURE}
        meant = tuple(seed for seed in hit.seeds if seed in elsewhere)
        if meant or (before != "tegen" and _MOVE.search(doc[hit.start].sent.text)):
            return Span(hit.start, hit.end, label, "rule", meant or hit.seeds)
    return None


def _split_people(doc: Doc, span: Span, hits: list[Hit]) -> Iterator[Span]:
    """Two people side by side that the model took for one: "Alonso Alejandro Grimaldo".

    Where a known full name ends the span, and the words before it are by themselves a person's name or the
    tail of one elsewhere in the article, they are two.
    """
    if span.label == "PERSON" and span.end - span.start > 2:
        for hit in hits:
            if hit.kind == "person" and hit.strength == SURE and span.start < hit.start and hit.end == span.end:
                first = doc[span.start : hit.start].text
                others = [other.text for other in doc.ents if other.start != span.start]
                if any(first == other or other.endswith(f" {first}") for other in others):
                    yield Span(span.start, hit.start, "PERSON", "model")
                    return
    yield span


class Doubts:
    """What the model alone took for a person, club or other name, against what Dutch allows.

    A capital may only begin a sentence or heading ("Aanvallers:"), and Dutch people and clubs take no article:
    "de Eindhovenaren", "een Enschedeër" are inhabitants.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._places = gazetteer.aliases["place"]
        self._known = {label: gazetteer.aliases.get(kind, {}) for label, kind in KIND_OF_LABEL.items()} | {"MISC": {}}
        self._family_names = frozenset(word for row in seeds.rows("people.csv") for word in row["name"].split()[1:])
        self._given_names = frozenset(row["name"].split()[0] for row in seeds.rows("people.csv"))
        #: What desks call the people of a town or country: no names, but what coreference resolves.
        clubs = (row["alias"] for row in seeds.rows("club_aliases.csv") if row["kind"] == "inhabitants")
        countries = (row["form"] for row in seeds.rows("nationalities.csv") if row["kind"] != "country")
        self._inhabitants = frozenset(clubs) | frozenset(countries)

    def __call__(self, doc: Doc, span: Span, spans: list[Span]) -> Span | None:
        """The span as it stands, or with the label it should have; None when it is no name."""
        if span.sure or span.seeds or span.label not in ("PERSON", "CLUB", "NATIONAL_TEAM", "MISC"):
            return span
        if span.label == "NATIONAL_TEAM":
            # all countries are known, so this is somebody or something else
            called = doc[span.start : span.end].text in {doc[o.start].text for o in spans if o.label == "PERSON"}
            return span._replace(label="PERSON" if called else "MISC", found_by="rule")
        if doc[span.end - 1].lower_ in STADIUMS:
            return span._replace(label="LOCATION", found_by="rule")
        word = doc[span.start].text
        if span.end - span.start > 1:
            if span.label == "PERSON" and word in CLUB_FORMS:
                return span._replace(label="CLUB", found_by="rule")
            if _opens_sentence(doc, span.start) and word not in self._given_names:
                return self._without_opening(doc, span, spans)
            return span
        if word in self._inhabitants or word[0].islower() or _is_role(word.lower()):
            return None
        if span.label == "MISC":
            return span
        if word.isupper() and word.title() in self._places:
            return span._replace(label="LOCATION", found_by="rule")  # a dateline: "NIJMEGEN – ..."
        people = [other for other in spans if other.label == "PERSON"]
        family_names = {doc[other.end - 1].text for other in people if other.end - other.start > 1}
        if not family_names.isdisjoint((bare(word), word.removesuffix("s"))):
            return span
        if _takes_article(doc, span.start):
            return span._replace(label="MISC", found_by="rule")
        if _opens_sentence(doc, span.start) and not (span.label == "PERSON" and bare(word) in self._family_names):
            same = sum(doc[other.start : other.end].text == word for other in spans if other.label == span.label)
            club = word.removesuffix("s") in self._known["CLUB"]  # "Feyenoords trainer"
            return span if same > 1 or word.isupper() or club else None
        return span

    def _without_opening(self, doc: Doc, span: Span, spans: list[Span]) -> Span:
        """ "Mocht Timber" is Timber, if he is called so elsewhere: the capital of the first word opens the sentence."""
        rest = doc[span.start + 1 : span.end].text
        for label in dict.fromkeys((span.label, "CLUB")):
            if rest in self._known[label]:  # "Koploper PSV" is no person
                return span._replace(start=span.start + 1, label=label)
        others = (
            doc[other.start : other.end].text for other in spans if other is not span and other.label == span.label
        )
        return span._replace(start=span.start + 1) if any(_ends_in(other, rest) for other in others) else span


def _is_role(word: str) -> bool:
    """Whether a word is a role, in the singular or plural."""
    return any(form in roles() for form in (word, *(word.removesuffix(end) for end in ("s", "en", "n"))))


def _ends_in(name: str, rest: str) -> bool:
    return name == rest or name.endswith(f" {rest}")


def _takes_article(doc: Doc, index: int) -> bool:
    before = [token.text for token in doc[max(0, index - 2) : index]]
    if not before:
        return False
    adjective = before[-1].islower() and before[-1].endswith(("e", "geboren"))
    return before[-1] in ARTICLES or (before[0] in ARTICLES and adjective)


def _opens_sentence(doc: Doc, index: int) -> bool:
    """Whether a capital may be there only because a sentence or quotation begins."""
    while index and doc[index - 1].is_punct and not doc[index].is_sent_start:
        index -= 1
    return bool(doc[index].is_sent_start)
