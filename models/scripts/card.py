"""Put the measured figures where they belong: into README.md (from assets/card.md) and the model's meta.json.

python models/scripts/card.py
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from publish import write_checksums

MODELS = Path(__file__).resolve().parents[1]


def table(scores: dict[str, dict[str, float]]) -> str:
    """A Markdown table of figures by label."""
    head = "| label | precision | recall | F1 | names |\n| --- | ---: | ---: | ---: | ---: |\n"
    rows = (
        f"| {label} | {row['p']:.3f} | {row['r']:.3f} | {row['f']:.3f} | {row['names']} |\n"
        for label, row in scores.items()
    )
    return head + "".join(rows)


def render(template: str, scores: dict[str, Any]) -> str:
    """The card's text; each ``{{field}}`` of the template gets its figure."""
    found = scores["cacapo_dev_found"]
    fields = {
        "articles_test": table(scores["articles_test"]),
        "own_test": table(scores["own_test"]),
        "cacapo_100": table(scores["cacapo_100"]),
        "conll_val": table(scores["conll_val"]),
        "people_found": f"{found['PERSON']['r']:.3f}",
        "people": str(found["PERSON"]["names"]),
        "clubs_found": f"{found['CLUB']['r']:.3f}",
        "clubs": str(found["CLUB"]["names"]),
        "speed_ratio": f"{scores['speed_ratio']:.2f}",
        "megabytes": f"{scores['megabytes']:.1f}",
    }
    for name, value in fields.items():
        template = template.replace("{{" + name + "}}", value)
    return template


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", type=Path, default=MODELS / "training" / "scores.json")
    parser.add_argument("--model", type=Path, default=MODELS / "nl_voetbal")
    options = parser.parse_args()

    scores = json.loads(options.scores.read_text(encoding="utf-8"))
    template = (MODELS / "assets" / "card.md").read_text(encoding="utf-8")
    (MODELS / "README.md").write_text(render(template, scores), encoding="utf-8")
    meta = json.loads((options.model / "meta.json").read_text(encoding="utf-8"))
    text = json.dumps({**meta, "performance": scores}, indent=2, ensure_ascii=False)
    (options.model / "meta.json").write_text(text + "\n", encoding="utf-8")
    write_checksums(options.model)


if __name__ == "__main__":
    main()
