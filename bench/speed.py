"""How fast: the whole job, and each pipe, in relation to the embedded model alone on the same texts.

    python bench/speed.py [--articles N]

Texts are the corpus's articles with names swapped from seeds/ by a fixed seed, none twice. Times are processor
seconds of one process, so that other work on the machine disturbs them less; each is the best of several.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import gc
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline import seeds
from pipeline.language import EXTRACT, RECOGNIZE, SENTENCES, load
from pipeline.run import runner

ROOT = Path(__file__).parent.parent


def texts(number: int) -> Iterator[tuple[str, str]]:
    """(file name, text) of `number` articles; people's names are swapped, so no two are alike."""
    names = [row["name"] for row in seeds.rows("people.csv")]
    chance = random.Random(2024)
    records = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "corpus" / "gold").glob("*.json"))
    ]
    for index in range(number):
        record = records[index % len(records)]
        text = (ROOT / "corpus" / "articles" / f"{record['id']}.txt").read_text(encoding="utf-8")
        for person in record["people"]:
            new = chance.choice(names)
            text = text.replace(person["name"], new)
            for form in person["surface"]:
                text = text.replace(form, new.split()[-1])
        yield f"{index:05d}-2024-11-15.txt", text


def seconds(work: Callable[[], object], repeats: int = 3) -> float:
    """The least processor time of some repeats, garbage left lying as timeit does."""
    best = float("inf")
    gc.collect()
    gc.disable()
    for _ in range(repeats):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    gc.enable()
    return best


def pipe_shares(names: Sequence[str], number: int, rounds: int = 3) -> tuple[dict[str, float], float, int]:
    """What each pipe costs in parts of the embedded model's time, the model's seconds, and the number of words.

    Model and pipes take turns, so that a busy machine slows all of them; the least of the rounds counts.
    """
    articles = [text for _, text in texts(number)]
    nlp = load().nlp
    own = [*RECOGNIZE, *EXTRACT]
    docs = list(nlp.pipe(articles, batch_size=64, disable=own))
    for name in own:  # each pipe finds what those before it leave
        docs = [nlp.get_pipe(name)(doc) for doc in docs]

    def bare() -> None:
        for _ in nlp.pipe(articles, batch_size=64, disable=[*own, SENTENCES]):
            pass

    model, costs = float("inf"), dict.fromkeys(names, float("inf"))
    for _ in range(rounds):
        model = min(model, seconds(bare, repeats=1))
        for name in names:
            pipe = nlp.get_pipe(name)
            costs[name] = min(costs[name], seconds(lambda pipe=pipe: [pipe(doc) for doc in docs], repeats=1))
    return {name: cost / model for name, cost in costs.items()}, model, sum(map(len, docs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="how many articles (default 200)")
    arguments = parser.parse_args()
    shares, model, words = pipe_shares((*RECOGNIZE, *EXTRACT), arguments.articles)
    print(f"{words} words in {arguments.articles} articles; the model alone: {words / model:,.0f} words/s")
    print(f"\n{'pipe':24}{'of the model':>14}")
    for name, share in shares.items():
        print(f"{name:24}{share:13.1%}")
    print(f"{'together':24}{sum(shares.values()):13.1%}")

    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in", Path(folder) / "out"
        source.mkdir()
        for name, text in texts(arguments.articles):
            (source / name).write_text(text, encoding="utf-8")
        request = runner.Request(source, out)
        first = seconds(lambda: runner.run(request, lambda *_: None), repeats=1)
        again = seconds(lambda: runner.run(request, lambda *_: None), repeats=2)
    print(f"\nwhole job, words/s ÷ bare model, words/s: {model / first:.2f} (goal 0.75)")
    print(f"again with nothing changed ÷ first run:   {again / first:.3f} (goal 0.02 at 10,000 articles)")


if __name__ == "__main__":
    main()
