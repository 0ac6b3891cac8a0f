"""Work on all cores, results in order: what comes out does not depend on the number of processes."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

TASKS_AHEAD = 4
"""Tasks waiting a process: enough to keep it busy, few enough that memory stays flat."""


def cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_order(work: Callable[[T], R], tasks: Iterable[T], *, jobs: int, on_death: Callable[[T], R]) -> Iterator[R]:
    """Give `work(task)` for each task, in order. An exception of `work` is raised here.

    Where a process dies (out of memory, a crash in a library), the tasks that were under way are done again, each in
    a process of its own; a task whose process dies again gives `on_death(task)`.
    """
    if jobs <= 1:
        yield from map(work, tasks)
        return
    waiting = iter(tasks)
    while lost := (yield from _until_death(work, waiting, jobs)):
        for task in lost:
            yield _alone(work, task, on_death)


def _until_death(work: Callable[[T], R], tasks: Iterator[T], jobs: int) -> Generator[R, None, list[T]]:
    """Give results until a process dies; return the tasks that were under way then, none where all are done."""
    under_way: deque[tuple[T, Future[R]]] = deque()
    with _processes(jobs) as pool:
        try:
            for task in tasks:
                under_way.append((task, _submit(pool, work, task)))
                if len(under_way) >= jobs * TASKS_AHEAD:
                    yield under_way[0][1].result()
                    under_way.popleft()
            while under_way:
                yield under_way[0][1].result()
                under_way.popleft()
        except BrokenProcessPool:
            return [task for task, _ in under_way]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return []


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
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """End this process when its parent is gone, however it went; otherwise a killed build leaves its workers behind."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
