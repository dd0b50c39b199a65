"""Which articles are copies of another."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pytest

from pipeline.stages.reading import near_identical, signature
from pipeline.stages.reading.duplicates import BANDS

NAMES = [
    f"{first}{last}" for first in ("Van", "De", "Mo", "Ka", "Ri", "So") for last in ("bal", "dork", "len", "mer", "sik")
]


def report(seed: int, sentences: int = 24) -> list[str]:
    """Sentences of a match report from one template; the seed chooses its names and numbers."""
    draw = random.Random(seed)
    frames = [
        "In de {n}e minuut schoot {a} de bal na een pass van {b} hard en onhoudbaar in de verre hoek.",
        "Trainer {a} bracht halverwege de tweede helft {b} in het veld en dat bleek een gouden greep te zijn.",
        "Na de rust kreeg {a} nog een grote kans, maar zijn inzet ging via {b} een meter of {n} naast het doel.",
    ]
    return [
        frames[index % 3].format(a=draw.choice(NAMES), b=draw.choice(NAMES), n=draw.randint(2, 90))
        for index in range(sentences)
    ]


def copies(*texts: str) -> dict[str, str]:
    return near_identical((f"artikel-{index}", signature(text)) for index, text in enumerate(texts))


@pytest.mark.parametrize("seed", range(10))
def test_edited_copies_are_found(seed: int) -> None:
    sentences = report(seed)
    original = " ".join(sentences)
    changed = " ".join([*sentences[:5], "Volgens Pietersen was het een verdiende zege in Breda.", *sentences[6:]])
    cut = " ".join(sentences[:-2])
    titled = "Ruime zege voor de thuisploeg\n\n" + original
    assert copies(original, changed, cut, titled) == dict.fromkeys(["artikel-1", "artikel-2", "artikel-3"], "artikel-0")


def test_reports_from_one_template_are_different_articles() -> None:
    assert copies(*(" ".join(report(seed)) for seed in range(200))) == {}


def test_short_texts_are_copies_only_when_they_are_the_same() -> None:
    short = "Ajax wint met 2-1 van PSV."
    assert len(signature(short)) == 1
    assert copies(short, "Ajax wint met 3-1 van PSV.", short, "") == {"artikel-2": "artikel-0"}


def test_the_smallest_id_stands_for_its_group_in_any_order() -> None:
    bands = signature(" ".join(report(1)))
    assert len(bands) == BANDS
    assert all(0 <= band < 2**64 for band in bands)
    assert near_identical([("c", bands), ("a", bands), ("b", bands)]) == {"b": "a", "c": "a"}
    assert near_identical([]) == {}


def test_a_signature_is_the_same_in_every_process() -> None:
    text = " ".join(report(2))
    program = "import sys; from pipeline.stages.reading import signature; print(signature(sys.argv[1]))"
    printed = subprocess.run([sys.executable, "-c", program, text], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == str(signature(text))


def test_many_articles_in_one_bucket_take_linear_time() -> None:
    draw = random.Random(1)
    common = draw.getrandbits(64)
    articles = [(f"{index:05}", (common, *(draw.getrandbits(64) for _ in range(BANDS - 1)))) for index in range(4000)]
    start = time.perf_counter()
    assert near_identical(articles) == {}
    assert time.perf_counter() - start < 5
