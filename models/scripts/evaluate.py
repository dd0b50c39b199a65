"""Measure a trained model: precision, recall and F1 by label, size, and speed beside spaCy's default.

    python models/scripts/evaluate.py [--model models/nl_voetbal] [--out models/training/scores.json]

Reads ``articles-test``, ``own-test``, ``conll-val``, ``cacapo-dev`` and ``cacapo-100`` of ``models/corpus`` (see
convert.py). A name counts when both its ends and its label are right. CACAPO marks some of the names of a sentence,
so only how many of those are found is told; a hundred of its sentences were completed by hand. On CoNLL, CLUB and
ORGANIZATION are one type, as are LOCATION and NATIONAL_TEAM, MISC and COMPETITION; adjectives of countries are no
names there, and what stands in `unsure` does not count.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from sentences import LABELS, Name, Sentence, read_jsonl
from spacy.language import Language

MODELS = Path(__file__).resolve().parents[1]

COARSE = {
    "PERSON": "PER",
    "CLUB": "ORG",
    "ORGANIZATION": "ORG",
    "NATIONAL_TEAM": "LOC",
    "LOCATION": "LOC",
    "COMPETITION": "MISC",
    "MISC": "MISC",
}

CORPORA = ("articles-test", "own-test", "conll-val", "cacapo-dev", "cacapo-100")

Scores = dict[str, dict[str, float]]


def predict(nlp: Language, sentences: Iterable[Sentence]) -> list[tuple[Name, ...]]:
    """The model's names, sentence by sentence."""
    docs = nlp.pipe(sentence.text for sentence in sentences)
    return [tuple(Name(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents) for doc in docs]


def coarse(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names with CoNLL's four types."""
    return tuple(name._replace(label=COARSE[name.label]) for name in names)


def figures(right: int, told: int, true: int) -> dict[str, float]:
    """Precision, recall, F1 and the number of true names; 0 where there is nothing to divide."""
    precision = right / told if told else 0.0
    recall = right / true if true else 0.0
    f1 = 2 * right / (told + true) if told + true else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f": round(f1, 4), "names": true}


def score(sentences: Iterable[Sentence], predicted: Iterable[tuple[Name, ...]]) -> Scores:
    """Figures by label, and over all of them as "all"."""
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for sentence, names in zip(sentences, predicted, strict=True):
        known = [name for name in names if all(name.end <= a or name.start >= b for a, b in sentence.unsure)]
        right.update(name.label for name in set(known) & set(sentence.names))
        told.update(name.label for name in known)
        true.update(name.label for name in sentence.names)
    by_label = {label: figures(right[label], told[label], true[label]) for label in sorted(true)}
    return by_label | {"all": figures(right.total(), told.total(), true.total())}


def default_pipeline() -> Language:
    """spaCy's default tok2vec (width 96, depth 4) and ner with our labels, untrained: the yardstick for speed."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "hidden_width": 64}
    options = {"extra_state_tokens": False, "maxout_pieces": 2, "use_upper": True, "tok2vec": listener}
    ner: Any = nlp.add_pipe("ner", config={"model": {**model, **options}})
    for label in LABELS:
        ner.add_label(label)
    nlp.initialize()
    return nlp


def words_per_second(nlp: Language, texts: list[str]) -> float:
    """spaCy tokens a second over all texts, in one process."""
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    return words / (time.perf_counter() - start)


def speed_ratio(nlp: Language, texts: list[str], rounds: int = 5) -> float:
    """The model's words a second over the default's: best of rounds in turn, so that other load hits both."""
    default = default_pipeline()
    pairs = [(words_per_second(nlp, texts), words_per_second(default, texts)) for _ in range(rounds)]
    return max(ours for ours, _ in pairs) / max(theirs for _, theirs in pairs)


def measure(model: Path, corpus: Path) -> dict[str, Any]:
    """All figures of the card."""
    nlp = spacy.load(model)
    articles, own, news, reports, completed = (list(read_jsonl(corpus / f"{name}.jsonl")) for name in CORPORA)
    coarse_news = [sentence._replace(names=coarse(sentence.names)) for sentence in news]
    found = score(reports, predict(nlp, reports))
    return {
        "articles_test": score(articles, predict(nlp, articles)),
        "own_test": score(own, predict(nlp, own)),
        "conll_val": score(coarse_news, [coarse(names) for names in predict(nlp, news)]),
        "cacapo_100": score(completed, predict(nlp, completed)),
        "cacapo_dev_found": {label: {key: found[label][key] for key in ("r", "names")} for label in ("PERSON", "CLUB")},
        "speed_ratio": round(speed_ratio(nlp, [sentence.text for sentence in (*own, *news, *reports)]), 2),
        "megabytes": round(sum(path.stat().st_size for path in model.rglob("*") if path.is_file()) / 1e6, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODELS / "nl_voetbal")
    parser.add_argument("--corpus", type=Path, default=MODELS / "corpus")
    parser.add_argument("--out", type=Path, default=MODELS / "training" / "scores.json")
    options = parser.parse_args()

    scores = measure(options.model, options.corpus)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    for corpus in ("articles_test", "own_test", "cacapo_100", "conll_val", "cacapo_dev_found"):
        print(corpus)
        for label, values in scores[corpus].items():
            told = "  ".join(f"{key} {value:.3f}" for key, value in values.items() if key != "names")
            print(f"  {label:14} {told}  of {values['names']}")
    print(f"speed ratio {scores['speed_ratio']}   {scores['megabytes']} MB")


if __name__ == "__main__":
    main()
