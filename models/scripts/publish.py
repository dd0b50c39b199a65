"""Make the model folder that the project ships from what ``spacy train`` left.

    python models/scripts/publish.py [--trained models/training/model-best] [--out models/nl_voetbal]

Keeps tok2vec and ner, and of the vocabulary only the words that the labels need (training leaves every
word it saw; the model works by hashes and needs none). Writes meta.json and CHECKSUMS, a line
``sha256  path`` for each other file of the folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import spacy
from sentences import LABELS
from spacy.language import Language

import pipeline.components.tokenizer  # noqa: F401  (registers the callback that the trained config names)

MODELS = Path(__file__).resolve().parents[1]

META = {
    "lang": "nl",
    "name": "voetbal",
    "version": "0.1.0",
    "description": "Names in Dutch and Flemish football articles: people, clubs, national teams, competitions, "
    "organizations, places and the rest.",
    "author": "voetbaltabel",
    "license": "see NOTICE.md",
    "sources": [
        {"name": "own sentences (models/assets/sentences.txt)", "license": "as the project"},
        {"name": "own articles (corpus/, train and dev)", "license": "as the project"},
        {"name": "CACAPO, Dutch sports", "url": "https://github.com/TallChris91/CACAPO-Dataset", "license": "CC0 1.0"},
        {
            "name": "CoNLL-2002, Dutch",
            "url": "https://www.clips.uantwerpen.be/conll2002/ner/",
            "license": "newspaper text (De Morgen, 2000) given for research; not contained",
        },
        {"name": "openfootball", "url": "https://github.com/openfootball", "license": "CC0 1.0"},
    ],
}


def sha256(path: Path) -> str:
    """Hex digest of a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_checksums(folder: Path) -> None:
    """List every file of the folder in CHECKSUMS, sorted by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "CHECKSUMS")
    lines = [f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / "CHECKSUMS").write_text("".join(lines), encoding="utf-8")


def strip_strings(folder: Path) -> None:
    """Leave only the label names in the saved string store."""
    path = folder / "vocab" / "strings.json"
    path.write_text(json.dumps(["", *LABELS]), encoding="utf-8")


def meta(nlp: Language, scores: dict[str, Any]) -> dict[str, Any]:
    """The content of meta.json; `scores` as evaluate.py wrote them."""
    return {
        **META,
        "spacy_version": nlp.meta["spacy_version"],
        "pipeline": nlp.pipe_names,
        "components": nlp.pipe_names,
        "disabled": [],
        "labels": {"ner": list(nlp.pipe_labels["ner"])},
        "vectors": {"width": 0, "vectors": 0, "keys": 0, "name": None},
        "performance": scores,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trained", type=Path, default=MODELS / "training" / "model-best")
    parser.add_argument("--out", type=Path, default=MODELS / "nl_voetbal")
    parser.add_argument("--scores", type=Path, default=MODELS / "training" / "scores.json")
    options = parser.parse_args()

    nlp = spacy.load(options.trained)
    nlp.config["paths"] = {"train": None, "dev": None}
    nlp.config["initialize"]["before_init"] = None
    scores = json.loads(options.scores.read_text(encoding="utf-8")) if options.scores.exists() else {}
    if options.out.exists():
        shutil.rmtree(options.out)
    nlp.to_disk(options.out)
    strip_strings(options.out)
    text = json.dumps(meta(nlp, scores), indent=2, ensure_ascii=False)
    (options.out / "meta.json").write_text(text + "\n", encoding="utf-8")
    write_checksums(options.out)
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    print(f"{options.out.name}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
