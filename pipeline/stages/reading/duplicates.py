"""Near-identical articles: copies with a changed sentence, a cut last paragraph, another title.

MinHash (Broder 1997) over word shingles, with one turn: only shingles with a name or number in them
count. Reports made from one template share most of their words and are still different articles; what
sets them apart are their names and numbers.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.uint32]]

#: Words in a shingle.
WIDTH = 5

#: Shingles below which a text has no signature: too little to compare.
FEWEST = 12

#: Shingles that are compared at most: the smallest hashes are a fair sample, and memory stays bounded.
MOST = 8192

#: Four hashes of 16 bits make one number of a signature, and that number is also a band: articles are compared
#: when they share one. At a true similarity of 0.8 all but one in ten million pairs do; at 0.2, one in twenty.
BANDS = 32
ROWS = 4

#: Estimated similarity from which articles are near-identical: 0.8 less one and a half standard errors of the estimate.
SIMILAR = 0.75

#: Articles each of the others in a bucket is compared with at most: keeps the work linear whatever the texts.
LEADERS = 32

_WORD = re.compile(r"\w+")


def signature(text: str) -> tuple[int, ...]:
    """BANDS numbers below 2**64 by which texts can be compared; the same in every process and version.

    A text with too few names and numbers for that has one number, which only the very same text shares.
    """
    import numpy as np

    shingles = np.unique(_shingles(_WORD.findall(text)))[:MOST]
    if len(shingles) < FEWEST:
        return (int.from_bytes(sha256(text.encode()).digest()[:8]),)
    factors, terms = _functions("minhash", BANDS * ROWS)
    smallest = (shingles[:, None] * factors + terms).min(axis=0)
    bands = smallest.astype("<u2").view("<u8")
    return tuple(bands.tolist())


def _shingles(words: list[str]) -> Numbers:
    """A hash for each run of WIDTH words, in lower case, that has a name or number among them.

    A capitalised word is a name unless the text also has it in lower case: so "De" at a sentence's start is none.
    """
    import numpy as np

    common = {word for word in words if word.islower()}
    lower = [word if word in common else word.lower() for word in words]
    telling = [low not in common for low in lower]
    if len(words) < WIDTH:
        return np.empty(0, np.uint32)
    hashes = np.fromiter((zlib.crc32(low.encode()) for low in lower), np.uint32, len(lower))
    factors, _ = _functions("shingle", WIDTH)
    count = len(words) - WIDTH + 1
    shingles = np.zeros(count, np.uint32)
    for place in range(WIDTH):
        shingles += hashes[place : place + count] * factors[place]
    names = np.cumsum([0, *telling])
    return shingles[names[WIDTH:] > names[:-WIDTH]]


@cache
def _functions(use: str, count: int) -> tuple[Numbers, Numbers]:
    """Factors (odd) and terms of `count` hash functions x → factor * x + term modulo 2**32."""
    import numpy as np

    digests = b"".join(sha256(f"{use} {index}".encode()).digest()[:8] for index in range(count))
    numbers = np.frombuffer(digests, "<u4").astype(np.uint32).reshape(-1, 2)
    return numbers[:, 0] | np.uint32(1), numbers[:, 1]


def near_identical(articles: Iterable[tuple[str, tuple[int, ...]]]) -> dict[str, str]:
    """Duplicates among (article_id, signature): each with the smallest id of its group.

    That smallest id itself is no key. Articles are of one group when their signatures are similar, also by
    way of a third. The order of `articles` does not matter; time and memory are linear, sorting apart.
    """
    rows = sorted(articles)
    groups = _Groups(len(rows))
    exact: dict[int, int] = {}
    for index, (_, bands) in enumerate(rows):
        if len(bands) == 1:
            groups.join(exact.setdefault(bands[0], index), index)
    compared = [index for index, (_, bands) in enumerate(rows) if len(bands) == BANDS]
    for first, second in _similar_pairs([rows[index][1] for index in compared]):
        groups.join(compared[first], compared[second])
    leaders = ((index, groups.first(index)) for index in range(len(rows)))
    return {rows[index][0]: rows[leader][0] for index, leader in leaders if index != leader}


def _similar_pairs(signatures: list[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """Positions of similar signatures, the smaller first; enough of them to connect each group."""
    if not signatures:
        return
    import numpy as np

    numbers = array("Q")
    for bands in signatures:
        numbers.extend(bands)
    matrix = np.frombuffer(numbers, np.uint64).reshape(len(signatures), BANDS)
    hashes = matrix.view(np.uint16)
    for band in range(BANDS):
        order = np.argsort(matrix[:, band], kind="stable")
        column = matrix[order, band]
        bounds = np.flatnonzero(np.concatenate(([True], column[1:] != column[:-1], [True])))
        for start in np.flatnonzero(np.diff(bounds) > 1):
            others = order[bounds[start] : bounds[start + 1]]
            for _ in range(LEADERS):
                if len(others) < 2:
                    break
                leader, others = others[0], others[1:]
                is_similar = (hashes[others] == hashes[leader]).mean(axis=1) >= SIMILAR
                yield from ((int(leader), int(other)) for other in others[is_similar])
                others = others[~is_similar]


class _Groups:
    """Disjoint sets of positions; the first of a set is its smallest position."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def first(self, position: int) -> int:
        while self._parent[position] != position:
            self._parent[position] = self._parent[self._parent[position]]
            position = self._parent[position]
        return position

    def join(self, one: int, other: int) -> None:
        smaller, larger = sorted((self.first(one), self.first(other)))
        self._parent[larger] = smaller
