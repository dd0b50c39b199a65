"""Engines map one function over jobs: in this process, or over many. They know nothing of what is done."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Protocol, TypeVar

JobT = TypeVar("JobT")
DoneT = TypeVar("DoneT")

#: Called as work goes on: (what, done, total).
Progress = Callable[[str, int, int], None]


class Engine(Protocol):
    """Anything that can map a function over jobs; results come as they are ready."""

    def map(self, function: Callable[[JobT], DoneT], jobs: Sequence[JobT], what: str) -> Iterator[DoneT]: ...

    def close(self) -> None: ...


class OneProcess:
    """Everything here, one after another."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def map(self, function: Callable[[JobT], DoneT], jobs: Sequence[JobT], what: str) -> Iterator[DoneT]:
        for number, job in enumerate(jobs, 1):
            done = function(job)
            self._progress(what, number, len(jobs))
            yield done

    def close(self) -> None:
        """There is nothing to end."""


class ManyProcesses:
    """A pool of worker processes, each of which loads what it needs once.

    Workers are started afresh (spawn), not forked: a forked copy of threads and locks can hang.
    """

    def __init__(self, workers: int, progress: Progress) -> None:
        self._workers = workers
        self._progress = progress
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[JobT], DoneT], jobs: Sequence[JobT], what: str) -> Iterator[DoneT]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._workers, multiprocessing.get_context("spawn"), one_thread_each)
        futures = [self._pool.submit(function, job) for job in jobs]
        for number, future in enumerate(as_completed(futures), 1):
            self._progress(what, number, len(jobs))
            yield future.result()

    def close(self) -> None:
        """Ends the workers; what they have not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def one_thread_each() -> None:
    """A worker is one core's worth: numerical libraries must not start threads of their own beside it."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
