"""voetbal_entities: one decision about every name of an article, from model, gazetteer and the article itself.

The model reads each occurrence by its context, the gazetteer knows spellings but no context, and the article
as a whole knows most: who was introduced in full is meant by the surname later on, and a form once understood
stays understood. The steps, in this order:

1. spans: model and gazetteer are reconciled where they overlap (`choose`)
2. forms: names understood somewhere are found everywhere (`spread`)
3. identities: mentions are gathered into entities (`identify`)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import seeds
from pipeline.components.document import register
from pipeline.components.gazetteer import SURE, Gazetteer, Hit
from pipeline.dutch.names import PARTICLES, bare, folded, name_tails, slug
from pipeline.records import Entity, Mention

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
KIND_OF_LABEL = {"PERSON": "person", "CLUB": "club", "NATIONAL_TEAM": "national_team", "COMPETITION": "competition"}
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
#: Words before which a capitalised word is no name of a person or club.
ARTICLES = frozenset({"de", "De", "het", "Het", "een", "Een", "deze", "Deze", "die", "onze"})
#: Words that are only said of women's football; two of them make an article one about it.
WOMEN = re.compile(
    r"\b(?:vrouwen(?:ploeg|elftal|voetbal|team|competitie)?|speelsters?|dames|keepsters?|aanvalsters?|verdedigsters?|"
    r"middenvelds?ters?|doelvrouw\w*|voetbalsters?|leeuwinnen|oranjeleeuwinnen|red flames|topschutster|trainster|spitse)\b",
    re.IGNORECASE,
)
#: "WK 2026" is the competition WK; the year is a date.
_EDITION = re.compile(r"^(?:19|20)\d\d$|^['’]\d\d$")


def is_womens(text: str) -> bool:
    """Whether an article is about women's football."""
    return len(WOMEN.findall(text)) >= 2


class Span(NamedTuple):
    """Tokens [start, end) taken for one name."""

    start: int
    end: int
    label: str
    found_by: str
    seeds: tuple[str, ...] = ()  # who it could be, likeliest first
    sure: bool = False  # the gazetteer alone would do


class EntityPipe:
    """Reads `doc.ents`, writes `doc._.mentions` and `doc._.entities`."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        register()
        self._gazetteer = gazetteer
        self._role_words = frozenset(row["word"] for row in seeds.rows("roles.csv"))
        self._family_names = frozenset(word for row in seeds.rows("people.csv") for word in row["name"].split()[1:])
        #: What desks call the people of a town or country: no names, but what coreference resolves.
        self._inhabitants = frozenset(
            row["alias"] for row in seeds.rows("club_aliases.csv") if row["kind"] == "inhabitants"
        ) | frozenset(row["form"] for row in seeds.rows("nationalities.csv") if row["kind"] != "country")

    def __call__(self, doc: Doc) -> Doc:
        model = [
            Span(*_trimmed(doc, ent.start, ent.end), LABELS[ent.label_], "model")
            for ent in doc.ents
            if ent.label_ in LABELS
        ]
        spans = choose(doc, [span for span in model if span.start < span.end], self._gazetteer(doc))
        spans = [kept for span in spans if (kept := self._doubted(doc, span, spans)) is not None]
        spans = spread(doc, spans, self._gazetteer)
        mentions, entities = _Identifier(doc, spans, self._gazetteer).identify()
        mentions += self._inside_compounds(doc, mentions, entities)
        doc._.mentions = sorted(mentions)
        doc._.entities = {entity.key: entity for entity in entities.values()}
        return doc

    def _doubted(self, doc: Doc, span: Span, spans: list[Span]) -> Span | None:
        """What the model alone took for a person or club, against what Dutch allows.

        A capital may only begin a sentence or heading ("Aanvallers:"), and Dutch people and clubs take no
        article: "de Eindhovenaren", "een Enschedeër" are inhabitants.
        """
        if span.sure or span.seeds or span.label not in ("PERSON", "CLUB", "MISC"):
            return span
        if doc[span.end - 1].lower_ in STADIUMS:
            return span._replace(label="LOCATION", found_by="rule")
        word = doc[span.start].text
        if span.end - span.start > 1:
            return span
        if word in self._inhabitants or word[0].islower():
            return None
        if any(
            form in self._role_words
            for form in (word.lower(), *(word.lower().removesuffix(end) for end in ("s", "en", "n")))
        ):
            return None
        if span.label == "MISC":
            return span
        if word.isupper() and word.title() in self._gazetteer.aliases["place"]:
            return span._replace(label="LOCATION", found_by="rule")  # a dateline: "NIJMEGEN – ..."
        if any(
            other.label == "PERSON" and other.end - other.start > 1 and doc[other.end - 1].text == bare(word)
            for other in spans
        ):
            return span
        before = [token.text for token in doc[max(0, span.start - 2) : span.start]]
        if before and (
            before[-1] in ARTICLES
            or (before[0] in ARTICLES and before[-1].islower() and before[-1].endswith(("e", "geboren")))
        ):
            return span._replace(label="MISC", found_by="rule")
        if span.label == "PERSON" and _opens_sentence(doc, span.start) and bare(word) not in self._family_names:
            others = sum(other.label == "PERSON" and doc[other.start : other.end].text == word for other in spans)
            return span if others > 1 else None
        return span

    def _inside_compounds(self, doc: Doc, mentions: list[Mention], entities: dict[str, Entity]) -> list[Mention]:
        """Clubs glued to a role: "Antwerp" in "Antwerpdoelman"."""
        taken = {mention.start for mention in mentions}
        found = []
        for token in doc:
            word = token.text
            if len(word) < 8 or not word[0].isupper() or token.idx in taken:
                continue
            for cut in range(len(word) - 3, 2, -1):
                known = self._gazetteer.aliases["club"].get(word[:cut])
                if known is not None and word[cut:] in self._role_words:
                    entity = _seed_entity("club", known[1][0], word[:cut])
                    entities.setdefault(entity.key, entity)
                    found.append(Mention(token.idx, token.idx + cut, "CLUB", entity.key, "gazetteer"))
                    break
        return found


def _opens_sentence(doc: Doc, index: int) -> bool:
    """Whether a capital may be there only because a sentence or quotation begins."""
    while index and doc[index - 1].is_punct and not doc[index].is_sent_start:
        index -= 1
    return bool(doc[index].is_sent_start)


# --- 1. spans ------------------------------------------------------------------------------------------


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A model's span without the article, quote, genitive or year that does not belong to a name."""
    while start < end and (
        doc[start].is_space
        or doc[start].is_punct
        or doc[start].lower_ in ("de", "het", "een")
        and end - start > 1
        and doc[start].text[0].islower()
    ):
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
    return sorted(chosen)


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
    if before in PLACE_BEFORE and said != label:
        return None
    if said == label or (said == "ORGANIZATION" and hit.kind == "club"):
        return Span(hit.start, hit.end, label, "model" if said == label else "gazetteer", hit.seeds)
    if hit.kind == "place":
        # behind "in" the model's person is the town it is called like
        return (
            Span(hit.start, hit.end, label, "gazetteer", sure=True)
            if said == "PERSON" and before in PLACE_BEFORE
            else None
        )
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


# --- 2. forms ------------------------------------------------------------------------------------------


def spread(doc: Doc, spans: list[Span], gazetteer: Gazetteer) -> list[Span]:
    """A form once understood stays understood: one label a form, and all its occurrences found."""
    spans = [_agreed(span, doc, votes) for votes in [_votes(doc, spans)] for span in spans]
    forms: dict[tuple[str, ...], Span] = {}
    for span in spans:
        words = tuple(token.text for token in doc[span.start : span.end])
        if span.label in KIND_OF_LABEL and (span.label != "NATIONAL_TEAM" or span.sure):
            forms.setdefault(words, span)
        if span.label == "PERSON" and len(words) > 1:
            for tail in name_tails(" ".join(words)):
                parts = tail.split()
                forms.setdefault(tuple(parts), span)
                forms.setdefault((parts[0][:1].upper() + parts[0][1:], *parts[1:]), span)
    by_first: dict[str, list[tuple[tuple[str, ...], Span]]] = defaultdict(list)
    lower_words = {token.text for token in doc if token.text.islower()}
    for words, span in forms.items():
        if _may_spread(words, span, lower_words, gazetteer):
            by_first[words[0]].append((words, span))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))

    taken = {index for span in spans for index in range(span.start, span.end)}
    added = []
    texts = [token.text for token in doc]
    for index, text in enumerate(texts):
        if index in taken or not (text in by_first or bare(text) in by_first):
            continue
        for words, span in by_first.get(text) or by_first[bare(text)]:
            end = index + len(words)
            here = (*texts[index : end - 1], bare(texts[end - 1])) if end <= len(texts) else ()
            if here == words and taken.isdisjoint(range(index, end)):
                added.append(Span(index, end, span.label, "rule", span.seeds, span.sure))
                taken.update(range(index, end))
                break
    return sorted(spans + added)


def _may_spread(words: tuple[str, ...], span: Span, lower_words: set[str], gazetteer: Gazetteer) -> bool:
    """Whether a form means the same wherever it stands: not a word of the language, not a town."""
    if not any(word[0].isupper() for word in words) or words[0] in PARTICLES:
        return False
    if len(words) > 1:
        return True
    word = words[0]
    if len(word) < 3 or word.lower() in lower_words:
        return False
    known = gazetteer.aliases["club"].get(word) or gazetteer.aliases["national_team"].get(word)
    return known is None or known[0] == SURE or span.label == "PERSON"


def _votes(doc: Doc, spans: Iterable[Span]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        votes[doc[span.start : span.end].text][span.label] += 1
        if span.label == "PERSON" and span.end - span.start > 1:
            for tail in name_tails(doc[span.start : span.end].text):
                votes[tail]["PERSON"] += 2  # introduced in full: that is what its tail means
    return votes


def _agreed(span: Span, doc: Doc, votes: dict[str, Counter[str]]) -> Span:
    """A span with the label that most occurrences of its form have; places and teams may differ by context."""
    counts = votes[doc[span.start : span.end].text]
    label = max(counts, key=lambda name: (counts[name], name == span.label))
    if span.sure or label == span.label or {label, span.label} <= {"LOCATION", "CLUB", "NATIONAL_TEAM"}:
        return span
    return span._replace(label=label, found_by="rule", seeds=())


# --- 3. identities -------------------------------------------------------------------------------------


class _Identifier:
    """Gathers the spans of one article into entities."""

    def __init__(self, doc: Doc, spans: list[Span], gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._spans = spans
        self._gazetteer = gazetteer
        self._women = is_womens(doc.text)
        self._entities: dict[str, Entity] = {}
        # full names of the article, by folded form; later ones win when a surname is shared
        self._people: dict[str, str] = {}
        self._clubs_in_full = Counter(
            span.seeds[0] for span in spans if span.label == "CLUB" and span.sure and span.seeds
        )

    def identify(self) -> tuple[list[Mention], dict[str, Entity]]:
        named = [(span, self._doc[span.start : span.end].text) for span in self._spans]
        self._full_names = self._introduce([text for span, text in named if span.label == "PERSON"])
        mentions = []
        for span, text in named:
            entity = self._entity(span, text)
            if entity is not None:
                self._entities.setdefault(entity.key, entity)
            start = self._doc[span.start].idx
            last = self._doc[span.end - 1]
            end = last.idx + len(bare(last.text) if span.end - span.start == 1 or last.text != text else last.text)
            mentions.append(Mention(start, end, span.label, entity.key if entity else "", span.found_by))
        return mentions, self._entities

    def _entity(self, span: Span, text: str) -> Entity | None:
        if span.label == "PERSON":
            return self._person(bare(text), span)
        if span.label == "CLUB":
            return self._club(bare(text), span)
        if span.label == "NATIONAL_TEAM":
            return self._national_team(bare(text), span)
        if span.label == "COMPETITION":
            known = span.seeds or self._gazetteer.known("competition", bare(text))
            return _seed_entity("competition", known[0], text) if known else _new_entity("competition", bare(text))
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

    def _person(self, name: str, span: Span) -> Entity:
        """Who a name means: itself when in full, else the last full name it is a part of."""
        candidates = self._full_names.get(folded(name), [])
        candidates = [full for full in candidates if folded(full) != folded(name)]
        if candidates:
            recent = [full for full in candidates if self._people.get(folded(full))]
            name = recent[-1] if recent else candidates[0]
        self._people.pop(folded(name), None)
        self._people[folded(name)] = name
        known = self._gazetteer.known("person", name)
        if len(known) == 1:
            return _seed_entity("person", known[0], name)
        return _new_entity("person", name)

    def _club(self, name: str, span: Span) -> Entity:
        known = span.seeds or self._gazetteer.known("club", name)
        if not known:
            longer = [
                entity for entity in self._entities.values() if entity.kind == "club" and _within(name, entity.name)
            ]
            return longer[0] if longer else _unknown_club(name, self._women)
        # of several clubs of one short name, the one that the article names in full
        seed = max(known, key=lambda one: (self._clubs_in_full[one] > 0, -known.index(one)))
        if self._women:
            return self._womens_team(seed, name)
        return _seed_entity("club", seed, name)

    def _womens_team(self, seed: str, name: str) -> Entity:
        """In an article on women's football a bare club name means its women."""
        row = seeds.by_id("clubs.csv")[seed]
        if row["gender"] == "women" or row["team"] != "first":
            return _seed_entity("club", seed, name)
        womens = f"{seed}-vrouwen"
        if womens in seeds.by_id("clubs.csv"):
            return _seed_entity("club", womens, name)
        facts = {
            "name": f"{row['name']} Vrouwen",
            "team": "first",
            "gender": "women",
            "city": row["city"],
            "country": row["country"],
        }
        return Entity(f"club/{womens}", "club", facts["name"], "", facts)

    def _national_team(self, name: str, span: Span) -> Entity:
        known = span.seeds or self._gazetteer.known("national_team", name)
        if not known:
            return _new_entity("national_team", name)
        rows = seeds.by_id("national_teams.csv")
        first = rows[known[0]]
        if self._women and first["gender"] == "men" and first["team"] == "first":
            for row in seeds.grouped("national_teams.csv", "country").get(first["country"], ()):
                if row["gender"] == "women" and row["team"] == "first":
                    return _seed_entity("national_team", row["national_team_id"], name)
        return _seed_entity("national_team", known[0], name)


def _within(short: str, long: str) -> bool:
    """Whether one name's words all stand in the other: "Wolfsburg" in "VfL Wolfsburg"."""
    return set(folded(short).split()) < set(folded(long).split())


_FILES = {
    "person": "people.csv",
    "club": "clubs.csv",
    "competition": "competitions.csv",
    "national_team": "national_teams.csv",
}
#: Which facts of a seed row an article's entity carries; the others are looked up when tables are written.
_FACTS = ("gender", "position", "nationality", "role", "country", "team")


def _seed_entity(kind: str, seed: str, name: str) -> Entity:
    row = seeds.by_id(_FILES[kind])[seed]
    # a person keeps the fullest form the text has; clubs and competitions go by their usual name
    shown = name if kind == "person" and " " in name else row["name"]
    return Entity(f"{kind}/{seed}", kind, shown, seed, {fact: row[fact] for fact in _FACTS if row.get(fact)})


def _new_entity(kind: str, name: str) -> Entity:
    return Entity(f"{kind}/{slug(name)}", kind, name, "", {})


def _unknown_club(name: str, women: bool) -> Entity:
    """A club that seeds/ do not know, with what its name tells of the team; men's football needs no telling, so is not told."""
    entity = _new_entity("club", name)
    team = "reserve" if re.match(r"Jong\b|.* II$", name) else "youth" if re.search(r"\b[OU]-?\d\d$", name) else "first"
    return entity._replace(facts={"team": team} | ({"gender": "women"} if women or "Vrouwen" in name else {}))


@Language.factory("voetbal_entities", assigns=["doc._.mentions", "doc._.entities"], requires=["doc.ents"])
def make_entities(nlp: Language, name: str) -> EntityPipe:
    return EntityPipe(Gazetteer(nlp))
