"""Names found by our model and by its peers, side by side, on the same sentences.

    python bench/names.py [--corpus models/corpus]

Reads what ``models/scripts/convert.py`` wrote. Besides the embedded model it measures every installed
nl_core_news_* package of spaCy, and Frog (Debian package ``frog``) where there is one. Peers know four types, so
all are compared on those: PER, ORG (clubs too), LOC (national teams too), MISC. A name counts when its ends
and its type are right; CACAPO marks some names only, so there the share of the marked that is found is told.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "models" / "scripts"))

import articles  # noqa: E402
import spacy  # noqa: E402
from evaluate import COARSE, coarse, score  # noqa: E402
from sentences import LABELS, Name, Sentence, read_jsonl  # noqa: E402

#: Types of spaCy's Dutch models as CoNLL's; dates and numbers are no names here.
SPACY_TYPES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
    "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC",
}  # fmt: skip
FROG_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "EVE": "MISC", "PRO": "MISC"}
#: Frog's columns, tab-separated: number, token, lemma, morphemes, tag, certainty, entity.
_TOKEN, _ENTITY = 1, 6

System = Callable[[list[str]], list[tuple[Name, ...]]]


def spacy_system(name: str | Path, types: dict[str, str]) -> System:
    """A spaCy pipeline, by package name or folder."""
    nlp = spacy.load(name)

    def find(texts: list[str]) -> list[tuple[Name, ...]]:
        docs = nlp.pipe(texts)
        return [
            tuple(Name(ent.start_char, ent.end_char, types[ent.label_]) for ent in doc.ents if types.get(ent.label_))
            for doc in docs
        ]

    return find


def frog_lines(output: str, text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and IOB tag of each token of Frog's output, found again in the text it came from."""
    at = 0
    for line in output.splitlines():
        columns = line.split("\t")
        if len(columns) > _ENTITY and (start := text.find(columns[_TOKEN], at)) >= 0:
            at = start + len(columns[_TOKEN])
            yield start, at, columns[_ENTITY]


def frog_names(output: str, text: str) -> tuple[Name, ...]:
    """The names in Frog's output for one text."""
    names: list[Name] = []
    for start, end, tag in frog_lines(output, text):
        kind = FROG_TYPES.get(tag[2:].split("_")[0], "")
        if tag.startswith("B-") and kind:
            names.append(Name(start, end, kind))
        elif tag.startswith("I-") and kind and names:
            names[-1] = names[-1]._replace(end=end)
    return tuple(names)


def frog_system(texts: list[str]) -> list[tuple[Name, ...]]:
    """Frog with what the names need; one run over a folder of texts, for it loads slowly."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        source.mkdir()
        target.mkdir()
        for number, text in enumerate(texts):
            (source / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
        command = ["frog", "--skip=mp", f"--testdir={source}", f"--outputdir={target}", "--nostdout"]
        subprocess.run(command, check=True, capture_output=True)
        outputs = [(target / f"{number}.txt.out").read_text(encoding="utf-8") for number in range(len(texts))]
    return [frog_names(output, text) for output, text in zip(outputs, texts, strict=True)]


def systems() -> dict[str, System]:
    """Whatever can be measured on this machine, ours first."""
    found = {"nl_voetbal": spacy_system(ROOT / "models" / "nl_voetbal", COARSE)}
    for size in ("sm", "md", "lg"):
        if find_spec(f"nl_core_news_{size}"):
            found[f"nl_core_news_{size}"] = spacy_system(f"nl_core_news_{size}", SPACY_TYPES)
    if shutil.which("frog"):
        found["frog"] = frog_system
    return found


def row(system: System, sentences: list[Sentence], marked_all: bool) -> str:
    """One line of the table: F1 by type, or the share found where not every name is marked."""
    gold = [sentence._replace(names=coarse(sentence.names)) for sentence in sentences]
    scores = score(gold, system([sentence.text for sentence in sentences]))
    figure = "f" if marked_all else "r"
    kinds = ("PER", "ORG", "LOC", "MISC", "all") if marked_all else ("PER", "ORG")
    return "  ".join(f"{kind} {scores[kind][figure]:.3f}" for kind in kinds if kind in scores)


def with_document(texts: list[str]) -> list[tuple[Name, ...]]:
    """Ours as `voetbal` uses it: model, gazetteer and the whole article reconciled."""
    from pipeline.components.document import mentions_of
    from pipeline.language import EXTRACT, load

    docs = load().nlp.pipe(texts, disable=EXTRACT)
    return [
        tuple(Name(each.start, each.end, each.label) for each in mentions_of(doc) if each.form == "name")
        for doc in docs
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "models" / "corpus")
    options = parser.parse_args()

    tests = list(articles.whole(ROOT / "corpus", ("test",)))
    texts = [article.text for article in tests]
    own = spacy_system(ROOT / "models" / "nl_voetbal", {label: label for label in LABELS})
    print(f"the corpus's test articles, our own labels: {len(tests)} texts, F1")
    for name, system in (("model, gazetteer, document", with_document), ("model alone", own)):
        scores = score(tests, system(texts))
        print(f"  {name:28}" + "  ".join(f"{label} {scores[label]['f']:.3f}" for label in LABELS if label in scores))

    found = systems()
    for corpus, marked_all in (
        ("articles-test", True),
        ("own-test", True),
        ("cacapo-100", True),
        ("conll-val", True),
        ("cacapo-dev", False),
    ):
        sentences = list(read_jsonl(options.corpus / f"{corpus}.jsonl"))
        print(f"{corpus}: {len(sentences)} texts, {'F1' if marked_all else 'share of the marked names found'}")
        for name, system in found.items():
            print(f"  {name:20}{row(system, sentences, marked_all)}")


if __name__ == "__main__":
    main()
