"""voetbal_coreference: who "hij", "zijn", "de linksback" and "de Rotterdammers" stand for.

An article is read in order, as a reader does. Names, and what stands beside them, tell the attributes of
people and clubs; a pronoun takes up the subject of the clause or sentence before it, a description the
last one it fits. Agreement (gender, origin, role, age) decides; what stays open stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import seeds
from pipeline.components.clauses import clause, head
from pipeline.components.descriptions import COACHING, PLAYING, Attributes, attributes, is_noun
from pipeline.components.document import register
from pipeline.components.entities import WOMEN
from pipeline.components.reading import Item, Reading, Sentence, pattern, sign
from pipeline.records import Entity, Mention

#: How many sentences back a pronoun, and a description, may point. A description names attributes and so
#: reaches further; both were set on the development split of corpus/ (shorter loses recall, longer precision).
PRONOUN_REACH = 3
DESCRIPTION_REACH = 12
#: Sentences after which a role alone no longer tells whom a description means.
ROLE_REACH = 2

_WORD = r"[^\W_][\w'’-]*"
_BEFORE_NAME = re.compile(rf"((?:{_WORD} ){{1,5}})$")
_AFTER_NAME = re.compile(rf"^, (?:de |het |een )?((?:{_WORD} ){{0,3}}{_WORD})")
_AGE_AFTER = re.compile(r"^ \((\d\d)[),]")
_DESCRIPTION = re.compile(rf"\b(?:de|het|deze|die)((?: {_WORD}){{1,5}})")
_PRONOUN = re.compile(r"\b(?:hij|hem|zij|haar|ze|zijn)\b")
_SUBJECT = frozenset({"hij", "zij", "ze"})
_FEMALE = frozenset({"zij", "haar", "ze"})
#: Singular verbs beside "zij"/"ze" tell that it is she, not they.
_SINGULAR = re.compile(r"(?:is|was|heeft|had|kan|kon|zal|zou|wil|wilde|mag|moest|werd|wordt|ging|kwam|gaat|\w{2,}t)$")
#: "zijn" is the verb after these, and before those; elsewhere before a noun it is the possessive.
_VERB_BEFORE = re.compile(r"(?:\b(?:er|ze|zij|we|wij|die|dat|dit|te|niet|allen|beiden?|allebei|jullie|u|ook|dan|daar|hier|nog|al|wel)|[a-z]{3,}(?:en|ers|els))$")
_VERB_AFTER = re.compile(r"^(?:de|het|een|er|ook|nog|al|niet|geen|dan|daar|hier|we|ze|zij|wij|dat|die|dit|hun|onze|in|op|te|om|wel|erg|heel|zeer|beide|alle|inmiddels|momenteel|vooral|ge\w+|ver\w+d|be\w+d|\w+erd|als|van|naar|met|voor|bij|aan)\b|^[^\w]")
#: Before a description that says what somebody is, not who is meant: "is de topscorer", "als trainer".
_PREDICATE = re.compile(r"\b(?:is|was|wordt|werd|blijft|bleef|zijn|waren|als|tot|noemt|heet|worden|geen)(?: (?:nu|nog|ook|al|momenteel|inmiddels|opnieuw|weer|met|<?\d+>?|\w+))? $")
_TEAM_OF = re.compile(rf"\b(?:de ploeg|het team|het elftal|de formatie|de mannen|de manschappen|de equipe|de pupillen|het keurkorps) van (?:trainer |coach |t1 )?({sign('P')})")
_SPEAKS = r"\b(?:zegt|zei|aldus|vertelt|stelt|vindt|reageert|klinkt|verklaart|besluit|lacht|erkent|geeft)\b"


@dataclass
class Person:
    """What the article has told so far of somebody."""

    key: str
    gender: str = ""
    nationality: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    age: str = ""
    club: str = ""  # key of the club last named as theirs

    def agrees(self, said: Attributes) -> int:
        """-1 when something contradicts, else how many attributes are known to fit."""
        score = 0
        for known, told in ((self.gender, said.gender), (self.age, said.age)):
            if known and told and known != told:
                return -1
        if said.age and self.age:
            score += 1
        if said.nationality and self.nationality:
            if not said.nationality & self.nationality:
                return -1
            score += 1
        if said.role and self.roles:
            fit = _roles_fit(said.role, self.roles)
            if fit < 0 and not said.former:
                return -1
            score += max(fit, 0)
        return score


def _roles_fit(told: str, known: set[str]) -> int:
    """1 when a role is among those known or a player's fits, -1 when it contradicts them, 0 when open."""
    if told in known:
        return 1
    positions = known & {"goalkeeper", "defender", "midfielder", "forward"}
    if told in PLAYING:
        if not known & PLAYING:
            return -1 if known & COACHING else 0
        return -1 if positions and told not in ("player", "captain") else 1
    if told in COACHING:
        return 1 if known & COACHING else -1 if known & PLAYING else 0
    return -1


class _Place(NamedTuple):
    """A mention of somebody, in reading order."""

    sentence: int
    at: int
    key: str
    subject: bool


class CoreferencePipe:
    """Adds resolved pronouns and descriptions to `doc._.mentions`, and attributes to `doc._.entities`."""

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.mentions:
            return doc
        resolver = _Resolver(Reading(doc), doc)
        found = [mention for sentence in resolver.reading.sentences for mention in resolver.read(sentence)]
        doc._.mentions = sorted([*doc._.mentions, *found])
        doc._.entities = resolver.entities()
        return doc


class _Resolver:
    def __init__(self, reading: Reading, doc: Doc) -> None:
        self.reading = reading
        self._women = len(WOMEN.findall(doc.text)) >= 2
        self._people: dict[str, Person] = {}
        self._places: list[_Place] = []
        self._club_places: list[_Place] = []
        for entity in reading.entities.values():
            if entity.kind == "person":
                self._people[entity.key] = _from_seeds(entity)
        for sentence in reading.sentences:
            for item in sentence.items:
                if item.sign == "P":
                    self._learn(sentence, item)
        self._nicknames = {entity.key: _inhabitants(entity.seed) for entity in reading.entities.values() if entity.kind == "club" and entity.seed}

    def entities(self) -> dict[str, Entity]:
        """The entities with what the article told of them, where seeds did not know."""
        found = {}
        for key, entity in self.reading.entities.items():
            facts = dict(entity.facts)
            person = self._people.get(key)
            if person is not None:
                told = {
                    "position": next((role for role in sorted(person.roles) if role in ("goalkeeper", "defender", "midfielder", "forward")), ""),
                    "nationality": next(iter(person.nationality)) if len(person.nationality) == 1 else "",
                    "gender": person.gender,
                    "club": person.club,
                }
                facts |= {name: value for name, value in told.items() if value and not facts.get(name)}
            found[key] = entity._replace(facts=facts)
        return found

    # --- what stands beside names ---

    def _learn(self, sentence: Sentence, item: Item) -> None:
        person = self._people.get(item.entity)
        if person is None:
            return
        skeleton = sentence.skeleton
        before = _BEFORE_NAME.search(skeleton[max(0, item.at - 60) : item.at])
        words = before[1].split() if before else []
        while words:
            said = attributes(words)
            if said is not None:
                self._note(person, said)
                break
            words = words[1:]
        behind = skeleton[item.at + 1 : item.at + 80]
        age = _AGE_AFTER.match(behind)
        if age and 15 <= int(age[1]) <= 50:
            person.age = person.age or age[1]
        after = _AFTER_NAME.match(behind)
        if after:
            words = after[1].split()
            while words:
                said = attributes(words)
                if said is not None and said.any:
                    self._note(person, said)
                    break
                words = words[:-1]
        club = _club_beside(sentence, item)
        if club:
            person.club = person.club or club

    def _note(self, person: Person, said: Attributes) -> None:
        if said.role and not said.former:
            person.roles.add(said.role)
        if said.nationality and not person.nationality:
            person.nationality |= said.nationality
        person.gender = person.gender or said.gender
        person.age = person.age or said.age

    # --- reading on ---

    def read(self, sentence: Sentence) -> list[Mention]:
        """The mentions that a sentence adds; names and resolved words alike become what later ones refer to."""
        found: list[Mention] = []
        taken: list[tuple[int, int]] = [(item.at, item.at + 1) for item in sentence.items]
        anaphora: list[tuple[int, int, str]] = []
        for kind, finder in (("description", _DESCRIPTION), ("pronoun", _PRONOUN), ("speaker", _SPEAKER)):
            for match in finder.finditer(sentence.skeleton):
                anaphora.append((match.start(), match.end(), kind))
        names = [(item.at, item.at, "name") for item in sentence.items if item.sign in "PCT"]
        by_at = {item.at: item for item in sentence.items}
        for start, end, kind in sorted(names + anaphora):
            if kind == "name":
                item = by_at[start]
                places = self._places if item.sign == "P" else self._club_places
                places.append(_Place(sentence.index, start, item.entity, head(sentence, item)))
                continue
            if any(start < stop and begin < end for begin, stop in taken) and kind != "description":
                continue
            if kind == "pronoun":
                mention = self._pronoun(sentence, start, end)
            elif kind == "speaker":
                mention = self._speaker(sentence, start, end)
            else:
                mention = self._description(sentence, start, end)
            if mention is not None and not any(mention.start < other.end and other.start < mention.end for other in found):
                found.append(mention)
                places = self._places if mention.label == "PERSON" else self._club_places
                places.append(_Place(sentence.index, start, mention.entity, mention.form != "possessive"))
        return found

    # --- pronouns ---

    def _pronoun(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        skeleton = sentence.skeleton
        word = skeleton[start:end]
        before, after = skeleton[:start].rstrip(), skeleton[end:].lstrip()
        form = "pronoun"
        if word == "zijn":
            if not after or _VERB_AFTER.match(after) or _VERB_BEFORE.search(before):
                return None
            form = "possessive"
        elif word == "haar":
            form = "possessive" if re.match(r"[a-z]", after) and not re.match(r"(?:in|op|van|voor|met|te|niet|naar|aan|als|bij|en|of|dat|om)\b", after) else "pronoun"
        elif word in ("zij", "ze"):
            following, preceding = re.match(r"\w+", after), re.search(r"\w+$", before)
            if not ((following and _SINGULAR.fullmatch(following[0])) or (preceding and _SINGULAR.fullmatch(preceding[0]))):
                return None
        key = self._antecedent(sentence, start, word, form)
        return self._mention(sentence, start, end, "PERSON", key, form) if key else None

    def _antecedent(self, sentence: Sentence, at: int, word: str, form: str) -> str:
        female = word in _FEMALE
        fits = [place for place in self._places if self._gender_fits(place.key, female)]
        same = [place for place in fits if place.sentence == sentence.index]
        here = clause(sentence, at)
        if form == "possessive":
            inside = [place for place in same if here[0] <= place.at < at and place.subject]
            if inside:
                return inside[0].key
        else:
            # who does something in a clause is not "hij" or "hem" in the same clause
            same = [place for place in same if not here[0] <= place.at < at or place.key in {p.key for p in same if p.at < here[0]}]
            if word not in _SUBJECT:
                acting = {place.key for place in self._places if place.sentence == sentence.index and here[0] <= place.at < at}
                same = [place for place in same if place.key not in acting]
                fits = [place for place in fits if place.key not in acting]
        subjects = [place for place in same if place.subject]
        if subjects:
            return subjects[0].key if form == "possessive" or len({p.key for p in subjects}) == 1 else self._nearest_clause(sentence, subjects)
        for back in range(1, PRONOUN_REACH + 1):
            earlier = [place for place in fits if place.sentence == sentence.index - back]
            earlier_subjects = [place for place in earlier if place.subject]
            if earlier_subjects:
                return earlier_subjects[0].key
            if len({place.key for place in earlier}) == 1:
                return earlier[0].key
            if earlier:
                return ""
        return ""

    def _nearest_clause(self, sentence: Sentence, subjects: list[_Place]) -> str:
        """Of several subjects in one sentence the main clause's, the first, goes on; a quoted source does not."""
        return subjects[0].key

    def _gender_fits(self, key: str, female: bool) -> bool:
        person = self._people.get(key)
        if person is None:
            return False
        if person.gender:
            return (person.gender == "woman") == female
        return self._women or not female

    # --- who speaks ---

    def _speaker(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """"ik" is who is quoted: named in the sentence or the next with a verb of speaking, else the last speaker."""
        word = sentence.skeleton[start:end]
        form = "possessive" if word == "mijn" else "pronoun"
        key = self._speaker_near(sentence.index)
        return self._mention(sentence, start, end, "PERSON", key, form) if key else None

    def _speaker_near(self, index: int) -> str:
        for other in (index, index + 1, index - 1, index - 2):
            if not 0 <= other < len(self.reading.sentences):
                continue
            sentence = self.reading.sentences[other]
            for match in pattern(_SPEAKS + r"(?: \w+){0,3} ?(<P>)|(<P>)(?: \w+){0,2} " + _SPEAKS).finditer(sentence.skeleton):
                item = sentence.item(match, 1 if match[1] else 2)
                if item is not None:
                    return item.entity
        return ""

    # --- descriptions ---

    def _description(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        skeleton = sentence.skeleton
        team = _TEAM_OF.match(skeleton, start)
        if team:
            return self._team_of(sentence, start, team)
        words = skeleton[start:end].split()
        # the shortest run of words that ends in a noun, taken as far as it goes on
        for size in range(len(words), 1, -1):
            phrase = words[1:size]
            stop = start + len(" ".join(words[:size]))
            if skeleton[start:stop].split() != words[:size]:
                continue
            mention = self._club_description(sentence, start, stop, phrase)
            if mention is not None:
                return mention
            if not is_noun(phrase[-1]) and " ".join(phrase[-2:]) not in _two_word_roles():
                continue
            said = attributes(phrase)
            if said is None or not said.any:
                continue
            if self._is_apposition(skeleton, start, stop):
                return None
            key = self._described(sentence, start, said)
            if not key:
                return None
            self._note(self._people[key], said)
            return self._mention(sentence, start, stop, "PERSON", key, "description")
        return None

    def _is_apposition(self, skeleton: str, start: int, stop: int) -> bool:
        """Whether the words stand beside a name or say what somebody is, instead of standing for somebody."""
        behind = skeleton[stop : stop + 30]
        if re.match(rf"(?:-\w+)? ?(?:{sign('C')}|{sign('T')})?[ -]?(?:\w+ )?{sign('P')}", behind) and behind[:1] in (" ", "-"):
            return True
        if re.match(r" (?:van|bij|uit|in dienst van) ", behind):
            return True
        before = skeleton[max(0, start - 30) : start]
        if re.search(rf"{sign('P')}, $", before):
            return True
        return bool(_PREDICATE.search(before))

    def _described(self, sentence: Sentence, at: int, said: Attributes) -> str:
        """The last one whom the attributes fit; with nothing known to fit, only who the text is plainly about."""
        latest: dict[str, _Place] = {}
        for place in self._places:
            if sentence.index - place.sentence <= DESCRIPTION_REACH:
                latest[place.key] = place
        scored = []
        for key, place in latest.items():
            person = self._people.get(key)
            if person is None:
                continue
            score = person.agrees(said)
            if score >= 0:
                scored.append((score, place.sentence, place.at, key))
        fitting = [entry for entry in scored if entry[0] > 0]
        alone = self._alone_before(sentence, at, {entry[3] for entry in scored})
        if fitting:
            best = max(entry[0] for entry in fitting)
            _, index, _, key = max(entry for entry in fitting if entry[0] == best)
            # Positions are few: one that fitted long ago yields to whom the text is about by now, an origin or age does not
            far = sentence.index - index > ROLE_REACH and not (said.nationality or said.age)
            return alone if far and alone else key
        # nothing is known of anybody: who the text is plainly about
        return alone if said.role in PLAYING | COACHING or not said.role else ""

    def _alone_before(self, sentence: Sentence, at: int, possible: set[str]) -> str:
        """The one person the sentence before is about, if nobody else was named since."""
        if any(place.sentence == sentence.index and place.at < at for place in self._places):
            return ""
        previous = [place for place in self._places if place.sentence == sentence.index - 1 and place.key in possible]
        keys = {place.key for place in previous}
        acting = {place.key for place in previous if place.subject}
        return next(iter(keys if len(keys) == 1 else acting)) if len(keys) == 1 or len(acting) == 1 else ""

    def _team_of(self, sentence: Sentence, start: int, match: re.Match[str]) -> Mention | None:
        """"de ploeg van Alonso": the club of that coach."""
        item = next((item for item in sentence.items if item.at == match.start(1)), None)
        person = self._people.get(item.entity) if item else None
        if item is None or person is None or not person.club:
            return None
        return self._mention(sentence, start, match.end(), person.club.startswith("club") and "CLUB" or "NATIONAL_TEAM", person.club, "description")

    def _club_description(self, sentence: Sentence, start: int, stop: int, words: list[str]) -> Mention | None:
        phrase = " ".join(words)
        key = self._by_nickname(phrase, sentence) or self._by_title(words, sentence)
        if not key and phrase in ("club", "ploeg", "formatie", "clubleiding") and not re.match(r" (?:van|uit|die|waar|in)\b", sentence.skeleton[stop:]):
            key = self._last_club(sentence, start)
        if not key:
            return None
        if re.match(rf"-?\w* ?{sign('P')}", sentence.skeleton[stop : stop + 20]) and words[-1] not in ("club", "ploeg"):
            return None
        return self._mention(sentence, start, stop, "CLUB" if key.startswith("club/") else "NATIONAL_TEAM", key, "description")

    def _by_nickname(self, phrase: str, sentence: Sentence) -> str:
        """"de Rotterdammers": the one club of the article that desks call so."""
        meant = [key for key, names in self._nicknames.items() if phrase in names]
        if len(meant) > 1:
            recent = [place.key for place in self._club_places if place.key in meant and place.sentence <= sentence.index]
            others = {place.key for place in self._club_places if place.sentence in (sentence.index, sentence.index - 1)} & set(meant)
            return recent[-1] if recent and len(others) == 1 else ""
        return meant[0] if meant else ""

    def _by_title(self, words: list[str], sentence: Sentence) -> str:
        """"de regerend kampioen", "de Duitse landskampioen": the club that the article says is champion."""
        if words[-1] not in ("kampioen", "landskampioen", "titelverdediger", "titelhouder", "bekerwinnaar", "bekerhouder"):
            return ""
        countries = attributes(words[:-1]) if len(words) > 1 and words[0] not in ("regerend", "regerende", "kersverse") else Attributes()
        title = "beker" if words[-1].startswith("beker") else "kampioen"
        champions: list[str] = []
        for other in self.reading.sentences[: sentence.index + 1]:
            for match in re.finditer(rf"\b(?:kroon\w*|{title}|titel)\b", other.skeleton):
                clubs = [item for item in other.items if item.sign == "C" and item.at < match.start() and head(other, item)]
                if clubs and (other.index < sentence.index):
                    champions.append(clubs[0].entity)
        if countries is not None and countries.nationality:
            of_country = [key for key in champions if _country(self.reading.entities[key]) in countries.nationality]
            return of_country[-1] if len(set(of_country)) == 1 else ""
        return champions[-1] if len(set(champions)) == 1 else ""

    def _last_club(self, sentence: Sentence, at: int) -> str:
        """"de club": the only club of the sentence so far, or the subject of the one before."""
        here = [place for place in self._club_places if place.sentence == sentence.index and place.at < at]
        if here:
            return here[0].key if len({place.key for place in here}) == 1 else ""
        for back in (1, 2):
            earlier = [place for place in self._club_places if place.sentence == sentence.index - back]
            acting = [place for place in earlier if place.subject]
            if len({place.key for place in earlier}) == 1:
                return earlier[0].key
            if acting:
                return acting[0].key if len({place.key for place in acting}) == 1 else ""
        return ""

    def _mention(self, sentence: Sentence, start: int, end: int, label: str, key: str, form: str) -> Mention:
        return Mention(*sentence.chars(start, end), label, key, "coreference", form)


_SPEAKER = re.compile(r"\b(?:ik|mijn)\b")


def _from_seeds(entity: Entity) -> Person:
    facts = entity.facts
    person = Person(entity.key, gender=facts.get("gender", ""))
    if facts.get("nationality"):
        person.nationality.add(facts["nationality"])
    if facts.get("position"):
        person.roles.add(facts["position"])
    if facts.get("role") == "coach":
        person.roles.add("head_coach")
    elif facts.get("role") == "player":
        person.roles.add("player")
    return person


def _club_beside(sentence: Sentence, item: Item) -> str:
    """The club or national team of the words beside a name: "Ajax-trainer X", "X, trainer van Ajax", "X stapte in als trainer van Ajax"."""
    role = r"(?:[\w-]*(?:trainer|coach|oefenmeester|keuzeheer|t1|manager))"
    around = sentence.skeleton
    before = pattern(rf"(<CT>)-{role} $").search(around[: item.at]) or pattern(rf"{role} van (<CT>),? $").search(around[: item.at])
    after = pattern(rf"^,? (?:[^.;:<PCT>]{{0,60}}\b)?(?:als |is |de |nieuwe |van )?{role} (?:van|bij) (<CT>)").search(around[item.at + 1 :])
    position = before.start(1) if before else after.start(1) + item.at + 1 if after else -1
    return next((other.entity for other in sentence.items if other.at == position), "")


@cache
def _inhabitants(club: str) -> frozenset[str]:
    """What desks call a club besides its name, lower case: "rotterdammers", "godenzonen"."""
    return frozenset(row["alias"].lower() for row in seeds.grouped("club_aliases.csv", "club_id").get(club, ()) if row["kind"] in ("inhabitants", "nickname"))


@cache
def _two_word_roles() -> frozenset[str]:
    return frozenset(row["word"] for row in seeds.rows("roles.csv") if " " in row["word"])


def _country(entity: Entity) -> str:
    return entity.facts.get("country", "")


@Language.factory("voetbal_coreference", requires=["doc._.mentions", "doc._.entities"], assigns=["doc._.mentions"])
def make_coreference(nlp: Language, name: str) -> CoreferencePipe:
    return CoreferencePipe()
