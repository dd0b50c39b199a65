"""Who and what the names of one article stand for: surnames and short forms joined to what was named in full."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from spacy.tokens import Doc

from pipeline import seeds
from pipeline.components.entities.spans import WOMENS_TEAMS, Span
from pipeline.components.gazetteer import Gazetteer
from pipeline.dutch.names import PARTICLES, bare, folded, name_tails, slug
from pipeline.records import Entity, Mention

#: Words that are only said of women's football; two of them make an article one about it.
WOMEN = re.compile(
    r"\b(?:vrouwen(?:ploeg|elftal|voetbal|team|competitie)?|speelsters?|dames|keepsters?|aanvalsters?|verdedigsters?|"
    r"middenvelds?ters?|doelvrouw\w*|voetbalsters?|leeuwinnen|oranjeleeuwinnen|red flames|topschutster|trainster)\b",
    re.IGNORECASE,
)


def is_womens(text: str) -> bool:
    """Whether an article is about women's football."""
    return len(WOMEN.findall(text)) >= 2


class Identifier:
    """Gathers the spans of one article into entities."""

    def __init__(self, doc: Doc, spans: list[Span], gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._spans = spans
        self._gazetteer = gazetteer
        self._women = is_womens(doc.text)
        self._entities: dict[str, Entity] = {}
        # who was named so far, by folded name, the last one last: of two that share a surname he is meant
        self._people: dict[str, str] = {}
        self._clubs_in_full = Counter(
            span.seeds[0] for span in spans if span.label == "CLUB" and span.sure and span.seeds
        )

    def identify(self) -> tuple[list[Mention], dict[str, Entity]]:
        named = [(span, self._doc[span.start : span.end].text) for span in self._spans]
        self._full_names = self._introduce([text for span, text in named if span.label == "PERSON"])
        mentions = []
        for span, text in named:
            name = self._without_genitive(span.label, text)
            entity = self._entity(span, name)
            if entity is not None:
                self._entities.setdefault(entity.key, entity)
            start = self._doc[span.start].idx
            mentions.append(Mention(start, start + len(name), span.label, entity.key if entity else "", span.found_by))
        return mentions, self._entities

    def _without_genitive(self, label: str, text: str) -> str:
        """ "Messi's" is Messi, and where Timber or Feyenoord is known, "Timbers" and "Feyenoords" are theirs.

        So goes the full stop that the tokenizer leaves on a word that ends in a capital ("Serie A.").
        """
        name = bare(text if label == "PERSON" else text.removesuffix("."))
        short = name[:-1]
        if not name.endswith("s") or len(short) < 4:
            return name
        if label == "PERSON" and folded(short) in self._full_names and folded(name) not in self._full_names:
            return short
        known = self._gazetteer.known
        return short if label == "CLUB" and known("club", short) and not known("club", name) else name

    def _entity(self, span: Span, name: str) -> Entity | None:
        if span.label == "PERSON":
            return self._person(name)
        if span.label == "CLUB":
            return self._club(name, span)
        if span.label == "NATIONAL_TEAM":
            return self._national_team(name, span)
        if span.label == "COMPETITION":
            known = span.seeds or self._gazetteer.known("competition", name)
            return seed_entity("competition", known[0], name) if known else _new_entity("competition", name)
        return None

    def _introduce(self, texts: list[str]) -> dict[str, list[str]]:
        """The full names that each shorter form could stand for: tails ("de Jong", "Jong") and given names."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(
            bare(text) for text in texts if " " in text and text.split()[0].lower() not in PARTICLES
        ):
            for form in (*name_tails(name), name.split()[0]):
                if name not in found[folded(form)]:
                    found[folded(form)].append(name)
        return found

    def _person(self, name: str) -> Entity:
        """Who a name means: itself when in full, else the last full name it is a part of."""
        candidates = self._full_names.get(folded(name), [])
        candidates = [full for full in candidates if folded(full) != folded(name)]
        if candidates:
            named = [full for full in reversed(self._people.values()) if full in candidates]
            name = named[0] if named else candidates[0]
        self._people.pop(folded(name), None)
        self._people[folded(name)] = name
        known = self._gazetteer.known("person", name)
        if len(known) == 1:
            return seed_entity("person", known[0], name)
        return _new_entity("person", name)

    def _club(self, name: str, span: Span) -> Entity:
        known = span.seeds or self._gazetteer.known("club", name)
        club, _, team = name.rpartition(" ")
        if team in WOMENS_TEAMS and (of := self._gazetteer.known("club", name) or self._gazetteer.known("club", club)):
            return self._womens_team(of[0], name)
        if not known:
            longer = [
                entity for entity in self._entities.values() if entity.kind == "club" and _within(name, entity.name)
            ]
            return longer[0] if longer else _unknown_club(name, self._women)
        # of several clubs of one short name, the one that the article names in full
        seed = max(known, key=lambda one: (self._clubs_in_full[one] > 0, -known.index(one)))
        if self._women:
            return self._womens_team(seed, name)
        return seed_entity("club", seed, name)

    def _womens_team(self, seed: str, name: str) -> Entity:
        """In an article on women's football a bare club name means its women."""
        row = seeds.by_id("clubs.csv")[seed]
        if row["gender"] == "women" or row["team"] != "first":
            return seed_entity("club", seed, name)
        womens = _womens_teams().get(row["name"])
        if womens:
            return seed_entity("club", womens, name)
        kept = {fact: row[fact] for fact in ("team", "city", "country")}
        facts = kept | {"name": f"{row['name']} Vrouwen", "gender": "women"}
        return Entity(f"club/{seed}-vrouwen", "club", facts["name"], "", facts)

    def _national_team(self, name: str, span: Span) -> Entity:
        known = span.seeds or self._gazetteer.known("national_team", name)
        if not known:
            return _new_entity("national_team", name)
        rows = seeds.by_id("national_teams.csv")
        first = rows[known[0]]
        if self._women and first["gender"] == "men" and first["team"] == "first":
            for row in seeds.grouped("national_teams.csv", "country").get(first["country"], ()):
                if row["gender"] == "women" and row["team"] == "first":
                    return seed_entity("national_team", row["national_team_id"], name)
        return seed_entity("national_team", known[0], name)


@cache
def _womens_teams() -> dict[str, str]:
    """Usual name of a club → id of its women: those of whose aliases it is the name without "Vrouwen"."""
    names = {row["name"] for row in seeds.rows("clubs.csv") if row["gender"] == "men"}
    women = {row["club_id"] for row in seeds.rows("clubs.csv") if row["gender"] == "women" and row["team"] == "first"}
    found: dict[str, str] = {}
    for row in seeds.rows("club_aliases.csv"):
        club, _, team = row["alias"].rpartition(" ")
        if row["club_id"] in women and club in names and team in WOMENS_TEAMS | {"(v)", "V"}:
            found.setdefault(club, row["club_id"])
    return found


def _within(short: str, long: str) -> bool:
    """Whether one name's words all stand in the other: "Wolfsburg" in "VfL Wolfsburg"."""
    return set(folded(short).split()) < set(folded(long).split())


#: Which facts of a seed row an article's entity carries; the others are looked up when tables are written.
_FACTS = ("gender", "position", "nationality", "role", "country", "team")


def seed_entity(kind: str, seed: str, name: str) -> Entity:
    row = seeds.entities(kind)[seed]
    # a person keeps the fullest form the text has; clubs and competitions go by their usual name
    shown = name if kind == "person" and " " in name else row["name"]
    return Entity(f"{kind}/{seed}", kind, shown, seed, {fact: row[fact] for fact in _FACTS if row.get(fact)})


def _new_entity(kind: str, name: str) -> Entity:
    return Entity(f"{kind}/{slug(name)}", kind, name, "", {})


def _unknown_club(name: str, women: bool) -> Entity:
    """A club that seeds/ do not know, with what its name tells of the team; men's teams go without saying."""
    entity = _new_entity("club", name)
    team = "reserve" if re.match(r"Jong\b|.* II$", name) else "youth" if re.search(r"\b[OU]-?\d\d$", name) else "first"
    return entity._replace(facts={"team": team} | ({"gender": "women"} if women or "Vrouwen" in name else {}))
