"""What seeds/ knows of names, as spaCy matchers: which words could be which club, competition, team or person.

A hit is a possibility, not a decision: `entities` weighs it with what the model says and with the rest of
the article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from pipeline import seeds
from pipeline.dutch.names import PARTICLES

#: What an alias is worth by itself, by its kind in seeds/: sure names stand alone, weak ones need context.
SURE = "sure"
WEAK = "weak"
_STRENGTH = {"name": SURE, "nickname": SURE, "town": WEAK, "common": WEAK, "country": WEAK, "inhabitants": ""}
#: alias → what it is worth by itself, and the ids it could mean, likeliest first
Aliases = dict[str, tuple[str, tuple[str, ...]]]
#: Tokens of the longest name looked up.
LONGEST_NAME = 7
#: Names of letters, spaces and hyphens alone.
_PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")


class Hit(NamedTuple):
    """Tokens [start, end) that seeds/ knows, as what, and who of that kind it could be, likeliest first."""

    start: int
    end: int
    kind: str  # club | competition | national_team | person | organization | place
    strength: str  # sure | weak
    seeds: tuple[str, ...]


class Gazetteer:
    """All names of seeds/, ready to be found in the Docs of one pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = vocab = nlp.vocab
        self._tokenizer = nlp.tokenizer
        self._matcher = PhraseMatcher(vocab)
        self.aliases: dict[str, Aliases] = {
            "club": _by_rank("club_aliases.csv", "club_id", "clubs.csv"),
            "competition": _by_rank("competition_aliases.csv", "competition_id", "competitions.csv"),
            "national_team": _by_rank("national_team_aliases.csv", "national_team_id", "national_teams.csv"),
            "person": _people(),
            "organization": {row["name"]: (SURE, ()) for row in seeds.rows("organizations.csv")},
            "place": {row["name"]: (WEAK, ()) for row in seeds.rows("places.csv")},
        }
        for kind, aliases in self.aliases.items():
            if kind != "person":
                self._matcher.add(kind, [self._phrase(alias) for alias in aliases])

    def _phrase(self, alias: str) -> Doc:
        if _PLAIN.fullmatch(alias):
            # Cut as the tokenizer cuts names, at spaces and beside a hyphen; asking it takes ten times as long.
            return Doc(self._vocab, words=alias.replace("-", " - ").split())
        return self._tokenizer(alias)

    def __call__(self, doc: Doc, words: list[str]) -> list[Hit]:
        """All hits, longest first where they begin together; `words` are the texts of the Doc's tokens."""
        strings = self._vocab.strings
        hits = []
        for key, start, end in self._matcher(doc):
            kind = strings[key]
            known = self.aliases[kind].get(doc[start:end].text)
            if known is not None:
                hits.append(Hit(start, end, kind, *known))
        return sorted([*hits, *self._people_in(doc, words)], key=lambda hit: (hit.start, -hit.end))

    def _people_in(self, doc: Doc, words: list[str]) -> Iterator[Hit]:
        """Known people, looked up in runs of capitalised words: a matcher of so many names takes seconds to make."""
        people, text = self.aliases["person"], doc.text
        run: list[Token] = []
        for index, word in enumerate(words):
            if word[0].isupper() or (run and (word.lower() in PARTICLES or word in "-’'")):
                run.append(doc[index])
            elif run:
                yield from _known_in(text, run, people)
                run = []
        yield from _known_in(text, run, people)

    def known(self, kind: str, name: str) -> tuple[str, ...]:
        """The ids that a name could stand for, likeliest first; none when it is not known."""
        return self.aliases[kind].get(name, ("", ()))[1]


def _known_in(text: str, run: list[Token], people: Aliases) -> Iterator[Hit]:
    ends = [token.idx + len(token) for token in run]
    for first, token in enumerate(run):
        for last in range(min(len(run), first + LONGEST_NAME) - 1, first - 1, -1):
            known = people.get(text[token.idx : ends[last]])
            if known is not None:
                yield Hit(token.i, run[last].i + 1, "person", *known)


def _by_rank(alias_file: str, id_column: str, file: str) -> Aliases:
    """Aliases that can stand as names, with the ids they belong to, the best known first."""
    rows = seeds.by_id(file)
    grouped: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in seeds.rows(alias_file):
        strength = _STRENGTH[row.get("kind", "name")]
        if strength and row["alias"][0].isupper() | row["alias"][0].isdigit():
            known = rows[row[id_column]]
            grouped[row["alias"]].append((known.get("rank") or known.get("level") or "", strength, row[id_column]))
    return {alias: _ordered(found) for alias, found in grouped.items()}


def _ordered(found: Iterable[tuple[str, str, str]]) -> tuple[str, tuple[str, ...]]:
    ordered = sorted(found)
    strengths = {strength for _, strength, _ in ordered}
    return SURE if strengths == {SURE} else WEAK, tuple(seed for _, _, seed in ordered)


def _people() -> Aliases:
    """Full names, and the single names in people_aliases that surely mean one person."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for row in seeds.rows("people.csv"):
        if " " in row["name"]:
            grouped[row["name"]].append(row["person_id"])
    for row in seeds.rows("people_aliases.csv"):
        grouped[row["alias"]].append(row["person_id"])
    return {name: (SURE if " " in name else WEAK, tuple(ids)) for name, ids in grouped.items()}
