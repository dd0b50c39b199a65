"""Make the training corpus: known names swapped into the sentences, and the noise of the web added.

    python models/scripts/augment.py [--own 10] [--articles 6] [--cacapo 4] [--no-conll] [--seed 7]

Reads ``models/corpus/*.jsonl`` and seeds/; writes ``models/corpus/train.spacy`` and ``dev.spacy``. One
seed gives one corpus. What is held out for measuring is never swapped nor made noisy.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import gazetteer
from sentences import Name, Sentence, blank, join, read_jsonl, to_doc
from spacy.language import Language
from spacy.tokens import DocBin

from pipeline.dutch.names import PARTICLES

MODELS = Path(__file__).resolve().parents[1]

Noise = Callable[[Sentence], Sentence]
Replace = Callable[[str, str, str], str]  # (form, label, word before) -> form

KEEP = 0.2  # share of names that stay as written: famous names are frequent in articles too
MIXED = 0.35  # share of full names mixed from two people, so that names are read by shape, not by heart
SHORT = 0.15  # share of full names cut to the family name
IN_THE_NEWS = 0.3  # share of people that Dutch papers write about; the rest from all squads of the world
OBSCURE = 0.3  # share of clubs drawn from all the world; the rest from the leagues Dutch papers write about
OTHERS = ("COMPETITION", "ORGANIZATION")  # swapped among the forms seen with the same article
ARTICLES = ("de", "het", "een")
NOISE = {"no_diacritics": 0.04, "headline": 0.02, "upper_names": 0.02}


class Swapper:
    """Draws names of the same sort as a given one; one generator, so the order of calls fixes the result."""

    def __init__(self, known: gazetteer.Gazetteer, rng: random.Random, seen: Sequence[Sentence]) -> None:
        self.rng = rng
        self.others = other_names(seen)
        for form in sorted(known.competitions):
            self.others.setdefault(("COMPETITION", "de"), []).append(form)
        self.known = known
        self.clubs: dict[str, list[str]] = {}
        self.famous: dict[str, list[str]] = {}
        for form, kind in sorted(known.clubs.items()):
            self.clubs.setdefault(kind, []).append(form)
            if known.club_rank[form] < 3:
                self.famous.setdefault(kind, []).append(form)
        self.teams: dict[str, list[str]] = {}
        for form, kind in sorted(known.national_teams.items()):
            self.teams.setdefault(kind, []).append(form)
        self.towns = sorted(known.towns)
        self.countries = sorted(known.countries)
        self.famous_people = [person for person in known.people_in_the_news if person.family]
        self.all_people = [person for person in known.people if person.family]

    def person(self, form: str) -> str:
        """Another person, named as fully as `form` is."""
        person = self.rng.choice(self.famous_people if self.rng.random() < IN_THE_NEWS else self.all_people)
        words = form.split()
        is_short = len(words) == 1 or words[0].lower() in PARTICLES
        if is_short:
            return person.short
        if self.rng.random() < SHORT:
            return person.short
        if self.rng.random() < MIXED:
            return f"{self.rng.choice(self.known.people).given} {person.family}"
        return person.full

    def club(self, form: str) -> str:
        """Another club, called in the same manner: by name, by nickname, by its inhabitants."""
        kind = self.known.clubs.get(form, "name")
        if kind in ("nickname", "inhabitants"):
            return self.rng.choice(self.clubs[kind])
        kinds = self.rng.choices(("name", "town", "common"), (0.75, 0.22, 0.03))[0]
        pool = self.clubs if self.rng.random() < OBSCURE else self.famous
        return self.rng.choice(pool.get(kinds) or self.clubs["name"])

    def national_team(self, form: str) -> str:
        """Another country's team; forms that need an article of their own stay."""
        if self.known.national_teams.get(form) != "country":
            return form
        return self.rng.choice(self.teams["country"])

    def location(self, form: str) -> str:
        """Another town for a town, another country for a country; other places stay."""
        if form in self.known.towns:
            return self.rng.choice(self.towns)
        return self.rng.choice(self.countries) if form in self.known.countries else form

    def __call__(self, form: str, label: str, before: str) -> str:
        """A name to stand in place of `form` after the word `before`."""
        if self.rng.random() < KEEP:
            return form
        pool = self.others.get((label, before if before in ARTICLES else ""))
        if label in OTHERS:
            return self.rng.choice(pool) if pool else form
        draw = {
            "PERSON": self.person,
            "CLUB": self.club,
            "NATIONAL_TEAM": self.national_team,
            "LOCATION": self.location,
        }.get(label)
        return draw(form) if draw else form


def word_before(text: str, start: int) -> str:
    """The word before a name, in lower case; empty at the beginning of a text."""
    words = text[:start].split()
    return words[-1].lower() if words else ""


def other_names(sentences: Sequence[Sentence]) -> dict[tuple[str, str], list[str]]:
    """Names that seeds/ does not list (media, associations, prizes), by label and the article they take."""
    found: dict[tuple[str, str], list[str]] = {}
    for sentence in sentences:
        for start, end, label in sentence.names:
            before = word_before(sentence.text, start)
            if label in OTHERS:
                forms = found.setdefault((label, before if before in ARTICLES else ""), [])
                forms.append(sentence.text[start:end])
    return found


def swap(sentence: Sentence, replace: Replace) -> Sentence:
    """The sentence with its names replaced; a form that occurs twice gets one replacement. Drops `unsure`."""
    chosen: dict[tuple[str, str], str] = {}
    text, names, at = "", [], 0
    for start, end, label in sentence.names:
        form = sentence.text[start:end]
        new = chosen.setdefault((form, label), replace(form, label, word_before(sentence.text, start)))
        text += sentence.text[at:start]
        names.append(Name(len(text), len(text) + len(new), label))
        text += new
        at = end
    return Sentence(text + sentence.text[at:], tuple(names))


def without_diacritics(sentence: Sentence) -> Sentence:
    """Accents fall, as in careless typing: Perez for Pérez, while Sørloth stays. Keeps all offsets."""
    text = "".join(unicodedata.normalize("NFD", char)[0] for char in sentence.text)
    return sentence._replace(text=text)


def as_headline(sentence: Sentence) -> Sentence:
    """Each Word With A Capital, And No Full Stop. Keeps all offsets."""
    text = re.sub(r"(?<![\w'’])[a-zà-ÿ]", lambda match: match[0].upper(), sentence.text)
    return sentence._replace(text=text.removesuffix("."))


def with_upper_names(sentence: Sentence) -> Sentence:
    """Names in CAPITALS, where that changes no length."""
    text = sentence.text
    for start, end, _ in sentence.names:
        upper = text[start:end].upper()
        text = text[:start] + upper + text[end:] if len(upper) == end - start else text
    return sentence._replace(text=text)


def add_noise(sentence: Sentence, rng: random.Random) -> Sentence:
    """At most one kind of noise, at the shares of NOISE."""
    change = {"no_diacritics": without_diacritics, "headline": as_headline, "upper_names": with_upper_names}
    draw = rng.random()
    for kind, share in NOISE.items():
        if draw < share:
            noisy = change[kind](sentence)
            return noisy if len(noisy.text) >= max((name.end for name in sentence.names), default=0) else sentence
        draw -= share
    return sentence


def paragraphs(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[Sentence]:
    """One to five sentences together, as the model will meet them; here and there a line break or no space."""
    at = 0
    while at < len(sentences):
        size = rng.randint(1, 5)
        separator = rng.choices((" ", "\n\n", "\n", ""), (0.78, 0.12, 0.07, 0.03))[0]
        group = sentences[at : at + size]
        if separator == "" and not all(sentence.text.endswith((".", "!", "?")) for sentence in group):
            separator = "\n"
        yield join(group, separator)
        at += size


def variants(sentences: Sequence[Sentence], times: int, swapper: Swapper) -> list[Sentence]:
    """The sentences as they are, and `times` - 1 times with other names and some noise."""
    swapped = [swap(sentence, swapper) for _ in range(times - 1) for sentence in sentences]
    return [*sentences, *(add_noise(sentence, swapper.rng) for sentence in swapped)]


def doc_bin(nlp: Language, sentences: Sequence[Sentence]) -> tuple[DocBin, int]:
    """All sentences whose names fall on tokens, and how many did not."""
    docs = [to_doc(nlp, sentence) for sentence in sentences]
    fitting = [doc for doc in docs if doc is not None]
    return DocBin(docs=fitting, store_user_data=False), len(docs) - len(fitting)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, default=MODELS.parent / "seeds")
    parser.add_argument("--corpus", type=Path, default=MODELS / "corpus")
    parser.add_argument("--own", type=int, default=10, help="times each sentence of ours is used")
    parser.add_argument("--articles", type=int, default=6, help="times each piece of our articles is used")
    parser.add_argument("--cacapo", type=int, default=4, help="times each CACAPO sentence is used")
    parser.add_argument("--no-conll", action="store_true", help="leave CoNLL-2002 out of training")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()

    rng = random.Random(options.seed)

    def load(name: str) -> list[Sentence]:
        return list(read_jsonl(options.corpus / f"{name}.jsonl"))

    swapper = Swapper(gazetteer.load(options.seeds), rng, [*load("own-train"), *load("articles-train")])

    reports = list(paragraphs(variants(load("cacapo-train"), options.cacapo, swapper), rng))
    news = variants(load("articles-train"), options.articles, swapper)
    own = variants(load("own-train"), options.own, swapper)
    rng.shuffle(own)
    train = [*reports, *news, *paragraphs(own, rng), *([] if options.no_conll else load("conll-train"))]
    dev = [*load("own-test"), *([] if options.no_conll else load("conll-val")[::4])]
    nlp = blank()
    for name, sentences in (("train", train), ("dev", dev)):
        docs, dropped = doc_bin(nlp, sentences)
        docs.to_disk(options.corpus / f"{name}.spacy")
        print(f"{name}: {len(docs)} texts, {dropped} left out for names within a token")


if __name__ == "__main__":
    main()
