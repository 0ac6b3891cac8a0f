"""Work on all cores, results in order: what comes out does not depend on the number of processes."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Self, TypeVar

from kg.garbage import look_rarely

T = TypeVar("T")
R = TypeVar("R")

TASKS_AHEAD = 4
"""Tasks waiting a process: enough to keep it busy, few enough that memory stays flat."""


def cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers:
    """Processes for all work of a build: started when there is something for them to do, kept until it is over."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def run(
        self, work: Callable[[T], R], tasks: Iterable[T], *, on_death: Callable[[T], R], here: bool = False
    ) -> Iterator[R]:
        """Give `work(task)` for each task, in order; do it `here` where it is little. An exception is raised here.

        Where a process dies (out of memory, a crash in a library), the tasks that were under way are done again, each
        in a process of its own; a task whose process dies again gives `on_death(task)`.
        """
        if here or self.jobs <= 1:
            yield from map(work, tasks)
            return
        waiting = iter(tasks)
        while lost := (yield from self._until_death(work, waiting)):
            for task in lost:
                yield _alone(work, task, on_death)

    @property
    def are_running(self) -> bool:
        """Tell whether there are processes already, so that little work pays to be shared."""
        return self._pool is not None

    def _end(self, *, wait: bool) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=True)
            self._pool = None

    def _until_death(self, work: Callable[[T], R], tasks: Iterator[T]) -> Generator[R, None, list[T]]:
        """Give results until a process dies; return the tasks that were under way then, none where all are done."""
        under_way: deque[tuple[T, Future[R]]] = deque()
        self._pool = self._pool or _processes(self.jobs)
        try:
            for task in tasks:
                under_way.append((task, _submit(self._pool, work, task)))
                if len(under_way) >= self.jobs * TASKS_AHEAD:
                    yield under_way[0][1].result()
                    under_way.popleft()
            while under_way:
                yield under_way[0][1].result()
                under_way.popleft()
        except BrokenProcessPool:
            self._end(wait=False)
            return [task for task, _ in under_way]
        return []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._end(wait=kind is None)


def _submit(pool: ProcessPoolExecutor, work: Callable[[T], R], task: T) -> Future[R]:
    try:
        return pool.submit(work, task)
    except BrokenProcessPool as death:
        lost: Future[R] = Future()
        lost.set_exception(death)
        return lost


def _alone(work: Callable[[T], R], task: T, on_death: Callable[[T], R]) -> R:
    with _processes(1) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool:
            return on_death(task)


def _processes(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    look_rarely()
    _end_with_parent()


def _end_with_parent() -> None:
    """End this process when its parent is gone, however it went; otherwise a killed build leaves its workers behind."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
