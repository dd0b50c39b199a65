"""How well two annotators agree: F1 of one's records against the other's, by the keys that runs are scored with.

    python bench/agreement.py

Reads corpus/second/ (a second annotator's records, made without sight of the first) and the records of the same
articles in corpus/gold/. Words that either annotator marks as open (`ignore`) count neither way for dates, contracts
and stats; records of the other tables do not name their words and all count.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from pipeline.results.evaluate import Figures, read_json
from pipeline.results.measures import ENTITY_MEASURES, MEASURES, Found, Gold, Measure, Names, fold, pair_entities

CORPUS = Path(__file__).parent.parent / "corpus"


def main() -> None:
    totals: dict[str, Figures] = {}
    articles = 0
    for path in sorted((CORPUS / "second").glob("*.json")):
        first, second = read_json(CORPUS / "gold" / path.name), read_json(path)
        articles += 1
        for name, figures in compare(first, second).items():
            so_far = totals.get(name, Figures(0, 0, 0))
            totals[name] = Figures(*(a + b for a, b in zip(so_far, figures, strict=True)))
    print(f"{articles} articles annotated twice")
    print(f"{'measure':24}{'both':>8}{'second':>8}{'first':>8}{'F1':>8}")
    for name, one in totals.items():
        if one.records:
            print(f"{name:24}{one.tp:8}{one.fp:8}{one.fn:8}{one.f1:8.3f}")


def compare(first: Gold, second: Gold) -> dict[str, Figures]:
    """Counts by measure, the second annotator's records taken for a run's."""
    names, results = Names({}), {}
    results["names"] = _figures(
        *(Counter((n["start"], n["end"], n["label"]) for n in g["names"]) for g in (first, second))
    )
    for measure in ENTITY_MEASURES:
        theirs = [
            Found(str(number), fold(one["name"]), frozenset(map(fold, one["surface"])))
            for number, one in enumerate(second[measure.table])
        ]
        pairs = pair_entities(first[measure.table], theirs, loose=True)
        names.learn(measure.table, [*first[measure.table], *_renamed(second[measure.table], pairs)], [], {})
        both = len(pairs)
        results[measure.table] = Figures(both, len(theirs) - both, len(first[measure.table]) - both)
    for claim in MEASURES:
        if not claim.detail:
            results[claim.name] = _figures(_keys(claim, names, first, second), _keys(claim, names, second, first))
    return results


def _renamed(entities: list[Gold], pairs: dict[str, Gold]) -> list[Gold]:
    """The second annotator's entities under the first one's names, so that claims about them agree."""
    return [
        {"name": pairs[str(number)]["name"], "surface": [one["name"], *one["surface"]]}
        for number, one in enumerate(entities)
        if str(number) in pairs
    ]


def _keys(measure: Measure, names: Names, record: Gold, other: Gold) -> Counter[tuple[object, ...]]:
    open_words = [
        fold(each["text"]) for each in (*record["ignore"], *other["ignore"]) if each["table"] == measure.table
    ]
    counted = (
        one
        for one in record[measure.table]
        if measure.gold_counts(one) and not any(_words(one) and _words(one) in words for words in open_words)
    )
    return Counter(measure.gold_key(names, one) for one in counted)


def _words(record: Gold) -> str:
    return fold(record.get("text") or record.get("end_text"))


def _figures(first: Counter[tuple[object, ...]], second: Counter[tuple[object, ...]]) -> Figures:
    return Figures((first & second).total(), (second - first).total(), (first - second).total())


if __name__ == "__main__":
    main()
