"""Turn the sources into sentences with names: CoNLL-2002 Dutch, CACAPO Dutch sports, our own sentences and articles.

    python models/scripts/convert.py DATA_DIR

DATA_DIR holds ``conll2002-nl/train.tsv, val.tsv`` (columns index, token, IOB2 tag; original: CoNLL-2002
shared task, https://www.clips.uantwerpen.be/conll2002/ner/) and ``cacapo-nl-sports/train.xml, dev.xml``
(original: https://github.com/TallChris91/CACAPO-Dataset). Writes ``models/corpus/*.jsonl``.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import articles
import cacapo
import gazetteer
from sentences import Name, Sentence, join, read_markup, write_jsonl

MODELS = Path(__file__).resolve().parents[1]
HELD_OUT = 0.15  # share of our own sentences that is kept out of training

_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "]", "%", "..."})
_NO_SPACE_AFTER = frozenset({"(", "["})
_ADJECTIVE = re.compile(r"[\w-]+(?:se|isch|aans|ands|aams|eens|ees)")
_SPORT = re.compile(r"\d+ ?- ?\d+|\b(won|wint|verlo\w+|interland|doelpunt\w*|WK|EK|wedstrijd|elftal|speelde)\b")


def untokenize(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Running text of a token list, and where in it each token stands. Quotes open and close in turn."""
    text, spans, quoted, glue = "", [], False, True
    for token in tokens:
        closes = token == '"' and quoted
        text += "" if glue or closes or token in _NO_SPACE_BEFORE else " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        glue = token in _NO_SPACE_AFTER or (token == '"' and not quoted)
        quoted = quoted != (token == '"')
    return text, spans


def tagged_spans(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """First token, last token and type of each name in a list of IOB2 tags."""
    start = None
    for index, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, index - 1, tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = index


def football_label(text: str, kind: str, known: gazetteer.Gazetteer) -> str:
    """Our label for a CoNLL name; empty for what is no name here (adjectives and inhabitants of a country)."""
    if kind == "ORG":
        return "CLUB" if text in known.clubs else "ORGANIZATION"
    if kind == "MISC":
        if text in known.competitions:
            return "COMPETITION"
        return "" if text in known.demonyms or _ADJECTIVE.fullmatch(text) else "MISC"
    return {"PER": "PERSON", "LOC": "LOCATION"}[kind]


def conll_sentence(tokens: list[str], tags: list[str], known: gazetteer.Gazetteer) -> Sentence:
    """One CoNLL sentence. What may be a national team, or an inhabitant, becomes `unsure`."""
    text, spans = untokenize(tokens)
    names, unsure = [], []
    for first, last, kind in tagged_spans(tags):
        start, end = spans[first][0], spans[last][1]
        form = text[start:end]
        label = football_label(form, kind, known)
        team = kind == "LOC" and form in known.countries and _SPORT.search(text)
        inhabitant = label == "MISC" and re.fullmatch(r"\w+(aars?|ers?|en)", form)
        if team or inhabitant:
            unsure.append((start, end))
        elif label:
            names.append(Name(start, end, label))
    return Sentence(text, tuple(names), tuple(unsure))


def read_conll(path: Path, known: gazetteer.Gazetteer) -> Iterator[Sentence]:
    """Sentences of a CoNLL file, five to a paragraph: the model reads articles, not single sentences."""
    paragraph: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line]
        if rows:
            paragraph.append(conll_sentence([row[1] for row in rows], [row[2] for row in rows], known))
        if len(paragraph) == 5:
            yield join(paragraph)
            paragraph = []
    if paragraph:
        yield join(paragraph)


def check_inputs(data: Path) -> None:
    """Raise ValueError when a source is not, byte for byte, the one that the published model was trained on."""
    for line in (MODELS / "assets" / "inputs.sha256").read_text(encoding="utf-8").splitlines():
        expected, _, path = line.partition("  ")
        if hashlib.sha256((data / path).read_bytes()).hexdigest() != expected:
            raise ValueError(f"{path} differs from the file that assets/inputs.sha256 lists")


def is_held_out(sentence: Sentence) -> bool:
    """Whether a sentence of ours serves for measuring only: by the hash of its text, so forever."""
    digest = hashlib.sha256(sentence.text.encode()).digest()
    return digest[0] / 256 < HELD_OUT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--seeds", type=Path, default=MODELS.parent / "seeds")
    parser.add_argument("--out", type=Path, default=MODELS / "corpus")
    parser.add_argument("--articles", type=Path, default=MODELS.parent / "corpus")
    options = parser.parse_args()

    check_inputs(options.data)
    known = gazetteer.load(options.seeds)
    own = read_markup(MODELS / "assets" / "sentences.txt")
    reports = options.data / "cacapo-nl-sports"
    news = options.data / "conll2002-nl"
    held_out = cacapo.read(reports / "dev.xml")
    parts = {
        "conll-train": read_conll(news / "train.tsv", known),
        "conll-val": read_conll(news / "val.tsv", known),
        "cacapo-train": cacapo.complete(cacapo.read(reports / "train.xml"), known),
        "cacapo-dev": cacapo.annotated(held_out, known),
        "cacapo-100": cacapo.completed(held_out, MODELS / "assets" / "cacapo_dev_names.csv"),
        "articles-train": articles.read(options.articles, ("train", "dev")),
        "articles-test": articles.read(options.articles, ("test",)),
        "own-train": [sentence for sentence in own if not is_held_out(sentence)],
        "own-test": [sentence for sentence in own if is_held_out(sentence)],
    }
    for name, sentences in parts.items():
        print(f"{name}: {write_jsonl(options.out / f'{name}.jsonl', sentences)}")


if __name__ == "__main__":
    main()
