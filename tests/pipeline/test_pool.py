"""Results come in order from any number of processes, and a dying process takes nothing with it."""

import os
import time
from collections.abc import Callable

import pytest

from kg.pipeline.pool import Workers

TASKS = list(range(20))


def run(work: Callable[[int], int], jobs: int) -> list[int]:
    """Do some work in processes of its own."""
    with Workers(jobs) as workers:
        return list(workers.run(work, TASKS, on_death=lost))


def square(number: int) -> int:
    """Return the square, the sooner the larger the number."""
    time.sleep(0.002 * (20 - number))
    return number * number


def die_at_seven(number: int) -> int:
    """Return the square; end the process at seven."""
    if number == 7:
        os._exit(1)
    return number * number


def fail_at_seven(number: int) -> int:
    """Return the square; fail at seven."""
    if number == 7:
        raise ValueError("seven")
    return number * number


def process_of(_: int) -> int:
    """Tell which process does the work."""
    return os.getpid()


def lost(number: int) -> int:
    """Stand for a task whose process died."""
    return -number


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_order(jobs: int) -> None:
    """The order of results is that of tasks, though later tasks end sooner."""
    assert run(square, jobs) == [number**2 for number in TASKS]


def test_a_dying_process_loses_its_task_only() -> None:
    """A task that ends its process is reported; all others give their results, in order."""
    results = run(die_at_seven, 2)
    assert results == [-7 if number == 7 else number**2 for number in TASKS]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_reaches_the_caller(jobs: int) -> None:
    """What a task raises is raised where the results are taken."""
    with pytest.raises(ValueError, match="seven"):
        run(fail_at_seven, jobs)


def test_processes_are_kept_for_the_next_work() -> None:
    """What is run later is run by processes that are there already; little work is done here."""
    with Workers(2) as workers:
        first = set(workers.run(process_of, TASKS, on_death=lost))
        second = set(workers.run(process_of, TASKS, on_death=lost))
        assert workers.are_running
        assert len(first | second) <= workers.jobs
        assert set(workers.run(process_of, TASKS, on_death=lost, here=True)) == {os.getpid()}
