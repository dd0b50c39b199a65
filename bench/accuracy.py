"""How accurate, by split: what rules and model were made with (train), mended on (dev), and what is set aside (test).

    python bench/accuracy.py OUT

OUT is a run over corpus/articles (`make accuracy` makes one in outputs/accuracy); corpus/splits.csv holds the splits.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import tempfile
from pathlib import Path

from pipeline.results.evaluate import evaluate

CORPUS = Path(__file__).parent.parent / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder of a run over corpus/articles")
    out = parser.parse_args().out
    with (CORPUS / "splits.csv").open(encoding="utf-8", newline="") as file:
        splits = {row["id"]: row["split"] for row in csv.DictReader(file)}
    for split in ("train", "dev", "test"):
        with tempfile.TemporaryDirectory() as folder:
            for name in (name for name, own in splits.items() if own == split):
                shutil.copy(CORPUS / "gold" / f"{name}.json", folder)
            found = evaluate(out / "tables", Path(folder))
        print(f"--- {split}\n{found.as_text()}")


if __name__ == "__main__":
    main()
